/* A register as a document: every table of the production to PDF, XLSX and CSV the same way.
 *
 * One table under the title of the register: the columns that are not hidden, in their order, each
 * value in the type of its column, references by the label of their row. Column ids are those of
 * the register, so that the CSV can be read back. Each cell leads to its row. */
#pragma once

#include "plt-document.h"
#include "plt-table.h"

G_BEGIN_DECLS

typedef struct _PltStore PltStore;

PltDocument *plt_table_document (PltStore *store, const PltTable *table, GError **error);
/* Of these rows (element-type gint64), in this order: what a view shows. */
PltDocument *plt_table_document_of_rows (PltStore *store,
                                         const PltTable *table,
                                         const GArray *ids,
                                         GError **error);

G_END_DECLS

/* Rows of any table as a document: so that every register goes to PDF, XLSX and CSV the same way.
 *
 * The caller has read the rows; nothing is asked of the store. Column ids are those of the table,
 * so that the CSV can be read back. */
#pragma once

#include "plt-document.h"
#include "plt-table.h"

G_BEGIN_DECLS

/**
 * PltTableExportRow:
 * @id: of the row, for clicks on the preview
 * @values: one a chosen column
 * @labels: (nullable): one a chosen column: what a reference is called; %NULL entries for the
 * others
 */
typedef struct
{
  gint64 id;
  const PltValue *values;
  const char *const *labels;
} PltTableExportRow;

/* (transfer full) (array zero-terminated=1): the columns chosen when nobody chooses: those that are
 * not hidden. Free with g_free(): the ids are static. */
const char **plt_table_export_default_columns (const PltTable *table);

PltDocument *plt_table_export_document (const PltTable *table,
                                        const char *const *columns,
                                        const PltTableExportRow *rows,
                                        guint n_rows,
                                        const char *production,
                                        PltDate date);

G_END_DECLS

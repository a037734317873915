/* How a grid of records writes to the store: each change a person makes in it, as one command. */
#pragma once

#include "plt-grid-record-model.h"
#include "plt-query-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* Makes `model`, which shows `rows`, editable. New rows get the values that `rows` is filtered by.
 * Does nothing for a production that is only read. */
void
plt_register_make_editable (PltGridRecordModel *model, PltQueryModel *rows, PltSession *session);

/* Undoes that: it can only be sorted. */
void plt_register_make_read_only (PltGridRecordModel *model);

/* Values every new row begins with: column id -> text as typed; kept by the rows model's owner. */
void plt_register_set_preset (PltGridRecordModel *model, const char *column, const char *text);
/* Puts the presets on the row just begun in `batch`; FALSE with an error when one cannot be read.
 */
gboolean plt_register_apply_presets (PltGridRecordModel *model,
                                     PltStore *store,
                                     const PltTable *table,
                                     PltBatch *batch,
                                     GError **error);

/* One cell as a person typed it, in a grid or in a form: as one command, with all that the table
 * means by it. */
gboolean plt_register_write_cell (PltSession *session,
                                  PltRecord *record,
                                  const PltColumn *column,
                                  const char *text,
                                  GError **error);

/* The same for a value that was chosen. */
gboolean plt_register_write_value (PltSession *session,
                                   PltRecord *record,
                                   const PltColumn *column,
                                   const PltValue *value,
                                   GError **error);

/* FALSE with the sentence that says why for a row that is locked. */
gboolean plt_register_may_change (PltSession *session, PltRecord *record, GError **error);

/* A new PltGridRecordModel over `rows` that writes to the session's store and marks cells with
 * issues. For every view that shows a table as a grid. columns (nullable): ids by comma. */
PltGridRecordModel *
plt_register_model_new (PltSession *session, PltQueryModel *rows, const char *columns);

G_END_DECLS

/* The inside of a PltStore, for the files of this folder. */
#pragma once

#include "plt-db.h"
#include "plt-store.h"

G_BEGIN_DECLS

PltDb *plt_store_get_db (PltStore *self);
gboolean plt_store_in_command (PltStore *self); /* writing is allowed just now */
/* What plt_store_get_record() and the refresh after a command read with (plt-rows.c). labels: newly
 * allocated array of n_columns owned strings, NULL but for references. */
gboolean plt_rows_read_with_labels (PltStore *store,
                                    const PltTable *table,
                                    gint64 id,
                                    PltValue *values,
                                    char **labels,
                                    GError **error);
/* At the end of a command: the row of funding_status of each source that now has another status. */
gboolean plt_rows_write_statuses (PltStore *store, GError **error);
void plt_rows_forget_statuses (PltStore *store); /* of a command that was given up */
/* At the end of a command: no task waits for itself by what it wrote. PLT_ERROR_CONFLICT */
gboolean plt_rows_check_links (PltStore *store, GError **error);
void plt_rows_forget_links (PltStore *store);
/* Applies a batch inside a command that is running already: what plt_store_apply() runs, and what
 * plt_store_create() applies its defaults with (written beside plt-rows.c). */
gboolean plt_rows_apply_batch (PltStore *store,
                               const PltBatch *batch,
                               GArray **new_ids /* (out) (optional): as plt_store_apply() */,
                               GError **error);

G_END_DECLS

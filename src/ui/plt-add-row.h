/* The dialog that adds a row to a table: what the table requires, and nothing more; the rest is
 * filled in afterwards, in the grid or in the form. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

typedef void (*PltRowAdded) (gint64 id, gpointer user_data);

/* Values the row begins with are set on `batch` by `presets` (nullable). Returns NULL when the
 * table requires nothing: the row is then added at once. `owner` must outlive `added`. */
GtkWindow *
plt_add_row_present (GtkWidget *owner,
                     PltSession *session,
                     const PltTable *table,
                     gboolean (*presets) (PltBatch *batch, gpointer user_data, GError **error),
                     PltRowAdded added,
                     gpointer user_data);

G_END_DECLS

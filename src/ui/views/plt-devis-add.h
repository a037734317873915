/* The dialog that adds a line to the devis: a search box over what the template proposes, the
 * current account first; what is typed is itself the first proposal. */
#pragma once

#include <gtk/gtk.h>

#include "plt-devis-model.h"

G_BEGIN_DECLS

typedef void (*PltDevisLineAdded) (gint64 line, gpointer user_data);

/* `account`: where a line of one's own goes, 0 for none; `after`: behind that line. `owner` must
 * outlive `added`. */
GtkWindow *plt_devis_add_present (GtkWidget *owner,
                                  PltDevisModel *model,
                                  PltSession *session,
                                  gint64 account,
                                  gint64 after,
                                  PltDevisLineAdded added,
                                  gpointer user_data);
/* For tests: what the dialog has found. */
GListModel *plt_devis_add_get_found (GtkWindow *dialog);
void plt_devis_add_set_text (GtkWindow *dialog, const char *text);

G_END_DECLS

/* PltDialog: a small modal window: a head with its title, "Cancel" and the accepting button, and
 * content below. Escape closes it. Without an accepting label it has only a closing button.
 *
 * Signal: accepted: the accepting button, or Enter in an entry that activates the default. The
 * dialog stays open: whoever handled it closes it with gtk_window_destroy() when all went well. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_DIALOG (plt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PltDialog, plt_dialog, PLT, DIALOG, GtkWindow)

PltDialog *plt_dialog_new (GtkWindow *parent, const char *title, const char *accept /* nullable */);
void plt_dialog_set_content (PltDialog *self, GtkWidget *content);
void plt_dialog_set_accept_enabled (PltDialog *self, gboolean enabled);
void plt_dialog_set_destructive (PltDialog *self);
/* One sentence under the content: what is wrong with what was given; NULL takes it away. */
void plt_dialog_set_message (PltDialog *self, const char *message);
GtkWidget *plt_dialog_get_head (PltDialog *self); /* the GtkHeaderBar */

G_END_DECLS

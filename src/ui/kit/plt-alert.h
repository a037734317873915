/* A question or a bad news, in a modal window of its own: a sentence, what to know about it, and
 * buttons. Shaped like the alert dialog of newer GTK. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `buttons`: NULL-terminated labels, the one that does nothing first, the one to do last. */
void plt_alert_choose (GtkWindow *parent,
                       const char *message,
                       const char *detail,
                       const char *const *buttons,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
/* Index of the button; 0 when the window was closed. -1 with an error when cancelled. */
int plt_alert_choose_finish (GAsyncResult *result, GError **error);

/* Tells and does not ask. Takes the error. */
void plt_alert_take_error (GtkWindow *parent, const char *message, GError *error);

G_END_DECLS

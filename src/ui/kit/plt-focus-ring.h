/* The ring around what has the keyboard.
 *
 * GTK lets it go out three seconds after the last key. Whoever works with the keys alone must find
 * it again after a call: it stays for as long as the last thing that spoke was a key. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plt_focus_ring_attach (GtkWindow *window);
/* What spoke last to a window that was attached: a key, or the mouse. */
void plt_focus_ring_note (GtkWindow *window, gboolean key);

G_END_DECLS

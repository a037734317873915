/* A list of proposals below any entry, for what is typed in it or, with Down, for all there is.
 *
 * Case and accents do not count. Down and Up choose, Enter takes what is chosen and activates the
 * entry, Escape closes the list. What is not in the list may be typed all the same. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef GStrv (*PltEntrySuggestFunc) (gpointer user_data); /* (transfer full) (nullable) */

/* `user_data` has to outlive the entry. */
void plt_entry_suggest_attach (GtkEntry *entry, PltEntrySuggestFunc function, gpointer user_data);
void plt_entry_suggest_close (GtkEntry *entry);

G_END_DECLS

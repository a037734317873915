/* The dialog of the letters of presence: one line a meaning, its letter and its international code.
 *
 * What is as the program ships it is not kept in the production; the rest is one command. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* What the dialog writes, for a test too: letters and codes by meaning, as PltMeaning counts them.
 * FALSE with a sentence when a letter is missing or stands twice. */
gboolean plt_presence_letters_set (PltSession *session,
                                   const char *const *letters,
                                   const char *const *codes,
                                   GError **error);
GtkWindow *plt_presence_letters_present (GtkWindow *parent, PltSession *session);

G_END_DECLS

/* What an empty place says: a drawing, one sentence on what to do next, and one button. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `button` and `action` (nullable, detailed name) go together. */
GtkWidget *plt_empty_state_new (const char *icon,
                                const char *title,
                                const char *sentence,
                                const char *button,
                                const char *action);

G_END_DECLS

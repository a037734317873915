/* The preferences: what belongs to the person, not to a production. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *plt_preferences_present (GtkWindow *parent);

G_END_DECLS

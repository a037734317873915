/* Light or dark, and the style sheet that goes with it.
 *
 * Follows the setting "color-scheme", and the desktop's own choice when that is "default". The
 * drawn widgets read GtkSettings:gtk-application-prefer-dark-theme, which it sets. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plt_style_manager_start (GdkDisplay *display);
gboolean plt_style_is_dark (void);

G_END_DECLS

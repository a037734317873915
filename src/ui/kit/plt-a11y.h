/* Names for assistive technology. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a control is called when it has no words of its own. A menu button is two widgets, and both
 * are met by whoever goes through the window with a screen reader. */
void plt_a11y_set_name (GtkWidget *widget, const char *name);

G_END_DECLS

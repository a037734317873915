/* The bar above a page of the hours: before and after, what is shown, what can be done with it. Its
 * buttons leave the keyboard with the grid. */
#pragma once

#include <gtk/gtk.h>

#include "plt-hours-model.h"

G_BEGIN_DECLS

/* `label`: what is shown, filled by the view */
void plt_hours_bar_fill (GtkBox *bar, PltHoursMode mode, GtkWidget *label);

G_END_DECLS

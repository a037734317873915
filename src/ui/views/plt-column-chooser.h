/* Which columns of a grid are shown: a popover with a check for each. */
#pragma once

#include "plt-grid.h"

G_BEGIN_DECLS

/* A button that opens the popover for `grid`, which must not outlive the button's window. */
GtkWidget *plt_column_chooser_new (PltGrid *grid);
/* The layout string with that column shown or hidden: "a:10;-b:20". (transfer full) */
char *plt_column_chooser_toggle (const char *layout, const char *column, gboolean shown);
gboolean plt_column_chooser_is_shown (const char *layout, const char *column);

G_END_DECLS

/* The cell of a grid that has the keyboard, as a widget of its own.
 *
 * GTK 4.8 shows a drawn widget to assistive technology as one image, so the cursor is a real child
 * that lies over its cell and says the column, the row and the text. It draws nothing. A grid has
 * two of them that take turns: a changed label is not announced on 4.8, a moved focus is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_GRID_CURSOR (plt_grid_cursor_get_type ())
G_DECLARE_FINAL_TYPE (PltGridCursor, plt_grid_cursor, PLT, GRID_CURSOR, GtkWidget)

GtkWidget *plt_grid_cursor_new (void);
/* `row` and `column` count from 1. `description` may be empty. */
void plt_grid_cursor_describe (PltGridCursor *self,
                               const char *label,
                               const char *description,
                               int row,
                               int column,
                               gboolean invalid);
void plt_grid_cursor_set_present (PltGridCursor *self, gboolean present);
const char *plt_grid_cursor_get_label (PltGridCursor *self);

G_END_DECLS

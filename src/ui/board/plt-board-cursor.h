/* The strip of a board that has the keyboard, as a widget of its own.
 *
 * GTK 4.8 shows a drawn widget to assistive technology as one image, so the cursor is a real child
 * that lies over its strip and says what it says. It draws nothing. A board has two of them that
 * take turns: a changed label is not announced on 4.8, a moved focus is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_BOARD_CURSOR (plt_board_cursor_get_type ())
G_DECLARE_FINAL_TYPE (PltBoardCursor, plt_board_cursor, PLT, BOARD_CURSOR, GtkWidget)

GtkWidget *plt_board_cursor_new (void);
void plt_board_cursor_describe (PltBoardCursor *self,
                                const char *label,
                                const char *description,
                                int position, /* from 1, of `size` */
                                int size,
                                gboolean selected);
void plt_board_cursor_set_present (PltBoardCursor *self, gboolean present);
const char *plt_board_cursor_get_label (PltBoardCursor *self); /* (nullable) before any */

G_END_DECLS

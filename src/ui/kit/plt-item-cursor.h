/* The item of a drawn widget that has the keyboard (a strip of a board, a bar of a timeline), as a
 * widget of its own.
 *
 * GTK 4.8 shows a drawn widget to assistive technology as one image, so the cursor is a real child
 * that lies over its item and says what it says. It draws nothing. A widget has two of them that
 * take turns: a changed label is not announced on 4.8, a moved focus is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_ITEM_CURSOR (plt_item_cursor_get_type ())
G_DECLARE_FINAL_TYPE (PltItemCursor, plt_item_cursor, PLT, ITEM_CURSOR, GtkWidget)

GtkWidget *plt_item_cursor_new (void);
void plt_item_cursor_describe (PltItemCursor *self,
                               const char *label,
                               const char *description,
                               int position, /* from 1, of `size` */
                               int size,
                               gboolean selected);
void plt_item_cursor_set_present (PltItemCursor *self, gboolean present);
const char *plt_item_cursor_get_label (PltItemCursor *self); /* (nullable) before any */

G_END_DECLS

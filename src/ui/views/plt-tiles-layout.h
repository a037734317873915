/* PltTilesLayout: children in as many columns of one width as there is room for, each child on top
 * of the shortest column, at its own height. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_TILES_LAYOUT (plt_tiles_layout_get_type ())
G_DECLARE_FINAL_TYPE (PltTilesLayout, plt_tiles_layout, PLT, TILES_LAYOUT, GtkLayoutManager)

#define PLT_TILES_MAX_COLUMNS 4

GtkLayoutManager *plt_tiles_layout_new (int column_width, int spacing);
/* How many columns there are at that width. */
int plt_tiles_layout_get_columns (PltTilesLayout *self, int width);

G_END_DECLS

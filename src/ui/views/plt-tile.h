/* PltTile: one square of the overview: a heading that is a door, and some lines. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_TILE (plt_tile_get_type ())
G_DECLARE_FINAL_TYPE (PltTile, plt_tile, PLT, TILE, GtkWidget)

/* `action`: detailed name of what a click on the tile does. */
GtkWidget *plt_tile_new (const char *title, const char *icon, const char *action);
void plt_tile_clear (PltTile *self);
void plt_tile_add_figure (PltTile *self, const char *text); /* large */
void plt_tile_add_line (PltTile *self, const char *text, const char *css_class /* nullable */);
/* "label ........ value" */
void plt_tile_add_pair (PltTile *self, const char *label, const char *value);
/* A bar filled by part / whole; `alternative` says the same in words. */
void plt_tile_add_bar (PltTile *self, gint64 part, gint64 whole, const char *alternative);
void plt_tile_add_widget (PltTile *self, GtkWidget *widget);

G_END_DECLS

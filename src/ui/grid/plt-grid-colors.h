/* The colours of the drawn grid, light and dark. They do not come from CSS: GTK 4.8 cannot be asked
 * for a colour, and a foreign theme must not make a figure unreadable.
 *
 * Text on each background it may stand on has a contrast of at least 4.5 : 1 (a test computes it).
 * The effect fills are those of every strip, sheet and chart: INT jour white, EXT jour yellow, INT
 * nuit pale blue, EXT nuit deep blue with white text, aube and crépuscule pink and orange; the code
 * is always written on them. */
#pragma once

#include <gtk/gtk.h>

#include "plt-effect-colors.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA background;
  GdkRGBA text;
} PltGridFillColors;

typedef struct
{
  GdkRGBA background;
  GdkRGBA text;
  GdkRGBA muted;     /* secondary text, on background and on group rows */
  GdkRGBA readonly;  /* background of cells that are computed */
  GdkRGBA group;     /* background of group rows, by level 0 */
  GdkRGBA subgroup;  /* and deeper */
  GdkRGBA total;     /* background of total rows */
  GdkRGBA header;    /* background of the header and the gutter */
  GdkRGBA header_on; /* the same where the cursor or the selection is */
  GdkRGBA line;      /* hairlines */
  GdkRGBA strong;    /* rules above totals, under the header, right of the frozen columns */
  GdkRGBA accent;    /* cursor and focus */
  GdkRGBA unfocused; /* the same while the keyboard is elsewhere */
  GdkRGBA selection; /* laid over selected cells, translucent */
  GdkRGBA link;      /* small chain */
  GdkRGBA invalid;   /* corner and underline of an invalid cell, border of a refused text */
  GdkRGBA error;     /* background of the sentence under a refused text */
  GdkRGBA error_text;
  PltGridFillColors fills[PLT_GRID_N_FILLS]; /* PLT_GRID_FILL_NONE is unused */
} PltGridColors;

const PltGridColors *plt_grid_colors_get (gboolean dark);

/* The same with the effects as the production of that window has them: what was said of the root of
 * the widget, the usual ones until then. Valid until it is said again. */
const PltGridColors *plt_grid_colors_for (GtkWidget *widget, gboolean dark);
const PltEffectScheme *plt_grid_effects_for (GtkWidget *widget);
/* Says it of a root, and draws what is in it again when it is something else. */
void plt_grid_colors_set_effects (GtkWidget *root, const PltEffectScheme *scheme);

G_END_DECLS

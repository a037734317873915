/* The colours of the board, light and dark: those of the palette every part of Plateau shares
 * (render/plt-palette.h), as GTK wants them. */
#pragma once

#include <gdk/gdk.h>

#include "plt-effect-colors.h"

G_BEGIN_DECLS

#define PLT_BOARD_N_EFFECTS 7 /* PltEffectClass, none included */

typedef struct
{
  GdkRGBA fill;
  GdkRGBA text;
  GdkRGBA tint; /* of the rest of the strip, over the surface */
} PltBoardEffectColors;

typedef struct
{
  GdkRGBA surface, low, text, muted, line, rule, accent, on_accent, selection, error, warning, ok;
  PltBoardEffectColors effects[PLT_BOARD_N_EFFECTS];
} PltBoardColors;

PltBoardColors plt_board_colors_new (const PltEffectScheme *scheme, gboolean dark);

G_END_DECLS

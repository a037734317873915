/* The colours of Plateau, for paper and for the window, light and dark.
 *
 * The content is the colour: effects (INT jour, EXT nuit ...) have one palette everywhere, strips,
 * planche, sheets and charts; red and amber are for issues only, and never stand without a shape or
 * a word. Every text on its ground has a contrast of 4.5:1 at least, which a test measures. Colours
 * are sRGB bytes; nothing here depends on a display. */
#pragma once

#include "plt-effect-colors.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} PltColor;

typedef enum
{
  PLT_EFFECT_INT_DAY,
  PLT_EFFECT_EXT_DAY,
  PLT_EFFECT_INT_NIGHT,
  PLT_EFFECT_EXT_NIGHT,
  PLT_EFFECT_DAWN,
  PLT_EFFECT_DUSK,
} PltEffect;

#define PLT_N_EFFECTS 6

/**
 * PltEffectColors:
 * @fill: the ground of a strip or a cell
 * @text: what is written on @fill
 * @rule: an outline that parts @fill from its neighbours
 */
typedef struct
{
  PltColor fill;
  PltColor text;
  PltColor rule;
} PltEffectColors;

#define PLT_N_SERIES 6

/**
 * PltPalette:
 * @surface: the ground of views and of paper
 * @surface_low: heads, group rows, frozen cells
 * @text: what is read
 * @muted: what is read second
 * @hairline: rules between cells
 * @grid: lines behind a chart
 * @rule: rules that part groups and totals
 * @accent: selection and focus, the only accent there is
 * @on_accent: text on @accent
 * @selection: ground of selected cells, read with @text
 * @error: issues that stop, also as text on @surface
 * @warning: issues that warn, also as text on @surface
 * @ok: what is in order, also as text on @surface
 * @series: grounds of the parts of a chart, dark and light in turn so that a photocopy tells them
 * apart
 * @on_series: text on each of @series
 * @effects: indexed by PltEffect
 */
typedef struct
{
  PltColor surface;
  PltColor surface_low;
  PltColor text;
  PltColor muted;
  PltColor hairline;
  PltColor grid;
  PltColor rule;
  PltColor accent;
  PltColor on_accent;
  PltColor selection;
  PltColor error;
  PltColor warning;
  PltColor ok;
  PltColor series[PLT_N_SERIES];
  PltColor on_series[PLT_N_SERIES];
  PltEffectColors effects[PLT_N_EFFECTS];
} PltPalette;

typedef enum
{
  PLT_PALETTE_PAPER, /* black on white */
  PLT_PALETTE_LIGHT,
  PLT_PALETTE_DARK,
} PltPaletteKind;

const PltPalette *plt_palette_get (PltPaletteKind kind);
/* The same with the colours of effects a production has chosen. */
PltPalette plt_palette_with_effects (PltPaletteKind kind, const PltEffectScheme *scheme);

/* The effect of a style name "effect.int-day" ..., FALSE for any other name. */
gboolean plt_palette_effect_of_style (const char *style, PltEffect *effect);

double plt_color_contrast (PltColor a, PltColor b); /* 1 to 21, as WCAG 2.1 defines it */

G_END_DECLS

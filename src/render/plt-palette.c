#include "plt-palette.h"

#include <math.h>
#include <string.h>

#define RGB(hex)                                                                                   \
  {                                                                                                \
    (guint8) (((hex) >> 16) & 0xff), (guint8) (((hex) >> 8) & 0xff), (guint8) ((hex) &0xff)        \
  }

#define LIGHT_EFFECTS                                                                              \
  {                                                                                                \
    [PLT_EFFECT_INT_DAY]                                                                           \
        = { RGB (PLT_EFFECT_PAPER_INT_DAY), RGB (PLT_EFFECT_INK), RGB (0x8d9096) },                \
        [PLT_EFFECT_EXT_DAY]                                                                       \
        = { RGB (PLT_EFFECT_PAPER_EXT_DAY), RGB (PLT_EFFECT_INK), RGB (0xb59a1f) },                \
        [PLT_EFFECT_INT_NIGHT]                                                                     \
        = { RGB (PLT_EFFECT_PAPER_INT_NIGHT), RGB (PLT_EFFECT_INK), RGB (0x6f94c1) },              \
        [PLT_EFFECT_EXT_NIGHT]                                                                     \
        = { RGB (PLT_EFFECT_PAPER_EXT_NIGHT), RGB (PLT_EFFECT_INK_ON_NIGHT), RGB (0x142a52) },     \
        [PLT_EFFECT_DAWN] = { RGB (PLT_EFFECT_PAPER_DAWN), RGB (PLT_EFFECT_INK), RGB (0xb97a2b) }, \
        [PLT_EFFECT_DUSK] = { RGB (PLT_EFFECT_PAPER_DUSK), RGB (PLT_EFFECT_INK), RGB (0xb3627f) }, \
  }

static const PltPalette palettes[] = {
  [PLT_PALETTE_PAPER] = {
    .surface = RGB (0xffffff),
    .surface_low = RGB (0xececec),
    .text = RGB (0x000000),
    .muted = RGB (0x4d4d4d),
    .hairline = RGB (0x4d4d4d),
    .grid = RGB (0xc8c8c8),
    .rule = RGB (0x000000),
    .accent = RGB (0x1d3a70),
    .on_accent = RGB (0xffffff),
    .selection = RGB (0xdfe9f7),
    .error = RGB (0xa3150f),
    .warning = RGB (0x8a4f00),
    .ok = RGB (0x1b6b35),
    .series = { RGB (0x1d3a70), RGB (0xcde0f7), RGB (0x7a5200), RGB (0xffe2a0), RGB (0x30553c),
                RGB (0xe2e2e2) },
    .on_series = { RGB (0xffffff), RGB (0x000000), RGB (0xffffff), RGB (0x000000), RGB (0xffffff),
                   RGB (0x000000) },
    .effects = LIGHT_EFFECTS,
  },
  [PLT_PALETTE_LIGHT] = {
    .surface = RGB (0xffffff),
    .surface_low = RGB (0xf4f4f2),
    .text = RGB (0x1b1d21),
    .muted = RGB (0x5b6068),
    .hairline = RGB (0xdcdddf),
    .grid = RGB (0xe4e5e7),
    .rule = RGB (0x85898f),
    .accent = RGB (0x1f5fbf),
    .on_accent = RGB (0xffffff),
    .selection = RGB (0xdbe8fa),
    .error = RGB (0xb3261e),
    .warning = RGB (0x8f5600),
    .ok = RGB (0x1e7a3c),
    .series = { RGB (0x1f5fbf), RGB (0xb9d3f5), RGB (0x8a5f0c), RGB (0xffd98a), RGB (0x2f6b47),
                RGB (0xc9dfcf) },
    .on_series = { RGB (0xffffff), RGB (0x16181c), RGB (0xffffff), RGB (0x16181c), RGB (0xffffff),
                   RGB (0x16181c) },
    .effects = LIGHT_EFFECTS,
  },
  [PLT_PALETTE_DARK] = {
    .surface = RGB (0x1c1d1f),
    .surface_low = RGB (0x26272a),
    .text = RGB (0xe9e9e6),
    .muted = RGB (0xa9adb3),
    .hairline = RGB (0x3a3c40),
    .grid = RGB (0x323438),
    .rule = RGB (0x7b7f86),
    .accent = RGB (0x7db1f7),
    .on_accent = RGB (0x0d1520),
    .selection = RGB (0x27405f),
    .error = RGB (0xff8f85),
    .warning = RGB (0xf2b84b),
    .ok = RGB (0x80d196),
    .series = { RGB (0x7db1f7), RGB (0x2a4d7d), RGB (0xe3b75a), RGB (0x6b4d14), RGB (0x86cfa0),
                RGB (0x2d5a3d) },
    .on_series = { RGB (0x0d1520), RGB (0xffffff), RGB (0x0d1520), RGB (0xffffff), RGB (0x0d1520),
                   RGB (0xffffff) },
    .effects = {
      [PLT_EFFECT_INT_DAY] = { RGB (PLT_EFFECT_DARK_INT_DAY), RGB (PLT_EFFECT_DARK_INK), RGB (0x8d9096) },
      [PLT_EFFECT_EXT_DAY] = { RGB (PLT_EFFECT_DARK_EXT_DAY), RGB (PLT_EFFECT_DARK_INK), RGB (0x9c8227) },
      [PLT_EFFECT_INT_NIGHT] = { RGB (PLT_EFFECT_DARK_INT_NIGHT), RGB (PLT_EFFECT_DARK_INK), RGB (0x56789f) },
      [PLT_EFFECT_EXT_NIGHT] = { RGB (PLT_EFFECT_DARK_EXT_NIGHT), RGB (PLT_EFFECT_INK_ON_NIGHT), RGB (0x4c71b8) },
      [PLT_EFFECT_DAWN] = { RGB (PLT_EFFECT_DARK_DAWN), RGB (PLT_EFFECT_DARK_INK), RGB (0x98622a) },
      [PLT_EFFECT_DUSK] = { RGB (PLT_EFFECT_DARK_DUSK), RGB (PLT_EFFECT_DARK_INK), RGB (0x96586e) },
    },
  },
};

static const struct
{
  const char *style;
  PltEffect effect;
} effect_styles[] = {
  { "effect.int-day", PLT_EFFECT_INT_DAY },     { "effect.ext-day", PLT_EFFECT_EXT_DAY },
  { "effect.int-night", PLT_EFFECT_INT_NIGHT }, { "effect.ext-night", PLT_EFFECT_EXT_NIGHT },
  { "effect.dawn", PLT_EFFECT_DAWN },           { "effect.dusk", PLT_EFFECT_DUSK },
};

/**
 * plt_palette_get:
 *
 * Returns: (transfer none): static
 */
const PltPalette *
plt_palette_get (PltPaletteKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (palettes), &palettes[PLT_PALETTE_PAPER]);
  return &palettes[kind];
}

static PltColor
color_of (guint32 rgb)
{
  return (PltColor) RGB (rgb);
}

PltPalette
plt_palette_with_effects (PltPaletteKind kind, const PltEffectScheme *scheme)
{
  PltPalette palette = *plt_palette_get (kind);
  const PltEffectPair *pairs = kind == PLT_PALETTE_DARK ? scheme->dark : scheme->paper;

  for (guint i = 0; scheme->own && i < PLT_N_EFFECTS; i++)
    {
      palette.effects[i].fill = color_of (pairs[i].fill);
      palette.effects[i].text = color_of (pairs[i].ink);
    }
  return palette;
}

/**
 * plt_palette_effect_of_style:
 * @style: (nullable): name of a style
 * @effect: (out) (optional): its effect
 *
 * Returns: whether @style is that of an effect
 */
gboolean
plt_palette_effect_of_style (const char *style, PltEffect *effect)
{
  if (style == NULL || !g_str_has_prefix (style, "effect."))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (effect_styles); i++)
    if (strcmp (style, effect_styles[i].style) == 0)
      {
        if (effect != NULL)
          *effect = effect_styles[i].effect;
        return TRUE;
      }
  return FALSE;
}

static double
linear (guint8 channel)
{
  double c = channel / 255.0;
  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (PltColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

/**
 * plt_color_contrast:
 *
 * Returns: the ratio of the two luminances, the lighter above, 1 to 21
 */
double
plt_color_contrast (PltColor a, PltColor b)
{
  double la = luminance (a) + 0.05;
  double lb = luminance (b) + 0.05;
  return la > lb ? la / lb : lb / la;
}

#include "plt-board-colors.h"

#include "plt-palette.h"

#define TINT_LIGHT 0.16f
#define TINT_DARK 0.13f

static GdkRGBA
rgba (PltColor color)
{
  return (GdkRGBA){ (float) color.red / 255.0f, (float) color.green / 255.0f,
                    (float) color.blue / 255.0f, 1.0f };
}

/**
 * plt_board_colors_new:
 * @scheme: the effects as the production has them
 * @dark: on a dark desk
 *
 * Returns: the colours
 */
PltBoardColors
plt_board_colors_new (const PltEffectScheme *scheme, gboolean dark)
{
  PltPalette palette
      = plt_palette_with_effects (dark ? PLT_PALETTE_DARK : PLT_PALETTE_LIGHT, scheme);
  PltBoardColors self = { 0 };

  G_STATIC_ASSERT (PLT_BOARD_N_EFFECTS == PLT_N_EFFECTS + 1);
  self.surface = rgba (palette.surface);
  self.low = rgba (palette.surface_low);
  self.text = rgba (palette.text);
  self.muted = rgba (palette.muted);
  self.line = rgba (palette.hairline);
  self.rule = rgba (palette.rule);
  self.accent = rgba (palette.accent);
  self.on_accent = rgba (palette.on_accent);
  self.selection = rgba (palette.selection);
  self.error = rgba (palette.error);
  self.warning = rgba (palette.warning);
  self.ok = rgba (palette.ok);
  self.effects[0] = (PltBoardEffectColors){ self.low, self.text, self.surface };
  self.effects[0].tint.alpha = 0;
  /* The classes of effects of the model have "none" before those of the palette. */
  for (guint i = 0; i < PLT_N_EFFECTS; i++)
    {
      PltBoardEffectColors *effect = &self.effects[i + 1];

      effect->fill = effect->tint = rgba (palette.effects[i].fill);
      effect->text = rgba (palette.effects[i].text);
      effect->tint.alpha = dark ? TINT_DARK : TINT_LIGHT;
    }
  return self;
}

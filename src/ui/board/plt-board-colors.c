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

static void
fill (PltBoardColors *self, PltPaletteKind kind)
{
  const PltPalette *palette = plt_palette_get (kind);

  self->surface = rgba (palette->surface);
  self->low = rgba (palette->surface_low);
  self->text = rgba (palette->text);
  self->muted = rgba (palette->muted);
  self->line = rgba (palette->hairline);
  self->rule = rgba (palette->rule);
  self->accent = rgba (palette->accent);
  self->on_accent = rgba (palette->on_accent);
  self->selection = rgba (palette->selection);
  self->error = rgba (palette->error);
  self->warning = rgba (palette->warning);
  self->ok = rgba (palette->ok);
  self->effects[0] = (PltBoardEffectColors){ self->low, self->text, self->surface };
  self->effects[0].tint.alpha = 0;
  /* The classes of effects of the model have "none" before those of the palette. */
  for (guint i = 0; i < PLT_N_EFFECTS; i++)
    {
      PltBoardEffectColors *effect = &self->effects[i + 1];

      effect->fill = effect->tint = rgba (palette->effects[i].fill);
      effect->text = rgba (palette->effects[i].text);
      effect->tint.alpha = kind == PLT_PALETTE_DARK ? TINT_DARK : TINT_LIGHT;
    }
}

/**
 * plt_board_colors_get:
 *
 * Returns: (transfer none): static
 */
const PltBoardColors *
plt_board_colors_get (gboolean dark)
{
  static PltBoardColors colors[2];
  static gsize filled;

  G_STATIC_ASSERT (PLT_BOARD_N_EFFECTS == PLT_N_EFFECTS + 1);
  if (g_once_init_enter (&filled))
    {
      fill (&colors[0], PLT_PALETTE_LIGHT);
      fill (&colors[1], PLT_PALETTE_DARK);
      g_once_init_leave (&filled, 1);
    }
  return &colors[dark ? 1 : 0];
}

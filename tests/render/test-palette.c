#include <string.h>

#include "plt-palette.h"
#include "plt-styles.h"

#define LEAST 4.5

static const char *const kinds[] = { "paper", "light", "dark" };

static void
assert_readable (const char *what, PltPaletteKind kind, PltColor ground, PltColor text)
{
  double contrast = plt_color_contrast (ground, text);
  if (contrast < LEAST)
    g_error ("%s of the palette %s has a contrast of %.2f only.", what, kinds[kind], contrast);
}

static void
test_contrast_formula (void)
{
  const PltColor black = { 0, 0, 0 };
  const PltColor white = { 255, 255, 255 };
  const PltColor grey = { 0x77, 0x77, 0x77 };
  g_assert_cmpfloat_with_epsilon (plt_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (plt_color_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (plt_color_contrast (white, white), 1, 1e-9);
  /* The well-known example: #777 on white is just under 4.5. */
  g_assert_cmpfloat_with_epsilon (plt_color_contrast (grey, white), 4.48, 0.005);
}

static void
test_readable (void)
{
  for (PltPaletteKind kind = PLT_PALETTE_PAPER; kind <= PLT_PALETTE_DARK; kind++)
    {
      const PltPalette *p = plt_palette_get (kind);
      assert_readable ("text", kind, p->surface, p->text);
      assert_readable ("text on low ground", kind, p->surface_low, p->text);
      assert_readable ("muted", kind, p->surface, p->muted);
      assert_readable ("muted on low ground", kind, p->surface_low, p->muted);
      assert_readable ("accent", kind, p->accent, p->on_accent);
      assert_readable ("selection", kind, p->selection, p->text);
      assert_readable ("error", kind, p->surface, p->error);
      assert_readable ("warning", kind, p->surface, p->warning);
      assert_readable ("ok", kind, p->surface, p->ok);
      for (guint i = 0; i < PLT_N_SERIES; i++)
        assert_readable ("series", kind, p->series[i], p->on_series[i]);
      for (guint i = 0; i < PLT_N_EFFECTS; i++)
        assert_readable ("effect", kind, p->effects[i].fill, p->effects[i].text);
    }
}

/* A photocopy keeps lightness only: parts that touch in a chart have to differ by it. */
static void
test_series_photocopied (void)
{
  const PltPalette *p = plt_palette_get (PLT_PALETTE_PAPER);
  for (guint i = 0; i < PLT_N_SERIES; i++)
    g_assert_cmpfloat (plt_color_contrast (p->series[i], p->series[(i + 1) % PLT_N_SERIES]), >, 3);
}

static void
test_effects_differ (void)
{
  for (PltPaletteKind kind = PLT_PALETTE_PAPER; kind <= PLT_PALETTE_DARK; kind++)
    for (guint i = 0; i < PLT_N_EFFECTS; i++)
      for (guint j = 0; j < i; j++)
        {
          PltColor a = plt_palette_get (kind)->effects[i].fill;
          PltColor b = plt_palette_get (kind)->effects[j].fill;
          int distance = ABS (a.red - b.red) + ABS (a.green - b.green) + ABS (a.blue - b.blue);
          g_assert_cmpint (distance, >, 40);
        }
}

static void
test_effect_of_style (void)
{
  guint seen = 0;
  const char *const *names = plt_style_names ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      PltEffect effect = PLT_N_EFFECTS;
      gboolean is_effect = plt_palette_effect_of_style (names[i], &effect);
      g_assert_cmpint (is_effect, ==, g_str_has_prefix (names[i], "effect."));
      if (is_effect)
        {
          g_assert_cmpuint (seen & (1u << effect), ==, 0);
          seen |= 1u << effect;
        }
    }
  g_assert_cmpuint (seen, ==, (1u << PLT_N_EFFECTS) - 1);
  g_assert_false (plt_palette_effect_of_style ("effect.noon", NULL));
  g_assert_false (plt_palette_effect_of_style (NULL, NULL));

  PltEffect effect;
  g_assert_true (plt_palette_effect_of_style ("effect.ext-night", &effect));
  g_assert_cmpint (effect, ==, PLT_EFFECT_EXT_NIGHT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/palette/contrast-formula", test_contrast_formula);
  g_test_add_func ("/render/palette/readable", test_readable);
  g_test_add_func ("/render/palette/series-photocopied", test_series_photocopied);
  g_test_add_func ("/render/palette/effects-differ", test_effects_differ);
  g_test_add_func ("/render/palette/effect-of-style", test_effect_of_style);
  return g_test_run ();
}

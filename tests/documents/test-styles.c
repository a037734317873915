#include <math.h>
#include <string.h>

#include "plt-styles.h"

static void
test_names (void)
{
  const char *const *names = plt_style_names ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_true (plt_style_exists (names[i]));
      g_assert_true (plt_style_find (names[i]) == names[i]);
      if (i > 0)
        g_assert_cmpint (strcmp (names[i - 1], names[i]), <, 0);
    }
  g_assert_cmpuint (g_strv_length ((char **) names), >=, 40);
}

static void
test_unknown (void)
{
  static const char *const unknown[]
      = { "", "cell", "cell.", "cell.normal ", "Cell.normal", "zzz" };
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_assert_false (plt_style_exists (unknown[i]));
      g_assert_null (plt_style_find (unknown[i]));
    }
}

static double
luminance (guint32 color)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;
  for (guint i = 0; i < 3; i++)
    {
      double part = ((color >> (16 - 8 * i)) & 0xff) / 255.0;
      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

/* Every effect has colours of its own, readable (WCAG contrast 4.5:1), and nothing else has. */
static void
test_effects (void)
{
  g_autoptr (GHashTable) papers = g_hash_table_new (NULL, NULL);
  guint n = 0;
  for (const char *const *name = plt_style_names (); *name != NULL; name++)
    {
      guint32 paper = 0, ink = 0;
      gboolean has = plt_style_effect_colors (*name, &paper, &ink);
      g_assert_cmpint (has, ==, g_str_has_prefix (*name, "effect."));
      if (!has)
        continue;
      n++;
      double light = MAX (luminance (paper), luminance (ink));
      double dark = MIN (luminance (paper), luminance (ink));
      g_assert_cmpfloat ((light + 0.05) / (dark + 0.05), >=, 4.5);
      g_assert_true (g_hash_table_add (papers, GUINT_TO_POINTER (paper)));
    }
  g_assert_cmpuint (n, ==, 6);

  /* a production may have colours of its own */
  PltEffectScheme own = *plt_effect_scheme_usual ();
  guint32 paper = 0, ink = 0;
  own.paper[3] = (PltEffectPair){ 0xa6dba0, 0x16181c };
  g_assert_true (plt_style_effect_colors_in (&own, "effect.ext-night", &paper, &ink));
  g_assert_cmphex (paper, ==, 0xa6dba0);
  g_assert_cmphex (ink, ==, 0x16181c);
  g_assert_false (plt_style_effect_colors_in (&own, "cell.normal", &paper, &ink));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/styles/names", test_names);
  g_test_add_func ("/styles/unknown", test_unknown);
  g_test_add_func ("/styles/effects", test_effects);
  return g_test_run ();
}

/* The colours of the effects: always readable, whatever a production says. */
#include "plt-effect-scheme.h"

static void
add_color (PltFacts *facts, const char *effect, const char *fill, const char *ink)
{
  PltColorFacts *row = PLT_FACTS_ADD (facts->colors, PltColorFacts, (gint64) facts->colors.n + 1);

  row->effect = effect;
  row->fill = fill;
  row->ink = ink;
}

static void
assert_readable (const PltEffectScheme *scheme)
{
  for (guint i = 0; i < PLT_N_EFFECT_COLORS; i++)
    {
      g_assert_cmpfloat (plt_effect_contrast (scheme->paper[i].fill, scheme->paper[i].ink), >=,
                         PLT_EFFECT_LEAST_CONTRAST);
      g_assert_cmpfloat (plt_effect_contrast (scheme->dark[i].fill, scheme->dark[i].ink), >=,
                         PLT_EFFECT_LEAST_CONTRAST);
    }
}

static void
test_usual (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  PltEffectScheme scheme = plt_effect_scheme_new (facts);

  g_assert_false (scheme.own);
  assert_readable (&scheme);
  g_assert_cmphex (scheme.paper[PLT_EFFECT_EXT_DAY - 1].fill, ==, PLT_EFFECT_PAPER_EXT_DAY);
  g_assert_cmphex (scheme.dark[PLT_EFFECT_DUSK - 1].fill, ==, PLT_EFFECT_DARK_DUSK);
}

/* The ink that cannot be read is not taken; a colour that is none leaves the usual one. */
static void
test_own (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  PltEffectScheme scheme;

  add_color (facts, "int-jour", "#202020", "#101010");
  add_color (facts, "ext-jour", "#ffffff", "#0000aa");
  add_color (facts, "aube", "rouge", "");
  scheme = plt_effect_scheme_new (facts);
  g_assert_true (scheme.own);
  assert_readable (&scheme);
  g_assert_cmphex (scheme.paper[0].fill, ==, 0x202020);
  g_assert_cmphex (scheme.paper[0].ink, ==, 0xffffff);
  g_assert_cmphex (scheme.paper[1].ink, ==, 0x0000aa);
  g_assert_cmphex (scheme.paper[4].fill, ==, PLT_EFFECT_PAPER_DAWN);
}

/* Every grey, and the colours in between that are hardest: one ink always reads. */
static void
test_any_fill (void)
{
  for (guint32 v = 0; v < 256; v++)
    {
      const guint32 fills[] = { v << 16 | v << 8 | v, v << 16,       v << 8,        v,
                                0xff0000 | v << 8,    v << 8 | 0xff, v << 16 | 0xff };

      for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
        g_assert_cmpfloat (plt_effect_contrast (fills[i], plt_effect_readable_ink (fills[i])), >=,
                           PLT_EFFECT_LEAST_CONTRAST);
    }
  /* the example everybody knows */
  g_assert_cmpfloat_with_epsilon (plt_effect_contrast (0x777777, 0xffffff), 4.48, 0.005);
}

static void
test_parse (void)
{
  static const char *const wrong[] = { "", "#fff", "ffe679", "#ffe67g", "#ffe6790", "#-fe679" };
  guint32 color = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (plt_effect_color_parse (wrong[i], &color));
  g_assert_true (plt_effect_color_parse ("#FFe679", &color));
  g_assert_cmphex (color, ==, 0xffe679);
  {
    g_autofree char *text = plt_effect_color_format (color);

    g_assert_cmpstr (text, ==, "#ffe679");
  }
}

/* White, yellow, blue and green; going back takes the rows away; nothing is written twice. */
static void
test_presets (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltBatch) there = plt_batch_new ();
  g_autoptr (PltBatch) again = plt_batch_new ();
  g_autoptr (PltBatch) back = plt_batch_new ();
  PltEffectScheme scheme;

  plt_effect_colors_choose (facts, PLT_EFFECT_PRESET_FRANCE, there);
  g_assert_cmpuint (plt_batch_get_n_edits (there), ==, 0);
  plt_effect_colors_choose (facts, PLT_EFFECT_PRESET_INTERNATIONAL, there);
  g_assert_cmpuint (plt_batch_get_n_edits (there), ==, PLT_N_EFFECT_COLORS);
  for (guint i = 0; i < PLT_N_EFFECT_COLORS; i++)
    {
      const PltEdit *edit = plt_batch_get_edit (there, i);
      const PltEditValue *values = (const PltEditValue *) (gpointer) edit->values->data;

      g_assert_cmpuint (edit->values->len, ==, 3);
      add_color (facts, plt_effect_class_id ((PltEffectClass) (i + 1)),
                 g_string_chunk_insert (facts->strings, plt_value_get_text (&values[1].value)), "");
    }
  scheme = plt_effect_scheme_new (facts);
  assert_readable (&scheme);
  g_assert_cmphex (scheme.paper[0].fill, ==, 0xffffff);
  g_assert_cmphex (scheme.paper[1].fill, ==, 0xfff176);
  plt_effect_colors_choose (facts, PLT_EFFECT_PRESET_INTERNATIONAL, again);
  g_assert_cmpuint (plt_batch_get_n_edits (again), ==, 0);
  plt_effect_colors_choose (facts, PLT_EFFECT_PRESET_FRANCE, back);
  g_assert_cmpuint (plt_batch_get_n_edits (back), ==, PLT_N_EFFECT_COLORS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/effect-scheme/usual", test_usual);
  g_test_add_func ("/effect-scheme/own", test_own);
  g_test_add_func ("/effect-scheme/any-fill", test_any_fill);
  g_test_add_func ("/effect-scheme/parse", test_parse);
  g_test_add_func ("/effect-scheme/presets", test_presets);
  return g_test_run ();
}

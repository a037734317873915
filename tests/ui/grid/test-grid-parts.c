/* Sums, proposals and colours of a grid. */
#include "config.h"

#include <math.h>

#include "plt-grid-colors.h"
#include "plt-grid-completion.h"
#include "plt-grid-sum.h"

/* --- Sums --- */

static void
test_tally (void)
{
  PltGridTally tally = { 0 };
  gint64 sum;

  g_assert_false (plt_grid_tally_get_sum (&tally, &sum));
  plt_grid_tally_add (&tally, 1250, "money", 4);
  plt_grid_tally_add (&tally, 250, "money", 4);
  plt_grid_tally_add (&tally, -1, "money", 5);
  g_assert_true (plt_grid_tally_get_sum (&tally, &sum));
  g_assert_cmpint (sum, ==, 1499);
  g_assert_cmpint (plt_grid_tally_get_average (&tally), ==, 500); /* 499,67 */
  g_assert_cmpint (tally.column, ==, 4);
  /* Euros and days do not add up. */
  plt_grid_tally_add (&tally, 3, "quantity", 6);
  g_assert_false (plt_grid_tally_get_sum (&tally, &sum));
  g_assert_cmpint (tally.n_numbers, ==, 4);
}

static void
test_average (void)
{
  static const struct
  {
    gint64 sum, n, expected;
  } cases[] = {
    { 10, 4, 3 }, { 9, 4, 2 }, { -10, 4, -3 }, { -9, 4, -2 },
    { 0, 3, 0 },  { 1, 2, 1 }, { -1, 2, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltGridTally tally = { .sum = cases[i].sum, .n_numbers = cases[i].n };

      g_assert_cmpint (plt_grid_tally_get_average (&tally), ==, cases[i].expected);
    }
}

static void
test_overflow (void)
{
  PltGridTally tally = { 0 };
  gint64 sum;

  plt_grid_tally_add (&tally, G_MAXINT64, "money", 0);
  plt_grid_tally_add (&tally, 1, "money", 0);
  g_assert_false (plt_grid_tally_get_sum (&tally, &sum));
}

static void
test_totals_apart (void)
{
  PltGridSum sum = { 0 };

  plt_grid_tally_add (&sum.totals, 100, "money", 0);
  g_assert_true (plt_grid_sum_get_tally (&sum) == &sum.totals);
  plt_grid_tally_add (&sum.lines, 40, "money", 0);
  g_assert_true (plt_grid_sum_get_tally (&sum) == &sum.lines);
}

/* --- Proposals --- */

static void
test_completion (void)
{
  static const char *const sets[] = {
    "CAFÉ DU PORT", "QUAI", "PORT DE PÊCHE", "AÉROPORT", "CAFÉ-TABAC", "MAISON (CAVE)", NULL
  };
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "", "CAFÉ DU PORT|QUAI|PORT DE PÊCHE|AÉROPORT|CAFÉ-TABAC|MAISON (CAVE)" },
    { "cafe", "CAFÉ DU PORT|CAFÉ-TABAC" },
    { "port", "PORT DE PÊCHE|CAFÉ DU PORT|AÉROPORT" }, /* begins, a word begins, contains */
    { "TAB", "CAFÉ-TABAC" },
    { "cave", "MAISON (CAVE)" },
    { "peche", "PORT DE PÊCHE" },
    { "x", "" },
  };
  g_autoptr (PltGridCompletion) completion = plt_grid_completion_new (sets);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree const char **matches = plt_grid_completion_match (completion, cases[i].text, 100);
      g_autofree char *found = g_strjoinv ("|", (GStrv) matches);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
  {
    g_autofree const char **few = plt_grid_completion_match (completion, "", 2);

    g_assert_cmpuint (g_strv_length ((GStrv) few), ==, 2);
  }
  g_assert_cmpint (plt_grid_completion_find (completion, "aéroport"), ==, 3);
  g_assert_cmpint (plt_grid_completion_find (completion, "aero"), ==, -1);
}

/* --- Colours --- */

static double
channel (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * channel ((double) color->red) + 0.7152 * channel ((double) color->green)
         + 0.0722 * channel ((double) color->blue);
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double left = luminance (a), right = luminance (b);

  return (MAX (left, right) + 0.05) / (MIN (left, right) + 0.05);
}

/* `over` laid on `under`. */
static GdkRGBA
blend (const GdkRGBA *under, const GdkRGBA *over)
{
  float a = over->alpha;

  return (GdkRGBA){ under->red + (over->red - under->red) * a,
                    under->green + (over->green - under->green) * a,
                    under->blue + (over->blue - under->blue) * a, 1.0f };
}

static void
test_contrast (gconstpointer data)
{
  const PltGridColors *colors = plt_grid_colors_get (GPOINTER_TO_INT (data));
  const GdkRGBA *backgrounds[]
      = { &colors->background, &colors->readonly, &colors->group,    &colors->subgroup,
          &colors->total,      &colors->header,   &colors->header_on };

  for (guint i = 0; i < G_N_ELEMENTS (backgrounds); i++)
    {
      GdkRGBA selected = blend (backgrounds[i], &colors->selection);

      g_test_message ("background %u", i);
      g_assert_cmpfloat (contrast (&colors->text, backgrounds[i]), >=, 4.5);
      g_assert_cmpfloat (contrast (&colors->muted, backgrounds[i]), >=, 4.5);
      if (backgrounds[i] == &colors->header || backgrounds[i] == &colors->header_on)
        continue; /* nothing is laid over these */
      g_assert_cmpfloat (contrast (&colors->text, &selected), >=, 4.5);
      g_assert_cmpfloat (contrast (&colors->muted, &selected), >=, 4.5);
    }
  for (guint i = PLT_GRID_FILL_NONE + 1; i < PLT_GRID_N_FILLS; i++)
    g_assert_cmpfloat (contrast (&colors->fills[i].text, &colors->fills[i].background), >=, 4.5);
  g_assert_cmpfloat (contrast (&colors->error_text, &colors->error), >=, 4.5);
  /* What is no text but must be seen. */
  g_assert_cmpfloat (contrast (&colors->accent, &colors->background), >=, 3.0);
  g_assert_cmpfloat (contrast (&colors->unfocused, &colors->background), >=, 3.0);
  g_assert_cmpfloat (contrast (&colors->invalid, &colors->background), >=, 3.0);
  g_assert_cmpfloat (contrast (&colors->strong, &colors->background), >=, 3.0);
}

/* Words of a formula: '|' is the caret, and what a proposal would replace is between brackets. */
static void
test_completion_words (void)
{
  static const char *const proposals[]
      = { "SEM_PREPA",       "semaines_tournage", "jours_tournage", "jours(role)",
          "jours(\"NORA\")", "jours(\"RENÉ\")",   "min(",           NULL };
  static const struct
  {
    const char *text;
    gsize caret;
    const char *replaced;
    const char *first; /* NULL: nothing is proposed */
  } cases[] = {
    { "SEM", 3, "SEM", "SEM_PREPA" },
    { "2*sem+1", 5, "sem", "SEM_PREPA" },
    { "1+jours(\"N", 10, "jours(\"N", "jours(\"NORA\")" },
    { "jours(\"ren\")*2", 9, "jours(\"ren\")", "jours(\"RENÉ\")" },
    { "jours(ro", 8, "jours(ro", "jours(role)" },
    { "min(sem;2)", 7, "sem", "SEM_PREPA" },
    { "nora", 4, "nora", "jours(\"NORA\")" },
    { "jours(nora", 10, NULL, NULL }, /* a call is not put into a call */
    { "12", 2, NULL, NULL },
    { "2*", 2, NULL, NULL },
    { "SEM_PREPA", 0, NULL, NULL },
  };
  g_autoptr (PltGridCompletion) completion = plt_grid_completion_new (proposals);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start, end;
      g_autofree const char **matches = plt_grid_completion_match_word (
          completion, cases[i].text, cases[i].caret, 10, &start, &end);
      g_autofree char *replaced = g_strndup (cases[i].text + start, end - start);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (matches[0], ==, cases[i].first);
      g_assert_cmpstr (replaced, ==, cases[i].replaced != NULL ? cases[i].replaced : "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/sum/tally", test_tally);
  g_test_add_func ("/grid/sum/average", test_average);
  g_test_add_func ("/grid/sum/overflow", test_overflow);
  g_test_add_func ("/grid/sum/totals-apart", test_totals_apart);
  g_test_add_func ("/grid/completion/match", test_completion);
  g_test_add_data_func ("/grid/colors/light", GINT_TO_POINTER (FALSE), test_contrast);
  g_test_add_data_func ("/grid/colors/dark", GINT_TO_POINTER (TRUE), test_contrast);
  g_test_add_func ("/grid/completion/words", test_completion_words);
  return g_test_run ();
}

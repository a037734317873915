/* The three lengths of a séquence and their totals, by hand; the parameters are those shipped. */
#include "plt-minutage.h"

#include <string.h>

#include "plt-test-film.h"

static PltMinutageParams shipped;

static void
test_estimate (void)
{
  static const struct
  {
    guint dialogue, action, cues, eighths;
    gint64 seconds;
  } cases[] = {
    { 0, 0, 0, 0, 0 },
    { 160, 0, 0, 0, 60 }, /* a minute of words */
    { 0, 10, 0, 0, 5 },
    { 0, 0, 10, 0, 7 },
    { 80, 20, 5, 4, 44 },   /* 30 + 10 + 3,5 = 43,5: halves up */
    { 0, 3, 0, 8, 48 },     /* the floor: a page of one sentence is 8 × 6 s */
    { 160, 40, 10, 8, 87 }, /* 60 + 20 + 7 */
    { 1, 0, 0, 0, 0 },      /* 0,375 s */
    { 1, 0, 1, 0, 1 },      /* 1,075 s */
    { G_MAXUINT, G_MAXUINT, G_MAXUINT, 0, 6764573490 }, /* (2^32 - 1) × 1,575 s: no overflow */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (plt_minutage_estimate (&shipped, cases[i].dialogue, cases[i].action,
                                            cases[i].cues, cases[i].eighths),
                     ==, cases[i].seconds);
}

/* More of anything is never shorter. */
static void
test_monotonic (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      guint d = (guint) g_test_rand_int_range (0, 2000),
            a = (guint) g_test_rand_int_range (0, 2000);
      guint c = (guint) g_test_rand_int_range (0, 200), e = (guint) g_test_rand_int_range (0, 80);
      gint64 base = plt_minutage_estimate (&shipped, d, a, c, e);

      g_assert_cmpint (plt_minutage_estimate (&shipped, d + 1, a, c, e), >=, base);
      g_assert_cmpint (plt_minutage_estimate (&shipped, d, a + 1, c, e), >=, base);
      g_assert_cmpint (plt_minutage_estimate (&shipped, d, a, c + 1, e), >=, base);
      g_assert_cmpint (plt_minutage_estimate (&shipped, d, a, c, e + 1), >=, base);
    }
}

/* What the file does not say is not guessed. */
static void
test_params (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  PltReferentialFacts *kept = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);
  PltMinutageParams params;
  g_autoptr (GError) error = NULL;

  kept->name = PLT_MINUTAGE_REFERENTIAL;
  kept->version = "1";
  kept->content = "[estimation]\nmots_minute=120\nreplique_ms=\n";
  plt_minutage_open (facts, NULL, &params);
  g_assert_cmpint (params.words_per_minute, ==, 120);
  g_assert_cmpint (params.cue_ms, ==, PLT_UNKNOWN);
  g_assert_cmpint (params.tolerance_e3, ==, PLT_UNKNOWN);
  g_assert_cmpint (plt_minutage_estimate (&params, 100, 100, 1, 8), ==, PLT_UNKNOWN);
  kept->content = "pas un fichier INI";
  plt_minutage_open (facts, "[controle]\ntolerance_e3=50\n", &params);
  g_assert_cmpint (params.tolerance_e3, ==, 50);
  plt_minutage_open (facts, NULL, &params);
  g_assert_cmpint (params.tolerance_e3, ==, PLT_UNKNOWN);
  g_assert_false (plt_minutage_parse ("pas un fichier INI", &params, &error));
  g_assert_cmpuint (strlen (error->message), >, 30);

  /* a comedy is shorter: 60 s of words at nine tenths */
  params = shipped;
  params.genre_e3 = 900;
  g_assert_cmpint (plt_minutage_estimate (&params, 160, 0, 0, 0), ==, 54);
  /* the largest values a file may have overflow nothing */
  params = (PltMinutageParams){ 1, 1000000, 1000000, 1000000, 1000000, 1000000, 0, 0, 0 };
  (void) plt_minutage_estimate (&params, G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT);
}

/* The film: 1 has 90 s, 2 nothing but an estimate of 50 s, 3 60 s, 4 30 s; half a page each. */
static void
test_totals (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  PltMinutage total;

  total = plt_minutage_total (facts);
  g_assert_cmpuint (total.n, ==, 4);
  g_assert_cmpint (total.premin, ==, 180);
  g_assert_cmpuint (total.n_premin, ==, 3);
  g_assert_cmpint (total.estimate, ==, 200);
  g_assert_cmpint (total.screen, ==, 230);
  g_assert_cmpuint (total.n_estimated, ==, 1);
  g_assert_cmpuint (total.n_untimed, ==, 0);
  g_assert_cmpint (total.shooting, ==, 360);
  g_assert_cmpuint (total.n_shooting, ==, 3);
  g_assert_cmpint (total.eighths, ==, 16);
  g_assert_cmpint (plt_minutage_per_page (facts), ==, 1917); /* 230 s over two pages */
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials",
                                PLT_MINUTAGE_REFERENTIAL ".ini", NULL);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (plt_minutage_parse (content, &shipped, NULL));
  g_test_add_func ("/minutage/params", test_params);
  g_test_add_func ("/minutage/totals", test_totals);
  g_test_add_func ("/minutage/estimate", test_estimate);
  g_test_add_func ("/minutage/monotonic", test_monotonic);
  return g_test_run ();
}

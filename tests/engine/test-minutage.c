#include "plt-minutage.h"

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
    g_assert_cmpint (
        plt_minutage_estimate (cases[i].dialogue, cases[i].action, cases[i].cues, cases[i].eighths),
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
      gint64 base = plt_minutage_estimate (d, a, c, e);

      g_assert_cmpint (plt_minutage_estimate (d + 1, a, c, e), >=, base);
      g_assert_cmpint (plt_minutage_estimate (d, a + 1, c, e), >=, base);
      g_assert_cmpint (plt_minutage_estimate (d, a, c + 1, e), >=, base);
      g_assert_cmpint (plt_minutage_estimate (d, a, c, e + 1), >=, base);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minutage/estimate", test_estimate);
  g_test_add_func ("/minutage/monotonic", test_monotonic);
  return g_test_run ();
}

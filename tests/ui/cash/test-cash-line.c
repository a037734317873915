/* The picture of a treasury, and where its days and amounts stand. */
#include "plt-cash-line.h"
#include "plt-cash-scale.h"

static PltDate
day (int month, int number)
{
  return plt_date_from_ymd (2027, month, number);
}

static PltCashLine *
sample (void)
{
  PltCashLine *line = plt_cash_line_new ();

  line->first = day (3, 1);
  line->last = day (6, 30);
  line->opening = 10000;
  plt_cash_line_add (line, day (3, 1), 50000);
  plt_cash_line_add (line, day (3, 1), -20000);
  plt_cash_line_add (line, day (4, 15), -90000);
  plt_cash_line_add (line, day (6, 30), 70000);
  return line;
}

static void
test_balance (void)
{
  g_autoptr (PltCashLine) line = sample ();
  static const struct
  {
    int month, day;
    PltMoney balance;
  } cases[] = {
    { 2, 27, 10000 },  { 3, 1, 40000 },   { 3, 2, 40000 },  { 4, 14, 40000 },
    { 4, 15, -50000 }, { 6, 29, -50000 }, { 6, 30, 20000 }, { 12, 31, 20000 },
  };

  g_assert_cmpuint (line->days->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (plt_cash_line_balance_at (line, day (cases[i].month, cases[i].day)), ==,
                     cases[i].balance);
}

static void
test_sum (void)
{
  g_autoptr (PltCashLine) line = sample ();
  PltMoney in, out;

  plt_cash_line_sum (line, day (3, 1), day (3, 31), &in, &out);
  g_assert_cmpint (in, ==, 50000);
  g_assert_cmpint (out, ==, -20000);
  plt_cash_line_sum (line, day (3, 2), day (6, 29), &in, &out);
  g_assert_cmpint (in, ==, 0);
  g_assert_cmpint (out, ==, -90000);
  plt_cash_line_sum (line, day (1, 1), day (12, 31), &in, &out);
  g_assert_cmpint (line->opening + in + out, ==, 20000);
}

/* What was never drawn makes no room; an overdraft does. */
static void
test_range (void)
{
  g_autoptr (PltCashLine) line = sample ();
  PltMoney low, high;

  plt_cash_line_range (line, &low, &high);
  g_assert_cmpint (low, ==, -50000);
  g_assert_cmpint (high, ==, 40000);
  line->overdraft = 80000;
  g_array_index (line->days, PltCashLineDay, 2).bare = -95000;
  plt_cash_line_range (line, &low, &high);
  g_assert_cmpint (low, ==, -95000);
  line->overdraft = 120000;
  plt_cash_line_range (line, &low, &high);
  g_assert_cmpint (low, ==, -120000);
}

static void
test_marks (void)
{
  g_autoptr (PltCashLine) line = sample ();

  plt_cash_line_add_mark (line, "event:premier-jour", "Premier jour", day (5, 3), day (5, 3), 4);
  plt_cash_line_add_mark (line, "instalment:3", "Solde", day (6, 1), day (5, 1), 1)->small = TRUE;
  g_assert_cmpint (plt_cash_line_find_mark (line, "instalment:3")->base, ==, day (5, 1));
  g_assert_true (plt_cash_line_find_mark (line, "instalment:3")->small);
  g_assert_null (plt_cash_line_find_mark (line, "instalment:4"));
}

static PltCashScale
scale_of (double width)
{
  PltCashScale scale = {
    .left = 100,
    .top = 20,
    .width = width,
    .height = 200,
    .first = day (1, 1),
    .last = day (4, 10), /* a hundred days */
    .low = -100000,
    .high = 300000,
  };

  plt_cash_scale_fit (&scale);
  return scale;
}

static void
test_places (void)
{
  PltCashScale scale = scale_of (500);

  g_assert_cmpfloat_with_epsilon (scale.day_width, 5, 0.001);
  g_assert_cmpfloat_with_epsilon (plt_cash_scale_x (&scale, day (1, 1)), 100, 0.001);
  g_assert_cmpfloat_with_epsilon (plt_cash_scale_x (&scale, day (1, 11)), 150, 0.001);
  g_assert_cmpfloat_with_epsilon (plt_cash_scale_y (&scale, 300000), 20, 0.001);
  g_assert_cmpfloat_with_epsilon (plt_cash_scale_y (&scale, 0), 170, 0.001);
  g_assert_cmpint (plt_cash_scale_date (&scale, 152), ==, day (1, 11));
  g_assert_cmpint (plt_cash_scale_date (&scale, -50), ==, day (1, 1));
  g_assert_cmpint (plt_cash_scale_date (&scale, 5000), ==, day (4, 10));
  g_assert_cmpint (plt_cash_scale_days (&scale, 12), ==, 2);
  g_assert_cmpint (plt_cash_scale_days (&scale, -13), ==, -3);
}

/* What is under the mouse stays there, and nothing beyond the ends is ever seen. */
static void
test_zoom (void)
{
  PltCashScale scale = scale_of (500);
  const double x = plt_cash_scale_x (&scale, day (2, 20));

  plt_cash_scale_zoom (&scale, 2, x);
  g_assert_cmpfloat_with_epsilon (plt_cash_scale_x (&scale, day (2, 20)), x, 0.001);
  g_assert_false (plt_cash_scale_is_fit (&scale));
  plt_cash_scale_show (&scale, day (4, 10), 0);
  g_assert_cmpfloat_with_epsilon (plt_cash_scale_x (&scale, day (4, 10)) + scale.day_width, 600,
                                  0.001);
  plt_cash_scale_show (&scale, day (1, 1), 30);
  g_assert_cmpfloat_with_epsilon (scale.offset, 0, 0.001);
  for (int i = 0; i < 40; i++)
    plt_cash_scale_zoom (&scale, 2, x);
  g_assert_cmpfloat_with_epsilon (scale.day_width, PLT_CASH_SCALE_MAX_DAY, 0.001);
  for (int i = 0; i < 40; i++)
    plt_cash_scale_zoom (&scale, 0.5, x);
  g_assert_true (plt_cash_scale_is_fit (&scale));
  g_assert_cmpfloat_with_epsilon (scale.offset, 0, 0.001);
}

static void
test_ticks (void)
{
  static const struct
  {
    PltMoney low, high;
    guint most;
    PltMoney step;
    guint n;
  } cases[] = {
    { -100000, 300000, 6, 100000, 5 },        /* a thousand euros apart */
    { 0, 5000, 6, 1000, 6 },                  /* ten */
    { -204800000, 60000000, 6, 50000000, 6 }, /* five hundred thousand */
    { 0, 0, 4, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltCashScale scale = { .low = cases[i].low, .high = cases[i].high };
      g_autoptr (GArray) ticks = plt_cash_scale_ticks (&scale, cases[i].most);

      g_assert_cmpuint (ticks->len, ==, cases[i].n);
      g_assert_cmpuint (ticks->len, <=, cases[i].most);
      for (guint j = 1; j < ticks->len; j++)
        g_assert_cmpint (g_array_index (ticks, PltMoney, j)
                             - g_array_index (ticks, PltMoney, j - 1),
                         ==, cases[i].step);
    }
}

static void
test_periods (void)
{
  g_assert_cmpint (plt_cash_scale_period_start (day (5, 13), FALSE), ==, day (5, 10));
  g_assert_cmpint (plt_cash_scale_period_start (day (5, 10), FALSE), ==, day (5, 10));
  g_assert_cmpint (plt_cash_scale_period_start (day (5, 13), TRUE), ==, day (5, 1));
  g_assert_cmpint (plt_cash_scale_next_period (day (5, 10), FALSE), ==, day (5, 17));
  g_assert_cmpint (plt_cash_scale_next_period (day (12, 1), TRUE), ==,
                   plt_date_from_ymd (2028, 1, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash/line/balance", test_balance);
  g_test_add_func ("/cash/line/sum", test_sum);
  g_test_add_func ("/cash/line/range", test_range);
  g_test_add_func ("/cash/line/marks", test_marks);
  g_test_add_func ("/cash/scale/places", test_places);
  g_test_add_func ("/cash/scale/zoom", test_zoom);
  g_test_add_func ("/cash/scale/ticks", test_ticks);
  g_test_add_func ("/cash/scale/periods", test_periods);
  return g_test_run ();
}

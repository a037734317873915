/* plt-money.h: centimes. */
#include "plt-error.h"
#include "plt-money.h"

static void
test_sums (void)
{
  PltMoney out = 7;

  g_assert_true (plt_money_add (150, -50, &out));
  g_assert_cmpint (out, ==, 100);
  g_assert_true (plt_money_sub (100, 250, &out));
  g_assert_cmpint (out, ==, -150);
  g_assert_true (plt_money_mul (-150, 3, &out));
  g_assert_cmpint (out, ==, -450);
  g_assert_true (plt_money_add (G_MAXINT64, G_MININT64, &out));
  g_assert_cmpint (out, ==, -1);

  out = 7;
  g_assert_false (plt_money_add (G_MAXINT64, 1, &out));
  g_assert_false (plt_money_add (G_MININT64, -1, &out));
  g_assert_false (plt_money_sub (G_MININT64, 1, &out));
  g_assert_false (plt_money_sub (0, G_MININT64, &out));
  g_assert_false (plt_money_mul (G_MAXINT64, 2, &out));
  g_assert_false (plt_money_mul (G_MININT64, -1, &out));
  g_assert_cmpint (out, ==, 7);
}

static void
test_rate (void)
{
  PltMoney out;

  /* employer contributions of 43,7 % on 1 234,56: 539,50272 */
  g_assert_true (plt_money_apply_rate (123456, 437000, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &out));
  g_assert_cmpint (out, ==, 53950);
  g_assert_true (plt_money_apply_rate (123456, 437000, PLT_RATE_ONE, PLT_ROUND_UP, &out));
  g_assert_cmpint (out, ==, 53951);
  /* a discount of 12,5 % on -0,04: -0,5 centime */
  g_assert_true (plt_money_apply_rate (-4, 125000, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &out));
  g_assert_cmpint (out, ==, -1);
  g_assert_true (plt_money_apply_rate (-4, 125000, PLT_RATE_ONE, PLT_ROUND_HALF_EVEN, &out));
  g_assert_cmpint (out, ==, 0);
  g_assert_false (plt_money_apply_rate (G_MAXINT64, 1000001, PLT_RATE_ONE, PLT_ROUND_DOWN, &out));
}

static void
test_share (void)
{
  static const struct
  {
    PltMoney total;
    gsize n;
    gint64 weights[4];
    PltMoney parts[4];
  } cases[] = {
    { 100, 3, { 1, 1, 1 }, { 34, 33, 33 } }, /* equal remainders: the first gets it */
    { -100, 3, { 1, 1, 1 }, { -34, -33, -33 } },
    { 100, 2, { 1, 2 }, { 33, 67 } }, /* 33,3 and 66,7: the larger remainder */
    { 1000, 3, { 40, 35, 25 }, { 400, 350, 250 } },
    { 10, 4, { 0, 1, 0, 2 }, { 0, 3, 0, 7 } },
    { 2, 3, { 1, 1, 1 }, { 1, 1, 0 } },
    { 0, 3, { 1, 2, 3 }, { 0, 0, 0 } },
    { 5, 1, { 9 }, { 5 } },
    { G_MAXINT64, 2, { G_MAXINT64, G_MAXINT64 }, { 4611686018427387904, 4611686018427387903 } },
    { G_MININT64, 1, { G_MAXINT64 }, { G_MININT64 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltMoney parts[4];

      g_assert_true (plt_money_share (cases[i].total, cases[i].weights, cases[i].n, parts));
      for (gsize j = 0; j < cases[i].n; j++)
        g_assert_cmpint (parts[j], ==, cases[i].parts[j]);
    }
}

static void
test_share_nothing (void)
{
  const gint64 weights[] = { 0, 0 };
  PltMoney parts[2] = { 5, 5 };

  g_assert_false (plt_money_share (100, weights, 2, parts));
  g_assert_false (plt_money_share (100, NULL, 0, NULL));
  g_assert_true (plt_money_share (0, NULL, 0, NULL));
  g_assert_true (plt_money_share (0, weights, 2, parts));
  g_assert_cmpint (parts[0], ==, 0);
  g_assert_cmpint (parts[1], ==, 0);
}

/* The parts sum to the total, each within a centime of its exact share. */
static void
test_share_property (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, 40);
      g_autofree gint64 *weights = g_new0 (gint64, n);
      g_autofree PltMoney *parts = g_new0 (PltMoney, n);
      PltMoney total = (PltMoney) g_test_rand_int () * g_test_rand_int_range (1, 1000);
      __int128 sum = 0, weight_sum = 0;

      for (gsize j = 0; j < n; j++)
        {
          weights[j] = g_test_rand_int_range (0, 1000000);
          weight_sum += weights[j];
        }
      if (weight_sum == 0)
        continue;
      g_assert_true (plt_money_share (total, weights, n, parts));
      for (gsize j = 0; j < n; j++)
        {
          __int128 off = (__int128) parts[j] * weight_sum - (__int128) total * weights[j];

          g_assert_true (off < weight_sum && off > -weight_sum);
          sum += parts[j];
        }
      g_assert_true (sum == total);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    PltMoney value;
  } cases[] = {
    { "1 234,56", 123456 },      { "1234.56 €", 123456 },
    { "1 234,56€", 123456 },     { "1" PLT_NNBSP "234,56" PLT_NNBSP "€", 123456 },
    { "12 EUR", 1200 },          { "12eur", 1200 },
    { "12 euros", 1200 },        { "1 euro", 100 },
    { "-5,5 €", -550 },          { "0", 0 },
    { " 12,00 \302\240", 1200 }, { "12,000", 1200 },
  };
  static const char *const refused[]
      = { "", "€", "EUR", "12,345", "12 $", "12 € TTC", "€ 12", "abc" };
  PltMoney value = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (plt_money_parse (cases[i].text, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, cases[i].value);
    }
  value = 7;
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_false (plt_money_parse (refused[i], &value, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (plt_money_parse ("92233720368547758,08 €", &value, &error));
    g_assert_error (error, PLT_ERROR, PLT_ERROR_OVERFLOW);
  }
  g_assert_cmpint (value, ==, 7);
}

static void
test_format (void)
{
  static const struct
  {
    PltMoney amount;
    const char *text, *plain;
  } cases[] = {
    { 123456, "1" PLT_NNBSP "234,56" PLT_NNBSP "€", "1" PLT_NNBSP "234,56" },
    { 0, "0,00" PLT_NNBSP "€", "0,00" },
    { -5, "-0,05" PLT_NNBSP "€", "-0,05" },
    { 100000000, "1" PLT_NNBSP "000" PLT_NNBSP "000,00" PLT_NNBSP "€",
      "1" PLT_NNBSP "000" PLT_NNBSP "000,00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plt_money_format (cases[i].amount);
      g_autofree char *plain = plt_money_format_plain (cases[i].amount);
      PltMoney back;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_true (plt_money_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, cases[i].amount);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/sums", test_sums);
  g_test_add_func ("/money/rate", test_rate);
  g_test_add_func ("/money/share", test_share);
  g_test_add_func ("/money/share/nothing", test_share_nothing);
  g_test_add_func ("/money/share/property", test_share_property);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/format", test_format);
  return g_test_run ();
}

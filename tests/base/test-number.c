/* plt-number.h: reading, writing and dividing scaled integers. */
#include "plt-error.h"
#include "plt-number.h"

#define NB "\302\240"       /* U+00A0 */
#define THIN "\342\200\211" /* U+2009 */

typedef struct
{
  const char *text;
  guint scale;
  gint64 value;
} Reading;

static const Reading readings[] = {
  { "0", 0, 0 },
  { "12", 0, 12 },
  { "-12", 0, -12 },
  { "+12", 0, 12 },
  { "- 12", 0, -12 },
  { "\342\210\22212", 0, -12 },
  { "  12 ", 0, 12 },
  { "000012", 0, 12 },
  { "1234,56", 2, 123456 },
  { "1234.56", 2, 123456 },
  { "1 234,56", 2, 123456 },
  { "1" NB "234,56", 2, 123456 },
  { "1" PLT_NNBSP "234,56", 2, 123456 },
  { "1" THIN "234,56", 2, 123456 },
  { "1.234,56", 2, 123456 },
  { "1.234.567,89", 2, 123456789 },
  { "12 345 678", 0, 12345678 },
  { "1,5", 3, 1500 },
  { "1,500", 3, 1500 },
  { "1,5000", 3, 1500 },
  { "1.234", 3, 1234 }, /* a point alone is the decimal sign */
  { ",5", 1, 5 },
  { "5,", 1, 50 },
  { "-0", 0, 0 },
  { "-0,01", 2, -1 },
  { "9223372036854775807", 0, G_MAXINT64 },
  { "-9223372036854775808", 0, G_MININT64 },
  { "92 233 720 368 547 758,07", 2, G_MAXINT64 },
  { "-92233720368547758,08", 2, G_MININT64 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      const Reading *r = &readings[i];
      g_autoptr (GError) error = NULL;
      gint64 value = 4242;

      g_test_message ("%s", r->text);
      g_assert_true (plt_number_parse (r->text, r->scale, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, r->value);
    }
}

static const struct
{
  const char *text;
  guint scale;
  int code;
} refusals[] = {
  { "", 2, PLT_ERROR_INVALID },
  { " ", 2, PLT_ERROR_INVALID },
  { ",", 2, PLT_ERROR_INVALID },
  { "-", 2, PLT_ERROR_INVALID },
  { "--1", 2, PLT_ERROR_INVALID },
  { "1-", 2, PLT_ERROR_INVALID },
  { "abc", 2, PLT_ERROR_INVALID },
  { "12a", 2, PLT_ERROR_INVALID },
  { "0x10", 2, PLT_ERROR_INVALID },
  { "1e3", 2, PLT_ERROR_INVALID },
  { "1 €", 2, PLT_ERROR_INVALID },
  { "1,234.56", 2, PLT_ERROR_INVALID }, /* here the comma is the decimal sign */
  { "1.234.567", 2, PLT_ERROR_INVALID },
  { "1,2,3", 2, PLT_ERROR_INVALID },
  { "12 34", 2, PLT_ERROR_INVALID },
  { "1 2345", 2, PLT_ERROR_INVALID },
  { "1234 567", 2, PLT_ERROR_INVALID },
  { "1 23,4", 2, PLT_ERROR_INVALID },
  { "1  234", 2, PLT_ERROR_INVALID },
  { "1,5 5", 2, PLT_ERROR_INVALID },
  { "1,234", 2, PLT_ERROR_INVALID },
  { "1.234", 2, PLT_ERROR_INVALID }, /* is it 1,23 or 1234? */
  { "0,5", 0, PLT_ERROR_INVALID },
  { "\303", 2, PLT_ERROR_INVALID }, /* half a letter */
  { "\331\241\331\242", 0, PLT_ERROR_INVALID },
  { "9223372036854775808", 0, PLT_ERROR_OVERFLOW },
  { "-9223372036854775809", 0, PLT_ERROR_OVERFLOW },
  { "92233720368547758,08", 2, PLT_ERROR_OVERFLOW },
  { "9223372036854775807", 2, PLT_ERROR_OVERFLOW },
  { "99999999999999999999999999999999999999999", 0, PLT_ERROR_OVERFLOW },
};

static void
test_refuse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 4242;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (plt_number_parse (refusals[i].text, refusals[i].scale, &value, &error));
      g_assert_error (error, PLT_ERROR, refusals[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_cmpint (value, ==, 4242);
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 value;
    guint scale, min_decimals;
    const char *grouped, *plain;
  } cases[] = {
    { 0, 0, 0, "0", "0" },
    { 0, 2, 2, "0,00", "0" },
    { 5, 2, 2, "0,05", "0,05" },
    { -5, 2, 2, "-0,05", "-0,05" },
    { 50, 2, 2, "0,50", "0,5" },
    { 123456, 2, 2, "1" PLT_NNBSP "234,56", "1234,56" },
    { 123450, 2, 2, "1" PLT_NNBSP "234,50", "1234,5" },
    { 123400, 2, 0, "1" PLT_NNBSP "234", "1234" },
    { 100, 0, 0, "100", "100" },
    { 999, 0, 0, "999", "999" },
    { 1000, 0, 0, "1" PLT_NNBSP "000", "1000" },
    { -1000, 0, 0, "-1" PLT_NNBSP "000", "-1000" },
    { -100, 0, 0, "-100", "-100" },
    { 1234567, 3, 1, "1" PLT_NNBSP "234,567", "1234,567" },
    { 1500, 3, 1, "1,5", "1,5" },
    { 2000, 3, 1, "2,0", "2" },
    { G_MAXINT64, 2, 2,
      "92" PLT_NNBSP "233" PLT_NNBSP "720" PLT_NNBSP "368" PLT_NNBSP "547" PLT_NNBSP "758,07",
      "92233720368547758,07" },
    { G_MININT64, 0, 0,
      "-9" PLT_NNBSP "223" PLT_NNBSP "372" PLT_NNBSP "036" PLT_NNBSP "854" PLT_NNBSP "775" PLT_NNBSP
      "808",
      "-9223372036854775808" },
    { 1, 18, 0, "0,000000000000000001", "0,000000000000000001" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *grouped
          = plt_number_format (cases[i].value, cases[i].scale, cases[i].min_decimals);
      g_autofree char *plain = plt_number_format_plain (cases[i].value, cases[i].scale);

      g_assert_cmpstr (grouped, ==, cases[i].grouped);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

/* A number whose length is drawn too, so that short and long ones come equally often. */
static gint64
random_number (void)
{
  guint64 bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

  return (gint64) bits >> g_test_rand_int_range (0, 63);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 value = random_number (), back;
      guint scale = (guint) g_test_rand_int_range (0, 19);
      guint min = (guint) g_test_rand_int_range (0, (gint32) scale + 1);
      g_autofree char *grouped = plt_number_format (value, scale, min);
      g_autofree char *plain = plt_number_format_plain (value, scale);

      g_assert_true (plt_number_parse (grouped, scale, &back, NULL));
      g_assert_cmpint (back, ==, value);
      g_assert_true (plt_number_parse (plain, scale, &back, NULL));
      g_assert_cmpint (back, ==, value);
    }
}

static void
test_mul_div (void)
{
  /* value, num, den, then half up, half even, down, up */
  static const gint64 cases[][7] = {
    { 0, 7, 3, 0, 0, 0, 0 },
    { 10, 1, 5, 2, 2, 2, 2 },
    { 1, 1, 2, 1, 0, 0, 1 },
    { 3, 1, 2, 2, 2, 1, 2 },
    { 5, 1, 2, 3, 2, 2, 3 },
    { 7, 1, 2, 4, 4, 3, 4 },
    { -1, 1, 2, -1, 0, 0, -1 },
    { -3, 1, 2, -2, -2, -1, -2 },
    { -5, 1, 2, -3, -2, -2, -3 },
    { 1, -1, 2, -1, 0, 0, -1 },
    { 1, 1, -2, -1, 0, 0, -1 },
    { -1, -1, 2, 1, 0, 0, 1 },
    { -1, -1, -2, -1, 0, 0, -1 },
    { 1, 1, 3, 0, 0, 0, 1 },
    { 2, 1, 3, 1, 1, 0, 1 },
    { -2, 1, 3, -1, -1, 0, -1 },
    { 100, 155000, 1000000, 16, 16, 15, 16 }, /* 15,5 % of 1 euro is 15,5 centimes */
    { 300, 155000, 1000000, 47, 46, 46, 47 }, /* 46,5 */
    { 12345, 200000, 1000000, 2469, 2469, 2469, 2469 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
    { G_MININT64, G_MAXINT64, G_MAXINT64, G_MININT64, G_MININT64, G_MININT64, G_MININT64 },
    { G_MININT64, G_MININT64, G_MININT64, G_MININT64, G_MININT64, G_MININT64, G_MININT64 },
    { G_MAXINT64, 1, 2, 4611686018427387904, 4611686018427387904, 4611686018427387903,
      4611686018427387904 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint rounding = 0; rounding < 4; rounding++)
      {
        gint64 out;

        g_test_message ("case %" G_GSIZE_FORMAT ", rounding %u", i, rounding);
        g_assert_true (plt_number_mul_div (cases[i][0], cases[i][1], cases[i][2],
                                           (PltRounding) rounding, &out));
        g_assert_cmpint (out, ==, cases[i][3 + rounding]);
      }
}

static void
test_mul_div_overflow (void)
{
  static const gint64 cases[][3] = {
    { G_MAXINT64, 2, 1 },
    { G_MININT64, 2, 1 },
    { G_MININT64, -1, 1 },
    { G_MININT64, 1, -1 },
    { G_MAXINT64, G_MAXINT64, 1 },
    { G_MININT64, G_MININT64, 1 },
    { G_MAXINT64, 1000001, 1000000 },
  };
  gint64 out = 4242;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint rounding = 0; rounding < 4; rounding++)
      g_assert_false (
          plt_number_mul_div (cases[i][0], cases[i][1], cases[i][2], (PltRounding) rounding, &out));
  g_assert_cmpint (out, ==, 4242);

  /* just beyond, by the rounding alone: (2 × MAX + 1) / 2 */
  g_assert_true (plt_number_mul_div (G_MAXINT64 / 3 * 2 + 1, 3, 2, PLT_ROUND_DOWN, &out));
  g_assert_cmpint (out, ==, G_MAXINT64);
  g_assert_false (plt_number_mul_div (G_MAXINT64 / 3 * 2 + 1, 3, 2, PLT_ROUND_HALF_UP, &out));
}

/* Each rounding lies where its name says, whatever the numbers. */
static void
test_mul_div_property (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 value = random_number (), num = random_number (), den = random_number ();
      gint64 up, down, half;

      if (den == 0 || !plt_number_mul_div (value, num, den, PLT_ROUND_UP, &up))
        continue;
      g_assert_true (plt_number_mul_div (value, num, den, PLT_ROUND_DOWN, &down));
      g_assert_true (plt_number_mul_div (value, num, den, PLT_ROUND_HALF_UP, &half));
      g_assert_true (half == up || half == down);
      if (up != down)
        {
          __int128 twice = (__int128) value * num * 2;
          __int128 middle = ((__int128) up + down) * den;
          gboolean beyond = (up > 0) == (den > 0) ? twice >= middle : twice <= middle;

          g_assert_cmpint (ABS (up - down), ==, 1);
          g_assert_cmpint (half == up, ==, beyond);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/refuse", test_refuse);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/mul-div", test_mul_div);
  g_test_add_func ("/number/mul-div/overflow", test_mul_div_overflow);
  g_test_add_func ("/number/mul-div/property", test_mul_div_property);
  return g_test_run ();
}

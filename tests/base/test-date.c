/* plt-date.h, compared day by day with GDate, which the program itself does not use. */
#include <string.h>

#include "plt-date.h"
#include "plt-error.h"

static PltDate
ymd (int year, int month, int day)
{
  return plt_date_from_ymd (year, month, day);
}

static void
test_epoch (void)
{
  g_assert_cmpint (ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (ymd (2026, 5, 12), ==, 20585);
}

static void
test_no_such_day (void)
{
  static const int cases[][3] = {
    { 2026, 2, 29 }, { 1900, 2, 29 }, { 2026, 4, 31 }, { 2026, 13, 1 }, { 2026, 0, 1 },
    { 2026, 1, 0 },  { 2026, 1, 32 }, { 0, 1, 1 },     { 10000, 1, 1 }, { -5, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ymd (cases[i][0], cases[i][1], cases[i][2]), ==, PLT_DATE_NONE);
  g_assert_cmpint (ymd (2000, 2, 29), !=, PLT_DATE_NONE);
  g_assert_cmpint (ymd (2028, 2, 29), !=, PLT_DATE_NONE);
}

/* Every day of four centuries and both ends of the calendar, against another implementation. */
static void
check_against_gdate (PltDate from, PltDate to)
{
  g_autoptr (GDate) epoch = g_date_new_dmy (1, G_DATE_JANUARY, 1970);
  guint32 zero = g_date_get_julian (epoch);

  for (PltDate date = from; date <= to; date++)
    {
      GDate other;
      int year, month, day;

      g_date_clear (&other, 1);
      g_date_set_julian (&other, (guint32) ((gint64) zero + date));
      plt_date_to_ymd (date, &year, &month, &day);
      if (year != g_date_get_year (&other) || month != (int) g_date_get_month (&other)
          || day != g_date_get_day (&other))
        g_error ("day %d is %d-%d-%d", date, year, month, day);
      g_assert_cmpint (plt_date_from_ymd (year, month, day), ==, date);
      g_assert_cmpint (plt_date_weekday (date), ==, (int) g_date_get_weekday (&other));
      g_assert_cmpint (plt_date_iso_week (date), ==,
                       (int) g_date_get_iso8601_week_of_year (&other));
    }
}

static void
test_every_day (void)
{
  check_against_gdate (ymd (1, 1, 1), ymd (8, 12, 31));
  check_against_gdate (ymd (1890, 1, 1), ymd (2110, 12, 31));
  check_against_gdate (ymd (9990, 1, 1), ymd (9999, 12, 31));
}

static void
test_add_months (void)
{
  g_assert_cmpint (plt_date_add_months (ymd (2026, 1, 31), 1), ==, ymd (2026, 2, 28));
  g_assert_cmpint (plt_date_add_months (ymd (2028, 1, 31), 1), ==, ymd (2028, 2, 29));
  g_assert_cmpint (plt_date_add_months (ymd (2026, 3, 31), -1), ==, ymd (2026, 2, 28));
  g_assert_cmpint (plt_date_add_months (ymd (2026, 12, 15), 1), ==, ymd (2027, 1, 15));
  g_assert_cmpint (plt_date_add_months (ymd (2026, 1, 15), -1), ==, ymd (2025, 12, 15));
  g_assert_cmpint (plt_date_add_months (ymd (2026, 5, 12), 0), ==, ymd (2026, 5, 12));
  g_assert_cmpint (plt_date_add_months (ymd (2028, 2, 29), 12), ==, ymd (2029, 2, 28));
  g_assert_cmpint (plt_date_add_months (ymd (9999, 12, 1), 1), ==, PLT_DATE_NONE);
  g_assert_cmpint (plt_date_add_months (ymd (1, 1, 1), -1), ==, PLT_DATE_NONE);
  g_assert_cmpint (plt_date_add_months (ymd (1, 1, 1), 0), ==, ymd (1, 1, 1));
  g_assert_cmpint (plt_date_add_months (ymd (2026, 1, 1), G_MAXINT), ==, PLT_DATE_NONE);
  g_assert_cmpint (plt_date_add_months (ymd (2026, 1, 1), G_MININT), ==, PLT_DATE_NONE);
  g_assert_cmpint (plt_date_add_months (PLT_DATE_NONE, 3), ==, PLT_DATE_NONE);
}

static void
test_iso (void)
{
  static const char *const refused[] = { "",           "2026",       "2026-5-12",   "2026/05/12",
                                         "12-05-2026", "2026-02-30", "2026-05-12 ", " 2026-05-12",
                                         "2026-05-1a", "+026-05-12", "0000-01-01" };
  g_autofree char *none = plt_date_to_iso (PLT_DATE_NONE);
  g_autofree char *early = plt_date_to_iso (ymd (33, 4, 3));

  g_assert_cmpint (plt_date_from_iso ("2026-05-12"), ==, ymd (2026, 5, 12));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (plt_date_from_iso (refused[i]), ==, PLT_DATE_NONE);
  g_assert_cmpint (plt_date_from_iso (NULL), ==, PLT_DATE_NONE);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (early, ==, "0033-04-03");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int year, month, day;
  } cases[] = {
    { "2026-05-12", 2026, 5, 12 },
    { "2026/05/12", 2026, 5, 12 },
    { "12/05/2026", 2026, 5, 12 },
    { "12/5/26", 2026, 5, 12 },
    { "12.05.2026", 2026, 5, 12 },
    { "12-05-2026", 2026, 5, 12 },
    { "12 05 2026", 2026, 5, 12 },
    { "12 mai 2026", 2026, 5, 12 },
    { "12 MAI 2026", 2026, 5, 12 },
    { "lun. 12 mai 2026", 2026, 5, 12 }, /* it is a Tuesday: the weekday is read over */
    { "mardi 12 mai 2026", 2026, 5, 12 },
    { "Mardi, 12 mai 2026", 2026, 5, 12 },
    { "vendredi 1er mai 2026", 2026, 5, 1 },
    { "1er janv. 2026", 2026, 1, 1 },
    { "3 févr. 2026", 2026, 2, 3 },
    { "3 fevrier 2026", 2026, 2, 3 },
    { "3 mar 2026", 2026, 3, 3 },
    { "3 avr 2026", 2026, 4, 3 },
    { "3 juin 2026", 2026, 6, 3 },
    { "3 juil. 2026", 2026, 7, 3 },
    { "14 juillet 2026", 2026, 7, 14 },
    { "15 aout 2026", 2026, 8, 15 },
    { "15 août 2026", 2026, 8, 15 },
    { "3 sept. 2026", 2026, 9, 3 },
    { "3 oct. 2026", 2026, 10, 3 },
    { "sam. 3 nov 2026", 2026, 11, 3 },
    { "25 déc. 2026", 2026, 12, 25 },
    { "25 décembre 26", 2026, 12, 25 },
    { "1/1/68", 2068, 1, 1 },
    { "1/1/69", 1969, 1, 1 },
    { "1/1/99", 1999, 1, 1 },
    { "1/1/00", 2000, 1, 1 },
    { " 12/05/2026 ", 2026, 5, 12 },
    { "12\302\240mai\342\200\257 2026", 2026, 5, 12 },
  };
  static const char *const refused[] = {
    "",           "32/13/2026", "29/02/2026", "12/05",       "mai 2026",    "12 jui 2026",
    "12 ma 2026", "demain",     "12/05/126",  "12/05/20266", "12 may 2026", "2026-05-12T10:00",
    "1/2/3/4",    "lundi",      "1er 2026",   "-1/05/2026x", "99 mai 2026",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PltDate date = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_true (plt_date_parse (cases[i].text, &date, &error));
      g_assert_no_error (error);
      g_assert_cmpint (date, ==, ymd (cases[i].year, cases[i].month, cases[i].day));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      PltDate date = 4242;

      g_test_message ("%s", refused[i]);
      g_assert_false (plt_date_parse (refused[i], &date, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
      g_assert_cmpint (date, ==, 4242);
    }
}

static void
check (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_format (void)
{
  check (plt_date_format_short (ymd (2024, 11, 18)), "lun. 18 nov.");
  check (plt_date_format_day (ymd (2024, 11, 18)), "lun. 18 nov. 2024");
  check (plt_date_format_long (ymd (2024, 11, 18)), "lundi 18 novembre 2024");
  check (plt_date_format_month (ymd (2024, 11, 18)), "novembre 2024");
  check (plt_date_format_numeric (ymd (2024, 11, 18)), "18/11/2024");
  check (plt_date_format_long (ymd (2026, 5, 1)), "vendredi 1er mai 2026");
  check (plt_date_format_short (ymd (2026, 2, 1)), "dim. 1er févr.");
  check (plt_date_format_numeric (ymd (2026, 2, 1)), "01/02/2026");
  check (plt_date_format_long (ymd (2026, 8, 15)), "samedi 15 août 2026");
  check (plt_date_format_short (PLT_DATE_NONE), "");
  check (plt_date_format_day (PLT_DATE_NONE), "");
  check (plt_date_format_long (PLT_DATE_NONE), "");
  check (plt_date_format_month (PLT_DATE_NONE), "");
  check (plt_date_format_numeric (PLT_DATE_NONE), "");
}

/* What is written with a year is read back, for every day of twelve years. */
static void
test_round_trip (void)
{
  char *(*const formats[]) (PltDate)
      = { plt_date_to_iso, plt_date_format_numeric, plt_date_format_day, plt_date_format_long };

  for (PltDate date = ymd (2020, 1, 1); date < ymd (2032, 1, 1); date++)
    for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
      {
        g_autofree char *text = formats[i](date);
        PltDate back;

        g_assert_true (plt_date_parse (text, &back, NULL));
        g_assert_cmpint (back, ==, date);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/epoch", test_epoch);
  g_test_add_func ("/date/no-such-day", test_no_such_day);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/round-trip", test_round_trip);
  return g_test_run ();
}

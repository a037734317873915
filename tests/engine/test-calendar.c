/* Every holiday of every year from 2000 to 2050 in every territory, against lists written by hand
 * and an Easter of another algorithm; what a place, a day and a period make of a date. */
#include "plt-calendar.h"
#include "plt-holidays.h"
#include "plt-sun.h"
#include "plt-test-film.h"

#include <string.h>

#define FIRST_YEAR 2000
#define LAST_YEAR 2050

static char *holidays;

/* Month and day of Easter Sunday from 2000 on, as calendars print them. */
static const int easters[LAST_YEAR - FIRST_YEAR + 1][2] = {
  { 4, 23 }, { 4, 15 }, { 3, 31 }, { 4, 20 }, { 4, 11 }, { 3, 27 }, { 4, 16 }, { 4, 8 },  { 3, 23 },
  { 4, 12 }, { 4, 4 },  { 4, 24 }, { 4, 8 },  { 3, 31 }, { 4, 20 }, { 4, 5 },  { 3, 27 }, { 4, 16 },
  { 4, 1 },  { 4, 21 }, { 4, 12 }, { 4, 4 },  { 4, 17 }, { 4, 9 },  { 3, 31 }, { 4, 20 }, { 4, 5 },
  { 3, 28 }, { 4, 16 }, { 4, 1 },  { 4, 21 }, { 4, 13 }, { 3, 28 }, { 4, 17 }, { 4, 9 },  { 3, 25 },
  { 4, 13 }, { 4, 5 },  { 4, 25 }, { 4, 10 }, { 4, 1 },  { 4, 21 }, { 4, 6 },  { 3, 29 }, { 4, 17 },
  { 4, 9 },  { 3, 25 }, { 4, 14 }, { 4, 5 },  { 4, 18 }, { 4, 10 },
};

static PltFacts *
film_with_holidays (const char *agreement, const char *territory)
{
  PltFacts *facts = film_new ();
  PltReferentialFacts *referential = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);

  referential->name = "jours-feries";
  referential->version = "2";
  referential->content = holidays;
  facts->production.agreement = agreement;
  facts->production.territory = territory;
  return facts;
}

/* The computus as the calendar of 1582 states it: the full moon by golden number and epact, then
 * the Sunday after it. Nothing in common with the program's. */
static PltDate
easter_by_epact (int year)
{
  int golden = year % 19 + 1, century = year / 100 + 1;
  int solar = 3 * century / 4 - 12, lunar = (8 * century + 5) / 25 - 5;
  int epact = ((11 * golden + 20 + lunar - solar) % 30 + 30) % 30;
  int moon;
  PltDate date;

  if ((epact == 25 && golden > 11) || epact == 24)
    epact++;
  moon = 44 - epact;
  if (moon < 21)
    moon += 30;
  date = plt_date_from_ymd (year, 3, 1) + moon; /* the day after the full moon of March `moon` */
  while (plt_date_weekday (date) != 7)
    date++;
  return date;
}

static void
test_easter (void)
{
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      PltDate date = plt_easter (year);
      const int *wanted = easters[year - FIRST_YEAR];

      g_assert_cmpint (date, ==, plt_date_from_ymd (year, wanted[0], wanted[1]));
      g_assert_cmpint (plt_date_weekday (date), ==, 7);
    }
  for (int year = 1583; year <= 4099; year++)
    g_assert_cmpint (plt_easter (year), ==, easter_by_epact (year));
}

/* What the law lists: eleven days everywhere, two more in Alsace and Moselle (one of them in some
 * towns only), one more overseas. */
static gboolean
is_holiday (PltDate date, PltTerritory territory, gboolean good_friday)
{
  static const int fixed[][2]
      = { { 1, 1 }, { 5, 1 }, { 5, 8 }, { 7, 14 }, { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 } };
  static const struct
  {
    PltTerritory territory;
    int month, day;
  } local[] = {
    { PLT_TERRITORY_ALSACE_MOSELLE, 12, 26 }, { PLT_TERRITORY_MAYOTTE, 4, 27 },
    { PLT_TERRITORY_MARTINIQUE, 5, 22 },      { PLT_TERRITORY_GUADELOUPE, 5, 27 },
    { PLT_TERRITORY_GUYANE, 6, 10 },          { PLT_TERRITORY_SAINT_MARTIN, 5, 27 },
    { PLT_TERRITORY_REUNION, 12, 20 },        { PLT_TERRITORY_SAINT_BARTHELEMY, 10, 9 },
  };
  static const int movable[] = { 1, 39, 50 };
  int year, month, day;
  PltDate easter;

  plt_date_to_ymd (date, &year, &month, &day);
  easter = plt_date_from_ymd (year, easters[year - FIRST_YEAR][0], easters[year - FIRST_YEAR][1]);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i][0] == month && fixed[i][1] == day)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (movable); i++)
    if (date == easter + movable[i])
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (local); i++)
    if (local[i].territory == territory && local[i].month == month && local[i].day == day)
      return TRUE;
  return territory == PLT_TERRITORY_ALSACE_MOSELLE && good_friday && date == easter - 2;
}

/* Two on one day count once; by hand, from the table of Easters: Ascension on 1 May everywhere in
 * 2008, on 22 May in Martinique and on 27 May in Guadeloupe and Saint-Martin, Pentecost on 10 June
 * in Guyane. */
static guint
n_twice (PltTerritory territory, int year)
{
  static const struct
  {
    PltTerritory territory;
    int year;
  } local[] = {
    { PLT_TERRITORY_MARTINIQUE, 2031 }, { PLT_TERRITORY_MARTINIQUE, 2036 },
    { PLT_TERRITORY_GUADELOUPE, 2049 }, { PLT_TERRITORY_SAINT_MARTIN, 2049 },
    { PLT_TERRITORY_GUYANE, 2019 },     { PLT_TERRITORY_GUYANE, 2030 },
    { PLT_TERRITORY_GUYANE, 2041 },
  };
  guint n = year == 2008;

  for (guint i = 0; i < G_N_ELEMENTS (local); i++)
    n += local[i].territory == territory && local[i].year == year;
  return n;
}

static void
test_every_year (void)
{
  static const guint wanted[PLT_N_TERRITORIES] = { 11, 12, 12, 12, 12, 12, 12, 12, 12, 11 };
  g_autoptr (PltFacts) facts = film_with_holidays ("3097", "metropole");
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);

  for (PltTerritory territory = 0; territory < PLT_N_TERRITORIES; territory++)
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
      {
        PltDate last = plt_date_from_ymd (year, 12, 31);
        guint n = 0, n_friday = 0;

        for (PltDate date = plt_date_from_ymd (year, 1, 1); date <= last; date++)
          for (guint friday = 0; friday < 2; friday++)
            {
              const PltHoliday *holiday
                  = plt_calendar_holiday (calendar, date, territory, friday == 1);

              if ((holiday != NULL) != is_holiday (date, territory, friday == 1))
                g_error ("territory %u, year %d, day %d", territory, year, date);
              n += friday == 0 && holiday != NULL;
              n_friday += friday == 1 && holiday != NULL;
            }
        g_assert_cmpuint (n, ==, wanted[territory] - n_twice (territory, year));
        g_assert_cmpuint (n_friday, ==, n + (territory == PLT_TERRITORY_ALSACE_MOSELLE));
      }
}

static void
assert_holiday (const char *agreement,
                PltTerritory territory,
                PltDate date,
                const char *name,
                const char *premium,
                int rank)
{
  g_autoptr (PltFacts) facts = film_with_holidays (agreement, "metropole");
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);
  const PltHoliday *holiday = plt_calendar_holiday (calendar, date, territory, FALSE);

  g_assert_nonnull (holiday);
  g_assert_cmpstr (holiday->name, ==, name);
  g_assert_cmpstr (holiday->premium, ==, premium);
  g_assert_cmpint (holiday->rank, ==, rank);
}

/* What it is paid, and the better of two. */
static void
test_premium (void)
{
  PltDate may_2008 = plt_date_from_ymd (2008, 5, 1), may_2049 = plt_date_from_ymd (2049, 5, 27);

  assert_holiday ("2642", PLT_TERRITORY_METROPOLE, may_2008, "Fête du travail", "300%", 200);
  assert_holiday ("3097", PLT_TERRITORY_METROPOLE, may_2008, "Fête du travail", "100%+7h", 100);
  assert_holiday ("2642", PLT_TERRITORY_METROPOLE, may_2049, "Ascension", "150%", 50);
  assert_holiday ("2642", PLT_TERRITORY_GUADELOUPE, may_2049, "Abolition de l’esclavage", "200%",
                  100);
  /* what the 3097 pays for the abolition was not read: the day that is known wins */
  assert_holiday ("3097", PLT_TERRITORY_GUADELOUPE, may_2049, "Ascension", "100%+7h", 100);
  assert_holiday ("3097", PLT_TERRITORY_GUADELOUPE, plt_date_from_ymd (2027, 5, 27),
                  "Abolition de l’esclavage", "", -1);
  assert_holiday ("2642", PLT_TERRITORY_METROPOLE, plt_date_from_ymd (2027, 5, 17),
                  "Lundi de Pentecôte", "solidarite", 0);
}

/* A kept referential of the first version wrote "la-reunion". */
static void
test_first_version (void)
{
  static char old[] = "code\tlibelle\tregle\tterritoire\tmajoration_3097\n"
                      "a\tAbolition\tfixe:12-20\tla-reunion\t\n"
                      "b\tAutre\tfixe:12-21\tailleurs\t\n"
                      "c\tSans règle\tmi-careme\tfrance\t\n";
  g_autoptr (PltFacts) facts = film_with_holidays ("3097", "");
  g_autoptr (PltCalendar) calendar = NULL;

  facts->referentials.items[0].content = old;
  calendar = plt_calendar_new (facts);
  g_assert_nonnull (plt_calendar_holiday (calendar, plt_date_from_ymd (2027, 12, 20),
                                          PLT_TERRITORY_REUNION, FALSE));
  g_assert_null (plt_calendar_holiday (calendar, plt_date_from_ymd (2027, 12, 20),
                                       PLT_TERRITORY_METROPOLE, FALSE));
  for (PltTerritory territory = 0; territory < PLT_N_TERRITORIES; territory++)
    g_assert_null (
        plt_calendar_holiday (calendar, plt_date_from_ymd (2027, 12, 21), territory, FALSE));
}

/* After the last year that has a date, and in the first: no Easter, and no sum that overflows. */
static void
test_ends_of_time (void)
{
  g_autoptr (PltFacts) facts = film_with_holidays ("3097", "");
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);
  PltDate last = plt_date_from_ymd (9999, 12, 31);

  for (PltDate date = last + 20; date < last + 300; date++)
    plt_calendar_holiday (calendar, date, PLT_TERRITORY_METROPOLE, TRUE);
  g_assert_nonnull (
      plt_calendar_holiday (calendar, plt_date_from_ymd (1, 1, 1), PLT_TERRITORY_METROPOLE, TRUE));
}

static void
test_places (void)
{
  static const struct
  {
    const char *production, *territory, *postcode;
    PltTerritory wanted;
  } cases[] = {
    { "metropole", "", "", PLT_TERRITORY_METROPOLE },
    { "metropole", "", "35400", PLT_TERRITORY_METROPOLE },
    { "metropole", "", "67000", PLT_TERRITORY_ALSACE_MOSELLE },
    { "metropole", "", "57100", PLT_TERRITORY_ALSACE_MOSELLE },
    { "metropole", "", "68100", PLT_TERRITORY_ALSACE_MOSELLE },
    { "metropole", "", "97110", PLT_TERRITORY_GUADELOUPE },
    { "metropole", "", "97133", PLT_TERRITORY_SAINT_BARTHELEMY },
    { "metropole", "", "97150", PLT_TERRITORY_SAINT_MARTIN },
    { "metropole", "", "97200", PLT_TERRITORY_MARTINIQUE },
    { "metropole", "", "97300", PLT_TERRITORY_GUYANE },
    { "metropole", "", "97400", PLT_TERRITORY_REUNION },
    { "metropole", "", "97600", PLT_TERRITORY_MAYOTTE },
    { "metropole", "", "98000", PLT_TERRITORY_ABROAD }, /* Monaco */
    { "reunion", "", "", PLT_TERRITORY_REUNION },
    { "reunion", "", "75018", PLT_TERRITORY_METROPOLE },
    { "reunion", "", "B-1000", PLT_TERRITORY_REUNION }, /* not a French one: nothing is known */
    { "metropole", "etranger", "67000", PLT_TERRITORY_ABROAD },
    { "etranger", "", "", PLT_TERRITORY_ABROAD },
    { "", "", "", PLT_TERRITORY_METROPOLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_with_holidays ("3097", cases[i].production);
      PltLocationFacts *place = &facts->locations.items[0];

      place->territory = cases[i].territory;
      place->postcode = cases[i].postcode;
      if (plt_territory_of_place (facts, place) != cases[i].wanted)
        g_error ("case %u: %u", i, plt_territory_of_place (facts, place));
    }
  for (PltTerritory territory = 0; territory < PLT_N_TERRITORIES; territory++)
    g_assert_cmpuint (plt_territory_parse (plt_territory_id (territory), PLT_N_TERRITORIES), ==,
                      territory);
}

/* The first day of the film is at the port and in the house. */
static void
test_day (void)
{
  g_autoptr (PltFacts) facts = film_with_holidays ("3097", "metropole");
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  const PltDayPlan *day = plan->days->pdata[0];

  facts->days.items[0].date = plt_date_from_ymd (2027, 12, 26);
  g_assert_null (plt_calendar_holiday_of_day (calendar, day));
  facts->locations.items[1].postcode = "67000"; /* one place in Alsace is enough */
  g_assert_nonnull (plt_calendar_holiday_of_day (calendar, day));
  facts->days.items[0].date = plt_date_from_ymd (2027, 3, 26); /* Good Friday */
  g_assert_null (plt_calendar_holiday_of_day (calendar, day));
  facts->locations.items[1].good_friday = TRUE;
  g_assert_cmpstr (plt_calendar_holiday_of_day (calendar, day)->name, ==, "Vendredi saint");
  facts->locations.items[1].postcode = "35400"; /* the mark means nothing outside Alsace */
  g_assert_null (plt_calendar_holiday_of_day (calendar, day));
  facts->days.items[0].date = PLT_DATE_NONE;
  g_assert_null (plt_calendar_holiday_of_day (calendar, day));

  /* A day without a place is where the production is; the places win when there are some. */
  facts->production.territory = "reunion";
  {
    g_autoptr (PltCalendar) other = plt_calendar_new (facts);

    facts->days.items[0].date = plt_date_from_ymd (2027, 12, 20);
    facts->locations.items[0].territory = facts->locations.items[1].territory = "metropole";
    g_assert_null (plt_calendar_holiday_of_day (other, day));
    g_ptr_array_set_size (day->strips, 0);
    g_assert_nonnull (plt_calendar_holiday_of_day (other, day));
    g_assert_nonnull (plt_holiday_name (facts, plt_date_from_ymd (2027, 12, 20)));
  }
}

static void
add_period (PltFacts *facts, const char *kind, PltDate from, PltDate to)
{
  PltPeriodFacts *period
      = PLT_FACTS_ADD (facts->periods, PltPeriodFacts, (gint64) facts->periods.n + 1);

  period->name = period->kind = kind;
  period->from_date = from;
  period->to_date = to;
}

static void
test_periods (void)
{
  g_autoptr (PltFacts) facts = film_with_holidays ("3097", "metropole");
  PltDate monday = plt_date_from_ymd (2027, 4, 12);
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);

  add_period (facts, "vacances-scolaires", monday, monday + 13);
  add_period (facts, "chome", monday + 2, PLT_DATE_NONE); /* that day only */
  add_period (facts, "fermeture", monday + 20, monday + 21);
  g_assert_null (plt_calendar_period (calendar, monday - 1, "vacances-scolaires"));
  g_assert_nonnull (plt_calendar_period (calendar, monday, "vacances-scolaires"));
  g_assert_nonnull (plt_calendar_period (calendar, monday + 13, "vacances-scolaires"));
  g_assert_null (plt_calendar_period (calendar, monday + 14, "vacances-scolaires"));
  g_assert_null (plt_calendar_period (calendar, PLT_DATE_NONE, "vacances-scolaires"));
  g_assert_true (plt_calendar_is_open (calendar, monday)); /* children are at home, crews work */
  g_assert_false (plt_calendar_is_open (calendar, monday + 2));
  g_assert_true (plt_calendar_is_open (calendar, monday + 3));
  g_assert_false (plt_calendar_is_open (calendar, monday + 21));
  g_assert_false (plt_calendar_is_open (calendar, plt_date_from_ymd (2027, 5, 6)));
  g_assert_true (plt_calendar_is_open (calendar, plt_date_from_ymd (2027, 4, 18))); /* a Sunday */
}

static void
test_offsets (void)
{
  static const struct
  {
    PltTerritory territory;
    int winter, summer;
  } cases[] = {
    { PLT_TERRITORY_METROPOLE, 60, 120 },       { PLT_TERRITORY_ALSACE_MOSELLE, 60, 120 },
    { PLT_TERRITORY_GUADELOUPE, -240, -240 },   { PLT_TERRITORY_MARTINIQUE, -240, -240 },
    { PLT_TERRITORY_SAINT_MARTIN, -240, -240 }, { PLT_TERRITORY_SAINT_BARTHELEMY, -240, -240 },
    { PLT_TERRITORY_GUYANE, -180, -180 },       { PLT_TERRITORY_REUNION, 240, 240 },
    { PLT_TERRITORY_MAYOTTE, 180, 180 },
  };
  int offset;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (
          plt_territory_offset (cases[i].territory, plt_date_from_ymd (2027, 1, 15), 720, &offset));
      g_assert_cmpint (offset, ==, cases[i].winter);
      g_assert_true (
          plt_territory_offset (cases[i].territory, plt_date_from_ymd (2027, 7, 15), 720, &offset));
      g_assert_cmpint (offset, ==, cases[i].summer);
    }
  g_assert_false (
      plt_territory_offset (PLT_TERRITORY_ABROAD, plt_date_from_ymd (2027, 1, 15), 720, &offset));
}

/* The sun of a place is in the time of its territory, and unknown abroad. */
static void
test_sun (void)
{
  g_autoptr (PltFacts) facts = film_with_holidays ("3097", "metropole");
  PltLocationFacts *place = &facts->locations.items[0];
  PltDate date = plt_date_from_ymd (2026, 12, 1);
  PltSun sun;

  place->latitude_e6 = 14616100; /* Fort-de-France: 6:13:30 and 17:33:04 */
  place->longitude_e6 = -61058800;
  place->postcode = "97200";
  g_assert_true (plt_sun_of_place (facts, place, date, &sun));
  g_assert_cmpint (ABS (sun.rise - 373), <=, 1);
  g_assert_cmpint (ABS (sun.set - 1053), <=, 1);
  place->territory = "etranger";
  g_assert_false (plt_sun_of_place (facts, place, date, &sun));
  place->territory = "";
  g_assert_false (plt_sun_of_place (facts, place, PLT_DATE_NONE, &sun));
  place->latitude_e6 = PLT_UNKNOWN;
  g_assert_false (plt_sun_of_place (facts, place, date, &sun));
  g_assert_false (plt_sun_of_place (facts, NULL, date, &sun));
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path
      = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", "jours-feries.tsv", NULL);
  g_assert_true (g_file_get_contents (path, &holidays, NULL, NULL));
  g_test_add_func ("/calendar/easter", test_easter);
  g_test_add_func ("/calendar/every-year", test_every_year);
  g_test_add_func ("/calendar/premium", test_premium);
  g_test_add_func ("/calendar/first-version", test_first_version);
  g_test_add_func ("/calendar/places", test_places);
  g_test_add_func ("/calendar/day", test_day);
  g_test_add_func ("/calendar/periods", test_periods);
  g_test_add_func ("/calendar/offsets", test_offsets);
  g_test_add_func ("/calendar/sun", test_sun);
  g_test_add_func ("/calendar/ends-of-time", test_ends_of_time);
  status = g_test_run ();
  g_free (holidays);
  return status;
}

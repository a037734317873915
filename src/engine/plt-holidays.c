#include "plt-holidays.h"

#include "plt-calendar.h"

/**
 * plt_easter:
 * @year: Gregorian
 *
 * Returns: Easter Sunday of the year, by the integer algorithm of Meeus, Jones and Butcher
 */
PltDate
plt_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return plt_date_from_ymd (year, n / 31, n % 31 + 1);
}

/* The calendar goes with its text, so the name that is returned is copied into the facts'. */
const char *
plt_holiday_name (const PltFacts *facts, PltDate date)
{
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);
  const PltHoliday *holiday
      = plt_calendar_holiday (calendar, date, plt_calendar_territory (calendar), FALSE);

  return holiday != NULL ? g_string_chunk_insert_const (facts->strings, holiday->name) : NULL;
}

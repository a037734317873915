#include "plt-mspdi-days.h"

#define MOST_YEARS 60 /* of one that comes again */
#define MONTHS 12

static gboolean
spend (guint *left)
{
  if (*left == 0)
    return FALSE;
  (*left)--;
  return TRUE;
}

static void
add (GArray *spans, PltDate from, PltDate to)
{
  PltNetworkSpan span = { from, to };

  g_array_append_val (spans, span);
}

/* 0 any day, 1 Monday to Friday, 2 the weekend, 3 Sunday ... 9 Saturday */
static gboolean
is_item (PltDate day, int item)
{
  int weekday = plt_date_weekday (day); /* 1 is Monday */

  if (item == 1)
    return weekday <= 5;
  if (item == 2)
    return weekday > 5;
  return item < 3 || weekday % 7 == item - 3;
}

/* The day that is meant in a month, or PLT_DATE_NONE. */
static PltDate
day_of_month (const PltMspdiException *self, int year, int month)
{
  PltDate found = PLT_DATE_NONE;
  int n = 0;

  if (self->type == 2 || self->type == 4)
    return plt_date_from_ymd (year, month, self->month_day);
  for (int number = 1; number <= 31; number++)
    {
      PltDate day = plt_date_from_ymd (year, month, number);

      if (day == PLT_DATE_NONE || !is_item (day, self->item))
        continue;
      found = day;
      if (n++ == self->position && self->position < 4)
        return day;
    }
  return self->position >= 4 ? found : PLT_DATE_NONE;
}

static void
add_months (const PltMspdiException *self, PltDate last, GArray *spans, guint *left)
{
  gboolean is_yearly = self->type == 2 || self->type == 3;
  int every = MAX (self->every, 1), year, month, day, n = 0;

  plt_date_to_ymd (self->period.from, &year, &month, &day);
  if (is_yearly)
    month = CLAMP (self->month, 0, MONTHS - 1) + 1;
  for (int step = 0; step <= MOST_YEARS * MONTHS && spend (left); step++)
    {
      PltDate one = day_of_month (self, year, month);

      if (plt_date_from_ymd (year, month, 1) > last
          || (self->occurrences > 0 && n >= self->occurrences))
        return;
      if (one != PLT_DATE_NONE && one >= self->period.from && one <= last)
        {
          add (spans, one, one);
          n++;
        }
      month += is_yearly ? MONTHS : MIN (every, MONTHS * MOST_YEARS);
      year += (month - 1) / MONTHS;
      month = (month - 1) % MONTHS + 1;
    }
}

static void
add_days (const PltMspdiException *self, PltDate last, GArray *spans, guint *left)
{
  int every = MAX (self->every, 1), n = 0, n_weekdays = 0;
  /* weeks begin on Sunday, as the bits do */
  PltDate week = self->period.from - plt_date_weekday (self->period.from) % 7;

  for (PltDate day = self->period.from; day <= last && spend (left); day++)
    {
      int weekday = plt_date_weekday (day);
      gboolean is_meant;

      if (self->type == 6)
        is_meant = (self->weekdays & (1 << (weekday % 7))) != 0 && (day - week) / 7 % every == 0;
      else if (self->type == 8)
        is_meant = weekday <= 5 && n_weekdays++ % every == 0;
      else
        is_meant = (day - self->period.from) % every == 0;
      if (!is_meant)
        continue;
      add (spans, day, day);
      if (++n == self->occurrences)
        return;
    }
}

void
plt_mspdi_exception_days (const PltMspdiException *self, GArray *spans, guint *left)
{
  PltDate from = self->period.from, last = self->period.to;
  gboolean comes_again
      = (self->type >= 2 && self->type <= 8) || (self->type == 1 && self->every > 1);

  if (from == PLT_DATE_NONE || from < plt_date_from_ymd (1, 1, 1)
      || from > plt_date_from_ymd (9000, 1, 1) || (last == PLT_DATE_NONE && !comes_again)
      || !spend (left))
    return;
  if (!comes_again)
    {
      add (spans, from, last);
      return;
    }
  if (last == PLT_DATE_NONE || last > from + MOST_YEARS * 366)
    last = from + MOST_YEARS * 366;
  if (self->type >= 2 && self->type <= 5)
    add_months (self, last, spans, left);
  else
    add_days (self, last, spans, left);
}

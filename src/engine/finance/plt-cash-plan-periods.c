/* The days of a treasury plan added up, and those that run short. */
#include <string.h>

#include "plt-cash-plan-private.h"

/* Shortages closer than that are one. */
#define A_WEEK 7

PltDate
plt_cash_period_start (PltDate date, PltCashStep step)
{
  int year, month, day;

  switch (step)
    {
    case PLT_CASH_BY_WEEK:
      return date - plt_date_weekday (date) + 1;
    case PLT_CASH_BY_MONTH:
      plt_date_to_ymd (date, &year, &month, &day);
      return plt_date_from_ymd (year, month, 1);
    case PLT_CASH_BY_DAY:
    default:
      return date;
    }
}

static PltDate
period_end (PltDate start, PltCashStep step)
{
  switch (step)
    {
    case PLT_CASH_BY_WEEK:
      return start + 6;
    case PLT_CASH_BY_MONTH:
      return plt_cash_month_end (start);
    case PLT_CASH_BY_DAY:
    default:
      return start;
    }
}

static void
take_days (const PltCashPlan *self, PltCashPeriod *period)
{
  const PltDate from = MAX (period->start, self->first), to = MIN (period->end, self->last);

  period->balance = self->days[to - self->first];
  period->credit = self->drawn[to - self->first];
  period->lowest = G_MAXINT64;
  for (PltDate date = from; date <= to; date++)
    period->lowest = MIN (period->lowest, self->days[date - self->first]);
}

GArray *
plt_cash_plan_periods (const PltCashPlan *self, PltCashStep step)
{
  GArray *periods = g_array_new (FALSE, TRUE, sizeof (PltCashPeriod));
  guint at = 0;

  if (self->n_days == 0)
    return periods;
  for (PltDate start = plt_cash_period_start (self->first, step); start <= self->last;)
    {
      PltCashPeriod period = { .start = start, .end = period_end (start, step) };

      for (; at < self->moves->len; at++)
        {
          const PltCashMove *move = &g_array_index (self->moves, PltCashMove, at);
          const PltCashPlanRow *row = self->rows->pdata[move->row];

          if (move->date > period.end)
            break;
          if (row->incoming)
            period.in += move->amount;
          else
            period.out -= move->amount;
        }
      period.net = period.in - period.out;
      take_days (self, &period);
      g_array_append_val (periods, period);
      start = period.end + 1;
    }
  return periods;
}

PltMoney *
plt_cash_plan_table (const PltCashPlan *self, PltCashStep step, guint *n_periods)
{
  g_autofree guint *places = g_new (guint, MAX (1, self->n_days));
  PltDate end = PLT_DATE_NONE;
  PltMoney *table;
  guint n = 0;

  for (guint day = 0; day < self->n_days; day++)
    {
      const PltDate date = self->first + (PltDate) day;

      if (date > end)
        {
          end = period_end (plt_cash_period_start (date, step), step);
          n++;
        }
      places[day] = n - 1;
    }
  *n_periods = n;
  table = g_new0 (PltMoney, MAX (1, (gsize) n * self->rows->len));
  for (guint i = 0; i < self->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (self->moves, PltCashMove, i);

      table[(gsize) move->row * n + places[move->date - self->first]] += move->amount;
    }
  return table;
}

static void
find_lowest (const PltCashPlan *self, const PltMoney *days, PltMoney *lowest, PltDate *date)
{
  for (guint i = 0; i < self->n_days; i++)
    if (i == 0 || days[i] < *lowest)
      {
        *lowest = days[i];
        *date = self->first + (PltDate) i;
      }
}

static void
extend (PltCashPlan *self, PltDate date, PltMoney balance)
{
  PltCashCritical fresh = { date, date, date, balance, 0 };
  PltCashCritical *last
      = self->criticals->len > 0
            ? &g_array_index (self->criticals, PltCashCritical, self->criticals->len - 1)
            : NULL;

  if (last == NULL || date - last->to > A_WEEK)
    {
      g_array_append_val (self->criticals, fresh);
      last = &g_array_index (self->criticals, PltCashCritical, self->criticals->len - 1);
    }
  last->to = date;
  if (balance < last->lowest)
    {
      last->lowest = balance;
      last->lowest_date = date;
    }
  last->missing = -(last->lowest + self->overdraft);
}

void
plt_cash_find_criticals (PltCashPlan *self)
{
  find_lowest (self, self->days, &self->lowest, &self->lowest_date);
  find_lowest (self, self->bare, &self->lowest_before_credits, &self->lowest_before_credits_date);
  self->need = -MIN (0, self->lowest_before_credits);
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i] < -self->overdraft)
      extend (self, self->first + (PltDate) i, self->days[i]);
}

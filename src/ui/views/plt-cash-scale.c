#include "plt-cash-scale.h"

#include <math.h>

static double
n_days (const PltCashScale *self)
{
  return (double) self->last - (double) self->first + 1;
}

static double
least_day (const PltCashScale *self)
{
  return MIN (self->width / MAX (n_days (self), 1), PLT_CASH_SCALE_MAX_DAY);
}

void
plt_cash_scale_fit (PltCashScale *self)
{
  self->day_width = least_day (self);
  self->offset = 0;
}

void
plt_cash_scale_clamp (PltCashScale *self)
{
  double most;

  self->day_width = CLAMP (self->day_width, least_day (self), PLT_CASH_SCALE_MAX_DAY);
  most = MAX (n_days (self) * self->day_width - self->width, 0);
  self->offset = CLAMP (self->offset, 0, most);
}

gboolean
plt_cash_scale_is_fit (const PltCashScale *self)
{
  return self->day_width <= least_day (self) * 1.001;
}

void
plt_cash_scale_zoom (PltCashScale *self, double factor, double x)
{
  const double at = (x - self->left + self->offset) / self->day_width;

  self->day_width = CLAMP (self->day_width * factor, least_day (self), PLT_CASH_SCALE_MAX_DAY);
  self->offset = at * self->day_width - (x - self->left);
  plt_cash_scale_clamp (self);
}

void
plt_cash_scale_show (PltCashScale *self, PltDate date, double margin)
{
  const double x = ((double) date - (double) self->first) * self->day_width;

  if (x - margin < self->offset)
    self->offset = x - margin;
  else if (x + self->day_width + margin > self->offset + self->width)
    self->offset = x + self->day_width + margin - self->width;
  plt_cash_scale_clamp (self);
}

double
plt_cash_scale_x (const PltCashScale *self, PltDate date)
{
  return self->left + ((double) date - (double) self->first) * self->day_width - self->offset;
}

PltDate
plt_cash_scale_date (const PltCashScale *self, double x)
{
  const double days = floor ((x - self->left + self->offset) / self->day_width);

  return self->first + (PltDate) CLAMP (days, 0, n_days (self) - 1);
}

double
plt_cash_scale_y (const PltCashScale *self, PltMoney amount)
{
  const double span = (double) self->high - (double) self->low;

  return self->top + self->height * ((double) self->high - (double) amount) / span;
}

int
plt_cash_scale_days (const PltCashScale *self, double dx)
{
  return (int) CLAMP (round (dx / self->day_width), -36500.0, 36500.0);
}

GArray *
plt_cash_scale_ticks (const PltCashScale *self, guint most)
{
  static const int steps[] = { 1, 2, 5 };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (PltMoney));
  PltMoney unit = 100, step = 100; /* a euro */

  most = MAX (most, 1);
  for (guint i = 0; (self->high / step) - (self->low / step) + 1 > most && step < G_MAXINT64 / 100;
       i++)
    {
      step = unit * steps[i % 3];
      if (i % 3 == 2)
        unit *= 10;
    }
  for (PltMoney tick = self->low / step * step; tick <= self->high; tick += step)
    if (tick >= self->low)
      g_array_append_val (ticks, tick);
  return ticks;
}

PltDate
plt_cash_scale_period_start (PltDate date, gboolean months)
{
  int year, month, day;

  if (!months)
    return date - (plt_date_weekday (date) - 1);
  plt_date_to_ymd (date, &year, &month, &day);
  return plt_date_from_ymd (year, month, 1);
}

PltDate
plt_cash_scale_next_period (PltDate start, gboolean months)
{
  return months ? plt_date_add_months (start, 1) : start + 7;
}

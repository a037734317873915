/* PltCashScale: where days and amounts are on the curve of the trésorerie. Numbers without a
 * widget: pixels are doubles, amounts and dates never are. */
#pragma once

#include "plt-date.h"
#include "plt-money.h"

G_BEGIN_DECLS

/**
 * PltCashScale:
 * @left, @top, @width, @height: of the plot in its widget
 * @first, @last: the days there are
 * @low, @high: the amounts there are; low < high
 * @day_width: pixels of a day
 * @offset: pixels of the first day that are out of sight at the left
 */
typedef struct
{
  double left, top, width, height;
  PltDate first, last;
  PltMoney low, high;
  double day_width;
  double offset;
} PltCashScale;

#define PLT_CASH_SCALE_MAX_DAY 48.0

/* Everything in sight. */
void plt_cash_scale_fit (PltCashScale *self);
/* What is in sight stays within what there is, and a day is not narrower than when all is seen. */
void plt_cash_scale_clamp (PltCashScale *self);
/* By `factor`, with what is at `x` staying there. */
void plt_cash_scale_zoom (PltCashScale *self, double factor, double x);
/* That day into sight, with `margin` pixels around it. */
void plt_cash_scale_show (PltCashScale *self, PltDate date, double margin);
gboolean plt_cash_scale_is_fit (const PltCashScale *self);

double plt_cash_scale_x (const PltCashScale *self, PltDate date); /* left edge of the day */
PltDate plt_cash_scale_date (const PltCashScale *self, double x); /* the day at x, clamped */
double plt_cash_scale_y (const PltCashScale *self, PltMoney amount);
/* Days that a drag by `dx` pixels means, to the nearest. */
int plt_cash_scale_days (const PltCashScale *self, double dx);

/* Round amounts to draw a hairline at, 1, 2 or 5 times a power of ten euros apart and at most
 * `most` of them. (transfer full) (element-type PltMoney) */
GArray *plt_cash_scale_ticks (const PltCashScale *self, guint most);

/* The Monday, or the first of the month, of that day. */
PltDate plt_cash_scale_period_start (PltDate date, gboolean months);
PltDate plt_cash_scale_next_period (PltDate start, gboolean months);

G_END_DECLS

/* PltCashLine: what the curve of the trésorerie shows, day by day: a picture of a plan that can be
 * laid over another one. Numbers and words only; knows neither engine nor widget.
 *
 * Amounts are all taxes included, received positive and paid negative. Between two days the balance
 * stays as the first one left it; before the first it is the opening balance. */
#pragma once

#include "plt-date.h"
#include "plt-money.h"

G_BEGIN_DECLS

typedef struct
{
  PltDate date;
  PltMoney in, out; /* of the day; out is not positive */
  PltMoney balance; /* at its end, with the credits */
  PltMoney bare;    /* the same without them */
} PltCashLineDay;

/**
 * PltCashLineMark:
 * @key: what stays the same of an event while it moves
 * @title: what it is, in a few words
 * @date: where it stands
 * @base: where the data put it
 * @n: movements that hang on it
 * @small: only a pin, without words
 */
typedef struct
{
  char *key, *title;
  PltDate date, base;
  guint n;
  gboolean small;
} PltCashLineMark;

/* Days below what is authorised, or a credit and its limit. */
typedef struct
{
  PltDate from, to;
  PltMoney amount;
  char *title;
} PltCashLineSpan;

typedef struct
{
  PltDate first, last;
  PltDate real_until; /* movements up to that day are real; PLT_DATE_NONE when none is */
  PltMoney opening, overdraft;
  PltMoney lowest; /* of the balance without the credits */
  PltDate lowest_date;
  GArray *days;      /* PltCashLineDay, by date, only those that move something */
  GArray *marks;     /* PltCashLineMark, by date */
  GArray *criticals; /* PltCashLineSpan; amount: what is missing */
  GArray *credits;   /* PltCashLineSpan; amount: the limit */
} PltCashLine;

PltCashLine *plt_cash_line_new (void);
void plt_cash_line_free (PltCashLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCashLine, plt_cash_line_free)

/* Adds to what moves on that day; days are given in order. */
void plt_cash_line_add (PltCashLine *self, PltDate date, PltMoney amount);
PltCashLineMark *plt_cash_line_add_mark (
    PltCashLine *self, const char *key, const char *title, PltDate date, PltDate base, guint n);
void plt_cash_line_add_critical (PltCashLine *self, PltDate from, PltDate to, PltMoney missing);
void plt_cash_line_add_credit (
    PltCashLine *self, PltDate from, PltDate to, PltMoney limit, const char *title);

/* The day that speaks for `date`: itself or the last one before it that moved something. -1: none.
 */
int plt_cash_line_find_day (const PltCashLine *self, PltDate date);
PltMoney plt_cash_line_balance_at (const PltCashLine *self, PltDate date);
/* What moved from `from` to `to`, both included. */
void
plt_cash_line_sum (const PltCashLine *self, PltDate from, PltDate to, PltMoney *in, PltMoney *out);
const PltCashLineMark *plt_cash_line_find_mark (const PltCashLine *self, const char *key);
/* The least and the most that has to be seen: balances with and without credits, zero, overdraft.
 */
void plt_cash_line_range (const PltCashLine *self, PltMoney *low, PltMoney *high);

G_END_DECLS

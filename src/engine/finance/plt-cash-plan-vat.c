/* The VAT of a treasury plan: what is collected less what is deducted, month by month or quarter by
 * quarter, paid the month after. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-plan-private.h"

typedef struct
{
  PltCashBuilder *all;
  guint row, refund_row; /* PLT_CASH_NO_ROW until they are needed */
  int months;            /* of a period */
} Vat;

static int
month_of (PltDate date)
{
  int year, month, day;

  plt_date_to_ymd (date, &year, &month, &day);
  return year * 12 + month - 1;
}

/* What was really paid (or refunded) that month: movements whose reference is "TVA". */
static PltMoney
really (const Vat *self, PltDate date, gboolean refund)
{
  const PltFacts *facts = self->all->facts;
  PltMoney sum = 0;

  for (guint i = 0; i < facts->cash.n; i++)
    {
      const PltCashFacts *entry = &facts->cash.items[i];

      if (plt_cash_is_vat_entry (entry) && (entry->amount_cents > 0) == refund
          && month_of (entry->date) == month_of (date))
        plt_cash_sum (&sum, ABS (entry->amount_cents));
    }
  return sum;
}

static void
settle (Vat *self, PltDate date, PltMoney amount, gboolean refund)
{
  PltCashBuilder *all = self->all;
  guint *row = refund ? &self->refund_row : &self->row;
  PltCashMove move = { .date = date, .event = -1 };
  PltMoney left = amount - MIN (amount, really (self, date, refund));

  if (left == 0)
    return;
  if (*row == PLT_CASH_NO_ROW)
    *row = plt_cash_vat_row (all, refund);
  move.row = *row;
  move.amount = refund ? left : -left;
  plt_cash_move (all, &move);
}

/* @end: of the period; gives what is carried to the next. */
static PltMoney
close_period (Vat *self, PltDate end, PltMoney net, PltMoney carried)
{
  const PltCashDefaults *defaults = self->all->defaults;
  PltMoney due = net + carried;

  if (due > 0)
    settle (self, plt_cash_day_of_month (end, 1, (int) defaults->vat_day), due, FALSE);
  else if (due < 0 && defaults->vat_refund_months != PLT_UNKNOWN
           && -due >= defaults->vat_refund_least)
    settle (
        self,
        plt_cash_day_of_month (end, 1 + (int) defaults->vat_refund_months, (int) defaults->vat_day),
        -due, TRUE);
  else
    return MIN (due, 0);
  return 0;
}

static PltDate
period_end (const Vat *self, PltDate date)
{
  int month = month_of (date);

  if (self->months == 1)
    return plt_cash_month_end (date);
  month += self->months - 1 - month % self->months;
  return plt_cash_month_end (plt_date_from_ymd (month / 12, month % 12 + 1, 1));
}

void
plt_cash_vat (PltCashBuilder *self)
{
  const char *regime = self->facts->production.vat_regime;
  Vat vat = { self, PLT_CASH_NO_ROW, PLT_CASH_NO_ROW,
              regime != NULL && strcmp (regime, "trimestriel") == 0 ? 3 : 1 };
  PltDate first = PLT_DATE_NONE, last = PLT_DATE_NONE, end;
  g_autofree PltMoney *days = NULL;
  PltMoney net = 0, carried = 0;

  if (self->franchise)
    return;
  for (guint i = 0; i < self->n_moves; i++)
    if (self->moves[i].vat != 0)
      {
        const PltDate date = self->moves[i].date;

        first = first == PLT_DATE_NONE ? date : MIN (first, date);
        last = MAX (last, date);
      }
  if (first == PLT_DATE_NONE)
    return;
  days = g_new0 (PltMoney, (gsize) (last - first) + 1);
  for (guint i = 0; i < self->n_moves; i++)
    days[MAX (0, self->moves[i].vat != 0 ? self->moves[i].date - first : 0)] += self->moves[i].vat;
  end = period_end (&vat, first);
  for (PltDate date = first; date <= last; date++)
    {
      net += days[date - first];
      if (date < end && date < last)
        continue;
      carried = close_period (&vat, end, net, carried);
      net = 0;
      end = period_end (&vat, date + 1);
    }
  self->result->vat_credit = -carried;
}

/* When the spend of a tax credit is paid, and which exercice it belongs to. */
#include <string.h>

#include "plt-cash-events.h"
#include "plt-tax-spend-private.h"

static void
order (PltDate *from, PltDate *to)
{
  if (*from == PLT_DATE_NONE)
    *from = *to;
  else if (*to == PLT_DATE_NONE)
    *to = *from;
  if (*from > *to)
    *from = *to;
}

void
plt_tax_line_dates (const PltTaxReading *self, const PltLineFacts *line, PltDate *from, PltDate *to)
{
  const char *first = "premier-jour", *last = "fin-tournage";

  if (*line->event != '\0')
    {
      gboolean own = strcmp (line->event, "date") == 0 || line->payment_date != PLT_DATE_NONE;

      *from = plt_cash_event_date (self->facts, self->plan, own ? "date" : line->event,
                                   line->payment_date);
      if (*from != PLT_DATE_NONE && line->offset_days != PLT_UNKNOWN)
        *from += (PltDate) CLAMP (line->offset_days, -36500, 36500);
      *to = *from;
      return;
    }
  if (strcmp (line->phase, "preparation") == 0)
    {
      first = "debut-preparation";
      last = "premier-jour";
    }
  else if (strcmp (line->phase, "finitions") == 0)
    {
      first = "fin-tournage";
      last = "livraison";
    }
  *from = plt_cash_event_date (self->facts, self->plan, first, PLT_DATE_NONE);
  *to = plt_cash_event_date (self->facts, self->plan, last, PLT_DATE_NONE);
  order (from, to);
}

/* Last day of the exercice that ends in that year; 29 February is the end of February. */
static PltDate
closing (const PltTaxOptions *options, int year)
{
  PltDate date = plt_date_from_ymd (year, options->closing_month, options->closing_day);

  return date != PLT_DATE_NONE ? date : plt_date_from_ymd (year, 2, 28);
}

static PltDate
closing_after (const PltTaxOptions *options, PltDate date)
{
  int year, month, day;
  PltDate end;

  plt_date_to_ymd (date, &year, &month, &day);
  end = closing (options, year);
  return end >= date ? end : closing (options, year + 1);
}

static PltTaxYear *
ensure_year (GArray *years, PltDate end)
{
  guint i = 0;

  while (i < years->len && end != PLT_DATE_NONE
         && g_array_index (years, PltTaxYear, i).end != PLT_DATE_NONE
         && g_array_index (years, PltTaxYear, i).end < end)
    i++;
  if (end == PLT_DATE_NONE)
    i = years->len > 0 && g_array_index (years, PltTaxYear, years->len - 1).end == PLT_DATE_NONE
            ? years->len - 1
            : years->len;
  if (i == years->len || g_array_index (years, PltTaxYear, i).end != end)
    g_array_insert_val (years, i, ((PltTaxYear){ end, 0, 0 }));
  return &g_array_index (years, PltTaxYear, i);
}

#define MOST_YEARS 40

/* An expense over the exercices of its days; the parts add up to it. */
static void
spread (GArray *years, const PltTaxOptions *options, const PltTaxExpense *expense, PltDate from)
{
  gint64 days[MOST_YEARS];
  PltDate ends[MOST_YEARS];
  PltMoney parts[MOST_YEARS];
  guint n = 0;

  for (PltDate at = from; at <= expense->to && n < MOST_YEARS; n++)
    {
      ends[n] = closing_after (options, at);
      days[n] = MIN (ends[n], expense->to) - at + 1;
      at = ends[n] + 1;
    }
  if (n > 0 && plt_money_share (expense->eligible, days, n, parts))
    for (guint i = 0; i < n; i++)
      ensure_year (years, ends[i])->spend += parts[i];
}

static void
share_credit (GArray *years, PltMoney credit, gint64 unit)
{
  g_autofree gint64 *weights = g_new0 (gint64, MAX (1, years->len));
  g_autofree PltMoney *parts = g_new0 (PltMoney, MAX (1, years->len));

  for (guint i = 0; i < years->len; i++)
    {
      PltTaxYear *year = &g_array_index (years, PltTaxYear, i);

      weights[i] = MAX (0, year->spend);
      year->credit = credit == PLT_UNKNOWN ? PLT_UNKNOWN : 0;
    }
  if (credit == PLT_UNKNOWN || !plt_money_share (credit / unit, weights, years->len, parts))
    return;
  for (guint i = 0; i < years->len; i++)
    g_array_index (years, PltTaxYear, i).credit = parts[i] * unit;
}

GArray *
plt_tax_years_new (const PltTaxSpend *spend,
                   const PltTaxOptions *options,
                   PltMoney credit,
                   gint64 unit)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (PltTaxYear));

  if (options->n_years > 0)
    {
      gint64 weights[PLT_TAX_MAX_YEARS];
      PltMoney parts[PLT_TAX_MAX_YEARS];

      for (guint i = 0; i < options->n_years; i++)
        weights[i] = options->years[i].share_e6;
      if (plt_money_share (options->eligible != PLT_UNKNOWN ? options->eligible : spend->eligible,
                           weights, options->n_years, parts))
        for (guint i = 0; i < options->n_years; i++)
          ensure_year (years, closing (options, options->years[i].year))->spend += parts[i];
    }
  else
    for (guint i = 0; i < spend->expenses->len; i++)
      {
        const PltTaxExpense *expense = &g_array_index (spend->expenses, PltTaxExpense, i);

        if (expense->eligible == PLT_UNKNOWN || expense->eligible == 0)
          continue;
        if (expense->from == PLT_DATE_NONE)
          ensure_year (years, PLT_DATE_NONE)->spend += expense->eligible;
        else
          spread (years, options, expense,
                  options->request != PLT_DATE_NONE
                      ? CLAMP (options->request, expense->from, expense->to)
                      : expense->from);
      }
  share_credit (years, credit, MAX (1, unit));
  return years;
}

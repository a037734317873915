#include "plt-cash.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One payment before it is put into its month. */
typedef struct
{
  PltCashRow *row;
  PltDate date;
  PltMoney amount; /* TTC, always positive */
} Payment;

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltBudget *budget;
  PltCash *cash;
  GArray *payments; /* Payment */
  GArray
      *vat; /* Payment: amount > 0 collected, < 0 paid, at the date of the payment it comes with */
  GHashTable *by_key; /* "in:12", "out:3" -> PltCashRow */
} Builder;

static void
row_free (gpointer data)
{
  PltCashRow *row = data;

  g_free (row->label);
  g_free (row->amounts);
  g_free (row);
}

static PltCashRow *
ensure_row (Builder *self,
            const char *key,
            PltCashKind kind,
            const char *label,
            PltRef ref,
            gboolean incoming)
{
  PltCashRow *row = g_hash_table_lookup (self->by_key, key);

  if (row == NULL)
    {
      row = g_new0 (PltCashRow, 1);
      row->label = g_strdup (label);
      row->kind = kind;
      row->ref = ref;
      row->incoming = incoming;
      g_hash_table_insert (self->by_key, g_strdup (key), row);
      g_ptr_array_add (self->cash->rows, row);
    }
  return row;
}

static void
add_undated (Builder *self, const char *label, PltRef ref, PltCashKind kind, PltMoney amount)
{
  PltCashRow *row = g_new0 (PltCashRow, 1);

  row->label = g_strdup (label);
  row->kind = kind;
  row->ref = ref;
  row->incoming = kind == PLT_CASH_SOURCE;
  row->total = amount;
  g_ptr_array_add (self->cash->undated, row);
}

static PltMoney
vat_of (PltMoney amount, gint64 vat_e6)
{
  PltMoney vat = 0;

  if (vat_e6 == PLT_UNKNOWN
      || !plt_money_apply_rate (amount, vat_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &vat))
    return 0;
  return vat;
}

/* A payment of `amount` HT with its TVA. */
static void
add_payment (Builder *self, PltCashRow *row, PltDate date, PltMoney amount, gint64 vat_e6)
{
  PltMoney vat = vat_of (amount, vat_e6);
  Payment payment = { row, date, amount + vat };
  Payment tax = { NULL, date, row->incoming ? vat : -vat };

  if (amount == 0)
    return;
  g_array_append_val (self->payments, payment);
  if (vat != 0)
    g_array_append_val (self->vat, tax);
}

static gboolean
is_real (const PltFacts *facts, gint64 instalment)
{
  for (guint i = 0; i < facts->cash.n; i++)
    if (facts->cash.items[i].instalment == instalment
        && strcmp (facts->cash.items[i].kind, "reel") == 0)
      return TRUE;
  return FALSE;
}

static void
add_receipts (Builder *self)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->instalments.n; i++)
    {
      const PltInstalmentFacts *instalment = &facts->instalments.items[i];
      const PltFundingFacts *source
          = PLT_FACTS_FIND (facts->funding, PltFundingFacts, instalment->funding_source);
      PltMoney amount = plt_instalment_amount (facts, instalment);
      g_autofree char *key = NULL;
      PltRef ref = { "instalment", instalment->id, NULL };
      PltDate date;

      if (source == NULL || strcmp (source->status, "refuse") == 0
          || strcmp (source->nature, "numeraire") != 0 || amount == PLT_UNKNOWN
          || is_real (facts, instalment->id))
        continue;
      date = instalment->paid_date;
      if (date == PLT_DATE_NONE)
        {
          gboolean dated
              = strcmp (instalment->event, "date") == 0 || instalment->date != PLT_DATE_NONE;

          date = plt_cash_event_date (facts, self->plan, dated ? "date" : instalment->event,
                                      dated ? instalment->date : source->date);
          if (date != PLT_DATE_NONE && instalment->offset_days != PLT_UNKNOWN)
            date += (PltDate) CLAMP (instalment->offset_days, -36500, 36500);
        }
      if (date == PLT_DATE_NONE)
        {
          g_autofree char *label = g_strdup_printf ("%s · %s", source->name, instalment->label);

          add_undated (self, label, ref, PLT_CASH_SOURCE, amount);
          continue;
        }
      key = g_strdup_printf ("in:%" G_GINT64_FORMAT, source->id);
      ref = (PltRef){ "funding_source", source->id, NULL };
      add_payment (self, ensure_row (self, key, PLT_CASH_SOURCE, source->name, ref, TRUE), date,
                   amount, source->vat_e6);
    }
}

/* First and last day over which a phase is paid. */
static gboolean
phase_bounds (const Builder *self, const char *phase, PltDate *from, PltDate *to)
{
  PltDate first = plt_plan_first_date (self->plan);
  PltDate last = plt_plan_last_date (self->plan);

  if (last == PLT_DATE_NONE)
    last = first;
  if (first == PLT_DATE_NONE)
    return FALSE;
  if (strcmp (phase, "preparation") == 0)
    {
      *from = plt_cash_task_bound (self->facts, "preparation", NULL, FALSE);
      *to = first;
      if (*from == PLT_DATE_NONE || *from > *to)
        *from = *to;
    }
  else if (strcmp (phase, "finitions") == 0)
    {
      *from = last;
      *to = self->facts->production.delivery_date;
      if (*to == PLT_DATE_NONE)
        *to = plt_cash_task_bound (self->facts, "postproduction", NULL, TRUE);
      if (*to == PLT_DATE_NONE || *to < *from)
        *to = *from;
    }
  else
    {
      *from = first;
      *to = last;
    }
  return TRUE;
}

static int
month_number (PltDate date)
{
  int year, month, day;

  plt_date_to_ymd (date, &year, &month, &day);
  return year * 12 + month - 1;
}

static PltDate
month_start (int number)
{
  return plt_date_from_ymd (number / 12, number % 12 + 1, 1);
}

/* Spreads `amount` over the months between two dates by the days of each; the parts sum to it.
 * `later` months after. A month is paid on its last day that belongs to the phase. */
static void
spread (Builder *self,
        PltCashRow *row,
        PltMoney amount,
        gint64 vat_e6,
        PltDate from,
        PltDate to,
        int later)
{
  int first = month_number (from), last = MIN (month_number (to), month_number (from) + 600);
  guint n = (guint) (last - first + 1);
  g_autofree gint64 *weights = g_new0 (gint64, n);
  g_autofree PltMoney *parts = g_new0 (PltMoney, n);

  for (guint i = 0; i < n; i++)
    {
      PltDate start = MAX (from, month_start (first + (int) i));
      PltDate end = MIN (to, month_start (first + (int) i + 1) - 1);

      weights[i] = end - start + 1;
    }
  if (!plt_money_share (amount, weights, n, parts))
    return;
  for (guint i = 0; i < n; i++)
    {
      PltDate end = MIN (to, month_start (first + (int) i + 1) - 1);

      add_payment (self, row, later > 0 ? plt_date_add_months (end, later) : end, parts[i], vat_e6);
    }
}

/* Pays one amount of a line at its event, or over its phase. */
static void
pay (Builder *self,
     const PltLineFacts *line,
     PltCashRow *row,
     PltMoney amount,
     gint64 vat_e6,
     int later)
{
  PltDate from, to;

  if (amount == 0)
    return;
  if (*line->event != '\0')
    {
      gboolean own = strcmp (line->event, "date") == 0 || line->payment_date != PLT_DATE_NONE;
      PltDate date = plt_cash_event_date (self->facts, self->plan, own ? "date" : line->event,
                                          line->payment_date);

      if (date == PLT_DATE_NONE)
        {
          add_undated (self, line->label, (PltRef){ "budget_line", line->id, "event" }, row->kind,
                       amount);
          return;
        }
      if (line->offset_days != PLT_UNKNOWN)
        date += (PltDate) CLAMP (line->offset_days, -36500, 36500);
      add_payment (self, row, later > 0 ? plt_date_add_months (date, later) : date, amount, vat_e6);
    }
  else if (phase_bounds (self, line->phase, &from, &to))
    spread (self, row, amount, vat_e6, from, to, later);
  else
    add_undated (self, line->label, (PltRef){ "budget_line", line->id, "phase" }, row->kind,
                 amount);
}

static const PltAccountFacts *
post_of (const PltFacts *facts, gint64 account)
{
  const PltAccountFacts *post = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account);

  for (guint depth = 0; post != NULL && post->parent != 0 && depth < 9; depth++)
    post = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, post->parent);
  return post;
}

static void
add_payments (Builder *self)
{
  PltRef budget_ref
      = { "budget", self->budget->budget != NULL ? self->budget->budget->id : 0, NULL };
  PltDate from, to, from_preparation, to_finishing;
  PltCashRow *row;

  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const PltBudgetLine *line = self->budget->lines->pdata[i];
      const PltAccountFacts *post = post_of (self->facts, line->line->account);
      g_autofree char *key = NULL;
      g_autofree char *label = NULL;

      if (line->amount == PLT_UNKNOWN || post == NULL
          || strcmp (line->line->mode, "numeraire") != 0)
        continue;
      key = g_strdup_printf ("out:%" G_GINT64_FORMAT, post->id);
      label = g_strdup_printf ("%s %s", post->code, post->name);
      row = ensure_row (self, key, PLT_CASH_POST, label, (PltRef){ "account", post->id, NULL },
                        FALSE);
      pay (self, line->line, row, line->amount, line->line->vat_e6, 0);
      if (line->contributions != 0)
        {
          row = ensure_row (self, "contributions", PLT_CASH_CONTRIBUTIONS,
                            _ ("Social contributions (the month after)"), budget_ref, FALSE);
          pay (self, line->line, row, line->contributions, PLT_UNKNOWN, 1);
        }
    }

  if (!phase_bounds (self, "tournage", &from, &to))
    return;
  phase_bounds (self, "preparation", &from_preparation, &to_finishing);
  phase_bounds (self, "finitions", &to_finishing, &to_finishing);
  if (self->budget->overheads != 0)
    {
      row = ensure_row (self, "overheads", PLT_CASH_OVERHEADS, _ ("Overheads"), budget_ref, FALSE);
      spread (self, row, self->budget->overheads, PLT_UNKNOWN, from_preparation,
              MAX (to, to_finishing), 0);
    }
  if (self->budget->contingency != 0)
    {
      row = ensure_row (self, "contingency", PLT_CASH_CONTINGENCY, _ ("Contingency"), budget_ref,
                        FALSE);
      spread (self, row, self->budget->contingency, PLT_UNKNOWN, from, to, 0);
    }
}

static void
add_entries (Builder *self)
{
  for (guint i = 0; i < self->facts->cash.n; i++)
    {
      const PltCashFacts *entry = &self->facts->cash.items[i];
      gboolean incoming = entry->amount_cents > 0;
      PltRef ref = { "cash_entry", entry->id, NULL };

      if (entry->date == PLT_DATE_NONE || entry->amount_cents == PLT_UNKNOWN)
        continue;
      add_payment (self,
                   ensure_row (self, incoming ? "entries:in" : "entries:out", PLT_CASH_ENTRIES,
                               incoming ? _ ("Other receipts") : _ ("Other payments"), ref,
                               incoming),
                   entry->date, ABS (entry->amount_cents), PLT_UNKNOWN);
    }
}

/* Nets the TVA of each month and settles it the month after; a credit is carried forward. */
static void
settle_vat (Builder *self, int first, guint n_months)
{
  g_autofree PltMoney *net = g_new0 (PltMoney, n_months);
  PltMoney carried = 0;
  PltCashRow *row;

  if (self->vat->len == 0)
    return;
  row = ensure_row (self, "vat", PLT_CASH_VAT, _ ("VAT paid to the State (the month after)"),
                    (PltRef){ NULL, 0, NULL }, FALSE);
  row->amounts = g_new0 (PltMoney, n_months);
  for (guint i = 0; i < self->vat->len; i++)
    {
      const Payment *payment = &g_array_index (self->vat, Payment, i);

      net[month_number (payment->date) - first] += payment->amount;
    }
  for (guint i = 0; i + 1 < n_months; i++)
    {
      PltMoney due = net[i] + carried;

      carried = MIN (due, 0);
      row->amounts[i + 1] = MAX (due, 0);
      row->total += row->amounts[i + 1];
    }
}

static void
fill_months (Builder *self)
{
  PltCash *cash = self->cash;
  int first = G_MAXINT, last = G_MININT;
  PltMoney balance = 0;
  guint n;

  for (guint i = 0; i < self->payments->len; i++)
    {
      int month = month_number (g_array_index (self->payments, Payment, i).date);

      first = MIN (first, month);
      last = MAX (last, month);
    }
  if (self->payments->len == 0)
    return;
  if (self->vat->len > 0)
    last++;
  n = (guint) (last - first + 1);

  settle_vat (self, first, n);
  for (guint i = 0; i < cash->rows->len; i++)
    {
      PltCashRow *row = cash->rows->pdata[i];

      if (row->amounts == NULL)
        row->amounts = g_new0 (PltMoney, n);
    }
  for (guint i = 0; i < self->payments->len; i++)
    {
      const Payment *payment = &g_array_index (self->payments, Payment, i);

      payment->row->amounts[month_number (payment->date) - first] += payment->amount;
      payment->row->total += payment->amount;
    }

  for (guint m = 0; m < n; m++)
    {
      PltCashMonth month = { month_start (first + (int) m), 0, 0, 0, 0 };

      for (guint i = 0; i < cash->rows->len; i++)
        {
          const PltCashRow *row = cash->rows->pdata[i];

          *(row->incoming ? &month.in : &month.out) += row->amounts[m];
        }
      month.net = month.in - month.out;
      month.balance = balance += month.net;
      cash->total_in += month.in;
      cash->total_out += month.out;
      if (cash->lowest < 0
          || month.balance < g_array_index (cash->months, PltCashMonth, cash->lowest).balance)
        cash->lowest = (int) m;
      g_array_append_val (cash->months, month);
    }
}

/**
 * plt_cash_new:
 * @facts: the production; not kept
 * @plan: its plan de travail, for the events
 * @budget: its devis
 *
 * Returns: (transfer full): the months from the first payment to the last
 */
PltCash *
plt_cash_new (const PltFacts *facts, const PltPlan *plan, const PltBudget *budget)
{
  PltCash *cash = g_new0 (PltCash, 1);
  g_autoptr (GArray) payments = g_array_new (FALSE, FALSE, sizeof (Payment));
  g_autoptr (GArray) vat = g_array_new (FALSE, FALSE, sizeof (Payment));
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Builder builder = { facts, plan, budget, cash, payments, vat, by_key };

  cash->months = g_array_new (FALSE, FALSE, sizeof (PltCashMonth));
  cash->rows = g_ptr_array_new_with_free_func (row_free);
  cash->undated = g_ptr_array_new_with_free_func (row_free);
  cash->lowest = -1;
  add_receipts (&builder);
  add_payments (&builder);
  add_entries (&builder);
  fill_months (&builder);
  return cash;
}

void
plt_cash_free (PltCash *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->months);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->undated);
  g_free (self);
}

#include "plt-cash-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-plan-private.h"

static void
row_free (gpointer data)
{
  PltCashPlanRow *row = data;

  g_free (row->label);
  g_free (row);
}

static void
event_clear (gpointer data)
{
  g_free (((PltCashEvent *) data)->label);
}

static void
credit_clear (gpointer data)
{
  g_free (((PltCashCredit *) data)->label);
}

/* ---- what the parts use ---- */

static PltCashPlanRow *
row_new (PltCashRowKind kind, const char *label, PltRef ref, gboolean incoming, PltMoney total)
{
  PltCashPlanRow *row = g_new0 (PltCashPlanRow, 1);

  row->kind = kind;
  row->label = g_strdup (label);
  row->ref = ref;
  row->incoming = incoming;
  row->total = total;
  return row;
}

guint
plt_cash_row (
    PltCashBuilder *self, PltCashRowKind kind, const char *label, PltRef ref, gboolean incoming)
{
  g_ptr_array_add (self->result->rows, row_new (kind, label, ref, incoming, 0));
  return self->result->rows->len - 1;
}

guint
plt_cash_other_row (PltCashBuilder *self, gboolean incoming)
{
  guint *row = incoming ? &self->other_in : &self->other_out;

  if (*row == PLT_CASH_NO_ROW)
    *row = plt_cash_row (self, incoming ? PLT_CASH_ROW_OTHER_IN : PLT_CASH_ROW_OTHER_OUT,
                         incoming ? _ ("Other receipts") : _ ("Other payments"),
                         (PltRef){ NULL, 0, NULL }, incoming);
  return *row;
}

void
plt_cash_sum (PltMoney *sum, PltMoney amount)
{
  if (plt_money_add (*sum, amount, &amount))
    *sum = CLAMP (amount, -PLT_CASH_MOST, PLT_CASH_MOST);
  else
    *sum = amount > 0 ? PLT_CASH_MOST : -PLT_CASH_MOST;
}

void
plt_cash_undated (
    PltCashBuilder *self, PltCashRowKind kind, const char *label, PltRef ref, PltMoney amount)
{
  gboolean incoming = kind < PLT_CASH_ROW_POST;

  if (amount == 0)
    return;
  plt_cash_sum (incoming ? &self->result->receipts.undated : &self->result->payments.undated,
                amount);
  g_ptr_array_add (self->result->undated, row_new (kind, label, ref, incoming, amount));
}

PltMoney
plt_cash_vat_of (const PltCashBuilder *self, PltMoney amount, gint64 vat_e6)
{
  PltMoney vat;

  if (vat_e6 <= 0) /* not known, or none */
    return 0;
  return plt_money_apply_rate (amount, vat_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &vat) ? vat
                                                                                      : PLT_UNKNOWN;
}

PltMoney
plt_cash_vat_in (const PltCashBuilder *self, PltMoney amount, gint64 vat_e6)
{
  PltMoney vat;

  if (vat_e6 <= 0 || vat_e6 > G_MAXINT32)
    return 0;
  return plt_money_apply_rate (amount, vat_e6, PLT_RATE_ONE + vat_e6, PLT_ROUND_HALF_UP, &vat) ? vat
                                                                                               : 0;
}

static void
refuse_amount (PltCashBuilder *self, PltRef ref)
{
  self->result->incomplete = TRUE;
  if (self->overflow)
    return;
  self->overflow = TRUE;
  plt_issues_add (self->result->issues, "cash.too-large", PLT_SEVERITY_ERROR, ref, NULL,
                  _ ("Amounts are too large to be added up: the treasury plan leaves some out. "
                     "Correct the amount."));
}

static gboolean
count_amount (PltCashBuilder *self, const PltCashMove *move)
{
  const PltMoney size = move->amount < 0 ? -move->amount : move->amount;

  if (G_UNLIKELY (move->amount <= -PLT_CASH_MOST || size > PLT_CASH_MOST - self->gross))
    {
      refuse_amount (self, move->ref);
      return FALSE;
    }
  self->gross += size;
  return TRUE;
}

static PltCashMove *
add_move (PltCashBuilder *self)
{
  if (G_UNLIKELY (self->n_moves == self->n_allocated))
    {
      self->n_allocated = MAX (1024, self->n_allocated * 2);
      self->moves = g_renew (PltCashMove, self->moves, self->n_allocated);
    }
  return &self->moves[self->n_moves++];
}

static gboolean
is_far (const PltCashBuilder *self, PltDate date)
{
  gint64 away = (gint64) date - self->anchor;

  return away < -PLT_CASH_HORIZON || away > PLT_CASH_HORIZON;
}

static void
note_far (PltCashBuilder *self, PltRef ref)
{
  self->result->incomplete = TRUE;
  if (self->n_far++ == 0)
    plt_issues_add (self->result->issues, "cash.far-date", PLT_SEVERITY_WARNING, ref, NULL,
                    _ ("A date is more than 20 years away from the shoot: its amount is left out "
                       "of the treasury plan. Correct the date."));
}

gboolean
plt_cash_move (PltCashBuilder *self, const PltCashMove *move)
{
  if (move->amount == 0)
    return FALSE;
  if (G_UNLIKELY (is_far (self, move->date)))
    {
      note_far (self, move->ref);
      return FALSE;
    }
  if (move->date < self->floor)
    {
      self->n_before++;
      return FALSE;
    }
  if (!count_amount (self, move))
    return FALSE;
  *add_move (self) = *move;
  if (move->event >= 0)
    g_array_index (self->result->events, PltCashEvent, move->event).n++;
  return TRUE;
}

/* A part that is left out because its date is too far has none. */
static void
pay_far (PltCashBuilder *self, PltCashTotals *totals, const PltCashMove *move)
{
  const PltCashPlanRow *row = self->result->rows->pdata[move->row];
  PltMoney amount = totals == &self->result->receipts ? move->amount : -move->amount;

  note_far (self, move->ref);
  plt_cash_undated (self, row->kind, row->label, move->ref, amount);
}

void
plt_cash_pay (PltCashBuilder *self, PltCashTotals *totals, const PltCashMove *move, gint64 vat_e6)
{
  PltCashMove whole = *move;
  const PltMoney planned = totals == &self->result->receipts ? move->amount : -move->amount;

  if (move->amount == 0)
    return;
  if (G_UNLIKELY (is_far (self, move->date)))
    {
      pay_far (self, totals, move);
      return;
    }
  if (move->date < self->floor)
    {
      plt_cash_sum (&totals->before, planned);
      self->n_before++;
      return;
    }
  whole.vat = vat_e6 > 0 ? plt_cash_vat_of (self, move->amount, vat_e6) : 0;
  if (G_UNLIKELY (whole.vat == PLT_UNKNOWN
                  || !plt_money_add (whole.amount, whole.vat, &whole.amount)))
    {
      refuse_amount (self, move->ref);
      return;
    }
  if (self->franchise)
    whole.vat = 0;
  if (!count_amount (self, &whole))
    return;
  totals->dated += planned;
  *add_move (self) = whole;
  if (whole.event >= 0)
    g_array_index (self->result->events, PltCashEvent, whole.event).n++;
}

/* ---- the whole ---- */

static void
take (PltDate *anchor, PltDate date)
{
  if (*anchor == PLT_DATE_NONE)
    *anchor = date;
}

/* What far dates are far from. */
static PltDate
find_anchor (const PltFacts *facts, const PltPlan *plan)
{
  PltDate anchor = plt_plan_first_date (plan);

  take (&anchor, facts->production.opening_date);
  take (&anchor, facts->production.delivery_date);
  for (guint i = 0; i < facts->tasks.n; i++)
    take (&anchor, facts->tasks.items[i].start_date);
  for (guint i = 0; i < facts->cash.n; i++)
    take (&anchor, facts->cash.items[i].date);
  for (guint i = 0; i < facts->instalments.n; i++)
    {
      take (&anchor, facts->instalments.items[i].date);
      take (&anchor, facts->instalments.items[i].paid_date);
    }
  for (guint i = 0; i < facts->funding.n; i++)
    take (&anchor, facts->funding.items[i].date);
  for (guint i = 0; i < facts->lines.n; i++)
    take (&anchor, facts->lines.items[i].payment_date);
  return anchor != PLT_DATE_NONE ? anchor : 0;
}

/* Rows in the order of their kinds; as made within one. @places: new index of each. */
static guint *
order_rows (GPtrArray *rows)
{
  guint *places = g_new (guint, MAX (1, rows->len));
  g_autofree gpointer *sorted = g_new (gpointer, MAX (1, rows->len));
  guint n = 0;

  for (int kind = PLT_CASH_ROW_SOURCE; kind <= PLT_CASH_ROW_REPAYMENT; kind++)
    for (guint i = 0; i < rows->len; i++)
      if (((const PltCashPlanRow *) rows->pdata[i])->kind == (PltCashRowKind) kind)
        {
          places[i] = n;
          sorted[n++] = rows->pdata[i];
        }
  if (n > 0)
    memcpy (rows->pdata, sorted, n * sizeof *sorted);
  return places;
}

/* Puts the moves in the order of their days: a counting sort, stable. */
static void
sort_moves (PltCashBuilder *self)
{
  PltCashPlan *plan = self->result;
  guint n_days = plan->first != PLT_DATE_NONE ? (guint) (plan->last - plan->first) + 1 : 0;
  g_autofree guint *starts = g_new0 (guint, n_days + 1);
  g_autofree guint *places = order_rows (plan->rows);
  PltCashMove *sorted;

  g_array_set_size (plan->moves, self->n_moves);
  sorted = (PltCashMove *) (gpointer) plan->moves->data;
  for (guint i = 0; i < self->n_moves; i++)
    starts[self->moves[i].date - plan->first + 1]++;
  for (guint i = 1; i < n_days; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < self->n_moves; i++)
    {
      const PltCashMove *move = &self->moves[i];
      PltCashMove *to = &sorted[starts[move->date - plan->first]++];
      PltCashPlanRow *row;

      *to = *move;
      to->row = places[move->row];
      row = plan->rows->pdata[to->row];
      row->total += move->amount;
      *(row->incoming ? &plan->total_in : &plan->total_out)
          += row->incoming ? move->amount : -move->amount;
    }
  plan->final = plan->opening + plan->total_in - plan->total_out;
}

/* No row for what never moves. */
static void
drop_empty_rows (PltCashBuilder *self)
{
  PltCashPlan *plan = self->result;
  g_autofree guint *moves = g_new0 (guint, MAX (1, plan->rows->len));
  g_autofree guint *places = g_new0 (guint, MAX (1, plan->rows->len));
  guint n = 0;

  for (guint i = 0; i < self->n_moves; i++)
    moves[self->moves[i].row]++;
  for (guint i = 0; i < plan->rows->len; i++)
    {
      places[i] = n;
      if (moves[i] > 0)
        plan->rows->pdata[n++] = plan->rows->pdata[i];
      else
        row_free (plan->rows->pdata[i]);
    }
  g_ptr_array_set_free_func (plan->rows, NULL);
  g_ptr_array_set_size (plan->rows, (gint) n);
  g_ptr_array_set_free_func (plan->rows, row_free);
  for (guint i = 0; i < self->n_moves; i++)
    self->moves[i].row = places[self->moves[i].row];
}

static void
reconcile (PltCashTotals *totals)
{
  plt_cash_sum (&totals->excess, totals->dated);
  plt_cash_sum (&totals->excess, totals->before);
  plt_cash_sum (&totals->excess, totals->undated);
  plt_cash_sum (&totals->excess, totals->not_cash);
  plt_cash_sum (&totals->excess, -totals->planned);
}

static void
note_before (PltCashBuilder *self)
{
  g_autofree char *day = NULL;

  if (self->n_before == 0)
    return;
  day = plt_date_format_numeric (self->floor);
  plt_issues_add (self->result->issues, "cash.before-opening", PLT_SEVERITY_INFO,
                  (PltRef){ "production", self->facts->production.id, "opening_date" }, NULL,
                  ngettext ("%u amount is dated before the opening balance of %s: it is taken to "
                            "be in it.",
                            "%u amounts are dated before the opening balance of %s: they are "
                            "taken to be in it.",
                            self->n_before),
                  self->n_before, day);
}

/* Money that is missing, beyond the overdraft and the credits; less than nothing at the end. */
static void
note_shortage (PltCashBuilder *self)
{
  PltCashPlan *plan = self->result;
  const PltRef ref = { "production", self->facts->production.id, "overdraft_cents" };
  const PltCashCritical *worst = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < plan->criticals->len; i++)
    {
      const PltCashCritical *critical = &g_array_index (plan->criticals, PltCashCritical, i);

      if (worst == NULL || critical->missing > worst->missing)
        worst = critical;
    }
  if (worst != NULL)
    {
      amount = plt_money_format (worst->missing);
      day = plt_date_format_numeric (worst->lowest_date);
      plt_issues_add (self->result->issues, "cash.negative", PLT_SEVERITY_WARNING, ref, NULL,
                      _ ("Cash runs out: on %s, %s are missing beyond the authorised overdraft and "
                         "the credits in use."),
                      day, amount);
    }
  if (plan->final < 0)
    {
      g_autofree char *left = plt_money_format (-plan->final);
      g_autofree char *vat = plt_money_format (plan->vat_credit);

      if (plan->vat_credit > 0)
        plt_issues_add (
            self->result->issues, "cash.final",
            -plan->final <= plan->vat_credit ? PLT_SEVERITY_INFO : PLT_SEVERITY_WARNING, ref, NULL,
            _ ("The treasury ends %s short; VAT of %s is still to be refunded."), left, vat);
      else
        plt_issues_add (self->result->issues, "cash.final", PLT_SEVERITY_WARNING, ref, NULL,
                        _ ("The treasury ends %s short, and no VAT is left to be refunded."), left);
    }
}

/* Financial costs that the devis pays in cash: its lines of 94, and the percentage. */
static PltMoney
planned_costs (const PltCashBuilder *self)
{
  PltMoney sum = self->budget->percents[PLT_PERCENT_FINANCIAL].amount;
  const PltBudgetAccount *account = NULL;

  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const PltBudgetLine *line = self->budget->lines->pdata[i];

      if (account == NULL || account->account->id != line->line->account)
        account = plt_budget_find_account (self->budget, line->line->account);
      if (account != NULL && g_str_has_prefix (account->account->code, "94")
          && line->amount != PLT_UNKNOWN
          && plt_cash_terms (self->facts, self->defaults, line->line).kind != PLT_TERMS_NEVER)
        plt_cash_sum (&sum, line->amount);
    }
  return sum;
}

/* What the credits cost is counted by day: the devis must not pay it again. */
static void
note_costs (PltCashBuilder *self)
{
  PltMoney cost = 0, planned;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  for (guint i = 0; i < self->result->credits->len; i++)
    plt_cash_sum (&cost, g_array_index (self->result->credits, PltCashCredit, i).cost);
  planned = cost > 0 ? planned_costs (self) : 0;
  if (planned <= 0)
    return;
  one = plt_money_format (planned);
  other = plt_money_format (cost);
  plt_issues_add (self->result->issues, "cash.financial-costs", PLT_SEVERITY_INFO,
                  (PltRef){ "budget", self->budget->budget->id, "financial_e6" }, NULL,
                  _ ("The devis pays %s of financial costs, and the credits of the treasury plan "
                     "cost %s: give lines that stand for these the way of paying “never paid in "
                     "cash”."),
                  one, other);
}

static PltCashPlan *
plan_new (const PltFacts *facts)
{
  PltCashPlan *plan = g_new0 (PltCashPlan, 1);
  PltMoney opening = facts->production.opening_cents, overdraft = facts->production.overdraft_cents;

  plan->rows = g_ptr_array_new_with_free_func (row_free);
  plan->moves = g_array_new (FALSE, FALSE, sizeof (PltCashMove));
  plan->events = g_array_new (FALSE, FALSE, sizeof (PltCashEvent));
  plan->criticals = g_array_new (FALSE, FALSE, sizeof (PltCashCritical));
  plan->credits = g_array_new (FALSE, FALSE, sizeof (PltCashCredit));
  g_array_set_clear_func (plan->events, event_clear);
  g_array_set_clear_func (plan->credits, credit_clear);
  plan->undated = g_ptr_array_new_with_free_func (row_free);
  plan->issues = plt_issues_new ();
  plan->opening = opening == PLT_UNKNOWN ? 0 : opening;
  plan->overdraft = overdraft == PLT_UNKNOWN ? 0 : overdraft;
  plan->first = plan->last = plan->lowest_date = plan->lowest_before_credits_date = PLT_DATE_NONE;
  return plan;
}

static void
open_balance (PltCashBuilder *self)
{
  PltCashPlan *plan = self->result;
  PltCashMove opening = { .amount = plan->opening,
                          .ref = { "production", self->facts->production.id, "opening_cents" } };

  self->floor = self->facts->production.opening_date;
  if (self->floor != PLT_DATE_NONE && is_far (self, self->floor))
    {
      note_far (self, opening.ref);
      self->floor = PLT_DATE_NONE;
    }
  if (!count_amount (self, &opening))
    plan->opening = 0;
  plan->overdraft = CLAMP (plan->overdraft, 0, PLT_CASH_MOST);
}

PltCashPlan *
plt_cash_plan_new (const PltFacts *facts,
                   const PltPlan *plan,
                   const PltBudget *budget,
                   const PltScenarioChangeFacts *changes,
                   guint n_changes)
{
  PltCashPlan *result = plan_new (facts);
  PltCashBuilder self = { .facts = facts,
                          .plan = plan,
                          .budget = budget,
                          .changes = changes,
                          .n_changes = n_changes,
                          .result = result,
                          .defaults = plt_cash_defaults_new (facts),
                          .anchor = find_anchor (facts, plan),
                          .other_in = PLT_CASH_NO_ROW,
                          .other_out = PLT_CASH_NO_ROW };

  self.franchise = strcmp (facts->production.vat_regime != NULL ? facts->production.vat_regime : "",
                           "franchise")
                   == 0;
  result->incomplete = budget->incomplete;
  open_balance (&self);
  plt_cash_dates (&self);
  plt_cash_receipts (&self);
  plt_cash_entries (&self);
  plt_cash_payments (&self);
  plt_cash_vat (&self);
  plt_cash_credits (&self);
  drop_empty_rows (&self);
  sort_moves (&self);
  plt_cash_find_criticals (result);
  reconcile (&result->receipts);
  reconcile (&result->payments);
  note_before (&self);
  note_shortage (&self);
  note_costs (&self);
  plt_issues_sort (result->issues);

  plt_cash_slots_clear (&self);
  plt_cash_defaults_free (self.defaults);
  g_free (self.moves);
  g_free (self.source_rows);
  g_free (self.line_real);
  return result;
}

void
plt_cash_plan_free (PltCashPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_array_unref (self->moves);
  g_array_unref (self->events);
  g_array_unref (self->criticals);
  g_array_unref (self->credits);
  g_ptr_array_unref (self->undated);
  g_ptr_array_unref (self->issues);
  g_free (self->days);
  g_free (self->bare);
  g_free (self->drawn);
  g_free (self);
}

const PltCashEvent *
plt_cash_plan_event (const PltCashPlan *self, const char *event, gint64 id)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const PltCashEvent *one = &g_array_index (self->events, PltCashEvent, i);

      if (strcmp (one->event, event) == 0 && (id == 0 || one->ref.id == id))
        return one;
    }
  return NULL;
}

/* What may be done about a shortage, each measure with what it does. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-plan-private.h"

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltBudget *budget;
  const PltScenarioChangeFacts *changes;
  guint n_changes;
  const PltCashCritical *critical;
  PltCashPlan *before;
  PltMoney cost_before;
  GPtrArray *measures;
} Search;

static void
measure_free (gpointer data)
{
  PltCashMeasure *measure = data;

  g_free (measure->label);
  g_array_unref (measure->changes);
  g_free (measure);
}

static PltMoney
cost_of (const PltCashPlan *plan)
{
  PltMoney cost = 0;

  for (guint i = 0; i < plan->credits->len; i++)
    plt_cash_sum (&cost, g_array_index (plan->credits, PltCashCredit, i).cost);
  return cost;
}

static PltMoney
missing_of (const PltCashPlan *plan)
{
  PltMoney missing = 0;

  for (guint i = 0; i < plan->criticals->len; i++)
    missing = MAX (missing, g_array_index (plan->criticals, PltCashCritical, i).missing);
  return missing;
}

/* Computes the plan with the change; what changes nothing is not offered. */
static void
offer (Search *self, PltScenarioChangeFacts change, char *label, gboolean free_of_charge)
{
  PltCashMeasure *measure = g_new0 (PltCashMeasure, 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof change);
  g_autoptr (PltCashPlan) after = NULL;

  if (self->n_changes > 0)
    g_array_append_vals (all, self->changes, self->n_changes);
  g_array_append_val (all, change);
  after = plt_cash_plan_new (self->facts, self->plan, self->budget,
                             (const PltScenarioChangeFacts *) (gpointer) all->data, all->len);
  measure->label = label;
  measure->changes = g_array_new (FALSE, FALSE, sizeof change);
  g_array_append_val (measure->changes, change);
  measure->lowest_after = after->lowest;
  measure->lowest_date_after = after->lowest_date;
  measure->missing_after = missing_of (after);
  measure->cost = cost_of (after) - self->cost_before;
  if (!free_of_charge && measure->cost == 0 && after->credits->len > self->before->credits->len)
    measure->cost = PLT_UNKNOWN;
  if (measure->lowest_after == self->before->lowest
      && measure->missing_after == missing_of (self->before))
    measure_free (measure);
  else
    g_ptr_array_add (self->measures, measure);
}

/* ---- credits ---- */

static void
offer_credits (Search *self)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->credits.n; i++)
    {
      const PltCreditFacts *credit = &facts->credits.items[i];
      PltScenarioChangeFacts change = plt_cash_change ("credit");

      change.credit_line = credit->id;
      if (!credit->is_used && credit->limit_cents != PLT_UNKNOWN)
        offer (self, change, g_strdup_printf (_ ("Use the credit “%s”"), credit->name), FALSE);
    }
}

static gboolean
has_credit (const Search *self, gint64 source)
{
  for (guint i = 0; i < self->before->credits->len; i++)
    {
      const PltCashCredit *credit = &g_array_index (self->before->credits, PltCashCredit, i);

      if (credit->source != NULL && credit->source->id == source)
        return TRUE;
    }
  for (guint i = 0; i < self->facts->credits.n; i++)
    if (self->facts->credits.items[i].funding_source == source)
      return TRUE;
  return FALSE;
}

/* What a signed source pays once the shortage has begun. */
static PltMoney
still_to_come (const Search *self, gint64 source)
{
  PltMoney sum = 0;

  for (guint i = 0; i < self->before->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (self->before->moves, PltCashMove, i);
      const PltCashPlanRow *row = self->before->rows->pdata[move->row];

      if (row->kind == PLT_CASH_ROW_SOURCE && row->ref.table != NULL && row->ref.id == source
          && move->date > self->critical->lowest_date && move->state == PLT_CASH_SIGNED)
        plt_cash_sum (&sum, move->amount);
    }
  return sum;
}

/* On the signed source that has most to pay. */
static void
offer_bridging (Search *self)
{
  const PltFundingFacts *best = NULL;
  PltMoney most = 0;
  PltScenarioChangeFacts change = plt_cash_change ("credit");
  g_autofree char *amount = NULL;

  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];
      PltMoney left = has_credit (self, source->id) ? 0 : still_to_come (self, source->id);

      if (left > most)
        {
          most = left;
          best = source;
        }
    }
  if (best == NULL)
    return;
  change.funding_source = best->id;
  change.amount_cents = MIN (self->critical->missing + self->before->overdraft, most);
  amount = plt_money_format (change.amount_cents);
  offer (self, change, g_strdup_printf (_ ("Bridging credit of %s on “%s”"), amount, best->name),
         FALSE);
}

/* ---- payments ---- */

/* Days a supplier may still wait, by law. */
static gint64
most_delay (const Search *self, const PltCashDefaults *defaults, const PltLineFacts *line)
{
  PltCashTerms terms = plt_cash_terms (self->facts, defaults, line);
  gint64 most = terms.end_of_month ? defaults->supplier_most_end_of_month : defaults->supplier_most;

  if (terms.kind != PLT_TERMS_SUPPLIER || most == PLT_UNKNOWN)
    return 0;
  return most - terms.term_days;
}

static void
offer_suppliers (Search *self, const PltCashDefaults *defaults)
{
  PltScenarioChangeFacts change = plt_cash_change ("fournisseurs-decales");
  gint64 most = G_MAXINT64;

  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const PltLineFacts *line = ((const PltBudgetLine *) self->budget->lines->pdata[i])->line;

      if (plt_cash_terms (self->facts, defaults, line).kind == PLT_TERMS_SUPPLIER)
        most = MIN (most, most_delay (self, defaults, line));
    }
  if (most <= 0 || most == G_MAXINT64)
    return;
  change.offset_days = most;
  offer (self, change,
         g_strdup_printf (ngettext ("Pay all suppliers %d day later, up to the legal maximum",
                                    "Pay all suppliers %d days later, up to the legal maximum",
                                    (gulong) most),
                          (int) most),
         TRUE);
}

/* The largest payment to a supplier before the lowest point, after the shortage or as late as the
 * law allows. */
static void
offer_payment (Search *self, const PltCashDefaults *defaults)
{
  const PltCashMove *best = NULL;
  gint64 best_delay = 0;
  PltScenarioChangeFacts change = plt_cash_change ("paiement-deplace");

  for (guint i = 0; i < self->before->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (self->before->moves, PltCashMove, i);
      const PltBudgetLine *line;
      gint64 delay;

      if (move->date < self->critical->from || move->date > self->critical->lowest_date
          || move->state == PLT_CASH_REAL || move->ref.table == NULL
          || strcmp (move->ref.table, "budget_line") != 0
          || (best != NULL && move->amount >= best->amount))
        continue;
      line = plt_budget_find_line (self->budget, move->ref.id);
      delay = line != NULL ? MIN (most_delay (self, defaults, line->line),
                                  self->critical->to + 1 - move->date)
                           : 0;
      if (delay > 0 && move->amount < 0)
        {
          best = move;
          best_delay = delay;
        }
    }
  if (best == NULL)
    return;
  change.budget_line = best->ref.id;
  change.offset_days = best_delay;
  offer (self, change,
         g_strdup_printf (
             ngettext ("Pay “%s” %d day later", "Pay “%s” %d days later", (gulong) best_delay),
             plt_budget_find_line (self->budget, best->ref.id)->line->label, (int) best_delay),
         TRUE);
}

static void
offer_money (Search *self)
{
  PltScenarioChangeFacts change = plt_cash_change ("apport");
  g_autofree char *amount = plt_money_format (self->critical->missing);
  g_autofree char *day = plt_date_format_numeric (self->critical->from);

  change.amount_cents = self->critical->missing;
  change.date = self->critical->from;
  offer (self, change, g_strdup_printf (_ ("Bring in %s on %s"), amount, day), TRUE);
}

static int
compare_measures (gconstpointer a, gconstpointer b)
{
  const PltCashMeasure *one = *(PltCashMeasure *const *) a, *two = *(PltCashMeasure *const *) b;

  if (one->missing_after != two->missing_after)
    return one->missing_after < two->missing_after ? -1 : 1;
  if (one->lowest_after != two->lowest_after)
    return one->lowest_after > two->lowest_after ? -1 : 1;
  return strcmp (one->label, two->label);
}

GPtrArray *
plt_cash_plan_measures (const PltFacts *facts,
                        const PltPlan *plan,
                        const PltBudget *budget,
                        const PltScenarioChangeFacts *changes,
                        guint n_changes,
                        const PltCashCritical *critical)
{
  Search self = { facts,   plan,      budget,
                  changes, n_changes, critical,
                  NULL,    0,         g_ptr_array_new_with_free_func (measure_free) };
  g_autoptr (PltCashDefaults) defaults = plt_cash_defaults_new (facts);

  self.before = plt_cash_plan_new (facts, plan, budget, changes, n_changes);
  self.cost_before = cost_of (self.before);
  offer_credits (&self);
  offer_bridging (&self);
  offer_suppliers (&self, defaults);
  offer_payment (&self, defaults);
  offer_money (&self);
  g_ptr_array_sort (self.measures, compare_measures);
  plt_cash_plan_free (self.before);
  return self.measures;
}

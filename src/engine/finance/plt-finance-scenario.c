#include "plt-finance-scenario.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-tax-estimate.h"

/* Facts that share everything with @facts but their sources. */
static PltFacts *
borrow (const PltFacts *facts)
{
  PltFacts *own = g_memdup2 (facts, sizeof *facts);

  memset (&own->funding, 0, sizeof own->funding);
  for (guint i = 0; i < facts->funding.n; i++)
    {
      PltFundingFacts *source
          = PLT_FACTS_ADD (own->funding, PltFundingFacts, facts->funding.items[i].id);

      *source = facts->funding.items[i];
    }
  return own;
}

static void
give_back (PltFacts *own)
{
  g_free (own->funding.items);
  g_clear_pointer (&own->funding.index, g_hash_table_unref);
  g_free (own);
}

static PltFundingFacts *
find_source (PltFacts *facts, gint64 id)
{
  for (guint i = 0; i < facts->funding.n; i++)
    if (facts->funding.items[i].id == id)
      return &facts->funding.items[i];
  return NULL;
}

/* Of a source that does not exist yet: below every row id. */
static gint64
free_id (const PltFacts *facts)
{
  gint64 id = 0;

  for (guint i = 0; i < facts->funding.n; i++)
    id = MIN (id, facts->funding.items[i].id);
  return id - 1;
}

static PltFundingFacts *
add_source (PltFacts *facts, const PltScenarioChangeFacts *change)
{
  const PltFundingFacts *like = find_source (facts, change->funding_source);
  PltFundingFacts new = {
    .group = "divers",
    .nature = "numeraire",
    .vat_e6 = PLT_UNKNOWN,
    .note = "",
    .line = "",
    .kind = "",
    .funder = "",
    .scheme = "",
    .ownership = "",
    .country = "FR",
    .window = "",
    .territory = "",
    .rights = "",
    .rank = PLT_UNKNOWN,
    .recoup_e6 = PLT_UNKNOWN,
    .window_months = PLT_UNKNOWN,
    .rights_months = PLT_UNKNOWN,
  };
  PltFundingFacts *source;
  gint64 id = free_id (facts);

  if (like != NULL)
    new = *like;
  source = PLT_FACTS_ADD (facts->funding, PltFundingFacts, id);
  *source = new;
  source->id = id;
  source->name = *change->label != '\0' ? change->label : "Source ajoutée";
  source->funder = source->name;
  source->amount_cents = change->amount_cents;
  source->asked_cents = PLT_UNKNOWN;
  source->status = "espere";
  source->date = change->date;
  source->mirror = "";
  source->mirror_account = 0;
  return source;
}

static void
refuse (PltFinanceScenario *self, const PltScenarioChangeFacts *change, const char *column)
{
  g_ptr_array_add (self->issues,
                   plt_issue_new ("finance.scenario-change", PLT_SEVERITY_WARNING,
                                  (PltRef){ "scenario_change", change->id, column }, NULL,
                                  _ ("A change of the scenario “%s” says neither which source nor "
                                     "how much: it was left out."),
                                  self->name));
}

static void
apply (PltFinanceScenario *self, const PltScenarioChangeFacts *change)
{
  gboolean absent = strcmp (change->kind, "source-absente") == 0;
  gboolean amount = strcmp (change->kind, "source-montant") == 0;
  gboolean added = strcmp (change->kind, "source-ajoutee") == 0;
  PltFundingFacts *source = find_source (self->facts, change->funding_source);
  PltFinanceChange done = { change, NULL, PLT_UNKNOWN, change->amount_cents };

  if (!absent && !amount && !added)
    return; /* of the treasury */
  if (!added && source == NULL)
    return refuse (self, change, "funding_source");
  if (!absent && (change->amount_cents == PLT_UNKNOWN || change->amount_cents < 0))
    return refuse (self, change, "amount_cents");
  if (added)
    source = add_source (self->facts, change);
  else
    done.from = plt_funding_is_refused (source)
                    ? 0
                    : plt_funding_amount (self->facts, self->budget, source);
  done.name = source->name;
  if (absent)
    {
      source->status = "refuse";
      done.to = 0;
    }
  else if (amount)
    {
      if (plt_funding_is_refused (source))
        source->status = "espere";
      source->amount_cents = change->amount_cents;
      source->mirror = "";
    }
  g_array_append_val (self->changes, done);
}

PltFinanceScenario *
plt_finance_scenario_new (const PltFacts *facts,
                          const PltPlan *plan,
                          const PltBudget *budget,
                          gint64 scenario)
{
  PltFinanceScenario *self = g_new0 (PltFinanceScenario, 1);

  self->scenario = PLT_FACTS_FIND (facts->scenarios, PltScenarioFacts, scenario);
  self->id = self->scenario != NULL ? scenario : 0;
  self->name = self->scenario != NULL ? self->scenario->name : "Plan actuel";
  self->facts = borrow (facts);
  self->budget = budget;
  self->tax_credit = PLT_UNKNOWN;
  self->changes = g_array_new (FALSE, FALSE, sizeof (PltFinanceChange));
  self->issues = plt_issues_new ();
  if (self->scenario != NULL && self->scenario->budget != 0
      && (budget->budget == NULL || budget->budget->id != self->scenario->budget))
    self->budget = self->own_budget = plt_budget_new (facts, self->scenario->budget, plan);
  for (guint i = 0; self->scenario != NULL && i < facts->scenario_changes.n; i++)
    if (facts->scenario_changes.items[i].scenario == scenario)
      apply (self, &facts->scenario_changes.items[i]);
  self->plan = plt_finance_plan_new (self->facts, plan, self->budget, FALSE);
  return self;
}

void
plt_finance_scenario_free (PltFinanceScenario *self)
{
  plt_finance_plan_free (self->plan);
  g_clear_pointer (&self->own_budget, plt_budget_free);
  g_array_unref (self->changes);
  g_ptr_array_unref (self->issues);
  give_back (self->facts);
  g_free (self);
}

static PltFinanceCheckRow *
check_row (GArray *rows, const PltFinanceCheck *check)
{
  PltFinanceCheckRow row = {
    .rule = check->rule, .label = check->label, .source = check->source, .unit = check->unit
  };

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (g_array_index (rows, PltFinanceCheckRow, i).rule, check->rule) == 0)
      return &g_array_index (rows, PltFinanceCheckRow, i);
  for (guint i = 0; i < PLT_FINANCE_MAX_SCENARIOS; i++)
    row.have[i] = row.limit[i] = PLT_UNKNOWN;
  g_array_append_val (rows, row);
  return &g_array_index (rows, PltFinanceCheckRow, rows->len - 1);
}

static PltFinanceSourceRow *
source_row (GArray *rows, const PltFundingFacts *source)
{
  PltFinanceSourceRow row = { .source = source->id, .group = source->group, .name = source->name };

  for (guint i = 0; i < rows->len; i++)
    {
      PltFinanceSourceRow *found = &g_array_index (rows, PltFinanceSourceRow, i);

      /* ids of sources that scenarios add are their own */
      if (found->source == source->id && strcmp (found->name, source->name) == 0)
        return found;
    }
  for (guint i = 0; i < PLT_FINANCE_MAX_SCENARIOS; i++)
    row.amounts[i] = PLT_UNKNOWN;
  g_array_append_val (rows, row);
  return &g_array_index (rows, PltFinanceSourceRow, rows->len - 1);
}

static void
take_scenario (PltFinanceComparison *self, const PltFinancePlan *plan, guint at)
{
  for (guint i = 0; i < plan->checks->len; i++)
    {
      const PltFinanceCheck *check = &g_array_index (plan->checks, PltFinanceCheck, i);
      PltFinanceCheckRow *row = check_row (self->checks, check);

      row->asked[at] = TRUE;
      row->states[at] = check->state;
      row->have[at] = check->have;
      row->limit[at] = check->limit;
    }
  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PltFinanceLine *line = &g_array_index (plan->groups, PltFinanceLine, i);

      if (line->source != NULL)
        source_row (self->sources, line->source)->amounts[at] = line->amount;
    }
}

static void
mark_changes (PltFinanceComparison *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      PltFinanceCheckRow *row = &g_array_index (self->checks, PltFinanceCheckRow, i);

      for (guint at = 1; at < self->scenarios->len; at++)
        row->changed = row->changed || row->asked[at] != row->asked[0]
                       || (row->asked[0] && row->states[at] != row->states[0]);
    }
  for (guint i = 0; i < self->sources->len; i++)
    {
      PltFinanceSourceRow *row = &g_array_index (self->sources, PltFinanceSourceRow, i);

      for (guint at = 1; at < self->scenarios->len; at++)
        row->changed = row->changed || row->amounts[at] != row->amounts[0];
    }
}

static void
count_tax (PltFinanceScenario *self, const PltPlan *plan)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;
  PltTaxOptions options;

  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];
      const PltMoney amount = plt_funding_amount (self->facts, self->budget, source);

      if (strcmp (source->group, "credit-impot") == 0 && !plt_funding_is_refused (source)
          && amount != PLT_UNKNOWN)
        plt_money_add (self->tax_planned, amount, &self->tax_planned);
    }
  if (self->budget->budget == NULL)
    return;
  plt_tax_options_from_facts (&options, self->facts, NULL);
  estimate = plt_tax_estimate_new (self->facts, plan, self->budget, &options, NULL);
  if (estimate != NULL)
    self->tax_credit = estimate->credit->credit;
}

PltFinanceComparison *
plt_finance_compare (
    const PltFacts *facts, const PltPlan *plan, const PltBudget *budget, const gint64 *ids, guint n)
{
  PltFinanceComparison *self = g_new0 (PltFinanceComparison, 1);

  self->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_finance_scenario_free);
  self->checks = g_array_new (FALSE, FALSE, sizeof (PltFinanceCheckRow));
  self->sources = g_array_new (FALSE, FALSE, sizeof (PltFinanceSourceRow));
  for (guint i = 0; i < MIN (n, PLT_FINANCE_MAX_SCENARIOS); i++)
    {
      PltFinanceScenario *scenario = plt_finance_scenario_new (facts, plan, budget, ids[i]);

      g_ptr_array_add (self->scenarios, scenario);
      count_tax (scenario, plan);
      take_scenario (self, scenario->plan, i);
    }
  mark_changes (self);
  return self;
}

void
plt_finance_comparison_free (PltFinanceComparison *self)
{
  g_array_unref (self->checks);
  g_array_unref (self->sources);
  g_ptr_array_unref (self->scenarios);
  g_free (self);
}

static void
clear_loss (gpointer data)
{
  g_array_unref (((PltFinanceLoss *) data)->broken);
}

static int
compare_losses (gconstpointer a, gconstpointer b)
{
  const PltFinanceLoss *one = a, *other = b;

  if (one->broken->len != other->broken->len)
    return one->broken->len > other->broken->len ? -1 : 1;
  if (one->amount != other->amount)
    return one->amount > other->amount ? -1 : 1;
  return one->source < other->source ? -1 : one->source > other->source;
}

/* What held with the source and no longer does; the total of the plan is in the gap. */
static GArray *
list_broken (const PltFinancePlan *with, const PltFinancePlan *without)
{
  GArray *broken = g_array_new (FALSE, FALSE, sizeof (PltFinanceCheck));

  for (guint i = 0; i < with->checks->len; i++)
    {
      PltFinanceCheck check = g_array_index (with->checks, PltFinanceCheck, i);
      const PltFinanceCheck *then = plt_finance_plan_check (without, check.rule);

      if (check.state != PLT_CHECK_HELD || then == NULL || then->state == PLT_CHECK_HELD
          || strcmp (check.rule, "finance.total") == 0)
        continue;
      check.have = then->have;
      check.limit = then->limit;
      check.state = then->state;
      g_array_append_val (broken, check);
    }
  return broken;
}

GArray *
plt_finance_losses (const PltFacts *facts,
                    const PltPlan *plan,
                    const PltBudget *budget,
                    const PltFinancePlan *with)
{
  GArray *losses = g_array_new (FALSE, FALSE, sizeof (PltFinanceLoss));
  PltFacts *own = borrow (facts);

  g_array_set_clear_func (losses, clear_loss);
  for (guint i = 0; i < own->funding.n; i++)
    {
      PltFundingFacts *source = &own->funding.items[i];
      const char *status = source->status;
      PltFinanceLoss loss = { .source = &facts->funding.items[i] };
      g_autoptr (PltFinancePlan) without = NULL;

      if (plt_funding_is_refused (source))
        continue;
      loss.amount = plt_funding_amount (facts, budget, loss.source);
      source->status = "refuse";
      without = plt_finance_plan_new (own, plan, budget, FALSE);
      source->status = status;
      loss.gap = without->gap;
      loss.financed_e6 = without->financed_e6;
      loss.broken = list_broken (with, without);
      g_array_append_val (losses, loss);
    }
  g_array_sort (losses, compare_losses);
  give_back (own);
  return losses;
}

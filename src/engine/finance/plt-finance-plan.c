#include "plt-finance-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-finance-private.h"
#include "plt-funding-group.h"

static const char *const statuses[] = { "espere", "demande", "confirme", "acquis" };

static void
add (PltMoney *sum, PltMoney amount)
{
  plt_money_add (*sum, amount, sum);
}

/* Into the sums that the rules and the figures are made of. */
static void
count_source (PltFinancePlan *self,
              const PltFacts *facts,
              const PltFundingFacts *source,
              PltMoney amount)
{
  PltFundingGroup nature = plt_funding_nature (self->table, facts, source);
  PltFunderFamily family = plt_funding_family (source);
  gboolean french = strcmp (plt_funding_country (source), "FR") == 0;

  add (&self->total, amount);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strcmp (source->status, statuses[i]) == 0)
      add (&self->by_status[i], amount);
  if (nature.counted)
    {
      add (&self->public_money, amount);
      if (strcmp (source->status, "acquis") == 0)
        add (&self->acquired_public, amount);
    }
  else
    add (nature.unsure ? &self->unsure_money : &self->private_money, amount);
  if (!french && (nature.counted || nature.unsure))
    add (nature.counted ? &self->foreign_public : &self->foreign_unsure, amount);
  if (strcmp (source->group, "cnc") == 0)
    add (&self->cnc, amount);
  if (strcmp (source->group, "cnc") == 0 && !plt_funding_is_line (source, "soutien-selectif"))
    add (&self->cnc_automatic, amount);
  if (strcmp (source->group, "cnc") == 0 && !plt_funding_is_line (source, "soutien-automatique"))
    add (&self->cnc_selective, amount);
  if (strcmp (source->group, "credit-impot") == 0)
    add (&self->tax_credit, amount);
  if (family == PLT_FUNDER_PRODUCER)
    add (&self->producers, amount);
  else if (family == PLT_FUNDER_FOREIGN_PRODUCER)
    add (&self->foreign_producers, amount);
  else if (family == PLT_FUNDER_BROADCASTER)
    add (&self->broadcasters, amount);
  if (family == PLT_FUNDER_BROADCASTER && strcmp (source->nature, "numeraire") == 0)
    add (&self->broadcasters_cash, amount);
  if (!french)
    add (&self->foreign, amount);
  if (strcmp (source->nature, "nature") == 0)
    add (&self->in_kind, amount);
  else if (strcmp (source->nature, "participation") == 0)
    add (&self->participation, amount);
  if (amount > 0)
    self->n_sources++;
}

static void
add_group (PltFinanceReading *self, const char *id)
{
  PltFinancePlan *plan = self->result;
  PltFundingGroup known = plt_funding_group (plan->table, id);
  PltFinanceLine group = { NULL, id, known.title, 0, PLT_UNKNOWN, 0 };
  guint at = plan->groups->len;

  g_array_append_val (plan->groups, group);
  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];
      PltFinanceLine line = { source, id, source->name, PLT_UNKNOWN, PLT_UNKNOWN, 1 };

      if (strcmp (source->group, id) != 0 || plt_funding_is_refused (source))
        continue;
      line.amount = plt_funding_amount (self->facts, self->budget, source);
      g_array_append_val (plan->groups, line);
      plan->n_lines++;
      g_array_index (plan->groups, PltFinanceLine, at).n++;
      if (line.amount != PLT_UNKNOWN)
        {
          add (&g_array_index (plan->groups, PltFinanceLine, at).amount, line.amount);
          count_source (plan, self->facts, source, line.amount);
          continue;
        }
      plan->incomplete = TRUE;
      plt_issues_add (plan->issues, "finance.no-amount", PLT_SEVERITY_WARNING,
                      (PltRef){ "funding_source", source->id, "amount_cents" }, NULL,
                      _ ("“%s” has no amount: it counts nothing in the plan de financement."),
                      source->name);
    }
}

static gboolean
is_done (const GArray *groups, const char *id)
{
  for (guint i = 0; i < groups->len; i++)
    if (strcmp (g_array_index (groups, PltFinanceLine, i).id, id) == 0)
      return TRUE;
  return FALSE;
}

/* Shares of the sources add up to 100 %, that of a group is the sum of its own. */
static void
share (PltFinancePlan *self)
{
  guint n = self->groups->len;
  g_autofree gint64 *weights = g_new0 (gint64, MAX (1, n));
  g_autofree PltMoney *parts = g_new0 (PltMoney, MAX (1, n));
  PltFinanceLine *group = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PltFinanceLine *line = &g_array_index (self->groups, PltFinanceLine, i);

      if (line->source != NULL && line->amount != PLT_UNKNOWN)
        weights[i] = MAX (0, line->amount);
    }
  if (self->total <= 0 || !plt_money_share (PLT_RATE_ONE, weights, n, parts))
    return;
  for (guint i = 0; i < n; i++)
    {
      PltFinanceLine *line = &g_array_index (self->groups, PltFinanceLine, i);

      if (line->source == NULL)
        {
          group = line;
          group->share_e6 = 0;
        }
      else if (line->amount != PLT_UNKNOWN)
        {
          line->share_e6 = parts[i];
          group->share_e6 += parts[i];
        }
    }
}

static gint64
rate_of (PltMoney amount, PltMoney cost)
{
  gint64 rate;

  if (cost == PLT_UNKNOWN || cost <= 0
      || !plt_number_mul_div (amount, PLT_RATE_ONE, cost, PLT_ROUND_HALF_UP, &rate))
    return PLT_UNKNOWN;
  return rate;
}

static void
measure (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  PltMoney sure = plan->by_status[PLT_FUNDING_ACQUIRED];

  plan->cost = self->budget->budget != NULL ? self->budget->total : PLT_UNKNOWN;
  plan->gap = PLT_UNKNOWN;
  plan->incomplete = plan->incomplete || self->budget->incomplete;
  if (plan->cost != PLT_UNKNOWN)
    plt_money_sub (plan->cost, plan->total, &plan->gap);
  plan->acquired_e6 = rate_of (sure, plan->cost);
  add (&sure, plan->by_status[PLT_FUNDING_CONFIRMED]);
  plan->confirmed_e6 = rate_of (sure, plan->cost);
  plan->financed_e6 = rate_of (plan->total, plan->cost);
}

/* What was really paid, without its VAT, and what the work cost in the end. */
static void
measure_final (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  const char *typed = NULL;

  for (guint i = 0; i < self->facts->cash.n; i++)
    {
      const PltCashFacts *entry = &self->facts->cash.items[i];

      if (strcmp (entry->kind, "reel") != 0 || entry->amount_cents == PLT_UNKNOWN
          || entry->amount_cents >= 0 || entry->instalment != 0 || entry->credit_line != 0)
        continue;
      add (&plan->paid, -entry->amount_cents);
      if (entry->vat_cents != PLT_UNKNOWN)
        add (&plan->paid, -ABS (entry->vat_cents));
    }
  for (guint i = 0; i < self->facts->parameters.n; i++)
    if (strcmp (self->facts->parameters.items[i].name, PLT_FINANCE_FINAL_COST) == 0)
      typed = self->facts->parameters.items[i].value;
  plan->final_cost = PLT_UNKNOWN;
  if (typed != NULL && strcmp (typed, "reel") == 0)
    plan->final_cost = plan->paid;
  else if (typed != NULL && *typed != '\0'
           && (!plt_money_parse (typed, &plan->final_cost, NULL) || plan->final_cost <= 0))
    plan->final_cost = PLT_UNKNOWN;
}

/* Of the cost: as typed, else what foreign coproducers leave of the plan. */
static void
measure_french (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  gint64 typed = self->facts->production.french_share_e6;

  plan->french_typed = typed != PLT_UNKNOWN && typed > 0 && typed <= PLT_RATE_ONE;
  plan->french_share_e6 = PLT_RATE_ONE;
  if (plan->french_typed)
    plan->french_share_e6 = typed;
  else if (plan->foreign_producers > 0
           && !plt_number_mul_div (plan->total - plan->foreign_producers, PLT_RATE_ONE, plan->total,
                                   PLT_ROUND_HALF_UP, &plan->french_share_e6))
    plan->french_share_e6 = PLT_RATE_ONE;
  plan->coproduction = plan->foreign_producers > 0 || plan->french_share_e6 < PLT_RATE_ONE;
}

PltFinancePlan *
plt_finance_plan_new (const PltFacts *facts,
                      const PltPlan *plan,
                      const PltBudget *budget,
                      gboolean difficult)
{
  PltFinanceReading self = { facts, plan, budget, g_new0 (PltFinancePlan, 1) };
  PltFinancePlan *result = self.result;

  result->groups = g_array_new (FALSE, FALSE, sizeof (PltFinanceLine));
  result->checks = g_array_new (FALSE, FALSE, sizeof (PltFinanceCheck));
  for (guint i = 0; i < PLT_N_PARTITIONS; i++)
    result->parts[i] = g_array_new (FALSE, FALSE, sizeof (PltFinancePart));
  result->issues = plt_issues_new ();
  result->table = plt_referential_open (facts, PLT_FUNDING_GROUPS);
  result->rules = plt_referential_open (facts, PLT_FINANCE_RULES);
  result->difficult = difficult;
  for (guint i = 0; i < facts->funding.n; i++)
    if (!plt_funding_is_refused (&facts->funding.items[i])
        && !is_done (result->groups, facts->funding.items[i].group))
      add_group (&self, facts->funding.items[i].group);
  share (result);
  measure (&self);
  measure_final (&self);
  measure_french (&self);
  plt_finance_divide (&self);
  result->windows = plt_media_windows_new (facts);
  plt_finance_check_all (&self);
  plt_issues_sort (result->issues);
  return result;
}

void
plt_finance_plan_free (PltFinancePlan *self)
{
  g_array_unref (self->groups);
  g_array_unref (self->checks);
  for (guint i = 0; i < PLT_N_PARTITIONS; i++)
    g_array_unref (self->parts[i]);
  g_ptr_array_unref (self->issues);
  plt_media_windows_free (self->windows);
  plt_referential_free (self->table);
  plt_referential_free (self->rules);
  g_free (self);
}

const PltFinanceCheck *
plt_finance_plan_check (const PltFinancePlan *self, const char *rule)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      const PltFinanceCheck *check = &g_array_index (self->checks, PltFinanceCheck, i);

      if (strcmp (check->rule, rule) == 0)
        return check;
    }
  return NULL;
}

#include "plt-finance-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-finance-private.h"
#include "plt-funding-group.h"

static const char *const statuses[] = { "espere", "demande", "confirme", "acquis" };

gboolean
plt_finance_is_refused (const PltFundingFacts *source)
{
  return strcmp (source->status, "refuse") == 0;
}

void
plt_finance_issue (PltFinancePlan *self,
                   const char *rule,
                   PltSeverity severity,
                   PltRef ref,
                   const char *source,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->issues, plt_issue_new (rule, severity, ref, source, "%s", message));
}

static void
add (PltMoney *sum, PltMoney amount)
{
  plt_money_add (*sum, amount, sum);
}

/* Into the sums that the rules and the figures are made of. */
static void
count_source (PltFinancePlan *self, const PltFundingFacts *source)
{
  PltFundingGroup group = plt_funding_group (self->table, source->group);
  PltMoney amount = source->amount_cents;

  add (&self->total, amount);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strcmp (source->status, statuses[i]) == 0)
      add (&self->by_status[i], amount);
  if (group.counted)
    add (&self->public_money, amount);
  else if (group.unsure)
    add (&self->unsure_money, amount);
  if (strcmp (source->group, "cnc") == 0)
    add (&self->cnc, amount);
  else if (strcmp (source->group, "apports-producteurs") == 0)
    add (&self->producers, amount);
  else if (strcmp (source->group, "diffuseurs") == 0)
    add (&self->broadcasters, amount);
  else if (strcmp (source->group, "etranger") == 0)
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
      PltFinanceLine line = { source, id, source->name, source->amount_cents, PLT_UNKNOWN, 1 };

      if (strcmp (source->group, id) != 0 || plt_finance_is_refused (source))
        continue;
      g_array_append_val (plan->groups, line);
      g_array_index (plan->groups, PltFinanceLine, at).n++;
      if (source->amount_cents != PLT_UNKNOWN)
        {
          add (&g_array_index (plan->groups, PltFinanceLine, at).amount, source->amount_cents);
          count_source (plan, source);
          continue;
        }
      plan->incomplete = TRUE;
      plt_finance_issue (plan, "finance.no-amount", PLT_SEVERITY_WARNING,
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
  result->issues = plt_issues_new ();
  result->table = plt_referential_open (facts, PLT_FUNDING_GROUPS);
  result->rules = plt_referential_open (facts, PLT_FINANCE_RULES);
  result->difficult = difficult;
  for (guint i = 0; i < facts->funding.n; i++)
    if (!plt_finance_is_refused (&facts->funding.items[i])
        && !is_done (result->groups, facts->funding.items[i].group))
      add_group (&self, facts->funding.items[i].group);
  share (result);
  measure (&self);
  plt_finance_check_all (&self);
  plt_issues_sort (result->issues);
  return result;
}

void
plt_finance_plan_free (PltFinancePlan *self)
{
  g_array_unref (self->groups);
  g_array_unref (self->checks);
  g_ptr_array_unref (self->issues);
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

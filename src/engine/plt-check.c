#include "plt-check.h"

#include <glib/gi18n-lib.h>

#include "plt-finance-plan.h"
#include "plt-retro.h"

/**
 * plt_check_all:
 * @facts: the production
 *
 * Returns: (transfer full) (element-type PltIssue): every finding, gravest first
 */
GPtrArray *
plt_check_all (const PltFacts *facts)
{
  return plt_check_all_on (facts, PLT_DATE_NONE);
}

/**
 * plt_check_all_on:
 * @today: the day it is, for deadlines
 *
 * Returns: (transfer full) (element-type PltIssue): every finding, gravest first
 */
GPtrArray *
plt_check_all_on (const PltFacts *facts, PltDate today)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);
  g_autoptr (PltHours) hours = plt_hours_new (facts, plan);

  return plt_check_all_of (facts, plan, budget, hours, today);
}

/**
 * plt_check_all_of:
 * @plan: of the current plan de travail
 * @budget: of the current devis
 * @hours: of the same plan
 * @today: the day it is, for deadlines
 *
 * Returns: (transfer full) (element-type PltIssue): every finding, gravest first
 */
GPtrArray *
plt_check_all_of (const PltFacts *facts,
                  const PltPlan *plan,
                  const PltBudget *budget,
                  const PltHours *hours,
                  PltDate today)
{
  GPtrArray *issues = plt_issues_new ();

  plt_check_script (facts, issues);
  plt_check_breakdown (facts, issues);
  plt_check_gaps (facts, issues);
  plt_check_plan (facts, plan, issues);
  plt_check_budget (facts, budget, issues);
  plt_check_finance (facts, plan, budget, issues);
  plt_check_tax (facts, plan, budget, issues);
  plt_check_funding (facts, today, issues);
  plt_check_sheets (facts, plan, issues);
  plt_check_reports (facts, plan, today, issues);
  plt_check_moves (facts, today, issues);
  plt_check_hours (hours, today, issues);
  plt_check_retro (facts, plan, today, issues);
  plt_issues_sort (issues);
  return issues;
}

/* The plan de financement against the devis and its rules. */
static void
check_funding (const PltFacts *facts,
               const PltPlan *plan,
               const PltBudget *budget,
               GPtrArray *issues)
{
  g_autoptr (PltFinancePlan) funding = NULL;

  if (facts->funding.n == 0)
    return;
  funding = plt_finance_plan_new (facts, plan, budget, FALSE);
  while (funding->issues->len > 0)
    g_ptr_array_add (issues, g_ptr_array_steal_index (funding->issues, 0));
}

/* The treasury: what has no date, what is missing. That instalments do not add up is said with the
 * plan de financement. */
static void
check_cash (const PltFacts *facts, const PltPlan *plan, const PltBudget *budget, GPtrArray *issues)
{
  g_autoptr (PltCashPlan) cash = plt_cash_plan_new (facts, plan, budget, NULL, 0);

  while (cash->issues->len > 0)
    {
      PltIssue *issue = g_ptr_array_steal_index (cash->issues, 0);

      if (strcmp (issue->rule, "cash.instalments") == 0)
        plt_issue_free (issue);
      else
        g_ptr_array_add (issues, issue);
    }
}

/**
 * plt_check_finance: plan de financement, treasury.
 */
void
plt_check_finance (const PltFacts *facts,
                   const PltPlan *plan,
                   const PltBudget *budget,
                   GPtrArray *issues)
{
  check_funding (facts, plan, budget, issues);
  check_cash (facts, plan, budget, issues);
}

void
plt_check_retro (const PltFacts *facts, const PltPlan *plan, PltDate today, GPtrArray *issues)
{
  const PltRetroOptions options = { .today = today, .baseline = -1 };
  g_autoptr (PltRetro) retro = NULL;

  if (facts->tasks.n == 0)
    return;
  retro = plt_retro_new (facts, plan, &options);
  while (retro->issues->len > 0)
    g_ptr_array_add (issues, g_ptr_array_steal_index (retro->issues, 0));
}

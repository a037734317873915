#include "plt-check.h"

#include <glib/gi18n-lib.h>

#include "plt-finance-plan.h"

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

/**
 * plt_check_finance: plan de financement, lowest point of the cash plan.
 */
void
plt_check_finance (const PltFacts *facts,
                   const PltPlan *plan,
                   const PltBudget *budget,
                   GPtrArray *issues)
{
  g_autoptr (PltCash) cash = plt_cash_new (facts, plan, budget);

  check_funding (facts, plan, budget, issues);
  for (guint i = 0; i < cash->undated->len; i++)
    {
      const PltCashRow *row = cash->undated->pdata[i];

      g_ptr_array_add (
          issues,
          plt_issue_new ("cash.no-date", PLT_SEVERITY_WARNING, row->ref, NULL,
                         _ ("“%s” has no date: its event is not dated. Date the event, or type a "
                            "date."),
                         row->label));
    }
  if (cash->lowest >= 0 && g_array_index (cash->months, PltCashMonth, cash->lowest).balance < 0)
    {
      const PltCashMonth *month = &g_array_index (cash->months, PltCashMonth, cash->lowest);
      g_autofree char *amount = plt_money_format (-month->balance);
      g_autofree char *when = plt_date_format_month (month->start);

      g_ptr_array_add (issues, plt_issue_new ("cash.negative", PLT_SEVERITY_WARNING,
                                              (PltRef){ "cash_entry", 0, NULL }, NULL,
                                              _ ("Cash runs out: %s are missing at the end of %s."),
                                              amount, when));
    }
}

#include "plt-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * plt_check_all:
 * @facts: the production
 *
 * Returns: (transfer full) (element-type PltIssue): every finding, gravest first
 */
GPtrArray *
plt_check_all (const PltFacts *facts)
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
  plt_check_sheets (facts, plan, issues);
  plt_issues_sort (issues);
  return issues;
}

/* One instalment per cent too many or too few is a warning: the cash plan would be wrong. */
static void
check_instalments (const PltFacts *facts, const PltFundingFacts *source, GPtrArray *issues)
{
  PltMoney total = 0;
  gboolean any = FALSE, all = TRUE;

  for (guint i = 0; i < facts->instalments.n; i++)
    {
      PltMoney amount;

      if (facts->instalments.items[i].funding_source != source->id)
        continue;
      any = TRUE;
      amount = plt_instalment_amount (facts, &facts->instalments.items[i]);
      if (amount == PLT_UNKNOWN)
        all = FALSE;
      else
        plt_money_add (total, amount, &total);
    }
  if (source->amount_cents == PLT_UNKNOWN || strcmp (source->nature, "numeraire") != 0)
    return;
  if (!any)
    g_ptr_array_add (issues,
                     plt_issue_new ("finance.no-instalment", PLT_SEVERITY_WARNING,
                                    (PltRef){ "funding_source", source->id, NULL }, NULL,
                                    _ ("“%s” has no instalment: it is missing from the cash plan."),
                                    source->name));
  else if (all && total != source->amount_cents)
    {
      g_autofree char *given = plt_money_format (total);
      g_autofree char *wanted = plt_money_format (source->amount_cents);

      g_ptr_array_add (
          issues, plt_issue_new ("finance.instalments", PLT_SEVERITY_WARNING,
                                 (PltRef){ "funding_source", source->id, "amount_cents" }, NULL,
                                 _ ("The instalments of “%s” add up to %s instead of %s."),
                                 source->name, given, wanted));
    }
}

/**
 * plt_check_finance: financing against devis, instalments, lowest point of the cash plan.
 */
void
plt_check_finance (const PltFacts *facts,
                   const PltPlan *plan,
                   const PltBudget *budget,
                   GPtrArray *issues)
{
  g_autoptr (PltCash) cash = plt_cash_new (facts, plan, budget);
  PltMoney funded = plt_funding_total (facts, NULL);

  for (guint i = 0; i < facts->funding.n; i++)
    if (strcmp (facts->funding.items[i].status, "refuse") != 0)
      check_instalments (facts, &facts->funding.items[i], issues);
  if (facts->funding.n > 0 && budget->budget != NULL && funded != budget->total)
    {
      g_autofree char *gap = plt_money_format (ABS (budget->total - funded));

      g_ptr_array_add (issues, plt_issue_new ("finance.gap", PLT_SEVERITY_WARNING,
                                              (PltRef){ "funding_source", 0, NULL }, NULL,
                                              funded < budget->total
                                                  ? _ ("Financing is %s short of the budget.")
                                                  : _ ("Financing exceeds the budget by %s."),
                                              gap));
    }
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

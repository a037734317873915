/* The examples of the program: their plan equals their devis to the centime, on both sides. */
#include <string.h>

#include "plt-finance-scenario.h"
#include "plt-load.h"
#include "plt-tax-estimate.h"

static const char *const *paths;

static void
test_example (gconstpointer data)
{
  const char *path = paths[GPOINTER_TO_UINT (data)];
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_open (path, PLT_OPEN_READ, &error);
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltFinancePlan) financing = NULL;
  PltMoney sum = 0, instalments = 0, cash = 0;

  g_assert_no_error (error);
  facts = plt_facts_load (store, &error);
  g_assert_no_error (error);
  plan = plt_plan_new (facts, 0);
  budget = plt_budget_new (facts, 0, plan);
  financing = plt_finance_plan_new (facts, plan, budget, FALSE);
  g_assert_cmpint (financing->total, ==, budget->total);
  g_assert_cmpint (financing->gap, ==, 0);
  g_assert_cmpint (financing->financed_e6, ==, PLT_RATE_ONE);
  g_assert_cmpint (financing->in_kind, ==, budget->by_mode[PLT_MODE_IN_KIND]);
  g_assert_cmpint (financing->participation, ==, budget->by_mode[PLT_MODE_PARTICIPATION]);
  g_assert_cmpint (financing->participation, >, 0);
  for (guint i = 0; i < financing->groups->len; i++)
    {
      const PltFinanceLine *line = &g_array_index (financing->groups, PltFinanceLine, i);

      if (line->source == NULL)
        continue;
      sum += line->amount;
      if (strcmp (line->source->nature, "numeraire") == 0)
        cash += line->amount;
      g_assert_cmpstr (line->source->funder, !=, "");
      g_assert_cmpstr (line->source->kind, !=, "");
    }
  for (guint i = 0; i < facts->instalments.n; i++)
    instalments += plt_funding_instalment (facts, budget, &facts->instalments.items[i]);
  g_assert_cmpint (sum, ==, budget->total);
  g_assert_cmpint (instalments, ==, cash);
  for (guint i = 0; i < financing->checks->len; i++)
    g_assert_cmpint (g_array_index (financing->checks, PltFinanceCheck, i).state, !=,
                     PLT_CHECK_BROKEN);
  for (guint i = 0; i < financing->issues->len; i++)
    g_assert_cmpint (((const PltIssue *) financing->issues->pdata[i])->severity, ==,
                     PLT_SEVERITY_INFO);
}

/* The overheads in participation follow the devis: a change of 1 % moves the plan with it. */
static void
test_live (void)
{
  g_autoptr (PltStore) store = plt_store_open (paths[1], PLT_OPEN_READ, NULL);
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) before = plt_budget_new (facts, 0, plan);
  g_autoptr (PltBudget) after = NULL;

  facts->budgets.items[0].overheads_e6 += 10000;
  after = plt_budget_new (facts, 0, plan);
  g_assert_cmpint (plt_funding_sum (facts, after, NULL) - plt_funding_sum (facts, before, NULL), ==,
                   after->overheads - before->overheads);
  g_assert_cmpint (after->overheads, >, before->overheads);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  paths = (const char *const *) argv + 1;
  g_test_add_data_func ("/finance-examples/la-passe", GUINT_TO_POINTER (0), test_example);
  g_test_add_data_func ("/finance-examples/les-eaux-hautes", GUINT_TO_POINTER (1), test_example);
  g_test_add_func ("/finance-examples/live", test_live);
  return g_test_run ();
}

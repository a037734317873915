/* What is wrong with the tax credit that a production counts on. */
#include <string.h>

#include "plt-check.h"
#include "plt-funding-amount.h"
#include "plt-tax-estimate.h"

/* Asked for, or in the plan de financement. */
static gboolean
is_meant (const PltFacts *facts)
{
  if (facts->production.tax_credit != NULL && *facts->production.tax_credit != '\0')
    return TRUE;
  for (guint i = 0; i < facts->funding.n; i++)
    if (strcmp (facts->funding.items[i].group, "credit-impot") == 0
        && !plt_funding_is_refused (&facts->funding.items[i]))
      return TRUE;
  return FALSE;
}

/* Remarks stay on the page of the tax credit; what the plan counts on is told. */
static gboolean
is_told (const PltIssue *issue)
{
  return issue->severity >= PLT_SEVERITY_WARNING
         || strcmp (issue->rule, "tax-credit.plan-below") == 0;
}

void
plt_check_tax (const PltFacts *facts,
               const PltPlan *plan,
               const PltBudget *budget,
               GPtrArray *issues)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;
  PltTaxOptions options;

  if (!is_meant (facts) || budget->budget == NULL)
    return;
  plt_tax_options_from_facts (&options, facts, issues);
  estimate = plt_tax_estimate_new (facts, plan, budget, &options, NULL);
  while (estimate != NULL && estimate->issues->len > 0)
    {
      PltIssue *issue = g_ptr_array_steal_index (estimate->issues, 0);

      if (is_told (issue))
        g_ptr_array_add (issues, issue);
      else
        plt_issue_free (issue);
    }
}

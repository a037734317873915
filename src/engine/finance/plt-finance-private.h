/* What the sums and the rules of the plan de financement share. */
#pragma once

#include "plt-finance-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltBudget *budget;
  PltFinancePlan *result;
} PltFinanceReading;

gboolean plt_finance_is_refused (const PltFundingFacts *source);
void plt_finance_issue (PltFinancePlan *self,
                        const char *rule,
                        PltSeverity severity,
                        PltRef ref,
                        const char *source,
                        const char *format,
                        ...) G_GNUC_PRINTF (6, 7);
void plt_finance_check_all (PltFinanceReading *self);

G_END_DECLS

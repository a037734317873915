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

void plt_finance_divide (PltFinanceReading *self);
/* A rule of the referential in force; -1 without. */
int plt_finance_find_rule (const PltFinanceReading *self,
                           const char *code,
                           const char *class,
                           gint64 *value);
/* @row: of the rules, or -1; its label, source and mark are filled in. A broken one is an issue,
 * unless it is quiet. */
void plt_finance_add_check (PltFinanceReading *self, int row, PltFinanceCheck check);
/* An amount of one hour of the work; PLT_UNKNOWN without its length. */
PltMoney plt_finance_per_hour (const PltFinanceReading *self, PltMoney amount);
void plt_finance_check_sources (PltFinanceReading *self);
void plt_finance_check_mirrors (PltFinanceReading *self);
void plt_finance_check_instalments (PltFinanceReading *self);
void plt_finance_check_all (PltFinanceReading *self);

G_END_DECLS

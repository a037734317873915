/* What if: the plan de financement with some sources changed, several of these side by side, and
 * what breaks when a source fails. Pure.
 *
 * A scenario of kind "financement" has changes: "source-absente" (the source is refused),
 * "source-montant" (it brings that amount, and no longer mirrors the devis), "source-ajoutee" (one
 * more, hoped for, of that label and amount, like the source it names, else among the others, whose
 * ownership is then to be said). It may look at another version of the devis. A change that names
 * no source, or one that is gone, is an issue and does nothing. Scenario 0 is the plan as it is.
 *
 * What a scenario changes is in its own facts, which share everything else with those of the
 * production: the plan, the treasury and the papers compute on them as on any other. They live as
 * long as the scenario, and no longer than the facts they were made of. */
#pragma once

#include "plt-finance-plan.h"

G_BEGIN_DECLS

/**
 * PltFinanceChange: what a change of the scenario did.
 * @change: the row
 * @name: of the source
 * @from: its amount before; %PLT_UNKNOWN of a source that is added
 * @to: after; 0 of one that fails
 */
typedef struct
{
  const PltScenarioChangeFacts *change;
  const char *name;
  PltMoney from, to;
} PltFinanceChange;

/**
 * PltFinanceScenario:
 * @id: 0 for the plan as it is
 * @scenario: (nullable)
 * @name: in French
 * @facts: with the changes
 * @budget: the devis it is counted on
 * @changes: PltFinanceChange
 * @issues: (element-type PltIssue): changes that could not be made
 * @tax_credit: counted on the scenario, where an aid that fails is no longer deducted nor in the
 *     ceiling; PLT_UNKNOWN when it cannot be counted, and but in a comparison. The plan of the
 *     scenario keeps what its sources say.
 * @tax_planned: what the sources of the plan count on
 */
typedef struct
{
  gint64 id;
  const PltScenarioFacts *scenario;
  const char *name;
  PltFacts *facts;
  const PltBudget *budget;
  PltFinancePlan *plan;
  GArray *changes;
  GPtrArray *issues;
  PltMoney tax_credit, tax_planned;
  /*< private >*/
  PltBudget *own_budget;
} PltFinanceScenario;

/**
 * plt_finance_scenario_new:
 * @budget: the devis of scenarios that name no other
 * @scenario: 0 for the plan as it is, which is also what an id that is gone gives
 *
 * Returns: (transfer full): it must not outlive @facts, @plan and @budget
 */
PltFinanceScenario *plt_finance_scenario_new (const PltFacts *facts,
                                              const PltPlan *plan,
                                              const PltBudget *budget,
                                              gint64 scenario);
void plt_finance_scenario_free (PltFinanceScenario *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFinanceScenario, plt_finance_scenario_free)

#define PLT_FINANCE_MAX_SCENARIOS 8

/* One check in each scenario where it is asked. */
typedef struct
{
  const char *rule, *label, *source; /* source: (nullable) */
  PltCheckUnit unit;
  gboolean changed; /* not the same state everywhere */
  gboolean asked[PLT_FINANCE_MAX_SCENARIOS];
  PltCheckState states[PLT_FINANCE_MAX_SCENARIOS];
  gint64 have[PLT_FINANCE_MAX_SCENARIOS], limit[PLT_FINANCE_MAX_SCENARIOS];
} PltFinanceCheckRow;

/* One source in each scenario: PLT_UNKNOWN where it is not there, or has no amount. */
typedef struct
{
  gint64 source;
  const char *group, *name;
  gboolean changed;
  PltMoney amounts[PLT_FINANCE_MAX_SCENARIOS];
} PltFinanceSourceRow;

/**
 * PltFinanceComparison:
 * @scenarios: (element-type PltFinanceScenario): in the order asked for
 * @checks: PltFinanceCheckRow
 * @sources: PltFinanceSourceRow
 */
typedef struct
{
  GPtrArray *scenarios;
  GArray *checks, *sources;
} PltFinanceComparison;

/**
 * plt_finance_compare:
 * @ids: 0 for the plan as it is; the first eight count
 */
PltFinanceComparison *plt_finance_compare (const PltFacts *facts,
                                           const PltPlan *plan,
                                           const PltBudget *budget,
                                           const gint64 *ids,
                                           guint n);
void plt_finance_comparison_free (PltFinanceComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFinanceComparison, plt_finance_comparison_free)

/**
 * PltFinanceLoss: what if this source fails.
 * @amount: what it would have brought
 * @gap: of the plan without it
 * @financed_e6: of the cost, without it
 * @broken: (element-type PltFinanceCheck): rules that hold with it and no longer do without it,
 *   or are no longer known to
 */
typedef struct
{
  const PltFundingFacts *source;
  PltMoney amount, gap;
  gint64 financed_e6;
  GArray *broken;
} PltFinanceLoss;

/* (transfer full) (element-type PltFinanceLoss): every source that is not refused, the gravest loss
 * first, then in the order of the plan. Strings of the checks are those of @with, the plan as it is
 * (plt_finance_plan_new() on the same facts, plan and devis), which must outlive them. */
GArray *plt_finance_losses (const PltFacts *facts,
                            const PltPlan *plan,
                            const PltBudget *budget,
                            const PltFinancePlan *with);

G_END_DECLS

/* Findings over the whole production. Every rule has an id, a severity, a row and, where there is
 * one, a source.
 *
 * Thresholds of the law come from the referential "temps-de-travail" that the production keeps; a
 * rule whose value is missing there says nothing. They warn; they never block. */
#pragma once

#include "plt-cash-plan.h"
#include "plt-hours.h"
#include "plt-issue.h"

G_BEGIN_DECLS

/* All of them, sorted. (element-type PltIssue) */
GPtrArray *plt_check_all (const PltFacts *facts); /* on no day: no deadline is near */
GPtrArray *plt_check_all_on (const PltFacts *facts, PltDate today);
/* With what is there already of the current plan, devis and hours. */
GPtrArray *plt_check_all_of (const PltFacts *facts,
                             const PltPlan *plan,
                             const PltBudget *budget,
                             const PltHours *hours,
                             PltDate today);
/* One domain at a time, appended to `issues`. */
void plt_check_script (const PltFacts *facts, GPtrArray *issues);
void plt_check_breakdown (const PltFacts *facts, GPtrArray *issues);
void plt_check_gaps (const PltFacts *facts, GPtrArray *issues);
void plt_check_plan (const PltFacts *facts, const PltPlan *plan, GPtrArray *issues);
void plt_check_budget (const PltFacts *facts, const PltBudget *budget, GPtrArray *issues);
void plt_check_finance (const PltFacts *facts,
                        const PltPlan *plan,
                        const PltBudget *budget,
                        GPtrArray *issues);
void plt_check_tax (const PltFacts *facts,
                    const PltPlan *plan,
                    const PltBudget *budget,
                    GPtrArray *issues);
void plt_check_funding (const PltFacts *facts, PltDate today, GPtrArray *issues);
void plt_check_sheets (const PltFacts *facts, const PltPlan *plan, GPtrArray *issues);
/* The reports of the shoot, their cards, the incidents, the conformity grid. */
void
plt_check_reports (const PltFacts *facts, const PltPlan *plan, PltDate today, GPtrArray *issues);
/* Movements, travel and lodging. */
void plt_check_moves (const PltFacts *facts, PltDate today, GPtrArray *issues);
/* The hours noted: src/engine/hours. */
void plt_check_hours (const PltHours *hours, PltDate today, GPtrArray *issues);
/* The rétroplanning: what cannot be kept, is late, leads nowhere. */
void plt_check_retro (const PltFacts *facts, const PltPlan *plan, PltDate today, GPtrArray *issues);

G_END_DECLS

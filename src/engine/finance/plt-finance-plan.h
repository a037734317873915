/* The plan de financement as a whole: shares, gap with the devis, how much of it is sure, and the
 * rules it has to hold to. Pure.
 *
 * Amounts are centimes without VAT; what is refused counts nowhere. A share is of all that is not
 * refused, and the shares add up to PLT_RATE_ONE. A financed rate is of the cost of the devis. A
 * source without amount counts nothing, is an issue, and makes the plan incomplete; a rule that
 * cannot be checked says so: it is never taken for held.
 *
 * Public money is what "financement-groupes" says; groups that it leaves open are counted apart,
 * and a limit that holds without them only is not known to hold. Limits come from
 * "financement-regles", by the class of the work: a feature film, a short film, audiovisual; 60 %
 * of a difficult work or one of a low budget. */
#pragma once

#include "plt-budget.h"
#include "plt-issue.h"
#include "plt-referential.h"

G_BEGIN_DECLS

#define PLT_FINANCE_RULES "financement-regles"

typedef enum
{
  PLT_FUNDING_HOPED,
  PLT_FUNDING_ASKED,
  PLT_FUNDING_CONFIRMED,
  PLT_FUNDING_ACQUIRED,
  PLT_N_FUNDING_STATUSES,
} PltFundingStatus;

/* A group, or one of its sources when @source is set. */
typedef struct
{
  const PltFundingFacts *source; /* (nullable) */
  const char *id, *title;        /* of the group; title in French, or the name of the source */
  PltMoney amount;               /* PLT_UNKNOWN for a source without one */
  gint64 share_e6;               /* of the plan, PLT_UNKNOWN */
  guint n;                       /* sources of the group */
} PltFinanceLine;

typedef enum
{
  PLT_CHECK_HELD,
  PLT_CHECK_BROKEN,
  PLT_CHECK_UNKNOWN, /* something that it needs is not known */
} PltCheckState;

typedef enum
{
  PLT_CHECK_MONEY,
  PLT_CHECK_RATE,
  PLT_CHECK_COUNT,
  PLT_CHECK_DATE,
} PltCheckUnit;

/**
 * PltFinanceCheck:
 * @rule: static id, "finance.aides-publiques"
 * @label: in French
 * @have: what the plan has, %PLT_UNKNOWN
 * @limit: what it may have at most, or at least
 * @source: (nullable): where that is written
 * @sure: read there
 */
typedef struct
{
  const char *rule, *label;
  gint64 have, limit;
  PltCheckUnit unit;
  PltCheckState state;
  const char *source;
  gboolean sure;
} PltFinanceCheck;

/**
 * PltFinancePlan:
 * @cost: of the devis, %PLT_UNKNOWN without one
 * @gap: cost less plan: what is still to find; negative when there is too much
 * @by_status: of the plan
 * @acquired_e6: of the cost; with what is confirmed by letter; all of it
 * @groups: PltFinanceLine, each group followed by its sources, in the order of the plan
 * @checks: PltFinanceCheck
 * @incomplete: a source, or a line of the devis, counts nothing because it is not known
 * @difficult: the exceptions for difficult works hold
 */
typedef struct
{
  PltMoney total, cost, gap;
  PltMoney by_status[PLT_N_FUNDING_STATUSES];
  gint64 acquired_e6, confirmed_e6, financed_e6;
  PltMoney producers, public_money, unsure_money, cnc, broadcasters, foreign, in_kind,
      participation;
  guint n_sources;
  gboolean difficult, incomplete;
  GArray *groups, *checks;
  GPtrArray *issues;
  PltReferential *table, *rules; /* (nullable): strings are theirs */
} PltFinancePlan;

/**
 * plt_finance_plan_new:
 * @difficult: a first or second work, or one that is difficult; a low budget is found without it
 *
 * Returns: (transfer full): the plan
 */
PltFinancePlan *plt_finance_plan_new (const PltFacts *facts,
                                      const PltPlan *plan,
                                      const PltBudget *budget,
                                      gboolean difficult);
void plt_finance_plan_free (PltFinancePlan *self);
/* (nullable) */
const PltFinanceCheck *plt_finance_plan_check (const PltFinancePlan *self, const char *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFinancePlan, plt_finance_plan_free)

G_END_DECLS

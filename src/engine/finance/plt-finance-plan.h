/* The plan de financement as a whole: shares, gap with the devis, how much of it is sure, and the
 * rules it has to hold to. Pure.
 *
 * Amounts are centimes without VAT, those of plt_funding_amount(): a source that mirrors the devis
 * follows it. What is refused counts nowhere. A share is of all that is not refused, and shares add
 * up to PLT_RATE_ONE in each partition. A financed rate is of the cost of the devis. A source
 * without amount counts nothing, is an issue, and makes the plan incomplete; a rule that cannot be
 * checked says so: it is never taken for held.
 *
 * What a source is comes from its own line, kind, ownership and country, and from its group where
 * these are empty (plt-funding-group.h). Public money that is to be said case by case is counted
 * apart, and a limit that holds without it only is not known to hold.
 *
 * Limits come from "financement-regles", by the class of the work: that of the production
 * (aid_class), else from its kind and its cost: a feature film, a short film, audiovisual; 60 % of
 * a difficult work or one of a low budget. They are counted on the devis and again on the final
 * cost, in a coproduction on the French share of either. The final cost is the parameter
 * "cout-definitif": an amount, or "reel" for the sum of the real movements; without it it is not
 * known. The French share is production.french_share_e6, else what foreign coproducers leave. */
#pragma once

#include "plt-funding-amount.h"
#include "plt-media-windows.h"

G_BEGIN_DECLS

#define PLT_FINANCE_RULES "financement-regles"
#define PLT_FINANCE_FINAL_COST "cout-definitif" /* of the table parameter */

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

/* In how many ways the plan is divided. */
typedef enum
{
  PLT_PART_FAMILY,    /* producteurs, public, diffuseurs, distributeurs, autres prives */
  PLT_PART_OWNERSHIP, /* public, prive, a-decider */
  PLT_PART_COUNTRY,   /* "FR", "BE"; "" a foreign one that is not named */
  PLT_PART_LINE,      /* funding_source.line; the id of the group where it is empty */
  PLT_PART_STATUS,
  PLT_N_PARTITIONS,
} PltPartition;

/* One part of a partition of the plan, in the order of its first source. */
typedef struct
{
  const char *id, *title; /* in French; strings of the facts and of the tables of the plan */
  PltMoney amount;
  gint64 share_e6; /* of the plan: they add up to PLT_RATE_ONE; PLT_UNKNOWN of nothing */
  guint n;
} PltFinancePart;

/**
 * PltFinancePlan:
 * @cost: of the devis, %PLT_UNKNOWN without one
 * @gap: cost less plan: what is still to find; negative when there is too much
 * @by_status: of the plan
 * @acquired_e6: of the cost; with what is confirmed by letter; all of it
 * @producers: French producers; @foreign: all that is not French money
 * @public_money: public aid, the tax credit included; @unsure_money: may be; @foreign_public: of
 *   @public_money, what another country gives; @foreign_unsure of @unsure_money
 * @private_money: the rest of the plan
 * @cnc: aid of the CNC; @cnc_automatic, @cnc_selective: of it
 * @tax_credit: of @public_money
 * @acquired_public: what of the public aid is acquired: all that an agrément counts
 * @final_cost: %PLT_UNKNOWN until it is known
 * @paid: real payments so far, without their VAT
 * @french_share_e6: of the cost; %PLT_RATE_ONE when it is French
 * @class: of "financement-regles", %NULL when no aid is known for that kind of production
 * @groups: PltFinanceLine, each group followed by its sources, in the order of the plan
 * @parts: PltFinancePart, by partition
 * @checks: PltFinanceCheck
 * @windows: the rights that are sold
 * @n_lines: sources that are not refused; @n_sources: that bring something; @n_funders: different
 *   financiers of these
 * @incomplete: a source, or a line of the devis, counts nothing because it is not known
 * @difficult: the exceptions for difficult works hold
 * @french_typed: the French share was typed
 * @coproduction: with foreign coproducers, or a French share below 100 %
 */
typedef struct
{
  PltMoney total, cost, gap;
  PltMoney by_status[PLT_N_FUNDING_STATUSES];
  gint64 acquired_e6, confirmed_e6, financed_e6;
  PltMoney producers, public_money, unsure_money, private_money, cnc, cnc_automatic, cnc_selective,
      tax_credit, broadcasters, broadcasters_cash, foreign, foreign_producers, foreign_public,
      foreign_unsure, in_kind, participation, acquired_public, final_cost, paid;
  gint64 french_share_e6;
  const char *class;
  guint n_lines, n_sources, n_funders;
  gboolean difficult, incomplete, french_typed, coproduction;
  GArray *groups, *checks;
  GArray *parts[PLT_N_PARTITIONS];
  PltMediaWindows *windows;
  GPtrArray *issues;
  PltReferential *table, *rules; /* (nullable): strings are theirs */
} PltFinancePlan;

/**
 * plt_finance_plan_new:
 * @difficult: a first or second work, or one that is difficult, whatever the class of the
 *   production says; a low budget is found without it
 *
 * Returns: (transfer full): the plan
 */
PltFinancePlan *plt_finance_plan_new (const PltFacts *facts,
                                      const PltPlan *plan,
                                      const PltBudget *budget,
                                      gboolean difficult);
void plt_finance_plan_free (PltFinancePlan *self);
/* The id of the part that a source of the plan belongs to. */
const char *plt_finance_part_of (const PltFinancePlan *self,
                                 const PltFacts *facts,
                                 const PltFundingFacts *source,
                                 PltPartition partition);
/* (nullable) */
const PltFinanceCheck *plt_finance_plan_check (const PltFinancePlan *self, const char *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFinancePlan, plt_finance_plan_free)

G_END_DECLS

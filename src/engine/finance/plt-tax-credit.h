/* What a work earns as tax credit (CIC, CIA, C2I), step by step, from the amounts of the work.
 * Pure.
 *
 *   base   = min (eligible, 80 % of the budget) − subsidies
 *   credit = min (rate × base, ceiling of the work or € per minute × minutes,
 *                 50 or 60 % of the budget − other public aid), at least 0, down to the euro
 *
 * Whether subsidies are deducted after the 80 % (prudent, the default) or before is not settled by
 * the texts that were read: it is a setting, and where it changes the base an issue says both.
 *
 * What the law asks of a work (length, cost of a minute, days in France) and does not find is an
 * issue of severity error, and the credit is nil. What is not known (no length, no budget, a rate
 * that was not read) is an issue as well, and the credit is PLT_UNKNOWN: never nil. Each step says
 * what it was counted on, at what rate, and where that is written. */
#pragma once

#include "plt-issue.h"
#include "plt-tax-options.h"
#include "plt-tax-table.h"

G_BEGIN_DECLS

/**
 * PltTaxCase:
 * @genre: as "credit-impot-taux" writes it: film-francais, film-autre, film-animation, fiction,
 *   animation, documentaire, spectacle
 * @budget: of production; %PLT_UNKNOWN is an issue
 * @share_e6: part of the budget that the French producer manages, %PLT_RATE_ONE for all of it
 * @eligible: spend in France, limits of items applied; %PLT_UNKNOWN is an issue
 * @subsidies: that are not repaid and go to the eligible spend
 * @aid: all public aid but the credit, @subsidies included
 * @seconds: length, %PLT_UNKNOWN is an issue where the law counts by the minute
 * @date: of the spend, for regimes that end
 * @vfx_share_e6: of the shots, %PLT_UNKNOWN for none
 * @shooting_days: in France, %PLT_UNKNOWN when there is no shooting
 */
typedef struct
{
  PltTaxRegime regime;
  const char *genre;
  PltMoney budget, eligible, subsidies, aid;
  gint64 share_e6, seconds, vfx_share_e6;
  PltMoney vfx_spend;
  gint64 shooting_days;
  PltDate date;
  int difficult; /* PltTaxDifficult */
  gboolean youth, subsidies_first, cnc_aid;
} PltTaxCase;

void plt_tax_case_init (PltTaxCase *self, PltTaxRegime regime, const char *genre);

/**
 * PltTaxStep:
 * @rule: static id, "ci.taux"
 * @label: in French
 * @base: what it was counted on, %PLT_UNKNOWN for a plain amount
 * @rate_e6: %PLT_UNKNOWN without one
 * @amount: what it gives
 * @source: (nullable): where it is written
 * @sure: read there, or simple arithmetic
 * @binding: it lowered the credit
 */
typedef struct
{
  const char *rule;
  char *label;
  PltMoney base;
  gint64 rate_e6;
  PltMoney amount;
  char *source;
  gboolean sure, binding;
} PltTaxStep;

/**
 * PltTaxCredit:
 * @steps: (element-type PltTaxStep): in the order of the count
 * @issues: (element-type PltIssue)
 * @base: what the rate is counted on
 * @other_base: what it would be in the other order of cap and subsidies
 * @gross: rate × base
 * @credit: in whole euros, as centimes; %PLT_UNKNOWN when it cannot be known
 * @prudent: what a plan de financement should count on
 * @total_aid_e6: public aid with the credit, of the budget
 * @refused: a condition of the law is not met
 */
typedef struct
{
  GPtrArray *steps, *issues;
  PltMoney base, other_base, gross, credit, prudent;
  gint64 total_aid_e6;
  gboolean refused;
} PltTaxCredit;

PltTaxCredit *plt_tax_credit_new (const PltTaxTable *table, const PltTaxCase *on);
void plt_tax_credit_free (PltTaxCredit *self);
const PltTaxStep *plt_tax_credit_step (const PltTaxCredit *self, const char *rule); /* (nullable) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltTaxCredit, plt_tax_credit_free)

G_END_DECLS

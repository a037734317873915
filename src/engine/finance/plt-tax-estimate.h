/* The tax credit of a production: which regime, what of the devis, which public aid of the plan de
 * financement, how much, by exercice, and the two applications. What a view, a paper and the
 * command line show. Pure.
 *
 * The regime follows the kind of production unless the options say it: a feature film CIC,
 * television and documentary CIA. Public aid is what plt_funding_nature() calls so, all of it that
 * is not refused, because aid that comes lowers the credit; what goes to the eligible spend is what
 * sources are marked for (is_assigned), and while none is, regions are taken for that, until an
 * amount is typed. Amounts are those of plt_funding_amount(). */
#pragma once

#include "plt-tax-credit.h"
#include "plt-tax-file.h"
#include "plt-tax-spend.h"

G_BEGIN_DECLS

/**
 * PltTaxAid:
 * @deducted: leaves the base
 * @counted: in the public aid; else it is to be said case by case
 */
typedef struct
{
  const PltFundingFacts *source;
  PltMoney amount; /* PLT_UNKNOWN */
  gboolean deducted, counted, sure;
} PltTaxAid;

/**
 * PltTaxEstimate:
 * @options: with what was not typed filled in
 * @on: what the credit was counted on
 * @aids: (element-type PltTaxAid): public sources, and those that may be
 * @issues: (element-type PltIssue): all of them, gravest first
 */
typedef struct
{
  PltTaxOptions options;
  PltTaxCase on;
  PltTaxTable *table;
  PltTaxSpend *spend;
  GArray *aids;
  PltTaxCredit *credit;
  GArray *years;
  PltTaxFile *file;
  GPtrArray *issues;
} PltTaxEstimate;

/**
 * plt_tax_estimate_new:
 *
 * Returns: (transfer full): %NULL with PLT_ERROR_INVALID when the kind of production has no tax
 *   credit and the options do not say which, PLT_ERROR_NOT_FOUND when reference data is missing
 */
PltTaxEstimate *plt_tax_estimate_new (const PltFacts *facts,
                                      const PltPlan *plan,
                                      const PltBudget *budget,
                                      const PltTaxOptions *options,
                                      GError **error);
/* Names of the reference data it reads; ends with NULL. */
extern const char *const plt_tax_referentials[];
void plt_tax_estimate_free (PltTaxEstimate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltTaxEstimate, plt_tax_estimate_free)

G_END_DECLS

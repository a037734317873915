/* Which lines of the devis a tax credit takes, and how much of each. Pure.
 *
 * The box "tax credit" of a line decides: yes and in part are taken, no is not, to decide is left
 * out and told, unless it is asked to count it. The referential "credit-impot-depenses" says by
 * sub-post what a line is and which limit it has:
 *  - minimum: a performer counts up to the minimum of the agreement, contributions in proportion;
 *    a lump sum is compared with the days of its role;
 *  - transport, repas, nuit: up to so much a trip, a meal, a night, where the unit of the line is
 *    one; else the line is taken under a condition;
 *  - realisateur: the director as author and as technician together, by bands of the budget;
 *  - condition: taken in full, told as a condition to verify;
 *  - decider, exclu: not in the list of the law; taken only when the line says yes, and told.
 * Spend abroad, in kind or in participation, and spend before the request to the CNC are not taken;
 * a line that is paid over days before and after it is taken in proportion of the days. Taxes on
 * wages (type "charge") leave the contributions at their rate on the wage.
 *
 * A line whose amount or minimum is not known counts nothing, is an issue, and makes the whole
 * incomplete. Amounts are centimes without VAT, each rounded down. */
#pragma once

#include "plt-budget.h"
#include "plt-issue.h"
#include "plt-tax-options.h"
#include "plt-tax-table.h"

G_BEGIN_DECLS

#define PLT_TAX_SPEND_TABLE "credit-impot-depenses"

typedef enum
{
  PLT_TAX_TAKEN,
  PLT_TAX_LIMITED,     /* in part, by a limit */
  PLT_TAX_CONDITIONAL, /* in full, under a condition */
  PLT_TAX_UNDECIDED,
  PLT_TAX_EXCLUDED,
  PLT_TAX_EARLY,   /* paid before the request */
  PLT_TAX_UNKNOWN, /* its amount or its minimum is not known */
} PltTaxStanding;

const char *plt_tax_standing_title (PltTaxStanding standing); /* in French: static */

/**
 * PltTaxExpense:
 * @category: id: "auteurs", "artistes", "equipe", "decors", "techniques", "voyages", "archives", ""
 * @paid: amount with contributions, %PLT_UNKNOWN
 * @limit: of one unit, %PLT_UNKNOWN without
 * @eligible: what is counted, 0 when it is not taken, %PLT_UNKNOWN
 * @at_stake: what is not counted and might be (undecided), or is and might not be (conditional)
 * @reason: in French
 * @source: (nullable): where that is written
 * @sure: read there
 * @from: when it is paid, %PLT_DATE_NONE when nothing says it
 */
typedef struct
{
  const PltBudgetLine *line;
  const char *category;
  PltTaxStanding standing;
  PltMoney paid, limit, eligible, at_stake;
  const char *reason, *source;
  gboolean sure, director;
  PltDate from, to;
} PltTaxExpense;

typedef struct
{
  const char *id, *title; /* title in French */
  PltMoney paid, eligible;
} PltTaxCategory;

/**
 * PltTaxSpend:
 * @expenses: PltTaxExpense, one a line that costs something, in the order of the devis
 * @categories: PltTaxCategory, in the order of the law; "" last: what is not taken at all
 * @paid: of all lines that are known
 * @n_unknown: lines that count nothing because their amount or minimum is not known
 * @n_incomplete: lines whose amount or contributions the devis does not know
 * @incomplete: something counts nothing because it is not known
 */
typedef struct
{
  GArray *expenses, *categories;
  GPtrArray *issues;
  PltMoney paid, eligible, conditional, undecided;
  guint n_unknown, n_incomplete;
  gboolean incomplete;
  PltReferential *table, *scale, *rates; /* the strings are theirs */
} PltTaxSpend;

/**
 * plt_tax_spend_new:
 * @options: its regime says which parameters hold
 *
 * Returns: (transfer full): %NULL with PLT_ERROR_NOT_FOUND when the production does not keep the
 *   referential
 */
PltTaxSpend *plt_tax_spend_new (const PltFacts *facts,
                                const PltPlan *plan,
                                const PltBudget *budget,
                                const PltTaxTable *table,
                                const PltTaxOptions *options,
                                GError **error);
/* What the credit is counted on: the devis or what was typed, the French part of it; PLT_UNKNOWN.
 */
PltMoney plt_tax_budget (const PltBudget *budget, const PltTaxOptions *options);
void plt_tax_spend_free (PltTaxSpend *self);

/**
 * PltTaxYear:
 * @end: last day of the exercice; %PLT_DATE_NONE for what has no date
 */
typedef struct
{
  PltDate end;
  PltMoney spend, credit;
} PltTaxYear;

/**
 * plt_tax_years_new:
 * @options: shares of the exercices that were typed are of its eligible spend, else of @spend
 * @credit: centimes, shared by the spend of each exercice in whole units of @unit; %PLT_UNKNOWN
 *
 * Returns: (transfer full) (element-type PltTaxYear): exercices with eligible spend, in order, then
 *   what has no date; their credits add up to @credit
 */
GArray *plt_tax_years_new (const PltTaxSpend *spend,
                           const PltTaxOptions *options,
                           PltMoney credit,
                           gint64 unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltTaxSpend, plt_tax_spend_free)

G_END_DECLS

/* The tax credit of the production as the view shows it: the count step by step, the lines of the
 * devis, the applications. Knows no widget.
 *
 * What is set for it is in the production (regime, language, dates) and in rows of the table
 * "parameter" named like the options of plt_tax_options_set(). */
#pragma once

#include "plt-finance-table.h"
#include "plt-session.h"
#include "plt-tax-estimate.h"

G_BEGIN_DECLS

/* Doors of rows that lead to the lines: of one category by its place, or all of them. */
#define PLT_FINANCE_DOOR_CATEGORY "tax-category"
#define PLT_FINANCE_DOOR_LINES "tax-lines"

/**
 * plt_finance_tax_estimate:
 *
 * Returns: (transfer full): %NULL with a sentence when the kind of production has no tax credit, or
 *   there is no devis
 */
PltTaxEstimate *plt_finance_tax_estimate (PltSession *session, GError **error);
const char *plt_finance_tax_regime_title (int regime); /* "Cinema (CIC)", in the user's language */

void plt_finance_tax_fill_steps (PltFinanceTable *table, const PltTaxEstimate *estimate);
void plt_finance_tax_fill_files (PltFinanceTable *table, const PltTaxEstimate *estimate);

/* ---- what is set ---- */

/**
 * PltFinanceTaxSetting:
 * @name: of plt_tax_options_set()
 * @title: N_() msgid
 * @values, @titles: of a choice, the first one is the usual one; %NULL for what is typed
 * @help: (nullable): N_() msgid
 */
typedef struct
{
  const char *name, *title;
  const char *values[9], *titles[9];
  const char *help;
} PltFinanceTaxSetting;

extern const PltFinanceTaxSetting plt_finance_tax_settings[]; /* ends with { NULL } */

const char *plt_finance_tax_get (const PltFacts *facts,
                                 const char *name); /* "" when it is not set */
/* One command; "" unsets it. FALSE with a sentence for a value that cannot be. */
gboolean
plt_finance_tax_set (PltSession *session, const char *name, const char *value, GError **error);
/* Puts the prudent amount in the plan: in the source of the tax credit, or in a new one. */
gboolean
plt_finance_tax_report (PltSession *session, const PltTaxEstimate *estimate, GError **error);

G_END_DECLS

/* Productions made by hand for the tests of the treasury: sources, instalments, lines, profiles. */
#pragma once

#include "plt-cash-plan.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/* A production with an empty devis of accounts 1 to 9, VAT by months, the referential "paiements"
 * as it is delivered; no percentage, no plan de travail. */
PltFacts *plt_test_cash_new (void);
/* A shooting day of the plan. */
void plt_test_cash_day (PltFacts *facts, PltDate date);
PltFundingFacts *
plt_test_cash_source (PltFacts *facts, const char *name, PltMoney amount, gint64 vat_e6);
/* Of the last source. */
PltInstalmentFacts *
plt_test_cash_instalment (PltFacts *facts, gint64 share_e6, const char *event, gint64 offset);
/* A line of one piece at that rate, in the account of that number (1 to 9). */
PltLineFacts *
plt_test_cash_line (PltFacts *facts, gint64 post, const char *payee, PltMoney rate, PltDate date);
PltProfileFacts *plt_test_cash_contributions (PltFacts *facts, gint64 employer_e6);
PltPaymentFacts *plt_test_cash_payment (PltFacts *facts, const char *kind);
PltCashFacts *plt_test_cash_entry (PltFacts *facts, PltDate date, PltMoney amount);
PltCreditFacts *plt_test_cash_credit (PltFacts *facts, PltMoney limit, gint64 source);
/* The plan of the production as it is, with those changes. */
PltCashPlan *
plt_test_cash_plan (PltFacts *facts, const PltScenarioChangeFacts *changes, guint n_changes);
/* Row of that kind; NULL. */
const PltCashPlanRow *
plt_test_cash_row (const PltCashPlan *plan, PltCashRowKind kind, const char *label);
guint plt_test_cash_issues (const PltCashPlan *plan, const char *rule);

G_END_DECLS

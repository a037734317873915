/* Facts with the shipped parameters of the tax credits, and devis made by hand, for tests. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

#define EUROS(n) ((PltMoney) (n) *100)

void plt_test_tax_keep (PltFacts *facts); /* the referentials of data/ */
/* In place of the shipped one. */
void plt_test_tax_replace (PltFacts *facts, const char *name, const char *content);

/* A production of that kind with an empty devis, those referentials, a role (element 1) and two
 * shooting days of it, Monday 14 and Tuesday 15 September 2026; agreement 3097. */
PltFacts *plt_test_tax_new (const char *kind);
/* An account of that code, made once. */
gint64 plt_test_tax_account (PltFacts *facts, const char *code);
/* quantity × 1 at that rate, said to be eligible as @credit. (transfer none): until the next one */
PltLineFacts *plt_test_tax_line (PltFacts *facts,
                                 const char *account,
                                 const char *unit,
                                 const char *quantity,
                                 PltMoney rate,
                                 const char *credit);
gint64 plt_test_tax_profile (PltFacts *facts, const char *code, gint64 employer_e6);
PltFundingFacts *plt_test_tax_funding (PltFacts *facts, const char *group, PltMoney amount);

G_END_DECLS

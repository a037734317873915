/* The rapprochement of the bank against the treasury plan: what the plan still expects of
 * instalments, lines and credits is what entries may be. Pure. */
#pragma once

#include "plt-bank-match.h"
#include "plt-cash-plan.h"

G_BEGIN_DECLS

/* (transfer full) (element-type PltBankForecast): the moves of the plan that are not real yet, and
 * what has no date. */
GArray *plt_bank_forecasts (const PltFacts *facts, const PltCashPlan *plan);
/* The match with the treasury plan of that plan de travail and devis. */
PltBankMatch *plt_bank_match_plan (const PltFacts *facts,
                                   const PltPlan *plan,
                                   const PltBudget *budget,
                                   const char *words);
/* "Région Bretagne, 1er versement", "3 payments: Loyer, Caméra …": translated. */
char *plt_bank_proposal_label (const PltBankMatch *match, const PltBankProposal *proposal);

G_END_DECLS

/* What a source of financing amounts to. Everything that asks the amount of a source asks it here:
 * the plan de financement, the treasury, the papers, the tax credit. Pure.
 *
 * A source that mirrors the devis (overheads, contingency, producer, lines in kind or in
 * participation) takes its amount from the devis it is counted with, whatever was typed; without a
 * devis it has what was typed. Centimes without VAT.
 *
 * A line of the devis in kind or in participation, with its contributions, belongs to one source:
 * that which names the nearest account above it; one that names none takes what the others leave;
 * of two alike the first in the order of the plan. Overheads, contingency and producer are the
 * percentages of the devis, mirrored by the first source that says so; with an account, the
 * producer is the total of that account. A source that is refused mirrors nothing: another may take
 * its place. An account of another version of the devis is found by its code. */
#pragma once

#include "plt-budget.h"

G_BEGIN_DECLS

gboolean plt_funding_is_refused (const PltFundingFacts *source);

/* Centimes: what it mirrors in @budget (nullable), else what was typed; PLT_UNKNOWN. */
PltMoney
plt_funding_amount (const PltFacts *facts, const PltBudget *budget, const PltFundingFacts *source);

/* PLT_UNKNOWN when the source mirrors nothing, is refused, or @budget (nullable) is no devis. */
PltMoney
plt_funding_mirror (const PltFacts *facts, const PltBudget *budget, const PltFundingFacts *source);

/* (nullable): the source that a line of the devis in kind or in participation belongs to. */
const PltFundingFacts *
plt_funding_of_line (const PltFacts *facts, const PltBudget *budget, const PltBudgetLine *line);
/* (nullable): the source that mirrors a percentage of the devis. */
const PltFundingFacts *plt_funding_of_percent (const PltFacts *facts, PltPercent percent);

/* Centimes HT of each instalment, in the order of the facts, cut from the amounts of the sources as
 * plt_instalment_amounts() does; PLT_UNKNOWN. (transfer full): g_free() */
PltMoney *plt_funding_instalments (const PltFacts *facts, const PltBudget *budget);
/* Of one of them; PLT_UNKNOWN of one that the facts do not have. */
PltMoney plt_funding_instalment (const PltFacts *facts,
                                 const PltBudget *budget,
                                 const PltInstalmentFacts *instalment);

/* Centimes, in kind and participation included, of one status (nullable: all but what is refused).
 * Sources without amount count nothing. */
PltMoney plt_funding_sum (const PltFacts *facts, const PltBudget *budget, const char *status);

G_END_DECLS

/* What the instalments of all sources of financing come to, in one pass. Pure.
 *
 * Centimes without VAT. An instalment is its own amount, else its share of the source, else
 * (neither is given) an equal part of what the others leave. Shares are cut one after the other on
 * their running sum, rounded half up, so that shares of 100 % add up to the source to the centime.
 */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * plt_instalment_amounts:
 * @facts: the production
 * @amounts: (array): of the sources, in their order; PLT_UNKNOWN: not known
 * @before: (nullable) (array): of the sources, when @amounts are those of a scenario: what is
 *   typed for an instalment follows in proportion
 *
 * Returns: (transfer full) (array): one for each instalment, in the order of the facts; PLT_UNKNOWN
 * when it cannot be known
 */
PltMoney *
plt_instalment_amounts (const PltFacts *facts, const PltMoney *amounts, const PltMoney *before);

G_END_DECLS

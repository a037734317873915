/* What the instalments of the sources of financing come to. Pure.
 *
 * Centimes without VAT. An instalment is its own amount, else its share of the source, else
 * (neither is given) an equal part of what the others leave. Shares are cut one after the other on
 * their running sum, rounded half up, so that shares of 100 % add up to the source to the centime.
 */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

/* One for each instalment, in the order of the facts; PLT_UNKNOWN when it cannot be known.
 * @amounts: (nullable) (array): of the sources, instead of their own; PLT_UNKNOWN: not known. An
 * instalment with its own amount then follows in proportion. */
PltMoney *plt_instalment_amounts (const PltFacts *facts, const PltMoney *amounts);
PltMoney plt_instalment_amount (const PltFacts *facts,
                                const PltInstalmentFacts *instalment); /* PLT_UNKNOWN */
PltMoney plt_funding_total (const PltFacts *facts, const char *status /* NULL: all but refused */);

G_END_DECLS

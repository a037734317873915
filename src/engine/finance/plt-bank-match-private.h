/* What the parts of the rapprochement share. */
#pragma once

#include "plt-bank-match.h"

G_BEGIN_DECLS

/* Ten thousand milliards of euros: sums of thousands of such amounts stay within 64 bits. */
#define PLT_BANK_MAX_AMOUNT G_GINT64_CONSTANT (1000000000000000)
gboolean plt_bank_amount_counts (PltMoney amount); /* known, not nothing, within that */

/* Folded words of three signs or more with a letter in them, each once, without the common ones. */
GStrv plt_bank_words_of (const char *text, GHashTable *common /* nullable */);
/* Folded, letters and digits alone. */
char *plt_bank_reference_of (const char *text);

GArray *plt_bank_candidates_new (const PltFacts *facts,
                                 const PltBankForecast *forecasts,
                                 guint n_forecasts,
                                 GHashTable *common);

/* (nullable): the linked entry whose tag the reference of that movement carries */
const PltBankFacts *plt_bank_tag_entry (const PltFacts *facts, const PltCashFacts *cash);

/* Several candidates that make the entry together; added to `proposals`. `pool`: those that share a
 * word with it. */
void plt_bank_groups_add (const PltBankMatch *match,
                          const PltBankFacts *entry,
                          const GArray *pool,
                          GHashTable *families,
                          GPtrArray *proposals);
/* (element-type guint) candidates by "family date": all that may be paid together */
GHashTable *plt_bank_families_new (const PltBankMatch *match);

PltBankProposal *plt_bank_proposal_new (void);
int plt_bank_date_score (PltDate entry, PltDate candidate, int *days, guint *why);

G_END_DECLS

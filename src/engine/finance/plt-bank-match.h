/* Rapprochement: which movement each entry of the statement of a bank is. Pure.
 *
 * An entry is compared with what may be it: a real movement that no entry is linked to, a planned
 * movement, a payment of the treasury plan that hangs on an instalment, a line of the devis or a
 * credit. A pair is worth, out of 100:
 *
 *   amount     50 the same to the centime; 25 the same without its VAT; 20 within 1 % and 50 €;
 *              10 a part of it, where words or the reference agree
 *   date       25 within 3 days, 20 within 10, 12 within a month, 5 within two; 5 without a date
 *   words      up to 20: of the label, the source, the financeur, the person, the bank, that the
 *              entry has too; those that every statement has ("virement", "prélèvement") do not
 *              count
 *   reference  25: it is written in the entry
 *
 * What is worth less than 30 is not proposed. A proposal is sure when the amount is the same to the
 * centime, it is worth at least 70 (a movement entered already) or 75 with a word or the reference
 * in common (a forecast), and neither another movement for that entry nor another entry for that
 * movement comes within 10 of it. The rest is doubtful: for a person to say.
 *
 * An entry that pays several at once (2 to 6 that have words in common with it, or all those of one
 * source or kind of payee of one day) is proposed when they add up to it exactly; never sure.
 *
 * Accepting writes in a batch: the movement gets the date and the amount of the bank; a planned one
 * becomes real; a forecast gives a real movement that names its instalment, line or credit, with
 * the VAT in proportion; the entry is linked. Of several the entry is linked to the first and all
 * carry the tag "relevé N" in their reference, N the row of the entry.
 *
 * An entry whose note begins with "Ignoré" is none of the production's business. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

#define PLT_BANK_IGNORED "Ignoré"

typedef enum
{
  PLT_BANK_OPEN, /* to be matched */
  PLT_BANK_MATCHED,
  PLT_BANK_IGNORED_STATE,
} PltBankState;

PltBankState plt_bank_entry_state (const PltBankFacts *entry);

/**
 * PltBankForecast: a payment that the treasury plan expects.
 * @ref: of an instalment, a budget_line or a credit_line; others are passed over
 * @date: PLT_DATE_NONE when it has none
 * @amount: TTC, received positive
 * @vat: in it, same sign
 */
typedef struct
{
  PltRef ref;
  PltDate date;
  PltMoney amount, vat;
} PltBankForecast;

/**
 * PltBankCandidate: what an entry may be.
 * @ref: of a cash_entry, instalment, budget_line, credit_line
 * @real: a movement entered as real
 * @label: owned
 * @family: what it is paid together with: "source 12", "salarie"; "" for nothing
 */
typedef struct
{
  PltRef ref;
  gboolean real;
  PltDate date;
  PltMoney amount, vat;
  char *label;
  char *family;
  char *reference; /* folded, letters and digits alone */
  GStrv words;     /* folded */
  gint64 account;
} PltBankCandidate;

typedef enum
{
  PLT_BANK_SAME_AMOUNT = 1 << 0,
  PLT_BANK_WITHOUT_VAT = 1 << 1,
  PLT_BANK_NEAR_AMOUNT = 1 << 2,
  PLT_BANK_PART = 1 << 3,
  PLT_BANK_NEAR_DATE = 1 << 4, /* within ten days */
  PLT_BANK_FAR_DATE = 1 << 5,  /* more than a month away */
  PLT_BANK_UNDATED = 1 << 6,
  PLT_BANK_WORDS_AGREE = 1 << 7,
  PLT_BANK_REFERENCE_AGREES = 1 << 8,
  PLT_BANK_SEVERAL = 1 << 9,
  PLT_BANK_RIVAL = 1 << 10, /* another one is nearly as good */
} PltBankWhy;

/**
 * PltBankProposal:
 * @members: (element-type guint): candidates, one or several
 * @days: from the forecast to the entry; that of the farthest of several
 * @rest: what the candidates have beyond the entry, in their sign
 * @word: (nullable): one that they share, of the match
 */
typedef struct
{
  GArray *members;
  int score, days;
  gboolean sure;
  guint why; /* PltBankWhy */
  PltMoney rest;
  const char *word;
} PltBankProposal;

/* @entry: of the facts. @proposals: (element-type PltBankProposal): best first, at most five. */
typedef struct
{
  const PltBankFacts *entry;
  GPtrArray *proposals;
} PltBankMatchEntry;

/**
 * PltBankMatch:
 * @candidates: PltBankCandidate
 * @entries: PltBankMatchEntry: those that are open, in the order of the facts
 * @n_sure: entries whose first proposal is sure
 */
typedef struct
{
  const PltFacts *facts;
  GArray *candidates;
  GArray *entries;
  guint n_sure;
} PltBankMatch;

/**
 * plt_bank_match_new:
 * @facts: must outlive the result
 * @forecasts: (nullable) (array length=n_forecasts): of the treasury plan
 * @words: (nullable): content of the referential "import-banque": its words of the nature "courant"
 *   do not count
 */
PltBankMatch *plt_bank_match_new (const PltFacts *facts,
                                  const PltBankForecast *forecasts,
                                  guint n_forecasts,
                                  const char *words);
void plt_bank_match_free (PltBankMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBankMatch, plt_bank_match_free)

const PltBankMatchEntry *plt_bank_match_find (const PltBankMatch *self,
                                              gint64 entry); /* (nullable) */
/* "same amount, 2 days after, “phare” in both": translated */
char *plt_bank_proposal_describe (const PltBankMatch *self, const PltBankProposal *proposal);

/* ---- writing ---- */

/* What `members` of the candidates are for that entry. FALSE when they are not what one entry can
 * be: several that do not add up to it, or none. */
gboolean plt_bank_match_accept (const PltBankMatch *self,
                                const PltBankFacts *entry,
                                const guint *members,
                                guint n_members,
                                PltBatch *batch);
guint plt_bank_match_accept_sure (const PltBankMatch *self, PltBatch *batch); /* how many */
/* A real movement of that entry alone; `account` of the devis, or 0. */
void plt_bank_entry_create (const PltBankFacts *entry, gint64 account, PltBatch *batch);
void plt_bank_entry_ignore (const PltBankFacts *entry, const char *note, PltBatch *batch);
/* Open again: the link goes, the movement stays; an ignored one is ignored no longer. */
void plt_bank_entry_reopen (const PltBankFacts *entry, PltBatch *batch);
/* (transfer full) (element-type gint64): the movements that are that entry. */
GArray *plt_bank_entry_movements (const PltFacts *facts, const PltBankFacts *entry);

/* ---- the account against the plan ---- */

/**
 * PltBankBalance:
 * @date: of the last entry
 * @bank: what the statements say then, all accounts; PLT_UNKNOWN when one says none
 * @movements: the opening balance and the real movements until then; PLT_UNKNOWN without an opening
 * @open, @ignored: sums of the entries of that state, counted in @n_open and @n_ignored
 */
typedef struct
{
  PltDate date;
  PltMoney bank, movements, open, ignored;
  guint n_open, n_matched, n_ignored;
} PltBankBalance;

PltBankBalance plt_bank_balance (const PltFacts *facts);

G_END_DECLS

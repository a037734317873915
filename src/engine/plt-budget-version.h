/* Versions of the devis: which are locked, which one a word names, copies, locking, transfers.
 *
 * A version of status "verrouille" or "archive" is locked: its accounts, variables, lines and
 * transfers are not changed (the store refuses it), only its name, status and note are. Unlocking
 * is giving it the status "brouillon" again.
 *
 * Locking keeps the figures as they are that day: a number that follows the plan de travail becomes
 * the number itself, and the formula is kept as the link of the cell, so that it can be taken up
 * again; a variable and the factor "times" have no link and lose theirs. Formulas on variables,
 * lines and accounts of the devis stay formulas. What stays outside a version still moves it: the
 * overall rates of the contribution profiles, which all versions share.
 *
 * What is to be written goes into a batch, one command: nothing here writes. */
#pragma once

#include "plt-batch.h"
#include "plt-budget.h"

G_BEGIN_DECLS

gboolean plt_budget_is_locked (const PltFacts *facts, gint64 budget); /* FALSE without one */
gint64 plt_budget_number (const PltBudgetFacts *budget);         /* its version, 1 when not known */
char *plt_budget_locked_sentence (const PltBudgetFacts *budget); /* (transfer full): refuses */

/**
 * PltBudgetWord: what a number alone means.
 * @PLT_BUDGET_WORD_ID: the id of the row, as parameters of papers keep it
 * @PLT_BUDGET_WORD_VERSION: the version, then the id, as people type it
 */
typedef enum
{
  PLT_BUDGET_WORD_ID,
  PLT_BUDGET_WORD_VERSION,
} PltBudgetWord;

/* (nullable): the version that `word` names: "v3", "#12" (its id), a number, or a name without
 * regard to case and accents; PLT_ERROR_NOT_FOUND when there is none, PLT_ERROR_CONFLICT when
 * several have that name. */
const PltBudgetFacts *plt_budget_find_version (const PltFacts *facts,
                                               const char *word,
                                               PltBudgetWord meaning,
                                               GError **error);
/* (nullable): what to compare it with: the one it was copied from, else the version before */
const PltBudgetFacts *plt_budget_before (const PltFacts *facts, const PltBudgetFacts *budget);
/* The two that are compared when nobody says which: `budget` and what comes before it; nothing
 * does: `budget` and the last other one. FALSE when there is no other. */
gboolean plt_budget_pair (const PltFacts *facts,
                          const PltBudgetFacts *budget,
                          const PltBudgetFacts **before,
                          const PltBudgetFacts **after);

/* Adds a draft with the accounts, variables, lines and transfers of `budget`, formulas and links as
 * they are, with the next free number. `name` NULL or "": the name of the other. Returns its handle
 * in the batch, 0 with PLT_ERROR_NOT_FOUND. */
gint64 plt_budget_copy (
    const PltFacts *facts, gint64 budget, const char *name, PltBatch *batch, GError **error);
/* Locks a draft. `n_fixed` (out) (nullable): numbers that followed the plan. */
gboolean plt_budget_lock (const PltFacts *facts,
                          const PltPlan *plan,
                          gint64 budget,
                          PltBatch *batch,
                          guint *n_fixed,
                          GError **error);
gboolean plt_budget_unlock (const PltFacts *facts, gint64 budget, PltBatch *batch, GError **error);
/* Makes it the one that the production follows. */
gboolean plt_budget_choose (const PltFacts *facts, gint64 budget, PltBatch *batch, GError **error);
/* (nullable) (transfer full): why a version cannot be deleted */
char *plt_budget_keep_reason (const PltFacts *facts, gint64 budget);

/**
 * PltTransferAsk: a transfer between two accounts
 * @from: code of the account that gives
 * @to: code of the account that receives
 * @amount: centimes, above 0, at most what @from holds
 * @reason: why; not empty
 * @author: (nullable)
 * @date: PLT_DATE_NONE for none
 */
typedef struct
{
  const char *from, *to;
  PltMoney amount;
  const char *reason, *author;
  PltDate date;
} PltTransferAsk;

/* The handle of the new transfer, 0 with the sentence that refuses it. */
gint64 plt_budget_transfer (const PltFacts *facts,
                            const PltBudget *budget,
                            const PltTransferAsk *ask,
                            PltBatch *batch,
                            GError **error);

G_END_DECLS

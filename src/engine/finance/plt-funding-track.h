/* What became of a source of financing and of the applications for it, as edits of a batch.
 *
 * The floor that keeps the past is the store (plt-rows-history.c): any command that leaves another
 * status in funding_source adds one row of funding_status with the day it is made and the amount
 * the source then has, in the same step of the history. A grid, a form or the command line simply
 * writes the status. Who knows more (another day, an amount, an author, a document, a word) writes
 * it with plt_funding_set_status(): the store then adds nothing of its own.
 *
 * Nothing here writes or knows what day it is: dates are given. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltFundingStep: one change of the status of a source
 * @status: an id of funding_source.status: "espere", "demande", "confirme", "acquis", "refuse"
 * @date: the day of it
 * @amount: what the source is worth from then on, in centimes; %PLT_UNKNOWN: as before
 * @author: (nullable): who says so
 * @document: (nullable): the letter or the contract, as a path
 * @note: (nullable): a word
 */
typedef struct
{
  const char *status;
  PltDate date;
  PltMoney amount;
  const char *author, *document, *note;
} PltFundingStep;

/**
 * plt_funding_set_status:
 * @source: a row of funding_source
 *
 * Gives the source that status and amount, and adds the row of its history; a step that repeats the
 * status adds one as well (a new amount, an application put off).
 *
 * Returns: FALSE with PLT_ERROR_NOT_FOUND without such a source, PLT_ERROR_INVALID without a day or
 * a status
 */
gboolean plt_funding_set_status (const PltFacts *facts,
                                 gint64 source,
                                 const PltFundingStep *step,
                                 PltBatch *batch,
                                 GError **error);

G_END_DECLS

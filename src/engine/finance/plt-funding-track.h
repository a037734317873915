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
#include "plt-funding-catalogue.h"

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

/**
 * PltApplicationAsk: an application to be made
 * @scheme: of the catalogue
 * @source: a row of funding_source that it is for; 0: none yet
 * @add_source: without @source: adds one from the scheme, status "demande"
 * @asked: centimes, %PLT_UNKNOWN
 * @deadline: %PLT_DATE_NONE: the next one of the scheme
 * @today: the day it is prepared
 * @contact: (nullable)
 * @author: (nullable): for the history of the source
 */
typedef struct
{
  const PltScheme *scheme;
  gint64 source;
  gboolean add_source;
  PltMoney asked;
  PltDate deadline, today;
  const char *contact, *author;
} PltApplicationAsk;

#define PLT_DOCUMENT_OPTIONAL                                                                      \
  " (facultatif)" /* ends the name of a document that may be left out                              \
                   */

/**
 * plt_funding_apply:
 *
 * Adds the application, one row of application_document for each document of the scheme, due on the
 * deadline, and the source when it is asked for; a source there is becomes "demande" when it was
 * "espere" or "refuse".
 *
 * Returns: the handle of the application, 0 with PLT_ERROR_CONFLICT while another one for the same
 * scheme waits for its answer, PLT_ERROR_NOT_FOUND or PLT_ERROR_INVALID
 */
gint64 plt_funding_apply (const PltFacts *facts,
                          const PltApplicationAsk *ask,
                          PltBatch *batch,
                          GError **error);
/* The day it was given in; the source becomes "demande". */
gboolean plt_funding_file (
    const PltFacts *facts, gint64 application, PltDate date, PltBatch *batch, GError **error);
/* The day the financier called the file complete; refused while it is not given in. The documents
 * are all provided then. */
gboolean plt_funding_complete (
    const PltFacts *facts, gint64 application, PltDate date, PltBatch *batch, GError **error);

/**
 * PltFundingAnswer:
 * @answer: "accorde", "refuse", "ajourne", "retire"
 * @granted: of "accorde"; %PLT_UNKNOWN: what was asked
 * @document: (nullable): the letter
 */
typedef struct
{
  const char *answer;
  PltDate date;
  PltMoney granted;
  const char *author, *document, *note;
} PltFundingAnswer;

/**
 * plt_funding_answer:
 *
 * Writes the answer, the status of the source and its history: granted is "confirme" with the
 * amount (acquired is only what is signed), refused and withdrawn are "refuse", put off stays
 * "demande".
 *
 * Returns: FALSE with PLT_ERROR_NOT_FOUND or PLT_ERROR_INVALID
 */
gboolean plt_funding_answer (const PltFacts *facts,
                             gint64 application,
                             const PltFundingAnswer *answer,
                             PltBatch *batch,
                             GError **error);
/* Its documents; `missing` those not provided, `needed` of these the ones that may not be left
 * out. */
guint plt_application_count_documents (const PltFacts *facts,
                                       gint64 application,
                                       guint *missing,
                                       guint *needed);

G_END_DECLS

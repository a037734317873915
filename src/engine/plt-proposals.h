/* What the text of the script seems to ask for, to be accepted or refused: never applied by itself.
 *
 * The facts have to hold the text: plt_facts_load_text(). Found are
 * - roles from their cues, and characters in capitals with an age ("MILO, 8 ans");
 * - elements of the production that the action of a séquence names where they do not occur;
 * - words of the list (plt-word-list.h) in action, parentheticals and headings of vehicles, and
 *   names to be cleared in dialogue too; what is only spoken of is not there;
 * - crowds with their number, lyrics, telephone numbers, children by their age.
 * The language is that of the text as a whole. What the séquence has already, and what was refused
 * there or everywhere, is not proposed. */
#pragma once

#include "plt-batch.h"
#include "plt-tagging.h"
#include "plt-word-list.h"

G_BEGIN_DECLS

/**
 * PltProposal:
 * @name: of the element, as it would be written
 * @word: what a refusal keeps: the word without case, accents, article and number; of a hazard
 * alone, the hazard
 * @category: of the element; of a hazard alone, what it is shown under
 * @hazard: what it makes of its séquence, "" for nothing (static or of the word list)
 * @hazard_only: whether accepting it marks the séquence and makes no element
 * @element: the element of the production it is, 0 for a new one
 * @sequence: where
 * @block: the paragraph of the first place
 * @start: first character of the first place
 * @length: characters
 * @quantity: how many the text says, PLT_UNKNOWN when it does not
 * @n: places in this séquence
 * @places: (element-type PltTagPlace): all of them, in order
 * @reason: (static): why, one translated sentence
 */
typedef struct
{
  char *name;
  char *word;
  gint64 category;
  const char *hazard;
  gboolean hazard_only;
  gint64 element;
  gint64 sequence, block;
  guint start, length;
  gint64 quantity;
  guint n;
  GArray *places;
  const char *reason;
} PltProposal;

/**
 * plt_proposals_find:
 * @facts: with the text
 * @words: the list of words; has to live as long as the proposals
 * @sequence: a séquence, 0 for the whole script
 *
 * Returns: (transfer full) (element-type PltProposal): in the order of the film and of the text,
 * each element or hazard once a séquence; frees its proposals
 */
GPtrArray *plt_proposals_find (const PltFacts *facts, const PltWordList *words, gint64 sequence);

/* Adds the elements to their séquences with all that goes with it (plt_breakdown_add_element()),
 * tags their places, marks the hazards: any number of proposals as one batch, no element twice.
 * What is there already is left alone. */
void plt_proposals_accept (const PltFacts *facts, GPtrArray *proposals, PltBatch *batch);

/* They are not proposed again, in their séquence or `everywhere`. */
void plt_proposals_refuse (const PltFacts *facts,
                           GPtrArray *proposals,
                           gboolean everywhere,
                           PltBatch *batch);

/* The language of the text, by its small words; French when there is no text. */
PltLanguage plt_proposals_language (const PltFacts *facts);

G_END_DECLS

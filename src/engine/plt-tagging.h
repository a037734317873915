/* Words of the script tagged with the elements of the dépouillement, as edits.
 *
 * The facts have to hold the text: plt_facts_load_text(). Places are characters of a paragraph
 * (script_block), as script_tag has them. What is written goes to a PltBatch, to be applied as one
 * command; several calls may share a batch. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltTagPlace:
 * @block: a paragraph, row of script_block
 * @sequence: the séquence of the paragraph
 * @start: first character
 * @length: characters
 */
typedef struct
{
  gint64 block, sequence;
  guint start, length;
} PltTagPlace;

/**
 * plt_tagging_add:
 * @facts: with the text
 * @block: a paragraph
 * @start: first character
 * @length: characters; spaces at both ends are left out of the tag
 * @category: of the element
 * @name: (nullable): of the element; %NULL for the words themselves, tidied (plt_tagging_name())
 * @batch: where it is written
 *
 * Finds the element of that name in the category, whatever its case, accents, article and number
 * (the plural of a role's name is another name), or makes it; adds it to the séquence of the
 * paragraph when it is not there, with what it brings and the hazard of its category; tags the
 * words. Words that carry a tag of another element may be tagged.
 *
 * Returns: %FALSE with %PLT_ERROR_NOT_FOUND when the paragraph or the category is not there,
 * %PLT_ERROR_INVALID when it belongs to no séquence or the words are blank, %PLT_ERROR_CONFLICT
 * when some of the words are tagged with this element already
 */
gboolean plt_tagging_add (const PltFacts *facts,
                          gint64 block,
                          guint start,
                          guint length,
                          gint64 category,
                          const char *name,
                          PltBatch *batch,
                          GError **error);

/* The same with an element that is known. */
gboolean plt_tagging_add_element (const PltFacts *facts,
                                  gint64 block,
                                  guint start,
                                  guint length,
                                  gint64 element,
                                  PltBatch *batch,
                                  GError **error);

/**
 * plt_tagging_remove:
 * @tag: a row of script_tag
 * @with_occurrence: whether the element leaves the séquence when this was its last tag there
 *
 * Returns: whether the element leaves the séquence
 */
gboolean
plt_tagging_remove (const PltFacts *facts, gint64 tag, gboolean with_occurrence, PltBatch *batch);

/* (transfer full) (element-type PltTagPlace): every place in action, parentheticals and cues of a
 * séquence where the name of the element stands, or words it is tagged with elsewhere, without a
 * tag of it; in the order of the text. Dialogue does not count: what is spoken of is not there. */
GArray *plt_tagging_find_all (const PltFacts *facts, gint64 element);
/* (transfer full) (element-type PltTagPlace): every place in a séquence where those words stand one
 * after the other, whatever their case and accents, in paragraphs of any kind. */
GArray *plt_tagging_find_words (const PltFacts *facts, gint64 sequence, const char *words);
/* Tags all places of plt_tagging_find_all(); gives how many. */
guint plt_tagging_tag_everywhere (const PltFacts *facts, gint64 element, PltBatch *batch);
/* The same only in the séquences where the element occurs: no séquence gets it. */
guint plt_tagging_tag_present (const PltFacts *facts, gint64 element, PltBatch *batch);

/* (transfer full): the name an element of that category gets from words of the text: "la vieille
 * lanterne," is "Vieille lanterne"; names of roles are in capitals. "" when no word is left. */
char *plt_tagging_name (const PltFacts *facts, gint64 category, const char *words);
/* (transfer full) (nullable): those characters of a text, NULL when it is shorter. */
char *plt_tagging_words (const char *text, guint start, guint length);

G_END_DECLS

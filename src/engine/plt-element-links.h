/* What an element always brings along: "a child always brings a chaperone".
 *
 * A link goes from an element, or from every element of a category, to another element. With a
 * quantity it counts for each one that brings it (three children, three chaperones), without one
 * there is one for all. Links chain; a circle of links adds each of its elements once. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltLinkMissing:
 * @sequence: where
 * @element: what is there
 * @brings: what it always brings and is not there
 * @link: the rule
 */
typedef struct
{
  const PltSequenceFacts *sequence;
  const PltElementFacts *element;
  const PltElementFacts *brings;
  const PltLinkFacts *link;
} PltLinkMissing;

/* (transfer full) (element-type PltLinkMissing): in the order of the film, cut séquences left out;
 * each missing element once a séquence. */
GArray *plt_links_missing (const PltFacts *facts);
/* Adds what is missing in a séquence, or in all of them (0). Returns how many séquences changed. */
guint plt_links_apply (const PltFacts *facts, gint64 sequence, PltBatch *batch);

G_END_DECLS

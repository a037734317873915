/* Where tagged passages of one draft are in the next one. Pure.
 *
 * A passage is known by its words and by those before and after it, as the quotes of the W3C Web
 * Annotation model are (TextQuoteSelector: exact, prefix, suffix). Paragraphs come in groups, the
 * séquences: those of the old draft that became those of the new one have the same group. In this
 * order:
 *
 *   1. the paragraph is in its group to the letter: the passage is where it was in it. Where a
 *      paragraph is repeated, and not as often as before, its neighbours say which it is
 *   2. the words are in a paragraph of the group that is new or changed; of several places the one
 *      with the most of the words before and after it; or the third when it was the third of as
 * many
 *   3. the paragraph is in another group to the letter, and nothing there accounts for it
 *   4. the words are there in another number, or some of them are, or others stand between the
 * words that stood before and after it
 *   5. the words are elsewhere in the group, and nothing else of their owner is
 *
 * 1 to 3 are sure unless several places are equally good; 4 and 5 are for somebody to check. The
 * work is bounded: what is beyond PLT_ANCHOR_BYTES of text compared is found by 1 and 3 only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_ANCHOR_BYTES 50000000

/**
 * PltAnchorParagraph:
 * @text: borrowed
 * @group: of the séquence; negative: of none
 */
typedef struct
{
  const char *text;
  gint group;
} PltAnchorParagraph;

/**
 * PltAnchorTag:
 * @paragraph: index of the old paragraph
 * @start: in characters
 * @length: in characters; 0 for the paragraph as a whole
 * @owner: of one owner only one passage is put at a place
 */
typedef struct
{
  guint paragraph;
  guint start, length;
  gint64 owner;
} PltAnchorTag;

typedef enum
{
  PLT_ANCHOR_LOST,
  PLT_ANCHOR_UNSURE,
  PLT_ANCHOR_SURE,
} PltAnchorState;

/* Where it is now: index of the new paragraph, and in characters. */
typedef struct
{
  PltAnchorState state;
  guint paragraph;
  guint start, length;
} PltAnchorPlace;

/* (transfer full) (element-type PltAnchorPlace): one a tag, in their order */
GArray *plt_anchor_find (const GArray *old_paragraphs /* PltAnchorParagraph */,
                         const GArray *new_paragraphs,
                         const GArray *tags /* PltAnchorTag */);

G_END_DECLS

/* Shared by plt-anchor.c and plt-anchor-align.c. */
#pragma once

#include "plt-anchor.h"

G_BEGIN_DECLS

typedef struct
{
  const GArray *old, *new; /* PltAnchorParagraph */
  GHashTable *groups;      /* group -> AnchorGroup */
  gint *image;             /* by old paragraph: the new one that is the same, -1 */
  guint8 *sure;            /* by old paragraph: no other could be it */
  gint *source;            /* by new paragraph: the old one that is the same, -1 */
} PltAnchorAlignment;

typedef struct
{
  GArray *old, *new; /* guint: paragraphs, in their order */
} PltAnchorGroup;

static inline const PltAnchorParagraph *
plt_anchor_paragraph (const GArray *paragraphs, guint i)
{
  return &g_array_index (paragraphs, PltAnchorParagraph, i);
}

void plt_anchor_align (PltAnchorAlignment *self, const GArray *old, const GArray *new);
void plt_anchor_alignment_clear (PltAnchorAlignment *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltAnchorAlignment, plt_anchor_alignment_clear)

G_END_DECLS

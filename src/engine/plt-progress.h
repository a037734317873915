/* How far the dépouillement is: the state of each box of each sheet.
 *
 * A box is a category of a séquence. It is filled when an element of the category occurs there (of
 * the category RA, also when a raccord names the séquence; of CO, when a role wears a numbered
 * costume in it), empty when somebody confirmed that nothing is needed ("néant"), else to be done.
 * The category DIV (questions) is not counted: it is never finished. Cut séquences have no boxes.
 */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_BOX_TODO,
  PLT_BOX_FILLED,
  PLT_BOX_NOTHING, /* confirmed: néant */
} PltBoxState;

typedef struct
{
  guint n, filled, nothing; /* boxes; done is filled + nothing */
} PltBoxCount;

typedef struct _PltProgress PltProgress;

PltProgress *plt_progress_new (const PltFacts *facts); /* the facts have to live longer */
void plt_progress_free (PltProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltProgress, plt_progress_free)

PltBoxState plt_progress_box (const PltProgress *self, gint64 sequence, gint64 category);
/* Of a séquence; zeros for one that is cut or not there. */
PltBoxCount plt_progress_of_sequence (const PltProgress *self, gint64 sequence);
PltBoxCount plt_progress_of_category (const PltProgress *self, gint64 category);
PltBoxCount plt_progress_of_film (const PltProgress *self);
guint plt_progress_n_finished (const PltProgress *self); /* séquences with nothing left to do */
gboolean plt_progress_counts (const PltCategoryFacts *category); /* whether its boxes are counted */

/**
 * plt_progress_confirm:
 * @sequence: a séquence, 0 for all that are not cut
 * @category: a category, 0 for all
 *
 * Confirms "néant" for the boxes that are to be done; filled ones and confirmed ones stay.
 *
 * Returns: how many were
 */
guint
plt_progress_confirm (const PltFacts *facts, gint64 sequence, gint64 category, PltBatch *batch);
/* Takes confirmations back, with the same meaning of 0. */
guint
plt_progress_unconfirm (const PltFacts *facts, gint64 sequence, gint64 category, PltBatch *batch);

G_END_DECLS

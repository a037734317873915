/* Who is no longer fetched once stops or whole movements are deleted, as edits of the same batch.
 *
 * A call names its movement, and who is named rides even without a stop: their call loses the
 * movement with its last pick-up stop, and the pick-up that came from it; the arrival follows the
 * call again. Typed hours stay, and so does the wish to be fetched: the findings say who has no
 * ride. The calls of a sheet that was sent or replaced stay as they are. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

void plt_moves_leave (
    const PltFacts *facts, const char *table, const gint64 *ids, guint n_ids, PltBatch *batch);

G_END_DECLS

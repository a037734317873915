/* A production with edits of its call sheets laid over it that are not written: what is being
 * typed, what a command would do.
 *
 * Only the rows of "call_sheet", "call" and "call_note" that are there already change; a row that
 * is deleted belongs to no sheet any more; what is inserted is not shown. The facts below are
 * borrowed and have to outlive it. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

typedef struct _PltCallOverlay PltCallOverlay;

PltCallOverlay *plt_call_overlay_new (const PltFacts *facts);
void plt_call_overlay_free (PltCallOverlay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCallOverlay, plt_call_overlay_free)

void plt_call_overlay_apply (PltCallOverlay *self, const PltBatch *batch);
const PltFacts *plt_call_overlay_get (const PltCallOverlay *self); /* lives as long as it */

G_END_DECLS

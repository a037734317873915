/* What a page carries beside the script: heads, feet, page numbers, notices that a scene goes on,
 * the asterisks of a revision. Private to the readers of text with places. */
#pragma once

#include "plt-placed-text.h"
#include "plt-script.h"

G_BEGIN_DECLS

/* Takes all of it out of `text`; each kind leaves a remark in `script` that carries its words. What
 * stands where heads or feet of other pages stand is one too ("Rév. bleue, 3 mars").
 *
 * Returns: (transfer full): the number of each page of `text`, as printed at its head or foot, 0
 * where none is; pages never go back */
guint *plt_placed_frames_drop (PltPlacedText *text, PltScript *script);

/* Completes what is printed: a page without number follows the one before it, or comes before the
 * next. When none is printed, `first` (an index) is page 1. */
void plt_placed_frames_number (guint *pages, guint n_pages, guint first);

G_END_DECLS

/* PltBreakdownView: the dépouillement: séquences, their sheets, elements, décors, the story in its
 * order, costumes, matrices, figures. */
#pragma once

#include "plt-costumes-page.h"
#include "plt-elements-page.h"
#include "plt-matrix-page.h"
#include "plt-sheet-page.h"
#include "plt-story-page.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_BREAKDOWN_VIEW (plt_breakdown_view_get_type ())
G_DECLARE_FINAL_TYPE (PltBreakdownView, plt_breakdown_view, PLT, BREAKDOWN_VIEW, PltView)

PltSheetPage *plt_breakdown_view_get_sheet (PltBreakdownView *self);
PltElementsPage *plt_breakdown_view_get_elements (PltBreakdownView *self);
PltStoryPage *plt_breakdown_view_get_story (PltBreakdownView *self);
PltCostumesPage *plt_breakdown_view_get_costumes (PltBreakdownView *self);
PltMatrixPage *plt_breakdown_view_get_matrix (PltBreakdownView *self);
PltGrid *plt_breakdown_view_get_sets (PltBreakdownView *self);
/* Asks from which number the selected séquences are numbered; the dialog. */
GtkWindow *plt_breakdown_view_renumber (PltBreakdownView *self);

G_END_DECLS

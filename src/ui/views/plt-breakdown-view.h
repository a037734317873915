/* PltBreakdownView: the dépouillement: séquences, their sheets, elements, décors, figures. */
#pragma once

#include "plt-elements-page.h"
#include "plt-sheet-page.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_BREAKDOWN_VIEW (plt_breakdown_view_get_type ())
G_DECLARE_FINAL_TYPE (PltBreakdownView, plt_breakdown_view, PLT, BREAKDOWN_VIEW, PltView)

PltSheetPage *plt_breakdown_view_get_sheet (PltBreakdownView *self);
PltElementsPage *plt_breakdown_view_get_elements (PltBreakdownView *self);
PltGrid *plt_breakdown_view_get_sets (PltBreakdownView *self);
/* Asks from which number the selected séquences are numbered; the dialog. */
GtkWindow *plt_breakdown_view_renumber (PltBreakdownView *self);

G_END_DECLS

/* PltCallsheetView: the feuilles de service: the shooting days with the state of their sheet, the
 * form in the order of the paper, and the paper itself, live.
 *
 * A click on the paper goes to the field; the field that is edited is marked on the paper. A sheet
 * that the plan has left behind says so and follows when it is asked to, as one step. */
#pragma once

#include "plt-callsheet-form.h"
#include "plt-callsheet-head.h"
#include "plt-callsheet-paper.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_CALLSHEET_VIEW (plt_callsheet_view_get_type ())
G_DECLARE_FINAL_TYPE (PltCallsheetView, plt_callsheet_view, PLT, CALLSHEET_VIEW, PltView)

void plt_callsheet_view_show_day (PltCallsheetView *self, gint64 day);
gint64 plt_callsheet_view_get_day (PltCallsheetView *self);
PltCallsheetForm *plt_callsheet_view_get_form (PltCallsheetView *self);
PltCallsheetHead *plt_callsheet_view_get_head (PltCallsheetView *self);
PltCallsheetPaper *plt_callsheet_view_get_paper (PltCallsheetView *self);
PltPreview *plt_callsheet_view_get_preview (PltCallsheetView *self);
/* "Draft v1" as the list writes it; "" for a day that is not in the list. */
const char *plt_callsheet_view_get_state (PltCallsheetView *self, gint64 day);

G_END_DECLS

/* PltPlanBar: what stands above the strips: search, commands, filters, what is left to shoot, and
 * why a version that people were given does not change. */
#pragma once

#include "plt-board.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PLAN_BAR (plt_plan_bar_get_type ())
G_DECLARE_FINAL_TYPE (PltPlanBar, plt_plan_bar, PLT, PLAN_BAR, GtkWidget)

GtkWidget *plt_plan_bar_new (PltSession *session, PltBoard *board);
void plt_plan_bar_refresh (PltPlanBar *self, const PltBoardState *state);
void plt_plan_bar_focus_search (PltPlanBar *self);

G_END_DECLS

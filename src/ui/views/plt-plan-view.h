/* PltPlanView: the plan de travail: the board, the list by day, the presence of roles, and the days
 * as a register. */
#pragma once

#include "plt-board.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_PLAN_VIEW (plt_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (PltPlanView, plt_plan_view, PLT, PLAN_VIEW, PltView)

PltBoard *plt_plan_view_get_board (PltPlanView *self);

G_END_DECLS

/* PltPlanModel: the plan de travail of a session as a board (PltBoardModel): what the engines make
 * of it, and each change as one undoable command.
 *
 * It is told to look again with plt_plan_model_refresh(), by the view that shows it.
 *
 * Signals:
 *   open (table, id)   the form of that row is asked for
 *   add-days ()        days are asked for
 *   ask (PltBoardAct, const PltBoardTarget *)  an act that has to be asked more of */
#pragma once

#include "plt-board-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PLAN_MODEL (plt_plan_model_get_type ())
G_DECLARE_FINAL_TYPE (PltPlanModel, plt_plan_model, PLT, PLAN_MODEL, GObject)

PltPlanModel *plt_plan_model_new (PltSession *session);
void plt_plan_model_refresh (PltPlanModel *self);

G_END_DECLS

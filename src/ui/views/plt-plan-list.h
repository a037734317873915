/* PltPlanList: the plan day by day as a grid: heads of days with date, place, hours, sun and
 * totals, their strips and banners, and last what is still to be placed.
 *
 * Shooting time, status and note of a strip are typed in place, as are the text of a banner and the
 * note of a day. A search keeps the strips that match and the heads above them. Sorting puts the
 * strips of each day in another order on the screen, and only there. Copies what it needs out of
 * the session on refresh. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PLAN_LIST (plt_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (PltPlanList, plt_plan_list, PLT, PLAN_LIST, GObject)

PltPlanList *plt_plan_list_new (PltSession *session);
void plt_plan_list_refresh (PltPlanList *self);
void plt_plan_list_set_search (PltPlanList *self, const char *text);
guint plt_plan_list_get_n_strips (PltPlanList *self); /* shown */
/* What a row is of: a day, a strip or a séquence; table NULL for what is to be placed. */
PltRef plt_plan_list_get_ref (PltPlanList *self, guint row);
int plt_plan_list_find_ref (PltPlanList *self, PltRef ref); /* -1 when it is not there */

G_END_DECLS

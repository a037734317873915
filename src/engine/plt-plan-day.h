/* Where a day of the plan is shot, and the sun there. */
#pragma once

#include "plt-plan.h"
#include "plt-sun.h"

G_BEGIN_DECLS

/* (transfer container) (element-type PltLocationFacts): the places of a day, in the order of its
 * strips, once each. */
GPtrArray *plt_plan_day_places (const PltFacts *facts, const PltDayPlan *day);
/* Sunrise and sunset at the first place of the day whose coordinates are known, in the legal time
 * of metropolitan France; FALSE when there is none, or no date. */
gboolean plt_plan_day_sun (const PltFacts *facts, const PltDayPlan *day, PltSun *sun);

G_END_DECLS

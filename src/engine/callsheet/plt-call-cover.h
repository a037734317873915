/* Whether the insurance noted covers a day of shooting: the production's own risks and civil
 * liability, on that date and at each of its places, with what its séquences do. */
#pragma once

#include "plt-issue.h"
#include "plt-plan.h"

G_BEGIN_DECLS

void plt_check_call_cover (const PltFacts *facts,
                           const PltDayPlan *day,
                           const PltSheetFacts *sheet,
                           GPtrArray *issues);

G_END_DECLS

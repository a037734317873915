/* What a call sheet would say if it followed the plan: where it is behind. */
#pragma once

#include "plt-call-version.h"
#include "plt-plan.h"

G_BEGIN_DECLS

/**
 * plt_call_follow_changes:
 * @facts: the production
 * @plan: the plan that holds its day
 * @sheet: a call sheet
 *
 * Of a sheet that was sent: what a correction would have to say. Empty for a sheet that was
 * replaced and for a day that the plan does not hold.
 *
 * Returns: (transfer full) (element-type PltCallChange): the sheet first, then its calls; a call
 *   that would be added has id 0
 */
GPtrArray *plt_call_follow_changes (const PltFacts *facts, const PltPlan *plan, gint64 sheet);
gboolean plt_call_is_behind (const PltFacts *facts, const PltPlan *plan, gint64 sheet);

G_END_DECLS

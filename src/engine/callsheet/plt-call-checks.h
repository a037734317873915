/* What the hours of the call sheets do not allow. Said here and nowhere else: that HMC, drive and
 * chairs fit; rest since the real wrap; minors; light; breaks; permits of the day.
 *
 * The wrap of the day before is that of its report, else of its sheet, else of the plan; of
 * somebody who plays, that of the hours noted, else of the call. Rest is that of the agreement
 * (referential "temps-de-travail"): technicians to the crew call, artists to their arrival. */
#pragma once

#include "plt-issue.h"
#include "plt-plan.h"
#include "plt-rules.h"

G_BEGIN_DECLS

/* Of the sheet of the day at `index` of the plan. */
void plt_check_call_hours (const PltFacts *facts,
                           const PltPlan *plan,
                           guint index,
                           const PltSheetFacts *sheet,
                           const PltRules *rules,
                           GPtrArray *issues);
/* From one hour of a day to another one, the change of the clocks included. */
gint64
plt_minutes_between (const PltFacts *facts, PltDate from, gint64 end, PltDate to, gint64 start);

G_END_DECLS

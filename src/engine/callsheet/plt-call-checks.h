/* What the hours of the call sheets and of the movements do not allow. Said here and nowhere else:
 * that HMC, drive, chairs and seats fit; rest since the real wrap; minors; light; breaks; permits
 * of the day; drivers and vehicles that are in two places.
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
void plt_check_movements (const PltFacts *facts, const PltRules *rules, GPtrArray *issues);

G_END_DECLS

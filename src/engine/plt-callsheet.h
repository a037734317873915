/* Feuille de service: made from the plan in one step, hours computed back from the PAT.
 *
 * HMC starts PAT − HMC time of the engagement (unknown: the hour is left empty), arrival is at HMC
 * (else at PAT), pick-up is arrival − drive of the person. The PAT of a role is the PAT of the day,
 * later by the length of the strips before its first one when all of these are known, in steps of 5
 * minutes. */
#pragma once

#include "plt-batch.h"
#include "plt-plan.h"

G_BEGIN_DECLS

/* Adds to `batch` a call sheet of the day with its calls and department notes. The version is one
 * more than the day's last sheet; earlier drafts are marked replaced. Returns the handle of the
 * sheet. */
gint64 plt_callsheet_make (const PltFacts *facts, const PltPlan *plan, gint64 day, PltBatch *batch);
/* Moves the PAT of a sheet and every hour that was not typed. */
void
plt_callsheet_retime (const PltFacts *facts, gint64 sheet, gint64 pat_minutes, PltBatch *batch);
/* Whether a sheet has to say something on safety for it: stunt, weapon, fire, height. */
gboolean plt_callsheet_needs_safety (const PltSequenceFacts *sequence);
/* The sheet to show for a day: the last version, NULL when there is none. */
const PltSheetFacts *plt_callsheet_of_day (const PltFacts *facts, gint64 day);

G_END_DECLS

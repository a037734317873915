/* Feuille de service: made from the plan in one step, its hours computed back from the PAT
 * (callsheet/plt-call-day, callsheet/plt-call-hours). */
#pragma once

#include "plt-batch.h"
#include "plt-plan.h"

G_BEGIN_DECLS

/* Adds to `batch` a call sheet of the day with its calls and department notes. The version is one
 * more than the day's last sheet; earlier drafts are marked replaced. What was typed on the sheet
 * that it replaces stays; chairs and margin are those of the last sheet of the production. Returns
 * the handle of the sheet. */
gint64 plt_callsheet_make (const PltFacts *facts, const PltPlan *plan, gint64 day, PltBatch *batch);
/* Moves the PAT of a sheet and with it every hour that was not typed, by as much as the hours
 * computed from the new PAT differ from those computed from the old one; stops of the rides too. */
void
plt_callsheet_retime (const PltFacts *facts, gint64 sheet, gint64 pat_minutes, PltBatch *batch);
/* An hour of the day that somebody types on the sheet, or gives back to the plan (PLT_UNKNOWN): it
 * is marked as typed, and what has that hour moves with it. */
gboolean plt_callsheet_type (const PltFacts *facts,
                             const PltPlan *plan,
                             gint64 sheet,
                             const char *column,
                             gint64 minutes,
                             PltBatch *batch);
/* A sheet that was not sent follows the plan: its hours, the calls of the roles and of the crew,
 * their séquences and costumes; nothing is added where it says what the plan says. Typed hours,
 * texts and hours that cannot be computed stay; a call that the plan no longer wants goes, unless
 * something was typed in it. Nothing for a sheet that was sent or replaced, or whose day the plan
 * does not hold. */
void
plt_callsheet_follow (const PltFacts *facts, const PltPlan *plan, gint64 sheet, PltBatch *batch);
/* Whether a sheet has to say something on safety for it: stunt, weapon, fire, height. */
gboolean plt_callsheet_needs_safety (const PltSequenceFacts *sequence);
/* The sheet to show for a day: the last version, NULL when there is none. */
const PltSheetFacts *plt_callsheet_of_day (const PltFacts *facts, gint64 day);

G_END_DECLS

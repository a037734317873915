/* Postproduction in the rétroplanning: screenings that reopen a stage, and what the findings of
 * PltRetro say of bookings and screenings.
 *
 * A screening whose answer sends a stage back to work (screening.reopens, screening.rework_days)
 * becomes a task of its own, "Reprise", with the code "reprise-ID" of the screening, so that it is
 * added once: after the stage and after the day of the screening, before what the stage had to be
 * finished for, with its team, calendar and people. What is done, locked or anchored stays.
 * Seen before its last day, a stage is not over: it gets these days itself, no task comes, and the
 * parameter "retroplanning.reprise.ID" remembers that it has them.
 *
 * Findings, each with the cell to open:
 * - retro.room-twice, retro.technician-twice: the same room of the same supplier, or the same
 *   person, twice at once; cancelled bookings do not count, hours separate where both have them;
 * - retro.booking-outside: days booked before or after those of the task;
 * - retro.booking-option: not confirmed %PLT_RETRO_OPTION_DAYS days before (usage: an option falls
 *   when another client confirms; the delay is each room's own);
 * - retro.accessibility: a room or a screening of which nobody said how people get in, hear, see;
 * - retro.accessibility-missing: something that task.accessibility asks for (separated by commas)
 *   and the words on the room or the screening do not have;
 * - retro.screening-early: on a day before its stage begins, as after a plan that slipped;
 *   retro.room-twice is also told of a screening in a room booked for something else at that hour;
 * - retro.overload: more than a day of work on one day (plt-retro-load.h);
 * - retro.person-away, retro.technician-away: somebody who, by the register of availability, is not
 *   there on working days of a task of theirs, or while they are booked;
 * - retro.screening-missing: a stage after which work is usually shown, without a screening;
 * - retro.screening-rework: a stage sent back to work that the plan does not have yet. */
#pragma once

#include "plt-batch.h"
#include "plt-retro.h"

G_BEGIN_DECLS

#define PLT_RETRO_OPTION_DAYS 14

/**
 * PltRetroRework:
 * @after: the rétroplanning with it, and its findings
 * @moves: (element-type PltNetworkMove): what moves, by index in the network of @after
 * @task: id of the rework in @after; of the stage when it is the one that gets longer
 * @is_longer: it is
 */
typedef struct
{
  PltRetro *after;
  GArray *moves;
  gint64 task;
  gboolean is_longer;
  PltFacts *facts; /* what @after borrows from */
  PltParameterFacts *parameters;
  PltTaskFacts *tasks;
  PltTaskLinkFacts *links;
  guint n_links_before;
  GPtrArray *strings;
} PltRetroRework;

/* What the screening would move, before it is written. PLT_ERROR_NOT_FOUND without such a
 * screening, PLT_ERROR_INVALID when it does not say what it reopens or for how many days,
 * PLT_ERROR_CONFLICT when its rework is in the plan already. (transfer full) (nullable) */
PltRetroRework *
plt_retro_rework_new (const PltRetro *self, const PltPlan *plan, gint64 screening, GError **error);
void plt_retro_rework_free (PltRetroRework *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRetroRework, plt_retro_rework_free)

/* One undoable step: the task, its links and people, the dates of what moves. */
void plt_retro_rework_write (const PltRetroRework *self, PltBatch *batch);
/* Whether the rework of a screening is in the plan already: a task, or days of its stage. */
gboolean plt_retro_has_rework (const PltFacts *facts, gint64 screening);

G_END_DECLS

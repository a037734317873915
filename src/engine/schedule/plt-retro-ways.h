/* The ways out of a rétroplanning that cannot be kept, as values: what each one changes, by how
 * much, what it gains, and its writing as one undoable command. Pure.
 *
 * They are those of the tasks that make the worst shortage (PltRetroHead.missing), or of those
 * from the task that is the furthest behind up to the delivery (PltRetroHead.behind).
 *
 * No task is made shorter than it usually is at the least: the template's row of the same code,
 * else of the same name, says how long that is; half of its duration where no row does. What is
 * there already is told with no days. Two tasks that the template has in parallel are proposed so
 * where one waits for the end of the other. What other views keep is a door and changes nothing. */
#pragma once

#include "plt-batch.h"
#include "plt-network-template.h"
#include "plt-retro.h"

G_BEGIN_DECLS

/**
 * PltRetroWayKind:
 * @PLT_RETRO_WAY_SHORTER: the duration of the task
 * @PLT_RETRO_WAY_PARALLEL: the link lets the second task begin with the first, after some days
 * @PLT_RETRO_WAY_LESS_LAG: the lag of the link
 * @PLT_RETRO_WAY_UNLOCK: the task is placed by the engine again
 * @PLT_RETRO_WAY_EARLIER: the date that the task is bound to
 * @PLT_RETRO_WAY_LATER: the date or the deadline of the task that is missed
 * @PLT_RETRO_WAY_DELIVERY: the production's delivery date
 * @PLT_RETRO_WAY_SHOOT: door: the shooting days, kept in the plan de travail
 * @PLT_RETRO_WAY_PRODUCTION: door: a date of the production
 * @PLT_RETRO_WAY_COUNTED: door: the first day of all
 * @PLT_RETRO_WAY_LEAST: none: the task has its least duration already
 */
typedef enum
{
  PLT_RETRO_WAY_SHORTER,
  PLT_RETRO_WAY_PARALLEL,
  PLT_RETRO_WAY_LESS_LAG,
  PLT_RETRO_WAY_UNLOCK,
  PLT_RETRO_WAY_EARLIER,
  PLT_RETRO_WAY_LATER,
  PLT_RETRO_WAY_DELIVERY,
  PLT_RETRO_WAY_SHOOT,
  PLT_RETRO_WAY_PRODUCTION,
  PLT_RETRO_WAY_COUNTED,
  PLT_RETRO_WAY_LEAST,
} PltRetroWayKind;

/**
 * PltRetroWay:
 * @task: row, or 0
 * @link: row, or 0
 * @days: by how many
 * @was: duration or lag, with @becomes
 * @date: the new one, or PLT_DATE_NONE
 * @least: of the template, with @usual and @most; @least alone is half of the duration, when @usual
 *   is 0
 * @gain: working days more until something is missed, when it is done alone
 * @margin: that are left then; below 0, that are missing
 */
typedef struct
{
  PltRetroWayKind kind;
  gint64 task, link;
  int days, was, becomes;
  PltDate date;
  int least, usual, most;
  int gain, margin;
} PltRetroWay;

/**
 * PltRetroTrial:
 * @after: the rétroplanning with the ways done, without its findings
 * @margin: working days left in it; below 0, missing
 * @gain: more than before
 */
typedef struct
{
  PltRetro *after;
  int margin, gain;
  const PltRetro *before;
  PltFacts *facts; /* of @after, with its own tasks and links */
} PltRetroTrial;

/* (transfer full) (element-type PltRetroWay): what gains most first, then the later dates, the
 * doors, and what is at its least; empty when nothing is missed. `plan` and `today` are those that
 * @self was made with, `template` (nullable) that of the production. */
GPtrArray *plt_retro_ways (const PltRetro *self,
                           const PltPlan *plan,
                           const PltNetworkTemplate *template,
                           PltDate today);
gboolean plt_retro_way_is_door (const PltRetroWay *way);
/* (transfer full): "Shorten “Mixage” by 2 days: 5 instead of 7" */
char *plt_retro_way_text (const PltRetro *self, const PltRetroWay *way);
/* (transfer full): what is usual: "" where there is nothing to say */
char *plt_retro_way_note (const PltRetroWay *way);
/* (transfer full): "gains 2 days: 6 working days are missing" */
char *plt_retro_way_effect (int gain, int margin);

/* What several of them come to, done together; doors and what is at its least change nothing. */
PltRetroTrial *plt_retro_trial_new (const PltRetro *self,
                                    const PltPlan *plan,
                                    const PltRetroWay *const *ways,
                                    guint n_ways,
                                    PltDate today);
void plt_retro_trial_free (PltRetroTrial *self);
/* Writes them, and the new dates of what moves with them. */
void plt_retro_trial_write (const PltRetroTrial *self, PltBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRetroTrial, plt_retro_trial_free)

G_END_DECLS

/* What became of the séquences during the shoot: à tourner, partielle, tournée, supprimée, retake,
 * ajoutée, reportée, as edits of a batch; and what is left to shoot.
 *
 * Two columns say it together and are only ever changed together: `shot` of the strip (what became
 * of it on its day) and `status` of the séquence (where it stands as a whole, which follows from
 * all its strips of the plan). A strip that was shot belongs to the past: it stays on its day.
 *
 *   tournée     the strip is shot; the séquence too once none of its strips is left
 *   partielle   some of it; with `rest_minutes` a strip for what is left goes to the pool
 *   reportée    the strip goes back to the pool, where it is marked until it is placed again
 *   à tourner   takes back what was said of the strip
 *   retake      of a shot strip: one more strip in the pool, part "R1"; the shot one stays
 *   supprimée   of a séquence of which nothing was shot: its strips go away
 *   ajoutée     says that it came in during the shoot
 *
 * A retake costs time but no page and no second: those are counted once. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"
#include "plt-plan.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_SHOOT_TO_DO,
  PLT_SHOOT_PARTLY,
  PLT_SHOOT_DONE,
  PLT_SHOOT_DROPPED,
  PLT_SHOOT_RETAKE,
  PLT_SHOOT_ADDED,
  PLT_SHOOT_POSTPONED,
  PLT_N_SHOOT_STATUSES
} PltShootStatus;

/**
 * PltStatusChange:
 * @strip: row of the table strip; 0 for a séquence that has none
 * @sequence: needed when @strip is 0
 * @rest_minutes: of PLT_SHOOT_PARTLY: shooting time of what is left; PLT_UNKNOWN makes no strip
 */
typedef struct
{
  gint64 strip, sequence;
  PltShootStatus status;
  gint64 rest_minutes;
} PltStatusChange;

/* Id of the status in the table sequence: "a-tourner"; its title as the register has it. */
const char *plt_shoot_status_id (PltShootStatus status);
const char *plt_shoot_status_title (PltShootStatus status);

/* Was it shot, or a part of it, on its day? Then it stays there. */
gboolean plt_strip_is_shot (const PltStripFacts *strip);
gboolean plt_strip_is_retake (const PltStripFacts *strip);
/* What a board says of a strip; `sequence` NULL for a banner. */
PltShootStatus plt_strip_status (const PltStripFacts *strip, const PltSequenceFacts *sequence);

/* Adds to the batch what makes the changes true; FALSE with PLT_ERROR_CONFLICT and a sentence when
 * one makes no sense; the batch is then to be thrown away. */
gboolean plt_statuses_apply (const PltFacts *facts,
                             gint64 schedule,
                             const PltStatusChange *changes,
                             guint n_changes,
                             PltBatch *batch,
                             GError **error);

/**
 * PltRemaining: what was shot and what is left, of one version of the plan.
 * @n_strips_left: to shoot, those in the pool and séquences without a strip included
 * @n_unknown: of those, without a shooting time
 * @minutes_left: shooting time of the others
 * @eighths_shot: of séquences cut in parts, in proportion to the time of the parts, rounded down;
 * shot and left always add up to the whole
 * @n_days_left: shooting days on which something is left to shoot
 */
typedef struct
{
  guint n_strips_left, n_strips_shot, n_unknown;
  guint n_sequences_left, n_sequences_shot;
  gint64 minutes_left, minutes_shot;
  gint64 eighths_left, eighths_shot;
  gint64 seconds_left, seconds_shot;
  guint n_days_left;
} PltRemaining;

PltRemaining plt_remaining (const PltPlan *plan);

G_END_DECLS

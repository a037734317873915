/* PltPlan: a plan de travail as a whole, computed from the facts: days with their totals, presence
 * of roles, séquences still to place.
 *
 * A shooting day is a day of kind "tournage" or "reserve" that is numbered J1, J2 ... by position;
 * days of other kinds have number 0. A day of a second unit on the date of a day of the first one
 * has its number and is no shooting day more. The length of a strip is its own minutes, else the
 * shooting time of its séquence, else unknown. Screen seconds are the préminutage, else the
 * estimate. Eighths and seconds of a séquence that is cut over several strips of the plan count
 * once in the totals of the plan and once in each day. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

typedef struct
{
  const PltDayFacts *day;
  guint number;      /* J number; 0 for a day without shooting */
  int beside;        /* of a second unit: index of the day of the first one on that date, else -1 */
  GPtrArray *strips; /* PltStripFacts, in order, banners included */
  guint n_sequences;
  gint64 eighths, seconds; /* of what is known */
  gint64 minutes;          /* shooting time of what is known */
  guint n_unknown;         /* séquences without a shooting time */
  guint n_moves;           /* changes of location within the day */
  guint n_sets;
  gboolean night;    /* has a séquence of night effect outdoors, or ends after 24:00 */
  gboolean overlong; /* minutes exceed the schedule's day */
} PltDayPlan;

typedef struct
{
  const PltElementFacts *element;
  const PltCategoryFacts *category;
  guint n_sequences; /* of the film, not only of the plan */
  guint8 *worked;    /* one per day of the plan: number of its strips with the element */
  int first, last;   /* indices of days, -1 when never */
  guint n_worked;    /* shooting days */
  guint n_held;      /* shooting days between first and last without work */
} PltPresence;

typedef struct
{
  const PltFacts *facts;
  const PltScheduleFacts *schedule; /* NULL when there is none */
  GPtrArray *days;                  /* PltDayPlan, by position */
  GPtrArray *presences; /* PltPresence: every element that occurs in a placed or unplaced séquence,
                           roles first by number */
  GPtrArray *unplaced;  /* PltSequenceFacts to shoot that no strip of a day holds, in order */
  guint n_beside;       /* days of a second unit on the date of one of the first */
  guint n_shooting_days, n_nights, n_sequences, n_moves;
  gint64 eighths, seconds, minutes;
  GHashTable *presence_index; /* element id -> PltPresence */
} PltPlan;

PltPlan *plt_plan_new (const PltFacts *facts,
                       gint64 schedule); /* 0: the production's current one */
void plt_plan_free (PltPlan *self);
const PltPresence *plt_plan_presence (const PltPlan *self, gint64 element); /* (nullable) */
/* Screen seconds shot once the day at index `day` is over, and still to shoot after it; a séquence
 * counts once, on its first day. */
void plt_plan_progress (const PltPlan *self, guint day, gint64 *done, gint64 *left);
PltDate plt_plan_first_date (
    const PltPlan *self); /* of the dated shooting days, else the production's start */
PltDate plt_plan_last_date (const PltPlan *self);
/* (nullable): the day that people call "J2", or name by its date or the id of its row. */
const PltDayPlan *plt_plan_find_day (const PltPlan *self, const char *name, GError **error);
gint64 plt_strip_minutes (const PltStripFacts *strip, const PltSequenceFacts *sequence);
gint64 plt_sequence_seconds (
    const PltSequenceFacts *sequence); /* préminutage, else estimate, else PLT_UNKNOWN */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPlan, plt_plan_free)

/* A schedule from nothing, as a batch: a strip in the pool for every séquence that has none. */
void plt_plan_fill_pool (const PltFacts *facts, gint64 schedule, PltBatch *batch);
/* Numbered consecutive days from `first`, skipping the days in `rest_days` (bit 1 Monday .. 7
 * Sunday), holidays, local days off and closings. */
void plt_plan_add_days (const PltFacts *facts,
                        gint64 schedule,
                        PltDate first,
                        guint n,
                        guint rest_days,
                        PltBatch *batch);

G_END_DECLS

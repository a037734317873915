/* The account of a plan that follows its changes: what the search works on. Not public.
 *
 * The cost is a sum of pieces, each of a day, a step from the used day before, a set, the covers of
 * a set, a role, a week, a séquence or a precedence. plt_shoot_state_move() changes counters and
 * notes which pieces they touch, plt_shoot_state_settle() accounts for those again. What was done
 * since plt_shoot_state_keep() can be taken back. At every settled moment the total is that of
 * plt_shoot_cost(). */
#pragma once

#include "plt-shoot.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 money, units;
} PltShootPiece;

typedef struct
{
  gint minutes, night, dawn;
  guint n, n_day, n_night, n_misfit; /* séquences; of day light, of night; that may not be here */
  guint64 sites;
} PltShootContent;

typedef struct
{
  guint piece;
  PltShootPiece old;
} PltShootLog;

typedef struct
{
  gint sequence, from;
} PltShootStep;

typedef struct
{
  const PltShootProblem *problem;
  PltShootPlan plan;
  gint64 money, units; /* of all pieces */

  PltShootMask used, settled_used;
  PltShootContent *content; /* of a day */
  guint16 *member;       /* day x sequence: the content[day].n séquences of a day, in no order */
  guint16 *slot;         /* of a séquence that is placed, in its day */
  guint16 *n_site;       /* day x site */
  guint16 *n_role;       /* day x role */
  guint16 *n_role_night; /* role x day, of children */
  gint *role_minutes;    /* role x day, of children */
  guint16 *n_set;        /* set x day */
  PltShootMask *works;   /* days of a role */
  PltShootMask on[PLT_SHOOT_MAX_DAYS]; /* roles of a day */
  PltShootMask *shot;                  /* days of a set */

  guint n_weeks;
  guint8 week[PLT_SHOOT_MAX_DAYS];
  PltShootMask week_days[PLT_SHOOT_MAX_DAYS];
  guint n_units;
  PltShootMask unit_days[PLT_SHOOT_MAX_UNITS];
  PltShootMask twins; /* days that are not the first of their date */
  guint8 first_of_date[PLT_SHOOT_MAX_DAYS];
  PltShootMask children;
  PltShootMask misfits[PLT_SHOOT_MAX_SEQUENCES]; /* days where a séquence may not be */
  guint8 *cast;                                  /* roles of séquence q: cast[cast_start[q]] .. */
  guint cast_start[PLT_SHOOT_MAX_SEQUENCES + 1];
  GArray **orders; /* precedences of a séquence */
  GArray **covers; /* séquences that a set covers, NULL for none */

  guint base[9]; /* first piece of each kind */
  PltShootPiece *piece;
  guint8 *kind;
  guint16 *index;
  gboolean *dirty;
  guint *touched, n_touched;
  PltShootLog *log;
  PltShootStep *steps;
  guint n_log, log_size, n_steps, steps_size;
} PltShootState;

PltShootState *plt_shoot_state_new (const PltShootProblem *problem, const PltShootPlan *plan);
void plt_shoot_state_free (PltShootState *self);
void plt_shoot_state_move (PltShootState *self, gint sequence, gint day);
gint64 plt_shoot_state_settle (PltShootState *self); /* total: money and units at their price */
void plt_shoot_state_keep (PltShootState *self);
void plt_shoot_state_undo (PltShootState *self);

/* The séquences of @day, content[day].n of them, in no order that means anything. */
static inline const guint16 *
plt_shoot_state_members (const PltShootState *self, gint day)
{
  return &self->member[(guint) day * self->problem->n_sequences];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltShootState, plt_shoot_state_free)

G_END_DECLS

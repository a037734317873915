/* What the search tries next: one change of a plan by chance, put into the state and not settled.
 * Not public.
 *
 * Most changes by chance are hopeless, so that few are drawn blindly: a séquence goes to days that
 * suit it taken alone, rather to those of its set or of one of its roles, and a day that would be
 * too long by it gives another séquence back. While the plan is broken, and now and then all the
 * same, length is not looked at; now and then a séquence goes anywhere: the way to a good plan may
 * lead through bad ones, and some films have no good one.
 *
 * Kinds: a séquence moves; two change places; one pushes another away, or three go round; what
 * stands of a set on a day moves, or changes places with that of another set; the contents of two
 * or three days go round; the contents of a day move and those between move up. */
#pragma once

#include "plt-shoot-state.h"

G_BEGIN_DECLS

typedef struct
{
  PltShootState *state;
  const PltShootProblem *problem;
  guint n_movable, n_open;
  gint movable[PLT_SHOOT_MAX_SEQUENCES];
  gboolean can_move[PLT_SHOOT_MAX_SEQUENCES];
  gint open[PLT_SHOOT_MAX_DAYS];
  gint place[PLT_SHOOT_MAX_DAYS]; /* of a day in open, -1 */
  PltShootMask open_days;
  guint of_set[PLT_SHOOT_MAX_SETS + 1]; /* movable séquences of a set: by_set[of_set[s]] .. */
  gint by_set[PLT_SHOOT_MAX_SEQUENCES];
  PltShootMask fits[PLT_SHOOT_MAX_SEQUENCES]; /* open days that suit a séquence taken alone */
  gboolean loose;                             /* this time, length is not looked at */
  guint64 random;
} PltShootMoves;

/* @start: séquences on its locked days stay. */
void plt_shoot_moves_init (PltShootMoves *self,
                           PltShootState *state,
                           const PltShootPlan *start,
                           guint64 seed);
void plt_shoot_moves_try (PltShootMoves *self);
/* The contents of the two change places, without a look at what suits them. */
void plt_shoot_moves_swap_days (PltShootMoves *self, gint a, gint b);

static inline guint64
plt_shoot_moves_draw (PltShootMoves *self)
{
  guint64 z = (self->random += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)); /* splitmix64 */

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static inline guint
plt_shoot_moves_draw_below (PltShootMoves *self, guint n)
{
  return (guint) (((plt_shoot_moves_draw (self) >> 32) * n) >> 32);
}

static inline gint
plt_shoot_moves_draw_sequence (PltShootMoves *self)
{
  return self->movable[plt_shoot_moves_draw_below (self, self->n_movable)];
}

static inline gint
plt_shoot_moves_draw_day (PltShootMoves *self)
{
  return self->open[plt_shoot_moves_draw_below (self, self->n_open)];
}

G_END_DECLS

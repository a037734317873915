/* A first order, by threshold accepting: one scene elsewhere, or a run turned round, kept when it
 * costs little more. Only the positions between the two ends of a move are counted anew. */
#include "plt-talent-solver.h"

#include <string.h>

#define LEAST_ROUNDS 3
#define MOST_ROUNDS 12

typedef struct
{
  const PltTalentSolver *solver;
  guint n;
  guint8 order[PLT_TALENT_MAX];
  gint64 waiting[PLT_TALENT_MAX];   /* cost of the waiting at each position */
  guint64 seen[PLT_TALENT_MAX + 1]; /* cast of all before it */
  guint64 rest[PLT_TALENT_MAX + 1]; /* cast of it and all after it */
  gint64 extra;

  guint8 trial[PLT_TALENT_MAX]; /* from lo to hi */
  guint lo, hi;
} Walk;

static void
count_all (Walk *self)
{
  const PltTalentSolver *solver = self->solver;

  self->rest[self->n] = 0;
  for (guint i = self->n; i-- > 0;)
    self->rest[i] = self->rest[i + 1] | solver->cast[self->order[i]];
  self->seen[0] = 0;
  self->extra = 0;
  for (guint i = 0; i < self->n; i++)
    {
      guint64 cast = solver->cast[self->order[i]];

      self->waiting[i] = solver->duration[self->order[i]]
                         * plt_talent_pay_of (solver, self->seen[i] & self->rest[i + 1] & ~cast);
      self->extra += self->waiting[i];
      self->seen[i + 1] = self->seen[i] | cast;
    }
}

/* What the trial adds to the cost. */
static gint64
count_trial (const Walk *self)
{
  const PltTalentSolver *solver = self->solver;
  guint64 rest[PLT_TALENT_MAX + 1];
  guint64 seen = self->seen[self->lo];
  gint64 more = 0;

  rest[self->hi + 1] = self->rest[self->hi + 1];
  for (guint i = self->hi; i > self->lo; i--)
    rest[i] = rest[i + 1] | solver->cast[self->trial[i]];
  for (guint i = self->lo; i <= self->hi; i++)
    {
      guint64 cast = solver->cast[self->trial[i]];

      more += solver->duration[self->trial[i]]
                  * plt_talent_pay_of (solver, seen & rest[i + 1] & ~cast)
              - self->waiting[i];
      seen |= cast;
    }
  return more;
}

static guint32
next_random (guint64 *state)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005)
           + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint32) (*state >> 33);
}

static void
make_trial (Walk *self, guint a, guint b, gboolean turn)
{
  self->lo = MIN (a, b);
  self->hi = MAX (a, b);
  if (turn)
    for (guint i = self->lo; i <= self->hi; i++)
      self->trial[i] = self->order[self->lo + self->hi - i];
  else if (a < b)
    {
      memcpy (self->trial + a, self->order + a + 1, b - a);
      self->trial[b] = self->order[a];
    }
  else
    {
      memcpy (self->trial + b + 1, self->order + b, a - b);
      self->trial[b] = self->order[a];
    }
}

static void
keep_better (PltTalentSolver *solver, const Walk *walk)
{
  if (walk->extra >= solver->best)
    return;
  solver->best = walk->extra;
  memcpy (solver->best_order, walk->order, walk->n);
}

static void
walk_round (PltTalentSolver *solver, Walk *walk, guint64 *random)
{
  guint n_steps = 24 * walk->n * walk->n;
  gint64 threshold = solver->best / walk->n;

  memcpy (walk->order, solver->best_order, walk->n);
  count_all (walk);
  for (guint step = 0; step < n_steps; step++)
    {
      guint a = next_random (random) % walk->n, b = next_random (random) % walk->n;
      gint64 allowed = (gint64) ((__int128) threshold * (n_steps - step) / n_steps);

      if (a == b)
        continue;
      make_trial (walk, a, b, next_random (random) % 3 == 0);
      if (count_trial (walk) > allowed)
        continue;
      memcpy (walk->order + walk->lo, walk->trial + walk->lo, walk->hi + 1 - walk->lo);
      count_all (walk);
      keep_better (solver, walk);
    }
}

void
plt_talent_find_first (PltTalentSolver *self)
{
  Walk walk = { .solver = self, .n = self->n };
  guint64 random = 20160101;
  guint idle = 0;

  for (guint i = 0; i < self->n; i++)
    walk.order[i] = (guint8) i;
  count_all (&walk);
  self->best = G_MAXINT64;
  keep_better (self, &walk);
  if (self->n < 3)
    return;
  for (guint round = 0; round < MOST_ROUNDS && idle < LEAST_ROUNDS && self->best > 0; round++)
    {
      gint64 before = self->best;

      walk_round (self, &walk, &random);
      idle = self->best < before ? 0 : idle + 1;
    }
}

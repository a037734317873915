/* The problem made smaller: scenes of the same cast are joined (they stand together in some best
 * order), actors of one joined scene are dropped (they never wait), actors of the same scenes are
 * joined. */
#include "plt-talent-solver.h"

#include <string.h>

static void
begin_joining (PltTalentSolver *self, const PltTalentProblem *problem)
{
  self->n = problem->n_scenes;
  for (guint i = 0; i < problem->n_scenes; i++)
    {
      self->cast[i] = problem->cast[i];
      self->duration[i] = problem->duration[i];
      self->joined[i][0] = (guint8) i;
      self->n_joined[i] = 1;
    }
}

/* Joins what says the same of `actors`. What was joined before stays together, so that whoever
 * plays only there never waits. */
static void
join_scenes (PltTalentSolver *self, guint64 actors)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      guint64 cast = self->cast[i] & actors;
      guint k = 0;

      while (k < n && self->cast[k] != cast)
        k++;
      if (k == n)
        {
          self->cast[k] = cast;
          self->duration[k] = self->duration[i];
          memmove (self->joined[k], self->joined[i], sizeof self->joined[k]);
          self->n_joined[k] = self->n_joined[i];
          n++;
        }
      else
        {
          self->duration[k] += self->duration[i];
          memcpy (self->joined[k] + self->n_joined[k], self->joined[i], self->n_joined[i]);
          self->n_joined[k] += self->n_joined[i];
        }
    }
  self->n = n;
}

/* Who plays in two joined scenes at least; the others never wait. */
static guint64
find_waiting (const PltTalentSolver *self, guint64 actors)
{
  guint64 once = 0, twice = 0;

  for (guint k = 0; k < self->n; k++)
    {
      twice |= once & self->cast[k];
      once |= self->cast[k];
    }
  return twice & actors;
}

/* Numbers the actors that are left anew; those of the same scenes become one. */
static void
join_actors (PltTalentSolver *self, const PltTalentProblem *problem, guint64 actors)
{
  guint64 cast[PLT_TALENT_MAX] = { 0 };

  for (; actors != 0; actors &= actors - 1)
    {
      guint a = (guint) __builtin_ctzll (actors), k;
      guint64 scenes = 0;

      for (guint i = 0; i < self->n; i++)
        scenes |= (self->cast[i] >> a & 1) << i;
      for (k = 0; k < self->m && self->scenes[k] != scenes; k++)
        ;
      self->scenes[k] = scenes;
      self->pay[k] += problem->pay[a];
      self->m = MAX (self->m, k + 1);
    }
  for (guint k = 0; k < self->m; k++)
    for (guint64 q = self->scenes[k]; q != 0; q &= q - 1)
      cast[__builtin_ctzll (q)] |= G_GUINT64_CONSTANT (1) << k;
  memcpy (self->cast, cast, sizeof cast);
}

static void
add_sums (gint64 sums[8][256], const gint64 *values, guint n)
{
  for (guint k = 0; k < n; k++)
    for (guint set = 0; set < 256; set++)
      if (set >> (k % 8) & 1)
        sums[k / 8][set] += values[k];
}

void
plt_talent_reduce (PltTalentSolver *self, const PltTalentProblem *problem)
{
  guint64 actors = problem->n_actors == 0 ? 0 : plt_talent_bits (problem->n_actors);
  guint64 before;

  for (guint i = 0; i < problem->n_scenes; i++)
    for (guint a = 0; a < problem->n_actors; a++)
      if (problem->cast[i] >> a & 1)
        self->unavoidable += (gint64) problem->duration[i] * problem->pay[a];
  begin_joining (self, problem);
  do
    {
      before = actors;
      join_scenes (self, actors);
      actors = find_waiting (self, actors);
    }
  while (actors != before);
  join_actors (self, problem, actors);
  add_sums (self->pay_sums, self->pay, self->m);
  add_sums (self->duration_sums, self->duration, self->n);
}

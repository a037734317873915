#include "plt-talent-solver.h"

/* So that no sum overflows, and what is remembered of a state fits. */
#define MOST_COST (G_GINT64_CONSTANT (1) << 53)

gint64
plt_talent_cost (const PltTalentProblem *problem, const guint8 *order)
{
  gint64 cost = 0;

  for (guint a = 0; a < problem->n_actors; a++)
    {
      gint64 days = 0, since = 0;
      gboolean begun = FALSE;

      for (guint i = 0; i < problem->n_scenes; i++)
        {
          if (begun || (problem->cast[order[i]] >> a & 1) != 0)
            since += problem->duration[order[i]];
          if ((problem->cast[order[i]] >> a & 1) == 0)
            continue;
          begun = TRUE;
          days += since;
          since = 0;
        }
      cost += days * problem->pay[a];
    }
  return cost;
}

static gboolean
is_problem (const PltTalentProblem *problem)
{
  __int128 days = 0, pay = 0;

  if (problem->n_scenes == 0 || problem->n_scenes > PLT_TALENT_MAX
      || problem->n_actors > PLT_TALENT_MAX)
    return FALSE;
  for (guint a = 0; a < problem->n_actors; a++)
    {
      if (problem->pay[a] < 0)
        return FALSE;
      pay += problem->pay[a];
    }
  for (guint i = 0; i < problem->n_scenes; i++)
    days += problem->duration[i];
  return days * pay < MOST_COST;
}

gboolean
plt_talent_solve (const PltTalentProblem *problem,
                  const PltTalentOptions *options,
                  PltTalentResult *result)
{
  g_autofree PltTalentSolver *self = NULL;
  guint n = 0;

  g_return_val_if_fail (problem != NULL && result != NULL, FALSE);

  if (!is_problem (problem))
    return FALSE;
  self = g_new0 (PltTalentSolver, 1);
  self->options = options;
  self->max_nodes = options != NULL ? options->max_nodes : 0;
  plt_talent_reduce (self, problem);
  plt_talent_find_first (self);
  plt_talent_search (self);
  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k < self->n_joined[self->best_order[i]]; k++)
      result->order[n++] = self->joined[self->best_order[i]][k];
  result->extra = self->best;
  result->cost = self->unavoidable + self->best;
  result->bound = self->unavoidable + self->proven;
  result->proven = self->proven == self->best;
  result->nodes = self->nodes;
  return TRUE;
}

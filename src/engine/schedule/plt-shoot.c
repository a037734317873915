#include "plt-shoot.h"

#include <string.h>

#define MAX_PRICE G_GINT64_CONSTANT (100000000000) /* a milliard of euros */
#define MAX_MINUTES 10000
#define MAX_DATES 10000

PltShootProblem *
plt_shoot_problem_new (guint n_sequences,
                       guint n_days,
                       guint n_roles,
                       guint n_sets,
                       guint n_sites,
                       guint n_precedences)
{
  PltShootProblem *self = g_new0 (PltShootProblem, 1);

  self->n_sequences = n_sequences;
  self->n_days = n_days;
  self->n_roles = n_roles;
  self->n_sets = n_sets;
  self->n_sites = n_sites;
  self->n_precedences = n_precedences;
  self->sequences = g_new0 (PltShootSequence, n_sequences);
  self->days = g_new0 (PltShootDay, n_days);
  self->roles = g_new0 (PltShootRole, n_roles);
  self->sets = g_new0 (PltShootSet, n_sets);
  self->precedences = g_new0 (PltShootPrecedence, n_precedences);
  for (guint q = 0; q < n_sequences; q++)
    {
      self->sequences[q].allowed = PLT_SHOOT_ALL;
      self->sequences[q].cover = -1;
    }
  for (guint d = 0; d < n_days; d++)
    self->days[d].sites = G_MAXUINT64;
  for (guint r = 0; r < n_roles; r++)
    self->roles[r].available = PLT_SHOOT_ALL;
  for (guint s = 0; s < n_sets; s++)
    self->sets[s].available = PLT_SHOOT_ALL;
  memset (self->reference.day, -1, sizeof self->reference.day);
  return self;
}

PltShootProblem *
plt_shoot_problem_copy (const PltShootProblem *problem)
{
  PltShootProblem *self = g_memdup2 (problem, sizeof *problem);

  self->sequences = g_memdup2 (problem->sequences, problem->n_sequences * sizeof *self->sequences);
  self->days = g_memdup2 (problem->days, problem->n_days * sizeof *self->days);
  self->roles = g_memdup2 (problem->roles, problem->n_roles * sizeof *self->roles);
  self->sets = g_memdup2 (problem->sets, problem->n_sets * sizeof *self->sets);
  self->precedences
      = g_memdup2 (problem->precedences, problem->n_precedences * sizeof *self->precedences);
  self->km = g_memdup2 (problem->km, (gsize) problem->n_sites * problem->n_sites * sizeof (gint));
  return self;
}

void
plt_shoot_problem_free (PltShootProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->sequences);
  g_free (problem->days);
  g_free (problem->roles);
  g_free (problem->sets);
  g_free (problem->precedences);
  g_free (problem->km);
  g_free (problem);
}

static gboolean
is_index (gint value, guint n)
{
  return value >= 0 && (guint) value < n;
}

static gboolean
is_minutes (gint value)
{
  return value >= 0 && value <= MAX_MINUTES;
}

static gboolean
is_price (gint64 value)
{
  return value >= 0 && value <= MAX_PRICE;
}

static gboolean
sequence_is_valid (const PltShootProblem *self, const PltShootSequence *sequence)
{
  return is_minutes (sequence->minutes) && is_index (sequence->set, self->n_sets)
         && is_index (sequence->site, self->n_sites) && sequence->light <= PLT_SHOOT_FREE
         && (self->n_roles == PLT_SHOOT_MAX_ROLES || sequence->roles >> self->n_roles == 0)
         && is_price (sequence->exposure)
         && (sequence->cover == -1 || is_index (sequence->cover, self->n_sets))
         && is_price (ABS (sequence->late));
}

static gboolean
role_is_valid (const PltShootRole *role)
{
  return role->rule <= PLT_SHOOT_PAY_FLAT && is_price (role->pay) && is_minutes (role->drop_after)
         && is_price (role->drop_price) && role->weekly_minimum >= 0 && role->weekly_minimum <= 7
         && is_minutes (role->child_minutes) && is_minutes (role->child_minutes_holiday)
         && is_price (role->idle) && is_price (role->wait) && is_minutes (role->guaranteed);
}

static gboolean
days_are_valid (const PltShootProblem *self)
{
  for (guint d = 0; d < self->n_days; d++)
    {
      const PltShootDay *day = &self->days[d];

      if (!is_minutes (day->capacity) || !is_minutes (day->limit) || !is_price (day->price)
          || day->kind > PLT_SHOOT_CLOSED || !is_minutes (day->child_minutes) || day->date < 1
          || !is_minutes (day->begin) || !is_minutes (day->end) || day->unit >= PLT_SHOOT_MAX_UNITS
          || (d > 0 && day->date < day[-1].date)
          || (d > 0 && day->date == day[-1].date && day->unit <= day[-1].unit))
        return FALSE;
    }
  return self->n_days == 0 || self->days[self->n_days - 1].date - self->days[0].date <= MAX_DATES;
}

static gboolean
weights_are_valid (const PltShootWeights *weights)
{
  return is_price (weights->hard) && is_price (weights->stability)
         && is_price (weights->overtime_minute) && is_price (weights->day_move)
         && is_price (weights->night_move) && is_price (weights->km)
         && is_price (weights->night_day) && is_price (weights->night_minute)
         && is_minutes (weights->move_minutes) && is_minutes (weights->week_days)
         && is_minutes (weights->dawn_minutes) && is_minutes (weights->rest_minutes);
}

gboolean
plt_shoot_problem_is_valid (const PltShootProblem *problem)
{
  gboolean valid
      = problem->n_sequences <= PLT_SHOOT_MAX_SEQUENCES && problem->n_days <= PLT_SHOOT_MAX_DAYS
        && problem->n_roles <= PLT_SHOOT_MAX_ROLES && problem->n_sets <= PLT_SHOOT_MAX_SETS
        && problem->n_sites <= PLT_SHOOT_MAX_SITES
        && problem->n_precedences <= PLT_SHOOT_MAX_PRECEDENCES && days_are_valid (problem)
        && weights_are_valid (&problem->weights)
        && plt_shoot_plan_is_valid (problem, &problem->reference);

  for (guint q = 0; valid && q < problem->n_sequences; q++)
    valid = sequence_is_valid (problem, &problem->sequences[q]);
  for (guint r = 0; valid && r < problem->n_roles; r++)
    valid = role_is_valid (&problem->roles[r]);
  for (guint s = 0; valid && s < problem->n_sets; s++)
    valid = is_price (problem->sets[s].return_price);
  for (guint i = 0; valid && i < problem->n_precedences; i++)
    {
      const PltShootPrecedence *precedence = &problem->precedences[i];

      valid = is_index (precedence->a, problem->n_sequences)
              && is_index (precedence->b, problem->n_sequences) && precedence->a != precedence->b
              && precedence->order <= PLT_SHOOT_SAME_DAY && is_minutes (precedence->days)
              && is_price (precedence->price);
    }
  for (guint i = 0; valid && problem->km != NULL && i < problem->n_sites * problem->n_sites; i++)
    valid = is_minutes (problem->km[i])
            && problem->km[i]
                   == problem->km[i % problem->n_sites * problem->n_sites + i / problem->n_sites];
  return valid;
}

gboolean
plt_shoot_plan_is_valid (const PltShootProblem *problem, const PltShootPlan *plan)
{
  for (guint q = 0; q < problem->n_sequences; q++)
    if (plan->day[q] != -1 && !is_index (plan->day[q], problem->n_days))
      return FALSE;
  return TRUE;
}

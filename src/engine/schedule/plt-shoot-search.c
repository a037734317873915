/* Simulated annealing, then what is left to gain by small exact steps.
 *
 * The scale of temperatures is the problem's own: the middle of what random moves change. Broken
 * units have a price of their own during a heat, of a few such changes, which rises while the plan
 * is broken and falls while it is not: the search goes around obstacles through plans that break a
 * rule, and still ends in ones that do not. The best plan is kept by broken units first, then by
 * money. One long heat does better than several, on the films of the tests, and most is decided
 * while it is warm: from scratch it ends early, and the small steps do the rest.
 *
 * Temperatures and chances are no amounts: they only decide what is tried. */
#include "plt-shoot-moves.h"

#include <math.h>
#include <string.h>

#define CHANCES 4096 /* entries of the table of -ln */
#define CHANCE_ONE 1024
#define PERIOD 1024 /* moves between two temperatures */
#define REPORT 8    /* periods between two reports */
#define SAMPLES 256
#define MAX_SCALE G_GINT64_CONSTANT (1000000000000)
#define WINDOW 5 /* days whose contents are put in every order */

typedef struct
{
  PltShootState *state;
  const PltShootProblem *problem;
  const PltShootOptions *options;
  PltShootMoves tries;
  gint64 chance[CHANCES];
  gint64 scale, price;

  PltShootPlan best;
  gint64 best_money, best_units, start_total;
  guint64 moves;
  gboolean stopped;
} Search;

/* ---- the best ---- */

static gboolean
is_better (gint64 money, gint64 units, gint64 than_money, gint64 than_units)
{
  return units < than_units || (units == than_units && money < than_money);
}

static void
keep_best (Search *self)
{
  if (!is_better (self->state->money, self->state->units, self->best_money, self->best_units))
    return;
  self->best = self->state->plan;
  self->best_money = self->state->money;
  self->best_units = self->state->units;
}

static void
go_to (Search *self, const PltShootPlan *plan)
{
  for (guint i = 0; i < self->tries.n_movable; i++)
    plt_shoot_state_move (self->state, self->tries.movable[i], plan->day[self->tries.movable[i]]);
  plt_shoot_state_settle (self->state);
  plt_shoot_state_keep (self->state);
}

static void
report (Search *self)
{
  PltShootProgress progress
      = { self->moves, self->options->moves, self->start_total,
          self->best_money + self->best_units * self->problem->weights.hard, self->best_units };

  if (self->options->progress != NULL)
    self->options->progress (&self->best, &progress, self->options->data);
  if (self->options->stop != NULL && self->options->stop (self->options->data))
    self->stopped = TRUE;
}

/* ---- annealing ---- */

static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The middle of what moves of one séquence change, in money. */
static gint64
measure_scale (Search *self)
{
  gint64 change[SAMPLES];
  guint n = 0;

  for (guint i = 0; i < SAMPLES; i++)
    {
      gint64 before = self->state->money;

      plt_shoot_state_move (self->state, plt_shoot_moves_draw_sequence (&self->tries),
                            plt_shoot_moves_draw_day (&self->tries));
      plt_shoot_state_settle (self->state);
      if (self->state->money != before)
        change[n++] = ABS (self->state->money - before);
      plt_shoot_state_undo (self->state);
    }
  qsort (change, n, sizeof *change, compare_amounts);
  return n > 0 ? CLAMP (change[n / 2], 1, MAX_SCALE) : 1;
}

/* The price of a broken unit follows how the plan fares. */
static void
set_price (Search *self, guint broken)
{
  if (broken > PERIOD / 2)
    self->price += self->price / 16 + 1;
  else
    self->price -= self->price / 32;
  self->price = CLAMP (self->price, 4 * self->scale, 64 * self->scale);
}

static void
run_heat (Search *self, guint64 n_moves, double hot, double cold)
{
  guint64 periods = MAX (n_moves / PERIOD, 1), rest = n_moves;
  PltShootState *state = self->state;

  for (guint64 period = 0; period < periods && rest > 0 && !self->stopped; period++)
    {
      double done = (double) period / (double) periods;
      gint64 temperature = (gint64) (hot * pow (cold / hot, done)) + 1;
      guint broken = 0, n = (guint) MIN (rest, period + 1 < periods ? PERIOD : rest);

      for (guint i = 0; i < n; i++)
        {
          gint64 money = state->money, units = state->units, change;

          plt_shoot_moves_try (&self->tries);
          plt_shoot_state_settle (state);
          change = state->money - money + (state->units - units) * self->price;
          if (change
              <= temperature * self->chance[plt_shoot_moves_draw (&self->tries) >> 52] / CHANCE_ONE)
            {
              plt_shoot_state_keep (state);
              keep_best (self);
            }
          else
            plt_shoot_state_undo (state);
          broken += state->units > 0;
        }
      rest -= n;
      self->moves += n;
      set_price (self, broken);
      if (period % REPORT == 0)
        report (self);
    }
}

static void
anneal (Search *self)
{
  static const double HOT[]
      = { [PLT_SHOOT_REPAIR] = 0.1, [PLT_SHOOT_IMPROVE] = 0.3, [PLT_SHOOT_SCRATCH] = 0.8 };
  static const double COLD[]
      = { [PLT_SHOOT_REPAIR] = 0.004, [PLT_SHOOT_IMPROVE] = 0.02, [PLT_SHOOT_SCRATCH] = 0.12 };
  double hot = HOT[self->options->effort] * (double) self->scale;
  double cold = COLD[self->options->effort] * (double) self->scale;

  self->price = 16 * self->scale;
  run_heat (self, self->options->moves, hot, cold);
}

/* ---- small exact steps ---- */

static gboolean
keep_if_better (Search *self)
{
  plt_shoot_state_settle (self->state);
  if (is_better (self->state->money, self->state->units, self->best_money, self->best_units))
    {
      plt_shoot_state_keep (self->state);
      keep_best (self);
      return TRUE;
    }
  plt_shoot_state_undo (self->state);
  return FALSE;
}

static gboolean
descend (Search *self)
{
  gboolean better = FALSE;

  for (guint i = 0; i < self->tries.n_movable && !self->stopped; i++)
    {
      gint a = self->tries.movable[i];

      for (guint j = 0; j < self->tries.n_open; j++)
        if (self->tries.open[j] != self->state->plan.day[a])
          {
            plt_shoot_state_move (self->state, a, self->tries.open[j]);
            better |= keep_if_better (self);
          }
      for (guint j = 0; j < i; j++)
        {
          gint b = self->tries.movable[j];
          gint day_a = self->state->plan.day[a], day_b = self->state->plan.day[b];

          if (day_a < 0 || day_b < 0 || day_a == day_b)
            continue;
          plt_shoot_state_move (self->state, a, day_b);
          plt_shoot_state_move (self->state, b, day_a);
          better |= keep_if_better (self);
        }
      if (i % 16 == 0)
        report (self);
    }
  return better;
}

/* Every order of the contents of the @n days from open[@first]: each next one is a swap of two days
 * away (Heap's algorithm, without recursion). */
static gboolean
permute (Search *self, guint first, guint n)
{
  guint turn[WINDOW] = { 0 };
  PltShootPlan before = self->best;
  gint64 money = self->best_money, units = self->best_units;

  for (guint i = 1; i < n;)
    {
      if (turn[i] >= i)
        {
          turn[i++] = 0;
          continue;
        }
      plt_shoot_moves_swap_days (&self->tries, self->tries.open[first + (i % 2 == 0 ? 0 : turn[i])],
                                 self->tries.open[first + i]);
      plt_shoot_state_settle (self->state);
      plt_shoot_state_keep (self->state);
      keep_best (self);
      turn[i]++;
      i = 1;
    }
  go_to (self,
         is_better (self->best_money, self->best_units, money, units) ? &self->best : &before);
  return is_better (self->best_money, self->best_units, money, units);
}

static gboolean
permute_windows (Search *self)
{
  guint n = MIN (WINDOW, self->tries.n_open);
  gboolean better = FALSE;

  for (guint first = 0; first + n <= self->tries.n_open && !self->stopped; first++)
    {
      better |= permute (self, first, n);
      if (first % 16 == 0)
        report (self);
    }
  return better;
}

/* ---- all together ---- */

guint64
plt_shoot_search (const PltShootProblem *problem,
                  const PltShootPlan *start,
                  const PltShootOptions *options,
                  PltShootPlan *best)
{
  g_autoptr (PltShootState) state = plt_shoot_state_new (problem, start);
  g_autofree Search *self = g_new0 (Search, 1);
  guint64 moves;

  self->state = state;
  self->problem = problem;
  self->options = options;
  self->best = *start;
  self->best_money = state->money;
  self->best_units = state->units;
  self->start_total = state->money + state->units * problem->weights.hard;
  for (guint i = 0; i < CHANCES; i++)
    self->chance[i] = (gint64) (-log (((double) i + 0.5) / CHANCES) * CHANCE_ONE);
  plt_shoot_moves_init (&self->tries, state, start, options->seed);
  *best = *start;
  if (self->tries.n_movable == 0 || self->tries.n_open == 0)
    return 0;
  self->scale = measure_scale (self);
  anneal (self);
  go_to (self, &self->best);
  while (!self->stopped && (descend (self) || permute_windows (self)))
    ;
  moves = self->moves;
  *best = self->best;
  return moves;
}

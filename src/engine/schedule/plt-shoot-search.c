/* Simulated annealing, then what is left to gain by small exact steps.
 *
 * The scale of temperatures is the problem's own: the middle of what random moves change. Broken
 * units have a price of their own during a heat, of a few such changes, which rises while the plan
 * is broken and falls while it is not: the search goes around obstacles through plans that break a
 * rule, and still ends in ones that do not. The best plan is kept by broken units first, then by
 * money. Each heat after the first begins at the best, cooler when that one breaks nothing. One
 * long heat did better than four short ones, on the films of the tests: three quarters of the moves
 * are the first one's.
 *
 * Temperatures and chances are no amounts: they only decide what is tried. */
#include "plt-shoot-state.h"

#include <math.h>
#include <string.h>

#define CHANCES 4096 /* entries of the table of -ln */
#define CHANCE_ONE 1024
#define PERIOD 1024 /* moves between two temperatures */
#define REPORT 8    /* periods between two reports */
#define SAMPLES 256
#define MAX_SCALE G_GINT64_CONSTANT (1000000000000)
#define WINDOW 5 /* days whose contents are put in every order */
#define HEATS 2

typedef struct
{
  PltShootState *state;
  const PltShootProblem *problem;
  const PltShootOptions *options;
  guint n_movable, n_open;
  gint movable[PLT_SHOOT_MAX_SEQUENCES];
  gint open[PLT_SHOOT_MAX_DAYS];
  gint place[PLT_SHOOT_MAX_DAYS];       /* of a day in open, -1 */
  guint of_set[PLT_SHOOT_MAX_SETS + 1]; /* movable séquences of a set: by_set[of_set[s]] .. */
  gint by_set[PLT_SHOOT_MAX_SEQUENCES];
  guint n_fit[PLT_SHOOT_MAX_SEQUENCES]; /* open days that suit a séquence taken alone */
  gint8 fit[PLT_SHOOT_MAX_SEQUENCES][PLT_SHOOT_MAX_DAYS];
  PltShootMask fits[PLT_SHOOT_MAX_SEQUENCES]; /* the same */
  guint64 random;
  gint64 chance[CHANCES];
  gint64 scale, price;

  PltShootPlan best;
  gint64 best_money, best_units, start_total;
  guint64 moves;
  gboolean stopped;
} Search;

/* ---- chance ---- */

static inline guint64
draw (Search *self)
{
  guint64 z = (self->random += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)); /* splitmix64 */

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static inline guint
draw_below (Search *self, guint n)
{
  return (guint) (((draw (self) >> 32) * n) >> 32);
}

static inline gint
draw_sequence (Search *self)
{
  return self->movable[draw_below (self, self->n_movable)];
}

static inline gint
draw_day (Search *self)
{
  return self->open[draw_below (self, self->n_open)];
}

static gint
draw_of_set (Search *self, gint set)
{
  guint first = self->of_set[set];

  return self->by_set[first + draw_below (self, self->of_set[set + 1] - first)];
}

/* ---- moves ---- */

/* Where @q may go: to its set, near its day, to a day that suits it, or anywhere. */
static gint
draw_target (Search *self, gint q)
{
  gint day = self->state->plan.day[q], other;
  guint kind = draw_below (self, 16);

  if (kind < 6)
    {
      other = self->state->plan.day[draw_of_set (self, self->problem->sequences[q].set)];
      if (other >= 0 && other != day && self->place[other] >= 0)
        return other;
    }
  else if (kind < 8 && day >= 0)
    {
      gint place = self->place[day] + (gint) draw_below (self, 7) - 3;

      if (place >= 0 && place < (gint) self->n_open)
        return self->open[place];
    }
  else if (kind < 15 && self->n_fit[q] > 0)
    return self->fit[q][draw_below (self, self->n_fit[q])];
  return draw_day (self);
}

/* A séquence that would like the day of @q; after some draws, any. */
static gint
draw_partner (Search *self, gint q)
{
  gint day = self->state->plan.day[q], other = draw_sequence (self);

  for (guint i = 0; i < 6 && day >= 0 && !(self->fits[other] >> day & 1); i++)
    other = draw_sequence (self);
  return other;
}

/* Each of @n séquences takes the day of the one before it. */
static void
try_ring (Search *self, guint n)
{
  gint ring[3], day[3];

  for (guint i = 0; i < n; i++)
    {
      ring[i] = i == 0 ? draw_sequence (self) : draw_partner (self, ring[i - 1]);
      day[i] = self->state->plan.day[ring[i]];
      if (day[i] < 0)
        return;
    }
  for (guint i = 0; i < n; i++)
    plt_shoot_state_move (self->state, ring[i], day[(i + n - 1) % n]);
}

/* What stands of a set on one day goes to another together. */
static void
try_set (Search *self)
{
  gint q = draw_sequence (self), set = self->problem->sequences[q].set;
  gint from = self->state->plan.day[q], to = draw_target (self, q);

  for (guint i = self->of_set[set]; i < self->of_set[set + 1]; i++)
    if (self->state->plan.day[self->by_set[i]] == from)
      plt_shoot_state_move (self->state, self->by_set[i], to);
}

static void
swap_days (Search *self, gint a, gint b)
{
  for (guint i = 0; i < self->n_movable; i++)
    {
      gint q = self->movable[i], day = self->state->plan.day[q];

      if (day == a)
        plt_shoot_state_move (self->state, q, b);
      else if (day == b)
        plt_shoot_state_move (self->state, q, a);
    }
}

/* The contents of one day go elsewhere, and those between move up. */
static void
try_run (Search *self)
{
  gint from = (gint) draw_below (self, self->n_open);
  gint far = from + (gint) draw_below (self, 21) - 10;
  gint to = CLAMP (far, 0, (gint) self->n_open - 1);
  gint step = from < to ? 1 : -1;
  gint16 day[PLT_SHOOT_MAX_SEQUENCES];

  memcpy (day, self->state->plan.day, sizeof day);
  for (guint i = 0; from != to && i < self->n_movable; i++)
    {
      gint q = self->movable[i], place = day[q] < 0 ? -1 : self->place[day[q]];

      if (place == from)
        plt_shoot_state_move (self->state, q, self->open[to]);
      else if (place >= 0 && (place - from) * step > 0 && (to - place) * step >= 0)
        plt_shoot_state_move (self->state, q, self->open[place - step]);
    }
}

static void
try_move (Search *self)
{
  guint kind = draw_below (self, 100);
  gint q;

  if (kind < 48)
    {
      q = draw_sequence (self);
      plt_shoot_state_move (self->state, q, draw_target (self, q));
    }
  else if (kind < 69)
    try_ring (self, 2);
  else if (kind < 76)
    try_ring (self, 3);
  else if (kind < 92)
    try_set (self);
  else if (kind < 98)
    swap_days (self, draw_day (self), draw_day (self));
  else
    try_run (self);
}

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
  for (guint i = 0; i < self->n_movable; i++)
    plt_shoot_state_move (self->state, self->movable[i], plan->day[self->movable[i]]);
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

      plt_shoot_state_move (self->state, draw_sequence (self), draw_day (self));
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

          try_move (self);
          plt_shoot_state_settle (state);
          change = state->money - money + (state->units - units) * self->price;
          if (change <= temperature * self->chance[draw (self) >> 52] / CHANCE_ONE)
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
      = { [PLT_SHOOT_REPAIR] = 0.004, [PLT_SHOOT_IMPROVE] = 0.02, [PLT_SHOOT_SCRATCH] = 0.05 };
  double hot = HOT[self->options->effort] * (double) self->scale;
  double cold = COLD[self->options->effort] * (double) self->scale;
  guint64 left = self->options->moves;

  for (guint i = 0; i < HEATS && !self->stopped && left > 0; i++)
    {
      guint64 n = i + 1 < HEATS ? left - left / 4 : left;

      if (i > 0)
        go_to (self, &self->best);
      self->price = 16 * self->scale;
      run_heat (self, n, i == 0 || self->best_units > 0 ? hot : hot / 4, cold);
      left -= n;
    }
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

  for (guint i = 0; i < self->n_movable && !self->stopped; i++)
    {
      gint a = self->movable[i];

      for (guint j = 0; j < self->n_open; j++)
        if (self->open[j] != self->state->plan.day[a])
          {
            plt_shoot_state_move (self->state, a, self->open[j]);
            better |= keep_if_better (self);
          }
      for (guint j = 0; j < i; j++)
        {
          gint b = self->movable[j];
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
      swap_days (self, self->open[first + (i % 2 == 0 ? 0 : turn[i])], self->open[first + i]);
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
  guint n = MIN (WINDOW, self->n_open);
  gboolean better = FALSE;

  for (guint first = 0; first + n <= self->n_open && !self->stopped; first++)
    {
      better |= permute (self, first, n);
      if (first % 16 == 0)
        report (self);
    }
  return better;
}

/* ---- all together ---- */

/* Nothing that is known of the day alone is against it. */
static gboolean
suits (const PltShootProblem *problem, const PltShootSequence *sequence, gint day)
{
  const PltShootDay *row = &problem->days[day];
  PltShootMask bit = PLT_SHOOT_BIT (day);

  if (!(sequence->allowed & problem->sets[sequence->set].available & bit)
      || !(row->sites >> sequence->site & 1)
      || (row->kind == PLT_SHOOT_DAY_ONLY && sequence->light == PLT_SHOOT_NIGHT)
      || (row->kind == PLT_SHOOT_NIGHT_ONLY && sequence->light == PLT_SHOOT_DAY))
    return FALSE;
  for (guint r = 0; r < problem->n_roles; r++)
    if ((sequence->roles >> r & 1) && !(problem->roles[r].available & bit))
      return FALSE;
  return TRUE;
}

static void
list_fits (Search *self)
{
  for (guint i = 0; i < self->n_movable; i++)
    for (guint j = 0; j < self->n_open; j++)
      {
        gint q = self->movable[i], day = self->open[j];

        if (!suits (self->problem, &self->problem->sequences[q], day))
          continue;
        self->fit[q][self->n_fit[q]++] = (gint8) day;
        self->fits[q] |= PLT_SHOOT_BIT (day);
      }
}

static void
list_what_moves (Search *self, const PltShootPlan *start)
{
  const PltShootProblem *problem = self->problem;
  guint n = 0;

  for (guint d = 0; d < problem->n_days; d++)
    {
      gboolean open = !problem->days[d].locked && problem->days[d].kind != PLT_SHOOT_CLOSED;

      self->place[d] = open ? (gint) self->n_open : -1;
      if (open)
        self->open[self->n_open++] = (gint) d;
    }
  for (guint q = 0; q < problem->n_sequences; q++)
    if (!problem->sequences[q].locked
        && (start->day[q] < 0 || !problem->days[start->day[q]].locked))
      self->movable[self->n_movable++] = (gint) q;
  for (guint s = 0; s < problem->n_sets; s++)
    {
      self->of_set[s] = n;
      for (guint i = 0; i < self->n_movable; i++)
        if (problem->sequences[self->movable[i]].set == (gint) s)
          self->by_set[n++] = self->movable[i];
    }
  self->of_set[problem->n_sets] = n;
  list_fits (self);
}

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
  self->random = options->seed;
  self->best = *start;
  self->best_money = state->money;
  self->best_units = state->units;
  self->start_total = state->money + state->units * problem->weights.hard;
  for (guint i = 0; i < CHANCES; i++)
    self->chance[i] = (gint64) (-log (((double) i + 0.5) / CHANCES) * CHANCE_ONE);
  list_what_moves (self, start);
  *best = *start;
  if (self->n_movable == 0 || self->n_open == 0)
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

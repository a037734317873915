/* From one plan to a better one, told as groups of strips that belong together.
 *
 * An atom is what goes from one day to another in one set. The best atom that is good alone comes
 * first, each time; when none is, the best pair that shares a day; when no pair is either, atoms
 * that share a day with what was begun are added to it until it is good together. What is never
 * good is left out: the plan without it is offered. Good: fewer broken units, or as many and a
 * lower cost, as the kind of offer weighs.
 *
 * A unit broken is not always a grave finding: a plan may break fewer of them and have one grave
 * finding more. Then it is told again without the moves that add one, but for those that place what
 * was on no day: what is offered is not worse to the checks than what was there. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-optimise-private.h"
#include "plt-shoot-state.h"

#define MANY_CONFLICTS 12 /* broken rules of which conflicts are told: each is some work */

/* ---- figures ---- */

static guint
bits (PltShootMask mask)
{
  return (guint) (__builtin_popcountll ((guint64) mask)
                  + __builtin_popcountll ((guint64) (mask >> 64)));
}

/* Of one role: dates worked, and dates others worked between its first and its last one. */
static void
count_role (const PltShootProblem *problem,
            const PltShootPlan *plan,
            guint role,
            const gboolean *used,
            PltOfferFigures *figures)
{
  gboolean works[PLT_SHOOT_MAX_DAYS] = { FALSE };
  gint first = -1, last = -1;

  for (guint q = 0; q < problem->n_sequences; q++)
    if (plan->day[q] >= 0 && (problem->sequences[q].roles >> role & 1))
      {
        gint d = plan->day[q];

        while (d > 0 && problem->days[d - 1].date == problem->days[d].date)
          d--;
        works[d] = TRUE;
      }
  for (gint d = 0; d < (gint) problem->n_days; d++)
    if (works[d])
      {
        figures->role_days++;
        first = first < 0 ? d : first;
        last = d;
      }
  for (gint d = first; first >= 0 && d < last; d++)
    figures->waiting += used[d] && !works[d];
}

static void
count_roles (const PltShootProblem *problem, const PltShootPlan *plan, PltOfferFigures *figures)
{
  gboolean used[PLT_SHOOT_MAX_DAYS] = { FALSE }; /* of the first day of each date */

  for (guint q = 0; q < problem->n_sequences; q++)
    if (plan->day[q] >= 0)
      {
        gint d = plan->day[q];

        while (d > 0 && problem->days[d - 1].date == problem->days[d].date)
          d--;
        used[d] = TRUE;
      }
  for (guint r = 0; r < problem->n_roles; r++)
    if (problem->roles[r].pay > 0 || problem->roles[r].wait > 0)
      count_role (problem, plan, r, used, figures);
}

void
plt_optimiser_count (const PltShootProblem *problem,
                     const PltShootPlan *start,
                     const PltShootPlan *plan,
                     PltOfferFigures *figures)
{
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);
  g_autofree PltShootSet *sets = g_memdup2 (problem->sets, problem->n_sets * sizeof *problem->sets);
  PltShootProblem unit = *problem;
  PltShootMask days = 0;

  memset (figures, 0, sizeof *figures);
  /* the plain account, at a price of one */
  for (guint s = 0; s < unit.n_sets; s++)
    sets[s].return_price = sets[s].return_price > 0;
  unit.sets = sets;
  unit.weights = (PltShootWeights){ .day_move = 1, .night_move = 1000, .km = 1, .night_day = 1 };
  plt_shoot_cost (&unit, plan, cost, NULL);
  figures->day_moves = (guint) (cost->term[PLT_SHOOT_TERM_MOVES] % 1000);
  figures->night_moves = (guint) (cost->term[PLT_SHOOT_TERM_MOVES] / 1000);
  figures->unit_moves = figures->day_moves + figures->night_moves;
  figures->km = (guint) cost->term[PLT_SHOOT_TERM_DISTANCE];
  figures->nights = (guint) cost->term[PLT_SHOOT_TERM_NIGHTS];
  figures->returns = (guint) cost->term[PLT_SHOOT_TERM_RETURNS];
  for (guint q = 0; q < problem->n_sequences; q++)
    {
      if (plan->day[q] >= 0)
        days |= PLT_SHOOT_BIT (plan->day[q]);
      figures->unplaced += plan->day[q] < 0;
      figures->moved += plan->day[q] != start->day[q];
    }
  figures->days = bits (days);
  count_roles (problem, plan, figures);
}

/* ---- atoms ---- */

typedef struct
{
  gint from, to, set;
  GArray *sequences; /* gint */
} Atom;

typedef struct
{
  const PltOptimiser *self;
  PltShootState *state; /* as the kind weighs */
  const PltShootPlan *to;
  GPtrArray *left;  /* Atom */
  GPtrArray *begun; /* Atom, of the move being made */
  gint64 units, total;
} Telling;

static void
atom_free (gpointer data)
{
  Atom *atom = data;

  g_array_unref (atom->sequences);
  g_free (atom);
}

static GPtrArray *
make_atoms (const PltShootProblem *problem, const PltShootPlan *from, const PltShootPlan *to)
{
  GPtrArray *atoms = g_ptr_array_new_with_free_func (atom_free);

  for (gint q = 0; q < (gint) problem->n_sequences; q++)
    {
      Atom *atom = NULL;

      if (from->day[q] == to->day[q])
        continue;
      for (guint i = 0; i < atoms->len && atom == NULL; i++)
        {
          Atom *other = atoms->pdata[i];

          if (other->from == from->day[q] && other->to == to->day[q]
              && other->set == problem->sequences[q].set)
            atom = other;
        }
      if (atom == NULL)
        {
          atom = g_new0 (Atom, 1);
          atom->from = from->day[q];
          atom->to = to->day[q];
          atom->set = problem->sequences[q].set;
          atom->sequences = g_array_new (FALSE, FALSE, sizeof (gint));
          g_ptr_array_add (atoms, atom);
        }
      g_array_append_val (atom->sequences, q);
    }
  return atoms;
}

static gboolean
touch_each_other (const Atom *one, const Atom *two)
{
  return one->to == two->to || one->to == two->from || one->from == two->to
         || (one->from == two->from && one->from >= 0);
}

static void
do_atom (Telling *telling, const Atom *atom)
{
  for (guint i = 0; i < atom->sequences->len; i++)
    plt_shoot_state_move (telling->state, g_array_index (atom->sequences, gint, i), atom->to);
}

/* The account with @one, and with @two (nullable) too; nothing stays done. */
static void
try_atoms (Telling *telling, const Atom *one, const Atom *two, gint64 *units, gint64 *total)
{
  do_atom (telling, one);
  if (two != NULL)
    do_atom (telling, two);
  *total = plt_shoot_state_settle (telling->state);
  *units = telling->state->units;
  plt_shoot_state_undo (telling->state);
}

static gboolean
is_less (gint64 units, gint64 total, gint64 than_units, gint64 than_total)
{
  return units < than_units || (units == than_units && total < than_total);
}

/* For good: @index of what is left. */
static void
take (Telling *telling, guint index)
{
  Atom *atom = g_ptr_array_steal_index (telling->left, index);

  do_atom (telling, atom);
  plt_shoot_state_settle (telling->state);
  plt_shoot_state_keep (telling->state);
  g_ptr_array_add (telling->begun, atom);
}

/* The best of what is left; of what shares a day with what was begun, when something does. */
static guint
best_atom (Telling *telling, gint64 *units, gint64 *total)
{
  guint best = 0;
  gboolean best_near = FALSE;

  *units = *total = G_MAXINT64;
  for (guint i = 0; i < telling->left->len; i++)
    {
      const Atom *atom = telling->left->pdata[i];
      gboolean near = telling->begun->len == 0;
      gint64 u, t;

      for (guint j = 0; j < telling->begun->len && !near; j++)
        near = touch_each_other (atom, telling->begun->pdata[j]);
      if (best_near && !near)
        continue;
      try_atoms (telling, atom, NULL, &u, &t);
      if ((near && !best_near) || is_less (u, t, *units, *total))
        {
          best = i;
          best_near = near;
          *units = u;
          *total = t;
        }
    }
  return best;
}

/* The best pair that is good together and shares a day; FALSE when there is none. */
static gboolean
best_pair (Telling *telling, guint *one, guint *two)
{
  gint64 units = telling->units, total = telling->total;
  gboolean found = FALSE;

  for (guint i = 0; i < telling->left->len; i++)
    for (guint j = 0; j < i; j++)
      {
        gint64 u, t;

        if (!touch_each_other (telling->left->pdata[i], telling->left->pdata[j]))
          continue;
        try_atoms (telling, telling->left->pdata[i], telling->left->pdata[j], &u, &t);
        if (!is_less (u, t, units, total))
          continue;
        units = u;
        total = t;
        *one = i;
        *two = j;
        found = TRUE;
      }
  return found;
}

/* Begins and ends one move. FALSE when what is left is not good, all together: it is not done. */
static gboolean
make_move (Telling *telling)
{
  gint64 units, total;
  guint one, two;

  g_ptr_array_set_size (telling->begun, 0);
  one = best_atom (telling, &units, &total);
  if (is_less (units, total, telling->units, telling->total))
    take (telling, one);
  else if (best_pair (telling, &one, &two))
    {
      take (telling, one); /* the later one first: the other keeps its index */
      take (telling, two);
    }
  else
    take (telling, one);
  for (;;)
    {
      total = plt_shoot_state_settle (telling->state);
      units = telling->state->units;
      if (is_less (units, total, telling->units, telling->total))
        break;
      if (telling->left->len == 0)
        return FALSE;
      take (telling, best_atom (telling, &units, &total));
    }
  telling->units = units;
  telling->total = total;
  return TRUE;
}

/* ---- telling ---- */

void
plt_offer_move_free (PltOfferMove *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->strips);
  g_free (self->what);
  g_free (self->reason);
  g_free (self);
}

static int
compare_strips (gconstpointer a, gconstpointer b)
{
  const PltOfferStrip *one = a, *two = b;

  if (one->from != two->from)
    return one->from == NULL || (two->from != NULL && one->from < two->from) ? -1 : 1;
  return one->sequence < two->sequence ? -1 : one->sequence > two->sequence;
}

static PltOfferMove *
describe (const PltOptimiser *self, const PltShootPlan *before, const PltShootPlan *after)
{
  g_autofree PltShootCost *costs = g_new (PltShootCost, 2);
  PltOfferMove *move = g_new0 (PltOfferMove, 1);

  move->strips = g_array_new (FALSE, FALSE, sizeof (PltOfferStrip));
  for (guint q = 0; q < self->problem->n_sequences; q++)
    {
      const PltOptimiserStrip *row = &self->strips[q];
      gint from = before->day[q], to = after->day[q];
      PltOfferStrip strip
          = { row->row != NULL ? row->row->id : 0, row->sequence,
              from >= 0 ? self->days[from].row : NULL, to >= 0 ? self->days[to].row : NULL };

      if (from != to)
        g_array_append_val (move->strips, strip);
    }
  g_array_sort (move->strips, compare_strips);
  plt_shoot_cost (self->problem, before, &costs[0], NULL);
  plt_shoot_cost (self->problem, after, &costs[1], NULL);
  for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
    {
      move->change[t] = costs[1].term[t] - costs[0].term[t];
      if (t != PLT_SHOOT_TERM_BROKEN && t != PLT_SHOOT_TERM_STABILITY)
        move->money -= move->change[t];
    }
  move->gain = costs[0].total - costs[1].total;
  move->units = costs[1].units - costs[0].units;
  move->what = plt_optimiser_say_strips (self, move->strips);
  move->reason = plt_optimiser_say_change (self, before, after);
  return move;
}

static guint
count_errors (const PltOptimiser *self, const PltShootPlan *plan)
{
  guint errors;
  g_autoptr (GPtrArray) issues = plt_optimiser_check (self, plan, &errors);

  return errors;
}

static gboolean
places_something (const GPtrArray *atoms)
{
  for (guint i = 0; i < atoms->len; i++)
    if (((const Atom *) atoms->pdata[i])->from < 0)
      return TRUE;
  return FALSE;
}

/* The move that was just made, back. */
static void
leave_out (Telling *telling)
{
  for (guint i = 0; i < telling->begun->len; i++)
    {
      const Atom *atom = telling->begun->pdata[i];

      for (guint j = 0; j < atom->sequences->len; j++)
        plt_shoot_state_move (telling->state, g_array_index (atom->sequences, gint, j), atom->from);
    }
  telling->total = plt_shoot_state_settle (telling->state);
  telling->units = telling->state->units;
  plt_shoot_state_keep (telling->state);
}

/* @most: grave findings that a move may leave, G_MAXUINT to ask nobody */
static GPtrArray *
tell (const PltOptimiser *self, const PltShootPlan *to, guint most, PltShootPlan *reached)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_offer_move_free);
  g_autoptr (PltShootState) state = plt_shoot_state_new (self->wanted, &self->start);
  g_autoptr (GPtrArray) left = make_atoms (self->wanted, &self->start, to);
  g_autoptr (GPtrArray) begun = g_ptr_array_new_with_free_func (atom_free);
  Telling telling = { self, state, to, left, begun, 0, 0 };

  *reached = self->start;
  telling.total = plt_shoot_state_settle (state);
  telling.units = state->units;
  while (left->len > 0 && make_move (&telling))
    {
      guint errors = most < G_MAXUINT ? count_errors (self, &state->plan) : 0;

      if (most < G_MAXUINT && errors > most)
        {
          if (!places_something (begun))
            {
              leave_out (&telling);
              continue;
            }
          most = errors;
        }
      g_ptr_array_add (moves, describe (self, reached, &state->plan));
      *reached = state->plan;
    }
  return moves;
}

/* What is told of the way to @plan: all of it, or what adds no grave finding. */
static void
fill_moves (const PltOptimiser *self, const PltShootPlan *plan, PltOffer *offer)
{
  offer->n_errors_before = count_errors (self, &self->start);
  offer->moves = tell (self, plan, G_MAXUINT, &offer->plan);
  offer->issues = plt_optimiser_check (self, &offer->plan, &offer->n_errors_after);
  if (offer->n_errors_after <= offer->n_errors_before)
    return;
  g_ptr_array_unref (offer->moves);
  g_ptr_array_unref (offer->issues);
  offer->moves = tell (self, plan, offer->n_errors_before, &offer->plan);
  offer->issues = plt_optimiser_check (self, &offer->plan, &offer->n_errors_after);
}

/* ---- broken rules ---- */

static void
breach_free (gpointer data)
{
  PltOfferBreach *breach = data;

  g_free (breach->text);
  g_ptr_array_unref (breach->conflicts);
  g_free (breach);
}

GPtrArray *
plt_offer_breaches_new (void)
{
  return g_ptr_array_new_with_free_func (breach_free);
}

static void
add_breaches (const PltOptimiser *self, const PltShootPlan *plan, GPtrArray *list)
{
  g_autoptr (GArray) broken = g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);

  plt_shoot_cost (self->problem, plan, cost, broken);
  for (guint i = 0; i < broken->len; i++)
    {
      PltOfferBreach *breach = g_new0 (PltOfferBreach, 1);

      breach->breach = g_array_index (broken, PltShootBreach, i);
      breach->ref = plt_optimiser_ref_of (self, &breach->breach);
      breach->text = plt_optimiser_say_breach (self, plan, &breach->breach);
      breach->conflicts = i < MANY_CONFLICTS
                              ? plt_optimiser_say_conflicts (self, plan, &breach->breach)
                              : g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (list, breach);
    }
}

/* ---- the offer ---- */

PltOffer *
plt_optimiser_offer (const PltOptimiser *self, const PltShootPlan *plan)
{
  PltOffer *offer = g_new0 (PltOffer, 1);
  char *empty;

  offer->optimiser = self;
  offer->kind = self->options.kind;
  fill_moves (self, plan, offer);
  plt_shoot_cost (self->problem, &self->start, &offer->before, NULL);
  plt_shoot_cost (self->problem, &offer->plan, &offer->after, NULL);
  plt_optimiser_count (self->problem, &self->start, &self->start, &offer->figures_before);
  plt_optimiser_count (self->problem, &self->start, &offer->plan, &offer->figures_after);
  offer->breaches = plt_offer_breaches_new ();
  add_breaches (self, &offer->plan, offer->breaches);
  offer->n_guessed = self->n_guessed;
  offer->notes = g_ptr_array_new_with_free_func (g_free);
  empty = plt_optimiser_say_empty (self, &offer->plan);
  if (empty != NULL)
    g_ptr_array_add (offer->notes, empty);
  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_add (offer->notes, g_strdup (self->notes->pdata[i]));
  return offer;
}

void
plt_offer_free (PltOffer *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->moves);
  g_ptr_array_unref (self->breaches);
  g_ptr_array_unref (self->issues);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

gboolean
plt_offer_differs (const PltOffer *self, const PltOffer *other)
{
  const PltOptimiser *optimiser = self->optimiser;
  guint n_moved = 0, n_different = 0;

  for (guint q = 0; q < optimiser->problem->n_sequences; q++)
    {
      gint start = optimiser->start.day[q], one = self->plan.day[q], two = other->plan.day[q];

      n_moved += one != start || two != start;
      n_different += one != two;
    }
  return n_different > 0 && n_different * 20 >= n_moved;
}

static PltShootPlan
with_moves (const PltOffer *self, const gboolean *accepted)
{
  PltShootPlan plan = self->optimiser->start;

  for (guint i = 0; i < self->moves->len; i++)
    {
      const PltOfferMove *move = self->moves->pdata[i];

      for (guint j = 0; (accepted == NULL || accepted[i]) && j < move->strips->len; j++)
        {
          const PltOfferStrip *strip = &g_array_index (move->strips, PltOfferStrip, j);

          for (guint q = 0; q < self->optimiser->problem->n_sequences; q++)
            {
              const PltOptimiserStrip *row = &self->optimiser->strips[q];

              if (row->sequence == strip->sequence
                  && (row->row != NULL ? row->row->id : 0) == strip->strip)
                plan.day[q] = self->plan.day[q];
            }
        }
    }
  return plan;
}

void
plt_offer_preview (const PltOffer *self,
                   const gboolean *accepted,
                   PltShootCost *cost,
                   GPtrArray *breaches)
{
  PltShootPlan plan = with_moves (self, accepted);

  plt_shoot_cost (self->optimiser->problem, &plan, cost, NULL);
  if (breaches != NULL)
    add_breaches (self->optimiser, &plan, breaches);
}

void
plt_offer_batch (const PltOffer *self, const gboolean *accepted, PltBatch *batch)
{
  PltShootPlan plan = with_moves (self, accepted);

  plt_optimiser_write (self->optimiser, &plan, batch);
}

PltOfferMove *
plt_optimiser_why_not (const PltOptimiser *self, const PltShootPlan *plan, gint64 strip, gint64 day)
{
  PltShootPlan before = plan != NULL ? *plan : self->start, after = before;
  gint to = plt_optimiser_find_day (self, day);
  gboolean found = FALSE;

  for (guint q = 0; strip != 0 && q < self->problem->n_sequences; q++)
    if (self->strips[q].row != NULL && self->strips[q].row->id == strip)
      {
        after.day[q] = (gint16) to;
        found = TRUE;
      }
  return found && to >= 0 ? describe (self, &before, &after) : NULL;
}

const char *
plt_shoot_term_title (PltShootTerm term)
{
  static const char *const titles[PLT_SHOOT_N_TERMS] = {
    [PLT_SHOOT_TERM_DAYS] = N_ ("Shooting days"),
    [PLT_SHOOT_TERM_OVERTIME] = N_ ("Time beyond the days"),
    [PLT_SHOOT_TERM_MOVES] = N_ ("Company moves"),
    [PLT_SHOOT_TERM_DISTANCE] = N_ ("Kilometres"),
    [PLT_SHOOT_TERM_RETURNS] = N_ ("Returns to sets"),
    [PLT_SHOOT_TERM_NIGHTS] = N_ ("Nights"),
    [PLT_SHOOT_TERM_ROLES] = N_ ("Days of the roles"),
    [PLT_SHOOT_TERM_EXPOSURE] = N_ ("Exteriors without a cover set"),
    [PLT_SHOOT_TERM_WISHES] = N_ ("Wishes of order and of waiting"),
    [PLT_SHOOT_TERM_STABILITY] = N_ ("Strips moved"),
    [PLT_SHOOT_TERM_BROKEN] = N_ ("Broken rules"),
  };

  return _ (titles[term]);
}

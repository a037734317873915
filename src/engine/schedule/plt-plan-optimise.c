#include "plt-plan-optimise.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-plan-optimise-private.h"
#include "plt-plan.h"

#define MUCH 10 /* what is wanted most weighs so many times more */

/* ---- kinds ---- */

static const struct
{
  const char *id, *title;
} kinds[PLT_OFFER_N_KINDS] = {
  [PLT_OFFER_BALANCED] = { "equilibre", N_ ("As the weights have it") },
  [PLT_OFFER_CHEAPEST] = { "moins-cher", N_ ("The cheapest") },
  [PLT_OFFER_CLOSEST] = { "plus-proche", N_ ("Closest to the present plan") },
  [PLT_OFFER_FEWEST_MOVES] = { "deplacements", N_ ("Fewest company moves") },
  [PLT_OFFER_FEWEST_NIGHTS] = { "nuits", N_ ("Fewest nights") },
};

const char *
plt_offer_kind_id (PltOfferKind kind)
{
  return kinds[kind].id;
}

const char *
plt_offer_kind_title (PltOfferKind kind)
{
  return _ (kinds[kind].title);
}

static gint64
much (gint64 price)
{
  return MIN (price * MUCH, G_GINT64_CONSTANT (100000000000));
}

static void
weigh_kind (PltShootWeights *weights, PltOfferKind kind)
{
  switch (kind)
    {
    case PLT_OFFER_CHEAPEST:
      weights->stability = 0;
      break;
    case PLT_OFFER_CLOSEST:
      weights->stability = much (MAX (weights->stability, 10000));
      break;
    case PLT_OFFER_FEWEST_MOVES:
      weights->day_move = much (weights->day_move);
      weights->night_move = much (weights->night_move);
      weights->km = much (weights->km);
      break;
    case PLT_OFFER_FEWEST_NIGHTS:
      weights->night_day = much (weights->night_day);
      weights->night_minute = much (weights->night_minute);
      break;
    case PLT_OFFER_BALANCED:
    case PLT_OFFER_N_KINDS:
    default:
      break;
    }
}

/* ---- making the problem ---- */

gint64
plt_optimiser_weight (const PltOptimiserMaker *make, const char *code)
{
  return plt_plan_weights_get (make->weights, code);
}

gint
plt_optimiser_find_day (const PltOptimiser *self, gint64 day)
{
  for (guint d = 0; day != 0 && d < self->n_days; d++)
    if (self->days[d].row->id == day)
      return (gint) d;
  return -1;
}

gboolean
plt_optimiser_is_away (const PltOptimiserMaker *make, PltAvailabilityOf what, gint64 id, guint d)
{
  const PltOptimiserDay *day = &g_array_index (make->days, PltOptimiserDay, d);

  return day->dated && id != 0 && plt_availability_is_limited (make->self->availability, what, id)
         && plt_availability_ask (make->self->availability, what, id, day->row->date,
                                  day->row->start_minutes, day->row->end_minutes)
                    .answer
                == PLT_AVAILABLE_NO;
}

gboolean
plt_optimiser_is_forbidden (const char *permit, PltDate from, PltDate to, PltDate date)
{
  if (permit != NULL && strcmp (permit, "refusee") == 0)
    return TRUE;
  return permit != NULL && strcmp (permit, "accordee") == 0
         && ((from != PLT_DATE_NONE && date < from) || (to != PLT_DATE_NONE && date > to));
}

static gboolean
refuse (const PltOptimiserMaker *make, GError **error)
{
  const struct
  {
    guint n, most;
    const char *what;
  } sizes[] = {
    { make->days->len, PLT_SHOOT_MAX_DAYS, _ ("shooting days") },
    { make->strips->len, PLT_SHOOT_MAX_SEQUENCES, _ ("strips") },
    { make->sets->len, PLT_SHOOT_MAX_SETS, _ ("sets") },
    { make->sites->len, PLT_SHOOT_MAX_SITES, _ ("locations") },
  };

  if (make->days->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The plan “%s” has no shooting day. Add days to it first."),
                   make->self->schedule->name);
      return TRUE;
    }
  if (make->strips->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("There is no sequence to place. Add sequences, or import a screenplay."));
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i].n > sizes[i].most)
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("The order can be looked for with at most %u %s, and there are %u. Make a "
                        "plan for a part of the film."),
                     sizes[i].most, sizes[i].what, sizes[i].n);
        return TRUE;
      }
  return FALSE;
}

static void
read_weights (const PltOptimiserMaker *make)
{
  PltOptimiser *self = make->self;
  PltShootWeights *weights = &self->problem->weights;

  weights->hard = plt_optimiser_weight (make, "regle");
  weights->stability = self->options.unstable ? 0 : plt_optimiser_weight (make, "stabilite");
  weights->overtime_minute = plt_optimiser_weight (make, "depassement");
  weights->day_move = plt_optimiser_weight (make, "deplacement");
  weights->night_move = plt_optimiser_weight (make, "deplacement-nuit");
  weights->km = plt_optimiser_weight (make, "km");
  weights->night_minute = plt_optimiser_weight (make, "nuit-minute");
  weights->move_minutes = (gint) plt_optimiser_weight (make, "deplacement-minutes");
  weights->dawn_minutes = (gint) plt_optimiser_weight (make, "aube-minutes");
}

static void
tell_guesses (PltOptimiser *self)
{
  if (self->n_guessed > 0)
    g_ptr_array_add (
        self->notes,
        g_strdup_printf (ngettext ("%u sequence has no shooting time: it is estimated from its "
                                   "eighths.",
                                   "%u sequences have no shooting time: it is estimated from their "
                                   "eighths.",
                                   self->n_guessed),
                         self->n_guessed));
}

static gboolean
make_problem (PltOptimiserMaker *make, GError **error)
{
  PltOptimiser *self = make->self;

  plt_optimiser_collect_days (make);
  self->n_days = make->days->len;
  self->days = (PltOptimiserDay *) make->days->data;
  plt_optimiser_collect_strips (make);
  self->strips = (PltOptimiserStrip *) make->strips->data;
  if (refuse (make, error))
    return FALSE;
  plt_optimiser_collect_roles (make);
  plt_optimiser_collect_orders (make);
  self->problem = plt_shoot_problem_new (make->strips->len, make->days->len, make->roles->len,
                                         make->sets->len, make->sites->len, make->orders->len);
  self->start = self->problem->reference;
  if (make->orders->len > 0)
    memcpy (self->problem->precedences, make->orders->data,
            make->orders->len * sizeof (PltShootPrecedence));
  read_weights (make);
  plt_optimiser_fill_days (make);
  plt_optimiser_fill_strips (make);
  plt_optimiser_fill_places (make);
  plt_optimiser_fill_roles (make);
  tell_guesses (self);
  if (!plt_shoot_problem_is_valid (self->problem))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("A price or a date of this plan is out of all proportion. Run the checks of "
                      "the production and correct what they show."));
      return FALSE;
    }
  return TRUE;
}

static void
maker_init (PltOptimiserMaker *make, const PltFacts *facts)
{
  make->self->availability = plt_availability_new (facts);
  make->calendar = plt_calendar_new (facts);
  make->rules = plt_rules_new (facts);
  make->strips = g_array_new (FALSE, FALSE, sizeof (PltOptimiserStrip));
  make->days = g_array_new (FALSE, FALSE, sizeof (PltOptimiserDay));
  make->dates = g_array_new (FALSE, FALSE, sizeof (gint));
  make->roles = g_ptr_array_new ();
  make->sets = g_ptr_array_new ();
  make->sites = g_ptr_array_new ();
  make->orders = g_array_new (FALSE, FALSE, sizeof (PltShootPrecedence));
}

/* Lists become the optimiser's, the rest goes. */
static void
maker_finish (PltOptimiserMaker *make)
{
  PltOptimiser *self = make->self;

  self->days = (PltOptimiserDay *) g_array_free (make->days, FALSE);
  self->strips = (PltOptimiserStrip *) g_array_free (make->strips, FALSE);
  self->roles = (const PltElementFacts **) g_ptr_array_free (make->roles, FALSE);
  self->sets = (const PltSetFacts **) g_ptr_array_free (make->sets, FALSE);
  self->sites = (const PltLocationFacts **) g_ptr_array_free (make->sites, FALSE);
  g_array_unref (make->orders);
  g_array_unref (make->dates);
  plt_rules_free (make->rules);
  plt_calendar_free (make->calendar);
}

PltOptimiser *
plt_optimiser_new (const PltFacts *facts,
                   gint64 schedule,
                   const PltPlanWeights *weights,
                   const PltOptimiseOptions *options,
                   GError **error)
{
  g_autoptr (PltOptimiser) self = g_new0 (PltOptimiser, 1);
  PltOptimiserMaker make = { .self = self, .weights = weights };
  gboolean made;
  guint n;

  self->facts = facts;
  plt_facts_occurrences_of (facts, 0, &n); /* indexed now, and not by several threads at once */
  self->options = *options;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->schedule = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts,
                                   schedule != 0 ? schedule : facts->production.schedule);
  if (self->schedule == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("There is no such plan de travail. Choose one in the list of plans."));
      return NULL;
    }
  maker_init (&make, facts);
  made = make_problem (&make, error);
  maker_finish (&make);
  if (!made)
    return NULL;
  self->wanted = plt_shoot_problem_copy (self->problem);
  weigh_kind (&self->wanted->weights, options->kind);
  return g_steal_pointer (&self);
}

void
plt_optimiser_free (PltOptimiser *self)
{
  if (self == NULL)
    return;
  plt_shoot_problem_free (self->problem);
  plt_shoot_problem_free (self->wanted);
  plt_availability_free (self->availability);
  g_ptr_array_unref (self->notes);
  g_free (self->strips);
  g_free (self->days);
  g_free (self->roles);
  g_free (self->sets);
  g_free (self->sites);
  g_free (self);
}

const PltShootProblem *
plt_optimiser_get_problem (const PltOptimiser *self)
{
  return self->problem;
}

const PltShootPlan *
plt_optimiser_get_start (const PltOptimiser *self)
{
  return &self->start;
}

/* ---- search ---- */

guint64
plt_optimiser_search (const PltOptimiser *self,
                      guint64 seed,
                      guint64 moves,
                      gboolean (*stop) (gpointer data),
                      void (*progress) (const PltShootPlan *best,
                                        const PltShootProgress *progress,
                                        gpointer data),
                      gpointer data,
                      PltShootPlan *best)
{
  /* another kind of plan is farther away */
  gboolean far
      = self->options.kind != PLT_OFFER_BALANCED && self->options.kind != PLT_OFFER_CLOSEST;
  const PltShootOptions options
      = { far ? PLT_SHOOT_SCRATCH : self->options.effort, moves, seed, stop, progress, data };

  return plt_shoot_search (self->wanted, &self->start, &options, best);
}

typedef struct
{
  guint64 tried, moves;
  gboolean (*stop) (gpointer data);
  gpointer data;
} Trial;

static void
note_trial (const PltShootPlan *best, const PltShootProgress *progress, gpointer data)
{
  ((Trial *) data)->tried = progress->moves;
}

static gboolean
trial_is_over (gpointer data)
{
  const Trial *self = data;

  return self->tried >= self->moves || (self->stop != NULL && self->stop (self->data));
}

guint64
plt_optimiser_trial (const PltOptimiser *self,
                     guint64 seed,
                     guint64 moves,
                     gboolean (*stop) (gpointer data),
                     gpointer data)
{
  g_autofree PltShootPlan *plan = g_new (PltShootPlan, 1);
  Trial trial = { 0, moves, stop, data };

  return plt_optimiser_search (self, seed, moves, trial_is_over, note_trial, &trial, plan);
}

guint
plt_optimiser_pick (const PltOptimiser *self, const PltShootPlan *plans, guint n)
{
  g_autofree PltShootCost *costs = g_new (PltShootCost, 2);
  guint best = 0;

  g_return_val_if_fail (n > 0, 0);

  plt_shoot_cost (self->wanted, &plans[0], &costs[0], NULL);
  for (guint i = 1; i < n; i++)
    {
      plt_shoot_cost (self->wanted, &plans[i], &costs[1], NULL);
      if (costs[1].units < costs[0].units
          || (costs[1].units == costs[0].units && costs[1].total < costs[0].total))
        {
          costs[0] = costs[1];
          best = i;
        }
    }
  return best;
}

#include "plt-optimise-run.h"

#define MAX_THREADS 4
#define TRIAL_MOVES 100000 /* to learn how fast this machine is */
#define SHARE 0.95         /* of the time: the rest is for the last descent */

struct _PltOptimiseRun
{
  GObject parent_instance;

  PltFacts *facts;
  PltOptimiser *optimiser;
  PltOffer *offer; /* (nullable): when it is done */
  guint seconds;
  gint64 deadline;
  GCancellable *cancellable;
  GMutex lock; /* of the state */
  PltOptimiseState state;
};

G_DEFINE_FINAL_TYPE (PltOptimiseRun, plt_optimise_run, G_TYPE_OBJECT)

/* One thread of it. */
typedef struct
{
  PltOptimiseRun *run;
  guint64 seed, moves;
  PltShootPlan *best;
} Search;

static gboolean
should_stop (gpointer data)
{
  const Search *search = data;

  return g_cancellable_is_cancelled (search->run->cancellable)
         || g_get_monotonic_time () > search->run->deadline;
}

static void
on_progress (const PltShootPlan *best, const PltShootProgress *progress, gpointer data)
{
  PltOptimiseRun *self = ((const Search *) data)->run;
  gint64 gain = progress->start_total - progress->total;

  g_mutex_lock (&self->lock);
  self->state.fraction = MAX (self->state.fraction,
                              (double) progress->moves / (double) MAX (progress->max_moves, 1));
  if (gain > self->state.gain)
    {
      self->state.gain = gain;
      self->state.units = progress->units;
    }
  g_mutex_unlock (&self->lock);
}

static gpointer
search (gpointer data)
{
  Search *self = data;

  plt_optimiser_search (self->run->optimiser, self->seed, self->moves, should_stop, on_progress,
                        self, self->best);
  return NULL;
}

/* How many moves fill the time. */
static guint64
measure_moves (PltOptimiseRun *self)
{
  gint64 start = g_get_monotonic_time ();
  double took;

  plt_optimiser_trial (self->optimiser, 0, TRIAL_MOVES, NULL, NULL);
  took = (double) MAX (g_get_monotonic_time () - start, 1) / G_USEC_PER_SEC;
  return (guint64) MAX ((double) TRIAL_MOVES, TRIAL_MOVES * SHARE * self->seconds / took);
}

static void
run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PltOptimiseRun *self = source;
  guint n = CLAMP (g_get_num_processors (), 1, MAX_THREADS);
  g_autofree PltShootPlan *plans = g_new (PltShootPlan, n);
  GThread *threads[MAX_THREADS];
  Search searches[MAX_THREADS];
  guint64 moves = measure_moves (self);

  self->deadline = g_get_monotonic_time () + (gint64) self->seconds * G_USEC_PER_SEC;
  for (guint i = 0; i < n; i++)
    {
      searches[i] = (Search){ self, i + 1, moves, &plans[i] };
      threads[i] = i > 0 ? g_thread_new ("plt-optimise", search, &searches[i]) : NULL;
    }
  search (&searches[0]);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
  self->offer = plt_optimiser_offer (self->optimiser,
                                     &plans[plt_optimiser_pick (self->optimiser, plans, n)]);
  g_task_return_boolean (task, TRUE);
}

void
plt_optimise_run_start (PltOptimiseRun *self,
                        guint seconds,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLT_IS_OPTIMISE_RUN (self) && self->offer == NULL);

  self->seconds = MAX (seconds, 1);
  g_set_object (&self->cancellable, cancellable);
  /* a stopped search has a result: the task itself is never cancelled */
  task = g_task_new (self, NULL, callback, data);
  g_task_run_in_thread (task, run);
}

const PltOffer *
plt_optimise_run_finish (PltOptimiseRun *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  g_task_propagate_boolean (G_TASK (result), NULL);
  return self->offer;
}

const PltOffer *
plt_optimise_run_get_offer (PltOptimiseRun *self)
{
  g_return_val_if_fail (PLT_IS_OPTIMISE_RUN (self), NULL);

  return self->offer;
}

PltOptimiseState
plt_optimise_run_get_state (PltOptimiseRun *self)
{
  PltOptimiseState state;

  g_mutex_lock (&self->lock);
  state = self->state;
  g_mutex_unlock (&self->lock);
  return state;
}

PltOptimiseRun *
plt_optimise_run_new (PltFacts *facts,
                      gint64 schedule,
                      const PltPlanWeights *weights,
                      const PltOptimiseOptions *options,
                      GError **error)
{
  g_autoptr (PltOptimiseRun) self = g_object_new (PLT_TYPE_OPTIMISE_RUN, NULL);

  self->facts = facts;
  self->optimiser = plt_optimiser_new (facts, schedule, weights, options, error);
  return self->optimiser != NULL ? g_steal_pointer (&self) : NULL;
}

static void
plt_optimise_run_finalize (GObject *object)
{
  PltOptimiseRun *self = PLT_OPTIMISE_RUN (object);

  g_clear_pointer (&self->offer, plt_offer_free);
  g_clear_pointer (&self->optimiser, plt_optimiser_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (plt_optimise_run_parent_class)->finalize (object);
}

static void
plt_optimise_run_class_init (PltOptimiseRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_optimise_run_finalize;
}

static void
plt_optimise_run_init (PltOptimiseRun *self)
{
  g_mutex_init (&self->lock);
}

/* The real plan on the seeded films of the tests: see plateau-bench.c. */
#include "plateau-bench.h"
#include "plt-test-shoot.h"

#define TRIAL_MOVES 100000

/* The cheapest plans known of the five films, in centimes. They break nothing; runs of 60 to 540
 * million moves found them. */
static const gint64 BEST[] = { 54693000, 54708000, 60099500, 55467500, 55957000 };

static PltShootProblem *
make_film (guint32 film, PltShootPlan *planted)
{
  return plt_test_shoot_film (film, 150, 45, 50, planted);
}

/* The first role loses its first day of @plan. */
static void
disturb (PltShootProblem *problem, const PltShootPlan *plan)
{
  for (guint q = 0; q < problem->n_sequences; q++)
    if (problem->sequences[q].roles & 1)
      {
        problem->roles[0].available &= ~PLT_SHOOT_BIT (plan->day[q]);
        break;
      }
  problem->weights.stability = 100000;
  problem->reference = *plan;
}

static void
plan_film (guint32 film, guint64 seed, guint64 moves, gboolean repair)
{
  PltShootOptions options
      = { .effort = repair ? PLT_SHOOT_REPAIR : PLT_SHOOT_SCRATCH, .moves = moves, .seed = seed };
  PltShootPlan planted, start, best;
  g_autoptr (PltShootProblem) problem = make_film (film, &planted);
  PltShootCost hidden, cost;
  guint moved = 0;
  gint64 before, us;

  plt_shoot_cost (problem, &planted, &hidden, NULL);
  plt_test_shoot_scatter (problem, film, &start);
  if (repair)
    {
      start = planted;
      disturb (problem, &planted);
    }
  before = g_get_monotonic_time ();
  moves = plt_shoot_search (problem, &start, &options, &best);
  us = MAX (g_get_monotonic_time () - before, 1);
  plt_shoot_cost (problem, &best, &cost, NULL);
  for (guint q = 0; q < problem->n_sequences; q++)
    moved += best.day[q] != start.day[q];
  g_print ("{\"film\": %u, \"seed\": %" G_GUINT64_FORMAT ", \"cost\": %" G_GINT64_FORMAT
           ", \"planted\": %" G_GINT64_FORMAT ", \"violations\": %" G_GINT64_FORMAT
           ", \"moved\": %u, \"moves\": %" G_GUINT64_FORMAT ", \"ms\": %" G_GINT64_FORMAT
           ", \"moves_per_second\": %" G_GUINT64_FORMAT "}\n",
           film, seed, cost.total, hidden.total, cost.units, moved, moves, us / 1000,
           moves * G_USEC_PER_SEC / (guint64) us);
}

/* ---- two threads ---- */

typedef struct
{
  const PltShootProblem *problem;
  const PltShootPlan *start;
  PltShootOptions options;
  gint64 until;
  guint64 tried, trial; /* trial: moves after which to stop, 0: none */
  PltShootPlan best;
} Search;

static void
note_moves (const PltShootPlan *best, const PltShootProgress *progress, gpointer data)
{
  ((Search *) data)->tried = progress->moves;
}

static gboolean
is_over (gpointer data)
{
  const Search *self = data;

  return g_get_monotonic_time () >= self->until || (self->trial > 0 && self->tried >= self->trial);
}

/* As the program does it: how many moves fill the time is measured first. */
static gpointer
search (gpointer data)
{
  Search *self = data;
  gint64 start = g_get_monotonic_time (), spent;

  if (self->options.moves == 0)
    {
      self->trial = self->options.moves = TRIAL_MOVES;
      plt_shoot_search (self->problem, self->start, &self->options, &self->best);
      spent = MAX (g_get_monotonic_time () - start, 1);
      self->options.moves
          = TRIAL_MOVES * (guint64) MAX (self->until - start - spent, 1) / (guint64) spent * 9 / 10;
      self->trial = 0;
    }
  self->tried = plt_shoot_search (self->problem, self->start, &self->options, &self->best);
  return NULL;
}

static void
plan_in_pair (guint32 film, guint64 seed, guint64 moves, gint64 seconds)
{
  PltShootPlan planted, start;
  g_autoptr (PltShootProblem) problem = make_film (film, &planted);
  gint64 before = g_get_monotonic_time (), known = BEST[film - 1];
  Search pair[2];
  GThread *threads[2];
  PltShootCost cost[2];
  guint best;

  plt_test_shoot_scatter (problem, film, &start);
  for (guint i = 0; i < 2; i++)
    {
      pair[i] = (Search){ .problem = problem,
                          .start = &start,
                          .options = { PLT_SHOOT_SCRATCH, seconds > 0 ? 0 : moves, seed + i,
                                       is_over, note_moves, &pair[i] },
                          .until = seconds > 0 ? before + seconds * G_USEC_PER_SEC : G_MAXINT64 };
      threads[i] = g_thread_new ("bench", search, &pair[i]);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_thread_join (threads[i]);
      plt_shoot_cost (problem, &pair[i].best, &cost[i], NULL);
    }
  best = cost[1].units < cost[0].units
         || (cost[1].units == cost[0].units && cost[1].total < cost[0].total);
  g_print ("{\"film\": %u, \"seed\": %" G_GUINT64_FORMAT
           ", \"threads\": 2, \"cost\": %" G_GINT64_FORMAT ", \"violations\": %" G_GINT64_FORMAT
           ", \"best_known\": %" G_GINT64_FORMAT ", \"gap_percent\": %.2f, \"moves\": "
           "%" G_GUINT64_FORMAT ", \"ms\": %" G_GINT64_FORMAT "}\n",
           film, seed, cost[best].total, cost[best].units, known,
           100.0 * (double) (cost[best].total - known) / (double) known,
           pair[0].tried + pair[1].tried, (g_get_monotonic_time () - before) / 1000);
}

int
bench_shoot (int argc, char **argv)
{
  gint64 seed = 1, moves = 1000000, film = 0, seconds = 0;
  gboolean repair = FALSE, pair = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[]
      = { { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Of the search", "N" },
          { "moves", 0, 0, G_OPTION_ARG_INT64, &moves, "To try, in each thread", "M" },
          { "film", 0, 0, G_OPTION_ARG_INT64, &film, "Only this one, 1 to 5", "N" },
          { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, "After a disturbance", NULL },
          { "pair", 0, 0, G_OPTION_ARG_NONE, &pair, "In two threads", NULL },
          { "seconds", 0, 0, G_OPTION_ARG_INT64, &seconds, "Of two threads", "S" },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || moves < 1 || seed < 0
      || seconds < 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "A number is too small.");
      return 2;
    }
  for (guint32 i = 1; i <= 5; i++)
    {
      if (film != 0 && film != i)
        continue;
      if (pair || seconds > 0)
        plan_in_pair (i, (guint64) seed, (guint64) moves, seconds);
      else
        plan_film (i, (guint64) seed, (guint64) moves, repair);
    }
  return 0;
}

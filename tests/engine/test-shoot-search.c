/* The search of a plan is never worse than its start, the same twice, gentle when asked, leaves
 * alone what is locked, and stops. */
#include "plt-test-shoot.h"

typedef struct
{
  guint calls, stop_after;
  gint64 total, units;
  guint64 moves;
} Watch;

static void
watch_progress (const PltShootPlan *best, const PltShootProgress *progress, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpuint (progress->moves, >=, watch->moves);
  g_assert_cmpuint (progress->moves, <=, progress->max_moves);
  if (watch->calls > 0)
    g_assert_true (progress->units < watch->units
                   || (progress->units == watch->units && progress->total <= watch->total));
  watch->moves = progress->moves;
  watch->total = progress->total;
  watch->units = progress->units;
  watch->calls++;
}

static gboolean
watch_stop (gpointer data)
{
  const Watch *watch = data;

  return watch->stop_after > 0 && watch->calls >= watch->stop_after;
}

static void
cost_of (const PltShootProblem *problem, const PltShootPlan *plan, gint64 *total, gint64 *units)
{
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);

  g_assert_true (plt_shoot_plan_is_valid (problem, plan));
  plt_shoot_cost (problem, plan, cost, NULL);
  *total = cost->total;
  *units = cost->units;
}

static void
assert_not_worse (const PltShootProblem *problem,
                  const PltShootPlan *start,
                  const PltShootPlan *best)
{
  gint64 before, after, units_before, units_after;

  cost_of (problem, start, &before, &units_before);
  cost_of (problem, best, &after, &units_after);
  g_assert_cmpint (units_after, <=, units_before);
  if (units_after == units_before)
    g_assert_cmpint (after, <=, before);
}

static guint
count_moved (const PltShootProblem *problem, const PltShootPlan *a, const PltShootPlan *b)
{
  guint n = 0;

  for (guint q = 0; q < problem->n_sequences; q++)
    n += a->day[q] != b->day[q];
  return n;
}

static void
test_never_worse (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      PltShootPlan planted, start, best;
      g_autoptr (PltShootProblem) film = plt_test_shoot_film (seed, 30, 12, 12, &planted);
      PltShootOptions options
          = { .effort = (PltShootEffort) (seed % 3), .moves = seed % 4 * 1500, .seed = seed };

      start = planted;
      if (seed % 2 == 0)
        plt_test_shoot_scatter (film, seed, &start);
      plt_shoot_search (film, &start, &options, &best);
      assert_not_worse (film, &start, &best);
      /* from the best, once more */
      start = best;
      plt_shoot_search (film, &start, &options, &best);
      assert_not_worse (film, &start, &best);
    }
}

static void
test_deterministic (void)
{
  PltShootPlan planted, start, plans[3];
  g_autoptr (PltShootProblem) film = plt_test_shoot_film (9, 60, 20, 20, &planted);
  g_autoptr (PltShootProblem) copy = plt_shoot_problem_copy (film);
  PltShootOptions options = { .effort = PLT_SHOOT_SCRATCH, .moves = 20000, .seed = 1 };

  plt_test_shoot_scatter (film, 9, &start);
  plt_shoot_search (film, &start, &options, &plans[0]);
  plt_shoot_search (copy, &start, &options, &plans[1]);
  options.seed = 2;
  plt_shoot_search (film, &start, &options, &plans[2]);
  g_assert_cmpmem (&plans[0], sizeof *plans, &plans[1], sizeof *plans);
  g_assert_cmpuint (count_moved (film, &plans[0], &plans[2]), >, 0);
}

/* The unplaced are placed, the locked stay, whatever they break. */
static void
test_locks (void)
{
  PltShootPlan planted, start, best;
  g_autoptr (PltShootProblem) film = plt_test_shoot_film (4, 60, 20, 20, &planted);
  PltShootOptions options = { .effort = PLT_SHOOT_SCRATCH, .moves = 20000, .seed = 4 };

  start = film->reference; /* nothing placed */
  for (guint q = 0; q < 60; q += 5)
    {
      start.day[q] = (gint16) (q % 20);
      film->sequences[q].locked = TRUE;
    }
  start.day[5] = -1;
  start.day[11] = start.day[12] = 7;
  film->days[7].locked = film->days[8].locked = TRUE;
  plt_shoot_search (film, &start, &options, &best);
  assert_not_worse (film, &start, &best);
  for (guint q = 0; q < 60; q++)
    {
      gboolean stays = film->sequences[q].locked || q == 11 || q == 12;

      if (stays)
        g_assert_cmpint (best.day[q], ==, start.day[q]);
      else
        {
          g_assert_cmpint (best.day[q], >=, 0);
          g_assert_cmpint (best.day[q], !=, 7);
          g_assert_cmpint (best.day[q], !=, 8);
        }
    }
  for (guint q = 0; q < 60; q++)
    film->sequences[q].locked = TRUE;
  g_assert_cmpuint (plt_shoot_search (film, &start, &options, &best), ==, 0);
  g_assert_cmpuint (count_moved (film, &start, &best), ==, 0);
}

/* Two séquences, one day that fits both by light, and a rule that parts them: the least bad. */
static void
test_impossible (void)
{
  g_autoptr (PltShootProblem) film = plt_shoot_problem_new (2, 2, 0, 1, 1, 1);
  g_autoptr (GArray) breaches = g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);
  PltShootOptions options = { .effort = PLT_SHOOT_SCRATCH, .moves = 500, .seed = 1 };
  PltShootPlan best;

  film->weights.hard = 1000;
  for (guint d = 0; d < 2; d++)
    film->days[d] = (PltShootDay){ .date = 700000 + (gint) d, .capacity = 600, .sites = 1 };
  film->sequences[0].allowed = film->sequences[1].allowed = PLT_SHOOT_BIT (1);
  film->precedences[0] = (PltShootPrecedence){ 0, 1, PLT_SHOOT_DAYS_BEFORE, 0, 0 };
  g_assert_true (plt_shoot_problem_is_valid (film));
  plt_shoot_search (film, &film->reference, &options, &best);
  plt_shoot_cost (film, &best, cost, breaches);
  /* one rule has to go; both unplaced would be eight units */
  g_assert_cmpint (cost->units, ==, 1);
  g_assert_cmpuint (breaches->len, ==, 1);
}

/* The first role, the dearest, loses a day of a good plan: the plan is mended by a few moves, and
 * without a price on moves by many more. */
static void
test_stability (void)
{
  guint moved[2] = { 0 };

  for (guint32 seed = 1; seed <= 2; seed++)
    for (guint priced = 0; priced < 2; priced++)
      {
        PltShootPlan planted, start, best;
        g_autoptr (PltShootProblem) film = plt_test_shoot_film (seed, 100, 36, 30, &planted);
        PltShootOptions options = { .effort = PLT_SHOOT_SCRATCH, .moves = 60000, .seed = 1 };
        gint64 total, units;

        plt_shoot_search (film, &planted, &options, &start);
        for (guint q = 0; q < 100; q++)
          if (film->sequences[q].roles & 1)
            {
              film->roles[0].available &= ~PLT_SHOOT_BIT (start.day[q]);
              break;
            }
        cost_of (film, &start, &total, &units);
        g_assert_cmpint (units, ==, 1);
        film->reference = start;
        film->weights.stability = priced ? 100000 : 0;
        options.effort = PLT_SHOOT_REPAIR;
        plt_shoot_search (film, &start, &options, &best);
        cost_of (film, &best, &total, &units);
        g_assert_cmpint (units, ==, 0);
        moved[priced] += count_moved (film, &start, &best);
        g_test_message ("film %u, price %u: %u moved", seed, priced,
                        count_moved (film, &start, &best));
        if (priced)
          g_assert_cmpuint (count_moved (film, &start, &best), <=, 20);
      }
  g_assert_cmpuint (moved[0], >, 2 * moved[1]);
}

static void
test_interruption (void)
{
  PltShootPlan planted, start, best, early;
  g_autoptr (PltShootProblem) film = plt_test_shoot_film (2, 150, 45, 50, &planted);
  Watch watch = { .stop_after = 3 };
  PltShootOptions options = { .effort = PLT_SHOOT_SCRATCH,
                              .moves = G_GUINT64_CONSTANT (1000000000000),
                              .seed = 3,
                              .stop = watch_stop,
                              .progress = watch_progress,
                              .data = &watch };
  guint64 moves;

  plt_test_shoot_scatter (film, 2, &start);
  moves = plt_shoot_search (film, &start, &options, &early);
  g_assert_cmpuint (watch.calls, ==, 3);
  g_assert_cmpuint (moves, >, 0);
  g_assert_cmpuint (moves, <, 100000);
  assert_not_worse (film, &start, &early);
  /* told to the end, and never worse than before */
  watch = (Watch){ 0 };
  options.moves = 60000;
  plt_shoot_search (film, &start, &options, &best);
  g_assert_cmpuint (watch.calls, >, 3);
  assert_not_worse (film, &early, &best);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/shoot-search/never-worse", test_never_worse);
  g_test_add_func ("/engine/shoot-search/deterministic", test_deterministic);
  g_test_add_func ("/engine/shoot-search/locks", test_locks);
  g_test_add_func ("/engine/shoot-search/impossible", test_impossible);
  g_test_add_func ("/engine/shoot-search/stability", test_stability);
  g_test_add_func ("/engine/shoot-search/interruption", test_interruption);
  return g_test_run ();
}

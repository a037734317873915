/* One line of JSON an instance, for comparing with other programs and with longer runs.
 *
 *   plateau-bench talent [--runs R] [--seconds S] FILE...
 *   plateau-bench talent --random COUNT --scenes N --actors M [--seed S] [--runs R] [--seconds S]
 *   plateau-bench shoot [--seed N] [--moves M] [--film N] [--repair]
 *   plateau-bench checks [--runs N] [--seed N] [--verbose]
 *   plateau-bench devis [--runs N]
 *   plateau-bench devis-xlsx
 *
 * shoot plans the seeded films of the tests (150 séquences, 45 days, 50 roles), all five or one of
 * them, from a plan by chance; --repair: from the hidden plan with a day taken from the first role
 * and a price on each séquence that leaves its day.
 *
 * checks looks for findings in the plan of the seeded film of 150 séquences and 45 days. */
#include "plateau-bench.h"
#include "plt-test-shoot.h"

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
  g_autoptr (PltShootProblem) problem = plt_test_shoot_film (film, 150, 45, 50, &planted);
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

static int
run_shoot (int argc, char **argv)
{
  gint64 seed = 1, moves = 1000000, film = 0;
  gboolean repair = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[]
      = { { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Of the search", "N" },
          { "moves", 0, 0, G_OPTION_ARG_INT64, &moves, "To try", "M" },
          { "film", 0, 0, G_OPTION_ARG_INT64, &film, "Only this one, 1 to 5", "N" },
          { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, "After a disturbance", NULL },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || moves < 0 || seed < 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "A number is below zero.");
      return 2;
    }
  for (guint32 i = 1; i <= 5; i++)
    if (film == 0 || film == i)
      plan_film (i, (guint64) seed, (guint64) moves, repair);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc >= 2 && g_str_equal (argv[1], "shoot"))
    return run_shoot (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "checks"))
    return bench_checks (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "devis"))
    return bench_devis (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "devis-xlsx"))
    return bench_devis_xlsx (argc - 1, argv + 1);
  if (argc >= 3 && g_str_equal (argv[1], "talent"))
    return bench_talent (argc - 1, argv + 1);
  g_printerr ("Usage: plateau-bench talent [--runs R] [--seconds S] FILE...\n"
              "       plateau-bench talent --random COUNT --scenes N --actors M [--seed S]\n"
              "       plateau-bench shoot [--seed N] [--moves M] [--film N] [--repair]\n"
              "       plateau-bench checks [--runs N] [--seed N] [--verbose]\n"
              "       plateau-bench devis [--runs N]\n");
  return 2;
}

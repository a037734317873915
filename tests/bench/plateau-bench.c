/* One line of JSON an instance, for comparing with other programs and with longer runs.
 *
 *   plateau-bench talent [--runs R] [--seconds S] FILE...
 *   plateau-bench talent --random COUNT --scenes N --actors M [--seed S] [--runs R] [--seconds S]
 *   plateau-bench shoot [--seed N] [--moves M] [--film N] [--repair] [--pair] [--seconds S]
 *   plateau-bench checks [--runs N] [--seed N] [--verbose]
 *   plateau-bench devis [--runs N]
 *   plateau-bench network [--runs N] [--tasks N] [--links M] [--seed S]
 *   plateau-bench gantt [--runs N]
 *   plateau-bench devis-xlsx
 *   plateau-bench cash [--runs N]
 *   plateau-bench callsheets FILE [RUNS]
 *
 * shoot plans the seeded films of the tests (150 séquences, 45 days, 50 roles), all five or one of
 * them, from a plan by chance; --repair: from the hidden plan with a day taken from the first role
 * and a price on each séquence that leaves its day; --pair: two seeds in two threads, as the
 * program has it, and the better plan beside the best one known; --seconds: so long instead of so
 * many moves, with --pair.
 *
 * checks looks for findings in the plan of the seeded film of 150 séquences and 45 days. */
#include <glib.h>

#include "plateau-bench.h"

int
main (int argc, char **argv)
{
  if (argc >= 2 && g_str_equal (argv[1], "shoot"))
    return bench_shoot (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "checks"))
    return bench_checks (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "devis"))
    return bench_devis (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "gantt"))
    return bench_gantt (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "network"))
    return bench_network (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "callsheets"))
    return bench_callsheets (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "cash"))
    return bench_cash (argc - 1, argv + 1);
  if (argc >= 2 && g_str_equal (argv[1], "devis-xlsx"))
    return bench_devis_xlsx (argc - 1, argv + 1);
  if (argc >= 3 && g_str_equal (argv[1], "talent"))
    return bench_talent (argc - 1, argv + 1);
  g_printerr ("Usage: plateau-bench talent [--runs R] [--seconds S] FILE...\n"
              "       plateau-bench talent --random COUNT --scenes N --actors M [--seed S]\n"
              "       plateau-bench shoot [--seed N] [--moves M] [--film N] [--repair] "
              "[--pair] [--seconds S]\n"
              "       plateau-bench checks [--runs N] [--seed N] [--verbose]\n"
              "       plateau-bench devis [--runs N]\n"
              "       plateau-bench network [--runs N] [--tasks N] [--links M] [--seed S]\n"
              "       plateau-bench gantt [--runs N]\n");
  return 2;
}

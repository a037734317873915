/* Five seeded films of 150 séquences, 45 days and 50 roles, from a plan by chance: a plan is found
 * that breaks nothing and costs less than the one hidden in the film. */
#include "plt-test-shoot.h"

static void
test_films (gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  PltShootPlan planted, start, best;
  g_autoptr (PltShootProblem) film = plt_test_shoot_film (seed, 150, 45, 50, &planted);
  PltShootOptions options = { .effort = PLT_SHOOT_SCRATCH, .moves = 150000, .seed = seed };
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);
  g_autofree PltShootCost *hidden = g_new (PltShootCost, 1);

  plt_test_shoot_scatter (film, seed, &start);
  g_assert_cmpuint (plt_shoot_search (film, &start, &options, &best), ==, options.moves);
  plt_shoot_cost (film, &best, cost, NULL);
  plt_shoot_cost (film, &planted, hidden, NULL);
  g_assert_cmpint (cost->units, ==, 0);
  g_assert_cmpint (cost->total, <, hidden->total);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *path = g_strdup_printf ("/engine/shoot-films/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_films);
    }
  return g_test_run ();
}

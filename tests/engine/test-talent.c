/* The talent-scheduling problem: against a dynamic programme over all subsets of scenes, written
 * apart, and by hand. */
#include "plt-error.h"
#include "plt-talent.h"

#include <string.h>

/* ---- an answer that needs no thought: the least cost of each set of scenes put first ---- */

static gint64
pay_of (const PltTalentProblem *problem, guint64 actors)
{
  gint64 sum = 0;

  for (guint a = 0; a < problem->n_actors; a++)
    sum += actors >> a & 1 ? problem->pay[a] : 0;
  return sum;
}

static gint64
least_cost (const PltTalentProblem *problem)
{
  guint n_sets = 1u << problem->n_scenes;
  g_autofree gint64 *least = g_new (gint64, n_sets);
  g_autofree guint64 *cast = g_new0 (guint64, n_sets);

  for (guint set = 1; set < n_sets; set++)
    for (guint s = 0; s < problem->n_scenes; s++)
      cast[set] |= set >> s & 1 ? problem->cast[s] : 0;
  least[0] = 0;
  for (guint set = 1; set < n_sets; set++)
    {
      least[set] = G_MAXINT64;
      for (guint s = 0; s < problem->n_scenes; s++)
        {
          guint before = set & ~(1u << s), after = (n_sets - 1) & ~set;
          guint64 paid = problem->cast[s] | (cast[before] & cast[after]);

          if (set >> s & 1)
            least[set]
                = MIN (least[set], least[before] + problem->duration[s] * pay_of (problem, paid));
        }
    }
  return least[n_sets - 1];
}

/* The random family of the literature: days 1 to 5, pay 1 to 100, each actor in 2 to n scenes. */
static void
make_random (GRand *rand, guint n_scenes, guint n_actors, PltTalentProblem *problem)
{
  *problem = (PltTalentProblem){ .n_scenes = n_scenes, .n_actors = n_actors };
  for (guint s = 0; s < n_scenes; s++)
    problem->duration[s] = (guint32) g_rand_int_range (rand, 1, 6);
  for (guint a = 0; a < n_actors; a++)
    {
      problem->pay[a] = g_rand_int_range (rand, 1, 101);
      for (gint left = g_rand_int_range (rand, 2, (gint) n_scenes + 1); left > 0;)
        {
          guint64 *cast = &problem->cast[g_rand_int_range (rand, 0, (gint) n_scenes)];

          left -= (*cast >> a & 1) == 0;
          *cast |= G_GUINT64_CONSTANT (1) << a;
        }
    }
}

static void
check_answer (const PltTalentProblem *problem, const PltTalentResult *result)
{
  guint64 seen = 0;

  for (guint i = 0; i < problem->n_scenes; i++)
    seen |= G_GUINT64_CONSTANT (1) << result->order[i];
  g_assert_cmpint (__builtin_popcountll (seen), ==, (int) problem->n_scenes);
  g_assert_cmpint (plt_talent_cost (problem, result->order), ==, result->cost);
  g_assert_cmpint (result->bound, <=, result->cost);
  if (result->proven)
    g_assert_cmpint (result->bound, ==, result->cost);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (28);

  for (guint i = 0; i < 500; i++)
    {
      PltTalentProblem problem;
      PltTalentResult result;

      make_random (rand, (guint) g_rand_int_range (rand, 2, 12),
                   (guint) g_rand_int_range (rand, 1, 11), &problem);
      g_assert_true (plt_talent_solve (&problem, NULL, &result));
      g_assert_true (result.proven);
      check_answer (&problem, &result);
      g_assert_cmpint (result.cost, ==, least_cost (&problem));
    }
}

/* Three scenes of 2, 3 and 1 days. Ada (10 a day) plays in the first and the last named, Bo (1) in
 * all but the first: with the scenes as they are named Ada waits 3 days, 30; the best order puts
 * her two scenes together, and Bo waits for none: 0, 2, 1. */
static void
test_by_hand (void)
{
  const PltTalentProblem problem = {
    .n_scenes = 3, .n_actors = 2, .duration = { 2, 3, 1 }, .pay = { 10, 1 }, .cast = { 1, 2, 3 }
  };
  const guint8 named[] = { 0, 1, 2 };
  PltTalentResult result;

  g_assert_cmpint (plt_talent_cost (&problem, named), ==, 60 + 4);
  g_assert_true (plt_talent_solve (&problem, NULL, &result));
  g_assert_cmpint (result.cost, ==, 30 + 4);
  g_assert_cmpint (result.extra, ==, 0);
  g_assert_cmpint (result.order[1], ==, 2);
  check_answer (&problem, &result);
}

/* Nothing to hold, nobody at all, scenes of no day, everybody everywhere, too much. */
static void
test_edges (void)
{
  PltTalentProblem problem = { .n_scenes = 1 };
  PltTalentResult result;

  g_assert_true (plt_talent_solve (&problem, NULL, &result));
  g_assert_cmpint (result.cost, ==, 0);
  problem = (PltTalentProblem){ .n_scenes = 64, .n_actors = 64 };
  for (guint i = 0; i < 64; i++)
    {
      problem.duration[i] = i % 2;
      problem.pay[i] = 3;
      problem.cast[i] = G_MAXUINT64;
    }
  g_assert_true (plt_talent_solve (&problem, NULL, &result));
  g_assert_cmpint (result.cost, ==, 32 * 64 * 3);
  g_assert_true (result.proven);
  check_answer (&problem, &result);
  problem.n_scenes = 65;
  g_assert_false (plt_talent_solve (&problem, NULL, &result));
  problem.n_scenes = 0;
  g_assert_false (plt_talent_solve (&problem, NULL, &result));
  problem.n_scenes = 64;
  problem.pay[3] = -1;
  g_assert_false (plt_talent_solve (&problem, NULL, &result));
}

/* One that gives up says what it has, and that it is not proven; the same one twice is the same. */
static void
test_given_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (40);
  const PltTalentOptions options = { .max_nodes = 500 };
  PltTalentProblem problem;
  PltTalentResult result, again;

  make_random (rand, 40, 22, &problem);
  g_assert_true (plt_talent_solve (&problem, &options, &result));
  g_assert_false (result.proven);
  g_assert_cmpint (result.bound, <, result.cost);
  check_answer (&problem, &result);
  g_assert_true (plt_talent_solve (&problem, &options, &again));
  g_assert_cmpmem (result.order, problem.n_scenes, again.order, problem.n_scenes);
  g_assert_cmpuint (again.nodes, ==, result.nodes);
}

static void
test_parse (void)
{
  static const char *const bad[] = {
    "",
    "numScenes = 65; numActors = 1; ia = [|1|]; c = [1]; d = [1];",
    "numScenes = 2; numActors = 1; ia = [|1|]; c = [1]; d = [1,1];",
    "numScenes = 2; numActors = 1; ia = [|1,0|]; c = [1,2]; d = [1,1];",
    "numScenes = 2; numActors = 1; ia = [|1,0|]; c = [1];",
  };
  PltTalentProblem problem;
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_talent_parse ("numScenes = 2;\nnumActors=3;\nia = [| 1, 0\n | 1, 1 | 0,1 |];\n"
                                   "c = [1, 2,3];\nd = [4,\n5];\ns = [9,9];",
                                   &problem, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problem.cast[0], ==, 3);
  g_assert_cmpuint (problem.cast[1], ==, 6);
  g_assert_cmpint (problem.pay[2], ==, 3);
  g_assert_cmpuint (problem.duration[1], ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (plt_talent_parse (bad[i], &problem, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/talent/by-hand", test_by_hand);
  g_test_add_func ("/engine/talent/random", test_random);
  g_test_add_func ("/engine/talent/edges", test_edges);
  g_test_add_func ("/engine/talent/given-up", test_given_up);
  g_test_add_func ("/engine/talent/parse", test_parse);
  return g_test_run ();
}

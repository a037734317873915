/* The talent-scheduling problem: against a dynamic programme over all subsets of scenes, written
 * apart, and by hand. */
#include "plt-error.h"
#include "plt-test-talent.h"

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

      plt_test_talent_random (rand, (guint) g_rand_int_range (rand, 2, 12),
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
  problem.pay[3] = G_MAXINT64 / 2;
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

  plt_test_talent_random (rand, 64, 22, &problem);
  g_assert_true (plt_talent_solve (&problem, &options, &result));
  g_assert_false (result.proven);
  g_assert_cmpint (result.bound, <, result.cost);
  g_assert_cmpuint (result.nodes, ==, 500);
  check_answer (&problem, &result);
  g_assert_true (plt_talent_solve (&problem, &options, &again));
  g_assert_cmpmem (result.order, problem.n_scenes, again.order, problem.n_scenes);
  g_assert_cmpint (again.bound, ==, result.bound);
}

/* However early it gives up: a true order, and a bound that the proven optimum is not below; with
 * more nodes neither gets worse. */
static void
test_bound_when_given_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (116);

  for (guint i = 0; i < 12; i++)
    {
      PltTalentProblem problem;
      PltTalentResult whole, last = { .cost = G_MAXINT64 };
      gboolean above = FALSE;

      plt_test_talent_random (rand, 24, 12, &problem);
      g_assert_true (plt_talent_solve (&problem, NULL, &whole));
      g_assert_true (whole.proven);
      for (guint64 nodes = 1; nodes < whole.nodes; nodes += nodes / 2 + 1)
        {
          const PltTalentOptions options = { .max_nodes = nodes };
          PltTalentResult result;

          g_assert_true (plt_talent_solve (&problem, &options, &result));
          check_answer (&problem, &result);
          g_assert_cmpint (result.bound, <=, whole.cost);
          g_assert_cmpint (result.cost, >=, whole.cost);
          g_assert_cmpint (result.bound, >=, last.bound);
          g_assert_cmpint (result.cost, <=, last.cost);
          above |= result.bound > result.cost - result.extra;
          last = result;
        }
      /* soon more than the unavoidable part is sure */
      g_assert_true (above || whole.nodes < 20);
    }
}

typedef struct
{
  PltTalentProgress last;
  guint asked, most;
} Watch;

static gboolean
watch (const PltTalentProgress *progress, gpointer data)
{
  Watch *self = data;

  g_assert_cmpint (progress->bound, <=, progress->cost);
  g_assert_cmpint (progress->bound, >=, self->last.bound);
  g_assert_cmpint (progress->cost, <=, self->last.cost);
  g_assert_cmpuint (progress->nodes, >, self->last.nodes);
  self->last = *progress;
  return ++self->asked == self->most;
}

/* The caller is told how far the search is, and may stop it at once. */
static void
test_stopped (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (64);
  Watch self = { .last.cost = G_MAXINT64, .most = 5 };
  const PltTalentOptions options = { .stop = watch, .data = &self };
  PltTalentProblem problem;
  PltTalentResult result;

  plt_test_talent_random (rand, 64, 22, &problem);
  g_assert_true (plt_talent_solve (&problem, &options, &result));
  g_assert_cmpuint (self.asked, ==, 5);
  g_assert_cmpuint (result.nodes, ==, self.last.nodes);
  g_assert_cmpint (result.bound, ==, self.last.bound);
  g_assert_cmpint (result.cost, ==, self.last.cost);
  g_assert_false (result.proven);
  check_answer (&problem, &result);
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

/* The published films, where they are kept: what is proven of them elsewhere too. */
static void
test_published (void)
{
  static const struct
  {
    const char *name;
    gint64 cost, extra;
  } films[] = { { "MobStory", 871, 146 },
                { "film105", 849, 110 },
                { "film114", 867, 143 },
                { "film116", 541, 110 },
                { "concert", 111, 17 } };
  const char *folder = g_getenv ("PLATEAU_CORPUS");

  if (folder == NULL)
    {
      g_test_skip ("PLATEAU_CORPUS names no folder");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (films); i++)
    {
      g_autofree char *name = g_strconcat (films[i].name, ".dzn", NULL);
      g_autofree char *path = g_build_filename (folder, "talent", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      PltTalentProblem problem;
      PltTalentResult result;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (plt_talent_parse (text, &problem, &error));
      g_assert_true (plt_talent_solve (&problem, NULL, &result));
      check_answer (&problem, &result);
      g_assert_true (result.proven);
      g_assert_cmpint (result.cost, ==, films[i].cost);
      g_assert_cmpint (result.extra, ==, films[i].extra);
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
  g_test_add_func ("/engine/talent/bound-when-given-up", test_bound_when_given_up);
  g_test_add_func ("/engine/talent/stopped", test_stopped);
  g_test_add_func ("/engine/talent/parse", test_parse);
  g_test_add_func ("/engine/talent/published", test_published);
  return g_test_run ();
}

/* The exact core on published instances, or on the random family of the literature: milliseconds of
 * processor time, the best of so many runs; after so many seconds it gives up with what it has. */
#include "plateau-bench.h"
#include "plt-test-talent.h"

#include <time.h>

static double
processor_ms (void)
{
  return (double) clock () * 1000.0 / CLOCKS_PER_SEC;
}

static gboolean
is_late (const PltTalentProgress *progress, gpointer data)
{
  (void) progress;
  return processor_ms () > *(const double *) data;
}

/* Solves it `runs` times; returns the milliseconds of the quickest. */
static double
solve (const char *name, const PltTalentProblem *problem, gint runs, double seconds)
{
  PltTalentResult result = { 0 };
  double best = G_MAXDOUBLE;

  for (gint i = 0; i < runs; i++)
    {
      double start = processor_ms (), end = start + seconds * 1000.0;
      const PltTalentOptions options = { .stop = is_late, .data = &end };

      plt_talent_solve (problem, seconds > 0 ? &options : NULL, &result);
      best = MIN (best, processor_ms () - start);
    }
  g_print ("{\"instance\": \"%s\", \"scenes\": %u, \"actors\": %u, \"cost\": %" G_GINT64_FORMAT
           ", \"extra\": %" G_GINT64_FORMAT ", \"bound\": %" G_GINT64_FORMAT
           ", \"proven\": %s, \"ms\": %.3f, \"nodes\": %" G_GUINT64_FORMAT "}\n",
           name, problem->n_scenes, problem->n_actors, result.cost, result.extra, result.bound,
           result.proven ? "true" : "false", best, result.nodes);
  return result.proven ? best : -1;
}

static gboolean
solve_file (const char *path, gint runs, double seconds, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *escaped = g_strescape (name, NULL);
  PltTalentProblem problem;

  if (!g_file_get_contents (path, &text, NULL, error) || !plt_talent_parse (text, &problem, error))
    return FALSE;
  solve (escaped, &problem, runs, seconds);
  return TRUE;
}

static void
solve_random (gint count, guint n_scenes, guint n_actors, guint32 seed, gint runs, double seconds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gint n_proven = 0;
  double sum = 0, most = 0;

  for (gint i = 0; i < count; i++)
    {
      g_autofree char *name = g_strdup_printf ("random-%u-%d", seed, i + 1);
      PltTalentProblem problem;
      double ms;

      plt_test_talent_random (rand, n_scenes, n_actors, &problem);
      ms = solve (name, &problem, runs, seconds);
      if (ms < 0)
        continue;
      n_proven++;
      sum += ms;
      most = MAX (most, ms);
    }
  g_print ("{\"instances\": %d, \"proven\": %d, \"mean_ms\": %.1f, \"most_ms\": %.1f}\n", count,
           n_proven, n_proven > 0 ? sum / n_proven : 0.0, most);
}

int
bench_talent (int argc, char **argv)
{
  gint runs = 1, count = 0, scenes = 28, actors = 16, seed = 28;
  double seconds = 0;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[]
      = { { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "The best of them counts", "R" },
          { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &seconds, "Give up after so many", "S" },
          { "random", 0, 0, G_OPTION_ARG_INT, &count, "So many instances by chance", "COUNT" },
          { "scenes", 0, 0, G_OPTION_ARG_INT, &scenes, "Of each of them", "N" },
          { "actors", 0, 0, G_OPTION_ARG_INT, &actors, "Of each of them", "M" },
          { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Of the first of them", "S" },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE...]");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || runs < 1 || scenes < 2
      || scenes > PLT_TALENT_MAX || actors < 1 || actors > PLT_TALENT_MAX || seed < 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "A number is too small or too large.");
      return 2;
    }
  if (count > 0)
    solve_random (count, (guint) scenes, (guint) actors, (guint32) seed, runs, seconds);
  for (int i = 1; i < argc; i++)
    if (!solve_file (argv[i], runs, seconds, &error))
      {
        g_printerr ("%s: %s\n", argv[i], error->message);
        return 1;
      }
  return 0;
}

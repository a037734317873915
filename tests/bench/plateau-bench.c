/* plateau-bench talent FILE...: one line of JSON an instance, for comparing with other programs. */
#include "plt-talent.h"

static gboolean
solve (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *escaped = g_strescape (name, NULL);
  PltTalentProblem problem;
  PltTalentResult result;
  gint64 start;

  if (!g_file_get_contents (path, &text, NULL, error) || !plt_talent_parse (text, &problem, error))
    return FALSE;
  start = g_get_monotonic_time ();
  plt_talent_solve (&problem, NULL, &result);
  g_print ("{\"instance\": \"%s\", \"scenes\": %u, \"actors\": %u, \"cost\": %" G_GINT64_FORMAT
           ", \"extra\": %" G_GINT64_FORMAT ", \"bound\": %" G_GINT64_FORMAT
           ", \"proven\": %s, \"ms\": %.3f, \"nodes\": %" G_GUINT64_FORMAT "}\n",
           escaped, problem.n_scenes, problem.n_actors, result.cost, result.extra, result.bound,
           result.proven ? "true" : "false", (double) (g_get_monotonic_time () - start) / 1000.0,
           result.nodes);
  return TRUE;
}

int
main (int argc, char **argv)
{
  if (argc < 3 || !g_str_equal (argv[1], "talent"))
    {
      g_printerr ("Usage: plateau-bench talent FILE...\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!solve (argv[i], &error))
        {
          g_printerr ("%s: %s\n", argv[i], error->message);
          return 1;
        }
    }
  return 0;
}

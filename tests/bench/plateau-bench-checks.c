/* plateau-bench checks: what the findings of a plan of 150 séquences and 45 days cost, because they
 * are looked for at every move of the mouse. */
#include "plateau-bench.h"
#include "plt-check.h"
#include "plt-test-production.h"

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

static void
print_findings (const GPtrArray *issues)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer rule, count;

  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];

      count = g_hash_table_lookup (counts, issue->rule);
      if (count == NULL)
        g_printerr ("%s: %s\n", issue->rule, issue->message);
      g_hash_table_insert (counts, (gpointer) issue->rule,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &rule, &count))
    g_printerr ("%6u %s\n", GPOINTER_TO_UINT (count), (const char *) rule);
}

int
bench_checks (int argc, char **argv)
{
  gint64 runs = 200, seed = 1;
  gboolean verbose = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[]
      = { { "runs", 0, 0, G_OPTION_ARG_INT64, &runs, "To measure", "N" },
          { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Of the film", "N" },
          { "verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, "What was found", NULL },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) checks = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_found = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || runs < 1 || seed < 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "A number is too small.");
      return 2;
    }
  facts = plt_test_production ((guint32) seed, PLT_REFERENTIALS);
  for (gint64 i = 0; i < runs; i++)
    {
      gint64 start = g_get_monotonic_time (), between;
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (GPtrArray) issues = plt_issues_new ();

      between = g_get_monotonic_time ();
      plt_check_plan (facts, plan, issues);
      start = between - start;
      between = g_get_monotonic_time () - between;
      g_array_append_val (plans, start);
      g_array_append_val (checks, between);
      n_found = issues->len;
      if (verbose && i == 0)
        print_findings (issues);
    }
  g_array_sort (plans, compare_times);
  g_array_sort (checks, compare_times);
  g_print ("{\"sequences\": %u, \"days\": %u, \"findings\": %u, \"plan_ms\": %.3f, "
           "\"checks_ms\": %.3f, \"checks_ms_95\": %.3f}\n",
           facts->sequences.n, facts->days.n, n_found,
           (double) g_array_index (plans, gint64, runs / 2) / 1000.0,
           (double) g_array_index (checks, gint64, runs / 2) / 1000.0,
           (double) g_array_index (checks, gint64, runs * 95 / 100) / 1000.0);
  return 0;
}

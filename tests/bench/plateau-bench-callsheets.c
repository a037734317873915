/* plateau-bench callsheets FILE: thirty feuilles de service of a production as PDF: the production
 * is read, each sheet made from the plan in memory, laid out and written. */
#include <stdlib.h>

#include "plateau-bench.h"
#include "plt-feuille-private.h"
#include "plt-load.h"
#include "plt-pdf.h"
#include "plt-store.h"

#define N_SHEETS 30
#define GOAL_MS 300.0

/* The production is read once; a sheet a day, each a file of its own. */
static gsize
write_sheets (PltStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltFacts) facts = plt_facts_load (store, &error);
  g_autoptr (PltPlan) plan = facts != NULL ? plt_plan_new (facts, 0) : NULL;
  const PltPaperSource source = { facts, plan, NULL, plt_date_from_ymd (2027, 1, 1) };
  PltFeuille feuille;
  gsize size = 0;
  guint n = 0;

  if (facts == NULL)
    g_error ("%s", error->message);
  plt_feuille_begin (&feuille, &source);
  for (guint i = 0; i < plan->days->len && n < N_SHEETS; i++)
    {
      g_autoptr (PltDocument) document = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (((const PltDayPlan *) plan->days->pdata[i])->number == 0)
        continue;
      plt_feuille_turn (&feuille, i, NULL);
      document = plt_feuille_paper (&feuille, NULL);
      bytes = plt_pdf_to_bytes (document, &error);
      if (bytes == NULL)
        g_error ("%s", error->message);
      size += g_bytes_get_size (bytes);
      n++;
    }
  plt_feuille_end (&feuille);
  if (n < N_SHEETS)
    g_error ("The production has %u days only.", n);
  return size;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

int
bench_callsheets (int argc, char **argv)
{
  guint runs = argc > 2 ? (guint) CLAMP (atoi (argv[2]), 1, 1000) : 5;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = argc > 1 ? plt_store_open (argv[1], PLT_OPEN_READ, &error) : NULL;
  gsize size = 0;

  if (store == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "callsheets FILE [RUNS]");
      return 2;
    }
  for (guint i = 0; i <= runs; i++)
    {
      gint64 start = g_get_monotonic_time (), spent;

      size = write_sheets (store);
      spent = g_get_monotonic_time () - start;
      if (i > 0) /* the first one reads the fonts */
        g_array_append_val (times, spent);
    }
  g_array_sort (times, compare_times);
  g_print ("{\"bench\": \"callsheets\", \"sheets\": %d, \"bytes\": %" G_GSIZE_FORMAT
           ", \"runs\": %u, \"ms\": %.1f, \"least_ms\": %.1f, \"goal_ms\": %.0f}\n",
           N_SHEETS, size, runs, (double) g_array_index (times, gint64, times->len / 2) / 1000.0,
           (double) g_array_index (times, gint64, 0) / 1000.0, GOAL_MS);
  return 0;
}

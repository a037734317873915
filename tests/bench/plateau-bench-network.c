/* A rétroplanning of 2 000 tasks and 3 000 links: the best time of so many runs to make the
 * network, to schedule it, to say what a drag moves and to look for what cannot be kept. */
#include "plateau-bench.h"
#include "plt-network.h"

#include <time.h>

#define PART_OF 40 /* tasks in a group */

static double
processor_ms (void)
{
  return (double) clock () * 1000.0 / CLOCKS_PER_SEC;
}

typedef struct
{
  PltNetworkTask *tasks;
  PltNetworkLink *links;
  PltNetworkSpan closed[60];
  PltNetworkCalendar calendars[5];
  PltNetworkInput input;
} Film;

static void
make_film (Film *film, guint n_tasks, guint n_links, guint32 seed, gboolean backward)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  PltDate start = plt_date_from_ymd (2027, 1, 4);

  film->tasks = g_new (PltNetworkTask, n_tasks);
  film->links = g_new0 (PltNetworkLink, n_links);
  for (guint i = 0; i < G_N_ELEMENTS (film->closed); i++)
    film->closed[i].from = film->closed[i].to = start + (PltDate) i * 31;
  for (guint i = 0; i < G_N_ELEMENTS (film->calendars); i++)
    film->calendars[i]
        = (PltNetworkCalendar){ "Équipe",     i % 2 ? 0x3fu : PLT_NETWORK_MONDAY_TO_FRIDAY,
                                film->closed, G_N_ELEMENTS (film->closed),
                                NULL,         0 };
  for (guint i = 0; i < n_tasks; i++)
    {
      film->tasks[i] = PLT_NETWORK_TASK (i + 1, "Tâche", g_rand_int_range (rand, 0, 15));
      film->tasks[i].calendar = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (film->calendars));
      if (i % PART_OF != 0)
        film->tasks[i].parent = (int) (i - i % PART_OF);
    }
  for (guint i = 0; i < n_links; i++)
    {
      guint to = (guint) g_rand_int_range (rand, 3, (gint32) n_tasks);
      guint from = to - (guint) g_rand_int_range (rand, 1, (gint32) MIN (to - 1, 60));

      to -= to % PART_OF == 0;
      while (from % PART_OF == 0 || from >= to)
        from--;
      film->links[i] = (PltNetworkLink){
        .id = i + 1,
        .from = from,
        .to = to,
        .kind
        = (PltNetworkKind) (g_rand_int_range (rand, 0, 10) < 7 ? 0 : g_rand_int_range (rand, 0, 4)),
        .lag = g_rand_int_range (rand, -3, 6),
        .unit = (PltNetworkUnit) g_rand_int_range (rand, 0, 2),
      };
    }
  film->input = (PltNetworkInput){ film->tasks,     n_tasks,
                                   film->links,     n_links,
                                   film->calendars, G_N_ELEMENTS (film->calendars),
                                   start,           backward ? start + 1400 : PLT_DATE_NONE,
                                   backward };
}

static gboolean
run (Film *film, gint runs)
{
  double made = G_MAXDOUBLE, scheduled = G_MAXDOUBLE, moved = G_MAXDOUBLE, checked = G_MAXDOUBLE;
  guint n_moves = 0, n_issues = 0;

  for (gint i = 0; i < runs; i++)
    {
      g_autoptr (GError) error = NULL;
      double at = processor_ms ();
      g_autoptr (PltNetwork) network = plt_network_new (&film->input, &error);
      g_autoptr (PltNetworkPlan) plan = NULL;
      g_autoptr (PltNetworkPreview) preview = NULL;
      g_autoptr (GPtrArray) issues = plt_issues_new ();
      PltNetworkChange change = { film->input.n_tasks / 3 + 1, PLT_DATE_NONE, -1 };

      if (network == NULL)
        {
          g_printerr ("%s\n", error->message);
          return FALSE;
        }
      made = MIN (made, processor_ms () - at);
      at = processor_ms ();
      plan = plt_network_schedule (network);
      scheduled = MIN (scheduled, processor_ms () - at);
      change.start = plan->tasks[change.task].start + (film->input.backward ? -60 : 60);
      at = processor_ms ();
      preview = plt_network_move (network, plan, &change, 1);
      moved = MIN (moved, processor_ms () - at);
      n_moves = preview->moves->len;
      at = processor_ms ();
      plt_network_check (network, plan, issues);
      checked = MIN (checked, processor_ms () - at);
      n_issues = issues->len;
    }
  g_print (
      "{\"tasks\": %u, \"links\": %u, \"backward\": %s, \"new_ms\": %.3f, \"schedule_ms\": %.3f, "
      "\"move_ms\": %.3f, \"moves\": %u, \"check_ms\": %.3f, \"issues\": %u}\n",
      film->input.n_tasks, film->input.n_links, film->input.backward ? "true" : "false", made,
      scheduled, moved, n_moves, checked, n_issues);
  return TRUE;
}

int
bench_network (int argc, char **argv)
{
  gint runs = 50, tasks = 2000, links = 3000, seed = 1;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[]
      = { { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "The best of them counts", "R" },
          { "tasks", 0, 0, G_OPTION_ARG_INT, &tasks, "Of the plan", "N" },
          { "links", 0, 0, G_OPTION_ARG_INT, &links, "Between them", "M" },
          { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Another one, another plan", "S" },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  gboolean done = TRUE;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || runs < 1 || tasks < 100
      || tasks > 1000000 || links < 1 || links > 1000000 || seed < 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "A number is too small or too large.");
      return 2;
    }
  for (guint backward = 0; backward < 2; backward++)
    {
      Film film;

      make_film (&film, (guint) tasks, (guint) links, (guint32) seed, backward != 0);
      done = run (&film, runs) && done;
      g_free (film.tasks);
      g_free (film.links);
    }
  return done ? 0 : 1;
}

/* bench-hours FILE: an hour typed in the view of the hours, on a copy of the feature with 60 people
 * and 40 days of hours (2 400 rows), until the frame that shows it is painted, and until all that
 * follows from it (findings, figures) is there.
 *
 * Named baseline: the work of the engines without a window on the same rows, all of it counted
 * anew. Times are those of the processor: the drawing is done in software. */
#include <string.h>
#include <time.h>

#include "plt-check.h"
#include "plt-hours-model.h"
#include "plt-hours-view.h"
#include "plt-load.h"
#include "plt-paths.h"
#include "plt-test-window.h"

#define PEOPLE 60
#define RUNS 21

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times)
{
  qsort (times, RUNS, sizeof times[0], compare);
  return times[RUNS / 2];
}

/* ---- the production ---- */

static gint64
add_person (PltBatch *batch, guint nth)
{
  static const char *const departments[]
      = { "regie", "image", "electricite", "machinerie", "son", "decoration", "costumes", "hmc" };
  gint64 person = plt_batch_insert (batch, "person");
  g_autofree char *name = g_strdup_printf ("Équipier %02u", nth + 1);

  plt_batch_set_text (batch, "last_name", name);
  plt_batch_insert (batch, "engagement");
  plt_batch_set_integer (batch, "person", person);
  plt_batch_set_integer (batch, "person", person);
  plt_batch_set_text (batch, "department", departments[nth % G_N_ELEMENTS (departments)]);
  plt_batch_set_text (batch, "function", "Machiniste de prise de vues cinéma");
  plt_batch_set_text (batch, "unit", "semaine");
  plt_batch_set_text (batch, "status", "signe");
  plt_batch_set_integer (batch, "rate_cents", 100905);
  return person;
}

static guint
add_hours (PltStore *store)
{
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  GError *error = NULL;
  guint n = 0;

  for (guint p = 0; p < PEOPLE; p++)
    {
      gint64 person = add_person (batch, p);

      for (guint d = 0; d < plan->days->len; d++)
        {
          const PltDayFacts *day = ((const PltDayPlan *) plan->days->pdata[d])->day;
          g_autofree char *date = plt_date_to_iso (day->date);

          plt_batch_insert (batch, "work_hours");
          plt_batch_set_integer (batch, "person", person);
          plt_batch_set_text (batch, "date", date);
          plt_batch_set_integer (batch, "day", day->id);
          plt_batch_set_text (batch, "kind", "tournage");
          plt_batch_set_text (batch, "status", "corrige");
          plt_batch_set_integer (batch, "start_minutes", 450 + (p * 7 + d * 3) % 60);
          plt_batch_set_integer (batch, "meal_minutes", 780);
          plt_batch_set_integer (batch, "meal_end_minutes", 840);
          plt_batch_set_integer (batch, "end_minutes", 1080 + (p * 11 + d * 5) % 120);
          n++;
        }
    }
  if (!plt_store_apply (store, "hours", NULL, batch, NULL, &error))
    g_error ("%s", error->message);
  return n;
}

/* ---- the baseline ---- */

static double
count_anew (PltStore *store)
{
  double times[RUNS], load[RUNS], hours[RUNS], checks[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      double begun = processor_ms (), at = begun;
      g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
      g_autoptr (PltPlan) plan = NULL;
      g_autoptr (PltHours) counted = NULL;
      g_autoptr (GPtrArray) issues = NULL;

      load[i] = processor_ms () - at;
      plan = plt_plan_new (facts, 0);
      at = processor_ms ();
      counted = plt_hours_new (facts, plan);
      hours[i] = processor_ms () - at;
      at = processor_ms ();
      issues = plt_check_all_on (facts, plt_date_from_ymd (2030, 1, 1));
      checks[i] = processor_ms () - at;
      times[i] = processor_ms () - begun;
    }
  g_print ("counted anew: read %.1f ms, hours %.1f ms, findings %.1f ms\n", median (load),
           median (hours), median (checks));
  return median (times);
}

/* ---- the window ---- */

static void
on_painted (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static void
type (PltWindow *window, PltGrid *grid, guint nth, double *command, double *frame, double *all)
{
  g_autofree char *text = g_strdup_printf ("19h%02u", 1 + nth % 58);
  double at = processor_ms ();

  if (!plt_grid_model_set_text (plt_grid_get_model (grid), 1 + nth % 5, PLT_HOURS_COLUMN_END, text,
                                NULL))
    g_error ("An hour was refused.");
  *command = processor_ms () - at;
  wait_for_frame (GTK_WIDGET (grid));
  *frame = processor_ms () - at;
  plt_test_settle ();
  *all = processor_ms () - at;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (PltStore) store = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) copy = NULL;
  GError *error = NULL;
  PltWindow *window;
  PltGrid *grid;
  double command[RUNS], frame[RUNS], all[RUNS], base;
  guint n;

  plt_test_window_init (&argc, &argv);
  if (argc != 2)
    {
      g_printerr ("Usage: bench-hours FILE\n");
      return 2;
    }
  source = g_file_new_for_path (argv[1]);
  path = g_build_filename (g_getenv ("HOME"), "hours.plateau", NULL);
  copy = g_file_new_for_path (path);
  if (!g_file_copy (source, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  store = plt_store_open (path, PLT_OPEN_WRITE, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  n = add_hours (store);
  base = count_anew (store);
  window = plt_test_window_new (store);
  plt_window_show_view (window, "hours", "day");
  plt_test_settle ();
  grid = plt_hours_view_get_grid (PLT_HOURS_VIEW (plt_window_get_view (window)), "day");
  for (guint i = 0; i < RUNS; i++)
    type (window, grid, i, &command[i], &frame[i], &all[i]);
  g_print ("%u rows: command %.1f ms, frame %.1f ms, all %.1f ms of the processor; "
           "counted anew %.1f ms\nRATIO frame/counted-anew %.2f, all/counted-anew %.2f\n",
           n, median (command), median (frame), median (all), base, median (frame) / base,
           median (all) / base);
  g_clear_object (&store);
  plt_test_window_close (window);
  g_file_delete (copy, NULL, NULL);
  return 0;
}

/* The Planning page as it is in the window: 2,000 tasks with 3,000 links, table and calendar on one
 * scroll, against what one frame may take at 60 a second; and a cell that is typed, from the key to
 * the frame that shows it.
 *
 * What is measured is the processor time of this process. Prints the ratio of a scroll step (the
 * slowest of three zooms) to a frame of 16.7 ms, and fails when it is above 1; what a cell costs is
 * printed stage by stage. */
#include "config.h"

#include <time.h>

#include "plt-batch.h"
#include "plt-retro-view.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

#define N_TASKS 2000
#define N_LINKS 3000
#define N_STEPS 90
#define N_CELLS 12
#define FRAME_MS (1000.0 / 60)

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
put_task (PltBatch *batch, guint at)
{
  static const char *const phases[]
      = { "developpement", "preparation", "tournage", "postproduction", "diffusion" };
  g_autofree char *name = g_strdup_printf ("Tâche %u du montage et du mixage", at + 1);
  g_autofree char *team = g_strdup_printf ("Équipe %u", at % 12);

  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "phase", phases[at * 5 / N_TASKS]);
  plt_batch_set_text (batch, "team", team);
  plt_batch_set_integer (batch, "duration_days", 1 + at % 4);
  if (at % 7 == 0)
    plt_batch_set_integer (batch, "progress_e6", 400000);
}

/* Forty chains of fifty tasks, and links between them that close no circle. */
static void
fill (PltStore *store)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  gint64 tasks[N_TASKS];

  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "delivery_date", "2030-03-29");
  for (guint i = 0; i < N_TASKS; i++)
    {
      tasks[i] = plt_batch_insert (batch, "task");
      put_task (batch, i);
    }
  for (guint i = 0, n = 0; n < N_LINKS; i++, n++)
    {
      guint from = i % N_TASKS, step = i < N_TASKS ? 40 : 1 + 40 * (1 + i % 3);

      if (from + step >= N_TASKS)
        continue;
      plt_batch_insert (batch, "task_link");
      plt_batch_set_integer (batch, "predecessor", tasks[from]);
      plt_batch_set_integer (batch, "task", tasks[from + step]);
      plt_batch_set_text (batch, "kind", n % 5 == 0 ? "debut-debut" : "fin-debut");
    }
  plt_store_apply (store, "banc", NULL, batch, NULL, &error);
  g_assert_no_error (error);
}

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

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static double
measure_scroll (PltRetroPage *page, double step)
{
  PltTimeline *timeline = plt_retro_page_get_timeline (page);
  GtkAdjustment *down
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (plt_retro_page_get_grid (page)));
  double start;

  plt_timeline_zoom (timeline, 0);
  for (int i = 0; i < 60 && plt_timeline_get_view (timeline)->step < step; i++)
    plt_timeline_zoom (timeline, 1);
  gtk_adjustment_set_value (down, 0);
  wait_for_frame (GTK_WIDGET (page));
  start = now_ms ();
  for (int i = 1; i <= N_STEPS; i++)
    {
      gtk_adjustment_set_value (down, i * 24 * 9);
      plt_timeline_reveal (timeline, (guint) i * 9 + 6); /* bars in sight */
      wait_for_frame (GTK_WIDGET (page));
    }
  return (now_ms () - start) / N_STEPS;
}

/* The store, the facts and the findings, the table and the calendar, the frame. */
static double
measure_cells (PltRetroPage *page)
{
  PltGridModel *table = PLT_GRID_MODEL (plt_retro_page_get_model (page));
  double typed = 0, total = 0;

  for (guint i = 0; i < N_CELLS; i++)
    {
      double start = now_ms ();
      g_autofree char *text = g_strdup_printf ("%u", 2 + i % 3);
      g_autoptr (GError) error = NULL;

      plt_grid_model_set_text (table, 20 + i * 3, PLT_RETRO_COLUMN_DAYS, text, &error);
      g_assert_no_error (error);
      typed += now_ms () - start;
      plt_test_settle ();
      wait_for_frame (GTK_WIDGET (page));
      total += now_ms () - start;
    }
  g_print ("a duration typed: %.1f ms until it is kept and shown, %.1f ms with what follows idle\n",
           typed / N_CELLS, total / N_CELLS);
  return typed / N_CELLS;
}

int
main (int argc, char **argv)
{
  static const double steps[] = { 2, 12, 48 };
  PltWindow *window;
  PltRetroPage *page;
  double worst = 0;

  plt_test_window_init (&argc, &argv);
  {
    g_autoptr (PltStore) store = plt_test_store_sample ();

    fill (store);
    window = plt_test_window_new (store);
  }
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  g_assert_true (plt_window_show_view (window, "timeline", NULL));
  plt_test_settle ();
  page = plt_retro_view_get_plan (PLT_RETRO_VIEW (plt_window_get_view (window)));
  wait_for_frame (GTK_WIDGET (page));
  g_print ("window of %d by %d, table of %d, calendar of %d by %d px\n",
           gtk_widget_get_width (GTK_WIDGET (window)), gtk_widget_get_height (GTK_WIDGET (window)),
           gtk_widget_get_width (GTK_WIDGET (plt_retro_page_get_grid (page))),
           gtk_widget_get_width (GTK_WIDGET (plt_retro_page_get_timeline (page))),
           gtk_widget_get_height (GTK_WIDGET (plt_retro_page_get_timeline (page))));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double mean = measure_scroll (page, steps[i]);

      g_print ("%u tasks, %u links, %.0f px a day, table and calendar: %.2f ms a scroll step\n",
               N_TASKS, N_LINKS, plt_timeline_get_view (plt_retro_page_get_timeline (page))->step,
               mean);
      worst = MAX (worst, mean);
    }
  measure_cells (page);
  g_print ("worst scroll step against a frame: %.2f\n", worst / FRAME_MS);
  plt_test_window_close (window);
  return worst <= FRAME_MS ? 0 : 1;
}

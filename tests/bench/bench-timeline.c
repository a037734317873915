/* PltTimeline: 2,000 tasks with 3,000 links, scrolled a step at a time, against what one frame may
 * take at 60 a second.
 *
 * What is measured is the processor time of this process from the turn of the wheel to the frame
 * that shows it, at three zooms: a year, a month, a week in sight. Prints the ratio of the slowest
 * of the three means to a frame of 16.7 ms; fails when it is above 1. */
#include "config.h"

#include <time.h>

#include "plt-timeline.h"

#define N_TASKS 2000
#define N_LINKS 3000
#define N_STEPS 120
#define FRAME_MS (1000.0 / 60)

static PltGantt *
new_gantt (guint8 **can)
{
  const PltDate first = plt_date_from_ymd (2027, 1, 4);
  PltGantt *gantt = plt_gantt_new (first, first + 1500);

  *can = g_new0 (guint8, N_TASKS);
  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tâche %u du montage et du mixage", i);
      PltGanttRow *row = plt_gantt_row (gantt, name);

      row->beside = row->label;
      row->depth = 1;
      row->phase = i / 400;
      row->from = first + (PltDate) (i * 7 / 10);
      row->to = row->from + (PltDate) (4 + i % 23);
      row->progress = i % 5 == 0 ? 40 : 0;
      row->slack_to = i % 3 == 0 ? row->to + 9 : PLT_DATE_NONE;
      row->base_from = row->from - 3;
      row->base_to = row->to - 2;
      if (i % 40 == 0)
        row->flags = PLT_GANTT_GROUP, row->depth = 0;
      else if (i % 11 == 0)
        row->flags = PLT_GANTT_MILESTONE, row->from = row->to;
      (*can)[i] = PLT_TIMELINE_CAN_MOVE | PLT_TIMELINE_CAN_LINK;
    }
  for (guint i = 0; i < N_LINKS; i++)
    {
      PltGanttLink link
          = { i % N_TASKS, (i % N_TASKS + 1 + i % 17) % N_TASKS,
              (PltNetworkKind) (i % 4 == 0 ? i % PLT_NETWORK_N_KINDS : 0), i % 9 == 0 };

      g_array_append_val (gantt->links, link);
    }
  return gantt;
}

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
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
measure (GtkWidget *timeline, GtkAdjustment *down, double step)
{
  double start;

  plt_timeline_zoom (PLT_TIMELINE (timeline), 0);
  for (int i = 0; i < 60 && plt_timeline_get_view (PLT_TIMELINE (timeline))->step < step; i++)
    plt_timeline_zoom (PLT_TIMELINE (timeline), 1);
  gtk_adjustment_set_value (down, 0);
  wait_for_frame (timeline);
  start = now_ms ();
  for (int i = 1; i <= N_STEPS; i++)
    {
      gtk_adjustment_set_value (down, i * 48 * 3);
      plt_timeline_reveal (PLT_TIMELINE (timeline), (guint) (i * 6));
      wait_for_frame (timeline);
    }
  return (now_ms () - start) / N_STEPS;
}

int
main (int argc, char **argv)
{
  static const double steps[] = { 2, 12, 48 };
  GtkWidget *window, *scroller, *timeline;
  GtkAdjustment *down;
  g_autofree guint8 *can = NULL;
  PltGantt *gantt = new_gantt (&can);
  double worst = 0;

  gtk_init ();
  window = gtk_window_new ();
  scroller = gtk_scrolled_window_new ();
  timeline = plt_timeline_new ();
  down = gtk_adjustment_new (0, 0, N_TASKS * 24, 24, 700, 800);
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 840);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (scroller), down);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), timeline);
  plt_timeline_set_span (PLT_TIMELINE (timeline), gantt->from, gantt->to);
  plt_timeline_set_gantt (PLT_TIMELINE (timeline), gantt, can);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_frame_clock (timeline) == NULL || gtk_widget_get_width (timeline) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (timeline);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double mean = measure (timeline, down, steps[i]);

      g_print ("%u tasks, %u links, %.0f px a day: %.2f ms a scroll step\n", N_TASKS, N_LINKS,
               plt_timeline_get_view (PLT_TIMELINE (timeline))->step, mean);
      worst = MAX (worst, mean);
    }
  g_print ("worst scroll step against a frame: %.2f\n", worst / FRAME_MS);
  gtk_window_destroy (GTK_WINDOW (window));
  return worst <= FRAME_MS ? 0 : 1;
}

/* A window on the rétroplanning of three linked tasks, and hands to drag, press and look. */
#pragma once

#include <string.h>

#include "plt-load-page.h"
#include "plt-retro-commands.h"
#include "plt-retro-dialogs.h"
#include "plt-retro-files.h"
#include "plt-retro-view.h"
#include "plt-rows.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltStore *store;
  PltRetroPage *page;
  PltRetroModel *model;
  PltTimeline *timeline;
  gint64 cut, mix, grade; /* Montage, then Mixage and Étalonnage */
} Fixture;

static inline gint64
add_task (PltStore *store, const char *name, const char *days)
{
  g_autoptr (GError) error = NULL;
  gint64 id = plt_store_insert (store, "task", &error, "name", name, "phase", "postproduction",
                                "duration_days", days, "team", "Montage", NULL);

  g_assert_no_error (error);
  return id;
}

static inline void
add_link (PltStore *store, gint64 from, gint64 to)
{
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, to);

  g_assert_cmpint (
      plt_store_insert (store, "task_link", NULL, "predecessor", first, "task", second, NULL), !=,
      0);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();

  g_assert_true (plt_store_set (store, "production", 1, "delivery_date", "2028-03-31", NULL));
  fixture->cut = add_task (store, "Montage", "20");
  fixture->mix = add_task (store, "Mixage", "10");
  fixture->grade = add_task (store, "Étalonnage", "5");
  add_link (store, fixture->cut, fixture->mix);
  add_link (store, fixture->cut, fixture->grade);
  fixture->window = plt_test_window_new (store);
  fixture->session = plt_window_get_session (fixture->window);
  fixture->store = store;
  g_assert_true (plt_window_show_view (fixture->window, "timeline", NULL));
  plt_test_settle ();
  fixture->page = plt_retro_view_get_plan (PLT_RETRO_VIEW (plt_window_get_view (fixture->window)));
  fixture->model = plt_retro_page_get_model (fixture->page);
  fixture->timeline = plt_retro_page_get_timeline (fixture->page);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

/* ---- hands ---- */

static inline GtkEventController *
controller_of (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (one, type))
        return one; /* the widget keeps it */
    }
  g_assert_not_reached ();
}

/* As the widget hears it: whoever answers first has it. */
static inline gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (fixture->timeline));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (all) && !handled; i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (one))
        g_signal_emit_by_name (one, "key-pressed", keyval, 0u, state, &handled);
    }
  plt_test_settle ();
  return handled;
}

static inline int
row_of (Fixture *fixture, gint64 task)
{
  int row = plt_retro_model_find_task (fixture->model, task);

  g_assert_cmpint (row, >=, 0);
  return row;
}

static inline void
point_at (Fixture *fixture, gint64 task)
{
  plt_grid_set_cursor (plt_retro_page_get_grid (fixture->page), (guint) row_of (fixture, task),
                       PLT_RETRO_COLUMN_NAME);
  plt_test_settle ();
  g_assert_cmpint (plt_timeline_get_cursor (fixture->timeline), ==, row_of (fixture, task));
}

static inline void
middle_of_bar (Fixture *fixture, gint64 task, double *x, double *y)
{
  const PltGanttView *view = plt_timeline_get_view (fixture->timeline);
  const PltGantt *gantt = plt_timeline_get_gantt (fixture->timeline);
  double x0, x1;

  g_assert_true (plt_gantt_view_bar (view, gantt, (guint) row_of (fixture, task), &x0, &x1));
  *x = (x0 + x1) / 2;
  *y = plt_gantt_view_y (view, (guint) row_of (fixture, task)) + view->row / 2;
}

/* Takes the bar and brings it that many days further, without letting it go. */
static inline void
drag (Fixture *fixture, gint64 task, int days)
{
  GtkEventController *gesture
      = controller_of (GTK_WIDGET (fixture->timeline), GTK_TYPE_GESTURE_DRAG);
  double x, y;

  middle_of_bar (fixture, task, &x, &y);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update",
                         days * plt_timeline_get_view (fixture->timeline)->step, 0.0);
  plt_test_settle ();
}

static inline void
let_go (Fixture *fixture, int days)
{
  g_signal_emit_by_name (controller_of (GTK_WIDGET (fixture->timeline), GTK_TYPE_GESTURE_DRAG),
                         "drag-end", days * plt_timeline_get_view (fixture->timeline)->step, 0.0);
  plt_test_settle ();
}

static inline const PltNetworkDates *
dates_of (Fixture *fixture, gint64 task)
{
  return &plt_retro_find (plt_retro_model_get_retro (fixture->model), task)->dates;
}

static inline guint
n_links (Fixture *fixture)
{
  return plt_session_get_facts (fixture->session)->task_links.n;
}

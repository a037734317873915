/* A whole shooting day typed in the rapport horaire: entries, Enter and the actions behind the
 * keys; given back to the plan and undone; incidents, conformity, doors to the cells. */
#include "plt-grid.h"
#include "plt-report-view.h"
#include "plt-rows.h"
#include "plt-shortcuts.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

static const char *const film[] = {
  "s1: sequence | number = 1 | premin_seconds = 1:30 | planned_shots = 2 | shooting_minutes = 120",
  "s2: sequence | number = 2A | premin_seconds = 0:45 | planned_shots = 2 | shooting_minutes = 60",
  "s3: sequence | number = 3 | premin_seconds = 1:00 | shooting_minutes = 90",
  "plan: schedule | name = Plan | day_minutes = 8h",
  "d1: shooting_day | schedule = @plan | date = 12/04/2027",
  "d2: shooting_day | schedule = @plan | date = 13/04/2027",
  "production | schedule = ^plan",
  "strip | schedule = @plan | day = @d1 | sequence = @s1",
  "strip | schedule = @plan | day = @d1 | sequence = @s2",
  "strip | schedule = @plan | day = @d2 | sequence = @s3",
  NULL
};

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltStore *store;
  PltReportView *view;
  PltLogBar *bar;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_lines (film);

  self->window = plt_test_window_new (store);
  self->session = plt_window_get_session (self->window);
  self->store = store;
  g_assert_true (plt_window_show_view (self->window, "reports", NULL));
  plt_test_settle ();
  self->view = PLT_REPORT_VIEW (plt_window_get_view (self->window));
  self->bar = plt_report_log_page_get_bar (plt_report_view_get_log (self->view));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_test_window_close (self->window);
}

static const char *
text (Fixture *self, PltLogField field)
{
  return gtk_editable_get_text (GTK_EDITABLE (plt_log_bar_get_entry (self->bar, field)));
}

static void
type (Fixture *self, PltLogField field, const char *what)
{
  gtk_editable_set_text (GTK_EDITABLE (plt_log_bar_get_entry (self->bar, field)), what);
}

/* The action that a key of the table of shortcuts stands for. */
static void
key (Fixture *self, const char *accel)
{
  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    for (guint i = 0; i < PLT_SHORTCUT_MAX_KEYS && s->keys[i] != NULL; i++)
      if (g_str_equal (s->keys[i], accel))
        {
          plt_test_activate (self->window, s->action);
          plt_test_settle ();
          return;
        }
  g_error ("no action is on %s", accel);
}

static void
enter (Fixture *self)
{
  g_signal_emit_by_name (plt_log_bar_get_entry (self->bar, PLT_LOG_FIELD_LENGTH), "activate");
  plt_test_settle ();
}

static void
assert_bar (Fixture *self, const char *expected)
{
  g_autofree char *got
      = g_strdup_printf ("%s/%s/%s", text (self, PLT_LOG_FIELD_SEQUENCE),
                         text (self, PLT_LOG_FIELD_SHOT), text (self, PLT_LOG_FIELD_TAKE));

  g_assert_cmpstr (got, ==, expected);
}

/* One take: its hour, its length, kept or not. */
static void
shoot (Fixture *self, const char *hour, const char *length, gboolean kept)
{
  type (self, PLT_LOG_FIELD_HOUR, hour);
  type (self, PLT_LOG_FIELD_LENGTH, length);
  if (kept)
    key (self, "F7");
  enter (self);
}

/* Séquence 1 in two shots, the meal, an incident, 2A half done. */
static void
shoot_day (Fixture *self)
{
  assert_bar (self, "1/1/1");
  type (self, PLT_LOG_FIELD_CARD, "A001");
  shoot (self, "9h30", "0:40", FALSE);
  assert_bar (self, "1/1/2");
  g_assert_cmpstr (text (self, PLT_LOG_FIELD_CARD), ==, "A001");
  g_assert_cmpstr (text (self, PLT_LOG_FIELD_HOUR), ==, "");
  shoot (self, "9h40", "0:42", TRUE);
  key (self, "F3");
  assert_bar (self, "1/2/1");
  shoot (self, "10h10", "0:20", TRUE);
  type (self, PLT_LOG_FIELD_HOUR, "12h30");
  key (self, "<Shift>F5");
  key (self, "F4");
  assert_bar (self, "2A/1/1");
  shoot (self, "14h10", "0:25", TRUE);
  type (self, PLT_LOG_FIELD_HOUR, "14h30");
  type (self, PLT_LOG_FIELD_REMARK, "Panne de groupe");
  key (self, "F12");
}

static void
test_day (Fixture *self, gconstpointer data)
{
  shoot_day (self);
  plt_assert_rows (self->store, "day_report", "date", "12/04/2027");
  plt_assert_rows (self->store, "log_entry", "kind", "prise|prise|prise|repas|prise|incident");
  plt_assert_rows (self->store, "log_entry", "shot", "1|1|2||1|");
  plt_assert_rows (self->store, "log_entry", "take", "1|2|1||1|");
  plt_assert_rows (self->store, "log_entry", "kept", "non|oui|oui|non|oui|non");
  plt_assert_rows (self->store, "log_entry", "card", "A001|A001|A001||A001|");
  plt_assert_rows (self->store, "incident", "name", "Panne de groupe");
  g_assert_nonnull (
      strstr (plt_report_log_page_get_figures (plt_report_view_get_log (self->view)), "4 takes"));
}

/* Tab goes through a take as it is read, the tick between the length and the card; Enter writes
 * from the tick too. The remark has a line to itself. */
static void
test_tab (Fixture *self, gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (self->window);
  GtkWidget *bar = GTK_WIDGET (self->bar);
  GtkWidget *remark = plt_log_bar_get_entry (self->bar, PLT_LOG_FIELD_REMARK);
  static const PltLogField after[]
      = { PLT_LOG_FIELD_CARD, PLT_LOG_FIELD_LENS, PLT_LOG_FIELD_REMARK };

  gtk_widget_grab_focus (plt_log_bar_get_entry (self->bar, PLT_LOG_FIELD_LENGTH));
  g_assert_true (gtk_widget_child_focus (bar, GTK_DIR_TAB_FORWARD));
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_root_get_focus (root)));
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      g_assert_true (gtk_widget_child_focus (bar, GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root),
                                             plt_log_bar_get_entry (self->bar, after[i])));
    }
  g_assert_cmpint (gtk_widget_get_width (remark) * 2, >, gtk_widget_get_width (bar));
}

/* Another séquence begins with its own shot, a meal belongs to none, and the clock goes on after
 * midnight. */
static void
test_night (Fixture *self, gconstpointer data)
{
  shoot (self, "22h10", "0:40", TRUE);
  key (self, "F3");
  assert_bar (self, "1/2/1");
  type (self, PLT_LOG_FIELD_SEQUENCE, "3");
  shoot (self, "0h20", "0:30", TRUE);
  assert_bar (self, "3/1/2");
  g_assert_true (plt_session_undo (self->session)); /* what is proposed goes back too */
  plt_test_settle ();
  assert_bar (self, "1/1/2");
  g_assert_true (plt_session_redo (self->session));
  plt_test_settle ();
  assert_bar (self, "3/1/2");
  type (self, PLT_LOG_FIELD_SEQUENCE, "1");
  type (self, PLT_LOG_FIELD_HOUR, "1h00");
  key (self, "<Shift>F5");
  plt_assert_rows (self->store, "log_entry", "start_minutes", "22h10|24h20|25h00");
  plt_assert_rows (self->store, "log_entry", "shot", "1|1|");
  plt_assert_rows (self->store, "log_entry", "sequence", "1|3|");
}

/* Each line is one step of the history: undone one by one, down to no report at all. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (self->store);
  g_autofree char *after = NULL;

  shoot_day (self);
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_true (plt_session_undo (self->session));
  plt_test_settle ();
  after = plt_store_checksum (self->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_give_back (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  shoot_day (self);
  before = plt_store_checksum (self->store);
  plt_test_activate (self->window, "view.report-give-back");
  plt_test_settle ();
  plt_assert_rows (self->store, "sequence", "status", "tournee|partielle|a-tourner");
  plt_assert_rows (self->store, "strip", "shots_done", "|2|1|");
  plt_assert_undo_redo (self->store, before);
  g_assert_false (g_action_group_get_action_enabled (plt_view_get_actions (PLT_VIEW (self->view)),
                                                     "report-give-back"));
}

/* What is wrong stays as it was typed, with its sentence. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  type (self, PLT_LOG_FIELD_SEQUENCE, "99");
  enter (self);
  g_assert_cmpstr (plt_log_bar_get_message (self->bar), !=, "");
  g_assert_cmpstr (text (self, PLT_LOG_FIELD_SEQUENCE), ==, "99");
  type (self, PLT_LOG_FIELD_SEQUENCE, "2a"); /* case does not count */
  type (self, PLT_LOG_FIELD_HOUR, "bientôt");
  enter (self);
  g_assert_cmpstr (plt_log_bar_get_message (self->bar), !=, "");
  type (self, PLT_LOG_FIELD_HOUR, "");
  type (self, PLT_LOG_FIELD_LENGTH, "longue");
  enter (self);
  g_assert_cmpstr (plt_log_bar_get_message (self->bar), !=, "");
  plt_assert_rows (self->store, "log_entry", "kind", "");
  type (self, PLT_LOG_FIELD_LENGTH, "");
  enter (self);
  g_assert_cmpstr (plt_log_bar_get_message (self->bar), ==, "");
  plt_assert_rows (self->store, "log_entry", "kind", "prise");
}

static void
test_kept_last (Fixture *self, gconstpointer data)
{
  shoot (self, "9h30", "0:40", FALSE);
  key (self, "<Control>F7");
  plt_assert_rows (self->store, "log_entry", "kept", "oui");
  key (self, "<Control>F7");
  plt_assert_rows (self->store, "log_entry", "kept", "non");
  key (self, "F5");
  g_assert_cmpstr (text (self, PLT_LOG_FIELD_HOUR), !=, "");
}

static void
test_report (Fixture *self, gconstpointer data)
{
  plt_report_view_show_day (self->view, 1);
  plt_test_activate (self->window, "view.report-begin");
  plt_test_settle ();
  plt_assert_rows (self->store, "day_report", "date", "13/04/2027");
  g_assert_cmpuint (plt_report_view_get_day (self->view), ==, 1);
  plt_view_show_page (PLT_VIEW (self->view), "production");
  plt_test_settle ();
  g_assert_cmpstr (plt_preview_get_message (
                       plt_report_day_page_get_preview (plt_report_view_get_day_page (self->view))),
                   ==, "");
  plt_test_activate (self->window, "view.report-finish");
  plt_test_settle ();
  plt_assert_rows (self->store, "day_report", "status", "termine");
}

static void
test_conformity (Fixture *self, gconstpointer data)
{
  PltConformityPage *page = plt_report_view_get_conformity (self->view);

  shoot_day (self);
  plt_view_show_page (PLT_VIEW (self->view), "conformity");
  plt_test_settle ();
  plt_grid_set_cursor (plt_conformity_page_get_grid (page), 0, PLT_CONFORMITY_COLUMN_CRITERIA + 1);
  g_assert_true (plt_conformity_page_press (page, 'c'));
  plt_test_settle ();
  g_assert_true (plt_conformity_page_press (page, 'N'));
  plt_test_settle ();
  g_assert_false (plt_conformity_page_press (page, 'z'));
  plt_assert_rows (self->store, "conformity", "state", "conforme|non-conforme");
  plt_assert_rows (self->store, "conformity", "criterion", "charte-artistique|charte-artistique");
  g_assert_true (plt_session_undo (self->session));
  plt_assert_rows (self->store, "conformity", "state", "conforme");
}

static void
test_doors (Fixture *self, gconstpointer data)
{
  static const char *const tables[][2] = {
    { "day_report", "production" },
    { "log_entry", "log" },
    { "incident", "incidents" },
  };

  shoot_day (self);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_assert_true (
          plt_view_select_ref (PLT_VIEW (self->view), (PltRef){ tables[i][0], 1, NULL }));
      plt_test_settle ();
      g_assert_cmpstr (plt_view_get_page (PLT_VIEW (self->view)), ==, tables[i][1]);
    }
}

#define REPORTS_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  plt_test_window_init (&argc, &argv);

  REPORTS_TEST ("/reports/night", test_night);
  REPORTS_TEST ("/reports/tab", test_tab);
  REPORTS_TEST ("/reports/day", test_day);
  REPORTS_TEST ("/reports/undo", test_undo);
  REPORTS_TEST ("/reports/give-back", test_give_back);
  REPORTS_TEST ("/reports/refused", test_refused);
  REPORTS_TEST ("/reports/kept-last", test_kept_last);
  REPORTS_TEST ("/reports/report", test_report);
  REPORTS_TEST ("/reports/conformity", test_conformity);
  REPORTS_TEST ("/reports/doors", test_doors);
  return g_test_run ();
}

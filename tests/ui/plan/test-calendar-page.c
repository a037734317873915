/* The calendar of the plan: what stands in a month, keys, moving a day, adding. On the small
 * production of the papers: 5, 6 and 8 October 2026, a rest on the 7th, events before and after. */
#include "plt-calendar-cell.h"
#include "plt-calendar-page.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"
#include "plt-view.h"

#define OCTOBER(day) plt_date_from_ymd (2026, 10, (day))

typedef struct
{
  PltStore *store;
  PltWindow *window;
  PltView *view;
  PltSession *session;
  PltCalendarPage *page;
  char *before;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = plt_test_store_papers ();
  self->before = plt_store_checksum (self->store);
  self->window = plt_test_window_new (self->store);
  g_assert_true (plt_window_show_view (self->window, "plan", "calendar"));
  plt_test_settle ();
  self->view = plt_window_get_view (self->window);
  self->session = plt_window_get_session (self->window);
  self->page = PLT_CALENDAR_PAGE (plt_view_get_page_child (self->view, "calendar"));
  g_assert_true (plt_view_grab_content_focus (self->view));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  PltCalendarPage *page = self->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_unref (self->store);
  plt_test_window_close (self->window);
  g_assert_null (page);
  g_free (self->before);
}

/* The key goes to the cell that has the focus, as from the keyboard. */
static void
press (Fixture *self, guint key, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  g_assert_true (PLT_IS_CALENDAR_CELL (focus));
  for (GtkWidget *widget = focus; widget != NULL && widget != GTK_WIDGET (self->page);
       widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
          gboolean done = FALSE;

          if (GTK_IS_EVENT_CONTROLLER_KEY (one))
            g_signal_emit_by_name (one, "key-pressed", key, 0, state, &done);
        }
    }
  plt_test_settle ();
}

/* What assistive technology says of the cell with the focus. */
static const char *
focused (Fixture *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  g_assert_true (PLT_IS_CALENDAR_CELL (focus));
  return plt_calendar_cell_get_speech (PLT_CALENDAR_CELL (focus));
}

static PltDate
date_of (Fixture *self, gint64 day)
{
  return PLT_FACTS_FIND (plt_session_get_facts (self->session)->days, PltDayFacts, day)->date;
}

/* ---- the month ---- */

static const PltCalendarDate *
find (const PltCalendarMonth *month, int day)
{
  for (guint i = 0; i < month->n_weeks * 7; i++)
    if (month->dates[i].date == OCTOBER (day))
      return &month->dates[i];
  g_assert_not_reached ();
}

static char *
lines_of (const PltCalendarDate *date)
{
  GString *text = g_string_new (date->head);

  for (guint i = 0; i < date->lines->len; i++)
    g_string_append_printf (text, "|%s", (const char *) date->lines->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
test_month (Fixture *self, gconstpointer data)
{
  static const struct
  {
    int day;
    guint flags;
    const char *lines;
  } cases[] = {
    { 1, 0, "|14h00 · Fitting · NORA · Costumes 1 et 2 ; foulard, « à gauche »" },
    { 2, 0, "|Reading · Yvon Salaün" },
    { 3, 0, "" },
    { 4, PLT_CALENDAR_OFF, "" }, /* a Sunday */
    { 5, PLT_CALENDAR_SHOOTS, "D1|Port de plaisance|QUAI, BAC|Seq. 1, 2, 3" },
    { 6, PLT_CALENDAR_SHOOTS | PLT_CALENDAR_NIGHT,
      "D2 · night|Ferme de Kerlaouen|MAISON DE NORA, GRANGE|Seq. 4, 4A (1/2)" },
    { 7, 0, "Rest" },
    { 8, PLT_CALENDAR_SHOOTS | PLT_CALENDAR_NIGHT | PLT_CALENDAR_WARNS,
      "D3 · night|! not available: LE PILOTE|Ferme de Kerlaouen|GRANGE|Seq. 4A (2/2)" },
    { 17, PLT_CALENDAR_SCHOOL, "|Vacances de la Toussaint" },
    { 18, PLT_CALENDAR_SCHOOL | PLT_CALENDAR_OFF, "|Vacances de la Toussaint" },
  };
  g_autoptr (PltAgenda) agenda = plt_agenda_new (plt_session_get_plan (self->session));
  g_autoptr (PltCalendarMonth) month = plt_calendar_month_new (agenda, 2026, 10);
  g_autofree char *undated = plt_calendar_undated (agenda);

  g_assert_cmpuint (month->n_weeks, ==, 5);
  g_assert_cmpstr (month->title, ==, "octobre 2026");
  g_assert_cmpstr (undated, ==, "");
  g_assert_cmpuint (month->dates[0].flags, ==, PLT_CALENDAR_OUTSIDE); /* 28 September */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PltCalendarDate *date = find (month, cases[i].day);
      g_autofree char *lines = lines_of (date);

      g_assert_cmpstr (lines, ==, cases[i].lines);
      g_assert_cmpuint (date->flags, ==, cases[i].flags);
    }
  g_assert_cmpint (find (month, 5)->day, ==, 1);
  g_assert_cmpint (find (month, 1)->event, ==, 2);
  g_assert_true (g_str_has_prefix (find (month, 5)->speech, "lundi 5 octobre 2026, D1, "));
}

static void
test_undated (Fixture *self, gconstpointer data)
{
  g_autoptr (PltAgenda) agenda = NULL;
  g_autofree char *undated = NULL;

  g_assert_true (plt_store_set (self->store, "shooting_day", 1, "date", "", NULL));
  g_assert_true (plt_store_set (self->store, "shooting_day", 3, "date", "", NULL));
  plt_test_settle ();
  agenda = plt_agenda_new (plt_session_get_plan (self->session));
  undated = plt_calendar_undated (agenda);
  g_assert_cmpstr (undated, ==, "D1, Rest");
}

/* ---- the page ---- */

/* Begins on the first day of the plan; each key leaves the focus where it says. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    int year, month, day;
  } cases[] = {
    { GDK_KEY_Right, 0, 2026, 10, 6 },
    { GDK_KEY_Left, 0, 2026, 10, 5 },
    { GDK_KEY_Left, 0, 2026, 10, 4 },
    { GDK_KEY_Down, 0, 2026, 10, 11 },
    { GDK_KEY_Up, 0, 2026, 10, 4 },
    { GDK_KEY_Home, 0, 2026, 9, 28 }, /* Monday: the calendar turns to September */
    { GDK_KEY_End, 0, 2026, 10, 4 },
    { GDK_KEY_Page_Down, 0, 2026, 11, 4 },
    { GDK_KEY_Page_Up, 0, 2026, 10, 4 },
    { GDK_KEY_End, GDK_CONTROL_MASK, 2026, 11, 12 }, /* the dubbing session */
    { GDK_KEY_Home, GDK_CONTROL_MASK, 2026, 9, 28 }, /* the recce */
  };

  g_assert_cmpint (plt_calendar_page_get_date (self->page), ==, OCTOBER (5));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltDate date = plt_date_from_ymd (cases[i].year, cases[i].month, cases[i].day);
      g_autofree char *said = plt_date_format_long (date);

      g_test_message ("case %u", i);
      press (self, cases[i].key, cases[i].state);
      g_assert_cmpint (plt_calendar_page_get_date (self->page), ==, date);
      g_assert_true (g_str_has_prefix (focused (self), said));
    }
}

/* The cursor selects; Enter opens the form in the side pane. */
static void
test_selection (Fixture *self, gconstpointer data)
{
  press (self, GDK_KEY_Right, 0);
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "shooting_day");
  g_assert_cmpint (plt_session_get_selection (self->session).id, ==, 2);
  plt_calendar_page_go_to (self->page, OCTOBER (1));
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "event");
  press (self, GDK_KEY_Return, 0);
  g_assert_false (PLT_IS_CALENDAR_CELL (gtk_root_get_focus (GTK_ROOT (self->window))));
  g_assert_true (plt_view_select_ref (self->view, (PltRef){ "event", 4, NULL }));
  g_assert_cmpint (plt_calendar_page_get_date (self->page), ==, plt_date_from_ymd (2026, 11, 12));
  g_assert_false (plt_view_select_ref (self->view, (PltRef){ "event", 99, NULL }));
}

static void
test_move (Fixture *self, gconstpointer data)
{
  press (self, GDK_KEY_Down, GDK_CONTROL_MASK); /* D1 a week later: last */
  g_assert_cmpint (date_of (self, 1), ==, OCTOBER (12));
  g_assert_cmpint (plt_calendar_page_get_date (self->page), ==, OCTOBER (12));
  g_assert_nonnull (strstr (focused (self), "D3"));
  plt_assert_undo_redo (self->store, self->before);
  g_assert_true (plt_store_undo (self->store, NULL));
  plt_test_settle ();
  plt_calendar_page_go_to (self->page, OCTOBER (5));
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK); /* changes places with the night */
  g_assert_cmpint (date_of (self, 1), ==, OCTOBER (6));
  g_assert_cmpint (date_of (self, 2), ==, OCTOBER (5));
  g_assert_true (plt_store_undo (self->store, NULL));
  plt_test_settle ();
  plt_calendar_page_go_to (self->page, OCTOBER (6));
  press (self, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK); /* and the later ones */
  g_assert_cmpint (date_of (self, 1), ==, OCTOBER (5));
  g_assert_cmpint (date_of (self, 2), ==, OCTOBER (13));
  g_assert_cmpint (date_of (self, 4), ==, OCTOBER (15));
  plt_assert_undo_redo (self->store, self->before);
}

/* What is locked, published, or no day stays. */
static void
test_stays (Fixture *self, gconstpointer data)
{
  plt_calendar_page_go_to (self->page, OCTOBER (2)); /* an event only */
  g_assert_false (plt_calendar_page_move (self->page, OCTOBER (3), FALSE));
  g_assert_true (plt_store_set (self->store, "shooting_day", 1, "locked", "1", NULL));
  plt_test_settle ();
  plt_calendar_page_go_to (self->page, OCTOBER (5));
  g_assert_false (plt_calendar_page_move (self->page, OCTOBER (3), FALSE));
  g_assert_cmpint (date_of (self, 1), ==, OCTOBER (5));
  g_assert_true (plt_store_set (self->store, "shooting_day", 1, "locked", "0", NULL));
  g_assert_true (plt_store_set (self->store, "schedule", 1, "status", "publiee", NULL));
  plt_test_settle ();
  g_assert_false (plt_calendar_page_move (self->page, OCTOBER (3), FALSE));
  g_assert_false (plt_calendar_page_add_day (self->page));
  g_assert_cmpint (date_of (self, 1), ==, OCTOBER (5));
}

static void
test_add (Fixture *self, gconstpointer data)
{
  gint64 days = plt_rows_count (self->store, plt_table_find ("shooting_day"));
  gint64 events = plt_rows_count (self->store, plt_table_find ("event"));

  plt_calendar_page_go_to (self->page, OCTOBER (9));
  press (self, GDK_KEY_Insert, 0);
  g_assert_cmpint (plt_rows_count (self->store, plt_table_find ("shooting_day")), ==, days + 1);
  g_assert_nonnull (strstr (focused (self), "D4"));
  plt_assert_undo_redo (self->store, self->before);
  g_assert_true (plt_store_undo (self->store, NULL));
  plt_test_settle ();
  plt_calendar_page_go_to (self->page, OCTOBER (3));
  press (self, GDK_KEY_n, 0);
  g_assert_cmpint (plt_rows_count (self->store, plt_table_find ("event")), ==, events + 1);
  plt_assert_cell (self->store, "event", 5, "date", "03/10/2026");
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "event");
  g_assert_cmpint (plt_session_get_selection (self->session).id, ==, 5);
  plt_assert_undo_redo (self->store, self->before);
}

static void
test_accessible (Fixture *self, gconstpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       focused (self));
  g_assert_nonnull (strstr (focused (self), "QUAI, BAC"));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  ADD ("/ui/calendar/month", test_month);
  ADD ("/ui/calendar/undated", test_undated);
  ADD ("/ui/calendar/keys", test_keys);
  ADD ("/ui/calendar/selection", test_selection);
  ADD ("/ui/calendar/move", test_move);
  ADD ("/ui/calendar/stays", test_stays);
  ADD ("/ui/calendar/add", test_add);
  ADD ("/ui/calendar/accessible", test_accessible);
  return g_test_run ();
}

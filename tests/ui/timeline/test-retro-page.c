/* The table and the page of the rétroplanning in a window: what a task waits for, phases in the
 * side pane, the first cursor, what is found, what is remembered, links by the keyboard. */
#include "retro-view-hands.h"

#include "plt-field.h"

static char *
cell_text (Fixture *fixture, gint64 task, PltRetroColumn column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), (guint) row_of (fixture, task), column,
                           &cell);
  return g_strdup (cell.text);
}

/* Predecessors by number, kind and lag; the circle refused with its path; how a task is placed. */
static void
test_after (Fixture *fixture, gconstpointer data)
{
  PltGridModel *table = PLT_GRID_MODEL (fixture->model);
  g_autofree char *number = cell_text (fixture, fixture->mix, PLT_RETRO_COLUMN_NUMBER);
  g_autofree char *typed = g_strconcat (number, "FD-2j", NULL);
  g_autofree char *shown = g_strconcat (number, "FS-2d", NULL), *text = NULL, *placed = NULL;
  g_autoptr (GError) error = NULL, bound = NULL;
  const PltDate late = dates_of (fixture, fixture->cut)->start;
  const guint n = n_links (fixture);

  g_assert_true (plt_grid_model_set_text (table, (guint) row_of (fixture, fixture->grade),
                                          PLT_RETRO_COLUMN_AFTER, typed, &error));
  g_assert_no_error (error);
  plt_test_settle ();
  text = cell_text (fixture, fixture->grade, PLT_RETRO_COLUMN_AFTER);
  g_assert_cmpstr (text, ==, shown);
  g_assert_false (plt_grid_model_set_text (table, (guint) row_of (fixture, fixture->cut),
                                           PLT_RETRO_COLUMN_AFTER, "Étalonnage", &error));
  g_assert_nonnull (strstr (error->message, "→ Montage"));
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (n_links (fixture), ==, n);

  g_assert_false (plt_grid_model_set_text (table, (guint) row_of (fixture, fixture->cut),
                                           PLT_RETRO_COLUMN_PLACING, "Starts no earlier than",
                                           &bound));
  g_assert_nonnull (bound);
  g_assert_true (plt_grid_model_set_text (table, (guint) row_of (fixture, fixture->cut),
                                          PLT_RETRO_COLUMN_PLACING, "As early as possible", NULL));
  plt_test_settle ();
  placed = cell_text (fixture, fixture->cut, PLT_RETRO_COLUMN_PLACING);
  g_assert_cmpstr (placed, ==, "As early as possible");
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, <=, late);
}

/* Who works on a task, typed where it is read: people there are, a function still to be given. */
static void
test_crew (Fixture *fixture, gconstpointer data)
{
  PltGridModel *table = PLT_GRID_MODEL (fixture->model);
  g_autofree char *text = NULL, *again = NULL;
  g_auto (GStrv) proposed = NULL;
  g_autoptr (GError) error = NULL;
  const guint row = (guint) row_of (fixture, fixture->mix);

  plt_store_insert (fixture->store, "person", NULL, "first_name", "Gaëlle", "last_name", "Kervella",
                    NULL);
  plt_test_settle ();
  g_assert_true (plt_grid_model_set_text (table, row, PLT_RETRO_COLUMN_PEOPLE,
                                          "kervella 50 %; mixeur", &error));
  g_assert_no_error (error);
  plt_test_settle ();
  text = cell_text (fixture, fixture->mix, PLT_RETRO_COLUMN_PEOPLE);
  g_assert_cmpstr (text, ==, "Gaëlle Kervella 50\302\240%, mixeur");
  proposed = plt_grid_model_get_completions (table, row, PLT_RETRO_COLUMN_PEOPLE);
  g_assert_true (g_strv_contains ((const char *const *) proposed, "Gaëlle Kervella"));
  g_assert_true (g_strv_contains ((const char *const *) proposed, "mixeur"));
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  again = cell_text (fixture, fixture->mix, PLT_RETRO_COLUMN_PEOPLE);
  g_assert_cmpstr (again, ==, "");
}

/* What has no form says what it comes to in the side pane, and no form of the production. */
static void
test_phase_pane (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);
  GtkWidget *pane;
  int row = row_of (fixture, fixture->cut);

  while (plt_retro_model_get_line (fixture->model, (guint) row)->level > 0)
    row--;
  plt_grid_set_cursor (plt_retro_page_get_grid (fixture->page), (guint) row, PLT_RETRO_COLUMN_NAME);
  plt_test_settle ();
  pane = plt_retro_page_get_pane (fixture->page);
  g_assert_nonnull (pane);
  g_assert_true (plt_view_get_pane (view, NULL) == pane);
  g_assert_null (plt_session_get_selection (fixture->session).table);
  g_assert_nonnull (plt_test_find_label (pane, "Least margin"));
  g_assert_nonnull (plt_test_find_label (pane, "Postproduction"));
  point_at (fixture, fixture->cut);
  g_assert_null (plt_retro_page_get_pane (fixture->page));
  g_assert_null (plt_view_get_pane (view, NULL));
  g_assert_cmpstr (plt_session_get_selection (fixture->session).table, ==, "task");
}

/* Who works on a task, its links and its rooms stand in its pane, each a door. */
static void
test_task_links (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->window), *door;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->mix);
  const PltFacts *facts;
  gint64 link = 0;

  point_at (fixture, fixture->mix);
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (pane, "Nobody yet: type names in the column Person."));
  plt_store_insert (fixture->store, "task_person", NULL, "task", id, "function", "Mixeuse",
                    "share_e6", "50 %", NULL);
  plt_store_insert (fixture->store, "room_booking", NULL, "task", id, "room", "Auditorium 2",
                    "from_date", "2027-06-28", "to_date", "2027-06-30", NULL);
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (pane, "Mixeuse · 50\302\240%"));
  g_assert_nonnull (plt_test_find_label (pane, "Auditorium 2 · 28/06 → 30/06/2027 · Option"));
  g_assert_null (plt_test_find_label (pane, "Nobody yet: type names in the column Person."));
  facts = plt_session_get_facts (fixture->session);
  for (guint i = 0; i < facts->task_links.n; i++)
    if (facts->task_links.items[i].task == fixture->mix)
      link = facts->task_links.items[i].id;
  g_assert_true (plt_store_set (fixture->store, "task_link", link, "kind", "debut-debut", NULL));
  g_assert_true (plt_store_set (fixture->store, "task_link", link, "lag_days", "3", NULL));
  plt_test_settle ();
  door = plt_test_find_label (pane, "Montage · Start to start + 3 working days");
  g_assert_nonnull (door);
  g_signal_emit_by_name (gtk_widget_get_ancestor (door, GTK_TYPE_BUTTON), "clicked");
  plt_test_settle ();
  g_assert_cmpint (plt_session_get_selection (fixture->session).id, ==, fixture->cut);
}

/* The first time the cursor is on a task; what is found gets it, not the phase above. */
static void
test_first_cursor (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = plt_test_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (
      plt_retro_model_get_task (fixture->model, (guint) plt_retro_page_get_row (fixture->page)));
  gtk_editable_set_text (GTK_EDITABLE (search), "étalon");
  g_signal_emit_by_name (search, "search-changed");
  plt_test_settle ();
  g_assert_cmpint (plt_retro_page_get_row (fixture->page), ==, row_of (fixture, fixture->grade));
  g_signal_emit_by_name (search, "stop-search");
  plt_test_settle ();
  g_assert_cmpint (plt_retro_page_get_row (fixture->page), ==, row_of (fixture, fixture->grade));
}

static void
type (Fixture *fixture, const char *text, gint64 now)
{
  for (; *text != '\0'; text++)
    g_assert_true (
        plt_retro_page_type_ahead (fixture->page, gdk_unicode_to_keyval ((guint) *text), now));
}

/* Without accents; the letters of commands belong to a name once it has been begun; a pause begins
 * another one. */
static void
test_type_ahead (Fixture *fixture, gconstpointer data)
{
  const gint64 now = G_USEC_PER_SEC * 100;

  point_at (fixture, fixture->cut);
  type (fixture, "etal", now);
  g_assert_cmpint (plt_retro_page_get_row (fixture->page), ==, row_of (fixture, fixture->grade));
  type (fixture, "mix", now + 2 * G_USEC_PER_SEC);
  g_assert_cmpint (plt_retro_page_get_row (fixture->page), ==, row_of (fixture, fixture->mix));
  g_assert_false (plt_retro_page_type_ahead (fixture->page, GDK_KEY_l, now + 4 * G_USEC_PER_SEC));
  g_assert_false (
      plt_retro_page_type_ahead (fixture->page, GDK_KEY_Down, now + 4 * G_USEC_PER_SEC));
  type (fixture, "zzz", now + 6 * G_USEC_PER_SEC); /* nothing: it stays */
  g_assert_cmpint (plt_retro_page_get_row (fixture->page), ==, row_of (fixture, fixture->mix));
}

/* Where the divider was put, and what was folded, is there again in another window. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  GtkPaned *panes = GTK_PANED (plt_test_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_PANED));
  const int position = gtk_paned_get_position (panes) + 40;
  g_autoptr (PltStore) store = g_object_ref (fixture->store);
  g_autofree char *folded = NULL, *again = NULL;
  PltRetroPage *page;

  gtk_paned_set_position (panes, position);
  gtk_widget_queue_resize (GTK_WIDGET (panes));
  plt_retro_model_expand_all (fixture->model, FALSE);
  folded = plt_retro_model_get_folded (fixture->model);
  g_assert_cmpstr (folded, !=, "");
  plt_test_settle ();
  plt_test_window_close (fixture->window);
  fixture->window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (fixture->window, "timeline", NULL));
  plt_test_settle ();
  page = plt_retro_view_get_plan (PLT_RETRO_VIEW (plt_window_get_view (fixture->window)));
  g_assert_cmpint (
      gtk_paned_get_position (GTK_PANED (plt_test_find_widget (GTK_WIDGET (page), GTK_TYPE_PANED))),
      ==, position);
  again = plt_retro_model_get_folded (plt_retro_page_get_model (page));
  g_assert_cmpstr (again, ==, folded);
  plt_retro_model_expand_all (plt_retro_page_get_model (page), TRUE);
}

/* The row that a link aims at comes in sight, up and down. */
static void
test_link_scroll (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *down
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (plt_retro_page_get_grid (fixture->page)));
  gint64 last = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Bruitage %u", i + 1);

      last = add_task (fixture->store, name, "2");
    }
  plt_test_settle ();
  point_at (fixture, fixture->cut);
  gtk_adjustment_set_value (down, 0);
  g_assert_true (press (fixture, GDK_KEY_l, 0));
  g_assert_true (press (fixture, GDK_KEY_End, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, 200);
  g_assert_true (press (fixture, GDK_KEY_Home, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (down), <, 200);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpint (row_of (fixture, last), >, 0);
}

/* ---- a link chosen by a click on its line ---- */

static void
click (Fixture *fixture, double x, double y, int n_press)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (fixture->timeline));
  GtkEventController *gesture
      = controller_of (GTK_WIDGET (fixture->timeline), GTK_TYPE_GESTURE_DRAG);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);

      if (GTK_IS_GESTURE_CLICK (one)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (one)) == GDK_BUTTON_PRIMARY)
        g_signal_emit_by_name (one, "pressed", n_press, x, y);
    }
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-end", 0.0, 0.0);
  plt_test_settle ();
}

/* It is one of those that pass there. */
static gboolean
passes (Fixture *fixture, gint64 from, gint64 to, double x, double y)
{
  const PltGanttView *view = plt_timeline_get_view (fixture->timeline);
  const PltGantt *gantt = plt_timeline_get_gantt (fixture->timeline);

  for (int i = 0, at = -1; i < 3; i++)
    {
      const PltGanttLink *link;

      at = plt_gantt_view_link (view, gantt, x, y, at);
      if (at < 0)
        return FALSE;
      link = &g_array_index (gantt->links, PltGanttLink, at);
      if ((int) link->from == row_of (fixture, from) && (int) link->to == row_of (fixture, to))
        return TRUE;
    }
  return FALSE;
}

/* A point where its line passes and no bar is. */
static void
find_line (Fixture *fixture, gint64 from, gint64 to, double *x, double *y)
{
  const PltGanttView *view = plt_timeline_get_view (fixture->timeline);
  const PltGantt *gantt = plt_timeline_get_gantt (fixture->timeline);
  g_autofree guint8 *can = g_malloc (gantt->rows->len);

  memset (can, PLT_TIMELINE_CAN_MOVE | PLT_TIMELINE_CAN_RESIZE | PLT_TIMELINE_CAN_LINK,
          gantt->rows->len);
  for (*y = view->head + 1; *y < view->height; *y += 1)
    for (*x = 0; *x < view->width; *x += 1)
      if (passes (fixture, from, to, *x, *y)
          && plt_timeline_is_beside (view, gantt, plt_timeline_hit (view, gantt, can, *x, *y), *y))
        return;
  g_assert_not_reached ();
}

/* Again where several pass, until it is that one. */
static void
click_link (Fixture *fixture, gint64 from, gint64 to)
{
  int first = -1, second = -1;
  double x, y;

  find_line (fixture, from, to, &x, &y);
  for (int i = 0; i < 3; i++)
    {
      click (fixture, x, y, 1);
      g_assert_true (plt_timeline_get_link (fixture->timeline, &first, &second));
      if (first == row_of (fixture, from) && second == row_of (fixture, to))
        return;
    }
  g_assert_not_reached ();
}

static void
test_chosen_link (Fixture *fixture, gconstpointer data)
{
  const guint n = n_links (fixture);
  GtkWidget *focus;
  int from = -1, to = -1;
  gint64 link;

  point_at (fixture, fixture->cut);
  g_assert_false (plt_timeline_get_link (fixture->timeline, &from, &to));
  click_link (fixture, fixture->cut, fixture->grade);
  g_assert_true (plt_timeline_get_link (fixture->timeline, &from, &to));
  g_assert_cmpint (from, ==, row_of (fixture, fixture->cut));
  g_assert_cmpint (to, ==, row_of (fixture, fixture->grade));
  g_assert_cmpstr (plt_session_get_selection (fixture->session).table, ==, "task_link");
  link = plt_session_get_selection (fixture->session).id;
  g_assert_nonnull (strstr (plt_timeline_get_told (fixture->timeline),
                            "After the end of “Montage”, “Étalonnage” may begin"));

  g_assert_true (plt_store_set (fixture->store, "task_link", link, "lag_days", "-3", NULL));
  plt_test_settle (); /* the same one, with what it says now */
  g_assert_true (plt_timeline_get_link (fixture->timeline, &from, &to));
  g_assert_nonnull (strstr (plt_timeline_get_told (fixture->timeline), "lag: -3 working days"));
  g_assert_cmpint (plt_session_get_selection (fixture->session).id, ==, link);

  g_assert_true (press (fixture, GDK_KEY_Return, 0)); /* its form, at its kind */
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (fixture->page)));
  g_assert_nonnull (focus);
  g_assert_false (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->page)));
  g_assert_true (plt_timeline_get_link (fixture->timeline, &from, &to));

  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (plt_timeline_get_link (fixture->timeline, &from, &to));
  g_assert_cmpstr (plt_session_get_selection (fixture->session).table, ==, "task");
  g_assert_true (g_str_has_prefix (plt_timeline_get_told (fixture->timeline), "Montage: "));

  click_link (fixture, fixture->cut, fixture->grade);
  g_assert_true (press (fixture, GDK_KEY_Delete, 0)); /* the link, not the task */
  g_assert_cmpuint (n_links (fixture), ==, n - 1);
  g_assert_nonnull (plt_retro_find (plt_retro_model_get_retro (fixture->model), fixture->cut));
  g_assert_false (plt_timeline_get_link (fixture->timeline, &from, &to));
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (n_links (fixture), ==, n);
}

/* Without the mouse: those of the task, one by one. */
static void
test_stepped_links (Fixture *fixture, gconstpointer data)
{
  int from = -1, to = -1, first;

  point_at (fixture, fixture->cut);
  g_assert_true (press (fixture, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_true (plt_timeline_get_link (fixture->timeline, &from, &to));
  g_assert_cmpint (from, ==, row_of (fixture, fixture->cut));
  first = to;
  press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_true (plt_timeline_get_link (fixture->timeline, &from, &to));
  g_assert_cmpint (to, !=, first);
  press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_true (plt_timeline_get_link (fixture->timeline, &from, &to));
  g_assert_cmpint (to, ==, first);
  press (fixture, GDK_KEY_Down, 0); /* another row: none */
  g_assert_false (plt_timeline_get_link (fixture->timeline, &from, &to));
  g_assert_cmpstr (plt_session_get_selection (fixture->session).table, ==, "task");
}

/* ---- what is chosen with Ctrl ---- */

/* Seen in the table too, and what is done to it is one step. */
static void
test_chosen_rows (Fixture *fixture, gconstpointer data)
{
  PltGrid *grid = plt_retro_page_get_grid (fixture->page);
  const gint64 both[] = { fixture->cut, fixture->grade };

  point_at (fixture, fixture->cut);
  plt_timeline_pick (fixture->timeline, row_of (fixture, fixture->grade), GDK_CONTROL_MASK);
  plt_test_settle ();
  g_assert_true (plt_grid_is_marked_row (grid, (guint) row_of (fixture, fixture->cut)));
  g_assert_true (plt_grid_is_marked_row (grid, (guint) row_of (fixture, fixture->grade)));
  g_assert_false (plt_grid_is_marked_row (grid, (guint) row_of (fixture, fixture->mix)));

  plt_retro_page_do (fixture->page, "lock");
  plt_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    plt_assert_cell (fixture->store, "task", both[i], "locked", "oui");
  plt_assert_cell (fixture->store, "task", fixture->mix, "locked", "non");
  plt_retro_page_do (fixture->page, "unlock");
  plt_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    plt_assert_cell (fixture->store, "task", both[i], "locked", "non");
  plt_retro_page_do (fixture->page, "done");
  plt_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    g_assert_cmpint (plt_retro_find (plt_retro_model_get_retro (fixture->model), both[i])->state,
                     ==, PLT_RETRO_DONE);
  g_assert_true (plt_grid_is_marked_row (grid, (guint) row_of (fixture, fixture->grade)));
  plt_test_activate (fixture->window, "win.undo"); /* one step for both */
  plt_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    g_assert_cmpint (plt_retro_find (plt_retro_model_get_retro (fixture->model), both[i])->state,
                     !=, PLT_RETRO_DONE);
  plt_assert_cell (fixture->store, "task", fixture->cut, "locked", "non");
  point_at (fixture, fixture->mix);
  g_assert_false (plt_grid_is_marked_row (grid, (guint) row_of (fixture, fixture->cut)));
}

/* ---- everything stays in sight ---- */

static void
test_refit (Fixture *fixture, gconstpointer data)
{
  const PltGanttView *view = plt_timeline_get_view (fixture->timeline);
  double step = view->step;

  plt_timeline_zoom (fixture->timeline, 0);
  plt_test_settle ();
  step = view->step;
  g_assert_true (
      plt_store_set (fixture->store, "production", 1, "delivery_date", "2028-12-29", NULL));
  plt_test_settle ();
  g_assert_cmpfloat (view->step, <, step);
  g_assert_cmpfloat (plt_gantt_view_x (view, plt_timeline_get_gantt (fixture->timeline),
                                       dates_of (fixture, fixture->mix)->finish),
                     <, view->width);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpfloat_with_epsilon (view->step, step, 1e-6);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/retro-page/" name, Fixture, NULL, set_up, function, tear_down)

/* A date that nobody typed stands greyed in the form as it is counted, and follows the plan. */
static void
test_hint (Fixture *fixture, gconstpointer data)
{
  const PltColumn *column = plt_table_column (plt_table_find ("task"), "start_date");
  g_autoptr (PltRecord) record = plt_store_get_record (fixture->store, "task", fixture->mix);
  g_autoptr (GtkWidget) field
      = g_object_ref_sink (plt_field_new (fixture->session, record, column));
  GtkEntry *entry = GTK_ENTRY (plt_field_get_editor (PLT_FIELD (field)));
  g_autofree char *start = plt_date_format_numeric (dates_of (fixture, fixture->mix)->start);
  g_autofree char *finish = plt_date_format_numeric (dates_of (fixture, fixture->mix)->finish);
  g_autofree char *end = plt_session_get_hint (fixture->session, "task", fixture->mix, "end_date");
  g_autofree char *later = NULL;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (entry), ==, start);
  g_assert_cmpstr (end, ==, finish);
  g_assert_null (plt_session_get_hint (fixture->session, "task", fixture->mix, "deadline_date"));
  g_assert_null (plt_session_get_hint (fixture->session, "shooting_day", 1, "start_date"));
  g_assert_true (
      plt_store_set (fixture->store, "production", 1, "delivery_date", "2028-05-31", NULL));
  plt_test_settle ();
  later = plt_date_format_numeric (dates_of (fixture, fixture->mix)->start);
  g_assert_cmpstr (later, !=, start);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (entry), ==, later);
}

/* The PAD typed anew, and taken back: every date, and what is written of them, is as before. */
static void
test_delivery_undone (Fixture *fixture, gconstpointer data)
{
  const PltDate start = dates_of (fixture, fixture->cut)->start;
  const PltDate finish = dates_of (fixture, fixture->mix)->finish;
  const PltRetroHead *head = &plt_retro_model_get_retro (fixture->model)->head;
  const PltDate delivery = head->delivery;
  g_autofree char *said = g_strdup (plt_retro_page_get_head (fixture->page));

  g_assert_true (
      plt_store_set (fixture->store, "production", 1, "delivery_date", "2028-02-29", NULL));
  plt_test_settle ();
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, <, start);
  g_assert_cmpstr (plt_retro_page_get_head (fixture->page), !=, said);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  head = &plt_retro_model_get_retro (fixture->model)->head;
  g_assert_cmpint (head->delivery, ==, delivery);
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, ==, start);
  g_assert_cmpint (dates_of (fixture, fixture->mix)->finish, ==, finish);
  g_assert_cmpstr (plt_retro_page_get_head (fixture->page), ==, said);
  plt_test_activate (fixture->window, "win.redo");
  plt_test_settle ();
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, <, start);
}

/* The tasks alone by what a column says, of those that the filter leaves, and back again. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  PltGridModel *table = PLT_GRID_MODEL (fixture->model);
  const guint all = plt_grid_model_get_n_rows (table);
  g_autoptr (GError) error = NULL;
  guint column;

  plt_retro_model_set_filter (fixture->model, "phase:postproduction");
  plt_grid_model_sort (table, PLT_RETRO_COLUMN_DAYS, PLT_GRID_SORT_DESCENDING);
  plt_test_settle ();
  g_assert_cmpint (row_of (fixture, fixture->cut), ==, 0); /* 20, 10, 5 days */
  g_assert_cmpint (row_of (fixture, fixture->mix), ==, 1);
  g_assert_cmpint (row_of (fixture, fixture->grade), ==, 2);
  for (guint i = 0; i < plt_grid_model_get_n_rows (table); i++)
    g_assert_nonnull (plt_retro_model_get_task (fixture->model, i));
  g_assert_cmpint (plt_grid_model_get_sort (table, &column), ==, PLT_GRID_SORT_DESCENDING);
  g_assert_cmpuint (column, ==, PLT_RETRO_COLUMN_DAYS);
  g_assert_cmpuint (plt_timeline_get_gantt (fixture->timeline)->rows->len, ==,
                    plt_grid_model_get_n_rows (table));

  plt_grid_model_sort (table, PLT_RETRO_COLUMN_NAME, PLT_GRID_SORT_ASCENDING);
  g_assert_cmpint (row_of (fixture, fixture->grade), <, row_of (fixture, fixture->mix)); /* É, M */
  g_assert_cmpint (row_of (fixture, fixture->mix), <, row_of (fixture, fixture->cut));
  g_assert_false (
      plt_retro_model_link_above (fixture->model, (guint) row_of (fixture, fixture->cut), &error));
  g_assert_nonnull (strstr (error->message, "sorted"));

  plt_grid_model_sort (table, PLT_RETRO_COLUMN_NAME, PLT_GRID_SORT_NONE);
  plt_retro_model_set_filter (fixture->model, "");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), ==, all);
  g_assert_null (plt_retro_model_get_task (fixture->model, 0)); /* a phase */
}

/* Behind the task that stands above it, one step; there is none above the first one. */
static void
test_link_above (Fixture *fixture, gconstpointer data)
{
  const guint n = n_links (fixture);
  const PltTaskLinkFacts *link;
  g_autoptr (GError) error = NULL;
  guint first = 0;

  point_at (fixture, fixture->grade); /* below the mix */
  g_assert_cmpint (row_of (fixture, fixture->grade), ==, row_of (fixture, fixture->mix) + 1);
  plt_test_activate (fixture->window, "view.retro-link-above");
  plt_test_settle ();
  g_assert_cmpuint (n_links (fixture), ==, n + 1);
  link = &plt_session_get_facts (fixture->session)->task_links.items[n];
  g_assert_cmpint (link->predecessor, ==, fixture->mix);
  g_assert_cmpint (link->task, ==, fixture->grade);
  g_assert_cmpstr (link->kind, ==, "fin-debut");
  g_assert_cmpint (dates_of (fixture, fixture->grade)->start, >,
                   dates_of (fixture, fixture->mix)->finish);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (n_links (fixture), ==, n);
  while (plt_retro_model_get_task (fixture->model, first) == NULL)
    first++;
  g_assert_false (plt_retro_model_link_above (fixture->model, first, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  ADD ("after", test_after);
  ADD ("crew", test_crew);
  ADD ("phase-pane", test_phase_pane);
  ADD ("task-links", test_task_links);
  ADD ("first-cursor", test_first_cursor);
  ADD ("type-ahead", test_type_ahead);
  ADD ("link-scroll", test_link_scroll);
  ADD ("chosen-link", test_chosen_link);
  ADD ("stepped-links", test_stepped_links);
  ADD ("chosen-rows", test_chosen_rows);
  ADD ("refit", test_refit);
  ADD ("remembered", test_remembered); /* the last: it leaves its layout behind */
  ADD ("hint", test_hint);
  ADD ("delivery-undone", test_delivery_undone);
  ADD ("sort", test_sort);
  ADD ("link-above", test_link_above);
  return g_test_run ();
}

/* The rétroplanning in a window: the same rows in the table and on the calendar; bars dragged and
 * given up; keys that move, lengthen, link, add and delete; filters and folds; all of it undone. */
#include "retro-view-hands.h"

/* ---- tests ---- */

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  const PltGantt *gantt = plt_timeline_get_gantt (fixture->timeline);
  PltGridModel *table = PLT_GRID_MODEL (fixture->model);

  g_assert_cmpuint (gantt->rows->len, ==, plt_grid_model_get_n_rows (table));
  for (guint i = 0; i < gantt->rows->len; i++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (table, i, PLT_RETRO_COLUMN_NAME, &cell);
      g_assert_cmpstr (cell.text, ==, g_array_index (gantt->rows, PltGanttRow, i).label);
    }
  g_assert_nonnull (strstr (plt_retro_page_get_head (fixture->page), "PAD"));
  g_assert_cmpuint (gantt->links->len, >=, 2);
  /* one scroll: a row of the table stands where its bar does */
  g_assert_cmpfloat (plt_timeline_get_view (fixture->timeline)->row, ==,
                     plt_grid_get_row_height (plt_retro_page_get_grid (fixture->page)));
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  const PltDate before = dates_of (fixture, fixture->cut)->start;

  plt_timeline_zoom (fixture->timeline, 6);
  plt_timeline_reveal (fixture->timeline, (guint) row_of (fixture, fixture->cut));
  drag (fixture, fixture->cut, -14);
  g_assert_true (plt_timeline_is_dragging (fixture->timeline));
  g_assert_nonnull (plt_timeline_get_words (fixture->timeline));
  g_assert_nonnull (strstr (plt_timeline_get_words (fixture->timeline), "PAD"));
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, ==, before); /* nothing is written */
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (plt_timeline_is_dragging (fixture->timeline));
  let_go (fixture, -14);
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, ==, before);

  drag (fixture, fixture->cut, -14);
  let_go (fixture, -14);
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, ==, before - 14);
  plt_assert_cell (fixture->store, "task", fixture->cut, "locked", "oui");
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, ==, before);
  plt_assert_cell (fixture->store, "task", fixture->cut, "locked", "non");
}

/* What the drag of a task pushes is shown before it is let go: its ghosts and their number. */
static void
test_followers (Fixture *fixture, gconstpointer data)
{
  plt_timeline_zoom (fixture->timeline, 6);
  plt_timeline_reveal (fixture->timeline, (guint) row_of (fixture, fixture->cut));
  drag (fixture, fixture->cut, 28);
  g_assert_nonnull (plt_timeline_get_words (fixture->timeline));
  g_assert_nonnull (strstr (plt_timeline_get_words (fixture->timeline), "missing"));
  press (fixture, GDK_KEY_Escape, 0);
}

/* The milestone of the delivery is the production's date: head, row and production move as one, and
 * come back as one. The release does not move here, and the drag says where it does. */
static void
test_anchors (Fixture *fixture, gconstpointer data)
{
  const PltDate was = plt_date_from_iso ("2028-03-31");
  gint64 pad = add_task (fixture->store, "Livraison du PAD", "0");
  g_autofree char *head = g_strdup (plt_retro_page_get_head (fixture->page));
  g_autofree char *moved = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_batch_update (batch, "task", pad);
  plt_batch_set_text (batch, "anchor", "livraison");
  plt_batch_set_integer (batch, "milestone", 1);
  plt_batch_update (batch, "task", fixture->grade);
  plt_batch_set_text (batch, "anchor", "sortie");
  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "release_date", "2028-03-08");
  g_assert_true (plt_session_apply (fixture->session, "jalon", NULL, batch, NULL));
  plt_test_settle ();
  plt_timeline_zoom (fixture->timeline, 6);
  plt_timeline_reveal (fixture->timeline, (guint) row_of (fixture, pad));
  g_assert_cmpint (dates_of (fixture, pad)->finish, ==, was);
  drag (fixture, pad, -14);
  g_assert_nonnull (
      strstr (plt_timeline_get_words (fixture->timeline), "the production’s PAD becomes"));
  let_go (fixture, -14);
  plt_assert_cell (fixture->store, "production", 1, "delivery_date", "17/03/2028");
  plt_assert_cell (fixture->store, "task", pad, "locked", "non");
  g_assert_cmpint (dates_of (fixture, pad)->finish, ==, was - 14);
  g_assert_cmpint (plt_retro_model_get_retro (fixture->model)->head.delivery, ==, was - 14);
  moved = g_strdup (plt_retro_page_get_head (fixture->page));
  g_assert_cmpstr (moved, !=, head);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  plt_assert_cell (fixture->store, "production", 1, "delivery_date", "31/03/2028");
  g_assert_cmpint (dates_of (fixture, pad)->finish, ==, was);

  plt_timeline_reveal (fixture->timeline, (guint) row_of (fixture, fixture->grade));
  drag (fixture, fixture->grade, 7);
  g_assert_nonnull (
      strstr (plt_timeline_get_words (fixture->timeline), "has its date from the production"));
  g_assert_true (plt_timeline_is_refused (fixture->timeline));
  press (fixture, GDK_KEY_Escape, 0);
}

static PltDate
start_of (Fixture *fixture, gint64 task)
{
  return dates_of (fixture, task)->start;
}

static guint
n_chosen (Fixture *fixture)
{
  g_autoptr (GArray) rows = plt_timeline_get_selected (fixture->timeline);

  return rows->len;
}

/* Rows chosen together move together, by the mouse and by the keyboard, and come back in one step;
 * what else there is between them stays. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  const PltDate cut = start_of (fixture, fixture->cut), grade = start_of (fixture, fixture->grade);
  g_autofree char *mix = plt_date_to_iso (start_of (fixture, fixture->mix));

  plt_timeline_zoom (fixture->timeline, 6);
  plt_timeline_reveal (fixture->timeline, (guint) row_of (fixture, fixture->cut));
  plt_timeline_pick (fixture->timeline, row_of (fixture, fixture->cut), 0);
  plt_timeline_pick (fixture->timeline, row_of (fixture, fixture->grade), GDK_CONTROL_MASK);
  g_assert_cmpuint (n_chosen (fixture), ==, 2);
  g_assert_false (plt_timeline_is_selected (fixture->timeline, /* Mixage stands between them */
                                            (guint) row_of (fixture, fixture->mix)));
  drag (fixture, fixture->cut, -14);
  g_assert_nonnull (strstr (plt_timeline_get_words (fixture->timeline), "2 tasks"));
  let_go (fixture, -14);
  g_assert_cmpint (start_of (fixture, fixture->cut), ==, cut - 14);
  g_assert_cmpint (start_of (fixture, fixture->grade), ==, grade - 14);
  plt_assert_cell (fixture->store, "task", fixture->grade, "locked", "oui");
  plt_assert_cell (fixture->store, "task", fixture->mix, "locked", "non");
  g_assert_cmpuint (n_chosen (fixture), ==, 2); /* still */
  g_assert_true (press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK));
  g_assert_cmpint (start_of (fixture, fixture->cut), ==, cut - 7);
  g_assert_cmpint (start_of (fixture, fixture->grade), ==, grade - 7);
  for (int i = 0; i < 2; i++)
    plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (start_of (fixture, fixture->cut), ==, cut);
  g_assert_cmpint (start_of (fixture, fixture->grade), ==, grade);
  plt_assert_cell (fixture->store, "task", fixture->grade, "locked", "non");
  g_assert_cmpint (start_of (fixture, fixture->mix), ==, plt_date_from_iso (mix));

  drag (fixture, fixture->cut, 0); /* a click, no drag: one of them is left */
  let_go (fixture, 0);
  g_assert_cmpuint (n_chosen (fixture), ==, 1);
  g_assert_cmpint (start_of (fixture, fixture->cut), ==, cut);
}

/* Without the mouse: up to a row, one by one, all, and one again. */
static void
test_choosing (Fixture *fixture, gconstpointer data)
{
  const guint all = plt_timeline_get_gantt (fixture->timeline)->rows->len;
  PltGrid *grid = plt_retro_page_get_grid (fixture->page);

  point_at (fixture, fixture->cut);
  g_assert_cmpuint (n_chosen (fixture), ==, 1);
  g_assert_true (press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_cmpuint (n_chosen (fixture), ==, 3);
  g_assert_cmpint (plt_timeline_get_cursor (fixture->timeline), ==,
                   row_of (fixture, fixture->cut) + 2);
  press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  g_assert_cmpuint (n_chosen (fixture), ==, 2);
  press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK); /* walks, chooses nothing */
  g_assert_cmpuint (n_chosen (fixture), ==, 2);
  press (fixture, GDK_KEY_space, GDK_CONTROL_MASK);
  g_assert_cmpuint (n_chosen (fixture), ==, 1);
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (n_chosen (fixture), ==, all);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpuint (n_chosen (fixture), ==, 1);

  plt_grid_select (grid, (guint) row_of (fixture, fixture->cut), PLT_RETRO_COLUMN_NAME, 3, 1);
  plt_test_settle (); /* what the table chooses is chosen on the calendar */
  g_assert_cmpuint (n_chosen (fixture), ==, 3);
  plt_timeline_pick (fixture->timeline, row_of (fixture, fixture->mix), GDK_CONTROL_MASK);
  g_assert_true (press (fixture, GDK_KEY_Delete, 0)); /* the two others, in one step */
  g_assert_null (plt_retro_find (plt_retro_model_get_retro (fixture->model), fixture->cut));
  g_assert_null (plt_retro_find (plt_retro_model_get_retro (fixture->model), fixture->grade));
  g_assert_nonnull (plt_retro_find (plt_retro_model_get_retro (fixture->model), fixture->mix));
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_nonnull (plt_retro_find (plt_retro_model_get_retro (fixture->model), fixture->cut));
}

/* What a screen reader hears of the cursor: the child that has the keyboard says it, and another
 * one when it is said anew. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first, *second;
  const char *told;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
  point_at (fixture, fixture->cut);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
  first = gtk_widget_get_focus_child (GTK_WIDGET (fixture->timeline));
  g_assert_nonnull (first);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Montage");
  told = plt_timeline_get_told (fixture->timeline);
  g_assert_true (g_str_has_prefix (told, "Montage: "));
  g_assert_nonnull (strstr (told, "20 working days"));
  g_assert_nonnull (strstr (told, "critical"));
  g_assert_nonnull (strstr (told, "2028"));
  g_assert_null (strstr (told, "locked"));
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  told = plt_timeline_get_told (fixture->timeline);
  g_assert_nonnull (strstr (told, "locked"));
  second = gtk_widget_get_focus_child (GTK_WIDGET (fixture->timeline));
  g_assert_nonnull (second);
  g_assert_true (first != second);
  press (fixture, GDK_KEY_Down, 0);
  g_assert_true (g_str_has_prefix (plt_timeline_get_told (fixture->timeline), "Mixage: "));
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (fixture->timeline)) == first);
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A bar held at the edge goes on, with what lies beyond; away from the edge it stays. */
static void
test_edge (Fixture *fixture, gconstpointer data)
{
  GtkEventController *gesture
      = controller_of (GTK_WIDGET (fixture->timeline), GTK_TYPE_GESTURE_DRAG);
  const PltGanttView *view = plt_timeline_get_view (fixture->timeline);
  double x, y, before;
  gboolean late = FALSE;

  plt_timeline_zoom (fixture->timeline, 8);
  plt_timeline_reveal (fixture->timeline, (guint) row_of (fixture, fixture->grade));
  middle_of_bar (fixture, fixture->grade, &x, &y);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", 2 * view->step, 0.0);
  before = view->scroll_x;
  plt_test_settle ();
  g_assert_cmpfloat (view->scroll_x, ==, before);
  g_signal_emit_by_name (gesture, "drag-update", view->width + 60 - x, 0.0);
  g_timeout_add (20000, on_late, &late);
  while (!late && view->scroll_x < before + 5 * view->step)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_assert_nonnull (plt_timeline_get_words (fixture->timeline));
  press (fixture, GDK_KEY_Escape, 0);
  before = view->scroll_x;
  plt_test_settle ();
  g_assert_cmpfloat (view->scroll_x, ==, before);
  g_assert_null (plt_timeline_get_words (fixture->timeline));
  g_source_remove_by_user_data (&late);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  PltDate start;

  point_at (fixture, fixture->grade);
  start = dates_of (fixture, fixture->grade)->start;
  g_assert_true (press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK));
  g_assert_cmpint (dates_of (fixture, fixture->grade)->start, ==, start - 7);
  g_assert_true (press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_ALT_MASK));
  plt_assert_cell (fixture->store, "task", fixture->grade, "duration_days", "6");
  g_assert_true (press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_CONTROL_MASK));
  plt_assert_cell (fixture->store, "task", fixture->grade, "duration_days", "1");
  for (int i = 0; i < 3; i++)
    plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  plt_assert_cell (fixture->store, "task", fixture->grade, "duration_days", "5");
  g_assert_cmpint (dates_of (fixture, fixture->grade)->start, ==, start);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  const guint n = n_links (fixture);

  point_at (fixture, fixture->grade);
  g_assert_true (press (fixture, GDK_KEY_l, 0));
  g_assert_true (plt_timeline_is_dragging (fixture->timeline));
  g_assert_true (press (fixture, GDK_KEY_Up, 0)); /* Mixage is the row above */
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_links (fixture), ==, n + 1);
  g_assert_cmpstr (plt_session_get_selection (fixture->session).table, ==, "task_link");
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (n_links (fixture), ==, n);

  point_at (fixture, fixture->grade); /* from its beginning to the end of another, then away */
  press (fixture, GDK_KEY_l, 0);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_nonnull (strstr (plt_timeline_get_words (fixture->timeline),
                            "After the beginning of “Étalonnage”, “Mixage” may end"));
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (n_links (fixture), ==, n + 1);
  plt_assert_cell (fixture->store, "task_link", plt_session_get_selection (fixture->session).id,
                   "kind", "debut-fin");
  g_assert_null (plt_timeline_get_words (fixture->timeline));
  press (fixture, GDK_KEY_l, 0); /* the same two with another kind: one link */
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (n_links (fixture), ==, n + 1);
  plt_assert_cell (fixture->store, "task_link", plt_session_get_selection (fixture->session).id,
                   "kind", "fin-fin");
  press (fixture, GDK_KEY_l, 0);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpuint (n_links (fixture), ==, n);
  press (fixture, GDK_KEY_l, 0); /* there is none any more */
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpuint (n_links (fixture), ==, n);

  point_at (fixture, fixture->mix); /* a circle is refused, and said before */
  press (fixture, GDK_KEY_l, 0);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_null (strstr (plt_timeline_get_words (fixture->timeline), "After"));
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (n_links (fixture), ==, n);
}

static void
test_rows_come_and_go (Fixture *fixture, gconstpointer data)
{
  const guint n = plt_session_get_facts (fixture->session)->tasks.n;
  const PltTaskFacts *made;

  point_at (fixture, fixture->cut);
  g_assert_true (press (fixture, GDK_KEY_Insert, 0));
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, n + 1);
  made = plt_retro_model_get_task (fixture->model, (guint) row_of (fixture, fixture->cut) + 1);
  g_assert_nonnull (made);
  g_assert_cmpstr (made->phase, ==, "postproduction");
  g_assert_true (plt_grid_is_editing (plt_retro_page_get_grid (fixture->page)));
  plt_grid_cancel_edit (plt_retro_page_get_grid (fixture->page));
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, n);

  point_at (fixture, fixture->cut); /* by the commands of every table too */
  plt_test_activate (fixture->window, "view.add-row");
  plt_grid_cancel_edit (plt_retro_page_get_grid (fixture->page));
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, n + 1);
  plt_test_activate (fixture->window, "view.delete-row");
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, n);

  point_at (fixture, fixture->grade); /* into the group above, and out */
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  g_assert_cmpint (
      plt_retro_model_get_task (fixture->model, (guint) row_of (fixture, fixture->grade))->parent,
      ==, fixture->mix);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->window),
                                         "“Mixage” is a group now and lasts as long as its tasks: "
                                         "its 10 days are no longer counted."));
  point_at (fixture, fixture->grade);
  g_assert_true (press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_cmpint (
      plt_retro_model_get_task (fixture->model, (guint) row_of (fixture, fixture->grade))->parent,
      ==, 0);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    PltRetroColumn column;
    const char *text, *in, *cell;
  } cases[] = {
    { PLT_RETRO_COLUMN_NAME, "Montage image", "name", "Montage image" },
    { PLT_RETRO_COLUMN_DAYS, "12 j", "duration_days", "12" },
    { PLT_RETRO_COLUMN_DAYS, "30 c", "duration_unit", "calendaires" },
    { PLT_RETRO_COLUMN_PROGRESS, "40 %", "progress_e6", "40 %" },
    { PLT_RETRO_COLUMN_START, "10/01/2028", "start_date", "10/01/2028" },
    { PLT_RETRO_COLUMN_START, "", "locked", "non" },
    { PLT_RETRO_COLUMN_TEAM, "Image", "team", "Image" },
  };
  static const struct
  {
    PltRetroColumn column;
    const char *text;
  } refused[] = {
    { PLT_RETRO_COLUMN_NAME, " " },
    { PLT_RETRO_COLUMN_DAYS, "deux" },
    { PLT_RETRO_COLUMN_PROGRESS, "140" },
    { PLT_RETRO_COLUMN_START, "32/01/2028" },
    { PLT_RETRO_COLUMN_FINISH, "01/01/2020" },
    { PLT_RETRO_COLUMN_SLACK, "3" },
  };
  PltGridModel *table = PLT_GRID_MODEL (fixture->model);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (plt_grid_model_set_text (table, (guint) row_of (fixture, fixture->cut),
                                              cases[i].column, cases[i].text, &error));
      g_assert_no_error (error);
      g_test_message ("%s: %s", cases[i].in, cases[i].text);
      plt_assert_cell (fixture->store, "task", fixture->cut, cases[i].in, cases[i].cell);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plt_grid_model_set_text (table, (guint) row_of (fixture, fixture->cut),
                                               refused[i].column, refused[i].text, &error));
      g_assert_nonnull (error);
    }
}

/* Rows of a spreadsheet are pasted below the last one as tasks, all or none. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  PltGridModel *table = PLT_GRID_MODEL (fixture->model);
  const int n = (int) plt_grid_model_get_n_rows (table);
  const guint before = plt_session_get_facts (fixture->session)->tasks.n;
  const PltGridEdit edits[] = { { n, PLT_RETRO_COLUMN_NAME, "Bruitage" },
                                { n, PLT_RETRO_COLUMN_DAYS, "4" },
                                { n + 1, PLT_RETRO_COLUMN_NAME, "Projection" },
                                { n + 1, PLT_RETRO_COLUMN_DAYS, "0" } };
  const PltGridEdit wrong[]
      = { { n + 2, PLT_RETRO_COLUMN_NAME, "Sous-titres" }, { n + 3, PLT_RETRO_COLUMN_DAYS, "4" } };
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_grid_model_set_many (table, edits, G_N_ELEMENTS (edits), 2, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, before + 2);
  g_assert_false (plt_grid_model_set_many (table, wrong, G_N_ELEMENTS (wrong), 2, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, before + 2);
}

static gint64
id_below (Fixture *fixture, gint64 task, guint rows)
{
  return plt_retro_model_get_task (fixture->model, (guint) row_of (fixture, task) + rows)->id;
}

/* Rows of a spreadsheet become tasks where the cursor is, not at the end; one step undoes them. */
static void
test_paste_below (Fixture *fixture, gconstpointer data)
{
  const guint before = plt_session_get_facts (fixture->session)->tasks.n;
  const gint64 next = id_below (fixture, fixture->cut, 1);
  const PltTaskFacts *task;
  g_autoptr (GArray) made = NULL, named = NULL;
  g_autoptr (GError) error = NULL;

  made = plt_retro_model_paste (fixture->model, row_of (fixture, fixture->cut),
                                "1\tDérushage des archives\t4\t26/04/2027\r\n"
                                "\t\t\t\r\n"
                                "2\tVoix off\t2 j\t\r\n3\tÉcoute\t0\r\n",
                                &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 3);
  for (guint i = 0; i < made->len; i++)
    g_assert_cmpint (id_below (fixture, fixture->cut, i + 1), ==, g_array_index (made, gint64, i));
  g_assert_cmpint (id_below (fixture, fixture->cut, 4), ==, next);
  task = plt_retro_model_get_task (fixture->model, (guint) row_of (fixture, fixture->cut) + 1);
  g_assert_cmpstr (task->name, ==, "Dérushage des archives");
  g_assert_cmpstr (task->phase, ==, "postproduction");
  g_assert_cmpint (task->start_date, ==, plt_date_from_ymd (2027, 4, 26));
  task = plt_retro_model_get_task (fixture->model, (guint) row_of (fixture, fixture->cut) + 3);
  g_assert_true (task->milestone);

  g_assert_true (plt_store_undo (fixture->store, &error)); /* all of it at once */
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, before);

  /* a head names the columns, in any order; what is unknown is left */
  named = plt_retro_model_paste (fixture->model, row_of (fixture, fixture->cut),
                                 "Budget\tDuration\tTASK\n12 000\t3\tBruitage\n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (named->len, ==, 1);
  task = plt_retro_model_get_task (fixture->model, (guint) row_of (fixture, fixture->cut) + 1);
  g_assert_cmpstr (task->name, ==, "Bruitage");
  g_assert_cmpint (task->duration_days, ==, 3);

  /* all or none, with a sentence */
  g_assert_null (
      plt_retro_model_paste (fixture->model, 1, "Doublage\t4\nMaquette\tbientôt\n", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (plt_retro_model_paste (fixture->model, 1, " \n\t\n", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, before + 1);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  PltGridModel *table = PLT_GRID_MODEL (fixture->model);
  const guint all = plt_grid_model_get_n_rows (table);
  guint folded;

  plt_retro_model_set_search (fixture->model, "mixa");
  g_assert_cmpint (plt_retro_model_find_task (fixture->model, fixture->mix), >=, 0);
  g_assert_cmpint (plt_retro_model_find_task (fixture->model, fixture->grade), ==, -1);
  plt_retro_model_set_search (fixture->model, "");
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), ==, all);
  plt_test_activate (fixture->window, "view.retro-filter::team:Montage");
  plt_test_settle ();
  g_assert_cmpint (plt_retro_model_find_task (fixture->model, fixture->grade), >=, 0);
  plt_test_activate (fixture->window, "view.retro-filter::phase:tournage");
  plt_test_settle ();
  g_assert_cmpint (plt_retro_model_find_task (fixture->model, fixture->grade), ==, -1);
  plt_test_activate (fixture->window, "view.retro-filter::");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), ==, all);

  plt_test_activate (fixture->window, "view.retro-fold");
  plt_test_settle ();
  folded = plt_grid_model_get_n_rows (table);
  g_assert_cmpuint (folded, <, all);
  g_assert_cmpuint (plt_timeline_get_gantt (fixture->timeline)->rows->len, ==, folded);
  g_assert_true (plt_view_select_ref (plt_window_get_view (fixture->window),
                                      (PltRef){ "task", fixture->mix, "deadline_date" }));
  plt_test_settle ();
  g_assert_cmpint (plt_timeline_get_cursor (fixture->timeline), ==, row_of (fixture, fixture->mix));
}

/* Without a task of the shoot, its shooting days are its phase, before what comes after. */
static void
test_shoot (Fixture *fixture, gconstpointer data)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltGantt *gantt;
  int post, shoot = -1;

  for (guint i = 0; i < facts->tasks.n; i++)
    if (strcmp (facts->tasks.items[i].phase, "tournage") == 0)
      {
        plt_batch_update (batch, "task", facts->tasks.items[i].id);
        plt_batch_set_text (batch, "phase", "preparation");
      }
  if (plt_batch_get_n_edits (batch) > 0)
    g_assert_true (plt_session_apply (fixture->session, "phases", NULL, batch, NULL));
  plt_test_settle ();
  gantt = plt_timeline_get_gantt (fixture->timeline);
  post = row_of (fixture, fixture->cut);
  for (int i = 0; i < post; i++)
    if (g_strcmp0 (plt_retro_model_get_ref (fixture->model, (guint) i).table, "shooting_day") == 0)
      shoot = i;
  g_assert_cmpint (shoot, >=, 0);
  g_assert_cmpint (g_array_index (gantt->rows, PltGanttRow, shoot).from, !=, PLT_DATE_NONE);
}

/* ---- dialogs, load, files ---- */

static void
accept (PltDialog *dialog)
{
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
}

static void
test_template (Fixture *fixture, gconstpointer data)
{
  const guint before = plt_session_get_facts (fixture->session)->tasks.n;
  PltDialog *dialog;
  guint n;

  plt_test_activate (fixture->window, "view.retro-template");
  plt_test_settle ();
  dialog = PLT_DIALOG (plt_test_toplevel (PLT_TYPE_DIALOG));
  g_assert_cmpstr (plt_retro_template_dialog_get_kind (dialog), ==, "court-metrage");
  plt_retro_template_dialog_set_kind (dialog, "serie");
  plt_test_settle ();
  g_assert_cmpstr (plt_retro_template_dialog_get_kind (dialog), ==, "serie");
  n = plt_retro_template_dialog_count (dialog);
  g_assert_cmpuint (n, >, 20);
  accept (dialog);
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, before + n);
  {
    PltGrid *grid = plt_retro_page_get_grid (fixture->page);
    guint row, column;
    const PltTaskFacts *first;

    g_assert_true (plt_grid_get_cursor (grid, &row, &column));
    first = plt_retro_model_get_task (fixture->model, row);
    g_assert_nonnull (first);
    g_assert_cmpstr (first->phase, ==, "developpement"); /* not the end of the list */
  }
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, before);
}

/* The entry that has this title at its left. */
static GtkWidget *
entry_of (PltDialog *dialog, const char *title)
{
  return gtk_widget_get_next_sibling (plt_test_find_label (GTK_WIDGET (dialog), title));
}

static void
test_direction (Fixture *fixture, gconstpointer data)
{
  const PltDate late = dates_of (fixture, fixture->mix)->start;
  PltDialog *dialog;

  plt_test_activate (fixture->window, "view.retro-direction");
  plt_test_settle ();
  dialog = PLT_DIALOG (plt_test_toplevel (PLT_TYPE_DIALOG));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (gtk_widget_get_parent (plt_test_find_label (
          GTK_WIDGET (dialog), "Forwards from the first day: everything as early as it can be"))),
      TRUE);
  accept (dialog); /* no day: it stays open and says so */
  g_assert_true (plt_retro_model_get_retro (fixture->model)->input.backward);
  gtk_editable_set_text (GTK_EDITABLE (entry_of (dialog, "First day of all tasks")), "03/01/2028");
  gtk_editable_set_text (GTK_EDITABLE (entry_of (dialog, "Delivery (PAD)")), "28/04/2028");
  accept (dialog);
  plt_assert_cell (fixture->store, "production", 1, "delivery_date", "28/04/2028");
  g_assert_false (plt_retro_model_get_retro (fixture->model)->input.backward);
  g_assert_cmpint (dates_of (fixture, fixture->mix)->start, <, late);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (dates_of (fixture, fixture->mix)->start, ==, late);

  /* neither date: the delivery is typed and counted from, without a choice to be made first */
  g_assert_true (plt_store_set (fixture->store, "production", 1, "delivery_date", "", NULL));
  plt_test_settle ();
  plt_test_activate (fixture->window, "view.retro-direction");
  plt_test_settle ();
  dialog = PLT_DIALOG (plt_test_toplevel (PLT_TYPE_DIALOG));
  gtk_editable_set_text (GTK_EDITABLE (entry_of (dialog, "Delivery (PAD)")), "28/04/2028");
  accept (dialog);
  plt_assert_cell (fixture->store, "production", 1, "delivery_date", "28/04/2028");
  g_assert_true (plt_retro_model_get_retro (fixture->model)->input.backward);
}

static void
set_baseline_date (Fixture *fixture, gint64 baseline, gint64 task, const char *iso)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  for (guint i = 0; i < facts->baseline_tasks.n; i++)
    if (facts->baseline_tasks.items[i].baseline == baseline
        && facts->baseline_tasks.items[i].task == task)
      {
        plt_batch_update (batch, "baseline_task", facts->baseline_tasks.items[i].id);
        plt_batch_set_text (batch, "start_date", iso);
        plt_batch_set_text (batch, "end_date", iso);
      }
  g_assert_cmpuint (plt_batch_get_n_edits (batch), >, 0);
  g_assert_true (plt_session_apply (fixture->session, "référence", NULL, batch, NULL));
  plt_test_settle ();
}

static void
test_baseline (Fixture *fixture, gconstpointer data)
{
  const PltRetroRow *row;
  const guint n = plt_session_get_facts (fixture->session)->baselines.n;
  g_autofree char *action = NULL;
  gint64 id = 0;

  plt_test_activate (fixture->window, "view.retro-take-baseline");
  plt_test_settle ();
  accept (PLT_DIALOG (plt_test_toplevel (PLT_TYPE_DIALOG)));
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->baselines.n, ==, n + 1);
  for (guint i = 0; i <= n; i++)
    id = MAX (id, plt_session_get_facts (fixture->session)->baselines.items[i].id);
  action = g_strdup_printf ("view.retro-baseline(int64 %" G_GINT64_FORMAT ")", id);
  plt_test_activate (fixture->window, action);
  point_at (fixture, fixture->mix);
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  row = plt_retro_find (plt_retro_model_get_retro (fixture->model), fixture->mix);
  g_assert_true (row->in_baseline);
  g_assert_cmpint (row->finish_drift, <, 0);
  /* what was, two years before, is in the calendar and in sight */
  g_assert_true (plt_timeline_get_gantt (fixture->timeline)->from < row->baseline_start);
  set_baseline_date (fixture, id, fixture->mix, "2026-01-05");
  g_assert_cmpint (plt_timeline_get_gantt (fixture->timeline)->from, <,
                   plt_date_from_iso ("2026-01-05"));
  plt_timeline_zoom (fixture->timeline, 0);
  g_assert_cmpfloat (plt_gantt_view_x (plt_timeline_get_view (fixture->timeline),
                                       plt_timeline_get_gantt (fixture->timeline),
                                       plt_date_from_iso ("2026-01-05")),
                     >=, 0);
  plt_test_activate (fixture->window, "view.retro-baseline(int64 -1)");
  plt_test_settle ();
  row = plt_retro_find (plt_retro_model_get_retro (fixture->model), fixture->mix);
  g_assert_false (row->in_baseline);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);
  PltLoadPage *page = PLT_LOAD_PAGE (plt_view_get_page_child (view, "load"));
  PltGridModel *table = plt_grid_get_model (plt_load_page_get_grid (page));
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_view_show_page (view, "load");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_columns (table), >, 5); /* weeks */
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), >=, 2);   /* "Teams", "Montage" */
  plt_grid_model_get_cell (table, plt_grid_model_get_n_rows (table) - 1, 0, &cell);
  g_assert_cmpstr (cell.text, ==, "Montage");
  g_signal_emit_by_name (plt_load_page_get_grid (page), "cell-activated",
                         plt_grid_model_get_n_rows (table) - 1, 0u);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (view), ==, "plan"); /* with the tasks of the team */
  g_assert_cmpstr (plt_retro_model_get_filter (fixture->model), ==, "team:Montage");
}

/* Somebody with the edit and half of a bar beside it: the weeks are marked by more than a colour,
 * the days say which tasks; away counts too. A day of it opens the task, the absence its row. */
static void
test_week (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);
  PltLoadPage *page = PLT_LOAD_PAGE (plt_view_get_page_child (view, "load"));
  PltGrid *weeks = plt_load_page_get_grid (page), *days = plt_load_page_get_week (page);
  PltGridModel *table = plt_grid_get_model (days);
  g_autofree char *cut = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->cut);
  g_autofree char *grade = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->grade);
  g_autofree char *mix = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->mix);
  g_autofree char *person = NULL, *away = NULL;
  PltDate day = dates_of (fixture, fixture->grade)->start;
  guint row, column, work = 0;
  gint64 id = plt_store_insert (fixture->store, "person", NULL, "last_name", "Kervella", NULL);

  person = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_assert_cmpint (day, ==, dates_of (fixture, fixture->mix)->start + 7);
  plt_store_insert (fixture->store, "task_person", NULL, "task", cut, "person", person, NULL);
  plt_store_insert (fixture->store, "task_person", NULL, "task", grade, "person", person, NULL);
  plt_store_insert (fixture->store, "task_person", NULL, "task", mix, "person", person, "share_e6",
                    "50 %", NULL);
  plt_view_show_page (view, "load");
  plt_test_settle ();
  g_assert_true (plt_grid_get_cursor (weeks, &row, &column));
  g_assert_cmpuint (row, ==, 1);
  for (guint c = PLT_LOAD_FIRST_WEEK; c < plt_grid_model_get_n_columns (plt_grid_get_model (weeks));
       c++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (plt_grid_get_model (weeks), 1, c, &cell);
      if (work == 0 && cell.fill == PLT_GRID_FILL_ERROR)
        {
          g_assert_true (g_str_has_prefix (cell.text, "▲ "));
          work = c;
        }
    }
  g_assert_cmpuint (work, >, 0);
  plt_grid_set_cursor (weeks, 1, PLT_LOAD_FIRST_WEEK);
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (plt_test_find_label (GTK_WIDGET (page), "_Next Overload"),
                               GTK_TYPE_BUTTON),
      "clicked");
  plt_test_settle ();
  g_assert_true (plt_grid_get_cursor (weeks, &row, &column));
  g_assert_cmpuint (column, ==, work);
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), ==, 3); /* two tasks and their sum */
  away = plt_date_to_iso (day);
  g_assert_cmpint (plt_store_insert (fixture->store, "availability", NULL, "person", person, "kind",
                                     "indisponible", "from_date", away, "to_date", away, NULL),
                   !=, 0);
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), ==, 4);
  plt_grid_set_cursor (weeks, 1, 0); /* the person: the first week of its work */
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), ==, 2);
  g_signal_emit_by_name (days, "cell-activated", 0u, 1u);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (view), ==, "plan");
  g_assert_cmpint (plt_session_get_selection (fixture->session).id, ==, fixture->cut);
}

/* A booking begins with the days of the task that is selected; a screening with its last one. */
static void
test_book (Fixture *fixture, gconstpointer data)
{
  const PltNetworkDates dates = *dates_of (fixture, fixture->cut);
  const PltFacts *facts = plt_session_get_facts (fixture->session);
  const guint n_rooms = facts->bookings.n, n_shown = facts->screenings.n;
  GtkWidget *dialog;

  point_at (fixture, fixture->cut);
  plt_test_activate (fixture->window, "view.retro-book");
  plt_test_settle ();
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (plt_test_find_widget (dialog, GTK_TYPE_ENTRY)), "Salle 4");
  accept (PLT_DIALOG (dialog));
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->bookings.n, ==, n_rooms + 1);
  g_assert_cmpint (facts->bookings.items[n_rooms].task, ==, fixture->cut);
  g_assert_cmpint (facts->bookings.items[n_rooms].from_date, ==, dates.start);
  g_assert_cmpint (facts->bookings.items[n_rooms].to_date, ==, dates.finish);
  g_assert_cmpstr (plt_view_get_page (plt_window_get_view (fixture->window)), ==, "rooms");

  plt_view_show_page (plt_window_get_view (fixture->window), "plan");
  point_at (fixture, fixture->mix);
  plt_session_select (fixture->session, "task", fixture->mix, NULL);
  plt_test_activate (fixture->window, "view.retro-screen");
  plt_test_settle ();
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (plt_test_find_widget (dialog, GTK_TYPE_ENTRY)), "Écoute");
  accept (PLT_DIALOG (dialog));
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->screenings.n, ==, n_shown + 1);
  g_assert_cmpint (facts->screenings.items[n_shown].task, ==, fixture->mix);
  g_assert_cmpint (facts->screenings.items[n_shown].date, ==,
                   dates_of (fixture, fixture->mix)->finish);
}

static gboolean
says (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, part))
      return TRUE;
  return FALSE;
}

/* What a refused edit moves is seen before it is written, from its remark too, and is one step of
 * undo; a screening that does not say enough opens the cell to fill in. */
static void
test_rework (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cut = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->cut);
  g_autofree char *date = plt_date_to_iso (dates_of (fixture, fixture->cut)->finish);
  g_autofree char *id = NULL;
  const guint n = plt_session_get_facts (fixture->session)->tasks.n;
  const PltDate start = dates_of (fixture, fixture->cut)->start;
  gint64 note,
      one = plt_store_insert (fixture->store, "screening", NULL, "name", "Projection de travail",
                              "date", date, "task", cut, "reopens", cut, NULL);
  GtkWidget *dialog;

  id = g_strdup_printf ("%" G_GINT64_FORMAT, one);
  plt_test_settle ();
  plt_session_select (fixture->session, "screening", one, NULL);
  plt_test_activate (fixture->window, "view.retro-rework");
  plt_test_settle ();
  g_assert_null (plt_test_toplevel (PLT_TYPE_DIALOG));
  g_assert_cmpstr (plt_session_get_selection (fixture->session).column, ==, "rework_days");

  g_assert_true (plt_store_set (fixture->store, "screening", one, "rework_days", "3", NULL));
  note = plt_store_insert (fixture->store, "screening_note", NULL, "screening", id, "text",
                           "La fin est trop longue", NULL);
  plt_test_settle ();
  plt_session_select (fixture->session, "screening_note", note, NULL);
  plt_test_activate (fixture->window, "view.retro-rework");
  plt_test_settle ();
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (says (dialog, "Reprise"));
  g_assert_true (says (dialog, "instead of"));
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, n); /* not yet */
  accept (PLT_DIALOG (dialog));
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, n + 1);
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, <, start); /* backwards */
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, n);
  g_assert_cmpint (dates_of (fixture, fixture->cut)->start, ==, start);
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "plan.xml", "plan.gan" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = plt_retro_export_text (fixture->model, i == 0 ? PLT_RETRO_FILE_MSPDI
                                                                            : PLT_RETRO_FILE_GAN);
      const guint before = plt_session_get_facts (fixture->session)->tasks.n;
      PltDialog *dialog = plt_retro_import_preview (GTK_WIDGET (fixture->page), fixture->session,
                                                    names[i], text, strlen (text));

      g_assert_nonnull (dialog);
      plt_test_settle ();
      g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, before);
      accept (dialog);
      /* what is there is known by its name */
      g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, before);
      plt_test_activate (fixture->window, "win.undo");
      plt_test_settle ();
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/retro-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  ADD ("rows", test_rows);
  ADD ("drag", test_drag);
  ADD ("followers", test_followers);
  ADD ("anchors", test_anchors);
  ADD ("together", test_together);
  ADD ("choosing", test_choosing);
  ADD ("told", test_told);
  ADD ("edge", test_edge);
  ADD ("keys", test_keys);
  ADD ("links", test_links);
  ADD ("rows-come-and-go", test_rows_come_and_go);
  ADD ("cells", test_cells);
  ADD ("paste", test_paste);
  ADD ("paste-below", test_paste_below);
  ADD ("filters", test_filters);
  ADD ("shoot", test_shoot);
  ADD ("template", test_template);
  ADD ("direction", test_direction);
  ADD ("baseline", test_baseline);
  ADD ("load", test_load);
  ADD ("week", test_week);
  ADD ("book", test_book);
  ADD ("rework", test_rework);
  ADD ("files", test_files);
  return g_test_run ();
}

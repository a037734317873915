/* The pages beside the plan of the rétroplanning: load, calendars, empty registers. */
#include "retro-view-hands.h"

#include "plt-days-off.h"
#include "plt-empty-state.h"
#include "plt-paths.h"
#include "plt-register-set.h"
#include "plt-retro-dialogs.h"
#include "plt-retro-offers.h"
#include "plt-today.h"

/* A team that works before and after this week: it is in sight with the next one. */
static void
test_this_week (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);
  PltGrid *weeks = plt_load_page_get_grid (PLT_LOAD_PAGE (plt_view_get_page_child (view, "load")));
  g_autofree char *from = plt_date_to_iso (plt_today () - 500);
  g_autofree char *to = plt_date_to_iso (plt_today () + 500);
  GtkAdjustment *across;
  double value;
  guint row, column;

  g_assert_cmpint (plt_store_insert (fixture->store, "task", NULL, "name", "Archives", "phase",
                                     "developpement", "team", "Archives", "start_date", from,
                                     "end_date", to, "locked", "1", NULL),
                   !=, 0);
  plt_test_settle ();
  plt_view_show_page (view, "load");
  plt_test_settle ();
  g_assert_true (plt_grid_get_cursor (weeks, &row, &column));
  g_assert_cmpuint (column, >, PLT_LOAD_FIRST_WEEK + 60);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (weeks));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (weeks));
  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (weeks));
  value = gtk_adjustment_get_value (across);
  g_assert_cmpfloat (value, >, 0);
  plt_grid_set_cursor (weeks, row, column + 1);
  plt_test_settle ();
  g_assert_true (gtk_adjustment_get_value (across) <= value);
}

static guint
find_day (PltGridModel *table, const char *name)
{
  for (guint i = 0; i < plt_grid_model_get_n_rows (table); i++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (table, i, 1, &cell);
      if (strcmp (cell.text, name) == 0)
        return i;
    }
  return G_MAXUINT;
}

/* Holidays of the territory, and the closings of the production, as they are changed. */
static void
test_days_off (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);
  PltRegisterSet *set = PLT_REGISTER_SET (plt_view_get_page_child (view, "calendars"));
  GtkWidget *page = plt_register_set_get_page (set, "days-off");
  PltGridModel *table = plt_grid_get_model (plt_days_off_get_grid (PLT_DAYS_OFF (page)));
  g_autofree char *holidays = plt_paths_read ("referentials/jours-feries.tsv", NULL, NULL);
  guint n;

  g_assert_nonnull (holidays);
  plt_store_insert (fixture->store, "referential", NULL, "name", "jours-feries", "version", "1",
                    "content", holidays, NULL);
  plt_view_show_page (view, "calendars");
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  plt_test_settle ();
  g_assert_null (plt_register_set_get_shown (set));
  n = plt_grid_model_get_n_rows (table);
  g_assert_cmpuint (n, >=, 22); /* of two years at least */
  g_assert_cmpuint (find_day (table, "Saint-Étienne"), ==, G_MAXUINT);
  g_assert_true (
      plt_store_set (fixture->store, "production", 1, "territory", "alsace-moselle", NULL));
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), >, n);
  n = plt_grid_model_get_n_rows (table);
  g_assert_cmpint (plt_store_insert (fixture->store, "calendar_period", NULL, "name",
                                     "Fermeture des bureaux", "kind", "fermeture", "from_date",
                                     "2028-02-07", "to_date", "2028-02-11", NULL),
                   !=, 0);
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (table), ==, n + 5);
  g_assert_cmpuint (find_day (table, "Fermeture des bureaux"), !=, G_MAXUINT);
}

/* Dates of other registers say what they are of, and lead to their row. */
static void
test_doors (Fixture *fixture, gconstpointer data)
{
  gint64 screening, place;
  guint found = 0;

  screening = plt_store_insert (fixture->store, "screening", NULL, "name", "Projection de travail",
                                "date", "2028-03-01", NULL);
  place = plt_store_insert (fixture->store, "location", NULL, "name", "Criée de Keroman",
                            "permit_from", "2028-01-10", NULL);
  g_assert_true (plt_store_set (fixture->store, "task", fixture->cut, "deliverable",
                                "Copie de travail", NULL));
  plt_test_settle ();
  for (guint i = 0; i < plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)); i++)
    {
      PltRef ref = plt_retro_model_get_ref (fixture->model, i);
      g_autofree char *name = plt_retro_model_get_name (fixture->model, i);

      if (g_strcmp0 (ref.table, "screening") == 0 && ref.id == screening)
        {
          g_assert_cmpstr (name, ==, "Projection de travail");
          found++;
        }
      else if (g_strcmp0 (ref.table, "location") == 0 && ref.id == place)
        {
          g_assert_cmpstr (name, ==, "permit: Criée de Keroman");
          found++;
        }
      else if (strstr (name, "Copie de travail") != NULL)
        {
          g_assert_cmpstr (name, ==, "deliverable: Copie de travail");
          found++;
        }
    }
  g_assert_cmpuint (found, ==, 3);
  plt_session_open_ref (fixture->session, (PltRef){ "screening", screening, "date" });
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (plt_window_get_view (fixture->window)), ==, "rooms");
  g_assert_cmpint (plt_session_get_selection (fixture->session).id, ==, screening);
}

/* A long sentence asks for no more than its longest word, at whatever height, and for a line more
 * where it is narrow. */
static void
test_long_sentence (Fixture *fixture, gconstpointer data)
{
  GtkWidget *empty = g_object_ref_sink (plt_empty_state_new (
      "plt-timeline-symbolic", "Projections",
      "Ajoutez la projection de chaque étape clé : qui vient, quelle version, quelle décision. "
      "Elle peut rouvrir l’étape, et ce qui suit se décale alors de ce qu’il y a à refaire.",
      NULL, NULL));
  int least, wide, narrow, heights[] = { -1, 200, 400, 768 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      gtk_widget_measure (empty, GTK_ORIENTATION_HORIZONTAL, heights[i], &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <, 300);
    }
  gtk_widget_measure (empty, GTK_ORIENTATION_VERTICAL, 600, &wide, NULL, NULL, NULL);
  gtk_widget_measure (empty, GTK_ORIENTATION_VERTICAL, 260, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
  g_object_unref (empty);
}

static void
choose_tab (Fixture *fixture, const char *page, const char *table)
{
  PltView *view = plt_window_get_view (fixture->window);
  GtkWidget *tab;

  plt_view_show_page (view, page);
  tab = plt_register_set_get_page (PLT_REGISTER_SET (plt_view_get_page_child (view, page)), table);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (tab)), tab);
  plt_test_settle ();
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_selected (Fixture *fixture, const char *table, gint64 id)
{
  PltRef ref = plt_session_get_selection (fixture->session);

  g_assert_cmpstr (ref.table, ==, table);
  g_assert_cmpint (ref.id, ==, id);
}

/* The sample has a row in every table. */
static void
clear_out (Fixture *fixture)
{
  static const char *const tables[]
      = { "screening_note", "screening", "room_booking", "calendar_closing", "task_calendar" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (PltQueryModel) rows = plt_query_model_new (fixture->store, tables[i]);
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      for (guint at = 0; at < g_list_model_get_n_items (G_LIST_MODEL (rows)); at++)
        plt_batch_delete (batch, tables[i], plt_query_model_get_id (rows, at));
      plt_store_apply (fixture->store, "Vider", NULL, batch, NULL, &error);
      g_assert_no_error (error);
    }
}

/* The form is that of what is selected where one looks; nothing where nothing is. */
static void
test_selection_follows (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);
  g_autofree char *cut = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->cut);
  PltRegisterSet *set;
  GtkWidget *focus;
  gint64 booking;
  gint64 person = plt_store_insert (fixture->store, "person", NULL, "last_name", "Perrin", NULL);
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  clear_out (fixture);
  booking = plt_store_insert (fixture->store, "room_booking", NULL, "room", "Salle 1", "from_date",
                              "2028-03-01", NULL);
  plt_store_insert (fixture->store, "task_person", NULL, "task", cut, "person", who, NULL);
  plt_test_settle ();
  point_at (fixture, fixture->mix);
  assert_selected (fixture, "task", fixture->mix);
  choose_tab (fixture, "rooms", "screening");
  assert_selected (fixture, NULL, 0);
  choose_tab (fixture, "rooms", "room_booking");
  assert_selected (fixture, "room_booking", booking);
  choose_tab (fixture, "calendars", "days-off");
  assert_selected (fixture, NULL, 0);
  plt_store_insert (fixture->store, "screening", NULL, "name", "Essai", NULL);
  choose_tab (fixture, "rooms", "room_booking");
  set = PLT_REGISTER_SET (plt_view_get_page_child (view, "rooms"));
  gtk_widget_grab_focus (GTK_WIDGET (plt_register_get_grid (plt_register_set_get_shown (set))));
  choose_tab (fixture, "rooms", "screening");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_ancestor (focus, PLT_TYPE_GRID)
                 == GTK_WIDGET (plt_register_get_grid (plt_register_set_get_shown (set))));
  plt_view_show_page (view, "load");
  plt_test_settle ();
  assert_selected (fixture, "person", person);
  plt_view_show_page (view, "plan");
  plt_test_settle ();
  assert_selected (fixture, "task", fixture->mix);
}

/* Milestones of the plan become screenings by one click, and go by one undo. */
static void
test_screening_offer (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);
  GtkWidget *tab, *button;
  gint64 task = add_task (fixture->store, "Projection de travail : production", "0");
  const PltFacts *facts;

  clear_out (fixture);
  add_link (fixture->store, fixture->cut, task);
  g_assert_true (plt_store_set (fixture->store, "task", task, "milestone", "1", NULL));
  choose_tab (fixture, "rooms", "screening");
  tab = plt_register_set_get_page (PLT_REGISTER_SET (plt_view_get_page_child (view, "rooms")),
                                   "screening");
  button = find_button (tab, "Add Them");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  plt_test_settle ();
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->screenings.n, ==, 1);
  g_assert_cmpstr (facts->screenings.items[0].name, ==, "Projection de travail");
  g_assert_cmpstr (facts->screenings.items[0].people, ==, "production");
  g_assert_cmpint (facts->screenings.items[0].task, ==, task);
  g_assert_cmpint (facts->screenings.items[0].date, ==, dates_of (fixture, task)->finish);
  assert_selected (fixture, "screening", facts->screenings.items[0].id);
  g_assert_false (gtk_widget_get_mapped (button));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->screenings.n, ==, 0);
  g_assert_true (gtk_widget_get_mapped (button));
}

static int
find_load (PltGridModel *table, const char *name)
{
  for (guint i = 0; i < plt_grid_model_get_n_rows (table); i++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (table, i, 0, &cell);
      if (strcmp (cell.text, name) == 0)
        return (int) i;
    }
  return -1;
}

/* A room taken twice is marked in its week, and one can go there; its days say what is in it, and
 * open the booking. What changes while nobody looks is there when somebody does. */
static void
test_room_twice (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);
  PltLoadPage *page = PLT_LOAD_PAGE (plt_view_get_page_child (view, "load"));
  PltGrid *weeks = plt_load_page_get_grid (page), *days = plt_load_page_get_week (page);
  PltGridModel *table = plt_grid_get_model (weeks);
  g_autofree char *cut = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->cut);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  g_auto (PltGridCell) sum = PLT_GRID_CELL_INIT;
  gint64 second;
  guint row, column;

  clear_out (fixture);
  plt_view_show_page (view, "load");
  plt_test_settle ();
  g_assert_cmpint (find_load (table, "Salle 1, Les Forges"), <, 0);
  plt_view_show_page (view, "plan");
  plt_test_settle ();
  plt_store_insert (fixture->store, "room_booking", NULL, "room", "Salle 1", "supplier",
                    "Les Forges", "task", cut, "from_date", "2028-02-07", "to_date", "2028-02-11",
                    NULL);
  second
      = plt_store_insert (fixture->store, "room_booking", NULL, "room", "Salle 1", "supplier",
                          "Les Forges", "from_date", "2028-02-10", "to_date", "2028-02-16", NULL);
  plt_test_settle ();
  plt_view_show_page (view, "load");
  plt_test_settle ();
  g_assert_cmpint (find_load (table, "Montage"), >, 0);
  g_assert_cmpint (find_load (table, "Salle 1, Les Forges"), >, 0);
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (plt_test_find_label (GTK_WIDGET (page), "_Next Overload"),
                               GTK_TYPE_BUTTON),
      "clicked");
  plt_test_settle ();
  g_assert_true (plt_grid_get_cursor (weeks, &row, &column));
  g_assert_cmpint ((int) row, ==, find_load (table, "Salle 1, Les Forges"));
  plt_grid_model_get_cell (table, row, column, &cell);
  g_assert_cmpstr (cell.text, ==, "▲ 5");
  g_assert_nonnull (strstr (cell.message, "Montage"));
  g_assert_cmpuint (plt_grid_model_get_n_rows (plt_grid_get_model (days)), ==, 3);
  plt_grid_model_get_cell (plt_grid_get_model (days), 2, 4, &sum); /* Thursday */
  g_assert_cmpstr (sum.text, ==, "▲ 2×");
  assert_selected (fixture, NULL, 0); /* a room has no form */
  g_signal_emit_by_name (days, "cell-activated", 1u, 0u);
  plt_test_settle ();
  assert_selected (fixture, "room_booking", second);
  g_assert_cmpstr (plt_view_get_page (view), ==, "rooms");
}

/* The whole of an August of a new calendar, in one step; another year, and days typed. */
static void
test_august (Fixture *fixture, gconstpointer data)
{
  PltDialog *dialog;
  const PltFacts *facts;
  PltDate first;
  int year, month, day;

  clear_out (fixture);
  choose_tab (fixture, "calendars", "calendar_closing");
  dialog = plt_closing_dialog (GTK_WIDGET (fixture->page), fixture->session, fixture->model);
  plt_test_settle ();
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->task_calendars.n, ==, 1);
  g_assert_cmpuint (facts->closings.n, ==, 1);
  first = facts->closings.items[0].from_date;
  plt_date_to_ymd (first, &year, &month, &day);
  g_assert_cmpint (month, ==, 8);
  g_assert_cmpint (day, ==, 1);
  g_assert_cmpint (facts->closings.items[0].to_date, ==, first + 30);
  g_assert_cmpint (facts->closings.items[0].task_calendar, ==, facts->task_calendars.items[0].id);
  assert_selected (fixture, "calendar_closing", facts->closings.items[0].id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  plt_test_settle ();
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->task_calendars.n + facts->closings.n, ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/retro-pages/" name, Fixture, NULL, set_up, function, tear_down)

static guint
line_of (PltDialog *dialog, PltRetroWayKind kind, gint64 task)
{
  const GPtrArray *ways = plt_retro_ways_dialog_get_ways (dialog);

  for (guint i = 0; i < ways->len; i++)
    {
      const PltRetroWay *way = ways->pdata[i];

      if (way->kind == kind && (task == 0 || way->task == task))
        return i;
    }
  return G_MAXUINT;
}

/* Montage 20 days and Mixage 10 days: the PAD ten working days too early for Montage, that is
 * locked; each way is one step, several together too, and what is missing closes the dialog. */
static void
test_ways (Fixture *fixture, gconstpointer data)
{
  g_autofree char *start = NULL;
  PltDialog *dialog;

  plt_test_activate (fixture->window, "view.retro-ways");
  plt_test_settle ();
  g_assert_null (plt_test_toplevel (PLT_TYPE_DIALOG)); /* nothing is missing */

  start = plt_date_to_iso (dates_of (fixture, fixture->cut)->start + 14);
  g_assert_true (plt_store_set (fixture->store, "task", fixture->cut, "start_date", start, NULL));
  g_assert_true (plt_store_set (fixture->store, "task", fixture->cut, "locked", "1", NULL));
  plt_test_settle ();
  g_assert_cmpint (plt_retro_model_get_retro (fixture->model)->head.missing, ==, 10);
  plt_test_activate (fixture->window, "view.retro-ways");
  plt_test_settle ();
  dialog = PLT_DIALOG (plt_test_toplevel (PLT_TYPE_DIALOG));

  plt_retro_ways_dialog_tick (dialog, line_of (dialog, PLT_RETRO_WAY_SHORTER, fixture->mix), TRUE);
  g_assert_nonnull (
      strstr (plt_retro_ways_dialog_get_effect (dialog), "5 working days are missing"));
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  plt_assert_cell (fixture->store, "task", fixture->mix, "duration_days", "5");
  g_assert_cmpint (plt_retro_model_get_retro (fixture->model)->head.missing, ==, 5);
  g_assert_cmpuint (line_of (dialog, PLT_RETRO_WAY_SHORTER, fixture->mix), !=, G_MAXUINT);

  plt_retro_ways_dialog_do (dialog, line_of (dialog, PLT_RETRO_WAY_UNLOCK, fixture->cut));
  plt_test_settle ();
  g_assert_null (plt_test_toplevel (PLT_TYPE_DIALOG));
  g_assert_cmpint (plt_retro_model_get_retro (fixture->model)->head.missing, ==, 0);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (plt_retro_model_get_retro (fixture->model)->head.missing, ==, 5);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  plt_assert_cell (fixture->store, "task", fixture->mix, "duration_days", "10");
}

/* The shoot is what the chain begins with: its days are moved where they are kept. */
static void
test_door (Fixture *fixture, gconstpointer data)
{
  const PltPlan *plan;
  g_autofree char *soon = NULL, *cut = g_strdup_printf ("%d", (int) fixture->cut);
  g_autofree char *shoot = NULL;
  PltDate last = PLT_DATE_NONE;
  PltDialog *dialog;
  gint64 id;

  g_assert_true (plt_store_set (fixture->store, "shooting_day", 1, "date", "2028-02-01", NULL));
  plt_test_settle ();
  plan = plt_session_get_plan (fixture->session);
  for (guint i = 0; i < plan->days->len; i++)
    last = MAX (last, ((const PltDayPlan *) plan->days->pdata[i])->day->date);
  id = plt_store_insert (fixture->store, "task", NULL, "name", "Tournage", "phase", "tournage",
                         "anchor", "tournage", "duration_days", "1", NULL);
  shoot = g_strdup_printf ("%d", (int) id);
  g_assert_cmpint (
      plt_store_insert (fixture->store, "task_link", NULL, "predecessor", shoot, "task", cut, NULL),
      !=, 0);
  soon = plt_date_to_iso (last + 10);
  g_assert_true (plt_store_set (fixture->store, "production", 1, "delivery_date", soon, NULL));
  plt_test_settle ();
  plt_test_activate (fixture->window, "view.retro-ways");
  plt_test_settle ();
  dialog = PLT_DIALOG (plt_test_toplevel (PLT_TYPE_DIALOG));
  plt_retro_ways_dialog_do (dialog, line_of (dialog, PLT_RETRO_WAY_SHOOT, id));
  plt_test_settle ();
  g_assert_null (plt_test_toplevel (PLT_TYPE_DIALOG));
  g_assert_false (PLT_IS_RETRO_VIEW (plt_window_get_view (fixture->window)));
}

static void
delete_tasks (Fixture *fixture)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  for (guint i = 0; i < facts->tasks.n; i++)
    plt_batch_delete (batch, "task", facts->tasks.items[i].id);
  g_assert_true (plt_session_apply (fixture->session, "essai", NULL, batch, NULL));
  plt_test_settle ();
}

/* Without a delivery the template asks for it, right there, and everything is dated from it. */
static void
test_template_delivery (Fixture *fixture, gconstpointer data)
{
  PltDialog *dialog;
  GtkWidget *label;

  delete_tasks (fixture);
  g_assert_true (plt_store_set (fixture->store, "production", 1, "delivery_date", "", NULL));
  plt_test_settle ();
  plt_test_activate (fixture->window, "view.retro-template");
  plt_test_settle ();
  dialog = PLT_DIALOG (plt_test_toplevel (PLT_TYPE_DIALOG));
  label = plt_test_find_label (GTK_WIDGET (dialog),
                               "Delivery (PAD): all dates are counted back from it");
  g_assert_nonnull (label);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (label)), "28/04/2028");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_null (plt_test_toplevel (PLT_TYPE_DIALOG));
  plt_assert_cell (fixture->store, "production", 1, "delivery_date", "28/04/2028");
  for (guint i = 0; i < plt_session_get_facts (fixture->session)->tasks.n; i++)
    {
      gint64 id = plt_session_get_facts (fixture->session)->tasks.items[i].id;

      g_assert_true (plt_retro_find (plt_retro_model_get_retro (fixture->model), id)->is_dated);
    }
}

/* An empty plan offers two ways to begin: the second one adds a task and shows it. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label, *button;

  delete_tasks (fixture);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  label = plt_test_find_label (GTK_WIDGET (fixture->page), "Add a Task");
  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->tasks.n, ==, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  ADD ("this-week", test_this_week);
  ADD ("days-off", test_days_off);
  ADD ("doors", test_doors);
  ADD ("ways", test_ways);
  ADD ("ways-door", test_door);
  ADD ("long-sentence", test_long_sentence);
  ADD ("selection-follows", test_selection_follows);
  ADD ("screening-offer", test_screening_offer);
  ADD ("room-twice", test_room_twice);
  ADD ("august", test_august);
  ADD ("template-delivery", test_template_delivery);
  ADD ("empty", test_empty);
  return g_test_run ();
}

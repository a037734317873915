/* The view of the hours in a real window: hours from the sheet, typed, pasted, filled for a
 * department, approved and opened again, undone; the week, the statement, overtime to the budget.
 */
#include "plt-hours-model.h"
#include "plt-hours-view.h"

#include <string.h>

#include "plt-load.h"
#include "plt-paths.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"

typedef struct
{
  PltStore *store;
  PltWindow *window;
  PltView *view;
} Fixture;

static void
keep_referentials (PltBatch *batch)
{
  static const char *const names[]
      = { "temps-de-travail", "jours-feries", "minima-3097", "minima-artistes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *content = plt_paths_read (path, NULL, &error);

      g_assert_no_error (error);
      plt_batch_insert (batch, "referential");
      plt_batch_set_text (batch, "name", names[i]);
      plt_batch_set_text (batch, "version", "1");
      plt_batch_set_text (batch, "content", content);
    }
}

/* Two grips, one with a rate; a week of 50 hours for the first one. */
static void
set_up (Fixture *self, gconstpointer page)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  self->store = plt_test_store_papers ();
  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "agreement", "3097");
  keep_referentials (batch);
  for (int i = 0; i < 2; i++)
    {
      gint64 person = plt_batch_insert (batch, "person");
      gint64 engagement;

      plt_batch_set_text (batch, "last_name", i == 0 ? "Kermadec" : "Tanguy");
      engagement = plt_batch_insert (batch, "engagement");
      plt_batch_set_integer (batch, "person", person);
      plt_batch_set_text (batch, "department", "machinerie");
      plt_batch_set_text (batch, "function", "Machiniste de prise de vues cinéma");
      plt_batch_set_text (batch, "unit", "semaine");
      plt_batch_set_text (batch, "status", "signe");
      if (i == 0)
        plt_batch_set_integer (batch, "rate_cents", 100905);
      for (int day = 12; day <= (i == 0 ? 16 : 12); day++)
        {
          g_autofree char *date = g_strdup_printf ("2027-04-%02d", day);

          plt_batch_insert (batch, "work_hours");
          plt_batch_set_integer (batch, "person", person);
          plt_batch_set_integer (batch, "engagement", engagement);
          plt_batch_set_text (batch, "date", date);
          plt_batch_set_text (batch, "kind", "tournage");
          plt_batch_set_text (batch, "status", "prevu");
          plt_batch_set_integer (batch, "start_minutes", 480);
          plt_batch_set_integer (batch, "meal_minutes", 780);
          plt_batch_set_integer (batch, "meal_end_minutes", 840);
          plt_batch_set_integer (batch, "end_minutes", 1140);
        }
    }
  plt_store_apply (self->store, "Heures", NULL, batch, NULL, &error);
  g_assert_no_error (error);
  self->window = plt_test_window_new (self->store);
  g_assert_true (plt_window_show_view (self->window, "hours", page));
  plt_test_settle ();
  self->view = plt_window_get_view (self->window);
  plt_hours_view_show_date (PLT_HOURS_VIEW (self->view), plt_date_from_ymd (2027, 4, 12));
  plt_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer page)
{
  g_object_unref (self->store);
  plt_test_window_close (self->window);
}

static PltGrid *
grid_of (Fixture *self)
{
  return plt_hours_view_get_grid (PLT_HOURS_VIEW (self->view), plt_view_get_page (self->view));
}

static PltGridModel *
model_of (Fixture *self)
{
  return plt_grid_get_model (grid_of (self));
}

/* Narrow spaces as common ones. */
#define assert_cell(self, row, column, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_auto (PltGridCell) cell_ = PLT_GRID_CELL_INIT;                                               \
    plt_grid_model_get_cell (model_of (self), row, column, &cell_);                                \
    g_assert_cmpstr (cell_.text, ==, expected);                                                    \
  }                                                                                                \
  G_STMT_END

static void
act (Fixture *self, const char *action)
{
  g_action_group_activate_action (plt_view_get_actions (self->view), action, NULL);
  plt_test_settle ();
}

static guint
count_rows (Fixture *self, const char *status)
{
  g_autoptr (PltFacts) facts = plt_facts_load (self->store, NULL);
  guint n = 0;

  for (guint i = 0; i < facts->hours.n; i++)
    n += strcmp (facts->hours.items[i].status, status) == 0;
  return n;
}

/* Row 0 is the department, 1 and 2 are the people, 3 the total. */
static void
test_type (Fixture *self, gconstpointer page)
{
  g_autofree char *before = plt_store_checksum (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  const PltGridEdit block[] = { { 1, PLT_HOURS_COLUMN_START, "7h30" },
                                { 1, PLT_HOURS_COLUMN_END, "1h15" },
                                { 2, PLT_HOURS_COLUMN_START, "9:00" },
                                { 2, PLT_HOURS_COLUMN_TRAVEL, "1h20" } };

  assert_cell (self, 1, PLT_HOURS_COLUMN_NAME, "Kermadec");
  assert_cell (self, 1, PLT_HOURS_COLUMN_WORKED, "10h00");
  plt_grid_set_cursor (grid_of (self), 1, PLT_HOURS_COLUMN_END);
  g_assert_true (plt_grid_edit (grid_of (self)));
  g_assert_true (plt_grid_is_editing (grid_of (self)));
  plt_grid_cancel_edit (grid_of (self));
  g_assert_true (plt_grid_model_set_text (model_of (self), 1, PLT_HOURS_COLUMN_END, "20h30", NULL));
  plt_test_settle ();
  assert_cell (self, 1, PLT_HOURS_COLUMN_END, "20h30");
  assert_cell (self, 1, PLT_HOURS_COLUMN_WORKED, "11h30");
  assert_cell (self, 1, PLT_HOURS_COLUMN_WORKED + 6, "Corrected");
  g_assert_cmpuint (count_rows (self, "corrige"), ==, 1);

  /* a block of Excel: one command; an hour of the morning is after midnight */
  g_assert_true (plt_grid_model_set_many (model_of (self), block, G_N_ELEMENTS (block), 0, &error));
  g_assert_no_error (error);
  plt_test_settle ();
  assert_cell (self, 1, PLT_HOURS_COLUMN_START, "7h30");
  assert_cell (self, 1, PLT_HOURS_COLUMN_END, "25h15");
  assert_cell (self, 2, PLT_HOURS_COLUMN_START, "9h00");
  plt_session_undo (plt_window_get_session (self->window));
  plt_session_undo (plt_window_get_session (self->window));
  plt_test_settle ();
  after = plt_store_checksum (self->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (plt_grid_model_set_text (model_of (self), 1, PLT_HOURS_COLUMN_END, "soir", NULL));
}

static void
test_department (Fixture *self, gconstpointer page)
{
  g_assert_true (
      plt_grid_model_set_text (model_of (self), 0, PLT_HOURS_COLUMN_MEAL, "12h30", NULL));
  plt_test_settle ();
  for (guint row = 1; row <= 2; row++)
    {
      assert_cell (self, row, PLT_HOURS_COLUMN_MEAL, "12h30");
      assert_cell (self, row, PLT_HOURS_COLUMN_MEAL_END, "14h00");
    }
}

static void
test_states (Fixture *self, gconstpointer page)
{
  g_autoptr (GError) error = NULL;

  plt_grid_select (grid_of (self), 1, 0, 1, 3);
  act (self, "hours-sign");
  g_assert_cmpuint (count_rows (self, "signe"), ==, 1);
  g_assert_false (
      plt_grid_model_set_text (model_of (self), 1, PLT_HOURS_COLUMN_END, "21h00", &error));
  g_assert_nonnull (strstr (error->message, "signed"));
  act (self, "hours-reopen");
  g_assert_cmpuint (count_rows (self, "signe"), ==, 0);
  g_assert_true (plt_grid_model_set_text (model_of (self), 1, PLT_HOURS_COLUMN_END, "21h00", NULL));
}

static void
test_week (Fixture *self, gconstpointer page)
{
  assert_cell (self, 1, 9, "50h00");
  assert_cell (self, 1, 10, "8h00");
  assert_cell (self, 2, 18, "?");
  plt_grid_set_cursor (grid_of (self), 1, 0);
  plt_test_settle ();
  g_assert_nonnull (strstr (plt_hours_view_get_why (PLT_HOURS_VIEW (self->view)), "R04"));
  act (self, "hours-approve");
  g_assert_cmpuint (count_rows (self, "valide"), ==, 5);
}

/* The buttons of the bar that a click leaves the keyboard with, of those that act on the hours. */
static guint
count_thieves (GtkWidget *widget, guint *n_buttons)
{
  const char *action
      = GTK_IS_BUTTON (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;
  guint n = 0;

  if (g_strcmp0 (action, "view.hours-sign") == 0 || g_strcmp0 (action, "view.hours-approve") == 0
      || g_strcmp0 (action, "view.hours-reopen") == 0 || g_strcmp0 (action, "view.hours-next") == 0)
    {
      ++*n_buttons;
      n += gtk_widget_get_focus_on_click (widget) ? 1 : 0;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_thieves (child, n_buttons);
  return n;
}

static void
test_keyboard_stays (Fixture *self, gconstpointer page)
{
  guint n_buttons = 0;

  g_assert_cmpuint (count_thieves (GTK_WIDGET (self->view), &n_buttons), ==, 0);
  g_assert_cmpuint (n_buttons, >=, 4);
}

static void
test_person (Fixture *self, gconstpointer page)
{
  guint n = plt_grid_model_get_n_rows (model_of (self));

  g_assert_cmpuint (n, >, 6); /* a head, five days, the lines of the pay */
  assert_cell (self, 0, 7, "50h00");
  act (self, "hours-next");
  g_assert_cmpuint (plt_grid_model_get_n_rows (model_of (self)), <, n);
}

static void
test_overtime (Fixture *self, gconstpointer page)
{
  gint64 before = plt_rows_count (self->store, plt_table_find ("budget_line"));

  act (self, "hours-to-budget");
  g_assert_cmpint (plt_rows_count (self->store, plt_table_find ("budget_line")), ==, before + 1);
  act (self, "hours-to-budget");
  g_assert_cmpint (plt_rows_count (self->store, plt_table_find ("budget_line")), ==, before + 1);
}

/* A finding leads to the cell. */
static void
test_door (Fixture *self, gconstpointer page)
{
  guint row, column;

  g_assert_true (plt_view_select_ref (self->view, (PltRef){ "work_hours", 2, "end_minutes" }));
  plt_test_settle ();
  g_assert_cmpint (plt_hours_view_get_date (PLT_HOURS_VIEW (self->view)), ==,
                   plt_date_from_ymd (2027, 4, 13));
  g_assert_cmpstr (plt_view_get_page (self->view), ==, "day");
  g_assert_true (plt_grid_get_cursor (grid_of (self), &row, &column));
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpuint (column, ==, PLT_HOURS_COLUMN_END);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  g_test_add ("/hours-view/type", Fixture, "day", set_up, test_type, tear_down);
  g_test_add ("/hours-view/department", Fixture, "day", set_up, test_department, tear_down);
  g_test_add ("/hours-view/states", Fixture, "day", set_up, test_states, tear_down);
  g_test_add ("/hours-view/keyboard-stays", Fixture, "day", set_up, test_keyboard_stays, tear_down);
  g_test_add ("/hours-view/week", Fixture, "week", set_up, test_week, tear_down);
  g_test_add ("/hours-view/person", Fixture, "person", set_up, test_person, tear_down);
  g_test_add ("/hours-view/overtime", Fixture, "overtime", set_up, test_overtime, tear_down);
  g_test_add ("/hours-view/door", Fixture, "week", set_up, test_door, tear_down);
  return g_test_run ();
}

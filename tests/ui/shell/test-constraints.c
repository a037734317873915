/* What the plan de travail has to keep to, in its page and in the side pane: a window is of one
 * thing, is added where its thing is looked at, and a finding leads to it. */
#include "plt-availability-box.h"
#include "plt-constraints-page.h"
#include "plt-grid-model.h"
#include "plt-register-editing.h"
#include "plt-rows.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  gint64 actor, place, availability;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  fixture->actor
      = PLT_TEST_INSERT (store, "person", "first_name", "Anna", "last_name", "Kerdoncuff");
  fixture->place = PLT_TEST_INSERT (store, "location", "name", "Phare");
  fixture->availability
      = PLT_TEST_INSERT (store, "availability", "person", "Anna Kerdoncuff", "kind", "indisponible",
                         "from_date", "2027-04-12", "to_date", "2027-04-13");
  fixture->store = store;
  fixture->window = plt_test_window_new (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static PltConstraintsPage *
page (Fixture *fixture)
{
  g_assert_true (plt_window_show_view (fixture->window, "plan", "constraints"));
  plt_test_settle ();
  return PLT_CONSTRAINTS_PAGE (
      plt_view_get_page_child (plt_window_get_view (fixture->window), "constraints"));
}

static char *
cell (PltRegister *list, const char *id)
{
  PltGridModel *model = plt_grid_get_model (plt_register_get_grid (list));

  for (guint i = 0; i < plt_grid_model_get_n_columns (model); i++)
    {
      PltGridColumn shown = { NULL };
      PltGridCell cell = { NULL };
      char *text;

      plt_grid_model_get_column (model, i, &shown);
      if (!g_str_equal (shown.id, id))
        continue;
      plt_grid_model_get_cell (model, 0, i, &cell);
      text = g_strdup (cell.text);
      plt_grid_cell_clear (&cell);
      return text;
    }
  g_assert_not_reached ();
}

static void
test_one_thing (Fixture *fixture, gconstpointer data)
{
  PltConstraintsPage *constraints = page (fixture);
  g_autoptr (PltRecord) record
      = plt_store_get_record (fixture->store, "availability", fixture->availability);
  const PltTable *table = plt_table_find ("availability");
  PltSession *session = plt_window_get_session (fixture->window);
  g_autoptr (GError) error = NULL;
  g_auto (PltValue) nobody = PLT_VALUE_INIT;
  g_autofree char *before = cell (plt_constraints_page_get_register (constraints), "concerns");
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "Anna Kerdoncuff");
  g_assert_true (plt_register_write_cell (session, record, plt_table_column (table, "location"),
                                          "Phare", &error));
  g_assert_no_error (error);
  plt_test_settle ();
  g_assert_cmpint (plt_record_get_integer (record, "person", 0), ==, 0);
  g_assert_cmpint (plt_record_get_integer (record, "location", 0), ==, fixture->place);
  after = cell (plt_constraints_page_get_register (constraints), "concerns");
  g_assert_cmpstr (after, ==, "Phare");
  /* one command: one step back brings the person again */
  g_assert_true (plt_store_undo (fixture->store, &error));
  g_assert_cmpint (plt_record_get_integer (record, "person", 0), ==, fixture->actor);
  g_assert_cmpint (plt_record_get_integer (record, "location", 0), ==, 0);
  /* emptying one touches no other */
  g_assert_true (
      plt_register_write_value (session, record, plt_table_column (table, "set"), &nobody, &error));
  g_assert_cmpint (plt_record_get_integer (record, "person", 0), ==, fixture->actor);
}

static void
test_registers (Fixture *fixture, gconstpointer data)
{
  static const char *const tables[]
      = { "event", "sequence_order", "calendar_period", "availability" };
  PltConstraintsPage *constraints = page (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_assert_true (plt_constraints_page_show (constraints, tables[i]));
      plt_test_settle ();
      g_assert_cmpstr (plt_register_get_table (plt_constraints_page_get_register (constraints))->id,
                       ==, tables[i]);
    }
  g_assert_false (plt_constraints_page_show (constraints, "strip"));
  /* a finding leads there from anywhere */
  plt_window_show_view (fixture->window, "home", NULL);
  plt_test_settle ();
  plt_constraints_page_show (constraints, "event");
  g_assert_true (plt_window_open_ref (
      fixture->window, (PltRef){ "availability", fixture->availability, "to_date" }));
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (plt_window_get_view (fixture->window)), ==, "constraints");
  g_assert_cmpstr (plt_register_get_table (plt_constraints_page_get_register (constraints))->id, ==,
                   "availability");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  PltConstraintsPage *constraints = page (fixture);

  plt_constraints_page_show (constraints, "sequence_order");
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (constraints), "Add: wish of order"));
}

static void
test_box (Fixture *fixture, gconstpointer data)
{
  PltSession *session = plt_window_get_session (fixture->window);
  PltAvailabilityBox *box;
  PltRef selected;
  g_autoptr (PltRecord) added = NULL;
  g_autoptr (GError) error = NULL;

  plt_window_show_view (fixture->window, "crew", "person");
  plt_session_select (session, "person", fixture->actor, NULL);
  plt_test_settle ();
  box = PLT_AVAILABILITY_BOX (
      plt_test_find_widget (GTK_WIDGET (fixture->window), PLT_TYPE_AVAILABILITY_BOX));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (box)));
  g_assert_nonnull (
      plt_test_find_label (GTK_WIDGET (box), "not available from 12/04/2027 to 13/04/2027"));

  plt_session_select (session, "location", fixture->place, NULL);
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (box), "Always there, as far as is known."));
  g_assert_true (plt_availability_box_add (box));
  plt_test_settle ();
  selected = plt_session_get_selection (session);
  g_assert_cmpstr (selected.table, ==, "availability");
  added = plt_store_get_record (fixture->store, "availability", selected.id);
  g_assert_cmpint (plt_record_get_integer (added, "location", 0), ==, fixture->place);
  /* of the window, the way back to what it is of; nothing is added to a window */
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (box), "Phare"));
  g_assert_false (plt_availability_box_add (box));
  g_assert_true (plt_store_undo (fixture->store, &error));
  plt_session_select (session, "event", 0, NULL);
  plt_test_settle ();
}

/* What is too seldom for a column of a grid is in the form all the same. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  gint64 sequence = PLT_TEST_INSERT (fixture->store, "sequence", "number", "1");
  PltForm *form;

  plt_session_select (plt_window_get_session (fixture->window), "sequence", sequence, NULL);
  plt_test_settle ();
  form = PLT_FORM (plt_test_find_widget (GTK_WIDGET (fixture->window), PLT_TYPE_FORM));
  g_assert_nonnull (plt_form_get_field (form, "number"));
  g_assert_nonnull (plt_form_get_field (form, "cover_set"));
  g_assert_null (plt_form_get_field (form, "episode"));
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/constraints/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("one-thing", test_one_thing);
  ADD ("registers", test_registers);
  ADD ("empty", test_empty);
  ADD ("box", test_box);
  ADD ("form", test_form);
  return g_test_run ();
}

/* The grid of séquences: what may be typed in its cells, and what becomes of it. */
#include "plt-breakdown-view.h"
#include "plt-register.h"
#include "plt-rows.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltRegister *list;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  PLT_TEST_INSERT (store, "element_category", "code", "RO", "name", "Rôles", "family", "roles");
  PLT_TEST_INSERT (store, "element", "category", "RO · Rôles", "number", "1", "name", "NORA");
  PLT_TEST_INSERT (store, "element", "category", "RO · Rôles", "number", "2", "name", "MILO");
  PLT_TEST_INSERT (store, "set", "name", "CAFÉ DU PORT");
  PLT_TEST_INSERT (store, "set", "name", "SALLE", "parent", "CAFÉ DU PORT");
  PLT_TEST_INSERT (store, "sequence", "number", "1", "int_ext", "INT", "effect", "JOUR", "set",
                   "CAFÉ DU PORT", "sub_set", "SALLE", "eighths", "1 4/8", "premin_seconds",
                   "1:20");
  PLT_TEST_INSERT (store, "sequence", "number", "2", "int_ext", "EXT", "effect", "NUIT", "eighths",
                   "4/8");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "2", "element", "MILO");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "2", "element", "NORA");
  fixture->store = store;
  fixture->before = plt_store_checksum (store);
  fixture->window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (fixture->window, "breakdown", "sequence"));
  plt_test_settle ();
  fixture->list
      = PLT_REGISTER (plt_view_get_page_child (plt_window_get_view (fixture->window), "sequence"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
  g_free (fixture->before);
}

static PltGridModel *
model (Fixture *fixture)
{
  return plt_grid_get_model (plt_register_get_grid (fixture->list));
}

static guint
column (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < plt_grid_model_get_n_columns (model (fixture)); i++)
    {
      PltGridColumn shown = { NULL };

      plt_grid_model_get_column (model (fixture), i, &shown);
      if (g_str_equal (shown.id, id))
        return i;
    }
  g_error ("no column %s", id);
}

static void
type (Fixture *fixture, guint row, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      plt_grid_model_set_text (model (fixture), row, column (fixture, id), text, &error));
  g_assert_no_error (error);
}

static void
assert_shown (Fixture *fixture, guint row, const char *id, const char *expected)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (model (fixture), row, column (fixture, id), &cell);
  g_assert_cmpstr (cell.text, ==, expected);
}

static void
undo_to_the_beginning (Fixture *fixture)
{
  g_autofree char *now = NULL;

  plt_test_activate (fixture->window, "win.undo");
  now = plt_store_checksum (fixture->store);
  g_assert_cmpstr (now, ==, fixture->before);
}

/* Typing a décor that is not there makes it, in the same step. */
static void
test_new_set (Fixture *fixture, gconstpointer data)
{
  guint steps = plt_test_n_steps (fixture->store);

  type (fixture, 1, "set", "PHARE");
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  assert_shown (fixture, 1, "set", "PHARE");
  g_assert_cmpint (plt_rows_count (fixture->store, plt_table_find ("set")), ==, 3);
  undo_to_the_beginning (fixture);
  g_assert_cmpint (plt_rows_count (fixture->store, plt_table_find ("set")), ==, 2);
}

/* What is there is found whatever its case and accents, and only where it belongs. */
static void
test_known_set (Fixture *fixture, gconstpointer data)
{
  type (fixture, 1, "set", "  cafe du  port ");
  g_assert_cmpint (plt_rows_count (fixture->store, plt_table_find ("set")), ==, 2);
  assert_shown (fixture, 1, "set", "CAFÉ DU PORT");
  type (fixture, 1, "sub_set", "salle");
  g_assert_cmpint (plt_rows_count (fixture->store, plt_table_find ("set")), ==, 2);
  type (fixture, 1, "set", "MAISON"); /* its SALLE is another one */
  assert_shown (fixture, 1, "sub_set", "");
  type (fixture, 1, "sub_set", "SALLE");
  g_assert_cmpint (plt_rows_count (fixture->store, plt_table_find ("set")), ==, 4);
  type (fixture, 1, "set", "");
  assert_shown (fixture, 1, "set", "");
  assert_shown (fixture, 1, "sub_set", "");
}

static void
test_sub_set_needs_a_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      plt_grid_model_set_text (model (fixture), 1, column (fixture, "sub_set"), "CUISINE", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_assert_cmpint (plt_rows_count (fixture->store, plt_table_find ("set")), ==, 2);
}

static void
test_completions (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) sets
      = plt_grid_model_get_completions (model (fixture), 0, column (fixture, "set"));
  g_auto (GStrv) parts
      = plt_grid_model_get_completions (model (fixture), 0, column (fixture, "sub_set"));
  g_auto (GStrv) none
      = plt_grid_model_get_completions (model (fixture), 1, column (fixture, "sub_set"));
  g_autofree char *all = g_strjoinv ("|", sets);
  g_autofree char *inside = g_strjoinv ("|", parts);

  g_assert_cmpstr (all, ==, "CAFÉ DU PORT");
  g_assert_cmpstr (inside, ==, "SALLE");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_timing (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *shown;
  } cases[] = {
    { "2:05", "2:05" }, { "80", "1:20" },  { "1 2/8 p", "1:15" },
    { "3/8", "0:23" },  { "2 p", "2:00" }, { "1'20", "1:20" },
    { "", "" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, 0, "premin_seconds", cases[i].typed);
      assert_shown (fixture, 0, "premin_seconds", cases[i].shown);
    }
  g_assert_false (plt_grid_model_set_text (model (fixture), 0, column (fixture, "premin_seconds"),
                                           "some", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
}

/* The code and the colour of the effect; the code typed is both halves. */
static void
test_effect (Fixture *fixture, gconstpointer data)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  assert_shown (fixture, 1, "effect", "E/N · Night");
  type (fixture, 1, "effect", "i/j");
  assert_shown (fixture, 1, "effect", "I/J · Day");
  assert_shown (fixture, 1, "int_ext", "INT");
  plt_grid_model_get_cell (model (fixture), 1, column (fixture, "effect"), &cell);
  g_assert_cmpint (cell.fill, ==, PLT_GRID_FILL_INT_DAY);
  undo_to_the_beginning (fixture);
  type (fixture, 1, "effect", "Dawn");
  assert_shown (fixture, 1, "effect", "E/A · Dawn");
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  assert_shown (fixture, 0, "roles", "");
  assert_shown (fixture, 1, "roles", "1, 2");
  g_assert_false (plt_grid_model_is_editable (model (fixture), 1, column (fixture, "roles")));
}

/* Two rows that name the same new décor make it once. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  const PltGridEdit edits[] = {
    { 0, (int) column (fixture, "set"), (char *) "PHARE" },
    { 0, (int) column (fixture, "sub_set"), (char *) "LANTERNE" },
    { 1, (int) column (fixture, "set"), (char *) "Phare" },
    { 2, (int) column (fixture, "number"), (char *) "9" },
    { 2, (int) column (fixture, "set"), (char *) "PHARE" },
    { 2, (int) column (fixture, "sub_set"), (char *) "LANTERNE" },
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_grid_model_set_many (model (fixture), edits, G_N_ELEMENTS (edits), 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plt_rows_count (fixture->store, plt_table_find ("set")), ==, 4);
  for (guint row = 0; row < 3; row++)
    assert_shown (fixture, row, "set", "PHARE");
  assert_shown (fixture, 0, "sub_set", "LANTERNE");
  assert_shown (fixture, 1, "sub_set", "");
  assert_shown (fixture, 2, "sub_set", "LANTERNE");
  assert_shown (fixture, 2, "number", "9");
  undo_to_the_beginning (fixture);
}

/* A séquence put in between has a number of its own, as text. */
static void
test_insert (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (plt_register_get_grid (fixture->list), 0, 0);
  plt_test_activate (fixture->window, "view.add-row");
  plt_assert_rows (fixture->store, "sequence", "number", "1|1A|2");
  plt_test_activate (fixture->window, "view.add-row");
  plt_assert_rows (fixture->store, "sequence", "number", "1|1A|1B|2");
  plt_grid_set_cursor (plt_register_get_grid (fixture->list), 3, 0);
  plt_test_activate (fixture->window, "view.add-row");
  plt_assert_rows (fixture->store, "sequence", "number", "1|1A|1B|2|3");
  plt_test_activate (fixture->window, "win.undo");
  plt_test_activate (fixture->window, "win.undo");
  undo_to_the_beginning (fixture);
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  PltView *view = plt_window_get_view (fixture->window);

  plt_grid_set_cursor (plt_register_get_grid (fixture->list), 0, 0);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_summary (view), ==, "2 sequences · 2 pages · 1:20");
  plt_register_set_filter (fixture->list, "int_ext", "EXT");
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_summary (view), ==, "1 sequence · 4/8 pages · 0:00");
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  TEST ("/sequence-cells/new-set", test_new_set);
  TEST ("/sequence-cells/known-set", test_known_set);
  TEST ("/sequence-cells/sub-set", test_sub_set_needs_a_set);
  TEST ("/sequence-cells/completions", test_completions);
  TEST ("/sequence-cells/timing", test_timing);
  TEST ("/sequence-cells/effect", test_effect);
  TEST ("/sequence-cells/roles", test_roles);
  TEST ("/sequence-cells/paste", test_paste);
  TEST ("/sequence-cells/insert", test_insert);
  TEST ("/sequence-cells/summary", test_summary);
  return g_test_run ();
}

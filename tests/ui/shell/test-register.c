/* The register: search, filters, adding, changing, moving, deleting with undo, CSV, export. */
#include "plt-dialog.h"
#include "plt-document-private.h"
#include "plt-import-dialogs.h"
#include "plt-grid-model.h"
#include "plt-register.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltRegister *list;
} Fixture;

static void
show (Fixture *fixture, const char *view, const char *table)
{
  g_assert_true (plt_window_show_view (fixture->window, view, table));
  plt_test_settle ();
  fixture->list
      = PLT_REGISTER (plt_view_get_page_child (plt_window_get_view (fixture->window), table));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  PLT_TEST_INSERT (store, "location", "name", "Café du port", "city", "Sète", "permit", "a-faire");
  PLT_TEST_INSERT (store, "location", "name", "Appartement", "city", "Sète", "permit", "accordee");
  PLT_TEST_INSERT (store, "location", "name", "Phare", "city", "Agde", "permit", "accordee");
  fixture->store = store;
  fixture->window = plt_test_window_new (store);
  show (fixture, "locations", "location");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static void
assert_rows (Fixture *fixture, const char *column, const char *expected)
{
  g_autofree char *text = plt_test_model (plt_register_get_rows (fixture->list), column);

  g_assert_cmpstr (text, ==, expected);
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
  g_assert_not_reached ();
}

static void
test_search_and_filter (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture, "name", "Appartement|Café du port|Phare");
  plt_register_set_search (fixture->list, "sete");
  assert_rows (fixture, "name", "Appartement|Café du port");
  plt_register_set_filter (fixture->list, "permit", "accordee");
  assert_rows (fixture, "name", "Appartement");
  plt_register_set_search (fixture->list, "nowhere");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->list), "Nothing found"));
  plt_register_set_filter (fixture->list, "permit", NULL);
  plt_register_set_search (fixture->list, "");
  assert_rows (fixture, "name", "Appartement|Café du port|Phare");
}

static void
test_edit_in_grid (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      plt_grid_model_set_text (model (fixture), 2, column (fixture, "city"), "Palavas", &error));
  g_assert_no_error (error);
  assert_rows (fixture, "city", "Sète|Sète|Palavas");
  g_assert_false (
      plt_grid_model_set_text (model (fixture), 2, column (fixture, "permit"), "maybe", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  plt_test_activate (fixture->window, "win.undo");
  assert_rows (fixture, "city", "Sète|Sète|Agde");
}

/* Pasting two rows below the last one adds them, with the filter's value, as one step. */
static void
test_paste_new_rows (Fixture *fixture, gconstpointer data)
{
  guint name = column (fixture, "name");
  const PltGridEdit edits[]
      = { { 2, (int) name, (char *) "Môle" }, { 3, (int) name, (char *) "Quai" } };
  g_autoptr (GError) error = NULL;

  plt_register_set_filter (fixture->list, "permit", "accordee");
  g_assert_true (plt_grid_model_set_many (model (fixture), edits, 2, 2, &error));
  g_assert_no_error (error);
  assert_rows (fixture, "name", "Appartement|Môle|Phare|Quai");
  plt_test_activate (fixture->window, "win.undo");
  assert_rows (fixture, "name", "Appartement|Phare");
}

static void
test_delete_and_undo (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (plt_register_get_grid (fixture->list), 0, 0, 2, 1);
  plt_test_activate (fixture->window, "view.delete-row");
  assert_rows (fixture, "name", "Phare");
  g_assert_cmpstr (plt_window_get_toast (fixture->window), ==, "2 rows were deleted.");
  plt_test_activate (fixture->window, "win.undo");
  assert_rows (fixture, "name", "Appartement|Café du port|Phare");
}

static void
test_delete_refused (Fixture *fixture, gconstpointer data)
{
  PLT_TEST_INSERT (fixture->store, "element_category", "code", "CO", "name", "Costumes");
  PLT_TEST_INSERT (fixture->store, "element", "category", "CO · Costumes", "name", "Ciré jaune");
  show (fixture, "breakdown", "element_category");
  plt_grid_select (plt_register_get_grid (fixture->list), 0, 0, 1, 1);
  plt_test_activate (fixture->window, "view.delete-row");
  assert_rows (fixture, "name", "Costumes");
  g_assert_cmpstr (plt_window_get_toast (fixture->window), !=, "");
}

static void
test_add_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = plt_register_add_row (fixture->list);
  GtkWidget *entry;

  g_assert_true (PLT_IS_DIALOG (dialog));
  entry = plt_test_find_widget (gtk_window_get_child (dialog), GTK_TYPE_ENTRY);
  g_signal_emit_by_name (dialog, "accepted"); /* nothing typed: refused, with its sentence */
  g_assert_true (GTK_IS_WINDOW (dialog));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "may not be empty"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Bassin");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  assert_rows (fixture, "name", "Appartement|Bassin|Café du port|Phare");
  g_assert_cmpint (plt_session_get_selection (plt_window_get_session (fixture->window)).id, ==,
                   plt_test_find (fixture->store, "location", "Bassin"));
}

static void
test_move_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      PLT_TEST_INSERT (fixture->store, "sequence", "number", number);
    }
  show (fixture, "breakdown", "sequence");
  assert_rows (fixture, "number", "1|2|3|4");
  g_assert_true (plt_grid_model_move_rows (model (fixture), 3, 1, 1, &error));
  assert_rows (fixture, "number", "1|4|2|3");
  g_assert_true (plt_grid_model_move_rows (model (fixture), 0, 2, 4, &error));
  assert_rows (fixture, "number", "2|3|1|4");
  g_assert_true (plt_grid_model_move_rows (model (fixture), 0, 1, 2, &error));
  assert_rows (fixture, "number", "3|2|1|4");
  for (guint i = 0; i < 3; i++)
    plt_test_activate (fixture->window, "win.undo");
  assert_rows (fixture, "number", "1|2|3|4");
}

static void
test_select_ref (Fixture *fixture, gconstpointer data)
{
  gint64 id = plt_test_find (fixture->store, "location", "Phare");
  guint row, at;

  plt_register_set_search (fixture->list, "café");
  g_assert_true (plt_register_select_ref (fixture->list, (PltRef){ "location", id, "city" }));
  g_assert_true (plt_grid_get_cursor (plt_register_get_grid (fixture->list), &row, &at));
  g_assert_cmpint (plt_grid_model_get_key (model (fixture), row), ==, id);
  g_assert_cmpuint (at, ==, column (fixture, "city"));
  g_assert_false (plt_register_select_ref (fixture->list, (PltRef){ "person", 1, NULL }));
  g_assert_false (plt_register_select_ref (fixture->list, (PltRef){ "location", 9999, NULL }));
}

static void
test_import_csv (Fixture *fixture, gconstpointer data)
{
  static const char csv[] = "name;city\nHangar;Sète\nVilla;Agde\n";
  GtkWindow *dialog = plt_import_csv_preview (GTK_WINDOW (fixture->window),
                                              plt_window_get_session (fixture->window), "location",
                                              csv, sizeof csv - 1);

  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "2 added, 0 changed"));
  assert_rows (fixture, "name", "Appartement|Café du port|Phare"); /* nothing yet */
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  assert_rows (fixture, "name", "Appartement|Café du port|Hangar|Phare|Villa");
  plt_test_activate (fixture->window, "win.undo");
  assert_rows (fixture, "name", "Appartement|Café du port|Phare");
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltDocument) document = NULL;
  const PltDocTable *table;

  plt_register_set_search (fixture->list, "sète");
  document = plt_view_get_document (plt_window_get_view (fixture->window), plt_test_error ());
  g_assert_nonnull (document);
  table = plt_document_find_table (document, NULL);
  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows->len, ==, 1 + 2); /* the titles, and the two rows that are shown */
  g_assert_cmpstr (plt_doc_table_get_cell (table, 1, 0)->text, ==, "Appartement");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  show (fixture, "crew", "person");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->list), "Add: person"));
  PLT_TEST_INSERT (fixture->store, "person", "last_name", "Petit");
  assert_rows (fixture, "last_name", "Petit");
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/register/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("search-and-filter", test_search_and_filter);
  ADD ("edit-in-grid", test_edit_in_grid);
  ADD ("paste-new-rows", test_paste_new_rows);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("delete-refused", test_delete_refused);
  ADD ("add-dialog", test_add_dialog);
  ADD ("move-rows", test_move_rows);
  ADD ("select-ref", test_select_ref);
  ADD ("import-csv", test_import_csv);
  ADD ("document", test_document);
  ADD ("empty", test_empty);
  return g_test_run ();
}

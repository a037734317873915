/* The pages of the financing in a window, by keys and actions. */
#include <string.h>

#include "plt-finance-detail.h"
#include "plt-finance-tax.h"
#include "plt-finance-view.h"
#include "plt-grid-private.h"
#include "plt-paths.h"
#include "plt-test-devis.h"
#include "plt-test-window.h"
#include "plt-views.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltSession *session;
  PltFinanceView *view;
  gint64 cnc;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_devis_store ();

  for (guint i = 0; plt_tax_referentials[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", plt_tax_referentials[i]);
      g_autofree char *content = plt_paths_read (path, NULL, NULL);

      PLT_TEST_INSERT (store, "referential", "name", plt_tax_referentials[i], "content", content);
    }
  plt_store_set (store, "production", 1, "kind", "long-metrage", NULL);
  PLT_TEST_INSERT (store, "funding_source", "group", "apports-producteurs", "name", "Apport",
                   "amount_cents", "1000", "status", "acquis");
  fixture->cnc = PLT_TEST_INSERT (store, "funding_source", "group", "cnc", "name", "Avance",
                                  "amount_cents", "2000", "status", "demande");
  fixture->store = store;
  fixture->window = plt_test_window_new (store);
  fixture->session = plt_window_get_session (fixture->window);
  g_assert_true (plt_window_show_view (fixture->window, "finance", "plan"));
  plt_test_settle ();
  fixture->view = PLT_FINANCE_VIEW (plt_window_get_view (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static void
go_to (Fixture *fixture, const char *column)
{
  g_assert_true (
      plt_window_open_ref (fixture->window, (PltRef){ "funding_source", fixture->cnc, column }));
  plt_test_settle ();
}

static const char *
gap (Fixture *fixture)
{
  return plt_finance_summary_get_gap (plt_finance_view_get_summary (fixture->view));
}

/* What is being typed is seen beside, before it is written. */
static void
test_keystrokes (Fixture *fixture, gconstpointer data)
{
  PltGrid *grid = plt_finance_view_get_grid (fixture->view);

  g_assert_true (g_str_has_prefix (gap (fixture), "1\u202f309,81"));
  go_to (fixture, "amount_cents");
  g_assert_true (plt_grid_begin_edit (grid, "3309,81", TRUE));
  plt_grid_model_try_text (plt_grid_get_model (grid), 3, PLT_FINANCE_COLUMN_AMOUNT, "3309,81",
                           NULL);
  g_assert_cmpstr (gap (fixture), ==, "The financing equals the budget.");
  plt_grid_cancel_edit (grid);
  plt_grid_model_try_text (plt_grid_get_model (grid), 3, PLT_FINANCE_COLUMN_AMOUNT, NULL, NULL);
  plt_test_settle ();
  g_assert_true (g_str_has_prefix (gap (fixture), "1\u202f309,81"));
}

/* Duplicate, delete, usual schedule, rest: by their actions, and undone. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  PltFinanceDetail *detail = plt_finance_view_get_detail (fixture->view);
  PltQueryModel *rows
      = plt_register_get_rows (plt_finance_detail_get_register (detail, "instalments"));

  go_to (fixture, "name");
  plt_test_activate (fixture->window, "view.instalments-preset::moities");
  plt_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 2);
  g_assert_cmpstr (plt_finance_detail_get_rest (detail), ==,
                   "The instalments make all of the source.");
  plt_store_delete (fixture->store, "instalment", plt_query_model_get_id (rows, 1), NULL);
  plt_test_settle ();
  plt_test_activate (fixture->window, "view.instalments-rest");
  plt_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 2);
  go_to (fixture, "name");
  plt_test_activate (fixture->window, "view.duplicate-row");
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->funding.n, ==, 3);
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->instalments.n, ==, 4);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->funding.n, ==, 2);
}

/* A status keeps its past, and the row of it is found. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  PltGrid *grid = plt_finance_view_get_grid (fixture->view);
  const PltFacts *facts;

  go_to (fixture, "status");
  g_assert_true (plt_grid_begin_edit (grid, "Acquired", TRUE));
  g_assert_true (plt_grid_commit_edit (grid));
  plt_test_settle ();
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->funding_statuses.n, >=, 1);
  g_assert_true (plt_window_open_ref (
      fixture->window,
      (PltRef){ "funding_status", facts->funding_statuses.items[facts->funding_statuses.n - 1].id,
                NULL }));
  plt_test_settle ();
  g_assert_cmpstr (plt_finance_detail_get_page (plt_finance_view_get_detail (fixture->view)), ==,
                   "history");
}

/* From a step to its lines; the box filled down; the amount put in the plan. */
static void
test_tax (Fixture *fixture, gconstpointer data)
{
  PltFinanceTaxPage *page = plt_finance_view_get_tax (fixture->view);
  PltFinanceTaxLines *lines = plt_finance_tax_page_get_lines (page);
  PltGrid *grid;

  g_assert_true (plt_window_show_view (fixture->window, "finance", "tax-credit"));
  plt_test_settle ();
  g_assert_cmpstr (plt_finance_tax_page_get_tab (page), ==, "steps");
  grid = plt_finance_tax_page_get_grid (page, "steps");
  g_signal_emit_by_name (grid, "cell-activated", 1, 0);
  plt_test_settle ();
  g_assert_cmpstr (plt_finance_tax_page_get_tab (page), ==, "lines");
  grid = plt_finance_tax_page_get_grid (page, "lines");
  plt_grid_set_cursor (grid, 0, PLT_TAX_LINE_BOX);
  g_assert_true (plt_grid_begin_edit (grid, "Yes", TRUE));
  g_assert_true (plt_grid_commit_edit (grid));
  plt_test_settle ();
  plt_grid_select (grid, 0, PLT_TAX_LINE_BOX, 3, 1);
  gtk_widget_activate_action (GTK_WIDGET (grid), "grid.fill-down", NULL);
  plt_test_settle ();
  for (guint i = 0; i < plt_session_get_facts (fixture->session)->lines.n; i++)
    if (plt_session_get_facts (fixture->session)->lines.items[i].id
        == plt_finance_tax_lines_get_id (lines, 2))
      g_assert_cmpstr (plt_session_get_facts (fixture->session)->lines.items[i].tax_credit, ==,
                       "oui");
  plt_finance_tax_set (fixture->session, "ordre", "subventions-d-abord", NULL);
  plt_test_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (plt_finance_tax_options_get_editor (
                        plt_finance_tax_page_get_options (page), "ordre"))),
                    ==, 2);
}

static void
test_scenarios (Fixture *fixture, gconstpointer data)
{
  PltFinanceScenarioPage *page = plt_finance_view_get_scenarios (fixture->view);
  PltGridModel *comparison = PLT_GRID_MODEL (plt_finance_scenario_page_get_comparison (page));
  PltRegister *changes = plt_finance_scenario_page_get_changes (page);
  GListModel *rows = G_LIST_MODEL (plt_register_get_rows (changes));
  g_auto (GStrv) kinds = NULL;

  PLT_TEST_INSERT (fixture->store, "scenario", "name", "Plus tard", "kind", "tresorerie");
  PLT_TEST_INSERT (fixture->store, "scenario_change", "scenario", "Plus tard", "kind",
                   "evenement-decale", "event", "premier-jour", "offset_days", "14");
  g_assert_true (plt_window_show_view (fixture->window, "finance", "scenarios"));
  plt_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==,
                    0); /* those of the treasury are not here */
  g_assert_cmpuint (plt_grid_model_get_n_columns (comparison), ==, 2);
  plt_finance_scenario_page_show_tab (page, "losses");
  plt_test_activate (fixture->window, "view.scenario-without");
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->scenarios.n, ==, 2);
  g_assert_cmpuint (plt_grid_model_get_n_columns (comparison), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  kinds
      = plt_grid_model_get_completions (plt_grid_get_model (plt_register_get_grid (changes)), 0, 0);
  g_assert_cmpuint (g_strv_length (kinds), ==, 3); /* fails, another amount, one more */
  plt_test_activate (fixture->window, "view.duplicate-row");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_columns (comparison), ==, 4);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_columns (comparison), ==, 3);
}

/* The plan has the height, however large the screen; the detail keeps what it needs. */
static void
test_heights (Fixture *fixture, gconstpointer data)
{
  GtkWidget *detail = plt_test_find_widget (GTK_WIDGET (fixture->window), PLT_TYPE_FINANCE_DETAIL);

  int least;

  g_assert_nonnull (detail);
  gtk_widget_measure (detail, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, >=, 240);
  g_assert_cmpint (gtk_widget_get_height (detail), ==, least);
}

static void
test_empty (void)
{
  g_autoptr (PltStore) store = plt_test_devis_store ();
  PltWindow *window = plt_test_window_new (store);

  g_assert_true (plt_window_show_view (window, "finance", "plan"));
  plt_test_settle ();
  g_assert_nonnull (
      plt_test_find_label (GTK_WIDGET (plt_window_get_view (window)), "Nobody pays yet"));
  g_assert_true (plt_window_show_view (window, "finance", "tax-credit"));
  plt_test_settle ();
  g_assert_true (plt_window_show_view (window, "finance", "scenarios"));
  plt_test_settle ();
  plt_test_window_close (window);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  TEST ("/finance-view/keystrokes", test_keystrokes);
  TEST ("/finance-view/actions", test_actions);
  TEST ("/finance-view/history", test_history);
  TEST ("/finance-view/tax", test_tax);
  TEST ("/finance-view/heights", test_heights);
  TEST ("/finance-view/scenarios", test_scenarios);
  g_test_add_func ("/finance-view/empty", test_empty);
  return g_test_run ();
}

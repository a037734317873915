/* The cash view says what the engine says, row by row and month by month. */
#include "plt-cash-view.h"
#include "plt-document.h"
#include "plt-grid.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"
#include "plt-views.h"

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltCashView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  fixture->window = plt_test_window_new (store);
  fixture->session = plt_window_get_session (fixture->window);
  g_assert_true (plt_window_show_view (fixture->window, "cash", NULL));
  plt_test_settle ();
  fixture->view = PLT_CASH_VIEW (plt_window_get_view (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static char *
cell_text (PltGridModel *model, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (model, row, column, &cell);
  return g_strdup (cell.text);
}

static int
find_row (PltGridModel *model, const char *label)
{
  for (guint i = 0; i < plt_grid_model_get_n_rows (model); i++)
    {
      g_autofree char *text = cell_text (model, i, 0);

      if (g_str_equal (text, label))
        return (int) i;
    }
  return -1;
}

static gint64
number (PltGridModel *model, const char *label, guint column)
{
  gint64 value = PLT_UNKNOWN;
  int row = find_row (model, label);

  g_assert_cmpint (row, >=, 0);
  g_assert_true (plt_grid_model_get_number (model, (guint) row, column, &value));
  return value;
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (plt_cash_view_get_model (fixture->view));
  const PltCash *cash = plt_session_get_cash (fixture->session);
  guint n = cash->months->len;

  g_assert_cmpuint (n, >, 2);
  g_assert_cmpuint (plt_grid_model_get_n_columns (model), ==, n + 2);
  for (guint i = 0; i < n; i++)
    {
      const PltCashMonth *month = &g_array_index (cash->months, PltCashMonth, i);

      g_assert_cmpint (number (model, "Total of the receipts", i + 1), ==, month->in);
      g_assert_cmpint (number (model, "Total of the payments", i + 1), ==, month->out);
      g_assert_cmpint (number (model, "Net of the month", i + 1), ==, month->net);
      g_assert_cmpint (number (model, "Balance at the end of the month", i + 1), ==,
                       month->balance);
    }
  g_assert_cmpint (number (model, "Total of the receipts", n + 1), ==, cash->total_in);
  g_assert_cmpint (number (model, "Total of the payments", n + 1), ==, cash->total_out);
}

/* Each row of the engine that moves something is in the table, and the rows add up to the totals.
 */
static void
test_sums (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (plt_cash_view_get_model (fixture->view));
  const PltCash *cash = plt_session_get_cash (fixture->session);
  int payments = find_row (model, "Payments");

  for (guint column = 1; column <= cash->months->len + 1; column++)
    {
      gint64 in = 0, out = 0, value;

      for (guint row = 0; row < plt_grid_model_get_n_rows (model); row++)
        {
          PltGridRow kind = { 0 };

          plt_grid_model_get_row (model, row, &kind);
          if (kind.kind == PLT_GRID_ROW_NORMAL
              && plt_grid_model_get_number (model, row, column, &value))
            *((int) row < payments ? &in : &out) += value;
        }
      g_assert_cmpint (in, ==, number (model, "Total of the receipts", column));
      g_assert_cmpint (out, ==, number (model, "Total of the payments", column));
    }
}

/* A balance below zero is a colour, a shape and a sentence. */
static void
test_below_zero (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (plt_cash_view_get_model (fixture->view));
  const PltCash *cash = plt_session_get_cash (fixture->session);
  int row = find_row (model, "Balance at the end of the month");
  guint n = 0;

  for (guint i = 0; i < cash->months->len; i++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
      gboolean below = g_array_index (cash->months, PltCashMonth, i).balance < 0;

      plt_grid_model_get_cell (model, (guint) row, i + 1, &cell);
      g_assert_cmpint (g_str_has_prefix (cell.text, "▼ "), ==, below);
      g_assert_cmpint (cell.fill == PLT_GRID_FILL_ERROR, ==, below);
      g_assert_cmpint (cell.message != NULL, ==, below);
      n += below;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_nonnull (g_strrstr (plt_cash_view_get_headline (fixture->view), "Below zero"));
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (plt_cash_view_get_model (fixture->view));
  PltGrid *grid = PLT_GRID (plt_test_find_widget (GTK_WIDGET (fixture->view), PLT_TYPE_GRID));
  PltRef ref = { NULL };
  guint row;

  for (row = 0; ref.table == NULL && row < plt_grid_model_get_n_rows (model); row++)
    ref = plt_cash_model_get_ref (plt_cash_view_get_model (fixture->view), row);
  g_assert_cmpstr (ref.table, ==, "funding_source");
  g_signal_emit_by_name (grid, "cell-activated", row - 1, 0);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (fixture->window))->id, ==, "finance");
  g_assert_cmpint (plt_session_get_selection (fixture->session).id, ==, ref.id);
}

/* A movement typed in the register moves the table; undo moves it back. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (plt_cash_view_get_model (fixture->view));
  guint total = plt_grid_model_get_n_columns (model) - 1;
  gint64 before = number (model, "Total of the payments", total);
  PltStore *store = plt_test_window_store (fixture->window);

  PLT_TEST_INSERT (store, "cash_entry", "date", "20/10/2026", "label", "Caution", "amount_cents",
                   "-100,00", "kind", "reel");
  plt_test_settle ();
  total = plt_grid_model_get_n_columns (model) - 1;
  g_assert_cmpint (number (model, "Total of the payments", total), ==, before + 10000);
  g_assert_true (plt_session_undo (fixture->session));
  plt_test_settle ();
  total = plt_grid_model_get_n_columns (model) - 1;
  g_assert_cmpint (number (model, "Total of the payments", total), ==, before);
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltDocument) document = NULL;

  document = plt_view_get_document (PLT_VIEW (fixture->view), NULL);
  g_assert_cmpstr (plt_document_get_info (document)->title, ==, "Plan de trésorerie");
  g_clear_pointer (&document, plt_document_free);
  plt_view_show_page (PLT_VIEW (fixture->view), "cash_entry");
  document = plt_view_get_document (PLT_VIEW (fixture->view), NULL);
  g_assert_nonnull (document);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/ui/cash/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("sums", test_sums);
  ADD ("below-zero", test_below_zero);
  ADD ("source", test_source);
  ADD ("follows", test_follows);
  ADD ("document", test_document);
#undef ADD
  return g_test_run ();
}

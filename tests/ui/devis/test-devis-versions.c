/* Versions of the devis in a window: locked and unlocked, compared, a transfer, a ceiling that is
 * looked for and only then applied. */
#include "plt-devis-compare-page.h"
#include "plt-devis-simulate.h"
#include "plt-devis-transfer.h"
#include "plt-devis-view.h"
#include "plt-dialog.h"
#include "plt-test-devis.h"
#include "plt-test-window.h"
#include "plt-views.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltView *view;
  PltSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_devis_store ();

  fixture->store = store;
  fixture->window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (fixture->window, "budget", "detail"));
  plt_test_settle ();
  fixture->view = plt_window_get_view (fixture->window);
  fixture->session = plt_window_get_session (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static PltMoney
total (Fixture *fixture)
{
  return plt_session_get_budget (fixture->session)->total;
}

static void
duplicate (Fixture *fixture)
{
  plt_test_activate (fixture->window, "view.duplicate-version");
  plt_test_settle ();
  g_signal_emit_by_name (plt_test_toplevel (PLT_TYPE_DIALOG), "accepted");
  plt_test_settle ();
}

static char *
cell (PltGridModel *model, guint row, guint column)
{
  g_auto (PltGridCell) out = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (model, row, column, &out);
  return g_strdup (out.text);
}

/* Locking is one step, refuses what is typed, and goes with undo. */
static void
test_lock (Fixture *fixture, gconstpointer data)
{
  const guint steps = plt_test_n_steps (fixture->store);
  const gint64 line = plt_test_find (fixture->store, "budget_line", "11-01 · Option");
  g_autoptr (GError) error = NULL;

  plt_test_activate (fixture->window, "view.lock-version");
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpint (total (fixture), ==, 430981);
  g_assert_false (plt_store_set (fixture->store, "budget_line", line, "quantity", "9", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->window), "v1 Devis 1 (locked)"));
  g_assert_false (
      g_action_group_get_action_enabled (plt_view_get_actions (fixture->view), "transfer-posts"));
  plt_test_activate (fixture->window, "view.unlock-version");
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->window), "v1 Devis 1"));
  plt_test_activate (fixture->window, "win.undo");
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (total (fixture), ==, 430981);
}

/* The copy with another rate beside the first: by line, then by post. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  PltDevisComparePage *page
      = PLT_DEVIS_COMPARE_PAGE (plt_view_get_page_child (fixture->view, "versions"));
  PltGridModel *model = PLT_GRID_MODEL (plt_devis_compare_page_get_table (page));
  gboolean found = FALSE;
  guint last;
  g_autofree char *title = NULL;
  g_autofree char *gap = NULL;

  plt_window_show_view (fixture->window, "budget", "versions");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 0); /* only one version */
  duplicate (fixture);
  for (guint i = 0; i < plt_session_get_facts (fixture->session)->lines.n; i++)
    {
      const PltLineFacts *line = &plt_session_get_facts (fixture->session)->lines.items[i];

      if (line->budget == plt_session_get_budget_id (fixture->session)
          && g_str_equal (line->label, "Option"))
        {
          g_assert_true (
              plt_store_set (fixture->store, "budget_line", line->id, "rate_cents", "1100", NULL));
          break;
        }
    }
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_columns (model), ==, 6);
  for (guint i = 0; i < plt_grid_model_get_n_rows (model); i++)
    {
      g_autofree char *code = cell (model, i, 0);
      g_autofree char *change = cell (model, i, 4);
      g_autofree char *share = cell (model, i, 5);

      if (!g_str_equal (code, "11-01"))
        continue;
      g_assert_cmpstr (change, ==, "+100,00");
      g_assert_cmpstr (share, ==, "+10,00" PLT_NNBSP "%");
      found = TRUE;
    }
  g_assert_true (found);
  /* 100,00 × 1,17 */
  last = plt_grid_model_get_n_rows (model) - 1;
  title = cell (model, last, 1);
  gap = cell (model, last, 4);
  g_assert_cmpstr (title, ==, "Total");
  g_assert_cmpstr (gap, ==, "+117,00");
  plt_devis_compare_page_set_depth (page, PLT_DEVIS_COMPARE_POSTS);
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 8); /* 4 posts, sum, 2 rates, total */
}

static void
test_transfer (Fixture *fixture, gconstpointer data)
{
  const guint steps = plt_test_n_steps (fixture->store);
  GtkWindow *dialog;

  plt_test_activate (fixture->window, "view.transfer-posts");
  plt_test_settle ();
  dialog = GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
  plt_devis_transfer_fill (dialog, "11", "3", "200", "");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_nonnull (
      plt_test_find_label (GTK_WIDGET (dialog), "Say why: a transfer is kept with its reason."));
  plt_devis_transfer_fill (dialog, "11", "3", "200", "Un cachet de plus");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpint (
      plt_budget_account_by_code (plt_session_get_budget (fixture->session), "3")->total, ==,
      90000);
  g_assert_cmpint (total (fixture), ==, 430981);
  /* what was transferred is told in the dialog, and may go from there */
  plt_test_activate (fixture->window, "view.transfer-posts");
  plt_test_settle ();
  dialog = GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
  plt_devis_transfer_delete (dialog, 0);
  plt_test_settle ();
  gtk_window_destroy (dialog);
  g_assert_cmpint (
      plt_budget_account_by_code (plt_session_get_budget (fixture->session), "3")->total, ==,
      70000);
}

/* One week of preparation less: 2 691,80, 188,43 and 269,18: 3 149,41. */
static void
test_simulate (Fixture *fixture, gconstpointer data)
{
  const guint steps = plt_test_n_steps (fixture->store);
  GtkWindow *dialog;

  plt_test_activate (fixture->window, "view.simulate-budget");
  plt_test_settle ();
  dialog = GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
  plt_devis_simulate_set_target (dialog, "4000");
  plt_devis_simulate_look (dialog);
  g_assert_cmpstr (plt_devis_simulate_get_result (dialog), ==, "");
  g_assert_nonnull (plt_test_find_label (
      GTK_WIDGET (dialog), "Choose what may move: variables of the budget, or lines."));
  plt_devis_simulate_set_moves (dialog, "SEM_PREPA", TRUE);
  plt_devis_simulate_look (dialog);
  g_assert_nonnull (strstr (plt_devis_simulate_get_result (dialog), "Reached"));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps); /* nothing is written yet */
  plt_devis_simulate_set_target (dialog, "3200");
  g_assert_cmpstr (plt_devis_simulate_get_result (dialog), ==, ""); /* it was for another amount */
  g_signal_emit_by_name (dialog, "accepted"); /* looks again, and does not write */
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpint (total (fixture), ==, 314941);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (total (fixture), ==, 430981);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  TEST ("/devis-versions/lock", test_lock);
  TEST ("/devis-versions/compare", test_compare);
  TEST ("/devis-versions/transfer", test_transfer);
  TEST ("/devis-versions/simulate", test_simulate);
  return g_test_run ();
}

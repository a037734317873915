/* The devis and the plan de financement in a window: keys, formula bar, paste, adding, going to the
 * source, versions; and nothing of them is left when the window is gone. */
#include "plt-devis-add.h"
#include "plt-devis-follow.h"
#include "plt-devis-globals-page.h"
#include "plt-devis-proposals.h"
#include "plt-devis-view.h"
#include "plt-dialog.h"
#include "plt-finance-view.h"
#include "plt-grid-editor.h"
#include "plt-grid-private.h"
#include "plt-rate-picker.h"
#include "plt-test-devis.h"
#include "plt-test-window.h"
#include "plt-views.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltDevisView *view;
  PltDevisDetail *detail;
  PltDevisModel *model;
  PltGrid *grid;
} Fixture;

static void
show (Fixture *fixture, PltStore *store)
{
  fixture->store = store;
  fixture->window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (fixture->window, "budget", "detail"));
  plt_test_settle ();
  fixture->view = PLT_DEVIS_VIEW (plt_window_get_view (fixture->window));
  fixture->detail = plt_devis_view_get_detail (fixture->view);
  fixture->model = plt_devis_detail_get_model (fixture->detail);
  fixture->grid = plt_devis_detail_get_grid (fixture->detail);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_devis_store ();

  show (fixture, store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static void
go_to (Fixture *fixture, const char *line, const char *column)
{
  g_assert_true (plt_window_open_ref (
      fixture->window,
      (PltRef){ "budget_line", plt_test_find (fixture->store, "budget_line", line), column }));
  plt_test_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (fixture->grid)));
}

static PltMoney
total (Fixture *fixture)
{
  return plt_session_get_budget (plt_window_get_session (fixture->window))->total;
}

static void
type (Fixture *fixture, const char *text)
{
  g_assert_true (plt_grid_begin_edit (fixture->grid, text, TRUE));
  g_assert_true (plt_grid_commit_edit (fixture->grid));
  plt_test_settle ();
}

/* A quantity typed changes the total at once, at the foot too; undo gives it back. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (total (fixture), ==, 430981);
  go_to (fixture, "11-01 · Option", "quantity");
  type (fixture, "2");
  /* 1 000,00 more, × 1,17 */
  g_assert_cmpint (total (fixture), ==, 547981);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->detail),
                                         "Total 5 479,81 € · 2 739,91 € a shooting day · "
                                         "1 826,60 € a minute"));
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (total (fixture), ==, 430981);
  plt_test_activate (fixture->window, "win.redo");
  g_assert_cmpint (total (fixture), ==, 547981);
}

/* Each keystroke in a cell shows at the foot and in the status bar what it would make of the total;
 * Escape takes it back, and nothing was written. */
static void
test_keystrokes (Fixture *fixture, gconstpointer data)
{
  PltSession *session = plt_window_get_session (fixture->window);
  PltFormulaBar *bar = plt_devis_detail_get_formula_bar (fixture->detail);
  GtkWidget *foot = GTK_WIDGET (fixture->detail);
  const guint steps = plt_test_n_steps (fixture->store);

  go_to (fixture, "11-01 · Option", "quantity");
  g_assert_true (plt_grid_begin_edit (fixture->grid, "2", TRUE));
  g_assert_nonnull (plt_test_find_label (foot, "Total 5 479,81 € (+1 170,00 €) · 2 739,91 € a "
                                               "shooting day · 1 826,60 € a minute"));
  g_assert_cmpint (plt_session_get_preview (session)->budget, ==, 547981);
  g_assert_cmpstr (plt_formula_bar_get_message (bar), ==, "= 2");
  plt_grid_editor_set_text (PLT_GRID_EDITOR (fixture->grid->editor), "2*ABSENT");
  g_signal_emit_by_name (fixture->grid->editor, "changed");
  g_assert_nonnull (strstr (plt_formula_bar_get_message (bar), "ABSENT"));
  g_assert_null (plt_session_get_preview (session));
  plt_grid_cancel_edit (fixture->grid);
  g_assert_nonnull (plt_test_find_label (foot, "Total 4 309,81 € · 2 154,91 € a shooting day · "
                                               "1 436,60 € a minute"));
  /* In the formula bar as well. */
  plt_formula_bar_set_text (bar, "3");
  g_assert_cmpint (plt_session_get_preview (session)->budget, ==, 664981);
  plt_formula_bar_set_text (bar, "1");
  g_assert_null (plt_session_get_preview (session));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps);
}

static void
test_relink (Fixture *fixture, gconstpointer data)
{
  guint row, column;

  go_to (fixture, "31-01 · Rôle principal", "duration");
  type (fixture, "9");
  g_assert_true (plt_grid_get_cursor (fixture->grid, &row, &column));
  g_assert_true (plt_devis_model_is_overridden (fixture->model, row));
  plt_test_activate (fixture->window, "view.relink");
  plt_test_settle ();
  g_assert_false (plt_devis_model_is_overridden (fixture->model, row));
  g_assert_cmpint (total (fixture), ==, 430981);
}

/* The panel follows the cursor, and Ctrl+Enter in it goes to what a row names. */
static void
test_why (Fixture *fixture, gconstpointer data)
{
  PltDevisWhyPanel *why = plt_devis_detail_get_why (fixture->detail);
  PltGrid *grid = plt_devis_why_panel_get_grid (why);
  guint part, of;

  go_to (fixture, "22-01 · Réalisateur", "duration");
  plt_test_activate (fixture->window, "view.why");
  plt_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (why)));
  g_assert_true (plt_grid_get_cursor (grid, &part, &of));
  g_assert_cmpuint (part, ==, 0); /* a total is read from its top */
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (why), "22-01 · Réalisateur = 1 200,00 €"));
  plt_grid_set_cursor (fixture->grid, 0, 0);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (why), "1 · Droits artistiques = 1 000,00 €"));
  plt_grid_activate_at (grid, 0, 0); /* 11 · Sujet */
  plt_test_settle ();
  {
    guint row, column;

    g_assert_true (plt_grid_get_cursor (fixture->grid, &row, &column));
    g_assert_cmpuint (row, ==, 1);
  }
  plt_test_activate (fixture->window, "view.why");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (why)));
}

/* The variables: a keystroke shows at the foot and in the status bar, a new one is typed in the
 * empty row, and the one with the cursor is deleted. */
static void
test_variables (Fixture *fixture, gconstpointer data)
{
  PltSession *session = plt_window_get_session (fixture->window);
  PltDevisGlobalsPage *page;
  PltGrid *grid;

  g_assert_true (plt_window_show_view (fixture->window, "budget", "variables"));
  plt_test_settle ();
  page = PLT_DEVIS_GLOBALS_PAGE (plt_view_get_page_child (PLT_VIEW (fixture->view), "variables"));
  grid = plt_devis_globals_page_get_grid (page);
  g_assert_true (plt_view_grab_content_focus (PLT_VIEW (fixture->view)));
  plt_grid_set_cursor (grid, 0, PLT_DEVIS_GLOBAL_VALUE);
  g_assert_true (plt_grid_begin_edit (grid, "3", TRUE));
  g_assert_cmpint (plt_session_get_preview (session)->budget, >, 430981);
  plt_grid_cancel_edit (grid);
  g_assert_null (plt_session_get_preview (session));
  plt_test_activate (fixture->window, "view.add-row");
  g_assert_true (plt_grid_is_editing (grid));
  plt_grid_editor_set_text (PLT_GRID_EDITOR (grid->editor), "BASE");
  g_assert_true (plt_grid_commit_edit (grid));
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (plt_grid_get_model (grid)), ==, 2);
  plt_grid_set_cursor (grid, 0, PLT_DEVIS_GLOBAL_NAME);
  plt_test_activate (fixture->window, "view.delete-row");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (plt_grid_get_model (grid)), ==, 1);
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpuint (plt_grid_model_get_n_rows (plt_grid_get_model (grid)), ==, 2);
}

/* A role that the plan shoots and the devis does not pay is offered, and follows the plan. */
static void
test_follow_plan (Fixture *fixture, gconstpointer data)
{
  const guint steps = plt_test_n_steps (fixture->store);
  PltGrid *grid;
  GtkWindow *dialog;

  plt_test_activate (fixture->window, "view.follow-plan");
  plt_test_settle ();
  g_assert_nonnull (strstr (plt_window_get_toast (fixture->window), "follows all roles"));
  PLT_TEST_INSERT (fixture->store, "sequence_element", "sequence", "2", "element", "MILO");
  plt_test_settle ();
  plt_test_activate (fixture->window, "view.follow-plan");
  plt_test_settle ();
  dialog = GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
  grid = plt_devis_follow_get_grid (dialog);
  g_assert_cmpuint (plt_grid_model_get_n_rows (plt_grid_get_model (grid)), ==, 1);
  /* left, then taken: nothing is added without a line */
  plt_grid_model_toggle (plt_grid_get_model (grid), 0, PLT_DEVIS_LINKS_TAKEN, NULL);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "0 lines, 0,00\u202f€"));
  plt_grid_model_toggle (plt_grid_get_model (grid), 0, PLT_DEVIS_LINKS_TAKEN, NULL);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 2);
  {
    const PltFacts *facts = plt_session_get_facts (plt_window_get_session (fixture->window));
    const PltLineFacts *line = &facts->lines.items[facts->lines.n - 1];

    g_assert_cmpint (line->role, ==, plt_test_find (fixture->store, "element", "MILO"));
    g_assert_cmpstr (line->duration, ==, "jours(role)");
  }
  plt_test_activate (fixture->window, "win.undo");
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = plt_devis_detail_show_columns (fixture->detail);

  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (popover, "Times"));
  g_assert_nonnull (plt_test_find_label (popover, "Spent in"));
  g_assert_nonnull (plt_test_find_label (popover, "A minute"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  plt_test_settle ();
}

static void
test_formula_bar (Fixture *fixture, gconstpointer data)
{
  PltFormulaBar *bar = plt_devis_detail_get_formula_bar (fixture->detail);
  guint row, column;

  go_to (fixture, "22-01 · Réalisateur", "duration");
  g_assert_cmpstr (plt_formula_bar_get_text (bar), ==, "SEM_PREPA");
  g_assert_cmpstr (plt_formula_bar_get_message (bar), ==, "= 2");
  plt_formula_bar_set_text (bar, "SEM_PREPA*2");
  g_assert_cmpstr (plt_formula_bar_get_message (bar), ==, "= 4");
  g_assert_true (plt_formula_bar_commit (bar));
  plt_test_settle ();
  g_assert_true (plt_grid_get_cursor (fixture->grid, &row, &column));
  g_assert_cmpint (plt_devis_model_get_row (fixture->model, row)->line->amount, ==, 240000);
  plt_formula_bar_set_text (bar, "SEM_PREPA*");
  g_assert_nonnull (strstr (plt_formula_bar_get_message (bar), "cannot be read"));

  /* What is refused stays as typed, with its sentence, wherever the cursor goes. */
  plt_formula_bar_set_text (bar, "2");
  g_assert_true (plt_formula_bar_commit (bar));
  go_to (fixture, "22-01 · Réalisateur", "rate_cents");
  plt_formula_bar_set_text (bar, "beaucoup");
  g_assert_false (plt_formula_bar_commit (bar));
  g_assert_nonnull (strstr (plt_formula_bar_get_message (bar), "beaucoup"));
  plt_grid_set_cursor (fixture->grid, 0, 0);
  g_assert_true (plt_formula_bar_is_touched (bar));
  g_assert_cmpstr (plt_formula_bar_get_text (bar), ==, "beaucoup");
}

static void
test_formula_error (Fixture *fixture, gconstpointer data)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  guint row, column;

  go_to (fixture, "22-01 · Réalisateur", "duration");
  type (fixture, "SEM_ABSENTE");
  g_assert_true (plt_grid_get_cursor (fixture->grid, &row, &column));
  plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), row, PLT_DEVIS_COLUMN_DURATION, &cell);
  g_assert_true ((cell.flags & PLT_GRID_CELL_INVALID) != 0);
  g_assert_nonnull (strstr (cell.message, "No variable is called “SEM_ABSENTE”"));
}

/* 3 × 2 cells from a spreadsheet: one step back. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (fixture->store);
  guint steps = plt_test_n_steps (fixture->store);
  guint row, column;

  plt_devis_detail_set_hide_empty (fixture->detail, FALSE);
  go_to (fixture, "22-01 · Réalisateur", "quantity");
  g_assert_true (plt_grid_get_cursor (fixture->grid, &row, &column));
  plt_grid_select (fixture->grid, row, column, 1, 1);
  /* 22-01, 22-02, and the head of account 23, which cannot be typed in */
  plt_grid_paste_text (fixture->grid, "2\t3\n4\t5\n6\t7\n");
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpint (plt_devis_model_get_row (fixture->model, row)->line->amount, ==, 360000);
  g_assert_cmpint (plt_devis_model_get_row (fixture->model, row + 1)->line->amount, ==, 1000000);
  plt_test_activate (fixture->window, "win.undo");
  {
    g_autofree char *after = plt_store_checksum (fixture->store);
    g_assert_cmpstr (after, ==, before);
  }
}

static void
test_hide_empty (Fixture *fixture, gconstpointer data)
{
  guint n;

  plt_devis_detail_set_hide_empty (fixture->detail, TRUE);
  n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model));
  plt_test_activate (fixture->window, "view.hide-empty");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, n + 2);
  plt_test_activate (fixture->window, "view.collapse-all");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 4 + 4);
  plt_test_activate (fixture->window, "view.expand-to(2)");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 9 + 4);
  plt_test_activate (fixture->window, "view.expand-all");
  plt_test_activate (fixture->window, "view.hide-empty");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, n);
}

static void
test_add_line (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *search;
  guint row, column;

  go_to (fixture, "22-01 · Réalisateur", "label");
  plt_test_activate (fixture->window, "view.add-row");
  plt_test_settle ();
  dialog = GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
  plt_devis_add_set_text (dialog, "chôm");
  g_assert_cmpuint (g_list_model_get_n_items (plt_devis_add_get_found (dialog)), ==, 2);
  g_signal_emit_by_name (dialog, "accepted"); /* what the template proposes */
  plt_test_settle ();
  g_assert_true (plt_grid_get_cursor (fixture->grid, &row, &column));
  g_assert_cmpstr (plt_devis_model_get_row (fixture->model, row)->line->line->code, ==, "22-02");
  g_assert_cmpuint (column, ==, PLT_DEVIS_COLUMN_QUANTITY);

  plt_test_activate (fixture->window, "view.add-row");
  dialog = GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
  /* Enter right behind the last letter, before the list has answered it */
  search = plt_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "Dresseuse");
  g_signal_emit_by_name (search, "activate");
  plt_test_settle ();
  g_assert_true (plt_grid_get_cursor (fixture->grid, &row, &column));
  g_assert_cmpstr (plt_devis_model_get_row (fixture->model, row)->line->line->label, ==,
                   "Dresseuse");
}

static void
test_duplicate_delete (Fixture *fixture, gconstpointer data)
{
  go_to (fixture, "22-01 · Réalisateur", "label");
  plt_test_activate (fixture->window, "view.duplicate-row");
  plt_test_settle ();
  g_assert_cmpint (total (fixture), >, 430981);
  plt_test_activate (fixture->window, "view.delete-row");
  plt_test_settle ();
  g_assert_cmpint (total (fixture), ==, 430981);
  g_assert_nonnull (strstr (plt_window_get_toast (fixture->window), "was deleted"));
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpint (total (fixture), >, 430981);
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  go_to (fixture, "22-01 · Réalisateur", "duration");
  plt_test_activate (fixture->window, "view.go-to-source");
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (PLT_VIEW (fixture->view)), ==, "variables");
  go_to (fixture, "22-01 · Réalisateur", "profile");
  plt_grid_activate_at (fixture->grid, 5, PLT_DEVIS_COLUMN_PROFILE);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (PLT_VIEW (fixture->view)), ==, "charges");
  go_to (fixture, "31-01 · Rôle principal", "duration");
  plt_test_activate (fixture->window, "view.go-to-source");
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (fixture->window))->id, ==, "breakdown");
}

static void
test_versions (Fixture *fixture, gconstpointer data)
{
  PltSession *session = plt_window_get_session (fixture->window);
  const gint64 first = plt_session_get_budget_id (session);
  guint steps = plt_test_n_steps (fixture->store);

  plt_test_activate (fixture->window, "view.duplicate-version");
  plt_test_settle ();
  g_signal_emit_by_name (plt_test_toplevel (PLT_TYPE_DIALOG), "accepted");
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpint (plt_session_get_budget_id (session), !=, first);
  g_assert_cmpint (total (fixture), ==, 430981);
  /* A line of the first version is shown in the first version. */
  g_assert_cmpint (plt_session_get_facts (session)->production.budget, ==, first);
  plt_test_activate (fixture->window, "view.make-current");
  plt_test_settle ();
  g_assert_cmpint (plt_session_get_facts (session)->production.budget, !=, first);
  g_assert_true (
      plt_window_open_ref (fixture->window, (PltRef){ "budget", first, "overheads_e6" }));
  g_assert_cmpint (plt_session_get_budget_id (session), ==, first);
}

/* ---- the pay scale ---- */

#define SCALE_HEAD                                                                                 \
  "departement\tfonction\tstatut\tbase\tunite\theures\tmontant_cents\tvalable_du\tvalable_au\t"    \
  "confiance\tremarque\tmarque\n"
#define SCALE                                                                                      \
  "# titre: Minima\n# source: convention inventée\n# version: 1\n" SCALE_HEAD                      \
  "image\tCadreur cinéma\tcadre\tsem39\tsemaine\t39\t150000\t2027-01-01\t\tA\t\tsource\n"         \
  "réalisation\tScripte cinéma\tcadre\tsem39\tsemaine\t39\t120000\t2024-11-01\t\tA\t\tsource\n"  \
  "réalisation\tScripte cinéma\tcadre\tjour_moins_5j_7h\tjour\t7\t26250\t2024-11-01\t\tB\t"      \
  "calculé\ta-verifier\n"

static GtkWindow *
open_picker (Fixture *fixture)
{
  plt_test_activate (fixture->window, "view.pick-rate");
  plt_test_settle ();
  return GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
}

static void
assert_says (GtkWindow *picker, const char *words)
{
  if (strstr (plt_rate_picker_get_detail (picker), words) == NULL)
    g_error ("“%s” is not in “%s”.", words, plt_rate_picker_get_detail (picker));
}

/* The search folds accents and case; base, annex, date, source and mark are said; Enter links the
 * line, in one step that one undo takes back. */
static void
test_pick_rate (Fixture *fixture, gconstpointer data)
{
  PltSession *session = plt_window_get_session (fixture->window);
  const gint64 id = plt_test_find (fixture->store, "budget_line", "22-01 · Réalisateur");
  g_auto (GStrv) keyed = gtk_application_get_actions_for_accel (
      GTK_APPLICATION (plt_test_application ()), "<Control><Shift>b");
  GtkWindow *picker;
  GtkWidget *search;
  GListModel *found;
  guint steps;

  g_assert_cmpstr (keyed[0], ==, "view.pick-rate");
  g_assert_null (keyed[1]);
  PLT_TEST_INSERT (fixture->store, "referential", "name", "minima-3097", "title", "Minima",
                   "version", "1", "source", "convention inventée", "content", SCALE);
  plt_test_settle ();
  steps = plt_test_n_steps (fixture->store);
  go_to (fixture, "22-01 · Réalisateur", "rate_cents");
  picker = open_picker (fixture);
  found = plt_rate_picker_get_found (picker);
  /* nothing is called as the line: all functions */
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 2);
  plt_rate_picker_set_text (picker, "CADREUR");
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);
  assert_says (picker, "12/05/2026");
  assert_says (picker, "01/01/2027");
  g_signal_emit_by_name (picker, "accepted"); /* there is nothing to choose */
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps);
  plt_rate_picker_set_text (picker, "perchman");
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 0);
  assert_says (picker, "No function of the pay scale has these words.");
  plt_rate_picker_set_text (picker, "scrip");
  assert_says (picker, "Week of 39 hours, annex I · 1 200,00 € · Week");
  assert_says (picker, "01/11/2024");
  assert_says (picker, "sourced");
  plt_rate_picker_choose (picker, "jour_moins_5j_7h", "jour");
  assert_says (picker, "262,50 € · Day");
  assert_says (picker, "à vérifier");
  assert_says (picker, "calculé");
  plt_rate_picker_choose (picker, "jour_moins_5j_7h", "mois");
  assert_says (picker, "mois");
  plt_rate_picker_choose (picker, "", "semaine");
  plt_rate_picker_set_text (picker, "cadreur");
  /* Enter at once behind the last letter takes what was typed, not what is listed still */
  search = plt_test_find_widget (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "scripte");
  g_signal_emit_by_name (search, "activate");
  plt_test_settle ();
  g_assert_null (plt_test_toplevel (PLT_TYPE_DIALOG));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  plt_assert_cell (fixture->store, "budget_line", id, "function", "Scripte cinéma");
  plt_assert_cell (fixture->store, "budget_line", id, "rate_formula", "bareme");
  plt_assert_cell (fixture->store, "budget_line", id, "link_rate", "bareme");
  plt_assert_cell (fixture->store, "budget_line", id, "rate_cents", "");
  /* 1 000 + 2 × 1 200 + 700, charges 1 567,20: 5 667,20; 7 % and 10 % of it */
  g_assert_cmpint (total (fixture), ==, 663062);
  /* opened again it stands on the function of the line */
  picker = open_picker (fixture);
  assert_says (picker, "1 200,00 €");
  gtk_window_destroy (picker);
  plt_test_settle ();
  /* the base of the line is that of its own function: another search takes the usual one */
  g_assert_true (plt_store_set (fixture->store, "budget_line", id, "scale", "ann3_nouveau", NULL));
  plt_test_settle ();
  picker = open_picker (fixture);
  assert_says (picker, "ann3_nouveau");
  plt_rate_picker_set_text (picker, "script");
  assert_says (picker, "Week of 39 hours, annex I");
  plt_rate_picker_choose (picker, "ann3_nouveau", "semaine");
  plt_rate_picker_set_text (picker, "scripte");
  assert_says (picker, "ann3_nouveau");
  gtk_window_destroy (picker);
  plt_test_settle ();
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (total (fixture), ==, 430981);
  g_assert_cmpint (plt_session_get_budget (session)->total, ==, 430981);
  plt_assert_cell (fixture->store, "budget_line", id, "function", "");
}

/* On an account there is no line to give a rate to. */
static void
test_pick_nowhere (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 0, PLT_DEVIS_COLUMN_LABEL);
  plt_test_settle ();
  plt_test_activate (fixture->window, "view.pick-rate");
  plt_test_settle ();
  g_assert_null (plt_test_toplevel (PLT_TYPE_DIALOG));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "summary", "variables", "posted", "charges", "detail" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      plt_view_show_page (PLT_VIEW (fixture->view), pages[i]);
      plt_test_settle ();
      g_assert_true (plt_view_grab_content_focus (PLT_VIEW (fixture->view)));
      if (g_str_equal (pages[i], "summary"))
        g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->view), "How it is borne"));
      if (g_str_equal (pages[i], "summary"))
        g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->view), "4 309,81 €"));
    }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (PltDocument) document = plt_view_get_document (PLT_VIEW (fixture->view), &error);

    g_assert_no_error (error);
    g_assert_nonnull (document);
  }
}

/* No devis: one sentence and one button, which makes one. */
static void
test_no_budget (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  Fixture fixture = { NULL };

  show (&fixture, store);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture.detail), "There is no budget yet"));
  plt_test_activate (fixture.window, "view.new-version");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture.model)), ==, 9 + 4);
  {
    const PltFacts *facts = plt_session_get_facts (plt_window_get_session (fixture.window));
    guint n_functions = 0;

    g_assert_cmpint (facts->production.budget, ==, facts->budgets.items[0].id);
    g_assert_cmpstr (facts->budgets.items[0].template_name, ==, "devis-long-metrage");
    g_assert_cmpint (facts->budgets.items[0].overheads_e6, ==, 70000);
    for (guint i = 0; i < facts->lines.n; i++)
      n_functions += *facts->lines.items[i].function != '\0' ? 1 : 0;
    g_assert_cmpuint (facts->lines.n, >, 100);
    g_assert_cmpuint (n_functions, >, 30);
  }
  plt_test_window_close (fixture.window);
}

static const PltLineFacts *
line_called (Fixture *fixture, gint64 budget, const char *label)
{
  const PltFacts *facts = plt_session_get_facts (plt_window_get_session (fixture->window));

  for (guint i = 0; i < facts->lines.n; i++)
    if (facts->lines.items[i].budget == budget && g_str_equal (facts->lines.items[i].label, label))
      return &facts->lines.items[i];
  return NULL;
}

/* A delivered template beside the budget there is; one of one's own, and a budget begun from it. */
static void
test_templates (Fixture *fixture, gconstpointer data)
{
  PltSession *session = plt_window_get_session (fixture->window);
  const gint64 first = plt_session_get_budget_id (session);
  const PltLineFacts *line;
  const PltFacts *facts;
  GActionGroup *actions = plt_view_get_actions (PLT_VIEW (fixture->view));
  guint steps = plt_test_n_steps (fixture->store);
  gint64 made, kept;
  g_autofree char *from = NULL;

  plt_test_activate (fixture->window, "view.new-version-from('devis-documentaire')");
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  made = plt_session_get_budget_id (session);
  facts = plt_session_get_facts (session);
  g_assert_cmpint (made, !=, first);
  g_assert_cmpint (facts->production.budget, ==, first);
  g_assert_cmpstr (PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, made)->template_name, ==,
                   "devis-documentaire");
  /* what it proposes counts nothing */
  g_assert_cmpint (total (fixture), ==, 0);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpint (plt_session_get_budget_id (session), ==, first);

  plt_test_activate (fixture->window, "view.keep-template");
  plt_test_settle ();
  g_signal_emit_by_name (plt_test_toplevel (PLT_TYPE_DIALOG), "accepted");
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpint (plt_session_get_budget_id (session), ==, first);
  facts = plt_session_get_facts (session);
  g_assert_cmpuint (facts->budgets.n, ==, 2);
  g_assert_true (facts->budgets.items[1].is_template);
  kept = facts->budgets.items[1].id;
  from = g_strdup_printf ("view.new-version-from('#%" G_GINT64_FORMAT "')", kept);
  plt_test_activate (fixture->window, from);
  plt_test_settle ();
  made = plt_session_get_budget_id (session);
  g_assert_true (made != first && made != kept);
  g_assert_false (
      PLT_FACTS_FIND (plt_session_get_facts (session)->budgets, PltBudgetFacts, made)->is_template);
  line = line_called (fixture, made, "Option");
  g_assert_nonnull (line);
  g_assert_cmpint (line->rate_cents, ==, 100000);
  g_assert_true (g_action_group_get_action_enabled (actions, "make-current"));
  /* a template is not the current budget */
  g_assert_true (plt_window_open_ref (fixture->window, (PltRef){ "budget", kept, "overheads_e6" }));
  plt_test_settle ();
  g_assert_false (g_action_group_get_action_enabled (actions, "make-current"));
}

/* ---- financing ---- */

static void
test_finance (Fixture *fixture, gconstpointer data)
{
  PltFinanceView *view;
  gint64 source, instalment;

  g_assert_true (plt_window_show_view (fixture->window, "finance", NULL));
  plt_test_settle ();
  view = PLT_FINANCE_VIEW (plt_window_get_view (fixture->window));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (view), "Nobody pays yet"));

  PLT_TEST_INSERT (fixture->store, "funding_source", "group", "cnc", "name", "Aide", "amount_cents",
                   "2000", "status", "acquis");
  source = PLT_TEST_INSERT (fixture->store, "funding_source", "group", "regions", "name", "Région",
                            "amount_cents", "2309,81", "status", "demande");
  instalment = PLT_TEST_INSERT (fixture->store, "instalment", "funding_source", "Région", "label",
                                "Solde", "share_e6", "100 %");
  plt_test_settle ();
  g_assert_cmpstr (plt_finance_summary_get_gap (plt_finance_view_get_summary (view)), ==,
                   "The financing equals the budget.");
  g_assert_true (
      plt_window_open_ref (fixture->window, (PltRef){ "funding_source", source, "amount_cents" }));
  plt_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                        plt_register_get_rows (plt_finance_view_get_instalments (view)))),
                    ==, 1);
  g_assert_true (plt_grid_begin_edit (plt_finance_view_get_grid (view), "2000", TRUE));
  g_assert_true (plt_grid_commit_edit (plt_finance_view_get_grid (view)));
  plt_test_settle ();
  g_assert_cmpstr (plt_finance_summary_get_gap (plt_finance_view_get_summary (view)), ==,
                   "309,81 € are missing, that is 7,2 % of the budget.");
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpstr (plt_finance_summary_get_gap (plt_finance_view_get_summary (view)), ==,
                   "The financing equals the budget.");
  g_assert_true (plt_window_open_ref (fixture->window, (PltRef){ "instalment", instalment, NULL }));
}

/* ---- how long it takes ---- */

/* A cell typed in the devis of a feature: command, engines, rows and the frame. */
static void
test_speed (void)
{
  g_autoptr (PltStore) store = plt_test_devis_store_long (700);
  Fixture fixture = { NULL };
  PltSession *session;
  gint64 best = G_MAXINT64;
  gint64 budget;

  show (&fixture, store);
  session = plt_window_get_session (fixture.window);
  budget = plt_session_get_budget_id (session);
  go_to (&fixture, "11-01 · Option", "quantity");
  for (guint i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();

      plt_session_look_at_budget (session, i % 2 == 0 ? budget : 0); /* the same one: all anew */
      while (g_main_context_iteration (NULL, FALSE))
        ;
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("700 lines: engines, issues, rows and widgets again in %" G_GINT64_FORMAT " us",
                  best);
  plt_test_window_close (fixture.window);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  TEST ("/devis-view/edit", test_edit);
  TEST ("/devis-view/keystrokes", test_keystrokes);
  TEST ("/devis-view/relink", test_relink);
  TEST ("/devis-view/why", test_why);
  TEST ("/devis-view/variables", test_variables);
  TEST ("/devis-view/follow-plan", test_follow_plan);
  TEST ("/devis-view/columns", test_columns);
  TEST ("/devis-view/formula-bar", test_formula_bar);
  TEST ("/devis-view/formula-error", test_formula_error);
  TEST ("/devis-view/paste", test_paste);
  TEST ("/devis-view/hide-empty", test_hide_empty);
  TEST ("/devis-view/add-line", test_add_line);
  TEST ("/devis-view/duplicate-delete", test_duplicate_delete);
  TEST ("/devis-view/source", test_source);
  TEST ("/devis-view/versions", test_versions);
  TEST ("/devis-view/templates", test_templates);
  TEST ("/devis-view/pick-rate", test_pick_rate);
  TEST ("/devis-view/pick-nowhere", test_pick_nowhere);
  TEST ("/devis-view/pages", test_pages);
  g_test_add_func ("/devis-view/no-budget", test_no_budget);
  TEST ("/finance-view/plan", test_finance);
  g_test_add_func ("/devis-view/speed", test_speed);
  return g_test_run ();
}

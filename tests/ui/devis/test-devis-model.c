/* The devis as a grid without a display: rows, totals, formulas, and every change as one command.
 * The amounts are worked out by hand in plt-test-devis.h. */
#include "plt-devis-figures.h"
#include "plt-devis-model.h"
#include "plt-devis-proposals.h"
#include "plt-budget-version.h"
#include "plt-test-devis.h"

typedef struct
{
  PltStore *store;
  PltSession *session;
  PltDevisModel *model;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = plt_test_devis_store ();
  fixture->session = plt_session_new (fixture->store);
  fixture->model = plt_devis_model_new (fixture->session);
  fixture->before = plt_store_checksum (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->model);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->store);
  g_free (fixture->before);
}

/* "1 Droits|11 Sujet|..": code and label of each row. */
static void
assert_rows (Fixture *fixture, const char *expected)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plt_grid_model_get_n_rows (model); i++)
    {
      g_auto (PltGridCell) code = PLT_GRID_CELL_INIT;
      g_auto (PltGridCell) label = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (model, i, PLT_DEVIS_COLUMN_CODE, &code);
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", code.text);
      if (*code.text == '\0')
        {
          plt_grid_model_get_cell (model, i, PLT_DEVIS_COLUMN_LABEL, &label);
          g_string_append (text, label.text);
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

#define TOTALS "|Total of posts 1 to 9|Overheads|Contingency|Total"
#define SHOWN "1|11|11-01|2|22 ?|22-01|3|31-01|4|42" TOTALS

static guint
row_of (Fixture *fixture, const char *code)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);

  for (guint i = 0; i < plt_grid_model_get_n_rows (model); i++)
    {
      g_autofree char *text = plt_grid_model_get_edit_text (model, i, PLT_DEVIS_COLUMN_CODE);
      g_autofree char *label = plt_grid_model_get_edit_text (model, i, PLT_DEVIS_COLUMN_LABEL);

      if (g_str_equal (text, code) || g_str_equal (label, code))
        return i;
    }
  g_error ("No row %s.", code);
}

static void
assert_cell (Fixture *fixture, const char *code, PltDevisColumn column, const char *expected)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), row_of (fixture, code), column, &cell);
  g_assert_cmpstr (cell.text, ==, expected);
}

static void
assert_message (
    Fixture *fixture, const char *code, PltDevisColumn column, guint flag, const char *part)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), row_of (fixture, code), column, &cell);
  g_assert_true (flag == 0 || (cell.flags & flag) != 0);
  g_assert_nonnull (cell.message);
  if (strstr (cell.message, part) == NULL)
    g_assert_cmpstr (cell.message, ==, part);
}

static void
set_cell (Fixture *fixture, const char *code, PltDevisColumn column, const char *text)
{
  g_autoptr (GError) error = NULL;

  plt_grid_model_set_text (PLT_GRID_MODEL (fixture->model), row_of (fixture, code), column, text,
                           &error);
  g_assert_no_error (error);
}

/* ---- what is shown ---- */

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture, SHOWN);
  plt_devis_model_set_hide_empty (fixture->model, FALSE);
  assert_rows (fixture, "1|11|11-01|2|22 ?|22-01|22-02|23|3|31-01|4|42" TOTALS);
  plt_devis_model_expand_all (fixture->model, FALSE);
  assert_rows (fixture, "1|2|3|4" TOTALS);
  plt_grid_model_toggle (PLT_GRID_MODEL (fixture->model), 1, 0, NULL);
  assert_rows (fixture, "1|2|22 ?|23|3|4" TOTALS);
  plt_devis_model_expand_all (fixture->model, TRUE);
  plt_devis_model_set_search (fixture->model, "realis");
  assert_rows (fixture, "1|2|22 ?|22-01|22-02|3|4" TOTALS);
}

static void
test_totals (Fixture *fixture, gconstpointer data)
{
  const PltBudget *budget = plt_session_get_budget (fixture->session);

  g_assert_cmpint (budget->total, ==, 430981);
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_TOTAL, "1 000,00");
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_TOTAL, "1 000,00 €");
  assert_cell (fixture, "22-01", PLT_DEVIS_COLUMN_CONTRIBUTIONS, "783,60");
  assert_cell (fixture, "2", PLT_DEVIS_COLUMN_AMOUNT, "1 200,00");
  assert_cell (fixture, "2", PLT_DEVIS_COLUMN_CONTRIBUTIONS, "");
  assert_cell (fixture, "4", PLT_DEVIS_COLUMN_CONTRIBUTIONS, "783,60");
  assert_cell (fixture, "4", PLT_DEVIS_COLUMN_TOTAL, "783,60 €");
  assert_cell (fixture, "Total of posts 1 to 9", PLT_DEVIS_COLUMN_TOTAL, "3 683,60 €");
  assert_cell (fixture, "Overheads", PLT_DEVIS_COLUMN_TOTAL, "257,85 €");
  assert_cell (fixture, "Contingency", PLT_DEVIS_COLUMN_TOTAL, "368,36 €");
  assert_cell (fixture, "Total", PLT_DEVIS_COLUMN_TOTAL, "4 309,81 €");
}

/* Of every account: amounts + contributions = the engine's total, and the whole adds up. */
static void
test_totals_equal_engine (Fixture *fixture, gconstpointer data)
{
  const PltBudget *budget = plt_session_get_budget (fixture->session);
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  guint n_accounts = 0;

  for (guint folded = 0; folded < 2; folded++)
    {
      gint64 sum = 0;

      plt_devis_model_expand_all (fixture->model, folded == 0);
      for (guint i = 0; i < plt_grid_model_get_n_rows (model); i++)
        {
          const PltDevisRow *row = plt_devis_model_get_row (fixture->model, i);
          gint64 number;

          if (plt_grid_model_get_number (model, i, PLT_DEVIS_COLUMN_TOTAL, &number))
            sum += number;
          if (row->kind != PLT_DEVIS_ACCOUNT)
            continue;
          n_accounts++;
          g_assert_cmpint (row->lines + row->contributions, ==, row->account->total);
        }
      g_assert_cmpint (sum, ==, budget->subtotal);
    }
  g_assert_cmpuint (n_accounts, ==, 7 + 4);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  plt_devis_model_set_hide_empty (fixture->model, FALSE);
  assert_message (fixture, "22", PLT_DEVIS_COLUMN_CODE, 0, "to verify");
  assert_message (fixture, "23", PLT_DEVIS_COLUMN_CODE, PLT_GRID_CELL_MUTED, "Our own number");
  assert_message (fixture, "22-01", PLT_DEVIS_COLUMN_CODE, PLT_GRID_CELL_MUTED, "Our own number");
  {
    g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

    plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), 0, PLT_DEVIS_COLUMN_CODE, &cell);
    g_assert_cmpuint (cell.flags & PLT_GRID_CELL_MUTED, ==, 0);
    g_assert_null (cell.message);
  }
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  const guint nora = row_of (fixture, "31-01");
  PltRef ref = { NULL };

  assert_message (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, PLT_GRID_CELL_LINK,
                  "2 d · Plan de travail v1 · role NORA");
  assert_message (fixture, "22-01", PLT_DEVIS_COLUMN_DURATION, PLT_GRID_CELL_LINK,
                  "SEM_PREPA = 2 · variable: Préparation");
  g_assert_true (
      plt_devis_model_get_source (fixture->model, nora, PLT_DEVIS_COLUMN_DURATION, &ref));
  g_assert_cmpstr (ref.table, ==, "element");
  g_assert_cmpint (ref.id, ==, plt_test_find (fixture->store, "element", "NORA"));
  g_assert_true (plt_devis_model_get_source (fixture->model, row_of (fixture, "22-01"),
                                             PLT_DEVIS_COLUMN_DURATION, &ref));
  g_assert_cmpstr (ref.table, ==, "budget_global");
  g_assert_false (
      plt_devis_model_get_source (fixture->model, nora, PLT_DEVIS_COLUMN_QUANTITY, &ref));
  /* The cell shows the value, the editor the formula. */
  assert_cell (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, "2");
  {
    g_autofree char *text = plt_grid_model_get_edit_text (PLT_GRID_MODEL (fixture->model), nora,
                                                          PLT_DEVIS_COLUMN_DURATION);
    g_assert_cmpstr (text, ==, "jours(role)");
  }
}

/* A day less in the plan is a fee less in the devis, at once. */
static void
test_follows_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) strips
      = plt_rows_ids (fixture->store, plt_table_find ("strip"), NULL, 0, NULL, NULL);

  plt_store_delete (fixture->store, "strip", g_array_index (strips, gint64, 0), &error);
  g_assert_no_error (error);
  assert_cell (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, "1");
  assert_cell (fixture, "3", PLT_DEVIS_COLUMN_TOTAL, "350,00 €");
  plt_store_undo (fixture->store, NULL);
  assert_cell (fixture, "3", PLT_DEVIS_COLUMN_TOTAL, "700,00 €");
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = plt_devis_figures_text (fixture->session);

  /* 4 309,81 / 2 days = 2 154,905 -> 2 154,91; / 3 min = 1 436,603.. -> 1 436,60 */
  g_assert_cmpstr (text, ==, "Total 4 309,81 € · 2 154,91 € a shooting day · 1 436,60 € a minute");
}

/* ---- changes ---- */

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_QUANTITY, "2*SEM_PREPA");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_QUANTITY, "4");
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_TOTAL, "4 000,00 €");
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 1);
  plt_assert_undo_redo (fixture->store, fixture->before);
  plt_store_undo (fixture->store, NULL);
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_TOTAL, "1 000,00 €");

  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_RATE, "12,5");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_RATE, "12,50");
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_PROFILE, "technicien");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_PROFILE, "Technicien");
  set_cell (fixture, "Overheads", PLT_DEVIS_COLUMN_RATE, "0");
  assert_cell (fixture, "Overheads", PLT_DEVIS_COLUMN_TOTAL, "0,00 €");
  set_cell (fixture, "Overheads", PLT_DEVIS_COLUMN_RATE, "");
  assert_cell (fixture, "Overheads", PLT_DEVIS_COLUMN_TOTAL, "—");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);

  g_assert_false (plt_grid_model_set_text (model, row_of (fixture, "11-01"), PLT_DEVIS_COLUMN_RATE,
                                           "beaucoup", &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "beaucoup");
  g_clear_error (&error);
  g_assert_false (plt_grid_model_set_text (model, row_of (fixture, "11-01"),
                                           PLT_DEVIS_COLUMN_AMOUNT, "3", &error));
  g_assert_nonnull (error);
  g_assert_false (plt_grid_model_is_editable (model, 0, PLT_DEVIS_COLUMN_LABEL));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 0);
}

static void
test_formula_error (Fixture *fixture, gconstpointer data)
{
  set_cell (fixture, "22-01", PLT_DEVIS_COLUMN_DURATION, "SEM_ABSENTE");
  assert_cell (fixture, "22-01", PLT_DEVIS_COLUMN_DURATION, "SEM_ABSENTE");
  assert_message (fixture, "22-01", PLT_DEVIS_COLUMN_DURATION, PLT_GRID_CELL_INVALID,
                  "SEM_ABSENTE");
  assert_cell (fixture, "22-01", PLT_DEVIS_COLUMN_AMOUNT, "—");
  set_cell (fixture, "22-01", PLT_DEVIS_COLUMN_QUANTITY, "1/0");
  assert_message (fixture, "22-01", PLT_DEVIS_COLUMN_QUANTITY, PLT_GRID_CELL_INVALID, "zero");
  set_cell (fixture, "22-01", PLT_DEVIS_COLUMN_QUANTITY, "1");
  set_cell (fixture, "22-01", PLT_DEVIS_COLUMN_DURATION, "2");
  assert_cell (fixture, "22-01", PLT_DEVIS_COLUMN_AMOUNT, "1 200,00");
}

/* A line stays where it is while it is worked on, though it became empty. */
static void
test_just_emptied (Fixture *fixture, gconstpointer data)
{
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_DURATION, "0");
  assert_rows (fixture, SHOWN);
  plt_devis_model_set_hide_empty (fixture->model, TRUE);
  assert_rows (fixture, "1|2|22 ?|22-01|3|31-01|4|42" TOTALS);
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const int first = (int) row_of (fixture, "11-01");
  const int second = (int) row_of (fixture, "22-01");
  const int third = (int) row_of (fixture, "31-01");
  const PltGridEdit edits[] = {
    { first, PLT_DEVIS_COLUMN_QUANTITY, "2" },  { first, PLT_DEVIS_COLUMN_DURATION, "1" },
    { second, PLT_DEVIS_COLUMN_QUANTITY, "3" }, { second, PLT_DEVIS_COLUMN_DURATION, "1" },
    { third, PLT_DEVIS_COLUMN_QUANTITY, "4" },  { third, PLT_DEVIS_COLUMN_DURATION, "1,5" },
  };
  PltGridEdit wrong[] = { edits[0], { second, PLT_DEVIS_COLUMN_RATE, "x" } };
  const PltGridEdit beyond = { 99, PLT_DEVIS_COLUMN_QUANTITY, "1" };

  g_assert_true (plt_grid_model_set_many (PLT_GRID_MODEL (fixture->model), edits,
                                          G_N_ELEMENTS (edits), 0, &error));
  g_assert_no_error (error);
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_AMOUNT, "2 000,00");
  assert_cell (fixture, "22-01", PLT_DEVIS_COLUMN_AMOUNT, "1 800,00");
  assert_cell (fixture, "31-01", PLT_DEVIS_COLUMN_AMOUNT, "2 100,00");
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 1);
  plt_assert_undo_redo (fixture->store, fixture->before);

  /* All of them or none. */
  g_assert_false (plt_grid_model_set_many (PLT_GRID_MODEL (fixture->model), wrong, 2, 0, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (plt_grid_model_set_many (PLT_GRID_MODEL (fixture->model), &beyond, 1, 1, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "not enough lines");
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 1);
}

/* ---- lines ---- */

static void
test_add_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 account = plt_devis_model_get_account (fixture->model, row_of (fixture, "22-01"));
  const gint64 after
      = plt_devis_model_get_row (fixture->model, row_of (fixture, "22-01"))->line->line->id;
  gint64 line = plt_devis_model_add_line (fixture->model, account, after, "", "Assistant", &error);

  g_assert_no_error (error);
  g_assert_cmpint (line, >, 0);
  plt_assert_cell (fixture->store, "budget_line", line, "label", "Assistant");
  plt_assert_cell (fixture->store, "budget_line", line, "account", "22 · Réalisation");
  assert_rows (fixture, "1|11|11-01|2|22 ?|22-01|Assistant|3|31-01|4|42" TOTALS);
  plt_assert_undo_redo (fixture->store, fixture->before);
  g_assert_cmpint (plt_devis_model_add_line (fixture->model, 0, 0, "", "Nulle part", &error), ==,
                   0);
  g_assert_nonnull (error);
}

static void
test_proposals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 account = plt_devis_model_get_account (fixture->model, row_of (fixture, "22-01"));
  g_autoptr (GListStore) list = plt_devis_proposals (fixture->session, account, "chom");
  g_autoptr (PltDevisProposal) own = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr (PltDevisProposal) empty = g_list_model_get_item (G_LIST_MODEL (list), 1);
  gint64 line;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_cmpstr (plt_devis_proposal_get_label (own), ==, "chom");
  g_assert_cmpstr (plt_devis_proposal_get_label (empty), ==, "Chômé");
  line = plt_devis_proposal_add (empty, fixture->model, 0, &error);
  g_assert_no_error (error);
  plt_assert_cell (fixture->store, "budget_line", line, "duration", "1");
  assert_cell (fixture, "22-02", PLT_DEVIS_COLUMN_AMOUNT, "500,00");
}

static void
test_duplicate_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const guint row = row_of (fixture, "22-01");
  gint64 copy = plt_devis_model_duplicate (fixture->model, row, 1, &error);

  g_assert_no_error (error);
  plt_assert_cell (fixture->store, "budget_line", copy, "duration", "SEM_PREPA");
  plt_assert_cell (fixture->store, "budget_line", copy, "profile", "Technicien");
  assert_rows (fixture, "1|11|11-01|2|22 ?|22-01|22-01|3|31-01|4|42" TOTALS);
  assert_cell (fixture, "2", PLT_DEVIS_COLUMN_AMOUNT, "2 400,00");
  plt_assert_undo_redo (fixture->store, fixture->before);
  g_assert_true (plt_devis_model_delete (fixture->model, row, 2, &error));
  assert_rows (fixture, "1|11|11-01|2|3|31-01|4" TOTALS);
  g_assert_false (plt_devis_model_delete (fixture->model, 0, 1, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "Only lines");
  g_clear_error (&error);
  g_assert_cmpint (plt_devis_model_duplicate (fixture->model, 0, 1, &error), ==, 0);
  g_assert_nonnull (error);
}

static void
move (Fixture *fixture, const char *code, guint to, const char *expected)
{
  g_autoptr (GError) error = NULL;

  plt_grid_model_move_rows (PLT_GRID_MODEL (fixture->model), row_of (fixture, code), 1, to, &error);
  g_assert_no_error (error);
  assert_rows (fixture, expected);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);

  plt_devis_model_set_hide_empty (fixture->model, FALSE);
  /* rows: 0 1, 1 11, 2 11-01, 3 2, 4 22, 5 22-01, 6 22-02, 7 23, 8 3, 9 31-01, 10 4, 11 42 */
  move (fixture, "22-02", 5, "1|11|11-01|2|22 ?|22-02|22-01|23|3|31-01|4|42" TOTALS);
  /* Down over the head of the next account: its first line. */
  move (fixture, "22-01", 8, "1|11|11-01|2|22 ?|22-02|23|22-01|3|31-01|4|42" TOTALS);
  /* Up over its own head: the last line of the account above. */
  move (fixture, "22-01", 6, "1|11|11-01|2|22 ?|22-02|22-01|23|3|31-01|4|42" TOTALS);
  g_assert_false (plt_grid_model_move_rows (model, 3, 1, 1, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "Only lines");
  g_clear_error (&error);
  g_assert_false (plt_grid_model_move_rows (model, 6, 1, 14, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "totals");
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);

  g_assert_true (plt_grid_model_insert_rows (model, row_of (fixture, "22-01"), 2, &error));
  assert_rows (fixture, "1|11|11-01|2|22 ?|New line|New line|22-01|3|31-01|4|42" TOTALS);
  plt_assert_undo_redo (fixture->store, fixture->before);
  g_assert_false (
      plt_grid_model_insert_rows (model, plt_grid_model_get_n_rows (model) - 1, 1, &error));
  g_assert_nonnull (error);
}

/* ---- places and versions ---- */

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  guint column = 0;
  const PltRef hidden
      = { "budget_line", plt_test_find (fixture->store, "budget_line", "22-02 · Chômé"),
          "rate_cents" };
  const PltRef rate
      = { "budget", plt_test_find (fixture->store, "budget", "Devis 1"), "contingency_e6" };
  int row;

  plt_devis_model_expand_all (fixture->model, FALSE);
  row = plt_devis_model_reveal (fixture->model, hidden, &column);
  g_assert_cmpint (row, ==, (int) row_of (fixture, "22-02"));
  g_assert_cmpuint (column, ==, PLT_DEVIS_COLUMN_RATE);
  row = plt_devis_model_reveal (fixture->model, rate, &column);
  g_assert_cmpint (row, ==, (int) row_of (fixture, "Contingency"));
  g_assert_cmpint (
      plt_devis_model_reveal (fixture->model, (PltRef){ "budget_line", 9999, NULL }, NULL), ==, -1);
}

static void
test_copy_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  const gint64 budget = plt_test_find (fixture->store, "budget", "Devis 1");
  gint64 handle, copy;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  handle = plt_budget_copy (plt_session_get_facts (fixture->session), budget, "Agrément", batch,
                            &error);
  g_assert_no_error (error);
  g_assert_true (plt_store_apply (fixture->store, "Copy", NULL, batch, &ids, &error));
  g_assert_no_error (error);
  copy = g_array_index (ids, gint64, (guint) (-handle - 1));
  plt_assert_cell (fixture->store, "budget", copy, "name", "Agrément");
  plt_assert_cell (fixture->store, "budget", copy, "version", "2");
  plt_session_look_at_budget (fixture->session, copy);
  g_assert_cmpint (plt_session_get_budget (fixture->session)->total, ==, 430981);
  assert_rows (fixture, SHOWN);
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_RATE, "0");
  g_assert_cmpint (plt_session_get_budget (fixture->session)->subtotal, ==, 268360);
  plt_session_look_at_budget (fixture->session, 0);
  g_assert_cmpint (plt_session_get_budget (fixture->session)->total, ==, 430981);
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 2);
}

/* ---- the columns of a line ---- */

static void
test_line_columns (Fixture *fixture, gconstpointer data)
{
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_TIMES, "3");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_TOTAL, "3 000,00");
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_TIMES, "");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_TIMES, "");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_TOTAL, "1 000,00");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_ABROAD, "France");
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_ABROAD, "abroad");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_ABROAD, "Abroad");
  g_assert_cmpint (plt_session_get_budget (fixture->session)->abroad, ==, 100000);
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_PAYEE, "author");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_PAYEE, "Author");
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_FUNCTION, "Scénariste");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_FUNCTION, "Scénariste");
  /* 1 000,00 of 4 309,81: 23,2 %; two days, three minutes */
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_SHARE, "23,2 %");
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_DAY, "500,00 €");
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_MINUTE, "333,33 €");
}

/* A rate is an amount or a formula, as they come from a French spreadsheet. */
static void
test_rates (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *shown, *edited;
  } cases[] = {
    { "1 234,56 €", "1 234,56", "1234,56" },
    { "1 234,5", "1 234,50", "1234,50" },
    { "=2*350", "700,00", "2*350" },
    { "SEM_PREPA*600", "1 200,00", "SEM_PREPA*600" },
    { "12.5", "12,50", "12,50" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *edited = NULL;

      set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_RATE, cases[i].typed);
      assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_RATE, cases[i].shown);
      assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_TOTAL, cases[i].shown);
      edited = plt_grid_model_get_edit_text (PLT_GRID_MODEL (fixture->model),
                                             row_of (fixture, "11-01"), PLT_DEVIS_COLUMN_RATE);
      g_assert_cmpstr (edited, ==, cases[i].edited);
    }
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_QUANTITY, "1 200,50");
  assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_QUANTITY, "1 200,5");
  g_assert_false (plt_grid_model_set_text (PLT_GRID_MODEL (fixture->model),
                                           row_of (fixture, "11-01"), PLT_DEVIS_COLUMN_RATE,
                                           "2*ABSENT", &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "ABSENT");
}

/* ---- links ---- */

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const guint row = row_of (fixture, "31-01");

  set_cell (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, "5");
  assert_cell (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, "5");
  assert_message (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, PLT_GRID_CELL_TYPED,
                  "Typed over “jours(role)”");
  g_assert_true (plt_devis_model_is_overridden (fixture->model, row));
  g_assert_false (plt_devis_model_is_overridden (fixture->model, row_of (fixture, "11-01")));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 1);
  g_assert_true (plt_devis_model_relink (fixture->model, row, 1, PLT_DEVIS_COLUMN_LABEL, &error));
  g_assert_no_error (error);
  assert_cell (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, "2");
  assert_message (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, PLT_GRID_CELL_LINK, "NORA");
  g_assert_false (plt_devis_model_is_overridden (fixture->model, row));
  g_assert_false (plt_devis_model_relink (fixture->model, row, 1, PLT_DEVIS_COLUMN_LABEL, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "No link");
  plt_store_undo (fixture->store, NULL);
  assert_cell (fixture, "31-01", PLT_DEVIS_COLUMN_DURATION, "5");
  plt_assert_undo_redo (fixture->store, fixture->before);
}

/* ---- what is not all there ---- */

static void
test_incomplete (Fixture *fixture, gconstpointer data)
{
  g_autofree char *foot = NULL;

  set_cell (fixture, "22-01", PLT_DEVIS_COLUMN_RATE, "");
  assert_message (fixture, "22-01", PLT_DEVIS_COLUMN_RATE, PLT_GRID_CELL_INVALID,
                  "The rate is missing");
  assert_cell (fixture, "2", PLT_DEVIS_COLUMN_TOTAL, "? 0,00 €");
  assert_message (fixture, "2", PLT_DEVIS_COLUMN_TOTAL, PLT_GRID_CELL_INVALID,
                  "Incomplete: 1 line is not all counted: 22-01 Réalisateur.");
  assert_message (fixture, "Total", PLT_DEVIS_COLUMN_TOTAL, PLT_GRID_CELL_INVALID, "22-01");
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_TOTAL, "1 000,00 €");
  foot = plt_devis_figures_text (fixture->session);
  g_assert_nonnull (strstr (foot, "(incomplete: 1 value)"));
  /* A profile without a rate is told where its charges would stand. */
  set_cell (fixture, "11-01", PLT_DEVIS_COLUMN_PROFILE, "stagiaire");
  assert_message (fixture, "11-01", PLT_DEVIS_COLUMN_CONTRIBUTIONS, PLT_GRID_CELL_INVALID,
                  "Stagiaire");
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_TOTAL, "? 1 000,00 €");
}

/* What comes after the posts, with a rate of its own; within an account it has no row. */
static void
test_percentages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 budget = plt_session_get_budget_id (fixture->session);

  plt_store_set (fixture->store, "budget", budget, "producer_e6", "5 %", &error);
  g_assert_no_error (error);
  /* 5 % of 3 683,60 */
  assert_cell (fixture, "Producer", PLT_DEVIS_COLUMN_TOTAL, "184,18 €");
  assert_cell (fixture, "Producer", PLT_DEVIS_COLUMN_AMOUNT, "3 683,60");
  assert_message (fixture, "Producer", PLT_DEVIS_COLUMN_TOTAL, 0, "Posts 1 to 9");
  set_cell (fixture, "Producer", PLT_DEVIS_COLUMN_RATE, "10");
  assert_cell (fixture, "Producer", PLT_DEVIS_COLUMN_TOTAL, "368,36 €");
  set_cell (fixture, "Producer", PLT_DEVIS_COLUMN_MODE, "participation");
  assert_cell (fixture, "Producer", PLT_DEVIS_COLUMN_MODE, "Participation");
  plt_store_set (fixture->store, "budget", budget, "producer_account", "11", &error);
  g_assert_no_error (error);
  assert_rows (fixture, SHOWN);
  assert_message (fixture, "11", PLT_DEVIS_COLUMN_TOTAL, 0, "With a percentage");
}

static void
test_levels (Fixture *fixture, gconstpointer data)
{
  plt_devis_model_expand_to (fixture->model, 1);
  assert_rows (fixture, "1|2|3|4" TOTALS);
  plt_devis_model_expand_to (fixture->model, 2);
  assert_rows (fixture, "1|11|2|22 ?|3|31-01|4|42" TOTALS);
  plt_devis_model_expand_to (fixture->model, 3);
  assert_rows (fixture, SHOWN);
}

/* ---- what is being typed ---- */

static void
test_try (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    PltDevisColumn column;
    const char *text, *line, *post;
  } cases[] = {
    { PLT_DEVIS_COLUMN_QUANTITY, "2", "2 000,00", "2 000,00 €" },
    { PLT_DEVIS_COLUMN_DURATION, "SEM_PREPA*2", "4 000,00", "4 000,00 €" },
    { PLT_DEVIS_COLUMN_TIMES, "3", "3 000,00", "3 000,00 €" },
    { PLT_DEVIS_COLUMN_RATE, "1 234,56 €", "1 234,56", "1 234,56 €" },
    { PLT_DEVIS_COLUMN_RATE, "=500*SEM_PREPA", "1 000,00", "1 000,00 €" },
  };
  const guint row = row_of (fixture, "11-01");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (
          plt_devis_model_try (fixture->model, row, cases[i].column, cases[i].text, &error));
      g_assert_no_error (error);
      assert_cell (fixture, "11-01", PLT_DEVIS_COLUMN_TOTAL, cases[i].line);
      assert_cell (fixture, "1", PLT_DEVIS_COLUMN_TOTAL, cases[i].post);
      /* nothing is written, and the session knows nothing of it */
      g_assert_cmpint (plt_session_get_budget (fixture->session)->total, ==, 430981);
    }
  g_assert_cmpint (plt_devis_model_get_figures (fixture->model)->total, ==, 430981);
  g_assert_true (plt_devis_model_is_trying (fixture->model));
  /* A name half typed leaves the figures as they are stored, with its sentence. */
  g_assert_false (
      plt_devis_model_try (fixture->model, row, PLT_DEVIS_COLUMN_QUANTITY, "2*SEM", &error));
  g_assert_nonnull (strstr (error->message, "SEM"));
  g_assert_nonnull (plt_devis_model_get_try_error (fixture->model));
  g_assert_false (plt_devis_model_is_trying (fixture->model));
  assert_cell (fixture, "1", PLT_DEVIS_COLUMN_TOTAL, "1 000,00 €");
  plt_devis_model_try (fixture->model, row, PLT_DEVIS_COLUMN_QUANTITY, "7", NULL);
  plt_devis_model_try (fixture->model, row, PLT_DEVIS_COLUMN_QUANTITY, NULL, NULL);
  assert_cell (fixture, "Total", PLT_DEVIS_COLUMN_TOTAL, "4 309,81 €");
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 0);
}

/* What may be typed in a formula, and what it means. */
static void
test_completions (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[]
      = { "SEM_PREPA\t2 · Préparation",
          "jours(\"NORA\")",
          "compte(\"22\")\tRéalisation",
          "ligne(\"11-01\")\tOption",
          "nombre(\"11-01\")\tOption",
          "jours_tournage\tshooting days of the schedule",
          "payes(role)\tdays worked and paid waiting of the role of the line",
          "essayages(role)\tdays of fittings of the role of the line",
          "repetitions(role)\tdays of rehearsal of the role of the line",
          "voyages(role)\ttravel days of the role of the line",
          "postsynchro(role)\tdays of dubbing of the role of the line",
          "preparation(engagement)\tpreparation of the engagement, in the unit of the line",
          "tournage(engagement)\tshooting of the engagement, in the unit of the line",
          "finitions(engagement)\tfinishing of the engagement, in the unit of the line",
          "tarif(engagement)\trate of the engagement of the line",
          "majorations(engagement)\tpremiums of the planned hours of the engagement",
          "majorations(fonction)\tpremiums of the planned hours of all who have the function",
          "bareme\tminimum of the pay scale for the function of the line" };
  g_auto (GStrv) found = plt_grid_model_get_completions (
      PLT_GRID_MODEL (fixture->model), row_of (fixture, "11-01"), PLT_DEVIS_COLUMN_RATE);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!g_strv_contains ((const char *const *) found, expected[i]))
      g_error ("%s is not proposed.", expected[i]);
}

/* A keystroke in a devis of 10 000 lines: the trial and the rows, within a frame of 16 ms. */
static void
test_keystroke (void)
{
  g_autoptr (PltStore) store = plt_test_devis_store_long (10000);
  g_autoptr (PltSession) session = plt_session_new (store);
  g_autoptr (PltDevisModel) model = plt_devis_model_new (session);
  gint64 best = G_MAXINT64, first = 0;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u*SEM_PREPA", 2 + i);
      const gint64 start = g_get_monotonic_time ();

      g_assert_true (plt_devis_model_try (model, 2, PLT_DEVIS_COLUMN_QUANTITY, text, NULL));
      if (i == 0)
        first = g_get_monotonic_time () - start;
      else
        best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("10 000 lines: a keystroke to all totals and rows in %" G_GINT64_FORMAT
                  " us, the first one in %" G_GINT64_FORMAT " us",
                  best, first);
}

/* ---- how long it takes ---- */

/* From a cell that changed to a grid that knows it, in the devis of a feature. */
static void
test_speed (void)
{
  g_autoptr (PltStore) store = plt_test_devis_store_long (700);
  g_autoptr (PltSession) session = plt_session_new (store);
  g_autoptr (PltDevisModel) model = plt_devis_model_new (session);
  const gint64 budget = plt_session_get_budget_id (session);
  gint64 best = G_MAXINT64;

  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (model)), >, 700);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("%u", 2 + i);
      gint64 start;

      plt_grid_model_set_text (PLT_GRID_MODEL (model), 2, PLT_DEVIS_COLUMN_QUANTITY, text, &error);
      g_assert_no_error (error);
      start = g_get_monotonic_time ();
      /* What a command ends with: facts, plan, devis and rows again, though of the same devis. */
      plt_session_look_at_budget (session, i % 2 == 0 ? budget : 0);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("700 lines: facts, plan, devis and rows again in %" G_GINT64_FORMAT " us", best);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/devis/rows", test_rows);
  TEST ("/devis/totals", test_totals);
  TEST ("/devis/totals-equal-engine", test_totals_equal_engine);
  TEST ("/devis/marks", test_marks);
  TEST ("/devis/sources", test_sources);
  TEST ("/devis/follows-plan", test_follows_plan);
  TEST ("/devis/figures", test_figures);
  TEST ("/devis/edit", test_edit);
  TEST ("/devis/refused", test_refused);
  TEST ("/devis/formula-error", test_formula_error);
  TEST ("/devis/just-emptied", test_just_emptied);
  TEST ("/devis/paste", test_paste);
  TEST ("/devis/add-line", test_add_line);
  TEST ("/devis/proposals", test_proposals);
  TEST ("/devis/duplicate-delete", test_duplicate_delete);
  TEST ("/devis/move", test_move);
  TEST ("/devis/insert", test_insert);
  TEST ("/devis/reveal", test_reveal);
  TEST ("/devis/copy-version", test_copy_version);
  TEST ("/devis/line-columns", test_line_columns);
  TEST ("/devis/rates", test_rates);
  TEST ("/devis/links", test_links);
  TEST ("/devis/incomplete", test_incomplete);
  TEST ("/devis/percentages", test_percentages);
  TEST ("/devis/levels", test_levels);
  TEST ("/devis/try", test_try);
  TEST ("/devis/completions", test_completions);
  g_test_add_func ("/devis/speed", test_speed);
  g_test_add_func ("/devis/keystroke", test_keystroke);
  return g_test_run ();
}

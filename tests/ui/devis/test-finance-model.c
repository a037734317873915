/* The plan de financement as a grid without a display. Against the devis of plt-test-devis.h,
 * 4 309,81:
 *   CNC 2 000,00 (applied for) ; producer 1 000,00 (acquired), 300,00 in kind (confirmed) ;
 *   region 500,00, refused: counts nothing ; broadcaster without an amount
 *   total 3 300,00 = 76,6 % ; missing 1 009,81 = 23,4 % */
#include "plt-finance-model.h"
#include "plt-funding-amount.h"
#include "plt-test-devis.h"

typedef struct
{
  PltStore *store;
  PltSession *session;
  PltFinanceModel *model;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  PltStore *store = plt_test_devis_store ();

  PLT_TEST_INSERT (store, "funding_source", "group", "cnc", "name", "Aide", "amount_cents", "2000",
                   "status", "demande");
  PLT_TEST_INSERT (store, "funding_source", "group", "apports-producteurs", "name", "Apport",
                   "amount_cents", "1000", "status", "acquis");
  PLT_TEST_INSERT (store, "funding_source", "group", "apports-producteurs", "name", "Matériel",
                   "amount_cents", "300", "status", "confirme", "nature", "nature");
  PLT_TEST_INSERT (store, "funding_source", "group", "regions", "name", "Région", "amount_cents",
                   "500", "status", "refuse");
  PLT_TEST_INSERT (store, "funding_source", "group", "diffuseurs", "name", "Chaîne", "status",
                   "espere");
  fixture->store = store;
  fixture->session = plt_session_new (store);
  fixture->model = plt_finance_model_new (fixture->session);
  fixture->before = plt_store_checksum (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->model);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->store);
  g_free (fixture->before);
}

static void
assert_column (Fixture *fixture, guint column, const char *expected)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plt_grid_model_get_n_rows (model); i++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (model, i, column, &cell);
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell.text);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

#define NAMES                                                                                      \
  "Producers|Apport|Matériel|CNC|Aide|Regions|Région|Broadcasters|Chaîne|Total|"                \
  "Missing against the budget"

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  assert_column (fixture, PLT_FINANCE_COLUMN_NAME, NAMES);
  assert_column (fixture, PLT_FINANCE_COLUMN_AMOUNT,
                 "1 300,00 €|1 000,00 €|300,00 €|2 000,00 €|2 000,00 €|0,00 €|500,00 €|0,00 €|—|"
                 "3 300,00 €|1 009,81 €");
  assert_column (fixture, PLT_FINANCE_COLUMN_SHARE,
                 "30,2 %|23,2 %|7 %|46,4 %|46,4 %|0 %||0 %||76,6 %|23,4 %");
  plt_grid_model_toggle (PLT_GRID_MODEL (fixture->model), 0, 0, NULL);
  assert_column (fixture, PLT_FINANCE_COLUMN_NAME,
                 "Producers|CNC|Aide|Regions|Région|Broadcasters|Chaîne|Total|"
                 "Missing against the budget");
  g_assert_cmpint (plt_finance_model_reveal (
                       fixture->model, plt_test_find (fixture->store, "funding_source", "Apport")),
                   ==, 1);
}

static void
test_gap (Fixture *fixture, gconstpointer data)
{
  const PltFinancePlan *plan = plt_finance_model_get_plan (fixture->model);
  g_autofree char *missing = plt_finance_plan_gap_text (plan);
  PltFinancePlan other = { .cost = plan->cost, .total = plan->cost };
  g_autofree char *equal = plt_finance_plan_gap_text (&other);
  g_autofree char *more = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpint (plan->total, ==, 330000);
  g_assert_cmpint (plan->total, ==,
                   plt_funding_sum (plt_session_get_facts (fixture->session),
                                    plt_session_get_budget (fixture->session), NULL));
  g_assert_cmpint (plan->in_kind, ==, 30000);
  g_assert_cmpstr (missing, ==, "1 009,81 € are missing, that is 23,4 % of the budget.");
  g_assert_cmpstr (equal, ==, "The financing equals the budget.");
  other.total += 1;
  more = plt_finance_plan_gap_text (&other);
  g_assert_cmpstr (more, ==, "0,01 € too much, that is 0 % of the budget.");
  other.cost = PLT_UNKNOWN;
  none = plt_finance_plan_gap_text (&other);
  g_assert_cmpstr (none, ==, "There is no budget to compare with.");
}

static void
test_shares (void)
{
  static const struct
  {
    PltMoney part, whole;
    const char *expected;
  } cases[] = {
    { 1, 3, "33,3 %" }, { 2, 3, "66,7 %" },      { 0, 100, "0 %" },        { 5, 0, "—" },
    { 1, 1, "100 %" },  { 999, 1000, "99,9 %" }, { PLT_UNKNOWN, 10, "—" }, { 15, 10, "150 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = plt_devis_format_share (plt_devis_share_e6 (cases[i].part, cases[i].whole));

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  const PltGridEdit paste[] = { { 1, PLT_FINANCE_COLUMN_AMOUNT, "1500" },
                                { 1, PLT_FINANCE_COLUMN_STATUS, "Confirmed by letter" },
                                { 2, PLT_FINANCE_COLUMN_AMOUNT, "0" } };
  guint steps = plt_test_n_steps (fixture->store);

  g_assert_true (plt_grid_model_set_many (model, paste, G_N_ELEMENTS (paste), 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  plt_assert_undo_redo (fixture->store, fixture->before);
  g_assert_true (plt_grid_model_set_text (model, 1, PLT_FINANCE_COLUMN_AMOUNT, "4009,81", &error));
  assert_column (fixture, PLT_FINANCE_COLUMN_STATUS,
                 "|Confirmed by letter|Confirmed by letter||Applied for||Refused||Hoped for||");
  g_assert_false (plt_grid_model_set_text (model, 1, PLT_FINANCE_COLUMN_AMOUNT, "x", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (plt_grid_model_set_text (model, 0, PLT_FINANCE_COLUMN_AMOUNT, "1", &error));
  g_assert_nonnull (error);
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);

  /* Aide before Matériel: among the producers. */
  g_assert_true (plt_grid_model_move_rows (model, 4, 1, 2, &error));
  g_assert_no_error (error);
  assert_column (fixture, PLT_FINANCE_COLUMN_NAME,
                 "Producers|Apport|Aide|Matériel|Regions|Région|Broadcasters|Chaîne|Total|"
                 "Missing against the budget");
  plt_assert_undo_redo (fixture->store, fixture->before);
  plt_store_undo (fixture->store, NULL);
  g_assert_true (plt_grid_model_insert_rows (model, 4, 1, &error));
  assert_column (fixture, PLT_FINANCE_COLUMN_NAME,
                 "Producers|Apport|Matériel|CNC|Aide|New source|Regions|Région|Broadcasters|"
                 "Chaîne|Total|Missing against the budget");
  g_assert_true (plt_grid_model_delete_rows (model, 4, 2, &error));
  g_assert_no_error (error);
  assert_column (fixture, PLT_FINANCE_COLUMN_NAME,
                 "Producers|Apport|Matériel|Regions|Région|Broadcasters|Chaîne|Total|"
                 "Missing against the budget");
  g_assert_false (plt_grid_model_delete_rows (model, 0, 1, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "Only sources");
  g_clear_error (&error);
  g_assert_false (plt_grid_model_move_rows (model, 0, 1, 3, &error));
  g_assert_nonnull (error);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/finance/rows", test_rows);
  TEST ("/finance/figures", test_gap);
  g_test_add_func ("/finance/shares", test_shares);
  TEST ("/finance/edit", test_edit);
  TEST ("/finance/lines", test_lines);
  return g_test_run ();
}

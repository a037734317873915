/* What the pages of the financing show and write, without a display. Against the devis of
 * plt-test-devis.h, 4 309,81: producer 1 000,00, CNC 2 000,00: 1 309,81 are missing. */
#include <string.h>

#include "plt-finance-instalments.h"
#include "plt-finance-model.h"
#include "plt-finance-scenarios.h"
#include "plt-finance-tax-lines.h"
#include "plt-finance-tax.h"
#include "plt-paths.h"
#include "plt-test-devis.h"

typedef struct
{
  PltStore *store;
  PltSession *session;
  PltFinanceModel *model;
  gint64 producer, cnc;
  char *before;
} Fixture;

static void
keep_referentials (PltStore *store)
{
  for (guint i = 0; plt_tax_referentials[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", plt_tax_referentials[i]);
      g_autofree char *content = plt_paths_read (path, NULL, NULL);

      g_assert_nonnull (content);
      PLT_TEST_INSERT (store, "referential", "name", plt_tax_referentials[i], "content", content);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  PltStore *store = plt_test_devis_store ();

  keep_referentials (store);
  plt_store_set (store, "production", 1, "kind", "long-metrage", NULL);
  fixture->producer
      = PLT_TEST_INSERT (store, "funding_source", "group", "apports-producteurs", "name", "Apport",
                         "amount_cents", "1000", "status", "acquis");
  fixture->cnc = PLT_TEST_INSERT (store, "funding_source", "group", "cnc", "name", "Avance",
                                  "amount_cents", "2000", "status", "demande");
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

static const PltFacts *
facts_of (Fixture *fixture)
{
  return plt_session_get_facts (fixture->session);
}

static guint
row_of (Fixture *fixture, gint64 source)
{
  const int row = plt_finance_model_reveal (fixture->model, source);

  g_assert_cmpint (row, >=, 0);
  return (guint) row;
}

static void
count_tried (guint *n)
{
  (*n)++;
}

/* Each keystroke changes the gap, and nothing is written. */
static void
test_try (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  const guint row = row_of (fixture, fixture->producer);
  g_autoptr (GError) error = NULL;
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  g_autofree char *after = NULL;
  guint n = 0;

  g_signal_connect_swapped (fixture->model, "tried", G_CALLBACK (count_tried), &n);
  g_assert_cmpint (plt_finance_model_get_plan (fixture->model)->gap, ==, 130981);
  g_assert_true (plt_grid_model_try_text (model, row, PLT_FINANCE_COLUMN_AMOUNT, "1300", NULL));
  g_assert_true (plt_finance_model_is_trying (fixture->model));
  g_assert_cmpint (plt_finance_model_get_plan (fixture->model)->gap, ==, 100981);
  plt_grid_model_get_cell (model, row - 1, PLT_FINANCE_COLUMN_AMOUNT, &cell);
  g_assert_cmpstr (cell.text, ==, "1 300,00 €"); /* the group */
  /* refused, it counts nothing */
  g_assert_true (plt_grid_model_try_text (model, row, PLT_FINANCE_COLUMN_STATUS, "Refused", NULL));
  g_assert_cmpint (plt_finance_model_get_plan (fixture->model)->gap, ==, 230981);
  g_assert_false (plt_grid_model_try_text (model, row, PLT_FINANCE_COLUMN_AMOUNT, "x", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (plt_finance_model_get_plan (fixture->model)->gap, ==, 130981);
  g_assert_true (plt_grid_model_try_text (model, row, PLT_FINANCE_COLUMN_AMOUNT, NULL, NULL));
  g_assert_false (plt_finance_model_is_trying (fixture->model));
  g_assert_cmpuint (n, >=, 3);
  after = plt_store_checksum (fixture->store);
  g_assert_cmpstr (after, ==, fixture->before);
}

/* A block pasted below the totals makes sources. */
static void
test_new_rows (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  const int n = (int) plt_grid_model_get_n_rows (model);
  const PltGridEdit edits[] = {
    { n, PLT_FINANCE_COLUMN_NAME, "Région" },     { n, PLT_FINANCE_COLUMN_AMOUNT, "500" },
    { n, PLT_FINANCE_COLUMN_SHARE, "12 %" },      { n, PLT_FINANCE_COLUMN_GROUP, "Regions" },
    { n + 1, PLT_FINANCE_COLUMN_NAME, "Mécène" },
  };
  const PltGridEdit nameless[] = { { n, PLT_FINANCE_COLUMN_AMOUNT, "500" } };
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_grid_model_set_many (model, nameless, 1, 1, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "name");
  g_clear_error (&error);
  g_assert_true (plt_grid_model_set_many (model, edits, G_N_ELEMENTS (edits), 2, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (facts_of (fixture)->funding.n, ==, 4);
  g_assert_cmpstr (facts_of (fixture)->funding.items[2].group, ==, "regions");
  g_assert_cmpstr (facts_of (fixture)->funding.items[3].group, ==, "divers");
  g_assert_cmpint (plt_finance_model_get_plan (fixture->model)->gap, ==, 80981);
  plt_assert_undo_redo (fixture->store, fixture->before);
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 made;

  PLT_TEST_INSERT (fixture->store, "instalment", "funding_source", "Avance", "label", "Solde",
                   "share_e6", "100 %");
  made = plt_finance_model_duplicate (fixture->model, row_of (fixture, fixture->cnc), 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (made, !=, 0);
  g_assert_cmpint (row_of (fixture, made), ==, row_of (fixture, fixture->cnc) + 1);
  g_assert_cmpuint (facts_of (fixture)->instalments.n, ==, 2);
  g_assert_cmpint (facts_of (fixture)->instalments.items[1].funding_source, ==, made);
  g_assert_cmpint (plt_finance_model_duplicate (fixture->model, 0, 1, &error), ==, 0);
  plt_assert_says (error, PLT_ERROR_INVALID, "Choose a source");
}

/* What follows the devis is not typed until it is broken off; it then keeps its amount. */
static void
test_mirror (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  g_autoptr (GError) error = NULL;
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  guint row;

  plt_store_set (fixture->store, "funding_source", fixture->producer, "mirror", "frais-generaux",
                 &error);
  g_assert_no_error (error);
  row = row_of (fixture, fixture->producer);
  plt_grid_model_get_cell (model, row, PLT_FINANCE_COLUMN_AMOUNT, &cell);
  g_assert_cmpstr (cell.text, ==, "257,85 €");
  g_assert_true (cell.flags & PLT_GRID_CELL_LINK);
  g_assert_false (plt_grid_model_set_text (model, row, PLT_FINANCE_COLUMN_AMOUNT, "1", &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "follows the budget");
  g_clear_error (&error);
  g_assert_true (plt_finance_model_break_mirror (fixture->model, row, &error));
  g_assert_cmpint (facts_of (fixture)->funding.items[0].amount_cents, ==, 25785);
  g_assert_cmpstr (facts_of (fixture)->funding.items[0].mirror, ==, "");
  g_assert_false (plt_finance_model_break_mirror (fixture->model, row, &error));
  g_assert_nonnull (error);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  plt_finance_model_set_search (fixture->model, "avan");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 4);
  g_assert_cmpint (plt_finance_model_get_plan (fixture->model)->total, ==, 300000);
  plt_finance_model_set_search (fixture->model, "rien de tel");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 0);
  g_assert_cmpint (plt_finance_model_reveal (fixture->model, fixture->cnc), >=, 0);
}

/* ---- instalments ---- */

static void
test_instalments (Fixture *fixture, gconstpointer data)
{
  const PltBudget *budget = plt_session_get_budget (fixture->session);
  g_autofree char *content = plt_paths_read ("referentials/echeanciers.tsv", NULL, NULL);
  g_autoptr (PltReferential) table = plt_referential_parse (content);
  g_autoptr (GArray) presets = plt_instalment_presets (table, "sofica");
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) rest = plt_batch_new ();
  PltInstalmentSum sum = plt_instalment_sum (facts_of (fixture), budget, fixture->cnc);

  g_assert_cmpint (sum.left, ==, 200000);
  g_assert_cmpint (sum.left_e6, ==, PLT_RATE_ONE);
  g_assert_cmpstr (g_array_index (presets, PltInstalmentPreset, 0).code, ==, "sofica");
  g_assert_true (g_array_index (presets, PltInstalmentPreset, 0).fits);
  g_assert_true (g_array_index (presets, PltInstalmentPreset, 0).sure);
  g_assert_false (
      plt_instalment_apply_preset (facts_of (fixture), table, "rien", fixture->cnc, batch));
  g_assert_true (plt_instalment_apply_preset (facts_of (fixture), table, "chaine-20-40-30-10",
                                              fixture->cnc, batch));
  g_assert_true (plt_store_apply (fixture->store, "x", NULL, batch, NULL, NULL));
  sum = plt_instalment_sum (facts_of (fixture), plt_session_get_budget (fixture->session),
                            fixture->cnc);
  g_assert_cmpuint (sum.n, ==, 4);
  g_assert_cmpint (sum.left, ==, 0);
  /* the third of them, 30 %, is taken away: 600,00 are left */
  plt_store_delete (fixture->store, "instalment", facts_of (fixture)->instalments.items[2].id,
                    NULL);
  budget = plt_session_get_budget (fixture->session);
  sum = plt_instalment_sum (facts_of (fixture), budget, fixture->cnc);
  g_assert_cmpint (sum.left, ==, 60000);
  g_assert_cmpint (sum.left_e6, ==, 300000);
  g_assert_true (plt_instalment_add_rest (facts_of (fixture), budget, fixture->cnc, "Solde", rest));
  g_assert_true (plt_store_apply (fixture->store, "x", NULL, rest, NULL, NULL));
  sum = plt_instalment_sum (facts_of (fixture), plt_session_get_budget (fixture->session),
                            fixture->cnc);
  g_assert_cmpint (sum.left, ==, 0);
  g_assert_false (plt_instalment_add_rest (
      facts_of (fixture), plt_session_get_budget (fixture->session), fixture->cnc, "Solde", rest));
}

/* Every usual schedule shares out the whole. */
static void
test_presets (void)
{
  g_autofree char *content = plt_paths_read ("referentials/echeanciers.tsv", NULL, NULL);
  g_autoptr (PltReferential) table = plt_referential_parse (content);
  g_autoptr (GArray) presets = plt_instalment_presets (table, NULL);
  const PltColumn *event = plt_table_column (plt_table_find ("instalment"), "event");

  g_assert_cmpuint (presets->len, >=, 5);
  for (guint i = 0; i < presets->len; i++)
    {
      gint64 sum = 0;

      for (guint r = 0; r < plt_referential_n_rows (table); r++)
        if (strcmp (plt_referential_get (table, r, "code"),
                    g_array_index (presets, PltInstalmentPreset, i).code)
            == 0)
          {
            const PltValue value
                = { PLT_VALUE_TEXT, 0, (char *) plt_referential_get (table, r, "evenement") };

            sum += g_ascii_strtoll (plt_referential_get (table, r, "part_e6"), NULL, 10);
            g_assert_true (plt_column_check (event, &value, NULL));
          }
      g_assert_cmpint (sum, ==, PLT_RATE_ONE);
    }
}

/* ---- tax credit ---- */

static void
test_tax (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltTaxEstimate) estimate = plt_finance_tax_estimate (fixture->session, &error);
  g_autoptr (PltFinanceTable) steps = plt_finance_table_new ();
  g_autoptr (PltFinanceTable) files = plt_finance_table_new ();
  g_autoptr (PltFinanceTaxLines) lines = plt_finance_tax_lines_new (fixture->session);
  g_autofree char *summary = NULL;
  const PltGridEdit fill[] = { { 0, PLT_TAX_LINE_BOX, "Yes" }, { 1, PLT_TAX_LINE_BOX, "Yes" } };

  g_assert_no_error (error);
  plt_finance_tax_fill_steps (steps, estimate);
  plt_finance_tax_fill_files (files, estimate);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (steps)), >,
                    estimate->credit->steps->len + 4);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (files)), ==,
                    estimate->file->items->len + 2);
  g_assert_cmpstr (plt_finance_table_get_text (steps, 0, 0), ==, "The count, step by step");
  g_assert_cmpstr (plt_finance_table_get_ref (steps, 1).table, ==, PLT_FINANCE_DOOR_LINES);
  plt_finance_tax_lines_fill (lines, estimate);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (lines)), ==, 3);
  plt_finance_tax_lines_filter (lines, NULL, PLT_TAX_TAKEN);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (lines)), ==, 0);
  plt_finance_tax_lines_filter (lines, NULL, -1);
  g_assert_true (plt_grid_model_set_many (PLT_GRID_MODEL (lines), fill, 2, 0, &error));
  g_assert_cmpstr (facts_of (fixture)->lines.items[0].tax_credit, ==, "oui");
  g_assert_cmpstr (facts_of (fixture)->lines.items[1].tax_credit, ==, "oui");
  plt_assert_undo_redo (fixture->store, fixture->before);
  g_assert_false (
      plt_grid_model_set_text (PLT_GRID_MODEL (lines), 0, PLT_TAX_LINE_PAID, "1", &error));
  summary = plt_finance_tax_lines_get_summary (lines);
  g_assert_true (g_str_has_prefix (summary, "3 lines"));
}

static void
test_tax_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *const *names = plt_tax_option_names ();

  for (guint i = 0; plt_finance_tax_settings[i].name != NULL; i++)
    {
      const PltFinanceTaxSetting *setting = &plt_finance_tax_settings[i];

      g_assert_true (g_strv_contains (names, setting->name));
      for (guint v = 0; v < G_N_ELEMENTS (setting->values) && setting->values[v] != NULL; v++)
        {
          g_assert_nonnull (setting->titles[v]);
          g_assert_true (
              plt_finance_tax_set (fixture->session, setting->name, setting->values[v], &error));
          g_assert_no_error (error);
          g_assert_cmpstr (plt_finance_tax_get (facts_of (fixture), setting->name), ==,
                           setting->values[v]);
        }
    }
  g_assert_true (plt_finance_tax_set (fixture->session, "minutes", "90", &error));
  g_assert_true (plt_finance_tax_set (fixture->session, "minutes", "", &error));
  g_assert_cmpstr (plt_finance_tax_get (facts_of (fixture), "minutes"), ==, "");
  g_assert_false (plt_finance_tax_set (fixture->session, "minutes", "longtemps", &error));
  g_assert_nonnull (error);
}

/* The prudent amount goes to one source, made when there is none. */
static void
test_tax_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltTaxEstimate) estimate = plt_finance_tax_estimate (fixture->session, &error);
  const PltFundingFacts *made;

  estimate->credit->prudent = 123400;
  g_assert_true (plt_finance_tax_report (fixture->session, estimate, &error));
  made = &facts_of (fixture)->funding.items[2];
  g_assert_cmpstr (made->group, ==, "credit-impot");
  g_assert_cmpint (made->amount_cents, ==, 123400);
  g_assert_true (plt_finance_tax_report (fixture->session, estimate, &error));
  g_assert_cmpuint (facts_of (fixture)->funding.n, ==, 3);
  /* two coproducers share it as they do now; two that say nothing share it alike */
  PLT_TEST_INSERT (fixture->store, "funding_source", "group", "credit-impot", "name", "Part B",
                   "amount_cents", "3702");
  estimate->credit->prudent = 100001;
  g_assert_true (plt_finance_tax_report (fixture->session, estimate, &error));
  g_assert_cmpint (facts_of (fixture)->funding.items[2].amount_cents, ==, 25000);
  g_assert_cmpint (facts_of (fixture)->funding.items[3].amount_cents, ==, 75001);
  g_assert_true (plt_store_undo (fixture->store, &error));
  g_assert_cmpint (facts_of (fixture)->funding.items[3].amount_cents, ==, 370200);
  estimate->credit->prudent = PLT_UNKNOWN;
  g_assert_false (plt_finance_tax_report (fixture->session, estimate, &error));
  g_assert_nonnull (error);
}

/* ---- scenarios ---- */

static void
test_scenarios (Fixture *fixture, gconstpointer data)
{
  const PltPlan *plan = plt_session_get_plan (fixture->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltFinanceTable) table = plt_finance_table_new ();
  g_autoptr (PltFinanceTable) losses_table = plt_finance_table_new ();
  g_autoptr (PltFinanceComparison) comparison = NULL;
  g_autoptr (PltFinancePlan) with = NULL;
  g_autoptr (GArray) losses = NULL;
  gint64 ids[3] = { 0 };

  ids[1] = PLT_TEST_INSERT (fixture->store, "scenario", "name", "Sans l’avance", "kind",
                            "financement");
  PLT_TEST_INSERT (fixture->store, "scenario_change", "scenario", "Sans l’avance", "kind",
                   "source-absente", "funding_source", "Avance");
  plt_finance_copy_scenario (facts_of (fixture), ids[1], "Copie", batch);
  g_assert_true (plt_store_apply (fixture->store, "x", NULL, batch, NULL, NULL));
  g_assert_cmpuint (facts_of (fixture)->scenarios.n, ==, 2);
  g_assert_cmpuint (facts_of (fixture)->scenario_changes.n, ==, 2);
  ids[2] = facts_of (fixture)->scenarios.items[1].id;
  plan = plt_session_get_plan (fixture->session);
  comparison = plt_finance_compare (facts_of (fixture), plan,
                                    plt_session_get_budget (fixture->session), ids, 3);
  plt_finance_fill_comparison (table, comparison, FALSE);
  g_assert_cmpuint (plt_grid_model_get_n_columns (PLT_GRID_MODEL (table)), ==, 4);
  g_assert_cmpstr (plt_finance_table_get_text (table, 3, 0), ==, "Missing");
  g_assert_cmpstr (plt_finance_table_get_text (table, 3, 1), ==, "1 309,81 €");
  g_assert_cmpstr (plt_finance_table_get_text (table, 3, 2), ==, "3 309,81 €");
  g_assert_cmpstr (plt_finance_table_get_text (table, 3, 3), ==, "3 309,81 €");
  with = plt_finance_plan_new (facts_of (fixture), plan, plt_session_get_budget (fixture->session),
                               FALSE);
  losses = plt_finance_losses (facts_of (fixture), plan, plt_session_get_budget (fixture->session),
                               with);
  plt_finance_fill_losses (losses_table, losses);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (losses_table)), ==, 2);
  g_assert_cmpstr (plt_finance_table_get_ref (losses_table, 0).table, ==, "funding_source");
}

/* ---- what goes with a source ---- */

static void
keep_text (
    PltSession *session, const char *text, const char *button, const char *action, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (text);
}

static guint
count_losses (Fixture *fixture)
{
  const PltPlan *plan = plt_session_get_plan (fixture->session);
  const PltBudget *budget = plt_session_get_budget (fixture->session);
  g_autoptr (PltFinancePlan) with = plt_finance_plan_new (facts_of (fixture), plan, budget, FALSE);
  g_autoptr (GArray) losses = plt_finance_losses (facts_of (fixture), plan, budget, with);

  return losses->len;
}

/* A source takes its instalments along: the sentence says so, what would be lost is counted again,
 * and undoing brings all of it back. Findings are looked for when there is time. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = plt_paths_read ("referentials/echeanciers.tsv", NULL, NULL);
  g_autoptr (PltReferential) table = plt_referential_parse (content);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *told = NULL;
  guint losses, n_looked = 0;

  g_assert_true (plt_instalment_apply_preset (facts_of (fixture), table, "chaine-20-40-30-10",
                                              fixture->cnc, batch));
  g_assert_true (plt_store_apply (fixture->store, "x", NULL, batch, NULL, NULL));
  losses = count_losses (fixture);
  g_signal_connect (fixture->session, "toast", G_CALLBACK (keep_text), &told);
  g_signal_connect_swapped (fixture->session, "issues-changed", G_CALLBACK (count_tried),
                            &n_looked);
  plt_session_get_issues (fixture->session);
  g_assert_true (plt_session_delete (fixture->session, "funding_source", &fixture->cnc, 1, NULL));
  g_assert_nonnull (strstr (told, "Avance"));
  g_assert_nonnull (strstr (told, "Instalments 4"));
  g_assert_cmpuint (facts_of (fixture)->instalments.n, ==, 0);
  g_assert_cmpuint (count_losses (fixture), ==, losses - 1);
  g_assert_false (plt_session_has_issues (fixture->session));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (plt_session_has_issues (fixture->session));
  g_assert_cmpuint (n_looked, >=, 1);
  g_assert_true (plt_session_undo (fixture->session));
  g_assert_cmpuint (facts_of (fixture)->instalments.n, ==, 4);
  g_assert_cmpuint (count_losses (fixture), ==, losses);
  /* what belongs to nobody goes alone */
  g_assert_true (
      plt_session_delete (fixture->session, "funding_source", &fixture->producer, 1, NULL));
  g_assert_null (strstr (told, "With it"));
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/finance-pages/try", test_try);
  TEST ("/finance-pages/new-rows", test_new_rows);
  TEST ("/finance-pages/duplicate", test_duplicate);
  TEST ("/finance-pages/mirror", test_mirror);
  TEST ("/finance-pages/search", test_search);
  TEST ("/finance-pages/instalments", test_instalments);
  g_test_add_func ("/finance-pages/presets", test_presets);
  TEST ("/finance-pages/tax", test_tax);
  TEST ("/finance-pages/tax-settings", test_tax_settings);
  TEST ("/finance-pages/tax-report", test_tax_report);
  TEST ("/finance-pages/scenarios", test_scenarios);
  TEST ("/finance-pages/delete", test_delete);
  return g_test_run ();
}

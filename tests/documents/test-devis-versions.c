/* The papers on versions of the devis: the small production gets a second version in which
 * salaries, lines, a variable and a percentage change and money goes from one post to another. */
#include <string.h>

#include "plt-budget-version.h"
#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-document-private.h"
#include "plt-load.h"
#include "plt-rows.h"
#include "plt-test-golden.h"
#include "plt-test-paper.h"
#include "plt-test-papers.h"

static char *
dump (PltStore *store, const char *kind, const char *params, GError **error)
{
  g_autoptr (PltDocument) document = plt_test_paper_try (store, kind, params, error);

  return document != NULL ? plt_document_dump (document, PLT_DUMP_ALL) : NULL;
}

static gint64
line_of (const PltFacts *facts, gint64 budget, const char *label)
{
  for (guint i = 0; i < facts->lines.n; i++)
    if (facts->lines.items[i].budget == budget && g_str_equal (facts->lines.items[i].label, label))
      return facts->lines.items[i].id;
  g_error ("no line %s", label);
}

static gint64
copy (PltStore *store, gint64 from, const char *name)
{
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  gint64 handle = plt_budget_copy (facts, from, name, batch, NULL);

  plt_batch_update (batch, "production", 1);
  plt_batch_set_integer (batch, "budget", handle);
  g_assert_true (plt_store_apply (store, "Copy", NULL, batch, &ids, NULL));
  return g_array_index (ids, gint64, -handle - 1);
}

static void
transfer (PltStore *store, gint64 to)
{
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, to, plan);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltTransferAsk ask = { "66",
                         "71",
                         30000,
                         "Deux jours de drone de plus",
                         "Anselme Guivarc’h",
                         plt_date_from_ymd (2026, 9, 30) };

  g_assert_cmpint (plt_budget_transfer (facts, budget, &ask, batch, NULL), !=, 0);
  g_assert_true (plt_store_apply (store, "Transfer", NULL, batch, NULL, NULL));
}

static PltStore *
make (void)
{
  PltStore *store = plt_test_store_papers ();
  g_autoptr (PltFacts) facts = NULL;
  gint64 second;

  PLT_TEST_INSERT (store, "budget_global", "budget", "1", "name", "SEM_PREPA", "value", "3,5",
                   "label", "Semaines de préparation");
  second = copy (store, 1, "Devis");
  facts = plt_facts_load (store, NULL);
#define SET(label, column, text)                                                                   \
  g_assert_true (                                                                                  \
      plt_store_set (store, "budget_line", line_of (facts, second, label), column, text, NULL))
  SET ("Nora", "rate_cents", "450");
  SET ("Nora", "note", "Accord de l’agent du 28 septembre.");
  SET ("Directeur de production", "duration", "SEM_PREPA+1");
  SET ("Cantine", "quantity", "28");
  SET ("Location de la ferme", "label", "Location de la ferme et de la grange");
#undef SET
  g_assert_true (
      plt_store_delete (store, "budget_line", line_of (facts, second, "Drone et pilote"), NULL));
  g_assert_true (
      plt_store_set (store, "budget_global", facts->globals.items[1].id, "value", "4", NULL));
  g_assert_true (plt_store_set (store, "budget", second, "overheads_e6", "8 %", NULL));
  transfer (store, second);
  return store;
}

static void
test_goldens (void)
{
  static const struct
  {
    const char *kind, *params, *golden;
  } cases[] = {
    { "devis-comparatif", "", "devis-comparatif-deux.txt" },
    { "devis-comparatif", "v1=v4|v2=v5|detail=lignes", "devis-comparatif-lignes.txt" },
    { "devis-ecarts", "", "devis-ecarts-deux.txt" },
  };
  g_autoptr (PltStore) store = make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dump (store, cases[i].kind, cases[i].params, NULL);

      plt_assert_golden (cases[i].golden, text);
    }
}

static void
test_params (void)
{
  g_autoptr (PltStore) store = make ();
  g_autofree char *posts = dump (store, "devis-comparatif", "detail=postes", NULL);
  g_autofree char *back = dump (store, "devis-ecarts", "a=v5|b=v4", NULL);
  g_autofree char *sorted = dump (store, "devis-ecarts", "tri=compte", NULL);
  g_autofree char *first = dump (store, "devis-ecarts", "b=v4", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (posts, "Détail"));
  g_assert_nonnull (strstr (back, "ajoutée"));
  g_assert_null (strstr (back, "supprimée\n"));
  g_assert_null (strstr (back, "Deux jours de drone")); /* the version after has no transfer */
  g_assert_true (strstr (sorted, "Directeur de production") < strstr (sorted, "Nora"));
  g_assert_nonnull (strstr (first, "Aucune version ne précède"));
  g_assert_null (dump (store, "devis-ecarts", "a=v9", &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "v9");
  g_clear_error (&error);
  g_assert_null (dump (store, "devis-comparatif", "v3=Introuvable", &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "Introuvable");
}

/* The first version is the current one: it is compared with the last that was made of it. */
static void
test_first_is_current (void)
{
  static const char *const kinds[] = { "devis-comparatif", "devis-ecarts" };
  g_autoptr (PltStore) store = make ();
  g_autoptr (GError) error = NULL;

  plt_store_set (store, "production", 1, "budget", "1", &error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = dump (store, kinds[i], "", NULL);

      g_test_message ("%s", kinds[i]);
      g_assert_nonnull (strstr (text, "v4"));
      g_assert_nonnull (strstr (text, "v5"));
    }
}

/* The rows of what changed add up to the difference of the totals, whatever the order. */
static void
test_adds_up (void)
{
  static const char *const orders[] = { "tri=montant", "tri=compte" };
  g_autoptr (PltStore) store = make ();

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      g_autoptr (PltDocument) document
          = plt_test_paper_try (store, "devis-ecarts", orders[o], NULL);
      const PltDocTable *table = plt_document_find_table (document, "Écarts");
      const PltDocTable *posts = plt_document_find_table (document, "Par poste");
      PltMoney sum = 0;

      g_assert_nonnull (table);
      for (guint i = 1; i + 1 < table->rows->len; i++)
        sum += plt_doc_table_get_cell (table, i, 4)->number;
      g_assert_cmpint (sum, !=, 0);
      g_assert_cmpint (plt_doc_table_get_cell (table, table->rows->len - 1, 4)->number, ==, sum);
      g_assert_cmpint (plt_doc_table_get_cell (posts, posts->rows->len - 1, 4)->number, ==, sum);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/devis-versions/goldens", test_goldens);
  g_test_add_func ("/devis-versions/params", test_params);
  g_test_add_func ("/devis-versions/first-is-current", test_first_is_current);
  g_test_add_func ("/devis-versions/adds-up", test_adds_up);
  return g_test_run ();
}

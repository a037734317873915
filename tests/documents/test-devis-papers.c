/* The devis on paper: its figures, its parameters, what it says when something is missing, and the
 * formulas of its workbook. */
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-document-private.h"
#include "plt-error.h"
#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-rows.h"
#include "plt-test-devis-paper.h"
#include "plt-test-golden.h"
#include "plt-test-paper.h"
#include "plt-test-papers.h"

#define EDITION "2026-11-10"

static PltDocument *
build (PltStore *store, const char *kind, const char *params)
{
  g_autofree char *all = g_strconcat ("date=" EDITION "|", params, NULL);

  return plt_test_paper (store, kind, all);
}

static PltStore *
store_devis (gboolean wrong)
{
  return plt_test_store_devis (g_getenv ("PLATEAU_DATADIR"), wrong);
}

/* The cell of a column by its id, in the row of that text; NULL when there is no such row. */
static const PltDocCell *
find_cell (const PltDocument *document, const char *table_name, const char *text, const char *id)
{
  const PltDocTable *table = plt_document_find_table (document, table_name);
  guint column = 0;

  g_assert_nonnull (table);
  while (column < table->n_columns && g_strcmp0 (table->columns[column].id, id) != 0)
    column++;
  for (guint row = 0; column < table->n_columns && row < table->rows->len; row++)
    for (guint c = 0; c < table->n_columns; c++)
      {
        const PltDocCell *cell = plt_doc_table_get_cell (table, row, c);

        if (cell != NULL && strcmp (cell->text, text) == 0)
          return plt_doc_table_get_cell (table, row, column);
      }
  return NULL;
}

#define assert_money(document, table, text, id, expected)                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const PltDocCell *cell_ = find_cell ((document), (table), (text), (id));                       \
    g_assert_nonnull (cell_);                                                                      \
    g_assert_cmpint (cell_->kind, ==, PLT_CELL_MONEY);                                             \
    g_assert_cmpint (cell_->number, ==, (expected));                                               \
  }                                                                                                \
  G_STMT_END

#define assert_formula(document, table, text, id, expected)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const PltDocCell *cell_ = find_cell ((document), (table), (text), (id));                       \
    g_assert_nonnull (cell_);                                                                      \
    g_assert_cmpstr (cell_->formula, ==, (expected));                                              \
  }                                                                                                \
  G_STMT_END

static void
test_goldens (void)
{
  static const struct
  {
    const char *kind, *params, *golden;
    gboolean wrong;
  } cases[] = {
    { "devis", "", "devis-formules.txt", FALSE },
    { "devis", "", "devis-incomplet.txt", TRUE },
    { "devis", "tarifs=non|variables=non", "devis-sans-tarifs.txt", FALSE },
    { "devis", "niveau=sous-postes", "devis-sous-postes.txt", FALSE },
    { "devis-recap", "", "devis-recap-formules.txt", FALSE },
    { "bareme", "", "bareme-une-a-une.txt", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltStore) store = store_devis (cases[i].wrong);
      g_autoptr (PltDocument) document = build (store, cases[i].kind, cases[i].params);
      g_autofree char *text = plt_document_dump (document, PLT_DUMP_STYLES | PLT_DUMP_FORMULAS);

      plt_assert_golden (cases[i].golden, text);
    }
}

static void
test_published (void)
{
  g_autoptr (PltStore) store = plt_test_store_published ();
  g_autoptr (PltDocument) document = build (store, "devis", "");
  g_autoptr (PltDocument) recap = build (store, "devis-recap", "");

  assert_money (document, "Récapitulatif", "Droits artistiques", "montant", 61250000);
  assert_money (document, "Récapitulatif", "Personnel", "montant", 149284800);
  assert_money (document, "Détail", "Équipe préparation et tournage", "total", 62478000);
  assert_money (recap, "Récapitulatif", "Total des postes 1 à 9", "montant", 61250000 + 149284800);
}

/* Worked by hand: 0,5 × −100,05 = −50,025 rounds away from zero; 3 × 0,5 × 1,5 × 333,33 = 749,9925;
 * 30 × 480 × 1,2 = 17 280. */
static void
test_amounts (void)
{
  g_autoptr (PltStore) store = store_devis (FALSE);
  g_autoptr (PltDocument) document = build (store, "devis", "tout=oui");

  assert_money (document, "Détail", "Remise", "montant", -5003);
  assert_money (document, "Détail", "Traduction", "montant", 74999);
  assert_money (document, "Détail", "Caméra et optiques", "montant", 1728000);
  assert_money (document, "Détail", "Non utilisée", "montant", 0);
}

/* A formula that a spreadsheet would call a cycle is a value on the sheet of facts. */
static void
test_formulas (void)
{
  g_autoptr (PltStore) store = store_devis (FALSE);
  g_autoptr (PltDocument) document = build (store, "devis", "tout=oui");

  assert_formula (document, "Variables", "G1", "valeur", "=ROUND({SEM}*5,6)");
  assert_formula (document, "Variables", "R1C1", "valeur", "=INT(-2.5+0.5)+(-INT(-2.1))");
  assert_formula (document, "Détail", "Directeur de production", "duree", "={SEM}+4");
  assert_formula (document, "Détail", "Drone", "duree", "=ROUND({Détail:26,3}/7,6)");
  g_assert_nonnull (find_cell (document, "Faits du plan", "jours(NORA)", "valeur"));
  g_assert_nonnull (find_cell (document, "Faits du plan", "compte(2)", "valeur"));
  g_assert_null (find_cell (document, "Faits du plan", "compte(7)", "valeur"));
}

static void
test_incomplete (void)
{
  g_autoptr (PltStore) store = store_devis (TRUE);
  g_autoptr (PltDocument) document = build (store, "devis", "");
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_PLAIN);
  g_autoptr (PltStore) right = store_devis (FALSE);
  g_autoptr (PltDocument) complete = build (right, "devis", "");
  g_autofree char *right_text = plt_document_dump (complete, PLT_DUMP_PLAIN);

  g_assert_cmpstr (find_cell (document, "Détail", "Nacelle", "montant")->text, ==, "à chiffrer");
  g_assert_cmpstr (find_cell (document, "Détail", "Groupe", "montant")->text, ==, "erreur");
  g_assert_cmpstr (find_cell (document, "Détail", "Régulatrice", "charges")->text, ==, "à fixer");
  g_assert_nonnull (strstr (text, "Coût total hors taxes (total incomplet)"));
  g_assert_nonnull (strstr (text, "Nacelle, Groupe, Régulatrice"));
  g_assert_null (strstr (right_text, "total incomplet"));
}

/* Without rates nobody reads a salary, in the workbook neither. */
static void
test_without_rates (void)
{
  g_autoptr (PltStore) store = store_devis (FALSE);
  g_autoptr (PltDocument) document = build (store, "devis", "tarifs=non");
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_ALL);

  g_assert_null (find_cell (document, "Détail", "Directeur de production", "tarif"));
  g_assert_null (strstr (text, "2 087,33"));
  g_assert_null (plt_document_find_table (document, "Charges artiste"));
  g_assert_null (plt_document_find_table (document, "Taux de charges"));
  assert_formula (document, "Détail", "Directeur de production", "montant", NULL);
}

static void
test_version (void)
{
  g_autoptr (PltStore) store = store_devis (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = build (store, "devis", "version=1");

  g_assert_cmpstr (plt_document_get_info (document)->version, ==, "v3");
  g_assert_null (plt_test_paper_try (store, "devis", "version=77", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

/* One row a rate: who counts one by one has one a contribution, with its source. */
static void
test_bareme (void)
{
  g_autoptr (PltStore) store = store_devis (TRUE);
  g_autoptr (PltDocument) document = build (store, "bareme", "");
  const PltDocCell *cell = find_cell (document, "Salaires sans barème", "Nora", "tarif");

  g_assert_cmpint (cell->number, ==, 141825);
  g_assert_nonnull (find_cell (document, "Cotisations", "Congés spectacles", "source"));
  g_assert_cmpstr (find_cell (document, "Cotisations", "Permanent", "taux")->text, ==, "à fixer");
  g_assert_cmpint (find_cell (document, "Cotisations", "Technicien non cadre", "lignes")->number,
                   ==, 3);
  g_assert_cmpint (find_cell (document, "Cotisations", "Stagiaire", "lignes")->number, ==, 1);
}

/* A function of the scale: its minimum, and what the devis pays less. */
static void
test_bareme_scale (void)
{
  g_autoptr (PltStore) store = store_devis (FALSE);
  gint64 line = plt_test_find (store, "budget_line", "231-01 · Directeur de production");
  g_autofree char *content = NULL;
  g_autofree char *path
      = g_build_filename (g_getenv ("PLATEAU_DATADIR"), "referentials", "minima-3097.tsv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = NULL;
  g_autofree char *dump = NULL;
  const PltDocCell *minimum, *gap;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  PLT_TEST_INSERT (store, "referential", "name", "minima-3097", "version", "1", "content", content);
  g_assert_true (plt_store_set (store, "budget_line", line, "function",
                                "Directeur de production cinéma", &error));
  document = build (store, "bareme", "");
  minimum = find_cell (document, "Salaires au barème", "semaine", "minimum");
  gap = find_cell (document, "Salaires au barème", "semaine", "ecart");
  g_assert_nonnull (minimum);
  g_assert_cmpint (minimum->number, ==, 272164);
  g_assert_cmpint (gap->number, ==, 208733 - 272164);
  g_assert_cmpstr (gap->style, ==, "cell.warning");
  g_assert_cmpstr (gap->formula, ==, "={.,5}-{.,3}");
  g_assert_cmpstr (find_cell (document, "Salaires au barème", "semaine", "base")->text, ==,
                   "semaine de 39 h");
  g_assert_cmpstr (find_cell (document, "Salaires au barème", "semaine", "source")->text, ==,
                   "[1]");
  dump = plt_document_dump (document, 0);
  g_assert_nonnull (strstr (dump, "[1] Minima garantis des techniciens, IDCC 3097"));
}

static guint
count_pages (const PltDocument *document)
{
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());

  return plt_layout_get_n_pages (layout);
}

/* The workings are sheets, not pages; the recap is one page, however long its names. */
static void
test_pages (void)
{
  g_autoptr (PltStore) devis = store_devis (FALSE);
  g_autoptr (PltStore) wrong = store_devis (TRUE);
  g_autoptr (PltStore) published = plt_test_store_published ();
  g_autoptr (PltDocument) detail = build (devis, "devis", "");
  PltStore *const stores[] = { devis, wrong, published };

  g_assert_cmpuint (count_pages (detail), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (stores); i++)
    {
      g_autoptr (PltDocument) recap = build (stores[i], "devis-recap", "");

      g_assert_cmpuint (count_pages (recap), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/devis-papers/goldens", test_goldens);
  g_test_add_func ("/devis-papers/published", test_published);
  g_test_add_func ("/devis-papers/amounts", test_amounts);
  g_test_add_func ("/devis-papers/formulas", test_formulas);
  g_test_add_func ("/devis-papers/incomplete", test_incomplete);
  g_test_add_func ("/devis-papers/without-rates", test_without_rates);
  g_test_add_func ("/devis-papers/version", test_version);
  g_test_add_func ("/devis-papers/bareme", test_bareme);
  g_test_add_func ("/devis-papers/bareme-scale", test_bareme_scale);
  g_test_add_func ("/devis-papers/pages", test_pages);
  return g_test_run ();
}

/* Every paper of the registry, on a small production and on an empty one. */
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-document-private.h"
#include "plt-error.h"
#include "plt-layout.h"
#include "plt-fonts.h"
#include "plt-rows.h"
#include "plt-styles.h"
#include "plt-test-golden.h"
#include "plt-test-paper.h"
#include "plt-test-papers.h"

static guint
count_pages (const PltDocument *document)
{
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());

  return plt_layout_get_n_pages (layout);
}

/* ---- the registry ---- */

/* A kind without a golden fails here. */
static void
test_goldens (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; plt_document_kinds ()[i] != NULL; i++)
    {
      const char *kind = plt_document_kinds ()[i]->id;
      g_autofree char *first = plt_test_paper_dump (store, kind, "");
      g_autofree char *second = plt_test_paper_dump (store, kind, "");
      g_autofree char *name = g_strconcat (kind, ".txt", NULL);

      g_assert_cmpstr (first, ==, second);
      plt_assert_golden (name, first);
    }
}

static void
test_variants (void)
{
  static const struct
  {
    const char *kind, *params, *golden;
  } cases[] = {
    { "devis", "tout=oui", "devis-tout.txt" },
    { "depouillement", "sequence=4A", "depouillement-4A.txt" },
    { "credit-impot",
      "regime=c2i|options=a-decider=compter;date=2026-09-01;exercices=2026:60,2027:40",
      "credit-impot-c2i.txt" },
    { "dood", "codes=international|tous=oui", "dood-international.txt" },
    { "feuille-de-service", "day=J2", "feuille-de-service-J2.txt" },
    { "plan-de-travail", "colonnes=jour|rangs=tout|repos=0|papier=a4", "plan-de-travail-jour.txt" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plt_test_paper_dump (store, cases[i].kind, cases[i].params);

      plt_assert_golden (cases[i].golden, text);
    }
}

/* Nothing is known yet: each paper says what to do, and goes on every page. */
static void
test_empty (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  for (guint i = 0; plt_document_kinds ()[i] != NULL; i++)
    {
      g_autoptr (PltDocument) document = plt_test_paper (store, plt_document_kinds ()[i]->id, "");

      g_assert_cmpuint (plt_document_get_blocks (document)->len, >, 0);
      g_assert_cmpuint (count_pages (document), ==, 1);
    }
}

typedef void (*SeeCell) (const PltDocCell *cell, gpointer data);

static void
for_each_cell (const PltDocument *document, SeeCell see, gpointer data)
{
  const GPtrArray *blocks = plt_document_get_blocks (document);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocTable *table = ((const PltDocBlock *) blocks->pdata[i])->table;

      for (guint row = 0; table != NULL && row < table->rows->len; row++)
        for (guint column = 0; column < table->n_columns; column++)
          if (plt_doc_table_get_cell (table, row, column) != NULL)
            see (plt_doc_table_get_cell (table, row, column), data);
    }
}

static void
see_ref (const PltDocCell *cell, gpointer data)
{
  PltStore *store = data;
  const PltTable *table;
  g_autofree PltValue *values = NULL;

  if (cell->ref.table == NULL)
    return;
  table = plt_table_find (cell->ref.table);
  g_assert_nonnull (table);
  if (cell->ref.column != NULL)
    g_assert_nonnull (plt_table_column (table, cell->ref.column));
  values = g_new0 (PltValue, plt_table_n_columns (table));
  g_assert_true (plt_rows_read (store, table, cell->ref.id, values, NULL));
  for (guint i = 0; i < plt_table_n_columns (table); i++)
    plt_value_clear (&values[i]);
}

/* A click on any cell leads to a row and a column that exist. */
static void
test_references (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; plt_document_kinds ()[i] != NULL; i++)
    {
      g_autoptr (PltDocument) document = plt_test_paper (store, plt_document_kinds ()[i]->id, "");

      for_each_cell (document, see_ref, store);
    }
}

/* ---- devis ---- */

static gint64
total_of (const PltDocTable *table, const char *label, guint label_column, guint column)
{
  for (guint row = 0; row < table->rows->len; row++)
    {
      const PltDocCell *cell = plt_doc_table_get_cell (table, row, label_column);

      if (cell != NULL && strcmp (cell->text, label) == 0)
        return plt_doc_table_get_cell (table, row, column)->number;
    }
  g_error ("There is no row “%s”.", label);
}

static void
see_formula (const PltDocCell *cell, gpointer data)
{
  if (cell->formula != NULL)
    ++*(guint *) data;
}

/* Worked by hand. Contributions: 4 500 × 3,1 % = 139,50 to 41; 7 305,66 + 2 610,55 + 2 568,98 at
 * 65,3 % = 4 770,60 + 1 704,69 + 1 677,54 to 42; 836,50 + 1 254,75 + 1 391 at 55,9 % = 467,60 +
 * 701,41 + 777,57 to 44; 32,64 of the intern to no account of this devis. */
static void
test_devis (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = plt_test_paper (store, "devis", "");
  const PltDocTable *recap = plt_document_find_table (document, "Récapitulatif");
  const PltDocTable *detail = plt_document_find_table (document, "Détail");
  gint64 posts = 450000 + 1281159 + 348225 + (13950 + 815283 + 194658) + 60000 + 139200 + 234000
                 + 255000 + 125000 + 3264;
  guint n_formulas = 0;

  g_assert_cmpint (total_of (recap, "Charges sociales et fiscales", 1, 4), ==, 1023891);
  g_assert_cmpint (total_of (recap, "Total des postes 1 à 9 (total incomplet)", 1, 4), ==, posts);
  g_assert_cmpint (total_of (detail, "Total des postes 1 à 9 (total incomplet)", 0, 11), ==, posts);
  g_assert_cmpint (total_of (recap, "Frais généraux, % des postes 1 à 9", 1, 4), ==,
                   274382); /* 7 % of 39 197,39 */
  g_assert_cmpint (total_of (recap, "Imprévus, % des postes 1 à 9", 1, 4), ==, 391974);
  g_assert_cmpint (total_of (recap, "Coût total hors taxes (total incomplet)", 1, 4), ==,
                   posts + 274382 + 391974);
  for_each_cell (document, see_formula, &n_formulas);
  g_assert_cmpuint (n_formulas, >=, 50);
}

static guint
count_rows (PltStore *store, const char *params)
{
  g_autoptr (PltDocument) document = plt_test_paper (store, "devis", params);

  return plt_doc_table_get_n_rows (plt_document_find_table (document, "Détail"));
}

/* A line that counts nothing, and its account, are printed only when asked for. */
static void
test_devis_lines (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  g_assert_cmpuint (count_rows (store, "tout=oui"), ==, count_rows (store, "") + 2);
}

static void
see_house_code (const PltDocCell *cell, gpointer data)
{
  if (g_strcmp0 (cell->ref.table, "budget_line") == 0 && g_strcmp0 (cell->ref.column, "code") == 0)
    {
      g_assert_cmpstr (cell->style, ==, "cell.muted");
      ++*(guint *) data;
    }
}

/* Our own numbers are never shown as those of the CNC. */
static void
test_devis_codes (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = plt_test_paper (store, "devis", "");
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_PLAIN);
  guint n = 0;

  for_each_cell (document, see_house_code, &n);
  g_assert_cmpuint (n, >, 10);
  g_assert_nonnull (strstr (text, "23*"));
  g_assert_nonnull (strstr (text, "* Numéro de compte supposé"));
}

/* ---- trésorerie ---- */

/* Every month: receipts less payments; each balance is the one before and the month. */
static void
test_tresorerie (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = plt_test_paper (store, "tresorerie", "");
  const PltDocTable *table = plt_document_find_table (document, "Trésorerie");
  guint n = table->n_columns - 3;
  gint64 balance = 0;

  for (guint i = 2; i < 2 + n; i++)
    {
      gint64 net = total_of (table, "Total des encaissements", 1, i)
                   - total_of (table, "Total des décaissements", 1, i);
      const PltDocCell *cell;

      g_assert_cmpint (total_of (table, "Solde d’ouverture", 1, i), ==, balance);
      g_assert_cmpint (total_of (table, "Solde de la période", 1, i), ==, net);
      balance += net;
      g_assert_cmpint (total_of (table, "Solde cumulé", 1, i), ==, balance);
      cell = plt_doc_table_get_cell (table, table->rows->len - 1, i);
      g_assert_cmpint (cell->number, ==, balance);
      g_assert_cmpstr (cell->style, ==, balance < 0 ? "cell.warning" : "cell.normal");
    }
  g_assert_cmpint (total_of (table, "Région Bretagne", 1, n + 2), ==, 2200000);
  g_assert_cmpint (total_of (table, "Chaîne (préachat)", 1, n + 2), ==, 1320000); /* with TVA */
  g_assert_nonnull (plt_document_find_table (document, "Sans date"));
}

/* ---- crédit d'impôt ---- */

/* The total of the categories is what the count begins with; a work of twelve minutes has none; a
 * regime, an order and other options change it; no finding is told by its id. */
static void
test_credit_impot (void)
{
  static const char *const cases[]
      = { "",
          "regime=cia",
          "regime=c2i",
          "langue=autre|options=minutes=90",
          "options=minutes=90;subventions=100000;a-decider=compter|ordre=subventions-d-abord",
          "demande=2030-01-01|visa=2030-06-30|difficile=oui|lignes=0" };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) document = plt_test_paper (store, "credit-impot", cases[i]);
      g_autofree char *text = plt_document_dump (document, PLT_DUMP_PLAIN);
      const PltDocTable *spend = plt_document_find_table (document, "Dépenses");
      const PltDocTable *steps = plt_document_find_table (document, "Calcul");
      PltMoney credit = total_of (steps, "Crédit d’impôt", 0, 3);

      g_test_message ("%s", cases[i]);
      g_assert_cmpint (total_of (spend, "Total", 0, 2), ==,
                       total_of (steps, "Dépenses retenues en France", 0, 3));
      g_assert_cmpint (total_of (spend, "Total", 0, 2), <=, total_of (spend, "Total", 0, 1));
      g_assert_cmpint (credit, >=, 0);
      g_assert_cmpint (credit % 100, ==, 0);
      if (i == 0)
        g_assert_cmpint (credit, ==, 0);
      g_assert_null (strstr (text, "tax-credit."));
      g_assert_nonnull (strstr (text, "Dossier provisoire"));
      g_assert_true ((plt_document_find_table (document, "Lignes") != NULL)
                     == (strstr (cases[i], "lignes=0") == NULL));
    }
}

/* ---- feuille de service ---- */

static void
test_feuille_days (void)
{
  static const struct
  {
    const char *params, *title; /* title NULL: refused */
  } cases[] = {
    { "", "Feuille de service n° 1" }, /* the next day after the edition */
    { "date=2026-10-05", "Feuille de service n° 2" },
    { "date=2026-12-01", "Feuille de service n° 1" }, /* all is shot: the first */
    { "day=J3", "Feuille de service n° 3" },
    { "day=2026-10-06", "Feuille de service n° 2" },
    { "day=J9", NULL },
    { "day=demain", NULL },
    { "sheet=2", "Feuille de service n° 1" },
    { "sheet=99", NULL },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltDocument) document
          = plt_test_paper_try (store, "feuille-de-service", cases[i].params, &error);

      if (cases[i].title == NULL)
        {
          g_assert_null (document);
          g_assert_cmpint (error->domain, ==, PLT_ERROR);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (plt_document_get_info (document)->title, ==, cases[i].title);
    }
}

static void
assert_holds (PltStore *store, const char *params, const char *part, gboolean holds)
{
  g_autoptr (PltDocument) document = plt_test_paper (store, "feuille-de-service", params);
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_PLAIN);

  if ((strstr (text, part) != NULL) != holds)
    g_error ("“%s” is %s in:\n%s", part, holds ? "missing" : "too much", text);
}

static void
test_feuille_warnings (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  assert_holds (store, "day=J1", "ANNULE ET REMPLACE", TRUE);
  assert_holds (store, "day=J1", "non établie", FALSE);
  assert_holds (store, "day=J1", "À compléter", FALSE);
  assert_holds (store, "day=J1", "MINEUR, 9 ans", TRUE);
  assert_holds (store, "day=J1", "végétarien", TRUE);
  assert_holds (store, "day=J2", "non établie", TRUE);
  assert_holds (store, "day=J2", "Hôpital, urgences", TRUE); /* the box is there, empty */
  assert_holds (store, "day=J2", "l’hôpital le plus proche (Ferme de Kerlaouen)", TRUE);
  assert_holds (store, "day=J2", "Consignes à écrire", TRUE);
  assert_holds (store, "day=J2", "Figuration", FALSE); /* an empty block is not printed */
  assert_holds (store, "sheet=1", "remplacée par une version plus récente", TRUE);
}

/* ---- pages ---- */

static void
test_pages (void)
{
  static const struct
  {
    const char *kind, *params;
    guint least, most;
  } cases[] = {
    { "continuite", "", 1, 1 },
    { "depouillement", "", 6, 6 }, /* one a séquence */
    { "plan-de-travail", "", 1, 2 },
    { "plan-de-travail", "papier=a2", 1, 1 },
    { "plan-de-travail-liste", "", 1, 1 },
    { "plan-a-plat", "", 1, 2 },
    { "dood", "papier=a4", 1, 1 },
    { "calendrier", "", 3, 3 }, /* September to November */
    { "devis", "", 3, 3 },
    { "devis-recap", "", 1, 1 },
    { "credit-impot", "", 3, 4 },
    { "plan-de-financement", "", 2, 3 },
    { "tresorerie", "", 3, 3 },
    { "tresorerie", "periode=semaine", 4, 8 },
    { "feuille-de-service", "day=J1", 1, 2 },
    { "feuille-de-service", "day=J2", 1, 2 },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) document = plt_test_paper (store, cases[i].kind, cases[i].params);
      guint n = count_pages (document);

      g_assert_cmpuint (n, >=, cases[i].least);
      g_assert_cmpuint (n, <=, cases[i].most);
    }
}

/* A séquence with very much in it still has one page. */
static void
test_full_sheet (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Accessoire numéro %u", i + 1);
      g_autofree char *element = NULL;

      element = g_strdup_printf ("%" G_GINT64_FORMAT,
                                 PLT_TEST_INSERT (store, "element", "category", "7", "name", name));
      PLT_TEST_INSERT (store, "sequence_element", "sequence", "1", "element", element);
      if (i < 12)
        g_string_append (note, "Voir avec la décoration ce qui se loue. ");
    }
  g_assert_true (plt_store_set (store, "sequence", 1, "note", note->str, NULL));
  {
    g_autoptr (PltDocument) document = plt_test_paper (store, "depouillement", "sequence=1");

    g_assert_cmpuint (count_pages (document), ==, 1);
  }
}

/* A role of 200 days: what a spreadsheet would not read is a plain number. */
static void
test_long_plan (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autofree char *text = NULL;
  g_auto (GStrv) formulas = NULL;
  PltDate first = plt_date_from_ymd (2028, 1, 3);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *date = plt_date_to_iso (first + (PltDate) i);
      g_autofree char *day = g_strdup_printf (
          "%" G_GINT64_FORMAT, PLT_TEST_INSERT (store, "shooting_day", "schedule", "1", "kind",
                                                "tournage", "date", date));

      PLT_TEST_INSERT (store, "strip", "schedule", "1", "kind", "sequence", "sequence", "1", "day",
                       day);
    }
  text = plt_test_paper_dump (store, "plan-de-travail", "papier=a2");
  formulas = g_strsplit (text, "((COUNT(", 2);
  g_assert_null (formulas[1]);
}

/* What is not known leaves no sign behind. */
static void
test_bare_heading (void)
{
  static const struct
  {
    const char *int_ext, *effect, *heading;
  } cases[] = {
    { "", "", "# Séquence 77   CAVE [" },
    { "INT", "", "# Séquence 77   INT. CAVE [" },
    { "", "NUIT", "# Séquence 77   CAVE – NUIT [" },
    { "INT", "NUIT", "# Séquence 77   INT. CAVE – NUIT [" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();
  gint64 id;

  PLT_TEST_INSERT (store, "set", "name", "CAVE");
  id = PLT_TEST_INSERT (store, "sequence", "number", "77", "set", "CAVE");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      plt_store_set (store, "sequence", id, "int_ext", cases[i].int_ext, NULL);
      plt_store_set (store, "sequence", id, "effect", cases[i].effect, NULL);
      text = plt_test_paper_dump (store, "depouillement", "sequence=77");
      if (strstr (text, cases[i].heading) == NULL)
        g_error ("no “%s” in %s", cases[i].heading, text);
    }
}

static void
test_unknown_sequence (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GError) error = NULL;

  g_assert_null (plt_test_paper_try (store, "depouillement", "sequence=77", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/goldens", test_goldens);
  g_test_add_func ("/papers/variants", test_variants);
  g_test_add_func ("/papers/empty", test_empty);
  g_test_add_func ("/papers/references", test_references);
  g_test_add_func ("/papers/devis", test_devis);
  g_test_add_func ("/papers/devis-lines", test_devis_lines);
  g_test_add_func ("/papers/devis-codes", test_devis_codes);
  g_test_add_func ("/papers/tresorerie", test_tresorerie);
  g_test_add_func ("/papers/credit-impot", test_credit_impot);
  g_test_add_func ("/papers/feuille-days", test_feuille_days);
  g_test_add_func ("/papers/feuille-warnings", test_feuille_warnings);
  g_test_add_func ("/papers/pages", test_pages);
  g_test_add_func ("/papers/full-sheet", test_full_sheet);
  g_test_add_func ("/papers/long-plan", test_long_plan);
  g_test_add_func ("/papers/bare-heading", test_bare_heading);
  g_test_add_func ("/papers/unknown-sequence", test_unknown_sequence);
  return g_test_run ();
}

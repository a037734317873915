/* A workbook is alive when somebody else's program finds our figures again: every value kept beside
 * a formula is replaced by 999, Gnumeric calculates, and each cell is compared with ours. The devis
 * is judged by LibreOffice too: production papers of both examples, a published one, and one that
 * has everything in it. */
#include <math.h>
#include <string.h>

#include "plt-document-kind.h"
#include "plt-document-private.h"
#include "office.h"
#include "plt-formula-sheet.h"
#include "plt-test-devis-paper.h"
#include "plt-test-document.h"
#include "plt-test-finance.h"
#include "plt-test-papers.h"
#include "plt-xlsx.h"
#include "temp-folder.h"
#include "xlsx-cells.h"
#include "xlsx-judge.h"
#include "zip-parts.h"

/* Fields of a CSV with ";" and quotes, row by row. */
static GPtrArray *
read_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = NULL;
  const char *p = text;
  while (*p != '\0')
    {
      if (row == NULL)
        {
          row = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (rows, row);
        }
      GString *field = g_string_new (NULL);
      gboolean quoted = FALSE;
      for (; *p != '\0' && (quoted || (*p != ';' && *p != '\n')); p++)
        if (*p != '"')
          g_string_append_c (field, *p);
        else if (quoted && p[1] == '"')
          g_string_append_c (field, *p++);
        else
          quoted = !quoted;
      g_ptr_array_add (row, g_string_free (field, FALSE));
      if (*p == '\n')
        row = NULL;
      if (*p != '\0')
        p++;
    }
  return rows;
}

static const char *
csv_at (const GPtrArray *rows, const char *place)
{
  guint column = 0;
  while (g_ascii_isalpha (*place))
    column = column * 26 + (guint) (*place++ - 'A' + 1);
  guint row = (guint) g_ascii_strtoull (place, NULL, 10);
  g_assert_cmpuint (row, <=, rows->len);
  const GPtrArray *fields = g_ptr_array_index (rows, row - 1);
  return column <= fields->len ? g_ptr_array_index (fields, column - 1) : "";
}

/* One CSV a sheet, calculated anew. */
static void
calculate (const char *path)
{
  g_autofree char *pattern = temp_path ("out-%s.csv");
  const char *argv[] = { "ssconvert",
                         "--recalc",
                         "-S",
                         "-T",
                         "Gnumeric_stf:stf_assistant",
                         "-O",
                         "separator=; format=raw eol=unix charset=UTF-8",
                         path,
                         pattern,
                         NULL };
  g_autoptr (GError) error = NULL;
  int status;
  g_spawn_sync (NULL, (char **) argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static gboolean
same (const XlsxCell *cell, const char *calculated)
{
  if (cell->is_text)
    return strcmp (cell->value, calculated) == 0;
  char *end;
  double value = g_ascii_strtod (calculated, &end);
  return end != calculated && *end == '\0'
         && fabs (value - g_ascii_strtod (cell->value, NULL)) < 1e-7;
}

/* How many formulas give something else than we wrote; `n_formulas` gets how many there are. */
static guint
count_differences (const PltDocument *document, guint *n_formulas)
{
  g_autofree char *path = temp_path ("alive.xlsx");
  g_autofree char *poisoned_path = temp_path ("poisoned.xlsx");
  g_autoptr (GError) error = NULL;
  g_assert_true (plt_xlsx_write (document, path, &error));
  g_autoptr (GHashTable) parts = zip_parts_read (path);
  g_autoptr (GHashTable) poisoned = zip_parts_read (path);
  xlsx_poison (poisoned);
  zip_parts_write (poisoned, poisoned_path);
  calculate (poisoned_path);

  guint differences = 0;
  *n_formulas = 0;
  g_autoptr (GPtrArray) names = xlsx_sheet_names (parts);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *csv_name
          = g_strdup_printf ("out-%s.csv", (char *) g_ptr_array_index (names, i));
      g_autofree char *csv_path = temp_path (csv_name);
      g_autofree char *csv = NULL;
      g_file_get_contents (csv_path, &csv, NULL, &error);
      g_assert_no_error (error);
      g_autoptr (GPtrArray) rows = read_csv (csv);
      g_autoptr (GPtrArray) cells = xlsx_cells (parts, i + 1);
      for (guint j = 0; j < cells->len; j++)
        {
          const XlsxCell *cell = g_ptr_array_index (cells, j);
          if (cell->formula == NULL)
            continue;
          ++*n_formulas;
          const char *calculated = csv_at (rows, cell->place);
          if (same (cell, calculated))
            continue;
          differences++;
          g_test_message ("%s!%s =%s: ours %s, calculated %s", csv_name, cell->place, cell->formula,
                          cell->value, calculated);
        }
    }
  return differences;
}

static gboolean
skip_without_gnumeric (void)
{
  g_autofree char *program = g_find_program_in_path ("ssconvert");
  if (program != NULL)
    return FALSE;
  g_test_skip ("ssconvert (Gnumeric) is not installed");
  return TRUE;
}

static void
test_devis (void)
{
  if (skip_without_gnumeric ())
    return;
  g_autoptr (PltDocument) document = plt_test_document_new ();
  guint n;
  g_assert_cmpuint (count_differences (document, &n), ==, 0);
  g_assert_cmpuint (n, ==, 24);
}

static void
test_list (void)
{
  if (skip_without_gnumeric ())
    return;
  g_autoptr (PltDocument) document = plt_test_document_list_new (500);
  guint n;
  g_assert_cmpuint (count_differences (document, &n), ==, 0);
  g_assert_cmpuint (n, ==, 500);
}

/* The test itself must see a range that is one row short. */
static void
test_sees_a_mistake (void)
{
  if (skip_without_gnumeric ())
    return;
  g_autoptr (PltDocument) document = plt_test_document_list_new (10);
  PltDocTable *table = (PltDocTable *) plt_document_find_table (document, NULL);
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 2);
  plt_doc_cell_formula (plt_doc_table_money (table, 5555), "=SUM({1,2}:{9,2})");
  plt_doc_cell_formula (plt_doc_table_money (table, 11110), "=SUM({1,3}:{10,3})");
  guint n;
  g_assert_cmpuint (count_differences (document, &n), ==, 1);
  g_assert_cmpuint (n, ==, 12);
}

/* The papers of a production: each formula of each, the devis with fifty of them at least. */
static void
test_papers (void)
{
  if (skip_without_gnumeric ())
    return;
  g_autoptr (PltStore) store = plt_test_store_papers ();
  for (guint i = 0; plt_document_kinds ()[i] != NULL; i++)
    {
      const char *kind = plt_document_kinds ()[i]->id;
      g_autoptr (GError) error = NULL;
      g_autoptr (PltDocument) document = plt_document_build (store, kind, NULL, &error);
      guint n;
      g_assert_no_error (error);
      g_test_message ("%s", kind);
      g_assert_cmpuint (count_differences (document, &n), ==, 0);
      if (strcmp (kind, "devis") == 0)
        g_assert_cmpuint (n, >=, 50);
    }
}

/* ---- the devis, by LibreOffice ---- */

/* How many cells of any kind are not ours. */
static guint
count_office_differences (const PltDocument *document, guint *n_formulas)
{
  g_autofree char *path = temp_path ("alive.xlsx");
  g_autofree char *poisoned_path = temp_path ("poisoned.xlsx");
  g_autofree char *calculated = NULL;
  g_autoptr (GError) error = NULL;
  guint n_cells, differences;
  g_assert_true (plt_xlsx_write (document, path, &error));
  g_autoptr (GHashTable) ours = zip_parts_read (path);
  g_autoptr (GHashTable) poisoned = zip_parts_read (path);
  xlsx_poison (poisoned);
  zip_parts_write (poisoned, poisoned_path);
  calculated = office_calculate (poisoned_path, TRUE, NULL);
  g_autoptr (GHashTable) theirs = zip_parts_read (calculated);
  differences = xlsx_differences (ours, theirs, &n_cells, n_formulas);
  g_test_message ("%u cells, %u formulas, %u differences", n_cells, *n_formulas, differences);
  g_assert_cmpuint (n_cells, >, *n_formulas);
  return differences;
}

static void
judge (PltStore *store, gboolean all, guint least)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = NULL;
  guint n;
  plt_params_set (params, plt_document_kind_find ("devis"), "tout", all ? "1" : "0", &error);
  g_assert_no_error (error);
  document = plt_document_build (store, "devis", params, &error);
  g_assert_no_error (error);
  if (office_is_there ())
    {
      g_assert_cmpuint (count_office_differences (document, &n), ==, 0);
      g_assert_cmpuint (n, >=, least);
    }
  else
    g_test_skip ("soffice (LibreOffice) is not installed");
  if (!skip_without_gnumeric ())
    g_assert_cmpuint (count_differences (document, &n), ==, 0);
}

static void
test_devis_of_all (void)
{
  g_autoptr (PltStore) store = plt_test_store_devis (g_getenv ("PLATEAU_DATADIR"), FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = plt_document_build (store, "devis", NULL, &error);
  guint n;
  g_assert_no_error (error);
  if (skip_without_gnumeric ())
    return;
  g_assert_cmpuint (count_differences (document, &n), ==, 0);
  g_assert_cmpuint (n, >=, 200);
}

/* The same with a rate that is missing, a formula and a profile that are wrong. */
static void
test_devis_incomplete (void)
{
  g_autoptr (PltStore) store = plt_test_store_devis (g_getenv ("PLATEAU_DATADIR"), TRUE);
  judge (store, TRUE, 200);
}

/* The papers of the feuille de service, on the small production. */
static void
test_call_sheets (void)
{
  static const struct
  {
    const char *kind;
    guint least;
  } papers[] = { { "feuille-de-service", 2 }, { "convocation", 0 }, { "jour-a-jour", 0 } };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  if (!office_is_there ())
    {
      g_test_skip ("soffice (LibreOffice) is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (PltParams) params = plt_params_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PltDocument) document = NULL;
      guint n;

      plt_params_set (params, plt_document_kind_find (papers[i].kind), "day", "J1", &error);
      g_assert_no_error (error);
      document = plt_document_build (store, papers[i].kind, params, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_office_differences (document, &n), ==, 0);
      g_assert_cmpuint (n, >=, papers[i].least);
    }
}

static void
test_devis_published (void)
{
  g_autoptr (PltStore) store = plt_test_store_published ();
  judge (store, FALSE, 60);
}

/* ---- the financing and the treasury, by LibreOffice ---- */

static const struct
{
  const char *kind, *name, *value;
  guint least;
} finance_papers[] = {
  { "plan-de-financement", "annexes", "1", 80 }, { "financeurs", "date", "2027-03-08", 1 },
  { "scenarios", "date", "2027-03-08", 15 },     { "tresorerie", "periode", "mois", 200 },
  { "tresorerie", "periode", "semaine", 400 },
};

static void
judge_finance (PltStore *store, gboolean whole)
{
  for (guint i = 0; i < G_N_ELEMENTS (finance_papers); i++)
    {
      g_autoptr (PltParams) params = plt_params_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PltDocument) document = NULL;
      guint n;
      plt_params_set (params, plt_document_kind_find (finance_papers[i].kind),
                      finance_papers[i].name, finance_papers[i].value, &error);
      g_assert_no_error (error);
      document = plt_document_build (store, finance_papers[i].kind, params, &error);
      g_assert_no_error (error);
      g_test_message ("%s %s", finance_papers[i].kind, finance_papers[i].value);
      if (office_is_there ())
        {
          g_assert_cmpuint (count_office_differences (document, &n), ==, 0);
          g_assert_cmpuint (n, >=, whole ? finance_papers[i].least : 0);
        }
      else
        g_test_skip ("soffice (LibreOffice) is not installed");
      if (!skip_without_gnumeric ())
        g_assert_cmpuint (count_differences (document, &n), ==, 0);
    }
}

static void
test_finance (void)
{
  g_autoptr (PltStore) store = plt_test_store_finance ();
  judge_finance (store, TRUE);
}

/* ---- a treasury that is changed by hand ---- */

static guint
sheet_of (GHashTable *parts, const char *name)
{
  g_autoptr (GPtrArray) names = xlsx_sheet_names (parts);
  for (guint i = 0; i < names->len; i++)
    if (strcmp (g_ptr_array_index (names, i), name) == 0)
      return i + 1;
  g_error ("There is no sheet “%s”.", name);
}

/* The number in `column` of the row that is called so in `label_column`. */
static double
number_of (GHashTable *parts, const char *sheet, char label_column, const char *label, char column)
{
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, sheet_of (parts, sheet));
  for (guint i = 0; i < cells->len; i++)
    {
      const XlsxCell *cell = g_ptr_array_index (cells, i);
      if (cell->place[0] != label_column || !g_ascii_isdigit (cell->place[1])
          || strcmp (cell->value, label) != 0)
        continue;
      g_autofree char *place = g_strdup_printf ("%c%s", column, cell->place + 1);
      return g_ascii_strtod (xlsx_cell (cells, place)->value, NULL);
    }
  g_error ("“%s” has no row “%s”.", sheet, label);
}

/* Types another number into a cell. */
static void
type_number (GHashTable *parts, const char *sheet, const char *place, double number)
{
  g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", sheet_of (parts, sheet));
  g_autofree char *mark = g_strdup_printf ("r=\"%s\"", place);
  g_autofree char *text = g_strdup_printf ("%.2f", number);
  const char *xml = g_hash_table_lookup (parts, part);
  const char *from = strstr (strstr (xml, mark), "<v>") + strlen ("<v>");
  g_autofree char *head = g_strndup (xml, (gsize) (from - xml));
  g_hash_table_insert (parts, g_strdup (part),
                       g_strconcat (head, text, strstr (from, "</v>"), NULL));
}

/* The first movement is a month later and 1 000 € more: the first month loses it whole, the final
 * balance is 1 000 € higher. */
static void
test_treasury_by_hand (void)
{
  if (!office_is_there ())
    {
      g_test_skip ("soffice (LibreOffice) is not installed");
      return;
    }
  g_autoptr (PltStore) store = plt_test_store_finance ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = plt_document_build (store, "tresorerie", NULL, &error);
  g_autofree char *path = temp_path ("treasury.xlsx");
  g_autofree char *typed_path = temp_path ("typed.xlsx");
  g_assert_no_error (error);
  g_assert_true (plt_xlsx_write (document, path, &error));
  g_autoptr (GHashTable) ours = zip_parts_read (path);
  g_autoptr (GHashTable) typed = zip_parts_read (path);
  g_autoptr (GPtrArray) moves = xlsx_cells (ours, sheet_of (ours, "Mouvements"));
  double date = g_ascii_strtod (xlsx_cell (moves, "A3")->value, NULL);
  double amount = g_ascii_strtod (xlsx_cell (moves, "E3")->value, NULL);
  type_number (typed, "Mouvements", "A3", date + 31);
  type_number (typed, "Mouvements", "E3", amount + 1000);
  zip_parts_write (typed, typed_path);
  g_autofree char *calculated = office_calculate (typed_path, TRUE, NULL);
  g_autoptr (GHashTable) theirs = zip_parts_read (calculated);
  double before = number_of (ours, "Trésorerie", 'B', "Solde cumulé", 'C');
  double after = number_of (theirs, "Trésorerie", 'B', "Solde cumulé", 'C');
  g_assert_cmpfloat (fabs (amount), >, 1);
  g_assert_cmpfloat_with_epsilon (after, before - amount, 1e-6);
  before = number_of (ours, "Résultats", 'A', "Solde final", 'B');
  after = number_of (theirs, "Résultats", 'A', "Solde final", 'B');
  g_assert_cmpfloat_with_epsilon (after, before + 1000, 1e-6);
}

static void
test_finance_of_example (gconstpointer name)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_BUILT, "..", "data", "examples", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The example production is not built");
      return;
    }
  store = plt_store_open (path, PLT_OPEN_READ, &error);
  g_assert_no_error (error);
  judge_finance (store, FALSE);
}

/* The example productions, as the build makes them. */
static void
test_devis_of_example (gconstpointer name)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_BUILT, "..", "data", "examples", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The example production is not built");
      return;
    }
  store = plt_store_open (path, PLT_OPEN_READ, &error);
  g_assert_no_error (error);
  judge (store, TRUE, 300);
}

/* ---- formulas by chance ---- */

/* A formula of at most that depth over A, B and numbers, halves among them. */
static void
append_random (GRand *chance, GString *out, guint depth)
{
  static const char *const numbers[]
      = { "2", "0,5", "1,005", "3,333333", "0,1", "12,345", "100", "7,25", "0,2", "1 234,5" };
  static const char *const calls[] = { "arrondi(", "plafond(", "plancher(", "min(", "max(" };
  gint32 what = g_rand_int_range (chance, 0, depth == 0 ? 3 : 10);
  if (what == 0)
    g_string_append (out, numbers[g_rand_int_range (chance, 0, G_N_ELEMENTS (numbers))]);
  else if (what <= 2)
    g_string_append (out, what == 1 ? "A" : "B");
  else if (what <= 4)
    {
      gint32 call = g_rand_int_range (chance, 0, G_N_ELEMENTS (calls));
      g_string_append (out, calls[call]);
      append_random (chance, out, depth - 1);
      if (call >= 3)
        {
          g_string_append_c (out, ';');
          append_random (chance, out, depth - 1);
        }
      g_string_append_c (out, ')');
    }
  else if (what == 5)
    {
      g_string_append (out, "(-");
      append_random (chance, out, depth - 1);
      g_string_append (out, ") %");
    }
  else
    {
      g_string_append_c (out, '(');
      append_random (chance, out, depth - 1);
      g_string_append_c (out, "+-*/"[what - 6]);
      append_random (chance, out, depth - 1);
      g_string_append_c (out, ')');
    }
}

/* A column of formulas: each gives in a spreadsheet what it gives in a devis, to the millionth. */
static PltDocument *
new_random_document (void)
{
  static const PltDocColumn columns[] = { { .title = "Formule" }, { .title = "Valeur" } };
  static const gint64 values[] = { 2500000, -1666667 };
  static const char *const refs[] = { "{A}", "{B}" };
  PltDocInfo info = { .title = "Hasard", .date = 1 };
  g_autoptr (GRand) chance = g_rand_new_with_seed (20261122); /* the same each time */
  PltDocument *document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Hasard", columns, 2);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_empty (table);
      plt_doc_cell_name (plt_doc_table_number (table, values[i], 6), i == 0 ? "A" : "B");
    }
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      append_random (chance, text, 5);
      g_autoptr (PltFormula) formula = plt_formula_parse (text->str, NULL);
      g_assert_nonnull (formula);
      guint n = plt_formula_get_n_refs (formula);
      g_autofree gint64 *of_refs = g_new0 (gint64, n + 1);
      g_autofree const char **texts = g_new0 (const char *, n + 1);
      for (guint k = 0; k < n; k++)
        {
          guint which = strcmp (plt_formula_get_ref (formula, k)->name, "A") == 0 ? 0 : 1;
          of_refs[k] = values[which];
          texts[k] = refs[which];
        }
      PltFormulaValue value;
      /* what is divided by zero is an error here and there; above, floats have no millionths */
      if (!plt_formula_run (formula, of_refs, &value, NULL)
          || ABS (value.e6) > G_GINT64_CONSTANT (100000000000000))
        continue;
      g_autofree char *expression = plt_formula_to_sheet (formula, texts, NULL);
      g_autofree char *whole = g_strconcat ("=", expression, NULL);
      plt_doc_table_row (table, "row.normal");
      g_string_replace (text, ";", "|", 0); /* what parts the fields of the judge's answer */
      plt_doc_table_text (table, text->str);
      plt_doc_cell_formula (plt_doc_table_number (table, value.e6, 6), whole);
    }
  return document;
}

static void
test_formulas_by_chance (void)
{
  g_autoptr (PltDocument) document = new_random_document ();
  guint n;
  if (office_is_there ())
    g_assert_cmpuint (count_office_differences (document, &n), ==, 0);
  if (skip_without_gnumeric ())
    return;
  g_assert_cmpuint (count_differences (document, &n), ==, 0);
  g_assert_cmpuint (n, >, 250);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-alive/devis", test_devis);
  g_test_add_func ("/xlsx-alive/list", test_list);
  g_test_add_func ("/xlsx-alive/sees-a-mistake", test_sees_a_mistake);
  g_test_add_func ("/xlsx-alive/papers", test_papers);
  g_test_add_func ("/xlsx-alive/formulas-by-chance", test_formulas_by_chance);
  g_test_add_func ("/xlsx-alive/devis-of-all", test_devis_of_all);
  g_test_add_func ("/xlsx-alive/devis-incomplete", test_devis_incomplete);
  g_test_add_func ("/xlsx-alive/devis-published", test_devis_published);
  g_test_add_func ("/xlsx-alive/call-sheets", test_call_sheets);
  g_test_add_func ("/xlsx-alive/finance", test_finance);
  g_test_add_func ("/xlsx-alive/treasury-by-hand", test_treasury_by_hand);
  g_test_add_data_func ("/xlsx-alive/finance-les-eaux-hautes", "les-eaux-hautes.plateau",
                        test_finance_of_example);
  g_test_add_data_func ("/xlsx-alive/devis-la-passe", "la-passe.plateau", test_devis_of_example);
  g_test_add_data_func ("/xlsx-alive/devis-les-eaux-hautes", "les-eaux-hautes.plateau",
                        test_devis_of_example);
  return run_in_temp_folder ();
}

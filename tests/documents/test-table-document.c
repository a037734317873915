/* Registers as documents: each value in the type of its column, references by label. */
#include "plt-document-private.h"
#include "plt-rows.h"
#include "plt-table-document.h"
#include "plt-test-papers.h"

static PltDocument *
build (PltStore *store, const char *table)
{
  g_autoptr (GError) error = NULL;
  PltDocument *document = plt_table_document (store, plt_table_find (table), &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static const PltDocCell *
cell_of (const PltDocument *document, const char *table, guint row, const char *column)
{
  const PltDocTable *out = plt_document_find_table (document, NULL);

  for (guint i = 0; i < out->n_columns; i++)
    if (g_str_equal (out->columns[i].id, column))
      return plt_doc_table_get_cell (out, row, i);
  g_error ("The document of %s has no column %s.", table, column);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *table;
    guint row;
    const char *column;
    PltCellKind kind;
    const char *text;
  } cases[] = {
    { "sequence", 1, "number", PLT_CELL_TEXT, "1" },
    { "sequence", 1, "set", PLT_CELL_TEXT, "QUAI" },
    { "sequence", 1, "eighths", PLT_CELL_EIGHTHS, "6/8" },
    { "sequence", 1, "premin_seconds", PLT_CELL_SECONDS, "1:05" },
    { "sequence", 1, "shots", PLT_CELL_NUMBER, "5" },
    { "sequence", 5, "premin_seconds", PLT_CELL_EMPTY, "" },
    { "sequence", 1, "effect", PLT_CELL_TEXT, "Dawn" },
    { "person", 1, "birth_date", PLT_CELL_EMPTY, "" },
    { "budget", 1, "overheads_e6", PLT_CELL_RATE, "7\342\200\257%" },
    { "shooting_day", 1, "date", PLT_CELL_DATE, "05/10/2026" },
    { "shooting_day", 1, "start_minutes", PLT_CELL_CLOCK, "8h00" },
    { "shooting_day", 1, "locked", PLT_CELL_TEXT, "No" },
    { "budget_line", 1, "quantity", PLT_CELL_NUMBER, "1" },
    { "budget_line", 1, "rate_cents", PLT_CELL_MONEY, "3\342\200\257000,00" },
    { "budget_line", 6, "duration", PLT_CELL_TEXT, "semaines_tournage" },
    { "location", 1, "latitude_e6", PLT_CELL_NUMBER, "48,0412" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) document = build (store, cases[i].table);
      const PltDocCell *cell = cell_of (document, cases[i].table, cases[i].row, cases[i].column);

      g_test_message ("%s %u %s", cases[i].table, cases[i].row, cases[i].column);
      g_assert_cmpstr (cell->text, ==, cases[i].text);
      g_assert_cmpint (cell->kind, ==, cases[i].kind);
      g_assert_cmpstr (cell->ref.table, ==, cases[i].table);
      g_assert_cmpstr (cell->ref.column, ==, cases[i].column);
    }
}

/* Every register, with rows and without: all rows, all columns but the hidden ones. */
static void
test_all_tables (void)
{
  g_autoptr (PltStore) full = plt_test_store_papers ();
  g_autoptr (PltStore) empty = plt_test_store_new ();
  PltStore *const stores[] = { full, empty };

  for (guint s = 0; s < G_N_ELEMENTS (stores); s++)
    for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
      {
        g_autoptr (PltDocument) document = build (stores[s], (*table)->id);
        const PltDocTable *out = plt_document_find_table (document, NULL);
        guint n_shown = 0;

        for (const PltColumn *column = (*table)->columns; column->id != NULL; column++)
          n_shown += !(column->flags & PLT_COLUMN_HIDDEN);
        g_assert_cmpuint (out->n_columns, ==, n_shown);
        g_assert_cmpint (plt_doc_table_get_n_rows (out), ==,
                         plt_rows_count (stores[s], *table) + 1);
      }
}

/* What is written for another program is read back to the same value. */
static void
test_reads_back (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    {
      g_autoptr (PltDocument) document = build (store, (*table)->id);
      const PltDocTable *out = plt_document_find_table (document, NULL);
      guint n = plt_table_n_columns (*table);
      g_autofree PltValue *values = g_new0 (PltValue, n);

      for (guint row = 1; row < out->rows->len; row++)
        for (guint i = 0; i < out->n_columns; i++)
          {
            const PltDocCell *cell = plt_doc_table_get_cell (out, row, i);
            int index = plt_table_column_index (*table, out->columns[i].id);
            g_auto (PltValue) back = PLT_VALUE_INIT;
            g_autoptr (GError) error = NULL;

            if ((*table)->columns[index].type == PLT_COLUMN_REFERENCE
                || (*table)->columns[index].flags & PLT_COLUMN_REQUIRED)
              continue;
            g_assert_true (plt_rows_read (store, *table, cell->ref.id, values, &error));
            g_assert_no_error (error);
            plt_column_parse (&(*table)->columns[index], cell->text, &back, &error);
            g_assert_no_error (error);
            if (!plt_value_equal (&back, &values[index]))
              g_error ("%s.%s: “%s” is not read back.", (*table)->id, out->columns[i].id,
                       cell->text);
          }
      for (guint i = 0; i < n; i++)
        plt_value_clear (&values[i]);
    }
}

/* What a view shows: some rows, in its order; one that has gone is left out. */
static void
test_rows (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  static const gint64 wanted[] = { 4, 999, 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = NULL;

  g_array_append_vals (ids, wanted, G_N_ELEMENTS (wanted));
  document = plt_table_document_of_rows (store, plt_table_find ("sequence"), ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plt_doc_table_get_n_rows (plt_document_find_table (document, NULL)), ==, 3);
  g_assert_cmpstr (cell_of (document, "sequence", 1, "number")->text, ==, "4");
  g_assert_cmpstr (cell_of (document, "sequence", 2, "number")->text, ==, "2");
}

static void
test_paper (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) narrow = build (store, "set");
  g_autoptr (PltDocument) wide = build (store, "sequence");

  g_assert_cmpint (plt_document_get_info (narrow)->orientation, ==, PLT_PORTRAIT);
  g_assert_cmpint (plt_document_get_info (wide)->orientation, ==, PLT_LANDSCAPE);
  g_assert_cmpstr (plt_document_get_info (wide)->production, ==, "Le Bac de six heures");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-document/cells", test_cells);
  g_test_add_func ("/table-document/all-tables", test_all_tables);
  g_test_add_func ("/table-document/reads-back", test_reads_back);
  g_test_add_func ("/table-document/rows", test_rows);
  g_test_add_func ("/table-document/paper", test_paper);
  return g_test_run ();
}

#include <string.h>

#include "plt-document-csv.h"
#include "plt-document-dump.h"
#include "plt-document-private.h"
#include "plt-table-export.h"
#include "plt-test-golden.h"

static const PltChoice states[] = { { "draft", "Draft" }, { "final", "Final" }, { NULL, NULL } };
static const PltColumn columns[] = {
  { .id = "name", .title = "Name", .type = PLT_COLUMN_TEXT },
  { .id = "note", .title = "Note", .type = PLT_COLUMN_LONG_TEXT },
  { .id = "count", .title = "Count", .type = PLT_COLUMN_INTEGER },
  { .id = "done", .title = "Done", .type = PLT_COLUMN_BOOLEAN },
  { .id = "rate_cents", .title = "Rate", .type = PLT_COLUMN_MONEY },
  { .id = "share_e6", .title = "Share", .type = PLT_COLUMN_RATE },
  { .id = "quantity_e3", .title = "Quantity", .type = PLT_COLUMN_QUANTITY },
  { .id = "start_minutes", .title = "Start", .type = PLT_COLUMN_CLOCK },
  { .id = "drive_minutes", .title = "Drive", .type = PLT_COLUMN_DURATION },
  { .id = "length_seconds", .title = "Length", .type = PLT_COLUMN_SECONDS },
  { .id = "eighths", .title = "Pages", .type = PLT_COLUMN_EIGHTHS },
  { .id = "latitude_e6", .title = "Latitude", .type = PLT_COLUMN_COORDINATE },
  { .id = "date", .title = "Date", .type = PLT_COLUMN_DATE },
  { .id = "state", .title = "State", .type = PLT_COLUMN_CHOICE, .choices = states },
  { .id = "marks", .title = "Marks", .type = PLT_COLUMN_FLAGS, .choices = states },
  { .id = "person", .title = "Person", .type = PLT_COLUMN_REFERENCE, .reference = "person" },
  { .id = "file", .title = "File", .type = PLT_COLUMN_FILE },
  { .id = "days", .title = "Days", .type = PLT_COLUMN_FORMULA },
  { .id = "secret", .title = "Secret", .type = PLT_COLUMN_TEXT, .flags = PLT_COLUMN_HIDDEN },
  { NULL },
};
static const PltTable table
    = { .id = "sample", .title = "Samples", .singular = "Sample", .columns = columns };

#define N_SHOWN 18
#define TEXT(text_)                                                                                \
  {                                                                                                \
    .kind = PLT_VALUE_TEXT, .text = (char *) (text_)                                               \
  }
#define NUMBER(number_)                                                                            \
  {                                                                                                \
    .kind = PLT_VALUE_INTEGER, .integer = (number_)                                                \
  }

static const PltValue full[N_SHOWN] = { TEXT ("=Nora"),       TEXT ("Une note, longue."),
                                        NUMBER (12),          NUMBER (1),
                                        NUMBER (123456),      NUMBER (155000),
                                        NUMBER (1500),        NUMBER (1620),
                                        NUMBER (80),          NUMBER (3725),
                                        NUMBER (10),          NUMBER (48856613),
                                        TEXT ("2026-11-18"),  TEXT ("final"),
                                        TEXT ("draft,final"), NUMBER (7),
                                        TEXT ("contrat.pdf"), TEXT ("2,5") };
static const PltValue odd[N_SHOWN] = { TEXT (""),
                                       { 0 },
                                       { 0 },
                                       NUMBER (0),
                                       NUMBER (-1),
                                       { 0 },
                                       { 0 },
                                       { 0 },
                                       { 0 },
                                       { 0 },
                                       { 0 },
                                       { 0 },
                                       TEXT ("bientôt"),
                                       TEXT ("autre"),
                                       TEXT (""),
                                       { 0 },
                                       TEXT (""),
                                       TEXT ("jours * 2") };
static const char *const labels[N_SHOWN] = { [15] = "Kerbrat Inès" };
static const PltTableExportRow rows[] = { { 1, full, labels }, { 2, odd, NULL } };

static void
test_golden (void)
{
  g_autoptr (PltDocument) document = plt_table_export_document (
      &table, NULL, rows, G_N_ELEMENTS (rows), "La Passe", plt_date_from_ymd (2026, 11, 18));
  g_autofree char *dump = plt_document_dump (document, PLT_DUMP_PLAIN);
  plt_assert_golden ("export/register.txt", dump);
  g_autofree char *csv = plt_csv_format_document (document, NULL, NULL);
  plt_assert_golden ("export/register.csv", csv);
}

static void
test_default_columns (void)
{
  g_autofree const char **ids = plt_table_export_default_columns (&table);
  g_assert_cmpuint (g_strv_length ((char **) ids), ==, N_SHOWN);
  g_assert_false (g_strv_contains (ids, "secret"));
}

static void
test_kinds_and_refs (void)
{
  static const PltCellKind kinds[N_SHOWN]
      = { PLT_CELL_TEXT,    PLT_CELL_TEXT,   PLT_CELL_NUMBER, PLT_CELL_TEXT,  PLT_CELL_MONEY,
          PLT_CELL_RATE,    PLT_CELL_NUMBER, PLT_CELL_CLOCK,  PLT_CELL_CLOCK, PLT_CELL_SECONDS,
          PLT_CELL_EIGHTHS, PLT_CELL_NUMBER, PLT_CELL_DATE,   PLT_CELL_TEXT,  PLT_CELL_TEXT,
          PLT_CELL_TEXT,    PLT_CELL_TEXT,   PLT_CELL_NUMBER };
  g_autoptr (PltDocument) document
      = plt_table_export_document (&table, NULL, rows, G_N_ELEMENTS (rows), "La Passe", 1);
  const PltDocTable *out = plt_document_find_table (document, NULL);
  for (guint j = 0; j < N_SHOWN; j++)
    {
      const PltDocCell *cell = plt_doc_table_get_cell (out, 1, j);
      g_assert_cmpint (cell->kind, ==, kinds[j]);
      g_assert_cmpstr (cell->ref.table, ==, "sample");
      g_assert_cmpint (cell->ref.id, ==, 1);
      g_assert_cmpstr (cell->ref.column, ==, columns[j].id);
    }
  g_assert_cmpint (plt_document_get_info (document)->orientation, ==, PLT_LANDSCAPE);
}

static void
test_chosen (void)
{
  static const char *const chosen[] = { "rate_cents", "name", NULL };
  static const PltValue values[] = { NUMBER (99), TEXT ("Nora") };
  static const PltTableExportRow row = { 5, values, NULL };
  g_autoptr (PltDocument) document = plt_table_export_document (&table, chosen, &row, 1, NULL, 1);
  g_autofree char *csv = plt_csv_format_document (document, NULL, NULL);
  g_assert_cmpstr (csv, ==, "\357\273\277rate_cents;name\r\n0,99;Nora\r\n");
  g_assert_cmpint (plt_document_get_info (document)->orientation, ==, PLT_PORTRAIT);

  g_autoptr (PltDocument) empty = plt_table_export_document (&table, chosen, NULL, 0, NULL, 1);
  g_autofree char *none = plt_csv_format_document (empty, NULL, NULL);
  g_assert_cmpstr (none, ==, "\357\273\277rate_cents;name\r\n");
}

/* What is written for another program is read back to the same value, for every type. */
static void
test_csv_reads_back (void)
{
  g_autoptr (PltDocument) document
      = plt_table_export_document (&table, NULL, rows, 1, "La Passe", 1);
  g_autofree char *csv = plt_csv_format_document (document, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  g_auto (GStrv) fields = g_strsplit (lines[1], ";", -1);
  g_assert_cmpuint (g_strv_length (fields), ==, N_SHOWN);
  for (guint j = 1; j < N_SHOWN; j++)
    {
      if (columns[j].type == PLT_COLUMN_REFERENCE)
        continue;
      g_auto (PltValue) value = PLT_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      plt_column_parse (&columns[j], fields[j], &value, &error);
      g_assert_no_error (error);
      g_assert_true (plt_value_equal (&value, &full[j]));
    }
}

/* Every table of the program makes a document, with and without rows. */
static void
test_all_tables (void)
{
  for (const PltTable *const *one = plt_tables (); *one != NULL; one++)
    {
      g_autofree PltValue *values = g_new0 (PltValue, plt_table_n_columns (*one));
      PltTableExportRow row = { 1, values, NULL };
      g_autoptr (PltDocument) document
          = plt_table_export_document (*one, NULL, &row, 1, "La Passe", 1);
      const PltDocTable *out = plt_document_find_table (document, NULL);
      g_assert_cmpuint (plt_doc_table_get_n_rows (out), ==, 2);
      for (guint j = 0; j < out->n_columns; j++)
        g_assert_cmpstr (plt_doc_table_get_cell (out, 1, j)->text, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-export/golden", test_golden);
  g_test_add_func ("/table-export/default-columns", test_default_columns);
  g_test_add_func ("/table-export/kinds-and-refs", test_kinds_and_refs);
  g_test_add_func ("/table-export/chosen", test_chosen);
  g_test_add_func ("/table-export/csv-reads-back", test_csv_reads_back);
  g_test_add_func ("/table-export/all-tables", test_all_tables);
  return g_test_run ();
}

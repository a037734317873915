#include <string.h>

#include "plt-document-csv.h"
#include "plt-error.h"
#include "plt-test-document.h"
#include "plt-test-golden.h"

static void
test_golden (void)
{
  static const struct
  {
    const char *table;
    const char *golden;
  } cases[] = { { NULL, "export/detail.csv" }, { "Journées", "export/journees.csv" } };
  g_autoptr (PltDocument) document = plt_test_document_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *csv = plt_csv_format_document (document, cases[i].table, &error);
      g_assert_no_error (error);
      plt_assert_golden (cases[i].golden, csv);
    }
}

static void
test_fields (void)
{
  static const struct
  {
    const char *text;
    const char *field;
  } cases[] = {
    { "simple", "simple" },
    { "", "" },
    { "a;b", "\"a;b\"" },
    { "dit \"non\"", "\"dit \"\"non\"\"\"" },
    { "deux\nlignes", "\"deux\nlignes\"" },
    { " retrait", "\" retrait\"" },
    { "a,b", "a,b" },
    { "=1+1", "'=1+1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "-note", "'-note" },
    { "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0" },
    { "\tx", "'\tx" },
    { "-12,5", "-12,5" },
    { "+33 6 12 34 56 78", "+33 6 12 34 56 78" },
    { "-", "-" },
    { "=a;b", "\"'=a;b\"" },
    { "'=1+1", "''=1+1" },
    { "'ellipse", "'ellipse" },
    { "'", "'" },
  };
  static const PltDocColumn column = { .id = "a" };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltDocInfo info = { .title = "Champs" };
      g_autoptr (PltDocument) document = plt_document_new (&info);
      PltDocTable *table = plt_document_table (document, "Champs", &column, 1);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, cases[i].text);
      g_autofree char *csv = plt_csv_format_document (document, NULL, NULL);
      g_autofree char *expected = g_strconcat ("\357\273\277a\r\n", cases[i].field, "\r\n", NULL);
      g_assert_cmpstr (csv, ==, expected);
    }
}

/* The columns are named by id, else by title; header rows are not data. */
static void
test_header (void)
{
  static const PltDocColumn columns[] = { { "Poste", "poste" }, { "Nom; complet" }, { NULL } };
  PltDocInfo info = { .title = "Tête" };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Tête", columns, 3);
  plt_doc_table_row (table, "row.header");
  plt_doc_table_text (table, "sous-titre");
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_span (plt_doc_table_text (table, "x"), 2);
  plt_doc_table_number (table, 1234500, 3);
  g_autofree char *csv = plt_csv_format_document (document, "Tête", NULL);
  g_assert_cmpstr (csv, ==, "\357\273\277poste;\"Nom; complet\";\r\nx;;1234,5\r\n");
}

static void
test_unknown_table (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autoptr (GError) error = NULL;
  g_assert_null (plt_csv_format_document (document, "Absent", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Détail, Récapitulatif, Journées."));

  PltDocInfo info = { .title = "Sans tableau" };
  g_autoptr (PltDocument) empty = plt_document_new (&info);
  g_autoptr (GError) none = NULL;
  g_assert_null (plt_csv_format_document (empty, "Absent", &none));
  g_assert_error (none, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (none->message, "Sans tableau"));
}

static void
test_texts (void)
{
  static const PltRef nowhere = { NULL, 0, NULL };
  PltDocInfo info = { .title = "Sans tableau" };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  plt_document_paragraph (document, "text.normal", "Avant; tout", nowhere);
  plt_document_heading (document, 1, "Séquence 1", nowhere);
  PltDocFields *fields = plt_document_fields (document, 2);
  plt_doc_fields_add (fields, "Décor", "=CAFÉ", nowhere);
  plt_doc_fields_add (fields, "Lieu", "", nowhere);
  plt_document_space (document, 3);
  plt_document_runs (document, "text.note", "run.normal", "Il ", "run.bold", "pleut", NULL);
  g_autofree char *csv = plt_csv_format_document (document, NULL, NULL);
  g_assert_cmpstr (csv, ==,
                   "\357\273\277section;libelle;texte\r\n;;\"Avant; tout\"\r\n"
                   "Séquence 1;Décor;'=CAFÉ\r\nSéquence 1;Lieu;\r\nSéquence 1;;Il pleut\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-csv/golden", test_golden);
  g_test_add_func ("/document-csv/fields", test_fields);
  g_test_add_func ("/document-csv/header", test_header);
  g_test_add_func ("/document-csv/texts", test_texts);
  g_test_add_func ("/document-csv/unknown-table", test_unknown_table);
  return g_test_run ();
}

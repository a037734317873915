/* CSV: the text, rows read from it, rows written to it and back. */
#include <string.h>

#include "plt-csv-export.h"
#include "plt-csv-import.h"
#include "plt-csv.h"
#include "plt-test-store.h"

/* ---- text ---- */

/* "1:a|b/3:c" : line, cells, records */
static const struct
{
  const char *csv;
  const char *records;
  const char *error;
} text_cases[] = {
  { "", "" },
  { "\n\r\n\r", "" },
  { "a;b", "1:a|b" },
  { "a;b\n", "1:a|b" },
  { "a;b\r\nc;d\r\n", "1:a|b/2:c|d" },
  { "a;b\rc;d", "1:a|b/2:c|d" },
  { "a,b;c,d,e", "1:a|b;c|d|e" },
  { "a\tb\nc;d\te", "1:a|b/2:c;d|e" },
  { "a;;\n;;", "1:a||/2:||" },
  { "a\n\n\nb", "1:a/4:b" },
  { "\"a;b\";c", "1:a;b|c" },
  { "\"a \"\"b\"\"\";c", "1:a \"b\"|c" },
  { "\"a\nb\";c\nd;e", "1:a\nb|c/3:d|e" },
  { "\"a\r\nb\";c\r\nd;e", "1:a\r\nb|c/3:d|e" },
  { "\"\";x", "1:|x" },
  { "5\" lens;x", "1:5\" lens|x" },
  { "sep=,\na;b,c", "2:a;b|c" },
  { "\"x;y\",z\n1,2", "1:x;y|z/2:1|2" },
  { "a;\"b\nc;d", NULL, "Line 1: a quotation mark is opened and never closed" },
  { "a\nb\n\"c\nd", NULL, "Line 3:" },
  { "a\n\"b\" c;d", NULL, "Line 2: something follows a closing quotation mark" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autoptr (PltCsvReader) reader = plt_csv_reader_new (text_cases[i].csv);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) records = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      guint line;

      while (plt_csv_reader_next (reader, cells, &line, &error))
        {
          g_string_append_printf (records, "%s%u:", records->len > 0 ? "/" : "", line);
          for (guint j = 0; j < cells->len; j++)
            g_string_append_printf (records, "%s%s", j > 0 ? "|" : "",
                                    (const char *) g_ptr_array_index (cells, j));
        }
      if (text_cases[i].error != NULL)
        {
          plt_assert_says (error, PLT_ERROR_INVALID, text_cases[i].error);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (records->str, ==, text_cases[i].records);
    }
}

/* Whatever is written as a cell is read as that cell. */
static void
test_text_round_trip (void)
{
  static const char pieces[][4] = { "a", "\"", ";", ",", "\n", "\r", " ", "é", "'", "=", "\t" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) csv = g_string_new ("x;y\n");
      g_autoptr (PltCsvReader) reader = NULL;
      guint line;

      for (guint j = 0; j < 4; j++)
        {
          GString *cell = g_string_new (j == 0 ? "." : NULL);

          for (gint n = g_rand_int_range (rand, 0, 8); n > 0; n--)
            g_string_append (cell,
                             pieces[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (pieces))]);
          if (j > 0)
            g_string_append_c (csv, ';');
          plt_csv_append_cell (csv, cell->str, ';');
          g_ptr_array_add (written, g_string_free (cell, FALSE));
        }
      reader = plt_csv_reader_new (csv->str);
      g_assert_cmpint (plt_csv_reader_get_separator (reader), ==, ';');
      g_assert_true (plt_csv_reader_next (reader, cells, &line, NULL));
      g_assert_true (plt_csv_reader_next (reader, cells, &line, NULL));
      g_assert_cmpuint (cells->len, ==, 4);
      for (guint j = 0; j < 4; j++)
        g_assert_cmpstr (g_ptr_array_index (cells, j), ==, g_ptr_array_index (written, j));
      g_assert_false (plt_csv_reader_next (reader, cells, &line, NULL));
    }
}

/* ---- reading rows ---- */

static const struct
{
  const char *table;
  const char *csv;
  guint added, updated, unchanged;
  const char *column;
  const char *rows; /* of that column afterwards */
} good[] = {
  { "set", "name\nGARE\nPHARE\n", 2, 0, 0, "name", "ARRIÈRE-SALLE|CAFÉ|CHAMBRE|GARE|PHARE|QUAI" },
  { "set", "name;parent\nGARE;\nHALL;gare\nGUICHET;  Gare ", 3, 0, 0, "parent",
    "CAFÉ||||GARE|GARE|" },
  { "set", "Set,Part of\n\"GARE, HALL\",café", 1, 0, 0, "name",
    "ARRIÈRE-SALLE|CAFÉ|CHAMBRE|GARE, HALL|QUAI" },
  { "set", "name;parent\nHALL;GARE\nGUICHET;HALL\nGARE;\n", 3, 0, 0, "parent",
    "CAFÉ||||HALL|GARE|" },
  { "set", "id;name\n1;BISTROT\n;GARE\n3;QUAI\n", 1, 1, 1, "name",
    "ARRIÈRE-SALLE|BISTROT|CHAMBRE|GARE|QUAI" },
  { "set", "id\tnote\n1\t\"deux\nlignes\"\n2\t=1+1", 0, 2, 0, "note", "=1+1|deux\nlignes||" },
  { "set", "name;note\nGARE;'=1+1\n", 1, 0, 0, "note", "|||=1+1|" },
  { "set", "name;note\nGARE;-5\n", 1, 0, 0, "note", "|||-5|" },
  { "set", "name;;\nGARE;;\n", 1, 0, 0, "note", "||||" },
  { "set", "name", 0, 0, 0, "name", "ARRIÈRE-SALLE|CAFÉ|CHAMBRE|QUAI" },
  { "sequence", "number;eighths;set;effect\n5;1 4/8;quai;nuit\n", 1, 0, 0, "eighths",
    "1 2/8|6/8|3/8|1|1 4/8" },
  { "sequence", "No.;Effect\n5;Night\n6;CONTRE-JOUR\n", 2, 0, 0, "effect",
    "JOUR|JOUR|NUIT|NUIT|NUIT|CONTRE-JOUR" },
  { "sequence", "number;status\n5;\n", 1, 0, 0, "status",
    "a-tourner|a-tourner|a-tourner|a-tourner|" },
  { "sequence", "id;estimate_seconds;number\n1;;1\n", 0, 0, 1, "number", "1|2|3A|4" },
  { "strip", "day;sequence\n13/05/2026;4\n", 0, 0, 0, NULL, NULL },
  { "strip", "day;kind;sequence\nmer. 13 mai;;4\n", 1, 0, 0, "kind",
    "sequence|sequence|repas|sequence|sequence|sequence" },
  { "cash_entry", "date;label;amount_cents\n1/6/26;Solde;\"1 234,50 €\"\n", 1, 0, 0, "amount_cents",
    "8400,00|-700,00|1234,50" },
  { "account", "code;name;parent\n4;Charges;\n41;Artistes;4 · Charges\n", 2, 0, 0, "parent",
    "|3 · Interprétation||4 · Charges" },
};

static PltBatch *
read_csv (PltStore *store, const char *table, const char *csv, PltCsvCounts *counts, GError **error)
{
  return plt_csv_read (store, plt_table_find (table), csv, strlen (csv), counts, error);
}

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (PltStore) store = plt_test_store_sample ();
      g_autofree char *before = plt_store_checksum (store);
      g_autoptr (PltBatch) batch = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = NULL;
      g_autofree char *now = NULL;
      PltCsvCounts counts;

      batch = read_csv (store, good[i].table, good[i].csv, &counts, &error);
      if (good[i].column == NULL)
        {
          g_assert_nonnull (error); /* a date is not the label of a day */
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (counts.added, ==, good[i].added);
      g_assert_cmpuint (counts.updated, ==, good[i].updated);
      g_assert_cmpuint (counts.unchanged, ==, good[i].unchanged);
      g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, counts.added + counts.updated);
      /* Reading is a dry run. */
      now = plt_store_checksum (store);
      g_assert_cmpstr (now, ==, before);
      g_assert_false (plt_store_can_undo (store));

      g_assert_true (plt_store_apply (store, "Import", NULL, batch, NULL, &error));
      rows = plt_test_rows (store, good[i].table, good[i].column);
      g_assert_cmpstr (rows, ==, good[i].rows);
      if (counts.added + counts.updated > 0)
        plt_assert_undo_redo (store, before);
    }
}

static const struct
{
  const char *table;
  const char *csv;
  int code;
  const char *part;
} bad[] = {
  { "set", "", PLT_ERROR_INVALID, "The file is empty; its first line must name the columns." },
  { "set", "\n\n", PLT_ERROR_INVALID, "The file is empty" },
  { "set", "décor\nGARE", PLT_ERROR_INVALID,
    "Line 1: “décor” is not a column of “Sets”. Its columns are: id, name (Set), parent (Part "
    "of)," },
  { "set", "name;note;Set\nGARE;;", PLT_ERROR_INVALID,
    "Line 1: the column “Set” is there twice, as column 1 and column 3" },
  { "set", "id;ID\n1;1", PLT_ERROR_INVALID, "“ID” is there twice" },
  { "set", "name;note\nGARE", PLT_ERROR_INVALID, "Line 2 has 1 cells and the first line has 2" },
  { "set", "name\nGARE;x", PLT_ERROR_INVALID, "Line 2 has 2 cells" },
  { "set", "name;\nGARE;x", PLT_ERROR_INVALID,
    "Line 2: “x” stands in column 2, which has no name" },
  { "set", ";\nGARE;", PLT_ERROR_INVALID, "Line 1: “” is not a column" },
  { "set", "id;name\n99;GARE", PLT_ERROR_NOT_FOUND, "Line 2: there is no set with the id 99" },
  { "set", "id;name\nun;GARE", PLT_ERROR_INVALID, "Line 2: “un” is not an id" },
  { "set", "id;name\n-1;GARE", PLT_ERROR_INVALID, "Line 2: “-1” is not an id" },
  { "set", "id;name\n1;GARE\n2;X\n1;Y", PLT_ERROR_INVALID, "Line 4: the row 1 is on line 2" },
  { "set", "name\nGARE\nGARE", PLT_ERROR_CONFLICT, "Line 3: The set “GARE” (row number" },
  { "set", "name\n\"GA\nRE\"\nQUAI", PLT_ERROR_CONFLICT, "Line 4: The set “QUAI”" },
  { "set", "note\nsans nom", PLT_ERROR_INVALID, "Line 2: “Set” may not be empty" },
  { "set", "name;parent\nGARE;VILLE", PLT_ERROR_NOT_FOUND,
    "Line 2, column “Part of”: There is no set called “VILLE”" },
  { "set", "name;parent\nHALL;GARE\nGARE;HALL", PLT_ERROR_NOT_FOUND,
    "Line 2, column “Part of”: There is no set called “GARE”" },
  { "set", "name;note\n\"GARE;", PLT_ERROR_INVALID, "Line 2: a quotation mark" },
  { "set", "id;parent\n1;arrière-salle", PLT_ERROR_INVALID, "Line 2: “CAFÉ” cannot be under" },
  { "sequence", "number;eighths\n5;\n6;beaucoup\n", PLT_ERROR_INVALID,
    "Line 3, column “Pages”: “Pages” cannot be “beaucoup”. Write a number of pages such as 1 "
    "2/8." },
  { "sequence", "id;estimate_seconds\n1;80\n", PLT_ERROR_INVALID,
    "Line 2: “Estimate” is written by Plateau" },
  /* Where rows are called by numbers, a number is a name. */
  { "strip", "sequence\n9\n", PLT_ERROR_NOT_FOUND, "no sequence called “9”" },
};

static void
test_bad (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autofree char *before = plt_store_checksum (store);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      PltCsvCounts counts = { 7, 7, 7 };
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;

      g_assert_null (read_csv (store, bad[i].table, bad[i].csv, &counts, &error));
      plt_assert_says (error, bad[i].code, bad[i].part);
      g_assert_cmpuint (counts.added, ==, 7);
      now = plt_store_checksum (store);
      g_assert_cmpstr (now, ==, before);
      g_assert_false (plt_store_can_undo (store));
    }
}

/* The bad date in line 40: nothing of the 59 rows is kept, and the line is told. */
static void
test_bad_date (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autoptr (GString) csv = g_string_new ("date;label;amount_cents\r\n");
  g_autoptr (GError) error = NULL;

  for (guint line = 2; line <= 60; line++)
    g_string_append_printf (csv, "%s;Cachet %u;-100,00\r\n",
                            line == 40 ? "31/02/2026" : "28/02/2026", line);
  g_assert_null (read_csv (store, "cash_entry", csv->str, NULL, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "Line 40, column “Date”: “Date” cannot be “31/02/2026”. Write a date such as "
                   "12/05/2026.");
  g_assert_cmpint (plt_rows_count (store, plt_table_find ("cash_entry")), ==, 2);
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *refused;
  } cases[] = {
    { "name\nMARCH\303\211", 12 },                           /* UTF-8 */
    { "\357\273\277name\nMARCH\303\211", 15 },               /* with a byte-order mark */
    { "name\nMARCH\311", 11 },                               /* Windows-1252 */
    { "\377\376n\0a\0m\0e\0\n\0M\0A\0R\0C\0H\0\311\0", 24 }, /* UTF-16 */
    { "name\nMAR\0CH", 11, "1 character of this file cannot be read" },
    { "PK\3\4....", 8, "This is a spreadsheet and not a CSV file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PltBatch) batch = plt_csv_read (store, plt_table_find ("set"), cases[i].bytes,
                                                 cases[i].length, NULL, &error);

      if (cases[i].refused != NULL)
        {
          g_assert_null (batch);
          plt_assert_says (error, PLT_ERROR_INVALID, cases[i].refused);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (plt_store_apply (store, "Import", NULL, batch, NULL, &error));
      plt_test_find (store, "set", "MARCHÉ");
    }
}

static void
test_too_big (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  gsize length = 65 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GError) error = NULL;

  memset (text, 'a', length);
  g_assert_null (plt_csv_read (store, plt_table_find ("set"), text, length, NULL, &error));
  plt_assert_says (error, PLT_ERROR_TOO_BIG, "at most 64 MB");
  g_clear_error (&error);
  memset (text, ';', 5000);
  text[5000] = '\0';
  g_assert_null (plt_csv_read (store, plt_table_find ("set"), text, 5000, NULL, &error));
  plt_assert_says (error, PLT_ERROR_TOO_BIG, "more than 1000 cells");
}

/* Whatever the bytes, it is read or refused with a sentence, and nothing changes. */
static void
test_any_bytes (void)
{
  static const char *const pieces[]
      = { "name", "id", "parent", "note", ";",  ",",    "\t",   "\n",       "\r\n", "\"",
          "\"\"", "1",  "2",      "CAFÉ", "=X", "\311", "\303", "\357\277", "GARE", " " };
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autofree char *before = plt_store_checksum (store);
  g_autofree char *after = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (40);
  guint n_read = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) csv = g_string_new (i % 3 == 0   ? "name;note\n"
                                              : i % 3 == 1 ? "id;name\n"
                                                           : NULL);
      g_autoptr (PltBatch) batch = NULL;
      g_autoptr (GError) error = NULL;

      for (gint n = g_rand_int_range (rand, 0, 14); n > 0; n--)
        g_string_append (csv, pieces[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (pieces))]);
      batch = plt_csv_read (store, plt_table_find ("set"), csv->str, csv->len, NULL, &error);
      g_assert_true ((batch == NULL) == (error != NULL));
      g_assert_true (error == NULL || error->domain == PLT_ERROR);
      n_read += batch != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_read, >, 50);
  after = plt_store_checksum (store);
  g_assert_cmpstr (after, ==, before);
}

/* ---- writing rows ---- */

static void
test_write (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  const PltTable *table = plt_table_find ("sequence");
  g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, "-number", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *titles = NULL;

  g_array_set_size (ids, 2);
  csv = plt_csv_write (store, table, ids, "id,number,set,eighths,hazards", PLT_CSV_NORMAL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (csv, ==,
                   "id;number;set;eighths;hazards\r\n"
                   "4;4;CHAMBRE;1;\r\n"
                   "3;3A;QUAI;3/8;eau,nuit\r\n");
  titles = plt_csv_write (store, table, ids, "number,set", PLT_CSV_TITLES | PLT_CSV_BOM, &error);
  g_assert_cmpstr (titles, ==, "\357\273\277No.;Set\r\n4;CHAMBRE\r\n3A;QUAI\r\n");
  g_assert_null (plt_csv_write (store, table, ids, "number,size", 0, &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "no column “size”");
  g_clear_error (&error);
  g_array_index (ids, gint64, 1) = 999;
  g_assert_null (plt_csv_write (store, table, ids, NULL, 0, &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "row number 999");
}

/* Every table, written in each way, is read back as what is there. */
static void
test_round_trip (void)
{
  static const PltCsvFlags ways[]
      = { PLT_CSV_NORMAL, PLT_CSV_BOM | PLT_CSV_SAFE, PLT_CSV_TITLES | PLT_CSV_SAFE };
  g_autoptr (PltStore) store = plt_test_store_sample ();

  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *csv = plt_csv_write (store, *table, NULL, NULL, ways[i], &error);
        g_autoptr (PltBatch) batch = NULL;
        PltCsvCounts counts;

        g_assert_no_error (error);
        batch = read_csv (store, (*table)->id, csv, &counts, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (counts.added + counts.updated, ==, 0);
        g_assert_cmpint (counts.unchanged, ==, plt_rows_count (store, *table));
      }
}

/* Rows written without their ids are added to another production with the same values. */
static void
test_round_trip_added (void)
{
  /* Of sets, a part stands before its whole. */
  static const char *const tables[] = { "location",       "set",
                                        "sequence",       "element_category",
                                        "element",        "sequence_element",
                                        "person",         "contribution_profile",
                                        "engagement",     "schedule",
                                        "shooting_day",   "strip",
                                        "funding_source", "task" };
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autoptr (PltStore) copy = plt_test_store_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const PltTable *table = plt_table_find (tables[i]);
      g_autoptr (GString) columns = g_string_new (NULL);
      g_autoptr (PltBatch) batch = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *csv = NULL;
      g_autofree char *again = NULL;

      for (const PltColumn *column = table->columns; column->id != NULL; column++)
        g_string_append_printf (columns, "%s%s", columns->len > 0 ? "," : "", column->id);
      csv = plt_csv_write (store, table, NULL, columns->str, PLT_CSV_SAFE, &error);
      g_assert_no_error (error);
      batch = read_csv (copy, table->id, csv, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (plt_store_apply (copy, "Import", NULL, batch, NULL, &error));
      again = plt_csv_write (copy, table, NULL, columns->str, PLT_CSV_SAFE, &error);
      g_assert_cmpstr (again, ==, csv);
    }
}

/* Texts that a spreadsheet would run, and those that look as if they had been guarded. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
    const char *safe;
  } cases[] = {
    { "=1+1", "=1+1", "'=1+1" }, { "+33 6 00", "+33 6 00", "'+33 6 00" },
    { "-", "-", "'-" },          { "@home", "@home", "'@home" },
    { "'=x", "''=x", "''=x" },   { "''-x", "'''-x", "'''-x" },
    { "'x", "'x", "'x" },        { "l'été", "l'été", "l'été" },
    { "a=b", "a=b", "a=b" },
  };
  g_autoptr (PltStore) store = plt_test_store_sample ();
  gint64 id = plt_test_find (store, "set", "QUAI");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint safe = 0; safe < 2; safe++)
      {
        const PltTable *table = plt_table_find ("set");
        g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
        g_autofree char *csv = NULL;
        g_autofree char *expected = NULL;
        g_autofree char *cell = NULL;
        g_autoptr (PltBatch) batch = NULL;
        g_autoptr (GError) error = NULL;

        g_array_append_val (ids, id);
        g_assert_true (plt_store_set (store, "set", id, "note", cases[i].text, &error));
        csv = plt_csv_write (store, table, ids, "id,note", safe ? PLT_CSV_SAFE : PLT_CSV_NORMAL,
                             &error);
        expected = g_strdup_printf ("id;note\r\n%" G_GINT64_FORMAT ";%s\r\n", id,
                                    safe ? cases[i].safe : cases[i].plain);
        g_assert_cmpstr (csv, ==, expected);
        g_assert_true (plt_store_set (store, "set", id, "note", "autre", &error));
        batch = read_csv (store, "set", csv, NULL, &error);
        g_assert_no_error (error);
        g_assert_true (plt_store_apply (store, "Import", NULL, batch, NULL, &error));
        cell = plt_test_cell (store, "set", id, "note");
        g_assert_cmpstr (cell, ==, cases[i].text);
      }
  /* A name is text too; an amount is not. */
  g_assert_true (plt_store_set (store, "set", id, "name", "=QUAI", NULL));
  {
    g_autofree char *sequences
        = plt_csv_write (store, plt_table_find ("sequence"), NULL, "set", PLT_CSV_SAFE, NULL);
    g_autofree char *cash = plt_csv_write (store, plt_table_find ("cash_entry"), NULL,
                                           "amount_cents", PLT_CSV_SAFE, NULL);

    g_assert_nonnull (strstr (sequences, "\r\n'=QUAI\r\n"));
    g_assert_nonnull (strstr (cash, "\r\n-700,00\r\n"));
  }
}

/* Rows of one name are told apart by their numbers. */
static void
test_same_names (void)
{
  static const char *const lines[] = { "a: person | last_name = Petit | first_name = Léo",
                                       "b: person | last_name = Petit | first_name = Léo",
                                       "engagement | person = @a | function = Acteur",
                                       "engagement | person = @b | function = Bruiteur", NULL };
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (PltBatch) batch = plt_test_batch (lines);
  g_autoptr (PltBatch) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;
  PltCsvCounts counts;

  g_assert_true (plt_store_apply (store, "Add", NULL, batch, NULL, &error));
  csv = plt_csv_write (store, plt_table_find ("engagement"), NULL, "id,person", 0, &error);
  g_assert_cmpstr (csv, ==, "id;person\r\n1;#1\r\n2;#2\r\n");
  read = read_csv (store, "engagement", "id;person\r\n1;#2\r\n2;2\r\n", &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.updated, ==, 1);
  g_assert_cmpuint (counts.unchanged, ==, 1);
  g_assert_null (read_csv (store, "engagement", "person\r\nLéo Petit\r\n", NULL, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "Line 2, column “Person”: Several people");
}

/* A production that may only be read can still be compared with a file. */
static void
test_read_only (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autofree char *copy
      = g_strconcat (plt_store_get_path (store), ".copy" PLT_FILE_EXTENSION, NULL);
  g_autoptr (PltStore) reader = NULL;
  g_autoptr (PltBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  PltCsvCounts counts;

  g_assert_true (plt_store_save_copy (store, copy, &error));
  reader = plt_store_open (copy, PLT_OPEN_READ, &error);
  g_assert_no_error (error);
  batch = read_csv (reader, "set", "name\nGARE\n", &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_false (plt_store_apply (reader, "Import", NULL, batch, NULL, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/csv/text", test_text);
  g_test_add_func ("/store/csv/text-round-trip", test_text_round_trip);
  g_test_add_func ("/store/csv/good", test_good);
  g_test_add_func ("/store/csv/bad", test_bad);
  g_test_add_func ("/store/csv/bad-date", test_bad_date);
  g_test_add_func ("/store/csv/encodings", test_encodings);
  g_test_add_func ("/store/csv/too-big", test_too_big);
  g_test_add_func ("/store/csv/any-bytes", test_any_bytes);
  g_test_add_func ("/store/csv/write", test_write);
  g_test_add_func ("/store/csv/round-trip", test_round_trip);
  g_test_add_func ("/store/csv/round-trip-added", test_round_trip_added);
  g_test_add_func ("/store/csv/formulas", test_formulas);
  g_test_add_func ("/store/csv/same-names", test_same_names);
  g_test_add_func ("/store/csv/read-only", test_read_only);
  return g_test_run ();
}

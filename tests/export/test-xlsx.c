#include <locale.h>
#include <string.h>

#include "plt-error.h"
#include "plt-styles.h"
#include "plt-test-document.h"
#include "plt-test-golden.h"
#include "plt-xlsx-private.h"
#include "plt-xlsx.h"
#include "temp-folder.h"
#include "xlsx-cells.h"
#include "zip-parts.h"

static const PltRef nowhere = { NULL, 0, NULL };

static GHashTable *
write_parts (const PltDocument *document)
{
  g_autofree char *path = temp_path ("book.xlsx");
  g_autoptr (GError) error = NULL;
  g_assert_true (plt_xlsx_write (document, path, &error));
  g_assert_no_error (error);
  return zip_parts_read (path);
}

static char *
part (GHashTable *parts, const char *name)
{
  const char *text = g_hash_table_lookup (parts, name);
  g_assert_nonnull (text);
  return g_strdup (text);
}

static void
assert_contains (const char *text, const char *needle)
{
  if (strstr (text, needle) == NULL)
    g_error ("“%s” is not in: %.4000s", needle, text);
}

/* What a reader that does not calculate sees: places, values, formulas, number formats. */
static void
test_golden (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autoptr (GPtrArray) names = xlsx_sheet_names (parts);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GPtrArray) cells = xlsx_cells (parts, i + 1);
      g_string_append_printf (out, "[%s]\n", (char *) g_ptr_array_index (names, i));
      for (guint j = 0; j < cells->len; j++)
        {
          const XlsxCell *cell = g_ptr_array_index (cells, j);
          g_string_append_printf (out, "%s %s%s%s", cell->place, cell->is_text ? "\"" : "",
                                  cell->value, cell->is_text ? "\"" : "");
          if (cell->formula != NULL)
            g_string_append_printf (out, " =%s", cell->formula);
          if (cell->number_format != NULL && !cell->is_text)
            g_string_append_printf (out, " [%s]", cell->number_format);
          g_string_append_c (out, '\n');
        }
    }
  plt_assert_golden ("export/xlsx-cells.txt", out->str);
}

/* The same document gives the same bytes, on any day, under any name and in any locale. */
static void
test_same_bytes (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autofree char *first = temp_path ("a.xlsx");
  g_autofree char *second = temp_path ("été.xlsx");
  g_autofree char *one = NULL, *two = NULL;
  gsize length_one, length_two;
  g_assert_true (plt_xlsx_write (document, first, NULL));
  if (setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    g_test_message ("fr_FR.UTF-8 is not installed: tried in one locale only");
  g_usleep (G_USEC_PER_SEC + 100000);
  g_assert_true (plt_xlsx_write (document, second, NULL));
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_true (g_file_get_contents (first, &one, &length_one, NULL));
  g_assert_true (g_file_get_contents (second, &two, &length_two, NULL));
  g_assert_cmpmem (one, length_one, two, length_two);
}

/* A document without a date has one all the same: 0 would be taken for now. */
static void
test_no_date (void)
{
  PltDocInfo info = { .title = "Sans date", .date = PLT_DATE_NONE };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autofree char *core = part (parts, "docProps/core.xml");
  assert_contains (core, "2000-01-01T12:00:00Z");
}

static void
test_properties (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autofree char *core = part (parts, "docProps/core.xml");
  assert_contains (core, "<dc:title>Devis · La Passe</dc:title>");
  assert_contains (core, "<dc:creator>Plateau</dc:creator>");
  assert_contains (core, "2026-11-18T12:00:00Z");
  g_autofree char *app = part (parts, "docProps/app.xml");
  assert_contains (app, "<Company>Les Films du Môle &amp; Cie</Company>");
}

static void
test_page (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autofree char *sheet = part (parts, "xl/worksheets/sheet1.xml");
  assert_contains (sheet, "paperSize=\"9\"");
  assert_contains (sheet, "orientation=\"landscape\"");
  assert_contains (sheet, "fitToHeight=\"0\"");
  assert_contains (sheet, "fitToPage=\"1\"");
  assert_contains (sheet, "xSplit=\"2\" ySplit=\"9\"");
  assert_contains (sheet, "La Passe · Devis");
  assert_contains (sheet, "v3 · 18/11/2026");
  g_assert_null (strstr (sheet, "<autoFilter"));
  g_autofree char *book = part (parts, "xl/workbook.xml");
  assert_contains (book, "'Détail'!$9:$9</definedName>");
  assert_contains (book, "'Journées'!$3:$4</definedName>");
  assert_contains (book, "fullCalcOnLoad=\"1\"");

  static const struct
  {
    PltPaper paper;
    const char *size;
  } papers[] = { { PLT_PAPER_A3, "paperSize=\"8\"" }, { PLT_PAPER_A0, "paperSize=\"66\"" } };
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      PltDocInfo info = { .title = "R&D", .date = 1, .paper = papers[i].paper, .margin = 72 };
      g_autoptr (PltDocument) other = plt_document_new (&info);
      g_autoptr (GHashTable) other_parts = write_parts (other);
      g_autofree char *other_sheet = part (other_parts, "xl/worksheets/sheet1.xml");
      assert_contains (other_sheet, papers[i].size);
      assert_contains (other_sheet, "left=\"1\" right=\"1\"");
      assert_contains (other_sheet, "R&amp;&amp;D");
    }
}

/* Lists can be filtered, their totals stay out of it. */
static void
test_list (void)
{
  g_autoptr (PltDocument) document = plt_test_document_list_new (20);
  PltDocTable *table = (PltDocTable *) plt_document_find_table (document, NULL);
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 2);
  plt_doc_cell_formula (plt_doc_table_money (table, 21210), "=SUM({1,2}:{20,2})");
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autofree char *sheet = part (parts, "xl/worksheets/sheet1.xml");
  assert_contains (sheet, "<autoFilter ref=\"A4:D24\"/>");
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
  g_assert_cmpstr (xlsx_cell (cells, "C25")->formula, ==, "SUM(C5:C24)");
  g_assert_cmpstr (xlsx_cell (cells, "C25")->value, ==, "212.1");
}

static PltDocument *
bars_new (guint step, guint n)
{
  static const PltDocColumn columns[] = { { .title = "Tâche", .sheet_chars = 30 },
                                          { .title = "Début" },
                                          { .title = "Fin" },
                                          { .title = "Jours" } };
  PltDocInfo info = { .title = "Barres", .date = 1, .paper = PLT_PAPER_A3, .margin = 36 };
  PltDate first = plt_date_from_ymd (2027, 2, 1); /* a Monday */
  PltDocBars bars = { .start = 1, .finish = 2, .days = 3, .first = first, .n = n, .step = step };
  PltDocument *document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Barres", columns, G_N_ELEMENTS (columns));

  plt_doc_table_set_bars (table, &bars);
  plt_doc_table_set_frozen_columns (table, 1);
  for (guint i = 0; i < 3; i++)
    {
      plt_doc_table_row (table, i == 0 ? "row.group" : "row.normal");
      plt_doc_table_outline (table, i > 0);
      plt_doc_table_bar_color (table, i == 0 ? 0x111111 : 0x222222);
      plt_doc_table_text (table, i == 0 ? "Phase" : "Tâche");
      plt_doc_table_date (table, first + 5);
      plt_doc_table_date (table, first + (i == 2 ? 5 : 40)); /* 13 March */
      plt_doc_table_number (table, i == 2 ? 0 : 25, 0);
    }
  return document;
}

/* Bars of days, weeks and months: heads are dates, cells say what a reader would count, rows fold,
 * each colour is a rule of its own. */
static void
test_bars (void)
{
  static const struct
  {
    guint step, n;
    const char *second, *cells[3];
  } cases[] = { { 1, 28, "46420", { "", "", "■" } },
                { 7, 10, "46426", { "■", "■", "■" } },
                { PLT_DOC_BARS_MONTH, 12, "46447", { "■", "■", "" } } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) document = bars_new (cases[i].step, cases[i].n);
      g_autoptr (GHashTable) parts = write_parts (document);
      g_autofree char *sheet = part (parts, "xl/worksheets/sheet1.xml");
      g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
      static const char *const of_days[] = { "H", "I", "J" }, *const of_more[] = { "E", "F", "G" };
      guint head = 0, row;

      for (guint y = 1; y < 9; y++)
        {
          g_autofree char *place = g_strdup_printf ("A%u", y);
          const XlsxCell *cell = xlsx_cell (cells, place);

          if (cell != NULL && g_strcmp0 (cell->value, "Tâche") == 0 && head == 0)
            head = y;
        }
      row = head + 1;
      g_assert_cmpuint (head, >, 0);
      for (guint c = 0; c < 3; c++)
        {
          g_autofree char *place
              = g_strdup_printf ("%s%u", (cases[i].step == 1 ? of_days : of_more)[c], row);
          const XlsxCell *cell = xlsx_cell (cells, place);

          g_assert_cmpstr (cell->value, ==, cases[i].cells[c]);
        }
      {
        g_autofree char *place = g_strdup_printf ("F%u", head);

        g_assert_cmpstr (xlsx_cell (cells, place)->value, ==, cases[i].second);
      }
      assert_contains (sheet, "outlineLevel=\"1\"");
      assert_contains (sheet, cases[i].step == PLT_DOC_BARS_MONTH ? "EOMONTH(" : "+");
      assert_contains (sheet, "◆");
      assert_contains (sheet, "<conditionalFormatting");
      assert_contains (sheet, "summaryBelow=\"0\"");
    }
}

/* Whatever a text begins with, it is a text; nothing in it breaks the file. */
static void
test_texts_are_texts (void)
{
  static const char *const texts[] = {
    "=1+1",
    "+33 6 12 34 56 78",
    "-12",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "11",
    "1e5",
    "TRUE",
    "http://example.org/",
    "<b>&amp;\"'",
    "{1,2}",
    "_x000A_",
    " espaces ",
    "漢字 🎬 عربي",
  };
  static const PltDocColumn column = { .id = "a" };
  PltDocInfo info = { .title = "=1+1", .production = "@prod", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "=1+1", &column, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, texts[i]);
    }
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
  g_assert_cmpuint (cells->len, ==, 2 + G_N_ELEMENTS (texts));
  for (guint i = 0; i < cells->len; i++)
    {
      const XlsxCell *cell = g_ptr_array_index (cells, i);
      g_assert_true (cell->is_text);
      g_assert_null (cell->formula);
      /* "_x000A_" is the escape of a line break, so it is escaped itself. */
      if (i >= 2 && strcmp (texts[i - 2], "_x000A_") != 0)
        g_assert_cmpstr (cell->value, ==, texts[i - 2]);
    }
}

static void
test_long_text_is_cut_visibly (void)
{
  static const PltDocColumn column = { .id = "a" };
  PltDocInfo info = { .title = "Long", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Long", &column, 1);
  g_autofree char *text = g_strnfill (40000, 'e');
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, text);
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
  const char *value = ((const XlsxCell *) g_ptr_array_index (cells, 2))->value;
  g_assert_cmpint (g_utf8_strlen (value, -1), ==, 32767);
  g_assert_true (g_str_has_suffix (value, "…"));
}

/* A date before the calendar of spreadsheets is written as on paper. */
static void
test_old_dates (void)
{
  static const struct
  {
    int year, month, day;
    const char *value;
    gboolean is_text;
  } cases[] = {
    { 1890, 7, 14, "14/07/1890", TRUE }, { 1900, 2, 28, "28/02/1900", TRUE },
    { 1900, 3, 1, "61", FALSE },         { 1970, 1, 1, "25569", FALSE },
    { 2026, 11, 18, "46344", FALSE },
  };
  static const PltDocColumn column = { .id = "a" };
  PltDocInfo info = { .title = "Dates", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Dates", &column, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_date (table, plt_date_from_ymd (cases[i].year, cases[i].month, cases[i].day));
    }
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const XlsxCell *cell = g_ptr_array_index (cells, 2 + i);
      g_assert_cmpstr (cell->value, ==, cases[i].value);
      g_assert_cmpint (cell->is_text, ==, cases[i].is_text);
    }
}

/* Every style a document may use has its format, and only those. */
static void
test_every_style (void)
{
  guint n = 0;
  for (const char *const *name = plt_style_names (); *name != NULL; name++, n++)
    {
      const PltXlsxStyle *style = plt_xlsx_style_find (*name);
      if (style == NULL)
        g_error ("the style “%s” has no line in plt-xlsx-format.c", *name);
      g_assert_cmpstr (style->name, ==, *name);
    }
  g_assert_null (plt_xlsx_style_find ("cell.unknown"));
  g_assert_null (plt_xlsx_style_find (""));

  /* All of them at once: the workbook takes them. */
  static const PltDocColumn columns[] = { { "A" }, { "B" } };
  PltDocInfo info = { .title = "Styles", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  for (const char *const *name = plt_style_names (); *name != NULL; name++)
    if (g_str_has_prefix (*name, "text."))
      plt_document_runs (document, *name, "run.bold", "a", "run.warning", "b", NULL);
    else if (g_str_has_prefix (*name, "table."))
      {
        PltDocTable *table = plt_document_table (document, *name, columns, 2);
        plt_doc_table_set_style (table, *name);
        for (const char *const *other = plt_style_names (); *other != NULL; other++)
          if (g_str_has_prefix (*other, "row."))
            {
              plt_doc_table_row (table, *other);
              plt_doc_table_text (table, *other);
            }
          else if (g_str_has_prefix (*other, "cell.") || g_str_has_prefix (*other, "effect."))
            {
              plt_doc_table_row (table, "row.normal");
              plt_doc_cell_style (plt_doc_table_text (table, *other), *other);
              plt_doc_cell_style (plt_doc_table_money (table, 100), *other);
            }
      }
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autofree char *styles = part (parts, "xl/styles.xml");
  for (const char *const *name = plt_style_names (); *name != NULL; name++)
    {
      guint32 paper, ink;
      if (!plt_style_effect_colors (*name, &paper, &ink) || paper == 0xffffff)
        continue;
      g_autofree char *color = g_strdup_printf ("<fgColor rgb=\"FF%06X\"/>", paper);
      assert_contains (styles, color);
    }
}

static void
test_sheet_names (void)
{
  static const struct
  {
    const char *name;
    const char *sheet;
  } cases[] = {
    { "Détail", "Détail" },
    { "détail", "détail (2)" },
    { "A/B: [c]*?\\", "A B   c" },
    { "'quoted'", "quoted" },
    { "L'équipe", "L'équipe" },
    { "", "Tableau" },
    { "///", "Tableau (2)" },
    { "History", "History (2)" },
    { "Un nom de tableau qui est bien trop long", "Un nom de tableau qui est bien" },
    { "Un nom de tableau qui est bien trop court", "Un nom de tableau qui est b (2)" },
    { "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬", "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬" },
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sheet = plt_xlsx_sheet_name (cases[i].name, taken);
      g_assert_cmpstr (sheet, ==, cases[i].sheet);
    }

  static const PltDocColumn column = { "A" };
  PltDocInfo info = { .title = "Noms", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    plt_document_table (document, cases[i].name, &column, 1);
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autoptr (GPtrArray) names = xlsx_sheet_names (parts);
  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (cases));
}

static void
test_formulas (void)
{
  static const struct
  {
    const char *formula;
    const char *expected; /* NULL: names no place */
  } cases[] = {
    { "=1+1", "=1+1" },
    { "=SUM({2,5}:{9,5})", "=SUM(F103:F110)" },
    { "={.,2}*{.,3}*{.,4}", "=C106*D106*E106" },
    { "={-1,3}", "=D105" },
    { "=ROUND({.,5}*{.,6},2)", "=ROUND(F106*G106,2)" },
    { "={0,0}&{0,27}", "=A101&AB101" },
    { "={L'autre:1,0}", "='L''autre'!A2" },
    { "=SUM({L'autre:0,0}:{L'autre:2,1})", "=SUM('L''autre'!A1:B3)" },
    { "={a:b:1,1}+{L'autre:1,1}", "='a b'!B2+'L''autre'!B2" },
    { "=IF({.,1}=\"{x}\",\"a\"\"{.,1}\",{.,1})", "=IF(B106=\"{x}\",\"a\"\"{.,1}\",B106)" },
    { "={-5,0}", "=A101" },
    { "={-6,0}", NULL },
    { "={10,0}", NULL },
    { "={0,28}", NULL },
    { "={0,-1}", NULL },
    { "={0}", NULL },
    { "={,0}", NULL },
    { "={-,0}", NULL },
    { "={0,}", NULL },
    { "={0,.}", NULL },
    { "={1,1", NULL },
    { "={Personne:1,1}", NULL },
    { "={L'autre:-1,0}", NULL },
    { "={L'autre:.,0}", NULL },
    { "={99999999999999999999,0}", NULL },
    { "={1 ,0}", NULL },
  };
  PltDocColumn columns[28] = { { .id = "a" } };
  PltDocInfo info = { .title = "Formules", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  static const char *const names[] = { "Ici", "L'autre", "a:b" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      PltDocTable *table = plt_document_table (document, names[i], columns, G_N_ELEMENTS (columns));
      for (guint j = 0; j < 10; j++)
        plt_doc_table_row (table, "row.normal");
    }
  g_autoptr (GPtrArray) places = plt_xlsx_places_new (document);
  PltXlsxPlace *here = g_ptr_array_index (places, 0);
  here->first_row = 100;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *formula = plt_xlsx_formula (cases[i].formula, places, NULL, here, 5, &error);
      g_assert_cmpstr (formula, ==, cases[i].expected);
      g_assert_cmpint (error == NULL, ==, formula != NULL);
    }
}

/* Names that a spreadsheet would take for a place, or for another name, are told apart. */
static void
test_names (void)
{
  static const struct
  {
    const char *name, *expected;
  } cases[] = {
    { "SEM_TOURNAGE", "SEM_TOURNAGE" },
    { "Sem_Tournage", "Sem_Tournage_" },
    { "G1", "G1_" },
    { "TVA20", "TVA20_" },
    { "XFDE1", "XFDE1" },
    { "R", "R_" },
    { "c12", "c12_" },
    { "r1C1", "r1C1_" },
    { "2X", "_2X" },
    { "VRAI", "VRAI_" },
    { "Été", "Été" },
  };
  static const PltDocColumn column = { .id = "a" };
  PltDocInfo info = { .title = "Noms", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Variables", &column, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_name (plt_doc_table_money (table, 100 * (gint64) i), cases[i].name);
    }
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_formula (plt_doc_table_money (table, 200), "={G1}*1");
  g_autoptr (GHashTable) names = plt_xlsx_names_new (document);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (g_hash_table_lookup (names, cases[i].name), ==, cases[i].expected);

  g_autoptr (GHashTable) parts = write_parts (document);
  const char *workbook = g_hash_table_lookup (parts, "xl/workbook.xml");
  g_assert_nonnull (strstr (workbook, "<definedName name=\"G1_\">'Variables'!$A$6</definedName>"));
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
  g_assert_cmpstr (xlsx_cell (cells, "A15")->formula, ==, "G1_*1");
}

/* Texts before workings are of the sheet before. */
static void
test_workings (void)
{
  static const PltDocColumn column = { .id = "a" };
  PltDocInfo info = { .title = "Calculs", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Paye", &column, 1);
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_money (table, 100);
  plt_document_paragraph (document, "text.note", "Au pied de la paye", (PltRef){ NULL, 0, NULL });
  table = plt_document_table (document, "Taux", &column, 1);
  plt_doc_table_set_workings (table);
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_money (table, 200);
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autoptr (GPtrArray) paid = xlsx_cells (parts, 1);
  g_autoptr (GPtrArray) rates = xlsx_cells (parts, 2);
  const XlsxCell *last = g_ptr_array_index (paid, paid->len - 1);
  g_assert_cmpstr (last->value, ==, "Au pied de la paye");
  g_assert_cmpuint (rates->len, ==, 1);
  g_assert_cmpstr (xlsx_cell (rates, "A1")->value, ==, "2");
}

/* What ends the page of a table is not the beginning of the next one's sheet; without a new page a
 * text stands above the table that follows it. */
static void
test_new_page_begins_sheet (void)
{
  static const PltDocColumn column = { .id = "a" };

  for (guint paged = 0; paged < 2; paged++)
    {
      PltDocInfo info = { .title = "Fiches", .date = 1 };
      g_autoptr (PltDocument) document = plt_document_new (&info);
      PltDocTable *table = plt_document_table (document, "Loïc", &column, 1);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, "un");
      plt_document_paragraph (document, "text.note", "Alerte de Loïc", nowhere);
      if (paged)
        plt_document_page_break (document);
      plt_document_heading (document, 1, "Morgane", nowhere);
      table = plt_document_table (document, "Morgane", &column, 1);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, "deux");

      g_autoptr (GHashTable) parts = write_parts (document);
      g_autoptr (GPtrArray) first = xlsx_cells (parts, 1);
      g_autoptr (GPtrArray) second = xlsx_cells (parts, 2);
      const XlsxCell *last = g_ptr_array_index (first, first->len - 1);
      const XlsxCell *head = g_ptr_array_index (second, 0);
      g_assert_cmpstr (last->value, ==, paged ? "Alerte de Loïc" : "un");
      g_assert_cmpstr (head->value, ==, paged ? "Morgane" : "Alerte de Loïc");
    }
}

/* A formula that names no place is our mistake: said aloud, and the value is written all the same.
 */
static void
test_wrong_formula (void)
{
  static const PltDocColumn column = { .id = "a" };
  PltDocInfo info = { .title = "Faux", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Faux", &column, 1);
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_formula (plt_doc_table_money (table, 1250), "={7,7}");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*{7,7}*");
  g_autoptr (GHashTable) parts = write_parts (document);
  g_test_assert_expected_messages ();
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
  g_assert_cmpstr (xlsx_cell (cells, "A4")->value, ==, "12.5");
  g_assert_null (xlsx_cell (cells, "A4")->formula);
}

static void
test_texts_only (void)
{
  PltDocInfo info = { .title = "Continuité", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  plt_document_heading (document, 1, "1. INT. CAFÉ", nowhere);
  for (guint i = 0; i < 3; i++)
    plt_document_paragraph (document, "text.screenplay-action", "Nora entre.\nElle hésite.",
                            nowhere);
  plt_document_paragraph (document, "text.normal", "", nowhere);
  plt_document_runs (document, "text.normal", "run.bold", "", "run.normal", "seul", NULL);
  plt_document_fields (document, 2);
  g_autoptr (GHashTable) parts = write_parts (document);
  g_autoptr (GPtrArray) names = xlsx_sheet_names (parts);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "Continuité");
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
  g_assert_cmpstr (xlsx_cell (cells, "A5")->value, ==, "Nora entre.\nElle hésite.");
  g_assert_cmpstr (xlsx_cell (cells, "A9")->value, ==, "seul");
}

/* Pairs stand side by side while they fit, take what they need, and break the page where the paper
 * does. */
static void
test_fields (void)
{
  static const struct
  {
    const char *label;
    const char *value;
    const char *place;
    const char *height; /* of its row, NULL: the usual one */
  } cases[] = {
    { "Décor", "CAFÉ", "A4", NULL },
    { "Lieu", "", "D4", NULL },
    { "Effet", "INT", "G4", NULL },
    { "Adresse", "12 rue des Grands Augustins prolongée, 29900 Concarneau", "A5", NULL },
    { "Contact", "court", "G5", NULL },
    { "Rôles", "Nora\nInès\nPaul", "A6", "ht=\"43\"" },
    { "Accès",
      "par la cale, puis le quai à gauche jusqu'au hangar bleu ; les camions restent sur le "
      "parking de la criée, l'équipe finit à pied",
      "A7", "ht=\"30\"" },
    { "Fin", "x", "A8", NULL },
  };
  PltDocInfo info = { .title = "Fiche", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocFields *fields = plt_document_fields (document, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    plt_doc_fields_add (fields, cases[i].label, cases[i].value, nowhere);
  plt_document_page_break (document);
  plt_document_heading (document, 1, "Suite", nowhere);
  plt_document_paragraph (document, "text.normal", "texte", nowhere);
  plt_document_heading (document, 2, "Sous-titre", nowhere);

  g_autoptr (GHashTable) parts = write_parts (document);
  g_autoptr (GPtrArray) cells = xlsx_cells (parts, 1);
  g_autofree char *sheet = part (parts, "xl/worksheets/sheet1.xml");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].label, " : ", cases[i].value, NULL);
      g_assert_nonnull (xlsx_cell (cells, cases[i].place));
      g_assert_cmpstr (xlsx_cell (cells, cases[i].place)->value, ==, text);
      g_autofree char *row = g_strdup_printf ("<row r=\"%s\"", cases[i].place + 1);
      const char *found = strstr (sheet, row);
      g_autofree char *head = g_strndup (found, strcspn (found, ">"));
      assert_contains (head, cases[i].height != NULL ? cases[i].height : "ht=\"16\"");
    }
  assert_contains (sheet, "<mergeCell ref=\"A6:C6\"/>");
  assert_contains (sheet, "<mergeCell ref=\"A7:I7\"/>");
  assert_contains (sheet, "<brk id=\"9\"");
  g_assert_cmpstr (xlsx_cell (cells, "A10")->value, ==, "Suite");
  g_assert_cmpstr (xlsx_cell (cells, "A13")->value, ==, "Sous-titre");
}

static void
test_too_wide (void)
{
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, 16385);
  PltDocInfo info = { .title = "Large", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  plt_document_table (document, "Large", columns, 16385);
  g_autofree char *path = temp_path ("wide.xlsx");
  g_autoptr (GError) error = NULL;
  g_assert_false (plt_xlsx_write (document, path, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/golden", test_golden);
  g_test_add_func ("/xlsx/same-bytes", test_same_bytes);
  g_test_add_func ("/xlsx/no-date", test_no_date);
  g_test_add_func ("/xlsx/properties", test_properties);
  g_test_add_func ("/xlsx/page", test_page);
  g_test_add_func ("/xlsx/list", test_list);
  g_test_add_func ("/xlsx/bars", test_bars);
  g_test_add_func ("/xlsx/texts-are-texts", test_texts_are_texts);
  g_test_add_func ("/xlsx/long-text-is-cut-visibly", test_long_text_is_cut_visibly);
  g_test_add_func ("/xlsx/old-dates", test_old_dates);
  g_test_add_func ("/xlsx/every-style", test_every_style);
  g_test_add_func ("/xlsx/sheet-names", test_sheet_names);
  g_test_add_func ("/xlsx/formulas", test_formulas);
  g_test_add_func ("/xlsx/names", test_names);
  g_test_add_func ("/xlsx/workings", test_workings);
  g_test_add_func ("/xlsx/new-page-begins-sheet", test_new_page_begins_sheet);
  g_test_add_func ("/xlsx/wrong-formula", test_wrong_formula);
  g_test_add_func ("/xlsx/texts-only", test_texts_only);
  g_test_add_func ("/xlsx/fields", test_fields);
  g_test_add_func ("/xlsx/too-wide", test_too_wide);
  return run_in_temp_folder ();
}

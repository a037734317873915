/* Tables of other programs: separators, encodings, numbers, workbooks, and what is no table. */
#include <string.h>

#include "plt-error.h"
#include "plt-sheet-number.h"
#include "plt-sheet.h"
#include "script-zip.h"

static PltSheetBook *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  PltSheetBook *book = plt_sheet_read (text, strlen (text), "devis.csv", NULL, &error);

  g_assert_no_error (error);
  return book;
}

/* "1:a|b|c": rows of a sheet with their numbers; numbers of a workbook between < >. */
static char *
dump (const PltSheetBook *book, guint index)
{
  const PltSheet *sheet = book->sheets->pdata[index];
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const PltSheetRow *row = &g_array_index (sheet->rows, PltSheetRow, i);

      g_string_append_printf (out, "%s%u:", i > 0 ? "\n" : "", row->number);
      for (guint j = 0; j < row->n_cells; j++)
        g_string_append_printf (out, "%s%s%s%s", j > 0 ? "|" : "",
                                row->cells[j].is_number ? "<" : "", row->cells[j].text,
                                row->cells[j].is_number ? ">" : "");
    }
  return g_string_free (out, FALSE);
}

static void
test_separators (void)
{
  static const struct
  {
    const char *text, *dump;
    char separator;
  } cases[] = {
    { "Code;Libellé;Montant\n21;Producteurs;1 234,50\n",
      "1:Code|Libellé|Montant\n2:21|Producteurs|1 234,50", ';' },
    { "Code\tLibellé\tMontant\n21\tProducteurs, agents\t12,5\n",
      "1:Code|Libellé|Montant\n2:21|Producteurs, agents|12,5", '\t' },
    { "Code,Libellé,Montant\n21,\"Producteurs, agents\",\"12,50\"\n",
      "1:Code|Libellé|Montant\n2:21|Producteurs, agents|12,50", ',' },
    /* a title with more commas than the table has semicolons */
    { "Devis, version 2, au propre, relu, final\n\nCode;Libellé;Montant\n21;A;1,5\n22;B;2,5\n",
      "1:Devis, version 2, au propre, relu, final\n3:Code|Libellé|Montant\n4:21|A|1,5\n5:22|B|2,5",
      ';' },
    { "sep=|\nCode|Libellé\n21|A;B;C;D\n", "2:Code|Libellé\n3:21|A;B;C;D", '|' },
    /* lines within a cell, quotation marks written twice */
    { "Code;Libellé\n21;\"Deux\nlignes \"\"ici\"\"\"\n22;B\n",
      "1:Code|Libellé\n2:21|Deux\nlignes \"ici\"\n4:22|B", ';' },
    { "21;A\r22;B\r\n23;C", "1:21|A\n2:22|B\n3:23|C", ';' },
    { "\n;;;\n;A;;\n", "3:|A", ';' },
    { "'=1+1;'-5\n", "1:=1+1|-5", ';' },
    { "", "", ';' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltSheetBook) book = read_text (cases[i].text);
      g_autofree char *text = dump (book, 0);

      g_assert_cmpstr (text, ==, cases[i].dump);
      g_assert_cmpint (book->separator, ==, cases[i].separator);
    }
}

static void
test_encodings (void)
{
  static const char text[] = "Libellé;Montant €\nRégie d’été;12,50\n";
  static const struct
  {
    const char *charset, *mark, *encoding;
    gsize mark_length;
  } cases[] = {
    { "UTF-8", "", "UTF-8", 0 },
    { "UTF-8", "\xEF\xBB\xBF", "UTF-8", 3 },
    { "WINDOWS-1252", "", "Windows-1252", 0 },
    { "UTF-16LE", "\xFF\xFE", "UTF-16LE", 2 },
    { "UTF-16BE", "\xFE\xFF", "UTF-16BE", 2 },
    { "UTF-16LE", "", "UTF-16LE", 0 },
    { "UTF-16BE", "", "UTF-16BE", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize n = 0;
      g_autofree char *bytes = g_convert (text, -1, cases[i].charset, "UTF-8", NULL, &n, &error);
      g_autoptr (GByteArray) file = g_byte_array_new ();
      g_autoptr (PltSheetBook) book = NULL;
      g_autofree char *cells = NULL;

      g_assert_no_error (error);
      g_byte_array_append (file, (const guint8 *) cases[i].mark, (guint) cases[i].mark_length);
      g_byte_array_append (file, (const guint8 *) bytes, (guint) n);
      book = plt_sheet_read ((const char *) file->data, file->len, "devis.csv", NULL, &error);
      g_assert_no_error (error);
      cells = dump (book, 0);
      g_assert_cmpstr (cells, ==, "1:Libellé|Montant €\n2:Régie d’été|12,50");
      g_assert_cmpstr (book->encoding, ==, cases[i].encoding);
      g_assert_cmpuint (book->replaced, ==, 0);
    }
}

#define REFUSED G_MININT64

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    PltDecimalSign sign;
    gint64 e6;
  } cases[] = {
    { "1 234,50 €", PLT_DECIMAL_UNKNOWN, 1234500000 },
    { "1\302\240234,50\302\240€", PLT_DECIMAL_UNKNOWN, 1234500000 },
    { "1\342\200\257234\342\200\257567", PLT_DECIMAL_UNKNOWN, 1234567000000 },
    { "1.234,50", PLT_DECIMAL_UNKNOWN, 1234500000 },
    { "1,234.50", PLT_DECIMAL_UNKNOWN, 1234500000 },
    { "1'234.50", PLT_DECIMAL_UNKNOWN, 1234500000 },
    { "1’234,5", PLT_DECIMAL_UNKNOWN, 1234500000 },
    { "1.234.567", PLT_DECIMAL_UNKNOWN, 1234567000000 },
    { "1,234,567", PLT_DECIMAL_UNKNOWN, 1234567000000 },
    { "1.234.567,8", PLT_DECIMAL_UNKNOWN, 1234567800000 },
    { "12", PLT_DECIMAL_UNKNOWN, 12000000 },
    { "12,5", PLT_DECIMAL_POINT, 12500000 },
    { "0,125", PLT_DECIMAL_UNKNOWN, 125000 },
    { "1234,567", PLT_DECIMAL_UNKNOWN, 1234567000 },
    { ",5", PLT_DECIMAL_UNKNOWN, 500000 },
    /* a thousand, or a little more than one: only the rest of the sheet tells */
    { "1.234", PLT_DECIMAL_COMMA, 1234000000 },
    { "1.234", PLT_DECIMAL_POINT, 1234000 },
    { "1,234", PLT_DECIMAL_COMMA, 1234000 },
    { "1,234", PLT_DECIMAL_POINT, 1234000000 },
    { "1.234", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "1,234", PLT_DECIMAL_BOTH, REFUSED },
    /* below zero, and nothing */
    { "-12,50", PLT_DECIMAL_UNKNOWN, -12500000 },
    { "−12,50 €", PLT_DECIMAL_UNKNOWN, -12500000 },
    { "– 12", PLT_DECIMAL_UNKNOWN, -12000000 },
    { "(1 234,50)", PLT_DECIMAL_UNKNOWN, -1234500000 },
    { "(1 234,50 €)", PLT_DECIMAL_UNKNOWN, -1234500000 },
    { "1 234,50-", PLT_DECIMAL_UNKNOWN, -1234500000 },
    { "- €", PLT_DECIMAL_UNKNOWN, 0 },
    { "-", PLT_DECIMAL_UNKNOWN, 0 },
    { "€ 12", PLT_DECIMAL_UNKNOWN, 12000000 },
    { "$1,234.50", PLT_DECIMAL_UNKNOWN, 1234500000 },
    { "12 EUR HT", PLT_DECIMAL_UNKNOWN, 12000000 },
    { "45 %", PLT_DECIMAL_UNKNOWN, 45000000 },
    /* half up after six decimals */
    { "33,3333333333", PLT_DECIMAL_UNKNOWN, 33333333 },
    { "0,0000005", PLT_DECIMAL_UNKNOWN, 1 },
    { "0,99999999", PLT_DECIMAL_UNKNOWN, 1000000 },
    { "-0,0000005", PLT_DECIMAL_UNKNOWN, -1 },
    /* what is no number */
    { "", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "abc", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "#REF!", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "12 34", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "1 23,4", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "1.23.4", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "12,34,5", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "1,2,3.4", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "(12", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "12)", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "1e5", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "=12", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "3 sem", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "--3", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "9223372036854", PLT_DECIMAL_UNKNOWN, 9223372036854000000 },
    { "9223372036855", PLT_DECIMAL_UNKNOWN, REFUSED },
    { "99999999999999999999999999", PLT_DECIMAL_UNKNOWN, REFUSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean percent;
      gint64 e6 = REFUSED;
      gboolean fine
          = plt_sheet_number_parse (cases[i].text, cases[i].sign, &e6, &percent, NULL, &error);

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (fine == (error == NULL));
      g_assert_true (fine == (cases[i].e6 != REFUSED));
      if (fine)
        g_assert_cmpint (e6, ==, cases[i].e6);
    }
}

static void
test_number_rests (void)
{
  const char *rest;
  gboolean percent;
  gint64 e6;

  g_assert_true (plt_sheet_number_parse ("3 sem.", PLT_DECIMAL_COMMA, &e6, &percent, &rest, NULL));
  g_assert_cmpint (e6, ==, 3000000);
  g_assert_cmpstr (rest, ==, "sem.");
  g_assert_true (
      plt_sheet_number_parse ("350 €/jour", PLT_DECIMAL_COMMA, &e6, &percent, &rest, NULL));
  g_assert_cmpint (e6, ==, 350000000);
  g_assert_cmpstr (rest, ==, "/jour");
  g_assert_false (plt_sheet_number_parse ("sem.", PLT_DECIMAL_COMMA, &e6, &percent, &rest, NULL));
  g_assert_true (plt_sheet_number_parse ("45 %", PLT_DECIMAL_COMMA, &e6, &percent, NULL, NULL));
  g_assert_true (percent);
}

static void
test_decimal_sign (void)
{
  static const struct
  {
    const char *cells;
    PltDecimalSign sign;
  } cases[] = {
    { "12|1 000|21-01|", PLT_DECIMAL_UNKNOWN }, { "1.234|12,50", PLT_DECIMAL_COMMA },
    { "1,234|12.50", PLT_DECIMAL_POINT },       { "1.234,50", PLT_DECIMAL_COMMA },
    { "(1,234.50)", PLT_DECIMAL_POINT },        { "12,5|12.5", PLT_DECIMAL_BOTH },
    { "1.234|5.678", PLT_DECIMAL_UNKNOWN },     { "12.5 sem", PLT_DECIMAL_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) cells = g_strsplit (cases[i].cells, "|", -1);
      PltDecimalSign sign = PLT_DECIMAL_UNKNOWN;

      for (guint j = 0; cells[j] != NULL; j++)
        sign = plt_sheet_number_learn (sign, cells[j]);
      g_assert_cmpint (sign, ==, cases[i].sign);
    }
}

/* ---- workbooks ---- */

#define WORKBOOK                                                                                   \
  "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "                   \
  "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"         \
  "<sheet name='Notes' sheetId='1' r:id='a'/><sheet name='Devis' sheetId='2' r:id='b'/>"           \
  "</sheets></workbook>"
#define RELATIONS                                                                                  \
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"           \
  "<Relationship Id='b' Target='worksheets/un.xml'/>"                                              \
  "<Relationship Id='a' Target='/xl/worksheets/deux.xml'/></Relationships>"
#define STRINGS                                                                                    \
  "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>Code</t></si>"    \
  "<si><r><t>Libel</t></r><r><t>lé</t></r><rPh><t>non</t></rPh></si></sst>"
#define SHEET(rows)                                                                                \
  "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" rows  \
  "</sheetData></worksheet>"

static GByteArray *
new_workbook (const char *sheet)
{
  const PltTestMember members[] = {
    { "xl/workbook.xml", WORKBOOK, -1 },
    { "xl/_rels/workbook.xml.rels", RELATIONS, -1 },
    { "xl/sharedStrings.xml", STRINGS, -1 },
    { "xl/worksheets/un.xml", sheet, -1 },
    { "xl/worksheets/deux.xml",
      SHEET ("<row r='4'><c r='B4' t='inlineStr'><is><t>ici</t></is></c></row>"), -1 },
  };

  return plt_test_zip (members, G_N_ELEMENTS (members));
}

static PltSheetBook *
read_bytes (const GByteArray *bytes, GError **error)
{
  return plt_sheet_read ((const char *) bytes->data, bytes->len, "devis.xlsx", NULL, error);
}

static void
test_workbook (void)
{
  g_autoptr (GByteArray) bytes = new_workbook (SHEET (
      "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c><c r='C2' s='4'/></row>"
      "<row r='10'><c r='A10' t='str'><f>\"2\"&amp;1</f><v>21</v></c>"
      "<c r='C10'><f>A1*2</f><v>1234.5599999999999</v></c>"
      "<c r='D10' t='e'><v>#REF!</v></c><c r='E10' t='b'><v>1</v></c></row>"
      "<row><c><v>1E3</v></c><c><v>-2.5000000000000001E-1</v></c><c t='s'><v>99</v></c></row>"));
  g_autoptr (GError) error = NULL;
  g_autoptr (PltSheetBook) book = read_bytes (bytes, &error);
  g_autofree char *notes = NULL, *devis = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (book->sheets->len, ==, 2);
  g_assert_cmpstr (((PltSheet *) book->sheets->pdata[0])->name, ==, "Notes");
  notes = dump (book, 0);
  devis = dump (book, 1);
  g_assert_cmpstr (notes, ==, "4:|ici");
  g_assert_cmpstr (devis, ==, "2:Code|Libellé\n10:21||<1234.56>|#REF!|1\n11:<1000>|<-0.25>");
}

/* The names with a prefix, as some programs write them. */
static void
test_workbook_prefixed (void)
{
  g_autoptr (GByteArray) bytes = new_workbook (
      "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
      "<x:sheetData><x:row r='1'><x:c r='A1'><x:v>7</x:v></x:c></x:row></x:sheetData>"
      "</x:worksheet>");
  g_autoptr (GError) error = NULL;
  g_autoptr (PltSheetBook) book = read_bytes (bytes, &error);
  g_autofree char *devis = NULL;

  g_assert_no_error (error);
  devis = dump (book, 1);
  g_assert_cmpstr (devis, ==, "1:<7>");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    int code;
  } cases[] = {
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, PLT_ERROR_INVALID },
    { "\x7F"
      "ELF\0\0\0\1\2\3",
      10, PLT_ERROR_INVALID },
    { "PK\3\4", 4, PLT_ERROR_DAMAGED },
    { "a;\"b\nc", 6, PLT_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltSheetBook) book
          = plt_sheet_read (cases[i].bytes, cases[i].length, "devis", NULL, &error);

      g_assert_null (book);
      g_assert_error (error, PLT_ERROR, cases[i].code);
    }
}

static void
test_too_large (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltSheetBook) wide = NULL, deep = NULL, bomb = NULL;
  g_autoptr (GByteArray) bytes = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "x;");
  g_string_append (text, "x\n");
  wide = plt_sheet_read (text->str, text->len, "large.csv", NULL, &error);
  g_assert_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG);
  g_clear_error (&error);

  g_string_truncate (text, 0);
  for (guint i = 0; i <= PLT_SHEET_MAX_ROWS; i++)
    g_string_append (text, "1;2\n");
  deep = plt_sheet_read (text->str, text->len, "longue.csv", NULL, &error);
  g_assert_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG);
  g_clear_error (&error);

  /* twenty megabytes of blanks, which pack into some kilobytes */
  g_string_assign (text, "<worksheet><sheetData>");
  for (guint i = 0; i < 20 * 1024; i++)
    g_string_append_printf (text, "%1024s", "");
  g_string_append (text, "</sheetData></worksheet>");
  bytes = new_workbook (text->str);
  bomb = read_bytes (bytes, &error);
  g_assert_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG);
}

/* 100 000 rows are read; a cell far to the right is refused without room being made for it. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("Code;Libellé;Nombre;Tarif;Montant\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (PltSheetBook) book = NULL, far = NULL;
  g_autoptr (GByteArray) bytes = new_workbook (SHEET ("<row r='1'><c r='XFD1'><v>1</v></c></row>"));

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "21-%02u;Ligne %u;1;2,50;2,50\n", i % 100, i);
  book = plt_sheet_read (text->str, text->len, "longue.csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((PltSheet *) book->sheets->pdata[0])->rows->len, ==, 100001);
  far = read_bytes (bytes, &error);
  g_assert_null (far);
  g_assert_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltSheetBook) book = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "1;2\n");
  g_cancellable_cancel (cancellable);
  book = plt_sheet_read (text->str, text->len, "devis.csv", cancellable, &error);
  g_assert_null (book);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/separators", test_separators);
  g_test_add_func ("/sheet/encodings", test_encodings);
  g_test_add_func ("/sheet/numbers", test_numbers);
  g_test_add_func ("/sheet/number-rests", test_number_rests);
  g_test_add_func ("/sheet/decimal-sign", test_decimal_sign);
  g_test_add_func ("/sheet/workbook", test_workbook);
  g_test_add_func ("/sheet/workbook-prefixed", test_workbook_prefixed);
  g_test_add_func ("/sheet/refused", test_refused);
  g_test_add_func ("/sheet/too-large", test_too_large);
  g_test_add_func ("/sheet/large", test_large);
  g_test_add_func ("/sheet/cancelled", test_cancelled);
  return g_test_run ();
}

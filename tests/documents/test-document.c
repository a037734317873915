#include <string.h>

#include "plt-document-private.h"
#include "plt-facts.h"

static const PltRef nowhere = { NULL, 0, NULL };

static PltDocument *
new_document (void)
{
  PltDocInfo info = { .title = "Essai", .production = "La Passe", .date = 20000 };
  return plt_document_new (&info);
}

static PltDocTable *
new_table (PltDocument *document, guint n_columns, gboolean titles)
{
  static const PltDocColumn titled[] = { { "A" }, { "B" }, { "C" }, { NULL } };
  static const PltDocColumn bare[] = { { .id = "a" }, { .id = "b" }, { .id = "c" }, { .id = "d" } };
  g_assert_cmpuint (n_columns, <=, G_N_ELEMENTS (titled));
  return plt_document_table (document, "T", titles ? titled : bare, n_columns);
}

static void
test_info (void)
{
  char title[] = "Devis";
  PltDocInfo info = { .title = title, .date = 5, .paper = PLT_PAPER_A3 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  title[0] = 'X';

  const PltDocInfo *got = plt_document_get_info (document);
  g_assert_cmpstr (got->title, ==, "Devis");
  g_assert_cmpstr (got->production, ==, "");
  g_assert_null (got->subtitle);
  g_assert_null (got->company);
  g_assert_null (got->version);
  g_assert_cmpint (got->paper, ==, PLT_PAPER_A3);
  g_assert_cmpfloat (got->margin, ==, 36.0);
  g_assert_null (plt_document_find_table (document, NULL));

  info.margin = 12.5;
  g_autoptr (PltDocument) other = plt_document_new (&info);
  g_assert_cmpfloat (plt_document_get_info (other)->margin, ==, 12.5);
}

static void
test_text_is_cleaned (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "Été — « œuvre » 🎬", "Été — « œuvre » 🎬" },
    { "deux\nlignes\tet", "deux\nlignes\tet" },
    { "sonne\ala\001\033[0m\r\n", "sonnela[0m\n" },
    { "cass\xe9", "cass\357\277\275" },
    { "a\357\277\276b\357\277\277c\177", "abc" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = plt_doc_copy_text (cases[i].text);
      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
    }
}

static void
test_blocks (void)
{
  g_autoptr (PltDocument) document = new_document ();
  PltRef ref = { "sequence", 12, NULL };
  plt_document_heading (document, 2, "Titre", ref);
  plt_document_paragraph (document, "text.note", "Note", nowhere);
  plt_document_runs (document, "text.normal", "run.bold", "PAT ", "run.normal", "9h00", NULL);
  plt_document_space (document, 8);
  plt_document_page_break (document);
  PltDocFields *fields = plt_document_fields (document, 2);
  plt_doc_fields_add (fields, "Lieu", NULL, ref);
  PltDrawing *drawing = plt_document_drawing (document, "strips", 0, 40, "Bandes");
  plt_drawing_add (drawing, "a", NULL, 1, -2, G_MAXINT64, G_MININT64);

  const GPtrArray *blocks = plt_document_get_blocks (document);
  static const PltBlockKind kinds[]
      = { PLT_BLOCK_HEADING,    PLT_BLOCK_PARAGRAPH, PLT_BLOCK_PARAGRAPH, PLT_BLOCK_SPACE,
          PLT_BLOCK_PAGE_BREAK, PLT_BLOCK_FIELDS,    PLT_BLOCK_DRAWING };
  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < blocks->len; i++)
    g_assert_cmpint (((const PltDocBlock *) g_ptr_array_index (blocks, i))->kind, ==, kinds[i]);

  const PltDocBlock *heading = g_ptr_array_index (blocks, 0);
  g_assert_cmpuint (heading->level, ==, 2);
  g_assert_cmpint (heading->ref.id, ==, 12);
  const PltDocBlock *runs = g_ptr_array_index (blocks, 2);
  g_assert_cmpuint (runs->runs->len, ==, 2);
  const PltDocRun *second = g_ptr_array_index (runs->runs, 1);
  g_assert_cmpstr (second->style, ==, "run.normal");
  g_assert_cmpstr (second->text, ==, "9h00");
  const PltDocField *field = g_ptr_array_index (fields->fields, 0);
  g_assert_cmpstr (field->value, ==, "");
  g_assert_cmpint (field->ref.id, ==, 12);
  const PltDrawingRow *row = g_ptr_array_index (drawing->rows, 0);
  g_assert_cmpstr (row->text_b, ==, "");
  g_assert_cmpint (row->n[2], ==, G_MAXINT64);
}

/* Each kind of value, the text it shows, and the kind that is kept. */
static void
test_cells (void)
{
#define NB PLT_NNBSP
  g_autoptr (PltDocument) document = new_document ();
  PltDocTable *table = new_table (document, 1, FALSE);
  struct
  {
    PltDocCell *(*add) (PltDocTable *table, gint64 value);
    gint64 value;
    PltCellKind kind;
    const char *text;
  } cases[] = {
    { plt_doc_table_money, 123456, PLT_CELL_MONEY, "1" NB "234,56" },
    { plt_doc_table_money, -5, PLT_CELL_MONEY, "-0,05" },
    { plt_doc_table_money, 0, PLT_CELL_MONEY, "0,00" },
    { plt_doc_table_money, PLT_UNKNOWN, PLT_CELL_EMPTY, "" },
    { plt_doc_table_rate, 155000, PLT_CELL_RATE, "15,5" NB "%" },
    { plt_doc_table_rate, 1000000, PLT_CELL_RATE, "100" NB "%" },
    { plt_doc_table_rate, 1, PLT_CELL_RATE, "0,0001" NB "%" },
    { plt_doc_table_rate, PLT_UNKNOWN, PLT_CELL_EMPTY, "" },
    { plt_doc_table_clock, 570, PLT_CELL_CLOCK, "9h30" },
    { plt_doc_table_clock, 1620, PLT_CELL_CLOCK, "27h00" },
    { plt_doc_table_clock, 0, PLT_CELL_CLOCK, "0h00" },
    { plt_doc_table_clock, PLT_UNKNOWN, PLT_CELL_EMPTY, "" },
    { plt_doc_table_seconds, 80, PLT_CELL_SECONDS, "1:20" },
    { plt_doc_table_seconds, 3725, PLT_CELL_SECONDS, "1:02:05" },
    { plt_doc_table_seconds, PLT_UNKNOWN, PLT_CELL_EMPTY, "" },
    { plt_doc_table_eighths, 10, PLT_CELL_EIGHTHS, "1\302\2402/8" },
    { plt_doc_table_eighths, PLT_UNKNOWN, PLT_CELL_EMPTY, "" },
  };
#undef NB
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plt_doc_table_row (table, "row.normal");
      PltDocCell *cell = cases[i].add (table, cases[i].value);
      g_assert_cmpint (cell->kind, ==, cases[i].kind);
      g_assert_cmpstr (cell->text, ==, cases[i].text);
      if (cell->kind != PLT_CELL_EMPTY)
        g_assert_cmpint (cell->number, ==, cases[i].value);
    }
}

static void
test_cells_of_other_types (void)
{
  g_autoptr (PltDocument) document = new_document ();
  PltDocTable *table = new_table (document, 4, FALSE);
  plt_doc_table_row (table, "row.normal");
  PltDocCell *number = plt_doc_table_number (table, 1500, 3);
  g_assert_cmpstr (number->text, ==, "1,5");
  g_assert_cmpuint (number->scale, ==, 3);
  g_assert_cmpstr (plt_doc_table_number (table, PLT_UNKNOWN, 3)->text, ==, "");
  PltDocCell *date = plt_doc_table_date (table, plt_date_from_ymd (2026, 11, 18));
  g_assert_cmpstr (date->text, ==, "18/11/2026");
  g_assert_cmpint (plt_doc_table_date (table, PLT_DATE_NONE)->kind, ==, PLT_CELL_EMPTY);

  plt_doc_table_row (table, "row.total");
  PltDocCell *text = plt_doc_table_text (table, "=1+1");
  g_assert_cmpint (text->kind, ==, PLT_CELL_TEXT);
  g_assert_null (text->formula);
  plt_doc_cell_style (text, "effect.dawn");
  plt_doc_cell_formula (text, "=1");
  plt_doc_cell_formula (text, "=2");
  g_assert_cmpstr (text->formula, ==, "=2");
  g_assert_cmpstr (text->style, ==, "effect.dawn");
  g_assert_cmpstr (plt_doc_table_text (table, NULL)->text, ==, "");
}

static void
test_header (void)
{
  g_autoptr (PltDocument) document = new_document ();
  PltDocTable *titled = new_table (document, 4, TRUE);
  g_assert_cmpuint (plt_doc_table_get_n_rows (titled), ==, 1);
  g_assert_cmpuint (titled->header_rows, ==, 1);
  g_assert_cmpstr (plt_doc_table_get_cell (titled, 0, 1)->text, ==, "B");
  g_assert_cmpint (plt_doc_table_get_cell (titled, 0, 3)->kind, ==, PLT_CELL_EMPTY);
  plt_doc_table_row (titled, "row.header");
  g_assert_cmpuint (plt_doc_table_first_body_row (titled), ==, 2);
  plt_doc_table_row (titled, "row.normal");
  g_assert_cmpuint (plt_doc_table_first_body_row (titled), ==, 2);

  PltDocTable *bare = new_table (document, 4, FALSE);
  g_assert_cmpuint (plt_doc_table_get_n_rows (bare), ==, 0);
  g_assert_cmpuint (bare->header_rows, ==, 0);
  g_assert_cmpuint (plt_doc_table_first_body_row (bare), ==, 0);
  plt_doc_table_set_header_rows (bare, 2);
  plt_doc_table_set_frozen_columns (bare, 1);
  g_assert_cmpuint (bare->header_rows, ==, 2);
  g_assert_cmpuint (bare->frozen_columns, ==, 1);
}

/* Every row has a place for each column; covered places are NULL, those not given are empty. */
static void
test_spans (void)
{
  g_autoptr (PltDocument) document = new_document ();
  PltDocTable *table = new_table (document, 4, FALSE);
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, "a");
  plt_doc_cell_span (plt_doc_table_text (table, "b"), 2);
  plt_doc_table_text (table, "d");
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_span (plt_doc_table_text (table, "tout"), 4);
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_span (plt_doc_table_text (table, "seul"), 1);
  plt_doc_table_row (table, "row.normal");

  static const char *const expected[4][4] = { { "a", "b", NULL, "d" },
                                              { "tout", NULL, NULL, NULL },
                                              { "seul", "", "", "" },
                                              { "", "", "", "" } };
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 4; j++)
      {
        const PltDocCell *cell = plt_doc_table_get_cell (table, i, j);
        g_assert_cmpstr (cell != NULL ? cell->text : NULL, ==, expected[i][j]);
      }
  g_assert_null (plt_doc_table_get_cell (table, 4, 0));
  g_assert_null (plt_doc_table_get_cell (table, 0, 4));
  g_assert_cmpuint (plt_doc_table_get_cell (table, 0, 1)->span, ==, 2);
}

static void
test_column_align (void)
{
  static const PltDocAlign expected[]
      = { PLT_DOC_START, PLT_DOC_END, PLT_DOC_START, PLT_DOC_CENTER };
  g_autoptr (PltDocument) document = new_document ();
  PltDocTable *table = new_table (document, 4, TRUE);
  for (guint j = 0; j < 4; j++)
    g_assert_cmpint (plt_doc_table_column_align (table, j), ==, PLT_DOC_START);
  for (guint i = 0; i < 3; i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, "libellé");
      plt_doc_table_money (table, i == 0 ? PLT_UNKNOWN : 100);
      plt_doc_table_date (table, 20000);
      plt_doc_cell_style (plt_doc_table_text (table, "I/J"), "effect.int-day");
    }
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_empty (table);
  plt_doc_table_text (table, "néant");
  for (guint j = 0; j < 4; j++)
    g_assert_cmpint (plt_doc_table_column_align (table, j), ==, expected[j]);
}

static void
test_cell_align (void)
{
  static const struct
  {
    gboolean number;
    const char *style;
    PltDocAlign expected;
  } cases[] = {
    { FALSE, "cell.normal", PLT_DOC_START },  { TRUE, "cell.normal", PLT_DOC_END },
    { FALSE, "cell.right", PLT_DOC_END },     { TRUE, "cell.center", PLT_DOC_CENTER },
    { FALSE, "cell.mark", PLT_DOC_CENTER },   { FALSE, "cell.vertical", PLT_DOC_CENTER },
    { FALSE, "effect.dusk", PLT_DOC_CENTER }, { TRUE, "cell.strong", PLT_DOC_END },
  };
  g_autoptr (PltDocument) document = new_document ();
  PltDocTable *table = new_table (document, 1, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plt_doc_table_row (table, "row.normal");
      PltDocCell *cell
          = cases[i].number ? plt_doc_table_number (table, 1, 0) : plt_doc_table_text (table, "a");
      plt_doc_cell_style (cell, cases[i].style);
      g_assert_cmpint (plt_doc_cell_align (cell), ==, cases[i].expected);
    }
}

static void
test_find_table (void)
{
  g_autoptr (PltDocument) document = new_document ();
  static const PltDocColumn column = { "A" };
  plt_document_space (document, 1);
  PltDocTable *first = plt_document_table (document, "Un", &column, 1);
  PltDocTable *second = plt_document_table (document, "Deux", &column, 1);
  plt_document_table (document, "Deux", &column, 1);
  g_assert_true (plt_document_find_table (document, NULL) == first);
  g_assert_true (plt_document_find_table (document, "Deux") == second);
  g_assert_null (plt_document_find_table (document, "Trois"));
}

/* One frozen column, then days of so many columns, two days a week: pages end between weeks when
 * that is no page more, else between days, and within a day only when it is wider than a page. */
static void
test_cut (void)
{
  static const struct
  {
    guint days[6];
    double room;
    const char *ends;
  } cases[] = {
    { { 2, 2, 2, 2 }, 80, "9 " },
    { { 2, 2, 2, 2 }, 50, "5 9 " },
    { { 3, 1, 1, 3 }, 70, "5 9 " },
    { { 3, 3, 3, 3 }, 90, "7 13 " },
    { { 1, 3, 1, 3, 1, 3 }, 60, "5 9 13 " },
    { { 5 }, 30, "4 6 " },
    { { 1 }, 5, "2 " },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) document = new_document ();
      double widths[32];
      PltDocColumn columns[32] = { { NULL } };
      guint n = 1, n_days = 0;
      for (; n_days < 6 && cases[i].days[n_days] > 0; n_days++)
        n += cases[i].days[n_days];
      for (guint c = 0; c < n; c++)
        widths[c] = 10;
      PltDocTable *table = plt_document_table (document, "Planche", columns, n);
      for (guint week = 0; week < 2; week++)
        {
          plt_doc_table_row (table, "row.normal");
          plt_doc_table_text (table, "");
          for (guint d = 0; d < n_days; d += week == 0 ? 2 : 1)
            {
              guint span = cases[i].days[d] + (week == 0 && d + 1 < 6 ? cases[i].days[d + 1] : 0);
              PltDocCell *cell = plt_doc_table_text (table, "a");
              if (span > 1)
                plt_doc_cell_span (cell, span);
            }
        }
      plt_doc_table_set_header_rows (table, 2);
      g_autoptr (GArray) ends = plt_doc_table_cut (table, widths, 1, cases[i].room);
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint e = 0; e < ends->len; e++)
        g_string_append_printf (text, "%u ", g_array_index (ends, guint, e));
      g_assert_cmpstr (text->str, ==, cases[i].ends);
    }
}

static void
expect_critical (void)
{
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*");
}

/* What a builder cannot mean is refused, and leaves the document whole. */
static void
test_misuse (void)
{
  g_autoptr (PltDocument) document = new_document ();
  PltDocTable *table = new_table (document, 2, FALSE);

  expect_critical ();
  g_assert_null (plt_doc_table_text (table, "before any row"));
  expect_critical ();
  plt_doc_table_row (table, "row.unknown");
  plt_doc_table_row (table, "row.normal");
  PltDocCell *first = plt_doc_table_text (table, "a");
  expect_critical ();
  plt_doc_cell_span (first, 3);
  expect_critical ();
  plt_doc_cell_style (first, "cell.unknown");
  expect_critical ();
  plt_doc_cell_formula (first, "1+1");
  plt_doc_table_text (table, "b");
  expect_critical ();
  plt_doc_cell_span (first, 2);
  expect_critical ();
  g_assert_null (plt_doc_table_text (table, "one too many"));
  expect_critical ();
  plt_document_heading (document, 4, "too deep", nowhere);
  expect_critical ();
  plt_document_paragraph (document, "text.unknown", "x", nowhere);
  expect_critical ();
  plt_document_runs (document, "text.normal", "run.unknown", "x", NULL);
  g_test_assert_expected_messages ();

  g_assert_cmpuint (plt_doc_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (plt_doc_table_get_cell (table, 0, 1)->text, ==, "b");
  g_assert_cmpstr (first->style, ==, "cell.normal");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/info", test_info);
  g_test_add_func ("/document/text-is-cleaned", test_text_is_cleaned);
  g_test_add_func ("/document/blocks", test_blocks);
  g_test_add_func ("/document/cells", test_cells);
  g_test_add_func ("/document/cells-of-other-types", test_cells_of_other_types);
  g_test_add_func ("/document/header", test_header);
  g_test_add_func ("/document/spans", test_spans);
  g_test_add_func ("/document/column-align", test_column_align);
  g_test_add_func ("/document/cell-align", test_cell_align);
  g_test_add_func ("/document/find-table", test_find_table);
  g_test_add_func ("/document/cut", test_cut);
  g_test_add_func ("/document/misuse", test_misuse);
  return g_test_run ();
}

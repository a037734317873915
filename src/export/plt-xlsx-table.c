/* One table of a document on its sheet. */
#include <string.h>

#include "plt-xlsx-private.h"

#define MIN_COLUMN 5
#define MAX_COLUMN 60
#define FILTER_BUTTON 3
#define MIN_LIST 8     /* rows: a shorter list needs no filter */
#define TEXT_WIDTH 90  /* signs texts are given when the table is narrow */
#define MORE_COLUMN 11 /* signs of a column beyond the table */
#define EPOCH 25569    /* 1970-01-01 as spreadsheets count days */
#define FIRST_DAY 61   /* 1900-03-01: they believe in a 29 February 1900 */
#define MAX_FORMULA 8192
#define MAX_STRING 32767
#define MAX_HEIGHT 400
#define HEADER_HEIGHT 20
#define MAX_ROTATED 160 /* points a turned text runs up before it wraps */
#define LARGE 11        /* points: above, a line needs a taller row */

guint
plt_xlsx_text_width (const char *text)
{
  guint widest = 0, width = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);
      if (sign == '\n')
        width = 0;
      else if (!g_unichar_iszerowidth (sign))
        width += g_unichar_iswide (sign) ? 2 : 1;
      widest = MAX (widest, width);
    }
  return widest;
}

guint
plt_xlsx_text_lines (const char *text, guint width)
{
  guint n = 0;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += MAX (1, (plt_xlsx_text_width (lines[i]) + width - 1) / width);
  return MAX (n, 1);
}

static guint
longest_word (const char *text)
{
  guint longest = 0;
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, plt_xlsx_text_width (words[i]));
  return longest;
}

static gboolean
is_bold (const PltDocRow *row, const PltDocCell *cell)
{
  return plt_xlsx_style_find (row->style)->bold || plt_xlsx_style_find (cell->style)->bold;
}

/* What a cell needs, in signs: what the spreadsheet shows may be longer than what paper shows. */
static guint
cell_width (const PltDocCell *cell, gboolean header)
{
  if (plt_xlsx_style_find (cell->style)->rotation != 0)
    return 2;
  guint width = header ? longest_word (cell->text) : plt_xlsx_text_width (cell->text);
  if (cell->kind == PLT_CELL_MONEY)
    width += 2;
  else if (cell->kind == PLT_CELL_RATE)
    width = MAX (width, 7);
  else if (cell->kind == PLT_CELL_EIGHTHS)
    width += 2;
  const PltDocRow *row = cell->row;
  gboolean bold
      = strcmp (row->style, "row.normal") != 0 || strcmp (cell->style, "cell.normal") != 0;
  return bold ? width + 1 + width / 12 : width;
}

static guint
column_width (const PltDocTable *table, guint column, gboolean filtered)
{
  if (table->columns[column].sheet_chars > 0)
    return table->columns[column].sheet_chars;

  guint width = 0;
  guint body = plt_doc_table_first_body_row (table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PltDocCell *cell = plt_doc_table_get_cell (table, i, column);
      if (cell == NULL || cell->span > 1)
        continue;
      guint needed = cell_width (cell, i < body);
      if (filtered && i < body)
        needed += FILTER_BUTTON;
      width = MAX (width, needed);
    }
  return CLAMP (width + 1, MIN_COLUMN, MAX_COLUMN);
}

/* A flat list of some length, with one header row and nothing grouped or merged: `last` gets its
 * last row. */
static gboolean
is_list (const PltDocTable *table, guint *last)
{
  guint body = plt_doc_table_first_body_row (table);
  if (body != 1)
    return FALSE;
  *last = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PltDocRow *row = g_ptr_array_index (table->rows, i);
      gboolean listed = i < body || strcmp (row->style, "row.normal") == 0
                        || strcmp (row->style, "row.muted") == 0;
      if (!listed)
        {
          /* Totals and notes may close a list; nothing of it may come after them. */
          if (strcmp (row->style, "row.group") == 0 || strcmp (row->style, "row.subgroup") == 0)
            return FALSE;
          continue;
        }
      if (i > 0 && *last + 1 != i)
        return FALSE;
      *last = i;
      for (guint j = 0; j < table->n_columns; j++)
        if (g_ptr_array_index (row->cells, j) == NULL)
          return FALSE;
    }
  return *last >= MIN_LIST;
}

void
plt_xlsx_measure (PltXlsxPlace *place)
{
  const PltDocTable *table = place->table;
  place->filtered = table != NULL && is_list (table, &place->last_of_list);

  GArray *widths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint total = 0;
  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    {
      guint width = column_width (table, i, place->filtered);
      g_array_append_val (widths, width);
      total += width;
    }
  const guint more = MORE_COLUMN;
  for (; total < TEXT_WIDTH; total += more)
    g_array_append_val (widths, more);
  place->n_widths = widths->len;
  place->widths = (guint *) (gpointer) g_array_free (widths, FALSE);
}

/* Money, quantities and rates leave the integers here, for a file whose only numbers are these. */
static double
cell_number (const PltDocCell *cell)
{
  double divisor = 1;
  switch (cell->kind)
    {
    case PLT_CELL_MONEY:
      divisor = 100;
      break;
    case PLT_CELL_RATE:
      divisor = PLT_RATE_ONE;
      break;
    case PLT_CELL_NUMBER:
      for (guint i = 0; i < cell->scale; i++)
        divisor *= 10;
      break;
    case PLT_CELL_CLOCK:
      divisor = 24 * 60;
      break;
    case PLT_CELL_SECONDS:
      divisor = 24 * 60 * 60;
      break;
    case PLT_CELL_EIGHTHS:
      divisor = 8;
      break;
    case PLT_CELL_DATE:
      return (double) cell->number + EPOCH;
    case PLT_CELL_EMPTY:
    case PLT_CELL_TEXT:
      break;
    }
  return (double) cell->number / divisor;
}

static guint
cell_decimals (const PltDocCell *cell)
{
  if (cell->kind != PLT_CELL_NUMBER)
    return 0;
  guint decimals = cell->scale;
  for (gint64 number = cell->number; decimals > 0 && number % 10 == 0; number /= 10)
    decimals--;
  return decimals;
}

/* What a sheet can hold of the cell: a date before its calendar is a text. */
static PltCellKind
sheet_kind (const PltDocCell *cell)
{
  if (cell->kind == PLT_CELL_DATE && cell->number + EPOCH < FIRST_DAY)
    return PLT_CELL_TEXT;
  return cell->kind;
}

static char *
sheet_text (const PltDocCell *cell)
{
  if (g_utf8_strlen (cell->text, -1) <= MAX_STRING)
    return g_strdup (cell->text);
  g_autofree char *head = g_utf8_substring (cell->text, 0, MAX_STRING - 1);
  return g_strconcat (head, "…", NULL);
}

static char *
sheet_formula (const PltXlsxBook *book,
               const PltXlsxPlace *place,
               const PltDocCell *cell,
               guint row)
{
  if (cell->formula == NULL)
    return NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *formula
      = plt_xlsx_formula (cell->formula, book->places, book->names, place, row, &error);
  if (formula == NULL)
    g_critical ("%s", error->message);
  else if (g_utf8_strlen (formula, -1) >= MAX_FORMULA)
    {
      g_critical ("A formula in row %u of “%s” is longer than spreadsheets read.", row,
                  place->table->name);
      return NULL;
    }
  return g_steal_pointer (&formula);
}

static void
write_cell (const PltXlsxBook *book,
            lxw_worksheet *sheet,
            const PltXlsxPlace *place,
            const PltDocCell *cell,
            guint row,
            guint column,
            lxw_format *format)
{
  lxw_row_t y = place->first_row + row;
  lxw_col_t x = (lxw_col_t) column;
  PltCellKind kind = sheet_kind (cell);
  g_autofree char *formula = kind != PLT_CELL_EMPTY ? sheet_formula (book, place, cell, row) : NULL;
  if (kind == PLT_CELL_EMPTY)
    worksheet_write_blank (sheet, y, x, format);
  else if (kind == PLT_CELL_TEXT)
    {
      g_autofree char *text = sheet_text (cell);
      if (formula != NULL)
        worksheet_write_formula_str (sheet, y, x, formula, format, text);
      else
        worksheet_write_string (sheet, y, x, text, format);
    }
  else if (formula != NULL)
    worksheet_write_formula_num (sheet, y, x, formula, format, cell_number (cell));
  else
    worksheet_write_number (sheet, y, x, cell_number (cell), format);
}

static guint
span_width (const guint *widths, guint column, guint span)
{
  guint width = 0;
  for (guint i = 0; i < span; i++)
    width += widths[column + i];
  return width;
}

/* What a turned text takes on one line. */
static guint
rotated_height (const PltDocCell *cell)
{
  guint size = plt_xlsx_style_find (cell->style)->size;
  return 12 + (size > 0 && size < 9 ? 5 : 6) * plt_xlsx_text_width (cell->text);
}

static guint
text_lines (const PltDocRow *row, const PltDocCell *cell, guint width)
{
  return plt_xlsx_text_lines (cell->text, is_bold (row, cell) ? width - width / 12 : width);
}

static void
write_row (const PltXlsxBook *book,
           lxw_worksheet *sheet,
           const PltXlsxPlace *place,
           guint index,
           const PltDocAlign *columns)
{
  const PltDocTable *table = place->table;
  const PltDocRow *row = g_ptr_array_index (table->rows, index);
  gboolean header = index < plt_doc_table_first_body_row (table);
  /* Spreadsheets are poor at finding the height of a row with merged, turned or cut texts. */
  guint height = 0, lines = 1;
  for (guint j = 0; j < table->n_columns;)
    {
      const PltDocCell *cell = g_ptr_array_index (row->cells, j);
      guint width = span_width (place->widths, j, cell->span);
      PltDocAlign align = plt_doc_cell_align (cell);
      gboolean vertical = plt_xlsx_style_find (cell->style)->rotation != 0;
      PltCellKind kind = sheet_kind (cell);
      guint cell_lines = kind == PLT_CELL_TEXT && !vertical ? text_lines (row, cell, width) : 1;
      PltXlsxLook look = {
        .table = table->style,
        .row = row->style,
        .cell = cell->style,
        .kind = kind,
        .decimals = cell_decimals (cell),
        .align = header && cell->span == 1 && align == PLT_DOC_START ? columns[j] : align,
        .wrap = cell_lines > 1 || (vertical && rotated_height (cell) > MAX_ROTATED),
      };
      lxw_format *format = plt_xlsx_format (book->formats, &look);
      if (cell->span > 1)
        worksheet_merge_range (sheet, place->first_row + index, (lxw_col_t) j,
                               place->first_row + index, (lxw_col_t) (j + cell->span - 1), "",
                               format);
      write_cell (book, sheet, place, cell, index, j, format);
      if (plt_xlsx_style_find (cell->style)->size > LARGE)
        height = MAX (height, 2 * (guint) plt_xlsx_style_find (cell->style)->size);
      if (vertical)
        height = MAX (height, MIN (rotated_height (cell), MAX_ROTATED));
      lines = MAX (lines, cell_lines);
      j += cell->span;
    }
  if (lines > 1)
    height = MAX (height, lines * PLT_XLSX_LINE + 4);
  if (header)
    height = MAX (height, HEADER_HEIGHT);
  if (height > 0 || row->level > 0)
    {
      lxw_row_col_options options = { .level = (uint8_t) row->level };

      worksheet_set_row_opt (sheet, place->first_row + index,
                             height > 0 ? MIN (height, MAX_HEIGHT) : PLT_XLSX_ROW_HEIGHT, NULL,
                             &options);
    }
}

void
plt_xlsx_write_table (const PltXlsxBook *book, lxw_worksheet *sheet, const PltXlsxPlace *place)
{
  const PltDocTable *table = place->table;
  g_autofree PltDocAlign *columns = g_new (PltDocAlign, table->n_columns);
  for (guint j = 0; j < table->n_columns; j++)
    columns[j] = plt_doc_table_column_align (table, j);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (book, sheet, place, i, columns);
  plt_xlsx_write_bars (book, sheet, place);
}

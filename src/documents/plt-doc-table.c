/* Tables of a document: rows, cells, and how a value is shown in one. */
#include <string.h>

#include "plt-document-private.h"
#include "plt-facts.h"
#include "plt-number.h"
#include "plt-styles.h"
#include "plt-time.h"

/* What a cut costs, in pages, where it parts the cells of one row of the header, or of several. */
#define PART_ONE 0.2
#define PART_MORE 1.0

static void
cell_free (PltDocCell *cell)
{
  if (cell == NULL)
    return;
  g_free (cell->text);
  g_free (cell->formula);
  g_free (cell->name);
  g_free (cell);
}

static void
row_free (PltDocRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static PltDocRow *
add_row (PltDocTable *self, const char *style)
{
  PltDocRow *row = g_new0 (PltDocRow, 1);
  row->style = plt_style_find (style);
  row->cells = g_ptr_array_new_full (self->n_columns, (GDestroyNotify) cell_free);
  for (guint i = 0; i < self->n_columns; i++)
    {
      PltDocCell *cell = g_new0 (PltDocCell, 1);
      cell->row = row;
      cell->kind = PLT_CELL_EMPTY;
      cell->text = g_strdup ("");
      cell->style = "cell.normal";
      cell->span = 1;
      g_ptr_array_add (row->cells, cell);
    }
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_titles (PltDocTable *self)
{
  gboolean any = FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    any |= self->columns[i].title != NULL;
  if (!any)
    return;

  add_row (self, "row.header");
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title != NULL)
      plt_doc_table_text (self, self->columns[i].title);
    else
      plt_doc_table_empty (self);
  self->header_rows = 1;
}

PltDocTable *
plt_doc_table_new (const char *name, const PltDocColumn *columns, guint n_columns)
{
  PltDocTable *self = g_new0 (PltDocTable, 1);
  self->name = plt_doc_copy_text (name);
  self->style = "table.grid";
  self->n_columns = n_columns;
  self->columns = g_new (PltDocColumn, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].title
          = columns[i].title != NULL ? plt_doc_copy_text (columns[i].title) : NULL;
      self->columns[i].id = g_strdup (columns[i].id);
    }
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  add_titles (self);
  return self;
}

void
plt_doc_table_free (PltDocTable *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free ((char *) self->columns[i].title);
      g_free ((char *) self->columns[i].id);
    }
  g_free (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

/**
 * plt_doc_table_get_cell:
 * @row: from 0, header included
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): %NULL for a place covered by a span, and outside
 */
const PltDocCell *
plt_doc_table_get_cell (const PltDocTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (row >= self->rows->len || column >= self->n_columns)
    return NULL;
  const PltDocRow *found = g_ptr_array_index (self->rows, row);
  return g_ptr_array_index (found->cells, column);
}

/* How many cells of the repeated header a cut before this column parts. */
static guint
count_parted (const PltDocTable *self, guint column)
{
  guint n = 0;
  for (guint r = 0; column < self->n_columns && r < self->header_rows && r < self->rows->len; r++)
    {
      const PltDocRow *row = g_ptr_array_index (self->rows, r);
      n += g_ptr_array_index (row->cells, column) == NULL;
    }
  return n;
}

/* What a slice costs: itself, what it leaves empty, and what it parts at its end. */
static double
slice_cost (double filled, double room, guint parted)
{
  double empty = filled < room ? 1 - filled / room : 0;
  double parting = parted == 0 ? 0 : parted == 1 ? PART_ONE : PART_MORE * parted;
  return 1 + empty * empty + parting;
}

/* The cheapest way to end a slice before each column, from the left; a column wider than the room
 * has a slice of its own. */
GArray *
plt_doc_table_cut (const PltDocTable *self, const double *widths, guint first, double room)
{
  guint n = self->n_columns;
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *costs = g_new0 (double, n + 1);
  g_autofree guint *begins = g_new0 (guint, n + 1);
  for (guint end = first + 1; end <= n; end++)
    {
      guint parted = count_parted (self, end);
      double filled = 0;
      for (guint begin = end; begin-- > first;)
        {
          filled += widths[begin];
          if (filled > room + 0.01 && begin + 1 < end)
            break;
          double cost = costs[begin] + slice_cost (filled, room, parted);
          if (begin + 1 == end || cost < costs[end])
            {
              costs[end] = cost;
              begins[end] = begin;
            }
        }
    }
  for (guint end = n; end > first; end = begins[end])
    g_array_prepend_val (ends, end);
  return ends;
}

gboolean
plt_cell_kind_is_number (PltCellKind kind)
{
  switch (kind)
    {
    case PLT_CELL_MONEY:
    case PLT_CELL_NUMBER:
    case PLT_CELL_RATE:
    case PLT_CELL_CLOCK:
    case PLT_CELL_SECONDS:
    case PLT_CELL_EIGHTHS:
      return TRUE;
    case PLT_CELL_EMPTY:
    case PLT_CELL_TEXT:
    case PLT_CELL_DATE:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

guint
plt_doc_table_first_body_row (const PltDocTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  guint first = MIN (self->header_rows, self->rows->len);
  while (first < self->rows->len)
    {
      const PltDocRow *row = g_ptr_array_index (self->rows, first);
      if (strcmp (row->style, "row.header") != 0)
        break;
      first++;
    }
  return first;
}

PltDocAlign
plt_doc_cell_align (const PltDocCell *self)
{
  static const char *const centered[]
      = { "cell.center",   "cell.large",          "cell.mark",
          "cell.off",      "cell.off-vertical",   "cell.strong-center",
          "cell.vertical", "cell.vertical-small", "cell.wait" };
  for (gsize i = 0; i < G_N_ELEMENTS (centered); i++)
    if (strcmp (self->style, centered[i]) == 0)
      return PLT_DOC_CENTER;
  if (g_str_has_prefix (self->style, "effect."))
    return PLT_DOC_CENTER;
  if (strcmp (self->style, "cell.right") == 0 || plt_cell_kind_is_number (self->kind))
    return PLT_DOC_END;
  return PLT_DOC_START;
}

PltDocAlign
plt_doc_table_column_align (const PltDocTable *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, PLT_DOC_START);

  guint counts[PLT_DOC_END + 1] = { 0 };
  for (guint i = plt_doc_table_first_body_row (self); i < self->rows->len; i++)
    {
      const PltDocCell *cell = plt_doc_table_get_cell (self, i, column);
      if (cell != NULL && cell->text[0] != '\0' && cell->span == 1)
        counts[plt_doc_cell_align (cell)]++;
    }
  PltDocAlign most = PLT_DOC_START;
  for (PltDocAlign align = PLT_DOC_CENTER; align <= PLT_DOC_END; align++)
    if (counts[align] > counts[most])
      most = align;
  return most;
}

/**
 * plt_doc_table_set_style:
 * @style: a "table." style
 */
void
plt_doc_table_set_style (PltDocTable *self, const char *style)
{
  g_return_if_fail (self != NULL && style != NULL && plt_style_exists (style));
  self->style = plt_style_find (style);
}

/**
 * plt_doc_table_set_header_rows:
 * @n: how many leading rows are repeated, the row of titles included
 *
 * May be called before these rows are there.
 */
void
plt_doc_table_set_header_rows (PltDocTable *self, guint n)
{
  g_return_if_fail (self != NULL);
  self->header_rows = n;
}

void
plt_doc_table_set_frozen_columns (PltDocTable *self, guint n)
{
  g_return_if_fail (self != NULL && n < self->n_columns);
  self->frozen_columns = n;
}

/**
 * plt_doc_table_set_bars:
 * @bars: copied
 */
void
plt_doc_table_set_bars (PltDocTable *self, const PltDocBars *bars)
{
  g_return_if_fail (self != NULL && bars != NULL && bars->step > 0);
  g_return_if_fail (MAX (MAX (bars->start, bars->finish), bars->days) < self->n_columns);

  self->bars = *bars;
}

void
plt_doc_table_set_workings (PltDocTable *self)
{
  g_return_if_fail (self != NULL);
  self->workings = TRUE;
}

/**
 * plt_doc_table_row:
 * @style: a "row." style
 *
 * Starts a row; places for which no cell is added stay empty.
 */
void
plt_doc_table_row (PltDocTable *self, const char *style)
{
  g_return_if_fail (self != NULL && style != NULL && plt_style_exists (style));
  add_row (self, style);
}

static PltDocRow *
last_row (PltDocTable *self)
{
  return self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;
}

void
plt_doc_table_keep_with_next (PltDocTable *self)
{
  g_return_if_fail (self != NULL && self->rows->len > 0);
  last_row (self)->keep_with_next = TRUE;
}

void
plt_doc_table_outline (PltDocTable *self, guint level)
{
  g_return_if_fail (self != NULL && self->rows->len > 0);
  last_row (self)->level = MIN (level, 7); /* spreadsheets have no more */
}

void
plt_doc_table_bar_color (PltDocTable *self, guint32 color)
{
  g_return_if_fail (self != NULL && self->rows->len > 0);
  last_row (self)->bar = color;
}

/**
 * plt_doc_table_get_n_rows:
 *
 * Returns: the rows so far, header included: the row just started is this less 1 in formulas
 */
guint
plt_doc_table_get_n_rows (const PltDocTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

/* `text` is taken. */
static PltDocCell *
add_cell (PltDocTable *self, PltCellKind kind, gint64 number, guint scale, char *text)
{
  g_autofree char *owned = text;
  g_return_val_if_fail (self != NULL, NULL);
  PltDocRow *row = last_row (self);
  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (row->filled < row->cells->len, NULL);

  PltDocCell *cell = g_ptr_array_index (row->cells, row->filled);
  row->filled++;
  cell->kind = kind;
  cell->number = number;
  cell->scale = scale;
  if (owned != NULL)
    {
      g_free (cell->text);
      cell->text = g_steal_pointer (&owned);
    }
  return cell;
}

PltDocCell *
plt_doc_table_text (PltDocTable *self, const char *text)
{
  return add_cell (self, PLT_CELL_TEXT, 0, 0, plt_doc_copy_text (text));
}

/**
 * plt_doc_table_money:
 * @amount: centimes, or PLT_UNKNOWN; shown "1 234,56", the unit belongs to the title
 *
 * Returns: (transfer none): the cell, to be dressed until the next one is added
 */
PltDocCell *
plt_doc_table_money (PltDocTable *self, PltMoney amount)
{
  if (amount == PLT_UNKNOWN)
    return plt_doc_table_empty (self);
  return add_cell (self, PLT_CELL_MONEY, amount, 2, plt_money_format_plain (amount));
}

/**
 * plt_doc_table_number:
 * @value: number times 10^@scale, or PLT_UNKNOWN; zeros after the comma are not shown
 */
PltDocCell *
plt_doc_table_number (PltDocTable *self, gint64 value, guint scale)
{
  if (value == PLT_UNKNOWN)
    return plt_doc_table_empty (self);
  return add_cell (self, PLT_CELL_NUMBER, value, scale, plt_number_format (value, scale, 0));
}

/**
 * plt_doc_table_rate:
 * @e6: millionths, or PLT_UNKNOWN; 155000 is shown "15,5 %"
 */
PltDocCell *
plt_doc_table_rate (PltDocTable *self, gint64 e6)
{
  if (e6 == PLT_UNKNOWN)
    return plt_doc_table_empty (self);
  g_autofree char *number = plt_number_format (e6, 4, 0);
  return add_cell (self, PLT_CELL_RATE, e6, 6, g_strconcat (number, PLT_NNBSP "%", NULL));
}

/**
 * plt_doc_table_percent:
 * @e6: millionths, or PLT_UNKNOWN; 155000 is shown "15,50 %", as decimals of a column of
 * percentages stand under one another; more than two only where it has them
 */
PltDocCell *
plt_doc_table_percent (PltDocTable *self, gint64 e6)
{
  if (e6 == PLT_UNKNOWN)
    return plt_doc_table_empty (self);
  g_autofree char *number = plt_number_format (e6, 4, 2);
  return add_cell (self, PLT_CELL_RATE, e6, 6, g_strconcat (number, PLT_NNBSP "%", NULL));
}

/**
 * plt_doc_table_date:
 * @date: a date or PLT_DATE_NONE; shown "18/11/2026"
 */
PltDocCell *
plt_doc_table_date (PltDocTable *self, PltDate date)
{
  if (date == PLT_DATE_NONE)
    return plt_doc_table_empty (self);
  return add_cell (self, PLT_CELL_DATE, date, 0, plt_date_format_numeric (date));
}

/**
 * plt_doc_table_clock:
 * @minutes: since midnight of the shooting day, or PLT_UNKNOWN; 570 is shown "9h30"
 */
PltDocCell *
plt_doc_table_clock (PltDocTable *self, gint64 minutes)
{
  if (minutes == PLT_UNKNOWN)
    return plt_doc_table_empty (self);
  return add_cell (self, PLT_CELL_CLOCK, minutes, 0, plt_clock_format (minutes));
}

/**
 * plt_doc_table_seconds:
 * @seconds: film length, or PLT_UNKNOWN; 80 is shown "1:20"
 */
PltDocCell *
plt_doc_table_seconds (PltDocTable *self, gint64 seconds)
{
  if (seconds == PLT_UNKNOWN)
    return plt_doc_table_empty (self);
  return add_cell (self, PLT_CELL_SECONDS, seconds, 0, plt_seconds_format (seconds));
}

/**
 * plt_doc_table_eighths:
 * @eighths: of a page, or PLT_UNKNOWN; 10 is shown "1 2/8"
 */
PltDocCell *
plt_doc_table_eighths (PltDocTable *self, gint64 eighths)
{
  if (eighths == PLT_UNKNOWN)
    return plt_doc_table_empty (self);
  return add_cell (self, PLT_CELL_EIGHTHS, eighths, 0, plt_eighths_format (eighths));
}

PltDocCell *
plt_doc_table_empty (PltDocTable *self)
{
  return add_cell (self, PLT_CELL_EMPTY, 0, 0, NULL);
}

/**
 * plt_doc_cell_style:
 * @style: a "cell." or "effect." style
 */
void
plt_doc_cell_style (PltDocCell *cell, const char *style)
{
  g_return_if_fail (cell != NULL && style != NULL && plt_style_exists (style));
  cell->style = plt_style_find (style);
}

/**
 * plt_doc_cell_span:
 * @cell: the cell added last
 * @columns: how many columns it covers, itself included
 */
void
plt_doc_cell_span (PltDocCell *cell, guint columns)
{
  g_return_if_fail (cell != NULL && columns >= 1);
  PltDocRow *row = cell->row;
  guint place = row->filled - cell->span;
  g_return_if_fail (g_ptr_array_index (row->cells, place) == cell && cell->span == 1);
  g_return_if_fail (place + columns <= row->cells->len);

  for (guint i = 1; i < columns; i++)
    {
      cell_free (g_ptr_array_index (row->cells, place + i));
      g_ptr_array_index (row->cells, place + i) = NULL;
    }
  cell->span = columns;
  row->filled = place + columns;
}

void
plt_doc_cell_show (PltDocCell *cell, const char *text)
{
  g_return_if_fail (cell != NULL && text != NULL);
  g_free (cell->text);
  cell->text = plt_doc_copy_text (text);
}

void
plt_doc_cell_ref (PltDocCell *cell, PltRef ref)
{
  g_return_if_fail (cell != NULL);
  cell->ref = ref;
}

/**
 * plt_doc_cell_formula:
 * @formula: begins with "="; see plt-document.h for how places are written
 *
 * A cell that is empty because its value is not known stays empty in a spreadsheet too.
 */
void
plt_doc_cell_formula (PltDocCell *cell, const char *formula)
{
  g_return_if_fail (cell != NULL && formula != NULL && formula[0] == '=');
  g_free (cell->formula);
  cell->formula = plt_doc_copy_text (formula);
}

/**
 * plt_doc_cell_name:
 * @name: letters, figures and "_"
 */
void
plt_doc_cell_name (PltDocCell *cell, const char *name)
{
  g_return_if_fail (cell != NULL && name != NULL && strpbrk (name, ",:{}") == NULL);
  g_free (cell->name);
  cell->name = g_strdup (name);
}

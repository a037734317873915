/* A table measured: what each cell takes, how high rows are, which rows may not part. */
#include <math.h>
#include <string.h>

#include "plt-layout-private.h"

#define LINE_RATIO 1.25
#define NUMBER_LEAST 0.55 /* a number too wide is written smaller, down to this; then it wraps */
#define WORD_LEAST 0.72   /* a text whose longest word is too wide alike */
#define SLACK 1.02        /* kerning */
#define LINE_SQUEEZE 1.15 /* a head that much too wide is written smaller, not wrapped */
#define MARK_LEAST 12.0   /* height of a row of marks */
#define MAX_REPEATED 0.45 /* of a page, for header rows to be repeated */
#define MAX_REPEATED_CROSS 0.66 /* the same of a table with columns that are repeated too */
#define FIRST_ROWS 3            /* below a head, before a page may end */
#define MOST_BEGINNING 0.3      /* of a page, for them */

double
plt_cell_pad_x (double width)
{
  return width < 26 ? 1.5 : 3;
}

double
plt_cell_line (const PltFontSpec *font)
{
  return font->size * LINE_RATIO;
}

static void
shrink_font (PltLayout *self, PltCellFit *fit, double wide, double least)
{
  if (wide <= fit->width)
    return;
  /* In quarters of a point: few sizes, few faces. */
  double size = floor (fit->ink.font.size * fit->width / wide * 4) / 4;
  fit->ink.font.size = fmax (size, ceil (fit->ink.font.size * least * 4) / 4);
  fit->font = plt_typesetter_font (self->type, &fit->ink.font);
}

static void
fit_number (
    PltLayout *self, const PltTableLayout *t, const PltDocCell *cell, guint column, PltCellFit *fit)
{
  double wide = plt_typesetter_width (self->type, fit->font, cell->text);
  shrink_font (self, fit, wide, NUMBER_LEAST);
  if (cell->span != 1 || fit->ink.align != PLT_ALIGN_END)
    return;
  double tail = plt_typesetter_width (self->type, fit->font, plt_number_tail (cell->text));
  double right = t->tails[column] - tail;
  if (right > 0 && wide + right <= fit->width)
    fit->right = right;
}

/* No word is broken if writing it a little smaller helps; titles and codes stay on one line too
 * when that takes little. */
static void
fit_words (PltLayout *self, const PltRowInk *row_ink, const PltDocCell *cell, PltCellFit *fit)
{
  double word = plt_typesetter_word_width (self->type, fit->font, cell->text) * SLACK + 0.5;
  double wide = word;
  if (row_ink->head || fit->ink.snug)
    {
      double whole = plt_typesetter_width (self->type, fit->font, cell->text) * SLACK + 0.5;
      if (whole <= fit->width * LINE_SQUEEZE)
        wide = whole;
    }
  if (wide * WORD_LEAST <= fit->width)
    shrink_font (self, fit, wide, WORD_LEAST);
}

/**
 * plt_cell_fit:
 * @column: of the cell
 * @width: of the cell, spans included
 *
 * Returns: how the cell's text is set
 */
PltCellFit
plt_cell_fit (PltLayout *self,
              const PltTableLayout *t,
              const PltRowInk *row_ink,
              const PltDocCell *cell,
              guint column,
              double width)
{
  PltCellFit fit = { 0 };
  plt_layout_cell_ink (self, cell->style, row_ink, &fit.ink);
  fit.font = plt_typesetter_font (self->type, &fit.ink.font);
  fit.width = fmax (width - 2 * plt_cell_pad_x (width), 2);

  gboolean number = plt_ink_is_number (cell->kind);
  if (!fit.ink.aligned && number)
    fit.ink.align = PLT_ALIGN_END;
  else if (!fit.ink.aligned && row_ink->head && cell->span == 1)
    fit.ink.align = t->aligns[column];
  if (fit.ink.vertical)
    {
      double wide = plt_typesetter_width (self->type, fit.font, cell->text) * 1.02 + 1;
      fit.height = MIN (wide, fit.ink.most);
    }
  else if (number && cell->text[0] != '\0')
    fit_number (self, t, cell, column, &fit);
  else if (cell->kind == PLT_CELL_DATE)
    shrink_font (self, &fit, plt_typesetter_width (self->type, fit.font, cell->text) * SLACK,
                 NUMBER_LEAST);
  else if (cell->text[0] != '\0')
    fit_words (self, row_ink, cell, &fit);
  fit.line = plt_cell_line (&fit.ink.font);
  if (!row_ink->head && !fit.ink.middle && !fit.ink.vertical)
    {
      const PltFont *usual = plt_typesetter_font (self->type, &row_ink->font);
      fit.drop = plt_font_get_baseline (usual, plt_cell_line (&row_ink->font))
                 - plt_font_get_baseline (fit.font, fit.line);
      fit.drop = MAX (fit.drop, 0);
    }
  return fit;
}

static double
span_width (const PltTableLayout *t, guint column, guint span)
{
  double width = 0;
  for (guint c = column; c < MIN (column + span, t->table->n_columns); c++)
    width += t->widths[c];
  return width;
}

static double
measure_cell (PltLayout *self,
              PltTableLayout *t,
              const PltRowInk *row_ink,
              const PltDocCell *cell,
              guint r,
              guint c)
{
  PltCellFit fit = plt_cell_fit (self, t, row_ink, cell, c, span_width (t, c, cell->span));
  guint16 *lines = &t->lines[r * t->table->n_columns + c];
  *lines = 1;
  if (fit.ink.mark)
    return MAX (fit.line, MARK_LEAST - 2 * t->pad);
  if (cell->text[0] == '\0')
    return fit.line;

  PltTextSpan span = { cell->text, (int) strlen (cell->text), NULL, fit.font };
  double width = fit.ink.vertical ? fit.height : fit.width - fit.right;
  guint n_lines = plt_typesetter_break (self->type, &span, width, NULL);
  *lines = (guint16) MIN (n_lines, G_MAXUINT16);
  return fit.ink.vertical ? fit.height + 2 : fit.drop + *lines * fit.line;
}

static void
measure_rows (PltLayout *self, PltTableLayout *t)
{
  const PltDocTable *table = t->table;
  for (guint r = 0; r < table->rows->len; r++)
    {
      const PltDocRow *row = g_ptr_array_index (table->rows, r);
      PltRowInk row_ink;
      plt_ink_row (row->style, &row_ink);
      double tallest = plt_cell_line (&row_ink.font);
      for (guint c = 0; c < table->n_columns; c++)
        {
          const PltDocCell *cell = g_ptr_array_index (row->cells, c);
          if (cell != NULL)
            tallest = fmax (tallest, measure_cell (self, t, &row_ink, cell, r, c));
        }
      t->heights[r] = tallest + 2 * t->pad;
    }
}

static gboolean
rows_stay_together (const PltDocTable *table, guint r)
{
  const PltDocRow *row = g_ptr_array_index (table->rows, r);
  const PltDocRow *next = g_ptr_array_index (table->rows, r + 1);
  PltRowInk ink, next_ink;
  plt_ink_row (row->style, &ink);
  plt_ink_row (next->style, &next_ink);
  return row->keep_with_next || ink.keep_with_next || next_ink.keep_with_previous;
}

/* From the last row up: one pass, however long a chain is. A chain that no page holds is cut where
 * it began to be too long. */
static void
add_needs (const PltLayout *self, PltTableLayout *t)
{
  double capacity = plt_layout_get_capacity (self);
  for (guint r = 0; r < t->repeated; r++)
    capacity -= t->heights[r];
  for (guint r = t->table->rows->len; r-- > 0;)
    {
      t->needs[r] = t->heights[r];
      if (r + 1 < t->table->rows->len && rows_stay_together (t->table, r)
          && t->heights[r] + t->needs[r + 1] <= capacity)
        t->needs[r] += t->needs[r + 1];
    }
}

/**
 * plt_table_layout_new:
 *
 * Returns: (transfer full): @table measured for the pages of @self
 */
PltTableLayout *
plt_table_layout_new (PltLayout *self, const PltDocTable *table)
{
  PltTableLayout *t = g_new0 (PltTableLayout, 1);
  guint n_rows = table->rows->len;
  t->table = table;
  t->pad = plt_document_get_info (self->doc)->dense ? PLT_CELL_PAD_Y_DENSE : PLT_CELL_PAD_Y;
  plt_ink_rules (table->style, &t->rules);
  t->header_rows = MIN (table->header_rows, n_rows);
  t->frozen = table->frozen_columns < table->n_columns ? table->frozen_columns : 0;
  t->widths = g_new0 (double, table->n_columns);
  t->tails = g_new0 (double, table->n_columns);
  t->aligns = g_new0 (PltAlign, table->n_columns);
  t->heights = g_new0 (double, n_rows + 1);
  t->needs = g_new0 (double, n_rows + 1);
  t->lines = g_new0 (guint16, (gsize) n_rows * table->n_columns);
  t->slices = g_array_new (FALSE, FALSE, sizeof (PltSlice));
  plt_columns_measure (self, t);
  measure_rows (self, t);

  double head = 0;
  for (guint r = 0; r < t->header_rows; r++)
    head += t->heights[r];
  if (head <= plt_layout_get_capacity (self) * (t->frozen > 0 ? MAX_REPEATED_CROSS : MAX_REPEATED)
      && t->header_rows < n_rows)
    t->repeated = t->header_rows;
  add_needs (self, t);
  return t;
}

void
plt_table_layout_free (PltTableLayout *t)
{
  if (t == NULL)
    return;
  g_free (t->widths);
  g_free (t->tails);
  g_free (t->aligns);
  g_free (t->heights);
  g_free (t->needs);
  g_free (t->lines);
  g_array_unref (t->slices);
  g_free (t);
}

double
plt_table_layout_get_opening (const PltTableLayout *t)
{
  double head = 0;
  for (guint r = 0; r < t->repeated; r++)
    head += t->heights[r];
  return head + (t->table->rows->len > t->repeated ? t->needs[t->repeated] : 0);
}

/**
 * plt_table_layout_get_beginning:
 *
 * A head with a row or two at the foot of a page reads as the end of something.
 *
 * Returns: the height to begin with where there is a choice: of the head and three rows, of fewer
 * where these would be a large part of a page
 */
double
plt_table_layout_get_beginning (const PltLayout *self, const PltTableLayout *t)
{
  double opening = plt_table_layout_get_opening (t), head = opening, height;
  double most = plt_layout_get_capacity (self) * MOST_BEGINNING;
  guint end = MIN (t->repeated + FIRST_ROWS, t->table->rows->len);

  if (end == t->repeated)
    return opening;
  head -= t->needs[t->repeated];
  height = head;
  for (guint r = t->repeated; r < end; r++)
    if (height + t->needs[r] <= most)
      {
        opening = fmax (opening, height + t->needs[r]);
        height += t->heights[r];
      }
    else
      break;
  return opening;
}

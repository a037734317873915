/* How the columns of a table share the width of the page.
 *
 * Each column has a hard width (its fixed one, or its least one) and a soft one, which it would
 * like: that of its widest number, of the longest word of its head, or of all its content when it
 * has neither width nor weight. Then, in this order:
 *   1. soft widths fit: what is left goes to the columns with weights, in proportion, so that each
 *      has its share of the whole and never less than its soft width;
 *   2. hard widths fit: soft ones give way evenly;
 *   3. hard widths fit once shrunk by a fifth at most: all are shrunk;
 *   4. else the table is cut into slices of whole columns, as even as can be, each behind the
 *      frozen columns; a cell of the header that spans several is not cut when it can stay whole.
 */
#include <math.h>
#include <string.h>

#include "plt-layout-private.h"

#define MIN_WIDTH 8.0
#define SHRINK 0.8
#define LEAST_TEXT 24.0      /* soft width of a column with any text */
#define MAX_TEXT_SHARE 0.5   /* of the page, for a column as wide as its content */
#define MAX_HEAD_SHARE 0.25  /* of the page, for the longest word of a head */
#define MAX_FROZEN_SHARE 0.6 /* frozen columns wider than this are not repeated */
#define MAX_STRETCH 1.35     /* of the columns of a slice */
#define SHARING_ROUNDS 16

typedef struct
{
  double avail;
  double *hard;
  double *soft;
} Wishes;

static double
sane (double length)
{
  return isfinite (length) && length > 0 ? length : 0;
}

const char *
plt_number_tail (const char *text)
{
  const char *comma = strchr (text, ',');
  if (comma != NULL)
    return comma;
  const char *end = text + strlen (text);
  while (end > text && !g_ascii_isdigit (end[-1]))
    end--;
  return end;
}

static double
cell_wish (PltLayout *self,
           const PltTableLayout *t,
           const PltDocRow *row,
           guint c,
           guint r,
           gboolean whole)
{
  const PltDocCell *cell = g_ptr_array_index (row->cells, c);
  if (cell == NULL || cell->span != 1 || cell->text[0] == '\0')
    return 0;

  PltRowInk row_ink;
  PltCellInk ink;
  plt_ink_row (row->style, &row_ink);
  plt_ink_cell (cell->style, &row_ink, &ink);
  const PltFont *font = plt_typesetter_font (self->type, &ink.font);
  double pads = 2 * plt_cell_pad_x (100) + 1;
  if (ink.vertical)
    return plt_cell_line (&ink.font) + 4;
  if (plt_ink_is_number (cell->kind))
    {
      double tail = plt_typesetter_width (self->type, font, plt_number_tail (cell->text));
      t->tails[c] = MAX (t->tails[c], tail);
      return plt_typesetter_width (self->type, font, cell->text) + pads;
    }
  if (whole || cell->kind == PLT_CELL_DATE)
    return fmin (plt_typesetter_width (self->type, font, cell->text) * 1.02 + pads,
                 self->width * MAX_TEXT_SHARE);
  if (r < t->header_rows)
    return fmin (plt_typesetter_word_width (self->type, font, cell->text) * 1.02 + pads,
                 self->width * MAX_HEAD_SHARE);
  return fmin (plt_typesetter_width (self->type, font, cell->text) + pads, LEAST_TEXT);
}

/* That of the first cell that says it; in a column where nothing stands, an empty cell whose style
 * aligns it does. */
static void
find_align (PltTableLayout *t, guint c)
{
  for (guint r = t->header_rows; r < t->table->rows->len; r++)
    {
      const PltDocRow *row = g_ptr_array_index (t->table->rows, r);
      const PltDocCell *cell = g_ptr_array_index (row->cells, c);
      if (cell == NULL || cell->span != 1 || (cell->kind == PLT_CELL_EMPTY && cell->style == NULL))
        continue;
      PltRowInk row_ink;
      PltCellInk ink;
      plt_ink_row (row->style, &row_ink);
      plt_ink_cell (cell->style, &row_ink, &ink);
      if (cell->kind == PLT_CELL_EMPTY)
        {
          if (ink.aligned)
            t->aligns[c] = ink.align;
          continue;
        }
      gboolean number = plt_ink_is_number (cell->kind) && !ink.aligned;
      t->aligns[c] = number ? PLT_ALIGN_END : ink.align;
      return;
    }
}

static void
wish (PltLayout *self, PltTableLayout *t, Wishes *wishes)
{
  const PltDocTable *table = t->table;
  for (guint c = 0; c < table->n_columns; c++)
    {
      find_align (t, c);
      const PltDocColumn *column = &table->columns[c];
      double fixed = sane (column->width);
      gboolean whole = !(fixed > 0) && !(sane (column->weight) > 0);
      double widest = 0;
      for (guint r = 0; r < table->rows->len; r++)
        widest
            = fmax (widest, cell_wish (self, t, g_ptr_array_index (table->rows, r), c, r, whole));

      double least = fixed > 0 ? fixed : fmax (sane (column->min), fmin (widest, LEAST_TEXT));
      wishes->hard[c] = CLAMP (least, MIN_WIDTH, wishes->avail);
      wishes->soft[c]
          = fixed > 0 ? wishes->hard[c] : CLAMP (widest, wishes->hard[c], wishes->avail);
    }
}

static double
sum (const double *widths, guint from, guint to)
{
  double total = 0;
  for (guint i = from; i < to; i++)
    total += widths[i];
  return total;
}

static double
weight_of (const PltDocTable *table, guint c)
{
  return sane (table->columns[c].width) > 0 ? 0 : fmin (sane (table->columns[c].weight), 1e6);
}

/* Columns with weights share what the others leave; one whose share is under its soft width keeps
 * that and leaves the sharing. */
static void
share_by_weight (PltTableLayout *t, const Wishes *wishes)
{
  const PltDocTable *table = t->table;
  g_autofree gboolean *settled = g_new0 (gboolean, table->n_columns);
  double left = wishes->avail;
  double weights = 0;
  for (guint c = 0; c < table->n_columns; c++)
    {
      t->widths[c] = wishes->soft[c];
      settled[c] = !(weight_of (table, c) > 0);
      if (settled[c])
        left -= wishes->soft[c];
      else
        weights += weight_of (table, c);
    }

  gboolean changed = TRUE;
  for (guint round = 0; changed && round < SHARING_ROUNDS; round++)
    {
      changed = FALSE;
      double each = weights > 0 ? left / weights : 0;
      for (guint c = 0; c < table->n_columns; c++)
        if (!settled[c] && each * weight_of (table, c) < wishes->soft[c])
          {
            settled[c] = changed = TRUE;
            left -= wishes->soft[c];
            weights -= weight_of (table, c);
          }
    }
  for (guint c = 0; c < table->n_columns; c++)
    if (!settled[c])
      t->widths[c] = fmax (left * weight_of (table, c) / weights, wishes->soft[c]);

  double total = sum (t->widths, 0, table->n_columns);
  if (total > wishes->avail) /* the rounds ran out */
    for (guint c = 0; c < table->n_columns; c++)
      t->widths[c] *= wishes->avail / total;
}

static void
add_slice (PltTableLayout *t, guint first, guint end)
{
  PltSlice slice = { first, end };
  g_array_append_val (t->slices, slice);
}

/* A slice takes the width of the page where little is missing: columns that are fixed keep theirs,
 * and a last slice of few columns stays narrow. */
static void
stretch (PltTableLayout *t, const PltSlice *slice, double room)
{
  double fixed = 0, free = 0;
  for (guint c = slice->first; c < slice->end; c++)
    if (sane (t->table->columns[c].width) > 0)
      fixed += t->widths[c];
    else
      free += t->widths[c];
  double factor = free > 0 ? CLAMP ((room - fixed) / free, 1, MAX_STRETCH) : 1;
  for (guint c = slice->first; c < slice->end; c++)
    if (!(sane (t->table->columns[c].width) > 0))
      t->widths[c] *= factor;
}

static void
cut_into_slices (PltTableLayout *t, const Wishes *wishes)
{
  guint n = t->table->n_columns;
  memcpy (t->widths, wishes->hard, n * sizeof *t->widths);
  if (sum (t->widths, 0, t->frozen) > wishes->avail * MAX_FROZEN_SHARE)
    t->frozen = 0;
  double room = wishes->avail - sum (t->widths, 0, t->frozen);
  for (guint c = t->frozen; c < n; c++)
    t->widths[c] = MIN (t->widths[c], room);

  g_autoptr (GArray) ends = plt_doc_table_cut (t->table, t->widths, t->frozen, room);
  guint first = t->frozen;
  for (guint i = 0; i < ends->len; i++)
    {
      add_slice (t, first, g_array_index (ends, guint, i));
      first = g_array_index (ends, guint, i);
    }
  for (guint i = 0; i < t->slices->len; i++)
    {
      const PltSlice *slice = &g_array_index (t->slices, PltSlice, i);
      stretch (t, slice, room);
    }
}

/**
 * plt_columns_measure:
 * @t: its table, header rows and frozen columns are set; widths, tails and slices are filled
 */
void
plt_columns_measure (PltLayout *self, PltTableLayout *t)
{
  guint n = t->table->n_columns;
  g_autofree double *hard = g_new0 (double, n);
  g_autofree double *soft = g_new0 (double, n);
  Wishes wishes = { self->width, hard, soft };
  wish (self, t, &wishes);

  double hard_sum = sum (hard, 0, n);
  double soft_sum = sum (soft, 0, n);
  if (soft_sum > wishes.avail && hard_sum * SHRINK > wishes.avail)
    {
      cut_into_slices (t, &wishes);
      return;
    }

  add_slice (t, t->frozen, n);
  if (soft_sum <= wishes.avail + 0.01)
    share_by_weight (t, &wishes);
  else if (hard_sum <= wishes.avail)
    {
      double part = (wishes.avail - hard_sum) / (soft_sum - hard_sum);
      for (guint c = 0; c < n; c++)
        t->widths[c] = hard[c] + (soft[c] - hard[c]) * part;
    }
  else
    for (guint c = 0; c < n; c++)
      t->widths[c] = hard[c] * wishes.avail / hard_sum;
}

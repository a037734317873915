/* Puts a measured table on pages: slice after slice, from the top down, header rows again on each
 * page, rows that no page holds cut between two lines. */
#include <math.h>
#include <string.h>

#include "plt-layout-private.h"

#define SLICE_GAP 12.0
#define SPLIT_SHARE 0.35 /* of a page: room worth beginning a row in that no page holds */
#define DOUBLE_GAP 1.8   /* between the two lines below a grand total */
#define MARK_INSET 1.5

static const PltColor black = { 0, 0, 0 };

/**
 * Part:
 * @columns: the columns that stand side by side: the frozen ones, then those of the slice
 * @edges: n + 1 abscissas
 * @open: by edge: where the vertical rule that is being drawn begins, NAN when there is none
 * @bare: no row of the body stands on this page yet, and the table began it
 */
typedef struct
{
  PltLayout *layout;
  PltTableLayout *t;
  guint n;
  guint *columns;
  double *edges;
  double *open;
  gboolean bare;
  guint header_end; /* number of rows dressed as header that this page begins with */
} Part;

/**
 * Piece: what of a row goes on this page.
 * @top: @height: of the piece
 * @room: height that lines may use
 * @done: (nullable): by place in the part: lines that stand on earlier pages, counted on; %NULL for
 * a whole row
 * @starts: (nullable): by place in the part: where lines begin, found once a row
 * @more: some cell has lines left
 */
typedef struct
{
  guint row;
  double top;
  double height;
  double room;
  guint *done;
  GArray **starts;
  gboolean more;
} Piece;

static void
line (PltLayout *self, double width, PltColor color, double x, double y, double w, double h)
{
  plt_layout_shape (self, PLT_SHAPE_LINE, color, width, x, y, w, h);
}

/* ---- rules ---- */

static double
rule_width (const Part *part)
{
  return part->t->rules == PLT_RULE_LEDGER ? PLT_THIN_LINE : PLT_HAIRLINE;
}

static void
horizontal (const Part *part, double y, double width, PltColor color)
{
  double x = part->edges[0];
  line (part->layout, width, color, x, y, part->edges[part->n] - x, 0);
}

static void
close_edge (Part *part, guint i, double y)
{
  if (isnan (part->open[i]))
    return;
  const PltColor color = plt_palette_get (PLT_PALETTE_PAPER)->hairline;
  double from = part->open[i];
  line (part->layout, PLT_HAIRLINE, color, part->edges[i], from, 0, y - from);
  part->open[i] = NAN;
}

static void
close_edges (Part *part)
{
  for (guint i = 0; i <= part->n; i++)
    close_edge (part, i, part->layout->y);
}

static void
see_edge (Part *part, guint i, gboolean seen, double top)
{
  if (part->t->rules != PLT_RULE_GRID)
    return;
  if (!seen)
    close_edge (part, i, top);
  else if (isnan (part->open[i]))
    part->open[i] = top;
}

static void
rule_row (Part *part, const PltRowInk *ink, guint r, double top)
{
  const PltColor color = plt_palette_get (PLT_PALETTE_PAPER)->hairline;
  PltLayout *self = part->layout;
  gboolean header_ends = r + 1 == part->t->header_rows;
  if (ink->rule_above)
    horizontal (part, top, PLT_STRONG_LINE, black);
  if (ink->double_below)
    {
      horizontal (part, self->y, PLT_HAIRLINE * 1.5, black);
      self->y += DOUBLE_GAP;
      horizontal (part, self->y, PLT_HAIRLINE * 1.5, black);
    }
  else if (header_ends)
    horizontal (part, self->y, PLT_STRONG_LINE, black);
  else if (part->t->rules != PLT_RULE_NONE)
    horizontal (part, self->y, rule_width (part), color);
}

/* ---- cells ---- */

static void
tag_box (const Part *part, const Piece *piece, PltTextBox *box)
{
  box->table = part->t->number;
  box->row = part->layout->n_rows;
  box->tag = piece->row < part->t->header_rows ? PLT_TAG_HEADER_CELL : PLT_TAG_CELL;
}

static void
put_vertical (
    Part *part, const Piece *piece, const PltCellFit *fit, const char *text, double x, double width)
{
  PltTextSpan span = { text, (int) strlen (text), NULL, fit->font };
  double along = MAX (piece->height - 2 * PLT_CELL_PAD_Y, 1);
  guint n_lines = plt_typesetter_break (part->layout->type, &span, along, NULL);
  guint most = MAX ((guint) (width / fit->line), 1);
  PltTextBox box = { .span = span,
                     .n_lines = MIN (n_lines, most),
                     .ellipsize = n_lines > most,
                     .line = (float) fit->line,
                     .height = along,
                     .y = piece->top + PLT_CELL_PAD_Y,
                     .color = fit->ink.color,
                     .rotated = TRUE };
  box.width = box.n_lines * fit->line;
  box.x = x + (width - box.width) / 2;
  tag_box (part, piece, &box);
  plt_layout_text (part->layout, &box);
}

/* Lines of a cell for this piece, cut out of the text when the row is split. */
static void
put_text (Part *part,
          Piece *piece,
          const PltRowInk *row_ink,
          const PltCellFit *fit,
          const PltDocCell *cell,
          guint place,
          guint n_lines,
          double x,
          double width)
{
  PltLayout *self = part->layout;
  double pad = (width - fit->width) / 2;
  PltTextBox box = { .span = { cell->text, (int) strlen (cell->text), NULL, fit->font },
                     .x = x + pad,
                     .width = fit->width - fit->right,
                     .line = (float) fit->line,
                     .n_lines = n_lines,
                     .color = fit->ink.color,
                     .align = (guint8) fit->ink.align };
  guint fitting
      = (guint) MAX ((piece->room - 2 * PLT_CELL_PAD_Y - fit->drop + 0.05) / fit->line, 1);
  if (piece->done != NULL)
    {
      if (piece->starts[place] == NULL)
        {
          piece->starts[place] = g_array_new (FALSE, FALSE, sizeof (int));
          plt_typesetter_break (self->type, &box.span, box.width, piece->starts[place]);
        }
      const GArray *starts = piece->starts[place];
      n_lines = starts->len;
      guint first = MIN (piece->done[place], n_lines);
      guint end = MIN (first + fitting, n_lines);
      if (first == end)
        return;
      box.n_lines = end - first;
      box.span
          = plt_layout_cut (self, &box.span, g_array_index (starts, int, first),
                            end < n_lines ? g_array_index (starts, int, end) : box.span.length);
      piece->done[place] = end;
      piece->more |= end < n_lines;
    }
  else if (n_lines > fitting)
    {
      box.n_lines = fitting;
      box.ellipsize = TRUE;
    }
  box.height = box.n_lines * fit->line;
  double slack = piece->height - box.height;
  box.y = piece->top
          + (row_ink->head && piece->done == NULL ? slack - PLT_CELL_PAD_Y
             : fit->ink.middle                    ? slack / 2
                                                  : PLT_CELL_PAD_Y + fit->drop);
  tag_box (part, piece, &box);
  plt_layout_text (self, &box);
}

static gboolean
colors_equal (PltColor a, PltColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void
put_ground (Part *part,
            const Piece *piece,
            const PltRowInk *row_ink,
            const PltCellFit *fit,
            double x,
            double width)
{
  PltLayout *self = part->layout;
  const PltCellInk *ink = &fit->ink;
  if (ink->filled && (!row_ink->filled || !colors_equal (ink->fill, row_ink->fill)))
    plt_layout_shape (self, PLT_SHAPE_FILL, ink->fill, 0, x, piece->top, width, piece->height);
  if (ink->mark)
    plt_layout_shape (self, PLT_SHAPE_MARK, (PltColor){ 0x26, 0x26, 0x26 }, 0, x + MARK_INSET,
                      piece->top + MARK_INSET, MAX (width - 2 * MARK_INSET, 1),
                      MAX (piece->height - 2 * MARK_INSET, 1));
  if (ink->corner)
    plt_layout_shape (self, PLT_SHAPE_CORNER, ink->color, 0, x, piece->top, width, piece->height);
}

/* The cell that covers the places [from, to) of the part; it may begin left of it. */
static void
put_cell (Part *part,
          Piece *piece,
          const PltRowInk *row_ink,
          const PltDocCell *cell,
          guint owner,
          guint from,
          guint to)
{
  double x = part->edges[from];
  double width = part->edges[to] - x;
  PltCellFit fit;
  plt_cell_fit (part->layout, part->t, row_ink, cell, owner, width, &fit);
  put_ground (part, piece, row_ink, &fit, x, width);
  plt_layout_hit_box (part->layout, &cell->ref, x, piece->top, width, piece->height);
  if (cell->text[0] == '\0')
    return;

  gboolean first_piece = piece->done == NULL || piece->done[from] == 0;
  if (fit.ink.vertical)
    {
      if (first_piece)
        put_vertical (part, piece, &fit, cell->text, x, width);
      if (piece->done != NULL)
        piece->done[from] = 1;
      return;
    }
  guint n_lines = part->t->lines[piece->row * part->t->table->n_columns + owner];
  if (to - from < cell->span) /* cut by the slice: narrower than measured */
    {
      PltTextSpan span = { cell->text, (int) strlen (cell->text), NULL, fit.font };
      n_lines = plt_typesetter_break (part->layout->type, &span, fit.width - fit.right, NULL);
    }
  put_text (part, piece, row_ink, &fit, cell, from, n_lines, x, width);
}

static const PltRef *
row_ref (const PltDocRow *row)
{
  for (guint c = 0; c < row->cells->len; c++)
    {
      const PltDocCell *cell = g_ptr_array_index (row->cells, c);
      if (cell != NULL && cell->ref.table != NULL)
        return &cell->ref;
    }
  return NULL;
}

static void
put_piece (Part *part, Piece *piece)
{
  PltLayout *self = part->layout;
  const PltDocRow *row = g_ptr_array_index (part->t->table->rows, piece->row);
  double x = part->edges[0];
  double width = part->edges[part->n] - x;
  PltRowInk ink;
  plt_ink_row (row->style, &ink);
  self->n_rows++;
  if (ink.filled)
    plt_layout_shape (self, PLT_SHAPE_FILL, ink.fill, 0, x, piece->top, width, piece->height);
  const PltRef *ref = row_ref (row);
  if (ref != NULL)
    plt_layout_hit_box (self, ref, x, piece->top, width, piece->height);

  see_edge (part, 0, TRUE, piece->top);
  for (guint i = 0; i < part->n;)
    {
      guint owner = part->columns[i];
      while (owner > 0 && g_ptr_array_index (row->cells, owner) == NULL)
        owner--;
      const PltDocCell *cell = g_ptr_array_index (row->cells, owner);
      guint end = i + 1;
      for (; end < part->n && cell != NULL && part->columns[end] < owner + cell->span; end++)
        see_edge (part, end, FALSE, piece->top);
      see_edge (part, end, TRUE, piece->top);
      if (cell != NULL)
        put_cell (part, piece, &ink, cell, owner, i, end);
      i = end;
    }
  self->y = piece->top + piece->height;
  rule_row (part, &ink, piece->row, piece->top);
}

/* ---- pages ---- */

static void
put_row (Part *part, guint r)
{
  Piece piece = { .row = r, .top = part->layout->y };
  piece.height = piece.room = part->t->heights[r];
  put_piece (part, &piece);
}

static void
open_page (Part *part)
{
  part->bare = plt_layout_page_is_fresh (part->layout);
  if (part->t->rules == PLT_RULE_GRID)
    horizontal (part, part->layout->y, PLT_HAIRLINE, plt_palette_get (PLT_PALETTE_PAPER)->hairline);
  for (guint r = 0; r < part->t->repeated; r++)
    put_row (part, r);
}

static void
turn_page (Part *part)
{
  close_edges (part);
  plt_layout_new_page (part->layout);
  open_page (part);
}

/* The height a piece of the row takes here: that of the tallest cell, of what has not been put. */
static double
piece_height (Part *part, guint r, const guint *done, double room)
{
  const PltDocRow *row = g_ptr_array_index (part->t->table->rows, r);
  guint n_columns = part->t->table->n_columns;
  PltRowInk ink;
  plt_ink_row (row->style, &ink);
  double tallest = plt_cell_line (&ink.font);
  for (guint i = 0; i < part->n; i++)
    {
      guint c = part->columns[i];
      const PltDocCell *cell = g_ptr_array_index (row->cells, c);
      guint n_lines = part->t->lines[r * n_columns + c];
      if (cell == NULL || cell->text[0] == '\0' || done[i] >= n_lines)
        continue;
      PltCellFit fit;
      plt_cell_fit (part->layout, part->t, &ink, cell, c, part->t->widths[c], &fit);
      tallest = MAX (tallest, fit.drop + (n_lines - done[i]) * fit.line);
    }
  return MIN (tallest + 2 * PLT_CELL_PAD_Y, room);
}

static void
put_split_row (Part *part, guint r)
{
  g_autofree guint *done = g_new0 (guint, part->n);
  g_autofree GArray **starts = g_new0 (GArray *, part->n);
  for (gboolean more = TRUE; more;)
    {
      double room = plt_layout_get_room (part->layout);
      Piece piece = { .row = r, .top = part->layout->y, .room = room, .done = done };
      piece.starts = starts;
      piece.height = piece_height (part, r, done, room);
      put_piece (part, &piece);
      part->bare = FALSE;
      more = piece.more;
      if (more)
        turn_page (part);
    }
  for (guint i = 0; i < part->n; i++)
    g_clear_pointer (&starts[i], g_array_unref);
}

static void
put_body (Part *part)
{
  PltLayout *self = part->layout;
  const PltTableLayout *t = part->t;
  double capacity = plt_layout_get_capacity (self);
  for (guint r = t->repeated; r < t->table->rows->len; r++)
    {
      double room = plt_layout_get_room (self);
      gboolean endless
          = t->heights[r] > capacity - (plt_table_layout_get_opening (t) - t->needs[t->repeated]);
      if (t->needs[r] > room + 0.01 && !part->bare && !(endless && room > capacity * SPLIT_SHARE))
        {
          turn_page (part);
          room = plt_layout_get_room (self);
        }
      if (t->heights[r] > room + 0.01)
        put_split_row (part, r);
      else
        put_row (part, r);
      part->bare = FALSE;
    }
}

static void
put_slice (PltLayout *self, PltTableLayout *t, const PltSlice *slice)
{
  guint n = t->frozen + slice->end - slice->first;
  g_autofree guint *columns = g_new (guint, n);
  g_autofree double *edges = g_new (double, n + 1);
  g_autofree double *open = g_new (double, n + 1);
  Part part = { .layout = self, .t = t, .n = n, .columns = columns, .edges = edges, .open = open };
  edges[0] = self->left;
  for (guint i = 0; i < n; i++)
    {
      columns[i] = i < t->frozen ? i : slice->first + i - t->frozen;
      edges[i + 1] = edges[i] + t->widths[columns[i]];
    }
  for (guint i = 0; i <= n; i++)
    open[i] = NAN;

  t->number = ++self->n_tables;
  if (plt_table_layout_get_opening (t) > plt_layout_get_room (self)
      && !plt_layout_page_is_fresh (self))
    plt_layout_new_page (self);
  open_page (&part);
  put_body (&part);
  close_edges (&part);
}

void
plt_layout_place_table (PltLayout *self, PltTableLayout *t)
{
  if (t->table->rows->len == 0)
    return;
  for (guint i = 0; i < t->slices->len; i++)
    {
      if (i > 0)
        self->y += SLICE_GAP;
      put_slice (self, t, &g_array_index (t->slices, PltSlice, i));
    }
}

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
  PltShape line = { PLT_SHAPE_LINE, color, width, x, y, part->edges[part->n] - x, 0 };
  plt_layout_shape (part->layout, &line);
}

static void
close_edge (Part *part, guint i, double y)
{
  double from = part->open[i];
  if (isnan (from))
    return;
  const PltColor color = plt_palette_get (PLT_PALETTE_PAPER)->hairline;
  PltShape line = { PLT_SHAPE_LINE, color, PLT_HAIRLINE, part->edges[i], from, 0, y - from };
  plt_layout_shape (part->layout, &line);
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

/**
 * Site: a cell of a piece
 * @owner: its column; it may begin left of the part
 * @from: @to: the places of the part it covers, the last one not included
 */
typedef struct
{
  const PltRowInk *row_ink;
  const PltDocCell *cell;
  PltCellFit fit;
  guint owner;
  guint from;
  guint to;
  double x;
  double width;
} Site;

static PltTextSpan
text_of (const Site *site)
{
  return (PltTextSpan){ site->cell->text, (int) strlen (site->cell->text), NULL, site->fit.font };
}

static void
put_box (Part *part, const Piece *piece, PltTextBox *box)
{
  box->table = part->t->number;
  box->row = part->layout->n_rows;
  box->tag = piece->row < part->t->header_rows ? PLT_TAG_HEADER_CELL : PLT_TAG_CELL;
  plt_layout_text (part->layout, box);
}

static void
put_vertical (Part *part, const Piece *piece, const Site *site)
{
  PltTextSpan span = text_of (site);
  double line = site->fit.line;
  double along = MAX (piece->height - 2 * part->t->pad, 1);
  guint n_lines = plt_typesetter_break (part->layout->type, &span, along, NULL);
  guint most = MAX ((guint) (site->width / line), 1);
  PltTextBox box = { .span = span,
                     .n_lines = MIN (n_lines, most),
                     .ellipsize = n_lines > most,
                     .line = line,
                     .height = along,
                     .y = piece->top + part->t->pad,
                     .color = site->fit.ink.color,
                     .rotated = TRUE };
  box.width = box.n_lines * line;
  box.x = site->x + (site->width - box.width) / 2;
  put_box (part, piece, &box);
}

/* Cuts what goes on this page out of a text whose row is split. FALSE when nothing is left. */
static gboolean
cut_lines (Part *part, Piece *piece, guint place, guint fitting, PltTextBox *box)
{
  PltLayout *self = part->layout;
  if (piece->starts[place] == NULL)
    {
      piece->starts[place] = g_array_new (FALSE, FALSE, sizeof (int));
      plt_typesetter_break (self->type, &box->span, box->width, piece->starts[place]);
    }
  const GArray *starts = piece->starts[place];
  guint first = MIN (piece->done[place], starts->len);
  guint end = MIN (first + fitting, starts->len);
  if (first == end)
    return FALSE;

  gboolean last = end == starts->len;
  box->n_lines = end - first;
  box->span = plt_layout_cut (self, &box->span, g_array_index (starts, int, first),
                              last ? box->span.length : g_array_index (starts, int, end));
  piece->done[place] = end;
  piece->more |= !last;
  return TRUE;
}

/* How many lines the text takes here: a span cut by the slice is narrower than it was measured. */
static guint
count_lines (const Part *part, const Piece *piece, const Site *site)
{
  if (site->to - site->from == site->cell->span)
    return part->t->lines[piece->row * part->t->table->n_columns + site->owner];
  PltTextSpan span = text_of (site);
  double width = site->fit.width - site->fit.right;
  return plt_typesetter_break (part->layout->type, &span, width, NULL);
}

static void
put_text (Part *part, Piece *piece, const Site *site)
{
  const PltCellFit *fit = &site->fit;
  PltTextBox box = { .span = text_of (site),
                     .x = site->x + (site->width - fit->width) / 2,
                     .width = fit->width - fit->right,
                     .line = fit->line,
                     .n_lines = count_lines (part, piece, site),
                     .color = fit->ink.color,
                     .align = (guint8) fit->ink.align };
  double room = piece->room - 2 * part->t->pad - fit->drop;
  guint fitting = room < fit->line ? 1 : (guint) ((room + 0.05) / fit->line);
  if (piece->done != NULL && !cut_lines (part, piece, site->from, fitting, &box))
    return;
  if (piece->done == NULL && box.n_lines > fitting)
    {
      box.n_lines = fitting;
      box.ellipsize = TRUE;
    }

  box.height = box.n_lines * fit->line;
  double above = part->t->pad + fit->drop;
  if (site->row_ink->head && piece->done == NULL)
    above = piece->height - box.height - part->t->pad;
  else if (fit->ink.middle)
    above = (piece->height - box.height) / 2;
  box.y = piece->top + above;
  put_box (part, piece, &box);
}

static gboolean
colors_equal (PltColor a, PltColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void
put_ground (Part *part, const Piece *piece, const Site *site)
{
  const PltCellInk *ink = &site->fit.ink;
  const PltRowInk *row_ink = site->row_ink;
  PltShape shape = {
    .color = ink->fill, .x = site->x, .y = piece->top, .width = site->width, .height = piece->height
  };
  if (ink->filled && (!row_ink->filled || !colors_equal (ink->fill, row_ink->fill)))
    plt_layout_shape (part->layout, &shape);
  shape.kind = PLT_SHAPE_CORNER;
  shape.color = ink->color;
  if (ink->corner)
    plt_layout_shape (part->layout, &shape);
  if (ink->mark)
    {
      shape.kind = PLT_SHAPE_MARK;
      shape.color = (PltColor){ 0x26, 0x26, 0x26 };
      shape.x += MARK_INSET;
      shape.y += MARK_INSET;
      shape.width = MAX (shape.width - 2 * MARK_INSET, 1);
      shape.height = MAX (shape.height - 2 * MARK_INSET, 1);
      plt_layout_shape (part->layout, &shape);
    }
}

static void
put_cell (Part *part, Piece *piece, Site *site)
{
  PltLayout *self = part->layout;
  const PltDocCell *cell = site->cell;
  site->x = part->edges[site->from];
  site->width = part->edges[site->to] - site->x;
  site->fit = plt_cell_fit (self, part->t, site->row_ink, cell, site->owner, site->width);
  put_ground (part, piece, site);
  plt_layout_hit_box (self, &cell->ref, site->x, piece->top, site->width, piece->height);
  if (cell->text[0] == '\0')
    return;
  if (!site->fit.ink.vertical)
    {
      put_text (part, piece, site);
      return;
    }
  if (piece->done == NULL || piece->done[site->from] == 0)
    put_vertical (part, piece, site);
  if (piece->done != NULL)
    piece->done[site->from] = 1;
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
    {
      PltShape ground = { PLT_SHAPE_FILL, ink.fill, 0, x, piece->top, width, piece->height };
      plt_layout_shape (self, &ground);
    }
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
      Site site = { .row_ink = &ink, .cell = cell, .owner = owner, .from = i, .to = end };
      if (cell != NULL)
        put_cell (part, piece, &site);
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
      PltCellFit fit = plt_cell_fit (part->layout, part->t, &ink, cell, c, part->t->widths[c]);
      tallest = MAX (tallest, fit.drop + (n_lines - done[i]) * fit.line);
    }
  return MIN (tallest + 2 * part->t->pad, room);
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
  if (plt_table_layout_get_beginning (self, t) > plt_layout_get_room (self)
      && !plt_layout_page_is_fresh (self))
    plt_layout_new_page (self);
  open_page (&part);
  put_body (&part);
  close_edges (&part);
}

/* A slice that a page holds is not cut between two. */
static void
begin_slice (PltLayout *self, const PltTableLayout *t)
{
  double height = 0;
  for (guint r = 0; r < t->table->rows->len; r++)
    height += t->heights[r];
  self->y += SLICE_GAP;
  if (height > plt_layout_get_room (self) && height <= plt_layout_get_capacity (self))
    plt_layout_new_page (self);
}

void
plt_layout_place_table (PltLayout *self, PltTableLayout *t)
{
  if (t->table->rows->len == 0)
    return;
  for (guint i = 0; i < t->slices->len; i++)
    {
      if (i > 0)
        begin_slice (self, t);
      put_slice (self, t, &g_array_index (t->slices, PltSlice, i));
    }
}

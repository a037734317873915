/* PltGrid: drawing. One pass over the visible cells; everything is placed by plt-grid-geometry. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plt-grid-private.h"

#define MARK 8
#define SWATCH 12

/* A part of the grid that scrolls as one: columns first .. end - 1 and rows top .. bottom - 1
 * inside clip. Texts may run on as far as ink. */
typedef struct
{
  int first;
  int end;
  int top;
  int bottom;
  PltGridRect clip;
  PltGridRect ink;
} Region;

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (
        snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
frame (GtkSnapshot *snapshot, const GdkRGBA *color, const PltGridRect *rect, int width)
{
  GskRoundedRect outline;
  float w = (float) width;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y,
                                                        (float) rect->width, (float) rect->height),
                                   0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ w, w, w, w },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
push_clip (GtkSnapshot *snapshot, const PltGridRect *clip)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) clip->x, (float) clip->y,
                                               (float) clip->width, (float) clip->height));
}

/* --- Marks --- */

static void
triangle (cairo_t *cr, const double points[6])
{
  cairo_move_to (cr, points[0], points[1]);
  cairo_line_to (cr, points[2], points[3]);
  cairo_line_to (cr, points[4], points[5]);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static GskRenderNode *
create_mark (PltGrid *self, PltGridMark mark)
{
  static const double triangles[PLT_GRID_N_MARKS][6] = {
    [PLT_GRID_MARK_OPEN] = { 0, 2, 8, 2, 4, 7 },
    [PLT_GRID_MARK_CLOSED] = { 2, 0, 7, 4, 2, 8 },
    [PLT_GRID_MARK_ASCENDING] = { 0, 6, 8, 6, 4, 1 },
    [PLT_GRID_MARK_DESCENDING] = { 0, 2, 8, 2, 4, 7 },
    [PLT_GRID_MARK_INVALID] = { 0, 0, 8, 0, 8, 8 },
    [PLT_GRID_MARK_TYPED] = { 0, 0, 7, 0, 0, 7 },
  };
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (-2, -2, MARK + 6, MARK + 4));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  if (mark == PLT_GRID_MARK_TYPED)
    {
      /* an edge, so that the corner is seen on a dark fill too */
      static const double edge[6] = { 0, 0, 10, 0, 0, 10 };

      gdk_cairo_set_source_rgba (cr, &self->colors->background);
      triangle (cr, edge);
    }
  gdk_cairo_set_source_rgba (cr, mark == PLT_GRID_MARK_INVALID ? &self->colors->invalid
                                 : mark == PLT_GRID_MARK_TYPED ? &self->colors->accent
                                                               : &self->colors->muted);
  if (mark == PLT_GRID_MARK_LINK)
    {
      /* Two links of a chain, the one through the other. */
      cairo_set_line_width (cr, 1.3);
      cairo_translate (cr, 5, 4);
      cairo_rotate (cr, -G_PI / 4);
      for (int side = -1; side <= 1; side += 2)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, side * 4.0, 0, 2, side > 0 ? -G_PI / 2 : G_PI / 2,
                     side > 0 ? G_PI / 2 : 3 * G_PI / 2);
          cairo_line_to (cr, side * 0.5, side > 0 ? 2 : -2);
          cairo_arc (cr, side * 1.0, 0, 2, side > 0 ? G_PI / 2 : -G_PI / 2,
                     side > 0 ? 3 * G_PI / 2 : G_PI / 2);
          cairo_close_path (cr);
        }
      cairo_stroke (cr);
    }
  else
    triangle (cr, triangles[mark]);
  cairo_destroy (cr);
  return node;
}

static void
draw_mark (PltGrid *self, GtkSnapshot *snapshot, PltGridMark mark, int x, int y)
{
  if (self->marks[mark] == NULL)
    self->marks[mark] = create_mark (self, mark);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, self->marks[mark]);
  gtk_snapshot_restore (snapshot);
}

void
plt_grid_drop_marks (PltGrid *self)
{
  for (int i = 0; i < PLT_GRID_N_MARKS; i++)
    g_clear_pointer (&self->marks[i], gsk_render_node_unref);
}

/* An effect is a swatch before its code, so that a page of them stays quiet; an issue fills its
 * cell.
 */
static gboolean
is_effect (PltGridFill color)
{
  return color >= PLT_GRID_FILL_INT_DAY && color <= PLT_GRID_FILL_DUSK;
}

/* --- Cells --- */

/* Columns are shown in the order of the model where a cell covers several. */
PltGridRect
plt_grid_get_cell_rect (PltGrid *self, PltGridCoord at)
{
  PltGridRect rect = plt_grid_geometry_cell (&self->geometry, at);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  int first, end;

  plt_grid_read_cell (self, at.row, at.column, &cell);
  if (cell.span < 2)
    return rect;
  first = MAX (at.column - (int) cell.before, self->geometry.n_frozen);
  end = MIN (at.column - (int) cell.before + (int) cell.span, plt_grid_get_n_columns (self));
  rect.x = plt_grid_geometry_column_x (&self->geometry, first);
  rect.width = plt_grid_geometry_column_x (&self->geometry, end) - rect.x;
  return rect;
}

gboolean
plt_grid_is_tree (PltGrid *self, int column)
{
  if ((plt_grid_get_column (self, column)->flags & PLT_GRID_COLUMN_TREE) != 0)
    return TRUE;
  for (int i = 0; column == 0 && i < plt_grid_get_n_columns (self); i++)
    if ((plt_grid_get_column (self, i)->flags & PLT_GRID_COLUMN_TREE) != 0)
      return FALSE;
  return column == 0;
}

PltGridRect
plt_grid_get_text_rect (
    PltGrid *self, int row, int column, const PltGridCell *cell, const PltGridRow *info)
{
  PltGridRect rect = plt_grid_geometry_cell (&self->geometry, (PltGridCoord){ row, column });
  int before = PLT_GRID_PADDING + (int) cell->indent * PLT_GRID_INDENT;

  if (is_effect (cell->fill) && (cell->flags & PLT_GRID_CELL_SURFACE) == 0)
    before += SWATCH + 5;
  if (plt_grid_is_tree (self, column))
    before += (int) (info->level + (info->expandable ? 1 : 0)) * PLT_GRID_INDENT;
  if ((cell->flags & PLT_GRID_CELL_LINK) != 0)
    {
      rect.width -= PLT_GRID_LINK_WIDTH;
      if (plt_grid_get_column (self, column)->align == PLT_GRID_ALIGN_END)
        rect.x += PLT_GRID_LINK_WIDTH;
    }
  rect.x += before;
  rect.width -= before + PLT_GRID_PADDING + 1;
  return rect;
}

static const GdkRGBA *
get_row_color (PltGrid *self, const PltGridRow *info)
{
  switch (info->kind)
    {
    case PLT_GRID_ROW_GROUP:
      return info->level == 0 ? &self->colors->group : &self->colors->subgroup;
    case PLT_GRID_ROW_SUBTOTAL:
    case PLT_GRID_ROW_TOTAL:
      return &self->colors->total;
    case PLT_GRID_ROW_NORMAL:
    default:
      return NULL;
    }
}

/* A title in a group row runs on over the empty cells that follow it. */
static int
get_overflow (PltGrid *self, int row, int column)
{
  int width = 0;

  for (int c = column + 1; c < plt_grid_get_n_columns (self); c++)
    {
      g_auto (PltGridCell) next = PLT_GRID_CELL_INIT;

      plt_grid_read_cell (self, row, c, &next);
      if (next.text[0] != '\0')
        break;
      width += plt_grid_axis_get_width (self->axis, c);
    }
  return width;
}

static gboolean
is_swatch (const PltGridCell *cell)
{
  return is_effect (cell->fill) && (cell->flags & PLT_GRID_CELL_SURFACE) == 0;
}

static void
draw_text (PltGrid *self,
           GtkSnapshot *snapshot,
           int row,
           int column,
           const PltGridCell *cell,
           const PltGridRow *info)
{
  const PltGridColumn *description = plt_grid_get_column (self, column);
  PltGridRect rect = plt_grid_get_text_rect (self, row, column, cell, info);
  PltGridTextBox box = { rect.x, rect.y, rect.width, rect.height, description->align };
  g_autofree char *text = NULL;

  box.number = (description->flags & PLT_GRID_COLUMN_NUMBER) != 0;
  box.bold = (cell->flags & PLT_GRID_CELL_BOLD) != 0 || info->kind != PLT_GRID_ROW_NORMAL;
  if ((cell->flags & PLT_GRID_CELL_CENTER) != 0)
    box.align = PLT_GRID_ALIGN_CENTER;
  if (cell->fill != PLT_GRID_FILL_NONE && !is_swatch (cell))
    box.color = &self->colors->fills[cell->fill].text;
  else if ((cell->flags & PLT_GRID_CELL_MUTED) != 0)
    box.color = &self->colors->muted;
  else
    box.color = &self->colors->text;
  if (info->kind != PLT_GRID_ROW_NORMAL && box.align == PLT_GRID_ALIGN_START && !box.number
      && plt_grid_text_measure (self->text, cell->text, box.bold) > box.width)
    {
      /* Looking at the neighbours may end the life of a borrowed text. */
      text = g_strdup (cell->text);
      box.width += get_overflow (self, row, column);
    }
  plt_grid_text_draw (self->text, snapshot, text != NULL ? text : cell->text, &box);
}

/* A cell over several columns, once in each part; its text stays in sight while some of it is. */
static void
draw_span (PltGrid *self,
           GtkSnapshot *snapshot,
           const Region *region,
           PltGridCoord at,
           const PltGridCell *cell,
           const PltGridRow *info)
{
  PltGridRect rect = plt_grid_get_cell_rect (self, at);
  const GdkRGBA *ground = get_row_color (self, info);
  PltGridTextBox box = { .y = rect.y, .height = rect.height, .align = PLT_GRID_ALIGN_CENTER };
  int left = MAX (rect.x, region->clip.x);
  int right = MIN (rect.x + rect.width, region->clip.x + region->clip.width);

  if (at.column > region->first && cell->before > 0)
    return;
  if (cell->fill != PLT_GRID_FILL_NONE)
    ground = &self->colors->fills[cell->fill].background;
  else if (ground == NULL)
    ground = (cell->flags & PLT_GRID_CELL_READONLY) != 0 ? &self->colors->readonly
                                                         : &self->colors->background;
  fill (snapshot, ground, rect.x, rect.y, rect.width - 1, rect.height - 1);
  box.x = left + PLT_GRID_PADDING;
  box.width = right - left - 2 * PLT_GRID_PADDING;
  if (cell->indent > 0) /* a sentence below its heading, not a title over columns */
    {
      box.align = PLT_GRID_ALIGN_START;
      box.x += (int) cell->indent * PLT_GRID_INDENT * 2;
      box.width -= (int) cell->indent * PLT_GRID_INDENT * 2;
    }
  box.bold = (cell->flags & PLT_GRID_CELL_BOLD) != 0 || info->kind != PLT_GRID_ROW_NORMAL;
  box.color = cell->fill != PLT_GRID_FILL_NONE           ? &self->colors->fills[cell->fill].text
              : (cell->flags & PLT_GRID_CELL_MUTED) != 0 ? &self->colors->muted
                                                         : &self->colors->text;
  if (box.width > 0 && cell->text[0] != '\0')
    plt_grid_text_draw (self->text, snapshot, cell->text, &box);
}

static void
draw_cell (PltGrid *self,
           GtkSnapshot *snapshot,
           const Region *region,
           int row,
           int column,
           const PltGridRow *info)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  PltGridRect rect = plt_grid_geometry_cell (&self->geometry, (PltGridCoord){ row, column });
  const PltGridColumn *description = plt_grid_get_column (self, column);

  plt_grid_read_cell (self, row, column, &cell);
  if (cell.span > 1)
    {
      draw_span (self, snapshot, region, (PltGridCoord){ row, column }, &cell, info);
      return;
    }
  if (is_swatch (&cell))
    {
      PltGridRect swatch
          = { rect.x + PLT_GRID_PADDING, rect.y + (rect.height - SWATCH) / 2, SWATCH, SWATCH };

      fill (snapshot, &self->colors->fills[cell.fill].background, swatch.x, swatch.y, swatch.width,
            swatch.height);
      frame (snapshot, &self->colors->strong, &swatch, 1);
    }
  else if (cell.fill != PLT_GRID_FILL_NONE)
    fill (snapshot, &self->colors->fills[cell.fill].background, rect.x, rect.y, rect.width - 1,
          rect.height - 1);
  else if ((cell.flags & PLT_GRID_CELL_READONLY) != 0 && info->kind == PLT_GRID_ROW_NORMAL
           && (description->flags & PLT_GRID_COLUMN_EDITABLE) != 0)
    fill (snapshot, &self->colors->readonly, rect.x, rect.y, rect.width - 1, rect.height - 1);
  if (info->expandable && plt_grid_is_tree (self, column))
    draw_mark (self, snapshot, info->expanded ? PLT_GRID_MARK_OPEN : PLT_GRID_MARK_CLOSED,
               rect.x + PLT_GRID_PADDING + (int) info->level * PLT_GRID_INDENT,
               rect.y + (rect.height - MARK) / 2);
  if ((cell.flags & PLT_GRID_CELL_LINK) != 0)
    draw_mark (self, snapshot, PLT_GRID_MARK_LINK,
               description->align == PLT_GRID_ALIGN_END
                   ? rect.x + 4
                   : rect.x + rect.width - PLT_GRID_LINK_WIDTH + 2,
               rect.y + (rect.height - MARK) / 2);
  if ((cell.flags & PLT_GRID_CELL_TYPED) != 0)
    draw_mark (self, snapshot, PLT_GRID_MARK_TYPED, rect.x, rect.y);
  if ((cell.flags & PLT_GRID_CELL_INVALID) != 0)
    {
      draw_mark (self, snapshot, PLT_GRID_MARK_INVALID, rect.x + rect.width - 1 - MARK, rect.y);
      fill (snapshot, &self->colors->invalid, rect.x, rect.y + rect.height - 2, rect.width - 1, 1);
    }
  if (cell.text[0] != '\0')
    draw_text (self, snapshot, row, column, &cell, info);
}

static void
draw_row_rules (
    PltGrid *self, GtkSnapshot *snapshot, const Region *region, int y, PltGridRowKind kind)
{
  const PltGridRect *clip = &region->clip;

  if (kind != PLT_GRID_ROW_SUBTOTAL && kind != PLT_GRID_ROW_TOTAL)
    return;
  fill (snapshot, &self->colors->strong, clip->x, y - 1, clip->width, 1);
  if (kind == PLT_GRID_ROW_TOTAL)
    fill (snapshot, &self->colors->strong, clip->x, y + 1, clip->width, 1);
}

static void
draw_lines (PltGrid *self, GtkSnapshot *snapshot, const Region *region, int first, int end)
{
  const PltGridRect *clip = &region->clip;
  int top = plt_grid_geometry_row_y (&self->geometry, first);
  int bottom = plt_grid_geometry_row_y (&self->geometry, end);

  for (int c = region->first; c < region->end; c++)
    {
      int x = plt_grid_geometry_column_x (&self->geometry, c);
      int width = plt_grid_axis_get_width (self->axis, c);

      if (self->any_editable
          && (plt_grid_get_column (self, c)->flags & PLT_GRID_COLUMN_EDITABLE) == 0)
        fill (snapshot, &self->colors->readonly, x, top, width - 1, bottom - top);
      fill (snapshot, &self->colors->line, x + width - 1, top, 1, bottom - top);
    }
  for (int row = first; row < end; row++)
    fill (snapshot, &self->colors->line, clip->x,
          plt_grid_geometry_row_y (&self->geometry, row + 1) - 1, clip->width, 1);
}

/* A cell over several columns has no rule through it. */
static gboolean
is_covered (PltGrid *self, int row, int column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_read_cell (self, row, column, &cell);
  return cell.before > 0;
}

/* Where a group of columns begins. */
static void
draw_edges (PltGrid *self, GtkSnapshot *snapshot, const Region *region)
{
  for (int c = region->first; c < region->end; c++)
    {
      int x = plt_grid_geometry_column_x (&self->geometry, c) - 1, from = region->top;

      if ((plt_grid_get_column (self, c)->flags & PLT_GRID_COLUMN_EDGE) == 0)
        continue;
      for (int row = region->top; row <= region->bottom; row++)
        {
          int y = plt_grid_geometry_row_y (&self->geometry, from);

          if (row < region->bottom && !is_covered (self, row, c))
            continue;
          fill (snapshot, &self->colors->strong, x, y, 1, (row - from) * self->geometry.row_height);
          from = row + 1;
        }
    }
}

static int
get_columns_right (PltGrid *self)
{
  return plt_grid_geometry_column_x (&self->geometry, plt_grid_get_n_columns (self));
}

static void
draw_rows (PltGrid *self, GtkSnapshot *snapshot, const Region *region)
{
  const PltGridRect *clip = &region->clip;

  draw_lines (self, snapshot, region, region->top, region->bottom);
  for (int row = region->top; row < region->bottom; row++)
    {
      int y = plt_grid_geometry_row_y (&self->geometry, row);
      const GdkRGBA *color;
      PltGridRow info;

      plt_grid_read_row (self, row, &info);
      color = get_row_color (self, &info);
      if (color != NULL)
        fill (snapshot, color, clip->x, y, clip->width, self->geometry.row_height - 1);
      draw_row_rules (self, snapshot, region, y, info.kind);
      for (int c = region->first; c < region->end; c++)
        draw_cell (self, snapshot, region, row, c, &info);
    }
  draw_edges (self, snapshot, region);
}

static void
draw_new_row (PltGrid *self, GtkSnapshot *snapshot)
{
  int row = plt_grid_get_n_model_rows (self);
  PltGridRect rect;
  PltGridTextBox box = { .align = PLT_GRID_ALIGN_START, .color = &self->colors->muted };

  if (row == self->geometry.n_rows || (self->editor != NULL && self->edited.row == row))
    return;
  rect = plt_grid_geometry_cell (&self->geometry, (PltGridCoord){ row, 0 });
  box.x = rect.x + PLT_GRID_PADDING;
  box.y = rect.y;
  box.width = get_columns_right (self) - box.x;
  box.height = rect.height;
  plt_grid_text_draw (self->text, snapshot, self->row_numbers ? _ ("New row") : _ ("+ New row"),
                      &box);
}

/* --- Selection --- */

/* The range without the active cell, which keeps its own background. */
static void
draw_selected (PltGrid *self,
               GtkSnapshot *snapshot,
               const PltGridRect *range,
               const PltGridRect *hole)
{
  const GdkRGBA *color = &self->colors->selection;
  int right = range->x + range->width, bottom = range->y + range->height;
  int hole_right = hole->x + hole->width, hole_bottom = hole->y + hole->height;

  fill (snapshot, color, range->x, range->y, range->width, hole->y - range->y);
  fill (snapshot, color, range->x, hole->y, hole->x - range->x, hole->height);
  fill (snapshot, color, hole_right, hole->y, right - hole_right, hole->height);
  fill (snapshot, color, range->x, hole_bottom, range->width, bottom - hole_bottom);
}

/* The row of the cursor too, but for its cell. */
static void
draw_marked_rows (PltGrid *self, GtkSnapshot *snapshot, const Region *region)
{
  const GdkRGBA *color = &self->colors->selection;

  for (guint i = 0; self->marked_rows != NULL && i < self->marked_rows->len; i++)
    {
      int row = (int) g_array_index (self->marked_rows, guint, i);
      PltGridRange range = { row, region->first, 1, region->end - region->first };
      PltGridRect rect;

      if (row >= region->bottom || row < region->top || range.n_columns <= 0)
        continue;
      rect = plt_grid_geometry_range (&self->geometry, &range);
      fill (snapshot, color, rect.x, rect.y, rect.width, rect.height);
    }
}

static void
draw_selection (PltGrid *self, GtkSnapshot *snapshot, const Region *region)
{
  PltGridRange range = plt_grid_get_range (self), part = range;
  PltGridCoord active = self->selection.active;
  int end = range.column + range.n_columns, end_row = range.row + range.n_rows;
  gboolean frozen = region->top < self->geometry.n_frozen_rows;
  const GdkRGBA *color = self->focused ? &self->colors->accent : &self->colors->unfocused;
  PltGridRect rect, cell;

  part.column = MAX (range.column, region->first);
  part.n_columns = MIN (end, region->end) - part.column;
  part.row = frozen ? range.row : MAX (range.row, self->geometry.n_frozen_rows);
  part.n_rows = (frozen ? MIN (end_row, self->geometry.n_frozen_rows) : end_row) - part.row;
  if (part.n_rows <= 0 || part.n_columns <= 0)
    return;
  rect = plt_grid_geometry_range (&self->geometry, &part);
  /* Beyond a region's edge, so that the frame does not close where the range goes on. */
  if (part.column > range.column)
    {
      rect.x -= 8;
      rect.width += 8;
    }
  if (part.column + part.n_columns < end)
    rect.width += 8;
  if (part.row > range.row)
    {
      rect.y -= 8;
      rect.height += 8;
    }
  if (part.row + part.n_rows < end_row)
    rect.height += 8;
  cell = plt_grid_get_cell_rect (self, active);
  if (range.n_rows > 1 || range.n_columns > 1)
    {
      draw_selected (self, snapshot, &rect, &cell);
      rect.x--;
      rect.y--;
      rect.width++;
      rect.height++;
      frame (snapshot, color, &rect, 1);
    }
  if (cell.x < region->clip.x + region->clip.width && cell.x + cell.width > region->clip.x
      && (active.column < self->geometry.n_frozen) == (region->first < self->geometry.n_frozen)
      && (active.row < self->geometry.n_frozen_rows) == frozen && self->editor == NULL)
    {
      cell.x--;
      cell.y--;
      cell.width++;
      cell.height++;
      frame (snapshot, color, &cell, 2);
    }
}

static void
draw_body (PltGrid *self, GtkSnapshot *snapshot, const Region *region)
{
  if (region->clip.width <= 0 || region->clip.height <= 0)
    return;
  push_clip (snapshot, &region->ink);
  draw_rows (self, snapshot, region);
  if (region->first == 0)
    draw_new_row (self, snapshot);
  gtk_snapshot_pop (snapshot);
  push_clip (snapshot, &region->clip);
  draw_marked_rows (self, snapshot, region);
  draw_selection (self, snapshot, region);
  gtk_snapshot_pop (snapshot);
}

/* --- Header and gutter --- */

static void
draw_header (PltGrid *self, GtkSnapshot *snapshot, const Region *region)
{
  PltGridRange range = plt_grid_get_range (self);
  PltGridRect clip = { region->clip.x, 0, region->clip.width, self->geometry.header };
  guint sorted = G_MAXUINT;
  PltGridSort sort = plt_grid_model_get_sort (self->model, &sorted);

  push_clip (snapshot, &clip);
  for (int c = region->first; c < region->end; c++)
    {
      const PltGridColumn *column = plt_grid_get_column (self, c);
      int x = plt_grid_geometry_column_x (&self->geometry, c);
      int width = plt_grid_axis_get_width (self->axis, c);
      gboolean on = c >= range.column && c < range.column + range.n_columns;
      PltGridTextBox box = { x + PLT_GRID_PADDING, 0, width - 2 * PLT_GRID_PADDING - 1,
                             self->geometry.header - 1, column->align };

      if (on)
        fill (snapshot, &self->colors->header_on, x, 0, width, clip.height);
      fill (snapshot, &self->colors->line, x + width - 1, 0, 1, clip.height);
      if (sort != PLT_GRID_SORT_NONE && plt_grid_to_model (self, c) == sorted)
        {
          draw_mark (self, snapshot,
                     sort == PLT_GRID_SORT_ASCENDING ? PLT_GRID_MARK_ASCENDING
                                                     : PLT_GRID_MARK_DESCENDING,
                     column->align == PLT_GRID_ALIGN_END ? x + 4 : x + width - MARK - 5,
                     (clip.height - MARK) / 2);
          box.width -= MARK + 4;
          if (column->align == PLT_GRID_ALIGN_END)
            box.x += MARK + 4;
        }
      box.color = on ? &self->colors->text : &self->colors->muted;
      plt_grid_text_draw (self->text, snapshot, column->title, &box);
    }
  gtk_snapshot_pop (snapshot);
}

static void
draw_gutter (PltGrid *self, GtkSnapshot *snapshot)
{
  PltGridRange range = plt_grid_get_range (self);
  int n_model_rows = plt_grid_get_n_model_rows (self), first, end;
  PltGridRect clip = { 0, self->geometry.header, self->geometry.gutter,
                       MAX (self->geometry.height - self->geometry.header, 0) };

  if (self->geometry.gutter == 0)
    return;
  plt_grid_geometry_visible_rows (&self->geometry, &first, &end);
  push_clip (snapshot, &clip);
  fill (snapshot, &self->colors->header, 0, clip.y, clip.width,
        MIN (plt_grid_geometry_row_y (&self->geometry, end) - clip.y, clip.height));
  for (int row = first; row < end; row++)
    {
      int y = plt_grid_geometry_row_y (&self->geometry, row);
      gboolean on = row >= range.row && row < range.row + range.n_rows;
      PltGridTextBox box = { PLT_GRID_PADDING, y, clip.width - 2 * PLT_GRID_PADDING,
                             self->geometry.row_height, PLT_GRID_ALIGN_END };
      char number[16];

      if (on)
        fill (snapshot, &self->colors->header_on, 0, y, clip.width, self->geometry.row_height);
      fill (snapshot, &self->colors->line, 0, y + self->geometry.row_height - 1, clip.width, 1);
      g_snprintf (number, sizeof number, "%d", row + 1);
      box.color = on ? &self->colors->text : &self->colors->muted;
      plt_grid_text_draw (self->text, snapshot, row < n_model_rows ? number : "+", &box);
    }
  fill (snapshot, &self->colors->line, clip.width - 1, clip.y, 1,
        MIN (plt_grid_geometry_row_y (&self->geometry, end) - clip.y, clip.height));
  gtk_snapshot_pop (snapshot);
}

/* --- Above the cells --- */

static void
draw_drag (PltGrid *self, GtkSnapshot *snapshot)
{
  const GdkRGBA *color = &self->colors->accent;
  int x, y;

  if (self->drag.gap < 0)
    return;
  if (self->drag.kind == PLT_GRID_DRAG_HEADER)
    {
      x = self->drag.gap < plt_grid_get_n_columns (self)
              ? plt_grid_geometry_column_x (&self->geometry, self->drag.gap)
              : get_columns_right (self);
      fill (snapshot, color, x - 2, 0, 3, self->geometry.height);
    }
  else if (self->drag.kind == PLT_GRID_DRAG_MOVE_ROWS)
    {
      y = plt_grid_geometry_row_y (&self->geometry, self->drag.gap);
      fill (snapshot, color, 0, y - 2, self->geometry.width, 3);
    }
}

static void
draw_child_box (PltGrid *self,
                GtkSnapshot *snapshot,
                GtkWidget *child,
                const GdkRGBA *background,
                const GdkRGBA *border,
                int width)
{
  int left = gtk_widget_get_margin_start (child) + 1, top = gtk_widget_get_margin_top (child) + 1;
  graphene_rect_t bounds;
  PltGridRect rect;

  if (!gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds))
    return;
  rect = (PltGridRect){ (int) bounds.origin.x - left, (int) bounds.origin.y - top,
                        (int) bounds.size.width + 2 * left, (int) bounds.size.height + 2 * top };
  fill (snapshot, background, rect.x, rect.y, rect.width, rect.height);
  frame (snapshot, border, &rect, width);
  gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
}

static void
draw_editor (PltGrid *self, GtkSnapshot *snapshot)
{
  PltGridRect clip = plt_grid_geometry_body (&self->geometry);

  if (self->editor == NULL)
    return;
  if (self->edited.row < self->geometry.n_frozen_rows)
    {
      clip.height += clip.y;
      clip.y = 0;
    }
  if (self->edited.column < self->geometry.n_frozen)
    {
      clip.width += clip.x;
      clip.x = 0;
    }
  push_clip (snapshot, &clip);
  draw_child_box (self, snapshot, self->editor, &self->colors->background,
                  self->notice_error ? &self->colors->invalid : &self->colors->accent, 2);
  gtk_snapshot_pop (snapshot);
}

/* The same columns in the rows that stay. */
static Region
to_frozen_rows (const PltGridGeometry *geometry, const Region *region)
{
  Region part = *region;

  part.top = 0;
  part.bottom = geometry->n_frozen_rows;
  part.clip.y = part.ink.y = geometry->header;
  part.clip.height = part.ink.height = plt_grid_geometry_frozen_height (geometry);
  return part;
}

void
plt_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltGrid *self = PLT_GRID (widget);
  const PltGridGeometry *geometry = &self->geometry;
  PltGridRect body = plt_grid_geometry_body (geometry);
  Region scrolled = { .clip = body, .ink = body };
  Region frozen = { 0,
                    geometry->n_frozen,
                    0,
                    0,
                    { geometry->gutter, body.y, body.x - geometry->gutter, body.height },
                    { 0 } };
  Region part;
  int bottom;

  self->colors = plt_grid_colors_for (widget, self->dark);
  fill (snapshot, &self->colors->background, 0, 0, geometry->width, geometry->height);
  if (self->model == NULL)
    return;
  plt_grid_geometry_visible_columns (geometry, &scrolled.first, &scrolled.end);
  plt_grid_geometry_visible_rows (geometry, &scrolled.top, &scrolled.bottom);
  frozen.top = scrolled.top;
  frozen.bottom = scrolled.bottom;
  bottom = MIN (plt_grid_geometry_row_y (geometry, geometry->n_rows), geometry->height);

  draw_body (self, snapshot, &scrolled);
  part = to_frozen_rows (geometry, &scrolled);
  draw_body (self, snapshot, &part);
  fill (snapshot, &self->colors->header, 0, 0, geometry->width, geometry->header);
  draw_header (self, snapshot, &scrolled);
  draw_header (self, snapshot, &frozen);
  /* A title of a group may run out of the frozen columns while nothing is scrolled. */
  frozen.ink = frozen.clip;
  if (geometry->scroll_x == 0)
    frozen.ink.width = geometry->width - frozen.ink.x;
  draw_body (self, snapshot, &frozen);
  part = to_frozen_rows (geometry, &frozen);
  draw_body (self, snapshot, &part);
  draw_gutter (self, snapshot);
  fill (snapshot, &self->colors->strong, 0, geometry->header - 1, geometry->width, 1);
  if (geometry->n_frozen_rows > 0)
    fill (snapshot, &self->colors->strong, 0, body.y - 1, geometry->width, 1);
  if (frozen.end > 0)
    fill (snapshot, &self->colors->strong, body.x - 1, 0, 1, bottom);
  draw_drag (self, snapshot);
  draw_editor (self, snapshot);
  if (self->notice != NULL)
    draw_child_box (self, snapshot, self->notice, &self->colors->error,
                    self->notice_error ? &self->colors->invalid : &self->colors->strong, 1);
}

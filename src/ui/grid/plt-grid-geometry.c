#include "config.h"

#include "plt-grid-geometry.h"

void
plt_grid_geometry_update (PltGridGeometry *self)
{
  int room = self->width - self->gutter - PLT_GRID_MIN_SCROLLED;

  self->n_frozen = plt_grid_axis_get_n_frozen (self->axis);
  while (self->n_frozen > 0 && plt_grid_axis_get_offset (self->axis, self->n_frozen) > room)
    self->n_frozen--;
  self->n_frozen_rows = MIN (self->frozen_rows, self->n_rows);
  while (self->n_frozen_rows > 0
         && self->header + (self->n_frozen_rows + PLT_GRID_MIN_ROWS) * self->row_height
                > self->height)
    self->n_frozen_rows--;
}

int
plt_grid_geometry_frozen_width (const PltGridGeometry *self)
{
  return plt_grid_axis_get_offset (self->axis, self->n_frozen);
}

int
plt_grid_geometry_frozen_height (const PltGridGeometry *self)
{
  return self->n_frozen_rows * self->row_height;
}

PltGridRect
plt_grid_geometry_body (const PltGridGeometry *self)
{
  int x = self->gutter + plt_grid_geometry_frozen_width (self);

  int y = self->header + plt_grid_geometry_frozen_height (self);

  return (PltGridRect){ x, y, MAX (self->width - x, 0), MAX (self->height - y, 0) };
}

int
plt_grid_geometry_column_x (const PltGridGeometry *self, int column)
{
  int x = self->gutter + plt_grid_axis_get_offset (self->axis, column);

  return column < self->n_frozen ? x : x - self->scroll_x;
}

int
plt_grid_geometry_row_y (const PltGridGeometry *self, int row)
{
  int y = self->header + row * self->row_height;

  return row < self->n_frozen_rows ? y : y - self->scroll_y;
}

PltGridRect
plt_grid_geometry_cell (const PltGridGeometry *self, PltGridCoord at)
{
  return (PltGridRect){ plt_grid_geometry_column_x (self, at.column),
                        plt_grid_geometry_row_y (self, at.row),
                        plt_grid_axis_get_width (self->axis, at.column), self->row_height };
}

PltGridRect
plt_grid_geometry_range (const PltGridGeometry *self, const PltGridRange *range)
{
  int last = range->column + range->n_columns - 1;
  int x = plt_grid_geometry_column_x (self, range->column);
  int right = plt_grid_geometry_column_x (self, last) + plt_grid_axis_get_width (self->axis, last);
  int last_row = range->row + range->n_rows - 1;
  int y = plt_grid_geometry_row_y (self, range->row);
  int bottom = plt_grid_geometry_row_y (self, last_row) + self->row_height;

  /* A range that begins among the frozen columns reaches at least to their edge, however far the
   * others are scrolled away. */
  if (range->column < self->n_frozen && last >= self->n_frozen)
    right = MAX (right, self->gutter + plt_grid_geometry_frozen_width (self));
  if (range->row < self->n_frozen_rows && last_row >= self->n_frozen_rows)
    bottom = MAX (bottom, plt_grid_geometry_body (self).y);
  return (PltGridRect){ x, y, right - x, bottom - y };
}

void
plt_grid_geometry_visible_rows (const PltGridGeometry *self, int *first, int *end)
{
  int page = plt_grid_geometry_body (self).height;

  *first = MIN (self->n_frozen_rows + self->scroll_y / self->row_height, self->n_rows);
  *end = self->n_frozen_rows + (self->scroll_y + page + self->row_height - 1) / self->row_height;
  *end = CLAMP (*end, *first, self->n_rows);
}

void
plt_grid_geometry_visible_columns (const PltGridGeometry *self, int *first, int *end)
{
  int n = plt_grid_axis_get_n_shown (self->axis);
  int left = plt_grid_geometry_frozen_width (self) + self->scroll_x;
  int right = left + plt_grid_geometry_body (self).width;
  int last;

  *first = plt_grid_axis_at (self->axis, left);
  if (*first < 0 || right <= left)
    {
      *first = *end = n;
      return;
    }
  last = plt_grid_axis_at (self->axis, right - 1);
  *end = last < 0 ? n : last + 1;
}

static int
row_at (const PltGridGeometry *self, int y)
{
  int scrolled = y < plt_grid_geometry_body (self).y ? 0 : self->scroll_y;
  int row = (y - self->header + scrolled) / self->row_height;

  return y >= self->header && row < self->n_rows ? row : -1;
}

static int
column_at (const PltGridGeometry *self, int x)
{
  x -= self->gutter;
  return plt_grid_axis_at (self->axis,
                           x < plt_grid_geometry_frozen_width (self) ? x : x + self->scroll_x);
}

static int
edge_at (const PltGridGeometry *self, int x)
{
  int body = plt_grid_geometry_body (self).x;

  for (int c = 0; c < plt_grid_axis_get_n_shown (self->axis); c++)
    {
      int right = plt_grid_geometry_column_x (self, c) + plt_grid_axis_get_width (self->axis, c);

      if (c >= self->n_frozen && right <= body)
        continue; /* scrolled away under the frozen ones */
      if (ABS (right - x) <= PLT_GRID_EDGE)
        return c;
    }
  return -1;
}

PltGridHit
plt_grid_geometry_hit (const PltGridGeometry *self, int x, int y)
{
  PltGridHit hit = { PLT_GRID_ZONE_BODY, row_at (self, y), -1, -1 };

  if (x >= self->gutter)
    hit.column = column_at (self, x);
  if (y < self->header)
    {
      hit.zone = x < self->gutter ? PLT_GRID_ZONE_CORNER : PLT_GRID_ZONE_HEADER;
      hit.edge = edge_at (self, x);
    }
  else if (x < self->gutter)
    hit.zone = PLT_GRID_ZONE_GUTTER;
  return hit;
}

PltGridCoord
plt_grid_geometry_nearest (const PltGridGeometry *self, int x, int y)
{
  int n_columns = plt_grid_axis_get_n_shown (self->axis);
  PltGridRect body = plt_grid_geometry_body (self);
  PltGridCoord at;

  y = CLAMP (y, self->header, body.y + MAX (body.height - 1, 0));
  at.row = (y - self->header + (y < body.y ? 0 : self->scroll_y)) / self->row_height;
  at.row = CLAMP (at.row, 0, MAX (self->n_rows - 1, 0));
  x = CLAMP (x, self->gutter, MAX (self->width - 1, self->gutter));
  at.column = column_at (self, x);
  if (at.column < 0)
    at.column = MAX (n_columns - 1, 0);
  return at;
}

void
plt_grid_geometry_extent (
    const PltGridGeometry *self, int *width, int *page_width, int *height, int *page_height)
{
  PltGridRect body = plt_grid_geometry_body (self);
  int total = plt_grid_axis_get_offset (self->axis, plt_grid_axis_get_n_shown (self->axis));

  *width = MAX (total - plt_grid_geometry_frozen_width (self), 0);
  *page_width = body.width;
  *height = (self->n_rows - self->n_frozen_rows) * self->row_height;
  *page_height = body.height;
}

void
plt_grid_geometry_reveal (const PltGridGeometry *self,
                          PltGridCoord at,
                          int *scroll_x,
                          int *scroll_y)
{
  PltGridRect body = plt_grid_geometry_body (self);
  int top = (at.row - self->n_frozen_rows) * self->row_height, left, right;

  *scroll_x = self->scroll_x;
  *scroll_y = self->scroll_y;
  if (top < 0)
    top = *scroll_y; /* it stays */
  if (top < *scroll_y || body.height < self->row_height)
    *scroll_y = top;
  else if (top + self->row_height > *scroll_y + body.height)
    *scroll_y = top + self->row_height - body.height;
  if (at.column < self->n_frozen || at.column >= plt_grid_axis_get_n_shown (self->axis))
    return;
  left = plt_grid_axis_get_offset (self->axis, at.column) - plt_grid_geometry_frozen_width (self);
  right = left + plt_grid_axis_get_width (self->axis, at.column);
  if (left < *scroll_x || right - left > body.width)
    *scroll_x = left;
  else if (right > *scroll_x + body.width)
    *scroll_x = right - body.width;
}

int
plt_grid_geometry_gap (const PltGridGeometry *self, int x)
{
  int column = column_at (self, MAX (x, self->gutter));

  if (column < 0)
    return plt_grid_axis_get_n_shown (self->axis);
  return x > plt_grid_geometry_column_x (self, column)
                     + plt_grid_axis_get_width (self->axis, column) / 2
             ? column + 1
             : column;
}

#include "config.h"

#include "plt-grid-selection.h"

void
plt_grid_selection_place (PltGridSelection *self, PltGridCoord at)
{
  self->active = self->anchor = self->lead = at;
  self->span = PLT_GRID_SPAN_CELLS;
}

void
plt_grid_selection_extend (PltGridSelection *self, PltGridCoord to)
{
  /* After Tab walked the active cell away, extending starts from where it stands. */
  self->anchor = self->active;
  self->lead = to;
}

void
plt_grid_selection_set_span (PltGridSelection *self, PltGridSpan span)
{
  gboolean rows = span == PLT_GRID_SPAN_ROWS && self->span == PLT_GRID_SPAN_COLUMNS;
  gboolean columns = span == PLT_GRID_SPAN_COLUMNS && self->span == PLT_GRID_SPAN_ROWS;

  self->span = rows || columns ? PLT_GRID_SPAN_ALL : span;
}

void
plt_grid_selection_set_range (PltGridSelection *self, const PltGridRange *range)
{
  self->anchor = (PltGridCoord){ range->row, range->column };
  self->active = self->anchor;
  self->lead
      = (PltGridCoord){ range->row + range->n_rows - 1, range->column + range->n_columns - 1 };
  self->span = PLT_GRID_SPAN_CELLS;
}

static void
clamp_coord (PltGridCoord *coord, int n_rows, int n_columns)
{
  coord->row = CLAMP (coord->row, 0, MAX (n_rows - 1, 0));
  coord->column = CLAMP (coord->column, 0, MAX (n_columns - 1, 0));
}

void
plt_grid_selection_clamp (PltGridSelection *self, int n_rows, int n_columns)
{
  clamp_coord (&self->active, n_rows, n_columns);
  clamp_coord (&self->anchor, n_rows, n_columns);
  clamp_coord (&self->lead, n_rows, n_columns);
}

PltGridRange
plt_grid_selection_get_range (const PltGridSelection *self, int n_rows, int n_columns)
{
  PltGridRange range = { 0, 0, n_rows, n_columns };

  if (n_rows <= 0 || n_columns <= 0)
    return (PltGridRange){ 0, 0, 0, 0 };
  if (self->span == PLT_GRID_SPAN_CELLS || self->span == PLT_GRID_SPAN_ROWS)
    {
      range.row = MIN (self->anchor.row, self->lead.row);
      range.n_rows = ABS (self->anchor.row - self->lead.row) + 1;
    }
  if (self->span == PLT_GRID_SPAN_CELLS || self->span == PLT_GRID_SPAN_COLUMNS)
    {
      range.column = MIN (self->anchor.column, self->lead.column);
      range.n_columns = ABS (self->anchor.column - self->lead.column) + 1;
    }
  return range;
}

gboolean
plt_grid_selection_is_single (const PltGridSelection *self, int n_rows, int n_columns)
{
  PltGridRange range = plt_grid_selection_get_range (self, n_rows, n_columns);

  return range.n_rows <= 1 && range.n_columns <= 1;
}

gboolean
plt_grid_selection_cycle (
    PltGridSelection *self, int n_rows, int n_columns, gboolean by_row, int step)
{
  PltGridRange range = plt_grid_selection_get_range (self, n_rows, n_columns);
  gint64 n = (gint64) range.n_rows * range.n_columns, at;

  if (n <= 1)
    return FALSE;
  if (by_row)
    at = (gint64) (self->active.row - range.row) * range.n_columns
         + (self->active.column - range.column);
  else
    at = (gint64) (self->active.column - range.column) * range.n_rows
         + (self->active.row - range.row);
  at = (at + step + n) % n;
  if (by_row)
    {
      self->active.row = range.row + (int) (at / range.n_columns);
      self->active.column = range.column + (int) (at % range.n_columns);
    }
  else
    {
      self->active.column = range.column + (int) (at / range.n_rows);
      self->active.row = range.row + (int) (at % range.n_rows);
    }
  return TRUE;
}

gboolean
plt_grid_range_contains (const PltGridRange *range, int row, int column)
{
  return row >= range->row && row < range->row + range->n_rows && column >= range->column
         && column < range->column + range->n_columns;
}

int
plt_grid_splice_row (int row, int position, int removed, int added)
{
  if (row < position)
    return row;
  if (row < position + removed)
    return -1;
  return row + added - removed;
}

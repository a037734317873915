/* Where the cursor of a grid stands and what is selected, as numbers. Knows no GTK.
 *
 * Coordinates are those of the view: a row is a row of the model, a column counts the shown columns
 * from left to right (hidden ones have no number). `active` is the cell that is typed into; the
 * selection is the rectangle between `anchor` and `lead`, stretched over whole rows or columns by
 * `span`. Tab and Enter walk `active` inside a selection of several cells without changing it.
 *
 * A grid without rows or columns has a range of no cell, and `active` is { 0, 0 } all the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int row;
  int column;
} PltGridCoord;

typedef struct
{
  int row;
  int column;
  int n_rows;
  int n_columns;
} PltGridRange;

typedef enum
{
  PLT_GRID_SPAN_CELLS,
  PLT_GRID_SPAN_ROWS,
  PLT_GRID_SPAN_COLUMNS,
  PLT_GRID_SPAN_ALL,
} PltGridSpan;

typedef struct
{
  PltGridCoord active;
  PltGridCoord anchor;
  PltGridCoord lead;
  PltGridSpan span;
} PltGridSelection;

void plt_grid_selection_place (PltGridSelection *self, PltGridCoord at);
void plt_grid_selection_extend (PltGridSelection *self, PltGridCoord to);
void plt_grid_selection_set_span (PltGridSelection *self, PltGridSpan span);
void plt_grid_selection_set_range (PltGridSelection *self, const PltGridRange *range);
void plt_grid_selection_clamp (PltGridSelection *self, int n_rows, int n_columns);
PltGridRange plt_grid_selection_get_range (const PltGridSelection *self, int n_rows, int n_columns);
gboolean plt_grid_selection_is_single (const PltGridSelection *self, int n_rows, int n_columns);

/**
 * plt_grid_selection_cycle:
 * @by_row: TRUE walks along the rows (Tab), FALSE down the columns (Enter)
 * @step: 1 or -1
 *
 * Moves the active cell to the next one of a selection of several cells, round and round.
 *
 * Returns: FALSE when one cell is selected: the caller moves the cursor instead
 */
gboolean plt_grid_selection_cycle (
    PltGridSelection *self, int n_rows, int n_columns, gboolean by_row, int step);

gboolean plt_grid_range_contains (const PltGridRange *range, int row, int column);

/* Where a row is after `removed` rows at `position` gave place to `added`; -1 when it was one of
 * those removed. */
int plt_grid_splice_row (int row, int position, int removed, int added);

G_END_DECLS

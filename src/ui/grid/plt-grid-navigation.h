/* Where a key takes the cursor of a grid, as in a spreadsheet. Knows no GTK.
 *
 * Ctrl and an arrow go to the end of the run of filled cells the cursor stands in, or over empty
 * cells to the next filled one, or to the edge. */
#pragma once

#include "plt-grid-selection.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_GRID_MOVE_LEFT,
  PLT_GRID_MOVE_RIGHT,
  PLT_GRID_MOVE_UP,
  PLT_GRID_MOVE_DOWN,
  PLT_GRID_MOVE_EDGE_LEFT,
  PLT_GRID_MOVE_EDGE_RIGHT,
  PLT_GRID_MOVE_EDGE_UP,
  PLT_GRID_MOVE_EDGE_DOWN,
  PLT_GRID_MOVE_ROW_START,
  PLT_GRID_MOVE_ROW_END,
  PLT_GRID_MOVE_FIRST,
  PLT_GRID_MOVE_LAST,
  PLT_GRID_MOVE_PAGE_UP,
  PLT_GRID_MOVE_PAGE_DOWN,
  PLT_GRID_MOVE_NEXT,     /* Tab: right, then the first cell of the next row */
  PLT_GRID_MOVE_PREVIOUS, /* Shift+Tab */
} PltGridMove;

typedef gboolean (*PltGridEmptyFunc) (int row, int column, gpointer user_data);

typedef struct
{
  int n_rows;
  int n_columns;
  int page; /* rows that PgUp and PgDn move by */
  PltGridEmptyFunc is_empty;
  gpointer user_data;
} PltGridBounds;

PltGridCoord plt_grid_navigate (const PltGridBounds *bounds, PltGridCoord from, PltGridMove move);

G_END_DECLS

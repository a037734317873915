#include "config.h"

#include "plt-grid-navigation.h"

typedef struct
{
  const PltGridBounds *bounds;
  PltGridCoord at;
  int row_step;
  int column_step;
} Walk;

static gboolean
can_step (const Walk *walk)
{
  int row = walk->at.row + walk->row_step, column = walk->at.column + walk->column_step;

  return row >= 0 && row < walk->bounds->n_rows && column >= 0 && column < walk->bounds->n_columns;
}

static void
step (Walk *walk)
{
  walk->at.row += walk->row_step;
  walk->at.column += walk->column_step;
}

static gboolean
is_empty (const Walk *walk, int ahead)
{
  return walk->bounds->is_empty (walk->at.row + ahead * walk->row_step,
                                 walk->at.column + ahead * walk->column_step,
                                 walk->bounds->user_data);
}

static PltGridCoord
find_edge (const PltGridBounds *bounds, PltGridCoord from, int row_step, int column_step)
{
  Walk walk = { bounds, from, row_step, column_step };

  if (!can_step (&walk))
    return from;
  if (!is_empty (&walk, 0) && !is_empty (&walk, 1))
    {
      while (can_step (&walk) && !is_empty (&walk, 1))
        step (&walk);
    }
  else
    {
      step (&walk);
      while (can_step (&walk) && is_empty (&walk, 0))
        step (&walk);
    }
  return walk.at;
}

static PltGridCoord
tab (const PltGridBounds *bounds, PltGridCoord at, int by)
{
  if (at.column + by >= 0 && at.column + by < bounds->n_columns)
    at.column += by;
  else if (at.row + by >= 0 && at.row + by < bounds->n_rows)
    {
      at.row += by;
      at.column = by > 0 ? 0 : bounds->n_columns - 1;
    }
  return at;
}

PltGridCoord
plt_grid_navigate (const PltGridBounds *bounds, PltGridCoord from, PltGridMove move)
{
  PltGridCoord to = from;

  if (bounds->n_rows <= 0 || bounds->n_columns <= 0)
    return (PltGridCoord){ 0, 0 };
  switch (move)
    {
    case PLT_GRID_MOVE_LEFT:
      to.column--;
      break;
    case PLT_GRID_MOVE_RIGHT:
      to.column++;
      break;
    case PLT_GRID_MOVE_UP:
      to.row--;
      break;
    case PLT_GRID_MOVE_DOWN:
      to.row++;
      break;
    case PLT_GRID_MOVE_EDGE_LEFT:
      return find_edge (bounds, from, 0, -1);
    case PLT_GRID_MOVE_EDGE_RIGHT:
      return find_edge (bounds, from, 0, 1);
    case PLT_GRID_MOVE_EDGE_UP:
      return find_edge (bounds, from, -1, 0);
    case PLT_GRID_MOVE_EDGE_DOWN:
      return find_edge (bounds, from, 1, 0);
    case PLT_GRID_MOVE_FIRST:
      to.row = 0;
      to.column = 0;
      break;
    case PLT_GRID_MOVE_ROW_START:
      to.column = 0;
      break;
    case PLT_GRID_MOVE_LAST:
      to.row = bounds->n_rows - 1;
      to.column = bounds->n_columns - 1;
      break;
    case PLT_GRID_MOVE_ROW_END:
      to.column = bounds->n_columns - 1;
      break;
    case PLT_GRID_MOVE_PAGE_UP:
      to.row -= MAX (bounds->page, 1);
      break;
    case PLT_GRID_MOVE_PAGE_DOWN:
      to.row += MAX (bounds->page, 1);
      break;
    case PLT_GRID_MOVE_NEXT:
      return tab (bounds, from, 1);
    case PLT_GRID_MOVE_PREVIOUS:
      return tab (bounds, from, -1);
    default:
      g_assert_not_reached ();
    }
  to.row = CLAMP (to.row, 0, bounds->n_rows - 1);
  to.column = CLAMP (to.column, 0, bounds->n_columns - 1);
  return to;
}

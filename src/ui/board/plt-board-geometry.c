#include "plt-board-geometry.h"

#include <string.h>

#define ROW 24
#define HEAD 42
#define GAP 12
#define MIN_POOL 272
#define MAX_POOL 420
#define EMPTY_POOL 150 /* all is placed: the days get the room */
#define EDGE 28        /* where a drag begins to scroll */
#define FASTEST 24

static int
scaled (const PltBoardGeometry *self, int value)
{
  return (value * self->zoom + 50) / 100;
}

void
plt_board_geometry_clear (PltBoardGeometry *self)
{
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->tops, g_free);
  self->n_lanes = 0;
}

static void
update_tops (PltBoardGeometry *self)
{
  int y = 0;

  for (int i = 1; i < self->n_lanes; i++)
    {
      self->tops[i] = y;
      /* a day without strips keeps a place to drop one */
      y += self->head_height + MAX (self->counts[i], 1) * self->row_height + self->gap;
    }
  if (self->n_lanes > 0)
    self->tops[self->n_lanes] = y;
}

/**
 * plt_board_geometry_set_zoom:
 * @self: a geometry
 * @zoom: in percent
 * @line_height: of the text at that zoom: rows are never lower than it needs
 */
void
plt_board_geometry_set_zoom (PltBoardGeometry *self, int zoom, int line_height)
{
  self->zoom = zoom;
  self->row_height = MAX (scaled (self, ROW), line_height + 4);
  self->head_height = MAX (scaled (self, HEAD), 2 * line_height + 8);
  self->gap = scaled (self, GAP);
  update_tops (self);
}

void
plt_board_geometry_set_lanes (PltBoardGeometry *self, const int *counts, int n_lanes)
{
  plt_board_geometry_clear (self);
  self->n_lanes = n_lanes;
  self->counts = g_memdup2 (counts, sizeof (int) * (gsize) n_lanes);
  self->tops = g_new0 (int, (gsize) n_lanes + 1);
  update_tops (self);
}

void
plt_board_geometry_resize (PltBoardGeometry *self, int width, int height)
{
  self->width = width;
  self->height = height;
  self->pool_width = self->n_lanes > 1 && self->counts[0] == 0
                         ? EMPTY_POOL
                         : CLAMP (width * 30 / 100, MIN_POOL, MAX_POOL);
}

PltBoardRect
plt_board_geometry_pane (const PltBoardGeometry *self, int pane)
{
  int left = pane == 0 ? 0 : self->pool_width + 1;
  int right = pane == 0 ? self->pool_width : self->width;
  int top = pane == 0 ? self->head_height : 0;

  return (PltBoardRect){ left, top, MAX (right - left - self->bar, 0),
                         MAX (self->height - top, 0) };
}

int
plt_board_geometry_extent (const PltBoardGeometry *self, int pane)
{
  if (self->n_lanes == 0)
    return 0;
  return pane == 0 ? self->counts[0] * self->row_height : self->tops[self->n_lanes];
}

int
plt_board_geometry_pane_of (int lane)
{
  return lane > 0 ? 1 : 0;
}

PltBoardRect
plt_board_geometry_rect (const PltBoardGeometry *self, PltBoardCoord at)
{
  int pane = plt_board_geometry_pane_of (at.lane);
  PltBoardRect rect = plt_board_geometry_pane (self, pane);

  if (at.lane == 0 && at.index == PLT_BOARD_HEAD)
    return (PltBoardRect){ 0, 0, self->pool_width, self->head_height };
  rect.y -= self->scroll[pane];
  if (at.lane > 0)
    rect.y += self->tops[MIN (at.lane, self->n_lanes)];
  if (at.index == PLT_BOARD_HEAD)
    {
      rect.height = self->head_height;
      return rect;
    }
  rect.y += (at.lane > 0 ? self->head_height : 0) + at.index * self->row_height;
  rect.height = self->row_height;
  return rect;
}

PltBoardRect
plt_board_geometry_lane (const PltBoardGeometry *self, int lane)
{
  PltBoardRect rect = plt_board_geometry_rect (self, (PltBoardCoord){ lane, PLT_BOARD_HEAD });

  if (lane == 0)
    rect.height = self->height;
  else
    rect.height = self->tops[lane + 1] - self->tops[lane] - self->gap;
  return rect;
}

void
plt_board_geometry_visible (const PltBoardGeometry *self, int *first, int *end)
{
  int top = self->scroll[1], bottom = self->scroll[1] + self->height;

  *first = 1;
  while (*first < self->n_lanes && self->tops[*first + 1] <= top)
    (*first)++;
  *end = *first;
  while (*end < self->n_lanes && self->tops[*end] < bottom)
    (*end)++;
}

static gboolean
contains (const PltBoardRect *rect, int x, int y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

/* The day whose band, with the gap under it, holds that height; the last one below all. */
static int
lane_at (const PltBoardGeometry *self, int y)
{
  for (int i = 1; i < self->n_lanes; i++)
    if (y < self->tops[i + 1])
      return i;
  return self->n_lanes - 1;
}

PltBoardHit
plt_board_geometry_hit (const PltBoardGeometry *self, int x, int y)
{
  PltBoardHit hit = { .pane = -1, .at = { -1, PLT_BOARD_HEAD } };
  PltBoardRect panes[PLT_BOARD_N_PANES]
      = { plt_board_geometry_pane (self, 0), plt_board_geometry_pane (self, 1) };

  if (self->n_lanes == 0)
    return hit;
  if (x < self->pool_width && y < self->head_height)
    return (PltBoardHit){ 0, { 0, PLT_BOARD_HEAD }, TRUE };
  if (contains (&panes[0], x, y))
    {
      hit.pane = 0;
      hit.at = (PltBoardCoord){ 0, (y - panes[0].y + self->scroll[0]) / self->row_height };
      hit.inside = hit.at.index < self->counts[0];
      hit.at.index = MIN (hit.at.index, self->counts[0] - 1);
      return hit;
    }
  if (!contains (&panes[1], x, y))
    return hit;
  hit.pane = 1;
  if (self->n_lanes > 1)
    {
      int from_top = y + self->scroll[1];
      int in_lane;

      hit.at.lane = lane_at (self, from_top);
      in_lane = from_top - self->tops[hit.at.lane];
      if (in_lane < self->head_height)
        {
          hit.inside = TRUE;
          return hit;
        }
      hit.at.index = (in_lane - self->head_height) / self->row_height;
      hit.inside = hit.at.index < self->counts[hit.at.lane];
      hit.at.index = MIN (hit.at.index, self->counts[hit.at.lane] - 1);
    }
  return hit;
}

PltBoardCoord
plt_board_geometry_drop (const PltBoardGeometry *self, int x, int y)
{
  PltBoardCoord none = { -1, 0 };
  PltBoardRect pane;
  int lane = 0, in_lane;

  if (self->n_lanes == 0 || x < 0 || x >= self->width || y < 0 || y >= self->height)
    return none;
  if (x < self->pool_width)
    {
      pane = plt_board_geometry_pane (self, 0);
      in_lane = y - pane.y + self->scroll[0];
    }
  else
    {
      if (self->n_lanes < 2)
        return none;
      lane = lane_at (self, y + self->scroll[1]);
      in_lane = y + self->scroll[1] - self->tops[lane] - self->head_height;
      if (in_lane < 0) /* on the head of a day: at its end, as onto a pile */
        return (PltBoardCoord){ lane, self->counts[lane] };
    }
  return (PltBoardCoord){ lane, CLAMP ((in_lane + self->row_height / 2) / self->row_height, 0,
                                       self->counts[lane]) };
}

PltBoardRect
plt_board_geometry_gap_line (const PltBoardGeometry *self, PltBoardCoord drop)
{
  PltBoardRect rect = plt_board_geometry_rect (self, drop);

  rect.y -= 1;
  rect.height = 2;
  return rect;
}

int
plt_board_geometry_reveal (const PltBoardGeometry *self, PltBoardCoord at)
{
  int pane = plt_board_geometry_pane_of (at.lane);
  PltBoardRect view = plt_board_geometry_pane (self, pane);
  PltBoardRect rect = plt_board_geometry_rect (self, at);
  int scroll = self->scroll[pane];

  if (at.lane == 0 && at.index == PLT_BOARD_HEAD)
    return 0;
  /* with the first strip the head comes into view too */
  if (at.lane > 0 && at.index == 0)
    {
      rect.y -= self->head_height;
      rect.height += self->head_height;
    }
  if (rect.y < view.y)
    scroll += rect.y - view.y;
  else if (rect.y + rect.height > view.y + view.height)
    scroll += rect.y + rect.height - view.y - view.height;
  return CLAMP (scroll, 0, MAX (plt_board_geometry_extent (self, pane) - view.height, 0));
}

int
plt_board_geometry_pull (const PltBoardGeometry *self, int pane, int x, int y)
{
  PltBoardRect view = plt_board_geometry_pane (self, pane);

  if (x < view.x || x >= view.x + view.width + self->bar)
    return 0;
  if (y < view.y + EDGE)
    return -MIN ((view.y + EDGE - y) / 2 + 1, FASTEST);
  if (y >= view.y + view.height - EDGE)
    return MIN ((y - (view.y + view.height - EDGE)) / 2 + 1, FASTEST);
  return 0;
}

/* Widths at 100 %. */
static const int widths[PLT_BOARD_N_CELLS] = {
  [PLT_BOARD_CELL_NUMBER] = 68, [PLT_BOARD_CELL_EFFECT] = 58, [PLT_BOARD_CELL_STORY_DAY] = 58,
  [PLT_BOARD_CELL_SET] = 150,   [PLT_BOARD_CELL_PLACE] = 100, [PLT_BOARD_CELL_SYNOPSIS] = 130,
  [PLT_BOARD_CELL_ROLES] = 84,  [PLT_BOARD_CELL_NEEDS] = 110, [PLT_BOARD_CELL_EIGHTHS] = 46,
  [PLT_BOARD_CELL_LENGTH] = 46, [PLT_BOARD_CELL_TIME] = 62,
};

/* What is left over is shared by those that can take it, in these parts. */
static const int shares[PLT_BOARD_N_CELLS] = {
  [PLT_BOARD_CELL_SET] = 4,
  [PLT_BOARD_CELL_PLACE] = 2,
  [PLT_BOARD_CELL_SYNOPSIS] = 6,
  [PLT_BOARD_CELL_NEEDS] = 3,
};

/* The first to go when there is no room. */
static const PltBoardCell sheds[]
    = { PLT_BOARD_CELL_NEEDS, PLT_BOARD_CELL_SYNOPSIS,  PLT_BOARD_CELL_PLACE,
        PLT_BOARD_CELL_ROLES, PLT_BOARD_CELL_STORY_DAY, PLT_BOARD_CELL_LENGTH,
        PLT_BOARD_CELL_TIME,  PLT_BOARD_CELL_EIGHTHS };

#define MIN_SET 104 /* once something had to go */

void
plt_board_geometry_cells (const PltBoardGeometry *self,
                          int width,
                          PltBoardRect cells[PLT_BOARD_N_CELLS])
{
  int wanted[PLT_BOARD_N_CELLS];
  int sum = 0, parts = 0, left, x = 0;

  for (int i = 0; i < PLT_BOARD_N_CELLS; i++)
    {
      wanted[i] = (self->hidden & 1u << i) != 0 ? 0 : scaled (self, widths[i]);
      sum += wanted[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (sheds) && sum > width; i++)
    {
      sum -= wanted[sheds[i]];
      wanted[sheds[i]] = 0;
      if (sheds[i] == PLT_BOARD_CELL_PLACE && sum > width
          && wanted[PLT_BOARD_CELL_SET] > scaled (self, MIN_SET))
        {
          sum -= wanted[PLT_BOARD_CELL_SET] - scaled (self, MIN_SET);
          wanted[PLT_BOARD_CELL_SET] = scaled (self, MIN_SET);
        }
    }
  for (int i = 0; i < PLT_BOARD_N_CELLS; i++)
    parts += wanted[i] > 0 ? shares[i] : 0;
  left = MAX (width - sum, 0);
  /* without any of them the effect keeps the rest of the strip at its right */
  for (int i = 0; i < PLT_BOARD_N_CELLS && parts > 0; i++)
    if (wanted[i] > 0 && shares[i] > 0)
      {
        int more = left * shares[i] / parts;

        wanted[i] += more;
        left -= more;
        parts -= shares[i];
      }
  for (int i = 0; i < PLT_BOARD_N_CELLS; i++)
    {
      cells[i] = (PltBoardRect){ x, 0, wanted[i], self->row_height };
      x += wanted[i];
    }
}

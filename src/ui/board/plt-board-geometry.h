/* Where everything of a board is, in pixels of the widget. Knows no GTK.
 *
 *   pool head | J1 · lun. 10 mai  9h00–19h00      ▮▮▮▮▮▯
 *   ----------+-----------------------------------------
 *   strip     | strip
 *   strip     | strip
 *             | J2 · mar. 11 mai ...
 *
 * Two panes side by side, each with its own scrolling: the pool, whose head stays, and the days as
 * bands one under the other. Drawing, hit-testing, dropping and the place of the cursor read the
 * same functions, so that ink and mouse cannot disagree. Strip -1 of a lane is its head. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_BOARD_HEAD (-1)
#define PLT_BOARD_N_PANES 2

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} PltBoardRect;

typedef struct
{
  int lane;
  int index; /* PLT_BOARD_HEAD for the head */
} PltBoardCoord;

/* What a strip says, from left to right. */
typedef enum
{
  PLT_BOARD_CELL_NUMBER,
  PLT_BOARD_CELL_EFFECT,
  PLT_BOARD_CELL_STORY_DAY,
  PLT_BOARD_CELL_SET,
  PLT_BOARD_CELL_PLACE,
  PLT_BOARD_CELL_SYNOPSIS,
  PLT_BOARD_CELL_ROLES,
  PLT_BOARD_CELL_NEEDS,
  PLT_BOARD_CELL_EIGHTHS,
  PLT_BOARD_CELL_LENGTH,
  PLT_BOARD_CELL_TIME,
  PLT_BOARD_N_CELLS,
} PltBoardCell;

typedef struct
{
  int width; /* of the widget */
  int height;
  int zoom; /* percent */
  int row_height;
  int head_height;
  int gap;        /* under a day */
  guint hidden;   /* cells that are not shown, a bit each */
  int bar;        /* width of a scroll bar */
  int pool_width; /* with its scroll bar */
  int scroll[PLT_BOARD_N_PANES];
  int n_lanes;
  int *counts; /* (owned): strips of each lane */
  int *tops;   /* (owned): of each day's head, counted from the top of the first */
} PltBoardGeometry;

/**
 * PltBoardHit:
 * @pane: 0 the pool, 1 the days, -1 between them
 * @at: the strip or head at the point; lane -1 where there is none
 * @inside: the point is on it, not in the empty space that belongs to its lane
 */
typedef struct
{
  int pane;
  PltBoardCoord at;
  gboolean inside;
} PltBoardHit;

void plt_board_geometry_clear (PltBoardGeometry *self);
/* Metrics for a zoom and a line height; then the number of strips of each lane, the pool first. */
void plt_board_geometry_set_zoom (PltBoardGeometry *self, int zoom, int line_height);
void plt_board_geometry_set_lanes (PltBoardGeometry *self, const int *counts, int n_lanes);
void plt_board_geometry_resize (PltBoardGeometry *self, int width, int height);

/* What a pane shows, without scroll bar and, for the pool, under its head. */
PltBoardRect plt_board_geometry_pane (const PltBoardGeometry *self, int pane);
/* Height of all there is in a pane. */
int plt_board_geometry_extent (const PltBoardGeometry *self, int pane);
int plt_board_geometry_pane_of (int lane);
PltBoardRect plt_board_geometry_rect (const PltBoardGeometry *self, PltBoardCoord at);
/* A whole lane, head included. */
PltBoardRect plt_board_geometry_lane (const PltBoardGeometry *self, int lane);
/* Lanes of the days that can be seen: first .. end - 1. */
void plt_board_geometry_visible (const PltBoardGeometry *self, int *first, int *end);
PltBoardHit plt_board_geometry_hit (const PltBoardGeometry *self, int x, int y);
/* Before which strip of which lane something let go here would be put; lane -1 outside. */
PltBoardCoord plt_board_geometry_drop (const PltBoardGeometry *self, int x, int y);
/* The line that shows it. */
PltBoardRect plt_board_geometry_gap_line (const PltBoardGeometry *self, PltBoardCoord drop);
/* The scrolling of its pane that brings it into view. */
int plt_board_geometry_reveal (const PltBoardGeometry *self, PltBoardCoord at);
/* How far a drag at this point makes a pane scroll, in pixels a frame. */
int plt_board_geometry_pull (const PltBoardGeometry *self, int pane, int x, int y);
/* Places of the cells of a strip, from its left edge; width 0 for those that are not shown (a bit
 * of `hidden` each) and when there is no room. */
void plt_board_geometry_cells (const PltBoardGeometry *self,
                               int width,
                               PltBoardRect cells[PLT_BOARD_N_CELLS]);

G_END_DECLS

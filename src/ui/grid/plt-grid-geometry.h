/* Where everything of a grid is, in pixels of the widget. Knows no GTK.
 *
 *   gutter | frozen columns | columns that scroll
 *   -------+----------------+--------------------   header
 *    1     |                |                       rows that stay
 *   -------+----------------+--------------------
 *    2     |                |                       rows that scroll, all of one height
 *
 * Drawing, hit-testing, scrolling and the place of the editor read the same functions, so that ink
 * and mouse cannot disagree. When the frozen columns would leave less than PLT_GRID_MIN_SCROLLED
 * for the others, the last of them scroll as well; frozen rows leave PLT_GRID_MIN_ROWS alike. */
#pragma once

#include "plt-grid-axis.h"
#include "plt-grid-selection.h"

G_BEGIN_DECLS

#define PLT_GRID_ROW_HEIGHT 24 /* and more only when the font asks for it */
#define PLT_GRID_MIN_SCROLLED 120
#define PLT_GRID_MIN_ROWS 3
#define PLT_GRID_EDGE 4 /* how near a column's edge takes hold of it */

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} PltGridRect;

typedef struct
{
  const PltGridAxis *axis;
  int n_rows;
  int width; /* of the widget */
  int height;
  int gutter; /* 0 without row numbers */
  int header;
  int row_height;
  int scroll_x;
  int scroll_y;
  int frozen_rows;   /* asked for, at the top */
  int n_frozen;      /* columns that really stay */
  int n_frozen_rows; /* rows that really stay */
} PltGridGeometry;

typedef enum
{
  PLT_GRID_ZONE_CORNER,
  PLT_GRID_ZONE_HEADER,
  PLT_GRID_ZONE_GUTTER,
  PLT_GRID_ZONE_BODY,
} PltGridZone;

/**
 * PltGridHit:
 * @zone: what part of the grid
 * @row: row at the point, -1 below the last
 * @column: shown column at the point, -1 beyond the last
 * @edge: in the header, the column whose right edge is taken hold of, else -1
 */
typedef struct
{
  PltGridZone zone;
  int row;
  int column;
  int edge;
} PltGridHit;

void plt_grid_geometry_update (PltGridGeometry *self); /* what stays, after any other field */
int plt_grid_geometry_frozen_width (const PltGridGeometry *self);
int plt_grid_geometry_frozen_height (const PltGridGeometry *self);
PltGridRect plt_grid_geometry_body (const PltGridGeometry *self); /* of the cells that scroll */
PltGridRect plt_grid_geometry_cell (const PltGridGeometry *self, PltGridCoord at);
PltGridRect plt_grid_geometry_range (const PltGridGeometry *self, const PltGridRange *range);
int plt_grid_geometry_column_x (const PltGridGeometry *self, int column);
int plt_grid_geometry_row_y (const PltGridGeometry *self, int row);
/* The scrolled rows only: the frozen ones are 0 .. n_frozen_rows - 1. */
void plt_grid_geometry_visible_rows (const PltGridGeometry *self, int *first, int *end);
/* The scrolled columns only: the frozen ones are 0 .. n_frozen - 1. */
void plt_grid_geometry_visible_columns (const PltGridGeometry *self, int *first, int *end);
PltGridHit plt_grid_geometry_hit (const PltGridGeometry *self, int x, int y);
/* The cell nearest to a point that may lie outside, for a drag. */
PltGridCoord plt_grid_geometry_nearest (const PltGridGeometry *self, int x, int y);
/* Content and page of the two scroll bars. */
void plt_grid_geometry_extent (
    const PltGridGeometry *self, int *width, int *page_width, int *height, int *page_height);
/* The least scrolling that brings a cell into view. */
void plt_grid_geometry_reveal (const PltGridGeometry *self,
                               PltGridCoord at,
                               int *scroll_x,
                               int *scroll_y);
/* Between which two shown columns a dragged header would be dropped: 0 .. n_shown. */
int plt_grid_geometry_gap (const PltGridGeometry *self, int x);

G_END_DECLS

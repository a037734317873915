/* What is under the pointer of a timeline, and what dragging it comes to. Knows no GTK. */
#pragma once

#include "plt-gantt-view.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_TIMELINE_NOTHING,
  PLT_TIMELINE_BODY,       /* the bar: moves */
  PLT_TIMELINE_START,      /* its left end */
  PLT_TIMELINE_END,        /* its right end: makes it longer or shorter */
  PLT_TIMELINE_LINK,       /* the handle behind it, from which a link is drawn */
  PLT_TIMELINE_LINK_START, /* the handle before it: a link from its beginning */
} PltTimelinePart;

/**
 * PltTimelineCan:
 * @PLT_TIMELINE_CAN_MOVE: the bar may be dragged
 * @PLT_TIMELINE_CAN_RESIZE: its ends too
 * @PLT_TIMELINE_CAN_LINK: a link may begin and end there
 */
typedef enum
{
  PLT_TIMELINE_CAN_MOVE = 1 << 0,
  PLT_TIMELINE_CAN_RESIZE = 1 << 1,
  PLT_TIMELINE_CAN_LINK = 1 << 2,
} PltTimelineCan;

typedef struct
{
  int row; /* -1: none */
  PltTimelinePart part;
} PltTimelineHit;

/* `can`: PltTimelineCan by row. */
PltTimelineHit plt_timeline_hit (
    const PltGanttView *view, const PltGantt *gantt, const guint8 *can, double x, double y);
/* Nothing is there, or the bar only has its row: the point is above or below its ink, where lines
 * of links pass. */
gboolean plt_timeline_is_beside (const PltGanttView *view,
                                 const PltGantt *gantt,
                                 PltTimelineHit hit,
                                 double y);
/* Middle of the handle of links, behind a bar that ends there and what says that it is late. */
double plt_timeline_handle (const PltGanttRow *row, double x1);
/* And of the one before a bar that begins there. */
double plt_timeline_handle_start (double x0);
/* The end of the bar of a row that a link drawn to that abscissa reaches: PLT_TIMELINE_START or
 * PLT_TIMELINE_END. */
PltTimelinePart
plt_timeline_aim_at (const PltGanttView *view, const PltGantt *gantt, guint row, double x);
/* What a link says that goes from that handle to that end. */
PltNetworkKind plt_timeline_link_kind (PltTimelinePart handle, PltTimelinePart end);
/* Pixels a second at which a drag that stays near an edge brings what lies beyond in sight, 0 away
 * from the edges: the nearer and the further beyond, the faster. */
void plt_timeline_drift (const PltGanttView *view, double x, double y, double *dx, double *dy);
/* Days by which a pointer that went `dx` pixels has moved a date. */
int plt_timeline_drag_days (const PltGanttView *view, double dx);
/* New first and last days of a bar whose part is dragged by that many days: an end stops at the
 * other one. */
void plt_timeline_drag_dates (
    const PltGanttRow *row, PltTimelinePart part, int days, PltDate *from, PltDate *to);
/* Where a card of that size goes near the pointer: above it, since what follows a task stands below
 * it, under it where there is no room, and beside it where there is neither. */
void plt_timeline_card (const PltGanttView *view,
                        double pointer_x,
                        double pointer_y,
                        double width,
                        double height,
                        double *x,
                        double *y);

G_END_DECLS

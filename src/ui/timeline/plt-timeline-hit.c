#include "plt-timeline-hit.h"

#include <math.h>

#define EDGE 5.0       /* how near an end takes hold of it */
#define LEAST_BODY 6.0 /* of a bar that is left to take hold of it as a whole */
#define REACH 6.0      /* of the handle */
#define HANDLE 8.0
#define LATE_SIGN 13.0
#define INK 7.0   /* half of what a bar covers */
#define NEAR 28.0 /* an edge of the view, where a drag scrolls */
#define LEAST_DRIFT 90.0
#define MOST_DRIFT 900.0

double
plt_timeline_handle (const PltGanttRow *row, double x1)
{
  return x1 + HANDLE + ((row->flags & PLT_GANTT_LATE) != 0 ? LATE_SIGN : 0);
}

double
plt_timeline_handle_start (double x0)
{
  return x0 - HANDLE;
}

PltTimelinePart
plt_timeline_aim_at (const PltGanttView *view, const PltGantt *gantt, guint row, double x)
{
  double x0, x1;

  return plt_gantt_view_bar (view, gantt, row, &x0, &x1) && x > (x0 + x1) / 2 ? PLT_TIMELINE_END
                                                                              : PLT_TIMELINE_START;
}

PltNetworkKind
plt_timeline_link_kind (PltTimelinePart handle, PltTimelinePart end)
{
  if (handle == PLT_TIMELINE_LINK_START)
    return end == PLT_TIMELINE_END ? PLT_NETWORK_SF : PLT_NETWORK_SS;
  return end == PLT_TIMELINE_END ? PLT_NETWORK_FF : PLT_NETWORK_FS;
}

/* From nothing at that distance of an edge to the fastest as far beyond it. */
static double
drift_of (double low, double high)
{
  double depth = low < NEAR ? NEAR - low : (high < NEAR ? NEAR - high : 0);
  double speed = LEAST_DRIFT + (MOST_DRIFT - LEAST_DRIFT) * fmin (depth / (2 * NEAR), 1);

  return depth <= 0 ? 0 : (low < NEAR ? -speed : speed);
}

void
plt_timeline_drift (const PltGanttView *view, double x, double y, double *dx, double *dy)
{
  *dx = drift_of (x, view->width - x);
  *dy = drift_of (y - view->head, view->height - y);
}

static PltTimelinePart
part_at (const PltGanttRow *row, guint8 can, double x0, double x1, double x)
{
  double edge = fmin (EDGE, fmax ((x1 - x0 - LEAST_BODY) / 2, 0));
  double handle = plt_timeline_handle (row, x1);

  if ((can & PLT_TIMELINE_CAN_LINK) != 0 && fabs (x - handle) <= REACH && x > x1 + 1)
    return PLT_TIMELINE_LINK;
  if ((can & PLT_TIMELINE_CAN_LINK) != 0 && fabs (x - plt_timeline_handle_start (x0)) <= REACH
      && x < x0 - 2)
    return PLT_TIMELINE_LINK_START;
  if ((can & PLT_TIMELINE_CAN_RESIZE) != 0 && (row->flags & PLT_GANTT_MILESTONE) == 0)
    {
      if (x >= x1 - edge && x <= x1 + 2)
        return PLT_TIMELINE_END;
      if (x >= x0 - 2 && x <= x0 + edge)
        return PLT_TIMELINE_START;
    }
  if (x >= x0 - 1 && x <= x1 + 1)
    return PLT_TIMELINE_BODY;
  return PLT_TIMELINE_NOTHING;
}

PltTimelineHit
plt_timeline_hit (
    const PltGanttView *view, const PltGantt *gantt, const guint8 *can, double x, double y)
{
  PltTimelineHit hit = { plt_gantt_view_row (view, gantt, y), PLT_TIMELINE_NOTHING };
  double x0, x1;

  if (hit.row >= 0 && plt_gantt_view_bar (view, gantt, (guint) hit.row, &x0, &x1))
    hit.part = part_at (&g_array_index (gantt->rows, PltGanttRow, hit.row),
                        can != NULL ? can[hit.row] : 0, x0, x1, x);
  return hit;
}

gboolean
plt_timeline_is_beside (const PltGanttView *view,
                        const PltGantt *gantt,
                        PltTimelineHit hit,
                        double y)
{
  return hit.row < 0 || hit.part == PLT_TIMELINE_NOTHING
         || fabs (y - plt_gantt_view_middle (view, (guint) hit.row, plt_gantt_view_lift (gantt)))
                > INK;
}

int
plt_timeline_drag_days (const PltGanttView *view, double dx)
{
  return (int) round (dx / view->step);
}

void
plt_timeline_drag_dates (
    const PltGanttRow *row, PltTimelinePart part, int days, PltDate *from, PltDate *to)
{
  *from = row->from;
  *to = row->to;
  switch (part)
    {
    case PLT_TIMELINE_BODY:
      *from += days;
      *to += days;
      break;
    case PLT_TIMELINE_START:
      *from = MIN (row->from + days, row->to);
      break;
    case PLT_TIMELINE_END:
      *to = MAX (row->to + days, row->from);
      break;
    case PLT_TIMELINE_NOTHING:
    case PLT_TIMELINE_LINK:
    case PLT_TIMELINE_LINK_START:
    default:
      break;
    }
}

void
plt_timeline_card (const PltGanttView *view,
                   double pointer_x,
                   double pointer_y,
                   double width,
                   double height,
                   double *x,
                   double *y)
{
  const double edge = 4, above = pointer_y - height - 12, below = pointer_y + 18;

  *x = CLAMP (pointer_x + 14, edge, fmax (view->width - width - edge, edge));
  if (above >= view->head)
    *y = above;
  else if (below + height <= view->height)
    *y = below;
  else
    *y = fmax (view->head, 0);
}

#include "plt-timeline-hit.h"

#include <math.h>

#define EDGE 5.0       /* how near an end takes hold of it */
#define LEAST_BODY 6.0 /* of a bar that is left to take hold of it as a whole */
#define REACH 6.0      /* of the handle */
#define HANDLE 8.0
#define LATE_SIGN 13.0

double
plt_timeline_handle (const PltGanttRow *row, double x1)
{
  return x1 + HANDLE + ((row->flags & PLT_GANTT_LATE) != 0 ? LATE_SIGN : 0);
}

static PltTimelinePart
part_at (const PltGanttRow *row, guint8 can, double x0, double x1, double x)
{
  double edge = fmin (EDGE, fmax ((x1 - x0 - LEAST_BODY) / 2, 0));
  double handle = plt_timeline_handle (row, x1);

  if ((can & PLT_TIMELINE_CAN_LINK) != 0 && fabs (x - handle) <= REACH && x > x1 + 1)
    return PLT_TIMELINE_LINK;
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

/* Links: where their lines go, drawn on a sheet and in a window, and which of them is under a
 * point. */
#include <math.h>

#include "plt-gantt-private.h"

#define MOST_POINTS 6

/**
 * Trace: the line of a link
 * @x: @y: its corners
 * @tip_x: @tip_y: of its arrow, that points to @dx, @dy
 */
typedef struct
{
  double x[MOST_POINTS], y[MOST_POINTS];
  guint n;
  double tip_x, tip_y, dx, dy;
} Trace;

static const PltGanttRow *
row_at (const PltGanttPen *pen, guint i)
{
  return &g_array_index (pen->gantt->rows, PltGanttRow, i);
}

double
plt_gantt_start (const PltGanttPen *pen, const PltGanttRow *row)
{
  if (row->flags & PLT_GANTT_MILESTONE)
    return plt_gantt_x (pen, row->to) + pen->pages->step / 2;
  return plt_gantt_x (pen, row->from);
}

double
plt_gantt_end (const PltGanttPen *pen, const PltGanttRow *row)
{
  if (row->flags & PLT_GANTT_MILESTONE)
    return plt_gantt_x (pen, row->to) + pen->pages->step / 2;
  return plt_gantt_x (pen, row->to + 1);
}

/* Where a row is; above or below the sheet for one that is not on it. */
static double
level_of (const PltGanttPen *pen, guint row)
{
  guint shift = pen->page->again != G_MAXUINT ? 1 : 0;

  if (row < pen->page->first)
    return pen->body - 20;
  if (row >= pen->page->end)
    return pen->bottom + 20;
  return plt_gantt_middle (pen, row - pen->page->first + shift);
}

static void
go_to (Trace *trace, double x, double y)
{
  trace->x[trace->n] = x;
  trace->y[trace->n++] = y;
}

/* Along, then straight down onto the head of the bar. */
static void
trace_falling (const PltGanttPen *pen, const PltGanttLink *link, double x0, double x1, Trace *trace)
{
  double y0 = level_of (pen, link->from), y1 = level_of (pen, link->to), down = y1 > y0 ? 1 : -1;
  double reach = (PLT_GANTT_BAR / 2 + 0.6) * pen->zoom;
  double x = fmax (x1 + 2.5 * pen->zoom, x0 + 3.5 * pen->zoom);

  if (row_at (pen, link->to)->flags & PLT_GANTT_MILESTONE)
    x = x1;
  trace->tip_x = x;
  trace->tip_y = y1 - down * reach;
  trace->dy = down;
  go_to (trace, x0, y0);
  go_to (trace, x, y0);
  go_to (trace, x, y1 - down * (reach + 2 * pen->zoom));
}

/* From the side of the first bar, down or up, to the side or the head of the second one. FALSE for
 * what is beside the sheet. */
static gboolean
trace_link (const PltGanttPen *pen, const PltGanttLink *link, Trace *trace)
{
  const PltGanttRow *from = row_at (pen, link->from), *to = row_at (pen, link->to);
  gboolean starts = link->kind == PLT_NETWORK_SS || link->kind == PLT_NETWORK_SF;
  gboolean at_end = link->kind == PLT_NETWORK_FF || link->kind == PLT_NETWORK_SF;
  double y0 = level_of (pen, link->from), y1 = level_of (pen, link->to), out = 3.5 * pen->zoom;
  double x0 = starts ? plt_gantt_start (pen, from) : plt_gantt_end (pen, from);
  double x1 = at_end ? plt_gantt_end (pen, to) : plt_gantt_start (pen, to);
  double side = at_end ? 1 : -1, turn;

  *trace = (Trace){ .n = 0 };
  if (fmax (x0, x1) < pen->left - 5 * out || fmin (x0, x1) > pen->right + 5 * out)
    return FALSE;
  if (link->kind == PLT_NETWORK_FS && x1 >= x0 - 0.5)
    {
      trace_falling (pen, link, x0, x1, trace);
      return TRUE;
    }
  trace->tip_x = x1;
  trace->tip_y = y1;
  trace->dx = -side;
  go_to (trace, x0, y0);
  if (link->kind == PLT_NETWORK_SS || link->kind == PLT_NETWORK_FF)
    {
      turn = link->kind == PLT_NETWORK_SS ? fmin (x0, x1) - out : fmax (x0, x1) + out;
      go_to (trace, turn, y0);
      go_to (trace, turn, y1);
    }
  else
    {
      turn = starts ? fmin (x0, x1) - out : x0 + out;
      go_to (trace, turn, y0);
      go_to (trace, turn, y0 + (y1 - y0) / 2);
      go_to (trace, x1 + side * out, y0 + (y1 - y0) / 2);
      go_to (trace, x1 + side * out, y1);
    }
  go_to (trace, x1 + side * 2 * pen->zoom, y1);
  return TRUE;
}

static void
add_line (const PltGanttPen *pen, const Trace *trace)
{
  cairo_move_to (pen->cr, trace->x[0], trace->y[0]);
  for (guint i = 1; i < trace->n; i++)
    cairo_line_to (pen->cr, trace->x[i], trace->y[i]);
}

static void
add_arrow (const PltGanttPen *pen, const Trace *trace)
{
  double length = 3.6 * pen->zoom, half = 1.8 * pen->zoom;
  double x = trace->tip_x, y = trace->tip_y, dx = trace->dx, dy = trace->dy;

  cairo_move_to (pen->cr, x, y);
  cairo_line_to (pen->cr, x - dx * length - dy * half, y - dy * length - dx * half);
  cairo_line_to (pen->cr, x - dx * length + dy * half, y - dy * length + dx * half);
  cairo_close_path (pen->cr);
}

static gboolean
is_on_sheet (const PltGanttPen *pen, const PltGanttLink *link)
{
  guint least = MIN (link->from, link->to), most = MAX (link->from, link->to);

  return most >= pen->page->first && least < pen->page->end
         && row_at (pen, link->from)->from != PLT_DATE_NONE
         && row_at (pen, link->to)->from != PLT_DATE_NONE;
}

/* Lines, then arrows, each in one go; the critical ones above the others. */
void
plt_gantt_draw_links (const PltGanttPen *pen)
{
  for (guint pass = 0; pass < 4; pass++)
    {
      gboolean critical = pass >= 2, arrow = pass % 2 == 1;

      cairo_new_path (pen->cr);
      for (guint i = 0; i < pen->gantt->links->len; i++)
        {
          const PltGanttLink *link = &g_array_index (pen->gantt->links, PltGanttLink, i);
          Trace trace;

          if (link->critical != critical || !is_on_sheet (pen, link)
              || !trace_link (pen, link, &trace))
            continue;
          if (arrow)
            add_arrow (pen, &trace);
          else
            add_line (pen, &trace);
        }
      plt_cairo_set_color (pen->cr, critical ? pen->palette->text : pen->palette->muted);
      cairo_set_line_width (pen->cr, (critical ? 1.1 : 0.5) * pen->zoom);
      if (arrow)
        cairo_fill (pen->cr);
      else
        cairo_stroke (pen->cr);
    }
}

void
plt_gantt_draw_chosen_link (const PltGanttPen *pen, const PltGanttLink *link)
{
  Trace trace;

  if (!is_on_sheet (pen, link) || !trace_link (pen, link, &trace))
    return;
  cairo_new_path (pen->cr);
  add_line (pen, &trace);
  plt_cairo_set_color (pen->cr, pen->palette->surface); /* clear of the lines beside it */
  cairo_set_line_width (pen->cr, 3.2 * pen->zoom);
  cairo_stroke_preserve (pen->cr);
  plt_cairo_set_color (pen->cr, pen->palette->accent);
  cairo_set_line_width (pen->cr, 1.6 * pen->zoom);
  cairo_stroke (pen->cr);
  add_arrow (pen, &trace);
  cairo_set_line_width (pen->cr, 1.2 * pen->zoom);
  cairo_fill_preserve (pen->cr);
  cairo_stroke (pen->cr);
}

/* From the point to the straight line between two corners. */
static double
distance_to (double x, double y, double x0, double y0, double x1, double y1)
{
  double dx = x1 - x0, dy = y1 - y0, square = dx * dx + dy * dy;
  double at = square > 0 ? CLAMP (((x - x0) * dx + (y - y0) * dy) / square, 0, 1) : 0;

  return hypot (x - x0 - at * dx, y - y0 - at * dy);
}

double
plt_gantt_link_distance (const PltGanttPen *pen, const PltGanttLink *link, double x, double y)
{
  double least = G_MAXDOUBLE;
  Trace trace;

  if (!is_on_sheet (pen, link) || !trace_link (pen, link, &trace))
    return least;
  for (guint i = 1; i < trace.n; i++)
    least
        = fmin (least, distance_to (x, y, trace.x[i - 1], trace.y[i - 1], trace.x[i], trace.y[i]));
  return fmin (least, hypot (x - trace.tip_x, y - trace.tip_y));
}

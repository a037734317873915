/* PltGanttView: a part of a PltGantt in a window, drawn with the signs of the paper.
 *
 * Lengths are pixels. Rows are all of one height, below the head of the calendar; the calendar
 * scrolls sideways, rows up and down. Only the rows and links in sight are drawn. Where anything is
 * comes from the functions below, which drawing (plt-gantt-view-paint.h), the mouse and tests
 * share.
 */
#pragma once

#include "plt-gantt.h"

G_BEGIN_DECLS

#define PLT_GANTT_VIEW_LEAST_STEP                                                                  \
  0.3 /* narrowest and widest day: years in sight, or a fortnight                                  \
       */
#define PLT_GANTT_VIEW_MOST_STEP 64.0
#define PLT_GANTT_VIEW_HEAD 40

/**
 * PltGanttView:
 * @width: @height: of the whole, head included
 * @head: height of the head
 * @row: height of a row
 * @step: width of a day
 * @scroll_x: of the first day of the calendar
 * @scroll_y: of the first row
 * @with_links: draws the links
 * @chosen_link: number of the one that stands out, from 1 on; 0: none does
 */
typedef struct
{
  double width, height;
  double head, row;
  double step;
  double scroll_x, scroll_y;
  gboolean with_links;
  guint chosen_link;
} PltGanttView;

double plt_gantt_view_x (const PltGanttView *self, const PltGantt *gantt, PltDate date);
PltDate plt_gantt_view_date (const PltGanttView *self, const PltGantt *gantt, double x);
double plt_gantt_view_y (const PltGanttView *self, guint row);                      /* top edge */
int plt_gantt_view_row (const PltGanttView *self, const PltGantt *gantt, double y); /* or -1 */
void
plt_gantt_view_rows (const PltGanttView *self, const PltGantt *gantt, guint *first, guint *end);
/* By how much the middles of bars are above those of their rows, to leave room for a baseline; and
 * the middle of the bar of a row. */
double plt_gantt_view_lift (const PltGantt *gantt);
double plt_gantt_view_middle (const PltGanttView *self, guint row, double lift);
/* Left and right edges of the bar, beam or diamond of a row; FALSE without dates. */
gboolean plt_gantt_view_bar (
    const PltGanttView *self, const PltGantt *gantt, guint row, double *x0, double *x1);
/* The link whose line is nearest to the point, -1 for none within reach; where several are, the one
 * that comes after `after`, if that is one of them. */
int plt_gantt_view_link (
    const PltGanttView *self, const PltGantt *gantt, double x, double y, int after);
/* Keeps the day at the abscissa where it is. */
void plt_gantt_view_zoom (PltGanttView *self, const PltGantt *gantt, double factor, double around);
/* All days from one to the other in sight, with a margin. */
void plt_gantt_view_fit (PltGanttView *self, const PltGantt *gantt, PltDate from, PltDate to);
void plt_gantt_view_clamp (PltGanttView *self, const PltGantt *gantt);

typedef enum
{
  PLT_GANTT_LABEL_NONE,
  PLT_GANTT_LABEL_INSIDE,
  PLT_GANTT_LABEL_AFTER,
  PLT_GANTT_LABEL_BEFORE,
  PLT_GANTT_LABEL_SLACK, /* over the line of the slack, behind the bar */
} PltGanttLabelPlace;

/**
 * PltGanttLabel:
 * @x0: @x1: edges of the bar
 * @before: @after: edges of all signs of the row
 * @slack: end of the line of the slack, else 0
 * @left: @right: edges of what is in sight
 * @text: width of the text
 * @is_free: the bar has room for a text
 * @is_bar: it has some all the same, over its progress
 */
typedef struct
{
  double x0, x1, before, after, left, right, text;
  gboolean is_free, is_bar;
  double slack;
} PltGanttLabel;

/* On the bar when it is free and it fits, else behind it, else before it, else over its progress
 * or its slack, else cut where there is most room:
 * never over a bar it does not name. `x` and `width` of the text. */
PltGanttLabelPlace plt_gantt_place_label (const PltGanttLabel *label, double *x, double *width);

G_END_DECLS

/* Between the files that draw a gantt. Lengths are points. */
#pragma once

#include "plt-gantt-pages.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_GANTT_BANDS_DAYS,   /* months, weeks, days */
  PLT_GANTT_BANDS_WEEKS,  /* months, weeks, their Mondays on paper */
  PLT_GANTT_BANDS_MONTHS, /* years, months */
} PltGanttBands;

/**
 * PltGanttPage:
 * @first: @end: rows
 * @again: the group that goes on, named above them, or G_MAXUINT
 * @day: @day_end: days of the calendar
 * @height: of the whole, legend included
 */
typedef struct
{
  guint first, end, again;
  guint day, day_end;
  double height;
} PltGanttPage;

/**
 * PltGanttPages:
 * @zoom: how much larger than on a small sheet
 * @names: width of the names
 * @columns: width of each column shown
 * @n_columns: that there is room for, of the first @most_columns
 * @table: width of them all
 * @step: width of a day
 * @head: height of the head, with @strip below its bands for the day that is missed
 * @legend: height of the legend, below
 * @lines: lines that each row takes in its table, 1 at least; NULL: 1
 * @whole: the calendar is on one sheet, however narrow its days
 * @advice: (nullable): below the legend, why there are several sheets all the same
 * @on_paper: phases are hatched, so that a copy in black tells them apart, and Mondays are named
 */
struct _PltGanttPages
{
  const PltGantt *gantt;
  PltTypesetter *type;
  double width, zoom;
  double names, columns[PLT_GANTT_COLUMNS], table;
  guint n_columns, most_columns;
  double step, head, strip, legend;
  PltGanttBands bands;
  gboolean has_baseline, on_paper, whole;
  char *advice;
  guint8 *lines;
  GArray *pages; /* PltGanttPage */
};

#define PLT_GANTT_ROW 15.0
#define PLT_GANTT_BAND 12.5
#define PLT_GANTT_BAR 8.0 /* height of a bar */
#define PLT_GANTT_INDENT 8.0
#define PLT_GANTT_PAD 3.0
#define PLT_GANTT_TEXT 7.5 /* sizes of type, where zoom is 1 */
#define PLT_GANTT_SMALL 6.5
#define PLT_GANTT_LEAST_TYPE 6.5 /* on paper, whatever the zoom */
#define PLT_GANTT_MOST_LINES 4

/**
 * PltGanttPen: a page being painted
 * @page: which
 * @tops: top of each of the rows of the page, from @page->first, and the end of the last one
 * @left: abscissa of the first day
 * @body: ordinate of the first row, @bottom of the end of the last one
 */
typedef struct
{
  const PltGanttPages *pages;
  const PltGantt *gantt;
  const PltGanttPage *page;
  cairo_t *cr;
  PltTypesetter *type;
  const PltPalette *palette;
  const PltFont *text, *strong, *small, *small_strong;
  double *tops;
  double left, right, body, bottom, zoom;
} PltGanttPen;

const PltFont *plt_gantt_font (PltTypesetter *type, double size, PangoWeight weight);
/* Never smaller than what is read on paper. */
const PltFont *plt_gantt_paper_font (const PltGanttPages *self, double size, PangoWeight weight);
double plt_gantt_row_height (const PltGanttPages *self, guint row);
/* Lines of a text in a cell of that width: 1 where the usual size or the small one holds it. */
guint plt_gantt_cell_lines (const PltGanttPages *self, const char *text, double width);
/* Between two lines of a cell that has several. */
double plt_gantt_cell_leading (const PltFont *small);
double plt_gantt_x (const PltGanttPen *pen, PltDate date); /* left edge of a day */
double plt_gantt_text_at (const PltGanttPen *pen,
                          const PltFont *font,
                          PltColor color,
                          const char *text,
                          double x,
                          double middle,
                          PltAlign align);
void plt_gantt_line (const PltGanttPen *pen,
                     PltColor color,
                     double width,
                     double x0,
                     double y0,
                     double x1,
                     double y1);
void plt_gantt_fill (
    const PltGanttPen *pen, PltColor color, double x, double y, double width, double height);
void plt_gantt_draw_head (const PltGanttPen *pen);
/* Parts of the body, for the sheet and for the window. */
void plt_gantt_draw_grounds (const PltGanttPen *pen);
void plt_gantt_draw_links (const PltGanttPen *pen); /* plt-gantt-links.c */
/* One of them, that stands out. */
void plt_gantt_draw_chosen_link (const PltGanttPen *pen, const PltGanttLink *link);
/* Of the point to its line, G_MAXDOUBLE for one that is not drawn. */
double
plt_gantt_link_distance (const PltGanttPen *pen, const PltGanttLink *link, double x, double y);
void plt_gantt_draw_today (const PltGanttPen *pen);
void plt_gantt_draw_today_point (const PltGanttPen *pen);
void plt_gantt_draw_due (const PltGanttPen *pen);
void plt_gantt_draw_due_flag (const PltGanttPen *pen);
double plt_gantt_start (const PltGanttPen *pen, const PltGanttRow *row); /* left edge */
double plt_gantt_end (const PltGanttPen *pen, const PltGanttRow *row);
double plt_gantt_middle (const PltGanttPen *pen, guint place);
/**
 * PltGanttSigns: where the signs of a row are
 * @x0: @x1: of its bar, both the middle of a milestone
 * @slack: end of the slack, when it is behind @x1
 * @late: left edge of the mark of what is late
 * @before: @after: what they cover, of all of it
 */
typedef struct
{
  const PltGanttRow *row;
  double middle, x0, x1, slack, base0, base1, deadline, late, before, after;
  gboolean has_base, has_deadline;
} PltGanttSigns;

/* FALSE without dates. */
gboolean plt_gantt_place_signs (const PltGanttPen *pen,
                                const PltGanttRow *row,
                                double middle,
                                PltGanttSigns *signs);
void plt_gantt_draw_all_signs (const PltGanttPen *pen, const PltGanttSigns *signs, guint n);
/* All the signs of a row; what they cover. FALSE without dates. */
gboolean plt_gantt_draw_signs (
    const PltGanttPen *pen, const PltGanttRow *row, double middle, double *before, double *after);
/* Draws it at the ordinate when there is a pen, and gives its height. */
double plt_gantt_legend (const PltGanttPages *self, const PltGanttPen *pen, double y);

G_END_DECLS

/* Between the files that draw a gantt. Lengths are points. */
#pragma once

#include "plt-gantt-pages.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_GANTT_BANDS_DAYS,   /* months, weeks, days */
  PLT_GANTT_BANDS_WEEKS,  /* months, weeks */
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
 * @n_columns: that there is room for
 * @table: width of them all
 * @step: width of a day
 * @head: height of the head
 * @legend: height of the legend, below
 */
struct _PltGanttPages
{
  const PltGantt *gantt;
  PltTypesetter *type;
  double width, zoom;
  double names, columns[PLT_GANTT_COLUMNS], table;
  guint n_columns;
  double step, head, legend;
  PltGanttBands bands;
  gboolean has_baseline;
  GArray *pages; /* PltGanttPage */
};

#define PLT_GANTT_ROW 15.0
#define PLT_GANTT_BAND 12.5
#define PLT_GANTT_INDENT 8.0
#define PLT_GANTT_PAD 3.0

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
  const PltFont *text, *strong, *small, *small_strong, *tiny;
  double *tops;
  double left, right, body, bottom, zoom;
} PltGanttPen;

const PltFont *plt_gantt_font (PltTypesetter *type, double size, PangoWeight weight);
double plt_gantt_row_height (const PltGanttPages *self, const PltGanttRow *row);
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
/* Signs of the body, for the legend too: at a middle, in a row of the usual height. */
void plt_gantt_draw_bar (
    const PltGanttPen *pen, const PltGanttRow *row, double x, double width, double middle);
void
plt_gantt_draw_diamond (const PltGanttPen *pen, const PltGanttRow *row, double x, double middle);
void plt_gantt_draw_group (
    const PltGanttPen *pen, const PltGanttRow *row, double x, double width, double middle);
void plt_gantt_draw_slack (const PltGanttPen *pen, double from, double to, double middle);
void plt_gantt_draw_baseline (const PltGanttPen *pen, double from, double to, double middle);
void plt_gantt_draw_deadline (const PltGanttPen *pen, double x, double middle);
void plt_gantt_draw_late (const PltGanttPen *pen, double x, double middle);
/* Parts of the body, for the sheet and for the window. */
void plt_gantt_draw_grounds (const PltGanttPen *pen);
void plt_gantt_draw_links (const PltGanttPen *pen);
void plt_gantt_draw_today (const PltGanttPen *pen);
void plt_gantt_draw_today_point (const PltGanttPen *pen);
double plt_gantt_start (const PltGanttPen *pen, const PltGanttRow *row); /* left edge */
double plt_gantt_end (const PltGanttPen *pen, const PltGanttRow *row);
double plt_gantt_middle (const PltGanttPen *pen, guint place);
/* All the signs of a row; what they cover. FALSE without dates. */
gboolean plt_gantt_draw_signs (
    const PltGanttPen *pen, const PltGanttRow *row, double middle, double *before, double *after);
/* Draws it at the ordinate when there is a pen, and gives its height. */
double plt_gantt_legend (const PltGanttPages *self, const PltGanttPen *pen, double y);

G_END_DECLS

/* PltGantt: bars on a calendar, as data; render makes pages of it (plt-gantt-pages.h).
 *
 * Rows stand in the order of the paper, groups before what they hold. The calendar goes from a
 * Monday to a Sunday. Texts are kept with the whole: plt_gantt_text() copies one. Everything is
 * plain values: whoever fills it has computed the dates. */
#pragma once

#include "plt-document.h"
#include "plt-network-input.h"

G_BEGIN_DECLS

#define PLT_GANTT_COLUMNS 8 /* at most, besides the name */
#define PLT_GANTT_PHASES 6  /* as many as there are colours */

typedef enum
{
  PLT_GANTT_GROUP = 1 << 0,     /* spans what is below it */
  PLT_GANTT_MILESTONE = 1 << 1, /* on its last day */
  PLT_GANTT_CRITICAL = 1 << 2,
  PLT_GANTT_LATE = 1 << 3,
} PltGanttFlags;

typedef enum
{
  PLT_GANTT_AUTO, /* the whole on one width where it can be read so */
  PLT_GANTT_DAYS,
  PLT_GANTT_WEEKS,
  PLT_GANTT_MONTHS,
} PltGanttScale;

typedef enum
{
  PLT_GANTT_OPEN,
  PLT_GANTT_WEEKEND,
  PLT_GANTT_HOLIDAY, /* or closed */
} PltGanttDay;

/**
 * PltGanttRow:
 * @label: name
 * @beside: written beside the bar, "" for nothing
 * @cells: of the columns, "" for nothing; bold on paper when it begins with the sign "−"
 * @depth: 0 for the outermost groups
 * @phase: index into the phases; its colour
 * @progress: per cent
 * @from: @to: first and last day, PLT_DATE_NONE for a row without a bar
 * @slack_to: last day to which it can be put off, or PLT_DATE_NONE
 * @base_from: @base_to: of the baseline, or PLT_DATE_NONE
 * @deadline: or PLT_DATE_NONE
 * @calendar: whose days off it has: 0 for those of the whole, else as plt_gantt_add_calendar() gave
 */
typedef struct
{
  const char *label;
  const char *beside;
  const char *cells[PLT_GANTT_COLUMNS];
  guint depth;
  guint phase;
  PltGanttFlags flags;
  int progress;
  PltDate from, to;
  PltDate slack_to;
  PltDate base_from, base_to;
  PltDate deadline;
  guint calendar;
} PltGanttRow;

/* From one row to another, by index. */
typedef struct
{
  guint from, to;
  PltNetworkKind kind;
  gboolean critical;
} PltGanttLink;

/**
 * PltGantt:
 * @from: @to: Monday and Sunday
 * @today: or PLT_DATE_NONE
 * @due: a day that is missed, drawn through all rows with @due_label on paper, or PLT_DATE_NONE
 * @one_page: smaller than usual where that puts all on one sheet; a size of paper that would do is
 *   named where @paper does not
 * @chart_only: without the table at the left; names stand beside the bars
 * @columns: titles of the columns of the table
 * @at_end: figures stand at the right
 * @phases: names for the legend
 * @off: PltGanttDay by day from @from
 * @calendars: (element-type guint8*): the same, of rows with a calendar of their own
 * @rows: (element-type PltGanttRow)
 * @links: (element-type PltGanttLink)
 */
typedef struct
{
  PltDate from, to, today, due;
  const char *due_label;
  PltGanttScale scale;
  PltPaper paper;
  gboolean one_page, chart_only;
  guint n_columns;
  const char *columns[PLT_GANTT_COLUMNS];
  gboolean at_end[PLT_GANTT_COLUMNS];
  guint n_phases;
  const char *phases[PLT_GANTT_PHASES];
  guint8 *off;
  GPtrArray *calendars;
  GArray *rows, *links;
  GStringChunk *texts;
} PltGantt;

/* Whole weeks that hold both days; week-ends are off already. */
PltGantt *plt_gantt_new (PltDate from, PltDate to);
void plt_gantt_free (PltGantt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltGantt, plt_gantt_free)
const char *plt_gantt_text (PltGantt *self, const char *text);
guint plt_gantt_n_days (const PltGantt *self);
/* Days outside of the calendar are passed over. */
void plt_gantt_set_off (PltGantt *self, PltDate date, PltGanttDay kind);
/* Days off that only some rows have, PltGanttDay by day, copied. Returns what their rows name. */
guint plt_gantt_add_calendar (PltGantt *self, const guint8 *off);
/* (transfer none): days off of a row, by day from the first one */
const guint8 *plt_gantt_row_off (const PltGantt *self, const PltGanttRow *row);
/* A row without dates; borrowed until the next one is added. */
PltGanttRow *plt_gantt_row (PltGantt *self, const char *label);
void plt_gantt_column (PltGantt *self, const char *title, gboolean at_end);

/* As many pages as it takes. Takes the gantt. */
void plt_document_gantt (PltDocument *document, PltGantt *gantt, const char *alternative);

G_END_DECLS

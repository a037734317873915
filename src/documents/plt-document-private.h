/* The inside of a PltDocument, for those who consume it: layout, spreadsheet, CSV, dump. Read only.
 */
#pragma once

#include "plt-document.h"
#include "plt-gantt.h"

G_BEGIN_DECLS

typedef struct _PltDocRow PltDocRow;

struct _PltDocCell
{
  PltDocRow *row; /* the one it stands in */
  PltCellKind kind;
  gint64 number;
  guint scale;
  char *text; /* as shown, never NULL; formatted from the number for the other kinds */
  const char *style;
  guint span;
  PltRef ref;
  char *formula;
  char *name; /* (nullable): of the cell in a spreadsheet */
};

struct _PltDocRow
{
  const char *style;
  gboolean keep_with_next;
  GPtrArray *cells; /* PltDocCell, one place a column always; covered places hold NULL */
  guint filled;     /* places given by the builder so far; the others are empty cells */
  guint level;      /* of the outline of a spreadsheet */
  guint32 bar;      /* colour of its bar, 0xRRGGBB */
};

struct _PltDocTable
{
  char *name;
  const char *style;
  guint n_columns;
  PltDocColumn *columns; /* strings owned */
  guint header_rows;     /* leading rows repeated on each page, the one made of titles included */
  guint frozen_columns;
  gboolean workings; /* a sheet of the workbook, not printed */
  PltDocBars bars;   /* none when its n is 0 */
  GPtrArray *rows;   /* PltDocRow; row 0 is the header made of the titles when any column has one */
};

typedef struct
{
  char *label;
  char *value;
  const char *style; /* of the value */
  PltRef ref;
  double weight;   /* its share of the line */
  gboolean begins; /* a line */
} PltDocField;

struct _PltDocFields
{
  guint columns;
  gboolean dense, broken;
  GPtrArray *fields; /* PltDocField */
};

typedef struct
{
  char *text_a;
  char *text_b;
  gint64 n[4];
} PltDrawingRow;

struct _PltDrawing
{
  const char *painter;
  double width;
  double height;
  char *alternative;
  GPtrArray *rows; /* PltDrawingRow */
  PltGantt *gantt; /* (nullable): of "chart.gantt" */
};

typedef struct
{
  const char *style;
  char *text;
  guint32 color; /* 0xRRGGBB, of "run.mark" and "run.mark-code" */
} PltDocRun;

typedef struct
{
  PltBlockKind kind;
  guint level;        /* of a heading */
  const char *style;  /* of a heading: NULL, or the one it has in place of its level's */
  GPtrArray *runs;    /* PltDocRun */
  char *left, *right; /* (nullable): in the margins */
  PltRef ref;
  double space;
  PltDocTable *table;
  PltDocFields *fields;
  PltDrawing *drawing;
} PltDocBlock;

typedef struct
{
  GPtrArray *entries; /* PltDocEntry, strings owned */
  char *name, *zone;  /* (nullable) */
  guint revision;
} PltDocCalendar;

const PltDocCalendar *plt_document_get_calendar (const PltDocument *self);

const GPtrArray *plt_document_get_blocks (const PltDocument *self); /* PltDocBlock */
/* (nullable): the first table of that name, or the first of all when `name` is NULL. */
const PltDocTable *plt_document_find_table (const PltDocument *self, const char *name);
/* The cell of a place, NULL when it is covered by a span or outside of the table. */
const PltDocCell *plt_doc_table_get_cell (const PltDocTable *self, guint row, guint column);
/* Kinds whose figures align at the right and can be summed; not dates. */
gboolean plt_cell_kind_is_number (PltCellKind kind);
typedef enum
{
  PLT_DOC_START,
  PLT_DOC_CENTER,
  PLT_DOC_END,
} PltDocAlign;
/* By its style, else by its kind. */
PltDocAlign plt_doc_cell_align (const PltDocCell *self);
/* How most of what stands below the header is aligned: its title goes with it. */
PltDocAlign plt_doc_table_column_align (const PltDocTable *self, guint column);
/* (transfer full) (element-type guint): where a table too wide for its page is cut into slices of
 * whole columns, as even as can be, none wider than `room`: the end of each slice, the last one
 * that of the table. Cells of the repeated header that span several columns stay whole where they
 * can: a day of a planche before its week. Columns before `first` stand before every slice. */
GArray *plt_doc_table_cut (const PltDocTable *self, const double *widths, guint first, double room);
/* Rows that are header: the repeated ones, and the one of the titles when it is not repeated. */
guint plt_doc_table_first_body_row (const PltDocTable *self);

/* Between the files of the document model only. */
PltDocTable *plt_doc_table_new (const char *name, const PltDocColumn *columns, guint n_columns);
void plt_doc_table_free (PltDocTable *self);
char *plt_doc_copy_text (const char *text); /* valid UTF-8 without control signs, never NULL */

G_END_DECLS

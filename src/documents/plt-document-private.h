/* The inside of a PltDocument, for those who consume it: layout, spreadsheet, CSV, dump. Read only.
 */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

struct _PltDocCell
{
  PltCellKind kind;
  gint64 number;
  guint scale;
  char *text; /* as shown, never NULL; formatted from the number for the other kinds */
  const char *style;
  guint span;
  PltRef ref;
  char *formula;
};

typedef struct
{
  const char *style;
  gboolean keep_with_next;
  GPtrArray *cells; /* PltDocCell; covered places hold NULL */
} PltDocRow;

struct _PltDocTable
{
  char *name;
  const char *style;
  guint n_columns;
  PltDocColumn *columns; /* strings owned */
  guint header_rows;     /* leading rows repeated on each page, the one made of titles included */
  guint frozen_columns;
  GPtrArray *rows; /* PltDocRow; row 0 is the header made of the titles when any column has one */
};

typedef struct
{
  char *label;
  char *value;
  PltRef ref;
} PltDocField;

struct _PltDocFields
{
  guint columns;
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
};

typedef struct
{
  const char *style;
  char *text;
} PltDocRun;

typedef struct
{
  PltBlockKind kind;
  guint level;
  const char *style;
  GPtrArray *runs; /* PltDocRun */
  PltRef ref;
  double space;
  PltDocTable *table;
  PltDocFields *fields;
  PltDrawing *drawing;
} PltDocBlock;

const GPtrArray *plt_document_get_blocks (const PltDocument *self); /* PltDocBlock */

G_END_DECLS

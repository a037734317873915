/* The inside of a PltLayout, shared by the files that fill it and the ones that read it. */
#pragma once

#include "plt-gantt-pages.h"
#include "plt-ink.h"
#include "plt-layout.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_SHAPE_FILL,
  PLT_SHAPE_LINE,   /* from (x, y) to (x + width, y + height) */
  PLT_SHAPE_FRAME,  /* stroked rectangle */
  PLT_SHAPE_MARK,   /* filled rectangle with soft corners */
  PLT_SHAPE_CORNER, /* triangle in the upper right corner of the rectangle */
} PltShapeKind;

typedef struct
{
  PltShapeKind kind;
  PltColor color;
  double line;
  double x;
  double y;
  double width;
  double height;
} PltShape;

typedef enum
{
  PLT_TAG_NONE, /* heads and feet */
  PLT_TAG_HEADING_1,
  PLT_TAG_HEADING_2,
  PLT_TAG_HEADING_3,
  PLT_TAG_PARAGRAPH,
  PLT_TAG_HEADER_CELL,
  PLT_TAG_CELL,
} PltTag;

/**
 * PltTextBox:
 * @span: borrowed from the document or from the layout's own strings
 * @rotated: runs upwards in the rectangle
 * @ellipsize: there may be more text than lines
 * @right: room kept free at the right, so that decimal commas stand below each other
 * @tag: @table: @row: place in the structure of the PDF; tables and rows count from 1
 */
typedef struct
{
  PltTextSpan span;
  double x;
  double y;
  double width;
  double height;
  double line;
  double right;
  guint n_lines;
  guint table;
  guint row;
  PltColor color;
  guint8 align;
  guint8 tag;
  gboolean rotated;
  gboolean ellipsize;
} PltTextBox;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
  PltRef ref;
} PltHitBox;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
  const PltDrawing *drawing;
  const PltGanttPages *gantt; /* (nullable): then @part is the page of it */
  guint part;
} PltDrawingBox;

typedef struct
{
  GArray *shapes;   /* PltShape */
  GArray *texts;    /* PltTextBox */
  GArray *hits;     /* PltHitBox, the ones on top last */
  GArray *drawings; /* PltDrawingBox */
} PltPage;

struct _PltLayout
{
  const PltDocument *doc;
  PltPalette palette; /* of the paper, with the document's own effects */
  PangoFontMap *fonts;
  PltTypesetter *type;
  double page_width;
  double page_height;
  double margin_x;
  double margin_y;
  double left; /* of the page's text */
  double width;
  double bottom;
  double top; /* of the page being filled */
  double y;   /* where the next block begins */
  PltPage *page;
  GPtrArray *pages;   /* PltPage */
  GArray *outline;    /* PltOutlineEntry */
  GPtrArray *strings; /* owned texts of boxes */
  GPtrArray *lists;   /* owned PangoAttrList */
  GPtrArray *gantts;  /* owned PltGanttPages */
  guint n_tables;
  guint n_rows;
  guint n_cells; /* text boxes in tables */
};

/* ---- boxes: plt-layout.c ---- */

/* The ink of a cell, in the document's own colours. */
void plt_layout_cell_ink (const PltLayout *self,
                          const char *style,
                          const PltRowInk *row,
                          PltCellInk *ink);

void plt_layout_new_page (PltLayout *self);
gboolean plt_layout_page_is_fresh (const PltLayout *self);
double plt_layout_get_room (const PltLayout *self);     /* below y */
double plt_layout_get_capacity (const PltLayout *self); /* of an empty page that is not the first */

const char *plt_layout_own (PltLayout *self, char *text);
void plt_layout_shape (PltLayout *self, const PltShape *shape); /* copied */
/* Copied; `span.font` must be set. */
void plt_layout_text (PltLayout *self, const PltTextBox *box);
void plt_layout_hit_box (
    PltLayout *self, const PltRef *ref, double x, double y, double width, double height);

/* ---- text and drawings: plt-layout-blocks.c; fields: plt-layout-fields.c ---- */

/* Openings: the room the beginning of a block takes at least. */
double plt_layout_text_opening (PltLayout *self, const PltDocBlock *block, const PltTextInk *ink);
double plt_layout_fields_opening (PltLayout *self, const PltDocFields *fields);
/* Each continues on new pages as it needs, and leaves y below. */
void plt_layout_place_text (PltLayout *self, const PltDocBlock *block, const PltTextInk *ink);
void plt_layout_place_fields (PltLayout *self, const PltDocFields *fields);
void plt_layout_place_drawing (PltLayout *self, const PltDrawing *drawing);
/* A part of a text, its runs included; lists are kept by the layout. */
PltTextSpan plt_layout_cut (PltLayout *self, const PltTextSpan *span, int start, int end);

/* ---- the frame: plt-layout-frame.c ---- */

#define PLT_RUNNING_HEAD 20.0 /* height, from the second page on */
#define PLT_FOOT 17.0

void plt_layout_frame_setup (PltLayout *self);
void plt_layout_frame_open (PltLayout *self);   /* head of the page just begun; sets top */
void plt_layout_frame_finish (PltLayout *self); /* feet, once all pages are there */

/* ---- tables: plt-columns.c, plt-table-layout.c, plt-layout-table.c ---- */

typedef struct
{
  guint first; /* column */
  guint end;   /* column after the last one */
} PltSlice;

/**
 * PltTableLayout:
 * @header_rows: leading rows dressed as header
 * @repeated: how many of these are repeated on each page
 * @frozen: leading columns repeated in each slice
 * @widths: by column
 * @tails: by column: the widest part of a number from its comma on
 * @aligns: by column: how its first value stands, and so its title
 * @slices: PltSlice; the frozen columns stand before each of them
 * @heights: by row
 * @needs: by row: its height and that of the rows that may not part from it
 * @lines: by row and column: lines the cell takes, cut at 65535
 */
typedef struct
{
  const PltDocTable *table;
  PltTableRules rules;
  guint header_rows;
  guint repeated;
  guint frozen;
  guint number; /* in the structure of the PDF */
  double pad;   /* above and below the text of a cell */
  double *widths;
  double *tails;
  PltAlign *aligns;
  GArray *slices;
  double *heights;
  double *needs;
  guint16 *lines;
} PltTableLayout;

/**
 * PltCellFit:
 * @line: height of a line
 * @width: of the text
 * @height: of the text, for a vertical cell
 * @right: room kept free at the right, so that decimal commas stand below each other
 * @drop: room kept free above, so that a small text stands on the line of its neighbours
 */
typedef struct
{
  PltCellInk ink;
  const PltFont *font;
  double line;
  double width;
  double height;
  double right;
  double drop;
} PltCellFit;

#define PLT_CELL_PAD_Y 2.1
#define PLT_CELL_PAD_Y_DENSE 1.4
double plt_cell_pad_x (double width);
double plt_cell_line (const PltFontSpec *font);
/* The part of a shown number from its decimal comma on, or from the end of its digits. */
const char *plt_number_tail (const char *text);

void plt_columns_measure (PltLayout *self, PltTableLayout *t);
PltCellFit plt_cell_fit (PltLayout *self,
                         const PltTableLayout *t,
                         const PltRowInk *row_ink,
                         const PltDocCell *cell,
                         guint column,
                         double width);
PltTableLayout *plt_table_layout_new (PltLayout *self, const PltDocTable *table);
void plt_table_layout_free (PltTableLayout *t);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltTableLayout, plt_table_layout_free)
double plt_table_layout_get_opening (const PltTableLayout *t); /* smallest height to begin with */
double plt_table_layout_get_beginning (const PltLayout *self, const PltTableLayout *t);
void plt_layout_place_table (PltLayout *self, PltTableLayout *t);

/* ---- painting with or without the tags of a PDF: plt-paint.c ---- */

typedef enum
{
  PLT_STRUCTURE_NONE,
  PLT_STRUCTURE_ROWS,
  PLT_STRUCTURE_CELLS,
} PltStructure;

void plt_layout_paint_structured (PltLayout *self, guint page, cairo_t *cr, PltStructure structure);

G_END_DECLS

/* Between the files of the workbook writer. */
#pragma once

#include "plt-document-private.h"
#include "plt-xlsx-library.h"

G_BEGIN_DECLS

/* ---- where tables stand (plt-xlsx-place.c) ---- */

typedef struct
{
  const PltDocTable *table; /* NULL: a sheet of texts */
  char *sheet;              /* name, unique */
  guint first_block;        /* of the document that stands on the sheet */
  guint table_block;        /* that is the table; end_block when there is none */
  guint end_block;          /* the first that does not stand on it any more */
  guint first_row;          /* of the table, in its sheet */
  guint *widths; /* of the columns, in signs; more than the table has when it is narrow */
  guint n_widths;
  gboolean filtered;  /* a list, with buttons to filter it */
  guint last_of_list; /* row of the table */
} PltXlsxPlace;

/* (transfer full) (element-type PltXlsxPlace): one a sheet; first_row is 0. */
GPtrArray *plt_xlsx_places_new (const PltDocument *document);
/* (transfer full): a name a spreadsheet accepts that is not in `taken`, and then is. */
char *plt_xlsx_sheet_name (const char *name, GHashTable *taken);

/* (transfer full) (element-type utf8 utf8): names of cells of the document -> names that every
 * spreadsheet accepts and none takes for a place: "G1" is G1_. */
GHashTable *plt_xlsx_names_new (const PltDocument *document);
/* Tells the workbook where they stand. */
void plt_xlsx_define_names (lxw_workbook *workbook, const GPtrArray *places, GHashTable *names);

/* (transfer full) (nullable): `formula` with {row,column} turned into A1 and {NAME} into the name
 * of `names` (nullable); NULL with an error when a place is not there. */
char *plt_xlsx_formula (const char *formula,
                        const GPtrArray *places,
                        GHashTable *names,
                        const PltXlsxPlace *here,
                        guint row,
                        GError **error);

/* ---- formats (plt-xlsx-format.c) ---- */

/* What a style of a document means in a spreadsheet. Colours are 0xRRGGBB, -1 = none. */
typedef struct
{
  const char *name;
  gboolean bold;
  gboolean italic;
  gint32 ink;
  gint32 paper;
  guint size;  /* points, 0 = 10 */
  guint align; /* lxw_format_alignments of a text of its own, 0 = left */
  gint16 rotation;
  guint top; /* lxw_format_borders */
  guint bottom;
} PltXlsxStyle;

const PltXlsxStyle *plt_xlsx_style_find (const char *name); /* (nullable) */

typedef struct
{
  const char *table; /* style names */
  const char *row;
  const char *cell;
  PltCellKind kind;
  guint decimals; /* of a number */
  PltDocAlign align;
  gboolean wrap;
} PltXlsxLook;

typedef struct _PltXlsxFormats PltXlsxFormats;
/* effects: the colours of the document; outlive it */
PltXlsxFormats *plt_xlsx_formats_new (lxw_workbook *workbook, const PltEffectScheme *effects);
void plt_xlsx_formats_free (PltXlsxFormats *self);
lxw_format *plt_xlsx_format (PltXlsxFormats *self, const PltXlsxLook *look);
/* Of a "text." or "run." style; `wrap` for text that has a place of its own. */
lxw_format *plt_xlsx_text_format (PltXlsxFormats *self, const char *style, gboolean wrap);
/* Of a "run.mark" style, in a colour 0xRRGGBB. */
lxw_format *plt_xlsx_mark_format (PltXlsxFormats *self, const char *style, guint32 color);
typedef enum
{
  PLT_XLSX_TITLE,
  PLT_XLSX_SUBTITLE,
  PLT_XLSX_HEADING_1,
  PLT_XLSX_HEADING_2,
  PLT_XLSX_HEADING_3,
  PLT_XLSX_LABEL,
  PLT_XLSX_VALUE,
} PltXlsxText;
lxw_format *plt_xlsx_special_format (PltXlsxFormats *self, PltXlsxText text);

/* ---- sheets ---- */

typedef struct
{
  const PltDocument *document;
  lxw_workbook *workbook;
  PltXlsxFormats *formats;
  GPtrArray *places; /* PltXlsxPlace */
  GHashTable *names; /* of cells */
} PltXlsxBook;

/* Signs a text takes in a spreadsheet: the widest of its lines. */
guint plt_xlsx_text_width (const char *text);
/* Lines a text takes when it is cut at `width` signs. */
guint plt_xlsx_text_lines (const char *text, guint width);
#define PLT_XLSX_LINE 13 /* points of a line */
#define PLT_XLSX_ROW_HEIGHT 16
#define PLT_XLSX_BAR_POINTS 17.5 /* a column of a calendar */
/* Finds filtered, last_of_list, widths and n_widths of a place. */
void plt_xlsx_measure (PltXlsxPlace *place);
/* The bars of its table, if it has any, at the right of it (plt-xlsx-bars.c). */
void plt_xlsx_write_bars (const PltXlsxBook *book, lxw_worksheet *sheet, const PltXlsxPlace *place);
void
plt_xlsx_write_table (const PltXlsxBook *book, lxw_worksheet *sheet, const PltXlsxPlace *place);

/* Each writes from `row` on and returns the row after; nothing is written when `sheet` is NULL, the
 * rows are only counted. Tables are not written by the second one. */
guint plt_xlsx_write_title (const PltXlsxBook *book, lxw_worksheet *sheet, guint row);
guint plt_xlsx_write_block (const PltXlsxBook *book,
                            lxw_worksheet *sheet,
                            const PltDocBlock *block,
                            guint row,
                            const PltXlsxPlace *place);

G_END_DECLS

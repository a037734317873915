/* PltDocument: a paper as data. Page setup and blocks; no ink, no spreadsheet, no widget.
 *
 * Lengths are points (1/72 inch). Styles are names ("cell.money", "call-sheet.warning", see
 * plt-styles.h): one sheet maps them to ink in render, another to spreadsheet formats in export. A
 * document owns everything put into it. Build it top down; the functions return borrowed pointers
 * to what was added. */
#pragma once

#include <glib.h>

#include "plt-date.h"
#include "plt-effect-colors.h"
#include "plt-money.h"
#include "plt-value.h"

G_BEGIN_DECLS

typedef struct _PltDocument PltDocument;
typedef struct _PltDocTable PltDocTable;
typedef struct _PltDocCell PltDocCell;

typedef enum
{
  PLT_PAPER_A4,
  PLT_PAPER_A3,
  PLT_PAPER_A2,
  PLT_PAPER_A1,
  PLT_PAPER_A0
} PltPaper;
typedef enum
{
  PLT_PORTRAIT,
  PLT_LANDSCAPE
} PltOrientation;

/**
 * PltDocInfo: what stands at the head and the foot of every page, and in the metadata.
 * All strings are copied by plt_document_new().
 */
typedef struct
{
  const char *title;      /* "Plan de travail" */
  const char *production; /* "La Passe" */
  const char *subtitle;   /* "Version 3, annule et remplace" or NULL */
  const char *company;    /* or NULL */
  const char *version;    /* "v3" or NULL */
  PltDate date;           /* of the edition, printed at the foot */
  PltPaper paper;
  PltOrientation orientation;
  double margin;  /* points; 0 = 36 */
  gboolean dense; /* less white between blocks, for papers that must hold on two pages */
} PltDocInfo;

PltDocument *plt_document_new (const PltDocInfo *info);
void plt_document_free (PltDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltDocument, plt_document_free)
const PltDocInfo *plt_document_get_info (const PltDocument *self);

typedef enum
{
  PLT_BLOCK_HEADING,
  PLT_BLOCK_PARAGRAPH,
  PLT_BLOCK_TABLE,
  PLT_BLOCK_FIELDS, /* key-value grid */
  PLT_BLOCK_SPACE,
  PLT_BLOCK_PAGE_BREAK,
  PLT_BLOCK_DRAWING,
  PLT_BLOCK_IMAGE,
} PltBlockKind;

/* ---- text ---- */

void plt_document_heading (PltDocument *self,
                           guint level,
                           const char *text,
                           PltRef ref); /* level 1..3; goes to the outline */
void plt_document_paragraph (PltDocument *self, const char *style, const char *text, PltRef ref);
/* Runs: alternating style and text, NULL-terminated: "run.bold", "PAT ", "run.normal", "9h00", NULL
 */
void plt_document_runs (PltDocument *self, const char *style, ...) G_GNUC_NULL_TERMINATED;
/* The same, one run at a time: a paragraph is begun, and runs are added to it until the next block.
 * `level` 0 is a paragraph; 1 to 3 put it in the outline, in its own style all the same. */
void plt_document_begin_runs (PltDocument *self, const char *style, guint level, PltRef ref);
void plt_document_add_run (PltDocument *self, const char *style, const char *text);
/* Words marked as an element of the dépouillement: in 0xRRGGBB, and followed by the small `code`,
 * so that a photocopy tells it too. */
void plt_document_add_mark (PltDocument *self, const char *text, guint32 color, const char *code);
/* What stands in the margins of the page beside the first line of the block last added; "" for
 * nothing. */
void plt_document_margins (PltDocument *self, const char *left, const char *right);
void plt_document_space (PltDocument *self, double points);
void plt_document_page_break (PltDocument *self);

/* The colours that the "effect." styles have in this document, the usual ones until it is said. */
void plt_document_set_effects (PltDocument *self, const PltEffectScheme *scheme);
const PltEffectScheme *plt_document_get_effects (const PltDocument *self);

/* ---- key-value grid: label above or before its value, `columns` pairs a row ---- */

typedef struct _PltDocFields PltDocFields;
PltDocFields *plt_document_fields (PltDocument *self, guint columns);
void plt_doc_fields_add (PltDocFields *self,
                         const char *label,
                         const char *value,
                         PltRef ref); /* "" prints an empty box */
/* Dresses the value of the pair added last: a "cell." or "effect." style. */
void plt_doc_fields_style (PltDocFields *self, const char *style);
/* The share of the pair added last in the width of its line; 1 else. */
void plt_doc_fields_weight (PltDocFields *self, double weight);
void plt_doc_fields_break (PltDocFields *self); /* the next pair begins a line */
void plt_doc_fields_set_dense (PltDocFields *self, gboolean dense); /* smaller, for much text */

/* ---- tables ---- */

/**
 * PltDocColumn: width policy of a column. `width` in points when > 0 (fixed); else a share by
 * `weight` of what is left, never under `min` points. `sheet_chars`: width in a spreadsheet, 0 =
 * from the content.
 */
typedef struct
{
  const char *title; /* header cell; NULL: no header text */
  const char *id;    /* name of the column in CSV, ASCII; NULL: the title */
  double width;
  double weight;
  double min;
  guint sheet_chars;
} PltDocColumn;

PltDocTable *plt_document_table (PltDocument *self,
                                 const char *name /* of the sheet, "Détail" */,
                                 const PltDocColumn *columns,
                                 guint n_columns);
void plt_doc_table_set_style (PltDocTable *self,
                              const char *style); /* "table.grid", "table.plain", "table.ledger" */
void
plt_doc_table_set_header_rows (PltDocTable *self,
                               guint n); /* first n rows are repeated on each page; default: a row
                                            made of the titles when any has one, then 0 more */
void plt_doc_table_set_frozen_columns (
    PltDocTable *self,
    guint n); /* repeated when a table is cut across pages, frozen in a spreadsheet */
/* Workings: a sheet of the workbook that paper does not print. */
void plt_doc_table_set_workings (PltDocTable *self);
/**
 * PltDocBars: bars on a calendar that a workbook draws at the right of a table, with formulas, so
 * that a date that is changed moves its bar; paper and CSV have none of it
 * @start: @finish: columns of dates
 * @days: column of the duration: 0 is a milestone
 * @first: first day of the first column; of a month, when a column is a month
 * @n: columns, of @step days each: 1, 7, or PLT_DOC_BARS_MONTH for a calendar month
 */
#define PLT_DOC_BARS_MONTH 31
typedef struct
{
  guint start, finish, days;
  PltDate first;
  guint n, step;
} PltDocBars;
void plt_doc_table_set_bars (PltDocTable *self, const PltDocBars *bars);
/* Starts a row. style: "row.normal", "row.group", "row.total", "row.grand-total", "row.note" ... */
void plt_doc_table_row (PltDocTable *self, const char *style);
void plt_doc_table_keep_with_next (PltDocTable *self); /* the row just started */
/* Of the row just started: how deep it is in the outline of a spreadsheet, 0 for a head. */
void plt_doc_table_outline (PltDocTable *self, guint level);
/* Of the row just started: the colour of its bar, 0xRRGGBB. */
void plt_doc_table_bar_color (PltDocTable *self, guint32 color);
guint plt_doc_table_get_n_rows (const PltDocTable *self);

typedef enum
{
  PLT_CELL_EMPTY,
  PLT_CELL_TEXT,
  PLT_CELL_MONEY,   /* centimes */
  PLT_CELL_NUMBER,  /* number with `scale` decimals */
  PLT_CELL_RATE,    /* millionths, shown as a percentage */
  PLT_CELL_DATE,    /* PltDate */
  PLT_CELL_CLOCK,   /* minutes since midnight */
  PLT_CELL_SECONDS, /* film length */
  PLT_CELL_EIGHTHS,
} PltCellKind;

/* Each adds the next cell of the row just started. PLT_UNKNOWN and PLT_DATE_NONE print an empty
 * cell. The returned cell may be dressed until the next one is added. */
PltDocCell *plt_doc_table_text (PltDocTable *self, const char *text);
PltDocCell *plt_doc_table_money (PltDocTable *self, PltMoney amount);
PltDocCell *plt_doc_table_number (PltDocTable *self, gint64 value, guint scale);
PltDocCell *plt_doc_table_rate (PltDocTable *self, gint64 e6);
PltDocCell *plt_doc_table_percent (PltDocTable *self, gint64 e6); /* two decimals at least */
PltDocCell *plt_doc_table_date (PltDocTable *self, PltDate date);
PltDocCell *plt_doc_table_clock (PltDocTable *self, gint64 minutes);
PltDocCell *plt_doc_table_seconds (PltDocTable *self, gint64 seconds);
PltDocCell *plt_doc_table_eighths (PltDocTable *self, gint64 eighths);
PltDocCell *plt_doc_table_empty (PltDocTable *self);

void plt_doc_cell_style (PltDocCell *cell, const char *style); /* "cell.normal" by default */
void plt_doc_cell_span (PltDocCell *cell,
                        guint columns); /* covers the next columns: don't add cells for them */
/* What paper shows of the value, whole euros of an amount, nothing of a zero: a spreadsheet has the
 * value itself. */
void plt_doc_cell_show (PltDocCell *cell, const char *text);
void plt_doc_cell_ref (PltDocCell *cell, PltRef ref);
/* Names the cell in a spreadsheet ("SEM_TOURNAGE"), as near to it as spreadsheets allow: formulas
 * call it {SEM_TOURNAGE}. Letters, figures and "_"; once a document. */
void plt_doc_cell_name (PltDocCell *cell, const char *name);
/* A spreadsheet formula with places written {row,column} (0-based in this table, header rows
 * included, negative row = relative to this row, so {-1,3} is the cell above in column 3; {.,3} is
 * column 3 of this row), {name:row,column} for another table of the document by its name, and
 * {NAME} for a cell with a name. The value stays the one shown on paper. Money and rates are
 * written to spreadsheets as euros and as fractions: formulas compute in those.
 * "=SUM({2,5}:{9,5})", "={.,2}*{.,3}*{.,4}", "=ROUND({.,5}*{.,6},2)". */
void plt_doc_cell_formula (PltDocCell *cell, const char *formula);

/* ---- drawings and images: implemented in render, by name ---- */

/* A drawing is a named painter of render ("chart.bars", "strips" ...) and its data: a boxed list of
 * numbers and texts, so that a drawing too is data, can be dumped, and is the same in every output.
 */
typedef struct _PltDrawing PltDrawing;
PltDrawing *plt_document_drawing (PltDocument *self,
                                  const char *painter,
                                  double width /* 0 = full */,
                                  double height,
                                  const char *alternative /* text for readers of the screen */);
/* Appends one row of data: up to 4 numbers and 2 texts; meaning by painter, documented in
 * render/plt-painters.h. */
void plt_drawing_add (PltDrawing *self,
                      const char *text_a,
                      const char *text_b,
                      gint64 a,
                      gint64 b,
                      gint64 c,
                      gint64 d);

/* ---- dates: what a calendar program reads of a paper; nothing of it is printed ---- */

/**
 * PltDocEntry: a meeting, or a whole day when it has no start
 * @uid: the same at each edition, unique within the production, ASCII: "j3", "event-12"
 * @n_days: of an entry of whole days; 0 and 1: that day alone
 * @start_minutes: since midnight of @date on the clocks of the place, PLT_UNKNOWN for a whole day
 * @end_minutes: PLT_UNKNOWN when not known; above 1440 on the next day
 * @title: "J3 · Port"
 * @place: address, or ""
 * @text: details, "" for none; lines end with \n
 * @category: "Tournage"
 * @tentative: not decided yet
 * @alarm_minutes: so long before the start a calendar program rings; 0 for none
 * @revision: of this entry alone; it counts when it is above that of the calendar
 */
typedef struct
{
  const char *uid;
  PltDate date;
  guint n_days;
  gint64 start_minutes, end_minutes;
  const char *title, *place, *text, *category;
  gboolean tentative;
  guint alarm_minutes, revision;
} PltDocEntry;

/* Copies the entry. */
void plt_document_entry (PltDocument *self, const PltDocEntry *entry);
guint plt_document_get_n_entries (const PltDocument *self);
/* The clocks of its hours: "Europe/Paris"; without one they are those of whoever reads. `revision`
 * grows with the versions of the paper. `name` tells this calendar from others. */
void
plt_document_set_calendar (PltDocument *self, const char *name, const char *zone, guint revision);

G_END_DECLS

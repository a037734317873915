/* PltSheet: the cells of a table that another program wrote, as text: what the readers of
 * spreadsheets share.
 *
 * CSV with ; , or a tab between the cells, whichever gives most lines the same number of them;
 * UTF-8 with or without a byte-order mark, UTF-16 with or without one, or Windows-1252. XLSX: the
 * values that the program which wrote it had computed, formulas left aside; numbers are written
 * with a point, without exponent, rounded half up to six decimals, which is what a binary number of
 * a spreadsheet can vouch for. Sheets that are hidden are there like the others.
 *
 * A file is read whole or refused with one sentence: never more than PLT_SHEET_MAX_BYTES,
 * PLT_SHEET_MAX_ROWS rows that hold something and PLT_SHEET_MAX_COLUMNS columns. Text is UTF-8,
 * spaces at its ends taken off; an apostrophe that guards a text from being a formula too. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLT_SHEET_MAX_BYTES (32 * 1024 * 1024)
#define PLT_SHEET_MAX_ROWS 200000
#define PLT_SHEET_MAX_COLUMNS 256
#define PLT_SHEET_MAX_CELLS 3000000

/**
 * PltSheetCell:
 * @text: "" when the cell is empty; owned by the book
 * @is_number: a number of XLSX: "1234.5", whatever signs of money or per cent it is shown with
 */
typedef struct
{
  const char *text;
  gboolean is_number;
} PltSheetCell;

/**
 * PltSheetRow:
 * @number: the line of the file, or the row of the spreadsheet, from 1
 */
typedef struct
{
  guint number;
  guint n_cells;
  const PltSheetCell *cells;
} PltSheetRow;

/**
 * PltSheet:
 * @name: "" for CSV
 * @rows: (element-type PltSheetRow): those that hold something
 */
typedef struct
{
  char *name;
  GArray *rows;
} PltSheet;

/**
 * PltSheetBook:
 * @encoding: static; "" for XLSX
 * @separator: 0 for XLSX
 * @replaced: characters that could not be read and are U+FFFD
 * @sheets: (element-type PltSheet)
 */
typedef struct
{
  const char *encoding;
  char separator;
  guint replaced;
  GPtrArray *sheets;
  GStringChunk *texts;
  GPtrArray *blocks; /* of PltSheetCell arrays */
  guint n_cells;
} PltSheetBook;

/**
 * plt_sheet_read:
 * @bytes: of the file
 * @name: what the sentences call it
 *
 * Thread-safe. Returns: (transfer full): NULL with an error
 */
PltSheetBook *plt_sheet_read (
    const char *bytes, gsize length, const char *name, GCancellable *cancellable, GError **error);
void plt_sheet_book_free (PltSheetBook *self);

/* The text of a cell; "" beyond the end. */
const char *plt_sheet_row_text (const PltSheetRow *row, guint column);

/* For the readers: appends a sheet, a row of `cells` (element-type PltSheetCell, texts in
 * `self->texts`). FALSE with PLT_ERROR_TOO_BIG beyond the bounds; an empty row is passed over. */
PltSheet *plt_sheet_book_add (PltSheetBook *self, const char *name);
gboolean plt_sheet_book_add_row (PltSheetBook *self,
                                 PltSheet *sheet,
                                 guint number,
                                 const GArray *cells,
                                 const char *file,
                                 GError **error);
const char *plt_sheet_book_keep (PltSheetBook *self, const char *text, gssize length);
gboolean plt_sheet_read_xlsx (PltSheetBook *self,
                              const char *bytes,
                              gsize length,
                              const char *name,
                              GCancellable *cancellable,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltSheetBook, plt_sheet_book_free)

G_END_DECLS

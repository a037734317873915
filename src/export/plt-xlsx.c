#include "plt-xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "plt-export-file.h"
#include "plt-xlsx-private.h"

#define MAX_ROWS 1048576
#define MAX_COLUMNS 16384
#define MAX_FROZEN_ROWS 10  /* more would leave no room to scroll on a small screen */
#define MAX_FROZEN_CROSS 40 /* of a cross-table, which is shown smaller */
#define CROSS_ZOOM 70
#define PAGE_SHARE 0.8 /* spreadsheets do not agree on the width of a sign */
#define CROSS_SCALE 62 /* per cent: the small print of 10 points stays readable */
#define BARS_SCALE 68  /* per cent, at the least, for all of the bars on one width */
#define BARS_CUT_SCALE 65
#define MAX_PROPERTY 250
#define MAX_FOOTER_PART 40
#define SMALL "&8&\"Arial,Regular\""

/* ---- workbook ---- */

static char *
cut (const char *text, glong length)
{
  if (text == NULL)
    return NULL;
  return g_utf8_strlen (text, -1) > length ? g_utf8_substring (text, 0, length) : g_strdup (text);
}

/* Noon, UTC, of the edition: the only time in the file. A document without a date gets a fixed one,
 * since 0 would mean now. */
static time_t
creation_time (PltDate date)
{
  gint64 days = date != PLT_DATE_NONE ? date : plt_date_from_ymd (2000, 1, 1);
  return (time_t) (days * 86400 + 43200);
}

static void
set_properties (lxw_workbook *workbook, const PltDocInfo *info)
{
  g_autofree char *whole = info->production[0] != '\0'
                               ? g_strconcat (info->title, " · ", info->production, NULL)
                               : g_strdup (info->title);
  g_autofree char *title = cut (whole, MAX_PROPERTY);
  g_autofree char *subject = cut (info->subtitle, MAX_PROPERTY);
  g_autofree char *company = cut (info->company, MAX_PROPERTY);
  g_autofree char *status = cut (info->version, MAX_PROPERTY);
  char author[] = "Plateau";
  lxw_doc_properties properties = {
    .title = title,
    .subject = subject,
    .author = author,
    .company = company,
    .status = status,
    .created = creation_time (info->date),
  };
  workbook_set_properties (workbook, &properties);
}

/* ---- one sheet ---- */

/* In headers and footers "&" begins a code. */
static char *
footer_part (const char *text)
{
  g_autofree char *part = cut (text, MAX_FOOTER_PART);
  g_auto (GStrv) pieces = g_strsplit (part, "&", -1);
  return g_strjoinv ("&&", pieces);
}

static void
set_page (lxw_worksheet *sheet, const PltDocInfo *info, const PltXlsxPlace *place)
{
  /* Spreadsheets know no paper above A2: larger ones are printed on it, fitted. */
  static const uint8_t papers[] = { 9, 8, 66, 66, 66 };
  worksheet_set_paper (sheet, papers[info->paper]);
  if (info->orientation == PLT_LANDSCAPE)
    worksheet_set_landscape (sheet);
  else
    worksheet_set_portrait (sheet);
  double inches = info->margin / 72.0;
  worksheet_set_margins (sheet, inches, inches, MAX (inches, 0.6), MAX (inches, 0.75));
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_default_row (sheet, PLT_XLSX_ROW_HEIGHT, LXW_FALSE);

  g_autofree char *production = footer_part (info->production);
  g_autofree char *title = footer_part (info->title);
  g_autofree char *version = footer_part (info->version != NULL ? info->version : "");
  g_autofree char *date = info->date != PLT_DATE_NONE ? plt_date_format_numeric (info->date) : NULL;
  g_autofree char *footer
      = g_strconcat ("&L" SMALL, production, production[0] != '\0' ? " · " : "", title, "&C" SMALL,
                     version, version[0] != '\0' && date != NULL ? " · " : "",
                     date != NULL ? date : "", "&R" SMALL "&P / &N", NULL);
  worksheet_set_footer (sheet, footer);
  if (place->first_block > 0)
    {
      g_autofree char *name = footer_part (place->sheet);
      g_autofree char *header = g_strconcat ("&L&8&\"Arial,Bold\"", name, "&R" SMALL, title, NULL);
      worksheet_set_header (sheet, header);
    }
}

/* As spreadsheets draw them: 7 pixels a sign and 5 of padding, 96 pixels an inch. */
static double
column_points (guint chars)
{
  return (chars * 7 + 5) * 0.75;
}

static double
page_points (const PltDocInfo *info)
{
  static const double sides[][2] = { { 595, 842 }, { 842, 1191 }, { 1191, 1684 } };
  guint paper = MIN (info->paper, G_N_ELEMENTS (sides) - 1);
  return (sides[paper][info->orientation == PLT_LANDSCAPE] - 2 * info->margin) * PAGE_SHARE;
}

/* A table with a block at its left and several rows at its head: the block is repeated, and pages
 * end where a day or a week does, unless all of it fits on one. */
static void
set_cross_table (lxw_worksheet *sheet, const PltDocInfo *info, const PltXlsxPlace *place)
{
  const PltDocTable *table = place->table;
  g_autofree double *widths = g_new (double, table->n_columns);
  g_autoptr (GArray) breaks = g_array_new (TRUE, FALSE, sizeof (lxw_col_t));
  double page = page_points (info) * 100 / CROSS_SCALE, frozen = 0;
  guint first = table->frozen_columns;
  for (guint c = 0; c < table->n_columns; c++)
    {
      widths[c] = column_points (place->widths[c]);
      frozen += c < first ? widths[c] : 0;
    }
  worksheet_set_zoom (sheet, CROSS_ZOOM);
  worksheet_repeat_columns (sheet, 0, (lxw_col_t) (first - 1));
  g_autoptr (GArray) ends = plt_doc_table_cut (table, widths, first, page - frozen);
  for (guint i = 0; i + 1 < ends->len && i < LXW_BREAKS_MAX; i++)
    {
      lxw_col_t column = (lxw_col_t) g_array_index (ends, guint, i);
      g_array_append_val (breaks, column);
    }
  if (breaks->len == 0)
    return;
  worksheet_set_print_scale (sheet, CROSS_SCALE);
  worksheet_set_v_pagebreaks (sheet, (lxw_col_t *) (gpointer) breaks->data);
}

/* A table with bars at its right: on one width while that can be read, else on pages that repeat
 * its names and are cut between two columns of the calendar. Its rows fold under their heads. */
static void
set_bars_table (lxw_worksheet *sheet, const PltDocInfo *info, const PltXlsxPlace *place)
{
  const PltDocTable *table = place->table;
  double page = page_points (info) / PAGE_SHARE * 100 / BARS_SCALE, bar = PLT_XLSX_BAR_POINTS;
  g_autoptr (GArray) breaks = g_array_new (TRUE, FALSE, sizeof (lxw_col_t));
  double names = 0, width;

  worksheet_outline_settings (sheet, LXW_TRUE, LXW_FALSE, LXW_FALSE, LXW_FALSE);
  for (guint c = 0; c < table->n_columns; c++)
    names += column_points (place->widths[c]);
  worksheet_repeat_columns (sheet, 0, (lxw_col_t) (MAX (table->frozen_columns, 1) - 1));
  if (names + bar * table->bars.n <= page)
    return;
  worksheet_set_print_scale (sheet, BARS_CUT_SCALE);
  page = page_points (info) * 100 / BARS_CUT_SCALE;
  width = names;
  for (guint i = 0; i < table->bars.n && breaks->len < LXW_BREAKS_MAX; i++)
    {
      lxw_col_t column = (lxw_col_t) (table->n_columns + i);

      width += bar;
      if (width <= page)
        continue;
      g_array_append_val (breaks, column);
      width = column_points (place->widths[0]) + bar;
    }
  if (breaks->len > 0)
    worksheet_set_v_pagebreaks (sheet, (lxw_col_t *) (gpointer) breaks->data);
}

static void
set_table (lxw_worksheet *sheet, const PltDocInfo *info, const PltXlsxPlace *place)
{
  const PltDocTable *table = place->table;
  lxw_col_t last_column = (lxw_col_t) (table->n_columns - 1);
  for (guint j = 0; j < table->n_columns; j++)
    worksheet_set_column (sheet, (lxw_col_t) j, (lxw_col_t) j, place->widths[j], NULL);

  guint body = place->first_row + plt_doc_table_first_body_row (table);
  gboolean has_header = body > place->first_row;
  gboolean cross = table->frozen_columns > 0 && table->header_rows > 1;
  guint most = cross ? MAX_FROZEN_CROSS : MAX_FROZEN_ROWS;
  guint frozen_rows = has_header && body <= most ? body : 0;
  if (frozen_rows > 0 || table->frozen_columns > 0)
    worksheet_freeze_panes (sheet, frozen_rows, (lxw_col_t) table->frozen_columns);
  if (table->rows->len == 0)
    return;
  if (table->header_rows > 0)
    worksheet_repeat_rows (sheet, place->first_row,
                           place->first_row + MIN (table->header_rows, table->rows->len) - 1);
  if (table->bars.n > 0)
    set_bars_table (sheet, info, place);
  else if (cross)
    set_cross_table (sheet, info, place);
  if (place->filtered)
    worksheet_autofilter (sheet, place->first_row, 0, place->first_row + place->last_of_list,
                          last_column);

  /* "11" as a code is meant as a text. */
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range (range, place->first_row, 0, place->first_row + table->rows->len - 1,
                       last_column);
  worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

/* Whether a block stands away from the one before it: a heading does, unless that made room. */
static gboolean
needs_room (const PltDocBlock *before, const PltDocBlock *block)
{
  return before != NULL && block->kind == PLT_BLOCK_HEADING && before->kind != PLT_BLOCK_HEADING
         && before->kind != PLT_BLOCK_SPACE && before->kind != PLT_BLOCK_PAGE_BREAK;
}

static guint
write_blocks (const PltXlsxBook *book,
              lxw_worksheet *sheet,
              const PltXlsxPlace *place,
              guint from,
              guint to,
              guint row)
{
  const GPtrArray *blocks = plt_document_get_blocks (book->document);
  g_autoptr (GArray) breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t));
  const PltDocBlock *before = NULL;
  for (guint i = from; i < to; i++)
    {
      const PltDocBlock *block = g_ptr_array_index (blocks, i);
      if (needs_room (before, block))
        row++;
      row = plt_xlsx_write_block (book, sheet, block, row, place);
      if (block->kind == PLT_BLOCK_PAGE_BREAK && i + 1 < place->table_block
          && breaks->len < LXW_BREAKS_MAX)
        g_array_append_val (breaks, row);
      before = block;
    }
  if (sheet != NULL && breaks->len > 0)
    worksheet_set_h_pagebreaks (sheet, (lxw_row_t *) (gpointer) breaks->data);
  return row;
}

/* The title block and what stands above the table; returns the row of the table. */
static guint
write_above (const PltXlsxBook *book, lxw_worksheet *sheet, const PltXlsxPlace *place)
{
  guint row = place->first_block == 0 ? plt_xlsx_write_title (book, sheet, 0) : 0;
  const GPtrArray *blocks = plt_document_get_blocks (book->document);
  guint from = place->first_block, to = place->table_block;
  /* A sheet begins a page by itself. */
  while (from < to
         && ((PltDocBlock *) g_ptr_array_index (blocks, from))->kind == PLT_BLOCK_PAGE_BREAK)
    from++;
  guint after = write_blocks (book, sheet, place, from, to, row);
  if (after == row)
    return row;
  const PltDocBlock *last = g_ptr_array_index (blocks, to - 1);
  return last->kind == PLT_BLOCK_SPACE ? after : after + 1;
}

static void
write_sheet (const PltXlsxBook *book, lxw_worksheet *sheet, const PltXlsxPlace *place)
{
  set_page (sheet, plt_document_get_info (book->document), place);
  guint row = write_above (book, sheet, place);
  if (place->table == NULL)
    return;
  set_table (sheet, plt_document_get_info (book->document), place);
  plt_xlsx_write_table (book, sheet, place);
  row = place->first_row + place->table->rows->len + 1;
  write_blocks (book, sheet, place, place->table_block + 1, place->end_block, row);
}

/* ---- the file ---- */

/* The library tells its troubles on the standard error, where only our sentence may stand. */
static lxw_error
close_quietly (lxw_workbook *workbook)
{
  fflush (stderr);
  int kept = dup (STDERR_FILENO);
  int nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0)
    dup2 (nowhere, STDERR_FILENO);
  errno = 0;
  lxw_error status = workbook_close (workbook);
  int code = errno;
  fflush (stderr);
  if (kept >= 0 && nowhere >= 0)
    dup2 (kept, STDERR_FILENO);
  if (kept >= 0)
    close (kept);
  if (nowhere >= 0)
    close (nowhere);
  errno = code;
  return status;
}

/* Leaves the reason of a failure in errno. */
static lxw_error
write_workbook (const PltDocument *document, const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  if (workbook == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;

  PltXlsxFormats *formats = plt_xlsx_formats_new (workbook, plt_document_get_effects (document));
  g_autoptr (GPtrArray) places = plt_xlsx_places_new (document);
  g_autoptr (GHashTable) names = plt_xlsx_names_new (document);
  PltXlsxBook book = {
    .document = document, .workbook = workbook, .formats = formats, .places = places, .names = names
  };
  /* Formulas need to know where every table stands before the first one is written. */
  for (guint i = 0; i < places->len; i++)
    {
      PltXlsxPlace *place = g_ptr_array_index (places, i);
      place->first_row = write_above (&book, NULL, place);
    }
  set_properties (workbook, plt_document_get_info (document));
  for (guint i = 0; i < places->len; i++)
    {
      const PltXlsxPlace *place = g_ptr_array_index (places, i);
      write_sheet (&book, workbook_add_worksheet (workbook, place->sheet), place);
    }
  plt_xlsx_define_names (workbook, places, names);
  plt_xlsx_formats_free (formats);
  return close_quietly (workbook);
}

static gboolean
check_size (const PltDocument *document, const char *path, GError **error)
{
  const GPtrArray *blocks = plt_document_get_blocks (document);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocTable *table = ((const PltDocBlock *) g_ptr_array_index (blocks, i))->table;
      if (table == NULL)
        continue;
      if (table->rows->len + blocks->len * 4 > MAX_ROWS || table->n_columns > MAX_COLUMNS)
        {
          g_autofree char *name = g_filename_display_name (path);
          g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                       _ ("“%s” was not written: the table “%s” has more rows or columns than a "
                          "spreadsheet holds. Export it as CSV."),
                       name, table->name);
          return FALSE;
        }
    }
  return TRUE;
}

#define PART_END 4096

/* Whether an XML part ends by closing what it began with; both are its first and last bytes. */
static gboolean
part_is_whole (const GString *head, GString *tail)
{
  const char *root = strstr (head->str, "?>");
  root = root != NULL ? strchr (root, '<') : NULL;
  if (root == NULL)
    return FALSE;
  gsize name = strcspn (root + 1, " />\n");
  g_autofree char *closing = g_strdup_printf ("</%.*s>", (int) name, root + 1);
  g_strchomp (tail->str);
  return g_str_has_suffix (tail->str, closing)
         || (strchr (root + 1, '<') == NULL && g_str_has_suffix (tail->str, "/>"));
}

static gboolean
read_part (struct archive *archive)
{
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) tail = g_string_new (NULL);
  char buffer[65536];
  la_ssize_t got;
  while ((got = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    {
      if (head->len < PART_END)
        g_string_append_len (head, buffer, MIN (got, PART_END));
      g_string_append_len (tail, buffer, got);
      if (tail->len > PART_END)
        g_string_erase (tail, 0, (gssize) (tail->len - PART_END));
    }
  return got == 0 && part_is_whole (head, tail);
}

/* The library does not notice when its own temporary files meet a full disk: what it wrote is read
 * again, checksums and all, before anything is replaced by it. */
static gboolean
file_is_whole (const char *path)
{
  struct archive *archive = archive_read_new ();
  archive_read_support_format_zip_seekable (archive);
  gboolean whole = archive_read_open_filename (archive, path, 65536) == ARCHIVE_OK;
  guint n = 0;
  struct archive_entry *entry;
  int status = ARCHIVE_EOF;
  while (whole && (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      whole = read_part (archive);
      n++;
    }
  archive_read_free (archive);
  return whole && status == ARCHIVE_EOF && n > 0;
}

/**
 * plt_xlsx_write:
 * @document: any document
 * @path: replaced, or left as it was
 *
 * Returns: %FALSE with PLT_ERROR_FULL, _READ_ONLY, _NOT_FOUND, _TOO_BIG or _FAILED and one sentence
 */
gboolean
plt_xlsx_write (const PltDocument *document, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  if (!check_size (document, path, error) || !plt_xlsx_library_load (error))
    return FALSE;
  char *temporary = plt_export_begin (path, error);
  if (temporary == NULL)
    return FALSE;

  /* The library prints numbers as the locale of the thread says: a French comma breaks the file. */
  locale_t plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  locale_t before = uselocale (plain);
  lxw_error status = write_workbook (document, temporary);
  int code = errno;
  uselocale (before);
  freelocale (plain);

  if (status == LXW_NO_ERROR && file_is_whole (temporary))
    return plt_export_commit (temporary, path, error);
  plt_export_discard (temporary);
  plt_export_set_error (error, path, code == EFBIG || code == ENOSPC || code == EDQUOT ? code : 0);
  return FALSE;
}

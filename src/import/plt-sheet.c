#include "plt-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-csv.h"
#include "plt-error.h"
#include "plt-text.h"

#define LOOKED_AT 200 /* lines, to find the separator */
#define CHECK_EVERY 512

static void
sheet_free (gpointer data)
{
  PltSheet *self = data;

  g_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

void
plt_sheet_book_free (PltSheetBook *self)
{
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->texts);
  g_free (self);
}

PltSheet *
plt_sheet_book_add (PltSheetBook *self, const char *name)
{
  PltSheet *sheet = g_new0 (PltSheet, 1);

  sheet->name = g_strdup (name);
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (PltSheetRow));
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

const char *
plt_sheet_book_keep (PltSheetBook *self, const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  while (n > 0 && g_ascii_isspace (*text))
    {
      text++;
      n--;
    }
  while (n > 0 && g_ascii_isspace (text[n - 1]))
    n--;
  /* the guard that plt-document-csv.h writes */
  if (n > 1 && *text == '\'' && strchr ("=+-@", text[1]) != NULL)
    {
      text++;
      n--;
    }
  return n == 0 ? "" : g_string_chunk_insert_len (self->texts, text, (gssize) n);
}

gboolean
plt_sheet_book_add_row (PltSheetBook *self,
                        PltSheet *sheet,
                        guint number,
                        const GArray *cells,
                        const char *file,
                        GError **error)
{
  PltSheetRow row = { number, 0, NULL };

  for (guint i = 0; i < cells->len; i++)
    if (*g_array_index (cells, PltSheetCell, i).text != '\0')
      row.n_cells = i + 1;
  if (row.n_cells == 0)
    return TRUE;
  if (row.n_cells > PLT_SHEET_MAX_COLUMNS || sheet->rows->len >= PLT_SHEET_MAX_ROWS
      || self->n_cells + row.n_cells > PLT_SHEET_MAX_CELLS)
    {
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_TOO_BIG,
          _ ("“%s” is too large: at most %d rows of %d columns are read. Keep only the sheet to "
             "import, and import that."),
          file, PLT_SHEET_MAX_ROWS, PLT_SHEET_MAX_COLUMNS);
      return FALSE;
    }
  row.cells = g_memdup2 (cells->data, row.n_cells * sizeof (PltSheetCell));
  self->n_cells += row.n_cells;
  g_ptr_array_add (self->blocks, (gpointer) row.cells);
  g_array_append_val (sheet->rows, row);
  return TRUE;
}

const char *
plt_sheet_row_text (const PltSheetRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column].text : "";
}

/* ---- CSV ---- */

/* How many lines have the number of separators that most lines have. */
static guint
score (const char *text, char separator)
{
  guint counts[PLT_SHEET_MAX_COLUMNS] = { 0 };
  guint here = 0, n_lines = 0, best = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; n_lines < LOOKED_AT; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (*p == '\0' || (!quoted && *p == '\n'))
        {
          if (here < G_N_ELEMENTS (counts) && here > 0)
            counts[here]++;
          here = 0;
          n_lines++;
        }
      if (*p == '\0')
        break;
      if (!quoted && *p == separator)
        here++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    best = MAX (best, counts[i] * MIN (i, 3));
  return best;
}

static char
find_separator (const char *text)
{
  static const char candidates[] = ";\t,";
  char best = ';';
  guint most = 0;

  if (g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0'
      && (text[5] == '\n' || text[5] == '\r'))
    return text[4];
  for (const char *p = candidates; *p != '\0'; p++)
    {
      guint n = score (text, *p);

      if (n > most)
        {
          most = n;
          best = *p;
        }
    }
  return best;
}

/* UTF-16 without its mark: every other byte of a text in a Latin script is nothing. */
static const char *
guess_utf16 (const char *bytes, gsize length)
{
  gsize n = MIN (length, 4096) & ~(gsize) 1;
  gsize even = 0, odd = 0;

  for (gsize i = 0; i < n; i += 2)
    {
      even += bytes[i] == '\0';
      odd += bytes[i + 1] == '\0';
    }
  if (n < 8)
    return NULL;
  if (odd * 3 > n && even * 20 < n)
    return "\xFF\xFE";
  return even * 3 > n && odd * 20 < n ? "\xFE\xFF" : NULL;
}

static char *
decode (PltSheetBook *self, const char *bytes, gsize length, const char *name, GError **error)
{
  const char *mark
      = length >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0)
            ? NULL
            : guess_utf16 (bytes, length);
  g_autofree char *marked = NULL;

  if (mark != NULL)
    {
      marked = g_malloc (length + 2);
      memcpy (marked, mark, 2);
      memcpy (marked + 2, bytes, length);
      return plt_text_to_utf8 (marked, length + 2, &self->encoding, &self->replaced);
    }
  if ((length < 2 || (memcmp (bytes, "\xFF\xFE", 2) != 0 && memcmp (bytes, "\xFE\xFF", 2) != 0))
      && memchr (bytes, '\0', length) != NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is neither a CSV text nor an XLSX workbook: save it as one of the two "
                      "and import that."),
                   name);
      return NULL;
    }
  return plt_text_to_utf8 (bytes, length, &self->encoding, &self->replaced);
}

static gboolean
read_csv (PltSheetBook *self,
          const char *bytes,
          gsize length,
          const char *name,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *text = decode (self, bytes, length, name, error);
  g_autoptr (PltCsvReader) reader = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) row = g_array_new (FALSE, TRUE, sizeof (PltSheetCell));
  g_autoptr (GError) failure = NULL;
  PltSheet *sheet;
  guint line, n = 0;

  if (text == NULL)
    return FALSE;
  self->separator = find_separator (text);
  reader = plt_csv_reader_new_separated (text, self->separator);
  sheet = plt_sheet_book_add (self, "");
  while (plt_csv_reader_next (reader, cells, &line, &failure))
    {
      g_array_set_size (row, 0);
      for (guint i = 0; i < cells->len; i++)
        {
          const PltSheetCell cell = { plt_sheet_book_keep (self, cells->pdata[i], -1), FALSE };

          g_array_append_val (row, cell);
        }
      if ((++n % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
          || !plt_sheet_book_add_row (self, sheet, line, row, name, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* ---- any ---- */

static gboolean
refuse_old (const char *name, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is a workbook of an older Excel: save it as XLSX or CSV and import that."),
               name);
  return FALSE;
}

PltSheetBook *
plt_sheet_read (
    const char *bytes, gsize length, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (PltSheetBook) self = NULL;
  gboolean fine;

  g_return_val_if_fail ((bytes != NULL || length == 0) && name != NULL, NULL);

  self = g_new0 (PltSheetBook, 1);
  self->encoding = "";
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (64 * 1024);
  if (length > PLT_SHEET_MAX_BYTES)
    {
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_TOO_BIG,
          _ ("“%s” is too large: at most %d MB are read. Keep only the sheet to import, and "
             "import that."),
          name, PLT_SHEET_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (length >= 4 && memcmp (bytes, "PK\3\4", 4) == 0)
    fine = plt_sheet_read_xlsx (self, bytes, length, name, cancellable, error);
  else if (length >= 4 && memcmp (bytes, "\xD0\xCF\x11\xE0", 4) == 0)
    fine = refuse_old (name, error);
  else
    fine = read_csv (self, length > 0 ? bytes : "", length, name, cancellable, error);
  return fine ? g_steal_pointer (&self) : NULL;
}

#include "plt-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

#define MAX_CELLS 1000

struct _PltCsvReader
{
  const char *next;
  guint line;
  char separator;
};

/* The separator that the first line uses most, outside of quotes. */
static char
find_separator (const char *text)
{
  static const char candidates[] = ";\t,";
  guint counts[3] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      const char *found = quoted ? NULL : strchr (candidates, *p);

      if (*p == '"')
        quoted = !quoted;
      if (found != NULL)
        counts[found - candidates]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

/* Past one line end, if there is one. */
static gboolean
skip_line_end (PltCsvReader *self)
{
  if (*self->next != '\r' && *self->next != '\n')
    return FALSE;
  if (self->next[0] == '\r' && self->next[1] == '\n')
    self->next++;
  self->next++;
  self->line++;
  return TRUE;
}

/**
 * plt_csv_reader_new:
 * @text: valid UTF-8 without byte-order mark; must outlive the reader
 *
 * Returns: (transfer full): a reader that stands before the first record
 */
PltCsvReader *
plt_csv_reader_new (const char *text)
{
  PltCsvReader *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (PltCsvReader, 1);
  self->next = text;
  self->line = 1;
  if (g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0'
      && (text[5] == '\n' || text[5] == '\r'))
    {
      self->separator = text[4];
      self->next = text + 5;
      skip_line_end (self);
    }
  else
    self->separator = find_separator (text);
  return self;
}

PltCsvReader *
plt_csv_reader_new_separated (const char *text, char separator)
{
  PltCsvReader *self = plt_csv_reader_new (text);

  self->separator = separator;
  return self;
}

void
plt_csv_reader_free (PltCsvReader *self)
{
  g_free (self);
}

char
plt_csv_reader_get_separator (PltCsvReader *self)
{
  return self->separator;
}

static gboolean
at_cell_end (PltCsvReader *self)
{
  return *self->next == '\0' || *self->next == self->separator || *self->next == '\n'
         || *self->next == '\r';
}

/* The cell that begins after an opening quote. */
static char *
read_quoted (PltCsvReader *self, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint began = self->line;

  while (*self->next != '\0')
    {
      if (self->next[0] == '"' && self->next[1] != '"')
        break;
      if (*self->next == '"')
        self->next++;
      if (*self->next == '\n' || (*self->next == '\r' && self->next[1] != '\n'))
        self->line++;
      g_string_append_c (cell, *self->next++);
    }
  if (*self->next == '\0')
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Line %u: a quotation mark is opened and never closed; close it, or write it "
                      "twice if it is part of the text."),
                   began);
      return NULL;
    }
  self->next++;
  if (!at_cell_end (self))
    {
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_INVALID,
          _ ("Line %u: something follows a closing quotation mark; write the mark twice if "
             "it is part of the text."),
          self->line);
      return NULL;
    }
  return g_strdup (cell->str);
}

static char *
read_cell (PltCsvReader *self, GError **error)
{
  const char *start = self->next;

  if (*start == '"')
    {
      self->next++;
      return read_quoted (self, error);
    }
  while (!at_cell_end (self))
    self->next++;
  return g_strndup (start, (gsize) (self->next - start));
}

/**
 * plt_csv_reader_next:
 * @self: a reader
 * @cells: (element-type utf8): with g_free() as its free function; emptied and filled
 * @line: (out): the line on which the record begins
 * @error: return location
 *
 * Returns: %FALSE at the end, or with %PLT_ERROR_INVALID and a sentence that names the line.
 */
gboolean
plt_csv_reader_next (PltCsvReader *self, GPtrArray *cells, guint *line, GError **error)
{
  g_return_val_if_fail (self != NULL && cells != NULL && line != NULL, FALSE);

  g_ptr_array_set_size (cells, 0);
  while (skip_line_end (self))
    continue;
  if (*self->next == '\0')
    return FALSE;

  *line = self->line;
  for (;;)
    {
      char *cell = read_cell (self, error);

      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (cells, cell);
      if (*self->next != self->separator)
        break;
      if (cells->len == MAX_CELLS)
        {
          g_set_error (
              error, PLT_ERROR, PLT_ERROR_TOO_BIG,
              _ ("Line %u has more than %d cells; this does not look like a list of rows."), *line,
              MAX_CELLS);
          return FALSE;
        }
      self->next++;
    }
  skip_line_end (self);
  return TRUE;
}

/**
 * plt_csv_append_cell:
 * @csv: what is written
 * @cell: the text of a cell
 * @separator: the separator of the file
 */
void
plt_csv_append_cell (GString *csv, const char *cell, char separator)
{
  char special[] = { '"', '\n', '\r', separator, '\0' };
  gsize length;

  g_return_if_fail (csv != NULL && cell != NULL);

  length = strlen (cell);
  if (strpbrk (cell, special) == NULL
      && (length == 0 || (cell[0] != ' ' && cell[length - 1] != ' ')))
    {
      g_string_append (csv, cell);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

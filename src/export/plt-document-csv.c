#include "plt-document-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-private.h"
#include "plt-export-file.h"
#include "plt-number.h"

#define BYTE_ORDER_MARK "\357\273\277"

static void
append_field (GString *out, const char *text)
{
  if (strpbrk (text, ";\"\r\n") == NULL && text[0] != ' ')
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* "=1+1", "@x", "- note", "+cmd" would be calculated by who opens the file; "-12,5" and
 * "+33 6 12 34 56 78" are harmless. */
static gboolean
needs_guard (const char *text)
{
  /* A guard is taken away when the register is read: a text that has one of its own gets two. */
  if (text[0] == '\'')
    {
      const char first = text[strspn (text, "'")];
      return first != '\0' && strchr ("=+-@", first) != NULL;
    }
  if (strchr ("=@\t", text[0]) != NULL)
    return text[0] != '\0';
  if (text[0] != '+' && text[0] != '-')
    return FALSE;
  return text[1 + strspn (text + 1, "0123456789 .,")] != '\0';
}

/* As shown, with ordinary spaces. */
static char *
plain_spaces (const char *text)
{
  GString *plain = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);
      g_string_append_unichar (plain, sign == 0xa0 || sign == 0x202f ? ' ' : sign);
    }
  return g_string_free (plain, FALSE);
}

static char *
field_text (const PltDocCell *cell)
{
  switch (cell->kind)
    {
    case PLT_CELL_EMPTY:
      return g_strdup ("");
    case PLT_CELL_TEXT:
      return needs_guard (cell->text) ? g_strconcat ("'", cell->text, NULL) : g_strdup (cell->text);
    case PLT_CELL_MONEY:
      {
        g_autofree char *shown = plt_money_format_plain (cell->number);
        g_auto (GStrv) groups = g_strsplit (shown, PLT_NNBSP, -1);
        return g_strjoinv ("", groups);
      }
    case PLT_CELL_NUMBER:
      return plt_number_format_plain (cell->number, cell->scale);
    case PLT_CELL_RATE:
      {
        g_autofree char *percent = plt_number_format_plain (cell->number, 4);
        return g_strconcat (percent, " %", NULL);
      }
    case PLT_CELL_DATE:
      return g_strdup (cell->text);
    case PLT_CELL_CLOCK:
    case PLT_CELL_SECONDS:
    case PLT_CELL_EIGHTHS:
      return plain_spaces (cell->text);
    }
  g_return_val_if_reached (NULL);
}

static void
append_header (GString *out, const PltDocTable *table)
{
  for (guint j = 0; j < table->n_columns; j++)
    {
      const PltDocColumn *column = &table->columns[j];
      if (j > 0)
        g_string_append_c (out, ';');
      append_field (out, column->id != NULL      ? column->id
                         : column->title != NULL ? column->title
                                                 : "");
    }
  g_string_append (out, "\r\n");
}

static const PltDocTable *
find_table (const PltDocument *document, const char *name, GError **error)
{
  const PltDocTable *table = plt_document_find_table (document, name);
  if (table != NULL)
    return table;

  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const GPtrArray *blocks = plt_document_get_blocks (document);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocBlock *block = g_ptr_array_index (blocks, i);
      if (block->table != NULL)
        g_ptr_array_add (names, block->table->name);
    }
  const char *title = plt_document_get_info (document)->title;
  if (names->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("“%s” has no table to write as CSV. Export it as text or as PDF."), title);
      return NULL;
    }
  g_ptr_array_add (names, NULL);
  g_autofree char *known = g_strjoinv (", ", (char **) names->pdata);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("“%s” has no table “%s”. Its tables are: %s."), title, name, known);
  return NULL;
}

/**
 * plt_csv_format_document:
 * @table: (nullable): name of a table, %NULL for the first
 *
 * Returns: (transfer full) (nullable): the CSV; %NULL with PLT_ERROR_NOT_FOUND when the document
 * has no such table
 */
char *
plt_csv_format_document (const PltDocument *document, const char *table, GError **error)
{
  g_return_val_if_fail (document != NULL, NULL);

  const PltDocTable *found = find_table (document, table, error);
  if (found == NULL)
    return NULL;

  GString *out = g_string_new (BYTE_ORDER_MARK);
  append_header (out, found);
  for (guint i = plt_doc_table_first_body_row (found); i < found->rows->len; i++)
    {
      for (guint j = 0; j < found->n_columns; j++)
        {
          const PltDocCell *cell = plt_doc_table_get_cell (found, i, j);
          if (j > 0)
            g_string_append_c (out, ';');
          if (cell == NULL)
            continue;
          g_autofree char *text = field_text (cell);
          append_field (out, text);
        }
      g_string_append (out, "\r\n");
    }
  return g_string_free (out, FALSE);
}

/**
 * plt_csv_write_document:
 * @table: (nullable): name of a table, %NULL for the first
 * @path: replaced, or left as it was
 *
 * Returns: %FALSE with one sentence
 */
gboolean
plt_csv_write_document (const PltDocument *document,
                        const char *table,
                        const char *path,
                        GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  g_autofree char *text = plt_csv_format_document (document, table, error);
  return text != NULL && plt_export_write_bytes (path, text, strlen (text), error);
}

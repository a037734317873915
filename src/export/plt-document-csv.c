#include "plt-document-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-private.h"
#include "plt-export-file.h"
#include "plt-number.h"
#include "plt-text.h"

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

static void
refuse_table (const PltDocument *document, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const GPtrArray *blocks = plt_document_get_blocks (document);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocBlock *block = g_ptr_array_index (blocks, i);
      if (block->table != NULL)
        g_ptr_array_add (names, block->table->name);
    }
  g_ptr_array_add (names, NULL);
  g_autofree char *known = g_strjoinv (", ", (char **) names->pdata);
  const char *title = plt_document_get_info (document)->title;
  if (names->len > 1)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("“%s” has no table “%s”. Its tables are: %s."), title, name, known);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("“%s” has no table. Ask for its CSV without naming one."), title);
}

static void
append_text (GString *out, const char *section, const char *label, const char *text)
{
  const char *const fields[] = { section, label, text };
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *guarded
          = needs_guard (fields[i]) ? g_strconcat ("'", fields[i], NULL) : NULL;
      if (i > 0)
        g_string_append_c (out, ';');
      append_field (out, guarded != NULL ? guarded : fields[i]);
    }
  g_string_append (out, "\r\n");
}

static char *
block_text (const PltDocBlock *block)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < block->runs->len; i++)
    g_string_append (text, ((const PltDocRun *) g_ptr_array_index (block->runs, i))->text);
  return g_string_free (text, FALSE);
}

/* A paper without a table: under which heading, which label, what text. */
static void
append_texts (GString *out, const PltDocument *document)
{
  g_autofree char *section = g_strdup ("");
  const GPtrArray *blocks = plt_document_get_blocks (document);
  g_string_append (out, "section;libelle;texte\r\n");
  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *text = block->runs != NULL ? block_text (block) : NULL;
      if (block->kind == PLT_BLOCK_HEADING)
        plt_set_str (&section, text);
      else if (block->kind == PLT_BLOCK_PARAGRAPH)
        append_text (out, section, "", text);
      for (guint j = 0; block->fields != NULL && j < block->fields->fields->len; j++)
        {
          const PltDocField *field = g_ptr_array_index (block->fields->fields, j);
          append_text (out, section, field->label, field->value);
        }
    }
}

static void
append_table (GString *out, const PltDocTable *table)
{
  append_header (out, table);
  for (guint i = plt_doc_table_first_body_row (table); i < table->rows->len; i++)
    {
      for (guint j = 0; j < table->n_columns; j++)
        {
          const PltDocCell *cell = plt_doc_table_get_cell (table, i, j);
          if (j > 0)
            g_string_append_c (out, ';');
          if (cell == NULL)
            continue;
          g_autofree char *text = field_text (cell);
          append_field (out, text);
        }
      g_string_append (out, "\r\n");
    }
}

/**
 * plt_csv_format_document:
 * @table: (nullable): name of a table, %NULL for the first, or for the texts of a document without
 *
 * Returns: (transfer full) (nullable): the CSV; %NULL with PLT_ERROR_NOT_FOUND when the document
 * has no such table
 */
char *
plt_csv_format_document (const PltDocument *document, const char *table, GError **error)
{
  g_return_val_if_fail (document != NULL, NULL);

  const PltDocTable *found = plt_document_find_table (document, table);
  if (found == NULL && table != NULL)
    {
      refuse_table (document, table, error);
      return NULL;
    }

  GString *out = g_string_new (BYTE_ORDER_MARK);
  if (found != NULL)
    append_table (out, found);
  else
    append_texts (out, document);
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

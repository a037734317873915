/* A table as text. First each place is turned into lines, then columns take the width they need,
 * then rows are drawn line by line. */
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-private.h"

#define MAX_WIDTH 60

/* How many columns of a terminal a text takes. */
static guint
text_width (const char *text, gssize length)
{
  guint width = 0;
  const char *end = length < 0 ? text + strlen (text) : text + length;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);
      if (!g_unichar_iszerowidth (sign))
        width += g_unichar_iswide (sign) ? 2 : 1;
    }
  return width;
}

/* Where the first line of `text` ends when it may be `width` wide: at a line break, at the last
 * space that fits, or in the middle of a word that is too long. */
static const char *
line_end (const char *text, guint width)
{
  const char *space = NULL;
  guint used = 0;
  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      if (*p == '\0' || *p == '\n')
        return p;
      guint sign_width = text_width (p, g_utf8_next_char (p) - p);
      if (used + sign_width > width)
        {
          if (*p == ' ')
            return p;
          return space != NULL ? space : (p > text ? p : g_utf8_next_char (p));
        }
      if (*p == ' ')
        space = p;
      used += sign_width;
    }
}

static GPtrArray *
wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;
  for (;;)
    {
      const char *end = line_end (p, width);
      g_ptr_array_add (lines, g_strndup (p, (gsize) (end - p)));
      if (*end == '\0')
        return lines;
      p = *end == ' ' || *end == '\n' ? end + 1 : end;
    }
}

/* What is printed for a cell, marks included. */
static char *
cell_text (const PltDocCell *cell, PltDumpFlags flags)
{
  GString *out = g_string_new (NULL);
  if ((flags & PLT_DUMP_STYLES) && strcmp (cell->style, "cell.normal") != 0)
    g_string_append_printf (out, "<%s> ", cell->style);
  for (const char *p = cell->text; *p != '\0'; p++)
    g_string_append_c (out, *p == '\t' ? ' ' : *p);
  plt_document_dump_ref (cell->ref, flags, out);
  return g_string_free (out, FALSE);
}

static guint
longest_line (const char *text)
{
  guint longest = 0;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, text_width (lines[i], -1));
  return longest;
}

static guint *
column_widths (const PltDocTable *table, PltDumpFlags flags)
{
  guint *widths = g_new0 (guint, table->n_columns);
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < table->n_columns; j++)
      {
        const PltDocCell *cell = plt_doc_table_get_cell (table, i, j);
        if (cell == NULL || cell->span > 1)
          continue;
        g_autofree char *text = cell_text (cell, flags);
        widths[j] = MAX (widths[j], MIN (longest_line (text), MAX_WIDTH));
      }
  for (guint j = 0; j < table->n_columns; j++)
    widths[j] = MAX (widths[j], 1);
  return widths;
}

static guint
span_width (const guint *widths, guint column, guint span)
{
  guint width = 0;
  for (guint i = 0; i < span; i++)
    width += widths[column + i] + (i > 0 ? 3 : 0);
  return width;
}

static PltDocAlign
cell_align (const PltDocTable *table, guint row, guint column, const PltDocCell *cell)
{
  PltDocAlign align = plt_doc_cell_align (cell);
  if (align == PLT_DOC_START && cell->span == 1 && row < plt_doc_table_first_body_row (table))
    return plt_doc_table_column_align (table, column);
  return align;
}

static void
append_aligned (GString *out, const char *line, guint width, PltDocAlign align)
{
  guint used = text_width (line, -1);
  guint spare = width > used ? width - used : 0;
  guint left = align == PLT_DOC_END ? spare : align == PLT_DOC_CENTER ? spare / 2 : 0;
  g_string_append_printf (out, "%*s%s%*s", (int) left, "", line, (int) (spare - left), "");
}

static char
row_mark (const char *style)
{
  static const struct
  {
    const char *style;
    char mark;
  } marks[] = {
    { "row.group", '#' },       { "row.subgroup", '+' }, { "row.total", '-' },
    { "row.grand-total", '=' }, { "row.muted", '~' },    { "row.note", '!' },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (marks[i].style, style) == 0)
      return marks[i].mark;
  return ' ';
}

static void
dump_row (
    const PltDocTable *table, guint index, const guint *widths, PltDumpFlags flags, GString *out)
{
  const PltDocRow *row = g_ptr_array_index (table->rows, index);
  g_autoptr (GPtrArray) places
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint height = 1;
  for (guint j = 0; j < table->n_columns;)
    {
      const PltDocCell *cell = g_ptr_array_index (row->cells, j);
      g_autofree char *text = cell_text (cell, flags);
      GPtrArray *lines = wrap (text, span_width (widths, j, cell->span));
      g_ptr_array_add (places, lines);
      height = MAX (height, lines->len);
      j += cell->span;
    }

  for (guint line = 0; line < height; line++)
    {
      g_string_append_c (out, line == 0 ? row_mark (row->style) : ' ');
      guint j = 0;
      for (guint place = 0; place < places->len; place++)
        {
          const PltDocCell *cell = g_ptr_array_index (row->cells, j);
          const GPtrArray *lines = g_ptr_array_index (places, place);
          g_string_append (out, "| ");
          append_aligned (out, line < lines->len ? g_ptr_array_index (lines, line) : "",
                          span_width (widths, j, cell->span), cell_align (table, index, j, cell));
          g_string_append_c (out, ' ');
          j += cell->span;
        }
      g_string_append (out, "|\n");
    }
}

static void
dump_rule (const guint *widths, guint n_columns, GString *out)
{
  g_string_append_c (out, ' ');
  for (guint j = 0; j < n_columns; j++)
    {
      g_string_append_c (out, '|');
      for (guint i = 0; i < widths[j] + 2; i++)
        g_string_append_c (out, '-');
    }
  g_string_append (out, "|\n");
}

static const char *
formula_at (const PltDocTable *table, guint row, guint column)
{
  const PltDocCell *cell = plt_doc_table_get_cell (table, row, column);
  return cell != NULL ? cell->formula : NULL;
}

/* Column by column, rows that follow one another with the same formula together. */
static void
dump_formulas (const PltDocTable *table, GString *out)
{
  for (guint column = 0; column < table->n_columns; column++)
    for (guint row = 0; row < table->rows->len; row++)
      {
        const char *formula = formula_at (table, row, column);
        if (formula == NULL)
          continue;
        guint first = row;
        while (g_strcmp0 (formula_at (table, row + 1, column), formula) == 0)
          row++;
        if (row == first)
          g_string_append_printf (out, "  {%u,%u} %s\n", first, column, formula);
        else
          g_string_append_printf (out, "  {%u-%u,%u} %s\n", first, row, column, formula);
      }
}

static void
dump_names (const PltDocTable *table, GString *out)
{
  for (guint row = 0; row < table->rows->len; row++)
    for (guint column = 0; column < table->n_columns; column++)
      {
        const PltDocCell *cell = plt_doc_table_get_cell (table, row, column);
        if (cell != NULL && cell->name != NULL)
          g_string_append_printf (out, "  {%u,%u} named %s\n", row, column, cell->name);
      }
}

void
plt_document_dump_table (const PltDocTable *table, PltDumpFlags flags, GString *out)
{
  g_string_append_printf (out, "[%s", table->name);
  if (flags & PLT_DUMP_STYLES)
    {
      g_string_append_printf (out, " : %s, %u header", table->style, table->header_rows);
      if (table->frozen_columns > 0)
        g_string_append_printf (out, ", %u frozen", table->frozen_columns);
      if (table->workings)
        g_string_append (out, ", workings");
      if (table->bars.n > 0)
        g_string_append_printf (out, ", bars %u x %u days", table->bars.n, table->bars.step);
    }
  g_string_append (out, "]\n");

  g_autofree guint *widths = column_widths (table, flags);
  guint body = plt_doc_table_first_body_row (table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      dump_row (table, i, widths, flags, out);
      if (i + 1 == body)
        dump_rule (widths, table->n_columns, out);
    }
  if (flags & PLT_DUMP_FORMULAS)
    {
      dump_formulas (table, out);
      dump_names (table, out);
    }
}

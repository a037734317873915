#include "xlsx-cells.h"

#include <string.h>

#include "plt-text.h"

/* One pass of GMarkup over a part: what is open, and what has been read of it. */
typedef struct
{
  GPtrArray *list;    /* of what is looked for */
  GHashTable *by_id;  /* number formats */
  GPtrArray *strings; /* shared */
  GPtrArray *formats; /* of each style */
  GString *text;
  GString *formula;
  char *place;
  char *type;
  guint style;
  gboolean in_formula, in_value, in_styles;
} Reader;

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

static void
parse (GHashTable *parts, const char *name, const GMarkupParser *parser, Reader *reader)
{
  const char *part = g_hash_table_lookup (parts, name);
  if (part == NULL)
    return;
  g_autoptr (GError) error = NULL;
  GMarkupParseContext *context = g_markup_parse_context_new (parser, 0, reader, NULL);
  g_markup_parse_context_parse (context, part, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
workbook_start (GMarkupParseContext *context,
                const char *element,
                const char **names,
                const char **values,
                gpointer data,
                GError **error)
{
  Reader *reader = data;
  if (strcmp (element, "sheet") == 0)
    g_ptr_array_add (reader->list, g_strdup (attribute (names, values, "name")));
}

GPtrArray *
xlsx_sheet_names (GHashTable *parts)
{
  static const GMarkupParser parser = { .start_element = workbook_start };
  Reader reader = { .list = g_ptr_array_new_with_free_func (g_free) };
  parse (parts, "xl/workbook.xml", &parser, &reader);
  return reader.list;
}

static void
styles_start (GMarkupParseContext *context,
              const char *element,
              const char **names,
              const char **values,
              gpointer data,
              GError **error)
{
  Reader *reader = data;
  if (strcmp (element, "numFmt") == 0)
    g_hash_table_insert (reader->by_id, g_strdup (attribute (names, values, "numFmtId")),
                         g_strdup (attribute (names, values, "formatCode")));
  else if (strcmp (element, "cellXfs") == 0)
    reader->in_styles = TRUE;
  else if (strcmp (element, "xf") == 0 && reader->in_styles)
    g_ptr_array_add (reader->formats,
                     g_hash_table_lookup (reader->by_id, attribute (names, values, "numFmtId")));
}

static void
styles_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;
  if (strcmp (element, "cellXfs") == 0)
    reader->in_styles = FALSE;
}

static void
strings_start (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Reader *reader = data;
  if (strcmp (element, "si") == 0)
    g_string_truncate (reader->text, 0);
}

static void
strings_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;
  if (strcmp (g_markup_parse_context_get_element (context), "t") == 0)
    g_string_append_len (reader->text, text, (gssize) length);
}

static void
strings_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;
  if (strcmp (element, "si") == 0)
    g_ptr_array_add (reader->strings, g_strdup (reader->text->str));
}

static void
cell_free (XlsxCell *cell)
{
  g_free (cell->place);
  g_free (cell->formula);
  g_free (cell->value);
  g_free (cell->number_format);
  g_free (cell);
}

static void
sheet_start (GMarkupParseContext *context,
             const char *element,
             const char **names,
             const char **values,
             gpointer data,
             GError **error)
{
  Reader *reader = data;
  if (strcmp (element, "c") == 0)
    {
      const char *style = attribute (names, values, "s");
      plt_set_str (&reader->place, attribute (names, values, "r"));
      plt_set_str (&reader->type, attribute (names, values, "t"));
      reader->style = style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
      g_string_truncate (reader->text, 0);
      g_string_truncate (reader->formula, 0);
    }
  reader->in_formula = strcmp (element, "f") == 0;
  reader->in_value = strcmp (element, "v") == 0;
}

static void
sheet_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;
  if (reader->in_formula)
    g_string_append_len (reader->formula, text, (gssize) length);
  if (reader->in_value)
    g_string_append_len (reader->text, text, (gssize) length);
}

static void
sheet_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;
  reader->in_formula = reader->in_value = FALSE;
  if (strcmp (element, "c") != 0 || (reader->text->len == 0 && reader->formula->len == 0))
    return;

  XlsxCell *cell = g_new0 (XlsxCell, 1);
  cell->place = g_strdup (reader->place);
  cell->formula = reader->formula->len > 0 ? g_strdup (reader->formula->str) : NULL;
  cell->is_text = reader->type != NULL;
  cell->number_format = g_strdup (g_ptr_array_index (reader->formats, reader->style));
  if (g_strcmp0 (reader->type, "s") == 0)
    cell->value = g_strdup (g_ptr_array_index (
        reader->strings, (guint) g_ascii_strtoull (reader->text->str, NULL, 10)));
  else
    cell->value = g_strdup (reader->text->str);
  g_ptr_array_add (reader->list, cell);
}

GPtrArray *
xlsx_cells (GHashTable *parts, guint sheet)
{
  static const GMarkupParser styles = { .start_element = styles_start, .end_element = styles_end };
  static const GMarkupParser strings
      = { .start_element = strings_start, .end_element = strings_end, .text = strings_text };
  static const GMarkupParser cells
      = { .start_element = sheet_start, .end_element = sheet_end, .text = sheet_text };
  Reader reader = {
    .list = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free),
    .by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .strings = g_ptr_array_new_with_free_func (g_free),
    .formats = g_ptr_array_new (),
    .text = g_string_new (NULL),
    .formula = g_string_new (NULL),
  };
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", sheet);
  parse (parts, "xl/styles.xml", &styles, &reader);
  parse (parts, "xl/sharedStrings.xml", &strings, &reader);
  parse (parts, name, &cells, &reader);
  g_ptr_array_unref (reader.strings);
  g_ptr_array_unref (reader.formats);
  g_hash_table_unref (reader.by_id);
  g_string_free (reader.text, TRUE);
  g_string_free (reader.formula, TRUE);
  g_free (reader.place);
  g_free (reader.type);
  return reader.list;
}

const XlsxCell *
xlsx_cell (const GPtrArray *cells, const char *place)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const XlsxCell *cell = g_ptr_array_index (cells, i);
      if (strcmp (cell->place, place) == 0)
        return cell;
    }
  return NULL;
}

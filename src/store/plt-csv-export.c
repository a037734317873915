#include "plt-csv-export.h"

#include <string.h>

#include "plt-csv-private.h"
#include "plt-csv.h"

#define SEPARATOR ';'
#define BYTE_ORDER_MARK "\357\273\277"

gboolean
plt_csv_can_be_formula (const PltColumn *column)
{
  return column->type == PLT_COLUMN_REFERENCE
         || (plt_column_is_text (column) && column->type != PLT_COLUMN_DATE);
}

static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@", *text) != NULL;
}

gboolean
plt_csv_looks_guarded (const char *text)
{
  return *text == '\'' && looks_like_formula (text + strspn (text, "'"));
}

char *
plt_csv_format (PltStore *store, const PltColumn *column, const PltValue *value)
{
  g_autofree char *text = NULL;

  if (column->type != PLT_COLUMN_REFERENCE)
    text = plt_column_format_edit (column, value);
  else if (value->kind == PLT_VALUE_INTEGER)
    text = plt_rows_unique_label (store, plt_table_find (column->reference), value->integer);
  else
    text = g_strdup ("");
  if (plt_csv_can_be_formula (column) && plt_csv_looks_guarded (text))
    return g_strconcat ("'", text, NULL);
  return g_steal_pointer (&text);
}

/* The columns to write; NULL among them stands for the row id. */
static gboolean
find_columns (const PltTable *table, const char *list, GPtrArray *columns, GError **error)
{
  g_auto (GStrv) ids = NULL;

  if (list == NULL)
    {
      g_ptr_array_add (columns, NULL);
      for (const PltColumn *column = table->columns; column->id != NULL; column++)
        g_ptr_array_add (columns, (gpointer) column);
      return TRUE;
    }
  ids = g_strsplit (list, ",", -1);
  for (char **id = ids; *id != NULL; id++)
    {
      const PltColumn *column = plt_table_column (table, g_strstrip (*id));

      if (column == NULL && strcmp (*id, "id") != 0)
        {
          plt_rows_no_column (table, *id, error);
          return FALSE;
        }
      g_ptr_array_add (columns, (gpointer) column);
    }
  return TRUE;
}

static void
append_header (GString *csv, GPtrArray *columns, PltCsvFlags flags)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const PltColumn *column = g_ptr_array_index (columns, i);

      if (i > 0)
        g_string_append_c (csv, SEPARATOR);
      if (column == NULL)
        g_string_append (csv, "id");
      else
        plt_csv_append_cell (csv, flags & PLT_CSV_TITLES ? plt_column_title (column) : column->id,
                             SEPARATOR);
    }
  g_string_append (csv, "\r\n");
}

static void
append_row (GString *csv,
            PltStore *store,
            const PltTable *table,
            gint64 id,
            const PltValue *values,
            GPtrArray *columns,
            PltCsvFlags flags)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const PltColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *text = NULL;

      if (i > 0)
        g_string_append_c (csv, SEPARATOR);
      if (column == NULL)
        {
          g_string_append_printf (csv, "%" G_GINT64_FORMAT, id);
          continue;
        }
      text = plt_csv_format (store, column, &values[column - table->columns]);
      if ((flags & PLT_CSV_SAFE) && plt_csv_can_be_formula (column) && looks_like_formula (text))
        {
          g_autofree char *guarded = g_strconcat ("'", text, NULL);

          plt_csv_append_cell (csv, guarded, SEPARATOR);
        }
      else
        plt_csv_append_cell (csv, text, SEPARATOR);
    }
  g_string_append (csv, "\r\n");
}

/**
 * plt_csv_write:
 * @store: a store
 * @table: its table
 * @ids: (nullable) (element-type gint64): rows in the order to write them; %NULL for all
 * @columns: (nullable): column ids by comma; %NULL for "id" and all columns
 * @flags: see #PltCsvFlags
 * @error: return location
 *
 * Cells are as typed (plt_column_format_edit()), references by label, or as "#12" where several
 * rows have that label. Lines end with CRLF, the separator is ';'.
 *
 * Returns: (transfer full): UTF-8; %NULL with %PLT_ERROR_NOT_FOUND for a column or a row that does
 * not exist.
 */
char *
plt_csv_write (PltStore *store,
               const PltTable *table,
               const GArray *ids,
               const char *columns,
               PltCsvFlags flags,
               GError **error)
{
  g_autoptr (PltReading) reading = NULL;
  g_autoptr (GString) csv = g_string_new (flags & PLT_CSV_BOM ? BYTE_ORDER_MARK : NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GArray) all = NULL;
  g_autofree PltValue *values = NULL;
  g_autoptr (GError) failure = NULL;
  guint n;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, NULL);

  reading = plt_rows_begin_reading (store);
  if (!find_columns (table, columns, list, error))
    return NULL;
  if (ids == NULL)
    ids = all = plt_rows_ids (store, table, NULL, 0, NULL, error);
  if (ids == NULL)
    return NULL;

  n = plt_table_n_columns (table);
  values = g_new0 (PltValue, n);
  append_header (csv, list, flags);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!plt_rows_read (store, table, id, values, &failure))
        {
          if (failure == NULL)
            plt_rows_no_row (table, id, &failure);
          break;
        }
      append_row (csv, store, table, id, values, list, flags);
    }
  plt_rows_clear_values (values, n);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_strdup (csv->str);
}

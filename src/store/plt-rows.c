/* Reading rows, whatever the table. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-text.h"

/**
 * plt_rows_ids:
 * @store: a store
 * @table: the table to list
 * @filters: (array length=n_filters) (nullable): conditions that must all hold
 * @n_filters: how many
 * @order: (nullable): column ids by comma, '-' before one reverses it
 * @error: return location
 *
 * A reference in the order sorts as the rows it refers to sort. Empty comes first.
 *
 * Returns: (transfer full) (element-type gint64): ids; %NULL with PLT_ERROR_NOT_FOUND for a column
 * that does not exist.
 */
GArray *
plt_rows_ids (PltStore *store,
              const PltTable *table,
              const PltFilter *filters,
              guint n_filters,
              const char *order,
              GError **error)
{
  PltDb *db;
  PltStmt *stmt;
  PltStep step;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, NULL);

  db = plt_store_get_db (store);
  if (!plt_rows_build_select (table, "t0.\"id\"", filters, n_filters, order, sql, error))
    return NULL;
  stmt = plt_db_prepare (db, sql->str, error);
  if (stmt == NULL)
    return NULL;
  plt_rows_bind_filters (stmt, table, filters, n_filters);
  while ((step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    {
      gint64 id = plt_stmt_int (stmt, 0, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_reset (stmt);
  return step == PLT_STEP_ERROR ? NULL : g_steal_pointer (&ids);
}

/**
 * plt_rows_read:
 * @store: a store
 * @table: its table
 * @id: a row
 * @values: (out): plt_table_n_columns() values, cleared and filled
 * @error: return location
 *
 * Returns: %FALSE without error when there is no such row.
 */
gboolean
plt_rows_read (PltStore *store, const PltTable *table, gint64 id, PltValue *values, GError **error)
{
  PltTableCache *cache;
  PltDb *db;
  PltStmt *stmt;
  PltStep step;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL && values != NULL, FALSE);

  cache = plt_rows_cache (store, table);
  db = plt_store_get_db (store);
  stmt = plt_db_prepare (db, cache->read_sql, error);
  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, id);
  step = plt_db_step (db, stmt, error);
  if (step == PLT_STEP_ROW)
    for (guint i = 0; i < cache->n_columns; i++)
      plt_value_take (&values[i], plt_stmt_value (stmt, (int) i));
  sqlite3_reset (stmt);
  return step == PLT_STEP_ROW;
}

gboolean
plt_rows_read_with_labels (PltStore *store,
                           const PltTable *table,
                           gint64 id,
                           PltValue *values,
                           char **labels,
                           GError **error)
{
  if (!plt_rows_read (store, table, id, values, error))
    return FALSE;
  for (guint i = 0; table->columns[i].id != NULL; i++)
    {
      const PltColumn *column = &table->columns[i];

      g_clear_pointer (&labels[i], g_free);
      if (column->type == PLT_COLUMN_REFERENCE)
        labels[i]
            = values[i].kind == PLT_VALUE_INTEGER
                  ? plt_rows_label (store, plt_table_find (column->reference), values[i].integer)
                  : g_strdup ("");
    }
  return TRUE;
}

/**
 * plt_rows_count:
 *
 * Returns: how many rows @table has.
 */
gint64
plt_rows_count (PltStore *store, const PltTable *table)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, 0);

  sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table->id);
  return plt_db_int (plt_store_get_db (store), sql, 0);
}

gboolean
plt_rows_exists (PltStore *store, const PltTable *table, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"id\" = ?", table->id);
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, sql, NULL);
  gboolean found;

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, id);
  found = plt_db_step (db, stmt, NULL) == PLT_STEP_ROW;
  sqlite3_reset (stmt);
  return found;
}

/* ---- values as people write them ---- */

/* A row number after `text`, ended by its end; 0 when it is not one. */
static gint64
read_row_number (const char *text)
{
  gint64 id = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p) || id > (G_MAXINT64 - 9) / 10)
        return 0;
      id = id * 10 + g_ascii_digit_value (*p);
    }
  return id;
}

static gboolean
take_row (
    PltStore *store, const PltTable *table, const char *digits, PltValue *value, GError **error)
{
  gint64 id = read_row_number (digits);

  if (!plt_rows_exists (store, table, id))
    {
      plt_rows_no_row (table, id, error);
      return FALSE;
    }
  plt_value_take (value, plt_value_integer (id));
  return TRUE;
}

static gboolean
take_label (
    PltStore *store, const PltTable *table, const char *label, PltValue *value, GError **error)
{
  gint64 id = plt_rows_find_label (store, table, label, error);

  if (id == 0)
    return FALSE;
  plt_value_take (value, plt_value_integer (id));
  return TRUE;
}

/**
 * plt_store_parse_value:
 * @store: a store
 * @column: any column
 * @text: what a person typed
 * @value: (inout): cleared and filled
 * @error: return location
 *
 * Like plt_column_parse(); for a reference:
 *
 * - a whole number, or one after '#', is a row id: "12", "#12";
 * - after '=' stands a label, even when it looks like a number: "=12" is the sequence called 12;
 * - anything else is a label, without regard to case and accents.
 *
 * Returns: %FALSE with one sentence that names what is wrong.
 */
gboolean
plt_store_parse_value (
    PltStore *store, const PltColumn *column, const char *text, PltValue *value, GError **error)
{
  const PltTable *referred;
  g_autofree char *typed = NULL;

  g_return_val_if_fail (PLT_IS_STORE (store) && column != NULL && text != NULL, FALSE);

  if (column->type != PLT_COLUMN_REFERENCE)
    {
      g_auto (PltValue) parsed = PLT_VALUE_INIT;

      if (!plt_column_parse (column, text, &parsed, error))
        return FALSE;
      plt_value_take (value, plt_rows_normal_value (column, &parsed));
      return TRUE;
    }

  referred = plt_table_find (column->reference);
  typed = plt_text_squeeze (text);
  if (*typed == '\0')
    {
      plt_value_clear (value);
      return TRUE;
    }
  if (*typed == '=')
    return take_label (store, referred, typed + 1, value, error);
  if (read_row_number (typed) > 0)
    return take_row (store, referred, typed, value, error);
  if (*typed == '#' && read_row_number (typed + 1) > 0)
    return take_row (store, referred, typed + 1, value, error);
  return take_label (store, referred, typed, value, error);
}

gboolean
plt_rows_parse_named (
    PltStore *store, const PltColumn *column, const char *text, PltValue *value, GError **error)
{
  const PltTable *referred;
  g_autoptr (GError) unknown = NULL;
  g_autofree char *typed = NULL;
  gint64 id;

  if (column->type != PLT_COLUMN_REFERENCE)
    return plt_store_parse_value (store, column, text, value, error);

  referred = plt_table_find (column->reference);
  typed = plt_text_squeeze (text);
  if (*typed == '\0')
    {
      plt_value_clear (value);
      return TRUE;
    }
  id = plt_rows_find_label (store, referred, typed, &unknown);
  if (id != 0)
    {
      plt_value_take (value, plt_value_integer (id));
      return TRUE;
    }
  if (*typed == '#' && read_row_number (typed + 1) > 0)
    return take_row (store, referred, typed + 1, value, error);
  if (read_row_number (typed) > 0 && !plt_rows_cache (store, referred)->has_numeric_labels
      && plt_rows_exists (store, referred, read_row_number (typed)))
    return take_row (store, referred, typed, value, error);
  g_propagate_error (error, g_steal_pointer (&unknown));
  return FALSE;
}

/**
 * plt_store_format_value:
 * @store: a store
 * @column: any column
 * @value: a value of it
 *
 * Returns: (transfer full): as shown in a cell; a reference by the label of its row.
 */
char *
plt_store_format_value (PltStore *store, const PltColumn *column, const PltValue *value)
{
  g_return_val_if_fail (PLT_IS_STORE (store) && column != NULL && value != NULL, NULL);

  if (column->type != PLT_COLUMN_REFERENCE)
    return plt_column_format (column, value);
  if (value->kind != PLT_VALUE_INTEGER)
    return g_strdup ("");
  return plt_rows_label (store, plt_table_find (column->reference), value->integer);
}

/* Writing rows inside a command: insert and update.
 *
 * A row is checked whole before anything is written (plt-rows-check.c), and an update writes only
 * the columns that really change: a command that changes nothing leaves no trace. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-text.h"

/* ---- positions ---- */

/**
 * plt_table_scope:
 * @table: a table
 * @columns: (out caller-allocates): room for PLT_SCOPE_MAX columns
 *
 * Returns: how many columns make the scope; 0 when the order is that of the whole table, or when
 * there is no manual order.
 */
guint
plt_table_scope (const PltTable *table, const PltColumn **columns)
{
  g_auto (GStrv) names = NULL;
  guint n = 0;

  g_return_val_if_fail (table != NULL && columns != NULL, 0);

  if (table->position == NULL || table->order == NULL)
    return 0;
  names = g_strsplit (table->order, ",", -1);
  for (char **name = names; *name != NULL && strcmp (*name, table->position) != 0; name++)
    {
      g_assert (n < PLT_SCOPE_MAX);
      columns[n++] = plt_table_column (table, *name);
    }
  return n;
}

void
plt_rows_append_scope (GString *sql, const PltColumn **scope, guint n_scope)
{
  for (guint i = 0; i < n_scope; i++)
    g_string_append_printf (sql, " %s \"%s\" IS ?", i == 0 ? "WHERE" : "AND", scope[i]->id);
}

void
plt_rows_bind_scope (PltStmt *stmt,
                     const PltTable *table,
                     const PltColumn **scope,
                     guint n_scope,
                     const PltValue *values)
{
  for (guint i = 0; i < n_scope; i++)
    plt_stmt_bind_value (stmt, (int) i + 1, &values[scope[i] - table->columns]);
}

static void
take_end (PltValue *position, gint64 last)
{
  plt_value_take (position,
                  plt_value_integer (MIN (last, G_MAXINT64 - PLT_ROWS_GAP) + PLT_ROWS_GAP));
}

/* The position after the last of the scope that `values` tell. */
static gboolean
end_position (PltStore *store,
              const PltTable *table,
              const PltValue *values,
              PltValue *position,
              GError **error)
{
  const PltColumn *scope[PLT_SCOPE_MAX];
  guint n_scope = plt_table_scope (table, scope);
  g_autoptr (GString) sql = g_string_new (NULL);
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt;
  PltStep step;
  gint64 last = 0;

  if (plt_rows_memory_get_end (store, table, values, &last))
    {
      take_end (position, last);
      return TRUE;
    }
  g_string_append_printf (sql, "SELECT max(\"%s\") FROM \"%s\"", table->position, table->id);
  plt_rows_append_scope (sql, scope, n_scope);
  stmt = plt_db_prepare (db, sql->str, error);
  if (stmt == NULL)
    return FALSE;
  plt_rows_bind_scope (stmt, table, scope, n_scope, values);
  step = plt_db_step (db, stmt, error);
  if (step == PLT_STEP_ROW)
    last = plt_stmt_int (stmt, 0, 0);
  sqlite3_reset (stmt);
  if (step == PLT_STEP_ERROR)
    return FALSE;
  plt_rows_memory_set_end (store, table, values, last);
  take_end (position, last);
  return TRUE;
}

/* ---- insert ---- */

static gboolean
initial_values (PltTableCache *cache, PltValue *values, gboolean *given, GError **error)
{
  for (guint i = 0; i < cache->n_columns; i++)
    {
      const PltColumn *column = &cache->table->columns[i];
      g_auto (PltValue) initial = PLT_VALUE_INIT;

      if (given[i])
        continue;
      if (column->initial != NULL && !plt_column_parse (column, column->initial, &initial, error))
        return FALSE;
      plt_value_take (&values[i], plt_rows_normal_value (column, &initial));
    }
  return TRUE;
}

static gboolean
take_given (const PltTable *table,
            const PltEditValue *edits,
            guint n_edits,
            PltValue *values,
            gboolean *given)
{
  guint n = plt_table_n_columns (table);

  for (guint i = 0; i < n_edits; i++)
    {
      gsize index = (gsize) (edits[i].column - table->columns);

      g_return_val_if_fail (index < n, FALSE);
      plt_value_take (&values[index], plt_rows_normal_value (edits[i].column, &edits[i].value));
      given[index] = TRUE;
    }
  return TRUE;
}

static gboolean
insert_values (PltStore *store, PltTableCache *cache, const PltValue *values, GError **error)
{
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, cache->insert_sql, error);
  gint64 before = plt_rows_generation (store);
  int position;

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < cache->n_columns; i++)
    plt_stmt_bind_value (stmt, (int) i + 1, &values[i]);
  if (!plt_db_run (db, stmt, error))
    return FALSE;

  plt_rows_memory_wrote (store, before);
  plt_rows_memory_take (store, cache, values);
  if (cache->table->position != NULL)
    {
      position = plt_table_column_index (cache->table, cache->table->position);
      plt_rows_memory_raise_end (store, cache->table, values, values[position].integer);
    }
  return TRUE;
}

static gboolean
check_only_production (PltStore *store, const PltTable *table, GError **error)
{
  if (strcmp (table->id, "production") != 0 || plt_rows_count (store, table) == 0)
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                       _ ("A file holds one production; create another file for another one."));
  return FALSE;
}

/**
 * plt_rows_insert:
 * @store: a store, inside a command
 * @table: the table
 * @values: (array length=n_values): columns of @table and their values
 * @n_values: how many
 * @error: return location
 *
 * Returns: the new id; 0 with PLT_ERROR_INVALID, PLT_ERROR_NOT_FOUND or PLT_ERROR_CONFLICT.
 */
gint64
plt_rows_insert (PltStore *store,
                 const PltTable *table,
                 const PltEditValue *values,
                 guint n_values,
                 GError **error)
{
  PltTableCache *cache;
  g_autofree PltValue *row = NULL;
  g_autofree gboolean *given = NULL;
  gint64 id = 0;
  int position;

  g_return_val_if_fail (PLT_IS_STORE (store) && plt_store_in_command (store), 0);
  g_return_val_if_fail (table != NULL && (values != NULL || n_values == 0), 0);

  cache = plt_rows_cache (store, table);
  row = g_new0 (PltValue, cache->n_columns);
  given = g_new0 (gboolean, cache->n_columns);
  if (!check_only_production (store, table, error)
      || !take_given (table, values, n_values, row, given)
      || !initial_values (cache, row, given, error))
    goto out;

  plt_rows_complete (store, table, row);
  position = table->position != NULL ? plt_table_column_index (table, table->position) : -1;
  if (position >= 0 && row[position].kind == PLT_VALUE_NULL
      && !end_position (store, table, row, &row[position], error))
    goto out;

  for (guint i = 0; i < cache->n_columns; i++)
    given[i] = TRUE;
  if (plt_rows_check (store, table, 0, row, given, error)
      && insert_values (store, cache, row, error))
    id = sqlite3_last_insert_rowid (plt_db_handle (plt_store_get_db (store)));
  if (id != 0)
    plt_rows_note_link (store, table, id, NULL);

out:
  plt_rows_clear_values (row, cache->n_columns);
  return id;
}

/* ---- update ---- */

static gboolean
scope_changes (const PltTable *table, const gboolean *changed)
{
  const PltColumn *scope[PLT_SCOPE_MAX];
  guint n_scope = plt_table_scope (table, scope);

  for (guint i = 0; i < n_scope; i++)
    if (changed[scope[i] - table->columns])
      return TRUE;
  return FALSE;
}

static gboolean
is_elsewhere (const PltTable *table, const gboolean *changed)
{
  return table->position != NULL
         && (changed[plt_table_column_index (table, table->position)]
             || scope_changes (table, changed));
}

static gboolean
write_changed (PltStore *store,
               PltTableCache *cache,
               gint64 id,
               const PltValue *values,
               const gboolean *changed,
               GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt;
  gint64 generation = plt_rows_generation (store);
  int n = 0;

  for (guint i = 0; i < cache->n_columns; i++)
    if (changed[i])
      g_string_append_printf (sql, "%s\"%s\" = ?", sql->len > 0 ? ", " : "",
                              cache->table->columns[i].id);
  if (sql->len == 0)
    return TRUE;
  g_string_append (sql, " WHERE \"id\" = ?");
  g_string_prepend (sql, "\" SET ");
  g_string_prepend (sql, cache->table->id);
  g_string_prepend (sql, "UPDATE \"");

  stmt = plt_db_prepare (db, sql->str, error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < cache->n_columns; i++)
    if (changed[i])
      plt_stmt_bind_value (stmt, ++n, &values[i]);
  plt_stmt_bind_int (stmt, n + 1, id);
  if (!plt_db_run (db, stmt, error))
    return FALSE;
  plt_rows_memory_wrote (store, generation);
  plt_rows_memory_take (store, cache, values);
  if (is_elsewhere (cache->table, changed))
    plt_rows_memory_forget_ends (store);
  return TRUE;
}

/* A row that goes elsewhere goes to the end there, unless it is told where. */
static gboolean
follow_scope (PltStore *store,
              PltTableCache *cache,
              const gboolean *given,
              PltValue *values,
              gboolean *changed,
              GError **error)
{
  const PltTable *table = cache->table;
  int position;

  if (!scope_changes (table, changed))
    return TRUE;
  position = plt_table_column_index (table, table->position);
  if (given[position])
    return TRUE;
  changed[position] = TRUE;
  return end_position (store, table, values, &values[position], error);
}

/**
 * plt_rows_update:
 * @store: a store, inside a command
 * @table: the table
 * @id: a row
 * @values: (array length=n_values): columns of @table and their new values
 * @n_values: how many
 * @error: return location
 *
 * A row whose scope changes goes to the end of its new one unless its position is given too.
 * Nothing is written when nothing differs.
 *
 * Returns: %FALSE with PLT_ERROR_INVALID, PLT_ERROR_NOT_FOUND or PLT_ERROR_CONFLICT.
 */
gboolean
plt_rows_update (PltStore *store,
                 const PltTable *table,
                 gint64 id,
                 const PltEditValue *values,
                 guint n_values,
                 GError **error)
{
  PltTableCache *cache;
  g_autofree PltValue *row = NULL;
  g_autofree PltValue *before = NULL;
  g_autofree gboolean *given = NULL;
  g_autofree gboolean *changed = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (PLT_IS_STORE (store) && plt_store_in_command (store), FALSE);
  g_return_val_if_fail (table != NULL && (values != NULL || n_values == 0), FALSE);

  cache = plt_rows_cache (store, table);
  row = g_new0 (PltValue, cache->n_columns);
  before = g_new0 (PltValue, cache->n_columns);
  given = g_new0 (gboolean, cache->n_columns);
  changed = g_new0 (gboolean, cache->n_columns);
  if (!plt_rows_read (store, table, id, before, &failure))
    {
      if (failure == NULL)
        plt_rows_no_row (table, id, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      goto out;
    }
  for (guint i = 0; i < cache->n_columns; i++)
    row[i] = plt_value_copy (&before[i]);
  if (!take_given (table, values, n_values, row, given))
    goto out;
  for (guint i = 0; i < cache->n_columns; i++)
    changed[i] = !plt_value_equal (&row[i], &before[i]);

  done = follow_scope (store, cache, given, row, changed, error)
         && plt_rows_check (store, table, id, row, changed, error)
         && write_changed (store, cache, id, row, changed, error);
  if (done)
    {
      plt_rows_note_status (store, table, id, before, changed);
      plt_rows_note_link (store, table, id, changed);
    }

out:
  plt_rows_clear_values (row, cache->n_columns);
  plt_rows_clear_values (before, cache->n_columns);
  return done;
}

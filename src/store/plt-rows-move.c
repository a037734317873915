/* The manual order of rows.
 *
 * Positions are integers PLT_ROWS_GAP apart, so that a row is put between two others by one write;
 * when no number is left between them the scope is numbered anew. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 id;
  gint64 position; /* -1 when empty */
} Place;

/* The rows that share the scope of `values`, in their order, without `id`. */
static GArray *
read_places (
    PltStore *store, const PltTable *table, gint64 id, const PltValue *values, GError **error)
{
  const PltColumn *scope[PLT_SCOPE_MAX];
  guint n_scope = plt_table_scope (table, scope);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt;
  PltStep step;

  g_string_append_printf (sql, "SELECT \"id\", \"%s\" FROM \"%s\"", table->position, table->id);
  plt_rows_append_scope (sql, scope, n_scope);
  g_string_append_printf (sql, " ORDER BY \"%s\", \"id\"", table->position);
  stmt = plt_db_prepare (db, sql->str, error);
  if (stmt == NULL)
    return NULL;
  plt_rows_bind_scope (stmt, table, scope, n_scope, values);
  while ((step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    {
      Place place = { plt_stmt_int (stmt, 0, 0), plt_stmt_int (stmt, 1, -1) };

      if (place.id != id)
        g_array_append_val (places, place);
    }
  sqlite3_reset (stmt);
  return step == PLT_STEP_ERROR ? NULL : g_steal_pointer (&places);
}

/* A position between the neighbours at `index`; -1 when there is none left. */
static gint64
free_position (const GArray *places, guint index)
{
  gint64 before = index > 0 ? g_array_index (places, Place, index - 1).position : -1;
  gint64 after;

  if (index == places->len)
    return before > G_MAXINT64 - PLT_ROWS_GAP ? -1 : MAX (before, 0) + PLT_ROWS_GAP;
  after = g_array_index (places, Place, index).position;
  if (index > 0 && before < 0)
    return -1;
  return after - before > 1 ? before + (after - before) / 2 : -1;
}

static gboolean
write_position (PltStore *store, const PltTable *table, gint64 id, gint64 position, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE \"id\" = ?",
                                          table->id, table->position);
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, position);
  plt_stmt_bind_int (stmt, 2, id);
  return plt_db_run (db, stmt, error);
}

static gboolean
number_anew (PltStore *store, const PltTable *table, const GArray *places, GError **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      gint64 position = ((gint64) i + 1) * PLT_ROWS_GAP;

      if (place->position != position && !write_position (store, table, place->id, position, error))
        return FALSE;
    }
  return TRUE;
}

/* Is the row, of which `position` is known, between its neighbours at `index` already? */
static gboolean
is_there (const GArray *places, guint index, gint64 id, gint64 position)
{
  const Place *before = index > 0 ? &g_array_index (places, Place, index - 1) : NULL;
  const Place *after = index < places->len ? &g_array_index (places, Place, index) : NULL;

  if (before != NULL
      && (before->position > position || (before->position == position && before->id > id)))
    return FALSE;
  return after == NULL || after->position > position
         || (after->position == position && after->id > id);
}

/**
 * plt_rows_move:
 * @store: a store, inside a command
 * @table: a table with a manual order
 * @id: a row
 * @index: its place among the rows of its scope, counted without itself
 * @error: return location
 *
 * Writes one position where it can. Nothing is written when the row is there already.
 *
 * Returns: %FALSE with PLT_ERROR_NOT_FOUND, PLT_ERROR_INVALID for a table without manual order,
 * or PLT_ERROR_CONFLICT in a published version of the schedule.
 */
gboolean
plt_rows_move (PltStore *store, const PltTable *table, gint64 id, guint index, GError **error)
{
  g_autofree PltValue *row = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GError) failure = NULL;
  const PltValue *held;
  Place place = { id, -1 };
  guint n;

  g_return_val_if_fail (PLT_IS_STORE (store) && plt_store_in_command (store), FALSE);
  g_return_val_if_fail (table != NULL, FALSE);

  if (table->position == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The rows of “%s” are ordered by what they hold and cannot be moved by hand; "
                      "sort by another column instead."),
                   plt_table_title (table));
      return FALSE;
    }
  n = plt_table_n_columns (table);
  row = g_new0 (PltValue, n);
  if (!plt_rows_read (store, table, id, row, &failure))
    {
      if (failure == NULL)
        plt_rows_no_row (table, id, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  held = &row[plt_table_column_index (table, table->position)];
  place.position = held->kind == PLT_VALUE_INTEGER ? held->integer : -1;
  places = read_places (store, table, id, row, error);
  plt_rows_clear_values (row, n);
  if (places == NULL)
    return FALSE;

  index = MIN (index, places->len);
  if (is_there (places, index, id, place.position))
    return TRUE;
  if (!plt_rows_may_change (store, table, id, error))
    return FALSE;
  if (free_position (places, index) >= 0)
    return write_position (store, table, id, free_position (places, index), error);
  g_array_insert_val (places, index, place);
  return number_anew (store, table, places, error);
}

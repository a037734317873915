/* Checks of a row before it is written, beyond what one column knows of itself: that references
 * lead somewhere and agree with one another, that nothing is part of itself, that what is unique
 * stays so. Each refusal is one sentence that names the row in the way. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* The id in a reference of a row; 0 when it is empty. */
static gint64
read_reference (PltStore *store, const PltTable *table, const PltColumn *column, gint64 id)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?", column->id, table->id);
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, sql, NULL);
  gint64 found = 0;

  if (stmt == NULL)
    return 0;
  plt_stmt_bind_int (stmt, 1, id);
  if (plt_db_step (db, stmt, NULL) == PLT_STEP_ROW)
    found = plt_stmt_int (stmt, 0, 0);
  sqlite3_reset (stmt);
  return found;
}

static gint64
reference_in (const PltTable *table, const PltColumn *column, const PltValue *values)
{
  const PltValue *value = &values[column - table->columns];

  return value->kind == PLT_VALUE_INTEGER ? value->integer : 0;
}

/* ---- completion ---- */

/* The production names its current script, schedule and budget. */
static gint64
find_current (PltStore *store, const char *reference)
{
  const PltTable *production = plt_table_find ("production");
  gint64 id = plt_db_int (plt_store_get_db (store), "SELECT \"id\" FROM \"production\"", 0);

  for (const PltColumn *column = production->columns; column->id != NULL; column++)
    if (column->type == PLT_COLUMN_REFERENCE && strcmp (column->reference, reference) == 0)
      return read_reference (store, production, column, id);
  return 0;
}

void
plt_rows_complete (PltStore *store, const PltTable *table, PltValue *values)
{
  PltTableCache *cache = plt_rows_cache (store, table);

  for (guint i = 0; i < cache->agreements->len; i++)
    {
      const PltAgreement *law = &g_array_index (cache->agreements, PltAgreement, i);
      gint64 referred = reference_in (table, law->column, values);
      gint64 owner;

      if (referred == 0 || reference_in (table, law->sibling, values) != 0)
        continue;
      owner = read_reference (store, plt_table_find (law->column->reference), law->owner, referred);
      if (owner != 0)
        plt_value_take (&values[law->sibling - table->columns], plt_value_integer (owner));
    }

  for (guint i = 0; i < cache->n_columns; i++)
    {
      const PltColumn *column = &table->columns[i];
      gint64 current;

      if (column->type != PLT_COLUMN_REFERENCE || (column->flags & PLT_COLUMN_REQUIRED) == 0
          || values[i].kind != PLT_VALUE_NULL)
        continue;
      current = find_current (store, column->reference);
      if (current != 0)
        plt_value_take (&values[i], plt_value_integer (current));
    }
}

/* ---- references ---- */

static gboolean
check_reference (PltStore *store, const PltColumn *column, const PltValue *value, GError **error)
{
  const PltTable *referred = plt_table_find (column->reference);
  g_autofree char *noun = NULL;

  if (value->kind == PLT_VALUE_NULL || plt_rows_exists (store, referred, value->integer))
    return TRUE;
  noun = plt_rows_noun (referred, 1);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("“%s”: there is no %s with the row number %" PRId64
                  "; give the name or the number of one that exists."),
               plt_column_title (column), noun, value->integer);
  return FALSE;
}

/* Nothing is part of itself, through however many others. */
static gboolean
check_no_circle (PltStore *store,
                 const PltTable *table,
                 gint64 id,
                 const PltColumn *column,
                 const PltValue *values,
                 GError **error)
{
  gint64 above = reference_in (table, column, values);
  gint64 n_left = plt_rows_count (store, table);
  g_autofree char *row = NULL;

  /* A circle that is there already and does not come through `id` ends with the count. */
  while (above != 0 && above != id && n_left-- > 0)
    above = read_reference (store, table, column, above);
  if (above != id)
    return TRUE;
  row = plt_rows_label (store, table, id);
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” cannot be under itself, not even through others; choose something else for "
                  "“%s”."),
               row, plt_column_title (column));
  return FALSE;
}

/* ---- agreements ---- */

static void
refuse_disagreement (
    PltStore *store, const PltAgreement *law, gint64 referred, gint64 sibling, GError **error)
{
  const PltTable *table = plt_table_find (law->column->reference);
  const PltTable *owner = plt_table_find (law->sibling->reference);
  g_autofree char *noun = plt_rows_noun (table, 1);
  g_autofree char *owner_noun = plt_rows_noun (owner, 1);
  g_autofree char *row = plt_rows_label (store, table, referred);
  g_autofree char *owner_row = plt_rows_label (store, owner, sibling);

  if (sibling == 0)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("The %s “%s” needs “%s” beside it; give that first, or empty “%s”."), noun, row,
                 plt_column_title (law->sibling), plt_column_title (law->column));
  else if (law->column->flags & PLT_COLUMN_REQUIRED)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("The %s “%s” does not belong to the %s “%s”; choose one that does."), noun, row,
                 owner_noun, owner_row);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("The %s “%s” does not belong to the %s “%s”; choose one that does, or empty "
                    "“%s” first."),
                 noun, row, owner_noun, owner_row, plt_column_title (law->column));
}

static gboolean
check_agreements (PltStore *store,
                  PltTableCache *cache,
                  const PltValue *values,
                  const gboolean *changed,
                  GError **error)
{
  const PltTable *table = cache->table;

  for (guint i = 0; i < cache->agreements->len; i++)
    {
      const PltAgreement *law = &g_array_index (cache->agreements, PltAgreement, i);
      gint64 referred = reference_in (table, law->column, values);
      gint64 sibling = reference_in (table, law->sibling, values);

      if (referred == 0
          || (!changed[law->column - table->columns] && !changed[law->sibling - table->columns]))
        continue;
      if (sibling != 0
          && read_reference (store, plt_table_find (law->column->reference), law->owner, referred)
                 == sibling)
        continue;
      refuse_disagreement (store, law, referred, sibling, error);
      return FALSE;
    }
  return TRUE;
}

/* The rows of `user` that refer to `id` and would no longer agree with it. */
static gint64
count_broken (PltStore *store,
              const PltTable *user,
              const PltAgreement *law,
              gint64 id,
              const PltValue *owner)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE \"%s\" = ? AND \"%s\" IS NOT ?",
                         user->id, law->column->id, law->sibling->id);
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, sql, NULL);
  gint64 n = 0;

  if (stmt == NULL)
    return 0;
  plt_stmt_bind_int (stmt, 1, id);
  plt_stmt_bind_value (stmt, 2, owner);
  if (plt_db_step (db, stmt, NULL) == PLT_STEP_ROW)
    n = plt_stmt_int (stmt, 0, 0);
  sqlite3_reset (stmt);
  return n;
}

/* The same laws from the other side: a row that moves elsewhere must not leave its users behind. */
static gboolean
check_users (PltStore *store,
             const PltTable *table,
             gint64 id,
             const PltValue *values,
             const gboolean *changed,
             GError **error)
{
  for (const PltTable *const *user = plt_tables (); *user != NULL; user++)
    {
      PltTableCache *cache = plt_rows_cache (store, *user);

      for (guint i = 0; i < cache->agreements->len; i++)
        {
          const PltAgreement *law = &g_array_index (cache->agreements, PltAgreement, i);
          gsize owner;
          gint64 n;

          if (strcmp (law->column->reference, table->id) != 0)
            continue;
          owner = (gsize) (law->owner - table->columns);
          if (!changed[owner])
            continue;
          n = count_broken (store, *user, law, id, &values[owner]);
          if (n > 0)
            {
              g_autofree char *noun = plt_rows_noun (table, 1);
              g_autofree char *label = plt_rows_label (store, table, id);
              g_autofree char *users = plt_rows_noun (*user, (guint) MIN (n, 2));

              g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                           _ ("“%s” of the %s “%s” cannot change while %" PRId64
                              " %s stand on it; give them another one first."),
                           plt_column_title (law->owner), noun, label, n, users);
              return FALSE;
            }
        }
    }
  return TRUE;
}

/* ---- uniqueness ---- */

static gboolean
is_empty (const PltValue *value)
{
  return value->kind == PLT_VALUE_NULL || (value->kind == PLT_VALUE_TEXT && *value->text == '\0');
}

/* Another row with the same values in `columns`; 0 when there is none. */
static gint64
find_twin (PltStore *store,
           const PltTable *table,
           gint64 id,
           const PltValue *values,
           const GArray *columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt;
  gint64 twin = 0;

  g_string_append_printf (sql, "SELECT \"id\" FROM \"%s\" WHERE \"id\" <> ?", table->id);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, " AND \"%s\" IS ?",
                            table->columns[g_array_index (columns, guint, i)].id);
  stmt = plt_db_prepare (db, sql->str, NULL);
  if (stmt == NULL)
    return 0;
  plt_stmt_bind_int (stmt, 1, id);
  for (guint i = 0; i < columns->len; i++)
    plt_stmt_bind_value (stmt, (int) i + 2, &values[g_array_index (columns, guint, i)]);
  if (plt_db_step (db, stmt, NULL) == PLT_STEP_ROW)
    twin = plt_stmt_int (stmt, 0, 0);
  sqlite3_reset (stmt);
  return twin;
}

static void
refuse_twin (
    PltStore *store, const PltTable *table, gint64 twin, const GArray *columns, GError **error)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *noun = plt_rows_noun (table, 1);
  g_autofree char *label = plt_rows_label (store, table, twin);

  for (guint i = 0; i < columns->len; i++)
    {
      g_string_append (titles, i == 0 ? "" : ", ");
      /* Translators: the title of a column within a sentence */
      g_string_append_printf (
          titles, _ ("“%s”"),
          plt_column_title (&table->columns[g_array_index (columns, guint, i)]));
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               _ ("The %s “%s” (row number %" PRId64
                  ") exists already, and no two may have the same %s; change that one, or choose "
                  "another."),
               noun, label, twin, titles->str);
}

static gboolean
check_unique (PltStore *store,
              PltTableCache *cache,
              gint64 id,
              const PltValue *values,
              const gboolean *changed,
              GError **error)
{
  for (guint i = 0; i < cache->unique->len; i++)
    {
      const GArray *columns = g_ptr_array_index (cache->unique, i);
      gboolean touched = FALSE;
      gboolean filled = FALSE;
      gint64 twin;

      for (guint j = 0; j < columns->len; j++)
        {
          guint column = g_array_index (columns, guint, j);

          touched |= changed[column];
          filled |= !is_empty (&values[column]);
        }
      if (!touched || !filled
          || !plt_rows_memory_may_be_taken (store, cache->table, columns, values))
        continue;
      twin = find_twin (store, cache->table, id, values, columns);
      if (twin != 0)
        {
          refuse_twin (store, cache->table, twin, columns, error);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
plt_rows_check (PltStore *store,
                const PltTable *table,
                gint64 id,
                const PltValue *values,
                const gboolean *changed,
                GError **error)
{
  PltTableCache *cache = plt_rows_cache (store, table);

  for (guint i = 0; i < cache->n_columns; i++)
    {
      const PltColumn *column = &table->columns[i];

      if (!changed[i])
        continue;
      if (!plt_column_check (column, &values[i], error))
        return FALSE;
      if (column->type != PLT_COLUMN_REFERENCE)
        continue;
      if (!check_reference (store, column, &values[i], error))
        return FALSE;
      if (id != 0 && strcmp (column->reference, table->id) == 0
          && !check_no_circle (store, table, id, column, values, error))
        return FALSE;
    }
  return plt_rows_check_frozen (store, table, id, values, changed, error)
         && (id == 0 || plt_rows_check_anchor (store, table, id, values, changed, error))
         && check_agreements (store, cache, values, changed, error)
         && (id == 0 || check_users (store, table, id, values, changed, error))
         && check_unique (store, cache, id, values, changed, error);
}

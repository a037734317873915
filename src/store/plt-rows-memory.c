/* What the writing of many rows in one command would otherwise ask the file again for each: where
 * the order of a scope ends, and which values are taken in columns that are unique.
 *
 * It is true only as long as nobody writes around it: the count of changes of the connection, kept
 * up by plt_rows_memory_wrote(), tells, and when it does not agree everything is forgotten. A
 * command that is rolled back leaves too much in it, never too little: an end too far is still an
 * end, and a value that seems taken is asked for again. */
#include "plt-rows-private.h"

/* Few rows are checked faster by asking than by reading the whole table. */
#define ASK_FIRST 32

typedef struct
{
  guint n_asked;
  GHashTable *taken; /* keys; NULL until worth it */
} Unique;

typedef struct
{
  gint64 generation;
  GHashTable *ends;   /* key of a scope -> gint64 */
  GHashTable *unique; /* GArray of columns -> Unique */
} Memory;

static void
unique_free (gpointer data)
{
  Unique *self = data;

  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_free (self);
}

static void
memory_free (gpointer data)
{
  Memory *self = data;

  g_hash_table_unref (self->ends);
  g_hash_table_unref (self->unique);
  g_free (self);
}

/* Without looking whether it is still true. */
static Memory *
peek_memory (PltStore *store)
{
  static GQuark quark = 0;
  Memory *self;

  if (quark == 0)
    quark = g_quark_from_static_string ("plt-rows-memory");
  self = g_object_get_qdata (G_OBJECT (store), quark);
  if (self == NULL)
    {
      self = g_new0 (Memory, 1);
      self->ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->unique = g_hash_table_new_full (NULL, NULL, NULL, unique_free);
      g_object_set_qdata_full (G_OBJECT (store), quark, self, memory_free);
    }
  return self;
}

static Memory *
get_memory (PltStore *store)
{
  Memory *self = peek_memory (store);
  gint64 generation = plt_rows_generation (store);

  if (self->generation != generation)
    {
      g_hash_table_remove_all (self->ends);
      g_hash_table_remove_all (self->unique);
      self->generation = generation;
    }
  return self;
}

/* `before`: plt_rows_generation() before a write that the caller tells the rest of. */
void
plt_rows_memory_wrote (PltStore *store, gint64 before)
{
  Memory *self = peek_memory (store);

  if (self->generation == before)
    self->generation = plt_rows_generation (store);
}

static void
append_value (GString *key, const PltValue *value)
{
  if (value->kind == PLT_VALUE_INTEGER)
    g_string_append_printf (key, "\1%" G_GINT64_FORMAT, value->integer);
  else
    g_string_append_printf (key, "\2%s", plt_value_get_text (value));
}

/* ---- ends ---- */

static char *
scope_key (const PltTable *table, const PltValue *values)
{
  const PltColumn *scope[PLT_SCOPE_MAX];
  guint n = plt_table_scope (table, scope);
  GString *key = g_string_new (table->id);

  for (guint i = 0; i < n; i++)
    append_value (key, &values[scope[i] - table->columns]);
  return g_string_free (key, FALSE);
}

/* FALSE when it is not known. */
gboolean
plt_rows_memory_get_end (PltStore *store,
                         const PltTable *table,
                         const PltValue *values,
                         gint64 *end)
{
  g_autofree char *key = scope_key (table, values);
  const gint64 *known = g_hash_table_lookup (get_memory (store)->ends, key);

  if (known != NULL)
    *end = *known;
  return known != NULL;
}

void
plt_rows_memory_set_end (PltStore *store, const PltTable *table, const PltValue *values, gint64 end)
{
  g_hash_table_replace (get_memory (store)->ends, scope_key (table, values),
                        g_memdup2 (&end, sizeof end));
}

/* A row stands at `position` now. */
void
plt_rows_memory_raise_end (PltStore *store,
                           const PltTable *table,
                           const PltValue *values,
                           gint64 position)
{
  g_autofree char *key = scope_key (table, values);
  gint64 *known = g_hash_table_lookup (get_memory (store)->ends, key);

  if (known != NULL)
    *known = MAX (*known, position);
}

void
plt_rows_memory_forget_ends (PltStore *store)
{
  g_hash_table_remove_all (peek_memory (store)->ends);
}

/* ---- taken values ---- */

static char *
unique_key (const GArray *columns, const PltValue *values)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    append_value (key, &values[g_array_index (columns, guint, i)]);
  return g_string_free (key, FALSE);
}

static GHashTable *
read_taken (PltStore *store, const PltTable *table, const GArray *columns)
{
  PltDb *db = plt_store_get_db (store);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (PltStmt) stmt = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PltStep step;

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i == 0 ? "" : ", ",
                            table->columns[g_array_index (columns, guint, i)].id);
  g_string_append_printf (sql, " FROM \"%s\"", table->id);
  stmt = plt_db_prepare_fresh (db, sql->str, NULL);
  if (stmt == NULL)
    return NULL;
  while ((step = plt_db_step (db, stmt, NULL)) == PLT_STEP_ROW)
    {
      g_autoptr (GString) key = g_string_new (NULL);

      for (guint i = 0; i < columns->len; i++)
        {
          g_auto (PltValue) value = plt_stmt_value (stmt, (int) i);

          append_value (key, &value);
        }
      g_hash_table_add (taken, g_strdup (key->str));
    }
  return step == PLT_STEP_DONE ? g_steal_pointer (&taken) : NULL;
}

/* FALSE when no row has these values in `columns`; TRUE when the file has to be asked. */
gboolean
plt_rows_memory_may_be_taken (PltStore *store,
                              const PltTable *table,
                              const GArray *columns,
                              const PltValue *values)
{
  Memory *self = get_memory (store);
  Unique *unique = g_hash_table_lookup (self->unique, columns);
  g_autofree char *key = NULL;

  if (unique == NULL)
    {
      unique = g_new0 (Unique, 1);
      g_hash_table_insert (self->unique, (gpointer) columns, unique);
    }
  if (unique->taken == NULL && unique->n_asked++ >= ASK_FIRST)
    unique->taken = read_taken (store, table, columns);
  if (unique->taken == NULL)
    return TRUE;
  key = unique_key (columns, values);
  return g_hash_table_contains (unique->taken, key);
}

/* A row has these values now. */
void
plt_rows_memory_take (PltStore *store, PltTableCache *cache, const PltValue *values)
{
  Memory *self = get_memory (store);

  for (guint i = 0; i < cache->unique->len; i++)
    {
      const GArray *columns = g_ptr_array_index (cache->unique, i);
      const Unique *unique = g_hash_table_lookup (self->unique, columns);

      if (unique != NULL && unique->taken != NULL)
        g_hash_table_add (unique->taken, unique_key (columns, values));
    }
}

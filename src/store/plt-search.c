/* Full-text search over the columns that the descriptors mark as searched.
 *
 * The index is an FTS5 table in a connection of its own, in memory: nothing of it is in the file,
 * the production's connection stays read-only, and its hooks and sessions see none of it. It is
 * built when first asked, then kept up from the `changed` signal. Everything in it is folded
 * beforehand (plt_text_fold), so that œ is found by oe too.
 *
 * A row is one document of two columns: `name`, the searched columns that name it, and `body`, the
 * others. Its rowid is the row's id and the table's number in one. Rows whose name holds exactly
 * the words come first, then rows that hold words beginning with them, by the rank of FTS5, in
 * which a name weighs more than a body. */
#include "plt-rows-private.h"

#include <string.h>

#include "plt-text.h"

#define TABLE_BITS 8
#define MAX_TABLES (1 << TABLE_BITS)
#define MAX_WORDS 16

typedef struct
{
  PltDb *db;         /* (nullable): NULL until it is built */
  gint64 generation; /* of the store's connection when it was last right */
  GHashTable *stale; /* rowids to read again before the next search */
} Index;

static void
index_free (gpointer data)
{
  Index *self = data;

  g_clear_pointer (&self->db, plt_db_close);
  g_hash_table_unref (self->stale);
  g_free (self);
}

static gboolean
is_searched (const PltTable *table)
{
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (column->flags & PLT_COLUMN_SEARCHED)
      return TRUE;
  return FALSE;
}

static gboolean
is_name (const PltTable *table, const PltColumn *column)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (const PltColumn *));

  plt_rows_columns_of (table, table->label, columns);
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, const PltColumn *, i) == column)
      return TRUE;
  return FALSE;
}

/* ---- writing the index ---- */

/* `condition` is the text after FROM. Gives "id", then the searched columns. */
static char *
build_select (const PltTable *table, const char *condition)
{
  g_autoptr (GString) sql = g_string_new ("SELECT \"id\"");

  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (column->flags & PLT_COLUMN_SEARCHED)
      g_string_append_printf (sql, ", \"%s\"", column->id);
  g_string_append_printf (sql, " FROM \"%s\"%s", table->id, condition);
  return g_strdup (sql->str);
}

static gboolean
add_document (Index *self, const PltTable *table, gint64 rowid, PltStmt *row, GError **error)
{
  PltStmt *insert = plt_db_prepare (
      self->db, "INSERT INTO \"search\" (\"rowid\", \"name\", \"body\") VALUES (?, ?, ?)", error);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *folded_name = NULL;
  g_autofree char *folded_body = NULL;
  int n = 0;

  if (insert == NULL)
    return FALSE;
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (column->flags & PLT_COLUMN_SEARCHED)
      {
        GString *text = is_name (table, column) ? name : body;

        g_string_append (text, plt_stmt_text (row, ++n));
        g_string_append_c (text, '\n');
      }
  folded_name = plt_text_fold (name->str);
  folded_body = plt_text_fold (body->str);
  plt_stmt_bind_int (insert, 1, rowid);
  plt_stmt_bind_text (insert, 2, folded_name);
  plt_stmt_bind_text (insert, 3, folded_body);
  return plt_db_run (self->db, insert, error);
}

static gboolean
add_table (Index *self, PltStore *store, guint number, const PltTable *table, GError **error)
{
  PltDb *db = plt_store_get_db (store);
  g_autofree char *sql = build_select (table, "");
  g_autoptr (PltStmt) stmt = plt_db_prepare_fresh (db, sql, error);
  PltStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    if (!add_document (self, table, plt_stmt_int (stmt, 0, 0) << TABLE_BITS | number, stmt, error))
      return FALSE;
  return step == PLT_STEP_DONE;
}

static gboolean
build (Index *self, PltStore *store, GError **error)
{
  const PltTable *const *tables = plt_tables ();
  g_autoptr (PltDb) db = NULL;

  g_clear_pointer (&self->db, plt_db_close);
  g_hash_table_remove_all (self->stale);
  db = plt_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (db == NULL
      || !plt_db_exec (db,
                       "CREATE VIRTUAL TABLE \"search\" USING fts5 (\"name\", \"body\", "
                       "tokenize = 'unicode61 remove_diacritics 2', detail = 'column');"
                       "BEGIN;",
                       error))
    return FALSE;
  self->db = g_steal_pointer (&db);
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_assert (i < MAX_TABLES);
      if (is_searched (tables[i]) && !add_table (self, store, i, tables[i], error))
        {
          g_clear_pointer (&self->db, plt_db_close);
          return FALSE;
        }
    }
  return plt_db_exec (self->db, "COMMIT", error);
}

static gboolean
refresh_row (Index *self, PltStore *store, gint64 rowid, GError **error)
{
  const PltTable *table = plt_tables ()[rowid & (MAX_TABLES - 1)];
  PltDb *db = plt_store_get_db (store);
  g_autofree char *sql = build_select (table, " WHERE \"id\" = ?");
  PltStmt *stmt;
  PltStep step;
  gboolean done;

  stmt = plt_db_prepare (self->db, "DELETE FROM \"search\" WHERE \"rowid\" = ?", error);
  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, rowid);
  if (!plt_db_run (self->db, stmt, error))
    return FALSE;

  stmt = plt_db_prepare (db, sql, error);
  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, rowid >> TABLE_BITS);
  step = plt_db_step (db, stmt, error);
  done = step == PLT_STEP_DONE
         || (step == PLT_STEP_ROW && add_document (self, table, rowid, stmt, error));
  sqlite3_reset (stmt);
  return done;
}

static gboolean
refresh (Index *self, PltStore *store, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  if (!plt_db_exec (self->db, "BEGIN", error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!refresh_row (self, store, *(gint64 *) key, error))
      {
        /* Half of it is worse than none: the next search builds it anew. */
        g_clear_pointer (&self->db, plt_db_close);
        return FALSE;
      }
  g_hash_table_remove_all (self->stale);
  return plt_db_exec (self->db, "COMMIT", error);
}

/* ---- following the store ---- */

static void
add_stale (Index *self, const GArray *ids, guint number)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 rowid = g_array_index (ids, gint64, i) << TABLE_BITS | number;

      g_hash_table_add (self->stale, g_memdup2 (&rowid, sizeof rowid));
    }
}

static void
changed_cb (PltStore *store, const PltChanges *changes, gpointer data)
{
  Index *self = data;
  const PltTable *const *tables = plt_tables ();

  self->generation = plt_rows_generation (store);
  for (guint i = 0; self->db != NULL && tables[i] != NULL; i++)
    if (is_searched (tables[i]))
      {
        add_stale (self, plt_changes_inserted (changes, tables[i]->id), i);
        add_stale (self, plt_changes_updated (changes, tables[i]->id), i);
        add_stale (self, plt_changes_deleted (changes, tables[i]->id), i);
      }
}

static Index *
get_index (PltStore *store)
{
  static GQuark quark = 0;
  Index *self;

  if (quark == 0)
    quark = g_quark_from_static_string ("plt-search-index");
  self = g_object_get_qdata (G_OBJECT (store), quark);
  if (self == NULL)
    {
      self = g_new0 (Index, 1);
      self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      self->generation = -1;
      g_object_set_qdata_full (G_OBJECT (store), quark, self, index_free);
      g_signal_connect (store, "changed::*", G_CALLBACK (changed_cb), self);
    }
  return self;
}

static gboolean
ensure_fresh (Index *self, PltStore *store, GError **error)
{
  gint64 generation = plt_rows_generation (store);

  /* Changes that the signal has not told of: somebody searches inside a command or a handler. */
  if (self->generation != generation)
    g_clear_pointer (&self->db, plt_db_close);
  self->generation = generation;
  if (self->db == NULL)
    return build (self, store, error);
  return g_hash_table_size (self->stale) == 0 || refresh (self, store, error);
}

/* ---- asking ---- */

/* The words of what was typed: letters and digits only, so that nothing of it is an operator. */
static GPtrArray *
split_words (const char *text)
{
  g_autofree char *folded = plt_text_fold (text);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0' || words->len == MAX_WORDS)
        return words;
    }
}

static char *
build_match (GPtrArray *words, const char *before, const char *after)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (match, "%s%s\"%s\"%s", i == 0 ? "" : " AND ", before,
                            (const char *) g_ptr_array_index (words, i), after);
  return g_string_free (match, FALSE);
}

/* The column that a row was found by: the first that holds the first word. */
static const char *
find_column (PltStore *store, const PltTable *table, gint64 id, const char *word)
{
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  const char *found = NULL;

  if (plt_rows_read (store, table, id, values, NULL))
    for (guint i = 0; i < n && found == NULL; i++)
      if ((table->columns[i].flags & PLT_COLUMN_SEARCHED)
          && plt_text_contains (plt_value_get_text (&values[i]), word))
        found = table->columns[i].id;
  plt_rows_clear_values (values, n);
  return found;
}

static gboolean
collect (Index *self, const char *match, guint limit, GHashTable *seen, GArray *rowids)
{
  PltStmt *stmt = plt_db_prepare (self->db,
                                  "SELECT \"rowid\" FROM \"search\" WHERE \"search\" MATCH ?"
                                  " ORDER BY bm25 (\"search\", 4.0, 1.0), \"rowid\" LIMIT ?",
                                  NULL);
  PltStep step = PLT_STEP_ERROR;

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_text (stmt, 1, match);
  plt_stmt_bind_int (stmt, 2, limit);
  while (rowids->len < limit && (step = plt_db_step (self->db, stmt, NULL)) == PLT_STEP_ROW)
    {
      gint64 rowid = plt_stmt_int (stmt, 0, 0);

      if (g_hash_table_add (seen, g_memdup2 (&rowid, sizeof rowid)))
        g_array_append_val (rowids, rowid);
    }
  sqlite3_reset (stmt);
  return step != PLT_STEP_ERROR;
}

/**
 * plt_store_search:
 * @store: a store
 * @text: what a person typed; each word must begin a word of the row; anything is harmless
 * @limit: how many rows at most
 *
 * Returns: (transfer full) (element-type PltRef): rows, best first, each with the column it was
 * found by; none when @text has no word.
 */
GArray *
plt_store_search (PltStore *store, const char *text, guint limit)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PltRef));
  g_autoptr (GArray) rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *loose = NULL;
  Index *self;

  g_return_val_if_fail (PLT_IS_STORE (store) && text != NULL, NULL);

  words = split_words (text);
  if (words->len == 0)
    return g_steal_pointer (&found);
  self = get_index (store);
  if (!ensure_fresh (self, store, &error))
    {
      g_debug ("The search could not be prepared: %s", error->message);
      return g_steal_pointer (&found);
    }

  seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  exact = build_match (words, "{name} : ", "");
  loose = build_match (words, "", "*");
  collect (self, exact, limit, seen, rowids);
  collect (self, loose, limit, seen, rowids);
  for (guint i = 0; i < rowids->len; i++)
    {
      gint64 rowid = g_array_index (rowids, gint64, i);
      const PltTable *table = plt_tables ()[rowid & (MAX_TABLES - 1)];
      PltRef ref = { table->id, rowid >> TABLE_BITS, NULL };

      ref.column = find_column (store, table, ref.id, g_ptr_array_index (words, 0));
      g_array_append_val (found, ref);
    }
  /* What a command has written so far may still be taken back, and nobody would tell. */
  if (plt_store_in_command (store))
    g_clear_pointer (&self->db, plt_db_close);
  return g_steal_pointer (&found);
}

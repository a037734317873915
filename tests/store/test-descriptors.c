/* The migrations, one after the other, make the tables that the descriptors describe: every column
 * with its type, its default, its checks and what it refers to, and every index. The order of
 * columns is free: ALTER TABLE puts a new one last. */
#include <sqlite3.h>
#include <string.h>

#include "plt-schema.h"
#include "plt-table.h"

static sqlite3 *
new_db (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  return db;
}

static void
exec (sqlite3 *db, const char *sql)
{
  char *problem = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &problem) != SQLITE_OK)
    g_error ("%s: %s", problem, sql);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The parts between the outer brackets, in the order of the alphabet, one a line; then what comes
 * after them. Commas within brackets and quotes part nothing. */
static char *
sort_parts (const char *sql)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *p = strchr (sql, '('), *end = strrchr (sql, ')');
  const char *from = p + 1;
  int depth = 0;
  char quote = 0;

  g_assert_true (p != NULL && end != NULL);
  for (p = from; p <= end; p++)
    {
      if (quote == 0 && (p == end || (*p == ',' && depth == 0)))
        {
          g_ptr_array_add (parts, g_strstrip (g_strndup (from, (gsize) (p - from))));
          from = p + 1;
        }
      else if (quote != 0)
        quote = *p == quote ? 0 : quote;
      else if (*p == '\'' || *p == '"')
        quote = *p;
      else
        depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
    }
  g_ptr_array_sort (parts, compare_words);
  g_ptr_array_add (parts, g_strstrip (g_strdup (end + 1)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **) parts->pdata);
}

/* Name of a table or an index -> its sorted parts; without those that the store keeps for itself.
 */
static GHashTable *
describe (sqlite3 *db)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *stmt;

  sqlite3_prepare_v2 (db,
                      "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL "
                      "AND tbl_name NOT GLOB 'plt_*'",
                      -1, &stmt, NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_hash_table_insert (found, g_strdup ((const char *) sqlite3_column_text (stmt, 0)),
                         sort_parts ((const char *) sqlite3_column_text (stmt, 1)));
  sqlite3_finalize (stmt);
  return found;
}

static void
test_migrations (void)
{
  PltSchema *schema = plt_schema_get_default ();
  sqlite3 *migrated = new_db (), *described = new_db ();
  g_autoptr (GHashTable) have = NULL;
  g_autoptr (GHashTable) want = NULL;
  GHashTableIter iter;
  gpointer name, parts;

  for (int version = 1; version <= plt_schema_get_version (schema); version++)
    exec (migrated, plt_schema_get_step (schema, version));
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    {
      g_autofree char *ddl = plt_table_ddl (*table);

      exec (described, ddl);
    }
  have = describe (migrated);
  want = describe (described);
  g_hash_table_iter_init (&iter, want);
  while (g_hash_table_iter_next (&iter, &name, &parts))
    {
      g_test_message ("%s", (char *) name);
      g_assert_cmpstr (g_hash_table_lookup (have, name), ==, parts);
      g_hash_table_remove (have, name);
    }
  g_hash_table_iter_init (&iter, have);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_error ("the migrations make “%s”, which no descriptor describes", (char *) name);
  sqlite3_close (migrated);
  sqlite3_close (described);
}

/* A column that a later migration adds is the column of the descriptor; another one is not. */
static void
test_added_column (void)
{
  static const char whole[] = "CREATE TABLE t (\n  id INTEGER PRIMARY KEY,\n  b TEXT NOT NULL "
                              "DEFAULT 'x, (y' CHECK (b IN ('', 'c')),\n  a INTEGER\n) STRICT";
  static const struct
  {
    const char *alter;
    gboolean same;
  } cases[] = {
    { "ALTER TABLE t ADD COLUMN b TEXT NOT NULL DEFAULT 'x, (y' CHECK (b IN ('', 'c'))", TRUE },
    { "ALTER TABLE t ADD COLUMN b TEXT NOT NULL DEFAULT 'x, (y' CHECK (b IN ('', 'd'))", FALSE },
    { "ALTER TABLE t ADD COLUMN b TEXT NOT NULL DEFAULT ''", FALSE },
    { "CREATE INDEX i ON t (a)", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sqlite3 *one = new_db (), *other = new_db ();
      g_autoptr (GHashTable) have = NULL;
      g_autoptr (GHashTable) want = NULL;

      exec (one, whole);
      exec (other, "CREATE TABLE t (\n  id INTEGER PRIMARY KEY,\n  a INTEGER\n) STRICT");
      exec (other, cases[i].alter);
      want = describe (one);
      have = describe (other);
      g_assert_cmpint (g_strcmp0 (g_hash_table_lookup (have, "t"), g_hash_table_lookup (want, "t"))
                           == 0,
                       ==, cases[i].same);
      sqlite3_close (one);
      sqlite3_close (other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/descriptors/migrations", test_migrations);
  g_test_add_func ("/store/descriptors/added-column", test_added_column);
  return g_test_run ();
}

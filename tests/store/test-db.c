/* The SQLite wrapper: settings, statements, values, sentences. */
#include "plt-db.h"

#include <string.h>

#include "plt-migrate.h"

static PltDb *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  PltDb *db = plt_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return db;
}

static void
exec (PltDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  plt_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_settings (void)
{
  static const struct
  {
    const char *pragma;
    gint64 value;
  } expected[] = {
    { "PRAGMA foreign_keys", 1 }, { "PRAGMA cell_size_check", 1 }, { "PRAGMA trusted_schema", 0 },
    { "PRAGMA synchronous", 2 },  { "PRAGMA busy_timeout", 2000 }, { "PRAGMA query_only", 0 },
  };
  g_autoptr (PltDb) db = open_memory ();
  int value = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].pragma);
      g_assert_cmpint (plt_db_int (db, expected[i].pragma, -1), ==, expected[i].value);
    }
  sqlite3_db_config (plt_db_handle (db), SQLITE_DBCONFIG_DEFENSIVE, -1, &value);
  g_assert_cmpint (value, ==, 1);
  sqlite3_db_config (plt_db_handle (db), SQLITE_DBCONFIG_ENABLE_TRIGGER, -1, &value);
  g_assert_cmpint (value, ==, 0);
  g_assert_false (plt_db_exec (db, "SELECT \"no such column\"", NULL));
  g_assert_false (plt_db_exec (db, "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema", NULL));
}

static void
test_statements (void)
{
  g_autoptr (PltDb) db = open_memory ();
  g_autoptr (GError) error = NULL;
  PltStmt *stmt, *again;

  exec (db, "CREATE TABLE t (a INTEGER, b TEXT) STRICT; INSERT INTO t VALUES (1, 'x'), (2, NULL)");
  stmt = plt_db_prepare (db, "SELECT b FROM t WHERE a = ?1", &error);
  g_assert_no_error (error);
  plt_stmt_bind_int (stmt, 1, 1);
  g_assert_cmpint (plt_db_step (db, stmt, &error), ==, PLT_STEP_ROW);
  g_assert_cmpstr (plt_stmt_text (stmt, 0), ==, "x");

  again = plt_db_prepare (db, "SELECT b FROM t WHERE a = ?1", &error);
  g_assert_true (again == stmt); /* kept, reset and unbound */
  g_assert_cmpint (plt_db_step (db, again, &error), ==, PLT_STEP_DONE);

  g_assert_null (plt_db_prepare (db, "SELECT 1; DROP TABLE t", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (plt_db_prepare (db, " ; ", NULL));
  g_assert_nonnull (plt_db_prepare (db, "SELECT 1 ; \n", NULL));
  g_assert_cmpint (plt_db_int (db, "SELECT count(*) FROM t", -1), ==, 2);
  g_assert_cmpint (plt_db_int (db, "SELECT a FROM t WHERE a = 9", -1), ==, -1);
  g_assert_cmpint (plt_db_int (db, "SELECT b FROM t WHERE a = 2", -7), ==, -7);
}

static void
test_values (void)
{
  static const char *const texts[] = { "", "É", "l’été à Sète", "100 %" };
  g_autoptr (PltDb) db = open_memory ();
  PltStmt *stmt = plt_db_prepare (db, "SELECT ?1, ?2, ?3", NULL);
  PltValue null = PLT_VALUE_INIT;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (PltValue) text = plt_value_text (texts[i]);
      g_auto (PltValue) number = plt_value_integer (i == 0 ? G_MININT64 : G_MAXINT64);
      g_auto (PltValue) back_text = PLT_VALUE_INIT;
      g_auto (PltValue) back_number = PLT_VALUE_INIT;
      g_auto (PltValue) back_null = PLT_VALUE_INIT;

      stmt = plt_db_prepare (db, "SELECT ?1, ?2, ?3", NULL);
      plt_stmt_bind_value (stmt, 1, &text);
      plt_stmt_bind_value (stmt, 2, &number);
      plt_stmt_bind_value (stmt, 3, &null);
      g_assert_cmpint (plt_db_step (db, stmt, NULL), ==, PLT_STEP_ROW);
      back_text = plt_stmt_value (stmt, 0);
      back_number = plt_stmt_value (stmt, 1);
      back_null = plt_stmt_value (stmt, 2);
      g_assert_true (plt_value_equal (&back_text, &text));
      g_assert_true (plt_value_equal (&back_number, &number));
      g_assert_true (plt_value_equal (&back_null, &null));
      g_assert_cmpstr (plt_stmt_text (stmt, 2), ==, "");
      g_assert_cmpint (plt_stmt_int (stmt, 2, 5), ==, 5);
    }
}

/* A damaged file may hold any bytes as text: what we hand on is UTF-8, and lives until the step. */
static void
test_broken_text (void)
{
  g_autoptr (PltDb) db = open_memory ();
  PltStmt *stmt
      = plt_db_prepare (db, "SELECT CAST (x'41ff42' AS TEXT), CAST (x'c3' AS TEXT), 'ok'", NULL);
  const char *first, *second;
  g_auto (PltValue) value = PLT_VALUE_INIT;

  g_assert_cmpint (plt_db_step (db, stmt, NULL), ==, PLT_STEP_ROW);
  first = plt_stmt_text (stmt, 0);
  second = plt_stmt_text (stmt, 1);
  g_assert_cmpstr (first, ==, "A\357\277\275B");
  g_assert_cmpstr (second, ==, "\357\277\275");
  g_assert_cmpstr (plt_stmt_text (stmt, 2), ==, "ok");
  value = plt_stmt_value (stmt, 0);
  g_assert_true (g_utf8_validate (value.text, -1, NULL));
}

static void
test_query_only (void)
{
  g_autoptr (PltDb) db = open_memory ();
  g_autoptr (GError) error = NULL;
  PltStmt *insert;

  exec (db, "CREATE TABLE t (a)");
  insert = plt_db_prepare (db, "INSERT INTO t VALUES (1)", NULL);
  plt_db_set_query_only (db, TRUE);
  g_assert_true (plt_db_get_query_only (db));
  g_assert_cmpint (plt_db_int (db, "PRAGMA query_only", 0), ==, 1);
  g_assert_false (plt_db_run (db, insert, &error)); /* prepared before, refused all the same */
  g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plt_db_exec (db, "DROP TABLE t", NULL));
  plt_db_set_query_only (db, FALSE);
  g_assert_true (plt_db_run (db, insert, &error));
  g_assert_no_error (error);
}

static void
test_sentences (void)
{
  static const struct
  {
    int sqlite;
    PltError plateau;
  } codes[] = {
    { SQLITE_FULL, PLT_ERROR_FULL },
    { SQLITE_BUSY, PLT_ERROR_LOCKED },
    { SQLITE_BUSY_SNAPSHOT, PLT_ERROR_LOCKED },
    { SQLITE_LOCKED, PLT_ERROR_LOCKED },
    { SQLITE_READONLY, PLT_ERROR_READ_ONLY },
    { SQLITE_READONLY_ROLLBACK, PLT_ERROR_READ_ONLY },
    { SQLITE_CORRUPT, PLT_ERROR_DAMAGED },
    { SQLITE_CORRUPT_INDEX, PLT_ERROR_DAMAGED },
    { SQLITE_NOTADB, PLT_ERROR_FOREIGN },
    { SQLITE_IOERR_WRITE, PLT_ERROR_FAILED },
    { SQLITE_CANTOPEN, PLT_ERROR_FAILED },
    { SQLITE_CONSTRAINT_CHECK, PLT_ERROR_INVALID },
    { SQLITE_CONSTRAINT_FOREIGNKEY, PLT_ERROR_CONFLICT },
    { SQLITE_TOOBIG, PLT_ERROR_TOO_BIG },
    { SQLITE_INTERRUPT, PLT_ERROR_CANCELLED },
    { SQLITE_NOMEM, PLT_ERROR_FAILED },
    { SQLITE_MISUSE, PLT_ERROR_FAILED },
  };
  g_autoptr (PltDb) db = open_memory ();

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;

      plt_db_set_error (db, codes[i].sqlite, &error);
      g_test_message ("%d: %s", codes[i].sqlite, error->message);
      g_assert_error (error, PLT_ERROR, (int) codes[i].plateau);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_true (g_unichar_isupper (g_utf8_get_char (error->message)));
    }
}

static void
test_constraints (void)
{
  static const struct
  {
    const char *sql;
    PltError code;
  } cases[] = {
    { "INSERT INTO t VALUES (1, 'x')", PLT_ERROR_INVALID },
    { "INSERT INTO t VALUES ('a', 'long enough')", PLT_ERROR_INVALID },
    { "INSERT INTO u VALUES (99)", PLT_ERROR_CONFLICT },
  };
  g_autoptr (PltDb) db = open_memory ();

  exec (db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT CHECK (length (b) > 3)) STRICT;"
            "CREATE TABLE u (t INTEGER REFERENCES t (a)) STRICT");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plt_db_exec (db, cases[i].sql, &error));
      g_assert_error (error, PLT_ERROR, (int) cases[i].code);
    }
}

static void
test_copy_to_memory (void)
{
  g_autoptr (PltDb) db = open_memory ();
  g_autoptr (PltDb) copy = NULL;
  g_autoptr (GError) error = NULL;

  exec (db, "PRAGMA user_version=7; CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)");
  copy = plt_db_copy_to_memory (db, &error);
  g_assert_no_error (error);
  exec (copy, "INSERT INTO t VALUES (3)");
  g_assert_cmpint (plt_db_int (copy, "SELECT count(*) FROM t", 0), ==, 3);
  g_assert_cmpint (plt_db_int (copy, "PRAGMA user_version", 0), ==, 7);
  g_assert_cmpint (plt_db_int (db, "SELECT count(*) FROM t", 0), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/db/settings", test_settings);
  g_test_add_func ("/store/db/statements", test_statements);
  g_test_add_func ("/store/db/values", test_values);
  g_test_add_func ("/store/db/broken-text", test_broken_text);
  g_test_add_func ("/store/db/query-only", test_query_only);
  g_test_add_func ("/store/db/sentences", test_sentences);
  g_test_add_func ("/store/db/constraints", test_constraints);
  g_test_add_func ("/store/db/copy-to-memory", test_copy_to_memory);
  return g_test_run ();
}

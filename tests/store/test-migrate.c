/* Migrations, with steps of our own after the landed ones. */
#include "plt-test-file.h"

#include <string.h>

#include "plt-migrate.h"

#define ADD(name, function)                                                                        \
  g_test_add ("/store/migrate/" name, PltTestFile, NULL, plt_test_file_set_up, function,           \
              plt_test_file_tear_down)

#define GOOD "ALTER TABLE task ADD COLUMN \"weather\" TEXT NOT NULL DEFAULT 'beau';"
#define BETTER                                                                                     \
  "CREATE TABLE \"props\" (\"id\" INTEGER PRIMARY KEY, \"location\" INTEGER REFERENCES "           \
  "\"location\" (\"id\")) STRICT; UPDATE location SET note = 'migrated';"

static PltSchema *
schema_with (const char *second, const char *third)
{
  const char *steps[PLT_SCHEMA_VERSION + 2];
  guint n = PLT_SCHEMA_VERSION;

  for (int i = 0; i < PLT_SCHEMA_VERSION; i++)
    steps[i] = plt_schema_get_step (plt_schema_get_default (), i + 1);
  steps[n++] = second;
  if (third != NULL)
    steps[n++] = third;
  return plt_schema_new (steps, n);
}

static void
fill (PltTestFile *t)
{
  plt_test_command (t->store, "INSERT INTO location (id, name) VALUES (1, 'Port')");
  plt_test_command (t->store, "INSERT INTO task (name) VALUES ('Repérages')");
  g_clear_object (&t->store);
}

static void
open_with (PltTestFile *t, PltOpenFlags flags, PltSchema *schema)
{
  g_autoptr (GError) error = NULL;

  t->store = plt_store_open_with_schema (t->path, flags, schema, &error);
  g_assert_no_error (error);
}

static void
test_write (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltSchema) schema = schema_with (GOOD, BETTER);
  g_autofree char *backup
      = g_strconcat (t->path, ".v" G_STRINGIFY (PLT_SCHEMA_VERSION) ".bak", NULL);
  g_autoptr (PltStore) old = NULL;
  g_autoptr (GError) error = NULL;

  fill (t);
  open_with (t, PLT_OPEN_WRITE, schema);
  g_assert_cmpint (plt_test_int (t->store, "PRAGMA user_version"), ==, PLT_SCHEMA_VERSION + 2);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM task WHERE weather = 'beau'"), ==,
                   1);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM props"), ==, 0);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location WHERE note = 'migrated'"),
                   ==, 1);
  g_assert_cmpint (plt_test_int (t->store, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpuint (plt_test_count_files (t->folder), ==, 2);
  old = plt_store_open (backup, PLT_OPEN_READ, &error); /* the copy is what the file was */
  g_assert_no_error (error);
  g_assert_cmpint (plt_test_int (old, "SELECT count(*) FROM location WHERE note = ''"), ==, 1);

  plt_test_undo (t->store); /* a row of a table that has a column more now */
  plt_test_redo (t->store);
  g_clear_object (&t->store);
  open_with (t, PLT_OPEN_WRITE, schema); /* nothing left to do */
  g_assert_cmpuint (plt_test_count_files (t->folder), ==, 2);
  plt_test_assert_sound (t->store);
  g_clear_object (&t->store);
  g_assert_null (plt_store_open (t->path, PLT_OPEN_WRITE, &error)); /* by the older program */
  plt_test_assert_sentence (error, PLT_ERROR_NEWER);
}

static void
test_backup_is_not_replaced (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltSchema) schema = schema_with (GOOD, NULL);
  g_autofree char *first
      = g_strconcat (t->path, ".v" G_STRINGIFY (PLT_SCHEMA_VERSION) ".bak", NULL);
  g_autofree char *second
      = g_strconcat (t->path, ".v" G_STRINGIFY (PLT_SCHEMA_VERSION) "-2.bak", NULL);
  g_autofree char *kept = NULL;

  fill (t);
  g_assert_true (g_file_set_contents (first, "mine", 4, NULL));
  open_with (t, PLT_OPEN_WRITE, schema);
  g_assert_true (g_file_get_contents (first, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "mine");
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_REGULAR));
}

static void
test_read (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltSchema) schema = schema_with (GOOD, BETTER);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (t);
  before = plt_test_hash_file (t->path);
  open_with (t, PLT_OPEN_READ, schema);
  g_assert_true (plt_store_is_read_only (t->store));
  g_assert_cmpstr (plt_store_get_path (t->store), ==, t->path);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM props"), ==, 0);
  g_assert_false (plt_test_run (t->store, NULL, INSERT_LOCATION ("x"), NULL));
  after = plt_test_hash_file (t->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (plt_test_count_files (t->folder), ==, 1);
}

/* A step that fails, whichever and however, has not touched the file. */
static void
test_failure (PltTestFile *t, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *second;
    const char *third;
  } cases[] = {
    { "no SQL", "no SQL at all", NULL },
    { "in the middle", GOOD "INSERT INTO nowhere VALUES (1)", NULL },
    { "in a later step", GOOD, BETTER "DROP TABLE nowhere" },
    { "duplicate column", GOOD, GOOD },
    { "row against a check", GOOD, "UPDATE location SET name = ''" },
    { "reference to nothing", GOOD, BETTER "INSERT INTO props (location) VALUES (99)" },
    { "reference lost", "DELETE FROM \"set\"; UPDATE task SET parent = 12", NULL },
  };
  g_autofree char *before = NULL;

  fill (t);
  before = plt_test_hash_file (t->path);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int flags = PLT_OPEN_READ; flags <= PLT_OPEN_WRITE; flags++)
      {
        g_autoptr (PltSchema) schema = schema_with (cases[i].second, cases[i].third);
        g_autofree char *after = NULL;
        g_autoptr (GError) error = NULL;

        g_test_message ("%s", cases[i].name);
        g_assert_null (plt_store_open_with_schema (t->path, (PltOpenFlags) flags, schema, &error));
        g_assert_nonnull (error);
        g_test_message ("%s", error->message);
        g_assert_true (g_str_has_suffix (error->message, "."));
        after = plt_test_hash_file (t->path);
        g_assert_cmpstr (before, ==, after);
        g_assert_cmpuint (plt_test_count_files (t->folder), ==, 1);
      }
}

/* Rebuilding a table that others refer to: references are looked at only at the end of a step. */
static void
test_rebuild (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltSchema) schema = schema_with (
      "CREATE TABLE \"new_account\" (\"id\" INTEGER PRIMARY KEY, \"name\" TEXT) STRICT;"
      "DROP TABLE \"account\";"
      "ALTER TABLE \"new_account\" RENAME TO \"account\";",
      NULL);

  fill (t);
  open_with (t, PLT_OPEN_READ, schema);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM account"), ==, 0);
}

/* Migrated and new productions have the same schema, whatever the way. */
static void
test_same_schema (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltSchema) schema = schema_with (GOOD, BETTER);
  g_autoptr (GError) error = NULL;
  g_autofree char *difference = NULL;

  fill (t);
  open_with (t, PLT_OPEN_READ, schema);
  difference
      = plt_schema_compare (schema, plt_store_get_db (t->store), PLT_SCHEMA_VERSION + 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (difference, ==, NULL);
  difference = plt_schema_compare (schema, plt_store_get_db (t->store), PLT_SCHEMA_VERSION, &error);
  g_assert_cmpstr (difference, ==, "table “props”");
}

/* Blanks do not make a difference, except in quotes. */
static void
test_blanks (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "CREATE TABLE t (a TEXT)", "CREATE TABLE t (a  TEXT)", TRUE },
    { "CREATE TABLE t (a TEXT)", "CREATE TABLE t (a\n\tTEXT)", TRUE },
    { "CREATE TABLE t (a TEXT)", "CREATE TABLE t (b TEXT)", FALSE },
    { "CREATE TABLE t (a TEXT DEFAULT 'x y')", "CREATE TABLE t (a TEXT DEFAULT 'x  y')", FALSE },
    { "CREATE TABLE t (\"a b\")", "CREATE TABLE t (\"a  b\")", FALSE },
    { "CREATE TABLE t (a DEFAULT 'l''x y')", "CREATE TABLE t (a DEFAULT 'l''x  y')", FALSE },
    { "CREATE TABLE t (a TEXT)", "CREATE TABLE t (a text)", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltSchema) schema = plt_schema_new (&cases[i].a, 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (PltDb) db
          = plt_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
      g_autofree char *difference = NULL;

      plt_db_exec (db, cases[i].b, &error);
      difference = plt_schema_compare (schema, db, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (difference, ==, cases[i].same ? NULL : "table “t”");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("write", test_write);
  ADD ("backup-is-not-replaced", test_backup_is_not_replaced);
  ADD ("read", test_read);
  ADD ("failure", test_failure);
  ADD ("rebuild", test_rebuild);
  ADD ("same-schema", test_same_schema);
  g_test_add_func ("/store/migrate/blanks", test_blanks);
  return g_test_run ();
}

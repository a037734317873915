/* Files from elsewhere: each is met with a sentence, and none is touched. */
#include "plt-test-file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ADD(name, function)                                                                        \
  g_test_add ("/store/open/" name, PltTestFile, NULL, plt_test_file_set_up, function,              \
              plt_test_file_tear_down)

/* Opens for both; the file and its folder are the same afterwards. */
static void
assert_refused (PltTestFile *t, const char *path, PltError code)
{
  for (int flags = PLT_OPEN_READ; flags <= PLT_OPEN_WRITE; flags++)
    {
      g_autofree char *before = plt_test_hash_file (path);
      g_autofree char *after = NULL;
      guint files = plt_test_count_files (t->folder);
      g_autoptr (GError) error = NULL;

      g_assert_null (plt_store_open (path, (PltOpenFlags) flags, &error));
      plt_test_assert_sentence (error, code);
      after = plt_test_hash_file (path);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (plt_test_count_files (t->folder), ==, files);
    }
}

static void
test_sql (PltTestFile *t, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *sql;
    PltError code;
  } cases[] = {
    { "newer", "PRAGMA user_version=9999", PLT_ERROR_NEWER },
    { "older than all", "PRAGMA user_version=0", PLT_ERROR_FOREIGN },
    { "negative", "PRAGMA user_version=-1", PLT_ERROR_FOREIGN },
    { "of another program", "PRAGMA application_id=1", PLT_ERROR_FOREIGN },
    { "trigger", "CREATE TRIGGER evil AFTER UPDATE ON sequence BEGIN DELETE FROM sequence; END",
      PLT_ERROR_FOREIGN },
    { "view", "DROP TABLE task; CREATE VIEW task AS SELECT 1 AS id", PLT_ERROR_FOREIGN },
    { "extra view", "CREATE VIEW v AS SELECT 1", PLT_ERROR_FOREIGN },
    { "extra table", "CREATE TABLE extra (a)", PLT_ERROR_FOREIGN },
    { "extra index", "CREATE INDEX extra ON sequence (number)", PLT_ERROR_FOREIGN },
    { "extra column", "ALTER TABLE task ADD COLUMN extra TEXT", PLT_ERROR_FOREIGN },
    { "statistics", "ANALYZE", PLT_ERROR_FOREIGN },
    { "missing table", "DROP TABLE call_note", PLT_ERROR_FOREIGN },
    { "missing index", "DROP INDEX \"sequence.set\"", PLT_ERROR_FOREIGN },
    { "virtual table", "CREATE VIRTUAL TABLE f USING fts5 (a)", PLT_ERROR_FOREIGN },
    { "generated column", "ALTER TABLE task ADD COLUMN g TEXT AS (name || name) VIRTUAL",
      PLT_ERROR_FOREIGN },
    { "write-ahead log", "PRAGMA journal_mode=WAL", PLT_ERROR_FOREIGN },
    { "no production", "DELETE FROM production", PLT_ERROR_DAMAGED },
    { "row zero", "UPDATE production SET id = 0", PLT_ERROR_DAMAGED },
    { "negative row", "INSERT INTO location (id, name) VALUES (-3, 'x')", PLT_ERROR_DAMAGED },
    { "two productions", "INSERT INTO production (title, kind) VALUES ('x', 'flux')",
      PLT_ERROR_DAMAGED },
    { "reference to nothing", "PRAGMA foreign_keys=OFF; UPDATE production SET budget = 77",
      PLT_ERROR_DAMAGED },
    { "value against a check",
      "PRAGMA ignore_check_constraints=ON; UPDATE production SET kind = 'x'", PLT_ERROR_DAMAGED },
    { "other declaration",
      "PRAGMA writable_schema=ON;"
      "UPDATE sqlite_schema SET sql = replace (sql, 'costume', 'costumf') WHERE name = 'call'",
      PLT_ERROR_FOREIGN },
    { "declaration that is none",
      "PRAGMA writable_schema=ON;"
      "UPDATE sqlite_schema SET sql = 'CREATE TABLE call (' WHERE name = 'call'",
      PLT_ERROR_DAMAGED },
    { "two tables in one",
      "PRAGMA writable_schema=ON;"
      "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'set')"
      " WHERE name = 'call'",
      PLT_ERROR_DAMAGED },
  };
  g_autofree char *bytes = NULL;
  gsize n;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  g_clear_object (&t->store);
  g_assert_true (g_file_get_contents (t->path, &bytes, &n, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = plt_test_path (t, "autre.plateau");

      g_test_message ("%s", cases[i].name);
      g_assert_true (g_file_set_contents (path, bytes, (gssize) n, NULL));
      plt_test_foreign_sql (path, cases[i].sql);
      assert_refused (t, path, cases[i].code);
    }
}

static void
test_bytes (PltTestFile *t, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *bytes; /* NULL: cut the production */
    gsize n;
    PltError code;
  } cases[] = {
    { "empty", "", 0, PLT_ERROR_FOREIGN },
    { "text", "INT. CAFÉ - JOUR\n\nNora attend.\n", 30, PLT_ERROR_FOREIGN },
    { "magic alone", "SQLite format 3", 16, PLT_ERROR_FOREIGN },
    { "cut in the header", NULL, 90, PLT_ERROR_FOREIGN },
    { "cut after the header", NULL, 100, PLT_ERROR_DAMAGED },
    { "cut in a page", NULL, 6000, PLT_ERROR_DAMAGED },
    { "cut between pages", NULL, 40 * 4096, PLT_ERROR_DAMAGED },
  };
  g_autofree char *production = NULL;
  gsize size;

  g_clear_object (&t->store);
  g_assert_true (g_file_get_contents (t->path, &production, &size, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = plt_test_path (t, "autre.plateau");

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (cases[i].n, <, size);
      g_assert_true (g_file_set_contents (
          path, cases[i].bytes != NULL ? cases[i].bytes : production, (gssize) cases[i].n, NULL));
      assert_refused (t, path, cases[i].code);
    }
}

static void
test_no_file (PltTestFile *t, gconstpointer data)
{
  g_autofree char *missing = plt_test_path (t, "no.plateau");
  g_autofree char *below = plt_test_path (t, "no/no.plateau");
  g_autofree char *fifo = plt_test_path (t, "fifo.plateau");
  g_autofree char *big = plt_test_path (t, "big.plateau");

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_set_contents (big, "SQLite format 3", 16, NULL));
  g_assert_cmpint (truncate (big, (off_t) 3 << 30), ==, 0); /* sparse */
  for (int flags = PLT_OPEN_READ; flags <= PLT_OPEN_WRITE; flags++)
    {
      const struct
      {
        const char *path;
        PltError code;
      } cases[] = {
        { missing, PLT_ERROR_NOT_FOUND },    { below, PLT_ERROR_NOT_FOUND },
        { t->folder, PLT_ERROR_FOREIGN },    { fifo, PLT_ERROR_FOREIGN },
        { "/dev/null", PLT_ERROR_FOREIGN },  { big, PLT_ERROR_TOO_BIG },
        { ":memory:", PLT_ERROR_NOT_FOUND },
      };

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (plt_store_open (cases[i].path, (PltOpenFlags) flags, &error));
          plt_test_assert_sentence (error, cases[i].code);
        }
    }
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

/* Random bytes changed anywhere: opened or refused with a sentence; when refused, untouched. What
 * opens can be read to the end, written to, and undone, or says why not. */
static void
test_mutations (PltTestFile *t, gconstpointer data)
{
  static const guint counts[] = { 1, 8, 200 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  g_autofree char *path = plt_test_path (t, "autre.plateau");
  g_autofree char *bytes = NULL;
  guint refused = 0;
  gsize n;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO sequence (number, synopsis) VALUES ('%u', hex (randomblob (200)))", i);

      plt_test_command (t->store, sql);
    }
  g_clear_object (&t->store);
  g_assert_true (g_file_get_contents (t->path, &bytes, &n, NULL));
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *mutated = g_memdup2 (bytes, n);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *sum = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PltStore) store = NULL;

      for (guint k = counts[i % G_N_ELEMENTS (counts)]; k > 0; k--)
        mutated[g_rand_int_range (rand, 0, (gint32) n)] = (char) g_rand_int (rand);
      g_assert_true (g_file_set_contents (path, mutated, (gssize) n, NULL));
      before = plt_test_hash_file (path);
      store = plt_store_open (path, i % 2 == 0 ? PLT_OPEN_WRITE : PLT_OPEN_READ, &error);
      if (store == NULL)
        {
          g_assert_nonnull (error);
          g_assert_true (g_str_has_suffix (error->message, "."));
          after = plt_test_hash_file (path);
          g_assert_cmpstr (before, ==, after);
          refused++;
          continue;
        }
      g_assert_no_error (error);
      sum = plt_store_checksum (store);
      g_ptr_array_unref (plt_store_verify (store));
      g_ptr_array_unref (plt_store_history (store));
      plt_test_run (store, NULL, "UPDATE sequence SET note = 'x'", NULL);
      while (plt_store_undo (store, NULL))
        ;
    }
  g_test_message ("%u of 150 refused", refused);
  g_assert_cmpuint (refused, >, 50);
}

static void
test_relative_path (PltTestFile *t, gconstpointer data)
{
  g_autofree char *here = g_get_current_dir ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&t->store);
  g_assert_cmpint (chdir (t->folder), ==, 0);
  t->store = plt_store_open ("essai.plateau", PLT_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (chdir (here), ==, 0);
  g_assert_cmpstr (plt_store_get_path (t->store), ==, t->path);
  plt_test_command (t->store, INSERT_LOCATION ("a"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sql", test_sql);
  ADD ("bytes", test_bytes);
  ADD ("no-file", test_no_file);
  ADD ("mutations", test_mutations);
  ADD ("relative-path", test_relative_path);
  return g_test_run ();
}

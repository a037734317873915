/* Commands, undo, redo, merge keys, the length of the history, what a failed command leaves. */
#include "plt-test-file.h"

#include <string.h>

#include "plt-migrate.h"

#define ADD(name, function)                                                                        \
  g_test_add ("/store/history/" name, PltTestFile, NULL, plt_test_file_set_up, function,           \
              plt_test_file_tear_down)

static void
assert_undo_label (PltStore *store, const char *expected)
{
  g_autofree char *label = plt_store_undo_label (store);

  g_assert_cmpstr (label, ==, expected);
  g_assert_cmpint (plt_store_can_undo (store), ==, expected != NULL);
}

static void
test_empty (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = plt_store_history (t->store);

  g_assert_cmpuint (history->len, ==, 0);
  assert_undo_label (t->store, NULL);
  g_assert_false (plt_store_can_redo (t->store));
  g_assert_false (plt_store_undo (t->store, &error));
  plt_test_assert_sentence (error, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (plt_store_redo (t->store, &error));
  plt_test_assert_sentence (error, PLT_ERROR_NOT_FOUND);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM production"), ==, 1);
}

/* All three kinds of change, in several tables and against references, there and back. */
static void
test_round_trip (PltTestFile *t, gconstpointer data)
{
  static const char *const commands[] = {
    "INSERT INTO location (id, name) VALUES (1, 'Port')",
    "INSERT INTO \"set\" (id, name, location) VALUES (1, 'CAFÉ', 1), (2, 'QUAI', NULL);"
    "INSERT INTO \"set\" (id, name, parent) VALUES (3, 'ARRIÈRE-SALLE', 1)",
    "INSERT INTO sequence (id, number, \"set\", sub_set) VALUES (1, '12A', 1, 3)",
    "UPDATE sequence SET synopsis = 'Nora attend.', eighths = 11 WHERE id = 1",
    "UPDATE sequence SET eighths = NULL WHERE id = 1; UPDATE location SET name = 'Vieux port'",
    "DELETE FROM sequence WHERE id = 1; DELETE FROM \"set\" WHERE id = 3",
    "DELETE FROM \"set\" WHERE id > 0; DELETE FROM location WHERE id = 1",
    "INSERT INTO location (id, name) VALUES (1, 'Autre')",
  };
  enum
  {
    N = G_N_ELEMENTS (commands)
  };
  g_auto (GStrv) sums = g_new0 (char *, N + 2);

  sums[0] = plt_store_checksum (t->store);
  for (guint i = 0; i < N; i++)
    {
      plt_test_command (t->store, commands[i]);
      sums[i + 1] = plt_store_checksum (t->store);
      g_assert_cmpstr (sums[i + 1], !=, sums[i]);
    }
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = N; i > 0; i--)
        {
          g_autofree char *sum = NULL;

          assert_undo_label (t->store, commands[i - 1]);
          plt_test_undo (t->store);
          sum = plt_store_checksum (t->store);
          g_assert_cmpstr (sum, ==, sums[i - 1]);
          if (i == N / 2)
            plt_test_reopen (t, PLT_OPEN_WRITE);
        }
      assert_undo_label (t->store, NULL);
      for (guint i = 0; i < N; i++)
        {
          g_autofree char *sum = NULL;
          g_autofree char *label = plt_store_redo_label (t->store);

          g_assert_cmpstr (label, ==, commands[i]);
          plt_test_redo (t->store);
          sum = plt_store_checksum (t->store);
          g_assert_cmpstr (sum, ==, sums[i + 1]);
        }
      g_assert_false (plt_store_can_redo (t->store));
    }
  plt_test_assert_sound (t->store);
}

static void
test_entries (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GPtrArray) history = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  plt_test_command (t->store, INSERT_LOCATION ("b"));
  plt_test_command (t->store, INSERT_LOCATION ("c"));
  plt_test_undo (t->store);
  history = plt_store_history (t->store);
  g_assert_cmpuint (history->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const PltHistoryEntry *entry = g_ptr_array_index (history, i);

      g_assert_cmpint (entry->undone, ==, i == 2);
      g_assert_cmpint (entry->time, >=, now - 1);
      g_assert_cmpint (entry->time, <=, now + 60);
      g_assert_true (g_str_has_prefix (entry->label, "INSERT"));
    }
}

static void
test_new_command_drops_undone (PltTestFile *t, gconstpointer data)
{
  plt_test_command (t->store, INSERT_LOCATION ("a"));
  plt_test_command (t->store, INSERT_LOCATION ("b"));
  plt_test_undo (t->store);
  plt_test_reopen (t, PLT_OPEN_WRITE);
  g_assert_true (plt_store_can_redo (t->store));
  plt_test_command (t->store, INSERT_LOCATION ("c"));
  g_assert_false (plt_store_can_redo (t->store));
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM plt_history"), ==, 2);
  plt_test_undo (t->store);
  plt_test_undo (t->store);
  g_assert_false (plt_store_can_undo (t->store));
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location"), ==, 0);
}

static void
test_nothing_changed (PltTestFile *t, gconstpointer data)
{
  plt_test_command (t->store, INSERT_LOCATION ("a"));
  plt_test_command (t->store, INSERT_LOCATION ("b"));
  plt_test_undo (t->store);
  plt_test_command (t->store, "UPDATE location SET name = 'a'");
  plt_test_command (t->store, INSERT_LOCATION ("x") "; DELETE FROM location WHERE name = 'x'");
  g_assert_true (plt_store_can_redo (t->store)); /* no step was made, none was dropped */
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM plt_history"), ==, 2);
}

/* A statement without WHERE, compiled before anything records: SQLite would empty the table without
 * showing a row. */
static gboolean
run_cached (PltStore *store, gpointer data, GError **error)
{
  PltDb *db = plt_store_get_db (store);

  return plt_db_run (db, plt_db_prepare (db, data, error), error);
}

static void
test_delete_all (PltTestFile *t, gconstpointer data)
{
  const char *sql = "DELETE FROM referential";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  plt_test_command (t->store, "INSERT INTO referential (name) VALUES ('a'), ('b')");
  before = plt_store_checksum (t->store);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_nonnull (plt_db_prepare (plt_store_get_db (t->store), sql, NULL));
      plt_store_run (t->store, &(PltCommand){ sql, NULL, run_cached, (gpointer) sql }, &error);
      g_assert_no_error (error);
      g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM referential"), ==, 0);
      plt_test_undo (t->store);
    }
  after = plt_store_checksum (t->store);
  g_assert_cmpstr (before, ==, after);
}

/* ---- merge keys ---- */

static void
run_merged (PltStore *store, const char *key, const char *sql)
{
  g_autoptr (GError) error = NULL;

  plt_test_run (store, key, sql, &error);
  g_assert_no_error (error);
}

static gint64
count_steps (PltStore *store)
{
  return plt_test_int (store, "SELECT count(*) FROM plt_history");
}

static void
test_merge (PltTestFile *t, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *sum = NULL;

  plt_test_command (t->store, INSERT_LOCATION ("Port"));
  before = plt_store_checksum (t->store);
  run_merged (t->store, "name", "UPDATE location SET name = 'Porte'");
  run_merged (t->store, "name", "UPDATE location SET name = 'Porte d'");
  run_merged (t->store, "name", "UPDATE location SET name = 'Porte dorée'");
  g_assert_cmpint (count_steps (t->store), ==, 2);
  assert_undo_label (t->store, "UPDATE location SET name = 'Porte dorée'");
  plt_test_undo (t->store);
  sum = plt_store_checksum (t->store);
  g_assert_cmpstr (sum, ==, before);
  plt_test_redo (t->store);
  g_assert_cmpint (
      plt_test_int (t->store, "SELECT count(*) FROM location WHERE name = 'Porte dorée'"), ==, 1);
}

static void
test_merge_ends (PltTestFile *t, gconstpointer data)
{
  plt_test_command (t->store, INSERT_LOCATION ("Port"));
  run_merged (t->store, "a", "UPDATE location SET name = 'b'");
  run_merged (t->store, "b", "UPDATE location SET name = 'c'"); /* another key */
  g_assert_cmpint (count_steps (t->store), ==, 3);
  run_merged (t->store, NULL, "UPDATE location SET name = 'd'"); /* none */
  run_merged (t->store, NULL, "UPDATE location SET name = 'e'");
  g_assert_cmpint (count_steps (t->store), ==, 5);
  run_merged (t->store, "b", "UPDATE location SET name = 'f'");
  plt_test_reopen (t, PLT_OPEN_WRITE); /* another opening */
  run_merged (t->store, "b", "UPDATE location SET name = 'g'");
  g_assert_cmpint (count_steps (t->store), ==, 7);
  plt_test_undo (t->store); /* an undo in between */
  run_merged (t->store, "b", "UPDATE location SET name = 'h'");
  g_assert_cmpint (count_steps (t->store), ==, 7);
  run_merged (t->store, "b", "UPDATE location SET name = 'i'");
  g_assert_cmpint (count_steps (t->store), ==, 7);
}

/* What was typed is deleted again: no step is left, and typing on makes a new one. */
static void
test_merge_to_nothing (PltTestFile *t, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *sum = NULL;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  before = plt_store_checksum (t->store);
  run_merged (t->store, "k", "UPDATE location SET name = 'ab'");
  run_merged (t->store, "k", "UPDATE location SET name = 'a'");
  g_assert_cmpint (count_steps (t->store), ==, 1);
  run_merged (t->store, "k", "UPDATE location SET name = 'ac'");
  run_merged (t->store, "k", "UPDATE location SET name = 'acd'");
  g_assert_cmpint (count_steps (t->store), ==, 2);
  plt_test_undo (t->store);
  sum = plt_store_checksum (t->store);
  g_assert_cmpstr (sum, ==, before);
  plt_test_undo (t->store);
  g_assert_false (plt_store_can_undo (t->store));
}

/* ---- failures ---- */

static void
test_rollback (PltTestFile *t, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    PltError code;
  } cases[] = {
    { INSERT_LOCATION ("b") "; INSERT INTO location (name) VALUES ('')", PLT_ERROR_INVALID },
    { INSERT_LOCATION ("b") "; INSERT INTO strip (schedule, kind) VALUES (99, 'note')",
      PLT_ERROR_CONFLICT },
    { INSERT_LOCATION ("b") "; no SQL at all", PLT_ERROR_FAILED },
  };
  g_autofree char *before = NULL;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  before = plt_store_checksum (t->store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sum = NULL;

      g_assert_false (plt_test_run (t->store, NULL, cases[i].sql, &error));
      plt_test_assert_sentence (error, cases[i].code);
      sum = plt_store_checksum (t->store);
      g_assert_cmpstr (sum, ==, before);
      g_assert_cmpint (count_steps (t->store), ==, 1);
      g_assert_false (plt_store_in_command (t->store));
    }
  plt_test_command (t->store, INSERT_LOCATION ("c"));
  plt_test_undo (t->store);
  plt_test_undo (t->store);
}

static gboolean
give_up (PltStore *store, gpointer data, GError **error)
{
  plt_db_exec (plt_store_get_db (store), INSERT_LOCATION ("x"), NULL);
  return FALSE;
}

/* A function that fails without saying why still gets a sentence. */
static void
test_silent_failure (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_store_run (t->store, &(PltCommand){ "x", NULL, give_up, NULL }, &error));
  plt_test_assert_sentence (error, PLT_ERROR_FAILED);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location"), ==, 0);
}

static void
test_query_only_outside (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_db_exec (plt_store_get_db (t->store), INSERT_LOCATION ("x"), &error));
  plt_test_assert_sentence (error, PLT_ERROR_READ_ONLY);
}

#ifndef G_DISABLE_ASSERT
static gboolean
run_inside (PltStore *store, gpointer data, GError **error)
{
  return plt_test_run (store, NULL, INSERT_LOCATION ("inner"), error);
}

static void
test_nesting (PltTestFile *t, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      plt_store_run (t->store, &(PltCommand){ "x", NULL, run_inside, NULL }, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*in_command*");
}
#endif

/* ---- length ---- */

static void
test_count_limit (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GPtrArray) history = NULL;

  t->store->max_steps = 100;
  plt_test_command (t->store, INSERT_LOCATION ("a"));
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE location SET note = '%u'", i);

      plt_test_command (t->store, sql);
    }
  history = plt_store_history (t->store);
  g_assert_cmpuint (history->len, ==, 100);
  while (plt_store_can_undo (t->store))
    plt_test_undo (t->store);
  g_assert_cmpint (plt_test_int (t->store, "SELECT CAST (note AS INTEGER) FROM location"), ==, 19);
}

/* Five steps of 20 MB do not stand side by side in 64 MB; one of 80 MB alone may stand. */
static void
test_bytes_limit (PltTestFile *t, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO location (name, note) VALUES ('%u', hex (zeroblob (10000000)))", i);

      plt_test_command (t->store, sql);
    }
  g_assert_cmpint (count_steps (t->store), ==, 3);
  plt_test_command (t->store, "INSERT INTO location (name, note) VALUES ('x', "
                              "hex (zeroblob (40000000)))");
  g_assert_cmpint (count_steps (t->store), ==, 1);
  plt_test_reopen (t, PLT_OPEN_WRITE);
  plt_test_undo (t->store);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location"), ==, 5);
}

/* ---- a history from elsewhere ---- */

/* The rows were changed by another program: the step is refused and stays. */
static void
test_conflict (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *after = NULL;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  g_clear_object (&t->store);
  plt_test_foreign_sql (t->path, "UPDATE location SET name = 'b'");
  plt_test_reopen (t, PLT_OPEN_WRITE);
  sum = plt_store_checksum (t->store);
  g_assert_false (plt_store_undo (t->store, &error));
  plt_test_assert_sentence (error, PLT_ERROR_CONFLICT);
  after = plt_store_checksum (t->store);
  g_assert_cmpstr (sum, ==, after);
  g_assert_true (plt_store_can_undo (t->store));
}

static void
test_hostile_changesets (PltTestFile *t, gconstpointer data)
{
  static const char *const blobs[] = {
    "x'00'",
    "x'54'",
    "x'5400'",
    "x'50020100736574001200'",                         /* a patchset */
    "x'5402010073716c6974655f736368656d610012000101'", /* sqlite_schema */
    "x'540201006c6f636174696f6e00120001'",             /* cut in a value */
    "x'540201006c6f636174696f6e0012000100000000000000010"
    "3ff'", /* a text longer than the blob */
    "x'540201006c6f636174696f6e00120001000000000000000103"
    "ffffffffffffffffff'",                                   /* far longer */
    "x'54ff01006c6f636174696f6e00'",                         /* more columns than there are */
    "x'540200016c6f636174696f6e00'",                         /* another key */
    "x'540201006c6f636174696f6e'",                           /* no end of the name */
    "x'1200010000000000000001'",                             /* a row without a table */
    "x'540201006c6f636174696f6e00630001000000000000000105'", /* no such operation */
  };

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  for (gsize i = 0; i < G_N_ELEMENTS (blobs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) faults = NULL;
      g_autofree char *sql = g_strdup_printf ("UPDATE plt_history SET changes = %s", blobs[i]);

      g_test_message ("%s", blobs[i]);
      g_clear_object (&t->store);
      plt_test_foreign_sql (t->path, sql);
      plt_test_reopen (t, PLT_OPEN_WRITE);
      g_assert_false (plt_store_undo (t->store, &error));
      plt_test_assert_sentence (error, PLT_ERROR_DAMAGED);
      faults = plt_store_verify (t->store);
      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location"), ==, 1);
    }
}

/* A step in good form that would leave the file without its production. */
static void
test_undo_of_production (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  plt_test_command (t->store, "INSERT INTO production (id, title, kind) VALUES (2, 'x', 'flux')");
  g_clear_object (&t->store);
  plt_test_foreign_sql (t->path, "DELETE FROM production WHERE id = 1");
  plt_test_reopen (t, PLT_OPEN_WRITE);
  g_assert_false (plt_store_undo (t->store, &error));
  plt_test_assert_sentence (error, PLT_ERROR_DAMAGED);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM production"), ==, 1);
}

/* Every changeset that SQLite makes for us passes; cut anywhere or with any byte flipped it is
 * refused or applied without harm to the checks. */
static void
test_mutated_changesets (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  PltStmt *stmt;
  g_autofree guint8 *bytes = NULL;
  gsize n;

  plt_test_command (t->store, "INSERT INTO location (id, name, note) VALUES (1, 'Port', 'é')");
  plt_test_command (t->store, "UPDATE location SET name = 'Quai', fee_cents = 12500, city = 'Sète';"
                              "INSERT INTO \"set\" (name, location) VALUES ('CAFÉ', 1)");
  stmt = plt_db_prepare (plt_store_get_db (t->store),
                         "SELECT changes FROM plt_history ORDER BY id DESC", NULL);
  g_assert_cmpint (plt_db_step (plt_store_get_db (t->store), stmt, NULL), ==, PLT_STEP_ROW);
  n = (gsize) sqlite3_column_bytes (stmt, 0);
  bytes = g_memdup2 (sqlite3_column_blob (stmt, 0), n);
  sqlite3_reset (stmt);
  g_assert_true (plt_changeset_check (bytes, n, NULL));
  for (gsize cut = 1; cut < n; cut++)
    {
      g_autofree guint8 *part = g_memdup2 (bytes, cut); /* its end is where a sanitizer looks */

      plt_changeset_check (part, cut, NULL);
    }
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree guint8 *mutated = g_memdup2 (bytes, n);
      g_autoptr (PltDb) db = NULL;

      mutated[g_rand_int_range (rand, 0, (gint32) n)] = (guint8) g_rand_int (rand);
      if (!plt_changeset_check (mutated, n, NULL) || i % 10 != 0)
        continue;
      db = plt_db_copy_to_memory (plt_store_get_db (t->store), NULL);
      plt_changeset_apply (db, mutated, n, TRUE, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("round-trip", test_round_trip);
  ADD ("entries", test_entries);
  ADD ("new-command-drops-undone", test_new_command_drops_undone);
  ADD ("nothing-changed", test_nothing_changed);
  ADD ("delete-all", test_delete_all);
  ADD ("merge", test_merge);
  ADD ("merge-ends", test_merge_ends);
  ADD ("merge-to-nothing", test_merge_to_nothing);
  ADD ("rollback", test_rollback);
  ADD ("silent-failure", test_silent_failure);
  ADD ("query-only-outside", test_query_only_outside);
#ifndef G_DISABLE_ASSERT
  ADD ("nesting", test_nesting);
#endif
  ADD ("count-limit", test_count_limit);
  ADD ("bytes-limit", test_bytes_limit);
  ADD ("conflict", test_conflict);
  ADD ("hostile-changesets", test_hostile_changesets);
  ADD ("undo-of-production", test_undo_of_production);
  ADD ("mutated-changesets", test_mutated_changesets);
  return g_test_run ();
}

/* The file beneath: lock, two openings, copies, creation. */
#include "plt-test-file.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define ADD(name, function)                                                                        \
  g_test_add ("/store/file/" name, PltTestFile, NULL, plt_test_file_set_up, function,              \
              plt_test_file_tear_down)

/* ---- lock ---- */

/* Runs `work` in another process; gives its exit status. */
static int
in_child (int (*work) (const char *path), const char *path)
{
  pid_t pid = fork ();
  int status = 0;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    _exit (work (path));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static int
try_write (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_open (path, PLT_OPEN_WRITE, &error);

  if (store != NULL)
    return 0;
  return g_error_matches (error, PLT_ERROR, PLT_ERROR_LOCKED) ? 1 : 2;
}

static int
try_read (const char *path)
{
  g_autoptr (PltStore) store = plt_store_open (path, PLT_OPEN_READ, NULL);

  return store != NULL && plt_store_is_read_only (store) ? 0 : 2;
}

/* 1 when SQLite's own lock is held by somebody */
static int
try_begin (const char *path)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "BEGIN IMMEDIATE; ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);
  return code == SQLITE_OK ? 0 : (code & 0xff) == SQLITE_BUSY ? 1 : 2;
}

static void
test_lock (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) second = plt_store_open (t->path, PLT_OPEN_WRITE, &error);
  g_autoptr (PltStore) reader = NULL;

  g_assert_null (second);
  plt_test_assert_sentence (error, PLT_ERROR_LOCKED);
  g_clear_error (&error);
  reader = plt_store_open (t->path, PLT_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_true (plt_store_is_read_only (reader));
  g_assert_cmpint (in_child (try_write, t->path), ==, 1);
  g_assert_cmpint (in_child (try_read, t->path), ==, 0);

  plt_test_command (t->store, INSERT_LOCATION ("a")); /* readers do not hold it up */
  g_assert_cmpint (plt_test_int (reader, "SELECT count(*) FROM location"), ==, 1);
  g_clear_object (&t->store);
  g_assert_cmpint (in_child (try_write, t->path), ==, 0);
}

static void
test_lock_by_link (PltTestFile *t, gconstpointer data)
{
  g_autofree char *link_path = plt_test_path (t, "lien.plateau");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (t->path, link_path), ==, 0);
  g_assert_null (plt_store_open (link_path, PLT_OPEN_WRITE, &error));
  plt_test_assert_sentence (error, PLT_ERROR_LOCKED);
}

/* Closing any descriptor of a file gives up the process's classic locks on it: ours must not give
 * up those of a command that runs meanwhile. */
static gboolean
open_and_close (PltStore *store, gpointer data, GError **error)
{
  PltTestFile *t = data;

  plt_db_exec (plt_store_get_db (store), INSERT_LOCATION ("a"), NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PltStore) reader = plt_store_open (t->path, PLT_OPEN_READ, error);

      g_assert_nonnull (reader);
      g_assert_null (plt_store_open (t->path, PLT_OPEN_WRITE, NULL));
    }
  g_assert_cmpint (in_child (try_begin, t->path), ==, 1);
  return TRUE;
}

static void
test_locks_survive_closing (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (in_child (try_begin, t->path), ==, 0);
  plt_store_run (t->store, &(PltCommand){ "x", NULL, open_and_close, t }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (in_child (try_begin, t->path), ==, 0);
}

static guint
count_descriptors (void)
{
  return plt_test_count_files ("/proc/self/fd");
}

/* What waits to be closed is used again, and closed in the end. */
static void
test_descriptors_are_few (PltTestFile *t, gconstpointer data)
{
  guint before, beside;

  if (!g_file_test ("/proc/self/fd", G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no /proc");
      return;
    }
  before = count_descriptors ();
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (PltStore) reader = plt_store_open (t->path, PLT_OPEN_READ, NULL);
      g_autoptr (PltStore) other = plt_store_open (t->path, PLT_OPEN_READ, NULL);

      g_assert_true (reader != NULL && other != NULL);
      g_assert_null (plt_store_open (t->path, PLT_OPEN_WRITE, NULL));
    }
  beside = count_descriptors ();
  g_assert_cmpuint (beside, <=, before + 3); /* two to read, one that tried to write */
  g_clear_object (&t->store);
  g_assert_cmpuint (count_descriptors (), <, before);
}

/* Somebody else's program writes: two seconds of patience, then a sentence and nothing changed. */
static void
test_busy (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (t->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (plt_test_run (t->store, NULL, INSERT_LOCATION ("a"), &error));
  plt_test_assert_sentence (error, PLT_ERROR_LOCKED);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  plt_test_command (t->store, INSERT_LOCATION ("a"));
}

/* ---- reading only ---- */

static void
test_read_only_store (PltTestFile *t, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  plt_test_reopen (t, PLT_OPEN_READ);
  before = plt_test_hash_file (t->path);
  g_assert_false (plt_test_run (t->store, NULL, INSERT_LOCATION ("b"), &error));
  plt_test_assert_sentence (error, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plt_store_can_undo (t->store));
  g_assert_null (plt_store_undo_label (t->store));
  g_assert_false (plt_store_undo (t->store, &error));
  plt_test_assert_sentence (error, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plt_store_snapshot_make (t->store, "x", &error));
  plt_test_assert_sentence (error, PLT_ERROR_READ_ONLY);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location"), ==, 1);
  after = plt_test_hash_file (t->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_read_only_place (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) reader = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_clear_object (&t->store);
  g_chmod (t->folder, 0500);
  g_assert_null (plt_store_open (t->path, PLT_OPEN_WRITE, &error));
  plt_test_assert_sentence (error, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_chmod (t->folder, 0700);
  g_chmod (t->path, 0400);
  g_assert_null (plt_store_open (t->path, PLT_OPEN_WRITE, &error));
  plt_test_assert_sentence (error, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  reader = plt_store_open (t->path, PLT_OPEN_READ, &error);
  g_assert_no_error (error);
  g_chmod (t->path, 0600);
}

/* ---- creating ---- */

static void
assert_not_created (PltTestFile *t, const char *name, const char *kind, PltError code)
{
  g_autofree char *path = plt_test_path (t, name);
  g_autoptr (GError) error = NULL;
  guint files = plt_test_count_files (t->folder);

  g_assert_null (plt_store_create (path, "T", kind, NULL, &error));
  plt_test_assert_sentence (error, code);
  g_assert_cmpuint (plt_test_count_files (t->folder), ==, files);
}

static void
test_create_refused (PltTestFile *t, gconstpointer data)
{
  g_autofree char *before = plt_test_hash_file (t->path);
  g_autofree char *after = NULL;
  g_autofree char *long_name = g_strnfill (300, 'x');

  assert_not_created (t, "essai.plateau", "court-metrage", PLT_ERROR_CONFLICT);
  assert_not_created (t, "no/such/folder.plateau", "court-metrage", PLT_ERROR_NOT_FOUND);
  assert_not_created (t, "essai.plateau/x.plateau", "court-metrage", PLT_ERROR_NOT_FOUND);
  assert_not_created (t, "new.plateau", "no-such-kind", PLT_ERROR_INVALID);
  assert_not_created (t, long_name, "court-metrage", PLT_ERROR_INVALID);
  after = plt_test_hash_file (t->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_create (PltTestFile *t, gconstpointer data)
{
  g_autofree char *path = plt_test_path (t, "L’été à Sète.plateau");
  g_autoptr (PltBatch) defaults = plt_batch_new ();
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltRecord) production = NULL;
  g_autoptr (GError) error = NULL;

  plt_batch_insert (defaults, "location");
  plt_batch_set_text (defaults, "name", "Port");
  store = plt_store_create (path, "L’été", "documentaire", defaults, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plt_store_get_path (store), ==, path);
  g_assert_false (plt_store_is_read_only (store));
  g_assert_false (plt_store_can_undo (store));
  production = plt_store_get_production (store);
  g_assert_cmpint (plt_record_get_id (production), ==, 1);
  g_assert_cmpstr (plt_record_get_text (production, "title"), ==, "L’été");
  g_assert_cmpint (plt_test_int (store, "SELECT count(*) FROM location"), ==, 1);
  g_assert_cmpint (plt_test_int (store, "PRAGMA application_id"), ==, PLT_APPLICATION_ID);
  g_assert_cmpint (plt_test_int (store, "PRAGMA user_version"), ==, PLT_SCHEMA_VERSION);
  g_assert_cmpuint (plt_test_count_files (t->folder), ==, 2);
  plt_test_assert_sound (store);
}

/* A default that is refused: there is no file. */
static void
test_create_bad_defaults (PltTestFile *t, gconstpointer data)
{
  g_autofree char *path = plt_test_path (t, "new.plateau");
  g_autoptr (PltBatch) defaults = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  plt_batch_insert (defaults, "location");
  plt_batch_set_text (defaults, "name", "");
  g_assert_null (plt_store_create (path, "T", "flux", defaults, &error));
  plt_test_assert_sentence (error, PLT_ERROR_INVALID);
  g_assert_cmpuint (plt_test_count_files (t->folder), ==, 1);
}

static void
test_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);

  g_assert_no_error (error);
  g_assert_null (plt_store_get_path (store));
  g_assert_false (plt_store_is_read_only (store));
  plt_test_command (store, INSERT_LOCATION ("a"));
  plt_test_undo (store);
  plt_test_redo (store);
  g_assert_cmpint (plt_test_int (store, "SELECT count(*) FROM location"), ==, 1);
  plt_test_assert_sound (store);
}

/* ---- copies ---- */

static void
test_save_copy (PltTestFile *t, gconstpointer data)
{
  g_autofree char *path = plt_test_path (t, "copie.plateau");
  g_autofree char *sum = NULL;
  g_autofree char *copy_sum = NULL;
  g_autoptr (PltStore) copy = NULL;
  g_autoptr (GError) error = NULL;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  g_assert_true (plt_store_snapshot_make (t->store, "un", &error));
  sum = plt_store_checksum (t->store);
  for (guint i = 0; i < 2; i++) /* the second replaces the first */
    {
      g_assert_true (plt_store_save_copy (t->store, path, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (plt_test_count_files (t->folder), ==, 2);
    }
  copy = plt_store_open (path, PLT_OPEN_WRITE, &error);
  g_assert_no_error (error);
  copy_sum = plt_store_checksum (copy);
  g_assert_cmpstr (sum, ==, copy_sum);
  plt_test_assert_sound (copy);
  plt_test_undo (copy); /* history and snapshots are in it */
  g_assert_true (plt_store_snapshot_restore (copy, "un", NULL, &error));
  g_clear_pointer (&copy_sum, g_free);
  copy_sum = plt_store_checksum (copy);
  g_assert_cmpstr (sum, ==, copy_sum);

  g_assert_false (plt_store_save_copy (t->store, path, &error)); /* it is open */
  plt_test_assert_sentence (error, PLT_ERROR_LOCKED);
}

static void
test_save_copy_refused (PltTestFile *t, gconstpointer data)
{
  g_autofree char *link_path = plt_test_path (t, "lien.plateau");
  g_autofree char *missing = plt_test_path (t, "no/x.plateau");
  g_autofree char *before = plt_test_hash_file (t->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (t->path, link_path), ==, 0);
  g_assert_false (plt_store_save_copy (t->store, t->path, &error));
  plt_test_assert_sentence (error, PLT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (plt_store_save_copy (t->store, link_path, &error));
  plt_test_assert_sentence (error, PLT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (plt_store_save_copy (t->store, t->folder, &error));
  plt_test_assert_sentence (error, PLT_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (plt_store_save_copy (t->store, missing, &error));
  plt_test_assert_sentence (error, PLT_ERROR_NOT_FOUND);
  after = plt_test_hash_file (t->path);
  g_assert_cmpstr (before, ==, after);
  plt_test_command (t->store, INSERT_LOCATION ("still writable"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lock", test_lock);
  ADD ("lock-by-link", test_lock_by_link);
  ADD ("locks-survive-closing", test_locks_survive_closing);
  ADD ("descriptors-are-few", test_descriptors_are_few);
  ADD ("busy", test_busy);
  ADD ("read-only-store", test_read_only_store);
  ADD ("read-only-place", test_read_only_place);
  ADD ("create", test_create);
  ADD ("create-refused", test_create_refused);
  ADD ("create-bad-defaults", test_create_bad_defaults);
  g_test_add_func ("/store/file/in-memory", test_in_memory);
  ADD ("save-copy", test_save_copy);
  ADD ("save-copy-refused", test_save_copy_refused);
  return g_test_run ();
}

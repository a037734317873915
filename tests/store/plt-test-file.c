#include "plt-test-file.h"

#include <string.h>

#include <glib/gstdio.h>

void
plt_test_file_set_up (PltTestFile *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("plateau-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = plt_test_path (self, "essai.plateau");
  self->store = plt_store_create (self->path, "La Passe", "court-metrage", NULL, &error);
  g_assert_no_error (error);
}

void
plt_test_file_tear_down (PltTestFile *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&self->store);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = plt_test_path (self, name);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

void
plt_test_reopen (PltTestFile *self, PltOpenFlags flags)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->store);
  self->store = plt_store_open (self->path, flags, &error);
  g_assert_no_error (error);
}

char *
plt_test_path (PltTestFile *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static gboolean
run_sql (PltStore *store, gpointer data, GError **error)
{
  return plt_db_exec (plt_store_get_db (store), data, error);
}

gboolean
plt_test_run (PltStore *store, const char *merge_key, const char *sql, GError **error)
{
  return plt_store_run (store, &(PltCommand){ sql, merge_key, run_sql, (gpointer) sql }, error);
}

void
plt_test_command (PltStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = plt_test_run (store, NULL, sql, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

void
plt_test_undo (PltStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = plt_store_undo (store, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

void
plt_test_redo (PltStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = plt_store_redo (store, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

gint64
plt_test_int (PltStore *store, const char *sql)
{
  return plt_db_int (plt_store_get_db (store), sql, G_MININT64);
}

void
plt_test_assert_sound (PltStore *store)
{
  g_autoptr (GPtrArray) faults = plt_store_verify (store);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("fault: %s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

void
plt_test_assert_sentence (const GError *error, PltError code)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, PLT_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (error->message))
                 || g_str_has_prefix (error->message, "“"));
}

void
plt_test_foreign_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

char *
plt_test_hash_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, n);
}

guint
plt_test_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

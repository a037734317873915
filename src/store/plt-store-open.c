/* Opening a production that may come from anywhere.
 *
 * In this order, each before the next can be harmed by what it would find: an ordinary file of a
 * bearable size; its first 100 bytes, which say whose file it is and of what version; the lock,
 * when it is to be written; then SQLite with everything switched off that a schema could run; the
 * schema, which has to be ours to the letter; the soundness of pages and values; references; one
 * row of `production`. Up to here the file is only read, except that SQLite rolls back what a
 * program left half done that died while writing. */
#include "plt-store-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "plt-migrate.h"
#include "plt-table.h"

#define FILE_MAX_BYTES (G_GINT64_CONSTANT (1) << 30)
#define HEADER_BYTES 100
#define AT_WRITE_FORMAT 18
#define AT_READ_FORMAT 19
#define AT_USER_VERSION 60
#define AT_APPLICATION_ID 68

static void
set_foreign (GError **error)
{
  g_set_error_literal (
      error, PLT_ERROR, PLT_ERROR_FOREIGN,
      _ ("This is not a Plateau production. Choose a file that Plateau has made."));
}

static gboolean
check_version (gint64 version, int newest, GError **error)
{
  if (version > newest)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NEWER,
                         _ ("The production was written by a newer Plateau. Install that one, or "
                            "ask for a copy made with this one."));
  else if (version < 1)
    set_foreign (error);
  else
    return TRUE;
  return FALSE;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8)
         | bytes[3];
}

/* What the file says of itself, read without SQLite. */
static gboolean
check_header (PltFile *file, int newest, GError **error)
{
  guint8 header[HEADER_BYTES] = { 0 };
  gint64 size = plt_file_get_size (file);

  if (size == 0)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FOREIGN,
                         _ ("The file is empty. Choose a file that Plateau has made."));
  else if (size > FILE_MAX_BYTES)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                         _ ("The file is larger than one gibibyte, which no production is. Choose "
                            "another."));
  else if (plt_file_read_head (file, header, HEADER_BYTES) != HEADER_BYTES
           || memcmp (header, "SQLite format 3", 16) != 0
           || read_big_endian (header + AT_APPLICATION_ID) != PLT_APPLICATION_ID)
    set_foreign (error);
  else if (header[AT_WRITE_FORMAT] != 1 || header[AT_READ_FORMAT] != 1)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FOREIGN,
                         _ ("Another program has changed how this production is stored. Open a "
                            "backup copy of it."));
  else
    return check_version ((gint32) read_big_endian (header + AT_USER_VERSION), newest, error);
  return FALSE;
}

static gboolean
check_schema (PltDb *db, PltSchema *schema, int version, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *difference = plt_schema_compare (schema, db, version, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (difference != NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_FOREIGN,
                 _ ("Another program has changed this production: %s is not as Plateau makes it. "
                    "Open a backup copy of it."),
                 difference);
  else
    return TRUE;
  return FALSE;
}

gboolean
plt_store_check_production (PltDb *db, GError **error)
{
  if (plt_db_int (db, "SELECT count(*) FROM production", 0) == 1)
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                       _ ("The file does not hold one production. Open a backup copy of it, and "
                          "keep the damaged file."));
  return FALSE;
}

/* Negative numbers mean rows that a batch is about to make, and zero means none. */
gboolean
plt_store_check_ids (PltDb *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT NOT (0");

  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    g_string_append_printf (sql, " OR EXISTS (SELECT 1 FROM \"%s\" WHERE id < 1)", (*table)->id);
  g_string_append_c (sql, ')');
  if (plt_db_int (db, sql->str, 0) == 1)
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                       _ ("The production has rows that Plateau has not numbered. Open a backup "
                          "copy of it, and keep the damaged file."));
  return FALSE;
}

gboolean
plt_store_check_db (PltDb *db, PltSchema *schema, int *version, GError **error)
{
  *version = (int) plt_db_int (db, "PRAGMA main.user_version", 0);
  if (plt_db_int (db, "PRAGMA main.application_id", 0) != PLT_APPLICATION_ID)
    {
      set_foreign (error);
      return FALSE;
    }
  return check_version (*version, plt_schema_get_version (schema), error)
         && check_schema (db, schema, *version, error) && plt_db_check (db, TRUE, error)
         && plt_store_check_production (db, error);
}

/* ---- opening ---- */

/* A reader too opens for writing where it may: only then can SQLite roll back what a program that
 * died has left behind. */
static PltDb *
open_db (const char *path, PltOpenFlags flags, GError **error)
{
  gboolean writable = flags == PLT_OPEN_WRITE || g_access (path, W_OK) == 0;
  PltDb *db = plt_db_open (path, writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error);

  if (db != NULL)
    plt_db_set_query_only (db, TRUE);
  return db;
}

/* All checks see one state of the file, even while another program writes in it. */
static gboolean
check_at_rest (PltDb *db, PltSchema *schema, int *version, GError **error)
{
  gboolean ok;

  if (!plt_db_exec (db, "BEGIN", error))
    return FALSE;
  ok = plt_store_check_db (db, schema, version, error);
  plt_db_reset_all (db);
  plt_db_exec (db, "ROLLBACK", NULL);
  return ok;
}

/* Replaces *db by one of the present version. */
static gboolean
bring_up_to_date (PltDb **db,
                  PltSchema *schema,
                  const char *path,
                  PltOpenFlags flags,
                  int version,
                  GError **error)
{
  g_autoptr (PltDb) copy = NULL;
  gboolean ok;

  if (version == plt_schema_get_version (schema))
    return TRUE;
  if (flags == PLT_OPEN_WRITE)
    {
      plt_db_set_query_only (*db, FALSE);
      ok = plt_migrate_file (schema, *db, path, version, NULL, error);
      plt_db_set_query_only (*db, TRUE);
    }
  else
    {
      copy = plt_db_copy_to_memory (*db, error);
      ok = copy != NULL && plt_migrate (schema, copy, version, error);
      if (ok)
        {
          plt_db_close (*db);
          *db = g_steal_pointer (&copy);
        }
    }
  return ok && check_schema (*db, schema, plt_schema_get_version (schema), error);
}

static PltStore *
open_checked (
    PltFile *file, const char *path, PltOpenFlags flags, PltSchema *schema, GError **error)
{
  g_autoptr (PltDb) db = open_db (path, flags, error);
  g_autoptr (PltStore) store = NULL;
  int version = 0;

  if (db == NULL || !check_at_rest (db, schema, &version, error)
      || !bring_up_to_date (&db, schema, path, flags, version, error)
      || !plt_store_check_ids (db, error))
    {
      g_clear_pointer (&db, plt_db_close);
      plt_file_close (file);
      return NULL;
    }
  store = plt_store_new_taking (g_steal_pointer (&db), schema, file, path);
  if (flags == PLT_OPEN_READ)
    plt_store_set_read_only (store);
  return plt_history_load (store, error) ? g_steal_pointer (&store) : NULL;
}

PltStore *
plt_store_open_with_schema (const char *path, PltOpenFlags flags, PltSchema *schema, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (PltFile) file = plt_file_open (absolute, flags == PLT_OPEN_WRITE, error);

  if (file == NULL || !check_header (file, plt_schema_get_version (schema), error)
      || (flags == PLT_OPEN_WRITE && !plt_file_lock (file, error)))
    return NULL;
  return open_checked (g_steal_pointer (&file), absolute, flags, schema, error);
}

/**
 * plt_store_open:
 * @path: a file
 * @flags: to read or to write
 * @error: PLT_ERROR_NOT_FOUND, PLT_ERROR_FOREIGN, PLT_ERROR_DAMAGED, PLT_ERROR_NEWER,
 * PLT_ERROR_READ_ONLY, PLT_ERROR_LOCKED, PLT_ERROR_TOO_BIG, PLT_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the store; its file stays open, and locked when @flags say
 * write, until the last reference is gone
 */
PltStore *
plt_store_open (const char *path, PltOpenFlags flags, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return plt_store_open_with_schema (path, flags, plt_schema_get_default (), error);
}

#include "plt-migrate.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "plt-file.h"

#define IN_MEMORY_LIMIT (G_GINT64_CONSTANT (2) << 30)

/* ---- copies ---- */

static PltDb *
open_taken_bytes (guint8 *bytes, gsize n, GError **error)
{
  g_autoptr (PltDb) db
      = plt_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_int64 limit = IN_MEMORY_LIMIT;
  int code;

  if (db == NULL)
    {
      sqlite3_free (bytes);
      return NULL;
    }
  code = sqlite3_deserialize (plt_db_handle (db), "main", bytes, (sqlite3_int64) n,
                              (sqlite3_int64) n,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (code != SQLITE_OK)
    {
      plt_db_set_error (db, code, error);
      return NULL;
    }
  sqlite3_file_control (plt_db_handle (db), "main", SQLITE_FCNTL_SIZE_LIMIT, &limit);
  return plt_db_exec (db, "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF", error)
             ? g_steal_pointer (&db)
             : NULL;
}

PltDb *
plt_db_open_bytes (const guint8 *bytes, gsize n, GError **error)
{
  guint8 *copy = sqlite3_malloc64 (n);

  if (copy == NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FAILED,
                           _ ("There is not enough memory. Close other programs and try again."));
      return NULL;
    }
  memcpy (copy, bytes, n);
  return open_taken_bytes (copy, n, error);
}

PltDb *
plt_db_copy_to_memory (PltDb *db, GError **error)
{
  sqlite3_int64 n = 0;
  guint8 *bytes = sqlite3_serialize (plt_db_handle (db), "main", &n, 0);

  if (bytes == NULL)
    {
      int code = sqlite3_errcode (plt_db_handle (db));

      plt_db_set_error (db, code != SQLITE_OK ? code : SQLITE_NOMEM, error);
      return NULL;
    }
  return open_taken_bytes (bytes, (gsize) n, error);
}

static gboolean
vacuum_into (PltDb *db, const char *path, GError **error)
{
  g_autoptr (PltStmt) stmt = NULL;
  gboolean query_only = plt_db_get_query_only (db);
  gboolean ok;

  plt_db_reset_all (db);
  plt_db_set_query_only (db, FALSE);
  stmt = plt_db_prepare_fresh (db, "VACUUM main INTO ?1", error);
  if (stmt != NULL)
    plt_stmt_bind_text (stmt, 1, path);
  ok = stmt != NULL && plt_db_run (db, stmt, error);
  plt_db_set_query_only (db, query_only);
  return ok;
}

gboolean
plt_db_copy_to_file (PltDb *db, const char *path, gboolean replace, GError **error)
{
  g_autofree char *draft = plt_file_make_draft (path, error);

  if (draft == NULL)
    return FALSE;
  if (!vacuum_into (db, draft, error))
    {
      plt_file_discard_draft (draft);
      return FALSE;
    }
  return plt_file_publish_draft (draft, path, replace, error);
}

gboolean
plt_db_back_up (PltDb *db, const char *path, const char *tag, char **backup, GError **error)
{
  for (guint attempt = 1;; attempt++)
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *name = attempt == 1 ? g_strdup_printf ("%s.%s.bak", path, tag)
                                           : g_strdup_printf ("%s.%s-%u.bak", path, tag, attempt);

      if (!g_file_test (name, G_FILE_TEST_EXISTS) && plt_db_copy_to_file (db, name, FALSE, &local))
        {
          if (backup != NULL)
            *backup = g_steal_pointer (&name);
          return TRUE;
        }
      if (local != NULL && !g_error_matches (local, PLT_ERROR, PLT_ERROR_CONFLICT))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
}

/* ---- soundness ---- */

static void
set_damaged (const char *what, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
               _ ("The production is damaged (%s). Open a backup copy of it, and keep the damaged "
                  "file."),
               what);
}

/* Rows that refer to nothing, of the whole file. */
static gboolean
check_references (PltDb *db, GError **error)
{
  PltStmt *stmt = plt_db_prepare (db, "PRAGMA main.foreign_key_check", error);
  PltStep step = stmt == NULL ? PLT_STEP_ERROR : plt_db_step (db, stmt, error);

  if (step == PLT_STEP_ROW)
    {
      g_autofree char *what = g_strdup_printf (_ ("row %s of “%s” refers to a missing row of “%s”"),
                                               plt_stmt_text (stmt, 1), plt_stmt_text (stmt, 0),
                                               plt_stmt_text (stmt, 2));

      set_damaged (what, error);
    }
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return step == PLT_STEP_DONE;
}

gboolean
plt_db_check (PltDb *db, gboolean quick, GError **error)
{
  PltStmt *stmt = plt_db_prepare (
      db, quick ? "PRAGMA main.quick_check(1)" : "PRAGMA main.integrity_check(1)", error);
  PltStep step = stmt == NULL ? PLT_STEP_ERROR : plt_db_step (db, stmt, error);
  gboolean ok = step == PLT_STEP_ROW && strcmp (plt_stmt_text (stmt, 0), "ok") == 0;

  if (step != PLT_STEP_ERROR && !ok)
    {
      g_autofree char *what = g_strdelimit (g_strdup (plt_stmt_text (stmt, 0)), "\n", ' ');

      set_damaged (what, error);
    }
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return ok && check_references (db, error);
}

/* ---- migrating ---- */

static gboolean
run_one (PltSchema *schema, PltDb *db, int version, GError **error)
{
  if (!plt_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (plt_schema_run_step (schema, db, version, error) && check_references (db, error)
      && plt_db_exec (db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (plt_db_handle (db)))
    plt_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * plt_migrate:
 * @schema: the steps
 * @db: a database of version @from
 * @from: its version
 * @error: PLT_ERROR
 *
 * References are not enforced while a step runs, so that it may rebuild a table, and checked before
 * it is committed.
 */
gboolean
plt_migrate (PltSchema *schema, PltDb *db, int from, GError **error)
{
  gboolean ok = TRUE;

  sqlite3_db_config (plt_db_handle (db), SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  for (int version = from + 1; ok && version <= plt_schema_get_version (schema); version++)
    ok = run_one (schema, db, version, error);
  sqlite3_db_config (plt_db_handle (db), SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  ok = ok && plt_db_check (db, FALSE, error);
  if (!ok)
    g_prefix_error (error, "%s ",
                    _ ("The production could not be brought to the form this Plateau works with."));
  return ok;
}

gboolean
plt_migrate_file (
    PltSchema *schema, PltDb *db, const char *path, int from, char **backup, GError **error)
{
  g_autofree char *tag = g_strdup_printf ("v%d", from);
  g_autoptr (PltDb) rehearsal = plt_db_copy_to_memory (db, error);

  return rehearsal != NULL && plt_migrate (schema, rehearsal, from, error)
         && plt_db_back_up (db, path, tag, backup, error) && plt_migrate (schema, db, from, error);
}

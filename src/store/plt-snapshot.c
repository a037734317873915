/* Named snapshots: the whole production at a moment, kept in the table plt_snapshot.
 *
 * A snapshot is a database of its own, with the undoable tables and an empty history, as bytes,
 * compressed by zlib. It is looked at in memory after the same checks as a file from elsewhere.
 * Restoring compares it with the present row by row (sqlite3session_diff) and applies what differs
 * as one command, so that it can be undone. A snapshot of an older schema is brought up to date in
 * memory first; since its rows then say what no program of its time wrote, a backup of the file is
 * made before it is restored. */
#include "plt-store-internal.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "plt-migrate.h"

#define MAX_BYTES (G_GINT64_CONSTANT (1) << 30)
#define MAX_RATIO 1100 /* zlib cannot do better than 1032:1 */
#define MAX_NAME 200   /* characters */

static void
snapshot_free (PltSnapshot *snapshot)
{
  g_free (snapshot->name);
  g_free (snapshot);
}

static gboolean
run (PltDb *db, const char *sql, GError **error)
{
  return plt_db_exec (db, sql, error);
}

/* ---- bytes ---- */

static GBytes *
serialize (PltDb *db, const char *schema, GError **error)
{
  sqlite3_int64 n = 0;
  guint8 *bytes = sqlite3_serialize (plt_db_handle (db), schema, &n, 0);

  if (bytes != NULL)
    return g_bytes_new_with_free_func (bytes, (gsize) n, sqlite3_free, bytes);
  plt_db_set_error (db, SQLITE_NOMEM, error);
  return NULL;
}

static GBytes *
compress (GBytes *bytes, GError **error)
{
  g_autoptr (GConverter) converter
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, converter);
  gsize n;
  gconstpointer data = g_bytes_get_data (bytes, &n);

  if (!g_output_stream_write_all (stream, data, n, NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Exactly `expected` bytes or nothing: what a file claims never makes more be allocated than its
 * own size could unfold to. */
static guint8 *
decompress (gconstpointer data, gsize n, gint64 expected)
{
  g_autoptr (GConverter) converter
      = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autofree guint8 *bytes = NULL;
  gsize read_total = 0, written_total = 0;
  GConverterResult result = G_CONVERTER_CONVERTED;

  if (expected < 1 || expected > MAX_BYTES || expected / MAX_RATIO > (gint64) n)
    return NULL;
  bytes = g_try_malloc ((gsize) expected + 1); /* one more, to notice when there is more */
  while (bytes != NULL && result == G_CONVERTER_CONVERTED && written_total <= (gsize) expected)
    {
      gsize read = 0, written = 0;

      result = g_converter_convert (converter, (const guint8 *) data + read_total, n - read_total,
                                    bytes + written_total, (gsize) expected + 1 - written_total,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      read_total += read;
      written_total += written;
    }
  return result == G_CONVERTER_FINISHED && written_total == (gsize) expected
             ? g_steal_pointer (&bytes)
             : NULL;
}

/* ---- a second database beside the production's, on its connection ---- */

static GBytes *
empty_database (PltSchema *schema, GError **error)
{
  g_autoptr (PltDb) db
      = plt_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (db == NULL || !run (db, "BEGIN", error)
      || !plt_schema_make (schema, db, plt_schema_get_version (schema), error)
      || !run (db, "COMMIT", error))
    return NULL;
  return serialize (db, "main", error);
}

static gboolean
attach (PltStore *self, GBytes *bytes, GError **error)
{
  gsize n;
  gconstpointer data = g_bytes_get_data (bytes, &n);
  guint8 *copy;
  int code;

  plt_db_reset_all (self->db);
  if (!run (self->db, "ATTACH ':memory:' AS snapshot", error))
    return FALSE;
  copy = sqlite3_malloc64 (n);
  if (copy != NULL)
    memcpy (copy, data, n);
  code = copy == NULL
             ? SQLITE_NOMEM
             : sqlite3_deserialize (plt_db_handle (self->db), "snapshot", copy, (sqlite3_int64) n,
                                    (sqlite3_int64) n,
                                    SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (code == SQLITE_OK)
    return TRUE;
  plt_db_set_error (self->db, code, error);
  run (self->db, "DETACH snapshot", NULL);
  return FALSE;
}

static void
detach (PltStore *self)
{
  plt_db_reset_all (self->db);
  run (self->db, "DETACH snapshot", NULL);
}

static gboolean
copy_rows (PltStore *self, GError **error)
{
  gboolean ok = run (self->db, "BEGIN", error);

  for (const PltTable *const *table = plt_tables (); ok && *table != NULL; table++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO snapshot.\"%s\" SELECT * FROM main.\"%s\"", (*table)->id, (*table)->id);

      ok = run (self->db, sql, error);
    }
  if (ok)
    return run (self->db, "COMMIT", error);
  if (!sqlite3_get_autocommit (plt_db_handle (self->db)))
    run (self->db, "ROLLBACK", NULL);
  return FALSE;
}

/* References are not enforced while rows are copied in the order of the tables: they hold where the
 * rows come from. */
static GBytes *
photograph (PltStore *self, GError **error)
{
  g_autoptr (GBytes) empty = empty_database (self->schema, error);
  g_autoptr (GBytes) full = NULL;
  sqlite3 *handle = plt_db_handle (self->db);

  if (empty == NULL || !attach (self, empty, error))
    return NULL;
  plt_db_set_query_only (self->db, FALSE);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  if (copy_rows (self, error))
    full = serialize (self->db, "snapshot", error);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  plt_db_set_query_only (self->db, TRUE);
  detach (self);
  return g_steal_pointer (&full);
}

/* ---- making and deleting ---- */

typedef struct
{
  const char *name;
  GBytes *data;
  gint64 size;
} Making;

static gint64
find (PltStore *self, const char *name)
{
  PltStmt *stmt = plt_db_prepare (self->db, "SELECT id FROM plt_snapshot WHERE name = ?1", NULL);
  gint64 id = 0;

  if (stmt == NULL)
    return 0;
  plt_stmt_bind_text (stmt, 1, name);
  if (plt_db_step (self->db, stmt, NULL) == PLT_STEP_ROW)
    id = plt_stmt_int (stmt, 0, 0);
  sqlite3_reset (stmt);
  return id;
}

static gint64
find_or_say (PltStore *self, const char *name, GError **error)
{
  gint64 id = find (self, name);

  if (id == 0)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("There is no snapshot “%s”. Choose one from the list."), name);
  return id;
}

static gboolean
insert_cb (PltStore *self, gpointer data, GError **error)
{
  const Making *making = data;
  PltStmt *stmt = plt_db_prepare (self->db,
                                  "INSERT INTO plt_snapshot (name, time, schema, size, data) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5)",
                                  error);
  gsize n;
  gconstpointer bytes = g_bytes_get_data (making->data, &n);
  gboolean ok;

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_text (stmt, 1, making->name);
  plt_stmt_bind_int (stmt, 2, g_get_real_time () / G_USEC_PER_SEC);
  plt_stmt_bind_int (stmt, 3, plt_schema_get_version (self->schema));
  plt_stmt_bind_int (stmt, 4, making->size);
  sqlite3_bind_blob64 (stmt, 5, bytes, n, SQLITE_STATIC);
  ok = plt_db_run (self->db, stmt, error);
  sqlite3_clear_bindings (stmt);
  return ok;
}

static gboolean
delete_cb (PltStore *self, gpointer data, GError **error)
{
  const gint64 *id = data;
  PltStmt *stmt = plt_db_prepare (self->db, "DELETE FROM plt_snapshot WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, *id);
  return plt_db_run (self->db, stmt, error);
}

static gboolean
check_name (const char *name, GError **error)
{
  if (!g_utf8_validate (name, -1, NULL) || strpbrk (name, "\n\r") != NULL
      || g_utf8_strlen (name, -1) > MAX_NAME)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("The name of a snapshot is one line of at most %d characters. Give a shorter "
                    "one."),
                 MAX_NAME);
  else if (name[strspn (name, " \t")] == '\0')
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("A snapshot needs a name. Give one that says what it keeps."));
  else
    return TRUE;
  return FALSE;
}

/**
 * plt_store_snapshot_make:
 * @self: a store open for writing, with no command running
 * @name: one line, not empty, of at most 200 characters, of no other snapshot
 * @error: PLT_ERROR_INVALID, PLT_ERROR_CONFLICT, or of the disk; nothing was changed then
 *
 * Keeps the production as it is. Not a step of the history.
 */
gboolean
plt_store_snapshot_make (PltStore *self, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) compressed = NULL;

  g_return_val_if_fail (PLT_IS_STORE (self) && name != NULL && !self->in_command, FALSE);

  if (self->read_only)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                           _ ("The production is open to be read only, so no snapshot can be kept "
                              "in it."));
      return FALSE;
    }
  if (!check_name (name, error))
    return FALSE;
  if (find (self, name) != 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("There is a snapshot “%s” already. Choose another name, or delete that one "
                      "first."),
                   name);
      return FALSE;
    }
  bytes = photograph (self, error);
  compressed = bytes == NULL ? NULL : compress (bytes, error);
  return compressed != NULL
         && plt_store_write (self, insert_cb,
                             &(Making){ name, compressed, (gint64) g_bytes_get_size (bytes) }, NULL,
                             error);
}

gboolean
plt_store_snapshot_delete (PltStore *self, const char *name, GError **error)
{
  gint64 id;

  g_return_val_if_fail (PLT_IS_STORE (self) && name != NULL, FALSE);

  id = find_or_say (self, name, error);
  return id != 0 && plt_store_write (self, delete_cb, &id, NULL, error);
}

/**
 * plt_store_snapshots:
 * @self: a store
 *
 * Returns: (transfer full) (element-type PltSnapshot): oldest first; the size is what each takes in
 * the file
 */
GPtrArray *
plt_store_snapshots (PltStore *self)
{
  GPtrArray *snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) snapshot_free);
  PltStmt *stmt;

  g_return_val_if_fail (PLT_IS_STORE (self), snapshots);

  stmt = plt_db_prepare (self->db,
                         "SELECT id, name, time, length(data) FROM plt_snapshot ORDER BY id", NULL);
  if (stmt == NULL)
    return snapshots;
  while (plt_db_step (self->db, stmt, NULL) == PLT_STEP_ROW)
    {
      PltSnapshot *snapshot = g_new0 (PltSnapshot, 1);

      snapshot->id = plt_stmt_int (stmt, 0, 0);
      snapshot->name = g_strdup (plt_stmt_text (stmt, 1));
      snapshot->time = plt_stmt_int (stmt, 2, 0);
      snapshot->size = plt_stmt_int (stmt, 3, 0);
      g_ptr_array_add (snapshots, snapshot);
    }
  sqlite3_reset (stmt);
  return snapshots;
}

/* ---- looking and restoring ---- */

static guint8 *
read_bytes (PltStore *self, gint64 id, gsize *n, GError **error)
{
  PltStmt *stmt
      = plt_db_prepare (self->db, "SELECT size, data FROM plt_snapshot WHERE id = ?1", error);
  guint8 *bytes = NULL;

  if (stmt == NULL)
    return NULL;
  plt_stmt_bind_int (stmt, 1, id);
  if (plt_db_step (self->db, stmt, error) == PLT_STEP_ROW)
    {
      gint64 size = plt_stmt_int (stmt, 0, 0);
      gconstpointer data = sqlite3_column_blob (stmt, 1);

      *n = (gsize) size;
      bytes = decompress (data, (gsize) sqlite3_column_bytes (stmt, 1), size);
      if (bytes == NULL)
        g_set_error_literal (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                             _ ("The snapshot is damaged. Delete it; the production itself is not "
                                "concerned."));
    }
  sqlite3_reset (stmt);
  return bytes;
}

/* In memory, checked, and of the present schema. `version`: the one it was kept with. */
static PltDb *
open_snapshot (PltStore *self, const char *name, int *version, GError **error)
{
  gint64 id = find_or_say (self, name, error);
  gsize n = 0;
  g_autofree guint8 *bytes = id == 0 ? NULL : read_bytes (self, id, &n, error);
  g_autoptr (PltDb) db = bytes == NULL ? NULL : plt_db_open_bytes (bytes, n, error);

  if (db == NULL || !plt_store_check_db (db, self->schema, version, error)
      || (*version < plt_schema_get_version (self->schema)
          && !plt_migrate (self->schema, db, *version, error))
      || !plt_store_check_ids (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * plt_store_snapshot_open:
 * @self: a store
 * @name: of a snapshot
 * @error: PLT_ERROR_NOT_FOUND, PLT_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the production as it was, in memory, to be read
 */
PltStore *
plt_store_snapshot_open (PltStore *self, const char *name, GError **error)
{
  PltStore *store;
  PltDb *db;
  int version = 0;

  g_return_val_if_fail (PLT_IS_STORE (self) && name != NULL, NULL);

  db = open_snapshot (self, name, &version, error);
  if (db == NULL)
    return NULL;
  store = plt_store_new_taking (db, self->schema, NULL, NULL);
  plt_store_set_read_only (store);
  return store;
}

typedef struct
{
  void *bytes;
  int size;
} Difference;

/* What turns the production into the attached snapshot. */
static int
compare (PltStore *self, Difference *difference)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (plt_db_handle (self->db), "snapshot", &session);

  for (const PltTable *const *table = plt_tables (); code == SQLITE_OK && *table != NULL; table++)
    {
      code = sqlite3session_attach (session, (*table)->id);
      if (code == SQLITE_OK)
        code = sqlite3session_diff (session, "main", (*table)->id, NULL);
    }
  if (code == SQLITE_OK)
    code = sqlite3session_changeset (session, &difference->size, &difference->bytes);
  if (session != NULL)
    sqlite3session_delete (session);
  return code;
}

static gboolean
find_difference (PltStore *self, PltDb *snapshot, Difference *difference, GError **error)
{
  g_autoptr (GBytes) bytes = serialize (snapshot, "main", error);
  int code;

  if (bytes == NULL || !attach (self, bytes, error))
    return FALSE;
  code = compare (self, difference);
  detach (self);
  if (code == SQLITE_OK)
    return TRUE;
  plt_db_set_error (self->db, code, error);
  return FALSE;
}

static gboolean
restore_cb (PltStore *self, gpointer data, GError **error)
{
  const Difference *difference = data;

  return difference->size == 0
         || plt_changeset_apply (self->db, difference->bytes, (gsize) difference->size, FALSE,
                                 error);
}

/**
 * plt_store_snapshot_restore:
 * @self: a store open for writing, with no command running
 * @name: of a snapshot
 * @backup: (out) (optional) (nullable): the file that was written before, when the snapshot has an
 * older schema and the production is a file
 * @error: PLT_ERROR_NOT_FOUND, PLT_ERROR_DAMAGED, or of the disk; nothing was changed then
 *
 * Makes the production what it was, as one step that can be undone.
 */
gboolean
plt_store_snapshot_restore (PltStore *self, const char *name, char **backup, GError **error)
{
  g_autoptr (PltDb) snapshot = NULL;
  g_autofree char *label = NULL;
  Difference difference = { 0 };
  int version = 0;
  gboolean ok;

  g_return_val_if_fail (PLT_IS_STORE (self) && name != NULL && !self->in_command, FALSE);

  if (backup != NULL)
    *backup = NULL;
  snapshot = open_snapshot (self, name, &version, error);
  if (snapshot == NULL
      || (version < plt_schema_get_version (self->schema) && self->path != NULL && !self->read_only
          && !plt_db_back_up (self->db, self->path, "before-restore", backup, error))
      || !find_difference (self, snapshot, &difference, error))
    return FALSE;
  label = g_strdup_printf (_ ("Restore “%s”"), name);
  ok = plt_store_run (self, &(PltCommand){ label, NULL, restore_cb, &difference }, error);
  sqlite3_free (difference.bytes);
  return ok;
}

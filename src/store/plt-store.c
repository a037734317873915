#include "plt-store-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "plt-table.h"

enum
{
  CHANGED,
  HISTORY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PltStore, plt_store, G_TYPE_OBJECT)

static void
plt_store_finalize (GObject *object)
{
  PltStore *self = PLT_STORE (object);

  plt_records_forget (self);
  g_clear_pointer (&self->db, plt_db_close);
  g_clear_pointer (&self->file, plt_file_close);
  g_free (self->history.merge_key);
  g_free (self->path);

  G_OBJECT_CLASS (plt_store_parent_class)->finalize (object);
}

static void
plt_store_class_init (PltStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_store_finalize;

  /**
   * PltStore::changed:
   * @self: the store
   * @changes: (type gpointer): a const PltChanges, valid during the emission; the same for all
   *
   * After a command, an undo or a redo: first once with the id of each table concerned as detail,
   * then once with the detail "*". GLib calls a handler that was connected without any detail for
   * each of these; connect to `changed::*` to be called once.
   */
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * PltStore::history-changed:
   * @self: the store
   *
   * After `changed`: what can be undone and redone is different now.
   */
  signals[HISTORY_CHANGED] = g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_store_init (PltStore *self)
{
  self->max_steps = PLT_HISTORY_MAX_STEPS;
}

static void
row_changed_cb (void *data, int operation, const char *db, const char *table, sqlite3_int64 id)
{
  PltStore *self = data;

  if (self->log == NULL || strcmp (db, "main") != 0)
    return;
  plt_changes_log (self->log, table,
                   operation == SQLITE_INSERT   ? PLT_CHANGE_INSERTED
                   : operation == SQLITE_DELETE ? PLT_CHANGE_DELETED
                                                : PLT_CHANGE_UPDATED,
                   id);
}

static void
no_row_cb (void *data,
           sqlite3 *db,
           int operation,
           const char *db_name,
           const char *table,
           sqlite3_int64 before,
           sqlite3_int64 after)
{
}

/* While somebody looks at rows, SQLite compiles a DELETE of a whole table row by row instead of
 * emptying it unseen. A statement may be compiled before a session does the looking. */
static void
watch_rows (PltStore *self)
{
  sqlite3_preupdate_hook (plt_db_handle (self->db), no_row_cb, NULL);
}

PltStore *
plt_store_new_taking (PltDb *db, PltSchema *schema, PltFile *file, const char *path)
{
  PltStore *self = g_object_new (PLT_TYPE_STORE, NULL);

  self->db = db;
  self->schema = schema;
  self->file = file;
  self->path = g_strdup (path);
  sqlite3_update_hook (plt_db_handle (db), row_changed_cb, self);
  watch_rows (self);
  plt_db_set_query_only (db, TRUE);
  return self;
}

void
plt_store_set_read_only (PltStore *self)
{
  self->read_only = TRUE;
}

PltDb *
plt_store_get_db (PltStore *self)
{
  return self->db;
}

gboolean
plt_store_in_command (PltStore *self)
{
  return self->in_command;
}

const char *
plt_store_get_path (PltStore *self)
{
  g_return_val_if_fail (PLT_IS_STORE (self), NULL);

  return self->path;
}

gboolean
plt_store_is_read_only (PltStore *self)
{
  g_return_val_if_fail (PLT_IS_STORE (self), TRUE);

  return self->read_only;
}

/* ---- transactions ---- */

static gboolean
run_simple (PltStore *self, const char *sql, GError **error)
{
  PltStmt *stmt = plt_db_prepare (self->db, sql, error);

  return stmt != NULL && plt_db_run (self->db, stmt, error);
}

static gboolean
may_write (PltStore *self, GError **error)
{
  g_assert (!self->in_command);

  if (self->in_command)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FAILED,
                         _ ("A change cannot be made inside another one. Please report this."));
  else if (self->read_only)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                         _ ("The production is open to be read only. Close it where it is open, or "
                            "save a copy and work on that."));
  else
    return TRUE;
  return FALSE;
}

/* SQLite ends a transaction by itself when the disk is full or fails in the middle. A function that
 * took no notice has not done what it says. */
static gboolean
call_in_transaction (PltStore *self, PltWriteFunc function, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (function (self, data, &local))
    {
      if (!sqlite3_get_autocommit (plt_db_handle (self->db)))
        return run_simple (self, "COMMIT", error);
      g_set_error_literal (&local, PLT_ERROR, PLT_ERROR_FULL,
                           _ ("The disk is full or does not answer. Check it and try again: "
                              "nothing was changed."));
    }
  if (local == NULL)
    g_set_error_literal (&local, PLT_ERROR, PLT_ERROR_FAILED,
                         _ ("The change was given up. Nothing was changed."));
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
plt_store_write (
    PltStore *self, PltWriteFunc function, gpointer data, PltChanges **changes, GError **error)
{
  g_autoptr (PltChanges) log = NULL;
  gboolean ok;

  if (!may_write (self, error))
    return FALSE;
  log = plt_changes_new ();
  self->in_command = TRUE;
  self->log = log;
  plt_db_set_query_only (self->db, FALSE);
  ok = run_simple (self, "BEGIN IMMEDIATE", error)
       && call_in_transaction (self, function, data, error);
  if (!sqlite3_get_autocommit (plt_db_handle (self->db)))
    run_simple (self, "ROLLBACK", NULL);
  plt_db_set_query_only (self->db, TRUE);
  plt_rows_forget_statuses (self);
  plt_rows_forget_links (self);
  self->log = NULL;
  self->in_command = FALSE;
  if (ok && changes != NULL)
    {
      plt_changes_finish (log);
      *changes = g_steal_pointer (&log);
    }
  return ok;
}

void
plt_store_tell (PltStore *self, PltChanges *changes)
{
  g_autoptr (PltStore) alive = g_object_ref (self); /* a handler may let go of it */

  plt_records_refresh (self, changes);
  if (!plt_changes_is_empty (changes))
    {
      for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
        if (plt_changes_touch (changes, (*table)->id))
          g_signal_emit (self, signals[CHANGED], g_quark_from_static_string ((*table)->id),
                         changes);
      g_signal_emit (self, signals[CHANGED], g_quark_from_static_string ("*"), changes);
    }
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

/* ---- commands ---- */

typedef sqlite3_session Session;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Session, sqlite3session_delete)

typedef struct
{
  const PltCommand *command;
  PltHistory next;
  gboolean made_a_step;
} Run;

static int
is_undoable_cb (void *data, const char *table)
{
  return plt_table_find (table) != NULL;
}

static Session *
start_recording (PltStore *self, GError **error)
{
  g_autoptr (Session) session = NULL;
  int code = sqlite3session_create (plt_db_handle (self->db), "main", &session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (session, is_undoable_cb, NULL);
      code = sqlite3session_attach (session, NULL);
    }
  if (code == SQLITE_OK)
    return g_steal_pointer (&session);
  plt_db_set_error (self->db, code, error);
  return NULL;
}

/* The history itself is not recorded: the session has ended when it is written. */
static gboolean
record (PltStore *self, const PltCommand *command, void **changes, int *size, GError **error)
{
  g_autoptr (Session) session = start_recording (self, error);
  int code;

  if (session == NULL || !command->function (self, command->data, error)
      || !plt_rows_write_statuses (self, error) || !plt_rows_check_links (self, error))
    return FALSE;
  code = sqlite3session_changeset (session, size, changes);
  if (code == SQLITE_OK)
    return TRUE;
  plt_db_set_error (self->db, code, error);
  return FALSE;
}

static gboolean
run_recorded (PltStore *self, gpointer data, GError **error)
{
  Run *run = data;
  void *changes = NULL;
  int size = 0;
  gboolean ok = record (self, run->command, &changes, &size, error);

  watch_rows (self); /* the session has taken the place of the one who looks */
  run->made_a_step = size > 0;
  if (ok && run->made_a_step)
    ok = plt_history_push (self, run->command, changes, size, &run->next, error);
  sqlite3_free (changes);
  return ok;
}

/**
 * plt_store_run:
 * @self: a store open for writing, with no command running
 * @command: what to do
 * @error: PLT_ERROR of the function, or of the disk; nothing was changed then
 *
 * Runs one command as one durable transaction and one step of the history. A command that leaves
 * every row as it was makes no step and tells nobody.
 *
 * Returns: whether it is done
 */
gboolean
plt_store_run (PltStore *self, const PltCommand *command, GError **error)
{
  Run run = { .command = command, .next = self->history };
  g_autoptr (PltChanges) changes = NULL;

  g_return_val_if_fail (PLT_IS_STORE (self), FALSE);
  g_return_val_if_fail (command != NULL && command->label != NULL && command->function != NULL,
                        FALSE);

  if (!plt_store_write (self, run_recorded, &run, &changes, error))
    return FALSE;
  if (!run.made_a_step)
    return TRUE;
  self->history = run.next;
  if (g_strcmp0 (self->history.merge_key, command->merge_key) != 0)
    {
      g_free (self->history.merge_key);
      self->history.merge_key = g_strdup (command->merge_key);
    }
  plt_store_tell (self, changes);
  return TRUE;
}

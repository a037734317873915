/* The history of a production: the table plt_history, one changeset a step.
 *
 * The steps that are undone are always the last ones. A new step drops them; the oldest go when
 * there are more than PLT_HISTORY_MAX_STEPS or they take more than PLT_HISTORY_MAX_BYTES, but never
 * the last. */
#include "plt-store-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static void
history_entry_free (PltHistoryEntry *entry)
{
  g_free (entry->label);
  g_free (entry);
}

static void
forget_merge_key (PltStore *self)
{
  g_clear_pointer (&self->history.merge_key, g_free);
}

gboolean
plt_history_load (PltStore *self, GError **error)
{
  PltStmt *stmt = plt_db_prepare (
      self->db, "SELECT undone, count(*), sum(length(changes)) FROM plt_history GROUP BY undone",
      error);
  PltStep step = PLT_STEP_ERROR;
  PltHistory history = { 0 };

  if (stmt == NULL)
    return FALSE;
  while ((step = plt_db_step (self->db, stmt, error)) == PLT_STEP_ROW)
    {
      guint n = (guint) plt_stmt_int (stmt, 1, 0);

      if (plt_stmt_int (stmt, 0, 0) != 0)
        history.undone = n;
      else
        history.done = n;
      history.bytes += plt_stmt_int (stmt, 2, 0);
    }
  sqlite3_reset (stmt);
  forget_merge_key (self);
  self->history = history;
  return step == PLT_STEP_DONE;
}

/* ---- adding a step ---- */

static gboolean
drop_undone (PltStore *self, PltHistory *next, GError **error)
{
  PltStmt *stmt;

  if (next->undone == 0)
    return TRUE;
  next->bytes
      -= plt_db_int (self->db, "SELECT sum(length(changes)) FROM plt_history WHERE undone = 1", 0);
  next->undone = 0;
  stmt = plt_db_prepare (self->db, "DELETE FROM plt_history WHERE undone = 1", error);
  return stmt != NULL && plt_db_run (self->db, stmt, error);
}

static gboolean
delete_step (PltStore *self, gint64 id, GError **error)
{
  PltStmt *stmt = plt_db_prepare (self->db, "DELETE FROM plt_history WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, id);
  return plt_db_run (self->db, stmt, error);
}

static gboolean
insert_step (PltStore *self,
             const PltCommand *command,
             gconstpointer changes,
             int size,
             PltHistory *next,
             GError **error)
{
  PltStmt *stmt = plt_db_prepare (
      self->db, "INSERT INTO plt_history (label, time, changes) VALUES (?1, ?2, ?3)", error);

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_text (stmt, 1, command->label);
  plt_stmt_bind_int (stmt, 2, g_get_real_time () / G_USEC_PER_SEC);
  sqlite3_bind_blob (stmt, 3, changes, size, SQLITE_STATIC);
  if (!plt_db_run (self->db, stmt, error))
    return FALSE;
  sqlite3_clear_bindings (stmt);
  next->top = sqlite3_last_insert_rowid (plt_db_handle (self->db));
  next->done++;
  next->bytes += size;
  return TRUE;
}

/* (transfer full) (nullable): what the step holds */
static GBytes *
read_changes (PltStore *self, gint64 id, GError **error)
{
  PltStmt *stmt = plt_db_prepare (self->db, "SELECT changes FROM plt_history WHERE id = ?1", error);
  PltStep step = PLT_STEP_ERROR;
  GBytes *bytes = NULL;

  if (stmt == NULL)
    return NULL;
  plt_stmt_bind_int (stmt, 1, id);
  step = plt_db_step (self->db, stmt, error);
  if (step == PLT_STEP_ROW)
    bytes = g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  else if (step == PLT_STEP_DONE)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                         _ ("The history of the production is damaged. Open a backup copy of it."));
  sqlite3_reset (stmt);
  return bytes;
}

static int
join (GBytes *first, gconstpointer second, int size, int *joined_size, void **joined)
{
  sqlite3_changegroup *group = NULL;
  gsize first_size;
  gconstpointer first_data = g_bytes_get_data (first, &first_size);
  int code = sqlite3changegroup_new (&group);

  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, (int) first_size, (void *) first_data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, size, (void *) second);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, joined_size, joined);
  if (group != NULL)
    sqlite3changegroup_delete (group);
  return code;
}

static gboolean
replace_step (PltStore *self,
              const PltCommand *command,
              gconstpointer changes,
              int size,
              PltHistory *next,
              GError **error)
{
  PltStmt *stmt;

  if (size == 0) /* the two undo one another: no step is left */
    {
      gint64 top = next->top;

      next->done--;
      next->top = 0;
      return delete_step (self, top, error);
    }
  stmt = plt_db_prepare (
      self->db, "UPDATE plt_history SET label = ?1, time = ?2, changes = ?3 WHERE id = ?4", error);
  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_text (stmt, 1, command->label);
  plt_stmt_bind_int (stmt, 2, g_get_real_time () / G_USEC_PER_SEC);
  sqlite3_bind_blob (stmt, 3, changes, size, SQLITE_STATIC);
  plt_stmt_bind_int (stmt, 4, next->top);
  next->bytes += size;
  if (!plt_db_run (self->db, stmt, error))
    return FALSE;
  sqlite3_clear_bindings (stmt);
  return TRUE;
}

static gboolean
join_with_top (PltStore *self,
               const PltCommand *command,
               gconstpointer changes,
               int size,
               PltHistory *next,
               GError **error)
{
  g_autoptr (GBytes) top = read_changes (self, next->top, error);
  void *joined = NULL;
  int joined_size = 0;
  int code;
  gboolean ok;

  if (top == NULL)
    return FALSE;
  code = join (top, changes, size, &joined_size, &joined);
  if (code != SQLITE_OK)
    {
      plt_db_set_error (self->db, code, error);
      return FALSE;
    }
  next->bytes -= (gint64) g_bytes_get_size (top);
  ok = replace_step (self, command, joined, joined_size, next, error);
  sqlite3_free (joined);
  return ok;
}

static gboolean
trim (PltStore *self, PltHistory *next, GError **error)
{
  while (next->done > 1 && (next->done > self->max_steps || next->bytes > PLT_HISTORY_MAX_BYTES))
    {
      gint64 id = plt_db_int (self->db, "SELECT min(id) FROM plt_history", 0);

      next->bytes -= plt_db_int (
          self->db,
          "SELECT length(changes) FROM plt_history WHERE id = (SELECT min(id) FROM plt_history)",
          0);
      next->done--;
      if (!delete_step (self, id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
plt_history_push (PltStore *self,
                  const PltCommand *command,
                  gconstpointer changes,
                  int size,
                  PltHistory *next,
                  GError **error)
{
  gboolean joins = next->top != 0 && command->merge_key != NULL
                   && g_strcmp0 (command->merge_key, next->merge_key) == 0;

  return drop_undone (self, next, error)
         && (joins ? join_with_top (self, command, changes, size, next, error)
                   : insert_step (self, command, changes, size, next, error))
         && trim (self, next, error);
}

/* ---- undo and redo ---- */

typedef struct
{
  gboolean undo;
  gint64 id;
} Step;

static const char *
next_step_sql (gboolean undo)
{
  return undo ? "SELECT id, label FROM plt_history WHERE undone = 0 ORDER BY id DESC LIMIT 1"
              : "SELECT id, label FROM plt_history WHERE undone = 1 ORDER BY id LIMIT 1";
}

static gboolean
apply_step (PltStore *self, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (GBytes) changes = read_changes (self, step->id, error);
  gconstpointer bytes;
  gsize size;
  PltStmt *stmt;

  if (changes == NULL)
    return FALSE;
  bytes = g_bytes_get_data (changes, &size);
  if (!plt_changeset_apply (self->db, bytes, size, step->undo, error)
      || !plt_store_check_production (self->db, error))
    return FALSE;
  stmt = plt_db_prepare (self->db, "UPDATE plt_history SET undone = ?1 WHERE id = ?2", error);
  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, step->undo ? 1 : 0);
  plt_stmt_bind_int (stmt, 2, step->id);
  return plt_db_run (self->db, stmt, error);
}

static gboolean
move_in_history (PltStore *self, gboolean undo, GError **error)
{
  Step step = { .undo = undo };
  g_autoptr (PltChanges) changes = NULL;

  if (undo ? !plt_store_can_undo (self) : !plt_store_can_redo (self))
    {
      if (self->read_only)
        g_set_error_literal (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                             _ ("The production is open to be read only, so nothing can be undone "
                                "or redone."));
      else
        g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                             undo ? _ ("There is nothing to undo.")
                                  : _ ("There is nothing to redo."));
      return FALSE;
    }
  step.id = plt_db_int (self->db, next_step_sql (undo), 0);
  if (!plt_store_write (self, apply_step, &step, &changes, error))
    return FALSE;
  self->history.done += undo ? -1u : 1u;
  self->history.undone += undo ? 1u : -1u;
  forget_merge_key (self);
  plt_store_tell (self, changes);
  return TRUE;
}

gboolean
plt_store_can_undo (PltStore *self)
{
  g_return_val_if_fail (PLT_IS_STORE (self), FALSE);

  return !self->read_only && self->history.done > 0;
}

gboolean
plt_store_can_redo (PltStore *self)
{
  g_return_val_if_fail (PLT_IS_STORE (self), FALSE);

  return !self->read_only && self->history.undone > 0;
}

/**
 * plt_store_undo:
 * @self: a store open for writing
 * @error: PLT_ERROR_NOT_FOUND when there is nothing to undo; PLT_ERROR_CONFLICT when the rows are
 * not as the step left them; nothing was changed then
 *
 * Takes back the last step that is not undone, as one durable transaction.
 */
gboolean
plt_store_undo (PltStore *self, GError **error)
{
  g_return_val_if_fail (PLT_IS_STORE (self), FALSE);

  return move_in_history (self, TRUE, error);
}

/**
 * plt_store_redo:
 * @self: a store open for writing
 * @error: as plt_store_undo()
 *
 * Does the first undone step again.
 */
gboolean
plt_store_redo (PltStore *self, GError **error)
{
  g_return_val_if_fail (PLT_IS_STORE (self), FALSE);

  return move_in_history (self, FALSE, error);
}

static char *
next_label (PltStore *self, gboolean undo)
{
  PltStmt *stmt = plt_db_prepare (self->db, next_step_sql (undo), NULL);
  char *label = NULL;

  if (stmt == NULL)
    return NULL;
  if (plt_db_step (self->db, stmt, NULL) == PLT_STEP_ROW)
    label = g_strdup (plt_stmt_text (stmt, 1));
  sqlite3_reset (stmt);
  return label;
}

char *
plt_store_undo_label (PltStore *self)
{
  return plt_store_can_undo (self) ? next_label (self, TRUE) : NULL;
}

char *
plt_store_redo_label (PltStore *self)
{
  return plt_store_can_redo (self) ? next_label (self, FALSE) : NULL;
}

/**
 * plt_store_history:
 * @self: a store
 *
 * Returns: (transfer full) (element-type PltHistoryEntry): all steps, oldest first, the undone last
 */
GPtrArray *
plt_store_history (PltStore *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) history_entry_free);
  PltStmt *stmt;

  g_return_val_if_fail (PLT_IS_STORE (self), entries);

  stmt = plt_db_prepare (self->db, "SELECT id, label, time, undone FROM plt_history ORDER BY id",
                         NULL);
  if (stmt == NULL)
    return entries;
  while (plt_db_step (self->db, stmt, NULL) == PLT_STEP_ROW)
    {
      PltHistoryEntry *entry = g_new0 (PltHistoryEntry, 1);

      entry->id = plt_stmt_int (stmt, 0, 0);
      entry->label = g_strdup (plt_stmt_text (stmt, 1));
      entry->time = plt_stmt_int (stmt, 2, 0);
      entry->undone = plt_stmt_int (stmt, 3, 0) != 0;
      g_ptr_array_add (entries, entry);
    }
  sqlite3_reset (stmt);
  return entries;
}

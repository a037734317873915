#include "plt-db.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "plt-collation.h"

#define BUSY_MILLISECONDS 2000

struct _PltDb
{
  sqlite3 *handle;
  GHashTable *statements; /* text -> sqlite3_stmt, both owned */
  gboolean query_only;
  gboolean pragmas_must_step;
};

/* Bounds for what a file made elsewhere may ask of us. The production's widest table has some
 * twenty columns; its longest values are the history, the snapshots and the kept referentials. */
static const struct
{
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
  { SQLITE_LIMIT_COLUMN, 256 },
  { SQLITE_LIMIT_EXPR_DEPTH, 400 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 64 },
  { SQLITE_LIMIT_FUNCTION_ARG, 32 },
  { SQLITE_LIMIT_ATTACHED, 3 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1024 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 4 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* Nothing that a file brings along may run: no trigger, no view, no function named in its schema.
 */
static const struct
{
  int id;
  int value;
} switches[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },        { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
};

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static gboolean
apply_settings (PltDb *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].id, limits[i].value);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int code = sqlite3_db_config (self->handle, switches[i].id, switches[i].value, NULL);

      if (code != SQLITE_OK)
        {
          plt_db_set_error (self, code, error);
          return FALSE;
        }
    }
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  plt_db_register_text (self);
  return plt_db_exec (self,
                      "PRAGMA cell_size_check=ON;"
                      "PRAGMA temp_store=MEMORY;"
                      "PRAGMA journal_mode=DELETE;"
                      "PRAGMA synchronous=FULL;",
                      error);
}

static void
run_flag_pragma (PltDb *self, const char *sql, gboolean step)
{
  g_autoptr (PltStmt) stmt = NULL;

  sqlite3_prepare_v2 (self->handle, sql, -1, &stmt, NULL);
  if (step && stmt != NULL)
    sqlite3_step (stmt);
}

static gboolean
flag_is_set_without_step (PltDb *self)
{
  run_flag_pragma (self, "PRAGMA query_only=1", FALSE);
  if (plt_db_int (self, "PRAGMA query_only", 0) != 1)
    return FALSE;
  run_flag_pragma (self, "PRAGMA query_only=0", FALSE);
  return plt_db_int (self, "PRAGMA query_only", 1) == 0;
}

/**
 * plt_db_open:
 * @path: an absolute file name, or ":memory:"
 * @sqlite_flags: SQLITE_OPEN_READWRITE, SQLITE_OPEN_READONLY, SQLITE_OPEN_CREATE
 * @error: PLT_ERROR
 *
 * Opens one connection, used by one thread, with the limits and settings of a production.
 *
 * Returns: (transfer full) (nullable): the connection
 */
PltDb *
plt_db_open (const char *path, int sqlite_flags, GError **error)
{
  g_autoptr (PltDb) self = g_new0 (PltDb, 1);
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  code = sqlite3_open_v2 (path, &self->handle,
                          sqlite_flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      plt_db_set_error (self, code, error);
      return NULL;
    }
  if (!apply_settings (self, error))
    return NULL;
  self->pragmas_must_step = !flag_is_set_without_step (self);
  if (self->pragmas_must_step)
    run_flag_pragma (self, "PRAGMA query_only=0", TRUE);
  return g_steal_pointer (&self);
}

void
plt_db_close (PltDb *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

sqlite3 *
plt_db_handle (PltDb *self)
{
  return self->handle;
}

gboolean
plt_db_exec (PltDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  plt_db_set_error (self, code, error);
  return FALSE;
}

static PltStmt *
prepare (PltDb *self, const char *sql, guint flags, GError **error)
{
  g_autoptr (PltStmt) stmt = NULL;
  const char *tail = NULL;
  int code = sqlite3_prepare_v3 (self->handle, sql, -1, flags, &stmt, &tail);

  if (code != SQLITE_OK)
    {
      plt_db_set_error (self, code, error);
      return NULL;
    }
  if (stmt == NULL || tail[strspn (tail, " \t\r\n;")] != '\0')
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                   _ ("Plateau asked its file for something it should not (%s). Please report it."),
                   sql);
      return NULL;
    }
  return g_steal_pointer (&stmt);
}

PltStmt *
plt_db_prepare (PltDb *self, const char *sql, GError **error)
{
  PltStmt *stmt = g_hash_table_lookup (self->statements, sql);

  if (stmt != NULL)
    {
      sqlite3_reset (stmt);
      sqlite3_clear_bindings (stmt);
      return stmt;
    }
  stmt = prepare (self, sql, SQLITE_PREPARE_PERSISTENT, error);
  if (stmt != NULL)
    g_hash_table_insert (self->statements, g_strdup (sql), stmt);
  return stmt;
}

PltStmt *
plt_db_prepare_fresh (PltDb *self, const char *sql, GError **error)
{
  return prepare (self, sql, 0, error);
}

/**
 * plt_db_step:
 * @self: the connection of @stmt
 * @stmt: a statement
 * @error: PLT_ERROR
 *
 * Returns: whether there is a row, no more row, or an error; after an error the statement is reset.
 */
PltStep
plt_db_step (PltDb *self, PltStmt *stmt, GError **error)
{
  int code = sqlite3_step (stmt);

  if (code == SQLITE_ROW)
    return PLT_STEP_ROW;
  if (code == SQLITE_DONE)
    return PLT_STEP_DONE;
  plt_db_set_error (self, code, error);
  sqlite3_reset (stmt);
  return PLT_STEP_ERROR;
}

gboolean
plt_db_run (PltDb *self, PltStmt *stmt, GError **error)
{
  PltStep step;

  do
    step = plt_db_step (self, stmt, error);
  while (step == PLT_STEP_ROW);
  sqlite3_reset (stmt);
  return step == PLT_STEP_DONE;
}

/**
 * plt_db_set_query_only:
 * @self: a connection
 * @query_only: whether writing is refused
 *
 * SQLite sets a flag like this when it compiles the PRAGMA; running it then only makes every other
 * statement be compiled again, which would cost each command more than its own work. So it is
 * compiled and not run, unless this SQLite turns out to need that.
 */
void
plt_db_set_query_only (PltDb *self, gboolean query_only)
{
  if (self->query_only == query_only)
    return;
  run_flag_pragma (self, query_only ? "PRAGMA query_only=1" : "PRAGMA query_only=0",
                   self->pragmas_must_step);
  self->query_only = query_only;
}

gboolean
plt_db_get_query_only (PltDb *self)
{
  return self->query_only;
}

/**
 * plt_db_reset_all:
 * @self: a connection
 *
 * Ends the reading of every statement, also of one that was left before its last row: what
 * attaches, detaches or vacuums cannot share the connection with a reader.
 */
void
plt_db_reset_all (PltDb *self)
{
  for (sqlite3_stmt *stmt = sqlite3_next_stmt (self->handle, NULL); stmt != NULL;
       stmt = sqlite3_next_stmt (self->handle, stmt))
    if (sqlite3_stmt_busy (stmt))
      sqlite3_reset (stmt);
}

void
plt_stmt_bind_int (PltStmt *stmt, int index, gint64 value)
{
  sqlite3_bind_int64 (stmt, index, value);
}

void
plt_stmt_bind_text (PltStmt *stmt, int index, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (stmt, index);
  else
    sqlite3_bind_text (stmt, index, text, -1, SQLITE_TRANSIENT);
}

void
plt_stmt_bind_value (PltStmt *stmt, int index, const PltValue *value)
{
  switch (value->kind)
    {
    case PLT_VALUE_NULL:
      sqlite3_bind_null (stmt, index);
      break;
    case PLT_VALUE_INTEGER:
      sqlite3_bind_int64 (stmt, index, value->integer);
      break;
    case PLT_VALUE_TEXT:
      plt_stmt_bind_text (stmt, index, value->text);
      break;
    default:
      g_assert_not_reached ();
    }
}

gint64
plt_stmt_int (PltStmt *stmt, int column, gint64 if_null)
{
  return sqlite3_column_type (stmt, column) == SQLITE_NULL ? if_null
                                                           : sqlite3_column_int64 (stmt, column);
}

/* The text of a damaged file need not be UTF-8: what is lent is always. More repaired texts are
 * kept than a row has columns, so that each lives until the next step. */
static const char *
lend_repaired (const char *text)
{
  static GPrivate key = G_PRIVATE_INIT ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *kept = g_private_get (&key);
  char *repaired = g_utf8_make_valid (text, -1);

  if (kept == NULL)
    {
      kept = g_ptr_array_new_with_free_func (g_free);
      g_private_set (&key, kept);
    }
  if (kept->len >= 256)
    g_ptr_array_remove_index (kept, 0);
  g_ptr_array_add (kept, repaired);
  return repaired;
}

const char *
plt_stmt_text (PltStmt *stmt, int column)
{
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  if (text == NULL)
    return "";
  return g_utf8_validate (text, -1, NULL) ? text : lend_repaired (text);
}

PltValue
plt_stmt_value (PltStmt *stmt, int column)
{
  switch (sqlite3_column_type (stmt, column))
    {
    case SQLITE_NULL:
      return (PltValue) PLT_VALUE_INIT;
    case SQLITE_INTEGER:
      return plt_value_integer (sqlite3_column_int64 (stmt, column));
    default:
      return plt_value_text (plt_stmt_text (stmt, column));
    }
}

gint64
plt_db_int (PltDb *self, const char *sql, gint64 if_none)
{
  PltStmt *stmt = plt_db_prepare (self, sql, NULL);
  gint64 value = if_none;

  if (stmt == NULL)
    return if_none;
  if (sqlite3_step (stmt) == SQLITE_ROW)
    value = plt_stmt_int (stmt, 0, if_none);
  sqlite3_reset (stmt);
  return value;
}

/* ---- errors ---- */

/* What the system said last: SQLite does not hand it on when a COMMIT fails, so its files are
 * asked.
 */
static int
system_error (PltDb *self)
{
  sqlite3_file *journal = NULL;
  int os = self->handle != NULL ? sqlite3_system_errno (self->handle) : 0;

  if (os == 0 && self->handle != NULL)
    sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_LAST_ERRNO, &os);
  if (os == 0 && self->handle != NULL)
    sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  if (journal != NULL && journal->pMethods != NULL && journal->pMethods->xFileControl != NULL)
    journal->pMethods->xFileControl (journal, SQLITE_FCNTL_LAST_ERRNO, &os);
  return os;
}

static void
set_io_error (PltDb *self, int code, GError **error)
{
  int os = system_error (self);

  if (os == ENOSPC || os == EDQUOT || os == EFBIG)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FULL,
                         _ ("The disk is full. Free some space and try again: nothing was "
                            "changed."));
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                 _ ("The production could not be read from the disk or written to it (%s). Check "
                    "the disk and try again."),
                 os != 0 ? g_strerror (os) : sqlite3_errstr (code));
}

static void
set_constraint_error (PltDb *self, int code, GError **error)
{
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                         _ ("Another row would refer to one that does not exist. Change that row "
                            "first."));
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("A value is not one that the production can hold (%s). Correct it and try "
                    "again."),
                 sqlite3_errmsg (self->handle));
}

/**
 * plt_db_set_error:
 * @self: the connection on which it happened
 * @code: an SQLite result code, extended or not
 * @error: (out) (optional): gets PLT_ERROR and a sentence that says what to do
 */
void
plt_db_set_error (PltDb *self, int code, GError **error)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FULL,
                           _ ("The disk is full. Free some space and try again: nothing was "
                              "changed."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_LOCKED,
                           _ ("Another program is using the production just now. Try again in a "
                              "moment."));
      break;
    case SQLITE_READONLY:
      if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
        {
          g_set_error_literal (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                               _ ("A program died while it wrote in the production. To repair it, "
                                  "copy it with its “-journal” file to a folder where you may "
                                  "write, and open it there."));
          break;
        }
      G_GNUC_FALLTHROUGH;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                           _ ("The production may only be read. Save a copy where you may write "
                              "and work on that."));
      break;
    case SQLITE_CORRUPT:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                           _ ("The production is damaged. Open a backup copy of it, and keep the "
                              "damaged file."));
      break;
    case SQLITE_NOTADB:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FOREIGN,
                           _ ("This is not a Plateau production. Choose a file that Plateau has "
                              "made."));
      break;
    case SQLITE_IOERR:
      set_io_error (self, code, error);
      break;
    case SQLITE_CANTOPEN:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FAILED,
                           _ ("The production could not be opened. Check that the file and its "
                              "folder exist and may be read and written."));
      break;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      set_constraint_error (self, code, error);
      break;
    case SQLITE_TOOBIG:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                           _ ("A value is too long for the production. Shorten it and try "
                              "again."));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CANCELLED,
                           _ ("The work was stopped. Nothing was changed."));
      break;
    case SQLITE_NOMEM:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FAILED,
                           _ ("There is not enough memory. Close other programs and try again."));
      break;
    default:
      g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                   _ ("The production could not be used (%s). Please report it."),
                   self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
      break;
    }
}

/* Soundness of a whole production, and its checksum. */
#include "plt-store-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MAX_FAULTS 100

G_GNUC_PRINTF (2, 3)
static void
add_fault (GPtrArray *faults, const char *format, ...)
{
  va_list arguments;

  if (faults->len >= MAX_FAULTS)
    return;
  va_start (arguments, format);
  g_ptr_array_add (faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Each row of a query becomes a fault by `describe`; an error of the query is a fault too. */
static void
collect (PltStore *self,
         const char *sql,
         void (*describe) (GPtrArray *faults, PltStmt *stmt, gconstpointer data),
         gconstpointer data,
         GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStmt) stmt = plt_db_prepare_fresh (self->db, sql, &error);

  while (stmt != NULL && plt_db_step (self->db, stmt, &error) == PLT_STEP_ROW)
    describe (faults, stmt, data);
  if (error != NULL)
    add_fault (faults, "%s", error->message);
}

static void
describe_integrity (GPtrArray *faults, PltStmt *stmt, gconstpointer data)
{
  g_autofree char *what = g_strdelimit (g_strdup (plt_stmt_text (stmt, 0)), "\n", ' ');

  if (strcmp (what, "ok") != 0)
    add_fault (faults, _ ("The file is damaged: %s."), what);
}

static void
describe_reference (GPtrArray *faults, PltStmt *stmt, gconstpointer data)
{
  add_fault (faults, _ ("Row %s of “%s” refers to a missing row of “%s”."), plt_stmt_text (stmt, 1),
             plt_stmt_text (stmt, 0), plt_stmt_text (stmt, 2));
}

static void
describe_duplicate (GPtrArray *faults, PltStmt *stmt, gconstpointer data)
{
  add_fault (faults, _ ("%s rows of “%s” have the same %s, which no two may have: rows %s."),
             plt_stmt_text (stmt, 0), ((const PltTable *) data)->id, plt_stmt_text (stmt, 2),
             plt_stmt_text (stmt, 1));
}

/* Text that is not UTF-8 reaches us as it can be shown, so SQL has to hand out its bytes. */
static void
check_text (PltStore *self, const PltTable *table, GPtrArray *faults)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStmt) stmt = NULL;

  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (plt_column_is_text (column))
      g_string_append_printf (sql, ", \"%s\"", column->id);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY id", table->id);
  stmt = plt_db_prepare_fresh (self->db, sql->str, &error);
  while (stmt != NULL && plt_db_step (self->db, stmt, &error) == PLT_STEP_ROW)
    for (int i = 1; i < sqlite3_column_count (stmt); i++)
      {
        const char *text = (const char *) sqlite3_column_text (stmt, i);

        if (text != NULL
            && !g_utf8_validate_len (text, (gsize) sqlite3_column_bytes (stmt, i), NULL))
          add_fault (faults, _ ("Column “%s” of row %s of “%s” holds text that cannot be read."),
                     sqlite3_column_name (stmt, i), plt_stmt_text (stmt, 0), table->id);
      }
  if (error != NULL)
    add_fault (faults, "%s", error->message);
}

/* columns: ids by comma. Rows in which all of them are empty are not compared. */
static void
check_unique (PltStore *self, const PltTable *table, const char *columns, GPtrArray *faults)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) filled = g_string_new (NULL);
  g_autofree char *sql = NULL;
  g_auto (GStrv) ids = g_strsplit (columns, ",", -1);

  for (char **id = ids; *id != NULL; id++)
    {
      g_string_append_printf (list, "%s\"%s\"", list->len > 0 ? ", " : "", *id);
      g_string_append_printf (filled, "%sifnull (\"%s\", '') <> ''", filled->len > 0 ? " OR " : "",
                              *id);
    }
  sql = g_strdup_printf ("SELECT count(*), group_concat (id, ', '), '%s' FROM \"%s\" WHERE %s "
                         "GROUP BY %s HAVING count(*) > 1",
                         columns, table->id, filled->str, list->str);
  collect (self, sql, describe_duplicate, table, faults);
}

static void
describe_circle (GPtrArray *faults, PltStmt *stmt, gconstpointer data)
{
  add_fault (faults, _ ("Row %s of “%s” is under itself, through “%s”."), plt_stmt_text (stmt, 0),
             ((const PltTable *) data)->id, plt_stmt_text (stmt, 1));
}

/* A row that no row at the top leads to is in a circle, or under one: no paper would show it. */
static void
check_no_circle (PltStore *self, const PltTable *table, const char *column, GPtrArray *faults)
{
  g_autofree char *sql
      = g_strdup_printf ("WITH RECURSIVE found (id) AS (SELECT id FROM \"%s\" WHERE \"%s\" IS NULL "
                         "UNION SELECT t.id FROM \"%s\" AS t JOIN found ON t.\"%s\" = found.id) "
                         "SELECT id, '%s' FROM \"%s\" WHERE id NOT IN found ORDER BY id",
                         table->id, column, table->id, column, column, table->id);

  collect (self, sql, describe_circle, table, faults);
}

static void
check_table (PltStore *self, const PltTable *table, GPtrArray *faults)
{
  check_text (self, table, faults);
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    {
      if ((column->flags & PLT_COLUMN_UNIQUE) != 0)
        check_unique (self, table, column->id, faults);
      if (column->type == PLT_COLUMN_REFERENCE && strcmp (column->reference, table->id) == 0)
        check_no_circle (self, table, column->id, faults);
    }
  if (table->unique != NULL)
    check_unique (self, table, table->unique, faults);
}

static void
check_history (PltStore *self, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStmt) stmt = plt_db_prepare_fresh (
      self->db, "SELECT label, changes FROM plt_history ORDER BY id", &error);

  while (stmt != NULL && plt_db_step (self->db, stmt, &error) == PLT_STEP_ROW)
    if (!plt_changeset_check (sqlite3_column_blob (stmt, 1), (gsize) sqlite3_column_bytes (stmt, 1),
                              NULL))
      add_fault (faults, _ ("The step “%s” of the history is damaged: it cannot be undone."),
                 plt_stmt_text (stmt, 0));
  if (error != NULL)
    add_fault (faults, "%s", error->message);
}

static void
check_snapshots (PltStore *self, GPtrArray *faults)
{
  g_autoptr (GPtrArray) snapshots = plt_store_snapshots (self);

  for (guint i = 0; i < snapshots->len; i++)
    {
      const PltSnapshot *snapshot = g_ptr_array_index (snapshots, i);
      g_autoptr (PltStore) store = plt_store_snapshot_open (self, snapshot->name, NULL);

      if (store == NULL)
        add_fault (faults, _ ("The snapshot “%s” is damaged: it cannot be restored."),
                   snapshot->name);
    }
}

static void
check_schema (PltStore *self, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *difference
      = plt_schema_compare (self->schema, self->db, plt_schema_get_version (self->schema), &error);

  if (error != NULL)
    add_fault (faults, "%s", error->message);
  else if (difference != NULL)
    add_fault (faults, _ ("%s is not as Plateau makes it."), difference);
}

/**
 * plt_store_verify:
 * @self: a store
 *
 * Looks at everything in the file, also what opening it has looked at already: it may have been
 * damaged since.
 *
 * Returns: (transfer full) (element-type utf8): one sentence a fault, at most a hundred; empty when
 * the production is sound
 */
GPtrArray *
plt_store_verify (PltStore *self)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (PLT_IS_STORE (self), faults);

  collect (self, "PRAGMA main.integrity_check(100)", describe_integrity, NULL, faults);
  collect (self, "PRAGMA main.foreign_key_check", describe_reference, NULL, faults);
  check_schema (self, faults);
  if (faults->len > 0)
    return faults; /* what follows reads the tables as they ought to be */
  if (plt_db_int (self->db, "SELECT count(*) FROM production", 0) != 1)
    add_fault (faults, _ ("The file does not hold one production."));
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    check_table (self, *table, faults);
  check_history (self, faults);
  check_snapshots (self, faults);
  return faults;
}

/* ---- checksum ---- */

static void
add_value (GChecksum *checksum, PltStmt *stmt, int column)
{
  int type = sqlite3_column_type (stmt, column);
  const guchar *bytes = type == SQLITE_NULL ? NULL : sqlite3_column_blob (stmt, column);
  int size = type == SQLITE_NULL ? 0 : sqlite3_column_bytes (stmt, column);
  guchar head[5] = { (guchar) type, (guchar) (size >> 24), (guchar) (size >> 16),
                     (guchar) (size >> 8), (guchar) size };

  g_checksum_update (checksum, head, sizeof head);
  if (size > 0)
    g_checksum_update (checksum, bytes, size);
}

static void
add_table (PltStore *self, const PltTable *table, GChecksum *checksum)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  PltStmt *stmt;

  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    g_string_append_printf (sql, ", \"%s\"", column->id);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY id", table->id);
  stmt = plt_db_prepare (self->db, sql->str, NULL);
  if (stmt == NULL)
    return;
  g_checksum_update (checksum, (const guchar *) table->id, (gssize) strlen (table->id) + 1);
  while (plt_db_step (self->db, stmt, NULL) == PLT_STEP_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      add_value (checksum, stmt, i);
  sqlite3_reset (stmt);
}

/**
 * plt_store_checksum:
 * @self: a store
 *
 * Returns: (transfer full): SHA-256, in hexadecimal, of all rows that the user can undo
 */
char *
plt_store_checksum (PltStore *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (PLT_IS_STORE (self), NULL);

  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    add_table (self, *table, checksum);
  return g_strdup (g_checksum_get_string (checksum));
}

/* Deleting a row, and what its descriptors say of the rows that refer to it.
 *
 * First everything is found out, then everything is written. From the row on, rows that follow it
 * are gathered until nobody new turns up: circles end by themselves. A row that refuses, and is not
 * itself among those that go, stops all of it. What must be emptied is emptied; then rows go in the
 * reverse order of their discovery, those that refer before those referred to. Where rows refer to
 * each other in a circle no order is right: foreign keys are therefore checked at the end of the
 * command, by SQLite, and not in the middle. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-text.h"

#define NAMED_ROWS 3

typedef struct
{
  const PltTable *table;
  gint64 id;
} Row;

/* A reference to a row that is to go. */
typedef struct
{
  Row from;
  const PltColumn *column;
  Row to;
} Link;

typedef struct
{
  GArray *rows;     /* of Row, in the order of discovery */
  GHashTable *seen; /* set of Row */
  GArray *clears;   /* of Link */
  GArray *refusals; /* of Link */
} Deletion;

static guint
row_hash (gconstpointer data)
{
  const Row *row = data;

  return g_direct_hash (row->table) ^ g_int64_hash (&row->id);
}

static gboolean
row_equal (gconstpointer a, gconstpointer b)
{
  const Row *x = a;
  const Row *y = b;

  return x->table == y->table && x->id == y->id;
}

static void
deletion_init (Deletion *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->seen = g_hash_table_new_full (row_hash, row_equal, g_free, NULL);
  self->clears = g_array_new (FALSE, FALSE, sizeof (Link));
  self->refusals = g_array_new (FALSE, FALSE, sizeof (Link));
}

static void
deletion_clear (Deletion *self)
{
  g_array_unref (self->rows);
  g_hash_table_unref (self->seen);
  g_array_unref (self->clears);
  g_array_unref (self->refusals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deletion, deletion_clear)

static void
add_row (Deletion *self, Row row)
{
  if (g_hash_table_add (self->seen, g_memdup2 (&row, sizeof row)))
    g_array_append_val (self->rows, row);
}

/* Notes every row of `table` that refers to `to` in `column`. */
static gboolean
gather_column (Deletion *self,
               PltStore *store,
               const PltTable *table,
               const PltColumn *column,
               Row to,
               GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?", table->id, column->id);
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, sql, error);
  PltStep step;

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, to.id);
  while ((step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    {
      Link link = { { table, plt_stmt_int (stmt, 0, 0) }, column, to };

      if (column->deletion == PLT_DELETE_FOLLOWS)
        add_row (self, link.from);
      else
        g_array_append_val (column->deletion == PLT_DELETE_CLEARS ? self->clears : self->refusals,
                            link);
    }
  sqlite3_reset (stmt);
  return step == PLT_STEP_DONE;
}

static gboolean
gather (Deletion *self, PltStore *store, Row first, GError **error)
{
  add_row (self, first);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row to = g_array_index (self->rows, Row, i);

      for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
        for (const PltColumn *column = (*table)->columns; column->id != NULL; column++)
          if (column->type == PLT_COLUMN_REFERENCE && strcmp (column->reference, to.table->id) == 0
              && !gather_column (self, store, *table, column, to, error))
            return FALSE;
    }
  return TRUE;
}

/* ---- refusal ---- */

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return plt_text_compare (*(const char *const *) a, *(const char *const *) b);
}

/* "The set “CAFÉ” is used by 3 sequences: 1, 4, 7. Give them another set first." */
static void
refuse (PltStore *store, GPtrArray *links, GError **error)
{
  const Link *first = g_ptr_array_index (links, 0);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *noun = plt_rows_noun (first->to.table, 1);
  g_autofree char *label = plt_rows_label (store, first->to.table, first->to.id);
  g_autofree char *users = plt_rows_noun (first->from.table, links->len);

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = g_ptr_array_index (links, i);

      g_ptr_array_add (labels, plt_rows_label (store, link->from.table, link->from.id));
    }
  g_ptr_array_sort (labels, compare_labels);
  for (guint i = 0; i < MIN (labels->len, NAMED_ROWS); i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ",
                            (const char *) g_ptr_array_index (labels, i));
  if (labels->len > NAMED_ROWS)
    g_string_append (names, "…");

  g_set_error (
      error, PLT_ERROR, PLT_ERROR_CONFLICT,
      g_dngettext (GETTEXT_PACKAGE, "The %s “%s” is used by %u %s: %s. Give it another %s first.",
                   "The %s “%s” is used by %u %s: %s. Give them another %s first.", links->len),
      noun, label, links->len, users, names->str, noun);
}

/* Refusals of rows that stay, those of one table and one deleted row together. */
static gboolean
check_refusals (Deletion *self, PltStore *store, GError **error)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  for (guint i = 0; i < self->refusals->len; i++)
    {
      const Link *link = &g_array_index (self->refusals, Link, i);
      const Link *first = links->len > 0 ? g_ptr_array_index (links, 0) : NULL;
      gboolean named = FALSE;

      if (g_hash_table_contains (self->seen, &link->from))
        continue;
      if (first != NULL
          && (first->from.table != link->from.table || !row_equal (&first->to, &link->to)))
        continue;
      /* A sequence may refer to one set twice. */
      for (guint j = 0; j < links->len && !named; j++)
        named = row_equal (&((const Link *) g_ptr_array_index (links, j))->from, &link->from);
      if (!named)
        g_ptr_array_add (links, (gpointer) link);
    }
  if (links->len == 0)
    return TRUE;
  refuse (store, links, error);
  return FALSE;
}

/* ---- writing ---- */

static gboolean
write_row (PltStore *store, const char *sql, gint64 id, GError **error)
{
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, id);
  return plt_db_run (db, stmt, error);
}

static gboolean
write_deletion (Deletion *self, PltStore *store, GError **error)
{
  if (!plt_db_exec (plt_store_get_db (store), "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;

  for (guint i = 0; i < self->clears->len; i++)
    {
      const Link *link = &g_array_index (self->clears, Link, i);
      g_autofree char *sql = NULL;

      if (g_hash_table_contains (self->seen, &link->from))
        continue;
      sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"id\" = ?",
                             link->from.table->id, link->column->id);
      if (!write_row (store, sql, link->from.id, error))
        return FALSE;
    }

  for (guint i = self->rows->len; i > 0; i--)
    {
      const Row *row = &g_array_index (self->rows, Row, i - 1);
      g_autofree char *sql
          = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?", row->table->id);

      if (!write_row (store, sql, row->id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * plt_rows_delete:
 * @store: a store, inside a command
 * @table: the table
 * @id: a row
 * @error: return location
 *
 * Deletes the row and what follows it, empties the references that are to be emptied.
 *
 * Returns: %FALSE with PLT_ERROR_NOT_FOUND, or PLT_ERROR_CONFLICT and a sentence that names who
 * still refers to it.
 */
gboolean
plt_rows_delete (PltStore *store, const PltTable *table, gint64 id, GError **error)
{
  g_auto (Deletion) deletion;
  Row row = { table, id };

  deletion_init (&deletion);
  g_return_val_if_fail (PLT_IS_STORE (store) && plt_store_in_command (store), FALSE);
  g_return_val_if_fail (table != NULL, FALSE);

  if (!plt_rows_exists (store, table, id))
    {
      plt_rows_no_row (table, id, error);
      return FALSE;
    }
  if (strcmp (table->id, "production") == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                           _ ("The production is the file itself and cannot be deleted from it; "
                              "delete the file instead."));
      return FALSE;
    }
  return plt_rows_may_change (store, table, id, error) && gather (&deletion, store, row, error)
         && check_refusals (&deletion, store, error) && write_deletion (&deletion, store, error);
}

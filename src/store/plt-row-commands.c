/* One row, one command: what a grid, a form and the command line ask for most. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const PltTable *table;
  gint64 id;
  guint index;
  GArray *values; /* of PltEditValue, owned */
} RowCommand;

static void
edit_value_clear (gpointer data)
{
  plt_value_clear (&((PltEditValue *) data)->value);
}

static GArray *
new_values (void)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (PltEditValue));

  g_array_set_clear_func (values, edit_value_clear);
  return values;
}

static const PltColumn *
find_column (const PltTable *table, const char *id, GError **error)
{
  const PltColumn *column = plt_table_column (table, id);

  if (column == NULL)
    plt_rows_no_column (table, id, error);
  return column;
}

/* ---- insert ---- */

static gboolean
insert_cb (PltStore *store, gpointer data, GError **error)
{
  RowCommand *self = data;

  self->id
      = plt_rows_insert (store, self->table, (const PltEditValue *) (void *) self->values->data,
                         self->values->len, error);
  return self->id != 0;
}

static char *
insert_label (const PltTable *table)
{
  g_autofree char *noun = plt_rows_noun (table, 1);

  /* The English article follows the English word; the other languages see the same noun twice. */
  return g_strdup_printf (
      strchr ("aeio", table->singular[0]) != NULL ? _ ("Add an %s") : _ ("Add a %s"), noun);
}

/**
 * plt_store_insert:
 * @store: a store
 * @table: a table's id
 * @error: return location
 * @first_column: (nullable): a column's id
 * @...: its text as typed, then further columns and texts, then %NULL
 *
 * Adds one row as one command. Texts are read by plt_store_parse_value().
 *
 * Returns: the new row's id; 0 with an error.
 */
gint64
plt_store_insert (PltStore *store, const char *table, GError **error, const char *first_column, ...)
{
  g_autoptr (GArray) values = new_values ();
  g_autofree char *label = NULL;
  RowCommand self = { NULL, 0, 0, values };
  PltCommand command = { NULL, NULL, insert_cb, &self };
  gboolean read = TRUE;
  va_list args;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, 0);

  self.table = plt_rows_find_table (table, error);
  if (self.table == NULL)
    return 0;
  va_start (args, first_column);
  for (const char *id = first_column; id != NULL && read; id = va_arg (args, const char *))
    {
      PltEditValue value = { find_column (self.table, id, error), PLT_VALUE_INIT };

      read = value.column != NULL
             && plt_store_parse_value (store, value.column, va_arg (args, const char *),
                                       &value.value, error);
      g_array_append_val (values, value);
    }
  va_end (args);
  if (!read)
    return 0;

  label = insert_label (self.table);
  command.label = label;
  return plt_store_run (store, &command, error) ? self.id : 0;
}

/* ---- update ---- */

static gboolean
update_cb (PltStore *store, gpointer data, GError **error)
{
  RowCommand *self = data;

  return plt_rows_update (store, self->table, self->id,
                          (const PltEditValue *) (void *) self->values->data, self->values->len,
                          error);
}

/* Does the cell hold `value` already? FALSE with an error when there is no such row. */
static gboolean
read_cell (PltStore *store,
           const PltTable *table,
           gint64 id,
           const PltColumn *column,
           const PltValue *value,
           gboolean *same,
           GError **error)
{
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *row = g_new0 (PltValue, n);
  g_autoptr (GError) failure = NULL;
  g_auto (PltValue) wanted = plt_rows_normal_value (column, value);

  if (!plt_rows_read (store, table, id, row, &failure))
    {
      if (failure == NULL)
        plt_rows_no_row (table, id, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *same = plt_value_equal (&row[column - table->columns], &wanted);
  plt_rows_clear_values (row, n);
  return TRUE;
}

static gboolean
set_value (PltStore *store,
           const PltTable *table,
           gint64 id,
           const PltColumn *column,
           const PltValue *value,
           GError **error)
{
  g_autoptr (GArray) values = new_values ();
  g_autofree char *label = NULL;
  g_autofree char *row = NULL;
  g_autofree char *noun = NULL;
  g_autofree char *merge_key = NULL;
  RowCommand self = { table, id, 0, values };
  PltCommand command = { NULL, NULL, update_cb, &self };
  PltEditValue edit = { column, plt_value_copy (value) };
  gboolean same = FALSE;

  g_array_append_val (values, edit);
  if (!read_cell (store, table, id, column, value, &same, error))
    return FALSE;
  if (same)
    return TRUE;

  noun = plt_rows_noun (table, 1);
  row = plt_rows_label (store, table, id);
  /* Translators: Change Synopsis of sequence 12 */
  label = g_strdup_printf (_ ("Change %s of %s %s"), plt_column_title (column), noun, row);
  merge_key = g_strdup_printf ("cell:%s:%" G_GINT64_FORMAT ":%s", table->id, id, column->id);
  command.label = label;
  command.merge_key = merge_key;
  return plt_store_run (store, &command, error);
}

/**
 * plt_store_set:
 * @store: a store
 * @table: a table's id
 * @id: a row
 * @column: a column's id
 * @text: what was typed, for plt_store_parse_value()
 * @error: return location
 *
 * Changes one cell as one command; the commands of one cell that follow one another are one step
 * of the history. A text that says what the cell holds already does nothing.
 *
 * Returns: %FALSE with an error; %PLT_ERROR_INVALID also for a column that the program writes.
 */
gboolean
plt_store_set (PltStore *store,
               const char *table,
               gint64 id,
               const char *column,
               const char *text,
               GError **error)
{
  const PltTable *t;
  const PltColumn *c;
  g_auto (PltValue) value = PLT_VALUE_INIT;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL && column != NULL && text != NULL,
                        FALSE);

  t = plt_rows_find_table (table, error);
  c = t != NULL ? find_column (t, column, error) : NULL;
  if (c == NULL)
    return FALSE;
  if (c->flags & PLT_COLUMN_READ_ONLY)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is written by Plateau and cannot be changed by hand; change what it "
                      "follows from."),
                   plt_column_title (c));
      return FALSE;
    }
  return plt_store_parse_value (store, c, text, &value, error)
         && set_value (store, t, id, c, &value, error);
}

/**
 * plt_store_set_value:
 *
 * As plt_store_set(), with a value as it is stored and for every column.
 */
gboolean
plt_store_set_value (PltStore *store,
                     const char *table,
                     gint64 id,
                     const char *column,
                     const PltValue *value,
                     GError **error)
{
  const PltTable *t;
  const PltColumn *c;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL && column != NULL && value != NULL,
                        FALSE);

  t = plt_rows_find_table (table, error);
  c = t != NULL ? find_column (t, column, error) : NULL;
  return c != NULL && set_value (store, t, id, c, value, error);
}

/* ---- delete, move ---- */

static gboolean
delete_cb (PltStore *store, gpointer data, GError **error)
{
  RowCommand *self = data;

  return plt_rows_delete (store, self->table, self->id, error);
}

static gboolean
move_cb (PltStore *store, gpointer data, GError **error)
{
  RowCommand *self = data;

  return plt_rows_move (store, self->table, self->id, self->index, error);
}

/* `format`: translated, with the kind and the name of the row */
static gboolean
run_on_row (
    PltStore *store, RowCommand *self, PltCommandFunc function, const char *format, GError **error)
{
  g_autofree char *noun = plt_rows_noun (self->table, 1);
  g_autofree char *row = plt_rows_label (store, self->table, self->id);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 3);
  g_autofree char *label = NULL;
  PltCommand command = { NULL, NULL, function, self };

  label = g_strconcat (parts[0], noun, parts[1], row, parts[2], NULL);
  command.label = label;
  return plt_store_run (store, &command, error);
}

/**
 * plt_store_delete:
 *
 * plt_rows_delete() as a command.
 */
gboolean
plt_store_delete (PltStore *store, const char *table, gint64 id, GError **error)
{
  RowCommand self = { NULL, id, 0, NULL };

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, FALSE);

  self.table = plt_rows_find_table (table, error);
  return self.table != NULL && run_on_row (store, &self, delete_cb, _ ("Delete %s %s"), error);
}

gboolean
plt_store_move (PltStore *store, const char *table, gint64 id, guint index, GError **error)
{
  RowCommand self = { NULL, id, index, NULL };

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, FALSE);

  self.table = plt_rows_find_table (table, error);
  return self.table != NULL && run_on_row (store, &self, move_cb, _ ("Move %s %s"), error);
}

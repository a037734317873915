#include "plt-batch.h"
#include "plt-facts.h"

struct _PltBatch
{
  GArray *edits; /* PltEdit */
  gint64 last_handle;
};

static void
clear_edit_value (gpointer data)
{
  PltEditValue *self = data;

  plt_value_clear (&self->value);
}

static void
clear_edit (gpointer data)
{
  PltEdit *self = data;

  g_array_unref (self->values);
}

/**
 * plt_batch_new:
 *
 * Returns: (transfer full): an empty batch
 */
PltBatch *
plt_batch_new (void)
{
  PltBatch *self = g_new0 (PltBatch, 1);

  self->edits = g_array_new (FALSE, FALSE, sizeof (PltEdit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

/**
 * plt_batch_free:
 * @self: (transfer full): a batch
 */
void
plt_batch_free (PltBatch *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->edits);
  g_free (self);
}

static void
begin_edit (PltBatch *self, PltEditKind kind, const PltTable *table, gint64 id)
{
  PltEdit edit = { kind, table, id, g_array_new (FALSE, FALSE, sizeof (PltEditValue)) };

  g_array_set_clear_func (edit.values, clear_edit_value);
  g_array_append_val (self->edits, edit);
}

/**
 * plt_batch_insert:
 * @self: a batch
 * @table: id of a table
 *
 * Returns: the handle of the new row, -1 for the first, -2 for the second; the sets that follow go
 * to it
 */
gint64
plt_batch_insert (PltBatch *self, const char *table)
{
  const PltTable *found;

  g_return_val_if_fail (self != NULL && table != NULL, 0);
  found = plt_table_find (table);
  g_return_val_if_fail (found != NULL, 0);

  begin_edit (self, PLT_EDIT_INSERT, found, --self->last_handle);
  return self->last_handle;
}

/**
 * plt_batch_update:
 * @self: a batch
 * @table: id of a table
 * @id: a row id, or a handle of this batch; the sets that follow go to it
 */
void
plt_batch_update (PltBatch *self, const char *table, gint64 id)
{
  const PltTable *found;

  g_return_if_fail (self != NULL && table != NULL && id != 0 && id >= self->last_handle);
  found = plt_table_find (table);
  g_return_if_fail (found != NULL);

  begin_edit (self, PLT_EDIT_UPDATE, found, id);
}

/**
 * plt_batch_delete:
 * @self: a batch
 * @table: id of a table
 * @id: a row id, or a handle of this batch
 */
void
plt_batch_delete (PltBatch *self, const char *table, gint64 id)
{
  const PltTable *found;

  g_return_if_fail (self != NULL && table != NULL && id != 0 && id >= self->last_handle);
  found = plt_table_find (table);
  g_return_if_fail (found != NULL);

  begin_edit (self, PLT_EDIT_DELETE, found, id);
}

/* Sets a column of the last edit; a second set of the same column wins. */
static void
set_value (PltBatch *self, const PltColumn *column, PltValue value)
{
  PltEdit *edit = &g_array_index (self->edits, PltEdit, self->edits->len - 1);
  PltEditValue added = { column, value };

  for (guint i = 0; i < edit->values->len; i++)
    {
      PltEditValue *present = &g_array_index (edit->values, PltEditValue, i);

      if (present->column == column)
        {
          plt_value_take (&present->value, value);
          return;
        }
    }
  g_array_append_val (edit->values, added);
}

/* The column of that id in the table of the last edit, which must take values. */
static const PltColumn *
find_column (PltBatch *self, const char *id)
{
  const PltEdit *edit;

  g_return_val_if_fail (self != NULL && id != NULL && self->edits->len > 0, NULL);

  edit = &g_array_index (self->edits, PltEdit, self->edits->len - 1);
  g_return_val_if_fail (edit->kind != PLT_EDIT_DELETE, NULL);

  return plt_table_column (edit->table, id);
}

/**
 * plt_batch_set_text:
 * @self: a batch whose last edit is an insert or an update
 * @column: id of a column that is stored as text
 * @text: (nullable): copied; %NULL is ""
 */
void
plt_batch_set_text (PltBatch *self, const char *column, const char *text)
{
  const PltColumn *found = find_column (self, column);

  g_return_if_fail (found != NULL && plt_column_is_text (found));

  set_value (self, found, plt_value_text (text != NULL ? text : ""));
}

/**
 * plt_batch_set_integer:
 * @self: a batch whose last edit is an insert or an update
 * @column: id of a column that is stored as an integer
 * @value: the number; of a reference a row id or a handle of this batch
 */
void
plt_batch_set_integer (PltBatch *self, const char *column, gint64 value)
{
  const PltColumn *found = find_column (self, column);

  g_return_if_fail (found != NULL && !plt_column_is_text (found));

  set_value (self, found, plt_value_integer (value));
}

/**
 * plt_batch_set_known:
 * @self: a batch whose last edit is an insert or an update
 * @column: id of a column that is stored as an integer
 * @value: what plt_batch_set_integer() takes; PLT_UNKNOWN empties the column
 */
void
plt_batch_set_known (PltBatch *self, const char *column, gint64 value)
{
  if (value != PLT_UNKNOWN)
    plt_batch_set_integer (self, column, value);
  else
    plt_batch_set_null (self, column);
}

/**
 * plt_batch_set_date:
 * @self: a batch whose last edit is an insert or an update
 * @column: id of a column of dates
 * @date: the date; PLT_DATE_NONE empties the column
 */
void
plt_batch_set_date (PltBatch *self, const char *column, PltDate date)
{
  const PltColumn *found = find_column (self, column);

  g_return_if_fail (found != NULL && found->type == PLT_COLUMN_DATE);

  set_value (self, found, (PltValue){ .kind = PLT_VALUE_TEXT, .text = plt_date_to_iso (date) });
}

/**
 * plt_batch_set_null:
 * @self: a batch whose last edit is an insert or an update
 * @column: id of a column; becomes what empty is in it: "" of a text, 0 of a boolean
 */
void
plt_batch_set_null (PltBatch *self, const char *column)
{
  const PltColumn *found = find_column (self, column);

  g_return_if_fail (found != NULL);

  if (plt_column_is_text (found))
    set_value (self, found, plt_value_text (""));
  else if (found->type == PLT_COLUMN_BOOLEAN)
    set_value (self, found, plt_value_integer (0));
  else
    set_value (self, found, (PltValue) PLT_VALUE_INIT);
}

/**
 * plt_batch_set_value:
 * @self: a batch whose last edit is an insert or an update
 * @column: id of a column
 * @value: copied
 */
void
plt_batch_set_value (PltBatch *self, const char *column, const PltValue *value)
{
  const PltColumn *found = find_column (self, column);

  g_return_if_fail (found != NULL && value != NULL);

  set_value (self, found, plt_value_copy (value));
}

/**
 * plt_batch_get_n_edits:
 * @self: a batch
 *
 * Returns: how many edits it has
 */
guint
plt_batch_get_n_edits (const PltBatch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->edits->len;
}

/**
 * plt_batch_get_edit:
 * @self: a batch
 * @index: less than plt_batch_get_n_edits()
 *
 * Returns: (transfer none): that edit, valid until the next one is added
 */
const PltEdit *
plt_batch_get_edit (const PltBatch *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->edits->len, NULL);

  return &g_array_index (self->edits, PltEdit, index);
}

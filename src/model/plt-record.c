#include "plt-record.h"

struct _PltRecord
{
  GObject parent_instance;

  const PltTable *table;
  gint64 id;
  guint n_columns;
  PltValue *values; /* (array length=n_columns) */
  char **labels;    /* (array length=n_columns) (nullable): until a reference has a label */
  gboolean deleted;
};

enum
{
  CHANGED,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PltRecord, plt_record, G_TYPE_OBJECT)

static void
plt_record_finalize (GObject *object)
{
  PltRecord *self = PLT_RECORD (object);

  for (guint i = 0; i < self->n_columns; i++)
    {
      plt_value_clear (&self->values[i]);
      if (self->labels != NULL)
        g_free (self->labels[i]);
    }
  g_free (self->values);
  g_free (self->labels);

  G_OBJECT_CLASS (plt_record_parent_class)->finalize (object);
}

static void
plt_record_class_init (PltRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plt_record_finalize;

  /**
   * PltRecord::changed:
   *
   * A column, named by the detail, has another value or its reference another label.
   */
  signals[CHANGED]
      = g_signal_new ("changed", PLT_TYPE_RECORD, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PltRecord::deleted:
   *
   * The row is gone. The values stay readable.
   */
  signals[DELETED] = g_signal_new ("deleted", PLT_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
plt_record_init (PltRecord *self)
{
}

/**
 * plt_record_new:
 * @table: a table
 * @id: of the row
 *
 * Returns: (transfer full): a record whose columns are all NULL until plt_record_update()
 */
PltRecord *
plt_record_new (const PltTable *table, gint64 id)
{
  PltRecord *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_object_new (PLT_TYPE_RECORD, NULL);
  self->table = table;
  self->id = id;
  self->n_columns = plt_table_n_columns (table);
  self->values = g_new0 (PltValue, self->n_columns);
  return self;
}

/**
 * plt_record_get_table:
 * @self: a record
 *
 * Returns: (transfer none): its table
 */
const PltTable *
plt_record_get_table (PltRecord *self)
{
  g_return_val_if_fail (PLT_IS_RECORD (self), NULL);

  return self->table;
}

/**
 * plt_record_get_id:
 * @self: a record
 *
 * Returns: the id of its row
 */
gint64
plt_record_get_id (PltRecord *self)
{
  g_return_val_if_fail (PLT_IS_RECORD (self), 0);

  return self->id;
}

/**
 * plt_record_is_deleted:
 * @self: a record
 *
 * Returns: whether its row is gone
 */
gboolean
plt_record_is_deleted (PltRecord *self)
{
  g_return_val_if_fail (PLT_IS_RECORD (self), TRUE);

  return self->deleted;
}

/**
 * plt_record_get:
 * @self: a record
 * @column: id of a column of its table
 *
 * Returns: (transfer none): its value
 */
const PltValue *
plt_record_get (PltRecord *self, const char *column)
{
  int index;

  g_return_val_if_fail (PLT_IS_RECORD (self) && column != NULL, NULL);
  index = plt_table_column_index (self->table, column);
  g_return_val_if_fail (index >= 0, NULL);

  return &self->values[index];
}

/**
 * plt_record_get_at:
 * @self: a record
 * @column: index of a column
 *
 * Returns: (transfer none): its value
 */
const PltValue *
plt_record_get_at (PltRecord *self, guint column)
{
  g_return_val_if_fail (PLT_IS_RECORD (self) && column < self->n_columns, NULL);

  return &self->values[column];
}

/**
 * plt_record_get_integer:
 * @self: a record
 * @column: id of a column of its table
 * @if_null: what to give when there is no number
 *
 * Returns: the number
 */
gint64
plt_record_get_integer (PltRecord *self, const char *column, gint64 if_null)
{
  const PltValue *value = plt_record_get (self, column);

  return value != NULL && value->kind == PLT_VALUE_INTEGER ? value->integer : if_null;
}

/**
 * plt_record_get_text:
 * @self: a record
 * @column: id of a column of its table
 *
 * Returns: (transfer none): the text, "" when there is none
 */
const char *
plt_record_get_text (PltRecord *self, const char *column)
{
  const PltValue *value = plt_record_get (self, column);

  return value != NULL ? plt_value_get_text (value) : "";
}

/**
 * plt_record_get_label_at:
 * @self: a record
 * @column: index of a column
 *
 * Returns: (transfer none): how the row that a reference points to is named, "" when it is empty or
 * the column is no reference
 */
const char *
plt_record_get_label_at (PltRecord *self, guint column)
{
  g_return_val_if_fail (PLT_IS_RECORD (self) && column < self->n_columns, "");

  if (self->labels == NULL || self->labels[column] == NULL)
    return "";
  return self->labels[column];
}

/* Moves a label in; whether it is another. */
static gboolean
take_label (PltRecord *self, guint column, char *label)
{
  g_autofree char *taken = label;

  if (g_strcmp0 (self->labels != NULL ? self->labels[column] : NULL, taken) == 0)
    return FALSE;
  if (self->labels == NULL)
    self->labels = g_new0 (char *, self->n_columns);
  g_free (self->labels[column]);
  self->labels[column] = g_steal_pointer (&taken);
  return TRUE;
}

/**
 * plt_record_update:
 * @self: a record
 * @values: (array): one per column of the table; each is moved out and left NULL, the array stays
 *   the caller's
 * @labels: (array) (nullable): one per column or NULL; moved out likewise
 *
 * Takes all values, then emits `changed` with the column as detail for those that are others than
 * before.
 */
void
plt_record_update (PltRecord *self, PltValue *values, char **labels)
{
  g_autofree gboolean *changed = NULL;

  g_return_if_fail (PLT_IS_RECORD (self) && values != NULL);

  changed = g_new0 (gboolean, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      PltValue value = values[i];

      values[i] = (PltValue) PLT_VALUE_INIT;
      changed[i] = !plt_value_equal (&self->values[i], &value);
      plt_value_take (&self->values[i], value);
      if (take_label (self, i, labels != NULL ? g_steal_pointer (&labels[i]) : NULL))
        changed[i] = TRUE;
    }

  g_object_ref (self);
  for (guint i = 0; i < self->n_columns; i++)
    if (changed[i])
      g_signal_emit (self, signals[CHANGED],
                     g_quark_from_static_string (self->table->columns[i].id));
  g_object_unref (self);
}

/**
 * plt_record_set_deleted:
 * @self: a record
 * @deleted: whether its row is gone; `deleted` is emitted when it goes
 */
void
plt_record_set_deleted (PltRecord *self, gboolean deleted)
{
  g_return_if_fail (PLT_IS_RECORD (self));

  if (self->deleted == !!deleted)
    return;
  self->deleted = !!deleted;
  if (self->deleted)
    g_signal_emit (self, signals[DELETED], 0);
}

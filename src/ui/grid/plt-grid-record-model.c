#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-grid-record-model.h"

#define N_HELD 1024 /* records kept alive, a power of two */

typedef struct
{
  const PltColumn *column;
  guint index; /* in the record, COMPUTED when it is not in it */
} Shown;

#define COMPUTED G_MAXUINT

struct _PltGridRecordModel
{
  GObject parent;

  const PltTable *table;
  GListModel *records;
  GArray *shown; /* of Shown */
  guint n_frozen;
  PltGridEditing editing;
  PltRecord *held[N_HELD]; /* the last one asked for of each row modulo N_HELD */

  PltGridFind find;
  gpointer find_data;

  PltGridDecorate decorate;
  gpointer decorate_data;
  GDestroyNotify decorate_destroy;

  guint sorted; /* of shown */
  PltGridSort sort;

  gulong hook;
  guint repaint;
};

enum
{
  TYPING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void plt_grid_record_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltGridRecordModel,
                               plt_grid_record_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_grid_record_model_iface_init))

static const Shown *
get_shown (PltGridRecordModel *self, guint column)
{
  return &g_array_index (self->shown, Shown, column);
}

/* --- Reading --- */

static guint
get_n_rows (PltGridModel *model)
{
  return g_list_model_get_n_items (PLT_GRID_RECORD_MODEL (model)->records);
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_GRID_RECORD_MODEL (model)->shown->len;
}

static guint
get_width (const PltColumn *column)
{
  static const guint by_type[] = {
    [PLT_COLUMN_TEXT] = 18,    [PLT_COLUMN_LONG_TEXT] = 40, [PLT_COLUMN_INTEGER] = 7,
    [PLT_COLUMN_BOOLEAN] = 6,  [PLT_COLUMN_MONEY] = 13,     [PLT_COLUMN_RATE] = 8,
    [PLT_COLUMN_QUANTITY] = 9, [PLT_COLUMN_CLOCK] = 7,      [PLT_COLUMN_DURATION] = 9,
    [PLT_COLUMN_SECONDS] = 8,  [PLT_COLUMN_EIGHTHS] = 8,    [PLT_COLUMN_COORDINATE] = 12,
    [PLT_COLUMN_DATE] = 11,    [PLT_COLUMN_CHOICE] = 13,    [PLT_COLUMN_FLAGS] = 18,
    [PLT_COLUMN_FILE] = 22,    [PLT_COLUMN_REFERENCE] = 20, [PLT_COLUMN_FORMULA] = 10,
  };

  return column->width > 0 ? column->width : by_type[column->type];
}

/* What may be added up with what. A time of day or a place on earth cannot. */
static const char *
get_unit (const PltColumn *column)
{
  switch ((guint) column->type)
    {
    case PLT_COLUMN_INTEGER:
      return column->id; /* shots and pages do not add up */
    case PLT_COLUMN_MONEY:
      return "money";
    case PLT_COLUMN_RATE:
      return "rate";
    case PLT_COLUMN_QUANTITY:
      return "quantity";
    case PLT_COLUMN_DURATION:
      return "duration";
    case PLT_COLUMN_SECONDS:
      return "seconds";
    case PLT_COLUMN_EIGHTHS:
      return "eighths";
    default:
      return NULL;
    }
}

static gboolean
is_computed (const Shown *shown)
{
  return shown->index == COMPUTED;
}

static gboolean
is_typed_in (PltGridRecordModel *self, const PltColumn *column)
{
  return self->editing.commit != NULL && (column->flags & PLT_COLUMN_READ_ONLY) == 0;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  const PltColumn *column = get_shown (self, at)->column;

  out->id = column->id;
  out->title = plt_column_title (column);
  out->tooltip = column->help != NULL ? _ (column->help) : NULL;
  out->width = get_width (column);
  out->unit = get_unit (column);
  if (plt_column_is_number (column))
    out->align = PLT_GRID_ALIGN_END;
  else if (column->type == PLT_COLUMN_BOOLEAN)
    out->align = PLT_GRID_ALIGN_CENTER;
  if (at < self->n_frozen)
    out->flags |= PLT_GRID_COLUMN_FROZEN;
  if (is_typed_in (self, column))
    out->flags |= PLT_GRID_COLUMN_EDITABLE;
  if (plt_column_is_number (column))
    out->flags |= PLT_GRID_COLUMN_NUMBER;
  if (column->type == PLT_COLUMN_CHOICE && (column->flags & PLT_COLUMN_OPEN) == 0)
    out->flags |= PLT_GRID_COLUMN_CHOICES;
  if (column->type == PLT_COLUMN_BOOLEAN)
    out->flags |= PLT_GRID_COLUMN_TOGGLE;
  if (is_computed (get_shown (self, at)))
    out->flags |= PLT_GRID_COLUMN_UNSORTED;
}

/**
 * plt_grid_record_model_get_record:
 *
 * Returns: (transfer none): the record of a row, alive until N_HELD other rows were asked for
 */
PltRecord *
plt_grid_record_model_get_record (PltGridRecordModel *self, guint row)
{
  PltRecord **slot = &self->held[row % N_HELD];
  PltRecord *record = g_list_model_get_item (self->records, row);

  if (*slot == record)
    {
      g_object_unref (record);
      return record;
    }
  g_clear_object (slot);
  *slot = record;
  return record;
}

const PltColumn *
plt_grid_record_model_get_table_column (PltGridRecordModel *self, guint column)
{
  return get_shown (self, column)->column;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return plt_record_get_id (plt_grid_record_model_get_record (PLT_GRID_RECORD_MODEL (model), row));
}

static int
find_key (PltGridModel *model, gint64 key)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  guint n_rows = get_n_rows (model);

  if (self->find != NULL)
    return self->find (key, self->find_data);
  for (guint row = 0; row < n_rows; row++)
    if (get_key (model, row) == key)
      return (int) row;
  return -1;
}

static const PltValue *
get_value (PltGridRecordModel *self, guint row, guint column)
{
  return plt_record_get_at (plt_grid_record_model_get_record (self, row),
                            get_shown (self, column)->index);
}

static void
get_cell (PltGridModel *model, guint row, guint at, PltGridCell *cell)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  PltRecord *record = plt_grid_record_model_get_record (self, row);
  const Shown *shown = get_shown (self, at);
  const PltValue *value;

  if (is_computed (shown))
    {
      cell->flags |= PLT_GRID_CELL_READONLY;
      if (self->decorate != NULL)
        self->decorate (record, shown->column, cell, self->decorate_data);
      return;
    }
  value = plt_record_get_at (record, shown->index);
  switch ((guint) shown->column->type)
    {
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_LONG_TEXT:
    case PLT_COLUMN_FILE:
    case PLT_COLUMN_FORMULA:
      cell->text = plt_value_get_text (value);
      break;
    case PLT_COLUMN_REFERENCE:
      cell->text = plt_record_get_label_at (record, shown->index);
      break;
    case PLT_COLUMN_BOOLEAN:
      cell->text = value->kind == PLT_VALUE_INTEGER && value->integer != 0 ? "✓" : "";
      break;
    default:
      if (value->kind != PLT_VALUE_NULL)
        plt_grid_cell_take_text (cell, plt_column_format (shown->column, value));
    }
  if (self->decorate != NULL)
    self->decorate (record, shown->column, cell, self->decorate_data);
}

static char *
get_edit_text (PltGridModel *model, guint row, guint at)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  PltRecord *record = plt_grid_record_model_get_record (self, row);
  const Shown *shown = get_shown (self, at);
  const PltValue *value;

  if (is_computed (shown))
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      get_cell (model, row, at, &cell);
      return g_strdup (cell.text);
    }
  value = plt_record_get_at (record, shown->index);
  if (shown->column->type == PLT_COLUMN_REFERENCE)
    return g_strdup (plt_record_get_label_at (record, shown->index));
  /* A person knows a choice by its title, and a title is read back as well. */
  if (shown->column->type == PLT_COLUMN_CHOICE || shown->column->type == PLT_COLUMN_FLAGS)
    return plt_column_format (shown->column, value);
  return plt_column_format_edit (shown->column, value);
}

static gboolean
get_number (PltGridModel *model, guint row, guint at, gint64 *number)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  const PltValue *value;

  if (is_computed (get_shown (self, at)))
    return FALSE;
  value = get_value (self, row, at);
  *number = value->integer;
  return value->kind == PLT_VALUE_INTEGER && get_unit (get_shown (self, at)->column) != NULL;
}

static char *
format_number (PltGridModel *model, guint at, gint64 number)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  PltValue value = plt_value_integer (number);

  return plt_column_format (get_shown (self, at)->column, &value);
}

static GStrv
list_choices (const PltColumn *column)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (column->choices == NULL || column->type == PLT_COLUMN_FLAGS)
    return NULL;
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    g_strv_builder_add (builder, plt_choice_title (choice));
  return g_strv_builder_end (builder);
}

static GStrv
get_completions (PltGridModel *model, guint row, guint at)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  const PltColumn *column = get_shown (self, at)->column;
  GStrv proposals = NULL;

  if (self->editing.complete != NULL)
    proposals = self->editing.complete (
        row < get_n_rows (model) ? plt_grid_record_model_get_record (self, row) : NULL, column,
        self->editing.user_data);
  return proposals != NULL ? proposals : list_choices (column);
}

/* --- Changing --- */

static guint
get_abilities (PltGridModel *model)
{
  const PltGridEditing *editing = &PLT_GRID_RECORD_MODEL (model)->editing;

  return (editing->insert != NULL ? PLT_GRID_CAN_INSERT : 0u)
         | (editing->remove != NULL ? PLT_GRID_CAN_DELETE : 0u)
         | (editing->move != NULL ? PLT_GRID_CAN_MOVE : 0u)
         | (editing->sort != NULL ? PLT_GRID_CAN_SORT : 0u);
}

static gboolean
set_text (PltGridModel *model, guint row, guint at, const char *text, GError **error)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);

  if (self->editing.commit == NULL)
    return plt_grid_model_refuse (error);
  return self->editing.commit (plt_grid_record_model_get_record (self, row),
                               get_shown (self, at)->column, text, self->editing.user_data, error);
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  g_autofree PltGridRecordEdit *wanted = g_new0 (PltGridRecordEdit, MAX (n_edits, 1));
  guint n_rows = get_n_rows (model);

  if (self->editing.commit_many == NULL)
    return plt_grid_model_refuse (error);
  for (guint i = 0; i < n_edits; i++)
    {
      guint row = (guint) edits[i].row;

      if (row < n_rows)
        wanted[i].record = plt_grid_record_model_get_record (self, row);
      else
        wanted[i].new_row = row - n_rows;
      wanted[i].column = get_shown (self, (guint) edits[i].column)->column;
      wanted[i].text = edits[i].text;
    }
  return self->editing.commit_many (wanted, n_edits, n_new_rows, self->editing.user_data, error);
}

static PltRecord *
get_record_or_null (PltGridRecordModel *self, guint row)
{
  return row < g_list_model_get_n_items (self->records)
             ? plt_grid_record_model_get_record (self, row)
             : NULL;
}

static gboolean
insert_rows (PltGridModel *model, guint at, guint n, GError **error)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);

  if (self->editing.insert == NULL)
    return plt_grid_model_refuse (error);
  return self->editing.insert (get_record_or_null (self, at), n, self->editing.user_data, error);
}

/* (transfer full) (element-type PltRecord) */
static GPtrArray *
hold_records (PltGridRecordModel *self, guint first, guint n)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint row = first; row < first + n; row++)
    g_ptr_array_add (records, g_list_model_get_item (self->records, row));
  return records;
}

static gboolean
delete_rows (PltGridModel *model, guint first, guint n, GError **error)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  g_autoptr (GPtrArray) records = hold_records (self, first, n);

  if (self->editing.remove == NULL)
    return plt_grid_model_refuse (error);
  return self->editing.remove ((PltRecord *const *) records->pdata, n, self->editing.user_data,
                               error);
}

static gboolean
move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  g_autoptr (GPtrArray) records = hold_records (self, first, n);

  if (self->editing.move == NULL)
    return plt_grid_model_refuse (error);
  return self->editing.move ((PltRecord *const *) records->pdata, n, get_record_or_null (self, to),
                             self->editing.user_data, error);
}

static gboolean
toggle (PltGridModel *model, guint row, guint at, GError **error)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  const PltColumn *column = get_shown (self, at)->column;
  const PltValue *value;
  PltValue other;
  g_autofree char *text = NULL;

  if (column->type != PLT_COLUMN_BOOLEAN || is_computed (get_shown (self, at))
      || !is_typed_in (self, column))
    return FALSE;
  value = get_value (self, row, at);
  other = plt_value_integer (value->kind != PLT_VALUE_INTEGER || value->integer == 0);
  text = plt_column_format_edit (column, &other);
  return set_text (model, row, at, text, error);
}

static void
sort (PltGridModel *model, guint at, PltGridSort direction)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);
  const PltColumn *column = direction == PLT_GRID_SORT_NONE ? NULL : get_shown (self, at)->column;

  if (self->editing.sort == NULL)
    return;
  plt_grid_record_model_set_sort (self, column, direction);
  self->editing.sort (column, direction, self->editing.user_data);
}

static PltGridSort
get_sort (PltGridModel *model, guint *column)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);

  *column = self->sorted;
  return self->sort;
}

/* Whoever shows the row elsewhere may follow; whether it is right is said when it is committed. */
static gboolean
try_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (model);

  if (row < get_n_rows (model))
    g_signal_emit (self, signals[TYPING], 0, plt_grid_record_model_get_record (self, row),
                   get_shown (self, column)->column, text);
  return TRUE;
}

static void
plt_grid_record_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->find_key = find_key;
  iface->get_edit_text = get_edit_text;
  iface->get_number = get_number;
  iface->format_number = format_number;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->try_text = try_text;
  iface->set_many = set_many;
  iface->insert_rows = insert_rows;
  iface->delete_rows = delete_rows;
  iface->move_rows = move_rows;
  iface->toggle = toggle;
  iface->sort = sort;
  iface->get_sort = get_sort;
  iface->get_abilities = get_abilities;
}

/* --- Following the records --- */

static gboolean
repaint_cb (gpointer data)
{
  PltGridRecordModel *self = data;

  self->repaint = 0;
  plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, get_n_rows (PLT_GRID_MODEL (self)));
  return G_SOURCE_REMOVE;
}

/* One hook on the signal instead of a handler on each of 50,000 records; what a command changes is
 * repainted once. */
static gboolean
record_changed_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  PltGridRecordModel *self = data;
  PltRecord *record = g_value_get_object (&values[0]);

  if (self->repaint == 0 && plt_record_get_table (record) == self->table)
    self->repaint = g_idle_add_full (G_PRIORITY_HIGH_IDLE, repaint_cb, self, NULL);
  return TRUE;
}

static void
items_changed_cb (PltGridRecordModel *self, guint position, guint removed, guint added)
{
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), position, removed, added);
}

/* --- The object --- */

static void
plt_grid_record_model_dispose (GObject *object)
{
  PltGridRecordModel *self = PLT_GRID_RECORD_MODEL (object);

  if (self->hook != 0)
    g_signal_remove_emission_hook (g_signal_lookup ("changed", PLT_TYPE_RECORD), self->hook);
  self->hook = 0;
  g_clear_handle_id (&self->repaint, g_source_remove);
  if (self->records != NULL)
    g_signal_handlers_disconnect_by_func (self->records, items_changed_cb, self);
  g_clear_object (&self->records);
  for (guint i = 0; i < N_HELD; i++)
    g_clear_object (&self->held[i]);
  if (self->decorate_destroy != NULL)
    self->decorate_destroy (self->decorate_data);
  self->decorate = NULL;
  self->decorate_destroy = NULL;
  G_OBJECT_CLASS (plt_grid_record_model_parent_class)->dispose (object);
}

static void
plt_grid_record_model_finalize (GObject *object)
{
  g_array_unref (PLT_GRID_RECORD_MODEL (object)->shown);
  G_OBJECT_CLASS (plt_grid_record_model_parent_class)->finalize (object);
}

static void
plt_grid_record_model_class_init (PltGridRecordModelClass *klass)
{
  /* Its signal is looked up by name before a record need exist. */
  g_type_class_unref (g_type_class_ref (PLT_TYPE_RECORD));

  G_OBJECT_CLASS (klass)->dispose = plt_grid_record_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_grid_record_model_finalize;
  signals[TYPING]
      = g_signal_new ("typing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, PLT_TYPE_RECORD, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
plt_grid_record_model_init (PltGridRecordModel *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
}

static void
show_column (PltGridRecordModel *self, int index)
{
  Shown shown = { &self->table->columns[index], (guint) index };

  g_array_append_val (self->shown, shown);
}

/**
 * plt_grid_record_model_new:
 * @table: the table
 * @records: (transfer none): a list of its records, which it may make when it is asked for them
 * @columns: (nullable): ids of the columns to show, by comma; %NULL for all that are not hidden
 *
 * Returns: (transfer full): a model that can only be read
 */
PltGridRecordModel *
plt_grid_record_model_new (const PltTable *table, GListModel *records, const char *columns)
{
  PltGridRecordModel *self;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (records), NULL);

  self = g_object_new (PLT_TYPE_GRID_RECORD_MODEL, NULL);
  self->table = table;
  self->records = g_object_ref (records);
  if (columns != NULL)
    {
      g_auto (GStrv) ids = g_strsplit (columns, ",", -1);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          int index = plt_table_column_index (table, ids[i]);

          if (index < 0)
            g_critical ("The table %s has no column %s.", table->id, ids[i]);
          else
            show_column (self, index);
        }
    }
  else
    {
      for (guint i = 0; i < plt_table_n_columns (table); i++)
        if ((table->columns[i].flags & PLT_COLUMN_HIDDEN) == 0)
          show_column (self, (int) i);
    }
  g_signal_connect_swapped (records, "items-changed", G_CALLBACK (items_changed_cb), self);
  self->hook = g_signal_add_emission_hook (g_signal_lookup ("changed", PLT_TYPE_RECORD), 0,
                                           record_changed_cb, self, NULL);
  return self;
}

/**
 * plt_grid_record_model_add_computed:
 * @column: (transfer none): describes it; not one of the table, read-only, lives as long as @self
 * @at: before which of the shown columns, beyond the last for the end
 *
 * Shows a column the records don't have. Its cells are empty until the decorating function fills
 * them; it cannot be sorted by.
 */
void
plt_grid_record_model_add_computed (PltGridRecordModel *self, const PltColumn *column, guint at)
{
  Shown shown = { column, COMPUTED };

  g_return_if_fail (PLT_IS_GRID_RECORD_MODEL (self));
  g_return_if_fail (column != NULL && (column->flags & PLT_COLUMN_READ_ONLY) != 0);

  g_array_insert_val (self->shown, MIN (at, self->shown->len), shown);
  plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
}

/**
 * plt_grid_record_model_set_editing:
 * @editing: (nullable): what takes the changes; %NULL: the grid can only be read
 */
void
plt_grid_record_model_set_editing (PltGridRecordModel *self, const PltGridEditing *editing)
{
  g_return_if_fail (PLT_IS_GRID_RECORD_MODEL (self));

  self->editing = editing != NULL ? *editing : (PltGridEditing){ NULL };
  plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
}

void
plt_grid_record_model_set_decorate (PltGridRecordModel *self,
                                    PltGridDecorate decorate,
                                    gpointer user_data,
                                    GDestroyNotify destroy)
{
  g_return_if_fail (PLT_IS_GRID_RECORD_MODEL (self));

  if (self->decorate_destroy != NULL)
    self->decorate_destroy (self->decorate_data);
  self->decorate = decorate;
  self->decorate_data = user_data;
  self->decorate_destroy = destroy;
  plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, get_n_rows (PLT_GRID_MODEL (self)));
}

/**
 * plt_grid_record_model_set_find:
 * @find: (nullable): finds a row faster than by going through all of them
 */
void
plt_grid_record_model_set_find (PltGridRecordModel *self, PltGridFind find, gpointer user_data)
{
  g_return_if_fail (PLT_IS_GRID_RECORD_MODEL (self));

  self->find = find;
  self->find_data = user_data;
}

/**
 * plt_grid_record_model_set_frozen:
 * @n_columns: how many of the first columns stay at the left
 */
void
plt_grid_record_model_set_frozen (PltGridRecordModel *self, guint n_columns)
{
  g_return_if_fail (PLT_IS_GRID_RECORD_MODEL (self));

  self->n_frozen = n_columns;
  plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
}

/**
 * plt_grid_record_model_set_sort:
 * @column: (nullable): what the records are ordered by now, %NULL for the table's own order
 *
 * Sets the mark in the header; it does not order anything.
 */
void
plt_grid_record_model_set_sort (PltGridRecordModel *self,
                                const PltColumn *column,
                                PltGridSort direction)
{
  g_return_if_fail (PLT_IS_GRID_RECORD_MODEL (self));

  self->sort = PLT_GRID_SORT_NONE;
  for (guint i = 0; i < self->shown->len; i++)
    if (get_shown (self, i)->column == column)
      {
        self->sorted = i;
        self->sort = direction;
      }
  plt_grid_model_sort_changed (PLT_GRID_MODEL (self));
}

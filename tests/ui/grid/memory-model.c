#include "config.h"

#include <string.h>

#include "memory-model.h"
#include "plt-error.h"
#include "plt-money.h"
#include "plt-text.h"

struct _MemoryModel
{
  GObject parent;

  const PltGridColumn *columns;
  guint n_columns;
  guint abilities;
  GPtrArray *all;   /* of MemoryRow */
  GPtrArray *shown; /* borrowed: those in no folded group */
  gint64 next_key;
  GString *log;
  void (*compute) (MemoryModel *self);
  const char *const *proposals;
  guint sorted;
  PltGridSort sort;
  guint n_reads;
};

static void memory_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MemoryModel,
                               memory_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL, memory_model_iface_init))

static void
row_free (gpointer data)
{
  MemoryRow *row = data;

  for (guint i = 0; i < MEMORY_MAX_COLUMNS; i++)
    {
      g_free (row->texts[i]);
      g_free (row->messages[i]);
    }
  g_free (row);
}

static void
memory_model_finalize (GObject *object)
{
  MemoryModel *self = MEMORY_MODEL (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->all);
  g_string_free (self->log, TRUE);
  G_OBJECT_CLASS (memory_model_parent_class)->finalize (object);
}

static void
memory_model_class_init (MemoryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_model_finalize;
}

static void
memory_model_init (MemoryModel *self)
{
  self->all = g_ptr_array_new_with_free_func (row_free);
  self->shown = g_ptr_array_new ();
  self->log = g_string_new (NULL);
  self->next_key = 1000;
}

MemoryModel *
memory_model_new (const PltGridColumn *columns, guint n_columns, guint abilities)
{
  MemoryModel *self = g_object_new (MEMORY_TYPE_MODEL, NULL);

  g_assert_cmpuint (n_columns, <=, MEMORY_MAX_COLUMNS);
  self->columns = columns;
  self->n_columns = n_columns;
  self->abilities = abilities;
  return self;
}

/* --- Content --- */

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  const char *unit = MEMORY_MODEL (model)->columns[column].unit;

  if (g_strcmp0 (unit, "money") == 0)
    return plt_money_format (number);
  return plt_number_format (number, g_strcmp0 (unit, "quantity") == 0 ? 3 : 0, 0);
}

void
memory_model_set_number (MemoryModel *self, MemoryRow *row, guint column, gint64 number)
{
  row->numbers[column] = number;
  g_free (row->texts[column]);
  row->texts[column] = format_number (PLT_GRID_MODEL (self), column, number);
}

gboolean
memory_model_set (MemoryModel *self, MemoryRow *row, guint column, const char *text, GError **error)
{
  const PltGridColumn *description = &self->columns[column];
  gint64 number;

  if (strstr (text, "interdit") != NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           "Ce texte est refusé. Écrivez autre chose.");
      return FALSE;
    }
  if ((description->flags & PLT_GRID_COLUMN_NUMBER) == 0 || text[0] == '\0')
    {
      plt_set_str (&row->texts[column], text);
      return TRUE;
    }
  if (g_strcmp0 (description->unit, "money") == 0)
    {
      if (!plt_money_parse (text, &number, error))
        return FALSE;
    }
  else if (!plt_number_parse (text, g_strcmp0 (description->unit, "quantity") == 0 ? 3 : 0, &number,
                              error))
    return FALSE;
  memory_model_set_number (self, row, column, number);
  return TRUE;
}

static MemoryRow *
row_new (MemoryModel *self)
{
  MemoryRow *row = g_new0 (MemoryRow, 1);

  row->key = self->next_key++;
  for (guint i = 0; i < self->n_columns; i++)
    row->texts[i] = g_strdup ("");
  return row;
}

MemoryRow *
memory_model_add (MemoryModel *self, PltGridRowKind kind, guint level, ...)
{
  MemoryRow *row = row_new (self);
  const char *text;
  guint column = 0;
  va_list args;

  row->kind = kind;
  row->level = level;
  row->expandable = row->expanded = kind == PLT_GRID_ROW_GROUP;
  va_start (args, level);
  while ((text = va_arg (args, const char *)) != NULL)
    if (!memory_model_set (self, row, column++, text, NULL))
      g_assert_not_reached ();
  va_end (args);
  g_ptr_array_add (self->all, row);
  return row;
}

static void
show_rows (MemoryModel *self)
{
  guint folded = G_MAXUINT;

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->all->len; i++)
    {
      MemoryRow *row = g_ptr_array_index (self->all, i);

      if (row->level > folded && folded != G_MAXUINT)
        continue;
      folded = row->expandable && !row->expanded ? row->level : G_MAXUINT;
      g_ptr_array_add (self->shown, row);
    }
}

void
memory_model_refresh (MemoryModel *self)
{
  guint before = self->shown->len;

  if (self->compute != NULL)
    self->compute (self);
  show_rows (self);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->shown->len);
}

void
memory_model_set_computed (MemoryModel *self, void (*compute) (MemoryModel *self))
{
  self->compute = compute;
}

void
memory_model_set_proposals (MemoryModel *self, const char *const *proposals)
{
  self->proposals = proposals;
}

guint
memory_model_get_n_all (MemoryModel *self)
{
  return self->all->len;
}

MemoryRow *
memory_model_get_any (MemoryModel *self, guint row)
{
  return g_ptr_array_index (self->all, row);
}

MemoryRow *
memory_model_get_row (MemoryModel *self, guint row)
{
  g_assert_cmpuint (row, <, self->shown->len);
  return g_ptr_array_index (self->shown, row);
}

const char *
memory_model_get_text (MemoryModel *self, guint row, guint column)
{
  return memory_model_get_row (self, row)->texts[column];
}

/* Rows are taken out and put in as others do behind the grid's back. Flat models only. */
void
memory_model_splice (MemoryModel *self, guint position, guint removed, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->all, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->all, (int) (position + i), row_new (self));
  show_rows (self);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), position, removed, added);
}

/* What the grid asked for since the last time, one word a request. */
char *
memory_model_take_log (MemoryModel *self)
{
  char *log = g_strchomp (g_strdup (self->log->str));

  g_string_truncate (self->log, 0);
  return log;
}

guint
memory_model_take_reads (MemoryModel *self)
{
  guint n = self->n_reads;

  self->n_reads = 0;
  return n;
}

/* --- The interface --- */

static guint
get_n_rows (PltGridModel *model)
{
  return MEMORY_MODEL (model)->shown->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return MEMORY_MODEL (model)->n_columns;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  *out = MEMORY_MODEL (model)->columns[column];
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return memory_model_get_row (MEMORY_MODEL (model), row)->key;
}

static void
get_row (PltGridModel *model, guint at, PltGridRow *out)
{
  const MemoryRow *row = memory_model_get_row (MEMORY_MODEL (model), at);

  *out = (PltGridRow){ row->kind, row->level, row->expandable, row->expanded };
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  const MemoryRow *row = memory_model_get_row (MEMORY_MODEL (model), at);

  MEMORY_MODEL (model)->n_reads++;
  cell->text = row->texts[column];
  cell->flags = row->flags[column];
  cell->fill = row->fills[column];
  cell->message = row->messages[column];
  if (row->kind != PLT_GRID_ROW_NORMAL)
    cell->flags |= PLT_GRID_CELL_READONLY;
}

static char *
get_edit_text (PltGridModel *model, guint at, guint column)
{
  MemoryModel *self = MEMORY_MODEL (model);
  const MemoryRow *row = memory_model_get_row (self, at);

  if ((self->columns[column].flags & PLT_GRID_COLUMN_NUMBER) == 0 || row->texts[column][0] == '\0')
    return g_strdup (row->texts[column]);
  if (g_strcmp0 (self->columns[column].unit, "money") == 0)
    return plt_number_format_plain (row->numbers[column], 2);
  return plt_number_format_plain (row->numbers[column],
                                  g_strcmp0 (self->columns[column].unit, "quantity") == 0 ? 3 : 0);
}

static gboolean
get_number (PltGridModel *model, guint at, guint column, gint64 *number)
{
  const MemoryRow *row = memory_model_get_row (MEMORY_MODEL (model), at);

  *number = row->numbers[column];
  return row->texts[column][0] != '\0';
}

static GStrv
get_completions (PltGridModel *model, guint row, guint column)
{
  MemoryModel *self = MEMORY_MODEL (model);

  /* Texts that can be typed complete from the proposals, as a décor does. */
  if ((self->columns[column].flags & PLT_GRID_COLUMN_NUMBER) != 0)
    return NULL;
  return g_strdupv ((GStrv) self->proposals);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  MemoryModel *self = MEMORY_MODEL (model);

  if (!memory_model_set (self, memory_model_get_row (self, row), column, text, error))
    return FALSE;
  g_string_append_printf (self->log, "set:%u,%u=%s ", row, column, text);
  if (self->compute != NULL)
    self->compute (self);
  plt_grid_model_cells_changed (model, 0, self->shown->len);
  return TRUE;
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  MemoryModel *self = MEMORY_MODEL (model);
  guint n = self->shown->len;
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  for (guint i = 0; i < n_new_rows; i++)
    g_ptr_array_add (added, row_new (self));
  for (guint i = 0; i < n_edits; i++)
    {
      guint at = (guint) edits[i].row;
      MemoryRow *row = at < n ? memory_model_get_row (self, at) : g_ptr_array_index (added, at - n);

      g_ptr_array_add (before, g_strdup (row->texts[edits[i].column]));
      if (memory_model_set (self, row, (guint) edits[i].column, edits[i].text, error))
        continue;
      /* All or nothing: what was set goes back. */
      for (guint j = 0; j < i; j++)
        if ((guint) edits[j].row < n)
          plt_set_str (&memory_model_get_row (self, (guint) edits[j].row)->texts[edits[j].column],
                       g_ptr_array_index (before, j));
      g_ptr_array_set_free_func (added, row_free);
      return FALSE;
    }
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add (self->all, g_ptr_array_index (added, i));
  g_string_append_printf (self->log, "many:%u+%u ", n_edits, n_new_rows);
  show_rows (self);
  if (n_new_rows > 0)
    plt_grid_model_rows_changed (model, n, 0, n_new_rows);
  if (self->compute != NULL)
    self->compute (self);
  plt_grid_model_cells_changed (model, 0, self->shown->len);
  return TRUE;
}

static gboolean
insert_rows (PltGridModel *model, guint at, guint n, GError **error)
{
  MemoryModel *self = MEMORY_MODEL (model);
  guint index = self->all->len;

  if (at < self->shown->len)
    g_ptr_array_find (self->all, g_ptr_array_index (self->shown, at), &index);
  for (guint i = 0; i < n; i++)
    {
      MemoryRow *row = row_new (self);

      if (index < self->all->len)
        row->level = ((MemoryRow *) g_ptr_array_index (self->all, index))->level;
      g_ptr_array_insert (self->all, (int) index, row);
    }
  g_string_append_printf (self->log, "insert:%u+%u ", at, n);
  show_rows (self);
  plt_grid_model_rows_changed (model, at, 0, n);
  return TRUE;
}

static gboolean
delete_rows (PltGridModel *model, guint first, guint n, GError **error)
{
  MemoryModel *self = MEMORY_MODEL (model);

  for (guint i = first; i < first + n; i++)
    if (memory_model_get_row (self, i)->kind != PLT_GRID_ROW_NORMAL)
      {
        g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                             "Un poste du devis ne peut pas être supprimé.");
        return FALSE;
      }
  for (guint i = 0; i < n; i++)
    g_ptr_array_remove (self->all, g_ptr_array_index (self->shown, first + i));
  g_string_append_printf (self->log, "delete:%u+%u ", first, n);
  show_rows (self);
  if (self->compute != NULL)
    self->compute (self);
  plt_grid_model_rows_changed (model, first, n, 0);
  return TRUE;
}

static gboolean
move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error)
{
  MemoryModel *self = MEMORY_MODEL (model);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  guint low = MIN (first, to), high = MAX (first + n, to);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (moved, g_ptr_array_steal_index (self->all, first));
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->all, (int) (to > first ? to - n + i : to + i),
                        g_ptr_array_index (moved, i));
  g_string_append_printf (self->log, "move:%u+%u>%u ", first, n, to);
  show_rows (self);
  plt_grid_model_rows_changed (model, low, high - low, high - low);
  return TRUE;
}

static gboolean
toggle (PltGridModel *model, guint at, guint column, GError **error)
{
  MemoryModel *self = MEMORY_MODEL (model);
  MemoryRow *row = memory_model_get_row (self, at);
  guint before = self->shown->len;

  if (!row->expandable)
    {
      if ((self->columns[column].flags & PLT_GRID_COLUMN_TOGGLE) == 0)
        return FALSE;
      return set_text (model, at, column, row->texts[column][0] == '\0' ? "✓" : "", error);
    }
  row->expanded = !row->expanded;
  show_rows (self);
  g_string_append_printf (self->log, "%s:%u ", row->expanded ? "open" : "close", at);
  if (self->shown->len > before)
    plt_grid_model_rows_changed (model, at + 1, 0, self->shown->len - before);
  else
    plt_grid_model_rows_changed (model, at + 1, before - self->shown->len, 0);
  plt_grid_model_cells_changed (model, at, 1);
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const MemoryRow *left = *(MemoryRow *const *) a, *right = *(MemoryRow *const *) b;
  MemoryModel *self = data;

  if (self->sort == PLT_GRID_SORT_NONE)
    return left->key < right->key ? -1 : 1;
  return plt_text_compare (left->texts[self->sorted], right->texts[self->sorted])
         * (self->sort == PLT_GRID_SORT_DESCENDING ? -1 : 1);
}

static void
sort (PltGridModel *model, guint column, PltGridSort direction)
{
  MemoryModel *self = MEMORY_MODEL (model);

  self->sorted = column;
  self->sort = direction;
  g_string_append_printf (self->log, "sort:%u,%u ", column, direction);
  g_ptr_array_sort_with_data (self->all, compare_rows, self);
  plt_grid_model_sort_changed (model);
  memory_model_refresh (self);
}

static PltGridSort
get_sort (PltGridModel *model, guint *column)
{
  *column = MEMORY_MODEL (model)->sorted;
  return MEMORY_MODEL (model)->sort;
}

static guint
get_abilities (PltGridModel *model)
{
  return MEMORY_MODEL (model)->abilities;
}

static void
memory_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_row = get_row;
  iface->get_edit_text = get_edit_text;
  iface->get_number = get_number;
  iface->format_number = format_number;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->set_many = set_many;
  iface->insert_rows = insert_rows;
  iface->delete_rows = delete_rows;
  iface->move_rows = move_rows;
  iface->toggle = toggle;
  iface->sort = sort;
  iface->get_sort = get_sort;
  iface->get_abilities = get_abilities;
}

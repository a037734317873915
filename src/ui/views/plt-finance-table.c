#include "plt-finance-table.h"

#include "plt-row-splice.h"

typedef struct
{
  char *text, *message; /* (nullable) */
  guint flags;
  PltGridFill fill;
} Cell;

typedef struct
{
  PltGridRowKind kind;
  guint level;
  PltRef ref;
  gboolean wide;
  Cell *cells; /* one a column */
} Row;

struct _PltFinanceTable
{
  GObject parent;

  GArray *columns; /* of PltFinanceTableColumn */
  GArray *rows;    /* of Row */
  GArray *keys;    /* of gint64 */
  Cell *last;
};

static void plt_finance_table_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltFinanceTable,
                               plt_finance_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_finance_table_iface_init))

static void
clear_rows (PltFinanceTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      for (guint c = 0; c < self->columns->len; c++)
        {
          g_free (row->cells[c].text);
          g_free (row->cells[c].message);
        }
      g_free (row->cells);
    }
  g_array_set_size (self->rows, 0);
  self->last = NULL;
}

static void
clear_column (gpointer data)
{
  g_free (((PltFinanceTableColumn *) data)->title);
}

void
plt_finance_table_set_columns (PltFinanceTable *self, const PltFinanceTableColumn *columns, guint n)
{
  g_return_if_fail (PLT_IS_FINANCE_TABLE (self));

  clear_rows (self);
  plt_finance_table_end (self);
  g_array_set_size (self->columns, 0);
  g_array_append_vals (self->columns, columns, n);
  plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
}

void
plt_finance_table_begin (PltFinanceTable *self)
{
  g_return_if_fail (PLT_IS_FINANCE_TABLE (self));

  clear_rows (self);
}

void
plt_finance_table_add_row (PltFinanceTable *self, PltGridRowKind kind, guint level, PltRef ref)
{
  Row row = { kind, level, ref, FALSE, g_new0 (Cell, self->columns->len) };

  g_return_if_fail (PLT_IS_FINANCE_TABLE (self));

  g_array_append_val (self->rows, row);
  self->last = NULL;
}

void
plt_finance_table_widen (PltFinanceTable *self)
{
  g_return_if_fail (PLT_IS_FINANCE_TABLE (self) && self->rows->len > 0);

  g_array_index (self->rows, Row, self->rows->len - 1).wide = TRUE;
}

void
plt_finance_table_take (PltFinanceTable *self, guint column, char *text)
{
  Row *row;

  g_return_if_fail (PLT_IS_FINANCE_TABLE (self) && self->rows->len > 0
                    && column < self->columns->len);

  row = &g_array_index (self->rows, Row, self->rows->len - 1);
  self->last = &row->cells[column];
  g_free (self->last->text);
  self->last->text = text;
}

void
plt_finance_table_put (PltFinanceTable *self, guint column, const char *text)
{
  plt_finance_table_take (self, column, g_strdup (text));
}

void
plt_finance_table_style (PltFinanceTable *self, guint flags, PltGridFill fill)
{
  g_return_if_fail (PLT_IS_FINANCE_TABLE (self) && self->last != NULL);

  self->last->flags = flags;
  self->last->fill = fill;
}

void
plt_finance_table_say (PltFinanceTable *self, const char *message)
{
  g_return_if_fail (PLT_IS_FINANCE_TABLE (self) && self->last != NULL);

  g_free (self->last->message);
  self->last->message = message != NULL && *message != '\0' ? g_strdup (message) : NULL;
}

/* A row is the same as long as it stands at the same place. */
void
plt_finance_table_end (PltFinanceTable *self)
{
  g_autoptr (GArray) before = NULL;

  g_return_if_fail (PLT_IS_FINANCE_TABLE (self));

  before = self->keys;
  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->rows->len);
  for (gint64 i = 0; i < (gint64) self->rows->len; i++)
    g_array_append_val (self->keys, i);
  plt_row_splice (PLT_GRID_MODEL (self), before, self->keys);
}

PltRef
plt_finance_table_get_ref (PltFinanceTable *self, guint row)
{
  g_return_val_if_fail (PLT_IS_FINANCE_TABLE (self), ((PltRef){ NULL, 0, NULL }));

  return row < self->rows->len ? g_array_index (self->rows, Row, row).ref
                               : (PltRef){ NULL, 0, NULL };
}

const char *
plt_finance_table_get_text (PltFinanceTable *self, guint row, guint column)
{
  const char *text;

  g_return_val_if_fail (PLT_IS_FINANCE_TABLE (self), "");

  text = row < self->rows->len && column < self->columns->len
             ? g_array_index (self->rows, Row, row).cells[column].text
             : NULL;
  return text != NULL ? text : "";
}

/* ---- as a grid ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_FINANCE_TABLE (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_FINANCE_TABLE (model)->columns->len;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  const PltFinanceTableColumn *column
      = &g_array_index (PLT_FINANCE_TABLE (model)->columns, PltFinanceTableColumn, at);

  out->id = column->id;
  out->title = column->title;
  out->width = column->width;
  out->align = column->align;
  out->flags = column->flags | PLT_GRID_COLUMN_UNSORTED;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row;
}

static void
get_row (PltGridModel *model, guint at, PltGridRow *out)
{
  const Row *row = &g_array_index (PLT_FINANCE_TABLE (model)->rows, Row, at);

  out->kind = row->kind;
  out->level = row->level;
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *out)
{
  const Row *row = &g_array_index (PLT_FINANCE_TABLE (model)->rows, Row, at);
  const Cell *cell = &row->cells[row->wide ? 0 : column];

  out->text = cell->text != NULL ? cell->text : "";
  out->message = cell->message;
  out->flags = cell->flags | PLT_GRID_CELL_READONLY;
  out->fill = cell->fill;
  if (row->wide)
    {
      out->span = PLT_FINANCE_TABLE (model)->columns->len;
      out->before = column;
    }
  if (column == 0 || row->wide)
    out->indent = row->level;
}

static void
plt_finance_table_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
}

static void
plt_finance_table_finalize (GObject *object)
{
  PltFinanceTable *self = PLT_FINANCE_TABLE (object);

  clear_rows (self);
  g_array_unref (self->rows);
  g_array_unref (self->keys);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (plt_finance_table_parent_class)->finalize (object);
}

static void
plt_finance_table_class_init (PltFinanceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_finance_table_finalize;
}

static void
plt_finance_table_init (PltFinanceTable *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->columns = g_array_new (FALSE, TRUE, sizeof (PltFinanceTableColumn));
  g_array_set_clear_func (self->columns, clear_column);
}

PltFinanceTable *
plt_finance_table_new (void)
{
  return g_object_new (PLT_TYPE_FINANCE_TABLE, NULL);
}

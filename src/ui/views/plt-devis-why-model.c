#include "plt-devis-why-model.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PltDevisPart *part;
  gint64 key;
  guint level;
  gboolean expandable, expanded;
} Row;

struct _PltDevisWhyModel
{
  GObject parent;

  PltSession *session;
  GArray *rows; /* of Row */
  gint64 last_key;
};

static void plt_devis_why_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltDevisWhyModel,
                               plt_devis_why_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_devis_why_model_iface_init))

static Row *
row_at (PltGridModel *model, guint row)
{
  return &g_array_index (PLT_DEVIS_WHY_MODEL (model)->rows, Row, row);
}

static void
row_clear (gpointer data)
{
  g_object_unref (((Row *) data)->part);
}

/* Puts what `part` is made of before row `at`. Returns: how many */
static guint
insert_parts (
    PltDevisWhyModel *self, const PltBudget *budget, PltDevisPart *part, guint at, guint level)
{
  g_autoptr (GListModel) parts = plt_devis_part_list (part, self->session, budget);
  const guint n = parts != NULL ? g_list_model_get_n_items (parts) : 0;

  for (guint i = 0; i < n; i++)
    {
      PltDevisPart *item = g_list_model_get_item (parts, i);
      Row row = { .part = item,
                  .key = ++self->last_key,
                  .level = level,
                  .expandable = plt_devis_part_has_parts (item, self->session, budget) };

      g_array_insert_val (self->rows, at + i, row);
    }
  return n;
}

void
plt_devis_why_model_show (PltDevisWhyModel *self, const PltBudget *budget, PltDevisPart *root)
{
  guint n_before, n = 0;

  g_return_if_fail (PLT_IS_DEVIS_WHY_MODEL (self));

  n_before = self->rows->len;
  g_array_set_size (self->rows, 0);
  if (root != NULL)
    n = insert_parts (self, budget, root, 0, 0);
  if (n_before > 0 || n > 0)
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, n_before, n);
}

PltDevisPart *
plt_devis_why_model_get_part (PltDevisWhyModel *self, guint row)
{
  g_return_val_if_fail (PLT_IS_DEVIS_WHY_MODEL (self), NULL);

  return row < self->rows->len ? row_at (PLT_GRID_MODEL (self), row)->part : NULL;
}

/* ---- the grid ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_DEVIS_WHY_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_DEVIS_WHY_N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  static const PltGridColumn columns[PLT_DEVIS_WHY_N_COLUMNS] = {
    { "label", N_ ("Made of"), NULL, 34, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN, NULL },
    { "value", N_ ("Value"), NULL, 13, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER, "money" },
    { "share", N_ ("Share"), NULL, 7, PLT_GRID_ALIGN_END, 0, NULL },
    { "how", N_ ("How"), NULL, 48, PLT_GRID_ALIGN_START, 0, NULL },
  };

  *out = columns[at];
  out->title = _ (columns[at].title);
  out->flags |= PLT_GRID_COLUMN_UNSORTED;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row_at (model, row)->key;
}

static void
get_row (PltGridModel *model, guint at, PltGridRow *out)
{
  const Row *row = row_at (model, at);

  out->level = row->level;
  out->expandable = row->expandable;
  out->expanded = row->expanded;
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  const Row *row = row_at (model, at);

  cell->flags |= PLT_GRID_CELL_READONLY;
  switch (column)
    {
    case PLT_DEVIS_WHY_LABEL:
      cell->text = plt_devis_part_get_label (row->part);
      if (!row->expandable)
        cell->indent = row->level;
      break;
    case PLT_DEVIS_WHY_VALUE:
      cell->text = plt_devis_part_get_value (row->part);
      break;
    case PLT_DEVIS_WHY_SHARE:
      cell->text = plt_devis_part_get_share (row->part);
      break;
    default:
      cell->text = plt_devis_part_get_how (row->part);
      cell->flags |= PLT_GRID_CELL_MUTED;
      cell->message = *cell->text != '\0' ? cell->text : NULL;
    }
}

static gboolean
get_number (PltGridModel *model, guint at, guint column, gint64 *number)
{
  *number = column == PLT_DEVIS_WHY_VALUE ? plt_devis_part_get_amount (row_at (model, at)->part)
                                          : PLT_UNKNOWN;
  return *number != PLT_UNKNOWN;
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return plt_money_format (number);
}

/* Opened, it shows what the stored figures say. */
static gboolean
toggle (PltGridModel *model, guint at, guint column, GError **error)
{
  PltDevisWhyModel *self = PLT_DEVIS_WHY_MODEL (model);
  Row *row = row_at (model, at);
  guint n = 0;

  if (!row->expandable)
    return FALSE;
  row->expanded = !row->expanded;
  if (row->expanded)
    {
      n = insert_parts (self, plt_session_get_budget (self->session), row->part, at + 1,
                        row->level + 1);
      plt_grid_model_rows_changed (model, at + 1, 0, n);
    }
  else
    {
      while (at + 1 + n < self->rows->len && row_at (model, at + 1 + n)->level > row->level)
        n++;
      g_array_remove_range (self->rows, at + 1, n);
      plt_grid_model_rows_changed (model, at + 1, n, 0);
    }
  plt_grid_model_cells_changed (model, at, 1);
  return TRUE;
}

static void
plt_devis_why_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
  iface->get_number = get_number;
  iface->format_number = format_number;
  iface->toggle = toggle;
}

static void
plt_devis_why_model_finalize (GObject *object)
{
  PltDevisWhyModel *self = PLT_DEVIS_WHY_MODEL (object);

  g_array_unref (self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_why_model_parent_class)->finalize (object);
}

static void
plt_devis_why_model_class_init (PltDevisWhyModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_devis_why_model_finalize;
}

static void
plt_devis_why_model_init (PltDevisWhyModel *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
}

PltDevisWhyModel *
plt_devis_why_model_new (PltSession *session)
{
  PltDevisWhyModel *self = g_object_new (PLT_TYPE_DEVIS_WHY_MODEL, NULL);

  self->session = g_object_ref (session);
  return self;
}

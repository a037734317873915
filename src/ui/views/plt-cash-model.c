#include "plt-cash-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LABEL_WIDTH 32
#define MONTH_WIDTH 10

/* One row as it is shown. */
typedef struct
{
  PltGridRowKind kind;
  char *label;
  PltRef ref;
  PltMoney *amounts; /* one a month, then the total; NULL for headings */
  gboolean balance;
  gint64 key;
} Row;

struct _PltCashModel
{
  GObject parent_instance;

  GArray *months; /* PltDate */
  GPtrArray *titles;
  GPtrArray *ids;
  GPtrArray *rows; /* Row */
};

static void plt_cash_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltCashModel,
                               plt_cash_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_cash_model_iface_init))

PltCashModel *
plt_cash_model_new (void)
{
  return g_object_new (PLT_TYPE_CASH_MODEL, NULL);
}

static void
row_free (Row *self)
{
  g_free (self->label);
  g_free (self->amounts);
  g_free (self);
}

static const Row *
row_at (PltCashModel *self, guint row)
{
  return self->rows->pdata[row];
}

char *
plt_cash_row_label (const PltCashRow *row)
{
  if (row->kind == PLT_CASH_CONTRIBUTIONS && row->ref.table != NULL)
    /* Translators: %s is a line of the budget */
    return g_strdup_printf (_ ("%s (contributions)"), row->label);
  return g_strdup (row->label);
}

/* ---- what the engine says, as rows ---- */

static Row *
add_row (PltCashModel *self, PltGridRowKind kind, const char *label, guint n_amounts)
{
  Row *row = g_new0 (Row, 1);

  row->kind = kind;
  row->label = g_strdup (label);
  row->amounts = n_amounts > 0 ? g_new0 (PltMoney, n_amounts) : NULL;
  row->key = (gint64) g_str_hash (label) * 8 + kind;
  g_ptr_array_add (self->rows, row);
  return row;
}

static gboolean
moves (const PltCashRow *row, guint n)
{
  for (guint i = 0; i < n; i++)
    if (row->amounts[i] != 0)
      return TRUE;
  return FALSE;
}

static void
add_section (PltCashModel *self, const PltCash *cash, gboolean incoming)
{
  guint n = cash->months->len;
  Row *row;

  add_row (self, PLT_GRID_ROW_GROUP, incoming ? _ ("Receipts") : _ ("Payments"), 0);
  for (PltCashKind kind = PLT_CASH_SOURCE; kind <= PLT_CASH_VAT; kind++)
    for (guint i = 0; i < cash->rows->len; i++)
      {
        const PltCashRow *source = cash->rows->pdata[i];

        if (source->kind != kind || source->incoming != incoming || !moves (source, n))
          continue;
        row = add_row (self, PLT_GRID_ROW_NORMAL, source->label, n + 1);
        row->ref = source->ref;
        row->key = row->key * 2 + incoming + (source->ref.id << 40);
        for (guint j = 0; j < n; j++)
          row->amounts[j] = source->amounts[j];
        row->amounts[n] = source->total;
      }
  row = add_row (self, PLT_GRID_ROW_SUBTOTAL,
                 incoming ? _ ("Total of the receipts") : _ ("Total of the payments"), n + 1);
  for (guint i = 0; i < n; i++)
    {
      const PltCashMonth *month = &g_array_index (cash->months, PltCashMonth, i);

      row->amounts[i] = incoming ? month->in : month->out;
    }
  row->amounts[n] = incoming ? cash->total_in : cash->total_out;
}

static void
add_balances (PltCashModel *self, const PltCash *cash)
{
  guint n = cash->months->len;
  Row *net = add_row (self, PLT_GRID_ROW_SUBTOTAL, _ ("Net of the month"), n + 1);
  Row *balance = add_row (self, PLT_GRID_ROW_TOTAL, _ ("Balance at the end of the month"), n + 1);

  balance->balance = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const PltCashMonth *month = &g_array_index (cash->months, PltCashMonth, i);

      net->amounts[i] = month->net;
      balance->amounts[i] = month->balance;
    }
  net->amounts[n] = cash->total_in - cash->total_out;
  balance->amounts[n] = PLT_UNKNOWN; /* a balance is not added up */
}

/* "nov. 2026": the month as it ends "lun. 18 nov.", which columns have room for. */
static char *
month_title (PltDate start)
{
  g_autofree char *day = plt_date_format_short (start);
  const char *space = strrchr (day, ' ');
  int year, month, first;

  plt_date_to_ymd (start, &year, &month, &first);
  return g_strdup_printf ("%s %d", space != NULL ? space + 1 : day, year);
}

/* TRUE when the columns are others than before. */
static gboolean
take_months (PltCashModel *self, const PltCash *cash)
{
  gboolean same = cash->months->len == self->months->len;

  for (guint i = 0; same && i < cash->months->len; i++)
    same = g_array_index (cash->months, PltCashMonth, i).start
           == g_array_index (self->months, PltDate, i);
  if (same)
    return FALSE;
  g_array_set_size (self->months, 0);
  g_ptr_array_set_size (self->titles, 0);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < cash->months->len; i++)
    {
      PltDate start = g_array_index (cash->months, PltCashMonth, i).start;

      g_array_append_val (self->months, start);
      g_ptr_array_add (self->titles, month_title (start));
      g_ptr_array_add (self->ids, plt_date_to_iso (start));
    }
  return TRUE;
}

void
plt_cash_model_set_cash (PltCashModel *self, const PltCash *cash)
{
  guint before;
  gboolean other_months;

  g_return_if_fail (PLT_IS_CASH_MODEL (self) && cash != NULL);

  before = self->rows->len;
  other_months = take_months (self, cash);
  g_ptr_array_set_size (self->rows, 0);
  if (cash->months->len > 0)
    {
      add_section (self, cash, TRUE);
      add_section (self, cash, FALSE);
      add_balances (self, cash);
    }
  if (other_months)
    plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  if (before == self->rows->len && before > 0)
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, before);
  else
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->rows->len);
}

PltRef
plt_cash_model_get_ref (PltCashModel *self, guint row)
{
  g_return_val_if_fail (PLT_IS_CASH_MODEL (self), (PltRef){ NULL });

  return row < self->rows->len ? row_at (self, row)->ref : (PltRef){ NULL };
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_CASH_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_CASH_MODEL (model)->months->len + 2;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  PltCashModel *self = PLT_CASH_MODEL (model);

  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (column == 0)
    {
      out->id = "label";
      out->title = _ ("All taxes included");
      out->width = LABEL_WIDTH;
      out->flags |= PLT_GRID_COLUMN_FROZEN;
      return;
    }
  out->width = MONTH_WIDTH;
  out->align = PLT_GRID_ALIGN_END;
  out->flags |= PLT_GRID_COLUMN_NUMBER;
  out->unit = "€";
  if (column <= self->months->len)
    {
      out->id = self->ids->pdata[column - 1];
      out->title = self->titles->pdata[column - 1];
    }
  else
    {
      out->id = "total";
      out->title = _ ("Total");
    }
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row_at (PLT_CASH_MODEL (model), row)->key;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind = row_at (PLT_CASH_MODEL (model), row)->kind;
}

/* Months without movement are left white; a balance is always said. */
static void
fill_amount (PltCashModel *self, const Row *row, guint month, PltGridCell *cell)
{
  PltMoney amount = row->amounts[month];
  gboolean total = row->kind != PLT_GRID_ROW_NORMAL;
  g_autofree char *text = NULL;

  if (amount == PLT_UNKNOWN || (amount == 0 && !total))
    return;
  text = plt_money_format_plain (amount);
  if (!row->balance || amount >= 0)
    {
      plt_grid_cell_take_text (cell, g_steal_pointer (&text));
      if (month == self->months->len && !total)
        cell->flags |= PLT_GRID_CELL_BOLD;
      return;
    }
  plt_grid_cell_take_text (cell, g_strdup_printf ("▼ %s", text));
  cell->fill = PLT_GRID_FILL_ERROR;
  cell->flags |= PLT_GRID_CELL_BOLD;
  plt_grid_cell_take_message (
      cell, g_strdup_printf (_ ("Below zero at the end of %s: an advance or a credit line is "
                                "needed."),
                             (const char *) self->titles->pdata[month]));
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  PltCashModel *self = PLT_CASH_MODEL (model);
  const Row *data = row_at (self, row);

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (column == 0)
    {
      cell->text = data->label;
      if (data->kind == PLT_GRID_ROW_NORMAL)
        cell->indent = 1;
      if (data->ref.table != NULL)
        cell->message = _ ("Ctrl+Enter or double click: go to where it comes from.");
    }
  else if (data->amounts != NULL)
    fill_amount (self, data, column - 1, cell);
}

static gboolean
get_number (PltGridModel *model, guint row, guint column, gint64 *number)
{
  const Row *data = row_at (PLT_CASH_MODEL (model), row);

  if (column == 0 || data->amounts == NULL || data->amounts[column - 1] == PLT_UNKNOWN)
    return FALSE;
  *number = data->amounts[column - 1];
  return TRUE;
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return plt_money_format (number);
}

static void
plt_cash_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
  iface->get_number = get_number;
  iface->format_number = format_number;
}

static void
plt_cash_model_finalize (GObject *object)
{
  PltCashModel *self = PLT_CASH_MODEL (object);

  g_array_unref (self->months);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (plt_cash_model_parent_class)->finalize (object);
}

static void
plt_cash_model_class_init (PltCashModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_cash_model_finalize;
}

static void
plt_cash_model_init (PltCashModel *self)
{
  self->months = g_array_new (FALSE, FALSE, sizeof (PltDate));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
}

#include "plt-devis-compare-table.h"

#include <glib/gi18n-lib.h>

#include "plt-budget-version.h"

#define FIRST 2 /* columns before the amounts */
#define MAX_COLUMNS (FIRST + 1 + 3 * (PLT_COMPARE_MAX - 1))

typedef struct
{
  char *text;
  guint flags;
  PltGridFill fill;
} Cell;

typedef struct
{
  PltRef ref;
  PltGridRowKind kind;
  guint indent;
  Cell cells[MAX_COLUMNS];
  guint n;
} Row;

struct _PltDevisCompareTable
{
  GObject parent_instance;

  GPtrArray *rows;               /* of Row */
  char *titles[PLT_COMPARE_MAX]; /* of the versions */
  guint n_versions;
};

static void plt_devis_compare_table_grid_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltDevisCompareTable,
                               plt_devis_compare_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_devis_compare_table_grid_init))

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n; i++)
    g_free (row->cells[i].text);
  g_free (row);
}

static Cell *
take_cell (Row *row, char *text)
{
  Cell *cell = &row->cells[row->n++];

  g_assert (row->n <= MAX_COLUMNS);
  cell->text = text;
  cell->flags = PLT_GRID_CELL_READONLY;
  return cell;
}

static PltRef
ref_of (const PltCompareRow *row)
{
  PltRef ref = { NULL, 0, NULL };

  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    if (row->lines[v] != NULL)
      ref = (PltRef){ "budget_line", row->lines[v]->line->id, "label" };
    else if (row->accounts[v] != NULL)
      ref = (PltRef){ "account", row->accounts[v]->account->id, NULL };
  return ref;
}

/* ---- rows ---- */

static void
add_amount (Row *cells, const PltCompareRow *row, guint version)
{
  Cell *cell;

  if (row->amounts[version] == PLT_UNKNOWN)
    {
      cell = take_cell (cells, g_strdup (_ ("no amount")));
      cell->fill = PLT_GRID_FILL_WARNING;
      return;
    }
  cell = take_cell (cells, row->has[version] || row->amounts[version] != 0
                               ? plt_money_format_plain (row->amounts[version])
                               : g_strdup ("–"));
  cell->flags |= cells->kind != PLT_GRID_ROW_NORMAL ? PLT_GRID_CELL_BOLD : 0;
}

static void
add_difference (Row *cells, const PltCompareRow *row, guint version)
{
  PltMoney change = plt_compare_change (row, 0, version);
  gint64 share = plt_compare_change_e6 (row, 0, version), hundredths;
  guint flags = change == 0 ? PLT_GRID_CELL_MUTED : PLT_GRID_CELL_NORMAL;
  g_autofree char *amount = change != PLT_UNKNOWN ? plt_money_format_plain (change) : NULL;
  g_autofree char *number = NULL;
  gboolean there = row->has[0] || row->has[version];

  if (share != PLT_UNKNOWN && plt_number_mul_div (share, 1, 100, PLT_ROUND_HALF_UP, &hundredths))
    number = plt_number_format (hundredths, 2, 2);
  take_cell (cells, amount == NULL || !there ? g_strdup ("")
                    : change == 0            ? g_strdup ("=")
                                             : g_strconcat (change > 0 ? "+" : "", amount, NULL))
      ->flags
      |= flags;
  take_cell (cells, number == NULL || change == 0
                        ? g_strdup ("")
                        : g_strconcat (change > 0 ? "+" : "", number, PLT_NNBSP "%", NULL))
      ->flags
      |= flags;
}

static PltGridRowKind
kind_of (const PltCompareRow *row)
{
  if (row->kind == PLT_COMPARE_TOTAL)
    return PLT_GRID_ROW_TOTAL;
  if (row->kind == PLT_COMPARE_SUBTOTAL)
    return PLT_GRID_ROW_SUBTOTAL;
  return row->kind == PLT_COMPARE_ACCOUNT && row->level == 1 ? PLT_GRID_ROW_GROUP
                                                             : PLT_GRID_ROW_NORMAL;
}

static void
add_row (PltDevisCompareTable *self, const PltBudgetCompare *compare, const PltCompareRow *row)
{
  Row *cells = g_new0 (Row, 1);
  gboolean named = row->kind == PLT_COMPARE_ACCOUNT || row->kind == PLT_COMPARE_LINE;
  Cell *cell;

  cells->ref = ref_of (row);
  cells->kind = kind_of (row);
  cells->indent = row->level - 1;
  take_cell (cells, g_strdup (named ? row->code : ""))->flags |= PLT_GRID_CELL_MUTED;
  cell = take_cell (cells, g_strdup (named ? row->name : _ (plt_compare_title (row))));
  if (cells->kind != PLT_GRID_ROW_NORMAL)
    cell->flags |= PLT_GRID_CELL_BOLD;
  for (guint v = 0; v < compare->n; v++)
    {
      add_amount (cells, row, v);
      if (v > 0)
        add_difference (cells, row, v);
    }
  g_ptr_array_add (self->rows, cells);
}

static gboolean
is_shown (const PltBudgetCompare *compare,
          const PltCompareRow *row,
          PltDevisCompareDepth depth,
          gboolean all)
{
  gboolean empty = TRUE, differs = FALSE;

  for (guint v = 0; v < compare->n; v++)
    {
      empty = empty && row->amounts[v] == 0 && !row->incomplete[v];
      differs = differs || (v > 0 && plt_compare_differs (row, 0, v));
    }
  if (row->level == 1)
    return TRUE;
  if (row->kind == PLT_COMPARE_ACCOUNT ? depth < PLT_DEVIS_COMPARE_ACCOUNTS
                                       : depth < PLT_DEVIS_COMPARE_LINES)
    return FALSE;
  return differs || (all && !empty);
}

/* ---- the table ---- */

char *
plt_devis_compare_name (const PltBudgetFacts *budget)
{
  return g_strdup_printf ("v%d %s", (int) plt_budget_number (budget), budget->name);
}

PltDevisCompareTable *
plt_devis_compare_table_new (void)
{
  return g_object_new (PLT_TYPE_DEVIS_COMPARE_TABLE, NULL);
}

void
plt_devis_compare_table_fill (PltDevisCompareTable *self,
                              const PltBudgetCompare *compare,
                              PltDevisCompareDepth depth,
                              gboolean all)
{
  guint before;

  g_return_if_fail (PLT_IS_DEVIS_COMPARE_TABLE (self) && compare != NULL);

  before = self->rows->len;
  g_ptr_array_set_size (self->rows, 0);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, 0);
  self->n_versions = compare->n;
  for (guint v = 0; v < compare->n; v++)
    {
      g_free (self->titles[v]);
      self->titles[v] = plt_devis_compare_name (compare->budgets[v]->budget);
    }
  plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  for (guint i = 0; i < compare->rows->len; i++)
    {
      const PltCompareRow *row = &g_array_index (compare->rows, PltCompareRow, i);

      if (is_shown (compare, row, depth, all))
        add_row (self, compare, row);
    }
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, 0, self->rows->len);
}

PltRef
plt_devis_compare_table_get_ref (PltDevisCompareTable *self, guint row)
{
  g_return_val_if_fail (PLT_IS_DEVIS_COMPARE_TABLE (self), ((PltRef){ NULL }));

  return row < self->rows->len ? ((Row *) self->rows->pdata[row])->ref : (PltRef){ NULL };
}

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_DEVIS_COMPARE_TABLE (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  guint n = PLT_DEVIS_COMPARE_TABLE (model)->n_versions;

  return n == 0 ? FIRST : FIRST + 1 + 3 * (n - 1);
}

/* Amount of the first version, then three columns for each other one. */
static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  static const char *const ids[]
      = { "code",     "title",        "amount-1", "amount-2", "difference-2", "share-2",
          "amount-3", "difference-3", "share-3",  "amount-4", "difference-4", "share-4" };
  const PltDevisCompareTable *self = PLT_DEVIS_COMPARE_TABLE (model);
  guint version = at <= FIRST ? 0 : 1 + (at - FIRST - 1) / 3;
  guint part = at <= FIRST ? 0 : (at - FIRST - 1) % 3;

  out->id = ids[at];
  out->flags
      = PLT_GRID_COLUMN_UNSORTED | (at < FIRST ? PLT_GRID_COLUMN_FROZEN : PLT_GRID_COLUMN_NORMAL);
  out->align = at < FIRST ? PLT_GRID_ALIGN_START : PLT_GRID_ALIGN_END;
  out->width = at == 0 ? 8 : at == 1 ? 28 : part == 0 ? 14 : part == 1 ? 12 : 9;
  out->title = at == 0     ? _ ("Code")
               : at == 1   ? _ ("Label")
               : part == 0 ? self->titles[version]
               : part == 1 ? _ ("Gap €")
                           : _ ("Gap %");
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind = ((Row *) PLT_DEVIS_COMPARE_TABLE (model)->rows->pdata[row])->kind;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return (gint64) row + 1;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *out)
{
  const Row *found = PLT_DEVIS_COMPARE_TABLE (model)->rows->pdata[row];

  out->flags = PLT_GRID_CELL_READONLY;
  if (column >= found->n)
    return;
  out->text = found->cells[column].text;
  out->flags = found->cells[column].flags;
  out->fill = found->cells[column].fill;
  out->indent = column == 1 ? found->indent : 0;
}

static void
plt_devis_compare_table_grid_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_row = get_row;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
}

static void
plt_devis_compare_table_finalize (GObject *object)
{
  PltDevisCompareTable *self = PLT_DEVIS_COMPARE_TABLE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    g_free (self->titles[v]);
  G_OBJECT_CLASS (plt_devis_compare_table_parent_class)->finalize (object);
}

static void
plt_devis_compare_table_class_init (PltDevisCompareTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_devis_compare_table_finalize;
}

static void
plt_devis_compare_table_init (PltDevisCompareTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

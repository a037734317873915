#include "plt-finance-model.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"
#include "plt-row-splice.h"
#include "plt-rows.h"

#define TO_TYPE PLT_GRID_COLUMN_EDITABLE
#define CHOSEN (PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES)

typedef struct
{
  const char *column; /* of funding_source */
  const char *id;     /* of a computed one */
  const char *title;
  guint width;
  PltGridAlign align;
  guint flags;
  const char *unit;
} Shown;

static const Shown shown[PLT_FINANCE_N_COLUMNS] = {
  [PLT_FINANCE_COLUMN_NAME] = { "name", .width = 32, .flags = TO_TYPE | PLT_GRID_COLUMN_FROZEN },
  [PLT_FINANCE_COLUMN_NATURE] = { "nature", .width = 11, .flags = CHOSEN },
  [PLT_FINANCE_COLUMN_AMOUNT] = { "amount_cents", NULL, NULL, 13, PLT_GRID_ALIGN_END,
                                  TO_TYPE | PLT_GRID_COLUMN_NUMBER, "money" },
  [PLT_FINANCE_COLUMN_SHARE] = { NULL, "share", N_ ("Share"), 7, PLT_GRID_ALIGN_END, 0, NULL },
  [PLT_FINANCE_COLUMN_STATUS] = { "status", .width = 16, .flags = CHOSEN },
  [PLT_FINANCE_COLUMN_DATE] = { "date", .width = 10, .flags = TO_TYPE },
  [PLT_FINANCE_COLUMN_VAT]
  = { "vat_e6", .width = 7, .align = PLT_GRID_ALIGN_END, .flags = TO_TYPE },
  [PLT_FINANCE_COLUMN_NOTE] = { "note", .width = 24, .flags = TO_TYPE },
  [PLT_FINANCE_COLUMN_GROUP] = { "group", .width = 20, .flags = CHOSEN | PLT_GRID_COLUMN_HIDDEN },
};

struct _PltFinanceModel
{
  GObject parent;

  PltSession *session;
  GArray *rows; /* of PltFinanceRow */
  GArray *keys; /* of gint64 */
  guint folded; /* bit of the group by its place among the choices */
};

static void plt_finance_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltFinanceModel,
                               plt_finance_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_finance_model_iface_init))

static const PltTable *
source_table (void)
{
  return plt_table_find ("funding_source");
}

static const PltColumn *
table_column (guint column)
{
  return shown[column].column != NULL ? plt_table_column (source_table (), shown[column].column)
                                      : NULL;
}

const char *
plt_finance_model_get_column_id (guint column)
{
  g_return_val_if_fail (column < PLT_FINANCE_N_COLUMNS, NULL);

  return shown[column].column;
}

const PltFinanceRow *
plt_finance_model_get_row (PltFinanceModel *self, guint row)
{
  g_return_val_if_fail (PLT_IS_FINANCE_MODEL (self), NULL);

  return row < self->rows->len ? &g_array_index (self->rows, PltFinanceRow, row) : NULL;
}

static const PltFinanceRow *
row_at (PltGridModel *model, guint row)
{
  return &g_array_index (PLT_FINANCE_MODEL (model)->rows, PltFinanceRow, row);
}

/* ---- rows ---- */

static gboolean
counts (const PltFundingFacts *source)
{
  return source->amount_cents != PLT_UNKNOWN && !g_str_equal (source->status, "refuse");
}

static void
add_group (PltFinanceModel *self, const PltFacts *facts, const PltChoice *group, guint place)
{
  PltFinanceRow head = { .kind = PLT_FINANCE_GROUP, .key = -10 - (gint64) place, .group = group };
  const guint at = self->rows->len;
  guint n = 0;

  head.expanded = (self->folded & (1u << place)) == 0;
  g_array_append_val (self->rows, head);
  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];
      PltFinanceRow row
          = { .kind = PLT_FINANCE_SOURCE, .key = source->id, .group = group, .source = source };

      if (!g_str_equal (source->group, group->id))
        continue;
      n++;
      if (counts (source) && !plt_money_add (head.total, source->amount_cents, &head.total))
        head.total = source->amount_cents > 0 ? G_MAXINT64 : G_MININT64 + 1;
      if (head.expanded)
        g_array_append_val (self->rows, row);
    }
  if (n == 0)
    g_array_set_size (self->rows, at);
  else
    g_array_index (self->rows, PltFinanceRow, at).total = head.total;
}

static void
rebuild (PltFinanceModel *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltChoice *groups = plt_table_column (source_table (), "group")->choices;
  g_autoptr (GArray) before = self->keys;
  const PltFinanceRow total = { .kind = PLT_FINANCE_TOTAL, .key = -1 };
  const PltFinanceRow gap = { .kind = PLT_FINANCE_GAP, .key = -2 };

  g_array_set_size (self->rows, 0);
  for (guint i = 0; groups[i].id != NULL; i++)
    add_group (self, facts, &groups[i], i);
  if (self->rows->len > 0)
    {
      g_array_append_val (self->rows, total);
      if (plt_session_get_budget (self->session)->budget != NULL)
        g_array_append_val (self->rows, gap);
    }
  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (self->keys, g_array_index (self->rows, PltFinanceRow, i).key);
  plt_row_splice (PLT_GRID_MODEL (self), before, self->keys);
}

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_FINANCE_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_FINANCE_N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  const Shown *column = &shown[at];

  out->id = column->column != NULL ? column->column : column->id;
  out->title = column->title != NULL ? _ (column->title) : plt_column_title (table_column (at));
  if (at == PLT_FINANCE_COLUMN_SHARE)
    out->tooltip = _ ("Of the budget.");
  out->width = column->width;
  out->align = column->align;
  out->unit = column->unit;
  out->flags = column->flags | PLT_GRID_COLUMN_UNSORTED;
  if (plt_session_is_read_only (PLT_FINANCE_MODEL (model)->session))
    out->flags &= ~(guint) PLT_GRID_COLUMN_EDITABLE;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row_at (model, row)->key;
}

static void
get_row (PltGridModel *model, guint at, PltGridRow *out)
{
  const PltFinanceRow *row = row_at (model, at);

  out->level = row->kind == PLT_FINANCE_SOURCE ? 1 : 0;
  out->expandable = row->kind == PLT_FINANCE_GROUP;
  out->expanded = row->expanded;
  out->kind = row->kind == PLT_FINANCE_GROUP   ? PLT_GRID_ROW_GROUP
              : row->kind == PLT_FINANCE_TOTAL ? PLT_GRID_ROW_TOTAL
                                               : PLT_GRID_ROW_NORMAL;
}

/* ---- cells ---- */

static void
put_amount (PltFinanceModel *self, PltGridCell *cell, guint column, PltMoney amount)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  const PltMoney whole = budget->budget != NULL ? budget->total : PLT_UNKNOWN;

  if (column == PLT_FINANCE_COLUMN_AMOUNT)
    plt_grid_cell_take_text (cell, plt_devis_format_money (amount));
  else
    plt_grid_cell_take_text (cell, plt_devis_format_share (plt_devis_share_e6 (amount, whole)));
}

static void
get_total_cell (PltFinanceModel *self, const PltFinanceRow *row, guint column, PltGridCell *cell)
{
  const PltFinanceFigures figures = plt_finance_figures (plt_session_get_facts (self->session),
                                                         plt_session_get_budget (self->session));
  const gint64 gap = figures.budget != PLT_UNKNOWN ? figures.budget - figures.total : 0;

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (row->kind == PLT_FINANCE_TOTAL)
    {
      if (column == PLT_FINANCE_COLUMN_NAME)
        cell->text = _ ("Total");
      else if (column == PLT_FINANCE_COLUMN_AMOUNT || column == PLT_FINANCE_COLUMN_SHARE)
        put_amount (self, cell, column, figures.total);
      return;
    }
  if (column == PLT_FINANCE_COLUMN_NAME)
    cell->text = gap > 0   ? _ ("Missing against the budget")
                 : gap < 0 ? _ ("Too much against the budget")
                           : _ ("Equal to the budget");
  else if (column == PLT_FINANCE_COLUMN_AMOUNT || column == PLT_FINANCE_COLUMN_SHARE)
    put_amount (self, cell, column, ABS (gap));
  if (gap != 0 && column == PLT_FINANCE_COLUMN_NAME)
    cell->fill = PLT_GRID_FILL_WARNING;
}

/* The text is the facts': whoever gets this must not clear it. */
static PltValue
source_value (const PltFundingFacts *source, guint column)
{
  const char *text = NULL;
  gint64 number = PLT_UNKNOWN;

  switch (column)
    {
    case PLT_FINANCE_COLUMN_NAME:
      text = source->name;
      break;
    case PLT_FINANCE_COLUMN_NATURE:
      text = source->nature;
      break;
    case PLT_FINANCE_COLUMN_STATUS:
      text = source->status;
      break;
    case PLT_FINANCE_COLUMN_NOTE:
      text = source->note;
      break;
    case PLT_FINANCE_COLUMN_GROUP:
      text = source->group;
      break;
    case PLT_FINANCE_COLUMN_AMOUNT:
      number = source->amount_cents;
      break;
    case PLT_FINANCE_COLUMN_VAT:
      number = source->vat_e6;
      break;
    default:
      break;
    }
  if (text != NULL)
    return (PltValue){ PLT_VALUE_TEXT, 0, (char *) text };
  return number != PLT_UNKNOWN ? plt_value_integer (number) : (PltValue) PLT_VALUE_INIT;
}

static void
get_source_cell (PltFinanceModel *self, const PltFinanceRow *row, guint column, PltGridCell *cell)
{
  const PltValue value = source_value (row->source, column);
  const PltIssue *issue = NULL;

  if (!counts (row->source))
    cell->flags |= PLT_GRID_CELL_MUTED;
  if (column == PLT_FINANCE_COLUMN_SHARE)
    {
      cell->flags |= PLT_GRID_CELL_READONLY;
      if (counts (row->source))
        put_amount (self, cell, column, row->source->amount_cents);
    }
  else if (column == PLT_FINANCE_COLUMN_DATE)
    {
      if (row->source->date != PLT_DATE_NONE)
        plt_grid_cell_take_text (cell, plt_date_format_numeric (row->source->date));
    }
  else if (value.kind != PLT_VALUE_NULL)
    plt_grid_cell_take_text (cell, plt_column_format (table_column (column), &value));
  else if (column == PLT_FINANCE_COLUMN_AMOUNT)
    {
      cell->text = "—";
      cell->message = _ ("The amount is not known: it counts nothing.");
    }
  if (column == PLT_FINANCE_COLUMN_NAME)
    issue = plt_session_find_issue (self->session, "funding_source", row->source->id, NULL);
  else if (shown[column].column != NULL)
    issue = plt_session_find_issue (self->session, "funding_source", row->source->id,
                                    shown[column].column);
  if (issue != NULL)
    {
      cell->flags |= PLT_GRID_CELL_INVALID;
      plt_grid_cell_take_message (cell, g_strdup (issue->message));
    }
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltFinanceModel *self = PLT_FINANCE_MODEL (model);
  const PltFinanceRow *row = row_at (model, at);

  if (row->kind == PLT_FINANCE_SOURCE)
    get_source_cell (self, row, column, cell);
  else if (row->kind == PLT_FINANCE_GROUP)
    {
      cell->flags |= PLT_GRID_CELL_READONLY;
      if (column == PLT_FINANCE_COLUMN_NAME)
        cell->text = plt_choice_title (row->group);
      else if (column == PLT_FINANCE_COLUMN_AMOUNT || column == PLT_FINANCE_COLUMN_SHARE)
        put_amount (self, cell, column, row->total);
    }
  else
    get_total_cell (self, row, column, cell);
}

static char *
get_edit_text (PltGridModel *model, guint at, guint column)
{
  const PltFinanceRow *row = row_at (model, at);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (row->kind == PLT_FINANCE_SOURCE && table_column (column) != NULL
      && column != PLT_FINANCE_COLUMN_DATE)
    {
      const PltValue value = source_value (row->source, column);
      const PltColumn *of = table_column (column);

      return of->type == PLT_COLUMN_CHOICE ? plt_column_format (of, &value)
                                           : plt_column_format_edit (of, &value);
    }
  get_cell (model, at, column, &cell);
  return g_strdup (cell.text);
}

static gboolean
get_number (PltGridModel *model, guint at, guint column, gint64 *number)
{
  const PltFinanceRow *row = row_at (model, at);

  if (column != PLT_FINANCE_COLUMN_AMOUNT)
    return FALSE;
  if (row->kind == PLT_FINANCE_SOURCE && counts (row->source))
    *number = row->source->amount_cents;
  else if (row->kind == PLT_FINANCE_GROUP && !row->expanded)
    *number = row->total;
  else
    return FALSE;
  return TRUE;
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return plt_money_format (number);
}

static GStrv
get_completions (PltGridModel *model, guint at, guint column)
{
  return table_column (column) != NULL ? plt_choice_titles (table_column (column)) : NULL;
}

/* ---- changes ---- */

static PltStore *
store_of (PltGridModel *model)
{
  return plt_session_get_store (PLT_FINANCE_MODEL (model)->session);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
set_text (PltGridModel *model, guint at, guint column, const char *text, GError **error)
{
  const PltFinanceRow *row = row_at (model, at);

  if (row->kind != PLT_FINANCE_SOURCE || shown[column].column == NULL)
    return plt_grid_model_refuse (error);
  return plt_store_set (store_of (model), "funding_source", row->source->id, shown[column].column,
                        text, error);
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = g_strdup_printf (
      ngettext ("Change %u cell of the financing", "Change %u cells of the financing", n_edits),
      n_edits);

  for (guint i = 0; i < n_edits; i++)
    {
      const PltFinanceRow *row
          = plt_finance_model_get_row (PLT_FINANCE_MODEL (model), (guint) edits[i].row);
      const PltColumn *column = table_column ((guint) edits[i].column);
      g_auto (PltValue) value = PLT_VALUE_INIT;

      if (row == NULL)
        return refuse (
            error, _ ("There are not enough sources below. Add sources first, or paste higher."));
      if (row->kind != PLT_FINANCE_SOURCE || column == NULL)
        return plt_grid_model_refuse (error);
      if (!plt_store_parse_value (store_of (model), column, edits[i].text, &value, error))
        return FALSE;
      plt_batch_update (batch, "funding_source", row->source->id);
      plt_batch_set_value (batch, column->id, &value);
    }
  return plt_store_apply (store_of (model), label, NULL, batch, NULL, error);
}

static gboolean
insert_rows (PltGridModel *model, guint at, guint n, GError **error)
{
  const PltFinanceRow *row = plt_finance_model_get_row (PLT_FINANCE_MODEL (model), at);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  for (guint i = 0; i < n; i++)
    {
      plt_batch_insert (batch, "funding_source");
      plt_batch_set_text (batch, "name", _ ("New source"));
      if (row != NULL && row->group != NULL)
        plt_batch_set_text (batch, "group", row->group->id);
    }
  return plt_store_apply (store_of (model), _ ("Add a source"), NULL, batch, NULL, error);
}

static GArray *
list_sources (PltGridModel *model, guint first, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < first + n; i++)
    {
      const PltFinanceRow *row = plt_finance_model_get_row (PLT_FINANCE_MODEL (model), i);

      if (row != NULL && row->kind == PLT_FINANCE_SOURCE)
        g_array_append_val (ids, row->source->id);
    }
  return ids;
}

static gboolean
delete_rows (PltGridModel *model, guint first, guint n, GError **error)
{
  g_autoptr (GArray) ids = list_sources (model, first, n);

  if (ids->len == 0)
    return refuse (error, _ ("Only sources are deleted here: groups and totals are computed."));
  return plt_session_delete (PLT_FINANCE_MODEL (model)->session, "funding_source",
                             (const gint64 *) (void *) ids->data, ids->len, error);
}

typedef struct
{
  const gint64 *ids;
  guint n;
  const char *group;
  gint64 before; /* 0: at the end */
} Move;

static gboolean
move_sources (PltStore *store, gpointer data, GError **error)
{
  const Move *move = data;
  const PltTable *table = source_table ();

  for (guint i = 0; i < move->n; i++)
    {
      g_auto (PltValue) group = plt_value_text (move->group);
      const PltEditValue value = { plt_table_column (table, "group"), group };
      g_autoptr (GArray) all = plt_rows_ids (store, table, NULL, 0, "position", error);
      guint index = 0;

      if (all == NULL || !plt_rows_update (store, table, move->ids[i], &value, 1, error))
        return FALSE;
      for (guint j = 0; j < all->len && g_array_index (all, gint64, j) != move->before; j++)
        index += g_array_index (all, gint64, j) != move->ids[i] ? 1 : 0;
      if (!plt_rows_move (store, table, move->ids[i], index, error))
        return FALSE;
    }
  return TRUE;
}

/* Before a source: before it, in its group. Before a group or the totals: the end of the group
 * above. */
static gboolean
move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error)
{
  g_autoptr (GArray) ids = list_sources (model, first, n);
  const PltFinanceRow *target = plt_finance_model_get_row (PLT_FINANCE_MODEL (model), to);
  const PltFinanceRow *above
      = to > 0 ? plt_finance_model_get_row (PLT_FINANCE_MODEL (model), to - 1) : NULL;
  Move move = { .ids = (const gint64 *) (void *) ids->data, .n = ids->len };
  const PltCommand command = { _ ("Move a source"), NULL, move_sources, &move };

  if (ids->len != n)
    return refuse (error, _ ("Only sources are moved: groups stay in their order."));
  if (target != NULL && target->kind == PLT_FINANCE_SOURCE)
    {
      move.group = target->group->id;
      move.before = target->source->id;
    }
  else if (above != NULL && above->group != NULL)
    move.group = above->group->id;
  else
    return refuse (error, _ ("A source belongs to a group: it cannot stand among the totals."));
  return plt_store_run (store_of (model), &command, error);
}

static gboolean
toggle (PltGridModel *model, guint at, guint column, GError **error)
{
  PltFinanceModel *self = PLT_FINANCE_MODEL (model);
  const PltFinanceRow *row = row_at (model, at);

  if (row->kind != PLT_FINANCE_GROUP)
    return FALSE;
  self->folded ^= 1u << (guint) (-10 - row->key);
  rebuild (self);
  return TRUE;
}

static guint
get_abilities (PltGridModel *model)
{
  if (plt_session_is_read_only (PLT_FINANCE_MODEL (model)->session))
    return PLT_GRID_CAN_NOTHING;
  return PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE | PLT_GRID_CAN_MOVE;
}

int
plt_finance_model_reveal (PltFinanceModel *self, gint64 source)
{
  g_return_val_if_fail (PLT_IS_FINANCE_MODEL (self), -1);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->keys->len; i++)
        if (g_array_index (self->keys, gint64, i) == source)
          return (int) i;
      if (self->folded == 0)
        break;
      self->folded = 0;
      rebuild (self);
    }
  return -1;
}

/* ---- the object ---- */

static void
plt_finance_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
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
  iface->get_abilities = get_abilities;
}

static void
plt_finance_model_dispose (GObject *object)
{
  g_clear_object (&PLT_FINANCE_MODEL (object)->session);

  G_OBJECT_CLASS (plt_finance_model_parent_class)->dispose (object);
}

static void
plt_finance_model_finalize (GObject *object)
{
  g_array_unref (PLT_FINANCE_MODEL (object)->rows);
  g_array_unref (PLT_FINANCE_MODEL (object)->keys);

  G_OBJECT_CLASS (plt_finance_model_parent_class)->finalize (object);
}

static void
plt_finance_model_class_init (PltFinanceModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_finance_model_finalize;
}

static void
plt_finance_model_init (PltFinanceModel *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (PltFinanceRow));
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * plt_finance_model_new:
 * @session: the production
 *
 * Returns: (transfer full): its sources by group, all open
 */
PltFinanceModel *
plt_finance_model_new (PltSession *session)
{
  PltFinanceModel *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_FINANCE_MODEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}

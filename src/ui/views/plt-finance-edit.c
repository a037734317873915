/* PltFinanceModel: what a person changes in it, each as one command. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-finance-private.h"
#include "plt-rows.h"

static const PltTable *
source_table (void)
{
  return plt_table_find ("funding_source");
}

static const PltFinanceRow *
row_at (PltGridModel *model, guint row)
{
  return plt_finance_model_get_row (PLT_FINANCE_MODEL (model), row);
}

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

/* TRUE when the cell may be typed in. */
static gboolean
check_cell (const PltFundingFacts *source, guint column, GError **error)
{
  if (plt_finance_table_column (column) == NULL)
    return plt_grid_model_refuse (error);
  if (source != NULL && column == PLT_FINANCE_COLUMN_AMOUNT && *source->mirror != '\0')
    return refuse (error, _ ("This amount follows the budget. Break the link first, or change the "
                             "lines of the budget."));
  return TRUE;
}

static gboolean
add_edit (PltGridModel *model,
          PltBatch *batch,
          const PltFundingFacts *source,
          const PltGridEdit *edit,
          GError **error)
{
  const PltColumn *column = plt_finance_table_column ((guint) edit->column);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (!check_cell (source, (guint) edit->column, error)
      || !plt_store_parse_value (store_of (model), column, edit->text, &value, error))
    return FALSE;
  if (source != NULL)
    plt_batch_update (batch, "funding_source", source->id);
  plt_batch_set_value (batch, column->id, &value);
  return TRUE;
}

/* A row below the totals is a new source: among the others unless its group was pasted too. */
static gboolean
add_new_row (PltGridModel *model,
             PltBatch *batch,
             const PltGridEdit *edits,
             guint n_edits,
             int row,
             GError **error)
{
  gboolean named = FALSE;

  plt_batch_insert (batch, "funding_source");
  for (guint i = 0; i < n_edits; i++)
    {
      if (edits[i].row != row || (*edits[i].text == '\0' && edits[i].column != 0)
          || edits[i].column == PLT_FINANCE_COLUMN_SHARE) /* which follows from the amount */
        continue;
      named = named || (edits[i].column == PLT_FINANCE_COLUMN_NAME && *edits[i].text != '\0');
      if (!add_edit (model, batch, NULL, &edits[i], error))
        return FALSE;
    }
  return named || refuse (error, _ ("Give the source its name first."));
}

gboolean
plt_finance_set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  const int n_rows = (int) plt_grid_model_get_n_rows (model);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = g_strdup_printf (
      ngettext ("Change %u cell of the financing", "Change %u cells of the financing", n_edits),
      n_edits);

  for (guint i = 0; i < n_edits; i++)
    {
      const PltFinanceRow *row
          = plt_finance_model_get_row (PLT_FINANCE_MODEL (model), (guint) edits[i].row);

      if (edits[i].row >= n_rows)
        continue;
      if (row->kind != PLT_FINANCE_SOURCE)
        return plt_grid_model_refuse (error);
      if (!add_edit (model, batch, row->source, &edits[i], error))
        return FALSE;
    }
  for (guint i = 0; i < n_new_rows; i++)
    if (!add_new_row (model, batch, edits, n_edits, n_rows + (int) i, error))
      return FALSE;
  return plt_store_apply (store_of (model), label, NULL, batch, NULL, error);
}

gboolean
plt_finance_set_text (PltGridModel *model, guint at, guint column, const char *text, GError **error)
{
  const PltFinanceRow *row = row_at (model, at);

  if (row == NULL || row->kind != PLT_FINANCE_SOURCE)
    return plt_grid_model_refuse (error);
  return check_cell (row->source, column, error)
         && plt_store_set (store_of (model), "funding_source", row->source->id,
                           plt_finance_table_column (column)->id, text, error);
}

gboolean
plt_finance_insert_rows (PltGridModel *model, guint at, guint n, GError **error)
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

gboolean
plt_finance_delete_rows (PltGridModel *model, guint first, guint n, GError **error)
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
gboolean
plt_finance_move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error)
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

/* ---- copies ---- */

typedef struct
{
  const gint64 *ids;
  guint n;
  gint64 made;
} Copy;

static void
take_values (const PltTable *table, PltValue *values, GArray *into)
{
  for (guint i = 0; i < plt_table_n_columns (table); i++)
    {
      const PltEditValue value = { &table->columns[i], values[i] };

      if (values[i].kind != PLT_VALUE_NULL
          && g_strcmp0 (table->columns[i].id, table->position) != 0)
        g_array_append_val (into, value);
    }
}

static void
clear_values (const PltTable *table, PltValue *values)
{
  for (guint i = 0; i < plt_table_n_columns (table); i++)
    plt_value_clear (&values[i]);
}

/* A row with the values of another one; what `column` refers to is `to` (column NULL: nothing). */
static gint64
copy_row (
    PltStore *store, const char *name, gint64 id, const char *column, gint64 to, GError **error)
{
  const PltTable *table = plt_table_find (name);
  g_autofree PltValue *values = g_new0 (PltValue, plt_table_n_columns (table));
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (PltEditValue));
  gint64 made = 0;

  if (plt_rows_read (store, table, id, values, error))
    {
      take_values (table, values, edits);
      for (guint i = 0; column != NULL && i < edits->len; i++)
        if (g_str_equal (g_array_index (edits, PltEditValue, i).column->id, column))
          g_array_index (edits, PltEditValue, i).value = plt_value_integer (to);
      made = plt_rows_insert (store, table, (const PltEditValue *) (void *) edits->data, edits->len,
                              error);
    }
  clear_values (table, values);
  return made;
}

static gboolean
copy_instalments (PltStore *store, gint64 from, gint64 to, GError **error)
{
  const PltTable *table = plt_table_find ("instalment");
  const PltFilter filter = { "funding_source", plt_value_integer (from) };
  g_autoptr (GArray) ids = plt_rows_ids (store, table, &filter, 1, "position", error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (copy_row (store, "instalment", g_array_index (ids, gint64, i), "funding_source", to, error)
        == 0)
      return FALSE;
  return ids != NULL;
}

static gboolean
copy_sources (PltStore *store, gpointer data, GError **error)
{
  const PltTable *table = source_table ();
  Copy *copy = data;
  gint64 after = copy->ids[copy->n - 1];

  for (guint i = 0; i < copy->n; i++)
    {
      g_autoptr (GArray) all = NULL;
      guint index = 0;

      copy->made = copy_row (store, "funding_source", copy->ids[i], NULL, 0, error);
      if (copy->made == 0 || !copy_instalments (store, copy->ids[i], copy->made, error))
        return FALSE;
      all = plt_rows_ids (store, table, NULL, 0, "position", error);
      if (all == NULL)
        return FALSE;
      while (index < all->len && g_array_index (all, gint64, index) != after)
        index++;
      if (!plt_rows_move (store, table, copy->made, index + 1, error))
        return FALSE;
      after = copy->made;
    }
  return TRUE;
}

gint64
plt_finance_model_duplicate (PltFinanceModel *self, guint first, guint n, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *label = NULL;
  Copy copy = { 0 };
  PltCommand command = { NULL, NULL, copy_sources, &copy };

  g_return_val_if_fail (PLT_IS_FINANCE_MODEL (self), 0);

  ids = list_sources (PLT_GRID_MODEL (self), first, n);
  if (ids->len == 0)
    {
      refuse (error, _ ("Choose a source: groups and totals are not duplicated."));
      return 0;
    }
  copy.ids = (const gint64 *) (void *) ids->data;
  copy.n = ids->len;
  label = g_strdup_printf (ngettext ("Duplicate %u source", "Duplicate %u sources", ids->len),
                           ids->len);
  command.label = label;
  return plt_store_run (plt_session_get_store (self->session), &command, error) ? copy.made : 0;
}

gboolean
plt_finance_model_break_mirror (PltFinanceModel *self, guint at, GError **error)
{
  const PltFinanceRow *row;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_return_val_if_fail (PLT_IS_FINANCE_MODEL (self), FALSE);

  row = plt_finance_model_get_row (self, at);
  if (row == NULL || row->kind != PLT_FINANCE_SOURCE || *row->source->mirror == '\0')
    return refuse (error, _ ("This source follows nothing: its amount is typed."));
  plt_batch_update (batch, "funding_source", row->source->id);
  plt_batch_set_text (batch, "mirror", "");
  plt_batch_set_null (batch, "mirror_account");
  if (row->amount != PLT_UNKNOWN)
    plt_batch_set_integer (batch, "amount_cents", row->amount);
  return plt_store_apply (plt_session_get_store (self->session), _ ("Break the link of a source"),
                          NULL, batch, NULL, error);
}

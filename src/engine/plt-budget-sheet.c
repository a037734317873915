#include "plt-budget-sheet.h"

#include <string.h>

#include "plt-budget-private.h"
#include "plt-formula-sheet.h"

static PltRef
ref_of (const PltBudgetModel *model, const PltNode *node)
{
  const PltLineNode *line;
  const PltBudgetAccount *account;

  if (node->kind == PLT_NODE_GLOBAL)
    return (PltRef){ "budget_global",
                     ((const PltGlobalNode *) model->globals->pdata[node->index])->global->id,
                     NULL };
  if (node->kind == PLT_NODE_ACCOUNT)
    {
      account = model->result->accounts->pdata[node->index];
      return (PltRef){ "account", account->account->id, NULL };
    }
  if (node->kind != PLT_NODE_LINE && node->kind != PLT_NODE_COUNT && node->kind != PLT_NODE_LENGTH)
    return node->ref;
  line = model->lines->pdata[node->index];
  return (PltRef){ "budget_line", line->result->line->id, NULL };
}

/* The total of an account as formulas see it: before transfers and percentages, contributions with
 * the account of their profile. Children stand after their parents. */
static gint64
account_value (const PltBudgetModel *model, guint index)
{
  guint n = model->result->accounts->len;
  g_autofree PltMoney *totals = g_new0 (PltMoney, n);
  gint64 e6;

  for (guint i = 0; i < model->lines->len; i++)
    {
      const PltLineNode *line = model->lines->pdata[i];

      plt_budget_saturating_add (&totals[line->account], line->result->amount);
      if (line->posting != G_MAXUINT)
        plt_budget_saturating_add (&totals[line->posting], line->result->contributions);
    }
  for (guint i = n; i-- > index;)
    if (model->parents[i] != G_MAXUINT)
      plt_budget_saturating_add (&totals[model->parents[i]], totals[i]);
  return __builtin_mul_overflow (totals[index], PLT_BUDGET_ONE / 100, &e6) ? PLT_UNKNOWN : e6;
}

/* NULL for a plain number and for a name that has no value. */
static char *
cell_expression (const PltBudget *self,
                 const PltCell *cell,
                 PltBudgetNameFunc func,
                 gpointer data,
                 gboolean *is_time)
{
  guint n = cell->formula != NULL ? plt_formula_get_n_refs (cell->formula) : 0;
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  if (cell->formula == NULL || cell->parse_error != NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const PltFormulaRef *ref = plt_formula_get_ref (cell->formula, i);
      PltBudgetName name
          = { ref->name, ref->argument, PLT_UNKNOWN, ref_of (self->model, &cell->nodes[i]) };
      g_autoptr (GError) error = NULL;

      name.e6 = cell->nodes[i].kind == PLT_NODE_ACCOUNT
                    ? account_value (self->model, cell->nodes[i].index)
                    : plt_budget_node_value (self->model, &cell->nodes[i], &error);
      if (error != NULL || name.e6 == PLT_UNKNOWN)
        return NULL;
      texts[i] = func (data, &name);
    }
  return plt_formula_to_sheet (cell->formula, (const char *const *) texts, is_time);
}

char *
plt_budget_sheet_line (
    const PltBudget *self, guint index, const char *column, PltBudgetNameFunc name, gpointer data)
{
  static const char *const columns[PLT_N_CELLS]
      = { "quantity", "duration", "times", "rate_formula" };
  const PltLineNode *node;
  g_autofree char *text = NULL;
  gboolean is_time;
  int kind = 0;

  g_return_val_if_fail (self->model != NULL && index < self->lines->len, NULL);

  node = self->model->lines->pdata[index];
  while (kind < PLT_CELL_RATE && strcmp (columns[kind], column) != 0)
    kind++;
  /* an empty rate formula is the rate that was typed */
  if (kind == PLT_CELL_RATE
      && (*node->result->line->rate_formula == '\0'
          || plt_budget_rate_is_typed (node->result->line)))
    return NULL;
  text = cell_expression (self, &node->cells[kind], name, data, &is_time);
  if (text == NULL)
    return NULL;
  if (kind == PLT_CELL_RATE)
    return g_strdup_printf ("ROUND(%s,2)", text);
  return is_time ? plt_formula_sheet_in_unit (text, node->result->line->unit)
                 : g_steal_pointer (&text);
}

char *
plt_budget_sheet_global (const PltBudget *self,
                         gint64 global,
                         PltBudgetNameFunc name,
                         gpointer data)
{
  for (guint i = 0; self->model != NULL && i < self->model->globals->len; i++)
    {
      const PltGlobalNode *node = self->model->globals->pdata[i];

      if (node->global->id == global)
        return cell_expression (self, &node->cell, name, data, NULL);
    }
  return NULL;
}

GArray *
plt_budget_globals (const PltBudget *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->model != NULL && i < self->model->globals->len; i++)
    g_array_append_val (ids, ((const PltGlobalNode *) self->model->globals->pdata[i])->global->id);
  return ids;
}

const PltContributionTable *
plt_budget_line_table (const PltBudget *self, guint index)
{
  g_return_val_if_fail (self->model != NULL && index < self->lines->len, NULL);

  return ((const PltLineNode *) self->model->lines->pdata[index])->table;
}

#include "plt-finance-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-finance-private.h"
#include "plt-funding-amount.h"
#include "plt-row-splice.h"
#include "plt-rows.h"
#include "plt-text.h"

static void plt_finance_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltFinanceModel,
                               plt_finance_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_finance_model_iface_init))

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

const PltFinancePlan *
plt_finance_model_get_plan (PltFinanceModel *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_MODEL (self), NULL);

  return self->trial != NULL ? self->trial : self->plan;
}

gboolean
plt_finance_model_is_trying (PltFinanceModel *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_MODEL (self), FALSE);

  return self->trial != NULL;
}

gboolean
plt_finance_is_difficult (const PltFacts *facts)
{
  const char *class = facts->production.aid_class;

  return class != NULL && strstr (class, "difficile") != NULL;
}

char *
plt_finance_plan_gap_text (const PltFinancePlan *plan)
{
  PltMoney gap;
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;

  if (plan->cost == PLT_UNKNOWN)
    return g_strdup (_ ("There is no budget to compare with."));
  if (!plt_money_sub (plan->cost, plan->total, &gap))
    return g_strdup ("—");
  if (gap == 0)
    return g_strdup (_ ("The financing equals the budget."));
  amount = plt_money_format (ABS (gap));
  share = plt_devis_format_share (plt_devis_share_e6 (ABS (gap), plan->cost));
  /* Translators: an amount, and its share of the budget */
  return gap > 0 ? g_strdup_printf (_ ("%s are missing, that is %s of the budget."), amount, share)
                 : g_strdup_printf (_ ("%s too much, that is %s of the budget."), amount, share);
}

/* ---- rows ---- */

gboolean
plt_finance_counts (const PltFinanceRow *row)
{
  return row->amount != PLT_UNKNOWN && !plt_funding_is_refused (row->source);
}

/* Words of the source and of its group are looked through. */
static gboolean
is_sought (PltFinanceModel *self, const PltFundingFacts *source, const PltChoice *group)
{
  const char *const texts[] = { source->name,   source->funder,   source->note,
                                source->rights, source->document, plt_choice_title (group) };

  for (guint i = 0; self->search != NULL && i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && plt_text_contains (texts[i], self->search))
      return TRUE;
  return self->search == NULL;
}

static void
add_group (PltFinanceModel *self, const PltFacts *facts, const PltChoice *group, guint place)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  PltFinanceRow head = { .kind = PLT_FINANCE_GROUP, .key = -10 - (gint64) place, .group = group };
  const guint at = self->rows->len;
  guint n = 0;

  head.expanded = self->search != NULL || (self->folded & (1u << place)) == 0;
  g_array_append_val (self->rows, head);
  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];
      PltFinanceRow row
          = { .kind = PLT_FINANCE_SOURCE, .key = source->id, .group = group, .source = source };

      if (!g_str_equal (source->group, group->id))
        continue;
      row.amount = plt_funding_amount (facts, budget, source);
      if (plt_finance_counts (&row) && !plt_money_add (head.amount, row.amount, &head.amount))
        head.amount = row.amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
      if (!is_sought (self, source, group))
        continue;
      n++;
      if (head.expanded)
        g_array_append_val (self->rows, row);
    }
  if (n == 0)
    g_array_set_size (self->rows, at);
  else
    g_array_index (self->rows, PltFinanceRow, at).amount = head.amount;
}

void
plt_finance_rebuild (PltFinanceModel *self)
{
  const PltFacts *facts
      = self->trial != NULL ? &self->trial_facts : plt_session_get_facts (self->session);
  const PltChoice *groups = plt_table_column (plt_table_find ("funding_source"), "group")->choices;
  g_autoptr (GArray) before = self->keys;
  const PltFinanceRow total = { .kind = PLT_FINANCE_TOTAL, .key = -1 };
  const PltFinanceRow gap = { .kind = PLT_FINANCE_GAP, .key = -2 };

  g_array_set_size (self->rows, 0);
  for (guint i = 0; groups[i].id != NULL; i++)
    add_group (self, facts, &groups[i], i);
  if (self->rows->len > 0)
    {
      g_array_append_val (self->rows, total);
      if (plt_finance_model_get_plan (self)->gap != PLT_UNKNOWN)
        g_array_append_val (self->rows, gap);
    }
  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (self->keys, g_array_index (self->rows, PltFinanceRow, i).key);
  plt_row_splice (PLT_GRID_MODEL (self), before, self->keys);
}

static void
forget_trial (PltFinanceModel *self)
{
  g_clear_pointer (&self->trial, plt_finance_plan_free);
  g_clear_pointer (&self->trial_items, g_free);
}

static void
on_changed (PltFinanceModel *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);

  forget_trial (self);
  g_clear_pointer (&self->plan, plt_finance_plan_free);
  self->plan = plt_finance_plan_new (facts, plt_session_get_plan (self->session),
                                     plt_session_get_budget (self->session),
                                     plt_finance_is_difficult (facts));
  plt_finance_rebuild (self);
  g_signal_emit_by_name (self, "tried");
}

/* ---- what is being typed ---- */

static gboolean
try_cell (PltFinanceModel *self, gint64 id, guint column, const char *text, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (!plt_store_parse_value (plt_session_get_store (self->session),
                              plt_finance_table_column (column), text, &value, error))
    return FALSE;
  self->trial_items = g_memdup2 (facts->funding.items, facts->funding.n * sizeof (PltFundingFacts));
  self->trial_facts = *facts;
  self->trial_facts.funding.items = self->trial_items;
  for (guint i = 0; i < facts->funding.n; i++)
    if (self->trial_items[i].id == id
        && !plt_finance_put_value (&self->trial_items[i], column, &value))
      {
        g_clear_pointer (&self->trial_items, g_free);
        return TRUE;
      }
  self->trial = plt_finance_plan_new (&self->trial_facts, plt_session_get_plan (self->session),
                                      plt_session_get_budget (self->session),
                                      plt_finance_is_difficult (facts));
  return TRUE;
}

gboolean
plt_finance_model_try (
    PltFinanceModel *self, guint at, guint column, const char *text, GError **error)
{
  const PltFinanceRow *row;
  const gboolean before = plt_finance_model_is_trying (self);
  gint64 id = 0;
  gboolean fine = TRUE;

  g_return_val_if_fail (PLT_IS_FINANCE_MODEL (self), FALSE);

  row = plt_finance_model_get_row (self, at);
  if (row != NULL && row->kind == PLT_FINANCE_SOURCE)
    id = row->source->id;
  forget_trial (self);
  if (text != NULL && id != 0 && plt_finance_table_column (column) != NULL)
    fine = try_cell (self, id, column, text, error);
  if (before || self->trial != NULL)
    {
      plt_finance_rebuild (self);
      g_signal_emit_by_name (self, "tried");
    }
  return fine;
}

static gboolean
try_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  return plt_finance_model_try (PLT_FINANCE_MODEL (model), row, column, text, error);
}

void
plt_finance_model_set_search (PltFinanceModel *self, const char *text)
{
  g_autofree char *squeezed = text != NULL ? plt_text_squeeze (text) : NULL;

  g_return_if_fail (PLT_IS_FINANCE_MODEL (self));

  g_free (self->search);
  self->search = squeezed != NULL && *squeezed != '\0' ? g_steal_pointer (&squeezed) : NULL;
  plt_finance_rebuild (self);
}

/* ---- as a grid ---- */

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

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return plt_money_format (number);
}

static GStrv
get_completions (PltGridModel *model, guint at, guint column)
{
  const PltColumn *of = plt_finance_table_column (column);

  return of != NULL ? plt_choice_titles (of) : NULL;
}

static gboolean
toggle (PltGridModel *model, guint at, guint column, GError **error)
{
  PltFinanceModel *self = PLT_FINANCE_MODEL (model);
  const PltFinanceRow *row = row_at (model, at);

  if (row->kind != PLT_FINANCE_GROUP)
    return FALSE;
  self->folded ^= 1u << (guint) (-10 - row->key);
  plt_finance_rebuild (self);
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
      if (self->folded == 0 && self->search == NULL)
        break;
      self->folded = 0;
      g_clear_pointer (&self->search, g_free);
      plt_finance_rebuild (self);
    }
  return -1;
}

/* ---- the object ---- */

static void
plt_finance_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = plt_finance_get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = plt_finance_get_cell;
  iface->get_edit_text = plt_finance_get_edit_text;
  iface->get_number = plt_finance_get_number;
  iface->format_number = format_number;
  iface->get_completions = get_completions;
  iface->set_text = plt_finance_set_text;
  iface->set_many = plt_finance_set_many;
  iface->insert_rows = plt_finance_insert_rows;
  iface->delete_rows = plt_finance_delete_rows;
  iface->move_rows = plt_finance_move_rows;
  iface->try_text = try_text;
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
  PltFinanceModel *self = PLT_FINANCE_MODEL (object);

  forget_trial (self);
  g_clear_pointer (&self->plan, plt_finance_plan_free);
  g_array_unref (self->rows);
  g_array_unref (self->keys);
  g_free (self->search);

  G_OBJECT_CLASS (plt_finance_model_parent_class)->finalize (object);
}

static void
plt_finance_model_class_init (PltFinanceModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_finance_model_finalize;
  g_signal_new ("tried", PLT_TYPE_FINANCE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
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
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
  return self;
}

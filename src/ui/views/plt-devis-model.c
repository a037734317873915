#include "plt-devis-model.h"

#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"
#include "plt-devis-private.h"
#include "plt-number.h"
#include "plt-rates.h"
#include "plt-row-splice.h"

static void plt_devis_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltDevisModel,
                               plt_devis_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_devis_model_iface_init))

static const PltDevisRow *
row_at (PltDevisModel *self, guint row)
{
  return &g_array_index (self->rows, PltDevisRow, row);
}

const PltDevisRow *
plt_devis_model_get_row (PltDevisModel *self, guint row)
{
  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), NULL);

  return row < self->rows->len ? row_at (self, row) : NULL;
}

/* ---- what there is ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_DEVIS_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_DEVIS_N_COLUMNS;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row_at (PLT_DEVIS_MODEL (model), row)->key;
}

static int
find_key (PltGridModel *model, gint64 key)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, PLT_ID_TO_POINTER (key))) - 1;
}

static void
get_row (PltGridModel *model, guint at, PltGridRow *out)
{
  const PltDevisRow *row = row_at (PLT_DEVIS_MODEL (model), at);

  out->level = row->level;
  out->expandable = row->expandable;
  out->expanded = row->expanded;
  switch (row->kind)
    {
    case PLT_DEVIS_ACCOUNT:
      out->kind = PLT_GRID_ROW_GROUP;
      break;
    case PLT_DEVIS_SUBTOTAL:
    case PLT_DEVIS_TOTAL:
      out->kind = PLT_GRID_ROW_TOTAL;
      break;
    case PLT_DEVIS_LINE:
    case PLT_DEVIS_UNPOSTED:
    case PLT_DEVIS_OVERHEADS:
    case PLT_DEVIS_CONTINGENCY:
    case PLT_DEVIS_PRODUCER:
    case PLT_DEVIS_FINANCIAL:
    default:
      out->kind = PLT_GRID_ROW_NORMAL;
    }
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return column == PLT_DEVIS_COLUMN_QUANTITY || column == PLT_DEVIS_COLUMN_DURATION
                 || column == PLT_DEVIS_COLUMN_TIMES
             ? plt_number_format (number, 6, 0)
             : plt_money_format (number);
}

static GStrv
list_references (PltDevisModel *self, guint column)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  if (column == PLT_DEVIS_COLUMN_PROFILE)
    for (guint i = 0; i < facts->profiles.n; i++)
      g_strv_builder_add (list, facts->profiles.items[i].name);
  else
    for (guint i = 0; i < facts->elements.n; i++)
      g_strv_builder_add (list, facts->elements.items[i].name);
  return g_strv_builder_end (list);
}

static GStrv
list_places (void)
{
  const char *const places[]
      = { plt_devis_place_title (FALSE), plt_devis_place_title (TRUE), NULL };

  return g_strdupv ((GStrv) places);
}

/* The functions of the pay scales, each with its rate in the unit of the line. */
static GStrv
list_functions (PltDevisModel *self, const PltLineFacts *line)
{
  const PltRateQuery query = { NULL, "", line->scale, line->unit, PLT_DATE_NONE };
  g_autoptr (PltRates) rates = plt_rates_new (plt_session_get_facts (self->session));
  g_autoptr (GPtrArray) found = plt_rates_list (rates, &query);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const PltRate *rate = g_ptr_array_index (found, i);
      g_autofree char *amount
          = rate->status == PLT_RATE_FOUND ? plt_money_format (rate->amount) : NULL;
      g_autofree char *row = amount != NULL ? g_strconcat (rate->function, "\t", amount, NULL)
                                            : g_strdup (rate->function);

      g_strv_builder_add (list, row);
    }
  return g_strv_builder_end (list);
}

static GStrv
get_completions (PltGridModel *model, guint at, guint column)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltColumn *table_column = plt_devis_table_column (column);
  const PltDevisRow *row = plt_devis_model_get_row (self, at);

  if (row != NULL && column == PLT_DEVIS_COLUMN_MODE && plt_devis_percent_of (row->kind) >= 0)
    return plt_choice_titles (table_column);
  if (row == NULL || row->kind != PLT_DEVIS_LINE || table_column == NULL)
    return NULL;
  if (plt_devis_column_has_formulas (column))
    return plt_devis_formula_proposals (plt_session_get_budget (self->session),
                                        plt_session_get_facts (self->session));
  if (column == PLT_DEVIS_COLUMN_FUNCTION)
    return list_functions (self, row->line->line);
  if (column == PLT_DEVIS_COLUMN_ABROAD)
    return list_places ();
  if (table_column->type == PLT_COLUMN_REFERENCE)
    return list_references (self, column);
  return plt_choice_titles (table_column);
}

/* ---- following the session ---- */

void
plt_devis_rebuild (PltDevisModel *self)
{
  const PltBudget *budget = plt_devis_model_get_figures (self);
  const PltDevisFilter filter = { self->hide_empty, self->search, self->collapsed, self->kept };
  g_autoptr (GArray) before = self->keys;

  if ((budget->budget != NULL ? budget->budget->id : 0) != self->budget)
    {
      self->budget = budget->budget != NULL ? budget->budget->id : 0;
      g_hash_table_remove_all (self->kept);
    }
  g_array_unref (self->rows);
  self->rows = plt_devis_tree (budget, &filter);
  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->rows->len);
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_array_append_val (self->keys, row_at (self, i)->key);
      g_hash_table_insert (self->places, PLT_ID_TO_POINTER (row_at (self, i)->key),
                           GINT_TO_POINTER ((int) i + 1));
    }
  plt_row_splice (PLT_GRID_MODEL (self), before, self->keys);
}

static void
on_session_changed (PltDevisModel *self)
{
  plt_devis_forget_trial (self);
  self->scale = plt_session_get_figures (self->session);
  plt_devis_rebuild (self);
}

void
plt_devis_model_set_hide_empty (PltDevisModel *self, gboolean hide)
{
  g_return_if_fail (PLT_IS_DEVIS_MODEL (self));

  self->hide_empty = hide;
  g_hash_table_remove_all (self->kept);
  plt_devis_rebuild (self);
}

gboolean
plt_devis_model_get_hide_empty (PltDevisModel *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), FALSE);

  return self->hide_empty;
}

void
plt_devis_model_set_search (PltDevisModel *self, const char *text)
{
  g_return_if_fail (PLT_IS_DEVIS_MODEL (self));

  g_free (self->search);
  self->search = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  plt_devis_rebuild (self);
}

void
plt_devis_model_expand_all (PltDevisModel *self, gboolean expanded)
{
  const GPtrArray *accounts;

  g_return_if_fail (PLT_IS_DEVIS_MODEL (self));

  accounts = plt_session_get_budget (self->session)->accounts;
  g_hash_table_remove_all (self->collapsed);
  for (guint i = 0; !expanded && i < accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (accounts, i);

      g_hash_table_add (self->collapsed, PLT_ID_TO_POINTER (account->account->id));
    }
  plt_devis_rebuild (self);
}

void
plt_devis_model_expand_to (PltDevisModel *self, guint level)
{
  const GPtrArray *accounts;

  g_return_if_fail (PLT_IS_DEVIS_MODEL (self));

  accounts = plt_session_get_budget (self->session)->accounts;
  g_hash_table_remove_all (self->collapsed);
  for (guint i = 0; i < accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (accounts, i);

      if (account->level >= level)
        g_hash_table_add (self->collapsed, PLT_ID_TO_POINTER (account->account->id));
    }
  plt_devis_rebuild (self);
}

static gboolean
toggle (PltGridModel *model, guint at, guint column, GError **error)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltDevisRow *row = row_at (self, at);
  gpointer id;

  if (!row->expandable)
    return FALSE;
  id = PLT_ID_TO_POINTER (row->account->account->id);
  if (!g_hash_table_remove (self->collapsed, id))
    g_hash_table_add (self->collapsed, id);
  plt_devis_rebuild (self);
  return TRUE;
}

/* ---- places ---- */

PltDevisFormula
plt_devis_formula_at (PltDevisModel *self, const PltDevisRow *row, guint column)
{
  const PltLineFacts *line = row->line->line;

  return (PltDevisFormula){ plt_session_get_facts (self->session),
                            plt_session_get_plan (self->session),
                            plt_devis_model_get_figures (self),
                            line,
                            { "budget_line", line->id, plt_devis_formula_id (column) },
                            plt_devis_formula_text (line, column) };
}

gboolean
plt_devis_model_get_formula (PltDevisModel *self, guint at, guint column, PltDevisFormula *formula)
{
  const PltDevisRow *row = plt_devis_model_get_row (self, at);

  if (row == NULL || row->kind != PLT_DEVIS_LINE || !plt_devis_column_has_formulas (column))
    return FALSE;
  *formula = plt_devis_formula_at (self, row, column);
  return TRUE;
}

gboolean
plt_devis_model_get_source (PltDevisModel *self, guint at, guint column, PltRef *ref)
{
  const PltDevisRow *row = plt_devis_model_get_row (self, at);
  PltDevisFormula formula;

  if (plt_devis_model_get_formula (self, at, column, &formula))
    return plt_devis_formula_ref (&formula, ref);
  if (row == NULL || row->kind != PLT_DEVIS_LINE)
    return FALSE;
  if (column == PLT_DEVIS_COLUMN_PROFILE || column == PLT_DEVIS_COLUMN_CONTRIBUTIONS)
    *ref = (PltRef){ "contribution_profile", row->line->line->profile, NULL };
  else if (column == PLT_DEVIS_COLUMN_ROLE)
    *ref = (PltRef){ "element", row->line->line->role, NULL };
  else
    return FALSE;
  return ref->id != 0;
}

PltRef
plt_devis_model_get_ref (PltDevisModel *self, guint at, guint column)
{
  const PltDevisRow *row = plt_devis_model_get_row (self, at);

  if (row == NULL)
    return (PltRef){ NULL };
  if (row->kind == PLT_DEVIS_LINE)
    return (PltRef){ "budget_line", row->line->line->id, plt_devis_column_id (column) };
  if (row->kind == PLT_DEVIS_ACCOUNT)
    return (PltRef){ "account", row->account->account->id, NULL };
  return (PltRef){ "budget", self->budget, plt_devis_budget_column (row, PLT_DEVIS_COLUMN_RATE) };
}

char *
plt_devis_model_get_address (PltDevisModel *self, guint at, guint column)
{
  const PltDevisRow *row = plt_devis_model_get_row (self, at);
  PltGridColumn description = { NULL };
  const char *name;

  if (row == NULL)
    return g_strdup ("");
  plt_devis_get_column (PLT_GRID_MODEL (self), column, &description);
  if (row->kind == PLT_DEVIS_ACCOUNT)
    name = row->account->account->code;
  else if (row->kind == PLT_DEVIS_LINE)
    name = *row->line->line->code != '\0' ? row->line->line->code : row->line->line->label;
  else
    name = plt_devis_total_title (row->kind);
  return g_strdup_printf ("%s · %s", name, description.title);
}

static void
open_above (PltDevisModel *self, gint64 account)
{
  const PltFacts *facts = plt_session_get_facts (self->session);

  for (guint depth = 0; account != 0 && depth < 10; depth++)
    {
      const PltAccountFacts *found = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account);

      g_hash_table_remove (self->collapsed, PLT_ID_TO_POINTER (account));
      account = found != NULL ? found->parent : 0;
    }
}

int
plt_devis_model_reveal (PltDevisModel *self, PltRef ref, guint *column)
{
  const PltFacts *facts;
  gint64 key = 0;

  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), -1);

  facts = plt_session_get_facts (self->session);
  if (column != NULL && plt_devis_find_column (ref.column) >= 0)
    *column = (guint) plt_devis_find_column (ref.column);
  if (g_strcmp0 (ref.table, "budget_line") == 0)
    {
      const PltLineFacts *line = PLT_FACTS_FIND (facts->lines, PltLineFacts, ref.id);

      if (line == NULL || line->budget != self->budget)
        return -1;
      open_above (self, line->account);
      g_hash_table_add (self->kept, PLT_ID_TO_POINTER (line->id));
      key = plt_devis_key_of_line (line->id);
    }
  else if (g_strcmp0 (ref.table, "account") == 0)
    {
      const PltAccountFacts *account = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, ref.id);

      if (account == NULL || account->budget != self->budget)
        return -1;
      open_above (self, account->parent);
      key = plt_devis_key_of_account (account->id);
    }
  else
    {
      if (column != NULL)
        *column = PLT_DEVIS_COLUMN_RATE;
      key = plt_devis_key_of_total (
          g_strcmp0 (ref.column, "contingency_e6") == 0 ? PLT_DEVIS_CONTINGENCY
          : g_strcmp0 (ref.column, "producer_e6") == 0  ? PLT_DEVIS_PRODUCER
          : g_strcmp0 (ref.column, "financial_e6") == 0 ? PLT_DEVIS_FINANCIAL
                                                        : PLT_DEVIS_OVERHEADS);
    }
  g_clear_pointer (&self->search, g_free);
  plt_devis_rebuild (self);
  if (find_key (PLT_GRID_MODEL (self), key) < 0 && self->hide_empty)
    plt_devis_model_set_hide_empty (self, FALSE);
  return find_key (PLT_GRID_MODEL (self), key);
}

gint64
plt_devis_model_get_account (PltDevisModel *self, guint at)
{
  const PltDevisRow *row = plt_devis_model_get_row (self, at);

  return row != NULL && row->account != NULL ? row->account->account->id : 0;
}

gint64
plt_devis_model_get_budget (PltDevisModel *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), 0);

  return self->budget;
}

/* ---- the object ---- */

static guint
get_abilities (PltGridModel *model)
{
  if (plt_session_is_read_only (PLT_DEVIS_MODEL (model)->session))
    return PLT_GRID_CAN_NOTHING;
  return PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE | PLT_GRID_CAN_MOVE;
}

static void
plt_devis_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = plt_devis_get_column;
  iface->get_key = get_key;
  iface->find_key = find_key;
  iface->get_row = get_row;
  iface->get_cell = plt_devis_get_cell;
  iface->get_edit_text = plt_devis_get_edit_text;
  iface->get_number = plt_devis_get_number;
  iface->format_number = format_number;
  iface->get_completions = get_completions;
  iface->toggle = toggle;
  iface->get_abilities = get_abilities;
  iface->set_text = plt_devis_set_text;
  iface->try_text = plt_devis_try_text;
  iface->set_many = plt_devis_set_many;
  iface->insert_rows = plt_devis_insert_rows;
  iface->delete_rows = plt_devis_delete_rows;
  iface->move_rows = plt_devis_move_rows;
}

static void
plt_devis_model_dispose (GObject *object)
{
  g_clear_object (&PLT_DEVIS_MODEL (object)->session);

  G_OBJECT_CLASS (plt_devis_model_parent_class)->dispose (object);
}

static void
plt_devis_model_finalize (GObject *object)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (object);

  plt_devis_forget_trial (self);
  g_array_unref (self->rows);
  g_array_unref (self->keys);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->collapsed);
  g_hash_table_unref (self->kept);
  g_free (self->search);

  G_OBJECT_CLASS (plt_devis_model_parent_class)->finalize (object);
}

static void
plt_devis_model_class_init (PltDevisModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_devis_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_devis_model_finalize;
  g_signal_new ("tried", PLT_TYPE_DEVIS_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static void
plt_devis_model_init (PltDevisModel *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (PltDevisRow));
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->places = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->collapsed = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->kept = g_hash_table_new (g_direct_hash, g_direct_equal);
}

/**
 * plt_devis_model_new:
 * @session: the production
 *
 * Returns: (transfer full): the devis the session looks at, all accounts open, empty lines hidden
 */
PltDevisModel *
plt_devis_model_new (PltSession *session)
{
  PltDevisModel *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_DEVIS_MODEL, NULL);
  self->session = g_object_ref (session);
  self->hide_empty = TRUE;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (self);
  return self;
}

#include "plt-budget.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-private.h"
#include "plt-error.h"

/* ---- making the model ---- */

static void
line_free (gpointer data)
{
  PltBudgetLine *line = data;

  g_free (line->error);
  g_free (line);
}

static void
line_node_free (gpointer data)
{
  PltLineNode *node = data;

  for (int i = 0; i < PLT_N_CELLS; i++)
    plt_budget_cell_clear (&node->cells[i]);
  g_free (node);
}

static void
global_node_free (gpointer data)
{
  PltGlobalNode *node = data;

  plt_budget_cell_clear (&node->cell);
  g_free (node->error);
  g_free (node);
}

static void
model_free (PltBudgetModel *model)
{
  if (model == NULL)
    return;
  g_ptr_array_unref (model->globals);
  g_ptr_array_unref (model->lines);
  g_hash_table_unref (model->global_names);
  g_hash_table_unref (model->line_codes);
  g_hash_table_unref (model->account_codes);
  g_hash_table_unref (model->tables);
  g_clear_pointer (&model->rates, plt_rates_free);
  g_clear_pointer (&model->presences, plt_presence_table_free);
  g_clear_pointer (&model->letters, plt_letters_free);
  g_free (model->parents);
  g_free (model->account_states);
  g_free (model);
}

static PltBudgetModel *
model_new (PltBudget *result, const PltFacts *facts, const PltPlan *plan)
{
  PltBudgetModel *model = g_new0 (PltBudgetModel, 1);

  model->facts = facts;
  model->plan = plan;
  model->result = result;
  model->date
      = result->budget->date != PLT_DATE_NONE ? result->budget->date : plt_plan_first_date (plan);
  model->globals = g_ptr_array_new_with_free_func (global_node_free);
  model->lines = g_ptr_array_new_with_free_func (line_node_free);
  model->global_names = g_hash_table_new (g_str_hash, g_str_equal);
  model->line_codes = g_hash_table_new (g_str_hash, g_str_equal);
  model->account_codes = g_hash_table_new (g_str_hash, g_str_equal);
  model->tables
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) plt_contribution_table_free);
  model->background_e6 = PLT_UNKNOWN;
  return model;
}

/* Accounts in the order of the template, children after their parent. */
static void
add_accounts (PltBudget *self, GHashTable *children, gint64 parent, guint level)
{
  GPtrArray *of = g_hash_table_lookup (children, PLT_ID_TO_POINTER (parent));

  for (guint i = 0; of != NULL && level <= 9 && i < of->len; i++)
    {
      const PltAccountFacts *account = of->pdata[i];
      PltBudgetAccount *entry;

      /* a parent that is its own child is cut here */
      if (g_hash_table_contains (self->account_index, PLT_ID_TO_POINTER (account->id)))
        continue;
      entry = g_new0 (PltBudgetAccount, 1);
      entry->account = account;
      entry->level = level;
      g_ptr_array_add (self->accounts, entry);
      g_hash_table_insert (self->account_index, PLT_ID_TO_POINTER (account->id), entry);
      add_accounts (self, children, account->id, level + 1);
    }
}

/* Rows of a list by what they belong to, in their order. */
#define GROUP(list, Type, key_)                                                                    \
  group_rows ((list).items, (list).n, sizeof (Type), G_STRUCT_OFFSET (Type, budget),               \
              G_STRUCT_OFFSET (Type, key_), self->budget->id)

static GHashTable *
group_rows (gconstpointer items, guint n, gsize size, gsize budget_at, gsize key_at, gint64 budget)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n; i++)
    {
      const char *row = (const char *) items + i * size;
      gint64 of, key;
      GPtrArray *group;

      memcpy (&of, row + budget_at, sizeof of);
      memcpy (&key, row + key_at, sizeof key);
      if (of != budget)
        continue;
      group = g_hash_table_lookup (groups, PLT_ID_TO_POINTER (key));
      if (group == NULL)
        g_hash_table_insert (groups, PLT_ID_TO_POINTER (key), group = g_ptr_array_new ());
      g_ptr_array_add (group, (gpointer) row);
    }
  return groups;
}

static void
index_accounts (PltBudgetModel *model)
{
  PltBudget *self = model->result;
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  model->parents = g_new (guint, self->accounts->len + 1);
  model->account_states = g_new0 (PltState, self->accounts->len + 1);
  for (guint i = 0; i < self->accounts->len; i++)
    {
      const PltAccountFacts *account
          = ((const PltBudgetAccount *) self->accounts->pdata[i])->account;
      guint parent
          = GPOINTER_TO_UINT (g_hash_table_lookup (places, PLT_ID_TO_POINTER (account->parent)));

      model->parents[i] = parent != 0 ? parent - 1 : G_MAXUINT;
      g_hash_table_insert (places, PLT_ID_TO_POINTER (account->id), GUINT_TO_POINTER (i + 1));
      if (!g_hash_table_contains (model->account_codes, account->code))
        g_hash_table_insert (model->account_codes, (gpointer) account->code,
                             GUINT_TO_POINTER (i + 1));
    }
}

static void
add_globals (PltBudgetModel *model)
{
  for (guint i = 0; i < model->facts->globals.n; i++)
    {
      const PltGlobalFacts *global = &model->facts->globals.items[i];
      PltGlobalNode *node;

      if (global->budget != model->result->budget->id)
        continue;
      node = g_new0 (PltGlobalNode, 1);
      node->global = global;
      g_ptr_array_add (model->globals, node);
      g_hash_table_insert (model->global_names, (gpointer) global->name,
                           GUINT_TO_POINTER (model->globals->len));
    }
}

/* The contributions of a profile that is counted one by one, NULL with the overall rate. */
static PltContributionTable *
table_of (PltBudgetModel *model, const PltProfileFacts *profile)
{
  PltContributionTable *table;
  PltWage wage;

  if (profile == NULL || g_strcmp0 (profile->method, "detail") != 0)
    return NULL;
  table = g_hash_table_lookup (model->tables, PLT_ID_TO_POINTER (profile->id));
  if (table != NULL)
    return table;
  wage
      = (PltWage){ .profile = profile->code,
                   .date = model->date,
                   .day_minimum = PLT_UNKNOWN,
                   .accident_e6 = profile->accident_e6,
                   .transport_e6 = profile->mobility_e6 != PLT_UNKNOWN ? profile->mobility_e6 : 0,
                   .deduction = g_strcmp0 (profile->deduction, "") != 0 ? profile->deduction : NULL,
                   .apprenticeship = TRUE };
  table = plt_contribution_table_new (model->facts, &wage, NULL);
  if (table != NULL)
    g_hash_table_insert (model->tables, PLT_ID_TO_POINTER (profile->id), table);
  return table;
}

static PltMode
mode_of (const char *mode)
{
  return g_strcmp0 (mode, "participation") == 0 ? PLT_MODE_PARTICIPATION
         : g_strcmp0 (mode, "nature") == 0      ? PLT_MODE_IN_KIND
                                                : PLT_MODE_CASH;
}

static void
add_line (PltBudgetModel *model, const PltLineFacts *line, guint account)
{
  PltBudget *self = model->result;
  PltLineNode *node = g_new0 (PltLineNode, 1);
  guint posting;

  node->result = g_new0 (PltBudgetLine, 1);
  node->result->line = line;
  node->account = account;
  node->mode = mode_of (line->mode);
  node->profile = PLT_FACTS_FIND (model->facts->profiles, PltProfileFacts, line->profile);
  node->table = table_of (model, node->profile);
  posting
      = node->profile != NULL
            ? GPOINTER_TO_UINT (g_hash_table_lookup (model->account_codes, node->profile->account))
            : 0;
  node->posting = posting != 0 ? posting - 1 : G_MAXUINT;
  g_ptr_array_add (self->lines, node->result);
  g_ptr_array_add (model->lines, node);
  g_hash_table_insert (self->line_index, PLT_ID_TO_POINTER (line->id), node->result);
  if (*line->code != '\0' && !g_hash_table_contains (model->line_codes, line->code))
    g_hash_table_insert (model->line_codes, (gpointer) line->code,
                         GUINT_TO_POINTER (model->lines->len));
}

static void
add_lines (PltBudgetModel *model)
{
  PltBudget *self = model->result;
  g_autoptr (GHashTable) of = GROUP (model->facts->lines, PltLineFacts, account);

  for (guint a = 0; a < self->accounts->len; a++)
    {
      PltBudgetAccount *account = self->accounts->pdata[a];
      GPtrArray *lines = g_hash_table_lookup (of, PLT_ID_TO_POINTER (account->account->id));

      for (guint i = 0; lines != NULL && i < lines->len; i++)
        add_line (model, lines->pdata[i], a);
      for (guint i = a; lines != NULL && i != G_MAXUINT; i = model->parents[i])
        ((PltBudgetAccount *) self->accounts->pdata[i])->n_lines += lines->len;
    }
}

/* ---- cells ---- */

static gboolean
is_linked (const PltLineNode *node)
{
  for (int i = 0; i < PLT_N_CELLS; i++)
    if (node->cells[i].formula != NULL && plt_formula_get_n_refs (node->cells[i].formula) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_typed_over (const char *text, const char *link)
{
  return g_strcmp0 (link, "") != 0 && g_strcmp0 (text, link) != 0;
}

gboolean
plt_budget_rate_is_typed (const PltLineFacts *line)
{
  return *line->link_rate != '\0' && line->rate_cents != PLT_UNKNOWN
         && strcmp (line->rate_formula, line->link_rate) == 0;
}

static void
parse_cells (PltBudgetModel *model)
{
  for (guint i = 0; i < model->globals->len; i++)
    {
      PltGlobalNode *node = model->globals->pdata[i];

      plt_budget_cell_set (model, &node->cell, NULL, node->global->value);
    }
  for (guint i = 0; i < model->lines->len; i++)
    {
      PltLineNode *node = model->lines->pdata[i];
      const PltLineFacts *line = node->result->line;

      plt_budget_cell_set (model, &node->cells[PLT_CELL_QUANTITY], line, line->quantity);
      plt_budget_cell_set (model, &node->cells[PLT_CELL_DURATION], line, line->duration);
      plt_budget_cell_set (model, &node->cells[PLT_CELL_TIMES], line, line->times);
      plt_budget_cell_set (model, &node->cells[PLT_CELL_RATE], line, line->rate_formula);
      node->result->linked = is_linked (node);
      node->result->overridden = is_typed_over (line->quantity, line->link_quantity)
                                 || is_typed_over (line->duration, line->link_duration)
                                 || is_typed_over (line->rate_formula, line->link_rate)
                                 || plt_budget_rate_is_typed (line);
    }
}

PltDate
plt_budget_date (const PltBudget *self)
{
  return self->model != NULL ? self->model->date : PLT_DATE_NONE;
}

/**
 * plt_account_post:
 * @facts: the production
 * @account: an account of a devis
 *
 * Returns: the number of its post, 1 to 9, from the first digit of its code; 0 for what comes after
 * the posts
 */
guint
plt_account_post (const PltFacts *facts, const PltAccountFacts *account)
{
  return g_ascii_isdigit (account->code[0]) && account->code[0] != '0'
             ? (guint) (account->code[0] - '0')
             : 0;
}

/**
 * plt_budget_new:
 * @facts: the production; must outlive the result
 * @budget: a version of the devis, 0 for the current one
 * @plan: the plan de travail that formulas look at; must outlive the result
 *
 * Returns: (transfer full): the devis computed, empty when there is no such version
 */
PltBudget *
plt_budget_new (const PltFacts *facts, gint64 budget, const PltPlan *plan)
{
  PltBudget *self = g_new0 (PltBudget, 1);
  g_autoptr (GHashTable) children = NULL;

  self->budget = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts,
                                 budget != 0 ? budget : facts->production.budget);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->accounts = g_ptr_array_new_with_free_func (g_free);
  self->line_index = g_hash_table_new (NULL, NULL);
  self->account_index = g_hash_table_new (NULL, NULL);
  if (self->budget == NULL)
    return self;

  self->model = model_new (self, facts, plan);
  children = GROUP (facts->accounts, PltAccountFacts, parent);
  add_accounts (self, children, 0, 1);
  index_accounts (self->model);
  add_globals (self->model);
  add_lines (self->model);
  parse_cells (self->model);
  plt_budget_compute (self->model);
  return self;
}

void
plt_budget_free (PltBudget *self)
{
  if (self == NULL)
    return;
  model_free (self->model);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->accounts);
  g_hash_table_unref (self->line_index);
  g_hash_table_unref (self->account_index);
  g_free (self);
}

/**
 * plt_budget_recompute:
 *
 * Runs every formula again, as they are in the facts: what was tried is forgotten.
 */
void
plt_budget_recompute (PltBudget *self)
{
  if (self->model != NULL)
    plt_budget_compute (self->model);
}

/* ---- asking ---- */

const PltBudgetLine *
plt_budget_find_line (const PltBudget *self, gint64 line)
{
  return g_hash_table_lookup (self->line_index, PLT_ID_TO_POINTER (line));
}

const PltBudgetAccount *
plt_budget_find_account (const PltBudget *self, gint64 account)
{
  return g_hash_table_lookup (self->account_index, PLT_ID_TO_POINTER (account));
}

const PltBudgetAccount *
plt_budget_account_by_code (const PltBudget *self, const char *code)
{
  guint index = self->model != NULL
                    ? GPOINTER_TO_UINT (g_hash_table_lookup (self->model->account_codes, code))
                    : 0;

  return index != 0 ? self->accounts->pdata[index - 1] : NULL;
}

gboolean
plt_budget_global (const PltBudget *self, gint64 global, gint64 *e6, const char **error_text)
{
  for (guint i = 0; self->model != NULL && i < self->model->globals->len; i++)
    {
      const PltGlobalNode *node = self->model->globals->pdata[i];

      if (node->global->id != global)
        continue;
      *e6 = node->e6;
      *error_text = node->error;
      return node->e6 != PLT_UNKNOWN;
    }
  *e6 = PLT_UNKNOWN;
  *error_text = NULL;
  return FALSE;
}

/* The cell of a reference, and the line it is in (NULL for a global). */
static PltCell *
find_cell (const PltBudget *self, PltRef ref, const PltLineFacts **line)
{
  static const char *const columns[PLT_N_CELLS]
      = { "quantity", "duration", "times", "rate_formula" };

  *line = NULL;
  for (guint i = 0; self->model != NULL && g_strcmp0 (ref.table, "budget_global") == 0
                    && i < self->model->globals->len;
       i++)
    if (((PltGlobalNode *) self->model->globals->pdata[i])->global->id == ref.id)
      return &((PltGlobalNode *) self->model->globals->pdata[i])->cell;
  for (guint i = 0; self->model != NULL && g_strcmp0 (ref.table, "budget_line") == 0
                    && i < self->model->lines->len;
       i++)
    {
      PltLineNode *node = self->model->lines->pdata[i];

      if (node->result->line->id != ref.id)
        continue;
      *line = node->result->line;
      for (int c = 0; c < PLT_N_CELLS; c++)
        if (g_strcmp0 (ref.column, columns[c]) == 0)
          return &node->cells[c];
    }
  return NULL;
}

gboolean
plt_budget_try (PltBudget *self, PltRef ref, const char *text, GError **error)
{
  const PltLineFacts *line;
  PltCell *cell = find_cell (self, ref, &line);
  PltCell before;
  gboolean fine;

  g_return_val_if_fail (cell != NULL && text != NULL, FALSE);

  before = *cell;
  *cell = (PltCell){ NULL };
  plt_budget_cell_set (self->model, cell, line, text);
  plt_budget_compute (self->model);
  fine = cell->parse_error == NULL;
  if (!fine)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, cell->parse_error);
  plt_budget_cell_clear (cell);
  *cell = before;
  return fine;
}

static void
origin_clear (gpointer data)
{
  g_free (((PltBudgetOrigin *) data)->name);
}

/* What a node is, for whoever wants to go there. */
static PltRef
ref_of (const PltBudgetModel *model, const PltNode *node)
{
  switch (node->kind)
    {
    case PLT_NODE_GLOBAL:
      return (PltRef){ "budget_global",
                       ((PltGlobalNode *) model->globals->pdata[node->index])->global->id,
                       "value" };
    case PLT_NODE_LINE:
    case PLT_NODE_COUNT:
    case PLT_NODE_LENGTH:
      return (PltRef){ "budget_line",
                       ((PltLineNode *) model->lines->pdata[node->index])->result->line->id, NULL };
    case PLT_NODE_ACCOUNT:
      return (PltRef){
        "account", ((PltBudgetAccount *) model->result->accounts->pdata[node->index])->account->id,
        NULL
      };
    case PLT_NODE_FIXED:
    case PLT_NODE_WRONG:
    default:
      return node->ref;
    }
}

GArray *
plt_budget_origins (const PltBudget *self, PltRef ref)
{
  GArray *origins = g_array_new (FALSE, FALSE, sizeof (PltBudgetOrigin));
  const PltLineFacts *line;
  const PltCell *cell = find_cell (self, ref, &line);

  g_array_set_clear_func (origins, origin_clear);
  for (guint i = 0;
       cell != NULL && cell->formula != NULL && i < plt_formula_get_n_refs (cell->formula); i++)
    {
      const PltFormulaRef *name = plt_formula_get_ref (cell->formula, i);
      g_autoptr (GError) error = NULL;
      PltBudgetOrigin origin
          = { name->argument != NULL ? g_strdup_printf ("%s(%s)", name->name, name->argument)
                                     : g_strdup (name->name),
              plt_budget_node_value (self->model, &cell->nodes[i], &error),
              ref_of (self->model, &cell->nodes[i]) };

      g_array_append_val (origins, origin);
    }
  return origins;
}

/* What a formula gives in a line of this devis. */
gboolean
plt_budget_value (const PltBudget *self,
                  const PltLineFacts *line,
                  const char *formula,
                  gint64 *e6,
                  GError **error)
{
  g_autoptr (PltFormula) parsed = plt_formula_parse (formula, error);
  g_autofree gint64 *refs = NULL;
  PltFormulaValue value;
  guint n = parsed != NULL ? plt_formula_get_n_refs (parsed) : 0;

  if (parsed == NULL)
    return FALSE;
  refs = g_new0 (gint64, n + 1);
  for (guint i = 0; i < n; i++)
    {
      GError *problem = NULL;
      PltNode node = { PLT_NODE_FIXED };

      if (self->model == NULL)
        {
          g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                               _ ("There is no budget yet."));
          return FALSE;
        }
      plt_budget_resolve (self->model, line, plt_formula_get_ref (parsed, i), &node);
      refs[i] = plt_budget_node_value (self->model, &node, &problem);
      g_free (node.error);
      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return FALSE;
        }
    }
  if (!plt_formula_run (parsed, refs, &value, error))
    return FALSE;
  *e6 = value.e6;
  return TRUE;
}

/**
 * plt_budget_eval:
 * @budget: the version of the devis whose variables are meant
 * @line: (nullable): the line whose role jours(role) is about
 * @formula: as typed
 * @e6: (out): its value in millionths
 *
 * Returns: FALSE with the sentence that the line would get
 */
gboolean
plt_budget_eval (const PltFacts *facts,
                 const PltPlan *plan,
                 gint64 budget,
                 const PltLineFacts *line,
                 const char *formula,
                 gint64 *e6,
                 GError **error)
{
  g_autoptr (PltBudget) self = plt_budget_new (facts, budget, plan);

  return plt_budget_value (self, line, formula, e6, error);
}

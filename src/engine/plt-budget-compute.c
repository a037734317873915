/* One pass over the devis: globals, lines and accounts, each after what its formulas name (a stack
 * of its own holds those that wait, so that a chain may be as long as it likes), then postings,
 * accounts, percentages.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-private.h"
#include "plt-budget-sheet.h"

#define ONE PLT_BUDGET_ONE
#define MAX_REFS 32
#define EURO_E6 (ONE / 100) /* of a centime */
#define DAY_MINUTES (8 * 60)

void
plt_budget_saturating_add (PltMoney *total, PltMoney amount)
{
  if (amount != PLT_UNKNOWN && !plt_money_add (*total, amount, total))
    *total = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

/* ---- values of names ---- */

static void
cycle (GError **error, const char *what)
{
  g_set_error (
      error, PLT_ERROR, PLT_ERROR_CONFLICT,
      _ ("“%s” depends on itself through its formulas. Give one of them a number of its own."),
      what);
}

static gint64
global_value (PltBudgetModel *model, guint index, GError **error)
{
  const PltGlobalNode *node = model->globals->pdata[index];

  if (node->state == PLT_STATE_OPEN)
    cycle (error, node->global->name);
  else if (node->e6 == PLT_UNKNOWN)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, node->error);
  return node->state == PLT_STATE_OPEN ? PLT_UNKNOWN : node->e6;
}

static gint64
line_value (PltBudgetModel *model, const PltNode *node, GError **error)
{
  const PltLineNode *line = model->lines->pdata[node->index];
  gint64 value;

  if (line->state == PLT_STATE_OPEN)
    {
      cycle (error, line->result->line->label);
      return PLT_UNKNOWN;
    }
  value = node->kind == PLT_NODE_COUNT    ? line->result->quantity_e6
          : node->kind == PLT_NODE_LENGTH ? line->result->duration_e6
                                          : line->result->amount;
  if (value == PLT_UNKNOWN)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("The line “%s” that this formula needs cannot be computed. Correct it first."),
                 line->result->line->label);
  else if (node->kind == PLT_NODE_LINE && __builtin_mul_overflow (value, EURO_E6, &value))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_OVERFLOW, _ ("The amount of “%s” is too large."),
                   line->result->line->label);
      value = PLT_UNKNOWN;
    }
  return value;
}

static gint64
account_value (PltBudgetModel *model, guint index, GError **error)
{
  const PltBudgetAccount *account = model->result->accounts->pdata[index];
  gint64 value;

  if (model->account_states[index] != PLT_STATE_DONE)
    {
      cycle (error, account->account->name);
      return PLT_UNKNOWN;
    }
  if (!__builtin_mul_overflow (account->total, EURO_E6, &value))
    return value;
  g_set_error (error, PLT_ERROR, PLT_ERROR_OVERFLOW, _ ("The amount of “%s” is too large."),
               account->account->name);
  return PLT_UNKNOWN;
}

/* Of a node whose needs are computed. */
static gint64
node_value (PltBudgetModel *model, const PltNode *node, GError **error)
{
  switch (node->kind)
    {
    case PLT_NODE_GLOBAL:
      return global_value (model, node->index, error);
    case PLT_NODE_LINE:
    case PLT_NODE_COUNT:
    case PLT_NODE_LENGTH:
      return line_value (model, node, error);
    case PLT_NODE_ACCOUNT:
      return account_value (model, node->index, error);
    case PLT_NODE_WRONG:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND, node->error);
      return PLT_UNKNOWN;
    case PLT_NODE_FIXED:
    default:
      return node->e6;
    }
}

static gboolean
cell_value (PltBudgetModel *model, const PltCell *cell, PltFormulaValue *value, GError **error)
{
  gint64 few[MAX_REFS];
  g_autofree gint64 *many = NULL;
  gint64 *refs = few;
  guint n;

  value->is_time = FALSE;
  value->e6 = cell->number_e6;
  if (cell->parse_error != NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, cell->parse_error);
      return FALSE;
    }
  if (cell->formula == NULL)
    return TRUE;
  n = plt_formula_get_n_refs (cell->formula);
  if (n > MAX_REFS)
    refs = many = g_new (gint64, n);
  for (guint i = 0; i < n; i++)
    {
      GError *problem = NULL;

      refs[i] = node_value (model, &cell->nodes[i], &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return FALSE;
        }
    }
  return plt_formula_run (cell->formula, refs, value, error);
}

static void
compute_global (PltBudgetModel *model, guint index)
{
  PltGlobalNode *node = model->globals->pdata[index];
  g_autoptr (GError) problem = NULL;
  PltFormulaValue value;

  node->e6 = PLT_UNKNOWN;
  if (cell_value (model, &node->cell, &value, &problem))
    node->e6 = value.e6;
  else
    node->error = g_strdup (problem->message);
}

/* ---- a line ---- */

/* quantity × duration × times × rate, one rounding at the end. */
static gboolean
multiply (const PltBudgetLine *line, PltMoney *out)
{
  __int128 product = (__int128) line->quantity_e6 * line->duration_e6;
  __int128 scale = (__int128) ONE * ONE;
  __int128 result;
  gboolean negative;

  if (line->times_e6 != ONE)
    {
      /* three factors of a millionth each do not fit: those that are whole lose theirs first */
      if (line->times_e6 % ONE == 0)
        {
          if (__builtin_mul_overflow (product, (__int128) (line->times_e6 / ONE), &product))
            return FALSE;
        }
      else if (__builtin_mul_overflow (product, (__int128) line->times_e6, &product))
        return FALSE;
      else
        scale *= ONE;
    }
  if (__builtin_mul_overflow (product, (__int128) line->rate, &product))
    return FALSE;
  negative = product < 0;
  if (negative)
    product = -product;
  result = (product + scale / 2) / scale;
  if (result > G_MAXINT64)
    return FALSE;
  *out = negative ? -(gint64) result : (gint64) result;
  return TRUE;
}

static void
set_error (PltBudgetLine *line, const char *column, const char *rule, const char *message)
{
  if (line->error != NULL)
    return;
  line->error = g_strdup (message);
  line->error_column = column;
  line->error_rule = rule;
}

static const char *
rule_of (const GError *error)
{
  return g_error_matches (error, PLT_ERROR, PLT_ERROR_CONFLICT)   ? "budget.cycle"
         : g_error_matches (error, PLT_ERROR, PLT_ERROR_OVERFLOW) ? "budget.overflow"
                                                                  : "budget.formula";
}

/* A time in the unit of the line; a plain number as it is. */
static gint64
in_unit (PltBudgetLine *line, const char *column, const PltFormulaValue *value)
{
  g_autofree char *message = NULL;
  gint64 e6;

  if (!value->is_time)
    return value->e6;
  if (plt_formula_to_unit (value->e6, line->line->unit, &e6))
    return e6;
  message = g_strdup_printf (_ ("A time cannot be counted in the unit “%s”. Choose a unit of time, "
                                "or write a plain number."),
                             line->line->unit);
  set_error (line, column, "budget.unit", message);
  return PLT_UNKNOWN;
}

static gint64
count (PltBudgetModel *model, PltLineNode *node, PltCellKind kind, const char *column)
{
  const PltCell *cell = &node->cells[kind];
  g_autoptr (GError) error = NULL;
  PltFormulaValue value;

  if (!cell_value (model, cell, &value, &error))
    {
      set_error (node->result, column, rule_of (error), error->message);
      return PLT_UNKNOWN;
    }
  if (value.e6 < 0)
    {
      set_error (node->result, column, "budget.negative",
                 _ ("A number of the budget cannot be below zero. Correct it."));
      return PLT_UNKNOWN;
    }
  return in_unit (node->result, column, &value);
}

static gboolean
is_missing (const PltCell *cell)
{
  for (guint i = 0; cell->formula != NULL && i < plt_formula_get_n_refs (cell->formula); i++)
    if (cell->nodes[i].missing)
      return TRUE;
  return FALSE;
}

/* `idle`: nothing is paid at that rate, and a scale that lacks it is no matter yet. */
static PltMoney
rate_of (PltBudgetModel *model, PltLineNode *node, gboolean idle)
{
  const PltLineFacts *line = node->result->line;
  g_autoptr (GError) error = NULL;
  PltFormulaValue value;

  if ((*line->rate_formula == '\0' && node->cells[PLT_CELL_RATE].formula == NULL)
      || plt_budget_rate_is_typed (line))
    return line->rate_cents;
  if (!cell_value (model, &node->cells[PLT_CELL_RATE], &value, &error))
    {
      gboolean missing = is_missing (&node->cells[PLT_CELL_RATE]);

      if (!missing || !idle)
        set_error (node->result, "rate_cents", missing ? "budget.missing-rate" : rule_of (error),
                   error->message);
      return PLT_UNKNOWN;
    }
  if (value.is_time)
    {
      set_error (node->result, "rate_cents", "budget.unit",
                 _ ("A rate is an amount in euros, not a time. Write a plain number."));
      return PLT_UNKNOWN;
    }
  /* euros in millionths are centimes in ten-thousandths */
  return value.e6 / 10000 + (value.e6 % 10000 >= 5000) - (value.e6 % 10000 <= -5000);
}

gint64
plt_budget_days_of_unit (const char *unit)
{
  return strcmp (unit, "semaine") == 0 ? 5 : strcmp (unit, "mois") == 0 ? 22 : 1;
}

/* Days of the contract of one person, for ceilings. */
static gint64
days_of (const PltBudgetLine *line)
{
  gint64 days = line->duration_e6 / ONE * plt_budget_days_of_unit (line->line->unit);

  return CLAMP (days, 1, 366);
}

static void
count_contributions (PltBudgetModel *model, PltLineNode *node)
{
  PltBudgetLine *line = node->result;
  const PltProfileFacts *profile = node->profile;

  line->contributions = 0;
  if (profile == NULL || line->amount == PLT_UNKNOWN || line->amount == 0)
    return;
  if (node->table != NULL && line->amount > 0)
    {
      PltPosting postings[PLT_MAX_POSTINGS];
      gint64 people = MAX (line->quantity_e6 / ONE, 1);
      guint n;
      gint64 days = days_of (line);

      line->no_contribution_rate = plt_contribution_table_is_incomplete (node->table);
      if (line->amount / people > PLT_CONTRIBUTION_MOST_GROSS)
        {
          set_error (line, "rate_cents", "budget.overflow",
                     _ ("The contributions of this line are too large."));
          return;
        }
      line->contributions = people
                            * plt_contribution_table_count (node->table, line->amount / people,
                                                            days, days * DAY_MINUTES, postings, &n);
    }
  else if (profile->employer_e6 == PLT_UNKNOWN)
    line->no_contribution_rate = TRUE;
  else if (!plt_money_apply_rate (line->amount, profile->employer_e6, PLT_RATE_ONE,
                                  PLT_ROUND_HALF_UP, &line->contributions))
    {
      line->contributions = 0;
      set_error (line, "rate_cents", "budget.overflow",
                 _ ("The contributions of this line are too large."));
    }
}

static void
compute_line (PltBudgetModel *model, guint index)
{
  PltLineNode *node = model->lines->pdata[index];
  PltBudgetLine *line = node->result;
  gboolean idle;

  line->amount = PLT_UNKNOWN;
  line->quantity_e6 = count (model, node, PLT_CELL_QUANTITY, "quantity");
  line->duration_e6 = count (model, node, PLT_CELL_DURATION, "duration");
  line->times_e6 = *line->line->times != '\0' || node->cells[PLT_CELL_TIMES].formula != NULL
                       ? count (model, node, PLT_CELL_TIMES, "times")
                       : ONE;
  idle = line->quantity_e6 == 0 || line->duration_e6 == 0 || line->times_e6 == 0;
  line->rate = rate_of (model, node, idle);
  if (idle && line->error == NULL)
    line->amount = 0;
  else if (line->quantity_e6 != PLT_UNKNOWN && line->duration_e6 != PLT_UNKNOWN
           && line->times_e6 != PLT_UNKNOWN && line->rate != PLT_UNKNOWN
           && !multiply (line, &line->amount))
    {
      g_autofree char *message
          = g_strdup_printf (_ ("The amount of “%s” is too large."), line->line->label);

      line->amount = PLT_UNKNOWN;
      set_error (line, "rate_cents", "budget.overflow", message);
    }
  count_contributions (model, node);
}

/* ---- accounts ---- */

static gboolean
posts_to (const PltBudgetModel *model, const PltLineNode *node, guint account)
{
  return node->profile != NULL && node->result->contributions != 0 && node->posting == account;
}

/* Early: a formula asked for the total of this account before all lines were computed. */
static void
compute_account (PltBudgetModel *model, guint index)
{
  PltBudgetAccount *account = model->result->accounts->pdata[index];

  account->total = 0;
  for (guint i = 0; i < model->lines->len; i++)
    {
      const PltLineNode *node = model->lines->pdata[i];

      if (node->account == index)
        plt_budget_saturating_add (&account->total, node->result->amount);
      if (posts_to (model, node, index))
        plt_budget_saturating_add (&account->total, node->result->contributions);
    }
  for (guint i = 0; i < model->result->accounts->len; i++)
    if (model->parents[i] == index)
      plt_budget_saturating_add (
          &account->total, ((const PltBudgetAccount *) model->result->accounts->pdata[i])->total);
}

/* ---- one after what it needs ---- */

/* A global, a line or an account that waits, and how many of its needs were looked at. */
typedef struct
{
  PltNodeKind kind;
  guint index, next;
} Wait;

static PltState *
state_of (PltBudgetModel *model, PltNodeKind kind, guint index)
{
  switch (kind)
    {
    case PLT_NODE_GLOBAL:
      return &((PltGlobalNode *) model->globals->pdata[index])->state;
    case PLT_NODE_LINE:
    case PLT_NODE_COUNT:
    case PLT_NODE_LENGTH:
      return &((PltLineNode *) model->lines->pdata[index])->state;
    case PLT_NODE_ACCOUNT:
      return &model->account_states[index];
    case PLT_NODE_FIXED:
    case PLT_NODE_WRONG:
    default:
      return NULL;
    }
}

/* The next need of cells, `at` from their first. */
static gboolean
need_of_cells (const PltCell *cells, guint n, guint at, PltNodeKind *kind, guint *index)
{
  for (guint i = 0; i < n; i++)
    {
      guint n_refs = cells[i].formula != NULL ? plt_formula_get_n_refs (cells[i].formula) : 0;

      if (at < n_refs)
        {
          *kind = cells[i].nodes[at].kind;
          *index = cells[i].nodes[at].index;
          return TRUE;
        }
      at -= n_refs;
    }
  return FALSE;
}

/* Its lines, those whose contributions are posted to it, its accounts. */
static gboolean
need_of_account (
    const PltBudgetModel *model, guint account, guint *at, PltNodeKind *kind, guint *index)
{
  guint n_lines = model->lines->len, n = n_lines + model->result->accounts->len;

  for (; *at < n; ++*at)
    {
      gboolean is_line = *at < n_lines;
      const PltLineNode *line = is_line ? model->lines->pdata[*at] : NULL;

      if (is_line ? line->account == account || line->posting == account
                  : model->parents[*at - n_lines] == account)
        {
          *kind = is_line ? PLT_NODE_LINE : PLT_NODE_ACCOUNT;
          *index = is_line ? *at : *at - n_lines;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
next_need (PltBudgetModel *model, Wait *wait, PltNodeKind *kind, guint *index)
{
  gboolean found;

  if (wait->kind == PLT_NODE_ACCOUNT)
    found = need_of_account (model, wait->index, &wait->next, kind, index);
  else if (wait->kind == PLT_NODE_GLOBAL)
    found = need_of_cells (&((PltGlobalNode *) model->globals->pdata[wait->index])->cell, 1,
                           wait->next, kind, index);
  else
    found = need_of_cells (((PltLineNode *) model->lines->pdata[wait->index])->cells, PLT_N_CELLS,
                           wait->next, kind, index);
  wait->next++;
  return found;
}

static void
open_need (PltBudgetModel *model, GArray *waiting, PltNodeKind kind, guint index)
{
  PltState *state = state_of (model, kind, index);
  Wait wait = { kind, index, 0 };

  if (state == NULL || *state != PLT_STATE_NEW)
    return;
  *state = PLT_STATE_OPEN;
  g_array_append_val (waiting, wait);
}

static void
close_wait (PltBudgetModel *model, const Wait *wait)
{
  PltState *state = state_of (model, wait->kind, wait->index);

  if (wait->kind == PLT_NODE_ACCOUNT)
    compute_account (model, wait->index);
  else if (wait->kind == PLT_NODE_GLOBAL)
    compute_global (model, wait->index);
  else
    compute_line (model, wait->index);
  if (*state == PLT_STATE_OPEN)
    *state = PLT_STATE_DONE;
}

/* Computes it after everything that it needs; what is met while it waits is in a cycle. */
static void
settle (PltBudgetModel *model, GArray *waiting, PltNodeKind kind, guint index)
{
  open_need (model, waiting, kind, index);
  while (waiting->len > 0)
    {
      Wait *wait = &g_array_index (waiting, Wait, waiting->len - 1);
      PltNodeKind need;
      PltState *state;
      guint which;

      if (!next_need (model, wait, &need, &which))
        {
          close_wait (model, wait);
          g_array_set_size (waiting, waiting->len - 1);
          continue;
        }
      state = state_of (model, need, which);
      /* the total of an account that waits for itself would leave out who asked for it */
      if (wait->kind == PLT_NODE_ACCOUNT && (*state == PLT_STATE_OPEN || *state == PLT_STATE_CYCLE))
        model->account_states[wait->index] = PLT_STATE_CYCLE;
      open_need (model, waiting, need, which);
    }
}

gint64
plt_budget_node_value (PltBudgetModel *model, const PltNode *node, GError **error)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Wait));

  settle (model, waiting, node->kind, node->index);
  return node_value (model, node, error);
}

/* ---- accounts, once all lines are known ---- */

/* What a line posts: one by one, to each account that the contributions name; with an overall rate,
 * to that of the profile. G_MAXUINT: to none of the budget. */
typedef struct
{
  guint account; /* index */
  PltMoney amount;
} Posted;

static guint
list_posted (const PltBudgetModel *model, const PltLineNode *node, Posted *posted)
{
  const PltBudgetLine *line = node->result;
  PltPosting postings[PLT_MAX_POSTINGS];
  gint64 people, days;
  guint n;

  if (line->contributions == 0)
    return 0;
  if (node->table == NULL)
    {
      posted[0] = (Posted){ node->posting, line->contributions };
      return 1;
    }
  people = MAX (line->quantity_e6 / ONE, 1);
  days = days_of (line);
  plt_contribution_table_count (node->table, line->amount / people, days, days * DAY_MINUTES,
                                postings, &n);
  for (guint i = 0; i < n; i++)
    posted[i] = (Posted){
      GPOINTER_TO_UINT (g_hash_table_lookup (model->account_codes, postings[i].account)) - 1,
      people * postings[i].amount
    };
  return n;
}

static void
post_line (PltBudgetModel *model, const PltLineNode *node)
{
  PltBudget *self = model->result;
  Posted posted[PLT_MAX_POSTINGS];
  const guint n = list_posted (model, node, posted);

  for (guint i = 0; i < n; i++)
    plt_budget_saturating_add (
        posted[i].account != G_MAXUINT
            ? &((PltBudgetAccount *) self->accounts->pdata[posted[i].account])->contributions
            : &self->unposted,
        posted[i].amount);
}

PltMoney
plt_budget_posted (const PltBudget *self, guint line, gint64 account)
{
  Posted posted[PLT_MAX_POSTINGS];
  PltMoney sum = 0;
  guint n;

  g_return_val_if_fail (self->model != NULL && line < self->model->lines->len, 0);

  n = list_posted (self->model, self->model->lines->pdata[line], posted);
  for (guint i = 0; i < n; i++)
    {
      const gint64 id = posted[i].account == G_MAXUINT
                            ? 0
                            : ((const PltBudgetAccount *) self->accounts->pdata[posted[i].account])
                                  ->account->id;

      if (id == account)
        plt_budget_saturating_add (&sum, posted[i].amount);
    }
  return sum;
}

static void
add_line (PltBudgetModel *model, const PltLineNode *node)
{
  PltBudget *self = model->result;
  PltBudgetLine *line = node->result;
  PltBudgetAccount *account = self->accounts->pdata[node->account];
  PltMoney both = 0;

  plt_budget_saturating_add (&account->lines, line->amount);
  plt_budget_saturating_add (&both, line->amount);
  plt_budget_saturating_add (&both, line->contributions);
  plt_budget_saturating_add (&self->by_mode[node->mode], both);
  if (line->line->abroad)
    plt_budget_saturating_add (&self->abroad, both);
  post_line (model, node);
  if (line->amount != PLT_UNKNOWN && line->error == NULL && !line->no_contribution_rate)
    return;
  account->incomplete = TRUE;
  self->n_wrong++;
}

static void
transfer (PltBudgetModel *model, const PltTransferFacts *transfer)
{
  PltBudget *self = model->result;
  PltBudgetAccount *from
      = g_hash_table_lookup (self->account_index, PLT_ID_TO_POINTER (transfer->from_account));
  PltBudgetAccount *to
      = g_hash_table_lookup (self->account_index, PLT_ID_TO_POINTER (transfer->to_account));

  if (from == NULL || to == NULL || transfer->amount_cents == PLT_UNKNOWN)
    return;
  plt_budget_saturating_add (&from->transfers, -transfer->amount_cents);
  plt_budget_saturating_add (&to->transfers, transfer->amount_cents);
}

/* Children stand after their parents: one pass from the end carries everything up. */
static void
add_up (PltBudgetModel *model)
{
  PltBudget *self = model->result;

  for (guint i = self->accounts->len; i-- > 0;)
    {
      PltBudgetAccount *account = self->accounts->pdata[i];
      PltBudgetAccount *parent
          = model->parents[i] != G_MAXUINT ? self->accounts->pdata[model->parents[i]] : NULL;

      plt_budget_saturating_add (&account->total, account->lines);
      plt_budget_saturating_add (&account->total, account->contributions);
      plt_budget_saturating_add (&account->total, account->transfers);
      if (parent != NULL)
        {
          plt_budget_saturating_add (&parent->total, account->total);
          parent->incomplete = parent->incomplete || account->incomplete;
        }
      else if (plt_account_post (model->facts, account->account) > 0)
        plt_budget_saturating_add (&self->subtotal, account->total);
      self->incomplete = self->incomplete || account->incomplete;
    }
  plt_budget_saturating_add (&self->subtotal, self->unposted);
}

static gboolean
is_end (PltMoney amount)
{
  return amount == G_MAXINT64 || amount == G_MININT64 + 1;
}

/* A sum that stopped at the end of 64 bits is not what it says. */
static void
note_ends (PltBudget *self)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      PltBudgetAccount *account = self->accounts->pdata[i];

      account->incomplete = account->incomplete || is_end (account->total);
      self->incomplete = self->incomplete || is_end (account->total);
    }
  self->incomplete = self->incomplete || is_end (self->subtotal) || is_end (self->total);
}

static void
forget (PltBudgetModel *model)
{
  PltBudget *self = model->result;

  for (guint i = 0; i < model->globals->len; i++)
    {
      PltGlobalNode *node = model->globals->pdata[i];

      node->state = PLT_STATE_NEW;
      g_clear_pointer (&node->error, g_free);
    }
  for (guint i = 0; i < model->lines->len; i++)
    {
      PltLineNode *node = model->lines->pdata[i];

      node->state = PLT_STATE_NEW;
      node->result->error_column = node->result->error_rule = NULL;
      node->result->no_contribution_rate = FALSE;
      if (node->result->error != NULL)
        g_clear_pointer (&node->result->error, g_free);
    }
  for (guint i = 0; i < self->accounts->len; i++)
    {
      PltBudgetAccount *account = self->accounts->pdata[i];

      model->account_states[i] = PLT_STATE_NEW;
      account->lines = account->contributions = account->percentages = account->transfers = 0;
      account->total = 0;
      account->incomplete = FALSE;
    }
  memset (self->by_mode, 0, sizeof self->by_mode);
  self->subtotal = self->total = self->unposted = self->abroad = 0;
  self->overheads = self->contingency = 0;
  self->n_wrong = 0;
  self->incomplete = FALSE;
}

void
plt_budget_compute (PltBudgetModel *model)
{
  PltBudget *self = model->result;
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Wait));

  forget (model);
  for (guint i = 0; i < model->lines->len; i++)
    settle (model, waiting, PLT_NODE_LINE, i);
  for (guint i = 0; i < model->globals->len; i++)
    {
      const PltGlobalNode *node = model->globals->pdata[i];

      settle (model, waiting, PLT_NODE_GLOBAL, i);
      self->n_wrong += node->e6 == PLT_UNKNOWN;
    }
  for (guint i = 0; i < self->accounts->len; i++)
    ((PltBudgetAccount *) self->accounts->pdata[i])->total = 0; /* early totals are made again */
  for (guint i = 0; i < model->lines->len; i++)
    add_line (model, model->lines->pdata[i]);
  for (guint i = 0; i < model->facts->transfers.n; i++)
    if (model->facts->transfers.items[i].budget == self->budget->id)
      transfer (model, &model->facts->transfers.items[i]);
  add_up (model);
  plt_budget_compute_percents (model);
  note_ends (self);
}

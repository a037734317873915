#include "plt-budget-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-private.h"
#include "plt-error.h"
#include "plt-text.h"

/* ---- which ---- */

static gboolean
is_locked (const PltBudgetFacts *budget)
{
  return strcmp (budget->status, "verrouille") == 0 || strcmp (budget->status, "archive") == 0;
}

gboolean
plt_budget_is_locked (const PltFacts *facts, gint64 budget)
{
  const PltBudgetFacts *found = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, budget);

  return found != NULL && is_locked (found);
}

gint64
plt_budget_number (const PltBudgetFacts *budget)
{
  return budget->version != PLT_UNKNOWN ? budget->version : 1;
}

char *
plt_budget_locked_sentence (const PltBudgetFacts *budget)
{
  return g_strdup_printf (_ ("Version %d of the budget is locked and cannot be changed. Unlock it, "
                             "or copy it and edit the copy."),
                          (int) plt_budget_number (budget));
}

static const PltBudgetFacts *
find_number (const PltFacts *facts, gint64 number)
{
  for (guint i = 0; i < facts->budgets.n; i++)
    if (facts->budgets.items[i].version == number)
      return &facts->budgets.items[i];
  return NULL;
}

/* (nullable): by the number that stands in the word */
static const PltBudgetFacts *
find_counted (const PltFacts *facts, const char *word, PltBudgetWord meaning)
{
  gboolean marked = word[0] == 'v' || word[0] == 'V' || word[0] == '#';
  const PltBudgetFacts *by_id, *by_number;
  gint64 number = 0;

  if (!g_ascii_string_to_signed (word + (marked ? 1 : 0), 10, 1, G_MAXINT64, &number, NULL))
    return NULL;
  by_id = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, number);
  by_number = find_number (facts, number);
  if (marked)
    return word[0] == '#' ? by_id : by_number;
  if (meaning == PLT_BUDGET_WORD_ID)
    return by_id;
  return by_number != NULL ? by_number : by_id;
}

const PltBudgetFacts *
plt_budget_find_version (const PltFacts *facts,
                         const char *word,
                         PltBudgetWord meaning,
                         GError **error)
{
  const PltBudgetFacts *found = find_counted (facts, word, meaning);
  g_autofree char *folded = NULL;
  guint n = 0;

  if (found != NULL)
    return found;
  folded = plt_text_fold (word);
  for (guint i = 0; i < facts->budgets.n; i++)
    {
      g_autofree char *name = plt_text_fold (facts->budgets.items[i].name);

      if (strcmp (name, folded) != 0)
        continue;
      found = &facts->budgets.items[i];
      n++;
    }
  if (n == 1)
    return found;
  if (n == 0)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("There is no version “%s” of the budget. Give a number such as v2, a name, or "
                    "the row number after #."),
                 word);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                 _ ("%u versions of the budget are called “%s”. Give the number of one, such as "
                    "v2."),
                 n, word);
  return NULL;
}

const PltBudgetFacts *
plt_budget_before (const PltFacts *facts, const PltBudgetFacts *budget)
{
  const PltBudgetFacts *found
      = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, budget->copied_from);

  for (guint i = 0; budget->copied_from == 0 && i < facts->budgets.n; i++)
    {
      const PltBudgetFacts *other = &facts->budgets.items[i];

      if (plt_budget_number (other) < plt_budget_number (budget)
          && (found == NULL || plt_budget_number (other) > plt_budget_number (found)))
        found = other;
    }
  return found;
}

gboolean
plt_budget_pair (const PltFacts *facts,
                 const PltBudgetFacts *budget,
                 const PltBudgetFacts **before,
                 const PltBudgetFacts **after)
{
  const PltBudgetFacts *last = NULL;

  *before = plt_budget_before (facts, budget);
  *after = budget;
  if (*before != NULL)
    return TRUE;
  for (guint i = 0; i < facts->budgets.n; i++)
    {
      const PltBudgetFacts *other = &facts->budgets.items[i];

      if (other->id != budget->id
          && (last == NULL || plt_budget_number (other) > plt_budget_number (last)))
        last = other;
    }
  if (last == NULL)
    return FALSE;
  *before = budget;
  *after = last;
  return TRUE;
}

static const PltBudgetFacts *
need (const PltFacts *facts, gint64 budget, GError **error)
{
  const PltBudgetFacts *found = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, budget);

  if (found == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("There is no such version of the budget. Choose one from the list."));
  return found;
}

static const PltBudgetFacts *
need_draft (const PltFacts *facts, gint64 budget, GError **error)
{
  const PltBudgetFacts *found = need (facts, budget, error);

  if (found != NULL && is_locked (found))
    {
      g_autofree char *sentence = plt_budget_locked_sentence (found);

      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, sentence);
      return NULL;
    }
  return found;
}

/* ---- copies ---- */

static void
set_ref (PltBatch *batch, const char *column, gint64 id)
{
  if (id != 0)
    plt_batch_set_integer (batch, column, id);
}

static gint64
copy_budget (const PltFacts *facts, const PltBudgetFacts *from, const char *name, PltBatch *batch)
{
  gint64 handle = plt_batch_insert (batch, "budget"), number = 0;

  for (guint i = 0; i < facts->budgets.n; i++)
    number = MAX (number, plt_budget_number (&facts->budgets.items[i]));
  plt_batch_set_text (batch, "name", name != NULL && *name != '\0' ? name : from->name);
  plt_batch_set_integer (batch, "version", number + 1);
  plt_batch_set_text (batch, "template", from->template_name);
  plt_batch_set_text (batch, "status", "brouillon");
  plt_batch_set_date (batch, "date", from->date);
  plt_batch_set_known (batch, "overheads_e6", from->overheads_e6);
  plt_batch_set_text (batch, "overheads_base", from->overheads_base);
  plt_batch_set_text (batch, "overheads_mode", from->overheads_mode);
  plt_batch_set_known (batch, "contingency_e6", from->contingency_e6);
  plt_batch_set_text (batch, "contingency_base", from->contingency_base);
  plt_batch_set_text (batch, "contingency_mode", from->contingency_mode);
  plt_batch_set_known (batch, "producer_e6", from->producer_e6);
  plt_batch_set_text (batch, "producer_base", from->producer_base);
  plt_batch_set_text (batch, "producer_mode", from->producer_mode);
  plt_batch_set_text (batch, "producer_account", from->producer_account);
  plt_batch_set_known (batch, "financial_e6", from->financial_e6);
  plt_batch_set_text (batch, "financial_base", from->financial_base);
  plt_batch_set_text (batch, "financial_mode", from->financial_mode);
  plt_batch_set_text (batch, "financial_account", from->financial_account);
  plt_batch_set_known (batch, "ceiling_cents", from->ceiling_cents);
  plt_batch_set_integer (batch, "copied_from", from->id);
  plt_batch_set_text (batch, "note", from->note);
  return handle;
}

/* Account id -> handle of its copy. A parent that comes later is set once it is there. */
static GHashTable *
copy_accounts (const PltFacts *facts, gint64 from, gint64 to, PltBatch *batch)
{
  GHashTable *copies = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) late = g_ptr_array_new ();

  for (guint i = 0; i < facts->accounts.n; i++)
    {
      const PltAccountFacts *account = &facts->accounts.items[i];
      gint64 handle, parent;

      if (account->budget != from)
        continue;
      handle = plt_batch_insert (batch, "account");
      parent = (gint64) g_hash_table_lookup (copies, PLT_ID_TO_POINTER (account->parent));
      plt_batch_set_integer (batch, "budget", to);
      plt_batch_set_text (batch, "code", account->code);
      plt_batch_set_text (batch, "name", account->name);
      set_ref (batch, "parent", parent);
      plt_batch_set_text (batch, "mark", account->mark);
      plt_batch_set_integer (batch, "label_verified", account->label_verified);
      g_hash_table_insert (copies, PLT_ID_TO_POINTER (account->id), PLT_ID_TO_POINTER (handle));
      if (account->parent != 0 && parent == 0)
        g_ptr_array_add (late, (gpointer) account);
    }
  for (guint i = 0; i < late->len; i++)
    {
      const PltAccountFacts *account = late->pdata[i];

      plt_batch_update (batch, "account",
                        (gint64) g_hash_table_lookup (copies, PLT_ID_TO_POINTER (account->id)));
      set_ref (batch, "parent",
               (gint64) g_hash_table_lookup (copies, PLT_ID_TO_POINTER (account->parent)));
    }
  return copies;
}

static void
copy_global (const PltGlobalFacts *global, gint64 to, PltBatch *batch)
{
  plt_batch_insert (batch, "budget_global");
  plt_batch_set_integer (batch, "budget", to);
  plt_batch_set_text (batch, "name", global->name);
  plt_batch_set_text (batch, "value", global->value);
  plt_batch_set_text (batch, "label", global->label);
  plt_batch_set_text (batch, "unit", global->unit);
  plt_batch_set_integer (batch, "movable", global->movable);
  plt_batch_set_text (batch, "least", global->least);
  plt_batch_set_text (batch, "most", global->most);
}

static void
copy_line (const PltLineFacts *line, gint64 to, gint64 account, PltBatch *batch)
{
  plt_batch_insert (batch, "budget_line");
  plt_batch_set_integer (batch, "budget", to);
  plt_batch_set_integer (batch, "account", account);
  plt_batch_set_text (batch, "code", line->code);
  plt_batch_set_text (batch, "label", line->label);
  plt_batch_set_text (batch, "quantity", line->quantity);
  plt_batch_set_text (batch, "duration", line->duration);
  plt_batch_set_text (batch, "unit", line->unit);
  plt_batch_set_text (batch, "times", line->times);
  plt_batch_set_known (batch, "rate_cents", line->rate_cents);
  plt_batch_set_text (batch, "rate_formula", line->rate_formula);
  plt_batch_set_text (batch, "phase", line->phase);
  plt_batch_set_integer (batch, "abroad", line->abroad);
  plt_batch_set_text (batch, "mode", line->mode);
  plt_batch_set_text (batch, "payee", line->payee);
  set_ref (batch, "profile", line->profile);
  plt_batch_set_known (batch, "vat_e6", line->vat_e6);
  plt_batch_set_text (batch, "tax_credit", line->tax_credit);
  set_ref (batch, "role", line->role);
  set_ref (batch, "engagement", line->engagement);
  plt_batch_set_text (batch, "function", line->function);
  plt_batch_set_text (batch, "scale", line->scale);
  plt_batch_set_text (batch, "link_quantity", line->link_quantity);
  plt_batch_set_text (batch, "link_duration", line->link_duration);
  plt_batch_set_text (batch, "link_rate", line->link_rate);
  plt_batch_set_text (batch, "event", line->event);
  plt_batch_set_known (batch, "offset_days", line->offset_days);
  plt_batch_set_date (batch, "payment_date", line->payment_date);
  set_ref (batch, "payment", line->payment);
  set_ref (batch, "task", line->task);
  plt_batch_set_text (batch, "note", line->note);
}

static void
copy_transfer (const PltTransferFacts *transfer, gint64 to, GHashTable *accounts, PltBatch *batch)
{
  plt_batch_insert (batch, "budget_transfer");
  plt_batch_set_integer (batch, "budget", to);
  plt_batch_set_date (batch, "date", transfer->date);
  set_ref (batch, "from_account",
           (gint64) g_hash_table_lookup (accounts, PLT_ID_TO_POINTER (transfer->from_account)));
  set_ref (batch, "to_account",
           (gint64) g_hash_table_lookup (accounts, PLT_ID_TO_POINTER (transfer->to_account)));
  plt_batch_set_known (batch, "amount_cents", transfer->amount_cents);
  plt_batch_set_text (batch, "reason", transfer->reason);
  plt_batch_set_text (batch, "author", transfer->author);
}

gint64
plt_budget_copy (
    const PltFacts *facts, gint64 budget, const char *name, PltBatch *batch, GError **error)
{
  const PltBudgetFacts *from = need (facts, budget, error);
  g_autoptr (GHashTable) accounts = NULL;
  gint64 handle;

  if (from == NULL)
    return 0;
  handle = copy_budget (facts, from, name, batch);
  accounts = copy_accounts (facts, budget, handle, batch);
  for (guint i = 0; i < facts->globals.n; i++)
    if (facts->globals.items[i].budget == budget)
      copy_global (&facts->globals.items[i], handle, batch);
  for (guint i = 0; i < facts->lines.n; i++)
    {
      const PltLineFacts *line = &facts->lines.items[i];
      gint64 account = (gint64) g_hash_table_lookup (accounts, PLT_ID_TO_POINTER (line->account));

      if (line->budget == budget && account != 0)
        copy_line (line, handle, account, batch);
    }
  for (guint i = 0; i < facts->transfers.n; i++)
    if (facts->transfers.items[i].budget == budget)
      copy_transfer (&facts->transfers.items[i], handle, accounts, batch);
  return handle;
}

/* ---- locking ---- */

static gboolean
follows_plan (const PltCell *cell)
{
  for (guint i = 0; cell->formula != NULL && i < plt_formula_get_n_refs (cell->formula); i++)
    if (cell->nodes[i].kind == PLT_NODE_FIXED)
      return TRUE;
  return FALSE;
}

static void
fix_text (PltBatch *batch, const char *column, gint64 e6)
{
  g_autofree char *text = plt_number_format_plain (e6, 6);

  plt_batch_set_text (batch, column, text);
}

static guint
fix_line (const PltLineNode *node, PltBatch *batch)
{
  const PltBudgetLine *line = node->result;
  gboolean quantity
      = follows_plan (&node->cells[PLT_CELL_QUANTITY]) && line->quantity_e6 != PLT_UNKNOWN;
  gboolean duration
      = follows_plan (&node->cells[PLT_CELL_DURATION]) && line->duration_e6 != PLT_UNKNOWN;
  gboolean times = follows_plan (&node->cells[PLT_CELL_TIMES]) && line->times_e6 != PLT_UNKNOWN;
  gboolean rate = follows_plan (&node->cells[PLT_CELL_RATE]) && line->rate != PLT_UNKNOWN;

  if (!quantity && !duration && !times && !rate)
    return 0;
  plt_batch_update (batch, "budget_line", line->line->id);
  if (quantity)
    {
      fix_text (batch, "quantity", line->quantity_e6);
      plt_batch_set_text (batch, "link_quantity", line->line->quantity);
    }
  if (duration)
    {
      fix_text (batch, "duration", line->duration_e6);
      plt_batch_set_text (batch, "link_duration", line->line->duration);
    }
  if (times)
    fix_text (batch, "times", line->times_e6);
  if (rate)
    {
      plt_batch_set_integer (batch, "rate_cents", line->rate);
      plt_batch_set_text (batch, "rate_formula", "");
      plt_batch_set_text (batch, "link_rate", line->line->rate_formula);
    }
  return quantity + duration + times + rate;
}

static guint
fix_numbers (const PltBudget *budget, PltBatch *batch)
{
  guint n = 0;

  for (guint i = 0; i < budget->model->globals->len; i++)
    {
      const PltGlobalNode *node = budget->model->globals->pdata[i];

      if (!follows_plan (&node->cell) || node->e6 == PLT_UNKNOWN)
        continue;
      plt_batch_update (batch, "budget_global", node->global->id);
      fix_text (batch, "value", node->e6);
      n++;
    }
  for (guint i = 0; i < budget->model->lines->len; i++)
    n += fix_line (budget->model->lines->pdata[i], batch);
  return n;
}

gboolean
plt_budget_lock (const PltFacts *facts,
                 const PltPlan *plan,
                 gint64 budget,
                 PltBatch *batch,
                 guint *n_fixed,
                 GError **error)
{
  const PltBudgetFacts *found = need_draft (facts, budget, error);
  g_autoptr (PltBudget) computed = NULL;
  guint n;

  if (found == NULL)
    return FALSE;
  computed = plt_budget_new (facts, budget, plan);
  n = fix_numbers (computed, batch);
  if (n_fixed != NULL)
    *n_fixed = n;
  plt_batch_update (batch, "budget", budget); /* last: then nothing more is taken */
  plt_batch_set_text (batch, "status", "verrouille");
  return TRUE;
}

gboolean
plt_budget_unlock (const PltFacts *facts, gint64 budget, PltBatch *batch, GError **error)
{
  const PltBudgetFacts *found = need (facts, budget, error);

  if (found == NULL)
    return FALSE;
  if (!is_locked (found))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("Version %d of the budget is not locked."), (int) plt_budget_number (found));
      return FALSE;
    }
  plt_batch_update (batch, "budget", budget);
  plt_batch_set_text (batch, "status", "brouillon");
  return TRUE;
}

gboolean
plt_budget_choose (const PltFacts *facts, gint64 budget, PltBatch *batch, GError **error)
{
  if (need (facts, budget, error) == NULL)
    return FALSE;
  plt_batch_update (batch, "production", facts->production.id);
  plt_batch_set_integer (batch, "budget", budget);
  return TRUE;
}

char *
plt_budget_keep_reason (const PltFacts *facts, gint64 budget)
{
  if (budget == facts->production.budget)
    return g_strdup (_ ("The production follows this budget. Choose another one to follow first."));
  if (plt_budget_is_locked (facts, budget))
    return g_strdup (_ ("This version of the budget is locked. Unlock it first."));
  return NULL;
}

/* ---- transfers ---- */

static const PltBudgetAccount *
find_account (const PltBudget *budget, const char *code, GError **error)
{
  const PltBudgetAccount *account = plt_budget_account_by_code (budget, code);

  if (account == NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The budget has no account “%s”. Give the code of one of its accounts."), code);
  return account;
}

static gboolean
is_within (const PltBudget *budget, const PltBudgetAccount *inner, const PltBudgetAccount *outer)
{
  for (guint depth = 0; inner != NULL && depth < 10; depth++)
    {
      if (inner == outer)
        return TRUE;
      inner = plt_budget_find_account (budget, inner->account->parent);
    }
  return FALSE;
}

gint64
plt_budget_transfer (const PltFacts *facts,
                     const PltBudget *budget,
                     const PltTransferAsk *ask,
                     PltBatch *batch,
                     GError **error)
{
  const PltBudgetAccount *from, *to;
  gint64 handle;

  if (need_draft (facts, budget->budget != NULL ? budget->budget->id : 0, error) == NULL)
    return 0;
  from = find_account (budget, ask->from, error);
  to = from != NULL ? find_account (budget, ask->to, error) : NULL;
  if (to == NULL)
    return 0;
  if (is_within (budget, from, to) || is_within (budget, to, from))
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("A transfer goes from one account to another that is no part of it; %s and %s "
                    "are not."),
                 ask->from, ask->to);
  else if (ask->amount <= 0)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("Give the amount of the transfer, above zero."));
  else if (ask->amount > from->total)
    {
      g_autofree char *holds = plt_money_format (from->total);

      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Account %s holds %s: it cannot give more."), ask->from, holds);
    }
  else if (ask->reason == NULL || *ask->reason == '\0')
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("Say why: a transfer is kept with its reason."));
  else
    {
      handle = plt_batch_insert (batch, "budget_transfer");
      plt_batch_set_integer (batch, "budget", budget->budget->id);
      plt_batch_set_date (batch, "date", ask->date);
      plt_batch_set_integer (batch, "from_account", from->account->id);
      plt_batch_set_integer (batch, "to_account", to->account->id);
      plt_batch_set_integer (batch, "amount_cents", ask->amount);
      plt_batch_set_text (batch, "reason", ask->reason);
      plt_batch_set_text (batch, "author", ask->author != NULL ? ask->author : "");
      return handle;
    }
  return 0;
}

/* Overheads, contingency, producer, financial costs. */
#include <string.h>

#include "plt-budget-private.h"

static PltMode
mode_of (const char *mode)
{
  return strcmp (mode, "participation") == 0 ? PLT_MODE_PARTICIPATION
         : strcmp (mode, "nature") == 0      ? PLT_MODE_IN_KIND
                                             : PLT_MODE_CASH;
}

static void
read_percents (PltBudgetModel *model)
{
  const PltBudgetFacts *budget = model->result->budget;
  PltBudgetPercent *percents = model->result->percents;

  percents[PLT_PERCENT_OVERHEADS]
      = (PltBudgetPercent){ budget->overheads_e6,   0,    0, NULL, budget->overheads_base,
                            budget->overheads_mode, FALSE };
  percents[PLT_PERCENT_CONTINGENCY]
      = (PltBudgetPercent){ budget->contingency_e6,   0,    0, NULL, budget->contingency_base,
                            budget->contingency_mode, FALSE };
  percents[PLT_PERCENT_PRODUCER]
      = (PltBudgetPercent){ budget->producer_e6,   0,    0, NULL, budget->producer_base,
                            budget->producer_mode, FALSE };
  percents[PLT_PERCENT_FINANCIAL]
      = (PltBudgetPercent){ budget->financial_e6,   0,    0, NULL, budget->financial_base,
                            budget->financial_mode, FALSE };
  for (int i = 0; i < PLT_N_PERCENTS; i++)
    if (percents[i].rate_e6 == PLT_UNKNOWN)
      percents[i].rate_e6 = 0;
}

static guint
account_of (const PltBudgetModel *model, const char *code)
{
  return *code != '\0' ? GPOINTER_TO_UINT (g_hash_table_lookup (model->account_codes, code)) : 0;
}

/* Is a percentage that is counted at that account part of a base? */
static gboolean
is_in_base (const PltBudgetModel *model,
            const char *base,
            const PltBudgetPercent *percent,
            const char *account)
{
  if (strcmp (base, "numeraire") == 0 && mode_of (percent->mode) != PLT_MODE_CASH)
    return FALSE;
  if (strcmp (base, "postes-1-8") == 0)
    return account[0] >= '1' && account[0] <= '8';
  if (strcmp (base, "postes-1-9-sans-frais-financiers") == 0)
    return account[0] >= '1' && account[0] <= '9'
           && strcmp (account, model->result->budget->financial_account) != 0;
  return account[0] >= '1' && account[0] <= '9';
}

/* What a base holds before any percentage. */
static PltMoney
rest_of_base (const PltBudgetModel *model, const char *base)
{
  const PltBudget *self = model->result;
  guint financial = account_of (model, self->budget->financial_account);
  PltMoney sum = self->subtotal;

  if (strcmp (base, "numeraire") == 0)
    return self->by_mode[PLT_MODE_CASH];
  if (strcmp (base, "postes-1-8") == 0)
    for (guint i = 0; i < self->accounts->len; i++)
      {
        const PltBudgetAccount *account = self->accounts->pdata[i];

        if (account->level == 1 && plt_account_post (model->facts, account->account) == 9)
          plt_budget_saturating_add (&sum, -account->total);
      }
  else if (strcmp (base, "postes-1-9-sans-frais-financiers") == 0 && financial != 0)
    plt_budget_saturating_add (
        &sum, -((const PltBudgetAccount *) self->accounts->pdata[financial - 1])->total);
  return sum;
}

/* A percentage that is counted within its own base makes the base larger: rest / (1 − rates
 * within). FALSE when these take all of it. */
static gboolean
whole_base (const PltBudgetModel *model, const char *base, const guint *accounts, PltMoney *whole)
{
  const PltBudgetPercent *percents = model->result->percents;
  gint64 within = 0;

  for (int i = 0; i < PLT_N_PERCENTS; i++)
    if (accounts[i] != 0 && strcmp (percents[i].base_id, base) == 0
        && is_in_base (model, base, &percents[i],
                       ((const PltBudgetAccount *) model->result->accounts->pdata[accounts[i] - 1])
                           ->account->code))
      plt_budget_saturating_add (&within, percents[i].rate_e6);
  *whole = rest_of_base (model, base);
  if (within <= 0)
    return TRUE;
  return within < PLT_RATE_ONE
         && plt_money_apply_rate (*whole, PLT_RATE_ONE, PLT_RATE_ONE - within, PLT_ROUND_HALF_UP,
                                  whole);
}

static void
add_within (PltBudgetModel *model, guint index, PltMoney amount)
{
  PltBudget *self = model->result;

  plt_budget_saturating_add (&((PltBudgetAccount *) self->accounts->pdata[index])->percentages,
                             amount);
  for (guint i = index; i != G_MAXUINT; i = model->parents[i])
    plt_budget_saturating_add (&((PltBudgetAccount *) self->accounts->pdata[i])->total, amount);
  plt_budget_saturating_add (&self->subtotal, amount);
}

static void
add_to_mode (PltBudget *self, const PltBudgetPercent *percent)
{
  plt_budget_saturating_add (&self->by_mode[mode_of (percent->mode)], percent->amount);
}

static void
compute_percent (PltBudgetModel *model,
                 PltBudgetPercent *percent,
                 const guint *accounts,
                 guint account)
{
  percent->wrong = percent->rate_e6 != 0
                   && (!whole_base (model, percent->base_id, accounts, &percent->base)
                       || !plt_money_apply_rate (percent->base, percent->rate_e6, PLT_RATE_ONE,
                                                 PLT_ROUND_HALF_UP, &percent->amount));
  if (percent->rate_e6 == 0)
    whole_base (model, percent->base_id, accounts, &percent->base);
  if (percent->wrong)
    {
      percent->amount = 0;
      model->result->incomplete = TRUE;
      model->result->n_wrong++;
    }
  if (account != 0)
    percent->account
        = ((const PltBudgetAccount *) model->result->accounts->pdata[account - 1])->account;
}

void
plt_budget_compute_percents (PltBudgetModel *model)
{
  PltBudget *self = model->result;
  PltBudgetPercent *percents = self->percents;
  guint accounts[PLT_N_PERCENTS] = { 0 };

  read_percents (model);
  accounts[PLT_PERCENT_PRODUCER] = account_of (model, self->budget->producer_account);
  accounts[PLT_PERCENT_FINANCIAL] = account_of (model, self->budget->financial_account);
  /* those within the posts first, all on the sums as they were: then what comes after the posts */
  for (int i = 0; i < PLT_N_PERCENTS; i++)
    if (accounts[i] != 0)
      compute_percent (model, &percents[i], accounts, accounts[i]);
  for (int i = 0; i < PLT_N_PERCENTS; i++)
    if (accounts[i] != 0)
      {
        add_within (model, accounts[i] - 1, percents[i].amount);
        add_to_mode (self, &percents[i]);
      }
  memset (accounts, 0, sizeof accounts);
  for (int i = 0; i < PLT_N_PERCENTS; i++)
    if (percents[i].account == NULL)
      compute_percent (model, &percents[i], accounts, 0);
  self->overheads = percents[PLT_PERCENT_OVERHEADS].amount;
  self->contingency = percents[PLT_PERCENT_CONTINGENCY].amount;
  self->total = self->subtotal;
  for (int i = 0; i < PLT_N_PERCENTS; i++)
    if (percents[i].account == NULL)
      {
        plt_budget_saturating_add (&self->total, percents[i].amount);
        add_to_mode (self, &percents[i]);
      }
}

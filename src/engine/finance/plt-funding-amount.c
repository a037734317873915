#include "plt-funding-amount.h"

#include <string.h>

#include "plt-instalments.h"

#define MAX_DEPTH 9

/* What a source mirrors, by funding_source.mirror. */
static const char *const percents[PLT_N_PERCENTS]
    = { "frais-generaux", "imprevus", "producteur", NULL };

static gboolean
is_same (const PltFundingFacts *one, const PltFundingFacts *other)
{
  return one != NULL && one->id == other->id;
}

static gboolean
mirrors (const PltFundingFacts *source, const char *what)
{
  return what != NULL && g_strcmp0 (source->mirror, what) == 0 && !plt_funding_is_refused (source);
}

gboolean
plt_funding_is_refused (const PltFundingFacts *source)
{
  return g_strcmp0 (source->status, "refuse") == 0;
}

/* In that devis; (nullable) */
static const PltBudgetAccount *
account_of (const PltFacts *facts, const PltBudget *budget, gint64 id)
{
  const PltBudgetAccount *account = id != 0 ? plt_budget_find_account (budget, id) : NULL;
  const PltAccountFacts *other;

  if (account != NULL || id == 0)
    return account;
  other = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, id);
  return other != NULL ? plt_budget_account_by_code (budget, other->code) : NULL;
}

/* How far above a line an account stands, 0 for its own; -1 when it does not. */
static int
distance (const PltBudget *budget, const PltBudgetLine *line, const PltBudgetAccount *above)
{
  const PltBudgetAccount *account = plt_budget_find_account (budget, line->line->account);

  for (int steps = 0; account != NULL && steps < MAX_DEPTH; steps++)
    {
      if (account == above)
        return steps;
      account = account->account->parent != 0
                    ? plt_budget_find_account (budget, account->account->parent)
                    : NULL;
    }
  return -1;
}

const PltFundingFacts *
plt_funding_of_line (const PltFacts *facts, const PltBudget *budget, const PltBudgetLine *line)
{
  const PltFundingFacts *best = NULL;
  int nearest = MAX_DEPTH + 1;

  if (strcmp (line->line->mode, "numeraire") == 0)
    return NULL;
  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];
      int far = MAX_DEPTH;

      if (!mirrors (source, line->line->mode))
        continue;
      if (source->mirror_account != 0)
        far = distance (budget, line, account_of (facts, budget, source->mirror_account));
      if (far >= 0 && far < nearest)
        {
          best = source;
          nearest = far;
        }
    }
  return best;
}

const PltFundingFacts *
plt_funding_of_percent (const PltFacts *facts, PltPercent percent)
{
  for (guint i = 0; i < facts->funding.n; i++)
    if (mirrors (&facts->funding.items[i], percents[percent])
        && facts->funding.items[i].mirror_account == 0)
      return &facts->funding.items[i];
  return NULL;
}

static PltMoney
sum_of_lines (const PltFacts *facts, const PltBudget *budget, const PltFundingFacts *source)
{
  PltMoney sum = 0;

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = budget->lines->pdata[i];

      if (strcmp (line->line->mode, source->mirror) != 0
          || !is_same (plt_funding_of_line (facts, budget, line), source))
        continue;
      if (line->amount != PLT_UNKNOWN)
        plt_money_add (sum, line->amount, &sum);
      plt_money_add (sum, line->contributions, &sum);
    }
  return sum;
}

PltMoney
plt_funding_mirror (const PltFacts *facts, const PltBudget *budget, const PltFundingFacts *source)
{
  if (source->mirror == NULL || *source->mirror == '\0' || budget == NULL || budget->budget == NULL
      || plt_funding_is_refused (source))
    return PLT_UNKNOWN;
  for (guint i = 0; i < PLT_N_PERCENTS; i++)
    {
      const PltBudgetAccount *account;

      if (!mirrors (source, percents[i]))
        continue;
      if (source->mirror_account == 0)
        return is_same (plt_funding_of_percent (facts, i), source) ? budget->percents[i].amount : 0;
      account = account_of (facts, budget, source->mirror_account);
      return account != NULL ? account->total : 0;
    }
  return sum_of_lines (facts, budget, source);
}

PltMoney
plt_funding_amount (const PltFacts *facts, const PltBudget *budget, const PltFundingFacts *source)
{
  PltMoney mirrored = plt_funding_mirror (facts, budget, source);

  return mirrored != PLT_UNKNOWN ? mirrored : source->amount_cents;
}

PltMoney *
plt_funding_instalments (const PltFacts *facts, const PltBudget *budget)
{
  g_autofree PltMoney *amounts = g_new (PltMoney, MAX (1, facts->funding.n));

  for (guint i = 0; i < facts->funding.n; i++)
    amounts[i] = plt_funding_amount (facts, budget, &facts->funding.items[i]);
  return plt_instalment_amounts (facts, amounts, NULL);
}

PltMoney
plt_funding_instalment (const PltFacts *facts,
                        const PltBudget *budget,
                        const PltInstalmentFacts *instalment)
{
  g_autofree PltMoney *amounts = plt_funding_instalments (facts, budget);

  for (guint i = 0; i < facts->instalments.n; i++)
    if (facts->instalments.items[i].id == instalment->id)
      return amounts[i];
  return PLT_UNKNOWN;
}

PltMoney
plt_funding_sum (const PltFacts *facts, const PltBudget *budget, const char *status)
{
  PltMoney total = 0;

  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];
      PltMoney amount;

      if (status != NULL ? strcmp (source->status, status) != 0 : plt_funding_is_refused (source))
        continue;
      amount = plt_funding_amount (facts, budget, source);
      if (amount != PLT_UNKNOWN)
        plt_money_add (total, amount, &total);
    }
  return total;
}

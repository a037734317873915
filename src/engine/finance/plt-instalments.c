#include "plt-instalments.h"

#include <string.h>

/* What is known of one source while its instalments are cut. */
typedef struct
{
  PltMoney amount, shared, given;
  gint64 share_e6; /* of the instalments before */
  guint n_rest;    /* instalments with neither amount nor share */
  gboolean wrong;
} Source;

static const PltFundingFacts *
source_of (const PltFacts *facts, const PltInstalmentFacts *instalment)
{
  return PLT_FACTS_FIND (facts->funding, PltFundingFacts, instalment->funding_source);
}

/* Its own amount, in proportion when the source has another one than its own. */
static PltMoney
own_amount (const PltInstalmentFacts *instalment, const PltFundingFacts *facts, PltMoney amount)
{
  PltMoney own = instalment->amount_cents;

  if (amount == PLT_UNKNOWN || facts->amount_cents == PLT_UNKNOWN || facts->amount_cents <= 0
      || amount == facts->amount_cents)
    return own;
  return plt_money_apply_rate (own, amount, facts->amount_cents, PLT_ROUND_HALF_UP, &own)
             ? own
             : PLT_UNKNOWN;
}

static PltMoney
shared_amount (Source *source, gint64 share_e6)
{
  PltMoney before = source->shared;

  if (source->amount == PLT_UNKNOWN
      || __builtin_add_overflow (source->share_e6, share_e6, &source->share_e6)
      || !plt_money_apply_rate (source->amount, source->share_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP,
                                &source->shared)
      || !plt_money_sub (source->shared, before, &before))
    return PLT_UNKNOWN;
  return before;
}

static void
give_rest (Source *source, PltMoney *amount)
{
  PltMoney rest;

  *amount = PLT_UNKNOWN;
  if (source->amount == PLT_UNKNOWN || source->wrong
      || !plt_money_sub (source->amount, source->given, &rest))
    return;
  *amount = MAX (0, rest) / source->n_rest;
  source->given += *amount;
  source->n_rest--;
}

/**
 * plt_instalment_amounts:
 * @facts: the production
 * @amounts: (nullable) (array): of the sources, in their order
 *
 * Returns: (transfer full) (array): centimes, one for each instalment
 */
PltMoney *
plt_instalment_amounts (const PltFacts *facts, const PltMoney *amounts)
{
  guint n = facts->instalments.n;
  PltMoney *result = g_new (PltMoney, MAX (1, n));
  g_autofree Source *sources = g_new0 (Source, MAX (1, facts->funding.n));

  for (guint i = 0; i < facts->funding.n; i++)
    sources[i].amount = amounts != NULL ? amounts[i] : facts->funding.items[i].amount_cents;
  for (guint i = 0; i < n; i++)
    {
      const PltInstalmentFacts *instalment = &facts->instalments.items[i];
      const PltFundingFacts *funding = source_of (facts, instalment);
      Source *source = funding != NULL ? &sources[funding - facts->funding.items] : NULL;

      result[i] = instalment->amount_cents;
      if (source == NULL)
        continue;
      if (instalment->amount_cents != PLT_UNKNOWN)
        result[i]
            = own_amount (instalment, funding, amounts != NULL ? source->amount : PLT_UNKNOWN);
      else if (instalment->share_e6 != PLT_UNKNOWN)
        result[i] = shared_amount (source, instalment->share_e6);
      else
        {
          source->n_rest++;
          continue;
        }
      source->wrong = source->wrong || result[i] == PLT_UNKNOWN
                      || !plt_money_add (source->given, result[i], &source->given);
    }
  for (guint i = 0; i < n; i++)
    {
      const PltInstalmentFacts *instalment = &facts->instalments.items[i];
      const PltFundingFacts *funding = source_of (facts, instalment);

      if (funding != NULL && instalment->amount_cents == PLT_UNKNOWN
          && instalment->share_e6 == PLT_UNKNOWN)
        give_rest (&sources[funding - facts->funding.items], &result[i]);
    }
  return result;
}

/**
 * plt_instalment_amount:
 * @facts: the production
 * @instalment: one of its instalments
 *
 * Returns: centimes HT, or PLT_UNKNOWN
 */
PltMoney
plt_instalment_amount (const PltFacts *facts, const PltInstalmentFacts *instalment)
{
  g_autofree PltMoney *amounts = plt_instalment_amounts (facts, NULL);
  gsize at = (gsize) (instalment - facts->instalments.items);

  g_return_val_if_fail (at < facts->instalments.n, PLT_UNKNOWN);

  return amounts[at];
}

/**
 * plt_funding_total:
 * @facts: the production
 * @status: (nullable): count only this status; %NULL counts all that is not refused
 *
 * Returns: centimes, in kind and participation included
 */
PltMoney
plt_funding_total (const PltFacts *facts, const char *status)
{
  PltMoney total = 0;

  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];

      if (source->amount_cents != PLT_UNKNOWN
          && (status != NULL ? strcmp (source->status, status) == 0
                             : strcmp (source->status, "refuse") != 0))
        plt_money_add (total, source->amount_cents, &total);
    }
  return total;
}

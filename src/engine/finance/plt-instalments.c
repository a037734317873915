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

/* Its own amount, in proportion when a scenario gives the source another one than before. */
static PltMoney
own_amount (const PltInstalmentFacts *instalment, PltMoney amount, PltMoney before)
{
  PltMoney own = instalment->amount_cents;

  if (amount == PLT_UNKNOWN || before == PLT_UNKNOWN || before <= 0 || amount == before)
    return own;
  return plt_money_apply_rate (own, amount, before, PLT_ROUND_HALF_UP, &own) ? own : PLT_UNKNOWN;
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

PltMoney *
plt_instalment_amounts (const PltFacts *facts, const PltMoney *amounts, const PltMoney *before)
{
  guint n = facts->instalments.n;
  PltMoney *result = g_new (PltMoney, MAX (1, n));
  g_autofree Source *sources = g_new0 (Source, MAX (1, facts->funding.n));

  for (guint i = 0; i < facts->funding.n; i++)
    sources[i].amount = amounts[i];
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
            = own_amount (instalment, source->amount,
                          before != NULL ? before[funding - facts->funding.items] : PLT_UNKNOWN);
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

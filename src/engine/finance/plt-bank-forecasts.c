#include "plt-bank-forecasts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-text.h"

#define MAX_NAMED 3

/* A move of one of the tables that an entry may be, not received or paid yet. */
static gboolean
is_expected (const PltCashMove *move)
{
  return move->state != PLT_CASH_REAL && move->ref.table != NULL
         && (strcmp (move->ref.table, "instalment") == 0
             || strcmp (move->ref.table, "budget_line") == 0
             || strcmp (move->ref.table, "credit_line") == 0);
}

GArray *
plt_bank_forecasts (const PltFacts *facts, const PltCashPlan *plan)
{
  GArray *forecasts = g_array_new (FALSE, FALSE, sizeof (PltBankForecast));

  g_return_val_if_fail (facts != NULL && plan != NULL, forecasts);

  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);
      const PltBankForecast forecast = { move->ref, move->date, move->amount, move->vat };

      if (is_expected (move))
        g_array_append_val (forecasts, forecast);
    }
  for (guint i = 0; i < plan->undated->len; i++)
    {
      const PltCashPlanRow *row = plan->undated->pdata[i];
      /* without its VAT, which is not known here: proposed as what it is */
      const PltBankForecast forecast
          = { row->ref, PLT_DATE_NONE, row->incoming ? row->total : -row->total, 0 };

      if (row->ref.table != NULL && row->total != PLT_UNKNOWN)
        g_array_append_val (forecasts, forecast);
    }
  return forecasts;
}

PltBankMatch *
plt_bank_match_plan (const PltFacts *facts,
                     const PltPlan *plan,
                     const PltBudget *budget,
                     const char *words)
{
  g_autoptr (PltCashPlan) cash = NULL;
  g_autoptr (GArray) forecasts = NULL;

  g_return_val_if_fail (facts != NULL && plan != NULL && budget != NULL, NULL);

  cash = plt_cash_plan_new (facts, plan, budget, NULL, 0);
  forecasts = plt_bank_forecasts (facts, cash);
  return plt_bank_match_new (facts, (const PltBankForecast *) forecasts->data, forecasts->len,
                             words);
}

char *
plt_bank_proposal_label (const PltBankMatch *match, const PltBankProposal *proposal)
{
  g_autoptr (GString) names = NULL;

  g_return_val_if_fail (match != NULL && proposal != NULL, NULL);

  names = g_string_new (NULL);
  for (guint i = 0; i < proposal->members->len && i < MAX_NAMED; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            g_array_index (match->candidates, PltBankCandidate,
                                           g_array_index (proposal->members, guint, i))
                                .label);
  if (proposal->members->len > MAX_NAMED)
    g_string_append (names, "…");
  if (proposal->members->len == 1)
    return g_string_free (g_steal_pointer (&names), FALSE);
  /* Translators: %u is a number, %s are names of payments */
  return g_strdup_printf (ngettext ("%u payment: %s", "%u payments: %s", proposal->members->len),
                          proposal->members->len, names->str);
}

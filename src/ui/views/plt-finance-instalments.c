#include "plt-finance-instalments.h"

#include <string.h>

#include "plt-cash-events.h"
#include "plt-funding-amount.h"
#include "plt-number.h"

PltDate
plt_instalment_due (const PltFacts *facts,
                    const PltPlan *plan,
                    const PltInstalmentFacts *instalment)
{
  const PltFundingFacts *source
      = PLT_FACTS_FIND (facts->funding, PltFundingFacts, instalment->funding_source);
  const PltTaskFacts *task = PLT_FACTS_FIND (facts->tasks, PltTaskFacts, instalment->task);
  const gboolean own
      = instalment->date != PLT_DATE_NONE || g_strcmp0 (instalment->event, "date") == 0;
  PltDate date;

  if (instalment->paid_date != PLT_DATE_NONE)
    return instalment->paid_date;
  if (task != NULL && !own)
    date = task->end_date;
  else
    date = plt_cash_event_date (facts, plan, own ? "date" : instalment->event,
                                own              ? instalment->date
                                : source != NULL ? source->date
                                                 : PLT_DATE_NONE);
  if (date != PLT_DATE_NONE && instalment->offset_days != PLT_UNKNOWN)
    date += (PltDate) CLAMP (instalment->offset_days, -36500, 36500);
  return date;
}

PltInstalmentSum
plt_instalment_sum (const PltFacts *facts, const PltBudget *budget, gint64 source)
{
  const PltFundingFacts *of = PLT_FACTS_FIND (facts->funding, PltFundingFacts, source);
  const PltMoney whole = of != NULL ? plt_funding_amount (facts, budget, of) : PLT_UNKNOWN;
  PltInstalmentSum sum = { .share_e6 = PLT_UNKNOWN, .left_e6 = PLT_UNKNOWN, .left = PLT_UNKNOWN };

  for (guint i = 0; i < facts->instalments.n; i++)
    {
      const PltInstalmentFacts *instalment = &facts->instalments.items[i];
      PltMoney amount;

      if (instalment->funding_source != source)
        continue;
      sum.n++;
      amount = plt_funding_instalment (facts, budget, instalment);
      if (amount == PLT_UNKNOWN || !plt_money_add (sum.amount, amount, &sum.amount))
        sum.unknown++;
    }
  if (whole == PLT_UNKNOWN || whole == 0 || !plt_money_sub (whole, sum.amount, &sum.left))
    return sum;
  if (sum.n > 0 && ABS (sum.left) <= sum.n) /* thirds are rounded to the centime one by one */
    sum.left = 0;
  if (plt_number_mul_div (sum.left, PLT_RATE_ONE, whole, PLT_ROUND_HALF_UP, &sum.left_e6))
    sum.share_e6 = PLT_RATE_ONE - sum.left_e6;
  return sum;
}

gboolean
plt_instalment_add_rest (const PltFacts *facts,
                         const PltBudget *budget,
                         gint64 source,
                         const char *label,
                         PltBatch *batch)
{
  const PltInstalmentSum sum = plt_instalment_sum (facts, budget, source);
  gint64 shares = 0;
  gboolean typed = FALSE;

  if (sum.left == PLT_UNKNOWN || sum.left <= 0)
    return FALSE;
  for (guint i = 0; i < facts->instalments.n; i++)
    if (facts->instalments.items[i].funding_source == source)
      {
        typed = typed || facts->instalments.items[i].amount_cents != PLT_UNKNOWN
                || facts->instalments.items[i].share_e6 == PLT_UNKNOWN;
        if (!typed)
          shares += facts->instalments.items[i].share_e6;
      }
  plt_batch_insert (batch, "instalment");
  plt_batch_set_integer (batch, "funding_source", source);
  plt_batch_set_text (batch, "label", label);
  plt_batch_set_text (batch, "event", "livraison");
  /* Shares go on following the amount of the source; amounts that were typed do not. */
  if (typed)
    plt_batch_set_integer (batch, "amount_cents", sum.left);
  else
    plt_batch_set_integer (batch, "share_e6", PLT_RATE_ONE - shares);
  return TRUE;
}

/* ---- usual ones ---- */

static gboolean
names_group (const char *groups, const char *group)
{
  g_auto (GStrv) names = g_strsplit (groups, "|", -1);

  return group != NULL && g_strv_contains ((const char *const *) names, group);
}

GArray *
plt_instalment_presets (const PltReferential *table, const char *group)
{
  GArray *presets = g_array_new (FALSE, FALSE, sizeof (PltInstalmentPreset));
  guint n_fit = 0;

  for (guint i = 0; table != NULL && i < plt_referential_n_rows (table); i++)
    {
      const char *code = plt_referential_get (table, i, "code");
      PltInstalmentPreset preset
          = { code, plt_referential_get (table, i, "libelle"),
              plt_referential_get (table, i, "source"),
              strcmp (plt_referential_get (table, i, "marque"), "source") == 0,
              names_group (plt_referential_get (table, i, "groupes"), group) };

      if (i > 0 && strcmp (plt_referential_get (table, i - 1, "code"), code) == 0)
        continue;
      if (preset.fits)
        g_array_insert_val (presets, n_fit++, preset);
      else
        g_array_append_val (presets, preset);
    }
  return presets;
}

gboolean
plt_instalment_apply_preset (const PltFacts *facts,
                             const PltReferential *table,
                             const char *code,
                             gint64 source,
                             PltBatch *batch)
{
  if (table == NULL || plt_referential_find (table, "code", code) < 0)
    return FALSE;
  for (guint i = 0; i < facts->instalments.n; i++)
    if (facts->instalments.items[i].funding_source == source
        && facts->instalments.items[i].paid_date == PLT_DATE_NONE)
      plt_batch_delete (batch, "instalment", facts->instalments.items[i].id);
  for (guint i = 0; i < plt_referential_n_rows (table); i++)
    {
      if (strcmp (plt_referential_get (table, i, "code"), code) != 0)
        continue;
      plt_batch_insert (batch, "instalment");
      plt_batch_set_integer (batch, "funding_source", source);
      plt_batch_set_text (batch, "label", plt_referential_get (table, i, "versement"));
      plt_batch_set_text (batch, "event", plt_referential_get (table, i, "evenement"));
      plt_batch_set_integer (batch, "share_e6",
                             g_ascii_strtoll (plt_referential_get (table, i, "part_e6"), NULL, 10));
      plt_batch_set_integer (
          batch, "offset_days",
          g_ascii_strtoll (plt_referential_get (table, i, "decalage"), NULL, 10));
    }
  return TRUE;
}

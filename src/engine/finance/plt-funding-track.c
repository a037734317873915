#include "plt-funding-track.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

static void
set_date (PltBatch *batch, const char *column, PltDate date)
{
  g_autofree char *iso = date != PLT_DATE_NONE ? plt_date_to_iso (date) : g_strdup ("");

  plt_batch_set_text (batch, column, iso);
}

static void
set_known (PltBatch *batch, const char *column, PltMoney amount)
{
  if (amount != PLT_UNKNOWN)
    plt_batch_set_integer (batch, column, amount);
}

static void
set_given (PltBatch *batch, const char *column, const char *text)
{
  if (text != NULL && *text != '\0')
    plt_batch_set_text (batch, column, text);
}

/* One row of the past of `source`, a row or a handle. */
static void
add_past (gint64 source, const PltFundingStep *step, PltMoney amount, PltBatch *batch)
{
  plt_batch_insert (batch, "funding_status");
  plt_batch_set_integer (batch, "funding_source", source);
  set_date (batch, "date", step->date);
  plt_batch_set_text (batch, "status", step->status);
  set_known (batch, "amount_cents", amount);
  set_given (batch, "author", step->author);
  set_given (batch, "document", step->document);
  set_given (batch, "note", step->note);
}

static gboolean
check_step (const PltFundingStep *step, GError **error)
{
  static const char *const statuses[]
      = { "espere", "demande", "confirme", "acquis", "refuse", NULL };

  if (step->date == PLT_DATE_NONE)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("Say on which day the status changed."));
  else if (step->status == NULL || !g_strv_contains (statuses, step->status))
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("Say what the status of the source is now."));
  else
    return TRUE;
  return FALSE;
}

gboolean
plt_funding_set_status (const PltFacts *facts,
                        gint64 source,
                        const PltFundingStep *step,
                        PltBatch *batch,
                        GError **error)
{
  const PltFundingFacts *found = PLT_FACTS_FIND (facts->funding, PltFundingFacts, source);

  if (!check_step (step, error))
    return FALSE;
  if (found == NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("There is no such source of financing. Choose one of the plan."));
      return FALSE;
    }
  plt_batch_update (batch, "funding_source", source);
  plt_batch_set_text (batch, "status", step->status);
  set_known (batch, "amount_cents", step->amount);
  add_past (source, step, step->amount != PLT_UNKNOWN ? step->amount : found->amount_cents, batch);
  return TRUE;
}

#include "plt-callsheet-live.h"

#include "plt-call-overlay.h"
#include "plt-callsheet-commands.h"
#include "plt-paper.h"

struct _PltCallsheetLive
{
  PltSession *session; /* borrowed: whoever shows the paper has it */
  PltBatch *batch;     /* (nullable): what is being typed */
};

PltCallsheetLive *
plt_callsheet_live_new (PltSession *session)
{
  PltCallsheetLive *self = g_new0 (PltCallsheetLive, 1);

  self->session = session;
  return self;
}

void
plt_callsheet_live_free (PltCallsheetLive *self)
{
  g_clear_pointer (&self->batch, plt_batch_free);
  g_free (self);
}

gboolean
plt_callsheet_live_type (PltCallsheetLive *self,
                         PltRecord *record,
                         const PltColumn *column,
                         const char *text)
{
  g_autoptr (PltBatch) batch = NULL;
  gboolean had = self->batch != NULL;

  if (text == NULL)
    {
      g_clear_pointer (&self->batch, plt_batch_free);
      return had;
    }
  batch = plt_batch_new ();
  if (!plt_callsheet_put (self->session, plt_record_get_id (record), record, column, text, batch,
                          NULL))
    return FALSE;
  g_clear_pointer (&self->batch, plt_batch_free);
  self->batch = g_steal_pointer (&batch);
  return TRUE;
}

PltDocument *
plt_callsheet_live_build (PltCallsheetLive *self,
                          const char *kind,
                          PltParams *params,
                          GError **error)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (PltCallOverlay) overlay = NULL;
  PltPaperLoan loan
      = { facts, plt_session_get_plan (self->session), plt_session_get_budget (self->session) };

  if (self->batch != NULL)
    {
      overlay = plt_call_overlay_new (facts);
      plt_call_overlay_apply (overlay, self->batch);
      loan.facts = plt_call_overlay_get (overlay);
    }
  plt_params_lend (params, &loan);
  return plt_document_build (plt_session_get_store (self->session), kind, params, error);
}

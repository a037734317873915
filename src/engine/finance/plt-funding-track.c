#include "plt-funding-track.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

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
  plt_batch_set_date (batch, "date", step->date);
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

/* ---- applications ---- */

static gboolean
is_open (const PltApplicationFacts *application)
{
  return *application->answer == '\0' || strcmp (application->answer, "en-attente") == 0;
}

static gboolean
check_ask (const PltFacts *facts, const PltApplicationAsk *ask, GError **error)
{
  if (ask->scheme == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("There is no such scheme in the catalogue of financiers."));
  else if (ask->source != 0
           && PLT_FACTS_FIND (facts->funding, PltFundingFacts, ask->source) == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("There is no such source of financing. Choose one of the plan."));
  else if (ask->today == PLT_DATE_NONE)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("Say on which day the application is made."));
  else
    {
      for (guint i = 0; i < facts->applications.n; i++)
        if (strcmp (facts->applications.items[i].scheme, ask->scheme->code) == 0
            && is_open (&facts->applications.items[i]))
          {
            g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                         _ ("An application for “%s” waits for its answer already. Note the answer "
                            "first."),
                         ask->scheme->title);
            return FALSE;
          }
      return TRUE;
    }
  return FALSE;
}

/* A source as the scheme says what it is. */
static gint64
add_source (const PltApplicationAsk *ask, PltBatch *batch)
{
  const PltScheme *scheme = ask->scheme;
  const PltFundingStep step = { "demande", ask->today, ask->asked, ask->author, NULL, NULL };
  gint64 handle = plt_batch_insert (batch, "funding_source");

  plt_batch_set_text (batch, "group", scheme->group);
  plt_batch_set_text (batch, "name", scheme->title);
  plt_batch_set_text (batch, "status", "demande");
  set_given (batch, "line", scheme->line);
  set_given (batch, "kind", scheme->nature);
  set_given (batch, "ownership", scheme->ownership);
  plt_batch_set_text (batch, "funder", scheme->who);
  plt_batch_set_text (batch, "scheme", scheme->code);
  set_known (batch, "amount_cents", ask->asked);
  set_known (batch, "asked_cents", ask->asked);
  set_known (batch, "vat_e6", scheme->vat_e6);
  plt_batch_set_date (batch, "date", ask->today);
  add_past (handle, &step, ask->asked, batch);
  return handle;
}

/* The source of the plan that is asked for: it was only hoped for until now. */
static void
ask_source (const PltFacts *facts, const PltApplicationAsk *ask, PltBatch *batch)
{
  const PltFundingFacts *source = PLT_FACTS_FIND (facts->funding, PltFundingFacts, ask->source);
  const PltFundingStep step = { "demande", ask->today, PLT_UNKNOWN, ask->author, NULL, NULL };

  plt_batch_update (batch, "funding_source", source->id);
  plt_batch_set_text (batch, "scheme", ask->scheme->code);
  set_known (batch, "asked_cents", ask->asked);
  if (strcmp (source->status, "espere") != 0 && strcmp (source->status, "refuse") != 0)
    return;
  plt_batch_set_text (batch, "status", "demande");
  add_past (source->id, &step, ask->asked, batch);
}

gint64
plt_funding_apply (const PltFacts *facts,
                   const PltApplicationAsk *ask,
                   PltBatch *batch,
                   GError **error)
{
  PltDate deadline = ask->deadline;
  gint64 source = ask->source, handle;

  if (!check_ask (facts, ask, error))
    return 0;
  if (deadline == PLT_DATE_NONE)
    deadline = plt_scheme_next_deadline (ask->scheme, ask->today);
  if (source != 0)
    ask_source (facts, ask, batch);
  else if (ask->add_source)
    source = add_source (ask, batch);
  handle = plt_batch_insert (batch, "funding_application");
  plt_batch_set_text (batch, "name", ask->scheme->title);
  plt_batch_set_text (batch, "scheme", ask->scheme->code);
  if (source != 0)
    plt_batch_set_integer (batch, "funding_source", source);
  set_known (batch, "asked_cents", ask->asked);
  plt_batch_set_date (batch, "deadline_date", deadline);
  plt_batch_set_text (batch, "answer", "en-attente");
  set_given (batch, "contact", ask->contact);
  for (guint i = 0; i < ask->scheme->documents->len; i++)
    {
      const PltSchemeDocument *document
          = &g_array_index (ask->scheme->documents, PltSchemeDocument, i);
      g_autofree char *name
          = g_strconcat (document->title, document->mandatory ? "" : PLT_DOCUMENT_OPTIONAL, NULL);

      plt_batch_insert (batch, "application_document");
      plt_batch_set_integer (batch, "funding_application", handle);
      plt_batch_set_text (batch, "name", name);
      plt_batch_set_date (batch, "due_date", deadline);
    }
  return handle;
}

static const PltApplicationFacts *
need (const PltFacts *facts, gint64 application, PltDate date, GError **error)
{
  const PltApplicationFacts *found
      = PLT_FACTS_FIND (facts->applications, PltApplicationFacts, application);

  if (found == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("There is no such application. Choose one from the list."));
  else if (date == PLT_DATE_NONE)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("Say on which day it was."));
      return NULL;
    }
  return found;
}

/* FALSE only with an error; an application without a source has nothing to follow. */
static gboolean
follow (const PltFacts *facts,
        const PltApplicationFacts *application,
        const PltFundingStep *step,
        PltBatch *batch,
        GError **error)
{
  return application->funding_source == 0
         || plt_funding_set_status (facts, application->funding_source, step, batch, error);
}

gboolean
plt_funding_file (
    const PltFacts *facts, gint64 application, PltDate date, PltBatch *batch, GError **error)
{
  const PltApplicationFacts *found = need (facts, application, date, error);
  const PltFundingStep step = { "demande", date, PLT_UNKNOWN, NULL, NULL, "Dossier déposé" };
  const PltFundingFacts *source;

  if (found == NULL)
    return FALSE;
  plt_batch_update (batch, "funding_application", application);
  plt_batch_set_date (batch, "filed_date", date);
  source = PLT_FACTS_FIND (facts->funding, PltFundingFacts, found->funding_source);
  /* what is confirmed already does not go back */
  return source == NULL || strcmp (source->status, "confirme") == 0
         || strcmp (source->status, "acquis") == 0 || follow (facts, found, &step, batch, error);
}

gboolean
plt_funding_complete (
    const PltFacts *facts, gint64 application, PltDate date, PltBatch *batch, GError **error)
{
  const PltApplicationFacts *found = need (facts, application, date, error);

  if (found == NULL)
    return FALSE;
  if (found->filed_date == PLT_DATE_NONE)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                           _ ("The file is not given in yet. Note that day first."));
      return FALSE;
    }
  plt_batch_update (batch, "funding_application", application);
  plt_batch_set_date (batch, "complete_date", date);
  for (guint i = 0; i < facts->application_documents.n; i++)
    {
      const PltApplicationDocumentFacts *document = &facts->application_documents.items[i];

      if (document->funding_application != application || document->provided
          || g_str_has_suffix (document->name, PLT_DOCUMENT_OPTIONAL))
        continue;
      plt_batch_update (batch, "application_document", document->id);
      plt_batch_set_integer (batch, "provided", TRUE);
    }
  return TRUE;
}

gboolean
plt_funding_answer (const PltFacts *facts,
                    gint64 application,
                    const PltFundingAnswer *answer,
                    PltBatch *batch,
                    GError **error)
{
  static const struct
  {
    const char *answer, *status, *note;
  } answers[] = {
    { "accorde", "confirme", "Demande accordée" },
    { "refuse", "refuse", "Demande refusée" },
    { "ajourne", "demande", "Demande ajournée" },
    { "retire", "refuse", "Demande retirée" },
  };
  const PltApplicationFacts *found = need (facts, application, answer->date, error);
  PltFundingStep step
      = { NULL, answer->date, PLT_UNKNOWN, answer->author, answer->document, answer->note };

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_strcmp0 (answer->answer, answers[i].answer) == 0)
      {
        step.status = answers[i].status;
        if (step.note == NULL || *step.note == '\0')
          step.note = answers[i].note;
      }
  if (step.status == NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("Say what the answer is: granted, refused, put off or withdrawn."));
      return FALSE;
    }
  plt_batch_update (batch, "funding_application", application);
  plt_batch_set_text (batch, "answer", answer->answer);
  plt_batch_set_date (batch, "answer_date", answer->date);
  if (strcmp (answer->answer, "accorde") == 0)
    {
      step.amount = answer->granted != PLT_UNKNOWN ? answer->granted : found->asked_cents;
      set_known (batch, "granted_cents", step.amount);
    }
  return follow (facts, found, &step, batch, error);
}

guint
plt_application_count_documents (const PltFacts *facts,
                                 gint64 application,
                                 guint *missing,
                                 guint *needed)
{
  guint n = 0;

  *missing = *needed = 0;
  for (guint i = 0; i < facts->application_documents.n; i++)
    {
      const PltApplicationDocumentFacts *document = &facts->application_documents.items[i];

      if (document->funding_application != application)
        continue;
      n++;
      if (document->provided)
        continue;
      (*missing)++;
      *needed += g_str_has_suffix (document->name, PLT_DOCUMENT_OPTIONAL) ? 0 : 1;
    }
  return n;
}

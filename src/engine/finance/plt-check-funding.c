/* Findings on the applications for aid: a deadline that comes near, an answer that the plan de
 * financement does not know, a document that was due when the file was given in. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check.h"
#include "plt-funding-track.h"

#define NEAR_DAYS 14

static void
add (GPtrArray *issues, const char *rule, PltRef ref, char *message)
{
  g_ptr_array_add (issues, plt_issue_new (rule, PLT_SEVERITY_WARNING, ref, NULL, "%s", message));
  g_free (message);
}

static gboolean
is_waiting (const PltApplicationFacts *application)
{
  return *application->answer == '\0' || strcmp (application->answer, "en-attente") == 0;
}

/* Not given in, or given in and not complete. */
static void
check_deadline (const PltFacts *facts,
                const PltApplicationFacts *application,
                PltDate today,
                GPtrArray *issues)
{
  const PltRef ref = { "funding_application", application->id, "deadline_date" };
  gint64 days = (gint64) application->deadline_date - today;
  guint missing, needed;

  if (today == PLT_DATE_NONE || application->deadline_date == PLT_DATE_NONE
      || application->filed_date != PLT_DATE_NONE || !is_waiting (application))
    return;
  plt_application_count_documents (facts, application->id, &missing, &needed);
  if (days < 0)
    add (issues, "funding.deadline", ref,
         g_strdup_printf (_ ("The deadline of “%s” is over and the file was not given in."),
                          application->name));
  else if (days <= NEAR_DAYS && needed > 0)
    add (issues, "funding.deadline", ref,
         g_strdup_printf (_ ("“%s” is due in %d days; documents still missing: %u."),
                          application->name, (int) days, needed));
}

static void
check_answer (const PltFacts *facts, const PltApplicationFacts *application, GPtrArray *issues)
{
  const PltFundingFacts *source
      = PLT_FACTS_FIND (facts->funding, PltFundingFacts, application->funding_source);
  gboolean granted = strcmp (application->answer, "accorde") == 0;
  gboolean lost
      = strcmp (application->answer, "refuse") == 0 || strcmp (application->answer, "retire") == 0;
  gboolean known;

  if (source == NULL || (!granted && !lost))
    return;
  known = granted
              ? strcmp (source->status, "confirme") == 0 || strcmp (source->status, "acquis") == 0
              : strcmp (source->status, "refuse") == 0;
  if (!known)
    add (issues, "funding.answer", (PltRef){ "funding_source", source->id, "status" },
         g_strdup_printf (_ ("“%s” was answered, but its source “%s” has kept its status."),
                          application->name, source->name));
}

static void
check_documents (const PltFacts *facts, const PltApplicationFacts *application, GPtrArray *issues)
{
  guint missing, needed;

  if (application->filed_date == PLT_DATE_NONE || !is_waiting (application))
    return;
  plt_application_count_documents (facts, application->id, &missing, &needed);
  if (needed > 0)
    add (issues, "funding.document", (PltRef){ "funding_application", application->id, NULL },
         g_strdup_printf (_ ("“%s” was given in without all that is needed; documents missing: "
                             "%u."),
                          application->name, needed));
}

/**
 * plt_check_funding:
 * @today: %PLT_DATE_NONE: deadlines are not looked at
 */
void
plt_check_funding (const PltFacts *facts, PltDate today, GPtrArray *issues)
{
  for (guint i = 0; i < facts->applications.n; i++)
    {
      const PltApplicationFacts *application = &facts->applications.items[i];

      check_deadline (facts, application, today, issues);
      check_answer (facts, application, issues);
      check_documents (facts, application, issues);
    }
}

/* Days and strips of a version that people were given stay as they are, in registers and forms
 * too. */
#include "plt-register-custom.h"

#include "plt-plan-version.h"

static gboolean
may_change (PltSession *session, PltRecord *record, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 id = plt_record_get_integer (record, "schedule", 0);
  const PltScheduleFacts *schedule = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, id);
  g_autofree char *sentence = NULL;

  if (schedule == NULL || !plt_schedule_is_frozen (facts, id))
    return TRUE;
  sentence = plt_schedule_frozen_sentence (schedule);
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_READ_ONLY, sentence);
  return FALSE;
}

const PltRegisterCustom plt_register_days = {
  .table = "shooting_day",
  .may_change = may_change,
};

const PltRegisterCustom plt_register_strips = {
  .table = "strip",
  .may_change = may_change,
};

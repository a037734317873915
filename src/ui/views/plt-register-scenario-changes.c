/* Changes of a scenario as a register: a scenario of the financing proposes what is done to sources
 * only; one of the treasury proposes all. */
#include "plt-register-custom.h"

static gboolean
is_of_financing (PltSession *session, PltRecord *record)
{
  const PltScenarioFacts *scenario
      = record != NULL
            ? PLT_FACTS_FIND (plt_session_get_facts (session)->scenarios, PltScenarioFacts,
                              plt_record_get_integer (record, "scenario", 0))
            : NULL;

  return scenario != NULL && g_str_equal (scenario->kind, "financement");
}

static GStrv
complete (PltSession *session, PltRecord *record, const PltColumn *column)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  if (!g_str_equal (column->id, "kind") || !is_of_financing (session, record))
    return NULL;
  builder = g_strv_builder_new ();
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (g_str_has_prefix (choice->id, "source-"))
      g_strv_builder_add (builder, plt_choice_title (choice));
  return g_strv_builder_end (builder);
}

const PltRegisterCustom plt_register_scenario_changes = {
  .table = "scenario_change",
  .complete = complete,
};

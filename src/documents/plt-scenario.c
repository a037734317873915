/* Scénario: the numbered text as it is handed out, one side, numbers in both margins. */
#include "plt-scenario-private.h"

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  static const PltScenarioOptions options = { "Scénario", FALSE };

  return plt_scenario_build (store, params, &options, error);
}

const PltDocumentKind plt_document_scenario = {
  .id = "scenario",
  .title = "Scénario",
  .phase = "developpement",
  .params = plt_scenario_params,
  .build = build,
};

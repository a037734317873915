/* Scénario annoté: the text with its tagged words, in the colour of their category and followed by
 * its code, and the key of the codes at the head. */
#include "plt-scenario-private.h"

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  static const PltScenarioOptions options = { "Scénario annoté", TRUE };

  return plt_scenario_build (store, params, &options, error);
}

const PltDocumentKind plt_document_scenario_annote = {
  .id = "scenario-annote",
  .title = "Scénario annoté",
  .phase = "developpement",
  .params = plt_scenario_params,
  .build = build,
};

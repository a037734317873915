/* What the two papers of the text share: the screenplay as a page carries it, plain or marked. */
#pragma once

#include "plt-document-kinds-private.h"
#include "plt-paper.h"

G_BEGIN_DECLS

/**
 * PltScenarioOptions:
 * @title: of the paper
 * @marked: tagged words carry the colour and the code of their category
 */
typedef struct
{
  const char *title;
  gboolean marked;
} PltScenarioOptions;

/* "version", "sequences", "page_par_sequence", for both kinds. */
extern const PltParamSpec plt_scenario_params[];

PltDocument *plt_scenario_build (PltStore *store,
                                 const PltParams *params,
                                 const PltScenarioOptions *options,
                                 GError **error);

G_END_DECLS

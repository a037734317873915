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

/* The text of one séquence as the screenplay sets it, its number in the margins; FALSE when the
 * version that was loaded does not have it. */
gboolean
plt_scenario_write_sequence (const PltPaperSource *source, PltDocument *document, gint64 sequence);

G_END_DECLS

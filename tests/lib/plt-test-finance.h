/* A production with a whole plan de financement, for its papers: sources of every status and
 * nature, mirrors of the devis, a history, applications with their documents, a credit, scenarios
 * of both kinds. People, houses and places are invented. */
#pragma once

#include "plt-test-store.h"

G_BEGIN_DECLS

PltStore *plt_test_store_finance (void);

G_END_DECLS

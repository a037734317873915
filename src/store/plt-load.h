/* Rows to engine structs, in one pass. */
#pragma once

#include "plt-facts.h"
#include "plt-store.h"

G_BEGIN_DECLS

PltFacts *plt_facts_load (PltStore *store, GError **error);

G_END_DECLS

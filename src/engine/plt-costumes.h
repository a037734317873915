/* The costumes that séquences name, and the roles that wear them (see plt-story.h for what is
 * suggested). Edits are put in a PltBatch, to be applied as one command. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/* Gives every costume that a séquence names, and that has no row yet, its row. Returns how many. */
guint plt_costumes_add_named (const PltFacts *facts, PltBatch *batch);
/* (nullable): the costume of that number of a role, compared as French is. */
const PltCostumeFacts *plt_costumes_find (const PltFacts *facts, gint64 role, const char *number);
/* (element-type PltElementFacts) (transfer container): who wears costumes, by number, then name. */
GPtrArray *plt_costumes_roles (const PltFacts *facts);

G_END_DECLS

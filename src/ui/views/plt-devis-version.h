/* A new devis: what it takes to begin one, as one batch. Knows no widget. */
#pragma once

#include "plt-facts.h"
#include "plt-store.h"

G_BEGIN_DECLS

/* A devis with the accounts of the template the production keeps, or else of the feature film's;
 * it becomes the production's current one. */
PltBatch *
plt_devis_new_batch (const PltFacts *facts, const char *name, gint64 *handle, GError **error);

G_END_DECLS

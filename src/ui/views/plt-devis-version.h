/* Versions of the devis: what it takes to copy one or to begin one, as one batch. Knows no
 * widget. */
#pragma once

#include "plt-facts.h"
#include "plt-store.h"

G_BEGIN_DECLS

/* Copies accounts, lines and variables. *handle (out): of the new budget in the batch. NULL with an
 * error. */
PltBatch *plt_devis_copy_batch (
    PltStore *store, gint64 budget, const char *name, gint64 *handle, GError **error);
/* A devis with the accounts of the template the production keeps, or else of the feature film's;
 * it becomes the production's current one. */
PltBatch *
plt_devis_new_batch (const PltFacts *facts, const char *name, gint64 *handle, GError **error);

G_END_DECLS

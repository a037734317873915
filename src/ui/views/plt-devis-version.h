/* A new devis: what it takes to begin one, as one batch. Knows no widget.
 *
 * It begins from a template: one of the five that are delivered ("devis-court-metrage"), or a devis
 * of the production that was kept as one ("#12"). Its proposed lines come with function, base of
 * the scale, payee and phase, and count nothing yet. */
#pragma once

#include "plt-facts.h"
#include "plt-store.h"

G_BEGIN_DECLS

/**
 * PltDevisStart: a template a devis may begin from.
 * @id: for plt_devis_new_batch()
 * @title: for the user
 */
typedef struct
{
  char *id, *title;
} PltDevisStart;

/* (transfer full) (element-type PltDevisStart): the delivered ones first, the one of the production
 * before all. */
GPtrArray *plt_devis_starts (const PltFacts *facts);

/**
 * plt_devis_new_batch:
 * @from: (nullable): of plt_devis_starts(); %NULL for the template that the production keeps, or
 * else that of a feature film
 * @handle: (out): the devis; it becomes the production's current one where there is none
 *
 * Returns: (transfer full): %NULL with an error
 */
PltBatch *plt_devis_new_batch (
    const PltFacts *facts, const char *from, const char *name, gint64 *handle, GError **error);
/* A copy of a devis to begin others from. */
PltBatch *
plt_devis_keep_batch (const PltFacts *facts, gint64 budget, const char *name, GError **error);

G_END_DECLS

/* PltOptimiseRun: one search of the optimiser, in threads of its own.
 *
 * It owns the facts it searches on: what happens to the session meanwhile does not touch it. The
 * offer belongs to the run. Main thread only, but for what the search itself does. */
#pragma once

#include <gio/gio.h>

#include "plt-plan-optimise.h"

G_BEGIN_DECLS

#define PLT_TYPE_OPTIMISE_RUN (plt_optimise_run_get_type ())
G_DECLARE_FINAL_TYPE (PltOptimiseRun, plt_optimise_run, PLT, OPTIMISE_RUN, GObject)

/**
 * PltOptimiseState: how far a search is.
 * @fraction: 0 to 1
 * @gain: centimes below the plan as it is, so far; %0 until one is found
 * @units: of broken rules, of the best plan so far
 */
typedef struct
{
  double fraction;
  gint64 gain, units;
} PltOptimiseState;

/**
 * plt_optimise_run_new:
 * @facts: (transfer full): of the production, loaded for this run
 * @schedule: which version
 * @weights: read now
 *
 * Returns: (transfer full) (nullable): see plt_optimiser_new()
 */
PltOptimiseRun *plt_optimise_run_new (PltFacts *facts,
                                      gint64 schedule,
                                      const PltPlanWeights *weights,
                                      const PltOptimiseOptions *options,
                                      GError **error);
/* Searches for about so long on every core; a cancelled search ends with the best so far. */
void plt_optimise_run_start (PltOptimiseRun *self,
                             guint seconds,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
const PltOffer *plt_optimise_run_finish (PltOptimiseRun *self, GAsyncResult *result);
const PltOffer *plt_optimise_run_get_offer (PltOptimiseRun *self); /* (nullable) */
PltOptimiseState plt_optimise_run_get_state (PltOptimiseRun *self);

G_END_DECLS

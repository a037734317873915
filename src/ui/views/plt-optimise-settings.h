/* PltOptimiseSettings: what is asked of the optimiser: the wish, the effort, the time, and the
 * weights, each of which can be typed. */
#pragma once

#include <gtk/gtk.h>

#include "plt-plan-optimise.h"

G_BEGIN_DECLS

#define PLT_TYPE_OPTIMISE_SETTINGS (plt_optimise_settings_get_type ())
G_DECLARE_FINAL_TYPE (PltOptimiseSettings, plt_optimise_settings, PLT, OPTIMISE_SETTINGS, GtkBox)

/* `weights`: (transfer full): shown, and changed by what is typed */
GtkWidget *plt_optimise_settings_new (PltPlanWeights *weights);
void plt_optimise_settings_get (PltOptimiseSettings *self, PltOptimiseOptions *options);
guint plt_optimise_settings_get_seconds (PltOptimiseSettings *self);
PltPlanWeights *plt_optimise_settings_get_weights (PltOptimiseSettings *self); /* (transfer none) */
/* FALSE with the first weight that is not understood, and the focus there. */
gboolean plt_optimise_settings_check (PltOptimiseSettings *self, GError **error);

G_END_DECLS

/* PltOptimiseOffer: what the optimiser offers: the figures before and after, the moves with their
 * reasons, each to be taken or left, the rules that stay broken and why.
 *
 * Signals:
 *   changed                 other moves are accepted
 *   open-ref (const PltRef *)  that row is asked for */
#pragma once

#include <gtk/gtk.h>

#include "plt-plan-optimise.h"

G_BEGIN_DECLS

#define PLT_TYPE_OPTIMISE_OFFER (plt_optimise_offer_get_type ())
G_DECLARE_FINAL_TYPE (PltOptimiseOffer, plt_optimise_offer, PLT, OPTIMISE_OFFER, GtkBox)

GtkWidget *plt_optimise_offer_new (void);
/* `offer`: (nullable): must outlive its being shown */
void plt_optimise_offer_set (PltOptimiseOffer *self, const PltOffer *offer);
guint plt_optimise_offer_count (PltOptimiseOffer *self); /* moves that are accepted */
/* (transfer none) (nullable): of each move; NULL without an offer */
const gboolean *plt_optimise_offer_get_accepted (PltOptimiseOffer *self);
void plt_optimise_offer_accept_all (PltOptimiseOffer *self, gboolean accept);

G_END_DECLS

/* The social charges: the profiles of contributions, and the contributions of the one selected. */
#pragma once

#include <gtk/gtk.h>

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_CHARGES (plt_devis_charges_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisCharges, plt_devis_charges, PLT, DEVIS_CHARGES, GtkWidget)

GtkWidget *plt_devis_charges_new (PltSession *session);
PltRegister *plt_devis_charges_get_profiles (PltDevisCharges *self);
PltRegister *plt_devis_charges_get_rates (PltDevisCharges *self);
gboolean plt_devis_charges_select_ref (PltDevisCharges *self, PltRef ref);

G_END_DECLS

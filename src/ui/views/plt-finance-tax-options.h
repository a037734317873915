/* PltFinanceTaxOptions: what the tax credit is counted with, as fields: those of the production,
 * and the parameters of the count. A change is one command; what is refused stays, with its
 * sentence below. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_TAX_OPTIONS (plt_finance_tax_options_get_type ())
G_DECLARE_FINAL_TYPE (
    PltFinanceTaxOptions, plt_finance_tax_options, PLT, FINANCE_TAX_OPTIONS, GtkWidget)

GtkWidget *plt_finance_tax_options_new (PltSession *session);
void plt_finance_tax_options_refresh (PltFinanceTaxOptions *self);
/* The drop-down or the entry of a parameter. (nullable) */
GtkWidget *plt_finance_tax_options_get_editor (PltFinanceTaxOptions *self, const char *name);

G_END_DECLS

/* PltFinanceTaxPage: the tax credit: what it comes to, the count step by step with doors to the
 * lines of the devis, those lines with their box, both applications. What it is counted with is a
 * pane of its own, which the view puts beside it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-finance-table.h"
#include "plt-finance-tax-lines.h"
#include "plt-finance-tax-options.h"
#include "plt-grid.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_TAX_PAGE (plt_finance_tax_page_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceTaxPage, plt_finance_tax_page, PLT, FINANCE_TAX_PAGE, GtkWidget)

GtkWidget *plt_finance_tax_page_new (PltSession *session);
void plt_finance_tax_page_refresh (PltFinanceTaxPage *self);
gboolean plt_finance_tax_page_grab_focus (PltFinanceTaxPage *self);
/* Puts the prudent amount in the plan de financement. */
void plt_finance_tax_page_report (PltFinanceTaxPage *self);
/* "steps", "lines", "files" */
void plt_finance_tax_page_show_tab (PltFinanceTaxPage *self, const char *tab);
const char *plt_finance_tax_page_get_tab (PltFinanceTaxPage *self);
PltGrid *plt_finance_tax_page_get_grid (PltFinanceTaxPage *self, const char *tab);
PltFinanceTaxLines *plt_finance_tax_page_get_lines (PltFinanceTaxPage *self);
PltFinanceTaxOptions *plt_finance_tax_page_get_options (PltFinanceTaxPage *self);

G_END_DECLS

/* PltFinanceView: the plan de financement: sources by group with what there is to say of each, and
 * what it all comes to against the devis; the tax credit; scenarios. */
#pragma once

#include "plt-finance-detail.h"
#include "plt-finance-model.h"
#include "plt-finance-scenario-page.h"
#include "plt-finance-summary.h"
#include "plt-finance-tax-page.h"
#include "plt-grid.h"
#include "plt-register.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_VIEW (plt_finance_view_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceView, plt_finance_view, PLT, FINANCE_VIEW, PltView)

PltGrid *plt_finance_view_get_grid (PltFinanceView *self);
PltRegister *plt_finance_view_get_instalments (PltFinanceView *self);
PltFinanceTaxPage *plt_finance_view_get_tax (PltFinanceView *self);
PltFinanceScenarioPage *plt_finance_view_get_scenarios (PltFinanceView *self);
PltFinanceDetail *plt_finance_view_get_detail (PltFinanceView *self);
PltFinanceSummary *plt_finance_view_get_summary (PltFinanceView *self);

G_END_DECLS

/* PltFinanceView: the plan de financement: sources by group, the instalments of the one selected,
 * and what it all comes to against the devis. */
#pragma once

#include "plt-finance-model.h"
#include "plt-finance-summary.h"
#include "plt-grid.h"
#include "plt-register.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_VIEW (plt_finance_view_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceView, plt_finance_view, PLT, FINANCE_VIEW, PltView)

PltGrid *plt_finance_view_get_grid (PltFinanceView *self);
PltRegister *plt_finance_view_get_instalments (PltFinanceView *self);
PltFinanceSummary *plt_finance_view_get_summary (PltFinanceView *self);

G_END_DECLS

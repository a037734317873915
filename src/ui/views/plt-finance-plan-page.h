/* PltFinancePlanPage: the sources of the plan de financement as a grid, below it what there is to
 * say of the one with the cursor. The plan as a whole is a pane of its own, which the view puts
 * beside it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-finance-detail.h"
#include "plt-finance-model.h"
#include "plt-finance-summary.h"
#include "plt-grid.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_PLAN_PAGE (plt_finance_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (PltFinancePlanPage, plt_finance_plan_page, PLT, FINANCE_PLAN_PAGE, GtkWidget)

GtkWidget *plt_finance_plan_page_new (PltSession *session);
void plt_finance_plan_page_refresh (PltFinancePlanPage *self);
gboolean plt_finance_plan_page_grab_focus (PltFinancePlanPage *self);
gboolean plt_finance_plan_page_select_ref (PltFinancePlanPage *self, PltRef ref);
void plt_finance_plan_page_start_search (PltFinancePlanPage *self);
GtkWidget *plt_finance_plan_page_show_columns (PltFinancePlanPage *self); /* the popover */
PltGrid *plt_finance_plan_page_get_grid (PltFinancePlanPage *self);
PltFinanceDetail *plt_finance_plan_page_get_detail (PltFinancePlanPage *self);
PltFinanceSummary *plt_finance_plan_page_get_summary (PltFinancePlanPage *self);

/* What the keys do, in the grid or in the register with the focus. */
void plt_finance_plan_page_add (PltFinancePlanPage *self);
void plt_finance_plan_page_delete (PltFinancePlanPage *self);
void plt_finance_plan_page_duplicate (PltFinancePlanPage *self);
void plt_finance_plan_page_break_mirror (PltFinancePlanPage *self);
void plt_finance_plan_page_go_to_source (PltFinancePlanPage *self);

G_END_DECLS

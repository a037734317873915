/* PltFinanceScenarioPage: up to four scenarios of the financing side by side, and what every source
 * would be missed for. The scenarios themselves, with what each changes, are a pane of its own,
 * which the view puts beside it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-finance-table.h"
#include "plt-grid.h"
#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_SCENARIO_PAGE (plt_finance_scenario_page_get_type ())
G_DECLARE_FINAL_TYPE (
    PltFinanceScenarioPage, plt_finance_scenario_page, PLT, FINANCE_SCENARIO_PAGE, GtkWidget)

GtkWidget *plt_finance_scenario_page_new (PltSession *session);
void plt_finance_scenario_page_refresh (PltFinanceScenarioPage *self);
gboolean plt_finance_scenario_page_grab_focus (PltFinanceScenarioPage *self);
gboolean plt_finance_scenario_page_select_ref (PltFinanceScenarioPage *self, PltRef ref);
/* In the register with the focus; scenarios when there is none. */
void plt_finance_scenario_page_add (PltFinanceScenarioPage *self);
void plt_finance_scenario_page_delete (PltFinanceScenarioPage *self);
void plt_finance_scenario_page_duplicate (PltFinanceScenarioPage *self);
/* A scenario without the source the cursor is on in the table of losses. */
void plt_finance_scenario_page_without (PltFinanceScenarioPage *self);

GtkWidget *plt_finance_scenario_page_get_pane (PltFinanceScenarioPage *self);
PltRegister *plt_finance_scenario_page_get_changes (PltFinanceScenarioPage *self);
PltFinanceTable *plt_finance_scenario_page_get_comparison (PltFinanceScenarioPage *self);
/* "compare", "losses" */
void plt_finance_scenario_page_show_tab (PltFinanceScenarioPage *self, const char *tab);

G_END_DECLS

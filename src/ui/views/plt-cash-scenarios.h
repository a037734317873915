/* PltCashScenarios: the page « Scénarios » of the trésorerie: the scenarios with their changes, and
 * two curves over each other, that of a scenario and that of the forecast or of another scenario,
 * with the differences in words and figures. */
#pragma once

#include <gtk/gtk.h>

#include "plt-cash-compare.h"
#include "plt-cash-curve.h"
#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_SCENARIOS (plt_cash_scenarios_get_type ())
G_DECLARE_FINAL_TYPE (PltCashScenarios, plt_cash_scenarios, PLT, CASH_SCENARIOS, GtkWidget)

GtkWidget *plt_cash_scenarios_new (PltSession *session);
/* After the session changed. */
void plt_cash_scenarios_refresh (PltCashScenarios *self);
void plt_cash_scenarios_select (PltCashScenarios *self, gint64 scenario);
gint64 plt_cash_scenarios_get_selected (PltCashScenarios *self); /* 0: none */
void plt_cash_scenarios_compare_with (PltCashScenarios *self,
                                      gint64 scenario); /* 0: the forecast */
void plt_cash_scenarios_add (PltCashScenarios *self);
void plt_cash_scenarios_rename (PltCashScenarios *self);
void plt_cash_scenarios_duplicate (PltCashScenarios *self);
void plt_cash_scenarios_delete (PltCashScenarios *self);
PltRegister *plt_cash_scenarios_get_register (PltCashScenarios *self); /* of the changes */
PltCashCurve *plt_cash_scenarios_get_curve (PltCashScenarios *self);
PltCashCompare *plt_cash_scenarios_get_table (PltCashScenarios *self);
const char *plt_cash_scenarios_get_words (PltCashScenarios *self);
gboolean plt_cash_scenarios_grab_focus (PltCashScenarios *self);

G_END_DECLS

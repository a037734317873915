/* PltCashView: the plan de trésorerie: the forecast with its curve and its table, the scenarios
 * over it, and the register of real and planned movements. Its figures are the engine's
 * (plt-cash-plan.h). */
#pragma once

#include "plt-cash-forecast.h"
#include "plt-cash-scenarios.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_VIEW (plt_cash_view_get_type ())
G_DECLARE_FINAL_TYPE (PltCashView, plt_cash_view, PLT, CASH_VIEW, PltView)

PltCashForecast *plt_cash_view_get_forecast (PltCashView *self);
PltCashScenarios *plt_cash_view_get_scenarios (PltCashView *self);

G_END_DECLS

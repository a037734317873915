/* PltCashForecast: the page « Prévision » of the trésorerie: the greatest need and the critical
 * periods, the curve with its events that can be dragged, the table by week or month, and what has
 * no date. Why an amount is what it is and what can be done are for the side pane, which its view
 * shows (plt_cash_forecast_get_side()).
 *
 * What is dragged or chosen among the measures is tried: the plan is computed with it, the curve
 * keeps the old one below, a line says what changes, and nothing is written until it is kept in a
 * scenario or applied.
 *
 * Signal: side-wanted (): what the side pane has is to be seen */
#pragma once

#include <gtk/gtk.h>

#include "plt-cash-curve.h"
#include "plt-cash-model.h"
#include "plt-cash-side.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_FORECAST (plt_cash_forecast_get_type ())
G_DECLARE_FINAL_TYPE (PltCashForecast, plt_cash_forecast, PLT, CASH_FORECAST, GtkWidget)

GtkWidget *plt_cash_forecast_new (PltSession *session);
/* After the session changed. */
void plt_cash_forecast_refresh (PltCashForecast *self);

PltCashModel *plt_cash_forecast_get_model (PltCashForecast *self);
PltGrid *plt_cash_forecast_get_grid (PltCashForecast *self);
PltCashCurve *plt_cash_forecast_get_curve (PltCashForecast *self);
PltCashSide *plt_cash_forecast_get_side (PltCashForecast *self);
/* The plan that is shown: the session's, or what is tried. */
const PltCashPlan *plt_cash_forecast_get_plan (PltCashForecast *self);
const char *plt_cash_forecast_get_headline (PltCashForecast *self);
const char *plt_cash_forecast_get_words (PltCashForecast *self); /* what a trial changes; "" */

void plt_cash_forecast_set_step (PltCashForecast *self, PltCashStep step);
PltCashStep plt_cash_forecast_get_step (PltCashForecast *self);
gboolean plt_cash_forecast_has_instalments (PltCashForecast *self);
void plt_cash_forecast_zoom (PltCashForecast *self, int steps);
void plt_cash_forecast_show_instalments (PltCashForecast *self, gboolean instalments);
void plt_cash_forecast_show_why (PltCashForecast *self);

/* ---- what is tried ---- */

/* (element-type PltScenarioChangeFacts): copied; `words` (nullable) is the name they go by. */
void plt_cash_forecast_try (PltCashForecast *self, const GArray *changes, const char *words);
gboolean plt_cash_forecast_is_trying (PltCashForecast *self);
const GArray *plt_cash_forecast_get_changes (PltCashForecast *self);
void plt_cash_forecast_cancel (PltCashForecast *self);
GtkWindow *plt_cash_forecast_keep (PltCashForecast *self); /* (nullable): the dialog */
gboolean plt_cash_forecast_can_apply (PltCashForecast *self);
void plt_cash_forecast_apply (PltCashForecast *self);
/* What can be done about the critical period of that index. */
void plt_cash_forecast_show_measures (PltCashForecast *self, guint critical);

G_END_DECLS

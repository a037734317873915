/* PltCashView: the plan de trésorerie: the curve with its lowest point in words, the table by
 * month, what has no date; and the register of real and planned movements. */
#pragma once

#include "plt-cash-model.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_VIEW (plt_cash_view_get_type ())
G_DECLARE_FINAL_TYPE (PltCashView, plt_cash_view, PLT, CASH_VIEW, PltView)

PltCashModel *plt_cash_view_get_model (PltCashView *self);
const char *plt_cash_view_get_headline (PltCashView *self);

G_END_DECLS

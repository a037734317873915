/* PltCashUndated: what has no date, and so is neither on the curve nor in the table of the
 * trésorerie: how many and how much, and a list that unfolds with a door to each. */
#pragma once

#include <gtk/gtk.h>

#include "plt-cash-plan.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_UNDATED (plt_cash_undated_get_type ())
G_DECLARE_FINAL_TYPE (PltCashUndated, plt_cash_undated, PLT, CASH_UNDATED, GtkWidget)

GtkWidget *plt_cash_undated_new (PltSession *session);
void plt_cash_undated_show (PltCashUndated *self, const PltCashPlan *plan);

G_END_DECLS

/* PltCashCompare: two plans de trésorerie side by side as a grid, figure by figure, with what the
 * second one is more or less. Read only. */
#pragma once

#include "plt-cash-plan.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_COMPARE (plt_cash_compare_get_type ())
G_DECLARE_FINAL_TYPE (PltCashCompare, plt_cash_compare, PLT, CASH_COMPARE, GObject)

PltCashCompare *plt_cash_compare_new (void);
/* Reads both; they may go when this returns. */
void plt_cash_compare_show (PltCashCompare *self,
                            const PltCashPlan *before,
                            const char *before_name,
                            const PltCashPlan *after,
                            const char *after_name);
/* The differences that matter, as a sentence. */
char *plt_cash_compare_words (const PltCashPlan *before, const PltCashPlan *after);

G_END_DECLS

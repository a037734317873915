/* PltFinanceSummary: the plan de financement as a whole beside its sources: the total against the
 * devis, what is missing in words, how sure it is, shares, and the rules it has to hold to, each
 * with its figure, its limit, its source and a door to what can be changed. */
#pragma once

#include <gtk/gtk.h>

#include "plt-finance-plan.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_SUMMARY (plt_finance_summary_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceSummary, plt_finance_summary, PLT, FINANCE_SUMMARY, GtkWidget)

GtkWidget *plt_finance_summary_new (PltSession *session);
/* Shows that plan: the production's, or what is being typed makes of it. Not kept. */
void plt_finance_summary_show (PltFinanceSummary *self, const PltFinancePlan *plan);
const char *plt_finance_summary_get_gap (PltFinanceSummary *self);
/* "37,2 % · limit 60 %" */
char *plt_finance_check_text (const PltFinanceCheck *check);
const char *plt_finance_check_state (PltCheckState state); /* "held", in the user's language */

G_END_DECLS

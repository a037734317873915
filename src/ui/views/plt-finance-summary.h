/* PltFinanceSummary: the financing against the devis: one bar, the gap in words, shares by status
 * and by group, and what is checked. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_SUMMARY (plt_finance_summary_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceSummary, plt_finance_summary, PLT, FINANCE_SUMMARY, GtkWidget)

GtkWidget *plt_finance_summary_new (PltSession *session);
void plt_finance_summary_refresh (PltFinanceSummary *self);
const char *plt_finance_summary_get_gap (PltFinanceSummary *self); /* in words */

G_END_DECLS

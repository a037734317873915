/* Figures of a devis and of its financing that views show: what a day and a minute cost, shares,
 * what is missing. Knows no widget. */
#pragma once

#include "plt-budget.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* Half up to the centime; PLT_UNKNOWN without days, or without a length. */
PltMoney plt_devis_per_day (PltMoney amount, guint days);
PltMoney plt_devis_per_minute (PltMoney amount, gint64 seconds);
/* part / whole in millionths, half up to a tenth of a percent; PLT_UNKNOWN of nothing. */
gint64 plt_devis_share_e6 (PltMoney part, PltMoney whole);
char *plt_devis_format_share (gint64 share_e6); /* "11,4 %", "—" when it is not known */
char *plt_devis_format_money (PltMoney amount); /* "—" when it is not known */
char *plt_devis_format_rate (gint64 rate_e6);   /* "65,3 %" */
const char *plt_devis_place_title (gboolean abroad);
/* The title of a choice of a column of `budget`: "overheads_base", "postes-1-9". */
const char *plt_devis_choice_title (const char *column, const char *choice);
/* "Total 96 420,00 € · 19 284,00 € a day · 5 167,00 € a minute" */
char *plt_devis_figures_text (PltSession *session);
/* The same of figures that are only tried: "Total 98 000,00 € (+1 580,00 €) · …" */
char *plt_devis_figures_compare (PltSession *session, const PltBudget *tried);
char *plt_devis_format_change (PltMoney change); /* "+1 580,00 €", "±0,00 €" */

G_END_DECLS

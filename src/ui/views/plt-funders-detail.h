/* PltFundersDetail: one financeur: who it is, each criterion with the reason and the door to where
 * it is entered, amounts, days, obligations, documents, where all that was read and when; and the
 * applications made for it with their checklists. */
#pragma once

#include <gtk/gtk.h>

#include "plt-funding-eligibility.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_FUNDERS_DETAIL (plt_funders_detail_get_type ())
G_DECLARE_FINAL_TYPE (PltFundersDetail, plt_funders_detail, PLT, FUNDERS_DETAIL, GtkWidget)

GtkWidget *plt_funders_detail_new (PltSession *session);
/* Shows it; nothing is kept of `eligibility` (nullable) but what is on the screen. */
void plt_funders_detail_show (PltFundersDetail *self, const PltEligibility *eligibility);
char *plt_funders_detail_get_text (PltFundersDetail *self); /* all its words, for tests */

G_END_DECLS

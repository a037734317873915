/* PltCreditsPage: the credits of the production, with what each gives and costs in the treasury
 * plan, and what they cost in all. */
#pragma once

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_CREDITS_PAGE (plt_credits_page_get_type ())
G_DECLARE_FINAL_TYPE (PltCreditsPage, plt_credits_page, PLT, CREDITS_PAGE, GtkWidget)

GtkWidget *plt_credits_page_new (PltSession *session);
PltRegister *plt_credits_page_get_register (PltCreditsPage *self);
const char *plt_credits_page_get_headline (PltCreditsPage *self);

G_END_DECLS

/* PltPaymentsPage: the ways of paying of the production, and below them the lines of the devis that
 * are paid in each: chosen there, any number of lines get the way chosen above in one step.
 *
 * A button makes the usual ways, with the terms of the referential "paiements". */
#pragma once

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_PAYMENTS_PAGE (plt_payments_page_get_type ())
G_DECLARE_FINAL_TYPE (PltPaymentsPage, plt_payments_page, PLT, PAYMENTS_PAGE, GtkWidget)

GtkWidget *plt_payments_page_new (PltSession *session);
PltRegister *plt_payments_page_get_register (PltPaymentsPage *self);
PltRegister *plt_payments_page_get_lines (PltPaymentsPage *self);
/* What the buttons do; FALSE when there is nothing to do. */
gboolean plt_payments_page_add_usual (PltPaymentsPage *self);
/* The chosen way to the selected lines; `clear` takes the way away from them. */
gboolean plt_payments_page_assign (PltPaymentsPage *self, gboolean clear);

G_END_DECLS

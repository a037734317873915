/* PltBankPage: the statement of the bank, line by line, and beside it which movement each line is.
 *
 * At the left the register of entries with its search and its filters; at the right what the chosen
 * entry may be, with reasons, best first, and another movement to be looked for. Enter accepts the
 * first proposal and goes to the next entry that is open; Ctrl+Enter accepts all that is sure, as
 * one step of undo. Above, the bank's own balance beside that of the movements. */
#pragma once

#include "plt-bank-match.h"
#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_BANK_PAGE (plt_bank_page_get_type ())
G_DECLARE_FINAL_TYPE (PltBankPage, plt_bank_page, PLT, BANK_PAGE, GtkWidget)

GtkWidget *plt_bank_page_new (PltSession *session);
PltRegister *plt_bank_page_get_register (PltBankPage *self);
const PltBankMatch *plt_bank_page_get_match (PltBankPage *self); /* (nullable) before it is seen */
const char *plt_bank_page_get_balance (PltBankPage *self);       /* the sentence above */
gboolean plt_bank_page_select (PltBankPage *self, gint64 entry);
guint plt_bank_page_get_n_offers (PltBankPage *self); /* proposals, or what was looked for */
void plt_bank_page_look_for (PltBankPage *self, const char *text);
/* What the keys and the buttons do; FALSE when there is nothing to do. */
gboolean plt_bank_page_accept (PltBankPage *self, guint offer);
gboolean plt_bank_page_accept_sure (PltBankPage *self);
gboolean plt_bank_page_create (PltBankPage *self);
gboolean plt_bank_page_ignore (PltBankPage *self); /* or opens it again */

G_END_DECLS

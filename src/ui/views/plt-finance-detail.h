/* PltFinanceDetail: one source of financing: its instalments, the history of its status, the rights
 * it gets and what it gets back, the applications for it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_DETAIL (plt_finance_detail_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceDetail, plt_finance_detail, PLT, FINANCE_DETAIL, GtkWidget)

GtkWidget *plt_finance_detail_new (PltSession *session);
void plt_finance_detail_show (PltFinanceDetail *self, gint64 source);
gint64 plt_finance_detail_get_shown (PltFinanceDetail *self); /* 0: none */
void plt_finance_detail_refresh (PltFinanceDetail *self);
/* "instalments", "history", "rights", "applications" */
void plt_finance_detail_show_page (PltFinanceDetail *self, const char *page);
const char *plt_finance_detail_get_page (PltFinanceDetail *self);
PltRegister *plt_finance_detail_get_register (PltFinanceDetail *self,
                                              const char *page); /* (nullable) */
/* The register with the focus; NULL when it is elsewhere. */
PltRegister *plt_finance_detail_get_focused (PltFinanceDetail *self);
const char *plt_finance_detail_get_rest (PltFinanceDetail *self); /* what is said of the rest */

/* Commands on the source shown. */
void plt_finance_detail_add_rest (PltFinanceDetail *self);
void plt_finance_detail_apply_preset (PltFinanceDetail *self, const char *code);

G_END_DECLS

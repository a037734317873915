/* PltConstraintsPage: what the plan de travail has to keep to, four registers behind one switch:
 * availability, events, order of shooting, periods of the calendar. */
#pragma once

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_CONSTRAINTS_PAGE (plt_constraints_page_get_type ())
G_DECLARE_FINAL_TYPE (PltConstraintsPage, plt_constraints_page, PLT, CONSTRAINTS_PAGE, GtkWidget)

GtkWidget *plt_constraints_page_new (PltSession *session);
PltRegister *plt_constraints_page_get_register (PltConstraintsPage *self); /* the one shown */
/* Shows the register of that table; FALSE when it has none. */
gboolean plt_constraints_page_show (PltConstraintsPage *self, const char *table);
/* Shows that row in its register; FALSE when its table is not here. */
gboolean plt_constraints_page_select_ref (PltConstraintsPage *self, PltRef ref);

G_END_DECLS

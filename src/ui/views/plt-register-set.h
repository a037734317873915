/* PltRegisterSet: registers of a few tables on one page, and what goes with them, with a switch
 * between them. */
#pragma once

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_REGISTER_SET (plt_register_set_get_type ())
G_DECLARE_FINAL_TYPE (PltRegisterSet, plt_register_set, PLT, REGISTER_SET, GtkWidget)

/* `tables`: ids by comma */
GtkWidget *plt_register_set_new (PltSession *session, const char *tables);
/* (nullable): NULL where something else is shown */
PltRegister *plt_register_set_get_shown (PltRegisterSet *self);
/* Something besides, at the end. */
void
plt_register_set_add (PltRegisterSet *self, const char *id, const char *title, GtkWidget *page);
GtkWidget *plt_register_set_get_page (PltRegisterSet *self, const char *id); /* (nullable) */
/* FALSE for a row of another table. */
gboolean plt_register_set_select_ref (PltRegisterSet *self, PltRef ref);

G_END_DECLS

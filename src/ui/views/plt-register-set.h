/* PltRegisterSet: registers of a few tables on one page, with a switch between them. */
#pragma once

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_REGISTER_SET (plt_register_set_get_type ())
G_DECLARE_FINAL_TYPE (PltRegisterSet, plt_register_set, PLT, REGISTER_SET, GtkWidget)

/* `tables`: ids by comma */
GtkWidget *plt_register_set_new (PltSession *session, const char *tables);
PltRegister *plt_register_set_get_shown (PltRegisterSet *self);
/* FALSE for a row of another table. */
gboolean plt_register_set_select_ref (PltRegisterSet *self, PltRef ref);

G_END_DECLS

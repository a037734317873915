/* Keeping what is tried on the plan de trésorerie: in a scenario, new or not, as one command. */
#pragma once

#include <gtk/gtk.h>

#include "plt-cash-what-if.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* Asks for the scenario. `done` is called when the changes were kept, with the id of the scenario;
 * `owner` (a widget) is its user data, and has to be there then. `wish`: a name to begin with. */
typedef void (*PltCashKept) (gint64 scenario, gpointer owner);
GtkWindow *plt_cash_keep_dialog (GtkWidget *owner,
                                 PltSession *session,
                                 const GArray *changes,
                                 const char *wish,
                                 PltCashKept done);
/* Asks for a name: for a new scenario (0) or another name for one. */
GtkWindow *
plt_cash_rename_dialog (GtkWidget *owner, PltSession *session, gint64 scenario, PltCashKept done);

G_END_DECLS

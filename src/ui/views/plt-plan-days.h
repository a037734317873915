/* "Add days": from which date, how many, without which weekdays; what that makes is shown before it
 * is done. Makes a plan first when the production has none. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* (transfer none): the dialog */
GtkWindow *plt_plan_days_present (GtkWindow *parent, PltSession *session);

/* Adds what the dialog would, as one command. FALSE with an error. */
gboolean
plt_plan_days_add (PltSession *session, PltDate first, guint n, guint rest_days, GError **error);

G_END_DECLS

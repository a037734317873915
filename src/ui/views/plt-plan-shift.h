/* Moves a day of the plan and all later ones by working days, after asking by how many. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

GtkWindow *plt_plan_shift_present (GtkWindow *parent, PltSession *session, gint64 day);
/* Without asking. */
gboolean plt_plan_shift (PltSession *session, gint64 day, int n, guint rest_days, GError **error);

G_END_DECLS

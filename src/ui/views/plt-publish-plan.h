/* The window "Publish the Schedule": number, date, author, reason, and what has moved since the
 * version that it replaces, with room for a reason of each. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* Of the version that is looked at. */
GtkWindow *plt_publish_plan_present (GtkWindow *parent, PltSession *session);
/* Asks, then deletes the version and looks at the current one; a toast says why it must stay. */
void plt_plan_delete_ask (GtkWindow *parent, PltSession *session, gint64 schedule);

G_END_DECLS

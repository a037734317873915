/* Named snapshots of the whole production: making one, looking at one, restoring one. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

void plt_snapshot_ask (GtkWindow *parent, PltSession *session); /* asks for its name */
void plt_snapshots_present (GtkWindow *parent, PltSession *session);

G_END_DECLS

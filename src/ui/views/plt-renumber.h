/* The dialog that gives new numbers to séquences, one after the other from a first one. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* sequences (element-type gint64): in the order they are to have. */
GtkWindow *plt_renumber_present (GtkWindow *parent, PltSession *session, GArray *sequences);

G_END_DECLS

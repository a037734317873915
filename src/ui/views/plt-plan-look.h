/* How strips look: what they say, and the colours of the effects. Each change is seen at once and
 * can be undone. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

GtkWindow *plt_plan_look_present (GtkWindow *parent, PltSession *session);

G_END_DECLS

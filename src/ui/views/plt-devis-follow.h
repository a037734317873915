/* The dialog that makes a devis follow the plan de travail and the engagements: the lines it lacks,
 * each taken or left. */
#pragma once

#include <gtk/gtk.h>

#include "plt-devis-links.h"
#include "plt-grid.h"

G_BEGIN_DECLS

/* (nullable): NULL when the devis lacks nothing, which is told. */
GtkWindow *plt_devis_follow_present (GtkWidget *parent, PltSession *session);
PltGrid *plt_devis_follow_get_grid (GtkWindow *dialog);

G_END_DECLS

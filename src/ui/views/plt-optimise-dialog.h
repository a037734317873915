/* The optimiser of the plan de travail: what is asked, the search with its progress, what it
 * offers, and taking it, whole or in part, as one undoable command. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* For the version of the plan that is looked at. (transfer none): shown, and gone when closed. */
GtkWindow *plt_optimise_dialog_present (GtkWindow *parent, PltSession *session);

G_END_DECLS

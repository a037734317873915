/* The dialog that looks for a way to a ceiling: the amount to reach, for the total or for one post;
 * what is to stay as it is; and which variables may move, between which bounds. "Look" computes a
 * proposal and shows it beside the numbers of today; only "Apply" writes it, as one command. The
 * line that is selected in the devis may move too, by its rate. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* For the version that is looked at. Returns the dialog. */
GtkWindow *plt_devis_simulate_present (GtkWidget *owner, PltSession *session);

/* For tests: the amount to reach, and whether the number of that name may move. */
void plt_devis_simulate_set_target (GtkWindow *dialog, const char *amount);
void plt_devis_simulate_set_moves (GtkWindow *dialog, const char *name, gboolean moves);
void plt_devis_simulate_look (GtkWindow *dialog);
const char *plt_devis_simulate_get_result (GtkWindow *dialog);

G_END_DECLS

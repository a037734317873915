/* What the side pane says of a row of the rétroplanning that has no form of its own: a phase (its
 * dates, its tasks, those that are late, the least margin), the delivery of a production whose plan
 * has no task for it. */
#pragma once

#include "plt-retro-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *plt_retro_phase_pane_new (PltSession *session);
/* Shows that row of the model, or -1; FALSE for a row that has a form. */
gboolean plt_retro_phase_pane_show (GtkWidget *pane, PltRetroModel *model, int row);
gboolean plt_retro_phase_pane_is_shown (GtkWidget *pane);

G_END_DECLS

/* What a screening that sends its stage back to work would do to the plan: the work that comes,
 * what moves with it, what is left until the delivery. Nothing is written before it is accepted,
 * and then all of it as one command. */
#pragma once

#include "plt-dialog.h"
#include "plt-retro-model.h"

G_BEGIN_DECLS

/* NULL where the screening does not say enough: told to the user, with the cell to fill in opened.
 * (transfer none) (nullable) */
PltDialog *plt_retro_rework_dialog (GtkWidget *owner,
                                    PltSession *session,
                                    PltRetroModel *model,
                                    gint64 screening);

G_END_DECLS

/* What the registers of the rétroplanning offer above their rows: the screenings that the plan has
 * milestones for and that have no row yet, added by one click; a closing in August of a calendar,
 * of which only the days have to be said. */
#pragma once

#include "plt-dialog.h"
#include "plt-retro-model.h"

G_BEGIN_DECLS

/* Seen while there are some. (transfer floating) */
GtkWidget *plt_screening_offer_new (PltSession *session, PltRetroModel *model);
/* (transfer floating) */
GtkWidget *plt_closing_offer_new (PltSession *session, PltRetroModel *model);
PltDialog *plt_closing_dialog (GtkWidget *owner, PltSession *session, PltRetroModel *model);

G_END_DECLS

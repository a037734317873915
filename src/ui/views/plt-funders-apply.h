/* Dialogs of the applications: a new one, and the answer to one. Each is one command. */
#pragma once

#include <gtk/gtk.h>

#include "plt-funding-catalogue.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* The catalogue lives as long as the dialog: it takes the code only. */
void plt_funders_apply_present (GtkWidget *parent, PltSession *session, const char *scheme);
void plt_funders_answer_present (GtkWidget *parent, PltSession *session, gint64 application);
/* (transfer full): of the production, else the one that comes with the program */
PltFundingCatalogue *plt_funders_load_catalogue (PltSession *session);

G_END_DECLS

/* The dialogs of the rétroplanning: its template, how it is counted, a baseline, the ways out. */
#pragma once

#include "plt-retro-model.h"

#include "plt-dialog.h"
#include "plt-retro-ways.h"

G_BEGIN_DECLS

/* The usual tasks of a kind of production, and those of them that are missing. The dialog, NULL
 * when the templates are not installed (which is told). */
PltDialog *plt_retro_template_dialog (GtkWidget *owner, PltSession *session);
/* (transfer full) (nullable): the copy that the production keeps, else the one that is installed */
PltNetworkTemplates *plt_retro_load_templates (PltSession *session, GError **error);
/* Kind of template that is shown, and another one. */
const char *plt_retro_template_dialog_get_kind (PltDialog *dialog);
void plt_retro_template_dialog_set_kind (PltDialog *dialog, const char *kind);
guint plt_retro_template_dialog_count (PltDialog *dialog); /* of the tasks it would add */

/* Backwards from the PAD, or forwards from a day; both dates are asked there. */
PltDialog *plt_retro_direction_dialog (GtkWidget *owner, PltSession *session, PltRetroModel *model);
/* An entry of a date, and a widget with its title at the left. (transfer floating) */
GtkWidget *plt_retro_date_entry (const char *name, PltDate date);
GtkWidget *plt_retro_titled (const char *title, GtkWidget *widget);
/* Asks for a name and keeps all dates under it. */
PltDialog *plt_retro_baseline_dialog (GtkWidget *owner, PltSession *session, PltRetroModel *model);

/* What helps where the delivery, or something else, cannot be held: a line each with what it gains,
 * applied alone or with others that are ticked, as one command; doors to what is kept elsewhere. It
 * closes when nothing is missing any more. NULL when nothing is. */
PltDialog *plt_retro_ways_dialog (GtkWidget *owner, PltSession *session, PltRetroModel *model);
/* (transfer none) (element-type PltRetroWay): its lines */
const GPtrArray *plt_retro_ways_dialog_get_ways (PltDialog *dialog);
const char *plt_retro_ways_dialog_get_effect (PltDialog *dialog); /* of what is ticked */
void plt_retro_ways_dialog_tick (PltDialog *dialog, guint line, gboolean ticked);
void plt_retro_ways_dialog_do (PltDialog *dialog, guint line); /* the button of that line */

G_END_DECLS

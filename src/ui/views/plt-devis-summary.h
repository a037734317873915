/* PltDevisSummary: the devis on one page: the nine posts, what comes after them and the total, each
 * with its share, its cost per shooting day and per minute, and a bar. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_SUMMARY (plt_devis_summary_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisSummary, plt_devis_summary, PLT, DEVIS_SUMMARY, GtkWidget)

GtkWidget *plt_devis_summary_new (PltSession *session);
void plt_devis_summary_refresh (PltDevisSummary *self);
gboolean plt_devis_summary_grab_focus (PltDevisSummary *self);

G_END_DECLS

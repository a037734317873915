/* PltStatsPage: the film in figures: effects by pages and minutes, night, décors, roles, and which
 * role plays in which séquence. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_STATS_PAGE (plt_stats_page_get_type ())
G_DECLARE_FINAL_TYPE (PltStatsPage, plt_stats_page, PLT, STATS_PAGE, GtkWidget)

GtkWidget *plt_stats_page_new (PltSession *session);
void plt_stats_page_refresh (PltStatsPage *self);
PltGrid *plt_stats_page_get_grid (PltStatsPage *self);

G_END_DECLS

/* PltStatsPage: the film in figures: effects by pages and minutes, the three timings and the length
 * that was announced, story days, what is sensitive, how far each department is. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_STATS_PAGE (plt_stats_page_get_type ())
G_DECLARE_FINAL_TYPE (PltStatsPage, plt_stats_page, PLT, STATS_PAGE, GtkWidget)

GtkWidget *plt_stats_page_new (PltSession *session);
void plt_stats_page_refresh (PltStatsPage *self);

G_END_DECLS

/* PltPresencePage: the présences (day out of days) of the plan, letters that can be typed.
 *
 * Signal: select (const char *table, gint64 id): the cursor stands on that element or day. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PRESENCE_PAGE (plt_presence_page_get_type ())
G_DECLARE_FINAL_TYPE (PltPresencePage, plt_presence_page, PLT, PRESENCE_PAGE, GtkWidget)

GtkWidget *plt_presence_page_new (PltSession *session);
void plt_presence_page_refresh (PltPresencePage *self);
PltGrid *plt_presence_page_get_grid (PltPresencePage *self);
gboolean plt_presence_page_select_ref (PltPresencePage *self, PltRef ref);

G_END_DECLS

/* PltListPage: the plan day by day, with a search.
 *
 * Signal: select (const char *table, gint64 id): the cursor stands on that day, strip or séquence.
 */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_LIST_PAGE (plt_list_page_get_type ())
G_DECLARE_FINAL_TYPE (PltListPage, plt_list_page, PLT, LIST_PAGE, GtkWidget)

GtkWidget *plt_list_page_new (PltSession *session);
void plt_list_page_refresh (PltListPage *self);
PltGrid *plt_list_page_get_grid (PltListPage *self);
void plt_list_page_start_search (PltListPage *self);

G_END_DECLS

/* PltSidebar: the views of a production, by phase of work. A dot marks a view with issues.
 *
 * Signals: view-activated (id): the user chose a view. view-entered: by a click or Return, so the
 * keys are for the view from now on. */
#pragma once

#include <gtk/gtk.h>

#include "plt-views.h"

G_BEGIN_DECLS

#define PLT_TYPE_SIDEBAR (plt_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PltSidebar, plt_sidebar, PLT, SIDEBAR, GtkWidget)

GtkWidget *plt_sidebar_new (PltSession *session);
void plt_sidebar_set_current (PltSidebar *self, const char *view);
/* (nullable): the view at that place, counted from 0, among those the production uses */
const PltViewInfo *plt_sidebar_get_nth (PltSidebar *self, guint place);
/* (nullable): `step` places after (or before) that view, around the ends */
const PltViewInfo *plt_sidebar_get_beside (PltSidebar *self, const char *view, int step);

G_END_DECLS

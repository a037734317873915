/* PltSidePane: what is selected, as a form with its issues; or all issues; or the history; first of
 * all what the view on the screen has of its own (plt_view_set_pane()). */
#pragma once

#include <gtk/gtk.h>

#include "plt-form.h"
#include "plt-issues-pane.h"

G_BEGIN_DECLS

#define PLT_TYPE_SIDE_PANE (plt_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (PltSidePane, plt_side_pane, PLT, SIDE_PANE, GtkWidget)

GtkWidget *plt_side_pane_new (PltSession *session);
/* "view" (else the form, where a view has nothing of its own), "form", "issues", "history" */
void plt_side_pane_show (PltSidePane *self, const char *page);
/* (nullable): that of the view that is now on the screen; it is shown at once, unless issues or
 * history are. */
void plt_side_pane_set_view_page (PltSidePane *self, const char *title, GtkWidget *page);
const char *plt_side_pane_get_shown (PltSidePane *self);
/* Into what is shown, not on its tab. */
gboolean plt_side_pane_grab_content_focus (PltSidePane *self);
PltForm *plt_side_pane_get_form (PltSidePane *self);
PltIssuesPane *plt_side_pane_get_issues (PltSidePane *self);

G_END_DECLS

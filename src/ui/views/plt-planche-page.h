/* PltPlanchePage: the planche in the view of the plan: a bar and the cross-table below.
 *
 * The box of the bar takes "J12", a date, the number of a séquence or words, and goes there. A
 * buttons goes a day back, another a day on. The signal `open` (table, id) asks for the form of
 * what a double click or Ctrl+Enter was on. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PLANCHE_PAGE (plt_planche_page_get_type ())
G_DECLARE_FINAL_TYPE (PltPlanchePage, plt_planche_page, PLT, PLANCHE_PAGE, GtkWidget)

GtkWidget *plt_planche_page_new (PltSession *session);
void plt_planche_page_refresh (PltPlanchePage *self);
gboolean plt_planche_page_grab_focus (PltPlanchePage *self);
void plt_planche_page_start_search (PltPlanchePage *self);
/* A day, a strip, a séquence or an element; FALSE when it is not there. */
gboolean plt_planche_page_select_ref (PltPlanchePage *self, PltRef ref);
void plt_planche_page_step_day (PltPlanchePage *self, int step); /* 1 or -1 */
PltGrid *plt_planche_page_get_grid (PltPlanchePage *self);

G_END_DECLS

/* PltCostumesPage: who wears what in which séquence, in the order of the story, and below it the
 * costumes themselves: description, make-up and hair, copies. */
#pragma once

#include <gtk/gtk.h>

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_COSTUMES_PAGE (plt_costumes_page_get_type ())
G_DECLARE_FINAL_TYPE (PltCostumesPage, plt_costumes_page, PLT, COSTUMES_PAGE, GtkWidget)

GtkWidget *plt_costumes_page_new (PltSession *session);
PltGrid *plt_costumes_page_get_grid (PltCostumesPage *self);
PltRegister *plt_costumes_page_get_register (PltCostumesPage *self);
void plt_costumes_page_refresh (PltCostumesPage *self);
gboolean plt_costumes_page_grab_focus (PltCostumesPage *self);
void plt_costumes_page_fill_days (PltCostumesPage *self); /* proposals, as one step */
void plt_costumes_page_add_named (PltCostumesPage *self); /* rows for what séquences name */

G_END_DECLS

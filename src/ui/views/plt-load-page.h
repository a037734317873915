/* PltLoadPage: who has too much to do, in a sentence, and the load by week below it. A double click
 * on a person or a team shows their tasks in the plan. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-load-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_LOAD_PAGE (plt_load_page_get_type ())
G_DECLARE_FINAL_TYPE (PltLoadPage, plt_load_page, PLT, LOAD_PAGE, GtkWidget)

GtkWidget *plt_load_page_new (PltRetroModel *plan);
PltGrid *plt_load_page_get_grid (PltLoadPage *self);

G_END_DECLS

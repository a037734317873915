/* PltDevisGlobalsPage: the variables of the devis, with what a keystroke makes of the total. */
#pragma once

#include <gtk/gtk.h>

#include "plt-devis-globals.h"
#include "plt-grid.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_GLOBALS_PAGE (plt_devis_globals_page_get_type ())
G_DECLARE_FINAL_TYPE (
    PltDevisGlobalsPage, plt_devis_globals_page, PLT, DEVIS_GLOBALS_PAGE, GtkWidget)

GtkWidget *plt_devis_globals_page_new (PltSession *session);
PltGrid *plt_devis_globals_page_get_grid (PltDevisGlobalsPage *self);
PltDevisGlobals *plt_devis_globals_page_get_model (PltDevisGlobalsPage *self);
void plt_devis_globals_page_refresh (PltDevisGlobalsPage *self);
gboolean plt_devis_globals_page_grab_focus (PltDevisGlobalsPage *self);
gboolean plt_devis_globals_page_select_ref (PltDevisGlobalsPage *self, PltRef ref);
void plt_devis_globals_page_add (PltDevisGlobalsPage *self); /* goes where a new one is typed */
void plt_devis_globals_page_delete (PltDevisGlobalsPage *self);
GtkWidget *plt_devis_globals_page_show_columns (PltDevisGlobalsPage *self); /* the popover */

G_END_DECLS

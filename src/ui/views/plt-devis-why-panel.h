/* PltDevisWhyPanel: why this total: the cell with the cursor taken apart below the grid, down to
 * the lines, the names of their formulas and where they come from; Ctrl+Enter goes there.
 *
 * Signal: closed (): its button was pressed */
#pragma once

#include <gtk/gtk.h>

#include "plt-devis-why.h"
#include "plt-grid.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_WHY_PANEL (plt_devis_why_panel_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisWhyPanel, plt_devis_why_panel, PLT, DEVIS_WHY_PANEL, GtkWidget)

GtkWidget *plt_devis_why_panel_new (PltSession *session);
PltGrid *plt_devis_why_panel_get_grid (PltDevisWhyPanel *self);
/* budget: the figures to take apart; those of what is being typed, or the session's */
void plt_devis_why_panel_show (PltDevisWhyPanel *self,
                               const PltBudget *budget,
                               const PltDevisRow *row); /* (nullable) */

G_END_DECLS

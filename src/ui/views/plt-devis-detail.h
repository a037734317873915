/* PltDevisDetail: the devis as it is worked on: search and what is shown above, the formula bar,
 * the grid, and at its foot the figures that matter. */
#pragma once

#include <gtk/gtk.h>

#include "plt-devis-model.h"
#include "plt-devis-why-panel.h"
#include "plt-formula-bar.h"
#include "plt-grid.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_DETAIL (plt_devis_detail_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisDetail, plt_devis_detail, PLT, DEVIS_DETAIL, GtkWidget)

GtkWidget *plt_devis_detail_new (PltSession *session);
PltGrid *plt_devis_detail_get_grid (PltDevisDetail *self);
PltDevisModel *plt_devis_detail_get_model (PltDevisDetail *self);
PltFormulaBar *plt_devis_detail_get_formula_bar (PltDevisDetail *self);
void plt_devis_detail_refresh (PltDevisDetail *self);
gboolean plt_devis_detail_grab_focus (PltDevisDetail *self);
gboolean plt_devis_detail_select_ref (PltDevisDetail *self, PltRef ref);
void plt_devis_detail_start_search (PltDevisDetail *self);

/* What the actions of the view do. */
GtkWindow *plt_devis_detail_add_line (PltDevisDetail *self);  /* (nullable): the dialog */
GtkWindow *plt_devis_detail_pick_rate (PltDevisDetail *self); /* (nullable): the dialog */
void plt_devis_detail_delete (PltDevisDetail *self);
void plt_devis_detail_duplicate (PltDevisDetail *self);
void plt_devis_detail_go_to_source (PltDevisDetail *self);
void plt_devis_detail_set_hide_empty (PltDevisDetail *self, gboolean hide);
void plt_devis_detail_expand_to (PltDevisDetail *self, guint level);
void plt_devis_detail_toggle_why (PltDevisDetail *self);
PltDevisWhyPanel *plt_devis_detail_get_why (PltDevisDetail *self);
void plt_devis_detail_relink (PltDevisDetail *self);
GtkWidget *plt_devis_detail_show_columns (PltDevisDetail *self); /* the popover */
void plt_devis_detail_expand_all (PltDevisDetail *self, gboolean expanded);

G_END_DECLS

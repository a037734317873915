/* PltConformityPage: the conformity grid. A letter in a cell is its state, and the cursor goes on
 * to the next séquence; the side pane has the note of the cell that is chosen. */
#pragma once

#include <gtk/gtk.h>

#include "plt-conformity-model.h"
#include "plt-grid.h"

G_BEGIN_DECLS

#define PLT_TYPE_CONFORMITY_PAGE (plt_conformity_page_get_type ())
G_DECLARE_FINAL_TYPE (PltConformityPage, plt_conformity_page, PLT, CONFORMITY_PAGE, GtkWidget)

GtkWidget *plt_conformity_page_new (PltSession *session);
void plt_conformity_page_refresh (PltConformityPage *self);
PltGrid *plt_conformity_page_get_grid (PltConformityPage *self);
gboolean plt_conformity_page_grab_focus (PltConformityPage *self);
/* What a key does in the cell with the cursor; FALSE when nothing. */
gboolean plt_conformity_page_press (PltConformityPage *self, gunichar letter);
/* Goes to that row of the table conformity, or to that séquence. */
gboolean plt_conformity_page_select_ref (PltConformityPage *self, PltRef ref);

G_END_DECLS

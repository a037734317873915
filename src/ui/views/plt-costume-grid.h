/* PltCostumeGrid: roles by séquences in the order of the story, with the number of the costume each
 * wears; typed, pasted and filled as in a spreadsheet. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_COSTUME_GRID (plt_costume_grid_get_type ())
G_DECLARE_FINAL_TYPE (PltCostumeGrid, plt_costume_grid, PLT, COSTUME_GRID, GObject)

PltCostumeGrid *plt_costume_grid_new (PltSession *session);
void plt_costume_grid_refresh (PltCostumeGrid *self);
/* What a cell stands for: a role, or the séquence. Its table is NULL for neither. */
PltRef plt_costume_grid_get_ref (PltCostumeGrid *self, guint row, guint column);

G_END_DECLS

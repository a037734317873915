/* PltSetEffects: décors by effects as a grid that is only read: pages and minutes of each. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SET_EFFECTS (plt_set_effects_get_type ())
G_DECLARE_FINAL_TYPE (PltSetEffects, plt_set_effects, PLT, SET_EFFECTS, GObject)

PltSetEffects *plt_set_effects_new (PltSession *session);
void plt_set_effects_refresh (PltSetEffects *self);
/* What a cell counts: the décor ("" for all of them) and the effect ("" for any). FALSE for none.
 */
gboolean plt_set_effects_get_cell (
    PltSetEffects *self, guint row, guint column, const char **set, const char **code);

G_END_DECLS

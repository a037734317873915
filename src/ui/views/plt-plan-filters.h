/* What strips of the board are looked for by: role, set, place, INT or EXT, effect, what became of
 * them. The row of these filters is the key of a strip: its id, or minus the id of its séquence. */
#pragma once

#include "plt-register-custom.h"

G_BEGIN_DECLS

extern const PltCustomFilter plt_plan_filters[];

G_END_DECLS

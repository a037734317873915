/* PltMovesDay: the movements of one day as the régie works on them: days at the left, the movements
 * of the day that is chosen, and below them the stops of the one that is selected.
 *
 * Everything is edited in place; what conflicts is marked in its cell. Movements may be proposed
 * from the call sheet of the day, copied from the day before, and their hours follow the calls. */
#pragma once

#include <gtk/gtk.h>

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_MOVES_DAY (plt_moves_day_get_type ())
G_DECLARE_FINAL_TYPE (PltMovesDay, plt_moves_day, PLT, MOVES_DAY, GtkWidget)

GtkWidget *plt_moves_day_new (PltSession *session);
void plt_moves_day_refresh (PltMovesDay *self);
PltDate plt_moves_day_get_date (PltMovesDay *self);  /* PLT_DATE_NONE: no day at all */
gboolean plt_moves_day_has_plan (PltMovesDay *self); /* the date is one of the plan */
void plt_moves_day_show (PltMovesDay *self, PltDate date);
gboolean plt_moves_day_select_ref (PltMovesDay *self, PltRef ref);
/* Those of the movements, or of the stops while the focus is there. */
PltRegister *plt_moves_day_get_register (PltMovesDay *self);
PltRegister *plt_moves_day_get_movements (PltMovesDay *self);
PltRegister *plt_moves_day_get_stops (PltMovesDay *self);
const char *plt_moves_day_get_headline (PltMovesDay *self);
gboolean plt_moves_day_focus_next_part (PltMovesDay *self);

/* Each is one command; what there is nothing to do for is told in one sentence. */
void plt_moves_day_propose (PltMovesDay *self);
void plt_moves_day_copy_before (PltMovesDay *self);
void plt_moves_day_follow (PltMovesDay *self);
void plt_moves_day_add (PltMovesDay *self);

G_END_DECLS

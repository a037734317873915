/* PltPresenceModel: the présences of a plan as a grid: who does what on each day.
 *
 * Rows: days and weeks first, then roles by number, their sum, and the other elements by category
 * when all are asked for. A letter typed in a cell replaces what follows from the plan; an empty
 * text gives that back. Copies what it needs out of the session on refresh. */
#pragma once

#include "plt-grid-model.h"
#include "plt-presence.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PRESENCE_MODEL (plt_presence_model_get_type ())
G_DECLARE_FINAL_TYPE (PltPresenceModel, plt_presence_model, PLT, PRESENCE_MODEL, GObject)

PltPresenceModel *plt_presence_model_new (PltSession *session);
void plt_presence_model_refresh (PltPresenceModel *self);
void plt_presence_model_set_international (PltPresenceModel *self, gboolean international);
void plt_presence_model_set_all (PltPresenceModel *self, gboolean all);
/* What the cell is about: the day of a column, the element of a row; no table for a sum. */
PltRef plt_presence_model_get_ref (PltPresenceModel *self, guint row, guint column);
guint
plt_presence_model_first_day (PltPresenceModel *self); /* column of the first day of the plan */
int plt_presence_model_find_ref (PltPresenceModel *self, PltRef ref); /* row, -1 */
/* "T shoots · A paid waiting": the letters as they are now. (transfer full) */
char *plt_presence_model_legend (PltPresenceModel *self);

G_END_DECLS

/* The end of a shooting day: what became of each of its séquences, said in one dialog and written
 * as one command. All are shot unless it is said otherwise. */
#pragma once

#include <gtk/gtk.h>

#include "plt-plan-acts.h"

G_BEGIN_DECLS

/* keys: strips of the board; banners and what was shot already are passed over. Returns NULL, and
 * tells the user, when nothing is left to say. */
GtkWindow *plt_plan_done_present (GtkWindow *parent,
                                  PltSession *session,
                                  const PltBoardState *state,
                                  const gint64 *keys,
                                  guint n_keys,
                                  const char *title,
                                  PltShootStatus usual);

/* Opens the dialog of an act that has to be asked more of: the end of a day, what was shot in part,
 * other dates. */
void plt_plan_ask (GtkWindow *parent,
                   PltSession *session,
                   const PltBoardState *state,
                   PltBoardAct act,
                   const PltBoardTarget *target);

G_END_DECLS

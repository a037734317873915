/* What the board's model does besides moving strips: statuses of the shoot and days. Each is one
 * command, refused with a sentence when it makes no sense. */
#pragma once

#include "plt-board-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* What became of those strips, one change each. */
gboolean plt_plan_apply_statuses (PltSession *session,
                                  gint64 schedule,
                                  const char *label,
                                  const PltStatusChange *changes,
                                  guint n_changes,
                                  GError **error);
/* The strips of the target get that status; a toast says so and offers to undo it. */
gboolean plt_plan_act_status (PltSession *session,
                              const PltBoardState *state,
                              const PltBoardTarget *target,
                              PltShootStatus status,
                              GError **error);
/* PLT_BOARD_ACT_ADD_UNIT, DUPLICATE_DAY, INSERT_REST and SORT_DAYS. */
gboolean plt_plan_act_days (PltSession *session,
                            const PltBoardState *state,
                            PltBoardAct act,
                            const PltBoardTarget *target,
                            GError **error);
/* Locks the selected days when one is not locked, else unlocks them. */
gboolean plt_plan_act_lock_days (PltSession *session,
                                 const PltBoardState *state,
                                 const PltBoardTarget *target,
                                 GError **error);
gboolean plt_plan_act_delete_days (PltSession *session,
                                   const PltBoardState *state,
                                   const PltBoardTarget *target,
                                   GError **error);

G_END_DECLS

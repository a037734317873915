/* PltBoardModel: what a board shows and what may be done to it. An interface without GTK.
 *
 * The model computes, the board shows and passes on intentions. What is undoable, valid or allowed
 * is decided in the model; those functions that return a gboolean with an error refuse with a whole
 * sentence and change nothing. Main thread only.
 *
 * Signal: changed: plt_board_model_get_state() gives something else. The state before lives until
 * the emission is over. */
#pragma once

#include <glib-object.h>

#include "plt-board-preview.h"

G_BEGIN_DECLS

/**
 * PltBoardAct:
 * @PLT_BOARD_ACT_OPEN: shows the form of the strip or of the day
 * @PLT_BOARD_ACT_DELETE: to the pool; on the head of a day, the day
 * @PLT_BOARD_ACT_TO_POOL: strips, or all those of a day
 * @PLT_BOARD_ACT_SPLIT: one more part of the séquence
 * @PLT_BOARD_ACT_LOCK: locks or unlocks
 * @PLT_BOARD_ACT_INSERT_MOVE: a banner before the cursor
 * @PLT_BOARD_ACT_SWAP_UP: the day with the one before
 * @PLT_BOARD_ACT_SWAP_DOWN: the day with the one after
 * @PLT_BOARD_ACT_ADD_DAYS: asks how many
 * @PLT_BOARD_ACT_SORT_NUMBER: the pool, or the day the cursor is on
 * @PLT_BOARD_ACT_STATUS: what became of the strips, in the order of PltShootStatus; "partly" asks
 * what is left
 * @PLT_BOARD_ACT_DAY_DONE: asks what was shot of a day
 * @PLT_BOARD_ACT_ADD_UNIT: a day of another crew on the same date
 * @PLT_BOARD_ACT_SHIFT_DAYS: asks by how much the day and all later ones move
 */
typedef enum
{
  PLT_BOARD_ACT_OPEN,
  PLT_BOARD_ACT_DELETE,
  PLT_BOARD_ACT_TO_POOL,
  PLT_BOARD_ACT_SPLIT,
  PLT_BOARD_ACT_LOCK,
  PLT_BOARD_ACT_INSERT_MOVE,
  PLT_BOARD_ACT_INSERT_MEAL,
  PLT_BOARD_ACT_INSERT_NOTE,
  PLT_BOARD_ACT_SWAP_UP,
  PLT_BOARD_ACT_SWAP_DOWN,
  PLT_BOARD_ACT_SORT_NUMBER,
  PLT_BOARD_ACT_SORT_SET,
  PLT_BOARD_ACT_SORT_EFFECT,
  PLT_BOARD_ACT_ADD_DAYS,
  PLT_BOARD_ACT_STATUS,
  PLT_BOARD_ACT_LAST_STATUS = PLT_BOARD_ACT_STATUS + PLT_N_SHOOT_STATUSES - 1,
  PLT_BOARD_ACT_DAY_DONE,
  PLT_BOARD_ACT_ADD_UNIT,
  PLT_BOARD_ACT_DUPLICATE_DAY,
  PLT_BOARD_ACT_INSERT_REST,
  PLT_BOARD_ACT_SHIFT_DAYS,
  PLT_BOARD_ACT_SORT_DAYS,
} PltBoardAct;

/**
 * PltBoardTarget:
 * @at: the cursor
 * @first_day: @last_day: lanes of the selected days, 0 when the cursor is on none
 * @keys: selected strips, in reading order
 */
typedef struct
{
  PltBoardCoord at;
  const gint64 *keys;
  guint n_keys;
  int first_day, last_day;
} PltBoardTarget;

#define PLT_TYPE_BOARD_MODEL (plt_board_model_get_type ())
G_DECLARE_INTERFACE (PltBoardModel, plt_board_model, PLT, BOARD_MODEL, GObject)

/**
 * PltBoardModelInterface:
 * @get_state: (transfer none): never %NULL
 * @is_editable: (nullable): FALSE for a production that is only read
 * @preview: (nullable) (transfer full): what the move would do; called once for each target of a
 * drag
 * @hover: (nullable): the drag is over that target now, `preview` %NULL when it ended
 * @move: does it; `keys` gets the keys the strips have afterwards
 * @act: does something else; `keys` as for @move, or stays %NULL
 */
struct _PltBoardModelInterface
{
  GTypeInterface parent;

  const PltBoardState *(*get_state) (PltBoardModel *self);
  gboolean (*is_editable) (PltBoardModel *self);
  PltBoardPreview *(*preview) (PltBoardModel *self, const PltBoardMove *move);
  void (*hover) (PltBoardModel *self, const PltBoardPreview *preview);
  gboolean (*move) (PltBoardModel *self, const PltBoardMove *move, GArray **keys, GError **error);
  gboolean (*act) (PltBoardModel *self,
                   PltBoardAct act,
                   const PltBoardTarget *target,
                   GArray **keys,
                   GError **error);
};

const PltBoardState *plt_board_model_get_state (PltBoardModel *self);
gboolean plt_board_model_is_editable (PltBoardModel *self);
PltBoardPreview *plt_board_model_preview (PltBoardModel *self, const PltBoardMove *move);
void plt_board_model_hover (PltBoardModel *self, const PltBoardPreview *preview);
gboolean
plt_board_model_move (PltBoardModel *self, const PltBoardMove *move, GArray **keys, GError **error);
gboolean plt_board_model_act (PltBoardModel *self,
                              PltBoardAct act,
                              const PltBoardTarget *target,
                              GArray **keys,
                              GError **error);

void plt_board_model_changed (PltBoardModel *self); /* for implementations */

G_END_DECLS

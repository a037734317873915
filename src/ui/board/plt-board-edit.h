/* What may be done to a plan on its board, as batches: nothing here writes. Knows no GTK.
 *
 * Each function adds to a batch what one command of the user does, or refuses with a sentence. A
 * locked strip stays where it is, as does one that was shot; a locked day keeps its strips and gets
 * no others; nothing of a frozen version is changed. Positions are
 * spaced by PLT_BOARD_POSITION_GAP; a move writes one position for each strip moved while there is
 * room between the neighbours, else it numbers the lane again. */
#pragma once

#include "plt-batch.h"
#include "plt-board-geometry.h"
#include "plt-board-state.h"
#include "plt-error.h"

G_BEGIN_DECLS

#define PLT_BOARD_POSITION_GAP 1024

/**
 * PltBoardMove:
 * @keys: strips, in the order they shall have
 * @to: they go before the strip that is there now, moved ones counted; the number of strips of the
 * lane for its end
 */
typedef struct
{
  const gint64 *keys;
  guint n_keys;
  PltBoardCoord to;
} PltBoardMove;

/* May it be done? A move that changes nothing may. */
gboolean
plt_board_move_check (const PltBoardState *state, const PltBoardMove *move, GError **error);
gboolean plt_board_move_changes (const PltBoardState *state, const PltBoardMove *move);
/* (transfer full) (element-type gint64): keys of the lane it goes to, as they will be. */
GArray *plt_board_move_order (const PltBoardState *state, const PltBoardMove *move);
/* keys (out) (optional) (element-type gint64): of the moved strips afterwards, negative handles of
 * the batch for those that get their row by it. */
gboolean plt_board_move_apply (const PltBoardState *state,
                               const PltBoardMove *move,
                               PltBatch *batch,
                               GArray **keys,
                               GError **error);
/* One place up or down within its lane: FALSE when nothing can move. `to` gets the index. */
gboolean plt_board_move_step (
    const PltBoardState *state, const gint64 *keys, guint n_keys, int step, PltBoardCoord *to);

/* ---- strips ---- */

/* To the end of the pool. Banners, and parts of a séquence that are in the pool already, go away
 * altogether; `n_deleted` counts those. FALSE with an error when nothing is left to do. */
gboolean plt_board_send_to_pool (const PltBoardState *state,
                                 const gint64 *keys,
                                 guint n_keys,
                                 PltBatch *batch,
                                 guint *n_deleted,
                                 GError **error);
/* One more part of a séquence, after the strip; its parts are numbered again and share its time. */
gboolean plt_board_split (const PltBoardState *state, gint64 key, PltBatch *batch, GError **error);
/* A banner before `at`. */
gboolean plt_board_insert_banner (const PltBoardState *state,
                                  PltBoardStripKind kind,
                                  PltBoardCoord at,
                                  PltBatch *batch,
                                  GError **error);
gboolean plt_board_lock_strips (const PltBoardState *state,
                                const gint64 *keys,
                                guint n_keys,
                                gboolean locked,
                                PltBatch *batch,
                                GError **error);

typedef enum
{
  PLT_BOARD_SORT_NUMBER, /* the order of the film */
  PLT_BOARD_SORT_SET,    /* set, then INT/EXT and effect, then number */
  PLT_BOARD_SORT_EFFECT, /* effect, then set, then number */
} PltBoardSort;
/* The pool, or the séquences of a day: banners, what is locked and what was shot keep their places.
 */
gboolean plt_board_sort (
    const PltBoardState *state, int lane, PltBoardSort by, PltBatch *batch, GError **error);

/* ---- days ---- */

gboolean plt_board_lock_day (const PltBoardState *state, int lane, PltBatch *batch, GError **error);
/* What two days do is exchanged: strips, hours, kind, unit and note; the dates stay. */
gboolean plt_board_swap_days (const PltBoardState *state,
                              const PltFacts *facts,
                              int one,
                              int two,
                              PltBatch *batch,
                              GError **error);
/* Their strips go to the pool, their banners go away. */
gboolean plt_board_delete_days (
    const PltBoardState *state, int first, int last, PltBatch *batch, GError **error);

G_END_DECLS

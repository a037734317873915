/* What is selected on a board: a cursor, and a set of strips by key, so that both stay on the same
 * strips while the plan changes. Knows no GTK.
 *
 * The cursor is on a strip or on the head of a lane. Strips selected together may lie in several
 * lanes; with the cursor on a head no strip is selected. Shift from head to head selects the days
 * between. */
#pragma once

#include "plt-board-geometry.h"
#include "plt-board-state.h"

G_BEGIN_DECLS

typedef struct
{
  PltBoardCoord cursor;
  PltBoardCoord anchor; /* where Shift began */
  gint64 cursor_key;    /* 0 on a head */
  gint64 cursor_day;    /* of the head the cursor is on */
  GHashTable *keys;     /* (owned): selected strips */
} PltBoardSelection;

typedef enum
{
  PLT_BOARD_STEP_UP,
  PLT_BOARD_STEP_DOWN,
  PLT_BOARD_STEP_LEFT,  /* to the pool */
  PLT_BOARD_STEP_RIGHT, /* to the days */
  PLT_BOARD_STEP_PREVIOUS_LANE,
  PLT_BOARD_STEP_NEXT_LANE,
  PLT_BOARD_STEP_FIRST, /* of the pane */
  PLT_BOARD_STEP_LAST,
} PltBoardStep;

typedef enum
{
  PLT_BOARD_SELECT_ONLY,   /* a plain click */
  PLT_BOARD_SELECT_EXTEND, /* Shift: from the anchor to here, in reading order */
  PLT_BOARD_SELECT_TOGGLE, /* Ctrl */
  PLT_BOARD_SELECT_KEEP,   /* moves the cursor, selects nothing */
} PltBoardSelectMode;

void plt_board_selection_init (PltBoardSelection *self);
void plt_board_selection_clear (PltBoardSelection *self);
void plt_board_selection_set (PltBoardSelection *self,
                              const PltBoardState *state,
                              PltBoardCoord at,
                              PltBoardSelectMode mode);
/* Selects exactly these; the cursor goes to the first that exists. */
void plt_board_selection_set_keys (PltBoardSelection *self,
                                   const PltBoardState *state,
                                   const gint64 *keys,
                                   guint n_keys);
void
plt_board_selection_select_lane (PltBoardSelection *self, const PltBoardState *state, int lane);
/* Where a step leads from the cursor. */
PltBoardCoord plt_board_selection_step (const PltBoardSelection *self,
                                        const PltBoardState *state,
                                        PltBoardStep step);
/* The state changed: what is gone is no longer selected, the cursor follows its strip, or stays
 * about where it was. */
void plt_board_selection_follow (PltBoardSelection *self, const PltBoardState *state);
/* The days whose heads are selected, first to last; FALSE when the cursor is on none. */
gboolean plt_board_selection_days (const PltBoardSelection *self, int *first, int *last);
gboolean plt_board_selection_has (const PltBoardSelection *self, gint64 key);
/* (transfer full) (element-type gint64): in reading order; all strips of the selected days
 * when the cursor is on a head and `lanes` is TRUE. */
GArray *plt_board_selection_keys (const PltBoardSelection *self,
                                  const PltBoardState *state,
                                  gboolean lanes);
/* Nearest place that exists. */
PltBoardCoord plt_board_state_clamp (const PltBoardState *state, PltBoardCoord at);

G_END_DECLS

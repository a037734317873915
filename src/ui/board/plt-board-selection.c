#include "plt-board-selection.h"

void
plt_board_selection_init (PltBoardSelection *self)
{
  self->cursor = self->anchor = (PltBoardCoord){ 0, PLT_BOARD_HEAD };
  self->cursor_key = self->cursor_day = 0;
  self->keys = g_hash_table_new (NULL, NULL);
}

void
plt_board_selection_clear (PltBoardSelection *self)
{
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

PltBoardCoord
plt_board_state_clamp (const PltBoardState *state, PltBoardCoord at)
{
  at.lane = CLAMP (at.lane, 0, (int) state->lanes->len - 1);
  at.index = CLAMP (at.index, PLT_BOARD_HEAD, plt_board_lane_n (state, at.lane) - 1);
  return at;
}

static int
compare (PltBoardCoord a, PltBoardCoord b)
{
  return a.lane != b.lane ? a.lane - b.lane : a.index - b.index;
}

static void
put_cursor (PltBoardSelection *self, const PltBoardState *state, PltBoardCoord at)
{
  const PltBoardStrip *strip = plt_board_state_strip (state, at.lane, at.index);

  self->cursor = at;
  self->cursor_key = strip != NULL ? strip->key : 0;
  self->cursor_day = strip == NULL ? plt_board_state_lane (state, at.lane)->day : 0;
}

static void
add_between (PltBoardSelection *self, const PltBoardState *state, PltBoardCoord a, PltBoardCoord b)
{
  if (compare (a, b) > 0)
    {
      PltBoardCoord c = a;

      a = b;
      b = c;
    }
  for (int lane = a.lane; lane <= b.lane; lane++)
    {
      int from = lane == a.lane ? MAX (a.index, 0) : 0;
      int to = lane == b.lane ? b.index : plt_board_lane_n (state, lane) - 1;

      for (int i = from; i <= to; i++)
        g_hash_table_add (self->keys,
                          PLT_ID_TO_POINTER (plt_board_state_strip (state, lane, i)->key));
    }
}

static gboolean
is_day (PltBoardCoord at)
{
  return at.lane > 0 && at.index == PLT_BOARD_HEAD;
}

gboolean
plt_board_selection_days (const PltBoardSelection *self, int *first, int *last)
{
  if (!is_day (self->cursor))
    return FALSE;
  *first = *last = self->cursor.lane;
  if (is_day (self->anchor))
    {
      *first = MIN (*first, self->anchor.lane);
      *last = MAX (*last, self->anchor.lane);
    }
  return TRUE;
}

void
plt_board_selection_set (PltBoardSelection *self,
                         const PltBoardState *state,
                         PltBoardCoord at,
                         PltBoardSelectMode mode)
{
  const PltBoardStrip *strip;

  at = plt_board_state_clamp (state, at);
  strip = plt_board_state_strip (state, at.lane, at.index);
  if (mode == PLT_BOARD_SELECT_ONLY || mode == PLT_BOARD_SELECT_EXTEND)
    g_hash_table_remove_all (self->keys);
  if (mode == PLT_BOARD_SELECT_EXTEND)
    {
      self->anchor = plt_board_state_clamp (state, self->anchor);
      if (!is_day (self->anchor) || !is_day (at))
        add_between (self, state, self->anchor, at);
    }
  else
    self->anchor = at;
  if (strip != NULL && mode == PLT_BOARD_SELECT_ONLY)
    g_hash_table_add (self->keys, PLT_ID_TO_POINTER (strip->key));
  if (strip != NULL && mode == PLT_BOARD_SELECT_TOGGLE
      && !g_hash_table_remove (self->keys, PLT_ID_TO_POINTER (strip->key)))
    g_hash_table_add (self->keys, PLT_ID_TO_POINTER (strip->key));
  put_cursor (self, state, at);
}

void
plt_board_selection_set_keys (PltBoardSelection *self,
                              const PltBoardState *state,
                              const gint64 *keys,
                              guint n_keys)
{
  gboolean placed = FALSE;

  g_hash_table_remove_all (self->keys);
  for (guint i = 0; i < n_keys; i++)
    {
      PltBoardCoord at;

      if (!plt_board_state_locate (state, keys[i], &at.lane, &at.index))
        continue;
      g_hash_table_add (self->keys, PLT_ID_TO_POINTER (keys[i]));
      if (!placed)
        {
          put_cursor (self, state, at);
          self->anchor = at;
        }
      placed = TRUE;
    }
}

void
plt_board_selection_select_lane (PltBoardSelection *self, const PltBoardState *state, int lane)
{
  int n = plt_board_lane_n (state, lane);

  if (n == 0)
    return;
  plt_board_selection_set (self, state, (PltBoardCoord){ lane, 0 }, PLT_BOARD_SELECT_ONLY);
  plt_board_selection_set (self, state, (PltBoardCoord){ lane, n - 1 }, PLT_BOARD_SELECT_EXTEND);
}

static PltBoardCoord
step_down (const PltBoardState *state, PltBoardCoord at)
{
  if (at.index + 1 < plt_board_lane_n (state, at.lane))
    at.index++;
  else if (at.lane > 0 && at.lane + 1 < (int) state->lanes->len)
    at = (PltBoardCoord){ at.lane + 1, PLT_BOARD_HEAD };
  return at;
}

static PltBoardCoord
step_up (const PltBoardState *state, PltBoardCoord at)
{
  if (at.index > PLT_BOARD_HEAD)
    at.index--;
  else if (at.lane > 1)
    at = (PltBoardCoord){ at.lane - 1, plt_board_lane_n (state, at.lane - 1) - 1 };
  return at;
}

PltBoardCoord
plt_board_selection_step (const PltBoardSelection *self,
                          const PltBoardState *state,
                          PltBoardStep step)
{
  PltBoardCoord at = plt_board_state_clamp (state, self->cursor);
  int last = (int) state->lanes->len - 1;

  switch (step)
    {
    case PLT_BOARD_STEP_UP:
      return step_up (state, at);
    case PLT_BOARD_STEP_DOWN:
      return step_down (state, at);
    case PLT_BOARD_STEP_LEFT:
      return at.lane > 0 && plt_board_lane_n (state, 0) > 0 ? (PltBoardCoord){ 0, 0 } : at;
    case PLT_BOARD_STEP_RIGHT:
      return at.lane == 0 && last > 0 ? (PltBoardCoord){ 1, PLT_BOARD_HEAD } : at;
    case PLT_BOARD_STEP_PREVIOUS_LANE:
      return at.index > PLT_BOARD_HEAD ? (PltBoardCoord){ at.lane, PLT_BOARD_HEAD }
                                       : (PltBoardCoord){ MAX (at.lane - 1, 0), PLT_BOARD_HEAD };
    case PLT_BOARD_STEP_NEXT_LANE:
      return at.lane < last ? (PltBoardCoord){ at.lane + 1, PLT_BOARD_HEAD } : at;
    case PLT_BOARD_STEP_FIRST:
      return (PltBoardCoord){ MIN (at.lane, 1), PLT_BOARD_HEAD };
    case PLT_BOARD_STEP_LAST:
      at.lane = at.lane > 0 ? last : 0;
      return (PltBoardCoord){ at.lane, plt_board_lane_n (state, at.lane) - 1 };
    default:
      g_assert_not_reached ();
    }
}

void
plt_board_selection_follow (PltBoardSelection *self, const PltBoardState *state)
{
  PltBoardCoord at = plt_board_state_clamp (state, self->cursor);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (plt_board_state_find (state, (gint64) key) == NULL)
      g_hash_table_iter_remove (&iter);
  if (self->cursor_key != 0)
    plt_board_state_locate (state, self->cursor_key, &at.lane, &at.index);
  else if (self->cursor_day != 0 && plt_board_state_lane_of_day (state, self->cursor_day) > 0)
    at = (PltBoardCoord){ plt_board_state_lane_of_day (state, self->cursor_day), PLT_BOARD_HEAD };
  put_cursor (self, state, at);
  self->anchor = plt_board_state_clamp (state, self->anchor);
}

gboolean
plt_board_selection_has (const PltBoardSelection *self, gint64 key)
{
  return g_hash_table_contains (self->keys, PLT_ID_TO_POINTER (key));
}

GArray *
plt_board_selection_keys (const PltBoardSelection *self, const PltBoardState *state, gboolean lanes)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  int first = self->cursor.lane, last = self->cursor.lane;
  gboolean whole
      = lanes && self->cursor.index == PLT_BOARD_HEAD && g_hash_table_size (self->keys) == 0;

  if (whole)
    plt_board_selection_days (self, &first, &last);

  for (guint i = 0; i < state->lanes->len; i++)
    for (int j = 0; j < plt_board_lane_n (state, (int) i); j++)
      {
        gint64 key = plt_board_state_strip (state, (int) i, j)->key;

        if (whole ? (int) i >= first && (int) i <= last : plt_board_selection_has (self, key))
          g_array_append_val (keys, key);
      }
  return keys;
}

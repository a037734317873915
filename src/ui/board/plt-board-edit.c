#include "plt-board-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-text.h"

#define GAP ((gint64) PLT_BOARD_POSITION_GAP)

static gboolean
refuse (GError **error, char *sentence)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, sentence);
  g_free (sentence);
  return FALSE;
}

/* "Sequence 12 is locked ...", with a capital. */
static gboolean
refuse_locked_strip (const PltBoardStrip *strip, GError **error)
{
  g_autofree char *title = plt_board_strip_title (strip);

  return refuse (
      error, g_strdup_printf (_ ("“%s” is locked in its place. Unlock it with L first."), title));
}

static gboolean
refuse_locked_lane (const PltBoardLane *lane, GError **error)
{
  g_autofree char *title = plt_board_lane_title (lane);

  return refuse (error, g_strdup_printf (_ ("%s is locked: nothing comes in or leaves. Unlock the "
                                            "day with L on its head first."),
                                         title));
}

/* What was shot belongs to the past, and what was dropped is not shot. */
static gboolean
refuse_status (const PltBoardStrip *strip, GError **error)
{
  g_autofree char *title = plt_board_strip_title (strip);

  if (strip->shot)
    return refuse (error, g_strdup_printf (_ ("“%s” has been shot on that day and stays there. "
                                              "Mark it as still to shoot first."),
                                           title));
  return refuse (error, g_strdup_printf (
                            _ ("“%s” has been dropped. Mark it as still to shoot first."), title));
}

/* Nothing of a version that people were given is changed. */
static gboolean
check_open (const PltBoardState *state, GError **error)
{
  return state->frozen == NULL || refuse (error, g_strdup (state->frozen));
}

static gboolean
is_moved (const PltBoardMove *move, gint64 key)
{
  for (guint i = 0; i < move->n_keys; i++)
    if (move->keys[i] == key)
      return TRUE;
  return FALSE;
}

/* May the strip leave where it is? */
static gboolean
check_free (
    const PltBoardState *state, gint64 key, const PltBoardStrip **strip, int *lane, GError **error)
{
  int index;

  *strip = plt_board_state_find (state, key);
  if (*strip == NULL || !plt_board_state_locate (state, key, lane, &index))
    return refuse (error, g_strdup (_ ("That strip is no longer on the board.")));
  if ((*strip)->shot || ((*strip)->id == 0 && (*strip)->status == PLT_SHOOT_DROPPED))
    return refuse_status (*strip, error);
  if ((*strip)->locked)
    return refuse_locked_strip (*strip, error);
  if (plt_board_state_lane (state, *lane)->locked)
    return refuse_locked_lane (plt_board_state_lane (state, *lane), error);
  return TRUE;
}

gboolean
plt_board_move_check (const PltBoardState *state, const PltBoardMove *move, GError **error)
{
  const PltBoardLane *to = plt_board_state_lane (state, move->to.lane);

  if (!check_open (state, error))
    return FALSE;
  if (to == NULL)
    return refuse (error,
                   g_strdup (_ ("Drop strips on a day or in the list of what is to place.")));
  for (guint i = 0; i < move->n_keys; i++)
    {
      const PltBoardStrip *strip;
      int lane;

      if (!check_free (state, move->keys[i], &strip, &lane, error))
        return FALSE;
      if (to->locked && lane != move->to.lane)
        return refuse_locked_lane (to, error);
    }
  return TRUE;
}

GArray *
plt_board_move_order (const PltBoardState *state, const PltBoardMove *move)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gint64));
  int n = plt_board_lane_n (state, move->to.lane);
  int end = n;

  /* what was dropped comes after all else */
  while (end > 0 && plt_board_state_strip (state, move->to.lane, end - 1)->id == 0
         && plt_board_state_strip (state, move->to.lane, end - 1)->status == PLT_SHOOT_DROPPED)
    end--;
  for (int i = 0; i <= n; i++)
    {
      const PltBoardStrip *strip = plt_board_state_strip (state, move->to.lane, i);

      if (i == CLAMP (move->to.index, 0, end))
        g_array_append_vals (order, move->keys, move->n_keys);
      if (strip != NULL && !is_moved (move, strip->key))
        g_array_append_val (order, strip->key);
    }
  return order;
}

gboolean
plt_board_move_changes (const PltBoardState *state, const PltBoardMove *move)
{
  g_autoptr (GArray) order = NULL;

  if (plt_board_state_lane (state, move->to.lane) == NULL)
    return FALSE;
  order = plt_board_move_order (state, move);
  if ((int) order->len != plt_board_lane_n (state, move->to.lane))
    return TRUE;
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, gint64, i)
        != plt_board_state_strip (state, move->to.lane, (int) i)->key)
      return TRUE;
  return FALSE;
}

/* Are the stored positions of those that stay in order, one above the other? */
static gboolean
are_in_order (const PltBoardState *state, const GArray *order, const PltBoardMove *move)
{
  gint64 before = -1;

  for (guint i = 0; i < order->len; i++)
    {
      gint64 key = g_array_index (order, gint64, i);
      const PltBoardStrip *strip = plt_board_state_find (state, key);

      if (is_moved (move, key) || strip->id == 0)
        continue;
      if (strip->position == PLT_UNKNOWN || strip->position <= before)
        return FALSE;
      before = strip->position;
    }
  return TRUE;
}

/* Positions for `order`: those that stay keep theirs when there is room for the others between
 * them. `n` of them are strips that have a row or get one. */
static gint64 *
find_positions (const PltBoardState *state, const GArray *order, guint n, const PltBoardMove *move)
{
  gint64 *positions = g_new0 (gint64, MAX (n, 1));
  gboolean again = !are_in_order (state, order, move);

  for (guint i = 0; i < n && !again;)
    {
      const PltBoardStrip *strip = plt_board_state_find (state, g_array_index (order, gint64, i));
      gint64 before = i > 0 ? positions[i - 1] : 0;
      gint64 step = GAP;
      guint run = 0;

      if (!is_moved (move, strip->key) && strip->id != 0)
        {
          positions[i++] = strip->position;
          continue;
        }
      for (; i + run < n; run++)
        {
          const PltBoardStrip *next
              = plt_board_state_find (state, g_array_index (order, gint64, i + run));

          if (is_moved (move, next->key) || next->id == 0)
            continue;
          step = (next->position - before) / ((gint64) run + 1);
          break;
        }
      again = step < 1 || before > G_MAXINT64 / 2;
      for (guint j = 0; j < run; j++)
        positions[i + j] = before + step * ((gint64) j + 1);
      i += run;
    }
  for (guint i = 0; i < n && again; i++)
    positions[i] = GAP * ((gint64) i + 1);
  return positions;
}

static gint64
insert_strip (const PltBoardState *state, const PltBoardStrip *strip, PltBatch *batch)
{
  gint64 handle = plt_batch_insert (batch, "strip");

  plt_batch_set_integer (batch, "schedule", state->schedule);
  plt_batch_set_text (batch, "kind", "sequence");
  plt_batch_set_integer (batch, "sequence", strip->sequence);
  return handle;
}

static void
set_day (PltBatch *batch, gint64 day)
{
  if (day != 0)
    plt_batch_set_integer (batch, "day", day);
  else
    plt_batch_set_null (batch, "day");
}

/* Writes `order` as that of the lane. Séquences without a strip get one when they are moved, or
 * when something now comes after them. */
static void
write_order (const PltBoardState *state,
             const GArray *order,
             const PltBoardMove *move,
             PltBatch *batch,
             GArray *keys)
{
  gint64 day = plt_board_state_lane (state, move->to.lane)->day;
  g_autofree gint64 *positions = NULL;
  guint n = order->len;

  while (n > 0)
    {
      gint64 key = g_array_index (order, gint64, n - 1);

      if (key > 0 || is_moved (move, key))
        break;
      n--;
    }
  positions = find_positions (state, order, n, move);
  for (guint i = 0; i < n; i++)
    {
      const PltBoardStrip *strip = plt_board_state_find (state, g_array_index (order, gint64, i));
      gboolean moved = is_moved (move, strip->key);
      gint64 key = strip->id;

      if (strip->id != 0 && !moved && strip->position == positions[i])
        continue;
      if (strip->id != 0)
        plt_batch_update (batch, "strip", strip->id);
      else
        key = insert_strip (state, strip, batch);
      if (moved || strip->id == 0)
        set_day (batch, day);
      plt_batch_set_integer (batch, "position", positions[i]);
      if (moved && strip->put_off && day != 0)
        plt_batch_set_text (batch, "shot", ""); /* it has found its day */
      if (moved)
        g_array_append_val (keys, key);
    }
}

/**
 * plt_board_move_apply:
 * @state: the board
 * @move: what goes where
 * @batch: where to add
 * @keys: (out) (optional) (element-type gint64): the moved strips afterwards
 * @error: return location
 *
 * Adds nothing when the move changes nothing.
 *
 * Returns: FALSE with PLT_ERROR_CONFLICT when something is locked
 */
gboolean
plt_board_move_apply (const PltBoardState *state,
                      const PltBoardMove *move,
                      PltBatch *batch,
                      GArray **keys,
                      GError **error)
{
  g_autoptr (GArray) order = NULL;
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!plt_board_move_check (state, move, error))
    return FALSE;
  if (plt_board_move_changes (state, move))
    {
      order = plt_board_move_order (state, move);
      write_order (state, order, move, batch, moved);
    }
  if (keys != NULL)
    *keys = g_steal_pointer (&moved);
  return TRUE;
}

gboolean
plt_board_move_step (
    const PltBoardState *state, const gint64 *keys, guint n_keys, int step, PltBoardCoord *to)
{
  int lane, index, first = G_MAXINT, last = -1;

  if (n_keys == 0 || !plt_board_state_locate (state, keys[0], &to->lane, &index))
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    {
      if (!plt_board_state_locate (state, keys[i], &lane, &index) || lane != to->lane)
        return FALSE;
      first = MIN (first, index);
      last = MAX (last, index);
    }
  to->index = step < 0 ? first - 1 : last + 2;
  return to->index >= 0 && to->index <= plt_board_lane_n (state, to->lane);
}

/* ---- parts ---- */

static gboolean
is_retake (const PltBoardStrip *strip)
{
  return *strip->part == 'R';
}

/* The strips of a séquence, in reading order of the days, the pool last; without `but` and without
 * retakes. */
static GPtrArray *
collect_parts (const PltBoardState *state, gint64 sequence, const PltBoardStrip *but)
{
  GPtrArray *parts = g_ptr_array_new ();
  guint n = state->lanes->len;

  for (guint i = 0; i < n; i++)
    {
      const PltBoardLane *lane = state->lanes->pdata[(i + 1) % n];

      for (guint j = 0; j < lane->strips->len; j++)
        {
          PltBoardStrip *strip = lane->strips->pdata[j];

          if (strip->sequence == sequence && sequence != 0 && strip->id != 0 && strip != but
              && !is_retake (strip))
            g_ptr_array_add (parts, strip);
        }
    }
  return parts;
}

static void
set_part (PltBatch *batch, guint at, guint n)
{
  g_autofree char *part = n > 1 ? g_strdup_printf ("%u/%u", at, n) : g_strdup ("");

  plt_batch_set_text (batch, "part", part);
}

static void
number_parts (const GPtrArray *parts, PltBatch *batch)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const PltBoardStrip *strip = parts->pdata[i];

      plt_batch_update (batch, "strip", strip->id);
      set_part (batch, i + 1, parts->len);
      if (parts->len == 1)
        plt_batch_set_null (batch, "minutes"); /* whole again: the time of the séquence */
    }
}

/* ---- strips ---- */

static gint64
last_position (const PltBoardState *state, int lane)
{
  gint64 last = 0;

  for (int i = 0; i < plt_board_lane_n (state, lane); i++)
    if (plt_board_state_strip (state, lane, i)->position != PLT_UNKNOWN)
      last = MAX (last, plt_board_state_strip (state, lane, i)->position);
  return last;
}

/* Without its last retake a séquence is shot again. */
static void
end_retake (const PltBoardState *state, const PltBoardStrip *gone, PltBatch *batch)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, state->index);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    {
      const PltBoardStrip *strip = other;

      if (strip != gone && strip->sequence == gone->sequence && !strip->shot)
        return;
    }
  plt_batch_update (batch, "sequence", gone->sequence);
  plt_batch_set_text (batch, "status", "tournee");
}

gboolean
plt_board_send_to_pool (const PltBoardState *state,
                        const gint64 *keys,
                        guint n_keys,
                        PltBatch *batch,
                        guint *n_deleted,
                        GError **error)
{
  gint64 position = last_position (state, PLT_BOARD_POOL);
  guint n_before = plt_batch_get_n_edits (batch);

  *n_deleted = 0;
  if (!check_open (state, error))
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    {
      const PltBoardStrip *strip;
      int lane;

      if (!check_free (state, keys[i], &strip, &lane, error))
        return FALSE;
      if (strip->id == 0
          || (lane == PLT_BOARD_POOL && strip->kind == PLT_BOARD_SEQUENCE && *strip->part == '\0'))
        continue;
      if (lane == PLT_BOARD_POOL || strip->kind != PLT_BOARD_SEQUENCE)
        {
          g_autoptr (GPtrArray) others = collect_parts (state, strip->sequence, strip);

          plt_batch_delete (batch, "strip", strip->id);
          if (is_retake (strip))
            end_retake (state, strip, batch);
          else
            number_parts (others, batch);
          (*n_deleted)++;
          continue;
        }
      plt_batch_update (batch, "strip", strip->id);
      plt_batch_set_null (batch, "day");
      plt_batch_set_integer (batch, "position", position += GAP);
    }
  if (plt_batch_get_n_edits (batch) == n_before)
    return refuse (error, g_strdup (_ ("What is selected is still to be placed already.")));
  return TRUE;
}

/* Share `i` of `n` of the minutes: the first ones get what cannot be shared. */
static gint64
share (gint64 minutes, guint i, guint n)
{
  return minutes / n + (i < (guint) (minutes % n) ? 1 : 0);
}

/* A position for a new strip before `at`; numbers the lane again when there is no room. */
static gint64
make_room (const PltBoardState *state, PltBoardCoord at, PltBatch *batch)
{
  const PltBoardStrip *before = plt_board_state_strip (state, at.lane, at.index - 1);
  const PltBoardStrip *after = plt_board_state_strip (state, at.lane, at.index);
  gint64 low = before != NULL ? before->position : 0;
  gint64 high;

  if (after == NULL || after->id == 0)
    return MAX (last_position (state, at.lane), 0) + GAP;
  high = after->position;
  if (low != PLT_UNKNOWN && high != PLT_UNKNOWN && high - low > 1)
    return low + (high - low) / 2;
  for (int i = 0; i < plt_board_lane_n (state, at.lane); i++)
    {
      const PltBoardStrip *strip = plt_board_state_strip (state, at.lane, i);

      if (strip->id == 0)
        continue;
      plt_batch_update (batch, "strip", strip->id);
      plt_batch_set_integer (batch, "position", GAP * (i + (i < at.index ? 1 : 2)));
    }
  return GAP * (at.index + 1);
}

/* All parts of a séquence, the new one NULL after `strip`; two new ones when it has no row yet. */
static GPtrArray *
parts_to_be (const PltBoardState *state, const PltBoardStrip *strip)
{
  GPtrArray *parts = collect_parts (state, strip->sequence, NULL);
  guint at = 0;

  if (strip->id == 0)
    {
      g_ptr_array_set_size (parts, 0);
      g_ptr_array_add (parts, NULL);
      g_ptr_array_add (parts, NULL);
    }
  else if (g_ptr_array_find (parts, strip, &at))
    g_ptr_array_insert (parts, (int) at + 1, NULL);
  return parts;
}

/* What the parts take together, PLT_UNKNOWN when one is not known. */
static gint64
sum_minutes (const PltBoardStrip *strip, const GPtrArray *parts)
{
  gint64 minutes = 0;

  if (strip->id == 0)
    return strip->minutes;
  for (guint i = 0; i < parts->len; i++)
    {
      const PltBoardStrip *part = parts->pdata[i];

      if (part == NULL)
        continue;
      if (part->minutes == PLT_UNKNOWN)
        return PLT_UNKNOWN;
      minutes += part->minutes;
    }
  return minutes;
}

gboolean
plt_board_split (const PltBoardState *state, gint64 key, PltBatch *batch, GError **error)
{
  const PltBoardStrip *strip = plt_board_state_find (state, key);
  g_autoptr (GPtrArray) parts = NULL;
  gint64 minutes, position = 0;
  PltBoardCoord at;

  if (strip == NULL || strip->kind != PLT_BOARD_SEQUENCE
      || !plt_board_state_locate (state, key, &at.lane, &at.index))
    return refuse (error, g_strdup (_ ("Only a sequence can be shot in several parts.")));
  if (!check_open (state, error))
    return FALSE;
  if (strip->shot || strip->status == PLT_SHOOT_DROPPED)
    return refuse_status (strip, error);
  if (is_retake (strip))
    return refuse (error, g_strdup (_ ("A retake is not cut in parts: ask for another retake.")));
  if (plt_board_state_lane (state, at.lane)->locked)
    return refuse_locked_lane (plt_board_state_lane (state, at.lane), error);
  parts = parts_to_be (state, strip);
  minutes = sum_minutes (strip, parts);
  at.index++;
  position = make_room (state, at, batch);
  for (guint i = 0; i < parts->len; i++)
    {
      const PltBoardStrip *part = parts->pdata[i];

      if (part != NULL)
        plt_batch_update (batch, "strip", part->id);
      else
        {
          insert_strip (state, strip, batch);
          set_day (batch, plt_board_state_lane (state, at.lane)->day);
          plt_batch_set_integer (batch, "position", position + i);
        }
      set_part (batch, i + 1, parts->len);
      if (minutes != PLT_UNKNOWN)
        plt_batch_set_integer (batch, "minutes", share (minutes, i, parts->len));
    }
  return TRUE;
}

gboolean
plt_board_insert_banner (const PltBoardState *state,
                         PltBoardStripKind kind,
                         PltBoardCoord at,
                         PltBatch *batch,
                         GError **error)
{
  static const char *const kinds[] = {
    [PLT_BOARD_MOVE_BANNER] = "deplacement",
    [PLT_BOARD_MEAL_BANNER] = "repas",
    [PLT_BOARD_NOTE_BANNER] = "note",
  };
  const PltBoardLane *lane = plt_board_state_lane (state, at.lane);
  gint64 position;

  g_return_val_if_fail (kind > PLT_BOARD_SEQUENCE && kind < G_N_ELEMENTS (kinds), FALSE);

  if (!check_open (state, error))
    return FALSE;
  if (lane == NULL || lane->day == 0)
    return refuse (error, g_strdup (_ ("Moves, meals and notes belong to a day. Put the cursor on "
                                       "one first.")));
  if (lane->locked)
    return refuse_locked_lane (lane, error);
  at.index = CLAMP (at.index, 0, (int) lane->strips->len);
  position = make_room (state, at, batch);
  plt_batch_insert (batch, "strip");
  plt_batch_set_integer (batch, "schedule", state->schedule);
  plt_batch_set_integer (batch, "day", lane->day);
  plt_batch_set_text (batch, "kind", kinds[kind]);
  plt_batch_set_integer (batch, "position", position);
  return TRUE;
}

gboolean
plt_board_lock_strips (const PltBoardState *state,
                       const gint64 *keys,
                       guint n_keys,
                       gboolean locked,
                       PltBatch *batch,
                       GError **error)
{
  if (!check_open (state, error))
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    {
      const PltBoardStrip *strip = plt_board_state_find (state, keys[i]);

      if (strip == NULL)
        continue;
      if (strip->id == 0)
        return refuse (error,
                       g_strdup (_ ("Only what is on a day can be locked: place it first.")));
      plt_batch_update (batch, "strip", strip->id);
      plt_batch_set_integer (batch, "locked", locked);
    }
  return TRUE;
}

/* ---- the order of the pool ---- */

static int
compare_strips (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltBoardStrip *one = *(const PltBoardStrip *const *) a;
  const PltBoardStrip *two = *(const PltBoardStrip *const *) b;
  PltBoardSort by = GPOINTER_TO_INT (data);
  int set = plt_text_compare (one->set, two->set);
  int effect = one->effect - two->effect;
  int order = 0;

  if ((one->kind != PLT_BOARD_SEQUENCE) != (two->kind != PLT_BOARD_SEQUENCE))
    return one->kind != PLT_BOARD_SEQUENCE ? 1 : -1;
  if (by == PLT_BOARD_SORT_SET)
    order = set != 0 ? set : effect;
  else if (by == PLT_BOARD_SORT_EFFECT)
    order = effect != 0 ? effect : set;
  if (order == 0)
    order = plt_text_compare (one->number, two->number);
  return order != 0 ? order : plt_text_compare (one->part, two->part);
}

/* Does the strip keep its place when its day is sorted? */
static gboolean
keeps_place (const PltBoardStrip *strip)
{
  return strip->kind != PLT_BOARD_SEQUENCE || strip->locked || strip->shot
         || strip->status == PLT_SHOOT_DROPPED;
}

gboolean
plt_board_sort (
    const PltBoardState *state, int lane, PltBoardSort by, PltBatch *batch, GError **error)
{
  const PltBoardLane *sorted = plt_board_state_lane (state, lane);
  g_autoptr (GPtrArray) strips = g_ptr_array_new ();
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  PltBoardMove move = { .to = { lane, 0 } };
  guint next = 0;

  if (!check_open (state, error))
    return FALSE;
  if (sorted->locked)
    return refuse_locked_lane (sorted, error);
  for (guint i = 0; i < sorted->strips->len; i++)
    if (lane == PLT_BOARD_POOL
            ? ((PltBoardStrip *) sorted->strips->pdata[i])->status != PLT_SHOOT_DROPPED
            : !keeps_place (sorted->strips->pdata[i]))
      g_ptr_array_add (strips, sorted->strips->pdata[i]);
  g_ptr_array_sort_with_data (strips, compare_strips, GINT_TO_POINTER (by));
  /* those that move take the places that the others leave */
  for (guint i = 0; i < sorted->strips->len; i++)
    {
      PltBoardStrip *strip = sorted->strips->pdata[i];
      gboolean moves
          = next < strips->len
            && (lane == PLT_BOARD_POOL ? strip->status != PLT_SHOOT_DROPPED : !keeps_place (strip));

      if (lane == PLT_BOARD_POOL && strip->locked)
        return refuse_locked_strip (strip, error);
      if (moves)
        strip = strips->pdata[next++];
      else if (strip->id == 0)
        continue;
      g_array_append_val (keys, strip->key);
    }
  move.keys = (const gint64 *) (gpointer) keys->data;
  move.n_keys = keys->len;
  if (plt_board_move_changes (state, &move))
    {
      g_autoptr (GArray) order = plt_board_move_order (state, &move);
      g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (gint64));

      write_order (state, order, &move, batch, moved);
    }
  return TRUE;
}

/* ---- days ---- */

gboolean
plt_board_lock_day (const PltBoardState *state, int lane, PltBatch *batch, GError **error)
{
  const PltBoardLane *day = plt_board_state_lane (state, lane);

  if (day == NULL || day->day == 0)
    return refuse (error, g_strdup (_ ("Only a day can be locked.")));
  if (!check_open (state, error))
    return FALSE;
  plt_batch_update (batch, "shooting_day", day->day);
  plt_batch_set_integer (batch, "locked", !day->locked);
  return TRUE;
}

/* Gives `to` all that `from` is, but for its date and its place. */
static void
give_day (const PltBoardState *state,
          const PltFacts *facts,
          const PltBoardLane *from,
          const PltBoardLane *to,
          PltBatch *batch)
{
  const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, from->day);

  plt_batch_update (batch, "shooting_day", to->day);
  plt_batch_set_text (batch, "kind", day->kind);
  plt_batch_set_text (batch, "note", day->note);
  plt_batch_set_known (batch, "unit", day->unit);
  plt_batch_set_known (batch, "start_minutes", day->start_minutes);
  plt_batch_set_known (batch, "end_minutes", day->end_minutes);
  plt_batch_set_known (batch, "meal_minutes", day->meal_minutes);
  for (guint i = 0; i < from->strips->len; i++)
    {
      const PltBoardStrip *strip = from->strips->pdata[i];

      plt_batch_update (batch, "strip", strip->id);
      plt_batch_set_integer (batch, "day", to->day);
      plt_batch_set_integer (batch, "position", GAP * ((gint64) i + 1));
    }
}

static gboolean
check_lane_free (const PltBoardLane *lane, GError **error)
{
  if (lane->locked)
    return refuse_locked_lane (lane, error);
  for (guint i = 0; i < lane->strips->len; i++)
    {
      const PltBoardStrip *strip = lane->strips->pdata[i];

      if (strip->shot)
        return refuse_status (strip, error);
      if (strip->locked)
        return refuse_locked_strip (strip, error);
    }
  return TRUE;
}

gboolean
plt_board_swap_days (const PltBoardState *state,
                     const PltFacts *facts,
                     int one,
                     int two,
                     PltBatch *batch,
                     GError **error)
{
  const PltBoardLane *a = plt_board_state_lane (state, one);
  const PltBoardLane *b = plt_board_state_lane (state, two);

  if (a == NULL || b == NULL || a->day == 0 || b->day == 0 || a == b)
    return refuse (error, g_strdup (_ ("There is no day on that side to exchange with.")));
  if (!check_open (state, error) || !check_lane_free (a, error) || !check_lane_free (b, error))
    return FALSE;
  give_day (state, facts, a, b, batch);
  give_day (state, facts, b, a, batch);
  return TRUE;
}

static void
delete_day (const PltBoardLane *day, PltBatch *batch, gint64 *position)
{
  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltBoardStrip *strip = day->strips->pdata[i];

      if (strip->kind != PLT_BOARD_SEQUENCE)
        {
          plt_batch_delete (batch, "strip", strip->id);
          continue;
        }
      plt_batch_update (batch, "strip", strip->id);
      plt_batch_set_null (batch, "day");
      plt_batch_set_integer (batch, "position", *position += GAP);
    }
  plt_batch_delete (batch, "shooting_day", day->day);
}

gboolean
plt_board_delete_days (
    const PltBoardState *state, int first, int last, PltBatch *batch, GError **error)
{
  gint64 position = last_position (state, PLT_BOARD_POOL);

  if (!check_open (state, error))
    return FALSE;
  for (int lane = first; lane <= last; lane++)
    {
      const PltBoardLane *day = plt_board_state_lane (state, lane);

      if (day == NULL || day->day == 0)
        return refuse (error, g_strdup (_ ("There is no day to delete here.")));
      if (!check_lane_free (day, error))
        return FALSE;
      delete_day (day, batch, &position);
    }
  return TRUE;
}

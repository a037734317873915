/* PltBoard: dragging strips. Each new target is asked of the model once; while nothing else is to
 * be done, what each day would become is asked too, some milliseconds a frame. */
#include <stdlib.h>

#include "plt-board-private.h"

#define THRESHOLD 6
#define BUDGET_US 4000

gboolean
plt_board_drag_holds (PltBoard *self, gint64 key)
{
  for (guint i = 0; self->drag.keys != NULL && i < self->drag.keys->len; i++)
    if (g_array_index (self->drag.keys, gint64, i) == key)
      return TRUE;
  return FALSE;
}

static PltBoardMove
move_to (PltBoard *self, PltBoardCoord to)
{
  return (PltBoardMove){ (const gint64 *) (gpointer) self->drag.keys->data, self->drag.keys->len,
                         to };
}

/* The next days that do not know yet what they would become. */
static void
ask_for_ends (PltBoard *self)
{
  const PltBoardState *state = plt_board_get_state (self);
  gint64 until = g_get_monotonic_time () + BUDGET_US;

  while (self->drag.ends->len < state->lanes->len && g_get_monotonic_time () < until)
    {
      int lane = (int) self->drag.ends->len;
      PltBoardMove move = move_to (self, (PltBoardCoord){ lane, plt_board_lane_n (state, lane) });

      g_ptr_array_add (self->drag.ends, plt_board_model_preview (self->model, &move));
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

static void
find_target (PltBoard *self)
{
  PltBoardCoord to = plt_board_geometry_drop (&self->geometry, self->drag.x, self->drag.y);
  PltBoardMove move = move_to (self, to);

  if (to.lane == self->drag.to.lane && to.index == self->drag.to.index)
    return;
  self->drag.to = to;
  g_clear_pointer (&self->drag.preview, plt_board_preview_free);
  if (to.lane >= 0 && plt_board_move_changes (plt_board_get_state (self), &move))
    self->drag.preview = plt_board_model_preview (self->model, &move);
  plt_board_model_hover (self->model, self->drag.preview);
}

void
plt_board_drag_frame (PltBoard *self)
{
  for (int pane = 0; pane < PLT_BOARD_N_PANES; pane++)
    {
      int pull = plt_board_geometry_pull (&self->geometry, pane, self->drag.x, self->drag.y);

      if (pull != 0)
        plt_board_scroll_by (self, pane, pull);
    }
  find_target (self);
  ask_for_ends (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  plt_board_drag_frame (PLT_BOARD (widget));
  return G_SOURCE_CONTINUE;
}

static void
free_preview (gpointer data)
{
  plt_board_preview_free (data);
}

static GArray *
keys_to_drag (PltBoard *self)
{
  const PltBoardState *state = plt_board_get_state (self);
  const PltBoardStrip *strip
      = plt_board_state_strip (state, self->drag.from.lane, self->drag.from.index);
  GArray *keys;

  if (plt_board_selection_has (&self->selection, strip->key))
    return plt_board_selection_keys (&self->selection, state, FALSE);
  keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (keys, strip->key);
  return keys;
}

/* Strips that are locked in their place are not even taken up: FALSE, and it is said why. */
static gboolean
begin (PltBoard *self)
{
  PltBoardMove move;
  GError *error = NULL;

  self->drag.keys = keys_to_drag (self);
  move = move_to (self, self->drag.from);
  if (!plt_board_move_check (plt_board_get_state (self), &move, &error))
    {
      plt_board_drag_cancel (self);
      plt_board_refuse (self, error);
      return FALSE;
    }
  self->drag.active = TRUE;
  self->drag.to = (PltBoardCoord){ -2, 0 };
  self->drag.ends = g_ptr_array_new_with_free_func (free_preview);
  self->drag.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  return TRUE;
}

/* TRUE when there is a strip that could be dragged. */
gboolean
plt_board_drag_press (PltBoard *self, int x, int y)
{
  PltBoardHit hit = plt_board_geometry_hit (&self->geometry, x, y);

  plt_board_drag_cancel (self);
  if (!hit.inside || hit.at.index == PLT_BOARD_HEAD || !plt_board_model_is_editable (self->model))
    return FALSE;
  self->drag.pressed = TRUE;
  self->drag.from = hit.at;
  self->drag.x = x;
  self->drag.y = y;
  return TRUE;
}

void
plt_board_drag_motion (PltBoard *self, int x, int y)
{
  if (!self->drag.pressed)
    return;
  if (!self->drag.active)
    {
      if (abs (x - self->drag.x) < THRESHOLD && abs (y - self->drag.y) < THRESHOLD)
        return;
      if (!begin (self))
        return;
    }
  self->drag.x = x;
  self->drag.y = y;
  find_target (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lets go: TRUE when something was dragged, wherever to. */
gboolean
plt_board_drag_release (PltBoard *self)
{
  g_autoptr (GArray) held = NULL;
  PltBoardMove move;
  GArray *keys = NULL;
  GError *error = NULL;

  if (!self->drag.active)
    {
      plt_board_drag_cancel (self);
      return FALSE;
    }
  held = g_array_ref (self->drag.keys);
  move = move_to (self, self->drag.to);
  plt_board_drag_cancel (self);
  if (move.to.lane < 0)
    return TRUE;
  if (plt_board_model_move (self->model, &move, &keys, &error))
    plt_board_take_keys (self, keys);
  else
    plt_board_refuse (self, error);
  return TRUE;
}

void
plt_board_drag_cancel (PltBoard *self)
{
  gboolean was_active = self->drag.active;

  if (self->drag.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.tick);
  g_clear_pointer (&self->drag.keys, g_array_unref);
  g_clear_pointer (&self->drag.preview, plt_board_preview_free);
  g_clear_pointer (&self->drag.ends, g_ptr_array_unref);
  self->drag = (PltBoardDrag){ .to = { -1, 0 } };
  if (!was_active)
    return;
  plt_board_model_hover (self->model, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

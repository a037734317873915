/* PltBoard: its actions: what menus, keys and tests call. */
#include "plt-board-private.h"

#define ZOOM_STEP 10

/* Asks the model for something with what is selected. */
void
plt_board_act (PltBoard *self, PltBoardAct act)
{
  g_autoptr (GArray) selected = plt_board_selection_keys (
      &self->selection, plt_board_get_state (self), act == PLT_BOARD_ACT_TO_POOL);
  PltBoardTarget target
      = { self->selection.cursor, (const gint64 *) (gpointer) selected->data, selected->len };
  GArray *keys = NULL;
  GError *error = NULL;

  if (plt_board_model_act (self->model, act, &target, &keys, &error))
    plt_board_take_keys (self, keys);
  else
    plt_board_refuse (self, error);
}

static void
move_selected (PltBoard *self, const GArray *selected, PltBoardCoord to)
{
  PltBoardMove move = { (const gint64 *) (gpointer) selected->data, selected->len, to };
  GArray *keys = NULL;
  GError *error = NULL;

  if (plt_board_model_move (self->model, &move, &keys, &error))
    plt_board_take_keys (self, keys);
  else
    plt_board_refuse (self, error);
}

/* Strips one place up or down in their day; days one place up or down. */
void
plt_board_move_within (PltBoard *self, int step)
{
  const PltBoardState *state = plt_board_get_state (self);
  g_autoptr (GArray) selected = plt_board_selection_keys (&self->selection, state, FALSE);
  PltBoardCoord to;

  if (selected->len == 0)
    {
      if (self->selection.cursor.lane > 0 && self->selection.cursor.index == PLT_BOARD_HEAD)
        plt_board_act (self, step < 0 ? PLT_BOARD_ACT_SWAP_UP : PLT_BOARD_ACT_SWAP_DOWN);
      return;
    }
  if (plt_board_move_step (state, (const gint64 *) (gpointer) selected->data, selected->len, step,
                           &to))
    move_selected (self, selected, to);
  else
    plt_board_refuse (self, NULL);
}

/* Strips to the end of the day before or after; the pool comes before the first day. */
void
plt_board_move_lane (PltBoard *self, int step)
{
  const PltBoardState *state = plt_board_get_state (self);
  g_autoptr (GArray) selected = plt_board_selection_keys (&self->selection, state, FALSE);
  PltBoardCoord to;

  if (selected->len == 0)
    return;
  to.lane = self->selection.cursor.lane + step;
  to.index = plt_board_lane_n (state, to.lane);
  /* before the séquences without a strip, which would each need a row to come first */
  while (to.lane == PLT_BOARD_POOL && to.index > 0
         && plt_board_state_strip (state, to.lane, to.index - 1)->id == 0)
    to.index--;
  if (plt_board_state_lane (state, to.lane) != NULL)
    move_selected (self, selected, to);
  else
    plt_board_refuse (self, NULL);
}

/* ---- actions ---- */

static const struct
{
  const char *name;
  PltBoardAct act;
} acts[] = {
  { "board.open", PLT_BOARD_ACT_OPEN },
  { "board.delete", PLT_BOARD_ACT_DELETE },
  { "board.to-pool", PLT_BOARD_ACT_TO_POOL },
  { "board.split", PLT_BOARD_ACT_SPLIT },
  { "board.lock", PLT_BOARD_ACT_LOCK },
  { "board.insert-move", PLT_BOARD_ACT_INSERT_MOVE },
  { "board.insert-meal", PLT_BOARD_ACT_INSERT_MEAL },
  { "board.insert-note", PLT_BOARD_ACT_INSERT_NOTE },
  { "board.swap-up", PLT_BOARD_ACT_SWAP_UP },
  { "board.swap-down", PLT_BOARD_ACT_SWAP_DOWN },
  { "board.sort-number", PLT_BOARD_ACT_SORT_NUMBER },
  { "board.sort-set", PLT_BOARD_ACT_SORT_SET },
  { "board.sort-effect", PLT_BOARD_ACT_SORT_EFFECT },
  { "board.add-days", PLT_BOARD_ACT_ADD_DAYS },
};

static void
run_act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, name))
      plt_board_act (PLT_BOARD (widget), acts[i].act);
}

static void
run_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PltBoard *self = PLT_BOARD (widget);

  if (g_str_equal (name, "board.move-up"))
    plt_board_move_within (self, -1);
  else if (g_str_equal (name, "board.move-down"))
    plt_board_move_within (self, 1);
  else
    plt_board_move_lane (self, g_str_equal (name, "board.move-next") ? 1 : -1);
}

static void
run_select_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PltBoard *self = PLT_BOARD (widget);
  const PltBoardState *state = plt_board_get_state (self);
  int lane = self->selection.cursor.lane;
  int n = plt_board_lane_n (state, lane);

  if (n == 0)
    return;
  plt_board_put_cursor (self, (PltBoardCoord){ lane, 0 }, PLT_BOARD_SELECT_ONLY);
  plt_board_put_cursor (self, (PltBoardCoord){ lane, n - 1 }, PLT_BOARD_SELECT_EXTEND);
}

static void
run_insert (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plt_board_popup_insert (PLT_BOARD (widget));
}

static void
run_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PltBoard *self = PLT_BOARD (widget);

  if (g_str_equal (name, "board.zoom-normal"))
    plt_board_set_zoom (self, 100);
  else
    plt_board_set_zoom (self, self->zoom
                                  + (g_str_equal (name, "board.zoom-in") ? ZOOM_STEP : -ZOOM_STEP));
}

static const char *const moves[]
    = { "board.move-up", "board.move-down", "board.move-previous", "board.move-next" };
static const char *const zooms[] = { "board.zoom-in", "board.zoom-out", "board.zoom-normal" };

void
plt_board_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].name, NULL, run_act);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_install_action (widget_class, moves[i], NULL, run_move);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_install_action (widget_class, zooms[i], NULL, run_zoom);
  gtk_widget_class_install_action (widget_class, "board.select-day", NULL, run_select_day);
  gtk_widget_class_install_action (widget_class, "board.insert", NULL, run_insert);
}

/* What makes no sense where the cursor is, or in a production that is only read, is not offered. */
void
plt_board_update_actions (PltBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PltBoardState *state = plt_board_get_state (self);
  PltBoardCoord at = self->selection.cursor;
  gboolean editable = plt_board_model_is_editable (self->model) && state->schedule != 0;
  gboolean day = editable && at.lane > 0;
  gboolean head = day && at.index == PLT_BOARD_HEAD;
  gboolean strips = editable && g_hash_table_size (self->selection.keys) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (widget, acts[i].name, editable);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (widget, moves[i], strips || (head && i < 2));
  gtk_widget_action_set_enabled (widget, "board.open", TRUE);
  gtk_widget_action_set_enabled (widget, "board.delete", strips || head);
  gtk_widget_action_set_enabled (widget, "board.to-pool", strips || head);
  gtk_widget_action_set_enabled (widget, "board.split", strips);
  gtk_widget_action_set_enabled (widget, "board.lock", strips || head);
  gtk_widget_action_set_enabled (widget, "board.insert", day);
  gtk_widget_action_set_enabled (widget, "board.insert-move", day);
  gtk_widget_action_set_enabled (widget, "board.insert-meal", day);
  gtk_widget_action_set_enabled (widget, "board.insert-note", day);
  gtk_widget_action_set_enabled (widget, "board.swap-up", head && at.lane > 1);
  gtk_widget_action_set_enabled (widget, "board.swap-down",
                                 head && at.lane + 1 < (int) state->lanes->len);
}

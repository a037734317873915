/* PltBoard: its actions: what menus, keys and tests call. */
#include <glib/gi18n-lib.h>

#include "plt-board-private.h"

#define ZOOM_STEP 10

/* Asks the model for something with what is selected. */
void
plt_board_act (PltBoard *self, PltBoardAct act)
{
  gboolean status = act >= PLT_BOARD_ACT_STATUS && act <= PLT_BOARD_ACT_LAST_STATUS;
  g_autoptr (GArray) selected = plt_board_selection_keys (
      &self->selection, plt_board_get_state (self), act == PLT_BOARD_ACT_TO_POOL || status);
  PltBoardTarget target
      = { self->selection.cursor, (const gint64 *) (gpointer) selected->data, selected->len, 0, 0 };
  GArray *keys = NULL;
  GError *error = NULL;

  plt_board_selection_days (&self->selection, &target.first_day, &target.last_day);
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
  { "board.status-to-do", PLT_BOARD_ACT_STATUS + PLT_SHOOT_TO_DO },
  { "board.status-partly", PLT_BOARD_ACT_STATUS + PLT_SHOOT_PARTLY },
  { "board.status-done", PLT_BOARD_ACT_STATUS + PLT_SHOOT_DONE },
  { "board.status-dropped", PLT_BOARD_ACT_STATUS + PLT_SHOOT_DROPPED },
  { "board.status-retake", PLT_BOARD_ACT_STATUS + PLT_SHOOT_RETAKE },
  { "board.status-added", PLT_BOARD_ACT_STATUS + PLT_SHOOT_ADDED },
  { "board.status-postponed", PLT_BOARD_ACT_STATUS + PLT_SHOOT_POSTPONED },
  { "board.day-done", PLT_BOARD_ACT_DAY_DONE },
  { "board.add-unit", PLT_BOARD_ACT_ADD_UNIT },
  { "board.duplicate-day", PLT_BOARD_ACT_DUPLICATE_DAY },
  { "board.insert-rest", PLT_BOARD_ACT_INSERT_REST },
  { "board.shift-days", PLT_BOARD_ACT_SHIFT_DAYS },
  { "board.sort-days", PLT_BOARD_ACT_SORT_DAYS },
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
run_status (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plt_board_popup_status (PLT_BOARD (widget));
}

/* ---- the clipboard ---- */

/* What is selected, a line each: number, part, effect, set, synopsis. */
static void
run_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PltBoard *self = PLT_BOARD (widget);
  const PltBoardState *state = plt_board_get_state (self);
  g_autoptr (GArray) keys = plt_board_selection_keys (&self->selection, state, TRUE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const PltBoardStrip *strip = plt_board_state_find (state, g_array_index (keys, gint64, i));

      if (strip->kind == PLT_BOARD_SEQUENCE)
        g_string_append_printf (text, "%s\t%s\t%s\t%s\t%s\n", strip->number, strip->part,
                                strip->code, strip->set, strip->synopsis);
    }
  if (text->len == 0)
    plt_board_refuse (self, NULL);
  else
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

/* The strips that the text names, a séquence number at the head of each line, then its part. */
GArray *
plt_board_read_numbers (PltBoard *self, const char *text)
{
  const PltBoardState *state = plt_board_get_state (self);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strstrip (lines[i]), "\t", -1);
      const PltBoardStrip *found = NULL;

      if (cells[0] == NULL || *cells[0] == '\0')
        continue;
      for (guint lane = 0; lane < state->lanes->len; lane++)
        for (int j = 0; j < plt_board_lane_n (state, (int) lane); j++)
          {
            const PltBoardStrip *strip = plt_board_state_strip (state, (int) lane, j);
            gboolean same_part = cells[1] == NULL || g_str_equal (strip->part, cells[1]);

            if (g_str_equal (strip->number, g_strstrip (cells[0])) && (found == NULL || same_part)
                && !strip->shot)
              found = strip;
          }
      if (found != NULL)
        g_array_append_val (keys, found->key);
    }
  return keys;
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltBoard) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GArray) keys = NULL;
  PltBoardCoord to;

  if (self->model == NULL)
    return; /* the window closed meanwhile */
  keys = plt_board_read_numbers (self, text != NULL ? text : "");
  to = self->selection.cursor;
  to.index = to.index == PLT_BOARD_HEAD ? plt_board_lane_n (plt_board_get_state (self), to.lane)
                                        : to.index;
  if (keys->len > 0)
    move_selected (self, keys, to);
  else
    plt_board_refuse (self,
                      g_error_new_literal (PLT_ERROR, PLT_ERROR_NOT_FOUND,
                                           _ ("Copy strips, or numbers of sequences a line each, "
                                              "to put them here.")));
}

static void
run_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read,
                                 g_object_ref (widget));
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
  gtk_widget_class_install_action (widget_class, "board.status", NULL, run_status);
  gtk_widget_class_install_action (widget_class, "board.copy", NULL, run_copy);
  gtk_widget_class_install_action (widget_class, "board.paste", NULL, run_paste);
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
  static const char *const of_day[]
      = { "board.day-done",    "board.add-unit",    "board.duplicate-day",
          "board.insert-rest", "board.shift-days",  "board.insert",
          "board.insert-move", "board.insert-meal", "board.insert-note" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (widget, acts[i].name, editable);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (widget, moves[i], strips || (head && i < 2));
  gtk_widget_action_set_enabled (widget, "board.open", TRUE);
  gtk_widget_action_set_enabled (widget, "board.delete", strips || head);
  gtk_widget_action_set_enabled (widget, "board.to-pool", strips || head);
  gtk_widget_action_set_enabled (widget, "board.split", strips);
  gtk_widget_action_set_enabled (widget, "board.lock", strips || head);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_has_prefix (acts[i].name, "board.status-"))
      gtk_widget_action_set_enabled (widget, acts[i].name, strips || head);
  for (guint i = 0; i < G_N_ELEMENTS (of_day); i++)
    gtk_widget_action_set_enabled (widget, of_day[i], day);
  gtk_widget_action_set_enabled (widget, "board.status", strips || head);
  gtk_widget_action_set_enabled (widget, "board.paste", editable);
  gtk_widget_action_set_enabled (widget, "board.swap-up", head && at.lane > 1);
  gtk_widget_action_set_enabled (widget, "board.swap-down",
                                 head && at.lane + 1 < (int) state->lanes->len);
}

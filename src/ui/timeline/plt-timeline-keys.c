/* PltTimeline: keys. */
#include <glib/gi18n-lib.h>

#include "plt-timeline-private.h"

#define WEEK 7

static const PltTimelineShortcut shortcuts[] = {
  { "<Shift>Down", N_ ("Choose several tasks: moved together, as with Ctrl or Shift and a click") },
  { "<Control>space", N_ ("Choose the task too, or not: Ctrl and arrows walk without choosing") },
  { "<Shift>Right", N_ ("Move the task by a day, with Ctrl by a week") },
  { "<Shift>Left", N_ ("Move the task back by a day, with Ctrl by a week") },
  { "<Shift><Alt>Right", N_ ("Make the task a day longer, with Ctrl a week") },
  { "<Shift><Alt>Left", N_ ("Make the task a day shorter, with Ctrl a week") },
  { "l", N_ ("Link the task: arrows choose the next one, Enter draws the link, Delete takes it "
             "away") },
  { "Left", N_ ("While linking: from or to the beginning; with Right, the end") },
  { "<Alt>Down", N_ ("Choose a link of the task: Enter edits it, Delete takes it away") },
  { "t", N_ ("Go to today") },
  { "plus", N_ ("Zoom the calendar in") },
  { "minus", N_ ("Zoom the calendar out") },
  { "0", N_ ("See the whole calendar") },
  { "Insert", N_ ("Add a task below, in the same phase") },
  { "Tab", N_ ("Put the task into the group above") },
  { "<Shift>Tab", N_ ("Take the task out of its group") },
  { "<Control>Tab", N_ ("Leave the timeline") },
  { NULL, NULL },
};

/**
 * plt_timeline_get_shortcuts:
 *
 * Returns: (transfer none): the keys of the timeline, for the window of shortcuts
 */
const PltTimelineShortcut *
plt_timeline_get_shortcuts (void)
{
  return shortcuts;
}

/* ---- keys ---- */

static gboolean
zoom_key (PltTimeline *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      plt_timeline_zoom (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      plt_timeline_zoom (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_agrave: /* 0 of a French keyboard */
      plt_timeline_zoom (self, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static int
page (PltTimeline *self)
{
  return MAX ((int) ((self->view.height - self->view.head) / self->view.row) - 1, 1);
}

/* Rows by which a key goes; 0: it does not. */
static int
rows_of (PltTimeline *self, guint keyval)
{
  int n = self->gantt != NULL ? (int) self->gantt->rows->len : 0;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return -page (self);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return page (self);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return -n;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return n;
    default:
      return 0;
    }
}

/* The row at which a link would end, in sight. */
static void
show_aim (PltTimeline *self)
{
  double top = plt_gantt_view_y (&self->view, (guint) self->aim);
  double below = top + self->view.row - self->view.height;

  if (top < self->view.head)
    plt_timeline_scroll_by (self, 0, top - self->view.head);
  else if (below > 0)
    plt_timeline_scroll_by (self, 0, below);
  plt_timeline_reveal (self, (guint) self->aim);
}

/* -1 for a key to the left, 1 to the right, else 0. */
static int
side_of (guint keyval)
{
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    return -1;
  return keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right ? 1 : 0;
}

static void
end_aim (PltTimeline *self)
{
  self->doing = PLT_TIMELINE_IDLE;
  self->aim = -1;
  plt_timeline_set_ghosts (self, NULL, NULL, FALSE);
  plt_timeline_tell (self, FALSE);
}

/* The card with its words stands at the end that the link would reach. */
static void
aim_at (PltTimeline *self, int row, PltTimelinePart part)
{
  double x0 = 0, x1 = 0;

  self->aim = row;
  show_aim (self);
  if (plt_gantt_view_bar (&self->view, self->gantt, (guint) row, &x0, &x1))
    self->pointer_x = part == PLT_TIMELINE_END ? x1 : x0;
  self->pointer_y = plt_gantt_view_y (&self->view, (guint) row) + self->view.row / 2;
  self->aim = -1;
  plt_timeline_set_aim (self, row, part);
  plt_timeline_tell (self, FALSE);
}

/* Which ends: the one it reaches, with Shift the one it leaves. */
static void
turn_link (PltTimeline *self, int way, GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    self->held.part = way < 0 ? PLT_TIMELINE_LINK_START : PLT_TIMELINE_LINK;
  else
    self->aim_part = way < 0 ? PLT_TIMELINE_START : PLT_TIMELINE_END;
  if (self->aim >= 0)
    aim_at (self, self->aim, self->aim_part);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The row that can be linked at that one or next to it, in that direction first; -1: none. */
static int
linkable_from (PltTimeline *self, int from, int way)
{
  int n = (int) self->gantt->rows->len;

  for (int turn = 0; turn < 2; turn++, way = -way)
    for (int at = from; at >= 0 && at < n; at += way)
      if (at != self->held.row && (self->can[at] & PLT_TIMELINE_CAN_LINK) != 0)
        return at;
  return -1;
}

static gboolean
aim_key (PltTimeline *self, guint keyval, GdkModifierType state)
{
  int rows = rows_of (self, keyval), n = (int) self->gantt->rows->len;
  int at = self->aim >= 0 ? self->aim : self->held.row, way = rows < 0 ? -1 : 1;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      int to = self->aim;
      PltNetworkKind kind = plt_timeline_link_kind (self->held.part, self->aim_part);

      if (to < 0)
        return TRUE;
      end_aim (self);
      plt_timeline_emit_link (self, self->held.row, to, kind);
      return TRUE;
    }
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    {
      int to = self->aim;

      if (to < 0)
        return TRUE;
      end_aim (self);
      plt_timeline_emit_unlink (self, self->held.row, to);
      return TRUE;
    }
  if (side_of (keyval) != 0)
    {
      turn_link (self, side_of (keyval), state);
      return TRUE;
    }
  if (rows == 0)
    return FALSE;
  at = linkable_from (self, CLAMP (at + rows, 0, n - 1), way);
  if (at >= 0)
    aim_at (self, at, self->aim_part);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* Left and right: with Shift the bar, without the group or the calendar. */
static gboolean
side_key (PltTimeline *self, int way, GdkModifierType state)
{
  int days = (state & GDK_CONTROL_MASK) != 0 ? way * WEEK : way;

  if ((state & GDK_SHIFT_MASK) != 0)
    {
      plt_timeline_emit_nudged (
          self, (state & GDK_ALT_MASK) != 0 ? PLT_TIMELINE_END : PLT_TIMELINE_BODY, days);
      return TRUE;
    }
  if ((state & GDK_ALT_MASK) != 0)
    return FALSE;
  if (self->cursor >= 0 && state == 0
      && (g_array_index (self->gantt->rows, PltGanttRow, self->cursor).flags & PLT_GANTT_GROUP)
             != 0)
    plt_timeline_emit_command (self, way > 0 ? "unfold" : "fold");
  else
    plt_timeline_scroll_by (self, days * MAX (self->view.step * WEEK, 40), 0);
  return TRUE;
}

static gboolean
command_key (PltTimeline *self, guint keyval, GdkModifierType state)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    const char *command;
  } commands[] = {
    { GDK_KEY_Return, 0, "edit" },
    { GDK_KEY_KP_Enter, 0, "edit" },
    { GDK_KEY_F2, 0, "edit" },
    { GDK_KEY_Insert, 0, "insert" },
    { GDK_KEY_Delete, 0, "delete" },
    { GDK_KEY_Tab, 0, "indent" },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "outdent" },
    { GDK_KEY_space, 0, "toggle" },
    { GDK_KEY_t, 0, "today" },
    { GDK_KEY_slash, 0, "search" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "copy" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "paste" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (keyval == commands[i].keyval && state == commands[i].state)
      {
        plt_timeline_emit_command (self, commands[i].command);
        return TRUE;
      }
  return FALSE;
}

/* Of the link that is chosen. */
static gboolean
link_key (PltTimeline *self, guint keyval, GdkModifierType state)
{
  int from, to;

  if (rows_of (self, keyval) != 0 && state == GDK_ALT_MASK)
    {
      plt_timeline_step_link (self, rows_of (self, keyval) > 0 ? 1 : -1);
      return TRUE;
    }
  if (state != 0 || !plt_timeline_get_link (self, &from, &to))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    plt_timeline_choose_link (self, -1);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    {
      plt_timeline_choose_link (self, -1);
      plt_timeline_emit_unlink (self, from, to);
    }
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_F2)
    plt_timeline_emit_command (self, "edit-link");
  else
    return FALSE;
  return TRUE;
}

static gboolean
plain_key (PltTimeline *self, guint keyval, GdkModifierType state)
{
  int rows = rows_of (self, keyval);

  if (rows != 0 && (state == 0 || state == GDK_SHIFT_MASK))
    {
      plt_timeline_pick (self, self->cursor + rows, state);
      return TRUE;
    }
  if (rows != 0 && state == GDK_CONTROL_MASK)
    {
      plt_timeline_walk (self, self->cursor + rows);
      return TRUE;
    }
  if (keyval == GDK_KEY_space && state == GDK_CONTROL_MASK && self->cursor >= 0)
    {
      plt_timeline_pick (self, self->cursor, state);
      return TRUE;
    }
  if (keyval == GDK_KEY_a && state == GDK_CONTROL_MASK)
    {
      plt_timeline_pick_all (self);
      return TRUE;
    }
  if (side_of (keyval) != 0)
    return side_key (self, side_of (keyval), state);
  if (keyval == GDK_KEY_l && state == 0)
    {
      plt_timeline_begin_link (self);
      return TRUE;
    }
  if ((keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab) && (state & GDK_CONTROL_MASK) != 0)
    {
      g_signal_emit_by_name (self, "move-focus",
                             (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD
                                                           : GTK_DIR_TAB_FORWARD);
      return TRUE;
    }
  return FALSE;
}

static gboolean
several_selected (PltTimeline *self)
{
  g_autoptr (GArray) rows = plt_timeline_get_selected (self);

  return rows->len > 1;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltTimeline *self)
{
  GdkModifierType modifiers
      = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (self->gantt == NULL || self->gantt->rows->len == 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape && self->doing != PLT_TIMELINE_IDLE)
    {
      plt_timeline_cancel (self);
      return TRUE;
    }
  if (self->doing == PLT_TIMELINE_IDLE && link_key (self, keyval, modifiers))
    return TRUE;
  if (keyval == GDK_KEY_Escape && several_selected (self))
    {
      plt_timeline_choose (self, self->cursor);
      return TRUE;
    }
  if (self->doing == PLT_TIMELINE_AIMS && aim_key (self, keyval, modifiers))
    return TRUE;
  return plain_key (self, keyval, modifiers) || command_key (self, keyval, modifiers)
         || ((modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0 && zoom_key (self, keyval));
}

void
plt_timeline_add_keys (PltTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

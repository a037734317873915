/* PltTimeline: mouse and keys. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "plt-timeline-private.h"

#define THRESHOLD 4
#define WHEEL 60.0
#define WHEEL_ZOOM 1.25
#define WEEK 7

static const PltTimelineShortcut shortcuts[] = {
  { "<Shift>Right", N_ ("Move the task by a day, with Ctrl by a week") },
  { "<Shift>Left", N_ ("Move the task back by a day, with Ctrl by a week") },
  { "<Shift><Alt>Right", N_ ("Make the task a day longer, with Ctrl a week") },
  { "<Shift><Alt>Left", N_ ("Make the task a day shorter, with Ctrl a week") },
  { "l", N_ ("Link the task: arrows choose the next one, Enter draws the link") },
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

static PltTimelineHit
hit_at (PltTimeline *self, double x, double y)
{
  if (self->gantt == NULL)
    return (PltTimelineHit){ -1, PLT_TIMELINE_NOTHING };
  return plt_timeline_hit (&self->view, self->gantt, self->can, x, y);
}

static void
track (PltTimeline *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* ---- dragging ---- */

static gboolean
may_drag (PltTimeline *self, PltTimelineHit hit)
{
  guint8 can = hit.row >= 0 && self->can != NULL ? self->can[hit.row] : 0;

  switch (hit.part)
    {
    case PLT_TIMELINE_BODY:
      return (can & PLT_TIMELINE_CAN_MOVE) != 0;
    case PLT_TIMELINE_START:
    case PLT_TIMELINE_END:
      return (can & PLT_TIMELINE_CAN_RESIZE) != 0;
    case PLT_TIMELINE_NOTHING:
    case PLT_TIMELINE_LINK:
    default:
      return FALSE;
    }
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, PltTimeline *self)
{
  PltTimelineHit hit = hit_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  track (self, x, y);
  self->from_x = x;
  self->from_y = y;
  if (hit.row >= 0)
    plt_timeline_choose (self, hit.row);
  self->held = hit;
  self->held_days = 0;
  if (hit.part == PLT_TIMELINE_LINK)
    self->doing = PLT_TIMELINE_LINKS;
  else if (may_drag (self, hit))
    self->doing = PLT_TIMELINE_DRAGS;
  else
    {
      self->doing = PLT_TIMELINE_PANS;
      self->pan_x = self->view.scroll_x;
      self->pan_y = self->view.scroll_y;
    }
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, PltTimeline *self)
{
  double x = self->from_x, y = self->from_y;
  PltTimelineHit hit;
  int days;

  track (self, x + dx, y + dy);
  switch (self->doing)
    {
    case PLT_TIMELINE_PANS:
      if (fabs (dx) > THRESHOLD || fabs (dy) > THRESHOLD)
        plt_timeline_scroll_by (self, self->pan_x - dx - self->view.scroll_x,
                                self->pan_y - dy - self->view.scroll_y);
      return;
    case PLT_TIMELINE_LINKS:
      hit = hit_at (self, x + dx, y + dy);
      self->aim = hit.row >= 0 && hit.row != self->held.row
                          && (self->can[hit.row] & PLT_TIMELINE_CAN_LINK) != 0
                      ? hit.row
                      : -1;
      break;
    case PLT_TIMELINE_DRAGS:
      days = plt_timeline_drag_days (&self->view, dx);
      if (days != self->held_days)
        {
          self->held_days = days;
          plt_timeline_emit_changed (self);
        }
      break;
    case PLT_TIMELINE_IDLE:
    case PLT_TIMELINE_AIMS:
    default:
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, PltTimeline *self)
{
  PltTimelineDoing doing = self->doing;
  int aim = self->aim;

  self->doing = PLT_TIMELINE_IDLE;
  self->aim = -1;
  if (doing == PLT_TIMELINE_LINKS && aim >= 0)
    plt_timeline_emit_link (self, self->held.row, aim);
  else if (doing == PLT_TIMELINE_DRAGS && self->held_days != 0)
    plt_timeline_emit_dropped (self);
  else if (doing == PLT_TIMELINE_DRAGS)
    plt_timeline_emit_cancelled (self);
  plt_timeline_set_ghosts (self, NULL, NULL, FALSE);
}

static void
on_drag_cancel (PltTimeline *self)
{
  if (self->doing != PLT_TIMELINE_AIMS)
    plt_timeline_cancel (self);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, PltTimeline *self)
{
  PltTimelineHit hit = hit_at (self, x, y);

  if (n_press != 2 || hit.row < 0)
    return;
  plt_timeline_choose (self, hit.row);
  plt_timeline_emit_command (self, "open");
}

/* ---- pointer and wheel ---- */

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, PltTimeline *self)
{
  static const char *const cursors[] = { NULL, "grab", "w-resize", "e-resize", "crosshair" };
  PltTimelineHit hit = hit_at (self, x, y);
  gboolean may = hit.part == PLT_TIMELINE_LINK || may_drag (self, hit);

  if (self->doing == PLT_TIMELINE_IDLE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), may ? cursors[hit.part] : NULL);
  if (hit.row != self->hover.row || hit.part != self->hover.part)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hover = hit;
}

static void
on_leave (PltTimeline *self)
{
  self->hover = (PltTimelineHit){ -1, PLT_TIMELINE_NOTHING };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_moved (GtkEventControllerMotion *controller, double x, double y, PltTimeline *self)
{
  if (self->doing == PLT_TIMELINE_IDLE)
    track (self, x, y);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, PltTimeline *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) != 0)
    plt_timeline_zoom_at (self, pow (WHEEL_ZOOM, -dy), self->pointer_x);
  else if ((state & GDK_SHIFT_MASK) != 0)
    plt_timeline_scroll_by (self, (dx + dy) * WHEEL, 0);
  else
    return FALSE; /* the scrolled window's */
  return TRUE;
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

static gboolean
aim_key (PltTimeline *self, guint keyval)
{
  int rows = rows_of (self, keyval), n = (int) self->gantt->rows->len;
  int at = self->aim >= 0 ? self->aim : self->held.row, way = rows < 0 ? -1 : 1;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      int from = self->held.row, to = self->aim;

      if (to < 0)
        return TRUE;
      self->doing = PLT_TIMELINE_IDLE;
      self->aim = -1;
      plt_timeline_emit_link (self, from, to);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return TRUE;
    }
  if (rows == 0)
    return FALSE;
  for (at = CLAMP (at + rows, 0, n - 1); at >= 0 && at < n; at += way)
    if (at != self->held.row && (self->can[at] & PLT_TIMELINE_CAN_LINK) != 0)
      {
        self->aim = at;
        show_aim (self);
        break;
      }
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

static gboolean
plain_key (PltTimeline *self, guint keyval, GdkModifierType state)
{
  int rows = rows_of (self, keyval);

  if (rows != 0 && state == 0)
    {
      plt_timeline_choose (self, self->cursor + rows);
      return TRUE;
    }
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    return side_key (self, -1, state);
  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    return side_key (self, 1, state);
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
  if (self->doing == PLT_TIMELINE_AIMS && aim_key (self, keyval))
    return TRUE;
  return plain_key (self, keyval, modifiers) || command_key (self, keyval, modifiers)
         || ((modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0 && zoom_key (self, keyval));
}

void
plt_timeline_add_input (PltTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

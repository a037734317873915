/* PltTimeline: mouse. */
#include <math.h>

#include "plt-timeline-private.h"

#define THRESHOLD 4
#define WHEEL 60.0
#define WHEEL_ZOOM 1.25
#define MOST_TICK 0.1 /* seconds that a late frame scrolls at most */

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

/* Lines pass between bars, never over them. */
static int
link_at (PltTimeline *self, PltTimelineHit hit, double x, double y)
{
  return self->gantt != NULL && plt_timeline_is_beside (&self->view, self->gantt, hit, y)
             ? plt_timeline_link_at (self, x, y)
             : -1;
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
    case PLT_TIMELINE_LINK_START:
    default:
      return FALSE;
    }
}

/* Where the pointer is now, whatever was scrolled since. */
static void
follow_pointer (PltTimeline *self)
{
  int days
      = plt_timeline_drag_days (&self->view, self->drag_dx + self->view.scroll_x - self->pan_x);
  int row;

  switch (self->doing)
    {
    case PLT_TIMELINE_LINKS:
      row = hit_at (self, self->pointer_x, self->pointer_y).row;
      if (row < 0 || row == self->held.row || (self->can[row] & PLT_TIMELINE_CAN_LINK) == 0)
        plt_timeline_set_aim (self, -1, PLT_TIMELINE_START);
      else
        plt_timeline_set_aim (
            self, row,
            plt_timeline_aim_at (&self->view, self->gantt, (guint) row, self->pointer_x));
      break;
    case PLT_TIMELINE_DRAGS:
      if (days != self->held_days)
        {
          self->held_days = days;
          plt_timeline_emit_changed (self);
        }
      break;
    case PLT_TIMELINE_IDLE:
    case PLT_TIMELINE_PANS:
    case PLT_TIMELINE_AIMS:
    default:
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_handle (PltTimelinePart part)
{
  return part == PLT_TIMELINE_LINK || part == PLT_TIMELINE_LINK_START;
}

static guint
n_selected (PltTimeline *self)
{
  g_autoptr (GArray) rows = plt_timeline_get_selected (self);

  return rows->len;
}

/* A bar that is chosen with others is taken with them. */
static void
take (PltTimeline *self, PltTimelineHit hit, GdkModifierType state)
{
  self->alone = FALSE;
  if (hit.row < 0)
    return;
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    plt_timeline_pick (self, hit.row, state);
  else if (hit.part == PLT_TIMELINE_BODY && plt_timeline_is_selected (self, (guint) hit.row)
           && n_selected (self) > 1)
    {
      self->alone = TRUE;
      plt_timeline_walk (self, hit.row);
    }
  else
    plt_timeline_choose (self, hit.row);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PltTimeline *self = PLT_TIMELINE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->tick_time) / G_USEC_PER_SEC, dx, dy;

  if (self->doing != PLT_TIMELINE_DRAGS && self->doing != PLT_TIMELINE_LINKS)
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->tick_time = now;
  plt_timeline_drift (&self->view, self->pointer_x, self->pointer_y, &dx, &dy);
  if (dx * self->drag_dx <= 0) /* only the way the drag goes */
    dx = 0;
  if (dy * self->drag_dy <= 0 || self->doing == PLT_TIMELINE_DRAGS)
    dy = 0;
  if (dx == 0 && dy == 0)
    return G_SOURCE_CONTINUE;
  seconds = MIN (seconds, MOST_TICK);
  plt_timeline_scroll_by (self, dx * seconds, dy * seconds);
  follow_pointer (self);
  return G_SOURCE_CONTINUE;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, PltTimeline *self)
{
  PltTimelineHit hit = hit_at (self, x, y);

  plt_timeline_cancel (self); /* a link that the keyboard was drawing */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  track (self, x, y);
  self->from_x = x;
  self->from_y = y;
  self->drag_dx = self->drag_dy = 0;
  self->pan_x = self->view.scroll_x;
  self->pan_y = self->view.scroll_y;
  if (link_at (self, hit, x, y) >= 0) /* what a click there does is on_pressed()'s */
    {
      hit = (PltTimelineHit){ -1, PLT_TIMELINE_NOTHING };
      self->alone = FALSE;
    }
  take (self, hit, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
  self->held = hit;
  self->held_days = 0;
  if (is_handle (hit.part))
    self->doing = PLT_TIMELINE_LINKS;
  else if (may_drag (self, hit))
    self->doing = PLT_TIMELINE_DRAGS;
  else
    self->doing = PLT_TIMELINE_PANS;
  if (self->doing != PLT_TIMELINE_PANS && self->tick == 0)
    {
      self->tick_time = g_get_monotonic_time ();
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
    }
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, PltTimeline *self)
{
  track (self, self->from_x + dx, self->from_y + dy);
  self->drag_dx = dx;
  self->drag_dy = dy;
  if (self->doing != PLT_TIMELINE_PANS)
    follow_pointer (self);
  else if (fabs (dx) > THRESHOLD || fabs (dy) > THRESHOLD)
    plt_timeline_scroll_by (self, self->pan_x - dx - self->view.scroll_x,
                            self->pan_y - dy - self->view.scroll_y);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, PltTimeline *self)
{
  PltTimelineDoing doing = self->doing;
  int aim = self->aim;
  PltTimelinePart end = self->aim_part;

  self->doing = PLT_TIMELINE_IDLE;
  self->aim = -1;
  if (self->alone && self->held_days == 0)
    plt_timeline_choose (self, self->held.row);
  if (doing == PLT_TIMELINE_LINKS && aim >= 0)
    plt_timeline_emit_link (self, self->held.row, aim,
                            plt_timeline_link_kind (self->held.part, end));
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
  int link = link_at (self, hit, x, y);

  if (link >= 0 && n_press == 1)
    plt_timeline_choose_link (self, link);
  else if (link >= 0 && n_press == 2 && self->link >= 0)
    plt_timeline_emit_command (self, "edit-link");
  if (n_press != 2 || hit.row < 0 || link >= 0)
    return;
  plt_timeline_choose (self, hit.row);
  plt_timeline_emit_command (self, "open");
}

/* ---- pointer and wheel ---- */

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, PltTimeline *self)
{
  static const char *const cursors[]
      = { NULL, "grab", "w-resize", "e-resize", "crosshair", "crosshair" };
  PltTimelineHit hit = hit_at (self, x, y);
  gboolean may = is_handle (hit.part) || may_drag (self, hit);
  const char *cursor = may ? cursors[hit.part] : NULL;

  if (self->doing == PLT_TIMELINE_IDLE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                     link_at (self, hit, x, y) >= 0 ? "pointer" : cursor);
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

/* ---- what a bar says ---- */

static gboolean
link_tooltip (PltTimeline *self, int link, int x, int y, GtkTooltip *tooltip)
{
  g_autofree char *words = plt_timeline_link_words (self, (guint) link);
  g_autofree char *details = plt_timeline_link_details (self, (guint) link);
  g_autofree char *text
      = details != NULL ? g_strdup_printf ("%s\n%s", words, details) : g_steal_pointer (&words);

  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 });
  return TRUE;
}

static gboolean
on_query_tooltip (PltTimeline *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PltTimelineHit hit = hit_at (self, x, y);
  int row = keyboard ? self->cursor : hit.row;
  g_autofree char *lines = NULL, *text = NULL;
  double x0 = 0, x1 = 0;

  if (self->doing == PLT_TIMELINE_IDLE && keyboard && self->link >= 0)
    return link_tooltip (self, self->link, (int) self->pointer_x, (int) self->pointer_y, tooltip);
  if (self->doing == PLT_TIMELINE_IDLE && !keyboard && link_at (self, hit, x, y) >= 0)
    return link_tooltip (self, link_at (self, hit, x, y), x, y, tooltip);
  if (self->doing != PLT_TIMELINE_IDLE || row < 0 || self->describe == NULL
      || (!keyboard && (hit.part == PLT_TIMELINE_NOTHING || is_handle (hit.part)))
      || !plt_gantt_view_bar (&self->view, self->gantt, (guint) row, &x0, &x1))
    return FALSE;
  lines = self->describe ((guint) row, self->describe_data);
  text = g_strdup_printf ("%s\n%s", g_array_index (self->gantt->rows, PltGanttRow, row).label,
                          lines != NULL ? lines : "");
  gtk_tooltip_set_text (tooltip, g_strchomp (text));
  x0 = CLAMP (x0, 0, self->view.width);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){ (int) x0, (int) plt_gantt_view_y (&self->view, (guint) row),
                                MAX ((int) (CLAMP (x1, 0, self->view.width) - x0), 1),
                                (int) self->view.row });
  return TRUE;
}

void
plt_timeline_add_mouse (PltTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

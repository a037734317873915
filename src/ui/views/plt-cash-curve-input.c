/* PltCashCurve: the mouse and the keys. */
#include "plt-cash-curve-private.h"

#include <math.h>

#include "plt-cash-mark.h"

#define WEEK 7
#define SHOW_MARGIN 40
#define WHEEL_PIXELS 60

/* ---- marks ---- */

void
plt_cash_curve_move_mark (PltCashCurve *self, const char *key, PltDate date)
{
  const PltCashLineMark *mark
      = self->line != NULL ? plt_cash_line_find_mark (self->line, key) : NULL;

  if (mark != NULL && mark->date != date)
    plt_cash_curve_emit_moved (self, key, date);
}

static void
on_nudge (PltCashMark *mark, int days, PltCashCurve *self)
{
  const PltDate date = plt_cash_mark_get_date (mark) + days;

  plt_cash_curve_move_mark (self, plt_cash_mark_get_key (mark), date);
  if (self->scale.width > 0)
    plt_cash_scale_show (&self->scale, plt_cash_mark_get_date (mark), SHOW_MARGIN);
  plt_cash_curve_scrolled (self);
}

static void
on_reset (PltCashMark *mark, PltCashCurve *self)
{
  const PltCashLineMark *data = plt_cash_line_find_mark (self->line, plt_cash_mark_get_key (mark));

  if (data != NULL)
    plt_cash_curve_move_mark (self, data->key, data->base);
}

static void
drop (PltCashCurve *self)
{
  g_autofree char *key = g_steal_pointer (&self->dragged);

  plt_cash_curve_scrolled (self);
  if (key != NULL)
    plt_cash_curve_emit_released (self, key);
}

static void
on_cancel (PltCashMark *mark, PltCashCurve *self)
{
  if (self->dragged != NULL)
    {
      plt_cash_curve_move_mark (self, self->dragged, self->drag_from);
      drop (self);
    }
  else
    plt_cash_curve_emit_cancelled (self, plt_cash_mark_get_key (mark));
}

static void
on_activate (PltCashMark *mark, PltCashCurve *self)
{
  plt_cash_curve_emit_activated (self, plt_cash_mark_get_key (mark));
}

/* Who has the focus is said in full, and in sight. */
static void
on_mark_focus (GtkWidget *mark, GParamSpec *pspec, PltCashCurve *self)
{
  if (gtk_widget_has_focus (mark))
    plt_cash_scale_show (&self->scale, plt_cash_mark_get_date (PLT_CASH_MARK (mark)), SHOW_MARGIN);
  plt_cash_curve_scrolled (self);
}

/* What is dragged must not hide what it does. */
static gboolean
on_mark_tooltip (
    PltCashMark *mark, int x, int y, gboolean keyboard, GtkTooltip *tooltip, PltCashCurve *self)
{
  if (self->dragged != NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, plt_cash_mark_get_tooltip (mark));
  return TRUE;
}

void
plt_cash_curve_connect_mark (PltCashCurve *self, GtkWidget *mark)
{
  g_signal_connect (mark, "query-tooltip", G_CALLBACK (on_mark_tooltip), self);
  g_signal_connect (mark, "nudge", G_CALLBACK (on_nudge), self);
  g_signal_connect (mark, "reset", G_CALLBACK (on_reset), self);
  g_signal_connect (mark, "cancel", G_CALLBACK (on_cancel), self);
  g_signal_connect (mark, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_object (mark, "notify::has-focus", G_CALLBACK (on_mark_focus), self, 0);
}

static PltCashMark *
mark_at (PltCashCurve *self, double x, double y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  hit = hit != NULL ? gtk_widget_get_ancestor (hit, PLT_TYPE_CASH_MARK) : NULL;
  return hit != NULL ? PLT_CASH_MARK (hit) : NULL;
}

/* ---- the mouse ---- */

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, PltCashCurve *self)
{
  PltCashMark *mark = mark_at (self, x, y);

  g_clear_pointer (&self->dragged, g_free);
  self->panning = FALSE;
  self->pan_from = self->scale.offset;
  if (mark == NULL)
    return;
  self->dragged = g_strdup (plt_cash_mark_get_key (mark));
  self->drag_from = plt_cash_mark_get_date (mark);
  gtk_widget_grab_focus (GTK_WIDGET (mark));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, PltCashCurve *self)
{
  if (self->line == NULL)
    return;
  if (self->dragged != NULL)
    plt_cash_curve_move_mark (self, self->dragged,
                              self->drag_from + plt_cash_scale_days (&self->scale, dx));
  else if (!self->fitted && (self->panning || fabs (dx) > 4))
    {
      self->panning = TRUE;
      self->scale.offset = self->pan_from - dx;
      plt_cash_scale_clamp (&self->scale);
      plt_cash_curve_scrolled (self);
    }
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, PltCashCurve *self)
{
  double x, y;

  if (self->dragged != NULL)
    drop (self);
  else if (!self->panning && fabs (dx) <= 4 && gtk_gesture_drag_get_start_point (gesture, &x, &y)
           && self->line != NULL && x >= self->scale.left)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      plt_cash_curve_emit_chosen (self, plt_cash_scale_date (&self->scale, x));
    }
  self->panning = FALSE;
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, PltCashCurve *self)
{
  if (self->dragged == NULL)
    return;
  plt_cash_curve_move_mark (self, self->dragged, self->drag_from);
  drop (self);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, PltCashCurve *self)
{
  PltCashMark *mark = n_press == 2 ? mark_at (self, x, y) : NULL;

  if (mark != NULL)
    plt_cash_curve_emit_activated (self, plt_cash_mark_get_key (mark));
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, PltCashCurve *self)
{
  if (self->line != NULL && self->line->first != PLT_DATE_NONE && self->dragged == NULL
      && x >= self->scale.left)
    plt_cash_curve_set_cursor (self, plt_cash_scale_date (&self->scale, x));
}

static void
on_leave (GtkEventControllerMotion *controller, PltCashCurve *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    plt_cash_curve_set_cursor (self, PLT_DATE_NONE);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, PltCashCurve *self)
{
  const GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      plt_cash_curve_zoom (self, dy < 0 ? 1 : -1);
      return TRUE;
    }
  if (self->fitted)
    return FALSE;
  self->scale.offset += ((state & GDK_SHIFT_MASK) != 0 || dx == 0 ? dy : dx) * WHEEL_PIXELS;
  plt_cash_scale_clamp (&self->scale);
  plt_cash_curve_scrolled (self);
  return TRUE;
}

static gboolean
on_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, PltCashCurve *self)
{
  g_autofree char *day = NULL;
  g_autofree char *moves = NULL;
  g_autofree char *text = NULL;
  PltDate date;

  if (self->line == NULL || self->line->first == PLT_DATE_NONE || self->dragged != NULL)
    return FALSE;
  date = keyboard ? self->cursor : plt_cash_scale_date (&self->scale, x);
  if (date == PLT_DATE_NONE || (!keyboard && x < self->scale.left))
    return FALSE;
  day = plt_cash_curve_day_text (self, date);
  if (self->describe != NULL)
    moves = self->describe (date, self->describe_data);
  text = moves != NULL ? g_strdup_printf ("%s\n%s", day, moves) : g_strdup (day);
  gtk_tooltip_set_text (tooltip, text);
  if (keyboard)
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) plt_cash_scale_x (&self->scale, date),
                                                        (int) self->scale.top, 1,
                                                        (int) self->scale.height });
  else
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 2, y - 2, 5, 5 });
  return TRUE;
}

/* ---- the keys ---- */

static PltDate
next_moving (PltCashCurve *self, PltDate from, int way)
{
  const GArray *days = self->line->days;
  int at = plt_cash_line_find_day (self->line, way > 0 ? from : from - 1) + (way > 0 ? 1 : 0);

  if (at < 0 || at >= (int) days->len)
    return from;
  return g_array_index (days, PltCashLineDay, at).date;
}

static PltDate
walk (PltCashCurve *self, guint keyval, GdkModifierType state)
{
  const PltDate first = self->line->first, last = self->line->last;
  const PltDate from = self->cursor != PLT_DATE_NONE              ? self->cursor
                       : self->line->lowest_date != PLT_DATE_NONE ? self->line->lowest_date
                                                                  : first;
  const int step = (state & GDK_SHIFT_MASK) != 0 ? WEEK : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return MAX ((state & GDK_CONTROL_MASK) != 0 ? next_moving (self, from, -1) : from - step,
                  first);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return MIN ((state & GDK_CONTROL_MASK) != 0 ? next_moving (self, from, 1) : from + step,
                  last);
    case GDK_KEY_Home:
      return first;
    case GDK_KEY_End:
      return last;
    default:
      return PLT_DATE_NONE;
    }
}

static gboolean
zoom_key (PltCashCurve *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      plt_cash_curve_zoom (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      plt_cash_curve_zoom (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_agrave: /* 0 of a French keyboard */
      plt_cash_curve_zoom (self, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltCashCurve *self)
{
  PltDate date;

  if (self->line == NULL || self->line->first == PLT_DATE_NONE || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if (zoom_key (self, keyval))
    return TRUE;
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return FALSE;
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && self->cursor != PLT_DATE_NONE)
    {
      plt_cash_curve_emit_chosen (self, self->cursor);
      return TRUE;
    }
  date = walk (self, keyval, state);
  if (date == PLT_DATE_NONE)
    return FALSE;
  plt_cash_curve_set_cursor (self, date);
  plt_cash_scale_show (&self->scale, date, SHOW_MARGIN);
  plt_cash_curve_scrolled (self);
  return TRUE;
}

static void
on_focus (PltCashCurve *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    plt_cash_curve_set_cursor (self, PLT_DATE_NONE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_cash_curve_add_input (PltCashCurve *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus), NULL);
}

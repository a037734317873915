#include <glib/gi18n-lib.h>
#include <math.h>

#include "plt-fonts.h"
#include "plt-text.h"
#include "plt-timeline-private.h"

#define ZOOM_STEP 1.35
#define LEAST_WIDTH 160
#define STEP_AT_FIRST 4.0

static void plt_timeline_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltTimeline,
                               plt_timeline,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      plt_timeline_scrollable_init))

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CURSOR_MOVED,
  DRAG_CHANGED,
  DRAG_DROPPED,
  DRAG_CANCELLED,
  LINK_AIMED,
  LINK_DRAWN,
  LINK_REMOVED,
  LINK_CHOSEN,
  SELECTION_CHANGED,
  NUDGED,
  COMMAND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
plt_timeline_new (void)
{
  return g_object_new (PLT_TYPE_TIMELINE, NULL);
}

/* ---- telling ---- */

void
plt_timeline_emit_changed (PltTimeline *self)
{
  g_signal_emit (self, signals[DRAG_CHANGED], 0, self->held.row, (int) self->held.part,
                 self->held_days);
}

void
plt_timeline_emit_dropped (PltTimeline *self)
{
  g_signal_emit (self, signals[DRAG_DROPPED], 0, self->held.row, (int) self->held.part,
                 self->held_days);
}

void
plt_timeline_emit_cancelled (PltTimeline *self)
{
  g_signal_emit (self, signals[DRAG_CANCELLED], 0);
}

void
plt_timeline_emit_link (PltTimeline *self, int from, int to, PltNetworkKind kind)
{
  g_signal_emit (self, signals[LINK_DRAWN], 0, from, to, (int) kind);
}

void
plt_timeline_emit_unlink (PltTimeline *self, int from, int to)
{
  g_signal_emit (self, signals[LINK_REMOVED], 0, from, to);
}

void
plt_timeline_emit_link_chosen (PltTimeline *self, int from, int to)
{
  g_signal_emit (self, signals[LINK_CHOSEN], 0, from, to);
}

void
plt_timeline_emit_aimed (PltTimeline *self)
{
  g_signal_emit (self, signals[LINK_AIMED], 0, self->held.row, self->aim,
                 (int) plt_timeline_link_kind (self->held.part, self->aim_part));
}

void
plt_timeline_emit_cursor (PltTimeline *self)
{
  g_signal_emit (self, signals[CURSOR_MOVED], 0, self->cursor);
}

void
plt_timeline_emit_selection (PltTimeline *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
plt_timeline_emit_nudged (PltTimeline *self, PltTimelinePart part, int days)
{
  if (self->cursor >= 0)
    g_signal_emit (self, signals[NUDGED], 0, self->cursor, (int) part, days);
}

void
plt_timeline_emit_command (PltTimeline *self, const char *command)
{
  g_signal_emit (self, signals[COMMAND], 0, command);
}

/* ---- scrolling ---- */

static void
configure (PltTimeline *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double upper;

  if (adjustment == NULL || self->gantt == NULL || self->view.width <= 0)
    return;
  upper = fmax (plt_gantt_n_days (self->gantt) * self->view.step, self->view.width);
  self->placing = TRUE;
  gtk_adjustment_configure (adjustment, self->view.scroll_x, 0, upper,
                            fmax (self->view.step * 7, 20), self->view.width * 0.9,
                            self->view.width);
  self->placing = FALSE;
}

static void
rescaled (PltTimeline *self)
{
  if (self->gantt != NULL && self->view.width > 0)
    {
      if (self->fitted && self->span_from != PLT_DATE_NONE)
        plt_gantt_view_fit (&self->view, self->gantt, self->span_from, self->span_to);
      else
        plt_gantt_view_clamp (&self->view, self->gantt);
    }
  configure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_scrolled (PltTimeline *self)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (across != NULL && !self->placing)
    self->view.scroll_x = gtk_adjustment_get_value (across);
  if (down != NULL)
    self->view.scroll_y = round (gtk_adjustment_get_value (down));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_timeline_scroll_to_x (PltTimeline *self, double x)
{
  self->fitted = FALSE;
  self->view.scroll_x = x;
  rescaled (self);
}

void
plt_timeline_scroll_by (PltTimeline *self, double dx, double dy)
{
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (dx != 0)
    plt_timeline_scroll_to_x (self, self->view.scroll_x + dx);
  if (dy != 0 && down != NULL)
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + dy);
}

void
plt_timeline_zoom_at (PltTimeline *self, double factor, double x)
{
  if (self->gantt == NULL)
    return;
  self->fitted = FALSE;
  plt_gantt_view_zoom (&self->view, self->gantt, factor, x);
  rescaled (self);
}

void
plt_timeline_zoom (PltTimeline *self, int steps)
{
  double x = self->view.width / 2, x0, x1;

  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (steps == 0)
    {
      self->fitted = TRUE;
      rescaled (self);
      return;
    }
  if (self->gantt != NULL && self->cursor >= 0 && (guint) self->cursor < self->gantt->rows->len
      && plt_gantt_view_bar (&self->view, self->gantt, (guint) self->cursor, &x0, &x1) && x1 > 0
      && x0 < self->view.width)
    x = CLAMP ((x0 + x1) / 2, 0, self->view.width);
  plt_timeline_zoom_at (self, pow (ZOOM_STEP, steps), x);
}

void
plt_timeline_show_date (PltTimeline *self, PltDate date)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (self->gantt == NULL)
    return;
  plt_timeline_scroll_to_x (self, self->view.scroll_x
                                      + plt_gantt_view_x (&self->view, self->gantt, date)
                                      - self->view.width / 3);
}

void
plt_timeline_reveal (PltTimeline *self, guint row)
{
  double x0, x1;

  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (self->gantt == NULL || row >= self->gantt->rows->len
      || !plt_gantt_view_bar (&self->view, self->gantt, row, &x0, &x1))
    return;
  if (x0 >= 0 && x0 < self->view.width - 20)
    return;
  plt_timeline_scroll_to_x (self, self->view.scroll_x + x0 - self->view.width / 4);
}

/* ---- what is shown ---- */

void
plt_timeline_set_gantt (PltTimeline *self, PltGantt *gantt, const guint8 *can)
{
  PltDate kept = PLT_DATE_NONE;
  double offset = 0;

  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (self->gantt != NULL && gantt != NULL)
    {
      kept = plt_gantt_view_date (&self->view, self->gantt, 0);
      offset = plt_gantt_view_x (&self->view, self->gantt, kept);
    }
  plt_timeline_cancel (self);
  g_clear_pointer (&self->gantt, plt_gantt_free);
  g_clear_pointer (&self->can, g_free);
  self->gantt = gantt;
  self->hover.row = -1;
  self->link = -1;
  if (gantt == NULL)
    {
      self->cursor = -1;
      plt_timeline_resize_selected (self);
      plt_timeline_tell (self, FALSE);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  self->can = g_memdup2 (can, gantt->rows->len);
  if (self->cursor >= (int) gantt->rows->len)
    self->cursor = -1;
  plt_timeline_resize_selected (self);
  if (kept != PLT_DATE_NONE)
    self->view.scroll_x = (kept - gantt->from) * self->view.step - offset;
  rescaled (self);
  plt_timeline_tell (self, FALSE);
}

const PltGantt *
plt_timeline_get_gantt (PltTimeline *self)
{
  g_return_val_if_fail (PLT_IS_TIMELINE (self), NULL);

  return self->gantt;
}

const PltGanttView *
plt_timeline_get_view (PltTimeline *self)
{
  g_return_val_if_fail (PLT_IS_TIMELINE (self), NULL);

  return &self->view;
}

void
plt_timeline_set_metrics (PltTimeline *self, int head, int row)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  self->view.head = head;
  self->view.row = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_timeline_set_links (PltTimeline *self, gboolean links)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  self->view.with_links = links;
  if (!links)
    plt_timeline_choose_link (self, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_timeline_set_span (PltTimeline *self, PltDate from, PltDate to)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  self->span_from = from;
  self->span_to = to;
  if (self->fitted)
    rescaled (self);
}

void
plt_timeline_set_cursor (PltTimeline *self, int row)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (self->cursor == row)
    return;
  self->cursor = row;
  self->link = -1;
  plt_timeline_tell (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
plt_timeline_get_cursor (PltTimeline *self)
{
  g_return_val_if_fail (PLT_IS_TIMELINE (self), -1);

  return self->cursor;
}

void
plt_timeline_set_marked (PltTimeline *self, const GArray *rows)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  g_clear_pointer (&self->marked, g_array_unref);
  if (rows != NULL)
    {
      self->marked = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_vals (self->marked, rows->data, rows->len);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_timeline_set_ghosts (PltTimeline *self,
                         const GArray *ghosts,
                         const char *words,
                         gboolean refused)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  g_clear_pointer (&self->ghosts, g_array_unref);
  if (ghosts != NULL)
    {
      self->ghosts = g_array_new (FALSE, FALSE, sizeof (PltTimelineGhost));
      g_array_append_vals (self->ghosts, ghosts->data, ghosts->len);
    }
  plt_set_str (&self->words, words);
  self->refused = refused;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
plt_timeline_get_words (PltTimeline *self)
{
  g_return_val_if_fail (PLT_IS_TIMELINE (self), NULL);

  return self->words;
}

gboolean
plt_timeline_is_refused (PltTimeline *self)
{
  g_return_val_if_fail (PLT_IS_TIMELINE (self), FALSE);

  return self->refused && self->ghosts != NULL && self->ghosts->len > 0;
}

gboolean
plt_timeline_is_dragging (PltTimeline *self)
{
  g_return_val_if_fail (PLT_IS_TIMELINE (self), FALSE);

  return self->doing >= PLT_TIMELINE_DRAGS;
}

void
plt_timeline_cancel (PltTimeline *self)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (self->doing == PLT_TIMELINE_IDLE)
    return;
  self->doing = PLT_TIMELINE_IDLE;
  self->aim = -1;
  plt_timeline_set_ghosts (self, NULL, NULL, FALSE);
  plt_timeline_emit_cancelled (self);
}

void
plt_timeline_begin_link (PltTimeline *self)
{
  double x0, x1;

  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (self->gantt == NULL || self->cursor < 0
      || (self->can[self->cursor] & PLT_TIMELINE_CAN_LINK) == 0
      || !plt_gantt_view_bar (&self->view, self->gantt, (guint) self->cursor, &x0, &x1))
    return;
  self->doing = PLT_TIMELINE_AIMS;
  self->held = (PltTimelineHit){ self->cursor, PLT_TIMELINE_LINK };
  self->aim = -1;
  self->aim_part = PLT_TIMELINE_START;
  self->pointer_x = x1 + 20;
  self->pointer_y = plt_gantt_view_y (&self->view, (guint) self->cursor) + self->view.row / 2;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What the link would say stands near its end; whoever knows more answers link-aimed. */
void
plt_timeline_set_aim (PltTimeline *self, int row, PltTimelinePart part)
{
  g_autofree char *words = NULL;

  if (row == self->aim && part == self->aim_part)
    return;
  self->aim = row;
  self->aim_part = part;
  if (row < 0)
    {
      plt_timeline_set_ghosts (self, NULL, NULL, FALSE);
      return;
    }
  words = plt_timeline_words_of_link (
      plt_timeline_link_kind (self->held.part, part),
      g_array_index (self->gantt->rows, PltGanttRow, self->held.row).label,
      g_array_index (self->gantt->rows, PltGanttRow, row).label);
  plt_timeline_set_ghosts (self, NULL, words, FALSE);
  plt_timeline_emit_aimed (self);
}

/* ---- the widget ---- */

static void
plt_timeline_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  PltTimeline *self = PLT_TIMELINE (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH
                                                       : (int) (self->view.head + self->view.row);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? 4 * LEAST_WIDTH
                 : (int) (self->view.head + 10 * self->view.row);
  *minimum_baseline = *natural_baseline = -1;
}

static void
plt_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltTimeline *self = PLT_TIMELINE (widget);

  if ((int) self->view.width != width || (int) self->view.height != height)
    {
      self->view.width = width;
      self->view.height = height;
      rescaled (self);
    }
  plt_timeline_place_cursor (self);
}

static gboolean
plt_timeline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLT_TIMELINE (widget)->cursors[PLT_TIMELINE (widget)->turn]);
}

/* Tab goes into it; within it the arrows walk, and Ctrl+Tab goes out. */
static gboolean
plt_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && plt_timeline_grab_focus (widget);
}

static void
set_adjustment (PltTimeline *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], on_scrolled, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    configure (self);
  else
    on_scrolled (self);
}

static void
plt_timeline_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  PltTimeline *self = PLT_TIMELINE (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[property - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[property - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
plt_timeline_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  PltTimeline *self = PLT_TIMELINE (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (property - PROP_HADJUSTMENT),
                      g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      if ((int) self->policies[property - PROP_HSCROLL_POLICY] != g_value_get_enum (value))
        {
          self->policies[property - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
plt_timeline_dispose (GObject *object)
{
  PltTimeline *self = PLT_TIMELINE (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  self->describe = NULL;
  self->describe_link = NULL;
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->cursors[i], gtk_widget_unparent);

  G_OBJECT_CLASS (plt_timeline_parent_class)->dispose (object);
}

static void
plt_timeline_finalize (GObject *object)
{
  PltTimeline *self = PLT_TIMELINE (object);

  g_clear_pointer (&self->gantt, plt_gantt_free);
  g_clear_pointer (&self->can, g_free);
  g_clear_pointer (&self->type, plt_typesetter_free);
  g_clear_pointer (&self->marked, g_array_unref);
  g_clear_pointer (&self->ghosts, g_array_unref);
  g_free (self->words);
  g_free (self->selected);
  g_free (self->told);

  G_OBJECT_CLASS (plt_timeline_parent_class)->finalize (object);
}

static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  *border = (GtkBorder){ 0, 0, (gint16) PLT_TIMELINE (scrollable)->view.head, 0 };
  return TRUE;
}

static void
plt_timeline_scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

static void
add_signals (GType type)
{
  const GSignalFlags last = G_SIGNAL_RUN_LAST;

  signals[CURSOR_MOVED]
      = g_signal_new ("cursor-moved", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DRAG_CHANGED] = g_signal_new ("drag-changed", type, last, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[DRAG_DROPPED] = g_signal_new ("drag-dropped", type, last, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[DRAG_CANCELLED]
      = g_signal_new ("drag-cancelled", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINK_DRAWN] = g_signal_new ("link-drawn", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                      G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[LINK_AIMED] = g_signal_new ("link-aimed", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                      G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[LINK_REMOVED] = g_signal_new ("link-removed", type, last, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[LINK_CHOSEN] = g_signal_new ("link-chosen", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       2, G_TYPE_INT, G_TYPE_INT);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NUDGED] = g_signal_new ("nudged", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[COMMAND]
      = g_signal_new ("command", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plt_timeline_class_init (PltTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plt_timeline_dispose;
  object_class->finalize = plt_timeline_finalize;
  object_class->get_property = plt_timeline_get_property;
  object_class->set_property = plt_timeline_set_property;
  widget_class->measure = plt_timeline_measure;
  widget_class->size_allocate = plt_timeline_size_allocate;
  widget_class->snapshot = plt_timeline_snapshot;
  widget_class->grab_focus = plt_timeline_grab_focus;
  widget_class->focus = plt_timeline_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "plttimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  add_signals (G_TYPE_FROM_CLASS (klass));
}

/* Light or dark as the window is. */
static void
follow_theme (PltTimeline *self)
{
  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &self->dark,
                NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
plt_timeline_init (PltTimeline *self)
{
  self->view.head = PLT_GANTT_VIEW_HEAD;
  self->view.row = 24;
  self->view.step = STEP_AT_FIRST;
  self->view.with_links = TRUE;
  self->fitted = TRUE;
  self->cursor = self->aim = self->anchor = self->hover.row = self->link = -1;
  self->span_from = self->span_to = PLT_DATE_NONE;
  self->type = plt_typesetter_new (plt_fonts_get ());
  for (int i = 0; i < 2; i++)
    {
      self->cursors[i] = plt_item_cursor_new ();
      gtk_widget_set_parent (self->cursors[i], GTK_WIDGET (self));
      g_signal_connect_swapped (self->cursors[i], "notify::has-focus",
                                G_CALLBACK (gtk_widget_queue_draw), self);
    }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  plt_timeline_resize_selected (self);
  plt_timeline_tell (self, FALSE);
  plt_timeline_add_mouse (self);
  plt_timeline_add_keys (self);
  follow_theme (self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (follow_theme), self, G_CONNECT_SWAPPED);
}

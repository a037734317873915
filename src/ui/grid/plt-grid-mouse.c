/* PltGrid: the mouse. Selecting, headers, widths, moving columns and rows, tooltips. */
#include "config.h"

#include <stdlib.h>

#include "plt-grid-private.h"

#define DRAG_THRESHOLD 6
#define FIT_ROWS 4000 /* rows looked at to fit a column */
#define FIT_SAMPLE 24 /* texts measured of them: the longest ones */

/* --- Columns --- */

void
plt_grid_sort_column (PltGrid *self, int column, PltGridSort direction)
{
  if ((plt_grid_get_abilities (self) & PLT_GRID_CAN_SORT) == 0
      || (plt_grid_get_column (self, column)->flags & PLT_GRID_COLUMN_UNSORTED) != 0)
    return;
  plt_grid_model_sort (self->model, plt_grid_to_model (self, column), direction);
}

/* A click on a header: up, down, then the model's own order again. */
static void
click_header (PltGrid *self, int column)
{
  guint sorted;
  PltGridSort sort = plt_grid_model_get_sort (self->model, &sorted);

  if (sort == PLT_GRID_SORT_NONE || sorted != plt_grid_to_model (self, column))
    sort = PLT_GRID_SORT_ASCENDING;
  else if (sort == PLT_GRID_SORT_ASCENDING)
    sort = PLT_GRID_SORT_DESCENDING;
  else
    sort = PLT_GRID_SORT_NONE;
  plt_grid_sort_column (self, column, sort);
}

typedef struct
{
  int row;
  glong length;
} Candidate;

/* Keeps the FIT_SAMPLE longest, the shortest of them first. */
static void
offer (GArray *longest, int row, glong length)
{
  Candidate candidate = { row, length };
  guint at = 0;

  if (longest->len == FIT_SAMPLE && g_array_index (longest, Candidate, 0).length >= length)
    return;
  while (at < longest->len && g_array_index (longest, Candidate, at).length < length)
    at++;
  g_array_insert_val (longest, at, candidate);
  if (longest->len > FIT_SAMPLE)
    g_array_remove_index (longest, 0);
}

static int
measure_cell (PltGrid *self, int row, int column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  PltGridRow info;
  PltGridRect rect;

  plt_grid_read_row (self, row, &info);
  plt_grid_read_cell (self, row, column, &cell);
  rect = plt_grid_get_text_rect (self, row, column, &cell, &info);
  return plt_grid_text_measure (self->text, cell.text,
                                (cell.flags & PLT_GRID_CELL_BOLD) != 0
                                    || info.kind != PLT_GRID_ROW_NORMAL)
         + plt_grid_axis_get_width (self->axis, column) - rect.width;
}

/* As wide as its widest text, as far as a person will scroll before the next look: rows may have to
 * be read from a file. Only the longest texts are measured. Titles of groups do not count, they run
 * on over their neighbours. */
void
plt_grid_fit_column (PltGrid *self, int column)
{
  g_autoptr (GArray) longest = g_array_new (FALSE, FALSE, sizeof (Candidate));
  int width = plt_grid_text_measure (self->text, plt_grid_get_column (self, column)->title, FALSE)
              + 2 * PLT_GRID_PADDING + 14;
  int n_rows = plt_grid_get_n_model_rows (self), first, end;

  plt_grid_geometry_visible_rows (&self->geometry, &first, &end);
  first = MAX (MIN (first - FIT_ROWS / 2, n_rows - FIT_ROWS), 0);
  for (int row = first; row < MIN (first + FIT_ROWS, n_rows); row++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
      PltGridRow info;

      plt_grid_read_row (self, row, &info);
      if (info.kind == PLT_GRID_ROW_GROUP)
        continue;
      plt_grid_read_cell (self, row, column, &cell);
      offer (longest, row, g_utf8_strlen (cell.text, -1));
    }
  for (guint i = 0; i < longest->len; i++)
    width = MAX (width, measure_cell (self, g_array_index (longest, Candidate, i).row, column));
  plt_grid_axis_set_width (self->axis, column, width);
  self->axis_touched = TRUE;
  plt_grid_axis_changed (self);
}

/* --- Dragging --- */

void
plt_grid_stop_drag (PltGrid *self)
{
  if (self->drag.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.tick);
  self->drag = (PltGridDrag){ .gap = -1 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
extend_to_pointer (PltGrid *self)
{
  PltGridCoord at = plt_grid_geometry_nearest (&self->geometry, self->drag.x, self->drag.y);

  if (self->drag.kind == PLT_GRID_DRAG_ROWS)
    at.column = self->selection.lead.column;
  if (self->drag.kind == PLT_GRID_DRAG_COLUMNS)
    at.row = self->selection.lead.row;
  if (at.row == self->selection.lead.row && at.column == self->selection.lead.column)
    return;
  plt_grid_selection_extend (&self->selection, at);
  plt_grid_selection_changed (self, at);
}

/* Scrolls while the pointer is held outside, the faster the further away. */
static gboolean
drag_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PltGrid *self = PLT_GRID (widget);
  PltGridRect body = plt_grid_geometry_body (&self->geometry);
  int dx = 0, dy = 0;

  if (self->drag.x < body.x && self->drag.kind != PLT_GRID_DRAG_ROWS)
    dx = self->drag.x - body.x;
  else if (self->drag.x > body.x + body.width)
    dx = self->drag.x - body.x - body.width;
  if (self->drag.y < body.y && self->drag.kind != PLT_GRID_DRAG_COLUMNS)
    dy = self->drag.y - body.y;
  else if (self->drag.y > body.y + body.height)
    dy = self->drag.y - body.y - body.height;
  plt_grid_scroll_to (self, self->geometry.scroll_x + dx / 3, self->geometry.scroll_y + dy / 3);
  extend_to_pointer (self);
  return G_SOURCE_CONTINUE;
}

static void
update_auto_scroll (PltGrid *self)
{
  PltGridRect body = plt_grid_geometry_body (&self->geometry);
  gboolean outside = self->drag.x < body.x || self->drag.x > body.x + body.width
                     || self->drag.y < body.y || self->drag.y > body.y + body.height;

  if (outside && self->drag.tick == 0)
    self->drag.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), drag_tick_cb, NULL, NULL);
  else if (!outside && self->drag.tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.tick);
      self->drag.tick = 0;
    }
}

static void
begin_selection (PltGrid *self, PltGridCoord at, PltGridSpan span, gboolean extend)
{
  if (extend)
    {
      plt_grid_selection_extend (&self->selection, at);
      self->selection.span = span;
      plt_grid_selection_changed (self, at);
      return;
    }
  self->tab_column = -1;
  plt_grid_selection_place (&self->selection, at);
  self->selection.span = span;
  plt_grid_selection_changed (self, at);
}

static void
press_body (PltGrid *self, const PltGridHit *hit, gboolean extend)
{
  PltGridCoord at = { hit->row, hit->column };
  PltGridRow info;

  if (hit->row < 0 || hit->column < 0)
    return;
  begin_selection (self, at, PLT_GRID_SPAN_CELLS, extend);
  plt_grid_read_row (self, at.row, &info);
  if (!extend && info.expandable && plt_grid_is_tree (self, at.column)
      && self->drag.x < plt_grid_geometry_column_x (&self->geometry, at.column) + PLT_GRID_PADDING
                            + (int) (info.level + 1) * PLT_GRID_INDENT)
    {
      plt_grid_toggle_at (self, at.row, at.column);
      return;
    }
  self->drag.kind = PLT_GRID_DRAG_CELLS;
}

static void
press_gutter (PltGrid *self, const PltGridHit *hit, gboolean extend)
{
  PltGridRange range = plt_grid_get_range (self);
  PltGridCoord at = { hit->row, extend ? self->selection.lead.column : 0 };

  if (hit->row < 0)
    return;
  if (!extend && self->selection.span == PLT_GRID_SPAN_ROWS
      && plt_grid_range_contains (&range, hit->row, 0)
      && (plt_grid_get_abilities (self) & PLT_GRID_CAN_MOVE) != 0)
    {
      self->drag.kind = PLT_GRID_DRAG_MOVE_ROWS;
      return;
    }
  begin_selection (self, at, PLT_GRID_SPAN_ROWS, extend);
  self->drag.kind = PLT_GRID_DRAG_ROWS;
}

static void
press_header (PltGrid *self, const PltGridHit *hit, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  int first, end;

  if (hit->edge >= 0)
    {
      self->drag.kind = PLT_GRID_DRAG_RESIZE;
      self->drag.column = hit->edge;
      self->drag.width = plt_grid_axis_get_width (self->axis, hit->edge);
      return;
    }
  if (hit->column < 0)
    return;
  if (extend || (state & GDK_CONTROL_MASK) != 0)
    {
      plt_grid_geometry_visible_rows (&self->geometry, &first, &end);
      begin_selection (self,
                       (PltGridCoord){ extend ? self->selection.lead.row : first, hit->column },
                       PLT_GRID_SPAN_COLUMNS, extend);
      self->drag.kind = PLT_GRID_DRAG_COLUMNS;
      return;
    }
  self->drag.kind = PLT_GRID_DRAG_HEADER;
  self->drag.column = hit->column;
}

/* What is pressed inside the editor is the text's own affair. */
static gboolean
is_in_editor (PltGrid *self, double x, double y)
{
  PltGridRect rect;

  if (self->editor == NULL)
    return FALSE;
  rect = plt_grid_get_editor_rect (self);
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PltGrid *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  PltGridHit hit;

  plt_grid_stop_drag (self);
  if (self->model == NULL || is_in_editor (self, x, y) || !plt_grid_commit_edit (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag.x = (int) x;
  self->drag.y = (int) y;
  /* Only now: committing may have moved the rows under the pointer. */
  hit = plt_grid_geometry_hit (&self->geometry, (int) x, (int) y);
  switch (hit.zone)
    {
    case PLT_GRID_ZONE_BODY:
      press_body (self, &hit, extend);
      break;
    case PLT_GRID_ZONE_GUTTER:
      press_gutter (self, &hit, extend);
      break;
    case PLT_GRID_ZONE_HEADER:
      press_header (self, &hit, state);
      break;
    case PLT_GRID_ZONE_CORNER:
      self->selection.span = PLT_GRID_SPAN_ALL;
      plt_grid_selection_changed (self, self->selection.active);
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
get_row_gap (PltGrid *self)
{
  int row = (self->drag.y - self->geometry.header + self->geometry.scroll_y
             + self->geometry.row_height / 2)
            / self->geometry.row_height;

  return CLAMP (row, 0, plt_grid_get_n_model_rows (self));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, PltGrid *self)
{
  gboolean far = ABS (dx) > DRAG_THRESHOLD || ABS (dy) > DRAG_THRESHOLD;
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->drag.x = (int) (x + dx);
  self->drag.y = (int) (y + dy);
  switch (self->drag.kind)
    {
    case PLT_GRID_DRAG_CELLS:
    case PLT_GRID_DRAG_ROWS:
    case PLT_GRID_DRAG_COLUMNS:
      extend_to_pointer (self);
      update_auto_scroll (self);
      break;
    case PLT_GRID_DRAG_RESIZE:
      plt_grid_axis_set_width (self->axis, self->drag.column, self->drag.width + (int) dx);
      self->axis_touched = TRUE;
      plt_grid_update_adjustments (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    case PLT_GRID_DRAG_HEADER:
      if (far || self->drag.gap >= 0)
        self->drag.gap = plt_grid_geometry_gap (&self->geometry, self->drag.x);
      break;
    case PLT_GRID_DRAG_MOVE_ROWS:
      if (far || self->drag.gap >= 0)
        self->drag.gap = get_row_gap (self);
      break;
    case PLT_GRID_DRAG_NONE:
    default:
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_column (PltGrid *self, int column, int gap)
{
  plt_grid_axis_move (self->axis, column, gap > column ? gap - 1 : gap);
  self->axis_touched = TRUE;
  plt_grid_axis_changed (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, PltGrid *self)
{
  PltGridDrag drag = self->drag;

  plt_grid_stop_drag (self);
  if (drag.kind == PLT_GRID_DRAG_HEADER && drag.gap < 0)
    click_header (self, drag.column);
  else if (drag.kind == PLT_GRID_DRAG_HEADER)
    drop_column (self, drag.column, drag.gap);
  else if (drag.kind == PLT_GRID_DRAG_MOVE_ROWS && drag.gap >= 0)
    plt_grid_move_rows (self, drag.gap);
  else if (drag.kind == PLT_GRID_DRAG_MOVE_ROWS)
    /* A plain click on a selected row selects that one. */
    begin_selection (self,
                     plt_grid_geometry_nearest (&self->geometry, self->geometry.gutter, drag.y),
                     PLT_GRID_SPAN_ROWS, FALSE);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, PltGrid *self)
{
  plt_grid_stop_drag (self);
}

/* --- Clicks --- */

static void
double_click (PltGrid *self, const PltGridHit *hit)
{
  if (hit->zone == PLT_GRID_ZONE_HEADER && hit->edge >= 0)
    {
      plt_grid_stop_drag (self);
      plt_grid_fit_column (self, hit->edge);
    }
  if (hit->zone != PLT_GRID_ZONE_BODY || hit->row < 0 || hit->column < 0)
    return;
  plt_grid_stop_drag (self);
  if (plt_grid_toggle_at (self, hit->row, hit->column))
    return;
  if (plt_grid_is_editable (self, hit->row, hit->column))
    plt_grid_begin_edit (self, NULL, FALSE);
  else
    plt_grid_activate_at (self, hit->row, hit->column);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PltGrid *self)
{
  PltGridHit hit = plt_grid_geometry_hit (&self->geometry, (int) x, (int) y);

  if (n_press == 2 && self->model != NULL && self->editor == NULL)
    double_click (self, &hit);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PltGrid *self)
{
  PltGridHit hit = plt_grid_geometry_hit (&self->geometry, (int) x, (int) y);
  PltGridRange range = plt_grid_get_range (self);

  if (self->model == NULL || is_in_editor (self, x, y) || !plt_grid_commit_edit (self))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit.zone == PLT_GRID_ZONE_BODY && hit.row >= 0 && hit.column >= 0
      && !plt_grid_range_contains (&range, hit.row, hit.column))
    begin_selection (self, (PltGridCoord){ hit.row, hit.column }, PLT_GRID_SPAN_CELLS, FALSE);
  else if (hit.zone == PLT_GRID_ZONE_GUTTER && hit.row >= 0
           && !plt_grid_range_contains (&range, hit.row, range.column))
    begin_selection (self, (PltGridCoord){ hit.row, 0 }, PLT_GRID_SPAN_ROWS, FALSE);
  else if (hit.zone == PLT_GRID_ZONE_HEADER && hit.column >= 0)
    begin_selection (self, (PltGridCoord){ self->selection.active.row, hit.column },
                     PLT_GRID_SPAN_COLUMNS, FALSE);
  plt_grid_popup_menu (self, (int) x, (int) y);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, PltGrid *self)
{
  PltGridHit hit = plt_grid_geometry_hit (&self->geometry, (int) x, (int) y);
  gboolean resizing = self->drag.kind == PLT_GRID_DRAG_RESIZE
                      || (hit.zone == PLT_GRID_ZONE_HEADER && hit.edge >= 0);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), resizing ? "col-resize" : NULL);
}

void
plt_grid_add_mouse (PltGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new (),
             *menu = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* --- Tooltips --- */

static char *
get_cell_tooltip (PltGrid *self, int row, int column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  PltGridRow info;
  PltGridRect rect;

  plt_grid_read_row (self, row, &info);
  plt_grid_read_cell (self, row, column, &cell);
  if (cell.message != NULL && cell.message[0] != '\0')
    return g_strdup (cell.message);
  rect = plt_grid_get_text_rect (self, row, column, &cell, &info);
  /* The whole of a text that is cut. */
  if (cell.text[0] != '\0' && info.kind == PLT_GRID_ROW_NORMAL
      && plt_grid_text_measure (self->text, cell.text, (cell.flags & PLT_GRID_CELL_BOLD) != 0)
             > rect.width)
    return g_strdup (cell.text);
  return NULL;
}

gboolean
plt_grid_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PltGrid *self = PLT_GRID (widget);
  g_autofree char *text = NULL;
  PltGridRect rect = { 0 };
  PltGridHit hit;

  if (!plt_grid_is_usable (self) || self->editor != NULL)
    return FALSE;
  hit = plt_grid_geometry_hit (&self->geometry, x, y);
  if (keyboard)
    hit = (PltGridHit){ PLT_GRID_ZONE_BODY, self->selection.active.row,
                        self->selection.active.column, -1 };
  if (hit.column < 0)
    return FALSE;
  if (hit.zone == PLT_GRID_ZONE_HEADER)
    {
      text = g_strdup (plt_grid_get_column (self, hit.column)->tooltip);
      rect = plt_grid_geometry_cell (&self->geometry, (PltGridCoord){ 0, hit.column });
      rect.y = 0;
    }
  else if (hit.zone == PLT_GRID_ZONE_BODY && hit.row >= 0)
    {
      text = get_cell_tooltip (self, hit.row, hit.column);
      rect = plt_grid_geometry_cell (&self->geometry, (PltGridCoord){ hit.row, hit.column });
    }
  if (text == NULL || text[0] == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ rect.x, rect.y, rect.width, rect.height });
  return TRUE;
}

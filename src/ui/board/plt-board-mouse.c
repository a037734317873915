/* PltBoard: the mouse: selecting, dragging, the wheel, tooltips, the context menu. */
#include <glib/gi18n-lib.h>

#include "plt-board-private.h"

#define ZOOM_STEP 10

static GdkModifierType
get_modifiers (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, PltBoard *self)
{
  PltBoardHit hit = plt_board_geometry_hit (&self->geometry, (int) x, (int) y);
  GdkModifierType modifiers = get_modifiers (GTK_GESTURE (gesture));
  const PltBoardStrip *strip;

  plt_board_close_finder (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit.at.lane < 0 || !hit.inside)
    return;
  strip = plt_board_state_strip (plt_board_get_state (self), hit.at.lane, hit.at.index);
  self->drag.narrow = FALSE;
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    plt_board_put_cursor (self, hit.at, PLT_BOARD_SELECT_TOGGLE);
  else if ((modifiers & GDK_SHIFT_MASK) != 0)
    plt_board_put_cursor (self, hit.at, PLT_BOARD_SELECT_EXTEND);
  else if (strip != NULL && plt_board_selection_has (&self->selection, strip->key))
    {
      plt_board_put_cursor (self, hit.at, PLT_BOARD_SELECT_KEEP);
      self->drag.narrow = TRUE;
    }
  else
    plt_board_put_cursor (self, hit.at, PLT_BOARD_SELECT_ONLY);
  if (n_press == 2)
    plt_board_act (self, PLT_BOARD_ACT_OPEN);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, PltBoard *self)
{
  if (self->drag.narrow && !self->drag.active)
    plt_board_put_cursor (self, self->selection.cursor, PLT_BOARD_SELECT_ONLY);
  self->drag.narrow = FALSE;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, PltBoard *self)
{
  gboolean narrow = self->drag.narrow;

  if ((get_modifiers (GTK_GESTURE (gesture)) & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return;
  plt_board_drag_press (self, (int) x, (int) y);
  self->drag.narrow = narrow;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, PltBoard *self)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  plt_board_drag_motion (self, (int) (x + dx), (int) (y + dy));
  if (self->drag.active)
    {
      self->drag.narrow = FALSE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, PltBoard *self)
{
  gboolean narrow = self->drag.narrow;

  plt_board_drag_release (self);
  self->drag.narrow = narrow; /* the click is still to be let go */
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, PltBoard *self)
{
  plt_board_drag_cancel (self);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, PltBoard *self)
{
  PltBoardHit hit = plt_board_geometry_hit (&self->geometry, (int) x, (int) y);
  const PltBoardStrip *strip;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit.at.lane < 0)
    return;
  strip = plt_board_state_strip (plt_board_get_state (self), hit.at.lane, hit.at.index);
  plt_board_put_cursor (self, hit.at,
                        strip != NULL && plt_board_selection_has (&self->selection, strip->key)
                            ? PLT_BOARD_SELECT_KEEP
                            : PLT_BOARD_SELECT_ONLY);
  plt_board_popup_menu (self, (int) x, (int) y);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, PltBoard *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x = 0, y = 0, offset_x, offset_y;
  graphene_point_t point;

  if ((modifiers & GDK_CONTROL_MASK) != 0)
    {
      plt_board_set_zoom (self, self->zoom + (dy < 0 ? ZOOM_STEP : -ZOOM_STEP));
      return TRUE;
    }
  if (event == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  if (!gtk_widget_compute_point (
          GTK_WIDGET (native), GTK_WIDGET (self),
          &GRAPHENE_POINT_INIT ((float) (x - offset_x), (float) (y - offset_y)), &point))
    return FALSE;
  plt_board_scroll_by (self, point.x < (float) self->geometry.pool_width ? 0 : 1,
                       (int) (dy * 3 * self->geometry.row_height));
  return TRUE;
}

static void
on_focus_changed (PltBoard *self, GParamSpec *pspec, GtkEventControllerFocus *controller)
{
  self->focused = gtk_event_controller_focus_contains_focus (controller);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_board_add_mouse (PltBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (on_focus_changed), self);
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, focus);
}

/* ---- tooltips ---- */

gboolean
plt_board_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PltBoard *self = PLT_BOARD (widget);
  const PltBoardState *state = plt_board_get_state (self);
  PltBoardHit hit = plt_board_geometry_hit (&self->geometry, x, y);
  PltBoardCoord at = keyboard ? self->selection.cursor : hit.at;
  const PltBoardStrip *strip;
  PltBoardRect rect;
  g_autofree char *text = NULL;
  const char *issue;

  if (self->drag.active || at.lane < 0 || (!keyboard && !hit.inside)
      || (self->menu != NULL && gtk_widget_get_visible (self->menu)))
    return FALSE;
  strip = plt_board_state_strip (state, at.lane, at.index);
  issue = strip != NULL ? strip->issue : plt_board_state_lane (state, at.lane)->issue;
  text = strip != NULL ? plt_board_strip_describe (strip)
                       : plt_board_lane_describe (plt_board_state_lane (state, at.lane));
  if (issue != NULL)
    {
      g_autofree char *both = g_strconcat (text, "\n", issue, NULL);

      gtk_tooltip_set_text (tooltip, both);
    }
  else
    gtk_tooltip_set_text (tooltip, text);
  rect = plt_board_geometry_rect (&self->geometry, at);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ rect.x, rect.y, rect.width, rect.height });
  return TRUE;
}

/* ---- context menu ---- */

static GMenuModel *
create_insert_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Insert a Company Move"), "board.insert-move");
  g_menu_append (menu, _ ("Insert a Meal"), "board.insert-meal");
  g_menu_append (menu, _ ("Insert a Note"), "board.insert-note");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_status_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Shot"), "board.status-done");
  g_menu_append (menu, _ ("Shot in Part…"), "board.status-partly");
  g_menu_append (menu, _ ("Postponed"), "board.status-postponed");
  g_menu_append (menu, _ ("To Be Shot Again"), "board.status-retake");
  g_menu_append (menu, _ ("Added During the Shoot"), "board.status-added");
  g_menu_append (menu, _ ("Dropped"), "board.status-dropped");
  g_menu_append (menu, _ ("Still to Shoot"), "board.status-to-do");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_sort_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Sort by Number"), "board.sort-number");
  g_menu_append (menu, _ ("Sort by Set"), "board.sort-set");
  g_menu_append (menu, _ ("Sort by Effect"), "board.sort-effect");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_strip_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) strip = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) shoot = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenuModel) insert = create_insert_menu ();
  g_autoptr (GMenuModel) status = create_status_menu ();

  g_menu_append_submenu (shoot, _ ("What Became of It"), status);
  g_menu_append (clipboard, _ ("Copy"), "board.copy");
  g_menu_append (clipboard, _ ("Paste"), "board.paste");
  g_menu_append (strip, _ ("Open"), "board.open");
  g_menu_append (strip, _ ("Shoot in Several Parts"), "board.split");
  g_menu_append (strip, _ ("Lock or Unlock"), "board.lock");
  g_menu_append (strip, _ ("Back to What Is to Place"), "board.to-pool");
  g_menu_append (move, _ ("Up"), "board.move-up");
  g_menu_append (move, _ ("Down"), "board.move-down");
  g_menu_append (move, _ ("To the Day Before"), "board.move-previous");
  g_menu_append (move, _ ("To the Day After"), "board.move-next");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shoot));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (strip));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, insert);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_day_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) day = g_menu_new ();
  g_autoptr (GMenu) swap = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  g_autoptr (GMenu) shoot = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) banners = g_menu_new ();
  g_autoptr (GMenuModel) sort = create_sort_menu ();
  g_autoptr (GMenuModel) insert = create_insert_menu ();

  g_menu_append (shoot, _ ("Day Finished…"), "board.day-done");
  g_menu_append (more, _ ("Second Unit on This Date"), "board.add-unit");
  g_menu_append (more, _ ("Duplicate the Day"), "board.duplicate-day");
  g_menu_append (more, _ ("Insert a Day of Rest After It"), "board.insert-rest");
  g_menu_append (more, _ ("Move This and All Later Days…"), "board.shift-days");
  g_menu_append (more, _ ("Put the Days in the Order of Their Dates"), "board.sort-days");
  g_menu_append_submenu (banners, _ ("Sort the Strips"), sort);
  g_menu_append_submenu (banners, _ ("Insert a Banner"), insert);
  g_menu_append (banners, _ ("Paste"), "board.paste");
  g_menu_append (day, _ ("Open"), "board.open");
  g_menu_append (day, _ ("Select the Strips of the Day"), "board.select-day");
  g_menu_append (day, _ ("Lock or Unlock"), "board.lock");
  g_menu_append (swap, _ ("Exchange with the Day Before"), "board.swap-up");
  g_menu_append (swap, _ ("Exchange with the Day After"), "board.swap-down");
  g_menu_append (away, _ ("All Back to What Is to Place"), "board.to-pool");
  g_menu_append (away, _ ("Delete the Day"), "board.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shoot));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (day));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (banners));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (swap));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_pool_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) sort = create_sort_menu ();
  g_autoptr (GMenu) days = g_menu_new ();

  g_menu_append (days, _ ("Add Days…"), "board.add-days");
  g_menu_append_section (menu, NULL, sort);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (days));
  return G_MENU_MODEL (menu);
}

static void
on_menu_closed (GtkWidget *menu, PltBoard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
popup (PltBoard *self, GMenuModel *menu, int x, int y)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ x, y, 1, 1 });
  g_signal_connect (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
plt_board_popup_menu (PltBoard *self, int x, int y)
{
  PltBoardCoord at = self->selection.cursor;
  g_autoptr (GMenuModel) menu = at.index != PLT_BOARD_HEAD ? create_strip_menu ()
                                : at.lane > 0              ? create_day_menu ()
                                                           : create_pool_menu ();

  popup (self, menu, x, y);
}

void
plt_board_popup_insert (PltBoard *self)
{
  PltBoardRect rect = plt_board_geometry_rect (&self->geometry, self->selection.cursor);
  g_autoptr (GMenuModel) menu = create_insert_menu ();

  popup (self, menu, rect.x + 24, rect.y + rect.height);
}

void
plt_board_popup_status (PltBoard *self)
{
  PltBoardRect rect = plt_board_geometry_rect (&self->geometry, self->selection.cursor);
  g_autoptr (GMenuModel) menu = create_status_menu ();

  popup (self, menu, rect.x + 24, rect.y + rect.height);
}

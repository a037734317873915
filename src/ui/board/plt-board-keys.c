/* PltBoard: the keyboard, and the small field in which the number of a séquence is typed. */
#include <glib/gi18n-lib.h>

#include "plt-board-private.h"

#define MODIFIERS                                                                                  \
  (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

/* ---- the finder ---- */

void
plt_board_close_finder (PltBoard *self)
{
  GtkWidget *finder = g_steal_pointer (&self->finder);

  if (finder == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (finder);
}

static void
on_finder_changed (GtkEditable *editable, PltBoard *self)
{
  const char *text = gtk_editable_get_text (editable);

  if (*text == '\0' || plt_board_find_number (self, text))
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
}

static gboolean
on_finder_key (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               PltBoard *self)
{
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_Up && keyval != GDK_KEY_Down)
    return FALSE;
  plt_board_close_finder (self);
  return TRUE;
}

static void
on_finder_left (GtkEventControllerFocus *controller, PltBoard *self)
{
  GtkWidget *finder = g_steal_pointer (&self->finder);

  if (finder != NULL)
    gtk_widget_unparent (finder);
}

static void
open_finder (PltBoard *self, const char *text)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  plt_board_close_finder (self);
  self->finder = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->finder), _ ("Number of a sequence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->finder), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Number of a sequence"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_finder_key), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_finder_left), self);
  g_signal_connect (self->finder, "changed", G_CALLBACK (on_finder_changed), self);
  g_signal_connect_swapped (self->finder, "activate", G_CALLBACK (plt_board_close_finder), self);
  gtk_widget_set_parent (self->finder, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->finder);
  gtk_editable_set_text (GTK_EDITABLE (self->finder), text);
  gtk_editable_set_position (GTK_EDITABLE (self->finder), -1);
  gtk_widget_add_controller (self->finder, keys);
  gtk_widget_add_controller (self->finder, focus);
}

/* ---- keys ---- */

static const struct
{
  guint keyval;
  PltBoardStep step;
} steps[] = {
  { GDK_KEY_Up, PLT_BOARD_STEP_UP },
  { GDK_KEY_Down, PLT_BOARD_STEP_DOWN },
  { GDK_KEY_Left, PLT_BOARD_STEP_LEFT },
  { GDK_KEY_Right, PLT_BOARD_STEP_RIGHT },
  { GDK_KEY_Page_Up, PLT_BOARD_STEP_PREVIOUS_LANE },
  { GDK_KEY_Page_Down, PLT_BOARD_STEP_NEXT_LANE },
  { GDK_KEY_Home, PLT_BOARD_STEP_FIRST },
  { GDK_KEY_End, PLT_BOARD_STEP_LAST },
};

static const PltBoardShortcut actions[] = {
  { GDK_KEY_Return, 0, "board.open", N_ ("Open the strip or the day") },
  { GDK_KEY_Up, GDK_CONTROL_MASK, "board.move-up", N_ ("Earlier in the day; a day before") },
  { GDK_KEY_Down, GDK_CONTROL_MASK, "board.move-down", N_ ("Later in the day; a day after") },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "board.move-previous", N_ ("To the Day Before") },
  { GDK_KEY_Page_Up, GDK_ALT_MASK, "board.move-previous", NULL },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "board.move-next", N_ ("To the Day After") },
  { GDK_KEY_Page_Down, GDK_ALT_MASK, "board.move-next", NULL },
  { GDK_KEY_p, 0, "board.to-pool", N_ ("Back to What Is to Place") },
  { GDK_KEY_Delete, 0, "board.delete", N_ ("Take off the day; delete a day or a banner") },
  { GDK_KEY_Insert, 0, "board.insert", N_ ("Insert a move, a meal or a note") },
  { GDK_KEY_d, GDK_CONTROL_MASK, "board.split", N_ ("Shoot in Several Parts") },
  { GDK_KEY_l, 0, "board.lock", N_ ("Lock or Unlock") },
  { GDK_KEY_t, 0, "board.status-done", N_ ("Shot") },
  { GDK_KEY_h, 0, "board.status-partly", N_ ("Shot in Part…") },
  { GDK_KEY_r, 0, "board.status-postponed", N_ ("Postponed") },
  { GDK_KEY_s, 0, "board.status", N_ ("What became of it: all statuses") },
  { GDK_KEY_j, 0, "board.day-done", N_ ("Day Finished…") },
  { GDK_KEY_u, 0, "board.add-unit", N_ ("Second Unit on This Date") },
  { GDK_KEY_c, GDK_CONTROL_MASK, "board.copy", N_ ("Copy the strips") },
  { GDK_KEY_v, GDK_CONTROL_MASK, "board.paste", N_ ("Put the copied strips here") },
  { GDK_KEY_a, GDK_CONTROL_MASK, "board.select-day", N_ ("Select the Strips of the Day") },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "board.zoom-in", N_ ("Larger") },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "board.zoom-in", NULL },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "board.zoom-out", N_ ("Smaller") },
  { GDK_KEY_0, GDK_CONTROL_MASK, "board.zoom-normal", N_ ("Usual size") },
  { 0 },
};

const PltBoardShortcut *
plt_board_get_shortcuts (void)
{
  return actions;
}

/* The keypad does what the other keys do. */
static guint
normalise (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Page_Up:
      return GDK_KEY_Page_Up;
    case GDK_KEY_KP_Page_Down:
      return GDK_KEY_Page_Down;
    case GDK_KEY_KP_Home:
      return GDK_KEY_Home;
    case GDK_KEY_KP_End:
      return GDK_KEY_End;
    case GDK_KEY_KP_Delete:
      return GDK_KEY_Delete;
    case GDK_KEY_KP_Insert:
      return GDK_KEY_Insert;
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_KP_Add:
      return GDK_KEY_plus;
    case GDK_KEY_KP_Subtract:
      return GDK_KEY_minus;
    case GDK_KEY_KP_0:
      return GDK_KEY_0;
    default:
      return gdk_keyval_to_lower (keyval);
    }
}

static gboolean
press_step (PltBoard *self, guint keyval, GdkModifierType modifiers)
{
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].keyval == keyval)
      {
        plt_board_put_cursor (
            self,
            plt_board_selection_step (&self->selection, plt_board_get_state (self), steps[i].step),
            modifiers != 0 ? PLT_BOARD_SELECT_EXTEND : PLT_BOARD_SELECT_ONLY);
        return TRUE;
      }
  return FALSE;
}

static gboolean
press_action (PltBoard *self, guint keyval, GdkModifierType modifiers)
{
  gboolean zoom = keyval == GDK_KEY_plus || keyval == GDK_KEY_minus || keyval == GDK_KEY_0;

  /* Plus and figures need Shift on some keyboards. */
  if (zoom && (modifiers & GDK_CONTROL_MASK) != 0)
    modifiers &= ~GDK_SHIFT_MASK;
  for (guint i = 0; actions[i].keyval != 0; i++)
    if (actions[i].keyval == keyval && actions[i].modifiers == modifiers)
      return gtk_widget_activate_action (GTK_WIDGET (self), actions[i].action, NULL);
  return FALSE;
}

static gboolean
press_special (PltBoard *self, guint keyval, GdkModifierType modifiers)
{
  PltBoardRect rect;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      if (!self->drag.pressed)
        return FALSE;
      plt_board_drag_cancel (self);
      return TRUE;
    case GDK_KEY_space:
      if (modifiers != GDK_CONTROL_MASK && modifiers != 0)
        return FALSE;
      plt_board_put_cursor (self, self->selection.cursor, PLT_BOARD_SELECT_TOGGLE);
      return TRUE;
    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (modifiers != (keyval == GDK_KEY_F10 ? GDK_SHIFT_MASK : 0))
        return FALSE;
      rect = plt_board_geometry_rect (&self->geometry, self->selection.cursor);
      plt_board_popup_menu (self, rect.x + 24, rect.y + rect.height);
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
digit_text (guint keyval)
{
  static const char digits[10][2] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" };

  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return digits[keyval - GDK_KEY_0];
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return digits[keyval - GDK_KEY_KP_0];
  return NULL;
}

/* Returns whether the key was used. */
gboolean
plt_board_press_key (PltBoard *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & MODIFIERS;
  const char *digit = digit_text (keyval);

  if (self->finder != NULL)
    return FALSE;
  if (digit != NULL && (modifiers & ~GDK_SHIFT_MASK) == 0)
    {
      open_finder (self, digit);
      return TRUE;
    }
  keyval = normalise (keyval);
  return press_special (self, keyval, modifiers) || press_action (self, keyval, modifiers)
         || press_step (self, keyval, modifiers);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PltBoard *self)
{
  return plt_board_press_key (self, keyval, state);
}

void
plt_board_add_keys (PltBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

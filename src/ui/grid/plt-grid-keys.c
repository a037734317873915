/* PltGrid: the keyboard, as in a spreadsheet. Letters are not taken here: they open the editor and
 * are forwarded to its text, so that dead keys and input methods work. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-grid-private.h"

/* --- Moving --- */

static gboolean
is_empty_cb (int row, int column, gpointer data)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_read_cell (data, row, column, &cell);
  return cell.text[0] == '\0';
}

/* Tab and Enter: inside a selection of several cells they walk around in it; else Enter goes back
 * to the column where a run of Tabs began. */
static gboolean
walk_selection (PltGrid *self, PltGridMove move)
{
  gboolean by_row = move == PLT_GRID_MOVE_NEXT || move == PLT_GRID_MOVE_PREVIOUS;
  int step = move == PLT_GRID_MOVE_NEXT || move == PLT_GRID_MOVE_DOWN ? 1 : -1;

  if (!plt_grid_selection_cycle (&self->selection, plt_grid_get_n_rows (self),
                                 plt_grid_get_n_columns (self), by_row, step))
    return FALSE;
  plt_grid_selection_changed (self, self->selection.active);
  return TRUE;
}

/* The column of a cell over several from which a step leaves it. */
static PltGridCoord
leave_span (PltGrid *self, PltGridCoord from, PltGridMove move)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (move != PLT_GRID_MOVE_LEFT && move != PLT_GRID_MOVE_RIGHT)
    return from;
  plt_grid_read_cell (self, from.row, from.column, &cell);
  if (cell.span > 1)
    from.column
        += move == PLT_GRID_MOVE_LEFT ? -(int) cell.before : (int) (cell.span - cell.before) - 1;
  return from;
}

/* `move` as the arrows do; `extend` selects from the active cell. */
void
plt_grid_walk (PltGrid *self, PltGridMove move, gboolean extend)
{
  PltGridSelection *selection = &self->selection;
  PltGridCoord from = extend ? selection->lead : selection->active, to;
  PltGridBounds bounds
      = { plt_grid_get_n_rows (self), plt_grid_get_n_columns (self), 1, is_empty_cb, self };
  gboolean tab = move == PLT_GRID_MOVE_NEXT || move == PLT_GRID_MOVE_PREVIOUS;
  int tab_column = self->tab_column;

  if (!plt_grid_is_usable (self))
    return;
  bounds.page = plt_grid_geometry_body (&self->geometry).height / self->geometry.row_height - 1;
  from = leave_span (self, from, move);
  /* Walking to an edge must not stop at the line for a new row. */
  if (move == PLT_GRID_MOVE_EDGE_DOWN && from.row < plt_grid_get_n_model_rows (self))
    bounds.n_rows = plt_grid_get_n_model_rows (self);
  to = plt_grid_navigate (&bounds, from, move);
  if (extend)
    {
      plt_grid_selection_extend (selection, to);
      plt_grid_selection_changed (self, to);
      return;
    }
  plt_grid_place (self, to);
  /* A frozen column is in sight wherever the others are scrolled: back to the beginning means all.
   */
  if (to.column < self->geometry.n_frozen
      && (move == PLT_GRID_MOVE_ROW_START || move == PLT_GRID_MOVE_FIRST
          || move == PLT_GRID_MOVE_EDGE_LEFT))
    plt_grid_scroll_to (self, 0, self->geometry.scroll_y);
  if (tab)
    self->tab_column = tab_column >= 0 ? tab_column : from.column;
}

static void
press_enter (PltGrid *self, gboolean back)
{
  PltGridMove move = back ? PLT_GRID_MOVE_UP : PLT_GRID_MOVE_DOWN;

  if (walk_selection (self, move))
    return;
  if (self->tab_column >= 0 && self->tab_column < plt_grid_get_n_columns (self))
    self->selection.active.column = self->tab_column;
  plt_grid_walk (self, move, FALSE);
}

static void
press_tab (PltGrid *self, gboolean back)
{
  PltGridMove move = back ? PLT_GRID_MOVE_PREVIOUS : PLT_GRID_MOVE_NEXT;

  if (!walk_selection (self, move))
    plt_grid_walk (self, move, FALSE);
}

/* After an edit: Enter and Tab as above, arrows plainly. */
void
plt_grid_walk_on (PltGrid *self, PltGridMove move)
{
  switch ((int) move)
    {
    case PLT_GRID_MOVE_DOWN:
    case PLT_GRID_MOVE_UP:
      press_enter (self, move == PLT_GRID_MOVE_UP);
      break;
    case PLT_GRID_MOVE_NEXT:
    case PLT_GRID_MOVE_PREVIOUS:
      press_tab (self, move == PLT_GRID_MOVE_PREVIOUS);
      break;
    default:
      plt_grid_walk (self, move, FALSE);
    }
}

/* --- Groups --- */

gboolean
plt_grid_toggle_at (PltGrid *self, int row, int column)
{
  g_autoptr (GError) error = NULL;
  gboolean toggled;
  PltGridRow info;

  if (row >= plt_grid_get_n_model_rows (self))
    return FALSE;
  plt_grid_read_row (self, row, &info);
  if (!info.expandable
      && ((plt_grid_get_column (self, column)->flags & PLT_GRID_COLUMN_TOGGLE) == 0
          || !plt_grid_is_editable (self, row, column)))
    return FALSE;
  toggled
      = plt_grid_model_toggle (self->model, (guint) row, plt_grid_to_model (self, column), &error);
  if (error != NULL)
    plt_grid_say (self, error->message, TRUE);
  return toggled || error != NULL;
}

/* Alt+Left closes the group the row is or lies in; Alt+Right opens the group the row is. */
static void
fold (PltGrid *self, gboolean open)
{
  PltGridCoord at = self->selection.active;
  PltGridRow info;
  guint level;

  if (at.row >= plt_grid_get_n_model_rows (self))
    return;
  plt_grid_read_row (self, at.row, &info);
  level = info.level;
  if (open)
    {
      if (info.expandable && !info.expanded)
        plt_grid_toggle_at (self, at.row, at.column);
      return;
    }
  if (!info.expandable || !info.expanded)
    {
      do
        {
          if (--at.row < 0)
            return;
          plt_grid_read_row (self, at.row, &info);
        }
      while (!info.expandable || info.level >= MAX (level, 1));
      plt_grid_place (self, at);
    }
  plt_grid_toggle_at (self, at.row, at.column);
}

/* --- Keys --- */

typedef struct
{
  guint keyval;
  PltGridMove plain;
  PltGridMove with_control;
} MoveKey;

static const MoveKey move_keys[] = {
  { GDK_KEY_Left, PLT_GRID_MOVE_LEFT, PLT_GRID_MOVE_EDGE_LEFT },
  { GDK_KEY_Right, PLT_GRID_MOVE_RIGHT, PLT_GRID_MOVE_EDGE_RIGHT },
  { GDK_KEY_Up, PLT_GRID_MOVE_UP, PLT_GRID_MOVE_EDGE_UP },
  { GDK_KEY_Down, PLT_GRID_MOVE_DOWN, PLT_GRID_MOVE_EDGE_DOWN },
  { GDK_KEY_Home, PLT_GRID_MOVE_ROW_START, PLT_GRID_MOVE_FIRST },
  { GDK_KEY_End, PLT_GRID_MOVE_ROW_END, PLT_GRID_MOVE_LAST },
  { GDK_KEY_Page_Up, PLT_GRID_MOVE_PAGE_UP, PLT_GRID_MOVE_PAGE_UP },
  { GDK_KEY_Page_Down, PLT_GRID_MOVE_PAGE_DOWN, PLT_GRID_MOVE_PAGE_DOWN },
};

/* The actions among these are run from here; the other keys have their own functions below, and are
 * listed to be read by people. */
static const PltGridShortcut shortcuts[] = {
  { "grid.edit", "F2", N_ ("Edit the cell") },
  { NULL, "<Alt>Down", N_ ("Open the list of proposals") },
  { "grid.clear", "Delete", N_ ("Empty the selected cells") },
  { "grid.cut", "<Control>x", N_ ("Cut") },
  { "grid.copy", "<Control>c", N_ ("Copy") },
  { "grid.copy", "<Control>Insert", NULL },
  { "grid.paste", "<Control>v", N_ ("Paste") },
  { "grid.paste", "<Shift>Insert", NULL },
  { "grid.fill-down", "<Control>d", N_ ("Fill down") },
  { "grid.fill-right", "<Control>r", N_ ("Fill to the right") },
  { NULL, "<Control>Return", N_ ("Fill the selection with what is typed, or open the cell") },
  { "grid.select-all", "<Control>a", N_ ("Select everything") },
  { NULL, "<Shift>space", N_ ("Select the row") },
  { NULL, "<Control>space", N_ ("Select the column") },
  { "grid.insert-rows", "<Control>plus", N_ ("Insert rows") },
  { "grid.delete-rows", "<Control>minus", N_ ("Delete the selected rows") },
  { "grid.move-rows-up", "<Alt><Shift>Up", N_ ("Move the selected rows up") },
  { "grid.move-rows-down", "<Alt><Shift>Down", N_ ("Move the selected rows down") },
  { NULL, "space", N_ ("Open or close the group, tick the box") },
  { NULL, "plus", N_ ("Open the group") },
  { NULL, "<Alt>Right", NULL },
  { NULL, "minus", N_ ("Close the group") },
  { NULL, "<Alt>Left", NULL },
  { NULL, "<Control>Tab", N_ ("Leave the table") },
  { NULL, "Menu", N_ ("Menu of the cell") },
  { NULL, "<Shift>F10", NULL },
  { NULL, NULL, NULL },
};

/**
 * plt_grid_get_shortcuts:
 *
 * Returns: (transfer none): the keys of the grid that need to be told, for the window of shortcuts
 */
const PltGridShortcut *
plt_grid_get_shortcuts (void)
{
  return shortcuts;
}

/* The keypad's keys are those of the keyboard. */
static guint
normalise (guint keyval)
{
  static const guint pairs[][2] = {
    { GDK_KEY_KP_Left, GDK_KEY_Left },       { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Up, GDK_KEY_Up },           { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Home, GDK_KEY_Home },       { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up }, { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Insert, GDK_KEY_Insert },   { GDK_KEY_KP_Delete, GDK_KEY_Delete },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Tab, GDK_KEY_Tab },         { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab },
    { GDK_KEY_KP_Space, GDK_KEY_space },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == keyval)
      return pairs[i][1];
  return keyval;
}

static gboolean
press_move (PltGrid *self, guint keyval, GdkModifierType modifiers)
{
  gboolean extend = (modifiers & GDK_SHIFT_MASK) != 0;

  if ((modifiers & GDK_ALT_MASK) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (move_keys); i++)
    {
      const MoveKey *key = &move_keys[i];

      if (key->keyval != keyval)
        continue;
      plt_grid_walk (self, (modifiers & GDK_CONTROL_MASK) != 0 ? key->with_control : key->plain,
                     extend);
      return TRUE;
    }
  return FALSE;
}

static gboolean
press_action (PltGrid *self, guint keyval, GdkModifierType modifiers)
{
  guint lower = gdk_keyval_to_lower (keyval);

  /* Plus may need Shift, minus may not, and the keypad has both. */
  if ((modifiers & GDK_CONTROL_MASK) != 0
      && (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add || keyval == GDK_KEY_KP_Subtract))
    {
      lower = keyval == GDK_KEY_KP_Subtract ? GDK_KEY_minus : GDK_KEY_plus;
      modifiers &= ~GDK_SHIFT_MASK;
    }
  for (const PltGridShortcut *shortcut = shortcuts; shortcut->accel != NULL; shortcut++)
    {
      GdkModifierType wanted_modifiers;
      guint wanted;

      if (shortcut->action != NULL
          && gtk_accelerator_parse (shortcut->accel, &wanted, &wanted_modifiers) && wanted == lower
          && wanted_modifiers == modifiers)
        return gtk_widget_activate_action (GTK_WIDGET (self), shortcut->action, NULL);
    }
  return FALSE;
}

static gboolean
press_space (PltGrid *self, GdkModifierType modifiers)
{
  PltGridCoord at = self->selection.active;

  if (modifiers == GDK_SHIFT_MASK || modifiers == GDK_CONTROL_MASK)
    {
      plt_grid_selection_set_span (&self->selection, modifiers == GDK_SHIFT_MASK
                                                         ? PLT_GRID_SPAN_ROWS
                                                         : PLT_GRID_SPAN_COLUMNS);
      plt_grid_selection_changed (self, at);
      return TRUE;
    }
  return modifiers == 0 && plt_grid_is_usable (self)
         && plt_grid_toggle_at (self, at.row, at.column);
}

static gboolean
press_return (PltGrid *self, GdkModifierType modifiers)
{
  PltGridCoord at = self->selection.active;
  PltGridRow info;

  if (!plt_grid_is_usable (self) || (modifiers & ~(GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  plt_grid_read_row (self, at.row, &info);
  if (modifiers == GDK_CONTROL_MASK)
    plt_grid_activate_at (self, at.row, at.column);
  else if (modifiers != 0 || !info.expandable || !plt_grid_toggle_at (self, at.row, at.column))
    press_enter (self, (modifiers & GDK_SHIFT_MASK) != 0);
  return TRUE;
}

/* Plus and minus open and close a group, where nothing can be typed. */
static gboolean
press_sign (PltGrid *self, guint keyval, GdkModifierType modifiers)
{
  PltGridCoord at = self->selection.active;
  gboolean open = keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add;
  PltGridRow info;

  if ((modifiers & ~GDK_SHIFT_MASK) != 0 || !plt_grid_is_usable (self)
      || at.row >= plt_grid_get_n_model_rows (self))
    return FALSE;
  plt_grid_read_row (self, at.row, &info);
  if (!info.expandable || plt_grid_is_editable (self, at.row, at.column))
    return FALSE;
  if (info.expanded != open)
    plt_grid_toggle_at (self, at.row, at.column);
  return TRUE;
}

static gboolean
press_special (PltGrid *self, guint keyval, GdkModifierType modifiers)
{
  PltGridRect cell;

  switch (keyval)
    {
    case GDK_KEY_Return:
      return press_return (self, modifiers);
    case GDK_KEY_Tab:
      if ((modifiers & GDK_CONTROL_MASK) != 0)
        g_signal_emit_by_name (self, "move-focus",
                               (modifiers & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD
                                                                 : GTK_DIR_TAB_FORWARD);
      else
        press_tab (self, (modifiers & GDK_SHIFT_MASK) != 0);
      return TRUE;
    case GDK_KEY_space:
      return press_space (self, modifiers);
    case GDK_KEY_plus:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Add:
    case GDK_KEY_KP_Subtract:
      return press_sign (self, keyval, modifiers);
    case GDK_KEY_BackSpace:
      return modifiers == 0 && plt_grid_begin_edit (self, "", TRUE);
    case GDK_KEY_Escape:
      if (modifiers != 0 || self->notice == NULL)
        return FALSE;
      plt_grid_hush (self);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (modifiers != GDK_ALT_MASK)
        return FALSE;
      fold (self, keyval == GDK_KEY_Right);
      return TRUE;
    case GDK_KEY_Down:
      if (modifiers != GDK_ALT_MASK)
        return FALSE;
      plt_grid_open_completions (self);
      return TRUE;
    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (modifiers != (keyval == GDK_KEY_F10 ? GDK_SHIFT_MASK : 0) || !plt_grid_is_usable (self))
        return FALSE;
      cell = plt_grid_geometry_cell (&self->geometry, self->selection.active);
      plt_grid_popup_menu (self, cell.x + 8, cell.y + cell.height);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Everything but typing. Returns whether the key was used. */
gboolean
plt_grid_press_key (PltGrid *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers
      = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);

  if (self->editor != NULL || self->model == NULL)
    return FALSE;
  keyval = normalise (keyval);
  return press_special (self, keyval, modifiers) || press_action (self, keyval, modifiers)
         || press_move (self, keyval, modifiers);
}

/* Whether a key is the beginning of a text: a character, a dead accent, or Compose. */
static gboolean
is_typing (guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers
      = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (modifiers != 0 && modifiers != (GDK_CONTROL_MASK | GDK_ALT_MASK)) /* AltGr on Windows */
    return FALSE;
  if (modifiers != 0)
    return character != 0 && !g_ascii_isalnum ((char) MIN (character, 0x7f));
  return (character != 0 && g_unichar_isprint (character))
         || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek)
         || keyval == GDK_KEY_Multi_key;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PltGrid *self)
{
  if (self->editor != NULL)
    return FALSE;
  if (plt_grid_press_key (self, keyval, state))
    return TRUE;
  if (!is_typing (keyval, state) || !plt_grid_is_usable (self))
    return FALSE;
  if (plt_grid_begin_edit (self, "", TRUE))
    plt_grid_editor_forward (PLT_GRID_EDITOR (self->editor), controller);
  return TRUE;
}

void
plt_grid_add_keys (PltGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

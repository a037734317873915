#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-grid-private.h"
#include "plt-text.h"

enum
{
  PROP_MODEL = 1,
  PROP_ROW_NUMBERS,
  PROP_NEW_ROW,
  PROP_EXTRA_MENU,
  PROP_CURSOR_ROW,
  PROP_CURSOR_COLUMN,
  PROP_EDITING,
  PROP_SELECTION_SUMMARY,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SELECTION_CHANGED,
  CELL_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PltGrid,
                               plt_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      plt_grid_scrollable_init))

static void
unset_model (PltGrid *self)
{
  plt_grid_end_edit (self);
  plt_grid_stop_drag (self);
  plt_grid_stop_summary (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
}

void
plt_grid_set_model (PltGrid *self, PltGridModel *model)
{
  g_return_if_fail (PLT_IS_GRID (self));
  g_return_if_fail (model == NULL || PLT_IS_GRID_MODEL (model));

  if (model == self->model)
    return;
  unset_model (self);
  if (model != NULL)
    {
      self->model = g_object_ref (model);
      plt_grid_follow (self);
    }
  self->axis_touched = FALSE;
  plt_grid_build_axis (self);
  g_clear_pointer (&self->active_id, g_free);
  plt_grid_axis_changed (self);
  plt_grid_scroll_to (self, 0, 0);
  plt_grid_place (self, (PltGridCoord){ 0, 0 });
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/* The style changes with each hover and each focus too: only a new font is of interest. */
static void
font_changed (PltGrid *self)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  if (serial == self->font_serial)
    return;
  self->font_serial = serial;
  plt_grid_text_reset (self->text);
  if (!self->axis_touched)
    plt_grid_build_axis (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- The object --- */

static void
plt_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plt_grid_parent_class)->css_changed (widget, change);
  font_changed (PLT_GRID (widget));
}

static void
plt_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plt_grid_parent_class)->system_setting_changed (widget, setting);
  font_changed (PLT_GRID (widget));
}

static gboolean
plt_grid_grab_focus (GtkWidget *widget)
{
  PltGrid *self = PLT_GRID (widget);

  return gtk_widget_grab_focus (self->editor != NULL ? self->editor : self->cursors[self->turn]);
}

/* Tab walks the cells (plt-grid-keys.c); what comes here wants to enter, to leave or to walk in the
 * open menu. */
static gboolean
plt_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PltGrid *self = PLT_GRID (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->menu != NULL && gtk_widget_get_mapped (self->menu))
    return gtk_widget_child_focus (self->menu, direction);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
plt_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PltGrid *self = PLT_GRID (object);
  guint row, column;

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_ROW_NUMBERS:
      g_value_set_boolean (value, self->row_numbers);
      break;
    case PROP_NEW_ROW:
      g_value_set_boolean (value, self->new_row);
      break;
    case PROP_EXTRA_MENU:
      g_value_set_object (value, self->extra_menu);
      break;
    case PROP_CURSOR_ROW:
      g_value_set_int (value, plt_grid_get_cursor (self, &row, &column) ? (int) row : -1);
      break;
    case PROP_CURSOR_COLUMN:
      g_value_set_int (value, plt_grid_get_cursor (self, &row, &column) ? (int) column : -1);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->editor != NULL);
      break;
    case PROP_SELECTION_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_policy (PltGrid *self, GtkOrientation orientation, guint policy, GParamSpec *pspec)
{
  if (self->policies[orientation] == policy)
    return;
  self->policies[orientation] = policy;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
plt_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PltGrid *self = PLT_GRID (object);

  switch (id)
    {
    case PROP_MODEL:
      plt_grid_set_model (self, g_value_get_object (value));
      break;
    case PROP_ROW_NUMBERS:
      plt_grid_set_row_numbers (self, g_value_get_boolean (value));
      break;
    case PROP_NEW_ROW:
      plt_grid_set_new_row (self, g_value_get_boolean (value));
      break;
    case PROP_EXTRA_MENU:
      plt_grid_set_extra_menu (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      plt_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      plt_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_HORIZONTAL, (guint) g_value_get_enum (value), pspec);
      break;
    case PROP_VSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_VERTICAL, (guint) g_value_get_enum (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
focus_changed_cb (PltGrid *self, GParamSpec *pspec, GtkEventControllerFocus *controller)
{
  self->focused = gtk_event_controller_focus_contains_focus (controller);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
plt_grid_dispose (GObject *object)
{
  PltGrid *self = PLT_GRID (object);

  unset_model (self);
  plt_grid_hush (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->extra_menu);
  plt_grid_drop_adjustments (self);
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->cursors[i], gtk_widget_unparent);
  G_OBJECT_CLASS (plt_grid_parent_class)->dispose (object);
}

static void
plt_grid_finalize (GObject *object)
{
  PltGrid *self = PLT_GRID (object);

  plt_grid_drop_marks (self);
  g_clear_pointer (&self->text, plt_grid_text_free);
  g_clear_pointer (&self->axis, plt_grid_axis_free);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->marked_rows, g_array_unref);
  g_free (self->summary);
  g_free (self->active_id);
  G_OBJECT_CLASS (plt_grid_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, PLT_TYPE_GRID_MODEL, writable);
  properties[PROP_ROW_NUMBERS] = g_param_spec_boolean ("row-numbers", NULL, NULL, FALSE, writable);
  properties[PROP_NEW_ROW] = g_param_spec_boolean ("new-row", NULL, NULL, FALSE, writable);
  properties[PROP_EXTRA_MENU]
      = g_param_spec_object ("extra-menu", NULL, NULL, G_TYPE_MENU_MODEL, writable);
  properties[PROP_CURSOR_ROW]
      = g_param_spec_int ("cursor-row", NULL, NULL, -1, G_MAXINT, -1, readable);
  properties[PROP_CURSOR_COLUMN]
      = g_param_spec_int ("cursor-column", NULL, NULL, -1, G_MAXINT, -1, readable);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, readable);
  properties[PROP_SELECTION_SUMMARY]
      = g_param_spec_string ("selection-summary", NULL, NULL, "", readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

/* What was said of a cell is not news when its page comes back; what was refused still is. */
static void
plt_grid_unmap (GtkWidget *widget)
{
  PltGrid *self = PLT_GRID (widget);

  if (self->editor == NULL)
    plt_grid_hush (self);
  GTK_WIDGET_CLASS (plt_grid_parent_class)->unmap (widget);
}

static void
plt_grid_class_init (PltGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plt_grid_get_property;
  object_class->set_property = plt_grid_set_property;
  object_class->dispose = plt_grid_dispose;
  object_class->finalize = plt_grid_finalize;
  widget_class->unmap = plt_grid_unmap;
  widget_class->measure = plt_grid_measure;
  widget_class->size_allocate = plt_grid_size_allocate;
  widget_class->snapshot = plt_grid_snapshot;
  widget_class->css_changed = plt_grid_css_changed;
  widget_class->system_setting_changed = plt_grid_system_setting_changed;
  widget_class->grab_focus = plt_grid_grab_focus;
  widget_class->focus = plt_grid_focus;
  widget_class->query_tooltip = plt_grid_query_tooltip;
  install_properties (object_class);

  /**
   * PltGrid::selection-changed:
   *
   * The cursor or the selected range moved, or rows came or went around them.
   */
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", PLT_TYPE_GRID, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PltGrid::cell-activated:
   * @row: row of the model
   * @column: column of the model
   *
   * Ctrl+Enter, or a double click on a cell that is neither edited nor toggled.
   */
  signals[CELL_ACTIVATED]
      = g_signal_new ("cell-activated", PLT_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "plt-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  plt_grid_install_actions (widget_class);
}

/* Light or dark as the window is. */
static void
follow_theme (PltGrid *self)
{
  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &self->dark,
                NULL);
  self->colors = plt_grid_colors_get (self->dark);
  plt_grid_drop_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
plt_grid_init (PltGrid *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->axis = plt_grid_axis_new ();
  self->columns = g_array_new (FALSE, FALSE, sizeof (PltGridColumn));
  self->text = plt_grid_text_new (GTK_WIDGET (self));
  self->tab_column = -1;
  self->added_row = -1;
  self->drag.gap = -1;
  self->summary = g_strdup ("");
  self->geometry.axis = self->axis;
  self->geometry.row_height = PLT_GRID_ROW_HEIGHT;
  self->geometry.header = PLT_GRID_ROW_HEIGHT + 2;
  for (int i = 0; i < 2; i++)
    {
      self->cursors[i] = plt_grid_cursor_new ();
      gtk_widget_set_parent (self->cursors[i], GTK_WIDGET (self));
      plt_grid_cursor_set_present (PLT_GRID_CURSOR (self->cursors[i]), i == self->turn);
    }
  for (int i = 0; i < 2; i++)
    {
      self->policies[i] = GTK_SCROLL_NATURAL;
      plt_grid_set_adjustment (self, (GtkOrientation) i, NULL);
    }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  /* Until whoever uses it says what it is a table of. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"),
                                  -1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  plt_grid_add_mouse (self);
  plt_grid_add_keys (self);
  follow_theme (self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (follow_theme), self, G_CONNECT_SWAPPED);
}

/* --- Public --- */

/**
 * plt_grid_new:
 * @model: (nullable): what to show
 *
 * Returns: (transfer floating): a grid to be put in a GtkScrolledWindow
 */
GtkWidget *
plt_grid_new (PltGridModel *model)
{
  return g_object_new (PLT_TYPE_GRID, "model", model, NULL);
}

PltGridModel *
plt_grid_get_model (PltGrid *self)
{
  return self->model;
}

void
plt_grid_set_row_numbers (PltGrid *self, gboolean row_numbers)
{
  g_return_if_fail (PLT_IS_GRID (self));

  if (self->row_numbers == !!row_numbers)
    return;
  self->row_numbers = !!row_numbers;
  plt_grid_axis_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW_NUMBERS]);
}

void
plt_grid_set_header_height (PltGrid *self, int height)
{
  g_return_if_fail (PLT_IS_GRID (self));

  self->header_height = height;
  plt_grid_update_adjustments (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
plt_grid_get_row_height (PltGrid *self)
{
  g_return_val_if_fail (PLT_IS_GRID (self), 0);

  return self->geometry.row_height;
}

void
plt_grid_set_header (PltGrid *self, gboolean header)
{
  g_return_if_fail (PLT_IS_GRID (self));

  if (self->hide_header == !header)
    return;
  self->hide_header = !header;
  plt_grid_build_axis (self);
  plt_grid_update_adjustments (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
plt_grid_get_row_numbers (PltGrid *self)
{
  return self->row_numbers;
}

/**
 * plt_grid_set_new_row:
 * @new_row: whether an empty line at the foot takes new rows, if the model can insert
 */
void
plt_grid_set_new_row (PltGrid *self, gboolean new_row)
{
  g_return_if_fail (PLT_IS_GRID (self));

  if (self->new_row == !!new_row)
    return;
  self->new_row = !!new_row;
  plt_grid_axis_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEW_ROW]);
}

gboolean
plt_grid_get_new_row (PltGrid *self)
{
  return self->new_row;
}

/**
 * plt_grid_set_extra_menu:
 * @menu: (nullable): entries of the view, shown at the top of the context menu
 */
void
plt_grid_set_extra_menu (PltGrid *self, GMenuModel *menu)
{
  g_return_if_fail (PLT_IS_GRID (self));

  if (!g_set_object (&self->extra_menu, menu))
    return;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXTRA_MENU]);
}

GMenuModel *
plt_grid_get_extra_menu (PltGrid *self)
{
  return self->extra_menu;
}

/**
 * plt_grid_get_cursor:
 * @row: (out): row of the model
 * @column: (out): column of the model
 *
 * Returns: FALSE when the grid is empty or the cursor is on the line for a new row
 */
gboolean
plt_grid_get_cursor (PltGrid *self, guint *row, guint *column)
{
  PltGridCoord at = self->selection.active;

  *row = *column = 0;
  if (at.row >= plt_grid_get_n_model_rows (self) || at.column >= plt_grid_get_n_columns (self))
    return FALSE;
  *row = (guint) at.row;
  *column = plt_grid_to_model (self, at.column);
  return TRUE;
}

/**
 * plt_grid_set_cursor:
 * @row: row of the model; its number of rows means the line for a new row, if there is one
 * @column: column of the model; one that is hidden gives the first shown
 *
 * Moves the cursor there and brings it into view. An edit is committed first; when it is refused
 * the cursor stays.
 */
void
plt_grid_set_cursor (PltGrid *self, guint row, guint column)
{
  PltGridCoord at = { (int) row, plt_grid_axis_find (self->axis, (int) column) };

  g_return_if_fail (PLT_IS_GRID (self));

  if (!plt_grid_commit_edit (self))
    return;
  at.column = MAX (at.column, 0);
  plt_grid_place (self, at);
}

/**
 * plt_grid_select:
 *
 * Selects a rectangle of `n_rows` by `n_columns` shown columns whose first cell is given in model
 * coordinates.
 */
void
plt_grid_select (PltGrid *self, guint row, guint column, guint n_rows, guint n_columns)
{
  PltGridRange range = { (int) row, MAX (plt_grid_axis_find (self->axis, (int) column), 0),
                         (int) n_rows, (int) n_columns };

  g_return_if_fail (PLT_IS_GRID (self));
  g_return_if_fail (n_rows > 0 && n_columns > 0);

  if (!plt_grid_commit_edit (self))
    return;
  self->tab_column = -1;
  plt_grid_selection_set_range (&self->selection, &range);
  plt_grid_selection_changed (self, self->selection.active);
}

/**
 * plt_grid_get_selected_rows:
 * @first: (out): row of the model
 * @n: (out): how many; the line for a new row does not count
 *
 * Returns: FALSE when no row is selected
 */
gboolean
plt_grid_get_selected_rows (PltGrid *self, guint *first, guint *n)
{
  PltGridRange range = plt_grid_get_range (self);
  int end = MIN (range.row + range.n_rows, plt_grid_get_n_model_rows (self));

  *first = (guint) range.row;
  *n = (guint) MAX (end - range.row, 0);
  return *n > 0;
}

/**
 * plt_grid_get_selection_summary:
 *
 * Returns: sum, average and number of the selected figures as a phrase for the status bar; "" for
 *   one cell. It follows in idle time: listen to `notify::selection-summary`.
 */
const char *
plt_grid_get_selection_summary (PltGrid *self)
{
  return self->summary;
}

gboolean
plt_grid_is_editing (PltGrid *self)
{
  return self->editor != NULL;
}

/**
 * plt_grid_get_layout:
 *
 * Returns: (transfer full): order, width and visibility of the columns, to be saved
 */
char *
plt_grid_get_layout (PltGrid *self)
{
  return plt_grid_axis_to_string (self->axis);
}

/**
 * plt_grid_set_layout:
 * @layout: what plt_grid_get_layout() gave, perhaps of an older version of the table
 */
void
plt_grid_set_layout (PltGrid *self, const char *layout)
{
  g_return_if_fail (PLT_IS_GRID (self));
  g_return_if_fail (layout != NULL);

  plt_grid_axis_apply_string (self->axis, layout);
  self->axis_touched = TRUE;
  plt_grid_axis_changed (self);
}

void
plt_grid_activate_at (PltGrid *self, int row, int column)
{
  if (row < plt_grid_get_n_model_rows (self))
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, (guint) row, plt_grid_to_model (self, column));
}

void
plt_grid_set_marked_rows (PltGrid *self, const GArray *rows)
{
  g_return_if_fail (PLT_IS_GRID (self));

  if (rows == NULL && self->marked_rows == NULL)
    return;
  g_clear_pointer (&self->marked_rows, g_array_unref);
  if (rows != NULL)
    {
      self->marked_rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_vals (self->marked_rows, rows->data, rows->len);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
plt_grid_is_marked_row (PltGrid *self, guint row)
{
  g_return_val_if_fail (PLT_IS_GRID (self), FALSE);

  for (guint i = 0; self->marked_rows != NULL && i < self->marked_rows->len; i++)
    if (g_array_index (self->marked_rows, guint, i) == row)
      return TRUE;
  return FALSE;
}

void
plt_grid_notify_selection (PltGrid *self, gboolean cursor_moved)
{
  if (cursor_moved)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_ROW]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_COLUMN]);
    }
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
plt_grid_notify_editing (PltGrid *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

void
plt_grid_take_summary (PltGrid *self, char *summary)
{
  g_autofree char *owned = summary;

  if (plt_set_str (&self->summary, owned))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION_SUMMARY]);
}

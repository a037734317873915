#include "plt-board-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plt-text.h"

G_DEFINE_FINAL_TYPE (PltBoard, plt_board, GTK_TYPE_WIDGET)

enum
{
  CURSOR_MOVED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const PltBoardState *
plt_board_get_state (PltBoard *self)
{
  return plt_board_model_get_state (self->model);
}

PltBoardModel *
plt_board_get_model (PltBoard *self)
{
  g_return_val_if_fail (PLT_IS_BOARD (self), NULL);

  return self->model;
}

void
plt_board_refuse (PltBoard *self, GError *error)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  if (error != NULL)
    g_signal_emit (self, signals[REFUSED], 0, error->message);
  g_clear_error (&error);
}

/* ---- text ---- */

void
plt_board_drop_nodes (PltBoard *self)
{
  g_hash_table_remove_all (self->nodes);
}

/* The layout at the present zoom, and a geometry that goes with it. */
void
plt_board_ensure_layout (PltBoard *self)
{
  PangoContext *context;
  PangoFontDescription *font;
  PangoAttrList *attributes;
  int height;

  if (self->layout != NULL)
    return;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Jg");
  context = pango_layout_get_context (self->layout);
  font = pango_font_description_copy (pango_context_get_font_description (context));
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font)
                                                        * self->zoom / 100.0);
  else
    pango_font_description_set_size (font,
                                     pango_font_description_get_size (font) * self->zoom / 100);
  pango_layout_set_font_description (self->layout, font);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  plt_board_geometry_set_zoom (&self->geometry, self->zoom, height);
  plt_board_drop_nodes (self);
}

static void
drop_layout (PltBoard *self)
{
  g_clear_object (&self->layout);
  plt_board_drop_nodes (self);
}

/* ---- scrolling ---- */

static void
update_adjustments (PltBoard *self)
{
  for (int pane = 0; pane < PLT_BOARD_N_PANES; pane++)
    {
      GtkAdjustment *adjustment = self->adjustments[pane];
      int page = plt_board_geometry_pane (&self->geometry, pane).height;
      int extent = plt_board_geometry_extent (&self->geometry, pane);

      gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0,
                                MAX (extent, page), self->geometry.row_height,
                                MAX (page - self->geometry.row_height, 1), page);
      self->geometry.scroll[pane] = (int) lround (gtk_adjustment_get_value (adjustment));
    }
}

static void
on_scrolled (PltBoard *self)
{
  for (int pane = 0; pane < PLT_BOARD_N_PANES; pane++)
    self->geometry.scroll[pane] = (int) lround (gtk_adjustment_get_value (self->adjustments[pane]));
  gtk_widget_queue_allocate (GTK_WIDGET (self)); /* the cursor moves along */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_board_scroll_by (PltBoard *self, int pane, int pixels)
{
  GtkAdjustment *adjustment = self->adjustments[pane];

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static void
reveal (PltBoard *self)
{
  PltBoardCoord at = self->selection.cursor;

  if (self->geometry.height > 0)
    gtk_adjustment_set_value (self->adjustments[plt_board_geometry_pane_of (at.lane)],
                              plt_board_geometry_reveal (&self->geometry, at));
}

/* ---- cursor ---- */

static void
describe_cursor (PltBoard *self, gboolean moved)
{
  const PltBoardState *state = plt_board_get_state (self);
  PltBoardCoord at = self->selection.cursor;
  const PltBoardLane *lane = plt_board_state_lane (state, at.lane);
  const PltBoardStrip *strip = plt_board_state_strip (state, at.lane, at.index);
  g_autofree char *label
      = strip != NULL ? plt_board_strip_describe (strip) : plt_board_lane_describe (lane);
  g_autofree char *title = plt_board_lane_title (lane);
  const char *issue = strip != NULL ? strip->issue : lane->issue;
  g_autofree char *description
      = issue != NULL ? g_strconcat (title, ". ", issue, NULL) : g_strdup (title);
  gboolean focused = gtk_widget_has_focus (self->cursors[self->turn]);

  if (moved && focused)
    self->turn = 1 - self->turn;
  plt_item_cursor_describe (PLT_ITEM_CURSOR (self->cursors[self->turn]), label, description,
                            at.index + 1, plt_board_lane_n (state, at.lane),
                            strip != NULL
                                && plt_board_selection_has (&self->selection, strip->key));
  for (int i = 0; i < 2; i++)
    plt_item_cursor_set_present (PLT_ITEM_CURSOR (self->cursors[i]), i == self->turn);
  if (moved && focused)
    gtk_widget_grab_focus (self->cursors[self->turn]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
selection_changed (PltBoard *self)
{
  describe_cursor (self, TRUE);
  reveal (self);
  plt_board_update_actions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

void
plt_board_put_cursor (PltBoard *self, PltBoardCoord at, PltBoardSelectMode mode)
{
  plt_board_selection_set (&self->selection, plt_board_get_state (self), at, mode);
  selection_changed (self);
}

PltBoardCoord
plt_board_get_cursor (PltBoard *self)
{
  g_return_val_if_fail (PLT_IS_BOARD (self), ((PltBoardCoord){ 0, PLT_BOARD_HEAD }));

  return self->selection.cursor;
}

void
plt_board_set_cursor (PltBoard *self, PltBoardCoord at)
{
  g_return_if_fail (PLT_IS_BOARD (self));

  plt_board_put_cursor (self, at, PLT_BOARD_SELECT_ONLY);
}

void
plt_board_select_keys (PltBoard *self, const gint64 *keys, guint n_keys)
{
  g_return_if_fail (PLT_IS_BOARD (self));

  plt_board_selection_set_keys (&self->selection, plt_board_get_state (self), keys, n_keys);
  selection_changed (self);
}

void
plt_board_take_keys (PltBoard *self, GArray *keys)
{
  if (keys == NULL)
    return;
  if (keys->len > 0)
    plt_board_select_keys (self, (const gint64 *) (gpointer) keys->data, keys->len);
  g_array_unref (keys);
}

GArray *
plt_board_get_selected (PltBoard *self)
{
  g_return_val_if_fail (PLT_IS_BOARD (self), NULL);

  return plt_board_selection_keys (&self->selection, plt_board_get_state (self), FALSE);
}

/* ---- finding ---- */

gboolean
plt_board_find_number (PltBoard *self, const char *number)
{
  const PltBoardState *state = plt_board_get_state (self);
  PltBoardCoord begins = { -1, 0 };
  g_autofree char *wanted = plt_text_fold (number);

  g_return_val_if_fail (PLT_IS_BOARD (self) && number != NULL, FALSE);

  for (int lane = 0; lane < (int) state->lanes->len && *wanted != '\0'; lane++)
    for (int i = 0; i < plt_board_lane_n (state, lane); i++)
      {
        g_autofree char *has = plt_text_fold (plt_board_state_strip (state, lane, i)->number);

        if (g_str_equal (has, wanted))
          {
            plt_board_set_cursor (self, (PltBoardCoord){ lane, i });
            return TRUE;
          }
        if (begins.lane < 0 && g_str_has_prefix (has, wanted))
          begins = (PltBoardCoord){ lane, i };
      }
  if (begins.lane < 0)
    return FALSE;
  plt_board_set_cursor (self, begins);
  return TRUE;
}

static void
find_matches (PltBoard *self)
{
  const PltBoardState *state = plt_board_get_state (self);
  GHashTableIter iter;
  gpointer key, strip;

  gboolean searched = self->needle != NULL && *self->needle != '\0';

  g_clear_pointer (&self->matches, g_hash_table_unref);
  if (!searched && self->filter == NULL)
    return;
  self->matches = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, state->index);
  while (g_hash_table_iter_next (&iter, &key, &strip))
    if ((!searched || plt_board_strip_matches (strip, self->needle))
        && (self->filter == NULL || self->filter ((gint64) key, self->filter_data)))
      g_hash_table_add (self->matches, key);
}

guint
plt_board_set_search (PltBoard *self, const char *text)
{
  g_autofree char *squeezed = plt_text_squeeze (text != NULL ? text : "");

  g_return_val_if_fail (PLT_IS_BOARD (self), 0);

  g_free (self->needle);
  self->needle = plt_text_fold (squeezed);
  find_matches (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return self->matches != NULL ? g_hash_table_size (self->matches) : 0;
}

guint
plt_board_set_filter (PltBoard *self, PltBoardFilter filter, gpointer data)
{
  g_return_val_if_fail (PLT_IS_BOARD (self), 0);

  self->filter = filter;
  self->filter_data = data;
  find_matches (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return self->matches != NULL ? g_hash_table_size (self->matches) : 0;
}

gboolean
plt_board_search_next (PltBoard *self, int step)
{
  const PltBoardState *state = plt_board_get_state (self);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PltBoardCoord));
  PltBoardCoord now = self->selection.cursor;
  guint at = 0;

  g_return_val_if_fail (PLT_IS_BOARD (self), FALSE);

  for (int lane = 0; lane < (int) state->lanes->len; lane++)
    for (int i = 0; i < plt_board_lane_n (state, lane); i++)
      if (self->matches != NULL
          && g_hash_table_contains (
              self->matches, PLT_ID_TO_POINTER (plt_board_state_strip (state, lane, i)->key)))
        {
          PltBoardCoord place = { lane, i };

          /* how many there are before the cursor, and with a step forward on it */
          if (lane < now.lane || (lane == now.lane && i < now.index + (step > 0)))
            at = places->len + 1;
          g_array_append_val (places, place);
        }
  if (places->len == 0)
    return FALSE;
  at = step > 0 ? at % places->len : (at + places->len - 1) % places->len;
  plt_board_set_cursor (self, g_array_index (places, PltBoardCoord, at));
  return TRUE;
}

/* ---- looks ---- */

static void
update_colors (PltBoard *self)
{
  const PltEffectScheme *scheme
      = self->model != NULL ? &plt_board_get_state (self)->effects : plt_effect_scheme_usual ();

  self->own_colors = plt_board_colors_new (scheme, self->dark);
  self->colors = &self->own_colors;
}

int
plt_board_get_zoom (PltBoard *self)
{
  g_return_val_if_fail (PLT_IS_BOARD (self), 100);

  return self->zoom;
}

void
plt_board_set_zoom (PltBoard *self, int zoom)
{
  g_return_if_fail (PLT_IS_BOARD (self));

  zoom = CLAMP (zoom, PLT_BOARD_MIN_ZOOM, PLT_BOARD_MAX_ZOOM);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Light or dark as the window is. */
static void
follow_theme (PltBoard *self)
{
  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &self->dark,
                NULL);
  update_colors (self);
  plt_board_drop_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- state ---- */

static void
update_lanes (PltBoard *self)
{
  static const PltBoardCell cells[PLT_BOARD_N_FIELDS] = {
    [PLT_BOARD_FIELD_SET] = PLT_BOARD_CELL_SET,
    [PLT_BOARD_FIELD_SYNOPSIS] = PLT_BOARD_CELL_SYNOPSIS,
    [PLT_BOARD_FIELD_ROLES] = PLT_BOARD_CELL_ROLES,
    [PLT_BOARD_FIELD_NEEDS] = PLT_BOARD_CELL_NEEDS,
    [PLT_BOARD_FIELD_EIGHTHS] = PLT_BOARD_CELL_EIGHTHS,
    [PLT_BOARD_FIELD_LENGTH] = PLT_BOARD_CELL_LENGTH,
    [PLT_BOARD_FIELD_TIME] = PLT_BOARD_CELL_TIME,
    [PLT_BOARD_FIELD_STORY_DAY] = PLT_BOARD_CELL_STORY_DAY,
    [PLT_BOARD_FIELD_PLACE] = PLT_BOARD_CELL_PLACE,
  };
  const PltBoardState *state = plt_board_get_state (self);
  g_autofree int *counts = g_new0 (int, state->lanes->len);

  for (guint i = 0; i < state->lanes->len; i++)
    counts[i] = plt_board_lane_n (state, (int) i);
  plt_board_geometry_set_lanes (&self->geometry, counts, (int) state->lanes->len);
  self->geometry.hidden = 0;
  for (guint i = 0; i < PLT_BOARD_N_FIELDS; i++)
    if ((state->fields & 1u << i) == 0)
      self->geometry.hidden |= 1u << cells[i];
}

static void
on_model_changed (PltBoard *self)
{
  plt_board_drag_cancel (self);
  plt_board_drop_nodes (self);
  update_colors (self);
  update_lanes (self);
  plt_board_selection_follow (&self->selection, plt_board_get_state (self));
  find_matches (self);
  if (self->geometry.height > 0)
    update_adjustments (self);
  describe_cursor (self, FALSE);
  plt_board_update_actions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
plt_board_new (PltBoardModel *model)
{
  PltBoard *self;

  g_return_val_if_fail (PLT_IS_BOARD_MODEL (model), NULL);

  self = g_object_new (PLT_TYPE_BOARD, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  on_model_changed (self);
  return GTK_WIDGET (self);
}

/* ---- widget ---- */

static void
plt_board_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  PltBoard *self = PLT_BOARD (widget);

  plt_board_ensure_layout (self);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 500;
  for (int pane = 0; pane < PLT_BOARD_N_PANES; pane++)
    gtk_widget_measure (self->bars[pane], orientation, -1, NULL, NULL, NULL, NULL);
}

static void
allocate_bars (PltBoard *self)
{
  for (int pane = 0; pane < PLT_BOARD_N_PANES; pane++)
    {
      PltBoardRect rect = plt_board_geometry_pane (&self->geometry, pane);

      gtk_widget_set_child_visible (
          self->bars[pane], plt_board_geometry_extent (&self->geometry, pane) > rect.height);
      gtk_widget_size_allocate (
          self->bars[pane],
          &(GtkAllocation){ rect.x + rect.width, rect.y, self->geometry.bar, MAX (rect.height, 1) },
          -1);
    }
}

static void
allocate_finder (PltBoard *self)
{
  int width, height;

  if (self->finder == NULL)
    return;
  gtk_widget_measure (self->finder, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->finder, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (self->finder,
                            &(GtkAllocation){ self->geometry.pool_width + 12,
                                              MAX (self->geometry.height - height - 12, 0), width,
                                              height },
                            -1);
}

static void
plt_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltBoard *self = PLT_BOARD (widget);
  gboolean first = self->geometry.height == 0;
  PltBoardRect rect;
  int bar;

  plt_board_ensure_layout (self);
  if (width != self->geometry.width)
    plt_board_drop_nodes (self);
  gtk_widget_measure (self->bars[0], GTK_ORIENTATION_HORIZONTAL, -1, &bar, NULL, NULL, NULL);
  self->geometry.bar = bar;
  plt_board_geometry_resize (&self->geometry, width, height);
  update_adjustments (self);
  if (first)
    reveal (self);
  allocate_bars (self);
  rect = plt_board_geometry_rect (&self->geometry, self->selection.cursor);
  gtk_widget_size_allocate (
      self->cursors[self->turn],
      &(GtkAllocation){ rect.x, rect.y, MAX (rect.width, 1), MAX (rect.height, 1) }, -1);
  allocate_finder (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
plt_board_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PltBoard *self = PLT_BOARD (widget);

  GTK_WIDGET_CLASS (plt_board_parent_class)->css_changed (widget, change);
  drop_layout (self);
  gtk_widget_queue_resize (widget);
}

static void
plt_board_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plt_board_parent_class)->system_setting_changed (widget, setting);
  drop_layout (PLT_BOARD (widget));
  gtk_widget_queue_resize (widget);
}

static gboolean
plt_board_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLT_BOARD (widget)->cursors[PLT_BOARD (widget)->turn]);
}

/* Tab goes in and out of the board; within it the arrows walk. The window hands the arrows of an
 * open menu down through here. */
static gboolean
plt_board_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PltBoard *self = PLT_BOARD (widget);

  if (self->menu != NULL && gtk_widget_get_mapped (self->menu))
    return gtk_widget_child_focus (self->menu, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (self->cursors[self->turn]);
}

static void
plt_board_dispose (GObject *object)
{
  PltBoard *self = PLT_BOARD (object);

  plt_board_drag_cancel (self);
  g_clear_pointer (&self->finder, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->cursors[i], gtk_widget_unparent);
  for (int pane = 0; pane < PLT_BOARD_N_PANES; pane++)
    {
      g_clear_pointer (&self->bars[pane], gtk_widget_unparent);
      if (self->adjustments[pane] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[pane], on_scrolled, self);
      g_clear_object (&self->adjustments[pane]);
    }
  g_clear_object (&self->model);
  G_OBJECT_CLASS (plt_board_parent_class)->dispose (object);
}

static void
plt_board_finalize (GObject *object)
{
  PltBoard *self = PLT_BOARD (object);

  plt_board_geometry_clear (&self->geometry);
  plt_board_selection_clear (&self->selection);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->matches, g_hash_table_unref);
  g_free (self->needle);
  G_OBJECT_CLASS (plt_board_parent_class)->finalize (object);
}

static void
plt_board_class_init (PltBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plt_board_dispose;
  object_class->finalize = plt_board_finalize;
  widget_class->measure = plt_board_measure;
  widget_class->size_allocate = plt_board_size_allocate;
  widget_class->snapshot = plt_board_snapshot;
  widget_class->css_changed = plt_board_css_changed;
  widget_class->system_setting_changed = plt_board_system_setting_changed;
  widget_class->grab_focus = plt_board_grab_focus;
  widget_class->focus = plt_board_focus;
  widget_class->query_tooltip = plt_board_query_tooltip;

  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  plt_board_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plt-board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
plt_board_init (PltBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 100;
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  plt_board_selection_init (&self->selection);
  for (int pane = 0; pane < PLT_BOARD_N_PANES; pane++)
    {
      self->adjustments[pane] = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
      g_signal_connect_swapped (self->adjustments[pane], "value-changed", G_CALLBACK (on_scrolled),
                                self);
      self->bars[pane] = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->adjustments[pane]);
      gtk_widget_set_parent (self->bars[pane], widget);
    }
  for (int i = 0; i < 2; i++)
    {
      self->cursors[i] = plt_item_cursor_new ();
      gtk_widget_set_parent (self->cursors[i], widget);
    }
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stripboard"), -1);
  plt_board_add_mouse (self);
  plt_board_add_keys (self);
  follow_theme (self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (follow_theme), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (widget, "numeric");
}

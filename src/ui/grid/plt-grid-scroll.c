/* PltGrid: size, scroll bars, place of the children. */
#include "config.h"

#include <math.h>

#include "plt-grid-private.h"

static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  PltGrid *self = PLT_GRID (scrollable);

  *border = (GtkBorder){ 0 };
  border->top = (gint16) plt_grid_geometry_body (&self->geometry).y;
  border->left = (gint16) plt_grid_geometry_body (&self->geometry).x;
  return TRUE;
}

void
plt_grid_scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

static void
scrolled_cb (PltGrid *self)
{
  int x = (int) lround (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]));
  int y = (int) lround (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]));

  if (x == self->geometry.scroll_x && y == self->geometry.scroll_y)
    return;
  self->geometry.scroll_x = x;
  self->geometry.scroll_y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self)); /* the cursor and the editor move along */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_adjustment (PltGrid *self, GtkOrientation orientation)
{
  if (self->adjustments[orientation] == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_clear_object (&self->adjustments[orientation]);
}

void
plt_grid_set_adjustment (PltGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  drop_adjustment (self, orientation);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  plt_grid_update_adjustments (self);
  g_object_notify (G_OBJECT (self),
                   orientation == GTK_ORIENTATION_HORIZONTAL ? "hadjustment" : "vadjustment");
}

void
plt_grid_drop_adjustments (PltGrid *self)
{
  drop_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  drop_adjustment (self, GTK_ORIENTATION_VERTICAL);
}

static void
update_geometry (PltGrid *self)
{
  int line = plt_grid_text_get_line_height (self->text);
  g_autofree char *last = g_strdup_printf ("%d", MAX (plt_grid_get_n_model_rows (self), 100));

  self->geometry.n_rows = plt_grid_get_n_rows (self);
  self->geometry.row_height = MAX (PLT_GRID_ROW_HEIGHT, line + 6);
  self->geometry.header
      = self->hide_header ? 0 : MAX (self->geometry.row_height + 2, self->header_height);
  self->geometry.frozen_rows
      = self->model != NULL ? (int) plt_grid_model_get_n_frozen_rows (self->model) : 0;
  self->geometry.gutter
      = self->row_numbers ? plt_grid_text_measure (self->text, last, FALSE) + 2 * PLT_GRID_PADDING
                          : 0;
  plt_grid_geometry_update (&self->geometry);
}

/* After anything that changes the geometry. */
void
plt_grid_update_adjustments (PltGrid *self)
{
  int width, page_width, height, page_height;
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  update_geometry (self);
  if (horizontal == NULL || vertical == NULL)
    return;
  plt_grid_geometry_extent (&self->geometry, &width, &page_width, &height, &page_height);
  gtk_adjustment_configure (horizontal, gtk_adjustment_get_value (horizontal), 0,
                            MAX (width, page_width), 60, page_width * 0.9, page_width);
  gtk_adjustment_configure (vertical, gtk_adjustment_get_value (vertical), 0,
                            MAX (height, page_height), self->geometry.row_height,
                            MAX (page_height - self->geometry.row_height, 1), page_height);
}

void
plt_grid_scroll_to (PltGrid *self, int x, int y)
{
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x);
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], y);
}

void
plt_grid_reveal (PltGrid *self, PltGridCoord at)
{
  int x, y;

  if (!plt_grid_is_usable (self) || self->geometry.height <= self->geometry.header)
    return;
  at.row = CLAMP (at.row, 0, plt_grid_get_n_rows (self) - 1);
  at.column = CLAMP (at.column, 0, plt_grid_get_n_columns (self) - 1);
  plt_grid_geometry_reveal (&self->geometry, at, &x, &y);
  plt_grid_scroll_to (self, x, y);
}

/* The natural size is that of everything, and the scroll policy is GTK_SCROLL_NATURAL: from the two
 * a scrolled window guesses which of its bars it will need. A wrong guess would allocate the grid
 * without the lower bar first, and a grid scrolled to its end would slip by the height of the bar.
 */
void
plt_grid_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  PltGrid *self = PLT_GRID (widget);

  update_geometry (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = self->geometry.gutter
                 + plt_grid_axis_get_offset (self->axis, plt_grid_get_n_columns (self));
    }
  else
    {
      *minimum = self->geometry.header + 3 * self->geometry.row_height;
      *natural = self->geometry.header + self->geometry.row_height * self->geometry.n_rows;
    }
  *natural = MAX (*natural, *minimum);
}

static void
allocate_cursor (PltGrid *self)
{
  PltGridRect cell = { 0, self->geometry.header, 1, 1 };
  GtkWidget *cursor = self->cursors[self->turn];

  if (plt_grid_is_usable (self))
    cell = plt_grid_get_cell_rect (self, self->selection.active);
  gtk_widget_size_allocate (cursor, &(GtkAllocation){ cell.x, cell.y, cell.width, cell.height },
                            -1);
}

static void
allocate_notice (PltGrid *self)
{
  PltGridRect at = self->editor != NULL
                       ? plt_grid_get_editor_rect (self)
                       : plt_grid_geometry_cell (&self->geometry, self->selection.active);
  GtkAllocation place = { at.x, at.y + at.height + 2, 0, 0 };
  int height;

  gtk_widget_measure (self->notice, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
  place.width = MIN (place.width, MAX (self->geometry.width - 8, 60));
  gtk_widget_measure (self->notice, GTK_ORIENTATION_VERTICAL, place.width, NULL, &height, NULL,
                      NULL);
  place.height = height;
  place.x = CLAMP (place.x, 4, MAX (self->geometry.width - place.width - 4, 4));
  if (place.y + place.height > self->geometry.height)
    place.y = at.y - place.height - 2;
  place.y = CLAMP (place.y, self->geometry.header,
                   MAX (self->geometry.height - place.height, self->geometry.header));
  gtk_widget_size_allocate (self->notice, &place, -1);
}

void
plt_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltGrid *self = PLT_GRID (widget);
  gboolean first = self->geometry.width == 0;

  self->geometry.width = width;
  self->geometry.height = height;
  plt_grid_update_adjustments (self);
  if (first)
    plt_grid_reveal (self, self->selection.active);
  allocate_cursor (self);
  if (self->editor != NULL)
    {
      PltGridRect at = plt_grid_get_editor_rect (self);

      gtk_widget_size_allocate (self->editor, &(GtkAllocation){ at.x, at.y, at.width, at.height },
                                -1);
    }
  if (self->notice != NULL)
    allocate_notice (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

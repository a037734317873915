/* PltGrid: what it shows of its model, the cursor, and how both follow when the model changes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-grid-private.h"
#include "plt-text.h"

#define FEW_ROWS 64    /* looked through rather than asked for */
#define TITLE_CHARS 20 /* of a title that a column makes room for from the start */
#define ARROW_ROOM 14  /* of the arrow of a sorted column */

/* --- What the view shows of the model --- */

guint
plt_grid_get_abilities (PltGrid *self)
{
  return self->model != NULL ? plt_grid_model_get_abilities (self->model) : 0;
}

int
plt_grid_get_n_model_rows (PltGrid *self)
{
  return self->model != NULL ? (int) plt_grid_model_get_n_rows (self->model) : 0;
}

int
plt_grid_get_n_rows (PltGrid *self)
{
  gboolean new_row = self->new_row && (plt_grid_get_abilities (self) & PLT_GRID_CAN_INSERT) != 0;

  return plt_grid_get_n_model_rows (self) + (new_row ? 1 : 0);
}

int
plt_grid_get_n_columns (PltGrid *self)
{
  return plt_grid_axis_get_n_shown (self->axis);
}

gboolean
plt_grid_is_usable (PltGrid *self)
{
  return plt_grid_get_n_rows (self) > 0 && plt_grid_get_n_columns (self) > 0;
}

guint
plt_grid_to_model (PltGrid *self, int column)
{
  return (guint) plt_grid_axis_get_model (self->axis, column);
}

const PltGridColumn *
plt_grid_get_column (PltGrid *self, int column)
{
  return &g_array_index (self->columns, PltGridColumn, plt_grid_to_model (self, column));
}

void
plt_grid_read_cell (PltGrid *self, int row, int column, PltGridCell *cell)
{
  if (row < plt_grid_get_n_model_rows (self))
    plt_grid_model_get_cell (self->model, (guint) row, plt_grid_to_model (self, column), cell);
}

void
plt_grid_read_row (PltGrid *self, int row, PltGridRow *out)
{
  *out = (PltGridRow){ 0 };
  if (row < plt_grid_get_n_model_rows (self))
    plt_grid_model_get_row (self->model, (guint) row, out);
}

char *
plt_grid_read_edit_text (PltGrid *self, int row, int column)
{
  if (row >= plt_grid_get_n_model_rows (self))
    return g_strdup ("");
  return plt_grid_model_get_edit_text (self->model, (guint) row, plt_grid_to_model (self, column));
}

gboolean
plt_grid_is_editable (PltGrid *self, int row, int column)
{
  if (row >= plt_grid_get_n_model_rows (self))
    return (plt_grid_get_column (self, column)->flags & PLT_GRID_COLUMN_EDITABLE) != 0;
  return plt_grid_model_is_editable (self->model, (guint) row, plt_grid_to_model (self, column));
}

PltGridRange
plt_grid_get_range (PltGrid *self)
{
  return plt_grid_selection_get_range (&self->selection, plt_grid_get_n_rows (self),
                                       plt_grid_get_n_columns (self));
}

/* --- Cursor and selection --- */

static char *
describe_cell (PltGrid *self, PltGridCoord at, const PltGridCell *cell)
{
  const char *title = plt_grid_get_column (self, at.column)->title;
  PltGridRow row;

  if (at.row >= plt_grid_get_n_model_rows (self))
    /* Translators: read aloud: column */
    return g_strdup_printf (_ ("%s, new row"), title);
  plt_grid_read_row (self, at.row, &row);
  if (row.expandable && row.expanded)
    /* Translators: read aloud: column, row, text */
    return g_strdup_printf (_ ("%s, row %d, group open, %s"), title, at.row + 1, cell->text);
  if (row.expandable)
    /* Translators: read aloud: column, row, text */
    return g_strdup_printf (_ ("%s, row %d, group closed, %s"), title, at.row + 1, cell->text);
  if (cell->text[0] == '\0')
    /* Translators: read aloud: column, row */
    return g_strdup_printf (_ ("%s, row %d, empty"), title, at.row + 1);
  /* Translators: read aloud: column, row, text */
  return g_strdup_printf (_ ("%s, row %d, %s"), title, at.row + 1, cell->text);
}

void
plt_grid_describe_cursor (PltGrid *self, gboolean moved)
{
  GtkWidget *from = self->cursors[self->turn], *to = from;
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  g_autofree char *label = NULL;
  PltGridCoord at = self->selection.active;

  if (moved && gtk_widget_is_focus (from))
    {
      self->turn = !self->turn;
      to = self->cursors[self->turn];
    }
  if (plt_grid_is_usable (self))
    {
      plt_grid_read_cell (self, at.row, at.column, &cell);
      label = describe_cell (self, at, &cell);
    }
  else
    label = g_strdup (_ ("Empty table"));
  plt_grid_cursor_describe (PLT_GRID_CURSOR (to), label, cell.message != NULL ? cell.message : "",
                            at.row + 1, at.column + 1, (cell.flags & PLT_GRID_CELL_INVALID) != 0);
  if (to != from)
    {
      plt_grid_cursor_set_present (PLT_GRID_CURSOR (to), TRUE);
      gtk_widget_grab_focus (to);
      plt_grid_cursor_set_present (PLT_GRID_CURSOR (from), FALSE);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gint64
get_key (PltGrid *self, int row)
{
  return row < plt_grid_get_n_model_rows (self) ? plt_grid_model_get_key (self->model, (guint) row)
                                                : 0;
}

static void
keep_keys (PltGrid *self)
{
  self->active_key = get_key (self, self->selection.active.row);
  self->anchor_key = get_key (self, self->selection.anchor.row);
  self->lead_key = get_key (self, self->selection.lead.row);
  if (plt_grid_is_usable (self))
    plt_set_str (&self->active_id,
                 plt_grid_axis_get_id (self->axis, self->selection.active.column));
}

/* To be called after any change of `selection`; brings `show` into view. */
void
plt_grid_selection_changed (PltGrid *self, PltGridCoord show)
{
  plt_grid_selection_clamp (&self->selection, plt_grid_get_n_rows (self),
                            plt_grid_get_n_columns (self));
  keep_keys (self);
  plt_grid_hush (self);
  plt_grid_reveal (self, show);
  plt_grid_describe_cursor (self, TRUE);
  plt_grid_update_summary (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  plt_grid_notify_selection (self, TRUE);
}

void
plt_grid_place (PltGrid *self, PltGridCoord at)
{
  self->tab_column = -1;
  plt_grid_selection_place (&self->selection, at);
  plt_grid_selection_changed (self, at);
}

/* --- Following the model --- */

/* After columns came, went, moved or changed their width: cursor and editor stay in theirs. */
void
plt_grid_axis_changed (PltGrid *self)
{
  int column = self->active_id != NULL ? plt_grid_axis_find_id (self->axis, self->active_id) : -1;

  if (self->editor != NULL)
    {
      self->edited.column = plt_grid_axis_find_id (self->axis, self->edited_id);
      if (self->edited.column < 0)
        plt_grid_end_edit (self); /* no place is left to show it */
    }
  plt_grid_update_adjustments (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grid.show-columns",
                                 plt_grid_axis_get_n_hidden (self->axis) > 0);
  if (column >= 0 && column != self->selection.active.column)
    plt_grid_place (self, (PltGridCoord){ self->selection.active.row, column });
  else
    plt_grid_selection_changed (self, self->selection.active);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Wide enough for what the column says of its cells, and for its title, unless that is long or not
 * shown. */
static int
initial_width (PltGrid *self, const PltGridColumn *column)
{
  int char_width = plt_grid_text_get_char_width (self->text);
  gboolean sorts = (plt_grid_get_abilities (self) & PLT_GRID_CAN_SORT) != 0
                   && (column->flags & PLT_GRID_COLUMN_UNSORTED) == 0;
  int title = self->hide_header ? 0
                                : plt_grid_text_measure (self->text, column->title, FALSE)
                                      + (sorts ? ARROW_ROOM : 1);

  return MAX ((int) column->width * char_width, MIN (title, TITLE_CHARS * char_width))
         + 2 * PLT_GRID_PADDING;
}

/* Anew from the model: default order, widths from the font. */
void
plt_grid_build_axis (PltGrid *self)
{
  int n = self->model != NULL ? (int) plt_grid_model_get_n_columns (self->model) : 0;

  g_array_set_size (self->columns, 0);
  plt_grid_axis_clear (self->axis);
  self->any_editable = FALSE;
  for (int i = 0; i < n; i++)
    {
      PltGridColumn column;

      plt_grid_model_get_column (self->model, (guint) i, &column);
      g_array_append_val (self->columns, column);
      self->any_editable |= (column.flags & PLT_GRID_COLUMN_EDITABLE) != 0;
      plt_grid_axis_append (self->axis, column.id, i, initial_width (self, &column),
                            (column.flags & PLT_GRID_COLUMN_HIDDEN) != 0,
                            (column.flags & PLT_GRID_COLUMN_FROZEN) != 0);
    }
}

static void
columns_changed_cb (PltGrid *self)
{
  g_autofree char *layout = self->axis_touched ? plt_grid_get_layout (self) : NULL;

  plt_grid_stop_drag (self);
  plt_grid_build_axis (self);
  if (layout != NULL)
    plt_grid_axis_apply_string (self->axis, layout);
  plt_grid_axis_changed (self);
}

static void
cells_changed_cb (PltGrid *self, guint position, guint n_rows)
{
  PltGridRange range = plt_grid_get_range (self);
  int first = (int) position, end = (int) (position + n_rows);

  if (self->selection.active.row >= first && self->selection.active.row < end)
    plt_grid_describe_cursor (self, FALSE);
  if (range.row < end && range.row + range.n_rows > first)
    plt_grid_update_summary (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
relocate (PltGrid *self, int row, gint64 key, const guint splice[3])
{
  int position = (int) splice[0], removed = (int) splice[1], added = (int) splice[2];
  int at = plt_grid_splice_row (row, position, removed, added);

  if (at >= 0)
    return at;
  if (added > FEW_ROWS && PLT_GRID_MODEL_GET_IFACE (self->model)->find_key != NULL)
    {
      at = plt_grid_model_find_key (self->model, key);
      return at >= position && at < position + added ? at : -1;
    }
  for (at = position; at < position + added; at++)
    if (plt_grid_model_get_key (self->model, (guint) at) == key)
      return at;
  return -1;
}

static gboolean
is_row_visible (PltGrid *self, int row)
{
  int y = plt_grid_geometry_row_y (&self->geometry, row);

  return y >= self->geometry.header && y < self->geometry.height;
}

static void
rows_changed_cb (PltGrid *self, guint position, guint removed, guint added)
{
  const guint splice[3] = { position, removed, added };
  PltGridSelection *selection = &self->selection;
  int was = selection->active.row, first, end, scroll_y = self->geometry.scroll_y;
  gboolean was_visible = is_row_visible (self, was);
  int active = relocate (self, was, self->active_key, splice);
  int anchor = selection->anchor.row == was
                   ? active
                   : relocate (self, selection->anchor.row, self->anchor_key, splice);
  int lead = selection->lead.row == was
                 ? active
                 : relocate (self, selection->lead.row, self->lead_key, splice);
  int delta = ((int) added - (int) removed) * self->geometry.row_height;

  plt_grid_stop_drag (self);
  if (added > removed)
    self->added_row = (int) position;
  plt_grid_geometry_visible_rows (&self->geometry, &first, &end);
  if (self->editor != NULL)
    plt_grid_edit_follow (self, relocate (self, self->edited.row, self->edited_key, splice));

  if (active < 0)
    active = (int) position + MIN (was - (int) position, (int) added);
  /* A range whose ends no longer belong together shrinks to the cursor; whole columns stay. */
  if (anchor < 0 || lead < 0 || lead - anchor != selection->lead.row - selection->anchor.row
      || active < MIN (anchor, lead) || active > MAX (anchor, lead))
    {
      anchor = lead = active;
      if (selection->span == PLT_GRID_SPAN_CELLS)
        selection->anchor.column = selection->lead.column = selection->active.column;
    }
  selection->active.row = active;
  selection->anchor.row = anchor;
  selection->lead.row = lead;

  plt_grid_update_adjustments (self);
  plt_grid_selection_clamp (selection, self->geometry.n_rows, plt_grid_get_n_columns (self));
  if ((int) (position + removed) <= first && first > 0)
    plt_grid_scroll_to (self, self->geometry.scroll_x, scroll_y + delta);
  else if (was_visible && !is_row_visible (self, selection->active.row))
    plt_grid_scroll_to (self, self->geometry.scroll_x,
                        scroll_y + (selection->active.row - was) * self->geometry.row_height);

  keep_keys (self);
  plt_grid_describe_cursor (self, selection->active.row != was);
  plt_grid_update_summary (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  plt_grid_notify_selection (self, selection->active.row != was);
}

static void
sort_changed_cb (PltGrid *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self)); /* the mark in the header */
}

void
plt_grid_follow (PltGrid *self)
{
  g_signal_connect_swapped (self->model, "rows-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (self->model, "cells-changed", G_CALLBACK (cells_changed_cb), self);
  g_signal_connect_swapped (self->model, "columns-changed", G_CALLBACK (columns_changed_cb), self);
  g_signal_connect_swapped (self->model, "sort-changed", G_CALLBACK (sort_changed_cb), self);
}

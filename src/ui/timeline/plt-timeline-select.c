/* PltTimeline: rows chosen together, and what assistive technology hears of the cursor. */
#include <string.h>

#include "plt-text.h"
#include "plt-timeline-private.h"

static guint
n_rows (PltTimeline *self)
{
  return self->gantt != NULL ? self->gantt->rows->len : 0;
}

/* ---- rows chosen together ---- */

/* For other rows: none is chosen. */
void
plt_timeline_resize_selected (PltTimeline *self)
{
  g_free (self->selected);
  self->selected = g_new0 (guint8, n_rows (self) + 1);
  self->anchor = -1;
  if (self->cursor >= 0 && (guint) self->cursor < n_rows (self))
    self->selected[self->cursor] = TRUE;
}

gboolean
plt_timeline_is_selected (PltTimeline *self, guint row)
{
  g_return_val_if_fail (PLT_IS_TIMELINE (self), FALSE);

  return row < n_rows (self) && self->selected[row];
}

GArray *
plt_timeline_get_selected (PltTimeline *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (PLT_IS_TIMELINE (self), rows);

  for (guint i = 0; i < n_rows (self); i++)
    if (self->selected[i])
      g_array_append_val (rows, i);
  return rows;
}

void
plt_timeline_set_selected (PltTimeline *self, const GArray *rows)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (n_rows (self) == 0)
    return;
  memset (self->selected, FALSE, n_rows (self));
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_array_index (rows, guint, i) < n_rows (self))
      self->selected[g_array_index (rows, guint, i)] = TRUE;
  plt_timeline_tell (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_range (PltTimeline *self, int from, int to)
{
  memset (self->selected, FALSE, n_rows (self));
  memset (self->selected + MIN (from, to), TRUE, (gsize) ABS (to - from) + 1);
}

void
plt_timeline_walk (PltTimeline *self, int row)
{
  if (n_rows (self) == 0)
    return;
  plt_timeline_set_cursor (self, CLAMP (row, 0, (int) n_rows (self) - 1));
  plt_timeline_emit_cursor (self);
}

void
plt_timeline_pick (PltTimeline *self, int row, GdkModifierType state)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  if (n_rows (self) == 0)
    return;
  plt_timeline_choose_link (self, -1);
  row = CLAMP (row, 0, (int) n_rows (self) - 1);
  if ((state & GDK_SHIFT_MASK) != 0)
    {
      if (self->anchor < 0)
        self->anchor = self->cursor >= 0 ? self->cursor : row;
      select_range (self, self->anchor, row);
    }
  else if ((state & GDK_CONTROL_MASK) != 0)
    {
      self->selected[row] = !self->selected[row];
      self->anchor = row;
    }
  else
    {
      select_range (self, row, row);
      self->anchor = row;
    }
  plt_timeline_walk (self, row);
  plt_timeline_tell (self, FALSE);
  plt_timeline_emit_selection (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_timeline_choose (PltTimeline *self, int row)
{
  plt_timeline_pick (self, row, 0);
}

void
plt_timeline_pick_all (PltTimeline *self)
{
  if (n_rows (self) == 0)
    return;
  select_range (self, 0, (int) n_rows (self) - 1);
  plt_timeline_tell (self, FALSE);
  plt_timeline_emit_selection (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- what is heard ---- */

void
plt_timeline_set_describe (PltTimeline *self, PltTimelineDescribe describe, gpointer data)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  self->describe = describe;
  self->describe_data = data;
  plt_timeline_tell (self, FALSE);
}

const char *
plt_timeline_get_told (PltTimeline *self)
{
  g_return_val_if_fail (PLT_IS_TIMELINE (self), NULL);

  return self->told;
}

gboolean
plt_timeline_has_keyboard (PltTimeline *self)
{
  return gtk_widget_has_focus (self->cursors[0]) || gtk_widget_has_focus (self->cursors[1]);
}

/* One line: the name, then what there is to say; of the link that is chosen, or of one that is
 * drawn, what it says. */
static char *
words_of (PltTimeline *self, guint row, char **description)
{
  const PltGanttRow *bar = &g_array_index (self->gantt->rows, PltGanttRow, row);
  g_autofree char *lines = NULL;

  if (self->link >= 0)
    lines = plt_timeline_link_details (self, (guint) self->link);
  else if (self->describe != NULL)
    lines = self->describe (row, self->describe_data);
  *description = lines != NULL ? g_strdelimit (g_steal_pointer (&lines), "\n", ',') : g_strdup ("");
  if (self->link >= 0)
    return plt_timeline_link_words (self, (guint) self->link);
  if (plt_timeline_is_dragging (self) && self->words != NULL)
    return g_strdup (self->words);
  return g_strdup (bar->label);
}

void
plt_timeline_tell (PltTimeline *self, gboolean moved)
{
  g_autofree char *label = NULL, *description = NULL, *told = NULL;
  gboolean focused;
  gboolean has = self->cursor >= 0 && (guint) self->cursor < n_rows (self);

  if (self->cursors[0] == NULL) /* it goes away */
    return;
  focused = plt_timeline_has_keyboard (self);
  if (has)
    label = words_of (self, (guint) self->cursor, &description);
  told = has ? g_strdup_printf ("%s: %s", label, description) : g_strdup ("");
  if (plt_set_str (&self->told, told))
    moved = TRUE; /* what stands elsewhere is heard as if the cursor had moved */
  if (moved && focused)
    self->turn = 1 - self->turn;
  plt_item_cursor_describe (PLT_ITEM_CURSOR (self->cursors[self->turn]), has ? label : "",
                            has ? description : "", self->cursor + 1, (int) n_rows (self),
                            has && self->selected[self->cursor]);
  plt_item_cursor_set_present (PLT_ITEM_CURSOR (self->cursors[self->turn]), TRUE);
  if (moved && focused)
    gtk_widget_grab_focus (self->cursors[self->turn]);
  plt_item_cursor_set_present (PLT_ITEM_CURSOR (self->cursors[1 - self->turn]), FALSE);
  if (moved)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Over the bar of the cursor as far as it is in sight, else over its row. */
void
plt_timeline_place_cursor (PltTimeline *self)
{
  double x0 = 0, x1 = self->view.width, y = self->view.head;

  if (self->gantt != NULL && self->cursor >= 0 && (guint) self->cursor < n_rows (self))
    {
      y = plt_gantt_view_y (&self->view, (guint) self->cursor);
      if (plt_gantt_view_bar (&self->view, self->gantt, (guint) self->cursor, &x0, &x1))
        {
          x0 = CLAMP (x0, 0, self->view.width - 1);
          x1 = CLAMP (x1, x0 + 1, MAX (self->view.width, x0 + 1));
        }
    }
  gtk_widget_size_allocate (self->cursors[self->turn],
                            &(GtkAllocation){ (int) x0, (int) y, MAX ((int) (x1 - x0), 1),
                                              MAX ((int) self->view.row, 1) },
                            -1);
}

/* PltGrid: editing a cell. The editor lies over the cell; what the model refuses stays in it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"
#include "plt-grid-private.h"

#define MAX_NOTICE_CHARS 56

/* --- One sentence below the cell --- */

void
plt_grid_hush (PltGrid *self)
{
  if (self->notice == NULL)
    return;
  g_clear_pointer (&self->notice, gtk_widget_unparent);
  self->notice_error = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_grid_say (PltGrid *self, const char *sentence, gboolean error)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const GdkRGBA *color = &self->colors->error_text;

  plt_grid_hush (self);
  self->notice_error = error;
  self->notice = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                               "label", sentence, NULL);
  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (color->red * 65535),
                                                                 (guint16) (color->green * 65535),
                                                                 (guint16) (color->blue * 65535)));
  gtk_label_set_attributes (GTK_LABEL (self->notice), attributes);
  gtk_label_set_wrap (GTK_LABEL (self->notice), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->notice), MAX_NOTICE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (self->notice), 0);
  gtk_widget_set_can_target (self->notice, FALSE);
  gtk_widget_set_margin_start (self->notice, 6);
  gtk_widget_set_margin_end (self->notice, 6);
  gtk_widget_set_margin_top (self->notice, 3);
  gtk_widget_set_margin_bottom (self->notice, 3);
  gtk_widget_set_parent (self->notice, GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plt_grid_show_notice:
 * @sentence: what to say
 *
 * Shows a sentence under the cell with the cursor until the cursor moves.
 */
void
plt_grid_show_notice (PltGrid *self, const char *sentence)
{
  g_return_if_fail (PLT_IS_GRID (self));

  plt_grid_say (self, sentence, FALSE);
}

/* --- The editor --- */

/* Grows to the right with what is typed, as far as the grid goes. */
PltGridRect
plt_grid_get_editor_rect (PltGrid *self)
{
  PltGridRect rect = plt_grid_get_cell_rect (self, self->edited);
  int wanted = plt_grid_editor_get_wanted_width (PLT_GRID_EDITOR (self->editor));
  int room = self->geometry.width - rect.x - 2;

  rect.width = MAX (rect.width - 1, MIN (wanted, room));
  rect.height -= 1;
  return rect;
}

/* Tells the model what is being typed; NULL when the typing ended. A new row is not there yet. */
static void
try_text (PltGrid *self, const char *text)
{
  if (!self->edited_gone && self->edited.row < plt_grid_get_n_model_rows (self))
    plt_grid_model_try_text (self->model, (guint) self->edited.row,
                             plt_grid_to_model (self, self->edited.column), text, NULL);
}

static void
changed_cb (PltGrid *self)
{
  plt_grid_hush (self);
  try_text (self, plt_grid_editor_get_text (PLT_GRID_EDITOR (self->editor)));
}

static void
give_up_cb (PltGrid *self)
{
  plt_grid_cancel_edit (self);
}

static void
finish_cb (PltGrid *self, int move)
{
  plt_grid_finish_edit (self, move);
}

static void
finish_all_cb (PltGrid *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  plt_grid_editor_settle (PLT_GRID_EDITOR (self->editor));
  text = g_strdup (plt_grid_editor_get_text (PLT_GRID_EDITOR (self->editor)));
  if (plt_grid_fill_with (self, text, &error))
    plt_grid_end_edit (self);
  else
    plt_grid_say (self, error->message, TRUE);
}

static void
left_cb (PltGrid *self)
{
  /* Refused, it stays open with its sentence, wherever the keyboard is now. */
  if (!self->ending)
    plt_grid_commit_edit (self);
}

static void
show_proposals (PltGrid *self)
{
  const PltGridColumn *column = plt_grid_get_column (self, self->edited.column);
  g_auto (GStrv) proposals = plt_grid_model_get_completions (
      self->model, (guint) self->edited.row, plt_grid_to_model (self, self->edited.column));

  plt_grid_editor_set_words (PLT_GRID_EDITOR (self->editor),
                             (column->flags & PLT_GRID_COLUMN_WORDS) != 0);
  if (proposals != NULL && proposals[0] != NULL)
    plt_grid_editor_set_proposals (PLT_GRID_EDITOR (self->editor), (const char *const *) proposals,
                                   (column->flags & PLT_GRID_COLUMN_CHOICES) != 0);
}

/* Opens the editor on the cell with the cursor. `text` NULL: on what the cell holds. */
gboolean
plt_grid_begin_edit (PltGrid *self, const char *text, gboolean typed)
{
  PltGridCoord at = self->selection.active;
  gboolean new_row = at.row >= plt_grid_get_n_model_rows (self);
  const char *cursor_label
      = plt_grid_cursor_get_label (PLT_GRID_CURSOR (self->cursors[self->turn]));

  if (!plt_grid_is_usable (self) || self->editor != NULL)
    return FALSE;
  if (!plt_grid_is_editable (self, at.row, at.column))
    {
      plt_grid_say (self, _ ("This cell is computed: it cannot be typed in."), FALSE);
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  plt_grid_hush (self);
  plt_grid_reveal (self, at);
  self->edited = at;
  self->edited_key = new_row ? 0 : plt_grid_model_get_key (self->model, (guint) at.row);
  self->edited_id = g_strdup (plt_grid_axis_get_id (self->axis, at.column));
  self->edited_from = plt_grid_read_edit_text (self, at.row, at.column);
  self->edited_gone = FALSE;
  self->editor
      = plt_grid_editor_new (text != NULL ? text : self->edited_from, typed, &self->colors->text);
  plt_grid_editor_set_label (PLT_GRID_EDITOR (self->editor), cursor_label);
  show_proposals (self);
  g_signal_connect_swapped (self->editor, "finish", G_CALLBACK (finish_cb), self);
  g_signal_connect_swapped (self->editor, "finish-all", G_CALLBACK (finish_all_cb), self);
  g_signal_connect_swapped (self->editor, "give-up", G_CALLBACK (give_up_cb), self);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->editor, "left", G_CALLBACK (left_cb), self);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor);
  if (typed)
    try_text (self, text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  plt_grid_notify_editing (self);
  return TRUE;
}

/* Takes the editor away without asking. */
void
plt_grid_end_edit (PltGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editor == NULL || self->ending)
    return;
  self->ending = TRUE;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->editor))
    gtk_widget_grab_focus (self->cursors[self->turn]);
  g_signal_handlers_disconnect_by_data (self->editor, self);
  try_text (self, NULL);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->edited_from, g_free);
  g_clear_pointer (&self->edited_id, g_free);
  self->ending = FALSE;
  plt_grid_hush (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  plt_grid_notify_editing (self);
}

/* The rows changed while a cell is edited. */
void
plt_grid_edit_follow (PltGrid *self, int row)
{
  if (row >= 0)
    {
      self->edited.row = row;
      return;
    }
  self->edited.row = MIN (self->edited.row, MAX (plt_grid_get_n_rows (self) - 1, 0));
  self->edited_gone = TRUE;
}

/* Gives the text to the model. */
static gboolean
commit (PltGrid *self, const char *text, GError **error)
{
  guint column = plt_grid_to_model (self, self->edited.column);

  if (self->edited_gone)
    {
      g_set_error_literal (
          error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
          _ ("The row of this cell was deleted. Copy the text if you need it, then press Escape."));
      return FALSE;
    }
  if (g_str_equal (text, self->edited_from))
    return TRUE;
  if (self->edited.row >= plt_grid_get_n_model_rows (self))
    return plt_grid_set_new_row_text (self, self->edited.column, text, error);
  return plt_grid_model_set_text (self->model, (guint) self->edited.row, column, text, error);
}

/**
 * plt_grid_commit_edit:
 *
 * Gives what is being typed, if anything, to the model.
 *
 * Returns: FALSE when the model refused it: the editor stays, with the sentence below it
 */
gboolean
plt_grid_commit_edit (PltGrid *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PLT_IS_GRID (self), FALSE);

  if (self->editor == NULL || self->ending)
    return TRUE;
  plt_grid_editor_settle (PLT_GRID_EDITOR (self->editor));
  text = g_strdup (plt_grid_editor_get_text (PLT_GRID_EDITOR (self->editor)));
  /* While the model works, the editor may not go with the focus it loses meanwhile. */
  self->ending = TRUE;
  if (!commit (self, text, &error))
    {
      self->ending = FALSE;
      plt_grid_say (self, error->message, TRUE);
      return FALSE;
    }
  self->ending = FALSE;
  plt_grid_end_edit (self);
  return TRUE;
}

/* Commits, then moves as Enter, Tab or an arrow asks. */
void
plt_grid_finish_edit (PltGrid *self, int move)
{
  gboolean new_row = self->edited.row >= plt_grid_get_n_model_rows (self);
  int column = self->edited.column;

  self->added_row = -1;
  if (!plt_grid_commit_edit (self))
    return;
  if (new_row && self->added_row >= 0)
    {
      int tab_column = self->tab_column;

      plt_grid_place (self, (PltGridCoord){ self->added_row, column });
      self->tab_column = tab_column;
      /* Enter goes on to the next new row, wherever the order put this one. */
      if (move == PLT_GRID_MOVE_DOWN)
        plt_grid_selection_place (&self->selection,
                                  (PltGridCoord){ plt_grid_get_n_model_rows (self) - 1, column });
    }
  if (move >= 0)
    plt_grid_walk_on (self, (PltGridMove) move);
}

/**
 * plt_grid_edit:
 *
 * Opens the editor on the cell with the cursor, on what it holds.
 *
 * Returns: FALSE when the cell cannot be edited
 */
gboolean
plt_grid_edit (PltGrid *self)
{
  g_return_val_if_fail (PLT_IS_GRID (self), FALSE);

  return plt_grid_begin_edit (self, NULL, FALSE);
}

/**
 * plt_grid_cancel_edit:
 *
 * Gives up what is being typed.
 */
void
plt_grid_cancel_edit (PltGrid *self)
{
  g_return_if_fail (PLT_IS_GRID (self));

  plt_grid_end_edit (self);
}

void
plt_grid_open_completions (PltGrid *self)
{
  if (self->editor == NULL && !plt_grid_begin_edit (self, NULL, FALSE))
    return;
  plt_grid_editor_open_proposals (PLT_GRID_EDITOR (self->editor));
}

/* PltGrid: clipboard, filling, emptying, rows. Each is one request to the model, so one command to
 * undo. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-grid-private.h"

/* --- Many cells at once --- */

/* Edits in view coordinates become those of the model; cells that cannot be typed in are left out
 * and counted. */
static GArray *
to_model_edits (PltGrid *self, const GArray *edits, int *n_skipped)
{
  GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (PltGridEdit), edits->len);

  *n_skipped = 0;
  for (guint i = 0; i < edits->len; i++)
    {
      PltGridEdit edit = g_array_index (edits, PltGridEdit, i);

      if (!plt_grid_is_editable (self, edit.row, edit.column))
        {
          ++*n_skipped;
          continue;
        }
      edit.column = (int) plt_grid_to_model (self, edit.column);
      g_array_append_val (result, edit);
    }
  return result;
}

static gboolean
set_many (PltGrid *self, const GArray *edits, guint n_new_rows, int *n_skipped, GError **error)
{
  g_autoptr (GArray) wanted = to_model_edits (self, edits, n_skipped);

  if (wanted->len == 0 && n_new_rows == 0)
    return TRUE;
  return plt_grid_model_set_many (self->model, (const PltGridEdit *) (void *) wanted->data,
                                  wanted->len, n_new_rows, error);
}

/* Sets many cells and says what did not go as asked. */
static gboolean
set_and_tell (PltGrid *self, const GArray *edits, guint n_new_rows, int n_lost)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *skipped = NULL, *lost = NULL, *sentence = NULL;
  int n_skipped;

  if (!set_many (self, edits, n_new_rows, &n_skipped, &error))
    {
      plt_grid_say (self, error->message, TRUE);
      return FALSE;
    }
  if (n_skipped > 0)
    skipped = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d computed cell was left as it is.",
                                            "%d computed cells were left as they are.",
                                            (gulong) n_skipped),
                               n_skipped);
  if (n_lost > 0)
    lost = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d cell did not fit into the table and was left out.",
                     "%d cells did not fit into the table and were left out.", (gulong) n_lost),
        n_lost);
  if (skipped == NULL && lost == NULL)
    return TRUE;
  sentence
      = g_strconcat (skipped != NULL ? skipped : "", skipped != NULL && lost != NULL ? " " : "",
                     lost != NULL ? lost : "", NULL);
  plt_grid_say (self, sentence, FALSE);
  return TRUE;
}

/* The selection without the line for a new row. */
static PltGridRange
get_model_range (PltGrid *self)
{
  PltGridRange range = plt_grid_get_range (self);

  range.n_rows = MAX (MIN (range.n_rows, plt_grid_get_n_model_rows (self) - range.row), 0);
  return range;
}

static GArray *
collect_edits (const PltGridRange *range, const char *text)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (PltGridEdit));

  for (int row = range->row; row < range->row + range->n_rows; row++)
    for (int column = range->column; column < range->column + range->n_columns; column++)
      {
        PltGridEdit edit = { row, column, text };

        g_array_append_val (edits, edit);
      }
  return edits;
}

/* --- Clipboard --- */

/* The selected cells as tab-separated lines. */
char *
plt_grid_copy_text (PltGrid *self)
{
  PltGridRange range = get_model_range (self);
  g_autoptr (PltGridTable) table = NULL;

  if (range.n_rows == 0 || range.n_columns == 0)
    return NULL;
  if (range.n_rows == 1 && range.n_columns == 1)
    return plt_grid_read_edit_text (self, range.row, range.column); /* into a text: no line end */
  table = plt_grid_table_new (range.n_rows, range.n_columns);
  for (int row = 0; row < range.n_rows; row++)
    for (int column = 0; column < range.n_columns; column++)
      plt_grid_table_take (table, row, column,
                           plt_grid_read_edit_text (self, range.row + row, range.column + column));
  return plt_grid_table_to_tsv (table);
}

void
plt_grid_copy (PltGrid *self)
{
  g_autofree char *text = plt_grid_copy_text (self);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

void
plt_grid_clear_cells (PltGrid *self)
{
  PltGridRange range = get_model_range (self);
  g_autoptr (GArray) edits = collect_edits (&range, "");

  set_and_tell (self, edits, 0, 0);
}

void
plt_grid_cut (PltGrid *self)
{
  plt_grid_copy (self);
  plt_grid_clear_cells (self);
}

/* What plt_grid_paste() does with the text it reads. */
void
plt_grid_paste_text (PltGrid *self, const char *tsv)
{
  g_autoptr (PltGridTable) table = plt_grid_table_parse (tsv);
  gboolean can_append = (plt_grid_get_abilities (self) & PLT_GRID_CAN_INSERT) != 0;
  int n_rows = plt_grid_get_n_model_rows (self), n_columns = plt_grid_get_n_columns (self);
  g_auto (PltGridPastePlan) plan = { 0 };
  PltGridRange range = get_model_range (self);

  if (table == NULL)
    {
      plt_grid_say (self, _ ("The clipboard holds too much to be pasted at once."), TRUE);
      return;
    }
  if (range.n_rows == 0)
    range = (PltGridRange){ n_rows, self->selection.active.column, 1, 1 };
  plt_grid_paste_plan (table, &range, n_rows, n_columns, can_append, &plan);
  if (!set_and_tell (self, plan.edits, (guint) plan.n_new_rows, plan.n_lost))
    return;
  if (plan.target.n_rows > 0 && plan.target.n_columns > 0)
    {
      GtkWidget *notice = g_steal_pointer (&self->notice); /* what was said stays */

      plt_grid_selection_set_range (&self->selection, &plan.target);
      plt_grid_selection_changed (self, self->selection.active);
      self->notice = notice;
    }
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltGrid) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    return;
  if (text == NULL)
    plt_grid_say (self, _ ("The clipboard holds no text to paste."), FALSE);
  else if (self->editor == NULL)
    plt_grid_paste_text (self, text);
}

void
plt_grid_paste (PltGrid *self)
{
  if (!plt_grid_is_usable (self))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 pasted_cb, g_object_ref (self));
}

/* --- Filling --- */

/* Down: the first row of the selection into the others, or the row above into a single one. */
void
plt_grid_fill (PltGrid *self, gboolean down)
{
  PltGridRange range = get_model_range (self), target = range;
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) edits = NULL;
  int *n = down ? &target.n_rows : &target.n_columns;
  int *first = down ? &target.row : &target.column;
  int from;

  if (range.n_rows == 0 || range.n_columns == 0)
    return;
  from = *n > 1 ? *first : *first - 1;
  if (from < 0)
    return;
  if (*n > 1)
    {
      ++*first;
      --*n;
    }
  for (int i = 0; i < (down ? range.n_columns : range.n_rows); i++)
    g_ptr_array_add (sources, down ? plt_grid_read_edit_text (self, from, range.column + i)
                                   : plt_grid_read_edit_text (self, range.row + i, from));
  edits = collect_edits (&target, "");
  for (guint i = 0; i < edits->len; i++)
    {
      PltGridEdit *edit = &g_array_index (edits, PltGridEdit, i);

      edit->text = g_ptr_array_index (
          sources, (guint) (down ? edit->column - target.column : edit->row - target.row));
    }
  set_and_tell (self, edits, 0, 0);
}

/* Ctrl+Enter in the editor: the text into each selected cell. */
gboolean
plt_grid_fill_with (PltGrid *self, const char *text, GError **error)
{
  PltGridRange range = get_model_range (self);
  g_autoptr (GArray) edits = NULL;
  int n_skipped;

  if (range.n_rows == 0)
    return plt_grid_set_new_row_text (self, self->selection.active.column, text, error);
  edits = collect_edits (&range, text);
  return set_many (self, edits, 0, &n_skipped, error);
}

gboolean
plt_grid_set_new_row_text (PltGrid *self, int column, const char *text, GError **error)
{
  PltGridEdit edit
      = { plt_grid_get_n_model_rows (self), (int) plt_grid_to_model (self, column), text };

  return plt_grid_model_set_many (self->model, &edit, 1, 1, error);
}

/* --- Rows --- */

/* As many rows as are selected, above them; the cursor goes to the first of them. */
void
plt_grid_insert_rows (PltGrid *self)
{
  PltGridRange range = plt_grid_get_range (self);
  g_autoptr (GError) error = NULL;
  int at = MIN (range.row, plt_grid_get_n_model_rows (self));

  if ((plt_grid_get_abilities (self) & PLT_GRID_CAN_INSERT) == 0)
    return;
  self->added_row = -1;
  if (!plt_grid_model_insert_rows (self->model, (guint) at, (guint) MAX (range.n_rows, 1), &error))
    plt_grid_say (self, error->message, TRUE);
  else if (self->added_row >= 0)
    plt_grid_place (self, (PltGridCoord){ self->added_row, range.column });
}

void
plt_grid_delete_rows (PltGrid *self)
{
  PltGridRange range = get_model_range (self);
  g_autoptr (GError) error = NULL;

  if ((plt_grid_get_abilities (self) & PLT_GRID_CAN_DELETE) == 0 || range.n_rows == 0)
    return;
  if (!plt_grid_model_delete_rows (self->model, (guint) range.row, (guint) range.n_rows, &error))
    plt_grid_say (self, error->message, TRUE);
}

/* Before what is now row `to`. */
void
plt_grid_move_rows (PltGrid *self, int to)
{
  PltGridRange range = get_model_range (self);
  g_autoptr (GError) error = NULL;

  if ((plt_grid_get_abilities (self) & PLT_GRID_CAN_MOVE) == 0 || range.n_rows == 0 || to < 0
      || to > plt_grid_get_n_model_rows (self)
      || (to >= range.row && to <= range.row + range.n_rows))
    return;
  if (!plt_grid_model_move_rows (self->model, (guint) range.row, (guint) range.n_rows, (guint) to,
                                 &error))
    plt_grid_say (self, error->message, TRUE);
}

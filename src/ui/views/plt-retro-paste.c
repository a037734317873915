/* Rows of a spreadsheet that become tasks below the one pointed at, in its phase and its group.
 *
 * A first row that names the column of tasks says what the columns are: each goes where its title
 * is, what the table has no column for is left. Without it they are, in order: task, duration,
 * beginning, end; a first column of numbers alone is left, it counts the rows of that other table.
 * All rows are taken or none, and undone as one. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-grid-tsv.h"
#include "plt-retro-commands.h"
#include "plt-retro-model-private.h"
#include "plt-retro-page-private.h"
#include "plt-rows.h"
#include "plt-text.h"

#define LEFT (-1)

/* ---- what the columns are ---- */

static int
column_called (PltRetroModel *self, const char *title)
{
  g_autofree char *wanted = plt_text_fold (title);

  for (guint column = 0; column < PLT_RETRO_N_COLUMNS; column++)
    {
      PltGridColumn shown = { 0 };
      g_autofree char *folded = NULL;

      plt_retro_get_column (PLT_GRID_MODEL (self), column, &shown);
      folded = plt_text_fold (shown.title);
      if (strcmp (folded, wanted) == 0)
        return (int) column;
    }
  return LEFT;
}

static gboolean
counts_rows (const PltGridTable *table)
{
  if (table->n_columns < 2)
    return FALSE;
  for (int row = 0; row < table->n_rows; row++)
    {
      const char *text = plt_grid_table_get (table, row, 0);

      if (strspn (text, "0123456789") != strlen (text))
        return FALSE;
    }
  return TRUE;
}

/* For each column of the table one of ours, or LEFT. Returns the first row that is a task. */
static int
read_head (PltRetroModel *self, const PltGridTable *table, int *columns)
{
  static const int usual[] = { PLT_RETRO_COLUMN_NAME, PLT_RETRO_COLUMN_DAYS, PLT_RETRO_COLUMN_START,
                               PLT_RETRO_COLUMN_FINISH };
  const int skipped = counts_rows (table) ? 1 : 0;
  gboolean named = FALSE;

  for (int i = 0; i < table->n_columns; i++)
    {
      columns[i] = column_called (self, plt_grid_table_get (table, 0, i));
      named = named || columns[i] == PLT_RETRO_COLUMN_NAME;
    }
  if (named)
    return 1;
  for (int i = 0; i < table->n_columns; i++)
    columns[i]
        = i >= skipped && i - skipped < (int) G_N_ELEMENTS (usual) ? usual[i - skipped] : LEFT;
  return 0;
}

/* ---- the command ---- */

typedef struct
{
  const GArray *made; /* of gint64 */
  gint64 after;
} Move;

static gboolean
move_below (PltStore *store, gpointer data, GError **error)
{
  const Move *work = data;
  const PltTable *table = plt_table_find ("task");
  gint64 after = work->after;

  for (guint i = 0; i < work->made->len; i++)
    {
      gint64 one = g_array_index (work->made, gint64, i);
      g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, "position", error);
      guint index = 0;

      if (ids == NULL)
        return FALSE;
      for (guint at = 0; at < ids->len; at++)
        {
          index += g_array_index (ids, gint64, at) != one ? 1 : 0;
          if (g_array_index (ids, gint64, at) == after)
            break;
        }
      if (!plt_rows_move (store, table, one, index, error))
        return FALSE;
      after = one;
    }
  return TRUE;
}

GArray *
plt_retro_model_paste (PltRetroModel *self, int at, const char *text, GError **error)
{
  static guint n_pasted; /* what is pasted twice is undone twice */
  g_autoptr (PltGridTable) table = plt_grid_table_parse (text);
  const PltRetroLine *line = at >= 0 ? plt_retro_model_get_line (self, (guint) at) : NULL;
  const int n = (int) plt_grid_model_get_n_rows (PLT_GRID_MODEL (self));
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (PltGridEdit));
  g_autoptr (GArray) made = NULL;
  g_autofree int *columns = NULL;
  g_autofree char *key = NULL;
  PltRetroPlace place = { NULL, 0 };
  int rows = 0;

  if (table != NULL)
    columns = g_new (int, (gsize) table->n_columns);
  for (int row = table != NULL ? read_head (self, table, columns) : 0;
       table != NULL && row < table->n_rows; row++)
    {
      const guint before = edits->len;

      for (int i = 0; i < table->n_columns; i++)
        {
          g_autofree char *cell = plt_text_squeeze (plt_grid_table_get (table, row, i));
          const PltGridEdit edit = { n + rows, columns[i], plt_grid_table_get (table, row, i) };

          if (*cell != '\0' && columns[i] != LEFT)
            g_array_append_val (edits, edit);
        }
      rows += edits->len > before ? 1 : 0;
    }
  if (rows == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("Nothing to paste: copy rows of a spreadsheet first, the task in the "
                              "first column, then its duration, its beginning and its end."));
      return NULL;
    }
  if (line != NULL && line->row != NULL && line->row->task != NULL)
    {
      place.phase = line->row->phase;
      place.parent
          = line->row->kind == PLT_RETRO_GROUP ? line->row->task->id : line->row->task->parent;
    }
  key = g_strdup_printf ("retro-paste-%u", n_pasted++);
  {
    Move work = { NULL, place.phase != NULL ? line->row->task->id : 0 };
    const PltCommand command = { _ ("Paste tasks"), key, move_below, &work };

    if (!plt_retro_put_many (self, &place, key, (const PltGridEdit *) (gconstpointer) edits->data,
                             edits->len, (guint) rows, &made, error))
      return NULL;
    work.made = made;
    if (work.after != 0 && !plt_store_run (plt_retro_model_get_store (self), &command, error))
      return NULL;
  }
  return g_steal_pointer (&made);
}

/* ---- from the clipboard ---- */

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltRetroPage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GArray) made = NULL;
  g_autofree char *told = NULL;
  GError *error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  made = plt_retro_model_paste (self->model, plt_retro_page_get_row (self),
                                text != NULL ? text : "", &error);
  if (made == NULL)
    {
      plt_session_take_error (self->session, error);
      return;
    }
  plt_retro_page_select_ref (self, (PltRef){ "task", g_array_index (made, gint64, 0), NULL });
  told = g_strdup_printf (ngettext ("%u task was pasted", "%u tasks were pasted", made->len),
                          made->len);
  plt_session_toast (self->session, told, _ ("Undo"), "win.undo");
}

void
plt_retro_page_paste (PltRetroPage *self)
{
  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text,
                                 g_object_ref (self));
}

#include "plt-add-row.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-dialog.h"
#include "plt-ref-button.h"
#include "plt-rows.h"

typedef struct
{
  GtkWidget *owner;
  PltSession *session;
  const PltTable *table;
  gboolean (*presets) (PltBatch *batch, gpointer user_data, GError **error);
  PltRowAdded added;
  gpointer user_data;

  PltDialog *dialog;  /* NULL when nothing is required */
  GPtrArray *editors; /* one for each of columns */
  GPtrArray *columns; /* PltColumn */
} AddRow;

static void
add_row_free (AddRow *self)
{
  g_object_unref (self->session);
  g_ptr_array_unref (self->editors);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static GtkWidget *
new_editor (AddRow *self, const PltColumn *column)
{
  GtkWidget *editor;

  if (column->type == PLT_COLUMN_REFERENCE)
    {
      editor = plt_ref_button_new (self->session, plt_table_find (column->reference), FALSE);
      plt_ref_button_set_name (PLT_REF_BUTTON (editor), plt_column_title (column));
      return editor;
    }
  if (column->type == PLT_COLUMN_CHOICE && (column->flags & PLT_COLUMN_OPEN) == 0)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) titles = NULL;

      for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
        g_strv_builder_add (builder, plt_choice_title (choice));
      titles = g_strv_builder_end (builder);
      return gtk_drop_down_new_from_strings ((const char *const *) titles);
    }
  editor = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (editor), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (editor), 28);
  return editor;
}

static gboolean
read_editor (AddRow *self, guint i, PltValue *value, GError **error)
{
  const PltColumn *column = g_ptr_array_index (self->columns, i);
  GtkWidget *editor = g_ptr_array_index (self->editors, i);

  if (PLT_IS_REF_BUTTON (editor))
    {
      gint64 id = plt_ref_button_get_chosen (PLT_REF_BUTTON (editor));

      if (id != 0)
        plt_value_take (value, plt_value_integer (id));
      return TRUE;
    }
  if (GTK_IS_DROP_DOWN (editor))
    {
      guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (editor));

      plt_value_take (value, plt_value_text (column->choices[at].id));
      return TRUE;
    }
  return plt_store_parse_value (plt_session_get_store (self->session), column,
                                gtk_editable_get_text (GTK_EDITABLE (editor)), value, error);
}

static gboolean
add (AddRow *self, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *label = g_strdup_printf (_ ("Add: %s"), _ (self->table->singular));

  plt_batch_insert (batch, self->table->id);
  if (self->presets != NULL && !self->presets (batch, self->user_data, error))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const PltColumn *column = g_ptr_array_index (self->columns, i);
      g_auto (PltValue) value = PLT_VALUE_INIT;

      if (!read_editor (self, i, &value, error))
        return FALSE;
      plt_batch_set_value (batch, column->id, &value);
    }
  if (!plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, &ids, error))
    return FALSE;
  if (self->added != NULL)
    self->added (g_array_index (ids, gint64, 0), self->user_data);
  return TRUE;
}

static void
on_accepted (AddRow *self)
{
  g_autoptr (GError) error = NULL;

  if (add (self, &error))
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  else
    plt_dialog_set_message (self->dialog, error->message);
}

/* Whether the row begins with a value for that column already. */
static gboolean
is_preset (AddRow *self, const PltColumn *column)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltEdit *edit;

  if (self->presets == NULL)
    return FALSE;
  plt_batch_insert (batch, self->table->id);
  if (!self->presets (batch, self->user_data, NULL))
    return FALSE;
  edit = plt_batch_get_edit (batch, 0);
  for (guint i = 0; i < edit->values->len; i++)
    if (g_array_index (edit->values, PltEditValue, i).column == column)
      return TRUE;
  return FALSE;
}

/* The store itself finds the current schedule and budget of a row that requires one. */
static gboolean
is_found_by_store (const PltColumn *column)
{
  return column->type == PLT_COLUMN_REFERENCE
         && (g_str_equal (column->reference, "schedule")
             || g_str_equal (column->reference, "budget")
             || g_str_equal (column->reference, "script_version"));
}

/* The last day of what begins on a required one: a closing of August is said in one go. */
static gboolean
ends_a_range (AddRow *self, const PltColumn *column)
{
  const PltColumn *first = column > self->table->columns ? column - 1 : NULL;

  return first != NULL && column->type == PLT_COLUMN_DATE && first->type == PLT_COLUMN_DATE
         && (first->flags & PLT_COLUMN_REQUIRED) != 0 && g_str_has_prefix (first->id, "from_")
         && g_str_has_prefix (column->id, "to_");
}

static gboolean
is_asked (AddRow *self, const PltColumn *column)
{
  if (is_preset (self, column) || is_found_by_store (column))
    return FALSE;
  if (ends_a_range (self, column))
    return TRUE;
  return (column->flags & PLT_COLUMN_REQUIRED) != 0
         && (column->initial == NULL || column->type == PLT_COLUMN_CHOICE);
}

static GtkWidget *
build (AddRow *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "dialog-content");
  for (const PltColumn *column = self->table->columns; column->id != NULL; column++)
    {
      GtkWidget *label, *editor;
      int row = (int) self->columns->len;

      if (!is_asked (self, column))
        continue;
      label = gtk_label_new (plt_column_title (column));
      editor = new_editor (self, column);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "form-label");
      gtk_widget_set_hexpand (editor, TRUE);
      plt_a11y_set_name (editor, plt_column_title (column));
      if (column->help != NULL)
        gtk_widget_set_tooltip_text (editor, _ (column->help));
      gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), editor, 1, row, 1, 1);
      g_ptr_array_add (self->columns, (gpointer) column);
      g_ptr_array_add (self->editors, editor);
    }
  return grid;
}

GtkWindow *
plt_add_row_present (GtkWidget *owner,
                     PltSession *session,
                     const PltTable *table,
                     gboolean (*presets) (PltBatch *batch, gpointer user_data, GError **error),
                     PltRowAdded added,
                     gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  AddRow *self = g_new0 (AddRow, 1);
  g_autofree char *title = g_strdup_printf (_ ("Add: %s"), _ (table->singular));
  g_autoptr (GtkWidget) grid = NULL;

  self->owner = owner;
  self->session = g_object_ref (session);
  self->table = table;
  self->presets = presets;
  self->added = added;
  self->user_data = user_data;
  self->editors = g_ptr_array_new ();
  self->columns = g_ptr_array_new ();
  grid = g_object_ref_sink (build (self));
  if (self->columns->len == 0)
    {
      GError *error = NULL;

      if (!add (self, &error))
        plt_session_take_error (session, error);
      add_row_free (self);
      return NULL;
    }
  self->dialog
      = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, _ ("_Add"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-add-row", self,
                          (GDestroyNotify) add_row_free);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  plt_dialog_set_content (self->dialog, grid);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 420, -1);
  gtk_window_present (GTK_WINDOW (self->dialog));
  /* The window may have given the focus to the first field already: it must not go on to the next.
   */
  if (!gtk_widget_grab_focus (self->editors->pdata[0]))
    gtk_widget_child_focus (self->editors->pdata[0], GTK_DIR_TAB_FORWARD);
  return GTK_WINDOW (self->dialog);
}

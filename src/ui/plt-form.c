#include "plt-form.h"

#include <glib/gi18n-lib.h>

struct _PltForm
{
  GtkWidget parent_instance;

  PltSession *session;
  PltRecord *record;
  GtkWidget *grid;
  GPtrArray *fields; /* PltField, borrowed from the grid */
  gboolean committing;
  PltRef asked; /* what to show once that is done */
  gboolean is_asked;
};

G_DEFINE_FINAL_TYPE (PltForm, plt_form, GTK_TYPE_WIDGET)

GtkWidget *
plt_form_new (PltSession *session)
{
  PltForm *self = g_object_new (PLT_TYPE_FORM, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

gboolean
plt_form_commit (PltForm *self)
{
  gboolean all = TRUE;

  g_return_val_if_fail (PLT_IS_FORM (self), FALSE);

  if (self->committing)
    return TRUE;
  self->committing = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    all = plt_field_commit (g_ptr_array_index (self->fields, i)) && all;
  self->committing = FALSE;
  if (self->is_asked)
    {
      self->is_asked = FALSE;
      plt_form_show (self, self->asked.table, self->asked.id);
    }
  return all;
}

static void
empty (PltForm *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->fields, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_clear_object (&self->record);
}

static void
add_column (PltForm *self, const PltColumn *column, int row)
{
  GtkWidget *label = gtk_label_new (plt_column_title (column));
  GtkWidget *field = plt_field_new (self->session, self->record, column);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "form-label");
  if ((column->flags & PLT_COLUMN_REQUIRED) != 0)
    gtk_widget_add_css_class (label, "required");
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), field, 1, row, 1, 1);
  g_ptr_array_add (self->fields, field);
}

void
plt_form_show (PltForm *self, const char *table, gint64 id)
{
  const PltTable *descriptor = table != NULL ? plt_table_find (table) : NULL;

  g_return_if_fail (PLT_IS_FORM (self));

  if (self->record != NULL && descriptor == plt_record_get_table (self->record)
      && id == plt_record_get_id (self->record) && !plt_record_is_deleted (self->record))
    return;
  if (self->committing) /* what is committed tells the session, which asks for another row */
    {
      self->asked = (PltRef){ descriptor != NULL ? descriptor->id : NULL, id, NULL };
      self->is_asked = TRUE;
      return;
    }
  plt_form_commit (self);
  empty (self);
  if (descriptor == NULL || id == 0)
    return;
  self->record = plt_store_get_record (plt_session_get_store (self->session), table, id);
  if (self->record == NULL)
    return;
  for (int i = 0; descriptor->columns[i].id != NULL; i++)
    if ((descriptor->columns[i].flags & PLT_COLUMN_HIDDEN) == 0
        || (descriptor->columns[i].flags & PLT_COLUMN_IN_FORM) != 0)
      add_column (self, &descriptor->columns[i], i);
}

PltField *
plt_form_get_field (PltForm *self, const char *column)
{
  g_return_val_if_fail (PLT_IS_FORM (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (plt_field_get_column (g_ptr_array_index (self->fields, i))->id, column))
      return g_ptr_array_index (self->fields, i);
  return NULL;
}

void
plt_form_focus (PltForm *self, const char *column)
{
  PltField *field = NULL;

  g_return_if_fail (PLT_IS_FORM (self));

  if (column != NULL)
    field = plt_form_get_field (self, column);
  else if (self->fields->len > 0)
    field = g_ptr_array_index (self->fields, 0);
  if (field != NULL)
    gtk_widget_child_focus (GTK_WIDGET (field), GTK_DIR_TAB_FORWARD);
}

static void
plt_form_dispose (GObject *object)
{
  PltForm *self = PLT_FORM (object);

  if (self->grid != NULL)
    empty (self);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_form_parent_class)->dispose (object);
}

static void
plt_form_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_FORM (object)->fields);

  G_OBJECT_CLASS (plt_form_parent_class)->finalize (object);
}

static void
plt_form_class_init (PltFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_FORM);
}

static void
plt_form_init (PltForm *self)
{
  self->fields = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_add_css_class (self->grid, "form");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

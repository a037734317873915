#include "plt-finance-fields.h"

#include <glib/gi18n-lib.h>

struct _PltFinanceFields
{
  GtkWidget parent_instance;

  PltSession *session;
  const PltTable *table;
  GStrv columns;
  guint across;
  gint64 id;
  gboolean committing;
  GtkWidget *grid;
  GPtrArray *fields; /* PltField, borrowed from the grid */
};

G_DEFINE_FINAL_TYPE (PltFinanceFields, plt_finance_fields, GTK_TYPE_WIDGET)

static void
empty (PltFinanceFields *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->fields, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
add (PltFinanceFields *self, PltRecord *record, guint at)
{
  const PltColumn *column = plt_table_column (self->table, self->columns[at]);
  GtkWidget *label = gtk_label_new (plt_column_title (column));
  GtkWidget *field = plt_field_new (self->session, record, column);
  /* the form beside has the same columns: two names, for who hears them */
  g_autofree char *name
      = g_strdup_printf ("%s · %s", plt_column_title (column), plt_table_title (self->table));
  const int left = (int) (at % self->across) * 2, top = (int) (at / self->across);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "form-label");
  if (column->help != NULL)
    gtk_widget_set_tooltip_text (label, _ (column->help));
  gtk_widget_set_hexpand (field, TRUE);
  plt_field_set_name (PLT_FIELD (field), name);
  gtk_grid_attach (GTK_GRID (self->grid), label, left, top, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), field, left + 1, top, 1, 1);
  g_ptr_array_add (self->fields, field);
}

void
plt_finance_fields_show (PltFinanceFields *self, gint64 id)
{
  g_autoptr (PltRecord) record = NULL;

  g_return_if_fail (PLT_IS_FINANCE_FIELDS (self));

  if (id == self->id || self->committing)
    return;
  self->committing = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    plt_field_commit (g_ptr_array_index (self->fields, i));
  self->committing = FALSE;
  empty (self);
  self->id = id;
  record = id != 0
               ? plt_store_get_record (plt_session_get_store (self->session), self->table->id, id)
               : NULL;
  for (guint i = 0; record != NULL && self->columns[i] != NULL; i++)
    add (self, record, i);
}

GtkWidget *
plt_finance_fields_new (PltSession *session, const char *table, const char *columns, guint across)
{
  PltFinanceFields *self = g_object_new (PLT_TYPE_FINANCE_FIELDS, NULL);

  self->session = g_object_ref (session);
  self->table = plt_table_find (table);
  self->columns = g_strsplit (columns, ",", -1);
  self->across = MAX (across, 1);
  return GTK_WIDGET (self);
}

static void
plt_finance_fields_dispose (GObject *object)
{
  PltFinanceFields *self = PLT_FINANCE_FIELDS (object);

  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_finance_fields_parent_class)->dispose (object);
}

static void
plt_finance_fields_finalize (GObject *object)
{
  PltFinanceFields *self = PLT_FINANCE_FIELDS (object);

  g_ptr_array_unref (self->fields);
  g_strfreev (self->columns);

  G_OBJECT_CLASS (plt_finance_fields_parent_class)->finalize (object);
}

static void
plt_finance_fields_class_init (PltFinanceFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_finance_fields_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-finance-fields");
}

static void
plt_finance_fields_init (PltFinanceFields *self)
{
  self->fields = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

#include "plt-import-dialogs.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-csv-import.h"
#include "plt-dialog.h"
#include "plt-gtk-compat.h"
#include "plt-rows.h"

#define MAX_CSV_BYTES (64 * 1024 * 1024)
#define MAX_SHOWN 200

typedef struct
{
  PltSession *session;
  const PltTable *table;
  PltBatch *batch; /* of a preview */
  PltCsvCounts counts;
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->batch, plt_batch_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* "Café du port: Telephone 04…, Town Sète" */
static char *
edit_to_text (Import *self, const PltEdit *edit)
{
  PltStore *store = plt_session_get_store (self->session);
  GString *text = g_string_new (NULL);

  if (edit->kind == PLT_EDIT_UPDATE)
    {
      g_autofree char *label = plt_rows_label (store, self->table, edit->id);

      /* Translators: a row, before what changes in it */
      g_string_append_printf (text, _ ("%s: "), label);
    }
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);
      g_autofree char *shown = plt_store_format_value (store, value->column, &value->value);

      if (*shown == '\0' && edit->kind == PLT_EDIT_INSERT)
        continue;
      g_string_append_printf (text, "%s%s %s", i > 0 && text->len > 0 ? " · " : "",
                              plt_column_title (value->column), *shown != '\0' ? shown : "—");
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_change (Import *self, const PltEdit *edit)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *kind = gtk_label_new (edit->kind == PLT_EDIT_INSERT ? _ ("added") : _ ("changed"));
  g_autofree char *text = edit_to_text (self, edit);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_width_chars (GTK_LABEL (kind), 8);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), kind);
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

static void
on_accepted (PltDialog *dialog, Import *self)
{
  g_autofree char *label
      /* Translators: %s is the title of a table: "Import Locations" */
      = g_strdup_printf (_ ("Import %s"), plt_table_title (self->table));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n = self->counts.added + self->counts.updated;

  if (!plt_store_apply (plt_session_get_store (self->session), label, NULL, self->batch, NULL,
                        &error))
    {
      plt_dialog_set_message (dialog, error->message);
      return;
    }
  text = g_strdup_printf (ngettext ("%u row was imported.", "%u rows were imported.", n), n);
  plt_session_toast (self->session, text, _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

GtkWindow *
plt_import_csv_preview (
    GtkWindow *parent, PltSession *session, const char *table, const char *text, gsize length)
{
  g_autoptr (Import) self = g_new0 (Import, 1);
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;
  PltDialog *dialog;
  GtkWidget *box, *list, *scroller, *label;
  GError *error = NULL;

  self->session = g_object_ref (session);
  self->table = plt_table_find (table);
  self->batch = plt_csv_read (plt_session_get_store (session), self->table, text, length,
                              &self->counts, &error);
  if (self->batch == NULL)
    {
      plt_alert_take_error (parent, _ ("The CSV file cannot be imported"), error);
      return NULL;
    }
  title = g_strdup_printf (_ ("Import %s"), plt_table_title (self->table));
  dialog = plt_dialog_new (parent, title, _ ("_Import"));
  /* Translators: what an import would do: "3 added, 2 changed, 12 as they are" */
  counts = g_strdup_printf (_ ("%u added, %u changed, %u as they are"), self->counts.added,
                            self->counts.updated, self->counts.unchanged);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  scroller = gtk_scrolled_window_new ();
  label = gtk_label_new (counts);
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; i < plt_batch_get_n_edits (self->batch) && i < MAX_SHOWN; i++)
    gtk_box_append (GTK_BOX (list), new_change (self, plt_batch_get_edit (self->batch, i)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  plt_dialog_set_content (dialog, box);
  plt_dialog_set_accept_enabled (dialog, plt_batch_get_n_edits (self->batch) > 0);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 640, 400);
  g_signal_connect (dialog, "accepted", G_CALLBACK (on_accepted), self);
  g_object_set_data_full (G_OBJECT (dialog), "plt-import", g_steal_pointer (&self),
                          (GDestroyNotify) import_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  GError *error = NULL;
  GtkWindow *parent = GTK_WINDOW (source);

  if (file == NULL)
    return;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, &error);
  if (info != NULL && g_file_info_get_size (info) > MAX_CSV_BYTES)
    g_set_error (&error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                 _ ("The file is larger than %d MB; cut it in parts."),
                 MAX_CSV_BYTES / (1024 * 1024));
  else if (info != NULL)
    g_file_load_contents (file, NULL, &bytes, &length, NULL, &error);
  if (error != NULL)
    plt_alert_take_error (parent, _ ("The CSV file cannot be imported"), error);
  else
    plt_import_csv_preview (parent, self->session, self->table->id, bytes, length);
}

void
plt_import_csv_present (GtkWindow *parent, PltSession *session, const char *table)
{
  static const char *const patterns[] = { "*.csv", "*.tsv", "*.txt", NULL };
  const PltFileFilter filters[] = { { "CSV", patterns }, { NULL } };
  const PltFileRequest request
      = { .title = _ ("Import CSV"), .accept = _ ("_Open"), .filters = filters };
  Import *self = g_new0 (Import, 1);

  self->session = g_object_ref (session);
  self->table = plt_table_find (table);
  plt_file_open_async (parent, &request, NULL, on_file, self);
}

#include "plt-new-production.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "plt-application.h"
#include "plt-alert.h"
#include "plt-dialog.h"
#include "plt-gtk-compat.h"
#include "plt-import-dialogs.h"
#include "plt-production-defaults.h"
#include "plt-text.h"

typedef struct
{
  PltDialog *dialog;
  PltScript *script;
  GFile *source;
  GFile *folder;
  GtkWidget *title;
  GtkWidget *kind;
  GtkWidget *delivery;
  GtkWidget *place;
} NewProduction;

static void
new_production_free (NewProduction *self)
{
  g_clear_pointer (&self->script, plt_script_free);
  g_clear_object (&self->source);
  g_clear_object (&self->folder);
  g_free (self);
}

static const PltChoice *
kinds (void)
{
  return plt_table_column (plt_table_find ("production"), "kind")->choices;
}

/* The file there will be: title and folder make it. */
static char *
path_of (NewProduction *self)
{
  g_autofree char *title = plt_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (self->title)));
  g_autofree char *name = plt_text_file_name (title);
  g_autofree char *file = g_strconcat (name, PLT_FILE_EXTENSION, NULL);
  g_autofree char *folder = g_file_get_path (self->folder);

  if (*title == '\0' || folder == NULL)
    return NULL;
  return g_build_filename (folder, file, NULL);
}

static void
update (NewProduction *self)
{
  g_autofree char *path = path_of (self);
  g_autofree char *folder = g_file_get_path (self->folder);

  gtk_label_set_label (GTK_LABEL (self->place), path != NULL ? path : folder);
  plt_dialog_set_accept_enabled (self->dialog, path != NULL);
  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      plt_dialog_set_message (self->dialog, _ ("There is already a file of that name in this "
                                               "folder; give another title or folder."));
      plt_dialog_set_accept_enabled (self->dialog, FALSE);
    }
  else
    plt_dialog_set_message (self->dialog, NULL);
}

/* The date of delivery may wait: PLT_DATE_NONE when nothing is typed. */
static gboolean
read_delivery (NewProduction *self, PltDate *date, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->delivery));
  g_autofree char *typed = plt_text_squeeze (text);

  *date = PLT_DATE_NONE;
  return *typed == '\0' || plt_date_parse (typed, date, error);
}

static void
on_accepted (NewProduction *self)
{
  const char *kind = kinds ()[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind))].id;
  g_autofree char *title = plt_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (self->title)));
  g_autofree char *path = path_of (self);
  g_autoptr (PltBatch) defaults = NULL;
  g_autoptr (PltStore) store = NULL;
  g_autoptr (GError) error = NULL;
  PltApplication *application = PLT_APPLICATION (g_application_get_default ());
  PltWindow *window;
  PltDate delivery;

  if (read_delivery (self, &delivery, &error))
    defaults = plt_production_defaults (kind, &error);
  if (defaults != NULL && delivery != PLT_DATE_NONE)
    {
      plt_batch_update (defaults, "production", PLT_PRODUCTION_ROW);
      plt_batch_set_date (defaults, "delivery_date", delivery);
    }
  if (defaults != NULL)
    store = plt_store_create (path, title, kind, defaults, &error);
  if (store == NULL)
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  window = plt_application_show_store (application, store);
  plt_window_show_view (window, "production", NULL);
  if (self->script != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->source);
      GError *refused = NULL;

      if (plt_import_script_apply (store, self->script, name, &refused))
        plt_window_show_view (window, "breakdown", NULL);
      else
        plt_alert_take_error (GTK_WINDOW (window), _ ("The screenplay cannot be imported"),
                              refused);
    }
  plt_view_grab_content_focus (plt_window_get_view (window));
  gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
}

static void
on_folder (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) dialog = data;
  g_autoptr (GFile) folder = plt_file_finish (result, NULL);
  NewProduction *self = g_object_get_data (G_OBJECT (dialog), "plt-new");

  if (folder == NULL)
    return;
  g_set_object (&self->folder, folder);
  update (self);
}

static void
on_choose_folder (NewProduction *self)
{
  const PltFileRequest request = { .title = _ ("Folder of the Production"),
                                   .accept = _ ("_Choose"),
                                   .folder = self->folder };

  plt_file_folder_async (GTK_WINDOW (self->dialog), &request, NULL, on_folder,
                         g_object_ref (self->dialog));
}

static void
add_row (GtkWidget *grid, int row, const char *title, GtkWidget *control)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "form-label");
  gtk_widget_set_hexpand (control, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), control, 1, row, 1, 1);
}

static GtkWidget *
new_kinds (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  for (const PltChoice *choice = kinds (); choice->id != NULL; choice++)
    g_strv_builder_add (builder, plt_choice_title (choice));
  titles = g_strv_builder_end (builder);
  return gtk_drop_down_new_from_strings ((const char *const *) titles);
}

/* What the script is called, else its file: "la-passe.fountain" is likely to be "La passe". */
static char *
title_of (const PltScript *script, GFile *source)
{
  g_autofree char *name = NULL;
  g_autofree char *upper = NULL;
  char *dot;

  if (script->title != NULL && *script->title != '\0')
    return g_strdup (script->title);
  name = g_file_get_basename (source);
  dot = strrchr (name, '.');
  if (dot != NULL)
    *dot = '\0';
  g_strdelimit (name, "-_", ' ');
  upper = g_utf8_strup (name, -1);
  return plt_text_title (upper);
}

static GFile *
default_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

/* Beside the screenplay it is made from, where that can be. */
static GFile *
folder_of_source (GFile *source)
{
  g_autoptr (GFile) folder = g_file_get_parent (source);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  return path != NULL && g_access (path, W_OK) == 0 ? g_steal_pointer (&folder) : default_folder ();
}

/* What was read, and how many remarks wait in the report. */
static char *
describe (const PltScript *script)
{
  guint n = script->remarks->len;
  g_autofree char *about = plt_import_script_describe (script);
  g_autofree char *remarks = g_strdup_printf (ngettext ("%u remark", "%u remarks", n), n);

  return n > 0 ? g_strjoin (" · ", about, remarks, NULL) : g_steal_pointer (&about);
}

GtkWindow *
plt_new_production_present (GtkWindow *parent, PltScript *script, GFile *source)
{
  NewProduction *self = g_new0 (NewProduction, 1);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *choose = gtk_button_new_with_mnemonic (_ ("_Folder…"));

  self->dialog = plt_dialog_new (
      parent, script != NULL ? _ ("Make a Production from a Screenplay") : _ ("New Production"),
      _ ("_Make"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-new", self,
                          (GDestroyNotify) new_production_free);
  self->script = script;
  self->source = source != NULL ? g_object_ref (source) : NULL;
  self->folder = source != NULL ? folder_of_source (source) : default_folder ();
  self->title = gtk_entry_new ();
  self->kind = new_kinds ();
  self->delivery = gtk_entry_new ();
  self->place = gtk_label_new (NULL);

  gtk_editable_set_width_chars (GTK_EDITABLE (self->title), 36);
  gtk_entry_set_activates_default (GTK_ENTRY (self->title), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->delivery), _ ("Later, or 18/06/2027"));
  gtk_widget_set_tooltip_text (self->delivery, _ ("PAD, DCP of a festival or release: the timeline "
                                                  "is counted backwards from it"));
  gtk_entry_set_activates_default (GTK_ENTRY (self->delivery), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), PANGO_ELLIPSIZE_START);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_add_css_class (self->place, "dim-label");
  gtk_box_append (GTK_BOX (place), self->place);
  gtk_box_append (GTK_BOX (place), choose);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (on_choose_folder), self);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "dialog-content");
  add_row (grid, 0, _ ("_Title"), self->title);
  add_row (grid, 1, _ ("_Kind"), self->kind);
  add_row (grid, 2, _ ("_Delivery (PAD)"), self->delivery);
  add_row (grid, 3, _ ("File"), place);
  plt_dialog_set_content (self->dialog, grid);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 520, -1);
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  if (script != NULL)
    {
      g_autofree char *title = title_of (script, source);
      g_autofree char *about = describe (script);
      GtkWidget *label = gtk_label_new (about);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      add_row (grid, 4, _ ("Screenplay"), label);
      gtk_editable_set_text (GTK_EDITABLE (self->title), title);
    }
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->title);
  return GTK_WINDOW (self->dialog);
}

static void
on_script_read (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) source = data;
  GError *error = NULL;
  PltScript *script = plt_import_script_read_finish (result, &error);

  if (script != NULL)
    plt_new_production_present (GTK_WINDOW (window), script, source);
  else
    plt_alert_take_error (GTK_WINDOW (window), _ ("The screenplay cannot be opened"), error);
}

void
plt_new_production_from_file (GtkWindow *parent, GFile *source)
{
  plt_import_script_read_async (parent, source, NULL, on_script_read, g_object_ref (source));
}

#include "plt-import-dialogs.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-dialog.h"
#include "plt-gtk-compat.h"
#include "plt-minutage.h"
#include "plt-script-batch.h"
#include "plt-script-read.h"
#include "plt-window.h"

#define MAX_SHOWN 200

/* ---- reading ---- */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PltScript *script = plt_script_read (data, &error);

  if (script != NULL)
    g_task_return_pointer (task, script, (GDestroyNotify) plt_script_free);
  else
    g_task_return_error (task, error);
}

void
plt_import_script_read_async (GtkWindow *parent,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_task_return_new_error (
          task, PLT_ERROR, PLT_ERROR_INVALID, "%s",
          _ ("Only files of this computer can be opened; copy it here first."));
      return;
    }
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

PltScript *
plt_import_script_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
plt_import_script_describe (const PltScript *script)
{
  guint n = script->scenes->len;
  guint roles = script->characters->len;
  g_autofree char *sequences = g_strdup_printf (ngettext ("%u sequence", "%u sequences", n), n);
  g_autofree char *people = g_strdup_printf (ngettext ("%u role", "%u roles", roles), roles);
  g_autofree char *pages
      = g_strdup_printf (ngettext ("%u page", "%u pages", script->pages), script->pages);

  return g_strjoin (" · ", sequences, people, pages, NULL);
}

/* ---- planning and applying ---- */

static PltImportPlan *
plan (PltStore *store, const PltScript *script, const char *name, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const PltScriptImportOptions options
      = { name,
          plt_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now)),
          plt_minutage_estimate };

  return plt_script_plan_import (store, script, &options, error);
}

static gboolean
apply (PltStore *store, const PltBatch *batch, const char *name, GError **error)
{
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), name);

  return plt_store_apply (store, label, NULL, batch, NULL, error);
}

gboolean
plt_import_script_apply (PltStore *store, const PltScript *script, const char *name, GError **error)
{
  g_autoptr (PltImportPlan) made = plan (store, script, name, error);

  return made != NULL && apply (store, made->batch, name, error);
}

/* ---- the dialog ---- */

typedef struct
{
  PltSession *session;
  PltImportPlan *plan;
  char *name;
  gboolean has_remarks; /* there is a report to look at */
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->plan, plt_import_plan_free);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
on_accepted (PltDialog *dialog, Import *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!apply (plt_session_get_store (self->session), self->plan->batch, self->name, &error))
    {
      plt_dialog_set_message (dialog, error->message);
      return;
    }
  text = g_strdup_printf (_ ("“%s” was imported."), self->name);
  plt_session_toast (self->session, text, _ ("Undo"), "win.undo");
  if (PLT_IS_WINDOW (window))
    plt_window_show_view (PLT_WINDOW (window), "script",
                          self->has_remarks ? "script_remark" : "text");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_count (GtkWidget *grid, int row, const char *title, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *value = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_add_css_class (value, "numeric");
  if (n == 0)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (value, "dim-label");
    }
  gtk_grid_attach (GTK_GRID (grid), value, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
}

static GtkWidget *
new_counts (const PltImportCounts *counts)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  add_count (grid, 0, _ ("sequences added"), counts->added);
  add_count (grid, 1, _ ("sequences changed"), counts->changed);
  add_count (grid, 2, _ ("sequences cut: they stay, marked so"), counts->cut);
  add_count (grid, 3, _ ("sequences as they are"), counts->unchanged);
  add_count (grid, 4, _ ("sets added"), counts->sets);
  add_count (grid, 5, _ ("roles added"), counts->roles);
  add_count (grid, 6, _ ("remarks, kept in the import report"), counts->remarks);
  return grid;
}

static GtkWidget *
new_remarks (const PltScript *script)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < script->remarks->len && i < MAX_SHOWN; i++)
    {
      const PltRemark *remark = g_ptr_array_index (script->remarks, i);
      g_autofree char *text = g_strdup_printf (_ ("Line %u: %s"), remark->line, remark->message);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (list), label);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

GtkWindow *
plt_import_script_preview (GtkWindow *parent,
                           PltSession *session,
                           PltScript *script,
                           const char *name)
{
  g_autoptr (Import) self = g_new0 (Import, 1);
  g_autofree char *title = g_strdup_printf (_ ("Import %s"), name);
  g_autofree char *about = plt_import_script_describe (script);
  PltDialog *dialog;
  GtkWidget *box, *heading;
  GError *error = NULL;

  self->session = g_object_ref (session);
  self->name = g_strdup (name);
  self->has_remarks = script->remarks->len > 0;
  self->plan = plan (plt_session_get_store (session), script, name, &error);
  if (self->plan == NULL)
    {
      plt_alert_take_error (parent, _ ("The screenplay cannot be imported"), error);
      return NULL;
    }
  dialog = plt_dialog_new (parent, title, _ ("_Import"));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  heading = gtk_label_new (about);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), new_counts (&self->plan->counts));
  if (script->remarks->len > 0)
    gtk_box_append (GTK_BOX (box), new_remarks (script));
  plt_dialog_set_content (dialog, box);
  plt_dialog_set_accept_enabled (dialog, plt_batch_get_n_edits (self->plan->batch) > 0);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 560, script->remarks->len > 0 ? 440 : -1);
  g_signal_connect (dialog, "accepted", G_CALLBACK (on_accepted), self);
  g_object_set_data_full (G_OBJECT (dialog), "plt-import", g_steal_pointer (&self),
                          (GDestroyNotify) import_free);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  GError *error = NULL;
  g_autoptr (PltScript) script = plt_import_script_read_finish (result, &error);

  if (script != NULL)
    plt_import_script_preview (GTK_WINDOW (source), self->session, script, self->name);
  else
    plt_alert_take_error (GTK_WINDOW (source), _ ("The screenplay cannot be imported"), error);
}

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);

  if (file == NULL)
    return;
  self->name = g_file_get_basename (file);
  plt_import_script_read_async (GTK_WINDOW (source), file, NULL, on_read, g_steal_pointer (&self));
}

void
plt_import_script_present (GtkWindow *parent, PltSession *session)
{
  static const char *const patterns[] = { "*.fountain", "*.fdx", "*.pdf", "*.txt", "*.spmd", NULL };
  static const char *const all[] = { "*", NULL };
  const PltFileFilter filters[]
      = { { _ ("Screenplays"), patterns }, { _ ("All files"), all }, { NULL } };
  const PltFileRequest request
      = { .title = _ ("Import a Screenplay"), .accept = _ ("_Open"), .filters = filters };
  Import *self = g_new0 (Import, 1);

  self->session = g_object_ref (session);
  plt_file_open_async (parent, &request, NULL, on_file, self);
}

#include "plt-retro-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-alert.h"
#include "plt-gan-export.h"
#include "plt-gan.h"
#include "plt-gtk-compat.h"
#include "plt-mspdi-export.h"
#include "plt-mspdi.h"
#include "plt-retro-project.h"
#include "plt-text.h"
#include "plt-views.h"

#define DATA "plt-retro-import"

static void
fill_phases (const char **phases)
{
  for (guint i = 0; i < PLT_RETRO_N_PHASES; i++)
    phases[i] = plt_phase_title ((int) i);
}

/* ---- out ---- */

char *
plt_retro_export_text (PltRetroModel *model, PltRetroFile kind)
{
  const char *phases[PLT_RETRO_N_PHASES];
  g_autoptr (PltNetworkProject) project = NULL;

  g_return_val_if_fail (PLT_IS_RETRO_MODEL (model), NULL);

  fill_phases (phases);
  project = plt_retro_project_new (plt_retro_model_get_retro (model), phases);
  return kind == PLT_RETRO_FILE_MSPDI ? plt_mspdi_export_format (project)
                                      : plt_gan_export_format (project);
}

typedef struct
{
  PltSession *session;
  GtkWidget *owner;
  char *text;
} Export;

static void
on_place (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *work = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *said = NULL;
  GError *error = NULL;

  if (file != NULL)
    {
      if (!g_file_replace_contents (file, work->text, strlen (work->text), NULL, FALSE,
                                    G_FILE_CREATE_NONE, NULL, NULL, &error))
        plt_alert_take_error (GTK_WINDOW (gtk_widget_get_root (work->owner)),
                              _ ("The file could not be written"), error);
      else
        {
          said = g_strdup_printf (_ ("“%s” was written."), name);
          plt_session_toast (work->session, said, NULL, NULL);
        }
    }
  g_object_unref (work->session);
  g_object_unref (work->owner);
  g_free (work->text);
  g_free (work);
}

void
plt_retro_export_present (GtkWidget *owner,
                          PltSession *session,
                          PltRetroModel *model,
                          PltRetroFile kind)
{
  static const char *const xml[] = { "*.xml", NULL }, *const gan[] = { "*.gan", NULL };
  const PltFileFilter filters[]
      = { { kind == PLT_RETRO_FILE_MSPDI ? "MS Project XML" : "GanttProject",
            kind == PLT_RETRO_FILE_MSPDI ? xml : gan },
          { NULL } };
  PltFileRequest request = { .title = _ ("Export"), .accept = _ ("_Export"), .filters = filters };
  g_autofree char *safe = plt_text_file_name (plt_session_get_facts (session)->production.title);
  g_autofree char *name
      = g_strdup_printf ("%s.%s", safe, kind == PLT_RETRO_FILE_MSPDI ? "xml" : "gan");
  Export *work = g_new0 (Export, 1);

  work->session = g_object_ref (session);
  work->owner = g_object_ref (owner);
  work->text = plt_retro_export_text (model, kind);
  request.name = name;
  plt_file_save_async (GTK_WINDOW (gtk_widget_get_root (owner)), &request, NULL, on_place, work);
}

/* ---- in ---- */

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  PltBatch *batch;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  plt_batch_free (self->batch);
  g_object_unref (self->session);
  g_free (self);
}

static void
on_accepted (Import *self)
{
  g_autoptr (GError) error = NULL;
  PltSession *session = self->session;

  if (!plt_store_apply (plt_session_get_store (session), _ ("Import a rétroplanning"), NULL,
                        self->batch, NULL, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  plt_session_toast (session, _ ("The tasks were added"), _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

static GtkWidget *
new_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  return label;
}

static GtkWidget *
new_report (const PltNetworkProject *project, const PltRetroProjectCount *count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *tasks
      = g_strdup_printf (ngettext ("%u task", "%u tasks", count->tasks), count->tasks);
  g_autofree char *links
      = g_strdup_printf (ngettext ("%u link", "%u links", count->links), count->links);
  g_autofree char *calendars = g_strdup_printf (
      ngettext ("%u calendar", "%u calendars", count->calendars), count->calendars);
  g_autofree char *kept = g_strdup_printf (_ ("Added: %s, %s, %s."), tasks, links, calendars);

  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), new_line (kept));
  for (guint i = 0; i < project->remarks->len; i++)
    gtk_box_append (GTK_BOX (box), new_line (project->remarks->pdata[i]));
  gtk_box_append (GTK_BOX (box),
                  new_line (_ ("What is there stays as it is. All of it is one step to undo.")));
  return box;
}

PltDialog *
plt_retro_import_preview (
    GtkWidget *owner, PltSession *session, const char *name, const char *bytes, gsize length)
{
  GError *error = NULL;
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autoptr (PltNetworkProject) project = g_str_has_suffix (lower, ".gan")
                                              ? plt_gan_read (bytes, length, name, &error)
                                              : plt_mspdi_read (bytes, length, name, &error);
  const char *phases[PLT_RETRO_N_PHASES];
  PltRetroProjectCount count;
  Import *self;

  if (project == NULL)
    {
      plt_alert_take_error (GTK_WINDOW (gtk_widget_get_root (owner)),
                            _ ("The file could not be read"), error);
      return NULL;
    }
  fill_phases (phases);
  self = g_new0 (Import, 1);
  self->session = g_object_ref (session);
  self->batch = plt_batch_new ();
  count = plt_retro_project_write (project, plt_session_get_facts (session), phases, self->batch);
  self->dialog = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), name, _ ("_Add"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, import_free);
  plt_dialog_set_content (self->dialog, new_report (project, &count));
  plt_dialog_set_accept_enabled (self->dialog, count.tasks > 0);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}

typedef struct
{
  PltSession *session;
  GtkWidget *owner;
} Asking;

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Asking *work = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  GError *error = NULL;
  gsize length;

  if (file != NULL && !g_file_load_contents (file, NULL, &bytes, &length, NULL, &error))
    plt_alert_take_error (GTK_WINDOW (gtk_widget_get_root (work->owner)),
                          _ ("The file could not be read"), error);
  else if (file != NULL)
    plt_retro_import_preview (work->owner, work->session, name, bytes, length);
  g_object_unref (work->session);
  g_object_unref (work->owner);
  g_free (work);
}

void
plt_retro_import_present (GtkWidget *owner, PltSession *session)
{
  static const char *const patterns[] = { "*.xml", "*.gan", NULL };
  const PltFileFilter filters[] = { { "MS Project XML, GanttProject", patterns }, { NULL } };
  const PltFileRequest request
      = { .title = _ ("Import"), .accept = _ ("_Import"), .filters = filters };
  Asking *work = g_new0 (Asking, 1);

  work->session = g_object_ref (session);
  work->owner = g_object_ref (owner);
  plt_file_open_async (GTK_WINDOW (gtk_widget_get_root (owner)), &request, NULL, on_file, work);
}

#include "plt-import-frame.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"

#define PULSE_MS 100
#define KEY "plt-import-frame"

typedef struct
{
  const PltImportKind *kind;
  gpointer import;
  GCancellable *cancellable;
  GtkWidget *stack, *progress;
  guint pulse;   /* source */
  gboolean gone; /* the dialog is being taken apart */
} Frame;

static void
frame_free (gpointer data)
{
  Frame *self = data;

  self->kind->free (self->import);
  g_object_unref (self->cancellable);
  g_free (self);
}

static Frame *
frame_of (GtkWindow *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), KEY);
}

gpointer
plt_import_frame_get (GtkWindow *dialog)
{
  return frame_of (dialog)->import;
}

gboolean
plt_import_frame_is_gone (GtkWindow *dialog)
{
  return frame_of (dialog)->gone;
}

/* ---- reading ---- */

typedef struct
{
  const PltImportKind *kind;
  char *path;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  gpointer read = reading->kind->read (reading->path, cancellable, &error);

  if (read != NULL)
    g_task_return_pointer (task, read, reading->kind->free_read);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (source);
  GtkWindow *parent = gtk_window_get_transient_for (dialog);
  Frame *self = frame_of (dialog);
  GError *error = NULL;
  gpointer read = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->gone)
    {
      g_clear_pointer (&read, self->kind->free_read);
      g_clear_error (&error);
      return;
    }
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (read == NULL)
    {
      const char *failed = _ (self->kind->failed);

      gtk_window_destroy (dialog);
      plt_alert_take_error (parent, failed, error);
      return;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "plan");
  self->kind->ready (self->import, read);
}

static gboolean
on_pulse (gpointer data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (((Frame *) data)->progress));
  return G_SOURCE_CONTINUE;
}

static void
on_destroy (GtkWidget *dialog, Frame *self)
{
  self->gone = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
}

static void
on_accepted (PltDialog *dialog, Frame *self)
{
  self->kind->accepted (dialog, self->import);
}

/* ---- the dialog ---- */

static GtkWidget *
new_reading (Frame *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->progress = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->progress), TRUE);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), _ (self->kind->reading));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->progress);
  return box;
}

GtkWindow *
plt_import_frame_open (
    GtkWindow *parent, GFile *file, const PltImportKind *kind, gpointer import, GtkWindow **place)
{
  Frame *self = g_new0 (Frame, 1);
  Reading *reading = g_new0 (Reading, 1);
  g_autofree char *base = g_file_get_basename (file);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Import %s"), base);
  PltDialog *dialog = plt_dialog_new (parent, title, _ ("_Import"));
  g_autoptr (GTask) task = NULL;

  self->kind = kind;
  self->import = import;
  self->cancellable = g_cancellable_new ();
  *place = GTK_WINDOW (dialog);
  g_object_set_data_full (G_OBJECT (dialog), KEY, self, frame_free);
  self->stack = gtk_stack_new ();
  gtk_widget_add_css_class (self->stack, "dialog-content");
  gtk_stack_add_named (GTK_STACK (self->stack), new_reading (self), "reading");
  gtk_stack_add_named (GTK_STACK (self->stack), kind->content (import), "plan");
  plt_dialog_set_content (dialog, self->stack);
  plt_dialog_set_accept_enabled (dialog, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 960, 620);
  g_signal_connect (dialog, "accepted", G_CALLBACK (on_accepted), self);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_destroy), self);
  self->pulse = g_timeout_add (PULSE_MS, on_pulse, self);
  gtk_window_present (GTK_WINDOW (dialog));

  reading->kind = kind;
  reading->path = g_file_get_path (file);
  task = g_task_new (dialog, self->cancellable, on_read, NULL);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
  return GTK_WINDOW (dialog);
}

/* ---- which file ---- */

typedef struct
{
  PltSession *session;
  PltImportOpen open;
} Asked;

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (PltSession) session = asked->session;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);

  if (file != NULL && g_file_peek_path (file) == NULL)
    plt_session_toast (
        session, _ ("Only files of this computer can be opened; copy it here first."), NULL, NULL);
  else if (file != NULL)
    asked->open (GTK_WINDOW (source), session, file);
  g_free (asked);
}

void
plt_import_frame_ask (GtkWindow *parent,
                      PltSession *session,
                      const PltFileRequest *request,
                      PltImportOpen open)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->session = g_object_ref (session);
  asked->open = open;
  plt_file_open_async (parent, request, NULL, on_file, asked);
}

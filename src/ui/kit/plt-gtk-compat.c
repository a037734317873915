#include "plt-gtk-compat.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"

static void
on_response (GtkNativeDialog *native, int response, GTask *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)),
                           g_object_unref);
  else
    g_task_return_new_error (task, PLT_ERROR, PLT_ERROR_CANCELLED, "%s", _ ("No file was chosen."));
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
  g_object_unref (task);
}

static void
add_filters (GtkFileChooser *chooser, const PltFileFilter *filters)
{
  for (guint i = 0; filters != NULL && filters[i].name != NULL; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, filters[i].name);
      for (guint j = 0; filters[i].patterns[j] != NULL; j++)
        gtk_file_filter_add_pattern (filter, filters[i].patterns[j]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static void
choose (GtkWindow *parent,
        const PltFileRequest *request,
        GtkFileChooserAction action,
        GCancellable *cancellable,
        GAsyncReadyCallback callback,
        gpointer user_data)
{
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (request->title, parent, action, request->accept, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  add_filters (chooser, request->filters);
  if (request->folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, request->folder, NULL);
  if (request->name != NULL)
    gtk_file_chooser_set_current_name (chooser, request->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
plt_file_open_async (GtkWindow *parent,
                     const PltFileRequest *request,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  choose (parent, request, GTK_FILE_CHOOSER_ACTION_OPEN, cancellable, callback, user_data);
}

void
plt_file_save_async (GtkWindow *parent,
                     const PltFileRequest *request,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  choose (parent, request, GTK_FILE_CHOOSER_ACTION_SAVE, cancellable, callback, user_data);
}

void
plt_file_folder_async (GtkWindow *parent,
                       const PltFileRequest *request,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  choose (parent, request, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, cancellable, callback, user_data);
}

GFile *
plt_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- icons end in the thread of the windows ---- */

static void (*icon_dispose) (GObject *icon);
static GThread *window_thread;

static gboolean
release_icon (gpointer icon)
{
  g_object_unref (icon);
  return G_SOURCE_REMOVE;
}

/* The cache of icons can give out @icon until it is finalized: only the thread that asks the cache
 * may do that, so that another one hands its last reference over. */
static void
dispose_icon (GObject *icon)
{
  if (g_thread_self () == window_thread)
    icon_dispose (icon);
  else
    g_idle_add_full (G_PRIORITY_LOW, release_icon, g_object_ref (icon), NULL);
}

void
plt_icons_end_here (void)
{
  GObjectClass *class; /* lives as long as the process, since its dispose is ours */

  if (window_thread != NULL)
    return;
  class = g_type_class_ref (GTK_TYPE_ICON_PAINTABLE);
  window_thread = g_thread_self ();
  icon_dispose = class->dispose;
  class->dispose = dispose_icon;
}

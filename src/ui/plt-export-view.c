#include "plt-export-view.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-document.h"
#include "plt-export.h"
#include "plt-gtk-compat.h"
#include "plt-text.h"

typedef struct
{
  PltWindow *window;
  PltDocument *document;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->window);
  plt_document_free (self->document);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_place (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (path == NULL)
    return;
  if (!plt_export_write (self->document, path, &error))
    {
      plt_alert_take_error (GTK_WINDOW (self->window), _ ("The file could not be written"), error);
      return;
    }
  name = g_path_get_basename (path);
  text = g_strdup_printf (_ ("“%s” was written."), name);
  plt_window_toast (self->window, text, NULL, NULL);
}

void
plt_export_view_present (PltWindow *window, const char *format)
{
  PltView *view = plt_window_get_view (window);
  g_autoptr (Export) self = NULL;
  g_autoptr (PltDocument) document = NULL;
  g_autofree char *pattern = g_strdup_printf ("*.%s", format);
  g_autofree char *upper = g_ascii_strup (format, -1);
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;
  const char *const patterns[] = { pattern, NULL };
  const PltFileFilter filters[] = { { upper, patterns }, { NULL } };
  PltFileRequest request = { .title = _ ("Export"), .accept = _ ("_Export"), .filters = filters };
  GError *error = NULL;

  if (view == NULL)
    return;
  document = plt_view_get_document (view, &error);
  if (document == NULL)
    {
      plt_session_take_error (plt_window_get_session (window), error);
      return;
    }
  name = g_strdup_printf ("%s - %s", plt_document_get_info (document)->production,
                          plt_document_get_info (document)->title);
  file_name = plt_text_file_name (name);
  g_free (name);
  name = g_strdup_printf ("%s.%s", file_name, format);
  request.name = name;
  self = g_new0 (Export, 1);
  self->window = g_object_ref (window);
  self->document = g_steal_pointer (&document);
  plt_file_save_async (GTK_WINDOW (window), &request, NULL, on_place, g_steal_pointer (&self));
}

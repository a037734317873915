#include "plt-export-uss.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-document-kind.h"
#include "plt-gtk-compat.h"
#include "plt-text.h"
#include "plt-uss-export.h"

static void
on_place (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltWindow) window = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  PltSession *session = plt_window_get_session (window);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (path == NULL || session == NULL)
    return;
  if (!plt_uss_export_write (plt_session_get_facts (session), plt_session_get_schedule_id (session),
                             plt_params_edition_date (NULL), path, &error))
    {
      plt_alert_take_error (GTK_WINDOW (window), _ ("The file could not be written"), error);
      return;
    }
  name = g_path_get_basename (path);
  text = g_strdup_printf (_ ("“%s” was written."), name);
  plt_window_toast (window, text, NULL, NULL);
}

void
plt_export_uss_present (PltWindow *window)
{
  PltSession *session = plt_window_get_session (window);
  const char *const patterns[] = { "*.uss", NULL };
  const PltFileFilter filters[] = { { "USS", patterns }, { NULL } };
  PltFileRequest request = { .title = _ ("Export"), .accept = _ ("_Export"), .filters = filters };
  g_autofree char *safe = NULL;
  g_autofree char *name = NULL;

  if (session == NULL)
    return;
  safe = plt_text_file_name (plt_session_get_facts (session)->production.title);
  name = g_strdup_printf ("%s.uss", safe);
  request.name = name;
  plt_file_save_async (GTK_WINDOW (window), &request, NULL, on_place, g_object_ref (window));
}

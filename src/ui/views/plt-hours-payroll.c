#include "plt-hours-payroll.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-gtk-compat.h"
#include "plt-payroll.h"
#include "plt-text.h"

typedef struct
{
  PltView *view;
  gboolean by_week;
} Payroll;

static void
on_place (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Payroll *payroll = data;
  g_autoptr (PltView) self = payroll->view;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *told = NULL;
  PltPayrollOptions options;
  PltSession *session;
  GError *error = NULL;

  if (file == NULL)
    return;
  session = plt_view_get_session (self);
  plt_payroll_options_init (&options);
  options.by_week = payroll->by_week;
  options.bom = TRUE;
  text = plt_payroll_text (plt_session_get_hours (session), &options, NULL);
  if (!g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                NULL, &error))
    {
      plt_session_take_error (session, error);
      return;
    }
  name = g_file_get_basename (file);
  told = g_strdup_printf (_ ("“%s” was written."), name);
  plt_session_toast (session, told, NULL, NULL);
}

void
plt_hours_payroll_ask (PltView *self, gboolean by_week)
{
  const char *const patterns[] = { "*.csv", NULL };
  const PltFileFilter filters[] = { { "CSV", patterns }, { NULL } };
  PltFileRequest request = { .title = _ ("Export"), .accept = _ ("_Export"), .filters = filters };
  PltSession *session = plt_view_get_session (self);
  g_autofree char *safe = plt_text_file_name (plt_session_get_facts (session)->production.title);
  g_autofree char *name = g_strdup_printf ("%s-paie.csv", safe);
  Payroll *payroll = g_new0 (Payroll, 1);

  payroll->view = g_object_ref (self);
  payroll->by_week = by_week;
  request.name = name;
  plt_file_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &request, NULL,
                       on_place, payroll);
}

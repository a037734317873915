#include "plt-document-output.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-export.h"
#include "plt-fonts.h"
#include "plt-gtk-compat.h"
#include "plt-layout.h"
#include "plt-pdf.h"
#include "plt-png.h"
#include "plt-text.h"

char *
plt_document_output_name (const PltDocument *document, const char *format)
{
  const PltDocInfo *info = plt_document_get_info (document);
  g_autofree char *date = plt_date_to_iso (info->date);
  g_autofree char *name = NULL;
  g_autofree char *safe = NULL;
  g_autoptr (GString) text = g_string_new (info->production);

  if (text->len > 0)
    g_string_append (text, " - ");
  g_string_append (text, info->title);
  if (info->version != NULL && *info->version != '\0')
    g_string_append_printf (text, " %s", info->version);
  if (*date != '\0')
    g_string_append_printf (text, " - %s", date);
  name = plt_text_squeeze (text->str);
  safe = plt_text_file_name (name);
  return g_strdup_printf ("%s.%s", safe, format);
}

static gboolean
ends_with (const char *path, const char *ending)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ending);
}

gboolean
plt_document_output_write (const PltDocument *document, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  if (ends_with (path, ".pdf"))
    return plt_pdf_write (document, path, error);
  if (ends_with (path, ".png"))
    return plt_png_write (document, PLT_PNG_ALL_PAGES, 150, path, error);
  return plt_export_write (document, path, error);
}

static void
tell_given (PltDocumentGiven given, GWeakRef *owner)
{
  g_autoptr (GObject) alive = g_weak_ref_get (owner);

  if (given != NULL && alive != NULL)
    given (alive);
}

/* ---- to a file ---- */

typedef struct
{
  PltSession *session;
  GtkWindow *window; /* (nullable) */
  PltDocument *document;
  PltDocumentGiven given;
  GWeakRef owner;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->session);
  g_clear_object (&self->window);
  plt_document_free (self->document);
  g_weak_ref_clear (&self->owner);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_place (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (path == NULL)
    return;
  if (!plt_document_output_write (self->document, path, &error))
    {
      plt_alert_take_error (self->window, _ ("The file could not be written"), error);
      return;
    }
  tell_given (self->given, &self->owner);
  name = g_path_get_basename (path);
  text = g_strdup_printf (_ ("“%s” was written."), name);
  plt_session_toast (self->session, text, NULL, NULL);
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
plt_document_output_save (GtkWidget *parent,
                          PltSession *session,
                          PltDocument *document,
                          const char *format,
                          PltDocumentGiven given,
                          GObject *owner)
{
  g_autofree char *pattern = g_strdup_printf ("*.%s", format);
  g_autofree char *upper = g_ascii_strup (format, -1);
  g_autofree char *name = plt_document_output_name (document, format);
  const char *const patterns[] = { pattern, NULL };
  const PltFileFilter filters[] = { { upper, patterns }, { NULL } };
  PltFileRequest request
      = { .title = _ ("Export"), .accept = _ ("_Export"), .name = name, .filters = filters };
  Saving *self = g_new0 (Saving, 1);

  self->session = g_object_ref (session);
  self->document = document;
  self->given = given;
  g_weak_ref_init (&self->owner, owner);
  g_set_object (&self->window, window_of (parent));
  plt_file_save_async (self->window, &request, NULL, on_place, self);
}

/* ---- to paper ---- */

#define JOB "plt-job"

typedef struct
{
  PltDocument *document;
  PltLayout *layout;
  PltSession *session; /* (nullable) */
  PltDocumentGiven given;
  GWeakRef owner;
} Job;

static void
job_free (Job *self)
{
  plt_layout_free (self->layout);
  plt_document_free (self->document);
  g_clear_object (&self->session);
  g_weak_ref_clear (&self->owner);
  g_free (self);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *self)
{
  plt_layout_paint (self->layout, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* The paper of the document, turned as the document is. */
static GtkPageSetup *
page_setup_of (const PltDocInfo *info)
{
  static const char *const names[] = {
    [PLT_PAPER_A4] = "iso_a4", [PLT_PAPER_A3] = "iso_a3", [PLT_PAPER_A2] = "iso_a2",
    [PLT_PAPER_A1] = "iso_a1", [PLT_PAPER_A0] = "iso_a0",
  };
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (names[info->paper]);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, info->orientation == PLT_LANDSCAPE
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

GtkPrintOperation *
plt_document_output_print_job (PltDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *self = g_new0 (Job, 1);
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *name = plt_document_output_name (document, "pdf");

  g_weak_ref_init (&self->owner, NULL);
  self->document = document;
  self->layout = plt_layout_new (document, plt_fonts_get ());
  setup = page_setup_of (plt_document_get_info (document));
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) plt_layout_get_n_pages (self->layout));
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  g_object_set_data_full (G_OBJECT (operation), JOB, self, (GDestroyNotify) job_free);
  return operation;
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *self)
{
  GError *error = NULL;
  g_autofree char *text = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      tell_given (self->given, &self->owner);
      plt_session_toast (self->session, _ ("The document was sent to the printer."), NULL, NULL);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  text = g_strdup_printf (_ ("The document could not be printed: %s. Write a PDF and print that."),
                          error != NULL ? error->message : "");
  plt_session_toast (self->session, text, NULL, NULL);
  g_clear_error (&error);
}

void
plt_document_output_print (GtkWidget *parent,
                           PltSession *session,
                           PltDocument *document,
                           PltDocumentGiven given,
                           GObject *owner)
{
  g_autoptr (GtkPrintOperation) operation = plt_document_output_print_job (document);
  Job *self = g_object_get_data (G_OBJECT (operation), JOB);

  self->session = g_object_ref (session);
  self->given = given;
  g_weak_ref_set (&self->owner, owner);
  g_signal_connect (operation, "done", G_CALLBACK (on_printed), self);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window_of (parent),
                           NULL);
}

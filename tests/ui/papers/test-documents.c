/* Documents: every kind is listed, previewed and written; what was given out is remembered. */
#include <glib/gstdio.h>

#include "plt-document-kind.h"
#include "plt-document-output.h"
#include "plt-documents-view.h"
#include "plt-export-all.h"
#include "plt-paper-trail.h"
#include "plt-params-form.h"
#include "plt-rows.h"
#include "plt-side-pane.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltStore *store;
  PltDocumentsView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  fixture->window = plt_test_window_new (store);
  fixture->session = plt_window_get_session (fixture->window);
  fixture->store = store;
  plt_test_activate (fixture->window, "win.documents");
  plt_test_settle ();
  g_assert_true (PLT_IS_DOCUMENTS_VIEW (plt_window_get_view (fixture->window)));
  fixture->view = PLT_DOCUMENTS_VIEW (plt_window_get_view (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static PltPageView *
pages (Fixture *fixture)
{
  return plt_preview_get_pages (plt_documents_view_get_preview (fixture->view));
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  for (const PltDocumentKind *const *kind = plt_document_kinds (); *kind != NULL; kind++)
    {
      plt_documents_view_show_kind (fixture->view, (*kind)->id);
      plt_test_settle ();
      g_assert_cmpstr (plt_preview_get_message (plt_documents_view_get_preview (fixture->view)), ==,
                       "");
      g_assert_cmpuint (plt_page_view_get_n_pages (pages (fixture)), >, 0);
      g_assert_cmpstr (plt_documents_view_get_state (fixture->view, (*kind)->id), ==, "Never made");
    }
}

static void
test_params (Fixture *fixture, gconstpointer data)
{
  PltParamsForm *form
      = PLT_PARAMS_FORM (plt_test_find_widget (GTK_WIDGET (fixture->view), PLT_TYPE_PARAMS_FORM));
  const PltPlan *plan;
  g_autoptr (PltParams) params = NULL;
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  const char *again;
  GtkWidget *days;

  plt_documents_view_show_kind (fixture->view, "feuille-de-service");
  plt_test_settle ();
  days = plt_params_form_get_editor (form, "day");
  plan = plt_session_get_plan (fixture->session);
  g_assert_true (GTK_IS_DROP_DOWN (days));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (days))), ==,
                    plan->n_shooting_days + 1);
  title = g_strdup (plt_document_get_info (plt_page_view_get_document (pages (fixture)))->subtitle);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (days), plan->n_shooting_days);
  plt_test_settle ();
  params = plt_params_form_get_params (form);
  g_assert_nonnull (plt_params_get (params, "day"));
  again = plt_document_get_info (plt_page_view_get_document (pages (fixture)))->subtitle;
  g_assert_cmpstr (title, !=, again);
  g_assert_false (plt_params_form_set (form, "date", "demain"));
  g_assert_true (plt_params_form_set (form, "date", "22/11/2026"));
  plt_test_settle ();
  g_assert_cmpint (plt_document_get_info (plt_page_view_get_document (pages (fixture)))->date, ==,
                   plt_date_from_ymd (2026, 11, 22));
  /* Kept for the kind while another one is looked at. */
  plt_documents_view_show_kind (fixture->view, "continuite");
  plt_documents_view_show_kind (fixture->view, "feuille-de-service");
  g_assert_cmpuint (
      gtk_drop_down_get_selected (GTK_DROP_DOWN (plt_params_form_get_editor (form, "day"))), ==,
      plan->n_shooting_days);
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  double y;

  return gtk_widget_translate_coordinates (widget, scroller, 0, 0, NULL, &y) && y >= 0
         && y + gtk_widget_get_height (widget) <= gtk_widget_get_height (scroller);
}

/* The row of the paper is in sight wherever one comes from, and no empty pane stands beside it. */
static void
test_retroplanning (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkListBox *list = GTK_LIST_BOX (plt_test_find_widget (view, GTK_TYPE_LIST_BOX));

  g_assert_false (gtk_widget_get_visible (
      plt_test_find_widget (GTK_WIDGET (fixture->window), PLT_TYPE_SIDE_PANE)));
  plt_documents_view_show_kind (fixture->view, "retroplanning");
  plt_test_settle ();
  g_assert_true (is_in_sight (GTK_WIDGET (gtk_list_box_get_selected_row (list))));
}

static void
test_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (PltDocument) document = NULL;
  g_autofree char *name = NULL;

  plt_params_set (params, plt_document_kind_find ("plan-de-travail"), "date", "2026-11-22", NULL);
  document = plt_document_build (fixture->store, "plan-de-travail", params, NULL);
  name = plt_document_output_name (document, "pdf");
  g_assert_true (g_str_has_prefix (name, "Le Bac de six heures - Plan de travail v"));
  g_assert_true (g_str_has_suffix (name, " - 2026-11-22.pdf"));
}

static char *
new_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("plt-papers-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Removes the folder; the number of files of that ending that were in it. */
static guint
empty_folder (const char *folder, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpuint (length, >, 100);
      if (g_str_has_suffix (name, ".pdf"))
        g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
      if (g_str_has_suffix (name, ".xlsx"))
        g_assert_true (g_str_has_prefix (bytes, "PK"));
      n += g_str_has_suffix (name, ending);
      g_unlink (path);
    }
  g_rmdir (folder);
  return n;
}

typedef struct
{
  gboolean done;
  guint n;
  GError *error;
  guint told;
  GCancellable *cancel_after_first;
} Finished;

static void
on_progress (guint done, guint total, const char *name, gpointer data)
{
  Finished *finished = data;

  g_assert_cmpuint (done, <, total);
  finished->told++;
  if (finished->cancel_after_first != NULL)
    g_cancellable_cancel (finished->cancel_after_first);
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  Finished *finished = data;

  finished->n = plt_export_all_finish (result, &finished->error);
  finished->done = TRUE;
}

static void
export_all (Fixture *fixture, const char *folder, guint formats, Finished *finished)
{
  plt_export_all_async (fixture->session, folder, formats, on_progress, finished,
                        finished->cancel_after_first, on_finished, finished);
  while (!finished->done)
    g_main_context_iteration (NULL, TRUE);
}

static guint
n_kinds (void)
{
  guint n = 0;

  for (const PltDocumentKind *const *kind = plt_document_kinds (); *kind != NULL; kind++)
    n++;
  return n;
}

static void
test_export_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = new_folder ();
  Finished finished = { FALSE };

  export_all (fixture, folder, PLT_EXPORT_PDF | PLT_EXPORT_XLSX, &finished);
  g_assert_no_error (finished.error);
  g_assert_cmpuint (finished.n, >=, 2 * n_kinds ());
  g_assert_cmpuint (finished.told, ==, finished.n);
  g_assert_cmpuint (empty_folder (folder, ".pdf"), ==, finished.n / 2); /* no name twice */
}

static void
test_export_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Finished finished = { .cancel_after_first = cancellable };

  export_all (fixture, folder, PLT_EXPORT_PDF, &finished);
  g_assert_error (finished.error, PLT_ERROR, PLT_ERROR_CANCELLED);
  g_clear_error (&finished.error);
  g_assert_cmpuint (finished.n, ==, 1);
  g_assert_cmpuint (empty_folder (folder, ".pdf"), ==, 1);
}

static void
test_export_refused (Fixture *fixture, gconstpointer data)
{
  Finished finished = { FALSE };

  export_all (fixture, "/nonexistent/folder", PLT_EXPORT_PDF, &finished);
  g_assert_nonnull (finished.error);
  g_clear_error (&finished.error);
  g_assert_cmpuint (finished.n, ==, 0);
}

/* Never made, up to date, changed since; and up to date again when the change is undone. */
static void
test_trail (Fixture *fixture, gconstpointer data)
{
  const PltDocumentKind *kind = plt_document_kind_find ("continuite");
  g_autoptr (PltParams) params = plt_params_new ();
  gint64 sequence;
  PltDate date;

  plt_params_set (params, kind, "date", "2026-11-22", NULL);
  g_assert_cmpint (plt_paper_trail_check (fixture->store, kind, &date), ==, PLT_TRAIL_NEVER);
  plt_paper_trail_note (fixture->store, kind, params);
  g_assert_cmpint (plt_paper_trail_check (fixture->store, kind, &date), ==, PLT_TRAIL_CURRENT);
  g_assert_cmpint (date, ==, plt_date_from_ymd (2026, 11, 22));
  sequence = plt_session_get_facts (fixture->session)->sequences.items[0].id;
  g_assert_true (
      plt_store_set (fixture->store, "sequence", sequence, "synopsis", "Autre chose.", NULL));
  g_assert_cmpint (plt_paper_trail_check (fixture->store, kind, NULL), ==, PLT_TRAIL_STALE);
  plt_test_settle ();
  g_assert_true (
      g_str_has_prefix (plt_documents_view_get_state (fixture->view, kind->id), "Changed since"));
  g_assert_true (plt_session_undo (fixture->session));
  plt_test_settle ();
  g_assert_true (
      g_str_has_prefix (plt_documents_view_get_state (fixture->view, kind->id), "Up to date"));
}

/* The printer gets what the preview shows: as many pages, of the same size. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltParams) params = plt_params_new ();
  PltDocument *document = plt_document_build (fixture->store, "plan-de-travail", params, NULL);
  g_autoptr (GtkPrintOperation) job = plt_document_output_print_job (document);
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (job, path);
  g_assert_cmpint (gtk_print_operation_run (job, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpuint (empty_folder (folder, ".pdf"), ==, 1);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/ui/documents/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("kinds", test_kinds);
  ADD ("params", test_params);
  ADD ("retroplanning", test_retroplanning);
  ADD ("name", test_name);
  ADD ("export-all", test_export_all);
  ADD ("export-cancelled", test_export_cancelled);
  ADD ("export-refused", test_export_refused);
  ADD ("trail", test_trail);
  ADD ("print", test_print);
#undef ADD
  return g_test_run ();
}

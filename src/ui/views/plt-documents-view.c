#include "plt-documents-view.h"

#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-dialog.h"
#include "plt-document-kind.h"
#include "plt-document-output.h"
#include "plt-export-all.h"
#include "plt-gtk-compat.h"
#include "plt-paper-trail.h"
#include "plt-params-form.h"
#include "plt-views.h"

#define LIST_WIDTH 250

struct _PltDocumentsView
{
  PltView parent_instance;

  const PltDocumentKind *kind;
  guint build_source;
  guint check_source;
  guint to_check; /* index of the next row whose state is looked at */
  GCancellable *exporting;

  GtkWidget *list;
  GtkWidget *right;
  GtkWidget *form;
  GtkWidget *preview;
  GtkWidget *progress_bar;
  GtkWidget *progress;
  GtkWidget *calendar; /* the button */
};

G_DEFINE_FINAL_TYPE (PltDocumentsView, plt_documents_view, PLT_TYPE_VIEW)

static PltSession *
session_of (PltDocumentsView *self)
{
  return plt_view_get_session (PLT_VIEW (self));
}

static PltStore *
store_of (PltDocumentsView *self)
{
  return plt_session_get_store (session_of (self));
}

PltPreview *
plt_documents_view_get_preview (PltDocumentsView *self)
{
  g_return_val_if_fail (PLT_IS_DOCUMENTS_VIEW (self), NULL);

  return PLT_PREVIEW (self->preview);
}

/* ---- the list ---- */

typedef struct
{
  const PltDocumentKind *kind;
  GtkWidget *state;
  GtkWidget *icon;
} Row;

static Row *
row_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "plt-row");
}

static Row *
find_row (PltDocumentsView *self, const char *kind, GtkListBoxRow **place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_str_equal (row_of (row)->kind->id, kind))
      {
        if (place != NULL)
          *place = row;
        return row_of (row);
      }
  return NULL;
}

static int
phase_of (const PltDocumentKind *kind)
{
  static const char *const ids[] = {
    [PLT_PHASE_DEVELOPMENT] = "developpement", [PLT_PHASE_PREPARATION] = "preparation",
    [PLT_PHASE_SHOOTING] = "tournage",         [PLT_PHASE_POSTPRODUCTION] = "postproduction",
    [PLT_PHASE_RELEASE] = "diffusion",         [PLT_PHASE_FILE] = "dossier",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (ids[i], kind->phase) == 0)
      return (int) i;
  return PLT_PHASE_FILE;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return phase_of (row_of (a)->kind) - phase_of (row_of (b)->kind);
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  int phase = phase_of (row_of (row)->kind);
  GtkWidget *label;

  if (before != NULL && phase_of (row_of (before)->kind) == phase)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (plt_phase_title (phase));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
show_state (GtkListBoxRow *place, const char *text, const char *icon, const char *css_class)
{
  Row *row = row_of (place);
  g_autofree char *name = g_strdup_printf ("%s: %s", row->kind->title, text);

  gtk_label_set_label (GTK_LABEL (row->state), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (row->icon), icon);
  gtk_widget_set_css_classes (row->icon, (const char *[]){ css_class, NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
check_row (PltDocumentsView *self, GtkListBoxRow *place)
{
  PltDate date;
  PltTrailState state = plt_paper_trail_check (store_of (self), row_of (place)->kind, &date);
  g_autofree char *day = date != PLT_DATE_NONE ? plt_date_format_short (date) : g_strdup ("");
  g_autofree char *text = NULL;

  switch (state)
    {
    case PLT_TRAIL_CURRENT:
      /* Translators: %s is the day on which the document was last given out */
      text = g_strdup_printf (_ ("Up to date, %s"), day);
      show_state (place, text, "object-select-symbolic", "ok");
      break;
    case PLT_TRAIL_STALE:
      /* Translators: the production has changed since the document was given out on that day */
      text = g_strdup_printf (_ ("Changed since %s"), day);
      show_state (place, text, "plt-warning-symbolic", "warning");
      break;
    case PLT_TRAIL_NEVER:
    default:
      show_state (place, _ ("Never made"), "plt-dot-symbolic", "none");
    }
}

/* One a turn: each builds a document. */
static gboolean
check_next (gpointer data)
{
  PltDocumentsView *self = data;
  GtkListBoxRow *row
      = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) self->to_check);

  if (row == NULL)
    {
      self->check_source = 0;
      return G_SOURCE_REMOVE;
    }
  self->to_check++;
  check_row (self, row);
  return G_SOURCE_CONTINUE;
}

static void
queue_checks (PltDocumentsView *self)
{
  self->to_check = 0;
  if (self->check_source == 0)
    self->check_source = g_idle_add_full (G_PRIORITY_LOW, check_next, self, NULL);
}

const char *
plt_documents_view_get_state (PltDocumentsView *self, const char *kind)
{
  Row *row;

  g_return_val_if_fail (PLT_IS_DOCUMENTS_VIEW (self) && kind != NULL, "");

  row = find_row (self, kind, NULL);
  return row != NULL ? gtk_label_get_label (GTK_LABEL (row->state)) : "";
}

static GtkWidget *
new_row (const PltDocumentKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (kind->title);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  Row *data = g_new0 (Row, 1);

  data->kind = kind;
  data->state = gtk_label_new (NULL);
  data->icon = gtk_image_new ();
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (data->state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (data->state), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (data->state, "row-state");
  gtk_image_set_pixel_size (GTK_IMAGE (data->icon), 12);
  gtk_box_append (GTK_BOX (line), data->icon);
  gtk_box_append (GTK_BOX (line), data->state);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, kind->title,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "plt-row", data, g_free);
  return row;
}

/* ---- the preview ---- */

static void
build (gpointer data)
{
  PltDocumentsView *self = data;
  g_autoptr (PltParams) params = NULL;
  GError *error = NULL;
  PltDocument *document;

  self->build_source = 0;
  if (self->kind == NULL)
    return;
  params = plt_params_form_get_params (PLT_PARAMS_FORM (self->form));
  document = plt_document_build (store_of (self), self->kind->id, params, &error);
  /* only a paper with dates goes into a calendar program */
  gtk_widget_set_visible (self->calendar,
                          document != NULL && plt_document_get_n_entries (document) > 0);
  plt_preview_take (PLT_PREVIEW (self->preview), document, error);
}

static void
queue_build (PltDocumentsView *self)
{
  if (self->build_source == 0)
    self->build_source = g_idle_add_once (build, self);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltDocumentsView *self)
{
  if (row == NULL || row_of (row)->kind == self->kind)
    return;
  self->kind = row_of (row)->kind;
  plt_params_form_show (PLT_PARAMS_FORM (self->form), self->kind);
  plt_page_view_show_page (plt_preview_get_pages (PLT_PREVIEW (self->preview)), 0);
  queue_build (self);
}

/* Brings the row of the kind that is shown into sight, once the list has its place. */
static gboolean
reveal_row (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));
  GtkWidget *scroller = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double y;

  if (row == NULL || gtk_widget_get_height (GTK_WIDGET (row)) == 0)
    return row != NULL;
  if (gtk_widget_translate_coordinates (GTK_WIDGET (row), list, 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (row)));
  return G_SOURCE_REMOVE;
}

void
plt_documents_view_show_kind (PltDocumentsView *self, const char *kind)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (PLT_IS_DOCUMENTS_VIEW (self) && kind != NULL);

  if (find_row (self, kind, &row) == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_widget_add_tick_callback (self->list, reveal_row, NULL, NULL);
}

static void
on_paper_activated (PltPageView *pages, const PltRef *ref, PltDocumentsView *self)
{
  plt_session_open_ref (session_of (self), *ref);
}

/* ---- what is made of it ---- */

static PltDocument *
plt_documents_view_get_document (PltView *view, GError **error)
{
  PltDocumentsView *self = PLT_DOCUMENTS_VIEW (view);
  g_autoptr (PltParams) params = plt_params_form_get_params (PLT_PARAMS_FORM (self->form));

  return plt_document_build (store_of (self), self->kind->id, params, error);
}

static void
note (gpointer data)
{
  PltDocumentsView *self = data;
  g_autoptr (PltParams) params = plt_params_form_get_params (PLT_PARAMS_FORM (self->form));

  plt_paper_trail_note (store_of (self), self->kind, params);
  queue_checks (self);
}

static void
save (PltDocumentsView *self, const char *format)
{
  GError *error = NULL;
  PltDocument *document = plt_documents_view_get_document (PLT_VIEW (self), &error);

  if (document == NULL)
    plt_session_take_error (session_of (self), error);
  else
    plt_document_output_save (GTK_WIDGET (self), session_of (self), document, format, note,
                              G_OBJECT (self));
}

static void
on_pdf (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (data, "pdf");
}

static void
on_xlsx (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (data, "xlsx");
}

static void
on_csv (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (data, "csv");
}

static void
on_ics (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (data, "ics");
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltDocumentsView *self = data;
  GError *error = NULL;
  PltDocument *document = plt_documents_view_get_document (PLT_VIEW (self), &error);

  if (document == NULL)
    {
      plt_session_take_error (session_of (self), error);
      return;
    }
  plt_document_output_print (GTK_WIDGET (self), session_of (self), document, note, G_OBJECT (self));
}

/* ---- all of them ---- */

typedef struct
{
  PltDocumentsView *view; /* borrowed by the dialog, a reference once a folder is asked for */
  GtkWidget *pdf;
  GtkWidget *xlsx;
  GtkWidget *csv;
} ExportAll;

static void
on_progress (guint done, guint total, const char *name, gpointer data)
{
  PltDocumentsView *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 total > 0 ? (double) done / total : 0);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), name);
}

static void
on_all_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltDocumentsView) self = data;
  GError *error = NULL;
  guint n = plt_export_all_finish (result, &error);
  g_autofree char *written
      = g_strdup_printf (ngettext ("%u document was written.", "%u documents were written.", n), n);
  g_autofree char *text = error != NULL ? g_strdup_printf ("%s %s", error->message, written) : NULL;

  g_clear_object (&self->exporting);
  gtk_widget_set_visible (self->progress_bar, FALSE);
  plt_view_set_action_enabled (PLT_VIEW (self), "export-all", TRUE);
  plt_session_toast (session_of (self), text != NULL ? text : written, NULL, NULL);
  queue_checks (self);
  g_clear_error (&error);
}

static void
export_all_to (PltDocumentsView *self, const char *folder, guint formats)
{
  self->exporting = g_cancellable_new ();
  gtk_widget_set_visible (self->progress_bar, TRUE);
  plt_view_set_action_enabled (PLT_VIEW (self), "export-all", FALSE);
  plt_export_all_async (session_of (self), folder, formats, on_progress, self, self->exporting,
                        on_all_written, g_object_ref (self));
}

typedef struct
{
  PltDocumentsView *view;
  guint formats;
} FolderRequest;

static void
on_folder (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree FolderRequest *request = data;
  g_autoptr (PltDocumentsView) self = request->view;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->exporting == NULL)
    export_all_to (self, path, request->formats);
}

static void
on_formats_accepted (PltDialog *dialog, ExportAll *all)
{
  static const char *const keys[] = { "pdf", "xlsx", "csv" };
  GtkWidget *const checks[] = { all->pdf, all->xlsx, all->csv };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (all->view));
  PltFileRequest request = { .title = _ ("Folder for the documents"), .accept = _ ("_Export") };
  FolderRequest *folder = g_new0 (FolderRequest, 1);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (checks[i])))
      folder->formats |= 1u << i;
  if (folder->formats == 0)
    {
      plt_dialog_set_message (dialog, _ ("Choose one format at least."));
      g_free (folder);
      return;
    }
  folder->view = g_object_ref (all->view);
  gtk_window_destroy (GTK_WINDOW (dialog));
  plt_file_folder_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &request, NULL, on_folder,
                         folder);
}

static GtkWidget *
new_check (GtkWidget *box, const char *label, gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_box_append (GTK_BOX (box), check);
  return check;
}

static void
on_export_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltDocumentsView *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  PltDialog *dialog = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                      _ ("Export everything"), _ ("Choose the _folder…"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *text = gtk_label_new (
      _ ("All documents as they are today, one file each, with the name of the production, the "
         "version and the date. Call sheets: those that are made."));
  ExportAll *all = g_new0 (ExportAll, 1);

  all->view = self;
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 48);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (box), text);
  all->pdf = new_check (box, _ ("_PDF, to read and print"), TRUE);
  all->xlsx = new_check (box, _ ("_XLSX, to calculate"), FALSE);
  all->csv = new_check (box, _ ("_CSV, for other programs"), FALSE);
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (dialog, box);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (on_formats_accepted), all,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_cancel (PltDocumentsView *self)
{
  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);
}

static const GActionEntry entries[] = {
  { "document-pdf", on_pdf }, { "document-xlsx", on_xlsx },   { "document-csv", on_csv },
  { "document-ics", on_ics }, { "document-print", on_print }, { "export-all", on_export_all },
};

/* ---- the view ---- */

static void
plt_documents_view_refresh (PltView *view)
{
  PltDocumentsView *self = PLT_DOCUMENTS_VIEW (view);

  plt_params_form_refresh (PLT_PARAMS_FORM (self->form));
  if (self->kind == NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  queue_build (self);
  queue_checks (self);
}

static gboolean
plt_documents_view_grab_content_focus (PltView *view)
{
  PltDocumentsView *self = PLT_DOCUMENTS_VIEW (view);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
plt_documents_view_session_set (PltView *view, PltSession *session)
{
  PltDocumentsView *self = PLT_DOCUMENTS_VIEW (view);

  self->form = plt_params_form_new (session);
  gtk_widget_add_css_class (self->form, "register-bar");
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (queue_build), self);
  gtk_box_prepend (GTK_BOX (self->right), self->form);
}

static GtkWidget *
add_button (PltDocumentsView *self, const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  plt_view_add_header_widget (PLT_VIEW (self), NULL, button);
  return button;
}

static GtkWidget *
new_list (PltDocumentsView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  for (const PltDocumentKind *const *kind = plt_document_kinds (); *kind != NULL; kind++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (*kind));
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, NULL, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), set_header, NULL, NULL);
  gtk_widget_add_css_class (self->list, "papers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Documents"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_widget_add_css_class (scroller, "papers-list");
  return scroller;
}

static GtkWidget *
new_progress (PltDocumentsView *self)
{
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Stop"));

  self->progress_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->progress = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->progress), TRUE);
  gtk_widget_set_hexpand (self->progress, TRUE);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Export"), -1);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel), self);
  gtk_box_append (GTK_BOX (self->progress_bar), self->progress);
  gtk_box_append (GTK_BOX (self->progress_bar), cancel);
  gtk_widget_add_css_class (self->progress_bar, "register-bar");
  gtk_widget_set_visible (self->progress_bar, FALSE);
  return self->progress_bar;
}

static void
plt_documents_view_dispose (GObject *object)
{
  PltDocumentsView *self = PLT_DOCUMENTS_VIEW (object);

  g_clear_handle_id (&self->build_source, g_source_remove);
  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_row_selected, self);
  self->list = NULL;

  G_OBJECT_CLASS (plt_documents_view_parent_class)->dispose (object);
}

static void
plt_documents_view_class_init (PltDocumentsViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_documents_view_dispose;
  view_class->session_set = plt_documents_view_session_set;
  view_class->refresh = plt_documents_view_refresh;
  view_class->grab_content_focus = plt_documents_view_grab_content_focus;
  view_class->get_document = plt_documents_view_get_document;
}

static void
plt_documents_view_init (PltDocumentsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
  add_button (self, _ ("_PDF…"), "view.document-pdf", TRUE);
  add_button (self, _ ("_XLSX…"), "view.document-xlsx", FALSE);
  add_button (self, _ ("_CSV…"), "view.document-csv", FALSE);
  self->calendar = add_button (self, _ ("_Dates…"), "view.document-ics", FALSE);
  gtk_widget_set_tooltip_text (self->calendar, _ ("For a calendar program or a telephone (.ics)"));
  gtk_widget_set_visible (self->calendar, FALSE);
  add_button (self, _ ("P_rint…"), "view.document-print", FALSE);
  add_button (self, _ ("Export _everything…"), "view.export-all", FALSE);
  self->right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->preview = plt_preview_new ();
  gtk_widget_set_vexpand (self->preview, TRUE);
  gtk_widget_set_hexpand (self->right, TRUE);
  g_signal_connect (plt_preview_get_pages (PLT_PREVIEW (self->preview)), "activated",
                    G_CALLBACK (on_paper_activated), self);
  gtk_box_append (GTK_BOX (self->right), self->preview);
  gtk_box_append (GTK_BOX (self->right), new_progress (self));
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_box_append (GTK_BOX (box), self->right);
  plt_view_set_carries_form (PLT_VIEW (self), TRUE); /* nothing can be selected in it */
  plt_view_add_page (PLT_VIEW (self), "documents", _ ("Documents"), box);
}

#include "plt-script-view.h"

#include <glib/gi18n-lib.h>

#include "plt-empty-state.h"
#include "plt-register.h"
#include "plt-rows.h"

#define LIST_WIDTH 248
#define REPORT_COLUMNS "line,kind,message,text"

struct _PltScriptView
{
  PltView parent_instance;

  gint64 version;        /* chosen to be looked at, 0 for the production's own */
  gboolean following;    /* list, text and selection are being brought in line */
  gboolean text_changed; /* script_block was written */

  GtkWidget *stack; /* empty, text */
  GtkWidget *list;
  GtkWidget *page;
  GtkWidget *search;
  GtkWidget *banner;
  GtkWidget *banner_text;
  GtkWidget *versions;
  GtkWidget *report;
};

G_DEFINE_FINAL_TYPE (PltScriptView, plt_script_view, PLT_TYPE_VIEW)

PltScriptPage *
plt_script_view_get_page (PltScriptView *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_VIEW (self), NULL);

  return PLT_SCRIPT_PAGE (self->page);
}

PltSequenceList *
plt_script_view_get_list (PltScriptView *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_VIEW (self), NULL);

  return PLT_SEQUENCE_LIST (self->list);
}

/* ---- versions ---- */

static gint64
own_version (PltScriptView *self)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  gint64 version = plt_session_get_facts (session)->production.script_version;
  g_autoptr (GArray) ids = NULL;

  if (version != 0)
    return version;
  ids = plt_rows_ids (plt_session_get_store (session), plt_table_find ("script_version"), NULL, 0,
                      "-number", NULL);
  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

gint64
plt_script_view_get_version (PltScriptView *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_VIEW (self), 0);

  return self->version != 0 ? self->version : own_version (self);
}

static gboolean
version_exists (PltScriptView *self, gint64 version)
{
  g_autoptr (PltRecord) record = plt_store_get_record (
      plt_session_get_store (plt_view_get_session (PLT_VIEW (self))), "script_version", version);

  return record != NULL && !plt_record_is_deleted (record);
}

static void
update_banner (PltScriptView *self)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->banner, self->version != 0);
  if (self->version == 0)
    return;
  name = plt_rows_label (plt_session_get_store (session), plt_table_find ("script_version"),
                         self->version);
  /* Translators: %s is number and title of a version of the screenplay: "2 La Passe" */
  text = g_strdup_printf (_ ("This is version %s, not the current one."), name);
  gtk_label_set_label (GTK_LABEL (self->banner_text), text);
}

static void
show_remarks_of (PltScriptView *self, gint64 version)
{
  const PltValue value = plt_value_integer (version);

  plt_query_model_set_filter (plt_register_get_rows (PLT_REGISTER (self->report)), "script_version",
                              &value);
}

void
plt_script_view_show_version (PltScriptView *self, gint64 version)
{
  g_return_if_fail (PLT_IS_SCRIPT_VIEW (self));

  self->version = version == own_version (self) ? 0 : version;
  plt_view_queue_refresh (PLT_VIEW (self));
}

static void
on_show_current (PltScriptView *self)
{
  plt_script_view_show_version (self, 0);
}

/* ---- list, text and selection go together ---- */

static void
select_sequence (PltScriptView *self, gint64 sequence)
{
  self->following = TRUE;
  plt_session_select (plt_view_get_session (PLT_VIEW (self)), "sequence", sequence, NULL);
  self->following = FALSE;
}

static void
on_list (PltScriptView *self, gint64 sequence)
{
  if (self->following)
    return;
  plt_script_page_go_to_sequence (PLT_SCRIPT_PAGE (self->page), sequence);
  select_sequence (self, sequence);
}

static void
on_text (PltScriptView *self, gint64 sequence)
{
  if (self->following)
    return;
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), sequence);
  select_sequence (self, sequence);
}

static void
on_selection (PltScriptView *self)
{
  PltRef ref = plt_session_get_selection (plt_view_get_session (PLT_VIEW (self)));

  if (self->following || g_strcmp0 (ref.table, "sequence") != 0
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), ref.id);
  if (plt_script_page_get_sequence (PLT_SCRIPT_PAGE (self->page)) != ref.id)
    plt_script_page_go_to_sequence (PLT_SCRIPT_PAGE (self->page), ref.id);
}

/* Nothing was chosen yet: the film begins with its first séquence, the text with its title. */
static void
select_first (PltScriptView *self)
{
  gint64 first = plt_sequence_list_get_beside (PLT_SEQUENCE_LIST (self->list), 0);

  if (first == 0)
    return;
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), first);
  select_sequence (self, first);
}

static void
update_summary (PltScriptView *self)
{
  PltSession *session = plt_view_get_session (PLT_VIEW (self));
  gint64 version = plt_script_view_get_version (self);
  g_autoptr (PltRecord) record
      = version != 0
            ? plt_store_get_record (plt_session_get_store (session), "script_version", version)
            : NULL;
  g_autofree char *text = NULL;
  const char *title;
  gint64 pages;

  if (record == NULL || plt_record_is_deleted (record))
    {
      plt_view_set_summary (PLT_VIEW (self), "");
      return;
    }
  pages = plt_record_get_integer (record, "pages", 0);
  title = plt_record_get_text (record, "title");
  if (title == NULL || *title == '\0') /* a screenplay without a title page */
    title = plt_session_get_facts (session)->production.title;
  /* Translators: "La Passe · version 2 · 23 pages" */
  text = g_strdup_printf (
      ngettext ("%s · version %d · %d page", "%s · version %d · %d pages", (gulong) pages), title,
      (int) plt_record_get_integer (record, "number", 0), (int) pages);
  plt_view_set_summary (PLT_VIEW (self), text);
}

static void
plt_script_view_refresh (PltView *view)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);
  PltRef ref = plt_session_get_selection (plt_view_get_session (view));
  gint64 version;

  if (self->version != 0 && !version_exists (self, self->version))
    self->version = 0;
  version = plt_script_view_get_version (self);
  self->following = TRUE;
  plt_sequence_list_refresh (PLT_SEQUENCE_LIST (self->list));
  if (self->text_changed)
    plt_script_page_show (PLT_SCRIPT_PAGE (self->page), 0);
  self->text_changed = FALSE;
  plt_script_page_show (PLT_SCRIPT_PAGE (self->page), version);
  self->following = FALSE;
  show_remarks_of (self, version);
  update_banner (self);
  update_summary (self);
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      plt_script_page_is_empty (PLT_SCRIPT_PAGE (self->page)) ? "empty" : "text");
  gtk_widget_set_visible (self->search, !plt_script_page_is_empty (PLT_SCRIPT_PAGE (self->page))
                                            && g_strcmp0 (plt_view_get_page (view), "text") == 0);
  if (g_strcmp0 (ref.table, "sequence") == 0 && ref.id != 0)
    on_selection (self);
}

static void
on_blocks_changed (PltScriptView *self)
{
  self->text_changed = TRUE;
}

/* ---- versions and report ---- */

static void
on_version_activated (PltGrid *grid, guint row, guint column, PltScriptView *self)
{
  plt_script_view_show_version (
      self, plt_query_model_get_id (plt_register_get_rows (PLT_REGISTER (self->versions)), row));
  plt_view_show_page (PLT_VIEW (self), "text");
}

static void
go_to_remark (PltScriptView *self, gint64 id)
{
  g_autoptr (PltRecord) remark = plt_store_get_record (
      plt_session_get_store (plt_view_get_session (PLT_VIEW (self))), "script_remark", id);

  if (remark == NULL)
    return;
  plt_view_show_page (PLT_VIEW (self), "text");
  plt_script_page_go_to_line (PLT_SCRIPT_PAGE (self->page),
                              (guint) plt_record_get_integer (remark, "line", 0));
  gtk_widget_grab_focus (GTK_WIDGET (plt_script_page_get_text (PLT_SCRIPT_PAGE (self->page))));
}

static void
on_remark_activated (PltGrid *grid, guint row, guint column, PltScriptView *self)
{
  go_to_remark (self,
                plt_query_model_get_id (plt_register_get_rows (PLT_REGISTER (self->report)), row));
}

/* ---- search ---- */

static void
on_search_changed (PltScriptView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (plt_script_page_find (PLT_SCRIPT_PAGE (self->page), text, TRUE))
    gtk_widget_remove_css_class (self->search, "error");
  else
    gtk_widget_add_css_class (self->search, "error");
}

static void
on_search_next (PltScriptView *self)
{
  plt_script_page_find (PLT_SCRIPT_PAGE (self->page),
                        gtk_editable_get_text (GTK_EDITABLE (self->search)), FALSE);
}

static void
on_search_stopped (PltScriptView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (plt_script_page_get_text (PLT_SCRIPT_PAGE (self->page))));
}

static gboolean
plt_script_view_start_search (PltView *view)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);

  if (g_strcmp0 (plt_view_get_page (view), "script_version") == 0)
    plt_register_start_search (PLT_REGISTER (self->versions));
  else if (g_strcmp0 (plt_view_get_page (view), "script_remark") == 0)
    plt_register_start_search (PLT_REGISTER (self->report));
  else if (plt_script_page_is_empty (PLT_SCRIPT_PAGE (self->page)))
    return FALSE;
  else
    gtk_widget_grab_focus (self->search);
  return TRUE;
}

/* ---- the view ---- */

static gboolean
plt_script_view_grab_content_focus (PltView *view)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);

  if (g_strcmp0 (plt_view_get_page (view), "script_version") == 0)
    return plt_register_grab_focus (PLT_REGISTER (self->versions));
  if (g_strcmp0 (plt_view_get_page (view), "script_remark") == 0)
    return plt_register_grab_focus (PLT_REGISTER (self->report));
  return !plt_script_page_is_empty (PLT_SCRIPT_PAGE (self->page))
         && plt_sequence_list_grab_focus (PLT_SEQUENCE_LIST (self->list));
}

static gboolean
select_block (PltScriptView *self, gint64 id)
{
  g_autoptr (PltRecord) block = plt_store_get_record (
      plt_session_get_store (plt_view_get_session (PLT_VIEW (self))), "script_block", id);

  plt_view_show_page (PLT_VIEW (self), "text");
  if (id == 0)
    return TRUE;
  if (block == NULL || plt_record_is_deleted (block))
    return FALSE;
  plt_script_view_show_version (self, plt_record_get_integer (block, "script_version", 0));
  return plt_script_page_go_to_line (PLT_SCRIPT_PAGE (self->page),
                                     (guint) plt_record_get_integer (block, "line", 0));
}

static gboolean
plt_script_view_select_ref (PltView *view, PltRef ref)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);

  if (g_strcmp0 (ref.table, "script_block") == 0)
    return select_block (self, ref.id);
  if (g_strcmp0 (ref.table, "script_version") == 0)
    {
      plt_view_show_page (view, "script_version");
      return plt_register_select_ref (PLT_REGISTER (self->versions), ref);
    }
  if (g_strcmp0 (ref.table, "script_remark") == 0)
    {
      plt_view_show_page (view, "script_remark");
      return plt_register_select_ref (PLT_REGISTER (self->report), ref);
    }
  return FALSE;
}

static PltDocument *
plt_script_view_get_document (PltView *view, GError **error)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);
  GtkWidget *list
      = g_strcmp0 (plt_view_get_page (view), "script_remark") == 0 ? self->report : self->versions;

  if (g_strcmp0 (plt_view_get_page (view), "text") != 0)
    return plt_register_get_document (PLT_REGISTER (list), error);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The text of the screenplay is no table; choose another view to export."));
  return NULL;
}

static GtkWidget *
new_banner (PltScriptView *self)
{
  GtkWidget *back = gtk_button_new_with_label (_ ("Show the current version"));

  self->banner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->banner_text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->banner_text), 0);
  gtk_widget_set_hexpand (self->banner_text, TRUE);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (on_show_current), self);
  gtk_widget_add_css_class (self->banner, "banner");
  gtk_box_append (GTK_BOX (self->banner), self->banner_text);
  gtk_box_append (GTK_BOX (self->banner), back);
  gtk_widget_set_visible (self->banner, FALSE);
  return self->banner;
}

static GtkWidget *
new_text_page (PltScriptView *self, PltSession *session)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = plt_sequence_list_new (session);
  self->page = plt_script_page_new (session);
  g_signal_connect_swapped (self->list, "sequence-selected", G_CALLBACK (on_list), self);
  g_signal_connect_swapped (self->page, "sequence-shown", G_CALLBACK (on_text), self);
  gtk_box_append (GTK_BOX (box), new_banner (self));
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_paned_set_start_child (GTK_PANED (paned), self->list);
  gtk_paned_set_end_child (GTK_PANED (paned), box);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (paned), TRUE);
  plt_sequence_list_set_width (PLT_SEQUENCE_LIST (self->list), GTK_PANED (paned), LIST_WIDTH);
  gtk_widget_set_size_request (self->list, 150, -1);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-script-symbolic", _ ("There is no screenplay yet"),
                           _ ("Open a Fountain, Final Draft, PDF or text file: sequences, sets "
                              "and roles are read from it, and nothing is lost."),
                           plt_session_is_read_only (session) ? NULL : _ ("_Open a Screenplay…"),
                           "win.import-script"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), paned, "text");
  return self->stack;
}

static GtkWidget *
new_search (PltScriptView *self)
{
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search in the text"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in the text"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_next), self);
  g_signal_connect_swapped (self->search, "next-match", G_CALLBACK (on_search_next), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_search_stopped), self);
  return self->search;
}

static GtkWidget *
new_import_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Import…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import-script");
  gtk_widget_set_tooltip_text (button, _ ("Import a screenplay: what would change is shown first"));
  return button;
}

static void
plt_script_view_session_set (PltView *view, PltSession *session)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);

  self->versions = plt_register_new (session, "script_version", NULL);
  self->report = plt_register_new (session, "script_remark", REPORT_COLUMNS);
  plt_register_set_read_only (PLT_REGISTER (self->report));
  g_signal_connect_object (plt_register_get_grid (PLT_REGISTER (self->versions)), "cell-activated",
                           G_CALLBACK (on_version_activated), self, 0);
  g_signal_connect_object (plt_register_get_grid (PLT_REGISTER (self->report)), "cell-activated",
                           G_CALLBACK (on_remark_activated), self, 0);
  plt_view_add_page (view, "text", _ ("Text"), new_text_page (self, session));
  plt_view_add_page (view, "script_version", _ ("Versions"), self->versions);
  plt_view_add_page (view, "script_remark", _ ("Import report"), self->report);
  plt_view_add_header_widget (view, "text", new_search (self));
  plt_view_add_header_widget (view, NULL, new_import_button ());
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plt_session_get_store (session), "changed::script_block",
                           G_CALLBACK (on_blocks_changed), self, G_CONNECT_SWAPPED);
}

/* What was selected elsewhere stays selected; what this view shows is selected. */
static void
plt_script_view_map (GtkWidget *widget)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (widget);
  PltRef ref = plt_session_get_selection (plt_view_get_session (PLT_VIEW (widget)));

  GTK_WIDGET_CLASS (plt_script_view_parent_class)->map (widget);
  if (g_strcmp0 (ref.table, "sequence") == 0 && ref.id != 0)
    on_selection (self);
  else if (plt_sequence_list_get_selected (PLT_SEQUENCE_LIST (self->list)) == 0)
    select_first (self);
  else
    select_sequence (self, plt_sequence_list_get_selected (PLT_SEQUENCE_LIST (self->list)));
}

static void
plt_script_view_page_shown (PltView *view, const char *page)
{
  if (g_str_equal (page, "text") && plt_view_get_session (view) != NULL)
    plt_view_queue_refresh (view);
}

static void
plt_script_view_class_init (PltScriptViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->map = plt_script_view_map;
  view_class->session_set = plt_script_view_session_set;
  view_class->refresh = plt_script_view_refresh;
  view_class->grab_content_focus = plt_script_view_grab_content_focus;
  view_class->select_ref = plt_script_view_select_ref;
  view_class->start_search = plt_script_view_start_search;
  view_class->get_document = plt_script_view_get_document;
  view_class->page_shown = plt_script_view_page_shown;
}

static void
plt_script_view_init (PltScriptView *self)
{
}

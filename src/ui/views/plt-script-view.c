#include "plt-script-view.h"

#include <glib/gi18n-lib.h>

#include "plt-document-kind.h"
#include "plt-empty-state.h"
#include "plt-register.h"
#include "plt-rows.h"
#include "plt-script-compare-page.h"

#define REPORT_COLUMNS "line,kind,message,text"

struct _PltScriptView
{
  PltView parent_instance;

  GtkWidget *stack; /* empty, text */
  GtkWidget *desk;
  GtkWidget *search;
  GtkWidget *versions;
  GtkWidget *compare;
  GtkWidget *report;
};

G_DEFINE_FINAL_TYPE (PltScriptView, plt_script_view, PLT_TYPE_VIEW)

PltScriptDesk *
plt_script_view_get_desk (PltScriptView *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_VIEW (self), NULL);

  return PLT_SCRIPT_DESK (self->desk);
}

PltScriptPage *
plt_script_view_get_page (PltScriptView *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_VIEW (self), NULL);

  return plt_script_desk_get_page (PLT_SCRIPT_DESK (self->desk));
}

PltSequenceList *
plt_script_view_get_list (PltScriptView *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_VIEW (self), NULL);

  return plt_script_desk_get_list (PLT_SCRIPT_DESK (self->desk));
}

/* ---- versions ---- */

gint64
plt_script_view_get_version (PltScriptView *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_VIEW (self), 0);

  return plt_script_desk_get_version (PLT_SCRIPT_DESK (self->desk));
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

  plt_script_desk_show_version (PLT_SCRIPT_DESK (self->desk), version);
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
  gboolean text = g_strcmp0 (plt_view_get_page (view), "text") == 0;
  gboolean empty;

  plt_script_desk_refresh (PLT_SCRIPT_DESK (self->desk));
  empty = plt_script_desk_is_empty (PLT_SCRIPT_DESK (self->desk));
  show_remarks_of (self, plt_script_view_get_version (self));
  if (g_strcmp0 (plt_view_get_page (view), "compare") == 0)
    plt_script_compare_page_refresh (PLT_SCRIPT_COMPARE_PAGE (self->compare));
  update_summary (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "text");
  gtk_widget_set_visible (self->search, !empty && text);
  plt_view_set_pane (
      view, _ ("Sequence"),
      !empty && text ? GTK_WIDGET (plt_script_desk_get_pane (PLT_SCRIPT_DESK (self->desk))) : NULL);
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
  plt_script_page_go_to_line (plt_script_view_get_page (self),
                              (guint) plt_record_get_integer (remark, "line", 0));
  gtk_widget_grab_focus (GTK_WIDGET (plt_script_page_get_text (plt_script_view_get_page (self))));
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

  if (plt_script_page_find (plt_script_view_get_page (self), text, TRUE))
    gtk_widget_remove_css_class (self->search, "error");
  else
    gtk_widget_add_css_class (self->search, "error");
}

static void
on_search_next (PltScriptView *self)
{
  plt_script_page_find (plt_script_view_get_page (self),
                        gtk_editable_get_text (GTK_EDITABLE (self->search)), FALSE);
}

static void
on_search_stopped (PltScriptView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (plt_script_page_get_text (plt_script_view_get_page (self))));
}

static gboolean
plt_script_view_start_search (PltView *view)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);

  if (g_strcmp0 (plt_view_get_page (view), "script_version") == 0)
    plt_register_start_search (PLT_REGISTER (self->versions));
  else if (g_strcmp0 (plt_view_get_page (view), "script_remark") == 0)
    plt_register_start_search (PLT_REGISTER (self->report));
  else if (plt_script_page_is_empty (plt_script_view_get_page (self)))
    return FALSE;
  else
    gtk_widget_grab_focus (self->search);
  return TRUE;
}

/* ---- actions ---- */

static void
show_pane (PltScriptView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  /* FALSE where there is no window: a test of the view alone */
  gtk_widget_activate_action (widget, "win.show-view-pane", NULL);
}

static PltTagger *
tagger (gpointer view)
{
  return plt_script_desk_get_tagger (PLT_SCRIPT_DESK (PLT_SCRIPT_VIEW (view)->desk));
}

static void
on_tag (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  plt_tagger_pick (tagger (view));
}

static void
on_untag (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  plt_tagger_ask_remove (tagger (view));
}

static void
on_tag_everywhere (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  plt_tagger_tag_everywhere (tagger (view));
}

static void
on_show_element (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  plt_tagger_show_element (tagger (view));
}

static void
on_proposals (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);
  PltScriptPane *pane = plt_script_desk_get_pane (PLT_SCRIPT_DESK (self->desk));

  plt_view_show_page (view, "text");
  show_pane (self);
  plt_script_pane_show_proposals (pane,
                                  plt_proposal_list_is_film (plt_script_pane_get_proposals (pane)));
  plt_script_pane_grab_focus (pane);
}

static void
on_read_as (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  plt_tagger_ask_kind (tagger (view));
}

static const GActionEntry entries[] = {
  { "read-as", on_read_as },
  { "tag", on_tag },
  { "untag", on_untag },
  { "tag-everywhere", on_tag_everywhere },
  { "show-element", on_show_element },
  { "proposals", on_proposals },
};

/* ---- the view ---- */

static gboolean
plt_script_view_focus_next_part (PltView *view)
{
  return g_strcmp0 (plt_view_get_page (view), "text") == 0
         && plt_script_desk_focus_next_part (PLT_SCRIPT_DESK (PLT_SCRIPT_VIEW (view)->desk));
}

static gboolean
plt_script_view_grab_content_focus (PltView *view)
{
  PltScriptView *self = PLT_SCRIPT_VIEW (view);

  if (g_strcmp0 (plt_view_get_page (view), "script_version") == 0)
    return plt_register_grab_focus (PLT_REGISTER (self->versions));
  if (g_strcmp0 (plt_view_get_page (view), "compare") == 0)
    return plt_script_compare_page_grab_focus (PLT_SCRIPT_COMPARE_PAGE (self->compare));
  if (g_strcmp0 (plt_view_get_page (view), "script_remark") == 0)
    return plt_register_grab_focus (PLT_REGISTER (self->report));
  return plt_script_desk_grab_focus (PLT_SCRIPT_DESK (self->desk));
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
  return plt_script_page_go_to_line (plt_script_view_get_page (self),
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

  if (g_strcmp0 (plt_view_get_page (view), "text") == 0)
    return plt_document_build (plt_session_get_store (plt_view_get_session (view)), "scenario",
                               NULL, error);
  if (g_strcmp0 (plt_view_get_page (view), "compare") != 0)
    return plt_register_get_document (PLT_REGISTER (list), error);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("A comparison is read here and not printed; show the text to export it."));
  return NULL;
}

static GtkWidget *
new_text_page (PltScriptView *self, PltSession *session)
{
  self->desk = plt_script_desk_new (session);
  g_signal_connect_swapped (self->desk, "version-shown", G_CALLBACK (plt_view_queue_refresh), self);
  g_signal_connect_swapped (self->desk, "pane-wanted", G_CALLBACK (show_pane), self);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-script-symbolic", _ ("There is no screenplay yet"),
                           _ ("Open a Fountain, Final Draft, PDF or text file: sequences, sets "
                              "and roles are read from it, and nothing is lost."),
                           plt_session_is_read_only (session) ? NULL : _ ("_Open a Screenplay…"),
                           "win.import-script"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), self->desk, "text");
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
on_block_activated (PltScriptView *self, gint64 block)
{
  plt_view_select_ref (PLT_VIEW (self), (PltRef){ "script_block", block, NULL });
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
  self->compare = plt_script_compare_page_new (session);
  g_signal_connect_object (self->compare, "block-activated", G_CALLBACK (on_block_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plt_session_get_store (session), "changed::script_block",
                           G_CALLBACK (plt_script_compare_page_text_changed), self->compare,
                           G_CONNECT_SWAPPED);
  plt_view_add_page (view, "compare", _ ("Compare"), self->compare);
  plt_view_add_page (view, "script_remark", _ ("Import report"), self->report);
  plt_view_add_header_widget (view, "text", new_search (self));
  plt_view_add_header_widget (view, NULL, new_import_button ());
  plt_view_add_actions (view, entries, G_N_ELEMENTS (entries));
}

/* What was selected elsewhere stays selected; what this view shows is selected. */
static void
plt_script_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_script_view_parent_class)->map (widget);
  plt_script_desk_shown (PLT_SCRIPT_DESK (PLT_SCRIPT_VIEW (widget)->desk));
}

static void
plt_script_view_page_shown (PltView *view, const char *page)
{
  if (plt_view_get_session (view) != NULL)
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
  view_class->focus_next_part = plt_script_view_focus_next_part;
}

static void
plt_script_view_init (PltScriptView *self)
{
}

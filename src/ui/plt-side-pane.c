#include "plt-side-pane.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-availability-box.h"
#include "plt-empty-state.h"
#include "plt-history-list.h"
#include "plt-links.h"
#include "plt-rows.h"

struct _PltSidePane
{
  GtkWidget parent_instance;

  PltSession *session;
  gboolean stale;

  GtkWidget *box;
  GtkWidget *stack;     /* view, form, issues, history */
  GtkWidget *view;      /* holds what the view gives */
  GtkWidget *selection; /* nothing, row */
  GtkWidget *title;
  GtkWidget *kind;
  GtkWidget *form;
  GtkWidget *row_issues;
  GtkWidget *availability;
  GtkWidget *links;
  GtkWidget *issues;
};

G_DEFINE_FINAL_TYPE (PltSidePane, plt_side_pane, GTK_TYPE_WIDGET)

static void
on_issue_activated (GtkListBox *list, GtkListBoxRow *row, PltSidePane *self)
{
  const PltRef *ref = g_object_get_data (G_OBJECT (row), "plt-ref");

  plt_session_open_ref (self->session, *ref);
}

static void
show_row_issues (PltSidePane *self, PltRef selected)
{
  const GPtrArray *issues;
  GtkWidget *child;
  gboolean any = FALSE;

  if (!plt_session_has_issues (self->session))
    return; /* they come when there is time for them */
  issues = plt_session_get_issues (self->session);
  while ((child = gtk_widget_get_first_child (self->row_issues)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->row_issues), child);
  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = g_ptr_array_index (issues, i);
      GtkWidget *row;

      if (g_strcmp0 (issue->ref.table, selected.table) != 0 || issue->ref.id != selected.id)
        continue;
      if (issue->severity == PLT_SEVERITY_INFO)
        continue; /* of the whole film most often: the form does not go down for it */
      row = plt_issue_row_new (issue);
      g_object_set_data_full (G_OBJECT (row), "plt-ref", g_memdup2 (&issue->ref, sizeof issue->ref),
                              g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->row_issues), row);
      any = TRUE;
    }
  gtk_widget_set_visible (self->row_issues, any);
}

static void
update (PltSidePane *self)
{
  PltRef ref = plt_session_get_selection (self->session);
  const PltTable *table = ref.table != NULL ? plt_table_find (ref.table) : NULL;
  g_autoptr (PltRecord) record = NULL;
  g_autofree char *label = NULL;

  self->stale = FALSE;
  if (table != NULL && ref.id != 0)
    record = plt_store_get_record (plt_session_get_store (self->session), ref.table, ref.id);
  if (record == NULL || plt_record_is_deleted (record))
    {
      plt_form_show (PLT_FORM (self->form), NULL, 0);
      gtk_stack_set_visible_child_name (GTK_STACK (self->selection), "nothing");
      return;
    }
  label = plt_rows_label (plt_session_get_store (self->session), table, ref.id);
  gtk_label_set_label (GTK_LABEL (self->kind), _ (table->singular));
  gtk_label_set_label (GTK_LABEL (self->title), *label != '\0' ? label : "—");
  plt_form_show (PLT_FORM (self->form), ref.table, ref.id);
  show_row_issues (self, ref);
  plt_availability_box_show (PLT_AVAILABILITY_BOX (self->availability), ref);
  plt_links_show (PLT_LINKS (self->links), ref);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (self->links)), self->links,
                               plt_links_come_first (ref) ? self->row_issues : self->availability);
  gtk_stack_set_visible_child_name (GTK_STACK (self->selection), "row");
}

static void
on_changed (PltSidePane *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (self->selection))
    update (self);
}

static void
on_issues_changed (PltSidePane *self)
{
  PltRef ref = plt_session_get_selection (self->session);

  if (!self->stale && ref.table != NULL && ref.id != 0)
    show_row_issues (self, ref);
}

static void
on_selection_mapped (PltSidePane *self)
{
  if (self->stale)
    update (self);
}

void
plt_side_pane_show (PltSidePane *self, const char *page)
{
  g_return_if_fail (PLT_IS_SIDE_PANE (self));

  if (g_str_equal (page, "view") && gtk_widget_get_first_child (self->view) == NULL)
    page = "form";
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

void
plt_side_pane_set_view_page (PltSidePane *self, const char *title, GtkWidget *page)
{
  GtkWidget *now;
  GtkStackPage *place;
  const char *shown;

  g_return_if_fail (PLT_IS_SIDE_PANE (self) && (page == NULL || GTK_IS_WIDGET (page)));

  now = gtk_widget_get_first_child (self->view);
  if (now == page)
    return;
  if (now != NULL)
    gtk_box_remove (GTK_BOX (self->view), now);
  if (page != NULL)
    gtk_box_append (GTK_BOX (self->view), page);
  place = gtk_stack_get_page (GTK_STACK (self->stack), self->view);
  gtk_stack_page_set_visible (place, page != NULL);
  if (page != NULL)
    gtk_stack_page_set_title (place, title);
  shown = plt_side_pane_get_shown (self);
  if (g_strcmp0 (shown, "view") == 0 || g_strcmp0 (shown, "form") == 0)
    plt_side_pane_show (self, "view");
}

const char *
plt_side_pane_get_shown (PltSidePane *self)
{
  g_return_val_if_fail (PLT_IS_SIDE_PANE (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

gboolean
plt_side_pane_grab_content_focus (PltSidePane *self)
{
  GtkWidget *child;

  g_return_val_if_fail (PLT_IS_SIDE_PANE (self), FALSE);

  child = gtk_widget_get_first_child (self->view);
  if (g_str_equal (plt_side_pane_get_shown (self), "view") && child != NULL
      && gtk_widget_grab_focus (child))
    return TRUE;
  return gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)),
                                 GTK_DIR_TAB_FORWARD);
}

PltForm *
plt_side_pane_get_form (PltSidePane *self)
{
  g_return_val_if_fail (PLT_IS_SIDE_PANE (self), NULL);

  if (self->stale)
    update (self);
  return PLT_FORM (self->form);
}

PltIssuesPane *
plt_side_pane_get_issues (PltSidePane *self)
{
  g_return_val_if_fail (PLT_IS_SIDE_PANE (self), NULL);

  return PLT_ISSUES_PANE (self->issues);
}

static GtkWidget *
new_row_page (PltSidePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->kind = gtk_label_new (NULL);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->kind), 0);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->kind, "pane-kind");
  gtk_widget_add_css_class (self->title, "pane-title");
  gtk_box_append (GTK_BOX (head), self->kind);
  gtk_box_append (GTK_BOX (head), self->title);
  self->form = plt_form_new (self->session);
  self->row_issues = gtk_list_box_new ();
  gtk_widget_add_css_class (self->row_issues, "issues");
  plt_a11y_set_name (self->row_issues, _ ("Issues of this row"));
  g_signal_connect (self->row_issues, "row-activated", G_CALLBACK (on_issue_activated), self);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->row_issues);
  self->links = plt_links_new (self->session);
  self->availability = plt_availability_box_new (self->session, PLT_FORM (self->form));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), self->availability);
  gtk_box_append (GTK_BOX (box), self->links);
  gtk_widget_add_css_class (box, "pane-content");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scroller;
}

GtkWidget *
plt_side_pane_new (PltSession *session)
{
  PltSidePane *self = g_object_new (PLT_TYPE_SIDE_PANE, NULL);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkStack *stack = GTK_STACK (self->stack);

  self->session = g_object_ref (session);
  self->stale = TRUE;
  self->selection = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->selection),
                       plt_empty_state_new ("plt-pane-symbolic", _ ("Nothing is selected"),
                                            _ ("Select a row to see and fill in its form here."),
                                            NULL, NULL),
                       "nothing");
  gtk_stack_add_named (GTK_STACK (self->selection), new_row_page (self), "row");
  self->issues = plt_issues_pane_new (session);
  self->view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_stack_add_titled (stack, self->view, "view", "");
  gtk_stack_page_set_visible (gtk_stack_get_page (stack, self->view), FALSE);
  gtk_stack_add_titled (stack, self->selection, "form", _ ("Form"));
  gtk_stack_add_titled (stack, self->issues, "issues", _ ("Issues"));
  gtk_stack_add_titled (stack, plt_history_list_new (session), "history", _ ("History"));
  gtk_stack_set_visible_child_name (stack, "form");
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), stack);
  gtk_widget_add_css_class (switcher, "pane-switcher");
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_box_prepend (GTK_BOX (self->box), switcher);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "issues-changed", G_CALLBACK (on_issues_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "map", G_CALLBACK (on_selection_mapped), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
plt_side_pane_dispose (GObject *object)
{
  PltSidePane *self = PLT_SIDE_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_side_pane_parent_class)->dispose (object);
}

static void
plt_side_pane_class_init (PltSidePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_side_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-side-pane");
}

static void
plt_side_pane_init (PltSidePane *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, -1);
}

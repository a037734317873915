#include "plt-issues-pane.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-empty-state.h"

/* An issue of the list: a copy, since the list outlives the session's own. */
typedef struct
{
  PltRef ref;
  const PltViewInfo *view; /* NULL: of no view */
} Entry;

struct _PltIssuesPane
{
  GtkWidget parent_instance;

  PltSession *session;
  gboolean stale;
  int last; /* row gone to last */

  GtkWidget *stack;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltIssuesPane, plt_issues_pane, GTK_TYPE_WIDGET)

static const char *
severity_icon (PltSeverity severity)
{
  switch (severity)
    {
    case PLT_SEVERITY_ERROR:
      return "plt-error-symbolic";
    case PLT_SEVERITY_WARNING:
      return "plt-warning-symbolic";
    case PLT_SEVERITY_INFO:
    default:
      return "plt-info-symbolic";
    }
}

static const char *
severity_title (PltSeverity severity)
{
  switch (severity)
    {
    case PLT_SEVERITY_ERROR:
      return _ ("Error");
    case PLT_SEVERITY_WARNING:
      return _ ("Warning");
    case PLT_SEVERITY_INFO:
    default:
      return _ ("Note");
    }
}

static GtkWidget *
new_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
plt_issue_row_new (const PltIssue *issue)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (severity_icon (issue->severity));
  g_autofree char *tail = NULL;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, plt_severity_id (issue->severity));
  gtk_widget_set_tooltip_text (icon, severity_title (issue->severity));
  gtk_box_append (GTK_BOX (text), new_line (issue->message, "issue-message"));
  tail = issue->source != NULL && *issue->source != '\0'
             ? g_strdup_printf ("%s · %s", issue->source, issue->rule)
             : g_strdup (issue->rule);
  gtk_box_append (GTK_BOX (text), new_line (tail, "issue-source"));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  if (issue->ref.table != NULL && plt_views_find_table (issue->ref.table) != NULL)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_set_tooltip_text (arrow, _ ("Go to"));
      gtk_widget_add_css_class (arrow, "dim-label");
      gtk_box_append (GTK_BOX (box), arrow);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "issue");
  {
    g_autofree char *name
        = g_strdup_printf (_ ("%s: %s"), severity_title (issue->severity), issue->message);

    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tail, -1);
  }
  return row;
}

static const Entry *
row_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "plt-entry");
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const PltViewInfo *view = row_entry (row)->view;
  GtkWidget *label;

  if (before != NULL && row_entry (before)->view == view)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (view != NULL ? _ (view->title) : _ ("Production"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
append (PltIssuesPane *self, const PltIssue *issue, const PltViewInfo *view)
{
  GtkWidget *row = plt_issue_row_new (issue);
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry){ issue->ref, view };
  g_object_set_data_full (G_OBJECT (row), "plt-entry", entry, g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* View by view in the order of the sidebar; within one the gravest first, as they come. */
static void
fill (PltIssuesPane *self)
{
  const GPtrArray *issues = plt_session_get_issues (self->session);
  GtkWidget *child;

  self->stale = FALSE;
  self->last = -1;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (const PltViewInfo *view = plt_views ();; view++)
    {
      const PltViewInfo *wanted = view->id != NULL ? view : NULL;

      for (guint i = 0; i < issues->len; i++)
        {
          const PltIssue *issue = g_ptr_array_index (issues, i);
          const PltViewInfo *of
              = issue->ref.table != NULL ? plt_views_find_table (issue->ref.table) : NULL;

          if (of == wanted)
            append (self, issue, of);
        }
      if (wanted == NULL)
        break;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), issues->len > 0 ? "list" : "empty");
}

/* What is being read stays until the findings are there. */
static void
on_session_changed (PltIssuesPane *self)
{
  self->stale = TRUE;
}

static void
on_issues_changed (PltIssuesPane *self)
{
  if (self->stale && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
go_to (PltIssuesPane *self, GtkListBoxRow *row)
{
  const PltRef ref = row_entry (row)->ref;

  self->last = gtk_list_box_row_get_index (row);
  plt_session_open_ref (self->session, ref);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, PltIssuesPane *self)
{
  go_to (self, row);
}

gboolean
plt_issues_pane_go_to_next (PltIssuesPane *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_ISSUES_PANE (self), FALSE);

  if (self->stale)
    fill (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->last + 1);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  go_to (self, row);
  return TRUE;
}

/* The list scrolls to a row only once it has its place. */
static gboolean
focus_selected (gpointer data)
{
  PltIssuesPane *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

gboolean
plt_issues_pane_focus_view (PltIssuesPane *self, const PltViewInfo *view)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_ISSUES_PANE (self), FALSE);

  if (self->stale)
    fill (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (row_entry (row)->view == view)
      {
        self->last = i - 1;
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
        g_idle_add_full (GDK_PRIORITY_REDRAW + 10, focus_selected, g_object_ref (self),
                         g_object_unref);
        return TRUE;
      }
  return FALSE;
}

GtkWidget *
plt_issues_pane_new (PltSession *session)
{
  PltIssuesPane *self = g_object_new (PLT_TYPE_ISSUES_PANE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "issues-changed", G_CALLBACK (on_issues_changed), self,
                           G_CONNECT_SWAPPED);
  self->stale = TRUE;
  return GTK_WIDGET (self);
}

static void
plt_issues_pane_map (GtkWidget *widget)
{
  PltIssuesPane *self = PLT_ISSUES_PANE (widget);

  if (self->stale)
    fill (self);
  GTK_WIDGET_CLASS (plt_issues_pane_parent_class)->map (widget);
}

static void
plt_issues_pane_dispose (GObject *object)
{
  PltIssuesPane *self = PLT_ISSUES_PANE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_issues_pane_parent_class)->dispose (object);
}

static void
plt_issues_pane_class_init (PltIssuesPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_issues_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_issues_pane_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_issues_pane_init (PltIssuesPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->last = -1;
  self->list = gtk_list_box_new ();
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), set_header, NULL, NULL);
  plt_a11y_set_name (self->list, _ ("Issues"));
  gtk_widget_add_css_class (self->list, "issues");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       plt_empty_state_new ("object-select-symbolic", _ ("No issue"),
                                            _ ("Everything that is checked is in order."), NULL,
                                            NULL),
                       "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

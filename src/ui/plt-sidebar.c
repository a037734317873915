#include "plt-sidebar.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"

struct _PltSidebar
{
  GtkWidget parent_instance;

  PltSession *session;
  char *kind; /* of the production, as of the last filling */
  gboolean selecting;

  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltSidebar, plt_sidebar, GTK_TYPE_WIDGET)

enum
{
  VIEW_ACTIVATED,
  VIEW_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const PltViewInfo *
row_info (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "plt-info");
}

static GtkWidget *
new_row (const PltViewInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (info->icon);
  GtkWidget *label = gtk_label_new (_ (info->title));
  GtkWidget *dot = gtk_image_new_from_icon_name ("plt-dot-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (dot, FALSE);
  gtk_widget_add_css_class (dot, "issue-dot");
  gtk_image_set_pixel_size (GTK_IMAGE (dot), 8);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "plt-info", (gpointer) info);
  g_object_set_data (G_OBJECT (row), "plt-dot", dot);
  plt_a11y_set_name (row, _ (info->title));
  return row;
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  int phase = row_info (row)->phase;
  GtkWidget *label;

  if (phase == PLT_VIEW_NO_PHASE || (before != NULL && row_info (before)->phase == phase))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (plt_phase_title (phase));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "phase");
  gtk_list_box_row_set_header (row, label);
}

static void
update_dots (PltSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      const PltViewInfo *info = row_info (row);
      GtkWidget *dot = g_object_get_data (G_OBJECT (row), "plt-dot");
      guint errors = 0, all = 0;
      g_autofree char *tip = NULL;

      if (info->tables != NULL)
        {
          all = plt_session_count_issues (self->session, info->tables, PLT_SEVERITY_WARNING);
          errors = plt_session_count_issues (self->session, info->tables, PLT_SEVERITY_ERROR);
        }
      gtk_widget_set_visible (dot, all > 0);
      if (errors > 0)
        gtk_widget_add_css_class (dot, "grave");
      else
        gtk_widget_remove_css_class (dot, "grave");
      if (all > 0)
        tip = g_strdup_printf (ngettext ("%u issue", "%u issues", all), all);
      gtk_widget_set_tooltip_text (GTK_WIDGET (row), tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      tip != NULL ? tip : "", -1);
    }
}

static void
fill (PltSidebar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (const PltViewInfo *info = plt_views (); info->id != NULL; info++)
    if (plt_view_info_is_for (info, self->kind))
      gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (info));
}

static void
on_session_changed (PltSidebar *self)
{
  const char *kind = plt_session_get_facts (self->session)->production.kind;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  const PltViewInfo *current = row != NULL ? row_info (row) : NULL;

  if (g_strcmp0 (kind, self->kind) != 0)
    {
      g_free (self->kind);
      self->kind = g_strdup (kind);
      fill (self);
      if (current != NULL)
        plt_sidebar_set_current (self, current->id);
    }
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltSidebar *self)
{
  if (row != NULL && !self->selecting)
    g_signal_emit (self, signals[VIEW_ACTIVATED], 0, row_info (row)->id);
}

void
plt_sidebar_set_current (PltSidebar *self, const char *view)
{
  GtkListBoxRow *row;

  g_return_if_fail (PLT_IS_SIDEBAR (self));

  self->selecting = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_strcmp0 (row_info (row)->id, view) == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  self->selecting = FALSE;
}

const PltViewInfo *
plt_sidebar_get_nth (PltSidebar *self, guint place)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) place);
  return row != NULL ? row_info (row) : NULL;
}

const PltViewInfo *
plt_sidebar_get_beside (PltSidebar *self, const char *view, int step)
{
  int n = 0;
  int at = 0;
  const PltViewInfo *info;

  g_return_val_if_fail (PLT_IS_SIDEBAR (self), NULL);

  for (; (info = plt_sidebar_get_nth (self, (guint) n)) != NULL; n++)
    if (g_strcmp0 (info->id, view) == 0)
      at = n;
  return n > 0 ? plt_sidebar_get_nth (self, (guint) ((at + step % n + n) % n)) : NULL;
}

GtkWidget *
plt_sidebar_new (PltSession *session)
{
  PltSidebar *self = g_object_new (PLT_TYPE_SIDEBAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "issues-changed", G_CALLBACK (update_dots), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (self);
  update_dots (self);
  return GTK_WIDGET (self);
}

static void
plt_sidebar_dispose (GObject *object)
{
  PltSidebar *self = PLT_SIDEBAR (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_row_selected, self);
  self->list = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_sidebar_parent_class)->dispose (object);
}

static void
plt_sidebar_finalize (GObject *object)
{
  g_free (PLT_SIDEBAR (object)->kind);

  G_OBJECT_CLASS (plt_sidebar_parent_class)->finalize (object);
}

/* A click or Return, after the row was selected; the arrows only select. */
static void
on_row_activated (PltSidebar *self)
{
  g_signal_emit (self, signals[VIEW_ENTERED], 0);
}

static void
plt_sidebar_class_init (PltSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_sidebar_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-sidebar");
  signals[VIEW_ACTIVATED]
      = g_signal_new ("view-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[VIEW_ENTERED] = g_signal_new ("view-entered", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_sidebar_init (PltSidebar *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), set_header, NULL, NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  plt_a11y_set_name (self->list, _ ("Views"));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

#include "plt-list-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-plan-list.h"

struct _PltListPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltPlanList *model;
  GtkWidget *box, *search, *found, *grid;
};

G_DEFINE_FINAL_TYPE (PltListPage, plt_list_page, GTK_TYPE_WIDGET)

enum
{
  SELECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

PltGrid *
plt_list_page_get_grid (PltListPage *self)
{
  g_return_val_if_fail (PLT_IS_LIST_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

static void
on_selection (PltListPage *self)
{
  guint row, column;
  PltRef ref;

  if (!gtk_widget_get_mapped (self->grid)
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  ref = plt_plan_list_get_ref (self->model, row);
  if (ref.table != NULL)
    g_signal_emit (self, signals[SELECT], 0, ref.table, ref.id);
}

void
plt_list_page_refresh (PltListPage *self)
{
  gboolean first;

  g_return_if_fail (PLT_IS_LIST_PAGE (self));

  first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) == 0;
  g_signal_handlers_block_by_func (self->grid, on_selection, self);
  plt_plan_list_refresh (self->model);
  if (first && plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), 0, 0);
  g_signal_handlers_unblock_by_func (self->grid, on_selection, self);
}

void
plt_list_page_start_search (PltListPage *self)
{
  g_return_if_fail (PLT_IS_LIST_PAGE (self));

  gtk_widget_grab_focus (self->search);
}

static void
on_search_changed (PltListPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *found = NULL;
  guint n;

  plt_plan_list_set_search (self->model, text);
  n = plt_plan_list_get_n_strips (self->model);
  if (*text != '\0')
    found = n > 0 ? g_strdup_printf (ngettext ("%u found", "%u found", n), n)
                  : g_strdup (_ ("Nothing found"));
  gtk_label_set_label (GTK_LABEL (self->found), found != NULL ? found : "");
}

static void
on_search_done (PltListPage *self)
{
  gtk_widget_grab_focus (self->grid);
}

static void
on_stop_search (PltListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->grid);
}

static GtkWidget *
new_bar (PltListPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->search = gtk_search_entry_new ();
  self->found = gtk_label_new (NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 22);
  g_object_set (self->search, "placeholder-text", _ ("Number, set, words…"), NULL);
  gtk_widget_add_css_class (self->found, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->found), 0);
  gtk_widget_set_hexpand (self->found, TRUE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_done), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (on_stop_search), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), self->found);
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

GtkWidget *
plt_list_page_new (PltSession *session)
{
  PltListPage *self = g_object_new (PLT_TYPE_LIST_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->model = plt_plan_list_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_a11y_set_name (self->grid, _ ("List by day"));
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), new_bar (self));
  gtk_box_append (GTK_BOX (self->box), scroller);
  return GTK_WIDGET (self);
}

static void
plt_list_page_dispose (GObject *object)
{
  PltListPage *self = PLT_LIST_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plt_list_page_parent_class)->dispose (object);
}

static void
plt_list_page_class_init (PltListPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_list_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-list-page");
  signals[SELECT] = g_signal_new ("select", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
plt_list_page_init (PltListPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

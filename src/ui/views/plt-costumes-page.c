#include "plt-costumes-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-costume-grid.h"
#include "plt-costumes.h"
#include "plt-empty-state.h"
#include "plt-story.h"
#include "plt-view.h"

#define TABLE_HEIGHT 230

struct _PltCostumesPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltCostumeGrid *model;

  GtkWidget *stack; /* empty, grid */
  GtkWidget *paned;
  GtkWidget *grid;
  GtkWidget *costumes; /* PltRegister */
};

G_DEFINE_FINAL_TYPE (PltCostumesPage, plt_costumes_page, GTK_TYPE_WIDGET)

PltGrid *
plt_costumes_page_get_grid (PltCostumesPage *self)
{
  g_return_val_if_fail (PLT_IS_COSTUMES_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

PltRegister *
plt_costumes_page_get_register (PltCostumesPage *self)
{
  g_return_val_if_fail (PLT_IS_COSTUMES_PAGE (self), NULL);

  return PLT_REGISTER (self->costumes);
}

void
plt_costumes_page_refresh (PltCostumesPage *self)
{
  gboolean first;
  guint n;

  g_return_if_fail (PLT_IS_COSTUMES_PAGE (self));

  first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) == 0;
  plt_costume_grid_refresh (self->model);
  n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "grid" : "empty");
  if (first && n > 0 && plt_grid_model_get_n_columns (PLT_GRID_MODEL (self->model)) > 1)
    plt_grid_set_cursor (PLT_GRID (self->grid), 0, 1);
}

gboolean
plt_costumes_page_grab_focus (PltCostumesPage *self)
{
  g_return_val_if_fail (PLT_IS_COSTUMES_PAGE (self), FALSE);

  if (plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 0)
    return gtk_widget_grab_focus (self->grid);
  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

void
plt_costumes_page_fill_days (PltCostumesPage *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n;

  g_return_if_fail (PLT_IS_COSTUMES_PAGE (self));

  n = plt_story_apply_costumes (plt_session_get_facts (self->session), 0, batch);
  if (n == 0)
    {
      plt_session_toast (self->session,
                         _ ("There is nothing to propose: give each role one costume a day of the "
                            "story, and the rest of the day can be filled."),
                         NULL, NULL);
      return;
    }
  label = g_strdup_printf (ngettext ("Fill in %u costume", "Fill in %u costumes", n), n);
  if (plt_session_apply (self->session, label, NULL, batch, NULL))
    plt_session_toast (self->session, label, _ ("Undo"), "win.undo");
}

void
plt_costumes_page_add_named (PltCostumesPage *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n;

  g_return_if_fail (PLT_IS_COSTUMES_PAGE (self));

  n = plt_costumes_add_named (plt_session_get_facts (self->session), batch);
  if (n == 0)
    {
      plt_session_toast (self->session, _ ("Every costume the sequences name is listed already."),
                         NULL, NULL);
      return;
    }
  label = g_strdup_printf (ngettext ("List %u costume", "List %u costumes", n), n);
  if (plt_session_apply (self->session, label, NULL, batch, NULL))
    plt_session_toast (self->session, label, _ ("Undo"), "win.undo");
}

/* ---- the object ---- */

static void
on_selection (PltCostumesPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), PLT_TYPE_VIEW);
  guint row, column;
  PltRef ref;

  if (view == NULL || !gtk_widget_get_mapped (self->grid)
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  plt_view_set_summary (PLT_VIEW (view), plt_grid_get_selection_summary (PLT_GRID (self->grid)));
  ref = plt_costume_grid_get_ref (self->model, row, column);
  if (ref.table != NULL)
    plt_session_select (self->session, ref.table, ref.id, NULL);
}

static void
on_activated (PltGrid *grid, guint row, guint column, PltCostumesPage *self)
{
  PltRef ref = plt_costume_grid_get_ref (self->model, row, column);

  if (ref.table != NULL)
    plt_session_open_ref (self->session, ref);
}

static GtkWidget *
new_button (PltCostumesPage *self, const char *label, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, !plt_session_is_read_only (self->session));
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_top (PltCostumesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *help
      = gtk_label_new (_ ("Sequences in the order of the story; a dot is a role without a "
                          "costume."));

  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_label_set_ellipsize (GTK_LABEL (help), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (help, TRUE);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_box_append (GTK_BOX (bar), help);
  gtk_box_append (GTK_BOX (bar),
                  new_button (self, _ ("Fill the days"),
                              _ ("A role keeps its costume through a day of the story: fill in "
                                 "what is empty"),
                              G_CALLBACK (plt_costumes_page_fill_days)));
  gtk_box_append (GTK_BOX (bar), new_button (self, _ ("List the costumes"),
                                             _ ("Give every costume that a sequence names its row "
                                                "below"),
                                             G_CALLBACK (plt_costumes_page_add_named)));
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
on_first_map (GtkWidget *widget, PltCostumesPage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (height > 2 * TABLE_HEIGHT)
    {
      gtk_paned_set_position (GTK_PANED (self->paned), height - TABLE_HEIGHT);
      g_signal_handlers_disconnect_by_func (widget, on_first_map, self);
    }
}

GtkWidget *
plt_costumes_page_new (PltSession *session)
{
  PltCostumesPage *self = g_object_new (PLT_TYPE_COSTUMES_PAGE, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->model = plt_costume_grid_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_a11y_set_name (self->grid, _ ("Costumes by role and sequence"));
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "cell-activated", G_CALLBACK (on_activated), self, 0);
  self->costumes = plt_register_new (session, "costume", NULL);
  gtk_paned_set_start_child (GTK_PANED (self->paned), new_top (self));
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->costumes);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (self->paned), TRUE);
  gtk_paned_set_position (GTK_PANED (self->paned), 330);
  g_signal_connect (self->paned, "map", G_CALLBACK (on_first_map), self);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-breakdown-symbolic", _ ("Nobody wears anything yet"),
                           _ ("Roles come with the screenplay, or when they are added on a sheet."),
                           _ ("_Next Sheet to Do"), "view.next-to-do"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), self->paned, "grid");
  return GTK_WIDGET (self);
}

static void
plt_costumes_page_dispose (GObject *object)
{
  PltCostumesPage *self = PLT_COSTUMES_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_costumes_page_parent_class)->dispose (object);
}

static void
plt_costumes_page_class_init (PltCostumesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_costumes_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-costumes-page");
}

static void
plt_costumes_page_init (PltCostumesPage *self)
{
  self->paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

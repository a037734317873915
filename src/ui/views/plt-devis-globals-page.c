#include "plt-devis-globals-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-column-chooser.h"
#include "plt-devis-figures.h"
#include "plt-empty-state.h"
#include "plt-settings.h"
#include "plt-shortcuts.h"
#include "plt-view.h"

#define LAYOUT "devis-globals"

struct _PltDevisGlobalsPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltDevisGlobals *model;
  GtkWidget *stack; /* page, empty */
  GtkWidget *grid;
  GtkWidget *message;
  GtkWidget *figures;
  GtkWidget *columns;
  gboolean previewing;
};

G_DEFINE_FINAL_TYPE (PltDevisGlobalsPage, plt_devis_globals_page, GTK_TYPE_WIDGET)

PltGrid *
plt_devis_globals_page_get_grid (PltDevisGlobalsPage *self)
{
  return PLT_GRID (self->grid);
}

PltDevisGlobals *
plt_devis_globals_page_get_model (PltDevisGlobalsPage *self)
{
  return self->model;
}

static void
update_figures (PltDevisGlobalsPage *self)
{
  const gboolean trying = plt_devis_globals_is_trying (self->model);
  const PltBudget *budget = plt_devis_globals_get_figures (self->model);
  const char *wrong = plt_devis_globals_get_try_error (self->model);
  g_autofree char *text = trying ? plt_devis_figures_compare (self->session, budget)
                                 : plt_devis_figures_text (self->session);

  gtk_label_set_label (GTK_LABEL (self->figures), text);
  gtk_label_set_label (GTK_LABEL (self->message), wrong != NULL ? wrong : "");
  if (trying)
    {
      PltFigures figures = plt_session_get_figures (self->session);

      figures.budget = budget->total;
      plt_session_preview (self->session, &figures);
    }
  else if (self->previewing)
    plt_session_preview (self->session, NULL);
  self->previewing = trying;
}

void
plt_devis_globals_page_refresh (PltDevisGlobalsPage *self)
{
  const gboolean none = plt_session_get_budget (self->session)->budget == NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), none ? "empty" : "page");
  update_figures (self);
}

static void
on_selection (PltDevisGlobalsPage *self)
{
  guint row, column;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self))
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
      || plt_devis_globals_get_id (self->model, row) == 0)
    return;
  plt_session_select (self->session, "budget_global", plt_devis_globals_get_id (self->model, row),
                      NULL);
}

gboolean
plt_devis_globals_page_grab_focus (PltDevisGlobalsPage *self)
{
  if (plt_session_get_budget (self->session)->budget == NULL)
    return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (self->grid);
}

gboolean
plt_devis_globals_page_select_ref (PltDevisGlobalsPage *self, PltRef ref)
{
  const int row = plt_devis_globals_find (self->model, ref.id);

  if (ref.id != 0 && row < 0)
    return FALSE;
  if (row >= 0)
    {
      plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, PLT_DEVIS_GLOBAL_VALUE);
      plt_session_select (self->session, ref.table, ref.id, ref.column);
    }
  gtk_widget_grab_focus (self->grid);
  return TRUE;
}

void
plt_devis_globals_page_add (PltDevisGlobalsPage *self)
{
  if (plt_session_is_read_only (self->session))
    return;
  gtk_widget_grab_focus (self->grid);
  plt_grid_set_cursor (PLT_GRID (self->grid),
                       plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)),
                       PLT_DEVIS_GLOBAL_NAME);
  plt_grid_edit (PLT_GRID (self->grid));
}

void
plt_devis_globals_page_delete (PltDevisGlobalsPage *self)
{
  g_autoptr (GError) error = NULL;
  guint first, n;

  if (plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n)
      && !plt_grid_model_delete_rows (PLT_GRID_MODEL (self->model), first, n, &error))
    plt_grid_show_notice (PLT_GRID (self->grid), error->message);
}

GtkWidget *
plt_devis_globals_page_show_columns (PltDevisGlobalsPage *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->columns));
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->columns)));
}

static GtkWidget *
new_head (PltDevisGlobalsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *hint = gtk_label_new (
      _ ("A new name is written into every formula. Names stand in the cells of the budget."));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_widget_add_css_class (hint, "dim-label");
  self->columns = plt_column_chooser_new (PLT_GRID (self->grid));
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), self->columns);
  gtk_widget_add_css_class (box, "register-bar");
  return box;
}

static GtkWidget *
new_foot (PltDevisGlobalsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *add = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *tip = plt_shortcut_tooltip ("view.add-row", _ ("Add a variable"));

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (row), gtk_label_new (_ ("Variable")));
  gtk_button_set_child (GTK_BUTTON (add), row);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "view.add-row");
  gtk_widget_set_tooltip_text (add, tip);
  gtk_widget_add_css_class (add, "flat");
  plt_a11y_set_name (add, _ ("Add a variable"));
  gtk_widget_set_visible (add, !plt_session_is_read_only (self->session));
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->message), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->message, TRUE);
  gtk_widget_add_css_class (self->message, "error-text");
  self->figures = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->figures), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->figures), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->figures, "numeric");
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), self->figures);
  gtk_widget_add_css_class (box, "register-foot");
  return box;
}

GtkWidget *
plt_devis_globals_page_new (PltSession *session)
{
  PltDevisGlobalsPage *self = g_object_new (PLT_TYPE_DEVIS_GLOBALS_PAGE, NULL);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *layout = plt_settings_get_layout (LAYOUT);

  self->session = g_object_ref (session);
  self->model = plt_devis_globals_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_grid_set_new_row (PLT_GRID (self->grid), !plt_session_is_read_only (session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Variables"), -1);
  if (*layout != '\0')
    plt_grid_set_layout (PLT_GRID (self->grid), layout);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (page), new_head (self));
  gtk_box_append (GTK_BOX (page), scroller);
  gtk_box_append (GTK_BOX (page), new_foot (self));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), page, "page");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-budget-symbolic", _ ("There is no budget yet"),
                           _ ("Variables belong to a budget."),
                           plt_session_is_read_only (session) ? NULL : _ ("Make a budget"),
                           plt_session_is_read_only (session) ? NULL : "view.new-version"),
      "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_selection), self);
  g_signal_connect_object (self->model, "tried", G_CALLBACK (update_figures), self,
                           G_CONNECT_SWAPPED);
  plt_devis_globals_page_refresh (self);
  return GTK_WIDGET (self);
}

static void
plt_devis_globals_page_dispose (GObject *object)
{
  PltDevisGlobalsPage *self = PLT_DEVIS_GLOBALS_PAGE (object);

  if (self->grid != NULL)
    {
      g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->grid));

      g_signal_handlers_disconnect_by_data (self->grid, self);
      plt_settings_set_layout (LAYOUT, layout);
      self->grid = NULL;
    }
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_globals_page_parent_class)->dispose (object);
}

static void
plt_devis_globals_page_class_init (PltDevisGlobalsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_devis_globals_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-devis-globals");
}

static void
plt_devis_globals_page_init (PltDevisGlobalsPage *self)
{
}

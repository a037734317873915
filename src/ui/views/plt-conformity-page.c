#include "plt-conformity-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-empty-state.h"

struct _PltConformityPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltConformityModel *model;
  GtkWidget *stack, *grid;
};

G_DEFINE_FINAL_TYPE (PltConformityPage, plt_conformity_page, GTK_TYPE_WIDGET)

PltGrid *
plt_conformity_page_get_grid (PltConformityPage *self)
{
  g_return_val_if_fail (PLT_IS_CONFORMITY_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

gboolean
plt_conformity_page_grab_focus (PltConformityPage *self)
{
  g_return_val_if_fail (PLT_IS_CONFORMITY_PAGE (self), FALSE);

  return gtk_widget_grab_focus (self->grid);
}

void
plt_conformity_page_refresh (PltConformityPage *self)
{
  guint n;

  g_return_if_fail (PLT_IS_CONFORMITY_PAGE (self));

  plt_conformity_model_refresh (self->model);
  n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "grid" : "empty");
}

static void on_selection_changed (PltConformityPage *self);

gboolean
plt_conformity_page_press (PltConformityPage *self, gunichar letter)
{
  guint row, column;

  g_return_val_if_fail (PLT_IS_CONFORMITY_PAGE (self), FALSE);

  if (plt_grid_is_editing (PLT_GRID (self->grid))
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
      || !plt_conformity_model_press (self->model, row, column, letter))
    return FALSE;
  if (row + 1 < plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)))
    plt_grid_set_cursor (PLT_GRID (self->grid), row + 1, column);
  else
    on_selection_changed (self);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltConformityPage *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  return plt_conformity_page_press (self, gdk_keyval_to_unicode (keyval));
}

/* The check of the cell is the session's selection, so that its note can be typed beside it. */
static void
on_selection_changed (PltConformityPage *self)
{
  const PltConformityRow *row;
  const PltConformityFacts *check = NULL;
  guint at, column;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self))
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &at, &column))
    return; /* what is selected elsewhere stays */
  row = plt_conformity_model_get_row (self->model, at);
  if (row != NULL && column >= PLT_CONFORMITY_COLUMN_CRITERIA
      && column < PLT_CONFORMITY_COLUMN_NOTE)
    check = row->checks[column - PLT_CONFORMITY_COLUMN_CRITERIA];
  if (check != NULL)
    plt_session_select (self->session, "conformity", check->id, NULL);
  else if (row != NULL)
    plt_session_select (self->session, "sequence", row->sequence->id, NULL);
}

gboolean
plt_conformity_page_select_ref (PltConformityPage *self, PltRef ref)
{
  guint n;

  g_return_val_if_fail (PLT_IS_CONFORMITY_PAGE (self), FALSE);

  plt_conformity_page_refresh (self);
  n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model));
  for (guint i = 0; i < n; i++)
    {
      const PltConformityRow *row = plt_conformity_model_get_row (self->model, i);

      for (guint j = 0; j < PLT_N_CRITERIA; j++)
        if (row->checks[j] != NULL && g_strcmp0 (ref.table, "conformity") == 0
            && row->checks[j]->id == ref.id)
          {
            plt_grid_set_cursor (PLT_GRID (self->grid), i, PLT_CONFORMITY_COLUMN_CRITERIA + j);
            return TRUE;
          }
    }
  return FALSE;
}

static void
plt_conformity_page_dispose (GObject *object)
{
  PltConformityPage *self = PLT_CONFORMITY_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_conformity_page_parent_class)->dispose (object);
}

static void
plt_conformity_page_class_init (PltConformityPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_conformity_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_conformity_page_init (PltConformityPage *self)
{
}

GtkWidget *
plt_conformity_page_new (PltSession *session)
{
  PltConformityPage *self = g_object_new (PLT_TYPE_CONFORMITY_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *keys = gtk_label_new (_ ("C: conforms · R: to look at again · N: does not conform · "
                                      "O: does not apply · Delete: nothing said"));
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->session = g_object_ref (session);
  self->model = plt_conformity_model_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->grid, controller);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_selection_changed),
                            self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Conformity"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_label_set_xalign (GTK_LABEL (keys), 0);
  gtk_widget_add_css_class (keys, "log-keys");
  gtk_widget_add_css_class (keys, "dim-label");
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), keys);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), box, "grid");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-report-symbolic", _ ("Conformity"),
                           _ ("Sequences come here once the log says that they were shot."), NULL,
                           NULL),
      "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

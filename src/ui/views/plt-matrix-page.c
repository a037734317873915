#include "plt-matrix-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-role-matrix.h"
#include "plt-set-effects.h"

struct _PltMatrixPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltRoleMatrix *role_model;
  PltSetEffects *set_model;

  GtkWidget *box;
  GtkWidget *stack;
  GtkWidget *roles; /* PltGrid */
  GtkWidget *sets;  /* PltGrid */
};

G_DEFINE_FINAL_TYPE (PltMatrixPage, plt_matrix_page, GTK_TYPE_WIDGET)

enum
{
  OPEN_SEQUENCES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

PltGrid *
plt_matrix_page_get_roles (PltMatrixPage *self)
{
  g_return_val_if_fail (PLT_IS_MATRIX_PAGE (self), NULL);

  return PLT_GRID (self->roles);
}

PltGrid *
plt_matrix_page_get_sets (PltMatrixPage *self)
{
  g_return_val_if_fail (PLT_IS_MATRIX_PAGE (self), NULL);

  return PLT_GRID (self->sets);
}

/* The cursor stands in the first cell when rows first come. */
static void
put_cursor (GtkWidget *grid, guint rows_before)
{
  if (rows_before == 0 && plt_grid_model_get_n_rows (plt_grid_get_model (PLT_GRID (grid))) > 0)
    plt_grid_set_cursor (PLT_GRID (grid), 0, 0);
}

void
plt_matrix_page_refresh (PltMatrixPage *self)
{
  guint n_roles, n_sets;

  g_return_if_fail (PLT_IS_MATRIX_PAGE (self));

  n_roles = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->role_model));
  n_sets = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->set_model));
  plt_role_matrix_refresh (self->role_model);
  plt_set_effects_refresh (self->set_model);
  put_cursor (self->roles, n_roles);
  put_cursor (self->sets, n_sets);
}

gboolean
plt_matrix_page_grab_focus (PltMatrixPage *self)
{
  g_return_val_if_fail (PLT_IS_MATRIX_PAGE (self), FALSE);

  return gtk_widget_grab_focus (
      g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "roles")
          ? self->roles
          : self->sets);
}

static void
on_role_activated (PltGrid *grid, guint row, guint column, PltMatrixPage *self)
{
  PltRef ref = plt_role_matrix_get_ref (self->role_model, row, column);

  if (ref.table != NULL)
    plt_session_open_ref (self->session, ref);
}

static void
on_set_activated (PltGrid *grid, guint row, guint column, PltMatrixPage *self)
{
  const char *set, *code;

  if (plt_set_effects_get_cell (self->set_model, row, column, &set, &code))
    g_signal_emit (self, signals[OPEN_SEQUENCES], 0, set, code);
}

static GtkWidget *
add_grid (PltMatrixPage *self,
          PltGridModel *model,
          const char *id,
          const char *title,
          GCallback activated)
{
  GtkWidget *grid = plt_grid_new (model);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  plt_a11y_set_name (grid, title);
  g_signal_connect_object (grid, "cell-activated", activated, self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_stack_add_titled (GTK_STACK (self->stack), scroller, id, title);
  return grid;
}

GtkWidget *
plt_matrix_page_new (PltSession *session)
{
  PltMatrixPage *self = g_object_new (PLT_TYPE_MATRIX_PAGE, NULL);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->role_model = plt_role_matrix_new (session);
  self->set_model = plt_set_effects_new (session);
  self->roles = add_grid (self, PLT_GRID_MODEL (self->role_model), "roles", _ ("Roles by sequence"),
                          G_CALLBACK (on_role_activated));
  self->sets = add_grid (self, PLT_GRID_MODEL (self->set_model), "sets", _ ("Sets by effect"),
                         G_CALLBACK (on_set_activated));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  return GTK_WIDGET (self);
}

static void
plt_matrix_page_dispose (GObject *object)
{
  PltMatrixPage *self = PLT_MATRIX_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->role_model);
  g_clear_object (&self->set_model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_matrix_page_parent_class)->dispose (object);
}

static void
plt_matrix_page_class_init (PltMatrixPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_matrix_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-matrix-page");
  signals[OPEN_SEQUENCES]
      = g_signal_new ("open-sequences", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
plt_matrix_page_init (PltMatrixPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

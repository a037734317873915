#include "plt-constraints-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"

struct _PltConstraintsPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *stack; /* a PltRegister for each table, by its id */
};

G_DEFINE_FINAL_TYPE (PltConstraintsPage, plt_constraints_page, GTK_TYPE_WIDGET)

/* What is read first comes first. */
static const struct
{
  const char *table, *columns;
} registers[] = {
  { "availability",
    "kind,from_date,to_date,from_minutes,to_minutes,note,person,element,set,location,sequence" },
  { "event", NULL },
  { "sequence_order", NULL },
  { "calendar_period", NULL },
};

PltRegister *
plt_constraints_page_get_register (PltConstraintsPage *self)
{
  g_return_val_if_fail (PLT_IS_CONSTRAINTS_PAGE (self), NULL);

  return PLT_REGISTER (gtk_stack_get_visible_child (GTK_STACK (self->stack)));
}

gboolean
plt_constraints_page_show (PltConstraintsPage *self, const char *table)
{
  g_return_val_if_fail (PLT_IS_CONSTRAINTS_PAGE (self) && table != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_str_equal (registers[i].table, table))
      {
        gtk_stack_set_visible_child_name (GTK_STACK (self->stack), table);
        return TRUE;
      }
  return FALSE;
}

gboolean
plt_constraints_page_select_ref (PltConstraintsPage *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_CONSTRAINTS_PAGE (self), FALSE);

  return ref.table != NULL && plt_constraints_page_show (self, ref.table)
         && plt_register_select_ref (plt_constraints_page_get_register (self), ref);
}

GtkWidget *
plt_constraints_page_new (PltSession *session)
{
  PltConstraintsPage *self = g_object_new (PLT_TYPE_CONSTRAINTS_PAGE, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    gtk_stack_add_titled (GTK_STACK (self->stack),
                          plt_register_new (session, registers[i].table, registers[i].columns),
                          registers[i].table,
                          plt_table_title (plt_table_find (registers[i].table)));
  return GTK_WIDGET (self);
}

static gboolean
plt_constraints_page_grab_focus (GtkWidget *widget)
{
  return plt_register_grab_focus (
      plt_constraints_page_get_register (PLT_CONSTRAINTS_PAGE (widget)));
}

static void
plt_constraints_page_dispose (GObject *object)
{
  PltConstraintsPage *self = PLT_CONSTRAINTS_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_constraints_page_parent_class)->dispose (object);
}

static void
plt_constraints_page_class_init (PltConstraintsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_constraints_page_dispose;
  widget_class->grab_focus = plt_constraints_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-constraints-page");
}

static void
plt_constraints_page_init (PltConstraintsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  plt_a11y_set_name (switcher, _ ("Constraints"));
  gtk_widget_add_css_class (switcher, "page-switcher");
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

#include "plt-register-set.h"

#include "plt-settings.h"

struct _PltRegisterSet
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *box, *stack;
};

G_DEFINE_FINAL_TYPE (PltRegisterSet, plt_register_set, GTK_TYPE_WIDGET)

/* What is looked for first, in sight on a small screen; the user's own layout goes before. */
static const struct
{
  const char *table, *layout;
} layouts[] = {
  { "room_booking", "room:150;from_date:110;to_date:110;person:125;status:90;task:155" },
  { "screening", "name:200;date:110;start_minutes:64;room:130;task:180;answer:110" },
};

static GtkWidget *
new_register (PltSession *session, const char *table)
{
  GtkWidget *one = plt_register_new (session, table, NULL);
  g_autofree char *own = plt_settings_get_layout (table);

  for (guint i = 0; *own == '\0' && i < G_N_ELEMENTS (layouts); i++)
    if (g_str_equal (layouts[i].table, table))
      plt_grid_set_layout (plt_register_get_grid (PLT_REGISTER (one)), layouts[i].layout);
  return one;
}

PltRegister *
plt_register_set_get_shown (PltRegisterSet *self)
{
  GtkWidget *shown;

  g_return_val_if_fail (PLT_IS_REGISTER_SET (self), NULL);

  shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return PLT_IS_REGISTER (shown) ? PLT_REGISTER (shown) : NULL;
}

void
plt_register_set_add (PltRegisterSet *self, const char *id, const char *title, GtkWidget *page)
{
  g_return_if_fail (PLT_IS_REGISTER_SET (self));

  gtk_stack_add_titled (GTK_STACK (self->stack), page, id, title);
}

GtkWidget *
plt_register_set_get_page (PltRegisterSet *self, const char *id)
{
  g_return_val_if_fail (PLT_IS_REGISTER_SET (self), NULL);

  return gtk_stack_get_child_by_name (GTK_STACK (self->stack), id);
}

gboolean
plt_register_set_select_ref (PltRegisterSet *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_REGISTER_SET (self), FALSE);

  if (ref.table == NULL || !PLT_IS_REGISTER (plt_register_set_get_page (self, ref.table)))
    return FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), ref.table);
  return plt_register_select_ref (plt_register_set_get_shown (self), ref);
}

/* A register with rows tells its own; without any, what was selected before is not on the screen.
 */
static void
on_shown (PltRegisterSet *self)
{
  PltRegister *shown = plt_register_set_get_shown (self);

  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && (shown == NULL
          || g_list_model_get_n_items (G_LIST_MODEL (plt_register_get_rows (shown))) == 0))
    plt_session_select (self->session, NULL, 0, NULL);
}

/* The keyboard goes from rows to rows, not to the search above them. */
static void
on_chosen (PltRegisterSet *self)
{
  PltRegister *shown = plt_register_set_get_shown (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  on_shown (self);
  if (shown != NULL && focus != NULL && gtk_widget_is_ancestor (focus, self->stack)
      && gtk_widget_get_mapped (GTK_WIDGET (shown)))
    plt_register_grab_focus (shown);
}

static void
plt_register_set_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_register_set_parent_class)->map (widget);
  on_shown (PLT_REGISTER_SET (widget));
}

static void
plt_register_set_dispose (GObject *object)
{
  g_clear_object (&PLT_REGISTER_SET (object)->session);
  g_clear_pointer (&PLT_REGISTER_SET (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_register_set_parent_class)->dispose (object);
}

static void
plt_register_set_class_init (PltRegisterSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_register_set_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_register_set_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_register_set_init (PltRegisterSet *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->stack = gtk_stack_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_margin_start (switcher, 12);
  gtk_widget_set_margin_top (switcher, 4);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), switcher);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (on_chosen), self);
}

/**
 * plt_register_set_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
plt_register_set_new (PltSession *session, const char *tables)
{
  PltRegisterSet *self = g_object_new (PLT_TYPE_REGISTER_SET, NULL);
  g_auto (GStrv) ids = g_strsplit (tables, ",", -1);

  self->session = g_object_ref (session);
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_stack_add_titled (GTK_STACK (self->stack), new_register (session, ids[i]), ids[i],
                          plt_table_title (plt_table_find (ids[i])));
  return GTK_WIDGET (self);
}

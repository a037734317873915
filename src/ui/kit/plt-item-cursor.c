#include "plt-item-cursor.h"

#include "plt-text.h"

struct _PltItemCursor
{
  GtkWidget parent;

  char *label;
  char *description;
};

G_DEFINE_FINAL_TYPE (PltItemCursor, plt_item_cursor, GTK_TYPE_WIDGET)

static void
plt_item_cursor_finalize (GObject *object)
{
  PltItemCursor *self = PLT_ITEM_CURSOR (object);

  g_free (self->label);
  g_free (self->description);
  G_OBJECT_CLASS (plt_item_cursor_parent_class)->finalize (object);
}

static void
plt_item_cursor_class_init (PltItemCursorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plt_item_cursor_finalize;
  gtk_widget_class_set_css_name (widget_class, "plt-item-cursor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
plt_item_cursor_init (PltItemCursor *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the mouse goes to the widget */
}

GtkWidget *
plt_item_cursor_new (void)
{
  return g_object_new (PLT_TYPE_ITEM_CURSOR, NULL);
}

void
plt_item_cursor_describe (PltItemCursor *self,
                          const char *label,
                          const char *description,
                          int position,
                          int size,
                          gboolean selected)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  if (plt_set_str (&self->label, label))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (plt_set_str (&self->description, description))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
  gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_POS_IN_SET, position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, size, -1);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
plt_item_cursor_set_present (PltItemCursor *self, gboolean present)
{
  gtk_widget_set_child_visible (GTK_WIDGET (self), present);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !present, -1);
}

const char *
plt_item_cursor_get_label (PltItemCursor *self)
{
  return self->label;
}

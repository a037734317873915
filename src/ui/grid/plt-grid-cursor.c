#include "config.h"

#include "plt-grid-cursor.h"
#include "plt-text.h"

struct _PltGridCursor
{
  GtkWidget parent;

  char *label;
  char *description;
};

G_DEFINE_FINAL_TYPE (PltGridCursor, plt_grid_cursor, GTK_TYPE_WIDGET)

static void
plt_grid_cursor_finalize (GObject *object)
{
  PltGridCursor *self = PLT_GRID_CURSOR (object);

  g_free (self->label);
  g_free (self->description);
  G_OBJECT_CLASS (plt_grid_cursor_parent_class)->finalize (object);
}

static void
plt_grid_cursor_class_init (PltGridCursorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plt_grid_cursor_finalize;
  gtk_widget_class_set_css_name (widget_class, "plt-grid-cursor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
plt_grid_cursor_init (PltGridCursor *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the mouse goes to the grid */
}

GtkWidget *
plt_grid_cursor_new (void)
{
  return g_object_new (PLT_TYPE_GRID_CURSOR, NULL);
}

void
plt_grid_cursor_describe (PltGridCursor *self,
                          const char *label,
                          const char *description,
                          int row,
                          int column,
                          gboolean invalid)
{
  if (plt_set_str (&self->label, label))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  if (plt_set_str (&self->description, description))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, row,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, column, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* The one of the two that has no turn is in nobody's way. Not by `visible`: that would lay out the
 * whole window again at each step of the cursor. */
void
plt_grid_cursor_set_present (PltGridCursor *self, gboolean present)
{
  gtk_widget_set_child_visible (GTK_WIDGET (self), present);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !present, -1);
}

const char *
plt_grid_cursor_get_label (PltGridCursor *self)
{
  return self->label;
}

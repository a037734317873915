#include "plt-tile.h"

#include "plt-a11y.h"
#include "plt-number.h"

struct _PltTile
{
  GtkWidget parent_instance;

  char *action;
  GtkWidget *box;
  GtkWidget *lines;
};

G_DEFINE_FINAL_TYPE (PltTile, plt_tile, GTK_TYPE_WIDGET)

#define BAR_STEPS 1000

void
plt_tile_clear (PltTile *self)
{
  GtkWidget *child;

  g_return_if_fail (PLT_IS_TILE (self));

  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
}

void
plt_tile_add_widget (PltTile *self, GtkWidget *widget)
{
  g_return_if_fail (PLT_IS_TILE (self));

  gtk_box_append (GTK_BOX (self->lines), widget);
}

void
plt_tile_add_line (PltTile *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  plt_tile_add_widget (self, label);
}

void
plt_tile_add_figure (PltTile *self, const char *text)
{
  plt_tile_add_line (self, text, "tile-figure");
}

void
plt_tile_add_pair (PltTile *self, const char *label, const char *value)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *left = gtk_label_new (label);
  GtkWidget *right = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_ellipsize (GTK_LABEL (left), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_add_css_class (right, "numeric");
  gtk_box_append (GTK_BOX (row), left);
  gtk_box_append (GTK_BOX (row), right);
  plt_tile_add_widget (self, row);
}

void
plt_tile_add_bar (PltTile *self, gint64 part, gint64 whole, const char *alternative)
{
  GtkWidget *bar = gtk_level_bar_new ();
  gint64 steps = 0;

  if (whole > 0)
    plt_number_mul_div (CLAMP (part, 0, whole), BAR_STEPS, whole, PLT_ROUND_DOWN, &steps);
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (bar), BAR_STEPS);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double) steps);
  plt_a11y_set_name (bar, alternative);
  gtk_widget_set_tooltip_text (bar, alternative);
  plt_tile_add_widget (self, bar);
}

static void
on_click (GtkGestureClick *gesture, int n, double x, double y, PltTile *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (self->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

GtkWidget *
plt_tile_new (const char *title, const char *icon, const char *action)
{
  PltTile *self = g_object_new (PLT_TYPE_TILE, NULL);
  GtkWidget *heading = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);
  GtkGesture *click = gtk_gesture_click_new ();

  self->action = g_strdup (action);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (heading), row);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (heading), action);
  gtk_widget_add_css_class (heading, "tile-heading");
  gtk_widget_add_css_class (heading, "flat");
  plt_a11y_set_name (heading, title);
  gtk_box_prepend (GTK_BOX (self->box), heading);
  g_signal_connect (click, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (self->lines, GTK_EVENT_CONTROLLER (click));
  return GTK_WIDGET (self);
}

static void
plt_tile_dispose (GObject *object)
{
  g_clear_pointer (&PLT_TILE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_tile_parent_class)->dispose (object);
}

static void
plt_tile_finalize (GObject *object)
{
  g_free (PLT_TILE (object)->action);

  G_OBJECT_CLASS (plt_tile_parent_class)->finalize (object);
}

static void
plt_tile_class_init (PltTileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_tile_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_tile_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-tile");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plt_tile_init (PltTile *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_vexpand (self->lines, TRUE);
  gtk_widget_add_css_class (self->lines, "tile-lines");
  gtk_box_append (GTK_BOX (self->box), self->lines);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

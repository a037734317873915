#include "plt-empty-state.h"

/* A label that wraps. Asked how wide it is at some height, a GtkLabel answers with all of its text
 * on one line, and the window grows beyond the screen: this one is as wide as it is anyhow, and as
 * high as its width makes it. */
#define PLT_TYPE_WRAP (plt_wrap_get_type ())
G_DECLARE_FINAL_TYPE (PltWrap, plt_wrap, PLT, WRAP, GtkWidget)

struct _PltWrap
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (PltWrap, plt_wrap, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
plt_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plt_wrap_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  gtk_widget_measure (PLT_WRAP (widget)->label, orientation,
                      orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, minimum, natural,
                      NULL, NULL);
}

static void
plt_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (PLT_WRAP (widget)->label, &(GtkAllocation){ 0, 0, width, height },
                            baseline);
}

static void
plt_wrap_dispose (GObject *object)
{
  g_clear_pointer (&PLT_WRAP (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_wrap_parent_class)->dispose (object);
}

static void
plt_wrap_class_init (PltWrapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_wrap_dispose;
  GTK_WIDGET_CLASS (klass)->get_request_mode = plt_wrap_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = plt_wrap_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = plt_wrap_size_allocate;
}

static void
plt_wrap_init (PltWrap *self)
{
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  PltWrap *wrap = g_object_new (PLT_TYPE_WRAP, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (wrap));
  wrap->label = label;
  return GTK_WIDGET (wrap);
}

GtkWidget *
plt_empty_state_new (const char *icon,
                     const char *title,
                     const char *sentence,
                     const char *button,
                     const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (box, "empty-state");
  gtk_image_set_pixel_size (GTK_IMAGE (image), 48);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), new_label (title, "empty-title"));
  gtk_box_append (GTK_BOX (box), new_label (sentence, "empty-sentence"));
  if (button != NULL)
    {
      GtkWidget *widget = gtk_button_new_with_mnemonic (button);

      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (widget), action);
      gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (widget, "suggested-action");
      gtk_box_append (GTK_BOX (box), widget);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  return box;
}

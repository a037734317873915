#include "plt-toast.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"

#define SECONDS_PLAIN 5
#define SECONDS_WITH_BUTTON 10 /* time to read, decide and reach for it */

struct _PltToaster
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (PltToaster, plt_toaster, GTK_TYPE_WIDGET)

GtkWidget *
plt_toaster_new (void)
{
  return g_object_new (PLT_TYPE_TOASTER, NULL);
}

void
plt_toaster_set_child (PltToaster *self, GtkWidget *child)
{
  g_return_if_fail (PLT_IS_TOASTER (self));

  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), child);
}

void
plt_toaster_hide (PltToaster *self)
{
  g_return_if_fail (PLT_IS_TOASTER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

static gboolean
on_timeout (gpointer data)
{
  PltToaster *self = data;

  self->timeout = 0;
  plt_toaster_hide (self);
  return G_SOURCE_REMOVE;
}

void
plt_toaster_show (PltToaster *self, const char *text, const char *button, const char *action)
{
  g_return_if_fail (PLT_IS_TOASTER (self) && text != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  self->timeout = g_timeout_add_seconds (button != NULL ? SECONDS_WITH_BUTTON : SECONDS_PLAIN,
                                         on_timeout, self);
}

const char *
plt_toaster_get_text (PltToaster *self)
{
  g_return_val_if_fail (PLT_IS_TOASTER (self), "");

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return "";
  return gtk_label_get_label (GTK_LABEL (self->label));
}

static void
plt_toaster_dispose (GObject *object)
{
  PltToaster *self = PLT_TOASTER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_toaster_parent_class)->dispose (object);
}

static void
plt_toaster_class_init (PltToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_toaster_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_toaster_init (PltToaster *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->overlay = gtk_overlay_new ();
  self->revealer = gtk_revealer_new ();
  self->label = gtk_label_new (NULL);
  self->button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 72);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  /* Two lines would be given half of the width, the other half staying empty beside the buttons. */
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  plt_a11y_set_name (close, _ ("Close the message"));
  gtk_widget_add_css_class (close, "flat");
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (plt_toaster_hide), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (plt_toaster_hide), self);
  gtk_widget_add_css_class (box, "toast");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), close);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_widget_set_halign (self->revealer, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->revealer, GTK_ALIGN_END);
  gtk_widget_set_visible (self->revealer, FALSE);
  g_object_bind_property (self->revealer, "child-revealed", self->revealer, "visible",
                          G_BINDING_DEFAULT);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->revealer);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

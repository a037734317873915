#include "plt-empty-state.h"

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Asked how wide it is at some height, a label that wraps answers with all of its text on one line,
 * and the window grows beyond the screen: this one asks for no width and takes what it likes. */
static GtkWidget *
new_sentence (const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 new_label (text, "empty-sentence"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_focusable (scroller, FALSE);
  return scroller;
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
  gtk_box_append (GTK_BOX (box), new_sentence (sentence));
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

#include "plt-preferences.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-dialog.h"
#include "plt-settings.h"

static void
on_scheme_selected (GtkDropDown *drop_down)
{
  GSettings *settings = plt_settings ();

  if (settings != NULL)
    g_settings_set_enum (settings, "color-scheme", (int) gtk_drop_down_get_selected (drop_down));
}

static void
on_forget (GtkWidget *button)
{
  g_auto (GStrv) recent = plt_settings_get_recent ();

  for (guint i = 0; recent[i] != NULL; i++)
    plt_settings_remove_recent (recent[i]);
  gtk_widget_set_sensitive (button, FALSE);
}

static void
add_row (GtkWidget *box, const char *title, const char *detail, GtkWidget *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *about = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (about), 36);
  gtk_widget_add_css_class (about, "dim-label");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), label);
  gtk_box_append (GTK_BOX (text), about);
  gtk_box_append (GTK_BOX (row), text);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  plt_a11y_set_name (control, title);
  gtk_box_append (GTK_BOX (row), control);
  gtk_box_append (GTK_BOX (box), row);
}

GtkWindow *
plt_preferences_present (GtkWindow *parent)
{
  PltDialog *dialog = plt_dialog_new (parent, _ ("Preferences"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  const char *const schemes[] = { _ ("As the desktop"), _ ("Light"), _ ("Dark"), NULL };
  GtkWidget *scheme = gtk_drop_down_new_from_strings (schemes);
  GtkWidget *forget = gtk_button_new_with_label (_ ("Forget"));
  g_auto (GStrv) recent = plt_settings_get_recent ();
  GSettings *settings = plt_settings ();

  gtk_widget_add_css_class (box, "dialog-content");
  if (settings != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (scheme),
                                (guint) g_settings_get_enum (settings, "color-scheme"));
  gtk_widget_set_sensitive (scheme, settings != NULL);
  g_signal_connect (scheme, "notify::selected", G_CALLBACK (on_scheme_selected), NULL);
  gtk_widget_set_sensitive (forget, recent[0] != NULL);
  g_signal_connect (forget, "clicked", G_CALLBACK (on_forget), NULL);
  add_row (box, _ ("Colours"), _ ("Dark rests the eyes in a dark room; papers stay white."),
           scheme);
  add_row (box, _ ("Productions opened last"), _ ("The list of the start page."), forget);
  plt_dialog_set_content (dialog, box);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 460, -1);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

#include "plt-alert.h"

#include <glib/gi18n-lib.h>

static void
answer (GtkWindow *window, int button)
{
  GTask *task = g_object_get_data (G_OBJECT (window), "plt-task");

  if (task == NULL)
    return;
  g_object_ref (task);
  g_object_set_data (G_OBJECT (window), "plt-task", NULL);
  g_task_return_int (task, button);
  g_object_unref (task);
}

static void
on_clicked (GtkWidget *button, gpointer index)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));

  answer (window, GPOINTER_TO_INT (index));
  gtk_window_destroy (window);
}

static gboolean
on_close (GtkWindow *window)
{
  answer (window, 0);
  return FALSE;
}

static void
on_cancelled (GCancellable *cancellable, GtkWindow *window)
{
  answer (window, 0);
  gtk_window_destroy (window);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

void
plt_alert_choose (GtkWindow *parent,
                  const char *message,
                  const char *detail,
                  const char *const *buttons,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = NULL;
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, plt_alert_choose);
  g_object_set_data_full (G_OBJECT (window), "plt-task", task, g_object_unref);
  gtk_window_set_title (GTK_WINDOW (window), message);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_add_css_class (window, "alert");

  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), new_label (message, "alert-title"));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (box), new_label (detail, "alert-detail"));
  gtk_widget_set_halign (row, GTK_ALIGN_END);
  gtk_widget_set_margin_top (row, 8);
  for (int i = 0; buttons[i] != NULL; i++)
    {
      button = gtk_button_new_with_mnemonic (buttons[i]);
      g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GINT_TO_POINTER (i));
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (box), row);
  gtk_window_set_child (GTK_WINDOW (window), box);
  if (button != NULL)
    {
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_window_set_default_widget (GTK_WINDOW (window), button);
      gtk_window_set_focus (GTK_WINDOW (window), button);
    }
  g_signal_connect (window, "close-request", G_CALLBACK (on_close), NULL);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_cancelled), window, 0);
  {
    GtkEventController *keys = gtk_shortcut_controller_new ();

    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                          gtk_named_action_new ("window.close")));
    gtk_widget_add_controller (window, keys);
  }
  gtk_window_present (GTK_WINDOW (window));
}

int
plt_alert_choose_finish (GAsyncResult *result, GError **error)
{
  GError *local = NULL;
  int button = (int) g_task_propagate_int (G_TASK (result), &local);

  if (local == NULL)
    return button;
  g_propagate_error (error, local);
  return -1;
}

void
plt_alert_take_error (GtkWindow *parent, const char *message, GError *error)
{
  const char *const buttons[] = { _ ("_Close"), NULL };

  plt_alert_choose (parent, message, error != NULL ? error->message : NULL, buttons, NULL, NULL,
                    NULL);
  g_clear_error (&error);
}

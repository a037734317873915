#include "plt-dialog.h"

#include "plt-focus-ring.h"

#include <glib/gi18n-lib.h>

struct _PltDialog
{
  GtkWindow parent_instance;

  GtkWidget *head;
  GtkWidget *box;
  GtkWidget *content;
  GtkWidget *message;
  GtkWidget *accept; /* NULL without an accepting label */
};

G_DEFINE_FINAL_TYPE (PltDialog, plt_dialog, GTK_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_accept (PltDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

PltDialog *
plt_dialog_new (GtkWindow *parent, const char *title, const char *accept)
{
  PltDialog *self = g_object_new (PLT_TYPE_DIALOG, "title", title, "transient-for", parent, NULL);
  GtkWidget *cancel;

  if (accept == NULL)
    return self;

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (self->head), FALSE);
  cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (self->head), cancel);

  self->accept = gtk_button_new_with_mnemonic (accept);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (on_accept), self);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->head), self->accept);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
  return self;
}

void
plt_dialog_set_content (PltDialog *self, GtkWidget *content)
{
  g_return_if_fail (PLT_IS_DIALOG (self) && GTK_IS_WIDGET (content));

  if (self->content != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->content);
  self->content = content;
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_prepend (GTK_BOX (self->box), content);
}

void
plt_dialog_set_accept_enabled (PltDialog *self, gboolean enabled)
{
  g_return_if_fail (PLT_IS_DIALOG (self));

  if (self->accept != NULL)
    gtk_widget_set_sensitive (self->accept, enabled);
}

void
plt_dialog_set_destructive (PltDialog *self)
{
  g_return_if_fail (PLT_IS_DIALOG (self) && self->accept != NULL);

  gtk_widget_remove_css_class (self->accept, "suggested-action");
  gtk_widget_add_css_class (self->accept, "destructive-action");
}

void
plt_dialog_set_message (PltDialog *self, const char *message)
{
  g_return_if_fail (PLT_IS_DIALOG (self));

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

GtkWidget *
plt_dialog_get_head (PltDialog *self)
{
  g_return_val_if_fail (PLT_IS_DIALOG (self), NULL);

  return self->head;
}

/* A content without a field leaves the focus to “Cancel”, the first button of the title bar, which
 * Return would press: it goes to the button that accepts. */
static void
plt_dialog_show (GtkWidget *widget)
{
  PltDialog *self = PLT_DIALOG (widget);
  GtkWidget *focus;

  GTK_WIDGET_CLASS (plt_dialog_parent_class)->show (widget);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (self->accept != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, self->head)))
    gtk_widget_grab_focus (self->accept);
}

static void
plt_dialog_class_init (PltDialogClass *klass)
{
  GTK_WIDGET_CLASS (klass)->show = plt_dialog_show;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
plt_dialog_init (PltDialog *self)
{
  self->head = gtk_header_bar_new ();
  gtk_window_set_titlebar (GTK_WINDOW (self), self->head);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plt-dialog");
  plt_focus_ring_attach (GTK_WINDOW (self));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 56);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_add_css_class (self->message, "message-error");
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_window_set_child (GTK_WINDOW (self), self->box);
}

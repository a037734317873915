#include "plt-snapshots.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-alert.h"
#include "plt-dialog.h"
#include "plt-history-list.h"
#include "plt-window.h"

/* ---- making one ---- */

static void
on_name_accepted (PltDialog *dialog, GtkWidget *entry)
{
  PltSession *session = g_object_get_data (G_OBJECT (dialog), "plt-session");
  const char *name = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!plt_store_snapshot_make (plt_session_get_store (session), name, &error))
    {
      plt_dialog_set_message (dialog, error->message);
      return;
    }
  /* Translators: %s is the name of a snapshot */
  text = g_strdup_printf (_ ("The snapshot “%s” was made."), name);
  plt_session_toast (session, text, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
plt_snapshot_ask (GtkWindow *parent, PltSession *session)
{
  PltDialog *dialog = plt_dialog_new (parent, _ ("Make a Snapshot"), _ ("_Make"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Name"));
  GtkWidget *entry = gtk_entry_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "%d/%m/%Y %H:%M");

  gtk_widget_add_css_class (box, "dialog-content");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 36);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  g_object_set_data_full (G_OBJECT (dialog), "plt-session", g_object_ref (session), g_object_unref);
  g_signal_connect (dialog, "accepted", G_CALLBACK (on_name_accepted), entry);
  plt_dialog_set_content (dialog, box);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* ---- the list ---- */

typedef struct
{
  PltSession *session;
  GtkWidget *dialog;
  GtkWidget *list;
} Snapshots;

static void
snapshots_free (Snapshots *self)
{
  g_object_unref (self->session);
  g_free (self);
}

static void fill (Snapshots *self);

static const char *
button_name (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "plt-name");
}

static void
on_look (GtkWidget *button, Snapshots *self)
{
  GError *error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->dialog));
  g_autoptr (PltStore) store = plt_store_snapshot_open (plt_session_get_store (self->session),
                                                        button_name (button), &error);
  g_autoptr (PltSession) session = NULL;
  g_autofree char *text = NULL;
  PltWindow *window;

  if (store == NULL)
    {
      plt_alert_take_error (GTK_WINDOW (self->dialog), _ ("The snapshot could not be opened"),
                            error);
      return;
    }
  session = plt_session_new (store);
  window = plt_window_new (gtk_window_get_application (parent));
  plt_window_set_session (window, session);
  /* Translators: %s is the name of a snapshot */
  text = g_strdup_printf (_ ("This is the snapshot “%s”: it can be looked at, not changed."),
                          button_name (button));
  plt_window_set_banner (window, text);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_restore (GtkWidget *button, Snapshots *self)
{
  g_autofree char *backup = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (!plt_store_snapshot_restore (plt_session_get_store (self->session), button_name (button),
                                   &backup, &error))
    {
      plt_alert_take_error (GTK_WINDOW (self->dialog), _ ("The snapshot could not be restored"),
                            error);
      return;
    }
  if (backup != NULL)
    text = g_strdup_printf (_ ("“%s” was restored. What was there before is in %s."),
                            button_name (button), backup);
  else
    text = g_strdup_printf (_ ("“%s” was restored."), button_name (button));
  plt_session_toast (self->session, text, backup == NULL ? _ ("Undo") : NULL,
                     backup == NULL ? "win.undo" : NULL);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

static void
on_delete (GtkWidget *button, Snapshots *self)
{
  GError *error = NULL;

  if (plt_store_snapshot_delete (plt_session_get_store (self->session), button_name (button),
                                 &error))
    fill (self);
  else
    plt_alert_take_error (GTK_WINDOW (self->dialog), _ ("The snapshot could not be deleted"),
                          error);
}

static void
add_button (GtkWidget *row, const char *title, const char *name, GCallback clicked, Snapshots *self)
{
  GtkWidget *button = gtk_button_new_with_label (title);
  g_autofree char *full = g_strdup_printf (_ ("%s: %s"), title, name);

  g_object_set_data_full (G_OBJECT (button), "plt-name", g_strdup (name), g_free);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  plt_a11y_set_name (button, full);
  gtk_box_append (GTK_BOX (row), button);
}

static GtkWidget *
new_row (Snapshots *self, const PltSnapshot *snapshot)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (snapshot->name);
  g_autofree char *time = plt_history_time (snapshot->time);
  g_autofree char *size = g_format_size ((guint64) snapshot->size);
  g_autofree char *about = g_strdup_printf ("%s · %s", time, size);
  GtkWidget *detail = gtk_label_new (about);
  gboolean writable = !plt_session_is_read_only (self->session);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), name);
  gtk_box_append (GTK_BOX (text), detail);
  gtk_box_append (GTK_BOX (row), text);
  add_button (row, _ ("Look at"), snapshot->name, G_CALLBACK (on_look), self);
  if (writable)
    {
      add_button (row, _ ("Restore"), snapshot->name, G_CALLBACK (on_restore), self);
      add_button (row, _ ("Delete"), snapshot->name, G_CALLBACK (on_delete), self);
    }
  return row;
}

static void
fill (Snapshots *self)
{
  g_autoptr (GPtrArray) snapshots = plt_store_snapshots (plt_session_get_store (self->session));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = snapshots->len; i > 0; i--)
    gtk_box_append (GTK_BOX (self->list), new_row (self, g_ptr_array_index (snapshots, i - 1)));
  if (snapshots->len == 0)
    {
      GtkWidget *label = gtk_label_new (
          _ ("No snapshot yet. Make one before a large change: it can be looked at and restored."));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
      gtk_box_append (GTK_BOX (self->list), label);
    }
}

void
plt_snapshots_present (GtkWindow *parent, PltSession *session)
{
  Snapshots *self = g_new0 (Snapshots, 1);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->session = g_object_ref (session);
  self->dialog = GTK_WIDGET (plt_dialog_new (parent, _ ("Snapshots"), NULL));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-snapshots", self,
                          (GDestroyNotify) snapshots_free);
  gtk_widget_add_css_class (self->list, "dialog-content");
  fill (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  plt_dialog_set_content (PLT_DIALOG (self->dialog), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 520, 360);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

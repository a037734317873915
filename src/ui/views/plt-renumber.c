#include "plt-renumber.h"

#include <glib/gi18n-lib.h>

#include "plt-breakdown.h"
#include "plt-dialog.h"

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GtkWidget *entry;
  GArray *ids; /* gint64 */
} Renumber;

static void
renumber_free (Renumber *self)
{
  g_object_unref (self->session);
  g_array_unref (self->ids);
  g_free (self);
}

static void
on_renumber (Renumber *self)
{
  int first = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->entry));
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  if (plt_breakdown_renumber (plt_session_get_facts (self->session),
                              (const gint64 *) self->ids->data, self->ids->len, first, batch,
                              &error)
      && (plt_batch_get_n_edits (batch) == 0
          || plt_store_apply (plt_session_get_store (self->session), _ ("Renumber sequences"), NULL,
                              batch, NULL, &error)))
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  else
    plt_dialog_set_message (self->dialog, error->message);
}

GtkWindow *
plt_renumber_present (GtkWindow *parent, PltSession *session, GArray *sequences)
{
  GtkWidget *box, *label, *help;
  g_autofree char *text = NULL;
  Renumber *work;

  g_return_val_if_fail (PLT_IS_SESSION (session) && sequences != NULL, NULL);

  work = g_new0 (Renumber, 1);
  work->session = g_object_ref (session);
  work->ids = g_array_ref (sequences);
  work->dialog = plt_dialog_new (parent, _ ("Renumber Sequences"), _ ("_Renumber"));
  g_object_set_data_full (G_OBJECT (work->dialog), "plt-renumber", work,
                          (GDestroyNotify) renumber_free);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  text = g_strdup_printf (ngettext ("_First number of %u selected sequence:",
                                    "_First number of %u selected sequences:", work->ids->len),
                          work->ids->len);
  label = gtk_label_new_with_mnemonic (text);
  work->entry = gtk_spin_button_new_with_range (1, 9999, 1);
  help = gtk_label_new (_ ("Once a screenplay has been handed out its numbers stay: put 12A in "
                           "between instead."));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), work->entry);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_label_set_wrap (GTK_LABEL (help), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (help), 44);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), work->entry);
  gtk_box_append (GTK_BOX (box), help);
  plt_dialog_set_content (work->dialog, box);
  plt_dialog_set_accept_enabled (work->dialog, work->ids->len > 0);
  g_signal_connect_swapped (work->dialog, "accepted", G_CALLBACK (on_renumber), work);
  gtk_window_present (GTK_WINDOW (work->dialog));
  return GTK_WINDOW (work->dialog);
}

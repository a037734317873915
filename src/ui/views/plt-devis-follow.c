#include "plt-devis-follow.h"

#include <glib/gi18n-lib.h>

#include "plt-dialog.h"

#define GRID "plt-devis-follow-grid"

static PltDevisLinks *
links_of (PltDialog *dialog)
{
  return PLT_DEVIS_LINKS (plt_grid_get_model (plt_devis_follow_get_grid (GTK_WINDOW (dialog))));
}

PltGrid *
plt_devis_follow_get_grid (GtkWindow *dialog)
{
  return PLT_GRID (g_object_get_data (G_OBJECT (dialog), GRID));
}

/* "12 lines, 34 500,00 €" */
static void
update (PltDialog *dialog, GtkLabel *label)
{
  PltMoney amount;
  const guint n = plt_devis_links_count_taken (links_of (dialog), &amount);
  g_autofree char *money = plt_money_format (amount);
  g_autofree char *text = g_strdup_printf (ngettext ("%u line, %s", "%u lines, %s", n), n, money);

  gtk_label_set_label (label, text);
  plt_dialog_set_accept_enabled (dialog, n > 0);
}

static void
on_changed (PltDialog *dialog)
{
  update (dialog, g_object_get_data (G_OBJECT (dialog), "plt-total"));
}

static void
on_all (PltDialog *dialog)
{
  plt_devis_links_take_all (links_of (dialog), TRUE);
}

static void
on_none (PltDialog *dialog)
{
  plt_devis_links_take_all (links_of (dialog), FALSE);
}

static void
on_accepted (PltDialog *dialog, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (plt_devis_links_apply (links_of (dialog), &error))
    gtk_window_destroy (GTK_WINDOW (dialog));
  else
    plt_dialog_set_message (dialog, error->message);
}

static GtkWidget *
new_foot (PltDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *all = gtk_button_new_with_mnemonic (_ ("Take _All"));
  GtkWidget *none = gtk_button_new_with_mnemonic (_ ("Take _None"));
  GtkWidget *total = gtk_label_new (NULL);

  g_signal_connect_swapped (all, "clicked", G_CALLBACK (on_all), dialog);
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (on_none), dialog);
  gtk_label_set_xalign (GTK_LABEL (total), 1);
  gtk_widget_set_hexpand (total, TRUE);
  gtk_widget_add_css_class (total, "numeric");
  gtk_box_append (GTK_BOX (box), all);
  gtk_box_append (GTK_BOX (box), none);
  gtk_box_append (GTK_BOX (box), total);
  g_object_set_data (G_OBJECT (dialog), "plt-total", total);
  return box;
}

GtkWindow *
plt_devis_follow_present (GtkWidget *parent, PltSession *session)
{
  g_autoptr (PltDevisLinks) links = plt_devis_links_new (session);
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *box, *hint, *scroller, *grid;
  PltDialog *dialog;

  if (plt_grid_model_get_n_rows (PLT_GRID_MODEL (links)) == 0)
    {
      plt_session_toast (session,
                         _ ("The budget follows all roles and engagements of the production."),
                         NULL, NULL);
      return NULL;
    }
  dialog = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                           _ ("Follow the Schedule and the Engagements"), _ ("_Add"));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  hint
      = gtk_label_new (_ ("Roles, background and crew that the budget does not follow yet. What is "
                          "added goes on following the schedule and the engagements."));
  scroller = gtk_scrolled_window_new ();
  grid = plt_grid_new (PLT_GRID_MODEL (links));
  g_object_set_data (G_OBJECT (dialog), GRID, grid);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 80);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lines to add"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), new_foot (dialog));
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (dialog, box);
  g_signal_connect_object (links, "cells-changed", G_CALLBACK (on_changed), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "accepted", G_CALLBACK (on_accepted), NULL);
  on_changed (dialog);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 980, 520);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (grid);
  return GTK_WINDOW (dialog);
}

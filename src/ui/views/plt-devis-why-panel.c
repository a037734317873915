#include "plt-devis-why-panel.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-devis-why-model.h"
#include "plt-text.h"

struct _PltDevisWhyPanel
{
  GtkWidget parent_instance;

  PltSession *session;
  PltDevisWhyModel *model;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *grid;
  char *shown; /* (nullable): the total it is about */
};

G_DEFINE_FINAL_TYPE (PltDevisWhyPanel, plt_devis_why_panel, GTK_TYPE_WIDGET)

static guint closed_signal;

PltGrid *
plt_devis_why_panel_get_grid (PltDevisWhyPanel *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_WHY_PANEL (self), NULL);

  return PLT_GRID (self->grid);
}

void
plt_devis_why_panel_show (PltDevisWhyPanel *self, const PltBudget *budget, const PltDevisRow *row)
{
  g_autoptr (PltDevisPart) root = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (PLT_IS_DEVIS_WHY_PANEL (self));

  if (row == NULL || budget->budget == NULL)
    heading = g_strdup (_ ("Why this total"));
  else
    {
      root = plt_devis_part_of_row (self->session, budget, row);
      /* Translators: a total of the budget and its amount: "23 · Équipe = 22 600,00 €" */
      heading = g_strdup_printf (_ ("%s = %s"), plt_devis_part_get_label (root),
                                 plt_devis_part_get_value (root));
    }
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  plt_devis_why_model_show (self->model, budget, root);
  if (plt_set_str (&self->shown, root != NULL ? plt_devis_part_get_label (root) : NULL)
      && root != NULL)
    plt_grid_set_cursor (PLT_GRID (self->grid), 0, 0); /* another total is read from its top */
}

static void
on_activated (PltDevisWhyPanel *self)
{
  PltDevisPart *part;
  guint row, column;
  PltRef ref;

  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  part = plt_devis_why_model_get_part (self->model, row);
  ref = part != NULL ? plt_devis_part_get_ref (part) : (PltRef){ NULL };
  if (ref.table != NULL && ref.id != 0)
    plt_session_open_ref (self->session, ref);
  else
    plt_grid_show_notice (PLT_GRID (self->grid), _ ("There is nowhere else to go from here."));
}

static void
on_close (PltDevisWhyPanel *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static GtkWidget *
new_head (PltDevisWhyPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *hint = gtk_label_new (_ ("Ctrl+Enter goes to what a row names"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_add_css_class (self->heading, "sub-heading");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  plt_a11y_set_name (close, _ ("Close"));
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (on_close), self);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_add_css_class (box, "register-bar");
  return box;
}

GtkWidget *
plt_devis_why_panel_new (PltSession *session)
{
  PltDevisWhyPanel *self = g_object_new (PLT_TYPE_DEVIS_WHY_PANEL, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->session = g_object_ref (session);
  self->model = plt_devis_why_model_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why this total"), -1);
  g_signal_connect_swapped (self->grid, "cell-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), new_head (self));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, 150);
  return GTK_WIDGET (self);
}

static void
plt_devis_why_panel_dispose (GObject *object)
{
  PltDevisWhyPanel *self = PLT_DEVIS_WHY_PANEL (object);

  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_data (self->grid, self);
  self->grid = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_why_panel_parent_class)->dispose (object);
}

static void
plt_devis_why_panel_finalize (GObject *object)
{
  g_free (PLT_DEVIS_WHY_PANEL (object)->shown);

  G_OBJECT_CLASS (plt_devis_why_panel_parent_class)->finalize (object);
}

static void
plt_devis_why_panel_class_init (PltDevisWhyPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_devis_why_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_devis_why_panel_finalize;
  closed_signal = g_signal_new ("closed", PLT_TYPE_DEVIS_WHY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-devis-why");
}

static void
plt_devis_why_panel_init (PltDevisWhyPanel *self)
{
}

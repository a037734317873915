#include "plt-devis-charges.h"

#include <glib/gi18n-lib.h>

#include "plt-rows.h"

struct _PltDevisCharges
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *paned;
  GtkWidget *profiles;
  GtkWidget *rates;
  GtkWidget *heading;
  gint64 shown; /* the profile below */
};

G_DEFINE_FINAL_TYPE (PltDevisCharges, plt_devis_charges, GTK_TYPE_WIDGET)

PltRegister *
plt_devis_charges_get_profiles (PltDevisCharges *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_CHARGES (self), NULL);

  return PLT_REGISTER (self->profiles);
}

PltRegister *
plt_devis_charges_get_rates (PltDevisCharges *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_CHARGES (self), NULL);

  return PLT_REGISTER (self->rates);
}

static void
show_profile (PltDevisCharges *self, gint64 profile)
{
  const PltTable *table = plt_table_find ("contribution_profile");
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *heading = NULL;

  if (profile == self->shown)
    return;
  self->shown = profile;
  name = plt_rows_label (plt_session_get_store (self->session), table, profile);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, profile);
  /* Translators: %s is the name of a contribution profile */
  heading = g_strdup_printf (_ ("Contributions of “%s”"), name);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  plt_register_set_filter (PLT_REGISTER (self->rates), "profile", text);
}

static void
on_selection (PltDevisCharges *self)
{
  PltRegister *profiles = PLT_REGISTER (self->profiles);
  guint row, column;

  if (plt_grid_get_cursor (plt_register_get_grid (profiles), &row, &column)
      && row < g_list_model_get_n_items (G_LIST_MODEL (plt_register_get_rows (profiles))))
    show_profile (self, plt_query_model_get_id (plt_register_get_rows (profiles), row));
}

gboolean
plt_devis_charges_select_ref (PltDevisCharges *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_DEVIS_CHARGES (self), FALSE);

  if (g_strcmp0 (ref.table, "contribution_profile") == 0)
    return plt_register_select_ref (PLT_REGISTER (self->profiles), ref);
  if (ref.id != 0)
    {
      g_autoptr (PltRecord) rate = plt_store_get_record (plt_session_get_store (self->session),
                                                         "contribution_rate", ref.id);

      if (rate == NULL)
        return FALSE;
      plt_register_select_ref (
          PLT_REGISTER (self->profiles),
          (PltRef){ "contribution_profile", plt_record_get_integer (rate, "profile", 0), NULL });
    }
  return plt_register_select_ref (PLT_REGISTER (self->rates), ref);
}

GtkWidget *
plt_devis_charges_new (PltSession *session)
{
  PltDevisCharges *self = g_object_new (PLT_TYPE_DEVIS_CHARGES, NULL);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  PltGrid *grid;

  self->session = g_object_ref (session);
  self->profiles = plt_register_new (session, "contribution_profile",
                                     "name,employer_e6,account,source,verified,note");
  self->rates
      = plt_register_new (session, "contribution_rate",
                          "code,name,base,employer_e6,employee_e6,ceiling,valid_from,valid_to,"
                          "source,verified");
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "sub-heading");
  gtk_widget_set_vexpand (self->rates, TRUE);
  gtk_box_append (GTK_BOX (below), self->heading);
  gtk_box_append (GTK_BOX (below), self->rates);
  self->paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->profiles);
  gtk_paned_set_end_child (GTK_PANED (self->paned), below);
  gtk_paned_set_position (GTK_PANED (self->paned), 300);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (self->paned), TRUE);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
  grid = plt_register_get_grid (PLT_REGISTER (self->profiles));
  g_signal_connect_object (grid, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  on_selection (self);
  return GTK_WIDGET (self);
}

static void
plt_devis_charges_dispose (GObject *object)
{
  PltDevisCharges *self = PLT_DEVIS_CHARGES (object);

  if (self->profiles != NULL)
    g_signal_handlers_disconnect_by_data (plt_register_get_grid (PLT_REGISTER (self->profiles)),
                                          self);
  self->profiles = NULL;
  g_clear_pointer (&self->paned, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_charges_parent_class)->dispose (object);
}

static void
plt_devis_charges_class_init (PltDevisChargesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_devis_charges_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-devis-charges");
}

static void
plt_devis_charges_init (PltDevisCharges *self)
{
}

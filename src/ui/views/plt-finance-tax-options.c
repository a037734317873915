#include "plt-finance-tax-options.h"

#include <glib/gi18n-lib.h>

#include "plt-finance-fields.h"
#include "plt-finance-tax.h"

#define OF_PRODUCTION                                                                              \
  "tax_credit,language,aid_class,french_share_e6,fiscal_month,request_date,visa_date,delivery_"    \
  "date"

struct _PltFinanceTaxOptions
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *scroller;
  GtkWidget *production; /* PltFinanceFields */
  GtkWidget *message;
  GPtrArray *editors; /* one a setting, borrowed */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (PltFinanceTaxOptions, plt_finance_tax_options, GTK_TYPE_WIDGET)

static const PltFinanceTaxSetting *
setting_of (GtkWidget *editor)
{
  return g_object_get_data (G_OBJECT (editor), "plt-setting");
}

GtkWidget *
plt_finance_tax_options_get_editor (PltFinanceTaxOptions *self, const char *name)
{
  g_return_val_if_fail (PLT_IS_FINANCE_TAX_OPTIONS (self), NULL);

  for (guint i = 0; i < self->editors->len; i++)
    if (g_str_equal (setting_of (g_ptr_array_index (self->editors, i))->name, name))
      return g_ptr_array_index (self->editors, i);
  return NULL;
}

static void
write_setting (PltFinanceTaxOptions *self, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  const gboolean fine = plt_finance_tax_set (self->session, name, value, &error);

  gtk_label_set_label (GTK_LABEL (self->message), fine ? "" : error->message);
  gtk_widget_set_visible (self->message, !fine);
}

static void
on_chosen (GtkDropDown *drop, GParamSpec *spec, PltFinanceTaxOptions *self)
{
  const PltFinanceTaxSetting *setting = setting_of (GTK_WIDGET (drop));
  const guint at = gtk_drop_down_get_selected (drop);

  if (!self->loading && at < G_N_ELEMENTS (setting->values) && setting->values[at] != NULL)
    write_setting (self, setting->name, setting->values[at]);
}

static void
commit (PltFinanceTaxOptions *self, GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (!self->loading && self->session != NULL)
    write_setting (self, setting_of (entry)->name, text);
}

static void
on_activated (GtkEntry *entry, PltFinanceTaxOptions *self)
{
  commit (self, GTK_WIDGET (entry));
}

static void
on_left (GtkEventControllerFocus *focus, PltFinanceTaxOptions *self)
{
  commit (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));
}

/* ---- what is shown ---- */

static void
load (GtkWidget *editor, const char *value)
{
  const PltFinanceTaxSetting *setting = setting_of (editor);

  if (GTK_IS_EDITABLE (editor))
    {
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (editor)), value))
        gtk_editable_set_text (GTK_EDITABLE (editor), value);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (setting->values) && setting->values[i] != NULL; i++)
    if (g_str_equal (setting->values[i], value))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), i);
}

void
plt_finance_tax_options_refresh (PltFinanceTaxOptions *self)
{
  const PltFacts *facts;

  g_return_if_fail (PLT_IS_FINANCE_TAX_OPTIONS (self));

  facts = plt_session_get_facts (self->session);
  plt_finance_fields_show (PLT_FINANCE_FIELDS (self->production), facts->production.id);
  self->loading = TRUE;
  for (guint i = 0; i < self->editors->len; i++)
    {
      GtkWidget *editor = g_ptr_array_index (self->editors, i);

      load (editor, plt_finance_tax_get (facts, setting_of (editor)->name));
    }
  self->loading = FALSE;
}

/* ---- building ---- */

static GtkWidget *
new_choice (PltFinanceTaxOptions *self, const PltFinanceTaxSetting *setting)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; i < G_N_ELEMENTS (setting->values) && setting->values[i] != NULL; i++)
    gtk_string_list_append (titles, i > 0 || g_strcmp0 (setting->titles[0], "—") != 0
                                        ? _ (setting->titles[i])
                                        : setting->titles[0]);
  drop = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (on_chosen), self);
  return drop;
}

static GtkWidget *
new_entry (PltFinanceTaxOptions *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (entry, "activate", G_CALLBACK (on_activated), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
add_setting (PltFinanceTaxOptions *self, GtkWidget *grid, int row)
{
  const PltFinanceTaxSetting *setting = &plt_finance_tax_settings[row];
  GtkWidget *label = gtk_label_new (_ (setting->title));
  GtkWidget *editor = setting->values[0] != NULL ? new_choice (self, setting) : new_entry (self);

  g_object_set_data (G_OBJECT (editor), "plt-setting", (gpointer) setting);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "form-label");
  if (setting->help != NULL)
    gtk_widget_set_tooltip_text (editor, _ (setting->help));
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_widget_set_valign (editor, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_sensitive (editor, !plt_session_is_read_only (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (setting->title), -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), editor, 1, row, 1, 1);
  g_ptr_array_add (self->editors, editor);
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_widget_add_css_class (label, "flush");
  return label;
}

GtkWidget *
plt_finance_tax_options_new (PltSession *session)
{
  PltFinanceTaxOptions *self = g_object_new (PLT_TYPE_FINANCE_TAX_OPTIONS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *grid = gtk_grid_new ();

  self->session = g_object_ref (session);
  self->production = plt_finance_fields_new (session, "production", OF_PRODUCTION, 1);
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "error-text");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (int i = 0; plt_finance_tax_settings[i].name != NULL; i++)
    add_setting (self, grid, i);
  gtk_box_append (GTK_BOX (box), new_heading (_ ("The production")));
  gtk_box_append (GTK_BOX (box), self->production);
  gtk_box_append (GTK_BOX (box), new_heading (_ ("How it is counted")));
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_widget_add_css_class (box, "summary");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  plt_finance_tax_options_refresh (self);
  return GTK_WIDGET (self);
}

static void
plt_finance_tax_options_dispose (GObject *object)
{
  PltFinanceTaxOptions *self = PLT_FINANCE_TAX_OPTIONS (object);

  self->loading = TRUE; /* what is taken down is not written */
  g_ptr_array_set_size (self->editors, 0);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_finance_tax_options_parent_class)->dispose (object);
}

static void
plt_finance_tax_options_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_FINANCE_TAX_OPTIONS (object)->editors);

  G_OBJECT_CLASS (plt_finance_tax_options_parent_class)->finalize (object);
}

static void
plt_finance_tax_options_class_init (PltFinanceTaxOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_tax_options_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_finance_tax_options_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-finance-tax-options");
}

static void
plt_finance_tax_options_init (PltFinanceTaxOptions *self)
{
  self->editors = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

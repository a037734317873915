#include "plt-optimise-settings.h"

#include <glib/gi18n-lib.h>

#include "plt-time.h"

#define MIN_SECONDS 1
#define MAX_SECONDS 600
#define USUAL_SECONDS 10

struct _PltOptimiseSettings
{
  GtkBox parent_instance;

  GtkWidget *kind, *effort, *seconds, *stable, *other_units;
  GtkWidget *grid;
  GPtrArray *entries; /* GtkEntry, one a weight, in their order */
  PltPlanWeights *weights;
};

G_DEFINE_FINAL_TYPE (PltOptimiseSettings, plt_optimise_settings, GTK_TYPE_BOX)

static void
attach (PltOptimiseSettings *self, int row, const char *title, GtkWidget *control)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), control, 1, row, 1, 1);
}

/* ---- weights ---- */

static void
show_weight (PltOptimiseSettings *self, guint index)
{
  const PltPlanWeight *weight = self->weights->items->pdata[index];
  GtkWidget *entry = self->entries->pdata[index];
  g_autofree char *text = plt_plan_weight_format (weight);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_remove_css_class (entry, "error");
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                     weight->own ? "edit-undo-symbolic" : NULL);
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                   _ ("Back to the usual value"));
}

static guint
index_of (PltOptimiseSettings *self, gpointer entry)
{
  guint index = 0;

  g_ptr_array_find (self->entries, entry, &index);
  return index;
}

/* What was typed counts when the entry is left. */
static gboolean
take (PltOptimiseSettings *self, guint index, GError **error)
{
  const PltPlanWeight *weight = self->weights->items->pdata[index];
  GtkWidget *entry = self->entries->pdata[index];
  g_autofree char *shown = plt_plan_weight_format (weight);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (g_str_equal (text, shown))
    return TRUE;
  if (!plt_plan_weights_parse (self->weights, weight->code, text, error))
    {
      gtk_widget_add_css_class (entry, "error");
      return FALSE;
    }
  show_weight (self, index);
  return TRUE;
}

static void
on_leave (GtkEventControllerFocus *focus, PltOptimiseSettings *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  if (!take (self, index_of (self, entry), &error))
    gtk_widget_set_tooltip_text (entry, error->message);
}

static void
on_reset (GtkEntry *entry, GtkEntryIconPosition position, PltOptimiseSettings *self)
{
  guint index = index_of (self, entry);
  const PltPlanWeight *weight = self->weights->items->pdata[index];

  plt_plan_weights_set (self->weights, weight->code, weight->shipped, NULL);
  show_weight (self, index);
}

static void
add_weight (PltOptimiseSettings *self, int row, guint index)
{
  const PltPlanWeight *weight = self->weights->items->pdata[index];
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  /* Translators: where a value comes from */
  g_autofree char *tip = weight->verified ? g_strdup (weight->source)
                                          : g_strdup_printf (_ ("%s (to verify)"), weight->source);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 11);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_set_tooltip_text (entry, tip);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (entry, "icon-press", G_CALLBACK (on_reset), self);
  gtk_widget_add_controller (entry, focus);
  g_ptr_array_add (self->entries, entry);
  attach (self, row, weight->title, entry);
  show_weight (self, index);
}

static const char *
group_title (const char *group)
{
  static const char *const titles[][2] = {
    { "moyens", N_ ("Crew and moves") },
    { "roles", N_ ("Roles") },
    { "eco", N_ ("Nights and kilometres") },
    { "souhaits", N_ ("Wishes") },
    { "lumiere", N_ ("Light and weather") },
    { "temps", N_ ("Hours") },
    { "regles", N_ ("Rules") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i][0], group) == 0)
      return _ (titles[i][1]);
  return group;
}

static void
add_title (PltOptimiseSettings *self, int row, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section-title");
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 2, 1);
}

static void
add_weights (PltOptimiseSettings *self, int row)
{
  const char *group = NULL;

  for (guint i = 0; i < self->weights->items->len; i++)
    {
      const PltPlanWeight *weight = self->weights->items->pdata[i];

      if (g_strcmp0 (group, weight->group) != 0)
        add_title (self, row++, group_title (weight->group));
      group = weight->group;
      add_weight (self, row++, i);
    }
}

/* ---- the wish ---- */

static GtkWidget *
new_kinds (void)
{
  const char *titles[PLT_OFFER_N_KINDS + 1] = { NULL };

  for (int kind = 0; kind < PLT_OFFER_N_KINDS; kind++)
    titles[kind] = plt_offer_kind_title ((PltOfferKind) kind);
  return gtk_drop_down_new_from_strings (titles);
}

static GtkWidget *
new_efforts (void)
{
  const char *titles[]
      = { _ ("Repair what is broken"), _ ("Improve the plan"), _ ("Begin again"), NULL };
  GtkWidget *efforts = gtk_drop_down_new_from_strings (titles);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (efforts), PLT_SHOOT_IMPROVE);
  return efforts;
}

GtkWidget *
plt_optimise_settings_new (PltPlanWeights *weights)
{
  PltOptimiseSettings *self
      = g_object_new (PLT_TYPE_OPTIMISE_SETTINGS, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->weights = weights;
  self->kind = new_kinds ();
  self->effort = new_efforts ();
  self->seconds = gtk_spin_button_new_with_range (MIN_SECONDS, MAX_SECONDS, 1);
  self->stable = gtk_check_button_new_with_mnemonic (_ ("Move _few strips"));
  self->other_units = gtk_check_button_new_with_mnemonic (_ ("Strips may change _unit"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->seconds), USUAL_SECONDS);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->stable), TRUE);

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_add_css_class (self->grid, "dialog-content");
  attach (self, 0, _ ("_Wanted most"), self->kind);
  attach (self, 1, _ ("_Effort"), self->effort);
  attach (self, 2, _ ("_Seconds"), self->seconds);
  gtk_grid_attach (GTK_GRID (self->grid), self->stable, 0, 3, 2, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->other_units, 0, 4, 2, 1);
  add_weights (self, 5);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
  return GTK_WIDGET (self);
}

void
plt_optimise_settings_get (PltOptimiseSettings *self, PltOptimiseOptions *options)
{
  g_return_if_fail (PLT_IS_OPTIMISE_SETTINGS (self) && options != NULL);

  *options = PLT_OPTIMISE_DEFAULTS;
  options->kind = (PltOfferKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  options->effort = (PltShootEffort) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->effort));
  options->unstable = !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->stable));
  options->other_units = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->other_units));
}

guint
plt_optimise_settings_get_seconds (PltOptimiseSettings *self)
{
  g_return_val_if_fail (PLT_IS_OPTIMISE_SETTINGS (self), MIN_SECONDS);

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->seconds));
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->seconds));
}

PltPlanWeights *
plt_optimise_settings_get_weights (PltOptimiseSettings *self)
{
  g_return_val_if_fail (PLT_IS_OPTIMISE_SETTINGS (self), NULL);

  return self->weights;
}

gboolean
plt_optimise_settings_check (PltOptimiseSettings *self, GError **error)
{
  g_return_val_if_fail (PLT_IS_OPTIMISE_SETTINGS (self), FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    if (!take (self, i, error))
      {
        gtk_widget_grab_focus (self->entries->pdata[i]);
        return FALSE;
      }
  return TRUE;
}

static void
plt_optimise_settings_finalize (GObject *object)
{
  PltOptimiseSettings *self = PLT_OPTIMISE_SETTINGS (object);

  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->weights, plt_plan_weights_free);
  G_OBJECT_CLASS (plt_optimise_settings_parent_class)->finalize (object);
}

static void
plt_optimise_settings_class_init (PltOptimiseSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_optimise_settings_finalize;
}

static void
plt_optimise_settings_init (PltOptimiseSettings *self)
{
  self->entries = g_ptr_array_new ();
}

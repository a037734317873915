#include "plt-register-filters.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"

#define MAX_CHIPS 3
#define MAX_CHOICES 16

struct _PltRegisterFilters
{
  GtkWidget parent_instance;

  const PltTable *table;
  GSimpleActionGroup *actions; /* one string state a column */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (PltRegisterFilters, plt_register_filters, GTK_TYPE_WIDGET)

enum
{
  FILTER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
n_choices (const PltColumn *column)
{
  guint n = 0;

  while (column->choices != NULL && column->choices[n].id != NULL)
    n++;
  return n;
}

/* A chip is worth its place for what a person filters by: where the work stands, and of what kind
 * it is. */
static gboolean
deserves_chip (const PltColumn *column)
{
  return column->type == PLT_COLUMN_CHOICE && (column->flags & PLT_COLUMN_HIDDEN) == 0
         && n_choices (column) >= 2 && n_choices (column) <= MAX_CHOICES;
}

static const char *
title_of (const PltColumn *column, const char *value)
{
  for (guint i = 0; i < n_choices (column); i++)
    if (g_str_equal (column->choices[i].id, value))
      return plt_choice_title (&column->choices[i]);
  return value;
}

static void
update_chip (PltRegisterFilters *self, const PltColumn *column, const char *value)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (self->box); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      g_autofree char *text = NULL;

      if (g_object_get_data (G_OBJECT (chip), "plt-column") != column)
        continue;
      text = *value != '\0' ? g_strdup_printf (_ ("%s: %s"), plt_column_title (column),
                                               title_of (column, value))
                            : g_strdup (plt_column_title (column));
      gtk_menu_button_set_label (GTK_MENU_BUTTON (chip), text);
      if (*value != '\0')
        gtk_widget_add_css_class (chip, "active");
      else
        gtk_widget_remove_css_class (chip, "active");
    }
}

static void
on_state (GSimpleAction *action, GVariant *state, PltRegisterFilters *self)
{
  const char *value = g_variant_get_string (state, NULL);
  const PltColumn *column = plt_table_column (self->table, g_action_get_name (G_ACTION (action)));

  g_simple_action_set_state (action, state);
  update_chip (self, column, value);
  g_signal_emit (self, signals[FILTER_CHANGED], 0, column->id, value);
}

static GMenuModel *
new_menu (const PltColumn *column)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) values = g_menu_new ();
  g_autofree char *action = g_strconcat ("filter.", column->id, NULL);

  {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ ("All"), NULL);

    g_menu_item_set_action_and_target (item, action, "s", "");
    g_menu_append_item (all, item);
  }
  for (guint i = 0; i < n_choices (column); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (plt_choice_title (&column->choices[i]), NULL);

      g_menu_item_set_action_and_target (item, action, "s", column->choices[i].id);
      g_menu_append_item (values, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  return G_MENU_MODEL (menu);
}

static void
add_chip (PltRegisterFilters *self, const PltColumn *column)
{
  g_autoptr (GSimpleAction) action
      = g_simple_action_new_stateful (column->id, G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_autoptr (GMenuModel) menu = new_menu (column);
  GtkWidget *chip = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf (_ ("Filter by %s"), plt_column_title (column));

  g_signal_connect (action, "change-state", G_CALLBACK (on_state), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (chip), menu);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  plt_a11y_set_name (chip, name);
  g_object_set_data (G_OBJECT (chip), "plt-column", (gpointer) column);
  gtk_box_append (GTK_BOX (self->box), chip);
  update_chip (self, column, "");
}

GtkWidget *
plt_register_filters_new (const PltTable *table)
{
  PltRegisterFilters *self = g_object_new (PLT_TYPE_REGISTER_FILTERS, NULL);
  guint n = 0;

  self->table = table;
  for (const PltColumn *column = table->columns; column->id != NULL && n < MAX_CHIPS; column++)
    if (deserves_chip (column))
      {
        add_chip (self, column);
        n++;
      }
  return GTK_WIDGET (self);
}

gboolean
plt_register_filters_are_on (PltRegisterFilters *self)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (PLT_IS_REGISTER_FILTERS (self), FALSE);

  names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GVariant) state
          = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), names[i]);

      if (*g_variant_get_string (state, NULL) != '\0')
        return TRUE;
    }
  return FALSE;
}

gboolean
plt_register_filters_choose (PltRegisterFilters *self, const char *column, const char *value)
{
  g_return_val_if_fail (PLT_IS_REGISTER_FILTERS (self), FALSE);

  if (!g_action_group_has_action (G_ACTION_GROUP (self->actions), column))
    return FALSE;
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), column,
                                      g_variant_new_string (value));
  return TRUE;
}

void
plt_register_filters_clear (PltRegisterFilters *self)
{
  g_auto (GStrv) names = NULL;

  g_return_if_fail (PLT_IS_REGISTER_FILTERS (self));

  names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));
  for (guint i = 0; names[i] != NULL; i++)
    plt_register_filters_choose (self, names[i], "");
}

static void
plt_register_filters_dispose (GObject *object)
{
  PltRegisterFilters *self = PLT_REGISTER_FILTERS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (plt_register_filters_parent_class)->dispose (object);
}

static void
plt_register_filters_class_init (PltRegisterFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_register_filters_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[FILTER_CHANGED]
      = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
plt_register_filters_init (PltRegisterFilters *self)
{
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

#include "plt-filter-chips.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-text.h"

#define MANY 9 /* from here on one types to find */
#define LIST_HEIGHT 320

typedef struct
{
  PltFilterChips *chips;
  const PltCustomFilter *filter;
  char *value;       /* "" for none */
  GtkWidget *button; /* GtkMenuButton */
  GtkWidget *search;
  GtkWidget *list;
} Chip;

struct _PltFilterChips
{
  GtkWidget parent_instance;

  PltSession *session;
  GPtrArray *items; /* Chip */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (PltFilterChips, plt_filter_chips, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chip_free (gpointer data)
{
  Chip *self = data;

  g_free (self->value);
  g_free (self);
}

static void
show_value (Chip *self)
{
  const char *title = _ (self->filter->title);
  g_autofree char *text = *self->value != '\0' ? g_strdup_printf (_ ("%s: %s"), title, self->value)
                                               : g_strdup (title);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);
  if (*self->value != '\0')
    gtk_widget_add_css_class (self->button, "active");
  else
    gtk_widget_remove_css_class (self->button, "active");
}

static void
set_value (Chip *self, const char *value)
{
  if (g_str_equal (self->value, value))
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  show_value (self);
  g_signal_emit (self->chips, signals[CHANGED], 0);
}

/* ---- the list ---- */

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Chip *self)
{
  const char *value = g_object_get_data (G_OBJECT (row), "plt-value");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  set_value (self, value);
}

static void
add_row (Chip *self, const char *value, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  plt_a11y_set_name (row, title);
  g_object_set_data_full (G_OBJECT (row), "plt-value", g_strdup (value), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  if (g_str_equal (value, self->value))
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static void
on_shown (GtkWidget *popover, Chip *self)
{
  g_auto (GStrv) values = self->filter->values (self->chips->session);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  add_row (self, "", _ ("All"));
  for (guint i = 0; values[i] != NULL; i++)
    add_row (self, values[i], values[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, g_strv_length (values) >= MANY);
  if (gtk_widget_get_visible (self->search))
    gtk_widget_grab_focus (self->search);
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list))));
}

static gboolean
is_found (GtkListBoxRow *row, gpointer data)
{
  Chip *self = data;
  g_autofree char *wanted = plt_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *value = plt_text_fold (g_object_get_data (G_OBJECT (row), "plt-value"));

  return *wanted == '\0' || (*value != '\0' && strstr (value, wanted) != NULL);
}

static void
on_search (Chip *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* Enter takes the first of those that are left. */
static void
on_search_activate (Chip *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row))
      {
        on_row_activated (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row), self);
        return;
      }
}

static GtkWidget *
new_popover (Chip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  plt_a11y_set_name (self->search, _ ("Search"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate), self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_found, self, NULL);
  plt_a11y_set_name (self->list, _ (self->filter->title));
  gtk_widget_add_css_class (self->list, "categories");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "menu");
  gtk_widget_add_css_class (popover, "suggestions");
  g_signal_connect (popover, "show", G_CALLBACK (on_shown), self);
  return popover;
}

/* ---- all of them ---- */

static Chip *
chip_at (PltFilterChips *self, guint i)
{
  return g_ptr_array_index (self->items, i);
}

gboolean
plt_filter_chips_are_on (PltFilterChips *self)
{
  g_return_val_if_fail (PLT_IS_FILTER_CHIPS (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (*chip_at (self, i)->value != '\0')
      return TRUE;
  return FALSE;
}

void
plt_filter_chips_clear (PltFilterChips *self)
{
  g_return_if_fail (PLT_IS_FILTER_CHIPS (self));

  for (guint i = 0; i < self->items->len; i++)
    set_value (chip_at (self, i), "");
}

gboolean
plt_filter_chips_choose (PltFilterChips *self, const char *id, const char *value)
{
  g_return_val_if_fail (PLT_IS_FILTER_CHIPS (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (chip_at (self, i)->filter->id, id))
      {
        set_value (chip_at (self, i), value);
        return TRUE;
      }
  return FALSE;
}

gboolean
plt_filter_chips_keep (PltFilterChips *self, gint64 row)
{
  gboolean keep = TRUE;

  g_return_val_if_fail (PLT_IS_FILTER_CHIPS (self), TRUE);

  for (guint i = 0; keep && i < self->items->len; i++)
    keep = *chip_at (self, i)->value == '\0'
           || chip_at (self, i)->filter->matches (self->session, row, chip_at (self, i)->value);
  return keep;
}

static void
add_chip (PltFilterChips *self, const PltCustomFilter *filter)
{
  Chip *chip = g_new0 (Chip, 1);
  g_autofree char *name = g_strdup_printf (_ ("Filter by %s"), _ (filter->title));

  chip->chips = self;
  chip->filter = filter;
  chip->value = g_strdup ("");
  chip->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (chip->button), new_popover (chip));
  gtk_widget_add_css_class (chip->button, "chip");
  gtk_widget_set_tooltip_text (chip->button, name);
  plt_a11y_set_name (chip->button, name);
  gtk_box_append (GTK_BOX (self->box), chip->button);
  g_ptr_array_add (self->items, chip);
  show_value (chip);
}

GtkWidget *
plt_filter_chips_new (PltSession *session, const PltCustomFilter *filters)
{
  PltFilterChips *self = g_object_new (PLT_TYPE_FILTER_CHIPS, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  for (; filters != NULL && filters->id != NULL; filters++)
    add_chip (self, filters);
  return GTK_WIDGET (self);
}

static void
plt_filter_chips_dispose (GObject *object)
{
  PltFilterChips *self = PLT_FILTER_CHIPS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_filter_chips_parent_class)->dispose (object);
}

static void
plt_filter_chips_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_FILTER_CHIPS (object)->items);

  G_OBJECT_CLASS (plt_filter_chips_parent_class)->finalize (object);
}

static void
plt_filter_chips_class_init (PltFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_filter_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_filter_chips_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_filter_chips_init (PltFilterChips *self)
{
  self->items = g_ptr_array_new_with_free_func (chip_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

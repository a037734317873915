#include "plt-outcome-list.h"

#include <glib/gi18n-lib.h>

/* ---- a row ---- */

#define PLT_TYPE_OUTCOME_ROW (plt_outcome_row_get_type ())
G_DECLARE_FINAL_TYPE (PltOutcomeRow, plt_outcome_row, PLT, OUTCOME_ROW, GObject)

struct _PltOutcomeRow
{
  GObject parent_instance;

  guint kind, index;
  char *number, *outcome, *code, *heading, *amount, *message;
};

G_DEFINE_FINAL_TYPE (PltOutcomeRow, plt_outcome_row, G_TYPE_OBJECT)

static void
plt_outcome_row_finalize (GObject *object)
{
  PltOutcomeRow *self = PLT_OUTCOME_ROW (object);

  g_free (self->number);
  g_free (self->outcome);
  g_free (self->code);
  g_free (self->heading);
  g_free (self->amount);
  g_free (self->message);
  G_OBJECT_CLASS (plt_outcome_row_parent_class)->finalize (object);
}

static void
plt_outcome_row_class_init (PltOutcomeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_outcome_row_finalize;
}

static void
plt_outcome_row_init (PltOutcomeRow *self)
{
}

/* ---- the widget ---- */

struct _PltOutcomeList
{
  GtkWidget parent_instance;

  GtkWidget *box, *chips, *empty, *scroller, *list;
  GtkWidget *toggles[PLT_OUTCOME_MAX_KINDS]; /* NULL for a kind that does not occur */
  char *words[PLT_OUTCOME_MAX_KINDS];        /* "+ new" */
  guint n_kinds;
  GPtrArray *all; /* of PltOutcomeRow */
  GListStore *rows;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (PltOutcomeList, plt_outcome_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *class, int chars, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (chars > 0)
    gtk_label_set_width_chars (GTK_LABEL (label), chars);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = new_label (NULL, 0, 0);
  GtkWidget *message = new_label ("dim-label", 0, 0);

  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (message), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), heading);
  gtk_box_append (GTK_BOX (text), message);
  gtk_box_append (GTK_BOX (row), new_label ("numeric", 5, 1));
  gtk_box_append (GTK_BOX (row), new_label ("import-change", 16, 0));
  gtk_box_append (GTK_BOX (row), new_label ("numeric", 10, 0));
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), new_label ("numeric", 13, 1));
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const PltOutcomeRow *row = PLT_OUTCOME_ROW (gtk_list_item_get_item (item));
  GtkWidget *number = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *outcome = gtk_widget_get_next_sibling (number);
  GtkWidget *code = gtk_widget_get_next_sibling (outcome);
  GtkWidget *text = gtk_widget_get_next_sibling (code);
  GtkWidget *heading = gtk_widget_get_first_child (text);
  GtkWidget *message = gtk_widget_get_next_sibling (heading);

  gtk_label_set_label (GTK_LABEL (number), row->number);
  gtk_label_set_label (GTK_LABEL (outcome), row->outcome);
  gtk_label_set_label (GTK_LABEL (code), row->code);
  gtk_label_set_label (GTK_LABEL (heading), row->heading);
  gtk_label_set_label (GTK_LABEL (message), row->message);
  gtk_widget_set_visible (message, *row->message != '\0');
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (text)), row->amount);
}

void
plt_outcome_list_show_rows (PltOutcomeList *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  g_return_if_fail (PLT_IS_OUTCOME_LIST (self));

  for (guint i = 0; i < self->all->len; i++)
    {
      PltOutcomeRow *row = self->all->pdata[i];
      GtkWidget *toggle = self->toggles[row->kind];

      if (toggle != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)))
        g_ptr_array_add (shown, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       shown->pdata, shown->len);
  gtk_widget_set_visible (self->scroller, shown->len > 0);
  gtk_widget_set_visible (self->empty, shown->len == 0);
}

void
plt_outcome_list_clear (PltOutcomeList *self)
{
  GtkWidget *child;

  g_return_if_fail (PLT_IS_OUTCOME_LIST (self));

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  for (guint i = 0; i < self->n_kinds; i++)
    {
      self->toggles[i] = NULL;
      g_clear_pointer (&self->words[i], g_free);
    }
  self->n_kinds = 0;
  g_ptr_array_set_size (self->all, 0);
  plt_outcome_list_show_rows (self);
}

void
plt_outcome_list_add_kind (
    PltOutcomeList *self, const char *sign, const char *title, const char *count, gboolean shown)
{
  guint kind;
  g_autofree char *text = NULL;
  GtkWidget *chip;

  g_return_if_fail (PLT_IS_OUTCOME_LIST (self) && self->n_kinds < PLT_OUTCOME_MAX_KINDS);

  kind = self->n_kinds++;
  self->words[kind] = g_strdup_printf ("%s %s", sign, title);
  if (count == NULL)
    return;
  text = g_strdup_printf ("%s %s", sign, count);
  chip = gtk_toggle_button_new_with_label (text);
  gtk_widget_add_css_class (chip, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), shown);
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (plt_outcome_list_show_rows), self);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->chips), chip, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
  self->toggles[kind] = chip;
}

void
plt_outcome_list_add_row (PltOutcomeList *self,
                          guint kind,
                          const char *number,
                          const char *code,
                          const char *heading,
                          const char *amount,
                          const char *message)
{
  PltOutcomeRow *row;

  g_return_if_fail (PLT_IS_OUTCOME_LIST (self) && kind < self->n_kinds);

  row = g_object_new (PLT_TYPE_OUTCOME_ROW, NULL);
  row->kind = kind;
  row->index = self->all->len;
  row->number = g_strdup (number);
  row->outcome = g_strdup (self->words[kind]);
  row->code = g_strdup (code);
  row->heading = g_strdup (heading);
  row->amount = g_strdup (amount);
  row->message = g_strdup (message);
  g_ptr_array_add (self->all, row);
}

guint
plt_outcome_list_get_n_shown (PltOutcomeList *self)
{
  g_return_val_if_fail (PLT_IS_OUTCOME_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

int
plt_outcome_list_get_chosen (PltOutcomeList *self)
{
  PltOutcomeRow *row;

  g_return_val_if_fail (PLT_IS_OUTCOME_LIST (self), -1);

  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? (int) row->index : -1;
}

void
plt_outcome_list_choose (PltOutcomeList *self, guint shown)
{
  g_return_if_fail (PLT_IS_OUTCOME_LIST (self));

  gtk_single_selection_set_selected (self->selection, shown);
}

GtkWidget *
plt_outcome_list_new (const char *name)
{
  PltOutcomeList *self = g_object_new (PLT_TYPE_OUTCOME_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}

static void
on_selected (PltOutcomeList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
plt_outcome_list_dispose (GObject *object)
{
  PltOutcomeList *self = PLT_OUTCOME_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  for (guint i = 0; i < PLT_OUTCOME_MAX_KINDS; i++)
    g_clear_pointer (&self->words[i], g_free);
  G_OBJECT_CLASS (plt_outcome_list_parent_class)->dispose (object);
}

static void
plt_outcome_list_class_init (PltOutcomeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_outcome_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-outcome-list");
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_outcome_list_init (PltOutcomeList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->rows = g_list_store_new (PLT_TYPE_OUTCOME_ROW);
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected),
                            self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "rich-list");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->chips = gtk_flow_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kinds of rows shown"), -1);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), PLT_OUTCOME_MAX_KINDS);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->chips), 4);
  self->empty = new_label ("dim-label", 0, 0);
  gtk_label_set_label (GTK_LABEL (self->empty), _ ("Switch a kind on to see its rows."));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

#include "plt-import-changes.h"

#include <glib/gi18n-lib.h>

/* ---- a row ---- */

#define PLT_TYPE_IMPORT_ROW (plt_import_row_get_type ())
G_DECLARE_FINAL_TYPE (PltImportRow, plt_import_row, PLT, IMPORT_ROW, GObject)

struct _PltImportRow
{
  GObject parent_instance;

  const PltImportEntry *entry; /* of the plan */
};

G_DEFINE_FINAL_TYPE (PltImportRow, plt_import_row, G_TYPE_OBJECT)

static void
plt_import_row_class_init (PltImportRowClass *klass)
{
}

static void
plt_import_row_init (PltImportRow *self)
{
}

/* ---- the widget ---- */

struct _PltImportChanges
{
  GtkWidget parent_instance;

  const PltImportPlan *plan;
  GtkWidget *box;
  GtkWidget *chips;
  GtkWidget *toggles[PLT_IMPORT_N_CHANGES]; /* NULL for a kind that does not occur */
  GtkWidget *empty;
  GtkWidget *scroller;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (PltImportChanges, plt_import_changes, GTK_TYPE_WIDGET)

/* A sign beside the word, so that nothing is told by colour alone. */
static const char *
sign_of (PltImportChange change)
{
  static const char *const signs[PLT_IMPORT_N_CHANGES] = {
    [PLT_IMPORT_UNCHANGED] = "=", [PLT_IMPORT_CHANGED] = "≠",  [PLT_IMPORT_MOVED] = "↕",
    [PLT_IMPORT_ADDED] = "+",     [PLT_IMPORT_CUT] = "−",      [PLT_IMPORT_SPLIT] = "⋔",
    [PLT_IMPORT_JOINED] = "⊕",    [PLT_IMPORT_RESTORED] = "↩",
  };

  return signs[change];
}

static char *
numbers_of (const PltImportEntry *entry)
{
  if (*entry->old_number == '\0')
    return g_strdup (entry->number);
  if (entry->renumbered && *entry->number != '\0')
    return g_strdup_printf ("%s → %s", entry->old_number, entry->number);
  return g_strdup (entry->old_number);
}

static GtkWidget *
new_label (const char *class, int chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
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
  GtkWidget *number = new_label ("sequence-number", 9);
  GtkWidget *change = new_label ("import-change", 14);
  GtkWidget *heading = new_label (NULL, 0);
  GtkWidget *message = new_label ("dim-label", 0);

  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_set_valign (change, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), heading);
  gtk_box_append (GTK_BOX (text), message);
  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (GTK_BOX (row), change);
  gtk_box_append (GTK_BOX (row), text);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const PltImportEntry *entry = PLT_IMPORT_ROW (gtk_list_item_get_item (item))->entry;
  GtkWidget *number = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *change = gtk_widget_get_next_sibling (number);
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_next_sibling (change));
  GtkWidget *message = gtk_widget_get_next_sibling (heading);
  g_autofree char *numbers = numbers_of (entry);
  g_autofree char *word
      = g_strdup_printf ("%s %s", sign_of (entry->change), plt_import_change_title (entry->change));

  gtk_label_set_label (GTK_LABEL (number), numbers);
  gtk_label_set_label (GTK_LABEL (change), word);
  gtk_label_set_label (GTK_LABEL (heading),
                       *entry->heading != '\0' ? entry->heading : entry->old_heading);
  gtk_label_set_label (GTK_LABEL (message), entry->message);
  gtk_widget_set_visible (message, entry->message != NULL && *entry->message != '\0');
}

static gboolean
is_shown (PltImportChanges *self, PltImportChange change)
{
  return self->toggles[change] != NULL
         && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[change]));
}

static void
fill (PltImportChanges *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->plan != NULL && i < self->plan->entries->len; i++)
    {
      const PltImportEntry *entry = g_ptr_array_index (self->plan->entries, i);
      PltImportRow *row;

      if (!is_shown (self, entry->change))
        continue;
      row = g_object_new (PLT_TYPE_IMPORT_ROW, NULL);
      row->entry = entry;
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_widget_set_visible (self->scroller, rows->len > 0);
  gtk_widget_set_visible (self->empty, rows->len == 0);
}

static void
add_chip (PltImportChanges *self, PltImportChange change, guint n, gboolean active)
{
  g_autofree char *count = plt_import_change_format (change, n);
  g_autofree char *text = g_strdup_printf ("%s %s", sign_of (change), count);
  GtkWidget *chip = gtk_toggle_button_new_with_label (text);

  gtk_widget_add_css_class (chip, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), active);
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (fill), self);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->chips), chip, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
  self->toggles[change] = chip;
}

void
plt_import_changes_show (PltImportChanges *self, const PltImportPlan *plan)
{
  static const PltImportChange order[PLT_IMPORT_N_CHANGES] = {
    PLT_IMPORT_CHANGED, PLT_IMPORT_MOVED,  PLT_IMPORT_ADDED, PLT_IMPORT_RESTORED,
    PLT_IMPORT_SPLIT,   PLT_IMPORT_JOINED, PLT_IMPORT_CUT,   PLT_IMPORT_UNCHANGED,
  };
  GtkWidget *child;

  g_return_if_fail (PLT_IS_IMPORT_CHANGES (self));

  self->plan = plan;
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  for (guint i = 0; i < PLT_IMPORT_N_CHANGES; i++)
    self->toggles[i] = NULL;
  for (guint i = 0; plan != NULL && i < PLT_IMPORT_N_CHANGES; i++)
    {
      guint n = plt_import_counts_get (&plan->counts, order[i]);

      if (n > 0)
        add_chip (self, order[i], n, order[i] != PLT_IMPORT_UNCHANGED || n == plan->entries->len);
    }
  fill (self);
}

guint
plt_import_changes_get_n_shown (PltImportChanges *self)
{
  g_return_val_if_fail (PLT_IS_IMPORT_CHANGES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

void
plt_import_changes_toggle (PltImportChanges *self, PltImportChange change, gboolean shown)
{
  g_return_if_fail (PLT_IS_IMPORT_CHANGES (self) && change < PLT_IMPORT_N_CHANGES);

  if (self->toggles[change] != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[change]), shown);
}

GtkWidget *
plt_import_changes_new (void)
{
  return g_object_new (PLT_TYPE_IMPORT_CHANGES, NULL);
}

static void
plt_import_changes_dispose (GObject *object)
{
  PltImportChanges *self = PLT_IMPORT_CHANGES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (plt_import_changes_parent_class)->dispose (object);
}

static void
plt_import_changes_class_init (PltImportChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_import_changes_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-import-changes");
}

static GtkWidget *
new_list (PltImportChanges *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection
      = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  list = gtk_list_view_new (selection, factory);
  gtk_widget_add_css_class (list, "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the draft changes, sequence by sequence"), -1);
  return list;
}

static void
plt_import_changes_init (PltImportChanges *self)
{
  self->rows = g_list_store_new (PLT_TYPE_IMPORT_ROW);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->chips = gtk_flow_box_new ();
  self->empty = new_label ("dim-label", 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), PLT_IMPORT_N_CHANGES);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->chips), 4);
  gtk_label_set_label (GTK_LABEL (self->empty),
                       _ ("Switch a kind of change on to see its sequences."));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), new_list (self));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

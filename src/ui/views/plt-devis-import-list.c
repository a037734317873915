#include "plt-devis-import-list.h"

#include <glib/gi18n-lib.h>

#include "plt-facts.h"
#include "plt-money.h"

/* ---- a row ---- */

#define PLT_TYPE_DEVIS_IMPORT_ROW (plt_devis_import_row_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisImportRow, plt_devis_import_row, PLT, DEVIS_IMPORT_ROW, GObject)

struct _PltDevisImportRow
{
  GObject parent_instance;

  const PltDevisEntry *entry; /* of the plan */
};

G_DEFINE_FINAL_TYPE (PltDevisImportRow, plt_devis_import_row, G_TYPE_OBJECT)

static void
plt_devis_import_row_class_init (PltDevisImportRowClass *klass)
{
}

static void
plt_devis_import_row_init (PltDevisImportRow *self)
{
}

/* ---- the widget ---- */

struct _PltDevisImportList
{
  GtkWidget parent_instance;

  const PltDevisPlan *plan;
  GtkWidget *box;
  GtkWidget *chips;
  GtkWidget *toggles[PLT_DEVIS_N_OUTCOMES]; /* NULL for a kind that does not occur */
  GtkWidget *empty;
  GtkWidget *scroller;
  GListStore *rows;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (PltDevisImportList, plt_devis_import_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A sign beside the word, so that nothing is told by colour alone. */
static const char *
sign_of (PltDevisOutcome outcome)
{
  static const char *const signs[PLT_DEVIS_N_OUTCOMES] = {
    [PLT_DEVIS_CREATED] = "+",  [PLT_DEVIS_UPDATED] = "≠", [PLT_DEVIS_UNCHANGED] = "=",
    [PLT_DEVIS_REJECTED] = "✗", [PLT_DEVIS_AGREES] = "Σ",  [PLT_DEVIS_DIFFERS] = "Σ≠",
    [PLT_DEVIS_HEADING] = "#",  [PLT_DEVIS_PASSED] = "·",  [PLT_DEVIS_ABSENT] = "−",
  };

  return signs[outcome];
}

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
  gtk_box_append (GTK_BOX (row), new_label ("numeric", 6, 1));
  gtk_box_append (GTK_BOX (row), new_label ("import-change", 17, 0));
  gtk_box_append (GTK_BOX (row), new_label ("numeric", 8, 0));
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), new_label ("numeric", 11, 1));
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const PltDevisEntry *entry = PLT_DEVIS_IMPORT_ROW (gtk_list_item_get_item (item))->entry;
  GtkWidget *number = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *outcome = gtk_widget_get_next_sibling (number);
  GtkWidget *code = gtk_widget_get_next_sibling (outcome);
  GtkWidget *text = gtk_widget_get_next_sibling (code);
  GtkWidget *amount = gtk_widget_get_next_sibling (text);
  GtkWidget *heading = gtk_widget_get_first_child (text);
  GtkWidget *message = gtk_widget_get_next_sibling (heading);
  g_autofree char *row = entry->row > 0 ? g_strdup_printf ("%u", entry->row) : g_strdup ("");
  g_autofree char *word = g_strdup_printf ("%s %s", sign_of (entry->outcome),
                                           plt_devis_outcome_title (entry->outcome));
  PltMoney shown = entry->amount != PLT_UNKNOWN ? entry->amount : entry->read;
  g_autofree char *money = shown != PLT_UNKNOWN ? plt_money_format_plain (shown) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (number), row);
  gtk_label_set_label (GTK_LABEL (outcome), word);
  gtk_label_set_label (GTK_LABEL (code), entry->code);
  gtk_label_set_label (GTK_LABEL (amount), money);
  gtk_label_set_label (GTK_LABEL (heading), entry->label);
  gtk_label_set_label (GTK_LABEL (message), entry->message);
  gtk_widget_set_visible (message, *entry->message != '\0');
}

static gboolean
is_shown (PltDevisImportList *self, PltDevisOutcome outcome)
{
  return self->toggles[outcome] != NULL
         && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[outcome]));
}

static void
fill (PltDevisImportList *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->plan != NULL && i < self->plan->entries->len; i++)
    {
      const PltDevisEntry *entry = g_ptr_array_index (self->plan->entries, i);
      PltDevisImportRow *row;

      if (!is_shown (self, entry->outcome))
        continue;
      row = g_object_new (PLT_TYPE_DEVIS_IMPORT_ROW, NULL);
      row->entry = entry;
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_widget_set_visible (self->scroller, rows->len > 0);
  gtk_widget_set_visible (self->empty, rows->len == 0);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
add_chip (PltDevisImportList *self, PltDevisOutcome outcome, guint n, gboolean active)
{
  g_autofree char *count = plt_devis_outcome_format (outcome, n);
  g_autofree char *text = g_strdup_printf ("%s %s", sign_of (outcome), count);
  GtkWidget *chip = gtk_toggle_button_new_with_label (text);

  gtk_widget_add_css_class (chip, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), active);
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (fill), self);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->chips), chip, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
  self->toggles[outcome] = chip;
}

void
plt_devis_import_list_show (PltDevisImportList *self, const PltDevisPlan *plan)
{
  static const struct
  {
    PltDevisOutcome outcome;
    gboolean active;
  } order[PLT_DEVIS_N_OUTCOMES] = {
    { PLT_DEVIS_REJECTED, TRUE }, { PLT_DEVIS_DIFFERS, TRUE },  { PLT_DEVIS_ABSENT, TRUE },
    { PLT_DEVIS_CREATED, TRUE },  { PLT_DEVIS_UPDATED, TRUE },  { PLT_DEVIS_UNCHANGED, FALSE },
    { PLT_DEVIS_AGREES, FALSE },  { PLT_DEVIS_HEADING, FALSE }, { PLT_DEVIS_PASSED, FALSE },
  };
  GtkWidget *child;

  g_return_if_fail (PLT_IS_DEVIS_IMPORT_LIST (self));

  self->plan = plan;
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  for (guint i = 0; i < PLT_DEVIS_N_OUTCOMES; i++)
    self->toggles[i] = NULL;
  for (guint i = 0; plan != NULL && i < PLT_DEVIS_N_OUTCOMES; i++)
    if (plan->n[order[i].outcome] > 0)
      add_chip (self, order[i].outcome, plan->n[order[i].outcome], order[i].active);
  fill (self);
}

const PltDevisEntry *
plt_devis_import_list_get_chosen (PltDevisImportList *self)
{
  PltDevisImportRow *row;

  g_return_val_if_fail (PLT_IS_DEVIS_IMPORT_LIST (self), NULL);

  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? row->entry : NULL;
}

guint
plt_devis_import_list_get_n_shown (PltDevisImportList *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_IMPORT_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

void
plt_devis_import_list_choose (PltDevisImportList *self, guint index)
{
  g_return_if_fail (PLT_IS_DEVIS_IMPORT_LIST (self));

  gtk_single_selection_set_selected (self->selection, index);
}

GtkWidget *
plt_devis_import_list_new (void)
{
  return g_object_new (PLT_TYPE_DEVIS_IMPORT_LIST, NULL);
}

static void
on_selected (PltDevisImportList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
plt_devis_import_list_dispose (GObject *object)
{
  PltDevisImportList *self = PLT_DEVIS_IMPORT_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (plt_devis_import_list_parent_class)->dispose (object);
}

static void
plt_devis_import_list_class_init (PltDevisImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_devis_import_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-devis-import-list");
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_list (PltDevisImportList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (list, "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What becomes of each row of the sheet"), -1);
  return list;
}

static void
plt_devis_import_list_init (PltDevisImportList *self)
{
  self->rows = g_list_store_new (PLT_TYPE_DEVIS_IMPORT_ROW);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected),
                            self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->chips = gtk_flow_box_new ();
  self->empty = new_label ("dim-label", 0, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kinds of rows shown"), -1);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), PLT_DEVIS_N_OUTCOMES);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->chips), 4);
  gtk_label_set_label (GTK_LABEL (self->empty), _ ("Switch a kind of row on to see its rows."));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), new_list (self));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

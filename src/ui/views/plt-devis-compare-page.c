#include "plt-devis-compare-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-budget-version.h"
#include "plt-empty-state.h"
#include "plt-grid.h"

struct _PltDevisComparePage
{
  GtkWidget parent_instance;

  PltSession *session;
  GArray *versions; /* gint64, as the lists show them */
  gint64 chosen[PLT_COMPARE_MAX];
  gboolean filling, stale;
  gboolean picked; /* somebody chose what is compared */

  PltDevisCompareTable *table;
  GtkWidget *grid;
  GtkWidget *stack; /* empty, pages */
  GtkWidget *drop_downs[PLT_COMPARE_MAX];
  GtkWidget *depth;
  GtkWidget *only;
  GtkWidget *summary;
};

G_DEFINE_FINAL_TYPE (PltDevisComparePage, plt_devis_compare_page, GTK_TYPE_WIDGET)

/* ---- what is compared ---- */

static void
update_summary (PltDevisComparePage *self, const PltBudgetCompare *compare)
{
  const PltCompareRow *total
      = &g_array_index (compare->rows, PltCompareRow, compare->rows->len - 1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_changed = 0;

  for (guint i = 0; i < compare->rows->len; i++)
    {
      const PltCompareRow *row = &g_array_index (compare->rows, PltCompareRow, i);
      gboolean differs = FALSE;

      for (guint v = 1; v < compare->n; v++)
        differs = differs || plt_compare_differs (row, 0, v);
      n_changed += row->kind == PLT_COMPARE_LINE && differs;
    }
  g_string_append_printf (text, ngettext ("%u line differs", "%u lines differ", n_changed),
                          n_changed);
  for (guint v = 1; v < compare->n; v++)
    {
      PltMoney change = plt_compare_change (total, 0, v);
      g_autofree char *money = plt_money_format (change);
      g_autofree char *name = plt_devis_compare_name (compare->budgets[v]->budget);

      g_string_append_printf (text, " · %s %s%s", name, change > 0 ? "+" : "", money);
    }
  gtk_label_set_label (GTK_LABEL (self->summary), text->str);
}

static void
fill (PltDevisComparePage *self)
{
  gint64 ids[PLT_COMPARE_MAX];
  guint n = 0, row = 0, column = 0;
  guint depth = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->depth));
  g_autoptr (PltBudgetCompare) compare = NULL;

  self->stale = FALSE;
  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    if (self->chosen[v] != 0)
      ids[n++] = self->chosen[v];
  if (n == 0)
    return;
  /* the rows are all new: the cursor stays at its place, or begins at the first */
  if (plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->table)) > 0)
    plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column);
  compare = plt_budget_compare_new (plt_session_get_facts (self->session),
                                    plt_session_get_plan (self->session), ids, n);
  plt_devis_compare_table_fill (self->table, compare,
                                depth <= PLT_DEVIS_COMPARE_LINES ? (PltDevisCompareDepth) depth : 0,
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->only)));
  update_summary (self, compare);
  plt_grid_set_cursor (PLT_GRID (self->grid), row, column);
}

/* Nothing is computed for a page that is not seen. */
static void
changed (PltDevisComparePage *self)
{
  self->stale = TRUE;
  if (self->versions->len > 1 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static guint
place_of (PltDevisComparePage *self, gint64 version)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (g_array_index (self->versions, gint64, i) == version)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_there (PltDevisComparePage *self, gint64 version)
{
  return place_of (self, version) != GTK_INVALID_LIST_POSITION;
}

/* The version looked at beside the one it comes from, where nobody chose or the choice is gone. */
static void
choose (PltDevisComparePage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  gint64 looked = plt_session_get_budget_id (self->session);
  const PltBudgetFacts *budget, *before;

  for (guint v = 2; v < PLT_COMPARE_MAX; v++)
    if (!is_there (self, self->chosen[v]))
      self->chosen[v] = 0;
  if (!is_there (self, self->chosen[1]))
    self->chosen[1] = is_there (self, looked)
                          ? looked
                          : g_array_index (self->versions, gint64, self->versions->len - 1);
  if (is_there (self, self->chosen[0]))
    return;
  budget = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, self->chosen[1]);
  before = budget != NULL ? plt_budget_before (facts, budget) : NULL;
  self->chosen[0] = before != NULL ? before->id : 0;
  for (guint i = 0; self->chosen[0] == 0 && i < self->versions->len; i++)
    if (g_array_index (self->versions, gint64, i) != self->chosen[1])
      self->chosen[0] = g_array_index (self->versions, gint64, i);
}

/* The lists of the third and fourth begin with "none". */
static void
show_chosen (PltDevisComparePage *self)
{
  self->filling = TRUE;
  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    {
      guint place = place_of (self, self->chosen[v]);

      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_downs[v]),
                                  v < 2                                ? place
                                  : place == GTK_INVALID_LIST_POSITION ? 0
                                                                       : place + 1);
    }
  self->filling = FALSE;
}

static void
on_chosen (PltDevisComparePage *self)
{
  gboolean other = FALSE;

  for (guint v = 0; v < PLT_COMPARE_MAX && !self->filling; v++)
    {
      guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_downs[v]));
      gboolean none = place == GTK_INVALID_LIST_POSITION || (v >= 2 && place == 0);
      guint at = v >= 2 && !none ? place - 1 : place;
      gint64 version
          = !none && at < self->versions->len ? g_array_index (self->versions, gint64, at) : 0;

      other = other || version != self->chosen[v];
      self->chosen[v] = version;
    }
  if (!other)
    return;
  self->picked = TRUE;
  changed (self);
}

void
plt_devis_compare_page_show (PltDevisComparePage *self, const gint64 *versions, guint n)
{
  g_return_if_fail (PLT_IS_DEVIS_COMPARE_PAGE (self));

  self->picked = TRUE;
  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    self->chosen[v] = v < n ? versions[v] : 0;
  if (self->versions->len < 2)
    return;
  choose (self);
  show_chosen (self);
  changed (self);
}

void
plt_devis_compare_page_refresh (PltDevisComparePage *self)
{
  const PltFacts *facts;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) or_none = gtk_string_list_new (NULL);

  g_return_if_fail (PLT_IS_DEVIS_COMPARE_PAGE (self));

  facts = plt_session_get_facts (self->session);
  g_array_set_size (self->versions, 0);
  gtk_string_list_append (or_none, _ ("No other version"));
  for (guint i = 0; i < facts->budgets.n; i++)
    {
      g_autofree char *name = plt_devis_compare_name (&facts->budgets.items[i]);

      gtk_string_list_append (names, name);
      gtk_string_list_append (or_none, name);
      g_array_append_val (self->versions, facts->budgets.items[i].id);
    }
  self->filling = TRUE;
  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    {
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_downs[v]),
                               G_LIST_MODEL (v < 2 ? names : or_none));
      gtk_widget_set_visible (self->drop_downs[v], v < 2 || self->versions->len > v);
    }
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->versions->len > 1 ? "pages" : "empty");
  if (!self->picked)
    self->chosen[0] = self->chosen[1] = 0;
  if (self->versions->len > 1)
    {
      choose (self);
      show_chosen (self);
    }
  changed (self);
}

void
plt_devis_compare_page_set_depth (PltDevisComparePage *self, PltDevisCompareDepth depth)
{
  g_return_if_fail (PLT_IS_DEVIS_COMPARE_PAGE (self));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->depth), depth);
}

PltDevisCompareTable *
plt_devis_compare_page_get_table (PltDevisComparePage *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_COMPARE_PAGE (self), NULL);

  return self->table;
}

gboolean
plt_devis_compare_page_grab_focus (PltDevisComparePage *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_COMPARE_PAGE (self), FALSE);

  return self->versions->len > 1 && gtk_widget_grab_focus (self->grid);
}

static void
on_activated (PltDevisComparePage *self, guint row, guint column, PltGrid *grid)
{
  PltRef ref = plt_devis_compare_table_get_ref (self->table, row);

  if (ref.table != NULL)
    plt_session_open_ref (self->session, ref);
}

/* ---- the widget ---- */

/* Long names of versions are cut: four of them stand side by side. */
static void
on_setup_name (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_name (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (name));
}

static GtkWidget *
new_version_list (PltDevisComparePage *self, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_name), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_name), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (list), factory);
  g_object_unref (factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (list, name);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (on_chosen), self);
  return list;
}

static GtkWidget *
new_bar (PltDevisComparePage *self)
{
  const char *const names[PLT_COMPARE_MAX]
      = { _ ("First version"), _ ("Second version"), _ ("Third version"), _ ("Fourth version") };
  const char *const depths[] = { _ ("Posts"), _ ("Accounts"), _ ("Line by line"), NULL };
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *options = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (guint v = 0; v < PLT_COMPARE_MAX; v++)
    {
      self->drop_downs[v] = new_version_list (self, names[v]);
      gtk_box_append (GTK_BOX (bar), self->drop_downs[v]);
    }
  self->depth = gtk_drop_down_new_from_strings (depths);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->depth), PLT_DEVIS_COMPARE_LINES);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->depth), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Detail"), -1);
  gtk_widget_set_tooltip_text (self->depth, _ ("Detail"));
  g_signal_connect_swapped (self->depth, "notify::selected", G_CALLBACK (changed), self);
  self->only = gtk_toggle_button_new_with_mnemonic (_ ("_Only what differs"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->only), TRUE);
  gtk_widget_add_css_class (self->only, "chip");
  g_signal_connect_swapped (self->only, "toggled", G_CALLBACK (changed), self);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_add_css_class (self->summary, "dim-label");
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_box_append (GTK_BOX (options), self->depth);
  gtk_box_append (GTK_BOX (options), self->only);
  gtk_box_append (GTK_BOX (options), self->summary);
  gtk_box_append (GTK_BOX (rows), bar);
  gtk_box_append (GTK_BOX (rows), options);
  gtk_widget_add_css_class (rows, "register-bar");
  return rows;
}

GtkWidget *
plt_devis_compare_page_new (PltSession *session)
{
  PltDevisComparePage *self = g_object_new (PLT_TYPE_DEVIS_COMPARE_PAGE, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}

static void
plt_devis_compare_page_map (GtkWidget *widget)
{
  PltDevisComparePage *self = PLT_DEVIS_COMPARE_PAGE (widget);

  GTK_WIDGET_CLASS (plt_devis_compare_page_parent_class)->map (widget);
  if (self->stale && self->versions->len > 1)
    fill (self);
}

static void
plt_devis_compare_page_dispose (GObject *object)
{
  PltDevisComparePage *self = PLT_DEVIS_COMPARE_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->table);
  g_clear_pointer (&self->versions, g_array_unref);
  G_OBJECT_CLASS (plt_devis_compare_page_parent_class)->dispose (object);
}

static void
plt_devis_compare_page_class_init (PltDevisComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_devis_compare_page_dispose;
  widget_class->map = plt_devis_compare_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-devis-compare");
}

static void
plt_devis_compare_page_init (PltDevisComparePage *self)
{
  GtkWidget *pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->table = plt_devis_compare_table_new ();
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->table));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Versions of the budget side by side"), -1);
  g_signal_connect_swapped (self->grid, "cell-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (pages), new_bar (self));
  gtk_box_append (GTK_BOX (pages), scroller);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-budget-symbolic", _ ("There is nothing to compare with yet"),
                           _ ("Duplicate the budget: go on with the copy, and see here what "
                              "differs from the version you kept."),
                           _ ("_Duplicate This Version…"), "view.duplicate-version"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), pages, "pages");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

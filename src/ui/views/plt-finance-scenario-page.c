#include "plt-finance-scenario-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-finance-model.h"
#include "plt-finance-scenarios.h"

#define MOST 4 /* side by side, the plan as it is among them */

struct _PltFinanceScenarioPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltFinanceTable *comparison, *losses;
  GHashTable *left_out; /* ids of scenarios that are not compared */
  gboolean all;         /* sources that do not change too */
  gboolean begun;
  gint64 shown; /* the scenario whose changes are below */

  GtkWidget *pane; /* what stands beside the page */
  GtkWidget *box;
  GtkWidget *stack;
  GtkWidget *scenarios, *changes; /* PltRegister */
  GtkWidget *heading;
  GtkWidget *chooser;
  GtkWidget *compare_grid, *losses_grid;
};

G_DEFINE_FINAL_TYPE (PltFinanceScenarioPage, plt_finance_scenario_page, GTK_TYPE_WIDGET)

PltRegister *
plt_finance_scenario_page_get_changes (PltFinanceScenarioPage *self)
{
  return PLT_REGISTER (self->changes);
}

PltFinanceTable *
plt_finance_scenario_page_get_comparison (PltFinanceScenarioPage *self)
{
  return self->comparison;
}

GtkWidget *
plt_finance_scenario_page_get_pane (PltFinanceScenarioPage *self)
{
  return self->pane;
}

void
plt_finance_scenario_page_show_tab (PltFinanceScenarioPage *self, const char *tab)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), tab);
}

/* ---- what is shown ---- */

/* The tables are filled anew: the cursor stays in its row. */
static void
keep_cursor (PltGrid *grid, guint row)
{
  const guint n = plt_grid_model_get_n_rows (plt_grid_get_model (grid));

  if (n > 0)
    plt_grid_set_cursor (grid, MIN (row, n - 1), 0);
}

static void
fill_comparison (PltFinanceScenarioPage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  gint64 ids[MOST] = { 0 };
  guint n = 1;
  guint row = 0, column;
  g_autoptr (PltFinanceComparison) comparison = NULL;

  for (guint i = 0; i < facts->scenarios.n && n < MOST; i++)
    if (g_str_equal (facts->scenarios.items[i].kind, "financement")
        && !g_hash_table_contains (self->left_out, &facts->scenarios.items[i].id))
      ids[n++] = facts->scenarios.items[i].id;
  comparison = plt_finance_compare (facts, plt_session_get_plan (self->session),
                                    plt_session_get_budget (self->session), ids, n);
  plt_grid_get_cursor (PLT_GRID (self->compare_grid), &row, &column);
  plt_finance_fill_comparison (self->comparison, comparison, self->all);
  keep_cursor (PLT_GRID (self->compare_grid), row);
}

static void
fill_losses (PltFinanceScenarioPage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltPlan *plan = plt_session_get_plan (self->session);
  const PltBudget *budget = plt_session_get_budget (self->session);
  g_autoptr (PltFinancePlan) with
      = plt_finance_plan_new (facts, plan, budget, plt_finance_is_difficult (facts));
  g_autoptr (GArray) losses = plt_finance_losses (facts, plan, budget, with);
  guint row = 0, column;

  plt_grid_get_cursor (PLT_GRID (self->losses_grid), &row, &column);
  plt_finance_fill_losses (self->losses, losses);
  keep_cursor (PLT_GRID (self->losses_grid), row);
}

static void
show_scenario (PltFinanceScenarioPage *self, gint64 scenario)
{
  const PltScenarioFacts *of = PLT_FACTS_FIND (plt_session_get_facts (self->session)->scenarios,
                                               PltScenarioFacts, scenario);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, scenario);
  /* Translators: %s is the name of a scenario */
  g_autofree char *text = of != NULL ? g_strdup_printf (_ ("Changes of “%s”"), of->name)
                                     : g_strdup (_ ("Changes of the scenario"));

  gtk_label_set_label (GTK_LABEL (self->heading), text);
  gtk_widget_set_sensitive (self->changes, of != NULL);
  if (scenario == self->shown)
    return;
  self->shown = scenario;
  plt_register_set_filter (PLT_REGISTER (self->changes), "scenario", id);
}

/* The scenario with the cursor. */
static void
follow_cursor (PltFinanceScenarioPage *self)
{
  PltQueryModel *rows = plt_register_get_rows (PLT_REGISTER (self->scenarios));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (rows));
  guint row = 0, column;

  if (n == 0)
    {
      show_scenario (self, -1);
      return;
    }
  if (!plt_grid_get_cursor (plt_register_get_grid (PLT_REGISTER (self->scenarios)), &row, &column)
      || row >= n)
    row = 0;
  show_scenario (self, plt_query_model_get_id (rows, row));
}

void
plt_finance_scenario_page_refresh (PltFinanceScenarioPage *self)
{
  g_return_if_fail (PLT_IS_FINANCE_SCENARIO_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* it fills itself when it is seen */
  fill_comparison (self);
  fill_losses (self);
  follow_cursor (self);
  if (self->begun)
    return;
  self->begun = TRUE; /* what was empty has its cursor below what came */
  plt_grid_set_cursor (PLT_GRID (self->compare_grid), 0, 0);
  plt_grid_set_cursor (PLT_GRID (self->losses_grid), 0, 0);
}

gboolean
plt_finance_scenario_page_grab_focus (PltFinanceScenarioPage *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_SCENARIO_PAGE (self), FALSE);

  return plt_register_grab_focus (PLT_REGISTER (self->scenarios));
}

gboolean
plt_finance_scenario_page_select_ref (PltFinanceScenarioPage *self, PltRef ref)
{
  const PltScenarioChangeFacts *change;

  g_return_val_if_fail (PLT_IS_FINANCE_SCENARIO_PAGE (self), FALSE);

  if (g_str_equal (ref.table, "scenario"))
    return plt_register_select_ref (PLT_REGISTER (self->scenarios), ref);
  change = PLT_FACTS_FIND (plt_session_get_facts (self->session)->scenario_changes,
                           PltScenarioChangeFacts, ref.id);
  if (change == NULL
      || !plt_register_select_ref (PLT_REGISTER (self->scenarios),
                                   (PltRef){ "scenario", change->scenario, NULL }))
    return FALSE;
  follow_cursor (self);
  return plt_register_select_ref (PLT_REGISTER (self->changes), ref);
}

/* ---- commands ---- */

static PltRegister *
focused_register (PltFinanceScenarioPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return PLT_REGISTER (focus != NULL && gtk_widget_is_ancestor (focus, self->changes)
                           ? self->changes
                           : self->scenarios);
}

void
plt_finance_scenario_page_add (PltFinanceScenarioPage *self)
{
  g_return_if_fail (PLT_IS_FINANCE_SCENARIO_PAGE (self));

  plt_register_add_row (focused_register (self));
}

void
plt_finance_scenario_page_delete (PltFinanceScenarioPage *self)
{
  g_return_if_fail (PLT_IS_FINANCE_SCENARIO_PAGE (self));

  plt_register_delete_rows (focused_register (self));
}

static void
show_new (PltFinanceScenarioPage *self, const GArray *ids)
{
  if (ids != NULL && ids->len > 0)
    plt_register_select_ref (PLT_REGISTER (self->scenarios),
                             (PltRef){ "scenario", g_array_index (ids, gint64, 0), "name" });
}

void
plt_finance_scenario_page_duplicate (PltFinanceScenarioPage *self)
{
  const PltFacts *facts;
  const PltScenarioFacts *of;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (PLT_IS_FINANCE_SCENARIO_PAGE (self));

  facts = plt_session_get_facts (self->session);
  of = PLT_FACTS_FIND (facts->scenarios, PltScenarioFacts, self->shown);
  if (of == NULL)
    return;
  name = g_strdup_printf (_ ("%s (copy)"), of->name);
  plt_finance_copy_scenario (facts, self->shown, name, batch);
  if (plt_session_apply (self->session, _ ("Duplicate the scenario"), NULL, batch, &ids))
    show_new (self, ids);
}

void
plt_finance_scenario_page_without (PltFinanceScenarioPage *self)
{
  const PltFundingFacts *source;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *name = NULL;
  PltRef ref;
  gint64 scenario;
  guint row = 0, column;

  g_return_if_fail (PLT_IS_FINANCE_SCENARIO_PAGE (self));

  plt_grid_get_cursor (PLT_GRID (self->losses_grid), &row, &column);
  ref = plt_finance_table_get_ref (self->losses, row);
  source = PLT_FACTS_FIND (plt_session_get_facts (self->session)->funding, PltFundingFacts, ref.id);
  if (source == NULL)
    return;
  /* Translators: name of a scenario in which that source fails */
  name = g_strdup_printf (_ ("Without %s"), source->name);
  scenario = plt_batch_insert (batch, "scenario");
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "kind", "financement");
  plt_batch_insert (batch, "scenario_change");
  plt_batch_set_integer (batch, "scenario", scenario);
  plt_batch_set_text (batch, "kind", "source-absente");
  plt_batch_set_integer (batch, "funding_source", source->id);
  if (plt_session_apply (self->session, _ ("Make a scenario"), NULL, batch, &ids))
    {
      plt_finance_scenario_page_show_tab (self, "compare");
      show_new (self, ids);
    }
}

/* ---- which ones ---- */

static void
on_chosen (GtkCheckButton *check, PltFinanceScenarioPage *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (check), "plt-id");

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left_out, id);
  else
    g_hash_table_add (self->left_out, g_memdup2 (id, sizeof *id));
  fill_comparison (self);
}

static void
on_all (GtkCheckButton *check, PltFinanceScenarioPage *self)
{
  self->all = gtk_check_button_get_active (check);
  fill_comparison (self);
}

static void
create_popup (GtkMenuButton *button, gpointer data)
{
  PltFinanceScenarioPage *self = data;
  const PltFacts *facts = plt_session_get_facts (self->session);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *all = gtk_check_button_new_with_label (_ ("Sources that do not change too"));
  GtkWidget *hint = gtk_label_new (_ ("The plan as it is, and the first three that are chosen."));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (box), hint);
  for (guint i = 0; i < facts->scenarios.n; i++)
    {
      const PltScenarioFacts *scenario = &facts->scenarios.items[i];
      GtkWidget *check;

      if (!g_str_equal (scenario->kind, "financement"))
        continue;
      check = gtk_check_button_new_with_label (scenario->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   !g_hash_table_contains (self->left_out, &scenario->id));
      g_object_set_data_full (G_OBJECT (check), "plt-id",
                              g_memdup2 (&scenario->id, sizeof scenario->id), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_chosen), self, 0);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), self->all);
  g_signal_connect_object (all, "toggled", G_CALLBACK (on_all), self, 0);
  gtk_box_append (GTK_BOX (box), all);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* ---- building ---- */

static void
on_activated (PltGrid *grid, guint row, guint column, PltFinanceScenarioPage *self)
{
  const PltRef ref = plt_finance_table_get_ref (PLT_FINANCE_TABLE (plt_grid_get_model (grid)), row);

  if (ref.table != NULL)
    plt_session_open_ref (self->session, ref);
}

static GtkWidget *
new_grid (PltFinanceScenarioPage *self, PltFinanceTable *table, const char *name)
{
  GtkWidget *grid = plt_grid_new (PLT_GRID_MODEL (table));

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (grid, "cell-activated", G_CALLBACK (on_activated), self, 0);
  return grid;
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_losses (PltFinanceScenarioPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *without = gtk_button_new_with_label (_ ("Make a scenario without this source"));

  self->losses_grid = new_grid (self, self->losses, _ ("If a source fails"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (without), "view.scenario-without");
  gtk_widget_add_css_class (without, "flat");
  gtk_widget_set_visible (without, !plt_session_is_read_only (self->session));
  gtk_widget_add_css_class (foot, "register-foot");
  gtk_box_append (GTK_BOX (foot), without);
  gtk_box_append (GTK_BOX (box), new_scroller (self->losses_grid));
  gtk_box_append (GTK_BOX (box), foot);
  return box;
}

static GtkWidget *
new_right (PltFinanceScenarioPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->compare_grid = new_grid (self, self->comparison, _ ("Scenarios side by side"));
  gtk_stack_add_titled (GTK_STACK (self->stack), new_scroller (self->compare_grid), "compare",
                        _ ("Side by side"));
  gtk_stack_add_titled (GTK_STACK (self->stack), new_losses (self), "losses",
                        _ ("What if this source fails?"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  self->chooser = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->chooser), _ ("Compared"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->chooser), create_popup, self, NULL);
  gtk_widget_set_tooltip_text (self->chooser, _ ("Which scenarios stand side by side"));
  plt_a11y_set_name (self->chooser, _ ("Which scenarios stand side by side"));
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (bar), gap);
  gtk_box_append (GTK_BOX (bar), self->chooser);
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->stack);
  return box;
}

static GtkWidget *
new_left (PltFinanceScenarioPage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->scenarios = plt_register_new (self->session, "scenario", "name,budget,note");
  plt_register_set_filter (PLT_REGISTER (self->scenarios), "kind", "financement");
  self->changes = plt_register_new (self->session, "scenario_change",
                                    "kind,funding_source,label,amount_cents,note");
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->heading, "sub-heading");
  gtk_widget_set_vexpand (self->changes, TRUE);
  gtk_box_append (GTK_BOX (below), self->heading);
  gtk_box_append (GTK_BOX (below), self->changes);
  gtk_paned_set_start_child (GTK_PANED (paned), self->scenarios);
  gtk_paned_set_end_child (GTK_PANED (paned), below);
  gtk_paned_set_position (GTK_PANED (paned), 260);
  gtk_paned_set_wide_handle (GTK_PANED (paned), TRUE);
  gtk_widget_set_vexpand (paned, TRUE);
  return paned;
}

GtkWidget *
plt_finance_scenario_page_new (PltSession *session)
{
  PltFinanceScenarioPage *self = g_object_new (PLT_TYPE_FINANCE_SCENARIO_PAGE, NULL);

  self->session = g_object_ref (session);
  self->pane = g_object_ref_sink (new_left (self));
  self->box = new_right (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (plt_register_get_grid (PLT_REGISTER (self->scenarios)),
                           "selection-changed", G_CALLBACK (follow_cursor), self,
                           G_CONNECT_SWAPPED);
  follow_cursor (self);
  return GTK_WIDGET (self);
}

static void
plt_finance_scenario_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_finance_scenario_page_parent_class)->map (widget);
  plt_finance_scenario_page_refresh (PLT_FINANCE_SCENARIO_PAGE (widget));
}

static void
plt_finance_scenario_page_dispose (GObject *object)
{
  PltFinanceScenarioPage *self = PLT_FINANCE_SCENARIO_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->pane);
  g_clear_object (&self->comparison);
  g_clear_object (&self->losses);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_finance_scenario_page_parent_class)->dispose (object);
}

static void
plt_finance_scenario_page_finalize (GObject *object)
{
  g_hash_table_unref (PLT_FINANCE_SCENARIO_PAGE (object)->left_out);

  G_OBJECT_CLASS (plt_finance_scenario_page_parent_class)->finalize (object);
}

static void
plt_finance_scenario_page_class_init (PltFinanceScenarioPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_scenario_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_finance_scenario_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = plt_finance_scenario_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-finance-scenarios");
}

static void
plt_finance_scenario_page_init (PltFinanceScenarioPage *self)
{
  self->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->comparison = plt_finance_table_new ();
  self->losses = plt_finance_table_new ();
  self->stack = gtk_stack_new ();
}

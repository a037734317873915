#include "plt-cash-scenarios.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-cash-keep.h"
#include "plt-cash-what-if.h"
#include "plt-empty-state.h"
#include "plt-text.h"

#define CHANGES_COLUMNS                                                                            \
  "kind,label,event,instalment,funding_source,budget_line,credit_line,offset_days,amount_cents,"   \
  "date,note"
#define CURVE_HEIGHT 250
#define FIGURES_WIDTH 496
#define MOST_SIGNS 32 /* of a name in the lists: the window must not grow with it */

struct _PltCashScenarios
{
  GtkWidget parent_instance;

  PltSession *session;
  GArray *scenarios; /* gint64, as the lists show them */
  gint64 selected, other;
  gboolean filling, placed;

  PltCashCompare *table;
  GtkWidget *stack; /* page, empty */
  GtkWidget *list, *against;
  GtkWidget *words;
  GtkWidget *curve;
  GtkWidget *grid;
  GtkWidget *changes;
};

G_DEFINE_FINAL_TYPE (PltCashScenarios, plt_cash_scenarios, GTK_TYPE_WIDGET)

/* ---- what is compared ---- */

static const PltScenarioFacts *
scenario_of (PltCashScenarios *self, gint64 id)
{
  const PltFacts *facts = plt_session_get_facts (self->session);

  return PLT_FACTS_FIND (facts->scenarios, PltScenarioFacts, id);
}

static const char *
name_of (PltCashScenarios *self, gint64 id)
{
  const PltScenarioFacts *scenario = id != 0 ? scenario_of (self, id) : NULL;

  return scenario != NULL ? scenario->name : _ ("Forecast");
}

/* The plan with the changes of a scenario, on the devis it names; 0: the forecast itself. */
static PltCashPlan *
plan_of (PltCashScenarios *self, gint64 id, PltBudget **budget)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltPlan *plan = plt_session_get_plan (self->session);
  const PltScenarioFacts *scenario = id != 0 ? scenario_of (self, id) : NULL;
  g_autoptr (GArray) changes = scenario != NULL ? plt_cash_scenario_changes (facts, id) : NULL;

  if (scenario != NULL && scenario->budget != 0
      && scenario->budget != plt_session_get_budget_id (self->session))
    *budget = plt_budget_new (facts, scenario->budget, plan);
  return plt_cash_plan_new (
      facts, plan, *budget != NULL ? *budget : plt_session_get_budget (self->session),
      changes != NULL ? (const PltScenarioChangeFacts *) (gpointer) changes->data : NULL,
      changes != NULL ? changes->len : 0);
}

static void
show_compare (PltCashScenarios *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltBudget) other_budget = NULL;
  g_autoptr (PltCashPlan) after = NULL;
  g_autoptr (PltCashPlan) before = NULL;
  g_autofree char *words = NULL;
  gboolean first;

  if (self->selected == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  after = plan_of (self, self->selected, &budget);
  before = plan_of (self, self->other, &other_budget);
  words = plt_cash_compare_words (before, after);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_tooltip_text (self->words, words);
  plt_cash_curve_set_names (PLT_CASH_CURVE (self->curve), name_of (self, self->selected),
                            name_of (self, self->other));
  plt_cash_curve_set_line (PLT_CASH_CURVE (self->curve),
                           plt_cash_line_of_plan (facts, after, before, FALSE),
                           plt_cash_line_of_plan (facts, before, before, FALSE));
  first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->table)) == 0;
  plt_cash_compare_show (self->table, before, name_of (self, self->other), after,
                         name_of (self, self->selected));
  if (first)
    plt_grid_set_cursor (PLT_GRID (self->grid), 0, 0);
}

static guint
place_of (PltCashScenarios *self, gint64 scenario)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    if (g_array_index (self->scenarios, gint64, i) == scenario)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_changes (PltCashScenarios *self)
{
  g_autofree char *text = g_strdup_printf ("#%" G_GINT64_FORMAT, self->selected);

  if (self->selected != 0)
    plt_register_set_filter (PLT_REGISTER (self->changes), "scenario", text);
}

static void
show_lists (PltCashScenarios *self)
{
  const guint at = place_of (self, self->other);

  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), place_of (self, self->selected));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->against),
                              at != GTK_INVALID_LIST_POSITION ? at + 1 : 0);
  self->filling = FALSE;
}

static gint64
at_place (PltCashScenarios *self, guint place)
{
  return place < self->scenarios->len ? g_array_index (self->scenarios, gint64, place) : 0;
}

static void
on_listed (PltCashScenarios *self)
{
  const guint list = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));
  const guint against = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->against));

  if (self->filling)
    return;
  self->selected = at_place (self, list);
  self->other = against > 0 ? at_place (self, against - 1) : 0;
  show_changes (self);
  show_compare (self);
}

void
plt_cash_scenarios_select (PltCashScenarios *self, gint64 scenario)
{
  g_return_if_fail (PLT_IS_CASH_SCENARIOS (self));

  if (place_of (self, scenario) == GTK_INVALID_LIST_POSITION)
    plt_cash_scenarios_refresh (self);
  if (place_of (self, scenario) == GTK_INVALID_LIST_POSITION)
    return;
  self->selected = scenario;
  if (self->other == scenario)
    self->other = 0;
  show_lists (self);
  show_changes (self);
  show_compare (self);
}

gint64
plt_cash_scenarios_get_selected (PltCashScenarios *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SCENARIOS (self), 0);

  return self->selected;
}

void
plt_cash_scenarios_compare_with (PltCashScenarios *self, gint64 scenario)
{
  g_return_if_fail (PLT_IS_CASH_SCENARIOS (self));

  self->other = place_of (self, scenario) != GTK_INVALID_LIST_POSITION ? scenario : 0;
  show_lists (self);
  show_compare (self);
}

void
plt_cash_scenarios_refresh (PltCashScenarios *self)
{
  const PltFacts *facts;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) others = gtk_string_list_new (NULL);
  gint64 before;

  g_return_if_fail (PLT_IS_CASH_SCENARIOS (self));

  facts = plt_session_get_facts (self->session);
  before = self->selected;
  g_array_set_size (self->scenarios, 0);
  gtk_string_list_append (others, _ ("Forecast"));
  for (guint i = 0; i < facts->scenarios.n; i++)
    {
      const PltScenarioFacts *scenario = &facts->scenarios.items[i];
      g_autofree char *shown = plt_text_shorten (scenario->name, MOST_SIGNS);

      if (!g_str_equal (scenario->kind, "tresorerie"))
        continue;
      g_array_append_val (self->scenarios, scenario->id);
      gtk_string_list_append (names, shown);
      gtk_string_list_append (others, shown);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->list), G_LIST_MODEL (names));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->against), G_LIST_MODEL (others));
  self->filling = FALSE;
  if (place_of (self, self->selected) == GTK_INVALID_LIST_POSITION)
    self->selected = self->scenarios->len > 0 ? at_place (self, self->scenarios->len - 1) : 0;
  if (place_of (self, self->other) == GTK_INVALID_LIST_POSITION || self->other == self->selected)
    self->other = 0;
  show_lists (self);
  if (self->selected != before)
    show_changes (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->scenarios->len > 0 ? "page" : "empty");
  show_compare (self);
}

/* ---- what is done to them ---- */

static void
on_named (gint64 scenario, gpointer owner)
{
  plt_cash_scenarios_refresh (PLT_CASH_SCENARIOS (owner));
  plt_cash_scenarios_select (PLT_CASH_SCENARIOS (owner), scenario);
}

void
plt_cash_scenarios_add (PltCashScenarios *self)
{
  g_return_if_fail (PLT_IS_CASH_SCENARIOS (self));

  plt_cash_rename_dialog (GTK_WIDGET (self), self->session, 0, on_named);
}

void
plt_cash_scenarios_rename (PltCashScenarios *self)
{
  g_return_if_fail (PLT_IS_CASH_SCENARIOS (self));

  if (self->selected != 0)
    plt_cash_rename_dialog (GTK_WIDGET (self), self->session, self->selected, on_named);
}

void
plt_cash_scenarios_duplicate (PltCashScenarios *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (PLT_IS_CASH_SCENARIOS (self));

  if (self->selected == 0)
    return;
  name = plt_cash_scenario_name (plt_session_get_facts (self->session),
                                 name_of (self, self->selected));
  plt_cash_keep_copy (batch, plt_session_get_facts (self->session), self->selected, name);
  if (plt_session_apply (self->session, _ ("Duplicate the scenario"), NULL, batch, &ids))
    plt_cash_scenarios_select (self, g_array_index (ids, gint64, 0));
}

void
plt_cash_scenarios_delete (PltCashScenarios *self)
{
  g_return_if_fail (PLT_IS_CASH_SCENARIOS (self));

  if (self->selected != 0)
    plt_session_delete (self->session, "scenario", &self->selected, 1, NULL);
}

/* ---- what tests and the view ask ---- */

PltRegister *
plt_cash_scenarios_get_register (PltCashScenarios *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SCENARIOS (self), NULL);

  return PLT_REGISTER (self->changes);
}

PltCashCurve *
plt_cash_scenarios_get_curve (PltCashScenarios *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SCENARIOS (self), NULL);

  return PLT_CASH_CURVE (self->curve);
}

PltCashCompare *
plt_cash_scenarios_get_table (PltCashScenarios *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SCENARIOS (self), NULL);

  return self->table;
}

const char *
plt_cash_scenarios_get_words (PltCashScenarios *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SCENARIOS (self), "");

  return gtk_label_get_label (GTK_LABEL (self->words));
}

gboolean
plt_cash_scenarios_grab_focus (PltCashScenarios *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SCENARIOS (self), FALSE);

  return gtk_widget_grab_focus (self->list);
}

/* ---- building ---- */

static GtkWidget *
new_button (const char *icon, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  plt_a11y_set_name (button, name);
  return button;
}

static GtkWidget *
new_drop_down (PltCashScenarios *self, const char *name)
{
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (on_listed), self);
  return list;
}

static GtkWidget *
new_bar (PltCashScenarios *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *try = gtk_button_new_with_mnemonic (_ ("_Try in the Forecast"));

  self->list = new_drop_down (self, C_ ("cash", "Scenario"));
  self->against = new_drop_down (self, _ ("Compared with"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (try), "view.cash-try");
  gtk_box_append (GTK_BOX (bar), self->list);
  gtk_box_append (GTK_BOX (bar), gtk_label_new (_ ("compared with")));
  gtk_box_append (GTK_BOX (bar), self->against);
  gtk_box_append (GTK_BOX (bar), try);
  gtk_box_append (GTK_BOX (bar),
                  new_button ("list-add-symbolic", "view.cash-new-scenario", _ ("New scenario")));
  gtk_box_append (GTK_BOX (bar), new_button ("document-edit-symbolic", "view.cash-rename-scenario",
                                             _ ("Rename the scenario")));
  gtk_box_append (GTK_BOX (bar), new_button ("edit-copy-symbolic", "view.cash-duplicate-scenario",
                                             _ ("Duplicate the scenario")));
  gtk_box_append (GTK_BOX (bar), new_button ("user-trash-symbolic", "view.cash-delete-scenario",
                                             _ ("Delete the scenario")));
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

/* The figures begin with all their columns, where there is room. */
static void
on_room (GtkPaned *panes, GParamSpec *pspec, PltCashScenarios *self)
{
  int most;

  g_object_get (panes, "max-position", &most, NULL);
  if (self->placed || most < FIGURES_WIDTH || most == G_MAXINT)
    return;
  self->placed = TRUE;
  gtk_paned_set_position (panes, CLAMP (most * 11 / 20, FIGURES_WIDTH, 720));
}

static GtkWidget *
new_foot (PltCashScenarios *self)
{
  GtkWidget *panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = plt_grid_new (PLT_GRID_MODEL (self->table));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Differences"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  self->changes = plt_register_new (self->session, "scenario_change", CHANGES_COLUMNS);
  gtk_paned_set_start_child (GTK_PANED (panes), scroller);
  gtk_paned_set_end_child (GTK_PANED (panes), self->changes);
  gtk_paned_set_wide_handle (GTK_PANED (panes), TRUE);
  gtk_paned_set_position (GTK_PANED (panes), FIGURES_WIDTH);
  g_signal_connect_object (panes, "notify::max-position", G_CALLBACK (on_room), self, 0);
  return panes;
}

static GtkWidget *
new_page (PltCashScenarios *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panes = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->words), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->words, "sub-heading");
  self->curve = plt_cash_curve_new ();
  plt_cash_curve_set_marks_visible (PLT_CASH_CURVE (self->curve), FALSE);
  gtk_paned_set_start_child (GTK_PANED (panes), self->curve);
  gtk_paned_set_end_child (GTK_PANED (panes), new_foot (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_position (GTK_PANED (panes), CURVE_HEIGHT);
  gtk_paned_set_wide_handle (GTK_PANED (panes), TRUE);
  gtk_widget_set_vexpand (panes, TRUE);
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), panes);
  return box;
}

GtkWidget *
plt_cash_scenarios_new (PltSession *session)
{
  PltCashScenarios *self = g_object_new (PLT_TYPE_CASH_SCENARIOS, NULL);
  const gboolean may = !plt_session_is_read_only (session);

  self->session = g_object_ref (session);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_page (self), "page");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-cash-symbolic", _ ("There is no scenario yet"),
                           _ ("Drag an event of the forecast to another date and keep it, or make "
                              "an empty scenario and fill it."),
                           may ? _ ("New _Scenario") : NULL, may ? "view.cash-new-scenario" : NULL),
      "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (show_compare), NULL);
  return GTK_WIDGET (self);
}

static void
plt_cash_scenarios_dispose (GObject *object)
{
  PltCashScenarios *self = PLT_CASH_SCENARIOS (object);

  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      g_signal_handlers_disconnect_by_data (self->against, self);
    }
  self->list = self->against = NULL;
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->table);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_cash_scenarios_parent_class)->dispose (object);
}

static void
plt_cash_scenarios_finalize (GObject *object)
{
  g_array_unref (PLT_CASH_SCENARIOS (object)->scenarios);

  G_OBJECT_CLASS (plt_cash_scenarios_parent_class)->finalize (object);
}

static void
plt_cash_scenarios_class_init (PltCashScenariosClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_cash_scenarios_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_cash_scenarios_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-cash-scenarios");
}

static void
plt_cash_scenarios_init (PltCashScenarios *self)
{
  self->scenarios = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->table = plt_cash_compare_new ();
}

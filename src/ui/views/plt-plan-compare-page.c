#include "plt-plan-compare-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-empty-state.h"
#include "plt-grid.h"
#include "plt-plan-compare-table.h"
#include "plt-plan-version.h"
#include "plt-plan-versions.h"

enum
{
  FIGURES,
  SEQUENCES,
  ROLES,
  HISTORY,
  N_TABLES
};

struct _PltPlanComparePage
{
  GtkWidget parent_instance;

  PltSession *session;
  GArray *versions; /* gint64, as the two lists show them */
  gint64 chosen[2]; /* before, after */
  gboolean filling, stale;
  gboolean picked; /* somebody chose what is compared */

  PltPlanCompareTable *tables[N_TABLES];
  GtkWidget *grids[N_TABLES];
  GtkWidget *stack; /* empty, pages */
  GtkWidget *lists; /* figures, sequences, roles, history */
  GtkWidget *drop_downs[2];
  GtkWidget *all;
  GtkWidget *summary;
};

G_DEFINE_FINAL_TYPE (PltPlanComparePage, plt_plan_compare_page, GTK_TYPE_WIDGET)

enum
{
  VERSION_ACTIVATED,
  VERSION_DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what is compared ---- */

static void add_count (GString *text, guint n, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add_count (GString *text, guint n, const char *format, ...)
{
  va_list arguments;

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
update_summary (PltPlanComparePage *self, const PltPlanCompare *compare)
{
  static const PltFigure told[]
      = { PLT_FIGURE_DAYS, PLT_FIGURE_NIGHTS, PLT_FIGURE_ROLE_DAYS, PLT_FIGURE_TOTAL };
  const guint *counts = compare->counts;
  guint n_moved = plt_plan_compare_n_moved (compare);
  guint n_stay = counts[PLT_PLAN_SAME] + counts[PLT_PLAN_RENUMBERED];
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_moved == 0)
    g_string_append (text, _ ("No sequence changes its day"));
  add_count (text, n_moved,
             ngettext ("%u sequence changes its day", "%u sequences change their day", n_moved),
             n_moved);
  add_count (text, counts[PLT_PLAN_REORDERED],
             ngettext ("%u only changes place in its day", "%u only change places in their day",
                       counts[PLT_PLAN_REORDERED]),
             counts[PLT_PLAN_REORDERED]);
  add_count (text, n_stay, ngettext ("%u stays", "%u stay", n_stay), n_stay);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      gint64 from = compare->figures[0].values[told[i]], to = compare->figures[1].values[told[i]];
      g_autofree char *change = plt_figure_format_change (told[i], from, to);

      if (from != to && *change != '\0')
        g_string_append_printf (text, " · %s %s", _ (plt_figure_title (told[i])), change);
    }
  gtk_label_set_label (GTK_LABEL (self->summary), text->str);
}

static void
fill (PltPlanComparePage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  gboolean all = !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->all));
  g_autoptr (PltPlanCompare) compare = plt_plan_compare_new (
      facts, self->chosen[0], self->chosen[1], plt_session_get_budget_id (self->session));

  self->stale = FALSE;
  for (int i = 0; i < N_TABLES; i++)
    {
      gboolean first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->tables[i])) == 0;

      plt_plan_compare_table_fill (self->tables[i], facts, compare, all);
      if (first)
        plt_grid_set_cursor (PLT_GRID (self->grids[i]), 0, 0);
    }
  update_summary (self, compare);
}

/* Nothing is computed for a page that is not seen. */
static void
changed (PltPlanComparePage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->versions->len > 1)
    fill (self);
}

static guint
place_of (PltPlanComparePage *self, gint64 version)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (g_array_index (self->versions, gint64, i) == version)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_there (PltPlanComparePage *self, gint64 version)
{
  return place_of (self, version) != GTK_INVALID_LIST_POSITION;
}

/* The last published version beside the current one, where nobody chose or the choice is gone. */
static void
choose (PltPlanComparePage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltScheduleFacts *published;

  if (!is_there (self, self->chosen[1]))
    self->chosen[1] = is_there (self, facts->production.schedule)
                          ? facts->production.schedule
                          : g_array_index (self->versions, gint64, self->versions->len - 1);
  if (is_there (self, self->chosen[0]))
    return;
  published = plt_schedule_last_published (facts, self->chosen[1]);
  self->chosen[0] = published != NULL ? published->id : 0;
  for (guint i = 0; self->chosen[0] == 0 && i < self->versions->len; i++)
    if (g_array_index (self->versions, gint64, i) != self->chosen[1])
      self->chosen[0] = g_array_index (self->versions, gint64, i);
}

static void
show_chosen (PltPlanComparePage *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < 2; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_downs[i]),
                                place_of (self, self->chosen[i]));
  self->filling = FALSE;
}

static void
on_chosen (PltPlanComparePage *self)
{
  gboolean other = FALSE;

  for (guint i = 0; i < 2 && !self->filling; i++)
    {
      guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_downs[i]));
      gint64 version
          = place < self->versions->len ? g_array_index (self->versions, gint64, place) : 0;

      other = other || version != self->chosen[i];
      self->chosen[i] = version;
    }
  if (!other)
    return;
  self->picked = TRUE;
  changed (self);
}

void
plt_plan_compare_page_show (PltPlanComparePage *self, gint64 before, gint64 after)
{
  g_return_if_fail (PLT_IS_PLAN_COMPARE_PAGE (self));

  self->picked = TRUE;
  self->chosen[0] = before;
  self->chosen[1] = after;
  choose (self);
  show_chosen (self);
  changed (self);
}

void
plt_plan_compare_page_get (PltPlanComparePage *self, gint64 *before, gint64 *after)
{
  g_return_if_fail (PLT_IS_PLAN_COMPARE_PAGE (self));

  *before = self->chosen[0];
  *after = self->chosen[1];
}

/* "v1 · 01/03/2027", "v2 · current", "v3 · Plan B" */
static char *
short_name (const PltFacts *facts, const PltScheduleFacts *schedule)
{
  g_autofree char *date = plt_date_format_numeric (schedule->published_date);
  const char *what = schedule->id == facts->production.schedule ? _ ("current")
                     : *date != '\0'                            ? date
                                                                : schedule->name;

  return g_strdup_printf ("v%d · %s", (int) plt_schedule_number (schedule), what);
}

void
plt_plan_compare_page_refresh (PltPlanComparePage *self)
{
  const PltFacts *facts;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (PLT_IS_PLAN_COMPARE_PAGE (self));

  facts = plt_session_get_facts (self->session);
  g_array_set_size (self->versions, 0);
  for (guint i = 0; i < facts->schedules.n; i++)
    {
      g_autofree char *name = short_name (facts, &facts->schedules.items[i]);

      gtk_string_list_append (names, name);
      g_array_append_val (self->versions, facts->schedules.items[i].id);
    }
  self->filling = TRUE;
  for (guint i = 0; i < 2; i++)
    gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_downs[i]), G_LIST_MODEL (names));
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
plt_plan_compare_page_set_all (PltPlanComparePage *self, gboolean all)
{
  g_return_if_fail (PLT_IS_PLAN_COMPARE_PAGE (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all), !all);
}

void
plt_plan_compare_page_show_history (PltPlanComparePage *self)
{
  g_return_if_fail (PLT_IS_PLAN_COMPARE_PAGE (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->lists), "history");
}

guint
plt_plan_compare_page_get_n_rows (PltPlanComparePage *self)
{
  g_return_val_if_fail (PLT_IS_PLAN_COMPARE_PAGE (self), 0);

  return plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->tables[SEQUENCES]));
}

gboolean
plt_plan_compare_page_grab_focus (PltPlanComparePage *self)
{
  static const char *const names[N_TABLES] = { "figures", "sequences", "roles", "history" };
  const char *shown;

  g_return_val_if_fail (PLT_IS_PLAN_COMPARE_PAGE (self), FALSE);

  if (self->versions->len < 2)
    return FALSE;
  shown = gtk_stack_get_visible_child_name (GTK_STACK (self->lists));
  for (guint i = 0; i < N_TABLES; i++)
    if (g_strcmp0 (shown, names[i]) == 0)
      return gtk_widget_grab_focus (self->grids[i]);
  return FALSE;
}

/* ---- going on from here ---- */

/* To the strip, in the version that holds it. */
static void
on_sequence_activated (PltPlanComparePage *self, guint row, guint column, PltGrid *grid)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  PltRef ref = plt_plan_compare_table_get_ref (self->tables[SEQUENCES], row);
  const PltStripFacts *strip = ref.table != NULL && g_str_equal (ref.table, "strip")
                                   ? PLT_FACTS_FIND (facts->strips, PltStripFacts, ref.id)
                                   : NULL;

  if (ref.table == NULL)
    return;
  if (strip != NULL)
    g_signal_emit (self, signals[VERSION_ACTIVATED], 0, strip->schedule);
  plt_session_open_ref (self->session, ref);
}

static gint64
selected_version (PltPlanComparePage *self)
{
  guint row = 0, column;

  if (!plt_grid_get_cursor (PLT_GRID (self->grids[HISTORY]), &row, &column))
    return 0;
  return plt_plan_compare_table_get_ref (self->tables[HISTORY], row).id;
}

/* With the one it replaces, else with the number before. */
static void
compare_version (PltPlanComparePage *self, gint64 version)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltScheduleFacts *schedule = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, version);
  const PltScheduleFacts *before;

  if (schedule == NULL)
    return;
  before = plt_schedule_replaced (facts, schedule);
  if (before == NULL)
    before = plt_schedule_last_published (facts, version);
  plt_plan_compare_page_show (self, before != NULL ? before->id : 0, version);
  gtk_stack_set_visible_child_name (GTK_STACK (self->lists), "sequences");
  gtk_widget_grab_focus (self->grids[SEQUENCES]);
}

static void
on_history_activated (PltPlanComparePage *self, guint row, guint column, PltGrid *grid)
{
  compare_version (self, plt_plan_compare_table_get_ref (self->tables[HISTORY], row).id);
}

static void
on_compare_clicked (PltPlanComparePage *self)
{
  compare_version (self, selected_version (self));
}

static void
on_look_clicked (PltPlanComparePage *self)
{
  gint64 version = selected_version (self);

  if (version != 0)
    g_signal_emit (self, signals[VERSION_ACTIVATED], 0, version);
}

static void
on_delete_clicked (PltPlanComparePage *self)
{
  gint64 version = selected_version (self);

  if (version != 0)
    g_signal_emit (self, signals[VERSION_DELETED], 0, version);
}

/* ---- the widget ---- */

static GtkWidget *
new_grid (PltPlanComparePage *self, int table, PltPlanCompareKind kind, const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->tables[table] = plt_plan_compare_table_new (kind);
  self->grids[table] = plt_grid_new (PLT_GRID_MODEL (self->tables[table]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grids[table]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grids[table]);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_action (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
new_bar (PltPlanComparePage *self)
{
  const char *const names[] = { _ ("Version before"), _ ("Version after") };
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < 2; i++)
    {
      self->drop_downs[i] = gtk_drop_down_new (NULL, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_downs[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
      g_signal_connect_swapped (self->drop_downs[i], "notify::selected", G_CALLBACK (on_chosen),
                                self);
    }
  self->all = gtk_toggle_button_new_with_mnemonic (_ ("_Only what moved"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all), TRUE);
  gtk_widget_add_css_class (self->all, "chip");
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (changed), self);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_add_css_class (self->summary, "dim-label");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), self->drop_downs[0]);
  gtk_box_append (GTK_BOX (bar), gtk_label_new ("→"));
  gtk_box_append (GTK_BOX (bar), self->drop_downs[1]);
  gtk_box_append (GTK_BOX (bar), self->all);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), new_action (_ ("E_xport…"), "view.export-compare",
                                             _ ("The comparison as a document")));
  gtk_box_append (GTK_BOX (bar),
                  new_action (_ ("_Publish…"), "view.publish-plan",
                              _ ("Keep the schedule as people get it, under its number")));
  gtk_box_append (GTK_BOX (rows), bar);
  gtk_box_append (GTK_BOX (rows), self->summary);
  gtk_widget_add_css_class (rows, "register-bar");
  return rows;
}

static GtkWidget *
new_history (PltPlanComparePage *self)
{
  static const struct
  {
    const char *label;
    GCallback clicked;
  } buttons[] = {
    { N_ ("_Compare with the One Before"), G_CALLBACK (on_compare_clicked) },
    { N_ ("_Look at This Version"), G_CALLBACK (on_look_clicked) },
    { N_ ("_Delete This Version…"), G_CALLBACK (on_delete_clicked) },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ (buttons[i].label));

      g_signal_connect_swapped (button, "clicked", buttons[i].clicked, self);
      gtk_box_append (GTK_BOX (bar), button);
    }
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_grid (self, HISTORY, PLT_PLAN_COMPARE_HISTORY,
                                           _ ("History of the versions")));
  return box;
}

static GtkWidget *
new_lists (PltPlanComparePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->lists = gtk_stack_new ();
  gtk_stack_add_titled (
      GTK_STACK (self->lists),
      new_grid (self, FIGURES, PLT_PLAN_COMPARE_FIGURES, _ ("Figures of both versions")), "figures",
      _ ("Figures"));
  gtk_stack_add_titled (
      GTK_STACK (self->lists),
      new_grid (self, SEQUENCES, PLT_PLAN_COMPARE_SEQUENCES, _ ("Sequences of both versions")),
      "sequences", _ ("Sequences"));
  gtk_stack_add_titled (
      GTK_STACK (self->lists),
      new_grid (self, ROLES, PLT_PLAN_COMPARE_ROLES, _ ("Roles of both versions")), "roles",
      _ ("Roles"));
  gtk_stack_add_titled (GTK_STACK (self->lists), new_history (self), "history", _ ("Versions"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->lists));
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->lists);
  g_signal_connect_swapped (self->grids[SEQUENCES], "cell-activated",
                            G_CALLBACK (on_sequence_activated), self);
  g_signal_connect_swapped (self->grids[HISTORY], "cell-activated",
                            G_CALLBACK (on_history_activated), self);
  return box;
}

GtkWidget *
plt_plan_compare_page_new (PltSession *session)
{
  PltPlanComparePage *self = g_object_new (PLT_TYPE_PLAN_COMPARE_PAGE, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}

static void
plt_plan_compare_page_map (GtkWidget *widget)
{
  PltPlanComparePage *self = PLT_PLAN_COMPARE_PAGE (widget);

  GTK_WIDGET_CLASS (plt_plan_compare_page_parent_class)->map (widget);
  if (self->stale && self->versions->len > 1)
    fill (self);
}

static void
plt_plan_compare_page_dispose (GObject *object)
{
  PltPlanComparePage *self = PLT_PLAN_COMPARE_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  for (int i = 0; i < N_TABLES; i++)
    g_clear_object (&self->tables[i]);
  g_clear_pointer (&self->versions, g_array_unref);
  G_OBJECT_CLASS (plt_plan_compare_page_parent_class)->dispose (object);
}

static void
plt_plan_compare_page_class_init (PltPlanComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_plan_compare_page_dispose;
  widget_class->map = plt_plan_compare_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-plan-compare");
  signals[VERSION_ACTIVATED]
      = g_signal_new ("version-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[VERSION_DELETED]
      = g_signal_new ("version-deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
plt_plan_compare_page_init (PltPlanComparePage *self)
{
  GtkWidget *pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_box_append (GTK_BOX (pages), new_bar (self));
  gtk_box_append (GTK_BOX (pages), new_lists (self));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-plan-symbolic", _ ("There is nothing to compare with yet"),
                           _ ("Publish the schedule: what was given to people is kept, and the "
                              "schedule you go on with is shown beside it."),
                           _ ("_Publish…"), "view.publish-plan"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), pages, "pages");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

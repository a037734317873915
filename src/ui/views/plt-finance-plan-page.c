#include "plt-finance-plan-page.h"

#include <glib/gi18n-lib.h>

#include "plt-add-row.h"
#include "plt-a11y.h"
#include "plt-column-chooser.h"
#include "plt-empty-state.h"
#include "plt-settings.h"
#include "plt-shortcuts.h"
#include "plt-view.h"

#define LAYOUT "finance-plan"

#define DETAIL_HEIGHT 240 /* the plan has the rest: half of a large screen is too little for it */

struct _PltFinancePlanPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltFinanceModel *model;
  GtkWidget *stack; /* plan, empty */
  GtkWidget *search;
  GtkWidget *columns;
  GtkWidget *grid;
  GtkWidget *figures; /* at the foot: what is stored, or what is being typed */
  GtkWidget *detail;
  GtkWidget *summary;
};

G_DEFINE_FINAL_TYPE (PltFinancePlanPage, plt_finance_plan_page, GTK_TYPE_WIDGET)

PltGrid *
plt_finance_plan_page_get_grid (PltFinancePlanPage *self)
{
  return PLT_GRID (self->grid);
}

PltFinanceDetail *
plt_finance_plan_page_get_detail (PltFinancePlanPage *self)
{
  return PLT_FINANCE_DETAIL (self->detail);
}

PltFinanceSummary *
plt_finance_plan_page_get_summary (PltFinancePlanPage *self)
{
  return PLT_FINANCE_SUMMARY (self->summary);
}

/* ---- what is shown ---- */

/* "Total 98 000,00 € · 2 % of the budget is missing"; while typing with what it changes. */
static void
update_figures (PltFinancePlanPage *self)
{
  const PltFinancePlan *plan = plt_finance_model_get_plan (self->model);
  g_autofree char *gap = plt_finance_plan_gap_text (plan);
  g_autofree char *total = plt_money_format (plan->total);
  g_autofree char *whole = g_strdup_printf (_ ("Total %s"), total);
  g_autofree char *text = g_strdup_printf ("%s · %s", whole, gap);

  gtk_label_set_label (GTK_LABEL (self->figures), text);
  gtk_widget_set_tooltip_text (self->figures, text);
  if (plt_finance_model_is_trying (self->model))
    gtk_widget_add_css_class (self->figures, "accent-text");
  else
    gtk_widget_remove_css_class (self->figures, "accent-text");
}

static const PltFinanceRow *
row_at_cursor (PltFinancePlanPage *self, guint *at, guint *column)
{
  return plt_grid_get_cursor (PLT_GRID (self->grid), at, column)
             ? plt_finance_model_get_row (self->model, *at)
             : NULL;
}

/* The source with the cursor, or the first of the group it is on. */
static void
follow_cursor (PltFinancePlanPage *self)
{
  guint at, column;
  const PltFinanceRow *row = row_at_cursor (self, &at, &column);

  while (row != NULL && row->kind == PLT_FINANCE_GROUP)
    row = plt_finance_model_get_row (self->model, ++at);
  if (row != NULL && row->kind == PLT_FINANCE_SOURCE)
    plt_finance_detail_show (PLT_FINANCE_DETAIL (self->detail), row->source->id);
}

static void
on_tried (PltFinancePlanPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* it is told again when it is seen */
  update_figures (self);
  plt_finance_summary_show (PLT_FINANCE_SUMMARY (self->summary),
                            plt_finance_model_get_plan (self->model));
  follow_cursor (self);
}

void
plt_finance_plan_page_refresh (PltFinancePlanPage *self)
{
  const gboolean none = plt_session_get_facts (self->session)->funding.n == 0;

  g_return_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), none ? "empty" : "plan");
  plt_finance_detail_refresh (PLT_FINANCE_DETAIL (self->detail));
}

static void
on_selection (PltFinancePlanPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), PLT_TYPE_VIEW);
  const gint64 shown = plt_finance_detail_get_shown (PLT_FINANCE_DETAIL (self->detail));
  guint at, column;
  const PltFinanceRow *row = row_at_cursor (self, &at, &column);

  if (view != NULL)
    plt_view_set_summary (PLT_VIEW (view), plt_grid_get_selection_summary (PLT_GRID (self->grid)));
  follow_cursor (self);
  if (!gtk_widget_get_mapped (self->grid))
    return;
  if (row != NULL && row->kind == PLT_FINANCE_SOURCE)
    plt_session_select (self->session, "funding_source", row->source->id,
                        plt_finance_model_get_column_id (column));
  else if (shown > 0)
    plt_session_select (self->session, "funding_source", shown, NULL);
}

static gboolean
select_source (PltFinancePlanPage *self, gint64 source, const char *column)
{
  int row;
  guint now_row, at = PLT_FINANCE_COLUMN_NAME;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  row = plt_finance_model_reveal (self->model, source);
  if (row < 0)
    return FALSE;
  plt_grid_get_cursor (PLT_GRID (self->grid), &now_row, &at);
  for (guint i = 0; column != NULL && i < PLT_FINANCE_N_COLUMNS; i++)
    if (g_strcmp0 (plt_finance_model_get_column_id (i), column) == 0)
      at = i;
  plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, at);
  plt_session_select (self->session, "funding_source", source, column);
  gtk_widget_grab_focus (self->grid);
  return TRUE;
}

/* A row that belongs to a source, in the register of its page. */
static gboolean
select_below (PltFinancePlanPage *self, gint64 source, const char *page, PltRef ref)
{
  if (!select_source (self, source, NULL))
    return FALSE;
  plt_finance_detail_show_page (PLT_FINANCE_DETAIL (self->detail), page);
  return plt_register_select_ref (
      plt_finance_detail_get_register (PLT_FINANCE_DETAIL (self->detail), page), ref);
}

gboolean
plt_finance_plan_page_select_ref (PltFinancePlanPage *self, PltRef ref)
{
  const PltFacts *facts = plt_session_get_facts (self->session);

  g_return_val_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self), FALSE);

  if (ref.id == 0)
    return plt_finance_plan_page_grab_focus (self);
  if (g_strcmp0 (ref.table, "instalment") == 0)
    {
      const PltInstalmentFacts *of
          = PLT_FACTS_FIND (facts->instalments, PltInstalmentFacts, ref.id);

      return of != NULL && select_below (self, of->funding_source, "instalments", ref);
    }
  if (g_strcmp0 (ref.table, "funding_status") == 0)
    {
      const PltFundingStatusFacts *of
          = PLT_FACTS_FIND (facts->funding_statuses, PltFundingStatusFacts, ref.id);

      return of != NULL && select_below (self, of->funding_source, "history", ref);
    }
  return g_strcmp0 (ref.table, "funding_source") == 0 && select_source (self, ref.id, ref.column);
}

gboolean
plt_finance_plan_page_grab_focus (PltFinancePlanPage *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self), FALSE);

  if (plt_session_get_facts (self->session)->funding.n > 0)
    return gtk_widget_grab_focus (self->grid);
  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

void
plt_finance_plan_page_start_search (PltFinancePlanPage *self)
{
  g_return_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self));

  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

GtkWidget *
plt_finance_plan_page_show_columns (PltFinancePlanPage *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self), NULL);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->columns));
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->columns)));
}

static void
on_search_changed (PltFinancePlanPage *self)
{
  plt_finance_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_search_stopped (PltFinancePlanPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  plt_finance_model_set_search (self->model, NULL);
  gtk_widget_grab_focus (self->grid);
}

/* ---- commands ---- */

static void
on_added (gint64 id, gpointer data)
{
  select_source (data, id, "name");
}

/* A new source is of the group the cursor is in. */
static gboolean
put_group (PltBatch *batch, gpointer data, GError **error)
{
  guint at, column;
  const PltFinanceRow *row = row_at_cursor (data, &at, &column);

  if (row != NULL && row->group != NULL)
    plt_batch_set_text (batch, "group", row->group->id);
  return TRUE;
}

void
plt_finance_plan_page_add (PltFinancePlanPage *self)
{
  PltRegister *focused;

  g_return_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self));

  if (plt_session_is_read_only (self->session))
    return;
  focused = plt_finance_detail_get_focused (PLT_FINANCE_DETAIL (self->detail));
  if (focused != NULL)
    plt_register_add_row (focused);
  else
    plt_add_row_present (GTK_WIDGET (self), self->session, plt_table_find ("funding_source"),
                         put_group, on_added, self);
}

void
plt_finance_plan_page_delete (PltFinancePlanPage *self)
{
  PltRegister *focused;
  g_autoptr (GError) error = NULL;
  guint first, n;

  g_return_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self));

  focused = plt_finance_detail_get_focused (PLT_FINANCE_DETAIL (self->detail));
  if (focused != NULL)
    plt_register_delete_rows (focused);
  else if (plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n)
           && !plt_grid_model_delete_rows (PLT_GRID_MODEL (self->model), first, n, &error))
    plt_grid_show_notice (PLT_GRID (self->grid), error->message);
}

void
plt_finance_plan_page_duplicate (PltFinancePlanPage *self)
{
  g_autoptr (GError) error = NULL;
  guint first, n;
  gint64 made;

  g_return_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self));

  if (!plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n))
    return;
  made = plt_finance_model_duplicate (self->model, first, n, &error);
  if (made != 0)
    select_source (self, made, "name");
  else
    plt_grid_show_notice (PLT_GRID (self->grid), error->message);
}

void
plt_finance_plan_page_break_mirror (PltFinancePlanPage *self)
{
  g_autoptr (GError) error = NULL;
  guint at, column;

  g_return_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self));

  if (row_at_cursor (self, &at, &column) != NULL
      && !plt_finance_model_break_mirror (self->model, at, &error))
    plt_grid_show_notice (PLT_GRID (self->grid), error->message);
}

/* To the account that is mirrored, else to the devis as a whole. */
void
plt_finance_plan_page_go_to_source (PltFinancePlanPage *self)
{
  guint at, column;
  const PltFinanceRow *row;

  g_return_if_fail (PLT_IS_FINANCE_PLAN_PAGE (self));

  row = row_at_cursor (self, &at, &column);
  if (row == NULL || row->kind != PLT_FINANCE_SOURCE)
    return;
  if (row->source->mirror_account != 0)
    plt_session_open_ref (self->session, (PltRef){ "account", row->source->mirror_account, NULL });
  else if (*row->source->mirror != '\0')
    plt_session_open_ref (self->session, (PltRef){ "budget_line", 0, NULL });
  else
    plt_grid_show_notice (PLT_GRID (self->grid),
                          _ ("This source follows nothing: its amount is typed."));
}

/* ---- building ---- */

static gboolean
on_insert_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, "view.add-row", NULL);
}

static GtkWidget *
new_bar (PltFinancePlanPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the sources"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_search_stopped), self);
  self->columns = plt_column_chooser_new (PLT_GRID (self->grid));
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), gap);
  gtk_box_append (GTK_BOX (bar), self->columns);
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

static GtkWidget *
new_grid (PltFinancePlanPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *layout = plt_settings_get_layout (LAYOUT);

  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_grid_set_new_row (PLT_GRID (self->grid), !plt_session_is_read_only (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Financing"), -1);
  if (*layout != '\0')
    plt_grid_set_layout (PLT_GRID (self->grid), layout);
  g_menu_append (menu, _ ("Duplicate the Source"), "view.duplicate-row");
  g_menu_append (menu, _ ("Break the Link With the Budget"), "view.break-mirror");
  g_menu_append (menu, _ ("Go to the Source of the Value"), "view.go-to-source");
  plt_grid_set_extra_menu (PLT_GRID (self->grid), G_MENU_MODEL (menu));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Insert, 0),
                        gtk_callback_action_new (on_insert_key, NULL, NULL)));
  gtk_widget_add_controller (self->grid, keys);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_selection), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_foot (PltFinancePlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *add = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *tip = plt_shortcut_tooltip ("view.add-row", _ ("Add a source"));

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (row), gtk_label_new (_ ("Source of financing")));
  gtk_button_set_child (GTK_BUTTON (add), row);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "view.add-row");
  gtk_widget_set_tooltip_text (add, tip);
  gtk_widget_add_css_class (add, "flat");
  plt_a11y_set_name (add, _ ("Add a source"));
  gtk_widget_set_visible (add, !plt_session_is_read_only (self->session));
  self->figures = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->figures), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->figures), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->figures, TRUE);
  gtk_widget_add_css_class (self->figures, "numeric");
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), self->figures);
  gtk_widget_add_css_class (box, "register-foot");
  return box;
}

static GtkWidget *
new_paned (GtkWidget *start, GtkWidget *end)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  gtk_paned_set_start_child (GTK_PANED (paned), start);
  gtk_paned_set_end_child (GTK_PANED (paned), end);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (paned), TRUE);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  return paned;
}

static GtkWidget *
new_plan (PltFinancePlanPage *self)
{
  GtkWidget *sources = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *grid = new_grid (self);

  gtk_box_append (GTK_BOX (sources), new_bar (self));
  gtk_box_append (GTK_BOX (sources), grid);
  gtk_box_append (GTK_BOX (sources), new_foot (self));
  self->detail = plt_finance_detail_new (self->session);
  self->summary = g_object_ref_sink (plt_finance_summary_new (self->session));
  gtk_widget_set_size_request (self->detail, -1, DETAIL_HEIGHT);
  return new_paned (sources, self->detail);
}

GtkWidget *
plt_finance_plan_page_new (PltSession *session)
{
  PltFinancePlanPage *self = g_object_new (PLT_TYPE_FINANCE_PLAN_PAGE, NULL);
  const gboolean reading = plt_session_is_read_only (session);

  self->session = g_object_ref (session);
  self->model = plt_finance_model_new (session);
  gtk_stack_add_named (GTK_STACK (self->stack), new_plan (self), "plan");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-finance-symbolic", _ ("Nobody pays yet"),
                           _ ("Add each source of financing with its amount and how sure it is."),
                           reading ? NULL : _ ("Add a source"), reading ? NULL : "view.add-row"),
      "empty");
  gtk_widget_set_vexpand (self->summary, TRUE);
  g_signal_connect_object (self->model, "tried", G_CALLBACK (on_tried), self, G_CONNECT_SWAPPED);
  plt_finance_plan_page_refresh (self);
  return GTK_WIDGET (self);
}

/* The register below selects its own row as it comes on the screen: the source is meant. */
static void
plt_finance_plan_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_finance_plan_page_parent_class)->map (widget);
  on_tried (PLT_FINANCE_PLAN_PAGE (widget));
  on_selection (PLT_FINANCE_PLAN_PAGE (widget));
}

static void
plt_finance_plan_page_dispose (GObject *object)
{
  PltFinancePlanPage *self = PLT_FINANCE_PLAN_PAGE (object);

  if (self->grid != NULL)
    {
      g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->grid));

      g_signal_handlers_disconnect_by_data (self->grid, self);
      plt_settings_set_layout (LAYOUT, layout);
      self->grid = NULL;
    }
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->summary);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_finance_plan_page_parent_class)->dispose (object);
}

static void
plt_finance_plan_page_class_init (PltFinancePlanPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_plan_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_finance_plan_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-finance-plan");
}

static void
plt_finance_plan_page_init (PltFinancePlanPage *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

#include "plt-devis-detail.h"

#include <glib/gi18n-lib.h>

#include "plt-column-chooser.h"
#include "plt-devis-add.h"
#include "plt-devis-figures.h"
#include "plt-empty-state.h"
#include "plt-number.h"
#include "plt-rate-picker.h"
#include "plt-settings.h"
#include "plt-shortcuts.h"
#include "plt-view.h"

#define LAYOUT "devis"
#define HIDE_EMPTY "budget-hide-empty"

struct _PltDevisDetail
{
  GtkWidget parent_instance;

  PltSession *session;
  PltDevisModel *model;

  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *hide_empty;
  GtkWidget *stack; /* grid, empty, nothing */
  GtkWidget *formula_bar;
  GtkWidget *grid;
  GtkWidget *figures;
  GtkWidget *columns;
  GtkWidget *hint;  /* while nothing is counted yet */
  GtkWidget *paned; /* the grid, and why this total */
  GtkWidget *why;
  gint64 bar_key; /* the cell in the formula bar */
  guint bar_column;
  gboolean previewing; /* the status bar shows what is being typed */
};

G_DEFINE_FINAL_TYPE (PltDevisDetail, plt_devis_detail, GTK_TYPE_WIDGET)

PltGrid *
plt_devis_detail_get_grid (PltDevisDetail *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), NULL);

  return PLT_GRID (self->grid);
}

PltDevisModel *
plt_devis_detail_get_model (PltDevisDetail *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), NULL);

  return self->model;
}

PltFormulaBar *
plt_devis_detail_get_formula_bar (PltDevisDetail *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), NULL);

  return PLT_FORMULA_BAR (self->formula_bar);
}

/* ---- the formula bar ---- */

static gboolean
bar_cell (PltDevisDetail *self, guint *row)
{
  int found = plt_grid_model_find_key (PLT_GRID_MODEL (self->model), self->bar_key);

  *row = (guint) MAX (found, 0);
  return found >= 0;
}

static gboolean
on_bar_commit (const char *text, gpointer data, GError **error)
{
  PltDevisDetail *self = data;
  guint row;

  if (!bar_cell (self, &row))
    return TRUE; /* the line is gone: there is nothing to write to */
  return plt_grid_model_set_text (PLT_GRID_MODEL (self->model), row, self->bar_column, text, error);
}

/* "= 12", of the figures the grid shows now. */
static char *
value_at (PltDevisDetail *self, guint row, guint column)
{
  const PltDevisRow *at = plt_devis_model_get_row (self->model, row);
  g_autofree char *value = NULL;
  gint64 e6;

  if (at == NULL || at->kind != PLT_DEVIS_LINE)
    return NULL;
  if (column == PLT_DEVIS_COLUMN_RATE)
    {
      if (at->line->rate == PLT_UNKNOWN)
        return NULL;
      value = plt_money_format (at->line->rate);
      return g_strdup_printf ("= %s", value);
    }
  e6 = column == PLT_DEVIS_COLUMN_QUANTITY   ? at->line->quantity_e6
       : column == PLT_DEVIS_COLUMN_DURATION ? at->line->duration_e6
                                             : at->line->times_e6;
  if (e6 == PLT_UNKNOWN)
    return NULL;
  value = plt_number_format (e6, 6, 0);
  return g_strdup_printf ("= %s", value);
}

static char *
on_bar_evaluate (const char *text, gpointer data, GError **error)
{
  PltDevisDetail *self = data;
  PltDevisFormula formula;
  guint row;

  if (!bar_cell (self, &row)
      || !plt_devis_model_get_formula (self->model, row, self->bar_column, &formula))
    return NULL;
  if (plt_formula_bar_is_touched (PLT_FORMULA_BAR (self->formula_bar)))
    {
      if (!plt_devis_model_try (self->model, row, self->bar_column, text, error))
        return NULL;
    }
  else if (plt_devis_model_is_trying (self->model) && !plt_grid_is_editing (PLT_GRID (self->grid)))
    plt_devis_model_try (self->model, row, self->bar_column, NULL, NULL);
  return value_at (self, row, self->bar_column);
}

static void
on_bar_leave (gpointer data)
{
  PltDevisDetail *self = data;

  plt_devis_model_try (self->model, 0, self->bar_column, NULL, NULL);
  gtk_widget_grab_focus (self->grid);
}

static void
update_formula_bar (PltDevisDetail *self)
{
  PltFormulaBar *bar = PLT_FORMULA_BAR (self->formula_bar);
  PltGridModel *model = PLT_GRID_MODEL (self->model);
  guint row, column;
  g_autofree char *address = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) proposals = NULL;

  if (plt_formula_bar_is_touched (bar))
    return;
  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
      || row >= plt_grid_model_get_n_rows (model))
    {
      plt_formula_bar_show (bar, "", "", FALSE, NULL);
      return;
    }
  self->bar_key = plt_grid_model_get_key (model, row);
  self->bar_column = column;
  address = plt_devis_model_get_address (self->model, row, column);
  text = plt_grid_model_get_edit_text (model, row, column);
  if (plt_devis_column_has_formulas (column))
    proposals = plt_grid_model_get_completions (model, row, column);
  plt_formula_bar_show (bar, address, text, plt_grid_model_is_editable (model, row, column),
                        (const char *const *) proposals);
}

/* ---- why this total ---- */

static void
update_why (PltDevisDetail *self)
{
  guint row, column;

  if (!gtk_widget_get_visible (self->why))
    return;
  plt_devis_why_panel_show (PLT_DEVIS_WHY_PANEL (self->why),
                            plt_devis_model_get_figures (self->model),
                            plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
                                ? plt_devis_model_get_row (self->model, row)
                                : NULL);
}

PltDevisWhyPanel *
plt_devis_detail_get_why (PltDevisDetail *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), NULL);

  return PLT_DEVIS_WHY_PANEL (self->why);
}

/**
 * plt_devis_detail_toggle_why:
 *
 * Shows below the grid what the row with the cursor is made of, or takes it away.
 */
void
plt_devis_detail_toggle_why (PltDevisDetail *self)
{
  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  gtk_widget_set_visible (self->why, !gtk_widget_get_visible (self->why));
  if (gtk_widget_get_visible (self->why))
    gtk_paned_set_position (GTK_PANED (self->paned), gtk_widget_get_height (self->paned) * 3 / 5);
  update_why (self);
  gtk_widget_grab_focus (self->grid);
}

/* ---- what is shown ---- */

static gboolean
has_lines (const PltBudget *budget)
{
  for (guint i = 0; i < budget->lines->len; i++)
    if (!plt_devis_line_is_empty (g_ptr_array_index (budget->lines, i)))
      return TRUE;
  return FALSE;
}

static void
update_page (PltDevisDetail *self)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  const gboolean none = budget->budget == NULL;

  gtk_widget_set_visible (self->hint, !none && !has_lines (budget)
                                          && !plt_session_is_read_only (self->session));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), none ? "empty" : "grid");
}

/* The figures at the foot and in the status bar: what is stored, or what is being typed. */
static void
update_figures (PltDevisDetail *self)
{
  const gboolean trying = plt_devis_model_is_trying (self->model);
  const PltBudget *budget = plt_devis_model_get_figures (self->model);
  g_autofree char *text = trying ? plt_devis_figures_compare (self->session, budget)
                                 : plt_devis_figures_text (self->session);

  gtk_label_set_label (GTK_LABEL (self->figures), text);
  gtk_widget_set_tooltip_text (self->figures, text);
  if (trying)
    {
      PltFigures figures = *plt_devis_model_get_scale (self->model);

      figures.budget = budget->total;
      plt_session_preview (self->session, &figures);
    }
  else if (self->previewing)
    plt_session_preview (self->session, NULL);
  self->previewing = trying;
}

/* Each keystroke in a cell or in the bar. */
static void
on_tried (PltDevisDetail *self)
{
  const char *wrong = plt_devis_model_get_try_error (self->model);
  g_autofree char *value = NULL;
  guint row, column;

  update_figures (self);
  update_why (self);
  if (!plt_grid_is_editing (PLT_GRID (self->grid))
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
      || !plt_devis_column_has_formulas (column))
    return;
  value = value_at (self, row, column);
  plt_formula_bar_say (PLT_FORMULA_BAR (self->formula_bar), wrong != NULL ? wrong : value,
                       wrong != NULL);
}

void
plt_devis_detail_refresh (PltDevisDetail *self)
{
  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  update_figures (self);
  update_why (self);
  update_page (self);
  update_formula_bar (self);
}

static void
on_search_changed (PltDevisDetail *self)
{
  plt_devis_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_search_stopped (PltDevisDetail *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  plt_devis_model_set_search (self->model, NULL);
  gtk_widget_grab_focus (self->grid);
}

static void
on_search_activated (PltDevisDetail *self)
{
  on_search_changed (self);
  gtk_widget_grab_focus (self->grid);
}

void
plt_devis_detail_set_hide_empty (PltDevisDetail *self, gboolean hide)
{
  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  plt_devis_model_set_hide_empty (self->model, hide);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hide_empty), hide);
  plt_settings_set_boolean (HIDE_EMPTY, hide);
}

static void
on_hide_empty (PltDevisDetail *self)
{
  const gboolean hide = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hide_empty));

  if (hide != plt_devis_model_get_hide_empty (self->model))
    plt_devis_detail_set_hide_empty (self, hide);
}

void
plt_devis_detail_expand_all (PltDevisDetail *self, gboolean expanded)
{
  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  plt_devis_model_expand_all (self->model, expanded);
}

void
plt_devis_detail_expand_to (PltDevisDetail *self, guint level)
{
  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  plt_devis_model_expand_to (self->model, level);
}

/* ---- selection ---- */

static void
on_selection (PltDevisDetail *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), PLT_TYPE_VIEW);
  guint row, column;
  PltRef ref;

  if (view != NULL)
    plt_view_set_summary (PLT_VIEW (view), plt_grid_get_selection_summary (PLT_GRID (self->grid)));
  update_formula_bar (self);
  update_why (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  ref = plt_devis_model_get_ref (self->model, row, column);
  if (ref.table != NULL)
    plt_session_select (self->session, ref.table, ref.id, ref.column);
}

gboolean
plt_devis_detail_select_ref (PltDevisDetail *self, PltRef ref)
{
  guint now_row, column = PLT_DEVIS_COLUMN_LABEL;
  int row;

  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), FALSE);

  plt_grid_get_cursor (PLT_GRID (self->grid), &now_row, &column);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  row = plt_devis_model_reveal (self->model, ref, &column);
  if (row < 0)
    return FALSE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hide_empty),
                                plt_devis_model_get_hide_empty (self->model));
  plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, column);
  plt_session_select (self->session, ref.table, ref.id, ref.column);
  gtk_widget_grab_focus (self->grid);
  return TRUE;
}

gboolean
plt_devis_detail_grab_focus (PltDevisDetail *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), FALSE);

  if (plt_session_get_budget (self->session)->budget != NULL)
    return gtk_widget_grab_focus (self->grid);
  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

void
plt_devis_detail_start_search (PltDevisDetail *self)
{
  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/* ---- actions ---- */

static void
on_line_added (gint64 line, gpointer data)
{
  plt_devis_detail_select_ref (data, (PltRef){ "budget_line", line, "quantity" });
}

GtkWindow *
plt_devis_detail_add_line (PltDevisDetail *self)
{
  guint row, column;
  gint64 account = 0;
  gint64 after = 0;

  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), NULL);

  if (plt_session_is_read_only (self->session)
      || plt_session_get_budget (self->session)->budget == NULL)
    return NULL;
  if (plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    {
      const PltDevisRow *at = plt_devis_model_get_row (self->model, row);

      account = plt_devis_model_get_account (self->model, row);
      if (at != NULL && at->kind == PLT_DEVIS_LINE)
        after = at->line->line->id;
    }
  return plt_devis_add_present (GTK_WIDGET (self), self->model, self->session, account, after,
                                on_line_added, self);
}

static void
tell (PltDevisDetail *self, const GError *error)
{
  plt_grid_show_notice (PLT_GRID (self->grid), error->message);
}

void
plt_devis_detail_delete (PltDevisDetail *self)
{
  g_autoptr (GError) error = NULL;
  guint first, n;

  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  if (plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n)
      && !plt_devis_model_delete (self->model, first, n, &error))
    tell (self, error);
}

void
plt_devis_detail_duplicate (PltDevisDetail *self)
{
  g_autoptr (GError) error = NULL;
  guint first, n;
  gint64 made;

  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  if (!plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n))
    return;
  made = plt_devis_model_duplicate (self->model, first, n, &error);
  if (made == 0)
    tell (self, error);
  else
    plt_devis_detail_select_ref (self, (PltRef){ "budget_line", made, NULL });
}

void
plt_devis_detail_relink (PltDevisDetail *self)
{
  g_autoptr (GError) error = NULL;
  guint first, n, row, column;

  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  if (plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n)
      && plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
      && !plt_devis_model_relink (self->model, first, n, column, &error))
    tell (self, error);
}

GtkWindow *
plt_devis_detail_pick_rate (PltDevisDetail *self)
{
  const PltDevisRow *at = NULL;
  guint row, column;

  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), NULL);

  if (plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    at = plt_devis_model_get_row (self->model, row);
  if (at != NULL && at->kind == PLT_DEVIS_LINE)
    return plt_rate_picker_present (GTK_WIDGET (self), self->session, at->line->line->id);
  plt_grid_show_notice (PLT_GRID (self->grid),
                        _ ("A rate belongs to a line: choose a line of the budget first."));
  return NULL;
}

GtkWidget *
plt_devis_detail_show_columns (PltDevisDetail *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_DETAIL (self), NULL);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->columns));
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->columns)));
}

void
plt_devis_detail_go_to_source (PltDevisDetail *self)
{
  PltRef ref;
  guint row, column;

  g_return_if_fail (PLT_IS_DEVIS_DETAIL (self));

  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  if (plt_devis_model_get_source (self->model, row, column, &ref))
    plt_session_open_ref (self->session, ref);
  else
    plt_grid_show_notice (PLT_GRID (self->grid), _ ("This value comes from nowhere else."));
}

static void
on_cell_activated (PltDevisDetail *self)
{
  plt_devis_detail_go_to_source (self);
}

/* ---- building ---- */

static GtkWidget *
new_button (const char *icon, const char *action, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tip = plt_shortcut_tooltip (action, title);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return button;
}

static GtkWidget *
new_follow (PltDevisDetail *self)
{
  GtkWidget *follow = gtk_button_new_with_label (_ ("Follow the schedule…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (follow), "view.follow-plan");
  gtk_widget_set_tooltip_text (
      follow, _ ("Add the lines of the roles and of the crew that the budget lacks"));
  gtk_widget_add_css_class (follow, "flat");
  gtk_widget_set_visible (follow, !plt_session_is_read_only (self->session));
  return follow;
}

/* As the outline of a spreadsheet: 1 the posts, 2 the sub-posts, 3 the groups, then everything. */
static GtkWidget *
new_levels (void)
{
  static const struct
  {
    const char *text, *action, *title;
  } levels[] = {
    { "1", "view.collapse-all", N_ ("Fold to the nine posts") },
    { "2", "view.expand-to(2)", N_ ("Fold to the sub-posts") },
    { "3", "view.expand-to(3)", N_ ("Fold to the groups of the sub-posts") },
    { NULL, "view.expand-all", N_ ("Unfold all accounts") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      GtkWidget *button = new_button ("plt-unfold-symbolic", levels[i].action, _ (levels[i].title));

      if (levels[i].text != NULL)
        gtk_button_set_label (GTK_BUTTON (button), levels[i].text);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "linked");
  return box;
}

static GtkWidget *
new_bar (PltDevisDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->search = gtk_search_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 20);
  g_object_set (self->search, "placeholder-text", _ ("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in the budget"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_search_stopped), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activated), self);
  self->hide_empty = gtk_toggle_button_new_with_label (_ ("Hide empty lines"));
  gtk_widget_add_css_class (self->hide_empty, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hide_empty),
                                plt_devis_model_get_hide_empty (self->model));
  g_signal_connect_swapped (self->hide_empty, "toggled", G_CALLBACK (on_hide_empty), self);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->hide_empty);
  gtk_box_append (GTK_BOX (box), new_levels ());
  gtk_widget_add_css_class (box, "register-bar");
  return box;
}

static GtkWidget *
new_foot (PltDevisDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *add = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *tip = plt_shortcut_tooltip ("view.add-row", _ ("Add a line"));

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (row), gtk_label_new (_ ("Line")));
  gtk_button_set_child (GTK_BUTTON (add), row);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "view.add-row");
  gtk_widget_set_tooltip_text (add, tip);
  gtk_widget_add_css_class (add, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a line"), -1);
  gtk_widget_set_visible (add, !plt_session_is_read_only (self->session));
  self->figures = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->figures), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->figures), PANGO_ELLIPSIZE_START);
  gtk_widget_set_hexpand (self->figures, TRUE);
  gtk_widget_add_css_class (self->figures, "numeric");
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), self->figures);
  gtk_widget_add_css_class (box, "register-foot");
  return box;
}

/* What to do with a devis in which nothing is counted. */
static GtkWidget *
new_hint (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (
      _ ("Nothing is counted yet: add a line, the template proposes its own for each account."));
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("Add a _Line…"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "view.add-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), add);
  gtk_widget_add_css_class (box, "register-bar");
  return box;
}

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Go to the Source"), "view.go-to-source");
  g_menu_append (menu, _ ("_Restore the Link"), "view.relink");
  g_menu_append (menu, _ ("Rate of the _Pay Scale…"), "view.pick-rate");
  g_menu_append (menu, _ ("_Why This Total"), "view.why");
  g_menu_append (menu, _ ("Add a _Line…"), "view.add-row");
  g_menu_append (menu, _ ("D_uplicate the Lines"), "view.duplicate-row");
  return G_MENU_MODEL (menu);
}

static gboolean
on_insert_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, "view.add-row", NULL);
}

static GtkWidget *
new_grid (PltDevisDetail *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr (GMenuModel) menu = new_menu ();
  g_autofree char *layout = plt_settings_get_layout (LAYOUT);

  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Budget"), -1);
  plt_grid_set_extra_menu (PLT_GRID (self->grid), menu);
  if (*layout != '\0')
    plt_grid_set_layout (PLT_GRID (self->grid), layout);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Insert, 0),
                        gtk_callback_action_new (on_insert_key, NULL, NULL)));
  gtk_widget_add_controller (self->grid, keys);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_selection), self);
  g_signal_connect_swapped (self->grid, "cell-activated", G_CALLBACK (on_cell_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
build (PltDevisDetail *self)
{
  const PltFormulaBarFuncs funcs = { on_bar_commit, on_bar_evaluate, on_bar_leave, self };
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = new_bar (self);
  GtkWidget *spring = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->formula_bar = plt_formula_bar_new (&funcs);
  gtk_widget_set_hexpand (spring, TRUE);
  self->hint = new_hint ();
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_box_append (GTK_BOX (page), bar);
  gtk_box_append (GTK_BOX (page), self->hint);
  gtk_box_append (GTK_BOX (page), self->formula_bar);
  self->paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  self->why = plt_devis_why_panel_new (self->session);
  gtk_widget_set_visible (self->why, FALSE);
  g_signal_connect_swapped (self->why, "closed", G_CALLBACK (plt_devis_detail_toggle_why), self);
  gtk_paned_set_start_child (GTK_PANED (self->paned), new_grid (self));
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->why);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (self->paned), TRUE);
  gtk_box_append (GTK_BOX (page), self->paned);
  gtk_box_append (GTK_BOX (page), new_foot (self));
  self->columns = plt_column_chooser_new (PLT_GRID (self->grid));
  gtk_box_append (GTK_BOX (bar), spring);
  gtk_box_append (GTK_BOX (bar), new_follow (self));
  gtk_box_append (GTK_BOX (bar),
                  new_button ("plt-info-symbolic", "view.why", _ ("Why this total")));
  gtk_box_append (GTK_BOX (bar), self->columns);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), page, "grid");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-budget-symbolic", _ ("There is no budget yet"),
                           _ ("Begin with the nine posts of the template; its lines are proposed "
                              "when you add one."),
                           plt_session_is_read_only (self->session) ? NULL : _ ("Make a budget"),
                           plt_session_is_read_only (self->session) ? NULL : "view.new-version"),
      "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->box = self->stack;
}

GtkWidget *
plt_devis_detail_new (PltSession *session)
{
  PltDevisDetail *self = g_object_new (PLT_TYPE_DEVIS_DETAIL, NULL);

  self->session = g_object_ref (session);
  self->model = plt_devis_model_new (session);
  plt_devis_model_set_hide_empty (self->model, plt_settings_get_boolean (HIDE_EMPTY, TRUE));
  build (self);
  g_signal_connect_object (self->model, "tried", G_CALLBACK (on_tried), self, G_CONNECT_SWAPPED);
  plt_devis_detail_refresh (self);
  return GTK_WIDGET (self);
}

static void
plt_devis_detail_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_devis_detail_parent_class)->map (widget);
  on_selection (PLT_DEVIS_DETAIL (widget));
}

static void
plt_devis_detail_dispose (GObject *object)
{
  PltDevisDetail *self = PLT_DEVIS_DETAIL (object);

  if (self->grid != NULL)
    {
      g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->grid));

      g_signal_handlers_disconnect_by_data (self->grid, self);
      plt_settings_set_layout (LAYOUT, layout);
      self->grid = NULL;
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_detail_parent_class)->dispose (object);
}

static void
plt_devis_detail_class_init (PltDevisDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_devis_detail_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_devis_detail_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-devis-detail");
}

static void
plt_devis_detail_init (PltDevisDetail *self)
{
}

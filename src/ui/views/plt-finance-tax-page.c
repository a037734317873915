#include "plt-finance-tax-page.h"

#include <glib/gi18n-lib.h>

#include "plt-column-chooser.h"
#include "plt-devis-figures.h"
#include "plt-empty-state.h"
#include "plt-finance-tax.h"
#include "plt-settings.h"
#include "plt-view.h"

#define LAYOUT "finance-tax-lines"

struct _PltFinanceTaxPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltTaxEstimate *estimate; /* (nullable) */
  PltFinanceTable *steps, *files;
  PltFinanceTaxLines *lines;

  GtkWidget *outer; /* page, empty */
  GtkWidget *stack;
  GtkWidget *result, *detail;
  GtkWidget *report;
  GtkWidget *why;                         /* why there is no estimate */
  GtkWidget *category, *standing, *total; /* of the lines */
  GPtrArray *categories;                  /* ids, as the drop-down has them after "all" */
  gboolean loading, begun;
  GtkWidget *steps_grid, *lines_grid, *files_grid;
  GtkWidget *options;
};

G_DEFINE_FINAL_TYPE (PltFinanceTaxPage, plt_finance_tax_page, GTK_TYPE_WIDGET)

PltFinanceTaxLines *
plt_finance_tax_page_get_lines (PltFinanceTaxPage *self)
{
  return self->lines;
}

PltFinanceTaxOptions *
plt_finance_tax_page_get_options (PltFinanceTaxPage *self)
{
  return PLT_FINANCE_TAX_OPTIONS (self->options);
}

PltGrid *
plt_finance_tax_page_get_grid (PltFinanceTaxPage *self, const char *tab)
{
  return PLT_GRID (g_str_equal (tab, "lines")   ? self->lines_grid
                   : g_str_equal (tab, "files") ? self->files_grid
                                                : self->steps_grid);
}

void
plt_finance_tax_page_show_tab (PltFinanceTaxPage *self, const char *tab)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), tab);
}

const char *
plt_finance_tax_page_get_tab (PltFinanceTaxPage *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/* ---- what is shown ---- */

/* "Cinema (CIC) · 640 000,00 € to count on · public aid with it 36,6 %" */
static char *
detail_text (const PltTaxEstimate *estimate)
{
  const PltTaxCredit *credit = estimate->credit;
  g_autofree char *prudent = plt_devis_format_money (credit->prudent);
  g_autofree char *aid = credit->total_aid_e6 != PLT_UNKNOWN
                             ? plt_devis_format_rate ((credit->total_aid_e6 + 500) / 1000 * 1000)
                             : g_strdup ("—");
  g_autofree char *base = plt_devis_format_money (credit->base);

  /* Translators: a regime, then three figures */
  return g_strdup_printf (_ ("%s · base %s · to put in the plan %s · public aid with it %s"),
                          plt_finance_tax_regime_title (estimate->options.regime), base, prudent,
                          aid);
}

static void
fill_head (PltFinanceTaxPage *self)
{
  const PltTaxCredit *credit = self->estimate->credit;
  g_autofree char *amount = credit->credit != PLT_UNKNOWN
                                ? plt_money_format (credit->credit)
                                : g_strdup (_ ("It cannot be counted yet"));
  g_autofree char *detail = detail_text (self->estimate);

  gtk_label_set_label (GTK_LABEL (self->result), amount);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  gtk_widget_set_tooltip_text (self->detail, detail);
  if (credit->refused)
    gtk_widget_add_css_class (self->result, "error-text");
  else
    gtk_widget_remove_css_class (self->result, "error-text");
}

static void
fill_categories (PltFinanceTaxPage *self)
{
  const GArray *categories = self->estimate->spend->categories;
  const guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->category));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->categories, 0);
  gtk_string_list_append (titles, _ ("All categories"));
  for (guint i = 0; i < categories->len; i++)
    {
      const PltTaxCategory *category = &g_array_index (categories, PltTaxCategory, i);

      gtk_string_list_append (titles, category->title);
      g_ptr_array_add (self->categories, g_strdup (category->id));
    }
  self->loading = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->category), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->category), at <= self->categories->len ? at : 0);
  self->loading = FALSE;
}

static void
filter (PltFinanceTaxPage *self)
{
  const guint category = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->category));
  const guint standing = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->standing));
  g_autofree char *total = NULL;

  if (self->loading)
    return;
  plt_finance_tax_lines_filter (
      self->lines,
      category > 0 && category <= self->categories->len
          ? g_ptr_array_index (self->categories, category - 1)
          : NULL,
      standing > 0 && standing != GTK_INVALID_LIST_POSITION ? (int) standing - 1 : -1);
  total = plt_finance_tax_lines_get_summary (self->lines);
  gtk_label_set_label (GTK_LABEL (self->total), total);
}

void
plt_finance_tax_page_refresh (PltFinanceTaxPage *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLT_IS_FINANCE_TAX_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* it fills itself when it is seen */
  g_clear_pointer (&self->estimate, plt_tax_estimate_free);
  self->estimate = plt_finance_tax_estimate (self->session, &error);
  plt_finance_tax_options_refresh (PLT_FINANCE_TAX_OPTIONS (self->options));
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->outer), self->estimate != NULL                                   ? "page"
                               : plt_session_get_budget (self->session)->budget == NULL ? "empty"
                                                                                        : "none");
  plt_finance_tax_lines_fill (self->lines, self->estimate);
  if (self->estimate == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->why), error->message);
      return;
    }
  fill_head (self);
  plt_finance_tax_fill_steps (self->steps, self->estimate);
  plt_finance_tax_fill_files (self->files, self->estimate);
  fill_categories (self);
  filter (self);
  if (!self->begun) /* what was empty has its cursor below what came */
    {
      self->begun = TRUE;
      plt_grid_set_cursor (PLT_GRID (self->steps_grid), 0, 0);
      plt_grid_set_cursor (PLT_GRID (self->files_grid), 0, 0);
      plt_grid_set_cursor (PLT_GRID (self->lines_grid), 0, PLT_TAX_LINE_BOX);
    }
}

gboolean
plt_finance_tax_page_grab_focus (PltFinanceTaxPage *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_TAX_PAGE (self), FALSE);

  if (self->estimate == NULL)
    return gtk_widget_child_focus (self->outer, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (
      GTK_WIDGET (plt_finance_tax_page_get_grid (self, plt_finance_tax_page_get_tab (self))));
}

void
plt_finance_tax_page_report (PltFinanceTaxPage *self)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;
  GError *error = NULL;

  g_return_if_fail (PLT_IS_FINANCE_TAX_PAGE (self));

  estimate = plt_finance_tax_estimate (self->session, &error);
  if (estimate == NULL || !plt_finance_tax_report (self->session, estimate, &error))
    plt_session_take_error (self->session, error);
  else
    plt_session_toast (
        self->session,
        _ ("The plan de financement counts on the prudent amount of the tax credit."), _ ("Undo"),
        "win.undo");
}

/* ---- doors ---- */

static void
show_lines (PltFinanceTaxPage *self, guint category)
{
  plt_finance_tax_page_show_tab (self, "lines");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->standing), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->category), category);
  filter (self);
  gtk_widget_grab_focus (self->lines_grid);
}

static void
on_step (PltGrid *grid, guint row, guint column, PltFinanceTaxPage *self)
{
  const PltRef ref = plt_finance_table_get_ref (self->steps, row);

  if (ref.table == NULL)
    return;
  if (g_str_equal (ref.table, PLT_FINANCE_DOOR_CATEGORY))
    show_lines (self, (guint) ref.id + 1);
  else if (g_str_equal (ref.table, PLT_FINANCE_DOOR_LINES))
    show_lines (self, 0);
  else
    plt_session_open_ref (self->session, ref);
}

static void
on_line (PltGrid *grid, guint row, guint column, PltFinanceTaxPage *self)
{
  const gint64 id = plt_finance_tax_lines_get_id (self->lines, row);

  if (id != 0)
    plt_session_open_ref (self->session, (PltRef){ "budget_line", id, NULL });
}

static void
on_line_selected (PltFinanceTaxPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), PLT_TYPE_VIEW);
  guint row, column;

  if (!gtk_widget_get_mapped (self->lines_grid))
    return;
  if (view != NULL)
    plt_view_set_summary (PLT_VIEW (view),
                          plt_grid_get_selection_summary (PLT_GRID (self->lines_grid)));
  if (plt_grid_get_cursor (PLT_GRID (self->lines_grid), &row, &column)
      && plt_finance_tax_lines_get_id (self->lines, row) != 0)
    plt_session_select (self->session, "budget_line",
                        plt_finance_tax_lines_get_id (self->lines, row), "tax_credit");
}

/* ---- building ---- */

static GtkWidget *
new_grid (PltGridModel *model, const char *name)
{
  GtkWidget *grid = plt_grid_new (model);

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
new_head (PltFinanceTaxPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paper = gtk_button_new_with_label (_ ("Export the document…"));

  self->result = gtk_label_new (NULL);
  self->detail = gtk_label_new (NULL);
  self->report = gtk_button_new_with_label (_ ("Put it in the plan"));
  gtk_label_set_xalign (GTK_LABEL (self->result), 0);
  gtk_widget_add_css_class (self->result, "big-figure");
  gtk_widget_add_css_class (self->result, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->detail), 0);
  gtk_label_set_wrap (GTK_LABEL (self->detail), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->detail), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->detail, "dim-label");
  gtk_box_append (GTK_BOX (texts), self->result);
  gtk_box_append (GTK_BOX (texts), self->detail);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->report), "view.tax-report");
  gtk_widget_set_tooltip_text (
      self->report, _ ("Gives the prudent amount to the source of the tax credit in the plan"));
  gtk_widget_set_valign (self->report, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->report, !plt_session_is_read_only (self->session));
  gtk_box_append (GTK_BOX (head), texts);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (paper), "view.tax-paper");
  gtk_widget_set_tooltip_text (paper, _ ("Writes the paper of the tax credit, with its count"));
  gtk_widget_set_valign (paper, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), paper);
  gtk_box_append (GTK_BOX (head), self->report);
  gtk_widget_add_css_class (head, "summary");
  return head;
}

static GtkWidget *
new_filters (PltFinanceTaxPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GtkStringList) standings = gtk_string_list_new (NULL);

  gtk_string_list_append (standings, _ ("All lines"));
  for (int i = PLT_TAX_TAKEN; i <= PLT_TAX_UNKNOWN; i++)
    gtk_string_list_append (standings, plt_tax_standing_title ((PltTaxStanding) i));
  self->category = gtk_drop_down_new (NULL, NULL);
  self->standing = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (standings)), NULL);
  self->total = gtk_label_new (NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->category), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Category"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->standing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How it is taken"), -1);
  gtk_label_set_xalign (GTK_LABEL (self->total), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->total), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->total, TRUE);
  gtk_widget_add_css_class (self->total, "numeric");
  g_signal_connect_swapped (self->category, "notify::selected", G_CALLBACK (filter), self);
  g_signal_connect_swapped (self->standing, "notify::selected", G_CALLBACK (filter), self);
  gtk_box_append (GTK_BOX (bar), self->category);
  gtk_box_append (GTK_BOX (bar), self->standing);
  gtk_box_append (GTK_BOX (bar), self->total);
  gtk_box_append (GTK_BOX (bar), plt_column_chooser_new (PLT_GRID (self->lines_grid)));
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

static GtkWidget *
new_lines (PltFinanceTaxPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *layout = plt_settings_get_layout (LAYOUT);

  self->lines_grid = new_grid (PLT_GRID_MODEL (self->lines), _ ("Lines of the budget"));
  if (*layout != '\0')
    plt_grid_set_layout (PLT_GRID (self->lines_grid), layout);
  g_signal_connect_object (self->lines_grid, "cell-activated", G_CALLBACK (on_line), self, 0);
  g_signal_connect_object (self->lines_grid, "selection-changed", G_CALLBACK (on_line_selected),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), new_filters (self));
  gtk_box_append (GTK_BOX (box), new_scroller (self->lines_grid));
  return box;
}

static GtkWidget *
new_page (PltFinanceTaxPage *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->steps_grid = new_grid (PLT_GRID_MODEL (self->steps), _ ("The count, step by step"));
  self->files_grid = new_grid (PLT_GRID_MODEL (self->files), _ ("Application files"));
  g_signal_connect_object (self->steps_grid, "cell-activated", G_CALLBACK (on_step), self, 0);
  gtk_stack_add_titled (GTK_STACK (self->stack), new_scroller (self->steps_grid), "steps",
                        _ ("The count"));
  gtk_stack_add_titled (GTK_STACK (self->stack), new_lines (self), "lines",
                        _ ("Lines of the budget"));
  gtk_stack_add_titled (GTK_STACK (self->stack), new_scroller (self->files_grid), "files",
                        _ ("Application files"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (page), new_head (self));
  gtk_box_append (GTK_BOX (page), bar);
  gtk_box_append (GTK_BOX (page), self->stack);
  return page;
}

static GtkWidget *
new_none (PltFinanceTaxPage *self)
{
  self->why = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->why), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->why), 60);
  gtk_label_set_justify (GTK_LABEL (self->why), GTK_JUSTIFY_CENTER);
  gtk_widget_set_vexpand (self->why, TRUE);
  gtk_widget_set_valign (self->why, GTK_ALIGN_CENTER);
  return self->why;
}

GtkWidget *
plt_finance_tax_page_new (PltSession *session)
{
  PltFinanceTaxPage *self = g_object_new (PLT_TYPE_FINANCE_TAX_PAGE, NULL);

  self->session = g_object_ref (session);
  self->lines = plt_finance_tax_lines_new (session);
  self->options = g_object_ref_sink (plt_finance_tax_options_new (session));
  gtk_stack_add_named (GTK_STACK (self->outer), new_page (self), "page");
  gtk_stack_add_named (GTK_STACK (self->outer), new_none (self), "none");
  gtk_stack_add_named (
      GTK_STACK (self->outer),
      plt_empty_state_new ("plt-finance-symbolic", _ ("There is no budget yet"),
                           _ ("The tax credit is counted on the lines of a budget."),
                           _ ("Go to the budget"), "win.go::budget"),
      "empty");
  return GTK_WIDGET (self);
}

static void
plt_finance_tax_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_finance_tax_page_parent_class)->map (widget);
  plt_finance_tax_page_refresh (PLT_FINANCE_TAX_PAGE (widget));
}

static void
plt_finance_tax_page_dispose (GObject *object)
{
  PltFinanceTaxPage *self = PLT_FINANCE_TAX_PAGE (object);

  self->loading = TRUE;
  if (self->lines_grid != NULL)
    {
      g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->lines_grid));

      plt_settings_set_layout (LAYOUT, layout);
      self->lines_grid = NULL;
    }
  g_clear_pointer (&self->outer, gtk_widget_unparent);
  g_clear_object (&self->options);
  g_clear_object (&self->steps);
  g_clear_object (&self->files);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->estimate, plt_tax_estimate_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_finance_tax_page_parent_class)->dispose (object);
}

static void
plt_finance_tax_page_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_FINANCE_TAX_PAGE (object)->categories);

  G_OBJECT_CLASS (plt_finance_tax_page_parent_class)->finalize (object);
}

static void
plt_finance_tax_page_class_init (PltFinanceTaxPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_tax_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_finance_tax_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = plt_finance_tax_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-finance-tax");
}

static void
plt_finance_tax_page_init (PltFinanceTaxPage *self)
{
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->steps = plt_finance_table_new ();
  self->files = plt_finance_table_new ();
  self->outer = gtk_stack_new ();
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
}

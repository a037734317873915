#include "plt-cash-view.h"

#include <glib/gi18n-lib.h>

#include "plt-chart.h"
#include "plt-document-kind.h"
#include "plt-empty-state.h"
#include "plt-grid.h"
#include "plt-register.h"
#include "plt-style-manager.h"

#define CHART_HEIGHT 190
#define UNDATED_HEIGHT 150

struct _PltCashView
{
  PltView parent_instance;

  PltCashModel *model;

  GtkWidget *stack; /* forecast, empty */
  GtkWidget *headline;
  GtkWidget *headline_icon;
  GtkWidget *chart;
  GtkWidget *grid;
  GtkWidget *undated_box;
  GtkWidget *undated_title;
  GtkWidget *undated;
};

G_DEFINE_FINAL_TYPE (PltCashView, plt_cash_view, PLT_TYPE_VIEW)

PltCashModel *
plt_cash_view_get_model (PltCashView *self)
{
  g_return_val_if_fail (PLT_IS_CASH_VIEW (self), NULL);

  return self->model;
}

const char *
plt_cash_view_get_headline (PltCashView *self)
{
  g_return_val_if_fail (PLT_IS_CASH_VIEW (self), "");

  return gtk_label_get_label (GTK_LABEL (self->headline));
}

/* ---- the curve ---- */

static void
fill_headline (PltCashView *self, const PltCash *cash)
{
  const PltCashMonth *month = &g_array_index (cash->months, PltCashMonth, cash->lowest);
  g_autofree char *amount = plt_money_format (month->balance);
  g_autofree char *when = plt_date_format_month (month->start);
  gboolean below = month->balance < 0;
  /* Translators: an amount of money and a month: "−12 400,00 € in juin 2027" */
  g_autofree char *text
      = below ? g_strdup_printf (_ ("Lowest point: %s in %s. Below zero: an advance or a credit "
                                    "line is needed."),
                                 amount, when)
              : g_strdup_printf (_ ("Lowest point: %s in %s."), amount, when);

  gtk_label_set_label (GTK_LABEL (self->headline), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->headline_icon),
                                below ? "plt-error-symbolic" : "plt-info-symbolic");
  gtk_widget_set_css_classes (self->headline_icon,
                              (const char *[]){ below ? "error" : "info", NULL });
}

static void
fill_chart (PltCashView *self, const PltCash *cash)
{
  plt_chart_clear (PLT_CHART (self->chart), plt_cash_view_get_headline (self));
  for (guint i = 0; i < cash->months->len; i++)
    {
      const PltCashMonth *month = &g_array_index (cash->months, PltCashMonth, i);
      g_autofree char *title = plt_date_format_month (month->start);

      plt_chart_add (PLT_CHART (self->chart), title, month->net, month->balance);
    }
}

/* ---- what has no date ---- */

static void
on_undated_activated (GtkListBox *list, GtkListBoxRow *row, PltCashView *self)
{
  const PltRef *ref = g_object_get_data (G_OBJECT (row), "plt-ref");

  plt_session_open_ref (plt_view_get_session (PLT_VIEW (self)), *ref);
}

static void
on_go (GtkButton *button, GtkListBoxRow *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

static GtkWidget *
new_undated (const PltCashRow *cash_row)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *go = gtk_button_new_with_label (_ ("Go to"));
  g_autofree char *name = plt_cash_row_label (cash_row);
  g_autofree char *amount = plt_money_format (cash_row->total);
  g_autofree char *text = g_strdup_printf (
      "%s, %s, %s", name, cash_row->incoming ? _ ("receipt") : _ ("payment"), amount);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *way = gtk_label_new (cash_row->incoming ? _ ("receipt") : _ ("payment"));
  GtkWidget *money = gtk_label_new (amount);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (way, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (money), 14);
  gtk_label_set_xalign (GTK_LABEL (money), 1);
  gtk_widget_add_css_class (money, "numeric");
  gtk_widget_add_css_class (go, "flat");
  gtk_widget_set_sensitive (go, cash_row->ref.table != NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), way);
  gtk_box_append (GTK_BOX (box), money);
  gtk_box_append (GTK_BOX (box), go);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "plt-ref",
                          g_memdup2 (&cash_row->ref, sizeof cash_row->ref), g_free);
  g_signal_connect_object (go, "clicked", G_CALLBACK (on_go), row, 0);
  return row;
}

static void
fill_undated (PltCashView *self, const PltCash *cash)
{
  GtkWidget *child;
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u amount has no date: it is neither in the table nor in the "
                                   "curve.",
                                   "%u amounts have no date: they are neither in the table nor in "
                                   "the curve.",
                                   cash->undated->len),
                         cash->undated->len);

  while ((child = gtk_widget_get_first_child (self->undated)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->undated), child);
  for (guint i = 0; i < cash->undated->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->undated), new_undated (cash->undated->pdata[i]));
  gtk_label_set_label (GTK_LABEL (self->undated_title), title);
  gtk_widget_set_visible (self->undated_box, cash->undated->len > 0);
}

/* ---- the table ---- */

static void
on_cell_activated (PltGrid *grid, guint row, guint column, PltCashView *self)
{
  PltRef ref = plt_cash_model_get_ref (self->model, row);

  if (ref.table != NULL)
    plt_session_open_ref (plt_view_get_session (PLT_VIEW (self)), ref);
}

static void
on_grid_selection (PltCashView *self)
{
  plt_view_set_summary (PLT_VIEW (self), plt_grid_get_selection_summary (PLT_GRID (self->grid)));
}

static void
plt_cash_view_refresh (PltView *view)
{
  PltCashView *self = PLT_CASH_VIEW (view);
  const PltCash *cash = plt_session_get_cash (plt_view_get_session (view));

  gboolean first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) == 0;

  plt_cash_model_set_cash (self->model, cash);
  if (first && cash->months->len > 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), 0, 0);
  if (cash->lowest >= 0)
    fill_headline (self, cash);
  fill_chart (self, cash);
  fill_undated (self, cash);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    cash->months->len > 0 || cash->undated->len > 0 ? "forecast"
                                                                                    : "empty");
  gtk_widget_set_visible (gtk_widget_get_parent (self->headline), cash->lowest >= 0);
}

static gboolean
plt_cash_view_grab_content_focus (PltView *view)
{
  PltCashView *self = PLT_CASH_VIEW (view);
  GtkWidget *page = plt_view_get_page_child (view, plt_view_get_page (view));

  if (PLT_IS_REGISTER (page))
    return plt_register_grab_focus (PLT_REGISTER (page));
  return gtk_widget_grab_focus (self->grid);
}

static gboolean
plt_cash_view_select_ref (PltView *view, PltRef ref)
{
  if (g_strcmp0 (ref.table, "cash_entry") != 0)
    return FALSE;
  plt_view_show_page (view, "cash_entry");
  return plt_register_select_ref (PLT_REGISTER (plt_view_get_page_child (view, "cash_entry")), ref);
}

static gboolean
plt_cash_view_start_search (PltView *view)
{
  plt_view_show_page (view, "cash_entry");
  plt_register_start_search (PLT_REGISTER (plt_view_get_page_child (view, "cash_entry")));
  return TRUE;
}

static PltDocument *
plt_cash_view_get_document (PltView *view, GError **error)
{
  GtkWidget *page = plt_view_get_page_child (view, plt_view_get_page (view));
  g_autoptr (PltParams) params = plt_params_new ();

  if (PLT_IS_REGISTER (page))
    return plt_register_get_document (PLT_REGISTER (page), error);
  return plt_document_build (plt_session_get_store (plt_view_get_session (view)), "tresorerie",
                             params, error);
}

static PltRegister *
shown_register (gpointer data)
{
  GtkWidget *page = plt_view_get_page_child (data, plt_view_get_page (data));

  return PLT_IS_REGISTER (page) ? PLT_REGISTER (page) : NULL;
}

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_add_row (shown_register (data));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_delete_rows (shown_register (data));
}

static void
on_import_csv (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_import_csv (shown_register (data));
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "import-csv", on_import_csv },
};

static void
update_actions (PltView *view)
{
  gboolean may
      = shown_register (view) != NULL && !plt_session_is_read_only (plt_view_get_session (view));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    plt_view_set_action_enabled (view, entries[i].name, may);
}

static void
plt_cash_view_page_shown (PltView *view, const char *page)
{
  if (plt_view_get_session (view) != NULL)
    update_actions (view);
}

static void
plt_cash_view_session_set (PltView *view, PltSession *session)
{
  plt_view_add_page (view, "cash_entry", _ ("Movements"),
                     plt_register_new (session, "cash_entry", NULL));
  update_actions (view);
}

/* ---- building ---- */

static void
update_dark (PltCashView *self)
{
  plt_chart_set_dark (PLT_CHART (self->chart), plt_style_is_dark ());
  plt_grid_set_dark (PLT_GRID (self->grid), plt_style_is_dark ());
}

static GtkWidget *
new_top (PltCashView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->headline_icon = gtk_image_new ();
  self->headline = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->headline), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->headline), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->headline, TRUE);
  gtk_widget_add_css_class (self->headline, "headline");
  gtk_box_append (GTK_BOX (line), self->headline_icon);
  gtk_box_append (GTK_BOX (line), self->headline);
  self->chart = plt_chart_new ("chart.line");
  gtk_widget_set_vexpand (self->chart, TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->chart);
  gtk_widget_add_css_class (box, "chart-box");
  gtk_widget_set_size_request (box, -1, CHART_HEIGHT);
  return box;
}

static GtkWidget *
new_undated_box (PltCashView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->undated_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->undated_title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->undated_title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->undated_title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->undated_title, "undated-title");
  self->undated = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->undated), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->undated, "undated");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undated), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Amounts without a date"), -1);
  g_signal_connect (self->undated, "row-activated", G_CALLBACK (on_undated_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->undated);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), UNDATED_HEIGHT);
  gtk_box_append (GTK_BOX (self->undated_box), self->undated_title);
  gtk_box_append (GTK_BOX (self->undated_box), scroller);
  return self->undated_box;
}

static GtkWidget *
new_forecast (PltCashView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panes = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Cash by month"), -1);
  g_signal_connect (self->grid, "cell-activated", G_CALLBACK (on_cell_activated), self);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_grid_selection), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_paned_set_start_child (GTK_PANED (panes), new_top (self));
  gtk_paned_set_resize_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_end_child (GTK_PANED (panes), scroller);
  gtk_paned_set_wide_handle (GTK_PANED (panes), TRUE);
  gtk_widget_set_vexpand (panes, TRUE);
  gtk_box_append (GTK_BOX (box), panes);
  gtk_box_append (GTK_BOX (box), new_undated_box (self));
  return box;
}

static void
plt_cash_view_dispose (GObject *object)
{
  PltCashView *self = PLT_CASH_VIEW (object);

  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_func (self->grid, on_grid_selection, self);
  self->grid = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plt_cash_view_parent_class)->dispose (object);
}

static void
plt_cash_view_class_init (PltCashViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_cash_view_dispose;
  view_class->session_set = plt_cash_view_session_set;
  view_class->refresh = plt_cash_view_refresh;
  view_class->grab_content_focus = plt_cash_view_grab_content_focus;
  view_class->select_ref = plt_cash_view_select_ref;
  view_class->start_search = plt_cash_view_start_search;
  view_class->get_document = plt_cash_view_get_document;
  view_class->page_shown = plt_cash_view_page_shown;
}

static void
plt_cash_view_init (PltCashView *self)
{
  GtkWidget *empty = plt_empty_state_new (
      "plt-cash-symbolic", _ ("Cash flow"),
      _ ("The cash plan follows from the instalments of the financing and from the dates of the "
         "schedule: enter the sources of financing first."),
      _ ("Go to _Financing"), "win.go::finance");

  self->model = plt_cash_model_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_forecast (self), "forecast");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
  plt_view_add_page (PLT_VIEW (self), "forecast", _ ("Forecast"), self->stack);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (update_dark), self, G_CONNECT_SWAPPED);
  update_dark (self);
}

#include "plt-register.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-add-row.h"
#include "plt-column-chooser.h"
#include "plt-empty-state.h"
#include "plt-filter-chips.h"
#include "plt-grid-record-model.h"
#include "plt-import-dialogs.h"
#include "plt-register-custom.h"
#include "plt-register-editing.h"
#include "plt-register-filters.h"
#include "plt-register-words.h"
#include "plt-rows.h"
#include "plt-settings.h"
#include "plt-table-document.h"
#include "plt-view.h"
#include "plt-views.h"

struct _PltRegister
{
  GtkWidget parent_instance;

  PltSession *session;
  const PltTable *table;
  PltQueryModel *rows;
  PltGridRecordModel *model;
  gboolean selecting;

  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *search;
  GtkWidget *filters;
  GtkWidget *chips;   /* PltFilterChips, NULL where the columns say all */
  GtkWidget *columns; /* button */
  GtkWidget *stack;   /* grid, empty, nothing */
  GtkWidget *grid;
  GtkWidget *foot;
  GtkWidget *add;
  GtkWidget *add_first; /* when it is empty */
  GtkWidget *warning;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (PltRegister, plt_register, GTK_TYPE_WIDGET)

const PltTable *
plt_register_get_table (PltRegister *self)
{
  g_return_val_if_fail (PLT_IS_REGISTER (self), NULL);

  return self->table;
}

PltGrid *
plt_register_get_grid (PltRegister *self)
{
  g_return_val_if_fail (PLT_IS_REGISTER (self), NULL);

  return PLT_GRID (self->grid);
}

PltQueryModel *
plt_register_get_rows (PltRegister *self)
{
  g_return_val_if_fail (PLT_IS_REGISTER (self), NULL);

  return self->rows;
}

/* ---- what is shown ---- */

static gboolean
is_narrowed (PltRegister *self)
{
  return (self->chips != NULL ? plt_filter_chips_are_on (PLT_FILTER_CHIPS (self->chips))
                              : plt_register_filters_are_on (PLT_REGISTER_FILTERS (self->filters)))
         || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static void show_summary (PltRegister *self);

static void
show_foot (PltRegister *self)
{
  const PltRegisterCustom *custom = plt_register_custom_find (self->table->id);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean total = custom != NULL && custom->total != NULL;
  g_autofree char *text = total ? custom->total (self->session, self->rows)
                                : g_strdup_printf (ngettext ("%u row", "%u rows", n), n);
  const char *brief = NULL;
  g_autofree char *warning
      = custom != NULL && custom->warn != NULL ? custom->warn (self->session, &brief) : NULL;

  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_tooltip_text (self->count, text);
  gtk_label_set_label (GTK_LABEL (self->warning), brief != NULL ? brief : "");
  gtk_widget_set_tooltip_text (self->warning, warning);
  gtk_widget_set_visible (self->warning, warning != NULL);
  if (total)
    {
      gtk_widget_remove_css_class (self->count, "dim-label");
      gtk_widget_add_css_class (self->count, "register-total");
    }
}

static void
update (PltRegister *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const char *page = n > 0 ? "grid" : is_narrowed (self) ? "nothing" : "empty";

  show_foot (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  gtk_widget_set_visible (self->bar, !g_str_equal (page, "empty"));
  gtk_widget_set_visible (self->foot, !g_str_equal (page, "empty"));
  show_summary (self);
}

/* Whether the column says of which plan or budget a row is. */
static gboolean
is_version (const PltColumn *column)
{
  return column->type == PLT_COLUMN_REFERENCE && (column->flags & PLT_COLUMN_REQUIRED) != 0
         && (g_str_equal (column->reference, "schedule")
             || g_str_equal (column->reference, "budget"));
}

/* The versions of the plan and of the budget are looked at one at a time. */
static void
update_scope (PltRegister *self)
{
  for (const PltColumn *column = self->table->columns; column->id != NULL; column++)
    if (is_version (column))
      {
        gint64 id = g_str_equal (column->reference, "schedule")
                        ? plt_session_get_schedule_id (self->session)
                        : plt_session_get_budget_id (self->session);
        PltValue value = plt_value_integer (id);
        g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

        plt_query_model_set_filter (self->rows, column->id, id != 0 ? &value : NULL);
        plt_register_set_preset (self->model, column->id, id != 0 ? text : NULL);
      }
}

static void
on_session_changed (PltRegister *self)
{
  update_scope (self);
  plt_query_model_refilter (self->rows);
  gtk_widget_queue_draw (self->grid); /* the marks of issues may be others */
  show_foot (self);
  show_summary (self);
}

void
plt_register_set_filter (PltRegister *self, const char *column, const char *text)
{
  const PltColumn *found;
  g_auto (PltValue) value = PLT_VALUE_INIT;

  g_return_if_fail (PLT_IS_REGISTER (self));

  found = plt_table_column (self->table, column);
  g_return_if_fail (found != NULL);
  if (text == NULL || *text == '\0')
    plt_query_model_set_filter (self->rows, column, NULL);
  else
    {
      /* what names no row shows no row, not all of them */
      if (!plt_store_parse_value (plt_session_get_store (self->session), found, text, &value, NULL))
        value = plt_value_integer (-1);
      plt_query_model_set_filter (self->rows, column, &value);
    }
  plt_register_set_preset (self->model, column, text);
  update (self);
}

void
plt_register_set_search (PltRegister *self, const char *text)
{
  g_return_if_fail (PLT_IS_REGISTER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  plt_query_model_set_search (self->rows, text);
  update (self);
}

static void
on_search_changed (PltRegister *self)
{
  plt_query_model_set_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update (self);
}

static void
on_search_stopped (PltRegister *self)
{
  plt_register_set_search (self, "");
  plt_register_grab_focus (self);
}

static void
on_filter_changed (PltRegisterFilters *filters,
                   const char *column,
                   const char *value,
                   PltRegister *self)
{
  plt_register_set_filter (self, column, value);
}

static gboolean
keep_row (gint64 row, gpointer data)
{
  return plt_filter_chips_keep (PLT_FILTER_CHIPS (data), row);
}

static void
on_chips_changed (PltRegister *self)
{
  PltFilterChips *chips = PLT_FILTER_CHIPS (self->chips);

  plt_query_model_set_keep (self->rows, plt_filter_chips_are_on (chips) ? keep_row : NULL, chips);
  update (self);
}

gboolean
plt_register_choose_filter (PltRegister *self, const char *filter, const char *value)
{
  g_return_val_if_fail (PLT_IS_REGISTER (self), FALSE);

  return self->chips != NULL
         && plt_filter_chips_choose (PLT_FILTER_CHIPS (self->chips), filter, value);
}

static void
show_everything (PltRegister *self)
{
  if (self->chips != NULL)
    plt_filter_chips_clear (PLT_FILTER_CHIPS (self->chips));
  else
    plt_register_filters_clear (PLT_REGISTER_FILTERS (self->filters));
  plt_register_set_search (self, "");
}

/* ---- selection ---- */

/* What is selected, or the totals of what is shown. */
static void
show_summary (PltRegister *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), PLT_TYPE_VIEW);
  const PltRegisterCustom *custom = plt_register_custom_find (self->table->id);
  const char *selected;
  g_autofree char *totals = NULL;

  if (view == NULL || self->grid == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  selected = plt_grid_get_selection_summary (PLT_GRID (self->grid));
  if (custom != NULL && custom->summarize != NULL && (selected == NULL || *selected == '\0'))
    totals = custom->summarize (self->session, self->rows);
  plt_view_set_summary (PLT_VIEW (view), totals != NULL ? totals : selected);
}

static void
on_grid_selection (PltRegister *self)
{
  guint row, column;

  show_summary (self);
  if (self->selecting || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
      || row >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return;
  plt_session_select (self->session, self->table->id, plt_query_model_get_id (self->rows, row),
                      plt_grid_record_model_get_table_column (self->model, column)->id);
}

static int
find_column (PltRegister *self, const char *id)
{
  guint n = plt_grid_model_get_n_columns (PLT_GRID_MODEL (self->model));

  for (guint i = 0; id != NULL && i < n; i++)
    if (g_str_equal (plt_grid_record_model_get_table_column (self->model, i)->id, id))
      return (int) i;
  return -1;
}

gboolean
plt_register_select_ref (PltRegister *self, PltRef ref)
{
  int row, column;
  guint now_row, now_column = 0;

  g_return_val_if_fail (PLT_IS_REGISTER (self), FALSE);

  if (g_strcmp0 (ref.table, self->table->id) != 0)
    return FALSE;
  if (ref.id == 0)
    {
      plt_register_grab_focus (self);
      return TRUE;
    }
  row = plt_query_model_find (self->rows, ref.id);
  if (row < 0)
    {
      show_everything (self);
      row = plt_query_model_find (self->rows, ref.id);
    }
  if (row < 0)
    return FALSE;
  column = find_column (self, ref.column);
  if (column < 0 && plt_grid_get_cursor (PLT_GRID (self->grid), &now_row, &now_column))
    column = (int) now_column;
  plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, (guint) MAX (column, 0));
  plt_session_select (self->session, ref.table, ref.id, ref.column);
  gtk_widget_grab_focus (self->grid);
  return TRUE;
}

gboolean
plt_register_grab_focus (PltRegister *self)
{
  g_return_val_if_fail (PLT_IS_REGISTER (self), FALSE);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    return gtk_widget_grab_focus (self->grid);
  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

void
plt_register_start_search (PltRegister *self)
{
  g_return_if_fail (PLT_IS_REGISTER (self));

  gtk_widget_set_visible (self->bar, TRUE);
  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/* ---- rows ---- */

static gboolean
put_presets (PltBatch *batch, gpointer data, GError **error)
{
  PltRegister *self = data;

  return plt_register_apply_presets (self->model, plt_session_get_store (self->session),
                                     self->table, batch, error);
}

static void
on_added (gint64 id, gpointer data)
{
  PltRegister *self = data;

  plt_register_select_ref (self, (PltRef){ self->table->id, id, NULL });
}

GtkWindow *
plt_register_add_row (PltRegister *self)
{
  g_return_val_if_fail (PLT_IS_REGISTER (self), NULL);

  if (plt_session_is_read_only (self->session))
    return NULL;
  return plt_add_row_present (GTK_WIDGET (self), self->session, self->table, put_presets, on_added,
                              self);
}

void
plt_register_delete_rows (PltRegister *self)
{
  guint first, n;
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (PLT_IS_REGISTER (self));

  if (plt_session_is_read_only (self->session)
      || !plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n))
    return;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = first; i < first + n; i++)
    if (i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
      {
        gint64 id = plt_query_model_get_id (self->rows, i);

        g_array_append_val (ids, id);
      }
  if (ids->len > 0)
    plt_session_delete (self->session, self->table->id, (const gint64 *) ids->data, ids->len, NULL);
}

void
plt_register_import_csv (PltRegister *self)
{
  GtkRoot *root;

  g_return_if_fail (PLT_IS_REGISTER (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (GTK_IS_WINDOW (root))
    plt_import_csv_present (GTK_WINDOW (root), self->session, self->table->id);
}

/* The rows as they stand on the screen: searched, filtered and ordered. */
PltDocument *
plt_register_get_document (PltRegister *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (PLT_IS_REGISTER (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      gint64 id = plt_query_model_get_id (self->rows, i);

      g_array_append_val (ids, id);
    }
  return plt_table_document_of_rows (plt_session_get_store (self->session), self->table, ids,
                                     error);
}

void
plt_register_set_read_only (PltRegister *self)
{
  g_return_if_fail (PLT_IS_REGISTER (self));

  plt_register_make_read_only (self->model);
  gtk_widget_set_visible (self->add, FALSE);
  gtk_widget_set_visible (self->add_first, FALSE);
}

void
plt_register_set_offer (PltRegister *self, GtkWidget *offer)
{
  g_return_if_fail (PLT_IS_REGISTER (self));

  gtk_box_prepend (GTK_BOX (self->box), offer);
}

GtkWidget *
plt_register_show_columns (PltRegister *self)
{
  g_return_val_if_fail (PLT_IS_REGISTER (self), NULL);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->columns));
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->columns)));
}

/* ---- building ---- */

static GtkWidget *
new_bar (PltRegister *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const PltRegisterCustom *custom = plt_register_custom_find (self->table->id);
  GtkWidget *chips = gtk_scrolled_window_new (); /* a narrow window cuts them, and stays narrow */
  g_autofree char *hint = g_strdup_printf (_ ("Search in %s"), plt_table_title (self->table));

  self->search = gtk_search_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 20);
  g_object_set (self->search, "placeholder-text", _ ("Search"), NULL);
  plt_a11y_set_name (self->search, hint);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_search_stopped), self);
  if (custom != NULL && custom->filters != NULL)
    {
      self->chips = plt_filter_chips_new (self->session, custom->filters);
      g_signal_connect_swapped (self->chips, "changed", G_CALLBACK (on_chips_changed), self);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 10);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), 10);
    }
  else
    {
      self->filters = plt_register_filters_new (self->table);
      g_signal_connect (self->filters, "filter-changed", G_CALLBACK (on_filter_changed), self);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (chips),
                                 self->chips != NULL ? self->chips : self->filters);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (chips), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (chips), TRUE);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_box_append (GTK_BOX (box), chips);
  self->columns = plt_column_chooser_new (PLT_GRID (self->grid));
  gtk_box_append (GTK_BOX (box), self->columns);
  gtk_widget_add_css_class (box, "register-bar");
  return box;
}

static GtkWidget *
new_nothing (PltRegister *self)
{
  GtkWidget *box
      = plt_empty_state_new ("system-search-symbolic", _ ("Nothing found"),
                             _ ("No row has what is searched and filtered for."), NULL, NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show all rows"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_everything), self);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
new_empty (PltRegister *self)
{
  const PltViewInfo *view = plt_views_find_table (self->table->id);
  g_autofree char *label = g_strdup_printf (_ ("Add: %s"), _ (self->table->singular));
  GtkWidget *box = plt_empty_state_new (view != NULL ? view->icon : "plt-breakdown-symbolic",
                                        plt_table_title (self->table),
                                        plt_register_empty_sentence (self->table), NULL, NULL);
  GtkWidget *button = gtk_button_new_with_label (label);

  self->add_first = button;
  gtk_widget_set_visible (button, !plt_session_is_read_only (self->session));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (plt_register_add_row), self);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
new_foot (PltRegister *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *add = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = g_strdup_printf (_ ("Add: %s"), _ (self->table->singular));

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (row), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (add), row);
  gtk_widget_add_css_class (add, "flat");
  plt_a11y_set_name (add, label);
  gtk_widget_set_visible (add, !plt_session_is_read_only (self->session));
  self->add = add;
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (plt_register_add_row), self);
  self->warning = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->warning, "warning-chip");
  gtk_widget_set_visible (self->warning, FALSE);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->count), 1);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_box_append (GTK_BOX (box), add);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_START);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->warning);
  gtk_widget_add_css_class (box, "register-foot");
  return box;
}

static void
build (PltRegister *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *layout = plt_settings_get_layout (self->table->id);

  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_grid_set_row_numbers (PLT_GRID (self->grid), TRUE);
  plt_a11y_set_name (self->grid, plt_table_title (self->table));
  if (*layout != '\0')
    plt_grid_set_layout (PLT_GRID (self->grid), layout);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_grid_selection), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->bar = new_bar (self);
  self->foot = new_foot (self);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE); /* low where it shares a page */
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "grid");
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (self), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), new_nothing (self), "nothing");
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_box_append (GTK_BOX (self->box), self->foot);
}

/* All that is not hidden, but for the version, which is the same in every row that is shown. */
static char *
default_columns (const PltTable *table)
{
  GString *ids = g_string_new (NULL);

  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if ((column->flags & PLT_COLUMN_HIDDEN) == 0 && !is_version (column))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", column->id);
  return g_string_free (ids, FALSE);
}

GtkWidget *
plt_register_new (PltSession *session, const char *table, const char *columns)
{
  PltRegister *self = g_object_new (PLT_TYPE_REGISTER, NULL);
  g_autofree char *all = NULL;

  g_return_val_if_fail (PLT_IS_SESSION (session) && plt_table_find (table) != NULL, NULL);

  self->session = g_object_ref (session);
  self->table = plt_table_find (table);
  self->rows = plt_query_model_new (plt_session_get_store (session), table);
  if (columns == NULL)
    columns = all = default_columns (self->table);
  self->model = plt_register_model_new (session, self->rows, columns);
  build (self);
  update_scope (self);
  update (self);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
plt_register_map (GtkWidget *widget)
{
  PltRegister *self = PLT_REGISTER (widget);
  PltRef selected = plt_session_get_selection (self->session);
  guint row, column = 0;
  int found = -1;

  GTK_WIDGET_CLASS (plt_register_parent_class)->map (widget);
  /* What was selected in another view stays selected in this one. */
  if (selected.table == self->table->id && selected.id != 0)
    found = plt_query_model_find (self->rows, selected.id);
  if (found >= 0
      && !(plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column) && row == (guint) found))
    plt_grid_set_cursor (PLT_GRID (self->grid), (guint) found, column);
  on_grid_selection (self);
}

static void
plt_register_dispose (GObject *object)
{
  PltRegister *self = PLT_REGISTER (object);

  if (self->grid != NULL)
    {
      g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->grid));

      g_signal_handlers_disconnect_by_func (self->grid, on_grid_selection, self);
      plt_settings_set_layout (self->table->id, layout);
      plt_query_model_set_keep (self->rows, NULL, NULL);
      self->grid = NULL;
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_register_parent_class)->dispose (object);
}

static void
plt_register_class_init (PltRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_register_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_register_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-register");
}

static void
plt_register_init (PltRegister *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

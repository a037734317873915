#include "plt-finance-view.h"

#include <glib/gi18n-lib.h>

#include "plt-add-row.h"
#include "plt-empty-state.h"
#include "plt-rows.h"
#include "plt-settings.h"
#include "plt-shortcuts.h"
#include "plt-style-manager.h"
#include "plt-table-document.h"

#define LAYOUT "finance"

struct _PltFinanceView
{
  PltView parent_instance;

  PltFinanceModel *model;
  GtkWidget *stack; /* plan, empty */
  GtkWidget *grid;
  GtkWidget *heading;
  PltRegister *instalments;
  PltFinanceSummary *summary;
  gint64 shown; /* the source whose instalments are below */
};

G_DEFINE_FINAL_TYPE (PltFinanceView, plt_finance_view, PLT_TYPE_VIEW)

PltGrid *
plt_finance_view_get_grid (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return PLT_GRID (self->grid);
}

PltRegister *
plt_finance_view_get_instalments (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return self->instalments;
}

PltFinanceSummary *
plt_finance_view_get_summary (PltFinanceView *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_VIEW (self), NULL);

  return self->summary;
}

static PltSession *
session_of (PltFinanceView *self)
{
  return plt_view_get_session (PLT_VIEW (self));
}

/* ---- selection ---- */

static void
update_heading (PltFinanceView *self)
{
  g_autofree char *name = plt_rows_label (plt_session_get_store (session_of (self)),
                                          plt_table_find ("funding_source"), self->shown);
  /* Translators: %s is the name of a source of financing */
  g_autofree char *text = g_strdup_printf (_ ("Instalments of “%s”"), name);

  gtk_label_set_label (GTK_LABEL (self->heading), text);
}

static void
show_source (PltFinanceView *self, gint64 source)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, source);

  if (source == self->shown)
    return;
  self->shown = source;
  plt_register_set_filter (self->instalments, "funding_source", id);
  update_heading (self);
}

static const PltFinanceRow *
row_at_cursor (PltFinanceView *self, guint *column)
{
  guint row;

  return plt_grid_get_cursor (PLT_GRID (self->grid), &row, column)
             ? plt_finance_model_get_row (self->model, row)
             : NULL;
}

/* The source with the cursor, or the first of the group it is on. */
static void
follow_cursor (PltFinanceView *self)
{
  guint at, column;
  const PltFinanceRow *row = NULL;

  if (plt_grid_get_cursor (PLT_GRID (self->grid), &at, &column))
    for (row = plt_finance_model_get_row (self->model, at);
         row != NULL && row->kind == PLT_FINANCE_GROUP;)
      row = plt_finance_model_get_row (self->model, ++at);
  if (row != NULL && row->kind == PLT_FINANCE_SOURCE)
    show_source (self, row->source->id);
}

static void
on_selection (PltFinanceView *self)
{
  guint column;
  const PltFinanceRow *row = row_at_cursor (self, &column);

  plt_view_set_summary (PLT_VIEW (self), plt_grid_get_selection_summary (PLT_GRID (self->grid)));
  follow_cursor (self);
  if (!gtk_widget_get_mapped (self->grid))
    return;
  if (row != NULL && row->kind == PLT_FINANCE_SOURCE)
    plt_session_select (session_of (self), "funding_source", row->source->id,
                        plt_finance_model_get_column_id (column));
  else if (self->shown != 0)
    plt_session_select (session_of (self), "funding_source", self->shown, NULL);
}

static gboolean
select_source (PltFinanceView *self, gint64 source, const char *column)
{
  int row = plt_finance_model_reveal (self->model, source);
  guint now_row, at = PLT_FINANCE_COLUMN_NAME;

  if (row < 0)
    return FALSE;
  plt_grid_get_cursor (PLT_GRID (self->grid), &now_row, &at);
  for (guint i = 0; column != NULL && i < PLT_FINANCE_N_COLUMNS; i++)
    if (g_strcmp0 (plt_finance_model_get_column_id (i), column) == 0)
      at = i;
  plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, at);
  plt_session_select (session_of (self), "funding_source", source, column);
  gtk_widget_grab_focus (self->grid);
  return TRUE;
}

static gboolean
select_instalment (PltFinanceView *self, PltRef ref)
{
  const PltFacts *facts = plt_session_get_facts (session_of (self));
  const PltInstalmentFacts *instalment
      = PLT_FACTS_FIND (facts->instalments, PltInstalmentFacts, ref.id);

  if (instalment == NULL || !select_source (self, instalment->funding_source, NULL))
    return FALSE;
  return plt_register_select_ref (self->instalments, ref);
}

/* ---- actions ---- */

static gboolean
is_in_instalments (PltFinanceView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->instalments));
}

static void
on_added (gint64 id, gpointer data)
{
  select_source (data, id, "name");
}

/* A new source is of the group the cursor is in. */
static gboolean
put_group (PltBatch *batch, gpointer data, GError **error)
{
  guint column;
  const PltFinanceRow *row = row_at_cursor (data, &column);

  if (row != NULL && row->group != NULL)
    plt_batch_set_text (batch, "group", row->group->id);
  return TRUE;
}

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltFinanceView *self = data;

  if (is_in_instalments (self))
    plt_register_add_row (self->instalments);
  else
    plt_add_row_present (data, session_of (self), plt_table_find ("funding_source"), put_group,
                         on_added, data);
}

static void
on_add_instalment (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_add_row (PLT_FINANCE_VIEW (data)->instalments);
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltFinanceView *self = data;
  g_autoptr (GError) error = NULL;
  guint first, n;

  if (is_in_instalments (self))
    plt_register_delete_rows (self->instalments);
  else if (plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n)
           && !plt_grid_model_delete_rows (PLT_GRID_MODEL (self->model), first, n, &error))
    plt_grid_show_notice (PLT_GRID (self->grid), error->message);
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },
  { "add-instalment", on_add_instalment },
  { "delete-row", on_delete_row },
};

/* ---- building ---- */

static gboolean
on_insert_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, "view.add-row", NULL);
}

static void
update_dark (PltFinanceView *self)
{
  plt_grid_set_dark (PLT_GRID (self->grid), plt_style_is_dark ());
}

static GtkWidget *
new_grid (PltFinanceView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autofree char *layout = plt_settings_get_layout (LAYOUT);

  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Financing"), -1);
  if (*layout != '\0')
    plt_grid_set_layout (PLT_GRID (self->grid), layout);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Insert, 0),
                        gtk_callback_action_new (on_insert_key, NULL, NULL)));
  gtk_widget_add_controller (self->grid, keys);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_selection), self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (update_dark), self, G_CONNECT_SWAPPED);
  update_dark (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_add_button (PltSession *session)
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a source"), -1);
  gtk_widget_set_visible (add, !plt_session_is_read_only (session));
  gtk_box_append (GTK_BOX (box), add);
  gtk_widget_add_css_class (box, "register-foot");
  return box;
}

static GtkWidget *
new_paned (GtkOrientation orientation, GtkWidget *start, GtkWidget *end, int position)
{
  GtkWidget *paned = gtk_paned_new (orientation);

  gtk_paned_set_start_child (GTK_PANED (paned), start);
  gtk_paned_set_end_child (GTK_PANED (paned), end);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (paned), TRUE);
  gtk_paned_set_position (GTK_PANED (paned), position);
  return paned;
}

static GtkWidget *
new_plan (PltFinanceView *self, PltSession *session)
{
  GtkWidget *sources = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *instalments = plt_register_new (
      session, "instalment", "label,share_e6,amount_cents,event,offset_days,date,paid_date,note");
  GtkWidget *summary = plt_finance_summary_new (session);
  GtkWidget *left, *paned;

  self->instalments = PLT_REGISTER (instalments);
  self->summary = PLT_FINANCE_SUMMARY (summary);
  gtk_box_append (GTK_BOX (sources), new_grid (self));
  gtk_box_append (GTK_BOX (sources), new_add_button (session));
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->heading, "sub-heading");
  gtk_widget_set_vexpand (instalments, TRUE);
  gtk_box_append (GTK_BOX (below), self->heading);
  gtk_box_append (GTK_BOX (below), instalments);
  gtk_widget_set_size_request (summary, 312, -1);
  gtk_widget_set_size_request (below, -1, 160);
  left = new_paned (GTK_ORIENTATION_VERTICAL, sources, below, 440);
  paned = new_paned (GTK_ORIENTATION_HORIZONTAL, left, summary, -1);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  return paned;
}

static void
plt_finance_view_session_set (PltView *view, PltSession *session)
{
  PltFinanceView *self = PLT_FINANCE_VIEW (view);
  const gboolean reading = plt_session_is_read_only (session);

  self->model = plt_finance_model_new (session);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_plan (self, session), "plan");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-finance-symbolic", _ ("Nobody pays yet"),
                           _ ("Add each source of financing with its amount and how sure it is."),
                           reading ? NULL : _ ("Add a source"), reading ? NULL : "view.add-row"),
      "empty");
  plt_view_add_page (view, "plan", _ ("Plan"), self->stack);
  if (reading)
    for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
      plt_view_set_action_enabled (view, entries[i].name, FALSE);
}

static void
plt_finance_view_refresh (PltView *view)
{
  PltFinanceView *self = PLT_FINANCE_VIEW (view);
  const gboolean none = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), none ? "empty" : "plan");
  plt_finance_summary_refresh (self->summary);
  follow_cursor (self);
  if (self->shown != 0)
    update_heading (self);
}

static gboolean
plt_finance_view_grab_content_focus (PltView *view)
{
  PltFinanceView *self = PLT_FINANCE_VIEW (view);

  if (plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 0)
    return gtk_widget_grab_focus (self->grid);
  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static gboolean
plt_finance_view_select_ref (PltView *view, PltRef ref)
{
  PltFinanceView *self = PLT_FINANCE_VIEW (view);

  if (ref.id == 0)
    return plt_finance_view_grab_content_focus (view);
  if (g_strcmp0 (ref.table, "instalment") == 0)
    return select_instalment (self, ref);
  return g_strcmp0 (ref.table, "funding_source") == 0 && select_source (self, ref.id, ref.column);
}

static PltDocument *
plt_finance_view_get_document (PltView *view, GError **error)
{
  PltStore *store = plt_session_get_store (plt_view_get_session (view));

  return plt_table_document (store, plt_table_find ("funding_source"), error);
}

/* The instalments select theirs as they come on the screen: the source is meant. */
static void
plt_finance_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_finance_view_parent_class)->map (widget);
  on_selection (PLT_FINANCE_VIEW (widget));
}

static void
plt_finance_view_dispose (GObject *object)
{
  PltFinanceView *self = PLT_FINANCE_VIEW (object);

  if (self->grid != NULL)
    {
      g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->grid));

      g_signal_handlers_disconnect_by_data (self->grid, self);
      plt_settings_set_layout (LAYOUT, layout);
      self->grid = NULL;
    }
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plt_finance_view_parent_class)->dispose (object);
}

static void
plt_finance_view_class_init (PltFinanceViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_finance_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_finance_view_map;
  view_class->session_set = plt_finance_view_session_set;
  view_class->refresh = plt_finance_view_refresh;
  view_class->grab_content_focus = plt_finance_view_grab_content_focus;
  view_class->select_ref = plt_finance_view_select_ref;
  view_class->get_document = plt_finance_view_get_document;
}

static void
plt_finance_view_init (PltFinanceView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}

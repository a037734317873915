#include "plt-planche-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-empty-state.h"
#include "plt-planche-model.h"

struct _PltPlanchePage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltPlancheModel *model;
  GtkWidget *stack; /* table, empty */
  GtkWidget *grid;
  GtkWidget *search;
  GtkWidget *found;
};

G_DEFINE_FINAL_TYPE (PltPlanchePage, plt_planche_page, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

PltGrid *
plt_planche_page_get_grid (PltPlanchePage *self)
{
  g_return_val_if_fail (PLT_IS_PLANCHE_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

static void
on_selection (PltPlanchePage *self)
{
  guint row, column;
  PltRef ref;

  if (!gtk_widget_get_mapped (self->grid)
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  ref = plt_planche_model_get_ref (self->model, row, column);
  if (ref.table != NULL)
    plt_session_select (self->session, ref.table, ref.id, NULL);
}

static void
on_activated (PltPlanchePage *self, guint row, guint column)
{
  PltRef ref = plt_planche_model_get_ref (self->model, row, column);

  if (ref.table != NULL)
    g_signal_emit (self, signals[OPEN], 0, ref.table, ref.id);
}

/* ---- finding ---- */

static void
go (PltPlanchePage *self, guint row, guint column)
{
  guint n = plt_grid_model_get_n_columns (PLT_GRID_MODEL (self->model));

  /* from the right, so that the day begins at the left of what is seen */
  plt_grid_set_cursor (PLT_GRID (self->grid), row, n - 1);
  plt_grid_set_cursor (PLT_GRID (self->grid), row, column);
}

static void
search (PltPlanchePage *self, int step)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint row = 0, column = 0;
  gboolean found;

  plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column);
  found = plt_planche_model_search (self->model, text, &row, &column, step);
  if (found)
    go (self, row, column);
  gtk_label_set_label (GTK_LABEL (self->found), found || *text == '\0' ? "" : _ ("Nothing found"));
}

static void
on_search_changed (PltPlanchePage *self)
{
  search (self, 1);
}

static void
on_previous (PltPlanchePage *self)
{
  search (self, -1);
}

static void
on_stop_search (PltPlanchePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->grid);
}

void
plt_planche_page_start_search (PltPlanchePage *self)
{
  g_return_if_fail (PLT_IS_PLANCHE_PAGE (self));

  gtk_widget_grab_focus (self->search);
}

void
plt_planche_page_step_day (PltPlanchePage *self, int step)
{
  guint row = 0, column = 0;
  int to;

  g_return_if_fail (PLT_IS_PLANCHE_PAGE (self));

  plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column);
  to = plt_planche_model_step_day (self->model, column, step);
  if (to >= 0)
    go (self, row, (guint) to);
}

static void
on_next_day (PltPlanchePage *self)
{
  plt_planche_page_step_day (self, 1);
}

static void
on_previous_day (PltPlanchePage *self)
{
  plt_planche_page_step_day (self, -1);
}

/* ---- the bar ---- */

static void
on_hide_empty (PltPlanchePage *self, GParamSpec *pspec, GtkCheckButton *button)
{
  plt_planche_model_set_hide_empty (self->model, gtk_check_button_get_active (button));
  plt_planche_page_refresh (self);
}

static void
on_days_off (PltPlanchePage *self, GParamSpec *pspec, GtkCheckButton *button)
{
  plt_planche_model_set_days_off (self->model, gtk_check_button_get_active (button));
  plt_planche_page_refresh (self);
}

static void
add_check (PltPlanchePage *self, GtkWidget *bar, const char *label, GCallback toggled)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_connect_swapped (check, "notify::active", toggled, self);
  gtk_box_append (GTK_BOX (bar), check);
}

static void
add_step (
    PltPlanchePage *self, GtkWidget *bar, const char *icon, const char *title, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, title);
  plt_a11y_set_name (button, title);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (bar), button);
}

static GtkWidget *
new_bar (PltPlanchePage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->search = gtk_search_entry_new ();
  self->found = gtk_label_new (NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 24);
  g_object_set (self->search, "placeholder-text", _ ("D12, date, sequence, words…"), NULL);
  plt_a11y_set_name (self->search, _ ("Go to a day, a sequence or words"));
  gtk_widget_add_css_class (self->found, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->found), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->found), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->found, TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "next-match", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "previous-match", G_CALLBACK (on_previous), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop_search), self);
  gtk_box_append (GTK_BOX (bar), self->search);
  add_step (self, bar, "go-previous-symbolic", _ ("Previous shooting day"),
            G_CALLBACK (on_previous_day));
  add_step (self, bar, "go-next-symbolic", _ ("Next shooting day"), G_CALLBACK (on_next_day));
  gtk_box_append (GTK_BOX (bar), self->found);
  add_check (self, bar, _ ("Days o_ff"), G_CALLBACK (on_days_off));
  add_check (self, bar, _ ("_Only what is needed"), G_CALLBACK (on_hide_empty));
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

/* ---- the page ---- */

/* The cell with the cursor stays it, when rows and columns come and go. */
void
plt_planche_page_refresh (PltPlanchePage *self)
{
  PltGrid *grid;
  guint row = 0, column = 0;
  gboolean placed;

  g_return_if_fail (PLT_IS_PLANCHE_PAGE (self));

  grid = PLT_GRID (self->grid);
  g_signal_handlers_block_by_func (grid, on_selection, self);
  placed = plt_grid_get_cursor (grid, &row, &column)
           && plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 0;
  plt_planche_model_refresh (self->model);
  if (!placed && plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 0)
    plt_grid_set_cursor (grid, 0, (guint) MAX (plt_planche_model_step_day (self->model, 0, 1), 0));
  g_signal_handlers_unblock_by_func (grid, on_selection, self);
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 0 ? "table" : "empty");
}

gboolean
plt_planche_page_grab_focus (PltPlanchePage *self)
{
  g_return_val_if_fail (PLT_IS_PLANCHE_PAGE (self), FALSE);

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "table")
         && gtk_widget_grab_focus (self->grid);
}

gboolean
plt_planche_page_select_ref (PltPlanchePage *self, PltRef ref)
{
  guint row = 0, column = 0;
  int at;

  g_return_val_if_fail (PLT_IS_PLANCHE_PAGE (self), FALSE);

  if (ref.table == NULL)
    return FALSE;
  plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column);
  if (g_str_equal (ref.table, "element"))
    {
      at = plt_planche_model_find_row (self->model, ref.id);
      if (at >= 0)
        plt_grid_set_cursor (PLT_GRID (self->grid), (guint) at, column);
      return at >= 0;
    }
  at = plt_planche_model_find_column (self->model, ref);
  if (at >= 0)
    go (self, row, (guint) at);
  return at >= 0;
}

GtkWidget *
plt_planche_page_new (PltSession *session)
{
  PltPlanchePage *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_PLANCHE_PAGE, NULL);
  self->session = g_object_ref (session);
  self->model = plt_planche_model_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_grid_set_header (PLT_GRID (self->grid), FALSE);
  plt_a11y_set_name (self->grid, _ ("Planche"));
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_selection), self);
  g_signal_connect_swapped (self->grid, "cell-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_stack_add_named (GTK_STACK (self->stack), box, "table");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-plan-symbolic", _ ("Planche"),
                           _ ("Say on which days you shoot; then put the sequences on them."),
                           _ ("Add Days…"), "view.add-days"),
      "empty");
  return GTK_WIDGET (self);
}

static void
plt_planche_page_dispose (GObject *object)
{
  PltPlanchePage *self = PLT_PLANCHE_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plt_planche_page_parent_class)->dispose (object);
}

static void
plt_planche_page_class_init (PltPlanchePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_planche_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-planche-page");
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
plt_planche_page_init (PltPlanchePage *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

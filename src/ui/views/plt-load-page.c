#include "plt-load-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-empty-state.h"
#include "plt-load-week.h"
#include "plt-today.h"

struct _PltLoadPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltLoadModel *model;
  PltLoadWeek *week;
  GtkWidget *stack; /* work, empty */
  GtkWidget *label, *next, *grid, *whose, *days;
  gboolean placed; /* the cursor was put on this week */
};

G_DEFINE_FINAL_TYPE (PltLoadPage, plt_load_page, GTK_TYPE_WIDGET)

PltGrid *
plt_load_page_get_grid (PltLoadPage *self)
{
  g_return_val_if_fail (PLT_IS_LOAD_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

PltGrid *
plt_load_page_get_week (PltLoadPage *self)
{
  g_return_val_if_fail (PLT_IS_LOAD_PAGE (self), NULL);

  return PLT_GRID (self->days);
}

gboolean
plt_load_page_focus_next_part (PltLoadPage *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (PLT_IS_LOAD_PAGE (self), FALSE);

  focus = gtk_root_get_focus (gtk_widget_get_root (self->grid));
  return focus != NULL && (focus == self->grid || gtk_widget_is_ancestor (focus, self->grid))
         && gtk_widget_grab_focus (self->days);
}

/* ---- the week at the cursor ---- */

static void
show_week (PltLoadPage *self)
{
  guint row = 0, column = 0;
  g_autoptr (PltRetroWeek) week = NULL;
  g_autofree char *when = NULL, *text = NULL, *name = NULL;

  if (plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    {
      if (column < PLT_LOAD_FIRST_WEEK)
        column = plt_load_model_find_work (self->model, row);
      week = plt_load_model_get_week (self->model, row, column);
    }
  plt_load_week_show (self->week, plt_load_model_get_load (self->model), week);
  if (week == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->whose),
                           _ ("Choose a person, a room or a team to see its week day by day."));
      return;
    }
  name = plt_load_model_get_name (self->model, row);
  when = plt_load_model_get_week_name (self->model, column);
  text = week->lines->len > 0 ? g_strdup_printf (_ ("%s, %s"), name, when)
                              : g_strdup_printf (_ ("%s, %s: nothing to do"), name, when);
  gtk_label_set_label (GTK_LABEL (self->whose), text);
}

/* The person of the row: nothing else that is selected is on the screen. */
static void
select_person (PltLoadPage *self)
{
  guint row = 0, column;
  const char *name;
  gint64 person = 0;

  if (!gtk_widget_get_mapped (self->stack))
    return;
  if (plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    person = plt_load_model_get_person (self->model, row, &name);
  plt_session_select (self->session, person != 0 ? "person" : NULL, person, NULL);
}

static void
on_selection (PltLoadPage *self)
{
  show_week (self);
  select_person (self);
}

static void
show (PltLoadPage *self)
{
  g_autofree char *text = plt_load_model_get_summary (self->model);
  guint n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)), row = 0, column = 0;
  gboolean marked = n > 0 && plt_load_model_find_marked (self->model, &row, &column);
  g_autofree char *tooltip = NULL;
  g_autofree char *shown = g_strconcat (marked ? "▲ " : "", text, NULL);

  gtk_widget_set_visible (self->next, marked);
  gtk_label_set_label (GTK_LABEL (self->label), shown);
  tooltip = g_strconcat (text, "\n", plt_load_what_counts (), NULL);
  gtk_widget_set_tooltip_text (self->label, tooltip);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "work" : "empty");
  show_week (self);
}

/* A grid without a size does not scroll yet. By way of the last week, what follows stays in sight.
 */
static gboolean
scroll (GtkWidget *grid, GdkFrameClock *clock, gpointer data)
{
  guint row, column;

  if (gtk_widget_get_width (grid) == 0)
    return G_SOURCE_CONTINUE;
  if (plt_grid_get_cursor (PLT_GRID (grid), &row, &column))
    {
      plt_grid_set_cursor (PLT_GRID (grid), row,
                           plt_grid_model_get_n_columns (plt_grid_get_model (PLT_GRID (grid))) - 1);
      plt_grid_set_cursor (PLT_GRID (grid), row, column);
    }
  return G_SOURCE_REMOVE;
}

/* This week at the left with what follows it, when it is first looked at; where the plan does not
 * reach today, the first week in which the first row has work. */
static void
on_map (PltLoadPage *self)
{
  PltGridModel *table = PLT_GRID_MODEL (self->model);
  guint column;

  if (self->placed || plt_grid_model_get_n_rows (table) < 2)
    return;
  self->placed = TRUE;
  column = plt_load_model_find_week (self->model, plt_today ());
  if (column == PLT_LOAD_FIRST_WEEK || column + 1 == plt_grid_model_get_n_columns (table))
    column = plt_load_model_find_work (self->model, 1);
  plt_grid_set_cursor (PLT_GRID (self->grid), 1, column);
  gtk_widget_add_tick_callback (self->grid, scroll, NULL, NULL);
}

static void
on_unmap (PltLoadPage *self)
{
  plt_load_model_set_active (self->model, FALSE);
}

/* ---- doors ---- */

static void
on_next (PltLoadPage *self)
{
  guint row = 0, column = 0;

  plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column);
  if (!plt_load_model_find_marked (self->model, &row, &column))
    return;
  plt_grid_set_cursor (PLT_GRID (self->grid), row, column);
  gtk_widget_grab_focus (self->grid);
}

/* The tasks of that person or team, in the plan; the booking of a room. */
static void
on_activated (PltGrid *grid, guint row, guint column, PltLoadPage *self)
{
  PltRef use = plt_load_model_get_use (self->model, row, column);
  const char *name;
  gint64 person = plt_load_model_get_person (self->model, row, &name);
  g_autofree char *filter = person != 0 ? g_strdup_printf ("person:%" G_GINT64_FORMAT, person)
                                        : g_strconcat ("team:", name, NULL);

  if (use.table != NULL)
    plt_session_open_ref (self->session, use);
  if (*name == '\0')
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "view.retro-filter", "s", filter);
  gtk_widget_activate_action (GTK_WIDGET (self), "view.retro-plan", NULL);
}

static void
on_week_activated (PltGrid *grid, guint row, guint column, PltLoadPage *self)
{
  PltRef ref = plt_load_week_get_ref (self->week, row);

  if (ref.table != NULL)
    plt_session_open_ref (self->session, ref);
}

static void
plt_load_page_dispose (GObject *object)
{
  PltLoadPage *self = PLT_LOAD_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->week);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_load_page_parent_class)->dispose (object);
}

/* Counted before anything of it is drawn. */
static void
plt_load_page_map (GtkWidget *widget)
{
  plt_load_model_set_active (PLT_LOAD_PAGE (widget)->model, TRUE);
  GTK_WIDGET_CLASS (plt_load_page_parent_class)->map (widget);
}

static void
plt_load_page_class_init (PltLoadPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_load_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_load_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_load_page_init (PltLoadPage *self)
{
}

/* ---- building ---- */

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

static GtkWidget *
new_part (GtkWidget *head, GtkWidget *grid)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
build (PltLoadPage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *below, *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->label = new_label ();
  gtk_widget_set_hexpand (self->label, TRUE);
  self->next = gtk_button_new_with_mnemonic (_ ("_Next Overload"));
  gtk_widget_set_tooltip_text (
      self->next, _ ("The next week in which somebody has too much, or a room is taken twice"));
  gtk_widget_set_valign (self->next, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (self->next, 12);
  gtk_widget_add_css_class (self->next, "flat");
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (on_next), self);
  gtk_box_append (GTK_BOX (head), self->label);
  gtk_box_append (GTK_BOX (head), self->next);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_a11y_set_name (self->grid, _ ("Load by week"));
  self->whose = new_label ();
  gtk_widget_add_css_class (self->whose, "heading");
  self->days = plt_grid_new (PLT_GRID_MODEL (self->week));
  plt_a11y_set_name (self->days, _ ("The week day by day"));
  below = new_part (self->whose, self->days);
  gtk_widget_set_size_request (below, -1, 190);
  gtk_paned_set_start_child (GTK_PANED (paned), new_part (head, self->grid));
  gtk_paned_set_end_child (GTK_PANED (paned), below);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), paned, "work");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-timeline-symbolic", _ ("Nobody has work yet"),
                           _ ("Give the tasks of the plan a team, or people with their part of the "
                              "time: here is who has too much to do, week by week."),
                           _ ("To the Plan"), "view.retro-plan"),
      "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * plt_load_page_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
plt_load_page_new (PltSession *session, PltRetroModel *plan)
{
  PltLoadPage *self = g_object_new (PLT_TYPE_LOAD_PAGE, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->model = plt_load_model_new (plan);
  self->week = plt_load_week_new ();
  build (self);
  g_signal_connect_swapped (self->grid, "map", G_CALLBACK (on_map), self);
  g_signal_connect (self, "map", G_CALLBACK (select_person), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_selection), self);
  g_signal_connect (self->grid, "cell-activated", G_CALLBACK (on_activated), self);
  g_signal_connect (self->days, "cell-activated", G_CALLBACK (on_week_activated), self);
  g_signal_connect_object (self->model, "rows-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

#include "plt-load-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-today.h"

struct _PltLoadPage
{
  GtkWidget parent_instance;

  PltLoadModel *model;
  GtkWidget *box, *label, *grid;
  gboolean placed; /* the cursor was put on this week */
};

G_DEFINE_FINAL_TYPE (PltLoadPage, plt_load_page, GTK_TYPE_WIDGET)

PltGrid *
plt_load_page_get_grid (PltLoadPage *self)
{
  g_return_val_if_fail (PLT_IS_LOAD_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

static void
show (PltLoadPage *self)
{
  g_autofree char *text = plt_load_model_get_summary (self->model);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
}

/* This week, when it is first looked at. */
static void
on_map (PltLoadPage *self)
{
  PltGridModel *table = PLT_GRID_MODEL (self->model);

  if (self->placed || plt_grid_model_get_n_rows (table) < 2)
    return;
  self->placed = TRUE;
  plt_grid_set_cursor (PLT_GRID (self->grid), 1,
                       plt_load_model_find_week (self->model, plt_today ()));
}

/* The tasks of that person or team, in the plan. */
static void
on_activated (PltGrid *grid, guint row, guint column, PltLoadPage *self)
{
  const char *name;
  gint64 person = plt_load_model_get_person (self->model, row, &name);
  g_autofree char *filter = person != 0 ? g_strdup_printf ("person:%" G_GINT64_FORMAT, person)
                                        : g_strconcat ("team:", name, NULL);

  if (*name == '\0')
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "view.retro-filter", "s", filter);
  gtk_widget_activate_action (GTK_WIDGET (self), "view.retro-plan", NULL);
}

static void
plt_load_page_dispose (GObject *object)
{
  PltLoadPage *self = PLT_LOAD_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plt_load_page_parent_class)->dispose (object);
}

static void
plt_load_page_class_init (PltLoadPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_load_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_load_page_init (PltLoadPage *self)
{
}

/**
 * plt_load_page_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
plt_load_page_new (PltRetroModel *plan)
{
  PltLoadPage *self = g_object_new (PLT_TYPE_LOAD_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->model = plt_load_model_new (plan);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (self->label, 12);
  gtk_widget_set_margin_top (self->label, 6);
  gtk_widget_set_margin_bottom (self->label, 2);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_a11y_set_name (self->grid, _ ("Load by week"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->grid, "map", G_CALLBACK (on_map), self);
  g_signal_connect (self->grid, "cell-activated", G_CALLBACK (on_activated), self);
  g_signal_connect_object (self->model, "rows-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

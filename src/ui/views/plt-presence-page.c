#include "plt-presence-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-presence-letters.h"
#include "plt-presence-model.h"

struct _PltPresencePage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltPresenceModel *model;
  GtkWidget *box, *grid, *legend;
};

G_DEFINE_FINAL_TYPE (PltPresencePage, plt_presence_page, GTK_TYPE_WIDGET)

enum
{
  SELECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

PltGrid *
plt_presence_page_get_grid (PltPresencePage *self)
{
  g_return_val_if_fail (PLT_IS_PRESENCE_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

static void
update_legend (PltPresencePage *self)
{
  g_autofree char *legend = plt_presence_model_legend (self->model);

  gtk_label_set_label (GTK_LABEL (self->legend), legend);
  gtk_widget_set_tooltip_text (self->legend, legend);
}

static void
on_selection (PltPresencePage *self)
{
  guint row, column;
  PltRef ref;

  if (!gtk_widget_get_mapped (self->grid)
      || !plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  ref = plt_presence_model_get_ref (self->model, row, column);
  if (ref.table != NULL)
    g_signal_emit (self, signals[SELECT], 0, ref.table, ref.id);
}

void
plt_presence_page_refresh (PltPresencePage *self)
{
  gboolean first;

  g_return_if_fail (PLT_IS_PRESENCE_PAGE (self));

  first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) == 0;
  g_signal_handlers_block_by_func (self->grid, on_selection, self);
  plt_presence_model_refresh (self->model);
  /* below the two rows that name the days */
  if (first && plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 2)
    plt_grid_set_cursor (PLT_GRID (self->grid), 2, plt_presence_model_first_day (self->model));
  g_signal_handlers_unblock_by_func (self->grid, on_selection, self);
  update_legend (self);
}

gboolean
plt_presence_page_select_ref (PltPresencePage *self, PltRef ref)
{
  int row;

  g_return_val_if_fail (PLT_IS_PRESENCE_PAGE (self), FALSE);

  row = plt_presence_model_find_ref (self->model, ref);
  if (row >= 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row,
                         plt_presence_model_first_day (self->model));
  return row >= 0;
}

static void
on_codes (PltPresencePage *self, GParamSpec *pspec, GtkToggleButton *button)
{
  plt_presence_model_set_international (self->model, gtk_toggle_button_get_active (button));
  update_legend (self);
}

static void
on_all (PltPresencePage *self, GtkCheckButton *button)
{
  plt_presence_model_set_all (self->model, gtk_check_button_get_active (button));
}

static void
on_letters (PltPresencePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  plt_presence_letters_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session);
}

static GtkWidget *
new_bar (PltPresencePage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *codes = gtk_toggle_button_new_with_mnemonic (_ ("_International Codes"));
  GtkWidget *all = gtk_check_button_new_with_mnemonic (_ ("All e_lements"));
  GtkWidget *letters = gtk_button_new_with_mnemonic (_ ("Le_tters…"));

  self->legend = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->legend), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->legend), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->legend, TRUE);
  gtk_widget_add_css_class (self->legend, "dim-label");
  gtk_widget_set_tooltip_text (codes, _ ("SW, W, WF, H … in place of the French letters"));
  gtk_widget_set_tooltip_text (all, _ ("Background, animals, vehicles and equipment too"));
  gtk_widget_set_tooltip_text (letters, _ ("Choose the letters of this production"));
  g_signal_connect_object (codes, "notify::active", G_CALLBACK (on_codes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (all, "toggled", G_CALLBACK (on_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (letters, "clicked", G_CALLBACK (on_letters), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), codes);
  gtk_box_append (GTK_BOX (bar), all);
  gtk_box_append (GTK_BOX (bar), self->legend);
  gtk_box_append (GTK_BOX (bar), letters);
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

GtkWidget *
plt_presence_page_new (PltSession *session)
{
  PltPresencePage *self = g_object_new (PLT_TYPE_PRESENCE_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->model = plt_presence_model_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_a11y_set_name (self->grid, _ ("Presence of roles"));
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), new_bar (self));
  gtk_box_append (GTK_BOX (self->box), scroller);
  return GTK_WIDGET (self);
}

static void
plt_presence_page_dispose (GObject *object)
{
  PltPresencePage *self = PLT_PRESENCE_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plt_presence_page_parent_class)->dispose (object);
}

static void
plt_presence_page_class_init (PltPresencePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_presence_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-presence-page");
  signals[SELECT] = g_signal_new ("select", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
plt_presence_page_init (PltPresencePage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

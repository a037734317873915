#include "plt-stats-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-effect-swatch.h"
#include "plt-number.h"
#include "plt-role-matrix.h"
#include "plt-style-manager.h"
#include "plt-time.h"

struct _PltStatsPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltRoleMatrix *matrix;

  GtkWidget *box;
  GtkWidget *table;   /* effects */
  GtkWidget *figures; /* the rest */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (PltStatsPage, plt_stats_page, GTK_TYPE_WIDGET)

static const struct
{
  PltEffectClass effect;
  const char *code;
  const char *title;
} effects[] = {
  { PLT_EFFECT_INT_DAY, "I/J", N_ ("Interior, day") },
  { PLT_EFFECT_INT_NIGHT, "I/N", N_ ("Interior, night and evening") },
  { PLT_EFFECT_EXT_DAY, "E/J", N_ ("Exterior, day") },
  { PLT_EFFECT_EXT_NIGHT, "E/N", N_ ("Exterior, night and evening") },
  { PLT_EFFECT_DAWN, "A", N_ ("Dawn") },
  { PLT_EFFECT_DUSK, "C", N_ ("Dusk") },
  { PLT_EFFECT_NONE, "", N_ ("Without an effect") },
};

PltGrid *
plt_stats_page_get_grid (PltStatsPage *self)
{
  g_return_val_if_fail (PLT_IS_STATS_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

/* ---- the table of effects ---- */

static void
put (PltStatsPage *self, int x, int y, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), x == 1 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->table), label, x, y, 1, 1);
}

static char *
share_text (gint64 part, gint64 whole)
{
  g_autofree char *number = plt_number_format (plt_per_mille (part, whole), 1, 1);

  return g_strconcat (number, PLT_NNBSP "%", NULL);
}

static void
put_measure (PltStatsPage *self,
             int y,
             const char *title,
             const PltMeasure *measure,
             const PltMeasure *total,
             const char *css_class)
{
  g_autofree char *n = g_strdup_printf ("%u", measure->n);
  g_autofree char *pages = plt_eighths_format (measure->eighths);
  g_autofree char *page_share = share_text (measure->eighths, total->eighths);
  g_autofree char *seconds = plt_seconds_format (measure->seconds);
  g_autofree char *second_share = share_text (measure->seconds, total->seconds);
  const char *const texts[] = { title, n, pages, page_share, seconds, second_share };

  for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
    put (self, i + 1, y, texts[i], css_class);
}

static void
fill_table (PltStatsPage *self, const PltBreakdownStats *stats)
{
  const char *const heads[]
      = { _ ("Effect"), _ ("Sequences"), _ ("Pages"), "", _ ("Screen time"), "" };
  GtkWidget *child;
  int y = 1;

  while ((child = gtk_widget_get_first_child (self->table)) != NULL)
    gtk_grid_remove (GTK_GRID (self->table), child);
  for (int i = 0; i < (int) G_N_ELEMENTS (heads); i++)
    put (self, i + 1, 0, heads[i], "stats-head");
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      const PltMeasure *measure = &stats->effects[effects[i].effect];
      GtkWidget *swatch;

      if (measure->n == 0 && i >= 4) /* the four of every film stand even when empty */
        continue;
      swatch = plt_effect_swatch_new ("", "");
      plt_effect_swatch_set_class (PLT_EFFECT_SWATCH (swatch), effects[i].effect, effects[i].code);
      gtk_grid_attach (GTK_GRID (self->table), swatch, 0, y, 1, 1);
      put_measure (self, y++, _ (effects[i].title), measure, &stats->total,
                   measure->n == 0 ? "dim-label" : NULL);
    }
  put_measure (self, y, _ ("Total"), &stats->total, &stats->total, "stats-total");
}

/* ---- the other figures ---- */

static void
add_figure (PltStatsPage *self, const char *title, const char *figure, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const texts[] = { title, figure, detail };
  const char *const classes[] = { "sheet-label", "tile-figure", "dim-label" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, classes[i]);
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_flow_box_append (GTK_FLOW_BOX (self->figures), box);
}

static void
fill_figures (PltStatsPage *self, const PltBreakdownStats *stats)
{
  g_autofree char *night = share_text (stats->night.eighths, stats->total.eighths);
  g_autofree char *night_pages = plt_eighths_format (stats->night.eighths);
  g_autofree char *night_text = g_strdup_printf (_ ("%s pages"), night_pages);
  g_autofree char *outside = share_text (stats->outside.eighths, stats->total.eighths);
  g_autofree char *outside_pages = plt_eighths_format (stats->outside.eighths);
  g_autofree char *outside_text = g_strdup_printf (_ ("%s pages"), outside_pages);
  g_autofree char *sets = g_strdup_printf ("%u", stats->n_sets);
  g_autofree char *sub_sets = g_strdup_printf (
      ngettext ("%u part of a set", "%u parts of sets", stats->n_sub_sets), stats->n_sub_sets);
  g_autofree char *roles = g_strdup_printf ("%u", stats->n_roles);
  g_autofree char *untimed
      = g_strdup_printf (ngettext ("%u sequence without a timing", "%u sequences without a timing",
                                   stats->total.n_untimed),
                         stats->total.n_untimed);
  g_autofree char *length = plt_seconds_format (stats->total.seconds);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->figures)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->figures), child);
  add_figure (self, _ ("Screen time"), length,
              stats->total.n_untimed > 0 ? untimed : _ ("all sequences are timed"));
  add_figure (self, _ ("Night"), night, night_text);
  add_figure (self, _ ("Outdoors"), outside, outside_text);
  add_figure (self, _ ("Sets"), sets, sub_sets);
  add_figure (self, _ ("Roles"), roles, "");
  for (child = gtk_widget_get_first_child (self->figures); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
}

void
plt_stats_page_refresh (PltStatsPage *self)
{
  PltBreakdownStats stats;
  gboolean first;

  g_return_if_fail (PLT_IS_STATS_PAGE (self));

  plt_breakdown_stats (plt_session_get_facts (self->session), &stats);
  fill_table (self, &stats);
  fill_figures (self, &stats);
  first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->matrix)) == 0;
  plt_role_matrix_refresh (self->matrix);
  if (first && plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->matrix)) > 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), 0, 0);
}

static void
on_activated (PltGrid *grid, guint row, guint column, PltStatsPage *self)
{
  PltRef ref = plt_role_matrix_get_ref (self->matrix, row, column);

  if (ref.table != NULL)
    plt_session_open_ref (self->session, ref);
}

static void
update_dark (PltStatsPage *self)
{
  plt_grid_set_dark (PLT_GRID (self->grid), plt_style_is_dark ());
}

GtkWidget *
plt_stats_page_new (PltSession *session)
{
  PltStatsPage *self = g_object_new (PLT_TYPE_STATS_PAGE, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *title = gtk_label_new (_ ("Roles by sequence"));

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->matrix = plt_role_matrix_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->matrix));
  plt_a11y_set_name (self->grid, _ ("Roles by sequence"));
  g_signal_connect_object (self->grid, "cell-activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (update_dark), self, G_CONNECT_SWAPPED);
  update_dark (self);
  gtk_widget_add_css_class (head, "sheet-content");
  gtk_box_append (GTK_BOX (head), self->figures);
  gtk_box_append (GTK_BOX (head), self->table);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "group-heading");
  gtk_widget_add_css_class (title, "stats-title");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), scroller);
  return GTK_WIDGET (self);
}

static void
plt_stats_page_dispose (GObject *object)
{
  PltStatsPage *self = PLT_STATS_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->matrix);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_stats_page_parent_class)->dispose (object);
}

static void
plt_stats_page_class_init (PltStatsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_stats_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-stats-page");
}

static void
plt_stats_page_init (PltStatsPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->table = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->table), 16);
  gtk_grid_set_row_spacing (GTK_GRID (self->table), 4);
  self->figures = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->figures), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->figures), 3);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->figures), 5);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->figures), 16);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->figures), 8);
  gtk_widget_set_hexpand (self->figures, TRUE);
  gtk_widget_set_valign (self->figures, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

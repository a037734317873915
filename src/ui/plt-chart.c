#include "plt-chart.h"

#include "plt-fonts.h"
#include "plt-grid-colors.h"
#include "plt-painters.h"

struct _PltChart
{
  GtkWidget parent_instance;

  char *painter;
  PltDocument *document; /* which owns the drawing */
  PltDrawing *drawing;
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (PltChart, plt_chart, GTK_TYPE_WIDGET)

GtkWidget *
plt_chart_new (const char *painter)
{
  PltChart *self = g_object_new (PLT_TYPE_CHART, NULL);

  self->painter = g_strdup (painter);
  plt_chart_clear (self, "");
  return GTK_WIDGET (self);
}

void
plt_chart_clear (PltChart *self, const char *alternative)
{
  const PltDocInfo info = { .title = "", .production = "" };

  g_return_if_fail (PLT_IS_CHART (self));

  g_clear_pointer (&self->document, plt_document_free);
  self->document = plt_document_new (&info);
  self->drawing = plt_document_drawing (self->document, self->painter, 0, 100, alternative);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, alternative,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_chart_add (PltChart *self, const char *text, gint64 a, gint64 b)
{
  g_return_if_fail (PLT_IS_CHART (self));

  plt_drawing_add (self->drawing, text, NULL, a, b, 0, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_chart_set_dark (PltChart *self, gboolean dark)
{
  g_return_if_fail (PLT_IS_CHART (self));

  self->dark = dark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Painters think in points of paper; the window's text is a little larger. */
#define SCALE 1.4

static void
plt_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltChart *self = PLT_CHART (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  PltPalette palette = plt_palette_with_effects (self->dark ? PLT_PALETTE_DARK : PLT_PALETTE_LIGHT,
                                                 plt_grid_effects_for (widget));

  cairo_scale (cr, SCALE, SCALE);
  plt_drawing_paint (self->drawing, cr, width / SCALE, height / SCALE, &palette, plt_fonts_get ());
  cairo_destroy (cr);
}

static void
plt_chart_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 80;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 180;
}

static void
plt_chart_finalize (GObject *object)
{
  PltChart *self = PLT_CHART (object);

  plt_document_free (self->document);
  g_free (self->painter);

  G_OBJECT_CLASS (plt_chart_parent_class)->finalize (object);
}

static void
plt_chart_class_init (PltChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plt_chart_finalize;
  widget_class->snapshot = plt_chart_snapshot;
  widget_class->measure = plt_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "plt-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plt_chart_init (PltChart *self)
{
}

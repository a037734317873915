#include "plt-share-bar.h"

#include "plt-grid-colors.h"
#include "plt-style-manager.h"

#define HEIGHT 10

struct _PltShareBar
{
  GtkWidget parent_instance;

  double shares[PLT_SHARE_BAR_MAX_PARTS]; /* of the width */
  guint n_parts;
  double mark;                                /* of the width, 1 when the whole is the end */
  PltGridFill fills[PLT_SHARE_BAR_MAX_PARTS]; /* PLT_GRID_FILL_NONE: the accent */
  gboolean hatched;
};

G_DEFINE_FINAL_TYPE (PltShareBar, plt_share_bar, GTK_TYPE_WIDGET)

/* The accent of the desk, paler from part to part; ink of the mark; outline of what is missing. */
static const GdkRGBA accents[2] = { { 0.122f, 0.435f, 0.545f, 1 }, { 0.427f, 0.718f, 0.812f, 1 } };
static const GdkRGBA outlines[2] = { { 0.78f, 0.77f, 0.75f, 1 }, { 0.30f, 0.32f, 0.35f, 1 } };
static const GdkRGBA inks[2] = { { 0.122f, 0.137f, 0.157f, 1 }, { 0.902f, 0.894f, 0.878f, 1 } };
static const float alphas[PLT_SHARE_BAR_MAX_PARTS] = { 1.0f, 0.66f, 0.40f, 0.22f };

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double width, int height)
{
  if (width > 0)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height));
}

/* Oblique lines between two places. */
static void
hatch (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double width, int height)
{
  cairo_t *cr;

  if (width < 2)
    return;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height));
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  for (double at = x - height; at < x + width; at += 6)
    {
      cairo_move_to (cr, at, height);
      cairo_line_to (cr, at + height, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
plt_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltShareBar *self = PLT_SHARE_BAR (widget);
  const int dark = plt_style_is_dark () ? 1 : 0;
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  double x = 0;

  /* What is missing is an outline: the palest part must not be taken for it. */
  gtk_snapshot_append_border (
      snapshot, &GSK_ROUNDED_RECT_INIT (0, 0, (float) width, (float) height),
      (float[4]){ 1, 1, 1, 1 },
      (GdkRGBA[4]){ outlines[dark], outlines[dark], outlines[dark], outlines[dark] });
  for (guint i = 0; i < self->n_parts; i++)
    {
      GdkRGBA color = accents[dark];
      double part = self->shares[i] * width;

      if (self->fills[i] != PLT_GRID_FILL_NONE)
        color = plt_grid_colors_get (dark)->fills[self->fills[i]].background;
      else
        color.alpha = alphas[i];
      fill (snapshot, &color, x, part - (i + 1 < self->n_parts && part > 2 ? 1 : 0), height);
      x += part;
    }
  if (self->hatched)
    hatch (snapshot, &plt_grid_colors_get (dark)->strong, x, self->mark * width - x, height);
  if (self->mark < 1)
    fill (snapshot, &inks[dark], self->mark * width - 1, 2, height);
}

static void
plt_share_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  const gboolean swatch = gtk_widget_has_css_class (widget, "swatch");

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : swatch ? 14 : 40;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : swatch ? 14 : 120;
}

void
plt_share_bar_set (
    PltShareBar *self, const gint64 *parts, guint n_parts, gint64 whole, const char *alternative)
{
  double sum = 0, scale;

  g_return_if_fail (PLT_IS_SHARE_BAR (self) && n_parts <= PLT_SHARE_BAR_MAX_PARTS);

  for (guint i = 0; i < n_parts; i++)
    sum += (double) MAX (parts[i], 0);
  scale = MAX (sum, (double) MAX (whole, 0));
  self->n_parts = n_parts;
  for (guint i = 0; i < n_parts; i++)
    self->shares[i] = scale > 0 ? (double) MAX (parts[i], 0) / scale : 0;
  self->mark = scale > 0 && whole > 0 ? (double) whole / scale : 1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, alternative,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), alternative);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_share_bar_set_fills (PltShareBar *self, const PltGridFill *fills, guint n_fills)
{
  g_return_if_fail (PLT_IS_SHARE_BAR (self) && n_fills <= PLT_SHARE_BAR_MAX_PARTS);

  for (guint i = 0; i < PLT_SHARE_BAR_MAX_PARTS; i++)
    self->fills[i] = i < n_fills ? fills[i] : PLT_GRID_FILL_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_share_bar_set_hatched (PltShareBar *self, gboolean hatched)
{
  g_return_if_fail (PLT_IS_SHARE_BAR (self));

  self->hatched = hatched;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
plt_share_bar_new (void)
{
  return g_object_new (PLT_TYPE_SHARE_BAR, NULL);
}

static void
plt_share_bar_class_init (PltShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = plt_share_bar_snapshot;
  widget_class->measure = plt_share_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "plt-share-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plt_share_bar_init (PltShareBar *self)
{
  self->mark = 1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

#include "plt-effect-swatch.h"

#include "plt-grid-colors.h"
#include "plt-style-manager.h"

#define WIDTH 40
#define HEIGHT 18

struct _PltEffectSwatch
{
  GtkWidget parent_instance;

  PltEffectClass effect;
  char *text;
  gboolean own;
  GdkRGBA own_fill, own_text; /* when own */
};

G_DEFINE_FINAL_TYPE (PltEffectSwatch, plt_effect_swatch, GTK_TYPE_WIDGET)

PltGridFill
plt_effect_fill (PltEffectClass effect)
{
  switch (effect)
    {
    case PLT_EFFECT_INT_DAY:
      return PLT_GRID_FILL_INT_DAY;
    case PLT_EFFECT_EXT_DAY:
      return PLT_GRID_FILL_EXT_DAY;
    case PLT_EFFECT_INT_NIGHT:
      return PLT_GRID_FILL_INT_NIGHT;
    case PLT_EFFECT_EXT_NIGHT:
      return PLT_GRID_FILL_EXT_NIGHT;
    case PLT_EFFECT_DAWN:
      return PLT_GRID_FILL_DAWN;
    case PLT_EFFECT_DUSK:
      return PLT_GRID_FILL_DUSK;
    case PLT_EFFECT_NONE:
    default:
      return PLT_GRID_FILL_NONE;
    }
}

void
plt_effect_swatch_set_class (PltEffectSwatch *self, PltEffectClass effect, const char *text)
{
  g_return_if_fail (PLT_IS_EFFECT_SWATCH (self) && text != NULL);

  if (self->effect == effect && g_strcmp0 (self->text, text) == 0)
    return;
  self->effect = effect;
  g_free (self->text);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkRGBA
rgba (guint32 color)
{
  return (GdkRGBA){ (float) (color >> 16 & 0xff) / 255.0f, (float) (color >> 8 & 0xff) / 255.0f,
                    (float) (color & 0xff) / 255.0f, 1.0f };
}

void
plt_effect_swatch_set_pair (PltEffectSwatch *self, const PltEffectPair *pair)
{
  g_return_if_fail (PLT_IS_EFFECT_SWATCH (self));

  self->own = pair != NULL;
  if (pair != NULL)
    {
      self->own_fill = rgba (pair->fill);
      self->own_text = rgba (pair->ink);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_effect_swatch_set (PltEffectSwatch *self, const char *int_ext, const char *effect)
{
  plt_effect_swatch_set_class (self, plt_effect_class (int_ext, effect),
                               plt_effect_code (int_ext, effect));
}

GtkWidget *
plt_effect_swatch_new (const char *int_ext, const char *effect)
{
  PltEffectSwatch *self = g_object_new (PLT_TYPE_EFFECT_SWATCH, NULL);

  plt_effect_swatch_set (self, int_ext, effect);
  return GTK_WIDGET (self);
}

static void
plt_effect_swatch_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
plt_effect_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltEffectSwatch *self = PLT_EFFECT_SWATCH (widget);
  const PltGridColors *colors = plt_grid_colors_for (widget, plt_style_is_dark ());
  PltGridFill fill = plt_effect_fill (self->effect);
  const GdkRGBA *text = self->own                    ? &self->own_text
                        : fill != PLT_GRID_FILL_NONE ? &colors->fills[fill].text
                                                     : &colors->text;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, self->text);
  GskRoundedRect outline;
  int text_width, text_height;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), 2);
  if (fill != PLT_GRID_FILL_NONE)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (
          snapshot, self->own ? &self->own_fill : &colors->fills[fill].background, &outline.bounds);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_append_border (
      snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
      (GdkRGBA[4]){ colors->strong, colors->strong, colors->strong, colors->strong });
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((width - text_width) / 2),
                                                          (float) ((height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, text);
}

static void
plt_effect_swatch_finalize (GObject *object)
{
  g_free (PLT_EFFECT_SWATCH (object)->text);

  G_OBJECT_CLASS (plt_effect_swatch_parent_class)->finalize (object);
}

static void
plt_effect_swatch_class_init (PltEffectSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plt_effect_swatch_finalize;
  widget_class->measure = plt_effect_swatch_measure;
  widget_class->snapshot = plt_effect_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plt-effect");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plt_effect_swatch_init (PltEffectSwatch *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

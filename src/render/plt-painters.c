#include "plt-painters-private.h"

#include <math.h>
#include <string.h>

#include "plt-fonts.h"
#include "plt-number.h"

static const struct
{
  const char *name;
  PltPainterFunc paint;
} painters[] = {
  { "chart.bars", plt_painter_bars },   { "chart.courses", plt_painter_courses },
  { "chart.gantt", plt_painter_gantt }, { "chart.ranks", plt_painter_ranks },
  { "chart.share", plt_painter_share }, { "chart.treasury", plt_painter_treasury },
  { "code.qr", plt_painter_qr },
};

/**
 * plt_painter_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): names a drawing may use
 */
const char *const *
plt_painter_names (void)
{
  static const char *names[G_N_ELEMENTS (painters) + 1];
  static gsize ready = 0;
  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (painters); i++)
        names[i] = painters[i].name;
      g_once_init_leave (&ready, 1);
    }
  return names;
}

const PltDrawingRow *
plt_canvas_row (const PltCanvas *canvas, guint i)
{
  return g_ptr_array_index (canvas->drawing->rows, i);
}

guint
plt_canvas_get_n_rows (const PltCanvas *canvas)
{
  return canvas->drawing->rows->len;
}

gint64
plt_canvas_amount (const PltCanvas *canvas, guint row, guint number)
{
  return CLAMP (plt_canvas_row (canvas, row)->n[number], -PLT_CHART_MOST, PLT_CHART_MOST);
}

double
plt_canvas_label (const PltCanvas *canvas,
                  const PltFont *font,
                  PltColor color,
                  const char *text,
                  PltAnchor anchor)
{
  return plt_typesetter_label (canvas->type, canvas->cr, font, color, text, anchor);
}

void
plt_canvas_level (
    const PltCanvas *canvas, PltColor color, double width, double from, double to, double y)
{
  plt_cairo_set_color (canvas->cr, color);
  cairo_set_line_width (canvas->cr, width);
  cairo_move_to (canvas->cr, from, y);
  cairo_line_to (canvas->cr, to, y);
  cairo_stroke (canvas->cr);
}

static void
draw_message (const PltCanvas *canvas, const char *text)
{
  PltTextSpan span = { text, (int) strlen (text), NULL, canvas->text };
  double line = plt_font_get_natural_line (canvas->text);
  PltTextPlace place = { .x = 6,
                         .y = 6,
                         .width = MAX (canvas->width - 12, 1),
                         .line = line,
                         .n_lines = (guint) MAX ((canvas->height - 12) / line, 1),
                         .ellipsize = TRUE };
  plt_cairo_set_color (canvas->cr, canvas->palette->hairline);
  cairo_set_line_width (canvas->cr, 0.4);
  cairo_rectangle (canvas->cr, 0.2, 0.2, canvas->width - 0.4, canvas->height - 0.4);
  cairo_stroke (canvas->cr);
  plt_typesetter_draw (canvas->type, canvas->cr, &span, canvas->palette->muted, &place);
}

void
plt_canvas_nothing (const PltCanvas *canvas)
{
  draw_message (canvas, "Rien à représenter pour le moment.");
}

char *
plt_canvas_euros (gint64 cents)
{
  gint64 euros;
  if (!plt_number_mul_div (cents, 1, 100, PLT_ROUND_HALF_UP, &euros))
    euros = 0;
  g_autofree char *number = plt_number_format (euros, 0, 0);
  return g_strconcat (number, PLT_NNBSP "€", NULL);
}

/* ---- the axis of amounts ---- */

static gint64
round_step (gint64 raw)
{
  gint64 step = 100; /* a euro */
  for (;;)
    {
      if (step >= raw)
        return step;
      if (step * 2 >= raw)
        return step * 2;
      if (step * 5 >= raw)
        return step * 5;
      step *= 10;
    }
}

static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 rest = value % step;
  return rest < 0 ? value - rest - step : value - rest;
}

PltScale
plt_scale_new (gint64 least, gint64 most, double top, double bottom, guint most_steps)
{
  PltScale scale = { .top = top, .bottom = bottom };
  least = MIN (least, 0);
  most = MAX (most, 0);
  scale.step = round_step ((most - least) / MAX ((gint64) most_steps, 1) + 1);
  scale.low = floor_to (least, scale.step);
  scale.high = -floor_to (-most, scale.step);
  if (scale.high == scale.low)
    scale.high += scale.step;
  return scale;
}

double
plt_scale_y (const PltScale *scale, gint64 amount)
{
  double part = (double) (amount - scale->low) / (double) (scale->high - scale->low);
  return scale->bottom - part * (scale->bottom - scale->top);
}

double
plt_scale_gutter (const PltCanvas *canvas, const PltScale *scale)
{
  g_autofree char *low = plt_canvas_euros (scale->low);
  g_autofree char *high = plt_canvas_euros (scale->high);
  return fmax (plt_typesetter_width (canvas->type, canvas->small, low),
               plt_typesetter_width (canvas->type, canvas->small, high))
         + 6;
}

void
plt_scale_draw (const PltCanvas *canvas, const PltScale *scale, double left)
{
  double half = plt_font_get_natural_line (canvas->small) / 2;
  for (gint64 amount = scale->low; amount <= scale->high; amount += scale->step)
    {
      double y = plt_scale_y (scale, amount);
      g_autofree char *text = plt_canvas_euros (amount);
      plt_canvas_label (canvas, canvas->small, canvas->palette->muted, text,
                        (PltAnchor){ left - 4, y - half, PLT_ALIGN_END });
      plt_canvas_level (canvas, amount == 0 ? canvas->palette->text : canvas->palette->grid,
                        amount == 0 ? 0.9 : 0.4, left, canvas->width, y);
    }
}

void
plt_canvas_periods (const PltCanvas *canvas, double left, double slot, double y)
{
  double free_from = -1;
  for (guint i = 0; i < plt_canvas_get_n_rows (canvas); i++)
    {
      const char *text = plt_canvas_row (canvas, i)->text_a;
      double width = plt_typesetter_width (canvas->type, canvas->small, text);
      double x = left + (i + 0.5) * slot;
      x = MIN (x, canvas->width - width / 2);
      if (x - width / 2 < free_from)
        continue;
      plt_canvas_label (canvas, canvas->small, canvas->palette->text, text,
                        (PltAnchor){ x, y, PLT_ALIGN_CENTER });
      free_from = x + width / 2 + 4;
    }
}

/* ---- entry ---- */

static PltPainterFunc
find_painter (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (painters); i++)
    if (strcmp (painters[i].name, name) == 0)
      return painters[i].paint;
  return NULL;
}

static const PltFont *
face (PltTypesetter *type, double size, PangoWeight weight)
{
  const PltFontSpec spec = { PLT_FACE_SANS, size, weight, FALSE };
  return plt_typesetter_font (type, &spec);
}

/**
 * plt_drawing_paint:
 * @cr: origin at the upper left corner of the drawing, a unit is a point
 * @width: points; nothing is drawn outside
 * @height: points
 * @fonts: (nullable): a PangoCairo map of this thread, %NULL for plt_fonts_get()
 *
 * Returns: %FALSE when no painter has the drawing's name; the alternative text is drawn then
 */
gboolean
plt_drawing_paint (const PltDrawing *drawing,
                   cairo_t *cr,
                   double width,
                   double height,
                   const PltPalette *palette,
                   PangoFontMap *fonts)
{
  g_return_val_if_fail (drawing != NULL && cr != NULL && palette != NULL, FALSE);
  if (!(width > 0) || !(height > 0))
    return find_painter (drawing->painter) != NULL;

  g_autoptr (PltTypesetter) type = plt_typesetter_new (fonts != NULL ? fonts : plt_fonts_get ());
  PltCanvas canvas = { .drawing = drawing,
                       .cr = cr,
                       .width = width,
                       .height = height,
                       .palette = palette,
                       .type = type,
                       .text = face (type, 7.5, PANGO_WEIGHT_NORMAL),
                       .strong = face (type, 7.5, PANGO_WEIGHT_SEMIBOLD),
                       .small = face (type, 6.5, PANGO_WEIGHT_NORMAL) };
  PltPainterFunc paint = find_painter (drawing->painter);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (paint != NULL)
    paint (&canvas);
  else
    draw_message (&canvas, drawing->alternative);
  cairo_restore (cr);
  return paint != NULL;
}

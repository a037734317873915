/* "chart.bars": what comes in and what goes out, side by side. */
#include "plt-painters-private.h"

#define HEAD 16.0 /* key */
#define FOOT 13.0 /* periods */
#define MAX_STEPS 5
#define IN 1  /* light */
#define OUT 0 /* dark */

static void
bar (const PltCanvas *canvas, guint series, double x, double y, double width, double height)
{
  cairo_rectangle (canvas->cr, x, y, width, height);
  plt_cairo_set_color (canvas->cr, canvas->palette->series[series]);
  cairo_fill_preserve (canvas->cr);
  plt_cairo_set_color (canvas->cr, canvas->palette->text);
  cairo_set_line_width (canvas->cr, 0.35);
  cairo_stroke (canvas->cr);
}

static const char *
series_name (const PltCanvas *canvas, guint i)
{
  static const char *const usual[] = { "Encaissements", "Décaissements" };
  if (i < plt_canvas_get_n_rows (canvas) && plt_canvas_row (canvas, i)->text_b[0] != '\0')
    return plt_canvas_row (canvas, i)->text_b;
  return usual[i];
}

static void
draw_key (const PltCanvas *canvas, double left)
{
  const guint series[] = { IN, OUT };
  double line = plt_font_get_natural_line (canvas->text);
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      bar (canvas, series[i], left, 3.5, 8, line - 3);
      left += 12;
      left += plt_canvas_label (canvas, canvas->text, canvas->palette->text,
                                series_name (canvas, i), (PltAnchor){ left, 2, PLT_ALIGN_START })
              + 14;
    }
}

void
plt_painter_bars (const PltCanvas *canvas)
{
  guint n = plt_canvas_get_n_rows (canvas);
  if (n == 0)
    {
      plt_canvas_nothing (canvas);
      return;
    }

  gint64 least = 0;
  gint64 most = 0;
  for (guint i = 0; i < n; i++)
    for (guint number = 0; number < 2; number++)
      {
        gint64 amount = plt_canvas_amount (canvas, i, number);
        least = MIN (least, amount);
        most = MAX (most, amount);
      }
  double bottom = MAX (canvas->height - FOOT, HEAD + 8);
  PltScale scale = plt_scale_new (least, most, HEAD + 4, bottom, MAX_STEPS);
  double left = plt_scale_gutter (canvas, &scale);
  double slot = MAX (canvas->width - left, 1) / n;
  double width = CLAMP (slot * 0.36, 0.6, 24);
  double zero = plt_scale_y (&scale, 0);

  plt_scale_draw (canvas, &scale, left);
  for (guint i = 0; i < n; i++)
    {
      double middle = left + (i + 0.5) * slot;
      double in = plt_scale_y (&scale, plt_canvas_amount (canvas, i, 0));
      double out = plt_scale_y (&scale, plt_canvas_amount (canvas, i, 1));
      if (in < zero || in > zero)
        bar (canvas, IN, middle - width, MIN (in, zero), width, MAX (in, zero) - MIN (in, zero));
      if (out < zero || out > zero)
        bar (canvas, OUT, middle, MIN (out, zero), width, MAX (out, zero) - MIN (out, zero));
    }
  plt_canvas_periods (canvas, left, slot, canvas->height - FOOT + 3);
  draw_key (canvas, left);
}

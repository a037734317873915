/* "chart.line": the course of a balance, with its lowest point. */
#include "plt-painters-private.h"

#include <math.h>

#define HEAD 16.0 /* key */
#define FOOT 13.0 /* periods */
#define MAX_STEPS 5
#define HATCH 3.0
#define POINT 2.6

typedef struct
{
  const PltCanvas *canvas;
  PltScale scale;
  double left;
  double slot; /* width of a period */
  guint n;
  guint lowest;
} Chart;

static double
x_of (const Chart *chart, guint i)
{
  return chart->left + (i + 0.5) * chart->slot;
}

static double
y_of (const Chart *chart, guint i)
{
  return plt_scale_y (&chart->scale, plt_canvas_amount (chart->canvas, i, 1));
}

static void
trace (const Chart *chart)
{
  cairo_t *cr = chart->canvas->cr;
  cairo_new_path (cr);
  for (guint i = 0; i < chart->n; i++)
    cairo_line_to (cr, x_of (chart, i), y_of (chart, i));
}

/* Hatches what lies between the line and zero, below zero. */
static void
hatch_below_zero (const Chart *chart)
{
  const PltCanvas *canvas = chart->canvas;
  cairo_t *cr = canvas->cr;
  double zero = plt_scale_y (&chart->scale, 0);
  double depth = chart->scale.bottom - zero;
  if (depth < 1)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, chart->left, zero, canvas->width - chart->left, depth);
  cairo_clip (cr);
  trace (chart);
  cairo_line_to (cr, x_of (chart, chart->n - 1), zero);
  cairo_line_to (cr, x_of (chart, 0), zero);
  cairo_close_path (cr);
  cairo_clip (cr);
  plt_cairo_set_color (cr, canvas->palette->muted);
  cairo_set_line_width (cr, 0.35);
  for (double x = chart->left - depth; x < canvas->width; x += HATCH)
    {
      cairo_move_to (cr, x, zero + depth);
      cairo_line_to (cr, x + depth, zero);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_movements (const Chart *chart)
{
  const PltCanvas *canvas = chart->canvas;
  double zero = plt_scale_y (&chart->scale, 0);
  double width = CLAMP (chart->slot * 0.34, 0.8, 14);
  for (guint i = 0; i < chart->n; i++)
    {
      double y = plt_scale_y (&chart->scale, plt_canvas_amount (canvas, i, 0));
      if (fabs (y - zero) < 0.2)
        continue;
      cairo_rectangle (canvas->cr, x_of (chart, i) - width / 2, MIN (y, zero), width,
                       fabs (y - zero));
      plt_cairo_set_color (canvas->cr, canvas->palette->series[PLT_N_SERIES - 1]);
      cairo_fill_preserve (canvas->cr);
      plt_cairo_set_color (canvas->cr, canvas->palette->rule);
      cairo_set_line_width (canvas->cr, 0.3);
      cairo_stroke (canvas->cr);
    }
}

static void
draw_course (const Chart *chart)
{
  cairo_t *cr = chart->canvas->cr;
  trace (chart);
  plt_cairo_set_color (cr, chart->canvas->palette->text);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  double radius = CLAMP (chart->slot * 0.12, 0.8, 1.6);
  for (guint i = 0; i < chart->n; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x_of (chart, i), y_of (chart, i), radius, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

/* The lowest point, named and dated, on a ground that keeps it readable. */
static void
name_lowest (const Chart *chart)
{
  const PltCanvas *canvas = chart->canvas;
  cairo_t *cr = canvas->cr;
  double x = x_of (chart, chart->lowest);
  double y = y_of (chart, chart->lowest);
  g_autofree char *amount = plt_canvas_euros (plt_canvas_amount (canvas, chart->lowest, 1));
  g_autofree char *text = g_strdup_printf ("Point bas : %s · %s", amount,
                                           plt_canvas_row (canvas, chart->lowest)->text_a);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, POINT, 0, 2 * G_PI);
  plt_cairo_set_color (cr, canvas->palette->surface);
  cairo_fill_preserve (cr);
  plt_cairo_set_color (cr, canvas->palette->text);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);

  double width = plt_typesetter_width (canvas->type, canvas->strong, text);
  double line = plt_font_get_natural_line (canvas->strong);
  double left = x + POINT + 4;
  if (left + width + 3 > canvas->width)
    left = MAX (x - POINT - 4 - width, chart->left + 2);
  double top = y + POINT + 2;
  if (top + line > chart->scale.bottom)
    top = y - POINT - line - 2;
  cairo_rectangle (cr, left - 2, top - 0.5, width + 4, line + 1);
  plt_cairo_set_color (cr, canvas->palette->surface);
  cairo_fill (cr);
  plt_canvas_label (canvas, canvas->strong, canvas->palette->text, text,
                    (PltAnchor){ left, top, PLT_ALIGN_START });
}

static void
draw_key (const Chart *chart)
{
  const PltCanvas *canvas = chart->canvas;
  double line = plt_font_get_natural_line (canvas->text);
  double x = chart->left;
  double y = 2;
  plt_canvas_level (canvas, canvas->palette->text, 1.4, x, x + 14, y + line / 2);
  x += 18;
  x += plt_canvas_label (canvas, canvas->text, canvas->palette->text, "Solde cumulé",
                         (PltAnchor){ x, y, PLT_ALIGN_START });
  x += 14;
  cairo_rectangle (canvas->cr, x, y + 1.5, 6, line - 3);
  plt_cairo_set_color (canvas->cr, canvas->palette->series[PLT_N_SERIES - 1]);
  cairo_fill_preserve (canvas->cr);
  plt_cairo_set_color (canvas->cr, canvas->palette->rule);
  cairo_set_line_width (canvas->cr, 0.3);
  cairo_stroke (canvas->cr);
  plt_canvas_label (canvas, canvas->text, canvas->palette->text, "Solde de la période",
                    (PltAnchor){ x + 10, y, PLT_ALIGN_START });
}

void
plt_painter_line (const PltCanvas *canvas)
{
  Chart chart = { .canvas = canvas, .n = plt_canvas_get_n_rows (canvas) };
  if (chart.n == 0)
    {
      plt_canvas_nothing (canvas);
      return;
    }

  gint64 least = 0;
  gint64 most = 0;
  for (guint i = 0; i < chart.n; i++)
    {
      for (guint number = 0; number < 2; number++)
        {
          gint64 amount = plt_canvas_amount (canvas, i, number);
          least = MIN (least, amount);
          most = MAX (most, amount);
        }
      if (plt_canvas_amount (canvas, i, 1) < plt_canvas_amount (canvas, chart.lowest, 1))
        chart.lowest = i;
    }
  double bottom = MAX (canvas->height - FOOT, HEAD + 8);
  chart.scale = plt_scale_new (least, most, HEAD + 4, bottom, MAX_STEPS);
  chart.left = plt_scale_gutter (canvas, &chart.scale);
  chart.slot = MAX (canvas->width - chart.left, 1) / chart.n;

  plt_scale_draw (canvas, &chart.scale, chart.left);
  hatch_below_zero (&chart);
  draw_movements (&chart);
  draw_course (&chart);
  plt_canvas_periods (canvas, chart.left, chart.slot, canvas->height - FOOT + 3);
  draw_key (&chart);
  name_lowest (&chart);
}

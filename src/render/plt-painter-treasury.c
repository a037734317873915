/* "chart.treasury": the course of the cash, what comes in and goes out, and how far it may go down.
 */
#include "plt-painters-private.h"

#include <math.h>
#include <string.h>

#define HEAD 16.0 /* key */
#define FOOT 13.0 /* periods */
#define MAX_STEPS 6
#define HATCH 3.0
#define POINT 2.6

enum
{
  IN,
  OUT,
  BALANCE,
  LOWEST
};

typedef struct
{
  const PltCanvas *canvas;
  PltScale scale;
  double left, slot;
  guint n; /* periods: levels stand after them */
} Chart;

static gboolean
is_period (const PltCanvas *canvas, guint row)
{
  const char *text = plt_canvas_row (canvas, row)->text_a;

  return text != NULL && *text != '\0';
}

static double
x_of (const Chart *chart, guint i)
{
  return chart->left + (i + 0.5) * chart->slot;
}

static double
y_of (const Chart *chart, guint i, guint number)
{
  return plt_scale_y (&chart->scale, plt_canvas_amount (chart->canvas, i, number));
}

static void
bar (const Chart *chart, guint i, double from, double to, guint series)
{
  cairo_t *cr = chart->canvas->cr;
  double width = CLAMP (chart->slot * 0.62, 0.8, 18);

  if (fabs (to - from) < 0.2)
    return;
  cairo_rectangle (cr, x_of (chart, i) - width / 2, MIN (from, to), width, fabs (to - from));
  plt_cairo_set_color (cr, chart->canvas->palette->series[series]);
  cairo_fill_preserve (cr);
  plt_cairo_set_color (cr, chart->canvas->palette->rule);
  cairo_set_line_width (cr, 0.3);
  cairo_stroke (cr);
}

#define IN_SERIES 1
#define OUT_SERIES 3

static void
draw_bars (const Chart *chart)
{
  double zero = plt_scale_y (&chart->scale, 0);

  for (guint i = 0; i < chart->n; i++)
    {
      bar (chart, i, zero, y_of (chart, i, IN), IN_SERIES);
      bar (chart, i, zero, plt_scale_y (&chart->scale, -plt_canvas_amount (chart->canvas, i, OUT)),
           OUT_SERIES);
    }
}

static void
trace (const Chart *chart)
{
  cairo_new_path (chart->canvas->cr);
  for (guint i = 0; i < chart->n; i++)
    cairo_line_to (chart->canvas->cr, x_of (chart, i), y_of (chart, i, BALANCE));
}

/* Hatches what lies between the course and zero, below zero. */
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
draw_course (const Chart *chart)
{
  cairo_t *cr = chart->canvas->cr;

  trace (chart);
  plt_cairo_set_color (cr, chart->canvas->palette->text);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* A dashed line with its name above it, at the right. */
static void
draw_level (const Chart *chart, guint row)
{
  static const double dashes[] = { 4, 2.5 };
  const PltCanvas *canvas = chart->canvas;
  double y = plt_scale_y (&chart->scale, plt_canvas_amount (canvas, row, BALANCE));
  double line = plt_font_get_natural_line (canvas->small);

  cairo_save (canvas->cr);
  cairo_set_dash (canvas->cr, dashes, G_N_ELEMENTS (dashes), 0);
  plt_canvas_level (canvas, canvas->palette->text, 0.8, chart->left, canvas->width, y);
  cairo_restore (canvas->cr);
  plt_canvas_label (canvas, canvas->small, canvas->palette->text,
                    plt_canvas_row (canvas, row)->text_b,
                    (PltAnchor){ canvas->width - 2, y - line - 1, PLT_ALIGN_END });
}

/* The lowest point, named and dated, on a ground that keeps it readable. */
static void
name_lowest (const Chart *chart, guint row)
{
  const PltCanvas *canvas = chart->canvas;
  const char *text = plt_canvas_row (canvas, row)->text_b;
  cairo_t *cr = canvas->cr;
  double x = x_of (chart, row), y = y_of (chart, row, LOWEST);
  double width = plt_typesetter_width (canvas->type, canvas->strong, text);
  double line = plt_font_get_natural_line (canvas->strong);
  double left = x + POINT + 4, top = y + POINT + 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, POINT, 0, 2 * G_PI);
  plt_cairo_set_color (cr, canvas->palette->surface);
  cairo_fill_preserve (cr);
  plt_cairo_set_color (cr, canvas->palette->text);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  if (left + width + 3 > canvas->width)
    left = MAX (x - POINT - 4 - width, chart->left + 2);
  if (top + line > chart->scale.bottom)
    top = y - POINT - line - 2;
  cairo_rectangle (cr, left - 2, top - 0.5, width + 4, line + 1);
  plt_cairo_set_color (cr, canvas->palette->surface);
  cairo_fill (cr);
  plt_canvas_label (canvas, canvas->strong, canvas->palette->text, text,
                    (PltAnchor){ left, top, PLT_ALIGN_START });
}

static double
key_box (const PltCanvas *canvas, guint series, const char *text, double x)
{
  double line = plt_font_get_natural_line (canvas->text);

  cairo_rectangle (canvas->cr, x, 3.5, 6, line - 3);
  plt_cairo_set_color (canvas->cr, canvas->palette->series[series]);
  cairo_fill_preserve (canvas->cr);
  plt_cairo_set_color (canvas->cr, canvas->palette->rule);
  cairo_set_line_width (canvas->cr, 0.3);
  cairo_stroke (canvas->cr);
  return x + 10
         + plt_canvas_label (canvas, canvas->text, canvas->palette->text, text,
                             (PltAnchor){ x + 10, 2, PLT_ALIGN_START })
         + 14;
}

static void
draw_key (const Chart *chart)
{
  const PltCanvas *canvas = chart->canvas;
  double x = chart->left;

  plt_canvas_level (canvas, canvas->palette->text, 1.4, x, x + 14,
                    2 + plt_font_get_natural_line (canvas->text) / 2);
  x += 18
       + plt_canvas_label (canvas, canvas->text, canvas->palette->text, "Solde cumulé",
                           (PltAnchor){ x + 18, 2, PLT_ALIGN_START })
       + 14;
  x = key_box (canvas, IN_SERIES, "Encaissements", x);
  key_box (canvas, OUT_SERIES, "Décaissements", x);
}

void
plt_painter_treasury (const PltCanvas *canvas)
{
  Chart chart = { .canvas = canvas };
  guint n_rows = plt_canvas_get_n_rows (canvas);
  gint64 least = 0, most = 0;

  while (chart.n < n_rows && is_period (canvas, chart.n))
    chart.n++;
  if (chart.n == 0)
    {
      plt_canvas_nothing (canvas);
      return;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      least = MIN (least, plt_canvas_amount (canvas, i, BALANCE));
      most = MAX (most, plt_canvas_amount (canvas, i, BALANCE));
      if (i >= chart.n)
        continue;
      least = MIN (least, plt_canvas_amount (canvas, i, LOWEST));
      least = MIN (least, -plt_canvas_amount (canvas, i, OUT));
      most = MAX (most, plt_canvas_amount (canvas, i, IN));
    }
  chart.scale
      = plt_scale_new (least, most, HEAD + 4, MAX (canvas->height - FOOT, HEAD + 8), MAX_STEPS);
  chart.left = plt_scale_gutter (canvas, &chart.scale);
  chart.slot = MAX (canvas->width - chart.left, 1) / chart.n;
  plt_scale_draw (canvas, &chart.scale, chart.left);
  hatch_below_zero (&chart);
  draw_bars (&chart);
  for (guint i = chart.n; i < n_rows; i++)
    draw_level (&chart, i);
  draw_course (&chart);
  plt_canvas_periods (canvas, chart.left, chart.slot, canvas->height - FOOT + 3);
  draw_key (&chart);
  for (guint i = 0; i < chart.n; i++)
    if (plt_canvas_row (canvas, i)->text_b != NULL && *plt_canvas_row (canvas, i)->text_b != '\0')
      name_lowest (&chart, i);
}

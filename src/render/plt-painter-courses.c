/* "chart.courses": two to four courses over each other, told apart by their dashes and a number at
 * their lowest point. */
#include "plt-painters-private.h"

#define HEAD 16.0
#define FOOT 13.0
#define MAX_STEPS 6
#define MAX_COURSES 4
#define POINT 5.0
#define KEY_LINE 20.0

static const struct
{
  double dashes[4], width;
  int n;
} strokes[MAX_COURSES] = {
  { { 0 }, 1.6, 0 },
  { { 5, 2.5 }, 1.3, 2 },
  { { 1.2, 2 }, 1.3, 2 },
  { { 7, 2, 1.2, 2 }, 1.1, 4 },
};

typedef struct
{
  const PltCanvas *canvas;
  PltScale scale;
  double left, slot;
  guint n, n_courses;
} Chart;

static double
x_of (const Chart *chart, guint i)
{
  return chart->left + (i + 0.5) * chart->slot;
}

static void
set_stroke (const Chart *chart, guint course)
{
  cairo_t *cr = chart->canvas->cr;

  cairo_set_dash (cr, strokes[course].dashes, strokes[course].n, 0);
  cairo_set_line_width (cr, strokes[course].width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  plt_cairo_set_color (cr, chart->canvas->palette->text);
}

static void
draw_course (const Chart *chart, guint course)
{
  const PltCanvas *canvas = chart->canvas;
  cairo_t *cr = canvas->cr;

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < chart->n; i++)
    cairo_line_to (cr, x_of (chart, i),
                   plt_scale_y (&chart->scale, plt_canvas_amount (canvas, i, course)));
  set_stroke (chart, course);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static guint
lowest_of (const Chart *chart, guint course)
{
  guint lowest = 0;

  for (guint i = 1; i < chart->n; i++)
    if (plt_canvas_amount (chart->canvas, i, course)
        < plt_canvas_amount (chart->canvas, lowest, course))
      lowest = i;
  return lowest;
}

/* The number of the course in a circle at its lowest point. */
static void
mark_lowest (const Chart *chart, guint course)
{
  const PltCanvas *canvas = chart->canvas;
  cairo_t *cr = canvas->cr;
  g_autofree char *number = g_strdup_printf ("%u", course + 1);
  guint lowest = lowest_of (chart, course);
  double x, y, line = plt_font_get_natural_line (canvas->small);

  x = x_of (chart, lowest);
  for (guint i = 0; i < course; i++)
    if (lowest_of (chart, i) == lowest) /* beside the others of that day */
      x += 2 * POINT + 1;
  y = plt_scale_y (&chart->scale, plt_canvas_amount (canvas, lowest, course));
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, POINT, 0, 2 * G_PI);
  plt_cairo_set_color (cr, canvas->palette->surface);
  cairo_fill_preserve (cr);
  plt_cairo_set_color (cr, canvas->palette->text);
  cairo_set_line_width (cr, 0.9);
  cairo_stroke (cr);
  plt_canvas_label (canvas, canvas->small, canvas->palette->text, number,
                    (PltAnchor){ x, y - line / 2, PLT_ALIGN_CENTER });
}

static void
draw_key (const Chart *chart)
{
  const PltCanvas *canvas = chart->canvas;
  double x = chart->left, y = 2 + plt_font_get_natural_line (canvas->text) / 2;

  for (guint i = 0; i < chart->n_courses; i++)
    {
      g_autofree char *text
          = g_strdup_printf ("%u · %s", i + 1, plt_canvas_row (canvas, i)->text_b);

      cairo_save (canvas->cr);
      set_stroke (chart, i);
      cairo_move_to (canvas->cr, x, y);
      cairo_line_to (canvas->cr, x + KEY_LINE, y);
      cairo_stroke (canvas->cr);
      cairo_restore (canvas->cr);
      x += KEY_LINE + 4;
      x += plt_canvas_label (canvas, canvas->text, canvas->palette->text, text,
                             (PltAnchor){ x, 2, PLT_ALIGN_START })
           + 14;
    }
}

void
plt_painter_courses (const PltCanvas *canvas)
{
  Chart chart = { .canvas = canvas, .n = plt_canvas_get_n_rows (canvas) };
  gint64 least = 0, most = 0;

  while (chart.n_courses < MIN (chart.n, MAX_COURSES)
         && plt_canvas_row (canvas, chart.n_courses)->text_b != NULL
         && *plt_canvas_row (canvas, chart.n_courses)->text_b != '\0')
    chart.n_courses++;
  if (chart.n_courses == 0)
    {
      plt_canvas_nothing (canvas);
      return;
    }
  for (guint i = 0; i < chart.n; i++)
    for (guint course = 0; course < chart.n_courses; course++)
      {
        least = MIN (least, plt_canvas_amount (canvas, i, course));
        most = MAX (most, plt_canvas_amount (canvas, i, course));
      }
  chart.scale
      = plt_scale_new (least, most, HEAD + 4, MAX (canvas->height - FOOT, HEAD + 8), MAX_STEPS);
  chart.left = plt_scale_gutter (canvas, &chart.scale);
  chart.slot = MAX (canvas->width - chart.left, 1) / chart.n;
  plt_scale_draw (canvas, &chart.scale, chart.left);
  for (guint course = chart.n_courses; course-- > 0;)
    draw_course (&chart, course);
  plt_canvas_periods (canvas, chart.left, chart.slot, canvas->height - FOOT + 3);
  for (guint course = chart.n_courses; course-- > 0;)
    mark_lowest (&chart, course);
  draw_key (&chart);
}

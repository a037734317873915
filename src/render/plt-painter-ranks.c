/* "chart.ranks": how much each weighs, one bar below the other. */
#include "plt-painters-private.h"

#include <math.h>
#include <string.h>

#define LINE_MOST 15.0
#define LINE_LEAST 9.0
#define LABEL_SHARE 0.38 /* of the width, for labels */
#define GAP 5.0
#define NEUTRAL 1 /* series: light, read in black and white */

static double
widest_text (const PltCanvas *canvas, gboolean label)
{
  double widest = 0;

  for (guint i = 0; i < plt_canvas_get_n_rows (canvas); i++)
    {
      const PltDrawingRow *row = plt_canvas_row (canvas, i);
      const char *text = label ? row->text_a : row->text_b;
      widest = fmax (widest, plt_typesetter_width (canvas->type, canvas->text, text));
    }
  return ceil (widest * 1.03 + 1);
}

static void
draw_label (const PltCanvas *canvas, const char *text, double y, double width)
{
  PltTextPlace place = { .y = y,
                         .width = MAX (width, 8),
                         .line = plt_font_get_natural_line (canvas->text),
                         .n_lines = 1,
                         .ellipsize = TRUE };
  PltTextSpan span = { text, (int) strlen (text), NULL, canvas->text };
  plt_typesetter_draw (canvas->type, canvas->cr, &span, canvas->palette->text, &place);
}

static void
draw_bar (const PltCanvas *canvas, gint64 effect, double x, double y, double width, double height)
{
  const PltPalette *palette = canvas->palette;
  PltColor fill = palette->series[NEUTRAL];
  if (effect >= 1 && effect <= PLT_N_EFFECTS)
    fill = palette->effects[effect - 1].fill;
  cairo_rectangle (canvas->cr, x, y, width, height);
  plt_cairo_set_color (canvas->cr, fill);
  cairo_fill_preserve (canvas->cr);
  plt_cairo_set_color (canvas->cr, palette->text);
  cairo_set_line_width (canvas->cr, 0.4);
  cairo_stroke (canvas->cr);
}

void
plt_painter_ranks (const PltCanvas *canvas)
{
  guint n = plt_canvas_get_n_rows (canvas);
  gint64 most = 0;
  for (guint i = 0; i < n; i++)
    most = MAX (most, plt_canvas_amount (canvas, i, 0));
  if (most <= 0)
    {
      plt_canvas_nothing (canvas);
      return;
    }

  double line = CLAMP (canvas->height / n, LINE_LEAST, LINE_MOST);
  double label = fmin (widest_text (canvas, TRUE), canvas->width * LABEL_SHARE);
  double value = fmin (widest_text (canvas, FALSE), canvas->width * LABEL_SHARE);
  double room = MAX (canvas->width - label - value - 2 * GAP - 1, 4);
  double text = plt_font_get_natural_line (canvas->text);
  for (guint i = 0; i < n && (i + 1) * line <= canvas->height + 0.01; i++)
    {
      const PltDrawingRow *row = plt_canvas_row (canvas, i);
      gint64 amount = MAX (plt_canvas_amount (canvas, i, 0), 0);
      double width = room * (double) amount / (double) most;
      double y = i * line + (line - text) / 2;
      draw_label (canvas, row->text_a, y, label);
      if (width > 0)
        draw_bar (canvas, row->n[1], label + GAP, i * line + 1.5, width, line - 3);
      plt_canvas_label (canvas, canvas->strong, canvas->palette->text, row->text_b,
                        (PltAnchor){ label + 2 * GAP + width, y, PLT_ALIGN_START });
    }
}

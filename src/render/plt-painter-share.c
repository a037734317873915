/* "chart.share": parts of a whole, as one bar across and a key below it. */
#include "plt-painters-private.h"

#include <math.h>
#include <string.h>

#include "plt-number.h"

#define BAR 20.0
#define KEY_GAP 7.0
#define KEY_LINE 11.5
#define KEY_BOX_WIDTH 12.0
#define KEY_BOX 9.0
#define KEY_MOST 270.0 /* a column: amounts stay near their labels */
#define COLUMN_GAP 16.0
#define PER_MILLE 1000

typedef struct
{
  const PltCanvas *canvas;
  guint n;
  gint64 total;
  gint64 *amounts;
  gint64 *shares; /* per mille, 1000 together */
} Shares;

static void
number_box (const Shares *shares, guint i, double x, double y, double width, double height)
{
  const PltCanvas *canvas = shares->canvas;
  const PltPalette *palette = canvas->palette;
  guint series = i % PLT_N_SERIES;
  cairo_rectangle (canvas->cr, x, y, width, height);
  plt_cairo_set_color (canvas->cr, palette->series[series]);
  cairo_fill_preserve (canvas->cr);
  plt_cairo_set_color (canvas->cr, palette->text);
  cairo_set_line_width (canvas->cr, 0.4);
  cairo_stroke (canvas->cr);

  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  if (plt_typesetter_width (canvas->type, canvas->small, number) + 2 > width)
    return;
  double line = plt_font_get_natural_line (canvas->small);
  plt_canvas_label (canvas, canvas->small, palette->on_series[series], number,
                    (PltAnchor){ x + width / 2, y + (height - line) / 2, PLT_ALIGN_CENTER });
}

static void
draw_bar (const Shares *shares, double height)
{
  double width = shares->canvas->width - 1;
  double x = 0.5;
  for (guint i = 0; i < shares->n; i++)
    {
      double part = width * (double) shares->amounts[i] / (double) shares->total;
      if (part > 0)
        number_box (shares, i, x, 0.5, part, height);
      x += part;
    }
}

static void
draw_entry (const Shares *shares, guint i, double x, double y, double width)
{
  const PltCanvas *canvas = shares->canvas;
  const PltColor text = canvas->palette->text;
  number_box (shares, i, x + 0.5, y + 1, KEY_BOX_WIDTH, KEY_BOX);

  g_autofree char *percent = plt_number_format (shares->shares[i], 1, 1);
  g_autofree char *percentage = g_strconcat (percent, PLT_NNBSP "%", NULL);
  g_autofree char *amount = plt_canvas_euros (plt_canvas_amount (canvas, i, 0));
  double right = x + width;
  double percent_room = plt_typesetter_width (canvas->type, canvas->text, "100,0" PLT_NNBSP "%");
  plt_canvas_label (canvas, canvas->text, text, percentage, (PltAnchor){ right, y, PLT_ALIGN_END });
  right -= percent_room + 8;
  right -= plt_canvas_label (canvas, canvas->strong, text, amount,
                             (PltAnchor){ right, y, PLT_ALIGN_END })
           + 8;

  double left = x + KEY_BOX_WIDTH + 5;
  PltTextPlace place = { .x = left,
                         .y = y,
                         .width = MAX (right - left, 8),
                         .line = plt_font_get_natural_line (canvas->text),
                         .n_lines = 1,
                         .ellipsize = TRUE };
  const char *label = plt_canvas_row (canvas, i)->text_a;
  PltTextSpan span = { label, (int) strlen (label), NULL, canvas->text };
  plt_typesetter_draw (canvas->type, canvas->cr, &span, text, &place);
}

/* As many columns as the height asks for, filled downwards. */
static void
draw_key (const Shares *shares, double top)
{
  const PltCanvas *canvas = shares->canvas;
  guint lines = (guint) MAX ((canvas->height - top) / KEY_LINE, 1);
  guint columns = (shares->n + lines - 1) / lines;
  lines = (shares->n + columns - 1) / columns;
  double width = (canvas->width - (columns - 1) * COLUMN_GAP) / columns;
  width = MIN (width, KEY_MOST);
  for (guint i = 0; i < shares->n; i++)
    draw_entry (shares, i, (i / lines) * (width + COLUMN_GAP), top + (i % lines) * KEY_LINE, width);
}

void
plt_painter_share (const PltCanvas *canvas)
{
  Shares shares = { .canvas = canvas, .n = plt_canvas_get_n_rows (canvas) };
  g_autofree gint64 *amounts = g_new0 (gint64, shares.n + 1);
  g_autofree gint64 *parts = g_new0 (gint64, shares.n + 1);
  for (guint i = 0; i < shares.n; i++)
    {
      amounts[i] = CLAMP (plt_canvas_amount (canvas, i, 0), 0, PLT_CHART_MOST / (shares.n + 1));
      shares.total += amounts[i];
    }
  if (shares.total <= 0 || !plt_money_share (PER_MILLE, amounts, shares.n, parts))
    {
      plt_canvas_nothing (canvas);
      return;
    }

  shares.amounts = amounts;
  shares.shares = parts;
  double bar = MIN (BAR, canvas->height / 2);
  draw_bar (&shares, bar);
  draw_key (&shares, bar + KEY_GAP);
}

/* "code.qr": QR codes side by side, each with its words at its right. Squares of a row that touch
 * are one rectangle, all of them one path: sharp at any size, no seams. */
#include "plt-painters-private.h"

#include <math.h>
#include <string.h>

#include "plt-qr.h"

#define LEAST 48.0 /* points a side that telephones still read from a paper */
#define LINE 10.0
#define WORDS 40.0 /* width worth writing words in */

static void
draw_code (const PltCanvas *canvas, const PltQr *code, double x, double y, double side)
{
  cairo_t *cr = canvas->cr;
  guint n = plt_qr_get_size (code);
  double square = side / (n + 2 * PLT_QR_QUIET);

  /* A ground of its own: in a dark window it is read too. */
  cairo_rectangle (cr, x, y, side, side);
  plt_cairo_set_color (cr, (PltColor){ 0xff, 0xff, 0xff });
  cairo_fill (cr);
  for (guint row = 0; row < n; row++)
    for (guint column = 0, end; column < n; column = end + 1)
      {
        for (end = column; end < n && plt_qr_is_dark (code, row, end);)
          end++;
        if (end > column)
          cairo_rectangle (cr, x + (column + PLT_QR_QUIET) * square,
                           y + (row + PLT_QR_QUIET) * square, (end - column) * square, square);
      }
  plt_cairo_set_color (cr, (PltColor){ 0, 0, 0 });
  cairo_fill (cr);
}

static void
draw_words (const PltCanvas *canvas, const char *words, double x, double width, double side)
{
  guint lines = (guint) MAX (canvas->height / LINE, 1);
  PltTextSpan span = { words, (int) strlen (words), NULL, canvas->text };
  PltTextPlace place
      = { .x = x, .width = width, .line = LINE, .n_lines = lines, .ellipsize = TRUE };
  guint n = plt_typesetter_break (canvas->type, &span, width, NULL);

  if (width < WORDS || canvas->height < LINE)
    return;
  place.n_lines = MIN (n, lines);
  place.y = MAX ((side - place.n_lines * LINE) / 2, 0);
  plt_typesetter_draw (canvas->type, canvas->cr, &span, canvas->palette->text, &place);
}

void
plt_painter_qr (const PltCanvas *canvas)
{
  guint n = plt_canvas_get_n_rows (canvas);
  double side = fmin (canvas->height, canvas->width), slot;

  if (n == 0)
    {
      plt_canvas_nothing (canvas);
      return;
    }
  side = fmin (side, fmax (canvas->width / n, LEAST));
  n = MIN (n, (guint) fmax (canvas->width / side, 1));
  slot = fmin (canvas->width / n, canvas->width / 2);
  if (slot < side)
    slot = side;
  for (guint i = 0; i < n; i++)
    {
      const PltDrawingRow *row = plt_canvas_row (canvas, i);
      g_autoptr (PltQr) code = row->text_a != NULL ? plt_qr_new (row->text_a) : NULL;
      const char *words = row->text_b != NULL ? row->text_b : "";

      if (code != NULL)
        draw_code (canvas, code, i * slot, 0, side);
      draw_words (canvas, words, i * slot + side, slot - side - 4, side);
    }
}

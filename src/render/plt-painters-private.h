/* What painters share. */
#pragma once

#include "plt-document-private.h"
#include "plt-painters.h"
#include "plt-type.h"

G_BEGIN_DECLS

/* Amounts are cut to this, far above any budget, so that sums of two never overflow. */
#define PLT_CHART_MOST (G_MAXINT64 / 64)

/**
 * PltCanvas:
 * @width: @height: points; the origin is the upper left corner
 */
typedef struct
{
  const PltDrawing *drawing;
  cairo_t *cr;
  double width;
  double height;
  const PltPalette *palette;
  PltTypesetter *type;
  const PltFont *text;   /* keys and callouts */
  const PltFont *strong; /* names of points */
  const PltFont *small;  /* axes */
} PltCanvas;

/**
 * PltScale: a vertical axis of amounts, in round steps, with zero on it
 * @top: @bottom: ordinates of @high and @low
 */
typedef struct
{
  gint64 low;
  gint64 high;
  gint64 step;
  double top;
  double bottom;
} PltScale;

const PltDrawingRow *plt_canvas_row (const PltCanvas *canvas, guint i);
guint plt_canvas_get_n_rows (const PltCanvas *canvas);
gint64 plt_canvas_amount (const PltCanvas *canvas, guint row, guint number);
double plt_canvas_label (const PltCanvas *canvas,
                         const PltFont *font,
                         PltColor color,
                         const char *text,
                         PltAnchor anchor);
/* A level line from one abscissa to another. */
void plt_canvas_level (
    const PltCanvas *canvas, PltColor color, double width, double from, double to, double y);
void plt_canvas_nothing (const PltCanvas *canvas);
char *plt_canvas_euros (gint64 cents); /* "12 400 €": whole euros */

PltScale plt_scale_new (gint64 least, gint64 most, double top, double bottom, guint most_steps);
double plt_scale_y (const PltScale *scale, gint64 amount);
double plt_scale_gutter (const PltCanvas *canvas, const PltScale *scale); /* room of its labels */
void plt_scale_draw (const PltCanvas *canvas, const PltScale *scale, double left);
/* Labels below the axis; some are left out when they would touch. */
void plt_canvas_periods (const PltCanvas *canvas, double left, double slot, double y);

typedef void (*PltPainterFunc) (const PltCanvas *canvas);
void plt_painter_bars (const PltCanvas *canvas);
void plt_painter_courses (const PltCanvas *canvas);
void plt_painter_gantt (const PltCanvas *canvas);
void plt_painter_qr (const PltCanvas *canvas);
void plt_painter_ranks (const PltCanvas *canvas);
void plt_painter_share (const PltCanvas *canvas);
void plt_painter_treasury (const PltCanvas *canvas);

G_END_DECLS

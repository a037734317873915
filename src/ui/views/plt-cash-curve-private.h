/* PltCashCurve inside: plt-cash-curve.c (object, marks), -draw (ink), -input (mouse and keys). */
#pragma once

#include "plt-cash-curve.h"
#include "plt-cash-scale.h"

G_BEGIN_DECLS

struct _PltCashCurve
{
  GtkWidget parent_instance;

  PltCashLine *line;  /* (nullable) */
  PltCashLine *ghost; /* (nullable) */
  char *name, *ghost_name;
  char *alternative;
  PltCashScale scale;
  gboolean fitted; /* everything is in sight, whatever the width */
  PltDate today;
  gboolean months, dark, marks_visible;
  PltDate chosen_from, chosen_to;
  PltDate cursor;
  GHashTable *marks; /* key -> PltCashMark, children of the widget */

  char *dragged;     /* key of the mark the mouse holds */
  PltDate drag_from; /* where it stood */
  guint n_lanes;     /* of words, over the plot */
  double pan_from;
  gboolean panning;

  PltCashCurveDescribe describe;
  gpointer describe_data;
};

/* The date of a day as the widget shows it: a title of a lane, the lowest point. */
void plt_cash_curve_draw (PltCashCurve *self, cairo_t *cr, double width, double height);
void plt_cash_curve_add_input (PltCashCurve *self);
void plt_cash_curve_move_mark (PltCashCurve *self, const char *key, PltDate date);
void plt_cash_curve_set_cursor (PltCashCurve *self, PltDate date);
void plt_cash_curve_connect_mark (PltCashCurve *self, GtkWidget *mark);
/* "mar. 12 mai 2027 : −12 400,00 €" */
char *plt_cash_curve_day_text (PltCashCurve *self, PltDate date);
void plt_cash_curve_scrolled (PltCashCurve *self); /* the scale changed: marks and ink follow */

void plt_cash_curve_emit_moved (PltCashCurve *self, const char *key, PltDate date);
void plt_cash_curve_emit_released (PltCashCurve *self, const char *key);
void plt_cash_curve_emit_cancelled (PltCashCurve *self, const char *key);
void plt_cash_curve_emit_activated (PltCashCurve *self, const char *key);
void plt_cash_curve_emit_chosen (PltCashCurve *self, PltDate date);

G_END_DECLS

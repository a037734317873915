/* PltCashCurve: the curve of the trésorerie, drawn: the balance by day with the zero line, the
 * authorised overdraft, what is received and paid by period as bars, the credits as bands, the
 * critical days shaded, the lowest point named and dated, today, and the events as marks.
 *
 * It shows a PltCashLine and, under it while something is tried, the one it is compared with. It
 * computes nothing: a mark that is dragged asks for another line with `mark-moved`, and whoever has
 * the engine answers with plt_cash_curve_set_line().
 *
 * Mouse: a mark is dragged, the rest pans when it is zoomed, Ctrl and the wheel zoom, a click
 * chooses a day. Keyboard: arrows walk by day, Shift by week, Ctrl to the next movement, Home and
 * End; plus, minus and 0 zoom; Enter chooses the day; Tab goes from mark to mark (plt-cash-mark.h).
 *
 * Signals:
 *   mark-moved (const char *key, int date)   a mark was brought to that day
 *   mark-released (const char *key)          the mouse let it go
 *   mark-cancelled (const char *key)         Escape on a mark that is not being dragged
 *   mark-activated (const char *key)         Enter or a double click on it
 *   day-chosen (int date)                    a click or Enter */
#pragma once

#include <gtk/gtk.h>

#include "plt-cash-line.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_CURVE (plt_cash_curve_get_type ())
G_DECLARE_FINAL_TYPE (PltCashCurve, plt_cash_curve, PLT, CASH_CURVE, GtkWidget)

/* (transfer full): what moved that day in words, for its tooltip; NULL for nothing. */
typedef char *(*PltCashCurveDescribe) (PltDate date, gpointer user_data);

GtkWidget *plt_cash_curve_new (void);
/* Both take what they are given; `ghost` NULL: nothing is compared. */
void plt_cash_curve_set_line (PltCashCurve *self, PltCashLine *line, PltCashLine *ghost);
const PltCashLine *plt_cash_curve_get_line (PltCashCurve *self);  /* (nullable) */
const PltCashLine *plt_cash_curve_get_ghost (PltCashCurve *self); /* (nullable) */
/* `name` and `ghost_name`: what the two lines are called in the legend, NULL for none. */
void plt_cash_curve_set_names (PltCashCurve *self, const char *name, const char *ghost_name);
void
plt_cash_curve_set_describe (PltCashCurve *self, PltCashCurveDescribe function, gpointer user_data);
void plt_cash_curve_set_today (PltCashCurve *self, PltDate today);
void plt_cash_curve_set_months (PltCashCurve *self, gboolean months); /* bars by month, else week */
void plt_cash_curve_set_marks_visible (PltCashCurve *self, gboolean visible);
/* Shades those days as chosen and brings them into sight; PLT_DATE_NONE takes the shade away. */
void plt_cash_curve_set_chosen (PltCashCurve *self, PltDate from, PltDate to);
void plt_cash_curve_zoom (PltCashCurve *self,
                          int steps); /* > 0 nearer, < 0 further, 0 everything */
GtkWidget *plt_cash_curve_get_mark (PltCashCurve *self, const char *key); /* (nullable) */
/* What assistive technology hears of it. */
const char *plt_cash_curve_get_alternative (PltCashCurve *self);

G_END_DECLS

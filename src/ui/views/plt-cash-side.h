/* PltCashSide: what the side pane says of the trésorerie: why an amount is what it is, movement by
 * movement; or what can be done about a critical period, with the effect of each measure before it
 * is chosen.
 *
 * Signal: measure-chosen (guint i): a measure is to be tried; G_MAXUINT: none of them any more */
#pragma once

#include <gtk/gtk.h>

#include "plt-cash-moves.h"
#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_SIDE (plt_cash_side_get_type ())
G_DECLARE_FINAL_TYPE (PltCashSide, plt_cash_side, PLT, CASH_SIDE, GtkWidget)

GtkWidget *plt_cash_side_new (PltSession *session);
/* The movements behind a cell; it looks at the copy the model makes. */
void plt_cash_side_show_why (
    PltCashSide *self, const PltCashPlan *plan, PltCashModel *table, guint row, guint column);
/* (element-type PltCashMeasure): what can be done about `critical`; keeps the measures. */
void plt_cash_side_show_measures (PltCashSide *self,
                                  const PltCashCritical *critical,
                                  GPtrArray *measures);
const PltCashMeasure *plt_cash_side_get_measure (PltCashSide *self, guint index); /* (nullable) */
guint plt_cash_side_count_measures (PltCashSide *self);
gboolean plt_cash_side_shows_measures (PltCashSide *self);
void plt_cash_side_choose_measure (PltCashSide *self, guint index);
PltCashMoves *plt_cash_side_get_moves (PltCashSide *self);
PltGrid *plt_cash_side_get_grid (PltCashSide *self);
gboolean plt_cash_side_grab_focus (PltCashSide *self);

G_END_DECLS

/* PltCashMoves: the movements behind an amount of the plan de trésorerie, as a grid: the day, the
 * amount all taxes included, what it is, without VAT, the VAT, the event it hangs on and how sure
 * it is; their sum at the foot. Read only; plt_cash_moves_get_ref() leads to where one comes from.
 */
#pragma once

#include "plt-cash-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_MOVES (plt_cash_moves_get_type ())
G_DECLARE_FINAL_TYPE (PltCashMoves, plt_cash_moves, PLT, CASH_MOVES, GObject)

typedef enum
{
  PLT_CASH_MOVES_DATE,
  PLT_CASH_MOVES_AMOUNT,
  PLT_CASH_MOVES_TITLE,
  PLT_CASH_MOVES_BARE,
  PLT_CASH_MOVES_VAT,
  PLT_CASH_MOVES_EVENT,
  PLT_CASH_MOVES_STATE,
  PLT_CASH_MOVES_N_COLUMNS,
} PltCashMovesColumn;

PltCashMoves *plt_cash_moves_new (void);
/* Those of the days from `from` to `to` that are in that row of the table. Copies. */
void plt_cash_moves_show (PltCashMoves *self,
                          const PltFacts *facts,
                          const PltCashPlan *plan,
                          PltCashModel *table,
                          guint row,
                          PltDate from,
                          PltDate to);
void plt_cash_moves_clear (PltCashMoves *self);
guint plt_cash_moves_count (PltCashMoves *self); /* without the sum */
PltMoney plt_cash_moves_total (PltCashMoves *self);
PltRef plt_cash_moves_get_ref (PltCashMoves *self, guint row); /* table NULL for none */

/* What moves on one day in words, a line each, the largest first; NULL for nothing. */
char *plt_cash_moves_of_day (const PltFacts *facts, const PltCashPlan *plan, PltDate date);

G_END_DECLS

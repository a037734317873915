/* PltCashModel: the plan de trésorerie as a grid: one row a source or a post, one column a week or
 * a month, then the total.
 *
 * The balance at the start, receipts by source and their total, payments by post and their total,
 * what the credits bring and cost, then the net of the period, the balance at its end, the lowest
 * day in it, the authorised overdraft and what is available. Payments are positive; credits have
 * their sign. Rows that move nothing are left out. Each amount says how sure it is: ✓ real, ◆
 * signed, nothing for planned; of several, the least sure.
 *
 * It can only be read: amounts come from the rows of financing, devis and movements, to which
 * plt_cash_model_get_ref() leads. */
#pragma once

#include "plt-cash-plan.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_MODEL (plt_cash_model_get_type ())
G_DECLARE_FINAL_TYPE (PltCashModel, plt_cash_model, PLT, CASH_MODEL, GObject)

PltCashModel *plt_cash_model_new (void);
/* Copies. `step`: by week or by month. */
void plt_cash_model_show (PltCashModel *self, const PltCashPlan *plan, PltCashStep step);
/* Where the amounts of that row come from; table NULL for totals. */
PltRef plt_cash_model_get_ref (PltCashModel *self, guint row);
/* Whether what moves a row of the plan is in that row of the grid. */
gboolean plt_cash_model_includes (PltCashModel *self, guint row, guint plan_row);
/* The days of a column; of the label and of the total: all of them. FALSE when there is none. */
gboolean plt_cash_model_get_days (PltCashModel *self, guint column, PltDate *from, PltDate *to);
/* The column that holds that day, -1. */
int plt_cash_model_find_column (PltCashModel *self, PltDate date);
/* "Canal Azur · nov. 2026": what a cell is. */
char *plt_cash_model_cell_title (PltCashModel *self, guint row, guint column);

G_END_DECLS

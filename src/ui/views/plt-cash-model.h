/* PltCashModel: the plan de trésorerie as a grid: one row a source or a post, one column a month.
 *
 * Receipts by source and their total, payments by post and their total, the net of the month and
 * the balance at its end. Rows that move nothing are left out. It can only be read: amounts come
 * from the rows of financing, devis and movements, to which plt_cash_model_get_ref() leads. */
#pragma once

#include "plt-cash.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_MODEL (plt_cash_model_get_type ())
G_DECLARE_FINAL_TYPE (PltCashModel, plt_cash_model, PLT, CASH_MODEL, GObject)

PltCashModel *plt_cash_model_new (void);
void plt_cash_model_set_cash (PltCashModel *self, const PltCash *cash); /* copies */
/* Where the amounts of that row come from; table NULL for totals. */
PltRef plt_cash_model_get_ref (PltCashModel *self, guint row);
/* What an undated amount is called: contributions bear the name of their line. */
char *plt_cash_row_label (const PltCashRow *row);

G_END_DECLS

/* PltCashHead: what the trésorerie comes to, in words: the greatest need and its day, the balance
 * at the end, and the critical periods as chips.
 *
 * Signal: critical-chosen (guint index): a chip was pressed */
#pragma once

#include <gtk/gtk.h>

#include "plt-cash-plan.h"

G_BEGIN_DECLS

#define PLT_TYPE_CASH_HEAD (plt_cash_head_get_type ())
G_DECLARE_FINAL_TYPE (PltCashHead, plt_cash_head, PLT, CASH_HEAD, GtkWidget)

GtkWidget *plt_cash_head_new (void);
void plt_cash_head_show (PltCashHead *self, const PltCashPlan *plan);
const char *plt_cash_head_get_text (PltCashHead *self);
GtkWidget *plt_cash_head_get_chip (PltCashHead *self, guint critical); /* (nullable) */

G_END_DECLS

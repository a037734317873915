/* What the page of scenarios shows, as tables: up to four scenarios side by side, and what each
 * source would be missed for. Knows no widget. */
#pragma once

#include "plt-finance-scenario.h"
#include "plt-finance-table.h"

G_BEGIN_DECLS

/* One column a scenario; rows: figures, sources that are not the same everywhere (all of them with
 * `all`), rules with their state. */
void plt_finance_fill_comparison (PltFinanceTable *table,
                                  const PltFinanceComparison *comparison,
                                  gboolean all);
/* "If this source fails": amount, gap, financed rate, rules that then break. */
void plt_finance_fill_losses (PltFinanceTable *table, const GArray *losses);
/* Every row of the scenario and of its changes into the batch, under another name. */
void plt_finance_copy_scenario (const PltFacts *facts,
                                gint64 scenario,
                                const char *name,
                                PltBatch *batch);

G_END_DECLS

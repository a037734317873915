/* How the figures of a devis are computed, for those who write them elsewhere as formulas: the
 * expression of a cell with each name replaced by what the caller says of it.
 *
 * Expressions are those of plt-formula-sheet.h. A plain number has none, nor has a cell that is
 * wrong: its value is written. */
#pragma once

#include "labour/plt-contribution-table.h"
#include "plt-budget.h"

G_BEGIN_DECLS

/**
 * PltBudgetName: a name in a formula.
 * @name: as written: "SEM_TOURNAGE", "jours", "ligne"
 * @argument: (nullable): of a call: "role", "21-01"
 * @e6: its value
 * @ref: a global ("budget_global"), a line ("budget_line": ligne, nombre or duree by its name), an
 * account ("account"); else a fact of the plan
 */
typedef struct
{
  const char *name, *argument;
  gint64 e6;
  PltRef ref;
} PltBudgetName;

/* (transfer full): what stands for a name: "{SEM_TOURNAGE}", "{Détail:7,6}", "12" */
typedef char *(*PltBudgetNameFunc) (gpointer data, const PltBudgetName *name);

/**
 * plt_budget_sheet_line:
 * @index: in self->lines
 * @column: "quantity", "duration", "times" or "rate_formula"
 *
 * Returns: (transfer full) (nullable): the expression, in the unit of the line; a rate is rounded
 * to the centime
 */
char *plt_budget_sheet_line (
    const PltBudget *self, guint index, const char *column, PltBudgetNameFunc name, gpointer data);
/* (transfer full) (nullable): the same of a global, by its row. */
char *plt_budget_sheet_global (const PltBudget *self,
                               gint64 global,
                               PltBudgetNameFunc name,
                               gpointer data);
/* The ids of the globals of this devis, in their order. (transfer full) (element-type gint64) */
GArray *plt_budget_globals (const PltBudget *self);
/* (nullable) (transfer none): what counts the contributions of that line one by one; %NULL with the
 * overall rate. */
const PltContributionTable *plt_budget_line_table (const PltBudget *self, guint index);
/* Days of the contract of one person in one unit of duration, for ceilings: 5 a week, 22 a month.
 */
gint64 plt_budget_days_of_unit (const char *unit);

G_END_DECLS

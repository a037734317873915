/* What a formula of the devis names: where its number comes from, and what may be typed in it.
 *
 * Knows no widget. The value of a formula is the engine's business (plt_budget_eval()). */
#pragma once

#include "plt-budget.h"

G_BEGIN_DECLS

/* The cell of a line or of a variable that holds a formula. */
typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltBudget *budget;  /* computed */
  const PltLineFacts *line; /* (nullable): within a variable */
  PltRef cell;
  const char *text;
} PltDevisFormula;

gboolean plt_devis_formula_has_names (const char *text); /* it follows the plan or a variable */
/* (transfer full) (nullable): a line for the formula and one for each name: "3 d · Plan v1 · role
 * NORA"; NULL for a formula without names. */
char *plt_devis_formula_source (const PltDevisFormula *formula);
/* (transfer full): "jours(NORA) = 3 d · Plan v1 · role NORA": one name of a formula. */
char *plt_devis_origin_describe (const PltFacts *facts,
                                 const PltPlan *plan,
                                 const PltBudgetOrigin *origin);
/* The row the first name comes from; FALSE when there is none. */
gboolean plt_devis_formula_ref (const PltDevisFormula *formula, PltRef *ref);
/* (transfer full): variables of the devis, values of the plan, functions, roles, codes of accounts
 * and lines; what each means stands behind a tab. */
GStrv plt_devis_formula_proposals (const PltBudget *budget, const PltFacts *facts);

G_END_DECLS

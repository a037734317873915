/* PltDevisCompareTable: up to four versions of the devis side by side, as the rows of a grid: code,
 * title, the amounts of the first version, and of each other one its amounts with what they are
 * more or less, in euros and in percent. Read only; Enter goes to the line, which is the page's
 * affair. */
#pragma once

#include "plt-budget-compare.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_DEVIS_COMPARE_POSTS,
  PLT_DEVIS_COMPARE_ACCOUNTS,
  PLT_DEVIS_COMPARE_LINES,
} PltDevisCompareDepth;

#define PLT_TYPE_DEVIS_COMPARE_TABLE (plt_devis_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (
    PltDevisCompareTable, plt_devis_compare_table, PLT, DEVIS_COMPARE_TABLE, GObject)

PltDevisCompareTable *plt_devis_compare_table_new (void);
/* `compare` may go when this returns; `all`: what is the same is listed too. */
void plt_devis_compare_table_fill (PltDevisCompareTable *self,
                                   const PltBudgetCompare *compare,
                                   PltDevisCompareDepth depth,
                                   gboolean all);
/* The line or account of a row in the last version that has it. */
PltRef plt_devis_compare_table_get_ref (PltDevisCompareTable *self, guint row);
/* "v3 Agrément" */
char *plt_devis_compare_name (const PltBudgetFacts *budget);

G_END_DECLS

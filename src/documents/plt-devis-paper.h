/* What the papers on versions of the devis share: which versions, their names, and in words what
 * changed in a line. */
#pragma once

#include "plt-budget-compare.h"
#include "plt-paper.h"

G_BEGIN_DECLS

/* "Devis v3"; with @status also "verrouillé" or "archivé", and its date */
char *plt_devis_paper_name (const PltBudgetFacts *budget, gboolean status);
/* The version that a parameter names into *found, which stays as it is without one. */
gboolean plt_devis_paper_find (const PltFacts *facts,
                               const PltParams *params,
                               const char *name,
                               const PltBudgetFacts **found,
                               GError **error);
/* "Frais généraux"... of a row of a comparison that is no account and no line. */
const char *plt_devis_paper_title (const PltCompareRow *row);
/* "nombre 2 → 3 ; tarif 418,25 → 450,00", "ajoutée", "passée au compte 71": what is another in that
 * row of the comparison, "" when nothing is. */
char *plt_devis_paper_change (const PltBudgetCompare *compare,
                              const PltFacts *facts,
                              const PltCompareRow *row,
                              guint from,
                              guint to);
/* The difference as a share of `from` in millionths, to the hundredth of a percent, PLT_UNKNOWN
 * without one. */
gint64 plt_devis_paper_share (const PltCompareRow *row, guint from, guint to);
/* Adds the difference of two columns of this row and, in the cell after it, its share of the first;
 * both alive in a spreadsheet. */
void plt_devis_paper_difference (PltDocTable *table,
                                 const PltCompareRow *row,
                                 guint from,
                                 guint to,
                                 guint column_from,
                                 guint column_to);
/* A warning when the figures of a version are not all known. */
void plt_devis_paper_warn (PltDocument *document, const PltBudgetCompare *compare);

G_END_DECLS

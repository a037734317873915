/* Whether somebody else's program finds our figures again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every value kept beside a formula becomes 999: what is right afterwards was calculated. */
void xlsx_poison (GHashTable *parts);
/**
 * xlsx_differences:
 * @ours: parts of the workbook as we wrote it
 * @theirs: parts of the same, calculated and written by another program
 * @n_cells: (out): cells compared
 * @n_formulas: (out): of which formulas
 *
 * Returns: cells whose value is not the same; the first ones are told as test messages
 */
guint xlsx_differences (GHashTable *ours, GHashTable *theirs, guint *n_cells, guint *n_formulas);

G_END_DECLS

/* What the grid models that are made of computed rows share. Knows no widget. */
#pragma once

#include "plt-grid-model.h"
#include "plt-table.h"

G_BEGIN_DECLS

/* Tells the grid that its rows, known by these keys (element-type gint64), became those: one splice
 * of what lies between the common beginning and end, and every cell anew. */
void plt_row_splice (PltGridModel *model, const GArray *before, const GArray *after);
/* (transfer full) (nullable): titles of the choices of a column, %NULL when it has none */
GStrv plt_choice_titles (const PltColumn *column);

G_END_DECLS

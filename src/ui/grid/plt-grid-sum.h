/* Sum, average and count of the numbers of a selection. Knows no GTK.
 *
 * Numbers are integers in the smallest unit of their column (centimes, minutes, thousandths), so
 * the sum is exact; numbers of different units are counted and not added. When ordinary rows are
 * selected together with group and total rows, only the ordinary ones count: a total is not added
 * to what it totals. The average is rounded half up to the smallest unit. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 n_numbers;
  gint64 sum;
  gboolean overflow;
  gboolean mixed;   /* more than one unit */
  const char *unit; /* of the numbers so far, borrowed */
  int column;       /* a model column of that unit, to format with */
} PltGridTally;

/**
 * PltGridSum:
 * @lines: numbers of ordinary rows
 * @totals: numbers of group and total rows
 */
typedef struct
{
  PltGridTally lines;
  PltGridTally totals;
} PltGridSum;

void plt_grid_tally_add (PltGridTally *self, gint64 number, const char *unit, int column);
const PltGridTally *plt_grid_sum_get_tally (const PltGridSum *self);
gboolean plt_grid_tally_get_sum (const PltGridTally *self, gint64 *sum); /* FALSE: no one sum */
gint64 plt_grid_tally_get_average (const PltGridTally *self);

G_END_DECLS

#include "config.h"

#include "plt-grid-sum.h"

void
plt_grid_tally_add (PltGridTally *self, gint64 number, const char *unit, int column)
{
  if (self->n_numbers++ == 0)
    {
      self->unit = unit;
      self->column = column;
    }
  else if (g_strcmp0 (self->unit, unit) != 0)
    self->mixed = TRUE;
  if (__builtin_add_overflow (self->sum, number, &self->sum))
    self->overflow = TRUE;
}

const PltGridTally *
plt_grid_sum_get_tally (const PltGridSum *self)
{
  return self->lines.n_numbers > 0 ? &self->lines : &self->totals;
}

gboolean
plt_grid_tally_get_sum (const PltGridTally *self, gint64 *sum)
{
  *sum = self->sum;
  return self->n_numbers > 0 && !self->mixed && !self->overflow;
}

gint64
plt_grid_tally_get_average (const PltGridTally *self)
{
  gint64 quotient, rest;

  g_return_val_if_fail (self->n_numbers > 0, 0);

  quotient = self->sum / self->n_numbers;
  rest = self->sum % self->n_numbers;
  /* Halves away from zero; |rest| < n, and doubling it cannot overflow for any count of cells. */
  if (ABS (rest) * 2 >= self->n_numbers)
    quotient += self->sum < 0 ? -1 : 1;
  return quotient;
}

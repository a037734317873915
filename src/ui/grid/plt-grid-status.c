/* PltGrid: sum, average and count of what is selected, in idle time and in slices, so that
 * selecting a million cells does not hold up the drag that selects them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-grid-private.h"
#include "plt-number.h"

#define SLICE 8192 /* cells a turn */

void
plt_grid_stop_summary (PltGrid *self)
{
  g_clear_handle_id (&self->sum_idle, g_source_remove);
}

static char *
phrase (PltGrid *self)
{
  const PltGridTally *tally = plt_grid_sum_get_tally (&self->sum);
  g_autofree char *n = NULL, *count = NULL, *sum = NULL, *average = NULL, *rows = NULL,
                  *columns = NULL;
  gint64 total;

  if (tally->n_numbers < 2)
    {
      rows = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%d row", "%d rows", (gulong) self->sum_range.n_rows),
          self->sum_range.n_rows);
      columns = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d column", "%d columns",
                                              (gulong) self->sum_range.n_columns),
                                 self->sum_range.n_columns);
      return g_strdup_printf ("%s × %s", rows, columns);
    }
  n = plt_number_format (tally->n_numbers, 0, 0);
  count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s figure", "%s figures", (gulong) tally->n_numbers), n);
  if (!plt_grid_tally_get_sum (tally, &total))
    return g_steal_pointer (&count);
  sum = plt_grid_model_format_number (self->model, (guint) tally->column, total);
  average = plt_grid_model_format_number (self->model, (guint) tally->column,
                                          plt_grid_tally_get_average (tally));
  /* Translators: what is selected, in the status bar: sum, average, number of figures */
  return g_strdup_printf (_ ("Sum %s · Average %s · %s"), sum, average, count);
}

static void
add_row (PltGrid *self, int row)
{
  PltGridRow info;

  plt_grid_read_row (self, row, &info);
  for (int c = self->sum_range.column; c < self->sum_range.column + self->sum_range.n_columns; c++)
    {
      const PltGridColumn *column = plt_grid_get_column (self, c);
      guint model_column = plt_grid_to_model (self, c);
      gint64 number;

      if ((column->flags & PLT_GRID_COLUMN_NUMBER) != 0
          && plt_grid_model_get_number (self->model, (guint) row, model_column, &number))
        plt_grid_tally_add (info.kind == PLT_GRID_ROW_NORMAL ? &self->sum.lines : &self->sum.totals,
                            number, column->unit, (int) model_column);
    }
}

static gboolean
sum_cb (gpointer data)
{
  PltGrid *self = data;
  int end = self->sum_range.row + self->sum_range.n_rows;
  int slice = MAX (SLICE / MAX (self->sum_range.n_columns, 1), 1);

  for (int n = 0; n < slice && self->sum_row < end; n++)
    add_row (self, self->sum_row++);
  if (self->sum_row < end)
    return G_SOURCE_CONTINUE;
  self->sum_idle = 0;
  plt_grid_take_summary (self, phrase (self));
  return G_SOURCE_REMOVE;
}

/* The selection, or something in it, changed. */
void
plt_grid_update_summary (PltGrid *self)
{
  PltGridRange range = plt_grid_get_range (self);

  plt_grid_stop_summary (self);
  range.n_rows = MIN (range.n_rows, plt_grid_get_n_model_rows (self) - range.row);
  if (range.n_rows <= 0 || (range.n_rows == 1 && range.n_columns == 1))
    {
      plt_grid_take_summary (self, g_strdup (""));
      return;
    }
  self->sum = (PltGridSum){ 0 };
  self->sum_range = range;
  self->sum_row = range.row;
  self->sum_idle = g_idle_add_full (G_PRIORITY_LOW, sum_cb, self, NULL);
}

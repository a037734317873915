/* The elements in their grid: how often and how many days each is needed. */
#include "plt-register-custom.h"

#include <glib/gi18n-lib.h>

#include "plt-rows.h"

#define IN_SEQUENCES "in_sequences"
#define ON_DAYS "on_days"

static const PltComputedColumn computed[] = {
  { { .id = IN_SEQUENCES,
      .title = N_ ("Sequences"),
      .type = PLT_COLUMN_INTEGER,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("Sequences it occurs in; a double click shows them."),
      .width = 9 },
    "description" },
  { { .id = ON_DAYS,
      .title = N_ ("Days"),
      .type = PLT_COLUMN_INTEGER,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("Shooting days of the current schedule it is needed on."),
      .width = 7 },
    "description" },
  { { NULL } },
};

static void
decorate (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  const PltPresence *presence;

  if (column != &computed[0].column && column != &computed[1].column)
    return;
  presence = plt_plan_presence (plt_session_get_plan (session), plt_record_get_id (record));
  plt_grid_cell_take_text (cell, g_strdup_printf ("%u", presence == NULL ? 0
                                                        : column == &computed[0].column
                                                            ? presence->n_sequences
                                                            : presence->n_worked));
  if (presence == NULL)
    cell->flags |= PLT_GRID_CELL_MUTED;
}

const PltRegisterCustom plt_register_elements = {
  .table = "element",
  .computed = computed,
  .decorate = decorate,
};

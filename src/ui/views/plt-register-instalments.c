/* Instalments as a register: beside what was typed, what each comes to and when it is due now. */
#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"
#include "plt-funding-amount.h"
#include "plt-finance-instalments.h"
#include "plt-register-custom.h"

static const PltComputedColumn computed[] = {
  { { .id = "comes_to",
      .title = N_ ("Comes to"),
      .type = PLT_COLUMN_MONEY,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("Its amount, or its share of the source."),
      .width = 13 },
    "event" },
  { { .id = "due",
      .title = N_ ("Due now"),
      .type = PLT_COLUMN_DATE,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("What its event and the days after it give today; it moves with the schedule."),
      .width = 10 },
    "paid_date" },
  { { NULL } },
};

static void
decorate (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  const PltFacts *facts;
  const PltInstalmentFacts *instalment;

  if (column != &computed[0].column && column != &computed[1].column)
    return;
  facts = plt_session_get_facts (session);
  instalment = PLT_FACTS_FIND (facts->instalments, PltInstalmentFacts, plt_record_get_id (record));
  if (instalment == NULL)
    return;
  if (column == &computed[0].column)
    plt_grid_cell_take_text (cell, plt_devis_format_money (plt_funding_instalment (
                                       facts, plt_session_get_budget (session), instalment)));
  else
    {
      const PltDate due = plt_instalment_due (facts, plt_session_get_plan (session), instalment);

      if (due != PLT_DATE_NONE)
        plt_grid_cell_take_text (cell, plt_date_format_numeric (due));
      else
        {
          cell->text = "—";
          cell->message = _ ("The event has no date yet.");
        }
    }
}

const PltRegisterCustom plt_register_instalments = {
  .table = "instalment",
  .computed = computed,
  .decorate = decorate,
};

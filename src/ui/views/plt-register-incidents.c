/* Incidents as a register: what the devis has in the account that pays, for information, and
 * whether the incident is closed. */
#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"
#include "plt-register-custom.h"

static const PltComputedColumn computed[] = {
  { { .id = "state",
      .title = N_ ("State"),
      .type = PLT_COLUMN_TEXT,
      .flags = PLT_COLUMN_READ_ONLY,
      .width = 9 },
    "kind" },
  { { .id = "account_total",
      .title = N_ ("In the budget"),
      .type = PLT_COLUMN_MONEY,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("What the budget has in that account, for information."),
      .width = 13 },
    "decided_by" },
  { { NULL } },
};

static void
decorate (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  const PltFacts *facts;
  const PltIncidentFacts *incident;
  const PltBudgetAccount *account;

  if (column != &computed[0].column && column != &computed[1].column)
    return;
  facts = plt_session_get_facts (session);
  incident = PLT_FACTS_FIND (facts->incidents, PltIncidentFacts, plt_record_get_id (record));
  if (incident == NULL)
    return;
  if (column == &computed[0].column)
    {
      if (incident->closed_date != PLT_DATE_NONE)
        cell->text = C_ ("incident", "✓ closed");
      else
        cell->text = *incident->decided_by != '\0' && *incident->measure != '\0'
                         ? C_ ("incident", "• open")
                         : C_ ("incident", "! to decide");
      return;
    }
  account = incident->account != 0
                ? plt_budget_find_account (plt_session_get_budget (session), incident->account)
                : NULL;
  if (account != NULL)
    plt_grid_cell_take_text (cell, plt_devis_format_money (account->total));
}

const PltRegisterCustom plt_register_incidents = {
  .table = "incident",
  .computed = computed,
  .decorate = decorate,
};

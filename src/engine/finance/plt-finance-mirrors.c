/* What is borne in kind or in participation stands on both sides: what of the devis no source
 * mirrors, and the reverse. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-finance-private.h"

static const char *const modes[PLT_N_MODES] = { "numeraire", "nature", "participation" };

/* What was typed beside a mirror, and mirrors that show nothing. */
static void
check_source (PltFinanceReading *self, const PltFinanceLine *line)
{
  const PltFundingFacts *source = line->source;
  PltMoney mirrored = plt_funding_mirror (self->facts, self->budget, source);
  PltRef ref = { "funding_source", source->id, "amount_cents" };
  g_autofree char *typed = NULL;
  g_autofree char *counted = NULL;

  if (mirrored == PLT_UNKNOWN)
    return;
  if (mirrored == 0)
    {
      ref.column = "mirror";
      plt_issues_add (self->result->issues, "finance.mirror-empty", PLT_SEVERITY_WARNING, ref, NULL,
                      _ ("“%s” mirrors lines of the budget, and there are none left for it."),
                      source->name);
    }
  if (source->amount_cents == PLT_UNKNOWN || source->amount_cents == mirrored)
    return;
  typed = plt_money_format (source->amount_cents);
  counted = plt_money_format (mirrored);
  plt_issues_add (self->result->issues, "finance.mirror-differs", PLT_SEVERITY_WARNING, ref, NULL,
                  _ ("“%s” was typed as %s; the budget lines it mirrors come to %s, and that is "
                     "what counts."),
                  source->name, typed, counted);
}

/* Of one mode: lines and percentages of the devis without a source. */
static PltMoney
unmirrored (const PltFinanceReading *self, PltMode mode, PltRef *first)
{
  static const char *const columns[PLT_N_PERCENTS]
      = { "overheads_mode", "contingency_mode", "producer_mode", "financial_mode" };
  const PltBudget *budget = self->budget;
  PltMoney sum = 0;

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = budget->lines->pdata[i];
      PltMoney both = line->amount != PLT_UNKNOWN ? line->amount : 0;

      if (strcmp (line->line->mode, modes[mode]) != 0)
        continue;
      plt_money_add (both, line->contributions, &both);
      if (both == 0 || plt_funding_of_line (self->facts, budget, line) != NULL)
        continue;
      if (first->table == NULL)
        *first = (PltRef){ "budget_line", line->line->id, "mode" };
      plt_money_add (sum, both, &sum);
    }
  for (guint i = 0; i < PLT_N_PERCENTS; i++)
    {
      const PltBudgetPercent *percent = &budget->percents[i];

      if (percent->amount == 0 || g_strcmp0 (percent->mode, modes[mode]) != 0
          || plt_funding_of_percent (self->facts, i) != NULL)
        continue;
      if (first->table == NULL)
        *first = (PltRef){ "budget", budget->budget->id, columns[i] };
      plt_money_add (sum, percent->amount, &sum);
    }
  return sum;
}

/* Of one nature: sources that mirror nothing. */
static PltMoney
unattached (const PltFinanceReading *self, PltMode mode, PltRef *first)
{
  PltMoney sum = 0;

  for (guint i = 0; i < self->result->groups->len; i++)
    {
      const PltFinanceLine *line = &g_array_index (self->result->groups, PltFinanceLine, i);

      if (line->source == NULL || strcmp (line->source->nature, modes[mode]) != 0
          || (line->source->mirror != NULL && *line->source->mirror != '\0')
          || line->amount == PLT_UNKNOWN || line->amount == 0)
        continue;
      if (first->table == NULL)
        *first = (PltRef){ "funding_source", line->source->id, "mirror" };
      plt_money_add (sum, line->amount, &sum);
    }
  return sum;
}

/* What is equal on both sides but typed twice is only worth knowing. */
static void
check_mode (PltFinanceReading *self, PltMode mode)
{
  PltRef line = { NULL, 0, NULL }, source = { NULL, 0, NULL };
  PltMoney here = unmirrored (self, mode, &line), there = unattached (self, mode, &source);
  PltSeverity severity = here == there ? PLT_SEVERITY_INFO : PLT_SEVERITY_WARNING;
  g_autofree char *ours = plt_money_format (here);
  g_autofree char *theirs = plt_money_format (there);

  if (here != 0)
    plt_issues_add (
        self->result->issues, "finance.mirror-missing", severity, line, NULL,
        mode == PLT_MODE_IN_KIND
            ? _ ("%s of the budget are borne in kind and no source mirrors them.")
            : _ ("%s of the budget are borne in participation and no source mirrors them."),
        ours);
  if (there != 0)
    plt_issues_add (
        self->result->issues, "finance.mirror-unattached", severity, source, NULL,
        mode == PLT_MODE_IN_KIND
            ? _ ("%s of the financing are brought in kind without following the budget.")
            : _ ("%s of the financing are brought in participation without following the budget."),
        theirs);
}

void
plt_finance_check_mirrors (PltFinanceReading *self)
{
  if (self->budget->budget == NULL || self->result->n_lines == 0)
    return;
  for (guint i = 0; i < self->result->groups->len; i++)
    if (g_array_index (self->result->groups, PltFinanceLine, i).source != NULL)
      check_source (self, &g_array_index (self->result->groups, PltFinanceLine, i));
  check_mode (self, PLT_MODE_IN_KIND);
  check_mode (self, PLT_MODE_PARTICIPATION);
}

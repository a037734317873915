/* Rules on the sources themselves: how many, from whom, what may stand together, their instalments.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-finance-private.h"
#include "plt-funding-group.h"
#include "plt-text.h"

static const PltFinanceLine *
line_at (const PltFinanceReading *self, guint index)
{
  const PltFinanceLine *line = &g_array_index (self->result->groups, PltFinanceLine, index);

  return line->source != NULL ? line : NULL;
}

/* A foreign work with the C2I has neither CIC nor CIA, nor an aid of the CNC. */
static void
check_cumul (PltFinanceReading *self)
{
  gboolean typed = g_strcmp0 (self->facts->production.tax_credit, "c2i") == 0;
  guint n_foreign = 0, n_other = 0;
  PltRef ref = { NULL, 0, NULL };

  for (guint i = 0; i < self->result->groups->len; i++)
    {
      const PltFinanceLine *line = line_at (self, i);
      gboolean other;

      if (line == NULL || strcmp (line->source->group, "credit-impot") != 0)
        continue;
      other = plt_text_contains (line->source->name, "cic")
              || plt_text_contains (line->source->name, "cia");
      if (plt_text_contains (line->source->name, "c2i") || (typed && !other))
        n_foreign++;
      else
        n_other++;
      ref = (PltRef){ "funding_source", line->source->id, "name" };
    }
  if (n_foreign > 0)
    plt_finance_add_check (
        self, -1,
        (PltFinanceCheck){
            .rule = "finance.cumul",
            .label = "C2I seul : ni CIC, ni CIA, ni aide du CNC à la production pour la même œuvre",
            .have = n_foreign + n_other + (self->result->cnc > 0 ? 1 : 0),
            .limit = 1,
            .unit = PLT_CHECK_COUNT,
            .state = n_other > 0 || self->result->cnc > 0 ? PLT_CHECK_BROKEN : PLT_CHECK_HELD,
            .ref = ref });
}

static void
check_count (PltFinanceReading *self)
{
  const PltFinancePlan *plan = self->result;
  gint64 least;
  int row = plt_finance_find_rule (self, "sources-min", "", &least);

  if (row >= 0)
    plt_finance_add_check (
        self, row,
        (PltFinanceCheck){ .rule = "finance.sources",
                           .have = plan->n_funders,
                           .limit = least,
                           .unit = PLT_CHECK_COUNT,
                           .state = plan->n_funders >= least ? PLT_CHECK_HELD : PLT_CHECK_BROKEN,
                           .ref = { "funding_source", 0, NULL } });
}

/* Neither public nor private money alone: the lesser of the two shares. */
static void
check_balance (PltFinanceReading *self)
{
  const PltFinancePlan *plan = self->result;
  PltMoney lesser = MIN (plan->public_money, plan->private_money), open = plan->unsure_money;
  gint64 least, have = PLT_UNKNOWN, with = PLT_UNKNOWN;
  int row = plt_finance_find_rule (self, "equilibre", "", &least);

  if (row < 0 || plan->n_lines == 0)
    return;
  if (plan->total > 0)
    {
      plt_number_mul_div (lesser, PLT_RATE_ONE, plan->total, PLT_ROUND_DOWN, &have);
      plt_number_mul_div (lesser + open, PLT_RATE_ONE, plan->total, PLT_ROUND_DOWN, &with);
    }
  plt_finance_add_check (self, row,
                         (PltFinanceCheck){ .rule = "finance.equilibre",
                                            .have = have,
                                            .limit = least,
                                            .unit = PLT_CHECK_RATE,
                                            .state = have == PLT_UNKNOWN ? PLT_CHECK_UNKNOWN
                                                     : have >= least     ? PLT_CHECK_HELD
                                                     : with >= least     ? PLT_CHECK_UNKNOWN
                                                                         : PLT_CHECK_BROKEN,
                                            .ref = { "funding_source", 0, "ownership" } });
}

/* Producteurs délégués by name: one that brings money and its overheads is one. */
static guint
count_delegates (const PltFinanceReading *self, PltRef *ref)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->result->groups->len; i++)
    {
      const PltFinanceLine *line = line_at (self, i);

      if (line == NULL || !plt_funding_is_line (line->source, "producteur-delegue"))
        continue;
      if (line->source->funder != NULL && *line->source->funder != '\0')
        g_hash_table_add (seen, plt_text_fold (line->source->funder));
      else
        g_hash_table_add (seen, g_strdup (""));
      *ref = (PltRef){ "funding_source", line->source->id, "line" };
    }
  return g_hash_table_size (seen);
}

static void
check_delegates (PltFinanceReading *self)
{
  PltRef ref = { NULL, 0, NULL };
  guint n = count_delegates (self, &ref);
  const char *class = self->result->class != NULL ? self->result->class : "";
  gint64 most, derogation;
  int row = plt_finance_find_rule (self, "delegues-max", "", &most);

  if (row < 0 || n == 0)
    return;
  if (!g_str_has_prefix (class, "audiovisuel") && !g_str_has_prefix (class, "documentaire"))
    derogation = most;
  else if (plt_finance_find_rule (self, "delegues-max-derogation", "audiovisuel", &derogation) < 0)
    derogation = most;
  plt_finance_add_check (self, row,
                         (PltFinanceCheck){ .rule = "finance.delegues",
                                            .have = n,
                                            .limit = most,
                                            .unit = PLT_CHECK_COUNT,
                                            .state = n <= most         ? PLT_CHECK_HELD
                                                     : n <= derogation ? PLT_CHECK_UNKNOWN
                                                                       : PLT_CHECK_BROKEN,
                                            .ref = ref });
}

/* Money from abroad is told by its country. */
static void
check_country (PltFinanceReading *self)
{
  for (guint i = 0; i < self->result->groups->len; i++)
    {
      const PltFinanceLine *line = line_at (self, i);

      if (line != NULL && *plt_funding_country (line->source) == '\0')
        plt_issues_add (self->result->issues, "finance.country", PLT_SEVERITY_INFO,
                        (PltRef){ "funding_source", line->source->id, "country" }, NULL,
                        _ ("“%s” is foreign money: say of which country."), line->source->name);
    }
}

/* The rights that are sold: the worst of them. */
static void
check_windows (PltFinanceReading *self)
{
  const PltMediaWindows *windows = self->result->windows;
  PltRef ref = { NULL, 0, NULL };
  PltCheckState state = PLT_CHECK_HELD;
  const char *legal = NULL;
  guint n_fine = 0, n = 0;

  for (guint i = 0; i < windows->windows->len; i++)
    {
      const PltMediaWindow *window = &g_array_index (windows->windows, PltMediaWindow, i);

      if (!windows->applies || window->allowed == PLT_UNKNOWN)
        continue;
      n++;
      n_fine += window->state == PLT_CHECK_HELD;
      legal = legal != NULL ? legal : window->legal;
      if (window->state == PLT_CHECK_HELD || state == PLT_CHECK_BROKEN)
        continue;
      state = window->state;
      legal = window->legal;
      ref = (PltRef){ "funding_source", window->source->id, "window_months" };
    }
  for (guint i = 0; i < windows->overlaps->len; i++)
    if (g_array_index (windows->overlaps, PltMediaOverlap, i).state == PLT_CHECK_BROKEN)
      state = PLT_CHECK_BROKEN;
  if (n > 0)
    plt_finance_add_check (
        self, -1,
        (PltFinanceCheck){ .rule = "finance.fenetres",
                           .label = "Droits vendus dans l’ordre de la chronologie des médias",
                           .have = n_fine,
                           .limit = n,
                           .unit = PLT_CHECK_COUNT,
                           .state = state,
                           .source = legal,
                           .quiet = TRUE,
                           .ref = ref });
  for (guint i = 0; i < windows->issues->len; i++)
    {
      const PltIssue *issue = windows->issues->pdata[i];

      plt_issues_add (self->result->issues, issue->rule, issue->severity, issue->ref, issue->source,
                      "%s", issue->message);
    }
}

void
plt_finance_check_sources (PltFinanceReading *self)
{
  check_cumul (self);
  check_count (self);
  check_balance (self);
  check_delegates (self);
  check_country (self);
  check_windows (self);
}

static void
check_parts (PltFinanceReading *self, const PltFinanceLine *line, const PltMoney *amounts)
{
  const PltFacts *facts = self->facts;
  PltMoney sum = 0;
  guint n_parts = 0;
  gboolean unknown = FALSE;
  g_autofree char *given = NULL;
  g_autofree char *wanted = NULL;
  PltRef ref = { "funding_source", line->source->id, NULL };

  for (guint i = 0; i < facts->instalments.n; i++)
    if (facts->instalments.items[i].funding_source == line->source->id)
      {
        n_parts++;
        unknown = unknown || amounts[i] == PLT_UNKNOWN;
        if (amounts[i] != PLT_UNKNOWN)
          plt_money_add (sum, amounts[i], &sum);
      }
  if (n_parts == 0)
    plt_issues_add (self->result->issues, "finance.no-instalment", PLT_SEVERITY_WARNING, ref, NULL,
                    _ ("“%s” has no instalment: it is missing from the cash plan."),
                    line->source->name);
  if (n_parts == 0 || unknown || sum == line->amount)
    return;
  given = plt_money_format (sum);
  wanted = plt_money_format (line->amount);
  ref.column = "amount_cents";
  plt_issues_add (self->result->issues, "finance.instalments", PLT_SEVERITY_WARNING, ref, NULL,
                  _ ("The instalments of “%s” add up to %s instead of %s."), line->source->name,
                  given, wanted);
}

/* One instalment per cent too many or too few is a warning: the cash plan would be wrong. */
void
plt_finance_check_instalments (PltFinanceReading *self)
{
  g_autofree PltMoney *amounts = plt_funding_instalments (self->facts, self->budget);

  for (guint i = 0; i < self->result->groups->len; i++)
    {
      const PltFinanceLine *line = line_at (self, i);

      if (line != NULL && line->amount != PLT_UNKNOWN && line->amount != 0
          && strcmp (line->source->nature, "numeraire") == 0)
        check_parts (self, line, amounts);
    }
}

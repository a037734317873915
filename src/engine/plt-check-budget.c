/* Findings of the devis: each stands on the cell it is about, and says what to do.
 *
 * budget.formula, budget.cycle, budget.overflow, budget.negative, budget.unit, budget.missing-rate:
 * a cell that counts nothing; the rest of the devis is computed, its totals are incomplete.
 * budget.percent: a percentage after the posts that cannot be counted.
 * budget.below-minimum, engagement.below-minimum: the least of the pay scale (plt-rates.h), with
 * its source and the gap. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check.h"
#include "plt-rates.h"
#include "plt-table.h"

typedef struct
{
  const PltFacts *facts;
  const PltBudget *budget;
  PltRates *rates;
  PltDate date;
  const PltColumn *unit; /* of a line */
  GPtrArray *issues;
} Check;

static PltRef
cell (const PltBudgetLine *line, const char *column)
{
  return (PltRef){ "budget_line", line->line->id, column };
}

/* ---- cells that count nothing ---- */

static void
check_cells (Check *self, const PltBudgetLine *line)
{
  if (line->error != NULL)
    g_ptr_array_add (self->issues, plt_issue_new (line->error_rule, PLT_SEVERITY_ERROR,
                                                  cell (line, line->error_column), NULL, "%s : %s",
                                                  line->line->label, line->error));
  else if (line->amount == PLT_UNKNOWN)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("budget.no-rate", PLT_SEVERITY_WARNING, cell (line, "rate_cents"), NULL,
                       _ ("The line “%s” has no rate and counts nothing. Type its rate."),
                       line->line->label));
}

static gboolean
is_known_unit (const Check *self, const char *unit)
{
  for (const PltChoice *choice = self->unit->choices; choice->id != NULL; choice++)
    if (strcmp (choice->id, unit) == 0)
      return TRUE;
  return *unit == '\0';
}

/* A cell of a template of devis that the production keeps: "billet", "% du devis". */
static gboolean
is_unit_of_template (const Check *self, const char *unit)
{
  g_autofree char *cell = g_strdup_printf ("\t%s\t", unit);

  for (guint i = 0; i < self->facts->referentials.n; i++)
    {
      const PltReferentialFacts *kept = &self->facts->referentials.items[i];

      if (g_str_has_prefix (kept->name, "devis-") && strstr (kept->content, cell) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What may give a number that depends on the unit. */
static gboolean
is_counted_in_unit (const PltLineFacts *line)
{
  return *line->function != '\0' || line->role != 0 || line->engagement != 0
         || *line->link_quantity != '\0' || *line->link_duration != '\0';
}

/* Units of one's own are allowed; no time and no rate of a scale can be counted in them. Those of a
 * template are expected where plain numbers are typed. */
static void
check_unit (Check *self, const PltBudgetLine *line)
{
  if (line->amount == 0 || is_known_unit (self, line->line->unit)
      || (!is_counted_in_unit (line->line) && is_unit_of_template (self, line->line->unit)))
    return;
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("budget.own-unit", PLT_SEVERITY_INFO, cell (line, "unit"), NULL,
                     _ ("The unit “%s” of “%s” is not one that is known here: only plain numbers "
                        "can be counted in it."),
                     line->line->unit, line->line->label));
}

static void
check_globals (Check *self)
{
  for (guint i = 0; i < self->facts->globals.n; i++)
    {
      const PltGlobalFacts *global = &self->facts->globals.items[i];
      const char *problem = NULL;
      gint64 value;

      if (global->budget != self->budget->budget->id
          || plt_budget_global (self->budget, global->id, &value, &problem) || problem == NULL)
        continue;
      g_ptr_array_add (self->issues,
                       plt_issue_new ("budget.variable", PLT_SEVERITY_ERROR,
                                      (PltRef){ "budget_global", global->id, "value" }, NULL,
                                      "%s : %s", global->name, problem));
    }
}

/* ---- contributions ---- */

static gboolean
is_paid (const PltLineFacts *line)
{
  return strcmp (line->payee, "salarie") == 0 || strcmp (line->payee, "auteur") == 0
         || strcmp (line->payee, "permanent") == 0;
}

static void
check_profile (Check *self, const PltBudgetLine *line)
{
  const PltProfileFacts *profile
      = PLT_FACTS_FIND (self->facts->profiles, PltProfileFacts, line->line->profile);

  if (line->amount == 0 || line->amount == PLT_UNKNOWN)
    return;
  if (profile == NULL && is_paid (line->line))
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("budget.no-profile", PLT_SEVERITY_WARNING, cell (line, "profile"), NULL,
                       _ ("“%s” is paid as a wage and has no contributions. Choose its profile."),
                       line->line->label));
  else if (line->no_contribution_rate)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("budget.no-contribution-rate", PLT_SEVERITY_WARNING, cell (line, "profile"),
                       NULL,
                       _ ("The contributions of “%s” are not known: the profile “%s” has no "
                          "rate. Type the rate of your payroll office."),
                       line->line->label, profile != NULL ? profile->name : ""));
}

/* Profiles that are used, and post to an account that the devis does not have. */
static void
check_postings (Check *self)
{
  for (guint i = 0; i < self->facts->profiles.n; i++)
    {
      const PltProfileFacts *profile = &self->facts->profiles.items[i];
      gboolean used = FALSE;

      for (guint j = 0; j < self->budget->lines->len && !used; j++)
        {
          const PltBudgetLine *line = self->budget->lines->pdata[j];

          used = line->line->profile == profile->id && line->contributions != 0;
        }
      if (used && strcmp (profile->method, "detail") != 0
          && plt_budget_account_by_code (self->budget, profile->account) == NULL)
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("budget.no-account", PLT_SEVERITY_WARNING,
                           (PltRef){ "contribution_profile", profile->id, "account" }, NULL,
                           _ ("The contributions of “%s” go to the account “%s”, which this budget "
                              "does not have. Give the profile an account of post 4."),
                           profile->name, profile->account));
    }
  if (self->budget->unposted != 0)
    {
      g_autofree char *amount = plt_money_format (self->budget->unposted);

      g_ptr_array_add (
          self->issues,
          plt_issue_new ("budget.unposted", PLT_SEVERITY_WARNING,
                         (PltRef){ "budget", self->budget->budget->id, NULL }, NULL,
                         _ ("%s of contributions have no account in post 4. Give their profile an "
                            "account of this budget."),
                         amount));
    }
}

/* ---- the pay scale ---- */

/* `what`: whom it is about */
static void
below_minimum (Check *self,
               const char *rule,
               PltRef ref,
               const char *what,
               PltMoney paid,
               PltMoney least,
               const PltRate *rate,
               const char *source)
{
  g_autofree char *is = plt_money_format (paid);
  g_autofree char *gap = plt_money_format (least - paid);
  g_autofree char *minimum = plt_money_format (least);

  if (paid >= least)
    return;
  g_ptr_array_add (self->issues,
                   plt_issue_new (rule, PLT_SEVERITY_WARNING, ref, source,
                                  _ ("“%s” is paid %s, %s below the minimum of “%s”, %s. Raise the "
                                     "rate."),
                                  what, is, gap, rate->function, minimum));
}

static void
check_line_rate (Check *self, const PltBudgetLine *line)
{
  const PltLineFacts *row = line->line;
  PltRateQuery query = { NULL, row->function, row->scale, row->unit, self->date };
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;
  PltRateStatus status;
  PltMoney least;
  PltRate rate;

  if (*row->function == '\0' || line->rate == PLT_UNKNOWN || line->amount == 0)
    return;
  status = plt_rates_minimum (self->rates, &query, &least, &rate, &source, &error);
  if (status == PLT_RATE_FOUND)
    below_minimum (self, "budget.below-minimum", cell (line, "rate_cents"), row->label, line->rate,
                   least, &rate, source);
  else
    g_ptr_array_add (self->issues,
                     plt_issue_new ("budget.no-minimum", PLT_SEVERITY_INFO,
                                    cell (line, "rate_cents"), NULL,
                                    _ ("The rate of “%s” was not compared with the pay scale. %s"),
                                    row->label, error->message));
}

/* Functions of engagements are written freely: only one that the scale has is compared. */
static void
check_engagement (Check *self, const PltEngagementFacts *engagement)
{
  PltDate date = engagement->from_date != PLT_DATE_NONE ? engagement->from_date : self->date;
  const PltPersonFacts *person
      = PLT_FACTS_FIND (self->facts->people, PltPersonFacts, engagement->person);
  PltRateQuery query = { NULL, engagement->function, NULL, engagement->unit, date };
  g_autofree char *name = person != NULL ? plt_facts_person_name (person) : NULL;
  g_autofree char *source = NULL;
  PltMoney least;
  PltRate rate;

  if (engagement->role != 0)
    query.function = "Artiste-interprète";
  if (*query.function == '\0' || engagement->rate_cents == PLT_UNKNOWN
      || engagement->rate_cents == 0
      || plt_rates_minimum (self->rates, &query, &least, &rate, &source, NULL) != PLT_RATE_FOUND
      || !rate.exact)
    return;
  below_minimum (self, "engagement.below-minimum",
                 (PltRef){ "engagement", engagement->id, "rate_cents" },
                 name != NULL && *name != '\0' ? name : engagement->function,
                 engagement->rate_cents, least, &rate, source);
}

/* Nothing says of which day the rates are. */
static void
check_date (Check *self)
{
  for (guint i = 0; self->date == PLT_DATE_NONE && i < self->budget->lines->len; i++)
    {
      const PltBudgetLine *line = self->budget->lines->pdata[i];

      if (*line->line->function == '\0' || line->amount == 0)
        continue;
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("budget.undated", PLT_SEVERITY_INFO,
                         (PltRef){ "budget", self->budget->budget->id, "date" }, NULL,
                         _ ("The budget has no date, and neither has the shooting: its rates are "
                            "the last ones of the pay scales. Date the budget or the first day.")));
      return;
    }
}

/* ---- all of it ---- */

static void
check_percents (Check *self)
{
  static const char *const columns[PLT_N_PERCENTS] = {
    [PLT_PERCENT_OVERHEADS] = "overheads_e6",
    [PLT_PERCENT_CONTINGENCY] = "contingency_e6",
    [PLT_PERCENT_PRODUCER] = "producer_e6",
    [PLT_PERCENT_FINANCIAL] = "financial_e6",
  };

  for (guint i = 0; i < PLT_N_PERCENTS; i++)
    if (self->budget->percents[i].wrong)
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("budget.percent", PLT_SEVERITY_ERROR,
                         (PltRef){ "budget", self->budget->budget->id, columns[i] }, NULL,
                         _ ("This percentage cannot be counted: it is too large, or takes all of "
                            "the sum that holds it. Correct its rate.")));
}

static gboolean
is_saturated (const PltBudget *budget)
{
  for (guint i = 0; i < budget->accounts->len; i++)
    {
      PltMoney total = ((const PltBudgetAccount *) budget->accounts->pdata[i])->total;

      if (total == G_MAXINT64 || total == G_MININT64 + 1)
        return TRUE;
    }
  return budget->total == G_MAXINT64;
}

/**
 * plt_check_budget: cells that count nothing, rates against the pay scales, contributions; and the
 * rates of the engagements.
 */
void
plt_check_budget (const PltFacts *facts, const PltBudget *budget, GPtrArray *issues)
{
  g_autoptr (PltRates) rates = plt_rates_new (facts);
  Check self = { .facts = facts,
                 .budget = budget,
                 .rates = rates,
                 .date = plt_budget_date (budget),
                 .unit = plt_table_column (plt_table_find ("budget_line"), "unit"),
                 .issues = issues };

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = budget->lines->pdata[i];

      check_cells (&self, line);
      check_unit (&self, line);
      check_profile (&self, line);
      check_line_rate (&self, line);
    }
  for (guint i = 0; i < facts->engagements.n; i++)
    check_engagement (&self, &facts->engagements.items[i]);
  if (budget->budget == NULL)
    return;
  check_globals (&self);
  check_postings (&self);
  check_date (&self);
  check_percents (&self);
  if (is_saturated (budget))
    g_ptr_array_add (issues, plt_issue_new ("budget.overflow", PLT_SEVERITY_ERROR,
                                            (PltRef){ "budget", budget->budget->id, NULL }, NULL,
                                            _ ("A total of the budget is too large to be counted. "
                                               "Correct the amounts it is made of.")));
}

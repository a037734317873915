#include "plt-tax-estimate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-funding-amount.h"
#include "plt-funding-group.h"
#include "plt-performer-scale.h"

const char *const plt_tax_referentials[]
    = { PLT_TAX_TABLE_RATES, PLT_TAX_TABLE_BANDS, PLT_TAX_SPEND_TABLE, PLT_TAX_FILE_TABLE,
        PLT_FUNDING_GROUPS,  PLT_PERFORMER_SCALE, "cotisations-2026",  NULL };

static const struct
{
  const char *kind;
  PltTaxRegime regime;
  const char *genre;
} kinds[] = {
  { "long-metrage", PLT_TAX_CIC, "film-francais" },
  { "court-metrage", PLT_TAX_CIC, "film-francais" },
  { "unitaire", PLT_TAX_CIA, "fiction" },
  { "serie", PLT_TAX_CIA, "fiction" },
  { "documentaire", PLT_TAX_CIA, "documentaire" },
  { "captation", PLT_TAX_CIA, "spectacle" },
};

/* The regime and the genre, from the options or from the kind of production. */
static gboolean
choose_regime (PltTaxEstimate *self, const PltFacts *facts, GError **error)
{
  PltTaxOptions *options = &self->options;
  const char *kind = facts->production.kind != NULL ? facts->production.kind : "";
  const char *genre = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, kind) == 0)
      {
        genre = kinds[i].genre;
        if (options->regime < 0 && options->genre == NULL)
          options->regime = (int) kinds[i].regime;
      }
  if (options->regime < 0 && options->genre != NULL)
    options->regime = g_str_has_prefix (options->genre, "film-") ? PLT_TAX_CIC : PLT_TAX_CIA;
  if (options->regime < 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("This kind of production has no tax credit for films and programmes. Say "
                      "which regime is meant: cic, cia or c2i."));
      return FALSE;
    }
  if (options->genre == NULL && options->regime == PLT_TAX_CIC)
    {
      options->genre = options->french == 0 ? "film-autre" : "film-francais";
      if (options->french == 2)
        plt_issues_add (
            self->issues, "tax-credit.language", PLT_SEVERITY_INFO,
            (PltRef){ "production", facts->production.id, "language" }, NULL,
            _ ("The film is taken for one in French. Another language has a lower rate: say "
               "so with the option “langue”."));
    }
  else if (options->genre == NULL)
    options->genre = genre != NULL && !g_str_has_prefix (genre, "film-") ? genre : "fiction";
  return TRUE;
}

static void
read_source (PltTaxEstimate *self,
             const PltReferential *groups,
             const PltFacts *facts,
             const PltBudget *budget,
             const PltFundingFacts *source,
             PltMoney *aid,
             PltMoney *subsidies)
{
  PltFundingGroup nature = plt_funding_nature (groups, facts, source);
  PltRef ref = { "funding_source", source->id, "amount_cents" };
  PltTaxAid found = { source, plt_funding_amount (facts, budget, source), nature.deducted,
                      nature.counted, nature.sure };

  if (plt_funding_is_refused (source) || strcmp (source->group, "credit-impot") == 0
      || (!nature.counted && !nature.unsure))
    return;
  g_array_append_val (self->aids, found);
  if (found.amount == PLT_UNKNOWN)
    plt_issues_add (
        self->issues, "tax-credit.aid-unknown", PLT_SEVERITY_WARNING, ref, NULL,
        _ ("“%s” has no amount: it is not counted in the public aid, and may lower the tax "
           "credit."),
        source->name);
  else if (nature.unsure)
    {
      ref.column = "ownership";
      plt_issues_add (self->issues, "tax-credit.aid-unsure", PLT_SEVERITY_INFO, ref, NULL,
                      _ ("“%s” is not counted as public aid: say yourself whether it is."),
                      source->name);
    }
  else
    {
      plt_money_add (*aid, found.amount, aid);
      if (found.deducted)
        plt_money_add (*subsidies, found.amount, subsidies);
      if (strcmp (source->group, "cnc") == 0 && found.amount > 0)
        self->on.cnc_aid = TRUE;
    }
}

static void
read_aid (PltTaxEstimate *self, const PltFacts *facts, const PltBudget *budget)
{
  g_autoptr (PltReferential) groups = plt_referential_open (facts, PLT_FUNDING_GROUPS);
  PltTaxOptions *options = &self->options;
  PltMoney aid = 0, subsidies = 0;

  for (guint i = 0; i < facts->funding.n; i++)
    read_source (self, groups, facts, budget, &facts->funding.items[i], &aid, &subsidies);
  if (groups == NULL && facts->funding.n > 0)
    plt_issues_add (
        self->issues, "tax-credit.no-groups", PLT_SEVERITY_WARNING,
        (PltRef){ "production", facts->production.id, NULL }, NULL,
        _ ("Which sources of financing are public is missing from the reference data: no "
           "public aid was counted."));
  if (subsidies > 0 && options->subsidies == PLT_UNKNOWN && !plt_funding_is_assigned (facts))
    plt_issues_add (
        self->issues, "tax-credit.subsidies-supposed", PLT_SEVERITY_INFO,
        (PltRef){ "production", facts->production.id, NULL }, NULL,
        _ ("The aid of regions is taken for subsidies that go to the eligible spend, and is "
           "deducted. Give the amount yourself where that is not so."));
  if (options->subsidies == PLT_UNKNOWN)
    options->subsidies = subsidies;
  if (options->aid == PLT_UNKNOWN)
    options->aid = MAX (aid, options->subsidies);
}

static void
fill_case (PltTaxEstimate *self,
           const PltFacts *facts,
           const PltPlan *plan,
           const PltBudget *budget)
{
  PltTaxOptions *options = &self->options;
  PltTaxCase *on = &self->on;

  if (options->budget == PLT_UNKNOWN && budget->budget != NULL)
    options->budget = budget->total;
  if (options->eligible == PLT_UNKNOWN && budget->budget != NULL)
    options->eligible = self->spend->eligible;
  if (options->seconds == PLT_UNKNOWN && facts->production.target_seconds > 0)
    options->seconds = facts->production.target_seconds;
  if (options->shooting_days == PLT_UNKNOWN && plan->n_shooting_days > 0)
    options->shooting_days = plan->n_shooting_days;
  on->regime = (PltTaxRegime) options->regime;
  on->genre = options->genre;
  on->budget = options->budget;
  on->eligible = options->eligible;
  on->subsidies = options->subsidies;
  on->aid = options->aid;
  on->share_e6 = options->share_e6;
  on->seconds = options->seconds;
  on->vfx_share_e6 = options->vfx_share_e6;
  on->vfx_spend = options->vfx_spend;
  on->shooting_days = options->shooting_days;
  on->date = options->date;
  on->difficult = options->difficult;
  on->youth = options->youth;
  on->subsidies_first = options->subsidies_first;
}

/* What the plan de financement counts on. */
static void
check_plan (PltTaxEstimate *self, const PltFacts *facts, const PltBudget *budget)
{
  PltMoney planned = 0;
  PltRef ref = { "funding_source", 0, "amount_cents" };
  g_autofree char *in_plan = NULL;
  g_autofree char *counted = NULL;
  g_autofree char *prudent = NULL;

  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];
      PltMoney amount = plt_funding_amount (facts, budget, source);

      if (strcmp (source->group, "credit-impot") != 0 || plt_funding_is_refused (source)
          || amount == PLT_UNKNOWN)
        continue;
      plt_money_add (planned, amount, &planned);
      ref.id = source->id;
    }
  if (self->credit->credit == PLT_UNKNOWN || ref.id == 0)
    return;
  in_plan = plt_money_format (planned);
  counted = plt_money_format (self->credit->credit);
  if (planned > self->credit->credit)
    plt_issues_add (self->issues, "tax-credit.plan-differs", PLT_SEVERITY_WARNING, ref, NULL,
                    _ ("The plan de financement counts on a tax credit of %s, and it comes to %s."),
                    in_plan, counted);
  else if (self->credit->prudent != PLT_UNKNOWN && planned < self->credit->prudent)
    {
      prudent = plt_money_format (self->credit->prudent);
      plt_issues_add (
          self->issues, "tax-credit.plan-below", PLT_SEVERITY_INFO, ref, NULL,
          _ ("The plan de financement counts on a tax credit of %s; it comes to %s, and %s "
             "would be prudent."),
          in_plan, counted, prudent);
    }
}

static void
check_dates (PltTaxEstimate *self, const PltFacts *facts, const PltPlan *plan)
{
  PltRef ref = { "production", facts->production.id, "request_date" };
  PltDate first = plt_plan_first_date (plan);
  const PltTaxItem *request = plt_tax_file_find (self->file, "provisoire", "demande");
  const char *source = request != NULL ? request->source : NULL;

  if (self->options.request == PLT_DATE_NONE)
    plt_issues_add (
        self->issues, "tax-credit.no-request", PLT_SEVERITY_INFO, ref, source,
        _ ("The date of the request to the CNC is not given: spend before it is lost, and "
           "nothing was taken off for that."));
  else if (first != PLT_DATE_NONE && self->options.request >= first)
    plt_issues_add (self->issues, "tax-credit.request-late", PLT_SEVERITY_ERROR, ref, source,
                    _ ("The request must reach the CNC before the first shooting day."));
  if (self->years->len > 0
      && g_array_index (self->years, PltTaxYear, self->years->len - 1).end == PLT_DATE_NONE)
    plt_issues_add (
        self->issues, "tax-credit.undated", PLT_SEVERITY_WARNING, ref, NULL,
        _ ("Some of the eligible spend has no date: date the plan de travail to know its "
           "exercice."));
}

static void
take_issues (PltTaxEstimate *self, GPtrArray *issues)
{
  while (issues->len > 0)
    g_ptr_array_add (self->issues, g_ptr_array_steal_index (issues, 0));
}

static PltDate
last_closing (const GArray *years)
{
  PltDate last = PLT_DATE_NONE;

  for (guint i = 0; i < years->len; i++)
    last = MAX (last, g_array_index (years, PltTaxYear, i).end);
  return last;
}

static gboolean
count (PltTaxEstimate *self,
       const PltFacts *facts,
       const PltPlan *plan,
       const PltBudget *budget,
       GError **error)
{
  PltTaxOptions *options = &self->options;
  gboolean typed = options->eligible != PLT_UNKNOWN;
  const PltTaxParam *unit;

  if (!choose_regime (self, facts, error))
    return FALSE;
  if (options->date == PLT_DATE_NONE)
    options->date = plt_plan_first_date (plan);
  if (options->date == PLT_DATE_NONE)
    options->date = options->request;
  plt_tax_case_init (&self->on, (PltTaxRegime) options->regime, options->genre);
  self->table = plt_tax_table_new (facts, options->date, error);
  if (self->table == NULL)
    return FALSE;
  read_aid (self, facts, budget);
  self->spend = plt_tax_spend_new (facts, plan, budget, self->table, options, error);
  if (self->spend == NULL)
    return FALSE;
  fill_case (self, facts, plan, budget);
  self->credit = plt_tax_credit_new (self->table, &self->on);
  unit = plt_tax_table_find (self->table, self->on.regime, self->on.genre, "arrondi");
  self->years = plt_tax_years_new (self->spend, options, self->credit->credit,
                                   unit != NULL && unit->value > 0 ? unit->value : 1);
  self->file = plt_tax_file_new (facts, plan, self->on.regime, options, last_closing (self->years));
  if (self->spend->n_incomplete > 0)
    plt_issues_add (
        self->issues, "tax-credit.budget-incomplete", PLT_SEVERITY_WARNING,
        (PltRef){ "budget", budget->budget->id, NULL }, NULL,
        _ ("The devis is not complete: the tax credit is counted on what is known of it."));
  check_plan (self, facts, budget);
  check_dates (self, facts, plan);
  if (!typed)
    take_issues (self, self->spend->issues);
  take_issues (self, self->credit->issues);
  plt_issues_sort (self->issues);
  return TRUE;
}

PltTaxEstimate *
plt_tax_estimate_new (const PltFacts *facts,
                      const PltPlan *plan,
                      const PltBudget *budget,
                      const PltTaxOptions *options,
                      GError **error)
{
  g_autoptr (PltTaxEstimate) self = g_new0 (PltTaxEstimate, 1);

  self->options = *options;
  self->aids = g_array_new (FALSE, FALSE, sizeof (PltTaxAid));
  self->issues = plt_issues_new ();
  if (!count (self, facts, plan, budget, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
plt_tax_estimate_free (PltTaxEstimate *self)
{
  g_clear_pointer (&self->table, plt_tax_table_free);
  g_clear_pointer (&self->spend, plt_tax_spend_free);
  g_clear_pointer (&self->credit, plt_tax_credit_free);
  g_clear_pointer (&self->file, plt_tax_file_free);
  g_clear_pointer (&self->years, g_array_unref);
  g_array_unref (self->aids);
  g_ptr_array_unref (self->issues);
  g_free (self);
}

/* What the production itself says of its tax credit, and what is told of it among the findings. */
#include <string.h>

#include "plt-check.h"
#include "plt-tax-estimate.h"
#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
  PltTaxOptions options;
  GPtrArray *issues;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plt_test_tax_new ("long-metrage");
  self->issues = plt_issues_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->issues);
  plt_facts_free (self->facts);
}

static void
read_facts (Fixture *self)
{
  g_ptr_array_set_size (self->issues, 0);
  plt_tax_options_from_facts (&self->options, self->facts, self->issues);
}

static void
set (Fixture *self, const char *name, const char *value)
{
  PltParameterFacts *parameter = PLT_FACTS_ADD (self->facts->parameters, PltParameterFacts,
                                                (gint64) self->facts->parameters.n + 1);

  parameter->name = name;
  parameter->value = value;
  parameter->note = "";
}

/* Nothing said: as without it. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  PltTaxOptions plain;

  plt_tax_options_init (&plain);
  read_facts (self);
  g_assert_cmpmem (&self->options, sizeof self->options, &plain, sizeof plain);
}

static void
test_production (Fixture *self, gconstpointer data)
{
  PltProductionFacts *production = &self->facts->production;

  production->tax_credit = "c2i";
  production->fiscal_month = 2;
  production->language = "Français";
  production->request_date = plt_date_from_ymd (2026, 5, 4);
  production->visa_date = plt_date_from_ymd (2027, 5, 4);
  production->french_share_e6 = 700000;
  production->aid_class = "audiovisuel-difficile";
  read_facts (self);
  g_assert_cmpint (self->options.regime, ==, PLT_TAX_C2I);
  g_assert_cmpint (self->options.closing_month, ==, 2);
  g_assert_cmpint (self->options.closing_day, ==, 28);
  g_assert_cmpint (self->options.french, ==, 1);
  g_assert_cmpint (self->options.request, ==, production->request_date);
  g_assert_cmpint (self->options.visa, ==, production->visa_date);
  g_assert_cmpint (self->options.share_e6, ==, 700000);
  g_assert_cmpint (self->options.difficult, ==, PLT_TAX_DIFFICULT_YES);
  production->language = "anglais";
  read_facts (self);
  g_assert_cmpint (self->options.french, ==, 0);
}

/* Parameters win over the production; another name is none of ours; a wrong value is told. */
static void
test_parameters (Fixture *self, gconstpointer data)
{
  self->facts->production.french_share_e6 = 700000;
  set (self, "part-francaise", "65 %");
  set (self, "ordre", "subventions-d-abord");
  set (self, "cout-definitif", "12");
  set (self, "minutes", "");
  read_facts (self);
  g_assert_cmpint (self->options.share_e6, ==, 650000);
  g_assert_true (self->options.subsidies_first);
  g_assert_cmpint (self->options.seconds, ==, PLT_UNKNOWN);
  g_assert_cmpuint (self->issues->len, ==, 0);
  set (self, "minutes", "une heure");
  read_facts (self);
  g_assert_cmpuint (self->issues->len, ==, 1);
  g_assert_cmpstr (((PltIssue *) self->issues->pdata[0])->rule, ==, "tax-credit.parameter");
  g_assert_cmpint (((PltIssue *) self->issues->pdata[0])->ref.id, ==, 5);
}

/* Case A of the tax credit, told by the production alone: 30 % of 2 750 000 less the 200 000 of the
 * region that are assigned: 765 000 €. Unless its subsidy is marked, a department that is not
 * assigned is not deducted: 3 more sources change nothing but the aid. */
static void
test_case_a (Fixture *self, gconstpointer data)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltTaxEstimate) estimate = NULL;
  PltFundingFacts *source;

  plt_test_tax_line (self->facts, "23", "forfait", "1", EUROS (2750000), "oui");
  plt_test_tax_line (self->facts, "91", "forfait", "1", EUROS (1250000), "non");
  self->facts->production.language = "français";
  self->facts->production.target_seconds = 90 * 60;
  plt_test_tax_funding (self->facts, "regions", EUROS (200000))->is_assigned = TRUE;
  plt_test_tax_funding (self->facts, "regions", EUROS (40000))->name = "Département";
  plt_test_tax_funding (self->facts, "cnc", EUROS (400000))->kind = "avance-remboursable";
  plt_test_tax_funding (self->facts, "cnc", EUROS (100000));
  source = plt_test_tax_funding (self->facts, "regions", EUROS (90000));
  source->kind = "part-coproduction"; /* to be said case by case */
  budget = plt_budget_new (self->facts, 0, plan);
  read_facts (self);
  estimate = plt_tax_estimate_new (self->facts, plan, budget, &self->options, NULL);
  g_assert_nonnull (estimate);
  g_assert_cmpint (estimate->on.subsidies, ==, EUROS (200000));
  g_assert_cmpint (estimate->on.aid, ==, EUROS (740000));
  g_assert_cmpint (estimate->credit->base, ==, EUROS (2550000));
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (765000));
}

static const PltIssue *
told (Fixture *self, const char *rule)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, plan);

  g_ptr_array_set_size (self->issues, 0);
  plt_check_tax (self->facts, plan, budget, self->issues);
  for (guint i = 0; i < self->issues->len; i++)
    if (strcmp (((const PltIssue *) self->issues->pdata[i])->rule, rule) == 0)
      return self->issues->pdata[i];
  return NULL;
}

/* 30 % of 1 000 000 is 300 000; 90 % of it 270 000 are prudent. */
static void
test_findings (Fixture *self, gconstpointer data)
{
  const PltIssue *issue;

  plt_test_tax_line (self->facts, "23", "forfait", "1", EUROS (1000000), "oui");
  plt_test_tax_line (self->facts, "91", "forfait", "1", EUROS (1000000), "non");
  self->facts->production.target_seconds = 90 * 60;
  g_assert_null (told (self, "tax-credit.length-unchecked"));
  g_assert_cmpuint (self->issues->len, ==, 0); /* nobody counts on one */
  plt_test_tax_funding (self->facts, "credit-impot", EUROS (300001));
  issue = told (self, "tax-credit.plan-differs");
  g_assert_nonnull (issue);
  g_assert_cmpstr (issue->ref.column, ==, "amount_cents");
  g_assert_cmpint (issue->ref.id, ==, 1);
  self->facts->funding.items[0].amount_cents = EUROS (300000);
  g_assert_null (told (self, "tax-credit.plan-differs"));
  g_assert_null (told (self, "tax-credit.plan-below"));
  self->facts->funding.items[0].amount_cents = EUROS (270000);
  g_assert_null (told (self, "tax-credit.plan-below"));
  self->facts->funding.items[0].amount_cents = EUROS (269999);
  g_assert_nonnull (told (self, "tax-credit.plan-below"));
  self->facts->funding.items[0].status = "refuse";
  self->facts->production.tax_credit = "cic";
  self->facts->production.request_date = plt_date_from_ymd (2026, 9, 14);
  issue = told (self, "tax-credit.request-late");
  g_assert_nonnull (issue);
  g_assert_cmpstr (issue->ref.column, ==, "request_date");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/tax-facts/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("production", test_production);
  ADD ("parameters", test_parameters);
  ADD ("case-a", test_case_a);
  ADD ("findings", test_findings);
  return g_test_run ();
}

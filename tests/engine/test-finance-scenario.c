/* Scenarios of financing: the plan with its changes, side by side, and what each failure breaks.
 *
 * A feature of 2 000 000 €: producers 400 000, CNC 500 000 (automatic), region 200 000, channel
 * 500 000, distributor 300 000, in kind 100 000 mirrored. Public 700 000 = 35 %. */
#include "plt-finance-scenario.h"

#include <string.h>

#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
  PltPlan *plan;
  PltBudget *budget;
} Fixture;

enum
{
  PRODUCERS,
  CNC,
  REGION,
  CHANNEL,
  DISTRIBUTOR,
  HIRE,
};

static void
set_up (Fixture *self, gconstpointer data)
{
  PltFacts *facts = self->facts = plt_test_tax_new ("long-metrage");
  PltFundingFacts *hire;

  plt_test_tax_line (facts, "23", "forfait", "1", EUROS (1900000), "oui");
  plt_test_tax_line (facts, "71", "forfait", "1", EUROS (100000), "oui")->mode = "nature";
  plt_test_tax_funding (facts, "apports-producteurs", EUROS (400000));
  plt_test_tax_funding (facts, "cnc", EUROS (500000));
  plt_test_tax_funding (facts, "regions", EUROS (200000));
  plt_test_tax_funding (facts, "diffuseurs", EUROS (500000));
  plt_test_tax_funding (facts, "distributeurs", EUROS (300000));
  hire = plt_test_tax_funding (facts, "divers", PLT_UNKNOWN);
  hire->nature = hire->mirror = "nature";
  hire->ownership = "prive";
  self->plan = plt_plan_new (facts, 0);
  self->budget = plt_budget_new (facts, 0, self->plan);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_budget_free (self->budget);
  plt_plan_free (self->plan);
  plt_facts_free (self->facts);
}

static gint64
add_scenario (Fixture *self, const char *name)
{
  PltScenarioFacts *scenario = PLT_FACTS_ADD (self->facts->scenarios, PltScenarioFacts,
                                              (gint64) self->facts->scenarios.n + 1);

  scenario->name = name;
  scenario->kind = "financement";
  scenario->note = "";
  return scenario->id;
}

static PltScenarioChangeFacts *
add_change (Fixture *self, gint64 scenario, const char *kind, gint64 source, PltMoney amount)
{
  PltScenarioChangeFacts *change
      = PLT_FACTS_ADD (self->facts->scenario_changes, PltScenarioChangeFacts,
                       (gint64) self->facts->scenario_changes.n + 1);

  change->scenario = scenario;
  change->kind = kind;
  change->label = change->event = change->note = "";
  change->funding_source = source;
  change->amount_cents = amount;
  change->offset_days = PLT_UNKNOWN;
  change->date = PLT_DATE_NONE;
  return change;
}

static void
assert_same (const PltFinancePlan *one, const PltFinancePlan *other)
{
  g_assert_cmpint (one->total, ==, other->total);
  g_assert_cmpint (one->gap, ==, other->gap);
  g_assert_cmpint (one->public_money, ==, other->public_money);
  g_assert_cmpint (one->financed_e6, ==, other->financed_e6);
  g_assert_cmpuint (one->issues->len, ==, other->issues->len);
  g_assert_cmpuint (one->groups->len, ==, other->groups->len);
  for (guint i = 0; i < one->groups->len; i++)
    {
      g_assert_cmpint (g_array_index (one->groups, PltFinanceLine, i).amount, ==,
                       g_array_index (other->groups, PltFinanceLine, i).amount);
      g_assert_cmpint (g_array_index (one->groups, PltFinanceLine, i).share_e6, ==,
                       g_array_index (other->groups, PltFinanceLine, i).share_e6);
    }
  g_assert_cmpuint (one->checks->len, ==, other->checks->len);
  for (guint i = 0; i < one->checks->len; i++)
    g_assert_cmpint (g_array_index (one->checks, PltFinanceCheck, i).state, ==,
                     g_array_index (other->checks, PltFinanceCheck, i).state);
}

/* A scenario that changes nothing is the plan; so is scenario 0, and one that is gone. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan
      = plt_finance_plan_new (self->facts, self->plan, self->budget, FALSE);
  gint64 ids[] = { 0, add_scenario (self, "Sans rien"), 77 };

  g_assert_cmpint (plan->gap, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (PltFinanceScenario) scenario
          = plt_finance_scenario_new (self->facts, self->plan, self->budget, ids[i]);

      assert_same (plan, scenario->plan);
      g_assert_cmpuint (scenario->changes->len, ==, 0);
      g_assert_cmpuint (scenario->issues->len, ==, 0);
      g_assert_cmpint (scenario->id, ==, i == 1 ? ids[1] : 0);
    }
}

/* Without the region, the channel at 650 000, a foundation of 30 000: 2 000 000 − 200 000 + 150 000
 * + 30 000 = 1 980 000; the facts of the production stay as they are. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  gint64 id = add_scenario (self, "Sans la Région");
  g_autoptr (PltFinanceScenario) scenario = NULL;
  const PltFinanceChange *changes;

  add_change (self, id, "source-absente", REGION + 1, PLT_UNKNOWN);
  add_change (self, id, "source-montant", CHANNEL + 1, EUROS (650000));
  add_change (self, id, "source-ajoutee", 0, EUROS (30000))->label = "Fondation";
  add_change (self, id, "apport", 0, EUROS (1)); /* of the treasury */
  scenario = plt_finance_scenario_new (self->facts, self->plan, self->budget, id);
  g_assert_cmpint (scenario->plan->total, ==, EUROS (1980000));
  g_assert_cmpint (scenario->plan->gap, ==, EUROS (20000));
  g_assert_cmpint (scenario->plan->public_money, ==, EUROS (500000));
  g_assert_cmpint (scenario->plan->unsure_money, ==, EUROS (30000));
  g_assert_cmpuint (scenario->facts->funding.n, ==, self->facts->funding.n + 1);
  g_assert_cmpuint (scenario->changes->len, ==, 3);
  changes = (const PltFinanceChange *) (gpointer) scenario->changes->data;
  g_assert_cmpstr (changes[0].name, ==, "regions");
  g_assert_cmpint (changes[0].from, ==, EUROS (200000));
  g_assert_cmpint (changes[0].to, ==, 0);
  g_assert_cmpint (changes[1].from, ==, EUROS (500000));
  g_assert_cmpint (changes[1].to, ==, EUROS (650000));
  g_assert_cmpint (changes[2].from, ==, PLT_UNKNOWN);
  g_assert_cmpstr (changes[2].name, ==, "Fondation");
  g_assert_cmpstr (self->facts->funding.items[REGION].status, ==, "confirme");
}

/* An amount typed over a mirror wins over it; a source like another takes after it. */
static void
test_mirror (Fixture *self, gconstpointer data)
{
  gint64 id = add_scenario (self, "Loueur à moitié");
  g_autoptr (PltFinanceScenario) scenario = NULL;

  add_change (self, id, "source-montant", HIRE + 1, EUROS (50000));
  add_change (self, id, "source-ajoutee", CNC + 1, EUROS (10000))->label = "Musique";
  scenario = plt_finance_scenario_new (self->facts, self->plan, self->budget, id);
  g_assert_cmpint (scenario->plan->in_kind, ==, EUROS (50000));
  g_assert_cmpint (scenario->plan->cnc, ==, EUROS (510000));
  g_assert_cmpint (scenario->plan->total, ==, EUROS (1960000));
  g_assert_cmpint (plt_finance_plan_check (scenario->plan, "finance.industrie")->state, ==,
                   PLT_CHECK_BROKEN);
}

static void
test_bad (Fixture *self, gconstpointer data)
{
  gint64 id = add_scenario (self, "Fautif");
  g_autoptr (PltFinanceScenario) scenario = NULL;

  add_change (self, id, "source-absente", 99, PLT_UNKNOWN);
  add_change (self, id, "source-montant", CNC + 1, PLT_UNKNOWN);
  add_change (self, id, "source-ajoutee", 0, PLT_UNKNOWN);
  scenario = plt_finance_scenario_new (self->facts, self->plan, self->budget, id);
  g_assert_cmpuint (scenario->issues->len, ==, 3);
  g_assert_cmpuint (scenario->changes->len, ==, 0);
  g_assert_cmpint (scenario->plan->total, ==, EUROS (2000000));
}

/* On another version of the devis of 1 800 000 €. */
static void
test_budget (Fixture *self, gconstpointer data)
{
  gint64 id = add_scenario (self, "Devis réduit");
  g_autoptr (PltFinanceScenario) scenario = NULL;
  PltBudgetFacts *copy = PLT_FACTS_ADD (self->facts->budgets, PltBudgetFacts, 2);
  PltAccountFacts *account = PLT_FACTS_ADD (self->facts->accounts, PltAccountFacts, 50);
  PltLineFacts *line = PLT_FACTS_ADD (self->facts->lines, PltLineFacts, 50);

  *copy = self->facts->budgets.items[0];
  copy->id = account->budget = line->budget = 2;
  *account = self->facts->accounts.items[0];
  account->id = 50;
  account->budget = 2;
  *line = self->facts->lines.items[0];
  line->id = line->account = 50;
  line->budget = 2;
  line->rate_cents = EUROS (1800000);
  self->facts->scenarios.items[0].budget = 2;
  plt_budget_free (self->budget); /* the lists of the facts have moved */
  self->budget = plt_budget_new (self->facts, 0, self->plan);
  scenario = plt_finance_scenario_new (self->facts, self->plan, self->budget, id);
  g_assert_cmpint (scenario->plan->cost, ==, EUROS (1800000));
  g_assert_cmpint (scenario->plan->in_kind, ==, 0); /* nothing in kind there */
  g_assert_cmpint (scenario->plan->gap, ==, -EUROS (100000));
}

static void
test_compare (Fixture *self, gconstpointer data)
{
  gint64 less = add_scenario (self, "Sans le CNC"), more = add_scenario (self, "Région doublée");
  const gint64 ids[] = { 0, less, more };
  g_autoptr (PltFinanceComparison) comparison = NULL;
  guint n_changed = 0;

  add_change (self, less, "source-absente", CNC + 1, PLT_UNKNOWN);
  add_change (self, more, "source-montant", REGION + 1,
              EUROS (600000)); /* public 1 100 000: 55 % */
  comparison = plt_finance_compare (self->facts, self->plan, self->budget, ids, 3);
  g_assert_cmpuint (comparison->scenarios->len, ==, 3);
  for (guint i = 0; i < comparison->checks->len; i++)
    {
      const PltFinanceCheckRow *row = &g_array_index (comparison->checks, PltFinanceCheckRow, i);

      if (strcmp (row->rule, "finance.aides-publiques") == 0)
        {
          g_assert_true (row->changed);
          g_assert_cmpint (row->have[0], ==, 350000);
          g_assert_cmpint (row->have[1], ==, 100000);
          g_assert_cmpint (row->have[2], ==, 550000);
          g_assert_cmpint (row->states[1], ==, PLT_CHECK_HELD);
          g_assert_cmpint (row->states[2], ==, PLT_CHECK_BROKEN);
        }
      if (strcmp (row->rule, "finance.industrie") == 0)
        g_assert_false (row->changed);
    }
  for (guint i = 0; i < comparison->sources->len; i++)
    {
      const PltFinanceSourceRow *row = &g_array_index (comparison->sources, PltFinanceSourceRow, i);

      n_changed += row->changed;
      if (row->source == CNC + 1)
        {
          g_assert_cmpint (row->amounts[0], ==, EUROS (500000));
          g_assert_cmpint (row->amounts[1], ==, PLT_UNKNOWN);
        }
    }
  g_assert_cmpuint (n_changed, ==, 2);
}

/* Eligible 2 000 000, at most 80 % = 1 600 000. As it is: less the region's 200 000, × 30 % =
 * 420 000, but public aid of 700 000 leaves 300 000 of the 50 %. Without the region: 1 600 000 × 30
 * % = 480 000, and 500 000 are left. */
static void
test_tax (Fixture *self, gconstpointer data)
{
  gint64 ids[2] = { 0, add_scenario (self, "Sans la région") };
  g_autoptr (PltFinanceComparison) comparison = NULL;
  const PltFinanceScenario *as_is, *without;

  plt_test_tax_funding (self->facts, "credit-impot", EUROS (310000));
  plt_test_tax_funding (self->facts, "credit-impot", EUROS (90000))->status = "refuse";
  add_change (self, ids[1], "source-absente", REGION + 1, PLT_UNKNOWN);
  comparison = plt_finance_compare (self->facts, self->plan, self->budget, ids, 2);
  as_is = comparison->scenarios->pdata[0];
  without = comparison->scenarios->pdata[1];
  g_assert_cmpint (as_is->tax_credit, ==, EUROS (300000));
  g_assert_cmpint (as_is->tax_planned, ==, EUROS (310000));
  g_assert_cmpint (without->tax_credit, ==, EUROS (480000));
  g_assert_cmpint (without->tax_planned, ==, EUROS (310000));
}

/* Six sources: without any other than the two that the rules need there are five left; without the
 * hire the devis has lines in kind that nobody brings. */
static void
test_losses (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan
      = plt_finance_plan_new (self->facts, self->plan, self->budget, FALSE);
  g_autoptr (GArray) losses = NULL;

  self->facts->funding.items[DISTRIBUTOR].status = "refuse";
  g_clear_pointer (&plan, plt_finance_plan_free);
  plan = plt_finance_plan_new (self->facts, self->plan, self->budget, FALSE);
  losses = plt_finance_losses (self->facts, self->plan, self->budget, plan);
  g_assert_cmpuint (losses->len, ==, 5); /* what is refused cannot fail */
  for (guint i = 0; i < losses->len; i++)
    {
      const PltFinanceLoss *loss = &g_array_index (losses, PltFinanceLoss, i);
      gboolean hire = loss->source->id == HIRE + 1;

      g_assert_cmpint (loss->gap, ==, EUROS (300000) + loss->amount);
      g_assert_cmpint (loss->financed_e6, <, plan->financed_e6);
      /* four sources are one too few */
      g_assert_cmpuint (loss->broken->len, ==, hire ? 2 : 1);
      g_assert_true (hire == (i == 0));
    }
  g_assert_cmpint (g_array_index (losses, PltFinanceLoss, 1).amount, >=,
                   g_array_index (losses, PltFinanceLoss, 4).amount);
  g_assert_cmpstr (self->facts->funding.items[CNC].status, ==, "confirme");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/finance-scenario/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("changes", test_changes);
  ADD ("mirror", test_mirror);
  ADD ("bad", test_bad);
  ADD ("budget", test_budget);
  ADD ("compare", test_compare);
  ADD ("tax", test_tax);
  ADD ("losses", test_losses);
  return g_test_run ();
}

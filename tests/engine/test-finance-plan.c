/* The plan de financement: shares, gap, financed rates, and its rules at their limits (RGA of the
 * CNC, art. 211-20, 211-21, 311-18, 311-19, 411-9; broadcasters 25 % and 12 000 € an hour).
 * Shooting begins on 14 September 2026. */
#include <string.h>

#include "plt-finance-scenario.h"
#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
  gboolean difficult;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plt_test_tax_new ("long-metrage");
  self->difficult = FALSE;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_facts_free (self->facts);
}

static PltFinancePlan *
plan_of (Fixture *self)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, plan);

  return plt_finance_plan_new (self->facts, plan, budget, self->difficult);
}

static void
set_cost (Fixture *self, PltMoney cost)
{
  self->facts->lines.n = 0;
  g_clear_pointer (&self->facts->lines.index, g_hash_table_unref);
  plt_test_tax_line (self->facts, "23", "forfait", "1", cost, "oui");
}

static PltFundingFacts *
add (Fixture *self, const char *group, gint64 euros, const char *status)
{
  PltFundingFacts *source = plt_test_tax_funding (self->facts, group, EUROS (euros));

  source->status = status;
  return source;
}

static void
clear (Fixture *self)
{
  self->facts->funding.n = self->facts->instalments.n = 0;
  g_clear_pointer (&self->facts->funding.index, g_hash_table_unref);
  g_clear_pointer (&self->facts->instalments.index, g_hash_table_unref);
}

static PltCheckState
state_of (const PltFinancePlan *plan, const char *rule)
{
  const PltFinanceCheck *check = plt_finance_plan_check (plan, rule);

  g_assert_nonnull (check);
  return check->state;
}

static const PltIssue *
issue_of (const PltFinancePlan *plan, const char *rule)
{
  for (guint i = 0; i < plan->issues->len; i++)
    if (strcmp (((const PltIssue *) plan->issues->pdata[i])->rule, rule) == 0)
      return plan->issues->pdata[i];
  return NULL;
}

/* 4 000 000 €: acquired 1 500 000 = 37,5 %, with letters 2 000 000 = 50 %; public 1 465 000 =
 * 36,625 %, 1 665 000 with foreign money. */
static void
add_feature (Fixture *self)
{
  set_cost (self, EUROS (4000000));
  add (self, "apports-producteurs", 500000, "acquis");
  add (self, "cnc", 400000, "confirme");
  add (self, "regions", 200000, "demande");
  add (self, "cnc", 100000, "confirme");
  add (self, "credit-impot", 765000, "espere");
  add (self, "diffuseurs", 1000000, "acquis");
  add (self, "distributeurs", 600000, "demande");
  add (self, "sofica", 235000, "espere")->date = plt_date_from_ymd (2026, 9, 1);
  add (self, "etranger", 200000, "demande");
  add (self, "regions", 900000, "refuse");
}

static void
test_feature (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;
  const PltFinanceLine *line;
  const PltFinanceCheck *check;

  add_feature (self);
  plan = plan_of (self);
  g_assert_cmpint (plan->total, ==, EUROS (4000000));
  g_assert_cmpint (plan->cost, ==, EUROS (4000000));
  g_assert_cmpint (plan->gap, ==, 0);
  g_assert_cmpint (plan->acquired_e6, ==, 375000);
  g_assert_cmpint (plan->confirmed_e6, ==, 500000);
  g_assert_cmpint (plan->financed_e6, ==, 1000000);
  g_assert_cmpint (plan->public_money, ==, EUROS (1465000));
  g_assert_cmpint (plan->unsure_money, ==, EUROS (200000));
  g_assert_cmpint (plan->cnc, ==, EUROS (500000));
  g_assert_cmpint (plan->broadcasters, ==, EUROS (1000000));
  g_assert_cmpint (plan->foreign, ==, EUROS (200000));
  g_assert_cmpint (plan->producers, ==, EUROS (500000));
  g_assert_cmpuint (plan->n_sources, ==, 9);
  /* each group is followed by its sources, those of the CNC together */
  line = &g_array_index (plan->groups, PltFinanceLine, 2);
  g_assert_null (line->source);
  g_assert_cmpstr (line->title, ==, "Aides du CNC");
  g_assert_cmpuint (line->n, ==, 2);
  g_assert_cmpint (line->amount, ==, EUROS (500000));
  g_assert_cmpint (line->share_e6, ==, 125000);
  g_assert_cmpint (g_array_index (plan->groups, PltFinanceLine, 3).share_e6, ==, 100000);
  g_assert_cmpint (g_array_index (plan->groups, PltFinanceLine, 4).share_e6, ==, 25000);

  check = plt_finance_plan_check (plan, "finance.aides-publiques");
  g_assert_cmpint (check->have, ==, 366250);
  g_assert_cmpint (check->limit, ==, 500000);
  g_assert_cmpint (check->state, ==, PLT_CHECK_HELD);
  g_assert_nonnull (strstr (check->source, "211-20"));
  g_assert_cmpint (state_of (plan, "finance.total"), ==, PLT_CHECK_HELD);
  g_assert_cmpint (state_of (plan, "finance.aides-cnc"), ==, PLT_CHECK_HELD);
  g_assert_cmpint (state_of (plan, "finance.sofica"), ==, PLT_CHECK_UNKNOWN); /* not signed */
  g_assert_cmpint (state_of (plan, "finance.sources"), ==, PLT_CHECK_HELD);
  g_assert_null (plt_finance_plan_check (plan, "finance.diffuseur-part")); /* of television */
  /* no source is cut into instalments, and nobody says where the foreign money comes from */
  for (guint i = 0; i < plan->issues->len; i++)
    {
      const PltIssue *issue = plan->issues->pdata[i];

      g_assert_true (strcmp (issue->rule, "finance.no-instalment") == 0
                     || strcmp (issue->rule, "finance.country") == 0);
    }
}

/* Public aid at the limit and just above it: euros of cost, of the CNC, of regions, left open. */
static void
test_intensity (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    gint64 minutes, cost, cnc, region, unsure;
    gboolean difficult;
    PltCheckState aid, all;
  } cases[] = {
    { "long-metrage", 90, 2000000, 500000, 500000, 0, FALSE, PLT_CHECK_HELD, PLT_CHECK_HELD },
    { "long-metrage", 90, 2000000, 500000, 500001, 0, FALSE, PLT_CHECK_HELD, PLT_CHECK_BROKEN },
    { "long-metrage", 90, 2000000, 500000, 500001, 0, TRUE, PLT_CHECK_HELD, PLT_CHECK_HELD },
    { "long-metrage", 90, 2000000, 500000, 700001, 0, TRUE, PLT_CHECK_HELD, PLT_CHECK_BROKEN },
    { "long-metrage", 90, 2000000, 1000001, 0, 0, TRUE, PLT_CHECK_BROKEN, PLT_CHECK_HELD },
    { "long-metrage", 90, 1250000, 500000, 250000, 0, FALSE, PLT_CHECK_HELD, PLT_CHECK_HELD },
    { "long-metrage", 90, 1250001, 500000, 250000, 0, FALSE, PLT_CHECK_HELD, PLT_CHECK_BROKEN },
    { "long-metrage", 90, 2000000, 500000, 500000, 1, FALSE, PLT_CHECK_HELD, PLT_CHECK_UNKNOWN },
    { "unitaire", 90, 1000000, 400000, 100000, 0, FALSE, PLT_CHECK_HELD, PLT_CHECK_HELD },
    { "unitaire", 90, 1000000, 400001, 0, 0, FALSE, PLT_CHECK_BROKEN, PLT_CHECK_HELD },
    { "documentaire", 60, 100000, 40000, 20000, 0, FALSE, PLT_CHECK_HELD, PLT_CHECK_HELD },
    { "documentaire", 60, 150000, 60000, 60000, 0, TRUE, PLT_CHECK_HELD, PLT_CHECK_HELD },
    { "documentaire", 60, 150001, 60000, 60000, 0, TRUE, PLT_CHECK_HELD, PLT_CHECK_BROKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFinancePlan) plan = NULL;

      clear (self);
      self->facts->production.kind = cases[i].kind;
      self->facts->production.target_seconds = cases[i].minutes * 60;
      self->difficult = cases[i].difficult;
      set_cost (self, EUROS (cases[i].cost));
      add (self, "cnc", cases[i].cnc, "acquis");
      add (self, "regions", cases[i].region, "acquis");
      add (self, "etranger", cases[i].unsure, "acquis");
      plan = plan_of (self);
      g_test_message ("%u %s", i, cases[i].kind);
      g_assert_cmpint (state_of (plan, "finance.aides-cnc"), ==, cases[i].aid);
      g_assert_cmpint (state_of (plan, "finance.aides-publiques"), ==, cases[i].all);
      g_assert_true ((issue_of (plan, "finance.aides-publiques") != NULL)
                     == (cases[i].all == PLT_CHECK_BROKEN));
    }
}

/* A short film: 80 %. */
static void
test_short (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;

  self->facts->production.kind = "court-metrage";
  set_cost (self, EUROS (100000));
  add (self, "cnc", 80000, "acquis");
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.aides-publiques"), ==, PLT_CHECK_HELD);
  g_assert_null (plt_finance_plan_check (plan, "finance.aides-cnc"));
  g_clear_pointer (&plan, plt_finance_plan_free);
  self->facts->funding.items[0].amount_cents++;
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.aides-publiques"), ==, PLT_CHECK_BROKEN);
}

/* 52 minutes at 12 000 € an hour are 10 400 €; a quarter of 41 600. */
static void
test_broadcasters (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;

  self->facts->production.kind = "documentaire";
  self->facts->production.target_seconds = 52 * 60;
  set_cost (self, EUROS (41600));
  add (self, "cnc", 1000, "acquis");
  add (self, "diffuseurs", 10400, "acquis");
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.diffuseur-part"), ==, PLT_CHECK_HELD);
  g_assert_cmpint (state_of (plan, "finance.diffuseur-heure"), ==, PLT_CHECK_HELD);
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->funding.items[1].amount_cents--;
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.diffuseur-part"), ==, PLT_CHECK_BROKEN);
  g_assert_cmpint (state_of (plan, "finance.diffuseur-heure"), ==, PLT_CHECK_BROKEN);
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->funding.items[1].amount_cents = EUROS (20000); /* in kind is not in cash */
  self->facts->funding.items[1].nature = "nature";
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.diffuseur-part"), ==, PLT_CHECK_HELD);
  g_assert_cmpint (state_of (plan, "finance.diffuseur-heure"), ==, PLT_CHECK_BROKEN);
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->production.target_seconds = PLT_UNKNOWN;
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.diffuseur-heure"), ==, PLT_CHECK_UNKNOWN);
}

static void
test_sofica (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;
  PltInstalmentFacts *part;

  set_cost (self, EUROS (100000));
  add (self, "sofica", 100000, "acquis")->date = plt_date_from_ymd (2026, 9, 13);
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.sofica"), ==, PLT_CHECK_HELD);
  g_clear_pointer (&plan, plt_finance_plan_free);

  part = PLT_FACTS_ADD (self->facts->instalments, PltInstalmentFacts, 1);
  part->funding_source = 1;
  part->label = "";
  part->share_e6 = 1000000;
  part->amount_cents = part->offset_days = PLT_UNKNOWN;
  part->event = "premier-jour"; /* signed before, paid on the day: too late */
  part->date = part->paid_date = PLT_DATE_NONE;
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.sofica"), ==, PLT_CHECK_BROKEN);
  g_assert_null (issue_of (plan, "finance.instalments"));
  g_clear_pointer (&plan, plt_finance_plan_free);

  part->offset_days = -1;
  part->share_e6 = 900000;
  plan = plan_of (self);
  self->facts->funding.items[0].status = "confirme"; /* a letter is no signature */
  g_clear_pointer (&plan, plt_finance_plan_free);
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.sofica"), ==, PLT_CHECK_UNKNOWN);
  g_clear_pointer (&plan, plt_finance_plan_free);
  self->facts->funding.items[0].status = "acquis";
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.sofica"), ==, PLT_CHECK_HELD);
  g_assert_nonnull (issue_of (plan, "finance.instalments"));
  g_clear_pointer (&plan, plt_finance_plan_free);

  part->event = "livraison"; /* the production has no delivery date */
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.sofica"), ==, PLT_CHECK_UNKNOWN);
}

static void
test_cumul (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;

  set_cost (self, EUROS (100000));
  add (self, "credit-impot", 100000, "espere")->name = "C2I";
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.cumul"), ==, PLT_CHECK_HELD);
  g_clear_pointer (&plan, plt_finance_plan_free);
  add (self, "credit-impot", 0, "espere")->name = "CIC";
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.cumul"), ==, PLT_CHECK_BROKEN);
}

/* 3 000 € in kind on both sides, then 2 000 of 3 000; a gap; too much. */
static void
test_equal (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;

  set_cost (self, EUROS (7000));
  plt_test_tax_line (self->facts, "71", "forfait", "1", EUROS (3000), "oui")->mode = "nature";
  add (self, "divers", 3000, "acquis")->nature = "nature";
  add (self, "apports-producteurs", 7000, "acquis");
  plan = plan_of (self);
  g_assert_cmpint (state_of (plan, "finance.industrie"), ==, PLT_CHECK_HELD);
  g_assert_cmpint (state_of (plan, "finance.total"), ==, PLT_CHECK_HELD);
  g_assert_null (plt_finance_plan_check (plan, "finance.participation"));
  g_assert_cmpint (state_of (plan, "finance.sources"), ==, PLT_CHECK_BROKEN); /* two of five */
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->funding.items[0].amount_cents = EUROS (2000);
  plan = plan_of (self);
  g_assert_cmpint (plan->gap, ==, EUROS (1000));
  g_assert_cmpint (state_of (plan, "finance.industrie"), ==, PLT_CHECK_BROKEN);
  g_assert_cmpint (state_of (plan, "finance.total"), ==, PLT_CHECK_BROKEN);
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->funding.items[1].amount_cents = EUROS (9000);
  plan = plan_of (self);
  g_assert_cmpint (plan->gap, ==, -EUROS (1000));
  g_assert_cmpint (plan->financed_e6, ==, 1100000);
}

/* What is not known is neither held nor broken. */
static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;

  plan = plan_of (self); /* nothing at all */
  g_assert_cmpint (plan->total, ==, 0);
  g_assert_cmpint (plan->acquired_e6, ==, PLT_UNKNOWN);
  g_clear_pointer (&plan, plt_finance_plan_free);

  set_cost (self, EUROS (100000));
  add (self, "cnc", 0, "acquis")->amount_cents = PLT_UNKNOWN;
  add (self, "apports-producteurs", 100000, "acquis");
  plan = plan_of (self);
  g_assert_true (plan->incomplete);
  g_assert_nonnull (issue_of (plan, "finance.no-amount"));
  g_assert_cmpint (state_of (plan, "finance.aides-publiques"), ==, PLT_CHECK_UNKNOWN);
  g_assert_cmpint (state_of (plan, "finance.total"), ==, PLT_CHECK_UNKNOWN);
  g_clear_pointer (&plan, plt_finance_plan_free);

  /* what has no amount can only add to what is too much already */
  add (self, "cnc", 50001, "acquis");
  plan = plan_of (self);
  g_assert_true (plan->incomplete);
  g_assert_cmpint (state_of (plan, "finance.aides-cnc"), ==, PLT_CHECK_BROKEN);
  g_assert_cmpint (state_of (plan, "finance.total"), ==, PLT_CHECK_BROKEN);
  g_clear_pointer (&plan, plt_finance_plan_free);
  self->facts->funding.n--;

  self->facts->production.budget = 0;
  self->facts->budgets.n = 0;
  plan = plan_of (self);
  g_assert_cmpint (plan->cost, ==, PLT_UNKNOWN);
  g_assert_cmpint (plan->gap, ==, PLT_UNKNOWN);
  g_clear_pointer (&plan, plt_finance_plan_free);

  for (guint i = 0; i < self->facts->referentials.n; i++)
    self->facts->referentials.items[i].name = "autre";
  plan = plan_of (self);
  g_assert_nonnull (issue_of (plan, "finance.no-rules"));
  g_assert_cmpint (plan->unsure_money, ==, EUROS (100000));
}

/* ---- a thousand productions by chance ---- */

static const char *
one_of (GRand *rand, const char *const *words, guint n)
{
  return words[g_rand_int_range (rand, 0, (int) n)];
}

static void
fill_by_chance (Fixture *self, GRand *rand)
{
  static const char *const groups[]
      = { "apports-producteurs", "cnc",      "regions", "diffuseurs", "distributeurs", "sofica",
          "credit-impot",        "etranger", "divers" };
  static const char *const lines[]
      = { "", "", "producteur-delegue", "coproducteur-etranger", "television-gratuite", "region" };
  static const char *const states[] = { "espere", "demande", "confirme", "acquis", "refuse" };
  static const char *const owners[] = { "", "", "public", "prive", "a-decider" };
  static const char *const countries[] = { "", "FR", "FR", "BE", "CH" };
  static const char *const mirrors[]
      = { "nature", "participation", "frais-generaux", "imprevus", "producteur" };
  static const char *const modes[] = { "numeraire", "nature", "participation" };
  PltBudgetFacts *budget = &self->facts->budgets.items[0];

  clear (self);
  set_cost (self, g_rand_int_range (rand, 1, 2000000000));
  plt_test_tax_line (self->facts, "71", "forfait", "1", g_rand_int_range (rand, 0, 5000000), "non")
      ->mode
      = one_of (rand, modes, 3);
  plt_test_tax_line (self->facts, "55", "forfait", "1", g_rand_int_range (rand, 0, 5000000), "non")
      ->mode
      = one_of (rand, modes, 3);
  budget->overheads_e6 = g_rand_int_range (rand, 0, 100000);
  budget->overheads_mode = one_of (rand, modes, 3);
  budget->contingency_e6 = g_rand_int_range (rand, 0, 100000);
  self->facts->production.french_share_e6
      = g_rand_boolean (rand) ? PLT_UNKNOWN : g_rand_int_range (rand, 1, 1000001);
  for (int i = g_rand_int_range (rand, 1, 20); i > 0; i--)
    {
      PltFundingFacts *source
          = plt_test_tax_funding (self->facts, one_of (rand, groups, G_N_ELEMENTS (groups)),
                                  g_rand_int_range (rand, 0, 500000000));

      source->status = one_of (rand, states, G_N_ELEMENTS (states));
      source->line = one_of (rand, lines, G_N_ELEMENTS (lines));
      source->ownership = one_of (rand, owners, G_N_ELEMENTS (owners));
      source->country = one_of (rand, countries, G_N_ELEMENTS (countries));
      source->nature = one_of (rand, modes, 3);
      if (g_rand_int_range (rand, 0, 4) == 0)
        source->mirror = one_of (rand, mirrors, G_N_ELEMENTS (mirrors));
    }
}

static void
assert_parts (const PltFinancePlan *plan)
{
  for (guint part = 0; part < PLT_N_PARTITIONS; part++)
    {
      PltMoney sum = 0;
      gint64 shares = 0;
      guint n = 0;

      for (guint i = 0; i < plan->parts[part]->len; i++)
        {
          const PltFinancePart *found = &g_array_index (plan->parts[part], PltFinancePart, i);

          sum += found->amount;
          shares += found->share_e6 != PLT_UNKNOWN ? found->share_e6 : 0;
          n += found->n;
          if (part == PLT_PART_COUNTRY && strcmp (found->id, "FR") == 0)
            g_assert_cmpint (found->amount, ==, plan->total - plan->foreign);
        }
      g_assert_cmpint (sum, ==, plan->total);
      g_assert_cmpint (shares, ==, plan->total > 0 ? PLT_RATE_ONE : 0);
      g_assert_cmpuint (n, ==, plan->n_lines);
    }
}

static void
assert_sums (const PltFinancePlan *plan)
{
  PltMoney sum = 0, by_group = 0, by_status = 0;
  gint64 shares = 0;

  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PltFinanceLine *line = &g_array_index (plan->groups, PltFinanceLine, i);

      if (line->source == NULL)
        by_group += line->amount;
      else
        {
          sum += line->amount;
          shares += line->share_e6 != PLT_UNKNOWN ? line->share_e6 : 0;
        }
    }
  for (guint i = 0; i < PLT_N_FUNDING_STATUSES; i++)
    by_status += plan->by_status[i];
  g_assert_cmpint (plan->total, ==, sum);
  g_assert_cmpint (plan->total, ==, by_group);
  g_assert_cmpint (plan->total, ==, by_status);
  g_assert_cmpint (plan->total, ==, plan->public_money + plan->unsure_money + plan->private_money);
  g_assert_cmpint (plan->gap, ==, plan->cost - plan->total);
  g_assert_cmpint (shares, ==, plan->total > 0 ? PLT_RATE_ONE : 0);
  g_assert_cmpint (plan->acquired_e6, <=, plan->confirmed_e6);
  g_assert_cmpint (plan->confirmed_e6, <=, plan->financed_e6);
}

/* Shares add up to 100 %, groups, statuses, owners and countries to the total, whatever the
 * sources; a scenario without a change is the plan. */
static void
test_properties (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (211);

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (PltPlan) shooting = plt_plan_new (self->facts, 0);
      g_autoptr (PltBudget) budget = NULL;
      g_autoptr (PltFinancePlan) plan = NULL;
      g_autoptr (PltFinanceScenario) same = NULL;

      fill_by_chance (self, rand);
      budget = plt_budget_new (self->facts, 0, shooting);
      plan = plt_finance_plan_new (self->facts, shooting, budget, FALSE);
      same = plt_finance_scenario_new (self->facts, shooting, budget, 0);
      assert_sums (plan);
      assert_parts (plan);
      g_assert_cmpint (plan->cost, ==, budget->total);
      g_assert_cmpint (plan->total, ==, plt_funding_sum (self->facts, budget, NULL));
      g_assert_cmpint (same->plan->total, ==, plan->total);
      g_assert_cmpint (same->plan->gap, ==, plan->gap);
      g_assert_cmpuint (same->plan->checks->len, ==, plan->checks->len);
      g_assert_cmpuint (same->plan->issues->len, ==, plan->issues->len);
      for (guint i = 0; i < plan->checks->len; i++)
        g_assert_cmpint (g_array_index (plan->checks, PltFinanceCheck, i).state, ==,
                         g_array_index (same->plan->checks, PltFinanceCheck, i).state);
    }
}

/* Rates have two decimals at most, half up; amounts, days and numbers as everywhere. */
static void
test_format (void)
{
  static const struct
  {
    PltCheckUnit unit;
    gint64 value;
    const char *text;
  } cases[] = {
    { PLT_CHECK_RATE, 384382, "38,44 %" },
    { PLT_CHECK_RATE, 384349, "38,43 %" },
    { PLT_CHECK_RATE, 500000, "50 %" },
    { PLT_CHECK_RATE, 366250, "36,63 %" },
    { PLT_CHECK_RATE, 405000, "40,5 %" },
    { PLT_CHECK_RATE, 0, "0 %" },
    { PLT_CHECK_RATE, -384382, "-38,44 %" },
    { PLT_CHECK_MONEY, 123456, "1 234,56 €" },
    { PLT_CHECK_COUNT, 5, "5" },
    { PLT_CHECK_RATE, PLT_UNKNOWN, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plt_finance_format_value (cases[i].unit, cases[i].value);
      g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
      g_autofree char *expected = g_utf8_normalize (cases[i].text, -1, G_NORMALIZE_NFKC);

      g_assert_cmpstr (plain, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/finance-plan/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("feature", test_feature);
  ADD ("intensity", test_intensity);
  ADD ("short", test_short);
  ADD ("broadcasters", test_broadcasters);
  ADD ("sofica", test_sofica);
  ADD ("cumul", test_cumul);
  ADD ("equal", test_equal);
  ADD ("unknown", test_unknown);
  ADD ("properties", test_properties);
  g_test_add_func ("/finance-plan/format", test_format);
  return g_test_run ();
}

/* The rules of a plan de financement on hand-computed cases: class of aid, final cost, French
 * share, broadcasters, producteurs délégués, balance, limit of the tax credit. Shooting begins on
 * 14 September 2026. Sources: RGA of the CNC art. 211-20, 211-21, 311-16, 311-18, 311-19, 411-9;
 * CGI art. 220 sexies VII. */
#include "plt-finance-plan.h"

#include <string.h>

#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plt_test_tax_new ("long-metrage");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_facts_free (self->facts);
}

static void
begin (Fixture *self, const char *kind, gint64 cost)
{
  self->facts->production.kind = kind;
  self->facts->lines.n = self->facts->funding.n = self->facts->parameters.n = 0;
  g_clear_pointer (&self->facts->lines.index, g_hash_table_unref);
  g_clear_pointer (&self->facts->funding.index, g_hash_table_unref);
  g_clear_pointer (&self->facts->parameters.index, g_hash_table_unref);
  plt_test_tax_line (self->facts, "23", "forfait", "1", EUROS (cost), "oui");
}

static PltFundingFacts *
add (Fixture *self, const char *group, const char *line, gint64 euros)
{
  PltFundingFacts *source = plt_test_tax_funding (self->facts, group, EUROS (euros));

  source->line = line;
  source->status = "acquis";
  return source;
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

static PltFinancePlan *
plan_of (Fixture *self)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, plan);

  return plt_finance_plan_new (self->facts, plan, budget, FALSE);
}

static const PltFinanceCheck *
check_of (const PltFinancePlan *plan, const char *rule)
{
  const PltFinanceCheck *check = plt_finance_plan_check (plan, rule);

  g_assert_nonnull (check);
  return check;
}

/* The class that was typed wins over what the kind and the cost say. */
static void
test_class (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind, *class;
    gint64 minutes, cost, aid;
    const char *group;
    const char *expected;
    gint64 limit;
    PltCheckState state;
  } cases[] = {
    { "long-metrage", "", 90, 2000000, 1000000, "regions", "film", 500000, PLT_CHECK_HELD },
    { "long-metrage", "long-metrage-difficile", 90, 2000000, 1200000, "regions", "film-difficile",
      600000, PLT_CHECK_HELD },
    { "long-metrage", "long-metrage-difficile", 90, 2000000, 1200001, "regions", "film-difficile",
      600000, PLT_CHECK_BROKEN },
    { "long-metrage", "", 90, 1250000, 750000, "regions", "film-difficile", 600000,
      PLT_CHECK_HELD },
    { "long-metrage", "long-metrage", 90, 1250000, 750000, "regions", "film", 500000,
      PLT_CHECK_BROKEN }, /* said not to be an exception */
    { "court-metrage", "court-metrage", 20, 100000, 80000, "regions", "court", 800000,
      PLT_CHECK_HELD },
    { "unitaire", "", 90, 1000000, 500001, "regions", "audiovisuel", 500000, PLT_CHECK_BROKEN },
    { "unitaire", "audiovisuel-difficile", 90, 1000000, 600000, "regions", "audiovisuel-difficile",
      600000, PLT_CHECK_HELD },
    { "documentaire", "documentaire-difficile", 52, 130000, 104000, "cnc", "documentaire-difficile",
      800000, PLT_CHECK_HELD }, /* exactly 150 000 € an hour */
    { "documentaire", "documentaire-difficile", 52, 130001, 100000, "cnc", "audiovisuel-difficile",
      600000, PLT_CHECK_BROKEN }, /* one euro too dear for 80 % */
    { "documentaire", "documentaire-difficile", 52, 130000, 100000, "regions",
      "audiovisuel-difficile", 600000, PLT_CHECK_BROKEN }, /* no selective aid */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFinancePlan) plan = NULL;

      begin (self, cases[i].kind, cases[i].cost);
      self->facts->production.aid_class = cases[i].class;
      self->facts->production.target_seconds = cases[i].minutes * 60;
      add (self, cases[i].group, "", cases[i].aid);
      plan = plan_of (self);
      g_test_message ("%u %s %s", i, cases[i].kind, cases[i].class);
      g_assert_cmpstr (plan->class, ==, cases[i].expected);
      g_assert_cmpint (check_of (plan, "finance.aides-publiques")->limit, ==, cases[i].limit);
      g_assert_cmpint (check_of (plan, "finance.aides-publiques")->state, ==, cases[i].state);
      g_assert_cmpstr (check_of (plan, "finance.aides-publiques")->ref.column, ==, "aid_class");
    }
}

/* 900 000 € of aid are 45 % of a devis of 2 000 000 and 52,94 % of a final cost of 1 700 000. */
static void
test_final (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *final;
    gint64 have;
    PltCheckState state;
  } cases[] = {
    { NULL, PLT_UNKNOWN, PLT_CHECK_UNKNOWN },      { "1 700 000", 529412, PLT_CHECK_BROKEN },
    { "1 800 000", 500000, PLT_CHECK_HELD },       { "2 250 000", 400000, PLT_CHECK_HELD },
    { "bientôt", PLT_UNKNOWN, PLT_CHECK_UNKNOWN }, { "reel", 600000, PLT_CHECK_BROKEN },
    { "0", PLT_UNKNOWN, PLT_CHECK_UNKNOWN },
  };
  PltCashFacts *entry = PLT_FACTS_ADD (self->facts->cash, PltCashFacts, 1);

  /* 1 800 000 € paid, 300 000 of it VAT: 1 500 000 */
  entry->kind = "reel";
  entry->label = entry->reference = "";
  entry->amount_cents = -EUROS (1800000);
  entry->vat_cents = -EUROS (300000);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFinancePlan) plan = NULL;

      begin (self, "long-metrage", 2000000);
      add (self, "regions", "", 900000);
      if (cases[i].final != NULL)
        set (self, PLT_FINANCE_FINAL_COST, cases[i].final);
      plan = plan_of (self);
      g_test_message ("%s", cases[i].final);
      g_assert_cmpint (plan->paid, ==, EUROS (1500000));
      g_assert_cmpint (check_of (plan, "finance.aides-publiques")->state, ==, PLT_CHECK_HELD);
      g_assert_cmpint (check_of (plan, "finance.aides-publiques-definitif")->have, ==,
                       cases[i].have);
      g_assert_cmpint (check_of (plan, "finance.aides-publiques-definitif")->state, ==,
                       cases[i].state);
      g_assert_true (g_str_has_suffix (check_of (plan, "finance.aides-publiques-definitif")->label,
                                       "(coût définitif)"));
    }
}

/* 5 000 000 €, a Belgian coproducer with 1 500 000 of his own and 500 000 of his public fund: the
 * French share of the plan is 70 %, 3 500 000; French aid of 1 750 000 is exactly half of it. */
static void
test_coproduction (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;
  PltFundingFacts *source;
  PltMoney sum = 0;

  begin (self, "long-metrage", 5000000);
  add (self, "apports-producteurs", "producteur-delegue", 1750000);
  add (self, "cnc", "soutien-selectif", 1000000);
  add (self, "regions", "region", 750000);
  source = add (self, "etranger", "coproducteur-etranger", 1500000);
  source->country = "BE";
  source->ownership = "prive";
  plan = plan_of (self);
  g_assert_true (plan->coproduction);
  g_assert_false (plan->french_typed);
  g_assert_cmpint (plan->french_share_e6, ==, 700000);
  g_assert_cmpint (check_of (plan, "finance.aides-publiques")->have, ==, 500000);
  g_assert_cmpint (check_of (plan, "finance.aides-publiques")->state, ==, PLT_CHECK_HELD);
  g_clear_pointer (&plan, plt_finance_plan_free);

  /* public money of the other country stays out of the French test */
  source = add (self, "etranger", "europe", 200000);
  source->country = "BE";
  source->ownership = "public";
  self->facts->funding.items[0].amount_cents = EUROS (1550000);
  self->facts->production.french_share_e6 = 700000;
  plan = plan_of (self);
  g_assert_true (plan->french_typed);
  g_assert_cmpint (plan->public_money, ==, EUROS (1950000));
  g_assert_cmpint (plan->foreign_public, ==, EUROS (200000));
  g_assert_cmpint (check_of (plan, "finance.aides-publiques")->have, ==, 500000);
  g_assert_cmpint (plan->foreign, ==, EUROS (1700000));
  for (guint i = 0; i < plan->parts[PLT_PART_COUNTRY]->len; i++)
    sum += g_array_index (plan->parts[PLT_PART_COUNTRY], PltFinancePart, i).amount;
  g_assert_cmpint (sum, ==, plan->total);
  g_assert_cmpuint (plan->parts[PLT_PART_COUNTRY]->len, ==, 2);
  g_assert_cmpstr (g_array_index (plan->parts[PLT_PART_COUNTRY], PltFinancePart, 1).title, ==,
                   "Belgique");
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->production.french_share_e6 = 600000; /* 1 750 000 of 3 000 000: 58,3 % */
  plan = plan_of (self);
  g_assert_cmpint (check_of (plan, "finance.aides-publiques")->have, ==, 583334);
  g_assert_cmpint (check_of (plan, "finance.aides-publiques")->state, ==, PLT_CHECK_BROKEN);
}

/* A region that coproduces is counted apart until somebody says what it is. */
static void
test_region (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *ownership;
    gint64 public, unsure;
    PltCheckState state;
  } cases[] = {
    { "", 900000, 200000, PLT_CHECK_UNKNOWN },
    { "public", 1100000, 0, PLT_CHECK_BROKEN },
    { "prive", 900000, 0, PLT_CHECK_HELD },
    { "a-decider", 900000, 200000, PLT_CHECK_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFinancePlan) plan = NULL;
      PltFundingFacts *source;

      begin (self, "long-metrage", 2000000);
      add (self, "cnc", "soutien-selectif", 900000);
      source = add (self, "regions", "region", 200000);
      source->kind = "part-coproduction";
      source->ownership = cases[i].ownership;
      plan = plan_of (self);
      g_assert_cmpint (plan->public_money, ==, EUROS (cases[i].public));
      g_assert_cmpint (plan->unsure_money, ==, EUROS (cases[i].unsure));
      g_assert_cmpint (check_of (plan, "finance.aides-publiques")->state, ==, cases[i].state);
      g_assert_cmpint (plan->acquired_public, ==, plan->public_money);
    }
}

/* The automatic aid alone asks a quarter of the cost and 12 000 € an hour of broadcasters: 90
 * minutes are 18 000 €; of 400 000 € a quarter is 100 000. */
static void
test_broadcasters (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;

  begin (self, "unitaire", 400000);
  self->facts->production.target_seconds = 90 * 60;
  add (self, "cnc", "soutien-selectif", 50000);
  add (self, "diffuseurs", "plateforme", 17999);
  plan = plan_of (self);
  g_assert_null (plt_finance_plan_check (plan, "finance.diffuseur-part"));
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->funding.items[0].line = "soutien-automatique";
  plan = plan_of (self);
  g_assert_cmpint (check_of (plan, "finance.diffuseur-part")->state, ==, PLT_CHECK_BROKEN);
  g_assert_cmpint (check_of (plan, "finance.diffuseur-heure")->have, ==, 1199933);
  g_assert_cmpint (check_of (plan, "finance.diffuseur-heure")->state, ==, PLT_CHECK_BROKEN);
  g_assert_cmpint (check_of (plan, "finance.diffuseur-part")->ref.id, ==, 2);
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->funding.items[1].amount_cents = EUROS (75000); /* a quarter of 75 % */
  self->facts->production.french_share_e6 = 750000;
  plan = plan_of (self);
  g_assert_cmpint (check_of (plan, "finance.diffuseur-part")->have, ==, 250000);
  g_assert_cmpint (check_of (plan, "finance.diffuseur-part")->state, ==, PLT_CHECK_HELD);
}

static void
test_delegates (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    guint n;
    PltCheckState state;
  } cases[] = {
    { "long-metrage", 1, PLT_CHECK_HELD },   { "long-metrage", 2, PLT_CHECK_HELD },
    { "long-metrage", 3, PLT_CHECK_BROKEN }, { "unitaire", 2, PLT_CHECK_HELD },
    { "unitaire", 3, PLT_CHECK_UNKNOWN }, /* by derogation */
    { "unitaire", 4, PLT_CHECK_BROKEN },
  };
  static const char *const names[] = { "A", "B", "C", "D" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFinancePlan) plan = NULL;

      begin (self, cases[i].kind, 1000000);
      for (guint k = 0; k < cases[i].n; k++)
        add (self, "apports-producteurs", "producteur-delegue", 1000)->funder = names[k];
      add (self, "apports-producteurs", "producteur-delegue", 1000)->funder = "a"; /* the same */
      plan = plan_of (self);
      g_assert_cmpint (check_of (plan, "finance.delegues")->have, ==, cases[i].n);
      g_assert_cmpint (check_of (plan, "finance.delegues")->state, ==, cases[i].state);
    }
}

/* Two contracts with one channel are one source; the lesser share is a tenth at least. */
static void
test_balance (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;

  begin (self, "unitaire", 100000);
  add (self, "diffuseurs", "television-gratuite", 40000)->funder = "Chaîne Horizon";
  add (self, "diffuseurs", "television-gratuite", 50000)->funder = "CHAINE HORIZON";
  add (self, "regions", "region", 10000);
  plan = plan_of (self);
  g_assert_cmpuint (plan->n_funders, ==, 2);
  g_assert_cmpint (check_of (plan, "finance.sources")->state, ==, PLT_CHECK_BROKEN);
  g_assert_cmpint (check_of (plan, "finance.equilibre")->have, ==, 100000);
  g_assert_cmpint (check_of (plan, "finance.equilibre")->state, ==, PLT_CHECK_HELD);
  g_assert_false (check_of (plan, "finance.equilibre")->sure);
  g_clear_pointer (&plan, plt_finance_plan_free);

  self->facts->funding.items[2].amount_cents--;
  plan = plan_of (self);
  g_assert_cmpint (check_of (plan, "finance.equilibre")->state, ==, PLT_CHECK_BROKEN);
  g_clear_pointer (&plan, plt_finance_plan_free);

  add (self, "etranger", "europe", 5000)->ownership = "a-decider";
  plan = plan_of (self);
  g_assert_cmpint (check_of (plan, "finance.equilibre")->state, ==, PLT_CHECK_UNKNOWN);
}

/* Case B of the tax credit: 1 200 000 €, other aid 480 000, credit 240 000: 60 % exactly. A short
 * film may have 80 % of aid, but not with a tax credit in it. */
static void
test_credit (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind, *class;
    gint64 cost, aid, credit, limit;
    PltCheckState state;
  } cases[] = {
    { "long-metrage", "long-metrage-difficile", 1200000, 480000, 240000, 600000, PLT_CHECK_HELD },
    { "long-metrage", "long-metrage-difficile", 1200000, 480000, 240001, 600000, PLT_CHECK_BROKEN },
    { "long-metrage", "long-metrage", 1200000, 480000, 120000, 500000, PLT_CHECK_HELD },
    { "long-metrage", "long-metrage", 1200000, 480000, 120001, 500000, PLT_CHECK_BROKEN },
    { "documentaire", "documentaire-difficile", 100000, 55000, 10000, 600000, PLT_CHECK_BROKEN },
  };

  self->facts->production.target_seconds = 90 * 60;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFinancePlan) plan = NULL;

      begin (self, cases[i].kind, cases[i].cost);
      self->facts->production.aid_class = cases[i].class;
      add (self, "cnc", "soutien-selectif", cases[i].aid);
      add (self, "credit-impot", "", cases[i].credit);
      plan = plan_of (self);
      g_test_message ("%u", i);
      g_assert_cmpint (check_of (plan, "finance.credit-impot")->limit, ==, cases[i].limit);
      g_assert_cmpint (check_of (plan, "finance.credit-impot")->state, ==, cases[i].state);
      g_assert_nonnull (strstr (check_of (plan, "finance.credit-impot")->source, "220 sexies"));
      g_assert_cmpint (plan->tax_credit, ==, EUROS (cases[i].credit));
    }
}

/* The C2I by what the production says; with an aid of the CNC it does not stand. */
static void
test_cumul (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFinancePlan) plan = NULL;

  begin (self, "long-metrage", 1000000);
  self->facts->production.tax_credit = "c2i";
  add (self, "credit-impot", "", 200000)->name = "Crédit d’impôt";
  plan = plan_of (self);
  g_assert_cmpint (check_of (plan, "finance.cumul")->state, ==, PLT_CHECK_HELD);
  g_clear_pointer (&plan, plt_finance_plan_free);
  add (self, "cnc", "soutien-selectif", 1000);
  plan = plan_of (self);
  g_assert_cmpint (check_of (plan, "finance.cumul")->state, ==, PLT_CHECK_BROKEN);
  g_assert_cmpint (check_of (plan, "finance.cumul")->ref.id, ==, 1);
}

/* In kind on both sides: mirrored; typed; forgotten here; forgotten there. */
static void
test_mirrors (Fixture *self, gconstpointer data)
{
  static const struct
  {
    gint64 line, typed;
    const char *mirror;
    const char *rule; /* (nullable): the finding */
    PltSeverity severity;
  } cases[] = {
    { 3000, 0, "nature", NULL, 0 },
    { 3000, 2500, "nature", "finance.mirror-differs", PLT_SEVERITY_WARNING },
    { 0, 0, "nature", "finance.mirror-empty", PLT_SEVERITY_WARNING },
    { 3000, 3000, "", "finance.mirror-unattached", PLT_SEVERITY_INFO },
    { 3000, 2500, "", "finance.mirror-missing", PLT_SEVERITY_WARNING },
    { 0, 2500, "", "finance.mirror-unattached", PLT_SEVERITY_WARNING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFinancePlan) plan = NULL;
      PltFundingFacts *source;
      const PltIssue *found = NULL;

      begin (self, "court-metrage", 7000);
      if (cases[i].line > 0)
        plt_test_tax_line (self->facts, "71", "forfait", "1", EUROS (cases[i].line), "non")->mode
            = "nature";
      source = add (self, "divers", "industrie-technique", cases[i].typed);
      source->nature = "nature";
      source->mirror = cases[i].mirror;
      if (cases[i].typed == 0)
        source->amount_cents = PLT_UNKNOWN;
      plan = plan_of (self);
      g_test_message ("%u", i);
      for (guint k = 0; k < plan->issues->len; k++)
        {
          const PltIssue *issue = plan->issues->pdata[k];

          if (cases[i].rule != NULL ? strcmp (issue->rule, cases[i].rule) == 0
                                    : g_str_has_prefix (issue->rule, "finance.mirror"))
            found = issue;
        }
      g_assert_true ((found != NULL) == (cases[i].rule != NULL));
      if (found != NULL)
        g_assert_cmpint (found->severity, ==, cases[i].severity);
      if (*cases[i].mirror != '\0')
        g_assert_cmpint (plan->in_kind, ==, EUROS (cases[i].line));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/finance-law/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("class", test_class);
  ADD ("final", test_final);
  ADD ("coproduction", test_coproduction);
  ADD ("region", test_region);
  ADD ("broadcasters", test_broadcasters);
  ADD ("delegates", test_delegates);
  ADD ("balance", test_balance);
  ADD ("credit", test_credit);
  ADD ("cumul", test_cumul);
  ADD ("mirrors", test_mirrors);
  return g_test_run ();
}

/* What a source amounts to: typed, or mirrored from the devis, and its instalments. */
#include "plt-funding-amount.h"

#include <string.h>

#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
} Fixture;

/* 10 000 € in cash, 3 000 of hire and 2 000 of costumes in kind, 1 000 of an actor in participation
 * with contributions of 50 %; overheads 7 % in participation of 16 500 = 1 155 €, contingency 10 %
 * = 1 650 €. */
static void
set_up (Fixture *self, gconstpointer data)
{
  PltFacts *facts = self->facts = plt_test_tax_new ("court-metrage");

  plt_test_tax_line (facts, "23", "forfait", "1", EUROS (10000), "oui");
  plt_test_tax_line (facts, "71", "forfait", "1", EUROS (3000), "oui")->mode = "nature";
  plt_test_tax_line (facts, "55", "forfait", "1", EUROS (2000), "oui")->mode = "nature";
  plt_test_tax_line (facts, "31", "forfait", "1", EUROS (1000), "oui")->mode = "participation";
  facts->lines.items[3].profile = plt_test_tax_profile (facts, "artiste", 500000);
  plt_test_tax_account (facts, "44");
  facts->budgets.items[0].overheads_e6 = 70000;
  facts->budgets.items[0].overheads_mode = "participation";
  facts->budgets.items[0].contingency_e6 = 100000;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_facts_free (self->facts);
}

static PltFundingFacts *
add (Fixture *self, const char *mirror, const char *account)
{
  PltFundingFacts *source = plt_test_tax_funding (self->facts, "divers", PLT_UNKNOWN);

  source->mirror = mirror;
  if (account != NULL)
    source->mirror_account = plt_test_tax_account (self->facts, account);
  return source;
}

static PltMoney
amount_of (Fixture *self, guint source)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, plan);

  return plt_funding_amount (self->facts, budget, &self->facts->funding.items[source]);
}

static void
test_mirrors (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *mirror;
    gint64 euros;
  } cases[] = {
    { "nature", 5000 },   { "participation", 1500 }, { "frais-generaux", 1155 },
    { "imprevus", 1650 }, { "producteur", 0 }, /* the devis has no producer */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add (self, cases[i].mirror, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].mirror);
      g_assert_cmpint (amount_of (self, i), ==, EUROS (cases[i].euros));
    }
}

/* It follows the devis, whatever was typed; without a devis what was typed is all there is. */
static void
test_live (Fixture *self, gconstpointer data)
{
  PltFundingFacts *source = add (self, "nature", NULL);

  source->amount_cents = EUROS (4200);
  g_assert_cmpint (amount_of (self, 0), ==, EUROS (5000));
  self->facts->lines.items[1].rate_cents += 1;
  g_assert_cmpint (amount_of (self, 0), ==, EUROS (5000) + 1);
  self->facts->lines.items[1].mode = "numeraire";
  g_assert_cmpint (amount_of (self, 0), ==, EUROS (2000));
  g_assert_cmpint (plt_funding_amount (self->facts, NULL, source), ==, EUROS (4200));
  g_assert_cmpint (plt_funding_mirror (self->facts, NULL, source), ==, PLT_UNKNOWN);
}

/* Each line belongs to one source: the nearest account, else the first without one. */
static void
test_accounts (Fixture *self, gconstpointer data)
{
  add (self, "nature", NULL);
  add (self, "nature", "71");
  add (self, "nature", NULL);
  g_assert_cmpint (amount_of (self, 0), ==, EUROS (2000));
  g_assert_cmpint (amount_of (self, 1), ==, EUROS (3000));
  g_assert_cmpint (amount_of (self, 2), ==, 0);
  self->facts->funding.items[1].status = "refuse"; /* the first takes it over */
  g_assert_cmpint (amount_of (self, 0), ==, EUROS (5000));
  self->facts->funding.items[0].status = "refuse";
  g_assert_cmpint (amount_of (self, 2), ==, EUROS (5000));
}

/* 7 stands above 71: what is nearer wins; the total of an account is the producer. */
static void
test_tree (Fixture *self, gconstpointer data)
{
  gint64 post = plt_test_tax_account (self->facts, "7");

  for (guint i = 0; i < self->facts->accounts.n; i++)
    if (strcmp (self->facts->accounts.items[i].code, "71") == 0)
      self->facts->accounts.items[i].parent = post;
  add (self, "nature", "7");
  add (self, "producteur", "31");
  g_assert_cmpint (amount_of (self, 0), ==, EUROS (3000));
  g_assert_cmpint (amount_of (self, 1), ==, EUROS (1000));
  add (self, "nature", "71");
  g_assert_cmpint (amount_of (self, 0), ==, 0);
  g_assert_cmpint (amount_of (self, 2), ==, EUROS (3000));
}

/* Of another version of the devis, the account is found by its code. */
static void
test_version (Fixture *self, gconstpointer data)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  g_autoptr (PltBudget) budget = NULL;
  PltBudgetFacts *copy;
  PltAccountFacts *account;
  PltLineFacts *line;

  add (self, "nature", "71");
  copy = PLT_FACTS_ADD (self->facts->budgets, PltBudgetFacts, 2);
  *copy = self->facts->budgets.items[0];
  copy->id = 2;
  account = PLT_FACTS_ADD (self->facts->accounts, PltAccountFacts, 100);
  account->budget = 2;
  account->code = account->name = "71";
  account->mark = "cnc";
  line = PLT_FACTS_ADD (self->facts->lines, PltLineFacts, 100);
  *line = self->facts->lines.items[1];
  line->id = 100;
  line->budget = 2;
  line->account = 100;
  line->rate_cents = EUROS (800);
  budget = plt_budget_new (self->facts, 2, plan);
  g_assert_cmpint (plt_funding_amount (self->facts, budget, &self->facts->funding.items[0]), ==,
                   EUROS (800));
}

/* Thirds of 5 000 € add up to it; an amount wins over a share; one without either has the rest. */
static void
test_instalments (Fixture *self, gconstpointer data)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, plan);
  PltInstalmentFacts *parts[3], lost = { .id = 9, .funding_source = 1, .share_e6 = PLT_RATE_ONE };
  g_autofree PltMoney *amounts = NULL;

  add (self, "nature", NULL);
  for (gint64 id = 1; id <= 3; id++)
    PLT_FACTS_ADD (self->facts->instalments, PltInstalmentFacts, id)->label = "";
  for (guint i = 0; i < 3; i++)
    {
      parts[i] = &self->facts->instalments.items[i];
      parts[i]->funding_source = 1;
      parts[i]->share_e6 = i < 2 ? 333333 : 333334;
      parts[i]->amount_cents = PLT_UNKNOWN;
    }
  amounts = plt_funding_instalments (self->facts, budget);
  g_assert_cmpint (amounts[0], ==, 166667);
  g_assert_cmpint (amounts[0] + amounts[1] + amounts[2], ==, EUROS (5000));
  g_assert_cmpint (plt_funding_instalment (self->facts, budget, parts[0]), ==, 166667);
  parts[1]->amount_cents = 1234;
  g_assert_cmpint (plt_funding_instalment (self->facts, budget, parts[1]), ==, 1234);
  parts[2]->share_e6 = PLT_UNKNOWN; /* what is left */
  g_assert_cmpint (plt_funding_instalment (self->facts, budget, parts[2]), ==,
                   EUROS (5000) - 166667 - 1234);
  parts[2]->funding_source = 99;
  g_assert_cmpint (plt_funding_instalment (self->facts, budget, parts[2]), ==, PLT_UNKNOWN);
  g_assert_cmpint (plt_funding_instalment (self->facts, budget, &lost), ==, PLT_UNKNOWN);
}

static void
test_sum (Fixture *self, gconstpointer data)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, plan);

  add (self, "nature", NULL);
  plt_test_tax_funding (self->facts, "cnc", EUROS (700))->status = "refuse";
  plt_test_tax_funding (self->facts, "cnc", EUROS (300))->status = "acquis";
  add (self, "", NULL); /* without amount */
  g_assert_cmpint (plt_funding_sum (self->facts, budget, NULL), ==, EUROS (5300));
  g_assert_cmpint (plt_funding_sum (self->facts, budget, "acquis"), ==, EUROS (300));
  g_assert_cmpint (plt_funding_sum (self->facts, budget, "refuse"), ==, EUROS (700));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/funding-amount/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("mirrors", test_mirrors);
  ADD ("live", test_live);
  ADD ("accounts", test_accounts);
  ADD ("tree", test_tree);
  ADD ("version", test_version);
  ADD ("instalments", test_instalments);
  ADD ("sum", test_sum);
  return g_test_run ();
}

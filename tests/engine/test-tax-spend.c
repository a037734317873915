/* Which lines of a devis a tax credit takes: limits of items by hand (CGI annexe III, art. 46
 * quater-0 YM: 200 € a trip, 30 € a meal, 200 or 270 € a night; performers at the minimum of the
 * agreement, 418,25 € a day), what is left out and why, exercices. */
#include "plt-tax-spend.h"

#include <string.h>

#include "plt-error.h"
#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
  PltPlan *plan;
  PltTaxTable *table;
  PltTaxOptions options;
  PltBudget *budget;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plt_test_tax_new ("long-metrage");
  self->plan = plt_plan_new (self->facts, 0);
  self->table = plt_tax_table_new (self->facts, plt_date_from_ymd (2026, 9, 14), NULL);
  plt_tax_options_init (&self->options);
  self->options.regime = PLT_TAX_CIC;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->budget, plt_budget_free);
  plt_tax_table_free (self->table);
  plt_plan_free (self->plan);
  plt_facts_free (self->facts);
}

static PltTaxSpend *
spend_of (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  PltTaxSpend *spend;

  g_clear_pointer (&self->budget, plt_budget_free);
  self->budget = plt_budget_new (self->facts, 0, self->plan);
  spend = plt_tax_spend_new (self->facts, self->plan, self->budget, self->table, &self->options,
                             &error);
  g_assert_no_error (error);
  return spend;
}

static const PltIssue *
issue_of (const PltTaxSpend *spend, const char *rule)
{
  for (guint i = 0; i < spend->issues->len; i++)
    if (strcmp (((const PltIssue *) spend->issues->pdata[i])->rule, rule) == 0)
      return spend->issues->pdata[i];
  return NULL;
}

typedef struct
{
  const char *account, *unit, *quantity;
  PltMoney rate;
  const char *credit;
  PltTaxStanding standing;
  PltMoney eligible;
  const char *category;
  const char *rule; /* an issue, NULL for none */
} Line;

static const Line lines[] = {
  { "12", "forfait", "1", 180000, "oui", PLT_TAX_TAKEN, 180000, "auteurs", NULL },
  { "231", "semaine", "4", 90000, "oui", PLT_TAX_TAKEN, 360000, "equipe", NULL },
  { "71", "semaine", "1", 620000, "oui", PLT_TAX_TAKEN, 620000, "techniques", NULL },
  { "66", "repas", "100", 3500, "oui", PLT_TAX_LIMITED, 300000, "voyages", NULL },
  { "66", "repas", "100", 3000, "oui", PLT_TAX_TAKEN, 300000, "voyages", NULL },
  { "66", "jour", "5", 6000, "partiel", PLT_TAX_CONDITIONAL, 30000, "voyages",
    "tax-credit.conditional" },
  { "64", "nuit", "10", 25000, "oui", PLT_TAX_LIMITED, 200000, "voyages", NULL },
  { "62", "billet", "5", 30000, "partiel", PLT_TAX_LIMITED, 100000, "voyages", NULL },
  { "62", "km", "500", 60, "partiel", PLT_TAX_CONDITIONAL, 30000, "voyages",
    "tax-credit.conditional" },
  { "31", "jour", "10", 41825, "oui", PLT_TAX_TAKEN, 418250, "artistes", NULL },
  { "31", "jour", "10", 100000, "oui", PLT_TAX_LIMITED, 418250, "artistes", NULL },
  { "31", "semaine", "2", 200000, "oui", PLT_TAX_LIMITED, 253340, "artistes", NULL },
  { "31", "forfait", "1", 500000, "oui", PLT_TAX_UNKNOWN, PLT_UNKNOWN, "artistes",
    "tax-credit.no-minimum" },
  { "34", "jour", "20", 12000, "oui", PLT_TAX_LIMITED, 20 * 10833, "artistes", NULL },
  { "36", "service", "3", 12000, "oui", PLT_TAX_UNKNOWN, PLT_UNKNOWN, "artistes",
    "tax-credit.no-minimum" },
  { "52", "jour", "4", 50000, "partiel", PLT_TAX_CONDITIONAL, 200000, "decors",
    "tax-credit.conditional" },
  { "54", "forfait", "1", 70000, "a-decider", PLT_TAX_UNDECIDED, 0, "decors",
    "tax-credit.undecided" },
  { "54", "forfait", "1", 70000, "oui", PLT_TAX_CONDITIONAL, 70000, "decors",
    "tax-credit.conditional" },
  { "53", "forfait", "1", 70000, "", PLT_TAX_UNDECIDED, 0, "decors", "tax-credit.undecided" },
  { "53", "forfait", "1", 70000, "non", PLT_TAX_EXCLUDED, 0, "decors", NULL },
  { "91", "forfait", "1", 70000, "a-decider", PLT_TAX_EXCLUDED, 0, "", NULL },
  { "91", "forfait", "1", 70000, "oui", PLT_TAX_CONDITIONAL, 70000, "",
    "tax-credit.flag-against-rule" },
  { "21", "forfait", "1", 70000, "a-decider", PLT_TAX_EXCLUDED, 0, "", NULL },
  { "99Z", "forfait", "1", 70000, "oui", PLT_TAX_CONDITIONAL, 70000, "",
    "tax-credit.flag-against-rule" },
  { "Z", "forfait", "1", 70000, "oui", PLT_TAX_CONDITIONAL, 70000, "", "tax-credit.conditional" },
  { "71", "semaine", "FAUX", 620000, "oui", PLT_TAX_UNKNOWN, PLT_UNKNOWN, "techniques",
    "tax-credit.no-amount" },
  { "71", "semaine", "1", PLT_UNKNOWN, "oui", PLT_TAX_UNKNOWN, PLT_UNKNOWN, "techniques",
    "tax-credit.no-amount" },
};

static void
test_lines (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const Line *c = &lines[i];
      g_autoptr (PltTaxSpend) spend = NULL;
      const PltTaxExpense *expense;

      self->facts->lines.n = 0;
      g_clear_pointer (&self->facts->lines.index, g_hash_table_unref);
      plt_test_tax_line (self->facts, c->account, c->unit, c->quantity, c->rate, c->credit);
      spend = spend_of (self);
      g_test_message ("%u %s %s %s", i, c->account, c->unit, c->credit);
      g_assert_cmpuint (spend->expenses->len, ==, 1);
      expense = &g_array_index (spend->expenses, PltTaxExpense, 0);
      g_assert_cmpint (expense->standing, ==, c->standing);
      g_assert_cmpint (expense->eligible, ==, c->eligible);
      g_assert_cmpstr (expense->category, ==, c->category);
      g_assert_cmpint (spend->eligible, ==, c->eligible != PLT_UNKNOWN ? c->eligible : 0);
      g_assert_true (spend->incomplete == (c->eligible == PLT_UNKNOWN));
      g_assert_nonnull (expense->reason);
      if (c->rule != NULL)
        g_assert_nonnull (issue_of (spend, c->rule));
      else
        g_assert_cmpuint (spend->issues->len, ==, 0);
    }
}

/* A line of the template that nobody filled in says nothing at all. */
static void
test_proposals (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;

  plt_test_tax_line (self->facts, "71", "semaine", "1", PLT_UNKNOWN, "oui")->duration = "0";
  plt_test_tax_line (self->facts, "71", "semaine", "0", 5000, "oui");
  spend = spend_of (self);
  g_assert_cmpuint (spend->expenses->len, ==, 0);
  g_assert_cmpuint (spend->issues->len, ==, 0);
  g_assert_false (spend->incomplete);
}

/* Nights of 250 € in Paris (270) count in full, trips of 300 € overseas (500) too. */
static void
test_places (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;

  plt_test_tax_line (self->facts, "64", "nuit", "10", 25000, "oui");
  plt_test_tax_line (self->facts, "62", "billet", "5", 30000, "oui");
  self->options.paris_nights = self->options.far_transport = TRUE;
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, 250000 + 150000);
}

/* 10 days at 1 000 €: 10 000 + 55,9 % = 15 590; less 2,78 % of taxes on wages, 278: 15 312; at
 * 418,25 / 1 000: 6 404,24. A technician of 10 000 at 65,3 %: 16 530 − 278 = 16 252. */
static void
test_contributions (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;
  const PltTaxExpense *expense;

  plt_test_tax_line (self->facts, "31", "jour", "10", 100000, "oui")->profile
      = plt_test_tax_profile (self->facts, "artiste", 559000);
  plt_test_tax_line (self->facts, "231", "semaine", "10", 100000, "oui")->profile
      = plt_test_tax_profile (self->facts, "technicien-non-cadre", 653000);
  plt_test_tax_line (self->facts, "26", "semaine", "10", 100000, "oui")->profile
      = plt_test_tax_profile (self->facts, "ouvrier", 653000);
  spend = spend_of (self);
  expense = &g_array_index (spend->expenses, PltTaxExpense, 1);
  g_assert_cmpint (expense->eligible, ==, 1625200);
  expense = &g_array_index (spend->expenses, PltTaxExpense, 0);
  if (strcmp (expense->category, "equipe") == 0)
    expense = &g_array_index (spend->expenses, PltTaxExpense, 2);
  g_assert_cmpint (spend->eligible, ==, 640424 + 2 * 1625200);
  g_assert_null (issue_of (spend, "tax-credit.taxes-unread"));
  g_clear_pointer (&spend, plt_tax_spend_free);

  /* the contributions of 2025 were not read: said, and not guessed */
  self->options.date = plt_date_from_ymd (2025, 6, 1);
  spend = spend_of (self);
  g_assert_nonnull (issue_of (spend, "tax-credit.taxes-unread"));
  g_assert_cmpint (spend->eligible, ==, 652051 + 2 * 1653000); /* 15 590 × 418,25 / 1 000 */
}

/* A lump sum of 5 000 € for a role of two days: 2 × 418,25. */
static void
test_lump_sum (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;

  plt_test_tax_line (self->facts, "31", "forfait", "1", 500000, "oui")->role = 1;
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, 83650);
  g_assert_false (spend->incomplete);
}

/* The function of the line wins over that of its account; a short film has its own minimum. */
static void
test_functions (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;

  plt_test_tax_line (self->facts, "34", "jour", "1", 90000, "oui")->function = "Silhouette muette";
  plt_test_tax_line (self->facts, "34", "jour", "1", 90000, "oui")->function = "Cascadeur inconnu";
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, 15000 + 10833);
  g_clear_pointer (&spend, plt_tax_spend_free);
  self->facts->production.kind = "court-metrage";
  self->facts->lines.items[0].account = plt_test_tax_account (self->facts, "31");
  self->facts->lines.items[0].function = "";
  self->facts->lines.items[1].quantity = "0";
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, 14950);
}

static void
test_left_out (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;

  plt_test_tax_line (self->facts, "71", "semaine", "1", 100000, "oui")->abroad = TRUE;
  plt_test_tax_line (self->facts, "71", "semaine", "1", 100000, "oui")->mode = "nature";
  plt_test_tax_line (self->facts, "71", "semaine", "1", 100000, "oui")->mode = "participation";
  spend = spend_of (self);
  g_assert_cmpint (spend->paid, ==, 300000);
  g_assert_cmpint (spend->eligible, ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (spend->expenses, PltTaxExpense, i).standing, ==,
                     PLT_TAX_EXCLUDED);
}

/* A permanent counts under a condition, and so does what the codes of the lines say. */
static void
test_conditions (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;

  plt_test_tax_line (self->facts, "231", "mois", "1", 300000, "oui")->payee = "permanent";
  plt_test_tax_line (self->facts, "31", "forfait", "1", 40000, "oui")->code = "31-06";
  plt_test_tax_line (self->facts, "53", "forfait", "1", 70000, "a-decider");
  spend = spend_of (self);
  g_assert_cmpint (spend->conditional, ==, 340000);
  g_assert_cmpint (spend->undecided, ==, 70000);
  g_assert_cmpint (spend->eligible, ==, 340000);
  g_clear_pointer (&spend, plt_tax_spend_free);
  self->options.skip_conditional = TRUE;
  self->options.count_undecided = TRUE;
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, 70000);
}

/* 15 % of 4 M€: 600 000 of 200 000 as author and 700 000 as technician, in proportion. */
static void
test_director (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;

  plt_test_tax_line (self->facts, "13", "forfait", "1", EUROS (200000), "oui");
  plt_test_tax_line (self->facts, "22", "semaine", "1", EUROS (700000), "oui");
  plt_test_tax_line (self->facts, "91", "forfait", "1", EUROS (3100000), "non");
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, EUROS (600000));
  g_assert_cmpint (g_array_index (spend->expenses, PltTaxExpense, 0).standing, ==, PLT_TAX_LIMITED);
  g_clear_pointer (&spend, plt_tax_spend_free);
  self->options.regime = PLT_TAX_CIA; /* no such bands were read there */
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, EUROS (900000));
}

static void
add_preparation (Fixture *self)
{
  PltTaskFacts *task = PLT_FACTS_ADD (self->facts->tasks, PltTaskFacts, 1);

  task->name = task->team = "";
  task->phase = "preparation";
  task->start_date = plt_date_from_ymd (2026, 8, 17);
  task->end_date = plt_date_from_ymd (2026, 9, 11);
}

/* Preparation from 17 August to 14 September, 29 days, 14 of them from 1 September on. */
static void
test_request (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;
  g_autoptr (GArray) years = NULL;
  PltLineFacts *line;

  add_preparation (self);
  plt_test_tax_line (self->facts, "231", "semaine", "1", 290000, "oui")->phase = "preparation";
  line = plt_test_tax_line (self->facts, "12", "forfait", "1", 500000, "oui");
  line->event = "date";
  line->payment_date = plt_date_from_ymd (2026, 7, 1);
  plt_test_tax_line (self->facts, "71", "semaine", "1", 100000, "oui");
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, 890000);
  g_clear_pointer (&spend, plt_tax_spend_free);
  self->options.request = plt_date_from_ymd (2026, 9, 1);
  spend = spend_of (self);
  g_assert_cmpint (spend->eligible, ==, 140000 + 0 + 100000);
  years = plt_tax_years_new (spend, &self->options, PLT_UNKNOWN, 100);
  g_assert_cmpuint (years->len, ==, 1);
  g_assert_cmpint (g_array_index (years, PltTaxYear, 0).credit, ==, PLT_UNKNOWN);
}

/* From 15 September 2026 to 13 January 2027: 108 days and 13. 1 000 € by 1 080 and 130: 893, 107.
 * An exercice that ends on 30 September has the first 16 days. */
static void
test_years (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxSpend) spend = NULL;
  g_autoptr (GArray) years = NULL;
  const PltTaxYear *year;

  self->facts->production.delivery_date = plt_date_from_ymd (2027, 1, 13);
  plt_test_tax_line (self->facts, "81", "semaine", "1", 121000, "oui")->phase = "finitions";
  spend = spend_of (self);
  years = plt_tax_years_new (spend, &self->options, EUROS (1000), 100);
  g_assert_cmpuint (years->len, ==, 2);
  year = &g_array_index (years, PltTaxYear, 0);
  g_assert_cmpint (year->end, ==, plt_date_from_ymd (2026, 12, 31));
  g_assert_cmpint (year->spend, ==, 108000);
  g_assert_cmpint (year->credit, ==, EUROS (893));
  year = &g_array_index (years, PltTaxYear, 1);
  g_assert_cmpint (year->spend, ==, 13000);
  g_assert_cmpint (year->credit, ==, EUROS (107));
  g_clear_pointer (&years, g_array_unref);

  self->options.closing_month = 9;
  self->options.closing_day = 30;
  years = plt_tax_years_new (spend, &self->options, EUROS (1000), 100);
  g_assert_cmpint (g_array_index (years, PltTaxYear, 0).end, ==, plt_date_from_ymd (2026, 9, 30));
  g_assert_cmpint (g_array_index (years, PltTaxYear, 0).spend, ==, 16000);
  g_clear_pointer (&years, g_array_unref);

  self->facts->days.n = 0; /* no plan, no start: no date */
  g_clear_pointer (&spend, plt_tax_spend_free);
  g_clear_pointer (&self->plan, plt_plan_free);
  self->plan = plt_plan_new (self->facts, 0);
  self->facts->production.delivery_date = PLT_DATE_NONE;
  spend = spend_of (self);
  years = plt_tax_years_new (spend, &self->options, EUROS (1000), 100);
  g_assert_cmpuint (years->len, ==, 1);
  g_assert_cmpint (g_array_index (years, PltTaxYear, 0).end, ==, PLT_DATE_NONE);
  g_assert_cmpint (g_array_index (years, PltTaxYear, 0).credit, ==, EUROS (1000));
}

static void
add_random (Fixture *self, GRand *rand)
{
  static const char *const accounts[] = { "12", "13", "22", "231", "26", "31", "34", "36", "52",
                                          "53", "54", "62", "64",  "66", "71", "81", "91", "Z" };
  static const char *const units[] = { "jour", "semaine", "forfait", "repas", "nuit", "billet" };
  static const char *const flags[] = { "oui", "partiel", "non", "a-decider" };
  static const char *const phases[] = { "preparation", "tournage", "finitions" };
  PltLineFacts *line = plt_test_tax_line (
      self->facts, accounts[g_rand_int_range (rand, 0, G_N_ELEMENTS (accounts))],
      units[g_rand_int_range (rand, 0, G_N_ELEMENTS (units))],
      g_rand_int_range (rand, 0, 9) == 0 ? "NON(" : "3", g_rand_int_range (rand, 0, 300000),
      flags[g_rand_int_range (rand, 0, G_N_ELEMENTS (flags))]);

  line->phase = phases[g_rand_int_range (rand, 0, G_N_ELEMENTS (phases))];
  line->profile = g_rand_int_range (rand, 0, 3);
  line->abroad = g_rand_int_range (rand, 0, 8) == 0;
  line->role = g_rand_int_range (rand, 0, 2);
}

/* No line counts more than it costs; what is counted is the sum of the lines, of the categories and
 * of the exercices; a yes never lowers it; the same twice. */
static void
test_properties (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (46);

  add_preparation (self);
  self->facts->production.delivery_date = plt_date_from_ymd (2027, 6, 30);
  plt_test_tax_profile (self->facts, "artiste", 559000);
  plt_test_tax_profile (self->facts, "technicien-cadre", 656000);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (PltTaxSpend) spend = NULL;
      g_autoptr (PltTaxSpend) again = NULL;
      g_autoptr (PltTaxSpend) more = NULL;
      g_autoptr (GArray) years = NULL;
      PltMoney sum = 0, categories = 0, by_year = 0, credit = 0;

      self->facts->lines.n = 0;
      g_clear_pointer (&self->facts->lines.index, g_hash_table_unref);
      for (guint i = 0; i < 40; i++)
        add_random (self, rand);
      self->options.request
          = round % 2 == 0 ? PLT_DATE_NONE : plt_date_from_ymd (2026, 8, 1 + (int) round % 30);
      again = spend_of (self);
      spend = spend_of (self);
      g_assert_cmpint (spend->eligible, ==, again->eligible);
      for (guint i = 0; i < spend->expenses->len; i++)
        {
          const PltTaxExpense *expense = &g_array_index (spend->expenses, PltTaxExpense, i);

          if (expense->eligible == PLT_UNKNOWN)
            continue;
          g_assert_cmpint (expense->eligible, >=, 0);
          g_assert_cmpint (expense->eligible, <=, expense->paid);
          sum += expense->eligible;
        }
      for (guint i = 0; i < spend->categories->len; i++)
        categories += g_array_index (spend->categories, PltTaxCategory, i).eligible;
      years = plt_tax_years_new (spend, &self->options, EUROS (12345), 100);
      for (guint i = 0; i < years->len; i++)
        {
          by_year += g_array_index (years, PltTaxYear, i).spend;
          credit += g_array_index (years, PltTaxYear, i).credit;
        }
      g_assert_cmpint (spend->eligible, ==, sum);
      g_assert_cmpint (spend->eligible, ==, categories);
      g_assert_cmpint (spend->eligible, ==, by_year);
      if (spend->eligible > 0)
        g_assert_cmpint (credit, ==, EUROS (12345));
      self->facts->lines.items[g_rand_int_range (rand, 0, 40)].tax_credit = "oui";
      more = spend_of (self);
      g_assert_cmpint (more->eligible, >=, spend->eligible);
    }
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->budget = plt_budget_new (self->facts, 0, self->plan);
  for (guint i = 0; i < self->facts->referentials.n; i++)
    self->facts->referentials.items[i].name = "autre";
  g_assert_null (plt_tax_spend_new (self->facts, self->plan, self->budget, self->table,
                                    &self->options, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/tax-spend/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("lines", test_lines);
  ADD ("proposals", test_proposals);
  ADD ("places", test_places);
  ADD ("contributions", test_contributions);
  ADD ("lump-sum", test_lump_sum);
  ADD ("functions", test_functions);
  ADD ("left-out", test_left_out);
  ADD ("conditions", test_conditions);
  ADD ("director", test_director);
  ADD ("request", test_request);
  ADD ("years", test_years);
  ADD ("properties", test_properties);
  ADD ("missing", test_missing);
  return g_test_run ();
}

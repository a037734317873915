/* The count of a tax credit from the amounts of a work. The cases A to D and their figures were
 * counted by hand from the formula of CGI art. 220 sexies (rate × (min (eligible, 80 % of the
 * budget) − subsidies), € per minute, 50 or 60 % of public aid). */
#include "plt-tax-credit.h"

#include <string.h>

#include "plt-error.h"
#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
  PltTaxTable *table;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plt_facts_new ();
  plt_test_tax_keep (self->facts);
  self->table = plt_tax_table_new (self->facts, plt_date_from_ymd (2026, 9, 1), NULL);
  g_assert_nonnull (self->table);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->table, plt_tax_table_free);
  plt_facts_free (self->facts);
}

static const PltIssue *
issue_of (const PltTaxCredit *credit, const char *rule)
{
  for (guint i = 0; i < credit->issues->len; i++)
    if (strcmp (((const PltIssue *) credit->issues->pdata[i])->rule, rule) == 0)
      return credit->issues->pdata[i];
  return NULL;
}

static PltTaxCase
work (PltTaxRegime regime, const char *genre, gint64 budget, gint64 eligible, gint64 minutes)
{
  PltTaxCase on;

  plt_tax_case_init (&on, regime, genre);
  on.budget = EUROS (budget);
  on.eligible = EUROS (eligible);
  on.seconds = minutes * 60;
  on.date = plt_date_from_ymd (2026, 9, 1);
  return on;
}

typedef struct
{
  const char *name;
  PltTaxRegime regime;
  const char *genre;
  gint64 budget, eligible, minutes, subsidies, aid;
  int difficult;
  gboolean subsidies_first;
  gint64 base, credit;
  const char *binding; /* the step that lowered it, NULL for none */
  const char *rule;    /* an issue, NULL for none */
} Case;

static const Case cases[] = {
  { "A: film in French, 4 M€: min (2 750 000, 3 200 000) − 200 000 = 2 550 000 × 30 %", PLT_TAX_CIC,
    "film-francais", 4000000, 2750000, 100, 200000, 700000, 0, FALSE, 2550000, 765000, NULL, NULL },
  { "B: low budget, 60 % × 1 200 000 − 480 000 = 240 000, below 270 000", PLT_TAX_CIC,
    "film-francais", 1200000, 900000, 90, 0, 480000, 0, FALSE, 900000, 240000, "ci.plafond-aides",
    NULL },
  { "B under the 50 % rule: 600 000 − 480 000", PLT_TAX_CIC, "film-francais", 1200000, 900000, 90,
    0, 480000, PLT_TAX_DIFFICULT_NO, FALSE, 900000, 120000, "ci.plafond-aides", NULL },
  { "B, a first film above the low budget: 60 % × 2 000 000 − 1 000 000", PLT_TAX_CIC,
    "film-francais", 2000000, 900000, 90, 0, 1000000, PLT_TAX_DIFFICULT_YES, FALSE, 900000, 200000,
    "ci.plafond-aides", NULL },
  { "C: fiction, 21 111 €/min: 3 000 × 90 = 270 000, below 337 500", PLT_TAX_CIA, "fiction",
    1900000, 1350000, 90, 0, 0, 0, FALSE, 1350000, 270000, "ci.plafond-minute", NULL },
  { "D: documentary, 3 077 €/min, 2 115 eligible: 25 % × 110 000", PLT_TAX_CIA, "documentaire",
    160000, 110000, 52, 0, 0, 0, FALSE, 110000, 27500, NULL, NULL },
  { "order, prudent: 3 200 000 − 200 000 = 3 000 000 × 30 %", PLT_TAX_CIC, "film-francais", 4000000,
    3400000, 100, 200000, 200000, 0, FALSE, 3000000, 900000, "ci.part-budget", "tax-credit.order" },
  { "order, subsidies first: 3 200 000 × 30 %", PLT_TAX_CIC, "film-francais", 4000000, 3400000, 100,
    200000, 200000, 0, TRUE, 3200000, 960000, NULL, "tax-credit.order" },
  { "another language: 20 %", PLT_TAX_CIC, "film-autre", 4000000, 2750000, 100, 0, 0, 0, FALSE,
    2750000, 550000, NULL, NULL },
  { "30 M€ at most: 30 % × 150 M€ = 45", PLT_TAX_CIC, "film-francais", 200000000, 150000000, 100, 0,
    0, 0, FALSE, 150000000, 30000000, "ci.plafond-oeuvre", NULL },
  { "band 20 000: its lower bound is within, 20 000 € a minute: 3 000 × 50", PLT_TAX_CIA, "fiction",
    1000000, 800000, 50, 0, 0, 0, FALSE, 800000, 150000, "ci.plafond-minute", NULL },
  { "band below it, 19 999,80 €: 2 000 × 50", PLT_TAX_CIA, "fiction", 999990, 790000, 50, 0, 0, 0,
    FALSE, 790000, 100000, "ci.plafond-minute", NULL },
  { "band 40 000 and more: 10 000 × 50", PLT_TAX_CIA, "fiction", 4000000, 3200000, 50, 0, 0, 0,
    FALSE, 3200000, 500000, "ci.plafond-minute", NULL },
  { "documentary: 1 450 × 52 = 75 400, below 25 % × 400 000", PLT_TAX_CIA, "documentaire", 600000,
    400000, 52, 0, 0, 0, FALSE, 400000, 75400, "ci.plafond-minute", NULL },
  { "fiction of 40 minutes: 45 are asked for", PLT_TAX_CIA, "fiction", 1000000, 700000, 40, 0, 0, 0,
    FALSE, 700000, 0, "ci.conditions", "tax-credit.too-short" },
  { "fiction at 4 000 € a minute: 5 000 are asked for", PLT_TAX_CIA, "fiction", 360000, 200000, 90,
    0, 0, 0, FALSE, 200000, 0, "ci.conditions", "tax-credit.too-cheap" },
  { "documentary, 1 923 € eligible a minute: 2 000 are asked for", PLT_TAX_CIA, "documentaire",
    160000, 100000, 52, 0, 0, 0, FALSE, 100000, 0, "ci.conditions", "tax-credit.too-little-spend" },
  { "captured show of 80 minutes at 1 100 €: 1 250 are asked for", PLT_TAX_CIA, "spectacle", 88000,
    60000, 80, 0, 0, 0, FALSE, 60000, 0, "ci.conditions", "tax-credit.too-cheap" },
  { "captured show of 100 minutes at 1 100 €: 10 %", PLT_TAX_CIA, "spectacle", 110000, 60000, 100,
    0, 0, 0, FALSE, 60000, 6000, NULL, "tax-credit.no-ceiling" },
  { "a short film has none", PLT_TAX_CIC, "film-francais", 180000, 120000, 18, 0, 0, 0, FALSE,
    120000, 0, "ci.conditions", "tax-credit.too-short" },
  { "foreign work: 30 % × 800 000", PLT_TAX_C2I, "fiction", 1000000, 900000, 90, 0, 0, 0, FALSE,
    800000, 240000, "ci.part-budget", NULL },
  { "foreign work, 200 000 of 600 000: below 250 000", PLT_TAX_C2I, "fiction", 600000, 200000, 90,
    0, 0, 0, FALSE, 200000, 0, "ci.conditions", "tax-credit.too-little-spend" },
  { "foreign work of 400 000: half of it is enough", PLT_TAX_C2I, "fiction", 400000, 200000, 90, 0,
    0, 0, FALSE, 200000, 60000, NULL, NULL },
  { "more subsidies than spend: nil", PLT_TAX_CIC, "film-francais", 4000000, 100000, 100, 200000,
    200000, 0, FALSE, 0, 0, NULL, NULL },
  { "aid above the limit already: nil", PLT_TAX_CIC, "film-francais", 4000000, 2000000, 100, 0,
    2500000, 0, FALSE, 2000000, 0, "ci.plafond-aides", NULL },
};

static void
test_cases (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      PltTaxCase on = work (c->regime, c->genre, c->budget, c->eligible, c->minutes);
      g_autoptr (PltTaxCredit) credit = NULL;
      const char *binding = NULL;

      on.subsidies = EUROS (c->subsidies);
      on.aid = EUROS (c->aid);
      on.difficult = c->difficult;
      on.subsidies_first = c->subsidies_first;
      credit = plt_tax_credit_new (self->table, &on);
      g_test_message ("%s", c->name);
      for (guint s = 0; s < credit->steps->len; s++)
        if (((const PltTaxStep *) credit->steps->pdata[s])->binding)
          binding = ((const PltTaxStep *) credit->steps->pdata[s])->rule;
      g_assert_cmpint (credit->base, ==, EUROS (c->base));
      g_assert_cmpint (credit->credit, ==, EUROS (c->credit));
      g_assert_cmpstr (binding, ==, c->binding);
      if (c->rule != NULL)
        g_assert_nonnull (issue_of (credit, c->rule));
      else
        g_assert_cmpuint (credit->issues->len, ==, 0);
    }
}

/* Public aid of the case A: 700 000 + 765 000 of 4 000 000 = 36,625 %; nine tenths are prudent. */
static void
test_steps (Fixture *self, gconstpointer data)
{
  static const char *const rules[]
      = { "ci.eligible", "ci.budget",        "ci.part-budget",    "ci.subventions",
          "ci.base",     "ci.taux",          "ci.plafond-oeuvre", "ci.intensite",
          "ci.aides",    "ci.plafond-aides", "ci.credit",         "ci.prudent" };
  PltTaxCase on = work (PLT_TAX_CIC, "film-francais", 4000000, 2750000, 100);
  g_autoptr (PltTaxCredit) credit = NULL;
  const PltTaxStep *rate;

  on.subsidies = EUROS (200000);
  on.aid = EUROS (700000);
  credit = plt_tax_credit_new (self->table, &on);
  g_assert_cmpuint (credit->steps->len, ==, G_N_ELEMENTS (rules));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_cmpstr (((const PltTaxStep *) credit->steps->pdata[i])->rule, ==, rules[i]);
  rate = plt_tax_credit_step (credit, "ci.taux");
  g_assert_cmpint (rate->base, ==, EUROS (2550000));
  g_assert_cmpint (rate->rate_e6, ==, 300000);
  g_assert_cmpint (rate->amount, ==, EUROS (765000));
  g_assert_true (rate->sure);
  g_assert_nonnull (strstr (rate->source, "220 sexies"));
  g_assert_cmpint (plt_tax_credit_step (credit, "ci.part-budget")->amount, ==, EUROS (3200000));
  g_assert_false (plt_tax_credit_step (credit, "ci.prudent")->sure);
  g_assert_cmpint (credit->prudent, ==, EUROS (688500));
  g_assert_cmpint (credit->total_aid_e6, ==, 366250);
}

/* Half of an international coproduction: 80 % and aid are counted on its part. */
static void
test_share (Fixture *self, gconstpointer data)
{
  PltTaxCase on = work (PLT_TAX_CIC, "film-francais", 4000000, 2750000, 100);
  g_autoptr (PltTaxCredit) credit = NULL;

  on.share_e6 = 500000;
  on.aid = EUROS (700000);
  credit = plt_tax_credit_new (self->table, &on);
  g_assert_cmpint (credit->base, ==, EUROS (1600000));  /* 80 % × 2 000 000 */
  g_assert_cmpint (credit->credit, ==, EUROS (300000)); /* 50 % × 2 000 000 − 700 000 */
}

/* 30 % of 1 000 003,33 is 300 000,999: 300 000 € */
static void
test_rounding (Fixture *self, gconstpointer data)
{
  PltTaxCase on = work (PLT_TAX_CIC, "film-francais", 4000000, 0, 100);
  g_autoptr (PltTaxCredit) credit = NULL;

  on.eligible = 100000333;
  credit = plt_tax_credit_new (self->table, &on);
  g_assert_cmpint (credit->gross, ==, 30000099);
  g_assert_cmpint (credit->credit, ==, EUROS (300000));
}

static void
test_foreign (Fixture *self, gconstpointer data)
{
  PltTaxCase on = work (PLT_TAX_C2I, "fiction", 10000000, 6000000, 100);
  g_autoptr (PltTaxCredit) credit = NULL;

  on.vfx_share_e6 = 150000;
  on.vfx_spend = EUROS (2000001);
  credit = plt_tax_credit_new (self->table, &on);
  g_assert_cmpint (credit->credit, ==, EUROS (2400000)); /* 40 % */
  g_clear_pointer (&credit, plt_tax_credit_free);

  on.vfx_spend = EUROS (2000000); /* more than 2 M€ are asked for */
  credit = plt_tax_credit_new (self->table, &on);
  g_assert_cmpint (credit->credit, ==, EUROS (1800000));
  g_assert_null (plt_tax_credit_step (credit, "ci.intensite"));
  g_clear_pointer (&credit, plt_tax_credit_free);

  on.shooting_days = 4;
  credit = plt_tax_credit_new (self->table, &on);
  g_assert_nonnull (issue_of (credit, "tax-credit.too-few-days"));
  g_clear_pointer (&credit, plt_tax_credit_free);

  on.shooting_days = 5;
  on.cnc_aid = TRUE;
  credit = plt_tax_credit_new (self->table, &on);
  g_assert_nonnull (issue_of (credit, "tax-credit.cumul"));
  g_assert_cmpint (credit->credit, ==, 0);
  g_clear_pointer (&credit, plt_tax_credit_free);

  on.cnc_aid = FALSE;
  on.date = plt_date_from_ymd (2027, 1, 1); /* the day after the end of the regime */
  credit = plt_tax_credit_new (self->table, &on);
  g_assert_nonnull (issue_of (credit, "tax-credit.ended"));
}

/* What is not known is never nil. */
static void
test_unknown (Fixture *self, gconstpointer data)
{
  static const struct
  {
    gint64 budget, eligible, aid, seconds, share_e6;
    const char *genre, *rule;
  } bad[] = {
    { PLT_UNKNOWN, 100, 0, 5400, 1000000, "fiction", "tax-credit.no-budget" },
    { 0, 100, 0, 5400, 1000000, "fiction", "tax-credit.no-budget" },
    { -100, 100, 0, 5400, 1000000, "fiction", "tax-credit.no-budget" },
    { G_MAXINT64, 100, 0, 5400, 1000000, "fiction", "tax-credit.no-budget" },
    { 100000000, PLT_UNKNOWN, 0, 5400, 1000000, "fiction", "tax-credit.no-eligible" },
    { 100000000, -1, 0, 5400, 1000000, "fiction", "tax-credit.no-eligible" },
    { 100000000, 100, PLT_UNKNOWN, 5400, 1000000, "fiction", "tax-credit.no-aid" },
    { 100000000, 100, 0, PLT_UNKNOWN, 1000000, "fiction", "tax-credit.no-length" },
    { 100000000, 100, 0, 0, 1000000, "fiction", "tax-credit.bad-length" },
    { 100000000, 100, 0, 5400, 0, "fiction", "tax-credit.bad-share" },
    { 100000000, 100, 0, 5400, 1000001, "fiction", "tax-credit.bad-share" },
    { 100000000, 100, 0, 5400, 1000000, "opéra", "tax-credit.no-parameter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      PltTaxCase on = work (PLT_TAX_CIA, bad[i].genre, 0, 0, 90);
      g_autoptr (PltTaxCredit) credit = NULL;

      on.budget = bad[i].budget;
      on.eligible = bad[i].eligible;
      on.aid = bad[i].aid;
      on.seconds = bad[i].seconds;
      on.share_e6 = bad[i].share_e6;
      credit = plt_tax_credit_new (self->table, &on);
      g_test_message ("%u %s", i, bad[i].rule);
      g_assert_cmpint (credit->credit, ==, PLT_UNKNOWN);
      g_assert_nonnull (issue_of (credit, bad[i].rule));
      g_assert_cmpint (issue_of (credit, bad[i].rule)->severity, ==, PLT_SEVERITY_ERROR);
    }
}

static void
count_random (const PltTaxTable *table, GRand *rand, PltTaxCase *on)
{
  static const struct
  {
    PltTaxRegime regime;
    const char *genre;
  } kinds[] = { { PLT_TAX_CIC, "film-francais" }, { PLT_TAX_CIC, "film-autre" },
                { PLT_TAX_CIA, "fiction" },       { PLT_TAX_CIA, "animation" },
                { PLT_TAX_CIA, "documentaire" },  { PLT_TAX_C2I, "fiction" } };
  guint kind = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds));

  plt_tax_case_init (on, kinds[kind].regime, kinds[kind].genre);
  on->date = plt_date_from_ymd (2026, 9, 1);
  on->budget = (PltMoney) (g_rand_double (rand) * g_rand_int_range (rand, 1, 2000000000)) * 10 + 1;
  on->eligible = (PltMoney) (g_rand_double (rand) * (double) on->budget);
  on->subsidies = (PltMoney) (g_rand_double (rand) * (double) on->eligible / 3);
  on->aid = on->subsidies + (PltMoney) (g_rand_double (rand) * (double) on->budget / 2);
  on->seconds = g_rand_int_range (rand, 60, 12000);
  on->difficult = g_rand_int_range (rand, 0, 3);
  on->subsidies_first = g_rand_boolean (rand);
}

static PltMoney
credit_of (const PltTaxTable *table, const PltTaxCase *on)
{
  g_autoptr (PltTaxCredit) credit = plt_tax_credit_new (table, on);

  return credit->credit;
}

/* Never above a limit, never negative; more spend never earns less, more aid or subsidies never
 * more; the prudent order never more than the other; the same twice. */
static void
test_properties (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (220);
  guint n_paid = 0;

  for (guint i = 0; i < 3000; i++)
    {
      PltTaxCase on, other;
      g_autoptr (PltTaxCredit) credit = NULL;
      PltMoney more;

      count_random (self->table, rand, &on);
      credit = plt_tax_credit_new (self->table, &on);
      g_assert_cmpint (credit->credit, >=, 0);
      g_assert_cmpint (credit->credit, <=, credit->gross);
      g_assert_cmpint (credit->credit % 100, ==, 0);
      g_assert_cmpint (credit->base, <=, on.budget / 5 * 4 + 4);
      for (guint s = 0; s < credit->steps->len; s++)
        {
          const PltTaxStep *step = credit->steps->pdata[s];

          if (g_str_has_prefix (step->rule, "ci.plafond-"))
            g_assert_cmpint (credit->credit, <=, step->amount);
        }
      n_paid += credit->credit > 0;
      g_assert_cmpint (credit_of (self->table, &on), ==, credit->credit);

      other = on;
      other.eligible += g_rand_int_range (rand, 1, 100000000);
      more = credit_of (self->table, &other);
      g_assert_cmpint (more, >=, credit->credit);
      other = on;
      other.aid += g_rand_int_range (rand, 1, 100000000);
      g_assert_cmpint (credit_of (self->table, &other), <=, credit->credit);
      other = on;
      other.subsidies += g_rand_int_range (rand, 1, 100000000);
      g_assert_cmpint (credit_of (self->table, &other), <=, credit->credit);
      on.subsidies_first = FALSE;
      other = on;
      other.subsidies_first = TRUE;
      g_assert_cmpint (credit_of (self->table, &on), <=, credit_of (self->table, &other));
    }
  g_assert_cmpuint (n_paid, >, 1000);
}

#define HEAD "code\tlibelle\tregime\tgenre\tvaleur\tunite\tvalable_du\tvalable_au\tsource\tmarque\n"

/* The row of the date, then the narrowest; an empty value is not read. */
static void
test_table (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltTaxTable) table = NULL;
  const PltTaxParam *param;

  plt_test_tax_replace (self->facts, PLT_TAX_TABLE_RATES,
                        HEAD "taux\tancien\tcic\t\t100000\te6\t\t2019-12-31\tloi A\tsource\n"
                             "taux\tgénéral\t\t\t150000\te6\t\t\tloi B\ta-verifier\n"
                             "taux\tnouveau\tcic\t\t200000\te6\t2020-01-01\t\tloi C\tsource\n"
                             "taux\tà venir\tcic\t\t250000\te6\t2027-01-01\t\tloi D\tsource\n"
                             "vide\tnon lu\tcic\t\t\te6\t\t\tnon lu\ta-verifier\n"
                             "faux\tfaux\tcic\t\tdouze\te6\t\t\tnon lu\ta-verifier\n");
  table = plt_tax_table_new (self->facts, plt_date_from_ymd (2019, 6, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpint (plt_tax_table_find (table, PLT_TAX_CIC, "film", "taux")->value, ==, 100000);
  g_assert_cmpint (plt_tax_table_find (table, PLT_TAX_CIA, "film", "taux")->value, ==, 150000);
  g_assert_false (plt_tax_table_find (table, PLT_TAX_CIA, "film", "taux")->sure);
  g_clear_pointer (&table, plt_tax_table_free);

  table = plt_tax_table_new (self->facts, plt_date_from_ymd (2026, 6, 1), &error);
  param = plt_tax_table_find (table, PLT_TAX_CIC, "film", "taux");
  g_assert_cmpint (param->value, ==, 200000);
  g_assert_cmpstr (param->source, ==, "loi C");
  g_assert_cmpint (plt_tax_table_find (table, PLT_TAX_CIC, "", "vide")->value, ==, PLT_UNKNOWN);
  g_assert_cmpint (plt_tax_table_find (table, PLT_TAX_CIC, "", "faux")->value, ==, PLT_UNKNOWN);
  g_assert_null (plt_tax_table_find (table, PLT_TAX_CIC, "", "absent"));
  g_clear_pointer (&table, plt_tax_table_free);

  plt_test_tax_replace (self->facts, PLT_TAX_TABLE_RATES, "code\tvaleur\n");
  g_assert_null (plt_tax_table_new (self->facts, PLT_DATE_NONE, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  self->facts->referentials.n = 0;
  g_assert_null (plt_tax_table_new (self->facts, PLT_DATE_NONE, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

/* The director: 15 % to 4 M€, 8 % to 7, 5 % to 10, nothing above: 600 + 240 + 150 = 990 000 €. */
static void
test_progressive (Fixture *self, gconstpointer data)
{
  static const gint64 steps[][2] = { { 0, 0 },
                                     { 1000000, 150000 },
                                     { 4000000, 600000 },
                                     { 5000000, 680000 },
                                     { 7000000, 840000 },
                                     { 10000000, 990000 },
                                     { 60000000, 990000 } };
  const PltTaxParam *param;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (plt_tax_table_progressive (self->table, PLT_TAX_CIC, "realisateur",
                                                EUROS (steps[i][0]), &param),
                     ==, EUROS (steps[i][1]));
  g_assert_false (param->sure);
  g_assert_cmpint (plt_tax_table_progressive (self->table, PLT_TAX_CIA, "realisateur", 100, &param),
                   ==, PLT_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/tax-credit/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("cases", test_cases);
  ADD ("steps", test_steps);
  ADD ("share", test_share);
  ADD ("rounding", test_rounding);
  ADD ("foreign", test_foreign);
  ADD ("unknown", test_unknown);
  ADD ("properties", test_properties);
  ADD ("table", test_table);
  ADD ("progressive", test_progressive);
  return g_test_run ();
}

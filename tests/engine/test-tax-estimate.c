/* The tax credit of a production from its devis, its plan de financement and its plan de travail:
 * the cases A to D as productions, regimes by kind, public aid, options by name, dates of the
 * files. */
#include "plt-tax-estimate.h"

#include <string.h>

#include "plt-error.h"
#include "plt-test-tax.h"

typedef struct
{
  PltFacts *facts;
  PltTaxOptions options;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plt_test_tax_new ("long-metrage");
  plt_tax_options_init (&self->options);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_facts_free (self->facts);
}

static PltTaxEstimate *
estimate_of (Fixture *self, GError **error)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, 0);
  PltBudget *budget = plt_budget_new (self->facts, 0, plan);
  PltTaxEstimate *estimate
      = plt_tax_estimate_new (self->facts, plan, budget, &self->options, error);

  /* an expense points to its line: the devis lives as long as the test */
  g_test_queue_destroy ((GDestroyNotify) plt_budget_free, budget);
  return estimate;
}

static void
set_option (Fixture *self, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  plt_tax_options_set (&self->options, name, value, &error);
  g_assert_no_error (error);
}

static const PltIssue *
issue_of (const PltTaxEstimate *estimate, const char *rule)
{
  for (guint i = 0; i < estimate->issues->len; i++)
    if (strcmp (((const PltIssue *) estimate->issues->pdata[i])->rule, rule) == 0)
      return estimate->issues->pdata[i];
  return NULL;
}

static void
add_line (Fixture *self, const char *account, gint64 euros, const char *credit)
{
  plt_test_tax_line (self->facts, account, "forfait", "1", EUROS (euros), credit);
}

/* A: authors 180 000, performers at the minimum 160 000, crew 1 350 000, technical industries
 * 620 000, sets 290 000, nights 150 000 of 4 000 000; a region gives 200 000, the CNC 500 000. */
static void
test_case_a (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;
  const PltTaxYear *year;

  add_line (self, "12", 180000, "oui");
  plt_test_tax_line (self->facts, "31", "jour", "400", EUROS (400), "partiel");
  add_line (self, "23", 1350000, "oui");
  add_line (self, "71", 620000, "oui");
  add_line (self, "53", 290000, "oui");
  plt_test_tax_line (self->facts, "64", "nuit", "750", EUROS (200), "partiel");
  add_line (self, "91", 1250000, "non");
  plt_test_tax_funding (self->facts, "regions", EUROS (200000));
  plt_test_tax_funding (self->facts, "cnc", EUROS (400000));
  plt_test_tax_funding (self->facts, "cnc", EUROS (100000));
  plt_test_tax_funding (self->facts, "cnc", EUROS (900000))->status = "refuse";
  plt_test_tax_funding (self->facts, "diffuseurs", EUROS (800000));
  set_option (self, "minutes", "100");
  set_option (self, "langue", "francais");
  set_option (self, "exercices", "2026:40,2027:60");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (estimate->on.regime, ==, PLT_TAX_CIC);
  g_assert_cmpint (estimate->on.budget, ==, EUROS (4000000));
  g_assert_cmpint (estimate->on.eligible, ==, EUROS (2750000));
  g_assert_cmpint (estimate->on.subsidies, ==, EUROS (200000));
  g_assert_cmpint (estimate->on.aid, ==, EUROS (700000));
  g_assert_cmpint (estimate->credit->base, ==, EUROS (2550000));
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (765000));
  g_assert_cmpint (estimate->credit->total_aid_e6, ==, 366250);
  g_assert_cmpuint (estimate->years->len, ==, 2);
  year = &g_array_index (estimate->years, PltTaxYear, 0);
  g_assert_cmpint (year->end, ==, plt_date_from_ymd (2026, 12, 31));
  g_assert_cmpint (year->credit, ==, EUROS (306000));
  g_assert_cmpint (g_array_index (estimate->years, PltTaxYear, 1).credit, ==, EUROS (459000));
  g_assert_nonnull (issue_of (estimate, "tax-credit.subsidies-supposed"));
  g_assert_null (issue_of (estimate, "tax-credit.language"));
}

/* B: 60 % × 1 200 000 − 480 000 = 240 000; 120 000 where 50 % hold. */
static void
test_case_b (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;

  add_line (self, "23", 900000, "oui");
  add_line (self, "91", 300000, "non");
  plt_test_tax_funding (self->facts, "cnc", EUROS (480000));
  set_option (self, "minutes", "90");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (estimate->credit->gross, ==, EUROS (270000));
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (240000));
  g_clear_pointer (&estimate, plt_tax_estimate_free);
  set_option (self, "difficile", "non");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (120000));
}

/* C: 90 minutes at 21 111 €: 3 000 × 90. D: 52 minutes, 25 % × 110 000, ceiling 75 400. */
static void
test_cases_c_d (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;

  self->facts->production.kind = "unitaire";
  self->facts->production.target_seconds = 90 * 60;
  add_line (self, "23", 1350000, "oui");
  add_line (self, "91", 550000, "non");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (plt_tax_credit_step (estimate->credit, "ci.cout-minute")->amount, ==, 2111111);
  g_assert_cmpint (estimate->credit->gross, ==, EUROS (337500));
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (270000));
  g_clear_pointer (&estimate, plt_tax_estimate_free);

  self->facts->production.kind = "documentaire";
  self->facts->production.target_seconds = 52 * 60;
  self->facts->lines.items[0].rate_cents = EUROS (110000);
  self->facts->lines.items[1].rate_cents = EUROS (50000);
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (plt_tax_credit_step (estimate->credit, "ci.plafond-minute")->amount, ==,
                   EUROS (75400));
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (27500));
}

/* The amounts may be typed, without any devis. */
static void
test_typed (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;

  set_option (self, "budget", "4 000 000");
  set_option (self, "eligible", "3 400 000 €");
  set_option (self, "subventions", "200000");
  set_option (self, "minutes", "100");
  set_option (self, "exercices", "2026:100");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (900000));
  g_assert_cmpint (estimate->on.aid, ==, EUROS (200000)); /* a subsidy is aid */
  g_assert_nonnull (issue_of (estimate, "tax-credit.order"));
  g_assert_cmpint (g_array_index (estimate->years, PltTaxYear, 0).spend, ==, EUROS (3400000));
  g_clear_pointer (&estimate, plt_tax_estimate_free);
  set_option (self, "ordre", "subventions-d-abord");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (960000));
}

static void
test_regimes (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    int regime;
    const char *genre, *language;
    int expected; /* -1: refused */
    const char *expected_genre;
  } cases[] = {
    { "long-metrage", -1, NULL, NULL, PLT_TAX_CIC, "film-francais" },
    { "long-metrage", -1, NULL, "autre", PLT_TAX_CIC, "film-autre" },
    { "court-metrage", -1, NULL, NULL, PLT_TAX_CIC, "film-francais" },
    { "unitaire", -1, NULL, NULL, PLT_TAX_CIA, "fiction" },
    { "serie", -1, "animation", NULL, PLT_TAX_CIA, "animation" },
    { "documentaire", -1, NULL, NULL, PLT_TAX_CIA, "documentaire" },
    { "documentaire", PLT_TAX_CIC, NULL, NULL, PLT_TAX_CIC, "film-francais" },
    { "documentaire", -1, "film-animation", NULL, PLT_TAX_CIC, "film-animation" },
    { "captation", -1, NULL, NULL, PLT_TAX_CIA, "spectacle" },
    { "long-metrage", PLT_TAX_C2I, NULL, NULL, PLT_TAX_C2I, "fiction" },
    { "festival", -1, NULL, NULL, -1, NULL },
    { "flux", -1, NULL, NULL, -1, NULL },
    { "flux", PLT_TAX_CIA, NULL, NULL, PLT_TAX_CIA, "fiction" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltTaxEstimate) estimate = NULL;
      g_autoptr (GError) error = NULL;

      plt_tax_options_init (&self->options);
      self->facts->production.kind = cases[i].kind;
      self->options.regime = cases[i].regime;
      if (cases[i].genre != NULL)
        set_option (self, "genre", cases[i].genre);
      if (cases[i].language != NULL)
        set_option (self, "langue", cases[i].language);
      estimate = estimate_of (self, &error);
      g_test_message ("%u %s", i, cases[i].kind);
      if (cases[i].expected < 0)
        {
          g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (estimate->on.regime, ==, cases[i].expected);
      g_assert_cmpstr (estimate->on.genre, ==, cases[i].expected_genre);
      /* an empty devis is no credit of nil */
      g_assert_cmpint (estimate->credit->credit, ==, PLT_UNKNOWN);
      g_assert_nonnull (issue_of (estimate, "tax-credit.no-budget"));
    }
}

/* Sources without an amount, of doubtful nature, in kind; a plan that counts on too much. */
static void
test_aid (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;

  add_line (self, "23", 2000000, "oui");
  add_line (self, "91", 1000000, "non");
  plt_test_tax_funding (self->facts, "regions", EUROS (100000))->nature = "nature";
  plt_test_tax_funding (self->facts, "regions", PLT_UNKNOWN);
  plt_test_tax_funding (self->facts, "etranger", EUROS (50000));
  plt_test_tax_funding (self->facts, "credit-impot", EUROS (700000));
  set_option (self, "minutes", "90");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (estimate->on.subsidies, ==, 0); /* in kind: nothing to deduct */
  g_assert_cmpint (estimate->on.aid, ==, EUROS (100000));
  g_assert_cmpuint (estimate->aids->len, ==, 3);
  g_assert_cmpint (estimate->credit->credit, ==, EUROS (600000));
  g_assert_nonnull (issue_of (estimate, "tax-credit.aid-unknown"));
  g_assert_nonnull (issue_of (estimate, "tax-credit.aid-unsure"));
  g_assert_nonnull (issue_of (estimate, "tax-credit.plan-differs"));
  g_clear_pointer (&estimate, plt_tax_estimate_free);
  self->facts->funding.items[3].amount_cents = EUROS (600000);
  estimate = estimate_of (self, NULL);
  g_assert_null (issue_of (estimate, "tax-credit.plan-differs"));
}

/* Shooting begins on 14 September 2026: the request is due the day before, the definitive one eight
 * months after the visa of 31 March 2027; the visa two years after the last exercice. */
static void
test_file (Fixture *self, gconstpointer data)
{
  g_autoptr (PltTaxEstimate) estimate = NULL;

  add_line (self, "23", 2000000, "oui");
  set_option (self, "minutes", "90");
  set_option (self, "demande", "2026-09-01");
  set_option (self, "visa", "31/03/2027");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (plt_tax_file_find (estimate->file, "provisoire", "demande")->due, ==,
                   plt_date_from_ymd (2026, 9, 13));
  g_assert_cmpint (plt_tax_file_find (estimate->file, "provisoire", "decision")->due, ==,
                   plt_date_from_ymd (2027, 3, 1));
  g_assert_cmpint (plt_tax_file_find (estimate->file, "definitif", "demande")->due, ==,
                   plt_date_from_ymd (2027, 11, 30));
  g_assert_cmpint (plt_tax_file_find (estimate->file, "definitif", "visa")->due, ==,
                   plt_date_from_ymd (2028, 12, 31));
  g_assert_cmpint (plt_tax_file_find (estimate->file, "provisoire", "devis")->due, ==,
                   PLT_DATE_NONE);
  g_assert_null (plt_tax_file_find (estimate->file, "provisoire", "culture"));
  g_assert_null (issue_of (estimate, "tax-credit.request-late"));
  g_clear_pointer (&estimate, plt_tax_estimate_free);

  set_option (self, "demande", "2026-09-14");
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (issue_of (estimate, "tax-credit.request-late")->severity, ==,
                   PLT_SEVERITY_ERROR);
  g_clear_pointer (&estimate, plt_tax_estimate_free);

  self->options.regime = PLT_TAX_C2I; /* its delay was not read: no date is made up */
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (plt_tax_file_find (estimate->file, "definitif", "demande")->due, ==,
                   PLT_DATE_NONE);
  g_assert_nonnull (plt_tax_file_find (estimate->file, "provisoire", "culture"));
  g_clear_pointer (&estimate, plt_tax_estimate_free);

  self->options.regime = PLT_TAX_CIA;
  self->facts->production.delivery_date = plt_date_from_ymd (2027, 6, 30);
  estimate = estimate_of (self, NULL);
  g_assert_cmpint (plt_tax_file_find (estimate->file, "definitif", "demande")->due, ==,
                   plt_date_from_ymd (2028, 2, 29));
}

static void
test_options (Fixture *self, gconstpointer data)
{
  static const char *const bad[][2] = {
    { "genre", "opéra" },
    { "langue", "anglais" },
    { "date", "bientôt" },
    { "cloture", "13-01" },
    { "cloture", "02-30" },
    { "cloture", "6-30x" },
    { "ordre", "" },
    { "part-francaise", "101" },
    { "part-francaise", "-1" },
    { "subventions", "beaucoup" },
    { "aides", "-1" },
    { "minutes", "0" },
    { "minutes", "99999999" },
    { "jours-tournage", "-1" },
    { "difficile", "peut-être" },
    { "exercices", "2026:40" },
    { "exercices", "2026" },
    { "exercices", "26:100" },
    { "exercices", "" },
    { "exercices", "2026:a,2027:b" },
    { "inconnue", "1" },
  };
  const char *const *names = plt_tax_option_names ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s=%s", bad[i][0], bad[i][1]);
      g_assert_false (plt_tax_options_set (&self->options, bad[i][0], bad[i][1], &error));
      g_assert_nonnull (error);
    }
  set_option (self, "minutes", "52,5");
  g_assert_cmpint (self->options.seconds, ==, 3150);
  set_option (self, "part-francaise", "62,5 %");
  g_assert_cmpint (self->options.share_e6, ==, 625000);
  set_option (self, "exercices", "2026:33.3333,2027:66.6667");
  g_assert_cmpuint (self->options.n_years, ==, 2);
  set_option (self, "cloture", "02-29");
  g_assert_cmpint (self->options.closing_day, ==, 29);
  g_assert_true (g_strv_contains (names, "a-decider"));
  g_assert_cmpuint (g_strv_length ((char **) names), ==, 24);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/tax-estimate/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("case-a", test_case_a);
  ADD ("case-b", test_case_b);
  ADD ("cases-c-d", test_cases_c_d);
  ADD ("typed", test_typed);
  ADD ("regimes", test_regimes);
  ADD ("aid", test_aid);
  ADD ("file", test_file);
  ADD ("options", test_options);
  return g_test_run ();
}

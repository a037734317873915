/* Findings of the devis: the cell, the sentence, the source; what is wrong counts nothing and the
 * rest is computed. The film's devis is that of test-budget.c. */
#include "plt-check.h"

#include <string.h>

#include "plt-paths.h"
#include "plt-test-film.h"

static void
keep (PltFacts *facts, const char *name)
{
  g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", name);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = plt_paths_read (path, NULL, &error);
  PltReferentialFacts *kept = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts,
                                             (gint64) facts->referentials.n + 1);

  g_assert_no_error (error);
  kept->name = name;
  kept->version = "1";
  kept->content = g_string_chunk_insert (facts->strings, content);
}

/* The film is shot in April 2027. */
static PltFacts *
new_film (void)
{
  PltFacts *facts = film_new ();

  facts->production.agreement = "3097";
  facts->production.kind = "long-metrage";
  keep (facts, "minima-3097");
  keep (facts, "minima-artistes");
  keep (facts, "parametres-sociaux");
  return facts;
}

/* ---- what is done to the film, one finding each ---- */

static PltLineFacts *
line (PltFacts *facts, guint i)
{
  return &facts->lines.items[i];
}

static void
cycle (PltFacts *facts)
{
  line (facts, 0)->code = "22-01";
  line (facts, 0)->duration = "duree(\"22-01\")";
}

static void
zero_division (PltFacts *facts)
{
  line (facts, 1)->quantity = "1/(SEM_PREPA-1,5)";
}

static void
overflow (PltFacts *facts)
{
  line (facts, 0)->quantity = "9000000";
  line (facts, 0)->rate_cents = G_MAXINT64 / 1000;
}

static void
negative (PltFacts *facts)
{
  line (facts, 0)->quantity = "-2";
}

static void
own_unit (PltFacts *facts)
{
  line (facts, 0)->unit = "bobine";
}

static void
unit_of_template_with_function (PltFacts *facts)
{
  keep (facts, "devis-long-metrage");
  line (facts, 0)->unit = "billet";
  line (facts, 0)->link_quantity = "jours_tournage";
}

static void
time_in_kilometres (PltFacts *facts)
{
  line (facts, 0)->unit = "km";
  line (facts, 0)->duration = "2 sem";
}

static void
wrong_unit (PltFacts *facts)
{
  line (facts, 0)->duration = "2 lunes";
}

static void
bad_name (PltFacts *facts)
{
  line (facts, 2)->duration = "SEM_LUNE";
}

static void
bad_text (PltFacts *facts)
{
  line (facts, 1)->times = "2+";
}

static void
wrong_variable (PltFacts *facts)
{
  facts->globals.items[0].value = "1/0";
}

/* The scale begins on 1 November 2024. */
static void
missing_at_date (PltFacts *facts)
{
  facts->budgets.items[0].date = plt_date_from_iso ("2024-05-02");
  line (facts, 0)->function = "Machiniste de prise de vues cinéma";
  line (facts, 0)->unit = "semaine";
  line (facts, 0)->rate_cents = PLT_UNKNOWN;
  line (facts, 0)->rate_formula = line (facts, 0)->link_rate = "bareme";
}

static void
no_function (PltFacts *facts)
{
  line (facts, 0)->rate_formula = "bareme";
}

static void
no_rate (PltFacts *facts)
{
  line (facts, 0)->rate_cents = PLT_UNKNOWN;
}

/* 1 000,00 a week, 9,05 short of 1 009,05 */
static void
below (PltFacts *facts)
{
  line (facts, 0)->function = "Machiniste de prise de vues cinéma";
  line (facts, 0)->scale = "sem39";
  line (facts, 0)->unit = "semaine";
}

/* 418,24 instead of 418,25 */
static void
performer_below (PltFacts *facts)
{
  line (facts, 1)->function = "Artiste-interprète";
  line (facts, 1)->scale = "cachet";
  line (facts, 1)->rate_cents = 41824;
}

static void
not_compared (PltFacts *facts)
{
  line (facts, 0)->function = "Machiniste de prise de vues cinéma";
  line (facts, 0)->unit = "mois";
}

static void
no_profile (PltFacts *facts)
{
  line (facts, 0)->payee = "salarie";
}

static void
no_account (PltFacts *facts)
{
  facts->profiles.items[0].account = "46";
}

static void
undated (PltFacts *facts)
{
  below (facts);
  line (facts, 0)->rate_cents = 200000;
  for (guint i = 0; i < facts->days.n; i++)
    facts->days.items[i].date = PLT_DATE_NONE;
  facts->production.start_date = PLT_DATE_NONE;
}

static void
engage (PltFacts *facts, gint64 role, const char *function, const char *unit, PltMoney rate)
{
  PltEngagementFacts *row = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, 50);

  row->role = role;
  row->function = function;
  row->unit = unit;
  row->rate_cents = rate;
  row->from_date = row->to_date = PLT_DATE_NONE;
  row->department = row->status = row->hold = row->child_permit = "";
}

static void
engaged_below (PltFacts *facts)
{
  engage (facts, 0, "Scripte", "semaine", 131000);
}

static void
role_below (PltFacts *facts)
{
  engage (facts, FILM_NORA, "", "cachet", 40000);
}

static const struct
{
  const char *rule;
  PltSeverity severity;
  void (*spoil) (PltFacts *facts);
  const char *table, *column;
  gint64 row;
  const char *says, *source;
  gboolean counts; /* the total stays whole */
} cases[] = {
  { "budget.cycle", PLT_SEVERITY_ERROR, cycle, "budget_line", "duration", 1, "depends on itself",
    NULL, FALSE },
  { "budget.formula", PLT_SEVERITY_ERROR, zero_division, "budget_line", "quantity", 2,
    "divides by zero", NULL, FALSE },
  { "budget.overflow", PLT_SEVERITY_ERROR, overflow, "budget_line", "rate_cents", 1, "too large",
    NULL, FALSE },
  { "budget.negative", PLT_SEVERITY_ERROR, negative, "budget_line", "quantity", 1, "below zero",
    NULL, FALSE },
  { "budget.own-unit", PLT_SEVERITY_INFO, own_unit, "budget_line", "unit", 1, "bobine", NULL,
    TRUE },
  { "budget.own-unit", PLT_SEVERITY_INFO, unit_of_template_with_function, "budget_line", "unit", 1,
    "billet", NULL, TRUE },
  { "budget.unit", PLT_SEVERITY_ERROR, time_in_kilometres, "budget_line", "duration", 1, "km", NULL,
    FALSE },
  { "budget.formula", PLT_SEVERITY_ERROR, wrong_unit, "budget_line", "duration", 1, "lunes", NULL,
    FALSE },
  { "budget.formula", PLT_SEVERITY_ERROR, bad_name, "budget_line", "duration", 3, "SEM_LUNE", NULL,
    FALSE },
  { "budget.formula", PLT_SEVERITY_ERROR, bad_text, "budget_line", "times", 2, "cannot be read",
    NULL, FALSE },
  { "budget.variable", PLT_SEVERITY_ERROR, wrong_variable, "budget_global", "value", 1,
    "divides by zero", NULL, FALSE },
  { "budget.missing-rate", PLT_SEVERITY_ERROR, missing_at_date, "budget_line", "rate_cents", 1,
    "02/05/2024", NULL, FALSE },
  { "budget.formula", PLT_SEVERITY_ERROR, no_function, "budget_line", "rate_cents", 1,
    "no function", NULL, FALSE },
  { "budget.no-rate", PLT_SEVERITY_WARNING, no_rate, "budget_line", "rate_cents", 1,
    "counts nothing", NULL, FALSE },
  { "budget.below-minimum", PLT_SEVERITY_WARNING, below, "budget_line", "rate_cents", 1, "9,05",
    "11 avril 2025", TRUE },
  { "budget.below-minimum", PLT_SEVERITY_WARNING, performer_below, "budget_line", "rate_cents", 2,
    "0,01", "1/08/2023", TRUE },
  { "budget.no-minimum", PLT_SEVERITY_INFO, not_compared, "budget_line", "rate_cents", 1, "mois",
    NULL, TRUE },
  { "budget.no-profile", PLT_SEVERITY_WARNING, no_profile, "budget_line", "profile", 1,
    "no contributions", NULL, TRUE },
  { "budget.no-account", PLT_SEVERITY_WARNING, no_account, "contribution_profile", "account", 1,
    "46", NULL, TRUE },
  { "budget.undated", PLT_SEVERITY_INFO, undated, "budget", "date", FILM_BUDGET, "no date", NULL,
    TRUE },
  /* 1 310,82 for 39 hours: 0,82 short */
  { "engagement.below-minimum", PLT_SEVERITY_WARNING, engaged_below, "engagement", "rate_cents", 50,
    "0,82", "11 avril 2025", TRUE },
  { "engagement.below-minimum", PLT_SEVERITY_WARNING, role_below, "engagement", "rate_cents", 50,
    "18,25", "1/08/2023", TRUE },
};

static const PltIssue *
find (const GPtrArray *issues, const char *rule)
{
  for (guint i = 0; i < issues->len; i++)
    if (strcmp (((const PltIssue *) issues->pdata[i])->rule, rule) == 0)
      return issues->pdata[i];
  return NULL;
}

static GPtrArray *
check (const PltFacts *facts, gboolean *incomplete)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);
  GPtrArray *issues = plt_issues_new ();

  plt_check_budget (facts, budget, issues);
  *incomplete = budget->incomplete || budget->n_wrong > 0;
  g_assert_cmpint (budget->subtotal, >, 0); /* whatever is wrong, the rest is there */
  return issues;
}

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PltFacts) facts = new_film ();
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue;
  gboolean incomplete;

  issues = check (facts, &incomplete);
  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_false (incomplete);
  g_clear_pointer (&issues, g_ptr_array_unref);

  cases[i].spoil (facts);
  issues = check (facts, &incomplete);
  issue = find (issues, cases[i].rule);
  if (issue == NULL)
    g_error ("%s is not found among %u", cases[i].rule, issues->len);
  g_assert_cmpint (issue->severity, ==, cases[i].severity);
  g_assert_cmpstr (issue->ref.table, ==, cases[i].table);
  g_assert_cmpstr (issue->ref.column, ==, cases[i].column);
  g_assert_cmpint (issue->ref.id, ==, cases[i].row);
  if (strstr (issue->message, cases[i].says) == NULL)
    g_error ("%s: %s", cases[i].rule, issue->message);
  if (cases[i].source != NULL && strstr (issue->source, cases[i].source) == NULL)
    g_error ("%s: %s", cases[i].rule, issue->source);
  g_assert_true (incomplete != cases[i].counts);
}

/* The rate follows the scale and its date: a figurant is paid 107,00 until 31 May 2026. */
static void
test_link (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = NULL;
  PltLineFacts *extra = line (facts, 2);
  gboolean incomplete;
  g_autoptr (GPtrArray) issues = NULL;

  extra->function = "Figurant";
  extra->scale = "cachet";
  extra->rate_formula = extra->link_rate = "bareme";
  extra->rate_cents = PLT_UNKNOWN;
  budget = plt_budget_new (facts, 0, plan);
  g_assert_cmpint (plt_budget_find_line (budget, 3)->rate, ==, 10833);
  g_assert_cmpint (plt_budget_find_line (budget, 3)->amount, ==, 108330);
  g_assert_true (plt_budget_find_line (budget, 3)->linked);
  g_assert_false (plt_budget_find_line (budget, 3)->overridden);
  g_clear_pointer (&budget, plt_budget_free);

  facts->budgets.items[0].date = plt_date_from_iso ("2026-05-31");
  budget = plt_budget_new (facts, 0, plan);
  g_assert_cmpint (plt_budget_find_line (budget, 3)->rate, ==, 10700);
  g_clear_pointer (&budget, plt_budget_free);

  /* typed over: it says so, and the least is still watched */
  extra->rate_formula = "";
  extra->rate_cents = 9000;
  budget = plt_budget_new (facts, 0, plan);
  g_assert_true (plt_budget_find_line (budget, 3)->overridden);
  issues = check (facts, &incomplete);
  g_assert_nonnull (strstr (find (issues, "budget.below-minimum")->message, "17,00"));
  g_clear_pointer (&budget, plt_budget_free);

  /* another function by name, in the unit of the line: 1 310,82 / 5 */
  extra->rate_formula = "bareme(\"Scripte\")";
  budget = plt_budget_new (facts, 0, plan);
  g_assert_cmpint (plt_budget_find_line (budget, 3)->rate, ==, 28674);
}

/* A line of which there is nothing costs nothing and asks for nothing. */
static void
test_nothing (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  g_autoptr (GPtrArray) issues = NULL;
  gboolean incomplete;

  no_rate (facts);
  line (facts, 0)->duration = "0";
  missing_at_date (facts);
  issues = check (facts, &incomplete);
  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_false (incomplete);
}

/* Plain numbers in a unit of the template are what the template is for. */
static void
test_unit_of_template (void)
{
  g_autoptr (PltFacts) facts = new_film ();
  g_autoptr (GPtrArray) issues = NULL;
  gboolean incomplete;

  keep (facts, "devis-long-metrage");
  line (facts, 0)->unit = "% du devis";
  line (facts, 1)->unit = "billets";
  issues = check (facts, &incomplete);
  g_assert_cmpint (find (issues, "budget.own-unit")->ref.id, ==, 2);
  g_assert_false (incomplete);
  g_assert_cmpuint (issues->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check-budget/%s/%u", cases[i].rule, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/check-budget/link", test_link);
  g_test_add_func ("/check-budget/nothing", test_nothing);
  g_test_add_func ("/check-budget/unit-of-template", test_unit_of_template);
  return g_test_run ();
}

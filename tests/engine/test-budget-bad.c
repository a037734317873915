/* What a devis must survive: formulas of every wrong kind in every cell, numbers at the end of 64
 * bits, percentages that cannot be. An error stays on its cell, the rest is computed, the total
 * says that it is incomplete, and nothing is silently zero. */
#include <string.h>

#include "plt-budget.h"
#include "plt-check.h"
#include "plt-formula.h"
#include "plt-paths.h"
#include "plt-test-film.h"

/* The largest number of millionths is 9 223 372 036 854,775807. */
static void
test_ends (void)
{
  static const struct
  {
    const char *text;
    int code; /* -1: a number */
    gint64 e6;
  } cases[] = {
    { "9223372036854,775807", -1, G_MAXINT64 },
    { "-9223372036854,775807", -1, -G_MAXINT64 },
    { "9223372036854,775808", PLT_ERROR_OVERFLOW, 0 },
    { "9223372036854,9", PLT_ERROR_OVERFLOW, 0 },
    { "9223372036855", PLT_ERROR_OVERFLOW, 0 },
    { "9223372036854,7+1", PLT_ERROR_OVERFLOW, 0 },
    { "-9223372036854,7-1", PLT_ERROR_OVERFLOW, 0 },
    { "arrondi(9223372036854,7)", PLT_ERROR_OVERFLOW, 0 },
    { "plafond(9223372036854,1)", PLT_ERROR_OVERFLOW, 0 },
    { "plancher(-9223372036854,1)", PLT_ERROR_OVERFLOW, 0 },
    { "arrondi(-9223372036854,7)", PLT_ERROR_OVERFLOW, 0 },
    { "arrondi(-9223372036853,7)", -1, G_GINT64_CONSTANT (-9223372036854000000) },
    { "9223372036854*9223372036854", PLT_ERROR_OVERFLOW, 0 },
    { "9223372036854/0,000001", PLT_ERROR_OVERFLOW, 0 },
    { "9223372036854 mois", PLT_ERROR_OVERFLOW, 0 },
    { "1/0", PLT_ERROR_INVALID, 0 },
    { "1/(2-2)", PLT_ERROR_INVALID, 0 },
    { "1/0,0000001", PLT_ERROR_INVALID, 0 },
    { "0/0", PLT_ERROR_INVALID, 0 },
    /* a sign without a digit is no zero */
    { ".", PLT_ERROR_INVALID, 0 },
    { ",", PLT_ERROR_INVALID, 0 },
    { "2*,", PLT_ERROR_INVALID, 0 },
    { "(.)", PLT_ERROR_INVALID, 0 },
    { ",5", -1, 500000 },
    { "5,", -1, 5000000 },
    { "3 pigeons", PLT_ERROR_INVALID, 0 },
    { "3 sem + 2", PLT_ERROR_INVALID, 0 },
    { "2 sem * 3 j", PLT_ERROR_INVALID, 0 },
    { "1..2", PLT_ERROR_INVALID, 0 },
    { "1,2,3", PLT_ERROR_INVALID, 0 },
    { "12 34", PLT_ERROR_INVALID, 0 },
    { "1 +", PLT_ERROR_INVALID, 0 },
    { "((1)", PLT_ERROR_INVALID, 0 },
    { "min(1)", PLT_ERROR_INVALID, 0 },
    { "1e5", PLT_ERROR_INVALID, 0 },
    { "\303\251", PLT_ERROR_INVALID, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 e6 = 0;
      gboolean fine = plt_formula_eval (cases[i].text, NULL, &e6, &error);

      if (fine != (cases[i].code < 0) || (fine && e6 != cases[i].e6)
          || (!fine && !g_error_matches (error, PLT_ERROR, cases[i].code)))
        g_test_fail_printf ("%s gives %" G_GINT64_FORMAT " %s", cases[i].text, e6,
                            error != NULL ? error->message : "");
    }
}

static const char **
cell_of (PltLineFacts *line, guint which)
{
  return which == 0   ? &line->quantity
         : which == 1 ? &line->duration
         : which == 2 ? &line->times
                      : &line->rate_formula;
}

/* Each wrong cell of the first line: 1 500,00 less in the total, which says so, and no more. */
static void
test_every_cell (void)
{
  static const char *const columns[] = { "quantity", "duration", "times", "rate_cents" };
  static const char *const wrong[] = { "1/0",
                                       "3 pigeons",
                                       "INCONNU",
                                       "ligne(\"99-99\")",
                                       "compte(\"99\")",
                                       "nombre(rien)",
                                       "1 +",
                                       "9223372036854*9223372036854",
                                       ".",
                                       "9223372036854,9",
                                       "arrondi(",
                                       "jours(PERSONNE)" };
  static const char *const only_factors[] = { "-3", "0-1", "-0,000001" };
  static const char *const only_rate[] = { "3 sem", "2 j", "9223372036854,77 jours" };

  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    for (guint i = 0; i < G_N_ELEMENTS (wrong) + 3; i++)
      {
        g_autoptr (PltFacts) facts = film_new ();
        g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
        g_autoptr (PltBudget) budget = NULL;
        const PltBudgetLine *line;
        const char *text = i < G_N_ELEMENTS (wrong) ? wrong[i]
                           : column == 3            ? only_rate[i - G_N_ELEMENTS (wrong)]
                                                    : only_factors[i - G_N_ELEMENTS (wrong)];

        *cell_of (&facts->lines.items[0], column) = text;
        budget = plt_budget_new (facts, 0, plan);
        line = plt_budget_find_line (budget, 1);
        if (line->amount != PLT_UNKNOWN || line->error == NULL
            || g_strcmp0 (line->error_column, columns[column]) != 0 || !budget->incomplete
            || budget->n_wrong != 1 || budget->subtotal != 447223 - 150000
            || !plt_budget_find_account (budget, 2)->incomplete)
          g_test_fail_printf ("%s = %s: %s, %s, subtotal %" G_GINT64_FORMAT, columns[column], text,
                              line->error != NULL ? line->error : "no error",
                              budget->incomplete ? "incomplete" : "complete", budget->subtotal);
      }
}

/* Of lines, of accounts, of a variable: told on each, and the others count. */
static void
test_cycles (void)
{
  static const struct
  {
    const char *first, *second, *global;
    guint n_wrong;
  } cases[] = {
    { "ligne(\"L2\")", "ligne(\"L1\")", NULL, 2 },
    { "ligne(\"L1\")", NULL, NULL, 1 },
    { "compte(\"22\")", NULL, NULL, 1 },
    { "nombre(\"L1\")", NULL, NULL, 1 },
    { "BOUCLE", NULL, "BOUCLE+1", 2 },
    { "BOUCLE", NULL, "ligne(\"L1\")", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (PltBudget) budget = NULL;

      facts->lines.items[0].code = "L1";
      facts->lines.items[1].code = "L2";
      facts->lines.items[0].quantity = cases[i].first;
      if (cases[i].second != NULL)
        facts->lines.items[1].quantity = cases[i].second;
      if (cases[i].global != NULL)
        {
          facts->globals.items[0].name = "BOUCLE";
          facts->globals.items[0].value = cases[i].global;
          facts->lines.items[0].duration = "1";
        }
      budget = plt_budget_new (facts, 0, plan);
      g_test_message ("%s, %s", cases[i].first, cases[i].global);
      g_assert_cmpuint (budget->n_wrong, ==, cases[i].n_wrong);
      g_assert_true (budget->incomplete);
      g_assert_nonnull (plt_budget_find_line (budget, 1)->error);
      g_assert_cmpint (plt_budget_find_line (budget, 3)->amount, ==, 107000);
    }
}

/* Amounts that are right each, and whose sum is not: the total is not what it says. */
static void
test_sums (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = NULL;

  for (guint i = 0; i < 2; i++)
    {
      facts->lines.items[i].quantity = "9000000000000";
      facts->lines.items[i].duration = "9000";
      facts->lines.items[i].rate_cents = 100;
      facts->lines.items[i].rate_formula = "";
      facts->lines.items[i].profile = 0;
    }
  budget = plt_budget_new (facts, 0, plan);
  g_assert_cmpint (plt_budget_find_line (budget, 1)->amount, ==,
                   G_GINT64_CONSTANT (8100000000000000000));
  g_assert_true (budget->incomplete);
}

/* A producer who takes all of the posts that hold him, or a rate beyond all bounds. */
static void
test_percents (void)
{
  static const struct
  {
    gint64 producer_e6, overheads_e6;
    const char *column; /* (nullable): on which it is told */
  } cases[] = {
    { 50000, 70000, NULL },
    { 999999, 70000, NULL },
    { 1000000, 70000, "producer_e6" },
    { 3000000, 70000, "producer_e6" },
    { G_MAXINT64, 0, "producer_e6" },
    { 50000, G_MAXINT64, "overheads_e6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (PltBudget) budget = NULL;
      g_autoptr (GPtrArray) issues
          = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_issue_free);
      const PltIssue *told = NULL;

      facts->budgets.items[0].producer_e6 = cases[i].producer_e6;
      facts->budgets.items[0].producer_account = "22";
      facts->budgets.items[0].overheads_e6 = cases[i].overheads_e6;
      if (cases[i].overheads_e6 == G_MAXINT64)
        facts->lines.items[0].rate_cents = 100000000;
      budget = plt_budget_new (facts, 0, plan);
      g_test_message ("%u", i);
      g_assert_cmpint (budget->incomplete, ==, cases[i].column != NULL);
      plt_check_budget (facts, budget, issues);
      for (guint j = 0; j < issues->len; j++)
        if (strcmp (((const PltIssue *) issues->pdata[j])->rule, "budget.percent") == 0)
          told = issues->pdata[j];
      g_assert_cmpstr (told != NULL ? told->ref.column : NULL, ==, cases[i].column);
    }
}

/* Cash of posts 1 to 9 is what its name says: no percentage after the posts is in it, and one
 * within the posts only where it is borne in cash. */
static void
test_cash_base (void)
{
  static const struct
  {
    const char *producer_mode;
    gboolean cash;
  } cases[] = { { "numeraire", TRUE }, { "participation", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (PltBudget) plain = NULL;
      g_autoptr (PltBudget) budget = NULL;
      PltBudgetFacts *row = &facts->budgets.items[0];
      const PltBudgetPercent *percents;
      PltMoney cash, taken;

      row->overheads_e6 = row->contingency_e6 = row->producer_e6 = 0;
      plain = plt_budget_new (facts, 0, plan);
      cash = plain->subtotal;
      g_assert_cmpint (cash, ==, plain->by_mode[PLT_MODE_CASH]);
      row->overheads_base = row->contingency_base = row->producer_base = "numeraire";
      row->overheads_e6 = 70000;
      row->contingency_e6 = 100000;
      row->producer_e6 = 50000;
      row->producer_account = "22";
      row->producer_mode = cases[i].producer_mode;
      budget = plt_budget_new (facts, 0, plan);
      percents = budget->percents;
      g_test_message ("%s, %" G_GINT64_FORMAT, cases[i].producer_mode, cash);
      /* 5 % of a sum that holds them, or of one that does not */
      taken = cases[i].cash ? cash * 5 / 95 : cash * 5 / 100;
      g_assert_cmpint (ABS (percents[PLT_PERCENT_PRODUCER].amount - taken), <=, 1);
      taken = cases[i].cash ? percents[PLT_PERCENT_PRODUCER].amount : 0;
      g_assert_cmpint (percents[PLT_PERCENT_OVERHEADS].base, ==, cash + taken);
      g_assert_cmpint (percents[PLT_PERCENT_CONTINGENCY].base, ==, cash + taken);
      g_assert_cmpint (budget->by_mode[PLT_MODE_CASH], ==,
                       cash + taken + budget->overheads + budget->contingency);
      g_assert_cmpint (budget->by_mode[PLT_MODE_CASH] + budget->by_mode[PLT_MODE_PARTICIPATION], ==,
                       budget->total);
    }
}

static void
keep (PltFacts *facts, const char *name)
{
  g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", name);
  g_autofree char *content = plt_paths_read (path, NULL, NULL);
  PltReferentialFacts *kept
      = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, facts->referentials.n + 1);

  g_assert_nonnull (content);
  kept->name = name;
  kept->version = "";
  kept->content = g_string_chunk_insert (facts->strings, content);
}

/* A wage that no table can count: the line says so, and its charges are not what is left of 64
 * bits. */
static void
test_huge_wage (void)
{
  static const struct
  {
    const char *quantity;
    gint64 rate;
    gboolean told;
  } cases[] = {
    { "1", 41825, FALSE },
    { "1", G_GINT64_CONSTANT (100000000000), FALSE },
    { "1", G_GINT64_CONSTANT (90000000000000), TRUE },
    { "1", G_GINT64_CONSTANT (90000000000000000), TRUE },
    { "9000000", G_GINT64_CONSTANT (90000000000), FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (PltBudget) budget = NULL;
      const PltBudgetLine *line;

      keep (facts, "cotisations-2026");
      keep (facts, "parametres-sociaux");
      facts->production.agreement = "3097";
      facts->profiles.items[0].code = "artiste";
      facts->profiles.items[0].method = "detail";
      facts->profiles.items[0].employer_e6 = PLT_UNKNOWN;
      facts->profiles.items[0].accident_e6 = 11900;
      facts->profiles.items[0].mobility_e6 = 0;
      facts->profiles.items[0].deduction = "";
      facts->lines.items[1].quantity = cases[i].quantity;
      facts->lines.items[1].duration = "1";
      facts->lines.items[1].rate_cents = cases[i].rate;
      budget = plt_budget_new (facts, 0, plan);
      line = plt_budget_find_line (budget, 2);
      g_test_message ("%u: %" G_GINT64_FORMAT, i, line->contributions);
      g_assert_cmpint (line->amount, >, 0);
      g_assert_cmpint (line->contributions, >=, 0);
      g_assert_cmpint (line->contributions, <, line->amount);
      g_assert_true ((line->error != NULL) == cases[i].told);
      if (cases[i].told)
        g_assert_cmpint (line->contributions, ==, 0);
      else
        g_assert_cmpint (line->contributions, >, 0);
    }
}

/* Formulas of random pieces in random cells: an amount, or an error with its column; and the sum of
 * what is known is the sum that is shown. */
static void
test_random (void)
{
  static const char *const pieces[] = { "1",
                                        "0",
                                        "2,5",
                                        "9223372036854",
                                        ",775807",
                                        "-",
                                        "+",
                                        "*",
                                        "/",
                                        "(",
                                        ")",
                                        "%",
                                        " sem",
                                        " j",
                                        "SEM_PREPA",
                                        "ligne(\"L2\")",
                                        "compte(\"31\")",
                                        "jours(role)",
                                        "min(",
                                        ";",
                                        "arrondi(",
                                        "0,000001",
                                        "NUL",
                                        "\"",
                                        ".",
                                        "figurants(J1)" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1789);

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (PltBudget) budget = NULL;
      PltMoney sum = 0;
      gboolean known = TRUE;

      facts->lines.items[1].code = "L2";
      for (guint i = 0; i < 3; i++)
        {
          GString *text = g_string_new (NULL);

          for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
            g_string_append (text,
                             pieces[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (pieces))]);
          g_ptr_array_add (texts, g_string_free (text, FALSE));
          *cell_of (&facts->lines.items[g_rand_int_range (random, 0, 3)],
                    (guint) g_rand_int_range (random, 0, 4))
              = texts->pdata[i];
        }
      budget = plt_budget_new (facts, 0, plan);
      for (guint i = 0; i < budget->lines->len; i++)
        {
          const PltBudgetLine *line = budget->lines->pdata[i];

          g_assert_true ((line->error == NULL) == (line->error_column == NULL));
          g_assert_true (line->amount != PLT_UNKNOWN || line->error != NULL
                         || line->rate == PLT_UNKNOWN);
          if (line->amount == PLT_UNKNOWN || line->error != NULL)
            g_assert_true (budget->incomplete);
          known = known && line->amount != PLT_UNKNOWN && line->error == NULL
                  && ABS (line->amount) < G_MAXINT64 / 16;
          if (known)
            sum += line->amount + line->contributions;
        }
      if (known)
        g_assert_cmpint (budget->subtotal, ==, sum);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget-bad/ends", test_ends);
  g_test_add_func ("/budget-bad/every-cell", test_every_cell);
  g_test_add_func ("/budget-bad/cycles", test_cycles);
  g_test_add_func ("/budget-bad/sums", test_sums);
  g_test_add_func ("/budget-bad/percents", test_percents);
  g_test_add_func ("/budget-bad/cash-base", test_cash_base);
  g_test_add_func ("/budget-bad/huge-wage", test_huge_wage);
  g_test_add_func ("/budget-bad/random", test_random);
  return g_test_run ();
}

/* The film's devis worked out by hand:
 *   22 Réalisateur  1 × 1,5 × 1 000,00                         1 500,00
 *   31 Nora         1 × 2 days × 418,25                          836,50   charges 55,9 %  467,60
 * (467,6035) 31 Figuration   10 extras on J1, none on J2: 10 × 107,00   1 070,00   charges 598,13
 *   44              467,60 + 598,13                            1 065,73
 *   posts 1 to 9                                                4 472,23
 *   overheads 7 %   313,0561 -> 313,06 ; contingency 10 % 447,223 -> 447,22 ; total 5 232,51 */
#include "plt-budget.h"

#include <string.h>

#include "plt-test-film.h"

static void
test_by_hand (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);

  g_assert_cmpint (plt_budget_find_line (budget, 1)->amount, ==, 150000);
  g_assert_cmpint (plt_budget_find_line (budget, 2)->amount, ==, 83650);
  g_assert_cmpint (plt_budget_find_line (budget, 2)->contributions, ==, 46760);
  g_assert_cmpint (plt_budget_find_line (budget, 3)->amount, ==, 107000);
  g_assert_cmpint (plt_budget_find_line (budget, 3)->contributions, ==, 59813);
  g_assert_cmpint (plt_budget_find_account (budget, 5)->total, ==, 106573);
  g_assert_cmpint (plt_budget_find_account (budget, 3)->total, ==, 190650);
  g_assert_cmpint (budget->subtotal, ==, 447223);
  g_assert_cmpint (budget->overheads, ==, 31306);
  g_assert_cmpint (budget->contingency, ==, 44722);
  g_assert_cmpint (budget->total, ==, 523251);
  g_assert_true (plt_budget_find_line (budget, 2)->linked);
}

/* Moving a strip moves the cost: séquence 3 leaves J2, Nora works one day less. */
static void
test_follows_plan (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBudget) budget = NULL;

  facts->strips.items[2].day = FILM_DAY_1;
  plan = plt_plan_new (facts, 0);
  budget = plt_budget_new (facts, 0, plan);
  g_assert_cmpint (plt_budget_find_line (budget, 2)->amount, ==, 41825);
}

/* What cannot be known counts nothing and says why. */
static void
test_unknown (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = NULL;

  facts->lines.items[0].duration = "SEM_AUTRE";
  facts->lines.items[1].rate_cents = PLT_UNKNOWN;
  facts->globals.items[0].value = "SEM_PREPA";
  budget = plt_budget_new (facts, 0, plan);
  g_assert_true (plt_budget_find_line (budget, 1)->amount == PLT_UNKNOWN);
  g_assert_nonnull (strstr (plt_budget_find_line (budget, 1)->error, "SEM_AUTRE"));
  g_assert_true (plt_budget_find_line (budget, 2)->amount == PLT_UNKNOWN);
  g_assert_null (plt_budget_find_line (budget, 2)->error);
  g_assert_cmpint (budget->subtotal, ==, 107000 + 59813);
  g_clear_pointer (&budget, plt_budget_free);

  facts->lines.items[0].duration = "SEM_PREPA"; /* a variable that refers to itself */
  budget = plt_budget_new (facts, 0, plan);
  g_assert_nonnull (plt_budget_find_line (budget, 1)->error);
}

/* An account that is its own ancestor must not hang the sum. */
static void
test_cycle (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = NULL;

  facts->accounts.items[0].parent = 2;
  budget = plt_budget_new (facts, 0, plan);
  g_assert_null (plt_budget_find_account (budget, 1));
  g_assert_cmpint (plt_budget_find_account (budget, 3)->total, ==, 190650);
}

/* Contributions whose account is not in the devis are kept apart, never lost. */
static void
test_unposted (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = NULL;

  facts->profiles.items[0].account = "46";
  budget = plt_budget_new (facts, 0, plan);
  g_assert_cmpint (budget->unposted, ==, 106573);
  g_assert_cmpint (budget->subtotal, ==, 447223);
}

/* A formula alone gives what it would give in its line. */
static void
test_eval (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (GError) error = NULL;
  gint64 e6;

  g_assert_true (plt_budget_eval (facts, plan, FILM_BUDGET, &facts->lines.items[1],
                                  "jours(role)+0,5", &e6, &error));
  g_assert_no_error (error);
  g_assert_cmpint (e6, ==, 2500000);
  g_assert_true (plt_budget_eval (facts, plan, FILM_BUDGET, NULL, "jours_tournage", &e6, &error));
  g_assert_cmpint (e6, ==, 2000000);
  g_assert_false (
      plt_budget_eval (facts, plan, FILM_BUDGET, NULL, "jours(role)", &e6, &error)); /* no line */
  g_assert_nonnull (strstr (error->message, "no role"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/by-hand", test_by_hand);
  g_test_add_func ("/budget/follows-plan", test_follows_plan);
  g_test_add_func ("/budget/unknown", test_unknown);
  g_test_add_func ("/budget/cycle", test_cycle);
  g_test_add_func ("/budget/unposted", test_unposted);
  g_test_add_func ("/budget/eval", test_eval);
  return g_test_run ();
}

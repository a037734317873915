/* What credits cost, and what may be done about a shortage. */
#include <string.h>

#include "plt-test-cash.h"

#define DATE(month, day) plt_date_from_ymd (2027, month, day)

/* 50 000 to pay on 1 January, a signed source of 100 000 that pays on 1 March. */
static PltFacts *
short_of (void)
{
  PltFacts *facts = plt_test_cash_new ();

  facts->production.start_date = DATE (1, 1);
  plt_test_cash_source (facts, "Chaîne", 10000000, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 1000000, "date", PLT_UNKNOWN)->date = DATE (3, 1);
  plt_test_cash_line (facts, 6, "facture", 5000000, DATE (1, 1));
  return facts;
}

static const PltCashCredit *
credit_of (const PltCashPlan *plan, guint index)
{
  g_assert_cmpuint (plan->credits->len, >, index);
  return &g_array_index (plan->credits, PltCashCredit, index);
}

/* 6 % of a year of 360 days. 50 000 for 30 days to 30 January: 250,00 on the 31st, drawn too; 28
 * days of 50 250: 234,50 on 28 February; one day of 50 484,50: 8,41 on 31 March. */
static void
test_interest (void)
{
  g_autoptr (PltFacts) facts = short_of ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltCreditFacts *credit = plt_test_cash_credit (facts, 6000000, 1);
  const PltCashCredit *result;

  credit->mobilised_e6 = 800000;
  credit->interest_e6 = 60000;
  plan = plt_test_cash_plan (facts, NULL, 0);
  result = credit_of (plan, 0);
  g_assert_cmpint (result->interest, ==, 25000 + 23450 + 841);
  g_assert_cmpint (result->cost, ==, result->interest);
  g_assert_cmpint (result->drawn_max, ==, 5000000 + 25000 + 23450);
  g_assert_cmpint (result->outstanding, ==, 0);
  g_assert_cmpint (result->first, ==, DATE (1, 1));
  g_assert_cmpint (result->last, ==, DATE (3, 1));
  g_assert_cmpint (plan->lowest, ==, 0);
  g_assert_cmpint (plan->final, ==, 5000000 - 49291);
  g_assert_cmpint (plan->lowest_before_credits, ==, -5000000);
  g_assert_cmpint (plt_test_cash_row (plan, PLT_CASH_ROW_DRAWING, NULL)->total, ==, 5048450);
  g_assert_cmpint (plt_test_cash_row (plan, PLT_CASH_ROW_REPAYMENT, NULL)->total, ==, -5048450);
}

/* Entry 1 % of 60 000 and 100,00 on 1 January: 50 700 drawn. Undrawn 9 300, 0,5 %; IFCIC: 1 % of
 * half of it and of 50 % of what is undrawn. January: 30 days, no interest.
 * Undrawn: 9 300 × 0,5 % × 30 / 360 = 3,875, 3,88. Guarantee: 50 % × (50 700 + 4 650) × 1 % × 30 /
 * 360 = 23,0625, 23,06. */
static void
test_fees (void)
{
  g_autoptr (PltFacts) facts = short_of ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltCreditFacts *credit = plt_test_cash_credit (facts, 6000000, 1);
  PltMoney january = 0;

  credit->entry_e6 = 10000;
  credit->entry_cents = 10000;
  credit->undrawn_e6 = 5000;
  credit->guaranteed_e6 = 500000;
  credit->guarantee_e6 = 10000;
  plan = plt_test_cash_plan (facts, NULL, 0);
  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);

      if (((PltCashPlanRow *) plan->rows->pdata[move->row])->kind == PLT_CASH_ROW_INTEREST
          && move->date <= DATE (1, 31))
        january -= move->amount;
    }
  g_assert_cmpint (january, ==, 60000 + 10000 + 388 + 2306);
  g_assert_cmpint (credit_of (plan, 0)->interest, ==, 0);
  g_assert_cmpint (credit_of (plan, 0)->fees, >, 70388);
  g_assert_cmpint (credit_of (plan, 0)->cost, ==,
                   credit_of (plan, 0)->fees + credit_of (plan, 0)->guarantee);
}

/* 40 % of 100 000 is not enough: 10 000 are missing. At its end it is repaid whatever is there. */
static void
test_limits (void)
{
  g_autoptr (PltFacts) facts = short_of ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltCreditFacts *credit = plt_test_cash_credit (facts, 6000000, 1);

  credit->mobilised_e6 = 400000;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (plan->lowest, ==, -1000000);
  g_assert_cmpuint (plan->criticals->len, ==, 1);
  g_assert_cmpint (g_array_index (plan->criticals, PltCashCritical, 0).from, ==, DATE (1, 1));
  g_assert_cmpint (g_array_index (plan->criticals, PltCashCritical, 0).to, ==, DATE (2, 28));
  g_clear_pointer (&plan, plt_cash_plan_free);
  credit->to_date = DATE (2, 1);
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (plan->lowest, ==, -5000000);
  g_assert_cmpint (plan->lowest_date, ==, DATE (2, 1));
  g_clear_pointer (&plan, plt_cash_plan_free);
  credit->is_used = FALSE;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpuint (plan->credits->len, ==, 0);
  g_assert_cmpint (plan->lowest_date, ==, DATE (1, 1));
}

/* The cheapest is drawn first; movements of the bank are taken as they are. */
static void
test_order (void)
{
  g_autoptr (PltFacts) facts = short_of ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltCashFacts *entry;

  plt_test_cash_credit (facts, 3000000, 0)->interest_e6 = 70000;
  plt_test_cash_credit (facts, 4000000, 1)->interest_e6 = 40000;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (credit_of (plan, 0)->credit->id, ==, 2);
  g_assert_cmpint (credit_of (plan, 0)->drawn_max, ==, 4000000);
  g_assert_cmpint (credit_of (plan, 1)->drawn_max, >=, 1000000);
  g_clear_pointer (&plan, plt_cash_plan_free);
  entry = plt_test_cash_entry (facts, DATE (1, 1), 2000000);
  entry->credit_line = 1;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (credit_of (plan, 0)->drawn_max, >=, 3000000);
  g_assert_cmpint (credit_of (plan, 0)->drawn_max, <, 4000000);
  g_assert_cmpint (credit_of (plan, 1)->drawn_max, >=, 2000000);
  g_assert_cmpint (plan->bare[0], ==, -5000000);
  g_assert_cmpint (plan->days[0], ==, 0);
}

/* Every measure does what it says it does, and bringing in what is missing is enough. */
static void
test_measures (void)
{
  g_autoptr (PltFacts) facts = short_of ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltCashPlan) cash = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  guint n_enough = 0;

  facts->lines.items[0].vat_e6 = 200000;
  facts->instalments.items[0].date = DATE (1, 20);
  plt_test_cash_credit (facts, 6000000, 1)->is_used = FALSE;
  plt_test_cash_source (facts, "Région", 8000000, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 1000000, "date", PLT_UNKNOWN)->date = DATE (4, 1);
  budget = plt_budget_new (facts, 0, plan);
  cash = plt_cash_plan_new (facts, plan, budget, NULL, 0);
  g_assert_cmpuint (cash->criticals->len, ==, 1);
  measures = plt_cash_plan_measures (facts, plan, budget, NULL, 0,
                                     &g_array_index (cash->criticals, PltCashCritical, 0));
  g_assert_cmpuint (measures->len, ==, 5);
  for (guint i = 0; i < measures->len; i++)
    {
      const PltCashMeasure *measure = measures->pdata[i];
      g_autoptr (PltCashPlan) after = plt_cash_plan_new (
          facts, plan, budget, (const PltScenarioChangeFacts *) (gpointer) measure->changes->data,
          measure->changes->len);

      g_test_message ("%s", measure->label);
      g_assert_cmpint (after->lowest, ==, measure->lowest_after);
      g_assert_cmpint (after->lowest_date, ==, measure->lowest_date_after);
      n_enough += measure->missing_after == 0;
    }
  g_assert_cmpuint (n_enough, >=, 3); /* the credit, a bridging credit, money brought in */
  g_assert_cmpint (((PltCashMeasure *) measures->pdata[0])->missing_after, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash-credits/interest", test_interest);
  g_test_add_func ("/cash-credits/fees", test_fees);
  g_test_add_func ("/cash-credits/limits", test_limits);
  g_test_add_func ("/cash-credits/order", test_order);
  g_test_add_func ("/cash-credits/measures", test_measures);
  return g_test_run ();
}

/* How lines of the devis are paid. The shoot: Monday 28 June to Friday 2 July 2027, three days in
 * June and two in July. */
#include <string.h>

#include "plt-test-cash.h"

#define DATE(month, day) plt_date_from_ymd (2027, month, day)

static PltFacts *
shoot (void)
{
  PltFacts *facts = plt_test_cash_new ();

  for (PltDate date = DATE (6, 28); date <= DATE (7, 2); date++)
    plt_test_cash_day (facts, date);
  return facts;
}

/* What is paid on a day, positive; all rows. */
static PltMoney
paid_on (const PltCashPlan *plan, PltDate date)
{
  PltMoney sum = 0;

  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);

      if (move->date == date)
        sum -= move->amount;
    }
  return sum;
}

/* 1 000 gross with 43 %: 780 net by days, 650 of contributions. */
static void
test_wages (void)
{
  g_autoptr (PltFacts) facts = shoot ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltPaymentFacts *weekly;

  plt_test_cash_contributions (facts, 430000);
  plt_test_cash_line (facts, 2, "salarie", 100000, PLT_DATE_NONE)->profile = 1;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (6, 30)), ==, 46800);
  g_assert_cmpint (paid_on (plan, DATE (7, 31)), ==, 31200);
  g_assert_cmpint (paid_on (plan, DATE (7, 15)), ==, 39000);
  g_assert_cmpint (paid_on (plan, DATE (8, 15)), ==, 26000);
  g_assert_cmpuint (plan->moves->len, ==, 4);
  g_assert_cmpint (plan->payments.dated, ==, 143000);
  g_assert_cmpint (plt_test_cash_row (plan, PLT_CASH_ROW_POST, "2 Poste")->total, ==, -78000);
  g_assert_cmpint (plt_test_cash_row (plan, PLT_CASH_ROW_CONTRIBUTIONS, NULL)->total, ==, -65000);

  /* by weeks, 80 % net, contributions on the 5th two months later */
  g_clear_pointer (&plan, plt_cash_plan_free);
  weekly = plt_test_cash_payment (facts, "salaire");
  weekly->net_e6 = 800000;
  weekly->contribution_months = 2;
  weekly->contribution_day = 5;
  facts->lines.items[0].payment = 1;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (7, 2)), ==, 80000);
  g_assert_cmpint (paid_on (plan, DATE (9, 5)), ==, 63000);
  g_assert_cmpuint (plan->moves->len, ==, 2);
}

/* 600 HT with 20 %: 360 and 240 thirty days after the end of their month; or at the event. */
static void
test_suppliers (void)
{
  g_autoptr (PltFacts) facts = shoot ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltLineFacts *line = plt_test_cash_line (facts, 6, "facture", 60000, PLT_DATE_NONE);
  PltPaymentFacts *terms;

  line->vat_e6 = 200000;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (7, 30)), ==, 43200);
  g_assert_cmpint (paid_on (plan, DATE (8, 30)), ==, 28800);
  g_assert_cmpint (plan->vat_credit, ==, 12000);
  g_assert_cmpint (plan->payments.dated, ==, 60000);

  /* an event says when it is paid; a way of paying of its own adds its terms: 2 July + 45 days, end
   * of month, less a deposit of 30 % on the first day */
  g_clear_pointer (&plan, plt_cash_plan_free);
  line->event = "fin-tournage";
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (7, 2)), ==, 72000);
  g_clear_pointer (&plan, plt_cash_plan_free);
  terms = plt_test_cash_payment (facts, "fournisseur");
  terms->term_days = 45;
  terms->end_of_month = TRUE;
  terms->deposit_e6 = 300000;
  terms->deposit_event = "premier-jour";
  terms->deposit_days = -5;
  line->payment = 1;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (6, 23)), ==, 21600);
  g_assert_cmpint (paid_on (plan, DATE (8, 31)), ==, 50400);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.term-too-long"), ==, 0);
  g_clear_pointer (&plan, plt_cash_plan_free);
  terms->term_days = 46;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.term-too-long"), ==, 1);
}

/* Paid at once: on the Friday. A caution comes back and costs nothing. The rest is never cash. */
static void
test_others (void)
{
  g_autoptr (PltFacts) facts = shoot ();
  g_autoptr (PltCashPlan) plan = NULL;

  plt_test_cash_payment (facts, "comptant");
  plt_test_cash_payment (facts, "caution")->term_days = 10;
  plt_test_cash_payment (facts, "sans");
  plt_test_cash_line (facts, 6, "facture", 10000, PLT_DATE_NONE)->payment = 1;
  plt_test_cash_line (facts, 6, "facture", 20000, DATE (6, 1))->payment = 2;
  plt_test_cash_line (facts, 6, "facture", 30000, DATE (6, 1))->payment = 3;
  plt_test_cash_line (facts, 6, "facture", 40000, DATE (6, 1))->mode = "nature";
  plt_test_cash_line (facts, 6, "facture", 50000, DATE (6, 1))->mode = "participation";
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (7, 2)), ==, 10000);
  g_assert_cmpint (paid_on (plan, DATE (6, 1)), ==, 20000);
  g_assert_cmpint (paid_on (plan, DATE (6, 11)), ==, -20000);
  g_assert_cmpint (plan->payments.dated, ==, 10000);
  g_assert_cmpint (plan->payments.not_cash, ==, 140000);
  g_assert_cmpint (plan->payments.planned, ==, 150000);
  g_assert_cmpint (plan->payments.excess, ==, 0);
}

/* 400 really paid of 720 (60 000 and 20 %): 33 333 HT, the rest stays; more than all of it is too
 * much. */
static void
test_real (void)
{
  g_autoptr (PltFacts) facts = shoot ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltLineFacts *line = plt_test_cash_line (facts, 6, "facture", 60000, DATE (7, 20));
  PltCashFacts *entry = plt_test_cash_entry (facts, DATE (7, 1), -40000);

  line->vat_e6 = 200000;
  entry->budget_line = line->id;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (7, 1)), ==, 40000);
  g_assert_cmpint (paid_on (plan, DATE (7, 20)), ==, 26667 + 5333);
  g_assert_cmpint (plan->payments.dated, ==, 60000);
  g_assert_cmpint (plan->payments.excess, ==, 0);
  g_assert_cmpint (g_array_index (plan->moves, PltCashMove, 0).state, ==, PLT_CASH_REAL);
  g_clear_pointer (&plan, plt_cash_plan_free);
  entry->amount_cents = -84000;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (7, 20)), ==, 0);
  g_assert_cmpint (plan->payments.dated, ==, 70000);
  g_assert_cmpint (plan->payments.excess, ==, 10000);
}

/* Overheads of 10 % over the whole (the two months by working days), contingency over the shoot. */
static void
test_percents (void)
{
  g_autoptr (PltFacts) facts = shoot ();
  g_autoptr (PltCashPlan) plan = NULL;

  facts->budgets.items[0].overheads_e6 = 100000;
  facts->budgets.items[0].contingency_e6 = 50000;
  plt_test_cash_line (facts, 6, "facture", 100000, DATE (7, 1));
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (plt_test_cash_row (plan, PLT_CASH_ROW_OVERHEADS, NULL)->total, ==, -10000);
  g_assert_cmpint (plt_test_cash_row (plan, PLT_CASH_ROW_CONTINGENCY, NULL)->total, ==, -5000);
  g_assert_cmpint (paid_on (plan, DATE (6, 30)), ==, 6000 + 3000);
  g_assert_cmpint (paid_on (plan, DATE (7, 31)), ==, 4000 + 2000);
  g_assert_cmpint (plan->payments.dated, ==, 115000);
}

/* Without a date: told, with its contributions, and never lost. */
static void
test_undated (void)
{
  g_autoptr (PltFacts) facts = plt_test_cash_new ();
  g_autoptr (PltCashPlan) plan = NULL;
  const PltCashPlanRow *row;

  plt_test_cash_contributions (facts, 430000);
  plt_test_cash_line (facts, 2, "salarie", 100000, PLT_DATE_NONE)->profile = 1;
  facts->budgets.items[0].overheads_e6 = 100000;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpuint (plan->undated->len, ==, 2);
  row = plan->undated->pdata[0];
  g_assert_cmpint (row->total, ==, 143000);
  g_assert_cmpstr (row->ref.table, ==, "budget_line");
  g_assert_cmpint (plan->payments.undated, ==, 157300);
  g_assert_cmpint (plan->payments.excess, ==, 0);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.no-date"), ==, 1);
  g_assert_cmpuint (plan->n_days, ==, 0);
}

/* By quarters: what is collected in January and deducted in March leaves on 24 April. */
static void
test_vat (void)
{
  g_autoptr (PltFacts) facts = plt_test_cash_new ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltParameterFacts *parameter;

  plt_test_cash_source (facts, "Chaîne", 1000000, 100000);
  plt_test_cash_instalment (facts, 1000000, "date", PLT_UNKNOWN)->date = DATE (1, 10);
  plt_test_cash_line (facts, 6, "facture", 100000, DATE (3, 5))->vat_e6 = 200000;
  facts->production.vat_regime = "trimestriel";
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (4, 24)), ==, 80000);

  /* none at all: suppliers cost their VAT */
  g_clear_pointer (&plan, plt_cash_plan_free);
  facts->production.vat_regime = "franchise";
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (plan->total_in, ==, 1000000);
  g_assert_cmpint (plan->total_out, ==, 120000);

  /* a credit of 1 000, refunded three months after the declaration of June */
  g_clear_pointer (&plan, plt_cash_plan_free);
  facts->production.vat_regime = "mensuel";
  plt_test_cash_line (facts, 6, "facture", 1000000, DATE (6, 5))->vat_e6 = 200000;
  parameter = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 1);
  parameter->name = "tva-remboursement";
  parameter->value = "3";
  parameter->note = "";
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (2, 24)), ==, 100000);
  g_assert_cmpint (paid_on (plan, DATE (10, 24)), ==, -220000); /* 20 000 of March carried */
  g_assert_cmpint (plan->vat_credit, ==, 0);

  /* really paid in February: its forecast goes */
  g_clear_pointer (&plan, plt_cash_plan_free);
  plt_test_cash_entry (facts, DATE (2, 20), -100000)->reference = "TVA";
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (paid_on (plan, DATE (2, 24)), ==, 0);
  g_assert_cmpint (paid_on (plan, DATE (2, 20)), ==, 100000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash-payments/wages", test_wages);
  g_test_add_func ("/cash-payments/suppliers", test_suppliers);
  g_test_add_func ("/cash-payments/others", test_others);
  g_test_add_func ("/cash-payments/real", test_real);
  g_test_add_func ("/cash-payments/percents", test_percents);
  g_test_add_func ("/cash-payments/undated", test_undated);
  g_test_add_func ("/cash-payments/vat", test_vat);
  return g_test_run ();
}

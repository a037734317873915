/* The check case of a single drama of a million, month by month. */
#include "plt-test-cash.h"

#define EURO 100
#define MONTHS 12

/* The 10th of a month of 2027 on (1 = January). */
static PltDate
tenth (int month)
{
  return plt_date_from_ymd (2027 + (month - 1) / 12, (month - 1) % 12 + 1, 10);
}

/* Assumptions in euros: gross pay and suppliers by month of work. */
static const int gross[MONTHS]
    = { 0, 20000, 40000, 90000, 120000, 110000, 60000, 40000, 30000, 20000, 10000, 0 };
static const int suppliers[MONTHS]
    = { 2000, 4000, 15000, 45000, 50000, 28000, 12000, 8000, 7000, 5000, 1800, 0 };

/* Channel 20/40/30/10 two months after the signature (January), the first day (10 April), the end
 * of the shoot (10 June), the acceptance (10 September). Wages hang on the first day, so that they
 * move with it. */
static PltFacts *
check_case (void)
{
  PltFacts *facts = plt_test_cash_new ();
  PltDate first = tenth (4);
  PltPaymentFacts *supplier;

  plt_test_cash_contributions (facts, 430000);
  plt_test_cash_day (facts, first);
  plt_test_cash_day (facts, tenth (6));
  facts->production.delivery_date = tenth (9);
  supplier = plt_test_cash_payment (facts, "fournisseur");
  supplier->term_days = 30;
  for (int i = 0; i < MONTHS; i++)
    {
      PltLineFacts *line;

      if (gross[i] > 0)
        {
          line = plt_test_cash_line (facts, 2, "salarie", gross[i] * EURO, PLT_DATE_NONE);
          line->profile = 1;
          line->event = "premier-jour";
          line->offset_days = tenth (i + 1) - first;
        }
      if (suppliers[i] > 0)
        {
          /* on the 10th of the next month: its invoice is of that month's end */
          line = plt_test_cash_line (facts, 6, "facture", suppliers[i] * EURO, tenth (i + 2));
          line->vat_e6 = 200000;
          line->payment = 1;
        }
    }
  plt_test_cash_line (facts, 1, "auteur", 20000 * EURO, tenth (1));
  plt_test_cash_line (facts, 1, "auteur", 30000 * EURO, tenth (4));

  plt_test_cash_source (facts, "Chaîne", 600000 * EURO, 100000)->date = tenth (1);
  plt_test_cash_instalment (facts, 200000, "signature", 59);    /* 10 March */
  plt_test_cash_instalment (facts, 400000, "premier-jour", 58); /* 7 June */
  plt_test_cash_instalment (facts, 300000, "fin-tournage", 58); /* 7 August */
  plt_test_cash_instalment (facts, 100000, "acceptation", 58);  /* 7 November */
  plt_test_cash_source (facts, "CNC", 150000 * EURO, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 700000, "date", PLT_UNKNOWN)->date = tenth (5);
  plt_test_cash_instalment (facts, 300000, "date", PLT_UNKNOWN)->date = tenth (11);
  plt_test_cash_source (facts, "Région", 100000 * EURO, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 700000, "date", PLT_UNKNOWN)->date = tenth (6);
  plt_test_cash_instalment (facts, 300000, "date", PLT_UNKNOWN)->date = tenth (11);
  plt_test_cash_source (facts, "Crédit d’impôt", 100000 * EURO, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 1000000, "date", PLT_UNKNOWN)->date = tenth (12);
  plt_test_cash_source (facts, "Producteur", 50000 * EURO, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 1000000, "date", PLT_UNKNOWN)->date = tenth (1);
  return facts;
}

static const PltCashPeriod *
period (GArray *periods, guint index)
{
  g_assert_cmpuint (index, <, periods->len);
  return &g_array_index (periods, PltCashPeriod, index);
}

static void
test_table (void)
{
  static const int expected[MONTHS][4] = {
    { 50000, 20000, 30000, 30000 },       { 0, 18000, -18000, 12000 },
    { 132000, 49000, 83000, 95000 },      { 0, 155000, -155000, -60000 },
    { 105000, 206100, -101100, -161100 }, { 334000, 223800, 110200, -50900 },
    { 0, 153900, -153900, -204800 },      { 198000, 84600, 113400, -91400 },
    { 0, 69000, -69000, -160400 },        { 0, 43500, -43500, -203900 },
    { 141000, 26800, 114200, -89700 },    { 100000, 10660, 89340, -360 },
  };
  g_autoptr (PltFacts) facts = check_case ();
  g_autoptr (PltCashPlan) plan = plt_test_cash_plan (facts, NULL, 0);
  g_autoptr (GArray) months = plt_cash_plan_periods (plan, PLT_CASH_BY_MONTH);

  g_assert_cmpuint (months->len, ==, MONTHS);
  for (guint i = 0; i < MONTHS; i++)
    {
      const PltCashPeriod *month = period (months, i);

      g_test_message ("month %u", i + 1);
      g_assert_cmpint (month->start, ==, plt_date_from_ymd (2027, (int) i + 1, 1));
      g_assert_cmpint (month->in, ==, expected[i][0] * EURO);
      g_assert_cmpint (month->out, ==, expected[i][1] * EURO);
      g_assert_cmpint (month->net, ==, expected[i][2] * EURO);
      g_assert_cmpint (month->balance, ==, expected[i][3] * EURO);
    }
  g_assert_cmpint (plan->total_in, ==, 1060000 * EURO);
  g_assert_cmpint (plan->final, ==, -360 * EURO);
  g_assert_cmpint (plan->vat_credit, ==, 360 * EURO);
  g_assert_cmpint (plan->need, ==, 204800 * EURO);
  g_assert_cmpint (plan->lowest, ==, -204800 * EURO);
  g_assert_cmpint (plt_cash_period_start (plan->lowest_date, PLT_CASH_BY_MONTH), ==,
                   plt_date_from_ymd (2027, 7, 1));
  g_assert_cmpint (plan->receipts.planned, ==, 1000000 * EURO);
  g_assert_cmpint (plan->receipts.dated, ==, 1000000 * EURO);
  g_assert_cmpint (plan->payments.planned, ==, 1000000 * EURO);
  g_assert_cmpint (plan->payments.dated, ==, 1000000 * EURO);
  g_assert_cmpuint (plan->undated->len, ==, 0);
}

/* The shoot a month later: the first day (and with it the end and all wages) and the acceptance.
 * VAT: 10 800 in month 4, 10 400 in month 10, 3 240 in month 13, nothing left. The low point moves
 * from month 7 to month 8. */
static void
test_shifted (void)
{
  static const int expected[MONTHS + 1][3] = {
    { 50000, 20000, 30000 },
    { 0, 2400, 27600 },
    { 132000, 20400, 139200 },
    { 0, 103000, 36200 },
    { 105000, 150200, -9000 },
    { 70000, 212100, -151100 },
    { 264000, 197400, -84500 },
    { 0, 132700, -217200 },
    { 198000, 79800, -99000 },
    { 0, 68200, -167200 },
    { 75000, 41100, -133300 },
    { 166000, 22960, 9740 },
    { 0, 9740, 0 },
  };
  g_autoptr (PltFacts) facts = check_case ();
  PltScenarioChangeFacts changes[2]
      = { plt_cash_change ("evenement-decale"), plt_cash_change ("evenement-decale") };
  g_autoptr (PltCashPlan) plan = NULL;
  g_autoptr (GArray) months = NULL;

  changes[0].event = "premier-jour";
  changes[1].event = "acceptation";
  changes[0].offset_days = changes[1].offset_days = 30;
  plan = plt_test_cash_plan (facts, changes, 2);
  months = plt_cash_plan_periods (plan, PLT_CASH_BY_MONTH);
  g_assert_cmpuint (months->len, ==, MONTHS + 1);
  for (guint i = 0; i <= MONTHS; i++)
    {
      g_test_message ("month %u", i + 1);
      g_assert_cmpint (period (months, i)->in, ==, expected[i][0] * EURO);
      g_assert_cmpint (period (months, i)->out, ==, expected[i][1] * EURO);
      g_assert_cmpint (period (months, i)->balance, ==, expected[i][2] * EURO);
    }
  g_assert_cmpint (plan->total_in, ==, 1060000 * EURO);
  g_assert_cmpint (plan->total_out, ==, 1060000 * EURO);
  g_assert_cmpint (plan->payments.dated, ==, 1000000 * EURO);
  g_assert_cmpint (plan->vat_credit, ==, 0);
  g_assert_cmpint (plan->lowest, ==, -217200 * EURO);
  g_assert_cmpint (plt_cash_period_start (plan->lowest_date, PLT_CASH_BY_MONTH), ==,
                   plt_date_from_ymd (2027, 8, 1));
}

/* A credit of what is missing leaves nothing below zero; what it lent and could not get back is the
 * VAT to be refunded. */
static void
test_drawing (void)
{
  g_autoptr (PltFacts) facts = check_case ();
  g_autoptr (PltCashPlan) plan = NULL;
  g_autoptr (GArray) months = NULL;
  const PltCashCredit *credit;

  plt_test_cash_credit (facts, 204800 * EURO, 0);
  plan = plt_test_cash_plan (facts, NULL, 0);
  for (guint i = 0; i < plan->n_days; i++)
    g_assert_cmpint (plan->days[i], >=, 0);
  g_assert_cmpint (plan->lowest, ==, 0);
  g_assert_cmpint (plan->lowest_before_credits, ==, -204800 * EURO);
  g_assert_cmpint (plan->need, ==, 204800 * EURO);
  g_assert_cmpuint (plan->criticals->len, ==, 0);
  credit = &g_array_index (plan->credits, PltCashCredit, 0);
  g_assert_cmpint (credit->drawn_max, ==, 204800 * EURO);
  g_assert_cmpint (credit->cost, ==, 0);
  g_assert_cmpint (credit->outstanding, ==, 360 * EURO);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.credit-left"), ==, 1);
  months = plt_cash_plan_periods (plan, PLT_CASH_BY_MONTH);
  g_assert_cmpint (period (months, 6)->credit, ==, 204800 * EURO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash-plan/table", test_table);
  g_test_add_func ("/cash-plan/shifted", test_shifted);
  g_test_add_func ("/cash-plan/drawing", test_drawing);
  return g_test_run ();
}

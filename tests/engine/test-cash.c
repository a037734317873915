#include "plt-cash.h"
#include "plt-test-film.h"

static PltFundingFacts *
add_source (PltFacts *facts, gint64 id, PltMoney amount, gint64 vat_e6, PltDate date)
{
  PltFundingFacts *source = PLT_FACTS_ADD (facts->funding, PltFundingFacts, id);

  source->group = "divers";
  source->name = "Source";
  source->nature = "numeraire";
  source->amount_cents = amount;
  source->status = "confirme";
  source->vat_e6 = vat_e6;
  source->date = date;
  source->note = "";
  return source;
}

static PltInstalmentFacts *
add_instalment (
    PltFacts *facts, gint64 id, gint64 source, gint64 share_e6, const char *event, gint64 offset)
{
  PltInstalmentFacts *instalment = PLT_FACTS_ADD (facts->instalments, PltInstalmentFacts, id);

  instalment->funding_source = source;
  instalment->label = "";
  instalment->share_e6 = share_e6;
  instalment->amount_cents = PLT_UNKNOWN;
  instalment->event = event;
  instalment->offset_days = offset;
  instalment->date = instalment->paid_date = PLT_DATE_NONE;
  return instalment;
}

static PltCash *
compute (PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);

  return plt_cash_new (facts, plan, budget);
}

static const PltCashMonth *
month (const PltCash *cash, guint index)
{
  g_assert_cmpuint (index, <, cash->months->len);
  return &g_array_index (cash->months, PltCashMonth, index);
}

/* A source of 10 000 € with 10 % TVA, signed on 10 January 2027: 30 % thirty days after the
 * signature (9 February, 3 300 € TTC), 70 % on the first shooting day (12 April, 7 700 € TTC). The
 * TVA of each month leaves the month after: 300 in March, 700 in May. The film's devis has no task,
 * so its preparation falls on the first day. All its lines are paid in April, their contributions
 * in May, with overheads up to the delivery on 30 June. */
static void
test_receipts (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltCash) cash = NULL;

  facts->budgets.n = 0; /* receipts alone */
  facts->production.budget = 0;
  add_source (facts, 1, 1000000, 100000, plt_date_from_ymd (2027, 1, 10));
  add_instalment (facts, 1, 1, 300000, "signature", 30);
  add_instalment (facts, 2, 1, 700000, "premier-jour", PLT_UNKNOWN);
  cash = compute (facts);
  g_assert_cmpuint (cash->months->len, ==, 4); /* February to May */
  g_assert_cmpint (month (cash, 0)->in, ==, 330000);
  g_assert_cmpint (month (cash, 1)->out, ==, 30000);
  g_assert_cmpint (month (cash, 2)->in, ==, 770000);
  g_assert_cmpint (month (cash, 3)->out, ==, 70000);
  g_assert_cmpint (month (cash, 3)->balance, ==, 1000000);
  g_assert_cmpint (cash->total_in - cash->total_out, ==, 1000000);
}

/* Out of the devis of test-budget.c: 3 406,50 of lines and 447,22 of contingency in April, 1 065,73
 * of contributions in May, overheads of 313,06 spread from 12 April to 30 June by days: 19, 31 and
 * 30 of 80. */
static void
test_payments (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltCash) cash = compute (facts);
  PltMoney april = 340650 + 44722;

  g_assert_cmpuint (cash->months->len, ==, 3);
  /* 31306 × 19/80 = 7435,175 ; × 31/80 = 12131,075 ; × 30/80 = 11739,75: the largest remainder gets
   * the centime */
  g_assert_cmpint (month (cash, 0)->out, ==, april + 7435);
  g_assert_cmpint (month (cash, 1)->out, ==, 106573 + 12131);
  g_assert_cmpint (month (cash, 2)->out, ==, 11740);
  g_assert_cmpint (cash->total_out, ==, 523251); /* the whole devis, to the centime */
  g_assert_cmpint (cash->lowest, ==, 2);
}

/* Moving the shoot moves what hangs on it, and the totals stay. */
static void
test_shift (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltCash) before = NULL;
  g_autoptr (PltCash) after = NULL;

  add_source (facts, 1, 500000, PLT_UNKNOWN, PLT_DATE_NONE);
  add_instalment (facts, 1, 1, 1000000, "fin-tournage", PLT_UNKNOWN);
  before = compute (facts);
  for (guint i = 0; i < facts->days.n; i++)
    facts->days.items[i].date += 31;
  after = compute (facts);
  g_assert_cmpint (before->total_in, ==, after->total_in);
  g_assert_cmpint (before->total_out, ==, after->total_out);
  g_assert_cmpint (month (after, 0)->start, ==, plt_date_from_ymd (2027, 5, 1));
}

/* Refused, in kind, or without a date: not in a month, and what has no date is told. */
static void
test_left_out (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltCash) cash = NULL;

  add_source (facts, 1, 500000, PLT_UNKNOWN, PLT_DATE_NONE);
  add_instalment (facts, 1, 1, 1000000, "fin-montage", PLT_UNKNOWN);
  add_source (facts, 2, 500000, PLT_UNKNOWN, plt_date_from_ymd (2027, 1, 1))->status = "refuse";
  add_instalment (facts, 2, 2, 1000000, "signature", PLT_UNKNOWN);
  add_source (facts, 3, 500000, PLT_UNKNOWN, plt_date_from_ymd (2027, 1, 1))->nature = "nature";
  add_instalment (facts, 3, 3, 1000000, "signature", PLT_UNKNOWN);
  cash = compute (facts);
  g_assert_cmpint (cash->total_in, ==, 0);
  g_assert_cmpuint (cash->undated->len, ==, 1);
  g_assert_cmpint (((const PltCashRow *) cash->undated->pdata[0])->total, ==, 500000);
  g_assert_cmpint (((const PltCashRow *) cash->undated->pdata[0])->kind, ==, PLT_CASH_SOURCE);
  g_assert_true (((const PltCashRow *) cash->undated->pdata[0])->incoming);
  g_assert_cmpint (plt_funding_total (facts, NULL), ==, 1000000);
  g_assert_cmpint (plt_funding_total (facts, "refuse"), ==, 500000);
}

/* A real movement that names an instalment stands in for it. */
static void
test_real (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltCash) cash = NULL;
  PltCashFacts *entry;

  facts->production.budget = 0;
  add_source (facts, 1, 500000, PLT_UNKNOWN, plt_date_from_ymd (2027, 1, 1));
  add_instalment (facts, 1, 1, 1000000, "signature", PLT_UNKNOWN);
  entry = PLT_FACTS_ADD (facts->cash, PltCashFacts, 1);
  entry->date = plt_date_from_ymd (2027, 2, 3);
  entry->label = "Reçu";
  entry->amount_cents = 499000;
  entry->kind = "reel";
  entry->instalment = 1;
  cash = compute (facts);
  g_assert_cmpint (cash->total_in, ==, 499000);
  g_assert_cmpint (month (cash, 0)->start, ==, plt_date_from_ymd (2027, 2, 1));
}

static void
test_empty (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltCash) cash = compute (facts);

  g_assert_cmpuint (cash->months->len, ==, 0);
  g_assert_cmpint (cash->lowest, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash/receipts", test_receipts);
  g_test_add_func ("/cash/payments", test_payments);
  g_test_add_func ("/cash/shift", test_shift);
  g_test_add_func ("/cash/left-out", test_left_out);
  g_test_add_func ("/cash/real", test_real);
  g_test_add_func ("/cash/empty", test_empty);
  return g_test_run ();
}

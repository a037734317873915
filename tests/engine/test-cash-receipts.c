/* How sources pay, what scenarios make of it, the opening, and what is hostile. */
#include <string.h>

#include "plt-test-cash.h"

#define DATE(month, day) plt_date_from_ymd (2027, month, day)

static PltMoney
received_on (const PltCashPlan *plan, PltDate date)
{
  PltMoney sum = 0;

  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);

      if (move->date == date)
        sum += move->amount;
    }
  return sum;
}

/* Two shooting days, 10 and 21 May; delivery on 30 September. */
static PltFacts *
dated (void)
{
  PltFacts *facts = plt_test_cash_new ();

  plt_test_cash_day (facts, DATE (5, 10));
  plt_test_cash_day (facts, DATE (5, 21));
  facts->production.delivery_date = DATE (9, 30);
  facts->production.vat_regime = "mensuel";
  return facts;
}

/* Thirds of 100,00 add up; an instalment with neither amount nor share takes the rest. */
static void
test_amounts (void)
{
  g_autoptr (PltFacts) facts = dated ();
  g_autoptr (PltCashPlan) plan = NULL;

  plt_test_cash_source (facts, "Tiers", 10000, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 333333, "premier-jour", 0);
  plt_test_cash_instalment (facts, 333333, "premier-jour", 1);
  plt_test_cash_instalment (facts, 333334, "premier-jour", 2);
  plt_test_cash_source (facts, "Reste", 10000, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, PLT_UNKNOWN, "premier-jour", 10)->amount_cents = 2500;
  plt_test_cash_instalment (facts, 250000, "premier-jour", 11);
  plt_test_cash_instalment (facts, PLT_UNKNOWN, "premier-jour", 12);
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (received_on (plan, DATE (5, 10)), ==, 3333);
  g_assert_cmpint (received_on (plan, DATE (5, 11)), ==, 3334);
  g_assert_cmpint (received_on (plan, DATE (5, 12)), ==, 3333);
  g_assert_cmpint (received_on (plan, DATE (5, 20)), ==, 2500);
  g_assert_cmpint (received_on (plan, DATE (5, 21)), ==, 2500);
  g_assert_cmpint (received_on (plan, DATE (5, 22)), ==, 5000);
  g_assert_cmpint (plan->receipts.dated, ==, 20000);
  g_assert_cmpuint (plan->undated->len, ==, 0);
}

/* What a source has beyond its instalments, an instalment without a date, in kind, refused. */
static void
test_left_out (void)
{
  g_autoptr (PltFacts) facts = dated ();
  g_autoptr (PltCashPlan) plan = NULL;

  plt_test_cash_source (facts, "A", 10000, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 600000, "premier-jour", 0);
  plt_test_cash_source (facts, "B", 20000, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 1000000, "fin-montage", 0);
  plt_test_cash_source (facts, "C", 40000, PLT_UNKNOWN)->nature = "participation";
  plt_test_cash_source (facts, "D", 80000, PLT_UNKNOWN)->status = "refuse";
  plt_test_cash_instalment (facts, 1000000, "premier-jour", 0);
  plt_test_cash_source (facts, "E", 1000, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, PLT_UNKNOWN, "premier-jour", 0)->amount_cents = 1500;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (plan->receipts.planned, ==, 71000);
  g_assert_cmpint (plan->receipts.dated, ==, 7500);
  g_assert_cmpint (plan->receipts.undated, ==, 24000);
  g_assert_cmpint (plan->receipts.not_cash, ==, 40000);
  g_assert_cmpint (plan->receipts.excess, ==, 500);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.instalments"), ==, 2);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.no-date"), ==, 1);
  g_assert_null (plt_test_cash_row (plan, PLT_CASH_ROW_SOURCE, "D"));
}

/* 10 % VAT; 5 % retained until the acceptance; an invoice, a date and a task pass before the event.
 */
static void
test_dates (void)
{
  g_autoptr (PltFacts) facts = dated ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltTaskFacts *task = PLT_FACTS_ADD (facts->tasks, PltTaskFacts, 1);
  PltInstalmentFacts *part;

  task->phase = "postproduction";
  task->name = "Mixage";
  task->team = "";
  task->start_date = DATE (7, 1);
  task->end_date = DATE (7, 9);
  plt_test_cash_source (facts, "A", 100000, 100000)->date = DATE (1, 4);
  plt_test_cash_instalment (facts, 200000, "signature", 30)->retention_e6 = 50000;
  part = plt_test_cash_instalment (facts, 200000, "premier-jour", 30);
  part->invoice_date = DATE (6, 1);
  part->date = DATE (8, 1);
  plt_test_cash_instalment (facts, 200000, "premier-jour", 2)->date = DATE (8, 1);
  plt_test_cash_instalment (facts, 200000, "premier-jour", 1)->task = 1;
  plt_test_cash_instalment (facts, 200000, "acceptation", 0)->paid_date = DATE (10, 15);
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (received_on (plan, DATE (2, 3)), ==, 20900);
  g_assert_cmpint (received_on (plan, DATE (9, 30)), ==, 1100);
  g_assert_cmpint (received_on (plan, DATE (7, 1)), ==, 22000);
  g_assert_cmpint (received_on (plan, DATE (8, 3)), ==, 22000);
  g_assert_cmpint (received_on (plan, DATE (7, 10)), ==, 22000);
  g_assert_cmpint (received_on (plan, DATE (10, 15)), ==, 22000);
  g_assert_cmpint (plan->receipts.dated, ==, 100000);
  g_assert_cmpint (plt_cash_plan_event (plan, "task", 1)->n, ==, 1);
  g_assert_cmpint (plt_cash_plan_event (plan, "signature", 1)->n, ==, 1);
  g_assert_cmpint (plt_cash_plan_event (plan, "acceptation", 0)->n, ==, 1); /* what is retained */
}

/* 55 000 TTC came of 110 000: half stays; with a paid date nothing does. */
static void
test_real (void)
{
  g_autoptr (PltFacts) facts = dated ();
  g_autoptr (PltCashPlan) plan = NULL;
  PltInstalmentFacts *part;

  plt_test_cash_source (facts, "A", 100000, 100000);
  part = plt_test_cash_instalment (facts, 1000000, "premier-jour", 0);
  plt_test_cash_entry (facts, DATE (5, 3), 55000)->instalment = part->id;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (received_on (plan, DATE (5, 3)), ==, 55000);
  g_assert_cmpint (received_on (plan, DATE (5, 10)), ==, 55000);
  g_assert_cmpint (plan->receipts.dated, ==, 100000);
  g_clear_pointer (&plan, plt_cash_plan_free);
  part->paid_date = DATE (5, 3);
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (received_on (plan, DATE (5, 10)), ==, 0);
  g_assert_cmpint (plan->receipts.dated, ==, 50000);
  g_assert_cmpint (plan->receipts.excess, ==, -50000);
}

/* The balance of the bank on 1 May holds what was before. */
static void
test_opening (void)
{
  g_autoptr (PltFacts) facts = dated ();
  g_autoptr (PltCashPlan) plan = NULL;

  facts->production.opening_date = DATE (5, 1);
  facts->production.opening_cents = 12345;
  facts->production.overdraft_cents = 5000;
  plt_test_cash_source (facts, "A", 10000, PLT_UNKNOWN)->date = DATE (1, 1);
  plt_test_cash_instalment (facts, 400000, "signature", 0);
  plt_test_cash_instalment (facts, 600000, "premier-jour", 0);
  plt_test_cash_line (facts, 6, "facture", 30000, DATE (5, 20));
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (plan->first, ==, DATE (5, 1));
  g_assert_cmpint (plan->last, ==, DATE (5, 20));
  g_assert_cmpint (plan->days[0], ==, 12345);
  g_assert_cmpint (plan->receipts.before, ==, 4000);
  g_assert_cmpint (plan->receipts.excess, ==, 0);
  g_assert_cmpint (plan->final, ==, 12345 + 6000 - 30000);
  g_assert_cmpuint (plan->criticals->len, ==, 1);
  g_assert_cmpint (g_array_index (plan->criticals, PltCashCritical, 0).missing, ==, 6655);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.before-opening"), ==, 1);
}

/* Every kind of change, alone. */
static void
test_scenarios (void)
{
  g_autoptr (PltFacts) facts = dated ();
  struct
  {
    const char *kind;
    gint64 source, instalment, line, offset;
    const char *event;
    PltMoney amount;
    PltDate date;
    PltDate day; /* when that comes, net */
    PltMoney moved;
  } cases[] = {
    { "source-absente", 1, 0, 0, PLT_UNKNOWN, "", PLT_UNKNOWN, PLT_DATE_NONE, DATE (5, 10), 0 },
    { "source-montant", 1, 0, 0, PLT_UNKNOWN, "", 8000, PLT_DATE_NONE, DATE (5, 10), 4000 },
    { "source-ajoutee", 0, 0, 0, PLT_UNKNOWN, "", 700, DATE (5, 3), DATE (5, 3), 700 },
    { "versement-decale", 0, 1, 0, 7, "", PLT_UNKNOWN, PLT_DATE_NONE, DATE (5, 17), 5000 },
    { "versement-decale", 1, 0, 0, PLT_UNKNOWN, "", PLT_UNKNOWN, DATE (6, 2), DATE (6, 2), 10000 },
    { "evenement-decale", 0, 0, 0, 14, "premier-jour", PLT_UNKNOWN, PLT_DATE_NONE, DATE (6, 4),
      5000 }, /* the end follows */
    { "evenement-decale", 0, 0, 0, PLT_UNKNOWN, "fin-tournage", PLT_UNKNOWN, DATE (5, 28),
      DATE (5, 28), 5000 },
    { "fournisseurs-decales", 0, 0, 0, 20, "", PLT_UNKNOWN, PLT_DATE_NONE, DATE (8, 21), -3000 },
    { "paiement-deplace", 0, 0, 1, 3, "", PLT_UNKNOWN, PLT_DATE_NONE, DATE (8, 4), -3000 },
    { "paiement-deplace", 0, 0, 1, PLT_UNKNOWN, "", PLT_UNKNOWN, DATE (12, 1), DATE (12, 1),
      -3000 },
    { "apport", 0, 0, 0, PLT_UNKNOWN, "", 900, DATE (4, 4), DATE (4, 4), 900 },
  };

  plt_test_cash_source (facts, "A", 10000, PLT_UNKNOWN);
  plt_test_cash_instalment (facts, 500000, "premier-jour", 0);
  plt_test_cash_instalment (facts, PLT_UNKNOWN, "fin-tournage", 0)->amount_cents = 5000;
  plt_test_cash_line (facts, 6, "facture", 3000, DATE (8, 1));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltScenarioChangeFacts change = plt_cash_change (cases[i].kind);
      g_autoptr (PltCashPlan) plan = NULL;

      change.funding_source = cases[i].source;
      change.instalment = cases[i].instalment;
      change.budget_line = cases[i].line;
      change.offset_days = cases[i].offset;
      change.event = cases[i].event;
      change.amount_cents = cases[i].amount;
      change.date = cases[i].date;
      plan = plt_test_cash_plan (facts, &change, 1);
      g_test_message ("%u %s", i, cases[i].kind);
      g_assert_cmpint (received_on (plan, cases[i].day), ==, cases[i].moved);
      g_assert_cmpint (plan->receipts.excess, ==, 0);
      g_assert_cmpint (plan->payments.dated, ==, 3000);
    }
}

/* Part of a payment is moved, the rest of it stays; more than there is moves all, and a wage takes
 * its share of the contributions with it. */
static void
test_part_moved (void)
{
  g_autoptr (PltFacts) facts = dated ();
  const struct
  {
    gint64 offset;
    PltMoney amount, stays, moves;
    PltDate date, day;
  } cases[] = {
    { 3, 1000, -2000, -1000, PLT_DATE_NONE, DATE (8, 4) },
    { PLT_UNKNOWN, 1000, -2000, -1000, DATE (12, 1), DATE (12, 1) },
    { 3, -1000, -2000, -1000, PLT_DATE_NONE, DATE (8, 4) },
    { 3, 5000, 0, -3000, PLT_DATE_NONE, DATE (8, 4) },
    { 3, G_MAXINT64, 0, -3000, PLT_DATE_NONE, DATE (8, 4) },
    { 3, 0, 0, -3000, PLT_DATE_NONE, DATE (8, 4) },
  };

  plt_test_cash_line (facts, 6, "facture", 3000, DATE (8, 1));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltScenarioChangeFacts changes[2]
          = { plt_cash_change ("paiement-deplace"), plt_cash_change ("paiement-deplace") };
      g_autoptr (PltCashPlan) plan = NULL;

      changes[0].budget_line = 1;
      changes[0].offset_days = cases[i].offset;
      changes[0].amount_cents = cases[i].amount;
      changes[0].date = cases[i].date;
      plan = plt_test_cash_plan (facts, changes, 1);
      g_test_message ("%u", i);
      g_assert_cmpint (received_on (plan, DATE (8, 1)), ==, cases[i].stays);
      g_assert_cmpint (received_on (plan, cases[i].day), ==, cases[i].moves);
      g_assert_cmpint (plan->payments.dated, ==, 3000);
      g_clear_pointer (&plan, plt_cash_plan_free);
      changes[1] = changes[0]; /* twice: what is left of it */
      plan = plt_test_cash_plan (facts, changes, 2);
      g_assert_cmpint (plan->payments.dated, ==, 3000);
    }
}

/* The end of the editing is that of the picture, where the schedule tells it from the sound. */
static void
test_editing (void)
{
  static const char *const names[][2] = { { "Montage image", "Montage son" },
                                          { "Montage son", "Montage image" },
                                          { "Montage", "Mixage" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PltFacts) facts = dated ();
      g_autoptr (PltCashPlan) plan = NULL;

      for (guint k = 0; k < 2; k++)
        {
          PltTaskFacts *task = PLT_FACTS_ADD (facts->tasks, PltTaskFacts, k + 1);

          task->phase = "postproduction";
          task->name = names[i][k];
          task->team = "";
          task->end_date
              = strcmp (names[i][k], "Montage image") == 0 || i == 2 ? DATE (7, 9) : DATE (9, 10);
        }
      plt_test_cash_source (facts, "A", 10000, PLT_UNKNOWN);
      plt_test_cash_instalment (facts, 1000000, "fin-montage", 30);
      plan = plt_test_cash_plan (facts, NULL, 0);
      g_assert_cmpint (received_on (plan, DATE (8, 8)), ==, 10000);
    }
}

/* What is short at the end speaks of VAT only when some is left to be refunded. */
static void
test_short (void)
{
  static const char *const regimes[] = { "franchise", "mensuel" };

  for (guint i = 0; i < G_N_ELEMENTS (regimes); i++)
    {
      g_autoptr (PltFacts) facts = dated ();
      g_autoptr (PltCashPlan) plan = NULL;
      const char *said = NULL;

      facts->production.vat_regime = regimes[i];
      plt_test_cash_line (facts, 6, "facture", 30000, DATE (5, 20))->vat_e6 = 200000;
      plan = plt_test_cash_plan (facts, NULL, 0);
      for (guint k = 0; k < plan->issues->len; k++)
        if (strcmp (((const PltIssue *) plan->issues->pdata[k])->rule, "cash.final") == 0)
          said = ((const PltIssue *) plan->issues->pdata[k])->message;
      g_assert_cmpint (plan->final, ==, -36000);
      g_assert_cmpint (plan->vat_credit, ==, i == 0 ? 0 : 6000);
      g_assert_nonnull (said);
      g_assert_cmpint (strstr (said, "no VAT") != NULL, ==, i == 0);
    }
}

/* Nothing at all; dates of another age; amounts that cannot be added. */
static void
test_hostile (void)
{
  g_autoptr (PltFacts) facts = plt_test_cash_new ();
  g_autoptr (PltCashPlan) plan = plt_test_cash_plan (facts, NULL, 0);
  PltInstalmentFacts *part;
  guint n;
  g_autoptr (GArray) none = plt_cash_plan_periods (plan, PLT_CASH_BY_WEEK);
  g_autofree PltMoney *table = plt_cash_plan_table (plan, PLT_CASH_BY_DAY, &n);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (plan->first, ==, PLT_DATE_NONE);
  g_assert_cmpint (plan->final, ==, 0);
  g_clear_pointer (&plan, plt_cash_plan_free);

  facts->production.budget = 0;
  facts->production.schedule = 0;
  plt_test_cash_source (facts, "A", 10000, PLT_UNKNOWN)->date = DATE (1, 1);
  plt_test_cash_instalment (facts, 500000, "signature", 0);
  part = plt_test_cash_instalment (facts, 500000, "signature", 0);
  part->date = plt_date_from_ymd (9999, 12, 31);
  facts->production.delivery_date = DATE (6, 1);
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpuint (plan->n_days, ==, 1);
  g_assert_cmpint (plan->receipts.undated, ==, 5000);
  g_assert_cmpint (plan->receipts.excess, ==, 0);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.far-date"), ==, 1);
  g_clear_pointer (&plan, plt_cash_plan_free);

  facts->production.budget = 1;
  plt_test_cash_contributions (facts, 430000);
  plt_test_cash_line (facts, 2, "salarie", 100000, part->date)->profile = 1;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_cmpint (plan->payments.undated, ==, 143000);
  g_assert_cmpint (plan->payments.excess, ==, 0);
  g_clear_pointer (&plan, plt_cash_plan_free);

  part->date = DATE (1, 2);
  facts->funding.items[0].amount_cents = G_MAXINT64;
  facts->funding.items[0].vat_e6 = 100000;
  plt_test_cash_entry (facts, DATE (2, 1), G_MININT64 + 1);
  plt_test_cash_entry (facts, DATE (2, 1), G_MAXINT64);
  plt_test_cash_credit (facts, G_MAXINT64, 0)->interest_e6 = G_MAXINT64;
  plan = plt_test_cash_plan (facts, NULL, 0);
  g_assert_true (plan->incomplete);
  g_assert_cmpuint (plt_test_cash_issues (plan, "cash.too-large"), ==, 1);
  g_assert_cmpint (plan->total_in, >=, 0);
  g_assert_cmpint (plan->total_out, >=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash-receipts/amounts", test_amounts);
  g_test_add_func ("/cash-receipts/left-out", test_left_out);
  g_test_add_func ("/cash-receipts/dates", test_dates);
  g_test_add_func ("/cash-receipts/real", test_real);
  g_test_add_func ("/cash-receipts/opening", test_opening);
  g_test_add_func ("/cash-receipts/scenarios", test_scenarios);
  g_test_add_func ("/cash-receipts/part-moved", test_part_moved);
  g_test_add_func ("/cash-receipts/editing", test_editing);
  g_test_add_func ("/cash-receipts/short", test_short);
  g_test_add_func ("/cash-receipts/hostile", test_hostile);
  return g_test_run ();
}

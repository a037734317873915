/* A thousand productions by chance: nothing is lost, nothing is counted twice, by whatever period
 * it is added up. */
#include <string.h>

#include "plt-funding-amount.h"
#include "plt-instalments.h"
#include "plt-test-cash.h"

#define N_PRODUCTIONS 1000

static const char *
pick (GRand *rand, const char *const *words, gint32 n)
{
  return words[g_rand_int_range (rand, 0, n)];
}
#define PICK(rand, words) pick (rand, words, G_N_ELEMENTS (words))

static PltDate
any_date (GRand *rand)
{
  return g_rand_int_range (rand, 0, 4) == 0
             ? PLT_DATE_NONE
             : plt_date_from_ymd (2027, 1, 1) + g_rand_int_range (rand, -200, 600);
}

static const char *const events[]
    = { "date",         "signature",   "debut-preparation", "premier-jour",
        "fin-tournage", "fin-montage", "livraison",         "acceptation" };

static void
add_sources (PltFacts *facts, GRand *rand)
{
  static const char *const natures[] = { "numeraire", "numeraire", "nature", "participation" };
  static const char *const statuses[] = { "espere", "confirme", "acquis", "refuse" };
  const gint64 rates[] = { PLT_UNKNOWN, 55000, 100000, 200000 };

  for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    {
      PltFundingFacts *source
          = plt_test_cash_source (facts, "Source", g_rand_int_range (rand, 0, 90000000),
                                  rates[g_rand_int_range (rand, 0, 4)]);
      int n = g_rand_int_range (rand, 0, 5);

      source->nature = PICK (rand, natures);
      source->status = PICK (rand, statuses);
      source->date = any_date (rand);
      for (int j = 0; j < n; j++)
        {
          PltInstalmentFacts *part
              = plt_test_cash_instalment (facts, 1000000 / (n + g_rand_int_range (rand, 0, 2)),
                                          PICK (rand, events), g_rand_int_range (rand, -60, 90));

          if (g_rand_int_range (rand, 0, 6) == 0)
            part->share_e6 = PLT_UNKNOWN;
          if (g_rand_int_range (rand, 0, 4) == 0)
            part->date = any_date (rand);
          if (g_rand_int_range (rand, 0, 5) == 0)
            part->retention_e6 = 50000;
          if (g_rand_int_range (rand, 0, 8) == 0)
            part->paid_date = any_date (rand);
        }
    }
}

static void
add_lines (PltFacts *facts, GRand *rand)
{
  static const char *const payees[] = { "", "salarie", "auteur", "facture", "permanent" };
  static const char *const modes[]
      = { "numeraire", "numeraire", "numeraire", "nature", "participation" };
  static const char *const phases[] = { "preparation", "tournage", "finitions", "" };
  static const char *const kinds[]
      = { "salaire", "auteur", "fournisseur", "comptant", "caution", "sans" };

  plt_test_cash_contributions (facts, 437000);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      PltPaymentFacts *payment = plt_test_cash_payment (facts, kinds[i]);

      payment->term_days = g_rand_int_range (rand, 0, 70);
      payment->end_of_month = g_rand_boolean (rand);
      payment->net_e6 = g_rand_int_range (rand, 700000, 1000001);
      if (g_rand_boolean (rand))
        {
          payment->deposit_e6 = g_rand_int_range (rand, 0, 500000);
          payment->deposit_event = PICK (rand, events);
        }
    }
  for (int i = g_rand_int_range (rand, 0, 40); i > 0; i--)
    {
      PltLineFacts *line
          = plt_test_cash_line (facts, g_rand_int_range (rand, 1, 10), PICK (rand, payees),
                                g_rand_int_range (rand, -50000, 3000000), PLT_DATE_NONE);

      line->mode = PICK (rand, modes);
      line->phase = PICK (rand, phases);
      line->payment = g_rand_int_range (rand, 0, 7);
      line->profile = g_rand_int_range (rand, 0, 2);
      if (g_rand_boolean (rand))
        line->vat_e6 = 200000;
      if (g_rand_int_range (rand, 0, 3) == 0)
        line->event = PICK (rand, events);
      if (g_rand_int_range (rand, 0, 5) == 0)
        line->payment_date = any_date (rand);
      if (g_rand_int_range (rand, 0, 5) == 0)
        line->offset_days = g_rand_int_range (rand, -100, 100);
    }
}

/* What came and went, of instalments and lines. */
static void
add_entries (PltFacts *facts, GRand *rand)
{
  for (int i = g_rand_int_range (rand, 1, 8); i > 0; i--)
    {
      PltDate date = any_date (rand);
      PltCashFacts *entry;

      if (date == PLT_DATE_NONE)
        continue;
      entry = plt_test_cash_entry (facts, date, g_rand_int_range (rand, -500000, 500000));
      if (g_rand_boolean (rand) && facts->instalments.n > 0)
        entry->instalment = g_rand_int_range (rand, 1, (gint32) facts->instalments.n + 1);
      else if (facts->lines.n > 0)
        entry->budget_line = g_rand_int_range (rand, 1, (gint32) facts->lines.n + 1);
      else
        facts->cash.n--;
    }
}

static PltFacts *
any_production (GRand *rand)
{
  static const char *const regimes[] = { "mensuel", "trimestriel", "franchise", "" };
  PltFacts *facts = plt_test_cash_new ();
  PltBudgetFacts *budget = &facts->budgets.items[0];

  facts->production.vat_regime = PICK (rand, regimes);
  facts->production.delivery_date = any_date (rand);
  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      facts->production.opening_date = any_date (rand);
      facts->production.opening_cents = g_rand_int_range (rand, -100000, 10000000);
    }
  for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
    plt_test_cash_day (facts, any_date (rand));
  budget->overheads_e6 = 70000;
  budget->contingency_e6 = g_rand_boolean (rand) ? 100000 : PLT_UNKNOWN;
  budget->producer_e6 = 50000;
  budget->producer_account = g_rand_boolean (rand) ? "2" : "";
  budget->overheads_mode = g_rand_boolean (rand) ? "numeraire" : "participation";
  add_sources (facts, rand);
  add_lines (facts, rand);
  if (g_rand_boolean (rand))
    {
      PltCreditFacts *credit = plt_test_cash_credit (
          facts, g_rand_int_range (rand, 0, 50000000),
          facts->funding.n > 0 ? g_rand_int_range (rand, 0, (gint32) facts->funding.n + 1) : 0);

      credit->interest_e6 = 55000;
      credit->undrawn_e6 = 5000;
      credit->entry_e6 = 10000;
    }
  if (g_rand_int_range (rand, 0, 3) == 0)
    add_entries (facts, rand);
  return facts;
}

/* What instalments promise beyond their source. */
static PltMoney
promised_too_much (const PltFacts *facts)
{
  g_autofree PltMoney *sources = g_new (PltMoney, MAX (1, facts->funding.n));
  g_autofree PltMoney *amounts = NULL;
  PltMoney sum = 0;

  for (guint i = 0; i < facts->funding.n; i++)
    sources[i] = facts->funding.items[i].amount_cents;
  amounts = plt_instalment_amounts (facts, sources, NULL);
  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];
      PltMoney given = 0;

      for (guint j = 0; j < facts->instalments.n; j++)
        if (facts->instalments.items[j].funding_source == source->id)
          given += amounts[j];
      if (strcmp (source->status, "refuse") != 0 && strcmp (source->nature, "numeraire") == 0)
        sum += MAX (0, given - source->amount_cents);
    }
  return sum;
}

static gboolean
is_forecast_of_plan (const PltCashPlan *plan, const PltCashMove *move)
{
  switch (((const PltCashPlanRow *) plan->rows->pdata[move->row])->kind)
    {
    case PLT_CASH_ROW_VAT_REFUND:
    case PLT_CASH_ROW_DRAWING:
    case PLT_CASH_ROW_VAT:
    case PLT_CASH_ROW_INTEREST:
    case PLT_CASH_ROW_REPAYMENT:
      return FALSE;
    case PLT_CASH_ROW_SOURCE:
    case PLT_CASH_ROW_OTHER_IN:
    case PLT_CASH_ROW_POST:
    case PLT_CASH_ROW_CONTRIBUTIONS:
    case PLT_CASH_ROW_PERCENTS:
    case PLT_CASH_ROW_OVERHEADS:
    case PLT_CASH_ROW_CONTINGENCY:
    case PLT_CASH_ROW_OTHER_OUT:
    default:
      return TRUE;
    }
}

/* Moves by date; what they bring is what the totals, the days and every period say. */
static void
check_sums (const PltCashPlan *plan, gboolean franchise, gboolean whole)
{
  PltMoney balance = plan->opening, net = 0, vat = 0;
  guint at = 0;

  for (guint day = 0; day < plan->n_days; day++)
    {
      for (; at < plan->moves->len
             && g_array_index (plan->moves, PltCashMove, at).date == plan->first + (PltDate) day;
           at++)
        {
          const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, at);

          balance += move->amount;
          if (is_forecast_of_plan (plan, move))
            net += move->amount - move->vat;
          else if (((PltCashPlanRow *) plan->rows->pdata[move->row])->kind == PLT_CASH_ROW_VAT)
            vat -= move->amount;
          vat -= move->vat;
        }
      g_assert_cmpint (plan->days[day], ==, balance);
    }
  g_assert_cmpuint (at, ==, plan->moves->len);
  g_assert_cmpint (plan->final, ==, balance);
  g_assert_cmpint (plan->opening + plan->total_in - plan->total_out, ==, balance);
  if (franchise || !whole)
    return;
  g_assert_cmpint (net, ==, plan->receipts.dated - plan->payments.dated);
  g_assert_cmpint (vat, ==, plan->vat_credit);
}

static void
check_periods (const PltCashPlan *plan)
{
  for (int step = PLT_CASH_BY_DAY; step <= PLT_CASH_BY_MONTH; step++)
    {
      g_autoptr (GArray) periods = plt_cash_plan_periods (plan, (PltCashStep) step);
      guint n;
      g_autofree PltMoney *table = plt_cash_plan_table (plan, (PltCashStep) step, &n);
      PltMoney in = 0, out = 0, lowest = 0;

      g_assert_cmpuint (n, ==, periods->len);
      for (guint i = 0; i < n; i++)
        {
          const PltCashPeriod *period = &g_array_index (periods, PltCashPeriod, i);
          PltMoney sum = 0;

          for (guint row = 0; row < plan->rows->len; row++)
            sum += table[row * n + i];
          g_assert_cmpint (sum, ==, period->net);
          g_assert_cmpint (plan->opening + in - out + period->net, ==, period->balance);
          if (i > 0)
            g_assert_cmpint (period->start, ==, period[-1].end + 1);
          in += period->in;
          out += period->out;
          lowest = i == 0 ? period->lowest : MIN (lowest, period->lowest);
        }
      g_assert_cmpint (in, ==, plan->total_in);
      g_assert_cmpint (out, ==, plan->total_out);
      if (n > 0)
        g_assert_cmpint (lowest, ==, plan->lowest);
    }
}

static void
check_same (const PltCashPlan *one, const PltCashPlan *other)
{
  g_assert_cmpuint (one->moves->len, ==, other->moves->len);
  g_assert_cmpuint (one->undated->len, ==, other->undated->len);
  g_assert_cmpint (one->lowest, ==, other->lowest);
  for (guint i = 0; i < one->moves->len; i++)
    {
      const PltCashMove *a = &g_array_index (one->moves, PltCashMove, i);
      const PltCashMove *b = &g_array_index (other->moves, PltCashMove, i);

      g_assert_true (a->date == b->date && a->row == b->row && a->amount == b->amount
                     && a->vat == b->vat && a->ref.id == b->ref.id && a->state == b->state);
    }
}

/* Scenarios that move nothing. */
static void
check_zero (PltFacts *facts, const PltCashPlan *plan)
{
  PltScenarioChangeFacts changes[3]
      = { plt_cash_change ("evenement-decale"), plt_cash_change ("fournisseurs-decales"),
          plt_cash_change ("versement-decale") };
  g_autoptr (PltCashPlan) still = NULL;

  changes[0].event = "premier-jour";
  changes[2].funding_source = 1;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    changes[i].offset_days = 0;
  still = plt_test_cash_plan (facts, changes, G_N_ELEMENTS (changes));
  check_same (plan, still);
}

static void
test_productions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  guint n_moves = 0;

  for (guint i = 0; i < N_PRODUCTIONS; i++)
    {
      g_autoptr (PltFacts) facts = any_production (rand);
      g_autoptr (PltPlan) schedule = plt_plan_new (facts, 0);
      g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, schedule);
      g_autoptr (PltCashPlan) plan = plt_cash_plan_new (facts, schedule, budget, NULL, 0);
      g_autoptr (PltCashPlan) again = plt_cash_plan_new (facts, schedule, budget, NULL, 0);

      g_test_message ("production %u", i);
      g_assert_cmpint (plan->receipts.planned, ==, plt_funding_sum (facts, budget, NULL));
      if (facts->cash.n == 0)
        g_assert_cmpint (plan->receipts.excess, ==, promised_too_much (facts));
      g_assert_cmpint (plan->payments.planned, ==, budget->total);
      if (facts->cash.n == 0)
        g_assert_cmpint (plan->payments.excess, ==, 0);
      /* a caution given before the opening may come back after it */
      check_sums (plan, strcmp (facts->production.vat_regime, "franchise") == 0,
                  facts->production.opening_date == PLT_DATE_NONE);
      check_periods (plan);
      check_same (plan, again);
      if (i % 10 == 0)
        check_zero (facts, plan);
      n_moves += plan->moves->len;
    }
  g_assert_cmpuint (n_moves, >, 50 * N_PRODUCTIONS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash-random/productions", test_productions);
  return g_test_run ();
}

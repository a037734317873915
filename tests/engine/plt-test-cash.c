#include "plt-test-cash.h"

#include <string.h>

#include "plt-referential.h"

static void
add_account (PltFacts *facts, gint64 id)
{
  static const char *const codes[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };
  PltAccountFacts *account = PLT_FACTS_ADD (facts->accounts, PltAccountFacts, id);

  account->budget = 1;
  account->code = codes[id - 1];
  account->name = "Poste";
  account->mark = "cnc";
}

PltFacts *
plt_test_cash_new (void)
{
  PltFacts *facts = plt_facts_new ();
  PltBudgetFacts *budget = PLT_FACTS_ADD (facts->budgets, PltBudgetFacts, 1);
  PltScheduleFacts *schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, 1);

  facts->production.id = facts->production.budget = facts->production.schedule = 1;
  facts->production.vat_regime = "mensuel";
  facts->production.opening_date = facts->production.start_date = PLT_DATE_NONE;
  facts->production.delivery_date = PLT_DATE_NONE;
  facts->production.opening_cents = facts->production.overdraft_cents = PLT_UNKNOWN;
  schedule->name = schedule->status = schedule->author = schedule->reason = schedule->note = "";
  schedule->published_date = PLT_DATE_NONE;
  schedule->day_minutes = 480;
  budget->name = budget->template_name = budget->status = budget->note = "";
  budget->date = PLT_DATE_NONE;
  budget->overheads_e6 = budget->contingency_e6 = budget->producer_e6 = budget->financial_e6
      = budget->ceiling_cents = PLT_UNKNOWN;
  budget->overheads_base = budget->contingency_base = "postes-1-9";
  budget->producer_base = budget->financial_base = "postes-1-9";
  budget->overheads_mode = budget->contingency_mode = "numeraire";
  budget->producer_mode = budget->financial_mode = "numeraire";
  budget->producer_account = budget->financial_account = "";
  for (gint64 id = 1; id <= 9; id++)
    add_account (facts, id);
  g_assert_true (plt_referential_lend (facts, PLT_CASH_DEFAULTS));
  return facts;
}

void
plt_test_cash_day (PltFacts *facts, PltDate date)
{
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, facts->days.n + 1);

  day->schedule = 1;
  day->position = facts->days.n;
  day->date = date;
  day->kind = "tournage";
  day->note = "";
  day->unit = 1;
  day->start_minutes = day->end_minutes = day->meal_minutes = PLT_UNKNOWN;
}

PltFundingFacts *
plt_test_cash_source (PltFacts *facts, const char *name, PltMoney amount, gint64 vat_e6)
{
  PltFundingFacts *source = PLT_FACTS_ADD (facts->funding, PltFundingFacts, facts->funding.n + 1);

  source->group = "divers";
  source->name = name;
  source->nature = "numeraire";
  source->amount_cents = amount;
  source->status = "confirme";
  source->vat_e6 = vat_e6;
  source->date = PLT_DATE_NONE;
  source->note = source->line = source->kind = source->funder = source->scheme = "";
  return source;
}

PltInstalmentFacts *
plt_test_cash_instalment (PltFacts *facts, gint64 share_e6, const char *event, gint64 offset)
{
  PltInstalmentFacts *instalment
      = PLT_FACTS_ADD (facts->instalments, PltInstalmentFacts, facts->instalments.n + 1);

  instalment->funding_source = facts->funding.n;
  instalment->label = "";
  instalment->share_e6 = share_e6;
  instalment->amount_cents = PLT_UNKNOWN;
  instalment->event = event;
  instalment->offset_days = offset;
  instalment->date = instalment->paid_date = instalment->invoice_date = PLT_DATE_NONE;
  instalment->retention_e6 = PLT_UNKNOWN;
  return instalment;
}

PltLineFacts *
plt_test_cash_line (PltFacts *facts, gint64 post, const char *payee, PltMoney rate, PltDate date)
{
  PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, facts->lines.n + 1);

  line->budget = 1;
  line->account = post;
  line->code = line->event = line->note = line->tax_credit = "";
  line->label = "Ligne";
  line->quantity = line->duration = "1";
  line->unit = "forfait";
  line->times = line->rate_formula = line->function = line->scale = "";
  line->link_quantity = line->link_duration = line->link_rate = "";
  line->phase = "tournage";
  line->mode = "numeraire";
  line->payee = payee;
  line->rate_cents = rate;
  line->vat_e6 = line->offset_days = PLT_UNKNOWN;
  line->payment_date = date;
  return line;
}

PltProfileFacts *
plt_test_cash_contributions (PltFacts *facts, gint64 employer_e6)
{
  PltProfileFacts *profile
      = PLT_FACTS_ADD (facts->profiles, PltProfileFacts, facts->profiles.n + 1);

  profile->code = profile->name = profile->deduction = "";
  profile->method = "global";
  profile->employer_e6 = employer_e6;
  profile->account = "4";
  profile->accident_e6 = profile->mobility_e6 = PLT_UNKNOWN;
  return profile;
}

PltPaymentFacts *
plt_test_cash_payment (PltFacts *facts, const char *kind)
{
  PltPaymentFacts *payment
      = PLT_FACTS_ADD (facts->payments, PltPaymentFacts, facts->payments.n + 1);

  payment->code = payment->name = kind;
  payment->kind = kind;
  payment->net_e6 = payment->term_days = payment->contribution_months = PLT_UNKNOWN;
  payment->contribution_day = payment->deposit_e6 = payment->deposit_days = PLT_UNKNOWN;
  payment->deposit_event = "";
  return payment;
}

PltCashFacts *
plt_test_cash_entry (PltFacts *facts, PltDate date, PltMoney amount)
{
  PltCashFacts *entry = PLT_FACTS_ADD (facts->cash, PltCashFacts, facts->cash.n + 1);

  entry->date = date;
  entry->label = "Mouvement";
  entry->amount_cents = amount;
  entry->kind = "reel";
  entry->vat_cents = PLT_UNKNOWN;
  entry->reference = "";
  return entry;
}

PltCreditFacts *
plt_test_cash_credit (PltFacts *facts, PltMoney limit, gint64 source)
{
  PltCreditFacts *credit = PLT_FACTS_ADD (facts->credits, PltCreditFacts, facts->credits.n + 1);

  credit->name = "Crédit";
  credit->bank = "";
  credit->funding_source = source;
  credit->limit_cents = limit;
  credit->mobilised_e6 = PLT_RATE_ONE;
  credit->interest_e6 = credit->undrawn_e6 = credit->entry_e6 = credit->entry_cents = PLT_UNKNOWN;
  credit->guaranteed_e6 = credit->guarantee_e6 = PLT_UNKNOWN;
  credit->year_days = "360";
  credit->from_date = credit->to_date = PLT_DATE_NONE;
  credit->is_used = TRUE;
  return credit;
}

PltCashPlan *
plt_test_cash_plan (PltFacts *facts, const PltScenarioChangeFacts *changes, guint n_changes)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);

  return plt_cash_plan_new (facts, plan, budget, changes, n_changes);
}

const PltCashPlanRow *
plt_test_cash_row (const PltCashPlan *plan, PltCashRowKind kind, const char *label)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const PltCashPlanRow *row = plan->rows->pdata[i];

      if (row->kind == kind && (label == NULL || strcmp (row->label, label) == 0))
        return row;
    }
  return NULL;
}

guint
plt_test_cash_issues (const PltCashPlan *plan, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < plan->issues->len; i++)
    n += strcmp (((const PltIssue *) plan->issues->pdata[i])->rule, rule) == 0;
  return n;
}

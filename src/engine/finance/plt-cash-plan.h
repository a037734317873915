/* Plan de trésorerie: what comes in and goes out, day by day, all taxes included, on the day it is
 * paid. Pure.
 *
 * Receipts: the instalments of the sources in cash that are not refused (plt-instalments.h), at
 * their paid_date, else invoice_date, date, task or event, plus offset_days; what is retained of
 * one comes at the acceptance. What a source has beyond its instalments has no date.
 *
 * Payments: the lines of the devis borne in cash, with their contributions, and its percentages. A
 * line is paid in the way of its payment_profile, else as "paiements" says for its payee: wages net
 * at the end of the month (or of the week), the rest of the gross and the employer's contributions
 * some months later; authors and suppliers at their terms; at once, by weeks; a caution comes back;
 * "sans" is never cash. The day is that of payment_date, else of its task or event plus
 * offset_days, to which the terms of its own profile are added; else it is spread over its phase:
 * by the shooting days of the plan, by working days before and after. Parts are cut on the running
 * sum, half up: they add up to the line.
 *
 * VAT: collected on receipts, deducted on payments, both on the day of payment (services: CGI, art.
 * 269-2 c and 271-I); the net of a month (or of a quarter) leaves the month after, a credit is
 * carried forward, and refunded only when the parameter "tva-remboursement" says after how many
 * months. "franchise": none is collected nor deducted. The credit at the end is `vat_credit`. A
 * movement with the reference "TVA" stands for what was to be paid or refunded that month.
 *
 * Movements (cash_entry) replace the forecast of the instalment or line they name, up to their
 * amount without VAT; the rest stays. An instalment with a paid_date has no rest. What is dated
 * before the opening balance is in it. A movement of kind "prevu" that names one replaces it too.
 *
 * Credits are drawn when the balance would be negative, cheapest first, up to their limit and to
 * the mobilised part of what their source still has to pay by dated instalments, TTC; repaid as it
 * pays, from what is above zero when they have none, and at their to_date. Interest, fee on the
 * undrawn part and commission of the guarantee are counted by day on the balance of its end and
 * paid at the end of the month, rounded half up then; the entry fee at the beginning.
 *
 * Dates more than 20 years from the shoot, and amounts beyond 64 bits, are issues and count
 * nothing. Amounts: centimes; positive received, negative paid. Strings of rows and events are
 * owned; refs are of the facts. */
#pragma once

#include "plt-budget.h"
#include "plt-issue.h"

G_BEGIN_DECLS

#define PLT_CASH_DEFAULTS "paiements" /* the referential */

typedef enum
{
  PLT_CASH_BY_DAY,
  PLT_CASH_BY_WEEK, /* they begin on Monday */
  PLT_CASH_BY_MONTH,
} PltCashStep;

typedef enum
{
  PLT_CASH_PLANNED,
  PLT_CASH_SIGNED, /* of a source confirmed by letter or acquired; a credit in use */
  PLT_CASH_REAL,
} PltCashState;

typedef enum
{
  /* in */
  PLT_CASH_ROW_SOURCE, /* ref: the funding_source; of a scenario: table NULL */
  PLT_CASH_ROW_VAT_REFUND,
  PLT_CASH_ROW_DRAWING, /* ref: credit_line */
  PLT_CASH_ROW_OTHER_IN,
  /* out */
  PLT_CASH_ROW_POST, /* ref: account without parent */
  PLT_CASH_ROW_CONTRIBUTIONS,
  PLT_CASH_ROW_PERCENTS, /* producer, financial costs */
  PLT_CASH_ROW_OVERHEADS,
  PLT_CASH_ROW_CONTINGENCY,
  PLT_CASH_ROW_OTHER_OUT,
  PLT_CASH_ROW_VAT,
  PLT_CASH_ROW_INTEREST,  /* ref: credit_line; fees and commissions too */
  PLT_CASH_ROW_REPAYMENT, /* ref: credit_line */
} PltCashRowKind;

/* @total: of its moves, in their sign; of an undated row: without VAT, positive */
typedef struct
{
  PltCashRowKind kind;
  char *label; /* in the language of the user */
  PltRef ref;
  gboolean incoming;
  PltMoney total;
} PltCashPlanRow;

/* @vat: what of the amount is VAT, same sign. @ref: instalment, budget_line, cash_entry,
 * credit_line, budget, or table NULL. @event: index in events, -1. */
typedef struct
{
  PltDate date;
  guint row;
  PltMoney amount, vat;
  PltRef ref;
  PltCashState state;
  int event;
} PltCashMove;

/* @event: of plt_cash_events, or "task". @ref: the funding_source of a signature, the task; else
 * the production. @base: without the scenario. @n: moves that hang on it. */
typedef struct
{
  const char *event;
  PltRef ref;
  char *label;
  PltDate date, base; /* PLT_DATE_NONE when it has none */
  guint n;
} PltCashEvent;

/* @balance, @credit (drawn): at its end. @lowest: of the ends of its days. */
typedef struct
{
  PltDate start, end;
  PltMoney in, out, net, balance, lowest, credit; /* out: positive */
} PltCashPeriod;

/* Days below the authorised overdraft, all credits drawn; those less than a week apart are one. */
typedef struct
{
  PltDate from, to, lowest_date;
  PltMoney lowest;
  PltMoney missing; /* beyond the overdraft, positive */
} PltCashCritical;

/* @credit: (nullable) of the facts; NULL: one that a scenario makes up. @cost: interest, fees and
 * guarantee. @outstanding: drawn at the end. */
typedef struct
{
  const PltCreditFacts *credit;
  const PltFundingFacts *source; /* (nullable) */
  char *label;
  PltMoney limit, drawn_max, interest, fees, guarantee, cost, outstanding;
  PltDate first, last; /* drawn from, repaid on; PLT_DATE_NONE when never */
} PltCashCredit;

/**
 * PltCashTotals: where an amount of the plan de financement, or of the devis, went; without VAT.
 * @planned: total of the plan (or of the devis)
 * @before: dated before the opening balance
 * @excess: real or by instalments beyond what was planned, less what is not to be paid any more
 *
 * planned + excess = dated + before + undated + not_cash, unless something is incomplete.
 */
typedef struct
{
  PltMoney planned, dated, before, undated, not_cash, excess;
} PltCashTotals;

/**
 * PltCashPlan:
 * @rows: PltCashPlanRow, receipts then payments
 * @moves: PltCashMove, by date, then as made
 * @undated: PltCashPlanRow, one for what has no date
 * @first: of opening and moves, PLT_DATE_NONE when there is nothing; @last: of moves
 * @opening: balance before the first day
 * @total_in, @total_out: of the moves, both positive, credits included
 * @lowest: of the balances at the ends of days, credits drawn; @lowest_before_credits: without them
 *   and what they cost. The besoin maximal is −MIN (lowest_before_credits, 0).
 * @need: that
 * @days: (array length=n_days): balance at the end of each day from @first; @bare: without credits;
 *   @drawn: credits drawn
 * @vat_credit: not refunded at the end
 * @incomplete: something of the devis, the plan or the movements counts nothing
 */
typedef struct
{
  GPtrArray *rows;
  GArray *moves, *events, *criticals, *credits;
  GPtrArray *undated, *issues;
  PltDate first, last;
  PltMoney opening, overdraft, total_in, total_out, final;
  PltMoney lowest, lowest_before_credits, need;
  PltDate lowest_date, lowest_before_credits_date;
  PltMoney *days, *bare, *drawn;
  guint n_days;
  PltCashTotals receipts, payments;
  PltMoney vat_credit;
  gboolean incomplete;
} PltCashPlan;

/**
 * plt_cash_plan_new:
 * @facts: the production; must outlive the result, as must @budget
 * @plan: its plan de travail
 * @budget: its devis
 * @changes: (nullable) (array length=n_changes): what if: those of a scenario
 *   (plt_cash_scenario_changes()), or made up while an event is dragged. Of a made up one, strings
 *   may be NULL, what is not said is 0, PLT_UNKNOWN or PLT_DATE_NONE.
 *
 * premier-jour moves the whole shoot: its end too, and what is spread over it. Delivery and
 * acceptance stay unless they are moved themselves.
 *
 * Returns: (transfer full): the plan
 */
PltCashPlan *plt_cash_plan_new (const PltFacts *facts,
                                const PltPlan *plan,
                                const PltBudget *budget,
                                const PltScenarioChangeFacts *changes,
                                guint n_changes);
void plt_cash_plan_free (PltCashPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCashPlan, plt_cash_plan_free)

/* (transfer full) (element-type PltScenarioChangeFacts): those of a scenario, in their order. */
GArray *plt_cash_scenario_changes (const PltFacts *facts, gint64 scenario);
/* A change that says nothing yet, of that kind ("evenement-decale"). */
PltScenarioChangeFacts plt_cash_change (const char *kind);

/* (transfer full) (element-type PltCashPeriod): from the first day to the last, without a hole. */
GArray *plt_cash_plan_periods (const PltCashPlan *self, PltCashStep step);
/* (transfer full): what each row moves in each period, in its sign: row × n_periods + period. */
PltMoney *plt_cash_plan_table (const PltCashPlan *self, PltCashStep step, guint *n_periods);
/* The first day of the period that holds that date. */
PltDate plt_cash_period_start (PltDate date, PltCashStep step);
/* (nullable) */
const PltCashEvent *
plt_cash_plan_event (const PltCashPlan *self, const char *event, gint64 id /* of its ref, or 0 */);

/**
 * PltCashMeasure: what may be done about a critical period, and what it does.
 * @label: what it is, in whole words, translated
 * @changes: PltScenarioChangeFacts, to be kept as rows of a scenario; strings are static
 * @missing_after: in the worst critical period left, 0 when there is none
 * @cost: interest and fees more than without it; PLT_UNKNOWN when no rate is known
 */
typedef struct
{
  char *label;
  GArray *changes;
  PltMoney lowest_after, missing_after, cost;
  PltDate lowest_date_after;
} PltCashMeasure;

/* (transfer full) (element-type PltCashMeasure): most useful first; each computed with @changes and
 * its own. @critical: of the plan with @changes. */
GPtrArray *plt_cash_plan_measures (const PltFacts *facts,
                                   const PltPlan *plan,
                                   const PltBudget *budget,
                                   const PltScenarioChangeFacts *changes,
                                   guint n_changes,
                                   const PltCashCritical *critical);

G_END_DECLS

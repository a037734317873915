/* What the parts of the treasury share while a plan is made. */
#pragma once

#include "plt-cash-plan.h"
#include "plt-cash-terms.h"

G_BEGIN_DECLS

/* All sums of amounts stay below 2^62: nothing that is added up can wrap. */
#define PLT_CASH_MOST (G_GINT64_CONSTANT (1) << 62)
#define PLT_CASH_HORIZON 7305 /* days before and after the shoot: 20 years */

enum
{
  PLT_CASH_PREPARATION,
  PLT_CASH_FIRST_DAY,
  PLT_CASH_LAST_DAY,
  PLT_CASH_EDITED,
  PLT_CASH_DELIVERY,
  PLT_CASH_ACCEPTANCE,
  PLT_CASH_N_EVENTS,
};

typedef enum
{
  PLT_CASH_PHASE_PREPARATION,
  PLT_CASH_PHASE_SHOOT,
  PLT_CASH_PHASE_FINISHING,
  PLT_CASH_PHASE_WHOLE,
  PLT_CASH_N_PHASES,
} PltCashPhase;

/* Where a phase is paid: the end of each of its months (or weeks) and the working days up to it. */
typedef struct
{
  guint n;
  PltDate *dates;
  gint64 *sums;      /* running sum of the days */
  PltDate *moved[2]; /* dates after the terms of `keys`: of suppliers, of contributions */
  gint64 keys[2];
} PltCashSlots;

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltBudget *budget;
  const PltScenarioChangeFacts *changes;
  guint n_changes;
  PltCashPlan *result;
  PltCashDefaults *defaults;
  PltDate anchor, floor; /* floor: of the opening, PLT_DATE_NONE */
  PltCashMove *moves;
  guint n_moves, n_allocated;
  PltMoney gross; /* of all amounts, without their sign */
  gboolean franchise, overflow;
  guint n_before, n_far;
  PltCashSlots months[PLT_CASH_N_PHASES], weeks[PLT_CASH_N_PHASES];
  PltDate shift;       /* of the shoot, days */
  guint *source_rows;  /* of the sources, G_MAXUINT */
  PltMoney *line_real; /* (nullable): of the lines of the devis, without VAT, positive: cost */
  guint other_in, other_out; /* rows, G_MAXUINT */
} PltCashBuilder;

#define PLT_CASH_NO_ROW G_MAXUINT

/* ---- plt-cash-plan.c ---- */
guint plt_cash_row (
    PltCashBuilder *self, PltCashRowKind kind, const char *label, PltRef ref, gboolean incoming);
guint plt_cash_other_row (PltCashBuilder *self, gboolean incoming);
void plt_cash_undated (
    PltCashBuilder *self, PltCashRowKind kind, const char *label, PltRef ref, PltMoney amount);
/* A move all taxes included as it stands. FALSE when it is not counted (before the opening, too
 * far, beyond 64 bits). */
gboolean plt_cash_move (PltCashBuilder *self, const PltCashMove *move);
/* What is without VAT, in the sign of money received; counted in @totals: dated, before. */
void
plt_cash_pay (PltCashBuilder *self, PltCashTotals *totals, const PltCashMove *move, gint64 vat_e6);
PltMoney plt_cash_vat_of (const PltCashBuilder *self, PltMoney amount, gint64 vat_e6);
/* VAT that is in an amount all taxes included. */
PltMoney plt_cash_vat_in (const PltCashBuilder *self, PltMoney amount, gint64 vat_e6);
void plt_cash_sum (PltMoney *sum, PltMoney amount); /* stops at the end of 62 bits */

/* ---- plt-cash-plan-dates.c ---- */
void plt_cash_dates (PltCashBuilder *self);
int plt_cash_event_index (const char *event); /* -1 for date and signature */
/* Date of an event, with the scenario; its place in the events of the result. */
PltDate plt_cash_date_of (PltCashBuilder *self, const char *event, gint64 task, int *index);
PltDate plt_cash_signature (PltCashBuilder *self, const PltFundingFacts *source, int *index);
PltCashPhase plt_cash_phase (const char *phase);
int plt_cash_phase_event (PltCashPhase phase);
void plt_cash_slots_clear (PltCashBuilder *self);
gboolean plt_cash_is_change (const PltScenarioChangeFacts *change, const char *kind);
/* Days that a change moves @date by. */
PltDate plt_cash_delta (const PltScenarioChangeFacts *change, PltDate date);
PltDate plt_cash_month_end (PltDate date);
PltDate plt_cash_day_of_month (PltDate date, int months, int day);

/* ---- plt-cash-plan-in.c ---- */
/* A movement of VAT with the State: its reference is "TVA". */
gboolean plt_cash_is_vat_entry (const PltCashFacts *entry);
guint plt_cash_vat_row (PltCashBuilder *self, gboolean refund);

/* ---- the parts ---- */
void plt_cash_receipts (PltCashBuilder *self);
void plt_cash_entries (PltCashBuilder *self);
void plt_cash_payments (PltCashBuilder *self);
void plt_cash_vat (PltCashBuilder *self);
void plt_cash_credits (PltCashBuilder *self);
void plt_cash_find_criticals (PltCashPlan *self);

G_END_DECLS

/* What if: the changes that are tried on the plan de trésorerie before anything is written, and
 * what becomes of them. Knows no widget.
 *
 * Changes are rows of scenario_change to be (PltScenarioChangeFacts), as the engine takes them. A
 * mark of the curve is named by a key: "event:premier-jour", "event:signature:12" (its source),
 * "event:task:7", "instalment:31". */
#pragma once

#include "plt-batch.h"
#include "plt-cash-line.h"
#include "plt-cash-plan.h"

G_BEGIN_DECLS

/* ---- trying ---- */

char *plt_cash_key_of_event (const PltCashEvent *event);
char *plt_cash_key_of_instalment (gint64 instalment);
/* What the mark of that key leads to; table NULL for nowhere. */
PltRef plt_cash_ref_of_key (const PltFacts *facts, const char *key);
/* What that mark is moved by among the changes, in days. */
gint64 plt_cash_what_if_days (const GArray *changes, const char *key);
/* Moves it by that many days more; what is not moved any more is no change. */
void plt_cash_what_if_move (GArray *changes, const char *key, const char *label, int days);
/* (transfer full): changes one after the other, with their strings in `chunk`. */
GArray *plt_cash_what_if_copy (const GArray *changes, GStringChunk *chunk);

/* The first scenario of the treasury that says the same, in the same order; 0 when none does. */
gint64 plt_cash_find_scenario (const PltFacts *facts, const GArray *changes);

/* ---- telling ---- */

char *plt_cash_day_text (PltDate date); /* "15 avr. 2028" */

/* "First shooting day: 14 days later" */
char *plt_cash_change_text (const PltFacts *facts, const PltScenarioChangeFacts *change);
char *plt_cash_changes_text (const PltFacts *facts, const GArray *changes); /* "… · …" */
/* "Greatest need 204 800,00 € on 31 juil. instead of …" */
char *plt_cash_compare_text (const PltCashPlan *after, const PltCashPlan *before);
char *plt_cash_need_text (const PltCashPlan *plan); /* "Greatest need 204 800,00 € on …" */
/* What an amount moves because of, as a row of its own is called: source, line, label. */
char *plt_cash_move_title (const PltFacts *facts, const PltCashPlan *plan, const PltCashMove *move);
const char *plt_cash_state_title (PltCashState state);
const char *plt_cash_state_sign (PltCashState state);    /* "✓", "◆", "" */
PltMoney plt_cash_credit_cost (const PltCashPlan *plan); /* of all credits, saturated */

/* ---- drawing ---- */

/* (transfer full): the plan as the curve shows it. `instalments`: they are marks too. */
PltCashLine *plt_cash_line_of_plan (const PltFacts *facts,
                                    const PltCashPlan *plan,
                                    const PltCashPlan *base,
                                    gboolean instalments);

/* ---- writing ---- */

/* A scenario of that name with those changes, after the others. Returns its handle. */
gint64
plt_cash_keep_new (PltBatch *batch, const PltFacts *facts, const char *name, const GArray *changes);
/* The same changes in one that is there; a change of the same thing adds its days. */
void
plt_cash_keep_in (PltBatch *batch, const PltFacts *facts, gint64 scenario, const GArray *changes);
/* A copy of a scenario, with its changes, under another name. */
gint64
plt_cash_keep_copy (PltBatch *batch, const PltFacts *facts, gint64 scenario, const char *name);
/* TRUE when all of them can be written in the data: instalments moved by days. */
gboolean plt_cash_can_apply (const PltFacts *facts, const GArray *changes);
void plt_cash_apply (PltBatch *batch, const PltFacts *facts, const GArray *changes);
/* A name nobody has among the scenarios: "Shoot later", "Shoot later 2". */
char *plt_cash_scenario_name (const PltFacts *facts, const char *wish);

G_END_DECLS

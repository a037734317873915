/* Simulation: a ceiling reached by moving chosen variables and numbers of lines. Pure.
 *
 * What moves is named by the caller, each between a least and a most, on multiples of a step (a
 * value that is no multiple may stay as it is). The goal is the total of the devis, or of one
 * account: at most the target, and as near to it as the steps allow; or, when `up` is said, also up
 * to the target from below, be it with some that rise above what they are. Something else may be
 * kept as it is: the total while an account changes (what has more part in the account moves
 * towards its target, the others take back in the rest what that does), or an account while the
 * total changes (what would change that account stays).
 *
 * How: all of them move by the same share of what each may still move, the smallest share that
 * reaches the target; then one after the other, the coarsest first, gives back as many steps as it
 * can without going beyond. The same request gives the same answer. The result is what the devis
 * computes with the very texts that the batch would write, never an estimate; and when the target
 * cannot be reached, it says how near it comes and what has come to its bound.
 *
 * With steps so small that many ways are open, another one may land a few centimes nearer. */
#pragma once

#include "plt-batch.h"
#include "plt-budget.h"

G_BEGIN_DECLS

#define PLT_REACH_MAX_MOVERS 50
#define PLT_REACH_TOTAL "" /* instead of the code of an account */

/* Why something that was to move stayed, or stopped. */
typedef enum
{
  PLT_REACH_MOVED,
  PLT_REACH_STAYED,   /* it had not to move */
  PLT_REACH_AT_LEAST, /* moved to its least, or stands there */
  PLT_REACH_AT_MOST,
  PLT_REACH_NO_EFFECT, /* on what is to be reached */
  PLT_REACH_HELD,      /* it would change what is kept */
} PltReachFate;

/**
 * PltReachMover:
 * @cell: budget_global "value", or budget_line "quantity", "duration", "times" or "rate_cents"
 * @least: millionths (of euros for a rate); PLT_UNKNOWN: zero
 * @most: PLT_UNKNOWN: no bound
 * @step: PLT_UNKNOWN: the last decimal that the number is written with, a centime for a rate
 * @before: (out): what it is
 * @after: (out): what it would be
 * @fate: (out): what became of it
 */
typedef struct
{
  PltRef cell;
  gint64 least, most, step;
  gint64 before, after;
  PltReachFate fate;
} PltReachMover;

/**
 * PltReach:
 * @aim: code of the account that is to reach the target, PLT_REACH_TOTAL for the total
 * @target: centimes
 * @up: also raise what is below the target
 * @keep: (nullable): code of an account, or PLT_REACH_TOTAL, that is to stay as it is
 * @movers: (element-type PltReachMover)
 * @reached: (out): at most the target, what is kept is kept, and nothing counts nothing
 * @before: (out): of the aim
 * @after: (out): of the aim
 * @kept_before: (out): of what is kept
 * @kept_after: (out): within one step of the finest mover when it is the total
 * @total_before: (out)
 * @total_after: (out)
 * @incomplete: (out): part of the devis is not known: the figures are too low
 */
typedef struct
{
  const char *aim;
  PltMoney target;
  gboolean up;
  const char *keep;
  GArray *movers;
  gboolean reached;
  PltMoney before, after;
  PltMoney kept_before, kept_after;
  PltMoney total_before, total_after;
  gboolean incomplete;
} PltReach;

/* Bounds are left unknown and nothing is to be reached yet. */
void plt_reach_init (PltReach *self);
void plt_reach_clear (PltReach *self);
/* Adds the number in `cell` with PLT_UNKNOWN for what the caller does not say. */
void plt_reach_add (PltReach *self, PltRef cell, gint64 least, gint64 most, gint64 step);
/* Adds the variables that may move (budget_global movable), with their least and most. FALSE with
 * the sentence when one of the bounds cannot be computed. */
gboolean plt_reach_add_movable (PltReach *self, const PltBudget *budget, GError **error);
/* FALSE with the sentence for a request that makes no sense: an unknown account, a cell that holds
 * a formula (its variables move, not it), too many movers, a least above a most, a locked version.
 */
gboolean plt_reach_run (
    PltReach *self, const PltFacts *facts, const PltPlan *plan, gint64 budget, GError **error);
/* Adds what a run proposes: one edit for each number that would change. */
void plt_reach_propose (const PltReach *self, const PltBudget *budget, PltBatch *batch);
/* (transfer full): a number of a mover as it is typed: "12,5", "1234,56" */
char *plt_reach_text (const PltReachMover *mover, gint64 e6);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltReach, plt_reach_clear)

G_END_DECLS

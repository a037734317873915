/* The optimiser of the plan de travail, on the facts of a production.
 *
 *   facts ─ plt_optimiser_new() ─► PltOptimiser ─ _search(), in any thread ─► PltShootPlan
 *         ─ plt_optimiser_offer() ─► PltOffer: moves in words ─ _batch() ─► one undoable command
 *
 * What is decided: the day of each strip of a séquence, and of each séquence to shoot that has no
 * strip yet. What stands still: locked strips, locked days, days before `today`, days on which
 * something was already shot; séquences dropped or shot are left out. The hours of the days, the
 * dates and the number of days are the user's: a day may be left empty, none is added.
 *
 * What it may cost and which rules hold: plt-shoot.h. Where the values come from:
 *   - prices: the weights (plt-plan-weights.h); a day and a night, from the devis when its formulas
 *     depend on their number; a role, from its engagement with the contributions of its profile,
 *     else from its line in the devis, else the weight; a set, from its own price of return;
 *   - minutes: of the strip, else of the séquence, else by its eighths (`n_guessed` tells);
 *   - the longest day, rest, days in a row, minors: the referential "temps-de-travail" that the
 *     production keeps, for its agreement;
 *   - who, what and where, when: the register of availability, contracts, permits, periods.
 * Light: an exterior by night needs a day that runs into the night, an interior by night can be
 * shot at any hour, dawn and dusk at the edge. When no day of the plan has hours of night, hours
 * are held not to be decided yet, and any day may have a night.
 * A day of another unit on the same date is a day of its own; a role is not in two units on one
 * date; strips stay with their unit unless `other_units`.
 *
 * Moves are told in groups that belong together (an exchange of two days, a set that goes
 * elsewhere): done in their order, no group breaks more rules than before it and none costs money
 * in the end; what would only cost is left out. Deterministic for the same facts, weights, options,
 * seed and number of moves. No clock here: a caller who wants seconds gives `stop`.
 *
 * Everything a PltOptimiser or a PltOffer tells borrows from the facts, which must outlive them.
 * A PltOptimiser does not change once made: threads may search with the same one. */
#pragma once

#include "plt-issue.h"
#include "plt-plan-weights.h"
#include "plt-shoot.h"

G_BEGIN_DECLS

/**
 * PltOfferKind: what is wanted most.
 * @PLT_OFFER_BALANCED: as the weights have it
 * @PLT_OFFER_CHEAPEST: as if nobody had been told of the plan
 * @PLT_OFFER_CLOSEST: changes only what pays for much
 * @PLT_OFFER_FEWEST_MOVES: of the unit, from place to place
 * @PLT_OFFER_FEWEST_NIGHTS: and fewer night hours
 */
typedef enum
{
  PLT_OFFER_BALANCED,
  PLT_OFFER_CHEAPEST,
  PLT_OFFER_CLOSEST,
  PLT_OFFER_FEWEST_MOVES,
  PLT_OFFER_FEWEST_NIGHTS,
  PLT_OFFER_N_KINDS,
} PltOfferKind;

const char *plt_offer_kind_id (PltOfferKind kind);    /* "equilibre", "moins-cher" ... */
const char *plt_offer_kind_title (PltOfferKind kind); /* translated */

/**
 * PltOptimiseOptions:
 * @kind: what is wanted most
 * @effort: how far from the present plan to look
 * @unstable: moving a strip costs nothing (few moves are a wish otherwise)
 * @other_units: strips may go to days of another unit
 * @today: days before it stand still; %PLT_DATE_NONE for none
 *
 * All zero but @today is a good beginning: see %PLT_OPTIMISE_DEFAULTS.
 */
typedef struct
{
  PltOfferKind kind;
  PltShootEffort effort;
  gboolean unstable, other_units;
  PltDate today;
} PltOptimiseOptions;

#define PLT_OPTIMISE_DEFAULTS                                                                      \
  ((PltOptimiseOptions){ .effort = PLT_SHOOT_IMPROVE, .today = PLT_DATE_NONE })

typedef struct _PltOptimiser PltOptimiser;

/**
 * plt_optimiser_new:
 * @facts: the production; must outlive the optimiser
 * @schedule: a version of the plan de travail, 0 for the current one
 * @weights: read now, not kept
 *
 * Returns: (transfer full) (nullable): PLT_ERROR_NOT_FOUND without such a plan,
 *   PLT_ERROR_INVALID without a séquence to place, without a shooting day, or for more of either
 *   than can be planned; the sentence says what to do
 */
PltOptimiser *plt_optimiser_new (const PltFacts *facts,
                                 gint64 schedule,
                                 const PltPlanWeights *weights,
                                 const PltOptimiseOptions *options,
                                 GError **error);
void plt_optimiser_free (PltOptimiser *self);
const PltShootProblem *plt_optimiser_get_problem (const PltOptimiser *self);
const PltShootPlan *plt_optimiser_get_start (const PltOptimiser *self); /* the plan as it is */

/**
 * plt_optimiser_search:
 * @seed: another seed, another search
 * @moves: to try; ten seconds of one core are a few million for a feature film
 * @stop: (nullable): asked every few thousand moves, in this thread; TRUE ends it, best so far
 * @progress: (nullable): told as often, in this thread
 * @data: for both
 * @best: (out caller-allocates): never worse than the plan as it is
 *
 * Blocks. To use two cores, call it in two threads with two seeds and take plt_optimiser_pick().
 *
 * Returns: moves tried
 */
guint64 plt_optimiser_search (const PltOptimiser *self,
                              guint64 seed,
                              guint64 moves,
                              gboolean (*stop) (gpointer data),
                              void (*progress) (const PltShootPlan *best,
                                                const PltShootProgress *progress,
                                                gpointer data),
                              gpointer data,
                              PltShootPlan *best);
/**
 * plt_optimiser_trial:
 * @moves: to try
 * @stop: (nullable): asked as in plt_optimiser_search()
 *
 * What a caller times to learn how many moves fill the seconds he has: a search that ends with its
 * moves, at the first of the small steps that follow them and that many moves outweigh.
 *
 * Returns: moves tried
 */
guint64 plt_optimiser_trial (const PltOptimiser *self,
                             guint64 seed,
                             guint64 moves,
                             gboolean (*stop) (gpointer data),
                             gpointer data);
/* Index of the best of @n plans: broken units, then cost, then the first. */
guint plt_optimiser_pick (const PltOptimiser *self, const PltShootPlan *plans, guint n);

/* ---- what is offered ---- */

/**
 * PltOfferStrip:
 * @strip: row, 0 for a séquence that has none yet
 * @from: (nullable): %NULL: not placed
 * @to: goes there
 */
typedef struct
{
  gint64 strip;
  const PltSequenceFacts *sequence;
  const PltDayFacts *from, *to;
} PltOfferStrip;

/**
 * PltOfferMove: strips that move together.
 * @strips: (element-type PltOfferStrip)
 * @gain: centimes saved at the weights the user has, after the moves before it
 * @money: the same without broken rules and without the price of moving strips: what the plan
 *   itself costs less, below 0 more
 * @units: broken rules it adds; never above 0
 * @change: of each term, new less old; sum = -@gain
 * @what: "Sequences 12 and 14 (CAFÉ) from D3 (Mon. 12 Apr.) to D7 (Fri. 16 Apr.)"
 * @reason: "2 waiting days fewer for NORA (−836,50 €); 1 unit move more (+800,00 €)"
 */
typedef struct
{
  GArray *strips;
  gint64 gain, money, units;
  gint64 change[PLT_SHOOT_N_TERMS];
  char *what, *reason;
} PltOfferMove;

/**
 * PltOfferBreach: a rule that the offered plan breaks, for want of a better one.
 * @breach: as the search has it
 * @ref: the row to show
 * @text: one sentence
 * @conflicts: (element-type utf8): which constraints stand against mending it, gravest first
 */
typedef struct
{
  PltShootBreach breach;
  PltRef ref;
  char *text;
  GPtrArray *conflicts;
} PltOfferBreach;

/**
 * PltOfferFigures: of a plan, to set side by side.
 * @days: with a séquence; @nights: of them with a night séquence
 * @unit_moves: of both kinds: @day_moves inside days, @night_moves from one to the next; @km: of
 *   them
 * @role_days: worked; @waiting: days between the first and the last one of a role without work
 * @returns: stays in a set after the first
 * @moved: strips on another day than now
 * @unplaced: séquences
 */
typedef struct
{
  guint days, nights, unit_moves, day_moves, night_moves, km, role_days, waiting, returns, moved,
      unplaced;
} PltOfferFigures;

/**
 * PltOffer:
 * @kind: what was wanted most
 * @plan: what is offered
 * @moves: (element-type PltOfferMove): in the order to do them; empty: nothing better was found
 * @before: account of the plan as it is, at the weights the user has
 * @after: of @plan
 * @figures_before: and
 * @figures_after: in numbers
 * @breaches: (element-type PltOfferBreach): rules that @plan breaks
 * @issues: (element-type PltIssue): what the checks of the plan de travail find in @plan, gravest
 *   first: what this model does not know is there
 * @n_errors_before: issues of the gravest kind in the plan as it is
 * @n_errors_after: in @plan
 * @n_guessed: strips whose length had to be guessed from their eighths
 * @notes: (element-type utf8): days without work, and what was assumed, one sentence each
 */
typedef struct
{
  PltOfferKind kind;
  PltShootPlan plan;
  GPtrArray *moves;
  PltShootCost before, after;
  PltOfferFigures figures_before, figures_after;
  GPtrArray *breaches;
  GPtrArray *issues;
  guint n_errors_before, n_errors_after, n_guessed;
  GPtrArray *notes;
  const PltOptimiser *optimiser;
} PltOffer;

/**
 * plt_optimiser_offer:
 * @plan: of a search
 *
 * Returns: (transfer full): @plan told in words, or a better one on the way to it; keeps @self,
 *   which must outlive it
 */
PltOffer *plt_optimiser_offer (const PltOptimiser *self, const PltShootPlan *plan);
void plt_offer_free (PltOffer *self);
/* Whether the plans of two offers differ in at least one strip of twenty that moved in either. */
gboolean plt_offer_differs (const PltOffer *self, const PltOffer *other);

/**
 * plt_offer_preview:
 * @accepted: (nullable): of each move, %NULL for all
 * @cost: (out caller-allocates): of the plan with only these
 * @breaches: (element-type PltOfferBreach) (nullable): its broken rules are added
 */
void plt_offer_preview (const PltOffer *self,
                        const gboolean *accepted,
                        PltShootCost *cost,
                        GPtrArray *breaches);
/**
 * plt_offer_batch:
 * @accepted: (nullable): of each move, %NULL for all
 * @batch: edits of strips are added: their days, and their positions in days that receive one
 *
 * The order in a day that receives strips: what was there keeps its order; a newcomer goes after
 * the last strip of its set, else of its place, else at the end, day before night.
 */
void plt_offer_batch (const PltOffer *self, const gboolean *accepted, PltBatch *batch);
GPtrArray *plt_offer_breaches_new (void); /* (element-type PltOfferBreach), frees them */
const char *plt_shoot_term_title (PltShootTerm term); /* translated: "Waiting and wages" */

/**
 * plt_optimiser_why_not:
 * @plan: (nullable): %NULL for the plan as it is
 * @strip: a row
 * @day: a shooting day where it might go
 *
 * Returns: (transfer full) (nullable): what that would change and break, as a move with @what and
 *   @reason; @gain may be below 0, @units above. %NULL when the strip or the day is not part of the
 *   plan
 */
PltOfferMove *plt_optimiser_why_not (const PltOptimiser *self,
                                     const PltShootPlan *plan,
                                     gint64 strip,
                                     gint64 day);
void plt_offer_move_free (PltOfferMove *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltOptimiser, plt_optimiser_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltOffer, plt_offer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltOfferMove, plt_offer_move_free)

G_END_DECLS

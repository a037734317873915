/* The real plan de travail: which séquence on which day, at the least cost. Pure.
 *
 * Decision: the day of each séquence. What a plan costs is one sum of money, so that every wish can
 * be weighed against every other and every change explained:
 *
 *   days       price of each used day (a day with at least one séquence)
 *   overtime   minutes of a day over its capacity, times a price; a day's minutes are those of its
 *              séquences and of its unit moves
 *   moves      a unit move for each place after the first of a day, and for each night between two
 *              used days that share no place
 *   distance   kilometres of these moves, times a price: inside a day the shortest tree over its
 *              places (for up to three places the shortest way), over night the nearest two places
 *   returns    for each set, each time the unit comes back to it: days of a set that follow one
 *              another among the used days are one stay
 *   nights     each day with a night séquence, and night minutes, times their prices
 *   roles      what each role is paid, by its rule, for dates: two units on one date are one
 *   exposure   a séquence at the mercy of the weather on a day when nothing of its cover set
 *              is left to shoot, that day or later
 *   wishes     price of each day a séquence is late, of each wish of order that is broken, and of
 *              each day a role waits that nobody pays
 *   stability  each séquence that left its day of reference
 *   broken     units of broken hard rules, times a price that must be far above all others
 *
 * A day belongs to a unit. Moves from one day to the next, rest and the days of a week are counted
 * for each unit by itself; the days between two days of a set are those of the later one's unit.
 *
 * Hard rules are penalised, not forbidden: a film that cannot be planned still gets the least bad
 * plan and the list of what it breaks. Units count how much is broken: 1 a fact, or 1 each
 * half hour begun; a séquence on no day counts %PLT_SHOOT_UNPLACED_UNITS.
 *
 * Money is centimes, time is minutes. Figures of law and prices are the caller's: none is here.
 * The search is deterministic for a problem, a start, a seed and a number of moves. It says "best
 * found", never "optimal". Everything here is reentrant: threads may search the same problem.
 * Formulation: the folder of the trade's practice, "ordre de tournage", section 3. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_SHOOT_MAX_SEQUENCES 512
#define PLT_SHOOT_MAX_DAYS 128
#define PLT_SHOOT_MAX_ROLES 128
#define PLT_SHOOT_MAX_SETS 256
#define PLT_SHOOT_MAX_SITES 64
#define PLT_SHOOT_MAX_PRECEDENCES 1024
#define PLT_SHOOT_MAX_UNITS 8
#define PLT_SHOOT_UNPLACED_UNITS 4
#define PLT_SHOOT_HALF_HOUR 30

/* One bit a day, or one bit a role. */
__extension__ typedef unsigned __int128 PltShootMask;

#define PLT_SHOOT_ALL (~(PltShootMask) 0)
#define PLT_SHOOT_BIT(i) ((PltShootMask) 1 << (i))

/**
 * PltShootLight:
 * @PLT_SHOOT_DAY: needs a working day
 * @PLT_SHOOT_NIGHT: needs a working night
 * @PLT_SHOOT_DAWN: dawn or dusk: at the edge of either, and short
 * @PLT_SHOOT_FREE: any hour will do
 */
typedef enum
{
  PLT_SHOOT_DAY,
  PLT_SHOOT_NIGHT,
  PLT_SHOOT_DAWN,
  PLT_SHOOT_FREE,
} PltShootLight;

/**
 * PltShootDayKind:
 * @PLT_SHOOT_ANY: day and night séquences, one after the other
 * @PLT_SHOOT_DAY_ONLY: night séquences break it
 * @PLT_SHOOT_NIGHT_ONLY: day séquences break it
 * @PLT_SHOOT_CLOSED: nothing can be shot
 */
typedef enum
{
  PLT_SHOOT_ANY,
  PLT_SHOOT_DAY_ONLY,
  PLT_SHOOT_NIGHT_ONLY,
  PLT_SHOOT_CLOSED,
} PltShootDayKind;

/**
 * PltShootPay:
 * @PLT_SHOOT_PAY_DAYS: pay for each day worked
 * @PLT_SHOOT_PAY_SPAN: pay for each day worked, and idle for each other day from the first to the
 *   last one
 * @PLT_SHOOT_PAY_DROP: as a span, but a gap of more than drop_after idle days may be left unpaid
 *   for drop_price: the cheaper of both
 * @PLT_SHOOT_PAY_WEEKLY: pay for each day worked, at least weekly_minimum days in a week with one
 * @PLT_SHOOT_PAY_FLAT: pay once
 */
typedef enum
{
  PLT_SHOOT_PAY_DAYS,
  PLT_SHOOT_PAY_SPAN,
  PLT_SHOOT_PAY_DROP,
  PLT_SHOOT_PAY_WEEKLY,
  PLT_SHOOT_PAY_FLAT,
} PltShootPay;

/**
 * PltShootSequence:
 * @minutes: to shoot it
 * @set: index
 * @site: index of the place
 * @light: what it needs
 * @roles: who plays
 * @allowed: days on which it may be shot
 * @locked: stays where the start plan has it
 * @exposure: centimes at stake when weather stops it, 0 for none
 * @cover: set to fall back on, -1 for none: then @exposure is always paid
 * @late: centimes for each day after the first of the problem; below 0: the later the better
 */
typedef struct
{
  gint minutes, set, site;
  PltShootLight light;
  PltShootMask roles, allowed;
  gboolean locked;
  gint64 exposure;
  gint cover;
  gint64 late;
} PltShootSequence;

/**
 * PltShootDay:
 * @date: Julian day as GDate counts it, rising, strictly so for a unit; a week begins on Monday
 * @unit: on one date, rising
 * @capacity: minutes before overtime
 * @limit: minutes that may not be passed, 0 for none
 * @price: centimes when used
 * @kind: what can be shot
 * @locked: nothing enters, nothing leaves
 * @sites: places open that day
 * @child_minutes: a child may not play longer on that day, 0 for none
 * @holiday: no school: children play by their own limit of holidays
 * @begin: minutes since midnight, when the hours of the day are decided
 * @end: likewise, may be past 24:00; 0 while they are not decided
 */
typedef struct
{
  gint date, capacity, limit;
  gint64 price;
  PltShootDayKind kind;
  gboolean locked;
  guint64 sites;
  gint child_minutes;
  guint unit;
  gboolean holiday;
  gint begin, end;
} PltShootDay;

/**
 * PltShootRole:
 * @rule: how @pay is due
 * @pay: centimes: a day, or once
 * @calendar: idle days are counted on the calendar; else on used days
 * @drop_after: idle days from which a gap may be dropped (more than so many)
 * @drop_price: of one drop and pick-up
 * @weekly_minimum: days
 * @available: days
 * @child: @child_minutes and the day's are held, night séquences are broken
 * @child_minutes: a day, 0 for none
 * @child_minutes_holiday: the same without school, 0: as @child_minutes
 * @child_night: a child that may play at night all the same
 * @idle: centimes of an idle day of a span, 0: as @pay
 * @wait: centimes, a wish: each used day without work between the first and the last one, when
 *   @rule does not pay it
 * @guaranteed: days paid at least, of a role that works at all
 */
typedef struct
{
  PltShootPay rule;
  gint64 pay;
  gboolean calendar;
  gint drop_after;
  gint64 drop_price;
  gint weekly_minimum;
  PltShootMask available;
  gboolean child;
  gint child_minutes, child_minutes_holiday;
  gboolean child_night;
  gint64 idle, wait;
  gint guaranteed;
} PltShootRole;

typedef struct
{
  gint64 return_price; /* of each stay after the first */
  PltShootMask available;
} PltShootSet;

/**
 * PltShootOrder:
 * @PLT_SHOOT_BEFORE: @a on an earlier date than @b, or the same
 * @PLT_SHOOT_DAYS_BEFORE: @a on an earlier date than @b
 * @PLT_SHOOT_WITHIN: at most @days dates between them, whichever is first
 * @PLT_SHOOT_SAME_DAY: on one day
 */
typedef enum
{
  PLT_SHOOT_BEFORE,
  PLT_SHOOT_DAYS_BEFORE,
  PLT_SHOOT_WITHIN,
  PLT_SHOOT_SAME_DAY,
} PltShootOrder;

/**
 * PltShootPrecedence:
 * @a: séquence
 * @b: séquence; nothing is broken while one of them is on no day
 * @order: of the two
 * @days: for %PLT_SHOOT_WITHIN
 * @price: centimes of a wish; 0 makes it a hard rule
 */
typedef struct
{
  gint a, b;
  PltShootOrder order;
  gint days;
  gint64 price;
} PltShootPrecedence;

/**
 * PltShootWeights:
 * @hard: centimes of one broken unit
 * @stability: of one séquence off its day of reference
 * @overtime_minute: a minute over the capacity
 * @day_move: a unit move inside a day
 * @night_move: a unit move between two days
 * @move_minutes: minutes of the day that a move inside it takes
 * @km: a kilometre
 * @night_day: a day with a night séquence
 * @night_minute: a minute of a night séquence
 * @week_days: used days in a week that may not be passed, 0 for none
 * @dawn_minutes: minutes of dawn and dusk in a day that may not be passed, 0 for none
 * @rest_minutes: from the end of a day to the beginning of the unit's next one, where both hours
 *   are decided, 0 for none
 */
typedef struct
{
  gint64 hard, stability, overtime_minute, day_move, night_move, km, night_day, night_minute;
  gint move_minutes, week_days, dawn_minutes, rest_minutes;
} PltShootWeights;

/**
 * PltShootPlan:
 * @day: of each séquence, -1 on none
 */
typedef struct
{
  gint16 day[PLT_SHOOT_MAX_SEQUENCES];
} PltShootPlan;

/**
 * PltShootProblem:
 * @km: (nullable): n_sites x n_sites, symmetric
 * @reference: the plan people have been told; -1 where none
 */
typedef struct
{
  guint n_sequences, n_days, n_roles, n_sets, n_sites, n_precedences;
  PltShootSequence *sequences;
  PltShootDay *days;
  PltShootRole *roles;
  PltShootSet *sets;
  PltShootPrecedence *precedences;
  gint *km;
  PltShootWeights weights;
  PltShootPlan reference;
} PltShootProblem;

/* All open, nothing locked, nobody paid, no reference; rows to be filled. */
PltShootProblem *plt_shoot_problem_new (guint n_sequences,
                                        guint n_days,
                                        guint n_roles,
                                        guint n_sets,
                                        guint n_sites,
                                        guint n_precedences);
PltShootProblem *plt_shoot_problem_copy (const PltShootProblem *problem);
void plt_shoot_problem_free (PltShootProblem *problem);
/* Indices in range, dates rising, minutes and prices that cannot overflow. The others need TRUE. */
gboolean plt_shoot_problem_is_valid (const PltShootProblem *problem);
gboolean plt_shoot_plan_is_valid (const PltShootProblem *problem, const PltShootPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltShootProblem, plt_shoot_problem_free)

/* ---- what a plan costs ---- */

typedef enum
{
  PLT_SHOOT_TERM_DAYS,
  PLT_SHOOT_TERM_OVERTIME,
  PLT_SHOOT_TERM_MOVES,
  PLT_SHOOT_TERM_DISTANCE,
  PLT_SHOOT_TERM_RETURNS,
  PLT_SHOOT_TERM_NIGHTS,
  PLT_SHOOT_TERM_ROLES,
  PLT_SHOOT_TERM_EXPOSURE,
  PLT_SHOOT_TERM_WISHES,
  PLT_SHOOT_TERM_STABILITY,
  PLT_SHOOT_TERM_BROKEN,
  PLT_SHOOT_N_TERMS,
} PltShootTerm;

/**
 * PltShootCost:
 * @total: sum of @term
 * @units: of broken hard rules: @term of %PLT_SHOOT_TERM_BROKEN is @units times the price
 * @term: by term
 * @day: days, overtime, moves, distance and nights by day; a move over night is the later day's
 * @role: roles by role
 * @set: returns by set
 */
typedef struct
{
  gint64 total, units;
  gint64 term[PLT_SHOOT_N_TERMS];
  gint64 day[PLT_SHOOT_MAX_DAYS];
  gint64 role[PLT_SHOOT_MAX_ROLES];
  gint64 set[PLT_SHOOT_MAX_SETS];
} PltShootCost;

/**
 * PltShootRule:
 * @PLT_SHOOT_RULE_UNPLACED: sequence is on no day
 * @PLT_SHOOT_RULE_NOT_ALLOWED: sequence may not be shot that day
 * @PLT_SHOOT_RULE_LIGHT: sequence needs another kind of day
 * @PLT_SHOOT_RULE_LIMIT: the day is too long
 * @PLT_SHOOT_RULE_DAWN: too much of the day needs dawn or dusk
 * @PLT_SHOOT_RULE_ROLE_AWAY: role is not available that day
 * @PLT_SHOOT_RULE_TWICE: role works that day, and on the same date in another unit
 * @PLT_SHOOT_RULE_SET_CLOSED: set is not available that day
 * @PLT_SHOOT_RULE_SITE_CLOSED: site is not available that day
 * @PLT_SHOOT_RULE_CHILD_MINUTES: role, a child, plays too long that day
 * @PLT_SHOOT_RULE_CHILD_NIGHT: role, a child, plays at night
 * @PLT_SHOOT_RULE_REST: the day begins too soon after the one before it; while hours are not
 *   decided: it comes right after a night and has day séquences
 * @PLT_SHOOT_RULE_WEEK: too many days in the week that begins with the day
 * @PLT_SHOOT_RULE_ORDER: precedence, of sequence and other
 */
typedef enum
{
  PLT_SHOOT_RULE_UNPLACED,
  PLT_SHOOT_RULE_NOT_ALLOWED,
  PLT_SHOOT_RULE_LIGHT,
  PLT_SHOOT_RULE_LIMIT,
  PLT_SHOOT_RULE_DAWN,
  PLT_SHOOT_RULE_ROLE_AWAY,
  PLT_SHOOT_RULE_TWICE,
  PLT_SHOOT_RULE_SET_CLOSED,
  PLT_SHOOT_RULE_SITE_CLOSED,
  PLT_SHOOT_RULE_CHILD_MINUTES,
  PLT_SHOOT_RULE_CHILD_NIGHT,
  PLT_SHOOT_RULE_REST,
  PLT_SHOOT_RULE_WEEK,
  PLT_SHOOT_RULE_ORDER,
  PLT_SHOOT_N_RULES,
} PltShootRule;

/* One broken rule; an index that has no meaning for the rule is -1. */
typedef struct
{
  PltShootRule rule;
  gint sequence, other, role, set, site, day, precedence;
  gint64 units;
} PltShootBreach;

/**
 * plt_shoot_cost:
 * @cost: (out caller-allocates):
 * @breaches: (element-type PltShootBreach) (nullable): what is broken is added, in a fixed order
 *
 * The exact cost of a plan, written plainly.
 */
void plt_shoot_cost (const PltShootProblem *problem,
                     const PltShootPlan *plan,
                     PltShootCost *cost,
                     GArray *breaches);

/* ---- search ---- */

/**
 * PltShootEffort:
 * @PLT_SHOOT_REPAIR: after a small disturbance: begins cool
 * @PLT_SHOOT_IMPROVE: begins warm
 * @PLT_SHOOT_SCRATCH: begins hot: the start plan is soon forgotten
 */
typedef enum
{
  PLT_SHOOT_REPAIR,
  PLT_SHOOT_IMPROVE,
  PLT_SHOOT_SCRATCH,
} PltShootEffort;

/**
 * PltShootProgress:
 * @moves: tried so far, of @max_moves
 * @start_total: what the start plan costs
 * @total: what the best plan so far costs
 * @units: what it breaks
 */
typedef struct
{
  guint64 moves, max_moves;
  gint64 start_total, total, units;
} PltShootProgress;

/**
 * PltShootOptions:
 * @effort: how hot the search begins
 * @moves: to try
 * @seed: another seed, another search
 * @stop: (nullable): asked every few thousand moves; TRUE ends the search with the best so far
 * @progress: (nullable): told as often, with the best so far
 * @data: for both
 */
typedef struct
{
  PltShootEffort effort;
  guint64 moves, seed;
  gboolean (*stop) (gpointer data);
  void (*progress) (const PltShootPlan *best, const PltShootProgress *progress, gpointer data);
  gpointer data;
} PltShootOptions;

/**
 * plt_shoot_search:
 * @start: where it begins
 * @best: (out caller-allocates): never breaks more units than @start, and never costs more at as
 *   many units; séquences that are locked, and whole locked days, are as in @start
 *
 * Simulated annealing, then from the best a greedy descent and the best order of the
 * contents of each few neighbouring days.
 *
 * Returns: how many moves were tried, the descent's not counted
 */
guint64 plt_shoot_search (const PltShootProblem *problem,
                          const PltShootPlan *start,
                          const PltShootOptions *options,
                          PltShootPlan *best);

/* ---- explanation ---- */

/**
 * PltShootMove:
 * @sequence: goes
 * @from: day or -1
 * @to: day or -1
 * @gain: centimes saved by this move, after the ones before it in the list; may be below 0
 * @change: of each term (new less old), sum = -@gain
 * @units: change of broken units
 * @reason: the term that saves most; the one that changes most when none saves
 * @role: whose pay changes most in the direction of @reason when that is roles, else -1
 * @set: whose returns change most, likewise
 * @day: whose cost changes most, when @reason is a term of days, likewise
 * @rule: the rule that is mended most, when @reason is broken; else %PLT_SHOOT_N_RULES
 */
typedef struct
{
  gint sequence, from, to;
  gint64 gain;
  gint64 change[PLT_SHOOT_N_TERMS];
  gint64 units;
  PltShootTerm reason;
  gint role, set, day;
  PltShootRule rule;
} PltShootMove;

/**
 * plt_shoot_explain:
 *
 * What leads from one plan to another, best gain first, each counted after those before it: the
 * gains add up to the difference of the two totals exactly.
 *
 * Returns: (transfer full) (element-type PltShootMove)
 */
GArray *plt_shoot_explain (const PltShootProblem *problem,
                           const PltShootPlan *from,
                           const PltShootPlan *to);
/* Does @moves (element-type PltShootMove) to @plan, those of @accepted or all when it is NULL. */
void plt_shoot_apply (const GArray *moves, const gboolean *accepted, PltShootPlan *plan);

/**
 * plt_shoot_why_not:
 * @sequence: of @plan
 * @day: where it might go
 * @move: (out caller-allocates): what that would change
 * @breaches: (element-type PltShootBreach) (nullable): rules that would be broken, or broken more
 *   (units: by how much), are added
 */
void plt_shoot_why_not (const PltShootProblem *problem,
                        const PltShootPlan *plan,
                        gint sequence,
                        gint day,
                        PltShootMove *move,
                        GArray *breaches);

/**
 * PltShootConflict:
 * @sequence: cannot go to @days
 * @rule: that stands against it, of @role, @set, @site or @precedence (else -1)
 * @days: on which
 */
typedef struct
{
  gint sequence;
  PltShootRule rule;
  gint role, set, site, precedence;
  PltShootMask days;
} PltShootConflict;

/**
 * plt_shoot_conflicts:
 * @breach: broken by @plan
 *
 * Why a broken rule is not mended by moving one séquence: for each séquence it concerns and each
 * other day, the rules that would be broken there, or broken more. A séquence without a conflict on
 * some day that is not its own and not locked could go there.
 *
 * Returns: (transfer full) (element-type PltShootConflict): by séquence; empty when all that
 *   @breach concerns is locked
 */
GArray *plt_shoot_conflicts (const PltShootProblem *problem,
                             const PltShootPlan *plan,
                             const PltShootBreach *breach);

G_END_DECLS

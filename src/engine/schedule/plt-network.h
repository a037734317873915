/* PltNetwork: when each task of a rétroplanning is, and why. Pure.
 *
 * From PltNetworkInput (tasks, four kinds of links with lag, groups, calendars, constraints, what
 * is locked, under way or done) come for each task its planned dates, the earliest and the latest
 * ones, its slack, and for the whole the critical paths and what cannot be kept.
 *
 * A plan from its start puts each task as early as links, constraints and calendars let it; one
 * that is as late as possible goes as far as nothing else has to move. A plan from its end (the
 * PAD) puts each task as late as that end, deadlines and what follows let it, and one that is as
 * early as possible as far as nothing else has to move. Where there is no room left no task is put
 * before what it needs: the end slips, and plt_network_shortages() says by how much, through which
 * tasks, and what would help. Dates of what is locked, under way or done never move; a link that
 * they break is named.
 *
 * Slack is latest less earliest place, in working days of the task's calendar (in calendar days for
 * a task that lasts these); below 0 something is missed. Without a start the earliest dates begin
 * where the latest ones do; without an end the latest dates end where the earliest ones do.
 *
 * Everything is counted in whole days on a map of each calendar made once, so that a step costs the
 * same whatever its length. A group stands for its tasks: a link from or to it is one from or to
 * each of them. The order of work is the order of tasks along the links, without recursion. A
 * network is not changed by being scheduled: threads may share it. Same input, same plan.
 *
 * Method: critical path method with generalised precedences (Kelley and Walker 1959; Fondahl 1961;
 * Elmaghraby 1977 for the four kinds with lags). */
#pragma once

#include "plt-issue.h"
#include "plt-network-input.h"

G_BEGIN_DECLS

typedef struct _PltNetwork PltNetwork;

/* The input, its arrays and its strings must outlive the network. Returns NULL with
 * PLT_ERROR_CONFLICT for a cycle, named task by task, or PLT_ERROR_INVALID. */
PltNetwork *plt_network_new (const PltNetworkInput *input, GError **error);
void plt_network_free (PltNetwork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltNetwork, plt_network_free)

/* Whether a link between the two would close a circle; groups count with all their tasks. */
gboolean plt_network_would_cycle (const PltNetwork *self, guint from, guint to);
/* Tasks of a circle in their order, the first again at the end; empty without one. Indices that are
 * out of range are passed over. (transfer full) (element-type guint) */
GArray *plt_network_find_cycle (const PltNetworkInput *input);
gboolean plt_network_is_group (const PltNetwork *self, guint task);
/* Of the task's calendar, or every day for one that lasts calendar days. */
gboolean plt_network_is_open (const PltNetwork *self, guint task, PltDate date);
/* Working days of the task's calendar from one date to the other, both included; 0 when reversed */
int plt_network_open_days (const PltNetwork *self, guint task, PltDate from, PltDate to);

/* ---- the plan ---- */

/**
 * PltNetworkDates:
 * @start: planned first day; a milestone's date is both
 * @finish: planned last day
 * @early_start: no earlier than that, with @early_finish
 * @late_start: no later than that without missing something, with @late_finish
 * @slack: days from earliest to latest; of what is locked or under way, from where it is; of a
 *   group, the least of its tasks
 * @free_after: days that it can be put off from where it is planned before something else moves
 * @free_before: days that it can be put forward likewise
 * @critical: not done, and its slack is 0 or less
 */
typedef struct
{
  PltDate start, finish;
  PltDate early_start, early_finish;
  PltDate late_start, late_finish;
  int slack, free_after, free_before;
  gboolean critical;
} PltNetworkDates;

/**
 * PltNetworkLinkFlags:
 * @PLT_NETWORK_DRIVING: the second task is where it is because of it
 * @PLT_NETWORK_ON_PATH: driving, and both are critical
 * @PLT_NETWORK_BROKEN: not kept, one of both being locked, under way or done
 * @PLT_NETWORK_IGNORED: of a kind that a group cannot have
 */
typedef enum
{
  PLT_NETWORK_DRIVING = 1 << 0,
  PLT_NETWORK_ON_PATH = 1 << 1,
  PLT_NETWORK_BROKEN = 1 << 2,
  PLT_NETWORK_IGNORED = 1 << 3,
} PltNetworkLinkFlags;

/**
 * PltNetworkPlan:
 * @tasks: by task
 * @links: PltNetworkLinkFlags by link
 * @outside: by task: did not fit into the horizon (a hundred years), its dates mean nothing
 * @start: first day of all, PLT_DATE_NONE without a task
 * @finish: last day of all
 */
typedef struct
{
  PltNetworkDates *tasks;
  guint8 *links;
  guint8 *outside;
  guint n_tasks, n_links;
  PltDate start, finish;
} PltNetworkPlan;

PltNetworkPlan *plt_network_schedule (const PltNetwork *self);
void plt_network_plan_free (PltNetworkPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltNetworkPlan, plt_network_plan_free)

/* Chains of critical tasks along driving links, one for each critical task that drives no other,
 * each from its first task to its last. (transfer full) (element-type GArray of guint) */
GPtrArray *plt_network_critical_paths (const PltNetwork *self, const PltNetworkPlan *plan);

/* ---- what cannot be kept ---- */

/**
 * PltNetworkBound:
 * @PLT_NETWORK_BOUND_END: the end of the plan
 * @PLT_NETWORK_BOUND_DEADLINE: a deadline
 * @PLT_NETWORK_BOUND_CONSTRAINT: start or finish by, or on, a date
 * @PLT_NETWORK_BOUND_LOCK: a locked task, through @link
 */
typedef enum
{
  PLT_NETWORK_BOUND_END,
  PLT_NETWORK_BOUND_DEADLINE,
  PLT_NETWORK_BOUND_CONSTRAINT,
  PLT_NETWORK_BOUND_LOCK,
} PltNetworkBound;

/**
 * PltNetworkRemedy:
 * @PLT_NETWORK_SHORTEN: the task by up to @days of its days
 * @PLT_NETWORK_LESS_LAG: the link's lag by up to @days of its days
 * @PLT_NETWORK_UNLOCK: the locked task at the head of the chain, @days earlier
 * @PLT_NETWORK_EARLIER_DATE: the constraint of the task at the head, @days earlier
 * @PLT_NETWORK_EARLIER_START: of the plan, @days earlier
 * @PLT_NETWORK_LATER_BOUND: what is missed, put off to @date
 */
typedef enum
{
  PLT_NETWORK_SHORTEN,
  PLT_NETWORK_LESS_LAG,
  PLT_NETWORK_UNLOCK,
  PLT_NETWORK_EARLIER_DATE,
  PLT_NETWORK_EARLIER_START,
  PLT_NETWORK_LATER_BOUND,
} PltNetworkRemedy;

typedef struct
{
  PltNetworkRemedy remedy;
  int task, link; /* index, or PLT_NETWORK_NONE */
  int days;
  PltDate date;
} PltNetworkWay;

/**
 * PltNetworkStep:
 * @task: of the chain
 * @link: by which it pushes the next one; PLT_NETWORK_NONE at the end
 */
typedef struct
{
  guint task;
  int link;
} PltNetworkStep;

/**
 * PltNetworkShortage:
 * @task: that misses something; a group when it is the group's
 * @bound: what
 * @link: that a lock breaks, else PLT_NETWORK_NONE
 * @wanted: last day it should have finished; begun, for a start by a date and a lock at its start
 * @reached: the earliest that it can
 * @days: missing, in days of the task's calendar, above 0
 * @at_start: @wanted and @reached are starts
 * @chain: (element-type PltNetworkStep): the tasks that make it, first to last; of the hundred
 *   worst, of others the task alone
 * @ways: (element-type PltNetworkWay): each of them helps by its days; the most effective first
 */
typedef struct
{
  guint task;
  PltNetworkBound bound;
  int link;
  PltDate wanted, reached;
  int days;
  gboolean at_start;
  GArray *chain;
  GArray *ways;
} PltNetworkShortage;

/* (transfer full) (element-type PltNetworkShortage), frees them: most days missing first */
GPtrArray *plt_network_shortages (const PltNetwork *self, const PltNetworkPlan *plan);
/* Shortages in words, and what else is odd: links that done parts break, fixed dates on closed
 * days, lags and durations that were cut, links and constraints that a group cannot have, calendars
 * without a working day. Refs are rows of "task" and "task_link". (element-type PltIssue) */
void plt_network_check (const PltNetwork *self, const PltNetworkPlan *plan, GPtrArray *issues);

/* ---- moving ---- */

/**
 * PltNetworkChange:
 * @task: that is dragged; a group takes its free tasks along
 * @start: its new first day, PLT_DATE_NONE to keep it; a closed day is taken for the next open one
 * @days: its new duration, below 0 to keep it
 */
typedef struct
{
  guint task;
  PltDate start;
  int days;
} PltNetworkChange;

typedef struct
{
  guint task;
  PltDate from_start, from_finish;
  PltDate to_start, to_finish;
} PltNetworkMove;

/**
 * PltNetworkPreview:
 * @plan: as it would be
 * @moves: (element-type PltNetworkMove): what moves or changes its length, by task
 * @issues: (element-type PltIssue): what is not kept any more, or worse than before
 */
typedef struct
{
  PltNetworkPlan *plan;
  GArray *moves;
  GPtrArray *issues;
} PltNetworkPreview;

/**
 * plt_network_move:
 * @plan: as it stands, of the same network
 *
 * What the changes would move, for showing before the drop: the tasks named are held where they
 * are put (what the caller writes afterwards is a locked task, or one that must start on that
 * date), the others follow both ways. What is locked, under way or done stays, and is named when
 * it should have moved.
 *
 * Returns: (transfer full)
 */
PltNetworkPreview *plt_network_move (const PltNetwork *self,
                                     const PltNetworkPlan *plan,
                                     const PltNetworkChange *changes,
                                     guint n_changes);
void plt_network_preview_free (PltNetworkPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltNetworkPreview, plt_network_preview_free)

G_END_DECLS

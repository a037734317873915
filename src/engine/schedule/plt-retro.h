/* PltRetro: the rétroplanning of a production, from its facts.
 *
 * The rows of "task", "task_link", "task_calendar" and "calendar_closing" become a PltNetwork,
 * counted backwards from production.delivery_date (parameter "retroplanning.sens": amont) or
 * forwards from "retroplanning.debut" (aval; amont uses that date as the first day of all, when it
 * is there). Everything is a value; sentences are in plt_retro_head_text() and in the issues.
 *
 * How a task stands: what has an anchor is where the plan de travail or the production puts it,
 * what is done or under way is where it really was, what is locked is on its own dates, and so is
 * a task with typed dates that no link, group or placing concerns, and one that must begin or end
 * on a date: it is critical where what follows leaves it no day, not because its date was chosen.
 * All others are placed.
 * Everything before "diffusion" that leads to nothing leads to the delivery: to the task whose
 * anchor is "livraison", or to a milestone of the engine's own (task %PLT_RETRO_OWN_ID) when no
 * task has it. What comes after the delivery is as early as possible.
 *
 * Tasks that nothing gives a date are rows without one, and findings.
 *
 * Days are those of the task's calendar: the production's (Monday to Friday, without holidays,
 * local days off, closings) unless it names one. Links that would close a circle, or lead to no
 * task, do not count and are named in the issues.
 *
 * Milestones read from their own registers, rows that cannot be moved here, with the row to open:
 * instalments (those that wait for an event or a task, as far as the plan goes) and applications,
 * permits of places and elements, call sheets (the day they were sent, else the eve of their day),
 * what tasks deliver (on their last day), dates of roles and artists (fittings, tests, readings,
 * rehearsals, dubbing), screenings. */
#pragma once

#include "plt-network-load.h"
#include "plt-plan.h"

G_BEGIN_DECLS

#define PLT_RETRO_DIRECTION "retroplanning.sens" /* parameter: "amont" or "aval" */
#define PLT_RETRO_START "retroplanning.debut"    /* parameter: an ISO date */
#define PLT_RETRO_OWN_ID (-1)                    /* of the engine's own delivery in the network */
#define PLT_RETRO_N_PHASES 5

/**
 * PltRetroKind:
 * @PLT_RETRO_PHASE: heads the rows of a phase
 * @PLT_RETRO_GROUP: a task with tasks in it
 * @PLT_RETRO_REGISTER: a milestone of another register
 */
typedef enum
{
  PLT_RETRO_PHASE,
  PLT_RETRO_GROUP,
  PLT_RETRO_TASK,
  PLT_RETRO_MILESTONE,
  PLT_RETRO_REGISTER,
} PltRetroKind;

typedef enum
{
  PLT_RETRO_TO_COME,
  PLT_RETRO_UNDER_WAY,
  PLT_RETRO_DONE,
  PLT_RETRO_LATE, /* on the day asked: should have begun, be further, or be done */
} PltRetroState;

/**
 * PltRetroRow:
 * @ref: the row it shows, to open it; of a phase and of the engine's delivery that of production
 * @task: (nullable): of groups, tasks, milestones
 * @index: in the network, or %PLT_NETWORK_NONE
 * @name: name of the task; of a phase its id; of a register what it is about
 * @phase: id
 * @depth: 0 for a phase
 * @n_below: rows right after this one that are part of it
 * @dates: all of them; of a phase and a register, start and finish only
 * @days: of its calendar, or calendar days when @calendar_days; 0 for a milestone
 * @is_dated: FALSE: nothing gives it a place, @dates mean nothing
 * @is_held: not placed by the engine: locked, anchored, under way, done, or typed
 * @progress: per cent; of groups and phases by the days of their tasks
 * @late_days: working days late, when @state is PLT_RETRO_LATE
 * @in_baseline: has dates in the baseline
 * @start_drift: working days later than the baseline, below 0 earlier; with @finish_drift
 * @people: (owned): of task_person, "Inès Marchetti, régie"; "" without
 */
typedef struct
{
  PltRetroKind kind;
  PltRef ref;
  const PltTaskFacts *task;
  int index;
  const char *name, *phase;
  guint depth, n_below;
  PltNetworkDates dates;
  int days;
  gboolean calendar_days, is_dated, is_held;
  PltRetroState state;
  int progress, late_days;
  gboolean in_baseline;
  PltDate baseline_start, baseline_finish;
  int start_drift, finish_drift;
  char *people;
} PltRetroRow;

/**
 * PltRetroHead:
 * @delivery: PAD, PLT_DATE_NONE when the production has none
 * @reached: earliest day on which the delivery can be
 * @start: first day of all
 * @margin: working days by which the chain can slip before @delivery has to: the least slack of its
 *   tasks, each in the working days of its own calendar (rooms closed in August leave an edit less
 *   than the delivery has), of the delivery's for one that lasts calendar days; 0 when some are
 *   missing. One day more on that task, and the delivery is missed
 * @missing: working days of the worst shortage, 0 when all can be kept
 * @behind: working days by which the delivery is missed even if all that should have begun begins
 *   on the day asked: of the task that is the furthest behind its latest start; 0 when none is
 * @behind_task: (nullable): that task
 * @missed: (nullable): the task that misses something, NULL also for the engine's delivery
 * @chain: (element-type guint): tasks of the network, first to last: those that make the shortage,
 *   else those that leave the delivery the least margin
 * @progress: per cent of the days of all tasks
 */
typedef struct
{
  PltDate delivery, reached, start;
  int margin, missing, behind;
  const PltTaskFacts *missed, *behind_task;
  GArray *chain;
  guint n_tasks, n_done, n_late, n_critical;
  int progress;
} PltRetroHead;

/**
 * PltRetroOptions:
 * @today: the day it is, PLT_DATE_NONE: nothing is late
 * @baseline: row of "baseline"; 0 the latest one, below 0 none
 * @with_registers: rows of other registers too
 * @without_issues: no sentences, for what only wants dates
 */
typedef struct
{
  PltDate today;
  gint64 baseline;
  gboolean with_registers, without_issues;
} PltRetroOptions;

/**
 * PltRetro:
 * @rows: (element-type PltRetroRow): phases in the order of the work, their groups and tasks in
 *   theirs, then the milestones of registers by date
 * @input: what the network was made of: `id` of tasks and links are rows, below 0 the engine's own
 * @network: for plt_network_move(), plt_network_would_cycle(), plt_network_is_open()
 * @schedule: its plan
 * @baseline: (nullable)
 * @issues: (element-type PltIssue): rules "retro.*"
 */
typedef struct
{
  const PltFacts *facts;
  GArray *rows;
  PltRetroHead head;
  PltNetworkInput input;
  PltNetwork *network;
  PltNetworkPlan *schedule;
  const PltBaselineFacts *baseline;
  GPtrArray *issues;
  struct _PltRetroData *data; /* what the input borrows from */
} PltRetro;

/**
 * plt_retro_new:
 * @plan: the plan de travail whose shooting days anchor the rest
 * @options: (nullable)
 *
 * Returns: (transfer full): borrows from the facts; without tasks it has no rows but registers
 */
PltRetro *
plt_retro_new (const PltFacts *facts, const PltPlan *plan, const PltRetroOptions *options);
void plt_retro_free (PltRetro *self);
/* (nullable): the row of a task, by its id */
const PltRetroRow *plt_retro_find (const PltRetro *self, gint64 task);
/* Index of a task in the network, or PLT_NETWORK_NONE. */
int plt_retro_index (const PltRetro *self, gint64 task);
/* (transfer full): "PAD 14 nov. · 9 working days of margin", "12 working days are missing" */
char *plt_retro_head_text (const PltRetro *self);
/* A festival, a show, a tour: it opens, and delivers nothing to be broadcast. */
gboolean plt_retro_is_shown_live (const PltRetro *self);
/* (transfer full): "Montage → Mixage → Livraison" */
char *plt_retro_chain_text (const PltRetro *self);
/* Names of what is shown, translated. */
const char *plt_retro_state_name (PltRetroState state);
const char *
plt_retro_state_id (PltRetroState state); /* "fait", "en-cours", "a-venir", "en-retard" */
const char *plt_retro_phase_id (guint phase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRetro, plt_retro_free)

G_END_DECLS

/* PltNetworkInput: tasks, links and calendars of a rétroplanning as plain values.
 *
 * What the scheduling engine (plt-network.h) computes from, what the templates give and what the
 * files of other programs are read into. Nothing here is owned: strings and arrays are the
 * caller's. Places in arrays are indices; `id` is the caller's row, for findings.
 *
 * A day is whole. A task of n days works on n days, its finish is the last of them. A milestone
 * (0 days) is at the end of its day, so that what follows it begins on the next one; one that opens
 * its day ("first day of shooting") has `morning`, and what follows it may begin on the same day.
 *
 * Working days are those of the task's calendar. Calendar days are all days: a task that lasts
 * calendar days may begin and end on a Sunday, as a delay of the law does. */
#pragma once

#include "plt-date.h"

G_BEGIN_DECLS

#define PLT_NETWORK_MAX_DAYS 3660 /* of one task or one lag; more is cut, and said */
#define PLT_NETWORK_NONE (-1)     /* no parent, no link */

typedef enum
{
  PLT_NETWORK_WORKING,
  PLT_NETWORK_CALENDAR,
} PltNetworkUnit;

/**
 * PltNetworkKind:
 * @PLT_NETWORK_FS: the second begins after the first is finished
 * @PLT_NETWORK_SS: the second begins with the first or later
 * @PLT_NETWORK_FF: the second is finished with the first or later
 * @PLT_NETWORK_SF: the second is finished after the first has begun
 */
typedef enum
{
  PLT_NETWORK_FS,
  PLT_NETWORK_SS,
  PLT_NETWORK_FF,
  PLT_NETWORK_SF,
  PLT_NETWORK_N_KINDS,
} PltNetworkKind;

/**
 * PltNetworkConstraint:
 * @PLT_NETWORK_AS_PLAN: early in a plan from its start, late in a plan from its end
 * @PLT_NETWORK_EARLY: as early as possible
 * @PLT_NETWORK_LATE: as late as possible without moving anything else
 * @PLT_NETWORK_START_FROM: start no earlier than the date
 * @PLT_NETWORK_START_BY: start no later than the date
 * @PLT_NETWORK_FINISH_FROM: finish no earlier than the date
 * @PLT_NETWORK_FINISH_BY: finish no later than the date
 * @PLT_NETWORK_START_ON: must start on the date
 * @PLT_NETWORK_FINISH_ON: must finish on the date
 */
typedef enum
{
  PLT_NETWORK_AS_PLAN,
  PLT_NETWORK_EARLY,
  PLT_NETWORK_LATE,
  PLT_NETWORK_START_FROM,
  PLT_NETWORK_START_BY,
  PLT_NETWORK_FINISH_FROM,
  PLT_NETWORK_FINISH_BY,
  PLT_NETWORK_START_ON,
  PLT_NETWORK_FINISH_ON,
  PLT_NETWORK_N_CONSTRAINTS,
} PltNetworkConstraint;

/**
 * PltNetworkState:
 * @PLT_NETWORK_FREE: placed by the engine
 * @PLT_NETWORK_LOCKED: stays on @start and @finish, even on a closed day
 * @PLT_NETWORK_STARTED: really began on @start, lasts its days
 * @PLT_NETWORK_DONE: really began on @start and ended on @finish
 */
typedef enum
{
  PLT_NETWORK_FREE,
  PLT_NETWORK_LOCKED,
  PLT_NETWORK_STARTED,
  PLT_NETWORK_DONE,
} PltNetworkState;

/**
 * PltNetworkKeeper:
 * @PLT_NETWORK_BY_HAND: unlocking a locked task lets it move
 * @PLT_NETWORK_BY_SHOOT: its date is that of shooting days, which move in the plan de travail
 * @PLT_NETWORK_BY_PRODUCTION: its date is the production's
 */
typedef enum
{
  PLT_NETWORK_BY_HAND,
  PLT_NETWORK_BY_SHOOT,
  PLT_NETWORK_BY_PRODUCTION,
} PltNetworkKeeper;

/**
 * PltNetworkTask:
 * @id: row of the caller
 * @name: for the sentences
 * @parent: index of the group it is part of, or %PLT_NETWORK_NONE. A task that is a parent is a
 *   group: it spans its children; of its own it has start-from, finish-by and deadline only
 * @days: 0 is a milestone
 * @unit: of @days
 * @calendar: index; its working days are those of the lags that lead to the task, too
 * @constraint: with @date
 * @deadline: last day on which it may finish, or PLT_DATE_NONE: never moves the task, makes slack
 *   negative
 * @state: with @start and @finish; when one of both is missing it follows from the days, when both
 *   are the task is free
 * @progress: per cent
 * @morning: of a milestone: it opens its day
 * @keeper: who keeps its date when it is locked: for the words of what helps
 */
typedef struct
{
  gint64 id;
  const char *name;
  int parent;
  int days;
  PltNetworkUnit unit;
  guint calendar;
  PltNetworkConstraint constraint;
  PltDate date;
  PltDate deadline;
  PltNetworkState state;
  PltDate start, finish;
  int progress;
  gboolean morning;
  PltNetworkKeeper keeper;
} PltNetworkTask;

/**
 * PltNetworkLink:
 * @id: row of the caller
 * @from: index of the first task; a group stands for all its tasks, with FS and FF
 * @to: index of the second task; a group stands for all its tasks, with FS and SS
 * @lag: days to wait, below 0: overlap
 * @unit: of @lag
 */
typedef struct
{
  gint64 id;
  guint from, to;
  PltNetworkKind kind;
  int lag;
  PltNetworkUnit unit;
} PltNetworkLink;

/* Both days included. */
typedef struct
{
  PltDate from, to;
} PltNetworkSpan;

/**
 * PltNetworkCalendar:
 * @name: for the sentences
 * @weekdays: bit 0 Monday ... bit 6 Sunday
 * @closed: holidays and closings, in any order
 * @opened: days worked all the same; they win over @closed
 */
typedef struct
{
  const char *name;
  guint weekdays;
  const PltNetworkSpan *closed;
  guint n_closed;
  const PltNetworkSpan *opened;
  guint n_opened;
} PltNetworkCalendar;

#define PLT_NETWORK_MONDAY_TO_FRIDAY 0x1fu
#define PLT_NETWORK_EVERY_DAY 0x7fu

/**
 * PltNetworkInput:
 * @calendars: the first one is that of tasks that name no other; without any, Monday to Friday
 * @start: of the whole plan, or PLT_DATE_NONE
 * @end: of the whole plan (the PAD), or PLT_DATE_NONE
 * @backward: placed from the end: as late as possible. Else from the start, as early as possible.
 *   Where the date that this needs is missing, the last, or first, of the deadlines and constraint
 *   dates takes its place, then of the locked and real dates
 */
typedef struct
{
  const PltNetworkTask *tasks;
  guint n_tasks;
  const PltNetworkLink *links;
  guint n_links;
  const PltNetworkCalendar *calendars;
  guint n_calendars;
  PltDate start, end;
  gboolean backward;
} PltNetworkInput;

/* A free task of that many working days, to be changed as needed. */
#define PLT_NETWORK_TASK(i, n, d)                                                                  \
  ((PltNetworkTask){ .id = (i),                                                                    \
                     .name = (n),                                                                  \
                     .parent = PLT_NETWORK_NONE,                                                   \
                     .days = (d),                                                                  \
                     .date = PLT_DATE_NONE,                                                        \
                     .deadline = PLT_DATE_NONE,                                                    \
                     .start = PLT_DATE_NONE,                                                       \
                     .finish = PLT_DATE_NONE })

G_END_DECLS

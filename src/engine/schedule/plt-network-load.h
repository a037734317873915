/* Who has how much to do on which day, against what they can; what is late; what moved since a
 * baseline. On the plan of a network, pure.
 *
 * Load is counted in per cent of a day, on the open days of the task from its first to its last
 * day. A milestone loads nobody. What a resource can do on a day is its capacity when its own
 * calendar is open, nothing when it is closed. */
#pragma once

#include "plt-network.h"

G_BEGIN_DECLS

#define PLT_NETWORK_FULL_DAY 100

/**
 * PltNetworkResource:
 * @id: row of the caller
 * @name: person, team, room
 * @capacity: per cent of a day; 200 for a team of two
 * @calendar: (nullable): its own days off; without one it is there every day
 */
typedef struct
{
  gint64 id;
  const char *name;
  int capacity;
  const PltNetworkCalendar *calendar;
} PltNetworkResource;

typedef struct
{
  guint task, resource;
  int percent; /* of each of the task's days */
} PltNetworkAssignment;

/**
 * PltNetworkLoad:
 * @resource: index
 * @first: day of @days[0]
 * @days: (element-type gint32): per cent by day
 */
typedef struct
{
  guint resource;
  PltDate first;
  GArray *days;
} PltNetworkLoad;

/**
 * PltNetworkOverload:
 * @resource: index
 * @from: first day with too much
 * @to: last of them; days without any work between them do not interrupt it
 * @peak: per cent on the worst day
 * @capacity: on that day
 * @tasks: (element-type guint): that make it, by index
 */
typedef struct
{
  guint resource;
  PltDate from, to;
  int peak, capacity;
  GArray *tasks;
} PltNetworkOverload;

typedef struct
{
  const PltNetworkResource *resources;
  guint n_resources;
  const PltNetworkAssignment *assignments;
  guint n_assignments;
} PltNetworkTeam;

/* One a resource that has work, by index. (transfer full) (element-type PltNetworkLoad) */
GPtrArray *
plt_network_load (const PltNetwork *self, const PltNetworkPlan *plan, const PltNetworkTeam *team);
/* By resource, then by date. (transfer full) (element-type PltNetworkOverload) */
GPtrArray *plt_network_overloads (const PltNetwork *self,
                                  const PltNetworkPlan *plan,
                                  const PltNetworkTeam *team);
/* The same in words, as "network.overload" on the first of the tasks. */
void plt_network_check_load (const PltNetwork *self,
                             const PltNetworkPlan *plan,
                             const PltNetworkTeam *team,
                             GPtrArray *issues);

/* ---- against a day ---- */

/**
 * PltNetworkLateness:
 * @PLT_NETWORK_NOT_STARTED: should have begun
 * @PLT_NETWORK_BEHIND: has begun, and less of it is done than by now it should be
 * @PLT_NETWORK_NOT_FINISHED: should be done
 */
typedef enum
{
  PLT_NETWORK_NOT_STARTED,
  PLT_NETWORK_BEHIND,
  PLT_NETWORK_NOT_FINISHED,
} PltNetworkLateness;

/**
 * PltNetworkLate:
 * @task: no group, not done
 * @days: working days that it is late
 * @expected: per cent that should be done at the end of that day
 */
typedef struct
{
  guint task;
  PltNetworkLateness lateness;
  int days, expected;
} PltNetworkLate;

/* At the end of `status`: most days first. (transfer full) (element-type PltNetworkLate) */
GArray *plt_network_late (const PltNetwork *self, const PltNetworkPlan *plan, PltDate status);
/* The same in words, as "network.late". */
void plt_network_check_late (const PltNetwork *self,
                             const PltNetworkPlan *plan,
                             PltDate status,
                             GPtrArray *issues);

/* ---- against a baseline ---- */

/* A task as it was once fixed; `id` is the row of the task. */
typedef struct
{
  gint64 id;
  PltDate start, finish;
} PltNetworkBaseline;

/**
 * PltNetworkDrift:
 * @task: index, or PLT_NETWORK_NONE for a task of the baseline that is there no more
 * @id: its row
 * @is_new: was not in the baseline
 * @start_days: working days of its calendar that it begins later, below 0 earlier
 * @finish_days: likewise its end
 */
typedef struct
{
  int task;
  gint64 id;
  gboolean is_new;
  int start_days, finish_days;
} PltNetworkDrift;

/* What differs: by task, then what is gone in the order of the baseline. (transfer full)
 * (element-type PltNetworkDrift) */
GArray *plt_network_drift (const PltNetwork *self,
                           const PltNetworkPlan *plan,
                           const PltNetworkBaseline *baseline,
                           guint n_baseline);

G_END_DECLS

/* The inside of PltNetwork, shared by its files.
 *
 * An instant is the boundary before a day: a task occupies [S, E), E the day after its last one. A
 * task is placed by the index of its first day among the open days of its calendar; `span` more of
 * them make its last day. So S = day (i) + s_off and E = day (i + span) + e_off, with s_off 1 for a
 * milestone at the end of its day and e_off 0 for one at its beginning: for a milestone S = E. */
#pragma once

#include "plt-network-days.h"
#include "plt-network.h"

G_BEGIN_DECLS

#define PLT_NETWORK_FAR G_MAXINT32

/* How a task stands in the sums. */
typedef enum
{
  LEAF_FREE,
  LEAF_LOCKED,
  LEAF_STARTED,
  LEAF_DONE,
} PltNetworkPin;

typedef struct
{
  gint32 span;
  guint8 s_off, e_off;
  guint8 pin;         /* PltNetworkPin */
  guint8 late, early; /* as its constraint says, or the plan */
  guint16 calendar;   /* of its days: index in days */
  guint16 lag_calendar;
  guint8 is_group;
  guint8 is_dragged;    /* held where a drag puts it */
  PltDate pin_s, pin_e; /* instants of what is pinned */
  gint32 low, high;     /* own bounds of the index: constraint and deadline */
} PltNetworkLeaf;

/* One end of a link, in the order of its task. */
typedef struct
{
  gint32 lag;
  guint32 other; /* task at the other end */
  guint32 link;
  guint16 calendar;
  guint8 kind;
} PltNetworkArc;

struct _PltNetwork
{
  const PltNetworkInput *input;
  guint n;
  PltNetworkDays **days; /* n_calendars of them, then every day */
  guint n_days;
  PltNetworkLeaf *leaves;
  PltNetworkArc *in, *out;       /* without those ignored */
  guint *in_first, *out_first;   /* n + 1 */
  guint *children, *child_first; /* n + 1 */
  guint *order;                  /* nodes: task * 2, and task * 2 + 1 for the end of a group */
  guint n_order;
  PltDate first, last;             /* horizon */
  PltDate known_first, known_last; /* of the dates of the input */
  guint8 *ignored;                 /* by link */
};

/* Places of all tasks in one of the passes. */
typedef struct
{
  gint32 *index;  /* of leaves */
  PltDate *s, *e; /* instants; of groups the first S and the last E */
} PltNetworkPlaces;

/* Bounds that groups hand to their tasks: an instant and a day. */
typedef struct
{
  PltDate *instant, *day;
} PltNetworkGates;

typedef struct
{
  PltNetworkPlaces early, late, place;
  PltNetworkGates low, high;    /* of the sweep before */
  gint32 *free_low, *free_high; /* of leaves, with everything else where it is placed */
  PltDate start, end;           /* of the plan as computed with */
  guint8 *outside;              /* by task, and as many to be thrown away */
  gint32 *block;
} PltNetworkWork;

#define NODE_TASK(node) ((node) >> 1)
#define NODE_IS_END(node) (((node) &1u) != 0)

void plt_network_work_init (PltNetworkWork *work, const PltNetwork *self);
void plt_network_work_clear (PltNetworkWork *work);
void plt_network_run (const PltNetwork *self, const PltNetworkLeaf *leaves, PltNetworkWork *work);
PltNetworkPlan *plt_network_schedule_of (const PltNetwork *self, const PltNetworkLeaf *leaves);
PltNetworkPlan *plt_network_plan_from (const PltNetwork *self,
                                       const PltNetworkLeaf *leaves,
                                       const PltNetworkWork *work);
/* The instant that a link asks of its second task, with the first one there. */
PltDate plt_network_arc_instant (const PltNetwork *self,
                                 const PltNetworkArc *arc,
                                 PltDate first_s,
                                 PltDate first_e);
/* Shortages and issues on leaves that may differ from the network's own. */
GPtrArray *plt_network_shortages_of (const PltNetwork *self,
                                     const PltNetworkLeaf *leaves,
                                     const PltNetworkPlan *plan);
void plt_network_check_of (const PltNetwork *self,
                           const PltNetworkLeaf *leaves,
                           const PltNetworkPlan *plan,
                           GPtrArray *issues);

static inline gboolean
plt_network_asks_start (const PltNetworkArc *arc)
{
  return arc->kind == PLT_NETWORK_FS || arc->kind == PLT_NETWORK_SS;
}

static inline gboolean
plt_network_asks_of_end (const PltNetworkArc *arc)
{
  return arc->kind == PLT_NETWORK_FS || arc->kind == PLT_NETWORK_FF;
}

/* Least index at which the first instant, or the last one, is not before x. */
static inline gint32
plt_network_low_index (const PltNetworkDays *days,
                       const PltNetworkLeaf *leaf,
                       gboolean start,
                       PltDate x)
{
  return start ? plt_network_days_before (days, x - leaf->s_off)
               : plt_network_days_before (days, x - leaf->e_off) - leaf->span;
}

/* Greatest index at which it is not after x. */
static inline gint32
plt_network_high_index (const PltNetworkDays *days,
                        const PltNetworkLeaf *leaf,
                        gboolean start,
                        PltDate x)
{
  return start ? plt_network_days_before (days, x - leaf->s_off + 1) - 1
               : plt_network_days_before (days, x - leaf->e_off + 1) - 1 - leaf->span;
}

/* Its length, and its own bounds, that depend on it. */
void plt_network_size_leaf (PltNetworkLeaf *leaf, int days, gboolean morning);
void
plt_network_bound_leaf (const PltNetwork *self, PltNetworkLeaf *leaf, const PltNetworkTask *task);
/* Pins a leaf on dates; NONE follows from the days. */
void plt_network_pin (
    const PltNetwork *self, PltNetworkLeaf *leaf, PltNetworkPin pin, PltDate start, PltDate finish);

static inline PltDate
plt_network_first_day (const PltNetworkLeaf *leaf, PltDate s)
{
  return s - leaf->s_off;
}

static inline PltDate
plt_network_last_day (const PltNetworkLeaf *leaf, PltDate e)
{
  return e - leaf->e_off;
}

G_END_DECLS

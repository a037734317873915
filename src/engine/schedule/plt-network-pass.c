/* The sweeps: earliest places along the order of work, latest ones against it, the planned ones. */
#include <string.h>

#include "plt-network-private.h"

#define LONG_AGO (-(1 << 29))
#define NEVER (1 << 29)

/* What a sweep does with the bound of a leaf. */
typedef enum
{
  SWEEP_PLACE,  /* puts the leaf there */
  SWEEP_SOME,   /* those that the direction is for; the others stay at their places */
  SWEEP_RECORD, /* only notes it */
} Sweep;

/* ---- lags ---- */

/* The least instant that is `lag` open days after x: the least y with as many more open days before
 * it. For a lag of 0 x itself. */
static inline PltDate
shift (const PltNetworkDays *days, PltDate x, gint32 lag)
{
  gint32 number;

  if (lag == 0)
    return x;
  number = plt_network_days_before (days, x) + lag;
  return number <= 0 ? days->first : plt_network_days_day (days, number - 1) + 1;
}

/* The greatest instant whose shift is not after y. */
static inline PltDate
unshift (const PltNetworkDays *days, PltDate y, gint32 lag)
{
  gint32 number;

  if (lag == 0)
    return y;
  number = plt_network_days_before (days, y) - lag;
  return number >= days->n_open ? days->last + 1 : plt_network_days_day (days, number);
}

PltDate
plt_network_arc_instant (const PltNetwork *self,
                         const PltNetworkArc *arc,
                         PltDate first_s,
                         PltDate first_e)
{
  return shift (self->days[arc->calendar], plt_network_asks_of_end (arc) ? first_e : first_s,
                arc->lag);
}

/* ---- places ---- */

static void
put (const PltNetwork *self,
     const PltNetworkLeaf *leaf,
     guint task,
     gint32 index,
     PltNetworkPlaces *places,
     guint8 *outside)
{
  const PltNetworkDays *days = self->days[leaf->calendar];
  gint32 most = MAX (days->n_open - 1 - leaf->span, 0);

  if (index < 0 || index > most)
    {
      outside[task] = 1;
      index = CLAMP (index, 0, most);
    }
  places->index[task] = index;
  places->s[task] = plt_network_days_day (days, index) + leaf->s_off;
  places->e[task] = plt_network_days_day (days, index + leaf->span) + leaf->e_off;
}

static void
put_pinned (const PltNetwork *self,
            const PltNetworkLeaf *leaf,
            guint task,
            PltNetworkPlaces *places)
{
  places->index[task] = plt_network_days_before (self->days[leaf->calendar],
                                                 plt_network_first_day (leaf, leaf->pin_s));
  places->s[task] = leaf->pin_s;
  places->e[task] = leaf->pin_e;
}

/* A group from the first to the last of its tasks. */
static void
span_children (const PltNetwork *self, guint group, PltNetworkPlaces *places)
{
  PltDate s = NEVER, e = LONG_AGO;

  for (guint i = self->child_first[group]; i < self->child_first[group + 1]; i++)
    {
      s = MIN (s, places->s[self->children[i]]);
      e = MAX (e, places->e[self->children[i]]);
    }
  places->s[group] = s;
  places->e[group] = e;
}

/* ---- along the order ---- */

static void
open_gate (const PltNetwork *self,
           guint group,
           const PltNetworkPlaces *places,
           PltDate start,
           PltNetworkGates *gates)
{
  const PltNetworkTask *task = &self->input->tasks[group];
  PltDate instant = task->parent >= 0 ? gates->instant[task->parent] : LONG_AGO;
  PltDate day = task->parent >= 0 ? gates->day[task->parent] : start;

  for (guint i = self->in_first[group]; i < self->in_first[group + 1]; i++)
    {
      const PltNetworkArc *arc = &self->in[i];

      instant = MAX (instant, plt_network_arc_instant (self, arc, places->s[arc->other],
                                                       places->e[arc->other]));
    }
  if (task->constraint == PLT_NETWORK_START_FROM && task->date != PLT_DATE_NONE)
    day = MAX (day, task->date);
  gates->instant[group] = instant;
  gates->day[group] = day;
}

static gint32
low_of (const PltNetwork *self,
        const PltNetworkLeaf *leaf,
        guint task,
        const PltNetworkPlaces *places,
        PltDate start,
        const PltNetworkGates *gates)
{
  const PltNetworkDays *days = self->days[leaf->calendar];
  int parent = self->input->tasks[task].parent;
  gint32 low
      = MAX (leaf->low, plt_network_days_before (days, parent >= 0 ? gates->day[parent] : start));

  if (parent >= 0)
    low = MAX (low, plt_network_low_index (days, leaf, TRUE, gates->instant[parent]));
  for (guint i = self->in_first[task]; i < self->in_first[task + 1]; i++)
    {
      const PltNetworkArc *arc = &self->in[i];
      PltDate x = plt_network_arc_instant (self, arc, places->s[arc->other], places->e[arc->other]);

      low = MAX (low, plt_network_low_index (days, leaf, plt_network_asks_start (arc), x));
    }
  return low;
}

static void
sweep_low (const PltNetwork *self,
           const PltNetworkLeaf *leaves,
           PltNetworkWork *work,
           Sweep sweep,
           PltNetworkPlaces *places)
{
  for (guint i = 0; i < self->n_order; i++)
    {
      guint node = self->order[i], task = NODE_TASK (node);
      const PltNetworkLeaf *leaf = &leaves[task];
      gint32 low;

      if (leaf->is_group)
        {
          if (!NODE_IS_END (node))
            open_gate (self, task, places, work->start, &work->low);
          else if (sweep != SWEEP_RECORD)
            span_children (self, task, places);
          continue;
        }
      low = low_of (self, leaf, task, places, work->start, &work->low);
      if (sweep == SWEEP_RECORD)
        work->free_low[task] = low;
      else if (leaf->pin != LEAF_FREE)
        put_pinned (self, leaf, task, places);
      else if (sweep == SWEEP_PLACE || leaf->early)
        put (self, leaf, task, low, places, work->outside);
    }
}

/* ---- against the order ---- */

/* Whether a second task still binds those before it: what has begun binds no start. */
static gboolean
binds (const PltNetworkLeaf *second, gboolean start)
{
  return second->pin != LEAF_DONE && (second->pin != LEAF_STARTED || !start);
}

static gboolean
arc_limit (const PltNetwork *self,
           const PltNetworkLeaf *leaves,
           const PltNetworkArc *arc,
           const PltNetworkPlaces *places,
           const PltDate *group_s,
           PltDate *limit)
{
  const PltNetworkLeaf *second = &leaves[arc->other];
  gboolean start = plt_network_asks_start (arc);
  PltDate y;

  if (second->is_group)
    y = group_s[arc->other];
  else if (!binds (second, start))
    return FALSE;
  else
    y = start ? places->s[arc->other] : places->e[arc->other];
  if (y == NEVER)
    return FALSE;
  *limit = unshift (self->days[arc->calendar], y, arc->lag);
  return TRUE;
}

/* The gate of a group at its end; `high.day` of it is the last day, `high.instant` the instant. */
static void
close_gate (const PltNetwork *self,
            const PltNetworkLeaf *leaves,
            guint group,
            const PltNetworkPlaces *places,
            const PltDate *group_s,
            PltDate end,
            PltNetworkGates *gates)
{
  const PltNetworkTask *task = &self->input->tasks[group];
  PltDate instant = task->parent >= 0 ? gates->instant[task->parent] : NEVER;
  PltDate day = task->parent >= 0 ? gates->day[task->parent] : end, limit;

  for (guint i = self->out_first[group]; i < self->out_first[group + 1]; i++)
    if (arc_limit (self, leaves, &self->out[i], places, group_s, &limit))
      instant = MIN (instant, limit);
  if (task->constraint == PLT_NETWORK_FINISH_BY && task->date != PLT_DATE_NONE)
    day = MIN (day, task->date);
  if (task->deadline != PLT_DATE_NONE)
    day = MIN (day, task->deadline);
  gates->instant[group] = instant;
  gates->day[group] = day;
}

static gint32
high_of (const PltNetwork *self,
         const PltNetworkLeaf *leaves,
         guint task,
         const PltNetworkPlaces *places,
         const PltDate *group_s,
         PltDate end,
         const PltNetworkGates *gates)
{
  const PltNetworkLeaf *leaf = &leaves[task];
  const PltNetworkDays *days = self->days[leaf->calendar];
  int parent = self->input->tasks[task].parent;
  PltDate day = parent >= 0 ? gates->day[parent] : end, limit;
  gint32 high = MIN (leaf->high, plt_network_days_before (days, day + 1) - 1 - leaf->span);

  if (parent >= 0)
    high = MIN (high, plt_network_high_index (days, leaf, FALSE, gates->instant[parent]));
  for (guint i = self->out_first[task]; i < self->out_first[task + 1]; i++)
    {
      const PltNetworkArc *arc = &self->out[i];

      if (arc_limit (self, leaves, arc, places, group_s, &limit))
        high = MIN (high,
                    plt_network_high_index (days, leaf, !plt_network_asks_of_end (arc), limit));
    }
  return high;
}

/* The first start among the tasks of a group that still bind what is before them. */
static PltDate
binding_start (const PltNetwork *self,
               const PltNetworkLeaf *leaves,
               guint group,
               const PltNetworkPlaces *places,
               const PltDate *group_s)
{
  PltDate s = NEVER;

  for (guint i = self->child_first[group]; i < self->child_first[group + 1]; i++)
    {
      guint child = self->children[i];

      if (leaves[child].is_group)
        s = MIN (s, group_s[child]);
      else if (binds (&leaves[child], TRUE))
        s = MIN (s, places->s[child]);
    }
  return s;
}

static void
sweep_high (const PltNetwork *self,
            const PltNetworkLeaf *leaves,
            PltNetworkWork *work,
            Sweep sweep,
            PltNetworkPlaces *places,
            guint8 *outside)
{
  PltDate *group_s = work->low.instant; /* free in this direction */

  for (guint i = self->n_order; i-- > 0;)
    {
      guint node = self->order[i], task = NODE_TASK (node);
      const PltNetworkLeaf *leaf = &leaves[task];
      gint32 high;

      if (leaf->is_group)
        {
          if (NODE_IS_END (node))
            close_gate (self, leaves, task, places, group_s, work->end, &work->high);
          else
            {
              group_s[task] = binding_start (self, leaves, task, places, group_s);
              if (sweep != SWEEP_RECORD)
                span_children (self, task, places);
            }
          continue;
        }
      high = high_of (self, leaves, task, places, group_s, work->end, &work->high);
      if (sweep == SWEEP_RECORD)
        work->free_high[task] = high;
      else if (leaf->pin != LEAF_FREE)
        {
          put_pinned (self, leaf, task, places);
          if (sweep == SWEEP_PLACE)
            places->index[task] = high; /* for its slack */
        }
      else if (sweep == SWEEP_PLACE)
        put (self, leaf, task, high, places, outside);
      else if (leaf->late)
        put (self, leaf, task, MAX (high, work->early.index[task]), places, outside);
    }
}

/* ---- a run ---- */

void
plt_network_work_init (PltNetworkWork *work, const PltNetwork *self)
{
  gsize n = MAX (self->n, 1);
  gint32 **arrays[] = { &work->early.index,  &work->early.s,  &work->early.e,     &work->late.index,
                        &work->late.s,       &work->late.e,   &work->place.index, &work->place.s,
                        &work->place.e,      &work->low.day,  &work->low.instant, &work->high.day,
                        &work->high.instant, &work->free_low, &work->free_high };

  work->block = g_new0 (gint32, n * G_N_ELEMENTS (arrays));
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = work->block + i * n;
  work->outside = g_new0 (guint8, n * 2);
}

void
plt_network_work_clear (PltNetworkWork *work)
{
  g_clear_pointer (&work->block, g_free);
  g_clear_pointer (&work->outside, g_free);
}

static void
copy_places (const PltNetwork *self, const PltNetworkPlaces *from, PltNetworkPlaces *to)
{
  memcpy (to->index, from->index, self->n * sizeof *to->index);
  memcpy (to->s, from->s, self->n * sizeof *to->s);
  memcpy (to->e, from->e, self->n * sizeof *to->e);
}

static PltDate
last_day_of (const PltNetwork *self, const PltNetworkLeaf *leaves, const PltNetworkPlaces *places)
{
  PltDate last = LONG_AGO;

  for (guint i = 0; i < self->n; i++)
    if (!leaves[i].is_group)
      last = MAX (last, plt_network_last_day (&leaves[i], places->e[i]));
  return last > LONG_AGO ? last : self->known_last;
}

static PltDate
first_free_day (const PltNetwork *self,
                const PltNetworkLeaf *leaves,
                const PltNetworkPlaces *places)
{
  PltDate first = NEVER;

  for (guint i = 0; i < self->n; i++)
    if (!leaves[i].is_group && leaves[i].pin == LEAF_FREE)
      first = MIN (first, plt_network_first_day (&leaves[i], places->s[i]));
  return first < NEVER ? first : self->known_first;
}

static void
run_forward (const PltNetwork *self, const PltNetworkLeaf *leaves, PltNetworkWork *work)
{
  work->start = self->input->start != PLT_DATE_NONE ? self->input->start : self->known_first;
  sweep_low (self, leaves, work, SWEEP_PLACE, &work->early);
  work->end = self->input->end != PLT_DATE_NONE ? self->input->end
                                                : last_day_of (self, leaves, &work->early);
  /* Latest places before the horizon are not where anything is put. */
  sweep_high (self, leaves, work, SWEEP_PLACE, &work->late, work->outside + self->n);
  copy_places (self, &work->early, &work->place);
  sweep_high (self, leaves, work, SWEEP_SOME, &work->place, work->outside);
}

static void
run_backward (const PltNetwork *self, const PltNetworkLeaf *leaves, PltNetworkWork *work)
{
  work->end = self->input->end != PLT_DATE_NONE ? self->input->end : self->known_last;
  sweep_high (self, leaves, work, SWEEP_PLACE, &work->late, work->outside);
  work->start = self->input->start != PLT_DATE_NONE ? self->input->start
                                                    : first_free_day (self, leaves, &work->late);
  sweep_low (self, leaves, work, SWEEP_PLACE, &work->early);
  copy_places (self, &work->late, &work->place);
  for (guint i = 0; i < self->n; i++)
    if (!leaves[i].is_group && leaves[i].pin == LEAF_FREE
        && work->late.index[i] < work->early.index[i])
      put (self, &leaves[i], i, work->early.index[i], &work->place, work->outside);
  sweep_low (self, leaves, work, SWEEP_SOME, &work->place);
}

void
plt_network_run (const PltNetwork *self, const PltNetworkLeaf *leaves, PltNetworkWork *work)
{
  if (self->input->backward)
    run_backward (self, leaves, work);
  else
    run_forward (self, leaves, work);
  sweep_high (self, leaves, work, SWEEP_RECORD, &work->place, work->outside);
  /* last, so that the gates of the groups are those of the plan as it stands */
  sweep_low (self, leaves, work, SWEEP_RECORD, &work->place);
}

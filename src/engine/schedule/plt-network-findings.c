/* What cannot be kept, through which tasks, and what would help: shortages as values. */
#include <string.h>

#include "plt-network-private.h"

#define MANY_CHAINS 100 /* the worst ones are taken apart */

/* The earliest places as instants, of groups too. */
typedef struct
{
  const PltNetwork *self;
  const PltNetworkLeaf *leaves;
  const PltNetworkPlan *plan;
  PltDate *s, *e;
  GPtrArray *found;
} Early;

static void
shortage_free (PltNetworkShortage *shortage)
{
  g_array_unref (shortage->chain);
  g_array_unref (shortage->ways);
  g_free (shortage);
}

static void
collect_instants (Early *at)
{
  const PltNetwork *self = at->self;

  for (guint i = 0; i < self->n_order; i++)
    {
      guint node = self->order[i], task = NODE_TASK (node);

      if (!at->leaves[task].is_group)
        {
          at->s[task] = at->plan->tasks[task].early_start + at->leaves[task].s_off;
          at->e[task] = at->plan->tasks[task].early_finish + at->leaves[task].e_off;
          continue;
        }
      if (!NODE_IS_END (node))
        continue;
      at->s[task] = G_MAXINT32;
      at->e[task] = G_MININT32;
      for (guint c = self->child_first[task]; c < self->child_first[task + 1]; c++)
        {
          at->s[task] = MIN (at->s[task], at->s[self->children[c]]);
          at->e[task] = MAX (at->e[task], at->e[self->children[c]]);
        }
    }
}

static gint32
index_of (const Early *at, guint task)
{
  return plt_network_days_before (at->self->days[at->leaves[task].calendar],
                                  at->plan->tasks[task].early_start);
}

static guint
last_leaf (const Early *at, guint task)
{
  while (at->leaves[task].is_group)
    {
      guint first = at->self->child_first[task], best = at->self->children[first];

      for (guint c = first; c < at->self->child_first[task + 1]; c++)
        if (at->e[at->self->children[c]] > at->e[best])
          best = at->self->children[c];
      task = best;
    }
  return task;
}

/* ---- the chain ---- */

/* (nullable): the link that holds a task at its earliest place: its own, else one of its groups. */
static const PltNetworkArc *
tight_arc (const Early *at, guint task)
{
  const PltNetwork *self = at->self;
  const PltNetworkLeaf *leaf = &at->leaves[task];
  gint32 index = index_of (at, task);

  if (leaf->pin != LEAF_FREE)
    return NULL;
  for (int up = (int) task; up >= 0; up = self->input->tasks[up].parent)
    for (guint i = self->in_first[up]; i < self->in_first[up + 1]; i++)
      {
        const PltNetworkArc *arc = &self->in[i];
        PltDate x = plt_network_arc_instant (self, arc, at->s[arc->other], at->e[arc->other]);

        if (plt_network_low_index (self->days[leaf->calendar], leaf, plt_network_asks_start (arc),
                                   x)
            == index)
          return arc;
      }
  return NULL;
}

static void
chain_to (const Early *at, guint task, int link, GArray *chain)
{
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (PltNetworkStep));

  for (;;)
    {
      PltNetworkStep step = { task, link };
      const PltNetworkArc *arc = tight_arc (at, task);

      g_array_append_val (back, step);
      if (arc == NULL)
        break;
      task = last_leaf (at, arc->other);
      link = (int) arc->link;
    }
  for (guint i = back->len; i-- > 0;)
    g_array_append_val (chain, g_array_index (back, PltNetworkStep, i));
}

/* ---- the ways out ---- */

static void
add_way (PltNetworkShortage *shortage, PltNetworkRemedy remedy, int task, int link, int days)
{
  PltNetworkWay way = { remedy, task, link, days, PLT_DATE_NONE };

  if (days > 0)
    g_array_append_val (shortage->ways, way);
}

/* A shorter task helps where it is pushed at its start and pushes with its end. */
static void
add_shorter (const Early *at, PltNetworkShortage *shortage, guint i, gboolean by_start)
{
  const PltNetworkInput *input = at->self->input;
  const PltNetworkStep *step = &g_array_index (shortage->chain, PltNetworkStep, i);
  const PltNetworkLeaf *leaf = &at->leaves[step->task];
  gboolean by_end = !shortage->at_start;

  if (step->link >= 0)
    by_end = input->links[step->link].kind == PLT_NETWORK_FS
             || input->links[step->link].kind == PLT_NETWORK_FF;
  if (by_start && by_end && (leaf->pin == LEAF_FREE || leaf->pin == LEAF_STARTED))
    add_way (shortage, PLT_NETWORK_SHORTEN, (int) step->task, PLT_NETWORK_NONE,
             MIN (shortage->days, leaf->span));
}

static void
add_head (const Early *at, PltNetworkShortage *shortage)
{
  const PltNetworkInput *input = at->self->input;
  guint head = g_array_index (shortage->chain, PltNetworkStep, 0).task;
  const PltNetworkLeaf *leaf = &at->leaves[head];
  const PltNetworkDays *days = at->self->days[leaf->calendar];
  gint32 index = index_of (at, head);

  if (leaf->pin == LEAF_LOCKED)
    add_way (shortage, PLT_NETWORK_UNLOCK, (int) head, PLT_NETWORK_NONE, shortage->days);
  if (leaf->pin != LEAF_FREE)
    return;
  if (leaf->low == index)
    {
      add_way (shortage, PLT_NETWORK_EARLIER_DATE, (int) head, PLT_NETWORK_NONE, shortage->days);
      return;
    }
  for (int up = input->tasks[head].parent; up >= 0; up = input->tasks[up].parent)
    if (input->tasks[up].constraint == PLT_NETWORK_START_FROM
        && input->tasks[up].date != PLT_DATE_NONE
        && plt_network_days_before (days, input->tasks[up].date) == index)
      {
        add_way (shortage, PLT_NETWORK_EARLIER_DATE, up, PLT_NETWORK_NONE, shortage->days);
        return;
      }
  add_way (shortage, PLT_NETWORK_EARLIER_START, PLT_NETWORK_NONE, PLT_NETWORK_NONE, shortage->days);
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const PltNetworkWay *one = a, *two = b;

  if (one->remedy != two->remedy)
    return one->remedy < two->remedy ? -1 : 1;
  if (one->days != two->days)
    return one->days > two->days ? -1 : 1;
  if (one->task != two->task)
    return one->task < two->task ? -1 : 1;
  return one->link < two->link ? -1 : one->link > two->link;
}

static gboolean
begins_at_end (const PltNetworkTask *task)
{
  return task->constraint == PLT_NETWORK_FINISH_FROM || task->constraint == PLT_NETWORK_FINISH_ON;
}

static void
find_ways (const Early *at, PltNetworkShortage *shortage)
{
  const PltNetworkInput *input = at->self->input;
  const GArray *chain = shortage->chain;
  guint head = g_array_index (chain, PltNetworkStep, 0).task;
  gboolean by_start
      = at->leaves[head].low != index_of (at, head) || !begins_at_end (&input->tasks[head]);

  for (guint i = 0; i < chain->len; i++)
    {
      const PltNetworkStep *step = &g_array_index (chain, PltNetworkStep, i);
      gboolean is_target = i + 1 == chain->len && shortage->bound == PLT_NETWORK_BOUND_LOCK;

      if (!is_target)
        add_shorter (at, shortage, i, by_start);
      if (step->link < 0)
        continue;
      add_way (shortage, PLT_NETWORK_LESS_LAG, PLT_NETWORK_NONE, step->link,
               MIN (shortage->days, input->links[step->link].lag));
      by_start = input->links[step->link].kind == PLT_NETWORK_FS
                 || input->links[step->link].kind == PLT_NETWORK_SS;
    }
  add_head (at, shortage);
  g_array_sort (shortage->ways, compare_ways);
}

/* Through which tasks it comes, and what would help. */
static void
take_apart (const Early *at, PltNetworkShortage *shortage, gboolean whole)
{
  PltNetworkWay later = { PLT_NETWORK_LATER_BOUND, (int) shortage->task, shortage->link,
                          shortage->days, shortage->reached };
  PltNetworkStep step = { shortage->task, PLT_NETWORK_NONE };
  gboolean is_lock = shortage->bound == PLT_NETWORK_BOUND_LOCK;

  if (whole && is_lock)
    chain_to (at, last_leaf (at, at->self->input->links[shortage->link].from), shortage->link,
              shortage->chain);
  else if (whole)
    chain_to (at, last_leaf (at, shortage->task), PLT_NETWORK_NONE, shortage->chain);
  if (is_lock || !whole)
    g_array_append_val (shortage->chain, step);
  if (whole)
    find_ways (at, shortage);
  g_array_append_val (shortage->ways, later);
}

/* ---- the shortages ---- */

static PltNetworkShortage *
add_shortage (Early *at, guint task, PltNetworkBound bound)
{
  PltNetworkShortage *shortage = g_new0 (PltNetworkShortage, 1);

  shortage->task = task;
  shortage->bound = bound;
  shortage->link = PLT_NETWORK_NONE;
  shortage->chain = g_array_new (FALSE, FALSE, sizeof (PltNetworkStep));
  shortage->ways = g_array_new (FALSE, FALSE, sizeof (PltNetworkWay));
  g_ptr_array_add (at->found, shortage);
  return shortage;
}

/* The last day of a leaf is past a date, that may be the date of a group or of the whole. */
static void
check_finish (Early *at, guint task, guint leaf, PltNetworkBound bound, PltDate date)
{
  const PltNetworkDays *days = at->self->days[at->leaves[leaf].calendar];
  PltDate finish = at->plan->tasks[leaf].early_finish;
  PltNetworkShortage *shortage;

  if (finish <= date)
    return;
  shortage = add_shortage (at, task, bound);
  shortage->wanted = date;
  shortage->reached = finish;
  shortage->days = MAX (
      plt_network_days_before (days, finish + 1) - plt_network_days_before (days, date + 1), 1);
}

static void
check_start (Early *at, guint task, PltDate date)
{
  const PltNetworkDays *days = at->self->days[at->leaves[task].calendar];
  PltDate start = at->plan->tasks[task].early_start;
  PltNetworkShortage *shortage;

  if (start <= date)
    return;
  shortage = add_shortage (at, task, PLT_NETWORK_BOUND_CONSTRAINT);
  shortage->at_start = TRUE;
  shortage->wanted = date;
  shortage->reached = start;
  shortage->days
      = MAX (plt_network_days_before (days, start) - plt_network_days_before (days, date), 1);
}

static void
check_constraint (Early *at, guint task)
{
  const PltNetworkTask *row = &at->self->input->tasks[task];
  const PltNetworkDays *days = at->self->days[at->leaves[task].calendar];
  PltDate next, before;

  /* What is dragged has the date that it is dragged to. */
  if (row->date == PLT_DATE_NONE || at->leaves[task].is_dragged)
    return;
  next = plt_network_days_day (days, plt_network_days_before (days, row->date));
  before = plt_network_days_day (days, plt_network_days_before (days, row->date + 1) - 1);
  if (row->constraint == PLT_NETWORK_START_BY)
    check_start (at, task, row->date);
  else if (row->constraint == PLT_NETWORK_START_ON)
    check_start (at, task, next);
  else if (row->constraint == PLT_NETWORK_FINISH_BY)
    check_finish (at, task, task, PLT_NETWORK_BOUND_CONSTRAINT, row->date);
  else if (row->constraint == PLT_NETWORK_FINISH_ON)
    check_finish (at, task, task, PLT_NETWORK_BOUND_CONSTRAINT, before);
}

static void
check_task (Early *at, guint task)
{
  const PltNetworkTask *row = &at->self->input->tasks[task];
  guint leaf = last_leaf (at, task);

  if (at->leaves[task].pin == LEAF_DONE)
    return;
  if (row->deadline != PLT_DATE_NONE)
    check_finish (at, task, leaf, PLT_NETWORK_BOUND_DEADLINE, row->deadline);
  if (!at->leaves[task].is_group)
    check_constraint (at, task);
  else if (row->constraint == PLT_NETWORK_FINISH_BY && row->date != PLT_DATE_NONE)
    check_finish (at, task, leaf, PLT_NETWORK_BOUND_CONSTRAINT, row->date);
}

static void
check_end (Early *at)
{
  const PltNetworkInput *input = at->self->input;
  guint worst = G_MAXUINT;

  for (guint i = 0; i < at->self->n && input->end != PLT_DATE_NONE; i++)
    if (!at->leaves[i].is_group && at->leaves[i].pin != LEAF_DONE
        && (worst == G_MAXUINT
            || at->plan->tasks[i].early_finish > at->plan->tasks[worst].early_finish))
      worst = i;
  if (worst != G_MAXUINT)
    check_finish (at, worst, worst, PLT_NETWORK_BOUND_END, input->end);
}

/* A locked task that a link should push. */
static void
check_lock (Early *at, const PltNetworkArc *arc, guint task)
{
  const PltNetworkLeaf *leaf = &at->leaves[task];
  const PltNetworkDays *days = at->self->days[leaf->calendar];
  gboolean start = plt_network_asks_start (arc);
  PltDate x = plt_network_arc_instant (at->self, arc, at->s[arc->other], at->e[arc->other]);
  PltNetworkShortage *shortage;
  gint32 low;

  if (leaf->pin != LEAF_LOCKED || (start ? leaf->pin_s : leaf->pin_e) >= x)
    return;
  low = plt_network_low_index (days, leaf, start, x);
  shortage = add_shortage (at, task, PLT_NETWORK_BOUND_LOCK);
  shortage->link = (int) arc->link;
  shortage->at_start = start;
  shortage->wanted = start ? at->plan->tasks[task].start : at->plan->tasks[task].finish;
  shortage->reached = plt_network_days_day (days, start ? low : low + leaf->span);
  shortage->days = MAX (low - index_of (at, task), 1);
}

static void
check_locks (Early *at, guint task)
{
  const PltNetwork *self = at->self;

  if (at->leaves[task].pin != LEAF_LOCKED)
    return;
  for (int up = (int) task; up >= 0; up = self->input->tasks[up].parent)
    for (guint i = self->in_first[up]; i < self->in_first[up + 1]; i++)
      if (at->plan->links[self->in[i].link] & PLT_NETWORK_BROKEN)
        check_lock (at, &self->in[i], task);
}

static int
compare_shortages (gconstpointer a, gconstpointer b)
{
  const PltNetworkShortage *one = *(const PltNetworkShortage *const *) a;
  const PltNetworkShortage *two = *(const PltNetworkShortage *const *) b;

  if (one->days != two->days)
    return one->days > two->days ? -1 : 1;
  if (one->task != two->task)
    return one->task < two->task ? -1 : 1;
  if (one->bound != two->bound)
    return one->bound < two->bound ? -1 : 1;
  return one->link < two->link ? -1 : one->link > two->link;
}

GPtrArray *
plt_network_shortages_of (const PltNetwork *self,
                          const PltNetworkLeaf *leaves,
                          const PltNetworkPlan *plan)
{
  g_autofree PltDate *s = g_new0 (PltDate, MAX (self->n, 1));
  g_autofree PltDate *e = g_new0 (PltDate, MAX (self->n, 1));
  Early at = { self, leaves, plan,
               s,    e,      g_ptr_array_new_with_free_func ((GDestroyNotify) shortage_free) };

  collect_instants (&at);
  for (guint i = 0; i < self->n; i++)
    {
      check_task (&at, i);
      check_locks (&at, i);
    }
  check_end (&at);
  g_ptr_array_sort (at.found, compare_shortages);
  for (guint i = 0; i < at.found->len; i++)
    take_apart (&at, at.found->pdata[i], i < MANY_CHAINS);
  return at.found;
}

GPtrArray *
plt_network_shortages (const PltNetwork *self, const PltNetworkPlan *plan)
{
  g_return_val_if_fail (plan != NULL && plan->n_tasks == self->n, NULL);

  return plt_network_shortages_of (self, self->leaves, plan);
}

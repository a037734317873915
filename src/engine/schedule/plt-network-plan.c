/* The plan that the sweeps make: dates, slack, which links drive, the critical paths. */
#include <string.h>

#include "plt-network-private.h"

/* ---- dates ---- */

static void
date_leaf (const PltNetwork *self,
           const PltNetworkLeaf *leaf,
           guint i,
           const PltNetworkWork *work,
           PltNetworkDates *dates)
{
  gint32 here = work->place.index[i];

  dates->start = plt_network_first_day (leaf, work->place.s[i]);
  dates->finish = plt_network_last_day (leaf, work->place.e[i]);
  dates->early_start = plt_network_first_day (leaf, work->early.s[i]);
  dates->early_finish = plt_network_last_day (leaf, work->early.e[i]);
  dates->late_start = plt_network_first_day (leaf, work->late.s[i]);
  dates->late_finish = plt_network_last_day (leaf, work->late.e[i]);
  if (leaf->pin == LEAF_DONE)
    return;
  dates->slack = work->late.index[i] - work->early.index[i];
  dates->free_after = MAX (work->free_high[i] - here, 0);
  dates->free_before = leaf->pin == LEAF_STARTED ? 0 : MAX (here - work->free_low[i], 0);
  dates->critical = dates->slack <= 0;
}

static void
date_group (const PltNetwork *self, guint group, PltNetworkDates *all)
{
  PltNetworkDates *dates = &all[group];
  gboolean is_first = TRUE;

  for (guint i = self->child_first[group]; i < self->child_first[group + 1]; i++)
    {
      const PltNetworkDates *child = &all[self->children[i]];

      if (is_first)
        *dates = *child;
      is_first = FALSE;
      dates->start = MIN (dates->start, child->start);
      dates->finish = MAX (dates->finish, child->finish);
      dates->early_start = MIN (dates->early_start, child->early_start);
      dates->early_finish = MAX (dates->early_finish, child->early_finish);
      dates->late_start = MIN (dates->late_start, child->late_start);
      dates->late_finish = MAX (dates->late_finish, child->late_finish);
      dates->slack = MIN (dates->slack, child->slack);
      dates->free_after = MIN (dates->free_after, child->free_after);
      dates->free_before = MIN (dates->free_before, child->free_before);
      dates->critical = dates->critical || child->critical;
    }
}

/* ---- links ---- */

static void
flag_arc (const PltNetwork *self,
          const PltNetworkArc *arc,
          guint second,
          gboolean drives,
          PltNetworkPlan *plan)
{
  if (!drives)
    return;
  plan->links[arc->link] |= PLT_NETWORK_DRIVING;
  if (plan->tasks[arc->other].critical && plan->tasks[second].critical)
    plan->links[arc->link] |= PLT_NETWORK_ON_PATH;
}

static void
flag_leaf (const PltNetwork *self,
           const PltNetworkLeaf *leaf,
           guint task,
           const PltNetworkWork *work,
           PltNetworkPlan *plan)
{
  const PltNetworkDays *days = self->days[leaf->calendar];

  for (guint i = self->in_first[task]; i < self->in_first[task + 1]; i++)
    {
      const PltNetworkArc *arc = &self->in[i];
      gboolean start = plt_network_asks_start (arc);
      PltDate x = plt_network_arc_instant (self, arc, work->place.s[arc->other],
                                           work->place.e[arc->other]);

      if (leaf->pin == LEAF_FREE)
        flag_arc (self, arc, task,
                  plt_network_low_index (days, leaf, start, x) == work->place.index[task], plan);
      else if ((start ? leaf->pin_s : leaf->pin_e) < x)
        plan->links[arc->link] |= PLT_NETWORK_BROKEN;
    }
}

/* Up through the groups whose gate is what holds the task, or what it breaks. */
static void
flag_groups (const PltNetwork *self,
             const PltNetworkLeaf *leaf,
             guint task,
             const PltNetworkWork *work,
             guint8 *drives,
             PltNetworkPlan *plan)
{
  int parent = self->input->tasks[task].parent;
  PltDate gate;

  if (parent < 0)
    return;
  gate = work->low.instant[parent];
  if (leaf->pin == LEAF_FREE)
    {
      if (plt_network_low_index (self->days[leaf->calendar], leaf, TRUE, gate)
          != work->place.index[task])
        return;
      for (; parent >= 0 && !drives[parent] && work->low.instant[parent] == gate;
           parent = self->input->tasks[parent].parent)
        drives[parent] = 1;
      return;
    }
  for (; parent >= 0 && leaf->pin_s < work->low.instant[parent];
       parent = self->input->tasks[parent].parent)
    for (guint i = self->in_first[parent]; i < self->in_first[parent + 1]; i++)
      {
        const PltNetworkArc *arc = &self->in[i];

        if (leaf->pin_s < plt_network_arc_instant (self, arc, work->place.s[arc->other],
                                                   work->place.e[arc->other]))
          plan->links[arc->link] |= PLT_NETWORK_BROKEN;
      }
}

static void
flag_links (const PltNetwork *self,
            const PltNetworkLeaf *leaves,
            const PltNetworkWork *work,
            PltNetworkPlan *plan)
{
  g_autofree guint8 *drives = g_new0 (guint8, MAX (self->n, 1));

  for (guint i = 0; i < self->input->n_links; i++)
    plan->links[i] = self->ignored[i] ? PLT_NETWORK_IGNORED : 0;
  for (guint i = 0; i < self->n; i++)
    if (!leaves[i].is_group)
      {
        flag_leaf (self, &leaves[i], i, work, plan);
        flag_groups (self, &leaves[i], i, work, drives, plan);
      }
  for (guint group = 0; group < self->n; group++)
    for (guint i = self->in_first[group]; drives[group] && i < self->in_first[group + 1]; i++)
      {
        const PltNetworkArc *arc = &self->in[i];
        PltDate x = plt_network_arc_instant (self, arc, work->place.s[arc->other],
                                             work->place.e[arc->other]);

        flag_arc (self, arc, group, x == work->low.instant[group], plan);
      }
}

/* ---- the plan ---- */

PltNetworkPlan *
plt_network_plan_from (const PltNetwork *self,
                       const PltNetworkLeaf *leaves,
                       const PltNetworkWork *work)
{
  PltNetworkPlan *plan = g_new0 (PltNetworkPlan, 1);

  plan->n_tasks = self->n;
  plan->n_links = self->input->n_links;
  plan->tasks = g_new0 (PltNetworkDates, MAX (self->n, 1));
  plan->links = g_new0 (guint8, MAX (plan->n_links, 1));
  plan->outside = g_memdup2 (work->outside, MAX (self->n, 1));
  plan->start = plan->finish = PLT_DATE_NONE;
  for (guint i = 0; i < self->n_order; i++)
    {
      guint node = self->order[i], task = NODE_TASK (node);
      PltNetworkDates *dates = &plan->tasks[task];

      if (leaves[task].is_group && NODE_IS_END (node))
        date_group (self, task, plan->tasks);
      else if (!leaves[task].is_group)
        {
          date_leaf (self, &leaves[task], task, work, dates);
          plan->start
              = plan->start == PLT_DATE_NONE ? dates->start : MIN (plan->start, dates->start);
          plan->finish = MAX (plan->finish, dates->finish);
        }
    }
  flag_links (self, leaves, work, plan);
  return plan;
}

PltNetworkPlan *
plt_network_schedule_of (const PltNetwork *self, const PltNetworkLeaf *leaves)
{
  PltNetworkWork work;
  PltNetworkPlan *plan;

  plt_network_work_init (&work, self);
  plt_network_run (self, leaves, &work);
  plan = plt_network_plan_from (self, leaves, &work);
  plt_network_work_clear (&work);
  return plan;
}

/**
 * plt_network_schedule:
 *
 * Returns: (transfer full): where everything is
 */
PltNetworkPlan *
plt_network_schedule (const PltNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return plt_network_schedule_of (self, self->leaves);
}

void
plt_network_plan_free (PltNetworkPlan *plan)
{
  if (plan == NULL)
    return;
  g_free (plan->tasks);
  g_free (plan->links);
  g_free (plan->outside);
  g_free (plan);
}

/* ---- critical paths ---- */

/* The task of a group, or the task itself, that ends it. */
static guint
last_of (const PltNetwork *self, const PltNetworkPlan *plan, guint task)
{
  while (plt_network_is_group (self, task))
    {
      guint best = self->children[self->child_first[task]];

      for (guint i = self->child_first[task]; i < self->child_first[task + 1]; i++)
        if (plan->tasks[self->children[i]].finish > plan->tasks[best].finish)
          best = self->children[i];
      task = best;
    }
  return task;
}

/* (nullable): the critical link that holds the task, its own first, then those of its groups. */
static const PltNetworkArc *
driver_of (const PltNetwork *self, const PltNetworkPlan *plan, guint task)
{
  gboolean own = TRUE;

  for (int at = (int) task; at >= 0; at = self->input->tasks[at].parent, own = FALSE)
    {
      if (!own && plan->tasks[at].start != plan->tasks[task].start)
        break;
      for (guint i = self->in_first[at]; i < self->in_first[at + 1]; i++)
        if (plan->links[self->in[i].link] & PLT_NETWORK_ON_PATH)
          return &self->in[i];
    }
  return NULL;
}

static GArray *
path_to (const PltNetwork *self, const PltNetworkPlan *plan, guint end)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));
  const PltNetworkArc *arc;

  g_array_append_val (path, end);
  for (guint at = end; (arc = driver_of (self, plan, at)) != NULL;)
    {
      at = last_of (self, plan, arc->other);
      g_array_prepend_val (path, at);
    }
  return path;
}

GPtrArray *
plt_network_critical_paths (const PltNetwork *self, const PltNetworkPlan *plan)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint8 *drives = g_new0 (guint8, MAX (self->n, 1));

  g_return_val_if_fail (plan != NULL && plan->n_tasks == self->n, paths);

  for (guint i = 0; i < self->n; i++)
    for (guint a = self->in_first[i]; a < self->in_first[i + 1]; a++)
      if (plan->links[self->in[a].link] & PLT_NETWORK_ON_PATH)
        drives[last_of (self, plan, self->in[a].other)] = 1;
  for (guint i = 0; i < self->n; i++)
    if (!plt_network_is_group (self, i) && plan->tasks[i].critical && !drives[i])
      g_ptr_array_add (paths, path_to (self, plan, i));
  return paths;
}

/* What a drag would move. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-network-private.h"

#define EDGE_DAYS 366 /* of the horizon: nothing is dragged into it */

typedef struct
{
  const PltNetwork *self;
  const PltNetworkPlan *plan;
  PltNetworkLeaf *leaves;
  GPtrArray *issues;
} Drag;

static const char *
name_of (const Drag *drag, guint task)
{
  const char *name = drag->self->input->tasks[task].name;

  return name != NULL ? name : "";
}

static void refuse (Drag *drag, guint task, const char *rule, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static void
refuse (Drag *drag, guint task, const char *rule, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (drag->issues,
                   plt_issue_new (rule, PLT_SEVERITY_WARNING,
                                  (PltRef){ "task", drag->self->input->tasks[task].id, NULL }, NULL,
                                  "%s", message));
}

static void
change_days (Drag *drag, guint task, int days)
{
  const PltNetworkTask *row = &drag->self->input->tasks[task];
  PltNetworkLeaf *leaf = &drag->leaves[task];

  plt_network_size_leaf (leaf, days, row->morning);
  plt_network_bound_leaf (drag->self, leaf, row);
  if (leaf->pin == LEAF_STARTED)
    plt_network_pin (drag->self, leaf, LEAF_STARTED, drag->plan->tasks[task].start, PLT_DATE_NONE);
}

static void
hold (Drag *drag, guint task, PltDate start)
{
  const PltNetwork *self = drag->self;
  const PltNetworkTask *row = &self->input->tasks[task];
  PltNetworkLeaf *leaf = &drag->leaves[task];
  const PltNetworkDays *days = self->days[leaf->calendar];
  PltNetworkTask without_date = *row;

  if (start < self->first + EDGE_DAYS || start > self->last - EDGE_DAYS)
    {
      refuse (drag, task, "network.outside", _ ("“%s” cannot be put so far from the plan."),
              name_of (drag, task));
      return;
    }
  start = plt_network_days_day (days, plt_network_days_before (days, start));
  if (self->input->start != PLT_DATE_NONE && start < self->input->start)
    refuse (drag, task, "network.before-start",
            _ ("“%s” would start before the plan does: start the plan earlier."),
            name_of (drag, task));
  /* Its own date follows the drag. Its deadline does not. */
  without_date.date = PLT_DATE_NONE;
  plt_network_bound_leaf (self, leaf, &without_date);
  leaf->is_dragged = 1;
  plt_network_pin (self, leaf, LEAF_LOCKED, start, PLT_DATE_NONE);
}

static void
drag_leaf (Drag *drag, guint task, PltDate start, int days)
{
  PltNetworkLeaf *leaf = &drag->leaves[task];

  if (leaf->pin == LEAF_DONE)
    refuse (drag, task, "network.held", _ ("“%s” is done: its dates are what happened."),
            name_of (drag, task));
  else if (leaf->pin == LEAF_LOCKED && !leaf->is_dragged)
    refuse (drag, task, "network.held", _ ("“%s” is locked: unlock it to move it."),
            name_of (drag, task));
  else if (leaf->pin == LEAF_STARTED && start != PLT_DATE_NONE)
    refuse (drag, task, "network.held", _ ("“%s” is under way: only its end can move."),
            name_of (drag, task));
  else
    {
      if (days >= 0)
        change_days (drag, task, days);
      if (start != PLT_DATE_NONE)
        hold (drag, task, start);
    }
}

/* Each free task of the group by as many days. */
static void
drag_group (Drag *drag, guint group, PltDate start)
{
  const PltNetwork *self = drag->self;
  PltDate by = start - drag->plan->tasks[group].start;
  g_autofree guint8 *inside = g_new0 (guint8, self->n);

  inside[group] = 1;
  /* A group comes before its tasks in the order of work. */
  for (guint i = 0; i < self->n_order; i++)
    {
      guint node = self->order[i], task = NODE_TASK (node);
      int parent = self->input->tasks[task].parent;

      if (NODE_IS_END (node) || parent < 0 || !inside[parent])
        continue;
      inside[task] = 1;
      if (!drag->leaves[task].is_group && drag->leaves[task].pin == LEAF_FREE)
        hold (drag, task, drag->plan->tasks[task].start + by);
    }
}

static GArray *
list_moves (const PltNetworkPlan *from, const PltNetworkPlan *to)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (PltNetworkMove));

  for (guint i = 0; i < from->n_tasks; i++)
    {
      PltNetworkMove move = { i, from->tasks[i].start, from->tasks[i].finish, to->tasks[i].start,
                              to->tasks[i].finish };

      if (move.from_start != move.to_start || move.from_finish != move.to_finish)
        g_array_append_val (moves, move);
    }
  return moves;
}

static char *
key_of (const PltIssue *issue)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", issue->rule, issue->ref.id, issue->message);
}

/* What is in the second list only. */
static void
add_new (const GPtrArray *before, const GPtrArray *after, GPtrArray *issues)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (known, key_of (before->pdata[i]));
  for (guint i = 0; i < after->len; i++)
    {
      const PltIssue *issue = after->pdata[i];
      g_autofree char *key = key_of (issue);

      if (!g_hash_table_contains (known, key))
        g_ptr_array_add (issues, plt_issue_new (issue->rule, issue->severity, issue->ref,
                                                issue->source, "%s", issue->message));
    }
}

PltNetworkPreview *
plt_network_move (const PltNetwork *self,
                  const PltNetworkPlan *plan,
                  const PltNetworkChange *changes,
                  guint n_changes)
{
  g_autoptr (GPtrArray) before = plt_issues_new (), after = plt_issues_new ();
  g_autofree PltNetworkLeaf *leaves = NULL;
  PltNetworkPreview *preview;
  Drag drag;

  g_return_val_if_fail (plan != NULL && plan->n_tasks == self->n, NULL);

  leaves = g_memdup2 (self->leaves, MAX (self->n, 1) * sizeof *leaves);
  drag = (Drag){ self, plan, leaves, plt_issues_new () };
  for (guint i = 0; i < n_changes; i++)
    {
      const PltNetworkChange *change = &changes[i];

      if (change->task >= self->n)
        continue;
      if (!leaves[change->task].is_group)
        drag_leaf (&drag, change->task, change->start, change->days);
      else if (change->start != PLT_DATE_NONE)
        drag_group (&drag, change->task, change->start);
    }
  preview = g_new0 (PltNetworkPreview, 1);
  preview->plan = plt_network_schedule_of (self, leaves);
  preview->moves = list_moves (plan, preview->plan);
  preview->issues = drag.issues;
  plt_network_check_of (self, self->leaves, plan, before);
  plt_network_check_of (self, leaves, preview->plan, after);
  add_new (before, after, preview->issues);
  return preview;
}

void
plt_network_preview_free (PltNetworkPreview *preview)
{
  if (preview == NULL)
    return;
  plt_network_plan_free (preview->plan);
  g_array_unref (preview->moves);
  g_ptr_array_unref (preview->issues);
  g_free (preview);
}

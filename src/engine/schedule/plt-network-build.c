/* From the input to a network: groups, links, the order of work, the horizon, the calendars. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-network-private.h"

#define HORIZON_DAYS 36525 /* a hundred years each side */
#define MARGIN_DAYS 800    /* for what is dragged */
#define MAX_CALENDARS 60000

static const PltNetworkCalendar usual = { "", PLT_NETWORK_MONDAY_TO_FRIDAY, NULL, 0, NULL, 0 };
static const PltNetworkCalendar every_day = { "", PLT_NETWORK_EVERY_DAY, NULL, 0, NULL, 0 };

/* ---- groups ---- */

static gboolean
is_group (const PltNetwork *self, guint task)
{
  return self->child_first[task + 1] > self->child_first[task];
}

static void
collect_children (PltNetwork *self)
{
  const PltNetworkInput *input = self->input;
  g_autofree guint *next = NULL;

  self->child_first = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    if (input->tasks[i].parent >= 0)
      self->child_first[input->tasks[i].parent + 1]++;
  for (guint i = 0; i < self->n; i++)
    self->child_first[i + 1] += self->child_first[i];
  self->children = g_new (guint, MAX (self->n, 1));
  next = g_memdup2 (self->child_first, (self->n + 1) * sizeof *next);
  for (guint i = 0; i < self->n; i++)
    if (input->tasks[i].parent >= 0)
      self->children[next[input->tasks[i].parent]++] = i;
}

/* ---- links ---- */

static gboolean
is_ignored (const PltNetwork *self, const PltNetworkLink *link)
{
  gboolean ends_first = link->kind == PLT_NETWORK_FS || link->kind == PLT_NETWORK_FF;
  gboolean starts_second = link->kind == PLT_NETWORK_FS || link->kind == PLT_NETWORK_SS;

  return (is_group (self, link->from) && !ends_first)
         || (is_group (self, link->to) && !starts_second);
}

static PltNetworkArc
arc_of (const PltNetwork *self, guint i, guint other)
{
  const PltNetworkLink *link = &self->input->links[i];
  const PltNetworkLeaf *to = &self->leaves[link->to];

  return (PltNetworkArc){
    .lag = CLAMP (link->lag, -PLT_NETWORK_MAX_DAYS, PLT_NETWORK_MAX_DAYS),
    .other = other,
    .link = i,
    .kind = (guint8) link->kind,
    .calendar
    = link->unit == PLT_NETWORK_CALENDAR ? (guint16) (self->n_days - 1) : to->lag_calendar,
  };
}

static void
collect_arcs (PltNetwork *self)
{
  const PltNetworkInput *input = self->input;
  g_autofree guint *in = NULL, *out = NULL;

  self->in_first = g_new0 (guint, self->n + 1);
  self->out_first = g_new0 (guint, self->n + 1);
  self->in = g_new (PltNetworkArc, MAX (input->n_links, 1));
  self->out = g_new (PltNetworkArc, MAX (input->n_links, 1));
  self->ignored = g_new0 (guint8, MAX (input->n_links, 1));
  for (guint i = 0; i < input->n_links; i++)
    {
      self->ignored[i] = is_ignored (self, &input->links[i]);
      self->in_first[input->links[i].to + 1] += !self->ignored[i];
      self->out_first[input->links[i].from + 1] += !self->ignored[i];
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->in_first[i + 1] += self->in_first[i];
      self->out_first[i + 1] += self->out_first[i];
    }
  in = g_memdup2 (self->in_first, (self->n + 1) * sizeof *in);
  out = g_memdup2 (self->out_first, (self->n + 1) * sizeof *out);
  for (guint i = 0; i < input->n_links; i++)
    {
      const PltNetworkLink *link = &input->links[i];

      if (self->ignored[i])
        continue;
      self->in[in[link->to]++] = arc_of (self, i, link->from);
      self->out[out[link->from]++] = arc_of (self, i, link->to);
    }
}

/* ---- the order of work ---- */

/* Calls back for each node that comes right after one: a group begins before its tasks and ends
 * after them, a link goes from the end of its first task to the beginning of its second. */
typedef void (*NodeFunc) (guint node, gpointer data);

static void
foreach_next (const PltNetwork *self, guint node, NodeFunc func, gpointer data)
{
  guint task = NODE_TASK (node);
  int parent = self->input->tasks[task].parent;
  gboolean begins_group = is_group (self, task) && !NODE_IS_END (node);

  if (begins_group)
    {
      for (guint i = self->child_first[task]; i < self->child_first[task + 1]; i++)
        func (self->children[i] * 2, data);
      return;
    }
  for (guint i = self->out_first[task]; i < self->out_first[task + 1]; i++)
    func (self->out[i].other * 2, data);
  if (parent >= 0)
    func ((guint) parent * 2 + 1, data);
}

typedef struct
{
  guint *waits; /* by node */
  guint *queue;
  guint n;
} Order;

static void
count_wait (guint node, gpointer data)
{
  ((Order *) data)->waits[node]++;
}

static void
release (guint node, gpointer data)
{
  Order *order = data;

  if (--order->waits[node] == 0)
    order->queue[order->n++] = node;
}

static guint
n_nodes_of (const PltNetwork *self, guint task)
{
  return is_group (self, task) ? 2 : 1;
}

/* FALSE when there is a circle: then order->waits of the nodes in it, and after it, is not 0. */
static gboolean
sort_nodes (PltNetwork *self, guint **waits)
{
  Order order = { g_new0 (guint, MAX (self->n * 2, 1)), g_new (guint, MAX (self->n * 2, 1)), 0 };
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    for (guint end = 0; end < n_nodes_of (self, i); end++, n++)
      foreach_next (self, i * 2 + end, count_wait, &order);
  for (guint i = 0; i < self->n; i++)
    for (guint end = 0; end < n_nodes_of (self, i); end++)
      if (order.waits[i * 2 + end] == 0)
        order.queue[order.n++] = i * 2 + end;
  for (guint i = 0; i < order.n; i++)
    foreach_next (self, order.queue[i], release, &order);
  self->order = order.queue;
  self->n_order = order.n;
  *waits = order.waits;
  return order.n == n;
}

/* A node that waits for itself: from any node left, back to one that it waits for. */
typedef struct
{
  const guint *waits;
  guint from;
  guint *before; /* by node: one that comes before it and waits too */
} Back;

static void
note_before (guint node, gpointer data)
{
  Back *back = data;

  if (back->waits[node] > 0 && back->before[node] == G_MAXUINT)
    back->before[node] = back->from;
}

static GArray *
circle_of (const PltNetwork *self, const guint *waits)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = self->n * 2, node = G_MAXUINT;
  g_autofree guint *before = g_new (guint, MAX (n, 1));
  g_autofree guint8 *seen = g_new0 (guint8, MAX (n, 1));
  Back back = { waits, 0, before };

  memset (before, 0xff, n * sizeof *before);
  for (guint i = 0; i < n; i++)
    if (waits[i] > 0)
      {
        back.from = i;
        foreach_next (self, i, note_before, &back);
        node = node == G_MAXUINT ? i : node;
      }
  for (; !seen[node]; node = before[node])
    seen[node] = 1;
  for (guint first = node, at = before[node];; at = before[at])
    {
      guint task = NODE_TASK (at);

      if (path->len == 0 || g_array_index (path, guint, path->len - 1) != task)
        g_array_append_val (path, task);
      if (at == first)
        break;
    }
  /* It was walked backwards. */
  for (guint i = 0, j = path->len - 1; i < j; i++, j--)
    {
      guint swap = g_array_index (path, guint, i);

      g_array_index (path, guint, i) = g_array_index (path, guint, j);
      g_array_index (path, guint, j) = swap;
    }
  if (path->len == 1
      || g_array_index (path, guint, 0) != g_array_index (path, guint, path->len - 1))
    {
      guint task = g_array_index (path, guint, 0);

      g_array_append_val (path, task);
    }
  return path;
}

/* Parents that are parts of themselves, which foreach_next() must not meet. */
static GArray *
circle_of_parents (const PltNetworkInput *input)
{
  g_autofree guint *seen = g_new0 (guint, MAX (input->n_tasks, 1));
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < input->n_tasks; i++)
    {
      int at = (int) i;

      while (at >= 0 && seen[at] == 0)
        {
          seen[at] = i + 1;
          at = input->tasks[at].parent;
        }
      if (at < 0 || seen[at] != i + 1)
        continue;
      for (int first = at, parent = at;;)
        {
          guint task = (guint) parent;

          g_array_append_val (path, task);
          if (path->len > 1 && parent == first)
            break;
          parent = input->tasks[parent].parent;
        }
      break;
    }
  return path;
}

static gboolean
has_valid_places (const PltNetworkInput *input, GError **error)
{
  for (guint i = 0; i < input->n_tasks; i++)
    if (input->tasks[i].parent >= (int) input->n_tasks || input->tasks[i].parent < -1
        || (input->n_calendars > 0 && input->tasks[i].calendar >= input->n_calendars))
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("“%s” is part of a task, or has a calendar, that does not exist: choose "
                        "another one."),
                     input->tasks[i].name != NULL ? input->tasks[i].name : "");
        return FALSE;
      }
  for (guint i = 0; i < input->n_links; i++)
    if (input->links[i].from >= input->n_tasks || input->links[i].to >= input->n_tasks
        || (guint) input->links[i].kind >= PLT_NETWORK_N_KINDS)
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("Link %u joins a task that does not exist: delete it."), i + 1);
        return FALSE;
      }
  if (input->n_calendars > MAX_CALENDARS)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("A plan has at most %d calendars: share some of them."), MAX_CALENDARS);
      return FALSE;
    }
  return TRUE;
}

/* ---- leaves ---- */

/* The index of a first day, or of a last one, on a date. */
void
plt_network_bound_leaf (const PltNetwork *self, PltNetworkLeaf *leaf, const PltNetworkTask *task)
{
  const PltNetworkDays *days = self->days[leaf->calendar];
  gint32 from = plt_network_days_before (days, task->date);
  gint32 by = plt_network_days_before (days, task->date + 1) - 1;

  leaf->low = G_MININT32;
  leaf->high = PLT_NETWORK_FAR;
  if (task->deadline != PLT_DATE_NONE)
    leaf->high = plt_network_days_before (days, task->deadline + 1) - 1 - leaf->span;
  if (task->date == PLT_DATE_NONE)
    return;
  switch (task->constraint)
    {
    case PLT_NETWORK_START_FROM:
      leaf->low = from;
      break;
    case PLT_NETWORK_START_BY:
      leaf->high = MIN (leaf->high, by);
      break;
    case PLT_NETWORK_FINISH_FROM:
      leaf->low = from - leaf->span;
      break;
    case PLT_NETWORK_FINISH_BY:
      leaf->high = MIN (leaf->high, by - leaf->span);
      break;
    case PLT_NETWORK_START_ON:
      leaf->low = from;
      leaf->high = MIN (leaf->high, from);
      break;
    case PLT_NETWORK_FINISH_ON:
      leaf->low = by - leaf->span;
      leaf->high = MIN (leaf->high, by - leaf->span);
      break;
    default:
      break;
    }
}

static gboolean
is_milestone (const PltNetworkLeaf *leaf)
{
  return leaf->s_off != 0 || leaf->e_off == 0;
}

void
plt_network_pin (
    const PltNetwork *self, PltNetworkLeaf *leaf, PltNetworkPin pin, PltDate start, PltDate finish)
{
  const PltNetworkDays *days = self->days[leaf->calendar];

  if (start == PLT_DATE_NONE && finish == PLT_DATE_NONE)
    {
      leaf->pin = LEAF_FREE;
      return;
    }
  leaf->pin = (guint8) pin;
  if (is_milestone (leaf))
    {
      leaf->pin_s = leaf->pin_e = (start != PLT_DATE_NONE ? start : finish) + leaf->s_off;
      return;
    }
  if (start == PLT_DATE_NONE)
    start = MIN (finish, plt_network_days_day (days, plt_network_days_before (days, finish + 1) - 1
                                                         - leaf->span));
  else if (finish == PLT_DATE_NONE || pin == LEAF_STARTED)
    finish = MAX (start,
                  plt_network_days_day (days, plt_network_days_before (days, start) + leaf->span));
  leaf->pin_s = start;
  leaf->pin_e = MAX (start, finish) + 1;
}

void
plt_network_size_leaf (PltNetworkLeaf *leaf, int days, gboolean morning)
{
  days = CLAMP (days, 0, PLT_NETWORK_MAX_DAYS);
  leaf->span = MAX (days, 1) - 1;
  leaf->s_off = days == 0 && !morning;
  leaf->e_off = days > 0 || !morning;
}

static void
fill_leaf (PltNetwork *self, guint i)
{
  const PltNetworkTask *task = &self->input->tasks[i];
  PltNetworkLeaf *leaf = &self->leaves[i];
  gboolean backward = self->input->backward;

  leaf->is_group = is_group (self, i);
  plt_network_size_leaf (leaf, task->days, task->morning);
  leaf->lag_calendar = self->input->n_calendars > 0 ? (guint16) task->calendar : 0;
  leaf->calendar
      = task->unit == PLT_NETWORK_CALENDAR ? (guint16) (self->n_days - 1) : leaf->lag_calendar;
  leaf->late
      = task->constraint == PLT_NETWORK_LATE || (backward && task->constraint != PLT_NETWORK_EARLY);
  leaf->early = !leaf->late;
}

/* ---- the horizon ---- */

static void
take_date (PltDate date, PltDate *first, PltDate *last)
{
  if (date == PLT_DATE_NONE)
    return;
  *first = MIN (*first, date);
  *last = MAX (*last, date);
}

/* Days along the longest chain, lags counted whatever their sign. */
static gint64
longest_chain (const PltNetwork *self)
{
  const PltNetworkInput *input = self->input;
  g_autofree gint64 *at = g_new0 (gint64, MAX (self->n * 2, 1));
  gint64 most = 0;

  for (guint i = 0; i < self->n_order; i++)
    {
      guint node = self->order[i], task = NODE_TASK (node);
      gint64 here = at[node];
      int parent = input->tasks[task].parent;

      if (is_group (self, task) && !NODE_IS_END (node))
        {
          for (guint c = self->child_first[task]; c < self->child_first[task + 1]; c++)
            at[self->children[c] * 2] = MAX (at[self->children[c] * 2], here);
          continue;
        }
      if (!is_group (self, task))
        here += CLAMP (input->tasks[task].days, 1, PLT_NETWORK_MAX_DAYS) + 1;
      most = MAX (most, here);
      for (guint a = self->out_first[task]; a < self->out_first[task + 1]; a++)
        {
          guint next = self->out[a].other * 2;

          at[next] = MAX (at[next], here + ABS (self->out[a].lag));
        }
      if (parent >= 0)
        at[parent * 2 + 1] = MAX (at[parent * 2 + 1], here);
    }
  return most;
}

static gint64
closed_days (const PltNetworkInput *input, guint *fewest)
{
  gint64 sum = 0;

  *fewest = input->n_calendars > 0 ? 7 : 5;
  for (guint i = 0; i < input->n_calendars; i++)
    {
      const PltNetworkCalendar *calendar = &input->calendars[i];
      guint open = (guint) __builtin_popcount (calendar->weekdays & PLT_NETWORK_EVERY_DAY);

      if (open > 0)
        *fewest = MIN (*fewest, open);
      for (guint s = 0; s < calendar->n_closed; s++)
        if (calendar->closed[s].from <= calendar->closed[s].to)
          sum += (gint64) calendar->closed[s].to - calendar->closed[s].from + 1;
    }
  return MIN (sum, HORIZON_DAYS);
}

static gboolean
set_horizon (PltNetwork *self, GError **error)
{
  const PltNetworkInput *input = self->input;
  PltDate first = G_MAXINT32, last = G_MININT32, most = plt_date_from_ymd (9000, 1, 1);
  guint fewest;
  gint64 closed = closed_days (input, &fewest), span;

  take_date (input->start, &first, &last);
  take_date (input->end, &first, &last);
  for (guint i = 0; i < self->n; i++)
    {
      take_date (input->tasks[i].deadline, &first, &last);
      take_date (input->tasks[i].date, &first, &last);
    }
  self->known_first = first;
  self->known_last = last;
  for (guint i = 0; i < self->n; i++)
    {
      take_date (input->tasks[i].start, &first, &last);
      take_date (input->tasks[i].finish, &first, &last);
    }
  if (self->known_first > self->known_last)
    {
      self->known_first = first;
      self->known_last = last;
    }
  if (first > last && self->n > 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The plan has no date to begin from: give it a start, or an end."));
      return FALSE;
    }
  if (first > last)
    first = last = self->known_first = self->known_last = 0;
  if (first < -most || last > most || last - first > 2 * HORIZON_DAYS)
    {
      g_autofree char *one = plt_date_to_iso (CLAMP (first, -most, most));
      g_autofree char *two = plt_date_to_iso (CLAMP (last, -most, most));

      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The dates of the plan go from %s to %s: correct the one that is wrong."),
                   one, two);
      return FALSE;
    }
  span = longest_chain (self) * 8 / fewest + closed + MARGIN_DAYS;
  span = MIN (span, HORIZON_DAYS);
  self->first = first - (PltDate) span;
  self->last = last + (PltDate) span;
  return TRUE;
}

static void
map_days (PltNetwork *self)
{
  const PltNetworkInput *input = self->input;

  for (guint i = 0; i + 1 < self->n_days; i++)
    self->days[i] = plt_network_days_new (input->n_calendars > 0 ? &input->calendars[i] : &usual,
                                          self->first, self->last);
  self->days[self->n_days - 1] = plt_network_days_new (&every_day, self->first, self->last);
}

static void
finish_leaves (PltNetwork *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const PltNetworkTask *task = &self->input->tasks[i];
      PltNetworkLeaf *leaf = &self->leaves[i];

      plt_network_bound_leaf (self, leaf, task);
      if (task->state != PLT_NETWORK_FREE && !leaf->is_group)
        plt_network_pin (self, leaf, (PltNetworkPin) task->state, task->start, task->finish);
    }
}

static char *
say_path (const PltNetworkInput *input, const GArray *path)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    {
      const char *name = input->tasks[g_array_index (path, guint, i)].name;

      g_string_append_printf (names, "%s%s", i > 0 ? " → " : "", name != NULL ? name : "?");
    }
  return g_string_free (names, FALSE);
}

static gboolean
refuse_circle (const PltNetworkInput *input, const GArray *path, GError **error)
{
  g_autofree char *names = say_path (input, path);

  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               _ ("The tasks wait for each other in a circle: %s. Delete one of these links."),
               names);
  return FALSE;
}

static gboolean
order_tasks (PltNetwork *self, GArray **circle)
{
  g_autofree guint *waits = NULL;

  if (sort_nodes (self, &waits))
    return TRUE;
  *circle = circle_of (self, waits);
  return FALSE;
}

static PltNetwork *
begin (const PltNetworkInput *input)
{
  PltNetwork *self = g_new0 (PltNetwork, 1);

  self->input = input;
  self->n = input->n_tasks;
  self->n_days = MAX (input->n_calendars, 1) + 1;
  self->days = g_new0 (PltNetworkDays *, self->n_days);
  self->leaves = g_new0 (PltNetworkLeaf, MAX (self->n, 1));
  collect_children (self);
  for (guint i = 0; i < self->n; i++)
    fill_leaf (self, i);
  collect_arcs (self);
  return self;
}

/**
 * plt_network_new:
 * @input: must outlive the network, and not change
 *
 * Returns: (transfer full) (nullable): NULL with PLT_ERROR_CONFLICT for a circle of links or of
 *   groups, PLT_ERROR_INVALID for an index that is out of range, a plan without any date or with
 *   dates two centuries apart, PLT_ERROR_TOO_BIG for too many calendars
 */
PltNetwork *
plt_network_new (const PltNetworkInput *input, GError **error)
{
  g_autoptr (PltNetwork) self = NULL;
  g_autoptr (GArray) circle = NULL;

  g_return_val_if_fail (input != NULL, NULL);

  if (!has_valid_places (input, error))
    return NULL;
  circle = circle_of_parents (input);
  if (circle->len > 0)
    {
      refuse_circle (input, circle, error);
      return NULL;
    }
  g_clear_pointer (&circle, g_array_unref);
  self = begin (input);
  if (!order_tasks (self, &circle))
    {
      refuse_circle (input, circle, error);
      return NULL;
    }
  if (!set_horizon (self, error))
    return NULL;
  map_days (self);
  finish_leaves (self);
  return g_steal_pointer (&self);
}

void
plt_network_free (PltNetwork *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_days; i++)
    plt_network_days_free (self->days[i]);
  g_free (self->days);
  g_free (self->leaves);
  g_free (self->in);
  g_free (self->out);
  g_free (self->in_first);
  g_free (self->out_first);
  g_free (self->children);
  g_free (self->child_first);
  g_free (self->order);
  g_free (self->ignored);
  g_free (self);
}

GArray *
plt_network_find_cycle (const PltNetworkInput *input)
{
  g_autoptr (PltNetwork) self = NULL;
  GArray *circle = NULL;

  g_return_val_if_fail (input != NULL, NULL);

  if (!has_valid_places (input, NULL))
    return g_array_new (FALSE, FALSE, sizeof (guint));
  circle = circle_of_parents (input);
  if (circle->len > 0)
    return circle;
  g_clear_pointer (&circle, g_array_unref);
  self = begin (input);
  if (!order_tasks (self, &circle))
    return circle;
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

typedef struct
{
  guint8 *seen;
  guint *queue;
  guint n;
} Reach;

static void
reach_node (guint node, gpointer data)
{
  Reach *reach = data;

  if (reach->seen[node])
    return;
  reach->seen[node] = 1;
  reach->queue[reach->n++] = node;
}

/**
 * plt_network_would_cycle:
 * @from: first task of a link to be drawn
 * @to: second task
 *
 * Returns: whether @to comes before @from already, or they are one, or one is part of the other
 */
gboolean
plt_network_would_cycle (const PltNetwork *self, guint from, guint to)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->n * 2 + 1);
  g_autofree guint *queue = g_new (guint, self->n * 2 + 1);
  Reach reach = { seen, queue, 0 };

  g_return_val_if_fail (from < self->n && to < self->n, TRUE);

  reach_node (to * 2, &reach);
  for (guint i = 0; i < reach.n; i++)
    foreach_next (self, queue[i], reach_node, &reach);
  return seen[from * 2 + (is_group (self, from) ? 1 : 0)];
}

gboolean
plt_network_is_group (const PltNetwork *self, guint task)
{
  g_return_val_if_fail (task < self->n, FALSE);

  return is_group (self, task);
}

gboolean
plt_network_is_open (const PltNetwork *self, guint task, PltDate date)
{
  g_return_val_if_fail (task < self->n, FALSE);

  return plt_network_days_is_open (self->days[self->leaves[task].calendar], date);
}

int
plt_network_open_days (const PltNetwork *self, guint task, PltDate from, PltDate to)
{
  const PltNetworkDays *days;

  g_return_val_if_fail (task < self->n, 0);

  days = self->days[self->leaves[task].calendar];
  return MAX (plt_network_days_before (days, to + 1) - plt_network_days_before (days, from), 0);
}

#include "plt-network-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-network-private.h"

#define MANY_NAMES 6

/* ---- load ---- */

static void
load_free (PltNetworkLoad *load)
{
  g_array_unref (load->days);
  g_free (load);
}

static void
overload_free (PltNetworkOverload *overload)
{
  g_array_unref (overload->tasks);
  g_free (overload);
}

static gboolean
counts (const PltNetwork *self, const PltNetworkTeam *team, const PltNetworkAssignment *one)
{
  return one->task < self->n && one->resource < team->n_resources && one->percent > 0
         && !self->leaves[one->task].is_group && self->input->tasks[one->task].days > 0;
}

/* Whole, from the first to the last day of its tasks; NULL without work. */
static PltNetworkLoad *
load_of (const PltNetwork *self,
         const PltNetworkPlan *plan,
         const PltNetworkTeam *team,
         guint resource)
{
  PltDate first = G_MAXINT32, last = G_MININT32;
  PltNetworkLoad *load;

  for (guint i = 0; i < team->n_assignments; i++)
    if (team->assignments[i].resource == resource && counts (self, team, &team->assignments[i]))
      {
        first = MIN (first, plan->tasks[team->assignments[i].task].start);
        last = MAX (last, plan->tasks[team->assignments[i].task].finish);
      }
  if (first > last)
    return NULL;
  load = g_new0 (PltNetworkLoad, 1);
  load->resource = resource;
  load->first = first;
  load->days = g_array_new (FALSE, TRUE, sizeof (gint32));
  g_array_set_size (load->days, (guint) (last - first) + 1);
  for (guint i = 0; i < team->n_assignments; i++)
    {
      const PltNetworkAssignment *one = &team->assignments[i];

      if (one->resource != resource || !counts (self, team, one))
        continue;
      for (PltDate day = plan->tasks[one->task].start; day <= plan->tasks[one->task].finish; day++)
        if (plt_network_is_open (self, one->task, day))
          {
            gint32 *sum = &g_array_index (load->days, gint32, day - first);

            *sum = MIN (*sum + MIN (one->percent, G_MAXINT16), G_MAXINT16);
          }
    }
  return load;
}

GPtrArray *
plt_network_load (const PltNetwork *self, const PltNetworkPlan *plan, const PltNetworkTeam *team)
{
  GPtrArray *loads = g_ptr_array_new_with_free_func ((GDestroyNotify) load_free);

  for (guint i = 0; i < team->n_resources; i++)
    {
      PltNetworkLoad *load = load_of (self, plan, team, i);

      if (load != NULL)
        g_ptr_array_add (loads, load);
    }
  return loads;
}

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, two = *(const guint *) b;

  return one < two ? -1 : one > two;
}

/* Whose work is on a day of the overload that is too full. */
static void
name_tasks (const PltNetwork *self,
            const PltNetworkPlan *plan,
            const PltNetworkTeam *team,
            const PltNetworkLoad *load,
            const guint8 *too_much,
            PltNetworkOverload *overload)
{
  for (guint i = 0; i < team->n_assignments; i++)
    {
      const PltNetworkAssignment *one = &team->assignments[i];
      gboolean is_there = FALSE;

      if (one->resource != overload->resource || !counts (self, team, one))
        continue;
      for (PltDate day = MAX (overload->from, plan->tasks[one->task].start);
           day <= MIN (overload->to, plan->tasks[one->task].finish) && !is_there; day++)
        is_there = too_much[day - load->first] && plt_network_is_open (self, one->task, day);
      for (guint t = 0; t < overload->tasks->len && is_there; t++)
        is_there = g_array_index (overload->tasks, guint, t) != one->task;
      if (is_there)
        g_array_append_val (overload->tasks, one->task);
    }
  g_array_sort (overload->tasks, compare_tasks);
}

static void
find_overloads (const PltNetwork *self,
                const PltNetworkPlan *plan,
                const PltNetworkTeam *team,
                const PltNetworkLoad *load,
                GPtrArray *overloads)
{
  const PltNetworkResource *resource = &team->resources[load->resource];
  PltDate last = load->first + (PltDate) load->days->len - 1;
  g_autoptr (PltNetworkDays) days
      = resource->calendar != NULL
            ? plt_network_days_new (resource->calendar, load->first - 366, last + 366)
            : NULL;
  g_autofree guint8 *too_much = g_new0 (guint8, load->days->len);
  PltNetworkOverload *open = NULL;
  guint first_found = overloads->len;

  for (guint i = 0; i < load->days->len; i++)
    {
      PltDate day = load->first + (PltDate) i;
      gint32 sum = g_array_index (load->days, gint32, i);
      /* A calendar with no open day at all closes all of them here. */
      gboolean is_off = days != NULL && (days->is_empty || !plt_network_days_is_open (days, day));
      int capacity = is_off ? 0 : resource->capacity;

      if (sum == 0)
        continue;
      too_much[i] = sum > capacity;
      if (!too_much[i])
        {
          open = NULL;
          continue;
        }
      if (open == NULL)
        {
          open = g_new0 (PltNetworkOverload, 1);
          open->resource = load->resource;
          open->from = day;
          open->tasks = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (overloads, open);
        }
      open->to = day;
      if (open->peak == 0 || sum - capacity > open->peak - open->capacity)
        {
          open->peak = sum;
          open->capacity = capacity;
        }
    }
  for (guint i = first_found; i < overloads->len; i++)
    name_tasks (self, plan, team, load, too_much, overloads->pdata[i]);
}

GPtrArray *
plt_network_overloads (const PltNetwork *self,
                       const PltNetworkPlan *plan,
                       const PltNetworkTeam *team)
{
  g_autoptr (GPtrArray) loads = plt_network_load (self, plan, team);
  GPtrArray *overloads = g_ptr_array_new_with_free_func ((GDestroyNotify) overload_free);

  for (guint i = 0; i < loads->len; i++)
    find_overloads (self, plan, team, loads->pdata[i], overloads);
  return overloads;
}

static const char *
name_of (const PltNetwork *self, guint task)
{
  const char *name = self->input->tasks[task].name;

  return name != NULL ? name : "";
}

void
plt_network_check_load (const PltNetwork *self,
                        const PltNetworkPlan *plan,
                        const PltNetworkTeam *team,
                        GPtrArray *issues)
{
  g_autoptr (GPtrArray) overloads = plt_network_overloads (self, plan, team);

  for (guint i = 0; i < overloads->len; i++)
    {
      const PltNetworkOverload *overload = overloads->pdata[i];
      g_autofree char *from = plt_date_format_numeric (overload->from);
      g_autofree char *to = plt_date_format_numeric (overload->to);
      g_autoptr (GString) names = g_string_new (NULL);
      const char *name = team->resources[overload->resource].name;
      guint first = g_array_index (overload->tasks, guint, 0);

      for (guint t = 0; t < MIN (overload->tasks->len, MANY_NAMES); t++)
        g_string_append_printf (names, "%s%s", t > 0 ? ", " : "",
                                name_of (self, g_array_index (overload->tasks, guint, t)));
      if (overload->tasks->len > MANY_NAMES)
        g_string_append (names, ", …");
      g_ptr_array_add (
          issues,
          plt_issue_new (
              "network.overload", PLT_SEVERITY_WARNING,
              (PltRef){ "task", self->input->tasks[first].id, NULL }, NULL,
              _ ("%s has too much to do from %s to %s: %d %% of a day for %d %% (%s). Move "
                 "one of the tasks, or give it to somebody else."),
              name != NULL ? name : "", from, to, overload->peak, overload->capacity, names->str));
    }
}

/* ---- late ---- */

static int
compare_late (gconstpointer a, gconstpointer b)
{
  const PltNetworkLate *one = a, *two = b;

  if (one->days != two->days)
    return one->days > two->days ? -1 : 1;
  return one->task < two->task ? -1 : one->task > two->task;
}

/* FALSE when it is not late. */
static gboolean
measure_late (const PltNetwork *self,
              const PltNetworkPlan *plan,
              guint task,
              PltDate status,
              PltNetworkLate *late)
{
  const PltNetworkTask *row = &self->input->tasks[task];
  const PltNetworkDates *dates = &plan->tasks[task];
  int total = MAX (plt_network_open_days (self, task, dates->start, dates->finish), 1);
  int gone = plt_network_open_days (self, task, dates->start, MIN (status, dates->finish));
  int progress = CLAMP (row->progress, 0, 100);

  if (self->leaves[task].is_group || row->state == PLT_NETWORK_DONE || dates->start > status
      || progress == 100)
    return FALSE;
  late->task = task;
  late->expected = gone * 100 / total;
  if (dates->finish <= status)
    {
      late->lateness = PLT_NETWORK_NOT_FINISHED;
      late->expected = 100;
      /* what is left to do, and the days gone by since */
      late->days = plt_network_open_days (self, task, dates->finish + 1, status)
                   + (total * (100 - progress) + 99) / 100;
      return TRUE;
    }
  late->days = gone - total * progress / 100;
  late->lateness = row->state != PLT_NETWORK_STARTED && progress == 0 ? PLT_NETWORK_NOT_STARTED
                                                                      : PLT_NETWORK_BEHIND;
  return late->days > 0;
}

GArray *
plt_network_late (const PltNetwork *self, const PltNetworkPlan *plan, PltDate status)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (PltNetworkLate));
  PltNetworkLate late;

  for (guint i = 0; i < self->n && status != PLT_DATE_NONE; i++)
    if (measure_late (self, plan, i, status, &late))
      g_array_append_val (all, late);
  g_array_sort (all, compare_late);
  return all;
}

void
plt_network_check_late (const PltNetwork *self,
                        const PltNetworkPlan *plan,
                        PltDate status,
                        GPtrArray *issues)
{
  g_autoptr (GArray) all = plt_network_late (self, plan, status);
  g_autofree char *on = status != PLT_DATE_NONE ? plt_date_format_numeric (status) : NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const PltNetworkLate *late = &g_array_index (all, PltNetworkLate, i);
      const PltNetworkTask *row = &self->input->tasks[late->task];
      g_autofree char *start = plt_date_format_numeric (plan->tasks[late->task].start);
      g_autofree char *finish = plt_date_format_numeric (plan->tasks[late->task].finish);
      const char *name = name_of (self, late->task);
      PltIssue *issue = plt_issue_new ("network.late", PLT_SEVERITY_WARNING,
                                       (PltRef){ "task", row->id, NULL }, NULL, "%s", "");

      g_free (issue->message);
      if (late->lateness == PLT_NETWORK_NOT_FINISHED)
        issue->message
            = g_strdup_printf (_ ("“%s” should have been finished on %s: note what is done, "
                                  "or put it off."),
                               name, finish);
      else if (late->lateness == PLT_NETWORK_NOT_STARTED)
        issue->message = g_strdup_printf (
            _ ("“%s” should have begun on %s: note that it has, or put it off."), name, start);
      else
        issue->message = g_strdup_printf (
            ngettext ("“%s” is %d day behind on %s: %d %% done, %d %% expected.",
                      "“%s” is %d days behind on %s: %d %% done, %d %% expected.",
                      (gulong) late->days),
            name, late->days, on, row->progress, late->expected);
      g_ptr_array_add (issues, issue);
    }
}

/* ---- the baseline ---- */

static int
days_later (const PltNetwork *self, guint task, PltDate from, PltDate to)
{
  if (from == PLT_DATE_NONE || to == PLT_DATE_NONE || from == to)
    return 0;
  return from < to ? MAX (plt_network_open_days (self, task, from + 1, to), 1)
                   : -MAX (plt_network_open_days (self, task, to + 1, from), 1);
}

GArray *
plt_network_drift (const PltNetwork *self,
                   const PltNetworkPlan *plan,
                   const PltNetworkBaseline *baseline,
                   guint n_baseline)
{
  GArray *drifts = g_array_new (FALSE, FALSE, sizeof (PltNetworkDrift));
  g_autoptr (GHashTable) before = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) now = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_baseline; i++)
    g_hash_table_insert (before, (gpointer) &baseline[i].id, (gpointer) &baseline[i]);
  for (guint i = 0; i < self->n; i++)
    {
      const PltNetworkBaseline *was = g_hash_table_lookup (before, &self->input->tasks[i].id);
      PltNetworkDrift drift = { (int) i, self->input->tasks[i].id, was == NULL, 0, 0 };

      g_hash_table_add (now, (gpointer) &self->input->tasks[i].id);
      if (was != NULL)
        {
          drift.start_days = days_later (self, i, was->start, plan->tasks[i].start);
          drift.finish_days = days_later (self, i, was->finish, plan->tasks[i].finish);
        }
      if (drift.is_new || drift.start_days != 0 || drift.finish_days != 0)
        g_array_append_val (drifts, drift);
    }
  for (guint i = 0; i < n_baseline; i++)
    {
      PltNetworkDrift gone = { PLT_NETWORK_NONE, baseline[i].id, FALSE, 0, 0 };

      if (!g_hash_table_contains (now, &baseline[i].id))
        g_array_append_val (drifts, gone);
    }
  return drifts;
}

#include "plt-retro-project.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-text.h"

/* ---- out ---- */

/* Groups of the phases first; index of each in the project, or -1. */
static void
add_phases (PltNetworkProject *project,
            const PltRetro *retro,
            const char *const *phases,
            int *groups)
{
  for (guint i = 0; i < PLT_RETRO_N_PHASES; i++)
    {
      PltNetworkTask group = PLT_NETWORK_TASK (0, NULL, 0);
      PltNetworkSpan span = { PLT_DATE_NONE, PLT_DATE_NONE };

      groups[i] = -1;
      for (guint j = 0; j < retro->rows->len; j++)
        {
          const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, j);

          if (row->kind != PLT_RETRO_PHASE || strcmp (row->phase, plt_retro_phase_id (i)) != 0)
            continue;
          groups[i] = (int) project->tasks->len;
          group.id = groups[i] + 1;
          group.name = plt_network_project_text (project, phases[i]);
          if (row->is_dated)
            span = (PltNetworkSpan){ row->dates.start, row->dates.finish };
          g_array_append_val (project->tasks, group);
          g_array_append_val (project->planned, span);
          break;
        }
    }
}

static int
group_of (const int *groups, const char *phase)
{
  for (guint i = 0; i < PLT_RETRO_N_PHASES; i++)
    if (strcmp (plt_retro_phase_id (i), phase) == 0)
      return groups[i];
  return groups[1];
}

PltNetworkProject *
plt_retro_project_new (const PltRetro *retro, const char *const *phases)
{
  PltNetworkProject *project = plt_network_project_new ();
  const PltNetworkInput *input = &retro->input;
  const guint n = retro->facts->tasks.n;
  g_autofree int *places = g_new (int, n + 1);
  int groups[PLT_RETRO_N_PHASES];

  project->title = plt_network_project_text (project, retro->facts->production.title);
  project->start = input->start;
  project->end = input->end;
  project->backward = input->backward;
  for (guint i = 0; i < input->n_calendars; i++)
    {
      const PltNetworkCalendar *calendar = &input->calendars[i];
      g_autoptr (GArray) closed = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
      g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));

      if (calendar->n_closed > 0)
        g_array_append_vals (closed, calendar->closed, calendar->n_closed);
      if (calendar->n_opened > 0)
        g_array_append_vals (opened, calendar->opened, calendar->n_opened);
      plt_network_project_add_calendar (project, calendar->name, calendar->weekdays, closed,
                                        opened);
    }
  add_phases (project, retro, phases, groups);
  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);
      PltNetworkTask task;
      PltNetworkSpan span = { PLT_DATE_NONE, PLT_DATE_NONE };

      if (row->task == NULL || row->index < 0)
        continue;
      task = input->tasks[row->index];
      places[row->index] = (int) project->tasks->len;
      task.id = places[row->index] + 1;
      task.name = plt_network_project_text (project, row->name);
      /* a group stands before what it holds */
      task.parent = task.parent >= 0 ? places[task.parent] : group_of (groups, row->task->phase);
      if (row->is_dated)
        span = (PltNetworkSpan){ row->dates.start, row->dates.finish };
      g_array_append_val (project->tasks, task);
      g_array_append_val (project->planned, span);
    }
  for (guint i = 0; i < input->n_links; i++)
    {
      PltNetworkLink link = input->links[i];

      if (link.id < 0 || link.from >= n || link.to >= n)
        continue;
      link.id = (gint64) project->links->len + 1;
      link.from = (guint) places[link.from];
      link.to = (guint) places[link.to];
      g_array_append_val (project->links, link);
    }
  return project;
}

/* ---- in ---- */

typedef struct
{
  PltNetworkProject *project;
  const PltFacts *facts;
  const char *const *phases;
  PltBatch *batch;
  gint64 *calendars, *tasks; /* handles; 0: none of its own */
  int *phase;                /* of each task, -1: not said */
} Reader;

static void
set_date (PltBatch *batch, const char *column, PltDate date)
{
  g_autofree char *iso = date != PLT_DATE_NONE ? plt_date_to_iso (date) : NULL;

  if (iso != NULL)
    plt_batch_set_text (batch, column, iso);
}

static void
add_spans (Reader *self, gint64 calendar, const PltNetworkSpan *spans, guint n, gboolean worked)
{
  for (guint i = 0; i < n; i++)
    {
      plt_batch_insert (self->batch, "calendar_closing");
      plt_batch_set_integer (self->batch, "task_calendar", calendar);
      plt_batch_set_text (self->batch, "name", worked ? _ ("Worked") : _ ("Closed"));
      set_date (self->batch, "from_date", spans[i].from);
      set_date (self->batch, "to_date", spans[i].to);
      plt_batch_set_integer (self->batch, "worked", worked);
    }
}

static const char *
calendar_name (const PltNetworkCalendar *calendar)
{
  return *calendar->name != '\0' ? calendar->name : _ ("Calendar of the file");
}

/* One of that name that is there, or was before in the file; 0 for none. */
static gint64
find_calendar (Reader *self, const char *name, guint before)
{
  for (guint i = 0; i < self->facts->task_calendars.n; i++)
    if (strcmp (self->facts->task_calendars.items[i].name, name) == 0)
      return self->facts->task_calendars.items[i].id;
  for (guint i = 1; i < before; i++)
    if (strcmp (calendar_name (&g_array_index (self->project->calendars, PltNetworkCalendar, i)),
                name)
        == 0)
      return self->calendars[i];
  return 0;
}

static guint
add_calendars (Reader *self)
{
  static const char *const days[]
      = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };
  guint n = 0;

  for (guint i = 1; i < self->project->calendars->len; i++)
    {
      const PltNetworkCalendar *calendar
          = &g_array_index (self->project->calendars, PltNetworkCalendar, i);
      g_autoptr (GString) worked = g_string_new (NULL);
      const char *name = calendar_name (calendar);

      for (guint day = 0; day < G_N_ELEMENTS (days); day++)
        if ((calendar->weekdays & 1u << day) != 0)
          g_string_append_printf (worked, "%s%s", worked->len > 0 ? "," : "", days[day]);
      self->calendars[i] = find_calendar (self, name, i);
      if (self->calendars[i] != 0)
        continue;
      self->calendars[i] = plt_batch_insert (self->batch, "task_calendar");
      plt_batch_set_text (self->batch, "name", name);
      plt_batch_set_text (self->batch, "weekdays", worked->str);
      plt_batch_set_integer (self->batch, "holidays_worked", 1); /* its own closings say them */
      add_spans (self, self->calendars[i], calendar->closed, calendar->n_closed, FALSE);
      add_spans (self, self->calendars[i], calendar->opened, calendar->n_opened, TRUE);
      n++;
    }
  return n;
}

static int
find_phase (Reader *self, const char *name)
{
  g_autofree char *folded = plt_text_fold (name);

  for (guint i = 0; i < PLT_RETRO_N_PHASES; i++)
    {
      g_autofree char *phase = plt_text_fold (self->phases[i]);

      if (strcmp (folded, phase) == 0 || strcmp (folded, plt_retro_phase_id (i)) == 0)
        return (int) i;
    }
  return -1;
}

static gboolean
is_group (const PltNetworkProject *project, guint task)
{
  for (guint i = 0; i < project->tasks->len; i++)
    if (g_array_index (project->tasks, PltNetworkTask, i).parent == (int) task)
      return TRUE;
  return FALSE;
}

static void
put_state (PltBatch *batch, const PltNetworkTask *task, const PltNetworkSpan *planned)
{
  PltDate start = task->start != PLT_DATE_NONE ? task->start : planned->from;
  PltDate finish = task->finish != PLT_DATE_NONE ? task->finish : planned->to;

  switch (task->state)
    {
    case PLT_NETWORK_LOCKED:
      plt_batch_set_integer (batch, "locked", 1);
      set_date (batch, "start_date", start);
      set_date (batch, "end_date", finish);
      break;
    case PLT_NETWORK_DONE:
      set_date (batch, "real_end_date", finish);
      set_date (batch, "real_start_date", start);
      break;
    case PLT_NETWORK_STARTED:
      set_date (batch, "real_start_date", start);
      break;
    case PLT_NETWORK_FREE:
    default:
      break;
    }
  if (task->progress > 0)
    plt_batch_set_integer (batch, "progress_e6",
                           (gint64) MIN (task->progress, 100) * (PLT_RATE_ONE / 100));
}

static void
put_constraint (PltBatch *batch, const PltNetworkTask *task)
{
  static const char *const words[PLT_NETWORK_N_CONSTRAINTS] = { "",
                                                                "au-plus-tot",
                                                                "au-plus-tard",
                                                                "debut-pas-avant",
                                                                "debut-pas-apres",
                                                                "fin-pas-avant",
                                                                "fin-pas-apres",
                                                                "debut-le",
                                                                "fin-le" };

  if (*words[task->constraint] != '\0')
    plt_batch_set_text (batch, "placing", words[task->constraint]);
  set_date (batch, "placing_date", task->date);
  set_date (batch, "deadline_date", task->deadline);
}

/* A group of the first level with the name of a phase is no task. */
static guint
add_tasks (Reader *self)
{
  const GArray *tasks = self->project->tasks;
  guint n = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      const PltNetworkTask *task = &g_array_index (tasks, PltNetworkTask, i);
      const char *name = task->name != NULL && *task->name != '\0' ? task->name : _ ("New task");
      int parent = task->parent >= 0 && (guint) task->parent < i ? task->parent : -1;
      gboolean group = is_group (self->project, i);

      self->phase[i] = parent >= 0 ? self->phase[parent] : -1;
      if (parent < 0 && group && find_phase (self, name) >= 0)
        {
          self->phase[i] = find_phase (self, name);
          continue;
        }
      self->tasks[i] = plt_batch_insert (self->batch, "task");
      plt_batch_set_text (self->batch, "name", name);
      plt_batch_set_text (self->batch, "phase",
                          plt_retro_phase_id (self->phase[i] >= 0 ? (guint) self->phase[i] : 1));
      if (parent >= 0 && self->tasks[parent] != 0)
        plt_batch_set_integer (self->batch, "parent", self->tasks[parent]);
      n++;
      put_constraint (self->batch, task);
      if (group)
        continue;
      plt_batch_set_integer (self->batch, "duration_days", task->days);
      plt_batch_set_integer (self->batch, "milestone", task->days == 0);
      if (task->unit == PLT_NETWORK_CALENDAR)
        plt_batch_set_text (self->batch, "duration_unit", "calendaires");
      if (task->calendar > 0 && task->calendar < self->project->calendars->len)
        plt_batch_set_integer (self->batch, "calendar", self->calendars[task->calendar]);
      put_state (self->batch, task, &g_array_index (self->project->planned, PltNetworkSpan, i));
    }
  return n;
}

static guint
add_links (Reader *self)
{
  static const char *const kinds[PLT_NETWORK_N_KINDS]
      = { "fin-debut", "debut-debut", "fin-fin", "debut-fin" };
  guint n = 0, lost = 0;

  for (guint i = 0; i < self->project->links->len; i++)
    {
      const PltNetworkLink *link = &g_array_index (self->project->links, PltNetworkLink, i);

      if (link->from >= self->project->tasks->len || link->to >= self->project->tasks->len
          || self->tasks[link->from] == 0 || self->tasks[link->to] == 0)
        {
          lost++;
          continue;
        }
      plt_batch_insert (self->batch, "task_link");
      plt_batch_set_integer (self->batch, "predecessor", self->tasks[link->from]);
      plt_batch_set_integer (self->batch, "task", self->tasks[link->to]);
      plt_batch_set_text (self->batch, "kind", kinds[link->kind]);
      plt_batch_set_integer (self->batch, "lag_days", link->lag);
      plt_batch_set_text (self->batch, "lag_unit",
                          link->unit == PLT_NETWORK_CALENDAR ? "calendaires" : "ouvres");
      n++;
    }
  if (lost > 0)
    g_ptr_array_add (self->project->remarks,
                     g_strdup_printf (ngettext ("%u link to or from a phase was left out.",
                                                "%u links to or from a phase were left out.", lost),
                                      lost));
  return n;
}

PltRetroProjectCount
plt_retro_project_write (PltNetworkProject *project,
                         const PltFacts *facts,
                         const char *const *phases,
                         PltBatch *batch)
{
  const guint n = project->tasks->len;
  g_autofree gint64 *calendars = g_new0 (gint64, project->calendars->len + 1);
  g_autofree gint64 *tasks = g_new0 (gint64, n + 1);
  g_autofree int *phase = g_new0 (int, n + 1);
  Reader self = { project, facts, phases, batch, calendars, tasks, phase };
  PltRetroProjectCount count;

  count.calendars = add_calendars (&self);
  count.tasks = add_tasks (&self);
  count.links = add_links (&self);
  if (project->calendars->len > 0
      && g_array_index (project->calendars, PltNetworkCalendar, 0).n_closed > 0)
    g_ptr_array_add (project->remarks,
                     g_strdup (_ ("The days off of the first calendar were not read: those of the "
                                  "production count.")));
  return count;
}

/* A rétroplanning as a project that other programs read. */
#include <glib/gi18n-lib.h>

#include "plt-error.h"
#include "plt-retro-exchange.h"
#include "plt-retro-private.h"

#define AROUND 366 /* days of closings before and after the plan */

typedef struct
{
  const PltRetro *retro;
  PltNetworkProject *project;
  int groups[PLT_RETRO_N_PHASES]; /* index of the group of a phase, or PLT_NETWORK_NONE */
  guint n_groups;
} Export;

const char *
plt_retro_phase_name (guint phase)
{
  static const char *const names[PLT_RETRO_N_PHASES]
      = { "Développement", "Préparation", "Tournage", "Postproduction", "Diffusion" };

  return names[phase];
}

/* The engine's own delivery is no task of a phase. */
static gboolean
has_task (const Export *self, const PltRetroRow *phase)
{
  for (guint i = 1; i <= phase->n_below; i++)
    if ((phase + i)->task != NULL)
      return TRUE;
  return FALSE;
}

static void
add_phases (Export *self)
{
  for (guint phase = 0; phase < PLT_RETRO_N_PHASES; phase++)
    self->groups[phase] = PLT_NETWORK_NONE;
  for (guint i = 0; i < self->retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->retro->rows, PltRetroRow, i);
      PltNetworkTask group;
      PltNetworkSpan span = { PLT_DATE_NONE, PLT_DATE_NONE };

      if (row->kind != PLT_RETRO_PHASE || !has_task (self, row))
        continue;
      for (guint phase = 0; phase < PLT_RETRO_N_PHASES; phase++)
        if (g_str_equal (row->phase, plt_retro_phase_id (phase)))
          {
            group = PLT_NETWORK_TASK (0, plt_retro_phase_name (phase), 0);
            self->groups[phase] = (int) self->project->tasks->len;
            if (row->is_dated)
              span = (PltNetworkSpan){ row->dates.start, row->dates.finish };
            g_array_append_val (self->project->tasks, group);
            g_array_append_val (self->project->planned, span);
          }
    }
  self->n_groups = self->project->tasks->len;
}

static int
group_of (const Export *self, const PltTaskFacts *task)
{
  for (guint phase = 0; phase < PLT_RETRO_N_PHASES; phase++)
    if (g_str_equal (task->phase, plt_retro_phase_id (phase)))
      return self->groups[phase];
  return self->groups[1]; /* as the rows have it */
}

/* The tasks of the facts; the engine's own delivery is the end of the project. */
static void
add_tasks (Export *self)
{
  const PltRetro *retro = self->retro;

  for (guint i = 0; i < retro->facts->tasks.n; i++)
    {
      const PltNetworkDates *dates = &retro->schedule->tasks[i];
      PltNetworkTask task = retro->input.tasks[i];
      PltNetworkSpan planned = { dates->start, dates->finish };

      task.id = i + 1;
      task.name = plt_network_project_text (self->project, plt_retro_name (retro, i));
      task.parent = task.parent >= 0 ? task.parent + (int) self->n_groups
                                     : group_of (self, &retro->facts->tasks.items[i]);
      if (task.state == PLT_NETWORK_LOCKED || task.state == PLT_NETWORK_DONE)
        {
          task.start = dates->start;
          task.finish = dates->finish;
        }
      if (retro->schedule->outside[i])
        planned = (PltNetworkSpan){ PLT_DATE_NONE, PLT_DATE_NONE };
      g_array_append_val (self->project->tasks, task);
      g_array_append_val (self->project->planned, planned);
    }
}

static void
add_links (Export *self)
{
  for (guint i = 0; i < self->retro->data->n_real_links; i++)
    {
      PltNetworkLink link = self->retro->input.links[i];

      link.id = i + 1;
      link.from += self->n_groups;
      link.to += self->n_groups;
      g_array_append_val (self->project->links, link);
    }
}

/* ---- who, notes, the baseline ---- */

static void
add_extras (Export *self)
{
  const PltFacts *facts = self->retro->facts;

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];
      PltNetworkExtra *extra;

      if (*task->note == '\0' && *task->team == '\0')
        continue;
      extra = plt_network_project_need_extra (self->project, i + self->n_groups);
      extra->note = plt_network_project_text (self->project, task->note);
      extra->team = plt_network_project_text (self->project, task->team);
    }
}

static void
add_people (Export *self)
{
  const PltFacts *facts = self->retro->facts;

  for (guint i = 0; i < facts->task_people.n; i++)
    {
      const PltTaskPersonFacts *row = &facts->task_people.items[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, row->person);
      g_autofree char *name
          = person != NULL ? plt_facts_person_name (person) : g_strdup (row->function);
      PltNetworkWork assignment = { .percent = 100 };
      int task = plt_retro_index (self->retro, row->task);

      if (task < 0 || *name == '\0')
        continue;
      assignment.task = (guint) task + self->n_groups;
      assignment.resource = plt_network_project_resource (self->project, name);
      if (row->share_e6 != PLT_UNKNOWN)
        assignment.percent = (int) CLAMP (row->share_e6 / (PLT_RATE_ONE / 100), 0, 1000);
      g_array_append_val (self->project->assignments, assignment);
    }
}

static void
add_baseline (Export *self)
{
  const PltRetro *retro = self->retro;

  if (retro->baseline == NULL)
    return;
  self->project->baseline_name = plt_network_project_text (self->project, retro->baseline->name);
  self->project->baseline_date = retro->baseline->date;
  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      if (row->task == NULL || row->index < 0 || !row->in_baseline)
        continue;
      plt_network_project_need_extra (self->project, (guint) row->index + self->n_groups)->baseline
          = (PltNetworkSpan){ row->baseline_start, row->baseline_finish };
    }
}

/* ---- calendars ---- */

static GArray *
near_spans (const Export *self, const PltNetworkSpan *spans, guint n)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));

  for (guint i = 0; i < n; i++)
    if (spans[i].to >= self->retro->schedule->start - AROUND
        && spans[i].from <= self->retro->schedule->finish + AROUND)
      g_array_append_val (near, spans[i]);
  return near;
}

static void
add_calendars (Export *self)
{
  for (guint i = 0; i < self->retro->input.n_calendars; i++)
    {
      const PltNetworkCalendar *calendar = &self->retro->input.calendars[i];
      g_autoptr (GArray) closed = near_spans (self, calendar->closed, calendar->n_closed);
      g_autoptr (GArray) opened = near_spans (self, calendar->opened, calendar->n_opened);

      plt_network_project_add_calendar (self->project, i > 0 ? calendar->name : "Production",
                                        calendar->weekdays, closed, opened);
    }
}

static void
remark (Export *self, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (self->project->remarks, text);
  else
    g_free (text);
}

static void
add_remarks (Export *self)
{
  const PltFacts *facts = self->retro->facts;
  guint n_more = 0;

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];

      n_more += *task->deliverable != '\0' || *task->place != '\0' || *task->equipment != '\0'
                || *task->accessibility != '\0';
    }
  remark (self, facts->bookings.n,
          g_strdup_printf (ngettext ("%u booking is not in the file.",
                                     "%u bookings are not in the file.", facts->bookings.n),
                           facts->bookings.n));
  remark (self, facts->screenings.n,
          g_strdup_printf (ngettext ("%u screening is not in the file.",
                                     "%u screenings are not in the file.", facts->screenings.n),
                           facts->screenings.n));
  remark (self, n_more,
          g_strdup_printf (ngettext ("The deliverable, place, equipment or accessibility of %u "
                                     "task is not in the file.",
                                     "The deliverables, places, equipment or accessibility of %u "
                                     "tasks are not in the file.",
                                     n_more),
                           n_more));
}

PltNetworkProject *
plt_retro_export_new (const PltRetro *self, GError **error)
{
  PltNetworkProject *project;
  Export export = { .retro = self };

  if (self->input.n_tasks < self->facts->tasks.n)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The dates of this rétroplanning cannot be counted: its findings "
                              "tell which one is wrong. Correct it, then export again."));
      return NULL;
    }
  export.project = project = plt_network_project_new ();

  project->title = plt_network_project_text (project, self->facts->production.title);
  project->backward = self->input.backward;
  project->start = self->input.start != PLT_DATE_NONE ? self->input.start : self->schedule->start;
  project->end = self->facts->production.delivery_date;
  add_phases (&export);
  add_tasks (&export);
  add_links (&export);
  add_calendars (&export);
  add_extras (&export);
  add_people (&export);
  add_baseline (&export);
  add_remarks (&export);
  return project;
}

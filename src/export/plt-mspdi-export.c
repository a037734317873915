#include "plt-mspdi-export.h"

#include <string.h>

#define MORNING "T08:00:00"
#define EVENING "T17:00:00"
#define TEAM_FIELD 188743731 /* the task's own field Text1 */
#define TEAM "Équipe"

typedef struct
{
  const PltNetworkProject *project;
  GString *out;
  guint8 *is_group;
  GArray **links_to; /* (element-type guint) (nullable): by task */
} Writer;

/* ---- XML ---- */

static void
add_text (Writer *self, const char *name, const char *text)
{
  g_autofree char *clean = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *escaped = NULL;

  /* XML has no control characters, not even escaped; a note has lines. */
  for (char *p = clean; *p != '\0'; p++)
    if (((guchar) *p < 0x20 && *p != '\n') || *p == 0x7f)
      *p = ' ';
  escaped = g_markup_escape_text (clean, -1);
  g_string_append_printf (self->out, "<%s>%s</%s>\n", name, escaped, name);
}

static void
add_number (Writer *self, const char *name, gint64 value)
{
  g_string_append_printf (self->out, "<%s>%" G_GINT64_FORMAT "</%s>\n", name, value, name);
}

static void
add_date (Writer *self, const char *name, PltDate date, const char *hour)
{
  g_autofree char *iso = date != PLT_DATE_NONE ? plt_date_to_iso (date) : NULL;

  if (iso != NULL)
    g_string_append_printf (self->out, "<%s>%s%s</%s>\n", name, iso, hour, name);
}

/* ---- calendars ---- */

static void
add_hours (Writer *self)
{
  g_string_append (self->out, "<WorkingTimes>"
                              "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime>"
                              "</WorkingTime>"
                              "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime>"
                              "</WorkingTime></WorkingTimes>\n");
}

static void
add_spans (Writer *self, const PltNetworkSpan *spans, guint n_spans, gboolean is_working)
{
  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].from > spans[i].to)
        continue;
      g_string_append (self->out, "<WeekDay>\n");
      add_number (self, "DayType", 0);
      add_number (self, "DayWorking", is_working);
      g_string_append (self->out, "<TimePeriod>\n");
      add_date (self, "FromDate", spans[i].from, "T00:00:00");
      add_date (self, "ToDate", spans[i].to, "T23:59:00");
      g_string_append (self->out, "</TimePeriod>\n");
      if (is_working)
        add_hours (self);
      g_string_append (self->out, "</WeekDay>\n");
    }
}

static void
add_calendar (Writer *self, const PltNetworkCalendar *calendar, guint uid)
{
  g_string_append (self->out, "<Calendar>\n");
  add_number (self, "UID", uid);
  add_text (self, "Name", calendar->name);
  add_number (self, "IsBaseCalendar", 1);
  add_number (self, "BaseCalendarUID", -1);
  g_string_append (self->out, "<WeekDays>\n");
  for (int type = 1; type <= 7; type++)
    {
      gboolean is_working = (calendar->weekdays & (1u << ((type + 5) % 7))) != 0;

      g_string_append (self->out, "<WeekDay>\n");
      add_number (self, "DayType", type);
      add_number (self, "DayWorking", is_working);
      if (is_working)
        add_hours (self);
      g_string_append (self->out, "</WeekDay>\n");
    }
  add_spans (self, calendar->closed, calendar->n_closed, FALSE);
  add_spans (self, calendar->opened, calendar->n_opened, TRUE);
  g_string_append (self->out, "</WeekDays>\n</Calendar>\n");
}

static void
add_calendars (Writer *self)
{
  const PltNetworkCalendar usual = { "Standard", PLT_NETWORK_MONDAY_TO_FRIDAY, NULL, 0, NULL, 0 };
  const GArray *calendars = self->project->calendars;

  g_string_append (self->out, "<Calendars>\n");
  for (guint i = 0; i < calendars->len; i++)
    add_calendar (self, &g_array_index (calendars, PltNetworkCalendar, i), i + 1);
  if (calendars->len == 0)
    add_calendar (self, &usual, 1);
  g_string_append (self->out, "</Calendars>\n");
}

/* ---- tasks ---- */

static int
constraint_type (const PltNetworkProject *project, const PltNetworkTask *task)
{
  static const int types[] = {
    [PLT_NETWORK_EARLY] = 0,       [PLT_NETWORK_LATE] = 1,       [PLT_NETWORK_START_ON] = 2,
    [PLT_NETWORK_FINISH_ON] = 3,   [PLT_NETWORK_START_FROM] = 4, [PLT_NETWORK_START_BY] = 5,
    [PLT_NETWORK_FINISH_FROM] = 6, [PLT_NETWORK_FINISH_BY] = 7,
  };

  if (task->constraint == PLT_NETWORK_AS_PLAN
      || (task->constraint >= PLT_NETWORK_START_FROM && task->date == PLT_DATE_NONE))
    return project->backward ? 1 : 0;
  return types[task->constraint];
}

static void
add_links (Writer *self, guint task)
{
  static const int types[] = { 1, 3, 0, 2 };
  const GArray *links = self->links_to[task];

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const PltNetworkLink *link
          = &g_array_index (self->project->links, PltNetworkLink, g_array_index (links, guint, i));
      gboolean elapsed = link->unit == PLT_NETWORK_CALENDAR;

      g_string_append (self->out, "<PredecessorLink>\n");
      add_number (self, "PredecessorUID", link->from + 1);
      add_number (self, "Type", types[link->kind]);
      add_number (self, "CrossProject", 0);
      add_number (self, "LinkLag", (gint64) link->lag * (elapsed ? 14400 : 4800));
      add_number (self, "LagFormat", elapsed ? 8 : 7);
      g_string_append (self->out, "</PredecessorLink>\n");
    }
}

static void
add_real_dates (Writer *self, const PltNetworkTask *task, const PltNetworkSpan *planned)
{
  gboolean done = task->state == PLT_NETWORK_DONE;

  if (done || task->state == PLT_NETWORK_STARTED)
    add_date (self, "ActualStart", task->start != PLT_DATE_NONE ? task->start : planned->from,
              MORNING);
  if (done)
    add_date (self, "ActualFinish", task->finish != PLT_DATE_NONE ? task->finish : planned->to,
              EVENING);
}

static void
add_duration (Writer *self, const char *name, int days, gboolean elapsed)
{
  g_string_append_printf (self->out, "<%s>PT%dH0M0S</%s>\n", name,
                          MAX (days, 0) * (elapsed ? 24 : 8), name);
}

/* What is done by hand there is locked here: its dates stand twice, as Project 2010 wants it. */
static void
add_manual (Writer *self, const PltNetworkTask *task, const PltNetworkSpan *planned)
{
  if (task->state != PLT_NETWORK_LOCKED)
    return;
  add_date (self, "ManualStart", planned->from,
            task->days == 0 && !task->morning ? EVENING : MORNING);
  add_date (self, "ManualFinish", planned->to,
            task->days == 0 && task->morning ? MORNING : EVENING);
  add_duration (self, "ManualDuration", task->days, task->unit == PLT_NETWORK_CALENDAR);
}

static void
add_team (Writer *self, const PltNetworkExtra *extra)
{
  if (*extra->team == '\0')
    return;
  g_string_append (self->out, "<ExtendedAttribute>\n");
  add_number (self, "FieldID", TEAM_FIELD);
  add_text (self, "Value", extra->team);
  g_string_append (self->out, "</ExtendedAttribute>\n");
}

static void
add_baseline (Writer *self, const PltNetworkSpan *span)
{
  if (span->from == PLT_DATE_NONE)
    return;
  g_string_append (self->out, "<Baseline>\n");
  add_number (self, "Number", 0);
  add_date (self, "Start", span->from, MORNING);
  add_date (self, "Finish", span->to, EVENING);
  g_string_append (self->out, "</Baseline>\n");
}

/* The order of elements is that of the published schema: MS Project refuses another one. */
static void
add_task (Writer *self, guint i, guint level)
{
  const PltNetworkTask *task = &g_array_index (self->project->tasks, PltNetworkTask, i);
  const PltNetworkSpan *planned = &g_array_index (self->project->planned, PltNetworkSpan, i);
  gboolean elapsed = task->unit == PLT_NETWORK_CALENDAR;
  gboolean is_stone = task->days == 0 && !self->is_group[i];
  int type = constraint_type (self->project, task);
  const PltNetworkExtra *extra = plt_network_project_extra (self->project, i);

  g_string_append (self->out, "<Task>\n");
  add_number (self, "UID", i + 1);
  add_number (self, "ID", i + 1);
  add_text (self, "Name", task->name);
  add_number (self, "Manual", task->state == PLT_NETWORK_LOCKED && !self->is_group[i]);
  add_number (self, "Type", 1); /* of a fixed duration */
  add_number (self, "IsNull", 0);
  add_number (self, "OutlineLevel", level);
  add_date (self, "Start", planned->from, is_stone && !task->morning ? EVENING : MORNING);
  add_date (self, "Finish", planned->to, is_stone && task->morning ? MORNING : EVENING);
  if (!self->is_group[i])
    {
      add_duration (self, "Duration", task->days, elapsed);
      add_manual (self, task, planned);
      add_number (self, "DurationFormat", elapsed ? 8 : 7);
    }
  add_number (self, "Estimated", 0);
  add_number (self, "Milestone", is_stone);
  add_number (self, "Summary", self->is_group[i]);
  add_number (self, "PercentComplete",
              task->state == PLT_NETWORK_DONE ? 100 : CLAMP (task->progress, 0, 100));
  add_real_dates (self, task, planned);
  add_number (self, "ConstraintType", type);
  add_number (self, "CalendarUID",
              self->project->calendars->len > 0 ? (gint64) task->calendar + 1 : -1);
  if (type > 1)
    add_date (self, "ConstraintDate", task->date, type == 3 || type >= 6 ? EVENING : MORNING);
  add_date (self, "Deadline", task->deadline, EVENING);
  if (*extra->note != '\0')
    add_text (self, "Notes", extra->note);
  add_links (self, i);
  add_team (self, extra);
  add_baseline (self, &extra->baseline);
  g_string_append (self->out, "</Task>\n");
}

/* An outline has the tasks of a group right after it, whatever their order in the project. */
static void
add_tasks (Writer *self)
{
  const GArray *tasks = self->project->tasks;
  g_autofree guint *first = g_new (guint, tasks->len + 1); /* child, + 1; [len] of none */
  g_autofree guint *next = g_new0 (guint, tasks->len + 1); /* sibling, + 1 */
  g_autofree guint *stack = g_new (guint, tasks->len + 1);
  guint depth = 0;

  memset (first, 0, (tasks->len + 1) * sizeof *first);
  for (guint i = tasks->len; i-- > 0;)
    {
      int parent = g_array_index (tasks, PltNetworkTask, i).parent;
      guint at = parent >= 0 && (guint) parent < tasks->len ? (guint) parent : tasks->len;

      next[i] = first[at];
      first[at] = i + 1;
      if (at < tasks->len)
        self->is_group[at] = 1;
    }
  for (guint at = first[tasks->len]; at != 0 || depth > 0;)
    {
      if (at == 0)
        {
          at = next[stack[--depth]];
          continue;
        }
      add_task (self, at - 1, depth + 1);
      stack[depth++] = at - 1;
      at = first[at - 1];
    }
}

/* ---- the field of the team, people ---- */

static void
add_fields (Writer *self)
{
  gboolean has_teams = FALSE;

  for (guint i = 0; i < self->project->tasks->len; i++)
    has_teams |= *plt_network_project_extra (self->project, i)->team != '\0';
  if (!has_teams)
    return;
  g_string_append (self->out, "<ExtendedAttributes>\n<ExtendedAttribute>\n");
  add_number (self, "FieldID", TEAM_FIELD);
  add_text (self, "FieldName", "Text1");
  add_text (self, "Alias", TEAM);
  g_string_append (self->out, "</ExtendedAttribute>\n</ExtendedAttributes>\n");
}

static void
add_resources (Writer *self)
{
  if (self->project->resources->len == 0)
    return;
  g_string_append (self->out, "<Resources>\n");
  for (guint i = 0; i < self->project->resources->len; i++)
    {
      g_string_append (self->out, "<Resource>\n");
      add_number (self, "UID", i + 1);
      add_number (self, "ID", i + 1);
      add_text (self, "Name", self->project->resources->pdata[i]);
      add_number (self, "Type", 1); /* somebody who works */
      add_number (self, "IsNull", 0);
      g_string_append (self->out, "</Resource>\n");
    }
  g_string_append (self->out, "</Resources>\n");
}

static void
add_assignments (Writer *self)
{
  if (self->project->assignments->len == 0)
    return;
  g_string_append (self->out, "<Assignments>\n");
  for (guint i = 0; i < self->project->assignments->len; i++)
    {
      const PltNetworkWork *one = &g_array_index (self->project->assignments, PltNetworkWork, i);

      g_string_append (self->out, "<Assignment>\n");
      add_number (self, "UID", i + 1);
      add_number (self, "TaskUID", one->task + 1);
      add_number (self, "ResourceUID", one->resource + 1);
      g_string_append_printf (self->out, "<Units>%d.%02d</Units>\n", one->percent / 100,
                              one->percent % 100);
      g_string_append (self->out, "</Assignment>\n");
    }
  g_string_append (self->out, "</Assignments>\n");
}

char *
plt_mspdi_export_format (const PltNetworkProject *project)
{
  guint n = project->tasks->len;
  Writer self = { .project = project, .out = g_string_new (NULL) };

  self.is_group = g_new0 (guint8, MAX (n, 1));
  self.links_to = g_new0 (GArray *, MAX (n, 1));
  for (guint i = 0; i < project->links->len; i++)
    {
      guint to = g_array_index (project->links, PltNetworkLink, i).to;

      if (to >= n || g_array_index (project->links, PltNetworkLink, i).from >= n)
        continue;
      if (self.links_to[to] == NULL)
        self.links_to[to] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (self.links_to[to], i);
    }
  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                             "<Project xmlns=\"http://schemas.microsoft.com/project\">\n");
  add_number (&self, "SaveVersion", 14); /* as of Project 2010: tasks planned by hand */
  add_text (&self, "Title", project->title);
  add_number (&self, "ScheduleFromStart", !project->backward);
  add_date (&self, "StartDate", project->start, MORNING);
  add_date (&self, "FinishDate", project->end, EVENING);
  add_number (&self, "CalendarUID", 1);
  g_string_append (self.out, "<DefaultStartTime>08:00:00</DefaultStartTime>\n"
                             "<DefaultFinishTime>17:00:00</DefaultFinishTime>\n");
  add_number (&self, "MinutesPerDay", 480);
  add_number (&self, "MinutesPerWeek", 2400);
  add_fields (&self);
  add_calendars (&self);
  g_string_append (self.out, "<Tasks>\n");
  add_tasks (&self);
  g_string_append (self.out, "</Tasks>\n");
  add_resources (&self);
  add_assignments (&self);
  g_string_append (self.out, "</Project>\n");
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&self.links_to[i], g_array_unref);
  g_free (self.links_to);
  g_free (self.is_group);
  return g_string_free (self.out, FALSE);
}

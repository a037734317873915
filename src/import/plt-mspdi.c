#include "plt-mspdi.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-mspdi-private.h"
#include "plt-xml.h"

#define MAX_DAYS 400000 /* looked at in all calendars of a file */
#define DAY_MINUTES 480
#define MINUTES_OF_CALENDAR_DAY 1440

/* ---- values ---- */

gint64
plt_mspdi_number (const char *text)
{
  gint64 value = g_ascii_strtoll (text, NULL, 10);

  return CLAMP (value, -G_MAXINT32, G_MAXINT32);
}

/* A boolean of XML is a figure or a word. */
gboolean
plt_mspdi_is_true (const char *text)
{
  return plt_mspdi_number (text) != 0 || g_ascii_strcasecmp (text, "true") == 0;
}

/* Numbers of rows may be of any size. */
gint64
plt_mspdi_number_of_row (const char *text)
{
  return g_ascii_strtoll (text, NULL, 10);
}

/* "2026-06-01T08:00:00" */
PltDate
plt_mspdi_read_date (const char *text, int *hour)
{
  g_autofree char *day = g_strndup (text, 10);

  if (hour != NULL)
    *hour = strlen (text) >= 13 && text[10] == 'T'
                ? (int) CLAMP (plt_mspdi_number (text + 11), 0, 24)
                : 0;
  return plt_date_from_iso (day);
}

/* The last day of a period that ends at an hour: at midnight the day before. */
PltDate
plt_mspdi_read_end (const char *text)
{
  int hour;
  PltDate date = plt_mspdi_read_date (text, &hour);

  return date != PLT_DATE_NONE && hour == 0 && strstr (text, "T00:00") != NULL ? date - 1 : date;
}

const char *
plt_mspdi_parent_of (const PltMspdiReader *self, guint up)
{
  return self->path->len > up ? self->path->pdata[self->path->len - 1 - up] : "";
}

void
plt_mspdi_take_text_of (char **to, const char *text)
{
  g_free (*to);
  *to = g_strstrip (g_strdup (text));
}

/* "PT40H0M0S", "P5DT0H": minutes. */
static gint64
read_minutes (const char *text)
{
  gint64 minutes = 0, value;
  gboolean in_time = FALSE;
  char *end;

  for (const char *p = *text == 'P' ? text + 1 : text; *p != '\0'; p = end + 1)
    {
      if (*p == 'T')
        {
          in_time = TRUE;
          end = (char *) p;
          continue;
        }
      value = CLAMP (g_ascii_strtoll (p, &end, 10), 0, G_MAXINT32);
      if (end == p || *end == '\0')
        break;
      if (*end == 'D')
        minutes += value * MINUTES_OF_CALENDAR_DAY;
      else if (*end == 'H')
        minutes += value * 60;
      else if (*end == 'M' && in_time)
        minutes += value;
    }
  return minutes;
}

/* Formats of duration come in pairs: minutes, hours, days, weeks, months, the even ones elapsed. */
static gboolean
is_elapsed (int format)
{
  int base = format >= 32 ? format - 32 : format; /* estimated */

  return base == 4 || base == 6 || base == 8 || base == 10 || base == 12;
}

/* A share of the duration of the first task. */
static gboolean
is_percent (int format)
{
  return format == 19 || format == 20 || format == 51 || format == 52;
}

/* ---- elements ---- */

/* "p:Task" where a program names the namespace. */
static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
clear_task (RawTask *task)
{
  g_free (task->name);
  g_free (task->note);
  g_free (task->team);
}

static void
begin_task (PltMspdiReader *self)
{
  clear_task (&self->task);
  self->task = (RawTask){ .calendar = -1,
                          .level = 1,
                          .format = 7,
                          .start = PLT_DATE_NONE,
                          .finish = PLT_DATE_NONE,
                          .date = PLT_DATE_NONE,
                          .deadline = PLT_DATE_NONE,
                          .really_started = PLT_DATE_NONE,
                          .really_finished = PLT_DATE_NONE,
                          .baseline = { PLT_DATE_NONE, PLT_DATE_NONE },
                          .n_links = self->raw_links->len };
}

static void
begin_element (gpointer data, const char *full_name, const char **names, const char **values)
{
  PltMspdiReader *self = data;
  const char *name = local_name (full_name);

  if (self->path->len == 0)
    self->is_project = g_str_equal (name, "Project");
  g_ptr_array_add (self->path, g_strdup (name));
  g_string_truncate (self->text, 0);
  if (g_str_equal (name, "Task"))
    begin_task (self);
  else if (g_str_equal (name, "PredecessorLink"))
    self->link = (RawLink){ .kind = 1, .format = 7 };
  else if (g_str_equal (name, "Calendar"))
    plt_mspdi_begin_calendar (self);
  else if (g_str_equal (name, "WorkWeek"))
    self->week = (PltNetworkSpan){ PLT_DATE_NONE, PLT_DATE_NONE };
  else if (g_str_equal (name, "Assignment"))
    self->work = (RawWork){ -1, -1, 100 };
  else if (g_str_equal (name, "Resource"))
    {
      g_clear_pointer (&self->resource_name, g_free);
      self->resource_uid = -1;
      self->resource_type = 1;
    }
  else if (g_str_equal (name, "ExtendedAttribute"))
    {
      g_clear_pointer (&self->field, g_free);
      g_clear_pointer (&self->value, g_free);
      g_clear_pointer (&self->alias, g_free);
    }
  else if (g_str_equal (name, "Baseline"))
    {
      self->number = 0;
      self->kept = (PltNetworkSpan){ PLT_DATE_NONE, PLT_DATE_NONE };
    }
  else if (g_str_equal (name, "WeekDay") || g_str_equal (name, "Exception"))
    {
      self->day_type = 0;
      self->is_working = self->by_occurrences = FALSE;
      self->exception = (PltMspdiException){ .period = { PLT_DATE_NONE, PLT_DATE_NONE } };
    }
}

static int
days_of (PltMspdiReader *self, const RawTask *raw)
{
  gint64 a_day = is_elapsed (raw->format) ? MINUTES_OF_CALENDAR_DAY : self->day_minutes;

  if (raw->minutes == 0)
    return raw->has_minutes || raw->is_milestone ? 0 : 1;
  self->n_rounded += raw->minutes % a_day != 0;
  return (int) MIN ((raw->minutes + a_day - 1) / a_day, G_MAXINT32);
}

static PltNetworkConstraint
constraint_of (int type)
{
  static const PltNetworkConstraint constraints[]
      = { PLT_NETWORK_EARLY,       PLT_NETWORK_LATE,       PLT_NETWORK_START_ON,
          PLT_NETWORK_FINISH_ON,   PLT_NETWORK_START_FROM, PLT_NETWORK_START_BY,
          PLT_NETWORK_FINISH_FROM, PLT_NETWORK_FINISH_BY };

  return type >= 0 && type < (int) G_N_ELEMENTS (constraints) ? constraints[type]
                                                              : PLT_NETWORK_AS_PLAN;
}

static void
set_state (const RawTask *raw, PltNetworkTask *task)
{
  if (raw->really_finished != PLT_DATE_NONE)
    {
      task->state = PLT_NETWORK_DONE;
      task->start = raw->really_started != PLT_DATE_NONE ? raw->really_started : raw->start;
      task->finish = raw->really_finished;
    }
  else if (raw->really_started != PLT_DATE_NONE)
    {
      task->state = PLT_NETWORK_STARTED;
      task->start = raw->really_started;
    }
  else if (raw->is_manual && (raw->start != PLT_DATE_NONE || raw->finish != PLT_DATE_NONE))
    {
      task->state = PLT_NETWORK_LOCKED;
      task->start = raw->start;
      task->finish = raw->finish;
    }
}

static void
end_task (PltMspdiReader *self)
{
  RawTask *raw = &self->task;
  PltNetworkProject *project = self->project;
  PltNetworkTask task = PLT_NETWORK_TASK (raw->uid, "", 0);
  PltNetworkSpan planned = { raw->start, raw->finish };
  int level = CLAMP (raw->level, 1, PLT_MSPDI_MAX_LEVEL);

  /* The task 0 is the project itself. */
  if (raw->is_null || raw->level == 0 || raw->is_inactive)
    {
      g_array_set_size (self->raw_links, raw->n_links);
      if (raw->is_inactive && !raw->is_null)
        {
          self->n_inactive++;
          g_hash_table_add (self->inactive, g_memdup2 (&raw->uid, sizeof raw->uid));
        }
      return;
    }
  if (project->tasks->len >= PLT_NETWORK_PROJECT_MAX_TASKS)
    {
      self->is_full = TRUE;
      return;
    }
  task.name = plt_network_project_text (project, raw->name);
  task.days = days_of (self, raw);
  task.unit = is_elapsed (raw->format) ? PLT_NETWORK_CALENDAR : PLT_NETWORK_WORKING;
  task.constraint = constraint_of (raw->constraint);
  task.date = task.constraint >= PLT_NETWORK_START_FROM ? raw->date : PLT_DATE_NONE;
  task.deadline = raw->deadline;
  task.progress = CLAMP (raw->percent, 0, 100);
  task.morning = task.days == 0 && raw->start_hour < 12;
  set_state (raw, &task);
  for (int up = level - 1; up >= 1 && task.parent < 0; up--)
    task.parent = self->parents[up];
  self->parents[level] = (int) project->tasks->len;
  for (int below = level + 1; below <= PLT_MSPDI_MAX_LEVEL; below++)
    self->parents[below] = PLT_NETWORK_NONE;
  if (!raw->has_minutes && !raw->is_milestone && raw->start != PLT_DATE_NONE
      && raw->finish != PLT_DATE_NONE)
    {
      guint at = project->tasks->len;

      g_array_append_val (self->unmeasured, at);
    }
  if (raw->note != NULL || raw->team != NULL || raw->baseline.from != PLT_DATE_NONE)
    {
      PltNetworkExtra *extra = plt_network_project_need_extra (project, project->tasks->len);

      extra->note = plt_network_project_text (project, raw->note);
      extra->team = plt_network_project_text (project, raw->team);
      extra->baseline = raw->baseline;
    }
  g_array_append_val (project->tasks, task);
  g_array_append_val (project->planned, planned);
  g_array_append_val (self->task_calendars, raw->calendar);
  g_hash_table_insert (self->tasks, g_memdup2 (&raw->uid, sizeof raw->uid),
                       GUINT_TO_POINTER (project->tasks->len));
}

/* ---- texts ---- */

/* "1.2.3" */
static int
count_parts (const char *number)
{
  int n = 1;

  for (const char *p = number; *p != '\0'; p++)
    n += *p == '.';
  return n;
}

static void
take_task_text (PltMspdiReader *self, const char *name, const char *text)
{
  RawTask *task = &self->task;

  if (g_str_equal (name, "UID"))
    task->uid = plt_mspdi_number_of_row (text);
  else if (g_str_equal (name, "Name"))
    {
      g_free (task->name);
      task->name = g_strdup (text);
    }
  else if (g_str_equal (name, "IsNull"))
    task->is_null = plt_mspdi_is_true (text);
  else if (g_str_equal (name, "Active"))
    task->is_inactive = !plt_mspdi_is_true (text);
  else if (g_str_equal (name, "Notes"))
    plt_mspdi_take_text_of (&task->note, text);
  else if (g_str_equal (name, "Manual"))
    task->is_manual = plt_mspdi_is_true (text);
  else if (g_str_equal (name, "Milestone"))
    task->is_milestone = plt_mspdi_is_true (text);
  else if (g_str_equal (name, "OutlineLevel"))
    {
      task->level = (int) plt_mspdi_number (text);
      task->has_level = TRUE;
    }
  else if (g_str_equal (name, "OutlineNumber") && !task->has_level)
    task->level = g_str_equal (text, "0") ? 0 : count_parts (text);
  else if (g_str_equal (name, "Start"))
    task->start = plt_mspdi_read_date (text, &task->start_hour);
  else if (g_str_equal (name, "Finish"))
    task->finish = plt_mspdi_read_end (text);
  else if (g_str_equal (name, "Duration"))
    {
      task->minutes = read_minutes (text);
      task->has_minutes = *text == 'P';
    }
  else if (g_str_equal (name, "DurationFormat"))
    task->format = (int) plt_mspdi_number (text);
  else if (g_str_equal (name, "PercentComplete"))
    task->percent = (int) plt_mspdi_number (text);
  else if (g_str_equal (name, "ActualStart"))
    task->really_started = plt_mspdi_read_date (text, NULL);
  else if (g_str_equal (name, "ActualFinish"))
    task->really_finished = plt_mspdi_read_end (text);
  else if (g_str_equal (name, "ConstraintType"))
    task->constraint = (int) plt_mspdi_number (text);
  else if (g_str_equal (name, "ConstraintDate"))
    task->date = plt_mspdi_read_date (text, NULL);
  else if (g_str_equal (name, "Deadline"))
    task->deadline = plt_mspdi_read_date (text, NULL);
  else if (g_str_equal (name, "CalendarUID"))
    task->calendar = plt_mspdi_number_of_row (text);
}

static void
take_link_text (PltMspdiReader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "PredecessorUID"))
    self->link.from = plt_mspdi_number_of_row (text);
  else if (g_str_equal (name, "Type"))
    self->link.kind = (int) plt_mspdi_number (text);
  else if (g_str_equal (name, "LinkLag"))
    self->link.lag = plt_mspdi_number (text);
  else if (g_str_equal (name, "LagFormat"))
    self->link.format = (int) plt_mspdi_number (text);
}

/* ---- who works, own columns, baselines ---- */

static void
take_project_text (PltMspdiReader *self, const char *name, const char *text)
{
  PltNetworkProject *project = self->project;

  if (g_str_equal (name, "Title") || (g_str_equal (name, "Name") && *project->title == '\0'))
    project->title = plt_network_project_text (project, text);
  else if (g_str_equal (name, "ScheduleFromStart"))
    project->backward = !plt_mspdi_is_true (text);
  else if (g_str_equal (name, "StartDate"))
    project->start = plt_mspdi_read_date (text, NULL);
  else if (g_str_equal (name, "FinishDate"))
    project->end = plt_mspdi_read_end (text);
  else if (g_str_equal (name, "CalendarUID"))
    self->calendar_uid = plt_mspdi_number_of_row (text);
  else if (g_str_equal (name, "LastSaved"))
    project->baseline_date = plt_mspdi_read_date (text, NULL);
  else if (g_str_equal (name, "MinutesPerDay") && plt_mspdi_number (text) > 0)
    self->day_minutes = MIN (plt_mspdi_number (text), MINUTES_OF_CALENDAR_DAY);
}

static void
take_leaf (PltMspdiReader *self, const char *name)
{
  static const struct
  {
    const char *parent;
    void (*take) (PltMspdiReader *self, const char *name, const char *text);
  } takers[] = { { "Task", take_task_text },
                 { "PredecessorLink", take_link_text },
                 { "Calendar", plt_mspdi_take_calendar_text },
                 { "WeekDay", plt_mspdi_take_day_text },
                 { "Exception", plt_mspdi_take_day_text },
                 { "TimePeriod", plt_mspdi_take_period_text },
                 { "Assignment", plt_mspdi_take_work_text },
                 { "Resource", plt_mspdi_take_resource_text },
                 { "ExtendedAttribute", plt_mspdi_take_field_text },
                 { "Baseline", plt_mspdi_take_baseline_text },
                 { "Project", take_project_text } };
  const char *parent = plt_mspdi_parent_of (self, 1);

  for (guint i = 0; i < G_N_ELEMENTS (takers); i++)
    if (strcmp (parent, takers[i].parent) == 0)
      {
        takers[i].take (self, name, self->text->str);
        return;
      }
}

static void
end_element (gpointer data, const char *full_name)
{
  PltMspdiReader *self = data;
  const char *name = local_name (full_name);

  take_leaf (self, name);
  if (g_str_equal (name, "PredecessorLink"))
    {
      self->link.to = self->project->tasks->len;
      if (self->raw_links->len < PLT_NETWORK_PROJECT_MAX_TASKS * 8)
        g_array_append_val (self->raw_links, self->link);
    }
  else if (g_str_equal (name, "Task"))
    end_task (self);
  else if (g_str_equal (name, "Calendar"))
    plt_mspdi_end_calendar (self);
  else if (g_str_equal (name, "WeekDay") || g_str_equal (name, "Exception"))
    plt_mspdi_end_day (self);
  else if (g_str_equal (name, "Resource"))
    plt_mspdi_end_resource (self);
  else if (g_str_equal (name, "Assignment")
           && self->raw_work->len < PLT_NETWORK_PROJECT_MAX_TASKS * 8)
    g_array_append_val (self->raw_work, self->work);
  else if (g_str_equal (name, "ExtendedAttribute"))
    plt_mspdi_end_field (self);
  else if (g_str_equal (name, "Baseline"))
    plt_mspdi_end_baseline (self);
  g_string_truncate (self->text, 0);
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
}

static void
take_text (gpointer data, const char *text, gsize length)
{
  PltMspdiReader *self = data;

  g_string_append_len (self->text, text, (gssize) length);
}

/* ---- the whole ---- */

/* What has no duration lasts the working days between its dates. */
static void
measure_tasks (PltMspdiReader *self)
{
  PltNetworkProject *project = self->project;
  static const PltNetworkCalendar usual = { "", PLT_NETWORK_MONDAY_TO_FRIDAY, NULL, 0, NULL, 0 };

  for (guint i = 0; i < self->unmeasured->len; i++)
    {
      guint at = g_array_index (self->unmeasured, guint, i);
      PltNetworkTask *task = &g_array_index (project->tasks, PltNetworkTask, at);
      const PltNetworkSpan *span = &g_array_index (project->planned, PltNetworkSpan, at);
      const PltNetworkCalendar *calendar
          = task->calendar < project->calendars->len
                ? &g_array_index (project->calendars, PltNetworkCalendar, task->calendar)
                : &usual;
      int days = 0;

      for (PltDate day = span->from;
           day <= span->to && days < PLT_NETWORK_MAX_DAYS && self->days_left > 0;
           day++, self->days_left--)
        days += plt_network_calendar_is_open (calendar, day) ? 1 : 0;
      task->days = MAX (days, 1);
    }
}

static void
set_lag (PltMspdiReader *self, const RawLink *raw, PltNetworkLink *link)
{
  gint64 a_day = (is_elapsed (raw->format) ? MINUTES_OF_CALENDAR_DAY : self->day_minutes) * 10;
  const PltNetworkTask *first = &g_array_index (self->project->tasks, PltNetworkTask, link->from);
  gint64 share = (gint64) first->days * CLAMP (raw->lag, -1000, 1000);

  if (is_percent (raw->format))
    {
      link->unit = first->unit;
      link->lag = (int) ((share + (share < 0 ? -50 : 50)) / 100);
      self->n_percent++;
      return;
    }
  link->unit = is_elapsed (raw->format) ? PLT_NETWORK_CALENDAR : PLT_NETWORK_WORKING;
  link->lag = (int) ((raw->lag + (raw->lag < 0 ? -a_day : a_day) / 2) / a_day);
}

static void
join_links (PltMspdiReader *self)
{
  static const PltNetworkKind kinds[]
      = { PLT_NETWORK_FF, PLT_NETWORK_FS, PLT_NETWORK_SF, PLT_NETWORK_SS };

  for (guint i = 0; i < self->raw_links->len; i++)
    {
      const RawLink *raw = &g_array_index (self->raw_links, RawLink, i);
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (self->tasks, &raw->from));
      PltNetworkLink link
          = { .id = self->project->links->len + 1, .from = from - 1, .to = raw->to };

      if (g_hash_table_contains (self->inactive, &raw->from))
        continue;
      if (from == 0 || raw->to >= self->project->tasks->len || raw->kind < 0 || raw->kind > 3)
        {
          self->n_lost++;
          continue;
        }
      link.kind = kinds[raw->kind];
      set_lag (self, raw, &link);
      g_array_append_val (self->project->links, link);
    }
}

/* The early one of a plan from its start is the usual one, as is the late one of a plan from its
 * end; the other end of the plan is only what was computed. */
static void
know_plan (PltMspdiReader *self)
{
  PltNetworkProject *project = self->project;
  PltNetworkConstraint usual = project->backward ? PLT_NETWORK_LATE : PLT_NETWORK_EARLY;

  for (guint i = 0; i < project->tasks->len; i++)
    if (g_array_index (project->tasks, PltNetworkTask, i).constraint == usual)
      g_array_index (project->tasks, PltNetworkTask, i).constraint = PLT_NETWORK_AS_PLAN;
  if (project->backward)
    project->start = PLT_DATE_NONE;
  else
    project->end = PLT_DATE_NONE;
}

static void
choose_calendars (PltMspdiReader *self)
{
  guint usual = GPOINTER_TO_UINT (g_hash_table_lookup (self->calendars, &self->calendar_uid));

  for (guint i = 0; i < self->project->tasks->len; i++)
    {
      guint own = GPOINTER_TO_UINT (
          g_hash_table_lookup (self->calendars, &g_array_index (self->task_calendars, gint64, i)));

      g_array_index (self->project->tasks, PltNetworkTask, i).calendar = own > 0     ? own - 1
                                                                         : usual > 0 ? usual - 1
                                                                                     : 0;
    }
}

static void
remark (PltMspdiReader *self, char *text)
{
  g_ptr_array_add (self->project->remarks, text);
}

static void
add_remarks (PltMspdiReader *self)
{
  if (self->n_rounded > 0)
    remark (self,
            g_strdup_printf (ngettext ("%u task lasts part of a day: it was given a whole one.",
                                       "%u tasks last part of a day: they were given a whole one.",
                                       self->n_rounded),
                             self->n_rounded));
  if (self->n_lost > 0)
    remark (self, g_strdup_printf (
                      ngettext ("%u link was left out: its task, or its kind, is unknown.",
                                "%u links were left out: their task, or their kind, is unknown.",
                                self->n_lost),
                      self->n_lost));
  if (self->n_percent > 0)
    remark (self, g_strdup_printf (
                      ngettext ("The lag of %u link is a share of a task: it was counted in days.",
                                "The lags of %u links are shares of tasks: they were counted in "
                                "days.",
                                self->n_percent),
                      self->n_percent));
  if (self->n_inactive > 0)
    remark (self, g_strdup_printf (ngettext ("%u inactive task was left out.",
                                             "%u inactive tasks were left out.", self->n_inactive),
                                   self->n_inactive));
  if (self->n_materials > 0)
    remark (self, g_strdup_printf (ngettext ("%u resource does no work: it was left out.",
                                             "%u resources do no work: they were left out.",
                                             self->n_materials),
                                   self->n_materials));
}

static void
reader_clear (PltMspdiReader *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->path);
  g_array_unref (self->raw_links);
  g_array_unref (self->task_calendars);
  g_array_unref (self->raw_work);
  g_array_unref (self->unmeasured);
  g_hash_table_unref (self->tasks);
  g_hash_table_unref (self->calendars);
  g_hash_table_unref (self->resources);
  g_hash_table_unref (self->inactive);
  g_free (self->field);
  g_free (self->value);
  g_free (self->alias);
  g_free (self->team_field);
  g_free (self->resource_name);
  clear_task (&self->task);
  plt_mspdi_clear_calendar (&self->calendar);
}

PltNetworkProject *
plt_mspdi_read (const char *bytes, gsize length, const char *name, GError **error)
{
  const PltXmlParser parser = { begin_element, end_element, take_text, NULL };
  g_autoptr (PltNetworkProject) project = plt_network_project_new ();
  PltMspdiReader self = { .project = project, .calendar_uid = 1, .day_minutes = DAY_MINUTES };
  gboolean is_read;

  self.text = g_string_new (NULL);
  self.path = g_ptr_array_new_with_free_func (g_free);
  self.raw_links = g_array_new (FALSE, FALSE, sizeof (RawLink));
  self.task_calendars = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.raw_work = g_array_new (FALSE, FALSE, sizeof (RawWork));
  self.unmeasured = g_array_new (FALSE, FALSE, sizeof (guint));
  self.resources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.inactive = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.days_left = MAX_DAYS;
  self.tasks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.calendars = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i <= PLT_MSPDI_MAX_LEVEL; i++)
    self.parents[i] = PLT_NETWORK_NONE;
  is_read = plt_xml_parse (&parser, bytes, length, name, NULL, &self, error);
  if (is_read && !self.is_project)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("%s is not a plan of MS Project: save it as XML there."), name);
      is_read = FALSE;
    }
  if (is_read && self.is_full)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG, _ ("%s has more than %d tasks: split it."),
                   name, PLT_NETWORK_PROJECT_MAX_TASKS);
      is_read = FALSE;
    }
  if (is_read)
    {
      choose_calendars (&self);
      measure_tasks (&self);
      join_links (&self);
      plt_mspdi_join_work (&self);
      know_plan (&self);
      add_remarks (&self);
    }
  reader_clear (&self);
  return is_read ? g_steal_pointer (&project) : NULL;
}

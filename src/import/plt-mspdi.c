#include "plt-mspdi.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-xml.h"

#define MAX_SPANS 20000
#define MAX_LEVEL 64
#define DAY_MINUTES 480
#define MINUTES_OF_CALENDAR_DAY 1440

/* A link as read: its first task may come later in the file. */
typedef struct
{
  gint64 from;
  guint to;
  int kind, format;
  gint64 lag;
} RawLink;

typedef struct
{
  gint64 uid, calendar;
  char *name;
  int level;
  gint64 minutes; /* of the duration */
  int format, constraint, percent;
  gboolean is_null, is_milestone, is_manual, has_minutes;
  PltDate start, finish, date, deadline, really_started, really_finished;
  int start_hour;
} RawTask;

typedef struct
{
  gint64 uid;
  char *name;
  guint weekdays;
  gboolean is_base;
  GArray *closed, *opened;
} RawCalendar;

typedef struct
{
  PltNetworkProject *project;
  GString *text;
  GPtrArray *path; /* names of open elements, owned */
  RawTask task;
  RawCalendar calendar;
  RawLink link;
  int day_type; /* of the week day or exception being read */
  gboolean is_working;
  PltNetworkSpan span;
  GArray *raw_links;
  GHashTable *tasks;      /* uid to index + 1 */
  GHashTable *calendars;  /* uid to index + 1 */
  GArray *task_calendars; /* (element-type gint64) by task */
  int parents[MAX_LEVEL + 1];
  gint64 calendar_uid, day_minutes;
  guint n_rounded, n_resources, n_lost;
  gboolean is_project, is_full;
} Reader;

/* ---- values ---- */

static gint64
number (const char *text)
{
  gint64 value = g_ascii_strtoll (text, NULL, 10);

  return CLAMP (value, -G_MAXINT32, G_MAXINT32);
}

/* "2026-06-01T08:00:00" */
static PltDate
read_date (const char *text, int *hour)
{
  g_autofree char *day = g_strndup (text, 10);

  if (hour != NULL)
    *hour = strlen (text) >= 13 && text[10] == 'T' ? (int) CLAMP (number (text + 11), 0, 24) : 0;
  return plt_date_from_iso (day);
}

/* The last day of a period that ends at an hour: at midnight the day before. */
static PltDate
read_end (const char *text)
{
  int hour;
  PltDate date = read_date (text, &hour);

  return date != PLT_DATE_NONE && hour == 0 && strstr (text, "T00:00") != NULL ? date - 1 : date;
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

/* ---- elements ---- */

static const char *
parent_of (const Reader *self, guint up)
{
  return self->path->len > up ? self->path->pdata[self->path->len - 1 - up] : "";
}

static void
clear_calendar (RawCalendar *calendar)
{
  g_clear_pointer (&calendar->name, g_free);
  g_clear_pointer (&calendar->closed, g_array_unref);
  g_clear_pointer (&calendar->opened, g_array_unref);
}

static void
begin_element (gpointer data, const char *name, const char **names, const char **values)
{
  Reader *self = data;

  if (self->path->len == 0)
    self->is_project = g_str_equal (name, "Project");
  g_ptr_array_add (self->path, g_strdup (name));
  g_string_truncate (self->text, 0);
  if (g_str_equal (name, "Task"))
    {
      g_free (self->task.name);
      self->task = (RawTask){ .calendar = -1,
                              .level = 1,
                              .format = 7,
                              .start = PLT_DATE_NONE,
                              .finish = PLT_DATE_NONE,
                              .date = PLT_DATE_NONE,
                              .deadline = PLT_DATE_NONE,
                              .really_started = PLT_DATE_NONE,
                              .really_finished = PLT_DATE_NONE };
    }
  else if (g_str_equal (name, "PredecessorLink"))
    self->link = (RawLink){ .kind = 1, .format = 7 };
  else if (g_str_equal (name, "Calendar"))
    {
      clear_calendar (&self->calendar);
      self->calendar.closed = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
      self->calendar.opened = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
      self->calendar.weekdays = PLT_NETWORK_MONDAY_TO_FRIDAY;
      self->calendar.is_base = TRUE;
    }
  else if (g_str_equal (name, "WeekDay") || g_str_equal (name, "Exception"))
    {
      self->day_type = 0;
      self->is_working = FALSE;
      self->span = (PltNetworkSpan){ PLT_DATE_NONE, PLT_DATE_NONE };
    }
}

static void
end_day (Reader *self)
{
  RawCalendar *calendar = &self->calendar;
  GArray *spans = self->is_working ? calendar->opened : calendar->closed;
  guint bit;

  if (spans == NULL)
    return;
  if (self->day_type >= 1 && self->day_type <= 7)
    {
      bit = 1u << ((self->day_type + 5) % 7); /* 1 is Sunday */
      calendar->weekdays = self->is_working ? calendar->weekdays | bit : calendar->weekdays & ~bit;
    }
  else if (self->span.from != PLT_DATE_NONE && self->span.to != PLT_DATE_NONE
           && spans->len < MAX_SPANS)
    g_array_append_val (spans, self->span);
}

static void
end_calendar (Reader *self)
{
  RawCalendar *calendar = &self->calendar;

  if (calendar->closed == NULL || !calendar->is_base
      || self->project->calendars->len >= MAX_LEVEL * 16)
    return;
  plt_network_project_add_calendar (self->project, calendar->name, calendar->weekdays,
                                    calendar->closed, calendar->opened);
  g_hash_table_insert (self->calendars, g_memdup2 (&calendar->uid, sizeof calendar->uid),
                       GUINT_TO_POINTER (self->project->calendars->len));
}

static int
days_of (Reader *self, const RawTask *raw)
{
  gint64 a_day = is_elapsed (raw->format) ? MINUTES_OF_CALENDAR_DAY : self->day_minutes;

  if (raw->is_milestone && raw->minutes == 0)
    return 0;
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
  else if (raw->is_manual)
    {
      task->state = PLT_NETWORK_LOCKED;
      task->start = raw->start;
      task->finish = raw->finish;
    }
}

static void
end_task (Reader *self)
{
  RawTask *raw = &self->task;
  PltNetworkProject *project = self->project;
  PltNetworkTask task = PLT_NETWORK_TASK (raw->uid, "", 0);
  PltNetworkSpan planned = { raw->start, raw->finish };
  int level = CLAMP (raw->level, 1, MAX_LEVEL);

  /* The task 0 is the project itself. */
  if (raw->is_null || raw->level == 0)
    return;
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
  for (int below = level + 1; below <= MAX_LEVEL; below++)
    self->parents[below] = PLT_NETWORK_NONE;
  g_array_append_val (project->tasks, task);
  g_array_append_val (project->planned, planned);
  g_array_append_val (self->task_calendars, raw->calendar);
  g_hash_table_insert (self->tasks, g_memdup2 (&raw->uid, sizeof raw->uid),
                       GUINT_TO_POINTER (project->tasks->len));
}

/* ---- texts ---- */

static void
take_task_text (Reader *self, const char *name, const char *text)
{
  RawTask *task = &self->task;

  if (g_str_equal (name, "UID"))
    task->uid = number (text);
  else if (g_str_equal (name, "Name"))
    {
      g_free (task->name);
      task->name = g_strdup (text);
    }
  else if (g_str_equal (name, "IsNull"))
    task->is_null = number (text) != 0;
  else if (g_str_equal (name, "Manual"))
    task->is_manual = number (text) != 0;
  else if (g_str_equal (name, "Milestone"))
    task->is_milestone = number (text) != 0;
  else if (g_str_equal (name, "OutlineLevel"))
    task->level = (int) number (text);
  else if (g_str_equal (name, "Start"))
    task->start = read_date (text, &task->start_hour);
  else if (g_str_equal (name, "Finish"))
    task->finish = read_end (text);
  else if (g_str_equal (name, "Duration"))
    task->minutes = read_minutes (text);
  else if (g_str_equal (name, "DurationFormat"))
    task->format = (int) number (text);
  else if (g_str_equal (name, "PercentComplete"))
    task->percent = (int) number (text);
  else if (g_str_equal (name, "ActualStart"))
    task->really_started = read_date (text, NULL);
  else if (g_str_equal (name, "ActualFinish"))
    task->really_finished = read_end (text);
  else if (g_str_equal (name, "ConstraintType"))
    task->constraint = (int) number (text);
  else if (g_str_equal (name, "ConstraintDate"))
    task->date = read_date (text, NULL);
  else if (g_str_equal (name, "Deadline"))
    task->deadline = read_date (text, NULL);
  else if (g_str_equal (name, "CalendarUID"))
    task->calendar = number (text);
}

static void
take_link_text (Reader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "PredecessorUID"))
    self->link.from = number (text);
  else if (g_str_equal (name, "Type"))
    self->link.kind = (int) number (text);
  else if (g_str_equal (name, "LinkLag"))
    self->link.lag = number (text);
  else if (g_str_equal (name, "LagFormat"))
    self->link.format = (int) number (text);
}

static void
take_calendar_text (Reader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "UID"))
    self->calendar.uid = number (text);
  else if (g_str_equal (name, "Name"))
    {
      g_free (self->calendar.name);
      self->calendar.name = g_strdup (text);
    }
  else if (g_str_equal (name, "IsBaseCalendar"))
    self->calendar.is_base = number (text) != 0;
}

static void
take_day_text (Reader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "DayType"))
    self->day_type = (int) number (text);
  else if (g_str_equal (name, "DayWorking"))
    self->is_working = number (text) != 0;
  else if (g_str_equal (name, "FromDate"))
    self->span.from = read_date (text, NULL);
  else if (g_str_equal (name, "ToDate"))
    self->span.to = read_end (text);
}

static void
take_project_text (Reader *self, const char *name, const char *text)
{
  PltNetworkProject *project = self->project;

  if (g_str_equal (name, "Title") || (g_str_equal (name, "Name") && *project->title == '\0'))
    project->title = plt_network_project_text (project, text);
  else if (g_str_equal (name, "ScheduleFromStart"))
    project->backward = number (text) == 0;
  else if (g_str_equal (name, "StartDate"))
    project->start = read_date (text, NULL);
  else if (g_str_equal (name, "FinishDate"))
    project->end = read_end (text);
  else if (g_str_equal (name, "CalendarUID"))
    self->calendar_uid = number (text);
  else if (g_str_equal (name, "MinutesPerDay") && number (text) > 0)
    self->day_minutes = MIN (number (text), MINUTES_OF_CALENDAR_DAY);
}

static void
end_element (gpointer data, const char *name)
{
  Reader *self = data;
  const char *parent = parent_of (self, 1);

  if (g_str_equal (parent, "Task"))
    take_task_text (self, name, self->text->str);
  else if (g_str_equal (parent, "PredecessorLink"))
    take_link_text (self, name, self->text->str);
  else if (g_str_equal (parent, "Calendar"))
    take_calendar_text (self, name, self->text->str);
  else if (g_str_equal (parent, "WeekDay") || g_str_equal (parent, "Exception")
           || g_str_equal (parent, "TimePeriod"))
    take_day_text (self, name, self->text->str);
  else if (g_str_equal (parent, "Project"))
    take_project_text (self, name, self->text->str);
  if (g_str_equal (name, "PredecessorLink"))
    {
      self->link.to = self->project->tasks->len;
      if (self->raw_links->len < PLT_NETWORK_PROJECT_MAX_TASKS * 8 && !self->task.is_null)
        g_array_append_val (self->raw_links, self->link);
    }
  else if (g_str_equal (name, "Task"))
    end_task (self);
  else if (g_str_equal (name, "Calendar"))
    end_calendar (self);
  else if (g_str_equal (name, "WeekDay") || g_str_equal (name, "Exception"))
    end_day (self);
  else if (g_str_equal (name, "Resource"))
    self->n_resources++;
  g_string_truncate (self->text, 0);
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
}

static void
take_text (gpointer data, const char *text, gsize length)
{
  Reader *self = data;

  g_string_append_len (self->text, text, (gssize) length);
}

/* ---- the whole ---- */

static void
join_links (Reader *self)
{
  static const PltNetworkKind kinds[]
      = { PLT_NETWORK_FF, PLT_NETWORK_FS, PLT_NETWORK_SF, PLT_NETWORK_SS };

  for (guint i = 0; i < self->raw_links->len; i++)
    {
      const RawLink *raw = &g_array_index (self->raw_links, RawLink, i);
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (self->tasks, &raw->from));
      gint64 a_day = (is_elapsed (raw->format) ? MINUTES_OF_CALENDAR_DAY : self->day_minutes) * 10;
      PltNetworkLink link
          = { .id = self->project->links->len + 1, .from = from - 1, .to = raw->to };

      if (from == 0 || raw->to >= self->project->tasks->len || raw->kind < 0 || raw->kind > 3
          || raw->format == 19 || raw->format == 20) /* a share of the duration */
        {
          self->n_lost++;
          continue;
        }
      link.kind = kinds[raw->kind];
      link.unit = is_elapsed (raw->format) ? PLT_NETWORK_CALENDAR : PLT_NETWORK_WORKING;
      link.lag = (int) ((raw->lag + (raw->lag < 0 ? -a_day : a_day) / 2) / a_day);
      g_array_append_val (self->project->links, link);
    }
}

/* The early one of a plan from its start is the usual one, as is the late one of a plan from its
 * end; the other end of the plan is only what was computed. */
static void
know_plan (Reader *self)
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
choose_calendars (Reader *self)
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
remark (Reader *self, char *text)
{
  g_ptr_array_add (self->project->remarks, text);
}

static void
add_remarks (Reader *self)
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
  if (self->n_resources > 0)
    remark (self, g_strdup (_ ("The resources of the file were not read.")));
}

PltNetworkProject *
plt_mspdi_read (const char *bytes, gsize length, const char *name, GError **error)
{
  const PltXmlParser parser = { begin_element, end_element, take_text, NULL };
  g_autoptr (PltNetworkProject) project = plt_network_project_new ();
  Reader self = { .project = project, .calendar_uid = 1, .day_minutes = DAY_MINUTES };
  gboolean is_read;

  self.text = g_string_new (NULL);
  self.path = g_ptr_array_new_with_free_func (g_free);
  self.raw_links = g_array_new (FALSE, FALSE, sizeof (RawLink));
  self.task_calendars = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.tasks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.calendars = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i <= MAX_LEVEL; i++)
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
      join_links (&self);
      choose_calendars (&self);
      know_plan (&self);
      add_remarks (&self);
    }
  g_string_free (self.text, TRUE);
  g_ptr_array_unref (self.path);
  g_array_unref (self.raw_links);
  g_array_unref (self.task_calendars);
  g_hash_table_unref (self.tasks);
  g_hash_table_unref (self.calendars);
  g_free (self.task.name);
  clear_calendar (&self.calendar);
  return is_read ? g_steal_pointer (&project) : NULL;
}

#include "plt-gan-export.h"

#include <glib/gi18n-lib.h>

#define MAX_CLOSED 4000

typedef struct
{
  const PltNetworkProject *project;
  GString *out;
  guint *first, *next; /* child and sibling + 1; [n] of none */
} Writer;

static void
add_attribute (Writer *self, const char *name, const char *text)
{
  g_autofree char *clean = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *escaped = NULL;

  for (char *p = clean; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f)
      *p = ' ';
  escaped = g_markup_escape_text (clean, -1);
  g_string_append_printf (self->out, " %s=\"%s\"", name, escaped);
}

static void
add_date (Writer *self, const char *name, PltDate date)
{
  g_autofree char *iso = date != PLT_DATE_NONE ? plt_date_to_iso (date) : NULL;

  if (iso != NULL)
    g_string_append_printf (self->out, " %s=\"%s\"", name, iso);
}

/* ---- the calendar ---- */

static PltNetworkCalendar
calendar_of (const PltNetworkProject *project)
{
  const PltNetworkCalendar usual = { "", PLT_NETWORK_MONDAY_TO_FRIDAY, NULL, 0, NULL, 0 };

  return project->calendars->len > 0 ? g_array_index (project->calendars, PltNetworkCalendar, 0)
                                     : usual;
}

static void
add_dates (Writer *self, const PltNetworkSpan *spans, guint n_spans, const char *type)
{
  guint n = 0;

  for (guint i = 0; i < n_spans; i++)
    for (PltDate date = spans[i].from; date <= spans[i].to && n < MAX_CLOSED; date++, n++)
      {
        int year, month, day;

        plt_date_to_ymd (date, &year, &month, &day);
        g_string_append_printf (self->out,
                                "<date year=\"%d\" month=\"%d\" date=\"%d\" type=\"%s\"/>\n", year,
                                month, day, type);
      }
}

static void
add_calendar (Writer *self)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  PltNetworkCalendar calendar = calendar_of (self->project);

  g_string_append (self->out,
                   "<calendars>\n<day-types>\n<day-type id=\"0\"/>\n<day-type id=\"1\"/>\n"
                   "<default-week id=\"1\" name=\"default\"");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_string_append_printf (self->out, " %s=\"%d\"", days[i], (calendar.weekdays & (1u << i)) == 0);
  g_string_append (self->out, "/>\n<only-show-weekends value=\"false\"/>\n<overriden-day-types/>\n"
                              "<days/>\n</day-types>\n");
  add_dates (self, calendar.closed, calendar.n_closed, "HOLIDAY");
  add_dates (self, calendar.opened, calendar.n_opened, "WORKING_DAY");
  g_string_append (self->out, "</calendars>\n");
}

/* ---- tasks ---- */

static int
days_of (const Writer *self, guint i)
{
  const PltNetworkTask *task = &g_array_index (self->project->tasks, PltNetworkTask, i);
  const PltNetworkSpan *planned = &g_array_index (self->project->planned, PltNetworkSpan, i);
  PltNetworkCalendar calendar = calendar_of (self->project);
  int days = 0;

  if (self->first[i] == 0 && task->unit == PLT_NETWORK_WORKING && task->state != PLT_NETWORK_DONE)
    return MAX (task->days, 0);
  if (planned->from == PLT_DATE_NONE || planned->to == PLT_DATE_NONE)
    return MAX (task->days, 1);
  for (PltDate day = planned->from; day <= planned->to && days < PLT_NETWORK_MAX_DAYS; day++)
    days += plt_network_calendar_is_open (&calendar, day) ? 1 : 0;
  return MAX (days, 1);
}

static void
add_links (Writer *self, guint i)
{
  static const int types[] = { 2, 1, 3, 4 };

  for (guint l = 0; l < self->project->links->len; l++)
    {
      const PltNetworkLink *link = &g_array_index (self->project->links, PltNetworkLink, l);
      int lag = link->unit == PLT_NETWORK_CALENDAR ? link->lag * 5 / 7 : link->lag;

      if (link->from == i)
        g_string_append_printf (
            self->out, "<depend id=\"%u\" type=\"%d\" difference=\"%d\" hardness=\"Strong\"/>\n",
            link->to + 1, types[link->kind], lag);
    }
}

/* A note may hold what ends CDATA: it is escaped as any text. */
static void
add_notes (Writer *self, guint i)
{
  const char *note = plt_network_project_extra (self->project, i)->note;
  g_autofree char *clean = g_utf8_make_valid (note, -1);
  g_autofree char *escaped = NULL;

  if (*note == '\0')
    return;
  for (char *p = clean; *p != '\0'; p++)
    if (((guchar) *p < 0x20 && *p != '\n') || *p == 0x7f)
      *p = ' ';
  escaped = g_markup_escape_text (clean, -1);
  g_string_append_printf (self->out, "<notes>%s</notes>\n", escaped);
}

static void
add_team (Writer *self, guint i)
{
  const char *team = plt_network_project_extra (self->project, i)->team;

  if (*team == '\0')
    return;
  g_string_append (self->out, "<customproperty taskproperty-id=\"tpc1\"");
  add_attribute (self, "value", team);
  g_string_append (self->out, "/>\n");
}

static void
begin_task (Writer *self, guint i)
{
  const PltNetworkTask *task = &g_array_index (self->project->tasks, PltNetworkTask, i);
  gboolean is_stone = task->days == 0 && self->first[i] == 0;
  int progress = task->state == PLT_NETWORK_DONE ? 100 : CLAMP (task->progress, 0, 100);

  g_string_append_printf (self->out, "<task id=\"%u\"", i + 1);
  add_attribute (self, "name", task->name);
  g_string_append_printf (self->out, " meeting=\"%s\"", is_stone ? "true" : "false");
  add_date (self, "start", g_array_index (self->project->planned, PltNetworkSpan, i).from);
  g_string_append_printf (self->out, " duration=\"%d\" complete=\"%d\"",
                          is_stone ? 0 : days_of (self, i), progress);
  if ((task->constraint == PLT_NETWORK_START_FROM || task->constraint == PLT_NETWORK_START_ON)
      && task->date != PLT_DATE_NONE)
    {
      add_date (self, "thirdDate", task->date);
      g_string_append (self->out, " thirdDate-constraint=\"1\"");
    }
  g_string_append (self->out, " expand=\"true\">\n");
  add_notes (self, i);
  add_links (self, i);
  add_team (self, i);
  if (is_stone && (!task->morning || task->state == PLT_NETWORK_LOCKED))
    {
      g_string_append (self->out, "<customproperty taskproperty-id=\"tpc0\"");
      add_attribute (self, "value", task->morning ? PLT_GAN_OPENS : PLT_GAN_CLOSES);
      g_string_append (self->out, "/>\n");
    }
}

static void
add_tasks (Writer *self)
{
  guint n = self->project->tasks->len, depth = 0;
  g_autofree guint *stack = g_new (guint, n + 1);

  for (guint at = self->first[n]; at != 0 || depth > 0;)
    {
      if (at == 0)
        {
          g_string_append (self->out, "</task>\n");
          at = self->next[stack[--depth]];
          continue;
        }
      begin_task (self, at - 1);
      stack[depth++] = at - 1;
      at = self->first[at - 1];
    }
}

/* ---- people, the baseline ---- */

static void
add_people (Writer *self)
{
  const PltNetworkProject *project = self->project;

  g_string_append (self->out, "<resources>\n");
  for (guint i = 0; i < project->resources->len; i++)
    {
      g_string_append_printf (self->out, "<resource id=\"%u\"", i);
      add_attribute (self, "name", project->resources->pdata[i]);
      g_string_append (self->out, " function=\"Default:0\" contacts=\"\" phone=\"\"/>\n");
    }
  g_string_append (self->out, "</resources>\n<allocations>\n");
  for (guint i = 0; i < project->assignments->len; i++)
    {
      const PltNetworkWork *one = &g_array_index (project->assignments, PltNetworkWork, i);

      g_string_append_printf (self->out,
                              "<allocation task-id=\"%u\" resource-id=\"%u\" "
                              "function=\"Default:0\" responsible=\"false\" load=\"%d.0\"/>\n",
                              one->task + 1, one->resource, one->percent);
    }
  g_string_append (self->out, "</allocations>\n");
}

static void
add_baseline (Writer *self)
{
  const PltNetworkProject *project = self->project;
  PltNetworkCalendar calendar = calendar_of (project);
  gboolean is_begun = FALSE;

  for (guint i = 0; i < project->tasks->len; i++)
    {
      const PltNetworkSpan *span = &plt_network_project_extra (project, i)->baseline;
      int days = 0;

      if (span->from == PLT_DATE_NONE)
        continue;
      if (!is_begun)
        {
          g_string_append (self->out, "<previous>\n<previous-tasks");
          add_attribute (self, "name", project->baseline_name);
          g_string_append (self->out, ">\n");
        }
      is_begun = TRUE;
      for (PltDate day = span->from; day <= span->to && days < PLT_NETWORK_MAX_DAYS; day++)
        days += plt_network_calendar_is_open (&calendar, day) ? 1 : 0;
      g_string_append_printf (self->out, "<previous-task id=\"%u\"", i + 1);
      add_date (self, "start", span->from);
      g_string_append_printf (
          self->out, " duration=\"%d\" meeting=\"%s\" super=\"%s\"/>\n", MAX (days, 1),
          g_array_index (project->tasks, PltNetworkTask, i).days == 0 && self->first[i] == 0
              ? "true"
              : "false",
          self->first[i] != 0 ? "true" : "false");
    }
  g_string_append (self->out, is_begun ? "</previous-tasks>\n</previous>\n" : "<previous/>\n");
}

char *
plt_gan_export_format (const PltNetworkProject *project)
{
  guint n = project->tasks->len;
  g_autofree guint *first = g_new0 (guint, n + 1);
  g_autofree guint *next = g_new0 (guint, n + 1);
  Writer self = { project, g_string_new (NULL), first, next };

  for (guint i = n; i-- > 0;)
    {
      int parent = g_array_index (project->tasks, PltNetworkTask, i).parent;
      guint at = parent >= 0 && (guint) parent < n ? (guint) parent : n;

      next[i] = first[at];
      first[at] = i + 1;
    }
  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<project");
  add_attribute (&self, "name", project->title);
  g_string_append (self.out, " company=\"\" webLink=\"\" view-index=\"0\" version=\"3.0.3000\" "
                             "locale=\"fr_FR\">\n");
  add_calendar (&self);
  g_string_append (self.out, "<tasks empty-milestones=\"true\">\n<taskproperties>\n"
                             "<taskproperty id=\"tpc0\" name=\"" PLT_GAN_STONE
                             "\" type=\"custom\" valuetype=\"text\"/>\n"
                             "<taskproperty id=\"tpc1\" name=\"Équipe\" type=\"custom\" "
                             "valuetype=\"text\"/>\n</taskproperties>\n");
  add_tasks (&self);
  g_string_append (self.out, "</tasks>\n");
  add_people (&self);
  g_string_append (self.out, "<vacations/>\n");
  add_baseline (&self);
  g_string_append (self.out, "<roles roleset-name=\"Default\"/>\n</project>\n");
  return g_string_free (self.out, FALSE);
}

void
plt_gan_export_add_remarks (PltNetworkProject *project)
{
  guint n_constraints = 0, n_calendars = 0, n_stones = 0, n_lags = 0;
  g_autofree guint8 *parents = g_new0 (guint8, project->tasks->len + 1);

  for (guint i = 0; i < project->tasks->len; i++)
    if (g_array_index (project->tasks, PltNetworkTask, i).parent >= 0)
      parents[g_array_index (project->tasks, PltNetworkTask, i).parent] = 1;

  for (guint i = 0; i < project->tasks->len; i++)
    {
      const PltNetworkTask *task = &g_array_index (project->tasks, PltNetworkTask, i);

      n_constraints += task->constraint >= PLT_NETWORK_START_BY || task->deadline != PLT_DATE_NONE
                       || task->state == PLT_NETWORK_LOCKED;
      n_calendars += task->calendar > 0;
      n_stones += task->days == 0 && !task->morning && !parents[i];
    }
  for (guint i = 0; i < project->links->len; i++)
    n_lags += g_array_index (project->links, PltNetworkLink, i).unit == PLT_NETWORK_CALENDAR
              && g_array_index (project->links, PltNetworkLink, i).lag != 0;
  if (n_lags > 0)
    g_ptr_array_add (project->remarks,
                     g_strdup_printf (ngettext ("GanttProject counts lags in working days: that of "
                                                "%u link in calendar days was counted so.",
                                                "GanttProject counts lags in working days: those "
                                                "of %u links in calendar days were counted so.",
                                                n_lags),
                                      n_lags));
  if (n_constraints > 0)
    g_ptr_array_add (project->remarks,
                     g_strdup_printf (ngettext ("GanttProject has no place for the deadline, lock "
                                                "or constraint of %u task.",
                                                "GanttProject has no place for the deadlines, "
                                                "locks and constraints of %u tasks.",
                                                n_constraints),
                                      n_constraints));
  if (n_calendars > 0)
    g_ptr_array_add (project->remarks,
                     g_strdup_printf (ngettext ("GanttProject has one calendar: that of %u task is "
                                                "not in the file.",
                                                "GanttProject has one calendar: those of %u tasks "
                                                "are not in the file.",
                                                n_calendars),
                                      n_calendars));
  if (n_stones > 0)
    g_ptr_array_add (project->remarks,
                     g_strdup_printf (ngettext ("GanttProject lets what follows %u milestone begin "
                                                "on its day, and not on the next one.",
                                                "GanttProject lets what follows %u milestones "
                                                "begin on their day, and not on the next one.",
                                                n_stones),
                                      n_stones));
}

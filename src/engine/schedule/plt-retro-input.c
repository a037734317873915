/* From the facts to the input of the network. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-calendar.h"
#include "plt-network-days.h"
#include "plt-retro-private.h"

#define YEARS_BEFORE 6 /* of closings, before the first date known */
#define YEARS_AFTER 3
#define YEAR_DAYS 366
#define WEEK 7
#define ALL_DONE PLT_RATE_ONE
#define AFTER_DAYS 60 /* room after the delivery for what is as early as possible */

typedef struct
{
  PltRetro *self;
  const PltFacts *facts;
  PltRetroData *data;
  PltDate first_shoot, last_shoot;
  PltDate first, last; /* of closings */
  PltDate today;
  GArray *open; /* (element-type PltNetworkDays*) by calendar, made when asked */
  gint64 early_days;
} Build;

static gboolean
is (const char *text, const char *other)
{
  return text != NULL && strcmp (text, other) == 0;
}

static const char *
parameter (const PltFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->parameters.n; i++)
    if (is (facts->parameters.items[i].name, name))
      return facts->parameters.items[i].value;
  return "";
}

/* ---- dates of the whole ---- */

static void
widen (PltDate date, PltDate *first, PltDate *last)
{
  if (date == PLT_DATE_NONE)
    return;
  *first = *first == PLT_DATE_NONE ? date : MIN (*first, date);
  *last = *last == PLT_DATE_NONE ? date : MAX (*last, date);
}

static void
find_span (Build *build)
{
  const PltFacts *facts = build->facts;
  const PltProductionFacts *production = &facts->production;
  PltDate first = PLT_DATE_NONE, last = PLT_DATE_NONE;

  widen (production->delivery_date, &first, &last);
  widen (production->release_date, &first, &last);
  widen (production->visa_date, &first, &last);
  widen (build->first_shoot, &first, &last);
  widen (build->last_shoot, &first, &last);
  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];

      widen (task->start_date, &first, &last);
      widen (task->end_date, &first, &last);
      widen (task->placing_date, &first, &last);
      widen (task->deadline_date, &first, &last);
    }
  if (first == PLT_DATE_NONE)
    first = last = plt_date_from_ymd (2026, 1, 1);
  /* A date typed by mistake far away costs closings, not time. */
  build->first = MAX (first, last - 20 * YEAR_DAYS) - YEARS_BEFORE * YEAR_DAYS;
  build->last = last + YEARS_AFTER * YEAR_DAYS;
}

static void
find_shoot (Build *build, const PltPlan *plan)
{
  build->first_shoot = plan != NULL ? plt_plan_first_date (plan) : PLT_DATE_NONE;
  build->last_shoot = plan != NULL ? plt_plan_last_date (plan) : PLT_DATE_NONE;
}

/* ---- calendars ---- */

static guint
weekdays_of (const char *text)
{
  static const char *const names[]
      = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint days = 0;

  for (guint w = 0; words[w] != NULL; w++)
    for (guint d = 0; d < G_N_ELEMENTS (names); d++)
      if (is (g_strstrip (words[w]), names[d]))
        days |= 1u << d;
  return days;
}

static GArray *
new_spans (PltRetroData *data)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));

  g_ptr_array_add (data->spans, spans);
  return spans;
}

/* What is closed, and what is worked all the same, for one calendar; 0 for that of the production.
 */
static void
add_calendar (Build *build, const PltTaskCalendarFacts *row, const GArray *holidays)
{
  PltRetroData *data = build->data;
  GArray *closed = new_spans (data), *opened = new_spans (data);
  PltNetworkCalendar calendar
      = { row != NULL ? row->name : "",
          row != NULL && *row->weekdays != '\0' ? weekdays_of (row->weekdays)
                                                : PLT_NETWORK_MONDAY_TO_FRIDAY,
          NULL,
          0,
          NULL,
          0 };

  if (holidays->len > 0 && (row == NULL || !row->holidays_worked))
    g_array_append_vals (closed, holidays->data, holidays->len);
  for (guint i = 0; i < build->facts->closings.n; i++)
    {
      const PltClosingFacts *closing = &build->facts->closings.items[i];
      PltNetworkSpan span
          = { closing->from_date,
              closing->to_date != PLT_DATE_NONE ? closing->to_date : closing->from_date };

      if (span.from == PLT_DATE_NONE
          || (closing->task_calendar != 0 && (row == NULL || closing->task_calendar != row->id)))
        continue;
      g_array_append_val (closing->worked ? opened : closed, span);
    }
  calendar.closed = (const PltNetworkSpan *) (gconstpointer) closed->data;
  calendar.n_closed = closed->len;
  calendar.opened = (const PltNetworkSpan *) (gconstpointer) opened->data;
  calendar.n_opened = opened->len;
  g_array_append_val (data->calendars, calendar);
}

static void
add_calendars (Build *build)
{
  const PltFacts *facts = build->facts;
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);
  g_autoptr (GArray) holidays = plt_network_closings (calendar, build->first, build->last);

  add_calendar (build, NULL, holidays);
  for (guint i = 0; i < facts->task_calendars.n; i++)
    {
      gint64 *key = (gint64 *) &facts->task_calendars.items[i].id;

      add_calendar (build, &facts->task_calendars.items[i], holidays);
      g_hash_table_insert (build->data->calendar, key, GUINT_TO_POINTER (i + 1));
    }
}

static const PltNetworkDays *
days_of (Build *build, guint calendar)
{
  PltNetworkDays **days;

  if (build->open->len == 0)
    g_array_set_size (build->open, build->data->calendars->len);
  days = &g_array_index (build->open, PltNetworkDays *, calendar);
  if (*days == NULL)
    *days = plt_network_days_new (
        &g_array_index (build->data->calendars, PltNetworkCalendar, calendar), build->first,
        build->last);
  return *days;
}

/* Working days of a calendar between typed dates. */
static int
open_days (Build *build, guint calendar, PltDate from, PltDate to)
{
  const PltNetworkDays *days = days_of (build, calendar);

  return plt_network_days_before (days, to + 1) - plt_network_days_before (days, from);
}

/* ---- tasks ---- */

static PltNetworkConstraint
constraint_of (const PltTaskFacts *task)
{
  static const struct
  {
    const char *word;
    PltNetworkConstraint constraint;
  } words[] = {
    { "au-plus-tard", PLT_NETWORK_LATE },          { "au-plus-tot", PLT_NETWORK_EARLY },
    { "debut-pas-avant", PLT_NETWORK_START_FROM }, { "debut-pas-apres", PLT_NETWORK_START_BY },
    { "fin-pas-avant", PLT_NETWORK_FINISH_FROM },  { "fin-pas-apres", PLT_NETWORK_FINISH_BY },
    { "debut-le", PLT_NETWORK_START_ON },          { "fin-le", PLT_NETWORK_FINISH_ON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is (task->placing, words[i].word)
        && (words[i].constraint <= PLT_NETWORK_LATE || task->placing_date != PLT_DATE_NONE))
      return words[i].constraint;
  return PLT_NETWORK_AS_PLAN;
}

static int
days_between (Build *build, const PltNetworkTask *task, PltDate from, PltDate to)
{
  if (task->unit == PLT_NETWORK_CALENDAR)
    return to - from + 1;
  return MAX (open_days (build, task->calendar, from, to), 1);
}

static void
set_duration (Build *build, const PltTaskFacts *row, PltNetworkTask *task)
{
  gboolean has_both = row->start_date != PLT_DATE_NONE && row->end_date != PLT_DATE_NONE;

  task->unit = is (row->duration_unit, "calendaires") ? PLT_NETWORK_CALENDAR : PLT_NETWORK_WORKING;
  if (row->milestone)
    task->days = 0;
  else if (row->duration_days != PLT_UNKNOWN)
    task->days = (int) CLAMP (row->duration_days, 0, G_MAXINT32);
  else if (!has_both || row->end_date < row->start_date)
    task->days = 1;
  else
    task->days = days_between (build, task, row->start_date, row->end_date);
}

/* The shoot goes on as its plan says until somebody notes something else. */
static int
gone_by (PltDate today, PltDate start, PltDate finish)
{
  start = start != PLT_DATE_NONE ? start : finish;
  finish = finish != PLT_DATE_NONE ? finish : start;
  if (today == PLT_DATE_NONE || today < start)
    return 0;
  return today >= finish ? 100 : (int) (((gint64) today - start + 1) * 100 / (finish - start + 1));
}

/* Where the plan de travail or the production puts it; FALSE when that has no date yet. */
static gboolean
set_anchor (Build *build, const PltTaskFacts *row, PltNetworkTask *task)
{
  const PltProductionFacts *production = &build->facts->production;
  PltDate start = PLT_DATE_NONE, finish = PLT_DATE_NONE;

  if (is (row->anchor, "livraison") && production->delivery_date != PLT_DATE_NONE)
    {
      task->constraint = PLT_NETWORK_FINISH_BY;
      task->date = production->delivery_date;
      return FALSE;
    }
  if (is (row->anchor, "tournage"))
    {
      start = build->first_shoot;
      finish = build->last_shoot;
    }
  else if (is (row->anchor, "premier-jour"))
    {
      start = build->first_shoot;
      task->morning = task->days == 0; /* on typed dates too, before there is a plan de travail */
    }
  else if (is (row->anchor, "fin-tournage"))
    finish = build->last_shoot;
  else if (is (row->anchor, "visa"))
    finish = production->visa_date;
  else if (is (row->anchor, "sortie"))
    finish = production->release_date;
  if (start == PLT_DATE_NONE && finish == PLT_DATE_NONE)
    return FALSE;
  task->state = PLT_NETWORK_LOCKED;
  task->keeper = is (row->anchor, "visa") || is (row->anchor, "sortie") ? PLT_NETWORK_BY_PRODUCTION
                                                                        : PLT_NETWORK_BY_SHOOT;
  task->start = start;
  task->finish = finish;
  if (start != PLT_DATE_NONE && finish != PLT_DATE_NONE && !row->milestone)
    task->days = days_between (build, task, start, finish); /* whatever length was typed */
  if (row->progress_e6 <= 0)
    task->progress = gone_by (build->today, start, finish);
  return TRUE;
}

gboolean
plt_retro_is_dated (const PltTaskFacts *task)
{
  return task->start_date != PLT_DATE_NONE || task->end_date != PLT_DATE_NONE
         || task->real_start_date != PLT_DATE_NONE || task->real_end_date != PLT_DATE_NONE;
}

static void
set_state (Build *build, const PltTaskFacts *row, PltNetworkTask *task)
{
  gboolean is_done = row->real_end_date != PLT_DATE_NONE || row->progress_e6 >= ALL_DONE;
  gboolean is_anchored = set_anchor (build, row, task);
  gboolean is_typed = row->start_date != PLT_DATE_NONE || row->end_date != PLT_DATE_NONE;

  if (is_done)
    task->progress = 100;
  else if (row->progress_e6 > 0)
    task->progress = (int) MIN (row->progress_e6 / (PLT_RATE_ONE / 100), 99);
  if (is_anchored)
    {
      if (task->progress == 100)
        task->state = PLT_NETWORK_DONE;
      return;
    }
  task->start = row->real_start_date != PLT_DATE_NONE ? row->real_start_date : row->start_date;
  task->finish = row->real_end_date != PLT_DATE_NONE ? row->real_end_date : row->end_date;
  if (is_done)
    task->state = PLT_NETWORK_DONE;
  else if (row->real_start_date != PLT_DATE_NONE
           || (task->progress > 0 && row->start_date != PLT_DATE_NONE))
    task->state = PLT_NETWORK_STARTED;
  else if (task->constraint == PLT_NETWORK_START_ON || task->constraint == PLT_NETWORK_FINISH_ON)
    {
      gboolean at_start = task->constraint == PLT_NETWORK_START_ON;

      task->state = PLT_NETWORK_LOCKED;
      task->start = at_start ? task->date : PLT_DATE_NONE;
      task->finish = at_start ? PLT_DATE_NONE : task->date;
      task->constraint = PLT_NETWORK_AS_PLAN;
    }
  else if (is_typed
           && (row->locked
               || (task->constraint == PLT_NETWORK_AS_PLAN
                   && !g_hash_table_contains (build->data->linked, &row->id))))
    task->state = PLT_NETWORK_LOCKED;
}

static void
add_task (Build *build, const PltTaskFacts *row, gboolean is_group)
{
  PltRetroData *data = build->data;
  PltNetworkTask task = PLT_NETWORK_TASK (row->id, row->name, 0);

  task.calendar = GPOINTER_TO_UINT (g_hash_table_lookup (data->calendar, &row->calendar));
  task.constraint = constraint_of (row);
  task.date = row->placing_date;
  task.deadline = row->deadline_date;
  if (is_group)
    {
      if (task.constraint != PLT_NETWORK_START_FROM && task.constraint != PLT_NETWORK_FINISH_BY)
        task.constraint = PLT_NETWORK_AS_PLAN;
    }
  else
    {
      set_duration (build, row, &task);
      set_state (build, row, &task);
    }
  if (data->delivery < 0 && !is_group && is (row->anchor, "livraison")
      && build->facts->production.delivery_date != PLT_DATE_NONE)
    data->delivery = (int) data->tasks->len;
  g_array_append_val (data->tasks, task);
}

/* A parent that is not there, or is part of its own part, is none. */
static void
set_parents (Build *build)
{
  const PltFacts *facts = build->facts;
  GArray *tasks = build->data->tasks;

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      int parent = plt_retro_index (build->self, facts->tasks.items[i].parent), at = parent;

      while (at >= 0 && at != (int) i)
        at = g_array_index (tasks, PltNetworkTask, at).parent;
      g_array_index (tasks, PltNetworkTask, i).parent = at < 0 ? parent : PLT_NETWORK_NONE;
    }
}

static void
add_tasks (Build *build)
{
  const PltFacts *facts = build->facts;
  PltRetroData *data = build->data;
  g_autoptr (GHashTable) parents = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];

      g_hash_table_insert (data->index, (gpointer) &task->id, GUINT_TO_POINTER (i + 1));
      if (task->parent != 0 && task->parent != task->id)
        g_hash_table_add (parents, (gpointer) &task->parent);
    }
  for (guint i = 0; i < facts->task_links.n; i++)
    {
      g_hash_table_add (data->linked, (gpointer) &facts->task_links.items[i].task);
      g_hash_table_add (data->linked, (gpointer) &facts->task_links.items[i].predecessor);
    }
  for (guint i = 0; i < facts->tasks.n; i++)
    add_task (build, &facts->tasks.items[i],
              g_hash_table_contains (parents, &facts->tasks.items[i].id));
  set_parents (build);
}

/* ---- links ---- */

static PltNetworkKind
kind_of (const char *kind)
{
  static const char *const kinds[] = { "fin-debut", "debut-debut", "fin-fin", "debut-fin" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is (kind, kinds[i]))
      return (PltNetworkKind) i;
  return PLT_NETWORK_FS;
}

static void
add_links (Build *build)
{
  const PltFacts *facts = build->facts;

  for (guint i = 0; i < facts->task_links.n; i++)
    {
      const PltTaskLinkFacts *row = &facts->task_links.items[i];
      int from = plt_retro_index (build->self, row->predecessor);
      int to = plt_retro_index (build->self, row->task);
      PltNetworkLink link
          = { row->id,
              (guint) from,
              (guint) to,
              kind_of (row->kind),
              row->lag_days != PLT_UNKNOWN
                  ? (int) CLAMP (row->lag_days, -G_MAXINT16 * 2, G_MAXINT16 * 2)
                  : 0,
              is (row->lag_unit, "calendaires") ? PLT_NETWORK_CALENDAR : PLT_NETWORK_WORKING };

      if (from >= 0 && to >= 0)
        g_array_append_val (build->data->links, link);
      else
        g_ptr_array_add (
            build->self->issues,
            plt_issue_new ("retro.link", PLT_SEVERITY_WARNING,
                           (PltRef){ "task_link", row->id, NULL }, NULL,
                           _ ("A link leads to a task that is not there: choose one, or delete the "
                              "link.")));
    }
}

static void
refresh (PltRetro *self)
{
  PltRetroData *data = self->data;

  self->input.tasks = (const PltNetworkTask *) (gconstpointer) data->tasks->data;
  self->input.n_tasks = data->tasks->len;
  self->input.links = (const PltNetworkLink *) (gconstpointer) data->links->data;
  self->input.n_links = data->links->len;
  self->input.calendars = (const PltNetworkCalendar *) (gconstpointer) data->calendars->data;
  self->input.n_calendars = data->calendars->len;
}

/* Takes out the link that closes the circle: the last one, in the order of the table, between two
 * of its neighbours. Without one the circle is of groups: the first link inside of it goes. */
static void
open_circle (PltRetro *self, const GArray *circle)
{
  GArray *links = self->data->links;
  int found = -1;

  for (guint i = 0; i < links->len; i++)
    {
      const PltNetworkLink *link = &g_array_index (links, PltNetworkLink, i);
      gboolean has_from = FALSE, has_to = FALSE;

      for (guint c = 0; c + 1 < circle->len; c++)
        {
          guint task = g_array_index (circle, guint, c);

          has_from |= task == link->from;
          has_to |= task == link->to;
          if (task == link->from && g_array_index (circle, guint, c + 1) == link->to)
            found = (int) i;
        }
      if (found < 0 && has_from && has_to)
        found = (int) i;
    }
  g_array_remove_index (links, (guint) MAX (found, 0));
}

static void
break_circles (Build *build)
{
  PltRetro *self = build->self;

  while (build->data->links->len > 0)
    {
      g_autoptr (GArray) circle = NULL;
      g_autoptr (GString) names = g_string_new (NULL);
      guint n = build->data->links->len;
      gint64 first;

      refresh (self);
      circle = plt_network_find_cycle (&self->input);
      if (circle->len == 0)
        return;
      for (guint i = 0; i < circle->len; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? " → " : "",
                                plt_retro_name (self, g_array_index (circle, guint, i)));
      first
          = g_array_index (build->data->tasks, PltNetworkTask, g_array_index (circle, guint, 0)).id;
      g_ptr_array_add (self->issues,
                       plt_issue_new ("retro.cycle", PLT_SEVERITY_ERROR,
                                      (PltRef){ "task", first, NULL }, NULL,
                                      _ ("These tasks wait for each other: %s. One of their links "
                                         "does not count: delete the one that is wrong."),
                                      names->str));
      open_circle (self, circle);
      if (build->data->links->len >= n)
        return;
    }
}

/* ---- the delivery ---- */

/* What comes after the delivery, by links, and groups with all of theirs. */
static guint8 *
find_after (const PltRetroData *data)
{
  guint8 *after = g_new0 (guint8, data->tasks->len + 1);
  gboolean changed = data->delivery >= 0;

  if (data->delivery >= 0)
    after[data->delivery] = 1;
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < data->links->len; i++)
        {
          const PltNetworkLink *link = &g_array_index (data->links, PltNetworkLink, i);

          if (after[link->from] && !after[link->to])
            changed = after[link->to] = 1;
        }
      for (guint i = 0; i < data->tasks->len; i++)
        {
          int parent = g_array_index (data->tasks, PltNetworkTask, i).parent;

          if (parent >= 0 && after[parent] && !after[i])
            changed = after[i] = 1;
        }
    }
  return after;
}

static gboolean
leads_on (const PltRetroData *data, const guint8 *leads, guint task)
{
  for (int at = (int) task; at >= 0; at = g_array_index (data->tasks, PltNetworkTask, at).parent)
    if (leads[at])
      return TRUE;
  return FALSE;
}

/* Parts of the group that the delivery is in cannot come before it: they do so anyway. */
static gboolean
shares_group (const PltRetroData *data, guint task)
{
  for (int at = data->delivery; at >= 0;
       at = g_array_index (data->tasks, PltNetworkTask, at).parent)
    if (at == (int) task)
      return TRUE;
  return FALSE;
}

static void
link_to_delivery (Build *build)
{
  PltRetroData *data = build->data;
  const PltFacts *facts = build->facts;
  g_autofree guint8 *after = find_after (data);
  g_autofree guint8 *leads = g_new0 (guint8, data->tasks->len + 1);
  g_autofree guint8 *groups = g_new0 (guint8, data->tasks->len + 1);

  for (guint i = 0; i < data->links->len; i++)
    leads[g_array_index (data->links, PltNetworkLink, i).from] = 1;
  for (guint i = 0; i < facts->tasks.n; i++)
    if (g_array_index (data->tasks, PltNetworkTask, i).parent >= 0)
      groups[g_array_index (data->tasks, PltNetworkTask, i).parent] = 1;
  for (guint i = 0; i < facts->tasks.n; i++)
    {
      PltNetworkTask *task = &g_array_index (data->tasks, PltNetworkTask, i);
      PltNetworkLink link
          = { -1 - (gint64) i, i, (guint) data->delivery, PLT_NETWORK_FS, 0, PLT_NETWORK_WORKING };

      if (after[i] && (int) i != data->delivery && task->constraint == PLT_NETWORK_AS_PLAN
          && !groups[i])
        task->constraint = PLT_NETWORK_EARLY;
      if (task->constraint == PLT_NETWORK_EARLY)
        build->early_days += task->days;
      if (groups[i] || after[i] || leads_on (data, leads, i) || shares_group (data, i)
          || is (facts->tasks.items[i].phase, "diffusion") || task->constraint == PLT_NETWORK_EARLY)
        continue;
      g_array_append_val (data->links, link);
    }
}

static void
add_delivery (Build *build)
{
  PltRetroData *data = build->data;
  PltDate delivery = build->facts->production.delivery_date;

  data->n_real_links = data->links->len;
  if (delivery == PLT_DATE_NONE || data->tasks->len == 0)
    return;
  if (data->delivery < 0)
    {
      PltNetworkTask own = PLT_NETWORK_TASK (PLT_RETRO_OWN_ID, _ ("Delivery"), 0);

      own.constraint = PLT_NETWORK_FINISH_BY;
      own.date = delivery;
      data->delivery = (int) data->tasks->len;
      g_array_append_val (data->tasks, own);
    }
  link_to_delivery (build);
}

/* ---- the whole ---- */

/* Without a start of its own the plan begins where its first task that is not done has to. */
static PltDate
first_of (const PltNetworkInput *input, const PltNetworkPlan *plan)
{
  PltDate first = PLT_DATE_NONE, last = PLT_DATE_NONE;

  for (guint i = 0; i < plan->n_tasks; i++)
    if (input->tasks[i].state != PLT_NETWORK_DONE && !plan->outside[i])
      widen (plan->tasks[i].start, &first, &last);
  return first;
}

/* The last day of what begins on a day that is given: it says no less than one that is typed. */
static PltDate
finish_of (Build *build, const PltNetworkTask *task)
{
  const int days = MIN (task->days, PLT_NETWORK_MAX_DAYS);
  const PltNetworkDays *open;
  g_autoptr (PltNetworkDays) own = NULL;

  if (task->finish != PLT_DATE_NONE || task->start == PLT_DATE_NONE || days <= 1)
    return task->finish;
  if (task->unit == PLT_NETWORK_CALENDAR)
    return task->start + days - 1;
  open = days_of (build, task->calendar);
  if (task->start < build->first || task->start > build->last - 2 * days)
    open = own = plt_network_days_new (
        &g_array_index (build->data->calendars, PltNetworkCalendar, task->calendar), task->start,
        task->start + WEEK * days + YEAR_DAYS);
  if (open->n_open == 0)
    return task->start;
  return plt_network_days_day (open, plt_network_days_before (open, task->start) + days - 1);
}

/* The last of the dates that are given. */
static PltDate
last_given (Build *build, PltDate end)
{
  const PltNetworkInput *input = &build->self->input;

  for (guint i = 0; i < input->n_tasks; i++)
    {
      const PltNetworkTask *task = &input->tasks[i];

      if (task->state != PLT_NETWORK_FREE)
        end = MAX (end, MAX (task->start, finish_of (build, task)));
      if (task->constraint >= PLT_NETWORK_START_FROM && task->date != PLT_DATE_NONE)
        end = MAX (end, task->date);
    }
  return end;
}

/* The end of a plan from its end: the last of the dates that are given, and what is as early as
 * possible after them. */
static void
set_bounds (Build *build)
{
  PltNetworkInput *input = &build->self->input;
  PltDate end = build->facts->production.delivery_date;
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;

  input->backward = strcmp (parameter (build->facts, PLT_RETRO_DIRECTION), "aval") != 0;
  input->start = plt_date_from_iso (parameter (build->facts, PLT_RETRO_START));
  input->end = PLT_DATE_NONE;
  if (input->n_tasks == 0 || (!input->backward && end == PLT_DATE_NONE))
    return;
  if (!input->backward)
    { /* slack is counted up to the delivery there too, not to where the plan happens to end */
      network = plt_network_new (input, NULL);
      plan = network != NULL ? plt_network_schedule (network) : NULL;
      input->end = MAX (last_given (build, end), plan != NULL ? plan->finish : end);
      return;
    }
  if (end != PLT_DATE_NONE)
    {
      end = last_given (build, end);
      input->end = end
                   + (build->early_days > 0
                          ? (PltDate) MIN (build->early_days, PLT_NETWORK_MAX_DAYS) * 2 + AFTER_DAYS
                          : 0);
    }
  if (input->start != PLT_DATE_NONE && build->early_days == 0)
    return;
  network = plt_network_new (input, NULL);
  if (network == NULL)
    return;
  plan = plt_network_schedule (network);
  if (end != PLT_DATE_NONE && build->early_days > 0)
    input->end = MAX (end, plan->finish);
  if (input->start == PLT_DATE_NONE)
    input->start = first_of (input, plan);
}

void
plt_retro_build (PltRetro *self, const PltPlan *plan, PltDate today)
{
  Build build = { .self = self, .facts = self->facts, .data = self->data, .today = today };

  build.open = g_array_new (FALSE, TRUE, sizeof (PltNetworkDays *));
  find_shoot (&build, plan);
  find_span (&build);
  add_calendars (&build);
  add_tasks (&build);
  add_links (&build);
  break_circles (&build);
  add_delivery (&build);
  refresh (self);
  set_bounds (&build);
  for (guint i = 0; i < build.open->len; i++)
    plt_network_days_free (g_array_index (build.open, PltNetworkDays *, i));
  g_array_unref (build.open);
}

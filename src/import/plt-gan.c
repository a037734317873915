#include "plt-gan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"
#include "plt-xml.h"

#define MAX_DATES 20000
#define MAX_YEARS 200 /* that a yearly holiday is put into */
#define MAX_NAMES 20000
#define MAX_KEPT_DAYS 400000 /* of all tasks of a baseline, looked at */

typedef struct
{
  gint64 to;
  guint from;
  PltNetworkKind kind;
  int lag;
} RawLink;

typedef struct
{
  gint64 task, resource;
  int percent;
} RawWork;

typedef struct
{
  gint64 task;
  PltDate start;
  int days;
} RawKept;

typedef struct
{
  PltNetworkProject *project;
  GArray *open;      /* (element-type int): tasks that are being read; -1 for other elements */
  GArray *raw_links; /* (element-type RawLink) */
  GArray *closed, *opened, *yearly; /* (element-type PltNetworkSpan); yearly: month and day */
  GHashTable *tasks;                /* id to index + 1 */
  guint weekdays;
  guint n_lost;
  gboolean is_project, is_full;
  char *stone_id; /* of the property that says how a milestone stands, or NULL */
  char *team_id;  /* of the column of the team, or NULL */
  GString *notes; /* of the task being read */
  gboolean in_notes;
  guint n_baselines;
  GArray *raw_work;      /* (element-type RawWork) */
  GArray *raw_kept;      /* (element-type RawKept) */
  GHashTable *resources; /* id to index + 1 */
} Reader;

/* ---- values ---- */

static const char *
value_of (const char **names, const char **values, const char *name)
{
  const char *value = plt_xml_attribute (names, values, name);

  return value != NULL ? value : "";
}

static int
number_of (const char **names, const char **values, const char *name)
{
  gint64 value = g_ascii_strtoll (value_of (names, values, name), NULL, 10);

  return (int) CLAMP (value, -G_MAXINT32, G_MAXINT32);
}

/* Numbers of rows may be of any size. */
static gint64
id_of (const char **names, const char **values, const char *name)
{
  const char *text = value_of (names, values, name);

  return *text != '\0' ? g_ascii_strtoll (text, NULL, 10) : -1;
}

/* ---- elements ---- */

static int
open_task (const Reader *self)
{
  for (guint i = self->open->len; i-- > 0;)
    if (g_array_index (self->open, int, i) >= 0)
      return g_array_index (self->open, int, i);
  return PLT_NETWORK_NONE;
}

static int
read_task (Reader *self, const char **names, const char **values)
{
  PltNetworkProject *project = self->project;
  PltNetworkTask task = PLT_NETWORK_TASK (0, "", 0);
  PltNetworkSpan planned = { PLT_DATE_NONE, PLT_DATE_NONE };
  gint64 id = id_of (names, values, "id");

  if (project->tasks->len >= PLT_NETWORK_PROJECT_MAX_TASKS)
    {
      self->is_full = TRUE;
      return PLT_NETWORK_NONE;
    }
  task.id = id;
  task.name = plt_network_project_text (project, value_of (names, values, "name"));
  task.parent = open_task (self);
  task.morning = g_str_equal (value_of (names, values, "meeting"), "true");
  task.days = task.morning ? 0 : MAX (number_of (names, values, "duration"), 1);
  task.progress = CLAMP (number_of (names, values, "complete"), 0, 100);
  if (number_of (names, values, "thirdDate-constraint") == 1)
    task.date = plt_date_from_iso (value_of (names, values, "thirdDate"));
  if (task.date != PLT_DATE_NONE)
    task.constraint = PLT_NETWORK_START_FROM;
  planned.from = plt_date_from_iso (value_of (names, values, "start"));
  g_array_append_val (project->tasks, task);
  g_array_append_val (project->planned, planned);
  g_hash_table_insert (self->tasks, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (project->tasks->len));
  return (int) project->tasks->len - 1;
}

static void
read_link (Reader *self, const char **names, const char **values)
{
  static const PltNetworkKind kinds[]
      = { PLT_NETWORK_SS, PLT_NETWORK_FS, PLT_NETWORK_FF, PLT_NETWORK_SF };
  int from = open_task (self), type = number_of (names, values, "type");
  RawLink link = { id_of (names, values, "id"), (guint) from, PLT_NETWORK_FS,
                   number_of (names, values, "difference") };

  if (from < 0 || type < 1 || type > 4 || self->raw_links->len > PLT_NETWORK_PROJECT_MAX_TASKS * 8)
    {
      self->n_lost++;
      return;
    }
  link.kind = kinds[type - 1];
  g_array_append_val (self->raw_links, link);
}

/* What Plateau writes along, and GanttProject keeps: a milestone that closes its day, or one that
 * opens it and is locked there. */
static void
read_property (Reader *self, const char **names, const char **values)
{
  int at = open_task (self);
  const char *value = value_of (names, values, "value");
  const char *id = value_of (names, values, "taskproperty-id");
  PltNetworkTask *task;

  if (at >= 0 && self->team_id != NULL && *value != '\0' && g_str_equal (id, self->team_id))
    plt_network_project_need_extra (self->project, (guint) at)->team
        = plt_network_project_text (self->project, value);
  if (at < 0 || self->stone_id == NULL || !g_str_equal (id, self->stone_id))
    return;
  task = &g_array_index (self->project->tasks, PltNetworkTask, at);
  if (!task->morning)
    return;
  if (g_str_equal (value, PLT_GAN_CLOSES))
    task->morning = FALSE;
  else if (g_str_equal (value, PLT_GAN_OPENS))
    {
      task->state = PLT_NETWORK_LOCKED;
      task->start = task->finish = g_array_index (self->project->planned, PltNetworkSpan, at).from;
    }
}

/* Without a year a holiday is one of every year. */
static void
read_date (Reader *self, const char **names, const char **values)
{
  const char *type = value_of (names, values, "type");
  gboolean is_yearly = *value_of (names, values, "year") == '\0';
  int year = is_yearly ? 2024 : number_of (names, values, "year");
  int month = number_of (names, values, "month"), day = number_of (names, values, "date");
  PltDate date = year > 0 && year < 9000 ? plt_date_from_ymd (year, month, day) : PLT_DATE_NONE;
  PltNetworkSpan span = is_yearly ? (PltNetworkSpan){ month, day } : (PltNetworkSpan){ date, date };
  GArray *list = is_yearly ? self->yearly : self->closed;

  if (g_str_equal (type, "WORKING_DAY") && !is_yearly)
    list = self->opened;
  else if (*type != '\0' && !g_str_equal (type, "HOLIDAY"))
    return;
  if (date != PLT_DATE_NONE && list->len < MAX_DATES)
    g_array_append_val (list, span);
}

static void
read_week (Reader *self, const char **names, const char **values)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  self->weekdays = 0;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (number_of (names, values, days[i]) == 0)
      self->weekdays |= 1u << i;
}

/* A column of the user's own that has the name of the teams. */
static void
read_column (Reader *self, const char **names, const char **values)
{
  static const char *const words[] = { "equipe", "equipes", "team", "service", "departement" };
  const char *name = value_of (names, values, "name");
  g_autofree char *folded = plt_text_fold (name);

  if (self->stone_id == NULL && g_str_equal (name, PLT_GAN_STONE))
    self->stone_id = g_strdup (value_of (names, values, "id"));
  for (guint i = 0; i < G_N_ELEMENTS (words) && self->team_id == NULL; i++)
    if (strcmp (folded, words[i]) == 0)
      self->team_id = g_strdup (value_of (names, values, "id"));
}

static void
read_resource (Reader *self, const char **names, const char **values)
{
  PltNetworkProject *project = self->project;
  const char *name = value_of (names, values, "name");
  gint64 id = id_of (names, values, "id");

  if (*name == '\0' || project->resources->len >= MAX_NAMES)
    return;
  g_ptr_array_add (project->resources, (gpointer) plt_network_project_text (project, name));
  g_hash_table_insert (self->resources, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (project->resources->len));
}

static void
read_work (Reader *self, const char **names, const char **values)
{
  RawWork work = { id_of (names, values, "task-id"), id_of (names, values, "resource-id"), 100 };
  const char *load = value_of (names, values, "load");

  if (*load != '\0')
    work.percent = CLAMP (number_of (names, values, "load"), 0, 1000);
  if (self->raw_work->len < PLT_NETWORK_PROJECT_MAX_TASKS * 8)
    g_array_append_val (self->raw_work, work);
}

/* The first of the baselines. */
static void
read_kept (Reader *self, const char **names, const char **values)
{
  RawKept kept
      = { id_of (names, values, "id"), plt_date_from_iso (value_of (names, values, "start")),
          MAX (number_of (names, values, "duration"), 1) };

  if (self->n_baselines == 1 && kept.start != PLT_DATE_NONE
      && self->raw_kept->len < PLT_NETWORK_PROJECT_MAX_TASKS)
    g_array_append_val (self->raw_kept, kept);
}

static void
begin_more (Reader *self, const char *name, const char **names, const char **values)
{
  if (g_str_equal (name, "taskproperty"))
    read_column (self, names, values);
  else if (g_str_equal (name, "resource"))
    read_resource (self, names, values);
  else if (g_str_equal (name, "allocation"))
    read_work (self, names, values);
  else if (g_str_equal (name, "previous-task"))
    read_kept (self, names, values);
  else if (g_str_equal (name, "previous-tasks") && self->n_baselines++ == 0)
    self->project->baseline_name
        = plt_network_project_text (self->project, value_of (names, values, "name"));
  else if (g_str_equal (name, "notes") && open_task (self) >= 0)
    {
      self->in_notes = TRUE;
      g_string_truncate (self->notes, 0);
    }
}

static void
begin_element (gpointer data, const char *name, const char **names, const char **values)
{
  Reader *self = data;
  int task = PLT_NETWORK_NONE;

  if (self->open->len == 0)
    {
      self->is_project = g_str_equal (name, "project");
      self->project->title
          = plt_network_project_text (self->project, value_of (names, values, "name"));
    }
  if (g_str_equal (name, "task"))
    task = read_task (self, names, values);
  else if (g_str_equal (name, "depend"))
    read_link (self, names, values);
  else if (g_str_equal (name, "customproperty"))
    read_property (self, names, values);
  else if (g_str_equal (name, "date"))
    read_date (self, names, values);
  else if (g_str_equal (name, "default-week"))
    read_week (self, names, values);
  else if (g_str_equal (name, "only-show-weekends")
           && g_str_equal (value_of (names, values, "value"), "true"))
    self->weekdays = PLT_NETWORK_EVERY_DAY;
  else
    begin_more (self, name, names, values);
  g_array_append_val (self->open, task);
}

static void
end_element (gpointer data, const char *name)
{
  Reader *self = data;

  int at = open_task (self);

  if (self->in_notes && g_str_equal (name, "notes"))
    {
      self->in_notes = FALSE;
      g_strstrip (self->notes->str);
      if (at >= 0 && *self->notes->str != '\0')
        plt_network_project_need_extra (self->project, (guint) at)->note
            = plt_network_project_text (self->project, self->notes->str);
    }
  g_array_set_size (self->open, self->open->len - 1);
}

static void
take_text (gpointer data, const char *text, gsize length)
{
  Reader *self = data;

  if (self->in_notes)
    g_string_append_len (self->notes, text, (gssize) length);
}

/* ---- the whole ---- */

static void
join_links (Reader *self)
{
  for (guint i = 0; i < self->raw_links->len; i++)
    {
      const RawLink *raw = &g_array_index (self->raw_links, RawLink, i);
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (self->tasks, &raw->to));
      PltNetworkLink link = { .id = self->project->links->len + 1,
                              .from = raw->from,
                              .to = to - 1,
                              .kind = raw->kind,
                              .lag = raw->lag };

      if (to == 0)
        self->n_lost++;
      else
        g_array_append_val (self->project->links, link);
    }
}

/* The yearly days in each year that the plan touches. */
static void
add_calendar (Reader *self)
{
  PltDate first = PLT_DATE_NONE, last = PLT_DATE_NONE;
  int from, to, month, day;

  for (guint i = 0; i < self->project->planned->len; i++)
    {
      PltDate date = g_array_index (self->project->planned, PltNetworkSpan, i).from;

      if (date == PLT_DATE_NONE)
        continue;
      first = first == PLT_DATE_NONE ? date : MIN (first, date);
      last = MAX (last, date);
    }
  if (first != PLT_DATE_NONE)
    {
      plt_date_to_ymd (first, &from, &month, &day);
      plt_date_to_ymd (last, &to, &month, &day);
      for (int year = from - 2; year <= MIN (to + 5, from + MAX_YEARS); year++)
        for (guint i = 0; i < self->yearly->len && self->closed->len < MAX_DATES * 2; i++)
          {
            const PltNetworkSpan *one = &g_array_index (self->yearly, PltNetworkSpan, i);
            PltDate date = plt_date_from_ymd (year, one->from, one->to);
            PltNetworkSpan span = { date, date };

            if (date != PLT_DATE_NONE)
              g_array_append_val (self->closed, span);
          }
    }
  self->project->start = first;
  plt_network_project_add_calendar (self->project, "GanttProject", self->weekdays, self->closed,
                                    self->opened);
}

static void
place_tasks (Reader *self)
{
  PltNetworkProject *project = self->project;
  g_autofree guint8 *waits = g_new0 (guint8, MAX (project->tasks->len, 1));

  for (guint i = 0; i < project->links->len; i++)
    waits[g_array_index (project->links, PltNetworkLink, i).to] = 1;
  for (guint i = 0; i < project->tasks->len; i++) /* groups */
    {
      int parent = g_array_index (project->tasks, PltNetworkTask, i).parent;

      if (parent >= 0)
        waits[parent] |= 2;
    }
  for (guint i = 0; i < project->tasks->len; i++)
    {
      PltNetworkTask *task = &g_array_index (project->tasks, PltNetworkTask, i);
      PltDate start = g_array_index (project->planned, PltNetworkSpan, i).from;

      if (waits[i] & 2)
        {
          task->days = 0;
          continue;
        }
      if (task->state == PLT_NETWORK_LOCKED)
        continue;
      if (task->progress > 0 && start != PLT_DATE_NONE)
        {
          task->state = task->progress == 100 ? PLT_NETWORK_DONE : PLT_NETWORK_STARTED;
          task->start = start;
        }
      else if (waits[i] == 0 && task->constraint == PLT_NETWORK_AS_PLAN && start != PLT_DATE_NONE)
        {
          task->constraint = PLT_NETWORK_START_FROM;
          task->date = start;
        }
    }
}

static void
add_remarks (Reader *self)
{
  if (self->n_lost > 0)
    g_ptr_array_add (
        self->project->remarks,
        g_strdup_printf (ngettext ("%u link was left out: its task, or its kind, is unknown.",
                                   "%u links were left out: their task, or their kind, is unknown.",
                                   self->n_lost),
                         self->n_lost));
}

static void
join_work (Reader *self)
{
  for (guint i = 0; i < self->raw_work->len; i++)
    {
      const RawWork *raw = &g_array_index (self->raw_work, RawWork, i);
      guint task = GPOINTER_TO_UINT (g_hash_table_lookup (self->tasks, &raw->task));
      guint resource = GPOINTER_TO_UINT (g_hash_table_lookup (self->resources, &raw->resource));
      PltNetworkWork one = { task - 1, resource - 1, raw->percent };

      if (task > 0 && resource > 0)
        g_array_append_val (self->project->assignments, one);
    }
}

/* A baseline has starts and working days: the last of them is what counts here. */
static void
join_kept (Reader *self)
{
  const PltNetworkCalendar *calendar
      = &g_array_index (self->project->calendars, PltNetworkCalendar, 0);
  guint left = MAX_KEPT_DAYS;

  for (guint i = 0; i < self->raw_kept->len; i++)
    {
      const RawKept *raw = &g_array_index (self->raw_kept, RawKept, i);
      guint task = GPOINTER_TO_UINT (g_hash_table_lookup (self->tasks, &raw->task));
      PltDate day = raw->start;

      if (task == 0)
        continue;
      for (int n = plt_network_calendar_is_open (calendar, day) ? 1 : 0;
           n < MIN (raw->days, PLT_NETWORK_MAX_DAYS) && left > 0; left--)
        n += plt_network_calendar_is_open (calendar, ++day) ? 1 : 0;
      plt_network_project_need_extra (self->project, task - 1)->baseline
          = (PltNetworkSpan){ raw->start, day };
    }
}

PltNetworkProject *
plt_gan_read (const char *bytes, gsize length, const char *name, GError **error)
{
  const PltXmlParser parser = { begin_element, end_element, take_text, NULL };
  g_autoptr (PltNetworkProject) project = plt_network_project_new ();
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) raw_links = g_array_new (FALSE, FALSE, sizeof (RawLink));
  g_autoptr (GArray) closed = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  g_autoptr (GArray) yearly = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  g_autoptr (GHashTable) tasks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) raw_work = g_array_new (FALSE, FALSE, sizeof (RawWork));
  g_autoptr (GArray) raw_kept = g_array_new (FALSE, FALSE, sizeof (RawKept));
  g_autoptr (GHashTable) resources
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  Reader self = { .project = project,
                  .open = open,
                  .raw_links = raw_links,
                  .closed = closed,
                  .opened = opened,
                  .yearly = yearly,
                  .tasks = tasks,
                  .weekdays = PLT_NETWORK_MONDAY_TO_FRIDAY,
                  .notes = notes,
                  .raw_work = raw_work,
                  .raw_kept = raw_kept,
                  .resources = resources };
  gboolean is_read = plt_xml_parse (&parser, bytes, length, name, NULL, &self, error);

  g_free (self.stone_id);
  g_free (self.team_id);
  if (!is_read)
    return NULL;
  if (!self.is_project)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("%s is not a plan of GanttProject."),
                   name);
      return NULL;
    }
  if (self.is_full)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG, _ ("%s has more than %d tasks: split it."),
                   name, PLT_NETWORK_PROJECT_MAX_TASKS);
      return NULL;
    }
  join_links (&self);
  add_calendar (&self);
  place_tasks (&self);
  join_work (&self);
  join_kept (&self);
  add_remarks (&self);
  return g_steal_pointer (&project);
}

/* A project of another program as edits of the rétroplanning. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-retro-exchange.h"
#include "plt-retro-private.h"
#include "plt-text.h"

#define MOST_ROUNDS 200 /* as deep as a plan is */
#define MOST_NAME 1000  /* characters */
#define FIRST_YEAR                                                                                 \
  1900 /* what is out of these is a mistake, and would make a chart of centuries                   \
        */
#define LAST_YEAR 2199
#define MOST_CLOSED_DAYS 4000 /* of one closing: a mistyped year is no reason to close for ever */

typedef struct
{
  const PltRetro *retro;
  const PltNetworkProject *project;
  PltNetworkInput input;
  PltNetworkSpan *planned; /* by task: its dates in the file */
  int first_day;           /* task that is the first day of shooting, or PLT_NETWORK_NONE */
  PltRetroImport *import;
  gint64 *rows;      /* by task of the file: row, handle, or 0 for a phase */
  gint8 *phases;     /* by task of the file */
  guint8 *groups;    /* tasks that are parents */
  guint8 *linked;    /* tasks that a link concerns */
  gint64 *calendars; /* by calendar of the file: row or handle, 0 for that of the production */
  PltDate first, last;
  gboolean is_empty; /* no task yet */
  gboolean same_way; /* the file is counted as the production is, once it is read */
  gboolean has_delivery, has_first_day; /* a task follows these already */
  PltDate *from;                        /* by task: what holds it back, or PLT_DATE_NONE */
} Import;

static const PltNetworkTask *
task_at (const Import *self, guint i)
{
  return &self->input.tasks[i];
}

static const PltNetworkSpan *
planned_at (const Import *self, guint i)
{
  return &self->planned[i];
}

static void
remark (Import *self, char *text)
{
  g_ptr_array_add (self->import->remarks, text);
}

/* ---- phases ---- */

static int
phase_named (const char *name)
{
  g_autofree char *folded = plt_text_fold (name);

  for (guint phase = 0; phase < PLT_RETRO_N_PHASES; phase++)
    {
      g_autofree char *other = plt_text_fold (plt_retro_phase_name (phase));

      if (strcmp (folded, other) == 0)
        return (int) phase;
    }
  return -1;
}

static gboolean
is_phase (const Import *self, guint i)
{
  return self->groups[i] && task_at (self, i)->parent < 0
         && phase_named (task_at (self, i)->name) >= 0;
}

/* That of the outermost group, else the preparation, as a task has it by default. */
static void
find_phases (Import *self)
{
  for (guint i = 0; i < self->input.n_tasks; i++)
    if (task_at (self, i)->parent >= 0)
      self->groups[task_at (self, i)->parent] = 1;
  for (guint i = 0; i < self->input.n_links; i++)
    self->linked[self->input.links[i].from] = self->linked[self->input.links[i].to] = 1;
  for (guint i = 0; i < self->input.n_tasks; i++)
    {
      guint at = i, n = 0;

      while (task_at (self, at)->parent >= 0 && n++ < self->input.n_tasks)
        at = (guint) task_at (self, at)->parent;
      self->phases[i] = is_phase (self, at) ? (gint8) phase_named (task_at (self, at)->name) : 1;
    }
}

/* ---- what no plan has ---- */

static gboolean
drop_date (PltDate *date)
{
  if (*date == PLT_DATE_NONE
      || (*date >= plt_date_from_ymd (FIRST_YEAR, 1, 1)
          && *date <= plt_date_from_ymd (LAST_YEAR, 12, 31)))
    return FALSE;
  *date = PLT_DATE_NONE;
  return TRUE;
}

/* Dates of other centuries go, and are told; every task has a name of one line. On copies. */
static void
clean_tasks (Import *self, PltNetworkTask *tasks, GStringChunk *names)
{
  guint n_dates = 0;

  for (guint i = 0; i < self->input.n_tasks; i++)
    {
      PltNetworkTask *task = &tasks[i];
      g_autofree char *name = g_utf8_substring (
          task->name, 0, MIN (g_utf8_strlen (task->name, -1), (glong) MOST_NAME));
      gboolean dropped = drop_date (&self->planned[i].from);

      dropped |= drop_date (&self->planned[i].to);
      dropped |= drop_date (&task->start);
      dropped |= drop_date (&task->finish);
      dropped |= drop_date (&task->deadline);
      if (drop_date (&task->date))
        {
          task->constraint = PLT_NETWORK_AS_PLAN;
          dropped = TRUE;
        }
      n_dates += dropped;
      g_strdelimit (name, "\n\r\t", ' ');
      g_strstrip (name);
      task->name = g_string_chunk_insert (names, *name != '\0' ? name : "Tâche sans nom");
    }
  if (n_dates > 0)
    remark (self, g_strdup_printf (ngettext ("The dates of %u task are not between 1900 and 2199: "
                                             "they were left out.",
                                             "The dates of %u tasks are not between 1900 and 2199: "
                                             "they were left out.",
                                             n_dates),
                                   n_dates));
}

/* ---- milestones ---- */

static gboolean
is_closed (const PltNetworkCalendar *calendar, PltDate date)
{
  return !plt_network_calendar_is_open (calendar, date);
}

/* A milestone that opens its day, and is not the first day of shooting, closes the working day
 * before, which is the same moment: what follows it keeps its date. One that nothing waits for, and
 * that waits for nothing, keeps its own. Works on copies. */
static void
stand_stones (Import *self, PltNetworkTask *tasks)
{
  for (guint i = 0; i < self->input.n_tasks; i++)
    if (self->first_day == PLT_NETWORK_NONE && !self->has_first_day && tasks[i].days == 0
        && !self->groups[i] && tasks[i].morning && tasks[i].state == PLT_NETWORK_LOCKED)
      self->first_day = (int) i;
  for (guint i = 0; i < self->input.n_tasks; i++)
    {
      const PltNetworkCalendar *calendar = tasks[i].calendar < self->input.n_calendars
                                               ? &self->input.calendars[tasks[i].calendar]
                                               : NULL;
      PltDate *dates[] = { &self->planned[i].from, &self->planned[i].to, &tasks[i].date };

      if (!tasks[i].morning || self->groups[i] || (int) i == self->first_day)
        continue;
      tasks[i].morning = FALSE;
      if (!self->linked[i] || calendar == NULL || tasks[i].state != PLT_NETWORK_FREE)
        continue;
      for (guint d = 0; d < G_N_ELEMENTS (dates); d++)
        if (*dates[d] != PLT_DATE_NONE)
          {
            PltDate date = *dates[d] - 1;

            for (guint n = 0; n < MOST_CLOSED_DAYS && is_closed (calendar, date); n++)
              date--;
            *dates[d] = date;
          }
    }
}

/* ---- calendars ---- */

static void
add_closing (Import *self, gint64 calendar, PltNetworkSpan span, gboolean worked)
{
  PltBatch *batch = self->import->batch;

  plt_batch_insert (batch, "calendar_closing");
  if (calendar != 0)
    plt_batch_set_integer (batch, "task_calendar", calendar);
  plt_batch_set_text (batch, "name", worked ? "Jours travaillés" : "Fermeture");
  plt_batch_set_date (batch, "from_date", span.from);
  if (span.to != span.from)
    plt_batch_set_date (batch, "to_date", span.to);
  plt_batch_set_integer (batch, "worked", worked);
  self->import->n_closings++;
}

/* Runs of days on which the calendar of the file is not as the one it will be laid on. */
static void
add_differences (Import *self,
                 const PltNetworkCalendar *of,
                 const PltNetworkCalendar *on,
                 gint64 row)
{
  for (PltDate date = self->first; date <= self->last; date++)
    {
      gboolean closed = is_closed (of, date);
      PltNetworkSpan span = { date, date };

      if (closed == is_closed (on, date))
        continue;
      while (span.to < self->last && is_closed (of, span.to + 1) == closed
             && is_closed (on, span.to + 1) != closed && span.to - span.from < MOST_CLOSED_DAYS)
        span.to++;
      add_closing (self, row, span, !closed);
      date = span.to;
    }
}

static char *
weekday_words (guint weekdays)
{
  static const char *const names[]
      = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint d = 0; d < G_N_ELEMENTS (names); d++)
    if (weekdays & (1u << d))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", names[d]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gint64
known_calendar (const Import *self, const char *name)
{
  g_autofree char *folded = plt_text_fold (name);

  for (guint i = 0; i < self->retro->facts->task_calendars.n; i++)
    {
      const PltTaskCalendarFacts *one = &self->retro->facts->task_calendars.items[i];
      g_autofree char *other = plt_text_fold (one->name);

      if (strcmp (folded, other) == 0)
        return one->id;
    }
  return 0;
}

/* One of its own on the days of the week it has, with what the production closes. */
static gint64
add_calendar (Import *self, const PltNetworkCalendar *calendar, const PltNetworkCalendar *base)
{
  PltBatch *batch = self->import->batch;
  g_autofree char *days = weekday_words (calendar->weekdays);
  g_autofree char *name = *calendar->name != '\0'
                              ? g_strdup (calendar->name)
                              : g_strdup_printf ("Calendrier %u", self->import->n_calendars + 1);
  gint64 row = known_calendar (self, name);
  PltNetworkCalendar laid = *base;

  if (row != 0)
    return row;
  row = plt_batch_insert (batch, "task_calendar");
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "weekdays", days);
  self->import->n_calendars++;
  laid.weekdays = calendar->weekdays;
  add_differences (self, calendar, &laid, row);
  return row;
}

static void
add_calendars (Import *self)
{
  static const PltNetworkCalendar usual = { "", PLT_NETWORK_MONDAY_TO_FRIDAY, NULL, 0, NULL, 0 };
  const PltNetworkCalendar *base
      = self->retro->input.n_calendars > 0 ? &self->retro->input.calendars[0] : &usual;
  const PltNetworkCalendar *first = self->input.n_calendars > 0 ? self->input.calendars : NULL;

  self->calendars = g_new0 (gint64, MAX (self->input.n_calendars, 1));
  if (first != NULL && first->weekdays == PLT_NETWORK_MONDAY_TO_FRIDAY && self->is_empty)
    { /* that of the production: what else is closed is closed for all calendars */
      add_differences (self, first, base, 0);
      base = first;
    }
  else if (first != NULL && first->weekdays != PLT_NETWORK_MONDAY_TO_FRIDAY)
    self->calendars[0] = add_calendar (self, first, base);
  for (guint i = 1; i < self->input.n_calendars; i++)
    self->calendars[i] = add_calendar (self, &self->input.calendars[i], base);
}

/* ---- tasks ---- */

/* Those that are there, by folded name and parent: "12|montage". */
static GHashTable *
index_tasks (const PltFacts *facts)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];
      g_autofree char *name = plt_text_fold (task->name);
      char *key = g_strdup_printf ("%" G_GINT64_FORMAT "|%s", task->parent, name);

      if (!g_hash_table_contains (index, key))
        g_hash_table_insert (index, key, (gpointer) task);
      else
        g_free (key);
    }
  return index;
}

static const PltTaskFacts *
take_known (GHashTable *index, gint64 parent, const char *name)
{
  g_autofree char *folded = plt_text_fold (name);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "|%s", parent, folded);
  const PltTaskFacts *task = g_hash_table_lookup (index, key);

  if (task != NULL)
    g_hash_table_remove (index, key);
  return task;
}

/* A plan from its start whose tasks stand later than their links ask for, as other programs let
 * them: they start no earlier than there. From the first ones on, so that what only follows them
 * needs no date of its own. */
static void
hold_back (Import *self)
{
  guint n = self->input.n_tasks;
  g_autofree PltNetworkTask *tasks = g_memdup2 (self->input.tasks, n * sizeof *tasks);
  PltNetworkInput input = self->input;

  self->from = g_new (PltDate, n);
  for (guint i = 0; i < n; i++)
    self->from[i] = PLT_DATE_NONE;
  input.tasks = tasks;
  input.end = PLT_DATE_NONE;
  for (guint round = 0; round < MOST_ROUNDS && !input.backward; round++)
    {
      g_autoptr (PltNetwork) network = plt_network_new (&input, NULL);
      g_autoptr (PltNetworkPlan) plan = network != NULL ? plt_network_schedule (network) : NULL;
      g_autofree guint8 *waits = g_new0 (guint8, n);
      gboolean changed = FALSE;

      for (guint i = 0; plan != NULL && i < input.n_links; i++)
        if (plan->tasks[input.links[i].from].start < planned_at (self, input.links[i].from)->from)
          waits[input.links[i].to] = 1;
      for (guint i = 0; plan != NULL && i < n; i++)
        {
          PltDate planned = planned_at (self, i)->from;

          if (self->groups[i] || waits[i] || tasks[i].state != PLT_NETWORK_FREE
              || tasks[i].constraint > PLT_NETWORK_EARLY || planned == PLT_DATE_NONE
              || plan->tasks[i].start >= planned)
            continue;
          tasks[i].constraint = PLT_NETWORK_START_FROM;
          tasks[i].date = self->from[i] = planned;
          changed = TRUE;
        }
      if (!changed)
        return;
    }
}

/* The last milestone that ends by the end of the file is the delivery, one that opens its day the
 * first day of shooting: where no task follows these yet. "" for none. */
static const char *
anchor_of (Import *self, guint i)
{
  const PltNetworkTask *task = task_at (self, i);

  if (task->days > 0 || self->groups[i])
    return "";
  if (!self->has_delivery && self->is_empty && task->constraint == PLT_NETWORK_FINISH_BY
      && task->date == self->project->end && task->date != PLT_DATE_NONE)
    {
      self->has_delivery = TRUE;
      return "livraison";
    }
  return (int) i == self->first_day ? "premier-jour" : "";
}

static const char *
placing_of (const Import *self, guint i)
{
  static const char *const words[PLT_NETWORK_N_CONSTRAINTS] = {
    [PLT_NETWORK_AS_PLAN] = "",
    [PLT_NETWORK_EARLY] = "au-plus-tot",
    [PLT_NETWORK_LATE] = "au-plus-tard",
    [PLT_NETWORK_START_FROM] = "debut-pas-avant",
    [PLT_NETWORK_START_BY] = "debut-pas-apres",
    [PLT_NETWORK_FINISH_FROM] = "fin-pas-avant",
    [PLT_NETWORK_FINISH_BY] = "fin-pas-apres",
    [PLT_NETWORK_START_ON] = "debut-le",
    [PLT_NETWORK_FINISH_ON] = "fin-le",
  };
  PltNetworkConstraint constraint = task_at (self, i)->constraint;
  PltNetworkConstraint usual = self->project->backward ? PLT_NETWORK_LATE : PLT_NETWORK_EARLY;

  if (constraint <= PLT_NETWORK_EARLY && self->from[i] != PLT_DATE_NONE)
    return words[PLT_NETWORK_START_FROM];
  if (constraint == PLT_NETWORK_AS_PLAN)
    constraint = usual;
  /* what nothing links is held by typed dates unless it says how it is placed */
  if (constraint == usual && self->same_way && (self->linked[i] || self->groups[i]))
    return "";
  return words[constraint];
}

static void
write_state (Import *self, guint i)
{
  const PltNetworkTask *task = task_at (self, i);
  const PltNetworkSpan *planned = planned_at (self, i);
  PltBatch *batch = self->import->batch;

  plt_batch_set_date (batch, "start_date",
                      task->state == PLT_NETWORK_LOCKED && task->start != PLT_DATE_NONE
                          ? task->start
                          : planned->from);
  plt_batch_set_date (batch, "end_date",
                      task->state == PLT_NETWORK_LOCKED && task->finish != PLT_DATE_NONE
                          ? task->finish
                          : planned->to);
  plt_batch_set_integer (batch, "locked", task->state == PLT_NETWORK_LOCKED);
  if (task->state == PLT_NETWORK_STARTED || task->state == PLT_NETWORK_DONE)
    plt_batch_set_date (batch, "real_start_date",
                        task->start != PLT_DATE_NONE ? task->start : planned->from);
  if (task->state == PLT_NETWORK_DONE)
    plt_batch_set_date (batch, "real_end_date",
                        task->finish != PLT_DATE_NONE ? task->finish : planned->to);
  if (task->state == PLT_NETWORK_DONE || task->progress > 0)
    plt_batch_set_integer (batch, "progress_e6",
                           (task->state == PLT_NETWORK_DONE ? 100 : CLAMP (task->progress, 0, 100))
                               * (PLT_RATE_ONE / 100));
}

/* Its dates and its length are those of the shooting days, or of the production. */
static gboolean
follows_shoot (const PltTaskFacts *known)
{
  return known != NULL && *known->anchor != '\0' && strcmp (known->anchor, "livraison") != 0;
}

static void
tell_followers (Import *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->input.n_tasks; i++)
    {
      const PltTaskFacts *known = self->rows[i] > 0 ? PLT_FACTS_FIND (self->retro->facts->tasks,
                                                                      PltTaskFacts, self->rows[i])
                                                    : NULL;

      if (!follows_shoot (known) || self->groups[i])
        continue;
      g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", known->name);
    }
  if (n > 0)
    remark (self, g_strdup_printf (
                      ngettext ("%s keeps its dates: it follows the plan de travail or the "
                                "production.",
                                "%s keep their dates: they follow the plan de travail or the "
                                "production.",
                                n),
                      names->str));
}

static void
write_task (Import *self, guint i, const PltTaskFacts *known)
{
  const PltNetworkTask *task = task_at (self, i);
  PltBatch *batch = self->import->batch;
  const char *anchor = known == NULL ? anchor_of (self, i) : "";
  const char *placing = *anchor == '\0' ? placing_of (self, i) : "";
  gint64 calendar = task->calendar < self->input.n_calendars ? self->calendars[task->calendar] : 0;

  if (!self->groups[i] && !follows_shoot (known))
    {
      plt_batch_set_integer (batch, "duration_days", CLAMP (task->days, 0, PLT_NETWORK_MAX_DAYS));
      plt_batch_set_text (batch, "duration_unit",
                          task->unit == PLT_NETWORK_CALENDAR ? "calendaires" : "ouvres");
      plt_batch_set_integer (batch, "milestone", task->days == 0);
      if (known == NULL || *known->anchor == '\0')
        write_state (self, i);
    }
  if (*anchor != '\0')
    plt_batch_set_text (batch, "anchor", anchor);
  if (calendar != 0)
    plt_batch_set_integer (batch, "calendar", calendar);
  if (task->deadline != PLT_DATE_NONE)
    plt_batch_set_date (batch, "deadline_date", task->deadline);
  if (*placing != '\0' && (known == NULL || *known->anchor == '\0'))
    {
      plt_batch_set_text (batch, "placing", placing);
      if (self->from[i] != PLT_DATE_NONE)
        plt_batch_set_date (batch, "placing_date", self->from[i]);
      else if (task->constraint >= PLT_NETWORK_START_FROM && task->date != PLT_DATE_NONE)
        plt_batch_set_date (batch, "placing_date", task->date);
    }
}

/* The last of its working days from its start in the file, where the file has no end. */
static PltDate
end_of (const Import *self, guint i)
{
  const PltNetworkTask *task = task_at (self, i);
  PltDate day = planned_at (self, i)->from;
  int left = CLAMP (task->days, 1, 366);

  if (day == PLT_DATE_NONE || task->unit == PLT_NETWORK_CALENDAR
      || task->calendar >= self->input.n_calendars)
    return day != PLT_DATE_NONE ? day + left - 1 : PLT_DATE_NONE;
  for (guint n = 0; n < MOST_CLOSED_DAYS; n++, day++)
    if (!is_closed (&self->input.calendars[task->calendar], day) && --left == 0)
      return day;
  return PLT_DATE_NONE;
}

/* For whoever looks before it is written. */
static void
tell_task (Import *self, guint i, const PltTaskFacts *known)
{
  int index = known != NULL ? plt_retro_index (self->retro, known->id) : PLT_NETWORK_NONE;
  PltRetroImportTask task = { .is_new = known == NULL,
                              .dates = *planned_at (self, i),
                              .before = { PLT_DATE_NONE, PLT_DATE_NONE } };

  if (known != NULL && (self->groups[i] || follows_shoot (known)))
    return;
  if (index >= 0 && !self->retro->schedule->outside[index])
    task.before = (PltNetworkSpan){ self->retro->schedule->tasks[index].start,
                                    self->retro->schedule->tasks[index].finish };
  if (task.dates.to == PLT_DATE_NONE)
    task.dates.to = end_of (self, i);
  if (known != NULL
      && (task.dates.from == PLT_DATE_NONE
          || (task.dates.from == task.before.from && task.dates.to == task.before.to)))
    return;
  task.name = g_strdup (task_at (self, i)->name);
  if (self->import->first == 0)
    self->import->first = self->rows[i];
  g_array_append_val (self->import->tasks, task);
}

static void
add_tasks (Import *self)
{
  g_autoptr (GHashTable) index = index_tasks (self->retro->facts);
  guint n_left = self->input.n_tasks;
  g_autofree guint8 *done = g_new0 (guint8, MAX (n_left, 1));

  /* a group comes before what it holds, in whatever order the file has them */
  for (gboolean moved = TRUE; n_left > 0 && moved;)
    {
      moved = FALSE;
      for (guint i = 0; i < self->input.n_tasks; i++)
        {
          int parent = task_at (self, i)->parent;
          gint64 row = parent >= 0 ? self->rows[parent] : 0;
          const PltTaskFacts *known;

          if (done[i] || (parent >= 0 && !done[parent]))
            continue;
          done[i] = 1;
          moved = TRUE;
          n_left--;
          if (is_phase (self, i))
            continue;
          known = row >= 0 ? take_known (index, row, task_at (self, i)->name) : NULL;
          self->import->n_new += known == NULL;
          self->import->n_same += known != NULL;
          if (known != NULL)
            {
              self->rows[i] = known->id;
              plt_batch_update (self->import->batch, "task", known->id);
            }
          else
            {
              self->rows[i] = plt_batch_insert (self->import->batch, "task");
              plt_batch_set_text (self->import->batch, "name", task_at (self, i)->name);
              plt_batch_set_text (self->import->batch, "phase",
                                  plt_retro_phase_id ((guint) self->phases[i]));
              if (row != 0)
                plt_batch_set_integer (self->import->batch, "parent", row);
            }
          write_task (self, i, known);
          tell_task (self, i, known);
        }
    }
}

/* ---- links ---- */

/* Of that kind, else the only one between the two. */
static const PltTaskLinkFacts *
find_link (const PltFacts *facts, gint64 from, gint64 to, const char *kind)
{
  const PltTaskLinkFacts *found = NULL;
  guint n = 0;

  for (guint i = 0; i < facts->task_links.n && from > 0 && to > 0; i++)
    {
      const PltTaskLinkFacts *link = &facts->task_links.items[i];

      if (link->predecessor != from || link->task != to)
        continue;
      if (strcmp (link->kind, kind) == 0)
        return link;
      found = link;
      n++;
    }
  return n == 1 ? found : NULL;
}

static void
add_links (Import *self)
{
  static const char *const kinds[] = { "fin-debut", "debut-debut", "fin-fin", "debut-fin" };
  PltBatch *batch = self->import->batch;
  guint n_lost = 0;

  for (guint i = 0; i < self->input.n_links; i++)
    {
      const PltNetworkLink *link = &self->input.links[i];
      gint64 from = self->rows[link->from], to = self->rows[link->to];
      const PltTaskLinkFacts *known = find_link (self->retro->facts, from, to, kinds[link->kind]);
      const char *unit = link->unit == PLT_NETWORK_CALENDAR ? "calendaires" : "ouvres";
      gint64 lag = CLAMP (link->lag, -PLT_NETWORK_MAX_DAYS, PLT_NETWORK_MAX_DAYS);

      if (from == 0 || to == 0)
        {
          n_lost++;
          continue;
        }
      if (known != NULL)
        {
          if (strcmp (known->kind, kinds[link->kind]) == 0
              && (known->lag_days == lag || (known->lag_days == PLT_UNKNOWN && lag == 0))
              && (strcmp (known->lag_unit, unit) == 0 || lag == 0))
            continue;
          plt_batch_update (batch, "task_link", known->id);
        }
      else
        {
          plt_batch_insert (batch, "task_link");
          plt_batch_set_integer (batch, "predecessor", from);
          plt_batch_set_integer (batch, "task", to);
        }
      plt_batch_set_text (batch, "kind", kinds[link->kind]);
      plt_batch_set_integer (batch, "lag_days", lag);
      plt_batch_set_text (batch, "lag_unit", unit);
      self->import->n_links++;
    }
  if (n_lost > 0)
    remark (self, g_strdup_printf (ngettext ("%u link of a phase is left out: link its tasks.",
                                             "%u links of phases are left out: link their tasks.",
                                             n_lost),
                                   n_lost));
}

/* ---- the whole ---- */

static void
set_parameter (Import *self, const char *name, const char *value)
{
  const PltFacts *facts = self->retro->facts;
  PltBatch *batch = self->import->batch;

  for (guint i = 0; i < facts->parameters.n; i++)
    if (strcmp (facts->parameters.items[i].name, name) == 0)
      {
        plt_batch_update (batch, "parameter", facts->parameters.items[i].id);
        plt_batch_set_text (batch, "value", value);
        return;
      }
  plt_batch_insert (batch, "parameter");
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "value", value);
}

static void
set_bounds (Import *self)
{
  const PltProductionFacts *production = &self->retro->facts->production;
  const PltNetworkProject *project = self->project;
  PltDate start = project->start, end = project->end;

  if (!self->is_empty)
    {
      if (project->backward != self->retro->input.backward)
        remark (self, g_strdup (project->backward
                                    ? _ ("The file is counted from its end, this rétroplanning "
                                         "from its start: it stays so.")
                                    : _ ("The file is counted from its start, this rétroplanning "
                                         "from its end: it stays so.")));
      return;
    }
  set_parameter (self, PLT_RETRO_DIRECTION, project->backward ? "amont" : "aval");
  if (!project->backward && project->start != PLT_DATE_NONE && !drop_date (&start))
    {
      g_autofree char *iso = plt_date_to_iso (project->start);

      set_parameter (self, PLT_RETRO_START, iso);
    }
  if (project->end == PLT_DATE_NONE || project->end == production->delivery_date
      || !project->backward || drop_date (&end))
    return;
  if (production->delivery_date != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_numeric (project->end);

      remark (self, g_strdup_printf (_ ("The file ends on %s: the delivery of the production "
                                        "stays as it is."),
                                     date));
      return;
    }
  plt_batch_update (self->import->batch, "production", production->id);
  plt_batch_set_date (self->import->batch, "delivery_date", project->end);
}

static void
find_span (Import *self)
{
  self->first = G_MAXINT32;
  self->last = G_MININT32;
  for (guint i = 0; i < self->input.n_tasks; i++)
    {
      const PltNetworkSpan *planned = planned_at (self, i);

      if (planned->from == PLT_DATE_NONE)
        continue;
      self->first = MIN (self->first, planned->from);
      self->last
          = MAX (self->last, planned->to != PLT_DATE_NONE
                                 ? planned->to
                                 : planned->from + CLAMP (task_at (self, i)->days, 0, 366) * 2);
    }
  if (self->first > self->last)
    return;
  self->first -= 366;
  self->last = MIN (self->last + 366, self->first + 20 * 366);
}

static gboolean
refuse (const Import *self, GError **error)
{
  g_autoptr (GArray) circle = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (self->input.n_tasks == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The file has no task: choose another one."));
      return TRUE;
    }
  circle = plt_network_find_cycle (&self->input);
  if (circle->len == 0)
    return FALSE;
  for (guint i = 0; i < circle->len && i < 12; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " → " : "",
                            task_at (self, g_array_index (circle, guint, i))->name);
  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               _ ("Tasks of the file wait for each other: %s. Take one of their links away in the "
                  "program that made it."),
               names->str);
  return TRUE;
}

static void
clear_told (gpointer data)
{
  g_free (((PltRetroImportTask *) data)->name);
}

static PltRetroImport *
new_import (void)
{
  PltRetroImport *import = g_new0 (PltRetroImport, 1);

  import->batch = plt_batch_new ();
  import->remarks = g_ptr_array_new_with_free_func (g_free);
  import->tasks = g_array_new (FALSE, FALSE, sizeof (PltRetroImportTask));
  g_array_set_clear_func (import->tasks, clear_told);
  return import;
}

PltRetroImport *
plt_retro_import_new (const PltRetro *self, const PltNetworkProject *project, GError **error)
{
  Import import = { .retro = self, .project = project };
  g_autofree gint64 *rows = NULL;
  g_autofree gint8 *phases = NULL;
  g_autofree guint8 *groups = NULL, *linked = NULL;
  g_autofree PltNetworkTask *tasks = NULL;
  g_autofree PltNetworkSpan *planned = NULL;
  g_autoptr (GStringChunk) names = g_string_chunk_new (1024);
  guint n;

  plt_network_project_input (project, &import.input);
  if (refuse (&import, error))
    return NULL;
  n = import.input.n_tasks;
  import.rows = rows = g_new0 (gint64, n);
  import.phases = phases = g_new0 (gint8, n);
  import.groups = groups = g_new0 (guint8, n);
  import.linked = linked = g_new0 (guint8, n);
  import.is_empty = self->facts->tasks.n == 0;
  import.same_way = import.is_empty || project->backward == self->input.backward;
  import.import = new_import ();
  for (guint i = 0; i < project->remarks->len; i++)
    remark (&import, g_strdup (project->remarks->pdata[i]));
  for (guint i = 0; i < self->facts->tasks.n; i++)
    {
      import.has_delivery |= strcmp (self->facts->tasks.items[i].anchor, "livraison") == 0;
      import.has_first_day |= strcmp (self->facts->tasks.items[i].anchor, "premier-jour") == 0;
    }
  import.planned = planned = g_memdup2 (project->planned->data, n * sizeof *planned);
  import.first_day = PLT_NETWORK_NONE;
  tasks = g_memdup2 (import.input.tasks, n * sizeof *tasks);
  clean_tasks (&import, tasks, names);
  import.input.tasks = tasks;
  find_span (&import);
  find_phases (&import);
  stand_stones (&import, tasks);
  hold_back (&import);
  add_calendars (&import);
  add_tasks (&import);
  add_links (&import);
  tell_followers (&import);
  plt_retro_import_extras (self, project, rows, import.import);
  set_bounds (&import);
  g_free (import.calendars);
  g_free (import.from);
  return import.import;
}

void
plt_retro_import_free (PltRetroImport *self)
{
  if (self == NULL)
    return;
  plt_batch_free (self->batch);
  g_ptr_array_unref (self->remarks);
  g_array_unref (self->tasks);
  g_free (self);
}

/* The work to do again after a screening, as a task. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-retro-post.h"
#include "plt-retro-private.h"

static char *
code_of (gint64 screening)
{
  return g_strdup_printf ("reprise-%" G_GINT64_FORMAT, screening);
}

/* The parameter by which a stage is known to have its days. */
static char *
mark_of (gint64 screening)
{
  return g_strdup_printf ("retroplanning.reprise.%" G_GINT64_FORMAT, screening);
}

gboolean
plt_retro_has_rework (const PltFacts *facts, gint64 screening)
{
  g_autofree char *code = code_of (screening), *mark = mark_of (screening);

  for (guint i = 0; i < facts->parameters.n; i++)
    if (strcmp (facts->parameters.items[i].name, mark) == 0)
      return TRUE;

  for (guint i = 0; i < facts->tasks.n; i++)
    if (strcmp (facts->tasks.items[i].code, code) == 0)
      return TRUE;
  return FALSE;
}

/* The screening, or a sentence on what it lacks. */
static const PltScreeningFacts *
find_screening (const PltRetro *self, gint64 id, GError **error)
{
  const PltScreeningFacts *one = PLT_FACTS_FIND (self->facts->screenings, PltScreeningFacts, id);

  if (one == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("This screening is not there any more: choose another one."));
  else if (plt_retro_index (self, one->reopens) < 0)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” reopens no task: choose the one that is to be done again."), one->name);
  else if (plt_network_is_group (self->network, (guint) plt_retro_index (self, one->reopens)))
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” reopens a group: choose the task of it that is to be done again."),
                 one->name);
  else if (one->rework_days == PLT_UNKNOWN || one->rework_days <= 0
           || one->rework_days > PLT_NETWORK_MAX_DAYS)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” does not say how many days of work are to be done again: type them."),
                 one->name);
  else if (plt_retro_has_rework (self->facts, id))
    g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                 _ ("The work to do again after “%s” is in the plan already: change that task."),
                 one->name);
  else
    return one;
  return NULL;
}

/* What had to wait for the stage and is not over waits for the rework: not the screening itself. */
static gboolean
waits (const PltRetro *self, const PltScreeningFacts *screening, const PltTaskLinkFacts *link)
{
  int index = plt_retro_index (self, link->task);

  return link->predecessor == screening->reopens && link->task != screening->task && index >= 0
         && (strcmp (link->kind, "fin-debut") == 0 || strcmp (link->kind, "fin-fin") == 0)
         && self->input.tasks[index].state != PLT_NETWORK_DONE
         && (screening->date == PLT_DATE_NONE
             || self->schedule->tasks[index].finish > screening->date);
}

static gint64
free_id (const gint64 *ids, gsize stride, guint n)
{
  gint64 most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, *(const gint64 *) ((const char *) ids + i * stride));
  return most + 1;
}

static const char *
keep (PltRetroRework *self, char *text)
{
  g_ptr_array_add (self->strings, text);
  return text;
}

static void
add_task (PltRetroRework *self, const PltFacts *facts, const PltScreeningFacts *screening)
{
  const PltTaskFacts *stage = PLT_FACTS_FIND (facts->tasks, PltTaskFacts, screening->reopens);
  guint n = facts->tasks.n;
  PltTaskFacts task = *stage;

  self->task = free_id (&facts->tasks.items[0].id, sizeof (PltTaskFacts), n);
  task.id = self->task;
  task.name
      = keep (self, g_strdup_printf ("Reprise\302\240: %s (%s)", stage->name, screening->name));
  task.code = keep (self, code_of (screening->id));
  task.start_date = task.end_date = task.real_start_date = task.real_end_date = PLT_DATE_NONE;
  task.deadline_date = PLT_DATE_NONE;
  task.duration_days = screening->rework_days;
  task.milestone = task.locked = FALSE;
  task.progress_e6 = task.cost_cents = PLT_UNKNOWN;
  task.anchor = task.deliverable = task.note = "";
  task.placing = "au-plus-tot"; /* at once, whichever way the plan is counted */
  task.placing_date = PLT_DATE_NONE;
  self->tasks = g_new (PltTaskFacts, n + 1);
  memcpy (self->tasks, facts->tasks.items, n * sizeof *self->tasks);
  self->tasks[n] = task;
  self->facts->tasks.items = self->tasks;
  self->facts->tasks.n = n + 1;
}

static void
add_link (PltRetroRework *self, const PltTaskLinkFacts *like, gint64 from, gint64 to)
{
  PltTaskLinkFacts *link = &self->links[self->facts->task_links.n++];

  *link = (PltTaskLinkFacts){ .kind = "fin-debut", .lag_unit = "ouvres", .note = "" };
  if (like != NULL)
    *link = *like;
  link->id = free_id (&self->links[0].id, sizeof (PltTaskLinkFacts), self->facts->task_links.n - 1);
  link->predecessor = from;
  link->task = to;
}

/* Seen while it is worked on, and not where somebody else keeps its dates. */
static gboolean
gets_longer (const PltRetro *retro, const PltScreeningFacts *screening)
{
  guint at = (guint) plt_retro_index (retro, screening->reopens);
  const PltNetworkTask *stage = &retro->input.tasks[at];

  return screening->date != PLT_DATE_NONE && stage->days > 0 && stage->state != PLT_NETWORK_DONE
         && *retro->facts->tasks.items[at].anchor == '\0'
         && retro->schedule->tasks[at].finish > screening->date
         && retro->schedule->tasks[at].start <= screening->date
         && stage->days + screening->rework_days <= PLT_NETWORK_MAX_DAYS;
}

static void
make_longer (PltRetroRework *self, const PltRetro *retro, const PltScreeningFacts *screening)
{
  const PltFacts *facts = retro->facts;
  const guint at = (guint) plt_retro_index (retro, screening->reopens), n = facts->parameters.n;
  PltTaskFacts *stage;

  self->is_longer = TRUE;
  self->task = screening->reopens;
  self->tasks = g_memdup2 (facts->tasks.items, facts->tasks.n * sizeof *self->tasks);
  self->facts->tasks.items = self->tasks;
  stage = &self->tasks[at];
  stage->duration_days = retro->input.tasks[at].days + screening->rework_days;
  if (stage->start_date != PLT_DATE_NONE)
    stage->end_date = PLT_DATE_NONE; /* it follows from the days */
  else if (stage->end_date != PLT_DATE_NONE)
    {
      stage->start_date = retro->schedule->tasks[at].start;
      stage->end_date = PLT_DATE_NONE;
    }
  self->parameters = g_new0 (PltParameterFacts, n + 1);
  if (n > 0)
    memcpy (self->parameters, facts->parameters.items, n * sizeof *self->parameters);
  self->parameters[n] = (PltParameterFacts){ free_id (n > 0 ? &self->parameters[0].id : NULL,
                                                      sizeof *self->parameters, n),
                                             keep (self, mark_of (screening->id)), "", "" };
  self->facts->parameters.items = self->parameters;
  self->facts->parameters.n = n + 1;
}

/* Working days from the end of the stage to the screening: the rework begins behind both. */
static gint64
days_until (const PltRetro *retro, const PltScreeningFacts *screening)
{
  guint stage = (guint) plt_retro_index (retro, screening->reopens);
  PltDate finish = retro->schedule->tasks[stage].finish;

  if (screening->date == PLT_DATE_NONE || screening->date <= finish)
    return 0;
  return plt_network_open_days (retro->network, stage, finish + 1, screening->date);
}

static void
add_links (PltRetroRework *self, const PltRetro *retro, const PltScreeningFacts *screening)
{
  guint n = retro->facts->task_links.n;

  self->links = g_new0 (PltTaskLinkFacts, 2 * (gsize) n + 2);
  if (n > 0)
    memcpy (self->links, retro->facts->task_links.items, n * sizeof *self->links);
  self->facts->task_links.items = self->links;
  self->n_links_before = n;
  add_link (self, NULL, screening->reopens, self->task);
  self->links[n].lag_days = days_until (retro, screening);
  if (retro->input.tasks[plt_retro_index (retro, screening->reopens)].unit == PLT_NETWORK_CALENDAR)
    self->links[n].lag_unit = "calendaires";
  for (guint i = 0; i < n; i++)
    if (waits (retro, screening, &self->links[i]))
      add_link (self, &self->links[i], self->task, self->links[i].task);
}

/* The rework is the last of the tasks of the facts; the engine's own delivery comes behind it. */
static void
collect_moves (PltRetroRework *self, const PltRetro *before)
{
  for (guint i = 0; i < before->input.n_tasks; i++)
    {
      guint to = i < before->facts->tasks.n || self->is_longer ? i : i + 1;
      const PltNetworkDates *old = &before->schedule->tasks[i], *new;
      PltNetworkMove move;

      if (to >= self->after->input.n_tasks)
        continue;
      new = &self->after->schedule->tasks[to];
      move = (PltNetworkMove){ to, old->start, old->finish, new->start, new->finish };
      if (old->start != new->start || old->finish != new->finish)
        g_array_append_val (self->moves, move);
    }
}

PltRetroRework *
plt_retro_rework_new (const PltRetro *self, const PltPlan *plan, gint64 screening, GError **error)
{
  const PltRetroOptions options = { .today = self->data->today, .baseline = -1 };
  const PltScreeningFacts *one = find_screening (self, screening, error);
  PltRetroRework *rework;

  if (one == NULL)
    return NULL;
  rework = g_new0 (PltRetroRework, 1);
  rework->moves = g_array_new (FALSE, FALSE, sizeof (PltNetworkMove));
  rework->strings = g_ptr_array_new_with_free_func (g_free);
  /* Everything but tasks and links is that of the facts. */
  rework->facts = g_memdup2 (self->facts, sizeof *self->facts);
  if (gets_longer (self, one))
    make_longer (rework, self, one);
  else
    {
      add_task (rework, self->facts, one);
      add_links (rework, self, one);
    }
  rework->after = plt_retro_new (rework->facts, plan, &options);
  collect_moves (rework, self);
  return rework;
}

void
plt_retro_rework_free (PltRetroRework *self)
{
  if (self == NULL)
    return;
  plt_retro_free (self->after);
  g_array_unref (self->moves);
  g_free (self->facts); /* its other lists are those of the facts it was made from */
  g_free (self->tasks);
  g_free (self->links);
  g_free (self->parameters);
  g_ptr_array_unref (self->strings);
  g_free (self);
}

static gint64
write_task (const PltRetroRework *self, PltBatch *batch)
{
  const PltTaskFacts *task = &self->tasks[self->facts->tasks.n - 1];
  const PltNetworkDates *dates = &self->after->schedule->tasks[self->facts->tasks.n - 1];
  gint64 row = plt_batch_insert (batch, "task");

  plt_batch_set_text (batch, "name", task->name);
  plt_batch_set_text (batch, "code", task->code);
  plt_batch_set_text (batch, "phase", task->phase);
  if (*task->team != '\0')
    plt_batch_set_text (batch, "team", task->team);
  if (task->parent != 0)
    plt_batch_set_integer (batch, "parent", task->parent);
  if (task->calendar != 0)
    plt_batch_set_integer (batch, "calendar", task->calendar);
  plt_batch_set_integer (batch, "duration_days", task->duration_days);
  if (*task->duration_unit != '\0')
    plt_batch_set_text (batch, "duration_unit", task->duration_unit);
  plt_batch_set_text (batch, "placing", task->placing);
  plt_batch_set_date (batch, "start_date", dates->start);
  plt_batch_set_date (batch, "end_date", dates->finish);
  return row;
}

static void
write_people (const PltRetroRework *self, gint64 row, gint64 stage, PltBatch *batch)
{
  for (guint i = 0; i < self->facts->task_people.n; i++)
    {
      const PltTaskPersonFacts *one = &self->facts->task_people.items[i];

      if (one->task != stage)
        continue;
      plt_batch_insert (batch, "task_person");
      plt_batch_set_integer (batch, "task", row);
      if (one->person != 0)
        plt_batch_set_integer (batch, "person", one->person);
      if (*one->function != '\0')
        plt_batch_set_text (batch, "function", one->function);
      if (one->share_e6 != PLT_UNKNOWN)
        plt_batch_set_integer (batch, "share_e6", one->share_e6);
    }
}

/* Its days; where it is held, its last one too. */
static void
write_longer (const PltRetroRework *self, PltBatch *batch)
{
  const guint at = (guint) plt_retro_index (self->after, self->task);
  const PltTaskFacts *stage = &self->tasks[at];

  plt_batch_update (batch, "task", stage->id);
  plt_batch_set_integer (batch, "duration_days", stage->duration_days);
  if (stage->start_date != PLT_DATE_NONE)
    {
      plt_batch_set_date (batch, "start_date", stage->start_date);
      plt_batch_set_date (batch, "end_date", self->after->schedule->tasks[at].finish);
    }
  plt_batch_insert (batch, "parameter");
  plt_batch_set_text (batch, "name", self->parameters[self->facts->parameters.n - 1].name);
  plt_batch_set_text (batch, "value", "jours");
  plt_retro_write_moves (self->after, self->moves, batch);
}

void
plt_retro_rework_write (const PltRetroRework *self, PltBatch *batch)
{
  gint64 row;

  if (self->is_longer)
    {
      write_longer (self, batch);
      return;
    }
  row = write_task (self, batch);

  for (guint i = self->n_links_before; i < self->facts->task_links.n; i++)
    {
      const PltTaskLinkFacts *link = &self->links[i];

      plt_batch_insert (batch, "task_link");
      plt_batch_set_integer (batch, "predecessor",
                             link->predecessor == self->task ? row : link->predecessor);
      plt_batch_set_integer (batch, "task", link->task == self->task ? row : link->task);
      plt_batch_set_text (batch, "kind", link->kind);
      if (link->lag_days != PLT_UNKNOWN)
        plt_batch_set_integer (batch, "lag_days", link->lag_days);
      plt_batch_set_text (batch, "lag_unit", link->lag_unit);
    }
  /* the first of them comes from the stage */
  write_people (self, row, self->links[self->n_links_before].predecessor, batch);
  plt_retro_write_moves (self->after, self->moves, batch);
}

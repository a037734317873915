#include "plt-retro-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-retro-private.h"

#define MANY_CLOSED_DAYS 400
#define DELIVERY "livraison"

static gboolean
is_done (const PltTaskFacts *task)
{
  return task->real_end_date != PLT_DATE_NONE || task->progress_e6 >= PLT_RATE_ONE;
}

/* ---- moving ---- */

typedef struct
{
  const PltRetro *self;
  PltRetroPreview *preview;
  GArray *changed; /* (element-type gint64) */
  int delivery;    /* the task moved whose date is the production's, or PLT_NETWORK_NONE */
} Moving;

static PltDate
open_day_from (const PltRetro *self, guint index, PltDate day)
{
  if (self->input.tasks[index].days == 0
      && strcmp (self->facts->tasks.items[index].anchor, DELIVERY) != 0)
    return day;
  for (guint i = 0; i < MANY_CLOSED_DAYS && !plt_network_is_open (self->network, index, day); i++)
    day++;
  return day;
}

/* Holds a task where the change puts it. */
static void
hold (Moving *moving, guint index, PltDate start, int days)
{
  PltTaskFacts *row = &moving->preview->tasks[index];
  const PltNetworkTask *task = &moving->self->input.tasks[index];
  const PltNetworkDates *dates = &moving->self->schedule->tasks[index];

  if (days >= 0 || row->duration_days == PLT_UNKNOWN)
    row->duration_days = days >= 0 ? days : task->days;
  if (days >= 0)
    row->milestone = days == 0;
  g_array_append_val (moving->changed, row->id);
  if (task->state == PLT_NETWORK_STARTED)
    return;
  row->start_date
      = open_day_from (moving->self, index, start != PLT_DATE_NONE ? start : dates->start);
  row->end_date = PLT_DATE_NONE;
  row->locked = TRUE;
  if (strcmp (row->anchor, DELIVERY) == 0)
    moving->delivery = (int) index;
}

static gboolean
is_inside (const PltRetro *self, guint index, guint group)
{
  for (int at = self->input.tasks[index].parent; at >= 0; at = self->input.tasks[at].parent)
    if (at == (int) group)
      return TRUE;
  return FALSE;
}

/* Where the date of what has an anchor is changed. */
static void
refuse_anchored (const PltTaskFacts *row, GError **error)
{
  gboolean is_production = strcmp (row->anchor, "visa") == 0 || strcmp (row->anchor, "sortie") == 0;

  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               is_production
                   ? _ ("“%s” has its date from the production: change it there, or empty what the "
                        "task follows.")
                   : _ ("“%s” follows the shooting days: move them in the plan de travail, or "
                        "empty what the task follows."),
               row->name);
}

static gboolean
move_one (Moving *moving, const PltRetroChange *change, GError **error)
{
  const PltRetro *self = moving->self;
  int index = plt_retro_index (self, change->task);
  const PltTaskFacts *row;
  PltDate delta;

  if (index < 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("This task is not there any more: choose another one."));
      return FALSE;
    }
  row = &self->facts->tasks.items[index];
  if (plt_network_is_group (self->network, (guint) index))
    {
      delta
          = change->start != PLT_DATE_NONE ? change->start - self->schedule->tasks[index].start : 0;
      for (guint i = 0; i < self->facts->tasks.n && delta != 0; i++)
        if (is_inside (self, i, (guint) index) && !plt_network_is_group (self->network, i)
            && self->input.tasks[i].state == PLT_NETWORK_FREE)
          hold (moving, i, self->schedule->tasks[i].start + delta, -1);
      return TRUE;
    }
  if (is_done (row))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("“%s” is done: note that it is not before you move it."), row->name);
      return FALSE;
    }
  if (*row->anchor != '\0' && strcmp (row->anchor, DELIVERY) != 0)
    {
      refuse_anchored (row, error);
      return FALSE;
    }
  if (change->start != PLT_DATE_NONE && self->input.tasks[index].state == PLT_NETWORK_STARTED)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("“%s” has begun: correct the day on which it really started."), row->name);
      return FALSE;
    }
  hold (moving, (guint) index, change->start, change->days);
  return TRUE;
}

/* The delivery is the production's date: it is that which moves, and the task goes with it. What
 * the task ends on is known once it has been held. */
static void
move_delivery (Moving *moving, const PltPlan *plan, const PltRetroOptions *options)
{
  PltRetroPreview *preview = moving->preview;
  PltTaskFacts *row = &preview->tasks[moving->delivery];

  preview->delivery = preview->after->schedule->tasks[moving->delivery].finish;
  preview->facts->production.delivery_date = preview->delivery;
  row->start_date = row->end_date = PLT_DATE_NONE;
  row->locked = FALSE;
  plt_retro_free (preview->after);
  preview->after = plt_retro_new (preview->facts, plan, options);
}

void
plt_retro_collect_moves (const PltRetro *before, const PltRetro *after, GArray *moves)
{
  for (guint i = 0; i < before->input.n_tasks && i < after->input.n_tasks; i++)
    {
      const PltNetworkDates *from = &before->schedule->tasks[i];
      const PltNetworkDates *to = &after->schedule->tasks[i];
      PltNetworkMove move = { i, from->start, from->finish, to->start, to->finish };

      if (from->start != to->start || from->finish != to->finish)
        g_array_append_val (moves, move);
    }
}

/**
 * plt_retro_preview:
 * @plan: the plan de travail that @self was made with
 * @changes: what is dragged
 *
 * Returns: (transfer full) (nullable): NULL for what cannot be moved: PLT_ERROR_CONFLICT
 */
PltRetroPreview *
plt_retro_preview (const PltRetro *self,
                   const PltPlan *plan,
                   const PltRetroChange *changes,
                   guint n_changes,
                   GError **error)
{
  /* On the day of what is shown: else what is over by then would move with the drag. */
  const PltRetroOptions quiet
      = { .today = self->data->today, .baseline = -1, .without_issues = TRUE };
  g_autoptr (PltRetroPreview) preview = g_new0 (PltRetroPreview, 1);
  const PltFacts *facts = self->facts;
  Moving moving = { self, preview, NULL, PLT_NETWORK_NONE };
  gboolean is_moved = TRUE;

  moving.changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  preview->delivery = PLT_DATE_NONE;
  preview->moves = g_array_new (FALSE, FALSE, sizeof (PltNetworkMove));
  preview->tasks = g_memdup2 (facts->tasks.items, facts->tasks.n * sizeof *preview->tasks);
  /* Everything but the tasks is that of the facts. */
  preview->facts = g_memdup2 (facts, sizeof *facts);
  preview->facts->tasks.items = preview->tasks;
  for (guint i = 0; i < n_changes && is_moved; i++)
    is_moved = move_one (&moving, &changes[i], error);
  preview->n_changed = moving.changed->len;
  preview->changed = (gint64 *) (gpointer) g_array_free (moving.changed, FALSE);
  if (!is_moved)
    return NULL;
  preview->after = plt_retro_new (preview->facts, plan, &quiet);
  if (moving.delivery >= 0)
    move_delivery (&moving, plan, &quiet);
  plt_retro_collect_moves (self, preview->after, preview->moves);
  return g_steal_pointer (&preview);
}

void
plt_retro_preview_free (PltRetroPreview *self)
{
  if (self == NULL)
    return;
  plt_retro_free (self->after);
  g_array_unref (self->moves);
  g_free (self->facts); /* its lists are those of the facts it was made from */
  g_free (self->tasks);
  g_free (self->changed);
  g_free (self);
}

/* A task that nothing but its dates would hold keeps none of them, or it would be held by them. */
static gboolean
may_have_dates (const PltRetro *after, guint index)
{
  const PltTaskFacts *row = &after->facts->tasks.items[index];

  return after->input.tasks[index].state == PLT_NETWORK_FREE
         && (g_hash_table_contains (after->data->linked, &row->id) || *row->placing != '\0'
             || *row->anchor != '\0');
}

/* The new dates of what moves with it, for those that read them elsewhere. */
void
plt_retro_write_moves (const PltRetro *after, const GArray *moves, PltBatch *batch)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const PltNetworkMove *move = &g_array_index (moves, PltNetworkMove, i);

      if (move->task >= after->facts->tasks.n || !may_have_dates (after, move->task))
        continue;
      plt_batch_update (batch, "task", after->facts->tasks.items[move->task].id);
      plt_batch_set_date (batch, "start_date", move->to_start);
      plt_batch_set_date (batch, "end_date", move->to_finish);
    }
}

void
plt_retro_write_preview (const PltRetroPreview *preview, PltBatch *batch)
{
  const PltRetro *after = preview->after;

  if (preview->delivery != PLT_DATE_NONE)
    {
      plt_batch_update (batch, "production", after->facts->production.id);
      plt_batch_set_date (batch, "delivery_date", preview->delivery);
    }
  for (guint i = 0; i < preview->n_changed; i++)
    {
      int index = plt_retro_index (after, preview->changed[i]);
      const PltTaskFacts *row = &after->facts->tasks.items[index];
      const PltNetworkDates *dates = &after->schedule->tasks[index];

      plt_batch_update (batch, "task", row->id);
      if (row->duration_days != PLT_UNKNOWN)
        plt_batch_set_integer (batch, "duration_days", row->duration_days);
      plt_batch_set_integer (batch, "milestone", row->milestone);
      if (after->input.tasks[index].state == PLT_NETWORK_STARTED)
        {
          if (row->real_start_date == PLT_DATE_NONE) /* partly done: the day on which it began */
            plt_batch_set_date (batch, "start_date", row->start_date);
          continue;
        }
      plt_batch_set_date (batch, "start_date", dates->start);
      plt_batch_set_date (batch, "end_date", dates->finish);
      plt_batch_set_integer (batch, "locked", row->locked);
    }
  /* what is changed is locked, so that only the others are left */
  plt_retro_write_moves (after, preview->moves, batch);
}

/* ---- links ---- */

static const PltTaskLinkFacts *
find_link (const PltFacts *facts, gint64 from, gint64 to)
{
  for (guint i = 0; i < facts->task_links.n; i++)
    if (facts->task_links.items[i].predecessor == from && facts->task_links.items[i].task == to)
      return &facts->task_links.items[i];
  return NULL;
}

char *
plt_retro_circle_text (const PltRetro *self, const GArray *links)
{
  g_autoptr (GArray) circle = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  PltNetworkInput input = self->input;

  input.links = (const PltNetworkLink *) (gconstpointer) links->data;
  input.n_links = links->len;
  circle = plt_network_find_cycle (&input);
  if (circle->len == 0)
    return NULL;
  for (guint i = 0; i < circle->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " → " : "",
                            plt_retro_name (self, g_array_index (circle, guint, i)));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
refuse_circle (const PltRetro *self, int from, int to, GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (PltNetworkLink));
  g_autofree char *names = NULL;
  PltNetworkLink link = { 0, (guint) from, (guint) to, PLT_NETWORK_FS, 0, PLT_NETWORK_WORKING };

  g_array_append_vals (links, self->data->links->data, self->data->n_real_links);
  g_array_append_val (links, link);
  names = plt_retro_circle_text (self, links);
  if (names == NULL)
    return FALSE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               _ ("“%s” cannot come after “%s”, they would wait for each other: %s."),
               plt_retro_name (self, (guint) to), plt_retro_name (self, (guint) from), names);
  return TRUE;
}

gboolean
plt_retro_link (const PltRetro *self,
                gint64 from,
                gint64 to,
                const char *kind,
                int lag,
                const char *unit,
                PltBatch *batch,
                GError **error)
{
  int first = plt_retro_index (self, from), second = plt_retro_index (self, to);
  const PltTaskLinkFacts *old = find_link (self->facts, from, to);

  if (first < 0 || second < 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("This task is not there any more: choose another one."));
      return FALSE;
    }
  if (old == NULL && refuse_circle (self, first, second, error))
    return FALSE;
  if (old != NULL)
    plt_batch_update (batch, "task_link", old->id);
  else
    {
      plt_batch_insert (batch, "task_link");
      plt_batch_set_integer (batch, "predecessor", from);
      plt_batch_set_integer (batch, "task", to);
    }
  plt_batch_set_text (batch, "kind", kind);
  plt_batch_set_integer (batch, "lag_days", lag);
  plt_batch_set_text (batch, "lag_unit", unit);
  return TRUE;
}

gboolean
plt_retro_unlink (const PltFacts *facts, gint64 from, gint64 to, PltBatch *batch, GError **error)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < facts->task_links.n; i++)
    {
      const PltTaskLinkFacts *link = &facts->task_links.items[i];

      if (link->predecessor != from || link->task != to)
        continue;
      plt_batch_delete (batch, "task_link", link->id);
      is_found = TRUE;
    }
  if (!is_found)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("No link goes from the one task to the other."));
  return is_found;
}

/* ---- what is fixed, done, shifted ---- */

gboolean
plt_retro_may_keep (const PltFacts *facts, const char *name, GError **error)
{
  if (*name == '\0')
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("Give the baseline a name."));
      return FALSE;
    }
  for (guint i = 0; i < facts->baselines.n; i++)
    if (strcmp (facts->baselines.items[i].name, name) == 0)
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                     _ ("There is a baseline “%s” already: choose another name."), name);
        return FALSE;
      }
  return TRUE;
}

guint
plt_retro_take_baseline (
    const PltRetro *self, const char *name, PltDate date, const char *author, PltBatch *batch)
{
  gint64 baseline = plt_batch_insert (batch, "baseline");
  guint n = 0;

  plt_batch_set_text (batch, "name", name);
  plt_batch_set_date (batch, "date", date);
  if (*author != '\0')
    plt_batch_set_text (batch, "author", author);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (row->task == NULL || !row->is_dated)
        continue;
      plt_batch_insert (batch, "baseline_task");
      plt_batch_set_integer (batch, "baseline", baseline);
      plt_batch_set_integer (batch, "task", row->task->id);
      plt_batch_set_date (batch, "start_date", row->dates.start);
      plt_batch_set_date (batch, "end_date", row->dates.finish);
      n++;
    }
  return n;
}

gboolean
plt_retro_set_done (
    const PltRetro *self, gint64 task, gboolean done, PltDate date, PltBatch *batch, GError **error)
{
  int index = plt_retro_index (self, task);
  const PltTaskFacts *row;

  if (index < 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("This task is not there any more: choose another one."));
      return FALSE;
    }
  row = &self->facts->tasks.items[index];
  plt_batch_update (batch, "task", task);
  if (done)
    {
      if (row->real_start_date == PLT_DATE_NONE)
        plt_batch_set_date (batch, "real_start_date",
                            MIN (self->schedule->tasks[index].start, date));
      plt_batch_set_date (batch, "real_end_date", date);
      plt_batch_set_integer (batch, "progress_e6", PLT_RATE_ONE);
    }
  else
    {
      plt_batch_set_null (batch, "real_end_date");
      plt_batch_set_null (batch, "progress_e6");
    }
  return TRUE;
}

static void
shift_date (PltBatch *batch, const char *column, PltDate date, int days)
{
  if (date != PLT_DATE_NONE)
    plt_batch_set_date (batch, column, date + days);
}

guint
plt_retro_shift (const PltFacts *facts, int days, PltBatch *batch)
{
  guint n = 0;

  for (guint i = 0; i < facts->tasks.n && days != 0; i++)
    {
      const PltTaskFacts *row = &facts->tasks.items[i];

      if (is_done (row) || *row->anchor != '\0' || row->real_start_date != PLT_DATE_NONE
          || (!plt_retro_is_dated (row) && row->placing_date == PLT_DATE_NONE
              && row->deadline_date == PLT_DATE_NONE))
        continue;
      plt_batch_update (batch, "task", row->id);
      shift_date (batch, "start_date", row->start_date, days);
      shift_date (batch, "end_date", row->end_date, days);
      shift_date (batch, "placing_date", row->placing_date, days);
      shift_date (batch, "deadline_date", row->deadline_date, days);
      n++;
    }
  return n;
}

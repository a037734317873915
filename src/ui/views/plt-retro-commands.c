#include "plt-retro-commands.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-retro-model-private.h"
#include "plt-rows.h"
#include "plt-today.h"

#define WEEK 7
#define WORKING_WEEK 5
#define FIRST_DAYS 5 /* of a new task */
#define MANY_CLOSED_DAYS 60

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, sentence);
  return FALSE;
}

/* What stands above a task is not what comes before it then. */
static gboolean
refuse_sorted (GError **error)
{
  return refuse (error, _ ("The table is sorted: click the title of the column until it is in the "
                           "order of the plan again, then do this."));
}

static gboolean
apply (PltRetroModel *self, const char *label, const PltBatch *batch, GArray **ids, GError **error)
{
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (plt_retro_model_get_store (self), label, NULL, batch, ids, error);
}

static const PltRetroRow *
task_row (PltRetroModel *self, guint at)
{
  const PltRetroLine *line = plt_retro_model_get_line (self, at);

  return line != NULL && line->row != NULL && line->row->task != NULL ? line->row : NULL;
}

/* ---- moving ---- */

/* Backwards a closed day is taken for the one before. */
static PltDate
open_before (PltRetroModel *self, const PltRetroRow *row, PltDate date)
{
  for (int i = 0; i < MANY_CLOSED_DAYS && row->days > 0
                  && !plt_network_is_open (self->retro->network, (guint) row->index, date);
       i++)
    date--;
  return date;
}

static int
days_between (PltRetroModel *self, const PltRetroRow *row, PltDate from, PltDate to)
{
  int days = row->calendar_days
                 ? to - from + 1
                 : plt_network_open_days (self->retro->network, (guint) row->index, from, to);

  return MAX (days, 1);
}

gboolean
plt_retro_model_drag_change (
    PltRetroModel *self, guint at, PltTimelinePart part, int days, PltRetroChange *change)
{
  const PltRetroRow *row = task_row (self, at);
  PltDate to;

  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), FALSE);

  if (row == NULL || !row->is_dated)
    return FALSE;
  *change = (PltRetroChange){ row->task->id, PLT_DATE_NONE, -1 };
  switch (part)
    {
    case PLT_TIMELINE_BODY:
      change->start = row->dates.start + days;
      if (days < 0)
        change->start = open_before (self, row, change->start);
      return TRUE;
    case PLT_TIMELINE_START:
      change->start = MIN (row->dates.start + days, row->dates.finish);
      change->days = days_between (self, row, change->start, row->dates.finish);
      return TRUE;
    case PLT_TIMELINE_END:
      to = MAX (row->dates.finish + days, row->dates.start);
      change->days = days_between (self, row, row->dates.start, to);
      return TRUE;
    case PLT_TIMELINE_NOTHING:
    case PLT_TIMELINE_LINK:
    default:
      return FALSE;
    }
}

gboolean
plt_retro_model_nudge_change (
    PltRetroModel *self, guint at, PltTimelinePart part, int days, PltRetroChange *change)
{
  const PltRetroRow *row = task_row (self, at);
  int step = days;

  if (part != PLT_TIMELINE_END)
    return plt_retro_model_drag_change (self, at, part, days, change);
  if (row == NULL || !row->is_dated || row->kind != PLT_RETRO_TASK)
    return FALSE;
  if (abs (days) == WEEK && !row->calendar_days)
    step = days > 0 ? WORKING_WEEK : -WORKING_WEEK;
  *change = (PltRetroChange){ row->task->id, PLT_DATE_NONE, MAX (row->days + step, 1) };
  return TRUE;
}

PltRetroPreview *
plt_retro_model_preview (PltRetroModel *self,
                         const PltRetroChange *changes,
                         guint n_changes,
                         GError **error)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), NULL);

  return plt_retro_preview (self->retro, plt_session_get_plan (self->session), changes, n_changes,
                            error);
}

static gboolean
is_changed (const PltRetroPreview *preview, gint64 task)
{
  for (guint i = 0; i < preview->n_changed; i++)
    if (preview->changed[i] == task)
      return TRUE;
  return FALSE;
}

static gint64
id_of (PltRetroModel *self, guint index)
{
  return index < self->retro->facts->tasks.n ? self->retro->facts->tasks.items[index].id : 0;
}

/* "3 tasks, from lun. 3 janv. to ven. 14 janv." */
static void
append_all_dates (PltRetroModel *self, const PltRetroPreview *preview, guint n, GString *text)
{
  PltDate first = PLT_DATE_NONE, last = PLT_DATE_NONE;
  g_autofree char *start = NULL, *finish = NULL;

  for (guint i = 0; i < preview->moves->len; i++)
    {
      const PltNetworkMove *move = &g_array_index (preview->moves, PltNetworkMove, i);

      if (!is_changed (preview, id_of (self, move->task)))
        continue;
      first = first == PLT_DATE_NONE ? move->to_start : MIN (first, move->to_start);
      last = last == PLT_DATE_NONE ? move->to_finish : MAX (last, move->to_finish);
    }
  if (first == PLT_DATE_NONE)
    return;
  start = plt_date_format_short (first);
  finish = plt_date_format_short (last);
  g_string_append_printf (text, ngettext ("%u task: %s → %s", "%u tasks: %s → %s", n), n, start,
                          finish);
  g_string_append_c (text, '\n');
}

/* "lun. 3 janv. → ven. 14 janv." */
static void
append_dates (PltRetroModel *self, const PltRetroPreview *preview, GString *text)
{
  for (guint i = 0; i < preview->moves->len; i++)
    {
      const PltNetworkMove *move = &g_array_index (preview->moves, PltNetworkMove, i);
      g_autofree char *start = NULL, *finish = NULL;

      if (!is_changed (preview, id_of (self, move->task)))
        continue;
      start = plt_date_format_short (move->to_start);
      finish = plt_date_format_short (move->to_finish);
      g_string_append (text, start);
      if (move->to_finish != move->to_start)
        g_string_append_printf (text, " → %s", finish);
      g_string_append_c (text, '\n');
      return;
    }
}

char *
plt_retro_model_preview_words (PltRetroModel *self, const PltRetroPreview *preview)
{
  const PltRetroHead *head = &preview->after->head;
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < preview->moves->len; i++)
    {
      guint index = g_array_index (preview->moves, PltNetworkMove, i).task;

      n += !is_changed (preview, id_of (self, index))
                   && !plt_network_is_group (self->retro->network, index)
               ? 1
               : 0;
    }
  if (preview->delivery != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_day (preview->delivery);

      /* Translators: PAD is the delivery ready to be broadcast; a date */
      g_string_append_printf (text, _ ("the production’s PAD becomes %s"), date);
      g_string_append_c (text, '\n');
    }
  else if (preview->n_changed > 1)
    append_all_dates (self, preview, preview->n_changed, text);
  else
    append_dates (self, preview, text);
  if (n == 0)
    g_string_append (text, _ ("nothing else moves"));
  else
    g_string_append_printf (text, ngettext ("%u task follows", "%u tasks follow", n), n);
  if (head->delivery == PLT_DATE_NONE)
    return g_string_free (text, FALSE);
  if (head->missing > 0)
    g_string_append_printf (text,
                            ngettext (" · %d working day is missing for the PAD",
                                      " · %d working days are missing for the PAD",
                                      (gulong) head->missing),
                            head->missing);
  else
    g_string_append_printf (text,
                            ngettext (" · the PAD holds, margin %d day",
                                      " · the PAD holds, margin %d days", (gulong) head->margin),
                            head->margin);
  return g_string_free (text, FALSE);
}

GArray *
plt_retro_model_ghosts (PltRetroModel *self, const PltRetroPreview *preview)
{
  GArray *ghosts = g_array_new (FALSE, FALSE, sizeof (PltTimelineGhost));

  for (guint i = 0; i < preview->moves->len; i++)
    {
      const PltNetworkMove *move = &g_array_index (preview->moves, PltNetworkMove, i);
      int row = plt_retro_model_find_index (self, move->task);
      PltTimelineGhost ghost = { (guint) row, move->to_start, move->to_finish,
                                 is_changed (preview, id_of (self, move->task)) };

      if (row >= 0 && !plt_network_is_group (self->retro->network, move->task))
        g_array_append_val (ghosts, ghost);
    }
  return ghosts;
}

gboolean
plt_retro_model_move (PltRetroModel *self,
                      const char *label,
                      const PltRetroChange *changes,
                      guint n_changes,
                      GError **error)
{
  g_autoptr (PltRetroPreview) preview = plt_retro_model_preview (self, changes, n_changes, error);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (preview == NULL)
    return FALSE;
  plt_retro_write_preview (preview, batch);
  return apply (self, label, batch, NULL, error);
}

/* ---- links ---- */

static gboolean
fill_link (PltRetroModel *self,
           guint from,
           guint to,
           PltNetworkKind kind,
           PltBatch *batch,
           gint64 *there,
           GError **error)
{
  static const char *const kinds[PLT_NETWORK_N_KINDS] = { [PLT_NETWORK_FS] = "fin-debut",
                                                          [PLT_NETWORK_SS] = "debut-debut",
                                                          [PLT_NETWORK_FF] = "fin-fin",
                                                          [PLT_NETWORK_SF] = "debut-fin" };
  const PltTaskFacts *first = plt_retro_model_get_task (self, from);
  const PltTaskFacts *second = plt_retro_model_get_task (self, to);
  const PltFacts *facts = self->retro->facts;
  const PltTaskLinkFacts *old = NULL;

  *there = 0;
  if (first == NULL || second == NULL)
    return refuse (error, _ ("A link goes from one task to another: choose two tasks."));
  for (guint i = 0; i < facts->task_links.n && old == NULL; i++)
    if (facts->task_links.items[i].predecessor == first->id
        && facts->task_links.items[i].task == second->id)
      old = &facts->task_links.items[i];
  *there = old != NULL ? old->id : 0;
  if (old != NULL && strcmp (old->kind, kinds[kind]) == 0)
    return TRUE;
  return plt_retro_link (self->retro, first->id, second->id, kinds[kind], 0, "ouvres", batch,
                         error);
}

gint64
plt_retro_model_link (
    PltRetroModel *self, guint from, guint to, PltNetworkKind kind, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  gint64 there;

  if (!fill_link (self, from, to, kind, batch, &there, error)
      || !apply (self, _ ("Link two tasks"), batch, &ids, error))
    return 0;
  return there != 0 || ids == NULL || ids->len == 0 ? there : g_array_index (ids, gint64, 0);
}

gboolean
plt_retro_model_may_link (
    PltRetroModel *self, guint from, guint to, PltNetworkKind kind, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 there;

  return fill_link (self, from, to, kind, batch, &there, error);
}

gboolean
plt_retro_model_unlink_rows (PltRetroModel *self, guint from, guint to, GError **error)
{
  const PltTaskFacts *first = plt_retro_model_get_task (self, from);
  const PltTaskFacts *second = plt_retro_model_get_task (self, to);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (first == NULL || second == NULL
      || !plt_retro_unlink (self->retro->facts, first->id, second->id, batch, error))
    return error != NULL && *error != NULL
               ? FALSE
               : refuse (error, _ ("There is no link from the one to the other."));
  return apply (self, _ ("Take the link away"), batch, NULL, error);
}

gboolean
plt_retro_model_link_above (PltRetroModel *self, guint at, GError **error)
{
  if (self->sort != PLT_GRID_SORT_NONE)
    return refuse_sorted (error);
  for (guint above = at; above-- > 0;)
    {
      const PltRetroRow *row = task_row (self, above);

      if (row != NULL && row->kind != PLT_RETRO_GROUP)
        return plt_retro_model_link (self, above, at, PLT_NETWORK_FS, error) != 0;
    }
  return refuse (error, _ ("There is no task above to link it to."));
}

gboolean
plt_retro_model_unlink (PltRetroModel *self, gint64 link, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_batch_delete (batch, "task_link", link);
  return apply (self, _ ("Take the link away"), batch, NULL, error);
}

/* ---- rows ---- */

typedef struct
{
  const char *phase;
  gint64 parent, after, made;
} Insert;

static gboolean
insert_task (PltStore *store, gpointer data, GError **error)
{
  Insert *work = data;
  const PltTable *table = plt_table_find ("task");
  PltEditValue values[] = {
    { plt_table_column (table, "name"), plt_value_text (_ ("New task")) },
    { plt_table_column (table, "phase"), plt_value_text (work->phase) },
    { plt_table_column (table, "duration_days"), plt_value_integer (FIRST_DAYS) },
    { plt_table_column (table, "parent"), plt_value_integer (work->parent) },
  };
  g_autoptr (GArray) ids = NULL;
  guint index = 0;

  work->made = plt_rows_insert (store, table, values, work->parent != 0 ? 4 : 3, error);
  plt_value_clear (&values[0].value);
  plt_value_clear (&values[1].value);
  if (work->made == 0)
    return FALSE;
  if (work->after == 0)
    return TRUE;
  ids = plt_rows_ids (store, table, NULL, 0, "position", error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      index += g_array_index (ids, gint64, i) != work->made ? 1 : 0;
      if (g_array_index (ids, gint64, i) == work->after)
        break;
    }
  return plt_rows_move (store, table, work->made, index, error);
}

gint64
plt_retro_model_insert (PltRetroModel *self, int at, GError **error)
{
  const PltRetroLine *line = at >= 0 ? plt_retro_model_get_line (self, (guint) at) : NULL;
  const PltRetroRow *row = line != NULL ? line->row : NULL;
  Insert work = { "preparation", 0, 0, 0 };
  const PltCommand command = { _ ("Add a task"), NULL, insert_task, &work };

  if (row != NULL && *row->phase != '\0')
    work.phase = row->phase;
  if (row != NULL && row->task != NULL)
    {
      work.after = row->task->id;
      work.parent = row->kind == PLT_RETRO_GROUP ? row->task->id : row->task->parent;
    }
  return plt_store_run (plt_retro_model_get_store (self), &command, error) ? work.made : 0;
}

gboolean
plt_retro_model_delete_rows (PltRetroModel *self, const GArray *rows, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      const PltTaskFacts *task = plt_retro_model_get_task (self, g_array_index (rows, guint, i));

      if (task != NULL)
        g_array_append_val (ids, task->id);
    }
  if (ids->len == 0)
    return refuse (error, _ ("Only tasks are deleted here: phases and the dates of other registers "
                             "stay."));
  return plt_session_delete (self->session, "task", (const gint64 *) (gconstpointer) ids->data,
                             ids->len, error);
}

gboolean
plt_retro_model_delete (PltRetroModel *self, guint first, guint n, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < first + n; i++)
    g_array_append_val (rows, i);
  return plt_retro_model_delete_rows (self, rows, error);
}

/* The task above that stands at the same depth. */
static const PltTaskFacts *
neighbour_above (PltRetroModel *self, guint at)
{
  const PltRetroLine *line = plt_retro_model_get_line (self, at);

  while (at-- > 0)
    {
      const PltRetroLine *other = plt_retro_model_get_line (self, at);

      if (other->level < line->level)
        return NULL;
      if (other->level == line->level)
        return other->row != NULL ? other->row->task : NULL;
    }
  return NULL;
}

gboolean
plt_retro_model_indent (PltRetroModel *self, guint at, gboolean out, GError **error)
{
  const PltRetroRow *row = task_row (self, at);
  const PltTaskFacts *above;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 parent = 0;

  if (row == NULL)
    return refuse (error, _ ("Only a task goes into a group or out of it."));
  if (self->sort != PLT_GRID_SORT_NONE)
    return refuse_sorted (error);
  if (out)
    {
      const PltTaskFacts *group
          = PLT_FACTS_FIND (self->retro->facts->tasks, PltTaskFacts, row->task->parent);

      if (group == NULL)
        return refuse (error, _ ("This task is in no group."));
      parent = group->parent;
    }
  else
    {
      above = neighbour_above (self, at);
      if (above == NULL)
        return refuse (error, _ ("There is no task above that could be its group."));
      parent = above->id;
    }
  plt_batch_update (batch, "task", row->task->id);
  if (parent != 0)
    plt_batch_set_integer (batch, "parent", parent);
  else
    plt_batch_set_null (batch, "parent");
  return apply (self, out ? _ ("Take a task out of its group") : _ ("Put a task into a group"),
                batch, NULL, error);
}

gboolean
plt_retro_model_set_done (PltRetroModel *self, const GArray *rows, gboolean done, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PltRetroRow *row = task_row (self, g_array_index (rows, guint, i));

      if (row == NULL || (row->state == PLT_RETRO_DONE) == done)
        continue;
      if (!plt_retro_set_done (self->retro, row->task->id, done, plt_today (), batch, error))
        return FALSE;
      n++;
    }
  if (n == 0)
    return refuse (error, _ ("Choose a task first."));
  label = done ? g_strdup_printf (ngettext ("%u task done", "%u tasks done", n), n)
               : g_strdup_printf (ngettext ("%u task not done", "%u tasks not done", n), n);
  return apply (self, label, batch, NULL, error);
}

static void
free_dates (const PltRetroRow *row, PltBatch *batch)
{
  plt_batch_update (batch, "task", row->task->id);
  plt_batch_set_integer (batch, "locked", 0);
  plt_batch_set_null (batch, "start_date");
  plt_batch_set_null (batch, "end_date");
  if (row->task->duration_days == PLT_UNKNOWN && row->days > 0)
    plt_batch_set_integer (batch, "duration_days", row->days);
}

static void
hold_dates (const PltRetroRow *row, PltBatch *batch)
{
  plt_batch_update (batch, "task", row->task->id);
  plt_batch_set_integer (batch, "locked", 1);
  plt_batch_set_date (batch, "start_date", row->dates.start);
  plt_batch_set_date (batch, "end_date", row->dates.finish);
}

/* What is done, begun or dated elsewhere is where it is. */
static gboolean
may_be_locked (const PltRetroModel *self, const PltRetroRow *row)
{
  return row != NULL && row->is_dated && row->kind != PLT_RETRO_GROUP
         && row->state != PLT_RETRO_DONE && *row->task->anchor == '\0'
         && self->retro->input.tasks[row->index].state == PLT_NETWORK_FREE;
}

gboolean
plt_retro_model_set_locked (PltRetroModel *self,
                            const GArray *rows,
                            gboolean locked,
                            GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PltRetroRow *row = task_row (self, g_array_index (rows, guint, i));

      if (row == NULL || (locked && (!may_be_locked (self, row) || row->task->locked))
          || (!locked && !row->task->locked && rows->len > 1))
        continue;
      if (locked)
        hold_dates (row, batch);
      else
        free_dates (row, batch);
      n++;
    }
  if (n == 0)
    return refuse (error, locked ? _ ("Only a task that has not begun, and has no dates from the "
                                      "plan de travail or the production, is locked on its dates.")
                                 : _ ("None of these tasks is locked."));
  label = locked ? g_strdup_printf (
              ngettext ("Lock a task on its dates", "Lock %u tasks on their dates", n), n)
                 : g_strdup_printf (
                     ngettext ("Let %u task be computed", "Let %u tasks be computed", n), n);
  return apply (self, label, batch, NULL, error);
}

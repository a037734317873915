/* PltRetroModel: what is typed and pasted in the table. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-number.h"
#include "plt-retro-commands.h"
#include "plt-retro-crew.h"
#include "plt-retro-model-private.h"
#include "plt-retro-notation.h"
#include "plt-text.h"

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, sentence);
  return FALSE;
}

/* "12", "12 j", "30 c", "30 j cal." */
static gboolean
read_days (const char *text, int *days, gboolean *calendar, GError **error)
{
  char *end;
  gint64 number = g_ascii_strtoll (text, &end, 10);

  while (*end == ' ' || *end == 'j' || *end == 'd')
    end++;
  *calendar = *end == 'c' || *end == 'C';
  if (end == text || number < 0 || number > PLT_NETWORK_MAX_DAYS || (*end != '\0' && !*calendar))
    return refuse (error, _ ("Write a number of working days, or of calendar days with a c: 12, "
                             "30 c; 0 for a milestone."));
  *days = (int) number;
  return TRUE;
}

static gboolean
put_days (
    PltRetroModel *self, const PltRetroRow *row, const char *text, PltBatch *batch, GError **error)
{
  const PltNetworkState state = self->retro->input.tasks[row->index].state;
  gboolean calendar;
  int days;

  if (!read_days (text, &days, &calendar, error))
    return FALSE;
  if (state == PLT_NETWORK_LOCKED && *row->task->anchor == '\0' && calendar == row->calendar_days)
    {
      const PltRetroChange change = { row->task->id, PLT_DATE_NONE, days };
      g_autoptr (PltRetroPreview) preview = plt_retro_model_preview (self, &change, 1, error);

      if (preview == NULL)
        return FALSE;
      plt_retro_write_preview (preview, batch);
      return TRUE;
    }
  plt_batch_update (batch, "task", row->task->id);
  plt_batch_set_integer (batch, "duration_days", days);
  plt_batch_set_text (batch, "duration_unit", calendar ? "calendaires" : "ouvres");
  plt_batch_set_integer (batch, "milestone", days == 0);
  return TRUE;
}

static gboolean
put_date (PltRetroModel *self,
          const PltRetroRow *row,
          guint column,
          const char *text,
          PltBatch *batch,
          GError **error)
{
  PltRetroChange change = { row->task->id, PLT_DATE_NONE, -1 };
  g_autoptr (PltRetroPreview) preview = NULL;
  PltDate date;

  if (*text == '\0')
    {
      plt_batch_update (batch, "task", row->task->id);
      plt_batch_set_integer (batch, "locked", 0);
      plt_batch_set_null (batch, "start_date");
      plt_batch_set_null (batch, "end_date");
      if (row->task->duration_days == PLT_UNKNOWN && row->days > 0 && *row->task->anchor == '\0')
        plt_batch_set_integer (batch, "duration_days", row->days);
      return TRUE;
    }
  if (!plt_date_parse (text, &date, error))
    return FALSE;
  if (column == PLT_RETRO_COLUMN_START || row->kind == PLT_RETRO_MILESTONE)
    change.start = date;
  else if (date < row->dates.start)
    return refuse (error, _ ("It would end before it begins: change its start first."));
  else if (row->calendar_days)
    change.days = date - row->dates.start + 1;
  else
    change.days = MAX (
        plt_network_open_days (self->retro->network, (guint) row->index, row->dates.start, date),
        1);
  preview = plt_retro_model_preview (self, &change, 1, error);
  if (preview == NULL)
    return FALSE;
  plt_retro_write_preview (preview, batch);
  return TRUE;
}

static gboolean
put_progress (const PltRetroRow *row, const char *text, PltBatch *batch, GError **error)
{
  char *end;
  gint64 percent = g_ascii_strtoll (text, &end, 10);

  end += strspn (end, " \302\240%");
  if (*end != '\0' || percent < 0 || percent > 100)
    return refuse (error, _ ("Write how much is done, from 0 to 100 %."));
  plt_batch_update (batch, "task", row->task->id);
  if (*text == '\0' || percent == 0)
    plt_batch_set_null (batch, "progress_e6");
  else
    plt_batch_set_integer (batch, "progress_e6", percent * (PLT_RATE_ONE / 100));
  return TRUE;
}

static gboolean
is_bound (const PltChoice *choice)
{
  return strcmp (choice->id, "au-plus-tot") != 0 && strcmp (choice->id, "au-plus-tard") != 0;
}

/* "as early as possible", "start not before 12/03/2027": a bound keeps its date unless one is
 * typed. */
static gboolean
put_placing (const PltRetroRow *row, const char *text, PltBatch *batch, GError **error)
{
  const PltColumn *column = plt_table_column (plt_table_find ("task"), "placing");
  g_autofree char *folded = plt_text_fold (text), *iso = NULL;
  const PltChoice *choice = NULL;
  PltDate date = row->task->placing_date;
  gsize length = 0;

  for (const PltChoice *one = column->choices; one->id != NULL; one++)
    {
      g_autofree char *title = plt_text_fold (plt_choice_title (one));

      if (g_str_has_prefix (folded, title) && strlen (title) > length)
        {
          choice = one;
          length = strlen (title);
        }
    }
  if (choice == NULL && *text != '\0')
    return refuse (error, _ ("Choose one of the ways of placing a task, or leave the cell empty."));
  if (choice != NULL && folded[length] != '\0'
      && !plt_date_parse (g_strstrip (folded + length), &date, error))
    return FALSE;
  if (choice != NULL && is_bound (choice) && date == PLT_DATE_NONE)
    return refuse (error, _ ("Write the date after it: a task bound to a date needs one."));
  plt_batch_update (batch, "task", row->task->id);
  if (choice != NULL)
    plt_batch_set_text (batch, "placing", choice->id);
  else
    plt_batch_set_null (batch, "placing");
  if (choice == NULL || !is_bound (choice))
    {
      plt_batch_set_null (batch, "placing_date");
      return TRUE;
    }
  iso = plt_date_to_iso (date);
  plt_batch_set_text (batch, "placing_date", iso);
  return TRUE;
}

static gboolean
put (PltRetroModel *self,
     const PltRetroRow *row,
     guint column,
     const char *typed,
     PltBatch *batch,
     GError **error)
{
  static const char *const ids[PLT_RETRO_N_COLUMNS] = { [PLT_RETRO_COLUMN_CODE] = "code",
                                                        [PLT_RETRO_COLUMN_NAME] = "name",
                                                        [PLT_RETRO_COLUMN_TEAM] = "team" };
  g_autofree char *text = g_strstrip (g_strdup (typed));

  switch (column)
    {
    case PLT_RETRO_COLUMN_CODE:
    case PLT_RETRO_COLUMN_NAME:
    case PLT_RETRO_COLUMN_TEAM:
      if (column == PLT_RETRO_COLUMN_NAME && *text == '\0')
        return refuse (error, _ ("A task has a name: type one, or delete the row."));
      plt_batch_update (batch, "task", row->task->id);
      plt_batch_set_text (batch, ids[column], text);
      return TRUE;
    case PLT_RETRO_COLUMN_DAYS:
      return put_days (self, row, text, batch, error);
    case PLT_RETRO_COLUMN_START:
    case PLT_RETRO_COLUMN_FINISH:
      return put_date (self, row, column, text, batch, error);
    case PLT_RETRO_COLUMN_PROGRESS:
      return put_progress (row, text, batch, error);
    case PLT_RETRO_COLUMN_PEOPLE:
      return plt_retro_put_crew (self->retro->facts, row->task->id, text, batch, error);
    case PLT_RETRO_COLUMN_PLACING:
      return put_placing (row, text, batch, error);
    case PLT_RETRO_COLUMN_AFTER:
      {
        const PltRetroTyped one = { row->task->id, NULL, text };

        return plt_retro_put_predecessors (self->retro, &one, 1, batch, error);
      }
    default:
      return refuse (error, _ ("This cell is computed."));
    }
}

static gboolean
apply (PltRetroModel *self, const char *label, const PltBatch *batch, GError **error)
{
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (plt_retro_model_get_store (self), label, NULL, batch, NULL, error);
}

gboolean
plt_retro_set_text (PltGridModel *model, guint at, guint column, const char *text, GError **error)
{
  PltRetroModel *self = PLT_RETRO_MODEL (model);
  const PltRetroLine *line = plt_retro_model_get_line (self, at);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (line == NULL || !plt_retro_is_typed (line, column))
    return refuse (error, _ ("This cell is computed."));
  label = g_strdup_printf (_ ("Change “%s”"), line->row->name);
  return put (self, line->row, column, text, batch, error) && apply (self, label, batch, error);
}

/* ---- many at once ---- */

/* The phase of the last task shown: what is pasted below goes there. */
static const char *
last_phase (PltRetroModel *self)
{
  for (guint i = self->lines->len; i-- > 0;)
    {
      const PltTaskFacts *task = plt_retro_model_get_task (self, i);

      if (task != NULL)
        return task->phase;
    }
  return "preparation";
}

/* A row that is added: its name and what else is typed with it; what it waits for goes to `typed`.
 */
static gboolean
put_new (PltRetroModel *self,
         const PltRetroPlace *place,
         const PltGridEdit *edits,
         guint n_edits,
         int row,
         PltBatch *batch,
         PltRetroTyped *typed,
         GError **error)
{
  const char *texts[PLT_RETRO_N_COLUMNS] = { NULL };
  PltDate date = PLT_DATE_NONE, end = PLT_DATE_NONE;
  gboolean calendar = FALSE;
  int days = 5;

  for (guint i = 0; i < n_edits; i++)
    if (edits[i].row == row && *edits[i].text != '\0')
      texts[edits[i].column] = edits[i].text;
  if (texts[PLT_RETRO_COLUMN_NAME] == NULL)
    return refuse (error, _ ("A task has a name: type one, or delete the row."));
  if (texts[PLT_RETRO_COLUMN_DAYS] != NULL
      && !read_days (texts[PLT_RETRO_COLUMN_DAYS], &days, &calendar, error))
    return FALSE;
  if ((texts[PLT_RETRO_COLUMN_START] != NULL
       && !plt_date_parse (texts[PLT_RETRO_COLUMN_START], &date, error))
      || (texts[PLT_RETRO_COLUMN_FINISH] != NULL
          && !plt_date_parse (texts[PLT_RETRO_COLUMN_FINISH], &end, error)))
    return FALSE;
  typed->task = plt_batch_insert (batch, "task");
  typed->name = texts[PLT_RETRO_COLUMN_NAME];
  typed->text = texts[PLT_RETRO_COLUMN_AFTER] != NULL ? texts[PLT_RETRO_COLUMN_AFTER] : "";
  plt_batch_set_text (batch, "name", texts[PLT_RETRO_COLUMN_NAME]);
  plt_batch_set_text (batch, "phase", place->phase != NULL ? place->phase : last_phase (self));
  if (place->parent != 0)
    plt_batch_set_integer (batch, "parent", place->parent);
  if (texts[PLT_RETRO_COLUMN_CODE] != NULL)
    plt_batch_set_text (batch, "code", texts[PLT_RETRO_COLUMN_CODE]);
  if (texts[PLT_RETRO_COLUMN_TEAM] != NULL)
    plt_batch_set_text (batch, "team", texts[PLT_RETRO_COLUMN_TEAM]);
  if (date == PLT_DATE_NONE || end == PLT_DATE_NONE || texts[PLT_RETRO_COLUMN_DAYS] != NULL)
    plt_batch_set_integer (batch, "duration_days", days);
  if (calendar)
    plt_batch_set_text (batch, "duration_unit", "calendaires");
  plt_batch_set_integer (batch, "milestone", days == 0);
  if (date != PLT_DATE_NONE)
    plt_batch_set_date (batch, "start_date", date);
  if (end != PLT_DATE_NONE)
    plt_batch_set_date (batch, "end_date", end);
  return texts[PLT_RETRO_COLUMN_PEOPLE] == NULL
         || plt_retro_put_crew (self->retro->facts, typed->task, texts[PLT_RETRO_COLUMN_PEOPLE],
                                batch, error);
}

gboolean
plt_retro_put_many (PltRetroModel *self,
                    const PltRetroPlace *place,
                    const char *merge_key,
                    const PltGridEdit *edits,
                    guint n_edits,
                    guint n_new_rows,
                    GArray **made,
                    GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) links = g_array_new (FALSE, TRUE, sizeof (PltRetroTyped));
  g_autoptr (GArray) handles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) ids = NULL;
  const int n = (int) self->lines->len;

  for (guint i = 0; i < n_edits; i++)
    {
      const PltRetroLine *line
          = edits[i].row < n ? plt_retro_model_get_line (self, (guint) edits[i].row) : NULL;

      if (line == NULL || !plt_retro_is_typed (line, (guint) edits[i].column))
        continue;
      if (edits[i].column == PLT_RETRO_COLUMN_AFTER)
        {
          PltRetroTyped one = { line->row->task->id, NULL, edits[i].text };

          g_array_append_val (links, one);
        }
      else if (!put (self, line->row, (guint) edits[i].column, edits[i].text, batch, error))
        return FALSE;
    }
  for (guint i = 0; i < n_new_rows; i++)
    {
      PltRetroTyped one = { 0, NULL, "" };

      if (!put_new (self, place, edits, n_edits, n + (int) i, batch, &one, error))
        return FALSE;
      g_array_append_val (links, one);
      g_array_append_val (handles, one.task);
    }
  /* what is typed at once is one change: it may turn a chain round, it closes no circle */
  if (links->len > 0
      && !plt_retro_put_predecessors (self->retro,
                                      (const PltRetroTyped *) (gconstpointer) links->data,
                                      links->len, batch, error))
    return FALSE;
  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  if (!plt_store_apply (plt_retro_model_get_store (self),
                        n_new_rows > 0 ? _ ("Paste tasks") : _ ("Change tasks"), merge_key, batch,
                        &ids, error))
    return FALSE;
  for (guint i = 0; i < handles->len; i++)
    g_array_index (handles, gint64, i)
        = g_array_index (ids, gint64, (guint) (-g_array_index (handles, gint64, i) - 1));
  if (made != NULL)
    *made = g_steal_pointer (&handles);
  return TRUE;
}

gboolean
plt_retro_set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  const PltRetroPlace last = { NULL, 0 };

  return plt_retro_put_many (PLT_RETRO_MODEL (model), &last, NULL, edits, n_edits, n_new_rows, NULL,
                             error);
}

gboolean
plt_retro_insert_rows (PltGridModel *model, guint at, guint n, GError **error)
{
  PltRetroModel *self = PLT_RETRO_MODEL (model);

  return plt_retro_model_insert (self, at > 0 ? (int) at - 1 : 0, error) != 0;
}

gboolean
plt_retro_delete_rows (PltGridModel *model, guint first, guint n, GError **error)
{
  return plt_retro_model_delete (PLT_RETRO_MODEL (model), first, n, error);
}

static void
add_teams (PltRetroModel *self, GStrvBuilder *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->retro->facts->tasks.n; i++)
    {
      const char *team = self->retro->facts->tasks.items[i].team;

      if (*team != '\0' && g_hash_table_add (seen, (gpointer) team))
        g_strv_builder_add (list, team);
    }
}

/* Who is in the production, and the functions that tasks wait for somebody to have. */
static void
add_people (PltRetroModel *self, GStrvBuilder *list)
{
  const PltFacts *facts = self->retro->facts;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->people.n; i++)
    {
      g_autofree char *name = plt_facts_person_name (&facts->people.items[i]);

      g_strv_builder_add (list, name);
    }
  for (guint i = 0; i < facts->task_people.n; i++)
    {
      const PltTaskPersonFacts *one = &facts->task_people.items[i];

      if (one->person == 0 && *one->function != '\0'
          && g_hash_table_add (seen, (gpointer) one->function))
        g_strv_builder_add (list, one->function);
    }
}

/* The tasks by their names, which are understood as well as their numbers. */
static void
add_names (PltRetroModel *self, gint64 but, GStrvBuilder *list)
{
  for (guint i = 0; i < self->retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->retro->rows, PltRetroRow, i);

      if (row->task != NULL && row->task->id != but)
        g_strv_builder_add (list, row->task->name);
    }
}

GStrv
plt_retro_get_completions (PltGridModel *model, guint at, guint column)
{
  PltRetroModel *self = PLT_RETRO_MODEL (model);
  const PltTaskFacts *task = plt_retro_model_get_task (self, at);
  const PltColumn *placing = plt_table_column (plt_table_find ("task"), "placing");
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  switch (column)
    {
    case PLT_RETRO_COLUMN_TEAM:
      add_teams (self, list);
      return g_strv_builder_end (list);
    case PLT_RETRO_COLUMN_PEOPLE:
      add_people (self, list);
      return g_strv_builder_end (list);
    case PLT_RETRO_COLUMN_AFTER:
      add_names (self, task != NULL ? task->id : 0, list);
      return g_strv_builder_end (list);
    case PLT_RETRO_COLUMN_PLACING:
      for (const PltChoice *choice = placing->choices; choice->id != NULL; choice++)
        g_strv_builder_add (list, plt_choice_title (choice));
      return g_strv_builder_end (list);
    default:
      return NULL;
    }
}

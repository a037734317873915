/* What is typed into the grid of a day: one command, all of it or nothing. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-hours-model-private.h"
#include "plt-hours-propose.h"
#include "plt-time.h"

#define NOON 720
#define DAY 1440

static const char *const columns[] = {
  [PLT_HOURS_COLUMN_LEAVE] = "leave_minutes",  [PLT_HOURS_COLUMN_START] = "start_minutes",
  [PLT_HOURS_COLUMN_MEAL] = "meal_minutes",    [PLT_HOURS_COLUMN_MEAL_END] = "meal_end_minutes",
  [PLT_HOURS_COLUMN_END] = "end_minutes",      [PLT_HOURS_COLUMN_BACK] = "back_minutes",
  [PLT_HOURS_COLUMN_TRAVEL] = "travel_minutes"
};

static gboolean
parse (guint column, const char *text, gint64 *minutes, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *minutes = PLT_UNKNOWN;
  if (*stripped == '\0')
    return TRUE;
  return column == PLT_HOURS_COLUMN_TRAVEL ? plt_duration_parse (stripped, minutes, error)
                                           : plt_clock_parse (stripped, minutes, error);
}

/* An hour of the morning that comes before the start is one after midnight. */
static gint64
after_midnight (const PltHoursFacts *row, guint column, gint64 minutes)
{
  if (minutes == PLT_UNKNOWN || column <= PLT_HOURS_COLUMN_START
      || column == PLT_HOURS_COLUMN_TRAVEL || row->start_minutes == PLT_UNKNOWN
      || minutes >= row->start_minutes || minutes >= NOON)
    return minutes;
  return minutes + DAY;
}

static gint64
meal_length (PltHoursModel *self)
{
  return plt_rules_get (plt_pay_tables_rules (self->hours->tables), "usage", "repas-duree", NULL);
}

/* One row as it will be, and the batch that makes it so. */
typedef struct
{
  PltHoursFacts row;
  char *typed;
  gboolean fresh; /* there is no row yet */
} Draft;

static void
draft_free (gpointer data)
{
  g_free (((Draft *) data)->typed);
  g_free (data);
}

static Draft *
draft_of (PltHoursModel *self, GHashTable *drafts, const PltHoursRow *row)
{
  Draft *draft = g_hash_table_lookup (drafts, row);
  const PltFacts *facts = self->hours->facts;
  const PltEngagementFacts *engagement;

  if (draft != NULL)
    return draft;
  draft = g_new0 (Draft, 1);
  g_hash_table_insert (drafts, (gpointer) row, draft);
  if (row->row != NULL)
    {
      draft->row = *row->row;
      draft->typed = g_strdup (row->row->typed);
      return draft;
    }
  draft->fresh = TRUE;
  draft->typed = g_strdup ("");
  engagement = plt_hours_engagement (facts, row->called->id, row->date);
  draft->row = (PltHoursFacts){ .person = row->called->id,
                                .date = row->date,
                                .engagement = engagement != NULL ? engagement->id : 0,
                                .kind = "tournage",
                                .status = "corrige",
                                .leave_minutes = PLT_UNKNOWN,
                                .start_minutes = PLT_UNKNOWN,
                                .meal_minutes = PLT_UNKNOWN,
                                .meal_end_minutes = PLT_UNKNOWN,
                                .second_meal_minutes = PLT_UNKNOWN,
                                .second_meal_end_minutes = PLT_UNKNOWN,
                                .end_minutes = PLT_UNKNOWN,
                                .back_minutes = PLT_UNKNOWN,
                                .travel_minutes = PLT_UNKNOWN };
  for (guint i = 0; i < facts->days.n; i++)
    if (facts->days.items[i].date == row->date
        && facts->days.items[i].schedule == facts->production.schedule)
      draft->row.day = facts->days.items[i].id;
  return draft;
}

static void
set_field (PltHoursFacts *row, guint column, gint64 minutes)
{
  gint64 *const fields[] = { [PLT_HOURS_COLUMN_LEAVE] = &row->leave_minutes,
                             [PLT_HOURS_COLUMN_START] = &row->start_minutes,
                             [PLT_HOURS_COLUMN_MEAL] = &row->meal_minutes,
                             [PLT_HOURS_COLUMN_MEAL_END] = &row->meal_end_minutes,
                             [PLT_HOURS_COLUMN_END] = &row->end_minutes,
                             [PLT_HOURS_COLUMN_BACK] = &row->back_minutes,
                             [PLT_HOURS_COLUMN_TRAVEL] = &row->travel_minutes };

  *fields[column] = minutes;
}

static void
begin_fresh (const Draft *draft, PltBatch *batch)
{
  plt_batch_insert (batch, "work_hours");
  plt_batch_set_integer (batch, "person", draft->row.person);
  plt_batch_set_date (batch, "date", draft->row.date);
  plt_batch_set_text (batch, "kind", draft->row.kind);
  plt_batch_set_text (batch, "status", draft->row.status);
  if (draft->row.engagement != 0)
    plt_batch_set_integer (batch, "engagement", draft->row.engagement);
  if (draft->row.day != 0)
    plt_batch_set_integer (batch, "day", draft->row.day);
}

/* What is typed into the draft; the batch is written when all of it is known. */
static gboolean
type_one (PltHoursModel *self,
          GHashTable *drafts,
          const PltHoursRow *row,
          guint column,
          const char *text,
          GError **error)
{
  Draft *draft;
  g_autoptr (PltBatch) tried = plt_batch_new ();
  gint64 minutes, meal = meal_length (self);
  guint typed;

  if (!parse (column, text, &minutes, error))
    return FALSE;
  draft = draft_of (self, drafts, row);
  if (!draft->fresh && !plt_hours_type (row->row, columns[column], minutes, tried, error))
    return FALSE;
  minutes = after_midnight (&draft->row, column, minutes);
  set_field (&draft->row, column, minutes);
  if (column == PLT_HOURS_COLUMN_MEAL && minutes == PLT_UNKNOWN)
    draft->row.meal_end_minutes = PLT_UNKNOWN;
  else if (column == PLT_HOURS_COLUMN_MEAL && meal != PLT_UNKNOWN
           && (draft->row.meal_end_minutes == PLT_UNKNOWN
               || draft->row.meal_end_minutes <= minutes))
    draft->row.meal_end_minutes = minutes + meal;
  typed = plt_hours_typed (draft->typed);
  typed = minutes == PLT_UNKNOWN ? typed & ~plt_hours_column_flag (column)
                                 : typed | plt_hours_column_flag (column);
  g_free (draft->typed);
  draft->typed = plt_hours_typed_text (typed);
  if (plt_hours_state (&draft->row) == PLT_HOURS_PLANNED)
    draft->row.status = "corrige";
  return TRUE;
}

static void
write_draft (const PltHoursRow *row, const Draft *draft, PltBatch *batch)
{
  gboolean begun = draft->fresh;

  if (begun)
    begin_fresh (draft, batch);
  for (guint column = PLT_HOURS_COLUMN_LEAVE; column <= PLT_HOURS_COLUMN_TRAVEL; column++)
    {
      gint64 minutes = plt_hours_column_minutes (&draft->row, column);

      if (row->row != NULL ? minutes == plt_hours_column_minutes (row->row, column)
                           : minutes == PLT_UNKNOWN)
        continue;
      if (!begun)
        plt_batch_update (batch, "work_hours", row->row->id);
      begun = TRUE;
      plt_batch_set_known (batch, columns[column], minutes);
    }
  if (row->row != NULL && strcmp (draft->typed, row->row->typed) == 0 && !begun)
    return;
  if (!begun)
    plt_batch_update (batch, "work_hours", row->row->id);
  plt_batch_set_text (batch, "typed", draft->typed);
  plt_batch_set_text (batch, "status", draft->row.status);
}

static gboolean
is_open (const PltHoursRow *row)
{
  return row->row == NULL || plt_hours_state (row->row) < PLT_HOURS_APPROVED;
}

/* A head stands for the rows below it that may still change. */
static gboolean
type_edit (PltHoursModel *self, GHashTable *drafts, const PltGridEdit *edit, GError **error)
{
  const PltHoursRow *row = edit->row >= 0 ? plt_hours_model_row (self, (guint) edit->row) : NULL;

  if (row == NULL || self->mode != PLT_HOURS_BY_DAY
      || !plt_hours_is_typed_column ((guint) edit->column) || row->kind == PLT_GRID_ROW_TOTAL)
    return plt_grid_model_refuse (error);
  if (row->kind == PLT_GRID_ROW_NORMAL)
    return type_one (self, drafts, row, (guint) edit->column, edit->text, error);
  for (guint i = (guint) edit->row + 1;
       i < self->rows->len && plt_hours_model_row (self, i)->kind == PLT_GRID_ROW_NORMAL; i++)
    if (is_open (plt_hours_model_row (self, i))
        && !type_one (self, drafts, plt_hours_model_row (self, i), (guint) edit->column, edit->text,
                      error))
      return FALSE;
  return TRUE;
}

gboolean
plt_hours_model_type (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltHoursModel *self = PLT_HOURS_MODEL (model);
  g_autoptr (GHashTable) drafts = g_hash_table_new_full (NULL, NULL, NULL, draft_free);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (n_new_rows > 0)
    return plt_grid_model_refuse (error);
  for (guint i = 0; i < n_edits; i++)
    if (!type_edit (self, drafts, &edits[i], error))
      return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Draft *draft = g_hash_table_lookup (drafts, plt_hours_model_row (self, i));

      if (draft != NULL)
        write_draft (plt_hours_model_row (self, i), draft, batch);
    }
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (plt_session_get_store (self->session), _ ("Type hours"), NULL, batch,
                             NULL, error);
}

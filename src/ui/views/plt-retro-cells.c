/* PltRetroModel: what the cells say. */
#include <glib/gi18n-lib.h>

#include "plt-retro-model-private.h"
#include "plt-retro-notation.h"
#include "plt-retro-paper.h"
#include "plt-views.h"

static const struct
{
  const char *id, *title, *tooltip;
  guint width;
  PltGridAlign align;
  guint flags;
} columns[PLT_RETRO_N_COLUMNS] = {
  [PLT_RETRO_COLUMN_NUMBER]
  = { "number", N_ ("No."), N_ ("What is typed for it in the column of what a task waits for"), 3,
      PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_FROZEN },
  [PLT_RETRO_COLUMN_CODE] = { "code", N_ ("Code"), NULL, 6, PLT_GRID_ALIGN_START,
                              PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_HIDDEN },
  [PLT_RETRO_COLUMN_NAME]
  = { "name", N_ ("Task"), NULL, 20, PLT_GRID_ALIGN_START,
      PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_FROZEN | PLT_GRID_COLUMN_TREE },
  [PLT_RETRO_COLUMN_DAYS]
  = { "days", N_ ("Duration"), N_ ("Working days, or calendar days where it says so"), 6,
      PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDITABLE },
  [PLT_RETRO_COLUMN_START]
  = { "start", N_ ("Start"), N_ ("Typed, it holds the task on that day; emptied, it frees it"), 9,
      PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_EDITABLE },
  [PLT_RETRO_COLUMN_FINISH]
  = { "finish", N_ ("End"), N_ ("Typed, it makes the task end on that day"), 9,
      PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_EDITABLE },
  [PLT_RETRO_COLUMN_AFTER]
  = { "after", N_ ("After"),
      N_ ("Numbers of the tasks it waits for, kind of link, days: 12FS+3d;14SS"), 11,
      PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_EDITABLE },
  [PLT_RETRO_COLUMN_PEOPLE]
  = { "people", N_ ("Person"),
      N_ ("Names or functions, with commas; 50 % after one for a part of the time"), 12,
      PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_EDITABLE },
  [PLT_RETRO_COLUMN_SLACK]
  = { "slack", N_ ("Slack"), N_ ("Days that it can slip before something is missed"), 6,
      PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NORMAL },
  [PLT_RETRO_COLUMN_TEAM]
  = { "team", N_ ("Team"), NULL, 12, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_EDITABLE },
  [PLT_RETRO_COLUMN_PROGRESS]
  = { "progress", N_ ("Progress"), NULL, 6, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDITABLE },
  [PLT_RETRO_COLUMN_STATE]
  = { "state", N_ ("State"), NULL, 10, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_NORMAL },
  [PLT_RETRO_COLUMN_DRIFT]
  = { "drift", N_ ("Against the baseline"), N_ ("Working days that it ends later than once fixed"),
      8, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NORMAL },
  [PLT_RETRO_COLUMN_PLACING]
  = { "placing", N_ ("Placing"), N_ ("As early or as late as possible, or bound to a date"), 18,
      PLT_GRID_ALIGN_START,
      PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES | PLT_GRID_COLUMN_HIDDEN },
};

void
plt_retro_get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  out->id = columns[column].id;
  out->title = _ (columns[column].title);
  out->tooltip = columns[column].tooltip != NULL ? _ (columns[column].tooltip) : NULL;
  out->width = columns[column].width;
  out->align = columns[column].align;
  out->flags
      = columns[column].flags
        | (plt_retro_is_sortable (column) ? PLT_GRID_COLUMN_NORMAL : PLT_GRID_COLUMN_UNSORTED);
}

static char *
days_text (int days, gboolean calendar)
{
  const char *sign = days < 0 ? "−" : "";

  /* Translators: a number of days, then of calendar days, in a narrow column */
  return calendar ? g_strdup_printf (_ ("%s%d cal. d"), sign, ABS (days))
                  : g_strdup_printf (_ ("%s%d d"), sign, ABS (days));
}

static char *
date_text (const PltRetroRow *row, guint column)
{
  if (!row->is_dated)
    return g_strdup ("");
  return plt_retro_paper_date (column == PLT_RETRO_COLUMN_START ? row->dates.start
                                                                : row->dates.finish);
}

static char *
slack_text (const PltRetroRow *row)
{
  if (!row->is_dated || row->kind == PLT_RETRO_PHASE || row->kind == PLT_RETRO_REGISTER
      || row->state == PLT_RETRO_DONE)
    return g_strdup ("");
  return days_text (row->dates.slack, row->calendar_days);
}

static char *
drift_text (const PltRetroRow *row)
{
  if (!row->in_baseline || row->finish_drift == 0)
    return g_strdup (row->in_baseline ? "=" : "");
  return g_strdup_printf (_ ("%s%d d"), row->finish_drift > 0 ? "+" : "−", ABS (row->finish_drift));
}

static char *
number_text (PltRetroModel *self, const PltRetroRow *row)
{
  guint number = row->task != NULL ? plt_retro_number (self->retro, row->task->id) : 0;

  return number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
}

/* "Start not before 12/03/27" */
static char *
placing_text (const PltRetroRow *row)
{
  const PltColumn *column = plt_table_column (plt_table_find ("task"), "placing");
  const PltChoice *choice
      = row->task != NULL ? plt_column_find_choice (column, row->task->placing) : NULL;
  g_autofree char *date = NULL;

  if (choice == NULL || choice->id == NULL)
    return g_strdup ("");
  if (row->task->placing_date == PLT_DATE_NONE)
    return g_strdup (plt_choice_title (choice));
  date = plt_retro_paper_date (row->task->placing_date);
  return g_strdup_printf ("%s %s", plt_choice_title (choice), date);
}

static char *
text_of (PltRetroModel *self, guint at, guint column)
{
  const PltRetroRow *row = plt_retro_model_get_line (self, at)->row;

  switch (column)
    {
    case PLT_RETRO_COLUMN_NUMBER:
      return number_text (self, row);
    case PLT_RETRO_COLUMN_AFTER:
      return row->task != NULL ? plt_retro_predecessors_text (self->retro, row->task->id)
                               : g_strdup ("");
    case PLT_RETRO_COLUMN_PLACING:
      return placing_text (row);
    case PLT_RETRO_COLUMN_CODE:
      return g_strdup (row->task != NULL ? row->task->code : "");
    case PLT_RETRO_COLUMN_NAME:
      return plt_retro_model_get_name (self, at);
    case PLT_RETRO_COLUMN_DAYS:
      return row->days > 0 && row->kind != PLT_RETRO_PHASE && row->kind != PLT_RETRO_GROUP
                 ? days_text (row->days, row->calendar_days)
                 : g_strdup ("");
    case PLT_RETRO_COLUMN_START:
    case PLT_RETRO_COLUMN_FINISH:
      return date_text (row, column);
    case PLT_RETRO_COLUMN_PEOPLE:
      return g_strdup (row->people);
    case PLT_RETRO_COLUMN_SLACK:
      return slack_text (row);
    case PLT_RETRO_COLUMN_TEAM:
      return g_strdup (row->task != NULL ? row->task->team : "");
    case PLT_RETRO_COLUMN_PROGRESS:
      return row->kind != PLT_RETRO_REGISTER && row->progress > 0
                 ? g_strdup_printf ("%d\302\240%%", row->progress)
                 : g_strdup ("");
    case PLT_RETRO_COLUMN_STATE:
      return g_strdup (row->kind != PLT_RETRO_PHASE ? plt_retro_state_name (row->state) : "");
    case PLT_RETRO_COLUMN_DRIFT:
      return drift_text (row);
    default:
      return g_strdup ("");
    }
}

/* Whether a person may type there; what follows the plan de travail is typed there. */
gboolean
plt_retro_is_typed (const PltRetroLine *line, guint column)
{
  if (line->row == NULL || line->row->task == NULL)
    return FALSE;
  if (line->row->kind == PLT_RETRO_GROUP)
    return column == PLT_RETRO_COLUMN_CODE || column == PLT_RETRO_COLUMN_NAME
           || column == PLT_RETRO_COLUMN_TEAM || column == PLT_RETRO_COLUMN_START
           || column == PLT_RETRO_COLUMN_AFTER;
  return (columns[column].flags & PLT_GRID_COLUMN_EDITABLE) != 0;
}

static void
tell_dates (const PltRetroRow *row, guint column, PltGridCell *cell)
{
  if (row->task == NULL || (column != PLT_RETRO_COLUMN_START && column != PLT_RETRO_COLUMN_FINISH))
    return;
  if (*row->task->anchor != '\0')
    {
      cell->flags |= PLT_GRID_CELL_LINK;
      cell->message = _ ("It follows the plan de travail or the production.");
    }
  else if (row->is_held && row->state != PLT_RETRO_DONE && row->kind != PLT_RETRO_GROUP)
    {
      cell->flags |= PLT_GRID_CELL_TYPED;
      cell->message = _ ("Held on that date. Empty its start to have it placed again.");
    }
}

/* The gravest finding about the cell, or about the row in the cell of its name. */
static void
tell_issue (PltRetroModel *self, const PltRetroRow *row, guint column, PltGridCell *cell)
{
  static const char *const ids[PLT_RETRO_N_COLUMNS] = { [PLT_RETRO_COLUMN_START] = "start_date",
                                                        [PLT_RETRO_COLUMN_FINISH] = "deadline_date",
                                                        [PLT_RETRO_COLUMN_DAYS] = "duration_days" };
  const PltIssue *issue = NULL;

  if (row->task == NULL)
    return;
  if (ids[column] != NULL)
    issue = plt_session_find_issue (self->session, "task", row->task->id, ids[column]);
  else if (column == PLT_RETRO_COLUMN_NAME)
    issue = plt_session_find_issue (self->session, "task", row->task->id, NULL);
  if (issue == NULL)
    return;
  cell->flags |= PLT_GRID_CELL_INVALID;
  plt_grid_cell_take_message (cell, g_strdup (issue->message));
}

void
plt_retro_get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltRetroModel *self = PLT_RETRO_MODEL (model);
  const PltRetroLine *line = plt_retro_model_get_line (self, at);
  const PltRetroRow *row = line->row;

  if (!plt_retro_is_typed (line, column))
    cell->flags |= PLT_GRID_CELL_READONLY;
  if (row == NULL)
    {
      if (column == PLT_RETRO_COLUMN_NAME)
        plt_grid_cell_take_text (cell, plt_retro_model_get_name (self, at));
      return;
    }
  plt_grid_cell_take_text (cell, text_of (self, at, column));
  if (column == PLT_RETRO_COLUMN_NAME && !line->expandable)
    cell->indent = line->level;
  if (row->state == PLT_RETRO_DONE || column == PLT_RETRO_COLUMN_CODE
      || column == PLT_RETRO_COLUMN_NUMBER || row->kind == PLT_RETRO_REGISTER)
    cell->flags |= PLT_GRID_CELL_MUTED;
  if (column == PLT_RETRO_COLUMN_SLACK && row->is_dated && row->dates.slack < 0
      && row->state != PLT_RETRO_DONE && row->kind != PLT_RETRO_PHASE)
    cell->fill = PLT_GRID_FILL_ERROR;
  if (column == PLT_RETRO_COLUMN_STATE && row->state == PLT_RETRO_LATE)
    cell->fill = PLT_GRID_FILL_WARNING;
  if (column == PLT_RETRO_COLUMN_NAME && row->is_dated && row->dates.critical && row->index >= 0
      && row->kind != PLT_RETRO_GROUP)
    cell->flags |= PLT_GRID_CELL_BOLD;
  tell_dates (row, column, cell);
  tell_issue (self, row, column, cell);
}

char *
plt_retro_get_edit_text (PltGridModel *model, guint at, guint column)
{
  PltRetroModel *self = PLT_RETRO_MODEL (model);
  const PltRetroRow *row = plt_retro_model_get_line (self, at)->row;
  PltDate date;

  if (row == NULL)
    return g_strdup ("");
  switch (column)
    {
    case PLT_RETRO_COLUMN_DAYS:
      return row->days > 0 ? g_strdup_printf ("%d%s", row->days, row->calendar_days ? " c" : "")
                           : g_strdup ("");
    case PLT_RETRO_COLUMN_START:
    case PLT_RETRO_COLUMN_FINISH:
      date = column == PLT_RETRO_COLUMN_START ? row->dates.start : row->dates.finish;
      return row->is_dated ? plt_date_format_numeric (date) : g_strdup ("");
    case PLT_RETRO_COLUMN_PROGRESS:
      return g_strdup_printf ("%d", row->progress);
    default:
      return text_of (self, at, column);
    }
}

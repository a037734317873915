/* The cells of the grids of hours. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-hours-model-private.h"
#include "plt-time.h"

#define DAY 1440

static const PltPayKind day_kinds[] = { PLT_PAY_P25, PLT_PAY_P50, PLT_PAY_MORE, PLT_PAY_NIGHT };

static const PltPayKind week_kinds[]
    = { PLT_PAY_P25,    PLT_PAY_P50,    PLT_PAY_MORE, PLT_PAY_NIGHT,
        PLT_PAY_SUNDAY, PLT_PAY_PUBLIC, PLT_PAY_REST, PLT_PAY_TRANSPORT };

static const char *const states[]
    = { N_ ("Planned"), N_ ("Corrected"), N_ ("Approved"), N_ ("Signed") };

/* ---- cells ---- */

static void
show_clock (PltGridCell *cell, gint64 minutes)
{
  if (minutes != PLT_UNKNOWN)
    plt_grid_cell_take_text (cell, plt_clock_format (minutes));
}

static void
show_length (PltGridCell *cell, gint64 minutes)
{
  if (minutes != 0 && minutes != PLT_UNKNOWN)
    plt_grid_cell_take_text (cell, plt_clock_format (minutes));
}

static void
show_money (PltGridCell *cell, PltMoney amount)
{
  if (amount != PLT_UNKNOWN)
    plt_grid_cell_take_text (cell, plt_money_format (amount));
}

static void
warn (PltGridCell *cell, const PltIssue *alert)
{
  if (alert == NULL)
    return;
  cell->fill = alert->severity == PLT_SEVERITY_ERROR ? PLT_GRID_FILL_ERROR : PLT_GRID_FILL_WARNING;
  plt_grid_cell_take_message (cell, g_strdup (alert->message));
}

gint64
plt_hours_column_minutes (const PltHoursFacts *row, guint column)
{
  switch (column)
    {
    case PLT_HOURS_COLUMN_LEAVE:
      return row->leave_minutes;
    case PLT_HOURS_COLUMN_START:
      return row->start_minutes;
    case PLT_HOURS_COLUMN_MEAL:
      return row->meal_minutes;
    case PLT_HOURS_COLUMN_MEAL_END:
      return row->meal_end_minutes;
    case PLT_HOURS_COLUMN_END:
      return row->end_minutes;
    case PLT_HOURS_COLUMN_BACK:
      return row->back_minutes;
    default:
      return row->travel_minutes;
    }
}

guint
plt_hours_column_flag (guint column)
{
  return column <= PLT_HOURS_COLUMN_START      ? PLT_HOURS_TYPED_START
         : column <= PLT_HOURS_COLUMN_MEAL_END ? PLT_HOURS_TYPED_MEAL
         : column <= PLT_HOURS_COLUMN_BACK     ? PLT_HOURS_TYPED_END
                                               : PLT_HOURS_TYPED_TRAVEL;
}

gboolean
plt_hours_is_typed_column (guint column)
{
  return column >= PLT_HOURS_COLUMN_LEAVE && column <= PLT_HOURS_COLUMN_TRAVEL;
}

static void
get_day_total (PltHoursModel *self, guint column, PltGridCell *cell)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltHoursRow *row = self->rows->pdata[i];

      if (row->day == NULL || row->day->row != row->row || row->day->worked == PLT_UNKNOWN)
        continue;
      if (column == PLT_HOURS_COLUMN_WORKED)
        sum += row->day->worked;
      else if (column > PLT_HOURS_COLUMN_WORKED
               && column <= PLT_HOURS_COLUMN_WORKED + G_N_ELEMENTS (day_kinds))
        sum += row->day->kinds[day_kinds[column - PLT_HOURS_COLUMN_WORKED - 1]];
    }
  if (column >= PLT_HOURS_COLUMN_WORKED)
    show_length (cell, sum);
}

static void
get_day_figures (const PltHoursRow *row, guint column, PltGridCell *cell)
{
  guint kind = column - PLT_HOURS_COLUMN_WORKED - 1;

  if (row->day->row != row->row)
    return; /* the second stretch of a day: its totals stand in the first */
  if (column == PLT_HOURS_COLUMN_WORKED)
    {
      if (row->day->worked == PLT_UNKNOWN)
        {
          cell->text = "?";
          cell->fill = PLT_GRID_FILL_WARNING;
          plt_grid_cell_take_message (cell, g_strdup (row->day->why_not));
          return;
        }
      show_length (cell, row->day->worked);
      cell->flags |= PLT_GRID_CELL_BOLD;
      warn (cell, row->day->alert);
    }
  else if (kind < G_N_ELEMENTS (day_kinds))
    show_length (cell, row->day->kinds[day_kinds[kind]]);
  else if (kind == G_N_ELEMENTS (day_kinds) && row->day->rest != PLT_UNKNOWN
           && row->day->rest < 2 * DAY)
    {
      show_length (cell, row->day->rest);
      if (row->day->kinds[PLT_PAY_REST] > 0)
        warn (cell, row->day->alert);
    }
  else if (kind == G_N_ELEMENTS (day_kinds) + 1)
    cell->text = _ (states[plt_hours_state (row->row)]);
  else if (kind == G_N_ELEMENTS (day_kinds) + 2)
    {
      const PltIssue *alert = row->day->alert;

      plt_grid_cell_take_text (cell, g_strdup (row->day->why_not != NULL ? row->day->why_not
                                               : alert != NULL           ? alert->message
                                                                         : ""));
    }
}

static void
get_day_cell (PltHoursModel *self, const PltHoursRow *row, guint column, PltGridCell *cell)
{
  gboolean closed = row->row != NULL && plt_hours_state (row->row) >= PLT_HOURS_APPROVED;

  if (row->kind == PLT_GRID_ROW_TOTAL)
    {
      if (column == 0)
        cell->text = row->title;
      get_day_total (self, column, cell);
      cell->flags |= PLT_GRID_CELL_READONLY;
      return;
    }
  if (row->kind == PLT_GRID_ROW_GROUP)
    {
      if (column == 0)
        cell->text = row->title;
      if (!plt_hours_is_typed_column (column) || plt_session_is_read_only (self->session))
        cell->flags |= PLT_GRID_CELL_READONLY;
      return;
    }
  cell->indent = column == 0 ? 1 : 0;
  if (column == PLT_HOURS_COLUMN_NAME)
    plt_grid_cell_take_text (cell, row->person != NULL ? g_strdup (row->person->name)
                                                       : plt_facts_person_name (row->called));
  else if (column == PLT_HOURS_COLUMN_FUNCTION && row->person != NULL)
    cell->text = row->person->function;
  else if (plt_hours_is_typed_column (column) && row->row != NULL)
    {
      gint64 minutes = plt_hours_column_minutes (row->row, column);

      if (column == PLT_HOURS_COLUMN_TRAVEL && minutes != PLT_UNKNOWN)
        plt_grid_cell_take_text (cell, plt_duration_format (minutes));
      else
        show_clock (cell, minutes);
      if (minutes != PLT_UNKNOWN
          && (plt_hours_typed (row->row->typed) & plt_hours_column_flag (column)) != 0)
        cell->flags |= PLT_GRID_CELL_TYPED;
      else if (plt_hours_state (row->row) == PLT_HOURS_PLANNED)
        cell->flags |= PLT_GRID_CELL_MUTED;
      if (closed)
        cell->fill = PLT_GRID_FILL_OFF;
    }
  else if (column >= PLT_HOURS_COLUMN_WORKED && row->day != NULL)
    get_day_figures (row, column, cell);
  if (!plt_hours_is_typed_column (column) || plt_session_is_read_only (self->session))
    cell->flags |= PLT_GRID_CELL_READONLY;
}

static gint64
week_number (const PltHoursRow *row, PltDate monday, guint column)
{
  if (column >= 2 && column < 9)
    {
      const PltHoursDay *day = plt_hours_day (row->person, monday + (PltDate) column - 2);

      return day != NULL ? day->worked : 0;
    }
  if (column == 9)
    return row->week->worked;
  if (column >= 10 && column - 10 < G_N_ELEMENTS (week_kinds))
    return row->week->kinds[week_kinds[column - 10]];
  return column == 18 ? row->week->gross : PLT_UNKNOWN;
}

static void
get_week_cell (PltHoursModel *self, const PltHoursRow *row, guint column, PltGridCell *cell)
{
  PltDate monday = plt_hours_monday (self->date);

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (row->kind != PLT_GRID_ROW_NORMAL)
    {
      gint64 sum = 0;

      if (column == 0)
        cell->text = row->title;
      for (guint i = 0; row->kind == PLT_GRID_ROW_TOTAL && column >= 2 && i < self->rows->len; i++)
        if (plt_hours_model_row (self, i)->week != NULL)
          {
            gint64 number = week_number (plt_hours_model_row (self, i), monday, column);

            sum += number != PLT_UNKNOWN ? number : 0;
          }
      if (column == 18 && sum != 0)
        show_money (cell, sum);
      else if (column >= 2 && column < 18)
        show_length (cell, sum);
      return;
    }
  cell->indent = column == 0 ? 1 : 0;
  if (column == 0)
    cell->text = row->person->name;
  else if (column == 1)
    cell->text = row->person->function;
  else if (column == 18)
    {
      show_money (cell, row->week->gross);
      if (row->week->gross != PLT_UNKNOWN)
        return;
      cell->text = "?";
      cell->flags |= PLT_GRID_CELL_MUTED;
      plt_grid_cell_take_message (cell, g_strdup (row->week->why_not));
    }
  else if (column == 19)
    cell->text = _ (states[row->week->state]);
  else
    {
      gint64 number = week_number (row, monday, column);
      const PltHoursDay *day
          = column < 9 ? plt_hours_day (row->person, monday + (PltDate) column - 2) : NULL;

      show_length (cell, number);
      if (number == PLT_UNKNOWN)
        {
          cell->text = "?";
          cell->fill = PLT_GRID_FILL_WARNING;
        }
      if (day != NULL)
        warn (cell, day->alert);
      if (column == 9)
        {
          cell->flags |= PLT_GRID_CELL_BOLD;
          warn (cell, row->week->alert != NULL
                              && (strcmp (row->week->alert->rule, "pay.C02") == 0
                                  || strcmp (row->week->alert->rule, "pay.D03") == 0)
                          ? row->week->alert
                          : NULL);
        }
    }
}

static void
get_line_cell (const PltHoursRow *row, guint column, PltGridCell *cell)
{
  const PltPayLine *line = row->line;

  if (column == 0)
    plt_grid_cell_take_text (cell, g_strdup_printf ("%s  %s%s%s", line->rule, line->title,
                                                    line->capped ? _ (" (capped)") : "",
                                                    line->doubtful ? _ (" (to verify)") : ""));
  else if (column == 7)
    show_length (cell, line->minutes);
  else if (column == 8 && row->week->gross != PLT_UNKNOWN)
    show_money (cell, line->amount);
  else if (column == 11 && line->source != NULL)
    cell->text = line->source;
  cell->flags |= PLT_GRID_CELL_MUTED;
}

static void
get_person_cell (const PltHoursRow *row, guint column, PltGridCell *cell)
{
  cell->flags |= PLT_GRID_CELL_READONLY;
  cell->indent = column == 0 ? row->level : 0;
  if (row->line != NULL)
    {
      get_line_cell (row, column, cell);
      return;
    }
  if (row->kind == PLT_GRID_ROW_GROUP)
    {
      if (column == 0)
        cell->text = row->title;
      else if (column == 7)
        show_length (cell, row->week->worked);
      else if (column == 8)
        show_money (cell, row->week->gross);
      else if (column == 9)
        cell->text = _ (states[row->week->state]);
      else if (column == 11 && row->week->why_not != NULL)
        plt_grid_cell_take_text (cell, g_strdup (row->week->why_not));
      return;
    }
  switch (column)
    {
    case 0:
      plt_grid_cell_take_text (cell, plt_date_format_day (row->date));
      break;
    case 1:
      show_clock (cell, row->row->start_minutes);
      break;
    case 2:
      show_clock (cell, row->row->meal_minutes);
      break;
    case 3:
      show_clock (cell, row->row->meal_end_minutes);
      break;
    case 4:
      show_clock (cell, row->row->end_minutes);
      break;
    case 5:
      if (row->day->start != PLT_UNKNOWN)
        show_length (cell, row->day->end - row->day->start);
      break;
    case 6:
      show_length (cell, row->day->rest < 2 * DAY ? row->day->rest : 0);
      break;
    case 7:
      show_length (cell, row->day->worked);
      warn (cell, row->day->alert);
      break;
    case 9:
      cell->text = _ (states[plt_hours_state (row->row)]);
      break;
    case 10:
      if (row->row->signed_date != PLT_DATE_NONE)
        plt_grid_cell_take_text (cell, plt_date_format_numeric (row->row->signed_date));
      break;
    case 11:
      plt_grid_cell_take_text (cell, g_strdup (row->day->why_not != NULL ? row->day->why_not
                                               : row->day->alert != NULL ? row->day->alert->message
                                                                         : ""));
      break;
    default:
      break;
    }
}

static void
get_overtime_cell (PltHoursModel *self, const PltHoursRow *row, guint column, PltGridCell *cell)
{
  const PltOvertimeLine *line = row->over;

  cell->flags |= PLT_GRID_CELL_READONLY;
  cell->indent = column == 0 ? row->level : 0;
  if (line == NULL)
    {
      if (column == 0)
        cell->text = row->title;
      else if (column == 6)
        show_money (cell, self->overtime->extra);
      else if (column == 7)
        show_money (cell, self->overtime->in_devis);
      return;
    }
  switch (column)
    {
    case 0:
      plt_grid_cell_take_text (cell, line->person != NULL
                                         ? g_strdup (line->name)
                                         : g_strdup_printf ("%s  %s", line->code, line->name));
      break;
    case 1:
      show_length (cell, line->worked);
      break;
    case 2:
      show_length (cell, line->foreseen_minutes);
      break;
    case 3:
      show_length (cell, line->real_minutes);
      break;
    case 4:
      if (line->n_unknown < line->n_weeks)
        show_money (cell, line->foreseen);
      break;
    case 5:
      if (line->n_unknown < line->n_weeks)
        show_money (cell, line->real);
      break;
    case 6:
      if (line->n_unknown < line->n_weeks)
        show_money (cell, line->extra);
      cell->flags |= PLT_GRID_CELL_BOLD;
      break;
    case 7:
      if (line->person == NULL && line->line != 0)
        {
          show_money (cell, line->in_devis);
          cell->fill = line->in_devis != line->extra ? PLT_GRID_FILL_WARNING : PLT_GRID_FILL_NONE;
        }
      break;
    case 8:
      if (line->unknown != NULL && line->person != NULL)
        cell->text = line->unknown;
      else if (line->n_unknown > 0 && line->person == NULL)
        plt_grid_cell_take_text (
            cell, g_strdup_printf (ngettext ("%u week is not counted", "%u weeks are not counted",
                                             line->n_unknown),
                                   line->n_unknown));
      break;
    default:
      break;
    }
}

void
plt_hours_model_cell (PltGridModel *model, guint row_index, guint column, PltGridCell *cell)
{
  PltHoursModel *self = PLT_HOURS_MODEL (model);
  const PltHoursRow *row = plt_hours_model_row (self, row_index);

  if (row == NULL)
    return;
  switch (self->mode)
    {
    case PLT_HOURS_BY_DAY:
      get_day_cell (self, row, column, cell);
      break;
    case PLT_HOURS_BY_WEEK:
      get_week_cell (self, row, column, cell);
      break;
    case PLT_HOURS_OF_PERSON:
      get_person_cell (row, column, cell);
      break;
    case PLT_HOURS_OVERTIME:
    default:
      get_overtime_cell (self, row, column, cell);
    }
}

#include "plt-hours-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-hours-model-private.h"
#include "plt-table.h"

typedef struct
{
  const char *id, *title;
  guint width;
  PltGridAlign align;
  guint flags;
  const char *column; /* (nullable): of work_hours */
} Column;

#define TYPED PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDITABLE
#define COUNTED PLT_GRID_ALIGN_END, 0

static const Column day_columns[] = {
  { "name", N_ ("Person"), 20, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN, NULL },
  { "function", N_ ("Function"), 18, PLT_GRID_ALIGN_START, 0, NULL },
  { "leave", N_ ("Left"), 6, TYPED, "leave_minutes" },
  { "start", N_ ("Start"), 6, TYPED, "start_minutes" },
  { "meal", N_ ("Meal"), 6, TYPED, "meal_minutes" },
  { "meal-end", N_ ("Meal end"), 7, TYPED, "meal_end_minutes" },
  { "end", N_ ("End"), 6, TYPED, "end_minutes" },
  { "back", N_ ("Back at"), 7, TYPED, "back_minutes" },
  { "travel", N_ ("Travel"), 7, TYPED, "travel_minutes" },
  { "worked", N_ ("Worked"), 7, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDGE, NULL },
  { "p25", N_ ("+25 %"), 6, COUNTED, NULL },
  { "p50", N_ ("+50 %"), 6, COUNTED, NULL },
  { "more", N_ ("More"), 6, COUNTED, NULL },
  { "night", N_ ("Night"), 6, COUNTED, NULL },
  { "rest", N_ ("Rest"), 7, COUNTED, NULL },
  { "state", N_ ("Status"), 10, PLT_GRID_ALIGN_START, 0, NULL },
  { "warning", N_ ("Warning"), 40, PLT_GRID_ALIGN_START, 0, NULL },
};

/* The days of a week stand between the function and the total. */
static const Column week_columns[] = {
  { "name", N_ ("Person"), 20, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN, NULL },
  { "function", N_ ("Function"), 18, PLT_GRID_ALIGN_START, 0, NULL },
  { "day1", N_ ("Mon"), 6, COUNTED, NULL },
  { "day2", N_ ("Tue"), 6, COUNTED, NULL },
  { "day3", N_ ("Wed"), 6, COUNTED, NULL },
  { "day4", N_ ("Thu"), 6, COUNTED, NULL },
  { "day5", N_ ("Fri"), 6, COUNTED, NULL },
  { "day6", N_ ("Sat"), 6, COUNTED, NULL },
  { "day7", N_ ("Sun"), 6, COUNTED, NULL },
  { "worked", N_ ("Worked"), 7, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDGE, NULL },
  { "p25", N_ ("+25 %"), 6, COUNTED, NULL },
  { "p50", N_ ("+50 %"), 6, COUNTED, NULL },
  { "more", N_ ("More"), 6, COUNTED, NULL },
  { "night", N_ ("Night"), 6, COUNTED, NULL },
  { "sunday", N_ ("Sunday"), 8, COUNTED, NULL },
  { "holiday", N_ ("Holiday"), 8, COUNTED, NULL },
  { "anticipated", N_ ("Anticipated"), 9, COUNTED, NULL },
  { "transport", N_ ("Transport"), 9, COUNTED, NULL },
  { "gross", N_ ("Gross"), 13, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDGE, NULL },
  { "state", N_ ("Status"), 10, PLT_GRID_ALIGN_START, 0, NULL },
};

static const Column person_columns[] = {
  { "what", N_ ("Day"), 34, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN, NULL },
  { "start", N_ ("Start"), 6, COUNTED, NULL },
  { "meal", N_ ("Meal"), 6, COUNTED, NULL },
  { "meal-end", N_ ("Meal end"), 7, COUNTED, NULL },
  { "end", N_ ("End"), 6, COUNTED, NULL },
  { "span", N_ ("Amplitude"), 9, COUNTED, NULL },
  { "rest", N_ ("Rest"), 7, COUNTED, NULL },
  { "worked", N_ ("Worked"), 7, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDGE, NULL },
  { "amount", N_ ("Amount"), 13, COUNTED, NULL },
  { "state", N_ ("Status"), 10, PLT_GRID_ALIGN_START, 0, NULL },
  { "signed", N_ ("Signed on"), 12, PLT_GRID_ALIGN_START, 0, NULL },
  { "source", N_ ("Source"), 40, PLT_GRID_ALIGN_START, 0, NULL },
};

static const Column overtime_columns[] = {
  { "name", N_ ("Post, person"), 36, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN, NULL },
  { "worked", N_ ("Worked"), 9, COUNTED, NULL },
  { "planned-hours", N_ ("Planned overtime"), 11, COUNTED, NULL },
  { "real-hours", N_ ("Real overtime"), 11, COUNTED, NULL },
  { "planned", N_ ("Foreseen"), 11, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDGE, NULL },
  { "real", N_ ("Real"), 11, COUNTED, NULL },
  { "extra", N_ ("Difference"), 11, COUNTED, NULL },
  { "in-budget", N_ ("In the budget"), 11, COUNTED, NULL },
  { "unknown", N_ ("Not counted"), 50, PLT_GRID_ALIGN_START, 0, NULL },
};

static const struct
{
  const Column *columns;
  guint n;
} modes[] = {
  { day_columns, G_N_ELEMENTS (day_columns) },
  { week_columns, G_N_ELEMENTS (week_columns) },
  { person_columns, G_N_ELEMENTS (person_columns) },
  { overtime_columns, G_N_ELEMENTS (overtime_columns) },
};

static void plt_hours_model_grid_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltHoursModel,
                               plt_hours_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_hours_model_grid_init))

static void
row_free (gpointer data)
{
  g_free (((PltHoursRow *) data)->title);
  g_free (data);
}

static PltHoursRow *
add_row (PltHoursModel *self, PltGridRowKind kind, gint64 key)
{
  PltHoursRow *row = g_new0 (PltHoursRow, 1);

  row->kind = kind;
  row->key = key;
  row->date = PLT_DATE_NONE;
  g_ptr_array_add (self->rows, row);
  return row;
}

const PltHoursRow *
plt_hours_model_row (PltHoursModel *self, guint row)
{
  return row < self->rows->len ? self->rows->pdata[row] : NULL;
}

/* ---- rows ---- */

/* The title of a department, as the register has it. */
static char *
department_title (const char *id)
{
  const PltColumn *column = plt_table_column (plt_table_find ("engagement"), "department");

  for (const PltChoice *choice = column->choices; choice != NULL && choice->id != NULL; choice++)
    if (strcmp (choice->id, id) == 0)
      return g_strdup (_ (choice->title));
  return g_strdup (*id != '\0' ? id : _ ("Without a department"));
}

static void
add_department (PltHoursModel *self, const char *department, const char **last)
{
  if (*last != NULL && strcmp (*last, department) == 0)
    return;
  *last = department;
  add_row (self, PLT_GRID_ROW_GROUP, -1000 - (gint64) g_str_hash (department))->title
      = department_title (department);
}

static gboolean
is_listed (PltHoursModel *self, gint64 person)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltHoursRow *row = self->rows->pdata[i];

      if ((row->person != NULL && row->person->person->id == person)
          || (row->called != NULL && row->called->id == person))
        return TRUE;
    }
  return FALSE;
}

/* Those who are called that day and have no hours. */
static void
add_called (PltHoursModel *self)
{
  const PltFacts *facts = self->hours->facts;
  const PltPlan *plan = self->hours->plan;
  guint before = self->rows->len;

  for (guint d = 0; d < plan->days->len; d++)
    {
      const PltDayPlan *day = plan->days->pdata[d];
      const PltSheetFacts *sheet
          = day->day->date == self->date ? plt_callsheet_of_day (facts, day->day->id) : NULL;

      for (guint i = 0; sheet != NULL && i < facts->calls.n; i++)
        {
          const PltCallFacts *call = &facts->calls.items[i];
          const PltPersonFacts *person
              = call->call_sheet == sheet->id
                    ? PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person)
                    : NULL;
          PltHoursRow *row;

          if (person == NULL || is_listed (self, person->id))
            continue;
          if (self->rows->len == before)
            add_row (self, PLT_GRID_ROW_GROUP, -1)->title = g_strdup (_ ("Called, without hours"));
          row = add_row (self, PLT_GRID_ROW_NORMAL, G_MININT64 / 2 + person->id);
          row->called = person;
          row->date = self->date;
          row->level = 1;
        }
    }
}

static void
add_day (PltHoursModel *self)
{
  const PltFacts *facts = self->hours->facts;
  const char *last = NULL;
  guint n = 0;

  for (guint p = 0; p < self->hours->people->len; p++)
    {
      const PltHoursPerson *person = self->hours->people->pdata[p];
      const PltHoursDay *day = plt_hours_day (person, self->date);

      if (day == NULL)
        continue;
      add_department (self, person->department, &last);
      for (guint i = 0; i < facts->hours.n; i++)
        {
          const PltHoursFacts *of = &facts->hours.items[i];
          PltHoursRow *row;

          if (of->person != person->person->id || of->date != self->date
              || (of->engagement != 0 && person->engagement != NULL
                  && of->engagement != person->engagement->id))
            continue;
          row = add_row (self, PLT_GRID_ROW_NORMAL, of->id);
          row->person = person;
          row->day = day;
          row->row = of;
          row->date = self->date;
          row->level = 1;
          n++;
        }
    }
  add_called (self);
  if (n > 0)
    add_row (self, PLT_GRID_ROW_TOTAL, -2)->title
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
}

static void
add_week (PltHoursModel *self)
{
  const char *last = NULL;
  guint n = 0;

  for (guint p = 0; p < self->hours->people->len; p++)
    {
      const PltHoursPerson *person = self->hours->people->pdata[p];
      const PltHoursWeek *week = plt_hours_week (person, plt_hours_monday (self->date));
      PltHoursRow *row;

      if (week == NULL)
        continue;
      add_department (self, person->department, &last);
      row = add_row (self, PLT_GRID_ROW_NORMAL,
                     g_array_index (person->days, PltHoursDay, week->first_day).row->id);
      row->person = person;
      row->week = week;
      row->row = g_array_index (person->days, PltHoursDay, week->first_day).row;
      row->level = 1;
      n++;
    }
  if (n > 0)
    add_row (self, PLT_GRID_ROW_TOTAL, -2)->title
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
}

static void
add_person (PltHoursModel *self)
{
  const PltHoursPerson *person
      = self->person < self->hours->people->len ? self->hours->people->pdata[self->person] : NULL;

  for (guint w = 0; person != NULL && w < person->weeks->len; w++)
    {
      const PltHoursWeek *week = &g_array_index (person->weeks, PltHoursWeek, w);
      g_autofree char *date = plt_date_format_numeric (week->monday);
      PltHoursRow *head = add_row (self, PLT_GRID_ROW_GROUP, -10 - (gint64) week->monday);

      head->title
          = g_strdup_printf (_ ("Week %d, from %s"), plt_date_iso_week (week->monday), date);
      head->person = person;
      head->week = week;
      for (guint i = 0; i < week->n_days; i++)
        {
          const PltHoursDay *day = &g_array_index (person->days, PltHoursDay, week->first_day + i);
          PltHoursRow *row = add_row (self, PLT_GRID_ROW_NORMAL, day->row->id);

          row->person = person;
          row->day = day;
          row->row = day->row;
          row->date = day->date;
          row->level = 1;
        }
      for (guint i = 0; i < week->n_lines; i++)
        {
          const PltPayLine *line = person->pay->lines->pdata[week->first_line + i];
          PltHoursRow *row;

          if (week->gross == PLT_UNKNOWN && line->minutes == 0)
            continue;
          row = add_row (self, PLT_GRID_ROW_NORMAL, -((gint64) week->monday * 64 + i) - G_MAXINT32);
          row->person = person;
          row->week = week;
          row->line = line;
          row->level = 1;
        }
    }
}

static void
add_overtime (PltHoursModel *self)
{
  for (guint i = 0; self->overtime != NULL && i < self->overtime->lines->len; i++)
    {
      const PltOvertimeLine *line = self->overtime->lines->pdata[i];
      PltHoursRow *row
          = add_row (self, line->person == NULL ? PLT_GRID_ROW_GROUP : PLT_GRID_ROW_NORMAL,
                     line->person == NULL ? -10 - (gint64) i : line->person->person->id);

      row->over = line;
      row->person = line->person;
      row->level = line->person != NULL;
    }
  if (self->overtime != NULL && self->overtime->lines->len > 0)
    add_row (self, PLT_GRID_ROW_TOTAL, -2)->title = g_strdup (_ ("Total"));
}

void
plt_hours_model_show (PltHoursModel *self,
                      const PltHours *hours,
                      const PltOvertime *overtime,
                      PltDate date,
                      guint person)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean same;

  g_return_if_fail (PLT_IS_HOURS_MODEL (self));

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (keys, plt_hours_model_row (self, i)->key);
  g_ptr_array_set_size (self->rows, 0);
  self->hours = hours;
  self->overtime = overtime;
  self->date = date;
  self->person = person;
  if (hours != NULL && self->mode == PLT_HOURS_BY_DAY && date != PLT_DATE_NONE)
    add_day (self);
  else if (hours != NULL && self->mode == PLT_HOURS_BY_WEEK && date != PLT_DATE_NONE)
    add_week (self);
  else if (hours != NULL && self->mode == PLT_HOURS_OF_PERSON)
    add_person (self);
  else if (self->mode == PLT_HOURS_OVERTIME)
    add_overtime (self);
  same = keys->len == self->rows->len;
  for (guint i = 0; same && i < keys->len; i++)
    same = g_array_index (keys, gint64, i) == plt_hours_model_row (self, i)->key;
  if (same)
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, keys->len);
  else
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, keys->len, self->rows->len);
}

/* ---- the rest of the interface ---- */

static gboolean
plt_hours_model_set_text (
    PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  const PltGridEdit edit = { (int) row, (int) column, text };

  return plt_hours_model_type (model, &edit, 1, 0, error);
}

static guint
plt_hours_model_get_n_rows (PltGridModel *model)
{
  return PLT_HOURS_MODEL (model)->rows->len;
}

static guint
plt_hours_model_get_n_columns (PltGridModel *model)
{
  return modes[PLT_HOURS_MODEL (model)->mode].n;
}

static void
plt_hours_model_get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  PltHoursModel *self = PLT_HOURS_MODEL (model);
  const Column *from = &modes[self->mode].columns[column];

  out->id = from->id;
  out->title = _ (from->title);
  out->width = from->width;
  out->align = from->align;
  out->flags = from->flags | PLT_GRID_COLUMN_UNSORTED;
  if (plt_session_is_read_only (self->session))
    out->flags &= ~(guint) PLT_GRID_COLUMN_EDITABLE;
}

static gint64
plt_hours_model_get_key (PltGridModel *model, guint row)
{
  return plt_hours_model_row (PLT_HOURS_MODEL (model), row)->key;
}

static void
plt_hours_model_get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind = plt_hours_model_row (PLT_HOURS_MODEL (model), row)->kind;
}

static void
plt_hours_model_grid_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = plt_hours_model_get_n_rows;
  iface->get_n_columns = plt_hours_model_get_n_columns;
  iface->get_column = plt_hours_model_get_column;
  iface->get_key = plt_hours_model_get_key;
  iface->get_cell = plt_hours_model_cell;
  iface->get_row = plt_hours_model_get_row;
  iface->set_text = plt_hours_model_set_text;
  iface->set_many = plt_hours_model_type;
}

const PltHoursPerson *
plt_hours_model_get_person (PltHoursModel *self, guint row)
{
  const PltHoursRow *found = plt_hours_model_row (self, row);

  return found != NULL ? found->person : NULL;
}

PltRef
plt_hours_model_get_ref (PltHoursModel *self, guint row)
{
  const PltHoursRow *found = plt_hours_model_row (self, row);

  if (found != NULL && found->row != NULL)
    return (PltRef){ "work_hours", found->row->id, NULL };
  if (found != NULL && found->over != NULL && found->over->person == NULL && found->over->line != 0)
    return (PltRef){ "budget_line", found->over->line, NULL };
  if (found != NULL && found->person != NULL)
    return (PltRef){ "person", found->person->person->id, NULL };
  return (PltRef){ NULL, 0, NULL };
}

int
plt_hours_model_find_row (PltHoursModel *self, gint64 work_hours)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (plt_hours_model_row (self, i)->row != NULL
        && plt_hours_model_row (self, i)->row->id == work_hours)
      return (int) i;
  return -1;
}

static void
add_rows_of (PltHoursModel *self, const PltHoursRow *row, GPtrArray *found)
{
  guint first = row->week != NULL ? row->week->first_day : 0;

  if (row->day != NULL)
    g_ptr_array_add (found, (gpointer) row->row);
  else if (row->week != NULL && row->line == NULL)
    for (guint i = 0; i < row->week->n_days; i++)
      g_ptr_array_add (found,
                       (gpointer) g_array_index (row->person->days, PltHoursDay, first + i).row);
}

GPtrArray *
plt_hours_model_get_rows (PltHoursModel *self, guint first, guint n)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (PLT_IS_HOURS_MODEL (self), found);

  for (guint i = first; i < self->rows->len && i < first + n; i++)
    {
      const PltHoursRow *row = plt_hours_model_row (self, i);

      add_rows_of (self, row, found);
      if (row->kind != PLT_GRID_ROW_GROUP || row->week != NULL || n > 1)
        continue;
      for (guint k = i + 1;
           k < self->rows->len && plt_hours_model_row (self, k)->kind == PLT_GRID_ROW_NORMAL; k++)
        add_rows_of (self, plt_hours_model_row (self, k), found);
    }
  return found;
}

PltHoursModel *
plt_hours_model_new (PltSession *session, PltHoursMode mode)
{
  PltHoursModel *self = g_object_new (PLT_TYPE_HOURS_MODEL, NULL);

  self->session = session; /* whose window holds this */
  self->mode = mode;
  return self;
}

static void
plt_hours_model_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_HOURS_MODEL (object)->rows);
  G_OBJECT_CLASS (plt_hours_model_parent_class)->finalize (object);
}

static void
plt_hours_model_class_init (PltHoursModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_hours_model_finalize;
}

static void
plt_hours_model_init (PltHoursModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->date = PLT_DATE_NONE;
}

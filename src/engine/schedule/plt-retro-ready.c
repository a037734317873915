#include "plt-retro-ready.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-retro-private.h"
#include "plt-text.h"

#define MOST_YEARS 20

/* ---- screenings ---- */

/* "Projection de travail" of "Projection de travail : production", and "production". */
static char *
split_name (const char *name, char **people)
{
  g_autofree char *text = plt_text_squeeze (name);
  char *colon = strstr (text, " :");

  if (colon == NULL || colon[2] == '\0')
    {
      *people = NULL;
      return g_steal_pointer (&text);
    }
  *people = g_strstrip (g_strdup (colon + 2));
  return g_strstrip (g_strndup (text, (gsize) (colon - text)));
}

static gboolean
is_screening (const PltRetroRow *row)
{
  static const char *const codes[] = { "bout-a-bout", "fin-mixage", "verification", NULL };
  g_autofree char *name = NULL;

  if (row->task == NULL || row->kind != PLT_RETRO_MILESTONE)
    return FALSE;
  name = plt_text_fold (row->name);
  return g_strv_contains (codes, row->task->code)
         || g_str_has_prefix (row->task->code, "projection")
         || g_str_has_prefix (name, "projection");
}

static gboolean
has_screening (const PltFacts *facts, const PltRetroRow *row)
{
  g_autofree char *people = NULL, *name = split_name (row->name, &people);
  g_autofree char *folded = plt_text_fold (name), *whole = plt_text_fold (row->name);

  for (guint i = 0; i < facts->screenings.n; i++)
    {
      const PltScreeningFacts *one = &facts->screenings.items[i];
      g_autofree char *other = plt_text_fold (one->name);

      if (one->task == row->task->id
          || (row->is_dated && one->date == row->dates.finish
              && (strcmp (other, folded) == 0 || strcmp (other, whole) == 0)))
        return TRUE;
    }
  return FALSE;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const PltRetroRow *one = *(const PltRetroRow *const *) a;
  const PltRetroRow *two = *(const PltRetroRow *const *) b;
  PltDate first = one->is_dated ? one->dates.finish : G_MAXINT32;
  PltDate second = two->is_dated ? two->dates.finish : G_MAXINT32;

  if (first != second)
    return first < second ? -1 : 1;
  return one < two ? -1 : one > two;
}

GPtrArray *
plt_retro_screenings_ready (const PltRetro *self, PltDate today)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (is_screening (row) && row->state != PLT_RETRO_DONE
          && !(today != PLT_DATE_NONE && row->is_dated && row->dates.finish < today)
          && !has_screening (self->facts, row))
        g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_days);
  return rows;
}

void
plt_retro_screenings_write (const PltRetro *self, const GPtrArray *rows, PltBatch *batch)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PltRetroRow *row = rows->pdata[i];
      g_autofree char *people = NULL, *name = split_name (row->name, &people);

      plt_batch_insert (batch, "screening");
      plt_batch_set_integer (batch, "task", row->task->id);
      plt_batch_set_text (batch, "name", name);
      if (row->is_dated)
        plt_batch_set_date (batch, "date", row->dates.finish);
      if (people != NULL)
        plt_batch_set_text (batch, "people", people);
    }
}

/* ---- August ---- */

static gboolean
is_closed (const PltFacts *facts, gint64 calendar, int year)
{
  PltDate first = plt_date_from_ymd (year, 8, 1), last = plt_date_from_ymd (year, 8, 31);

  for (guint i = 0; i < facts->closings.n; i++)
    {
      const PltClosingFacts *one = &facts->closings.items[i];
      PltDate to = one->to_date != PLT_DATE_NONE ? one->to_date : one->from_date;

      if (!one->worked && one->from_date != PLT_DATE_NONE && one->from_date <= last && to >= first
          && (one->task_calendar == 0 || one->task_calendar == calendar))
        return TRUE;
    }
  return FALSE;
}

int
plt_retro_next_august (const PltRetro *self, gint64 calendar, PltDate today)
{
  PltDate from = today != PLT_DATE_NONE ? today : self->head.start, last = self->head.delivery;
  int year, month, day, first, end;

  if (self->head.start != PLT_DATE_NONE && self->head.start > from)
    from = self->head.start;
  if (from == PLT_DATE_NONE)
    from = last;
  g_return_val_if_fail (from != PLT_DATE_NONE, 0);

  plt_date_to_ymd (from, &first, &month, &day);
  first += month > 8;
  end = first;
  if (last != PLT_DATE_NONE && last > from)
    {
      plt_date_to_ymd (last, &end, &month, &day);
      end = CLAMP (end - (month < 8), first, first + MOST_YEARS);
    }
  for (year = first; year <= end; year++)
    if (!is_closed (self->facts, calendar, year))
      return year;
  return first;
}

gboolean
plt_retro_closing_write (const PltRetroClosing *closing, PltBatch *batch, GError **error)
{
  gint64 calendar = closing->calendar;

  if (closing->first == PLT_DATE_NONE || closing->last == PLT_DATE_NONE)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("Type the first and the last day of the closing."));
      return FALSE;
    }
  if (closing->last < closing->first)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The last day is before the first one: change one of them."));
      return FALSE;
    }
  if (calendar == PLT_RETRO_NEW_CALENDAR)
    {
      calendar = plt_batch_insert (batch, "task_calendar");
      plt_batch_set_text (batch, "name", closing->calendar_name);
    }
  plt_batch_insert (batch, "calendar_closing");
  plt_batch_set_text (batch, "name", closing->name);
  if (calendar != 0)
    plt_batch_set_integer (batch, "task_calendar", calendar);
  plt_batch_set_date (batch, "from_date", closing->first);
  plt_batch_set_date (batch, "to_date", closing->last);
  return TRUE;
}

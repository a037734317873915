/* The calendars of MS Project XML. */
#include <string.h>

#include "plt-mspdi-private.h"

#define MAX_SPANS 20000
#define MAX_CALENDARS (PLT_MSPDI_MAX_LEVEL * 16)

void
plt_mspdi_clear_calendar (RawCalendar *calendar)
{
  g_clear_pointer (&calendar->name, g_free);
  g_clear_pointer (&calendar->closed, g_array_unref);
  g_clear_pointer (&calendar->opened, g_array_unref);
}

void
plt_mspdi_begin_calendar (PltMspdiReader *self)
{
  plt_mspdi_clear_calendar (&self->calendar);
  self->calendar.closed = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  self->calendar.opened = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  self->calendar.weekdays = PLT_NETWORK_MONDAY_TO_FRIDAY;
  self->calendar.is_base = TRUE;
}

/* A day of a week that is another one for a while, "in August closed on Friday". */
static void
end_day_of_week (PltMspdiReader *self, GArray *spans)
{
  int weekday = (self->day_type + 5) % 7 + 1; /* 1 is Monday */

  if (self->week.from == PLT_DATE_NONE || self->week.to == PLT_DATE_NONE)
    return;
  for (PltDate day = self->week.from; day <= self->week.to && self->days_left > 0; day++)
    {
      PltNetworkSpan span = { day, day };

      self->days_left--;
      if (plt_date_weekday (day) == weekday && spans->len < MAX_SPANS)
        g_array_append_val (spans, span);
    }
}

void
plt_mspdi_end_day (PltMspdiReader *self)
{
  RawCalendar *calendar = &self->calendar;
  GArray *spans = self->is_working ? calendar->opened : calendar->closed;
  gboolean is_week = self->day_type >= 1 && self->day_type <= 7;
  guint bit;

  if (spans == NULL)
    return;
  if (is_week && g_str_equal (plt_mspdi_parent_of (self, 2), "WorkWeek"))
    end_day_of_week (self, spans);
  else if (is_week)
    {
      bit = 1u << ((self->day_type + 5) % 7); /* 1 is Sunday */
      calendar->weekdays = self->is_working ? calendar->weekdays | bit : calendar->weekdays & ~bit;
    }
  else if (spans->len < MAX_SPANS)
    {
      if (!self->by_occurrences)
        self->exception.occurrences = 0;
      plt_mspdi_exception_days (&self->exception, spans, &self->days_left);
    }
}

void
plt_mspdi_end_calendar (PltMspdiReader *self)
{
  RawCalendar *calendar = &self->calendar;

  if (calendar->closed == NULL || !calendar->is_base
      || self->project->calendars->len >= MAX_CALENDARS)
    return;
  plt_network_project_add_calendar (self->project, calendar->name, calendar->weekdays,
                                    calendar->closed, calendar->opened);
  g_hash_table_insert (self->calendars, g_memdup2 (&calendar->uid, sizeof calendar->uid),
                       GUINT_TO_POINTER (self->project->calendars->len));
}

void
plt_mspdi_take_calendar_text (PltMspdiReader *self, const char *name, const char *text)
{
  if (g_str_equal (name, "UID"))
    self->calendar.uid = plt_mspdi_number_of_row (text);
  else if (g_str_equal (name, "Name"))
    {
      g_free (self->calendar.name);
      self->calendar.name = g_strdup (text);
    }
  else if (g_str_equal (name, "IsBaseCalendar"))
    self->calendar.is_base = plt_mspdi_is_true (text);
}

void
plt_mspdi_take_day_text (PltMspdiReader *self, const char *name, const char *text)
{
  PltMspdiException *exception = &self->exception;
  const struct
  {
    const char *name;
    int *value;
  } numbers[] = { { "DayType", &self->day_type },
                  { "Type", &exception->type },
                  { "Period", &exception->every },
                  { "DaysOfWeek", &exception->weekdays },
                  { "MonthItem", &exception->item },
                  { "MonthPosition", &exception->position },
                  { "Month", &exception->month },
                  { "MonthDay", &exception->month_day },
                  { "Occurrences", &exception->occurrences } };

  if (g_str_equal (name, "DayWorking"))
    self->is_working = plt_mspdi_is_true (text);
  else if (g_str_equal (name, "EnteredByOccurrences"))
    self->by_occurrences = plt_mspdi_is_true (text);
  else
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      if (g_str_equal (name, numbers[i].name))
        *numbers[i].value = (int) plt_mspdi_number (text);
}

void
plt_mspdi_take_period_text (PltMspdiReader *self, const char *name, const char *text)
{
  PltNetworkSpan *span = g_str_equal (plt_mspdi_parent_of (self, 2), "WorkWeek")
                             ? &self->week
                             : &self->exception.period;

  if (g_str_equal (name, "FromDate"))
    span->from = plt_mspdi_read_date (text, NULL);
  else if (g_str_equal (name, "ToDate"))
    span->to = plt_mspdi_read_end (text);
}

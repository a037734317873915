#include "plt-calendar-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-day.h"
#include "plt-table.h"
#include "plt-time.h"

#define DOT " \302\267 "
#define MOST_SETS 3

static const char *
choice_title (const char *table, const char *column, const char *id)
{
  return plt_choice_title (
      plt_column_find_choice (plt_table_column (plt_table_find (table), column), id));
}

/* "D3", "Rest", "D3 crew 2" */
static char *
day_name (const PltDayPlan *day)
{
  if (day->number == 0)
    return g_strdup (choice_title ("shooting_day", "kind", day->day->kind));
  return g_strdup_printf (day->day->unit > 1 ? _ ("D%u u2") : _ ("D%u"), day->number);
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? DOT : "", part);
}

static char *
head_of (const PltAgendaDate *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; found != NULL && i < found->days->len; i++)
    {
      const PltDayPlan *day = found->days->pdata[i];
      g_autofree char *name = day_name (day);

      add_part (text, name);
      if (day->night)
        add_part (text, _ ("night"));
    }
  return g_string_free (text, FALSE);
}

static void
add_line (GPtrArray *lines, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (lines, g_strdup (text));
}

static void
add_day (GPtrArray *lines, const PltFacts *facts, const PltDayPlan *day)
{
  g_autoptr (GPtrArray) places = plt_plan_day_places (facts, day);
  g_autoptr (GString) where = g_string_new (NULL);
  g_autofree char *sets = plt_agenda_sets (facts, day, MOST_SETS);
  g_autofree char *numbers = plt_agenda_numbers (facts, day);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (where, "%s%s", i > 0 ? " ; " : "",
                            ((const PltLocationFacts *) places->pdata[i])->name);
  add_line (lines, where->str);
  add_line (lines, sets);
  if (*numbers != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("Seq. %s"), numbers);

      add_line (lines, text);
    }
  add_line (lines, day->day->note);
}

static void
add_event (GPtrArray *lines, const PltFacts *facts, const PltEventFacts *event)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *who = plt_agenda_who (facts, event);
  g_autofree char *clock
      = event->start_minutes != PLT_UNKNOWN ? plt_clock_format (event->start_minutes) : NULL;

  add_part (text, clock);
  if (strcmp (event->kind, "autre") != 0 || (*event->text == '\0' && *who == '\0'))
    add_part (text, choice_title ("event", "kind", event->kind));
  add_part (text, who);
  add_part (text, event->text);
  add_line (lines, text->str);
}

/* "! not available: NORA, GRANGE": a line an answer, before what the day holds, where it is seen.
 */
static void
add_gaps (GPtrArray *lines, guint at, const GPtrArray *gaps)
{
  static const PltAvailable answers[]
      = { PLT_AVAILABLE_NO, PLT_AVAILABLE_PARTLY, PLT_AVAILABLE_OPTION };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint j = 0; j < gaps->len; j++)
        {
          const PltAgendaGap *gap = gaps->pdata[j];

          if (gap->answer == answers[i])
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                    gap->element != NULL ? gap->element->name : gap->set->name);
        }
      if (names->len == 0)
        continue;
      g_ptr_array_insert (lines, (gint) at++,
                          answers[i] == PLT_AVAILABLE_NO
                              ? g_strdup_printf (_ ("! not available: %s"), names->str)
                          : answers[i] == PLT_AVAILABLE_PARTLY
                              ? g_strdup_printf (_ ("! a part of the day only: %s"), names->str)
                              : g_strdup_printf (_ ("! to be confirmed: %s"), names->str));
    }
}

static char *
speech_of (const PltCalendarDate *self)
{
  g_autofree char *date = plt_date_format_long (self->date);
  GString *text = g_string_new (date);

  if (*self->head != '\0')
    g_string_append_printf (text, ", %s", self->head);
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, ", %s", (const char *) self->lines->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
fill_date (PltCalendarDate *self, const PltAgenda *agenda, PltDate date, int month)
{
  const PltFacts *facts = agenda->plan->facts;
  const PltAgendaDate *found = plt_agenda_get (agenda, date);
  int of_month, day;

  plt_date_to_ymd (date, NULL, &of_month, &day);
  self->date = date;
  self->number = g_strdup_printf ("%d", day);
  self->head = head_of (found);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  add_line (self->lines, plt_agenda_holiday (agenda, date));
  add_line (self->lines, plt_agenda_closing (agenda, date));
  add_line (self->lines, plt_agenda_school (agenda, date));
  self->n_notes = self->lines->len;
  if (of_month != month)
    self->flags |= PLT_CALENDAR_OUTSIDE;
  if (plt_agenda_is_off (agenda, date))
    self->flags |= PLT_CALENDAR_OFF;
  if (plt_agenda_school (agenda, date) != NULL)
    self->flags |= PLT_CALENDAR_SCHOOL;
  for (guint i = 0; found != NULL && i < found->days->len; i++)
    {
      const PltDayPlan *plan = found->days->pdata[i];

      if (self->day == 0)
        self->day = plan->day->id;
      self->flags |= (plan->number > 0 ? PLT_CALENDAR_SHOOTS : 0)
                     | (plan->night ? PLT_CALENDAR_NIGHT : 0)
                     | (plan->day->locked ? PLT_CALENDAR_LOCKED : 0);
      add_day (self->lines, facts, plan);
    }
  for (guint i = 0; found != NULL && i < found->events->len; i++)
    {
      const PltEventFacts *event = found->events->pdata[i];

      if (self->event == 0)
        self->event = event->id;
      add_event (self->lines, facts, event);
    }
  if (found != NULL && found->gaps->len > 0)
    {
      add_gaps (self->lines, self->n_notes, found->gaps);
      self->flags |= PLT_CALENDAR_WARNS;
    }
  self->speech = speech_of (self);
}

/**
 * plt_calendar_month_new:
 * @month: 1 to 12
 *
 * Returns: (transfer full): the month, with the dates of others that fill its weeks
 */
PltCalendarMonth *
plt_calendar_month_new (const PltAgenda *agenda, int year, int month)
{
  PltCalendarMonth *self = g_new0 (PltCalendarMonth, 1);
  PltDate date = plt_agenda_month_start (year, month, &self->n_weeks);

  self->year = year;
  self->month = month;
  self->title = plt_date_format_month (plt_date_from_ymd (year, month, 1));
  for (guint i = 0; i < self->n_weeks * 7; i++)
    fill_date (&self->dates[i], agenda, date + (PltDate) i, month);
  return self;
}

void
plt_calendar_month_free (PltCalendarMonth *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->dates); i++)
    {
      g_free (self->dates[i].number);
      g_free (self->dates[i].head);
      g_free (self->dates[i].speech);
      g_clear_pointer (&self->dates[i].lines, g_ptr_array_unref);
    }
  g_free (self->title);
  g_free (self);
}

char *
plt_calendar_undated (const PltAgenda *agenda)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agenda->undated->len; i++)
    {
      g_autofree char *name = day_name (agenda->undated->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (text, FALSE);
}

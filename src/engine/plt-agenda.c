#include "plt-agenda.h"

#include <string.h>

static void
date_free (gpointer data)
{
  PltAgendaDate *date = data;

  g_ptr_array_unref (date->days);
  g_ptr_array_unref (date->events);
  g_ptr_array_unref (date->gaps);
  g_free (date);
}

static PltAgendaDate *
ensure_date (PltAgenda *self, PltDate date)
{
  PltAgendaDate *found = g_hash_table_lookup (self->dates, GINT_TO_POINTER (date));

  if (found != NULL)
    return found;
  found = g_new0 (PltAgendaDate, 1);
  found->date = date;
  found->days = g_ptr_array_new ();
  found->events = g_ptr_array_new ();
  found->gaps = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (self->dates, GINT_TO_POINTER (date), found);
  self->first = self->first == PLT_DATE_NONE ? date : MIN (self->first, date);
  self->last = self->last == PLT_DATE_NONE ? date : MAX (self->last, date);
  return found;
}

static void
add_gap (PltAgendaDate *date,
         const PltElementFacts *element,
         const PltSetFacts *set,
         PltAvailabilityAnswer answer)
{
  PltAgendaGap *gap;

  if (answer.answer == PLT_AVAILABLE_YES)
    return;
  for (guint i = 0; i < date->gaps->len; i++)
    {
      const PltAgendaGap *other = date->gaps->pdata[i];

      if (other->element == element && other->set == set)
        return; /* two units need the same */
    }
  gap = g_new0 (PltAgendaGap, 1);
  gap->element = element;
  gap->set = set;
  gap->answer = answer.answer;
  gap->row = answer.row;
  g_ptr_array_add (date->gaps, gap);
}

/* What the day at `index` needs that cannot be had then. */
static void
find_gaps (PltAgenda *self, const PltAvailability *availability, guint index, PltAgendaDate *date)
{
  const PltPlan *plan = self->plan;
  const PltDayPlan *day = plan->days->pdata[index];

  for (guint i = 0; i < plan->presences->len; i++)
    {
      const PltPresence *presence = plan->presences->pdata[i];

      if (presence->worked[index] > 0)
        add_gap (date, presence->element, NULL,
                 plt_availability_ask (availability, PLT_AVAILABILITY_ELEMENT,
                                       presence->element->id, date->date, day->day->start_minutes,
                                       day->day->end_minutes));
    }
  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (plan->facts->sequences, PltSequenceFacts, strip->sequence);
      const PltSetFacts *set = sequence != NULL
                                   ? PLT_FACTS_FIND (plan->facts->sets, PltSetFacts, sequence->set)
                                   : NULL;

      if (set != NULL)
        add_gap (date, NULL, set,
                 plt_availability_ask (availability, PLT_AVAILABILITY_SET, set->id, date->date,
                                       day->day->start_minutes, day->day->end_minutes));
    }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const PltEventFacts *one = *(const PltEventFacts *const *) a;
  const PltEventFacts *two = *(const PltEventFacts *const *) b;

  /* PLT_UNKNOWN is below all hours: those without one come first */
  if (one->start_minutes != two->start_minutes)
    return one->start_minutes < two->start_minutes ? -1 : 1;
  return one < two ? -1 : one > two;
}

/**
 * plt_agenda_new:
 * @plan: a plan; must outlive the agenda, as its facts must
 *
 * Returns: (transfer full): the plan on the calendar
 */
PltAgenda *
plt_agenda_new (const PltPlan *plan)
{
  PltAgenda *self = g_new0 (PltAgenda, 1);
  const PltFacts *facts = plan->facts;
  g_autoptr (PltAvailability) availability = plt_availability_new (facts);
  GHashTableIter iter;
  gpointer date;

  self->plan = plan;
  self->calendar = plt_calendar_new (facts);
  self->dates = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, date_free);
  self->undated = g_ptr_array_new ();
  self->first = self->last = PLT_DATE_NONE;
  for (guint i = 0; i < plan->days->len; i++)
    {
      PltDayPlan *day = plan->days->pdata[i];
      PltAgendaDate *at;

      if (day->day->date == PLT_DATE_NONE)
        {
          g_ptr_array_add (self->undated, day);
          continue;
        }
      at = ensure_date (self, day->day->date);
      g_ptr_array_add (at->days, day);
      find_gaps (self, availability, i, at);
    }
  for (guint i = 0; i < facts->events.n; i++)
    if (facts->events.items[i].date != PLT_DATE_NONE)
      g_ptr_array_add (ensure_date (self, facts->events.items[i].date)->events,
                       &facts->events.items[i]);
  g_hash_table_iter_init (&iter, self->dates);
  while (g_hash_table_iter_next (&iter, NULL, &date))
    g_ptr_array_sort (((PltAgendaDate *) date)->events, compare_events);
  return self;
}

void
plt_agenda_free (PltAgenda *self)
{
  if (self == NULL)
    return;
  plt_calendar_free (self->calendar);
  g_hash_table_unref (self->dates);
  g_ptr_array_unref (self->undated);
  g_free (self);
}

const PltAgendaDate *
plt_agenda_get (const PltAgenda *self, PltDate date)
{
  return g_hash_table_lookup (self->dates, GINT_TO_POINTER (date));
}

const char *
plt_agenda_holiday (const PltAgenda *self, PltDate date)
{
  const PltHoliday *holiday
      = plt_calendar_holiday (self->calendar, date, plt_calendar_territory (self->calendar), FALSE);

  return holiday != NULL ? holiday->name : NULL;
}

const char *
plt_agenda_closing (const PltAgenda *self, PltDate date)
{
  const PltPeriodFacts *period = plt_calendar_period (self->calendar, date, "fermeture");

  if (period == NULL)
    period = plt_calendar_period (self->calendar, date, "chome");
  return period != NULL ? period->name : NULL;
}

const char *
plt_agenda_school (const PltAgenda *self, PltDate date)
{
  const PltPeriodFacts *period = plt_calendar_period (self->calendar, date, "vacances-scolaires");

  return period != NULL ? period->name : NULL;
}

gboolean
plt_agenda_is_off (const PltAgenda *self, PltDate date)
{
  return plt_date_weekday (date) == 7 || plt_agenda_holiday (self, date) != NULL
         || plt_agenda_closing (self, date) != NULL;
}

char *
plt_agenda_sets (const PltFacts *facts, const PltDayPlan *day, guint n)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      const PltSetFacts *set
          = sequence != NULL ? PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set) : NULL;

      if (set == NULL || g_ptr_array_find (seen, set, NULL))
        continue;
      if (n > 0 && seen->len == n)
        {
          g_string_append (text, " …");
          break;
        }
      g_string_append_printf (text, "%s%s", seen->len > 0 ? ", " : "", set->name);
      g_ptr_array_add (seen, (gpointer) set);
    }
  return g_string_free (text, FALSE);
}

char *
plt_agenda_numbers (const PltFacts *facts, const PltDayPlan *day)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);

      if (sequence == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", sequence->number);
      if (*strip->part != '\0')
        g_string_append_printf (text, " (%s)", strip->part);
    }
  return g_string_free (text, FALSE);
}

char *
plt_agenda_who (const PltFacts *facts, const PltEventFacts *event)
{
  const PltElementFacts *element
      = PLT_FACTS_FIND (facts->elements, PltElementFacts, event->element);
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, event->person);
  const PltLocationFacts *place
      = PLT_FACTS_FIND (facts->locations, PltLocationFacts, event->location);

  if (element != NULL)
    return g_strdup (element->name);
  if (person != NULL)
    return plt_facts_person_name (person);
  return g_strdup (place != NULL ? place->name : "");
}

PltDate
plt_agenda_month_start (int year, int month, guint *n_weeks)
{
  PltDate first = plt_date_from_ymd (year, month, 1);
  PltDate next = plt_date_add_months (first, 1);
  PltDate monday = first - (plt_date_weekday (first) - 1);

  g_return_val_if_fail (first != PLT_DATE_NONE, PLT_DATE_NONE);

  if (n_weeks != NULL)
    *n_weeks = (guint) (next - monday + 6) / 7;
  return monday;
}

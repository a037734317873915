/* The events of a treasury plan, moved as a scenario says, and where the phases are paid. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-events.h"
#include "plt-cash-plan-private.h"

/* Dates are left alone from here on: they are too far anyway. */
#define LAST_YEAR 9900

static const char *const events[PLT_CASH_N_EVENTS]
    = { "debut-preparation", "premier-jour", "fin-tournage",
        "fin-montage",       "livraison",    "acceptation" };
static const char *const event_labels[PLT_CASH_N_EVENTS]
    = { N_ ("Start of preparation"), N_ ("First shooting day"), N_ ("End of shooting"),
        N_ ("End of editing"),       N_ ("Delivery"),           N_ ("Acceptance") };

gboolean
plt_cash_is_change (const PltScenarioChangeFacts *change, const char *kind)
{
  return change->kind != NULL && strcmp (change->kind, kind) == 0;
}

PltDate
plt_cash_delta (const PltScenarioChangeFacts *change, PltDate date)
{
  gint64 delta = 0;

  if (change->date != PLT_DATE_NONE && date != PLT_DATE_NONE)
    delta = (gint64) change->date - date;
  else if (change->offset_days != PLT_UNKNOWN)
    delta = change->offset_days;
  return (PltDate) CLAMP (delta, -PLT_CASH_HORIZON, PLT_CASH_HORIZON);
}

int
plt_cash_event_index (const char *event)
{
  for (int i = 0; i < PLT_CASH_N_EVENTS; i++)
    if (strcmp (event, events[i]) == 0)
      return i;
  return -1;
}

/* What a scenario moves an event by. */
static PltDate
shift_of (const PltCashBuilder *self, const char *event, gint64 task, gint64 source, PltDate base)
{
  gint64 shift = 0;

  for (guint i = 0; i < self->n_changes; i++)
    {
      const PltScenarioChangeFacts *change = &self->changes[i];

      if (!plt_cash_is_change (change, "evenement-decale"))
        continue;
      if (task != 0
              ? change->task != task
              : change->task != 0 || change->event == NULL || strcmp (change->event, event) != 0
                    || (change->funding_source != 0 && change->funding_source != source))
        continue;
      shift += plt_cash_delta (change, base);
    }
  return (PltDate) CLAMP (shift, -PLT_CASH_HORIZON, PLT_CASH_HORIZON);
}

static int
add_event (PltCashBuilder *self,
           const char *event,
           PltRef ref,
           const char *label,
           PltDate base,
           PltDate shift)
{
  PltCashEvent one = { event, ref, g_strdup (label), base, base, 0 };

  if (base != PLT_DATE_NONE)
    one.date = (PltDate) CLAMP ((gint64) base + shift, G_MININT32 / 2, G_MAXINT32 / 2);
  g_array_append_val (self->result->events, one);
  return (int) self->result->events->len - 1;
}

static PltDate
date_at (const PltCashBuilder *self, int index)
{
  return g_array_index (self->result->events, PltCashEvent, index).date;
}

PltDate
plt_cash_signature (PltCashBuilder *self, const PltFundingFacts *source, int *index)
{
  GArray *list = self->result->events;

  for (guint i = PLT_CASH_N_EVENTS; i < list->len; i++)
    if (g_array_index (list, PltCashEvent, i).ref.id == source->id
        && strcmp (g_array_index (list, PltCashEvent, i).event, "signature") == 0)
      *index = (int) i;
  if (*index < 0)
    {
      g_autofree char *label = g_strdup_printf ("%s · %s", _ ("Signature"), source->name);

      *index = add_event (self, "signature", (PltRef){ "funding_source", source->id, NULL }, label,
                          source->date, shift_of (self, "signature", 0, source->id, source->date));
    }
  return date_at (self, *index);
}

static PltDate
task_end (PltCashBuilder *self, gint64 id, int *index)
{
  GArray *list = self->result->events;
  const PltTaskFacts *task = PLT_FACTS_FIND (self->facts->tasks, PltTaskFacts, id);

  *index = -1;
  if (task == NULL)
    return PLT_DATE_NONE;
  for (guint i = PLT_CASH_N_EVENTS; i < list->len; i++)
    if (g_array_index (list, PltCashEvent, i).ref.id == id
        && strcmp (g_array_index (list, PltCashEvent, i).event, "task") == 0)
      *index = (int) i;
  if (*index < 0)
    *index = add_event (self, "task", (PltRef){ "task", id, NULL }, task->name, task->end_date,
                        shift_of (self, "", id, 0, task->end_date));
  return date_at (self, *index);
}

PltDate
plt_cash_date_of (PltCashBuilder *self, const char *event, gint64 task, int *index)
{
  *index = -1;
  if (task != 0)
    return task_end (self, task, index);
  *index = plt_cash_event_index (event);
  return *index >= 0 ? date_at (self, *index) : PLT_DATE_NONE;
}

/* ---- phases ---- */

PltCashPhase
plt_cash_phase (const char *phase)
{
  if (strcmp (phase, "preparation") == 0)
    return PLT_CASH_PHASE_PREPARATION;
  return strcmp (phase, "finitions") == 0 ? PLT_CASH_PHASE_FINISHING : PLT_CASH_PHASE_SHOOT;
}

int
plt_cash_phase_event (PltCashPhase phase)
{
  switch (phase)
    {
    case PLT_CASH_PHASE_PREPARATION:
    case PLT_CASH_PHASE_WHOLE:
      return PLT_CASH_PREPARATION;
    case PLT_CASH_PHASE_FINISHING:
      return PLT_CASH_LAST_DAY;
    case PLT_CASH_PHASE_SHOOT:
    case PLT_CASH_N_PHASES:
    default:
      return PLT_CASH_FIRST_DAY;
    }
}

PltDate
plt_cash_month_end (PltDate date)
{
  int year, month, day;

  plt_date_to_ymd (date, &year, &month, &day);
  if (year >= LAST_YEAR)
    return date;
  return month == 12 ? plt_date_from_ymd (year, 12, 31)
                     : plt_date_from_ymd (year, month + 1, 1) - 1;
}

PltDate
plt_cash_day_of_month (PltDate date, int months, int day)
{
  int year, month, old, end_day;
  PltDate end;

  plt_date_to_ymd (date, &year, &month, &old);
  if (year >= LAST_YEAR)
    return date;
  month += months - 1;
  year += month / 12;
  month = month % 12 + 1;
  end = plt_cash_month_end (plt_date_from_ymd (year, month, 1));
  plt_date_to_ymd (end, &year, &month, &end_day);
  return end - end_day + MIN (day, end_day);
}

/* A working day more, paid on that date: days come in order. */
static void
add_day (PltCashSlots *slots, PltDate paid)
{
  if (slots->n == 0 || slots->dates[slots->n - 1] != paid)
    {
      if ((slots->n & (slots->n - 1)) == 0)
        {
          guint room = MAX (8, slots->n * 2);

          slots->dates = g_renew (PltDate, slots->dates, room);
          slots->moved[0] = g_renew (PltDate, slots->moved[0], room);
          slots->moved[1] = g_renew (PltDate, slots->moved[1], room);
          slots->sums = g_renew (gint64, slots->sums, room);
        }
      slots->dates[slots->n] = paid;
      slots->sums[slots->n] = slots->n > 0 ? slots->sums[slots->n - 1] : 0;
      slots->n++;
    }
  slots->sums[slots->n - 1]++;
}

static void
add_work (PltCashBuilder *self, PltCashPhase phase, PltDate date)
{
  const PltDate friday = date + (12 - plt_date_weekday (date)) % 7;

  add_day (&self->months[phase], plt_cash_month_end (date));
  add_day (&self->weeks[phase], friday);
}

static gboolean
is_near (const PltCashBuilder *self, PltDate date)
{
  return date != PLT_DATE_NONE && ABS ((gint64) date - self->anchor) <= 2 * PLT_CASH_HORIZON;
}

/* Monday to Friday from one day to the other; the first day when there is none. */
static void
add_span (PltCashBuilder *self, PltCashPhase phase, PltDate from, PltDate to)
{
  guint before = self->months[phase].n;

  if (!is_near (self, from))
    return;
  if (!is_near (self, to) || to < from)
    to = from;
  for (PltDate date = from; date <= to; date++)
    if (plt_date_weekday (date) <= 5)
      add_work (self, phase, date);
  if (self->months[phase].n == before)
    add_work (self, phase, from);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  PltDate one = *(const PltDate *) a, two = *(const PltDate *) b;

  return one < two ? -1 : one > two;
}

static void
add_shoot (PltCashBuilder *self, PltDate first)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (PltDate));

  for (guint i = 0; i < self->plan->days->len; i++)
    {
      const PltDayPlan *day = self->plan->days->pdata[i];
      PltDate date = day->day->date;

      if (day->number == 0 || date == PLT_DATE_NONE)
        continue;
      date += self->shift;
      if (is_near (self, date))
        g_array_append_val (dates, date);
    }
  g_array_sort (dates, compare_dates);
  for (guint i = 0; i < dates->len; i++)
    if (i == 0 || g_array_index (dates, PltDate, i) != g_array_index (dates, PltDate, i - 1))
      add_work (self, PLT_CASH_PHASE_SHOOT, g_array_index (dates, PltDate, i));
  if (dates->len == 0 && is_near (self, first))
    add_work (self, PLT_CASH_PHASE_SHOOT, first);
}

static void
add_phases (PltCashBuilder *self)
{
  PltDate start = date_at (self, PLT_CASH_PREPARATION), first = date_at (self, PLT_CASH_FIRST_DAY);
  PltDate last = date_at (self, PLT_CASH_LAST_DAY), end = date_at (self, PLT_CASH_DELIVERY);

  if (first == PLT_DATE_NONE)
    return;
  if (last == PLT_DATE_NONE || last < first)
    last = first;
  if (end == PLT_DATE_NONE)
    end = plt_cash_task_bound (self->facts, "postproduction", NULL, TRUE);
  if (end == PLT_DATE_NONE || end < last)
    end = last;
  if (start == PLT_DATE_NONE || start > first)
    start = first;
  add_span (self, PLT_CASH_PHASE_PREPARATION, start, MAX (start, first - 1));
  add_shoot (self, first);
  add_span (self, PLT_CASH_PHASE_FINISHING, MIN (last + 1, end), end);
  add_span (self, PLT_CASH_PHASE_WHOLE, start, end);
}

/* Events first: what is moved by them follows. */
void
plt_cash_dates (PltCashBuilder *self)
{
  for (int i = 0; i < PLT_CASH_N_EVENTS; i++)
    {
      PltDate base = plt_cash_event_date (self->facts, self->plan, events[i], PLT_DATE_NONE);
      PltDate shift = shift_of (self, events[i], 0, 0, base);

      if (i == PLT_CASH_FIRST_DAY)
        self->shift = shift;
      else if (i == PLT_CASH_LAST_DAY)
        shift += self->shift;
      add_event (self, events[i], (PltRef){ "production", self->facts->production.id, NULL },
                 _ (event_labels[i]), base, shift);
    }
  add_phases (self);
}

static void
slots_clear (PltCashSlots *slots)
{
  g_free (slots->dates);
  g_free (slots->moved[0]);
  g_free (slots->moved[1]);
  g_free (slots->sums);
}

void
plt_cash_slots_clear (PltCashBuilder *self)
{
  for (guint i = 0; i < PLT_CASH_N_PHASES; i++)
    {
      slots_clear (&self->months[i]);
      slots_clear (&self->weeks[i]);
    }
}

/* ---- scenarios ---- */

PltScenarioChangeFacts
plt_cash_change (const char *kind)
{
  return (PltScenarioChangeFacts){ .kind = kind,
                                   .label = "",
                                   .event = "",
                                   .amount_cents = PLT_UNKNOWN,
                                   .offset_days = PLT_UNKNOWN,
                                   .date = PLT_DATE_NONE,
                                   .note = "" };
}

GArray *
plt_cash_scenario_changes (const PltFacts *facts, gint64 scenario)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));

  for (guint i = 0; i < facts->scenario_changes.n; i++)
    if (facts->scenario_changes.items[i].scenario == scenario)
      g_array_append_val (changes, facts->scenario_changes.items[i]);
  return changes;
}

/* Journeys and stays: dates, overlaps, nights without a bed, bookings that are due. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-moves-check.h"
#include "plt-moves-totals.h"
#include "plt-time.h"
#include "plt-moves-private.h"

typedef struct
{
  const PltFacts *facts;
  const PltReferential *table; /* (nullable) */
  PltDate today;
  GPtrArray *issues;
} Check;

static gboolean
is_off (const PltTravelFacts *travel)
{
  return strcmp (text_of (travel->status), "annule") == 0;
}

static PltRef
ref_of (const PltTravelFacts *travel, const char *column)
{
  return (PltRef){ "travel", travel->id, column };
}

static char *
name_of (const Check *self, const PltTravelFacts *travel)
{
  const PltPersonFacts *person
      = PLT_FACTS_FIND (self->facts->people, PltPersonFacts, travel->person);

  return person != NULL ? plt_facts_person_name (person) : g_strdup (text_of (travel->to_place));
}

/* ---- one row ---- */

static void
check_dates (const Check *self, const PltTravelFacts *travel)
{
  g_autofree char *name = name_of (self, travel);

  if (travel->to_date == PLT_DATE_NONE)
    return;
  if (travel->to_date < travel->from_date
      || (travel->to_date == travel->from_date && !plt_travel_is_stay (travel)
          && travel->start_minutes != PLT_UNKNOWN && travel->end_minutes != PLT_UNKNOWN
          && travel->end_minutes < travel->start_minutes))
    plt_issues_add (self->issues, "travel.dates", PLT_SEVERITY_ERROR, ref_of (travel, "to_date"),
                    NULL, _ ("The journey or stay of %s ends before it begins."), name);
  else if (plt_travel_is_stay (travel) && travel->nights != PLT_UNKNOWN
           && travel->nights != travel->to_date - travel->from_date)
    plt_issues_add (self->issues, "travel.nights", PLT_SEVERITY_WARNING, ref_of (travel, "nights"),
                    NULL,
                    _ ("The stay of %s says %d nights and its dates say %d. Correct one of them."),
                    name, (int) travel->nights, (int) (travel->to_date - travel->from_date));
}

static void
check_booking (const Check *self, const PltTravelFacts *travel)
{
  const char *source;
  gint64 days = plt_moves_rule (self->table, "reservation-delai", &source, NULL);
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;

  if (self->today == PLT_DATE_NONE || days == PLT_UNKNOWN || travel->from_date == PLT_DATE_NONE
      || strcmp (text_of (travel->status), "a-faire") != 0 || travel->from_date < self->today
      || travel->from_date - self->today > days)
    return;
  name = name_of (self, travel);
  date = plt_date_format_short (travel->from_date);
  plt_issues_add (self->issues, "travel.to-book", PLT_SEVERITY_WARNING, ref_of (travel, "status"),
                  source, _ ("The journey or stay of %s on %s is not booked yet."), name, date);
}

/* The call of somebody on a date, of the sheet in force. */
static const PltCallFacts *
call_on (const Check *self, gint64 person, PltDate date)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; person != 0 && i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];
      const PltSheetFacts *sheet
          = call->person == person ? PLT_FACTS_FIND (facts->sheets, PltSheetFacts, call->call_sheet)
                                   : NULL;
      const PltDayFacts *day
          = sheet != NULL ? PLT_FACTS_FIND (facts->days, PltDayFacts, sheet->day) : NULL;

      if (day != NULL && day->date == date && plt_callsheet_of_day (facts, day->id) == sheet)
        return call;
    }
  return NULL;
}

static gint64
hour_of_call (const PltCallFacts *call)
{
  return call->arrival_minutes != PLT_UNKNOWN ? call->arrival_minutes
         : call->hmc_minutes != PLT_UNKNOWN   ? call->hmc_minutes
                                              : call->pat_minutes;
}

/* A train that comes in after its passenger was wanted. Going home after the wrap is none: it
 * leaves after the call. */
static void
check_after_call (const Check *self, const PltTravelFacts *travel)
{
  PltDate date = travel->to_date != PLT_DATE_NONE ? travel->to_date : travel->from_date;
  const PltCallFacts *call;
  gint64 hour;

  if (plt_travel_is_stay (travel) || travel->end_minutes == PLT_UNKNOWN || date == PLT_DATE_NONE)
    return;
  call = call_on (self, travel->person, date);
  hour = call != NULL ? hour_of_call (call) : PLT_UNKNOWN;
  if (hour == PLT_UNKNOWN || travel->end_minutes <= hour
      || (travel->from_date == date
          && (travel->start_minutes == PLT_UNKNOWN || travel->start_minutes > hour)))
    return;
  {
    g_autofree char *name = name_of (self, travel);
    g_autofree char *day = plt_date_format_short (date);
    g_autofree char *arrival = plt_clock_format (travel->end_minutes);
    g_autofree char *wanted = plt_clock_format (hour);

    plt_issues_add (self->issues, "travel.after-call", PLT_SEVERITY_ERROR,
                    ref_of (travel, "end_minutes"), NULL,
                    _ ("On %s the journey of %s arrives at %s and the call is at %s. Let them "
                       "travel earlier."),
                    day, name, arrival, wanted);
  }
}

/* ---- two rows of one person ---- */

/* Stays by nights, journeys by hours where both are known. */
static gboolean
overlap (const PltTravelFacts *a, const PltTravelFacts *b)
{
  PltDate a_end = a->to_date != PLT_DATE_NONE ? a->to_date : a->from_date;

  if (plt_travel_is_stay (a))
    return plt_travel_nights (a) != PLT_UNKNOWN
           && b->from_date < a->from_date + plt_travel_nights (a) && plt_travel_nights (b) != 0;
  if (b->from_date != a_end)
    return b->from_date < a_end;
  return a->end_minutes != PLT_UNKNOWN && b->start_minutes != PLT_UNKNOWN
         && b->start_minutes < a->end_minutes;
}

static void
check_two (const Check *self, const PltTravelFacts *a, const PltTravelFacts *b)
{
  g_autofree char *name = name_of (self, b);
  g_autofree char *date = plt_date_format_short (b->from_date);
  PltDate a_last, b_last;

  if (plt_travel_is_stay (a) == plt_travel_is_stay (b) && overlap (a, b))
    plt_issues_add (
        self->issues, "travel.overlap", PLT_SEVERITY_ERROR, ref_of (b, "from_date"), NULL,
        plt_travel_is_stay (b) ? _ ("%s is lodged twice from %s on. Shorten one of the stays.")
                               : _ ("%s is on two journeys at once on %s. Move one of them."),
        name, date);
  if (a->per_diem_cents == PLT_UNKNOWN || b->per_diem_cents == PLT_UNKNOWN || a->per_diem_cents <= 0
      || b->per_diem_cents <= 0)
    return;
  a_last = a->from_date + (PltDate) plt_travel_days (a) - 1;
  b_last = b->from_date + (PltDate) plt_travel_days (b) - 1;
  if (b->from_date <= a_last && a->from_date <= b_last)
    plt_issues_add (self->issues, "travel.per-diem-twice", PLT_SEVERITY_WARNING,
                    ref_of (b, "per_diem_cents"), NULL,
                    _ ("%s has two per diems on %s. Leave one of them empty."), name, date);
}

static void
check_pairs (const Check *self)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->travels.n; i++)
    for (guint j = 0; j < facts->travels.n; j++)
      {
        const PltTravelFacts *a = &facts->travels.items[j], *b = &facts->travels.items[i];

        if (i == j || a->person == 0 || a->person != b->person || is_off (a) || is_off (b)
            || a->from_date == PLT_DATE_NONE || b->from_date == PLT_DATE_NONE
            || a->from_date > b->from_date || (a->from_date == b->from_date && j > i))
          continue;
        check_two (self, a, b);
      }
}

/* ---- a bed near the set ---- */

static gboolean
is_lodged (const PltFacts *facts, gint64 person, PltDate night)
{
  for (guint i = 0; i < facts->travels.n; i++)
    {
      const PltTravelFacts *travel = &facts->travels.items[i];

      if (travel->person == person && !is_off (travel) && plt_travel_is_stay (travel)
          && travel->from_date != PLT_DATE_NONE && night >= travel->from_date
          && (plt_travel_nights (travel) == PLT_UNKNOWN
              || night < travel->from_date + plt_travel_nights (travel)))
        return TRUE;
    }
  return FALSE;
}

/* Somebody whose drive is known to be long is called on two days in a row and has no bed in
 * between. */
static void
check_beds (const Check *self)
{
  const PltFacts *facts = self->facts;
  const char *source;
  gint64 far = plt_moves_rule (self->table, "loin", &source, NULL);

  for (guint i = 0; far != PLT_UNKNOWN && i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);
      const PltSheetFacts *sheet = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, call->call_sheet);
      const PltDayFacts *day
          = sheet != NULL ? PLT_FACTS_FIND (facts->days, PltDayFacts, sheet->day) : NULL;
      g_autofree char *name = NULL;
      g_autofree char *date = NULL;
      g_autofree char *length = NULL;

      if (person == NULL || person->drive_minutes == PLT_UNKNOWN || person->drive_minutes <= far
          || day == NULL || day->date == PLT_DATE_NONE
          || plt_callsheet_of_day (facts, day->id) != sheet
          || call_on (self, person->id, day->date - 1) == NULL
          || is_lodged (facts, person->id, day->date - 1))
        continue;
      name = plt_facts_person_name (person);
      date = plt_date_format_short (day->date - 1);
      length = plt_duration_format (person->drive_minutes);
      plt_issues_add (self->issues, "travel.no-lodging", PLT_SEVERITY_WARNING,
                      (PltRef){ "person", person->id, "drive_minutes" }, source,
                      _ ("%s, %s from the set, is called on two days in a row and has no lodging "
                         "in the night of %s. Book a room, or correct the drive."),
                      name, length, date);
    }
}

void
plt_check_travels (const PltFacts *facts,
                   const PltReferential *table,
                   PltDate today,
                   GPtrArray *issues)
{
  const Check self = { facts, table, today, issues };

  for (guint i = 0; i < facts->travels.n; i++)
    {
      const PltTravelFacts *travel = &facts->travels.items[i];

      if (is_off (travel))
        continue;
      check_dates (&self, travel);
      check_booking (&self, travel);
      check_after_call (&self, travel);
    }
  check_pairs (&self);
  check_beds (&self);
}

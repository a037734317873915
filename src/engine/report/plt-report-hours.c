/* The hours of a day, planned and real, who was called and who came. */
#include <string.h>

#include "plt-callsheet.h"
#include "plt-report-private.h"

#define DAY 1440
#define NOON (DAY / 2)

static gint64
first_known (gint64 one, gint64 other)
{
  return one != PLT_UNKNOWN ? one : other;
}

static gint64
difference (gint64 later, gint64 earlier)
{
  return later != PLT_UNKNOWN && earlier != PLT_UNKNOWN ? later - earlier : PLT_UNKNOWN;
}

static void
plan_hours (const PltFacts *facts, PltReportDay *day)
{
  const PltSheetFacts *sheet
      = day->day != NULL ? plt_callsheet_of_day (facts, day->day->day->id) : NULL;
  const PltDayFacts *row = day->day != NULL ? day->day->day : NULL;

  day->planned_crew = sheet != NULL ? sheet->crew_minutes : PLT_UNKNOWN;
  day->planned_pat = sheet != NULL ? sheet->pat_minutes : PLT_UNKNOWN;
  day->planned_meal = sheet != NULL ? sheet->meal_minutes : PLT_UNKNOWN;
  day->planned_end = sheet != NULL ? sheet->end_minutes : PLT_UNKNOWN;
  if (row == NULL)
    return;
  day->planned_crew = first_known (day->planned_crew, row->start_minutes);
  day->planned_end = first_known (day->planned_end, row->end_minutes);
}

/* What the log says of the hours that the report leaves open. */
static void
read_log (const PltFacts *facts, PltReportDay *day)
{
  gint64 first = PLT_UNKNOWN, last = PLT_UNKNOWN, meal = PLT_UNKNOWN;

  for (guint i = 0; i < facts->log.n; i++)
    {
      const PltLogFacts *line = &facts->log.items[i];

      if (line->day_report != day->report->id || line->start_minutes == PLT_UNKNOWN)
        continue;
      if (strcmp (line->kind, "prise") == 0)
        {
          first = first == PLT_UNKNOWN ? line->start_minutes : MIN (first, line->start_minutes);
          last = last == PLT_UNKNOWN ? line->start_minutes : MAX (last, line->start_minutes);
        }
      else if (strcmp (line->kind, "repas") == 0 && meal == PLT_UNKNOWN)
        meal = line->start_minutes;
    }
  day->first_shot = first_known (day->first_shot, first);
  day->last_shot = first_known (day->last_shot, last);
  day->meal = first_known (day->meal, meal);
}

/* Of a crew that came in the afternoon, an hour of the morning is that of the day after, as the
 * clock showed it: 1h30 is 25h30. */
static void
pass_midnight (PltReportDay *day)
{
  gint64 *hours[]
      = { &day->pat, &day->first_shot, &day->meal, &day->meal_end, &day->last_shot, &day->end };

  if (day->crew == PLT_UNKNOWN || day->crew < NOON)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    if (*hours[i] != PLT_UNKNOWN && *hours[i] >= 0 && *hours[i] < NOON)
      *hours[i] += DAY;
}

/* The length of a pause: 0 for one that was not taken, unknown when one end of it is missing. */
static gint64
pause_of (gint64 from, gint64 to)
{
  if (from == PLT_UNKNOWN && to == PLT_UNKNOWN)
    return 0;
  return difference (to, from);
}

static void
sum_hours (const PltPlan *plan, PltReportDay *day)
{
  gint64 meal = pause_of (day->meal, day->meal_end);
  gint64 second = day->report != NULL ? pause_of (day->report->second_meal_minutes,
                                                  day->report->second_meal_end_minutes)
                                      : 0;
  gint64 usual = plan->schedule != NULL ? plan->schedule->day_minutes : PLT_UNKNOWN;

  day->pat_late = difference (day->pat, day->planned_pat);
  day->end_late = difference (day->end, day->planned_end);
  day->span = difference (day->end, day->crew);
  if (day->span != PLT_UNKNOWN && (day->span < 0 || day->span > 2 * DAY))
    day->span = PLT_UNKNOWN; /* a slip of the keys */
  if (day->span != PLT_UNKNOWN && meal != PLT_UNKNOWN && second != PLT_UNKNOWN)
    day->work = MAX (day->span - meal - second, 0);
  if (day->work != PLT_UNKNOWN && usual != PLT_UNKNOWN)
    day->over = MAX (day->work - usual, 0);
}

void
plt_report_fill_hours (const PltFacts *facts, const PltPlan *plan, PltReportDay *day)
{
  const PltReportFacts *report = day->report;

  plan_hours (facts, day);
  day->span = day->work = day->over = PLT_UNKNOWN;
  day->crew = report != NULL ? report->crew_minutes : PLT_UNKNOWN;
  day->pat = report != NULL ? report->pat_minutes : PLT_UNKNOWN;
  day->first_shot = report != NULL ? report->first_shot_minutes : PLT_UNKNOWN;
  day->meal = report != NULL ? report->meal_minutes : PLT_UNKNOWN;
  day->meal_end = report != NULL ? report->meal_end_minutes : PLT_UNKNOWN;
  day->last_shot = report != NULL ? report->last_shot_minutes : PLT_UNKNOWN;
  day->end = report != NULL ? report->end_minutes : PLT_UNKNOWN;
  if (report != NULL)
    read_log (facts, day);
  pass_midnight (day);
  sum_hours (plan, day);
}

/* ---- people ---- */

static gboolean
was_there (const PltFacts *facts, const PltReportDay *day, gint64 person)
{
  for (guint i = 0; i < facts->hours.n; i++)
    {
      const PltHoursFacts *hours = &facts->hours.items[i];

      if (hours->person == person && hours->date == day->date
          && strcmp (hours->kind, "absence") != 0 && strcmp (hours->kind, "repos") != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
hours_are_known (const PltFacts *facts, const PltReportDay *day)
{
  for (guint i = 0; i < facts->hours.n; i++)
    if (facts->hours.items[i].date == day->date
        && strcmp (facts->hours.items[i].status, "prevu") != 0)
      return TRUE;
  return FALSE;
}

void
plt_report_fill_people (const PltFacts *facts, PltReportDay *day)
{
  const PltSheetFacts *sheet
      = day->day != NULL ? plt_callsheet_of_day (facts, day->day->day->id) : NULL;
  gboolean known = hours_are_known (facts, day);

  day->actors_called = day->actors_present = PLT_UNKNOWN;
  day->background_called = PLT_UNKNOWN;
  day->background_present = day->report != NULL ? day->report->background : PLT_UNKNOWN;
  if (sheet == NULL)
    return;
  day->actors_called = day->background_called = 0;
  day->actors_present = known ? 0 : PLT_UNKNOWN;
  for (guint i = 0; i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];

      if (call->call_sheet != sheet->id)
        continue;
      if (strcmp (call->group, "figuration") == 0)
        day->background_called += call->count != PLT_UNKNOWN ? call->count : 1;
      else if (strcmp (call->group, "comediens") == 0)
        {
          day->actors_called++;
          if (known && call->person != 0 && was_there (facts, day, call->person))
            day->actors_present++;
        }
    }
}

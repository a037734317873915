#include "plt-call-checks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-call-day.h"
#include "plt-callsheet.h"
#include "plt-sun.h"
#include "plt-territory.h"
#include "plt-time.h"

#define DAY 1440
#define YEARS_ADULT 18  /* Code du travail L3161-1 */
#define YEARS_PERMIT 16 /* L7124-1 */

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltDayPlan *day, *before; /* (nullable) before: the day of its unit before it */
  const PltSheetFacts *sheet;
  const PltRules *rules;
  GPtrArray *issues;
} Check;

static char *
name_of (const PltFacts *facts, const PltCallFacts *call)
{
  const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role);
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);

  if (role != NULL)
    return g_strdup (role->name);
  return person != NULL ? plt_facts_person_name (person) : g_strdup (call->function);
}

/* ---- hours that do not fit ---- */

static const char *
column_of (PltCallHour hour)
{
  switch (hour)
    {
    case PLT_HOUR_PICKUP:
      return "pickup_minutes";
    case PLT_HOUR_ARRIVAL:
      return "arrival_minutes";
    case PLT_HOUR_PAT:
      return "pat_minutes";
    case PLT_HOUR_END:
      return "end_minutes";
    case PLT_HOUR_DRESS:
      return "dress_start_minutes";
    case PLT_HOUR_MAKEUP:
      return "makeup_start_minutes";
    case PLT_HOUR_HAIR:
      return "hair_start_minutes";
    case PLT_HOUR_HMC:
    default:
      return "hmc_minutes";
    }
}

static PltIssue *
issue_of_two (const Check *self,
              const PltCallConflict *conflict,
              PltRef ref,
              const char *name,
              const char *other)
{
  g_autofree char *minutes = plt_duration_format (conflict->minutes);

  if (conflict->kind == PLT_CONFLICT_QUEUE)
    return plt_issue_new (
        "sheet.chairs", PLT_SEVERITY_WARNING, ref, NULL,
        _ ("Call sheet %d: the chairs do not suffice. %s waits for %s and begins the HMC %s "
           "sooner, before the crew call. Add a chair, or put a PAT later."),
        (int) self->sheet->number, name, other, minutes);
  return plt_issue_new ("sheet.chair-twice", PLT_SEVERITY_ERROR, ref, NULL,
                        _ ("Call sheet %d: %s and %s need the same chair at the same time. Add a "
                           "chair, or move an hour."),
                        (int) self->sheet->number, name, other);
}

static PltIssue *
issue_of_one (const Check *self, const PltCallConflict *conflict, PltRef ref, const char *name)
{
  int number = (int) self->sheet->number;
  g_autofree char *minutes = plt_duration_format (conflict->minutes);

  switch (conflict->kind)
    {
    case PLT_CONFLICT_PART:
    case PLT_CONFLICT_HMC:
      return plt_issue_new ("sheet.hmc-late", PLT_SEVERITY_ERROR, ref, NULL,
                            _ ("Call sheet %d: the HMC of %s begins %s too late to be ready at the "
                               "PAT. Begin it earlier, or put the PAT later."),
                            number, name, minutes);
    case PLT_CONFLICT_ARRIVAL:
      return plt_issue_new ("sheet.arrival-late", PLT_SEVERITY_ERROR, ref, NULL,
                            _ ("Call sheet %d: %s arrives %s after the HMC, or the PAT, begins. "
                               "Put the arrival earlier."),
                            number, name, minutes);
    case PLT_CONFLICT_PICKUP:
      return plt_issue_new ("sheet.pickup-late", PLT_SEVERITY_ERROR, ref, NULL,
                            _ ("Call sheet %d: with the drive, the pick-up of %s is %s too late "
                               "for the arrival. Put it earlier."),
                            number, name, minutes);
    case PLT_CONFLICT_BEFORE:
      return plt_issue_new ("sheet.day-before", PLT_SEVERITY_WARNING, ref, NULL,
                            _ ("Call sheet %d: %s would have to begin %s before midnight. Put the "
                               "PAT later, or lodge them nearer."),
                            number, name, minutes);
    case PLT_CONFLICT_QUEUE:
    case PLT_CONFLICT_CHAIRS:
    case PLT_CONFLICT_STOPS:
    case PLT_CONFLICT_SEATS:
    default:
      return NULL;
    }
}

static void
tell_conflict (const Check *self, const PltCallConflict *conflict, const GPtrArray *calls)
{
  const PltCallFacts *call;
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;
  PltRef ref;
  PltIssue *issue;

  if (conflict->callee < 0)
    return;
  call = calls->pdata[conflict->callee];
  ref = (PltRef){ "call", call->id, column_of (conflict->hour) };
  name = name_of (self->facts, call);
  if (conflict->other >= 0)
    other = name_of (self->facts, calls->pdata[conflict->other]);
  issue = conflict->kind == PLT_CONFLICT_QUEUE || conflict->kind == PLT_CONFLICT_CHAIRS
              ? issue_of_two (self, conflict, ref, name, other != NULL ? other : "")
              : issue_of_one (self, conflict, ref, name);
  if (issue != NULL)
    g_ptr_array_add (self->issues, issue);
}

/* What is stored is told as it is; who waits for a chair is known once it is computed. */
static void
check_fit (const Check *self)
{
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();
  g_autoptr (PltCallDay) day = plt_call_day_of_sheet (self->facts, self->sheet, calls);
  g_autoptr (GArray) stored = plt_call_day_conflicts (day);
  g_autoptr (GArray) computed = NULL;

  for (guint i = 0; i < stored->len; i++)
    tell_conflict (self, &g_array_index (stored, PltCallConflict, i), calls);
  if (day->chairs[PLT_HMC_MAKEUP] == 0 && day->chairs[PLT_HMC_HAIR] == 0)
    return;
  plt_call_day_solve (day);
  computed = plt_call_day_conflicts (day);
  for (guint i = 0; i < computed->len; i++)
    if (g_array_index (computed, PltCallConflict, i).kind == PLT_CONFLICT_QUEUE)
      tell_conflict (self, &g_array_index (computed, PltCallConflict, i), calls);
}

/* ---- rest ---- */

gint64
plt_minutes_between (const PltFacts *facts, PltDate from, gint64 end, PltDate to, gint64 start)
{
  PltTerritory territory = plt_territory_of_place (facts, NULL);
  int before, after;
  gint64 minutes = (gint64) (to - from) * DAY + start - end;

  if (plt_territory_offset (territory, from, end, &before)
      && plt_territory_offset (territory, to, start, &after))
    minutes += before - after;
  return minutes;
}

static const PltReportFacts *
report_of (const PltFacts *facts, const PltDayFacts *day)
{
  gint64 unit = day->unit == PLT_UNKNOWN ? 1 : day->unit;

  for (guint i = 0; i < facts->reports.n; i++)
    {
      const PltReportFacts *report = &facts->reports.items[i];

      if (report->date == day->date && (report->unit == PLT_UNKNOWN ? 1 : report->unit) == unit)
        return report;
    }
  return NULL;
}

/* The wrap of a day; `real`: its report says it. */
static gint64
wrap_of (const PltFacts *facts, const PltDayFacts *day, gboolean *real)
{
  const PltReportFacts *report = report_of (facts, day);
  const PltSheetFacts *sheet = plt_callsheet_of_day (facts, day->id);

  *real = report != NULL && report->end_minutes != PLT_UNKNOWN;
  if (*real)
    return report->end_minutes;
  return sheet != NULL && sheet->end_minutes != PLT_UNKNOWN ? sheet->end_minutes : day->end_minutes;
}

static void
check_crew_rest (const Check *self)
{
  const PltRule *rule = plt_rules_find (self->rules, NULL, "repos-quotidien");
  g_autofree char *length = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *hour = NULL;
  gboolean real;
  gint64 wrap, rest;

  if (rule == NULL || rule->value == PLT_UNKNOWN || self->before == NULL
      || self->sheet->crew_minutes == PLT_UNKNOWN)
    return;
  wrap = wrap_of (self->facts, self->before->day, &real);
  if (wrap == PLT_UNKNOWN)
    return;
  rest = MAX (plt_minutes_between (self->facts, self->before->day->date, wrap, self->day->day->date,
                                   self->sheet->crew_minutes),
              0);
  if (rest >= rule->value)
    return;
  length = plt_duration_format (rest);
  wanted = plt_duration_format (rule->value);
  hour = plt_clock_format (wrap);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("sheet.rest", PLT_SEVERITY_ERROR,
                     (PltRef){ "call_sheet", self->sheet->id, "crew_minutes" }, rule->source,
                     real ? _ ("Call sheet %d: the crew was really released at %s the day before "
                               "and has %s of rest instead of %s. Put the crew call later.")
                          : _ ("Call sheet %d: the crew is to be released at %s the day before "
                               "and has %s of rest instead of %s. Put the crew call later."),
                     (int) self->sheet->number, hour, length, wanted));
}

/* When somebody who is called was released on the day before, PLT_UNKNOWN when not there. */
static gint64
released (const Check *self, const PltCallFacts *call)
{
  const PltFacts *facts = self->facts;
  const PltSheetFacts *sheet = plt_callsheet_of_day (facts, self->before->day->id);
  gboolean real;
  gint64 wrap = wrap_of (facts, self->before->day, &real);

  for (guint i = 0; call->person != 0 && i < facts->hours.n; i++)
    if (facts->hours.items[i].person == call->person
        && facts->hours.items[i].date == self->before->day->date
        && strcmp (facts->hours.items[i].status, "prevu") != 0
        && facts->hours.items[i].end_minutes != PLT_UNKNOWN)
      return facts->hours.items[i].end_minutes;
  for (guint i = 0; sheet != NULL && i < facts->calls.n; i++)
    {
      const PltCallFacts *there = &facts->calls.items[i];

      if (there->call_sheet != sheet->id || there->role != call->role
          || there->person != call->person)
        continue;
      return there->end_minutes == PLT_UNKNOWN || (real && there->end_minutes == sheet->end_minutes)
                 ? wrap
                 : there->end_minutes;
    }
  return PLT_UNKNOWN;
}

static void
check_artist_rest (const Check *self, const PltRule *rule, const PltCallFacts *call)
{
  g_autofree char *name = NULL;
  g_autofree char *length = NULL;
  g_autofree char *wanted = NULL;
  gint64 start = call->arrival_minutes != PLT_UNKNOWN ? call->arrival_minutes : call->pat_minutes;
  gint64 end, rest;

  if (rule == NULL || rule->value == PLT_UNKNOWN || self->before == NULL || start == PLT_UNKNOWN)
    return;
  end = released (self, call);
  if (end == PLT_UNKNOWN)
    return;
  rest = MAX (
      plt_minutes_between (self->facts, self->before->day->date, end, self->day->day->date, start),
      0);
  if (rest >= rule->value)
    return;
  name = name_of (self->facts, call);
  length = plt_duration_format (rest);
  wanted = plt_duration_format (rule->value);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("sheet.artist-rest", PLT_SEVERITY_ERROR,
                     (PltRef){ "call", call->id, "arrival_minutes" }, rule->source,
                     _ ("Call sheet %d: %s has %s of rest since the day before instead of %s. Put "
                        "the arrival later."),
                     (int) self->sheet->number, name, length, wanted));
}

/* ---- minors ---- */

/* (nullable): "nuit-16" or "nuit-16-18" for somebody under 18, whose age may not be known. */
static const char *
night_of_minor (const PltFacts *facts, const PltCallFacts *call, PltDate date)
{
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);
  const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role);
  const PltCategoryFacts *category
      = role != NULL ? PLT_FACTS_FIND (facts->categories, PltCategoryFacts, role->category) : NULL;
  int year, month, day, born, born_month, born_day, age;

  if (person == NULL || person->birth_date == PLT_DATE_NONE || date == PLT_DATE_NONE)
    return category != NULL && category->hazard != NULL
                   && strstr (category->hazard, "enfant") != NULL
               ? "nuit-16"
               : NULL;
  plt_date_to_ymd (date, &year, &month, &day);
  plt_date_to_ymd (person->birth_date, &born, &born_month, &born_day);
  age = year - born - (month * 100 + day < born_month * 100 + born_day);
  return age >= YEARS_ADULT ? NULL : age >= YEARS_PERMIT ? "nuit-16-18" : "nuit-16";
}

/* The hours on the sheet, HMC and waiting included, against the night of minors or the hour of the
 * authorisation. */
static void
check_minor (const Check *self, const PltCallFacts *call, const char *night)
{
  const PltRule *rule = plt_rules_find (self->rules, "mineurs", night);
  const PltEngagementFacts *engagement = plt_call_engagement (self->facts, call->role);
  gint64 from, to, start;
  g_autofree char *name = NULL;
  g_autofree char *begins = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *morning = NULL;
  g_autofree char *evening = NULL;

  start = call->arrival_minutes != PLT_UNKNOWN ? call->arrival_minutes : call->pat_minutes;
  if (!plt_rule_interval (rule, &from, &to) || start == PLT_UNKNOWN
      || call->end_minutes == PLT_UNKNOWN)
    return;
  if (engagement != NULL && engagement->child_until_minutes > 0)
    from = MIN (engagement->child_until_minutes, DAY);
  to %= DAY;
  if (start >= to && call->end_minutes <= from)
    return;
  name = name_of (self->facts, call);
  begins = plt_clock_format (start);
  ends = plt_clock_format (call->end_minutes);
  morning = plt_clock_format (to);
  evening = plt_clock_format (from);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("sheet.minor-hours", PLT_SEVERITY_ERROR,
                     (PltRef){ "call", call->id, start < to ? "arrival_minutes" : "end_minutes" },
                     rule->source,
                     _ ("Call sheet %d: %s, a minor, is called from %s to %s; no earlier than %s "
                        "and no later than %s is allowed. Type the hour of release, or move the "
                        "sequence."),
                     (int) self->sheet->number, name, begins, ends, morning, evening));
}

static void
check_people (const Check *self)
{
  g_autofree char *artists = g_strconcat (self->facts->production.agreement, "-artistes", NULL);
  const PltRule *rest = plt_rules_find (self->rules, artists, "repos-quotidien");

  for (guint i = 0; i < self->facts->calls.n; i++)
    {
      const PltCallFacts *call = &self->facts->calls.items[i];
      const char *night;

      if (call->call_sheet != self->sheet->id || call->role == 0)
        continue;
      check_artist_rest (self, rest, call);
      night = night_of_minor (self->facts, call, self->day->day->date);
      if (night != NULL)
        check_minor (self, call, night);
    }
}

/* ---- light ---- */

static void
tell_light (const Check *self,
            const PltStripFacts *strip,
            const PltSequenceFacts *sequence,
            gint64 start,
            gint64 end,
            const PltSun *sun,
            gboolean day)
{
  g_autofree char *begins = plt_clock_format (start);
  g_autofree char *ends = plt_clock_format (end);
  g_autofree char *rise = plt_clock_format (sun->rise);
  g_autofree char *set = plt_clock_format (sun->set);

  g_ptr_array_add (
      self->issues,
      plt_issue_new (
          "sheet.light", PLT_SEVERITY_WARNING, (PltRef){ "strip", strip->id, NULL }, NULL,
          day ? _ ("Call sheet %d: sequence %s, an exterior by day, comes from %s to %s; "
                   "the sun is up from %s to %s. Change the order or the hours.")
              : _ ("Call sheet %d: sequence %s, an exterior by night, comes from %s to "
                   "%s; the sun is up from %s to %s. Change the order or the hours."),
          (int) self->sheet->number, sequence->number, begins, ends, rise, set));
}

/* As far as the lengths of the strips are known, from the PAT of the sheet. */
static void
check_light (const Check *self)
{
  gint64 clock = self->sheet->pat_minutes;

  for (guint i = 0; clock != PLT_UNKNOWN && i < self->day->strips->len; i++)
    {
      const PltStripFacts *strip = self->day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (self->facts, sequence) : NULL;
      PltEffectClass effect = sequence != NULL
                                  ? plt_effect_class (sequence->int_ext, sequence->effect)
                                  : PLT_EFFECT_NONE;
      gint64 minutes = plt_strip_minutes (strip, sequence), start = clock;
      PltSun sun;

      if (minutes == PLT_UNKNOWN)
        return;
      clock += minutes;
      if ((effect != PLT_EFFECT_EXT_DAY && effect != PLT_EFFECT_EXT_NIGHT) || place == NULL
          || start >= DAY || !plt_sun_of_place (self->facts, place, self->day->day->date, &sun)
          || sun.rise == PLT_SUN_NONE || sun.set == PLT_SUN_NONE)
        continue;
      if (effect == PLT_EFFECT_EXT_DAY && (start < sun.rise || clock > sun.set))
        tell_light (self, strip, sequence, start, clock, &sun, TRUE);
      else if (effect == PLT_EFFECT_EXT_NIGHT && start < sun.set && clock > sun.rise)
        tell_light (self, strip, sequence, start, clock, &sun, FALSE);
    }
}

/* ---- the second half of the day, permits ---- */

static void
check_second_half (const Check *self)
{
  const PltRule *limit = plt_rules_find (self->rules, NULL, "pause-delai");
  gint64 length = plt_rules_get (self->rules, "usage", "repas-duree", NULL);
  gint64 back = self->sheet->meal_end_minutes;

  if (back == PLT_UNKNOWN && self->sheet->meal_minutes != PLT_UNKNOWN && length != PLT_UNKNOWN)
    back = self->sheet->meal_minutes + length;
  if (limit == NULL || limit->value == PLT_UNKNOWN || back == PLT_UNKNOWN || back <= 0
      || self->sheet->end_minutes == PLT_UNKNOWN || self->sheet->end_minutes - back <= limit->value)
    return;
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("sheet.second-meal", PLT_SEVERITY_WARNING,
                     (PltRef){ "call_sheet", self->sheet->id, "end_minutes" }, limit->source,
                     _ ("Call sheet %d: more than six hours of work between the meal and the "
                        "wrap. Plan a break or a second meal."),
                     (int) self->sheet->number));
}

static gboolean
is_permitted (const PltLocationFacts *place, PltDate date)
{
  const char *permit = place->permit != NULL ? place->permit : "";

  if (*permit == '\0' || strcmp (permit, "inutile") == 0)
    return TRUE;
  return strcmp (permit, "accordee") == 0
         && (place->permit_from == PLT_DATE_NONE || date >= place->permit_from)
         && (place->permit_to == PLT_DATE_NONE || date <= place->permit_to);
}

static void
check_permits (const Check *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->day->strips->len; i++)
    {
      const PltStripFacts *strip = self->day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (self->facts, sequence) : NULL;

      if (place == NULL || is_permitted (place, self->day->day->date)
          || !g_hash_table_add (told, (gpointer) place))
        continue;
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("sheet.permit", PLT_SEVERITY_ERROR,
                         (PltRef){ "location", place->id, "permit" }, NULL,
                         _ ("Call sheet %d: “%s” has no permit for that date. Obtain it before the "
                            "sheet is sent."),
                         (int) self->sheet->number, place->name));
    }
}

static const PltDayPlan *
day_before (const PltPlan *plan, const PltDayPlan *day)
{
  const PltDayPlan *found = NULL;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *other = plan->days->pdata[i];

      if (other->number != 0 && other->day->unit == day->day->unit
          && other->day->date != PLT_DATE_NONE && other->day->date < day->day->date
          && (found == NULL || other->day->date > found->day->date))
        found = other;
    }
  return found;
}

/**
 * plt_check_call_hours:
 * @facts: the production
 * @plan: its plan
 * @index: of a day of the plan
 * @sheet: the call sheet of that day
 * @rules: of the production
 * @issues: (element-type PltIssue): where findings go
 */
void
plt_check_call_hours (const PltFacts *facts,
                      const PltPlan *plan,
                      guint index,
                      const PltSheetFacts *sheet,
                      const PltRules *rules,
                      GPtrArray *issues)
{
  Check self = { facts, plan, plan->days->pdata[index], NULL, sheet, rules, issues };

  if (self.day->day->date != PLT_DATE_NONE)
    self.before = day_before (plan, self.day);
  check_fit (&self);
  check_crew_rest (&self);
  check_people (&self);
  check_light (&self);
  check_second_half (&self);
  if (self.day->day->date != PLT_DATE_NONE)
    check_permits (&self);
}

/* Findings on the hours noted: what the labour engine says of them, what is missing, what a minor
 * may not, and what no longer is as it was signed. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-check.h"
#include "plt-hours-propose.h"
#include "plt-rules.h"
#include "plt-time.h"

#define DAY 1440
#define ADULT_RULES "mineurs"
#define AVERAGE_WEEKS 12
#define MOST_NAMES 4

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltHours *hours;
  const PltRules *rules;
  PltDate today;
  GPtrArray *issues;
} Check;

/* ---- what pay says ---- */

static const char *
column_of (const char *rule)
{
  static const char *const columns[][2] = {
    { "pay.C05", "start_minutes" },    { "pay.D02", "start_minutes" },
    { "pay.A-rest", "start_minutes" }, { "pay.C11", "meal_minutes" },
    { "pay.D05", "meal_minutes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i][0], rule) == 0)
      return columns[i][1];
  return "end_minutes";
}

/* The row of that date, else the first of its week. */
static const PltHoursFacts *
row_at (const PltHoursPerson *person, PltDate date)
{
  const PltHoursDay *day = plt_hours_day (person, date);
  const PltHoursWeek *week = day == NULL ? plt_hours_week (person, plt_hours_monday (date)) : NULL;

  if (week != NULL)
    day = &g_array_index (person->days, PltHoursDay, week->first_day);
  return day != NULL ? day->row : NULL;
}

/* What the same day does to several people is said once. */
typedef struct
{
  const PltIssue *alert; /* of the first of them */
  gint64 row;
  GString *names;
  guint n;
} Finding;

static void
finding_free (gpointer data)
{
  g_string_free (((Finding *) data)->names, TRUE);
  g_free (data);
}

static Finding *
find_finding (GPtrArray *findings, const PltIssue *alert)
{
  for (guint i = 0; i < findings->len; i++)
    {
      Finding *one = findings->pdata[i];

      if (one->alert->ref.id == alert->ref.id && strcmp (one->alert->rule, alert->rule) == 0
          && strcmp (one->alert->message, alert->message) == 0)
        return one;
    }
  return NULL;
}

static void
collect_pay (const PltHoursPerson *person, GPtrArray *findings)
{
  for (guint i = 0; person->pay != NULL && i < person->pay->alerts->len; i++)
    {
      const PltIssue *alert = person->pay->alerts->pdata[i];
      const PltHoursFacts *row
          = alert->ref.id != 0 ? row_at (person, (PltDate) alert->ref.id) : NULL;
      Finding *finding;

      if (row == NULL || alert->severity == PLT_SEVERITY_INFO)
        continue;
      finding = find_finding (findings, alert);
      if (finding == NULL)
        {
          finding = g_new0 (Finding, 1);
          finding->alert = alert;
          finding->row = row->id;
          finding->names = g_string_new (NULL);
          g_ptr_array_add (findings, finding);
        }
      if (finding->n < MOST_NAMES)
        g_string_append_printf (finding->names, "%s%s", finding->n > 0 ? ", " : "", person->name);
      finding->n++;
    }
}

static void
check_pay (const Check *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);

  for (guint i = 0; i < self->hours->people->len; i++)
    collect_pay (self->hours->people->pdata[i], findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *one = findings->pdata[i];
      PltRef ref = { "work_hours", one->row, column_of (one->alert->rule) };

      if (one->n > MOST_NAMES)
        plt_issues_add (self->issues, one->alert->rule, one->alert->severity, ref,
                        one->alert->source, _ ("%s and %u more: %s"), one->names->str,
                        one->n - MOST_NAMES, one->alert->message);
      else
        plt_issues_add (self->issues, one->alert->rule, one->alert->severity, ref,
                        one->alert->source, _ ("%s: %s"), one->names->str, one->alert->message);
    }
}

static void
check_average (const Check *self, const PltHoursPerson *person)
{
  const PltRule *rule = plt_rules_find (self->rules, NULL, "moyenne-12-semaines-max");

  for (guint w = 0; rule != NULL && rule->value != PLT_UNKNOWN && w < person->weeks->len; w++)
    {
      const PltHoursWeek *last = &g_array_index (person->weeks, PltHoursWeek, w);
      gint64 sum = 0;

      for (guint i = 0; i <= w; i++)
        {
          const PltHoursWeek *week = &g_array_index (person->weeks, PltHoursWeek, i);

          if (week->monday > last->monday - 7 * AVERAGE_WEEKS)
            sum += week->worked;
        }
      if (sum > rule->value * AVERAGE_WEEKS)
        {
          g_autofree char *length = plt_duration_format (sum / AVERAGE_WEEKS);
          g_autofree char *most = plt_duration_format (rule->value);
          const PltHoursFacts *row = row_at (person, last->monday);

          plt_issues_add (self->issues, "hours.average", PLT_SEVERITY_ERROR,
                          (PltRef){ "work_hours", row->id, "end_minutes" }, rule->source,
                          _ ("%s worked %s a week on the average of twelve weeks, more than %s."),
                          person->name, length, most);
          return;
        }
    }
}

/* ---- what is missing ---- */

static void
check_incomplete (const Check *self, const PltHoursPerson *person)
{
  for (guint i = 0; i < person->days->len; i++)
    {
      const PltHoursDay *day = &g_array_index (person->days, PltHoursDay, i);
      g_autofree char *date = NULL;

      if (day->why_not == NULL || self->today == PLT_DATE_NONE || day->date >= self->today)
        continue;
      date = plt_date_format_short (day->date);
      plt_issues_add (self->issues, "hours.incomplete", PLT_SEVERITY_WARNING,
                      (PltRef){ "work_hours", day->row->id, NULL }, NULL,
                      _ ("The hours of %s on %s cannot be counted: %s"), person->name, date,
                      day->why_not);
    }
}

static gboolean
has_hours (const Check *self, gint64 person, PltDate date)
{
  for (guint i = 0; i < self->facts->hours.n; i++)
    if (self->facts->hours.items[i].person == person && self->facts->hours.items[i].date == date)
      return TRUE;
  return FALSE;
}

/* Those who were called on a day that is over and have no hours. */
static void
check_missing (const Check *self, const PltDayPlan *day, const PltSheetFacts *sheet)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *date = plt_date_format_short (day->day->date);
  guint n = 0;

  for (guint i = 0; i < self->facts->calls.n; i++)
    {
      const PltCallFacts *call = &self->facts->calls.items[i];
      const PltPersonFacts *person
          = call->call_sheet == sheet->id
                ? PLT_FACTS_FIND (self->facts->people, PltPersonFacts, call->person)
                : NULL;
      g_autofree char *name = NULL;

      if (person == NULL || has_hours (self, person->id, day->day->date))
        continue;
      name = plt_facts_person_name (person);
      if (n < MOST_NAMES)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", name);
      else if (n == MOST_NAMES)
        g_string_append (names, " …");
      n++;
    }
  if (n > 0)
    plt_issues_add (self->issues, "hours.missing", PLT_SEVERITY_WARNING,
                    (PltRef){ "call_sheet", sheet->id, NULL }, "IDCC 3097, titre II, art. 29",
                    g_dngettext (GETTEXT_PACKAGE,
                                 "On %s, %u person who was called has no hours: %s.",
                                 "On %s, %u people who were called have no hours: %s.", n),
                    date, n, names->str);
}

/* ---- what was signed ---- */

static void
check_signed (const Check *self, const PltHoursFacts *row)
{
  const PltDayFacts *day = PLT_FACTS_FIND (self->facts->days, PltDayFacts, row->day);
  const PltReportFacts *report = day != NULL ? plt_hours_report (self->facts, day) : NULL;
  const PltSheetFacts *sheet = day != NULL ? plt_callsheet_of_day (self->facts, day->id) : NULL;
  const PltPersonFacts *person;
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;
  g_autofree char *hour = NULL;
  g_autofree char *wrap = NULL;
  gint64 planned;

  if (report == NULL || report->end_minutes == PLT_UNKNOWN || row->end_minutes == PLT_UNKNOWN
      || plt_hours_state (row) != PLT_HOURS_SIGNED || row->end_minutes == report->end_minutes
      || (plt_hours_typed (row->typed) & PLT_HOURS_TYPED_END) != 0)
    return;
  planned
      = sheet != NULL && sheet->end_minutes != PLT_UNKNOWN ? sheet->end_minutes : day->end_minutes;
  if (row->end_minutes < report->end_minutes && planned != PLT_UNKNOWN
      && row->end_minutes < planned)
    return; /* released before the wrap */
  person = PLT_FACTS_FIND (self->facts->people, PltPersonFacts, row->person);
  name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");
  date = plt_date_format_short (row->date);
  hour = plt_clock_format (row->end_minutes);
  wrap = plt_clock_format (report->end_minutes);
  plt_issues_add (self->issues, "hours.signed-differs", PLT_SEVERITY_WARNING,
                  (PltRef){ "work_hours", row->id, "end_minutes" }, NULL,
                  _ ("%s signed %s as the end of %s; the report of the day says %s. Open the hours "
                     "again, or say in a note why they differ."),
                  name, hour, date, wrap);
}

/* ---- minors ---- */

static int
age_at (PltDate birth, PltDate date)
{
  int born_year, born_month, born_day, year, month, day;

  plt_date_to_ymd (birth, &born_year, &born_month, &born_day);
  plt_date_to_ymd (date, &year, &month, &day);
  return year - born_year - (month < born_month || (month == born_month && day < born_day));
}

/* The sentence has the name, the date, and two lengths or hours. */
#define TELL_MINOR(self, person, day, rule, source, format, length, most)                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *date_ = plt_date_format_short ((day)->date);                                  \
                                                                                                   \
    plt_issues_add ((self)->issues, rule, PLT_SEVERITY_ERROR,                                      \
                    (PltRef){ "work_hours", (day)->row->id, "end_minutes" }, source, format,       \
                    (person)->name, date_, length, most);                                          \
  }                                                                                                \
  G_STMT_END

static void
check_minor_day (const Check *self, const PltHoursPerson *person, const PltHoursDay *day, int age)
{
  const PltRule *law = plt_rules_find (self->rules, ADULT_RULES, "jour-max");
  const PltRule *night
      = plt_rules_find (self->rules, ADULT_RULES, age < 16 ? "nuit-16" : "nuit-16-18");
  const PltRule *rest = plt_rules_find (self->rules, ADULT_RULES,
                                        age < 16 ? "repos-quotidien-16" : "repos-quotidien-16-18");
  gint64 permit = person->engagement != NULL ? person->engagement->child_minutes : PLT_UNKNOWN;
  gint64 most = permit != PLT_UNKNOWN ? permit : law != NULL ? law->value : PLT_UNKNOWN;
  gint64 from, to;

  if (most != PLT_UNKNOWN && day->worked > most)
    {
      g_autofree char *length = plt_duration_format (day->worked);
      g_autofree char *allowed = plt_duration_format (most);

      TELL_MINOR (self, person, day, "hours.child-day",
                  permit != PLT_UNKNOWN ? "Code du travail L7124-1, autorisation individuelle"
                                        : law->source,
                  _ ("%s, who is a minor, worked on %s for %s instead of %s at most."), length,
                  allowed);
    }
  if (night != NULL && plt_rule_interval (night, &from, &to) && day->end != PLT_UNKNOWN
      && (day->end > from || day->start < to - DAY))
    {
      g_autofree char *hour = plt_clock_format (day->end > from ? day->end : day->start);
      g_autofree char *limit = plt_clock_format (day->end > from ? from : to - DAY);

      TELL_MINOR (
          self, person, day, "hours.child-night", night->source,
          _ ("%s, who is a minor, was there on %s at %s; without a permit the limit is %s."), hour,
          limit);
    }
  if (rest != NULL && rest->value != PLT_UNKNOWN && day->rest != PLT_UNKNOWN && day->rest >= 0
      && day->rest < rest->value)
    {
      g_autofree char *length = plt_duration_format (day->rest);
      g_autofree char *wanted = plt_duration_format (rest->value);

      TELL_MINOR (self, person, day, "hours.child-rest", rest->source,
                  _ ("%s, who is a minor, had before %s %s of rest instead of %s."), length,
                  wanted);
    }
}

static void
check_minor (const Check *self, const PltHoursPerson *person)
{
  const PltRule *age_rule = plt_rules_find (self->rules, ADULT_RULES, "mineur-age");
  const PltRule *week_rule = plt_rules_find (self->rules, ADULT_RULES, "semaine-max");
  gint64 adult = age_rule != NULL ? age_rule->value : 18;
  PltDate birth = person->person->birth_date;

  if (birth == PLT_DATE_NONE)
    return;
  for (guint i = 0; i < person->days->len; i++)
    {
      const PltHoursDay *day = &g_array_index (person->days, PltHoursDay, i);
      int age = age_at (birth, day->date);

      if (age < adult && day->worked != PLT_UNKNOWN && day->worked > 0)
        check_minor_day (self, person, day, age);
    }
  for (guint i = 0; week_rule != NULL && i < person->weeks->len; i++)
    {
      const PltHoursWeek *week = &g_array_index (person->weeks, PltHoursWeek, i);
      g_autofree char *length = plt_duration_format (week->worked);
      g_autofree char *most = plt_duration_format (week_rule->value);

      if (age_at (birth, week->monday) < adult && week->worked > week_rule->value)
        TELL_MINOR (self, person, &g_array_index (person->days, PltHoursDay, week->first_day),
                    "hours.child-week", week_rule->source,
                    _ ("%s, who is a minor, worked in the week of %s for %s instead of %s."),
                    length, most);
    }
}

/* ---- rest until the next call ---- */

/* Somebody who stayed after the wrap, or left with a drive, against his call of the next sheet. */
static void
check_next_call (const Check *self, const PltCallFacts *call, const PltDayFacts *day)
{
  const PltEngagementFacts *engagement
      = plt_hours_engagement (self->facts, call->person, day->date);
  const PltHoursPerson *person
      = plt_hours_find (self->hours, call->person, engagement != NULL ? engagement->id : 0);
  const PltHoursDay *before = person != NULL ? plt_hours_day (person, day->date - 1) : NULL;
  const PltRule *rule = plt_rules_find (
      self->rules, plt_hours_is_performer (engagement) ? "3097-artistes" : NULL, "repos-quotidien");
  gint64 start = call->arrival_minutes != PLT_UNKNOWN ? call->arrival_minutes : call->pat_minutes;
  gint64 rest;
  g_autofree char *hour = NULL;
  g_autofree char *length = NULL;
  g_autofree char *wanted = NULL;

  if (rule == NULL || rule->value == PLT_UNKNOWN || before == NULL || start == PLT_UNKNOWN
      || before->end == PLT_UNKNOWN || plt_hours_day (person, day->date) != NULL
      || plt_hours_state (before->row) == PLT_HOURS_PLANNED)
    return;
  rest = MAX (DAY + start - before->end, 0);
  if (rest >= rule->value)
    return;
  hour = plt_clock_format (before->end);
  length = plt_duration_format (rest);
  wanted = plt_duration_format (rule->value);
  plt_issues_add (self->issues, "hours.rest", PLT_SEVERITY_ERROR,
                  (PltRef){ "call", call->id, "arrival_minutes" }, rule->source,
                  _ ("%s really ended at %s the day before and has %s of rest instead of %s before "
                     "this call. Put it later."),
                  person->name, hour, length, wanted);
}

static void
check_sheet (const Check *self, const PltDayPlan *day)
{
  const PltSheetFacts *sheet = plt_callsheet_of_day (self->facts, day->day->id);

  if (sheet == NULL || day->day->date == PLT_DATE_NONE)
    return;
  if (self->today != PLT_DATE_NONE && day->day->date < self->today)
    check_missing (self, day, sheet);
  for (guint i = 0; self->facts->hours.n > 0 && i < self->facts->calls.n; i++)
    if (self->facts->calls.items[i].call_sheet == sheet->id
        && self->facts->calls.items[i].person != 0)
      check_next_call (self, &self->facts->calls.items[i], day->day);
}

/**
 * plt_check_hours: limits of the agreement that the hours pass, hours that are missing or cannot be
 * counted, minors, what was signed and is not so any more, rest until the next call.
 */
void
plt_check_hours (const PltHours *hours, PltDate today, GPtrArray *issues)
{
  const PltFacts *facts = hours->facts;
  const PltPlan *plan = hours->plan;
  Check self = { facts, plan, hours, plt_pay_tables_rules (hours->tables), today, issues };

  check_pay (&self);
  for (guint i = 0; i < hours->people->len; i++)
    {
      check_average (&self, hours->people->pdata[i]);
      check_incomplete (&self, hours->people->pdata[i]);
      check_minor (&self, hours->people->pdata[i]);
    }
  for (guint i = 0; i < facts->hours.n; i++)
    check_signed (&self, &facts->hours.items[i]);
  for (guint i = 0; i < plan->days->len; i++)
    check_sheet (&self, plan->days->pdata[i]);
}

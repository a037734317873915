#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check.h"
#include "plt-holidays.h"
#include "plt-rules.h"
#include "plt-sun.h"
#include "plt-text.h"
#include "plt-time.h"

static char *
day_name (const PltDayPlan *day)
{
  g_autofree char *date
      = day->day->date != PLT_DATE_NONE ? plt_date_format_short (day->day->date) : NULL;

  /* Translators: a shooting day and its date: "D12 (Mon. 12 Apr.)" */
  return date != NULL ? g_strdup_printf (_ ("D%u (%s)"), day->number, date)
                      : g_strdup_printf (_ ("D%u"), day->number);
}

static void
check_calendar (const PltFacts *facts, const PltDayPlan *day, const char *name, GPtrArray *issues)
{
  PltRef ref = { "shooting_day", day->day->id, "date" };
  const char *holiday = plt_holiday_name (facts, day->day->date);

  if (day->day->date == PLT_DATE_NONE)
    {
      g_ptr_array_add (issues,
                       plt_issue_new ("plan.no-date", PLT_SEVERITY_WARNING, ref, NULL,
                                      _ ("Shooting day %s has no date. Give it one."), name));
      return;
    }
  if (holiday != NULL)
    g_ptr_array_add (
        issues,
        plt_issue_new ("plan.public-holiday", PLT_SEVERITY_WARNING, ref, "Code du travail L3133-1",
                       _ ("%s is a public holiday (%s): it costs more and may need an agreement."),
                       name, holiday));
  else if (plt_date_weekday (day->day->date) == 7)
    g_ptr_array_add (
        issues,
        plt_issue_new ("plan.sunday", PLT_SEVERITY_WARNING, ref, "Code du travail L3132-3",
                       _ ("%s is a Sunday: it costs more and may need an agreement."), name));
}

static void
check_length (const PltRules *rules, const PltDayPlan *day, const char *name, GPtrArray *issues)
{
  PltRef ref = { "shooting_day", day->day->id, NULL };
  const char *source;
  gint64 most = plt_rules_get (rules, NULL, "amplitude-max", &source);
  gint64 until_meal = plt_rules_get (rules, NULL, "pause-delai", NULL);

  if (day->overlong)
    {
      g_autofree char *length = plt_duration_format (day->minutes);

      g_ptr_array_add (
          issues,
          plt_issue_new ("plan.day-too-long", PLT_SEVERITY_WARNING, ref, NULL,
                         _ ("%s holds %s of shooting, more than the day of the plan. Move a "
                            "strip to another day."),
                         name, length));
    }
  if (day->day->start_minutes == PLT_UNKNOWN || day->day->end_minutes == PLT_UNKNOWN)
    return;
  if (day->day->end_minutes <= day->day->start_minutes)
    {
      ref.column = "end_minutes";
      g_ptr_array_add (
          issues,
          plt_issue_new ("plan.hours", PLT_SEVERITY_ERROR, ref, NULL,
                         _ ("%s ends before it begins. An hour after midnight is written 27h00 for "
                            "3 in the morning."),
                         name));
      return;
    }
  if (most != PLT_UNKNOWN && day->day->end_minutes - day->day->start_minutes > most)
    {
      g_autofree char *span = plt_duration_format (day->day->end_minutes - day->day->start_minutes);
      g_autofree char *limit = plt_duration_format (most);

      ref.column = "end_minutes";
      g_ptr_array_add (issues, plt_issue_new ("plan.span", PLT_SEVERITY_ERROR, ref, source,
                                              _ ("%s lasts %s, more than the %s allowed."), name,
                                              span, limit));
    }
  plt_rules_get (rules, NULL, "pause-delai", &source);
  if (until_meal != PLT_UNKNOWN && day->day->meal_minutes != PLT_UNKNOWN
      && day->day->meal_minutes - day->day->start_minutes > until_meal)
    {
      ref.column = "meal_minutes";
      g_ptr_array_add (issues,
                       plt_issue_new ("plan.meal", PLT_SEVERITY_WARNING, ref, source,
                                      _ ("On %s the meal comes more than six hours after the PAT."),
                                      name));
    }
}

/* The days of a unit follow one another in time: no two on one date, none before the last. */
static void
check_order (const PltPlan *plan, GPtrArray *issues)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      gpointer unit = GINT_TO_POINTER ((int) MAX (day->day->unit, 1));
      const PltDayPlan *before;

      if (day->number == 0 || day->day->date == PLT_DATE_NONE)
        continue;
      before = g_hash_table_lookup (latest, unit);
      if (before == NULL || day->day->date > before->day->date)
        g_hash_table_insert (latest, unit, (gpointer) day);
      else
        {
          g_autofree char *name = day_name (day);
          g_autofree char *other = day_name (before);

          g_ptr_array_add (
              issues, plt_issue_new ("plan.date-order", PLT_SEVERITY_WARNING,
                                     (PltRef){ "shooting_day", day->day->id, "date" }, NULL,
                                     _ ("%s stands after %s and is not later. Correct its date, or "
                                        "move the day."),
                                     name, other));
        }
    }
}

/* Rest between two dated days that follow one another, and days in a row. */
static void
check_rest (const PltPlan *plan, const PltRules *rules, GPtrArray *issues)
{
  const char *rest_source, *row_source;
  gint64 rest = plt_rules_get (rules, NULL, "repos-quotidien", &rest_source);
  gint64 most = plt_rules_get (rules, NULL, "jours-consecutifs-max", &row_source);
  const PltDayPlan *before = NULL;
  gint64 in_a_row = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      g_autofree char *name = day_name (day);
      PltRef ref = { "shooting_day", day->day->id, "start_minutes" };

      if (day->number == 0 || day->day->date == PLT_DATE_NONE || day->day->unit > 1)
        continue;
      in_a_row = before != NULL && day->day->date == before->day->date + 1 ? in_a_row + 1 : 1;
      if (most != PLT_UNKNOWN && in_a_row == most + 1)
        g_ptr_array_add (issues,
                         plt_issue_new ("plan.weekly-rest", PLT_SEVERITY_ERROR, ref, row_source,
                                        _ ("%s is the seventh day in a row. Leave a day of rest."),
                                        name));
      if (before != NULL && rest != PLT_UNKNOWN && before->day->end_minutes != PLT_UNKNOWN
          && day->day->start_minutes != PLT_UNKNOWN)
        {
          gint64 slept = (gint64) (day->day->date - before->day->date) * 1440
                         + day->day->start_minutes - before->day->end_minutes
                         + plt_sun_offset_france_at (before->day->date, before->day->end_minutes)
                         - plt_sun_offset_france_at (day->day->date, day->day->start_minutes);

          if (slept >= 0 && slept < rest)
            {
              g_autofree char *short_rest = plt_duration_format (slept);
              g_autofree char *wanted = plt_duration_format (rest);

              g_ptr_array_add (
                  issues,
                  plt_issue_new ("plan.daily-rest", PLT_SEVERITY_ERROR, ref, rest_source,
                                 _ ("Only %s of rest before %s instead of %s. Begin later, or end "
                                    "the day before earlier."),
                                 short_rest, name, wanted));
            }
        }
      before = day;
    }
}

/* The same role on the same date in two units. */
static void
check_units (const PltPlan *plan, GPtrArray *issues)
{
  for (guint i = 0; i < plan->days->len; i++)
    for (guint j = i + 1; j < plan->days->len; j++)
      {
        const PltDayPlan *one = plan->days->pdata[i], *two = plan->days->pdata[j];

        if (one->number == 0 || two->number == 0 || one->day->date == PLT_DATE_NONE
            || one->day->date != two->day->date || one->day->unit == two->day->unit)
          continue;
        for (guint k = 0; k < plan->presences->len; k++)
          {
            const PltPresence *presence = plan->presences->pdata[k];
            g_autofree char *name = NULL;

            if (strcmp (presence->category->family, "roles") != 0 || !presence->worked[i]
                || !presence->worked[j])
              continue;
            name = day_name (two);
            g_ptr_array_add (issues,
                             plt_issue_new ("plan.role-twice-at-once", PLT_SEVERITY_ERROR,
                                            (PltRef){ "element", presence->element->id, NULL },
                                            NULL, _ ("%s is needed in both units on %s."),
                                            presence->element->name, name));
          }
      }
}

/* An exterior by day that the hours of the day put in the dark, and a permit that does not cover
 * the date. */
static void
check_places (const PltFacts *facts, const PltDayPlan *day, const char *name, GPtrArray *issues)
{
  const PltLocationFacts *told = NULL;

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (facts, sequence) : NULL;
      PltRef ref = { "strip", strip->id, NULL };

      if (place == NULL || day->day->date == PLT_DATE_NONE)
        continue;
      if (place != told && strcmp (place->permit, "inutile") != 0
          && (strcmp (place->permit, "accordee") != 0
              || (place->permit_from != PLT_DATE_NONE && day->day->date < place->permit_from)
              || (place->permit_to != PLT_DATE_NONE && day->day->date > place->permit_to)))
        {
          g_ptr_array_add (issues, plt_issue_new ("plan.permit", PLT_SEVERITY_WARNING,
                                                  (PltRef){ "location", place->id, "permit" }, NULL,
                                                  _ ("No granted permit covers “%s” on %s."),
                                                  place->name, name));
          told = place;
        }
      if (place->latitude_e6 != PLT_UNKNOWN && place->longitude_e6 != PLT_UNKNOWN
          && plt_effect_class (sequence->int_ext, sequence->effect) == PLT_EFFECT_EXT_DAY
          && day->day->start_minutes != PLT_UNKNOWN)
        {
          PltSun sun = plt_sun (day->day->date, place->latitude_e6, place->longitude_e6,
                                plt_sun_offset_france (day->day->date));

          if (sun.set != PLT_SUN_NONE
              && (day->day->start_minutes > sun.set || day->day->end_minutes < sun.rise))
            g_ptr_array_add (
                issues,
                plt_issue_new ("plan.daylight", PLT_SEVERITY_WARNING, ref, NULL,
                               _ ("Sequence %s is an exterior by day, but %s has no daylight "
                                  "during its hours."),
                               sequence->number, name));
        }
    }
}

/* A child (category EN, or a séquence marked so) on a day that runs into the night. */
static void
check_children (
    const PltFacts *facts, const PltPlan *plan, guint index, const char *name, GPtrArray *issues)
{
  const PltDayPlan *day = plan->days->pdata[index];

  if (day->day->end_minutes == PLT_UNKNOWN || day->day->end_minutes <= 20 * 60)
    return;
  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);

      if (sequence == NULL || strstr (sequence->hazards, "enfant") == NULL)
        continue;
      g_ptr_array_add (
          issues,
          plt_issue_new ("plan.child-at-night", PLT_SEVERITY_WARNING,
                         (PltRef){ "strip", strip->id, NULL }, "Code du travail L3163-1, L3163-2",
                         _ ("Sequence %s has a child and %s runs after 20h00: work of minors under "
                            "16 is forbidden from 20h00 to 6h00 unless the authorisation says "
                            "otherwise."),
                         sequence->number, name));
    }
}

/**
 * plt_check_plan: the plan de travail: pool, calendar, order, hours, rest, units, permits,
 * daylight, children.
 */
void
plt_check_plan (const PltFacts *facts, const PltPlan *plan, GPtrArray *issues)
{
  g_autoptr (PltRules) rules = plt_rules_new (facts);

  if (plan->schedule == NULL)
    return;
  if (plan->n_shooting_days > 0)
    for (guint i = 0; i < plan->unplaced->len; i++)
      {
        const PltSequenceFacts *sequence = plan->unplaced->pdata[i];

        g_ptr_array_add (issues, plt_issue_new ("plan.unplaced", PLT_SEVERITY_WARNING,
                                                (PltRef){ "sequence", sequence->id, NULL }, NULL,
                                                _ ("Sequence %s is on no shooting day."),
                                                sequence->number));
      }
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      g_autofree char *name = day_name (day);

      if (day->number == 0)
        continue;
      check_calendar (facts, day, name, issues);
      check_length (rules, day, name, issues);
      check_places (facts, day, name, issues);
      check_children (facts, plan, i, name, issues);
    }
  check_order (plan, issues);
  check_rest (plan, rules, issues);
  check_units (plan, issues);
}

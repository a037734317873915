/* Rest of a unit: between two days, between two weeks, days in a row.
 *
 * The change of the clock and the legal time of the places are counted. The rest of a week is the
 * longest of those that follow a day of it; where fewer than five days of it are worked, that from
 * its Monday to the first of them counts too: a shoot that begins on a Thursday had its rest. A
 * last day that ends after midnight adds to what is due (C07). A unit's last day is followed by all
 * the rest there is.
 *
 * Sources: IDCC 3097 art. 25 to 27, 35; IDCC 2642 art. VI.3.1.2, VI.3.2.2; Code du travail L3131-1,
 * L3132-1. */
#include <glib/gi18n-lib.h>

#include "plt-check-plan-private.h"
#include "plt-time.h"

#define FULL_WEEK 6
#define USUAL_WEEK 5

typedef struct
{
  const PltRule *daily, *reduced, *reduced_often; /* 2642: nine hours, twice a week */
  const PltRule *weekly, *weekly_six, *after_midnight;
  const PltRule *row;
  int missing; /* per cent: what a missing hour costs */
} RestRules;

static gint64
rest_between (const PltCheckDay *before, const PltCheckDay *day)
{
  return MAX (0, plt_check_minutes_between (before, before->end, day, day->start));
}

/* ---- between two days ---- */

static void
add_short_rest (PltPlanCheck *self,
                const RestRules *rules,
                PltSeverity severity,
                const PltRule *rule,
                PltCheckDay *day,
                gint64 rest)
{
  g_autofree char *short_rest = plt_duration_format (rest);
  g_autofree char *wanted = plt_duration_format (rules->daily->value);

  g_ptr_array_add (
      self->issues,
      plt_issue_new (
          "plan.daily-rest", severity,
          (PltRef){ "shooting_day", day->plan->day->id, "start_minutes" }, rule->source,
          severity == PLT_SEVERITY_ERROR
              ? _ ("Only %s of rest before %s instead of %s; the hours that are missing "
                   "cost %d %% more. Begin later, or end the day before earlier.")
              : _ ("Only %s of rest before %s instead of %s: allowed for some jobs, with "
                   "lodging, and the missing hours cost %d %% more. Begin later, or end "
                   "the day before earlier."),
          short_rest, plt_check_day_name (day), wanted, rules->missing));
}

static void
check_daily (PltPlanCheck *self, const RestRules *rules, const PltCheckUnit *unit)
{
  PltDate week = PLT_DATE_NONE;
  gint64 reduced = 0;

  for (guint i = 1; rules->daily != NULL && i < unit->n_days; i++)
    {
      const PltCheckDay *before = &self->days[unit->days[i - 1]];
      PltCheckDay *day = &self->days[unit->days[i]];
      gint64 rest;
      gboolean may;

      if (day->monday != week)
        reduced = 0;
      week = day->monday;
      if (!before->hours || !day->hours || day->date == before->date)
        continue;
      rest = rest_between (before, day);
      if (rest >= rules->daily->value)
        continue;
      may = rules->reduced != NULL && rules->reduced_often != NULL && rest >= rules->reduced->value
            && ++reduced <= rules->reduced_often->value;
      add_short_rest (self, rules, may ? PLT_SEVERITY_WARNING : PLT_SEVERITY_ERROR,
                      may ? rules->reduced : rules->daily, day, rest);
    }
}

/* ---- between two weeks ---- */

/* Minutes from its Monday, 0h, to the first day of a week. */
static gint64
rested_before (const PltCheckDay *day)
{
  return (gint64) (day->date - day->monday) * PLT_MINUTES_PER_DAY + (day->hours ? day->start : 0);
}

/* The days of one civil week are `first` .. first + n - 1 of the unit. */
static void
check_week (PltPlanCheck *self,
            const RestRules *rules,
            const PltCheckUnit *unit,
            guint first,
            guint n,
            guint n_dates)
{
  const PltRule *rule
      = n_dates >= FULL_WEEK && rules->weekly_six != NULL ? rules->weekly_six : rules->weekly;
  gint64 best = G_MININT64, best_rest = 0, best_due = 0;
  PltCheckDay *next = NULL;
  g_autofree char *length = NULL;
  g_autofree char *wanted = NULL;

  if (n_dates < USUAL_WEEK && rested_before (&self->days[unit->days[first]]) >= rule->value)
    return;
  for (guint i = first; i < first + n; i++)
    {
      const PltCheckDay *day = &self->days[unit->days[i]];
      PltCheckDay *after = i + 1 < unit->n_days ? &self->days[unit->days[i + 1]] : NULL;
      gint64 due = rule->value, rest;

      if (after == NULL || !day->hours || !after->hours)
        return; /* the rest after it is not known, or without end */
      if (rules->after_midnight != NULL && day->end > PLT_MINUTES_PER_DAY)
        due += rules->after_midnight->value;
      rest = rest_between (day, after);
      if (rest - due < best)
        continue;
      best = rest - due;
      best_rest = rest;
      best_due = due;
      next = after;
    }
  if (next == NULL || best >= 0)
    return;
  length = plt_duration_format (best_rest);
  wanted = plt_duration_format (best_due);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.weekly-rest", PLT_SEVERITY_ERROR,
                     (PltRef){ "shooting_day", next->plan->day->id, "start_minutes" }, rule->source,
                     _ ("The longest rest of its week, before %s, is %s instead of %s. Leave more "
                        "days of rest, or begin later."),
                     plt_check_day_name (next), length, wanted));
}

static void
check_weeks (PltPlanCheck *self, const RestRules *rules, const PltCheckUnit *unit)
{
  for (guint i = 0, n; rules->weekly != NULL && i < unit->n_days; i += n)
    {
      PltDate monday = self->days[unit->days[i]].monday, before = PLT_DATE_NONE;
      guint n_dates = 0;

      for (n = 0; i + n < unit->n_days; n++)
        {
          const PltCheckDay *day = &self->days[unit->days[i + n]];

          if (day->monday != monday)
            break;
          n_dates += day->date != before;
          before = day->date;
        }
      check_week (self, rules, unit, i, n, n_dates);
    }
}

static void
tell_row (PltPlanCheck *self, const PltRule *most, PltCheckDay *day, PltCheckDay *last, gint64 n)
{
  PltRef ref = { "shooting_day", 0, "date" };

  if (day == NULL)
    return;
  ref.id = day->plan->day->id;
  if (day == last)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.days-in-a-row", PLT_SEVERITY_ERROR, ref, most->source,
                       _ ("%s is day %d of work in a row: no more than %d are allowed. Leave a "
                          "day of rest before it."),
                       plt_check_day_name (day), (int) n, (int) most->value));
  else
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.days-in-a-row", PLT_SEVERITY_ERROR, ref, most->source,
                       _ ("%d days of work in a row, the last of them %s: no more than %d are "
                          "allowed. Leave a day of rest before %s."),
                       (int) n, plt_check_day_name (last), (int) most->value,
                       plt_check_day_name (day)));
}

/* One finding a row of days, at the first one that is too many. */
static void
check_row (PltPlanCheck *self, const PltRule *most, const PltCheckUnit *unit)
{
  PltCheckDay *before = NULL, *over = NULL;
  gint64 n = 0;

  for (guint i = 0; most != NULL && i < unit->n_days; i++)
    {
      PltCheckDay *day = &self->days[unit->days[i]];

      if (before != NULL && day->date == before->date)
        continue;
      if (before != NULL && day->date == before->date + 1)
        n++;
      else
        {
          tell_row (self, most, over, before, n);
          over = NULL;
          n = 1;
        }
      before = day;
      if (n == most->value + 1)
        over = day;
    }
  if (most != NULL)
    tell_row (self, most, over, before, n);
}

void
plt_check_plan_rest (PltPlanCheck *self)
{
  RestRules rules = {
    .daily = plt_plan_check_rule (self, NULL, "repos-quotidien"),
    .reduced = plt_plan_check_rule (self, NULL, "repos-quotidien-reduit"),
    .reduced_often = plt_plan_check_rule (self, NULL, "repos-quotidien-reduit-fois"),
    .weekly = plt_plan_check_rule (self, NULL, "repos-hebdo"),
    .weekly_six = plt_plan_check_rule (self, NULL, "repos-hebdo-6-jours"),
    .after_midnight = plt_plan_check_rule (self, NULL, "repos-fin-apres-minuit"),
    .row = plt_plan_check_rule (self, NULL, "jours-consecutifs-max"),
    .missing = plt_plan_check_percent (self, NULL, "repos-quotidien-manquant"),
  };

  for (guint i = 0; i < self->n_units; i++)
    {
      const PltCheckUnit *unit = &self->units[i];

      check_daily (self, &rules, unit);
      check_weeks (self, &rules, unit);
      check_row (self, rules.row, unit);
    }
}

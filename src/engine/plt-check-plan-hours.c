/* The hours of a day: span, work, meal, night.
 *
 * Work is the hours of the day (PAT to wrap) less the meal; the crew's preparation before the PAT
 * and its packing up are not in the plan, so what is found here is found for certain and the time
 * sheets may find more.
 *
 * Sources: IDCC 3097 art. 24, 27, 28, 40; IDCC 2642 art. VI.1.4, VI.3, VI.10; Code du travail
 * L3121-16 to L3121-19. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-time.h"

#define EIGHT_HOURS G_GINT64_CONSTANT (480)

typedef struct
{
  const PltRule *span;                 /* amplitude */
  const PltRule *day_usual, *day_most; /* work of a day, in principle and at most */
  const PltRule *meal;
  const PltRule *night_summer, *night_winter, *night_studio, *night_other;
  int night_first, night_next; /* per cent */
} HourRules;

static void
find_rules (const PltPlanCheck *self, HourRules *rules)
{
  gboolean film = strcmp (self->facts->production.agreement, "3097") == 0;

  *rules = (HourRules){
    .span = plt_plan_check_rule (self, NULL, "amplitude-max"),
    .day_usual = plt_plan_check_rule (self, NULL, film ? "jour-max" : "jour-principe"),
    .day_most = plt_plan_check_rule (self, NULL, film ? "jour-max-exceptionnel" : "jour-max"),
    .meal = plt_plan_check_rule (self, NULL, "pause-delai"),
    .night_summer = plt_rules_find (self->rules, NULL, "nuit-ete"),
    .night_winter = plt_rules_find (self->rules, NULL, "nuit-hiver"),
    .night_studio = plt_rules_find (self->rules, NULL, "nuit-studio-agree"),
    .night_other = plt_rules_find (self->rules, NULL, "nuit"),
    .night_first
    = plt_plan_check_percent (self, NULL, film ? "nuit-8-premieres" : "nuit-majoration"),
    .night_next = plt_plan_check_percent (self, NULL, "nuit-suivantes"),
  };
}

/* ---- a day ---- */

static void
check_span (PltPlanCheck *self, const HourRules *rules, PltCheckDay *day)
{
  g_autofree char *span = NULL;
  g_autofree char *limit = NULL;

  if (rules->span == NULL || plt_check_day_length (day) <= rules->span->value)
    return;
  span = plt_duration_format (plt_check_day_length (day));
  limit = plt_duration_format (rules->span->value);
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.span", PLT_SEVERITY_ERROR,
                                  (PltRef){ "shooting_day", day->plan->day->id, "end_minutes" },
                                  rules->span->source,
                                  _ ("%s lasts %s, more than the %s allowed. Begin later, end "
                                     "earlier, or move a strip."),
                                  plt_check_day_name (day), span, limit));
}

static void
check_work (PltPlanCheck *self, const HourRules *rules, PltCheckDay *day)
{
  PltRef ref = { "shooting_day", day->plan->day->id, "end_minutes" };
  gint64 work = plt_check_day_length (day) - day->away;
  g_autofree char *length = NULL;
  g_autofree char *limit = NULL;

  if (rules->day_most != NULL && work > rules->day_most->value)
    {
      length = plt_duration_format (work);
      limit = plt_duration_format (rules->day_most->value);
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.day-hours", PLT_SEVERITY_ERROR, ref,
                                      rules->day_most->source,
                                      _ ("%s holds %s of work, meal not counted: more than %s is "
                                         "never allowed. Move a strip to another day."),
                                      plt_check_day_name (day), length, limit));
    }
  else if (rules->day_usual != NULL && work > rules->day_usual->value)
    {
      length = plt_duration_format (work);
      limit = plt_duration_format (rules->day_usual->value);
      g_ptr_array_add (
          self->issues,
          plt_issue_new (
              "plan.day-hours", PLT_SEVERITY_WARNING, ref, rules->day_usual->source,
              _ ("%s holds %s of work, meal not counted: beyond %s only as an exception, "
                 "to end a shot or a set, or for an actor who leaves."),
              plt_check_day_name (day), length, limit));
    }
}

static void
check_meal (PltPlanCheck *self, const HourRules *rules, PltCheckDay *day)
{
  gint64 meal = day->plan->day->meal_minutes;
  g_autofree char *late = NULL;

  if (rules->meal == NULL || meal == PLT_UNKNOWN || meal - day->start <= rules->meal->value)
    return;
  late = plt_duration_format (meal - day->start);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.meal", PLT_SEVERITY_WARNING,
                     (PltRef){ "shooting_day", day->plan->day->id, "meal_minutes" },
                     rules->meal->source,
                     _ ("On %s the meal comes %s after the PAT: a break is due within six hours. "
                        "Bring the meal forward."),
                     plt_check_day_name (day), late));
}

/* From the first of the month and day of the one to the day before the other, over New Year. */
static gboolean
is_winter (PltDate date, int from_month, int from_day, int to_month, int to_day)
{
  int month, day;

  plt_date_to_ymd (date, NULL, &month, &day);
  return month * 100 + day >= from_month * 100 + from_day
         || month * 100 + day < to_month * 100 + to_day;
}

static const PltRule *
night_of (const PltPlanCheck *self, const HourRules *rules, const PltCheckDay *day)
{
  const char *kind = self->facts->production.kind;
  gboolean studio = day->n_strips > 0;

  if (strcmp (self->facts->production.agreement, "3097") == 0)
    {
      if (!is_winter (day->date, 10, 1, 4, 1))
        return rules->night_summer;
      for (guint i = 0; i < day->n_strips; i++)
        studio = studio
                 && (day->strips[i].sequence == NULL
                     || (day->strips[i].place != NULL
                         && g_strcmp0 (day->strips[i].place->kind, "studio-agree") == 0));
      return studio && rules->night_studio != NULL ? rules->night_studio : rules->night_winter;
    }
  if (kind != NULL && (strcmp (kind, "flux") == 0 || strcmp (kind, "captation") == 0))
    return rules->night_other;
  return is_winter (day->date, 12, 21, 3, 21) ? rules->night_winter : rules->night_summer;
}

static gint64
overlap (gint64 a, gint64 b, gint64 c, gint64 d)
{
  return MAX (0, MIN (b, d) - MAX (a, c));
}

/* Minutes of the day in the night that ends in its morning and in the one that begins in its
 * evening, less the meal where it falls. */
static gint64
minutes_within (const PltCheckDay *day, gint64 from, gint64 to)
{
  gint64 meal = day->plan->day->meal_minutes, minutes = 0;

  for (gint64 shift = -PLT_MINUTES_PER_DAY; shift <= PLT_MINUTES_PER_DAY;
       shift += PLT_MINUTES_PER_DAY)
    {
      minutes += overlap (day->start, day->end, from + shift, to + shift);
      if (meal != PLT_UNKNOWN)
        minutes -= overlap (MAX (meal, day->start), MIN (meal + day->away, day->end), from + shift,
                            to + shift);
    }
  return minutes;
}

static void
check_night (PltPlanCheck *self, const HourRules *rules, PltCheckDay *day)
{
  const PltRule *rule = night_of (self, rules, day);
  gint64 from, to, minutes;
  int percent;
  g_autofree char *length = NULL;
  g_autofree char *begins = NULL;
  g_autofree char *ends = NULL;

  if (rules->night_first == 0 || !plt_rule_interval (rule, &from, &to))
    return;
  minutes = minutes_within (day, from, to);
  if (minutes <= 0)
    return;
  /* the mean of the first eight hours and of the next ones, which cost more */
  percent = minutes <= EIGHT_HOURS || rules->night_next == 0
                ? rules->night_first
                : (int) ((EIGHT_HOURS * rules->night_first
                          + (minutes - EIGHT_HOURS) * rules->night_next)
                         / minutes);
  length = plt_duration_format (minutes);
  begins = plt_clock_format (from);
  ends = plt_clock_format (to % PLT_MINUTES_PER_DAY);
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.night-hours", PLT_SEVERITY_INFO,
                                  (PltRef){ "shooting_day", day->plan->day->id, "end_minutes" },
                                  rule->source,
                                  _ ("%s has %s of night work (%s to %s): it costs %d %% more."),
                                  plt_check_day_name (day), length, begins, ends, percent));
}

void
plt_check_plan_hours (PltPlanCheck *self)
{
  HourRules rules;

  find_rules (self, &rules);
  for (guint i = 0; i < self->n_days; i++)
    {
      PltCheckDay *day = &self->days[i];
      const PltDayFacts *facts = day->plan->day;

      if (!day->shooting)
        continue;
      if (facts->start_minutes != PLT_UNKNOWN && facts->end_minutes != PLT_UNKNOWN
          && facts->end_minutes <= facts->start_minutes)
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("plan.hours", PLT_SEVERITY_ERROR,
                           (PltRef){ "shooting_day", facts->id, "end_minutes" }, NULL,
                           _ ("%s ends before it begins. An hour after midnight is written 27h00 "
                              "for 3 in the morning."),
                           plt_check_day_name (day)));
      if (!day->hours)
        continue;
      check_span (self, &rules, day);
      check_work (self, &rules, day);
      check_meal (self, &rules, day);
      check_night (self, &rules, day);
    }
}

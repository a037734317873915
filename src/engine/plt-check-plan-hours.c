/* The hours of a day: that they follow each other, its span, its meal. */
#include <glib/gi18n-lib.h>

#include "plt-check-plan-private.h"
#include "plt-time.h"

static void
check_span (PltPlanCheck *self, PltCheckDay *day)
{
  const PltRule *most = plt_rules_find (self->rules, NULL, "amplitude-max");
  PltRef ref = { "shooting_day", day->plan->day->id, "end_minutes" };

  if (most != NULL && most->value != PLT_UNKNOWN && day->end - day->start > most->value)
    {
      g_autofree char *span = plt_duration_format (day->end - day->start);
      g_autofree char *limit = plt_duration_format (most->value);

      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.span", PLT_SEVERITY_ERROR, ref, most->source,
                                      _ ("%s lasts %s, more than the %s allowed."),
                                      plt_check_day_name (day), span, limit));
    }
}

static void
check_meal (PltPlanCheck *self, PltCheckDay *day)
{
  const PltRule *until = plt_rules_find (self->rules, NULL, "pause-delai");
  gint64 meal = day->plan->day->meal_minutes;

  if (until != NULL && until->value != PLT_UNKNOWN && meal != PLT_UNKNOWN
      && meal - day->start > until->value)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.meal", PLT_SEVERITY_WARNING,
                                    (PltRef){ "shooting_day", day->plan->day->id, "meal_minutes" },
                                    until->source,
                                    _ ("On %s the meal comes more than six hours after the PAT."),
                                    plt_check_day_name (day)));
}

void
plt_check_plan_hours (PltPlanCheck *self)
{
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
      check_span (self, day);
      check_meal (self, day);
    }
}

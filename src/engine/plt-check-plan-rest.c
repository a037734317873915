/* Rest between two days of a unit, and days in a row. */
#include <glib/gi18n-lib.h>

#include "plt-check-plan-private.h"
#include "plt-time.h"

static void
check_daily_rest (PltPlanCheck *self, PltCheckDay *before, PltCheckDay *day, const PltRule *rest)
{
  gint64 slept;

  if (rest == NULL || rest->value == PLT_UNKNOWN || !before->hours || !day->hours)
    return;
  slept = plt_check_minutes_between (before, before->end, day, day->start);
  if (slept >= 0 && slept < rest->value)
    {
      g_autofree char *short_rest = plt_duration_format (slept);
      g_autofree char *wanted = plt_duration_format (rest->value);

      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.daily-rest", PLT_SEVERITY_ERROR,
                         (PltRef){ "shooting_day", day->plan->day->id, "start_minutes" },
                         rest->source,
                         _ ("Only %s of rest before %s instead of %s. Begin later, or end "
                            "the day before earlier."),
                         short_rest, plt_check_day_name (day), wanted));
    }
}

static void
check_row (PltPlanCheck *self, const PltCheckUnit *unit, const PltRule *most)
{
  PltDate before = PLT_DATE_NONE;
  gint64 n = 0;

  for (guint i = 0; most != NULL && most->value != PLT_UNKNOWN && i < unit->n_days; i++)
    {
      PltCheckDay *day = &self->days[unit->days[i]];

      if (day->date == before)
        continue;
      n = before != PLT_DATE_NONE && day->date == before + 1 ? n + 1 : 1;
      before = day->date;
      if (n == most->value + 1)
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("plan.weekly-rest", PLT_SEVERITY_ERROR,
                           (PltRef){ "shooting_day", day->plan->day->id, "start_minutes" },
                           most->source, _ ("%s is the seventh day in a row. Leave a day of rest."),
                           plt_check_day_name (day)));
    }
}

void
plt_check_plan_rest (PltPlanCheck *self)
{
  const PltRule *rest = plt_rules_find (self->rules, NULL, "repos-quotidien");
  const PltRule *row = plt_rules_find (self->rules, NULL, "jours-consecutifs-max");

  for (guint i = 0; i < self->n_units; i++)
    {
      const PltCheckUnit *unit = &self->units[i];

      for (guint j = 1; j < unit->n_days; j++)
        check_daily_rest (self, &self->days[unit->days[j - 1]], &self->days[unit->days[j]], rest);
      check_row (self, unit, row);
    }
}

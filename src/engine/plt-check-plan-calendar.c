/* What the date of a day makes of it: none, a public holiday, a Sunday, a day off, a studio that
 * may not be used. */
#include <glib/gi18n-lib.h>

#include "plt-check-plan-private.h"

void
plt_check_plan_calendar (PltPlanCheck *self)
{
  for (guint i = 0; i < self->n_days; i++)
    {
      PltCheckDay *day = &self->days[i];
      PltRef ref = { "shooting_day", day->plan->day->id, "date" };

      if (!day->shooting)
        continue;
      if (day->date == PLT_DATE_NONE)
        g_ptr_array_add (self->issues,
                         plt_issue_new ("plan.no-date", PLT_SEVERITY_WARNING, ref, NULL,
                                        _ ("Shooting day %s has no date. Give it one."),
                                        plt_check_day_name (day)));
      else if (day->holiday != NULL)
        g_ptr_array_add (
            self->issues,
            plt_issue_new (
                "plan.public-holiday", PLT_SEVERITY_WARNING, ref, "Code du travail L3133-1",
                _ ("%s is a public holiday (%s): it costs more and may need an agreement."),
                plt_check_day_name (day), day->holiday->name));
      else if (plt_date_weekday (day->date) == 7)
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("plan.sunday", PLT_SEVERITY_WARNING, ref, "Code du travail L3132-3",
                           _ ("%s is a Sunday: it costs more and may need an agreement."),
                           plt_check_day_name (day)));
    }
}

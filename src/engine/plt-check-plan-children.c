/* A child (category EN, or a séquence marked so) on a day that runs into the night. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"

void
plt_check_plan_children (PltPlanCheck *self)
{
  for (guint i = 0; i < self->n_days; i++)
    {
      PltCheckDay *day = &self->days[i];

      if (!day->shooting || day->plan->day->end_minutes == PLT_UNKNOWN
          || day->plan->day->end_minutes <= 20 * 60)
        continue;
      for (guint j = 0; j < day->n_strips; j++)
        {
          const PltSequenceFacts *sequence = day->strips[j].sequence;

          if (sequence == NULL || strstr (sequence->hazards, "enfant") == NULL)
            continue;
          g_ptr_array_add (
              self->issues,
              plt_issue_new ("plan.child-at-night", PLT_SEVERITY_WARNING,
                             (PltRef){ "strip", day->strips[j].strip->id, NULL },
                             "Code du travail L3163-1, L3163-2",
                             _ ("Sequence %s has a child and %s runs after 20h00: work of minors "
                                "under 16 is forbidden from 20h00 to 6h00 unless the authorisation "
                                "says otherwise."),
                             sequence->number, plt_check_day_name (day)));
        }
    }
}
